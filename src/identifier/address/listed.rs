//! Towns and houses that only the lexicon knows: a look at its lists behind words that place somebody.

use crate::identifier::{Hit, Kind, spoken};
use crate::lexicon::{self, Class, Entry};
use crate::text::{Page, Shape, Token};
use std::ops::Range;

/// Words before a place, in which somebody is, lives or goes.
const PLACING: &[&str] = &["in", "near", "outside", "around", "by", "from", "to", "past", "@", "at", "between", "of"];

/// Of these, the ones that stand before people as well.
const BEFORE_PEOPLE: &[&str] = &["by", "from", "to", "at", "@", "of", "past", "between"];

/// Words before a shop or a house that one stands in.
const INSIDE: &[&str] =
    &["at", "@", "outside", "inside", "from", "near", "by", "per", "via", "for", "behind", "to", "→"];

/// Of these, the ones behind which a firm is a house and no sender or topic.
const THERE: &[&str] = &["at", "@", "outside", "inside", "near", "behind"];

/// Words behind a town that make it a branch of something.
const BRANCHES: &[&str] = &[
    "office",
    "clinic",
    "room",
    "site",
    "branch",
    "location",
    "campus",
    "studio",
    "er",
    "lab",
    "store",
    "pd",
    "suite",
    "market",
    "parish",
    "hospital",
    "warehouse",
    "plant",
    "pharmacy",
    "spa",
    "salon",
    "flight",
];

/// Other lists that a town's name may stand in, which make it something else.
const OTHERWISE: &[Class] = &[
    Class::State,
    Class::Country,
    Class::Demonym,
    Class::Month,
    Class::Weekday,
    Class::Holiday,
    Class::Health,
    Class::Drug,
    Class::Brand,
    Class::Organization,
    Class::Eponym,
    Class::Title,
    Class::Role,
    Class::Relative,
    Class::Label,
    Class::Greeting,
    Class::Abbreviation,
    Class::PublicFigure,
    Class::Expression,
    Class::Credential,
];

/// Appends the towns and houses of the lexicon that stand where a place does.
pub(in crate::identifier) fn find(page: &Page<'_>, hits: &mut Vec<Hit>) {
    let tokens = page.tokens();
    let mut at = 0;
    while at < tokens.len() {
        let Some((count, entry)) = known(page, &tokens[at..]) else {
            at += 1;
            continue;
        };
        let mut range = tokens[at].range.start..tokens[at + count - 1].range.end;
        // A person's name with its `'s` is how shops are called.
        let last = lexicon::lookup(page.token_text(&tokens[at + count - 1]));
        if is_house(entry) && last.given().max(last.surname()) > 0 && page.text()[range.end..].starts_with("'s") {
            range.end += 2;
        }
        if let Some(start) = house_before(page, at, entry) {
            let (range, rule) = (start..range.end, "location/house-and-town".into());
            hits.push(Hit { kind: Kind::Location, range, confidence: 0.5, rule });
        } else if let Some((rule, confidence)) = rule_of(page, at, count, entry) {
            hits.push(Hit { kind: Kind::Location, range, confidence, rule: rule.into() });
        }
        at += count;
    }
}

/// The longest phrase of the lexicon, or the word, with which the tokens begin, if it may be a place.
fn known(page: &Page<'_>, tokens: &[Token]) -> Option<(usize, Entry)> {
    let first = tokens.first().filter(|token| token.is_word() && token.range.len() > 2)?;
    let words = tokens.iter().take(8).map(|token| page.token_text(token));
    let (count, entry) = lexicon::longest_phrase(words).unwrap_or_else(|| (1, lexicon::lookup(page.token_text(first))));
    (entry.city() > 0 || is_house(entry)).then_some((count, entry))
}

/// Whether the lexicon has it as a hospital, a chain or a shop.
fn is_house(entry: Entry) -> bool {
    (entry.is(Class::NamedFacility) || entry.is(Class::Organization)) && !entry.is(Class::Abbreviation)
}

