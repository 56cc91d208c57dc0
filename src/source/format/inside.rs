//! Files that lie in a file: members of archives, attachments of messages.

use super::{picture, text_of};
use crate::document::{Document, PICTURE_FILE};
use crate::source::{HEAD, Limits, Problem};

/// How the line begins that names a picture which somebody attached.
const ATTACHED: &str = "Attached: ";

/// Reads a file that lies in another one, by its own format.
///
/// # Errors
/// When it lies too deep, is too large, or cannot be read.
pub(super) fn read(name: &str, bytes: Vec<u8>, limits: &Limits) -> Result<Document, Problem> {
    let limits = limits.inside()?;
    if bytes.len() as u64 > limits.size {
        return Err(Problem::TooLarge(limits.size));
    }
    let format = super::of(Some(name.as_ref()), &bytes[..bytes.len().min(HEAD)])?;
    super::read(format, bytes, &limits)
}

/// Appends a file that lies in this one: its name, which may identify somebody by itself, and what it says. What cannot
/// be read is noted. `label` is how the line begins that names it, where it is a picture.
pub(super) fn include(
    document: &mut Document,
    part: &str,
    (label, name): (&str, &str),
    bytes: Result<Vec<u8>, Problem>,
    limits: &Limits,
) {
    let seen = bytes.as_ref().is_ok_and(|bytes| picture::is_picture(bytes));
    let label = if seen { label } else { "Contains: " };
    document.push(&format!("{part} (name)"), &format!("{label}{}\n", one_line(name)));
    match bytes.and_then(|bytes| read(name, bytes, limits)) {
        Ok(inner) => document.include(part, &inner),
        Err(problem) => document.leave_unread(part, &problem),
    }
}

/// How large the picture of a logo or a button is at most, in bytes. A photo that shows a face is larger.
const DECORATION: usize = 48 * 1024;

/// Appends what is attached to a message; `inline` where the page itself shows it. A small picture of the page, or a small
/// one that is called a logo, is a decoration: what is written in it is read, and what it shows is passed over.
pub(super) fn attach(
    document: &mut Document,
    part: &str,
    name: &str,
    inline: bool,
    bytes: Result<Vec<u8>, Problem>,
    limits: &Limits,
) {
    let small = bytes.as_ref().is_ok_and(|bytes| bytes.len() <= DECORATION && !picture::is_clinical(bytes));
    let logo = small && is_logo(name);
    let label = if inline || logo { PICTURE_FILE } else { ATTACHED };
    include(document, part, (label, name), bytes, limits);
    if small && inline || logo {
        document.decorate(part, &Problem::Unseen, "a small picture of the page; what it shows was not looked at");
    }
}

/// Whether a file's name calls it a logo, or is what Outlook calls the pictures of a signature: `image001.png`.
fn is_logo(name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_ascii_lowercase();
    let numbered = stem.strip_prefix("image").is_some_and(|n| n.len() == 3 && n.bytes().all(|b| b.is_ascii_digit()));
    numbered || stem.split(|c: char| !c.is_alphanumeric()).any(|word| word == "logo")
}

/// A name on one line, as a place shows it.
pub(super) fn one_line(name: &str) -> String {
    name.split(char::is_control).collect::<Vec<_>>().join(" ")
}

/// A name in whatever encoding an old program wrote it.
pub(super) fn name(bytes: &[u8]) -> String {
    one_line(&text_of(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_picture_of_the_page_is_a_decoration_and_what_is_attached_is_not() {
        let png = |size: usize| [b"\x89PNG\r\n\x1a\n\0\0\0\0IEND\0\0\0\0".to_vec(), vec![0; size]].concat();
        let clinical = [vec![0; 128], b"DICM".to_vec()].concat();
        for (name, inline, bytes, passed, label) in [
            ("a.png", true, png(9), true, "Picture file: "),
            ("image001.png", false, png(9), true, "Picture file: "),
            ("glow-logo.png", false, png(9), true, "Picture file: "),
            ("before.png", false, png(9), false, "Attached: "),
            ("image1.png", false, png(9), false, "Attached: "),
            ("logo.png", false, png(DECORATION), false, "Attached: "),
            ("image001.png", true, png(DECORATION), false, "Picture file: "),
            ("logo.png", true, clinical, false, "Picture file: "),
        ] {
            let mut document = Document::default();
            attach(&mut document, "attachment", name, inline, Ok(bytes), &Limits::default().begun());
            let unseen = document.unread().iter().any(|gap| gap.why == Problem::Unseen.to_string());
            assert_eq!((document.passed_over().len(), unseen), (usize::from(passed), !passed), "{name}");
            assert!(document.text().starts_with(label), "{name}: {}", document.text());
        }
    }
}
