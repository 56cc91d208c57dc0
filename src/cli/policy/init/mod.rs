//! `safepaste policy init`: asks what decides, says whether to assume that HIPAA applies, and writes the first policy.

mod ask;

use super::{Exit, judging, screen};
use anyhow::{Context, bail};
use ask::Asker;
use clap::ValueEnum;
use jiff::civil::Date;
use safepaste::policy::{self, Answer, Answers, CoveredEntity, PracticeKind, Tool};
use std::fs::OpenOptions;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

/// What an editor finds beside the policy.
const SCHEMA: &str = "safepaste.schema.json";

const AFTER_HELP: &str = "\
Examples:
  safepaste policy init                                       answer questions
  safepaste policy init --yes --name \"Glow Aesthetics\" -o -  print one unasked
  safepaste policy init --tool scribe=2026-01-15/2027-01-15   a tool with a BAA";

/// What `policy init` takes: each question is an option too.
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    /// What the practice is called
    #[arg(long)]
    name: Option<String>,
    /// What kind of practice it is
    #[arg(long, value_enum)]
    kind: Option<Kind>,
    /// Do licensed clinicians treat people there?
    #[arg(long, value_enum, value_name = "ANSWER")]
    licensed_clinicians: Option<Said>,
    /// Is there a medical director?
    #[arg(long, value_enum, value_name = "ANSWER")]
    medical_director: Option<Said>,
    /// Do claims or questions about coverage go to insurers electronically, also by a billing service?
    #[arg(long, value_enum, value_name = "ANSWER")]
    bills_insurance: Option<Said>,
    /// Does it keep treatment records?
    #[arg(long, value_enum, value_name = "ANSWER")]
    treatment_records: Option<Said>,
    /// Are prescriptions sent electronically?
    #[arg(long, value_enum, value_name = "ANSWER")]
    e_prescribes: Option<Said>,
    /// An AI tool that it uses, with the first and last day of its agreement (BAA) where there is one
    #[arg(long = "tool", value_name = "NAME[=SIGNED[/EXPIRES]]", value_parser = tool)]
    tools: Vec<Tool>,
    /// Ask nothing: what no option answers is taken as unsure
    #[arg(long, short)]
    yes: bool,
    /// The file to write; - prints it
    #[arg(long, short, value_name = "FILE", default_value = policy::FILE_NAMES[0])]
    output: PathBuf,
    /// Write over a file that is there already
    #[arg(long)]
    force: bool,
    /// Also write the schema beside it, with which an editor completes and checks the policy
    #[arg(long)]
    schema: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Kind {
    MedSpa,
    Therapist,
    Dermatology,
    CosmeticOnly,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Said {
    Yes,
    No,
    Unsure,
}

impl From<Kind> for PracticeKind {
    fn from(kind: Kind) -> PracticeKind {
        match kind {
            Kind::MedSpa => PracticeKind::MedSpa,
            Kind::Therapist => PracticeKind::Therapist,
            Kind::Dermatology => PracticeKind::Dermatology,
            Kind::CosmeticOnly => PracticeKind::CosmeticOnly,
        }
    }
}

impl From<Said> for Answer {
    fn from(said: Said) -> Answer {
        match said {
            Said::Yes => Answer::Yes,
            Said::No => Answer::No,
            Said::Unsure => Answer::Unsure,
        }
    }
}

/// Reads `NAME`, `NAME=SIGNED` or `NAME=SIGNED/EXPIRES`.
fn tool(text: &str) -> Result<Tool, String> {
    let (name, days) = text.split_once('=').map_or((text, None), |(name, days)| (name, Some(days)));
    if name.trim().is_empty() {
        return Err("write the tool's name first, as in \"Example Scribe=2026-01-15/2027-01-15\"".to_owned());
    }
    let (signed, expires) = match days.map(|days| days.split_once('/').unwrap_or((days, ""))) {
        None => (None, None),
        Some((signed, "")) => (Some(day(signed)?), None),
        Some((signed, expires)) => (Some(day(signed)?), Some(day(expires)?)),
    };
    if expires < signed && expires.is_some() {
        return Err("the agreement ends before it was signed; write the first day, a stroke, and the last".to_owned());
    }
    Ok(Tool { name: name.trim().to_owned(), signed, expires })
}

/// Reads a day.
fn day(text: &str) -> Result<Date, String> {
    let wrong = "write a day as year, month and day, as in 2026-01-15";
    let text = text.trim();
    text.parse().ok().filter(|_| text.len() == "2026-01-15".len()).ok_or_else(|| wrong.to_owned())
}

/// Asks, tells, and writes.
pub fn run(args: &Args) -> anyhow::Result<Exit> {
    let prints = args.output.as_os_str() == "-";
    if !prints && !args.force && args.output.exists() {
        bail!("{} is there already\n{OVERWRITE}", args.output.display());
    }
    let answers = answers(args)?;
    tell(&answers);
    let mut text = answers.to_yaml();
    if args.schema && !prints {
        let schema = format!("{:#}\n", policy::json_schema());
        write(&args.output.with_file_name(SCHEMA), &schema, true)?;
        text = format!("# yaml-language-server: $schema={SCHEMA}\n{text}");
    }
    if prints {
        io::stdout().write_all(text.as_bytes())?;
        return Ok(Exit::Safe);
    }
    write(&args.output, &text, args.force)?;
    screen::say(&format!("\nWrote {}.", args.output.display()));
    let open = policy::lint_text(&text, judging::today()?).len();
    if open > 0 {
        let what = if open == 1 { "1 thing is" } else { &format!("{open} things are") };
        screen::say(&format!(
            "{what} still to be asked of the makers of your tools: safepaste policy lint lists them."
        ));
    }
    screen::say("Next, list your own staff and phone numbers in it, and read it: safepaste policy show");
    Ok(Exit::Safe)
}

const OVERWRITE: &str = "help: --force writes over it, --output FILE writes another file";

fn write(path: &Path, text: &str, over: bool) -> anyhow::Result<()> {
    let mut options = OpenOptions::new();
    let options = if over { options.create(true).truncate(true) } else { options.create_new(true) };
    let mut file = options.write(true).open(path).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => anyhow::anyhow!("{} is there already\n{OVERWRITE}", path.display()),
        io::ErrorKind::NotFound => {
            anyhow::anyhow!("{} is in a folder that does not exist\nhelp: make the folder first", path.display())
        }
        kind => anyhow::anyhow!("{} cannot be written: {kind}\nhelp: name another file with --output", path.display()),
    })?;
    file.write_all(text.as_bytes()).with_context(|| format!("{} cannot be written", path.display()))
}

