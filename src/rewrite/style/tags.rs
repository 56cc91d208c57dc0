//! Numbered tags: `[NAME_1]`, one number for one person and for each other value.
//!
//! People are numbered in order of mention, clinicians among them, and what bears a person's name (an email address, a
//! profile, a photo's file name) has that person's number: `[NAME_2]` writes from `[EMAIL_2]`.

use super::{Stand, Value};
use crate::identifier::Kind;
use crate::rewrite::restore::spot;
use crate::rewrite::{Tag, mention};
use std::collections::{HashMap, HashSet};

/// Gives out tags.
#[derive(Debug, Default)]
pub(in crate::rewrite) struct Tags {
    given: HashMap<(Kind, String), Tag>,
    /// The numbers that are not free, of each kind.
    taken: HashSet<Tag>,
    /// The last number given of each kind, and of people.
    last: HashMap<Kind, u32>,
    last_person: u32,
    /// The numbers of people.
    numbers: HashSet<u32>,
    /// The number of each person of this look.
    people: HashMap<usize, u32>,
    /// The number of the person who bears a word as a name.
    bearers: HashMap<String, u32>,
}

impl Tags {
    /// The tags for a text. A number that the text has in a tag of its own is not given out.
    pub(in crate::rewrite) fn new(text: &str) -> Tags {
        let taken = spot::all(text).into_iter().map(|spot| spot.tag).collect();
        Tags { taken, ..Tags::default() }
    }

    /// A number of a kind that no value has yet, and no person.
    fn next(&mut self, kind: Kind) -> u32 {
        let last = self.last.entry(kind).or_default();
        loop {
            *last += 1;
            let person = names_people(kind) && self.numbers.contains(last);
            if !person && !self.taken.contains(&Tag { kind, number: *last }) {
                return *last;
            }
        }
    }

    /// Numbers a person, by the words of their names.
    fn number(&mut self, person: usize, words: &[String]) {
        let known = words.iter().find_map(|word| self.bearers.get(word)).copied();
        let number = known.unwrap_or_else(|| {
            let taken = |number| {
                Kind::ALL.iter().any(|kind| names_people(*kind) && self.taken.contains(&Tag { kind: *kind, number }))
            };
            loop {
                self.last_person += 1;
                if !taken(self.last_person) {
                    break self.last_person;
                }
            }
        });
        self.numbers.insert(number);
        self.people.insert(person, number);
    }

    /// Gives a value the tag of its kind with a number.
    fn give(&mut self, value: &Value<'_>, number: u32) -> Tag {
        let tag = Tag { kind: value.kind, number };
        self.taken.insert(tag);
        self.given.insert((value.kind, key(value)), tag);
        tag
    }
}

