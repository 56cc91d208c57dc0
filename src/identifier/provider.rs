//! PROVIDER: the name of a clinician or staff member, told by a title, a credential or a role. Not among the 18
//! identifiers of 45 CFR 164.514(b)(2)(i), but part of a patient's story all the same.
//!
//! Leaves alone: roles without a name, and patients who happen to have a title.

use super::doubt::{is_doubtful, is_said};
use super::field::Field;
use super::label::{Says, is_told, name_in, outdo_parts, says};
use super::name::behind_title;
use super::{Doc, Hit, Kind, Known, Recognizer, hl7, x12};
use crate::lexicon::{self, Class, Entry};
use crate::tagger::Label;
use crate::text::{Page, Shape, Token};
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
        ("provider/titled", "A clinician's title stands before it."),
        ("provider/column", "The column's header names a clinician or staff member."),
        ("provider/labelled", "A label or a key before it names a clinician or staff member."),
        ("provider/message", "It stands in a field of a clinical or claims message that holds clinicians."),
        ("provider/credential", "A clinician's credential stands behind it."),
    ],
};

/// Takes the tagger's providers, names behind a title, and names before a credential.
fn find(page: &Page<'_>, known: &Known<'_>, hits: &mut Vec<Hit>) {
    let mut tagged = Vec::new();
    for tag in known.tags.iter().filter(|tag| tag.label == Label::Provider && !is_doubtful(page, tag)) {
        let Some(mut range) = behind_title(page, tag) else { continue };
        range.end = range.start + without_credentials(&page.text()[range.clone()]).len();
        // A job told behind a name: "Ana Lee, patient coordinator".
        let text = &page.text()[range.clone()];
        if text.starts_with(char::is_lowercase) && says(text) == Some(Says::Provider) {
            continue;
        }
        let range = with_abbreviation(page, range);
        tagged.push((range.clone(), tag.confidence));
        hits.push(Hit { kind: Kind::Provider, range, confidence: tag.confidence, rule: "provider/tagged".into() });
    }
    let first = hits.len();
    labelled(page, &known.fields, hits);
    hl7::names(page, Kind::Provider, "provider/message", hits);
    x12::names(page, Kind::Provider, "provider/message", hits);
    for (at, token) in page.tokens().iter().enumerate() {
        let text = page.token_text(token);
        if is_title(text) {
            titled(page, at, hits);
        } else if matches!(token.shape, Shape::Upper | Shape::Mixed)
            && CREDENTIALS.contains(&text)
            && !is_coded(page, token)
        {
            credentialed(page, at, hits);
        }
    }
    outdo_parts(hits, first, &tagged);
}

/// Whether a word is one for a clinician, or an ordinary one that nobody is called by.
fn is_no_name(word: &str) -> bool {
    let entry = lexicon::lookup(word);
    says(word) == Some(Says::Provider)
        || entry.common() > 3 && entry.given().max(entry.surname()) < entry.common().saturating_sub(3)
}

/// Whether what looks like a credential begins a code: `PA-20417`.
fn is_coded(page: &Page<'_>, token: &Token) -> bool {
    let behind = page.after(token.range.end, 2).strip_prefix(['-', '#']);
    behind.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// Appends the names that stand under a header or behind a label of clinicians.
fn labelled(page: &Page<'_>, fields: &[Field<'_>], hits: &mut Vec<Hit>) {
    let mut push = |value: Range<usize>, rule: &'static str| {
        let text = &page.text()[value.clone()];
        let bare = without_credentials(text);
        if let Some(name) = name_in(bare).filter(|name| !is_said(&bare[name.clone()])) {
            let range = value.start + name.start..value.start + name.end;
            hits.push(Hit { kind: Kind::Provider, range, confidence: 0.85, rule: rule.into() });
        }
    };
    for range in page.cells_under(&|header| says(header) == Some(Says::Provider)) {
        push(range, "provider/column");
    }
    for field in fields {
        // "Doctor: Anything else?" is who speaks; what is set apart is a value.
        let value = without_credentials(&page.text()[field.value.clone()]);
        let told = || name_in(value).is_some_and(|name| is_told(value, &value[name]));
        if field.says == Some(Says::Provider) && (field.apart || told()) {
            push(field.value.clone(), "provider/labelled");
        }
    }
}

/// A value without the credentials at its end.
fn without_credentials(value: &str) -> &str {
    let mut bare = value;
    while let Some((rest, last)) = bare.trim_end_matches(['.', ')', ' ']).rsplit_once([' ', ',', '(', '-']) {
        let known = CREDENTIALS.contains(&last)
            || matches!(last, "C" | "BC" | "M.D" | "D.O" | "N.P" | "R.N" | "P.A" | "MA" | "");
        if !known {
            break;
        }
        bare = rest;
    }
    bare
}

