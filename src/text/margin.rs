//! What mail programs and editors set before each line of another text: marks of a quotation, numbers of lines.

use super::map::{Rewriter, Rewritten};

/// How many lines in a row have a quotation's mark; a single one may say "more than".
const QUOTED: usize = 2;
/// How many lines in a row have numbers that count on; fewer may be the entries of a table.
const NUMBERED: usize = 4;

/// Takes such margins away, so that each line begins with what its writer began it with.
pub(super) fn trim(text: &str) -> Option<Rewritten> {
    let mut rewriter = Rewriter::new(text);
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let mut first = 0;
    let mut at = 0;
    while first < lines.len() {
        let margins = quotation(&lines[first..]).or_else(|| numbers(&lines, first)).unwrap_or(vec![0]);
        for (line, margin) in lines[first..].iter().zip(&margins) {
            if *margin > 0 {
                rewriter.replace(at..at + margin, "");
            }
            at += line.len();
        }
        first += margins.len();
    }
    rewriter.finish()
}

/// How wide the marks are of the quoted lines that a text begins with, in bytes: `> `, `>> `, `> > `.
fn quotation(lines: &[&str]) -> Option<Vec<usize>> {
    let margins = lines.iter().map(|line| {
        let marks = line.bytes().take_while(|byte| matches!(byte, b'>' | b' ')).count();
        let last = line[..marks].rfind('>')? + 1;
        // A space behind the mark belongs to it, further ones are the writer's.
        line.starts_with('>').then_some(if marks > last { last + 1 } else { last })
    });
    let margins: Vec<usize> = margins.map_while(|margin| margin).collect();
    (margins.len() >= QUOTED).then_some(margins)
}

/// How wide the numbers are that count the lines from `first` on, from 1, up to what each line was written with.
///
/// They begin the text or a paragraph: a table whose first column counts has a heading above.
fn numbers(lines: &[&str], first: usize) -> Option<Vec<usize>> {
    if first.checked_sub(1).is_some_and(|before| !lines[before].trim().is_empty()) {
        return None;
    }
    let counted = (1..).zip(&lines[first..]).map_while(|(wanted, line)| Numbered::read(line, wanted));
    let counted: Vec<Numbered> = counted.collect();
    // What all lines have between number and text is the margin's; more is the writer's indentation.
    let gap = counted.iter().filter_map(|line| line.gap).min()?;
    let margins = counted.iter().map(|line| line.digits + line.gap.map_or(0, |_| gap)).collect();
    (counted.len() >= NUMBERED).then_some(margins)
}

/// What stands before a line that has a number.
struct Numbered {
    /// Where the digits end, in bytes.
    digits: usize,
    /// How many bytes lie between them and the text; nothing where the line is empty.
    gap: Option<usize>,
}

impl Numbered {
    /// Reads a line that begins with a certain number, as editors, `cat -n` and `grep -n` write it.
    fn read(line: &str, wanted: usize) -> Option<Numbered> {
        let number = line.trim_start_matches(' ');
        let length = number.bytes().take_while(u8::is_ascii_digit).count();
        let (value, rest) = number.split_at(length);
        let gap = match rest.as_bytes() {
            [b'\t', ..] => 1,
            // `9:30` is an hour.
            [b':', next, ..] if !next.is_ascii_digit() => 1,
            _ => rest.len() - rest.trim_start_matches(' ').len(),
        };
        let is_empty = rest.trim().is_empty();
        let counts = value.parse() == Ok(wanted) && (is_empty || gap > 0);
        counts.then_some(Numbered { digits: line.len() - rest.len(), gap: (!is_empty).then_some(gap) })
    }
}
