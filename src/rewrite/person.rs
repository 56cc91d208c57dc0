//! Who the people of a text are called in its rewrite: "the patient", "Patient B", "the husband".

use super::business::{BUSINESS, TRADES, beside, comes_from_business};
use super::colleague::works_here;
use super::mention;
use super::natural::Look;
use super::subject::{general_noun, tells_of_care};
use super::word::{
    CLIENTS, OTHERS, STAFF, Word, capitalized, in_word, is_determiner, is_kin, is_one, is_role, last_word,
};
use crate::context::{Context, Role};
use crate::identifier::{Finding, Kind};
use crate::lexicon::{Gender, known_given_name};
use std::collections::{HashMap, HashSet};

/// How much of a text decides whether it says "patient" or "client", in bytes.
pub(super) const SAMPLE: usize = 1 << 16;
/// A clinical text shorter than this, in bytes, is a note or a question about a patient, where nothing says whose.
pub(super) const NOTE: usize = 600;
/// Up to so many people of one kind are told apart by letters, and more by numbers.
const LETTERS: usize = 26;

/// What one person is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Label {
    /// Their part in the text.
    pub(super) role: Role,
    /// "patient", "husband", "doctor".
    pub(super) noun: String,
    /// "A" or "12" where several people have the same noun.
    pub(super) number: Option<String>,
    /// Whether the text is Spanish.
    spanish: bool,
    /// Whether only a later look found them, so that they are anybody.
    late: bool,
    /// Whether they are named once in the text.
    pub(super) once: bool,
    /// Whether a Spanish article can be told, and which.
    article: &'static str,
}

impl Label {
    /// The label for a sentence of its language.
    pub(super) fn spoken(&self, spanish: bool) -> Label {
        let noun = if spanish { self.in_spanish() } else { &self.noun };
        Label { noun: noun.to_owned(), spanish, ..self.clone() }
    }

    /// The noun in Spanish.
    fn in_spanish(&self) -> &str {
        let woman = self.article == "la ";
        match (self.noun.as_str(), woman) {
            ("patient" | "applicant" | "caller", _) => "paciente",
            ("client", false) => "cliente",
            ("client", true) => "clienta",
            ("person", _) => "persona",
            ("doctor", true) => "doctora",
            ("provider", _) => "profesional",
            ("nurse", true) => "enfermera",
            ("nurse", false) => "enfermero",
            (noun, _) => noun,
        }
    }

    /// "the patient" or "Patient A".
    pub(super) fn definite(&self) -> String {
        match (&self.number, self.spanish) {
            (Some(_), _) => self.bare(),
            (None, true) if self.late => "alguien".to_owned(),
            (None, true) if self.noun == "persona" => "esta persona".to_owned(),
            (None, false) if self.late => "someone".to_owned(),
            (None, false) if self.noun == "person" => "this person".to_owned(),
            (None, false) if self.noun == CONTACT => format!("our {CONTACT}"),
            (None, false) => format!("the {}", self.noun),
            (None, true) => format!("{}{}", self.article, self.noun),
        }
    }

    /// "a patient" or "Patient A".
    pub(super) fn indefinite(&self) -> String {
        match (&self.number, self.spanish) {
            (Some(_), _) => self.bare(),
            (None, false) if self.late => "someone".to_owned(),
            (None, true) if self.article == "la " => format!("una {}", self.noun),
            (None, true) => format!("un {}", self.noun),
            (None, false) if self.noun.starts_with(['a', 'e', 'i', 'o', 'u']) => format!("an {}", self.noun),
            (None, false) => format!("a {}", self.noun),
        }
    }

    /// "patient" or "Patient A".
    pub(super) fn bare(&self) -> String {
        match &self.number {
            Some(number) => format!("{} {number}", capitalized(&self.noun)),
            None => self.noun.clone(),
        }
    }
}

/// The people of a text with what they are called.
#[derive(Debug)]
pub(super) struct People {
    /// The person of each finding.
    of: Vec<Option<usize>>,
    labels: Vec<Label>,
    /// Whether letters may be given, which a later look finds given already.
    lettered: bool,
}