/// Letters behind a clinician's name, as they are written.
#[rustfmt::skip]
const CREDENTIALS: &[&str] = &[
    "ACNP", "AGACNP", "AGNP", "AGPCNP", "AMFT", "ANP", "APN", "APNP", "APRN", "ARNP", "ATC", "AuD", "BCBA", "BSN", "CADC",
    "CANS", "CDCES", "CLE", "CLT", "CMA", "CNA", "CNM", "CNP", "CNS", "COT", "COTA", "CPNP", "CPSN", "CRNA", "CRNP", "CST",
    "DABR", "DAc", "DC", "DDS", "DMD", "DMSc", "DNAP", "DNC", "DNP", "DO", "DPM", "DPT", "EdD", "FAAD", "FAAP", "FACOG",
    "FACP", "FACS", "FAOCD", "FNP", "GNP", "LAc", "LADC", "LCMHC", "LCPC", "LCSW", "LE", "LICSW", "LMFT", "LMHC", "LMHCA",
    "LMSW", "LMT", "LPC", "LPCC", "LPN", "LSW", "LVN", "MBBS", "MD", "MFT", "MPAS", "MSN", "MSW", "ND", "NMD", "NNP", "NP",
    "OD", "OTR", "PA", "PMHNP", "PNP", "PharmD", "PhD", "PsyD", "RD", "RDA", "RDH", "RDN", "RMA", "RN", "RNFA", "RPA", "RPVI",
    "RPh", "RRT", "RVT", "SLP", "WHNP",
];

/// Titles of clinicians, in lower case.
const TITLES: [&str; 14] = [
    "dr",
    "drs",
    "dra",
    "doctor",
    "doctora",
    "docteur",
    "dottore",
    "dottoressa",
    "nurse",
    "enfermera",
    "enfermero",
    "lic",
    "licda",
    "doc",
];

fn is_title(text: &str) -> bool {
    // Every word of a page is asked.
    let may_be = text.len() <= 10 && text.starts_with(['d', 'D', 'e', 'E', 'l', 'L', 'n', 'N']);
    may_be && TITLES.iter().any(|title| text.eq_ignore_ascii_case(title))
}

/// Appends the capitalised name behind a title.
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
    let mut end = name_end(page, first);
    if end == first && tokens.get(first).is_some_and(|token| is_name_in_lower_case(page, title, token)) {
        end += 1;
    }
    if end == first {
        return;
    }
    let words: Vec<&str> = tokens[first..end].iter().map(|token| page.token_text(token)).collect();
    let whole = tokens[title..end].iter().map(|token| page.token_text(token));
    let other = [Class::Brand, Class::Organization, Class::PublicFigure, Class::Expression];
    if lexicon::longest_phrase(whole).is_some_and(|(_, entry)| other.iter().any(|class| entry.is(*class))) {
        return;
    }
    let range = with_abbreviation(page, tokens[first].range.start..tokens[end - 1].range.end);
    let Some(name) = words.iter().find(|word| word.len() > 1) else {
        // "Dr P", but no "Dr. X" and no "nurse A".
        let initial = words.first().is_some_and(|word| !matches!(*word, "X" | "Y" | "Z" | "I"));
        if initial && text(title).to_ascii_lowercase().starts_with("dr") {
            hits.push(Hit { kind: Kind::Provider, range, confidence: 0.75, rule: "provider/titled".into() });
        }
        return;
    };
    let entry = lexicon::lookup(name);
    // "Doctor X. He called it": a letter for a name, and the next sentence.
    let blanked = words.first().is_some_and(|word| matches!(*word, "X" | "Y" | "Z"));
    let blanked = blanked && lexicon::lookup(name).common() > 6;
    let placeholder = blanked || matches!(*name, "XYZ" | "ABC" | "Name" | "NAME" | "Lastname");
    if is_title(name) || entry.is(Class::Abbreviation) && entry.surname() < 6 {
        return;
    }
    let role = [Class::Role, Class::Credential, Class::Label].iter().any(|class| entry.is(*class));
    let nurse = !text(title).to_ascii_lowercase().starts_with('d');
    if nurse && (role || entry.common() > 4 && entry.given() < 8) {
        return;
    }
    if !placeholder && (entry.surname().max(entry.given()) > entry.common() / 2 || entry.common() < 6) {
        hits.push(Hit { kind: Kind::Provider, range, confidence: 0.85, rule: "provider/titled".into() });
    }
}

