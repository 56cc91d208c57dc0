//! Clauses that say no more than who somebody is: "Her name is Ana", "she is Ana Soto, 41,", "My patient is Ana".

use super::person::{Label, is_client};
use super::phrase::{Around, Edit};
use super::word::{ending, first_word, is_determiner, is_one, last_word, trim_end};

/// What becomes of a name that its clause is there to tell.
pub(super) fn identity(around: &Around<'_>, label: &Label, title: usize, right: usize) -> Option<Edit> {
    name_clause(around, title, right).or_else(|| subject(around, label, title, right))
}

/// "Her name is Ana and she is nervous" becomes "She is nervous"; what only names somebody goes.
fn name_clause(around: &Around<'_>, title: usize, right: usize) -> Option<Edit> {
    const CLAUSES: &[&str] =
        &["her name is", "his name is", "their name is", "her name's", "his name's", "her name’s", "his name’s"];
    let own = &around.own_left()[..around.free_left.checked_sub(title)?];
    let clause = ending(own, CLAUSES)?;
    let bare = &own[..own.len() - clause];
    let taken = title + clause;
    let before = trim_end(&around.left[..around.left.len() - taken]);
    let after = &around.right[right..];
    let opens = around.opens_sentence(taken);
    let capital = own[bare.len()..].trim_start().starts_with(char::is_uppercase);
    // "; her name is Ana, phone"
    if !opens && before.ends_with([';', ',']) && after.starts_with([',', '.']) {
        let edit = around.drop(taken, right);
        return Some(edit);
    }
    if opens
        && capital
        && let Some(rest) = after.strip_prefix(" and ")
    {
        let goes_on = first_word(rest)
            .is_some_and(|word| word.is(&["she", "he", "they", "she's", "he's", "they're", "she’s", "he’s"]));
        return (goes_on && right + " and ".len() <= around.free_right).then(|| Edit {
            left: taken,
            right: right + " and ".len(),
            words: String::new(),
            capital: true,
        });
    }
    // A sentence of its own, beside others.
    let others = !before.is_empty() || after.trim_start_matches(['.', ' ']).len() > 2;
    (opens && after.starts_with('.') && others).then(|| around.drop(taken, right))
}

/// "she is Ana Soto, 41, from": what follows says who; "My patient is Ana" has nobody to name.
fn subject(around: &Around<'_>, label: &Label, title: usize, right: usize) -> Option<Edit> {
    let own = &around.own_left()[..around.free_left.checked_sub(title)?];
    let verb = ending(own, &["is", "es", "she's", "he's", "she’s", "he’s"])?;
    let before = &own[..own.len() - verb];
    let contracted = own[before.len()..].contains(['\'', '’']);
    let word = last_word(before);
    let pronoun = contracted || word.is_some_and(|word| word.is(&["she", "he"]));
    let role = word.filter(|word| {
        is_client(word.text) && last_word(&before[..word.start]).is_some_and(|word| is_determiner(word.text))
    });
    if !pronoun && role.is_none() {
        return None;
    }
    let after = &around.right[right..];
    let told = after.strip_prefix(", ").and_then(first_word).is_some_and(|word| {
        word.text.starts_with(|c: char| c.is_ascii_digit())
            || is_one(word.text, &["a", "an", "the", "from", "my", "our"])
    });
    if told && !around.spanish && right + 2 <= around.free_right {
        return Some(Edit { left: title, right: right + 2, ..Edit::default() });
    }
    let same = role.is_some_and(|word| word.text.eq_ignore_ascii_case(&label.noun) || around.spanish);
    (same && label.number.is_none())
        .then(|| around.put(title, right, if around.spanish { "una persona" } else { "someone" }))
}
