//! What makes a finding known again in the next run, wherever its line has moved to, without telling what it is.
//!
//! A hash of a value would be no secret: every telephone number can be tried. So no value goes into it, only the
//! path, the kind, the rule, the words of common speech beside the finding, and its number among those alike.

use crate::identifier::Finding;
use crate::lexicon;
use crate::verdict::ReasonCode;
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::ops::Range;

/// What the form of a fingerprint is called, so that another form cannot be taken for it.
const FORM: &str = "safepaste/1";
/// How much of the digest is kept, in bytes.
const KEPT: usize = 16;
/// How many words on each side count.
const WORDS: usize = 3;
/// How far from the finding they are looked for, in bytes of its line.
const REACH: usize = 120;
/// How common a word must be, as [`lexicon::Entry::common`] counts, so that it is surely no name.
const COMMON: u8 = 4;

/// A fingerprint for each finding of a text, in their order: 32 hexadecimal digits.
///
/// The findings are in order of place and do not overlap, as a check returns them. The path takes part as it is
/// given, but for a leading `./`, and on Windows with `/` for `\`. A fingerprint stays when lines are added, taken
/// away or moved elsewhere, and when a value is exchanged for another on the same line; of several findings that
/// are alike in all that counts, the later ones are told apart by their order alone.
pub fn fingerprints(path: &str, text: &str, findings: &[Finding]) -> Vec<String> {
    let path = plain_path(path);
    let mut seen: HashMap<Vec<String>, usize> = HashMap::new();
    findings
        .iter()
        .enumerate()
        .map(|(index, finding)| {
            let mut parts = vec![path.clone(), finding.kind.code().to_owned(), finding.rule.clone()];
            parts.extend(words_beside(text, findings, index));
            let ordinal = seen.entry(parts.clone()).or_default();
            parts.push(ordinal.to_string());
            *ordinal += 1;
            digest(&parts)
        })
        .collect()
}

/// The fingerprint of a reason that holds for a text, at its passage of this number, from 0.
pub fn of_reason(path: &str, code: ReasonCode, passage: usize) -> String {
    digest(&[plain_path(path), code.as_str().to_owned(), passage.to_string()])
}

/// The fingerprint of a text that could not be examined.
pub(super) fn of_failure(path: &str) -> String {
    digest(&[plain_path(path), "not examined".to_owned()])
}

/// The fingerprint of a part of a text that could not be read, by its number from 0.
pub(super) fn of_gap(path: &str, number: usize) -> String {
    digest(&[plain_path(path), "not read".to_owned(), number.to_string()])
}

/// A path as it is written on every system.
pub(super) fn plain_path(path: &str) -> String {
    let path = if cfg!(windows) { path.replace('\\', "/") } else { path.to_owned() };
    path.strip_prefix("./").map_or_else(|| path.clone(), str::to_owned)
}

fn digest(parts: &[String]) -> String {
    let mut hasher = Sha256::new_with_prefix(FORM);
    for part in parts {
        // With its length in front, no two lists of parts run together to the same bytes.
        hasher.update((part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    HEXLOWER.encode(&hasher.finalize()[..KEPT])
}

/// The nearest common words on each side of a finding, on its line, those before it first and nearest first.
fn words_beside(text: &str, findings: &[Finding], index: usize) -> Vec<String> {
    let Range { start, end } = findings[index].bytes;
    let from = text.ceil_char_boundary(start.saturating_sub(REACH));
    let to = text.floor_char_boundary(end.saturating_add(REACH));
    let from = text[from..start].rfind('\n').map_or(from, |line| from + line + 1);
    let to = text[end..to].find('\n').map_or(to, |line| end + line);
    let mut before = common_words(text, from..start, findings);
    before.reverse();
    let behind = common_words(text, end..to, findings);
    let side = |words: Vec<&str>| words.into_iter().take(WORDS).map(str::to_owned).collect::<Vec<_>>();
    // The mark keeps words before from being taken for words behind.
    [side(before), vec!["*".to_owned()], side(behind)].concat()
}

/// The words of a part of a text that are of common speech and belong to no finding.
fn common_words<'t>(text: &'t str, range: Range<usize>, findings: &[Finding]) -> Vec<&'t str> {
    let part = &text[range.clone()];
    part.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty() && word.chars().all(char::is_lowercase))
        .filter(|word| {
            let start = range.start + (word.as_ptr() as usize - part.as_ptr() as usize);
            let next = findings.partition_point(|finding| finding.bytes.end <= start);
            findings.get(next).is_none_or(|finding| finding.bytes.start >= start + word.len())
        })
        .filter(|word| lexicon::lookup(word).common() >= COMMON)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identifier::Kind;

    /// The fingerprints of a text in which `[...]` marks the values of findings, all telephone numbers.
    fn prints(path: &str, marked: &str) -> Vec<String> {
        let (mut text, mut findings) = (String::new(), Vec::new());
        for (at, part) in marked.split(['[', ']']).enumerate() {
            let start = text.len();
            text.push_str(part);
            if at % 2 == 1 {
                let bytes = start..text.len();
                let rule = "phone/nanp".to_owned();
                findings.push(Finding {
                    kind: Kind::Phone,
                    chars: bytes.clone(),
                    bytes,
                    confidence: 0.9,
                    rule,
                    person: None,
                });
            }
        }
        fingerprints(path, &text, &findings)
    }

    #[test]
    fn a_fingerprint_survives_moves_and_tells_findings_apart() {
        let base = prints("a.md", "call her today at [479-555-0142] before noon");
        assert!(base[0].len() == 32 && base[0].bytes().all(|b| b.is_ascii_hexdigit()), "{base:?}");
        for same in [
            "# New title\n\nwords above\ncall her today at [479-555-0142] before noon\nwords below",
            "call her today at [479-555-0199] before noon",
            "- Bo: call her today at [479-555-0142]  before   noon!",
        ] {
            assert_eq!(prints("./a.md", same), base, "{same}");
        }
        for other in ["text him a photo to [479-555-0142] before noon", "[479-555-0142]"] {
            assert_ne!(prints("a.md", other), base, "{other}");
        }
        assert_ne!(prints("b.md", "call her today at [479-555-0142] before noon"), base);
        let twins = prints("a.md", "phone [479-555-0142]\nphone [479-555-0143]\nphone [479-555-0144]");
        assert!(twins[0] != twins[1] && twins[1] != twins[2] && twins[0] != twins[2]);
        assert_eq!(prints("a.md", "phone [479-555-0188]\nphone [479-555-0189]"), twins[..2], "by their order");
    }

    #[test]
    fn neither_values_nor_what_may_be_one_takes_part() {
        let base = prints("a.md", "please ring [479-555-0142] and [479-555-0143] about the peel");
        assert_eq!(prints("a.md", "please ring [4795550188] and [479 555 0189] about the peel"), base);
        // Names and numbers that were not found do not get in by the back door.
        assert_eq!(prints("a.md", "please ring Quill 5550142 [479-555-0142] and zq [9] about the peel")[0], base[0]);
    }

    #[test]
    fn hostile_lines_are_read_within_reach() {
        let long = format!("{}[479-555-0142]{}", "é".repeat(5000), "李".repeat(5000));
        assert_eq!(prints("a.md", &long).len(), 1);
        assert_ne!(of_reason("a.md", ReasonCode::U1, 0), of_reason("a.md", ReasonCode::U1, 1));
    }
}
