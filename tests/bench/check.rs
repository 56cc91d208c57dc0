//! How long a check takes: each stage, one line, a page, a corpus. It tells times and never fails.
//!
//! Run it with `cargo bench`.

#![allow(clippy::expect_used, reason = "a bench that cannot start says so by panicking")]

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use jiff::civil::Date;
use rayon::prelude::*;
use safepaste::context::Reader;
use safepaste::identifier::Scanner;
use safepaste::policy::Policy;
use safepaste::rewrite::Style;
use safepaste::tagger;
use safepaste::text::Page;
use safepaste::{Check, Checker, verdict};
use std::fs;
use std::path::Path;

const LINE: &str = "Remind my patient Odile Marsh of her lip filler on Thursday at 2; her cell is 479-555-0142.";

fn main() {
    divan::main();
}

fn today() -> Date {
    "2026-11-21".parse().expect("a day")
}

fn checker() -> Checker {
    let policy = Policy::built_in().expect("the built-in policy reads");
    Checker::new(policy, today()).expect("its patterns compile")
}

fn checked(checker: &Checker, text: &str) -> Check {
    checker.check(text, None).expect("the policy has a default destination")
}

/// About two printed pages of copy with a patient in it now and then.
fn page() -> String {
    let copy = "Our hydrating facial takes forty minutes and needs no downtime. Book online or at the front desk.\n";
    (0..40).map(|n| if n % 10 == 3 { format!("{LINE}\n") } else { copy.to_owned() }).collect()
}

/// What a program pays before its first check.
#[divan::bench]
fn start() -> Checker {
    checker()
}

#[divan::bench]
fn one_line(bencher: Bencher) {
    let checker = checker();
    bencher.counter(BytesCount::of_str(LINE)).bench(|| checker.check(black_box(LINE), None));
}

#[divan::bench]
fn one_line_with_rewrite(bencher: Bencher) {
    let checker = checker();
    bencher
        .counter(BytesCount::of_str(LINE))
        .bench(|| checker.check(black_box(LINE), None).map(|check| checker.rewrite(LINE, &check, Style::Natural)));
}

#[divan::bench]
fn one_page(bencher: Bencher) {
    let (checker, page) = (checker(), page());
    bencher.counter(BytesCount::of_str(&page)).bench(|| checker.check(black_box(&page), None));
}

/// What the stages are given to read.
#[derive(Debug, Clone, Copy)]
enum Text {
    /// Copy in which nothing is found.
    Copy,
    /// Nothing but lines with identifiers.
    Dense,
}

const TEXTS: [Text; 2] = [Text::Copy, Text::Dense];

impl Text {
    fn make(self) -> String {
        let line = match self {
            Text::Copy => "Our hydrating facial takes forty minutes and needs no downtime. Book at the front desk.",
            Text::Dense => LINE,
        };
        format!("{line}\n").repeat(400)
    }
}

/// The normalised view with its map back to the original, tokens and lines.
#[divan::bench(args = TEXTS)]
fn stage_text(bencher: Bencher, text: Text) {
    let text = &text.make();
    bencher.counter(BytesCount::of_str(text)).bench(|| Page::new(black_box(text)).tokens().len());
}

/// The tagger alone.
#[divan::bench(args = TEXTS)]
fn stage_tagger(bencher: Bencher, text: Text) {
    let text = &text.make();
    let page = Page::new(text);
    bencher.counter(BytesCount::of_str(text)).bench(|| tagger::tag(black_box(&page), &[]));
}

/// The tagger and every pattern.
#[divan::bench(args = TEXTS)]
fn stage_identifier(bencher: Bencher, text: Text) {
    let text = &text.make();
    let (scanner, page) = (Scanner::default(), Page::new(text));
    bencher.counter(BytesCount::of_str(text)).bench(|| scanner.scan(black_box(&page)));
}

/// Who is meant, and what the text is about, given what was found.
#[divan::bench(args = TEXTS)]
fn stage_context(bencher: Bencher, text: Text) {
    let text = &text.make();
    let (page, checker) = (Page::new(text), checker());
    let (reader, hits) = (Reader::new(checker.policy()), Scanner::default().scan(&page));
    let bench = bencher.counter(BytesCount::of_str(text)).with_inputs(|| hits.clone());
    bench.bench_values(|hits| reader.understand(black_box(&page), hits, 0.0, &[]));
}

/// The rules alone, given all that is known.
#[divan::bench(args = TEXTS)]
fn stage_verdict(bencher: Bencher, text: Text) {
    let text = &text.make();
    let checker = checker();
    let (check, destination) = (checked(&checker, text), checker.destination(None).expect("a default"));
    let bench = bencher.counter(BytesCount::of_str(text));
    bench.bench(|| verdict::judge(&check.findings, &check.context, checker.policy(), destination, today()));
}

/// The rewrite with its second look, which finds and judges anew.
#[divan::bench(args = TEXTS)]
fn stage_rewrite(bencher: Bencher, text: Text) {
    let text = &text.make();
    let checker = checker();
    let check = checked(&checker, text);
    bencher.counter(BytesCount::of_str(text)).bench(|| checker.rewrite(black_box(text), &check, Style::Natural));
}

/// All stages up to the verdict.
#[divan::bench(args = TEXTS)]
fn end_to_end(bencher: Bencher, text: Text) {
    let text = &text.make();
    let checker = checker();
    bencher.counter(BytesCount::of_str(text)).bench(|| checker.check(black_box(text), None));
}

/// The corpora beside the repository on every core; without them, a thousand pages.
#[divan::bench(sample_count = 5)]
fn corpus(bencher: Bencher) {
    let checker = checker();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora");
    let found = ["dev_prompts", "dev_documents", "dev_marketing"]
        .iter()
        .filter_map(|name| fs::read_to_string(folder.join(format!("{name}.jsonl"))).ok())
        .flat_map(|lines| lines.lines().filter_map(|line| serde_json::from_str(line).ok()).collect::<Vec<_>>())
        .filter_map(|record: serde_json::Value| record["text"].as_str().map(str::to_owned));
    let mut texts: Vec<String> = found.collect();
    if texts.is_empty() {
        texts = vec![page(); 1000];
    }
    let bytes: usize = texts.iter().map(String::len).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        texts.par_iter().filter(|text| checker.check(text, None).is_ok_and(|check| !check.findings.is_empty())).count()
    });
}
