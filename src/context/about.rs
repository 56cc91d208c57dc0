//! Whether a candidate is about an individual or about nobody.
//!
//! A date, a town or a telephone is an identifier only of somebody. In a text about individuals all of them
//! count; in copy and rules for everybody a paragraph must show by itself that it tells of one person.

use super::cues::{Cue, Cues, any_of};
use super::genre::{self, Genre};
use super::health;
use crate::identifier::{Hit, Kind};
use crate::text::Page;
use std::ops::Range;

/// What shows one individual by itself.
const ONE: u32 = any_of(&[Cue::Patient, Cue::AgeSex, Cue::First, Cue::Second, Cue::Label, Cue::Note]);
/// A cited author, a founder, a celebrity.
const NOTABLE: u32 = any_of(&[Cue::Cited, Cue::Figure]);

/// A page cut into what is judged together.
#[derive(Debug)]
pub(super) struct Unit {
    /// Where it stands.
    pub(super) range: Range<usize>,
    /// Whether it tells of an individual.
    pub(super) individual: bool,
    /// Whether it ties its people to care.
    pub(super) health: bool,
    /// The cues that it has, a bit each.
    pub(super) cues: u32,
}

/// Cuts a page into units and decides of each whether it tells of an individual.
pub(super) fn units(page: &Page<'_>, cues: &Cues, genre: Genre, hits: &[Hit]) -> Vec<Unit> {
    let ranges = match genre {
        Genre::Personal => std::iter::once(0..page.text().len()).collect(),
        Genre::General => genre::paragraphs(page),
    };
    ranges
        .into_iter()
        .map(|range| {
            let inside = within(hits, &range);
            let health = health::linked(page.text(), cues, &range);
            let individual = match genre {
                Genre::Personal => tells_of_one(page, cues, &range, inside, health),
                Genre::General => story(page, cues, &range, inside),
            };
            let cues = cues.bits(&range);
            Unit { range, individual, health, cues }
        })
        .collect()
}

/// Whether a text that is not for everybody tells of an individual in care.
fn tells_of_one(page: &Page<'_>, cues: &Cues, range: &Range<usize>, hits: &[Hit], health: bool) -> bool {
    let provider = hits.iter().any(|hit| hit.kind == Kind::Provider);
    let named = hits.iter().any(|hit| names_somebody(hit.kind) && hit.confidence >= 0.5);
    if cues.any(range, any_of(&[Cue::Patient, Cue::AgeSex, Cue::Note]))
        || hits.iter().any(|hit| is_labelled(page, cues, hit))
        || has_row_of_somebody(page, hits)
    {
        return true;
    }
    // A script or a template lets invented callers speak for themselves.
    let templated = cues.any(range, Cue::Rules.bit()) && !named;
    let told = cues.any(range, Cue::Person.bit())
        || cues.any(range, Cue::Pronoun.bit())
            && (!provider || possessed(page, cues, range) || cues.variety(page.text(), range, Cue::Story.bit()) >= 2);
    cues.any(range, any_of(&[Cue::First, Cue::Second])) && !templated
        || health && told
        || health && named && !health::trade(cues, range)
}

/// Whether care belongs to somebody: `her filler`, `his crown`.
fn possessed(page: &Page<'_>, cues: &Cues, range: &Range<usize>) -> bool {
    const REACH: usize = 24;
    let care = any_of(&[Cue::Visit, Cue::Condition, Cue::Treatment]);
    cues.within(range).iter().any(|(at, cue)| {
        let word = &page.text()[at.clone()];
        *cue == Cue::Pronoun
            && ["her", "his", "su"].iter().any(|owner| word.eq_ignore_ascii_case(owner))
            && cues.any(&(at.end..(at.end + REACH).min(range.end)), care)
    })
}

/// Whether a paragraph of copy or rules tells of one person: somebody, and something that happened to them.
fn story(page: &Page<'_>, cues: &Cues, range: &Range<usize>, hits: &[Hit]) -> bool {
    if hits.iter().any(|hit| is_sensitive(hit.kind)) {
        return true;
    }
    if cues.any(range, Cue::Invented.bit()) {
        return false;
    }
    let happened = cues.any(range, Cue::Story.bit());
    let told = happened && cues.any(range, any_of(&[Cue::Patient, Cue::AgeSex]))
        || cues.any(range, Cue::Pronoun.bit()) && cues.variety(page.text(), range, Cue::Story.bit()) >= 2;
    told || has_row_of_somebody(page, hits)
        || hits.iter().any(|hit| is_labelled(page, cues, hit))
        || !cues.any(range, NOTABLE) && hits.iter().any(|hit| is_told_of(page, cues, range, hits, hit))
}

