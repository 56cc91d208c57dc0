//! Days without a year: "upcoming" or "recent" beside an event, else an adverb, or nothing.

use super::clause::{
    after_verb, alone_behind_owner, describes, ends_clause, in_spanish, names_weekday, needed, of_service, since,
};
use super::day_words::{
    COPULAS, COUNTED, DATED, EVENTS, FUTURE, HAPPENED, LINKERS, MOVES, ORDINALS, PARTS, PAST, SEEING, TRANSITIVE,
};
use super::event::{after_event, before_event};
use super::phrase::{Around, Edit};
use super::word::{ending, first_word, is_one, last_word, trim_end, trim_start};

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
    if around.turn && around.left.trim_end().ends_with(':') {
        return Edit { words: "That day".to_owned(), ..Edit::default() };
    }
    // "for today the 4th"
    if let Some(taken) = ending(own, &["today the", "today", "tonight the", "tonight"]) {
        return around.drop(ending(own, &["the"]).unwrap_or(0).min(taken), 0);
    }
    // "is being seen Monday at 4 instead of 3"
    let timed = value.contains(" at ") || value.contains(':') || value.ends_with("am") || value.ends_with("pm");
    if timed && super::word::beginning(around.right, &["instead of"]).is_some() {
        let linker = ending(own, LINKERS).unwrap_or(0);
        return around.put(linker, 0, "at another time");
    }
    // "her package expires 12/1"
    if let Some(taken) = ending(own, &["expires", "expire", "expires on", "expire on", "is due", "are due", "due"])
        .filter(|_| ends_clause(around) && !around.value.contains("at"))
    {
        let kept = own[own.len() - taken..].trim_end().trim_end_matches(" on");
        return around.put(taken, 0, &format!("{kept} soon"));
    }
    let counted = first_word(around.right).is_some_and(|word| word.start == 1 && word.is(COUNTED));
    if counted && super::clause::value_is_ordinal(&value) && !value.contains(' ') {
        // "the 2nd time" counts, and says so in letters as well.
        let digits = value.trim_end_matches(char::is_alphabetic);
        let word = digits.parse().ok().and_then(|place: usize| ORDINALS.get(place.checked_sub(1)?));
        return word.map_or_else(|| around.drop(0, 0), |word| around.put(0, 0, word));
    }
    // "curettage failed again pre-Xmas"
    if let Some(prefix) = ["pre-", "post-", "mid-"].iter().find(|prefix| own.to_lowercase().ends_with(**prefix)) {
        return around.drop(prefix.len(), 0);
    }
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
    let linker = if ending(own, &["in", "in the"]).is_some() && names_weekday(&value) { 0 } else { linker };
    // "she'll be back in October" comes back.
    let back = ending(own, &["back in"]).filter(|taken| *taken == linker);
    let linker = match back.and_then(|taken| last_word(&own[..own.len() - taken])) {
        Some(word)
            if word.is(&["be", "come", "comes", "coming", "is", "go", "goes", "call", "calls", "check", "checks"]) =>
        {
            ending(own, &["in"]).unwrap_or(linker)
        }
        _ => linker,
    };
    let linker = linker.max(article_of(own, &value));
    // "our clients born in March"
    let born = ending(&own[..own.len() - linker], &["born"]).filter(|taken| {
        last_word(&own[..own.len() - linker - taken]).is_some_and(|word| {
            !word.is(&["was", "is", "were", "be", "are", "being", "been", "not", "and", "i", "he", "she"])
        })
    });
    let linker = linker + born.unwrap_or(0);
    let before = &own[..own.len() - linker];
    let tense = tense(around, &value);

    if let Some(edit) = one_of_two(around).or_else(|| before_event(around, tense)) {
        return edit;
    }
    // "signed on 8/8 only"
    if linker > 0 && first_word(around.right).is_some_and(|word| word.is(&["only"]) && word.start == 1) {
        return around.put(linker, 0, "on one day");
    }
    // "for Dr. Grant's Saturday clinic"
    let owned = before.ends_with("'s") || before.ends_with("’s") || own.ends_with("'s ") || own.ends_with("’s ");
    if owned && describes(around) && ending(own, &["it's", "it’s", "that's", "that’s"]).is_none() {
        return around.drop(0, 0);
    }
    if ending(before, COPULAS).is_some()
        || ending(own, &["is the", "was the", "its the", "it's the", "it’s the"]).is_some()
    {
        let article = ending(own, &["the"]).unwrap_or(0).max(linker);
        // "Is the 11th ok?"
        let copula = last_word(&own[..own.len() - article]).filter(|word| word.is(&["is", "are", "was", "were"]));
        let asks = copula.filter(|_| !ends_clause(around)).is_some_and(|word| {
            around.opens_sentence(own.len() - word.start)
                || ending(&own[..word.start], &["or", "and", "but", "so"]).is_some()
        });
        if asks {
            return around.put(article, 0, "that day");
        }
        return around.put(article, 0, if tense == Tense::Past { "recent" } else { "coming up" });
    }
    if let Some(edit) = after_event(around, linker, tense).or_else(|| bound(around, linker, tense, past)) {
        return edit;
    }
    // "got it checked the same Tuesday"
    if ending(own, &["the same"]).is_some() && ends_clause(around) {
        return around.put(0, 0, "day");
    }
    // "both Thursday a.m."
    if linker == 0 && ends_clause(around) && ending(own, &["both", "all"]).is_some() {
        return around.put(0, 0, "that day");
    }
    // "nine sessions, last on Nov 2, and"
    if linker > 0 && ending(before, &["last", "latest", "most recent", "last one"]).is_some() && ends_clause(around) {
        return around.put(linker, 0, "recently");
    }
    // "I'm on for Dec 15"
    if linker > 0 && ending(own, &["on for"]).is_some() {
        return around.put(0, 0, "that day");
    }
    // "for her 1 pm yesterday peel"
    let owner = ending(own, &["her", "his", "my", "your", "their", "our", "the", "a"]).is_some();
    if past && owner && describes(around) {
        return around.put(0, 0, "recent");
    }
    if past {
        return around.put(linker, 0, "recently");
    }
    // "We have tomorrow 2:20."
    if ends_clause(around)
        && ending(own, &["we have", "we've got", "we got", "there's", "can offer", "could offer"]).is_some()
    {
        return around.put(0, 0, "an opening");
    }
    // "the cream you gave me for tomorrow made"
    if coming && linker > 0 && ending(own, &["for"]).is_some() {
        return around.drop(linker, 0);
    }
    // "confirming your appt with the doctor tomorrow"
    if coming && names_event(before) && ends_clause(around) {
        return around.drop(linker, 0);
    }
    let behind_another = own.trim().is_empty() && !own.is_empty() && last_word(around.left).is_some();
    if coming && (last_word(before).is_some() || behind_another && ends_clause(around)) || ending(own, SEEING).is_some()
    {
        let linker = linker.max(ending(own, &["the"]).unwrap_or(0));
        return around.put(linker, 0, "soon");
    }
    let article = ending(own, &["the"]).unwrap_or(0);
    if ending(&own[..own.len() - article], TRANSITIVE).is_some() {
        // "we have Saturday times", "to do Monday: call"
        if describes(around) || around.right.starts_with(':') {
            return around.drop(article, 0);
        }
        let instead = first_word(around.right).is_some_and(|word| word.is(&["instead"]));
        return around.put(article, 0, if instead { "another day" } else { "a date" });
    }
    let goes_on = first_word(around.right).is_some_and(|word| word.is(&["for", "with", "at", "in", "after"]));
    if several && (ends_clause(around) || goes_on) && last_word(before).is_some() {
        if ending(before, &["starting", "starts", "start", "beginning"]).is_some() {
            return around.put(linker, 0, "soon");
        }
        if last_word(before).is_some_and(|word| word.is(&["missed", "skipped", "cancelled", "canceled"])) {
            return around.put(linker, 0, if count > 2 { "several dates" } else { "two dates" });
        }
        return around.put(linker, 0, if count > 2 { "on several days" } else { "on two days" });
    }
    if let Some(edit) = after_verb(around, linker, tense) {
        return edit;
    }
    heading(around, linker)
}

