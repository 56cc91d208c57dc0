//! Words next to a place, and the vocabulary of roles that the rewrite knows.

use crate::lexicon::{self, Class};

/// Words for somebody who is treated or served.
#[rustfmt::skip]
pub(super) const CLIENTS: &[&str] = &[
    "patient", "pt", "client", "customer", "guest", "member", "caller", "visitor", "applicant", "candidate",
    "subscriber", "lead", "resident", "claimant", "insured", "paciente", "cliente", "clienta", "señora", "señor",
    "señorita", "sra", "sr", "srta", "infant", "baby", "lady", "gal", "guy", "woman", "man", "gentleman", "bride",
    "male", "female", "regular", "vip", "walk-in", "complainant",
];

/// Words for a relative or a household member.
#[rustfmt::skip]
pub(super) const RELATIVES: &[&str] = &[
    "husband", "wife", "spouse", "partner", "fiancé", "fiancée", "fiance", "fiancee", "boyfriend", "girlfriend", "mom",
    "mum", "mother", "dad", "father", "parent", "son", "daughter", "child", "kid", "boy", "girl", "brother", "sister",
    "twin", "sibling", "grandma", "grandmother", "grandpa", "grandfather", "grandson", "granddaughter", "aunt",
    "uncle", "niece", "nephew", "cousin", "stepson", "stepdaughter", "stepmother", "stepfather", "mother-in-law",
    "father-in-law", "sister-in-law", "brother-in-law", "son-in-law", "daughter-in-law", "roommate", "friend",
    "guardian", "caregiver", "esposo", "esposa", "marido", "mamá", "papá", "madre", "padre", "hijo", "hija", "hermano",
    "hermana", "hubby", "bestie", "ex", "dau", "dtr", "bf", "gf",
];

/// Words for clinicians and staff.
#[rustfmt::skip]
pub(super) const STAFF: &[&str] = &[
    "injector", "nurse", "doctor", "provider", "physician", "surgeon", "dermatologist", "dentist", "hygienist",
    "orthodontist", "therapist", "counselor", "psychologist", "chiropractor", "esthetician", "aesthetician", "esthi", "esti",
    "technician", "tech", "receptionist", "manager", "coordinator", "assistant", "practitioner", "clinician",
    "director", "pcp", "cardiologist", "anesthesiologist", "pharmacist", "midwife", "acupuncturist", "masseuse",
    "specialist", "biller", "scribe", "agent", "stylist", "instructor", "trainer", "psychiatrist", "np", "doctora",
    "enfermera", "dra", "dr",
];

/// Words for people who are neither: business contacts and the like.
#[rustfmt::skip]
pub(super) const OTHERS: &[&str] = &[
    "rep", "representative", "landlord", "landlady", "vendor", "supplier", "neighbor", "neighbour", "boss", "employer",
    "attorney", "lawyer", "adjuster", "reviewer", "owner", "driver", "teacher", "hairdresser", "accountant",
    "bookkeeper", "plumber", "contractor", "influencer", "reporter", "editor", "pastor", "interpreter", "translator",
    "intern", "hire", "employee", "user", "contact", "colleague", "coworker", "realtor", "photographer", "cleaner",
    "electrician", "courier", "mailman", "installer", "inspector", "auditor", "caterer", "florist", "handyman", "washer",
    "janitor", "tenant", "author", "artist", "barber", "engineer", "guard", "officer", "reviewer", "referrer", "candidate", "coach", "tutor",
];

/// Words for people who are several.
#[rustfmt::skip]
pub(super) const GROUPS: &[&str] = &[
    "sisters", "brothers", "twins", "couple", "parents", "daughters", "sons", "kids", "children", "siblings", "spouses",
    "owners", "founders", "regulars", "members", "guests", "vips", "customers", "ladies", "gals", "patients", "clients", "nurses", "injectors", "roommates", "friends", "cousins", "grandparents",
];

/// A word and where it starts in the text it was taken from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word<'t> {
    pub(super) start: usize,
    pub(super) text: &'t str,
}

impl Word<'_> {
    /// Whether it is one of a list of lower-case words.
    pub(super) fn is(&self, words: &[&str]) -> bool {
        is_one(self.text, words)
    }
}

/// Whether a word is one of a list of lower-case words, without regard to case.
pub(super) fn is_one(word: &str, words: &[&str]) -> bool {
    if word.is_ascii() {
        return words.iter().any(|known| word.eq_ignore_ascii_case(known));
    }
    let word = word.to_lowercase().replace('’', "'");
    words.contains(&word.as_str())
}

