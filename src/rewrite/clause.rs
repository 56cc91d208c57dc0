//! What the clause around a day needs of it: a subject, an object, an adverb, or nothing.

use super::day::{Tense, says_past};
use super::day_words::LINKERS;
use super::phrase::{Around, Edit};
use super::word::{beginning, ending, first_word, is_determiner, last_word, trim_end, trim_start};

/// Whether a day is given as a place in its month alone, "4th at 9".
pub(super) fn value_is_ordinal(value: &str) -> bool {
    let digits = value.chars().take_while(char::is_ascii_digit).count();
    digits > 0 && ["st", "nd", "rd", "th"].iter().any(|ending| value[digits..].to_lowercase().starts_with(ending))
}

/// Whether a day stands before a noun that it tells more of.
pub(super) fn describes(around: &Around<'_>) -> bool {
    const FUNCTIONS: &[&str] = &[
        "at",
        "for",
        "with",
        "and",
        "or",
        "but",
        "if",
        "in",
        "on",
        "to",
        "because",
        "instead",
        "morning",
        "mornings",
        "afternoon",
        "evening",
        "though",
        "since",
        "please",
        "off",
        "so",
        "when",
        "by",
        "after",
        "before",
        "is",
        "was",
        "too",
        "as",
        "she",
        "he",
        "they",
        "we",
        "you",
        "i",
        "it",
        "the",
        "a",
        "an",
        "her",
        "his",
        "my",
        "our",
        "that",
        "this",
        "from",
        "am",
        "pm",
        "works",
        "would",
        "will",
        "can",
        "not",
        "only",
        "again",
        "then",
        "now",
        "open",
        "plus",
        "w",
        "till",
        "until",
        "while",
        "after",
        "who",
        "which",
        "period",
        "comma",
        "question",
        "new",
        "shes",
        "hes",
        "she's",
        "he's",
        "theyre",
        "cuz",
        "bc",
    ];
    around.right.starts_with(' ')
        && first_word(around.right).is_some_and(|word| {
            // "the Tuesday IPL"
            let short = word.text.len() > 1 && !word.text.contains(char::is_lowercase) && !around.shouts();
            // "the 11/24 Sofwave visit"
            let behind = first_word(&around.right[word.start + word.text.len()..]);
            let named = behind.is_some_and(|word| word.is(super::day_words::EVENTS));
            (word.text.starts_with(char::is_lowercase) || (short || named) && word.text.starts_with(char::is_uppercase))
                && !word.is(FUNCTIONS)
        })
}

/// Whether the clause ends behind a value.
pub(super) fn ends_clause(around: &Around<'_>) -> bool {
    let after = trim_start(around.right);
    after.is_empty()
        || after.starts_with(['.', ',', ';', '!', '?', ')', ':', '\n', '"', '”'])
        || first_word(around.right).is_some_and(|word| word.is(&["and", "but", "so", "which", "because", "that"]))
}

/// Whether the sentence goes on with what has happened, "signed", "done", and nothing that is to come.
pub(super) fn goes_on_past(around: &Around<'_>) -> bool {
    let rest = around.right.split(['.', '!', '?', ';', '\n', '"']).next().unwrap_or_default();
    let mut words = rest.split(|c: char| !super::word::in_word(c)).filter(|word| !word.is_empty()).take(12);
    let happened = words.find_map(|word| {
        let past = super::word::is_one(
            word,
            &["went", "came", "done", "signed", "denied", "paid", "seen", "gave", "refunded"],
        );
        (past || super::word::is_one(word, super::day_words::FUTURE)).then_some(past)
    });
    happened == Some(true)
}

/// Whether a value names a day of the week.
pub(super) fn names_weekday(value: &str) -> bool {
    const DAYS: &[&str] = &[
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
        "lunes",
        "martes",
        "miércoles",
        "jueves",
        "viernes",
        "sábado",
        "domingo",
    ];
    DAYS.iter().any(|day| value.starts_with(day))
}

