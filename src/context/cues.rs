//! Cues: the words by which a text shows whom and what it is about, found in one pass.
//!
//! Each concern keeps its own lists ([`super::health`], [`super::about`], [`super::genre`]); here they are
//! put in one order. Where two entries begin at the same place the longer wins, so that `patient education`
//! never counts as one patient.

use crate::text::{Page, Shape};
use std::ops::Range;
use std::sync::LazyLock;

/// What a cue shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Cue {
    /// One patient, named or not: `my patient`, `pt`.
    Patient,
    /// Patients in general: `patient education`, `our clients`.
    Patients,
    /// An age or a sex as a clinician writes it: `34F`, `a 47-year-old`.
    AgeSex,
    /// Somebody who is no colleague: `the lady`, `a caller`.
    Person,
    /// A third person: `she`, `his`.
    Pronoun,
    /// A patient who writes of himself or herself: `my appointment`.
    First,
    /// A patient who is written to about something that stands: `your appointment is`.
    Second,
    /// Where somebody lives: `lives in`, `my address`.
    Residence,
    /// What a patient did: `came to us`, `drove in`.
    Story,
    /// A filled-in label of a person's record: `DOB`, `date of birth`.
    Label,
    /// Clinical shorthand, which is written of one patient: `c/o`, `history:`.
    Note,
    /// An appointment, a booking, a visit.
    Visit,
    /// A symptom, a diagnosis, a finding, a drug for one.
    Condition,
    /// A treatment, a product, a device.
    Treatment,
    /// Payment for care.
    Payment,
    /// Somebody who deals with the practice but is no patient: a vendor, a landlord, a driver.
    Business,
    /// Somebody who wants a job.
    Applicant,
    /// A denial that somebody is a patient.
    NotPatient,
    /// Many people: a list, a roster.
    Crowd,
    /// Copy for everybody: marketing, website, newsletter.
    Public,
    /// Rules, forms and lessons for everybody: SOP, policy, template, training, job post, stock list.
    Rules,
    /// The staff among themselves: a rota, minutes.
    Staff,
    /// A cited publication.
    Cited,
    /// A founder, a celebrity, somebody of history.
    Figure,
    /// Said to be invented.
    Invented,
    /// The practice's own contact: `call us at`.
    Ours,
    /// Somebody who speaks: a turn of a recorded talk, an outsider's `my cell`.
    Contact,
}

impl Cue {
    /// The cue as one bit.
    pub(super) const fn bit(self) -> u32 {
        1 << self as u8
    }
}

/// A set of cues.
pub(super) const fn any_of(cues: &[Cue]) -> u32 {
    let mut mask = 0;
    let mut i = 0;
    while i < cues.len() {
        mask |= cues[i].bit();
        i += 1;
    }
    mask
}

/// A list of words and phrases, in lower case, divided by commas; `*` at the end of one lets the word go on.
pub(super) type List = (Cue, &'static str);

/// A word or phrase of the lists.
struct Entry {
    words: &'static str,
    cue: Cue,
    /// Whether the word may go on behind it.
    open: bool,
}

impl Entry {
    /// Its first two bytes; none is shorter.
    fn key(&self) -> &[u8] {
        &self.words.as_bytes()[..2]
    }
}

/// Every entry, by its first two bytes, the longer before the shorter: an automaton would take longer to build than a
/// draft is worth.
static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    let mut entries = Vec::new();
    for (cue, list) in [super::health::LISTS, super::telling::LISTS, super::genre::LISTS].concat() {
        for entry in list.split([',', '\n']).map(str::trim).filter(|entry| entry.len() > 1) {
            let stem = entry.strip_suffix('*');
            entries.push(Entry { words: stem.unwrap_or(entry), cue, open: stem.is_some() });
        }
    }
    entries.sort_by_key(|entry: &Entry| {
        let key = entry.key().iter().fold(0, |key, byte| key << 8 | u32::from(*byte));
        key << 16 | (0xffff - entry.words.len() as u32)
    });
    entries
});

/// For each pair of bytes, by [`pair`], which entries may begin with it.
static BEGINNINGS: LazyLock<Vec<Range<usize>>> = LazyLock::new(|| {
    let mut beginnings = vec![0..0; PAIRS];
    for (place, entry) in ENTRIES.iter().enumerate() {
        let range = &mut beginnings[pair(entry.key())];
        let first = if range.end == 0 { place } else { range.start };
        *range = first..place + 1;
    }
    beginnings
});

/// So many pairs of bytes are told apart.
const PAIRS: usize = 1 << 10;

/// Which of the pairs two bytes are; letters of ASCII are all apart.
fn pair(key: &[u8]) -> usize {
    key.iter().fold(0, |pair, byte| pair << 5 | usize::from(byte & 31)) % PAIRS
}

/// The longest entry with which a text in lower case begins.
fn entry_at(text: &[u8]) -> Option<&'static Entry> {
    let range = BEGINNINGS.get(pair(text.get(..2)?))?;
    let mut alike = ENTRIES.get(range.clone())?.iter();
    // Most differ in the byte behind those two already.
    let alike_so_far = |entry: &Entry| entry.words.as_bytes().get(2).is_none_or(|third| text.get(2) == Some(third));
    alike.find(|entry| alike_so_far(entry) && text.starts_with(entry.words.as_bytes()))
}

/// The cues of a page, in order of place.
#[derive(Debug, Default)]
pub(super) struct Cues {
    found: Vec<(Range<usize>, Cue)>,
}