/// Whether a table's row holds a day and a ZIP code: that is of somebody, whatever stands around the table.
fn has_row_of_somebody(page: &Page<'_>, hits: &[Hit]) -> bool {
    let zip = |hit: &Hit| {
        hit.kind == Kind::Location && page.text()[hit.range.clone()].bytes().all(|b| b.is_ascii_digit() || b == b'-')
    };
    let mut lines: Vec<usize> = hits
        .windows(2)
        .filter_map(|pair| {
            let [one, other] = pair else { return None };
            let line = page.line_number(one.range.start);
            let both = zip(one) && other.kind == Kind::Date || one.kind == Kind::Date && zip(other);
            (both && line == page.line_number(other.range.start)).then_some(line)
        })
        .collect();
    lines.dedup();
    lines.iter().any(|line| genre::is_row(&page.text()[page.line_range(*line)]))
}

/// Whether the label of a record stands right before a name or a date.
fn is_labelled(page: &Page<'_>, cues: &Cues, hit: &Hit) -> bool {
    let before = page.before(hit.range.start, 24).len();
    matches!(hit.kind, Kind::Name | Kind::Date | Kind::Mrn | Kind::HealthPlan | Kind::OtherId)
        && cues.any(&(hit.range.start - before..hit.range.start), Cue::Label.bit())
}

/// Whether copy names somebody and, close by, says what happened to them or how to reach them.
fn is_told_of(page: &Page<'_>, cues: &Cues, range: &Range<usize>, hits: &[Hit], name: &Hit) -> bool {
    const CLOSE: usize = 24;
    // No telephone and no address is longer than this.
    const FAR: usize = 300;
    if name.kind != Kind::Name || name.confidence < 0.6 {
        return false;
    }
    let near = near(page, &name.range, range);
    // "our manager Ines, 555-0100" is the practice's own contact.
    let own = page.before(name.range.start, 32).to_ascii_lowercase().contains("our ");
    let gap =
        |hit: &Hit| hit.range.start.saturating_sub(name.range.end).max(name.range.start.saturating_sub(hit.range.end));
    let first = hits.partition_point(|hit| hit.range.start + FAR < name.range.start);
    let last = hits.partition_point(|hit| hit.range.start < name.range.end + CLOSE);
    let reached = hits[first..last].iter().any(|hit| {
        matches!(hit.kind, Kind::Phone | Kind::Email)
            && gap(hit) < if name.confidence >= 0.9 { CLOSE } else { 8 }
            && !ours(page, cues, hit)
            && !is_role_address(&page.text()[hit.range.clone()])
    });
    // In a page without paragraphs everything is close to everything.
    reached && !own && range.len() < 500
        || is_addressed(page, name)
        || cues.any(&near, any_of(&[Cue::Story, Cue::Patient, Cue::AgeSex, Cue::First]))
}

/// The hits that stand in a range; `hits` are in order of place.
pub(super) fn within<'h>(hits: &'h [Hit], range: &Range<usize>) -> &'h [Hit] {
    let from = hits.partition_point(|hit| hit.range.end <= range.start);
    let to = hits.partition_point(|hit| hit.range.start < range.end);
    &hits[from..to.max(from)]
}

/// Adds the doubted places that stand right behind a street which counts, or behind the label of its town: they are of the
/// same address. `doubted` and `hits` are in order of place.
pub(super) fn keep_towns(page: &Page<'_>, doubted: &[Hit], least: f32, hits: &mut Vec<Hit>) {
    const NEAR: usize = 40;
    for place in doubted.iter().filter(|hit| hit.kind == Kind::Location) {
        let next = hits.partition_point(|hit| hit.range.end <= place.range.start);
        let Some(street) = next.checked_sub(1).map(|at| &hits[at]) else { continue };
        let between = &page.text()[street.range.end..place.range.start];
        let lower = between.to_ascii_lowercase();
        let told =
            !lower.contains(char::is_alphabetic) || ["city", "town", "zip"].iter().any(|label| lower.contains(label));
        let near = between.len() <= NEAR && between.matches('\n').count() <= 1;
        let counts = street.kind == Kind::Location && is_street(&page.text()[street.range.clone()]);
        if counts && near && told && street.confidence >= least {
            hits.insert(next, Hit { confidence: street.confidence, ..place.clone() });
        }
    }
}

