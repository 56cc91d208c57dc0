//! A policy in plain words, for an owner who reads it to the team.

use super::{Activity, CoveredEntity, Destination, DestinationKind, Policy, PracticeKind};
use crate::identifier::Kind;
use crate::verdict::{Bucket, ReasonCode};
use jiff::civil::Date;
use std::fmt::Write;

/// The width of the text, in columns.
const WIDTH: usize = 80;

/// What the policy says, in plain sentences of at most 80 columns; agreements count as of `today`.
pub fn describe(policy: &Policy, today: Date) -> String {
    let mut page = Page::default();
    practice(policy, &mut page);
    destinations(policy, today, &mut page);
    activities(policy, Bucket::Unsafe, "What we never leave to a tool", &mut page);
    activities(policy, Bucket::Conditional, "What needs an approved tool, and a person who checks", &mut page);
    roles(policy, &mut page);
    identifiers(policy, &mut page);
    templates(policy, &mut page);
    allow(policy, &mut page);
    page.text
}

/// The resolved policy as one YAML text that needs no other; what is empty is left out.
///
/// # Errors
/// None that a policy can cause; the serializer's interface has one.
pub fn to_yaml(policy: &Policy) -> Result<String, serde_yaml::Error> {
    let mut value = serde_yaml::to_value(policy)?;
    prune(&mut value);
    serde_yaml::to_string(&value)
}

/// Takes out what says nothing.
fn prune(value: &mut serde_yaml::Value) {
    let Some(map) = value.as_mapping_mut() else {
        value.as_sequence_mut().into_iter().flatten().for_each(prune);
        return;
    };
    map.values_mut().for_each(prune);
    map.retain(|_, value| {
        let empty_list = value.as_sequence().is_some_and(Vec::is_empty);
        let empty_map = value.as_mapping().is_some_and(serde_yaml::Mapping::is_empty);
        !value.is_null() && !empty_list && !empty_map
    });
}

/// A text that grows, wrapped.
#[derive(Default)]
struct Page {
    text: String,
}

impl Page {
    fn title(&mut self, title: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(title);
        self.text.push('\n');
        self.text.push_str(&"-".repeat(title.chars().count()));
        self.text.push('\n');
    }

    fn line(&mut self, indent: usize, line: &str) {
        self.hang(indent, indent, line);
    }

    /// A line whose further lines stand at `hang`.
    fn hang(&mut self, indent: usize, hang: usize, line: &str) {
        let (first, rest) = (" ".repeat(indent), " ".repeat(hang));
        let options = textwrap::Options::new(WIDTH)
            .initial_indent(&first)
            .subsequent_indent(&rest)
            .word_splitter(textwrap::WordSplitter::NoHyphenation);
        self.text.push_str(&textwrap::fill(line, options));
        self.text.push('\n');
    }
}

fn practice(policy: &Policy, page: &mut Page) {
    let practice = &policy.practice;
    let kind = match practice.kind {
        PracticeKind::MedSpa => "a medical spa",
        PracticeKind::Therapist => "a therapist's practice",
        PracticeKind::Dermatology => "a dermatology practice",
        PracticeKind::CosmeticOnly => "a practice for cosmetic services only",
    };
    match &practice.name {
        Some(name) => page.title(&format!("The policy of {name}")),
        None => page.title("Our policy"),
    }
    let bound = match practice.covered_entity {
        CoveredEntity::Yes => "HIPAA binds us.",
        CoveredEntity::No => {
            "HIPAA does not bind us as a covered entity; what clients tell us is private all the same."
        }
        CoveredEntity::Assume => "We act as if HIPAA binds us.",
    };
    page.line(0, &format!("We are {kind}. {bound}"));

    page.title("Ours, and no secret");
    let public = &practice.public;
    let lists = [
        ("Staff", &public.staff),
        ("Phones", &public.phones),
        ("Email", &public.emails),
        ("Web", &public.domains),
        ("Addresses", &public.addresses),
    ];
    for (what, list) in lists.iter().filter(|(_, list)| !list.is_empty()) {
        page.hang(0, 11, &format!("{what:<10} {}", list.join("; ")));
    }
    if lists.iter().all(|(_, list)| list.is_empty()) {
        page.line(
            0,
            "Nothing is listed yet, so our own phone number or a colleague's name may be taken for somebody's private \
             details. List them under practice: public: in the policy.",
        );
    }
}

