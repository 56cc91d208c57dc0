//! `safepaste clip`: the same for what was copied, without a file or a pipe.

mod board;
mod look;
mod watch;

use super::exit::Exit;
use super::judging::Judging;
use super::keeping::Keeping;
use super::restore::Choice;
use super::screen::{self, Printing};
use anyhow::bail;
pub use board::Board;
use clap::Subcommand;
use look::Looker;

const AFTER_HELP: &str = "\
Exit codes: those of a check; with --replace, the verdict on what the clipboard holds now. 2 where there is no \
clipboard or no text on it. What restore puts there is kept out of clipboard histories that honor such a wish.

Examples:
  safepaste clip                           may what I copied go to a chatbot?
  safepaste clip --replace --reversible    put the rewrite there, to be pasted
  safepaste clip restore                   put the names back into the reply
  safepaste clip --watch                   warn when I copy what must not go";

/// What `clip` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP, args_conflicts_with_subcommands = true)]
pub struct Args {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    options: Options,
}

/// How the clipboard is checked.
#[derive(Debug, clap::Args)]
struct Options {
    #[command(flatten)]
    judging: Judging,
    /// Put the rewrite on the clipboard where anything has to be replaced
    #[arg(long)]
    replace: bool,
    #[command(flatten)]
    keeping: Keeping,
    /// Stay, and warn as soon as something is copied that is not safe; Ctrl-C ends it
    #[arg(long)]
    watch: bool,
    #[command(flatten)]
    printing: Printing,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Put the names, dates and numbers back into the chatbot's reply that was copied
    #[command(after_help = "Examples:\n  safepaste clip restore    put the names back into the reply that I copied")]
    Restore {
        #[command(flatten)]
        choice: Choice,
    },
    /// Hold a text on the clipboard: what safepaste starts by itself
    #[command(hide = true)]
    Hold {
        #[arg(long)]
        secret: bool,
    },
}

/// Does what was asked.
pub fn run(args: &Args) -> anyhow::Result<Exit> {
    match &args.command {
        Some(Command::Restore { choice }) => restore(choice),
        Some(Command::Hold { secret }) => board::hold(*secret).map(|()| Exit::Safe),
        None => check(&args.options),
    }
}

fn check(options: &Options) -> anyhow::Result<Exit> {
    if options.keeping.reversible && !options.replace {
        bail!("--reversible keeps what a rewrite takes out, and here nothing is rewritten\nhelp: add --replace");
    }
    let mut board = Board::open()?;
    let looker = Looker::new(options)?;
    if options.watch {
        return watch::run(&looker, &mut board);
    }
    match board.text()? {
        Some(text) => Ok(looker.look(&mut board, &text)?.0),
        None => bail!("{NO_TEXT}"),
    }
}

fn restore(choice: &Choice) -> anyhow::Result<Exit> {
    let mut board = Board::open()?;
    let Some(reply) = board.text()? else { bail!("{NO_TEXT}") };
    let back = choice.put_back(&reply)?;
    if *back.text == *reply {
        screen::say(&back.note);
    } else {
        board.put(&back.text, true)?;
        screen::say(&format!("{}; it is on the clipboard now", back.note));
    }
    Ok(Exit::Safe)
}

const NO_TEXT: &str = "there is no text on the clipboard, so nothing was examined\nhelp: copy the text first; a picture or a \
                       file is not looked into";
