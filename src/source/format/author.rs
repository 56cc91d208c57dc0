//! Who wrote in a document: its author, its last editor, those who commented. They are the practice's own people, and
//! their names are no patient's, unless the text speaks of one who is called the same.

/// What stands before an author's name.
pub(super) const LABEL: &str = "Author: ";

/// Whether a text names somebody with all parts of the name, so that it may be the text's own person who wrote it.
pub(super) fn is_named(text: &str, name: &str) -> bool {
    let mut parts = name.split(|c: char| !c.is_alphabetic()).filter(|part| part.chars().count() > 2).peekable();
    parts.peek().is_some() && parts.all(|part| has_word(text, part))
}

fn has_word(text: &str, word: &str) -> bool {
    memchr::memmem::find_iter(text.as_bytes(), word).any(|at| {
        let (before, after) = (text[..at].chars().next_back(), text[at + word.len()..].chars().next());
        ![before, after].into_iter().flatten().any(char::is_alphabetic)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_author_counts_only_where_the_text_speaks_of_somebody_of_that_name() {
        for (text, name, named) in [
            ("Client: Ann Strand, DOB 1/2/80", "Ann Strand", true),
            ("Client: Strand, Ann", "Ann B. Strand", true),
            ("Ann called", "Ann Strand", false),
            ("Mark your calendar, and may it help", "May Park", false),
            ("Annual strands", "Ann Strand", false),
            ("Ask your doctor", "", false),
        ] {
            assert_eq!(is_named(text, name), named, "{text:?}, {name}");
        }
    }
}
