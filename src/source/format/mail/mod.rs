//! Messages: one as a mail program saves it (.eml), a whole mailbox (.mbox), and Outlook's own (.msg).
//!
//! The headers come first, a line each, as a mail is quoted; then the text; then what is attached, each by its own
//! format. What only carries the message (relays, signatures of servers, identifiers of the message) says nothing about
//! a person and is left out, but not the address of the sender's computer.

mod mbox;
mod message;
mod outlook;

use crate::document::Document;

pub(super) use mbox::FORMAT as MBOX;
pub(super) use message::FORMAT as MESSAGE;
pub(super) use outlook::FORMAT as OUTLOOK;

/// What the body's text is called.
const BODY: &str = "body";

/// Appends a header as a line of its own.
fn header(document: &mut Document, name: &str, value: &str) {
    let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
    if !value.is_empty() {
        document.push(&format!("header {name}"), &format!("{name}: {value}\n"));
    }
}

/// What an attachment is called, as a place names it.
fn attachment(name: &str) -> String {
    format!("attachment {}", super::inside::one_line(name))
}

/// Whether two bodies say the same, word for word.
fn same_words(one: &str, other: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
    };
    words(one) == words(other)
}
