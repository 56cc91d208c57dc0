//! `safepaste mcp`: the tools check, rewrite, restore and explain for programs that speak the Model Context Protocol.
//!
//! Whatever a tool answers goes to a model, so no answer holds a value: `check` tells kinds and places, `rewrite` the
//! de-identified text, and `restore` writes what it puts back into a file and tells only where. `answers` has the forms.

mod answers;

use super::exit::Exit;
use super::explain;
use super::judging::{Judging, examine};
use super::keeping::Keeping;
use super::logging;
use super::restore::Choice;
use answers::{Checked, Explained, Restored, Rewritten};
use anyhow::{Context, anyhow, bail};
use rmcp::handler::server::wrapper::Parameters;
use rmcp::model::{Implementation, ServerCapabilities, ServerConfig};
use rmcp::{Json, ServerHandler, ServiceExt, tool, tool_handler, tool_router};
use safepaste::document::Document;
use safepaste::rewrite::Style;
use safepaste::source::{self, Limits};
use safepaste::{Bucket, Checker};
use schemars::JsonSchema;
use serde::Deserialize;
use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

const AFTER_HELP: &str = "\
It reads requests from standard input and writes answers to standard output until the input ends, so it is started by a \
program and not by hand. No answer holds what identifies somebody.

Examples:
  {\"mcpServers\": {\"safepaste\": {\"command\": \"safepaste\", \"args\": [\"mcp\"]}}}
      in the settings of the program
  claude mcp add safepaste -- safepaste mcp --to chatbot
      the same in Claude Code";

/// What `mcp` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    #[command(flatten)]
    judging: Judging,
}

const INSTRUCTIONS: &str = "\
safepaste says whether a text may go where it is going under HIPAA, and de-identifies it. Give `path` rather than `text` \
where a file has not been read yet: then what identifies somebody never reaches the model. Work with what `rewrite` \
returns. `restore` puts names, dates and numbers back and writes them into a file for the user; do not read that file.";

/// Serves until the client goes away.
pub fn run(args: &Args) -> anyhow::Result<Exit> {
    // A policy that cannot be used is told now, and not to the first tool that is called.
    args.judging.checkers(&[PathBuf::from("-")])?;
    let server = Server { judging: Arc::new(args.judging.clone()) };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let service =
            server.serve(rmcp::transport::stdio()).await.context("the client did not begin as the protocol asks")?;
        service.waiting().await.context("the server was stopped")?;
        Ok(Exit::Safe)
    })
}

#[derive(Clone)]
struct Server {
    judging: Arc<Judging>,
}

/// What is to be checked.
#[derive(Debug, Deserialize, JsonSchema)]
struct Draft {
    /// The text itself. Give either this or `path`.
    text: Option<String>,
    /// A file whose text is read here, so that it does not have to be sent.
    path: Option<PathBuf>,
    /// Where it goes, by a name of the policy, such as chatbot or website; the policy's default where it is left out.
    to: Option<String>,
}

/// What is to be rewritten.
#[derive(Debug, Deserialize, JsonSchema)]
struct ToRewrite {
    #[serde(flatten)]
    draft: Draft,
    /// What stands where something was taken out; words where words serve, if it is left out.
    style: Option<Way>,
    /// Use numbered tags and keep what they stand for on this computer, so that `restore` can put it back.
    #[serde(default)]
    reversible: bool,
}

/// The styles of rewrites. Invented values are not among them, for nobody could tell them from real ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum Way {
    /// The patient, an upcoming appointment.
    Natural,
    /// `[NAME_1]`, `[DATE_1]`.
    Tags,
    /// What 45 CFR 164.514(b)(2) lets stand, else a word in brackets.
    SafeHarbor,
}

/// What is to be put back.
#[derive(Debug, Deserialize, JsonSchema)]
struct Reply {
    /// The text with tags such as `[NAME_1]`.
    text: String,
    /// A new file for the text with names, dates and numbers. It must not be there yet.
    output: PathBuf,
}

/// What is to be explained.
#[derive(Debug, Deserialize, JsonSchema)]
struct Code {
    /// A kind such as NAME, a reason such as U1, a rule such as phone/nanp, or an activity of the policy.
    code: String,
}

