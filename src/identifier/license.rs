//! LICENSE: driver's and professional licences, passports, NPI and DEA numbers, 45 CFR 164.514(b)(2)(i)(K).
//!
//! A label must announce the number (an NPI or DEA number is also checked by its digit). Leaves alone the word
//! license without a number, software licenses, and rules about licensing.

use super::code::{self, code, gap, luhn};
use super::recognizer::contains_any;
use super::{Doc, Kind, Match, Near, Pattern, Recognizer, state_forms};

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
            why: "A word for a licence, a permit or an identity card stands before it.",
            regex: concat!(
                r"(?i-u:(?:(?-u:\b)|_)(?:(?:driver'?s?'?|drivers'|operator'?s?|professional|medical|nursing|nurse|state|esthetician'?s?|cosmetology|board|rn|np|pa|md|do|lvn|lpn|le|cpe|vehicle operator)[ _.]{1,2})?",
                r"(?:licen[sc]es?|lic\.?|licencia|credential|f(?u:[uüÜ])hrerschein|permis|carnet|residence permit|visa (?:no\.?|number)|medallion|state id|id card|permit|certificate|certification|cert\.?|registration|esthetician|injector|green card|alien)(?-u:\b)",
                r"(?:[ _](?:card|scanned|on file|copy|exp|plate))?[ _]?(?:number|num|no\.?|nr|#|id)?)",
                gap!(),
                r"(?:[A-Z][a-z]{2,11}(?: [A-Z][a-z]{2,11})?[,:]? )?(?P<id>(?:[A-Z]{1,3}[. -])?(?:[A-Za-z]{1,5}[-]?){0,2}[0-9][A-Za-z0-9]*(?:-[A-Za-z0-9]+){0,5})"
            ),
            near: Near::Words(&[
                "lic",
                "state id",
                "id card",
                "perm",
                "cert",
                "regist",
                "esthet",
                "injector",
                "green",
                "alien",
                "credential",
                "hrerschein",
                "carnet",
                "visa",
                "medallion",
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
                r"(?P<id>(?:[A-Z]{1,2} )?[A-Za-z]{0,2}[0-9][A-Za-z0-9]{5,9}|[0-9]{2,3}(?: [0-9]{2,4}){2,3}|[A-Z][A-Z0-9]{7,8})(?-u:\b)"
            ),
            near: Near::Begins(&["pasaporte*", "passport*"]),
            confidence: 0.95,
            accept: |m| code::is_code(m, if m.text().bytes().any(|b| b.is_ascii_alphabetic()) { 3 } else { 6 }),
        },
        Pattern {
            rule: "license/npi",
            why: "The word NPI stands before ten digits.",
            regex: concat!(r"(?i-u:(?:(?-u:\b)|_)npi(?-u:\b))", gap!(), r"(?P<id>[12][0-9]{9})(?-u:\b)"),
            near: Near::Begins(&["npi*"]),
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
            near: Near::Begins(&["dea*"]),
            confidence: 0.97,
            accept: |m| !code::is_blank(&m.digits()),
        },
        Pattern {
            rule: "license/dea-checked",
            why: "Two letters and seven digits with the check digit of a DEA number.",
            regex: r"(?P<id>(?-u:\b)[ABCDEFGHJKLMPRSTUX][A-Z9][0-9]{7}(?-u:\b))",
            near: Near::Number { digits: 7, row: 7 },
            confidence: 0.7,
            accept: |m| {
                is_dea(m.text()) && !m.follows_any(14, &["lot", "sn", "serial", "mrn", "id", "member", "policy"])
            },
        },
        Pattern {
            rule: "license/npi-checked",
            why: "Ten digits with the check digit of an NPI, behind a provider's credential.",
            regex: r"(?P<id>(?-u:\b)[12][0-9]{9}(?-u:\b))",
            near: Near::Number { digits: 10, row: 10 },
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
            why: "A word for a cannabis card stands before it.",
            regex: concat!(
                r"(?i-u:(?-u:\b)(?:cannabis|marijuana|mmj)(?: patient)?(?: card| id| registry)?(?-u:\b)(?: number| no\.?| #)?)",
                gap!(),
                code!()
            ),
            near: Near::Begins(&["cannabis*", "marijuana*", "mmj*"]),
            confidence: 0.94,
            accept: |m| code::is_code(m, 4),
        },
        Pattern {
            rule: "license/state-dl",
            why: "It has the form of a state's driver's licence, behind a word for one.",
            regex: concat!(
                r"(?-u:(?:\b|_))(?:(?-i:C?DL|D/L|D\.L\.|OLN|ODL|DLN)|dl(?:[_ ]?(?:no|number|num|id))?|[a-z]{4,12} dl|(?i-u:(?:driver'?s?'?|driving|operator'?s?)[ _]?(?:licen[sc]e|lic)\.?))",
                r"(?i-u:[ _]?(?:number|no\.?|is|#|id|card)){0,2}",
                r#"[#:=",. ]{1,4}(?P<id>(?:"#,
                state_forms::state!(),
                r"[ #:]{1,3})?(?:",
                state_forms::form!(),
                r"))(?-u:\b)"
            ),
            near: Near::Words(&["dl", "d/l", "d.l", "oln", "lic"]),
            confidence: 0.945,
            accept: |m| state_forms::is_of_any(m.text()) && !code::continues(m),
        },
        Pattern {
            rule: "license/dl",
            why: "A short word for a driver's licence stands before it.",
            regex: r"(?-u:\b)(?:C?DL|D/L|D\.L\.|OLN|ODL|DLN|[a-z]{4,12} dl)(?i-u: ?(?:number|no\.?|is|#)){0,2}[#:. ]{1,3}(?P<id>[A-Za-z]{0,3}[0-9][A-Za-z0-9-]{4,22})(?-u:\b)",
            near: Near::Words(&["dl", "d/l", "d.l", "oln"]),
            confidence: 0.94,
            accept: |m| code::is_code(m, 5),
        },
        Pattern {
            rule: "license/state-spaced",
            why: "A word for a licence stands before letters and digits in groups or one by one.",
            regex: concat!(
                r"(?i-u:(?:(?-u:\b)|_)(?:licen[sc]e|lic|dl|credential)(?-u:\b)\.?)",
                gap!(),
                r"(?P<id>(?:[A-Za-z][0-9]{0,2}|[0-9]{1,2})(?:[ _–-]{1,3}(?:[A-Za-z]|[0-9]{1,2})(?-u:\b)){5,30}|[A-Z]{5} [0-9]{6} [A-Z0-9]{5}|[A-Z] ?[0-9]{3}(?: [0-9]{3}){3,4})(?-u:\b)"
            ),
            near: Near::Begins(&["credential", "dl", "lic", "licence", "license"]),
            confidence: 0.946,
            accept: |m| m.digits().len() >= 5 && !code::continues(m),
        },
        Pattern {
            rule: "license/state",
            why: "A state stands before it, and a word for a licence before that or its expiry behind it.",
            regex: concat!(
                r"(?-u:\b)(?P<state>",
                state_forms::state!(),
                r")[ ,:#]{1,3}(?P<id>(?:[A-Z]{1,5}[-. ]?)?[0-9]{4,12}(?:[- ][0-9]{2,6}){0,3}[A-Z]{0,3}|[A-Z][0-9]{3}(?:-[0-9]{2,4}){2,5}|[A-Z]{2}[0-9]{6}[A-Z]|[0-9]{3} [0-9]{3}(?: [0-9]{3})?)(?-u:\b)"
            ),
            near: Near::Number { digits: 4, row: 3 },
            confidence: 0.9,
            accept: is_of_a_state,
        },
        Pattern {
            rule: "license/british",
            why: "The sixteen places of a British driving licence.",
            regex: r"(?P<id>(?-u:\b)[A-Z][A-Z9]{4} ?[0-9][0156][0-9][0-3][0-9]{2} ?[A-Z9]{2}[0-9A-Z][A-Z]{2})(?-u:\b)",
            near: Near::Number { digits: 6, row: 6 },
            confidence: 0.9,
            accept: |_| true,
        },
        Pattern {
            rule: "license/x12-provider",
            why: "It fills the NPI of a provider in an insurance message (X12).",
            regex: r"\*XX\*(?P<id>[12][0-9]{9})(?-u:\b)",
            near: Near::Words(&["*xx*"]),
            confidence: 0.95,
            accept: |_| true,
        },
        Pattern {
            rule: "license/author",
            why: "It is the author's or the performer's identifier in a clinical document and has an NPI's ten digits.",
            regex: r#"(?i-u:assigned(?:author|entity)|author|performer)>[^<]{0,40}<id[^>]{0,80}?extension="(?P<id>[12][0-9]{9})""#,
            near: Near::Words(&["extension=\""]),
            confidence: 0.9,
            accept: |_| true,
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
        code::column(page, hits, (Kind::License, "license/column"), HEADERS, |cell| {
            let letters = cell.bytes().filter(u8::is_ascii_uppercase).count();
            code::is_code_cell(cell, 5)
                || cell.len() == 12 && state_forms::is_of_any(cell)
                || letters >= 5 && code::is_code_cell(cell, 3) && !cell.contains(' ')
        });
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
        "calibrated",
        "calibration",
        "probe",
        "warranty",
    ];
    let digits = m.digits().len();
    let letters = m.text().bytes().any(|b| b.is_ascii_uppercase());
    digits >= if letters { 4 } else { 5 } && code::is_code(m, 4) && !m.follows_any(40, SOFTWARE)
}

