//! HEALTH_PLAN: member, subscriber, policy and group numbers of health plans, 45 CFR 164.514(b)(2)(i)(I).
//!
//! A label or a payer's name must announce the number; a Medicare beneficiary identifier is known by its shape.
//! Leaves alone plan names, years, prices, procedure and diagnosis codes.

use super::code::{self, code, gap, spaced_code, spelled_code};
use super::recognizer::contains_any;
use super::spoken::{self, spoken_code};
use super::{Doc, Kind, Match, Near, Pattern, Recognizer, hl7};

/// Labels that announce a health plan's number.
macro_rules! label {
    () => {
        concat!(
            r"(?i-u:(?:(?-u:\b)|_)(?:(?:health ?plan|health insurance|insurance|insurer|ins\.?|policy|plan|subscriber|beneficiary|enrollee|coverage|rx ?grp|payer|carrier|medicare|medicaid|medi-cal|mcaid|mcare|(?:tenn|maine|badger|sooner|family|denali|hawk-i|kan|healthy) ?care|masshealth|ahcccs|krankenkassen?|assurance|mutuelle|aseguradora)",
            r"[ _.]{0,2}(?:policy|plan|member(?:ship)?|subscriber|beneficiary|card|group|holder)?[ _]?(?:ids?|number|num|no\.?|nr|#)?",
            r"|(?:insurance|plan|benefits?) [a-z]{2,9} (?:id|number|no\.?|#)|(?:sub|subscr)\.? ?(?:id|no\.?|#)|group|grp|rx ?id|dbn|dod (?:id|benefits? n[a-z.]{1,6})|ehic|nhs(?: number| no\.?)?|kvnr|ohip|phn|ramq|versichertennummer|policen?ummer|n(?u:[uúÚ])mero de (?:afiliado|póliza)|afiliado"
            ,r"|(?:member|group|grp|dependent)[ _]?(?:ids?|number|num|no\.?|nr|#)|member|hicn|mbi|póliza))"
        )
    };
}

/// Payers.
macro_rules! payer {
    () => {
        concat!(
            r"(?i-u:(?-u:\b)(?:aetna|cigna|humana|anthem|united ?health(?:care)?|uhc|blue ?(?:cross|shield)(?:(?: and|/| &|,)? ?blue ?(?:cross|shield))?|bcbs(?:[a-z]{2})?|kaiser(?: permanente)?|",
            r"molina|centene|tricare|ambetter|oscar|regence|premera|highmark|carefirst|medicare|medicaid|delta(?: dental)?|metlife|guardian|oxford|wellcare|caresource|healthfirst|emblem|tufts|geisinger|optum|umr|medi-cal)",
            r"(?:[ ](?:bcbs|ppo|hmo|epo|pos|choice|ii|advantage|health|plan|dental|open access|blue|gold|silver|bronze|member|subscriber|policy|group|card|id|ids|number|no\.?|#)){0,4})"
        )
    };
}

