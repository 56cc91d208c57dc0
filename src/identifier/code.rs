//! Codes that a label announces: record, policy, account and licence numbers share one way of being written.

use super::{Hit, Kind, Match, public_code, recognizer::contains_any};
use crate::text::Page;

/// What may stand between a label and its value: "number", "is", dot leaders, a table's bar, JSON's and XML's marks.
macro_rules! gap {
    () => {
        concat!(
            r#"["'\])*_]{0,3}(?:[ \t]{0,2}(?:(?i-u:numbers?|num|nos?|nr|nbr|ids?)(?-u:\b)\.?|[Nn]°))?[ \t]{0,2}[#№]?"#,
            r#"(?:[ \t]{0,2}\([A-Za-z0-9 .,/#'-]{1,24}\))?"#,
            r#"(?:[ \t,?.]{1,3}(?i-u:is|was|are|of|reads|on file|says|as|it's|its|it|the|still|now|stays|which|with|number|no\.?)(?-u:\b)|[ ]w/){0,4}"#,
            r#"(?:[ ,]{1,2}(?i-u:[a-z' ]{2,32}:))?"#,
            r#"(?:"[ \t}\]]{0,4},[ \t\n]{0,30}"(?:value|number|id|text)")?"#,
            r#"[ \t:=#№|>(\["',.…_*–—→-]{0,40}(?:\r?\n[ \t|>"]{0,30})?"#,
        )
    };
}

/// A value in one piece, its parts joined by marks: `KL-604218`, `60421-KT`, `3-8-4-9`, `A1234567`.
macro_rules! code {
    () => {
        r"(?P<id>(?:[A-Za-z]{1,10}[-_/#]?){0,2}[0-9][A-Za-z0-9]*(?:[-_/][A-Za-z0-9]+|\.[0-9]+){0,12})"
    };
}

/// What sets two pieces of a value apart.
macro_rules! between {
    () => {
        r"(?:[ ][–/-][ ]|[ ]?[–_-][ ]?|[ ])"
    };
}

/// A value in several pieces set apart by spaces, every piece after a prefix with digits or a letter or two:
/// `QRB 814 226 453`, `0031 774`, `C-28 774 119`, `GL 7 7 0 2 1`.
macro_rules! spaced_code {
    () => {
        concat!(
            r"(?P<id>(?:[A-Z]{1,5}",
            $crate::identifier::code::between!(),
            r"[A-Za-z]{0,3}[0-9][A-Za-z0-9]*|[A-Za-z]{0,3}[0-9][A-Za-z0-9]*",
            $crate::identifier::code::between!(),
            r"[A-Za-z]{0,3}[0-9][A-Za-z0-9]*)(?:",
            $crate::identifier::code::between!(),
            r"(?:[A-Za-z]{0,3}[0-9][A-Za-z0-9]*|[A-Z]{1,2}(?-u:\b))){0,12})"
        )
    };
}

/// A value spelled out character by character: `Q R T - 3 1 7`.
macro_rules! spelled_code {
    () => {
        r"(?P<id>[A-Za-z0-9](?:[ _–-]{1,3}[A-Za-z0-9](?-u:\b)){4,30})"
    };
}
pub(super) use {between, code, gap, spaced_code, spelled_code};

/// Units and counted things: a number before one of these is an amount.
const AMOUNTS: &[&str] = &[
    "mg",
    "ml",
    "mcg",
    "cc",
    "unit",
    "units",
    "u",
    "iu",
    "kg",
    "lbs",
    "lb",
    "cm",
    "mm",
    "nm",
    "hz",
    "percent",
    "day",
    "days",
    "week",
    "weeks",
    "wk",
    "wks",
    "month",
    "months",
    "mo",
    "year",
    "years",
    "yr",
    "yrs",
    "yo",
    "hour",
    "hours",
    "hr",
    "hrs",
    "min",
    "mins",
    "minute",
    "minutes",
    "am",
    "pm",
    "times",
    "visits",
    "sessions",
    "patients",
    "people",
    "members",
    "charts",
    "records",
    "dollars",
    "points",
    "percent",
    "treatments",
    "am",
    "pages",
    "clients",
    "policies",
];

/// Whether a labelled value can be a code: digits enough, and no date, year, amount or placeholder.
pub(super) fn is_code(m: &Match<'_>, least_digits: usize) -> bool {
    let text = m.text();
    let digits = m.digits();
    digits.len() >= least_digits
        && !is_blank(&digits)
        && !is_date(text)
        && !is_year(text)
        && !is_decimal(text)
        && !continues(m)
        && !is_amount(m)
}

