//! OTHER_ID: any other unique identifying number, characteristic or code, 45 CFR 164.514(b)(2)(i)(R): booking, claim,
//! membership, gift-card, specimen, badge and study numbers.
//!
//! Left alone: orders to suppliers, invoices of suppliers, stock codes, prices, doses, procedure and diagnosis codes,
//! model numbers, section numbers. Chart and record numbers are MRN, insurance numbers are HEALTH_PLAN.

use super::code::{self, gap, spaced_code};
use super::other_labels::{HEADERS, LABEL_WORDS, SUPPLIES, label};
use super::spoken::{self, spoken_code};
use super::{Doc, Kind, Match, Near, Pattern, Recognizer, hl7, public_code, tagged_code};

/// A code: letters and digits in groups, or groups of digits.
macro_rules! code {
    () => {
        r"(?P<id>[0-9]{4} [0-9]{4}(?: [0-9]{2,4}){1,2}|[A-Za-z0-9]{1,10}(?:[-/.][A-Za-z0-9]{1,12}){0,4})"
    };
}

pub(super) static RECOGNIZER: Recognizer = Recognizer {
    kind: Kind::OtherId,
    doc: Doc {
        title: "other identifying number or code",
        paragraph: "45 CFR 164.514(b)(2)(i)(R)",
        is: "Any other number or code that stands for one person or one visit: a booking, a claim, a membership, a gift card, \
             a specimen, a badge, a study subject.",
        leaves_alone: "Orders to suppliers, stock codes, prices, doses, procedure and diagnosis codes, models, sections.",
        instead: "Leave the number out, or write \"her booking\".",
    },
    patterns: &[
        Pattern {
            rule: "other-id/booking",
            why: "A word for a booking or a confirmation stands before it.",
            regex: concat!(
                r##"(?-u:\b)(?i:booking|reservation|confirmation|conf|appointment|appt|referral|prior[- ]auth(?:orization)?|pre-?auth(?:orization)?|authorization|claim|clm|case|incident|ticket|report|submission|specimen|accession|acc|requisition|prescription|rx|screening|thread|invoice|barcode)(?i:\s*(?:is|was|ref(?:erence)?|code|id|no\.?|nr\.?|number|num))*[\s:#="'().]{1,5}"##,
                code!(),
                r"(?-u:\b)"
            ),
            near: Near::Words(&[
                "booking",
                "reserv",
                "conf",
                "appointment",
                "appt",
                "referral",
                "auth",
                "claim",
                "clm",
                "case",
                "incident",
                "ticket",
                "report",
                "submission",
                "specimen",
                "acc",
                "requisition",
                "prescription",
                "rx",
                "screening",
                "thread",
                "invoice",
                "barcode",
            ]),
            confidence: 0.8,
            accept: is_code,
        },
        Pattern {
            rule: "other-id/membership",
            why: "A word for a membership, a loyalty or a gift card stands before it.",
            regex: concat!(
                r##"(?-u:\b)(?i:membership|member|loyalty|rewards?|gift ?(?:card|certificate)|voucher|certificate|chart code|client code|client|guest|customer|badge|employee|student|study|subject|participant|enrollee|locker|account holder)(?i:\s*(?:is|was|ref|code|id|card|no\.?|nr\.?|number|num))*[\s:;#="'().]{1,5}"##,
                code!(),
                r"(?-u:\b)"
            ),
            near: Near::Words(&[
                "member",
                "loyalty",
                "reward",
                "gift",
                "voucher",
                "certificate",
                "chart",
                "client",
                "guest",
                "customer",
                "badge",
                "employee",
                "student",
                "study",
                "subject",
                "participant",
                "enrollee",
                "locker",
                "account",
            ]),
            confidence: 0.75,
            accept: is_code,
        },
        Pattern {
            rule: "other-id/reference",
            why: "The word reference and a colon or a number sign stand before it.",
            regex: concat!(
                r##"(?-u:\b)(?i:ref(?:erence)?)(?i:\s*(?:id|no\.?|nr\.?|number|num|code|\([a-z ]{1,12}\)))*\s*[:#]{1,2}\s*"##,
                code!(),
                r"(?-u:\b)"
            ),
            near: Near::Begins(&["ref*"]),
            confidence: 0.75,
            accept: |m| is_code(m) && !is_catalogued(m),
        },
        Pattern {
            rule: "other-id/labelled",
            why: "A word for a case, an approval, a parcel or another thing of one person stands before it.",
            regex: concat!(label!(), gap!(), code!(), r"(?-u:\b)"),
            near: Near::Begins(LABEL_WORDS),
            confidence: 0.65,
            accept: |m| is_shaped(m) && !m.follows_any(24, SUPPLIES) && !is_catalogued(m),
        },
        Pattern {
            rule: "other-id/spaced",
            why: "Such a word stands before letters and digits in groups or one by one.",
            regex: concat!(label!(), gap!(), spaced_code!()),
            near: Near::Begins(LABEL_WORDS),
            confidence: 0.81,
            accept: |m| code::is_spaced_code(m, 5) && !m.follows_any(24, SUPPLIES) && !is_catalogued(m),
        },
        Pattern {
            rule: "other-id/spoken",
            why: "Such a word stands before digits and letters in words.",
            regex: concat!(label!(), r"[^0-9\n]{0,36}?(?:'s )?(?P<id>", spoken_code!(), ")"),
            near: Near::Begins(LABEL_WORDS),
            confidence: 0.91,
            accept: |m| spoken::code(m.text()).0 >= 5 && m.text().len() > 16 && !spoken::is_year_or_age(m.text()),
        },
        Pattern {
            rule: "other-id/secret",
            why: "A word for a PIN, a password or a code that was sent stands before it.",
            regex: r#"(?i-u:(?-u:\b)(?:pin|passcode|password|one[- ]time code|otp|2fa code|verification code|access code|code is|code was)(?-u:\b))(?i-u: (?:is|was|of|number|no\.?)){0,2}[ :="'#]{1,4}(?P<id>[0-9]{3} [0-9]{3}|[A-Za-z]{0,12}[-_]?[0-9][A-Za-z0-9_-]{1,14})(?-u:\b)"#,
            #[rustfmt::skip]
            near: Near::Begins(&[
                "2fa code", "access code", "code is*", "code was*", "one time*", "one-time*", "otp*", "passcode*",
                "password*", "pin*", "verification*",
            ]),
            confidence: 0.7,
            accept: |m| {
                m.digits().len() >= 2 && m.text().len() >= 4 && !is_date(m.text()) && !m.follows_any(20, SUPPLIES)
            },
        },
        Pattern {
            rule: "other-id/bed",
            why: "It is the number of a bed or a room, with a letter.",
            regex: r"(?i-u:(?-u:\b)(?:bed|rm|room)(?-u:\b))[ #.]{1,2}(?P<id>[0-9]{1,4}-?[A-Z](?-u:\b)|[0-9]{1,2}[A-Z]-[0-9]{1,3})(?-u:\b)",
            near: Near::Begins(&["bed*", "rm*", "room*"]),
            confidence: 0.5,
            accept: |m| !code::continues(m) && !is_date(m.text()),
        },
        Pattern {
            rule: "other-id/x12",
            why: "It fills the claim's number in an insurance message (X12).",
            regex: r"(?:CLM|CLP)\*(?P<id>[A-Za-z0-9-]{3,38})\*",
            near: Near::Words(&["clm*", "clp*"]),
            confidence: 0.93,
            accept: |m| m.digits().len() >= 3,
        },
        Pattern {
            rule: "other-id/x12-payer",
            why: "It fills the payer's number for a claim in an insurance message (X12).",
            regex: r"CLP\*(?:[^*~\n]{0,38}\*){6}(?P<id>[A-Za-z0-9-]{5,38})",
            near: Near::Words(&["clp*"]),
            confidence: 0.93,
            accept: |m| m.digits().len() >= 4,
        },
        Pattern {
            rule: "other-id/fhir",
            why: "It is the identifier of a patient in a FHIR resource.",
            regex: r#"(?:"Patient",[ \t\r\n]{0,12}"id"[ ]?:[ ]?"|Patient/)(?P<id>[A-Za-z0-9.-]{3,64})""#,
            near: Near::Words(&["patient"]),
            confidence: 0.9,
            accept: |m| m.digits().len() >= 2,
        },
        Pattern {
            rule: "other-id/person-id",
            why: "A word for a person's number stands before it.",
            regex: concat!(
                r##"(?-u:\b)(?i:(?:patient|client|customer|guest|user|person|member|ipledge)[ _-]?(?:id|guid|uuid|no))(?i:\s*(?:no\.?|number|is))?[\s:#="'>]{1,5}"##,
                code!(),
                r"(?-u:\b)"
            ),
            near: Near::Begins(&[
                "client*",
                "customer*",
                "guest*",
                "ipledge*",
                "member*",
                "patient*",
                "person*",
                "user*",
            ]),
            confidence: 0.8,
            accept: is_code,
        },
        Pattern {
            rule: "other-id/key",
            why: "A program's key of a patient, a visit or a payment: a short word, an underscore and a code.",
            regex: r"(?-u:\b)(?P<id>(?:p|pt|pat|cus|cust|cli|client|apt|appt|bk|bkg|usr|user|mem|pi|ch|vis|enc|rec|ord|lead|gst)_[A-Za-z0-9]{5,24})(?-u:\b)",
            near: Near::Words(&["_"]),
            confidence: 0.7,
            accept: |m| m.digits().len() >= 2,
        },
        Pattern {
            rule: "other-id/prefixed",
            why: "It begins with a short word for a claim, a card, a specimen or the like.",
            regex: r"(?-u:\b)(?P<id>(?:AUTH?|CLM|CLAIM|GC|INV|SPEC|APPT|BKG|RES|MEM|MBR|CASE|TKT|CONF|RCPT|STMT|PAT|CLI|CUST|LOY|VIP)-[A-Z0-9]{2,10}(?:-[A-Z0-9]{1,8}){0,3})(?-u:\b)",
            near: Near::Words(&[
                "aut-", "auth-", "clm-", "claim-", "gc-", "inv-", "spec-", "appt-", "bkg-", "res-", "mem-", "mbr-",
                "case-", "tkt-", "conf-", "rcpt-", "stmt-", "pat-", "cli-", "cust-", "loy-", "vip-",
            ]),
            confidence: 0.7,
            accept: |m| m.digits().len() >= 4 && !code::continues(m),
        },
        Pattern {
            rule: "other-id/before-name",
            why: "It fills the cell of a table before a name.",
            regex: r"(?:\n|[ ]{2}|\t|\|[ ]?)(?P<id>[A-Z]{1,3}-?[0-9]{4,7})(?:[ ]{2,}|\t|[ ]?\|[ ]?)[A-Z](?:[a-z]+|\.)[, ]",
            near: Near::Number { digits: 4, row: 4 },
            confidence: 0.55,
            accept: |m| !m.follows_any(14, SUPPLIES),
        },
        Pattern {
            rule: "other-id/accession",
            why: "A laboratory's letters, a year and a number, beside words of tissue or tests.",
            regex: r"(?-u:\b)(?P<id>[A-Z]{1,3}[0-9]{2}-[0-9]{3,6}(?:-[A-Z][0-9]?)?)(?-u:\b)",
            near: Near::Number { digits: 5, row: 3 },
            confidence: 0.75,
            accept: |m| (m.follows_any(90, TISSUE) || m.precedes_any(60, TISSUE)) && !code::continues(m),
        },
        Pattern {
            rule: "other-id/id",
            why: "The word ID stands before it.",
            regex: concat!(r##"(?-u:\b)ID ?(?:#|no\.|number|:)[:# ]{0,3}"##, code!(), r"(?-u:\b)"),
            near: Near::Begins(&["id", "idno*", "idnumber*"]),
            confidence: 0.6,
            accept: |m| {
                is_code(m)
                    && !m.follows_any(
                        30,
                        &[
                            "device",
                            "vendor",
                            "model",
                            "product",
                            "policy",
                            "tax",
                            "npi",
                            "dea",
                            "insurance",
                            "plan",
                            "group",
                        ],
                    )
            },
        },
    ],
    find: Some(|page, known, hits| {
        tagged_code::find(page, known.tags, hits);
        for (segment, number) in [("ORC", 2), ("ORC", 3), ("OBR", 2), ("OBR", 3), ("SCH", 1), ("SCH", 2), ("PV1", 19)] {
            hl7::field(page, hits, (Kind::OtherId, FOUND[1].0), segment, number);
        }
        code::column(page, hits, (Kind::OtherId, FOUND[2].0), HEADERS, |cell| code::is_code_cell(cell, 4));
    }),
    found: FOUND,
};

/// The rules that no pattern says.
const FOUND: &[(&str, &str)] = &[
    tagged_code::FOUND,
    ("other-id/hl7", "It fills the order's, the appointment's or the visit's number of an HL7 segment."),
    ("other-id/column", "The column's header says booking, claim, order, membership or the like."),
];

/// Whether the text is a code, with digits enough to be one, and no order, price, date or procedure.
fn is_code(m: &Match<'_>) -> bool {
    const BUSINESS: &[&str] = &[
        "po", "purchase", "supplier", "vendor", "invoice", "order", "sku", "catalog", "cpt", "hcpcs", "icd", "icd-10",
        "model", "section", "policy", "form", "version", "chapter", "docket", "court", "cfr", "nct",
    ];
    is_shaped(m) && !m.follows_any(20, BUSINESS)
}

/// Words of tissue and tests, which a laboratory numbers.
const TISSUE: &[&str] = &[
    "path",
    "pathology",
    "cytology",
    "biopsy",
    "bx",
    "specimen",
    "accession",
    "slides",
    "margins",
    "shave",
    "punch",
    "excision",
    "mohs",
    "lab",
    "tissue",
    "case",
];

/// Whether a code is a maker's catalogue number or a procedure's: `REF` on a device's label, five digits behind "biopsy".
fn is_catalogued(m: &Match<'_>) -> bool {
    const BESIDE: &[&str] = &["sn", "s/n", "lot", "serial", "udi", "cc", "ml", "x"];
    let whole = &m.page.text()[m.groups.whole()];
    let procedure = m.text().len() == 5 && m.digits().len() == 5;
    let counted = ["biopsy", "block", "slide", "unit"].iter().any(|word| whole.to_ascii_lowercase().starts_with(word));
    whole.starts_with("REF") && (m.precedes_any(30, BESIDE) || m.follows_any(60, BESIDE)) || procedure && counted
}

/// Whether the text has digits enough to be a code, and is no amount, date or ordinal.
fn is_shaped(m: &Match<'_>) -> bool {
    let text = m.text();
    let digits = m.digits().len();
    let letters = text.chars().filter(char::is_ascii_alphabetic).count();
    let capitals = text.chars().filter(char::is_ascii_uppercase).count();
    let marked = m.before(3).contains('#') || m.before(5).ends_with("no. ") || m.before(8).ends_with("number ");
    let glued = m.after(2).chars().next();
    let goes_on = glued.is_some_and(|c| matches!(c, '%' | '/' | '@' | '$')) || m.before(1).ends_with('$');
    let unit = [
        "days", "day", "units", "mg", "ml", "hours", "hour", "minutes", "weeks", "months", "years", "visits", "am",
        "pm", "of", "sessions", "clients", "points", "percent", "x", "people", "lbs", "cc", "patients", "min",
    ];
    let counted = letters == 0 && unit.iter().any(|unit| m.after(12).trim_start().starts_with(unit));
    // `4th`, `2nd`, `10am`, `60u`: a number with a lower-case tail is no code.
    let tailed = digits > 0
        && letters > 0
        && capitals == 0
        && text.starts_with(|c: char| c.is_ascii_digit())
        && text.ends_with(|c: char| c.is_ascii_lowercase())
        && letters <= 3;
    let long_enough = match (letters, digits) {
        (_, 0) => false,
        (0, 1..=3) => false,
        (0, 4) => marked,
        (0, _) => true,
        // Airlines and hotels give six capitals and digits.
        (_, 1) => capitals >= 2 && text.len() >= 4 && marked || capitals == 5 && text.len() == 6,
        _ => text.len() >= 4 && (capitals > 0 || digits >= 4),
    };
    long_enough
        && !public_code::is_public(m.page, &m.range)
        && !code::is_decimal(text)
        && !code::is_phone(text)
        && !goes_on
        && !counted
        && !tailed
        && !is_date(text)
}

/// Whether the code is a date or a year, which belong to DATE or to nobody.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['/', '-', '.']).collect();
    let numeric = parts.iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
    let year = |part: &str| part.len() == 4 && (part.starts_with("19") || part.starts_with("20"));
    numeric
        && match parts.as_slice() {
            [one] => year(one),
            [a, b] => a.len() <= 2 && b.len() <= 2 || year(a) && b.len() <= 2,
            [a, b, c] => {
                a.len() <= 2 && b.len() <= 2 && (c.len() == 2 || year(c)) || year(a) && b.len() == 2 && c.len() == 2
            }
            _ => false,
        }
}