/// Whether a number behind a state is a licence: words for one before it, or its expiry behind it.
fn is_of_a_state(m: &Match<'_>) -> bool {
    const WORDS: &[&str] = &[
        "lic",
        "license",
        "licence",
        "licensed",
        "licensure",
        "driver",
        "dl",
        "cdl",
        "nursys",
        "rn",
        "lpn",
        "lvn",
        "aprn",
        "psychologist",
        "lcsw",
        "esthetician",
        "board",
        "credentialing",
        "state id",
    ];
    let said = m.follows_any(80, WORDS) || m.column_header().is_some_and(|header| contains_any(header, WORDS));
    let expires = m.after(6).trim_start().starts_with("exp");
    let zip = m.text().len() == 5 && m.digits().len() == 5;
    (said || expires) && !zip && code::is_code(m, 5) && !m.follows_any(20, &["zip", "suite", "box", "ave", "st", "rd"])
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
                "Driver license no.: ⟦WY 118823-904⟧, driver's lic ⟦OR 3300718⟧",
                "medical cannabis card ⟦MMJ-3315820⟧ and",
                "name | license | npi\nBo Ek | ⟦IL 036-118204⟧ | ⟦1234567893⟧",
                "KS driver lic. ⟦K13-90-5528⟧, exp",
                "DL ⟦AZ D07736104⟧ exp 2029, CDL ⟦OH-RT337108⟧, DL ⟦GA 061 220 371⟧, lives",
                "confirm license ⟦NP.330718⟧ of Bo, DL: ⟦K3 1 8-4 0 7-1 3-62 8⟧ exp",
                "dl_number=⟦B542-530-60-638-0⟧",
                "DL: ⟦V 425 007 301 660⟧\nCC",
                "lic: CO ⟦DR.0033706⟧ ; WA ⟦MD60318071⟧ ; NY ⟦207 250⟧. telederm",
                "Licensed Psychologist, MO ⟦PY01270⟧",
                "RN license: Oregon, ⟦201806623RN⟧, active",
                "RN FL ⟦RN8337106⟧ active thru, UT ⟦4407719-1205⟧ exp",
                "ID shown: driving licence ⟦LUNDS 601083 GM8XT⟧",
                "her license is ⟦F 5 1 4 - 3 0 6 7 - 0 0 8 1⟧ and",
                "Passport no. ⟦N 1348361⟧ (India), my wife's passport (⟦273 810 006⟧), passport ⟦C3FH8K1LT⟧ was in it",
                "full_name|dl_no|passport\nBo Ek|⟦EKXXXB503ML⟧|",
                "N1*PE*DERM PA*XX*⟦1560123201⟧~",
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
                "fridge probe calibrated in May, cert. 33071",
                "permit parking 7-9",
                "her license, moved to Tempe, AZ 85281 in May",
                "downloading (dl 120000) takes long",
            ],
        );
    }
}
