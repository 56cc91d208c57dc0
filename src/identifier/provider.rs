//! PROVIDER: the name of a clinician or staff member, told by a title, a credential or a role. Not among the 18
//! identifiers of 45 CFR 164.514(b)(2)(i), but part of a patient's story all the same.
//!
//! Leaves alone: roles without a name, and patients who happen to have a title.

use super::doubt::is_doubtful;
use super::{Doc, Hit, Kind, Recognizer};
use crate::lexicon::{self, Class, Entry};
use crate::tagger::{Label, Tag};
use crate::text::{Page, Shape};
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
    patterns: &[],
    find: Some(find),
    found: &[
        ("provider/tagged", "The learned tagger takes it for the name of a clinician or staff member."),
        ("provider/titled", "A doctor's title stands before it."),
        ("provider/credential", "A clinician's credential stands behind it."),
    ],
};

/// Takes the tagger's providers with their titles, names behind a title, and names before a credential.
fn find(page: &Page<'_>, tags: &[Tag], hits: &mut Vec<Hit>) {
    for tag in tags.iter().filter(|tag| tag.label == Label::Provider && !is_doubtful(page, tag)) {
        let range = with_title(page, tag);
        hits.push(Hit { kind: Kind::Provider, range, confidence: tag.confidence, rule: "provider/tagged".into() });
    }
    for (at, token) in page.tokens().iter().enumerate() {
        let text = page.token_text(token);
        if is_title(text) {
            titled(page, at, hits);
        } else if token.is_word() && CREDENTIALS.contains(&text) {
            credentialed(page, at, hits);
        }
    }
}

/// Letters behind a clinician's name, as they are written.
const CREDENTIALS: &[&str] = &[
    "MD", "DO", "NP", "RN", "PA", "FNP", "APRN", "DNP", "CRNA", "LMFT", "LCSW", "PsyD", "PhD", "DDS", "DMD", "DPM",
    "LPN", "LE", "PharmD", "AGNP", "CANS", "BSN", "LMHC", "DC", "CNM",
];

fn is_title(text: &str) -> bool {
    matches!(text, "Dr" | "dr" | "DR" | "Dra" | "dra" | "DRA" | "Doctor" | "doctor" | "DOCTOR" | "Doctora" | "doctora")
}

/// Appends the capitalised name behind a title, the title with it.
fn titled(page: &Page<'_>, title: usize, hits: &mut Vec<Hit>) {
    let tokens = page.tokens();
    let text = |at: usize| tokens.get(at).map_or("", |token| page.token_text(token));
    let mut first = title + 1;
    if text(first) == "." {
        // "Ask your doctor. Then ..." ends a sentence.
        if text(title).len() > 3 {
            return;
        }
        first += 1;
    }
    let end = name_end(page, first);
    let words: Vec<&str> = tokens[first..end].iter().map(|token| page.token_text(token)).collect();
    let whole = tokens[title..end].iter().map(|token| page.token_text(token));
    if lexicon::longest_phrase(whole).is_some_and(|(_, entry)| entry.is(Class::Brand)) {
        return;
    }
    let Some(name) = words.iter().find(|word| word.len() > 1) else { return };
    let entry = lexicon::lookup(name);
    let placeholder = matches!(*name, "XYZ" | "ABC" | "Name" | "NAME" | "Lastname");
    if !placeholder && (entry.surname().max(entry.given()) > entry.common() / 2 || entry.common() < 6) {
        let range = tokens[title].range.start..tokens[end - 1].range.end;
        hits.push(Hit { kind: Kind::Provider, range, confidence: 0.85, rule: "provider/titled".into() });
    }
}

/// The end of the capitalised words from `first` on, on one line: at most an initial and three words.
fn name_end(page: &Page<'_>, first: usize) -> usize {
    let tokens = page.tokens();
    let text = page.text();
    let mut end = first;
    while let Some(token) = tokens.get(end).filter(|token| token.is_capitalized(text)) {
        let between = if end == 0 { "" } else { &text[tokens[end - 1].range.end..token.range.start] };
        if end - first >= 4 || between.contains('\n') {
            break;
        }
        end += 1;
        // The full stop of an initial goes on; any other ends the name.
        if token.shape == Shape::Initial && tokens.get(end).is_some_and(|dot| page.token_text(dot) == ".") {
            end += 1;
        }
        if tokens.get(end).is_some_and(|dash| page.token_text(dash) == "-" && dash.range.start == token.range.end) {
            end += 1;
        }
    }
    while end > first && matches!(page.token_text(&tokens[end - 1]), "-") {
        end -= 1;
    }
    end
}

/// Appends the name before a credential, which stays outside.
fn credentialed(page: &Page<'_>, credential: usize, hits: &mut Vec<Hit>) {
    let tokens = page.tokens();
    let text = page.text();
    let mut end = credential;
    if end > 0 && page.token_text(&tokens[end - 1]) == "," {
        end -= 1;
    }
    let mut first = end;
    while first > 0 && end - first < 4 {
        let token = &tokens[first - 1];
        let inside = token.is_capitalized(text) || matches!(page.token_text(token), "." | "-") && first < end;
        if !inside || text[token.range.end..tokens[first].range.start].contains('\n') {
            break;
        }
        first -= 1;
    }
    let entries: Vec<Entry> = tokens[first..end].iter().map(|token| lexicon::lookup(page.token_text(token))).collect();
    let things = [Class::Role, Class::Brand, Class::Credential, Class::Label, Class::Facility, Class::State];
    let named = entries.iter().any(|entry| entry.given().max(entry.surname()) > entry.common() / 2);
    if named && !entries.iter().any(|entry| things.iter().any(|class| entry.is(*class))) {
        let range = tokens[first].range.start..tokens[end - 1].range.end;
        hits.push(Hit { kind: Kind::Provider, range, confidence: 0.8, rule: "provider/credential".into() });
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
                "Seen by ⟦Dr. L. Wang⟧ for a peel.",
                "Reviewed by ⟦Anna Petrova⟧, PA-C.",
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
                "We stock Dr. Dennis Gross peel pads.",
                "Doctor: Hi. Patient: hello doctor. Well, my knee hurts.",
            ],
        );
    }
}
