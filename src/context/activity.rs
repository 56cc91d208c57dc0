//! What the text asks for, by the policy's activities.
//!
//! A phrase of an activity's `any` counts unless a phrase of its `unless` stands in the same sentence or in
//! the one before or behind it. How a phrase is written, [`crate::policy::phrase`] says.

use super::{Asked, Sense};
use crate::policy::phrase::{Phrase, PhraseSet, sentences};
use crate::policy::{Activity, Policy};
use crate::text::Page;
use crate::verdict::ReasonCode;
use std::ops::Range;

/// The activities of a policy, ready to be looked for.
#[derive(Debug, Clone, Default)]
pub(super) struct Activities {
    phrases: Option<PhraseSet>,
    /// For each phrase its activity, and whether it is one that keeps it from counting.
    meanings: Vec<(usize, bool)>,
    /// The reason that each activity makes.
    codes: Vec<ReasonCode>,
    /// The activities that take in more than their phrases.
    senses: Vec<(usize, Sense)>,
}

impl Activities {
    /// Reads a policy; a phrase that cannot be read, which `policy lint` reports, is left out.
    pub(super) fn new(policy: &Policy) -> Activities {
        let mut phrases = Vec::new();
        let mut meanings = Vec::new();
        for (index, activity) in policy.activities.iter().enumerate() {
            let any = activity.any.iter().map(|phrase| (phrase, false));
            let unless = activity.unless.iter().map(|phrase| (phrase, true));
            for (phrase, keeps) in any.chain(unless) {
                if let Ok(phrase) = Phrase::parse(phrase) {
                    phrases.push(phrase);
                    meanings.push((index, keeps));
                }
            }
        }
        let codes = policy.activities.iter().map(Activity::code).collect();
        let senses = policy.activities.iter().enumerate();
        let senses = senses.filter_map(|(index, activity)| Some((index, activity.sense?))).collect();
        Activities { phrases: Some(PhraseSet::of(phrases)), meanings, codes, senses }
    }

    /// The activities that a page asks for in one of the ranges, in the policy's order, each once.
    pub(super) fn asked(&self, page: &Page<'_>, within: &[Range<usize>]) -> Vec<Asked> {
        let text = page.text();
        let Some(phrases) = &self.phrases else { return Vec::new() };
        let found: Vec<(usize, bool, Range<usize>)> = phrases
            .find(text)
            .filter_map(|(phrase, at)| self.meanings.get(phrase).map(|&(activity, keeps)| (activity, keeps, at)))
            .collect();
        if found.iter().all(|(_, keeps, _)| *keeps) {
            return Vec::new();
        }
        let sentences = sentences(text);
        let sentence = |at: usize| sentences.partition_point(|sentence| sentence.end <= at);
        let mut asked: Vec<Asked> = found
            .iter()
            .filter(|(activity, keeps, at)| {
                !keeps
                    && within.iter().any(|range| range.contains(&at.start))
                    && !found.iter().any(|(other, keeps, there)| {
                        *keeps && other == activity && sentence(there.start).abs_diff(sentence(at.start)) <= 1
                    })
            })
            .map(|(activity, _, at)| Asked { activity: *activity, bytes: page.original_range(at) })
            .collect();
        asked.sort_by_key(|asked| (asked.activity, asked.bytes.start));
        asked.dedup_by_key(|asked| asked.activity);
        asked
    }

    /// The reasons that what is asked makes.
    pub(super) fn codes(&self, asked: &[Asked]) -> Vec<ReasonCode> {
        asked.iter().filter_map(|asked| self.codes.get(asked.activity).copied()).collect()
    }

    /// Adds the activities that take in more than their phrases, where `holds` tells where the text asks for such
    /// and no phrase of another activity has said it already.
    pub(super) fn sense(&self, holds: impl Fn(Sense) -> Option<Range<usize>>, asked: &mut Vec<Asked>) {
        for (activity, sense) in &self.senses {
            let code = self.codes.get(*activity);
            let told = asked.iter().any(|asked| self.codes.get(asked.activity) == code);
            if !told && let Some(bytes) = holds(*sense) {
                asked.push(Asked { activity: *activity, bytes });
            }
        }
        asked.sort_by_key(|asked| asked.activity);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::Activity;
    use crate::verdict::Bucket;

    fn asked(text: &str) -> Vec<usize> {
        let activity = |any: &str, unless: &[&str]| Activity {
            id: any.to_owned(),
            bucket: Bucket::Conditional,
            reason: None,
            to: vec![],
            any: vec![any.to_owned()],
            sense: None,
            unless: unless.iter().map(|phrase| (*phrase).to_owned()).collect(),
            why: String::new(),
        };
        let policy = Policy {
            activities: vec![activity("summar* ... intake", &["template", "how do"]), activity("edit ... photo*", &[])],
            ..Policy::default()
        };
        Activities::new(&policy)
            .asked(&Page::new(text), &std::iter::once(0..text.len()).collect::<Vec<_>>())
            .into_iter()
            .map(|asked| asked.activity)
            .collect()
    }

    #[test]
    fn phrases_count_unless_others_stand_near() {
        let cases: &[(&str, &[usize])] = &[
            ("Summarize this intake form", &[0]),
            ("Summarize the intake, then edit her photo", &[0, 1]),
            ("Template please. Summarize an intake form", &[]),
            ("How do I summarize an intake? Edit the photo.", &[1]),
            ("Template please. It is for later. And now: summarize this intake", &[0]),
            ("Write a caption", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(asked(text), *expected, "{text}");
        }
    }
}
