//! PHONE: telephone numbers, 45 CFR 164.514(b)(2)(i)(D).
//!
//! Finds every way of writing a number of the North American plan, with its extension, numbers abroad, and
//! numbers spoken digit by digit. Ten digits in a row or a local number need a word, a column or a line that says
//! it is a telephone. Leaves alone placeholders (`555-555-5555`), emergency and public lines, and the numbers that
//! only look alike: prices, lots, dates, ZIP+4, page ranges, codes with a label of their own.

use super::recognizer::contains_any;
use super::spoken::{self, spoken};
use super::{Doc, Kind, Match, Near, Pattern, Recognizer};

/// An extension, part of the number.
macro_rules! extension {
    () => {
        r"(?:[ \t]{0,2},?[ \t]{0,2}(?i-u:extension|ext\.?|x\.?)[ \t#:]{0,2}[0-9]{1,6})?"
    };
}

/// A number of the North American plan, its three parts set apart.
macro_rules! nanp {
    () => {
        concat!(
            r"(?:(?:\+[ ]?)?1[-. /]{0,3}|001[-. ]{0,2})?",
            r"(?:\([ ]?[0-9]{3}[ ]?\)[-. /–]{0,3}|[0-9]{3}(?:[ ]?[-.–][ ]?|/|[ ]{1,2}))",
            r"[0-9]{3}(?:[ ]?[-.–·][ ]?|/|[ ]{0,2})[0-9]{4}",
            $crate::identifier::phone::extension!()
        )
    };
}
pub(super) use {extension, nanp};

pub(super) static RECOGNIZER: Recognizer = Recognizer {
    kind: Kind::Phone,
    doc: Doc {
        title: "telephone number",
        paragraph: "45 CFR 164.514(b)(2)(i)(D)",
        is: "Any number on which a person can be called or texted, with its extension: written with or without \
             brackets and dashes, from abroad, or spoken digit by digit in a transcript.",
        leaves_alone: "Placeholders such as 555-555-5555, emergency numbers, poison control and other public lines, \
                       and numbers that only look alike: prices, doses, lots, dates, ZIP codes, order numbers.",
        instead: "Leave it out, or write \"the number on file\".",
    },
    patterns: &[
        Pattern {
            rule: "phone/nanp",
            why: "The three groups of a US or Canadian telephone number.",
            regex: concat!("(?P<id>", nanp!(), ")"),
            near: Near::Digits,
            confidence: 0.95,
            accept: |m| is_nanp(m) && !is_toll_free(m),
        },
        Pattern {
            rule: "phone/toll-free",
            why: "The three groups of a toll-free number.",
            regex: concat!("(?P<id>", nanp!(), ")"),
            near: Near::Digits,
            confidence: 0.5,
            accept: |m| is_nanp(m) && is_toll_free(m) && !is_public_line(m),
        },
        Pattern {
            rule: "phone/ten-digits",
            why: "Ten digits in a row beside a word for a telephone.",
            regex: concat!(r"(?P<id>(?-u:\b)1?[2-9][0-9]{2}[2-9][0-9]{6}(?-u:\b)", extension!(), ")"),
            near: Near::Digits,
            confidence: 0.85,
            accept: |m| stands_free(m) && !is_placeholder(&m.digits()) && is_called(m),
        },
        Pattern {
            rule: "phone/local",
            why: "Seven digits in two groups beside a word for a telephone.",
            regex: concat!(r"(?P<id>(?-u:\b)[2-9][0-9]{2}[ ]?[-. ·][ ]?[0-9]{4}(?-u:\b)", extension!(), ")"),
            near: Near::Digits,
            confidence: 0.85,
            accept: |m| stands_free(m) && !is_placeholder(&m.digits()) && is_called(m) && !is_amount(m),
        },
        Pattern {
            rule: "phone/international",
            why: "A plus or an exit code, and the digits of a number abroad.",
            regex: r"(?P<id>(?:\+|(?-u:\b)011[- ])[1-9][0-9]{0,2}[-. ]{0,2}(?:\([0-9]{1,4}\)[-. ]{0,2})?[0-9]{1,6}(?:[-. ]{0,2}[0-9]{2,7}){1,5})",
            near: Near::Digits,
            confidence: 0.9,
            accept: |m| (8..=15).contains(&m.digits().len()) && stands_free(m) && !is_placeholder(&m.digits()),
        },
        Pattern {
            rule: "phone/abroad",
            why: "Groups of digits behind a word for a telephone.",
            regex: r"(?P<id>\(?[0-9]{2,5}\)?(?:[ .-][0-9]{2,7}){1,5}|0[0-9]{8,10})(?-u:\b)",
            near: Near::Digits,
            confidence: 0.86,
            accept: |m| {
                (7..=15).contains(&m.digits().len())
                    && stands_free(m)
                    && !is_placeholder(&m.digits())
                    && is_announced(m)
            },
        },
        Pattern {
            rule: "phone/digit-by-digit",
            why: "Digits one by one behind a word for a telephone.",
            regex: r"(?P<id>(?-u:\b)(?:[0-9][ -]{1,3}){6,10}[0-9](?-u:\b))",
            near: Near::Digits,
            confidence: 0.85,
            accept: |m| stands_free(m) && !is_placeholder(&m.digits()) && is_announced(m),
        },
        Pattern {
            rule: "phone/spoken",
            why: "A telephone number spoken as words.",
            regex: concat!("(?P<id>", spoken!(), ")"),
            near: Near::Words(spoken::WORDS),
            confidence: 0.9,
            accept: |m| matches!(spoken::digits(m.text()).len(), 7 | 10 | 11) && !m.follows_any(60, OTHER_SPOKEN),
        },
        Pattern {
            rule: "phone/last-four",
            why: "It follows words for the last four digits of a telephone number.",
            regex: concat!(
                r"(?i-u:(?-u:\b)(?:phone|cell|mobile|number)(?-u:\b)[A-Za-z ,'?.]{0,60}?(?:last (?:four|4)|end(?:s|ing)?) (?:in|with|is|of)",
                r"|last (?:four|4)(?: digits)? (?:of|on|for) (?:[a-z]+ )?(?:phone|cell|mobile)(?: number| phone)?(?: is| are| was)?)",
                r"[ :,]{0,4}(?P<id>[0-9]{4}(?-u:\b)|",
                spoken!(),
                ")"
            ),
            near: Near::Words(&["last four", "last 4", "end"]),
            confidence: 0.7,
            accept: |m| m.text().len() == 4 || spoken::digits(m.text()).len() == 4,
        },
    ],
    find: None,
    found: &[],
};