/// From here on a provider is believed in public copy, which tells of nobody.
const SURE: f32 = 0.985;

/// Calls `told` with every hit, the unit it stands in, and whether the rules for its kind hold it for somebody's.
pub(super) fn each(
    page: &Page<'_>,
    cues: &Cues,
    genre: Genre,
    units: &[Unit],
    hits: &[Hit],
    mut told: impl FnMut(&Unit, &Hit, bool),
) {
    let mut last_told = 0..0;
    for unit in units {
        let inside = within(hits, &unit.range);
        // A footer or a contact page of the practice reaches nobody else.
        let footer = !unit.individual
            && cues.any(&unit.range, Cue::Ours.bit())
            && !inside.iter().any(|hit| hit.kind == Kind::Name)
            && !health::trade(cues, &unit.range);
        let named = inside.iter().any(|hit| hit.kind == Kind::Name) && !health::trade(cues, &unit.range);
        let resident = genre == Genre::Personal && (named || cues.any(&unit.range, Cue::Residence.bit()));
        let street = inside.iter().any(|hit| hit.kind == Kind::Location && is_street(&page.text()[hit.range.clone()]));
        for hit in inside {
            let near = near(page, &hit.range, &unit.range);
            let about = match hit.kind {
                // Public copy is full of names that are none; a provider's name in it changes nothing.
                Kind::Provider => genre == Genre::Personal || unit.individual || hit.confidence >= SURE,
                kind if is_sensitive(kind) => true,
                _ if cues.any(&near, Cue::Invented.bit()) => false,
                Kind::Phone | Kind::Fax | Kind::Email | Kind::Url | Kind::Location if footer => false,
                Kind::Name => is_person(cues, genre, unit, &near),
                Kind::Phone | Kind::Fax | Kind::Email => is_theirs(page, cues, genre, unit, hit),
                Kind::Date => unit.individual,
                Kind::Location => {
                    unit.individual || resident || genre == Genre::Personal && street && !ours(page, cues, hit)
                }
                Kind::Url => is_their_page(page, cues, genre, unit, hit),
                Kind::Device => unit.individual,
                Kind::OtherId | Kind::Photo | Kind::Ip | Kind::Vehicle => unit.individual || genre == Genre::Personal,
                _ => true,
            };
            // Units share no byte, but a hit that reaches from one into the next is seen twice.
            if last_told != hit.range {
                last_told = hit.range.clone();
                told(unit, hit, about);
            }
        }
    }
}

/// Whether nothing around a hit can speak against it: a number has check digits or ranges that hardly anything else
/// meets, or the text is an address and nothing more.
pub(super) fn is_certain(page: &Page<'_>, hit: &Hit) -> bool {
    // Whose machine logged in or sent a form is somebody's; a printer's address or one that a firewall met need not be.
    let acts = || {
        const ACTS: [&str; 6] = ["login", "log-in", "logged in", "logged on", "sign-in", "signed in"];
        let around = [page.before(hit.range.start, 48), page.after(hit.range.end, 48)].map(str::to_ascii_lowercase);
        ACTS.iter().any(|act| around.iter().any(|side| side.contains(act)))
    };
    matches!(hit.kind, Kind::Ssn | Kind::Account | Kind::Biometric) && hit.confidence >= 0.95
        || hit.kind == Kind::Ip && hit.confidence >= 0.9 && acts()
        || hit.kind == Kind::Location && is_bare_address(page, &hit.range)
}

/// Whether a text is an address of several lines and nothing more.
fn is_bare_address(page: &Page<'_>, range: &Range<usize>) -> bool {
    const LINES: usize = 3;
    let (text, inside) = (page.text(), &page.text()[range.clone()]);
    let outside = [&text[..range.start], &text[range.end..]];
    outside.iter().all(|side| !side.contains(char::is_alphanumeric))
        && inside.lines().count() >= LINES
        && inside.contains(|c: char| c.is_ascii_digit())
}

