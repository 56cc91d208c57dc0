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
        // Digits and letters of other widths count as what they look like.
        let plain: String = value.words().nfkc().collect();
        let words = plain.as_str();
        let fresh = &mut self.fresh;
        match value.kind {
            Kind::Name | Kind::Provider => self.names.stand_in(value, fresh),
            Kind::Date => self.shift.date(words, fresh),
            Kind::Age => numbers::age(words, fresh),
            Kind::Location => self.places.stand_in(words, fresh),
            Kind::Phone | Kind::Fax => numbers::phone(words, fresh),
            Kind::Email | Kind::Url => self.reach.stand_in(words, &self.names, fresh),
            Kind::Photo => self.reach.file(words, &self.names, fresh),
            Kind::Ip => numbers::ip(words, fresh),
            Kind::Ssn => numbers::ssn(words, fresh),
            Kind::Account => numbers::account(words, fresh),
            kind => numbers::code(kind, words, fresh),
        }
    }
}

impl Stand for Surrogate {
    fn meet(&mut self, values: &[Value<'_>]) {
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
    /// The text in lower case, and its letters and digits alone.
    text: String,
    bare: String,
    given: HashSet<String>,
}

impl Fresh {
    fn new(draw: Draw, text: &str) -> Fresh {
        let text = text.to_lowercase();
        let bare = text.chars().filter(|c| c.is_alphanumeric()).collect();
        Fresh { draw, text, bare, given: HashSet::new() }
    }

    /// The first of the attempts that is new, else the last; `word` is what it is drawn for.
    fn pick(&mut self, word: &str, attempt: impl Fn(Draw, u32) -> String) -> String {
        let mut drawn = String::new();
        for number in 0..ATTEMPTS {
            drawn = attempt(self.draw, number);
            let key = drawn.to_lowercase();
            let bare: String = key.chars().filter(|c| c.is_alphanumeric()).collect();
            // Short numbers stand in every text; only themselves they must not be.
            let held = if bare.len() < 4 { key == word.to_lowercase() } else { self.bare.contains(&bare) };
            if !held && !self.text.contains(&key) && !self.given.contains(&key) {
                break;
            }
        }
        self.given.insert(drawn.to_lowercase());
        drawn
    }

    /// One of a list, another for another word as long as the list lasts.
    fn choose(&mut self, list: &[&str], word: &str) -> String {
        let first = self.draw.below(list.len(), word, 0);
        let free = |name: &&&str| !self.holds_word(name);
        let mut turned = list[first.min(list.len())..].iter().chain(&list[..first.min(list.len())]);
        let rest: Vec<&&str> = turned.by_ref().filter(free).collect();
        let new = rest.iter().find(|name| !self.given.contains(&name.to_lowercase()));
        match new.or_else(|| rest.get(self.draw.below(rest.len(), word, 1))) {
            Some(name) => {
                let name = (**name).to_string();
                self.given.insert(name.to_lowercase());
                name
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

    /// Whether the text has a word.
    fn holds_word(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        self.text.match_indices(&word).any(|(at, _)| {
            let outside = |c: Option<char>| c.is_none_or(|c| !c.is_alphabetic());
            outside(self.text[..at].chars().next_back()) && outside(self.text[at + word.len()..].chars().next())
        })
    }
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