fn destinations(policy: &Policy, today: Date, page: &mut Page) {
    page.title("Where a draft may go");
    for (name, destination) in &policy.destinations {
        let default = policy.default_destination.as_deref() == Some(name);
        let label = destination.label.as_deref().unwrap_or(kind_of_place(destination.kind));
        let counts = if default { " Counts where nobody says where a draft goes." } else { "" };
        page.hang(0, 4, &format!("{name}: {}.{counts}", label.trim_end_matches('.')));
        if destination.kind == DestinationKind::ApprovedAi {
            page.line(4, &agreement(destination, today));
            page.line(4, &safeguards(destination));
        }
    }
    // Places with the same verdicts are told together.
    let mut told: Vec<(Vec<&str>, [Bucket; 14])> = Vec::new();
    for (name, destination) in &policy.destinations {
        let column = ReasonCode::ALL.map(|reason| verdict(policy, reason, destination, today));
        match told.iter_mut().find(|(_, known)| *known == column) {
            Some((names, _)) => names.push(name),
            None => told.push((vec![name], column)),
        }
    }
    for (names, column) in told {
        let places = sentence_list(&names, "or");
        for (bucket, what) in [
            (Bucket::Unsafe, format!("Never to {places}:")),
            (Bucket::Conditional, format!("To {places} only after a person has looked at it:")),
            (Bucket::Safe, format!("To {places} as it is, although it is noticed:")),
        ] {
            let held = ReasonCode::ALL.into_iter().zip(column).filter(|(_, judged)| *judged == bucket);
            let held: Vec<ReasonCode> = held.map(|(reason, _)| reason).collect();
            if !held.is_empty() {
                page.text.push('\n');
                page.line(0, &what);
            }
            for reason in held {
                page.hang(2, 6, &format!("{reason}  {}", meaning(reason)));
            }
        }
    }
    page.text.push('\n');
    page.line(0, "Everything else may go. `safepaste explain U1` tells more about a reason.");
}

fn kind_of_place(kind: DestinationKind) -> &'static str {
    match kind {
        DestinationKind::GeneralAi => "a chatbot or other AI tool without an agreement",
        DestinationKind::ApprovedAi => "an AI tool that we approved",
        DestinationKind::Sms => "text messages",
        DestinationKind::Email => "email",
        DestinationKind::Public => "what everybody can read",
        DestinationKind::Internal => "inside the practice",
    }
}

fn verdict(policy: &Policy, reason: ReasonCode, destination: &Destination, today: Date) -> Bucket {
    let row = policy.verdicts.get(&reason);
    row.and_then(|row| row.get(&destination.effective_kind(today))).copied().unwrap_or(Bucket::Unsafe)
}

fn agreement(destination: &Destination, today: Date) -> String {
    let baa = destination.baa.as_ref();
    let day = |date: Option<Date>| date.map(|date| date.strftime("%B %-d, %Y").to_string());
    let expires = day(baa.and_then(|baa| baa.expires));
    match day(baa.and_then(|baa| baa.signed)) {
        None => "No agreement (BAA) is signed, so it counts as a general chatbot.".to_owned(),
        Some(signed) if destination.baa_in_force(today) => {
            let until = expires.map(|day| format!(", in force through {day}")).unwrap_or_default();
            format!("Agreement (BAA) signed {signed}{until}.")
        }
        Some(signed) => {
            let until = expires.map(|day| format!(", in force through {day}")).unwrap_or_default();
            format!("Agreement (BAA) signed {signed}{until}: not in force today, so it counts as a general chatbot.")
        }
    }
}

/// What is known of an approved tool, and what its maker still has to say.
fn safeguards(tool: &Destination) -> String {
    let mut known = Vec::new();
    let mut unknown = Vec::new();
    let mut say = |fact: Option<String>, question: &'static str| match fact {
        Some(fact) => known.push(fact),
        None => unknown.push(question),
    };
    let either = |fact: Option<bool>, yes: &str, no: &str| fact.map(|fact| if fact { yes } else { no }.to_owned());
    say(
        either(tool.trains_on_data, "learns from what it is given", "does not learn from what it is given"),
        "whether it learns from what it is given",
    );
    say(tool.retention_days.map(|days| format!("keeps it {days} days")), "how long it keeps it");
    let encryption =
        tool.encryption.map(|encryption| match (encryption.transit == Some(true), encryption.rest == Some(true)) {
            (true, true) => "encrypts it on the way and where it is stored",
            (true, false) => "encrypts it on the way, but not where it is stored",
            (false, true) => "encrypts it where it is stored, but not on the way",
            (false, false) => "does not encrypt it",
        });
    say(encryption.map(str::to_owned), "whether it encrypts");
    say(either(tool.audit_log, "records who used it", "does not record who used it"), "whether it records who used it");
    let mut sentences = Vec::new();
    if !known.is_empty() {
        sentences.push(format!("It {}.", sentence_list(&known, "and")));
    }
    if !tool.subprocessors.is_empty() {
        sentences.push(format!(
            "Others who handle the data: {}.",
            tool.subprocessors.iter().map(|other| other.name()).collect::<Vec<_>>().join("; ")
        ));
    }
    if !unknown.is_empty() {
        sentences.push(format!("Ask its maker {}.", sentence_list(&unknown, "and")));
    }
    sentences.join(" ")
}

