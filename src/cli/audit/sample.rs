//! `safepaste audit sample`: the checks of a week that somebody should review.

use super::row::row;
use super::{Which, trusted};
use crate::cli::{Exit, judging};
use clap::ValueEnum;
use safepaste::Bucket;
use safepaste::audit::{Sample, Week};
use serde_json::json;
use std::io::{self, Write};
use std::str::FromStr;

const AFTER_HELP: &str = "\
Every unsafe check of the week is drawn, and as many of the others as --size says, half of them conditional. \
Whoever draws again gets the same checks. Weeks go from Monday to Sunday in UTC.

Examples:
  safepaste audit sample --week                    last week
  safepaste audit sample --week 2026-W48 --size 10
  safepaste audit sample --week --format json      for programs";

/// What `sample` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    #[command(flatten)]
    which: Which,
    /// The week, as in 2026-W48, or last, or this
    #[arg(long, value_name = "WEEK", num_args = 0..=1, default_value = "last", default_missing_value = "last")]
    week: Wanted,
    /// How many checks that were not unsafe
    #[arg(long, value_name = "N", default_value_t = 20)]
    size: usize,
    /// How they are written
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    Text,
    /// One JSON document
    Json,
}

/// A week as one asks for it.
#[derive(Debug, Clone, Copy)]
enum Wanted {
    Last,
    This,
    Week(Week),
}

impl FromStr for Wanted {
    type Err = String;

    fn from_str(text: &str) -> Result<Wanted, String> {
        match text {
            "last" => Ok(Wanted::Last),
            "this" => Ok(Wanted::This),
            week => week.parse().map(Wanted::Week),
        }
    }
}

pub fn run(args: &Args) -> anyhow::Result<Exit> {
    let today = judging::today()?;
    let week = match args.week {
        Wanted::Last => Week::of(today).before(),
        Wanted::This => Week::of(today),
        Wanted::Week(week) => week,
    };
    let mut sample = Sample::new(week);
    let Some(verified) = args.which.find()?.read(|record| sample.add(record))? else { return Ok(Exit::Safe) };
    let counts = sample.counts();
    let of = |bucket| counts.get(&bucket).copied().unwrap_or_default();
    let (safe, conditional, worst) = (of(Bucket::Safe), of(Bucket::Conditional), of(Bucket::Unsafe));
    let drawn = sample.draw(args.size);
    let mut out = io::stdout().lock();
    match args.format {
        Format::Text => {
            let (first, last) = week.days();
            writeln!(out, "Week {week}, {first} to {last}: {} checks", safe + conditional + worst)?;
            writeln!(out, "{worst} unsafe, {conditional} conditional, {safe} safe; {} to review:", drawn.len())?;
            for record in &drawn {
                writeln!(out, "{}", row(record))?;
            }
            if !drawn.is_empty() {
                writeln!(out, "\n{ASK}")?;
            }
        }
        Format::Json => {
            let (first, last) = week.days();
            let checks = json!({"safe": safe, "conditional": conditional, "unsafe": worst});
            let value = json!({
                "week": week.to_string(), "from": first, "to": last, "checks": checks, "drawn": drawn,
            });
            writeln!(out, "{}", serde_json::to_string_pretty(&value)?)?;
        }
    }
    Ok(trusted(&verified))
}

/// What a reviewer asks, for the log holds no text.
const ASK: &str = "\
The log holds no text. Ask whoever ran the check: what was it for, was the destination right, was the
rewrite used, and does the policy need another rule?";
