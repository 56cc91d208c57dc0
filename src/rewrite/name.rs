//! Names: taken out beside a role ("my patient"), after a greeting or in a signature, else "the patient".

use super::layout::{Slot, label_of};
use super::person::{Label, is_client, is_name_for};
use super::phrase::{Around, Edit};
use super::word::{
    Word, beginning, ending, first_word, is_determiner, is_one, is_role, last_word, trim_end, trim_start,
};
use crate::context::Role;

/// Titles that go with a name.
#[rustfmt::skip]
const TITLES: &[&str] = &[
    "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "mx", "mx.", "mister", "dr", "dr.", "doctor", "doc", "sir", "madam",
    "sr.", "sra.", "srta.", "don", "doña", "dra", "dra.", "dra ", "prof", "prof.", "professor", "rev.", "sister",
    "brother", "nurse", "señora", "señor", "señorita", "hon.", "judge", "rn", "np", "capt.", "sgt.", "chef", "coach",
    "auntie", "tía", "tío",
];
/// Titles that a name may have only in front of it as a noun of kin.
const KIN_TITLES: &[&str] =
    &["sister", "brother", "nurse", "señora", "señor", "señorita", "doctor", "judge", "coach", "chef"];
#[rustfmt::skip]
const GREETINGS: &[&str] = &[
    "hi", "hello", "hey", "dear", "hola", "good morning", "good afternoon", "good evening", "hi there", "hiya",
    "estimada", "estimado", "querida", "querido", "buenas", "buenos días", "buenas tardes", "howdy", "greetings",
    "happy birthday", "congrats", "congratulations", "welcome", "welcome back", "thanks", "thank you", "thx", "ty",
    "gracias", "sorry", "ok", "okay", "yes", "no", "bye", "say hi", "ask",
];
#[rustfmt::skip]
const INTRODUCTIONS: &[&str] = &[
    "my name is", "my name's", "name", "name is", "nombre", "name's", "this is", "i am", "i'm", "i’m", "im", "it is",
    "it's", "it’s", "its", "soy", "me llamo", "mi nombre es", "habla", "here is", "here's", "that's", "thats",
];
#[rustfmt::skip]
const CLOSINGS: &[&str] = &[
    "thanks", "thank you", "thx", "regards", "best", "sincerely", "warmly", "cheers", "xo", "xoxo", "love", "gracias",
    "respectfully", "cordially", "yours", "take care", "saludos", "ty", "tia", "thanks so much", "many thanks",
    "thanks again", "kind regards", "best regards", "warm regards", "thank you so much",
];

/// What takes a name's place.
pub(super) fn edit(around: &Around<'_>, label: &Label) -> Edit {
    match around.slot {
        Slot::Glued => return around.put(0, 0, if around.value.contains(' ') { "withheld" } else { "patient" }),
        Slot::Number => return around.put(0, 0, "null"),
        Slot::Cell | Slot::Field => return in_field(around, label),
        Slot::Prose => {}
    }
    let title = title(around);
    let credentials = credentials(around);
    let left = around.left[..around.left.len() - title].trim_end_matches([' ', '\t']);
    repeated(around, label, title, credentials)
        .or_else(|| greeting(around, label, title, credentials))
        .or_else(|| signature(around, label, title, credentials))
        .or_else(|| introduction(around, label, title, credentials))
        .or_else(|| beside_role(around, label, title, credentials, left))
        .or_else(|| before_role(around, label, title, credentials))
        .or_else(|| vocative(around, title, credentials))
        .unwrap_or_else(|| in_place(around, label, title, credentials, left))
}

/// The value of a field or cell.
fn in_field(around: &Around<'_>, label: &Label) -> Edit {
    if label.number.is_some() {
        return Edit { words: label.bare(), ..Edit::default() };
    }
    Edit { words: if around.spanish { "omitido" } else { "withheld" }.to_owned(), ..Edit::default() }
}

