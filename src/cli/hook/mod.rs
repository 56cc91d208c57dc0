//! `safepaste hook`: what AI tools run before a prompt is sent and before a file is read. JSON in, decision out.
//!
//! Here is what all tools share: the question is read, its texts are judged, the gravest decides. One file for each
//! tool's format. Whatever cannot be read or judged ends with exit code 2 and a message on standard error, which all of
//! these tools take as a refusal.

mod claude;
mod cursor;
mod gemini;
mod judge;

use super::exit::Exit;
use super::judging::Judging;
use anyhow::{anyhow, bail};
use clap::ValueEnum;
use safepaste::source::Limits;
use serde_json::Value;
use std::io::{self, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

const AFTER_HELP: &str = "\
The tool's JSON is read from standard input and answered on standard output. What is unsafe is blocked, with kinds \
and places but no values, and with the rewrite; what is conditional goes on with a note, or is asked about where the \
tool can ask. A file that cannot be examined, or not all of it, is asked \
about or blocked.

Exit codes:
  0  the answer says what was decided
  2  nothing could be decided, so the tool has to stop: bad JSON, an event that is not known, a bad policy

Examples:
  {\"hooks\": {\"UserPromptSubmit\": [{\"hooks\": [{\"type\": \"command\", \"command\": \"safepaste hook\"}]}],
             \"PreToolUse\": [{\"matcher\": \"Read\", \"hooks\": [{\"type\": \"command\", \"command\": \"safepaste hook\"}]}]}}
      in .claude/settings.json
  {\"version\": 1, \"hooks\": {\"beforeSubmitPrompt\": [{\"command\": \"safepaste hook\", \"failClosed\": true}],
                           \"beforeReadFile\": [{\"command\": \"safepaste hook\", \"failClosed\": true}]}}
      in .cursor/hooks.json
  {\"hooks\": {\"BeforeAgent\": [{\"hooks\": [{\"type\": \"command\", \"command\": \"safepaste hook\"}]}],
             \"BeforeTool\": [{\"matcher\": \"read_.*\", \"hooks\": [{\"type\": \"command\", \"command\": \"safepaste hook\"}]}]}}
      in .gemini/settings.json";

/// What `hook` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    /// Whose format it is; without it the event's name tells
    #[arg(long, value_enum, value_name = "TOOL")]
    tool: Option<Tool>,
    #[command(flatten)]
    judging: Judging,
}

/// The tools whose formats are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Tool {
    /// Claude Code: UserPromptSubmit and PreToolUse
    Claude,
    /// Cursor: beforeSubmitPrompt, beforeReadFile and beforeTabFileRead
    Cursor,
    /// Gemini CLI: BeforeAgent and BeforeTool
    Gemini,
}

/// A tool's format.
struct Format {
    /// What people call the tool.
    name: &'static str,
    /// The events that can be judged.
    events: &'static [&'static str],
    /// What an event asks about, or what is missing in it.
    asked: fn(event: &str, input: &Value) -> Result<Asked, &'static str>,
    /// How a decision is told.
    answer: fn(event: &str, decision: &Decision) -> Value,
}

const FORMATS: [&Format; 3] = [&claude::FORMAT, &cursor::FORMAT, &gemini::FORMAT];

impl Tool {
    fn format(self) -> &'static Format {
        match self {
            Tool::Claude => &claude::FORMAT,
            Tool::Cursor => &cursor::FORMAT,
            Tool::Gemini => &gemini::FORMAT,
        }
    }
}

/// What a tool asks about.
#[derive(Debug, Default)]
struct Asked {
    /// What is about to be sent.
    prompt: Option<String>,
    /// What is about to be read.
    files: Vec<File>,
    /// Whether more is about to be read than is named.
    unnamed: bool,
    /// Whether of a folder that is named all files are read.
    whole_folders: bool,
}

/// A file that is about to be read.
#[derive(Debug)]
struct File {
    path: PathBuf,
    /// What it holds, where the tool says it.
    content: Option<String>,
}

/// What is decided, from the mildest to the gravest.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Decision {
    /// It may go.
    Pass,
    /// Somebody should look first: why.
    Look(String),
    /// It could not be examined: why.
    Unseen(String),
    /// It must not go: why, and what to send instead.
    Block(String),
}

/// Answers one question.
pub fn run(args: &Args) -> anyhow::Result<Exit> {
    // A tool takes the exit code of a panic for a mishap and goes on; this one has to stop.
    catch_unwind(AssertUnwindSafe(|| answer(args)))
        .unwrap_or_else(|_| Err(anyhow!("safepaste failed, so nothing was examined\nhelp: please report it")))
}

fn answer(args: &Args) -> anyhow::Result<Exit> {
    let input = read()?;
    let event = input["hook_event_name"].as_str().ok_or_else(|| {
        anyhow!(
            "the input has no hook_event_name\nhelp: run it as a hook of an AI tool; safepaste hook --help shows how"
        )
    })?;
    let format = match args.tool {
        Some(tool) => Some(tool.format()),
        None => FORMATS.into_iter().find(|format| format.events.contains(&event)),
    };
    let Some(format) = format.filter(|format| format.events.contains(&event)) else {
        let known = format.map_or_else(|| FORMATS.to_vec(), |format| vec![format]);
        let known: Vec<String> =
            known.iter().map(|format| format!("{} ({})", format.events.join(", "), format.name)).collect();
        bail!("this event is none that can be judged\nhelp: use it for {}", known.join("; "));
    };
    let mut asked = (format.asked)(event, &input)
        .map_err(|missing| anyhow!("the event has no {missing}\nhelp: update {} and safepaste", format.name))?;
    let folder = PathBuf::from(input["cwd"].as_str().or(input["workspace_roots"][0].as_str()).unwrap_or("."));
    for file in &mut asked.files {
        file.path = folder.join(&file.path);
    }
    let decision = judge::decide(args, &asked, &folder)?;
    let mut out = io::stdout().lock();
    serde_json::to_writer(&mut out, &(format.answer)(event, &decision))?;
    out.write_all(b"\n")?;
    out.flush()?;
    Ok(Exit::Safe)
}

/// The question. What is wrong with it is told without any of it.
fn read() -> anyhow::Result<Value> {
    let help = "help: run it as a hook of an AI tool; safepaste hook --help shows how";
    let limit = Limits::default().size;
    let mut bytes = Vec::new();
    io::stdin().lock().take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        bail!("the input is larger than {} MiB\n{help}", limit >> 20);
    }
    let text = std::str::from_utf8(&bytes).map_err(|_| anyhow!("the input is no UTF-8 text\n{help}"))?;
    serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .map_err(|error| anyhow!("the input is not JSON (line {}, column {})\n{help}", error.line(), error.column()))
}

/// A text of the question.
fn text(input: &Value, key: &str) -> Option<String> {
    input[key].as_str().map(str::to_owned)
}

/// The files that a prompt mentions as `@notes.txt`, which are then sent with it. What is no file is not there.
fn mentioned(prompt: &str) -> Vec<File> {
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
fn file(path: &str) -> File {
    File { path: Path::new(path).to_owned(), content: None }
}
