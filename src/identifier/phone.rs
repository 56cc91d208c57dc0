//! PHONE: telephone numbers, 45 CFR 164.514(b)(2)(i)(D).
//!
//! Finds every way of writing a number of the North American plan, with its extension, numbers abroad, and
//! numbers spoken digit by digit. Ten digits in a row or a local number need a word, a column or a line that says
//! it is a telephone. Leaves alone placeholders (`555-555-5555`), emergency and public lines, and the numbers that
//! only look alike: prices, lots, dates, ZIP+4, page ranges, codes with a label of their own.

use super::phone_words::{CALLED, CALLER, HOTLINES, OTHER, OTHER_SPOKEN, PUBLIC};
use super::recognizer::contains_any;
use super::spoken::{self, spoken};
use super::{Doc, Kind, Match, Near, Pattern, Recognizer};
use crate::lexicon::{self, Class};
use rlibphonenumber::PHONE_NUMBER_UTIL;

/// An extension, part of the number.
macro_rules! extension {
    () => {
        r"(?:[ \t]{0,2},?[ \t]{0,2}(?i-u:extension|ext\.?|x\.?|poste|anexo|durchwahl)[ \t#:]{0,2}[0-9]{1,6})?"
    };
}

/// A number of the North American plan, its three parts set apart.
macro_rules! nanp {
    () => {
        concat!(
            r"(?:(?:\+[ ]?)?1[-. /]{0,3}|001[-. ]{0,2})?",
            r"(?:\([ ]?[0-9]{3}[ ]?\)[-. /–]{0,3}|[0-9]{3}(?:[ ]?[-.–·/][ ]?|[ ]{1,2}))",
            r"[0-9]{3}(?:[ ]?[-.–·][ ]?|/|[ ]{0,2})[0-9]{2}[-.·]?[0-9]{2}",
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
            near: Near::Number { digits: 10, row: 4 },
            confidence: 0.95,
            accept: |m| is_nanp(m) && !is_toll_free(m) && !m.follows_any(24, HOTLINES),
        },
        Pattern {
            rule: "phone/toll-free",
            why: "The three groups of a toll-free number.",
            regex: concat!("(?P<id>", nanp!(), ")"),
            near: Near::Number { digits: 10, row: 4 },
            confidence: 0.5,
            accept: |m| is_nanp(m) && is_toll_free(m) && !is_public_line(m),
        },
        Pattern {
            rule: "phone/ten-digits",
            why: "Ten digits in a row beside a word for a telephone.",
            regex: concat!(r"(?P<id>(?-u:\b)1?[2-9][0-9]{2}[2-9][0-9]{6}(?-u:\b)", extension!(), ")"),
            near: Near::Number { digits: 10, row: 10 },
            confidence: 0.85,
            accept: |m| stands_free(m) && !is_placeholder(&m.digits()) && is_called(m),
        },
        Pattern {
            rule: "phone/local",
            why: "Seven digits in two groups beside a word for a telephone.",
            regex: concat!(r"(?P<id>(?-u:\b)[2-9][0-9]{2}[ ]?[-. ·][ ]?[0-9]{4}(?-u:\b)", extension!(), ")"),
            near: Near::Number { digits: 7, row: 4 },
            confidence: 0.85,
            accept: |m| {
                // An hour may stand before: "only Fridays after 3 555-0160".
                let lead = m.before(12).trim_end_matches(|c: char| c == ' ' || c.is_ascii_digit());
                let hour =
                    [" at", " after", " before", " by", " til", " until"].iter().any(|word| lead.ends_with(word));
                let goes_before = !hour && m.before(2).starts_with(|c: char| c.is_ascii_digit() || c == ')');
                stands_free(m)
                    && !goes_before
                    && !is_placeholder(&m.digits())
                    && (is_called(m) || is_somebodys(m))
                    && !is_amount(m)
            },
        },
        Pattern {
            rule: "phone/international",
            why: "A plus or an exit code, and the digits of a number abroad.",
            regex: r"(?P<id>(?:\(?\+|(?-u:\b)011[- ]|(?-u:\b)00[ ]?)[1-9][0-9]{0,2}\)?[-. /]{0,2}(?:\([0-9]{1,4}\)[-. ]{0,2})?[0-9]{1,6}(?:[-. /]{0,2}[0-9]{2,7}){1,5})",
            near: Near::Number { digits: 8, row: 2 },
            confidence: 0.96,
            accept: |m| {
                let goes_before = m.text().starts_with('0') && m.before(2).starts_with(|c: char| c.is_ascii_digit());
                (8..=17).contains(&m.digits().len())
                    && stands_free(m)
                    && !goes_before
                    && !is_placeholder(&m.digits())
                    && (is_called(m) || m.follows_any(30, CALLER) || is_valid_abroad(m.text()))
            },
        },
        Pattern {
            rule: "phone/national",
            why: "A nought and groups of digits, as telephone numbers are written within many countries.",
            regex: r"(?P<id>(?-u:\b)\(?0[1-9][0-9]{0,4}\)?[ -][0-9]{3,4}[ -]?[0-9]{3,4}|(?-u:\b)0[1-9][0-9]{2,3}[ -][0-9]{6}|(?-u:\b)0[1-9](?: [0-9]{2}){4})(?-u:\b)",
            near: Near::Number { digits: 9, row: 2 },
            confidence: 0.7,
            accept: |m| {
                (9..=11).contains(&m.digits().len())
                    && stands_free(m)
                    && !is_placeholder(&m.digits())
                    && !m.follows_any(24, OTHER)
            },
        },
        Pattern {
            rule: "phone/field",
            why: "Ten digits of the North American plan fill a quoted value or a field of a record.",
            regex: r#"['"|\t;](?P<id>1?[2-9][0-9]{2}[2-9][0-9]{6})['"|\t;^]"#,
            near: Near::Number { digits: 10, row: 10 },
            confidence: 0.6,
            accept: |m| !is_placeholder(&m.digits()) && m.column_header().is_none() && !m.follows_any(24, OTHER),
        },
        Pattern {
            rule: "phone/lookalike",
            why: "The three groups of a telephone number with letters written for digits.",
            regex: r"(?P<id>(?-u:\b)(?:\+[0-9OoIl]{1,3}[ -])?\(?[0-9OoIl]{3}\)?[-. ]{1,2}[0-9OoIl]{3}[-. ]{1,2}[0-9OoIl]{4}|\+[0-9]{1,3} [0-9OoIl]{2,4}(?: [0-9OoIl]{2,4}){1,4})(?-u:\b)",
            near: Near::Number { digits: 6, row: 1 },
            confidence: 0.9,
            accept: |m| m.digits().len() >= 6 && m.text().contains(['O', 'o', 'I', 'l']) && !m.follows_any(14, OTHER),
        },
        Pattern {
            rule: "phone/abroad",
            why: "Groups of digits behind a word for a telephone.",
            regex: r"(?P<id>\(?[0-9]{2,5}\)?(?:[ .-][0-9]{2,7}){1,5}|0[0-9]{8,10})(?-u:\b)",
            near: Near::Number { digits: 7, row: 2 },
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
            regex: r"(?P<id>(?:(?-u:\b)|\()(?:[0-9][ )._–-]{1,3}){6,10}[0-9](?-u:\b))",
            near: Near::Number { digits: 7, row: 1 },
            confidence: 0.85,
            accept: |m| {
                stands_free(m) && !is_placeholder(&m.digits()) && (is_announced(m) || m.follows_any(20, CALLER))
            },
        },
        Pattern {
            rule: "phone/spoken",
            why: "A telephone number spoken as words.",
            regex: concat!(
                r"(?P<id>(?:\(",
                spoken!(),
                r"\)[ -]{0,3}(?:",
                spoken!(),
                "|[0-9]{3}[ -]?[0-9]{4})|",
                spoken!(),
                "))"
            ),
            near: Near::Several { words: spoken::WORDS, count: 4 },
            confidence: 0.9,
            accept: |m| {
                matches!(spoken::digits(m.text()).len(), 7 | 10 | 11)
                    && spoken::words(m.text()) >= 3
                    && !m.follows_any(60, OTHER_SPOKEN)
            },
        },
        Pattern {
            rule: "phone/spanish",
            why: "A telephone number spoken as words of Spanish.",
            regex: r"(?i-u:(?-u:\b)(?P<id>(?:(?:cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve)[ ,.-]{1,3}){6,10}(?:cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve))(?-u:\b))",
            near: Near::Words(&["cero", "cinco", "cuatro", "siete", "nueve"]),
            confidence: 0.9,
            accept: |_| true,
        },
        Pattern {
            rule: "phone/half-spoken",
            why: "A telephone number written half in numerals and half in words.",
            regex: concat!(
                r"(?P<id>(?:\(?[0-9]{3}\)?[ -]{1,2}|[0-9]{1,5})",
                spoken!(),
                r"(?:[ -]{0,2}[0-9]{4}(?-u:\b))?)"
            ),
            near: Near::Several { words: spoken::WORDS, count: 3 },
            confidence: 0.9,
            accept: |m| {
                matches!(spoken::digits(m.text()).len(), 10 | 11)
                    && spoken::words(m.text()) >= 3
                    && !m.follows_any(60, OTHER_SPOKEN)
            },
        },
        Pattern {
            rule: "phone/ending",
            why: "Words say that a telephone's number ends so.",
            regex: r"(?i-u:(?-u:\b)(?:phone|cell|mobile|number|tel|landline)(?-u:\b)[a-z ,']{0,14}?ending(?: (?:in|with))?[ :]{1,2}|(?-u:\b)last (?:[3-7]|three|four|five|six|seven)(?: digits)? (?:of|on|for) (?:[a-z]+ )?(?:phone|cell|mobile)(?: number)?(?: is| are| was)?[ ,:]{1,3})(?P<id>[0-9]{3,4}[- ]?[0-9]{0,4})(?-u:\b)",
            near: Near::Begins(&["cell", "landline", "last", "mobile", "number", "phone", "tel"]),
            confidence: 0.7,
            accept: |m| {
                !m.follows_any(60, &["card", "account", "acct", "visa", "order", "policy", "member", "ssn"])
                    && m.digits().len() >= 3
            },
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
            near: Near::Begins(&["cell", "last 4", "last four", "mobile", "number", "phone"]),
            confidence: 0.7,
            accept: |m| m.text().len() == 4 || spoken::digits(m.text()).len() == 4,
        },
    ],
    find: None,
    found: &[],
};

