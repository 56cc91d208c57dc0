//! Rewrites of labelled texts, in every style: how many of the identifiers survive, and that nothing else changes.
//!
//! The corpora beside the repository are measured on request:
//!
//! ```sh
//! SAFEPASTE_CORPORA=../shared/corpora cargo test --release --test end_to_end rewrites:: -- --ignored --nocapture
//! ```

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use rayon::prelude::*;
use safepaste::lexicon::{Class, lookup, state};
use safepaste::rewrite::{Rewrite, Secret, Style};
use safepaste::{Check, Checker, Finding, Kind, Policy};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::io::{Write, stderr};
use std::ops::Range;
use std::path::Path;

/// A labelled text.
#[derive(Deserialize)]
struct Gold {
    id: String,
    text: String,
    spans: Vec<Span>,
}

/// A labelled identifier, in code points.
#[derive(Deserialize)]
struct Span {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    optional: bool,
}

fn styles() -> [(&'static str, Style); 4] {
    [
        ("natural", Style::Natural),
        ("tags", Style::Tags),
        ("safe-harbor", Style::SafeHarbor),
        ("surrogate", Style::Surrogate(Secret::from_seed(7))),
    ]
}

/// What became of the identifiers of one text, or of many.
#[derive(Debug, Default, Clone)]
struct Fate {
    gold: usize,
    /// Those of which a letter or digit stands where it stood, though the check saw them.
    left: usize,
    /// Those that the check did not see, in whole or in part, providers left out.
    unseen: usize,
    /// Providers not seen, or kept where no patient's story is told.
    providers: usize,
    texts: usize,
    /// Texts that are not clean.
    unclean: usize,
    /// Texts of which a second rewrite changes something.
    unsteady: usize,
    /// Texts of which something outside the findings changed.
    touched: usize,
    /// Those of them whose second look found what the first had not.
    second: usize,
    examples: Vec<String>,
}

impl Fate {
    fn plus(mut self, other: Fate) -> Fate {
        self.gold += other.gold;
        self.left += other.left;
        self.unseen += other.unseen;
        self.providers += other.providers;
        self.texts += other.texts;
        self.unclean += other.unclean;
        self.unsteady += other.unsteady;
        self.touched += other.touched;
        self.second += other.second;
        self.examples.extend(other.examples);
        self
    }
}

fn checker() -> Checker {
    let policy = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/quality/policy.yaml")).unwrap();
    Checker::new(Policy::from_yaml(&policy).unwrap(), "2026-11-21".parse().unwrap()).unwrap()
}

/// Whether a range has a word of which no other range covers a letter or a digit. States and titles tell nothing.
fn uncovered(text: &str, range: &Range<usize>, by: &[Range<usize>]) -> bool {
    let bare: String = text[range.clone()]
        .char_indices()
        .map(|(at, c)| if by.iter().any(|cover| cover.contains(&(range.start + at))) { '\u{0}' } else { c })
        .collect();
    bare.split(['\u{0}', ',', '\n']).any(|part| {
        let telling = |word: &&str| {
            let title = lookup(word).is(Class::Title) || lookup(word).is(Class::Credential);
            !word.is_empty() && !title && state(word).is_none()
        };
        state(part.trim()).is_none() && part.split(|c: char| !c.is_alphanumeric()).any(|word| telling(&word))
    })
}

/// What one rewrite made of a labelled text.
fn fate(checker: &Checker, gold: &Gold, check: &Check, style: Style, rewrite: &Rewrite) -> Fate {
    let text = &gold.text;
    let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let changed: Vec<Range<usize>> = rewrite.changes.iter().map(|change| change.bytes.clone()).collect();
    let found: Vec<Range<usize>> = check.findings.iter().map(|finding| finding.bytes.clone()).collect();
    // The check took them for providers, rightly or not, and a provider stays where no patient's story is told.
    let kept = |range: &Range<usize>| {
        let covers = |finding: &&Finding| finding.bytes.start < range.end && range.start < finding.bytes.end;
        check.findings.iter().filter(covers).any(|finding| finding.kind == Kind::Provider)
    };
    let mut fate = Fate { texts: 1, ..Fate::default() };
    for span in gold.spans.iter().filter(|span| !span.optional) {
        let range = bytes[span.start]..bytes[span.end];
        fate.gold += 1;
        let same = rewrite.changes.iter().any(|change| {
            change.bytes.start <= range.start
                && range.end <= change.bytes.end
                && change.replacement == text[range.clone()]
        });
        if !same && !uncovered(text, &range, &changed) {
            continue;
        }
        let why = if uncovered(text, &range, &found) {
            fate.unseen += usize::from(span.kind != "PROVIDER");
            fate.providers += usize::from(span.kind == "PROVIDER");
            "unseen"
        } else if span.kind == "PROVIDER" || kept(&range) {
            fate.providers += 1;
            "provider"
        } else {
            fate.left += 1;
            "left"
        };
        fate.examples.push(format!("{} {why} {} {:?}", gold.id, span.kind, &text[range]));
    }
    let outside = |change: &safepaste::rewrite::Change| uncovered(text, &change.bytes, &found);
    fate.touched = usize::from(rewrite.changes.iter().any(outside));
    for change in rewrite.changes.iter().filter(|change| style != Style::Natural && outside(change)) {
        fate.examples.push(format!("{} beyond {:?} -> {:?}", gold.id, &text[change.bytes.clone()], change.replacement));
    }
    fate.second = usize::from(rewrite.changes.iter().any(|change| change.finding.is_none() && outside(change)));
    fate.unclean = usize::from(!rewrite.remains.is_empty());
    let again = checker.check(&rewrite.text, None).unwrap();
    fate.unsteady = usize::from(checker.rewrite(&rewrite.text, &again, style).text != rewrite.text);
    if fate.unsteady + fate.unclean > 0 && style != styles()[3].1 {
        fate.examples.push(format!("{} unsteady {} unclean {}", gold.id, fate.unsteady, fate.unclean));
    }
    fate
}

/// Measures a corpus in every style.
fn measure(path: &Path) -> BTreeMap<&'static str, Fate> {
    let checker = checker();
    let records = fs::read_to_string(path).unwrap();
    let lines: Vec<&str> = records.lines().filter(|line| !line.trim().is_empty()).collect();
    styles()
        .into_iter()
        .map(|(name, style)| {
            let one = |line: &&str| {
                let gold: Gold = serde_json::from_str(line).unwrap();
                let check = checker.check(&gold.text, None).unwrap();
                let rewrite = checker.rewrite(&gold.text, &check, style);
                assert_rest_stays(&gold.text, &rewrite);
                fate(&checker, &gold, &check, style, &rewrite)
            };
            (name, lines.par_iter().map(one).reduce(Fate::default, Fate::plus))
        })
        .collect()
}

