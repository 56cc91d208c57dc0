//! Who is a provider and who a patient, where the tagger and the titles leave it open.

use super::people::{is_title, parts};
use crate::identifier::{Hit, Kind};
use crate::lexicon::{self, Class};
use crate::text::Page;
use std::collections::HashSet;

/// Makes a provider of every name that a provider of the page bears, or that has a doctor's title before it and no patient.
pub(super) fn name_providers(page: &Page<'_>, hits: &mut [Hit]) {
    let patients = said_to_be_patients(page, hits);
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
            && providers.iter().any(|provider| {
                // A sentence's verb may stand before the name: "Thank Ines for it".
                let theirs = |part: &String| provider.contains(part) || lexicon::lookup(part).common() > 8;
                parts.iter().all(theirs) && parts.last().is_some_and(|last| provider.contains(last))
            });
        let titled = page.before(hit.range.start, 28).to_lowercase();
        let doctor = ["dr. ", "dra. "].iter().find_map(|title| titled.strip_suffix(title));
        // "My patient Dr. Foss" is one; the patient of an earlier word is somebody else.
        let patient = |rest: &str| {
            let last = rest.split(|c: char| !c.is_alphanumeric()).rfind(|word| !word.is_empty());
            last.is_some_and(|word| word == "pt" || word.starts_with("patient"))
        };
        let alone = |rest: &str| !rest.ends_with(char::is_alphanumeric) && !patient(rest);
        let treated =
            !parts.is_empty() && patients.iter().any(|patient| parts.iter().all(|part| patient.contains(part)));
        if treated {
            continue;
        }
        if doctor.is_some_and(alone)
            || is_one_of_doctors(page.before(hit.range.start, 28))
            || treats(page, hit)
            || borne && !["mr. ", "mr ", "mrs ", "rs. ", "ms. ", "ms "].iter().any(|title| titled.ends_with(title))
        {
            hit.kind = Kind::Provider;
        }
    }
}

/// Whether a text ends with the title of several doctors and the names of some of them: "Drs. ", "Drs. Foss and ".
fn is_one_of_doctors(before: &str) -> bool {
    let Some((_, names)) = before.rsplit_once("Drs") else { return false };
    let names = names.strip_prefix('.').unwrap_or(names);
    names.starts_with(' ')
        && names.ends_with(' ')
        && names.split_whitespace().all(|word| matches!(word, "and" | "&") || word.starts_with(char::is_uppercase))
}

/// Whether somebody does what only staff does, to a client or at the desk: "Dana used the wrong tip on a client", "Dana took
/// the call", "Dana is employee of the month".
fn treats(page: &Page<'_>, hit: &Hit) -> bool {
    const DEEDS: &[&str] = &[
        "used",
        "injected",
        "burned",
        "burnt",
        "lasered",
        "treated",
        "overfilled",
        "nicked",
        "dissolved",
        "placed",
        "performed",
        "waxed",
        "numbed",
        "threaded",
        "microneedled",
        "peeled",
        "charted",
    ];
    const WORKS: &[&str] = &[
        "is employee of",
        "is our employee of",
        "was voted employee",
        "took the call",
        "took her call",
        "took his call",
        "answered the phone",
        "covered the desk",
        "covered the front desk",
        "checked him in",
        "checked her in",
        "roomed him",
        "roomed her",
    ];
    const ON: &[&str] = &[
        "a client",
        "the client",
        "her client",
        "his client",
        "a patient",
        "the patient",
        "her patient",
        "his patient",
        "a guest",
        "the guest",
        "our client",
        "our patient",
    ];
    let after = page.after(hit.range.end, 80).to_lowercase();
    let after = after.split(['.', '!', '?', ';', '\n']).next().unwrap_or_default();
    let Some(did) = after.strip_prefix(' ') else { return false };
    let does = DEEDS.iter().any(|deed| did.strip_prefix(deed).is_some_and(|rest| rest.starts_with(' ')));
    let works = WORKS.iter().any(|told| did.starts_with(told));
    let called = page.before(hit.range.start, 12).to_lowercase();
    let patient = ["client ", "patient ", "pt ", "guest "].iter().any(|word| called.ends_with(word));
    !patient && (works || does && ON.iter().any(|on| did.contains(on)))
}

