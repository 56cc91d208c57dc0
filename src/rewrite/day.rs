//! Days without a year: "upcoming" or "recent" beside an event, else an adverb, or nothing.

use super::clause::{
    after_verb, alone_behind_owner, describes, ends_clause, in_spanish, names_weekday, needed, of_service, since,
    value_is_ordinal,
};
use super::phrase::{Around, Edit};
use super::word::{Word, ending, first_word, is_determiner, is_one, last_word, trim_end, trim_start};

/// What a day belongs to, so that "upcoming" or "recent" can go before it.
#[rustfmt::skip]
const EVENTS: &[&str] = &[
    "appointment", "appt", "apt", "appts", "visit", "consult", "consultation", "follow-up", "followup", "f/u", "session", "treatment",
    "recheck", "check", "check-in", "checkup", "check-up", "booking", "surgery", "procedure", "slot", "exam", "cleaning", "touch-up",
    "facial", "peel", "injection", "reservation", "class", "meeting", "call", "touchup", "tx", "intake", "screening", "evaluation",
    "infusion", "tour", "interview", "tox", "botox", "filler", "laser", "haircut", "massage", "biopsy", "refill",
];
/// Events that are yet to come where nothing says otherwise.
#[rustfmt::skip]
const PLANNED: &[&str] = &[
    "appointment", "appt", "apt", "appts", "consult", "consultation", "follow-up", "followup", "f/u", "session", "recheck", "booking",
    "slot", "reservation", "interview", "tour", "class",
];
/// Words before an event that already say when it is.
const TIMED: &[&str] = &[
    "prior", "last", "previous", "past", "next", "first", "second", "third", "final", "upcoming", "recent", "new", "no",
];
/// What leads to a day and goes with it.
#[rustfmt::skip]
pub(super) const LINKERS: &[&str] = &[
    "on", "at", "for", "on the", "for the", "this", "this coming", "in", "in early", "in late", "in mid", "back in", "as of", "dated",
    "on or about", "on a", "early", "late", "over", "over the", "born", "born on", "born on the", "around", "about", "approx", "circa",
    "exp", "exp.", "expires", "expiring", "sometime", "sometime around", "again on", "as early as",
    "el",
];
/// What has the day on which it came to be.
const DATED: &[&str] = &[
    "labs",
    "lab",
    "results",
    "photos",
    "pictures",
    "pics",
    "note",
    "notes",
    "bloodwork",
    "scan",
    "mri",
    "x-ray",
    "email",
    "message",
    "text",
    "voicemail",
    "order",
    "invoice",
    "bill",
    "payment",
    "balance",
    "charge",
    "reaction",
    "swelling",
    "bruising",
    "bruise",
];
/// What a day has, or what stands for part of a longer time, so that "of" and the day cannot go.
const PARTS: &[&str] = &[
    "morning",
    "afternoon",
    "evening",
    "night",
    "week",
    "month",
    "day",
    "days",
    "end",
    "beginning",
    "start",
    "middle",
    "rest",
    "part",
    "instead",
    "because",
    "date",
    "weekend",
    "events",
    "note",
    "notes",
];
/// Verbs and the like that tell of the past.
#[rustfmt::skip]
const PAST: &[&str] = &[
    "was", "were", "had", "did", "came", "saw", "seen", "went", "got", "left", "said", "told", "fell", "last", "since", "done", "ago", "n/s",
    "no-show", "took", "gave", "lost", "underwent", "felt", "began", "burnt", "hurt",
];
/// Verbs and the like that tell of what is to come.
#[rustfmt::skip]
const FUTURE: &[&str] = &[
    "will", "is", "has", "remind", "reminder", "confirm", "book", "scheduled", "see", "coming", "come", "reschedule", "move", "rebook",
    "booked", "can", "want", "wants", "needs", "need", "going", "upcoming", "next", "due", "please", "are", "set", "starts", "start",
];
/// Verbs that need an object, so that a day cannot simply go.
#[rustfmt::skip]
const TRANSITIVE: &[&str] = &[
    "offered", "offer", "requested", "request", "picked", "pick", "chose", "choose", "prefers", "prefer", "suggest", "suggested", "mark",
    "hold", "take", "took", "got", "have", "want", "wants", "wanted", "need", "needs", "asked for", "asks for", "ask for",
    "like", "likes", "do", "wanna do", "pick", "choose", "try",
];
const COPULAS: &[&str] = &["is", "'s", "’s", "are", "was", "were", "es"];