/// A day that its sentence cannot do without: its subject, or what a verb before a noun-like day asks for.
pub(super) fn needed(around: &Around<'_>, value: &str, several: bool) -> Option<Edit> {
    const VERBS: &[&str] = &[
        "works", "work", "is", "was", "would", "will", "won't", "doesn't", "isn't", "wasn't", "has", "had", "starts",
        "suits", "looks", "seems", "sounds", "are", "were",
    ];
    let own = around.own_left();
    let next = first_word(around.right).filter(|_| around.right.starts_with(' '));
    let asks = ending(own, &["can", "could", "does", "would", "will", "if", "that", "whether", "but", "because"]);
    let verb = next.is_some_and(|word| word.is(VERBS));
    if verb && (around.opens_sentence(0) || asks.is_some() || trim_end(around.left).ends_with([',', ':'])) {
        return Some(around.put(0, 0, if several { "both days" } else { "that day" }));
    }
    // "can it be the week of the 14th", "sooner than the 22nd"
    if value.starts_with("week of")
        && let Some(taken) = ending(own, &["be the"])
    {
        return Some(around.put(taken, 0, "be that week"));
    }
    // "That's a Friday."
    if ends_clause(around)
        && let Some(taken) = ending(own, &["that's a", "that’s a", "thats a", "it's a", "it’s a", "is a", "was a"])
    {
        let article = ending(own, &["a"]).unwrap_or(taken);
        return Some(around.put(article, 0, "a certain day"));
    }
    if let Some(taken) = ending(own, &["than", "than the"]) {
        return Some(around.put(taken, 0, "than that day"));
    }
    // "her birthday's December 12."
    if ending(own, &["it's", "it’s", "its"]).is_none() && (own.ends_with("'s ") || own.ends_with("’s ")) {
        let closes = ends_clause(around) && !around.right.starts_with(" and");
        return closes.then(|| around.put(0, 0, if says_past(around) { "past" } else { "coming up" }));
    }
    if let Some(taken) = beginning(around.own_right(), &["of each month", "of every month", "of the month"]) {
        return Some(around.put(linker_of(own), taken, "on a set day each month"));
    }
    if ending(own, &["only"]).is_some() && ends_clause(around) {
        return Some(around.put(0, 0, "one date"));
    }
    // "Nov 4 or Nov 6 open"
    if next.is_some_and(|word| word.is(&["open", "available", "free", "left"])) && ending(own, LINKERS).is_none() {
        return Some(around.put(0, 0, if several { "two dates" } else { "one date" }));
    }
    // "Feb 16: no swelling" behind another sentence.
    let middle = !trim_end(around.left).is_empty();
    if middle && around.opens_sentence(0) && around.right.starts_with(':') {
        return Some(around.put(0, 0, "later"));
    }
    // "Next around 3/14", "RTC 3/14"
    let linker = ending(own, LINKERS).unwrap_or(0);
    let planned = ending(&own[..own.len() - linker], &["next", "rtc", "return", "recall"]);
    if planned.is_some() && ends_clause(around) && !value.starts_with("next") {
        return Some(around.put(linker, 0, "to be scheduled"));
    }
    // "whoever takes the 2:30 on Wed"
    let clock = value.starts_with(|c: char| c.is_ascii_digit()) && value.contains(':');
    if clock && let Some(taken) = ending(own, &["the"]) {
        return Some(around.put(taken, 0, "that slot"));
    }
    None
}

/// How many bytes the words take that lead to a day.
fn linker_of(own: &str) -> usize {
    ending(own, LINKERS).unwrap_or(0)
}

