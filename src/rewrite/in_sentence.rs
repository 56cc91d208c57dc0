//! A name whose place in its sentence somebody has to take: "the patient", "Patient A", "the couple".

use super::layout::label_of;
use super::person::{Label, is_client};
use super::phrase::{Around, Edit};
use super::word::{STAFF, beginning, ending, first_word, is_determiner, is_one, last_word};
use crate::context::Role;
use crate::lexicon;

/// The title that begins that of a couple, "Mr. and Mrs. Adeyemi".
pub(super) const COUPLES: &[&str] = &["mr. and", "mr and", "mr. &", "mr &", "dr. and", "dr and", "mrs. and", "mrs and"];

/// "the patient", "Patient A", as the sentence needs it.
pub(super) fn in_place(around: &Around<'_>, label: &Label, title: usize, right: usize, left: &str) -> Edit {
    let before = last_word(left);
    let after = &around.right[right..];
    let determined = before.is_some_and(|word| is_determiner(word.text) && !(around.spanish && word.text == "a"));
    let possessive = after.starts_with(['\'', '’'])
        && !after[after.chars().next().map_or(0, char::len_utf8)..].starts_with(['s', 'S']);
    // "Mr. and Mrs. Adeyemi"
    let own = around.own_left();
    let couple = title > 0
        && ending(&own[own.len().saturating_sub(title)..], &["mrs.", "mrs", "mr.", "mr"])
            .is_some_and(|last| ending(&own[..own.len() - last], COUPLES).is_some());
    if couple && !around.spanish {
        return around.put(title, right, "the couple");
    }
    // "We have two Maria Garcias"
    let counted = before.is_some_and(|word| word.is(&["two", "three", "four", "several", "many", "both", "2", "3"]));
    if counted && around.value.ends_with('s') && label.number.is_none() && !around.spanish {
        let noun = if label.noun == "person" { "people".to_owned() } else { format!("{}s", label.noun) };
        return around.put(title, right, &noun);
    }
    // "a patient like Ana"
    let like = ending(left, &["like"]).and_then(|taken| last_word(&left[..left.len() - taken]));
    if like.is_some_and(|word| word.text.eq_ignore_ascii_case(&label.noun)) && label.number.is_none() && !around.spanish
    {
        return around.put(title, right, "this one");
    }
    // "S: patient 34F", "re: patient"
    let rest = after.trim_start();
    let ends = rest.is_empty() || rest.starts_with(['.', ';']);
    let labelled = label_of(left).filter(|_| left.ends_with(':') && !around.turn).is_some_and(|before| {
        let told = label.role == Role::Provider || last_word(before).is_some_and(|word| is_client(word.text));
        rest.starts_with(|c: char| c.is_numeric() || c == ',') || ends && told
    });
    let about = ending(left, &["re:", "re"]).is_some_and(|taken| !left[..left.len() - taken].ends_with(['\'', '’']));
    let short = about || labelled && label.noun != "person";
    // What an earlier look put beside it says who it is.
    let stands = ["this person", "the patient", "the client", "Patient ", "Person ", "Client "];
    if label.number.is_none() && after.starts_with(' ') && stands.iter().any(|words| after[1..].starts_with(words)) {
        return around.drop(title, right);
    }
    // "the Guptas", "the Gupta bride party"
    let the = before.filter(|word| word.is(&["the"]) && title == 0 && right == 0 && !around.spanish);
    if let Some(the) = the.filter(|_| label.role != Role::Provider && !around.value.contains(' ')) {
        let next = first_word(after).filter(|_| after.starts_with(' '));
        let noun = next.is_some_and(|word| {
            word.text.len() > 3
                && word.text.chars().all(|c| c.is_lowercase() || c == '-')
                && !is_verb(word.text)
                && !is_client(word.text)
        });
        if noun {
            return around.drop_described();
        }
        let taken = around.left.len() - the.start;
        if label.number.is_some() && around.value.ends_with('s') && taken <= around.free_left {
            return around.put(taken, 0, &format!("{}'s family", label.bare()));
        }
    }
    // "the Vasquez twins", "the whole Vasquez family"
    let family = after.starts_with(' ')
        && first_word(after).is_some_and(|word| {
            word.is(&[
                "twins",
                "sisters",
                "brothers",
                "family",
                "kids",
                "boys",
                "girls",
                "couple",
                "siblings",
                "household",
            ])
        });
    if family && determined {
        return around.drop_described();
    }
    // "his harir removal": what is no name, and whose it is stands before.
    let owned = ending(left, &["his", "her", "my", "our", "your", "their"]).is_some() && label.noun == "person";
    let goes_on =
        after.starts_with(' ') && first_word(after).is_some_and(|word| word.text.starts_with(char::is_lowercase));
    if owned && goes_on && label.number.is_none() {
        return around.drop(title, right);
    }
    let whose = last_word(left).filter(|_| owned && label.number.is_none());
    if let Some(word) = whose.filter(|word| left.len() - word.start <= around.free_left.saturating_sub(title)) {
        let taken = around.left.len() - word.start;
        return around.put(taken, right, if around.spanish { "alguien" } else { "someone" });
    }
    // "the plumber, Gary Stolz 330-555-0181, never showed"
    let said = left.strip_suffix(',').and_then(last_word);
    if label.number.is_none() && said.is_some_and(|word| word.text.eq_ignore_ascii_case(&label.noun)) {
        let taken = around.left.len() - left.len() + 1;
        let closes = after.starts_with(", ") && after[2..].starts_with(char::is_lowercase) && right < around.free_right;
        return Edit { left: taken.min(around.free_left), right: right + usize::from(closes), ..Edit::default() };
    }
    if label.role == Role::Provider && ending(left, &["on call", "on-call"]).is_some() {
        return around.drop(title, right);
    }
    // "15 yo Dana", "34F Dana"
    if let Some(edit) = behind_age(around, label, title, right, left) {
        return edit;
    }
    if let Some(edit) = in_note(around, label, title, right).or_else(|| again(around, label, title, right)) {
        return edit;
    }
    // "Jill Ortega (influencer, 40k followers)"
    let bracketed =
        after.strip_prefix(" (").and_then(first_word).is_some_and(|word| word.text.eq_ignore_ascii_case(&label.noun));
    if bracketed && label.number.is_none() && !around.spanish {
        return around.put(title, right, "this person");
    }
    // "Dr. Foss is a client today"
    let is =
        beginning(after, &["is a", "is our", "is one of our", "was a", "is also a"]).filter(|_| after.starts_with(' '));
    let told = is.and_then(|taken| first_word(&after[taken..]));
    if told.is_some_and(|word| word.text.eq_ignore_ascii_case(&label.noun)) && label.number.is_none() && !around.spanish
    {
        return around.put(title, right, "this person");
    }
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
    // "Daughter: daughter" would say it twice.
    let named = |before: &str| {
        let client = label.role != Role::Provider && last_word(before).is_some_and(|word| is_client(word.text));
        let staff = last_word(before).is_some_and(|word| is_one(word.text, STAFF));
        before.eq_ignore_ascii_case(&label.noun) || client || staff
    };
    // "D: Cheryl arrived late"
    let first = first_word(after).filter(|_| after.starts_with(' '));
    let tells = first.is_some_and(|word| {
        super::labelled::is_predicate(word.text)
            || word.text.ends_with("ed") && word.text.starts_with(char::is_lowercase)
    });
    let line = left.strip_suffix(':').filter(|label| around.whole_left && label.len() < 24 && !label.contains(':'));
    if tells && line.is_some_and(|label| label.starts_with(char::is_uppercase)) && !around.shouts() {
        words = super::word::capitalized(&words);
    }
    let same = |before: &str| last_word(before).is_some_and(|word| word.text.eq_ignore_ascii_case(&label.noun));
    let again = left.ends_with(':') && !around.turn && label_of(left).is_some_and(same);
    if label.number.is_none() && (again || short && label_of(left).is_some_and(named)) {
        words = if around.spanish { "omitido" } else { "withheld" }.to_owned();
    }
    if let Some(edit) = spanish_contraction(around, title, right, &words).filter(|_| around.spanish) {
        return edit;
    }
    // "marisol bday"
    let celebrated = after.starts_with(' ')
        && first_word(after).is_some_and(|word| word.is(&["bday", "b-day", "birthday"]))
        && !around.spanish;
    if celebrated || lacks_mark(around, right) {
        words.push_str("'s");
    }
    let mut right = right;
    // "Rhodes, influencer, @rhodes" says it once.
    let again =
        around.own_right()[right.min(around.free_right)..].strip_prefix(", ").filter(|_| label.number.is_none());
    if let Some(again) = again.filter(|again| first_word(again).is_some_and(|word| word.is(&[&label.noun]))) {
        let behind = &again[label.noun.len().min(again.len())..];
        if behind.is_empty() || behind.starts_with([',', '.', ';', ':', '\n', ' ']) {
            right += 2 + again.len() - behind.len();
        }
    }
    // "Priscilla Wu, FNP-C, has injected" loses both commas.
    let own_after = &around.own_right()[right.min(around.free_right)..];
    let goes_on =
        own_after.strip_prefix(", ").and_then(first_word).is_some_and(|word| super::labelled::is_predicate(word.text));
    if right > 0 && goes_on && around.opens_sentence(title) {
        right += 1;
    }
    if possessive && around.value.ends_with('s') && around.free_right > right {
        let mark = after.chars().next().map_or(0, char::len_utf8);
        words.push_str("'s");
        right += mark;
    }
    if around.value.ends_with('s') && determined && label.number.is_none() && is_plural(around, right) {
        words.push('s');
    }
    // The point of an initial may be that of its sentence: "and Nell R. Each".
    let next = first_word(&around.own_right()[right.min(around.free_right)..]);
    let begins =
        next.is_some_and(|word| word.start == 1 && word.text.starts_with(char::is_uppercase) && !around.shouts());
    if around.value.ends_with('.') && begins && right == 0 {
        words.push('.');
    }
    around.put(title, right, &words)
}

