//! Days beside what happens on them: "an appointment on Thursday" becomes "an upcoming appointment".

use super::clause::{describes, follows_object, value_is_ordinal};
use super::day::Tense;
use super::day_words::{EVENTS, FUTURE, PAST, PLANNED, TIMED, TRANSITIVE};
use super::phrase::{Around, Edit};
use super::word::{Word, ending, first_word, is_determiner, is_one, last_word, trim_end};

/// "Thursday appointment", "yesterday's visit", "her Lunar New Year wrap".
pub(super) fn before_event(around: &Around<'_>, tense: Tense) -> Option<Edit> {
    let own = around.own_left();
    let possessive =
        ["'s", "’s"].iter().find(|mark| around.own_right().starts_with(**mark)).map_or(0, |mark| mark.len());
    let next = first_word(&around.right[possessive..]).filter(|_| around.right[possessive..].starts_with(' '));
    if let Some(event) = next.filter(|word| word.is(EVENTS)) {
        // Of what is yet to come there is no note.
        let behind = first_word(&around.right[possessive + event.start + event.text.len()..]);
        let told = behind
            .is_some_and(|word| word.is(&["note", "notes", "photo", "photos", "report", "results", "summary", "bill"]));
        // "Ana 10/9 Botox" is an entry of a list.
        let entry = own.trim().is_empty() && around.free_left < around.left.len() && !around.left.ends_with('\n');
        if entry && possessive == 0 {
            return Some(around.drop(0, 0));
        }
        if tense == Tense::Unknown && !told && possessive == 0 && ending(own, &["of"]).is_some() {
            return Some(around.put(0, 0, if event.text.starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" }));
        }
        // "your claim for the 3/18 biopsy went in" is past, and "the Friday peel moved" may be either.
        if tense == Tense::Unknown && !told && possessive == 0 && ending(own, &["the"]).is_some() {
            return Some(around.drop(0, 0));
        }
        let adjective = adjective(if told { Tense::Past } else { tense });
        return Some(match ending(own, &["a", "an"]) {
            Some(taken) => around.put(taken, possessive, &format!("{} {adjective}", article(adjective))),
            // "before Friday's peel"
            None if possessive > 0 && !last_word(own).is_some_and(|word| is_determiner(word.text)) => {
                around.put(0, possessive, &format!("the {adjective}"))
            }
            None => around.put(0, possessive, adjective),
        });
    }
    if possessive > 0 {
        // "before Friday's lip filler"
        let noun =
            first_word(&around.right[possessive..]).is_some_and(|word| word.text.starts_with(char::is_lowercase));
        let determined = last_word(own).is_some_and(|word| is_determiner(word.text));
        return Some(match (noun, determined) {
            (true, true) => around.drop(0, possessive),
            (true, false) => around.put(0, possessive, "the"),
            // "Friday's 2 pm cancelled"
            (false, false) if around.right[possessive..].trim_start().starts_with(|c: char| c.is_ascii_digit()) => {
                around.put(0, possessive, "the")
            }
            _ => around.put(0, possessive, if tense == Tense::Past { "a recent day's" } else { "that day's" }),
        });
    }
    let owner = ending(own, &["her", "his", "my", "your", "their", "our", "a"]).is_some() && !follows_object(own);
    // "the 4th" is a noun itself.
    let ordinal = value_is_ordinal(around.value);
    if !ordinal && ending(own, &["the", "this", "that"]).is_some() && next.is_some() && describes(around) {
        return Some(around.drop(0, 0));
    }
    (owner && next.is_some_and(|word| word.text.starts_with(char::is_lowercase))).then(|| around.drop_described())
}

/// "an appointment on Thursday" becomes "an upcoming appointment".
pub(super) fn after_event(around: &Around<'_>, linker: usize, tense: Tense) -> Option<Edit> {
    const STOPS: &[&str] =
        &["for", "to", "of", "and", "with", "re", "at", "in", "from", "is", "has", "have", "was", "had", "w/"];
    let left = &around.left[..around.left.len() - linker];
    let own_start = around.left.len() - around.free_left;
    let event = last_word(left).filter(|word| word.is(EVENTS))?;
    // "the doctor will call tomorrow" has a verb there.
    const VERBAL: &[&str] = &[
        "will", "would", "can", "could", "should", "must", "may", "to", "we'll", "i'll", "she'll", "he'll", "they'll",
        "please", "not", "they", "i", "we", "you", "he", "she", "don't", "didn't", "doesn't", "won't", "let's", "pls",
    ];
    if last_word(&left[..event.start]).is_some_and(|word| word.is(VERBAL)) {
        return None;
    }
    // "bruise left brow, ice given, f/u Dec 14"
    let segment = left[..event.start].rsplit([',', '.', ';', '!', '?', ':', '\n', '-']).next().unwrap_or_default();
    let planned = event.is(&["f/u", "fu", "follow-up", "followup", "recheck"]) && segment.trim().is_empty();
    let offered = event.is(&["slot", "opening", "reservation"]);
    // "sent us her coworker, consult Fri": what happened before the comma says nothing of what stands alone behind it.
    let value = around.value.to_lowercase();
    let told = value.contains("yesterday") || value.starts_with("last ") || value.ends_with("ago");
    let alone = tense == Tense::Past && segment.trim().is_empty() && event.is(PLANNED) && !told;
    let tense = match tense {
        _ if planned || offered => Tense::Future,
        _ if alone => Tense::Unknown,
        tense => tense,
    };
    // "no depression, next iPLEDGE visit 3/11"
    let next = first_word(segment).is_some_and(|word| word.is(&["next"]));
    if next && linker == 0 && segment.split_whitespace().count() < 4 && super::clause::ends_clause(around) {
        return Some(around.put(0, 0, "coming up"));
    }
    let timed = last_word(&left[..event.start]).is_some_and(|word| word.is(TIMED));
    if timed || (tense == Tense::Unknown && !event.is(PLANNED)) {
        return Some(around.drop(linker, 0));
    }
    // "consult 9/30, consent signed 10/14": what follows has happened.
    if tense == Tense::Unknown && super::clause::goes_on_past(around) {
        return Some(around.drop(linker, 0));
    }
    // "are coming for a consult on Wednesday"
    let sentence = left.rsplit(['.', '!', '?', ';', ',', ':']).next().unwrap_or_default();
    let says_so = |word: &str| is_one(word, &["coming", "comes", "upcoming", "booked", "scheduled"]);
    if sentence.split(' ').any(says_so) && tense != Tense::Past {
        return Some(around.drop(linker, 0));
    }
    if ending(&left[..event.start], &["booked for", "scheduled for", "set for", "down for", "in for"]).is_some() {
        return Some(around.drop(linker, 0));
    }
    let mut start = event.start;
    let mut determiner: Option<Word<'_>> = None;
    for _ in 0..4 {
        let Some(word) = last_word(&left[..start]).filter(|word| word.start >= own_start) else { break };
        if is_determiner(word.text) {
            determiner = Some(word);
            break;
        }
        if word.is(STOPS) {
            break;
        }
        start = word.start;
    }
    // "the booking on Friday" is a certain one without its day, which may be past.
    if tense == Tense::Unknown && determiner.is_some_and(|word| word.is(&["the"])) {
        return Some(around.drop(linker, 0));
    }
    let adjective = adjective(tense);
    let (from, opening) = match determiner {
        Some(word) if is_one(word.text, &["a", "an"]) => (word.start, article(adjective)),
        Some(word) => (word.start, word.text),
        None if ending(&left[..start], &["booked for", "scheduled for", "set for"]).is_some() => {
            return Some(around.drop(linker, 0));
        }
        None if modifies(left, start, event.start) => (start, ""),
        None if starts_segment(around, left, event.start) => (event.start, ""),
        None => return Some(around.drop(linker, 0)),
    };
    if from < own_start {
        return None;
    }
    let tail = left[determiner.map_or(from, |word| word.start + word.text.len())..].trim();
    let opens = opening.is_empty() && !around.shouts() && around.opens_sentence(around.left.len() - from);
    let tail = if opens { lowered(tail) } else { tail.to_owned() };
    let words: Vec<&str> = [opening, adjective, &tail].into_iter().filter(|part| !part.is_empty()).collect();
    Some(around.put(around.left.len() - from, 0, &words.join(" ")))
}

/// Whether nothing but a mark or a linking word stands before an event.
fn starts_segment(around: &Around<'_>, left: &str, event: usize) -> bool {
    let before = trim_end(&left[..event]);
    let linked = ending(
        before,
        &[
            "for",
            "about",
            "re",
            "w/",
            "with",
            "her",
            "my",
            "next",
            "and",
            "to",
            "book",
            "confirm",
            "reschedule",
            "rebook",
            "cancel",
            "move",
        ],
    );
    before.is_empty() && around.whole_left || before.ends_with(|c: char| !c.is_alphanumeric()) || linked.is_some()
}

/// Whether what stands between two places is one word that belongs to the event behind it ("filler consult").
fn modifies(left: &str, start: usize, event: usize) -> bool {
    let before = trim_end(&left[..start]);
    let words = left[start..event].trim();
    // ", got tox" has a verb there.
    let verb = is_one(words, PAST) || is_one(words, FUTURE) || is_one(words, TRANSITIVE) || words.ends_with("ed");
    let one = !words.is_empty() && !words.contains(' ') && !verb;
    one && (before.ends_with([',', ';', '/', '|']) || ending(before, &["for", "about", "re", "w/", "with"]).is_some())
}

/// The adjective for an event.
fn adjective(tense: Tense) -> &'static str {
    if tense == Tense::Past { "recent" } else { "upcoming" }
}

/// The article before an adjective.
fn article(adjective: &str) -> &'static str {
    if adjective.starts_with('u') { "an" } else { "a" }
}

/// A text with its first letter small.
fn lowered(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}