/// Whether a value in several pieces holds together: six digits, or five behind a prefix, read out or in groups.
pub(super) fn is_spaced_code(m: &Match<'_>, least_digits: usize) -> bool {
    let pieces: Vec<&str> = m.text().split([' ', '-', '–', '/', '_']).filter(|piece| !piece.is_empty()).collect();
    let [first, inner @ .., last] = &pieces[..] else { return false };
    let numbered = |piece: &str| piece.bytes().any(|b| b.is_ascii_digit());
    let read_out = pieces.iter().filter(|piece| piece.len() == 1).count() >= 3;
    let grouped = inner.iter().all(|piece| piece.len() >= 2);
    // A long piece stands alone, unless what follows is as plainly a part of the code, or its check digit.
    let ends = || m.after(1).is_empty() || m.after(1).starts_with([',', '.', ';', '\n', ')']);
    let checked = || last.len() == 1 && numbered(last) && m.text().contains(" - ") && ends();
    let joined = first.len() <= 5 || !inner.is_empty() || last.len() >= 4 && numbered(last) || checked();
    let least = least_digits.max(if numbered(first) { 6 } else { 5 });
    m.text().contains(' ')
        && is_code(m, if read_out { 5 } else { least })
        && (read_out || grouped)
        && joined
        && !(pieces.len() == 2 && is_year(last))
        && !AMOUNTS.contains(&next_word(m).as_str())
        && !is_small_word(first)
}

/// Whether a value is spelled out character by character: five digits or more.
pub(super) fn is_spelled_code(m: &Match<'_>) -> bool {
    m.digits().len() >= 5 && m.text().matches([' ', '-', '–']).count() >= 4 && !continues(m)
}

/// Whether a value is written as a telephone number of three groups.
pub(super) fn is_phone(text: &str) -> bool {
    let groups: Vec<usize> = text.trim_start_matches("1-").split(['-', '.']).map(str::len).collect();
    groups == [3, 3, 4] && text.bytes().all(|b| b.is_ascii_digit() || b"-.".contains(&b))
}

/// Whether digits say nothing: all zeros, or nothing but one other digit six times or more.
pub(super) fn is_blank(digits: &str) -> bool {
    let first = digits.bytes().next();
    digits.bytes().all(|b| Some(b) == first) && (first == Some(b'0') || digits.len() >= 6)
}

/// Whether digits pass the check of ISO/IEC 7812 (Luhn), as card numbers and NPIs do.
pub(super) fn luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, digit)| {
            let value = u32::from(digit - b'0') * if place % 2 == 1 { 2 } else { 1 };
            if value > 9 { value - 9 } else { value }
        })
        .sum();
    sum.is_multiple_of(10)
}