/// Whether a greeting or a courtesy title stands right before a name: `Thank you, Ines`, `Mrs. Aho`.
fn is_addressed(page: &Page<'_>, name: &Hit) -> bool {
    const GREETINGS: &[&str] = &[
        "hi",
        "hello",
        "hey",
        "dear",
        "thank you",
        "thanks",
        "hola",
        "mr",
        "mrs",
        "ms",
        "miss",
        "señora",
        "señor",
        "don",
        "doña",
    ];
    let before = page.before(name.range.start, 16).to_lowercase();
    let before = before.trim_end_matches([' ', ',', '.']);
    GREETINGS
        .iter()
        .any(|greeting| before.strip_suffix(greeting).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric)))
}

/// Kinds that name or reach one person.
fn names_somebody(kind: Kind) -> bool {
    !matches!(kind, Kind::Provider | Kind::Date | Kind::Location | Kind::Url | Kind::Phone | Kind::Fax | Kind::Device)
}

/// Kinds that exist only of somebody, in whatever text they stand.
fn is_sensitive(kind: Kind) -> bool {
    matches!(kind, Kind::Ssn | Kind::Mrn | Kind::HealthPlan | Kind::Account | Kind::Biometric | Kind::Age)
}

/// What stands around a hit, inside its unit.
fn near(page: &Page<'_>, range: &Range<usize>, unit: &Range<usize>) -> Range<usize> {
    const REACH: usize = 160;
    let mut start = range.start.saturating_sub(REACH).max(unit.start);
    let mut end = (range.end + REACH).min(unit.end).max(range.end);
    while !page.text().is_char_boundary(start) {
        start += 1;
    }
    while !page.text().is_char_boundary(end) {
        end -= 1;
    }
    start..end
}

/// Whether a name is of somebody who counts: not an author who is cited, a founder or a celebrity.
fn is_person(cues: &Cues, genre: Genre, unit: &Unit, near: &Range<usize>) -> bool {
    match genre {
        Genre::General => unit.individual,
        Genre::Personal => {
            let told = cues.any(&unit.range, ONE | any_of(&[Cue::Pronoun, Cue::Person]));
            told || !cues.any(near, NOTABLE)
                || cues.count(&unit.range, NOTABLE | any_of(&[Cue::Public, Cue::Rules])) < 2
        }
    }
}

/// Whether a telephone, fax or mail address is somebody's and not the practice's, a hotline's or nobody's.
fn is_theirs(page: &Page<'_>, cues: &Cues, genre: Genre, unit: &Unit, hit: &Hit) -> bool {
    let value = &page.text()[hit.range.clone()];
    if hit.kind == Kind::Email && is_role_address(value) || hit.rule.contains("tollfree") {
        return false;
    }
    if ours(page, cues, hit) {
        return false;
    }
    genre == Genre::Personal || unit.individual
}

/// Whether a web address or a handle is a person's.
fn is_their_page(page: &Page<'_>, cues: &Cues, genre: Genre, unit: &Unit, hit: &Hit) -> bool {
    let value = page.text()[hit.range.clone()].to_ascii_lowercase();
    if value.contains(".gov") || ours(page, cues, hit) {
        return false;
    }
    unit.individual || genre == Genre::Personal && value.contains('@')
}

/// Whether the words right before a hit say that it is the practice's own or a public line.
pub(super) fn ours(page: &Page<'_>, cues: &Cues, hit: &Hit) -> bool {
    let before = page.before(hit.range.start, 40).len();
    cues.any(&(hit.range.start - before..hit.range.start), Cue::Ours.bit())
}

/// Whether a practice tells everybody how to reach it here: "find us at", in a text of no individual.
pub(super) fn is_public_contact(page: &Page<'_>, cues: &Cues, unit: &Unit, hit: &Hit) -> bool {
    let reaches = matches!(hit.kind, Kind::Phone | Kind::Fax | Kind::Email | Kind::Url | Kind::Location);
    reaches && !unit.individual && ours(page, cues, hit)
}

/// Whether a location is a street address: a house number and a word.
pub(super) fn is_street(value: &str) -> bool {
    value.starts_with(|c: char| c.is_ascii_digit()) && value.contains(char::is_alphabetic)
}