/// A day that ends the clause of a verb which would stand there alone: "Opzelura started January 10."
pub(super) fn after_verb(around: &Around<'_>, linker: usize, tense: Tense) -> Option<Edit> {
    let own = around.own_left();
    let verb = last_word(&own[..own.len() - linker])?;
    let ahead = verb.is(&["scheduled", "booked", "rescheduled", "planned", "needed", "confirmed", "rebooked", "moved"]);
    let past = verb
        .is(&["seen", "done", "began", "given", "born", "drawn", "taken", "put", "made", "written", "begun"])
        || verb.text.ends_with("ed") && verb.text.len() > 4 && verb.text.starts_with(char::is_lowercase);
    let starts = verb.is(&["starts", "starting", "begins", "beginning", "effective", "start"]);
    let opens = verb.is(&["starting", "beginning", "effective"]);
    if opens || starts && ends_clause(around) {
        return Some(around.put(linker, 0, "soon"));
    }
    if verb.is(&["comes", "arrives", "returns", "leaves"]) && ends_clause(around) && tense != Tense::Past {
        return Some(around.put(linker, 0, "soon"));
    }
    // "your drain comes out on the 9th"
    const COMING: &[&str] = &[
        "come", "comes", "coming", "go", "goes", "going", "run", "runs", "be", "is", "are", "get", "gets", "bring",
        "pick", "drop", "due",
    ];
    let particle = verb.is(&["out", "in", "back", "off", "over"])
        && last_word(&own[..verb.start]).is_some_and(|word| word.is(COMING));
    let asked = around.left.rsplit(['.', '!', ';']).next().unwrap_or_default().trim_start();
    if particle && beginning(asked, &["did", "have", "has"]).is_some() {
        return Some(around.drop(linker, 0));
    }
    if particle && tense != Tense::Past && ends_clause(around) {
        return Some(around.put(linker, 0, "soon"));
    }
    let closes = ends_clause(around) || trim_start(around.right).starts_with(['-', '–', '—']);
    if !closes || ahead || !past || tense == Tense::Future {
        return None;
    }
    Some(around.put(linker, 0, "recently"))
}

