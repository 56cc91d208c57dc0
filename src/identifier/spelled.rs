//! Names that are spelled: letter by letter (`T-R-A-N`, `s m i double t h`), by an alphabet of words (`Lima Echo
//! Echo`), by how letters sound (`double-u oh jay`), or by an example (`k as in kilo, h, o`).

use super::recognizer::contains_any;
use super::wordlist::is_one_of;
use super::{Hit, Kind};
use crate::lexicon;
use crate::memo::Memo;
use crate::text::{Page, Token};
use std::cell::RefCell;

/// Words that announce a spelled name.
const SPELLED: &[&str] =
    &["name", "spell", "spelled", "spelling", "spells", "spelt", "last", "first", "that's", "apellido", "nombre"];

/// The alphabet of radio operators.
#[rustfmt::skip]
const ALPHABET: [&str; 28] = [
    "alpha", "alfa", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india", "juliet", "juliett", "kilo",
    "lima", "mike", "november", "oscar", "papa", "quebec", "romeo", "sierra", "tango", "uniform", "victor", "whiskey",
    "whisky", "yankee", "zulu",
];

/// How letters sound, where no other word sounds so.
const SOUNDS: [&str; 18] = [
    "bee", "cee", "dee", "ee", "ef", "eff", "gee", "aitch", "jay", "kay", "el", "em", "en", "cue", "ess", "tee", "vee",
    "zee",
];

/// Words that sound like a letter.
const SOUNDS_TOO: [&str; 11] = ["ay", "see", "eye", "oh", "pee", "are", "you", "ex", "why", "wye", "ell"];

/// Words that no letter is told by: "P T for this" is therapy.
const NO_EXAMPLES: &str = "this, that, the, those, these, them, their, two, three, ten, her, his, him, and, all, any, about, my, more, \
    most, may, our, out, one, other, some, she, six, seven, four, five, eight, nine, you, your, when, what, who, how, now, next, not, \
    last, let, low, long, it's, its, it, been, being, both, but";

/// Letters that stand for a name that was taken out, and treatments and tests that are spelled as they are spoken.
const ABBREVIATIONS: &str = "abc, abcd, xyz, xyzzy, obgyn, obgyns, copd, hpv, cbc, mri, ekg, bmi, tsh, usg, emdr, nsaid, nsaids, icu, nicu, \
    adhd, gerd, dvt, acl, stat, uihc, hipaa, ssri, ecmo, cpap, bipap, lasik, ercp, gtpal, tahbso";

/// Whether single letters from a token on, parted by spaces, are such an abbreviation: "the P T said", "fifty M G".
pub(super) fn is_abbreviation(page: &Page<'_>, first: usize) -> bool {
    const SHORT: &str = "pt, ot, mg, kg, ml, er, iv, im, po, bp, hr, ct, tb, ed, dr";
    let tokens = page.tokens();
    let mut letters = String::new();
    let mut end = 0;
    for token in tokens.iter().skip(first).take_while(|token| token.is_word() && token.range.len() == 1) {
        if !letters.is_empty() && token.range.start != end + 1 {
            break;
        }
        letters.push_str(page.token_text(token));
        end = token.range.end;
    }
    let letters = letters.to_lowercase();
    letters.len() > 1 && (is_one_of(ABBREVIATIONS, &letters) || is_one_of(SHORT, &letters))
}

/// How a letter is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Letter,
    Example,
    Alphabet,
    Sound,
    SoundToo,
}

/// Appends the spelled names of a page.
pub(super) fn names(page: &Page<'_>, hits: &mut Vec<Hit>) {
    let tokens = page.tokens();
    let mut at = 0;
    while at < tokens.len() {
        let (end, word, ways) = run(page, at);
        if end == at {
            at += 1;
            continue;
        }
        let range = tokens[at].range.start..tokens[end - 1].range.end;
        let count = |way: Way| ways.iter().filter(|told| **told == way).count();
        let said = || contains_any(page.before(range.start, 60), SPELLED);
        let named = || {
            // Shorter ones are abbreviations as often as names.
            word.split(' ').any(|word| word.len() >= 5 && lexicon::lookup(word).given() >= 5)
        };
        let letters = count(Way::Letter);
        let abbreviation = || word.split(' ').next().is_some_and(|word| is_one_of(ABBREVIATIONS, &word.to_lowercase()));
        let is_name = if letters > 0 && abbreviation() {
            false
        } else if letters == ways.len() {
            word.len() >= 4 && (named() || said()) || word.len() >= 3 && repeats(page, range.start, &word)
        } else if count(Way::Example) > 0 {
            ways.len() >= 2
        } else if count(Way::Alphabet) > 0 {
            count(Way::SoundToo) == 0 && (ways.len() >= 3 || ways.len() == 2 && said())
        } else {
            ways.len() >= 4 && count(Way::Sound) > 0 && (count(Way::Sound) >= 2 || said())
        };
        if is_name {
            hits.push(Hit { kind: Kind::Name, range, confidence: 0.85, rule: "name/spelled".into() });
        }
        at = end.max(at + 1);
    }
}

