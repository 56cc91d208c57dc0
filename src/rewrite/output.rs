//! The rewritten text as it grows, with what has to be mended where one edit meets another.

use super::Change;
use super::phrase::Edit;
use super::word::{is_one, last_word};
use std::ops::Range;

/// What stands for somebody and says nothing alone.
const ALONE: &[&str] = &[
    "the patient",
    "the client",
    "this person",
    "someone",
    "the applicant",
    "the caller",
    "the provider",
    "el paciente",
    "la paciente",
    "la clienta",
    "el cliente",
];

/// The rewritten text up to a place of the original.
#[derive(Debug)]
pub(super) struct Output<'t> {
    text: &'t str,
    /// The rewritten text so far.
    pub(super) out: String,
    changes: Vec<Change>,
    /// Where in `out` the words of each change begin.
    starts: Vec<usize>,
    /// Up to where the original is done.
    pub(super) at: usize,
    /// Where in `out` a letter waits to become a capital.
    capital: Option<usize>,
    /// How many characters the cell being rewritten has lost, and where its text ends.
    cell: Option<(isize, usize)>,
}

impl<'t> Output<'t> {
    pub(super) fn new(text: &'t str) -> Output<'t> {
        let out = String::with_capacity(text.len());
        Output { text, out, changes: Vec::new(), starts: Vec::new(), at: 0, capital: None, cell: None }
    }

    /// The changes, the rest of the text left as it is.
    pub(super) fn finish(mut self) -> Vec<Change> {
        self.copy(self.text.len());
        self.capitalize(self.text.len());
        self.changes
    }

    /// Where the last change ends in the original.
    pub(super) fn changed_up_to(&self) -> usize {
        self.changes.last().map_or(0, |change| change.bytes.end)
    }

    /// Copies the original up to a place; a cell that ends before it keeps its width.
    pub(super) fn copy(&mut self, to: usize) {
        if let Some((lost, end)) = self.cell.filter(|(_, end)| *end <= to) {
            self.cell = None;
            self.copy_plain(end.max(self.at));
            self.pad(lost);
        }
        self.copy_plain(to);
    }

    fn copy_plain(&mut self, to: usize) {
        if self.at < to {
            self.out.push_str(&self.text[self.at..to]);
            self.at = to;
        }
    }

    /// Makes an edit at a value up to which the original is copied; `next` is where the next value begins, and `cell`
    /// where the text of a cell ends whose column is to stay.
    pub(super) fn replace(
        &mut self,
        value: &Range<usize>,
        edit: Edit,
        finding: usize,
        next: usize,
        cell: Option<usize>,
    ) {
        let left = whole(&self.text[self.changed_up_to()..value.start], edit.left);
        self.capitalize(value.start - left);
        let right = whole_start(&self.text[value.end..], edit.right.min(next - value.end));
        let bytes = value.start - left..value.end + right;
        self.out.truncate(self.out.len() - left);
        let lost = chars(&self.text[bytes.clone()]) - chars(&edit.words);
        self.cell = cell.map(|end| (lost + self.cell.map_or(0, |(lost, _)| lost), end));
        self.starts.push(self.out.len());
        self.out.push_str(&edit.words);
        self.at = bytes.end;
        self.capital = edit.capital.then_some(self.out.len());
        let emptied = edit.words.is_empty();
        self.changes.push(Change { finding: Some(finding), bytes, replacement: edit.words });
        if emptied {
            self.mend(next);
        }
    }

    /// Mends what is left around a gap: brackets and lines with nothing in them, and a sentence that says nothing.
    fn mend(&mut self, next: usize) {
        let rest = &self.text[self.at..next];
        let before = self.out.trim_end_matches([' ', '\t']);
        let behind = rest.trim_start_matches([' ', '\t']);
        let gap = rest.len() - behind.len();
        let closes =
            [('(', ')'), ('[', ']')].iter().any(|(open, close)| before.ends_with(*open) && behind.starts_with(*close));
        if closes {
            let open = before[..before.len() - 1].trim_end_matches([' ', '\t']).len();
            let starts_line = self.out[..open].is_empty() || self.out[..open].ends_with('\n');
            let after = behind[1..].len()
                - if starts_line { behind[1..].trim_start_matches(' ').len() } else { behind[1..].len() };
            return self.take(open, self.at + gap + 1 + after);
        }
        // "(baby girl Ana, born 3/3 at St. Luke's)"
        if before.ends_with(',') && behind.starts_with(')') {
            return self.take(before.len() - 1, self.at + gap);
        }
        let (empty_before, empty_behind) =
            (before.is_empty() || before.ends_with('\n'), behind.starts_with(['\n', '\r']));
        if empty_before && empty_behind {
            let line_end = behind.find('\n').map_or(behind.len(), |at| at + 1);
            let from = before.len();
            return self.take(from, self.at + gap + line_end);
        }
        let ends = next == self.text.len() && behind.is_empty();
        if ends && before.ends_with('\n') && before.len() > 1 {
            let from = before.trim_end_matches(['\n', '\r']).len();
            return self.take(from, self.at + gap);
        }
        if (ends || empty_behind) && before.len() < self.out.len() && !empty_before {
            let from = before.len();
            return self.take(from, self.at);
        }
        self.mend_stand_in(next);
    }

    /// Takes out a stand-in that forms a sentence by itself, or that the words behind it say again.
    fn mend_stand_in(&mut self, next: usize) {
        let [.., stand_in, _] = self.changes.as_slice() else { return };
        let Some(start) = self.starts.len().checked_sub(2).and_then(|place| self.starts.get(place)).copied() else {
            return;
        };
        let words = stand_in.replacement.trim();
        let alone = self.out[start..].trim_end_matches([' ', ',']);
        if words.is_empty() || alone.trim_start() != words || !is_one(words, ALONE) {
            return;
        }
        let rest = &self.text[self.at..next];
        let before = self.out[..start].trim_end_matches(' ');
        // "He called. The patient. He was upset": the sentence before says who.
        if rest.starts_with(['.', ';']) && before.ends_with(['.', '!', '?']) && words.starts_with(char::is_uppercase) {
            let (from, at) = (before.len(), self.at + 1);
            return self.take(from, at);
        }
        // "the family of the patient, a patient of ours"
        let noun = last_word(words).map_or("", |word| word.text).to_lowercase();
        let again = rest.strip_prefix(", ").is_some_and(|rest| {
            ["a ", "an ", "una ", "un "]
                .iter()
                .any(|article| rest.strip_prefix(article).is_some_and(|rest| rest.starts_with(&noun)))
        });
        // "the patient, melanoma patient of ours"
        let of_ours = rest.strip_prefix(", ").is_some_and(|rest| {
            let phrase = rest.split([',', '.', ';', '\n']).next().unwrap_or_default();
            let mut words = phrase.split(' ').skip(1).take(2);
            rest.starts_with(char::is_lowercase) && words.any(|word| word == noun)
        });
        if (again || of_ours) && words.starts_with(char::is_lowercase) {
            let at = self.at + 2;
            self.take(start, at);
        }
    }

    /// Takes out what stands in the result from `from` on and in the original up to `to`, as one change.
    fn take(&mut self, from: usize, to: usize) {
        let mut finding = None;
        let mut kept = None;
        while let (Some(start), Some(change)) = (self.starts.last().copied(), self.changes.last()) {
            if start + change.replacement.len() <= from && start < from {
                break;
            }
            finding = change.finding.or(finding);
            let words = change.replacement.get(..from.saturating_sub(start)).unwrap_or_default().to_owned();
            kept = Some((change.bytes.start, start, words));
            self.starts.pop();
            self.changes.pop();
        }
        let ends = self.starts.last().copied().zip(self.changes.last());
        let (original, result) =
            ends.map_or((0, 0), |(start, change)| (change.bytes.end, start + change.replacement.len()));
        let (begins, start, words) = match kept {
            Some((begins, start, words)) if start < from => (begins, start, words),
            _ => (original + (from - result), from, String::new()),
        };
        self.out.truncate(from);
        self.starts.push(start);
        self.changes.push(Change { finding, bytes: begins..to, replacement: words });
        self.at = to;
        self.capital = self.capital.map(|_| self.out.len());
    }

    /// Gives a column the width that it had, as far as there is room: `lost` characters more, or fewer.
    fn pad(&mut self, lost: isize) {
        let rest = &self.text[self.at..];
        let behind = rest.trim_start_matches(' ');
        let room = rest.len() - behind.len();
        if lost == 0 || behind.starts_with(['\n', '\r']) || behind.is_empty() {
            return;
        }
        let (spaces, taken) = match usize::try_from(lost) {
            Ok(lost) => (" ".repeat(lost), 0),
            Err(_) => {
                let least = if behind.starts_with('|') { 1 } else { 2 };
                (String::new(), lost.unsigned_abs().min(room.saturating_sub(least)))
            }
        };
        if spaces.is_empty() && taken == 0 {
            return;
        }
        if self.changed_up_to() == self.at
            && let Some(last) = self.changes.last_mut()
        {
            last.replacement.push_str(&spaces);
            last.bytes.end += taken;
        } else {
            self.starts.push(self.out.len());
            let finding = self.changes.last().and_then(|change| change.finding);
            self.changes.push(Change { finding, bytes: self.at..self.at + taken, replacement: spaces.clone() });
        }
        self.out.push_str(&spaces);
        self.at += taken;
    }

    /// Gives the letter behind the last change a capital, where one waits and still stands before `end`.
    fn capitalize(&mut self, end: usize) {
        let (Some(place), Some(last)) = (self.capital.take(), self.changes.last_mut()) else { return };
        let behind = &self.text[last.bytes.end..end.max(last.bytes.end)];
        let Some(letter) = behind.chars().next().filter(|c| c.is_lowercase()) else { return };
        let upper: String = letter.to_uppercase().collect();
        let written = place..(place + letter.len_utf8()).min(self.out.len());
        if self.out.get(written.clone()).is_some_and(|old| old.len() == letter.len_utf8()) {
            self.out.replace_range(written, &upper);
        }
        last.bytes.end += letter.len_utf8();
        last.replacement.push_str(&upper);
    }
}

/// How many characters a text has.
fn chars(text: &str) -> isize {
    text.chars().count().try_into().unwrap_or(isize::MAX)
}

/// A number of bytes at the end of a text, or none where that would cut a character or is too many.
fn whole(text: &str, bytes: usize) -> usize {
    match text.len().checked_sub(bytes) {
        Some(at) if text.is_char_boundary(at) => bytes,
        _ => 0,
    }
}

/// A number of bytes at the start of a text, or none where that would cut a character.
fn whole_start(text: &str, bytes: usize) -> usize {
    if text.is_char_boundary(bytes) { bytes } else { 0 }
}
