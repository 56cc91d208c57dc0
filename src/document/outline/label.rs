//! Which keys and headers are told: a place must not say whom a file is about.

use crate::lexicon::{self, Class};

/// What stands for a key that might be a value itself.
const WITHHELD: &str = "•••";

/// The longest key that is told, in bytes.
const LONGEST: usize = 40;

/// From this weight on a word counts as somebody's name.
const NAME: u8 = 9;

/// A key as it may be told: itself where each of its words is a label or a word of the language and no name.
pub(super) fn told(key: &str) -> &str {
    let is_known = |word: &str| {
        let entry = lexicon::lookup(&word.to_ascii_lowercase());
        let named = entry.given().max(entry.surname()) >= NAME;
        let short = word.len() <= 3 && !word.starts_with(|c: char| c.is_uppercase()) || word.len() == 1;
        let short = short || word.len() <= 3 && word.bytes().all(|b| b.is_ascii_uppercase());
        entry.is(Class::Label) || !named && (entry.common() > 0 || short)
    };
    let digits = key.bytes().filter(u8::is_ascii_digit).count();
    let plain = key.bytes().all(|b| b.is_ascii_alphanumeric() || b" _-./#'?()&:".contains(&b));
    let known = words(key).all(is_known);
    if key.len() <= LONGEST && digits < 3 && plain && known { key } else { WITHHELD }
}

/// The words of a key: `nextVisit`, `next_visit` and `Next visit` have two each.
fn words(key: &str) -> impl Iterator<Item = &str> {
    key.split(|c: char| !c.is_ascii_alphabetic()).flat_map(|piece| {
        let mut start = 0;
        let bytes = piece.as_bytes();
        let ends = (1..=piece.len()).filter(move |at| {
            *at == bytes.len() || bytes[*at].is_ascii_uppercase() && bytes[*at - 1].is_ascii_lowercase()
        });
        ends.map(move |end| &piece[std::mem::replace(&mut start, end)..end])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_told_and_what_may_be_a_value_is_not() {
        #[rustfmt::skip]
        let labels = [
            "Mobile", "Client", "DOB", "client_name", "nextVisit", "phone", "Date of birth", "clients", "Member ID", "E-mail",
            "Account number", "Driver's license", "note", "street", "zip",
        ];
        for label in labels {
            assert_eq!(told(label), label);
        }
        for value in ["Odile Marsh", "479-555-0142", "odile@mailbox.example", "Marsh", "Núñez", "MRN 00482913", "Odile"]
        {
            assert_eq!(told(value), WITHHELD, "{value}");
        }
    }
}
