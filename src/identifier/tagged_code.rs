//! Numbers and codes that the tagger holds for somebody's where no pattern knows their label: the words before them
//! and the column's header decide the kind, and what is of no other kind is OTHER_ID.

use super::recognizer::contains_any;
use super::{Hit, Kind, public_code, whole};
use crate::tagger::{Label, Tag};
use crate::text::Page;
use std::ops::Range;

/// The rule and what it saw.
pub(super) const FOUND: (&str, &str) =
    ("other-id/tagged", "The learned tagger takes it for a number or code of somebody.");

/// How far before a code its label may stand, in bytes.
const REACH: usize = 32;

/// Labels of each kind, the most telling first.
const LABELS: &[(Kind, &[&str])] = &[
    (Kind::Ssn, &["ssn", "ss#", "social", "itin", "soc sec"]),
    (Kind::Fax, &["fax", "efax", "fx"]),
    (
        Kind::Phone,
        &[
            "phone", "cell", "mobile", "tel", "call", "text", "txt", "cb", "callback", "whatsapp", "ph", "reached",
            "sms",
        ],
    ),
    (
        Kind::Mrn,
        &["mrn", "mr", "mr#", "chart", "record", "rec", "hospital", "hosp", "medical record", "umrn", "expediente"],
    ),
    (
        Kind::HealthPlan,
        &[
            "insurance",
            "member",
            "memb",
            "subscriber",
            "policy",
            "group",
            "grp",
            "medicaid",
            "medicare",
            "mcaid",
            "tenncare",
            "ehic",
            "dbn",
            "bcbs",
            "aetna",
            "cigna",
            "humana",
            "kaiser",
            "uhc",
            "tricare",
            "plan",
            "mbi",
            "payer",
            "póliza",
        ],
    ),
    (
        Kind::License,
        &[
            "license",
            "licence",
            "licensed",
            "lic",
            "credential",
            "dl",
            "cdl",
            "passport",
            "npi",
            "dea",
            "pasaporte",
            "psychologist",
            "lcsw",
        ],
    ),
    (
        Kind::Account,
        &[
            "card",
            "visa",
            "mastercard",
            "amex",
            "mc",
            "acct",
            "account",
            "routing",
            "aba",
            "iban",
            "ach",
            "dda",
            "checking",
            "debit",
            "suffix",
        ],
    ),
    (
        Kind::Vehicle,
        &["plate", "plates", "tag", "vin", "car", "truck", "van", "trailer", "sled", "reg", "license plate"],
    ),
    (
        Kind::Device,
        &[
            "serial", "sn", "s/n", "lot", "imei", "udi", "device", "implant", "donor", "lead", "iccid", "ipg", "frame",
            "mac",
        ],
    ),
];

/// Appends the codes of the tagger. They are less certain than any pattern, so that a label that is known wins.
pub(super) fn find(page: &Page<'_>, tags: &[Tag], hits: &mut Vec<Hit>) {
    for tag in tags.iter().filter(|tag| tag.label == Label::Code) {
        for range in lines(page.text(), whole::joined(page.text(), tag.range(page))) {
            let text = &page.text()[range.clone()];
            let (kind, confidence) = (kind_of(page, range.start), tag.confidence * 0.5);
            // "Sizers 300-375": of two small numbers the smaller comes first.
            let sizes = text.len() <= 7 && public_code::is_range(text);
            let loose = kind == Kind::OtherId && (sizes || public_code::is_clock(text));
            if is_written(text) && !loose && !public_code::is_public(page, &range) {
                hits.push(Hit { kind, range, confidence, rule: FOUND.0.into() });
            }
        }
    }
}

/// The parts of a range on each of its lines: the last cell of a row and the first of the next are two codes.
fn lines(text: &str, range: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let from = range.start;
    text[range].split_inclusive('\n').scan(from, |at, line| {
        let start = *at + line.len() - line.trim_start().len();
        *at += line.len();
        Some(start..*at - (line.len() - line.trim_end().len()))
    })
}

/// Whether a text is long enough for a code: three digits, two beside letters, or three words.
fn is_written(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    digits >= 3 || digits == 2 && text.len() > 2 || text.split(' ').count() >= 3
}

/// The kind whose label stands nearest before a code, or above it.
fn kind_of(page: &Page<'_>, at: usize) -> Kind {
    let before = page.before(at, REACH).to_lowercase();
    let header = page.column_header(at).unwrap_or_default();
    let nearest = |labels: &[&str]| {
        let said = labels.iter().filter(|label| before.contains(**label) && contains_any(&before, &[**label]));
        said.filter_map(|label| before.rfind(*label)).max()
    };
    let said = LABELS.iter().filter_map(|(kind, labels)| nearest(labels).map(|place| (place, *kind)));
    let said = said.max_by_key(|(place, _)| *place).map(|(_, kind)| kind);
    let headed = || LABELS.iter().find(|(_, labels)| contains_any(header, labels)).map(|(kind, _)| *kind);
    said.or_else(headed).unwrap_or(Kind::OtherId)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_label_decides_the_kind() {
        for (text, kind) in [
            ("her mobile and her visa are 4471 08", Kind::Account),
            ("tag 7KM-2284", Kind::Vehicle),
            ("Ref auth RA0093318", Kind::OtherId),
            ("hosp no 00417726", Kind::Mrn),
        ] {
            let page = Page::new(text);
            let at = text.rfind(' ').unwrap() + 1;
            assert_eq!(kind_of(&page, at), kind, "{text}");
        }
    }
}