/// Whether a word names somebody's role or kinship.
pub(super) fn is_role(word: &str) -> bool {
    [CLIENTS, RELATIVES, STAFF, OTHERS].iter().any(|list| is_one(word, list)) || is_kin(word) || is_part(word)
}

/// Whether a word is one for a relative or a household member.
pub(super) fn is_kin(word: &str) -> bool {
    is_one(word, RELATIVES) || word.len() > 2 && lexicon::lookup(word).is(Class::Relative)
}

/// Whether the lexicon has a word as somebody's part in a practice or around it.
fn is_part(word: &str) -> bool {
    const VERBS_AND_THINGS: &[&str] =
        &["model", "models", "lead", "leads", "team", "subject", "sender", "human", "brand", "administrator", "derm"];
    word.len() > 2 && lexicon::lookup(word).is(Class::Role) && !is_one(word, VERBS_AND_THINGS)
}

/// Whether a word can be followed by a noun that is somebody's or a certain one.
pub(super) fn is_determiner(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "the", "a", "an", "my", "our", "your", "ur", "his", "her", "their", "its", "another", "own", "el", "la", "un",
        "una", "mi", "su", "tu",
    ];
    is_one(word, WORDS)
}

/// Whether a character is part of a word.
pub(super) fn in_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\'' | '’' | '-' | '/')
}

/// The last word of a text, spaces behind it left out; none where a mark ends the text.
pub(super) fn last_word(text: &str) -> Option<Word<'_>> {
    let text = trim_end(text);
    let start = text.char_indices().rev().take_while(|(_, c)| in_word(*c)).last()?.0;
    let word = text[start..].trim_start_matches(['\'', '-', '/', '’']);
    (!word.is_empty()).then(|| Word { start: text.len() - word.len(), text: word })
}

/// The first word of a text, spaces before it left out; none where a mark starts the text.
pub(super) fn first_word(text: &str) -> Option<Word<'_>> {
    let rest = trim_start(text);
    let end = rest.find(|c: char| !in_word(c)).unwrap_or(rest.len());
    let word = rest[..end].trim_end_matches(['\'', '-', '/', '’']);
    (!word.is_empty()).then(|| Word { start: text.len() - rest.len(), text: word })
}

/// A text without the spaces at its end, among them the break of a wrapped line.
pub(super) fn trim_end(text: &str) -> &str {
    text.trim_end_matches([' ', '\t', '\u{a0}', '\n', '\r'])
}

/// A text without the spaces at its start; line breaks stay.
pub(super) fn trim_start(text: &str) -> &str {
    text.trim_start_matches([' ', '\t', '\u{a0}'])
}

/// Whether a text, without regard to the case of ASCII letters, ends with a phrase of whole words.
pub(super) fn ends_with(text: &str, phrase: &str) -> bool {
    let Some(start) = text.len().checked_sub(phrase.len()) else { return false };
    text.is_char_boundary(start)
        && text[start..].eq_ignore_ascii_case(phrase)
        && !text[..start].chars().next_back().is_some_and(char::is_alphanumeric)
}

/// Whether a text, without regard to the case of ASCII letters, starts with a phrase of whole words.
pub(super) fn starts_with(text: &str, phrase: &str) -> bool {
    text.get(..phrase.len()).is_some_and(|start| start.eq_ignore_ascii_case(phrase))
        && !text[phrase.len()..].chars().next().is_some_and(char::is_alphanumeric)
}

/// The longest of `phrases` (lower case) that ends the text, spaces behind it allowed; how many bytes it and
/// the spaces take.
pub(super) fn ending(text: &str, phrases: &[&str]) -> Option<usize> {
    let trimmed = trim_end(text);
    let phrase = phrases.iter().filter(|phrase| ends_with(trimmed, phrase)).max_by_key(|phrase| phrase.len())?;
    Some(text.len() - trimmed.len() + phrase.len())
}

/// The longest of `phrases` (lower case) that starts the text, spaces before it allowed; how many bytes it and
/// the spaces take.
pub(super) fn beginning(text: &str, phrases: &[&str]) -> Option<usize> {
    let trimmed = trim_start(text);
    let phrase = phrases.iter().filter(|phrase| starts_with(trimmed, phrase)).max_by_key(|phrase| phrase.len())?;
    Some(text.len() - trimmed.len() + phrase.len())
}

/// A word with its first letter as a capital.
pub(super) fn capitalized(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
