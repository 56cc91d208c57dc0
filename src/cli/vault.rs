//! `safepaste vault`: what is kept of reversible rewrites, without any of the values.

use super::exit::Exit;
use super::keeping::local;
use super::{logging, screen};
use clap::{Subcommand, ValueEnum};
use safepaste::vault::{Held, LockKind, Vault};
use serde_json::json;
use std::io::{self, Write};

const AFTER_HELP: &str = "\
safepaste rewrite --reversible keeps what it takes out in your own data folder, encrypted, until its time is \
over. What opens it is vault.key in your settings folder, readable by you alone, or a passphrase. No command \
shows the values; safepaste restore puts them back into a reply.

Examples:
  safepaste vault list           what is kept, and until when
  safepaste vault purge          remove all of it now
  safepaste vault purge 3f9a2c1b remove one rewrite";

/// What `vault` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Show what is kept, when it was made, until when, and how much of each kind
    #[command(after_help = "Examples:\n  safepaste vault list                   what is kept, and until when\n  \
                            safepaste vault list --format jsonl    the same for a script")]
    List {
        /// How it is written
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
    },
    /// Remove what is kept: all of it, or one rewrite
    #[command(after_help = "Examples:\n  safepaste vault purge             remove all of it now\n  \
                            safepaste vault purge 3f9a2c1b    remove one rewrite")]
    Purge {
        /// The rewrite, by its name or the letters at its end
        #[arg(value_name = "ID")]
        id: Option<String>,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    Text,
    /// One line of JSON for each rewrite
    Jsonl,
}

/// Does what was asked.
pub fn run(args: &Args) -> anyhow::Result<Exit> {
    let vault = Vault::of_user()?;
    match &args.command {
        Command::List { format } => list(&vault.list(logging::now())?, *format),
        Command::Purge { id } => {
            match vault.purge(id.as_deref())? {
                0 => screen::say("Nothing was kept."),
                1 => screen::say("1 rewrite removed."),
                count => screen::say(&format!("{count} rewrites removed.")),
            }
            Ok(Exit::Safe)
        }
    }
}

fn list(held: &[Held], format: Format) -> anyhow::Result<Exit> {
    if held.is_empty() {
        screen::say("Nothing is kept.");
    }
    let mut out = io::stdout().lock();
    let mut exit = Exit::Safe;
    for held in held {
        let line = match format {
            Format::Text => screen::fitting(&row(held), "    "),
            Format::Jsonl => record(held).to_string(),
        };
        writeln!(out, "{line}")?;
        if held.header.is_none() {
            exit = Exit::NoVerdict;
        }
    }
    Ok(exit)
}

fn row(held: &Held) -> String {
    let id = held.id();
    let Some(header) = &held.header else {
        return format!("{id}  damaged; safepaste vault purge {id} removes it");
    };
    let counts: Vec<String> = header.counts().into_iter().map(|(kind, count)| format!("{kind} {count}")).collect();
    let lock = match header.lock {
        LockKind::Key => "",
        LockKind::Passphrase => "  (passphrase)",
    };
    format!("{id}  made {}  until {}  {}{lock}", local(header.made), local(header.expires), counts.join(", "))
}

fn record(held: &Held) -> serde_json::Value {
    match &held.header {
        None => json!({"id": held.id(), "error": "damaged"}),
        Some(header) => {
            let counts: serde_json::Map<_, _> =
                header.counts().into_iter().map(|(kind, count)| (kind.code().to_owned(), count.into())).collect();
            json!({"id": header.id, "made": header.made, "expires": header.expires, "lock": header.lock, "counts": counts})
        }
    }
}
