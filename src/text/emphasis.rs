//! Marks of Markdown that only say how something looks: `**bold**`, `*italic*`, `~~struck~~`, `` `code` ``.

use super::map::{Rewriter, Rewritten};
use std::ops::Range;

/// Takes the marks away where both stand on one line, close to what they mark.
///
/// Two signs mark a part of a word as well, one only whole words: `2*3*4` is a product. Underscores stay, for they are
/// parts of codes and of mail addresses.
pub(super) fn unmark(text: &str) -> Option<Rewritten> {
    let bytes = text.as_bytes();
    let mut rewriter = Rewriter::new(text);
    let mut open: Vec<Range<usize>> = Vec::new();
    let mut marks: Vec<Range<usize>> = Vec::new();
    let mut from = 0;
    while let Some(at) = bytes[from..].iter().position(|byte| b"*~`\n".contains(byte)).map(|inside| from + inside) {
        if bytes[at] == b'\n' {
            open.clear();
            from = at + 1;
            continue;
        }
        let run = at..at + bytes[at..].iter().take_while(|byte| **byte == bytes[at]).count();
        from = run.end;
        let same = open.iter().rposition(|start| text[start.clone()] == text[run.clone()]);
        match same.filter(|_| closes(text, &run)) {
            Some(pair) => {
                marks.extend([open[pair].clone(), run]);
                open.truncate(pair);
            }
            None if opens(text, &run) => open.push(run),
            None => {}
        }
    }
    marks.sort_by_key(|mark| mark.start);
    for mark in marks {
        rewriter.replace(mark, "");
    }
    rewriter.finish()
}

/// Whether a run of signs is a mark at all.
fn is_mark(text: &str, run: &Range<usize>) -> bool {
    match text.as_bytes()[run.start] {
        b'*' => run.len() <= 3,
        b'~' => run.len() == 2,
        _ => run.len() == 1,
    }
}

fn opens(text: &str, run: &Range<usize>) -> bool {
    let before = text[..run.start].chars().next_back();
    let after = text[run.end..].chars().next();
    let part = run.len() == 2 || before.is_none_or(|c| !c.is_alphanumeric());
    // `*|FNAME|*` is a placeholder.
    is_mark(text, run) && part && after.is_some_and(|c| !c.is_whitespace() && c != '|')
}

fn closes(text: &str, run: &Range<usize>) -> bool {
    let before = text[..run.start].chars().next_back();
    let after = text[run.end..].chars().next();
    let part = run.len() == 2 || after.is_none_or(|c| !c.is_alphanumeric());
    part && before.is_some_and(|c| !c.is_whitespace() && c != '|')
}