/// Words after which a number is one to call.
const CALLED: &[&str] = &[
    "call",
    "calls",
    "called",
    "calling",
    "caller",
    "callback",
    "call back",
    "phone",
    "phones",
    "phoned",
    "telephone",
    "tel",
    "ph",
    "cell",
    "cells",
    "cellphone",
    "mobile",
    "mob",
    "text",
    "texts",
    "texted",
    "texting",
    "sms",
    "whatsapp",
    "number is",
    "number's",
    "her number",
    "his number",
    "my number",
    "their number",
    "number on file",
    "number to",
    "best number",
    "contact",
    "reach",
    "reached",
    "ring",
    "rang",
    "dial",
    "dialed",
    "landline",
    "home",
    "hm",
    "wk",
    "pager",
    "beeper",
    "voicemail",
    "vm",
    "lvm",
    "outbound",
    "inbound",
    "emergency contact",
    "guardian",
    "nurse",
    "physician",
    "spoke",
    "direct",
    "ext",
    "teléfono",
    "tel.",
    "celular",
    "llamar",
    "llame",
    "número",
    "hotline",
    "line",
];

/// Words that make a number in a row one of something else.
const OTHER: &[&str] = &[
    "lot",
    "lots",
    "serial",
    "sn",
    "s/n",
    "npi",
    "order",
    "po",
    "invoice",
    "inv",
    "isbn",
    "issn",
    "upc",
    "ndc",
    "gtin",
    "tracking",
    "doi",
    "pmid",
    "claim",
    "account",
    "acct",
    "routing",
    "mrn",
    "policy",
    "member",
    "license",
    "sku",
    "model",
    "version",
    "part",
    "item",
    "ref",
    "reference",
    "confirmation",
    "ticket",
    "case",
    "chart",
    "udi",
    "zip",
    "ein",
    "tin",
    "cpt",
    "hcpcs",
    "batch",
    "fedex",
    "ups",
    "usps",
    "barcode",
    "nct",
    "dea",
    "passport",
    "ssn",
    "social",
];

