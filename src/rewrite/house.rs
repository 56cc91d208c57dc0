//! A practice whose name was taken for somebody's: "Luz Bella Spa" becomes "the spa".

use super::facility::FACILITIES;
use super::phrase::{Around, Edit};
use super::word::{ending, first_word};

/// What is said behind "spa" and the like where no house is meant: "a Sedona Spa day".
const NO_HOUSE: &[&str] = &["day", "days", "package", "treatment", "pedicure", "manicure", "party", "gift", "card"];

/// A name with the word for a house right behind it, in capitals like the name.
pub(super) fn house(around: &Around<'_>, title: usize, right: usize) -> Option<Edit> {
    let own = around.own_right().get(right..)?;
    let word = first_word(own).filter(|word| title == 0 && right == 0 && word.start == 1)?;
    let lower = word.text.to_lowercase();
    let whole = around.value.chars().all(|c| !c.is_lowercase()) == word.text.chars().all(|c| !c.is_lowercase());
    let second = first_word(&own[word.start + word.text.len()..]).filter(|next| next.start == 1);
    let both = second.map(|next| format!("{lower} {}", next.text.to_lowercase()));
    let found = |name: &str| {
        FACILITIES.iter().find(|(keyword, _)| name == *keyword || keyword.len() > 4 && name.starts_with(keyword))
    };
    let two = both.as_deref().and_then(|both| FACILITIES.iter().find(|(keyword, _)| both == *keyword));
    let (_, noun) = two.or_else(|| found(&lower))?;
    let behind = word.start + word.text.len() + two.and(second).map_or(0, |next| 1 + next.text.len());
    let else_ = first_word(&own[behind..]).is_some_and(|next| next.is(NO_HOUSE));
    if else_ || !whole || !word.text.starts_with(char::is_uppercase) || !around.value.starts_with(char::is_uppercase) {
        return None;
    }
    if around.spanish {
        return Some(around.put(0, behind, "nuestra clínica"));
    }
    let taken = ending(around.own_left(), &["the"]).unwrap_or(0);
    Some(around.put(taken, behind, &format!("the {noun}")))
}