impl People {
    /// Names the people of a text.
    /// `own` says that the text is a patient's own.
    pub(super) fn new(text: &str, findings: &[Finding], context: &Context, look: Look, own: bool) -> People {
        let (of, roles) = mention::link(text, findings, context);
        let general = match look {
            Look::Second => "person",
            Look::First => general_noun(text, context),
        };
        let clinical = text.len() < NOTE && (context.clinical || tells_of_care(text));
        let mut nouns: Vec<Option<String>> = vec![None; roles.len()];
        let mut feminine = vec![false; roles.len()];
        let mut linked = vec![false; roles.len()];
        let mut business = vec![false; roles.len()];
        let mut from_firm = vec![false; roles.len()];
        let mut colleague = vec![false; roles.len()];
        for (index, (finding, person)) in findings.iter().zip(&of).enumerate() {
            let Some(person) = *person else { continue };
            let Some(value) = text.get(finding.bytes.clone()) else { continue };
            feminine[person] |= value.split_whitespace().next().is_some_and(is_feminine);
            linked[person] |= context.linked.contains(&index) || is_aged(&text[finding.bytes.end..]);
            let unlinked = !context.linked.contains(&index);
            let from = comes_from_business(text, finding);
            from_firm[person] |= from;
            business[person] |= from || beside(text, finding, TRADES) || unlinked && beside(text, finding, BUSINESS);
            let individual = roles[person] == Role::Individual && look == Look::First;
            colleague[person] |= individual && works_here(text, &finding.bytes);
            if nouns[person].is_none() {
                let sends = || roles[person] == Role::Individual && !own && signs(text, finding);
                nouns[person] = noun_at(text, finding, roles[person]).or_else(|| sends().then(|| SENDER.to_owned()));
            }
        }
        for (noun, _) in nouns.iter_mut().zip(&colleague).filter(|(noun, works)| noun.is_none() && **works) {
            *noun = Some(SENDER.to_owned());
        }
        for (linked, business) in linked.iter_mut().zip(&business) {
            *linked &= !business;
        }
        // A list in a clinical text is one of patients, also where nobody's care is told of plainly, its tradesmen left out.
        let individuals = || roles.iter().zip(&linked).filter(|(role, _)| **role == Role::Individual);
        if context.clinical && individuals().count() >= 3 && individuals().all(|(_, linked)| !linked) {
            for (finding, person) in findings.iter().zip(&of) {
                let Some(person) = *person else { continue };
                linked[person] |= !beside(text, finding, BUSINESS);
            }
        }
        let nouns: Vec<String> = nouns
            .into_iter()
            .zip(&roles)
            .zip(linked.iter().zip(business.iter().copied().zip(from_firm)))
            .map(|((noun, role), (linked, (business, from_firm)))| {
                noun.unwrap_or_else(|| {
                    match role {
                        Role::Individual if business && from_firm => CONTACT,
                        Role::Individual if business => "person",
                        Role::Individual if !linked && !clinical && matches!(general, "patient" | "client") => "person",
                        Role::Individual => general,
                        Role::Relative => "person",
                        Role::Provider => "provider",
                    }
                    .to_owned()
                })
            })
            .collect();
        let mut mentions = vec![0usize; roles.len()];
        for (finding, person) in findings.iter().zip(&of) {
            if let Some(person) = person.filter(|_| matches!(finding.kind, Kind::Name | Kind::Provider)) {
                mentions[person] += 1;
            }
        }
        let labels = nouns
            .into_iter()
            .zip(&roles)
            .zip(feminine.iter().zip(&mentions))
            .map(|((noun, role), (feminine, mentions))| {
                let late = look == Look::Second && *role != Role::Provider;
                let article = if *feminine || noun == "person" { "la " } else { "el " };
                Label { role: *role, noun, number: None, spanish: false, late, once: *mentions == 1, article }
            })
            .collect();
        let mut people = People { of, labels, lettered: look == Look::First };
        let mentioned: HashSet<usize> = people.of.iter().copied().flatten().collect();
        people.number(&mentioned);
        people
    }

