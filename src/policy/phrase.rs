//! Phrases: how a policy says what a request sounds like, in words that its owner can read.
//!
//! A phrase is words in order, upper or lower case alike:
//!
//! | written | means |
//! | --- | --- |
//! | `verify insurance` | these words, one after the other |
//! | `summarize/condense` | one of these |
//! | `summar*` | any ending: summary, summaries, summarize |
//! | `(the/this)` | may be left out |
//! | `...` | up to six words of any kind, in the same sentence |
//!
//! A hyphen counts as a space (`follow-up`, `follow up`), an apostrophe as nothing (`don't`, `dont`), and a
//! word also matches its possessive (`patient`, `patient's`). A phrase never reaches over the end of a sentence.
//!
//! A text is cut into words once; each word then looks up the phrases that may begin with it. So the time grows
//! with the text and hardly with the number of phrases.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

/// How many words `...` may stand for.
const GAP: usize = 6;
/// How many times `...` may stand in a phrase, which bounds the work at one word of a text.
const GAPS: usize = 4;
/// How many words and gaps a phrase may have.
const ELEMENTS: usize = 32;

/// One phrase, parsed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    elements: Vec<Element>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Element {
    /// One of several wordings, which may be left out where `optional`.
    OneOf { wordings: Vec<Vec<Word>>, optional: bool },
    /// `...`
    Gap,
}

/// A word in lower case, without apostrophes.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Word {
    letters: String,
    any_ending: bool,
}

impl Word {
    fn matches(&self, token: &Token<'_>) -> bool {
        if self.any_ending {
            token.letters.starts_with(&self.letters)
        } else {
            token.letters == self.letters || token.owner() == self.letters
        }
    }
}

impl Phrase {
    /// Reads a phrase.
    ///
    /// # Errors
    /// What is wrong with it, in words for the person who wrote it.
    pub fn parse(phrase: &str) -> Result<Phrase, String> {
        let mut elements = Vec::new();
        let spaced = match phrase.contains(['.', '…']) {
            true => Cow::Owned(phrase.replace("...", " ... ").replace('…', " ... ")),
            false => Cow::Borrowed(phrase),
        };
        for part in spaced.split_whitespace() {
            if part == "..." {
                elements.push(Element::Gap);
                continue;
            }
            let (inner, optional) = match part.strip_prefix('(').map(|rest| rest.strip_suffix(')')) {
                Some(Some(inner)) => (inner, true),
                Some(None) => return Err(format!("{part:?} opens a bracket that does not close in the same word")),
                None => (part, false),
            };
            let wordings = inner.split('/').map(parse_wording).collect::<Result<Vec<_>, String>>()?;
            elements.push(Element::OneOf { wordings, optional });
        }
        let required = |element: Option<&Element>| matches!(element, Some(Element::OneOf { optional: false, .. }));
        if elements.is_empty() {
            return Err("it has no words".to_owned());
        }
        if !required(elements.first()) || !required(elements.last()) {
            return Err("it must begin and end with a word that cannot be left out".to_owned());
        }
        if elements.len() > ELEMENTS {
            return Err(format!("it has more than {ELEMENTS} words"));
        }
        if elements.iter().filter(|element| **element == Element::Gap).count() > GAPS {
            return Err(format!("it has more than {GAPS} \"...\""));
        }
        Ok(Phrase { elements })
    }

    /// Whether it is one short word, which stands in most texts.
    pub(super) fn is_commonplace(&self) -> bool {
        let [Element::OneOf { wordings, .. }] = self.elements.as_slice() else { return false };
        wordings.iter().any(|words| words.iter().map(|word| word.letters.len()).sum::<usize>() <= 3)
    }

