//! What somebody probably meant who wrote a name that nothing has.

/// The known name that is nearest to a word, where it differs in a third of its letters at most; case does not count.
pub fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let plain = |text: &str| text.trim().to_lowercase().replace(['_', ' '], "-");
    let word = plain(word);
    let near = known.into_iter().map(|known| (strsim::damerau_levenshtein(&word, &plain(known)), known));
    near.min_by_key(|(distance, _)| *distance)
        .filter(|(distance, _)| *distance <= word.chars().count() / 3)
        .map(|(_, known)| known)
}

/// ` (did you mean website?)`, where there is a name near enough.
pub(crate) fn meant<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> String {
    nearest(word, known).map(|near| format!(" (did you mean {near}?)")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_told_from_another_word() {
        let known = ["website", "med-spa", "front_desk", "sms"];
        let cases = [
            ("websit", Some("website")),
            ("wbesite", Some("website")),
            ("medspa", Some("med-spa")),
            ("Front Desk", Some("front_desk")),
            ("smz", Some("sms")),
            ("fax", None),
            ("", None),
        ];
        for (word, meant) in cases {
            assert_eq!(nearest(word, known), meant, "{word}");
        }
        assert_eq!(meant("websit", known), " (did you mean website?)");
    }
}