    /// Gives letters to those of these people whose noun is that of another of them.
    fn number(&mut self, counted: &HashSet<usize>) {
        let mut counts: HashMap<String, usize> = HashMap::new();
        let of_noun = |noun: &str, counts: &mut HashMap<String, usize>| {
            let count = counts.entry(noun.to_owned()).or_default();
            *count += 1;
            *count
        };
        let places: Vec<Option<usize>> = self
            .labels
            .iter()
            .enumerate()
            .map(|(person, label)| counted.contains(&person).then(|| of_noun(&label.noun, &mut counts)))
            .collect();
        for (label, place) in self.labels.iter_mut().zip(places) {
            let count = counts.get(&label.noun).copied().unwrap_or_default();
            label.number = place.filter(|_| count > 1 && self.lettered).map(|place| ordinal(place, count));
        }
    }

    /// Gives letters anew where some of those who have one are not named by it; whether that changes any.
    pub(super) fn recount(&mut self, named: &HashSet<usize>) -> bool {
        let unnamed = |(person, label): (usize, &Label)| label.number.is_some() && !named.contains(&person);
        let changes = self.labels.iter().enumerate().any(unnamed);
        if changes {
            self.number(named);
        }
        changes
    }

    /// How many findings name or reach a person.
    pub(super) fn mentions(&self, person: usize) -> usize {
        self.of.iter().filter(|of| **of == Some(person)).count()
    }

    /// What the person of a finding is called.
    pub(super) fn label(&self, finding: usize) -> Option<&Label> {
        self.labels.get(self.person(finding)?)
    }

    /// The person of a finding, as a number that stays the same for all mentions.
    pub(super) fn person(&self, finding: usize) -> Option<usize> {
        self.of.get(finding).copied().flatten()
    }
}

/// Somebody of another firm.
const CONTACT: &str = "contact";

/// Who signs a message about or to a patient.
pub(super) const SENDER: &str = "team member";

/// Whether a text begins with the age of whom it follows: ", 46, a roofer", " (46)", ", 5 mo".
fn is_aged(behind: &str) -> bool {
    let Some(rest) = [", ", " (", ", age ", ", aged "].iter().rev().find_map(|mark| behind.strip_prefix(mark)) else {
        return false;
    };
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let behind = &rest[digits..];
    (1..=2).contains(&digits)
        && (behind.starts_with([',', ')', 'F', 'M', 'y']) || behind.starts_with(" y") || behind.starts_with(" mo"))
}

/// Whether a name stands alone on the line below a closing: "Thanks,".
fn signs(text: &str, finding: &Finding) -> bool {
    let start = super::layout::ceil(text, finding.bytes.start.saturating_sub(48));
    let Some((above, before)) = text[start..finding.bytes.start].rsplit_once('\n') else { return false };
    let after = text[finding.bytes.end..].split('\n').next().unwrap_or_default();
    let closing = above.trim_end().rsplit('\n').next().unwrap_or_default();
    let closing = closing.trim_end_matches([' ', ',', '.', '!', '-', '–', '—']);
    before.trim().is_empty()
        && after.trim().is_empty()
        && super::word::ending(closing, super::greeting::CLOSINGS).is_some()
}

/// Whether a given name is a woman's, as far as the lists or its ending tell.
fn is_feminine(name: &str) -> bool {
    match known_given_name(name) {
        Some((Gender::Female, _)) => true,
        Some((Gender::Male, _)) => false,
        Some((Gender::Either, _)) | None => name.ends_with(['a', 'A']),
    }
}

/// A letter, or a number where there are too many for letters.
fn ordinal(place: usize, count: usize) -> String {
    match u8::try_from(place) {
        Ok(place @ 1..) if count <= LETTERS => char::from(b'A' + place - 1).to_string(),
        _ => place.to_string(),
    }
}

