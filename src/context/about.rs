//! Whether a candidate is about an individual or about nobody.
//!
//! A date, a town or a telephone is an identifier only of somebody. In a text about individuals all of them
//! count; in copy and rules for everybody a paragraph must show by itself that it tells of one person.

use super::cues::{Cue, Cues, List, any_of};
use super::genre::{self, Genre};
use super::health;
use crate::identifier::{Hit, Kind};
use crate::text::Page;
use std::ops::Range;

pub(super) const LISTS: &[List] = &[
    (Cue::Patient, PATIENT),
    (Cue::Patients, PATIENTS),
    (Cue::Person, PERSON),
    (Cue::Pronoun, PRONOUN),
    (Cue::First, FIRST),
    (Cue::Second, SECOND),
    (Cue::Story, STORY),
    (Cue::Residence, RESIDENCE),
    (Cue::Label, LABEL),
    (Cue::Note, NOTE),
];

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

/// Whether a number has check digits or ranges that hardly anything else meets, so that nothing around it speaks
/// against it.
pub(super) fn is_certain(hit: &Hit) -> bool {
    matches!(hit.kind, Kind::Ssn | Kind::Account | Kind::Biometric) && hit.confidence >= 0.95
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

const PATIENT: &str = "one of dr, my patient, our patient, a patient, the patient, this patient, that patient, one of my patients, one of our patients, one patient, patient is, patient was, patient has, patient had, patient wants, patient asked, patient asks, patient says, patient said, patient reports,
patient states, patient called, patient texted, patient drove, patient named, patient came, patient from, patient who, patient with, patient at, patient in, patient needs, patient received, patient lives, patient of dr, patient of, patient, pt, pt's, pts, pt:, patient:, patient's, new patient,
my client, our client, a client, the client, this client, that client, one of my clients, one of our clients, client is, client has, client says, client with, client from, client who, client came, client named, client gave, client asked, client wants, client:, client, client's,
botox client, filler client, laser client, facial client, the guest, a guest, our guest, one guest, a member, member no, member number, visitor from, the kid, her son, her daughter, his son, his daughter, my mom, my mother, my husband, my wife, my son, my daughter, my uncle, my aunt, my dad, my father, my grandson, my granddaughter,
regular of ours, regular, the no-show, web lead, paciente, la paciente, una paciente, el paciente, un paciente, mi paciente, clienta, una clienta, la clienta, cliente, mi clienta, la señora, el señor, pasyan, patientin, kundin";

const PATIENTS: &str = "patients, clients, clients', patients', customers, model patient, typical patient, typical client, ideal client, ideal patient, every patient, every client, each patient, each client, any patient, any client, no patient, no patients, no clients, new clients, new patients, potential patients, valued patient, valued client, valued guest,
if a patient, when a patient, whenever a patient, if the patient, a patient may, a patient might, a patient can, the patient herself, for the patient, before anything reaches a patient, per patient, per client, patient-patient, patient-test, patient-centered, patient-specific, patient-level, patient-facing, patient_id, clinician-patient, write \"a patient, paste a patient, patient's name, client's name, a patient's name, a client's name";

/// With one of these behind it, `patient` or `client` is about patients in general.
pub(super) const COMPOUNDS: &[&str] = &[
    "education",
    "handout",
    "handouts",
    "care",
    "experience",
    "journey",
    "safety",
    "portal",
    "satisfaction",
    "facing",
    "images",
    "photos",
    "names",
    "data",
    "information",
    "info",
    "details",
    "records",
    "communication",
    "communications",
    "coordinator",
    "coordinators",
    "advocate",
    "volume",
    "retention",
    "acquisition",
    "population",
    "selection",
    "reviews",
    "level",
    "id",
    "flow",
    "forms",
    "questionnaire",
    "rights",
    "relations",
    "list",
    "lists",
    "base",
    "loyalty",
    "concierge",
    "ambassador",
    "financing",
    "testimonials",
    "demographics",
    "side",
    "services",
    "service",
    "count",
    "counts",
    "room",
    "area",
    "access",
];

const PERSON: &str = "participant, caller, the caller, a caller, someone, somebody, the lady, a lady, lady who, the woman, a woman, woman in, a man, the man, man had, gentleman, a girl, a gal, gal, the guy, some guy, this guy";

const PRONOUN: &str = "she, he, her, him, his, hers, she's, he's, shes, she'll, he'll, she'd, he'd, herself, himself, they/them, ella, dile, decirle, mándale, mandale, su cita, le duele";

const FIRST: &str = "my appointment, my appt, my apt, my visit, my consult, my filler, my botox, my tox, my lips, my lip, my face, my skin, my forehead, my brow, my brows, my eyelid, my eyelids, my eye, my cheek, my cheeks, my chin, my jaw, my neck, my nose, my legs, my knee, my back hurts, my laser, my peel, my facial, my stitches, my scar, my rash, my mole, my acne, my rosacea,
my crown, my tooth, my teeth, my retainer, my aligner, my braces, my results, my chart, my records, my prescription, my refill, my meds, my dose, my treatment, my session, my therapist, my bill, my insurance, my deposit, my lashes, my upper lip, my lower lip, my son, my daughter's appointment, my membership, my package, my bleph, my hydrafacial, my chemical peel,
i had my, i had filler, i had botox, i had a, i was in yesterday, i was in on, i came in, i booked, i have an appointment, i'm calling about my, i am calling about my, calling to cancel my, reschedule my, cancel my, cancel my cleaning, move my, i need to move, i need to reschedule, i need to cancel, i bruised, i'm still swollen, my face is still, i'm breaking out, can you squeeze me in, am i supposed to, is it normal, is this normal, mi cita, mi cara, mis labios, soy paciente, me duele, me lastima";

const SECOND: &str = "your appointment is, your appt is, your appointment on, your appointment at, your appointment tomorrow, your facial is, your laser is, your filler is, your botox is, your peel is, your consult is, your visit is, your visit on, your treatment is, your session is, your session on, your stitches come out, your biopsy, your balance, your chart, your results are, your test results, your last visit, your last treatment, reply c to confirm, reply y to confirm, you're confirmed for, you are confirmed for, see you wed, see you thurs, see you fri, see you mon, see you tues, see you on monday, see you tomorrow, your retainer is ready, your consent was, your crown is, your mole check, your appointment mo, appointment mo, tu cita es, su cita es, tu cita, su cita de";

const STORY: &str = "came to us with, came to us years, years ago, came to us after, came to us for, came to us because, came to us in, came in for, came in after, came for, came back, drove to us, drove in, drove home, flew in, was injected, had been injected, was treated, had been treated, received, was placed, placed in, was seen, presented with, presented on, underwent, returned, went to the er, was diagnosed, we treated, we dissolved, had filler, had her, had his, her first treatment, his first treatment, told us, told me she, told me he, she said, he said, she told, he told, she says, he says, she laughs, first patient, our very first, turned 9, turns 9, our oldest, celebrat*, winner, winners are, congratulations, who has been a, been coming, has been coming, with us, held for, used on, right side, left side, for her bleph, for her filler, her acne, his acne, after her, after his, you signed, explained that, tolerated well";

const RESIDENCE: &str = "lives in, lives on, lives at, lives near, living in, i live, we live, resides, my address, new address, home address, mailing address, billing address, address linked, secondary address, my addresses, i moved, we moved, i'm in, i am in, sent to, ship it to, ships to, i'm from, she's from, he's from, is from, vive en, vivo en, mi dirección";

const LABEL: &str = "dob, d.o.b, d.o.b., date of birth, birth date, birthdate, mrn, mr#, chart #, chart no, medical record, medical record number, member id, member #, policy number, patient name:, patient:, name:, client:, pt name, ssn, emergency contact, home phone, cell phone, date of service, first_name, last_name, client_id, patient_id, allergies:, chief complaint, hpi, last seen, geb., fecha de nacimiento";

const NOTE: &str = "case vignette, history:, findings:, on exam, physical exam, impression:, s/p, c/o, rtc, op note, op summary, operative note, explant, explanted, pod, tol, tolerated";

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
