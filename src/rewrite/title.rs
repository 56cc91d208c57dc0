//! What goes with a name: titles, credentials, an initial, a given name that no list knows.

use super::phrase::Around;
use super::word::{OTHERS, ending, is_determiner, is_one, last_word, trim_end};
use crate::lexicon;

/// Titles that go with a name.
#[rustfmt::skip]
const TITLES: &[&str] = &[
    "mr", "mr.", "drs.", "drs", "mrs", "mrs.", "ms", "ms.", "miss", "mx", "mx.", "mister", "dr", "dr.", "doctor", "doc", "sir", "madam",
    "sr.", "sra.", "srta.", "don", "doña", "dra", "dra.", "dra ", "prof", "prof.", "professor", "rev.", "sister",
    "brother", "nurse", "señora", "señor", "señorita", "hon.", "judge", "rn", "np", "capt.", "sgt.", "chef", "coach",
    "auntie", "aunt", "uncle", "tía", "tío", "tia", "tio", "reverend", "pastor", "rabbi", "deacon", "officer", "deputy",
    "sgt", "capt", "cpl", "cpl.", "lt.", "col.", "maj.", "pfc", "pvt.", "gen.", "cmdr.", "councilman", "councilwoman", "senator",
    "sen.", "mayor", "sheriff", "detective", "det.", "sergeant", "lieutenant", "colonel", "herr", "frau", "mme", "mlle", "elder", "bishop", "madame", "monsieur", "fr.", "fr", "signora", "signor", "senhora", "senhor",
];
/// Credentials that stand before a name like a title, in capitals.
pub(super) const CREDENTIAL_TITLES: &[&str] =
    &["PA", "PA-C", "NP", "RN", "LPN", "LVN", "CNA", "MA", "MD", "CRNA", "APRN", "DON"];
/// Titles that a name may have only in front of it as a noun of kin.
const KIN_TITLES: &[&str] = &[
    "sister",
    "brother",
    "nurse",
    "señora",
    "señor",
    "señorita",
    "doctor",
    "judge",
    "coach",
    "chef",
    "aunt",
    "uncle",
    "tía",
    "tío",
    "tia",
    "tio",
    "auntie",
    "pastor",
    "officer",
];
/// What may stand before a title and is no part of it.
const LINKS: &[&str] = &[
    "with", "from", "that", "told", "tell", "says", "said", "when", "while", "then", "call", "called", "asked", "email",
];

/// How many bytes a title before the name takes.
pub(super) fn title(around: &Around<'_>) -> usize {
    let own = around.own_left();
    // "NP T. Wong", of which the surname alone is found
    let bare = trim_end(own);
    let initial = bare.len() < own.len()
        && bare.strip_suffix('.').and_then(last_word).is_some_and(|word| {
            word.text.len() == 1 && word.text.starts_with(char::is_uppercase) && word.start + 2 == bare.len()
        });
    if initial {
        let before = trim_end(&bare[..bare.len() - 2]);
        // "No charge. A. Fitz-Hugh"
        if before.is_empty() && around.whole_left || before.ends_with(['.', '!', '?', '\n']) {
            return own.len() - bare.len() + 2;
        }
        return last_word(before.trim_end_matches('.'))
            .filter(|word| is_one(word.text, TITLES) || CREDENTIAL_TITLES.contains(&word.text))
            .map_or(0, |word| own.len() - word.start);
    }
    let trimmed = trim_end(own);
    if trimmed.len() == own.len() {
        return 0;
    }
    let start = trimmed
        .rfind(|c: char| !c.is_alphabetic() && c != '.')
        .map_or(0, |at| at + trimmed[at..].chars().next().map_or(1, char::len_utf8));
    let word = &trimmed[start..];
    // "her aunt Ann" and "Aunt Ann"
    if is_one(word, &["aunt", "uncle", "tia", "tio", "tía", "tío", "auntie"]) && word.starts_with(char::is_lowercase)
    {
        return 0;
    }
    let credential = CREDENTIAL_TITLES.contains(&word) && !around.shouts();
    let cut = start == 0
        && around.left[..around.left.len() - around.free_left].ends_with(|c: char| c.is_alphanumeric() || c == '.');
    if !(is_one(word, TITLES) || credential) || cut {
        return 0;
    }
    // "my sister Ann" speaks of kin, and "la señora Ann" can stay "la señora".
    let before = last_word(&trimmed[..start]);
    if is_one(word, KIN_TITLES) && before.is_some_and(|word| is_determiner(word.text)) {
        return 0;
    }
    // "probation officer Ann Lee", "the school nurse Ann Lee"
    let compound = before.is_some_and(|word| {
        word.text.len() > 3
            && word.text.chars().all(char::is_lowercase)
            && trimmed[..start].ends_with(' ')
            && !word.is(LINKS)
    });
    if compound && is_one(word, KIN_TITLES) && word.starts_with(char::is_lowercase) && is_one(word, OTHERS) {
        return 0;
    }
    let rank =
        ending(&trimmed[..start], &["lance", "staff", "gunnery", "master", "first"]).filter(|_| word.ends_with('.'));
    own.len() - start + ending(&trimmed[..start], super::in_sentence::COUPLES).or(rank).unwrap_or(0)
}