/// A number of the North American plan where nothing else claims it: valid, or announced as a telephone.
pub(super) fn is_nanp(m: &Match<'_>) -> bool {
    let digits = national(m);
    let valid = digits.len() >= 10
        && !matches!(digits.as_bytes()[0], b'0' | b'1')
        && !matches!(digits.as_bytes()[3], b'0' | b'1');
    let slashed = m.text().matches('/').count() > 1;
    let spaced_only = !m.text().contains(['-', '.', '(', '/', '+', '–', '·']) && !m.text().starts_with('1');
    // The rest of a number abroad looks like one of the plan.
    let abroad = m.before(6).rfind('+').is_some_and(|plus| {
        let code = m.before(6)[plus + 1..].trim_end_matches([' ', '-', '.', '(']);
        code != "1" && !code.is_empty() && code.bytes().all(|b| b.is_ascii_digit())
    });
    stands_free(m)
        && !abroad
        && !is_placeholder_of(m, &digits)
        && (valid && !slashed && (!spaced_only || !m.follows_any(14, OTHER)) || is_called(m) || m.digits().len() > 12)
}

/// Whether a number that names its country is one that this country has.
fn is_valid_abroad(text: &str) -> bool {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let exit = match text.trim_start_matches('(').starts_with('+') {
        true => "",
        false if digits.starts_with("011") => "011",
        false => "00",
    };
    let number = format!("+{}", digits.strip_prefix(exit).unwrap_or(&digits));
    // A nought in brackets, which is dialled only within the country, the library leaves out itself.
    let valid = |number: &str| {
        let parsed = PHONE_NUMBER_UTIL.parse(number, None);
        parsed.is_ok_and(|number| PHONE_NUMBER_UTIL.is_valid_number(&number))
    };
    !number.starts_with("+1") && valid(&number)
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
        || m.follows_any(100, &["voicemail", "missed call", "caller id"])
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
        "texted",
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

/// Whether a name stands right before seven digits with a hyphen: `Foss 555-0142`, `the florist (Ines), 555-0142`.
fn is_somebodys(m: &Match<'_>) -> bool {
    const CODES: &[&str] =
        &["lot", "po", "sku", "ref", "part", "model", "item", "order", "invoice", "no", "code", "serial", "sn"];
    let before = m.before(24);
    let apart = before.trim_end_matches([' ', ',', '(', ')', ':', '-', '\t', '|']);
    let word = apart.rsplit(|c: char| !c.is_alphabetic() && c != '\'').next().unwrap_or_default();
    let entry = lexicon::lookup(word);
    let things = [Class::Brand, Class::Drug, Class::Health, Class::Label, Class::Month, Class::Weekday];
    let named = word.starts_with(char::is_uppercase)
        && apart.len() < before.len()
        && entry.given().max(entry.surname()) > 0
        && !things.iter().any(|class| entry.is(*class));
    m.text().len() == 8 && m.text().as_bytes()[3] == b'-' && named && !m.follows_any(24, CODES)
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
                "Home ⟦501/555-0104⟧; work ⟦(501)555-0105 ext. 12⟧; car ⟦501 / 555 - 0109⟧",
                "please text ⟦4795550106⟧ before noon",
                "grandmother picks up at ⟦479 5550107⟧",
                "School nurse at ⟦001-479-555-0108x4410⟧ has the key.",
                "call back at ⟦555-0109⟧ after lunch",
                "he texted from ⟦4 7 9 . 5 5 5 . 0 1 1 5⟧",
                "call ⟦4 7 9 5 5 5 0 1 1 4⟧ and\nfrom abroad ⟦011 44 7700 900142⟧",
                "WhatsApp ⟦+44 7700 900461⟧ only",
                "my number is ⟦four seven nine five five five oh one four two⟧ thanks",
                "it's ⟦four seventy-nine, five fifty-five, oh one forty-two⟧",
                "so that's ⟦four seven nine, double five five, zero one four two⟧.",
                "call him on ⟦71four-55five-018six⟧ or ⟦6o5 five55 ohone 34⟧",
                "i'm at ⟦(Two-Oh-Eight) five five five 0176⟧ or ⟦262 five five five 0117⟧",
                "voicemail 2 of 4, received sat from ⟦4795550119⟧",
                "txt ⟦(4 7 9) 5 5 5 _ 0 1 1 7⟧ when in, or cb ⟦4795550118⟧",
                "my wife ⟦087 415 2290⟧, her mum ⟦0131 496 0822⟧ or ⟦07700 900461⟧",
                "Piotrkowska 211 and on ⟦(+48) 42 555 18 06⟧.",
                "Matteo, papà ⟦+39 347 555 0188⟧ and ⟦0044 20 7946 0321⟧",
                "call my cousin: ⟦+220 555 o1 99⟧ or ⟦479-555-Ol23⟧",
                "('Bo Ek', '⟦4795550150⟧', 'Peel')",
                "my old cell ending ⟦0136⟧, last 6 of my phone, ⟦550-119⟧",
                "New phone: ⟦514-555-0126 poste 308⟧.",
                "name,cell\nMaj,⟦4795550110⟧",
                "Best phone .......... ⟦479-555-0111⟧",
                "Phone:\n⟦578 4406⟧",
                "<a href=\"tel:⟦+14795550112⟧\">call</a>",
                "fan mail ⟦1-888-555-0113⟧",
                "her mother ⟦479-555-01-60⟧, sister ⟦479·555·0161⟧",
                "llame al ⟦cuatro siete nueve, cinco cinco cinco, cero uno seis dos⟧",
                "casa ⟦0343 555-0163⟧",
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
                "the eye bank hotline 479-555-0164, day or night",
                "uno dos tres, respire",
                "ticket 6335 0097 4410 2281",
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
                "+12 345 678 and +999 12 34 56 78 are sums",
                "level +20 100 200 300",
                "paid 3,475 minus 200, part 149.620, three days; December 28, 1987. Two years",
            ],
        );
    }
}
