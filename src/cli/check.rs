//! `safepaste check`: the verdict on drafts.

use super::exit::Exit;
use super::stream::Stream;
use anyhow::Context;
use clap::ValueEnum;
use jiff::Zoned;
use safepaste::rewrite::Style;
use safepaste::{Bucket, Checker, Policy};
use std::io;
use std::path::PathBuf;

/// What `check` takes.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Files; none, or -, reads standard input
    paths: Vec<PathBuf>,
    /// The policy file
    #[arg(long, env = "SAFEPASTE_POLICY", value_name = "FILE")]
    policy: Option<PathBuf>,
    /// Where the draft goes, by the policy's name
    #[arg(long, value_name = "DESTINATION")]
    to: Option<String>,
    /// What standard input holds
    #[arg(long, value_enum, default_value = "text")]
    input: Input,
    /// How the answer is written
    #[arg(long, value_enum, default_value = "human")]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, ValueEnum)]
enum Input {
    /// One draft
    Text,
    /// One draft a line, {"id","text","to"?}
    Jsonl,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// For people
    Human,
    /// One line of JSON for each draft
    Jsonl,
}

/// Checks, reports, and says how bad it is.
pub fn run(args: &Args) -> anyhow::Result<Exit> {
    let policy = match &args.policy {
        Some(path) => {
            let yaml = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
            serde_yaml::from_str(&yaml).with_context(|| format!("{} is no policy", path.display()))?
        }
        None => Policy::default(),
    };
    let checker = Checker::new(policy, Zoned::now().date())?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    if args.input == Input::Jsonl {
        let stream = Stream {
            checker: &checker,
            to: args.to.as_deref(),
            show_values: false,
            fail_on: Bucket::Conditional,
            style: Style::Natural,
        };
        return Ok(stream.run(io::stdin(), &mut out)?);
    }
    let text = io::read_to_string(io::stdin())?;
    let check = checker.check(&text, args.to.as_deref())?;
    io::Write::write_fmt(&mut out, format_args!("{}\n", check.verdict.bucket))?;
    Ok(Exit::of(check.verdict.bucket, Bucket::Conditional))
}