/// Whether a mail address is of a desk and not of a person.
fn is_role_address(address: &str) -> bool {
    const DESKS: &[&str] = &[
        "hello",
        "hi",
        "info",
        "contact",
        "care",
        "office",
        "frontdesk",
        "front.desk",
        "desk",
        "reception",
        "team",
        "support",
        "help",
        "admin",
        "studio",
        "clinic",
        "spa",
        "privacy",
        "jobs",
        "careers",
        "hr",
        "billing",
        "booking",
        "bookings",
        "book",
        "appointments",
        "orders",
        "sales",
        "purchasing",
        "accounts",
        "press",
        "marketing",
        "noreply",
        "no-reply",
        "newsletter",
        "membership",
        "members",
        "legal",
        "data",
        "records",
        "referrals",
        "concierge",
        "mail",
    ];
    address
        .split(['@', '[', '(', ' '])
        .next()
        .is_some_and(|local| DESKS.iter().any(|desk| local.eq_ignore_ascii_case(desk)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::testing::{page_hits, values};

    /// Cases are texts in which every candidate stands in `{KIND:value}`.
    fn kept(marked: &str) -> Vec<String> {
        let (text, hits) = page_hits(marked);
        let page = Page::new(&text);
        let cues = Cues::read(&page);
        let genre = genre::of(&page, &cues, &hits);
        let units = units(&page, &cues, genre, &hits);
        let mut kept = Vec::new();
        each(&page, &cues, genre, &units, &hits, |_, hit, about| kept.extend(about.then(|| hit.clone())));
        values(&text, &kept)
    }

    #[test]
    fn about_an_individual() {
        let cases: &[(&str, &[&str])] = &[
            ("A patient drives in from {LOCATION:Ponca} for her peel", &["Ponca"]),
            ("remind my pt about {DATE:Thursday at 2}", &["Thursday at 2"]),
            ("Your facial is {DATE:tomorrow}, reply C to confirm", &["tomorrow"]),
            ("A client's implant, lot {DEVICE:AB1234}, placed in 2019", &["AB1234"]),
            ("I had my filler on {DATE:Friday} and it hurts, {NAME:Odell}", &["Friday", "Odell"]),
            ("34F, seen {DATE:3/14}, c/o itching", &["3/14"]),
        ];
        for (marked, expected) in cases {
            assert_eq!(kept(marked), *expected, "{marked}");
        }
    }

    #[test]
    fn about_nobody() {
        let cases = [
            "Promo email: 20% off filler, ends {DATE:May 31}",
            "Agenda for our team meeting {DATE:Wednesday}",
            "Write the footer: call us at {PHONE:479-555-0142}, {EMAIL:hello@glow.example}",
            "Landing page that ranks for botox {LOCATION:Boise}",
            "Recall notice: unopened stock, lot {DEVICE:21884}",
            "Our story: founded in 2009 by the twins {NAME:Ana} and {NAME:Bea Lind}",
            "Carousel on lip trends, from the {NAME:Zendaya} look on",
            "One row that is plainly made up: {NAME:Jane Example}, {PHONE:555-555-5555}",
        ];
        for marked in cases {
            assert!(kept(marked).is_empty(), "{marked}: {:?}", kept(marked));
        }
    }

    #[test]
    fn outsiders_stay_identifiers_without_their_dates() {
        assert_eq!(
            kept("Ask our landlord Mr. {NAME:Aho}, {PHONE:479-555-0111}, to come {DATE:Monday}"),
            ["Aho", "479-555-0111"]
        );
    }

    #[test]
    fn a_story_inside_copy_counts_for_its_paragraph_alone() {
        let marked = "Spring newsletter: 10% off peels until {DATE:May 3}, link in bio, book now.\n\n\
            A thank-you to {NAME:Odile Marsh}, who came for melasma on {DATE:March 4} and told us she loves it.\n\n\
            Visit us in {LOCATION:Tulsa}, gift cards at the desk, FAQ online.\n\n\
            What to expect from a peel: a day of tightness, two of flaking, and then the glow that our newsletter never stops talking \
            about. Bring a hat. We will talk about sunscreen, and about sunscreen again, because nothing else that we sell does as much \
            for as little, and because the sun here does not take a day off.";
        assert_eq!(kept(marked), ["Odile Marsh", "March 4"]);
    }
}
