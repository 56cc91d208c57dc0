//! Whom and what the candidates are about: patient or provider, health link, activities, the practice's own.
//!
//! [`Reader`] takes the candidates of a page through, in this order: the practice's own goes out (`own`); a
//! text for everybody is told from one about individuals (`genre`, by the words of `cues`); what is about
//! nobody goes out (`about` says what the rules hold of it, `judge` weighs that with all else); mentions are linked to people (`people`); the health link (`health`) and the
//! activities asked for (`activity`) are read; what the rules hold is corrected by all words of the text (`answer`, by the
//! questions of `question`); and what breaks the rules of a place (`exposure`, `transcript`) is looked for.

mod about;
mod activity;
mod answer;
mod crowd;
mod cues;
mod exposure;
mod genre;
pub(crate) mod gist;
mod health;
mod initials;
mod judge;
mod narrow;
mod own;
mod people;
mod permission;
mod provider;
pub(crate) mod question;
mod telling;
#[cfg(test)]
pub(crate) mod testing;
mod transcript;

use self::about::Unit;
use self::activity::Activities;
use self::cues::{Cue, Cues, any_of};
pub use self::exposure::Exposure;
use self::genre::Genre;
use self::gist::Gist;
pub(crate) use self::judge::Seen;
use self::judge::{Judge, Place, Whole};
pub use self::narrow::Ground;
use self::own::Own;
pub(crate) use self::permission::Permissions;
pub use self::permission::{Note, Permitted};
pub use self::question::Sense;
use self::question::{Part, Questions};
use crate::identifier::{Finding, Hit, Kind};
use crate::policy::Policy;
use crate::text::{Page, placeholder};
use crate::verdict::ReasonCode;
use std::ops::Range;

#[cfg(feature = "train")]
pub(crate) use self::judge::{Judge as JudgeWeights, ROWS as JUDGE_ROWS, STEP as JUDGE_STEP};

/// What part a person plays in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// A patient, client or applicant, or somebody whose part is not known.
    Individual,
    /// A patient's relative or household member.
    Relative,
    /// A clinician or other staff member.
    Provider,
}

/// A person of the text, with every mention linked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Their part.
    pub role: Role,
    /// The findings that name them, as places in the list of findings.
    pub mentions: Vec<usize>,
}

/// An activity of the policy that the text asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The activity's place in [`Policy::activities`].
    pub activity: usize,
    /// Where it is asked, in bytes of the original.
    pub bytes: Range<usize>,
}

/// What the text as a whole is about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Context {
    /// The people of the text, in order of first mention.
    pub people: Vec<Person>,
    /// How many different patients, clients or applicants the text identifies, by whatever identifier;
    /// providers and one patient's own relatives are not counted.
    pub individuals: usize,
    /// The findings too sensitive for any prompt, even alone, as places in the list of findings.
    pub sensitive: Vec<usize>,
    /// The findings that by themselves name or reach one person: all but dates, places above the street, ages, providers.
    pub direct: Vec<usize>,
    /// The findings whose person the text ties to a condition, a treatment, an appointment, being a patient, or
    /// payment for care, as places in the list of findings.
    pub linked: Vec<usize>,
    /// Whether any part of the text has such a health link.
    pub health_link: bool,
    /// Whether it tells of a condition, a treatment or a drug, and not of appointments and payment alone.
    pub clinical: bool,
    /// Whether the text tells of an individual patient, named or not, beside a provider.
    pub patient_story: bool,
    /// What of the policy's activities the text asks for.
    pub asked: Vec<Asked>,
    /// What breaks the rules of the place that it goes to.
    pub exposures: Vec<Exposure>,
    /// Whether the text says that whom it shows has signed an authorization for that (45 CFR 164.508).
    pub authorized: bool,
}

/// Reads what texts are about, for one policy. It is shared freely between threads.
#[derive(Debug, Clone, Default)]
pub struct Reader {
    own: Own,
    activities: Activities,
    gist: Gist,
    judge: Judge,
    questions: Questions,
}

impl Reader {
    /// A reader for a resolved policy.
    pub fn new(policy: &Policy) -> Reader {
        Reader { own: Own::new(policy), activities: Activities::new(policy), ..Reader::default() }
    }

