//! What the text asks for, by the policy's activities.
//!
//! A phrase of an activity's `any` counts unless a phrase of its `unless` stands in the same sentence or in
//! the one before or behind it. How a phrase is written, [`crate::policy::phrase`] says.

use super::{Asked, Sense};
use crate::policy::phrase::{PhraseSet, Words};
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
        let (mut phrases, mut meanings) = (Vec::new(), Vec::new());
        for (index, activity) in policy.activities.iter().enumerate() {
            let any = activity.any.iter().map(|phrase| (phrase, false));
            let unless = activity.unless.iter().map(|phrase| (phrase, true));
            for (phrase, keeps) in any.chain(unless) {
                phrases.push(phrase.as_str());
                meanings.push((index, keeps));
            }
        }
        let codes = policy.activities.iter().map(Activity::code).collect();
        let senses = policy.activities.iter().enumerate();
        let senses = senses.filter_map(|(index, activity)| Some((index, activity.sense?))).collect();
        Activities { phrases: Some(PhraseSet::lazy(phrases.into_iter())), meanings, codes, senses }
    }

    /// Finds the phrases of the activities in a page.
    pub(super) fn read(&self, page: &Page<'_>) -> Requests {
        let Some(phrases) = &self.phrases else { return Requests::default() };
        let words = Words::of(page.text());
        let found = phrases
            .find_among(&words)
            .filter_map(|(phrase, at)| self.meanings.get(phrase).map(|&(activity, keeps)| (activity, keeps, at)));
        let (excuses, asks): (Vec<_>, Vec<_>) = found.partition(|(_, keeps, _)| *keeps);
        let bare = |found: Vec<(usize, bool, Range<usize>)>| found.into_iter().map(|(a, _, at)| (a, at)).collect();
        // Where nothing excuses, no sentence is asked for.
        let sentences = if excuses.is_empty() { Vec::new() } else { words.sentences() };
        Requests { asks: bare(asks), excuses: bare(excuses), sentences }
    }

    /// The activities that a page asks for by a phrase in one of the ranges, in the policy's order, each once.
    pub(super) fn asked(&self, page: &Page<'_>, requests: &Requests, within: &[Range<usize>]) -> Vec<Asked> {
        let counts = |(activity, at): &&(usize, Range<usize>)| {
            within.iter().any(|range| range.contains(&at.start)) && !requests.excused(*activity, at)
        };
        let asks = requests.asks.iter().filter(counts);
        let mut asked: Vec<Asked> =
            asks.map(|(activity, at)| Asked { activity: *activity, bytes: page.original_range(at) }).collect();
        asked.sort_by_key(|asked| (asked.activity, asked.bytes.start));
        asked.dedup_by_key(|asked| asked.activity);
        asked
    }

    /// The reasons that what is asked makes.
    pub(super) fn codes(&self, asked: &[Asked]) -> Vec<ReasonCode> {
        asked.iter().filter_map(|asked| self.codes.get(asked.activity).copied()).collect()
    }

    /// Adds the activities that take in more than their phrases, where `holds` tells where in the view the text asks for
    /// such, no phrase of `unless` stands near, and no phrase of another activity has said it already.
    pub(super) fn sense(
        &self,
        page: &Page<'_>,
        requests: &Requests,
        holds: impl Fn(Sense) -> Option<Range<usize>>,
        asked: &mut Vec<Asked>,
    ) {
        for (activity, sense) in &self.senses {
            let code = self.codes.get(*activity);
            let told = asked.iter().any(|asked| self.codes.get(asked.activity) == code);
            if !told
                && let Some(at) = holds(*sense)
                && !requests.excused(*activity, &at)
            {
                asked.push(Asked { activity: *activity, bytes: page.original_range(&at) });
            }
        }
        asked.sort_by_key(|asked| asked.activity);
    }
}

/// Where phrases of activities stand in a page, in bytes of the view, and its sentences.
#[derive(Debug, Default)]
pub(super) struct Requests {
    asks: Vec<(usize, Range<usize>)>,
    excuses: Vec<(usize, Range<usize>)>,
    sentences: Vec<Range<usize>>,
}

impl Requests {
    /// Whether a phrase that keeps an activity from counting stands in the sentence of `at` or in one beside it.
    fn excused(&self, activity: usize, at: &Range<usize>) -> bool {
        let sentence = |at: usize| self.sentences.partition_point(|sentence| sentence.end <= at);
        let mut excuses = self.excuses.iter().filter(|(of, _)| *of == activity);
        excuses.any(|(_, there)| sentence(there.start).abs_diff(sentence(at.start)) <= 1)
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
        let (page, activities) = (Page::new(text), Activities::new(&policy));
        activities
            .asked(&page, &activities.read(&page), &std::iter::once(0..text.len()).collect::<Vec<_>>())
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
