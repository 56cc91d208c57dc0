//! What the output may look like: colour, width, values, and how much is said.

use super::exit::Exit;
use clap::ValueEnum;
use safepaste::report::{Detail, Look, printable, whole_words};
use std::io::{self, IsTerminal, Write};

/// The options.
#[derive(Debug, clap::Args)]
pub struct Printing {
    /// Show what was found even where the output is no terminal; otherwise it is masked there
    #[arg(long)]
    show_values: bool,
    /// Say the verdict and nothing else
    #[arg(long, short, conflicts_with = "verbose")]
    quiet: bool,
    /// Also say by which rule each finding was made, and what was left out
    #[arg(long, short)]
    verbose: bool,
    #[command(flatten)]
    color: Color,
}

/// Whether to colour.
#[derive(Debug, Clone, Copy, clap::Args)]
pub struct Color {
    /// When to use color; auto follows the terminal, NO_COLOR and CLICOLOR_FORCE
    #[arg(long, value_enum, value_name = "WHEN", default_value = "auto")]
    color: When,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum When {
    /// On a terminal
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

impl Color {
    /// Makes the choice count for all that is coloured.
    pub fn apply(self) {
        match self.color {
            When::Auto => {}
            When::Always => colored::control::set_override(true),
            When::Never => colored::control::set_override(false),
        }
    }
}

/// Where the output goes.
#[derive(Debug, Clone, Copy)]
pub struct Screen {
    show_values: bool,
    detail: Detail,
}

impl Printing {
    /// The screen that these options make of standard output.
    pub fn screen(&self) -> Screen {
        self.color.apply();
        let detail = match (self.quiet, self.verbose) {
            (true, _) => Detail::Quiet,
            (_, true) => Detail::Verbose,
            _ => Detail::Normal,
        };
        Screen { show_values: self.show_values || io::stdout().is_terminal(), detail }
    }
}

impl Screen {
    /// Whether nothing but verdicts is to be said.
    pub fn is_quiet(&self) -> bool {
        self.detail == Detail::Quiet
    }

    /// Whether everything is to be said.
    pub fn is_verbose(&self) -> bool {
        self.detail == Detail::Verbose
    }

    /// How a report on it looks; `single` where one text alone was asked about.
    pub fn look(&self, single: bool) -> Look {
        Look { single, show_values: self.show_values, width: width(), detail: self.detail }
    }
}

/// The columns of the terminal, 80 where there is none.
pub fn width() -> usize {
    terminal_size::terminal_size().map_or(80, |(width, _)| width.0.into()).max(40)
}

/// Says that standard input is read, where somebody may wonder why nothing happens.
pub fn hint_at_standard_input() {
    if io::stdin().is_terminal() {
        say("Paste or type your draft, then press Enter and Ctrl-D.");
    }
}

/// Tells an error with its cure, and the exit code for it.
pub fn error(message: &str) -> Exit {
    use colored::Colorize;
    let red = if io::stderr().is_terminal() { "error:".red().bold() } else { "error:".normal() };
    say(&format!("{red} {}", printable(message)));
    Exit::NoVerdict
}

/// Tells what somebody should mend, though it keeps nothing from being done.
pub fn warning(message: &str) {
    use colored::Colorize;
    let yellow = if io::stderr().is_terminal() { "warning:".yellow().bold() } else { "warning:".normal() };
    say(&format!("{yellow} {}", printable(message)));
}

/// Rings the terminal's bell.
pub fn ring() {
    let _ = write!(io::stderr(), "\x07");
}

/// Writes a line to standard error, broken between words where that is a terminal. Where it is closed there is nobody
/// left to tell.
pub fn say(line: &str) {
    let line = if io::stderr().is_terminal() { broken(line, width(), "") } else { line.to_owned() };
    let _ = writeln!(io::stderr(), "{line}");
}

/// A line of standard output, broken likewise.
pub fn fitting(line: &str, indent: &str) -> String {
    if io::stdout().is_terminal() { broken(line, width(), indent) } else { line.to_owned() }
}

/// A text whose lines are broken between words, what follows behind an indent. A command stays whole, to be copied.
pub fn broken(text: &str, width: usize, indent: &str) -> String {
    let options = whole_words(width).subsequent_indent(indent).break_words(false);
    let line = |line: &str| {
        let command = line.trim_start().starts_with("help: safepaste ");
        if command { line.to_owned() } else { textwrap::fill(line, &options) }
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_broken_between_words_and_commands_stay_whole() {
        let cure = "help: safepaste completions bash > /home/mia/.local/share/bash-completion/completions/safepaste";
        let path = "/srv/practice/drafts/2026/november/a-draft-with-a-name-longer-than-any-line-of-the-terminal-is.txt";
        for (text, expected) in [
            ("ok  nothing is wrong", "ok  nothing is wrong".to_owned()),
            ("error: it holds bytes that are no letters", "error: it holds bytes\n  that are no letters".to_owned()),
            (cure, cure.to_owned()),
            (&format!("error: {path}: no such file"), format!("error:\n  {path}:\n  no such file")),
            ("first\nsecond", "first\nsecond".to_owned()),
        ] {
            assert_eq!(broken(text, 24, "  "), expected);
        }
    }
}
