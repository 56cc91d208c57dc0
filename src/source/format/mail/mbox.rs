//! Mailboxes (.mbox): messages one after another, each behind a line that begins with `From `.

use super::super::Format;
use super::message;
use crate::document::Document;
use crate::source::{Limits, Problem};

pub(in super::super) static FORMAT: Format = Format { is, read, write: None };

const WHAT: &str = "a mailbox";

fn is(extension: &str, head: &[u8]) -> bool {
    let mut lines = head.split(|byte| *byte == b'\n');
    let begins = lines.next().is_some_and(|line| line.starts_with(b"From "));
    let named = matches!(extension, "mbox" | "mbx");
    begins && (named || lines.next().is_some_and(message::is_header)) || named && head.is_empty()
}

fn read(bytes: Vec<u8>, limits: &Limits) -> Result<Document, Problem> {
    if bytes.is_empty() {
        return Err(Problem::Empty(WHAT));
    }
    let mut document = Document::default();
    for (index, message) in messages(&bytes).into_iter().enumerate() {
        let part = format!("message {}", index + 1);
        if let Err(problem) = limits.member() {
            document.leave_unread(&format!("{part} and the rest of the mailbox"), &problem);
            break;
        }
        match message::of(&unquoted(message), limits) {
            Ok(inner) => document.include(&part, &inner),
            Err(problem) => document.leave_unread(&part, &problem),
        }
        document.append("\n");
    }
    Ok(document)
}

/// The messages. A line that begins with `From ` separates two where an empty line stands before it and a header behind
/// it; any other belongs to what somebody wrote.
fn messages(bytes: &[u8]) -> Vec<&[u8]> {
    let mut lines = Vec::new();
    let mut start = 0;
    for newline in memchr::memchr_iter(b'\n', bytes).chain([bytes.len()]) {
        lines.push(start..newline.min(bytes.len()));
        start = newline + 1;
    }
    let line = |number: usize| lines.get(number).and_then(|at| bytes.get(at.clone())).unwrap_or_default();
    let separates = |number: &usize| {
        let next = line(number + 1);
        let headed = message::is_header(next) || next.trim_ascii().is_empty();
        let before = number.checked_sub(1).map(line);
        before.is_none_or(|before| before.trim_ascii().is_empty() && line(*number).starts_with(b"From ") && headed)
    };
    let starts: Vec<usize> = (0..lines.len()).filter(separates).collect();
    let body = |(index, number): (usize, &usize)| {
        let end = starts.get(index + 1).map_or(bytes.len(), |next| lines[*next].start);
        &bytes[(lines[*number].end + 1).min(end)..end]
    };
    starts.iter().enumerate().map(body).collect()
}

/// A message without the mark that a mailbox puts before lines which begin with `From `.
fn unquoted(message: &[u8]) -> Vec<u8> {
    let is_quoted = |line: &[u8]| {
        let rest = line.iter().position(|byte| *byte != b'>').map(|at| &line[at..]);
        line.starts_with(b">") && rest.is_some_and(|rest| rest.starts_with(b"From "))
    };
    let lines = message.split(|byte| *byte == b'\n').map(|line| if is_quoted(line) { &line[1..] } else { line });
    lines.collect::<Vec<_>>().join(&b'\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_told_apart_and_no_line_of_them_is_lost() {
        let mailbox = b"From mia Sat Nov 21 09:00:00 2026\nSubject: one\n\nDear all,\nFrom Odile's side, yes.\n\nFrom there on, no.\n\
                        >From Maj: perhaps.\n\nFrom ana Sat Nov 21 09:05:00 2026\nSubject: two\n\nBye";
        assert!(is("", mailbox) && !is("", b"From Monday on we open at nine.\nCome in") && is("mbox", b""));
        let document = read(mailbox.to_vec(), &Limits::default()).unwrap();
        assert_eq!(
            document.text(),
            "Subject: one\n\nDear all,\nFrom Odile's side, yes.\n\nFrom there on, no.\nFrom Maj: perhaps.\n\n\nSubject: \
             two\n\nBye\n"
        );
        let place = document.text().find("Bye").unwrap();
        assert_eq!(document.places().at(place).part, Some("message 2, body"));
    }
}
