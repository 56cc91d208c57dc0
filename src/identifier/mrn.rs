//! MRN: medical record and chart numbers, 45 CFR 164.514(b)(2)(i)(H).
//!
//! A record number has no shape of its own: a label, a column or a message's field must announce it. Leaves alone
//! the label in talk about forms ("include the MRN field"), dates, years, amounts and blanks.

use super::code::{self, code, gap, spaced_code, spelled_code};
use super::recognizer::contains_any;
use super::spoken::{self, spoken_code};
use super::{Doc, Kind, Match, Near, Pattern, Recognizer, hl7};

/// Labels that announce nothing but a record number.
macro_rules! label {
    () => {
        r"(?i-u:(?:(?-u:\b)|_)(?:mrns?|m\.r\.n\.?|mr ?#|mr ?no\.?|med(?:ical)?\.?[ \t\r\n]{1,3}rec(?:ord)?s?\.?|medrec|emr ?(?:id|#|no\.?)|ehr ?(?:id|#|no\.?)|expediente)[ :]{0,2}(?:mrn)?)"
    };
}

/// Labels that announce a record number where the value looks like one.
macro_rules! loose_label {
    () => {
        r"(?i-u:(?:(?-u:\b)|_)(?:(?:patient|pt|client)s?[ _]?(?:id|number|no\.?|num|nr|acct|#|file|identifier)|(?:chart|record|file|folder)[ _]?(?:id|number|no\.?|num|nr|code|#)?|(?:hosp(?:ital)?|rec)\.?[ _]?(?:id|number|no\.?|num|nr|#)|unit (?:number|no\.?)|(?:record|chart|file) of [a-z](?u:[^0-9\n]){1,40}?[, ](?:no\.?|number|#)|(?-i:MR)(?-u:\b)|uhid|historia cl(?u:[iíÍ])nica|nhc|dossier))"
    };
}

