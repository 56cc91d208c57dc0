//! A policy in plain words: the paragraph for the break-room wall, and one page for an owner who reads it to the team.

mod page;
mod words;

pub use page::Form;

use super::{Activity, CoveredEntity, Destination, DestinationKind, FailOn, InlinePermissions, Policy, RewriteStyle};
use crate::identifier::Kind;
use crate::verdict::{Bucket, ReasonCode};
use jiff::civil::Date;
use page::Page;
use words::{answer, column, instead, listed, meaning, place, plural, sentence_list, spaced};

/// What the policy says, on one page; agreements count as of `today`.
pub fn describe(policy: &Policy, today: Date, form: Form) -> String {
    let mut page = Page::new(form);
    match &policy.practice.name {
        Some(name) => page.title(&format!("The policy of {name}")),
        None => page.title("Our policy"),
    }
    page.heading("For the break-room wall");
    page.paragraph(&wall_words(policy, today));
    practice(policy, &mut page);
    places(policy, today, &mut page);
    table(policy, today, &mut page);
    activities(policy, &mut page);
    roles(policy, &mut page);
    identifiers(policy, &mut page);
    templates(policy, &mut page);
    paths(policy, &mut page);
    permissions(policy, &mut page);
    rewriting(policy, &mut page);
    audit(policy, &mut page);
    page.text
}

