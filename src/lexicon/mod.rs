//! Embedded word lists: names, places, health terms, brands, eponyms and the words around them.
//!
//! One finite-state map from folded words, and from phrases with a space between their words, to what is known
//! of them. It is built by `build/` from recorded public sources and the lists in `data/` (see `SOURCES.md`) and is
//! read where it lies in the program: nothing is parsed at start-up.

mod bearer;
mod entry;
mod fold;
#[cfg(feature = "train")]
mod listing;
mod place;

use std::cell::RefCell;
use std::sync::LazyLock;

use fst::Map;
use fst::raw::{Fst, Node, Output};

use crate::memo::Memo;

pub use bearer::{Gender, Origin, given_names, known_given_name, known_surname, surnames};
pub use entry::{Class, Entry, Facts};
pub use fold::fold;
pub(crate) use fold::hash;
#[cfg(feature = "train")]
pub use listing::entries;
pub use place::{State, is_zip, state, zip_state};

static WORDS: &[u8] = include_bytes!("lexicon.fst");

/// The distinct entries, packed, 8 bytes each, little end first; the map's values are places in it.
static ENTRIES: &[u8] = include_bytes!("entries.bin");

/// The map; a damaged one, which only a broken build could hold, knows nothing.
static MAP: LazyLock<Option<Map<&'static [u8]>>> = LazyLock::new(|| Map::new(WORDS).ok());

/// No word or phrase of the lexicon is longer, in bytes.
const LONGEST: usize = 200;

/// What is known of a word in any case and with any diacritics; empty if it is unknown.
///
/// A word with apostrophes that is unknown is looked up without them (`O'Brien` as `obrien`).
pub fn lookup(word: &str) -> Entry {
    known(word).entry
}

/// What the map knows of a word.
#[derive(Clone, Copy, Default)]
struct Known {
    entry: Entry,
    /// With what the second words of phrases begin whose first it is, a bit each; see [`bit`].
    second: u64,
    /// Where the map goes on behind it, and what was put out until there.
    end: (u32, u32),
    /// Whether it is so short that a point may stand behind it.
    short: bool,
}

/// What is known of a word, remembered or read.
fn known(word: &str) -> Known {
    thread_local!(static KNOWN: RefCell<Memo<Known>> = RefCell::new(Memo::new()));
    KNOWN.with_borrow_mut(|memo| memo.of(word, look))
}

/// Reads what is known of a word in the map.
fn look(word: &str) -> Known {
    let Some(map) = MAP.as_ref().filter(|_| word.len() <= LONGEST) else { return Known::default() };
    let fst = map.as_fst();
    let walk = |key: &str| key.bytes().try_fold((fst.root(), Output::zero()), |at, byte| step(fst, at, byte));
    let ending =
        |(node, output): (Node<'_>, Output)| node.is_final().then(|| entry_at(output.cat(node.final_output()).value()));
    let key = fold(word);
    let end = walk(&key);
    let entry = match end.and_then(ending) {
        None if key.contains('\'') => walk(&key.replace('\'', "")).and_then(ending),
        entry => entry,
    };
    let entry = entry.unwrap_or_default();
    let Some((node, output)) = end else { return Known { entry, ..Known::default() } };
    let second = step(fst, (node, output), b' ').map_or(0, |(space, _)| beginnings(fst, space));
    Known { entry, second, end: (node.addr() as u32, output.value() as u32), short: key.len() <= 3 }
}

/// The way on by a byte.
fn step<'f>(fst: &'f Fst<&'static [u8]>, at: (Node<'f>, Output), byte: u8) -> Option<(Node<'f>, Output)> {
    let step = at.0.transition(at.0.find_input(byte)?);
    Some((fst.node(step.addr), at.1.cat(step.out)))
}

/// With what the words begin that a node leads to, a bit each.
fn beginnings(fst: &Fst<&'static [u8]>, node: Node<'_>) -> u64 {
    let mut bits = 0;
    for first in node.transitions() {
        let next = fst.node(first.addr);
        if next.is_final() {
            bits |= bit(&[first.inp]);
        }
        for second in next.transitions() {
            bits |= if second.inp == b' ' { bit(&[first.inp]) } else { bit(&[first.inp, second.inp]) };
        }
    }
    bits
}

