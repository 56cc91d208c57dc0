//! `safepaste audit show`: the last records.

use super::row::row;
use super::{Which, trusted};
use crate::cli::Exit;
use clap::ValueEnum;
use std::collections::VecDeque;
use std::io::{self, Write};

const AFTER_HELP: &str = "\
Examples:
  safepaste audit show                    the last 20 records
  safepaste audit show --last 100         more of them
  safepaste audit show --format jsonl     for programs, one record a line";

/// What `show` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    #[command(flatten)]
    which: Which,
    /// How many records
    #[arg(long, value_name = "N", default_value_t = 20)]
    last: usize,
    /// How they are written
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    Text,
    /// One line of JSON for each record
    Jsonl,
}

pub fn run(args: &Args) -> anyhow::Result<Exit> {
    let mut last = VecDeque::new();
    let read = args.which.find()?.read(|record| {
        last.push_back(record.clone());
        if last.len() > args.last {
            last.pop_front();
        }
    })?;
    let Some(verified) = read else { return Ok(Exit::Safe) };
    let mut out = io::stdout().lock();
    for record in &last {
        match args.format {
            Format::Text => writeln!(out, "{}", row(record))?,
            Format::Jsonl => writeln!(out, "{}", serde_json::to_string(record)?)?,
        }
    }
    Ok(trusted(&verified))
}
