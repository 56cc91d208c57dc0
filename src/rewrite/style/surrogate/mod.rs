//! Invented values: consistent, of the same form, and nobody's.
//!
//! `names` gives people others' names, `dates` moves all dates by one number of days, `places` moves people elsewhere in
//! their state, `reach` and `numbers` put what is reserved for examples or has only the form of a number. `draw`
//! decides which, by a secret and the text, so that one text says the same of one person throughout, and two texts say
//! nothing of each other.

mod dates;
mod draw;
mod names;
mod numbers;
mod places;
mod reach;

pub use draw::Secret;

use super::{Stand, Value};
use crate::identifier::Kind;
use dates::Shift;
use draw::Draw;
use names::Names;
use places::Places;
use reach::Reach;
use std::collections::{HashMap, HashSet};
use unicode_normalization::UnicodeNormalization;

/// After so many attempts to draw what the text does not have, whatever was drawn last is taken.
const ATTEMPTS: u32 = 64;

/// The style.
#[derive(Debug)]
pub(in crate::rewrite) struct Surrogate {
    fresh: Fresh,
    shift: Shift,
    names: Names,
    places: Places,
    reach: Reach,
    /// What stands in for values that were met before, names left out, which depend on whose they are.
    given: HashMap<(Kind, String), String>,
}

impl Surrogate {
    /// The style for a text that is read in this year, drawn with a secret.
    pub(in crate::rewrite) fn new(secret: Secret, text: &str, this_year: i16) -> Surrogate {
        let draw = Draw::new(secret, text);
        Surrogate {
            fresh: Fresh::new(draw, text),
            shift: Shift::new(draw, this_year),
            names: Names::new(text),
            places: Places::default(),
            reach: Reach::default(),
            given: HashMap::new(),
        }
    }

    /// What stands in for a value that was not met before.
    fn drawn(&mut self, value: &Value<'_>) -> String {
        let drawn = self.by_kind(value);
        if drawn != value.words() && !drawn.trim().is_empty() {
            return drawn;
        }
        // It has no sign that could be another.
        format!("sample {}", 100 + self.fresh.draw.below(900, value.words(), 0))
    }

    /// What its kind makes of it.
    fn by_kind(&mut self, value: &Value<'_>) -> String {
        // Digits and letters of other widths count as what they look like, as does JSON's `\/`.
        let plain: String = value.words().replace("\\/", "/").nfkc().collect();
        let words = plain.as_str();
        let fresh = &mut self.fresh;
        match value.kind {
            Kind::Name | Kind::Provider => self.names.stand_in(value, fresh),
            Kind::Date => self.shift.date(words, fresh),
            Kind::Age => numbers::age(words, fresh),
            Kind::Location => self.places.stand_in(words, fresh),
            Kind::Phone | Kind::Fax => numbers::phone(words, fresh),
            Kind::Email | Kind::Url => self.reach.stand_in(words, value.person, &self.names, fresh),
            Kind::Photo => self.reach.file(words, value.person, &self.names, fresh),
            Kind::Ip => numbers::ip(words, fresh),
            Kind::Ssn => numbers::ssn(words, fresh),
            Kind::Account => numbers::account(words, fresh),
            kind => numbers::code(kind, words, fresh),
        }
    }
}

impl Stand for Surrogate {
    fn meet(&mut self, values: &[Value<'_>]) {
        self.fresh.taken.extend(values.iter().map(|value| bare(value.words())));
        self.names.meet(values, &mut self.fresh);
    }

    fn stand_in(&mut self, value: &Value<'_>) -> String {
        if matches!(value.kind, Kind::Name | Kind::Provider) {
            return self.drawn(value);
        }
        let key = (value.kind, value.words().to_owned());
        if let Some(known) = self.given.get(&key) {
            return known.clone();
        }
        let drawn = self.drawn(value);
        self.given.insert(key, drawn.clone());
        drawn
    }

    fn looks_real(&self) -> bool {
        true
    }
}

/// Draws what neither the text has nor another value was given.
#[derive(Debug)]
struct Fresh {
    draw: Draw,
    /// The words of the text, in lower case.
    words: HashSet<String>,
    /// The letters and digits of the values of the text, and of what was given, in lower case.
    taken: HashSet<String>,
    /// What is left of each list, by where the list lies.
    lots: HashMap<usize, Lot>,
}

impl Fresh {
    fn new(draw: Draw, text: &str) -> Fresh {
        let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
        Fresh { draw, words: words.map(str::to_lowercase).collect(), taken: HashSet::new(), lots: HashMap::new() }
    }