/// A reason in the words of the practice.
fn meaning(reason: ReasonCode) -> &'static str {
    match reason {
        ReasonCode::U1 => "somebody's name, phone, photo or other identifier together with health or an appointment",
        ReasonCode::U2 => "identifiers of three or more people",
        ReasonCode::U3 => "numbers too sensitive for any prompt, such as an SSN, a card or a chart number",
        ReasonCode::U4 => "what we never leave to a tool",
        ReasonCode::C1 => "somebody's name or contact details without anything about health",
        ReasonCode::C2 => "a date, a town or an age over 89 in a patient's story",
        ReasonCode::C3 => "work on patients' records, even without identifiers",
        ReasonCode::C4 => "a staff member's name in a patient's story",
        ReasonCode::P1 => "a message to a patient that names the treatment or the condition",
        ReasonCode::P2 => "words that confirm in public that somebody is our patient",
        ReasonCode::P3 => "a client who can be recognised, with no authorization on record",
        ReasonCode::P4 => "a script or form that asks for health details it does not need",
        ReasonCode::P5 => "a booking call that turns clinical",
        ReasonCode::R1 => "more than the sender's role handles",
    }
}

fn activities(policy: &Policy, bucket: Bucket, title: &str, page: &mut Page) {
    let held: Vec<&Activity> = policy.activities.iter().filter(|activity| activity.bucket == bucket).collect();
    if held.is_empty() {
        return;
    }
    page.title(title);
    for activity in held {
        page.hang(0, 4, &format!("{}: {}", spaced(&activity.id), activity.why));
    }
}

fn roles(policy: &Policy, page: &mut Page) {
    if policy.roles.is_empty() {
        return;
    }
    page.title("Who handles what");
    for (name, role) in &policy.roles {
        let mut line = format!("{}:", spaced(name));
        if !role.handles.is_empty() {
            let _ = write!(line, " works with {}.", listed(&role.handles, "and"));
        }
        if !role.never.is_empty() {
            let _ = write!(line, " Never sends {}.", listed(&role.never, "or"));
        }
        page.hang(0, 4, &line);
    }
}

fn identifiers(policy: &Policy, page: &mut Page) {
    page.title("What the suggested rewrite puts in place of an identifier");
    let own = policy.identifiers.iter().filter(|(name, _)| Kind::from_code(name).is_none());
    let mut left_out = Vec::new();
    for kind in Kind::ALL {
        let rule = policy.identifiers.get(kind.code());
        match instead(rule.and_then(|rule| rule.replace.as_deref()), kind) {
            Some(words) => page.hang(0, 4, &format!("{}: {words}", plural(kind))),
            None => left_out.push(plural(kind).to_owned()),
        }
    }
    for (name, rule) in own {
        let kind = rule.kind.as_deref().and_then(Kind::from_code).unwrap_or(Kind::OtherId);
        match instead(rule.replace.as_deref(), kind) {
            Some(words) => page.hang(0, 4, &format!("{name} (our own, one of the {}): {words}", plural(kind))),
            None => left_out.push(format!("{name} (our own, one of the {})", plural(kind))),
        }
    }
    if !left_out.is_empty() {
        page.hang(0, 4, &format!("left out, or marked as withheld in a form: {}", left_out.join("; ")));
    }
}

/// What stands in place of an identifier; none where it is left out.
fn instead(way: Option<&str>, kind: Kind) -> Option<String> {
    let words = match (way.unwrap_or("natural"), kind) {
        ("remove", _) => return None,
        ("year", _) => "the year",
        ("natural", Kind::Name) => "who that is, such as \"the patient\" or \"Patient A\"",
        ("natural", Kind::Provider) => "who that is, such as \"the doctor\"",
        ("natural", Kind::Location) => "the state, or words such as \"a hospital\"",
        ("natural", Kind::Date) => "the year, or words such as \"upcoming\"",
        ("natural", Kind::Age) => "\"90 or older\"",
        ("natural", _) => return None,
        (words, _) => return Some(format!("\"{words}\"")),
    };
    Some(words.to_owned())
}

fn templates(policy: &Policy, page: &mut Page) {
    if policy.templates.is_empty() {
        return;
    }
    page.title("All that a task needs to know about a patient");
    for (task, facts) in &policy.templates {
        let facts: Vec<String> = facts.iter().map(|fact| spaced(fact)).collect();
        page.hang(0, 4, &format!("{}: {}", spaced(task), facts.join(", ")));
    }
}

fn allow(policy: &Policy, page: &mut Page) {
    if !policy.allow.is_empty() {
        page.title("Never taken for an identifier");
        page.line(0, &policy.allow.join("; "));
    }
}