    /// The same with other weights.
    #[cfg(feature = "train")]
    pub(crate) fn with_weights(self, gist: Gist, judge: Judge) -> Reader {
        Reader { gist, judge, ..self }
    }

    /// A text with what was found in it and its parts as the questions see them, each with its findings' places,
    /// the whole first, for the learner.
    #[cfg(feature = "train")]
    pub(crate) fn parts_of(&self, page: &Page<'_>, hits: Vec<Hit>) -> (Vec<Finding>, Context, Parts) {
        self.read(page, hits, 0.0, &[])
    }

    /// The turns of a talk as the questions see them, for the learner.
    #[cfg(feature = "train")]
    pub(crate) fn turns_of(&self, page: &Page<'_>) -> Parts {
        let turns = exposure::turns(page, &Cues::read(page)).into_iter();
        turns.map(|(turn, part)| (page.original_range(&turn), part)).collect()
    }

    /// The candidates that are judged, each as the judge sees it, for the learner.
    #[cfg(feature = "train")]
    pub(crate) fn candidates(&self, page: &Page<'_>, hits: Vec<Hit>) -> Vec<(Hit, Seen)> {
        let scene = self.scene(page, hits);
        let mut candidates = Vec::new();
        scene.each(page, |_, hit, seen| candidates.push((hit.clone(), seen)));
        candidates
    }

    /// What is needed to judge a page's candidates.
    fn scene(&self, page: &Page<'_>, mut hits: Vec<Hit>) -> Scene {
        self.own.apply(page, &mut hits);
        provider::unname_providers(page, &mut hits);
        provider::name_providers(page, &mut hits);
        let cues = Cues::read(page);
        // What is hardly believed must not decide what the text is about.
        let likely: Vec<Hit> = hits.iter().filter(|hit| hit.confidence >= LIKELY).cloned().collect();
        let genre = genre::of(page, &cues, &likely);
        let units = about::units(page, &cues, genre, &likely);
        let whole = Whole::of(page, &cues, &hits, self.gist.level(page));
        Scene { hits, cues, genre, units, whole }
    }

    /// Decides which candidates are about an individual, links people, and reads what the text is about.
    ///
    /// The findings come back in order of place; those less certain than `least` (0 to 1) are left out. Of the rules of
    /// places (P1 to P5), those that are `watched` are looked for.
    pub fn understand(
        &self,
        page: &Page<'_>,
        hits: Vec<Hit>,
        least: f32,
        watched: &[ReasonCode],
    ) -> (Vec<Finding>, Context) {
        let (findings, context, _) = self.read(page, hits, least, watched);
        (findings, context)
    }