/// Asserts that the rewritten text is the original with its changes made, byte for byte.
fn assert_rest_stays(text: &str, rewrite: &Rewrite) {
    let (mut at, mut out) = (0, String::new());
    for change in &rewrite.changes {
        out.push_str(&text[at..change.bytes.start]);
        out.push_str(&change.replacement);
        at = change.bytes.end;
    }
    assert_eq!(out + &text[at..], rewrite.text);
}

fn say(line: &str) {
    stderr().write_all(format!("{line}\n").as_bytes()).unwrap();
}

fn tell(corpus: &str, fates: &BTreeMap<&'static str, Fate>) {
    for (style, fate) in fates {
        let Fate { gold, left, unseen, providers, texts, unclean, unsteady, touched, second, .. } = fate;
        say(&format!(
            "rewrites: {corpus} {style}: of {gold} identifiers {unseen} not seen, {left} seen and left, {providers} providers not seen or kept; \
             of {texts} texts {unclean} not clean, {unsteady} change again, {touched} change outside the findings ({second} by the second look)"
        ));
    }
}

#[test]
fn no_identifier_that_is_seen_survives() {
    let fates = measure(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpora/held_hands.jsonl"));
    tell("held_hands", &fates);
    for (style, fate) in fates {
        assert_eq!(fate.left, 0, "{style}: {:#?}", fate.examples);
        assert_eq!(fate.unclean, 0, "{style}: {:#?}", fate.examples);
        assert!(style == "surrogate" || fate.unsteady == 0, "{style}: {:#?}", fate.examples);
        assert!(style == "natural" || fate.touched <= fate.second, "{style}: {:#?}", fate.examples);
    }
}

#[test]
#[ignore = "reads corpora that are not part of the repository"]
fn other_corpora() {
    let folder = std::env::var("SAFEPASTE_CORPORA").unwrap();
    for corpus in ["dev_prompts", "dev_documents"] {
        let fates = measure(&Path::new(&folder).join(format!("{corpus}.jsonl")));
        tell(corpus, &fates);
        for (style, fate) in fates {
            say(&format!("{corpus} {style}:\n  {}", fate.examples.join("\n  ")));
        }
    }
}

mod properties {
    use super::*;
    use proptest::prelude::*;
    use std::sync::LazyLock;

    static CHECKER: LazyLock<Checker> = LazyLock::new(checker);

    /// Texts of words, identifiers, placeholders and marks in any order.
    fn texts() -> impl Strategy<Value = String> {
        let words = prop::sample::select(vec![
            "patient",
            "my client",
            "Please",
            "call",
            "about",
            "her peel",
            "DOB",
            "MRN",
            "on",
            "at",
            "and",
            "with",
            "the",
            "wants",
            "is here for Botox",
            "lives in",
            "email",
            "cell",
            "SSN",
            "our injector",
            "a",
            "husband",
            "Hi",
            "el",
            "cita de la paciente",
            "visit",
            "ZIP",
            "who is",
            "years old",
            "was born",
            "Name:",
            "Dr.",
        ]);
        let values = prop::sample::select(vec![
            "Dana Ortiz",
            "Dana",
            "Mrs. Ortiz",
            "ORTIZ, DANA",
            "D.O.",
            "Omar Reyes",
            "Sarah Johnson",
            "479-555-0142",
            "(479) 555-0177",
            "dana.ortiz@mail.example",
            "219-09-9999",
            "4111 1111 1111 1111",
            "04/12/88",
            "March 14th",
            "Thursday at 2",
            "tomorrow",
            "2024-03-14",
            "1/2/1931",
            "93",
            "72756",
            "Rogers, AR",
            "12 Elm St",
            "88-10-33",
            "St. Vincent's Hospital",
            "10.1.2.3",
            "IMG_4471.jpg",
            "@dana_o",
            "ABC-1234",
            "XKW884021937",
            "https://acme.example/dana",
        ]);
        let templates =
            prop::sample::select(vec!["[NAME]", "{{first_name}}", "XXX-XX-XXXX", "____", "[NAME_1]", "[date]"]);
        let marks =
            prop::sample::select(vec![", ", ". ", "\n", " (", ") ", ": ", " - ", "'s ", "; ", "\t", "\"", "? ", " | "]);
        let part = prop_oneof![
            4 => words.prop_map(|word| format!("{word} ")),
            4 => values.prop_map(|value| format!("{value} ")),
            1 => templates.prop_map(|template| format!("{template} ")),
            3 => marks.prop_map(str::to_owned),
        ];
        prop::collection::vec(part, 1..24).prop_map(|parts| parts.concat())
    }

    proptest! {
        #[test]
        fn clean_steady_and_nothing_else((text, at) in (texts(), 0usize..4)) {
            let (name, style) = styles()[at];
            let check = CHECKER.check(&text, None).unwrap();
            let rewrite = CHECKER.rewrite(&text, &check, style);
            assert_rest_stays(&text, &rewrite);
            prop_assert!(rewrite.remains.is_empty(), "{name}: {text:?} -> {:?}", rewrite.text);

            let again = CHECKER.check(&rewrite.text, None).unwrap();
            let twice = CHECKER.rewrite(&rewrite.text, &again, style);
            if name == "surrogate" {
                prop_assert_eq!(&CHECKER.rewrite(&text, &check, style), &rewrite);
            } else {
                prop_assert_eq!(&twice.text, &rewrite.text, "{}: {:?}", name, text);
            }

            let found: Vec<Range<usize>> = check.findings.iter().map(|finding| finding.bytes.clone()).collect();
            for change in rewrite.changes.iter().filter(|change| change.finding.is_some()) {
                let own = &check.findings[change.finding.unwrap()].bytes;
                if name == "natural" {
                    // Grammar reaches some words far, and never beyond the line.
                    let beyond = [change.bytes.start..own.start.max(change.bytes.start), own.end.min(change.bytes.end)..change.bytes.end];
                    for part in beyond {
                        prop_assert!(part.len() <= 120, "{text:?}");
                    }
                }
                prop_assert!(change.bytes.start <= own.end && own.start <= change.bytes.end, "{name}: {text:?}");
            }
            if matches!(name, "tags" | "surrogate") {
                let first = rewrite.changes.iter().filter(|change| change.finding.is_some());
                for change in first {
                    prop_assert!(found.iter().any(|own| own.start <= change.bytes.start && change.bytes.end <= own.end), "{name}: {text:?}");
                }
            }
        }
    }
}
