//! Who works here without anybody saying so: who is booked with, who tells a client something, who is written up.

use super::day_words::EVENTS;
use super::word::{beginning, ending, first_word, is_one, last_word};
use std::ops::Range;

/// How much of the text on each side of a name tells of its bearer, in bytes.
const NEAR: usize = 80;

/// What only staff does, as the words behind a name tell it.
#[rustfmt::skip]
const DEEDS: &[&str] = &[
    "misread", "mischarged", "overcharged", "undercharged", "double booked", "double-booked", "upsold", "will cover", "is covering",
    "covers for", "covered for", "can cover", "to cover", "to refund", "called out", "called in sick", "is out sick",
    "is out until", "is out till", "is out thru", "is off until", "clocked in", "clocked out", "charged her", "charged him",
    "charged them", "charged me", "charged the", "refunded her", "refunded him", "refunded the", "injected her", "injected him",
    "injected me", "injected the", "checked her in", "checked him in", "to call her", "to call him", "to call them", "did my",
    "scheduled her", "scheduled him", "burned her", "burned him", "burned me", "burned my", "explained to her", "explained to him",
];
/// What somebody is told, as staff tells a client: "told her it lasts a year", and not "told her husband".
const TOLD: &[&str] = &["told her", "told him", "told them", "told the client", "told the patient", "told a client"];
const TOLD_ON: &[&str] = &[
    "that", "it", "it'd", "it's", "its", "she", "she'd", "he", "he'd", "they", "we", "to", "not", "about", "there",
    "no",
];
/// What is done to staff, as the words before a name tell it.
#[rustfmt::skip]
const DONE_TO: &[&str] = &[
    "write up", "writing up", "write-up for", "fire", "firing", "fired", "promote", "promoting", "our own", "reprimand", "coworker",
    "switch to", "switched to", "instead of", "review for our", "evaluation for our", "thank you to our", "congrats to our",
];
/// What somebody is, or says, before "with" and the name of who treats them.
const BESIDE: &[&str] =
    &["ok", "okay", "booked", "scheduled", "rescheduled", "rebook", "rebooked", "in", "not", "back", "again", "fine"];
/// The words of a list's label that make staff of those whom it lists.
const CREWS: &[&str] =
    &["staff", "team", "attendees", "attending", "crew", "shift", "covering", "coverage", "facilitator"];

/// Whether the words beside a name make its bearer one of the practice.
pub(super) fn works_here(text: &str, bytes: &Range<usize>) -> bool {
    let start = super::layout::ceil(text, bytes.start.saturating_sub(NEAR));
    let end = super::layout::floor(text, bytes.end + NEAR);
    let line = text[start..bytes.start].rsplit('\n').next().unwrap_or_default();
    let before = line.rsplit(['.', '!', '?', ';', '"', '“']).next().unwrap_or_default();
    let behind = text[bytes.end..end].split(['.', '!', '?', ';', '\n', '"']).next().unwrap_or_default();
    let does = behind.starts_with(' ')
        && (beginning(behind, DEEDS).is_some()
            || beginning(behind, TOLD)
                .and_then(|taken| first_word(&behind[taken..]))
                .is_some_and(|word| word.is(TOLD_ON)));
    // "wants to switch from Bo to Ilka"
    let switches = |word: &str| is_one(word, &["switch", "switched", "switching"]);
    let taken = ending(before, &["to"]).filter(|_| before.split(' ').any(switches)).is_some();
    does || taken || ending(before, DONE_TO).is_some() || treats(before) || is_listed(line, behind)
}

/// Whether somebody of whom is told is treated by who is named next: "her peel with", "in on Monday with".
fn treats(before: &str) -> bool {
    let Some(taken) = ending(before, &["with", "w/"]) else { return false };
    let clause = &before[..before.len() - taken];
    // "I have a session with Ana" is told by who treats her.
    let own = clause.split(' ').any(|word| is_one(word, &["i", "we", "my", "our", "i'm", "we're", "we've", "i've"]));
    let Some(word) = last_word(clause) else { return false };
    let day =
        word.text.starts_with(|c: char| c.is_ascii_digit()) || super::clause::names_weekday(&word.text.to_lowercase());
    // "f/u with Ana", "a call with Ana" may be with whoever is treated.
    let either =
        word.is(&["f/u", "fu", "follow-up", "followup", "call", "check-in", "check", "meeting", "interview", "class"]);
    !own && !either && (word.is(BESIDE) || word.is(EVENTS) || day)
}

/// Whether a line lists staff: "On shift: Ana, Bo".
fn is_listed(line: &str, behind: &str) -> bool {
    let Some((label, list)) = line.split_once(": ") else { return false };
    let listed =
        |part: &str| part.split(' ').count() < 4 && !part.contains(|c: char| c.is_numeric() || matches!(c, '(' | '-'));
    // "Day team to night: Ana, 16, sickle cell" hands a patient over.
    let handed =
        label.split(' ').any(|word| is_one(word, &["to", "re", "day", "night", "call", "flight", "for", "of"]));
    let aged = behind.trim_start_matches([',', ' ']).starts_with(|c: char| c.is_ascii_digit());
    let names = list.split(", ").all(listed) && !aged && !handed;
    let short = label.split_whitespace().count() < 4 && !label.contains(['.', ',']);
    names && short && label.split(|c: char| !c.is_alphanumeric()).any(|word| is_one(word, CREWS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_staff_does_makes_a_colleague() {
        let cases = [
            ("She says ⟦Ilka⟧ told her it would last a year.", true),
            ("⟦Ilka⟧ told her husband about the peel.", false),
            ("because ⟦Ilka⟧ misread the chart", true),
            ("He is mad that ⟦Ilka⟧ charged him a copay", true),
            ("moved to the 17th with ⟦Ilka⟧", true),
            ("I have a session with ⟦Ilka⟧", false),
            ("We need to write up ⟦Ilka⟧.", true),
            ("She wants to switch from Bo to ⟦Ilka⟧.", true),
            ("Staff on shift: Bo, ⟦Ilka⟧", true),
            ("Call list: Bo, ⟦Ilka⟧", false),
            ("Day team: ⟦Ilka⟧, 16, sickle cell", false),
            ("⟦Ilka⟧ wants to move her peel", false),
        ];
        for (marked, expected) in cases {
            let start = marked.find('⟦').unwrap();
            let text = marked.replace(['⟦', '⟧'], "");
            let bytes = start..marked.find('⟧').unwrap() - '⟦'.len_utf8();
            assert_eq!(works_here(&text, &bytes), expected, "{marked}");
        }
    }
}