    /// The same, with the parts of the text as the questions see them.
    fn read(
        &self,
        page: &Page<'_>,
        hits: Vec<Hit>,
        least: f32,
        watched: &[ReasonCode],
    ) -> (Vec<Finding>, Context, Parts) {
        let scene = self.scene(page, beside_placeholders(page, hits));
        let mut judged = Vec::new();
        scene.each(page, |unit, hit, seen| {
            let (confidence, enough) = if about::is_certain(page, hit) {
                (hit.confidence, 0.0)
            } else {
                let enough = judge::enough(scene.genre, unit, hit.kind, scene.whole.is_about_nobody());
                let public = about::is_public_contact(page, &scene.cues, unit, hit);
                let enough = if public { enough.max(judge::PUBLIC) } else { enough };
                (self.judge.probability(&seen), enough)
            };
            judged.push((Hit { confidence, ..hit.clone() }, enough));
        });
        let alone = judge::enough_alone(&scene.whole, &judged);
        let talk = scene.cues.any(&(0..page.text().len()), Cue::Contact.bit());
        let nobody = !talk && scene.whole.is_about_nobody();
        let counts = |hit: &Hit, enough: f32| {
            let enough =
                if about::is_certain(page, hit) { enough } else { enough.max(judge::enough_of(alone, nobody, hit)) };
            hit.confidence >= enough.max(least)
        };
        let (kept, doubted): (Vec<_>, Vec<_>) = judged.into_iter().partition(|(hit, enough)| counts(hit, *enough));
        let [mut hits, doubted]: [Vec<Hit>; 2] =
            [kept, doubted].map(|judged| judged.into_iter().map(|(hit, _)| hit).collect());
        about::keep_towns(page, &doubted, least, &mut hits);
        people::keep_addresses(page, doubted.into_iter(), least, &mut hits);
        let Scene { cues, genre, units, .. } = scene;
        people::propagate(page, &mut hits);
        initials::propagate(page, least, &mut hits);
        let people = people::link(page, &cues, &hits);
        let all = 0..page.text().len();
        // Vendors are nobody's patients, however many a letter names.
        let trade = cues.any(&all, Cue::Business.bit())
            && !cues.any(&all, any_of(&[Cue::Applicant, Cue::Crowd]))
            && !units.iter().any(|unit| unit.health);
        let requests = self.activities.read(page);
        let mut context = Context {
            people: persons(&people),
            individuals: if trade { 0 } else { crowd::count(page, &hits, &people) },
            sensitive: places(&hits, |hit| is_sensitive(page, hit)),
            direct: places(&hits, |hit| is_direct(page, hit)),
            linked: places(&hits, |hit| {
                // A photo of somebody that a practice has is of a patient, unless the text is about business.
                let photo = hit.kind == Kind::Photo && !health::trade(&cues, &all);
                photo || unit_of(&units, hit).is_some_and(|unit| unit.health)
            }),
            health_link: units.iter().any(|unit| unit.health),
            clinical: cues.any(&all, any_of(&[Cue::Condition, Cue::Treatment, Cue::Note])),
            patient_story: hits
                .iter()
                .any(|hit| hit.kind == Kind::Provider && unit_of(&units, hit).is_some_and(|unit| unit.individual)),
            asked: self.activities.asked(page, &requests, &asking(page, genre)),
            exposures: Vec::new(),
            authorized: false,
        };
        let codes = self.activities.codes(&context.asked);
        let parts = answer::parts(page, &cues, genre, &units, &hits, &context, &codes);
        if let Some(((_, whole), parts)) = parts.split_first() {
            let mere_trade = genre == Genre::Personal && health::mere_trade(&cues, &all);
            answer::correct(&self.questions, genre, &hits, parts, mere_trade, &mut context);
            answer::sense(&self.questions, page, whole, &self.activities, &requests, &mut context);
            if !watched.is_empty() {
                context.authorized = exposure::is_authorized(page);
                context.exposures =
                    exposure::exposures(page, &cues, whole, &self.questions, watched, context.authorized);
            }
        }
        (findings(page, hits, &people.of_hit), context, parts)
    }
}

/// The parts of a text as the questions see them, each with the places of its findings.
pub(crate) type Parts = Vec<(Range<usize>, Part)>;

/// A candidate that is at least so certain may decide what a text is about.
const LIKELY: f32 = 0.3;

/// A page's candidates and what the text around them is about.
struct Scene {
    hits: Vec<Hit>,
    cues: Cues,
    genre: Genre,
    units: Vec<Unit>,
    whole: Whole,
}

impl Scene {
    /// Calls `told` with each candidate, the unit that it stands in, and how the judge sees it.
    fn each(&self, page: &Page<'_>, mut told: impl FnMut(&Unit, &Hit, Seen)) {
        let Scene { hits, cues, genre, units, whole } = self;
        about::each(page, cues, *genre, units, hits, |unit, hit, about| {
            let place = Place { page, cues, whole, genre: *genre, unit, hits };
            told(unit, hit, judge::see(&place, hit, about));
        });
    }
}

/// Where a text asks for something: anywhere, but in copy and rules, which quote requests, only at its two ends.
fn asking(page: &Page<'_>, genre: Genre) -> Vec<Range<usize>> {
    match genre {
        Genre::Personal => std::iter::once(0..page.text().len()).collect(),
        Genre::General => {
            let paragraphs = genre::paragraphs(page);
            paragraphs.first().into_iter().chain(paragraphs.last()).cloned().collect()
        }
    }
}

/// The unit in which a hit stands.
fn unit_of<'u>(units: &'u [Unit], hit: &Hit) -> Option<&'u Unit> {
    units.get(units.partition_point(|unit| unit.range.end <= hit.range.start))
}