/// How many bytes a given name takes that no list knows and that begins the sentence before its surname: "Quillon Marsh".
pub(super) fn rare_given(around: &Around<'_>) -> usize {
    let own = around.own_left();
    let surname = around.value.starts_with(char::is_uppercase) && !around.value.contains(' ') && !around.shouts();
    let Some(word) = last_word(own).filter(|word| surname && own.len() - word.start == word.text.len() + 1) else {
        return 0;
    };
    let named = word.text.len() > 3
        && word.text.starts_with(char::is_uppercase)
        && word.text.chars().skip(1).all(char::is_lowercase)
        && is_rare(lexicon::lookup(word.text), around.right.starts_with(','));
    let taken = own.len() - word.start;
    if named && around.opens_sentence(taken) { taken } else { 0 }
}

/// Whether a word is in no list, or in those of names alone.
fn is_rare(entry: lexicon::Entry, set_off: bool) -> bool {
    // "Quillon Marsh, born 1969": a rare word that a comma sets off with the surname is a name.
    let most = if set_off { 2 } else { 0 };
    entry.common() <= most && entry.classes() == 0
}

/// How many bytes the initial of a surname takes behind a name in small letters, "kim v."
pub(super) fn initial(around: &Around<'_>) -> usize {
    let small = !around.value.contains(' ') && around.value.chars().all(char::is_lowercase);
    let mut rest = around.own_right().chars();
    let letter = small && rest.next() == Some(' ') && rest.next().is_some_and(|c| c.is_ascii_lowercase());
    if letter && rest.next() == Some('.') { 3 } else { 0 }
}

/// How many bytes credentials behind the name take (", NP").
pub(super) fn credentials(around: &Around<'_>) -> usize {
    const CREDENTIALS: &[&str] = &[
        "MD", "M.D.", "DO", "NP", "FNP", "FNP-C", "FNP-BC", "PMHNP", "PMHNP-BC", "AGNP", "WHNP", "APRN", "DNP", "ARNP",
        "RN", "BSN", "LPN", "LVN", "CRNA", "PA", "PA-C", "DDS", "DMD", "RDH", "DC", "LCSW", "LMFT", "LPC", "PsyD",
        "PhD", "Ph.D.", "LE", "LMT", "DPT", "PT", "FAAD", "CANS", "MSN", "MSW", "CMA", "MA", "OD", "LAc", "MPH", "Jr.",
        "Jr", "Sr.", "II", "III",
    ];
    let mut taken = 0;
    loop {
        let rest = &around.own_right()[taken..];
        let after = rest.trim_start_matches([',', ' ']);
        let word = &after[..after.find(|c: char| !c.is_alphanumeric() && c != '.' && c != '-').unwrap_or(after.len())];
        let word = if CREDENTIALS.contains(&word) { word } else { word.trim_end_matches('.') };
        if after.len() == rest.len() || !CREDENTIALS.contains(&word) {
            return taken;
        }
        taken += rest.len() - after.len() + word.len();
    }
}
