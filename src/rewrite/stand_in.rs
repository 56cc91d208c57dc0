//! What a rewrite puts in place of a value, and what therefore identifies nobody: "Patient B", "withheld", a year alone.

use super::word::{in_word, is_one, is_role};
use crate::identifier::{Hit, Kind};

/// Words that stand where a value was.
const WITHHELD: &[&str] = &["withheld", "omitido", "date withheld", "fecha omitida"];

/// Whether a candidate is nothing but what a rewrite puts, so that a rewritten text is not found anew.
///
/// A birth year that shows an age over 89 in `this_year` is none; 45 CFR 164.514(b)(2)(i)(C).
pub(crate) fn is_stand_in(text: &str, hit: &Hit, this_year: i16) -> bool {
    let Some(value) = text.get(hit.range.clone()) else { return false };
    if is_one(value.trim(), WITHHELD) {
        return true;
    }
    match hit.kind {
        Kind::Date => is_year(text, hit, value, this_year) || is_numbered(text, hit, value),
        // "Day 6   US   Drive safe!"
        Kind::Location if value.starts_with(|c: char| c.is_ascii_digit()) => {
            text[..hit.range.start].ends_with("Day ") || text[..hit.range.start].ends_with("Día ")
        }
        Kind::Name | Kind::Provider | Kind::Location => is_numbered(text, hit, value),
        _ => false,
    }
}

/// Whether a date is a year alone, which may stay.
fn is_year(text: &str, hit: &Hit, value: &str, this_year: i16) -> bool {
    let digits = value.len() == 4 && value.bytes().all(|byte| byte.is_ascii_digit());
    let year = value.parse().ok().filter(|year| digits && (1900..=2100).contains(year));
    year.is_some_and(|year: i16| {
        let earlier = text[hit.range.end..].starts_with(" or earlier");
        earlier || year > this_year - 90 || !super::date::tells_birth(&text[..hit.range.start])
    })
}

/// Whether a name is a role with its letter or number, or one of the two beside the other.
fn is_numbered(text: &str, hit: &Hit, value: &str) -> bool {
    let before = &text[..hit.range.start];
    let after = &text[hit.range.end..];
    match value.split_once(' ') {
        Some((noun, number)) => is_noun(noun) && is_number(number.trim_end_matches('.')) && !after.starts_with(in_word),
        None if is_number(value.trim_end_matches('.')) => before
            .strip_suffix(' ')
            .is_some_and(|before| is_noun(before.rsplit(|c: char| !in_word(c)).next().unwrap_or_default())),
        None => {
            let number = after.strip_prefix(' ').unwrap_or_default();
            is_noun(value) && is_number(number.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default())
        }
    }
}

/// Whether a word is a role written as a rewrite writes it before a letter.
fn is_noun(word: &str) -> bool {
    let tells_apart =
        |word: &str| is_one(word, &["person", "persona", "day", "día"]) || word.len() > 3 && is_role(word);
    word.starts_with(char::is_uppercase) && tells_apart(word)
}

/// Whether a word is a letter or a number that tells people apart.
fn is_number(word: &str) -> bool {
    let letter = word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    letter || (1..=4).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_rewrite_put_is_told_from_a_value() {
        let cases = [
            ("Call ⟦Patient B⟧ back", Kind::Name, true),
            ("CALL ⟦PATIENT B⟧ BACK", Kind::Name, true),
            ("Call ⟦Patient⟧ B back", Kind::Name, true),
            ("Call Nurse ⟦C⟧ back", Kind::Provider, true),
            ("Call ⟦Patient Beal⟧ back", Kind::Name, false),
            ("Call Patient ⟦B. Ortiz⟧ back", Kind::Name, false),
            ("Call ⟦Dr B⟧ back", Kind::Provider, false),
            ("⟦Day 2⟧: closed", Kind::Date, true),
            ("⟦Day⟧ 12 | peel", Kind::Name, true),
            ("City: ⟦withheld⟧", Kind::Location, true),
            ("seen ⟦1994⟧", Kind::Date, true),
            ("DOB ⟦1931⟧", Kind::Date, false),
            ("DOB ⟦1936⟧ or earlier", Kind::Date, true),
            ("DOB ⟦1971⟧", Kind::Date, true),
            ("seen ⟦3/1994⟧", Kind::Date, false),
        ];
        for (marked, kind, expected) in cases {
            let start = marked.find('⟦').unwrap();
            let text = marked.replace(['⟦', '⟧'], "");
            let range = start..marked.find('⟧').unwrap() - '⟦'.len_utf8();
            let hit = Hit { kind, range, confidence: 1.0, rule: "".into() };
            assert_eq!(is_stand_in(&text, &hit, 2026), expected, "{marked}");
        }
    }
}
