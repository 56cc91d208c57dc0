//! Names for names: a given name for a given name, a surname for a surname, of the same gender, origin and case.
//!
//! Every word of a name has one word that stands in for it in the whole text, so that "Dana Ortiz", "Dana", "Mrs. Ortiz"
//! and "D.O." stay one person, and a family keeps one surname. Titles, credentials and particles ("de la") stay.

use super::{Fresh, Value, cased};
use crate::identifier::Kind;
use crate::lexicon::{self, Gender, Origin, fold};
use crate::rewrite::{layout, mention};
use std::collections::HashMap;
use std::ops::Range;

/// How much of the text tells its language, in bytes.
const SAMPLE: usize = 4096;

/// The words of the names that were met.
#[derive(Debug)]
pub(super) struct Names {
    spanish: bool,
    /// What stands in for each word, which is folded.
    words: HashMap<String, String>,
    /// The words of each person of this look, in order.
    people: HashMap<usize, Vec<String>>,
}

/// What part of a name a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Given,
    Surname,
}

impl Names {
    /// The names of a text.
    pub(super) fn new(text: &str) -> Names {
        let spanish = is_spanish(&text[..layout::floor(text, SAMPLE)]);
        Names { spanish, words: HashMap::new(), people: HashMap::new() }
    }

    /// Takes in the names of one look: full names first, for they tell which word is the surname.
    pub(super) fn meet(&mut self, values: &[Value<'_>], fresh: &mut Fresh) {
        self.people.clear();
        let mut names: Vec<(&Value<'_>, Vec<Range<usize>>)> = values
            .iter()
            .filter(|value| matches!(value.kind, Kind::Name | Kind::Provider))
            .map(|value| (value, words(value.words())))
            .collect();
        names.sort_by_key(|(value, words)| (words.len() < 2, value.bytes.start));
        for (value, ranges) in names {
            let name = value.words();
            let parts = parts(value, &ranges);
            let origin = self.origin(name);
            for (range, part) in ranges.iter().zip(parts) {
                let word = &name[range.clone()];
                let key = fold(word).into_owned();
                if is_initial(word) {
                    continue;
                }
                if let Some(person) = value.person {
                    let known = self.people.entry(person).or_default();
                    if !known.contains(&key) {
                        known.push(key.clone());
                    }
                }
                self.words.entry(key).or_insert_with_key(|key| {
                    let list = match part {
                        Part::Surname => lexicon::surnames(origin),
                        Part::Given => lexicon::given_names(gender(value, word), origin),
                    };
                    fresh.choose(list, key)
                });
            }
        }
    }

    /// What stands in for a name.
    pub(super) fn stand_in(&self, value: &Value<'_>, fresh: &mut Fresh) -> String {
        let name = value.words();
        let mut out = String::with_capacity(name.len());
        let mut at = 0;
        for range in words(name) {
            let word = &name[range.clone()];
            out.push_str(&name[at..range.start]);
            at = range.end;
            match self.word(word) {
                Some(other) if !is_initial(word) => out.push_str(&cased(other, word)),
                _ => out.extend(word.chars().map(|letter| self.initial(letter, value.person, fresh))),
            }
        }
        out.push_str(&name[at..]);
        out
    }

    /// What stands in for a word, where it is one of somebody's name.
    pub(super) fn word(&self, word: &str) -> Option<&str> {
        self.words.get(fold(word).as_ref()).map(String::as_str)
    }

    /// The initial of what stands in for the word that a letter begins, else another letter.
    pub(super) fn initial(&self, letter: char, person: Option<usize>, fresh: &Fresh) -> char {
        if !letter.is_alphabetic() {
            return letter;
        }
        let small: String = letter.to_lowercase().collect();
        let theirs = person.and_then(|person| self.people.get(&person)).into_iter().flatten();
        let known = theirs.filter(|word| word.starts_with(&small)).find_map(|word| self.words.get(word));
        let drawn = known.and_then(|other| other.chars().next()).unwrap_or_else(|| {
            let own = small.bytes().next().filter(u8::is_ascii_lowercase).map_or(0, |byte| byte - b'a');
            let step = 1 + fresh.draw.below(25, &small, 3) as u8;
            char::from(b'A' + (own + step) % 26)
        });
        if letter.is_lowercase() { drawn.to_ascii_lowercase() } else { drawn }
    }

    /// Where the bearer of a name may come from.
    fn origin(&self, name: &str) -> Origin {
        let listed = name.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).find_map(|word| {
            let origin =
                lexicon::known_surname(word).or_else(|| lexicon::known_given_name(word).map(|(_, origin)| origin));
            origin.filter(|origin| *origin != Origin::General)
        });
        let lower = name.to_lowercase();
        let spelled = lower.contains(['ñ', 'á', 'é', 'í', 'ó', 'ú']) || lower.ends_with("ez") || lower.contains("ez-");
        listed.unwrap_or(if spelled || self.spanish { Origin::Hispanic } else { Origin::General })
    }
}

/// The words of a name that are to be replaced: without titles, credentials and particles.
fn words(name: &str) -> Vec<Range<usize>> {
    #[rustfmt::skip]
    const PARTICLES: &[&str] =
        &["de", "del", "la", "las", "los", "da", "di", "dos", "van", "von", "der", "den", "bin", "ibn", "al", "el", "y", "e", "and", "the", "our", "st"];
    let all = letters(name);
    let last = all.len().saturating_sub(1);
    let names = |(index, range): &(usize, Range<usize>)| {
        let word = &name[range.clone()];
        let particle = all.len() > 1 && *index < last && PARTICLES.contains(&word);
        let role = all.len() > 1
            && *index < last
            && lexicon::lookup(word).is(lexicon::Class::Role)
            && word.starts_with(char::is_lowercase);
        !particle && !role && !mention::is_title(word)
    };
    let kept: Vec<Range<usize>> = all.iter().cloned().enumerate().filter(names).map(|(_, range)| range).collect();
    if kept.is_empty() { all } else { kept }
}

/// The runs of letters of a name; an apostrophe inside belongs to its word.
fn letters(name: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, c) in name.char_indices() {
        let inner = matches!(c, '\'' | '’')
            && runs.last().is_some_and(|run| run.end == at)
            && name[at + c.len_utf8()..].starts_with(char::is_alphabetic);
        if !c.is_alphabetic() && !inner && !unicode_normalization::char::is_combining_mark(c) {
            continue;
        }
        match runs.last_mut().filter(|run| run.end == at) {
            Some(run) => run.end = at + c.len_utf8(),
            None => runs.push(at..at + c.len_utf8()),
        }
    }
    runs
}

