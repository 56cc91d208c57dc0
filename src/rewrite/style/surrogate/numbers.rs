//! Numbers and codes: reserved ones where there are any, else others of the same form that cannot be a real one.

use super::Fresh;
use crate::identifier::Kind;

/// The Social Security numbers that the Administration has set aside for advertisements: 987-65-4320 to 4329.
const SSN: &str = "98765432";
/// Numbers that the card networks publish for tests; all pass the check digit, none is anybody's.
#[rustfmt::skip]
const CARDS: &[&str] = &[
    "4111111111111111", "4012888888881881", "4242424242424242", "4000056655665556", "5555555555554444", "5105105105105100",
    "5200828282828210", "2223003122003222", "6011111111111117", "6011000990139424", "3530111333300000", "3566002020360505",
    "378282246310005", "371449635398431", "30569309025904", "38520000023237", "4222222222222",
];

/// A telephone number between 555-0100 and 555-0199, which are kept for fiction (NANPA); the area code stays, and a number
/// from abroad becomes one of no area.
pub(super) fn phone(value: &str, fresh: &mut Fresh) -> String {
    let digits: String = value.chars().filter(char::is_ascii_digit).collect();
    let abroad = value.trim_start().starts_with('+');
    let led = digits.strip_prefix('1').filter(|rest| abroad || rest.len() >= 10);
    let national = if abroad { led } else { led.or(Some(digits.as_str())) };
    let lead = digits.len() - national.map_or(0, str::len);
    let own: Option<String> = national.map(str::to_owned);
    fresh.pick(value, |draw, attempt| {
        let line = format!("01{:02}", draw.below(100, value, attempt));
        match own.as_deref().map(|own| (own, own.len())) {
            Some((own, 10..=15)) => {
                let area = if own.starts_with(['0', '1']) { "555" } else { &own[..3] };
                let extension: String = random_digits(draw.bytes(value, attempt), own.len() - 10);
                formed(value, &format!("{}{area}555{line}{extension}", &digits[..lead]))
            }
            Some((_, 7)) => formed(value, &format!("555{line}")),
            Some((_, 4)) => formed(value, &line),
            // Spoken numbers and numbers from abroad.
            _ if digits.is_empty() => spoken(&format!("555{line}")),
            _ => format!("555-555-{line}"),
        }
    })
}

/// One of the Social Security numbers for advertisements, or its end where only an end stands there.
pub(super) fn ssn(value: &str, fresh: &mut Fresh) -> String {
    let count = value.chars().filter(char::is_ascii_digit).count();
    fresh.pick(value, |draw, attempt| {
        let number = format!("{SSN}{}", draw.below(10, value, attempt));
        match count {
            0 => spoken(&number),
            1..=9 => formed(value, &number[9 - count..]),
            _ => format!("987-65-{}", &number[5..]),
        }
    })
}

/// A test card of as many digits and, where there is one, the same network; other accounts get other digits.
pub(super) fn account(value: &str, fresh: &mut Fresh) -> String {
    let digits: String = value.chars().filter(char::is_ascii_digit).collect();
    let fits = |network: bool| -> Vec<&str> {
        let same = |card: &&&str| card.len() == digits.len() && (!network || card[..1] == digits[..1]);
        CARDS.iter().filter(same).copied().collect()
    };
    let same = if digits.is_empty() { Vec::new() } else { fits(true) };
    let cards = if same.is_empty() { fits(false) } else { same };
    if digits.is_empty() || cards.is_empty() {
        return code(Kind::Account, value, fresh);
    }
    fresh.pick(value, |draw, attempt| formed(value, cards[draw.below(cards.len(), value, attempt)]))
}

/// An address for documentation: 192.0.2.0/24 of RFC 5737, 2001:db8::/32 of RFC 3849.
pub(super) fn ip(value: &str, fresh: &mut Fresh) -> String {
    fresh.pick(value, |draw, attempt| {
        let host = 1 + draw.below(254, value, attempt);
        if value.contains(':') { format!("2001:db8::{host:x}") } else { format!("192.0.2.{host}") }
    })
}

/// Another age over 89.
pub(super) fn age(value: &str, fresh: &mut Fresh) -> String {
    const WORDS: [&str; 9] = [
        "ninety-one",
        "ninety-two",
        "ninety-three",
        "ninety-four",
        "ninety-five",
        "ninety-six",
        "ninety-seven",
        "ninety-eight",
        "ninety-nine",
    ];
    let digits: String = value.chars().filter(char::is_ascii_digit).collect();
    let others = |draw: super::Draw| (0..9).map(move |step| (draw.below(9, value, 0) + step) % 9);
    let draw = fresh.draw;
    if digits.is_empty() {
        let lower = value.to_lowercase();
        let word = others(draw).map(|at| WORDS[at]).find(|word| *word != lower && word.replace('-', " ") != lower);
        return if lower.ends_with("arian") {
            "person over 89".to_owned()
        } else {
            super::cased(word.unwrap_or(WORDS[0]), value)
        };
    }
    let other = others(draw).map(|at| (91 + at).to_string()).find(|other| *other != digits).unwrap_or_default();
    value.replacen(&digits, &other, 1)
}