/// What the words next to a name call its bearer: "our rep", "his husband", "Dr.", "(daughter)".
fn noun_at(text: &str, finding: &Finding, role: Role) -> Option<String> {
    let start = super::layout::floor(text, finding.bytes.start.saturating_sub(60));
    let left = text[start..finding.bytes.start].rsplit('\n').next().unwrap_or_default();
    let end = super::layout::ceil(text, finding.bytes.end + 60);
    let right = text[finding.bytes.end..end].split('\n').next().unwrap_or_default();
    let value = &text[finding.bytes.clone()];
    if role == Role::Provider {
        return staff_noun(value, left, right).map(plain);
    }
    if let Some(noun) = credential(right) {
        return Some(noun.to_owned());
    }
    let before = before_name(left);
    let kin = |word: &Word<'_>| role == Role::Individual && is_kin(word.text) && is_owned(&before[..word.start]);
    if let Some(word) = last_word(before).filter(|word| is_kin_or_contact(word.text, role) || kin(word)) {
        return Some(word.text.to_lowercase());
    }
    let inside = right.trim_start().strip_prefix(['(', ',']).unwrap_or_default();
    let mut words = inside.split(|c: char| !in_word(c)).filter(|word| !word.is_empty()).take(4);
    let first = words.next()?;
    // "Ana, a teacher from Lowell," tells what a patient does, and not who she is here.
    if role == Role::Individual && is_one(first, &["a", "an"]) {
        return None;
    }
    let word = if is_determiner(first) { words.next()? } else { first };
    // "Ignatius Boudreaux, driver licence 009", "Hi Ada, the plumber Thabo will come"
    let named = |next: &str| next.starts_with(char::is_uppercase) && word.starts_with(char::is_lowercase);
    if words.next().is_some_and(|next| is_one(next, &["license", "licence", "license's"]) || named(next)) {
        return None;
    }
    is_kin_or_contact(word, role).then(|| word.to_lowercase())
}

/// Whether a text ends with whose the kin is that follows: "her", "Ana's", "a client whose".
fn is_owned(before: &str) -> bool {
    last_word(before).is_some_and(|word| {
        let whose = ["my", "his", "her", "their", "our", "your", "whose", "su", "mi", "a"];
        is_one(word.text, &whose) || word.text.ends_with("'s") || word.text.ends_with("’s")
    })
}

/// The text before a name without what introduces the name.
pub(super) fn before_name(left: &str) -> &str {
    let left = left.trim_end_matches([' ', '\t', ',', ':', '"', '“', '(']);
    let named = ["named", "called", "name", "nombre"];
    let words = super::word::last_word(left).filter(|word| is_one(word.text, &named));
    words.map_or(left, |word: Word<'_>| left[..word.start].trim_end())
}

/// Whether a word is a better name for somebody of that role than the general one.
fn is_kin_or_contact(word: &str, role: Role) -> bool {
    match role {
        Role::Individual => is_one(word, OTHERS) && !is_one(word, &["user", "contact"]),
        Role::Relative => is_kin(word),
        Role::Provider => is_one(word, STAFF),
    }
}

/// Words for somebody of the same staff, whatever they do there.
const PEERS: &[&str] = &["coworker", "co-worker", "colleague", "teammate"];

/// What letters behind a name make of its bearer.
#[rustfmt::skip]
const CREDENTIALS: &[(&str, &str)] = &[
    ("MD", "doctor"), ("M.D", "doctor"), ("DO", "doctor"), ("NP", "nurse practitioner"),
    ("FNP", "nurse practitioner"), ("APRN", "nurse practitioner"), ("CRNA", "anesthetist"), ("RN", "nurse"),
    ("LPN", "nurse"), ("PA", "physician assistant"), ("DDS", "dentist"), ("DMD", "dentist"), ("RDH", "hygienist"),
    ("DC", "chiropractor"), ("LCSW", "therapist"), ("LMFT", "therapist"), ("LPC", "therapist"),
    ("PsyD", "psychologist"), ("PhD", "psychologist"), ("LE", "esthetician"), ("DPT", "physical therapist"),
    ("PT", "physical therapist"),
];

/// What the credential that a text begins with makes of the bearer of the name before.
fn credential(right: &str) -> Option<&'static str> {
    let word = right.trim_start_matches([',', ' ']);
    let word = word.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    // "DO" and the like are words too, but for those that end a line.
    let ends = right
        .trim_start_matches([',', ' '])
        .get(word.len()..)
        .is_some_and(|rest| rest.trim_end_matches('.').trim_start_matches(' ').is_empty() || rest.starts_with('\n'));
    let spaced = right.starts_with([',', ' ']) && (ends || !matches!(word, "PA" | "DO" | "PT" | "LE" | "DC"));
    CREDENTIALS.iter().find(|(letters, _)| spaced && *letters == word).map(|(_, noun)| *noun)
}