/// The bit for the first two bytes of a folded word.
fn bit(word: &[u8]) -> u64 {
    let byte = |at: usize| u32::from(word.get(at).copied().unwrap_or_default());
    1 << ((byte(0) * 7 + byte(1) * 3) % 64)
}

/// Whether a phrase may go on with a token, of whose second words this is known.
fn may_go_on(second: u64, token: &str) -> bool {
    // What lower case alone does not fold is looked at in full.
    let start = &token.as_bytes()[..token.len().min(2)];
    let lower = [0, 1].map(|at| start.get(at).map_or(0, u8::to_ascii_lowercase));
    !start.iter().all(u8::is_ascii_alphanumeric) || second & bit(&lower) != 0
}

/// The longest phrase of two words or more with which a sequence of tokens begins: how many tokens it takes,
/// marks between its words included, and what is known of it.
///
/// The tokens are those of [`crate::text::Page`], in any case. Hyphens, trademark signs, a possessive `'s`
/// and the point of a short abbreviation may stand between the words or be missing, so `Baker-Gordon`, `baker gordon`
/// and `Bell's palsy`, `bell palsy`, and `St. Paul`, `St Paul` are found alike.
pub fn longest_phrase<'w>(tokens: impl IntoIterator<Item = &'w str>) -> Option<(usize, Entry)> {
    let mut tokens = tokens.into_iter().enumerate();
    let (_, first) = tokens.next()?;
    let Known { second, end, mut short, .. } = known(first);
    if second == 0 {
        return None;
    }
    let fst = MAP.as_ref()?.as_fst();
    let mut at = (fst.node(end.0 as usize), Output::new(u64::from(end.1)));
    let mut words = 1;
    let mut longest = None;
    for (index, token) in tokens {
        if is_link(token, short) {
            continue;
        }
        if words == 1 && !may_go_on(second, token) {
            return None;
        }
        let key = fold(token);
        for byte in b" ".iter().chain(key.as_bytes()) {
            let Some(next) = step(fst, at, *byte) else { return longest };
            at = next;
        }
        words += 1;
        short = key.len() <= 3;
        let (node, output) = at;
        if node.is_final() {
            longest = Some((index + 1, entry_at(output.cat(node.final_output()).value())));
        }
    }
    longest
}

/// A text as the key of a phrase: its tokens, folded, those that may be missing left out.
pub fn phrase_key<'w>(tokens: impl IntoIterator<Item = &'w str>) -> String {
    let mut key = String::new();
    let mut short = false;
    for token in tokens {
        if !key.is_empty() && is_link(token, short) {
            continue;
        }
        if !key.is_empty() {
            key.push(' ');
        }
        let folded = fold(token);
        short = folded.len() <= 3;
        key.push_str(&folded);
    }
    key
}

/// Whether a token may stand between two words of a phrase without belonging to it.
fn is_link(token: &str, after_short_word: bool) -> bool {
    matches!(token, "-" | "\u{2010}" | "\u{2011}" | "\u{2013}" | "®" | "™" | "'s" | "'S" | "’s" | "’S" | "'")
        || after_short_word && token == "."
}

