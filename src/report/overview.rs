//! What many texts come to, for people: how many of each verdict beside how many findings of each kind, and the files that
//! were not examined.

use super::issue::capitalized;
use super::{Tally, words};
use crate::identifier::Kind;
use colored::{ColoredString, Colorize};
use std::io::{self, Write};

/// The kinds that are listed, the most frequent; the rest is one row.
const KINDS: usize = 12;
/// The files that are listed.
const FILES: usize = 10;
/// How wide a word beside its number is, and how wide a number, in columns.
const WORD: usize = 24;
const NUMBER: usize = 8;
/// The space between the two lists.
const GAP: usize = 6;

/// A word with its number.
type Row = (ColoredString, usize);

/// A file of which nothing was examined, or not all.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Missed {
    /// Whether the rest of it was examined; those of which nothing was come first.
    pub partly: bool,
    pub name: String,
}

/// Writes it.
pub(super) fn write(tally: &Tally, mut missed: Vec<Missed>, out: &mut dyn Write) -> io::Result<()> {
    let (verdicts, kinds) = (verdicts(tally), kinds(tally));
    let left = format!("{:<width$}", "Texts by verdict", width = WORD + NUMBER + GAP);
    match kinds.is_empty() {
        true => writeln!(out, "  {}", left.trim_end().dimmed())?,
        false => writeln!(out, "  {}{}", left.dimmed(), "Findings by kind".dimmed())?,
    }
    for at in 0..verdicts.len().max(kinds.len()) {
        let left = verdicts.get(at).map_or(" ".repeat(WORD + NUMBER), cell);
        let right = kinds.get(at).map_or(String::new(), |row| format!("{:GAP$}{}", "", cell(row)));
        writeln!(out, "{}", format!("  {left}{right}").trim_end())?;
    }
    if !missed.is_empty() {
        missed.sort_unstable();
        writeln!(out, "\n  {}", "Not examined".dimmed())?;
        for Missed { partly, name } in missed.iter().take(FILES) {
            writeln!(out, "  {name}{}", if *partly { ": a part of it" } else { "" })?;
        }
        if let Some(more) = missed.len().checked_sub(FILES).filter(|more| *more > 0) {
            writeln!(out, "  and {}", words::count(more, "more", "more"))?;
        }
    }
    writeln!(out)
}

/// A word and its number, as wide as every other.
fn cell((word, number): &Row) -> String {
    let space = WORD.saturating_sub(word.input.chars().count());
    format!("{word}{:space$}{number:>NUMBER$}", "")
}

/// The verdicts, whatever there is of them.
fn verdicts(tally: &Tally) -> Vec<Row> {
    let rows = [
        ("Unsafe".red(), tally.unsafe_),
        ("Conditional".yellow(), tally.conditional),
        ("Safe".green(), tally.safe),
        ("Not examined".normal(), tally.failed),
        ("Left out".normal(), tally.skipped),
    ];
    rows.into_iter().filter(|(_, number)| *number > 0).collect()
}

/// The kinds that were found, the most frequent first.
fn kinds(tally: &Tally) -> Vec<Row> {
    let mut kinds: Vec<(Kind, usize)> = Kind::ALL.into_iter().zip(tally.kinds).filter(|(_, n)| *n > 0).collect();
    kinds.sort_by_key(|(_, number)| std::cmp::Reverse(*number));
    let shown = if kinds.len() > KINDS { KINDS - 1 } else { kinds.len() };
    let rest: usize = kinds[shown..].iter().map(|(_, number)| number).sum();
    let listed = kinds[..shown].iter().map(|(kind, number)| (capitalized(words::word(*kind)).normal(), *number));
    listed.chain((rest > 0).then(|| ("Other kinds".normal(), rest))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_was_counted_stands_there_within_the_screen() {
        colored::control::set_override(false);
        let mut kinds = [0; Kind::ALL.len()];
        for (at, number) in [(0, 12), (2, 1), (3, 40), (5, 7), (7, 6), (8, 5), (10, 4), (11, 3), (14, 1_000_000)] {
            kinds[at] = number;
        }
        let tally = Tally { unsafe_: 3, safe: 196, failed: 1, kinds, ..Tally::default() };
        let missed = (0..12).map(|n| Missed { partly: n > 0, name: format!("drafts/{n:02}.docx") }).rev().collect();
        let mut out = Vec::new();
        write(&tally, missed, &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        for line in [
            "  Unsafe                         3      Device number            1000000\n",
            "  Safe                         196      Date                          40\n",
            "  Not examined                   1      Name                          12\n",
            "  drafts/00.docx\n",
            "  drafts/09.docx: a part of it\n  and 2 more\n",
        ] {
            assert!(text.contains(line), "{line}{text}");
        }
        assert!(!text.contains("Conditional") && text.lines().all(|line| line.chars().count() <= 80), "{text}");
    }
}
