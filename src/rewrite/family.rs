//! Members of a family who share a surname: told apart by kinship ("Ms. Chu's husband, Kevin Chu") and by title.

use super::mention::words;
use super::word::{in_word, is_kin, is_one, last_word, trim_end};
use crate::context::Role;
use crate::identifier::{Finding, Kind};
use crate::lexicon::{Gender, known_given_name};
use std::collections::{BTreeMap, HashSet};

/// A mention of somebody by name.
#[derive(Debug)]
struct Mention {
    finding: usize,
    words: Vec<String>,
    /// Whether a man's or a woman's title or given name tells.
    gender: Option<Gender>,
    /// Whether a title stands before it that no clinician has.
    titled: bool,
    /// Whether it is introduced as somebody's kin: "her son Teo".
    kin: bool,
}

/// Gives those a person of their own who share no more than a surname with whom they were taken for.
pub(super) fn part(text: &str, findings: &[Finding], of: &mut [Option<usize>], roles: &mut Vec<Role>) {
    let mut by_person: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (finding, person) in of.iter().enumerate() {
        if let Some(person) = person.filter(|_| findings[finding].kind == Kind::Name) {
            by_person.entry(person).or_default().push(finding);
        }
    }
    let providers: HashSet<usize> = of
        .iter()
        .zip(findings)
        .filter(|(_, finding)| finding.kind == Kind::Provider)
        .filter_map(|(person, _)| *person)
        .collect();
    let apart = |person: &usize, places: &Vec<usize>| places.len() > 1 || providers.contains(person);
    for (_, places) in by_person.into_iter().filter(|(person, places)| apart(person, places)) {
        let mentions: Vec<Mention> =
            places.into_iter().filter_map(|finding| mention(text, &findings[finding], finding)).collect();
        if let Some(person) = mentions.first().and_then(|mention| of[mention.finding])
            && providers.contains(&person)
        {
            // "Mrs. Bakshi, whose son is Dr. Bakshi"
            let titled: Vec<usize> =
                mentions.iter().filter(|mention| mention.titled).map(|mention| mention.finding).collect();
            if !titled.is_empty() {
                roles[person] = Role::Provider;
                roles.push(Role::Individual);
                for mention in titled {
                    of[mention] = Some(roles.len() - 1);
                }
                continue;
            }
        }
        // "Mrs. Lee" and "Mr. Lee" without a full name are two as well.
        let titled = || mentions.iter().position(|mention| mention.gender.is_some());
        let full = mentions.iter().position(|mention| mention.words.len() > 1).or_else(titled);
        let Some(full) = full else { continue };
        let strangers = strangers(&mentions, full);
        if strangers.is_empty() || strangers.len() == mentions.len() {
            continue;
        }
        roles.push(Role::Individual);
        for stranger in strangers {
            of[stranger] = Some(roles.len() - 1);
        }
    }
}

/// The mentions by a surname that are not of the one whose full name stands at `full`.
fn strangers(mentions: &[Mention], full: usize) -> Vec<usize> {
    let known = &mentions[full];
    let given = known.words.first().filter(|_| known.words.len() > 1);
    let surname_only = |mention: &Mention| !mention.words.iter().any(|word| Some(word) == given);
    let apart = |(place, mention): (usize, &Mention)| {
        let before_kin = known.kin && place < full && !mention.kin;
        let other_gender = mention.gender.zip(known.gender).is_some_and(|(one, two)| one != two);
        surname_only(mention) && (before_kin || other_gender)
    };
    let first: Vec<&Mention> = mentions
        .iter()
        .enumerate()
        .filter(|(place, mention)| apart((*place, mention)))
        .map(|(_, mention)| mention)
        .collect();
    // Who was called so before is called so again.
    let again = |mention: &&Mention| {
        first.iter().any(|stranger| stranger.finding == mention.finding)
            || surname_only(mention)
                && first.iter().any(|stranger| {
                    stranger.words == mention.words
                        && stranger.gender == mention.gender
                        && stranger.finding < mention.finding
                })
    };
    mentions.iter().filter(again).map(|mention| mention.finding).collect()
}

/// What tells of a mention.
fn mention(text: &str, finding: &Finding, place: usize) -> Option<Mention> {
    let value = text.get(finding.bytes.clone())?;
    let words = words(value);
    let start = super::layout::floor(text, finding.bytes.start.saturating_sub(48));
    let before = trim_end(&text[start..finding.bytes.start]);
    let title = before.rsplit(|c: char| !in_word(c) && c != '.').next().unwrap_or_default().trim_end_matches('.');
    let titled = is_one(title, &["mr", "mrs", "ms", "miss", "sr", "sra", "srta"]);
    let gender = if is_one(title, &["mr", "mister", "sr", "señor", "don"]) {
        Some(Gender::Male)
    } else if is_one(title, &["mrs", "ms", "miss", "sra", "srta", "señora", "doña"]) {
        Some(Gender::Female)
    } else {
        let given = value.split(' ').next().filter(|_| words.len() > 1).and_then(known_given_name);
        given.map(|(gender, _)| gender).filter(|gender| *gender != Gender::Either)
    };
    let kin = last_word(before.trim_end_matches([',', '('])).is_some_and(|word| is_kin(word.text));
    Some(Mention { finding: place, words, gender, titled, kin })
}
