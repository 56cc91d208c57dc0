//! Word lists written as one string, `, ` between the entries, and how they are asked.

/// Whether `word` is an entry of the list.
pub(super) fn is_one_of(list: &str, word: &str) -> bool {
    let bounded = |at: usize| {
        let (before, behind) = (&list[..at], &list[at + word.len()..]);
        (before.is_empty() || before.ends_with(", ")) && (behind.is_empty() || behind.starts_with(", "))
    };
    !word.is_empty() && memchr::memmem::find_iter(list.as_bytes(), word).any(bounded)
}

/// Whether `text` holds an entry of the list as whole words.
pub(super) fn holds(text: &str, list: &str) -> bool {
    // Most stand nowhere in it, which is told faster than where one does.
    list.split(", ").filter(|entry| text.contains(entry)).any(|entry| {
        text.match_indices(entry).any(|(at, _)| {
            let left = text[..at].chars().next_back();
            let right = text[at + entry.len()..].chars().next();
            !left.is_some_and(char::is_alphanumeric) && !right.is_some_and(char::is_alphanumeric)
        })
    })
}

/// Whether `text` ends with an entry of the list as whole words.
pub(super) fn ends_with(text: &str, list: &str) -> bool {
    list.split(", ").any(|entry| {
        text.strip_suffix(entry).is_some_and(|rest| !rest.chars().next_back().is_some_and(char::is_alphanumeric))
    })
}

/// The words of a text: letters, digits and inner apostrophes.
pub(super) fn words_of(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty())
}
