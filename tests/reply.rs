//! The way back from a rewrite: every draft comes back letter by letter, also from a reply that changed the tags.
//!
//! `SAFEPASTE_CORPORA=FILE:FILE` measures other drafts, one JSON object with a `text` a line.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use safepaste::rewrite::restore::Originals;
use safepaste::rewrite::{Rewrite, Style};
use safepaste::{Checker, Policy};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

/// The texts of the corpora, as many of each as a test has time for.
fn drafts() -> Vec<String> {
    let corpora = std::env::var("SAFEPASTE_CORPORA").unwrap_or_default();
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpora");
    let own = ["held_asks.jsonl", "train_hands.jsonl"].map(|name| own.join(name));
    let (files, most) = match corpora.as_str() {
        "" => (own.to_vec(), 60),
        named => (std::env::split_paths(named).collect(), usize::MAX),
    };
    let text =
        |line: &str| serde_json::from_str::<serde_json::Value>(line).unwrap()["text"].as_str().unwrap().to_owned();
    let texts = |path| std::fs::read_to_string(path).unwrap().lines().take(most).map(text).collect::<Vec<_>>();
    files.into_iter().flat_map(texts).collect()
}

/// A rewrite in tags, cut at its tags.
struct Tagged {
    draft: String,
    rewrite: Rewrite,
    originals: Originals,
    parts: Vec<Part>,
}

enum Part {
    Text(String),
    /// A tag, and the value that it took the place of.
    Tag(String, String),
}

fn tagged(checker: &Checker, draft: String) -> Option<Tagged> {
    let check = checker.check(&draft, None).unwrap();
    let rewrite = checker.rewrite(&draft, &check, Style::Tags);
    let originals = Originals::new(&draft, &rewrite).ok()?;
    let (mut parts, mut at) = (Vec::new(), 0);
    for change in &rewrite.changes {
        parts.push(Part::Text(draft[at..change.bytes.start].to_owned()));
        parts.push(Part::Tag(change.replacement.clone(), draft[change.bytes.clone()].to_owned()));
        at = change.bytes.end;
    }
    parts.push(Part::Text(draft[at..].to_owned()));
    Some(Tagged { draft, rewrite, originals, parts })
}

/// What a chatbot does to a reply: to the words, to a tag, and what stands behind the value that comes back.
struct Edit {
    name: &'static str,
    words: fn(&str) -> String,
    tag: fn(&str) -> String,
    behind: &'static str,
}

fn same(text: &str) -> String {
    text.to_owned()
}

/// The tag without its brackets.
fn bare(tag: &str) -> &str {
    &tag[1..tag.len() - 1]
}

/// The tag with other marks around it.
macro_rules! boxed {
    ($open:literal, $close:literal) => {
        |tag| format!(concat!($open, "{}", $close), bare(tag))
    };
}

fn html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}

fn json(text: &str) -> String {
    let quoted = serde_json::to_string(text).unwrap();
    quoted[1..quoted.len() - 1].to_owned()
}

/// The words of another language in place of the draft's own.
fn translated(text: &str) -> String {
    text.split_inclusive(char::is_whitespace)
        .map(|word| if word.trim().is_empty() { word } else { "您好，quería" })
        .collect()
}

const EDITS: [Edit; 29] = [
    Edit { name: "unchanged", words: same, tag: same, behind: "" },
    Edit { name: "lower case", words: str::to_lowercase, tag: str::to_lowercase, behind: "" },
    Edit { name: "upper case", words: str::to_uppercase, tag: str::to_uppercase, behind: "" },
    Edit { name: "possessive behind", words: same, tag: |tag| format!("{tag}'s"), behind: "'s" },
    Edit { name: "possessive inside", words: same, tag: |tag| format!("[{}’s]", bare(tag)), behind: "’s" },
    Edit { name: "brackets dropped", words: same, tag: |tag| bare(tag).to_owned(), behind: "" },
    Edit { name: "dropped in lower case", words: str::to_lowercase, tag: |tag| bare(tag).to_lowercase(), behind: "" },
    Edit { name: "left bracket dropped", words: same, tag: |tag| tag[1..].to_owned(), behind: "" },
    Edit { name: "right bracket dropped", words: same, tag: |tag| tag[..tag.len() - 1].to_owned(), behind: "" },
    Edit { name: "()", words: same, tag: boxed!("(", ")"), behind: "" },
    Edit { name: "{}", words: same, tag: boxed!("{{", "}}"), behind: "" },
    Edit { name: "{{}}", words: same, tag: boxed!("{{{{", "}}}}"), behind: "" },
    Edit { name: "<>", words: same, tag: boxed!("<", ">"), behind: "" },
    Edit { name: "«»", words: same, tag: boxed!("«", "»"), behind: "" },
    Edit { name: "【】", words: same, tag: boxed!("【", "】"), behind: "" },
    Edit { name: "bold", words: same, tag: boxed!("**", "**"), behind: "" },
    Edit { name: "backticks", words: same, tag: boxed!("`", "`"), behind: "" },
    Edit { name: "space", words: same, tag: |tag| tag.replace('_', " "), behind: "" },
    Edit { name: "hyphen", words: same, tag: |tag| tag.replace('_', "-"), behind: "" },
    Edit { name: "hyphen, dropped", words: same, tag: |tag| bare(tag).replace('_', "-"), behind: "" },
    Edit { name: "escaped underscore", words: same, tag: |tag| tag.replace('_', "\\_"), behind: "" },
    Edit {
        name: "Markdown escaped",
        words: same,
        tag: |tag| format!("\\[{}\\]", bare(tag).replace('_', "\\_")),
        behind: "",
    },
    Edit { name: "number apart", words: same, tag: |tag| tag.replace('_', "_ "), behind: "" },
    Edit {
        name: "number far apart",
        words: same,
        tag: |tag| format!("[ {} ]", bare(tag).replace('_', " _ ")),
        behind: "",
    },
    Edit { name: "HTML", words: html, tag: |tag| format!("&#91;{}&#93;", bare(tag)), behind: "" },
    Edit { name: "split over lines", words: same, tag: |tag| tag.replace('_', "_\n"), behind: "" },
    Edit {
        name: "split in a quoted mail",
        words: same,
        tag: |tag| format!("{}\n> {}", &tag[..3], &tag[3..]),
        behind: "",
    },
    Edit { name: "translated", words: translated, tag: same, behind: "" },
    Edit { name: "JSON", words: json, tag: json, behind: "" },
];

