//! `safepaste audit report`: counts over time.

use super::{Which, trusted};
use crate::cli::Exit;
use clap::ValueEnum;
use jiff::civil::Date;
use safepaste::audit::{Period, Report};
use std::io::{self, Write};

const AFTER_HELP: &str = "\
Examples:
  safepaste audit report                               tables by month
  safepaste audit report --by week --since 2026-10-01
  safepaste audit report --format html > checks.html   a page with charts
  safepaste audit report --format json                 for programs";

/// What `report` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    #[command(flatten)]
    which: Which,
    /// What is counted as one
    #[arg(long, value_enum, default_value = "month")]
    by: By,
    /// The first day that counts, as in 2026-10-01
    #[arg(long, value_name = "DAY")]
    since: Option<Date>,
    /// The last day that counts
    #[arg(long, value_name = "DAY")]
    until: Option<Date>,
    /// How the counts are written
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum By {
    Day,
    Week,
    Month,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Tables for people
    Text,
    /// One JSON document with every count
    Json,
    /// One page with charts, which needs no network
    Html,
}

pub fn run(args: &Args) -> anyhow::Result<Exit> {
    let period = match args.by {
        By::Day => Period::Day,
        By::Week => Period::Week,
        By::Month => Period::Month,
    };
    let found = args.which.find()?;
    let mut report = Report::new(period, args.since, args.until);
    let Some(verified) = found.read(|record| report.add(record))? else { return Ok(Exit::Safe) };
    let text = match args.format {
        Format::Text => report.text(),
        Format::Json => format!("{}\n", serde_json::to_string_pretty(&report.json())?),
        Format::Html => {
            let title = found.practice.as_deref().map(|name| format!("Checks at {name}"));
            report.html(title.as_deref().unwrap_or("Checks with safepaste"))
        }
    };
    io::stdout().write_all(text.as_bytes())?;
    Ok(trusted(&verified))
}