/// What stands for "since" and a day; nothing where what is told happened once.
pub(super) fn since(around: &Around<'_>) -> &'static str {
    let before = trim_end(around.left);
    let before = before[..before.len() - ending(before, &["since", "since the"]).unwrap_or(0)].trim_end();
    let measured = before.ends_with(|c: char| c.is_ascii_digit() || matches!(c, ')' | '%'))
        || last_word(before).is_some_and(|word| word.is(&["first", "second", "third", "fourth", "last", "only"]));
    let told = first_word(around.right).is_some_and(|word| word.is(&["when", "visit", "and"]) && word.start == 1);
    if told && first_word(around.right).is_some_and(|word| word.is(&["when"])) {
        return "since the day";
    }
    // "any change since June?"
    const COMPARED: &[&str] = &[
        "change",
        "changes",
        "changed",
        "anything",
        "nothing",
        "improvement",
        "progress",
        "different",
        "worse",
        "better",
        "same",
        "bigger",
        "smaller",
        "darker",
        "redder",
        "new",
        "once",
        "twice",
    ];
    if last_word(before).is_some_and(|word| word.is(COMPARED)) {
        return "since then";
    }
    // "it's been since May that", "who lost 40 pounds since May"
    if last_word(before).is_some_and(|word| word.is(&["been"])) {
        return "a while";
    }
    const ONCE: &[&str] =
        &["lost", "gained", "came", "come", "went", "got", "grew", "dropped", "increased", "improved", "doubled"];
    let sentence = before.rsplit(['.', '!', '?', ';', ',']).next().unwrap_or_default();
    const COUNTED: &[&str] =
        &["times", "sessions", "visits", "treatments", "appointments", "rounds", "syringes", "pounds", "lbs", "twice"];
    let once = sentence.split(' ').any(|word| super::word::is_one(word, ONCE) || super::word::is_one(word, COUNTED));
    match (once, measured) {
        (true, _) => "",
        (false, true) => "since an earlier date",
        (false, false) => "for a while",
    }
}

/// "a statement for DOS 8/11" becomes "a statement for a recent date of service".
pub(super) fn of_service(around: &Around<'_>) -> Option<Edit> {
    let taken = ending(around.own_left(), &["dos", "date of service"])?;
    let determined = last_word(&around.left[..around.left.len() - taken]).is_some_and(|word| is_determiner(word.text));
    Some(around.put(taken, 0, if determined { "date of service" } else { "a recent date of service" }))
}

/// "move my 2 pm tomorrow to" becomes "move my appointment to".
pub(super) fn alone_behind_owner(around: &Around<'_>) -> Option<Edit> {
    let taken = ending(around.own_left(), &["my", "her", "his", "their", "your", "our"])?;
    let before = &around.own_left()[..around.free_left - taken];
    // "tell Mrs. Lee (our Tuesday 9am)"
    if before.ends_with('(') && around.right.starts_with(')') {
        return Some(around.drop(taken, 0));
    }
    // "wants to see her Wednesday at 8:30"
    let owned = around.value.starts_with(|c: char| c.is_ascii_digit()) || !follows_object(around.own_left());
    let lower = around.value.to_lowercase();
    let hour = ["am", "pm", "a", "p"].iter().any(|half| {
        lower.strip_suffix(half).is_some_and(|hour| hour.trim_end().ends_with(|c: char| c.is_ascii_digit()))
    });
    let clock = hour || around.value.starts_with(|c: char| c.is_ascii_digit()) || around.value.contains([':', '@']);
    // "My Thursday 11 am sent four pages": who comes then
    const DOES: &[&str] = &[
        "sent",
        "wrote",
        "called",
        "texted",
        "emailed",
        "asked",
        "asks",
        "wants",
        "wanted",
        "needs",
        "says",
        "said",
        "came",
        "left",
        "brought",
        "cancelled",
        "canceled",
        "can't",
        "didn't",
        "won't",
        "hates",
        "likes",
        "loves",
        "just",
        "no-showed",
        "has",
        "had",
    ];
    let does = first_word(around.right).is_some_and(|word| word.start == 1 && word.is(DOES));
    if owned && clock && does && !around.value.contains('/') {
        return Some(around.put(0, 0, "patient"));
    }
    let alone = around.right.trim_start().is_empty()
        || around.right.starts_with(['.', ',', '?', '!', ';'])
        || first_word(around.right).is_some_and(|word| {
            word.is(&[
                "to", "and", "or", "is", "was", "for", "because", "bc", "with", "if", "but", "so", "since", "when",
                "cuz",
            ]) || super::labelled::is_predicate(word.text)
        });
    // "she was our Saturday 11am"
    let whom = ending(before, &["was", "is", "she's", "he's", "shes", "hes"]).is_some()
        && ending(around.own_left(), &["our", "my"]).is_some();
    let noun = if whom { "patient" } else { "appointment" };
    (owned && clock && alone && !around.value.contains('/')).then(|| around.put(0, 0, noun))
}

/// Whether a text ends with "her" or "him" as what its verb is about: "see her".
pub(super) fn follows_object(own: &str) -> bool {
    const VERBS: &[&str] = &[
        "see",
        "sees",
        "saw",
        "seeing",
        "meet",
        "met",
        "call",
        "called",
        "text",
        "texted",
        "have",
        "had",
        "get",
        "got",
        "bring",
        "book",
        "booked",
        "told",
        "tell",
        "gave",
        "give",
        "want",
        "wants",
        "remind",
        "ask",
        "asked",
        "schedule",
        "scheduled",
        "treat",
        "treated",
        "expect",
        "email",
        "emailed",
        "for",
        "with",
        "to",
        "let",
        "put",
        "squeeze",
        "fit",
        "took",
        "take",
        "saw",
    ];
    ending(own, &["her", "him", "them", "you", "us", "me"])
        .is_some_and(|taken| last_word(&own[..own.len() - taken]).is_some_and(|word| word.is(VERBS)))
}

/// A day in a Spanish sentence.
pub(super) fn in_spanish(around: &Around<'_>) -> Edit {
    let own = around.own_left();
    if let Some(taken) = ending(own, &["fecha", "con fecha", "de fecha"]) {
        return around.drop(taken, 0);
    }
    if let Some(taken) = ending(own, &["los", "cada", "todos los"]) {
        return around.put(taken, 0, "cada semana");
    }
    let linker = ending(own, &["el", "este", "esta", "para el", "en", "el día"]).unwrap_or(0);
    if ending(&own[..own.len() - linker], &["es", "era"]).is_some() {
        return around.put(linker, 0, "próximamente");
    }
    if ending(
        &own[..own.len() - linker],
        &["nos vemos", "te esperamos", "lo esperamos", "la esperamos", "le esperamos"],
    )
    .is_some()
    {
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
    if let Some(taken) = ending(own, &["de"]) {
        return around.drop(taken, 0);
    }
    around.drop(linker, 0)
}