/// The rule by which a phrase of the lexicon is a place here, and how sure it is.
fn rule_of(page: &Page<'_>, at: usize, count: usize, entry: Entry) -> Option<(&'static str, f32)> {
    let tokens = page.tokens();
    let word = |at: Option<usize>| at.and_then(|at| tokens.get(at)).map_or("", |token| page.token_text(token));
    let capital =
        tokens[at..at + count].iter().filter(|token| token.is_word()).all(|token| token.shape != Shape::Lower);
    let article = word(at.checked_sub(1)).eq_ignore_ascii_case("the");
    let before = word(at.checked_sub(if article { 2 } else { 1 })).to_lowercase();
    let behind = word(Some(at + count)).to_lowercase();
    let blanked = ["ABC", "XYZ"].contains(&word(Some(at))) || matches!(before.as_str(), "a" | "an" | "any" | "another");
    if is_house(entry) && entry.city() == 0 && !blanked {
        let hospital = entry.is(Class::NamedFacility) && !entry.is(Class::Organization);
        let words = if hospital { INSIDE } else { THERE };
        let written = count > 1 || tokens[at].shape == Shape::Capital;
        let alone = hospital && written && entry.given().max(entry.surname()) == 0;
        return (capital && (alone || words.contains(&before.as_str()))).then_some(("location/facility-listed", 0.5));
    }
    let person = entry.given().max(entry.surname()) > entry.city() * 2 + 1;
    let named_on =
        tokens.get(at + count).is_some_and(|next| next.is_capitalized(page.text()) && apart(page, at + count) == " ");
    let counted = spoken::value(&word(Some(at)).to_lowercase()).is_some();
    let otherwise = counted || OTHERWISE.iter().any(|class| entry.is(*class));
    if otherwise || !capital && (entry.common() > 2 || entry.city() < 2 || entry.given() > 3) {
        return None;
    }
    let placed = PLACING.contains(&before.as_str()) && !(named_on && person);
    if placed && !(person && BEFORE_PEOPLE.contains(&before.as_str())) {
        return Some(("location/town-listed", if capital { 0.6 } else { 0.5 }));
    }
    let ours =
        ["our", "the", "your", "their", "her", "his", "at", "from", "to", "in"].contains(&word(at.checked_sub(1)));
    if ours && BRANCHES.contains(&behind.as_str()) && entry.common() < 6 {
        return Some(("location/town-branch", 0.6));
    }
    let shape = tokens[at].shape == Shape::Capital || tokens[at].range.len() > 4 && tokens[at].shape == Shape::Upper;
    let only = capital
        && shape
        && tokens[at].range.len() > 3
        && entry.common() == 0
        && entry.given() <= 1
        && entry.surname() <= entry.city() + 2;
    (only && !named_on && count == 1 && entry.city() >= 2 || only && count > 1).then_some(("location/town-only", 0.45))
}

/// Where the name of a house begins that a town ends ("at Larkmoor Clinic Tacoma", "by Fenwick Tulsa").
fn house_before(page: &Page<'_>, at: usize, entry: Entry) -> Option<usize> {
    let tokens = page.tokens();
    let other = OTHERWISE.iter().any(|class| entry.is(*class));
    if entry.city() < 2 || other || !tokens[at].is_capitalized(page.text()) {
        return None;
    }
    let mut first = at;
    while first > 0 && at - first < 3 && apart(page, first) == " " && tokens[first - 1].is_capitalized(page.text()) {
        first -= 1;
    }
    let lead = page.token_text(tokens.get(first)?);
    let known = lexicon::lookup(lead);
    let named = first < at && known.given() < 6 && !is_one_of_classes(known) && known.common() < 9;
    let before = first.checked_sub(1).map_or("", |at| page.token_text(&tokens[at])).to_lowercase();
    (named && INSIDE.contains(&before.as_str())).then_some(tokens[first].range.start)
}

/// Whether a word before a town makes the two something else than a house.
fn is_one_of_classes(entry: Entry) -> bool {
    let classes = [Class::Month, Class::Weekday, Class::Title, Class::Role, Class::Brand, Class::Drug, Class::Relative];
    classes.iter().any(|class| entry.is(*class))
}

/// What stands between a token and the one before it.
fn apart<'p>(page: &'p Page<'_>, at: usize) -> &'p str {
    let tokens = page.tokens();
    let gap: Range<usize> = match (at.checked_sub(1).and_then(|at| tokens.get(at)), tokens.get(at)) {
        (Some(last), Some(next)) => last.range.end..next.range.start,
        _ => 0..0,
    };
    &page.text()[gap]
}
