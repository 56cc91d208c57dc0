//! Street addresses: "their address", or nothing where a street only tells where something is.

use super::phrase::{Around, Edit};
use super::town::STAYING;
use super::word::{ending, first_word, last_word, trim_end, trim_start};

/// A street address: "their address", by the pronoun that its sentence has for them.
pub(super) fn street(around: &Around<'_>, state: Option<&'static str>, after_state: usize, first_person: bool) -> Edit {
    let owner = match (around.spanish, first_person) {
        (true, true) => "mi dirección",
        (true, false) => "su dirección",
        (false, true) => "my address",
        (false, false) => owner(around),
    };
    let words =
        state.filter(|_| !around.spanish).map_or_else(|| owner.to_owned(), |state| format!("{owner} in {state}"));
    let own = around.own_left();
    if first_word(around.right).is_some_and(|word| word.is(&["area", "neighborhood"]) && word.start == 1) {
        return around.put(0, 0, "the");
    }
    if ending(own, &["address is", "address's", "address is now", "address:"]).is_some() && !around.spanish {
        return around.put(0, after_state, "on file");
    }
    // "service address 12 Elm Street"
    if ending(own, &["address", "addr", "addr."]).is_some() && !around.spanish {
        return around.put(0, after_state, "on file");
    }
    if let Some(taken) = ending(own, &["changed to", "moved to", "is now"]).filter(|_| !around.spanish) {
        let kept = &own[own.len() - taken..];
        return around.put(taken, after_state, &format!("{} a new address", kept.trim()));
    }
    let named = !around.value.trim_start().starts_with(|c: char| c.is_ascii_digit()) && state.is_none();
    let stays = ending(own, &["on", "still on", "now on", "out on", "over on"])
        .and_then(|taken| last_word(&own[..own.len() - taken]))
        .is_some_and(|word| word.is(STAYING));
    if named
        && !stays
        && let Some(taken) = ending(own, &["on", "at", "off", "near", "down", "by"])
    {
        // "the bakery on Cotton Row" is found without its street.
        return around.drop(taken, after_state);
    }
    if ending(own, &["on"]).is_some() && last_word(own).is_some() {
        let taken = ending(own, &["on"]).unwrap_or(0);
        return around.put(taken, after_state, &format!("at {words}"));
    }
    // "the parking lot at 12 Elm Street", "suite 210 at 12 Elm Street"
    if let Some(taken) = ending(own, &["at"])
        && last_word(&own[..own.len() - taken])
            .is_some_and(|word| word.is(BUILDINGS) || word.text.chars().all(|c| c.is_ascii_digit()))
    {
        return around.drop(taken, after_state);
    }
    if ending(own, &["at", "to", "from", "near", "in", "is", "the", "now"]).is_some() {
        let taken = ending(own, &["the", "in"]).filter(|_| ending(own, &["the"]).is_some()).unwrap_or(0);
        return around.put(taken, after_state, &words);
    }
    // "(age 38, of 12 Elm Street)"
    if let Some(taken) = ending(own, &["of"]) {
        return around.drop(taken, after_state);
    }
    let before = trim_end(around.left);
    if before.ends_with(':') && !before.ends_with("::") {
        return around.put(0, after_state, "address on file");
    }
    if trim_start(&around.right[after_state..]).starts_with([',', '.', ';', ')'])
        || around.right[after_state..].trim().is_empty()
    {
        return around.drop(0, after_state);
    }
    around.put(0, after_state, &words)
}

/// What stands somewhere, and needs no address.
const BUILDINGS: &[&str] = &[
    "lot",
    "office",
    "clinic",
    "building",
    "studio",
    "spa",
    "location",
    "entrance",
    "door",
    "store",
    "practice",
    "salon",
    "garage",
    "suite",
    "pharmacy",
    "cvs",
    "walgreens",
    "shop",
];

/// Whose address it is.
fn owner(around: &Around<'_>) -> &'static str {
    let near = around.left.rsplit(['.', '!', '?']).next().unwrap_or_default();
    let pronoun =
        near.split(|c: char| !c.is_alphabetic()).rev().find_map(|word| match word.to_ascii_lowercase().as_str() {
            "she" | "her" => Some("her address"),
            "he" | "his" | "him" => Some("his address"),
            "they" | "their" | "them" | "we" | "our" => Some("their address"),
            "you" | "your" => Some("your address"),
            _ => None,
        });
    pronoun.unwrap_or("their address")
}
