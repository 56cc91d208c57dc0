//! Names set off beside what says who somebody is: "Dana, our injector,", "the rep from Galderma (Steve)", "our 10 am, Lucille".

use super::person::{Label, is_client};
use super::phrase::{Around, Edit};
use super::title::CREDENTIAL_TITLES;
use super::word::{STAFF, Word, first_word, is_determiner, is_one, is_role, last_word, trim_end};

/// Whether a text ends with a phrase that presents somebody: "a gentleman aged 90 or older", "our 10 am".
pub(super) fn presents(bare: &str) -> bool {
    let phrase = bare.rsplit(['.', ',', ';', ':', '!', '?', '\n', '(', '"']).next().unwrap_or_default();
    let words: Vec<&str> = phrase.split(' ').filter(|word| !word.is_empty()).collect();
    let Some(from) = words.iter().rposition(|word| is_one(word, &["a", "an", "our", "my"])) else { return false };
    let words = &words[from + 1..];
    let clock = |word: &&str| {
        word.starts_with(|c: char| c.is_ascii_digit())
            && (word.contains(':') || word.ends_with("am") || word.ends_with("pm"))
    };
    let timed = words.len() == 1 && words.first().is_some_and(clock)
        || words.first().is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()))
            && words.last().is_some_and(|word| is_one(word, &["am", "pm", "am.", "a.m", "p.m", "client", "patient"]));
    let aged = words.windows(2).any(|two| is_client(two[0]) && is_one(two[1], &["aged", "in", "from"]));
    words.len() < 8 && (timed || aged)
}

/// Whether a name set off by commas says who the subject before it is: "The officer, Dwight Pomeroy, says".
pub(super) fn names_subject(bare: &str, after: &str) -> bool {
    let phrase = bare.rsplit(['.', ',', ';', ':', '!', '?', '\n', '(', '"']).next().unwrap_or_default();
    let words: Vec<&str> = phrase.split(' ').filter(|word| !word.is_empty()).collect();
    let determined =
        words.first().is_some_and(|word| is_one(word, &["the", "our", "my", "his", "her", "their", "a", "an"]));
    let plain = |word: &&str| word.chars().all(|c| c.is_lowercase() || matches!(c, '-' | '\'' | '’'));
    let verb = after.strip_prefix(", ").and_then(first_word);
    determined
        && (2..if words.iter().any(|word| is_role(word)) { 10 } else { 5 }).contains(&words.len())
        && words[1..].iter().all(plain)
        && verb.is_some_and(|word| {
            let present = word.text.len() > 3 && word.text.starts_with(char::is_lowercase);
            super::labelled::is_predicate(word.text)
                || present && (word.text.ends_with('s') || word.text.ends_with("ed"))
        })
}

/// Whether the clause so far is about somebody of a firm: "rep from Galderma".
pub(super) fn tells_of_business(bare: &str) -> bool {
    let clause = bare.rsplit(['.', ',', ';', ':', '!', '?', '\n']).next().unwrap_or_default();
    let words = || clause.split(' ').filter(|word| !word.is_empty());
    words().any(|word| is_one(word, &["rep", "reps", "vendor", "supplier", "contractor"])) && !words().any(is_client)
}

/// "Dana, our injector," becomes "our injector,", "Lyle (husband)" becomes "husband", "Pete the plumber" "the plumber".
pub(super) fn before_role(around: &Around<'_>, label: &Label, title: usize, right: usize) -> Option<Edit> {
    let own = &around.own_right()[right..];
    if let Some(inside) = own.strip_prefix(' ').and_then(bracketed_role).filter(|_| label.number.is_none()) {
        return Some(around.put(title, right + inside.len() + 3, inside));
    }
    if label.number.as_ref().is_some_and(|_| is_client(&label.noun)) {
        return None;
    }
    let (gap, inside) = match own.strip_prefix(", ") {
        Some(inside) => (2, inside),
        None => (1, own.strip_prefix(' ')?),
    };
    let first = first_word(inside)?;
    let introduces: &[&str] = match gap {
        2 => &["the", "our", "my", "his", "her", "their", "a", "an"],
        _ => &["the", "our", "my"],
    };
    if let Some(edit) = ours(around, title, right + gap, inside, first).filter(|_| gap == 2) {
        return Some(edit);
    }
    if !is_one(first.text, introduces) || gap == 1 && takes_two_objects(around, title) {
        return None;
    }
    let clause = &inside[..inside.find([',', '.', ';', '!', '?', '"', '\n', '(']).unwrap_or(inside.len())];
    // Another value stands before the comma that closes it: the name's place is kept.
    if gap == 2 && clause.len() == inside.len() && around.free_right < around.right.len() {
        return None;
    }
    let most = if gap == 2 { 6 } else { 3 };
    let named = clause
        .split_whitespace()
        .take(most)
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric() && c != '-'))
        .any(|word| is_role(word) || CREDENTIAL_TITLES.contains(&word) || gap == 1 && is_trade(word));
    if !named || label.number.is_some() && gap == 2 {
        return None;
    }
    let words = around.cased(first.text, title);
    let start = right + gap + first.text.len();
    // The comma that closes an apposition goes with the one that opened it, but for "was booked with Gwen, our NP, found out".
    let lists = last_word(&around.left[..around.left.len() - title])
        .is_some_and(|word| word.is(&["with", "by", "to", "for", "from", "and"]));
    let behind = inside[clause.len()..].strip_prefix(',');
    let closes = gap == 2
        && behind.and_then(first_word).is_some_and(|word| {
            !(word.is(&["and", "or", "but", "who", "which", "whose", "so", "then", "never", "always", "not", "no"])
                || word.text.starts_with(|c: char| c.is_ascii_digit())
                || lists && is_past(word.text))
        });
    if closes && right + gap + clause.len() < around.free_right {
        let words = words + &clause[first.text.len()..];
        return Some(Edit { left: title, right: right + gap + clause.len() + 1, words, capital: false });
    }
    Some(Edit { left: title, right: start, words, capital: false })
}