/// When a day is, as far as its words and neighbours tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
    Unknown,
}

/// What takes the place of a day in a sentence.
pub(super) fn edit(around: &Around<'_>, count: usize) -> Edit {
    let several = count > 1;
    if around.spanish {
        return in_spanish(around);
    }
    let own = around.own_left();
    let value = around.value.to_lowercase();
    if let Some(edit) = needed(around, &value, several) {
        return edit;
    }
    if let Some(edit) = of_service(around).or_else(|| alone_behind_owner(around)) {
        return edit;
    }
    if ending(own, &["last one", "first one", "latest one"]).is_some() {
        return around.put(0, 0, "recently");
    }
    if ending(own, &["next one"]).is_some() {
        return around.put(0, 0, "soon");
    }
    let past = is_past(&value) || value.starts_with("this ") && says_past(around);
    let coming = is_coming(&value) && !past;
    // "in yesterday" is "came in", not "in January".
    let linker = ending(own, LINKERS).filter(|_| !(past || coming) || ending(own, &["for"]).is_some()).unwrap_or(0);
    // "the order goes in Wed" keeps its "in".
    let linker = if ending(own, &["in"]).is_some() && names_weekday(&value) { 0 } else { linker };
    let linker = linker.max(article_of(own, &value));
    let before = &own[..own.len() - linker];
    let tense = tense(around, &value);

    if let Some(edit) = one_of_two(around).or_else(|| before_event(around, tense)) {
        return edit;
    }
    // "signed on 8/8 only"
    if linker > 0 && first_word(around.right).is_some_and(|word| word.is(&["only"]) && word.start == 1) {
        return around.put(linker, 0, "on one day");
    }
    if ending(before, COPULAS).is_some() || ending(own, &["is the", "was the"]).is_some() {
        let article = ending(own, &["the"]).unwrap_or(0).max(linker);
        return around.put(article, 0, if tense == Tense::Past { "recent" } else { "coming up" });
    }
    if let Some(edit) = after_event(around, linker, tense).or_else(|| bound(around, linker, tense, past)) {
        return edit;
    }
    if past {
        return around.put(linker, 0, "recently");
    }
    if coming && last_word(before).is_some() || ending(own, &["see you", "see u", "see ya", "c u"]).is_some() {
        return around.put(linker, 0, "soon");
    }
    let article = ending(own, &["the"]).unwrap_or(0);
    if ending(&own[..own.len() - article], TRANSITIVE).is_some() {
        // "we have Saturday times"
        if describes(around) {
            return around.drop(article, 0);
        }
        return around.put(article, 0, "a date");
    }
    let goes_on = first_word(around.right).is_some_and(|word| word.is(&["for", "with", "at", "in", "after"]));
    if several && (ends_clause(around) || goes_on) && last_word(before).is_some() {
        return around.put(linker, 0, if count > 2 { "on several days" } else { "on two days" });
    }
    if let Some(edit) = after_verb(around, linker, tense) {
        return edit;
    }
    heading(around, linker)
}

/// Whether the words of a day put it into the past.
fn is_past(value: &str) -> bool {
    value.starts_with("last ")
        || value.contains("yesterday")
        || value.split(' ').any(|word| matches!(word, "ago" | "back"))
}

/// Whether the words of a day put it into the future.
fn is_coming(value: &str) -> bool {
    const COMING: &[&str] = &["tomorrow", "tmrw", "tmr", "tomorow", "next ", "this ", "day after tomorrow"];
    COMING.iter().any(|word| value.starts_with(word)) || value.ends_with(" from now")
}

/// How many bytes the article takes that belongs to a day fixed by another one ("came in the day after Easter").
fn article_of(own: &str, value: &str) -> usize {
    let by_another = value.split(' ').take(3).any(|word| matches!(word, "before" | "after" | "of" | "from"));
    let Some(article) = ending(own, &["the"]).filter(|_| by_another) else { return 0 };
    let needs_it =
        ["is", "was", "since", "until", "by", "of", "from", "to", "and", "or", "before", "after", "for", "on"];
    let told = last_word(&own[..own.len() - article]).is_some_and(|word| !word.is(&needs_it));
    if told { article } else { 0 }
}

