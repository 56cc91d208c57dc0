//! Towns: left out where the sentence can do without, else "another town".

use super::labelled;
use super::phrase::{Around, Edit};
use super::place::state;
use super::word::{ending, first_word, is_determiner, is_one, last_word, trim_end, trim_start};

/// Nouns that a town's name may stand before, and that say enough without it.
#[rustfmt::skip]
const TOWN_NOUNS: &[&str] = &[
    "office", "location", "studio", "store", "site", "branch", "clinic", "hospital", "er", "shop", "schools", "gal", "guy", "client",
    "patient", "lady", "woman", "man", "address", "house", "team", "girl", "resident", "campus", "line", "prison", "jail", "dorm",
    "base", "camp", "spa", "center", "practice", "school", "store", "mall", "desk",
];
/// What leads to a town and goes with it.
#[rustfmt::skip]
const LINKERS: &[&str] = &[
    "in", "from", "near", "at", "out of", "out in", "over in", "back in", "outside", "down from", "up from", "up at",
    "over at", "around", "through", "via", "of", "on",
];
/// Words that never stand for what a town's name describes.
#[rustfmt::skip]
const FUNCTIONS: &[&str] = &[
    "and", "or", "but", "with", "for", "to", "in", "on", "at", "by", "from", "of", "if", "is", "was", "has", "had", "who", "that",
    "which", "while", "because", "so", "when", "where", "she", "he", "they", "we", "i", "you", "as", "kept", "told", "said",
    "after", "before", "since", "until", "till", "during", "near", "today", "yesterday", "tomorrow", "last", "next", "about", "around",
    "then", "than", "too", "again", "also", "just", "sent", "called", "wants", "needs",
];
/// What is a way of going somewhere, and says enough without saying where.
const TRAVELS: &[&str] = &[
    "flight",
    "flights",
    "trip",
    "trips",
    "train",
    "bus",
    "drive",
    "drives",
    "drove",
    "driving",
    "fly",
    "flies",
    "flying",
    "flew",
    "travel",
    "travels",
    "traveling",
    "traveled",
    "cruise",
    "vacation",
    "tickets",
    "ticket",
    "ride",
];
/// Verbs that bring somebody to a hospital.
const ADMITTED: &[&str] = &[
    "took",
    "taken",
    "admitted",
    "transferred",
    "transported",
    "rushed",
    "ems",
    "ambulance",
    "airlifted",
    "readmitted",
];
/// Words whose sentence would be cut short without the place behind them.
#[rustfmt::skip]
pub(super) const STAYING: &[&str] = &[
    "live", "lives", "lived", "living", "reside", "resides", "is", "was", "are", "be", "based", "located", "stay", "staying", "i'm",
    "she's", "he's", "shes", "hes", "im", "who's", "we're", "they're", "you're", "it's", "isn't", "wasn't", "moved", "someone", "somebody", "resident", "grew", "born", "raised",
];

