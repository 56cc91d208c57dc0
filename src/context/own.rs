//! The practice's own: what it publishes about itself and what its policy allows is never an identifier,
//! and its staff are providers.

use crate::identifier::{Hit, Kind};
use crate::policy::Policy;
use crate::text::Page;
use std::collections::HashSet;

/// The practice's own details, folded for comparison.
#[derive(Debug, Clone, Default)]
pub(super) struct Own {
    /// Names, addresses, allowed phrases: words in lower case, one space between.
    phrases: Vec<String>,
    digits: HashSet<String>,
    emails: HashSet<String>,
    domains: Vec<String>,
    staff: Vec<Vec<String>>,
}

impl Own {
    /// Reads a policy.
    pub(super) fn new(policy: &Policy) -> Own {
        let public = &policy.practice.public;
        let phrases = policy.allow.iter().chain(&policy.practice.name).chain(&public.addresses).map(|p| fold(p));
        Own {
            phrases: phrases.filter(|phrase| !phrase.is_empty()).collect(),
            digits: public.phones.iter().map(|phone| digits(phone)).filter(|d| d.len() >= 7).collect(),
            emails: public.emails.iter().map(|email| email.to_lowercase()).collect(),
            domains: public.domains.iter().map(|domain| domain.trim_start_matches("www.").to_lowercase()).collect(),
            staff: public.staff.iter().map(|name| name_words(name)).filter(|words| !words.is_empty()).collect(),
        }
    }

    /// Drops what is the practice's own and makes its staff providers.
    pub(super) fn apply(&self, page: &Page<'_>, hits: &mut Vec<Hit>) {
        hits.retain_mut(|hit| {
            let value = &page.text()[hit.range.clone()];
            let own = match hit.kind {
                Kind::Phone | Kind::Fax => self.digits.contains(&digits(value)),
                Kind::Email => self.emails.contains(&value.to_lowercase()) || self.is_own_domain(value),
                Kind::Url => self.is_own_domain(value),
                _ => false,
            };
            if hit.kind == Kind::Name && self.is_staff(value) {
                hit.kind = Kind::Provider;
            }
            !own && !self.is_own_phrase(value, hit.kind == Kind::Location)
        });
    }

    /// Whether the value is one of the phrases, or for a place a part of one: the town of the own address.
    fn is_own_phrase(&self, value: &str, part: bool) -> bool {
        if self.phrases.is_empty() {
            return false;
        }
        let value = fold(value);
        !value.is_empty()
            && self.phrases.iter().any(|phrase| {
                *phrase == value
                    || part && phrase.strip_prefix(&value).is_some_and(|rest| rest.starts_with(' '))
                    || part && phrase.strip_suffix(&value).is_some_and(|rest| rest.ends_with(' '))
                    || part && phrase.contains(&format!(" {value} "))
            })
    }

    fn is_own_domain(&self, value: &str) -> bool {
        let value = value.to_lowercase();
        let host = value.rsplit('@').next().unwrap_or(&value);
        let host = host.trim_start_matches("https://").trim_start_matches("http://").trim_start_matches("www.");
        let host = host.split(['/', '?', '#', ':']).next().unwrap_or(host);
        self.domains
            .iter()
            .any(|domain| host == domain || host.strip_suffix(domain.as_str()).is_some_and(|rest| rest.ends_with('.')))
    }

    /// Whether a name is of one of the staff: the same words, or one of them alone.
    fn is_staff(&self, value: &str) -> bool {
        let words = name_words(value);
        !words.is_empty() && self.staff.iter().any(|staff| words.iter().all(|word| staff.contains(word)))
    }
}

/// Words and numbers in lower case, one space between.
fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.extend(word.chars().flat_map(char::to_lowercase));
    }
    folded
}

/// The digits of a telephone without the country's 1.
fn digits(text: &str) -> String {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    match digits.strip_prefix('1') {
        Some(rest) if rest.len() == 10 => rest.to_owned(),
        _ => digits,
    }
}

/// The words of a staff member's name, without titles and credentials.
fn name_words(name: &str) -> Vec<String> {
    const TITLES: &[&str] = &["dr", "dra", "doctor", "nurse", "mr", "mrs", "ms", "miss", "md", "do", "np", "pa", "rn"];
    let name = name.split(',').next().unwrap_or(name);
    fold(name).split(' ').filter(|word| !word.is_empty() && !TITLES.contains(word)).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::testing::{page_hits, values};
    use crate::policy::{Practice, Public};

    fn own() -> Own {
        let text = |items: &[&str]| items.iter().map(|item| (*item).to_owned()).collect();
        Own::new(&Policy {
            practice: Practice {
                name: Some("Glow Aesthetics".to_owned()),
                public: Public {
                    staff: text(&["Dr. Ana Ruiz", "Mia Cho, NP"]),
                    phones: text(&["(479) 555-0100"]),
                    emails: text(&["ana@other.example"]),
                    domains: text(&["glow.example"]),
                    addresses: text(&["12 Main St, Rogers, AR 72756"]),
                },
                ..Practice::default()
            },
            allow: text(&["Grace Medical Spa"]),
            ..Policy::default()
        })
    }

    #[test]
    fn the_practices_own_is_no_identifier() {
        let cases: &[(&str, &[&str])] = &[
            ("call {PHONE:479.555.0100} or {PHONE:479-555-0111}", &["479-555-0111"]),
            ("{EMAIL:hello@glow.example} {EMAIL:ana@other.example} {EMAIL:x@notglow.example}", &["x@notglow.example"]),
            ("{URL:https://www.glow.example/book} {URL:glow.example.org}", &["glow.example.org"]),
            ("{LOCATION:12 Main St} {LOCATION:Rogers} {LOCATION:72756} {LOCATION:12 Elm St}", &["12 Elm St"]),
            ("at {LOCATION:Glow Aesthetics} and {NAME:Grace Medical Spa}", &[]),
        ];
        for (marked, expected) in cases {
            let (text, mut hits) = page_hits(marked);
            own().apply(&Page::new(&text), &mut hits);
            assert_eq!(values(&text, &hits), *expected, "{marked}");
        }
    }

    #[test]
    fn staff_are_providers() {
        let (text, mut hits) = page_hits("{NAME:Mia Cho}, {NAME:Ruiz} and {NAME:Mia Lund}");
        own().apply(&Page::new(&text), &mut hits);
        let kinds: Vec<Kind> = hits.iter().map(|hit| hit.kind).collect();
        assert_eq!(kinds, [Kind::Provider, Kind::Provider, Kind::Name]);
    }
}