/// "Ana Soto, 59 F, abdominoplasty" begins a note, and one of those has no article: "Patient, 59 F, abdominoplasty".
fn in_note(around: &Around<'_>, label: &Label, title: usize, right: usize) -> Option<Edit> {
    let after = around.right[right..].trim_start_matches([',', ' ', '(']);
    let digits = after.len() - after.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let unit = first_word(after[digits..].trim_start_matches(' ')).filter(|word| word.start == 0);
    let aged = digits > 0
        && digits < 3
        && unit.is_some_and(|word| {
            word.is(&["yo", "y/o", "yof", "yom", "yr", "yrs"])
                || word.text == "F"
                || word.text == "M"
                || word.is(&["f", "m"]) && !after[digits..].starts_with(' ')
        });
    // "MBEKI, THANDI F 36Y"
    let sexed = ["F ", "M "]
        .iter()
        .any(|sex| after.strip_prefix(sex).is_some_and(|behind| behind.starts_with(|c: char| c.is_ascii_digit())));
    let aged = aged || sexed;
    let opens = around.opens_sentence(title) || around.left[..around.left.len() - title].trim_end().ends_with(':');

    // "Amanda Wright 38 G2P2"
    let direct =
        around.right[right..].strip_prefix(' ').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
            && (1..3).contains(&digits)
            && after[digits..].starts_with([' ', ',']);
    let aged = aged || direct;
    let listed = [" / ", " // ", " | "].iter().any(|mark| around.right[right..].starts_with(mark));
    let named = is_client(&label.noun) && label.number.is_none() && !around.spanish;
    (named && (aged || listed) && opens).then(|| around.put(title, right, &label.bare()))
}

