//! How far a value reaches: without the marks and words of its sentence that were taken for its own.

use crate::identifier::Kind;
use std::ops::Range;

/// A value without the marks of its sentence that were taken for its own.
pub(super) fn extent(text: &str, bytes: &Range<usize>, kind: Kind) -> Range<usize> {
    let value = &text[bytes.clone()];
    if !matches!(kind, Kind::Name | Kind::Provider) {
        // "on the twelfth at eight pm", of which "pm" is not found
        let half = [" pm", " am", " p.m", " a.m"].iter().find(|half| {
            kind == Kind::Date && text[bytes.end..].starts_with(**half) && value.ends_with(char::is_alphabetic)
        });
        if let Some(half) = half.filter(|half| !text[bytes.end + half.len()..].starts_with(char::is_alphanumeric)) {
            return bytes.start..bytes.end + half.len();
        }
        // "jueves 2) Iván"
        let before = &text[super::layout::ceil(text, bytes.start.saturating_sub(24))..bytes.start];
        let counted = kind == Kind::Date && text[bytes.end..].starts_with(')') && !before.contains('(');
        let number = value.rsplit_once(' ').filter(|(day, number)| {
            counted && number.chars().all(|c| c.is_ascii_digit()) && super::clause::names_weekday(&day.to_lowercase())
        });
        return number.map_or_else(|| without_stop(text, bytes, kind), |(day, _)| bytes.start..bytes.start + day.len());
    }
    // "Hooper's" is whose it is, and "I" begins what somebody says of themselves.
    const BEHIND: &[&str] = &["'s", "’s", ", I", " I'll", " I’ll", " I'm", " I’m", " I've", " I’ve", " I'd", " I’d"];
    // "I'm Beth Arnott"
    const BEFORE: &[&str] = &["I'm ", "I’m ", "I am "];
    let own = BEFORE.iter().find_map(|before| value.strip_prefix(before)).filter(|own| own.len() > 1);
    let bytes = &own.map_or_else(|| bytes.clone(), |own| bytes.end - own.len()..bytes.end);
    let value = &text[bytes.clone()];
    // "Nwosu 62.50" owes a sum.
    let amount = value.rsplit_once(' ').filter(|(name, sum)| {
        !name.chars().any(|c| c.is_ascii_digit()) && !sum.is_empty() && sum.bytes().all(|b| b.is_ascii_digit())
    });
    if let Some((name, _)) = amount.filter(|_| text[bytes.end..].starts_with('.')) {
        return bytes.start..bytes.start + name.len();
    }
    // "Laurel P e n n I was in on Monday"
    const SAYS: &[&str] = &["was", "am", "have", "had", "need", "want", "got", "just", "can", "saw", "came", "called"];
    let says = super::word::first_word(&text[bytes.end..]).is_some_and(|word| word.start == 1 && word.is(SAYS));
    let bare = BEHIND.iter().find_map(|behind| value.strip_suffix(behind));
    let bare = bare.or_else(|| value.strip_suffix(" I").filter(|_| says));
    match bare.filter(|bare| bare.len() > 1) {
        Some(bare) => bytes.start..bytes.start + bare.len(),
        None => bytes.clone(),
    }
}

/// Whether two names that a comma parts are one in an entry of a list, "2. Xiong, Pa Houa, 31" or "Zuniga, Marta; Abel, Tom".
pub(super) fn is_one_entry(text: &str, first: &Range<usize>, second: &Range<usize>) -> bool {
    let one_word = !text[first.clone()].contains(' ') && !text[second.clone()].contains([',', '.']);
    let before =
        text[super::layout::ceil(text, first.start.saturating_sub(8))..first.start].trim_end_matches([' ', '\t']);
    let number = before.trim_end_matches(['.', ')']);
    let counted = number.len() < before.len() && number.ends_with(|c: char| c.is_ascii_digit());
    let behind = text[second.end..].trim_start_matches(' ');
    let listed = before.ends_with(';') || behind.starts_with(';');
    let aged = behind.strip_prefix(", ").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    one_word && (listed && (behind.is_empty() || behind.starts_with([';', '.', '\n'])) || counted && aged)
}

/// A day without the full stop that ends its sentence and was taken for that of an abbreviation: "it is wed. thx".
fn without_stop(text: &str, bytes: &Range<usize>, kind: Kind) -> Range<usize> {
    const GOES_ON: &[&str] = &["for", "at", "and", "to", "with", "or", "in", "of", "on", "by", "from", "is", "was"];
    let stop = kind == Kind::Date && bytes.len() > 2 && text[bytes.clone()].ends_with('.');
    let next = super::word::first_word(&text[bytes.end..]);
    let goes_on = next.is_some_and(|word| word.is(GOES_ON) || word.text.starts_with(|c: char| c.is_ascii_digit()));
    let ends = text[bytes.end..].chars().next().is_none_or(|c| c.is_whitespace() || matches!(c, '"' | '”'));
    if stop && ends && !goes_on { bytes.start..bytes.end - 1 } else { bytes.clone() }
}
