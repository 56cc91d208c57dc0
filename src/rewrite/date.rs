//! Dates: the year where there is one, else "upcoming", "recently", or nothing.

use super::layout::{Slot, label_of};
use super::phrase::{Around, Edit};
use super::word::{Word, beginning, ending, first_word, is_determiner, is_one, last_word, trim_end, trim_start};

/// What a date belongs to, so that "upcoming" or "recent" can go before it.
const EVENTS: &[&str] = &[
    "appointment",
    "appt",
    "apt",
    "appts",
    "visit",
    "consult",
    "consultation",
    "follow-up",
    "followup",
    "f/u",
    "session",
    "treatment",
    "recheck",
    "check",
    "check-in",
    "checkup",
    "check-up",
    "booking",
    "surgery",
    "procedure",
    "slot",
    "exam",
    "cleaning",
    "touch-up",
    "facial",
    "peel",
    "injection",
    "reservation",
    "class",
    "meeting",
    "call",
    "touchup",
    "tx",
    "intake",
    "screening",
    "evaluation",
    "infusion",
    "tour",
    "interview",
];
const PREPOSITIONS: &[&str] = &[
    "on",
    "at",
    "for",
    "on the",
    "for the",
    "this",
    "this coming",
    "el",
    "del",
    "in",
    "in early",
    "in late",
    "in mid",
    "back in",
    "as of",
    "dated",
    "on or about",
];
const PAST: &[&str] = &[
    "was",
    "were",
    "had",
    "did",
    "came",
    "saw",
    "seen",
    "went",
    "missed",
    "got",
    "received",
    "underwent",
    "left",
    "said",
    "called",
    "told",
    "fell",
    "started",
    "noticed",
    "last",
    "since",
    "cancelled",
    "canceled",
    "no-showed",
    "done",
    "placed",
    "ago",
    "n/s",
    "no-show",
    "took",
    "gave",
    "vino",
    "fue",
    "lost",
    "burned",
    "discharged",
    "showed",
    "visited",
];
const FUTURE: &[&str] = &[
    "will",
    "is",
    "has",
    "remind",
    "reminder",
    "confirm",
    "book",
    "scheduled",
    "see",
    "coming",
    "come",
    "reschedule",
    "move",
    "rebook",
    "booked",
    "can",
    "want",
    "wants",
    "needs",
    "need",
    "going",
    "upcoming",
    "next",
    "due",
    "tiene",
    "viene",
    "please",
    "are",
];

/// When a date is, as far as its words and neighbours tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tense {
    Past,
    Future,
    Unknown,
}

/// What takes a date's place. `this_year` is the year in which the text is read.
pub(super) fn edit(around: &Around<'_>, this_year: i16) -> Edit {
    let year = year(around.value);
    let birth = is_birth(around);
    match around.slot {
        Slot::Glued => return around.put(0, 0, &year.map_or_else(|| "date".to_owned(), |year| year.to_string())),
        Slot::Number => return around.put(0, 0, &year.map_or_else(|| "null".to_owned(), |year| year.to_string())),
        Slot::Cell | Slot::Field => {
            let words = match year {
                Some(year) => year_words(year, birth, this_year),
                None if around.spanish => "fecha omitida".to_owned(),
                None if around.slot == Slot::Field && label_of(around.left).is_some() => "withheld".to_owned(),
                None => "date withheld".to_owned(),
            };
            return Edit { words, ..Edit::default() };
        }
        Slot::Prose => {}
    }
    match year {
        Some(year) => with_year(around, &year_words(year, birth, this_year)),
        None => without_year(around),
    }
}

/// The year of a date, where it names one.
fn year(value: &str) -> Option<i16> {
    if let Some(year) = value.split([' ', ',', 'T']).find_map(short_year) {
        return Some(year);
    }
    let numbers = value.split(|c: char| !c.is_ascii_digit()).filter(|part| part.len() == 4);
    numbers.filter_map(|part| part.parse().ok()).find(|year| (1900..=2100).contains(year))
}