/// The entry at a place of the table.
fn entry_at(place: u64) -> Entry {
    let at = place as usize * 8;
    let bits = ENTRIES.get(at..at + 8).and_then(|bytes| bytes.try_into().ok()).map(u64::from_le_bytes);
    Entry::from_bits(bits.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::Page;

    fn phrase(text: &str) -> Option<(usize, Entry)> {
        let page = Page::new(text);
        longest_phrase(page.tokens().iter().map(|token| page.token_text(token)))
    }

    #[test]
    fn frequent_names_are_known_in_any_case() {
        for word in ["Sarah", "JAMES", "maria", "José", "Aaliyah"] {
            assert!(lookup(word).given() >= 9, "{word}");
        }
        for word in ["Nguyen", "SMITH", "garcía", "O'Brien", "Nguyễn", "Patel", "Li", "Ng"] {
            assert!(lookup(word).surname() >= 8, "{word}");
        }
        for word in ["Bob", "Becky", "Lupe"] {
            assert!(lookup(word).is(Class::Nickname), "{word}");
        }
        for word in ["Okonkwo", "Oluwaseun", "Siobhan", "Xiomara", "Thuy"] {
            assert!(lookup(word).given().max(lookup(word).surname()) > 0, "{word}");
        }
    }

    #[test]
    fn names_that_are_words_are_both() {
        for word in ["grace", "will", "mark", "hope", "joy", "april", "rose", "sunny", "may", "faith"] {
            let entry = lookup(word);
            assert!(entry.given() > 0 && entry.common() > 0 && entry.is(Class::Ordinary), "{word}");
        }
        for word in ["okay", "don't", "we’ll", "dont", "website", "handpiece"] {
            assert!(lookup(word).common() >= 7 && lookup(word).surname() <= 5, "{word}");
        }
        assert_eq!(lookup("michelle").common(), 0);
        assert!(lookup("patient").common() > lookup("grace").common());
    }

    #[test]
    fn places_are_known_with_their_size() {
        assert!(lookup("Boise").city() >= 4);
        for (text, tokens) in [
            ("San Antonio, TX", 2),
            ("St. Louis Park", 4),
            ("St Louis Park", 3),
            ("Winston-Salem NC", 3),
            ("new york", 2),
            ("Coeur d'Alene", 2),
        ] {
            let found = phrase(text);
            assert!(found.is_some_and(|(length, entry)| length == tokens && entry.city() > 0), "{text}: {found:?}");
        }
        assert!(phrase("Cook County clerk").is_some_and(|(length, entry)| length == 2 && entry.is(Class::County)));
        assert!(lookup("Idaho").is(Class::State) && lookup("France").is(Class::Country));
    }

    #[test]
    fn words_of_the_trade_are_classed() {
        for (word, class) in [
            ("Botox", Class::Brand),
            ("morpheus8", Class::Brand),
            ("Juvéderm", Class::Brand),
            ("Fitzpatrick", Class::Eponym),
            ("Bell", Class::Eponym),
            ("lisinopril", Class::Drug),
            ("melasma", Class::Health),
            ("Tuesday", Class::Weekday),
            ("Sept", Class::Month),
            ("aprn", Class::Credential),
            ("Mrs", Class::Title),
            ("injector", Class::Role),
            ("husband", Class::Relative),
            ("blvd", Class::Street),
            ("hospital", Class::Facility),
            ("Aetna", Class::Organization),
            ("Brazilian", Class::Demonym),
            ("DOB", Class::Label),
            ("paciente", Class::Spanish),
        ] {
            assert!(lookup(word).is(class), "{word} {class:?}");
        }
        assert!(lookup("Bell").surname() > 0);
    }

    #[test]
    fn phrases_match_however_they_are_joined() {
        for (text, tokens, class) in [
            ("Bell's palsy", 3, Class::Eponym),
            ("bell palsy", 2, Class::Eponym),
            ("Bells palsy", 2, Class::Eponym),
            ("Baker-Gordon peel", 4, Class::Eponym),
            ("Clear + Brilliant laser", 3, Class::Brand),
            ("Mother's Day special", 3, Class::Holiday),
            ("PA-C on staff", 3, Class::Credential),
            ("Mayo Clinic visit", 2, Class::NamedFacility),
            ("mother-in-law", 5, Class::Relative),
            ("Kim Kardashian lips", 2, Class::PublicFigure),
            ("Rose quartz roller", 2, Class::Expression),
        ] {
            let found = phrase(text);
            assert!(found.is_some_and(|(length, entry)| length == tokens && entry.is(class)), "{text}: {found:?}");
        }
        for text in ["Sarah went home", "san. It was", "", "Botox"] {
            assert_eq!(phrase(text), None, "{text}");
        }
    }

    #[test]
    fn unknown_words_are_empty() {
        for word in ["", "x", "zzqxv", "12345", "李", "'", "q''"] {
            assert!(lookup(word).is_empty(), "{word}");
        }
    }

    proptest! {
        #[test]
        fn any_text_can_be_looked_up(text in "\\PC{0,40}") {
            lookup(&text);
            let length = longest_phrase(text.split(' ')).map_or(0, |(length, _)| length);
            prop_assert!(length <= text.split(' ').count());
        }
    }
}
