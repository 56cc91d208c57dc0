//! `safepaste hook`: what AI tools run before a prompt is sent and before a file is read. JSON in, decision out.
//!
//! Here is what all tools share: the question is read, its texts are judged, the gravest decides. One file for each
//! tool's format. Whatever cannot be read or judged ends with exit code 2 and a message on standard error, which all of
//! these tools take as a refusal.

mod claude;
mod cursor;
mod format;
mod gemini;
mod judge;

use super::exit::Exit;
use super::judging::Judging;
use anyhow::{anyhow, bail};
use clap::ValueEnum;
use format::{Asked, Decision, File, Format, HELP};
use safepaste::source::Limits;
use serde_json::Value;
use std::io::{self, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

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

/// Answers one question.
pub fn run(args: &Args) -> anyhow::Result<Exit> {
    // A tool takes the exit code of a panic for a mishap and goes on; this one has to stop.
    catch_unwind(AssertUnwindSafe(|| answer(args)))
        .unwrap_or_else(|_| Err(anyhow!("safepaste failed, so nothing was examined\nhelp: please report it")))
}

fn answer(args: &Args) -> anyhow::Result<Exit> {
    let input = read()?;
    let event = input["hook_event_name"].as_str().ok_or_else(|| anyhow!("the input has no hook_event_name\n{HELP}"))?;
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

/// The question.
fn read() -> anyhow::Result<Value> {
    let limit = Limits::default().size;
    let mut bytes = Vec::new();
    io::stdin().lock().take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        bail!("the input is larger than {} MiB\n{HELP}", limit >> 20);
    }
    format::parse(&bytes)
}