/// The year of a date in three parts, "04/12/88", or of one cut short, "'88".
fn short_year(date: &str) -> Option<i16> {
    let digits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
    let parts: Vec<&str> = date.split(['/', '-', '.']).collect();
    let year = match parts.as_slice() {
        [month, day, year] if day.len() <= 2 && digits(day) && month.len() <= 4 && digits(year) => year,
        [day, month, year] if digits(day) && month.chars().all(char::is_alphabetic) && digits(year) => year,
        _ => date.strip_prefix(['\'', '’']).filter(|year| digits(year))?,
    };
    let first = parts.first().filter(|part| part.len() == 4 && digits(part));
    let number: i16 = first.unwrap_or(&year).parse().ok()?;
    match number {
        1900..=2100 => Some(number),
        31..=99 => Some(1900 + number),
        0..=30 => Some(2000 + number),
        _ => None,
    }
}

/// A year, or "1935 or earlier" where a birth year would show an age over 89.
fn year_words(year: i16, birth: bool, this_year: i16) -> String {
    let latest = this_year - 90;
    if birth && year <= latest { format!("{latest} or earlier") } else { year.to_string() }
}

/// Whether a date is somebody's birth date.
fn is_birth(around: &Around<'_>) -> bool {
    const WORDS: &[&str] = &[
        "dob",
        "d.o.b",
        "born",
        "birth",
        "birthdate",
        "birthday",
        "bday",
        "b-day",
        "nacimiento",
        "nacida",
        "nacido",
        "bd",
        "birthdays",
    ];
    let tail = &around.left[super::layout::floor(around.left, around.left.len().saturating_sub(32))..];
    tail.split(|c: char| !c.is_alphanumeric() && c != '.' && c != '-')
        .any(|word| is_one(word.trim_end_matches('.'), WORDS))
}

/// "on April 12, 2023" becomes "in 2023".
fn with_year(around: &Around<'_>, year: &str) -> Edit {
    let own = around.own_left();
    if let Some(taken) = ending(own, &["on", "on the", "on or about", "dated"]) {
        return around.put(taken, 0, &format!("in {year}"));
    }
    if let Some(taken) = ending(own, &["el"]) {
        return around.put(taken, 0, &format!("en {year}"));
    }
    if ending(own, &["born", "seen", "last seen", "placed", "dated", "performed", "completed", "started", "done"])
        .is_some()
    {
        return around.put(0, 0, &format!("in {year}"));
    }
    around.put(0, 0, year)
}

