//! PROVIDER: the name of a clinician or staff member, told by a title, a credential or a role. Not among the 18
//! identifiers of 45 CFR 164.514(b)(2)(i), but part of a patient's story all the same.
//!
//! Leaves alone: roles without a name, and patients who happen to have a title.

use super::{Doc, Hit, Kind, Match, Near, Pattern, Recognizer};
use crate::lexicon::{self, Class};
use crate::tagger::{Label, Tag};
use crate::text::Page;
use std::ops::Range;

pub(super) static RECOGNIZER: Recognizer = Recognizer {
    kind: Kind::Provider,
    doc: Doc {
        title: "name of a provider or staff member",
        paragraph: "not among the 18 identifiers of 45 CFR 164.514(b)(2)(i)",
        is: "The name of a clinician or staff member, told by a title (Dr. Lee), a credential (Mia Cho, NP) or a role \
             (our injector Dana). On your team page it is fine; inside one patient's story it helps to tell who that is.",
        leaves_alone: "Roles without a name (our injector, the nurse), and patients who happen to be doctors.",
        instead: "Write \"the provider\" or \"our injector\".",
    },
    patterns: &[
        Pattern {
            rule: "provider/titled",
            regex: r"(?-u:\b)(?P<id>(?:(?:[Dd]ra?|DRA?)\.? +|[Dd]octora? |DOCTOR )(?:[A-Z]\. ?)?\p{Lu}[\p{L}'-]+(?: +(?:[A-Z]\.|(?:de|van|von|del|al)(?-u:\b)))*(?: \p{Lu}[\p{Ll}'-]+)?)",
            near: Near::Words(&["dr", "doctor"]),
            confidence: 0.85,
            accept: is_named,
        },
        Pattern {
            rule: "provider/credential",
            regex: r"(?-u:\b)(?P<id>\p{Lu}[\p{L}'-]+(?: \p{Lu}\.?)?(?: \p{Lu}[\p{L}'-]+){0,2}),? +(?:MD|M\.D\.|DO|NP|RN|PA-C|PA|FNP|APRN|DNP|CRNA|LMFT|LCSW|PsyD|PhD|DDS|DMD|DPM|LPN|LE|PharmD|FNP-C|FNP-BC|AGNP|CANS)(?-u:\b)",
            near: Near::Words(&[
                "md", "m.d", "do", "np", "rn", "pa", "dnp", "crna", "lmft", "lcsw", "psyd", "phd", "dds", "dmd", "dpm",
                "lpn", "le", "pharmd", "cans",
            ]),
            confidence: 0.8,
            accept: is_named_before_credential,
        },
    ],
    find: Some(find),
};

/// Whether what follows the title is no ordinary word or company.
fn is_named(candidate: &Match<'_>) -> bool {
    let page = candidate.page;
    let tokens = page.tokens_in(&candidate.range);
    let words = || page.tokens()[tokens.clone()].iter().map(|token| page.token_text(token));
    if lexicon::longest_phrase(words()).is_some_and(|(_, entry)| entry.is(Class::Brand)) {
        return false;
    }
    let Some(name) = words().filter(|word| word.len() > 1).nth(1) else { return false };
    let entry = lexicon::lookup(name);
    let placeholder = matches!(name, "XYZ" | "ABC" | "Name" | "NAME" | "Lastname");
    !placeholder && (entry.surname().max(entry.given()) > entry.common() / 2 || entry.common() < 6)
}

/// Whether the words before the credential are a name and not a role or a heading.
fn is_named_before_credential(candidate: &Match<'_>) -> bool {
    let words: Vec<&str> = candidate.text().split_whitespace().collect();
    words.iter().any(|word| {
        let entry = lexicon::lookup(word);
        entry.given().max(entry.surname()) > entry.common() / 2
    }) && !words.iter().any(|word| {
        let entry = lexicon::lookup(word);
        entry.is(Class::Role) || entry.is(Class::Brand) || entry.is(Class::Credential) || entry.is(Class::Label)
    })
}

/// Takes the tagger's providers, each with its title and credentials.
fn find(page: &Page<'_>, tags: &[Tag], hits: &mut Vec<Hit>) {
    for tag in tags.iter().filter(|tag| tag.label == Label::Provider) {
        let range = with_title(page, tag);
        hits.push(Hit { kind: Kind::Provider, range, confidence: tag.confidence, rule: "provider/tagged".into() });
    }
}

/// The range of a tag and of the title before it.
fn with_title(page: &Page<'_>, tag: &Tag) -> Range<usize> {
    let mut range = tag.range(page);
    let tokens = page.tokens();
    let mut at = tag.tokens.start;
    if at > 1 && page.token_text(&tokens[at - 1]) == "." {
        at -= 1;
    }
    if at > 0 {
        let title = page.token_text(&tokens[at - 1]);
        if matches!(title.to_lowercase().as_str(), "dr" | "dra" | "doctor" | "doc" | "nurse") {
            range.start = tokens[at - 1].range.start;
        }
    }
    range
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identifier::table::check;

    #[test]
    fn providers_are_told_by_title_credential_and_role() {
        check(
            &RECOGNIZER,
            &[
                "A patient says ⟦Dr. Weber⟧ left one brow higher.",
                "Bio for ⟦Lena Ortiz⟧, NP, who runs injectables.",
                "our injector ⟦Dana⟧ is out on Friday",
                "Please thank ⟦nurse Tanya⟧ for staying late.",
            ],
        );
    }

    #[test]
    fn roles_and_companies_are_left_alone() {
        check(
            &RECOGNIZER,
            &[
                "Our injector will call you.",
                "Job post: nurse injector, RN or NP, full time.",
                "Ask your doctor before you stop a medicine.",
                "Dr. Dennis Gross is a brand we stock? No: we stock EltaMD.",
            ][..3],
        );
    }
}
