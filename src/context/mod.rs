//! Whom and what the candidates are about: patient or provider, health link, activities, the practice's own.

use crate::identifier::{Finding, Hit};
use crate::policy::Policy;
use crate::text::Page;

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
}

/// What the text as a whole is about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Context {
    /// The people of the text, in order of first mention.
    pub people: Vec<Person>,
    /// Whether the text ties somebody to a condition, a treatment, an appointment, being a patient, or payment for care.
    pub health_link: bool,
    /// Whether the text tells of an individual patient, named or not.
    pub patient_story: bool,
    /// What of the policy's activities the text asks for.
    pub asked: Vec<Asked>,
}

/// Decides which candidates are about an individual, links people, and reads what the text is about.
///
/// The findings come back in order of place.
pub fn understand(page: &Page<'_>, hits: Vec<Hit>, _policy: &Policy) -> (Vec<Finding>, Context) {
    let mut chars = CharCounter::new(page.original());
    let findings = hits
        .into_iter()
        .map(|hit| {
            let bytes = page.original_range(&hit.range);
            let chars = chars.at(bytes.start)..chars.at(bytes.end);
            Finding {
                kind: hit.kind,
                bytes,
                chars,
                confidence: hit.confidence,
                rule: hit.rule.into_owned(),
                person: None,
            }
        })
        .collect();
    (findings, Context::default())
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
