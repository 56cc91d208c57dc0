//! Who is a provider and who a patient, where the tagger and the titles leave it open.

use super::people::{is_title, parts};
use crate::identifier::{Hit, Kind};
use crate::text::Page;
use std::collections::HashSet;

/// Makes a provider of every name that a provider of the page bears, or that has a doctor's title before it and no patient.
pub(super) fn name_providers(page: &Page<'_>, hits: &mut [Hit]) {
    let providers: Vec<Vec<String>> = hits
        .iter()
        .filter(|hit| hit.kind == Kind::Provider)
        .map(|hit| parts(page, &hit.range))
        .filter(|parts| !parts.is_empty())
        .collect();
    let words: HashSet<&String> = providers.iter().flatten().collect();
    for hit in hits.iter_mut().filter(|hit| hit.kind == Kind::Name) {
        let parts = parts(page, &hit.range);
        let borne = parts.iter().any(|part| words.contains(part))
            && providers.iter().any(|provider| parts.iter().all(|part| provider.contains(part)));
        let titled = page.before(hit.range.start, 28).to_lowercase();
        let doctor = ["dr. ", "dra. "].iter().find_map(|title| titled.strip_suffix(title));
        // "My patient Dr. Foss" is one; the patient of an earlier word is somebody else.
        let patient = |rest: &str| {
            let last = rest.split(|c: char| !c.is_alphanumeric()).rfind(|word| !word.is_empty());
            last.is_some_and(|word| word == "pt" || word.starts_with("patient"))
        };
        let alone = |rest: &str| !rest.ends_with(char::is_alphanumeric) && !patient(rest);
        if doctor.is_some_and(alone)
            || borne && !["mr. ", "mr ", "mrs ", "rs. ", "ms. ", "ms "].iter().any(|title| titled.ends_with(title))
        {
            hit.kind = Kind::Provider;
        }
    }
}

/// Makes a patient of a supposed provider whom a label calls one, or who does what patients do and whom nothing calls a provider.
pub(super) fn unname_providers(page: &Page<'_>, hits: &mut [Hit]) {
    const DOES: &[&str] = &[
        "is coming",
        "is booked",
        "is scheduled",
        "is due",
        "is here for",
        "is in for",
        "has an app",
        "has a consult",
        "wants",
        "needs",
        "came in",
        "came for",
        "no-showed",
        "no showed",
        "cancelled",
        "canceled",
        "was in for",
        "had her",
        "had his",
        "missed her",
        "missed his",
        "would like",
        "asked if she",
        "asked if he",
    ];
    const ROLES: &[&str] = &[
        "dr",
        "dra",
        "nurse",
        "injector",
        "tech",
        "esthetician",
        "aesthetician",
        "provider",
        "therapist",
        "hygienist",
        "np",
        "rn",
        "pa",
        "md",
        "our",
        "with",
        "by",
        "per",
        "desk",
        "manager",
        "coordinator",
        "assistant",
        "doctor",
        "surgeon",
    ];
    for hit in hits.iter_mut().filter(|hit| hit.kind == Kind::Provider && hit.rule == "provider/tagged") {
        let after = page.after(hit.range.end, 20).to_lowercase();
        let before = page.before(hit.range.start, 28).to_lowercase();
        let called = before.split(|c: char| !c.is_alphanumeric()).any(|word| ROLES.contains(&word));
        let titled = page.tokens()[page.tokens_in(&hit.range)].iter().any(|token| is_title(page.token_text(token)));
        let label = before.trim_end_matches([' ', ':', ';', '.', ',', '\t', '|', '"']);
        let labelled = ["patient", "patient name", "pt", "client", "client name", "guest"].iter().any(|word| {
            label.len() < before.len()
                && label.strip_suffix(word).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
        });
        if !titled && labelled || !called && !titled && DOES.iter().any(|does| after.trim_start().starts_with(does)) {
            hit.kind = Kind::Name;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::testing::page_hits;

    #[test]
    fn who_does_what_patients_do_is_no_provider() {
        let cases = [
            ("{PROVIDER:Anders Foss} is coming Monday for her peel", Kind::Name),
            ("our injector {PROVIDER:Dana} wants Monday off", Kind::Provider),
            ("{PROVIDER:Dana} does the peels", Kind::Provider),
            ("Patient: {PROVIDER:Anders Foss}", Kind::Name),
            ("{PROVIDER:Dr. Foss} wants the patient back", Kind::Provider),
        ];
        for (marked, expected) in cases {
            let (text, mut hits) = page_hits(marked);
            hits[0].rule = "provider/tagged".into();
            unname_providers(&Page::new(&text), &mut hits);
            assert_eq!(hits[0].kind, expected, "{marked}");
        }
    }

    #[test]
    fn a_doctors_title_makes_a_provider() {
        for (marked, expected) in [
            ("la paciente de la Dra. {NAME:Fuentes} quiere otra cita", Kind::Provider),
            ("sent to Dr. {NAME:Foss} for a look", Kind::Provider),
            ("sent to Mrs. {NAME:Foss} for a look", Kind::Name),
            ("my patient Dr. {NAME:Foss} is late", Kind::Name),
            ("the pt says Dr. {NAME:Foss} was rude", Kind::Provider),
        ] {
            let (text, mut hits) = page_hits(marked);
            name_providers(&Page::new(&text), &mut hits);
            assert_eq!(hits[0].kind, expected, "{marked}");
        }
    }
}
