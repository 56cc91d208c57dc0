//! The words and headers that announce the numbers of a case, an approval, a parcel, a membership.

/// Words for what a person has one of: a case, an approval, a parcel, a national number.
macro_rules! label {
    () => {
        concat!(
            r"(?i-u:(?:(?-u:\b)|_)(?:appeal|(?:prior[- ])?auth(?:orization)?|approval|ref(?:erence|errals?)?|pa|claim|clm|case|c-file|file|matter|docket|juror|probation|inmate|booking",
            r"|gift ?(?:card|certificate)|gc|loyalty|vip|all(?u:[eēĒ])|aspire|points|rewards?|library card|passport card|card no|tracking|fedex|ups|usps|dhl|shipment|baggage|bag tag|tag no|parcel|apn|pnr|locator|loan|rma",
            r"|caqh|folio|stmt|statement|mohs map|vaers|ktn|known travell?er|redress|subj(?:ect)?|participant|rand(?:omi[sz]ation)?|unos|optn|nbs|tx id|transplant id|blood unit|unit|screening|barcode|bar code|(?:bus|travel) (?:pass|card)|frequent fl[iy]er|pension(?: book)?|parking notice|tax number|(?:booked|reserved) under(?: code)?|blocks?|slides?|biopsy|specimen|accession|acc|cust(?:omer)?|guest|emp(?:loyee)?|badge|student",
            r"|order|invoice|inv|receipt|ticket|incident|rpt|police report|crime ref|call ref|ems run|trace|activation|access code|verification code|security answer|passcode|code is|pin|login id|key|record locator|nif|nie|dni|c(?u:[eéÉ])dula|curp|rfc|pesel|aadhaar|pan|nric|tfn|cpf|rut|bsn|amka|personnummer|id number|national id|ipledge|rems|confirmation|case id|deal|deals)(?-u:\b)\.?",
            r"(?:[ _]{0,2}(?:is|ref|id|no\.?|nr\.?|number|num|key|code|card|member|entry|file|record|on file|from the payer)(?-u:\b)\.?){0,3})"
        )
    };
}

pub(super) use label;

/// The words with which every label of [`label`] begins.
#[rustfmt::skip]
pub(super) const LABEL_WORDS: &[&str] = &[
    "appeal", "prior auth", "prior authorization", "prior-auth", "prior-authorization", "auth", "authorization",
    "approval", "ref", "reference", "referral", "referrals", "pa", "claim", "clm", "case", "c-file", "file", "matter",
    "docket", "juror", "probation", "inmate", "booking", "gift card", "gift certificate", "giftcard",
    "giftcertificate", "gc", "loyalty", "vip", "alle", "allē", "allĒ", "aspire", "points", "reward", "rewards",
    "library card", "passport card", "card no", "tracking", "fedex", "ups", "usps", "dhl", "shipment", "baggage",
    "bag tag", "tag no", "parcel", "apn", "pnr", "locator", "loan", "rma", "caqh", "folio", "stmt", "statement",
    "mohs map", "vaers", "ktn", "known traveler", "known traveller", "redress", "subj", "subject", "participant",
    "rand", "randomization", "randomisation", "unos", "optn", "nbs", "tx id", "transplant id", "blood unit", "unit",
    "block", "blocks", "slide", "slides", "biopsy", "specimen", "accession", "acc", "cust", "customer", "guest",
    "emp", "employee", "badge", "student", "order", "invoice", "inv", "receipt", "ticket", "incident", "rpt",
    "police report", "crime ref", "call ref", "ems run", "trace", "activation", "access code", "verification code",
    "security answer", "passcode", "code is", "pin", "login id", "key", "record locator", "nif", "nie", "dni",
    "cedula", "cédula", "cÉdula", "curp", "rfc", "pesel", "aadhaar", "pan", "nric", "tfn", "cpf", "rut", "bsn",
    "amka", "personnummer", "id number", "national id", "ipledge", "rems", "confirmation", "case id", "deal", "deals",
    "screening", "barcode", "bar code", "bus pass", "bus card", "travel pass", "travel card", "frequent flier",
    "frequent flyer", "pension", "pension book", "parking notice", "tax number", "booked under", "booked under code",
    "reserved under", "reserved under code",
];

/// Headers of columns that hold such numbers.
pub(super) const HEADERS: &[&str] = &[
    "appt id",
    "appointment id",
    "booking",
    "booking id",
    "booking ref",
    "buchung",
    "buchungsnr",
    "reserva",
    "réservation",
    "invoice",
    "invoice #",
    "invoice no",
    "receipt",
    "receipt no",
    "confirmation",
    "conf #",
    "claim",
    "claim #",
    "claim no",
    "claim id",
    "case no",
    "case id",
    "ref no",
    "reference",
    "membership",
    "membership no",
    "club #",
    "loyalty",
    "gift card",
    "gc #",
    "ticket",
    "auth",
    "auth #",
    "auth no",
    "accession",
    "specimen",
    "order id",
    "order #",
    "order no",
    "subject id",
    "subj",
    "employee id",
    "emp id",
    "badge",
    "guest id",
    "customer id",
    "cust id",
    "cust #",
    "member ref",
    "client no",
    "guest no",
];

/// Words of purchases and papers of the practice.
pub(super) const SUPPLIES: &[&str] = &[
    "po", "purchase", "supplier", "vendor", "sku", "catalog", "cpt", "hcpcs", "icd", "icd-10", "model", "section",
    "form", "version", "chapter", "cfr", "nct", "lot", "zip", "promo", "discount", "area", "codes", "modifier",
];