/// `front_desk` as people say it.
fn spaced(name: &str) -> String {
    name.replace(['_', '-'], " ")
}

/// Codes of kinds, and words beside them, as a list of a sentence.
fn listed(codes: &[String], last: &str) -> String {
    let word = |code: &String| match Kind::from_code(code) {
        Some(kind) => plural(kind).to_owned(),
        None if code == "clinical" => "anything about health or treatment".to_owned(),
        None => code.clone(),
    };
    sentence_list(&codes.iter().map(word).collect::<Vec<_>>(), last)
}

/// `a, b and c`
fn sentence_list<W: AsRef<str>>(words: &[W], last: &str) -> String {
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    match words.split_last() {
        Some((end, before)) if !before.is_empty() => format!("{} {last} {end}", before.join(", ")),
        _ => words.concat(),
    }
}

/// What a kind's identifiers are called.
fn plural(kind: Kind) -> &'static str {
    match kind {
        Kind::Name => "names",
        Kind::Provider => "staff names",
        Kind::Location => "places",
        Kind::Date => "dates",
        Kind::Age => "ages over 89",
        Kind::Phone => "phone numbers",
        Kind::Fax => "fax numbers",
        Kind::Email => "email addresses",
        Kind::Ssn => "Social Security numbers",
        Kind::Mrn => "chart numbers",
        Kind::HealthPlan => "insurance member numbers",
        Kind::Account => "card and bank numbers",
        Kind::License => "licenses and passports",
        Kind::Vehicle => "plates and vehicle numbers",
        Kind::Device => "serial and lot numbers of implants and devices",
        Kind::Url => "personal web pages and social media handles",
        Kind::Ip => "IP addresses",
        Kind::Biometric => "fingerprints, face scans and the like",
        Kind::Photo => "photos",
        Kind::OtherId => "membership, booking and other personal numbers",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::SHIPPED;
    use jiff::civil::date;

    const OWN: &str = "
version: 1
extends: med-spa
practice: {name: Glow Aesthetics, covered_entity: yes, public: {phones: [479-555-0100]}}
destinations:
  scribe: {kind: approved_ai, label: The scribe, baa: {signed: 2026-01-15, expires: 2026-12-31}}
identifiers: {PHONE: {replace: our number}, CHART_NO: {pattern: 'GA-[0-9]{6}', type: MRN, examples: [GA-004512]}}
roles: {nurse: {handles: [name, AGE], never: [clinical, SSN]}}
allow: [Angel Lift]
";

    fn show(policy: &Policy, today: Date) -> String {
        // Line breaks depend on lengths, which no reader minds.
        describe(policy, today).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_owner_reads_what_is_different_here() {
        let policy = Policy::from_yaml(OWN).unwrap();
        let text = show(&policy, date(2026, 6, 1));
        for part in [
            "The policy of Glow Aesthetics",
            "We are a medical spa. HIPAA binds us.",
            "Phones 479-555-0100",
            "scribe: The scribe. Agreement (BAA) signed January 15, 2026, in force through December 31, 2026.",
            "Never to chatbot, reminders or website: U1 somebody's name",
            "Never to email or scribe: U2",
            "Ask its maker whether it learns from what it is given, how long it keeps it, whether it encrypts and whether",
            "To email or scribe only after a person has looked at it: U1",
            "left out, or marked as withheld in a form: fax numbers; email addresses; Social Security numbers",
            "CHART_NO (our own, one of the chart numbers)",
            "phone numbers: \"our number\"",
            "nurse: works with names and ages over 89. Never sends anything about health or treatment or Social",
            "Never taken for an identifier -------- Angel Lift",
        ] {
            let part = part.replace("--------", &"-".repeat(29));
            assert!(text.contains(&part), "{part:?} is missing in:\n{text}");
        }
    }

    #[test]
    fn an_agreement_out_of_force_is_told() {
        let policy = Policy::from_yaml(OWN).unwrap();
        let text = show(&policy, date(2027, 1, 1));
        assert!(text.contains("not in force today, so it counts as a general chatbot"), "{text}");
        assert!(text.contains("Never to chatbot, reminders, scribe or website: U1"), "{text}");
    }

    #[test]
    fn every_line_fits_the_screen() {
        for (name, _) in SHIPPED {
            for line in describe(&Policy::shipped(name).unwrap(), date(2026, 6, 1)).lines() {
                assert!(line.chars().count() <= WIDTH, "{name}: {line}");
            }
        }
    }

    #[test]
    fn the_yaml_form_reads_back_as_the_same_policy() {
        for text in [OWN, "version: 1\nextends: therapist\n"] {
            let policy = Policy::from_yaml(text).unwrap();
            assert_eq!(Policy::from_yaml(&to_yaml(&policy).unwrap()).unwrap(), policy);
        }
    }
}
