//! Mailboxes (.mbox): messages one after another, each behind a line that begins with `From `.

use super::super::Format;
use super::message;
use crate::document::Document;
use crate::source::{Limits, Problem};
use mail_parser::mailbox::mbox::MessageIterator;

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
    for (index, message) in MessageIterator::new(bytes.as_slice()).enumerate() {
        let part = format!("message {}", index + 1);
        if let Err(problem) = limits.member() {
            document.leave_unread(&format!("{part} and the rest of the mailbox"), &problem);
            break;
        }
        match message.map_err(Problem::from).and_then(|message| message::of(message.contents(), limits)) {
            Ok(inner) => document.include(&part, &inner),
            Err(problem) => document.leave_unread(&part, &problem),
        }
        document.append("\n");
    }
    Ok(document)
}