    /// Short texts that the phrase matches, in which together every wording stands once.
    pub(super) fn samples(&self) -> Vec<String> {
        let wordings = |element: &Element| match element {
            Element::OneOf { wordings, optional: false } => wordings.clone(),
            _ => Vec::new(),
        };
        let choices: Vec<Vec<Vec<Word>>> = self.elements.iter().map(wordings).filter(|w| !w.is_empty()).collect();
        let most = choices.iter().map(Vec::len).max().unwrap_or_default();
        let sample = |at: usize| {
            let chosen = choices.iter().filter_map(|wordings| wordings.get(at % wordings.len()));
            chosen.flatten().map(|word| word.letters.as_str()).collect::<Vec<_>>().join(" ")
        };
        (0..most).map(sample).collect()
    }

    /// The words with which the phrase may begin.
    fn first_words(&self) -> impl Iterator<Item = &Word> {
        let wordings = match self.elements.first() {
            Some(Element::OneOf { wordings, .. }) => wordings.as_slice(),
            _ => &[],
        };
        wordings.iter().filter_map(|wording| wording.first())
    }

    /// The number of tokens that the phrase takes at the start of `tokens`, the fewest that serve.
    fn length_at(&self, tokens: &[Token<'_>]) -> Option<usize> {
        length(&self.elements, tokens, true)
    }
}

/// One wording of `a/b/c`: a word, or several where it has hyphens.
fn parse_wording(wording: &str) -> Result<Vec<Word>, String> {
    wording.split('-').map(parse_word).collect()
}

/// One word, or its beginning and a `*`.
fn parse_word(word: &str) -> Result<Word, String> {
    let (stem, any_ending) = match word.strip_suffix('*') {
        Some(stem) => (stem, true),
        None => (word, false),
    };
    let letters = letters_of(stem).into_owned();
    if letters.is_empty() || !stem.chars().all(|c| is_word_char(c) || is_apostrophe(c)) {
        return Err(match stem.chars().find(|c| !is_word_char(*c) && !is_apostrophe(*c)) {
            Some('*') => "\"*\" stands only at the end of a word".to_owned(),
            Some(strange) => format!("{strange:?} does not belong in a phrase"),
            None => "a word is missing beside \"/\", \"-\", \"*\" or a bracket".to_owned(),
        });
    }
    Ok(Word { letters, any_ending })
}

/// How many tokens the elements take at the start of `tokens`; the first of them may follow the end of a sentence.
fn length(elements: &[Element], tokens: &[Token<'_>], first: bool) -> Option<usize> {
    let Some((element, rest)) = elements.split_first() else { return Some(0) };
    match element {
        Element::OneOf { wordings, optional } => {
            let taken = wordings.iter().find_map(|wording| {
                let taken = tokens.get(..wording.len())?;
                let joined = taken.iter().enumerate().all(|(i, token)| (first && i == 0) || !token.begins_sentence);
                let same = joined && wording.iter().zip(taken).all(|(word, token)| word.matches(token));
                if same { Some(wording.len() + length(rest, tokens.get(wording.len()..)?, false)?) } else { None }
            });
            if taken.is_none() && *optional { length(rest, tokens, first) } else { taken }
        }
        Element::Gap => {
            let sentence = tokens.iter().take(GAP).take_while(|token| !token.begins_sentence).count();
            (0..=sentence).find_map(|skipped| Some(skipped + length(rest, tokens.get(skipped..)?, false)?))
        }
    }
}

/// Many phrases, found together.
#[derive(Debug, Clone)]
pub struct PhraseSet {
    phrases: Vec<Read>,
    /// Whether a phrase begins with a word that has such a [`mark`].
    marks: Vec<bool>,
    /// The words with which phrases begin, and the places of those phrases.
    starts: HashMap<String, Vec<usize>>,
    /// The same for words with any ending, by the first byte.
    stems: Vec<Vec<(String, usize)>>,
}

/// A phrase that is read when a text first has a word with which it begins, as most never are.
#[derive(Debug, Clone)]
struct Read {
    text: String,
    phrase: OnceLock<Option<Phrase>>,
}

impl Read {
    fn phrase(&self) -> Option<&Phrase> {
        self.phrase.get_or_init(|| Phrase::parse(&self.text).ok()).as_ref()
    }
}

impl PhraseSet {
    /// Reads phrases.
    ///
    /// # Errors
    /// The place in `phrases` of the first that is wrong, and what is wrong with it.
    pub fn new<P: AsRef<str>>(phrases: &[P]) -> Result<PhraseSet, (usize, String)> {
        let parsed = phrases.iter().enumerate();
        let parsed = parsed.map(|(place, phrase)| Phrase::parse(phrase.as_ref()).map_err(|wrong| (place, wrong)));
        Ok(PhraseSet::of(parsed.collect::<Result<_, _>>()?))
    }

    /// The set of these phrases.
    pub fn of(phrases: Vec<Phrase>) -> PhraseSet {
        let mut set = PhraseSet::empty();
        for phrase in phrases {
            for word in phrase.first_words() {
                set.begins(word);
            }
            set.phrases.push(Read { text: String::new(), phrase: OnceLock::from(Some(phrase)) });
        }
        set
    }

    /// The set of these phrases, which are read when they are needed; one that cannot be read stands nowhere.
    pub fn lazy<'p>(phrases: impl Iterator<Item = &'p str>) -> PhraseSet {
        let mut set = PhraseSet::empty();
        for phrase in phrases {
            let first = phrase.split_whitespace().next().unwrap_or_default();
            for word in first.split('/').filter_map(|wording| parse_word(wording.split('-').next()?).ok()) {
                set.begins(&word);
            }
            set.phrases.push(Read { text: phrase.to_owned(), phrase: OnceLock::new() });
        }
        set
    }

    fn empty() -> PhraseSet {
        PhraseSet {
            phrases: Vec::new(),
            marks: vec![false; MARKS],
            starts: HashMap::new(),
            stems: vec![Vec::new(); 256],
        }
    }

    /// Takes a word with which the next phrase may begin.
    fn begins(&mut self, word: &Word) {
        let place = self.phrases.len();
        if !word.any_ending {
            self.marks[mark(&word.letters)] = true;
            self.starts.entry(word.letters.clone()).or_default().push(place);
        } else if let Some(stems) = first_byte(&word.letters).and_then(|byte| self.stems.get_mut(byte)) {
            stems.push((word.letters.clone(), place));
        }
    }

    /// Every place where a phrase stands: which phrase, and its bytes in the text, in order of place.
    ///
    /// Of one phrase beginning at one word, the shortest reading counts.
    pub fn find(&self, text: &str) -> impl Iterator<Item = (usize, Range<usize>)> {
        self.find_among(&Words::of(text))
    }

    /// The same among words that were read already.
    pub fn find_among(&self, words: &Words<'_>) -> impl Iterator<Item = (usize, Range<usize>)> + use<> {
        let Words(tokens) = words;
        let mut found = Vec::new();
        for (at, token) in tokens.iter().enumerate() {
            let begins = |word: &str| if self.marks[mark(word)] { self.starts.get(word) } else { None };
            let exact = begins(&token.letters);
            let owner = if token.possessive { begins(token.owner()) } else { None };
            let stems = first_byte(&token.letters).and_then(|byte| self.stems.get(byte));
            let stems = stems.into_iter().flatten().filter(|(stem, _)| token.letters.starts_with(stem));
            let mut places: Vec<usize> = exact.into_iter().chain(owner).flatten().copied().collect();
            places.extend(stems.map(|(_, place)| *place));
            places.sort_unstable();
            places.dedup();
            let rest = tokens.get(at..).unwrap_or_default();
            for place in places {
                if let Some(length) = self.phrases.get(place).and_then(|read| read.phrase()?.length_at(rest)) {
                    let end = rest.get(length - 1).map_or(token.bytes.end, |last| last.bytes.end);
                    found.push((place, token.bytes.start..end));
                }
            }
        }
        found.into_iter()
    }
}

/// The sentences of a text, by the same rule that phrases keep to: bytes from the first word to the last.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    Words::of(text).sentences()
}