#[cfg(test)]
mod tests {
    use super::RECOGNIZER;
    use crate::identifier::table;

    #[test]
    fn cases() {
        table::check(
            &RECOGNIZER,
            &[
                "booking ⟦BK-31842⟧ no-showed twice",
                "member no. ⟦SHEEN00462⟧ wants a freeze",
                "chart code ⟦QM-5593⟧, third IPL",
                "claim no. ⟦25-CLM-6609127⟧. keep it short",
                "your confirmation is ⟦QX7-41B⟧.",
                "gift card ⟦6006 4412 0093⟧ won't scan",
                "Specimen\n⟦S25-00482-A⟧ to the lab",
                "badge no. ⟦0381⟧ back by noon",
                "Patient ID: #⟦MS-334455⟧",
                "Ref: ⟦PA-7730041188⟧",
                "case ⟦PRV-2025-017⟧ opened",
                "Prior auth # ⟦AUTH99182⟧ approved",
                "appeal # ⟦B-20250403-66⟧. PA# ⟦7T-33108⟧",
                "VA file number ⟦C-17 663 008⟧, exam",
                "claim ⟦7D0276 7461⟧, appealed",
                "ref# ⟦002 711 092 B⟧ from the payer",
                "iPledge number is ⟦four four oh eight six one two seven one⟧ and",
                "an approved auth, number's ⟦one one zero zero four seven delta⟧, dates",
                "the code is ⟦337 106⟧ for ur visit, portal PIN ⟦4950⟧",
                "loan no. ⟦CK-6620-30-KR⟧, folio ⟦L-1430-11⟧, juror no. ⟦093-11870⟧",
                "vip # ⟦GK 6 6 0 1 0⟧. polite",
                "known traveler # ⟦TK884X33R⟧, FedEx ⟦6835 4709 1126⟧",
                "pt in bed ⟦12-C⟧ and rm ⟦301B⟧",
                "she flies home, confirmation ⟦QXKL7M⟧. screening no. ⟦KX-118-022⟧",
                "upload patient=⟦p_33180⟧ stored, \"id\": \"⟦apt_7f31c08⟧\"",
                "shells sent to pathology (⟦S27-00318⟧), margins clear",
                "<ClientGuid>⟦5f1c2a7e-33b1-4d0e-8c1a-2b8e90d1aa18⟧</ClientGuid>",
                "a case number, ⟦K as in kite, 33 18 07⟧. Thanks",
                "member_id,guest id\nx,⟦331807⟧",
                "falta la de Barrios (⟦AUT-33180⟧), coupon ⟦GC-3318-0044⟧",
                "dup list\n⟦K3318⟧  Maj Ek    ⟦K3402⟧  M. Ek   same cell",
                "raffle ticket numbers 0001–0500",
                "bus pass number is ⟦6335 0118 4410 2207⟧, his",
                "right implant, REF KXF-375, SN 33180718",
                "Biopsy 11104   ded, up to 5 blocks   17314 each, biopsy 180.00",
                "TEST  RESULT  REFERENCE\nTSH   2.31    0.450-4.500\nIron  60      15-150",
                "guest in room 417 complained",
                "CLM*⟦CK-20010⟧*90***11",
                "ORC|RE|⟦P24-6608⟧|||CM",
                "\"subject\": {\"reference\": \"Patient/⟦p-2270⟧\"}",
                "appt_id,first\n⟦A-66011⟧,Bo\n⟦A-66012⟧,Maj",
                "Aadhaar ⟦4409 1173 8926⟧, DNI: ⟦61770823-K⟧",
                "activation code ⟦KRT6-MM10-80XP⟧, enroll",
                "case 3 of 4, report 2024, ticket sales",
                "appointment 10/29, appt 3:15, case 12/24",
                "gift card 25% off, gift card $100",
                "a claim of 100 percent, member 2 of 3",
                "a case study, member benefits, the badge",
                "Rx 20 units, rx 100mg",
                "study 217 patients, subject line",
                "booking 2025 early, booking 60 days out",
                "loyalty points 5000 points",
                "room 3, bed 2, unit 4B rent",
                "map of 12 sites, run 5 miles, key 3 points, pin 2 photos",
                "order 40 units, order 12 boxes of gauze",
            ],
        );
    }
}