/// Whether a clause so far is about an appointment that somebody has, "your appt with the doctor", and has no other verb.
fn names_event(before: &str) -> bool {
    let clause = before.rsplit(['.', ',', ';', '!', '?', ':', '"']).next().unwrap_or_default();
    let mut words = clause.split(|c: char| !super::word::in_word(c)).filter(|word| !word.is_empty()).rev().take(6);
    let mut last = "";
    words.any(|word| {
        let behind = std::mem::replace(&mut last, word);
        is_one(word, EVENTS) && is_one(behind, &["w", "w/", "with", "at", "in", "for"])
    })
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

/// A day behind "since", "until", "by", "from", "to" and the like, which cannot go alone.
fn bound(around: &Around<'_>, linker: usize, tense: Tense, past: bool) -> Option<Edit> {
    let own = around.own_left();
    if let Some(taken) = ending(own, &["from", "from the"]).filter(|_| is_range(around.value)) {
        let clause = own[..own.len() - taken].rsplit(['.', ',', ';', '!', '?', ':', '"']).next().unwrap_or_default();
        let moved = clause.split(' ').filter(|word| !word.is_empty()).rev().take(5).any(|word| is_one(word, MOVES));
        return Some(around.put(taken, 0, if moved { "to another day" } else { "for some time" }));
    }
    if let Some(taken) = ending(own, &["between", "between the"]) {
        return Some(around.put(taken, 0, if tense == Tense::Past { "recently" } else { "soon" }));
    }
    // "compare with Oct 14", "no change vs 3/4"
    let clause = own.rsplit(['.', '!', '?', ';', '\n']).next().unwrap_or_default();
    let compares =
        |word: &str| is_one(word, &["compare", "compared", "comparing", "change", "changed", "match", "vs", "versus"]);
    if let Some(taken) = ending(own, &["w/", "with", "vs", "vs.", "versus", "compared to"])
        && clause.split([' ', '.']).any(compares)
    {
        let kept = trim_end(&own[own.len() - taken..]);
        return Some(around.put(taken, 0, &format!("{kept} an earlier date")));
    }
    // "moved up from 2/20"
    if let Some(taken) = ending(own, &["from", "from the"])
        && last_word(&own[..own.len() - taken])
            .is_some_and(|word| word.is(MOVES) || word.is(&["up", "back", "forward", "out"]))
        && (ends_clause(around) || around.right.len() > around.free_right)
    {
        return Some(around.drop(taken, 0));
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
    // "tox four weeks before 6/12"
    let measured = ending(own, &["before", "before the", "after", "after the"]).filter(|taken| {
        last_word(&own[..own.len() - taken]).is_some_and(|word| {
            word.is(&["week", "weeks", "wk", "wks", "days", "month", "months", "hour", "hours", "hrs", "year", "years"])
        })
    });
    if measured.is_some() {
        return Some(around.put(ending(own, &["the"]).unwrap_or(0), 0, "that day"));
    }
    let bounds: &[(&[&str], &str)] = &[
        (
            &["since", "since the", "since early", "since late", "since around"],
            if value_is_yesterday(around) { "recently" } else { since(around) },
        ),
        (
            &[
                "until at least",
                "till at least",
                "until",
                "till",
                "til",
                "until the",
                "till the",
                "til the",
                "thru",
                "thru the",
                "through",
                "through the",
            ],
            if past { "until recently" } else { "until a later date" },
        ),
        (&["not before", "not before the", "not until", "not until the"], "not until a later date"),
        (&["to after", "to after the", "for after", "for after the", "to before", "to before the"], "to another day"),
        (&["off the"], "off that day"),
        (&["past", "past the"], "past that day"),
        (&["before", "before the", "prior to"], by_tense("before that", "soon")),
        (&["by", "by the"], if says_future(around) { "soon" } else { by_tense("by then", "soon") }),
        (&["after", "after the"], by_tense("after that", "afterwards")),
        (
            &["from", "from the"],
            match tense {
                Tense::Past => "from a recent day",
                Tense::Future if says_future(around) => "from a later date",
                _ => "from that day",
            },
        ),
        (&["of", "of the"], if several { "of those days" } else { by_tense("of a recent day", "of that day") }),
        (&["to", "to the", "to any"], if treats(around) { "until a later date" } else { "to another day" }),
    ];
    // "a concussion from the 3/30 crash", "home since the 4/2 fall"
    let thing = first_word(around.right).filter(|word| word.start == 1 && word.is(HAPPENED));
    let leads = ending(own, &["from", "after", "since", "before", "of", "to", "with"]);
    if thing.is_some() && leads.is_some() {
        return Some(around.put(0, 0, "the"));
    }
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
    let listed = ending(own, &["and", "or", "&", "the", "than", "except", "any", "her", "his", "my", "your", "their"]);
    // "his 4 pm Friday Fraxel", "cancel her Friday"
    if ending(own, &["her", "his", "my", "your", "their"]).is_some() && !super::clause::follows_object(own) {
        let noun = first_word(around.right)
            .is_some_and(|word| word.start == 1 && word.text.starts_with(char::is_uppercase) && !around.shouts());
        return Some(if noun { around.drop_described() } else { around.put(0, 0, "appointment") });
    }
    // "she can do any Tues or Thurs after 4"
    if ending(own, &["any"]).is_some() {
        return Some(around.put(0, 0, "day"));
    }
    // "and yesterday she walked in"
    let clause = first_word(around.right).is_some_and(|word| {
        word.start == 1 && word.is(&["i", "he", "she", "they", "we", "it", "you", "the", "her", "his", "my", "our"])
    });
    // "has IPF and yesterday LFTs 4x normal"
    let goes_on = first_word(around.right).is_some_and(|word| {
        word.start == 1 && word.text.len() > 1 && word.text.starts_with(char::is_uppercase) && !around.shouts()
    });
    if (clause || goes_on && (past || tense == Tense::Future)) && ending(own, &["and", "or", "but", "&"]).is_some() {
        return Some(around.drop(0, 0));
    }
    // "OR Monday starts at 7" is the operating room's.
    let listed = listed.filter(|_| !trim_end(own).ends_with("OR") || around.shouts());
    (linker == 0 && listed.is_some() && !super::clause::follows_object(own))
        .then(|| around.put(ending(own, &["the"]).unwrap_or(0), 0, "another day"))
}

/// Whether a clause is about a drug, "cephalexin to 1/13".
fn treats(around: &Around<'_>) -> bool {
    let own = around.own_left();
    let before = &own[..own.len() - ending(own, &["to", "to the"]).unwrap_or(0)];
    last_word(before).is_some_and(|word| crate::lexicon::lookup(word.text).is(crate::lexicon::Class::Drug))
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
    let sentence = near.rsplit(['.', '!', '?', ';', ':', '"', '“']).next().unwrap_or(near);
    // "Thank you for coming in"
    let thanks = sentence.split(' ').any(|word| is_one(word.trim_end_matches(','), &["thank", "thanks", "thx"]));
    let mut words = sentence.split(|c: char| !super::word::in_word(c)).rev().filter(|word| !word.is_empty()).peekable();
    while let Some(word) = words.next() {
        // "must be signed before", "will be done"
        let passive = words.peek().is_some_and(|before| is_one(before, &["be"]));
        if thanks && word.ends_with("ing") && words.peek().is_some_and(|before| is_one(before, &["for"])) {
            return Tense::Past;
        }
        if passive || is_one(word, FUTURE) {
            // "Did my husband come in"
            let asked = words.clone().take(5).any(|before| is_one(before, &["did", "didn't", "didnt"]));
            return if asked { Tense::Past } else { Tense::Future };
        }
        if is_one(word, PAST) || (word.to_lowercase().ends_with("ed") && word.len() > 5) {
            return Tense::Past;
        }
    }
    Tense::Unknown
}

/// Whether the last verb of the sentence so far is one of the past.
pub(super) fn says_past(around: &Around<'_>) -> bool {
    let near = around.left.rsplit(['.', '!', '?', ';', ':']).next().unwrap_or_default();
    let mut words = near.split(|c: char| !super::word::in_word(c)).rev();
    let verb = words.by_ref().find(|word| is_one(word, FUTURE) || is_one(word, PAST));
    // "Did he come in this Friday?"
    let asked = || words.take(5).any(|word| is_one(word, &["did", "didn't", "didnt"]));
    verb.is_some_and(|word| is_one(word, PAST) || asked())
}

/// Whether the last auxiliary of the sentence so far looks ahead: "would be gone by Sunday".
fn says_future(around: &Around<'_>) -> bool {
    let near = around.left.rsplit(['.', '!', '?', ';', ':', '"', '“']).next().unwrap_or_default();
    near.split(|c: char| !super::word::in_word(c))
        .rev()
        .filter(|word| !word.is_empty())
        .take(12)
        .any(|word| is_one(word, &["would", "will", "should", "can", "could", "must", "please", "to"]))
}