/// The words of a text, read once for all that asks for them.
#[derive(Debug)]
pub struct Words<'t>(Vec<Token<'t>>);

impl<'t> Words<'t> {
    /// Reads the words of a text.
    pub fn of(text: &'t str) -> Words<'t> {
        Words(tokens(text))
    }

    /// The sentences that they make, as [`sentences`] gives them.
    pub fn sentences(&self) -> Vec<Range<usize>> {
        let mut sentences: Vec<Range<usize>> = Vec::new();
        for token in &self.0 {
            match sentences.last_mut() {
                Some(sentence) if !token.begins_sentence => sentence.end = token.bytes.end,
                _ => sentences.push(token.bytes.clone()),
            }
        }
        sentences
    }
}

/// A word of a text.
#[derive(Debug)]
struct Token<'t> {
    /// In lower case, without apostrophes.
    letters: Cow<'t, str>,
    /// Whether it stood with `'s`.
    possessive: bool,
    bytes: Range<usize>,
    begins_sentence: bool,
}

impl Token<'_> {
    /// The word without its possessive `s`.
    fn owner(&self) -> &str {
        if self.possessive { self.letters.strip_suffix('s').unwrap_or(&self.letters) } else { &self.letters }
    }
}

/// Cuts a text into words.
fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut between = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if !is_word_char(c) {
            continue;
        }
        let mut end = start + c.len_utf8();
        while let Some((at, c)) = chars.next_if(|(_, c)| is_word_char(*c) || is_apostrophe(*c)) {
            // An apostrophe belongs to a word only between its letters.
            if is_word_char(c) {
                end = at + c.len_utf8();
            }
        }
        let raw = text.get(start..end).unwrap_or_default();
        let possessive = raw.strip_suffix(['s', 'S']).is_some_and(|owner| owner.ends_with(is_apostrophe));
        let begins_sentence = tokens.is_empty() || ends_sentence(text.get(between..start).unwrap_or_default());
        tokens.push(Token { letters: letters_of(raw), possessive, bytes: start..end, begins_sentence });
        between = end;
    }
    tokens
}

