//! LICENSE: driver's and professional licences, passports, NPI and DEA numbers, 45 CFR 164.514(b)(2)(i)(K).
//!
//! A label must announce the number (an NPI or DEA number is also checked by its digit). Leaves alone the word
//! license without a number, software licenses, and rules about licensing.

use super::code::{self, code, gap, luhn};
use super::{Doc, Kind, Match, Near, Pattern, Recognizer};

pub(super) static RECOGNIZER: Recognizer = Recognizer {
    kind: Kind::License,
    doc: Doc {
        title: "certificate or license number",
        paragraph: "45 CFR 164.514(b)(2)(i)(K)",
        is: "The number of a driver's license, a state ID, a passport or a medical cannabis card, of a professional \
             license, an NPI or a DEA registration.",
        leaves_alone: "The word license without a number, blanks on a form, software licenses, and rules on licensing.",
        instead: "Leave it out, or write \"ID checked\".",
    },
    patterns: &[
        Pattern {
            rule: "license/labelled",
            why: "A word for a licence stands before it.",
            regex: concat!(
                r"(?i-u:(?:(?-u:\b)|_)(?:(?:driver'?s?'?|drivers'|operator'?s?|professional|medical|nursing|nurse|state|esthetician'?s?|cosmetology|board|rn|np|pa|md|do|lvn|lpn|le|cpe|vehicle operator)[ _.]{1,2})?",
                r"(?:licen[sc]es?|lic\.?|licencia|state id|id card|permit|certificate|certification|cert\.?|registration|esthetician|injector|green card|alien)(?-u:\b)",
                r"(?:[ _](?:card|scanned|on file|copy|exp|plate))?[ _]?(?:number|num|no\.?|nr|#|id)?)",
                gap!(),
                r"(?P<id>(?:[A-Z]{1,3}[ -])?(?:[A-Za-z]{1,5}[-]?){0,2}[0-9][A-Za-z0-9]*(?:-[A-Za-z0-9]+){0,5})"
            ),
            near: Near::Words(&[
                "lic", "state id", "id card", "permit", "cert", "regist", "esthet", "injector", "green", "alien",
            ]),
            confidence: 0.94,
            accept: is_license,
        },
        Pattern {
            rule: "license/passport",
            why: "The word passport stands before it.",
            regex: concat!(
                r"(?i-u:(?-u:\b)(?:passports?|pasaporte)(?-u:\b))[^0-9\n;]{0,44}?",
                r#"[ :#"=|,>(]"#,
                r"(?P<id>[A-Za-z]{0,2}[0-9][A-Za-z0-9]{5,9})(?-u:\b)"
            ),
            near: Near::Words(&["passport", "pasaporte"]),
            confidence: 0.95,
            accept: |m| m.digits().len() >= 5 && code::is_code(m, 5),
        },
        Pattern {
            rule: "license/npi",
            why: "The word NPI stands before ten digits.",
            regex: concat!(r"(?i-u:(?:(?-u:\b)|_)npi(?-u:\b))", gap!(), r"(?P<id>[12][0-9]{9})(?-u:\b)"),
            near: Near::Words(&["npi"]),
            confidence: 0.97,
            accept: |m| !code::is_blank(&m.digits()),
        },
        Pattern {
            rule: "license/dea",
            why: "The word DEA stands before two letters and seven digits.",
            regex: concat!(
                r"(?i-u:(?:(?-u:\b)|_)dea(?-u:\b)(?: registration| reg\.?)?)",
                gap!(),
                r"(?P<id>[A-Za-z][A-Za-z9]-?[0-9]{7})(?-u:\b)"
            ),
            near: Near::Words(&["dea"]),
            confidence: 0.97,
            accept: |m| !code::is_blank(&m.digits()),
        },
        Pattern {
            rule: "license/dea-checked",
            why: "Two letters and seven digits with the check digit of a DEA number.",
            regex: r"(?P<id>(?-u:\b)[ABCDEFGHJKLMPRSTUX][A-Z9][0-9]{7}(?-u:\b))",
            near: Near::Digits,
            confidence: 0.7,
            accept: |m| {
                is_dea(m.text()) && !m.follows_any(14, &["lot", "sn", "serial", "mrn", "id", "member", "policy"])
            },
        },
        Pattern {
            rule: "license/npi-checked",
            why: "Ten digits with the check digit of an NPI, beside a provider.",
            regex: r"(?P<id>(?-u:\b)[12][0-9]{9}(?-u:\b))",
            near: Near::Digits,
            confidence: 0.75,
            accept: |m| {
                luhn(&format!("80840{}", m.text()))
                    && m.column_header().is_none()
                    && m.follows_any(60, &["npi", "provider id", "md", "np", "pa-c", "do"])
            },
        },
        Pattern {
            rule: "license/hl7-provider",
            why: "It fills the identifier of a provider in an HL7 segment.",
            regex: r"\|(?P<id>[12][0-9]{9})\^[A-Z]",
            near: Near::Words(&["^"]),
            confidence: 0.9,
            accept: |m| luhn(&format!("80840{}", m.text())) || m.before(8).contains('|'),
        },
        Pattern {
            rule: "license/card",
            why: "A word for a licence or an identity card stands before it.",
            regex: concat!(
                r"(?i-u:(?-u:\b)(?:cannabis|marijuana|mmj)(?: patient)?(?: card| id| registry)?(?-u:\b)(?: number| no\.?| #)?)",
                gap!(),
                code!()
            ),
            near: Near::Words(&["cannabis", "marijuana", "mmj"]),
            confidence: 0.94,
            accept: |m| code::is_code(m, 4),
        },
        Pattern {
            rule: "license/state-dl",
            why: "It has the form of that state's driver's licence, behind a word for one.",
            regex: r"(?-u:\b)(?:DL|D/L|D\.L\.|OLN|ODL|[a-z]{4,12} dl)(?i-u: ?(?:number|no\.?|is|#)){0,2}[#:. ]{1,3}(?P<id>[A-Za-z]{0,3}[0-9][A-Za-z0-9-]{4,14})(?-u:\b)",
            near: Near::Words(&["dl", "d/l", "d.l", "oln"]),
            confidence: 0.94,
            accept: |m| code::is_code(m, 5),
        },
    ],
    find: Some(|page, _tags, hits| {
        const HEADERS: &[&str] = &[
            "license",
            "licence",
            "license no",
            "license #",
            "license number",
            "lic",
            "lic #",
            "npi",
            "dea",
            "dea #",
            "dl",
            "driver license",
            "drivers license",
            "passport",
            "state license",
        ];
        code::column(page, hits, (Kind::License, "license/column"), HEADERS, |cell| code::is_code_cell(cell, 5));
    }),
    found: &[("license/column", "The column's header says licence, passport, NPI or DEA.")],
};