#[tool_router]
impl Server {
    #[tool(
        description = "Say whether a text may go to a place (safe, conditional, unsafe), and where in it something \
                       identifies a patient. The answer holds kinds and places, and none of the text.",
        annotations(title = "Check a text for patient information", read_only_hint = true, open_world_hint = false)
    )]
    async fn check(&self, Parameters(draft): Parameters<Draft>) -> Result<Json<Checked>, String> {
        told(self.checked(&draft))
    }

    #[tool(
        description = "Give a text back without what identifies somebody, checked again. With reversible, restore can \
                       put it back later.",
        annotations(title = "De-identify a text", destructive_hint = false, open_world_hint = false)
    )]
    async fn rewrite(&self, Parameters(draft): Parameters<ToRewrite>) -> Result<Json<Rewritten>, String> {
        told(self.rewritten(&draft))
    }

    #[tool(
        description = "Put names, dates and numbers back in place of the tags of a reversible rewrite, and write the \
                       text into a new file for the user. The answer does not hold it.",
        annotations(title = "Put the names back, into a file", destructive_hint = false, open_world_hint = false)
    )]
    async fn restore(&self, Parameters(reply): Parameters<Reply>) -> Result<Json<Restored>, String> {
        told(restored(&reply))
    }

    #[tool(
        description = "Say what a kind of identifier, a reason, a rule or an activity means, why it counts, and what \
                       to do instead.",
        annotations(title = "Explain a code", read_only_hint = true, open_world_hint = false)
    )]
    async fn explain(&self, Parameters(Code { code }): Parameters<Code>) -> Result<Json<Explained>, String> {
        let page = explain::page_of(&code, self.judging.policy.as_deref());
        told(page.map(|text| Explained { code, text }))
    }
}

#[tool_handler]
impl ServerHandler for Server {
    fn get_info(&self) -> ServerConfig {
        ServerConfig::new(ServerCapabilities::builder().enable_tools().build())
            .with_server_info(Implementation::new(env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION")))
            .with_instructions(INSTRUCTIONS)
    }
}

/// An answer, or a message without any value of the text.
fn told<T>(answer: anyhow::Result<T>) -> Result<Json<T>, String> {
    answer.map(Json).map_err(|error| format!("{error:#}"))
}

impl Server {
    fn checked(&self, draft: &Draft) -> anyhow::Result<Checked> {
        let (document, checker) = self.read(draft)?;
        let (check, _) = examine(&checker, document.text(), self.to(draft), None).map_err(|why| anyhow!(why))?;
        let check = check.of(&document);
        self.record(&checker, document.text(), &check, None)?;
        Ok(answers::checked(&document, &check))
    }

    fn rewritten(&self, asked: &ToRewrite) -> anyhow::Result<Rewritten> {
        let way = match (asked.style, asked.reversible) {
            (Some(Way::Natural | Way::SafeHarbor), true) => {
                bail!("only tags can be turned back\nhelp: leave style out, or write tags, with reversible")
            }
            (Some(Way::Tags), _) | (None, true) => Style::Tags,
            (Some(Way::SafeHarbor), _) => Style::SafeHarbor,
            (Some(Way::Natural) | None, _) => Style::Natural,
        };
        let (document, checker) = self.read(&asked.draft)?;
        let (text, to) = (document.text(), self.to(&asked.draft));
        let (before, rewrite) = examine(&checker, text, to, Some(way)).map_err(|why| anyhow!(why))?;
        let (after, _) = examine(&checker, &rewrite.text, to, None).map_err(|why| anyhow!(why))?;
        let (before, after) = (before.of(&document), after.of(&document));
        self.record(&checker, text, &before, Some(after.verdict.bucket))?;
        let kept = if asked.reversible { Keeping::for_a_day().keep(text, &rewrite)? } else { None };
        Ok(answers::rewritten(&document, &before, rewrite, &after, kept.as_ref()))
    }

    /// The text that is meant, and who judges it.
    fn read(&self, draft: &Draft) -> anyhow::Result<(Document, Arc<Checker>)> {
        let (document, near) = match (&draft.text, &draft.path) {
            (Some(text), None) => (Document::plain(text.clone()), Path::new("-")),
            // Standard input carries the protocol.
            (None, Some(path)) if path.as_os_str() != "-" => (source::read(path, &Limits::default())?, path.as_path()),
            _ => bail!("either text or path is needed\nhelp: give one of them"),
        };
        let checkers = self.judging.checkers(&[near.to_owned()])?;
        let checker = checkers.into_iter().next().context("no policy counts here")?;
        Ok((document, checker))
    }

    fn to<'a>(&'a self, draft: &'a Draft) -> Option<&'a str> {
        draft.to.as_deref().or(self.judging.to.as_deref())
    }

    fn record(
        &self,
        checker: &Checker,
        text: &str,
        check: &safepaste::Check,
        rewritten: Option<Bucket>,
    ) -> anyhow::Result<()> {
        logging::record(checker, self.judging.role.as_deref(), "mcp", text, check, rewritten)
            .map_or(Ok(()), |error| Err(anyhow!(error)))
    }
}

/// Puts a reply back and writes it where nothing is yet, for its owner alone.
fn restored(reply: &Reply) -> anyhow::Result<Restored> {
    let back = Choice::default().put_back(&reply.text)?;
    let mut new = OpenOptions::new();
    new.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut new, 0o600);
    let name = reply.output.display();
    let written = new.open(&reply.output).and_then(|mut file| file.write_all(back.text.as_bytes()));
    written.map_err(|error| anyhow!("{name} cannot be written: {}\nhelp: name a new file", error.kind()))?;
    Ok(Restored { written_to: reply.output.clone(), note: back.note })
}