/// What a clinician's title, credential or role makes of them.
fn staff_noun(value: &str, left: &str, right: &str) -> Option<&'static str> {
    const TITLES: &[(&str, &str)] = &[
        ("dr", "doctor"),
        ("dra", "doctor"),
        ("doctor", "doctor"),
        ("doc", "doctor"),
        ("nurse", "nurse"),
        ("np", "nurse practitioner"),
        ("pa", "physician assistant"),
        ("rn", "nurse"),
        ("lpn", "nurse"),
        ("lvn", "nurse"),
        ("cna", "nurse"),
        ("aprn", "nurse practitioner"),
        ("crna", "anesthetist"),
        ("md", "doctor"),
    ];
    let first = value.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let before = last_word(left.trim_end_matches([' ', '.', ','])).map_or("", |word| word.text);
    for title in [first, before] {
        if let Some((_, noun)) = TITLES.iter().find(|(word, _)| word.eq_ignore_ascii_case(title)) {
            return Some(noun);
        }
    }
    if let Some(noun) = STAFF.iter().chain(PEERS).find(|noun| noun.eq_ignore_ascii_case(before)) {
        return Some(noun);
    }
    // "Mia Cho NP"
    let last = value.rsplit(' ').next().filter(|last| value.contains(' ') && last.chars().all(char::is_uppercase));
    if let Some((_, noun)) = last.and_then(|last| CREDENTIALS.iter().find(|(word, _)| *word == last)) {
        return Some(noun);
    }
    let behind = format!("{value}{right}");
    let credential = behind.split(',').nth(1).unwrap_or_default().trim_start();
    let credential = credential.split(|c: char| !c.is_alphanumeric() && c != '.').next().unwrap_or_default();
    if let Some((_, noun)) = CREDENTIALS.iter().find(|(word, _)| *word == credential.trim_end_matches('.')) {
        return Some(noun);
    }
    let mut words = right
        .strip_prefix([',', '('])
        .or_else(|| right.strip_prefix(" ("))
        .unwrap_or_default()
        .split_whitespace()
        .take(4);
    words.find_map(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        // "Zane, Dr. Pell and Bo" are several.
        STAFF.iter().find(|noun| **noun == word && !matches!(**noun, "dr" | "dra")).copied()
    })
}

/// A staff noun without its short form.
fn plain(noun: &str) -> String {
    match noun {
        "dra" | "dr" | "doctora" => "doctor",
        "np" => "nurse practitioner",
        "enfermera" => "nurse",
        "esthi" | "esti" => "esthetician",
        _ => noun,
    }
    .to_owned()
}

/// Whether a word calls a person what their label calls them, or something as good.
pub(super) fn is_name_for(word: &str, role: Role) -> bool {
    match role {
        Role::Provider => is_one(word, STAFF) || is_role(word) && !is_client(word) && !is_kin(word),
        Role::Individual | Role::Relative => is_role(word),
    }
}

/// Whether a role noun is one that is numbered anyway ("patient", "client").
pub(super) fn is_client(word: &str) -> bool {
    is_one(word, CLIENTS)
}