/// The places of the hits for which `holds`.
fn places(hits: &[Hit], holds: impl Fn(&Hit) -> bool) -> Vec<usize> {
    hits.iter().enumerate().filter(|(_, hit)| holds(hit)).map(|(place, _)| place).collect()
}

/// The hits without those that lie within a template's placeholder or are one: the numbers of `[MRN_1500]` and `MRN 000000`
/// are nobody's.
fn beside_placeholders(page: &Page<'_>, mut hits: Vec<Hit>) -> Vec<Hit> {
    if !hits.is_empty() {
        let templates = placeholder::all(page.text());
        hits.retain(|hit| {
            // A number of zeros alone stands for one.
            let value = page.text()[hit.range.clone()].bytes().filter(u8::is_ascii_alphanumeric);
            if value.clone().count() >= 4 && value.clone().all(|byte| byte == b'0') {
                return false;
            }
            let at = templates.partition_point(|place| place.end < hit.range.end);
            templates.get(at).is_none_or(|place| hit.range.start < place.start)
        });
    }
    hits
}

/// Whether a hit by itself names or reaches one person.
fn is_direct(page: &Page<'_>, hit: &Hit) -> bool {
    match hit.kind {
        Kind::Provider | Kind::Date | Kind::Age => false,
        Kind::Location => about::is_street(&page.text()[hit.range.clone()]),
        _ => true,
    }
}

/// Whether a hit alone is too sensitive for any prompt: what a thief or a payer's clerk can use as it stands.
fn is_sensitive(page: &Page<'_>, hit: &Hit) -> bool {
    let digits = page.text()[hit.range.clone()].bytes().filter(u8::is_ascii_digit).count();
    let near = page.before(hit.range.start, 40).to_ascii_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| near.contains(word));
    match hit.kind {
        Kind::Ssn | Kind::Mrn | Kind::HealthPlan | Kind::Biometric => true,
        // The last four of a card, and the practice's own account for a client, open nothing.
        Kind::Account => {
            digits >= 12 || digits >= 6 && says(&["routing", "aba", "bank", "ach", "checking", "savings", "iban"])
        }
        Kind::License => {
            says(&["driver", "dl ", "d.l.", "licence", "passport", "state id", "id checked", "lic."])
                && !says(PROFESSIONS)
        }
        _ => false,
    }
}

/// What makes a licence one of a profession.
const PROFESSIONS: &[&str] = &["npi", "dea", "nurs", "board", "state lic", "esthetic", "certificate"];

/// The people as the rest of the program sees them.
fn persons(people: &people::People) -> Vec<Person> {
    let mut persons: Vec<Person> =
        people.all.iter().map(|somebody| Person { role: somebody.role, mentions: Vec::new() }).collect();
    for (place, person) in people.of_hit.iter().enumerate() {
        if let Some(person) = person.and_then(|person| persons.get_mut(person)) {
            person.mentions.push(place);
        }
    }
    persons
}

/// The hits as findings in the original text.
fn findings(page: &Page<'_>, hits: Vec<Hit>, person: &[Option<usize>]) -> Vec<Finding> {
    let mut chars = CharCounter::new(page.original());
    let mut done = 0;
    hits.into_iter()
        .zip(person)
        .map(|(hit, person)| {
            let bytes = page.original_range(&hit.range);
            // A character that stands for several can belong to two of them: the first has it.
            let bytes = bytes.start.max(done)..bytes.end.max(done);
            done = bytes.end;
            let chars = chars.at(bytes.start)..chars.at(bytes.end);
            Finding {
                kind: hit.kind,
                bytes,
                chars,
                confidence: hit.confidence,
                rule: hit.rule.into_owned(),
                person: *person,
            }
        })
        .collect()
}

/// Counts code points up to rising byte places.
struct CharCounter<'t> {
    text: &'t str,
    byte: usize,
    count: usize,
}

impl<'t> CharCounter<'t> {
    fn new(text: &'t str) -> CharCounter<'t> {
        CharCounter { text, byte: 0, count: 0 }
    }

    /// The number of code points before `byte`, which is no smaller than at the call before.
    fn at(&mut self, byte: usize) -> usize {
        self.count += self.text[self.byte..byte].chars().count();
        self.byte = byte;
        self.count
    }
}
