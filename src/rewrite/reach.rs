//! Numbers beside the words that say whose or what they are: "a user", "his phone", "her new card, exp 08/27".

use super::labelled;
use super::number::LABELS;
use super::phrase::{Around, Edit};
use super::word::{ending, first_word, in_word, is_one, last_word, trim_end, trim_start};

/// Whether a number is as long as that of a payment card.
pub(super) fn is_card(value: &str) -> bool {
    let digits = value.chars().filter(char::is_ascii_digit).count();
    (15..=16).contains(&digits) && value.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-'))
}

/// Whether a value is a phone number without its area, "555-0140".
pub(super) fn is_local_phone(value: &str) -> bool {
    let digits = |part: &str| part.chars().all(|c| c.is_ascii_digit());
    value
        .split_once(['-', '.', ' '])
        .is_some_and(|(office, line)| office.len() == 3 && line.len() == 4 && digits(office) && digits(line))
}

/// "shows user dana84 logged in" becomes "shows a user logged in".
pub(super) fn of_user(around: &Around<'_>) -> Option<Edit> {
    let taken = ending(around.own_left(), &["user", "username", "login", "account holder"])?;
    let before = &around.left[..around.left.len() - taken];
    let linked = last_word(before)
        .is_some_and(|word| !super::word::is_determiner(word.text) && word.text.starts_with(char::is_lowercase));
    let verb =
        first_word(around.right).is_some_and(|word| word.text.ends_with("ed") || labelled::is_predicate(word.text));
    (linked && verb && !around.spanish).then(|| around.put(taken, 0, "a user"))
}

/// Whose a way to reach somebody is, by the pronoun nearest to it.
pub(super) fn whose(around: &Around<'_>) -> &'static str {
    let pronoun = |word: &str| match () {
        () if is_one(word, &["his", "he", "him", "he's"]) => Some("his"),
        () if is_one(word, &["her", "she", "hers", "she's"]) => Some("her"),
        () => None,
    };
    let before = around.left.rsplit(['.', '!', '?', '\n', '"']).next().unwrap_or_default();
    let behind = around.right.split(['.', '!', '?', '\n', '"']).next().unwrap_or_default();
    let near = |text: &str, back: bool| {
        let mut all = text.split(|c: char| !in_word(c)).filter(|word| !word.is_empty());
        if back { all.by_ref().filter_map(pronoun).last() } else { all.find_map(pronoun) }
    };
    near(before, true).or_else(|| near(behind, false)).unwrap_or("their")
}

/// Whether a value stands alone behind a label that nobody knows.
pub(super) fn own_label(around: &Around<'_>) -> bool {
    let own = around.own_left().trim_end();
    let label = own.ends_with(':').then(|| super::layout::label_of(own)).flatten();
    label.is_some_and(|label| !label.contains(' ')) && trim_start(around.right).starts_with(['.', ',', ';'])
}

/// "4TN7-WK2, belongs to a client" becomes "it belongs to a client".
pub(super) fn subject_it(around: &Around<'_>) -> Option<Edit> {
    let rest = around.own_right().strip_prefix(", ")?;
    let verb = first_word(rest).is_some_and(|word| labelled::is_predicate(word.text));
    (verb && around.opens_sentence(0) && !around.spanish).then(|| around.put(0, 1, "it"))
}

/// "her new card, 4111 1111 1111 1111 exp 08/27" becomes "her new card, exp 08/27".
pub(super) fn beside_noun(around: &Around<'_>) -> Option<Edit> {
    let before = trim_end(around.left).strip_suffix(',')?;
    let noun = last_word(before).is_some_and(|word| is_one(word.text, LABELS));
    let exp = first_word(around.right).is_some_and(|word| word.is(&["exp", "expires", "valid"]));
    (noun && exp).then(|| Edit { right: usize::from(around.free_right > 0), ..Edit::default() })
}