/// Words that say a spoken number is another kind's.
const OTHER_SPOKEN: &[&str] = &[
    "social",
    "ssn",
    "card",
    "visa",
    "mastercard",
    "amex",
    "routing",
    "account",
    "member id",
    "policy",
    "record number",
];

/// Words of lines that belong to nobody.
const PUBLIC: &[&str] = &[
    "poison",
    "hotline",
    "helpline",
    "lifeline",
    "crisis",
    "suicide",
    "emergency services",
    "medwatch",
    "fda",
    "cdc",
    "hhs",
    "ocr",
    "civil rights",
    "insurer",
    "insurance",
    "member services",
    "provider services",
    "provider line",
    "customer service",
    "customer care",
    "support line",
    "manufacturer",
    "alle",
    "allergan",
    "galderma",
    "medicare",
    "medicaid",
    "aetna",
    "cigna",
    "humana",
    "unitedhealthcare",
    "blue cross",
    "national",
    "toll-free",
    "toll free",
];

/// A number of the North American plan where nothing else claims it: valid, or announced as a telephone.
pub(super) fn is_nanp(m: &Match<'_>) -> bool {
    let digits = national(m);
    let valid = digits.len() >= 10
        && !matches!(digits.as_bytes()[0], b'0' | b'1')
        && !matches!(digits.as_bytes()[3], b'0' | b'1');
    let slashed = m.text().matches('/').count() > 1;
    let spaced_only = !m.text().contains(['-', '.', '(', '/', '+', '–', '·']) && !m.text().starts_with('1');
    stands_free(m)
        && !is_placeholder_of(m, &digits)
        && (valid && !slashed && (!spaced_only || !m.follows_any(14, OTHER)) || is_called(m) || m.digits().len() > 12)
}

/// The digits without the country's code.
fn national(m: &Match<'_>) -> String {
    let digits = m.digits();
    let text = m.text();
    let rest = if text.starts_with("001") { digits.strip_prefix("001") } else { digits.strip_prefix('1') };
    rest.filter(|rest| rest.len() >= 10).map_or_else(|| digits.clone(), str::to_owned)
}

/// Whether the area code is one of the toll-free ones.
fn is_toll_free(m: &Match<'_>) -> bool {
    ["800", "888", "877", "866", "855", "844", "833", "822"].iter().any(|code| national(m).starts_with(code))
}

/// Whether the words around say that the line is an agency's, an insurer's or a hotline.
fn is_public_line(m: &Match<'_>) -> bool {
    m.follows_any(70, PUBLIC) || m.precedes_any(40, PUBLIC)
}

/// Whether a number is a placeholder; `123-456-7890` counts where it is said to be somebody's.
fn is_placeholder_of(m: &Match<'_>, digits: &str) -> bool {
    let somebodys = m.follows_any(30, &["her", "his", "their", "my", "patient's", "pt's"]);
    is_placeholder(digits) && !(digits.starts_with("1234567890") && somebodys)
}

/// Whether digits are a placeholder: one digit over and over, or counted up.
fn is_placeholder(digits: &str) -> bool {
    let first = digits.as_bytes().first();
    digits.bytes().all(|b| Some(&b) == first)
        || digits.starts_with("1234567890")
        || digits.starts_with("0123456789")
        || matches!(digits, "1234567" | "5555555" | "2345678")
        || digits.ends_with("0000000")
}

/// Whether no digit, letter or joining mark touches the number.
pub(super) fn stands_free(m: &Match<'_>) -> bool {
    let (left, right) = (m.before(3), m.after(3));
    // A mark joins the number to the digits on its other side.
    let joined = |side: &str, mark: char| "-./#^_".contains(mark) && side.bytes().any(|b| b.is_ascii_digit());
    let mut after = right.chars();
    let goes_on = match (after.next(), after.next()) {
        (Some('.'), then) => then.is_some_and(|c| c.is_ascii_digit()),
        (Some(c), _) => c == '%' || c.is_ascii_alphanumeric() && !right.starts_with("or") || joined(right, c),
        (None, _) => false,
    };
    let bracketed = m.text().starts_with('(');
    let begins_before = left
        .chars()
        .next_back()
        .is_some_and(|c| c.is_ascii_digit() || "$€".contains(c) || c.is_alphabetic() && !bracketed || joined(left, c));
    !goes_on && !begins_before
}

