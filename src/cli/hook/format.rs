//! What the tools' formats share: a question as JSON, what it asks about, and what is decided of it.

use anyhow::anyhow;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// The cure for what is no question.
pub(super) const HELP: &str = "help: run it as a hook of an AI tool; safepaste hook --help shows how";

/// A tool's format.
pub(super) struct Format {
    /// What people call the tool.
    pub(super) name: &'static str,
    /// The events that can be judged.
    pub(super) events: &'static [&'static str],
    /// What an event asks about, or what is missing in it.
    pub(super) asked: fn(event: &str, input: &Value) -> Result<Asked, &'static str>,
    /// How a decision is told.
    pub(super) answer: fn(event: &str, decision: &Decision) -> Value,
}

/// What a tool asks about.
#[derive(Debug, Default)]
pub(super) struct Asked {
    /// What is about to be sent.
    pub(super) prompt: Option<String>,
    /// What is about to be read.
    pub(super) files: Vec<File>,
    /// Whether more is about to be read than is named.
    pub(super) unnamed: bool,
    /// Whether of a folder that is named all files are read.
    pub(super) whole_folders: bool,
}

/// A file that is about to be read.
#[derive(Debug)]
pub(super) struct File {
    pub(super) path: PathBuf,
    /// What it holds, where the tool says it.
    pub(super) content: Option<String>,
}

/// What is decided, from the mildest to the gravest.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Decision {
    /// It may go.
    Pass,
    /// Somebody should look first: why.
    Look(String),
    /// It could not be examined: why.
    Unseen(String),
    /// It must not go: why, and what to send instead.
    Block(String),
}

/// The question. What is wrong with it is told without any of it.
pub(super) fn parse(bytes: &[u8]) -> anyhow::Result<Value> {
    let text = std::str::from_utf8(bytes).map_err(|_| anyhow!("the input is no UTF-8 text\n{HELP}"))?;
    serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .map_err(|error| anyhow!("the input is not JSON (line {}, column {})\n{HELP}", error.line(), error.column()))
}

/// A text of the question.
pub(super) fn text(input: &Value, key: &str) -> Option<String> {
    input[key].as_str().map(str::to_owned)
}

/// The files that a prompt mentions as `@notes.txt`, which are then sent with it. What is no file is not there.
pub(super) fn mentioned(prompt: &str) -> Vec<File> {
    // A space in a name has a backslash before it.
    let words = prompt.replace("\\ ", "\u{0}");
    let mentions = words.split_whitespace().filter_map(|word| {
        // In an address, the sign stands amid a word.
        let path = word.trim_start_matches(['(', '[', '"', '\'']).strip_prefix('@')?;
        let path = path.trim_matches('"').trim_end_matches([',', ';', ':', '.', '!', '?', ')', '"']);
        (!path.is_empty()).then(|| file(&path.replace('\u{0}', " ")))
    });
    mentions.collect()
}

/// A file that is named.
pub(super) fn file(path: &str) -> File {
    File { path: Path::new(path).to_owned(), content: None }
}