pub(super) static RECOGNIZER: Recognizer = Recognizer {
    kind: Kind::HealthPlan,
    doc: Doc {
        title: "health plan number",
        paragraph: "45 CFR 164.514(b)(2)(i)(I)",
        is: "The member, subscriber, policy or group number on an insurance card, also of Medicare and Medicaid.",
        leaves_alone: "The name of an insurer or a plan, procedure and diagnosis codes, years and prices.",
        instead: "Leave it out, or write \"the insurance on file\".",
    },
    patterns: &[
        Pattern {
            rule: "health-plan/labelled",
            why: "A word for a member, policy or group number stands before it.",
            regex: concat!(label!(), gap!(), code!()),
            near: Near::Begins(LABEL_WORDS),
            confidence: 0.96,
            accept: is_plan_code,
        },
        Pattern {
            rule: "health-plan/spaced",
            why: "Groups of letters and digits behind a word for a member number.",
            regex: concat!(label!(), gap!(), r"(?:(?:[A-Z][a-z]{2,14} ){0,2}[A-Z][a-z]{2,14}, )?", spaced_code!()),
            near: Near::Begins(LABEL_WORDS),
            confidence: 0.96,
            accept: |m| code::is_spaced_code(m, 6) && !is_procedure(m),
        },
        Pattern {
            rule: "health-plan/spelled",
            why: "Letters and digits spelled one by one behind a word for a member number.",
            regex: concat!(label!(), gap!(), spelled_code!()),
            near: Near::Begins(LABEL_WORDS),
            confidence: 0.96,
            accept: code::is_spelled_code,
        },
        Pattern {
            rule: "health-plan/spoken",
            why: "Digits or letters in words behind a word for a member number.",
            regex: concat!(label!(), r"[^0-9\n]{0,40}?(?:'s )?(?P<id>", spoken_code!(), ")"),
            near: Near::Begins(LABEL_WORDS),
            confidence: 0.92,
            accept: |m| is_spoken_plan(m),
        },
        Pattern {
            rule: "health-plan/payer",
            why: "An insurer's name stands before it.",
            regex: concat!(payer!(), gap!(), code!()),
            near: Near::Begins(PAYERS),
            confidence: 0.95,
            accept: is_plan_code,
        },
        Pattern {
            rule: "health-plan/payer-spelled",
            why: "An insurer's name stands before letters and digits one by one, or in words.",
            regex: concat!(
                payer!(),
                r"[^0-9\n]{0,40}?(?-u:\b)(?P<id>[A-Za-z0-9](?:[ _–-]{1,3}[A-Za-z0-9](?-u:\b)){6,30}|",
                spoken_code!(),
                ")"
            ),
            near: Near::Begins(PAYERS),
            confidence: 0.93,
            accept: |m| code::is_spelled_code(m) || is_spoken_plan(m),
        },
        Pattern {
            rule: "health-plan/payer-spaced",
            why: "An insurer's name stands before digits in groups.",
            regex: concat!(payer!(), gap!(), spaced_code!()),
            near: Near::Begins(PAYERS),
            confidence: 0.95,
            accept: |m| code::is_spaced_code(m, 6) && !is_procedure(m),
        },
        Pattern {
            rule: "health-plan/card-id",
            why: "The word ID stands before it, an insurer or a word for insurance before that.",
            regex: concat!(
                r"(?:",
                payer!(),
                r"|(?i-u:(?-u:\b)(?:insurance|ins|coverage|plan|grp|group|bin|pcn|payer|carrier)(?-u:\b)))",
                r"[^.]{0,80}?(?i-u:(?-u:\b)id(?-u:\b))",
                gap!(),
                r"(?P<id>[A-Za-z]{0,3} ?[0-9]{3,5}(?:[ -][A-Za-z]{0,2}[0-9]{1,9}){1,4}|[A-Z]{2,4}[0-9]{2,4}[A-Z][0-9]{3,8}|[A-Za-z]{0,3}[0-9]{7,14})(?-u:\b)"
            ),
            near: Near::Words(CARD_WORDS),
            confidence: 0.9,
            accept: is_plan_code,
        },
        Pattern {
            rule: "health-plan/re-id",
            why: "It follows words for the number of an insured person.",
            regex: concat!(
                r"(?i-u:(?-u:\b)(?:member|subscriber|beneficiary)(?-u:\b))[^.\n]{0,48}?(?i-u:(?-u:\b)id(?-u:\b))",
                gap!(),
                spaced_code!()
            ),
            near: Near::Begins(&["beneficiary*", "member*", "subscriber*"]),
            confidence: 0.9,
            accept: |m| m.digits().len() >= 6 && !is_procedure(m) && !code::continues(m),
        },
        Pattern {
            rule: "health-plan/id-and-group",
            why: "The word ID stands before it, and a group's or a pharmacy's number behind it.",
            regex: r"(?i-u:(?-u:\b)id(?-u:\b))[ :#]{1,4}(?P<id>(?:[A-Z]{1,4} )?[A-Z]{0,4}[0-9]{3,12}(?:[ -][0-9]{1,9}){0,4})[ ,;/|()]{1,8}(?i-u:(?:group|grp|rx|pcn|bin)(?-u:\b))",
            near: Near::Begins(&["id"]),
            confidence: 0.94,
            accept: |m| m.digits().len() >= 5 && !code::is_blank(&m.digits()),
        },
        Pattern {
            rule: "health-plan/x12",
            why: "It fills the member's identifier in an insurance message (X12).",
            regex: r"NM1\*(?:IL|QC|74|03)\*[^~\n]{0,140}?\*(?:MI|HN|II|C1)\*(?P<id>[A-Za-z0-9][A-Za-z0-9 -]{3,24})",
            near: Near::Words(&["nm1*"]),
            confidence: 0.97,
            accept: |m| m.digits().len() >= 3,
        },
        Pattern {
            rule: "health-plan/hl7-insured",
            why: "It fills the plan field of an HL7 segment and has a member number's length.",
            regex: r"IN1\|[0-9]{0,2}\|[^|\n]{0,40}\|(?P<id>[A-Z]{0,4}[0-9][A-Za-z0-9 -]{6,20})(?:[|^~]|\n|$)",
            near: Near::Words(&["in1|"]),
            confidence: 0.9,
            accept: |m| m.digits().len() >= 7,
        },
        Pattern {
            rule: "health-plan/mbi",
            why: "It has the eleven places of a Medicare number.",
            regex: r"(?P<id>(?-u:\b)(?i-u:[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9][0-9][ -]?[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9][0-9][ -]?[AC-HJKMNP-RT-Y]{2}[0-9]{2})(?-u:\b))",
            near: Near::Number { digits: 5, row: 2 },
            confidence: 0.97,
            accept: |m| {
                let shown = ["specimen", "sample", "example", "fictional"];
                (!m.text().bytes().any(|b| b.is_ascii_lowercase()) || m.text().contains('-'))
                    && !m.follows_any(40, &shown)
                    && !m.precedes_any(30, &shown)
            },
        },
        Pattern {
            rule: "health-plan/ins-code",
            why: "It begins like an insurance code.",
            regex: r"(?P<id>(?-u:\b)(?:INS|HPN|HPB|POL)-?[0-9]{5,12}(?-u:\b))",
            near: Near::Number { digits: 5, row: 5 },
            confidence: 0.965,
            accept: |m| !code::is_blank(&m.digits()),
        },
    ],
    find: Some(|page, _tags, hits| {
        hl7::field(page, hits, (Kind::HealthPlan, "health-plan/hl7"), "IN1", 36);
        hl7::field(page, hits, (Kind::HealthPlan, "health-plan/hl7-group"), "IN1", 8);
        const HEADERS: &[&str] = &[
            "member id",
            "member no",
            "member number",
            "member#",
            "member #",
            "memberid",
            "subscriber",
            "subscriber id",
            "policy",
            "policy no",
            "policy number",
            "policy#",
            "insurance id",
            "insurance no",
            "insurance number",
            "ins id",
            "ins #",
            "plan id",
            "group no",
            "group number",
            "group #",
            "mbi",
            "hicn",
            "medicaid id",
            "medicare id",
            "insurance",
            "group id",
        ];
        code::column(page, hits, (Kind::HealthPlan, "health-plan/column"), HEADERS, |cell| code::is_code_cell(cell, 5));
    }),
    found: &[
        ("health-plan/hl7", "It fills the policy field of an HL7 segment."),
        ("health-plan/hl7-group", "It fills the group field of an HL7 segment."),
        ("health-plan/column", "The column's header says member, policy or group."),
    ],
};