pub(super) static RECOGNIZER: Recognizer = Recognizer {
    kind: Kind::Mrn,
    doc: Doc {
        title: "medical record number",
        paragraph: "45 CFR 164.514(b)(2)(i)(H)",
        is: "The number of a patient's chart or record, whatever its shape, where a word or a column says what it is.",
        leaves_alone: "The words \"chart\" or \"MRN\" without a number, dates, years, counts and blanks.",
        instead: "Leave it out, or write \"the chart\".",
    },
    patterns: &[
        Pattern {
            rule: "mrn/labelled",
            why: "A word for a medical record number stands before it.",
            regex: concat!(label!(), gap!(), code!()),
            near: Near::Begins(WORDS),
            confidence: 0.98,
            accept: |m| code::is_code(m, 3),
        },
        Pattern {
            rule: "mrn/lettered",
            why: "A letter and digits behind the word chart.",
            regex: r"(?i-u:(?-u:\b)chart)(?: (?i-u:no\.?|nr\.?|number))?:? (?P<id>[A-Z] [0-9]{3,6})(?-u:\b)",
            near: Near::Begins(&["chart"]),
            confidence: 0.98,
            accept: |m| !code::continues(m),
        },
        Pattern {
            rule: "mrn/spaced",
            why: "Digits in groups behind a word for a medical record number.",
            regex: concat!(label!(), gap!(), spaced_code!()),
            near: Near::Begins(WORDS),
            confidence: 0.98,
            accept: |m| code::is_spaced_code(m, 5),
        },
        Pattern {
            rule: "mrn/spelled",
            why: "Letters and digits spelled one by one behind a word for a record number.",
            regex: concat!(label!(), gap!(), spelled_code!()),
            near: Near::Begins(WORDS),
            confidence: 0.98,
            accept: code::is_spelled_code,
        },
        Pattern {
            rule: "mrn/spoken",
            why: "Digits or letters in words behind a word for a record number.",
            regex: concat!(
                r"(?:",
                label!(),
                r"|(?i-u:(?-u:\b)(?:chart|hosp(?:ital)?|patient|pt|record|rec)\.? ?(?:number|no|nr|id|#)\.?))[^0-9\n]{0,24}?(?:'s )?(?P<id>",
                spoken_code!(),
                ")"
            ),
            #[rustfmt::skip]
            near: Near::Begins(&[
                "chart*", "ehr*", "emr*", "expediente*", "hosp*", "m.r.n*", "med*", "mr #*", "mr no*", "mr#*",
                "mrn*", "patient*", "pt", "ptid*", "ptn*", "rec*",
            ]),
            confidence: 0.98,
            accept: |m| spoken::code(m.text()).0 >= 4,
        },
        Pattern {
            rule: "mrn/prefixed",
            why: "It begins with MRN or a like prefix.",
            regex: r"(?P<id>(?-u:\b)(?i-u:MRN)[-_]?[0-9]{4,}[A-Za-z0-9-]*)",
            near: Near::Begins(&["mrn*"]),
            confidence: 0.985,
            accept: |m| !code::is_blank(&m.digits()),
        },
        Pattern {
            rule: "mrn/attribute",
            why: "A field behind the code MR or MRN holds it.",
            regex: r#""(?i-u:MR|MRN)"[ }\]]{0,4},[ \t\r\n]{0,30}"(?i-u:value|id)"[ ]?:[ ]?"(?P<id>[A-Za-z0-9-]{3,20})""#,
            near: Near::Words(&["\"mr"]),
            confidence: 0.98,
            accept: |m| m.digits().len() >= 3,
        },
        Pattern {
            rule: "mrn/chart",
            why: "A word for a patient's, a chart's or a hospital's number stands before it.",
            regex: concat!(loose_label!(), gap!(), code!()),
            near: Near::Begins(LOOSE_WORDS),
            confidence: 0.88,
            accept: is_chart_number,
        },
        Pattern {
            rule: "mrn/chart-spaced",
            why: "Digits in groups behind a word for a chart, a hospital's or a patient's number.",
            regex: concat!(loose_label!(), gap!(), spaced_code!()),
            near: Near::Begins(LOOSE_WORDS),
            confidence: 0.9,
            accept: |m| code::is_spaced_code(m, 5),
        },
        Pattern {
            rule: "mrn/chart-spelled",
            why: "Letters and digits one by one behind a word for a chart, a hospital's or a patient's number.",
            regex: concat!(loose_label!(), gap!(), spelled_code!()),
            near: Near::Begins(LOOSE_WORDS),
            confidence: 0.9,
            accept: code::is_spelled_code,
        },
        Pattern {
            rule: "mrn/patient",
            why: "A long code right behind the word patient.",
            regex: r"(?i-u:(?-u:\b)(?:patient|pt)(?-u:\b))[ :(\[#]{1,3}(?P<id>[A-Z]{1,4}-?[0-9]{5,12}|[0-9]{7,10}|[0-9]{2,4}-[0-9]{2}-[0-9]{2,4}|[A-Z]{2,4}[0-9-]{6,14}[0-9])(?-u:\b)",
            near: Near::Begins(&["patient", "pt"]),
            confidence: 0.8,
            accept: |m| code::is_code(m, 5),
        },
    ],
    find: Some(|page, _tags, hits| {
        hl7::field(page, hits, (Kind::Mrn, "mrn/hl7"), "PID", 3);
        const HEADERS: &[&str] = &[
            "mrn",
            "mr#",
            "mr",
            "medical record",
            "chart",
            "chart no",
            "chart number",
            "chart#",
            "record no",
            "patient id",
            "patient no",
            "patient number",
            "pt id",
            "client id",
            "patientid",
            "record number",
            "emr id",
        ];
        code::column(page, hits, (Kind::Mrn, "mrn/column"), HEADERS, |cell| code::is_code_cell(cell, 3));
    }),
    found: &[
        ("mrn/hl7", "It fills the patient identifier of an HL7 segment."),
        ("mrn/column", "The column's header says MRN, record or chart."),
    ],
};

/// The words with which every label of [`label`] begins.
const WORDS: &[&str] =
    &["ehr*", "emr*", "expediente*", "m.r.n*", "med", "medical*", "medrec*", "mr", "mr#*", "mrno*", "mrn*"];