/// A day that nothing in its sentence needs, or that stands at the head of a line.
fn heading(around: &Around<'_>, linker: usize) -> Edit {
    let line = around.left.rsplit('\n').next().unwrap_or_default();
    let heads = trim_start(line).is_empty() && linker == 0;
    let after = trim_start(around.right);
    let column = around.right.len() > after.len() + 1 || around.right.starts_with('\t');
    if heads && (after.is_empty() || column || after.starts_with(['|', '-', '–', '—'])) {
        return around.put(0, 0, "date withheld");
    }
    if heads && after.starts_with(':') {
        return around.put(0, 0, "that day");
    }
    // Nothing but one word would be left of the sentence.
    let before = trim_end(&around.left[..around.left.len() - linker]);
    if let Some(word) = last_word(before)
        && around.opens_sentence(around.left.len() - word.start)
        && (word.start == 0 || before[..word.start].ends_with(char::is_whitespace))
        && trim_start(around.right).starts_with(['.', '!', ';'])
        && !word.is(EVENTS)
    {
        return around.put(linker, 0, "that day");
    }
    around.drop(linker, 0)
}

/// "Thursday appointment", "yesterday's visit", "her Lunar New Year wrap".
fn before_event(around: &Around<'_>, tense: Tense) -> Option<Edit> {
    let own = around.own_left();
    let possessive =
        ["'s", "’s"].iter().find(|mark| around.own_right().starts_with(**mark)).map_or(0, |mark| mark.len());
    let next = first_word(&around.right[possessive..]).filter(|_| around.right[possessive..].starts_with(' '));
    if let Some(event) = next.filter(|word| word.is(EVENTS)) {
        // Of what is yet to come there is no note.
        let behind = first_word(&around.right[possessive + event.start + event.text.len()..]);
        let told = behind
            .is_some_and(|word| word.is(&["note", "notes", "photo", "photos", "report", "results", "summary", "bill"]));
        let adjective = adjective(if told { Tense::Past } else { tense });
        return Some(match ending(own, &["a", "an"]) {
            Some(taken) => around.put(taken, possessive, &format!("{} {adjective}", article(adjective))),
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
            _ => around.put(0, possessive, if tense == Tense::Past { "a recent day's" } else { "that day's" }),
        });
    }
    let owner = ending(own, &["her", "his", "my", "your", "their", "our", "a"]).is_some();
    // "the 4th" is a noun itself.
    let ordinal = value_is_ordinal(around.value);
    if !ordinal && ending(own, &["the", "this", "that"]).is_some() && next.is_some() && describes(around) {
        return Some(around.drop(0, 0));
    }
    (owner && next.is_some_and(|word| word.text.starts_with(char::is_lowercase))).then(|| around.drop_described())
}