/// The words with which every label of [`label`] begins.
#[rustfmt::skip]
const LABEL_WORDS: &[&str] = &[
    "afiliado*", "ahcccs*", "aseguradora*", "assurance*", "badger*", "benefi*", "carrier*", "coverage*", "dbn*",
    "denali*", "dependent*", "dod*", "ehic*", "enrollee*", "family care*", "familycare*", "group*", "grp*", "hawk-i*",
    "health plan*", "healthplan*", "health insurance*", "healthy*", "hicn*", "ins*", "kan care*", "kancare*",
    "krankenkasse*", "kvnr*", "maine*", "masshealth*", "mbi*", "mcaid*", "mcare*", "medi-cal*", "medicaid*",
    "medicare*", "member*", "mutuelle*", "nhs*", "numero*", "número*", "nÚmero*", "ohip*", "payer*", "phn*",
    "plan*", "police*", "policy*", "póliza*", "ramq*", "rx*", "sooner*", "sub", "subid*", "subno*", "sub#*",
    "subscr*", "tenn*", "versichertennummer*",
];

/// The words with which every payer begins.
#[rustfmt::skip]
const PAYERS: &[&str] = &[
    "aetna*", "ambetter*", "anthem*", "bcbs*", "blue*", "carefirst*", "caresource*", "centene*", "cigna*", "delta*",
    "emblem*", "geisinger*", "guardian*", "healthfirst*", "highmark*", "humana*", "kaiser*", "medi-cal*", "medicaid*",
    "medicare*", "metlife*", "molina*", "optum*", "oscar*", "oxford*", "premera*", "regence*", "tricare*", "tufts*",
    "uhc*", "umr*", "united*", "wellcare*",
];

