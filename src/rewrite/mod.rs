//! The de-identified text: consistent, and checked again before anybody sees it.
//!
//! Four styles. `natural` puts words where words serve and keeps the sentence whole: each kind has a file of its own
//! (`name` with `person`, `date` with `day`, `place`, `age`, `number`). The others, one file each in `style`, replace the
//! findings where they stand and leave every other byte as it is. `text::placeholder` knows what is a template's
//! already, and `verify` takes the second look.

mod age;
mod align;
mod apposition;
mod business;
mod clause;
mod colleague;
mod contact;
mod date;
mod day;
mod day_words;
mod event;
mod extent;
mod facility;
mod family;
mod fit;
mod greeting;
mod house;
mod identity;
mod in_sentence;
#[cfg(test)]
mod joint_tests;
mod labelled;
mod layout;
mod mention;
mod name;
mod natural;
mod number;
mod output;
mod person;
mod photo;
mod phrase;
mod place;
#[cfg(test)]
mod prose_tests;
mod reach;
pub mod restore;
mod stand_in;
mod street;
mod style;
mod subject;
mod tag;
#[cfg(test)]
mod tests;
mod title;
mod tongue;
mod town;
mod verify;
mod word;
mod zip;

use crate::context::{Context, Role};
use crate::identifier::{Finding, Kind};
use crate::policy::Policy;
use crate::text::placeholder;
use natural::Look;
use std::ops::Range;

pub(crate) use stand_in::is_stand_in;
pub use style::Secret;
pub use tag::{NoTag, Tag};

/// How a rewrite replaces what it takes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Style {
    /// Words where words serve: "the patient", "an upcoming appointment".
    #[default]
    Natural,
    /// Numbered tags, `[NAME_1]`: one number for each person, and for each other value.
    Tags,
    /// What 45 CFR 164.514(b)(2) lets stand, and a bracketed word for the rest: the year of a date, the state of a
    /// place, three digits of a ZIP code, "90 or older", `[name]`, `[phone]`.
    SafeHarbor,
    /// Invented values of the same form, drawn with a secret: the same secret makes the same of the same text.
    Surrogate(Secret),
}

/// One replacement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The finding, as a place in the list of findings; none where only the second look found it.
    pub finding: Option<usize>,
    /// What was taken out, in bytes of the original text; may reach beyond the finding ("on Thursday") in the
    /// natural style.
    pub bytes: Range<usize>,
    /// What stands there now; empty where nothing does.
    pub replacement: String,
}

/// A de-identified text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Rewrite {
    /// The text, free of identifiers but for those in `remains`.
    pub text: String,
    /// What changed, in order of place.
    pub changes: Vec<Change>,
    /// What the last look still found, at its place in `text`; empty where the rewrite is clean. Invented values and
    /// tags do not count.
    pub remains: Vec<Finding>,
}

impl Rewrite {
    /// A text with these changes, in order of place, that somebody chose. Whether identifiers remain is not looked at.
    pub fn of(text: &str, changes: Vec<Change>) -> Rewrite {
        Rewrite { text: applied(text, &changes), changes, remains: Vec::new() }
    }
}

/// Finds identifiers in a text, as the check itself does: what a rewrite is verified with.
pub type Recheck<'a> = &'a mut dyn FnMut(&str) -> (Vec<Finding>, Context);

/// Rewrites a text so that none of its findings remains.
///
/// A provider's name stays where no individual's story is told, and a template's placeholders stay in every style.
/// `recheck` runs the finding stages over the result; what it still finds is replaced too, and what is left in the
/// end is told in [`Rewrite::remains`]. A second rewrite in the same style changes nothing, except for surrogates, which
/// look like anybody's values and are replaced by others. `this_year` tells which birth years show an age over 89.
pub fn rewrite(
    text: &str,
    findings: &[Finding],
    context: &Context,
    policy: &Policy,
    style: Style,
    this_year: i16,
    recheck: Recheck<'_>,
) -> Rewrite {
    let mut stands: Box<dyn style::Stand> = match style {
        Style::Natural => {
            let subjects = subjects(text, findings, context);
            // Where nothing is to be replaced, the text stays, and a second look would only see the same again.
            if subjects.is_empty() {
                return Rewrite { text: text.to_owned(), changes: Vec::new(), remains: Vec::new() };
            }
            let changes = natural::changes(text, findings, &subjects, context, policy, this_year, Look::First);
            let draft = Rewrite { text: applied(text, &changes), changes, remains: Vec::new() };
            let again = |text: &str, findings: &[Finding], subjects: &[(usize, Range<usize>)], context: &Context| {
                natural::changes(text, findings, subjects, context, policy, this_year, Look::Second)
            };
            return verify::settle(text, draft, recheck, &again);
        }
        Style::Tags => Box::new(style::Tags::new(text)),
        Style::SafeHarbor => Box::new(style::SafeHarbor::new(this_year, policy)),
        Style::Surrogate(secret) => Box::new(style::Surrogate::new(secret, text, this_year)),
    };
    style::replace(text, findings, context, &mut *stands, recheck)
}

/// The parts of the findings that are to go, each with its finding's place in the list, in order of place: without
/// providers where they stay, and without a template's placeholders.
fn subjects(text: &str, findings: &[Finding], context: &Context) -> Vec<(usize, Range<usize>)> {
    let keeps = keeps_providers(context);
    let templates = placeholder::all(text);
    let mut subjects: Vec<(usize, Range<usize>)> = Vec::with_capacity(findings.len());
    for (index, finding) in findings.iter().enumerate() {
        let valid = !finding.bytes.is_empty() && text.get(finding.bytes.clone()).is_some();
        if valid && !(keeps && finding.kind == Kind::Provider) {
            let parts = placeholder::without(text, &finding.bytes, &templates).into_iter();
            subjects.extend(parts.filter(|part| tells(&text[part.clone()])).map(|part| (index, part)));
        }
    }
    subjects.sort_by_key(|(_, bytes)| (bytes.start, std::cmp::Reverse(bytes.end)));
    subjects
}

/// Whether a part of a text says anything: it has a letter, a digit, or a sign of another kind than ASCII's.
fn tells(part: &str) -> bool {
    part.chars().any(|c| c.is_alphanumeric() || !c.is_ascii() && !c.is_whitespace())
}

/// Whether providers' names stay: they do where no individual's story is told.
fn keeps_providers(context: &Context) -> bool {
    let individuals = context.people.iter().any(|person| person.role != Role::Provider && !person.mentions.is_empty());
    !(context.patient_story || context.health_link && individuals)
}

/// What the policy wants in place of a finding: what it says of the practice's own identifier that found it, else of its
/// kind.
fn wanted<'p>(policy: &'p Policy, finding: &Finding) -> Option<&'p str> {
    let own = policy.identifiers.get(&finding.rule).filter(|rule| rule.replace.is_some());
    let of_kind = || {
        let named = |(name, _): &(&String, _)| Kind::from_code(name) == Some(finding.kind);
        policy.identifiers.iter().find(named).map(|(_, rule)| rule)
    };
    own.or_else(of_kind)?.replace.as_deref().map(str::trim)
}

/// A text with changes made.
fn applied(text: &str, changes: &[Change]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for change in changes {
        out.push_str(&text[at..change.bytes.start]);
        out.push_str(&change.replacement);
        at = change.bytes.end;
    }
    out.push_str(&text[at..]);
    out
}