/// "Tell Ana that Ana's deposit" becomes "Tell this person that their deposit".
fn again(around: &Around<'_>, label: &Label, title: usize, right: usize) -> Option<Edit> {
    let left = around.left[..around.left.len() - title].trim_end();
    let said = left.strip_suffix(" that")?;
    let whole = ["'s", "’s"].into_iter().find(|mark| around.own_right()[right..].starts_with(mark))?;
    let same = said.len() >= label.definite().len() && super::word::ends_with(said, &label.definite());
    (same && label.number.is_none() && !around.spanish).then(|| around.put(title, right + whole.len(), "their"))
}

/// A name behind an age and a sex, which are the patient's: "15 yo M the patient" says it twice.
fn behind_age(around: &Around<'_>, label: &Label, title: usize, right: usize, left: &str) -> Option<Edit> {
    let word = last_word(left)?;
    let digits = word.text.chars().take_while(char::is_ascii_digit).count();
    let unit = word.text[digits..].to_lowercase();
    let number = |text: &str| last_word(text).is_some_and(|word| word.text.chars().all(|c| c.is_ascii_digit()));
    let aged = match unit.as_str() {
        "yo" | "y/o" | "yr-old" | "year-old" | "-year-old" | "-yr-old" => digits > 0 || number(&left[..word.start]),
        "old" => ending(left, &["year old", "years old", "yr old"]).is_some(),
        _ => false,
    };
    let sexed = match unit.as_str() {
        "f" | "m" | "yof" | "yom" => {
            digits > 0 || number(&left[..word.start]) || ending(left, &["yo f", "yo m", "y/o f", "y/o m"]).is_some()
        }
        _ => false,
    };
    if sexed {
        return Some(around.drop(title, right));
    }
    aged.then(|| around.put(title, right, &label.bare()))
}

/// Whether a word that stands behind "the" and a name goes on with the sentence, and is not what the name describes.
fn is_verb(word: &str) -> bool {
    const GOES_ON: &[&str] = &[
        "were", "have", "need", "want", "both", "each", "when", "with", "from", "that", "which", "because", "then",
        "than", "also", "come", "came", "just", "after", "before", "until", "will", "would", "about", "said", "like",
        "love",
    ];
    super::labelled::is_predicate(word) || is_one(word, GOES_ON) || word.ends_with("ed")
}

/// Whether a name is somebody's to whom the next word belongs, with no mark to say so: "dr nguyens patient", "Mr Lee wife".
fn lacks_mark(around: &Around<'_>, right: usize) -> bool {
    let after = around.own_right().get(right..).unwrap_or_default();
    let Some(next) = first_word(after).filter(|word| word.start == 1 && !around.spanish) else { return false };
    let bare =
        around.value.strip_suffix('s').filter(|bare| bare.len() > 2 && around.value.chars().all(char::is_lowercase));
    let name = |word: &str| lexicon::lookup(word).given().max(lexicon::lookup(word).surname());
    let owns = bare.is_some_and(|bare| !bare.contains(' ') && name(bare) > name(around.value));
    let thing = is_client(next.text) || super::word::is_kin(next.text) || next.is(super::day_words::EVENTS);
    next.text.starts_with(char::is_lowercase) && (owns && thing || super::word::is_kin(next.text))
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