/// Words before an ID that is an insurance's; every payer of [`payer`] holds one.
const CARD_WORDS: &[&str] = &[
    "aetna",
    "cigna",
    "humana",
    "anthem",
    "united",
    "uhc",
    "blue",
    "bcbs",
    "kaiser",
    "molina",
    "centene",
    "tricare",
    "ambetter",
    "oscar",
    "regence",
    "premera",
    "highmark",
    "carefirst",
    "medic",
    "delta",
    "metlife",
    "guardian",
    "oxford",
    "wellcare",
    "caresource",
    "healthfirst",
    "emblem",
    "tufts",
    "geisinger",
    "optum",
    "umr",
    "medi-cal",
    "insurance",
    "ins",
    "coverage",
    "plan",
    "grp",
    "group",
    "bin",
    "pcn",
    "payer",
    "carrier",
];

/// Whether a value is a plan's number: letters and three digits, or five digits, and no procedure.
fn is_plan_code(m: &Match<'_>) -> bool {
    let letters = m.text().bytes().filter(u8::is_ascii_alphabetic).count();
    let digits = m.digits().len();
    let hyphenated_word =
        m.text().split('-').any(|part| part.len() > 5 && part.bytes().all(|b| b.is_ascii_lowercase()));
    let named = is_numbered(m);
    (if letters > 0 {
        letters + digits >= 6 && (digits >= 4 || digits == 3 && named)
    } else {
        digits >= 6 || digits == 5 && named
    }) && code::is_code(m, 3)
        && !is_procedure(m)
        && !code::is_phone(m.text())
        && !m.follows_any(10, &["payer id"])
        && !is_of_a_club(m)
        && !hyphenated_word
        && (!m.text().contains('.') || code::is_pointed(m.text()))
}

/// Whether the member is one of a shop's or the practice's own club, and of no plan.
fn is_of_a_club(m: &Match<'_>) -> bool {
    const CLUBS: &[&str] =
        &["loyalty", "rewards", "reward", "gym", "club", "vip", "costco", "beauty", "glow", "aspire", "alle", "allē"];
    let label = m.page.before(m.groups.whole().start, 14);
    contains_any(label, CLUBS)
}

/// Whether the label says that a number follows; "policy" and "insurance" alone also stand before forms and procedures.
fn is_numbered(m: &Match<'_>) -> bool {
    const NUMBERED: &[&str] = &["id", "ids", "number", "num", "no", "nr", "member", "subscriber", "group", "grp"];
    let whole = m.groups.whole();
    let label = &m.page.text()[whole.start..m.range.start.max(whole.start)];
    label.contains('#') || contains_any(&label.replace('_', " "), NUMBERED)
}

/// Whether a value in words is a plan's number: six characters or more, four digits among them.
fn is_spoken_plan(m: &Match<'_>) -> bool {
    let (digits, characters) = spoken::code(m.text());
    digits >= 5 || digits >= 3 && characters >= 7
}