/// Whether a word of a name is an initial, or several without points ("SJ").
fn is_initial(word: &str) -> bool {
    let count = word.chars().count();
    let vowels = word.chars().any(|c| "AEIOUYaeiouy".contains(c));
    count == 1
        || count < 4 && word.chars().all(char::is_uppercase) && (!vowels || count == 2) && {
            let entry = lexicon::lookup(word);
            entry.given().max(entry.surname()) < 6
        }
}

/// Which part of the name each of its words is.
fn parts(value: &Value<'_>, ranges: &[Range<usize>]) -> Vec<Part> {
    let name = value.words();
    if let [only] = ranges {
        let before = value.before(12);
        let titled = before.split_whitespace().next_back().is_some_and(|word| {
            let word = word.trim_end_matches('.').to_lowercase();
            ["mr", "mrs", "ms", "miss", "dr", "sra", "sr", "srta", "señora", "señor", "dra"].contains(&word.as_str())
        });
        let entry = lexicon::lookup(&name[only.clone()]);
        let title_inside = only.start > 0 && !name[..only.start].trim().is_empty();
        let surname = titled || title_inside || entry.surname() > entry.given();
        return vec![if surname { Part::Surname } else { Part::Given }];
    }
    let comma = name.find(',').filter(|at| ranges.iter().any(|range| range.start > *at));
    let last = ranges.len().saturating_sub(1);
    let mut parts: Vec<Part> = ranges
        .iter()
        .enumerate()
        .map(|(index, range)| {
            let surname = comma.map_or(index == last, |comma| range.start < comma);
            if surname { Part::Surname } else { Part::Given }
        })
        .collect();
    // What a hyphen joins is one part.
    for index in (1..ranges.len()).rev() {
        if &name[ranges[index - 1].end..ranges[index].start] == "-" {
            parts[index - 1] = parts[index];
        }
    }
    parts
}

/// The gender that a name and the words around it tell.
fn gender(value: &Value<'_>, word: &str) -> Gender {
    #[rustfmt::skip]
    const FEMALE: &[&str] = &[
        "she", "her", "hers", "mrs", "ms", "miss", "mother", "mom", "wife", "daughter", "sister", "aunt", "niece",
        "grandmother", "lady", "woman", "female", "ella", "señora", "sra", "hija", "esposa", "madre", "girlfriend",
    ];
    #[rustfmt::skip]
    const MALE: &[&str] = &[
        "he", "him", "his", "mr", "father", "dad", "husband", "son", "brother", "uncle", "nephew", "grandfather",
        "gentleman", "man", "male", "él", "señor", "sr", "hijo", "esposo", "padre", "boyfriend",
    ];
    match lexicon::known_given_name(word) {
        Some((gender, _)) if gender != Gender::Either => return gender,
        _ => {}
    }
    let told = |text: &str, backwards: bool| {
        let mut words: Vec<String> =
            text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
        if backwards {
            words.reverse();
        }
        words.iter().find_map(|word| match word.as_str() {
            word if FEMALE.contains(&word) => Some(Gender::Female),
            word if MALE.contains(&word) => Some(Gender::Male),
            _ => None,
        })
    };
    // Words that the window cuts in two are no words.
    let before = value.before(16);
    let before = before.find(|c: char| !c.is_alphabetic()).map_or("", |at| &before[at..]);
    let after = value.after(160);
    let after = after.rfind(|c: char| !c.is_alphabetic()).map_or("", |at| &after[..at]);
    let around = told(before, true).or_else(|| told(after, false));
    let lower = word.to_lowercase();
    let ending = ["a", "ah", "elle", "ette", "ine", "lyn", "ie"].iter().any(|ending| lower.ends_with(ending));
    around.unwrap_or(if ending { Gender::Female } else { Gender::Either })
}

/// Whether a text speaks Spanish.
fn is_spanish(text: &str) -> bool {
    let (mut spanish, mut english) = (0, 0);
    for word in text.split(|c: char| !c.is_alphabetic()) {
        match word {
            "el" | "la" | "que" | "de" | "su" | "para" | "por" | "mi" | "está" | "es" | "una" | "con" | "cita"
            | "y" | "los" => spanish += 1,
            "the" | "to" | "and" | "is" | "for" | "her" | "my" | "in" | "with" | "of" | "on" | "she" | "we" | "you" => {
                english += 1
            }
            _ => {}
        }
    }
    spanish >= 3 && spanish > english * 2
}
