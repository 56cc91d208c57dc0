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

/// What follows a verb at the head of a message: "Hope you are well", "Hope this helps".
const HOPED: &[&str] = &["you", "your", "this", "that", "all", "everyone", "everything", "to", "it", "we", "the"];

/// What is said to somebody or about nothing, and is no name.
const SAID: &str = "yessir, nossir, yes'm, ma'am, maam, madam, god, lord, gosh, jesus, lem, gimme, lemme, venti, grande, dosepak, dosepack, \
    yep, nah, uh-huh, mm-hmm, mhm, hmm, whoa, wow, ouch, phew, amen, voila, ta-da, siri, cortana, chatgpt";

/// Whether a word is said to somebody or about nothing: an interjection, a form of address without a name.
pub(super) fn is_said(word: &str) -> bool {
    is_one_of(SAID, &word.to_lowercase())
}

/// What stands for a name in a form to practice with.
const INVENTED: &str = "sample, tester, mctest, mctester, testerson, dummy, placeholder, mustermann, mustername, nachname, fakename, mcfake, mcsample";

/// Whether the paragraph around a place has capital letters.
fn has_capitals(page: &Page<'_>, at: usize) -> bool {
    let (before, behind) = page.text().split_at(at);
    let before = before.rsplit("\n\n").next().unwrap_or_default();
    let behind = behind.split("\n\n").next().unwrap_or_default();
    [before, behind].iter().any(|part| part.bytes().any(|b| b.is_ascii_uppercase()))
}

/// Whether a tagged name is more likely something else.
pub(super) fn is_doubtful(page: &Page<'_>, tag: &Tag) -> bool {
    let tokens = page.tokens();
    if tokens[tag.tokens.clone()].iter().any(|token| is_one_of(INVENTED, &page.token_text(token).to_lowercase())) {
        return true;
    }
    let word = |at: usize| tokens.get(at).map_or("", |token| page.token_text(token));
    let mut next = tag.tokens.end;
    while matches!(word(next), "'s" | "'" | "-") {
        next += 1;
    }
    if OF_EPONYMS.contains(&word(next).to_lowercase().as_str()) {
        return true;
    }
    if is_known_otherwise(page, tag)
        || is_listed_title(page, tag)
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
    let hopes = page.token_text(only).eq_ignore_ascii_case("hope");
    if hopes && word(next).to_lowercase().split(['\'', '’']).next().is_some_and(|word| HOPED.contains(&word))
        || is_said(page.token_text(only))
    {
        return true;
    }
    // "Le recordamos su cita": a Spanish pronoun before its verb.
    let pronoun = ["le", "les", "te", "se", "nos"].iter().any(|word| page.token_text(only).eq_ignore_ascii_case(word));
    if pronoun && word(next).ends_with("mos") && tokens.get(next).is_some_and(|token| token.shape == Shape::Lower) {
        return true;
    }
    let entry = lexicon::lookup(page.token_text(only));
    if entry.is(Class::Month) && tokens.get(next).is_some_and(|token| token.shape == Shape::Number) {
        return true;
    }
    if (entry.is(Class::State) || entry.is(Class::Country) || entry.is(Class::Demonym)) && tag.confidence < 0.9 {
        return true;
    }
    // A word in lower case is a name only where its paragraph writes names so, or where much speaks for it.
    if only.shape == Shape::Lower && tag.confidence < 0.95 && has_capitals(page, only.range.start) {
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
    // "Keep it like Dolly Parton": whom a look or a tone is likened to is no patient.
    let likened = tag.tokens.start.checked_sub(1).is_some_and(|at| {
        ["like", "than", "as"].iter().any(|word| page.token_text(&tokens[at]).eq_ignore_ascii_case(word))
    });
    lexicon::longest_phrase(words).is_some_and(|(count, entry)| {
        let other = [Class::Brand, Class::Organization, Class::Eponym, Class::Expression];
        let figure = likened && count > 1 && entry.is(Class::PublicFigure);
        start + count >= tag.tokens.end && (figure || other.iter().any(|class| entry.is(*class)))
    }) || is_double_eponym(page, tag)
        || is_compound(page, tag)
}

/// Whether two words with a hyphen are an eponym of two people of whom a list knows one that hardly anybody is called.
fn is_double_eponym(page: &Page<'_>, tag: &Tag) -> bool {
    let [first, dash, second] = &page.tokens()[tag.tokens.clone()] else { return false };
    let rare = |token: &Token| {
        let entry = lexicon::lookup(page.token_text(token));
        entry.is(Class::Eponym) && entry.given() == 0 && entry.surname() <= 3
    };
    page.token_text(dash) == "-" && (rare(first) || rare(second))
}

/// Whether a name stands in the quotes at the head of an entry of a list, a full stop inside of them: `10. "Sweet Rosanna."`
/// is a song.
fn is_listed_title(page: &Page<'_>, tag: &Tag) -> bool {
    const LONG: usize = 32;
    let range = tag.range(page);
    let Some((head, _)) = page.before(range.start, LONG).rsplit_once(['"', '“']) else { return false };
    let number = head.trim_start().strip_suffix(". ").unwrap_or_default();
    let numbered = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    numbered && page.after(range.end, LONG).split_once(['"', '”']).is_some_and(|(inside, _)| inside.ends_with('.'))
}

/// Whether a word in small letters is tied to a capitalised one, as in no name: "Mark-downs".
fn is_compound(page: &Page<'_>, tag: &Tag) -> bool {
    let [first, dash, second] = &page.tokens()[tag.tokens.clone()] else { return false };
    let tied = page.token_text(dash) == "-" && first.shape == Shape::Capital && second.shape == Shape::Lower;
    let entry = lexicon::lookup(page.token_text(second));
    tied && entry.common() >= 5 && entry.given().max(entry.surname()) < 4
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tagger::Label;

    /// The tag of one word of a text.
    fn doubtful(text: &str, word: &str, confidence: f32) -> bool {
        let page = Page::new(text);
        let at = page.tokens().iter().position(|token| page.token_text(token) == word).unwrap();
        let double = page.tokens().get(at + 1).is_some_and(|token| page.token_text(token) == "-");
        let end = if double && word == "Kleihauer" { at + 3 } else { at + 1 };
        is_doubtful(&page, &Tag { label: Label::Name, tokens: at..end, confidence })
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
            ("Hola: Le recordamos que su saldo", "Le"),
            ("the P T said to rest", "P"),
            ("a Kleihauer-Betke of 1.8 %", "Kleihauer"),
            ("practice on the client Tester", "Tester"),
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