/// The paragraph for the break-room wall; agreements count as of `today`.
pub fn wall(policy: &Policy, today: Date, form: Form) -> String {
    let mut page = Page::new(form);
    page.paragraph(&wall_words(policy, today));
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

/// What everybody has to know by heart, as the table of verdicts has it.
fn wall_words(policy: &Policy, today: Date) -> String {
    let kinds = kinds(policy, today);
    let never = |reason| kinds.iter().copied().filter(move |kind| verdict(policy, reason, *kind) == Bucket::Unsafe);
    let closed: Vec<&str> = never(ReasonCode::U1).map(place).collect();
    let mut said = Vec::new();
    if !closed.is_empty() {
        said.push(format!(
            "What shows who a patient is (a name, a photo, a phone number, a date) never goes into {} together with \
             their care or their appointment.",
            sentence_list(&closed, "or")
        ));
    }
    let approved: Vec<&str> = policy
        .destinations
        .iter()
        .filter(|(_, place)| place.effective_kind(today) == DestinationKind::ApprovedAi)
        .map(|(name, place)| place.label.as_deref().unwrap_or(name))
        .collect();
    if approved.is_empty() {
        said.push("No AI tool is approved for patients' records yet, so they go into none.".to_owned());
    } else {
        let tools = sentence_list(&approved, "or");
        said.push(format!("Patients' records go only into {tools}: no more than the task needs, and a person checks."));
    }
    let left_to_us: Vec<String> = asked(policy, ReasonCode::U4).map(|activity| spaced(&activity.id)).collect();
    if !left_to_us.is_empty() {
        said.push(format!("Left to no tool alone: {}.", left_to_us.join(", ")));
    }
    if never(ReasonCode::P1).any(|kind| kind == DestinationKind::Sms) {
        said.push("A text message says when and where, never what for.".to_owned());
    }
    if never(ReasonCode::P2).any(|kind| kind == DestinationKind::Public) {
        said.push(
            "In public we never confirm that somebody is our patient, not even to say thank you for a review."
                .to_owned(),
        );
    }
    said.push(
        "Before it goes, let safepaste look: unsafe means stop, conditional means that somebody looks first. When in \
         doubt, leave it out and ask."
            .to_owned(),
    );
    said.join(" ")
}

/// The kinds of places that the policy has, as they count on that day.
fn kinds(policy: &Policy, today: Date) -> Vec<DestinationKind> {
    let has = |kind: &DestinationKind| policy.destinations.values().any(|place| place.effective_kind(today) == *kind);
    DestinationKind::ALL.into_iter().filter(has).collect()
}

fn verdict(policy: &Policy, reason: ReasonCode, kind: DestinationKind) -> Bucket {
    policy.verdicts.get(&reason).and_then(|row| row.get(&kind)).copied().unwrap_or(Bucket::Unsafe)
}

/// The activities that make a reason; one without phrases only takes in what the others miss.
fn asked(policy: &Policy, reason: ReasonCode) -> impl Iterator<Item = &Activity> {
    policy.activities.iter().filter(move |activity| activity.code() == reason && !activity.any.is_empty())
}

fn practice(policy: &Policy, page: &mut Page) {
    let practice = &policy.practice;
    page.heading("Who we are");
    let bound = match practice.covered_entity {
        CoveredEntity::Yes => "HIPAA binds us.",
        CoveredEntity::No => {
            "HIPAA does not bind us as a covered entity; what clients tell us is private all the same."
        }
        CoveredEntity::Assume => "We act as if HIPAA binds us.",
    };
    let public = &practice.public;
    let own = [&public.staff, &public.phones, &public.emails, &public.domains, &public.addresses, &policy.allow];
    let own: Vec<&str> = own.into_iter().flatten().map(String::as_str).collect();
    let ours = if own.is_empty() {
        "Nothing of ours is listed as public yet (`practice: {public: ...}`).".to_owned()
    } else {
        format!("Ours, and no secret: {}.", own.join("; "))
    };
    page.paragraph(&format!("We are {}. {bound} {ours}", words::practice(practice.kind)));
}

fn places(policy: &Policy, today: Date, page: &mut Page) {
    page.heading("Where a draft may go");
    for (name, destination) in &policy.destinations {
        let kind = destination.effective_kind(today);
        let column = column(kind);
        let about = if name == column { name.clone() } else { format!("{name} ({column})") };
        let label = destination.label.as_deref().or(destination.vendor.as_deref()).unwrap_or(place(destination.kind));
        let mut said = vec![format!("{}.", capital(label.trim_end_matches('.')))];
        if destination.kind == DestinationKind::ApprovedAi {
            said.push(agreement(destination, today));
            said.extend(unanswered(destination));
        }
        if policy.default_destination.as_deref() == Some(name) {
            said.push("Counts where nobody names a place.".to_owned());
        }
        page.item(&about, &said.join(" "));
    }
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

/// How many questions of the vendor register are open.
fn unanswered(tool: &Destination) -> Option<String> {
    let encryption = tool.encryption.unwrap_or_default();
    let known = [
        tool.trains_on_data.is_some(),
        tool.retention_days.is_some(),
        tool.deletes_on_request.is_some(),
        tool.access_control.is_some(),
        tool.audit_log.is_some(),
        encryption.transit.is_some(),
        encryption.rest.is_some(),
        !tool.subprocessors.is_empty(),
    ];
    let open = known.iter().filter(|known| !**known).count();
    let questions = if open == 1 { "question" } else { "questions" };
    (open > 0).then(|| format!("Its maker still has {open} {questions} to answer: see `safepaste policy lint`."))
}

/// What may go where: a row for each reason, a column for each kind of place.
fn table(policy: &Policy, today: Date, page: &mut Page) {
    page.heading("What may go where");
    page.paragraph("yes: it may go. look: a person looks at it first. no: it does not go.");
    page.gap();
    let kinds = kinds(policy, today);
    let heads: Vec<&str> = [""].into_iter().chain(kinds.iter().map(|kind| column(*kind))).collect();
    let labels = ReasonCode::ALL.map(|reason| format!("{reason} {}", meaning(reason)));
    let rows: Vec<Vec<&str>> = ReasonCode::ALL
        .iter()
        .zip(&labels)
        .map(|(reason, label)| {
            let answers = kinds.iter().map(|kind| answer(verdict(policy, *reason, *kind)));
            [label.as_str()].into_iter().chain(answers).collect()
        })
        .collect();
    page.table(&heads, &rows);
    page.gap();
    page.paragraph("Everything else may go. `safepaste explain U1` tells more about a line.");
}

fn activities(policy: &Policy, page: &mut Page) {
    page.heading("What we ask of tools");
    for (reason, about) in [
        (ReasonCode::U4, "Never of a tool alone (U4)"),
        (ReasonCode::C3, "Only of an approved tool, and a person checks (C3)"),
    ] {
        let names: Vec<String> = asked(policy, reason).map(|activity| spaced(&activity.id)).collect();
        if !names.is_empty() {
            page.item(about, &format!("{}.", names.join("; ")));
        }
    }
    let others =
        policy.activities.iter().filter(|activity| !matches!(activity.code(), ReasonCode::U4 | ReasonCode::C3));
    let others: Vec<String> =
        others.map(|activity| format!("{} ({})", spaced(&activity.id), activity.code())).collect();
    if !others.is_empty() {
        page.item("Noticed by its words", &format!("{}.", others.join("; ")));
    }
}

fn roles(policy: &Policy, page: &mut Page) {
    let bound: Vec<_> = policy.roles.iter().filter(|(_, role)| !role.never.is_empty()).collect();
    if bound.is_empty() {
        return;
    }
    page.heading("Who never sends what, to any place");
    for (name, role) in bound {
        page.item(&spaced(name), &format!("{}.", listed(&role.never, "or")));
    }
}

/// What of the rewrite is the practice's own; the rest finds words that fit, or is left out.
fn identifiers(policy: &Policy, page: &mut Page) {
    let mut told: Vec<String> = Vec::new();
    for (name, rule) in &policy.identifiers {
        let way = rule.replace.as_deref();
        match Kind::from_code(name) {
            Some(_) if way.is_none_or(|way| way == "natural") => {}
            Some(kind) => told.push(format!("{}: {}", plural(kind), instead(way, kind))),
            None => {
                let kind = rule.kind.as_deref().and_then(Kind::from_code).unwrap_or(Kind::OtherId);
                told.push(format!("{name} (our own, one of the {}): {}", plural(kind), instead(way, kind)));
            }
        }
    }
    if !told.is_empty() {
        page.heading("What a rewrite puts in place of");
        page.paragraph(&format!("{}. Everything else as usual.", capital(&told.join("; "))));
    }
}

fn templates(policy: &Policy, page: &mut Page) {
    if policy.templates.is_empty() {
        return;
    }
    page.heading("All that a task needs to know about a patient");
    let told = policy.templates.iter().map(|(task, facts)| {
        let facts: Vec<String> = facts.iter().map(|fact| spaced(fact)).collect();
        format!("{} ({})", spaced(task), facts.join(", "))
    });
    page.paragraph(&format!("{}.", capital(&told.collect::<Vec<_>>().join("; "))));
}

fn paths(policy: &Policy, page: &mut Page) {
    if policy.paths.is_empty() {
        return;
    }
    page.heading("What is different for some files");
    let told = policy.paths.iter().map(|rule| {
        let goes = rule.to.as_deref().map(|to| format!("goes to {to}"));
        let fails = rule.fail_on.map(|fail_on| match fail_on {
            FailOn::Conditional => "fails a check if it is not safe".to_owned(),
            FailOn::Unsafe => "fails a check only if it is unsafe".to_owned(),
        });
        let said: Vec<String> = goes.into_iter().chain(fails).collect();
        format!("what matches {} {}", rule.glob, said.join(" and "))
    });
    page.paragraph(&format!("{}.", capital(&told.collect::<Vec<_>>().join("; "))));
}

fn permissions(policy: &Policy, page: &mut Page) {
    if policy.inline_permissions == InlinePermissions::Forbid {
        page.heading("Permissions in the text");
        page.paragraph("No text may permit what stands in it; such a comment counts for nothing.");
    }
}

fn rewriting(policy: &Policy, page: &mut Page) {
    let way = match policy.rewrite.style {
        RewriteStyle::Natural => return,
        RewriteStyle::Tags => "numbered tags, as in [NAME_1]",
        RewriteStyle::SafeHarbor => "what HIPAA's Safe Harbor lets stand, and a word in brackets for the rest",
        RewriteStyle::Surrogate => "invented names, dates and numbers",
    };
    page.heading("What a rewrite puts in place of patient information");
    page.paragraph(&format!("{}.", capital(way)));
}

fn audit(policy: &Policy, page: &mut Page) {
    if let Some(audit) = &policy.audit {
        page.heading("The log of checks");
        let place = match &audit.folder {
            Some(folder) => format!("in {}", folder.display()),
            None => "on this computer".to_owned(),
        };
        page.paragraph(&format!(
            "Every check is recorded {place}, without any of its text, and each record is kept for {} years.",
            audit.keep_years
        ));
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
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
  scribe: {kind: approved_ai, label: The scribe, baa: {signed: 2026-01-15, expires: 2026-12-31}, audit_log: true}
identifiers: {PHONE: {replace: our number}, CHART_NO: {pattern: 'GA-[0-9]{6}', type: MRN, examples: [GA-004512]}}
roles: {nurse: {handles: [name, AGE], never: [clinical, SSN]}}
allow: [Angel Lift]
";

    /// Without line breaks, which depend on lengths and which no reader minds.
    fn flat(text: &str) -> String {
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_owner_reads_what_is_different_here() {
        let policy = Policy::from_yaml(OWN).unwrap();
        let text = flat(&describe(&policy, date(2026, 6, 1), Form::Plain));
        for part in [
            "The policy of Glow Aesthetics",
            "We are a medical spa. HIPAA binds us. Ours, and no secret: 479-555-0100; Angel Lift.",
            "never goes into a chatbot, a text message or anything public together with their care",
            "Patients' records go only into The scribe:",
            "scribe (approved): The scribe. Agreement (BAA) signed January 15, 2026, in force through December 31, 2026. \
             Its maker still has 7 questions to answer",
            "chatbot approved text email public inside",
            "U1 a patient and their care no look no look no look",
            "CHART_NO (our own, one of the chart numbers): left out",
            "phone numbers: \"our number\"",
            "nurse: anything about health or treatment or Social Security numbers.",
        ] {
            assert!(text.contains(part), "{part:?} is missing in:\n{text}");
        }
    }

    #[test]
    fn an_agreement_out_of_force_is_told() {
        let policy = Policy::from_yaml(OWN).unwrap();
        let text = flat(&describe(&policy, date(2027, 1, 1), Form::Plain));
        assert!(text.contains("scribe (chatbot): The scribe."), "{text}");
        assert!(text.contains("not in force today, so it counts as a general chatbot"), "{text}");
        assert!(text.contains("No AI tool is approved for patients' records yet"), "{text}");
        assert!(text.contains("chatbot text email public inside"), "{text}");
    }

    #[test]
    fn it_is_one_page_that_fits_the_screen() {
        for (name, _) in SHIPPED {
            let text = describe(&Policy::shipped(name).unwrap(), date(2026, 6, 1), Form::Plain);
            assert!(text.lines().count() <= 80, "{name}: {} lines\n{text}", text.lines().count());
            for line in text.lines() {
                assert!(line.chars().count() <= page::WIDTH, "{name}: {line}");
            }
        }
    }

    #[test]
    fn names_of_the_practice_mean_nothing_to_markdown() {
        let policy = Policy::from_yaml("version: 1\nextends: med-spa\npractice: {name: \"A*B | <C>\"}\n").unwrap();
        let text = describe(&policy, date(2026, 6, 1), Form::Markdown);
        assert!(text.starts_with("# The policy of A\\*B \\| \\<C\\>\n"), "{text}");
        assert!(text.contains("| U2 three or more people"), "{text}");
    }

    #[test]
    fn the_wall_has_one_paragraph() {
        for (name, _) in SHIPPED {
            let policy = Policy::shipped(name).unwrap();
            let text = wall(&policy, date(2026, 6, 1), Form::Plain);
            assert!(!text.contains("\n\n") && text.lines().count() <= 12, "{name}: {text}");
            assert!(describe(&policy, date(2026, 6, 1), Form::Plain).contains(&text), "{name}");
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