/// A town: left out where the sentence can do without, else "a town".
pub(super) fn town(around: &Around<'_>) -> Edit {
    let own = around.own_left();
    if around.spanish {
        let linker = ending(own, &["de", "en", "desde"]).unwrap_or(0);
        // "vive en McAllen"
        const STAYING_HERE: &[&str] = &[
            "vive", "viven", "vivo", "vivía", "está", "esta", "están", "estoy", "es", "soy", "somos", "nació",
            "radica", "reside", "queda",
        ];
        let stays = last_word(&around.left[..around.left.len() - linker]).is_some_and(|word| word.is(STAYING_HERE));
        if linker > 0 && stays {
            return around.put(0, 0, "otra ciudad");
        }
        return if linker > 0 { around.drop(linker, 0) } else { around.put(0, 0, "otra ciudad") };
    }
    let next = first_word(around.right).filter(|_| around.right.starts_with(' '));
    let linker = ending(own, LINKERS).unwrap_or(0);
    let before = last_word(&around.left[..around.left.len() - linker]);
    let determined = linker == 0 && before.is_some_and(|word| is_determiner(word.text));
    if next.is_some_and(|word| word.is(&["area", "neighborhood", "region"])) {
        return if determined { around.drop(0, 0) } else { around.put(0, 0, "the") };
    }
    // "our Naples office" is found whole; its noun says enough.
    if let Some(noun) = generic(around.value).filter(|_| ending(own, &["in"]).is_none()) {
        return around.put(0, 0, &if determined { noun } else { format!("the {noun}") });
    }
    let described = next.is_some_and(|word| {
        word.text.starts_with(char::is_lowercase) && !is_one(word.text, FUNCTIONS) && !labelled::is_predicate(word.text)
    });
    let article = ending(own, &["a", "an"]).is_some() && next.is_some_and(|word| !word.is(FUNCTIONS));
    if next.is_some_and(|word| word.is(TOWN_NOUNS)) || determined && described || article {
        return around.drop_described();
    }
    if determined && let Some(taken) = ending(own, &["the"]) {
        return around.put(taken, 0, "a local place");
    }
    if determined {
        return around.put(0, 0, "town");
    }
    // "this is Radiance, we missed you"
    if linker == 0 && ending(around.left, &["this is", "it's", "it’s", "its"]).is_some() {
        return around.put(0, 0, "our office");
    }
    // "lives all the way in Reno", "lives out past Reno"
    let clause = around.left.rsplit(['.', ',', ';', '!', '?', ':', '"', '\n']).next().unwrap_or_default();
    let lives = clause.split(' ').rev().take(7).any(|word| is_one(word, &["live", "lives", "lived", "living"]));
    if lives && let Some(taken) = ending(own, &["out past", "past", "out by", "over by", "up by", "out near", "near"]) {
        return around.put(taken, 0, "in another town");
    }
    let lives = lives && ending(own, &["in"]).is_some();
    let needed = lives || before.is_some_and(|word| word.is(STAYING));
    // "moved from Reno to Boise"
    if linker > 0 && around.free_right < around.right.len() && around.own_right().trim() == "to" {
        return around.drop(linker, 0);
    }
    // "at Willow Creek the assisted living place" is found at the assisted living place.
    if linker > 0
        && next.is_some_and(|word| word.is(&["the", "a", "an"]))
        && ending(own, &["at", "in", "from", "near"]).is_some()
    {
        return around.drop(0, 0);
    }
    // "His mom works at Cigna"
    let employed = before.is_some_and(|word| word.is(&["works", "work", "worked", "employed", "job", "intern"]));
    if employed && ending(own, &["at", "with"]).is_some() {
        return around.put(0, 0, "a company");
    }
    // "the patient, DOB 1957, seen at Cedar Eye Center?"
    let seen = before.filter(|word| word.is(&["seen", "treated", "admitted", "evaluated", "biopsied", "referred"]));
    let alone = seen.is_some_and(|word| {
        let clause = trim_end(&around.left[..word.start]);
        clause.ends_with([',', ';', '(']) || clause.is_empty() && around.whole_left
    });
    let after = trim_start(around.right);
    let closes = after.is_empty() || after.starts_with(['?', '.', ';', ')', ',']);
    if alone
        && closes
        && let Some(taken) = ending(own, &["at", "in"])
    {
        return around.put(taken, 0, "at a facility");
    }
    if linker > 0 && !needed {
        // "Crystal from Sedona's lips"
        if around.right.starts_with(['\'', '’']) {
            let bare = trim_end(&own[..own.len() - linker]);
            return Edit { left: own.len() - bare.len(), ..Edit::default() };
        }
        return around.drop(linker, 0);
    }
    // "Daycare is Little Oaks."
    let said = linker == 0 && before.is_some_and(|word| word.is(&["is", "was"]));
    let after = trim_start(around.right);
    if said && !around.spanish && (after.is_empty() || after.starts_with(['.', ',', ';', '!', '\n'])) {
        return around.put(0, 0, "on file");
    }
    if needed && let Some(taken) = ending(own, &["on"]) {
        return around.put(taken, 0, "in another town");
    }
    let at = ending(own, &["at"]).is_some() || ending(own, &["with", "by", "after"]).is_some();
    if at {
        return around.put(0, 0, "a facility");
    }
    if linker > 0 {
        // "while she's in Leeds"
        let there =
            ending(own, &["in"]).is_some() && around.left.rsplit(['.', ',', ';']).next().is_some_and(ending_in_while);
        return around.put(0, 0, if there { "town" } else { "another town" });
    }
    if state(around.value).is_some() {
        return around.put(0, 0, "another state");
    }
    // "flight to Lisbon", "fly to Cancun"
    if let Some(taken) = ending(own, &["to"])
        && last_word(&own[..own.len() - taken]).is_some_and(|word| word.is(TRAVELS))
    {
        return around.drop(taken, 0);
    }
    if ending(own, &["to", "into", "toward", "towards"]).is_some() {
        // "EMS took him to Sacred Heart"
        let near = around.left.rsplit(['.', ';', ',']).next().unwrap_or_default();
        let cared = near.split(' ').rev().take(6).any(|word| is_one(word, ADMITTED));
        return around.put(0, 0, if cared { "a hospital" } else { "another town" });
    }
    if before.is_some_and(|word| word.is(&["lives", "live", "living"])) {
        return around.put(0, 0, "in another town");
    }
    // "prior surgery Asheville Nov '24"
    if around.own_right().trim().is_empty()
        && around.right.len() > around.free_right
        && last_word(own).is_some()
        && !follows_link(own)
    {
        return around.drop(0, 0);
    }
    // "the tan Tahoe": what is the head of its phrase cannot go.
    let head = before.is_some_and(|adjective| {
        let article = last_word(&around.left[..adjective.start]).is_some_and(|word| word.is(&["the", "a", "an"]));
        linker == 0 && article && adjective.text.starts_with(char::is_lowercase)
    });
    if head {
        return around.put(0, 0, "one");
    }
    // "Maricopa DHS", "the whole Reno visit"
    let letters = |word: &str| word.len() > 1 && word.chars().all(char::is_uppercase) && !around.shouts();
    if linker == 0
        && next.is_some_and(|word| word.start == 1 && (letters(word.text) || word.is(super::day_words::EVENTS)))
    {
        return around.drop_described();
    }
    let rest = trim_start(around.right);
    let set_off = trim_end(around.left).ends_with([',', ';', '(', '-', '–', '—', '/', '|']) || around.opens_sentence(0);
    if rest.is_empty() || rest.starts_with([',', ';', ')', '.', '"', '”']) && (set_off || !follows_link(own)) {
        return around.drop(0, 0);
    }
    around.put(0, 0, if ending(own, &["for"]).is_some() { "another town" } else { "another place" })
}