/// Whether a labelled value is a licence: five digits, or four behind letters, no percentage, term or version.
fn is_license(m: &Match<'_>) -> bool {
    const SOFTWARE: &[&str] = &[
        "software",
        "seats",
        "seat",
        "users",
        "mit",
        "apache",
        "gpl",
        "creative commons",
        "cc by",
        "microsoft",
        "liquor",
    ];
    let digits = m.digits().len();
    let letters = m.text().bytes().any(|b| b.is_ascii_uppercase());
    digits >= if letters { 4 } else { 5 } && code::is_code(m, 4) && !m.follows_any(40, SOFTWARE)
}

/// Whether the last digit of a DEA number is the right one.
fn is_dea(text: &str) -> bool {
    let digits: Vec<u32> = text.bytes().filter(u8::is_ascii_digit).map(|b| u32::from(b - b'0')).collect();
    let digits = &digits[digits.len().saturating_sub(7)..];
    matches!(digits, [a, b, c, d, e, f, last] if (a + c + e + 2 * (b + d + f)) % 10 == *last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn licenses() {
        crate::identifier::table::check(
            &RECOGNIZER,
            &[
                "Driver's license ⟦M48-207-951⟧.",
                "license no. ⟦MD-0731946⟧, active",
                "Ohio DL ⟦RK636817⟧ doesn't match",
                "passport ⟦Q5S8U30C2⟧, aisle seat",
                "her passport for the file, it is number ⟦561204873⟧",
                "NPI ⟦1234567893⟧",
                "DEA ⟦AP5836727⟧ renewed",
                "signed with ⟦AP5836727⟧ today",
                "Bo Ek, RN: license ⟦RN884210⟧ lapses",
                "License scanned      ⟦NV 2104478813⟧",
                "Driver license no.: ⟦WY 118823-904⟧",
                "medical cannabis card ⟦MMJ-3315820⟧ and",
                "name | license | npi\nBo Ek | ⟦IL 036-118204⟧ | ⟦1234567893⟧",
                "KS driver lic. ⟦K13-90-5528⟧, exp",
            ],
        );
    }

    #[test]
    fn no_licenses() {
        crate::identifier::table::check(
            &RECOGNIZER,
            &[
                "License #: ____________",
                "license renewal every 2 years, 30 hours",
                "MIT license 2.0",
                "software license for 12 seats, key 20250101",
                "licensed in 2019",
                "DEA rules changed in 2023",
                "NPI number required",
                "passport photos 2x2 inches",
                "certification course, 16 hours, $1,295",
                "certified in Morpheus8",
                "permit parking 7-9",
            ],
        );
    }
}