/// Whether what stands between two words ends a sentence: a stop before a space, a blank line, or a list's next item.
fn ends_sentence(between: &str) -> bool {
    let mut before = ' ';
    let mut breaks = 0;
    for c in between.chars() {
        if before == '\n' && matches!(c, '-' | '*' | '•' | '·' | '#' | '|') {
            return true;
        }
        if matches!(before, '.' | '!' | '?' | ';') && c.is_whitespace() {
            return true;
        }
        if c == '\n' {
            breaks += 1;
        }
        let indent = c.is_whitespace() && before == '\n';
        let closing = matches!(c, '"' | '\'' | ')' | '”' | '’');
        if !indent && !closing {
            before = c;
        }
    }
    breaks > 1
}

/// How many marks there are.
const MARKS: usize = 1 << 12;

/// What tells most words apart at a glance: their length and three of their bytes.
fn mark(word: &str) -> usize {
    let bytes = word.as_bytes();
    let byte = |at: usize| usize::from(bytes.get(at).copied().unwrap_or_default());
    (byte(0) + (byte(1) << 3) + (byte(bytes.len() / 2) << 5) + (bytes.len() << 7)) % MARKS
}

fn first_byte(letters: &str) -> Option<usize> {
    letters.bytes().next().map(usize::from)
}

/// A word in lower case, without apostrophes.
fn letters_of(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()) {
        return Cow::Borrowed(word);
    }
    let mut letters = String::with_capacity(word.len());
    for c in word.chars().filter(|c| !is_apostrophe(*c)) {
        if c.is_ascii() { letters.push(c.to_ascii_lowercase()) } else { letters.extend(c.to_lowercase()) }
    }
    Cow::Owned(letters)
}