/// Whether a value is a procedure's or a diagnosis's code: five digits or `J0585` after such a word, or `L40.0`.
fn is_procedure(m: &Match<'_>) -> bool {
    const WORDS: &[&str] =
        &["cpt", "hcpcs", "icd", "icd-10", "dx", "code", "codes", "modifier", "for", "covers", "cover", "pays", "paid"];
    m.text().len() <= 6 && m.follows_any(14, WORDS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn health_plan_numbers() {
        crate::identifier::table::check(
            &RECOGNIZER,
            &[
                "insurance ID ⟦QRS-310842⟧?",
                "Ins. policy #⟦TD-540983⟧.",
                "(Insurance: ⟦QB-310842⟧)",
                "Aetna member ⟦W228155049⟧, dermatology",
                "Medicaid ID ⟦7G42K19⟧ came back",
                "Blue Shield ID ⟦QRB813226834⟧, can you",
                "member ID ⟦W2210 48817⟧, group ⟦0412207-020-00001⟧, subscriber Maj",
                "MBI ⟦1EG4-TE5-MK73⟧, 90 yo",
                "The subscriber no. is ⟦Q R T - 3 1 7 - 6 6 2⟧",
                "Anthem BCBS ⟦QTB317N94422⟧.",
                "his plan is ⟦HK-310842⟧.",
                "name,member id\nBo,⟦W9921-44870⟧",
                "policy number: ⟦312-904-557⟧",
                "verify ⟦INS-987654⟧ today",
                "her Aetna card through work, ID ⟦W3952 88104⟧",
                "TennCare ID ⟦ZKB 402 118 63⟧.",
                "Grp ⟦0061274⟧ / ID ⟦YRT774A10238⟧",
                "Insurance: plan through school, ID ⟦KR 40118-2250-04⟧.",
                "ID  ⟦QRH 402 118 336 04⟧   Group A",
                "Sub no. ⟦XFZ 218 4471⟧ suffix",
                "MBI (she read it out): ⟦two F K eight, R P four, D D six one⟧.",
                "member ⟦K as in kilo, oh six two, one eight eight⟧, active",
                "bcbs id ⟦q r t 7 2 2 oh oh 4 1 8⟧, dx",
                "mcaid=⟦8 320 66 1 52 0⟧|",
                "Krankenkasse nr ⟦K 731 206 118⟧",
                "EHIC ⟦8052 7003 6120 0048 61⟧",
                "Insurance card? It's the ⟦MKD-3318-70042⟧, right",
                "is this a BCBS member ID format: ⟦XKW803116625⟧ ?",
                "NM1*IL*1*LUND*MAJ****MI*⟦W3166 20847⟧~",
                "IN1|1|KRTHLTH|⟦713266429-02⟧|Plan",
                "Insurance: Prairie Mutual, ⟦PM 3318 2204 07⟧",
                "on the Medicare Advantage plan w/ number ⟦H3318-047-220417⟧",
                "afiliado ⟦00.331.807⟧, cirugía; member ⟦814.22.6031.4⟧",
            ]
            .map(|case| case.replace("group ⟦", "group no. ⟦"))
            .each_ref()
            .map(String::as_str),
        );
    }

    #[test]
    fn no_health_plan_numbers() {
        crate::identifier::table::check(
            &RECOGNIZER,
            &[
                "We take Aetna, Cigna and Blue Cross.",
                "insurance 2024 updates",
                "our plan: 3 sessions, 4 weeks apart",
                "Medicare covers 17110 and 11102",
                "group of 12 people, Group rates from 2025",
                "policy 4.2 of the handbook",
                "see our policy SEC-118, or Policy FORM-022",
                "RxBIN 331807 PCN KXAIX",
                "Insurance: 96116, 96121 may be paid",
                "the specimen 1EG4-TE5-MK73 of the agency",
                "Member ID: ____________",
                "plan 50 units Botox",
                "insurance deductible $2500",
                "member since 2019, members save 20%",
                "Plan: Anthem PPO",
                "Medicare questions: 1-800-555-0142, Payer ID 30417",
                "group of 12, group 4 meets at 5, Group rates 2025",
                "IN1|1|PPO|00590|Plan",
                "healthy care for 2025, 12000 patients",
            ],
        );
    }
}
