//! FAX: fax numbers, 45 CFR 164.514(b)(2)(i)(E): a telephone number beside the word fax.
//!
//! Leaves alone numbers whose nearest word is another way of calling, and fax lines of insurers and agencies.

use super::phone::{extension, is_nanp, nanp, stands_free};
use super::recognizer::contains_any;
use super::spoken::{self, spoken};
use super::{Doc, Kind, Match, Near, Pattern, Recognizer};

pub(super) static RECOGNIZER: Recognizer = Recognizer {
    kind: Kind::Fax,
    doc: Doc {
        title: "fax number",
        paragraph: "45 CFR 164.514(b)(2)(i)(E)",
        is: "A number that the text gives for sending a fax to a person, an employer or another office.",
        leaves_alone: "The word fax without a number, page counts and times on a fax header, and placeholders.",
        instead: "Leave it out, or write \"the fax number on file\".",
    },
    patterns: &[
        Pattern {
            rule: "fax/before",
            why: "The word fax stands before a telephone number.",
            regex: concat!(
                r"(?i-u:(?-u:\b)(?:e-?fax|fax(?:ed|es|ing|id|line)?|facsimile|fx|telefax)(?-u:\b)|(?-u:\b)F[:.])",
                r"(?P<between>[^0-9\n+(]{0,36}(?:\n[ \t|]{0,30}|\()?)(?P<id>",
                nanp!(),
                r"|\+[1-9][0-9 .-]{8,18}[0-9]|[2-9][0-9]{9}(?-u:\b)|[2-9][0-9]{2}[-. ][0-9]{4}(?-u:\b)",
                extension!(),
                ")"
            ),
            near: Near::Begins(&["e-fax", "efax", "f.*", "f:*", "facsimile", "fax*", "fx", "telefax"]),
            confidence: 0.97,
            accept: |m| stands_free(m) && is_numbered(m) && !contains_any(m.group("between"), CALLING),
        },
        Pattern {
            rule: "fax/after",
            why: "The word fax stands behind a telephone number.",
            regex: concat!("(?P<id>", nanp!(), r")[ ]{0,2}[(\[]?[ ]?(?i-u:fax)(?-u:\b)"),
            near: Near::Words(&["fax"]),
            confidence: 0.96,
            accept: |m| is_nanp(m) && !m.after(18).bytes().any(|b| b.is_ascii_digit()),
        },
        Pattern {
            rule: "fax/header",
            why: "A fax machine's line of sender, receiver and pages holds it.",
            regex: r"(?i-u:(?-u:\b)(?:from|to|tel|csid|tsi))[: ]{1,3}(?P<id>\+?1?[2-9][0-9]{9})(?-u:\b)",
            near: Near::Number { digits: 10, row: 10 },
            confidence: 0.9,
            accept: |m| is_numbered(m) && is_header(m),
        },
        Pattern {
            rule: "fax/spoken",
            why: "The word fax stands before a number in words.",
            regex: concat!(r"(?i-u:(?-u:\b)fax(?-u:\b))(?P<between>[^0-9\n]{0,30}?)(?P<id>", spoken!(), ")"),
            near: Near::Begins(&["fax"]),
            confidence: 0.95,
            accept: |m| {
                matches!(spoken::digits(m.text()).len(), 7 | 10 | 11) && !contains_any(m.group("between"), CALLING)
            },
        },
    ],
    find: None,
    found: &[],
};

/// Words that make the number behind them one to call.
const CALLING: &[&str] =
    &["call", "phone", "tel", "telephone", "cell", "mobile", "text", "ph", "account", "acct", "mrn", "npi", "ring"];

/// Whether the line tells of pages as a fax machine does.
fn is_header(m: &Match<'_>) -> bool {
    let pages = |side: &str| contains_any(side, &["page", "pages", "pg", "pgs", "fax", "p."]);
    pages(m.before(90)) || pages(m.after(60))
}

/// Whether the digits are those of a telephone line and no placeholder.
fn is_numbered(m: &Match<'_>) -> bool {
    let digits = m.digits();
    let first = digits.bytes().next();
    digits.len() >= 7 && !digits.bytes().all(|b| Some(b) == first) && !digits.contains("1234567890")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fax_numbers() {
        crate::identifier::table::check(
            &RECOGNIZER,
            &[
                "Fax ⟦(479) 555-0120⟧",
                "fax: ⟦479-555-0121⟧, attn records",
                "send by fax to ⟦479.555.0122⟧ please",
                "T: 479-555-0123 F: ⟦479-555-0124⟧",
                "her job takes a fax at home, ⟦479 555 0125⟧.",
                "facsimile no. ⟦+1 479 555 0126⟧",
                "phone 479-555-0127 | fax\n⟦479-555-0128⟧",
                "⟦479-555-0129⟧ (fax)",
                "the fax is ⟦four seven nine five five five oh one three oh⟧",
                "eFax ⟦4795550131⟧",
                "page 2 of 5  MAR-02  FROM: ⟦4795550134⟧   TO: ⟦4795550135⟧",
                "wants it by fax (⟦1-479-555-0136⟧), please",
            ],
        );
    }

    #[test]
    fn no_fax_numbers() {
        crate::identifier::table::check(
            &RECOGNIZER,
            &[
                "Fax it over, then call 479-555-0132.",
                "No fax since 2019.",
                "fax header says 3 of 12 pages, 14:05",
                "Fax: (___) ___-____",
                "fax 000-000-0000",
                "Our fax machine costs $1,200.",
                "phone 479-555-0133",
                "fax {{practice.fax}}",
                "FAX ONLY TO 555-555-5555",
            ],
        );
    }
}