/// Whether words, a column or the line above say that this is a number to call.
pub(super) fn is_called(m: &Match<'_>) -> bool {
    if m.follows_any(14, OTHER) {
        return false;
    }
    let header = m.column_header().is_some_and(|header| contains_any(header, CALLED));
    header
        || m.follows_any(44, CALLED)
        || m.precedes_any(14, &["cell", "mobile", "call", "text", "phone"])
        || contains_any(above(m), CALLED)
}

/// Whether the words right before the number announce one.
fn is_announced(m: &Match<'_>) -> bool {
    const ANNOUNCED: &[&str] = &[
        "phone",
        "tel",
        "telephone",
        "cell",
        "mobile",
        "whatsapp",
        "call",
        "number is",
        "number's",
        "contact",
        "reach",
        "answering at",
        "messages to",
        "texts to",
        "text",
        "ring",
        "dial",
        "fono",
        "teléfono",
    ];
    let header =
        m.column_header().is_some_and(|header| contains_any(header, &["phone", "tel", "mobile", "cell", "whatsapp"]));
    !m.follows_any(20, OTHER)
        && (header
            || m.follows_any(20, ANNOUNCED)
            || m.before(8).trim().is_empty() && above(m).len() < 40 && contains_any(above(m), ANNOUNCED))
}

/// The end of what stands before the number's line, where the number begins its line or answers a question.
fn above<'a>(m: &Match<'a>) -> &'a str {
    let number = m.page.line_number(m.range.start);
    let line = m.page.line_range(number);
    let lead = &m.page.text()[line.start..m.range.start];
    if number == 0 || lead.len() > 44 {
        return "";
    }
    let previous = (0..number).rev().take(2).map(|n| m.page.line_range(n)).find(|l| !l.is_empty());
    previous.map_or("", |line| m.page.before(line.end, 70))
}

/// Whether a local number is a range or an amount.
fn is_amount(m: &Match<'_>) -> bool {
    m.before(1) == "$" || m.precedes_any(10, &["units", "mg", "ml", "kcal", "calories", "steps"])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn telephone_numbers() {
        crate::identifier::table::check(
            &RECOGNIZER,
            &[
                "Her cell is ⟦(479) 555-0100⟧, texts are fine.",
                "ring ⟦479.555.0101⟧ or ⟦479 - 555 - 0102⟧",
                "the mobile we have is ⟦+1 (479) 555-0103⟧",
                "Home ⟦501/555-0104⟧; work ⟦(501)555-0105 ext. 12⟧",
                "please text ⟦4795550106⟧ before noon",
                "grandmother picks up at ⟦479 5550107⟧",
                "School nurse at ⟦001-479-555-0108x4410⟧ has the key.",
                "call back at ⟦555-0109⟧ after lunch",
                "call ⟦4 7 9 5 5 5 0 1 1 4⟧ and\nfrom abroad ⟦011 44 7700 900142⟧",
                "WhatsApp ⟦+44 7700 900461⟧ only",
                "my number is ⟦four seven nine five five five oh one four two⟧ thanks",
                "it's ⟦four seventy-nine, five fifty-five, oh one forty-two⟧",
                "so that's ⟦four seven nine, double five five, zero one four two⟧.",
                "name,cell\nMaj,⟦4795550110⟧",
                "Best phone .......... ⟦479-555-0111⟧",
                "Phone:\n⟦578 4406⟧",
                "<a href=\"tel:⟦+14795550112⟧\">call</a>",
                "fan mail ⟦1-888-555-0113⟧",
                "Is the number still good, the one that ends in ⟦oh one seven three⟧?",
            ],
        );
    }

    #[test]
    fn numbers_of_other_kinds() {
        crate::identifier::table::check(
            &RECOGNIZER,
            &[
                "Call us at 555-555-5555 or 000-000-0000 (placeholder).",
                "Dial 911 or 988 in an emergency.",
                "Poison control: 1-800-222-1222.",
                "J Dermatol 2019;37:814-825.",
                "ZIP 72756-0142, order 114-5550100-7781234",
                "NPI 1558821037, lot 9920617, SKU 4795550100",
                "Use {{phone}} or XXX-XXX-XXXX here.",
                "doi:10.1097/479.555.0100",
                "We sold 1,240 units for $4,795,550 in 2024.",
                "set it to 120 350 and take 300-4000 steps",
                "UPC 847955501004, CPT 17110-17111",
                "wavelengths 532/785/1064 nm",
                "ISBN 978-0-479-55501-0",
            ],
        );
    }
}