/// The answers of the options, and of whoever sits at the terminal.
fn answers(args: &Args) -> anyhow::Result<Answers> {
    let asks = !args.yes && io::stdin().is_terminal();
    let mut asker = Asker::new(io::stdin().lock(), io::stderr());
    let mut unanswered = Vec::new();
    let mut said = |given: Option<Said>, option: &'static str, question: &str| match given {
        Some(said) => Ok(said.into()),
        None if asks => asker.answer(question),
        None => {
            unanswered.push(option);
            Ok(Answer::Unsure)
        }
    };
    let licensed_clinicians = said(
        args.licensed_clinicians,
        "--licensed-clinicians",
        "Do licensed clinicians (doctor, nurse, therapist) treat people at your practice?",
    )?;
    let medical_director = said(args.medical_director, "--medical-director", "Does it have a medical director?")?;
    let bills_insurance = said(
        args.bills_insurance,
        "--bills-insurance",
        "Do claims or questions about coverage go to insurers electronically, also by a billing service?",
    )?;
    let treatment_records = said(args.treatment_records, "--treatment-records", "Does it keep treatment records?")?;
    let e_prescribes = said(args.e_prescribes, "--e-prescribes", "Are prescriptions sent electronically?")?;
    let kind = match args.kind {
        Some(kind) => kind.into(),
        None if asks => asker.kind()?,
        None => PracticeKind::default(),
    };
    let name = match &args.name {
        Some(name) => Some(name.trim().to_owned()).filter(|name| !name.is_empty()),
        None if asks => asker.line("What is it called? (Enter leaves it out)")?,
        None => None,
    };
    let tools = if args.tools.is_empty() && asks { asker.tools()? } else { args.tools.clone() };
    if !unanswered.is_empty() && !args.yes {
        say(&format!("Taken as unsure, because nobody can be asked here: {}\n", unanswered.join(" ")));
    }
    Ok(Answers {
        name,
        kind,
        licensed_clinicians,
        medical_director,
        bills_insurance,
        treatment_records,
        e_prescribes,
        tools,
    })
}

/// Says whether HIPAA applies, and why.
fn tell(answers: &Answers) {
    let standing = answers.standing();
    let mut text = format!("{} {}", standing.answer, standing.because);
    if standing.covered_entity != CoveredEntity::Yes {
        text += &format!("\n\nWhat would change it: {}", policy::WOULD_CHANGE);
    }
    text += &format!(" {}", policy::NO_ADVICE);
    say(&text);
}

fn say(text: &str) {
    screen::say(&textwrap::fill(text, screen::width().min(80)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_tool_and_its_agreement_are_read_from_one_word() {
        let read = |text| tool(text).map(|tool| (tool.name, tool.signed, tool.expires));
        let (first, last) = (Some(date(2026, 1, 15)), Some(date(2027, 1, 15)));
        assert_eq!(read("ChatGPT"), Ok(("ChatGPT".to_owned(), None, None)));
        assert_eq!(read("My Scribe=2026-01-15"), Ok(("My Scribe".to_owned(), first, None)));
        assert_eq!(read("My Scribe=2026-01-15/2027-01-15"), Ok(("My Scribe".to_owned(), first, last)));
        for wrong in ["", "=2026-01-15", "Scribe=", "Scribe=01/15/2026", "Scribe=2027-01-15/2026-01-15"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
