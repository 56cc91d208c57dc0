//! Evidence against a name that the tagger took: eponyms, months that count, regions, ordinary words, words broken off.

use super::spelled;
use super::wordlist::is_one_of;
use crate::lexicon::{self, Class};
use crate::tagger::Tag;
use crate::text::{Page, Shape, Token};

/// What follows an eponym: "Turner syndrome", "Wharton's duct", "Glogau scale 2".
const OF_EPONYMS: &[&str] = &[
    "syndrome",
    "disease",
    "disorder",
    "sign",
    "test",
    "grade",
    "scale",
    "score",
    "duct",
    "palsy",
    "procedure",
    "classification",
    "criteria",
    "maneuver",
    "reflex",
    "lung",
    "injections",
    "technique",
    "method",
    "peel",
    "lines",
    "index",
    "inventory",
    "protocol",
    "position",
    "tumor",
    "nodule",
    "nodules",
    "lesion",
    "fracture",
    "catheter",
];

/// What follows a verb that asks: "May the desk share this?", "Will our nurse call?".
const ASKED: &[&str] = &["the", "our", "my", "your", "i", "we", "you", "they", "she", "he", "a", "an", "this", "staff"];

/// What is said to somebody or about nothing, and is no name.
const SAID: &str = "yessir, nossir, yes'm, ma'am, maam, madam, god, lord, gosh, jesus, lem, gimme, lemme, venti, grande, dosepak, dosepack, \
    yep, nah, uh-huh, mm-hmm, mhm, hmm, whoa, wow, ouch, phew, amen, voila, ta-da";

/// Whether a tagged name is more likely something else.
pub(super) fn is_doubtful(page: &Page<'_>, tag: &Tag) -> bool {
    let tokens = page.tokens();
    let word = |at: usize| tokens.get(at).map_or("", |token| page.token_text(token));
    let mut next = tag.tokens.end;
    while matches!(word(next), "'s" | "'" | "-") {
        next += 1;
    }
    if OF_EPONYMS.contains(&word(next).to_lowercase().as_str()) {
        return true;
    }
    if is_known_otherwise(page, tag)
        || is_broken_off(page, tag.tokens.start)
        || spelled::is_abbreviation(page, tag.tokens.start)
    {
        return true;
    }
    let [only] = &tokens[tag.tokens.clone()] else { return false };
    let asks = ["may", "will"].iter().any(|verb| page.token_text(only).eq_ignore_ascii_case(verb));
    if asks && ASKED.contains(&word(next).to_lowercase().as_str()) {
        return true;
    }
    if is_one_of(SAID, &page.token_text(only).to_lowercase()) {
        return true;
    }
    let entry = lexicon::lookup(page.token_text(only));
    if entry.is(Class::Month) && tokens.get(next).is_some_and(|token| token.shape == Shape::Number) {
        return true;
    }
    if (entry.is(Class::State) || entry.is(Class::Country) || entry.is(Class::Demonym)) && tag.confidence < 0.9 {
        return true;
    }
    // A word in lower case is a name only where the page writes names so, or where much speaks for it.
    if only.shape == Shape::Lower && page.text().bytes().any(|b| b.is_ascii_uppercase()) && tag.confidence < 0.95 {
        return true;
    }
    let ordinary = entry.common() >= 5 && entry.common() > entry.given().max(entry.surname());
    ordinary && tag.confidence < 0.75
}

/// Whether a word is broken off and said again in full: "mira- miralax", "Napro-" with "Naprosyn" in the answer.
fn is_broken_off(page: &Page<'_>, at: usize) -> bool {
    const AGAIN: usize = 8;
    let tokens = page.tokens();
    let (Some(word), Some(dash)) = (tokens.get(at), tokens.get(at + 1)) else { return false };
    let stem = page.token_text(word).to_lowercase();
    let open = page.token_text(dash) == "-" && dash.range.start == word.range.end;
    let apart = tokens.get(at + 2).is_none_or(|next| next.range.start > dash.range.end);
    let longer = |token: &Token| {
        let next = page.token_text(token).to_lowercase();
        next.len() > stem.len() && next.starts_with(&stem)
    };
    open && apart && tokens[at + 2..].iter().take(AGAIN).any(longer)
}

/// Whether the lexicon knows the words, with the title before or the words behind them, as a product, a company or
/// an eponym ("Dr. Dennis Gross", "Jo Malone", "Barrett's esophagus").
fn is_known_otherwise(page: &Page<'_>, tag: &Tag) -> bool {
    let tokens = page.tokens();
    let mut start = tag.tokens.start;
    if start > 0 && page.token_text(&tokens[start - 1]) == "." {
        start -= 1;
    }
    if start > 0 && lexicon::lookup(page.token_text(&tokens[start - 1])).is(Class::Title) {
        start -= 1;
    } else {
        start = tag.tokens.start;
    }
    let words = tokens[start..].iter().take(8).map(|token| page.token_text(token));
    lexicon::longest_phrase(words).is_some_and(|(count, entry)| {
        let other = [Class::Brand, Class::Organization, Class::Eponym, Class::Expression];
        start + count >= tag.tokens.end && other.iter().any(|class| entry.is(*class))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tagger::Label;

    /// The tag of one word of a text.
    fn doubtful(text: &str, word: &str, confidence: f32) -> bool {
        let page = Page::new(text);
        let at = page.tokens().iter().position(|token| page.token_text(token) == word).unwrap();
        is_doubtful(&page, &Tag { label: Label::Name, tokens: at..at + 1, confidence })
    }

    #[test]
    fn eponyms_months_and_ordinary_words_are_doubted() {
        for (text, word) in [
            ("a boy with Turner syndrome", "Turner"),
            ("the opening of Wharton's duct", "Wharton"),
            ("Visits: April 12, May 19, June 24", "May"),
            ("our Dr. Dennis Gross pads sold out", "Dennis"),
            ("a history of Barrett's esophagus", "Barrett"),
            ("Put the miller beside the drill", "miller"),
            ("May the new hires see a chart?", "May"),
            ("the powder, mira- miralax, helps", "mira"),
            ("Pain? Yessir, some", "Yessir"),
            ("the P T said to rest", "P"),
        ] {
            assert!(doubtful(text, word, 0.88), "{text}");
        }
    }

    #[test]
    fn names_are_not_doubted() {
        for (text, word) in [
            ("May called about her peel", "May"),
            ("Text Priya that her session moved", "Priya"),
            ("hi this is grace about my peel", "grace"),
        ] {
            assert!(!doubtful(text, word, 0.96), "{text}");
        }
    }
}