/// Whether a word in lower case behind a title in lower case is a name ("ask dr patel", "nurse kim says").
fn is_name_in_lower_case(page: &Page<'_>, title: usize, token: &Token) -> bool {
    let title = page.token_text(&page.tokens()[title]);
    let word = page.token_text(token);
    let entry = lexicon::lookup(word);
    let known = entry.given().max(entry.surname());
    let role = [Class::Role, Class::Credential, Class::Label, Class::Health].iter().any(|class| entry.is(*class));
    // Behind "doctor" and "nurse" stand verbs and roles, behind "dr" names alone.
    let sure = if title == "dr" || title == "dra" { known >= entry.common() } else { known >= entry.common() + 4 };
    title.chars().all(char::is_lowercase)
        && token.shape == Shape::Lower
        && word.len() > 1
        && !role
        && known >= 4
        && sure
}

/// The end of the capitalised words from `first` on, on one line: at most an initial and three words.
fn name_end(page: &Page<'_>, first: usize) -> usize {
    let tokens = page.tokens();
    let text = page.text();
    let mut end = first;
    while let Some(token) = tokens.get(end).filter(|token| token.is_capitalized(text)) {
        let between = if end == 0 { "" } else { &text[tokens[end - 1].range.end..token.range.start] };
        // "Dr. Foss Fri 10/17": the day is of the next visit.
        let day = end > first && lexicon::lookup(page.token_text(token)).is(Class::Weekday);
        // "Dr. Foss NPI 1": what the number is called.
        let numbered = end > first && matches!(page.token_text(token), "NPI" | "DEA" | "TIN");
        if end - first >= 4 || day || numbered || is_column_gap(between) {
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

/// The range of a name and of the `Dr.` before it, which is written as a part of the name; the words `doctor` and
/// `nurse` say what somebody is.
fn with_abbreviation(page: &Page<'_>, name: Range<usize>) -> Range<usize> {
    let before = page.before(name.start, 6);
    let bare = before.trim_end_matches([' ', '.']);
    let title = ["Dra", "Drs", "Dr", "DR"].into_iter().find(|title| bare.ends_with(title)).filter(|title| {
        !bare[..bare.len() - title.len()].ends_with(char::is_alphanumeric) && before.len() > bare.len()
    });
    name.start - title.map_or(0, |title| before.len() - bare.len() + title.len())..name.end
}

/// Whether white space parts lines or columns.
fn is_column_gap(between: &str) -> bool {
    between.contains(['\n', '\t']) || between.contains("  ")
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
        // The point of an initial or a title goes on; any other ends the sentence before.
        let point = || {
            page.token_text(token) == "."
                && first > 1
                && (tokens[first - 2].shape == Shape::Initial || is_title(page.token_text(&tokens[first - 2])))
        };
        let inside = token.is_capitalized(text) || first < end && (page.token_text(token) == "-" || point());
        if !inside || is_column_gap(&text[token.range.end..tokens[first].range.start]) {
            break;
        }
        first -= 1;
    }
    // What leads to the name is no part of it: "Meet Ada Quill, PA", "Prescriber Ada Quill, MD".
    while end - first > 2 && is_no_name(page.token_text(&tokens[first])) {
        first += 1;
    }
    let entries: Vec<Entry> = tokens[first..end].iter().map(|token| lexicon::lookup(page.token_text(token))).collect();
    let things = [Class::Role, Class::Brand, Class::Credential, Class::Label, Class::Facility, Class::State];
    let named = entries.iter().any(|entry| entry.given().max(entry.surname()) > entry.common() / 2);
    if named && !entries.iter().any(|entry| things.iter().any(|class| entry.is(*class))) {
        let range = tokens[first].range.start..tokens[end - 1].range.end;
        hits.push(Hit { kind: Kind::Provider, range, confidence: 0.8, rule: "provider/credential".into() });
    }
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
                "Please thank nurse ⟦Tanya⟧ for staying late.",
                "Seen by ⟦Dr. L. Wang⟧ for a peel.",
                "Reviewed by ⟦Anna Petrova⟧, PA-C.",
                "New at the desk. ⟦Lena M. Ortiz⟧, NP, joins us.",
                "seen by dr ⟦patel⟧ last week",
                "Ask ⟦Dr P⟧ before the next one.",
                "La enfermera ⟦Lucía⟧ le llama.",
                "injector: ⟦Shauna Boyle⟧\nunits: 20",
                "PV1|1|O|R3||||1447700123^⟦Haugen⟧^⟦Ida⟧^^^DR",
                "NM1*82*1*⟦HAUGEN⟧*⟦IDA⟧****XX*1447700123~",
                "Meet ⟦Noor Haidari⟧, PA-C! ⟦Noor⟧ trained in Ohio.",
                "Prescriber ⟦Fenwick Adair⟧, MD",
                "Refill by ⟦Dr. Quill⟧ NPI 1447700123",
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
                "Provider: Okay. Therapist: Mm.",
                "nurse practitioner wanted; nurse manager on call",
                "BIN 004336   Ref PA-22167",
                "We stock Dr. Dennis Gross peel pads.",
                "Doctor: Hi. Patient: hello doctor. Well, my knee hurts.",
            ],
        );
    }
}