/// The names, in parts, of those with a doctor's title of whom the text says that here they are the patient: "Dr. Foss is
/// our patient", "the patient is Dr. Foss", "Dr. Foss (the vet, not ours)".
fn said_to_be_patients(page: &Page<'_>, hits: &[Hit]) -> Vec<Vec<String>> {
    const IS: &[&str] =
        &["is", "he's", "hes", "she's", "shes", "he is", "she is", "is actually", "is also", "who is", "is now"];
    const ONE: &[&str] =
        &["our patient", "the patient", "a patient", "my patient", "our client", "the client", "a client", "my client"];
    const ELSEWHERE: &[&str] = &[
        ", not ours",
        " not ours",
        ", not a colleague",
        ", not our doctor",
        "not our doctor",
        "not a doctor here",
        "not one of ours",
    ];
    let said = |hit: &&Hit| {
        let before = page.before(hit.range.start, 32).to_lowercase();
        let before = before.trim_end_matches([' ', '.', ':']);
        let before =
            ["dra", "dr", "doctor", "prof"].iter().find_map(|title| before.strip_suffix(title)).unwrap_or(before);
        let after = page.after(hit.range.end, 64).to_lowercase();
        let after = after.split(['.', '!', '?', ';']).next().unwrap_or_default();
        let named = [
            "patient is",
            "client is",
            "patient =",
            "patient named",
            "patient called",
            "our patient",
            "my patient",
            "our client",
        ];
        let behind = after.trim_start_matches([' ', ',', '(', '-', '–', '—']).trim_start_matches("but ");
        let is = IS.iter().filter_map(|is| behind.strip_prefix(is)).any(|rest| {
            let rest = rest.trim_start().trim_start_matches("really ");
            ONE.iter().any(|one| rest.strip_prefix(one).is_some_and(|rest| !rest.starts_with("'s")))
        });
        let turned = [
            "but he's the patient",
            "but she's the patient",
            "but he is the patient",
            "but she is the patient",
            "hes the patient",
            "shes the patient",
            "he's the patient",
            "she's the patient",
        ];
        // "Beau's mother reports": a child is no provider.
        let child = ["'s mother", "'s mom", "'s father", "'s dad", "'s parents", "'s guardian", "'s grandma"]
            .iter()
            .any(|parent| page.after(hit.range.end, 16).to_lowercase().replace('’', "'").starts_with(parent));
        is || child
            || is_bound(page.before(hit.range.start, 32))
            || named.iter().any(|named| before.trim_end().ends_with(named))
            || turned.iter().any(|turned| after.contains(turned))
            || ELSEWHERE.iter().any(|there| after.contains(there)) && !after.contains("not our patient")
    };
    let told = hits.iter().filter(|hit| matches!(hit.kind, Kind::Provider | Kind::Name)).filter(said);
    told.map(|hit| parts(page, &hit.range)).filter(|parts| !parts.is_empty()).collect()
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
        "denies",
        "endorses",
        "complains of",
        "c/o",
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
    let patients = said_to_be_patients(page, hits);
    let alone = named_in_full(page, hits);
    for hit in hits.iter_mut().filter(|hit| hit.kind == Kind::Provider) {
        let borne = parts(page, &hit.range);
        if !borne.is_empty() && patients.iter().any(|patient| borne.iter().all(|part| patient.contains(part))) {
            hit.kind = Kind::Name;
            hit.range.start += title_before(&page.text()[hit.range.clone()]);
        }
    }
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
        // "Nadia (34) discussed her sleep"
        let aged = after.strip_prefix(" (").and_then(|age| age.split_once(')')).is_some_and(|(age, _)| is_age(age));
        let part = parts(page, &hit.range);
        let again = matches!(&part[..], [one] if alone.contains(one));
        if !titled && (labelled || aged)
            || !titled && !called && again
            || !called && !titled && DOES.iter().any(|does| after.trim_start().starts_with(does))
        {
            hit.kind = Kind::Name;
        }
    }
}