/// A code of the same form: a digit for a digit, a letter for a letter.
pub(super) fn code(kind: Kind, value: &str, fresh: &mut Fresh) -> String {
    let digits = value.chars().filter(char::is_ascii_digit).count();
    let letters = value.chars().filter(|c| c.is_alphabetic()).count();
    if digits == 0 && letters > 0 && value.contains([' ', '-']) {
        // Spelled or spoken, or words that only name a record.
        return if kind == Kind::Biometric {
            "sample record".to_owned()
        } else {
            fresh.pick(value, |draw, attempt| spoken(&random_digits(draw.bytes(value, attempt), 7)))
        };
    }
    let groups: Vec<usize> = value.split(|c: char| !c.is_alphanumeric()).map(str::len).collect();
    // What would look like a Social Security number, a telephone number or a card must not be somebody's.
    match (letters, groups.as_slice()) {
        (0, [3, 2, 4]) => return ssn(value, fresh),
        (0, [3, 3, 4]) => return phone(value, fresh),
        _ => {}
    }
    if is_mac(&groups) {
        return fresh.pick(value, |draw, attempt| {
            let last = draw.below(256, value, attempt);
            // RFC 7042 keeps these for documentation.
            let address = format!("00005E0053{last:02X}");
            let mut signs = address.chars();
            value.chars().map(|c| if c.is_alphanumeric() { signs.next().unwrap_or('0') } else { c }).collect()
        });
    }
    fresh.pick(value, |draw, attempt| {
        let bytes = &mut draw.bytes(value, attempt);
        let mut first = true;
        let drawn: String =
            value.chars().map(|c| sign(c, bytes.next().unwrap_or_default(), std::mem::take(&mut first))).collect();
        if letters == 0 && (13..=19).contains(&digits) && passes_luhn(&drawn) { nudged(&drawn) } else { drawn }
    })
}

/// A random sign of the same sort. Nothing begins with a zero that did not; the letters I, O and Q are left out, as in VINs.
fn sign(c: char, byte: u8, first: bool) -> char {
    const LETTERS: &[u8; 23] = b"ABCDEFGHJKLMNPRSTUVWXYZ";
    match c {
        '0' if first => '0',
        c if c.is_numeric() => char::from(if first { b'1' + byte % 9 } else { b'0' + byte % 10 }),
        c if c.is_alphabetic() => {
            let letter = char::from(LETTERS[usize::from(byte) % LETTERS.len()]);
            if c.is_lowercase() { letter.to_ascii_lowercase() } else { letter }
        }
        c => c,
    }
}

/// Whether groups of signs are those of a hardware address.
fn is_mac(groups: &[usize]) -> bool {
    groups == [2; 6] || groups == [4; 3]
}

/// Whether the digits pass the check of card numbers (ISO/IEC 7812-1).
fn passes_luhn(value: &str) -> bool {
    let digits = value.chars().rev().filter_map(|c| c.to_digit(10));
    let sum: u32 =
        digits.enumerate().map(|(at, digit)| if at % 2 == 1 { digit * 2 / 10 + digit * 2 % 10 } else { digit }).sum();
    sum.is_multiple_of(10)
}

/// A number whose last digit is one more, so that it passes the check no longer.
fn nudged(value: &str) -> String {
    let last = value.rfind(|c: char| c.is_ascii_digit());
    value
        .char_indices()
        .map(|(at, c)| match c.to_digit(10) {
            Some(digit) if Some(at) == last => char::from_digit((digit + 1) % 10, 10).unwrap_or('0'),
            _ => c,
        })
        .collect()
}

/// Digits in the form of another number; those that are too many are added.
fn formed(form: &str, digits: &str) -> String {
    let mut digits = digits.chars();
    let mut out: String =
        form.chars().map(|c| if c.is_ascii_digit() { digits.next().unwrap_or('0') } else { c }).collect();
    out.extend(digits);
    out
}

/// So many random digits.
fn random_digits(bytes: impl Iterator<Item = u8>, count: usize) -> String {
    bytes.take(count).map(|byte| char::from(b'0' + byte % 10)).collect()
}

/// Digits as words.
fn spoken(digits: &str) -> String {
    const WORDS: [&str; 10] = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    let words = digits.chars().filter_map(|c| c.to_digit(10)).filter_map(|digit| WORDS.get(digit as usize));
    words.copied().collect::<Vec<_>>().join(" ")
}