/// Appends the cells under a header that holds one of `headers` (whole words), where `accept` says yes.
pub(super) fn column(
    page: &Page<'_>,
    hits: &mut Vec<Hit>,
    (kind, rule): (Kind, &'static str),
    headers: &[&str],
    accept: fn(&str) -> bool,
) {
    const RANGES: &[&str] = &["range", "interval", "limits", "normal"];
    let wanted = |header: &str| {
        let header = header.replace('_', " ");
        contains_any(&header, headers) && !contains_any(&header, RANGES)
    };
    let is_measured = |cell: &str| kind == Kind::OtherId || cell.contains(['.', ' ']);
    for range in page.cells_under(&wanted) {
        let cell = &page.text()[range.clone()];
        if accept(cell) && !is_decimal(cell) && !(is_measured(cell) && public_code::is_range(cell)) {
            hits.push(Hit { kind, range, confidence: 0.95, rule: rule.into() });
        }
    }
}

/// Whether a table's cell is a code: short, one or two pieces, digits enough, no date.
pub(super) fn is_code_cell(cell: &str, least_digits: usize) -> bool {
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    cell.len() <= 30
        && digits >= least_digits
        && cell.split_whitespace().count() <= 5
        && cell.bytes().all(|b| b.is_ascii_alphanumeric() || b" -_./#".contains(&b))
        && !is_date(cell)
        && cell.split_whitespace().all(|piece| piece.len() <= 4 || piece.bytes().any(|b| b.is_ascii_digit()))
}

/// Whether the value goes on behind the match: another digit, or a mark that joins one.
pub(super) fn continues(m: &Match<'_>) -> bool {
    let mut after = m.after(2).chars();
    match after.next() {
        Some(c) if c.is_alphanumeric() => true,
        Some('/' | ':' | '%') => after.next().is_some_and(|c| c.is_ascii_digit()) || m.after(1) == "%",
        _ => m.before(1) == "$",
    }
}

/// Whether the value is counted: a unit or a counted thing follows.
fn is_amount(m: &Match<'_>) -> bool {
    let digits_only = m.text().bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let next = next_word(m);
    let glued = m.text().trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').to_ascii_lowercase();
    (digits_only && m.digits().len() < 5 && AMOUNTS.contains(&next.as_str()))
        || (m.text().starts_with(|c: char| c.is_ascii_digit())
            && AMOUNTS.contains(&glued.as_str())
            && m.digits().len() < 5)
}

/// The word behind the match, in lower case.
fn next_word(m: &Match<'_>) -> String {
    let letters = m.after(14).trim_start().chars().take_while(char::is_ascii_alphabetic);
    letters.collect::<String>().to_ascii_lowercase()
}

/// Whether a piece before digits is a word of the sentence, not a prefix.
pub(super) fn is_small_word(piece: &str) -> bool {
    [
        "is", "was", "for", "of", "and", "or", "to", "at", "on", "the", "a", "in", "dob", "no", "id", "exp", "ext",
        "age", "mrn", "bcbs", "ppo", "hmo", "acct", "npi", "ssn", "tel", "fax", "ph", "cell", "dea", "cpt", "icd",
        "rx", "tx", "pt", "dx", "zip", "usd", "since", "rm", "nr", "sn", "hcpcs", "post", "pre",
    ]
    .contains(&piece.to_ascii_lowercase().as_str())
}

/// Whether a value is a calendar date: `3/14/25`, `12-10-1988`, `2025-03-14`.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['/', '-', '.']).collect();
    let number = |part: &str| part.parse::<u32>().unwrap_or(u32::MAX);
    let day_month = |a: &str, b: &str| {
        let (a, b) = (number(a), number(b));
        (1..=31).contains(&a) && (1..=31).contains(&b) && (a <= 12 || b <= 12)
    };
    let [first, second, ..] = parts[..] else { return false };
    if parts.len() > 3 || !parts.iter().all(|part| part.len() <= 4) {
        return false;
    }
    match parts.get(2) {
        None => text.contains('/') && day_month(first, second),
        Some(third) if first.len() == 4 => is_year(first) && day_month(second, third),
        Some(third) => {
            let short = third.len() == 2 && text.contains('/');
            first.len() <= 2 && second.len() <= 2 && day_month(first, second) && (is_year(third) || short)
        }
    }
}

/// Whether a value is a decimal number, such as a dose or a score; none of those begins with two noughts.
pub(super) fn is_decimal(text: &str) -> bool {
    text.contains('.') && !text.starts_with("00") && text.parse::<f64>().is_ok()
}

/// Whether points part the groups of a number, where others write hyphens: `902.88.4410.7`, `004.88213`. Versions and
/// sections have fewer digits, and no part of an internet address is above 255.
pub(super) fn is_pointed(text: &str) -> bool {
    let groups: Vec<&str> = text.split('.').collect();
    let plain = groups.iter().all(|group| !group.is_empty() && group.bytes().all(|b| b.is_ascii_digit()));
    let address = groups.len() == 4 && groups.iter().all(|group| group.parse::<u8>().is_ok());
    let digits: usize = groups.iter().map(|group| group.len()).sum();
    plain && digits >= 7 && !address && (groups.len() > 2 || groups.len() == 2 && text.starts_with("00"))
}

/// Whether a value is a year of our time.
fn is_year(text: &str) -> bool {
    text.len() == 4 && text.parse().is_ok_and(|year: u32| (1900..2100).contains(&year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_blanks_are_no_codes() {
        assert!(is_date("3/14/2025") && is_date("2025-03-14") && is_date("12-10-1988") && is_date("3/14"));
        assert!(!is_date("77-21-4452") && !is_date("123-45-6789") && !is_date("12-345"));
        assert!(is_blank("0000") && is_blank("999999") && !is_blank("4444") && !is_blank("123456"));
    }

    #[test]
    fn points_part_groups_and_no_version() {
        for number in ["902.88.4410.7", "004.88213", "8800.41.773", "00.318.224"] {
            assert!(is_pointed(number), "{number}");
        }
        for other in ["4.2.11", "192.168.10.200", "12500.50", "1.5", "88.a4.41907", "4410..77031"] {
            assert!(!is_pointed(other), "{other}");
        }
    }

    #[test]
    fn luhn_knows_a_card_and_a_slip() {
        assert!(luhn("4111111111111111") && luhn("378282246310005") && !luhn("4111111111111112"));
    }
}
