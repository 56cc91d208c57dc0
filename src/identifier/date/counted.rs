//! Readings that are no day of anybody, whatever the text is about: what an ordinal counts (`the 4th and 5th fingers`), an
//! oxygen saturation (`O2 sat`), the verb (`who sat in`), a day that hangs on a condition (`plan to wean tomorrow if stable`),
//! and the `last night` of a talk, which like `today` fixes no day.

use super::reader::{Form, Reader, Reading};
use super::words;
use crate::identifier::wordlist::is_one_of;

/// Parts of the body, of a course and of a house that are counted.
const COUNTED: &str = "finger, fingers, toe, toes, digit, digits, metatarsal, metatarsals, metacarpal, metacarpals, mtp, pip, \
    dip, cmc, rib, ribs, ray, rays, knuckle, knuckles, phalanx, phalanges, interspace, webspace, intercostal, ventricle, nerve, \
    nerves, degree, trimester, percentile, molar, molars, premolar, bicuspid, incisor, branchial, proximal, distal, vertebra, \
    vertebrae, lumbar, cervical, thoracic, dorsal, extensor, floor, grade, grader, graders, generation, edition, noshow";

/// Words before "sat" and behind it that make it the verb.
const SITTERS: &[&str] = &["who", "she", "he", "i", "we", "they", "just", "and", "patient", "pt", "client"];
const SITS: &[&str] = &["in", "down", "up", "with", "there", "under", "through", "beside", "next", "upright"];

/// Words before "sat" that make it a saturation.
const OXYGEN: &[&str] = &["o2", "oxygen", "spo2", "pulse", "ox", "room"];

/// What makes a plan depend on something.
const CONDITIONS: &[&str] = &["if", "unless", "pending", "provided", "depending"];

/// Words of a plan.
const PLANS: &[&str] =
    &["plan", "plans", "planned", "consider", "anticipate", "possible", "possibly", "likely", "hopefully"];

/// Whether the reading is no day of anybody.
pub(super) fn is_no_day(reader: &Reader<'_>, reading: &Reading) -> bool {
    match reading.form {
        Form::Ordinal | Form::Spoken => counts_something(reader, reading),
        Form::Numeric => is_invented(reader, reading),
        Form::DoubtfulWeekday => is_saturation(reader, reading) || is_sitting(reader, reading),
        Form::Relative => hangs_on_a_condition(reader, reading) || is_last_night(reader, reading),
        _ => false,
    }
}

/// Whether behind an ordinal, and others that it is joined to, stands what they count.
fn counts_something(reader: &Reader<'_>, reading: &Reading) -> bool {
    let joint = |at: usize| matches!(reader.raw(at), "and" | "or" | "through" | "to" | "," | "-" | "/" | "&");
    let ordinal = |at: usize| {
        let word = reader.lower(at);
        words::ordinal(&word).is_some() || is_numbered(&word)
    };
    let mut next = reading.end;
    loop {
        match joint(next) {
            true if ordinal(next + 1) => next += 2,
            true if joint(next + 1) && ordinal(next + 2) => next += 3,
            _ => break,
        }
    }
    !reading.weekday && is_counted(reader, next)
}

/// Whether what an ordinal before it counts stands at a token: `2nd no show`, `4th left toe`.
pub(super) fn is_counted(reader: &Reader<'_>, next: usize) -> bool {
    let side = usize::from(reader.is(next, &["left", "right"]));
    let missed = reader.is(next, &["no"]) && (next + 1..next + 3).any(|at| reader.is(at, &["show", "shows"]));
    missed || is_one_of(COUNTED, &reader.lower(next + side))
}

/// Whether a word is an ordinal in digits: `4th`.
fn is_numbered(word: &str) -> bool {
    let letters = word.trim_start_matches(|c: char| c.is_ascii_digit());
    letters.len() < word.len() && matches!(letters, "st" | "nd" | "rd" | "th")
}

fn is_saturation(reader: &Reader<'_>, reading: &Reading) -> bool {
    let before = reading.first.wrapping_sub(1);
    reader.is(reading.first, &["sat", "sats"]) && reading.first > 0 && reader.is(before, OXYGEN)
}

/// Whether nobody alive was born or seen on a day: `01/01/1900`, as it stands in examples.
fn is_invented(reader: &Reader<'_>, reading: &Reading) -> bool {
    (reading.first..reading.end).any(|at| matches!(reader.raw(at), "1900" | "1901" | "1902" | "0000"))
}

/// Whether somebody sits: `she sat up`, `sat in on it`.
fn is_sitting(reader: &Reader<'_>, reading: &Reading) -> bool {
    let sat = reader.raw(reading.first) == "sat" && !reading.timed;
    sat && (reader.is(reading.end, SITS) || reading.first > 0 && reader.is(reading.first - 1, SITTERS))
        && !reader.is(reading.end, &["at", "@"])
}

/// Whether it is the night before a talk, told by one who speaks in it and with no clock time.
fn is_last_night(reader: &Reader<'_>, reading: &Reading) -> bool {
    let words = reading.first + 2 == reading.end && reader.is(reading.first, &["last"]);
    words && reader.is(reading.first + 1, &["night", "nite"]) && {
        let said = reader.page.before(reader.page.tokens()[reading.first].range.start, 240);
        let speaker = said.split([':', ']']).next().filter(|speaker| speaker.len() < said.len() && speaker.len() < 24);
        speaker.is_some_and(|speaker| speaker.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '_' | '[')))
    }
}

/// Whether a plan comes before on the same line, and right behind the day what it depends on.
fn hangs_on_a_condition(reader: &Reader<'_>, reading: &Reading) -> bool {
    const REACH: usize = 10;
    let planned = || {
        let before = (0..reading.first).rev().take(REACH).take_while(|at| reader.raw(*at) != ".");
        before.into_iter().any(|at| reader.is(at, PLANS))
    };
    reader.is(reading.end, CONDITIONS) && reader.same_line(reading.end) && planned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Page;

    /// Whether the first date of a text is no day.
    fn is_nothing(text: &str) -> bool {
        let page = Page::new(text);
        let reader = Reader { page: &page };
        let reading = (0..page.tokens().len()).find_map(|at| reader.date_at(at)).unwrap();
        is_no_day(&reader, &reading)
    }

    #[test]
    fn what_is_counted_or_depends_is_no_day() {
        for text in [
            "numb at the 4th and 5th fingers",
            "base of the second metatarsal is sore",
            "the fourth, fifth and sixth ribs",
            "his o2 sat was 98",
            "Plan to stop the drip tomorrow if she eats",
            "Client born 01/01/1900",
            "the aunt who sat in on the consult",
            "Patient: It swelled up last night.",
        ] {
            assert!(is_nothing(text), "{text}");
        }
    }

    #[test]
    fn days_are_left_alone() {
        for text in [
            "come on the 4th and bring your fingers",
            "moved to the second, fingers crossed",
            "seen sat at 3 for her peel",
            "move her to sat morning",
            "moved from the 3rd, no call",
            "she was in for her peel last night",
            "she is coming tomorrow if her sitter can",
        ] {
            assert!(!is_nothing(text), "{text}");
        }
    }
}