impl Cues {
    /// Finds the cues of a page.
    pub(super) fn read(page: &Page<'_>) -> Cues {
        let text = page.text();
        let bytes = text.as_bytes();
        let mut found = Vec::new();
        let lower = text.to_ascii_lowercase();
        let mut at = 0;
        while at < bytes.len() {
            let inside = at > 0 && is_word(bytes[at - 1]) && is_word(bytes[at]);
            let whole = |entry: &&Entry| {
                let behind = bytes.get(at + entry.words.len());
                entry.open || !behind.is_some_and(|byte| is_word(*byte))
            };
            let Some(entry) = (!inside).then(|| entry_at(&lower.as_bytes()[at..])).flatten().filter(whole) else {
                at += 1;
                continue;
            };
            let end = at + entry.words.len();
            let compound = entry.cue == Cue::Patient && super::telling::COMPOUNDS.contains(&word_behind(text, end));
            found.push((at..end, if compound { Cue::Patients } else { entry.cue }));
            at = end;
        }
        ages(page, &mut found);
        found.sort_by_key(|(range, _)| range.start);
        Cues { found }
    }

    /// The cues that stand in a range.
    pub(super) fn within(&self, range: &Range<usize>) -> &[(Range<usize>, Cue)] {
        let from = self.found.partition_point(|(at, _)| at.start < range.start);
        let to = self.found.partition_point(|(at, _)| at.start < range.end);
        &self.found[from..to.max(from)]
    }

    /// The cues that stand in a range, a bit each.
    pub(super) fn bits(&self, range: &Range<usize>) -> u32 {
        self.within(range).iter().fold(0, |bits, (_, cue)| bits | cue.bit())
    }

    /// Whether one of the cues of `mask` stands in a range.
    pub(super) fn any(&self, range: &Range<usize>, mask: u32) -> bool {
        self.within(range).iter().any(|(_, cue)| cue.bit() & mask != 0)
    }

    /// How many cues of `mask` stand in a range.
    pub(super) fn count(&self, range: &Range<usize>, mask: u32) -> usize {
        self.within(range).iter().filter(|(_, cue)| cue.bit() & mask != 0).count()
    }

    /// How many different words of `mask` stand in a range.
    pub(super) fn variety(&self, text: &str, range: &Range<usize>, mask: u32) -> usize {
        let mut words: Vec<String> = self
            .within(range)
            .iter()
            .filter(|(_, cue)| cue.bit() & mask != 0)
            .map(|(at, _)| text[at.clone()].to_ascii_lowercase())
            .collect();
        words.sort_unstable();
        words.dedup();
        words.len()
    }
}

/// The lower-case word behind a space at `at`, empty where none is.
fn word_behind(text: &str, at: usize) -> &str {
    let rest = text[at..].strip_prefix([' ', '-']).unwrap_or_default();
    &rest[..rest.find(|c: char| !c.is_ascii_lowercase()).unwrap_or(rest.len())]
}

/// Whether a byte is part of a word; every byte of a letter beyond ASCII is.
fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80
}

/// Ages as clinicians write them: `34F`, `70yo M`, `47-year-old`, `33 y/o`.
fn ages(page: &Page<'_>, found: &mut Vec<(Range<usize>, Cue)>) {
    let text = page.text();
    for token in page.tokens() {
        if !matches!(token.shape, Shape::Number | Shape::Alnum) {
            continue;
        }
        let word = page.token_text(token);
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        if !(1..=3).contains(&digits) {
            continue;
        }
        let unit = word[digits..].to_ascii_lowercase();
        let rest = page.after(token.range.end, 12).to_ascii_lowercase();
        let rest = rest.trim_start_matches([' ', '-']);
        let aged = match unit.as_str() {
            "" => {
                ["year-old", "year old", "years old", "yo ", "y/o", "y.o.", "yr old", "yr-old", "yrs old", "años"]
                    .iter()
                    .any(|form| rest.starts_with(form))
                    || ["yo", "yom", "yof"].contains(&rest.trim_end_matches(['.', ',']))
            }
            "yo" | "yof" | "yom" | "y" => unit != "y" || rest.starts_with("/o") || rest.starts_with("o "),
            // `34F` and `68M` are people, `24F` on a needle's line is a gauge: below 10 it is neither.
            "f" | "m" => digits == 2 && word >= "15",
            _ => false,
        };
        let money = text[..token.range.start].ends_with(['$', '€', '£']);
        if aged && !money {
            found.push((token.range.clone(), Cue::AgeSex));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cues(text: &str) -> Vec<Cue> {
        Cues::read(&Page::new(text)).found.into_iter().map(|(_, cue)| cue).collect()
    }

    #[test]
    fn the_longer_entry_wins_and_words_are_whole() {
        assert_eq!(cues("my patient"), [Cue::Patient]);
        assert_eq!(cues("patient education"), [Cue::Patients]);
        assert!(cues("impatiently outpatients").is_empty());
        assert_eq!(cues("BOTOX botox, Botoxed"), [Cue::Treatment, Cue::Treatment]);
    }

    #[test]
    fn ages_as_clinicians_write_them() {
        for text in ["34F", "70yo M", "a 47-year-old", "33 y/o", "93 years old", "28 yo"] {
            assert_eq!(cues(text), [Cue::AgeSex], "{text}");
        }
        for text in ["5F", "$34M", "30G", "2026", "34 units", "100 U"] {
            assert!(!cues(text).contains(&Cue::AgeSex), "{text}");
        }
    }
}