/// What stands in the brackets with which a text begins, where that is somebody's role: "(mother)".
fn bracketed_role(text: &str) -> Option<&str> {
    let inside = text.strip_prefix('(')?;
    let inside = &inside[..inside.find(')').filter(|at| *at <= 24)?];
    (inside.split_whitespace().any(is_role) && !inside.contains([',', ';'])).then_some(inside)
}

/// Whether a text begins with somebody's role in brackets.
pub(super) fn is_bracketed_role(text: &str) -> bool {
    bracketed_role(text).is_some()
}

/// "Dana, our Candela field engineer: the handpiece" becomes "our Candela field engineer: the handpiece".
fn ours(around: &Around<'_>, title: usize, right: usize, inside: &str, first: Word<'_>) -> Option<Edit> {
    let phrase = &inside[..inside.find([',', '.', ';', ':', '!', '?', '"', '\n', '(']).unwrap_or(inside.len())];
    let behind = &inside[phrase.len()..];
    let words: Vec<&str> = phrase.split_whitespace().collect();
    let verb = words.iter().any(|word| super::labelled::is_predicate(word) || is_one(word, &["are", "were", "and"]));
    let fits = first.is(&["our"]) && (2..7).contains(&words.len()) && !verb && !words.iter().any(|word| is_role(word));
    (fits && behind.starts_with([':', '.', ';', '!', '?', '"', '\n'])).then(|| Edit {
        left: title,
        right: right + first.text.len(),
        words: around.cased(first.text, title),
        capital: false,
    })
}

/// "texted Jade, injector, at" becomes "texted the injector at", "- Kendra, medical assistant" loses its name.
pub(super) fn before_title(around: &Around<'_>, title: usize, right: usize) -> Option<Edit> {
    let inside = around.own_right()[right..].strip_prefix(", ")?;
    let phrase = &inside[..inside.find([',', '.', ';', '!', '?', '"', '”', '\n', '(', ')']).unwrap_or(inside.len())];
    let words: Vec<&str> = phrase.split_whitespace().collect();
    let role = is_one(phrase.trim(), &["front desk"])
        || words.len() < 4
            && words.iter().all(|word| word.starts_with(char::is_lowercase))
            && words.last().is_some_and(|word| is_one(word, STAFF));
    let known = words.first().is_some_and(|word| is_determiner(word) || is_one(word, &["and", "or", "but", "then"]));
    if !role || known {
        return None;
    }
    let before = trim_end(&around.left[..around.left.len() - title]);
    let behind = &inside[phrase.len()..];
    let linked = last_word(before).is_some_and(|word| !is_determiner(word.text));
    let ends = behind.is_empty() && around.free_right == around.right.len()
        || behind.starts_with(['.', '"', '”', '\n', '!', ';']);
    let closes = behind.starts_with(',');
    if linked && (closes || ends) {
        let words = format!("the {}", phrase.trim());
        // "Denise Hall, aesthetic nurse, $45/hr" keeps its second comma.
        let goes_on = closes && behind[1..].trim_start().starts_with(char::is_lowercase);
        return Some(around.put(title, right + 2 + phrase.len() + usize::from(goes_on), &words));
    }
    let opens = before.is_empty() && around.whole_left || before.ends_with(['-', '–', '—', ':', '~', '\n', '(']);
    (opens && (closes || ends)).then_some(Edit { left: title, right: right + 2, ..Edit::default() })
}

/// Whether a word is a verb of the past that goes on with a list of what happened.
fn is_past(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ed")
        || is_one(word, &["found", "left", "got", "went", "came", "said", "told", "took", "saw", "had"])
}

/// Whether the verb before a name may have two objects: "told Dana the answer".
fn takes_two_objects(around: &Around<'_>, title: usize) -> bool {
    #[rustfmt::skip]
    const VERBS: &[&str] = &[
        "give", "gave", "giving", "tell", "told", "telling", "send", "sent", "show", "showed", "ask", "asked", "text", "texted",
        "email", "emailed", "bring", "brought", "hand", "handed", "offer", "offered", "pay", "paid", "charge", "charged",
        "read", "sell", "sold", "teach", "taught", "mail", "mailed", "owe", "buy", "bought", "save", "get", "got", "call",
    ];
    last_word(&around.left[..around.left.len() - title]).is_some_and(|word| word.is(VERBS))
}

/// Whether a word looks like somebody's trade: "plumber", "florist".
pub(super) fn is_trade(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    word.len() > 4
        && word.chars().all(char::is_lowercase)
        && ["er", "or", "ist", "man", "woman", "lady", "guy", "smith", "ee", "ician", "mate"]
            .iter()
            .any(|ending| word.ends_with(ending))
}
