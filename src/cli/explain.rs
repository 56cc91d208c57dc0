//! `safepaste explain`: what a kind of identifier or a reason is, why it counts, what to do instead.

use super::Exit;
use super::screen;
use anyhow::anyhow;
use safepaste::identifier::{Doc, REGISTRY, recognizer};
use safepaste::report::heading;
use safepaste::verdict::{self, ReasonDoc};
use safepaste::{Kind, ReasonCode};
use std::fmt::Write as _;
use std::io::{self, Write};

/// The widest that the text gets, in columns.
const WIDTH: usize = 80;

/// What `explain` takes.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// What a report printed: a kind such as NAME, a reason such as U1, or a rule such as phone/nanp; none lists all
    #[arg(value_name = "CODE")]
    code: Option<String>,
    #[command(flatten)]
    color: screen::Color,
}

/// Explains one code, or lists all.
pub fn run(args: &Args) -> anyhow::Result<Exit> {
    args.color.apply();
    let text = match &args.code {
        None => list(),
        Some(code) => one(code).ok_or_else(|| unknown(code))?,
    };
    io::stdout().write_all(text.as_bytes())?;
    Ok(Exit::Safe)
}

/// The page of one code; none where nothing is called so.
fn one(code: &str) -> Option<String> {
    let kind = code.split_once('/').map_or(code, |(kind, _)| kind);
    if let Some(kind) = Kind::from_code(kind) {
        return Some(of_kind(kind, &recognizer(kind)?.doc));
    }
    reason_of(code).map(|reason| of_reason(verdict::doc(reason)))
}

fn reason_of(code: &str) -> Option<ReasonCode> {
    ReasonCode::ALL.into_iter().find(|reason| reason.as_str().eq_ignore_ascii_case(code.trim()))
}

fn of_kind(kind: Kind, doc: &Doc) -> String {
    page(
        kind.code(),
        doc.title,
        &[
            ("What counts", doc.is),
            ("What does not", doc.leaves_alone),
            ("Why", doc.paragraph),
            ("Instead", doc.instead),
        ],
    )
}

fn of_reason(doc: &ReasonDoc) -> String {
    page(
        doc.code.as_str(),
        doc.title,
        &[("It means", doc.means), ("Why", doc.why), ("Instead", doc.instead), ("For example", doc.example)],
    )
}

/// A title and its sections, wrapped.
fn page(code: &str, title: &str, sections: &[(&str, &str)]) -> String {
    let width = screen::width().min(WIDTH);
    let mut page = format!("{}  {title}\n", heading(code));
    for (name, text) in sections.iter().filter(|(_, text)| !text.is_empty()) {
        let indented = textwrap::Options::new(width).initial_indent("  ").subsequent_indent("  ");
        // Writing to a string cannot fail.
        let _ = write!(page, "\n{}\n{}\n", heading(name), textwrap::fill(text, indented));
    }
    page
}

/// Every code with its title.
fn list() -> String {
    let width = screen::width().min(WIDTH);
    let mut text = format!("{}\n", heading("What a draft is checked for"));
    let row = |code: &str, title: &str, text: &mut String| {
        let options = textwrap::Options::new(width).subsequent_indent("               ");
        let _ = writeln!(text, "{}", textwrap::fill(&format!("  {code:11}  {title}"), options));
    };
    for recognizer in REGISTRY {
        row(recognizer.kind.code(), recognizer.doc.title, &mut text);
    }
    let _ = writeln!(text, "\n{}", heading("Why a draft is not safe"));
    for code in ReasonCode::ALL {
        row(code.as_str(), verdict::doc(code).title, &mut text);
    }
    text.push_str("\nsafepaste explain CODE tells more about one of them.\n");
    text
}

/// The error for a code that nothing is called, with the nearest that something is.
fn unknown(code: &str) -> anyhow::Error {
    let wanted = code.trim().to_uppercase().replace('-', "_");
    let known = Kind::ALL.map(Kind::code).into_iter().chain(ReasonCode::ALL.map(ReasonCode::as_str));
    let nearest = known
        .map(|known| (strsim::damerau_levenshtein(&wanted, known), known))
        .min()
        .filter(|(distance, known)| *distance < known.len().min(4));
    let help = match nearest {
        Some((_, nearest)) => format!("did you mean {nearest}? safepaste explain lists all"),
        None => "safepaste explain lists all".to_owned(),
    };
    anyhow!("nothing is called {code:?}\nhelp: {help}")
}