fn is_word_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || (!c.is_ascii() && c.is_alphanumeric())
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(phrase: &str, text: &'t str) -> Vec<&'t str> {
        PhraseSet::new(&[phrase]).unwrap().find(text).map(|(_, bytes)| &text[bytes]).collect()
    }

    #[test]
    fn phrases_match_as_an_owner_reads_them() {
        let cases: &[(&str, &str, &[&str])] = &[
            ("verify insurance", "Please VERIFY Insurance today", &["VERIFY Insurance"]),
            ("verify insurance", "verify the insurance", &[]),
            ("verify insurance", "verify\n  insurance", &["verify\n  insurance"]),
            ("verify insurance", "We verify. Insurance is next.", &[]),
            ("verify insurance", "reverify insurance, verify insurances", &[]),
            ("summar* chart", "summarize chart, Summary: chart, sum chart", &["summarize chart", "Summary: chart"]),
            ("edit/crop photo*", "crop photos and edit photo", &["crop photos", "edit photo"]),
            ("edit (the/this) photo", "edit photo, edit this photo, edit a photo", &["edit photo", "edit this photo"]),
            (
                "edit ... photo",
                "edit her very first before and after photo",
                &["edit her very first before and after photo"],
            ),
            ("edit ... photo", "edit one two three four five six seven photo", &[]),
            ("edit ... photo", "edit photo", &["edit photo"]),
            ("edit ... photo", "Edit the text. The photo stays", &[]),
            ("edit ... photo", "Edit:\n- the text\n- a photo", &[]),
            ("edit ... photo", "Edit the text\n\nphoto", &[]),
            ("edit ... photo", "edit the photo and the photo", &["edit the photo"]),
            ("patient chart", "the patient's chart, the patients' chart", &["patient's chart"]),
            ("patient* chart", "the patient's chart, the patients' chart", &["patient's chart", "patients' chart"]),
            ("don't review", "dont review, don’t review", &["dont review", "don’t review"]),
            (
                "before-and-after photo",
                "Before and after photo; before-and-after photo",
                &["Before and after photo", "before-and-after photo"],
            ),
            ("note/follow-up call", "follow-up call, note call, follow call", &["follow-up call", "note call"]),
            ("decide tú", "DECIDE TÚ si", &["DECIDE TÚ"]),
            ("dose", "overdose dosed dose.", &["dose"]),
            ("a b", "", &[]),
        ];
        for (phrase, text, expected) in cases {
            assert_eq!(found(phrase, text), *expected, "{phrase:?} in {text:?}");
        }
    }

    #[test]
    fn a_wrong_phrase_says_why() {
        let cases = [
            ("", "no words"),
            ("  ", "no words"),
            ("... photo", "begin and end"),
            ("edit ...", "begin and end"),
            ("edit (this)", "begin and end"),
            ("sum*mary", "at the end of a word"),
            ("*", "a word is missing"),
            ("edit/ photo", "a word is missing"),
            ("edit (this photo", "does not close"),
            ("edit [photo]", "'['"),
            ("a ... b ... c ... d ... e ... f", "more than 4"),
        ];
        for (phrase, expected) in cases {
            let wrong = Phrase::parse(phrase).unwrap_err();
            assert!(wrong.contains(expected), "{phrase:?}: {wrong}");
        }
        assert_eq!(PhraseSet::new(&["fine", "*"]).unwrap_err().0, 1);
    }

    #[test]
    fn many_phrases_report_their_own_places_in_order() {
        let set = PhraseSet::new(&["chart", "edit ... chart", "edit/crop"]).unwrap();
        let all: Vec<_> = set.find("Edit her chart, crop").collect();
        assert_eq!(all, [(1, 0..14), (2, 0..4), (0, 9..14), (2, 16..20)]);
    }

    #[test]
    fn sentences_end_where_phrases_do() {
        let text = "One two. Three 3.5 e.g. four!\nfive six\n\nseven; \"eight\"";
        let read: Vec<_> = sentences(text).into_iter().map(|bytes| &text[bytes]).collect();
        assert_eq!(read, ["One two", "Three 3.5 e.g", "four", "five six", "seven", "eight"]);
    }
}