impl Stand for Tags {
    fn meet(&mut self, values: &[Value<'_>]) {
        self.people.clear();
        let mut order: Vec<usize> = Vec::new();
        let mut names: HashMap<usize, Vec<String>> = HashMap::new();
        for value in values.iter().filter(|value| is_name(value.kind)) {
            let Some(person) = value.person else { continue };
            let words = names.entry(person).or_insert_with(|| {
                order.push(person);
                Vec::new()
            });
            words.extend(mention::words(value.words()).into_iter().filter(|word| word.chars().count() > 1));
        }
        for person in order {
            let words = names.get(&person).map_or(&[][..], Vec::as_slice);
            self.number(person, words);
        }
        // Later looks know a person again by these words; within one look the context has told people apart.
        for (person, words) in names {
            for word in words {
                self.bearers.entry(word).or_insert(self.people[&person]);
            }
        }
        for value in values.iter().filter(|value| names_people(value.kind) && !is_name(value.kind)) {
            let number = value.person.and_then(|person| self.people.get(&person)).copied();
            let known = self.given.contains_key(&(value.kind, key(value)));
            if let Some(number) =
                number.filter(|number| !known && !self.taken.contains(&Tag { kind: value.kind, number: *number }))
            {
                self.give(value, number);
            }
        }
    }

    fn stand_in(&mut self, value: &Value<'_>) -> String {
        let person = value.person.filter(|_| is_name(value.kind)).and_then(|person| self.people.get(&person));
        let known = person.map(|number| Tag { kind: value.kind, number: *number });
        let known = known.or_else(|| self.given.get(&(value.kind, key(value))).copied());
        let tag = known.unwrap_or_else(|| {
            let number = self.next(value.kind);
            self.give(value, number)
        });
        tag.to_string()
    }
}

/// Whether a kind is a name.
fn is_name(kind: Kind) -> bool {
    matches!(kind, Kind::Name | Kind::Provider)
}

/// Whether values of a kind name people, so that their numbers are people's.
fn names_people(kind: Kind) -> bool {
    is_name(kind) || matches!(kind, Kind::Email | Kind::Url | Kind::Photo)
}

/// What makes two values of a kind the same, however they are written.
fn key(value: &Value<'_>) -> String {
    let words = value.words();
    let digits = words.chars().filter(char::is_ascii_digit);
    match value.kind {
        Kind::Phone | Kind::Fax if digits.clone().count() >= 10 => {
            let digits: String = digits.collect();
            digits.strip_prefix('1').filter(|rest| rest.len() == 10).map_or(digits.clone(), str::to_owned)
        }
        Kind::Email | Kind::Url => words.to_lowercase(),
        _ => words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect(),
    }
}

#[cfg(test)]
mod tests {
    use crate::policy::Policy;
    use crate::rewrite::{Style, rewrite, tests::marked};

    #[test]
    fn one_person_has_one_number() {
        let cases = [
            (
                "⟦NAME:Dana Ortiz⟧ (⟦PHONE:479-555-0140⟧) wrote. ⟦NAME:Omar⟧ called ⟦NAME:Dana⟧ at ⟦PHONE:+1 479 555 0140⟧.",
                "[NAME_1] ([PHONE_1]) wrote. [NAME_2] called [NAME_1] at [PHONE_1].",
            ),
            (
                "⟦NAME:Dana Ortiz⟧, ⟦NAME:Omar Reyes⟧: ⟦NAME:O.R.⟧, ⟦NAME:DO⟧ and ⟦NAME:D. O.⟧; ⟦NAME:Ortiz⟧'s ⟦NAME:ORTIZ, DANA⟧",
                "[NAME_1], [NAME_2]: [NAME_2], [NAME_1] and [NAME_1]; [NAME_1]'s [NAME_1]",
            ),
            (
                "⟦PROVIDER:Dr. Lee⟧ saw ⟦NAME:Dana⟧, then ⟦PROVIDER:Lee⟧ left",
                "[PROVIDER_1] saw [NAME_2], then [PROVIDER_1] left",
            ),
            ("[NAME_1] met ⟦NAME:Dana⟧ on [DATE_1], ⟦DATE:May 3⟧", "[NAME_1] met [NAME_2] on [DATE_1], [DATE_2]"),
            ("⟦MRN:88-10-33⟧, ⟦MRN:881033⟧, ⟦MRN:881034⟧", "[MRN_1], [MRN_1], [MRN_2]"),
        ];
        for (text, expected) in cases {
            let (text, findings, context) = marked(text);
            let found =
                rewrite(&text, &findings, &context, &Policy::default(), Style::Tags, 2026, &mut |_| Default::default());
            assert_eq!(found.text, expected);
        }
    }

    #[test]
    fn what_bears_a_persons_name_has_their_number() {
        let (text, findings, mut context) = marked(
            "⟦EMAIL:desk@clinic.example⟧, ⟦NAME:Dana Ortiz⟧, ⟦NAME:Omar Reyes⟧, ⟦EMAIL:o.reyes@mail.example⟧, ⟦EMAIL:omar@mail.example⟧",
        );
        context.people[1].mentions.extend([3, 4]);
        let found =
            rewrite(&text, &findings, &context, &Policy::default(), Style::Tags, 2026, &mut |_| Default::default());
        assert_eq!(found.text, "[EMAIL_3], [NAME_1], [NAME_2], [EMAIL_2], [EMAIL_4]");
    }
}