/// The words of the full names of patients, where no provider of the page bears them in full too.
fn named_in_full(page: &Page<'_>, hits: &[Hit]) -> HashSet<String> {
    let full = |kind: Kind| {
        let of_kind = hits.iter().filter(move |hit| hit.kind == kind).map(|hit| parts(page, &hit.range));
        of_kind.filter(|parts| parts.len() > 1).flatten()
    };
    let providers: HashSet<String> = full(Kind::Provider).collect();
    full(Kind::Name).filter(|part| !providers.contains(part)).collect()
}

/// Whether a text ends with the words that bind somebody to a patient's life: "grandma ", "her separation from ".
fn is_bound(before: &str) -> bool {
    const BOUND: &[&str] =
        &["separation from", "divorce from", "married to", "dating", "engaged to", "fight with", "argued with"];
    let Some(before) = before.strip_suffix(' ') else { return false };
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    // "Sister Agnes" has a title.
    let kin = word.len() > 2 && word.starts_with(char::is_lowercase) && lexicon::lookup(word).is(Class::Relative);
    kin || BOUND.iter().any(|bound| before.ends_with(bound))
}

/// Whether a text is somebody's age in years, "34" or "34F".
fn is_age(text: &str) -> bool {
    let digits = text.trim_end_matches(['f', 'm', 'y', 'o', '/', ' ']);
    (1..=3).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
}

/// The length of a doctor's title and the space behind it at the beginning of a name.
fn title_before(name: &str) -> usize {
    let title = name.find(' ').filter(|at| is_title(name[..*at].trim_end_matches('.')));
    title.map_or(0, |at| at + 1)
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
            ("dr {PROVIDER:foss} is our patient, he wants his lip done", Kind::Name),
            ("patient is dr {PROVIDER:foss}, the dentist", Kind::Name),
            ("text dr. {PROVIDER:foss}, but he's the patient here, about his peel", Kind::Name),
            ("{PROVIDER:Dr. Foss} (the vet, not ours) wants laser on her chin", Kind::Name),
            ("{PROVIDER:Dr. Foss} is the patient's surgeon", Kind::Provider),
            ("our patient saw {PROVIDER:Dr. Foss} in May", Kind::Provider),
            ("the lid drooped, {PROVIDER:Foss} took the call", Kind::Provider),
            ("our patient dr {PROVIDER:Foss}, yes the dentist, wants a refill", Kind::Name),
            ("here w/ grandma {PROVIDER:Verna}, who drives", Kind::Name),
            ("{PROVIDER:Nadia} (34) told of her sleep", Kind::Name),
            ("{PROVIDER:Nadia} denies SI", Kind::Name),
            ("{PROVIDER:Beau}'s mother reports that he hit his brother", Kind::Name),
            ("talked about her separation from {PROVIDER:Anders}", Kind::Name),
            ("{PROVIDER:Nadia} called; {NAME:Nadia Foss} is back", Kind::Name),
            ("{PROVIDER:Nadia} called; {PROVIDER:Nadia Foss} is back", Kind::Provider),
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
            ("{NAME:Dana} used the wrong tip on a client's chin and she blistered", Kind::Provider),
            ("our client {NAME:Dana} used the wrong cream on the patient chair", Kind::Name),
            ("{NAME:Dana} is employee of the month", Kind::Provider),
            ("the pt says Dr. {NAME:Foss} was rude", Kind::Provider),
            ("Drs. {NAME:Foss} will see her", Kind::Provider),
            ("call Drs. Lund and {NAME:Foss}", Kind::Provider),
        ] {
            let (text, mut hits) = page_hits(marked);
            name_providers(&Page::new(&text), &mut hits);
            assert_eq!(hits[0].kind, expected, "{marked}");
        }
    }
}