/// How many bytes a title before the name takes.
fn title(around: &Around<'_>) -> usize {
    let own = around.own_left();
    let trimmed = trim_end(own);
    if trimmed.len() == own.len() {
        return 0;
    }
    let start = trimmed
        .rfind(|c: char| !c.is_alphabetic() && c != '.')
        .map_or(0, |at| at + trimmed[at..].chars().next().map_or(1, char::len_utf8));
    let word = &trimmed[start..];
    if !is_one(word, TITLES) || (start == 0 && around.free_left < around.left.len()) {
        return 0;
    }
    // "my sister Ann" speaks of kin, and "la señora Ann" can stay "la señora".
    let before = last_word(&trimmed[..start]);
    if is_one(word, KIN_TITLES) && before.is_some_and(|word| is_determiner(word.text)) {
        return 0;
    }
    own.len() - start
}

/// How many bytes credentials behind the name take (", NP").
fn credentials(around: &Around<'_>) -> usize {
    const CREDENTIALS: &[&str] = &[
        "MD", "M.D.", "DO", "NP", "FNP", "FNP-C", "FNP-BC", "APRN", "DNP", "ARNP", "RN", "BSN", "LPN", "LVN", "CRNA",
        "PA", "PA-C", "DDS", "DMD", "RDH", "DC", "LCSW", "LMFT", "LPC", "PsyD", "PhD", "Ph.D.", "LE", "LMT", "DPT",
        "PT", "FAAD", "CANS", "MSN", "MSW", "CMA", "MA", "OD", "LAc", "MPH", "Jr.", "Jr", "Sr.", "II", "III",
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

/// A name that is spelled, or another name of the same person, goes with what introduces it.
fn repeated(around: &Around<'_>, label: &Label, title: usize, right: usize) -> Option<Edit> {
    let own = &around.own_left()[..around.free_left - title];
    if is_spelled(around.value) {
        let taken = ending(own, &["that's", "thats", "that is", "spelled", "it's", "its", "spelling"]);
        let bare = trim_end(own);
        if let Some(taken) = taken.or((bare.is_empty() || bare.ends_with([',', '(', '.', '-', '—', ':'])).then_some(0))
        {
            return Some(around.drop(title + taken, right));
        }
    }
    if let Some(taken) = ending(
        own,
        &[
            "goes by",
            "aka",
            "a.k.a.",
            "nickname",
            "née",
            "nee",
            "formerly",
            "prefers",
            "everybody calls me",
            "everyone calls me",
        ],
    ) {
        return Some(around.drop(title + taken, right));
    }
    let subject = ending(own, &["is", "was"]).and_then(|taken| {
        let verb = &own[..own.len() - taken];
        last_word(verb).filter(|word| is_name_for(word.text, label.role)).map(|_| taken)
    })?;
    around.right[right..].starts_with(',').then(|| around.drop(title + subject, right))
}

/// Whether a name is written letter by letter.
pub(super) fn is_spelled(value: &str) -> bool {
    let parts = || value.split([' ', '-', ',', '.']).filter(|part| !part.is_empty());
    // "R.T.W." are initials.
    if value.ends_with('.') && parts().count() <= 4 {
        return false;
    }
    parts().count() >= 3 && parts().filter(|part| part.chars().count() == 1).count() * 3 >= parts().count() * 2
}

/// "Hi Sarah," becomes "Hi there,", "Dear Mrs. Lee," becomes "Hello,".
fn greeting(around: &Around<'_>, label: &Label, title: usize, right: usize) -> Option<Edit> {
    let own = &around.own_left()[..around.free_left - title];
    let taken = ending(own, GREETINGS)?;
    let word = trim_end(own)[trim_end(own).len() + (own.len() - trim_end(own).len()) - taken..].to_lowercase();
    let gap = own.len() - trim_end(own).len();
    let after = trim_start(&around.right[right..]);
    let ends = after.is_empty()
        || after.starts_with([',', '!', ':', '.', '?', '-', '–', '—', ';', '"'])
        || !after.starts_with(char::is_alphanumeric);
    match word.as_str() {
        "ask" => None,
        "hi" | "hello" | "hey" | "hiya" if ends => Some(around.put(title, right, "there")),
        "dear" if label.role == Role::Provider => Some(around.put(title, right, "colleague")),
        "dear" => {
            Some(Edit { left: title + taken, right, words: around.cased("hello", title + taken), capital: false })
        }
        "querida" | "querido" | "estimada" | "estimado" => {
            Some(Edit { left: title + taken, right, words: around.cased("hola", title + taken), capital: false })
        }
        _ if ends => Some(around.drop(title + gap.min(1), right)),
        _ => None,
    }
}

/// A name that signs a message goes.
fn signature(around: &Around<'_>, label: &Label, title: usize, right: usize) -> Option<Edit> {
    let after = around.right[right..].trim();
    if !(after.is_empty() || after.chars().all(|c| matches!(c, '"' | '”' | '.' | '!' | '\''))) {
        return None;
    }
    let before = &around.left[..around.left.len() - title];
    let bare = before.trim_end_matches([' ', '\t', ',', '-', '–', '—', '~', '.', '!']);
    let own = around.own_left();
    let marks = before.len() - bare.len();
    let closing = ending(bare, CLOSINGS).is_some() && marks > 0;
    let dash = before[bare.len()..].contains(['—', '–', '~'])
        || before[bare.len()..].contains("--")
        || before[bare.len()..].trim() == "-";
    // A message's last words, with nothing but a name behind a full stop.
    let stop = !bare.trim().is_empty()
        && !before.contains("..")
        && bare.len() < before.len()
        && around.opens_sentence(title)
        && !before.ends_with('\n')
        && label.number.is_none();
    if !(closing || dash || stop) {
        return None;
    }
    if label.number.is_some() && bare.trim().is_empty() {
        return Some(around.put(title, right, &label.bare()));
    }
    let keep = bare.len()
        + before[bare.len()..].chars().take_while(|c| matches!(c, '.' | '!')).map(char::len_utf8).sum::<usize>();
    let left = before.len() - keep + title;
    (left <= own.len()).then_some(Edit { left, right, ..Edit::default() })
}

/// "I'm Jessica" becomes "I'm a patient", "his name is Bo" becomes "his name is withheld".
fn introduction(around: &Around<'_>, label: &Label, title: usize, right: usize) -> Option<Edit> {
    let before = &around.left[..around.left.len() - title];
    let taken = ending(before, INTRODUCTIONS)?;
    let phrase =
        trim_end(before)[trim_end(before).len() + (before.len() - trim_end(before).len()) - taken..].to_lowercase();
    let own = around.free_left.saturating_sub(title);
    // "I'm Lupita, mother of Itzel"
    let role = around.own_right()[right..].strip_prefix(", ").and_then(first_word);
    if role.is_some_and(|word| is_role(word.text)) && !phrase.contains("name") {
        return Some(Edit { left: title, right: right + 2, ..Edit::default() });
    }
    match phrase.as_str() {
        "my name is" | "my name's" if taken <= own => {
            Some(around.put(title + taken, right, &format!("I'm {}", label.indefinite())))
        }
        "mi nombre es" | "me llamo" if taken <= own => Some(around.put(title + taken, right, "soy paciente")),
        "name is" | "name's" | "name" | "nombre" => Some(around.put(title, right, "withheld")),
        "soy" => Some(around.put(title, right, &label.bare())),
        "that's" | "thats" | "it is" | "it's" | "it’s" | "its" | "here's" | "here is"
            if !ends_clause(&around.right[right..]) =>
        {
            None
        }
        _ => Some(around.put(title, right, &label.indefinite())),
    }
}

/// "my patient Sarah" becomes "my patient", "her husband, Tariq," becomes "her husband".
fn beside_role(around: &Around<'_>, label: &Label, title: usize, right: usize, left: &str) -> Option<Edit> {
    let mark = left.chars().next_back().filter(|c| matches!(c, ',' | ':' | '('));
    let mut bare = trim_end(mark.map_or(left, |_| left.trim_end_matches([',', ':', '('])));
    let mut word = last_word(bare)?;
    let named = is_one(word.text, &["named", "called"]);
    if named {
        bare = trim_end(&bare[..word.start]);
        word = last_word(bare)?;
    }
    if !is_name_for(word.text, label.role) && (label.role == Role::Provider || !is_role(word.text)) {
        return None;
    }
    let after = around.right[right..].trim_start();
    let fits = match mark {
        Some('(') => after.starts_with([',', ')']),
        Some(':') => after.starts_with([',', '(']),
        Some(_) => !is_client(word.text) || set_off(after),
        None => true,
    };
    if !fits {
        return None;
    }
    if matches!(mark, Some('(' | ':')) {
        return Some(around.drop(title, right));
    }
    if let Some(edit) =
        label.number.as_ref().and_then(|number| numbered(around, label, number, (title, right), bare, word))
    {
        return Some(edit).filter(|_| mark.is_none());
    }
    // The comma behind an apposition goes with it.
    let closes = mark.is_some() && after.starts_with(',') && !after.starts_with(", and");
    let right = right + if closes { around.right[right..].len() - after.len() + 1 } else { 0 };
    let taken = around.left.len() - bare.len();
    (taken <= around.free_left && right <= around.free_right).then(|| Edit { left: taken, right, ..Edit::default() })
}

/// A person among others of the same role: "my patient Sarah" becomes "Patient A", "her sister Ann" "her sister B".
fn numbered(
    around: &Around<'_>,
    label: &Label,
    number: &str,
    (title, right): (usize, usize),
    bare: &str,
    role: Word<'_>,
) -> Option<Edit> {
    if !is_client(role.text) {
        return role.text.eq_ignore_ascii_case(&label.noun).then(|| around.put(title, right, number));
    }
    let before = last_word(&bare[..role.start]);
    let determiner = before.filter(|word| is_determiner(word.text));
    let from = determiner.map_or(role.start, |word| word.start);
    let alone =
        determiner.is_some() || before.is_none() || before.is_some_and(|word| word.is(&["and", "for", "to", "with"]));
    let taken = around.left.len() - from;
    if alone && taken <= around.free_left {
        return Some(around.put(taken, right, &label.bare()));
    }
    Some(around.put(title, right, number))
}

/// Whether a comma or the sentence's end stands behind a name, so that it is set off from its role.
fn set_off(after: &str) -> bool {
    after.is_empty() || after.starts_with([',', '.', '!', '?', ';'])
}

/// "Dana, our injector," becomes "our injector,", "Lyle (husband)" becomes "husband".
fn before_role(around: &Around<'_>, label: &Label, title: usize, right: usize) -> Option<Edit> {
    let own = &around.own_right()[right..];
    if let Some(inside) = own.strip_prefix(" (")
        && let Some(close) = inside.find(')').filter(|at| *at <= 24)
    {
        let words = &inside[..close];
        let named = words.split_whitespace().any(is_role);
        if named && !words.contains([',', ';']) && label.number.is_none() {
            return Some(around.put(title, right + close + 3, words));
        }
    }
    let inside = own.strip_prefix(", ")?;
    let first = first_word(inside)?;
    let own_role = is_one(first.text, &["the", "our", "my", "his", "their", "a", "an"]);
    if !own_role {
        return None;
    }
    let clause = &inside[..inside.find([',', '.', ';', '!', '?', '"', '\n']).unwrap_or(inside.len())];
    let named =
        clause.split_whitespace().take(6).any(|word| is_role(word.trim_matches(|c: char| !c.is_alphanumeric())));
    if !named || label.number.is_some() {
        return None;
    }
    let words = around.cased(first.text, title);
    Some(Edit { left: title, right: right + 2 + first.text.len(), words, capital: false })
}

/// "Joy, please stop" loses its address, "How are you, Joy?" too.
fn vocative(around: &Around<'_>, title: usize, right: usize) -> Option<Edit> {
    let after = &around.right[right..];
    let before = trim_end(&around.left[..around.left.len() - title]);
    let starts = around.opens_sentence(title) || before.ends_with([':', '"', '“']);
    if starts && let Some(rest) = after.strip_prefix([',', '!']) {
        const ADDRESS: &[&str] = &[
            "your", "you", "you're", "ur", "please", "pls", "we", "we're", "thanks", "thank", "don't", "here", "it's",
            "just", "this", "can", "could", "would", "are", "do", "did", "hi", "hope", "su", "tu", "por",
        ];
        if first_word(rest).is_some_and(|word| word.is(ADDRESS)) && after.starts_with(',') {
            return Some(around.drop(title, right));
        }
    }
    if before.ends_with(',') && after.starts_with(['?', '!']) && title < around.free_left {
        return Some(around.drop(title, right));
    }
    None
}

/// "the patient", "Patient A", as the sentence needs it.
fn in_place(around: &Around<'_>, label: &Label, title: usize, right: usize, left: &str) -> Edit {
    let before = last_word(left);
    let after = &around.right[right..];
    let determined = before.is_some_and(|word| is_determiner(word.text) && !(around.spanish && word.text == "a"));
    let possessive = after.starts_with(['\'', '’'])
        && !after[after.chars().next().map_or(0, char::len_utf8)..].starts_with(['s', 'S']);
    // "S: patient 34F", "re: patient"
    let short = ending(left, &["re:", "re"]).is_some()
        || left.ends_with(':')
            && label_of(left).is_some()
            && after.trim_start().starts_with(|c: char| c.is_numeric() || c == ',');
    let presents = around.opens_sentence(title) || left.ends_with(',');
    let mut words = if presents && beginning(after, &["here", "again"]).is_some() {
        label.indefinite()
    } else if determined && label.noun == "doctor" && before.is_some_and(|word| word.text == "la") {
        "doctora".to_owned()
    } else if determined || short {
        label.bare()
    } else {
        label.definite()
    };
    if let Some(edit) = spanish_contraction(around, title, right, &words).filter(|_| around.spanish) {
        return edit;
    }
    let mut right = right;
    if possessive && around.value.ends_with('s') && around.free_right > right {
        let mark = after.chars().next().map_or(0, char::len_utf8);
        words.push_str("'s");
        right += mark;
    }
    if around.value.ends_with('s') && determined && label.number.is_none() && is_plural(around, right) {
        words.push('s');
    }
    around.put(title, right, &words)
}

/// Whether a name stands for a whole family ("the Nakamuras all need").
fn is_plural(around: &Around<'_>, right: usize) -> bool {
    let words = ["all", "are", "have", "need", "want", "were", "both", "each"];
    first_word(&around.right[right..]).is_some_and(|word| word.is(&words))
}

/// "a el" and "de el" are "al" and "del".
fn spanish_contraction(around: &Around<'_>, title: usize, right: usize, words: &str) -> Option<Edit> {
    let noun = words.strip_prefix("el ")?;
    let left = &around.own_left()[..around.free_left - title];
    let word = last_word(left)?;
    let joined = match word.text {
        "a" => "al",
        "de" => "del",
        _ => return None,
    };
    Some(around.put(title + left.len() - word.start, right, &format!("{joined} {noun}")))
}

/// Whether a clause ends where the text behind a name begins.
fn ends_clause(after: &str) -> bool {
    let after = after.trim_start();
    beginning(after, &["here", "again", "calling", "and", "i", "i'm", "with", "from", "btw", "um", "uh", "your"])
        .is_some()
        || !after.starts_with(char::is_alphanumeric)
}