/// "an appointment on Thursday" becomes "an upcoming appointment".
fn after_event(around: &Around<'_>, linker: usize, tense: Tense) -> Option<Edit> {
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
    let timed = last_word(&left[..event.start]).is_some_and(|word| word.is(TIMED));
    if timed || (tense == Tense::Unknown && !event.is(PLANNED)) {
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

/// A day behind "since", "until", "by", "from", "to" and the like, which cannot go alone.
fn bound(around: &Around<'_>, linker: usize, tense: Tense, past: bool) -> Option<Edit> {
    let own = around.own_left();
    if let Some(taken) = ending(own, &["from", "from the"]).filter(|_| is_range(around.value)) {
        return Some(around.put(taken, 0, "for some time"));
    }
    // "the consult from last Friday", "the filler of 9/8"
    if let Some(taken) = ending(own, &["from", "from the", "of", "of the"]) {
        let noun = last_word(&own[..own.len() - taken]);
        let of = ending(own, &["of", "of the"]).is_some();
        let thing = noun.is_some_and(|word| {
            word.is(EVENTS)
                || !of && word.is(DATED)
                || of && !word.is(PARTS) && word.text.len() > 3 && word.text.chars().all(char::is_alphabetic)
        });
        if thing && !around.value.contains(',') {
            return Some(around.drop(taken, 0));
        }
    }
    let several = around.value.contains(", ") || around.value.contains(" and ");
    let by_tense = |past: &'static str, other: &'static str| if tense == Tense::Past { past } else { other };
    let bounds: &[(&[&str], &str)] = &[
        (
            &["since", "since the", "since early", "since late", "since around"],
            if value_is_yesterday(around) { "recently" } else { since(around) },
        ),
        (
            &["until", "till", "til", "until the", "till the", "til the", "thru", "thru the", "through", "through the"],
            if past { "until recently" } else { "until a later date" },
        ),
        (&["not before", "not before the", "not until", "not until the"], "not until a later date"),
        (&["before", "before the", "prior to"], by_tense("before that", "soon")),
        (&["by", "by the"], if says_future(around) { "soon" } else { by_tense("by then", "soon") }),
        (&["after", "after the"], by_tense("after that", "afterwards")),
        (
            &["from", "from the"],
            match tense {
                Tense::Past => "from a recent day",
                Tense::Future => "from a later date",
                Tense::Unknown => "from that day",
            },
        ),
        (&["of", "of the"], if several { "of those days" } else { by_tense("of a recent day", "of that day") }),
        (&["to", "to the", "to any"], "to another day"),
    ];
    // "the mammogram from January 9 was normal"
    let goes_on = !ends_clause(around) && around.right.starts_with(' ');
    if let Some(taken) = ending(own, &["from", "from the"]).filter(|_| goes_on && tense != Tense::Future) {
        return Some(around.drop(taken, 0));
    }
    for (words, instead) in bounds {
        if let Some(taken) = ending(own, words) {
            return Some(if instead.is_empty() { around.drop(taken, 0) } else { around.put(taken, 0, instead) });
        }
    }
    let listed =
        ending(own, &["and", "or", "&", "the", "than", "except", "any", "her", "his", "my", "your", "their", "with"]);
    // "OR Monday starts at 7" is the operating room's.
    let listed = listed.filter(|_| !trim_end(own).ends_with("OR") || around.shouts());
    (linker == 0 && listed.is_some()).then(|| around.put(ending(own, &["the"]).unwrap_or(0), 0, "another day"))
}

/// Whether a value is yesterday, in whatever words.
fn value_is_yesterday(around: &Around<'_>) -> bool {
    around.value.to_lowercase().contains("yesterday")
}

/// Whether a value runs from one day to another.
fn is_range(value: &str) -> bool {
    let words = |word: &str| matches!(word, "to" | "through" | "thru" | "until" | "till" | "-" | "–");
    value.split(' ').any(words) || value.contains('–') || value.matches('/').count() > 1 && value.contains('-')
}

/// The first day of "Wednesday or Thursday", and of "from Tuesday to the 5th", which goes.
fn one_of_two(around: &Around<'_>) -> Option<Edit> {
    let own = around.own_left();
    if around.right.len() <= around.free_right {
        return None;
    }
    let bridge = around.own_right().trim();
    let leads = is_one(bridge, &["to", "to the", "to any", "-", "–", "through"]);
    ending(own, &["from", "from the"]).filter(|_| leads).map(|taken| around.drop(taken, 0))
}

/// The tense of a day, by its own words, then by its sentence.
fn tense(around: &Around<'_>, value: &str) -> Tense {
    if is_past(value) {
        return Tense::Past;
    }
    // "was seen this Tuesday"
    if value.starts_with("this ") && says_past(around) {
        return Tense::Past;
    }
    if is_coming(value) {
        return Tense::Future;
    }
    let near = &around.left[super::layout::ceil(around.left, around.left.len().saturating_sub(90))..];
    let sentence = near.rsplit(['.', '!', '?', ';', ':']).next().unwrap_or(near);
    for word in sentence.split(|c: char| !super::word::in_word(c)).rev().filter(|word| !word.is_empty()) {
        if is_one(word, FUTURE) {
            return Tense::Future;
        }
        if is_one(word, PAST) || (word.ends_with("ed") && word.len() > 5) {
            return Tense::Past;
        }
    }
    Tense::Unknown
}

/// Whether the last verb of the sentence so far is one of the past.
pub(super) fn says_past(around: &Around<'_>) -> bool {
    let near = around.left.rsplit(['.', '!', '?', ';', ':']).next().unwrap_or_default();
    let verb =
        near.split(|c: char| !super::word::in_word(c)).rev().find(|word| is_one(word, FUTURE) || is_one(word, PAST));
    verb.is_some_and(|word| is_one(word, PAST))
}

/// Whether the last auxiliary of the sentence so far looks ahead: "would be gone by Sunday".
fn says_future(around: &Around<'_>) -> bool {
    let near = around.left.rsplit(['.', '!', '?', ';', ':']).next().unwrap_or_default();
    near.split(|c: char| !super::word::in_word(c))
        .rev()
        .take(6)
        .any(|word| is_one(word, &["would", "will", "should", "can", "could", "must", "please", "to"]))
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
