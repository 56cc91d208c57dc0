//! Holds the quality of finding and judging to the recorded baseline.
//!
//! Those whose names begin with `held` are the project's own; nothing is learned from them. The others lie beside the
//! repository, in `../shared/corpora`; where they are not there, they are left out, and the test says so. A figure more
//! than 0.3 points worse than in `baseline.json` fails the test.
//!
//! After an improvement, record it; a figure that did not improve keeps its old value:
//!
//! ```sh
//! SAFEPASTE_RECORD=1 cargo test --release --test quality
//! ```

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod score;

use rayon::prelude::*;
use safepaste::policy::DestinationKind;
use safepaste::{Checker, Policy};
use score::{Counts, Figures, Gold, Said};
use std::collections::BTreeMap;
use std::fs;
use std::io::{Write, stderr};
use std::path::Path;

/// The corpora that measure the program; those for training the tagger are none of them.
const CORPORA: [&str; 15] = [
    "held_invented",
    "held_hands",
    "held_asks",
    "held_places",
    "held_fresh",
    "held_wide",
    "held_broad",
    "dev_prompts",
    "dev_documents",
    "dev_marketing",
    "asq_dev",
    "aci_bench_dev",
    "mts_dialog_dev",
    "peds_handoff_dev",
    "presidio_synth_dev",
];

/// Tells a line past the test harness, which keeps back what a passing test prints.
fn say(line: &str) {
    stderr().write_all(format!("{line}\n").as_bytes()).unwrap();
}

/// The first destination of a kind.
fn place(checker: &Checker, kind: DestinationKind) -> &str {
    let mut destinations = checker.policy().destinations.iter();
    destinations.find(|(_, destination)| destination.kind == kind).unwrap().0
}

/// The figures of one corpus.
fn measure(checker: &Checker, path: &Path) -> Figures {
    let records = fs::read_to_string(path).unwrap();
    let lines: Vec<&str> = records.lines().filter(|line| !line.trim().is_empty()).collect();
    let count = |line: &&str| {
        let gold: Gold = serde_json::from_str(line).unwrap();
        let to = match gold.to {
            Some(kind) => Some(place(checker, kind)),
            None => (gold.destination.as_deref() == Some("baa_tool")).then_some("approved"),
        };
        let check = checker.check(&gold.text, to).unwrap();
        let spans = check.findings.iter().map(|finding| finding.chars.clone()).collect();
        let places = check.context.exposures.iter().map(|exposure| exposure.code).collect();
        Counts::of(&gold, &Said { spans, bucket: check.verdict.bucket.to_string(), places })
    };
    lines.par_iter().map(count).reduce(Counts::default, Counts::plus).figures()
}

#[test]
fn no_figure_falls_below_the_baseline() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let baseline_path = root.join("tests/quality/baseline.json");
    let mut baseline: BTreeMap<String, Figures> =
        serde_json::from_str(&fs::read_to_string(&baseline_path).unwrap()).unwrap();
    let policy = Policy::from_yaml(&fs::read_to_string(root.join("tests/quality/policy.yaml")).unwrap()).unwrap();
    let checker = Checker::new(policy, "2026-11-21".parse().unwrap()).unwrap();
    let recording = std::env::var_os("SAFEPASTE_RECORD").is_some();

    let mut worse = Vec::new();
    for corpus in CORPORA {
        let file = format!("{corpus}.jsonl");
        let own = root.join("tests/corpora").join(&file);
        let path = if own.is_file() { own } else { root.join("../shared/corpora").join(&file) };
        if !path.is_file() {
            say(&format!("quality: {corpus} left out, for {} is not there", path.display()));
            continue;
        }
        let now = measure(&checker, &path);
        say(&format!("quality: {corpus}: {now}"));
        let then = baseline.entry(corpus.to_owned()).or_default();
        if recording {
            *then = now.better_of(then);
        } else {
            worse.extend(now.worse_than(then).into_iter().map(|what| format!("{corpus}: {what}")));
        }
    }
    if recording {
        fs::write(&baseline_path, serde_json::to_string_pretty(&baseline).unwrap() + "\n").unwrap();
    }
    assert!(worse.is_empty(), "worse than tests/quality/baseline.json:\n  {}", worse.join("\n  "));
}
