//! MRN: medical record and chart numbers, 45 CFR 164.514(b)(2)(i)(H).
//!
//! A record number has no shape of its own: a label, a column or a message's field must announce it. Leaves alone
//! the label in talk about forms ("include the MRN field"), dates, years, amounts and blanks.

use super::code::{self, code, gap, spaced_code, spelled_code};
use super::recognizer::contains_any;
use super::spoken::{self, spoken};
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
        r"(?i-u:(?:(?-u:\b)|_)(?:(?:patient|pt|client)s?[ _]?(?:id|number|no\.?|num|nr|acct|#|file|identifier)|(?:chart|record|file|folder)[ _]?(?:id|number|no\.?|num|nr|code|#)?|hospital (?:id|number|no\.?)|unit (?:number|no\.?)))"
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
            near: Near::Words(&["mr", "m.r", "rec", "ehr", "expediente"]),
            confidence: 0.98,
            accept: |m| code::is_code(m, 3),
        },
        Pattern {
            rule: "mrn/spaced",
            why: "Digits in groups behind a word for a medical record number.",
            regex: concat!(label!(), gap!(), spaced_code!()),
            near: Near::Words(&["mr", "m.r", "rec", "ehr", "expediente"]),
            confidence: 0.98,
            accept: |m| code::is_spaced_code(m, 5),
        },
        Pattern {
            rule: "mrn/spelled",
            why: "Letters and digits spelled one by one behind a word for a record number.",
            regex: concat!(label!(), gap!(), spelled_code!()),
            near: Near::Words(&["mr", "m.r", "rec", "ehr", "expediente"]),
            confidence: 0.98,
            accept: code::is_spelled_code,
        },
        Pattern {
            rule: "mrn/spoken",
            why: "Digits in words behind a word for a record number.",
            regex: concat!(label!(), r"[^0-9\n]{0,24}?[ ,:](?P<id>", spoken!(), ")"),
            near: Near::Words(&["mr", "m.r", "rec", "ehr", "expediente"]),
            confidence: 0.95,
            accept: |m| spoken::digits(m.text()).len() >= 4,
        },
        Pattern {
            rule: "mrn/prefixed",
            why: "It begins with MRN or a like prefix.",
            regex: r"(?P<id>(?-u:\b)(?i-u:MRN)[-_]?[0-9]{4,}[A-Za-z0-9-]*)",
            near: Near::Words(&["mrn"]),
            confidence: 0.985,
            accept: |m| !code::is_blank(&m.digits()),
        },
        Pattern {
            rule: "mrn/attribute",
            why: "An attribute or a field that is named for a record number holds it.",
            regex: r#""(?i-u:MR|MRN)"[ }\]]{0,4},[ \t\r\n]{0,30}"(?i-u:value|id)"[ ]?:[ ]?"(?P<id>[A-Za-z0-9-]{3,20})""#,
            near: Near::Words(&["\"mr"]),
            confidence: 0.98,
            accept: |m| m.digits().len() >= 3,
        },
        Pattern {
            rule: "mrn/chart",
            why: "The word chart stands before it.",
            regex: concat!(loose_label!(), gap!(), code!()),
            near: Near::Words(&["patient", "pt", "client", "chart", "record", "file", "folder", "hospital", "unit"]),
            confidence: 0.88,
            accept: is_chart_number,
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

/// Whether a value behind a loose label is a record's number: the less the label says, the more digits it takes.
fn is_chart_number(m: &Match<'_>) -> bool {
    let whole = m.captures.get(0).map_or("", |whole| whole.as_str());
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