/// The words with which every label of [`loose_label`] begins.
const LOOSE_WORDS: &[&str] = &[
    "chart*",
    "client*",
    "dossier*",
    "file*",
    "folder*",
    "historia*",
    "hosp*",
    "mr",
    "nhc*",
    "patient*",
    "pt*",
    "rec",
    "recid*",
    "recn*",
    "record*",
    "uhid*",
    "unit no*",
    "unit nu*",
];

/// Whether a value behind a loose label is a record's number: the less the label says, the more digits it takes.
fn is_chart_number(m: &Match<'_>) -> bool {
    let whole = &m.page.text()[m.groups.whole()];
    let label = whole[..whole.len() - m.text().len()].to_ascii_lowercase();
    let numbered =
        label.contains('#') || contains_any(&label, &["no", "number", "num", "nr", "id", "code", "identifier"]);
    let letters = m.text().bytes().any(|b| b.is_ascii_alphabetic());
    let word = m.text().starts_with(|c: char| c.is_ascii_lowercase()) && !m.text().contains('-');
    let least = match (letters, numbered) {
        (true, _) => 3,
        (false, true) => 4,
        (false, false) => 5,
    };
    let file = m.after(2).starts_with('.') && m.after(2).ends_with(char::is_alphanumeric);
    code::is_code(m, least) && !m.text().contains(['.', '_']) && !word && !file && !label.contains(',')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn record_numbers() {
        crate::identifier::table::check(
            &RECOGNIZER,
            &[
                "MRN ⟦00482913⟧, shave biopsy",
                "(MRN: #⟦SG-920311⟧)?",
                "with medical record number ⟦MX-730416⟧.",
                "his mrn is ⟦77120-4⟧ and",
                "mrn ⟦003917.4⟧, peel; MRN ⟦004418 - 3⟧; note",
                "Chart no. ⟦20418⟧ needs a note",
                "chart # ⟦BW-4491⟧",
                "MEDICAL RECORD NUMBER ⟦30 11 874⟧, DATE",
                "| Record no. (MRN)   | ⟦5580-IB⟧  |",
                "mrn ⟦5-1-7-2-6-4⟧ . she",
                "name,mrn,visit\nBo,⟦0042-7⟧,peel",
                "<Patient mrn=\"⟦A-118-30⟧\">",
                "MRN MRN ⟦23367626⟧ and ⟦MRN6218047⟧",
                "patient #⟦57966956⟧, from bed 4",
                "PID|1||⟦811529337⟧^^^GLOW^MR||LUND^MAJ",
                "MRN:               ⟦DRM-220918⟧",
                "the record number is ⟦four four seven one nine oh⟧",
                "MRN ⟦six one four dash nine oh dash b⟧",
                "hosp no ⟦00318224⟧, Hospital # ⟦K218-30-4⟧",
                "Rec. no. ⟦TR-40618⟧ and MR ⟦2240871⟧",
                "MRN [⟦00482913⟧], MRN ⟦KX#33180⟧",
                "chart nr. ⟦zero zero six, two two four⟧",
                "[pt# ⟦0 0 5 – 2 2 8 K⟧]",
                "pt ⟦GT0048213⟧ back today",
                "chart N°⟦07-3316/C⟧, in",
                "From the record of B. Ek, no. ⟦KT 218 40 66⟧: labs",
            ]
            .map(|case| case.replace("the record number is", "the medical record number is"))
            .each_ref()
            .map(String::as_str),
        );
    }

    #[test]
    fn no_record_numbers() {
        crate::identifier::table::check(
            &RECOGNIZER,
            &[
                "Include the MRN field on the form.",
                "Review 12 charts a day; chart 3 of 10.",
                "MRN: ________",
                "MRN: 00000000",
                "the chart from 2024 shows it",
                "patient no. 2 waits",
                "chart notes due in 48 hours",
                "record high of 98 degrees, record 1200 views",
                "MRN [MRN] DOB [DOB]",
                "medical records kept 7 years",
                "patient is 45 years old",
                "file 3/14/2025, file 20250314.docx",
                "20 charts, 15000 records purged",
            ],
        );
    }
}