    /// The first of the attempts that is new, else the last; `word` is what it is drawn for.
    fn pick(&mut self, word: &str, attempt: impl Fn(Draw, u32) -> String) -> String {
        let mut drawn = String::new();
        for number in 0..ATTEMPTS {
            drawn = attempt(self.draw, number);
            let words = bare(&drawn);
            if words != bare(word) && !self.taken.contains(&words) {
                break;
            }
        }
        self.taken.insert(bare(&drawn));
        drawn
    }

    /// One of a list, another for another word as long as the list lasts.
    fn choose(&mut self, list: &'static [&'static str], word: &str) -> String {
        let first = self.draw.below(list.len(), word, 0);
        let words = &self.words;
        let absent = |name: &str| !name.split(' ').any(|word| words.contains(&word.to_lowercase()));
        let lot = self.lots.entry(list.as_ptr() as usize).or_insert_with(|| Lot::new(list, absent));
        let (before, from) = lot.names.split_at(lot.names.partition_point(|name| name.place < first));
        let mut turned = from.iter().chain(before);
        let new = if lot.used_up { None } else { turned.clone().find(|name| !self.taken.contains(&name.bare)) };
        lot.used_up = new.is_none();
        let chosen = new.or_else(|| turned.nth(self.draw.below(lot.names.len(), word, 1)));
        match chosen.map(|name| (name.words.to_owned(), name.bare.clone())) {
            Some((words, bare)) => {
                self.taken.insert(bare);
                words
            }
            None => self.invent(word),
        }
    }

    /// A name that no list has, for a text that holds them all.
    fn invent(&mut self, word: &str) -> String {
        const SYLLABLES: &[&str] =
            &["bel", "dar", "fen", "gor", "hal", "kel", "lor", "mer", "nor", "pel", "ran", "sel", "tor", "wen"];
        self.pick(word, |draw, attempt| {
            let syllables =
                draw.bytes(word, attempt + 2).take(3).map(|byte| SYLLABLES[usize::from(byte) % SYLLABLES.len()]);
            crate::rewrite::word::capitalized(&syllables.collect::<String>())
        })
    }
}

/// The names of one list that the text does not have.
#[derive(Debug)]
struct Lot {
    names: Vec<Free>,
    /// Whether each was given to somebody; none is ever given back.
    used_up: bool,
}

/// A name that may be given.
#[derive(Debug)]
struct Free {
    /// Its place in its list.
    place: usize,
    words: &'static str,
    bare: String,
}

impl Lot {
    fn new(list: &'static [&'static str], absent: impl Fn(&str) -> bool) -> Lot {
        let names = list.iter().enumerate().filter(|(_, words)| absent(words));
        Lot { names: names.map(|(place, words)| Free { place, words, bare: bare(words) }).collect(), used_up: false }
    }
}

/// The letters and digits of a value, in lower case.
fn bare(value: &str) -> String {
    value.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A word in the case of another: all capitals, all small, or with a capital.
fn cased(word: &str, like: &str) -> String {
    let letters = || like.chars().filter(|c| c.is_alphabetic());
    if letters().count() > 1 && letters().all(char::is_uppercase) {
        word.to_uppercase()
    } else if letters().next().is_some_and(char::is_lowercase) {
        word.to_lowercase()
    } else {
        word.to_owned()
    }
}

#[cfg(test)]
mod tests;