/// A date that only says a day: beside an event "upcoming", elsewhere an adverb or nothing.
fn without_year(around: &Around<'_>) -> Edit {
    let own = around.own_left();
    let possessive = if around.own_right().starts_with("'s") || around.own_right().starts_with("’s") {
        2 + usize::from(around.own_right().starts_with('’')) * 2
    } else {
        0
    };
    let tense = tense(around);
    if around.spanish {
        return in_spanish(around);
    }
    if let Some(edit) = range(around) {
        return edit;
    }
    if let Some(taken) = ending(own, &["exp", "exp.", "expires", "expiring"]) {
        return around.drop(taken, 0);
    }
    let lower = around.value.to_lowercase();
    let adverb = ["yesterday", "tomorrow", "tmrw", "tmr", "last ", "next "].iter().any(|word| lower.starts_with(word));
    let linker =
        ending(own, PREPOSITIONS).filter(|_| !adverb || ending(own, &["for", "for the"]).is_some()).unwrap_or(0);
    // "Thursday appointment", "yesterday's visit"
    if let Some(next) = first_word(&around.right[possessive..]).filter(|word| word.is(EVENTS)) {
        let det = ending(own, &["a", "an"]);
        let adjective = adjective(tense);
        let _ = next;
        return match det {
            Some(taken) => around.put(taken, possessive, &format!("{} {adjective}", article(adjective))),
            None => around.put(0, possessive, adjective),
        };
    }
    if possessive > 0 {
        return around.put(0, possessive, if tense == Tense::Past { "a recent day's" } else { "that day's" });
    }
    if let Some(taken) =
        ending(own, &["is", "'s", "’s", "are", "es", "was", "were"]).filter(|_| linker == 0 || linker > 0)
    {
        let _ = taken;
        return around.put(0, 0, if tense == Tense::Past { "recent" } else { "coming up" });
    }
    if linker > 0 && ending(&own[..own.len() - linker], &["is", "'s", "are", "was", "were"]).is_some() {
        return around.put(linker, 0, if tense == Tense::Past { "recent" } else { "coming up" });
    }
    if let Some(edit) = after_event(around, linker, tense) {
        return edit;
    }
    if let Some(taken) = ending(own, &["since", "since the", "since early", "since late"]) {
        return around.put(taken, 0, "for a while");
    }
    if let Some(taken) = ending(own, &["until", "till", "til", "until the", "thru", "through", "through the"]) {
        return around.put(taken, 0, if tense == Tense::Past { "until recently" } else { "for now" });
    }
    if let Some(taken) = ending(own, &["by", "by the", "before", "before the", "prior to"]) {
        return around.put(taken, 0, if tense == Tense::Past { "before that" } else { "soon" });
    }
    if let Some(taken) = ending(own, &["after", "after the"]) {
        return around.put(taken, 0, if tense == Tense::Past { "after that" } else { "afterwards" });
    }
    if let Some(taken) = ending(own, &["from", "from the", "of", "of the"]) {
        return around.put(taken, 0, if tense == Tense::Past { "from a recent day" } else { "from that day" });
    }
    if let Some(taken) = ending(own, &["to", "to the", "to any"]) {
        return around.put(taken, 0, "to another day");
    }
    if ending(
        own,
        &[
            "and",
            "or",
            "&",
            "the",
            "than",
            "except",
            "except the",
            "any",
            "her",
            "his",
            "my",
            "your",
            "their",
            "or the",
        ],
    )
    .is_some()
    {
        let article = ending(own, &["the"]).unwrap_or(0);
        return around.put(article, 0, "another day");
    }
    let value = around.value.to_lowercase();
    if value.starts_with("yesterday") || value.starts_with("last ") {
        return around.put(linker, 0, "recently");
    }
    if ["tomorrow", "tmrw", "tmr", "tomorow", "next ", "this "].iter().any(|word| value.starts_with(word)) {
        let soon = last_word(&own[..own.len() - linker]).is_some();
        return if soon { around.put(linker, 0, "soon") } else { heading(around, linker) };
    }
    const TRANSITIVE: &[&str] = &[
        "offered",
        "offer",
        "requested",
        "request",
        "picked",
        "pick",
        "chose",
        "choose",
        "prefers",
        "prefer",
        "suggest",
        "suggested",
        "mark",
        "hold",
        "take",
        "took",
        "said",
        "got",
        "do",
        "have",
    ];
    if ending(own, TRANSITIVE).is_some() {
        return around.put(0, 0, "a date");
    }
    if ending(own, &["see you", "see u", "see ya", "c u"]).is_some() {
        return around.put(0, 0, "soon");
    }
    heading(around, linker)
}

/// A date that nothing in its sentence needs, or that stands at the head of a line.
fn heading(around: &Around<'_>, linker: usize) -> Edit {
    let heads = trim_end(around.left).is_empty() && linker == 0;
    let after = trim_start(around.right);
    if heads && (after.is_empty() || after.starts_with([':', '|', '-', '–', '—'])) {
        return around.put(0, 0, "date withheld");
    }
    around.drop(linker, 0)
}

/// "an appointment on Thursday" becomes "an upcoming appointment".
fn after_event(around: &Around<'_>, linker: usize, tense: Tense) -> Option<Edit> {
    let left = &around.left[..around.left.len() - linker];
    let own_start = around.left.len() - around.free_left;
    let event = last_word(left).filter(|word| word.is(EVENTS))?;
    let mut start = event.start;
    let mut determiner: Option<Word<'_>> = None;
    const TIMED: &[&str] = &[
        "prior", "last", "previous", "past", "next", "first", "second", "third", "initial", "final", "upcoming",
        "recent", "new", "no",
    ];
    if last_word(&left[..event.start]).is_some_and(|word| word.is(TIMED)) {
        return Some(around.drop(linker, 0));
    }
    for _ in 0..4 {
        let Some(word) = last_word(&left[..start]) else { break };
        if word.start < own_start {
            break;
        }
        if is_determiner(word.text) {
            determiner = Some(word);
            break;
        }
        if is_one(
            word.text,
            &["for", "to", "of", "and", "her", "with", "re", "at", "in", "from", "is", "has", "have", "was", "had"],
        ) {
            break;
        }
        start = word.start;
    }
    let adjective = adjective(tense);
    let (from, opening) = match determiner {
        Some(word) if is_one(word.text, &["a", "an"]) => (word.start, article(adjective).to_owned()),
        Some(word) if is_one(word.text, &["the", "this", "that"]) => (word.start, word.text.to_lowercase()),
        Some(word) => (word.start, word.text.to_owned()),
        None if start == event.start => (event.start, String::new()),
        None => (event.start, String::new()),
    };
    if from < own_start {
        return None;
    }
    let tail_start = determiner.map_or(from, |word| word.start + word.text.len());
    let tail = trim_end(&left[tail_start..]).trim_start();
    let tail = if tail.chars().next().is_some_and(char::is_uppercase)
        && opening.is_empty()
        && !around.shouts()
        && around.opens_sentence(around.left.len() - from)
    {
        lowered(tail)
    } else {
        tail.to_owned()
    };
    let words = [opening.as_str(), adjective, &tail]
        .iter()
        .filter(|part| !part.is_empty())
        .copied()
        .collect::<Vec<_>>()
        .join(" ");
    let taken = around.left.len() - from;
    Some(around.put(taken, 0, &words))
}