/// The common noun at the end of a place's name, "office" of "Naples office"; none where the whole is a name.
fn generic(value: &str) -> Option<String> {
    const NOUNS: &[&str] = &[
        "lodge", "hall", "arena", "mall", "park", "inn", "dorm", "tower", "prison", "jail", "bridge", "market",
        "ranch", "farm", "beach", "lake", "club", "theater", "theatre", "museum", "stadium", "marina", "resort",
        "plaza", "village",
    ];
    let value = value.split(" in ").next().unwrap_or(value);
    let (before, last) = value.trim().rsplit_once(' ')?;
    let common = last.len() > 3 && last.chars().all(char::is_lowercase) && before.chars().any(char::is_uppercase);
    let noun = common || is_one(last, NOUNS);
    (noun && !before.is_empty()).then(|| last.to_lowercase())
}

/// Whether a clause begins with "while" or "when".
fn ending_in_while(clause: &str) -> bool {
    clause.split(' ').any(|word| is_one(word, &["while", "when", "whenever"]))
}

/// Whether a text ends with a word that wants a noun behind it.
fn follows_link(own: &str) -> bool {
    const LINKS: &[&str] =
        &["for", "about", "and", "or", "than", "like", "as", "visit", "visits", "visiting", "leave", "left", "via"];
    ending(own, LINKS).is_some()
}