/// Whether letters tell the word before them once more: `Hữu Lâm, H-U-U`, `Ruiz, R U I Z`.
fn repeats(page: &Page<'_>, start: usize, letters: &str) -> bool {
    const NEAR: usize = 40;
    let letters = lexicon::fold(letters);
    page.before(start, NEAR).split(|c: char| !c.is_alphabetic()).any(|word| lexicon::fold(word) == letters)
}

/// The letters told one after the other from a token on: where they end, what they make, and how each is told.
fn run(page: &Page<'_>, first: usize) -> (usize, String, Vec<Way>) {
    let tokens = page.tokens();
    let (mut end, mut word, mut ways) = (first, String::new(), Vec::new());
    let mut next = first;
    let mut dashed = false;
    while let Some((after, letters, way)) = letter(page, next) {
        if end > first {
            let gap = &page.text()[tokens[end - 1].range.end..tokens[next].range.start];
            // Behind letters with dashes a sentence may begin: "T-R-A-N. I had".
            if gap.len() > 6 || gap.contains('\n') || dashed && gap != "-" {
                break;
            }
            dashed = gap == "-";
            // A wider gap parts two names.
            if next == end && gap.len() > 1 {
                word.push(' ');
            }
        }
        word.push_str(&letters);
        ways.push(way);
        end = after;
        let link = tokens.get(end).is_some_and(|token| matches!(page.token_text(token), "-" | "," | "."));
        next = end + usize::from(link);
    }
    (end, word, ways)
}

/// The letter that a token, with those behind it, tells.
fn letter(page: &Page<'_>, at: usize) -> Option<(usize, String, Way)> {
    let tokens = page.tokens();
    let token = tokens.get(at).filter(|token| token.is_word())?;
    let text = |at: usize| tokens.get(at).map_or("", |token: &Token| page.token_text(token));
    let single = |at: usize| Some(text(at)).filter(|word| word.len() == 1 && word.as_bytes()[0].is_ascii_alphabetic());
    let word = page.token_text(token);
    if single(at).is_some() {
        let begins = |other: &str| other.to_lowercase().starts_with(&word.to_lowercase());
        if word.eq_ignore_ascii_case("x") && text(at + 1).eq_ignore_ascii_case("ray") {
            return Some((at + 2, "x".to_owned(), Way::Alphabet));
        }
        if text(at + 1) == "as" && text(at + 2) == "in" && begins(text(at + 3)) {
            return Some((at + 4, word.to_owned(), Way::Example));
        }
        let example = || text(at + 2).len() > 2 && begins(text(at + 2)) && !is_one_of(NO_EXAMPLES, text(at + 2));
        if matches!(text(at + 1), "for" | "like") && example() {
            return Some((at + 3, word.to_owned(), Way::Example));
        }
        return Some((at + 1, word.to_owned(), Way::Letter));
    }
    if word.eq_ignore_ascii_case("double") {
        let dash = usize::from(text(at + 1) == "-");
        let twice = single(at + 1 + dash)?;
        // "double-u" is a W.
        return Some(match dash == 1 && twice.eq_ignore_ascii_case("u") {
            true => (at + 3, "w".to_owned(), Way::Sound),
            false => (at + 2 + dash, twice.repeat(2), Way::Letter),
        });
    }
    let way = way_of(word)?;
    Some((at + 1, word[..1].to_ascii_lowercase(), way))
}

/// How a word tells its first letter, if it does: hardly any does, and every word of a text is asked.
fn way_of(word: &str) -> Option<Way> {
    thread_local!(static WAYS: RefCell<Memo<Option<Way>>> = RefCell::new(Memo::new()));
    // No word for a letter is longer.
    if word.len() > "foxtrot".len() + 1 {
        return None;
    }
    WAYS.with_borrow_mut(|memo| {
        memo.of(word, |word| {
            let lower = &*word.to_lowercase();
            if lower == "xray" || ALPHABET.contains(&lower) {
                Some(Way::Alphabet)
            } else if SOUNDS.contains(&lower) {
                Some(Way::Sound)
            } else if SOUNDS_TOO.contains(&lower) {
                Some(Way::SoundToo)
            } else {
                None
            }
        })
    })
}
