//! Numbers and codes that are nobody's: lists of procedures and diagnoses, laboratory terms, measures, public lines.

use super::recognizer::contains_any;
use super::spoken;
use crate::text::Page;
use std::ops::Range;

/// Lists and catalogues: the code behind such a word is the same for everybody.
const LISTS: &[&str] = &[
    "cpt",
    "hcpcs",
    "icd",
    "icd-9",
    "icd-10",
    "dx",
    "carc",
    "rarc",
    "modifier",
    "mod",
    "taxonomy",
    "naics",
    "loinc",
    "snomed",
    "ndc",
    "drg",
    "rev code",
    "bin",
    "rxbin",
    "payer id",
    "guideline",
    "stock photo",
    "model",
    "sku",
    "part no",
    "part number",
    "item",
    "catalog",
    "coach",
    "train",
];

/// Lines that anybody may call, in digits.
const LINES: &[&str] = &["911", "988", "211", "311", "8002221222", "18002221222"];

/// Laboratory terms that look like codes.
const TERMS: &[&str] = &[
    "cd3", "cd4", "cd8", "cd19", "cd20", "cd30", "cd34", "ca19-9", "ca15-3", "ca125", "ca-125", "a1c", "hba1c", "b12",
];

/// Units that are written right behind their number.
const UNITS: &[&str] = &[
    "ms", "k", "mg", "mcg", "ml", "dl", "kg", "g", "mm", "cm", "nm", "cc", "u", "x", "w", "d", "wk", "wks", "mo", "hz",
    "h", "hr", "hrs", "min", "gy", "kj", "lb", "lbs", "pm", "am",
];

/// Numbers that agencies print to show what theirs look like.
const SPECIMENS: &[&str] = &["1EG4-TE5-MK73", "1EG4-TE5-MK72", "1EG4TE5MK73", "1EG4TE5MK72"];

/// Whether a code is a maker's catalogue number, as `REF` says on a device's label.
fn is_catalogued(page: &Page<'_>, range: &Range<usize>) -> bool {
    let labelled = page.before(range.start, 4).trim_end_matches([' ', ':']).to_ascii_lowercase().ends_with("ref");
    let after = page.after(range.end, 8).to_ascii_lowercase();
    labelled
        && ["lot ", "lot:", "sn ", "sn:", "s/n"]
            .iter()
            .any(|next| after.trim_start_matches([' ', ',', ';', '/']).starts_with(next))
}

/// Whether a code is nobody's, by its form or by the words right before it.
pub(super) fn is_public(page: &Page<'_>, range: &Range<usize>) -> bool {
    let text = &page.text()[range.clone()];
    let coded = page.after(range.end, 1) == "^" && text.len() == 5;
    contains_any(page.before(range.start, 14), LISTS)
        || coded
        || text.starts_with("000") && is_range(text)
        || SPECIMENS.contains(&text)
        || is_catalogued(page, range)
        || is_measure(text)
        || is_term(text)
        || is_line(text)
        || are_years(text)
        || are_procedures(text)
        || matches!(form(text).as_str(), "999999999A" | "999A99999A") && text.ends_with('X')
}

/// Whether a text is a number with its unit, or a gestational age: `38w2d`, `4120ms`.
fn is_measure(text: &str) -> bool {
    let unit = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let measured = unit.len() < text.len() && UNITS.contains(&unit);
    measured || matches!(form(text).as_str(), "9A9A" | "99A9A") && text.contains('w') && text.ends_with('d')
}

/// Whether a text is a laboratory's term, with its value or without, or a change of a protein: `CD8 330`, `K417N`.
fn is_term(text: &str) -> bool {
    let first = text.split(' ').next().unwrap_or_default().to_ascii_lowercase();
    TERMS.contains(&first.as_str())
        || matches!(form(text).as_str(), "A999A" | "A9999A") && !text.bytes().any(|b| b.is_ascii_lowercase())
}

/// Whether a number, in digits or in words, is a line for everybody.
pub(super) fn is_line(text: &str) -> bool {
    let written: String = text.chars().filter(char::is_ascii_digit).collect();
    LINES.contains(&written.as_str()) || LINES.contains(&spoken::digits(text).as_str())
}

/// Whether a text is nothing but years.
fn are_years(text: &str) -> bool {
    let year = |piece: &str| piece.len() == 4 && (piece.starts_with("19") || piece.starts_with("20"));
    text.bytes().all(|b| b.is_ascii_digit() || b" ,-".contains(&b)) && text.split([' ', ',', '-']).all(year)
}

/// Whether a text is procedures' codes with how often they were done: `11042 x2`.
fn are_procedures(text: &str) -> bool {
    let times = |piece: &str| piece.starts_with(['x', 'X']) && piece.len() <= 3;
    let five = |piece: &str| piece.len() == 5 && piece.bytes().all(|b| b.is_ascii_digit());
    text.split(' ').any(times) && text.split(' ').all(|piece| times(piece) || five(piece))
}

/// Whether four digits are a time of the day: minutes in fives, as schedules have them.
pub(super) fn is_clock(text: &str) -> bool {
    text.len() == 4 && text.parse::<u32>().is_ok_and(|time| time < 2400 && time % 100 < 60 && time % 5 == 0)
}

/// Whether a cell is a laboratory's range: two numbers, the smaller first.
pub(super) fn is_range(cell: &str) -> bool {
    let Some((low, high)) = cell.split_once(['-', '–']) else { return false };
    let number = |side: &str| side.trim().parse::<f64>().ok();
    matches!((number(low), number(high)), (Some(low), Some(high)) if low < high && high < 2000.0)
}

/// A text with its letters and digits made one.
fn form(text: &str) -> String {
    let one = |c: char| match c {
        '0'..='9' => '9',
        'a'..='z' | 'A'..='Z' => 'A',
        other => other,
    };
    text.chars().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_everybody() {
        for (text, code, public) in [
            ("now 38w2d, well", "38w2d", true),
            ("render took 3150ms", "3150ms", true),
            ("platelets 118k", "118k", true),
            ("CD8 330 today", "CD8 330", true),
            ("KRAS G112D in the node", "G112D", true),
            ("call nine one one now", "nine one one", true),
            ("Poison Control 1-800-222-1222", "1-800-222-1222", true),
            ("archive 2019 2020 2021", "2019 2020 2021", true),
            ("11042 x2 11045", "11042 x2 11045", true),
            ("\"rarc\":\"M418\"", "M418", true),
            ("port REF 3318, LOT 7KX-220", "3318", true),
            ("file ref 3318, lots of notes", "3318", false),
            ("raffle tickets 0001-0500", "0001-0500", true),
            ("the specimen 1EG4-TE5-MK73", "1EG4-TE5-MK73", true),
            ("RxBIN 331807", "331807", true),
            ("taxonomy is 331800000X", "331800000X", true),
            ("booking KX-3318", "KX-3318", false),
            ("number 4417 8812", "4417 8812", false),
            ("her code K33D18", "K33D18", false),
        ] {
            let at = text.find(code).unwrap();
            assert_eq!(is_public(&Page::new(text), &(at..at + code.len())), public, "{text}");
        }
    }

    #[test]
    fn clocks_and_ranges() {
        assert!(is_clock("0745") && is_clock("1610") && !is_clock("4471") && !is_clock("0811"));
        assert!(is_range("4.2-5.9") && is_range("11 - 140") && !is_range("88-20") && !is_range("KX-22"));
    }
}