impl Tagged {
    /// Whether an edited reply comes back with every value in its place and no other letter changed.
    fn survives(&self, edit: &Edit) -> bool {
        let (mut reply, mut wanted) = (String::new(), String::new());
        for part in &self.parts {
            match part {
                Part::Text(text) => {
                    let text = (edit.words)(text);
                    reply.push_str(&text);
                    wanted.push_str(&text);
                }
                Part::Tag(tag, value) => {
                    reply.push_str(&(edit.tag)(tag));
                    let _ = write!(wanted, "{value}{}", edit.behind);
                }
            }
        }
        let restored = self.originals.restore(&reply);
        *restored.text == wanted && restored.unknown.is_empty()
    }

    /// Whether a reply of these parts comes back with a form of its value for each tag.
    fn survives_as(&self, parts: &[&Part]) -> bool {
        let text = |part: &&Part| match part {
            Part::Text(text) => text.clone(),
            Part::Tag(tag, _) => tag.clone(),
        };
        let restored = self.originals.restore(&parts.iter().map(text).collect::<String>());
        restored.unknown.is_empty() && self.fits(&restored.text, parts)
    }

    /// Whether a text is made of these parts, with any value that a tag stands for in its place.
    fn fits(&self, rest: &str, parts: &[&Part]) -> bool {
        match parts.split_first() {
            None => rest.is_empty(),
            Some((Part::Text(text), parts)) => {
                rest.strip_prefix(text.as_str()).is_some_and(|rest| self.fits(rest, parts))
            }
            Some((Part::Tag(tag, _), parts)) => {
                let forms: BTreeSet<&str> = self
                    .parts
                    .iter()
                    .filter_map(|part| match part {
                        Part::Tag(known, value) if known == tag => Some(value.as_str()),
                        _ => None,
                    })
                    .collect();
                forms.iter().any(|form| rest.strip_prefix(form).is_some_and(|rest| self.fits(rest, parts)))
            }
        }
    }
}

#[test]
fn every_rewrite_comes_back_and_edits_are_survived() {
    let checker = Checker::new(Policy::built_in().unwrap(), "2026-11-21".parse().unwrap()).unwrap();
    let drafts = drafts();
    let all = drafts.len();
    let tagged: Vec<Tagged> = drafts.into_iter().filter_map(|draft| tagged(&checker, draft)).collect();
    assert_eq!(tagged.len(), all, "every rewrite can be turned back");
    assert!(tagged.iter().all(|one| *one.originals.restore(&one.rewrite.text).text == one.draft));
    let changed: Vec<&Tagged> = tagged.iter().filter(|one| !one.rewrite.changes.is_empty()).collect();
    println!(
        "{all} of {all} come back unchanged; {} have tags, of which there are {}",
        changed.len(),
        changed.iter().map(|one| one.rewrite.changes.len()).sum::<usize>()
    );
    let mut shares = Vec::new();
    for edit in &EDITS {
        shares.push((edit.name, changed.iter().filter(|one| one.survives(edit)).count()));
    }
    let reversed = |one: &&&Tagged| one.survives_as(&one.parts.iter().rev().collect::<Vec<_>>());
    let repeated = |one: &&&Tagged| one.survives_as(&one.parts.iter().chain(&one.parts).collect::<Vec<_>>());
    shares.push(("reordered", changed.iter().filter(reversed).count()));
    shares.push(("repeated", changed.iter().filter(repeated).count()));
    for (name, survived) in &shares {
        println!("{:5.1} %  {name}", *survived as f64 * 100.0 / changed.len() as f64);
    }
    for (name, survived) in shares {
        assert!(survived * 100 >= changed.len() * 95, "{name}: {survived} of {}", changed.len());
    }
}