/// A text with its first letter small.
fn lowered(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

/// "from Tuesday to the 5th" after "move" becomes "to another day".
fn range(around: &Around<'_>) -> Option<Edit> {
    let after = trim_start(around.right);
    let near = trim_start(&around.right[around.free_right..]).is_empty() || around.right.len() > around.free_right;
    let bridge = trim_start(around.own_right()).trim_end();
    if near
        && is_one(bridge, &["to", "to the", "to any", "-", "–", "through", "al", "pa'l"])
        && after.len() > bridge.len()
    {
        if let Some(taken) = ending(around.own_left(), &["from", "from the", "del"]) {
            let edit = around.drop(taken, 0);
            return Some(edit);
        }
    }
    None
}

/// The tense of a date, by its own words, then by its sentence.
fn tense(around: &Around<'_>) -> Tense {
    let value = around.value.to_lowercase();
    if value.starts_with("last") || value.starts_with("yesterday") || value.ends_with("ago") {
        return Tense::Past;
    }
    if ["tomorrow", "tmrw", "next", "this", "tmr"].iter().any(|word| value.starts_with(word)) {
        return Tense::Future;
    }
    let near = &around.left[super::layout::floor(around.left, around.left.len().saturating_sub(90))..];
    let sentence = near.rsplit(['.', '!', '?', ';', ':']).next().unwrap_or(near);
    for word in sentence.split(|c: char| !super::word::in_word(c)).rev().filter(|word| !word.is_empty()) {
        if is_one(word, PAST)
            || (word.ends_with("ed")
                && word.len() > 4
                && !is_one(word, &["need", "scheduled", "booked", "bleed", "feed"]))
        {
            return Tense::Past;
        }
        if is_one(word, FUTURE) {
            return Tense::Future;
        }
    }
    Tense::Unknown
}

/// The adjective for an event.
fn adjective(tense: Tense) -> &'static str {
    if tense == Tense::Past { "recent" } else { "upcoming" }
}

/// The article before an adjective.
fn article(adjective: &str) -> &'static str {
    if adjective.starts_with('u') { "an" } else { "a" }
}

/// A day in a Spanish sentence.
fn in_spanish(around: &Around<'_>) -> Edit {
    let own = around.own_left();
    let linker = ending(own, &["el", "este", "para el", "en", "el día"]).unwrap_or(0);
    let before = &own[..own.len() - linker];
    if ending(before, &["es", "era"]).is_some() {
        return around.put(linker, 0, "pronto");
    }
    if let Some(taken) = ending(own, &["del"]) {
        return around.drop(taken, 0);
    }
    if let Some(taken) = ending(own, &["al", "pa'l", "para el"]) {
        return around.put(taken, 0, "a otro día");
    }
    if let Some(taken) = ending(own, &["desde el", "desde"]) {
        return around.put(taken, 0, "desde hace un tiempo");
    }
    if beginning(around.right, &["cita"]).is_some() {
        return around.put(linker, 0, "próxima");
    }
    if ending(own, &["de"]).is_some() {
        return around.put(0, 0, "otro día");
    }
    around.drop(linker, 0)
}
