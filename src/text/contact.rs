//! Cards and calendars (RFC 6350, RFC 5545): folded lines joined, escapes undone, enclosed pictures gone.

use super::map::{Rewriter, Rewritten};
use std::ops::Range;

/// The shortest line that a program folds, in bytes; the standards say 75.
const FOLDED: usize = 50;

/// Joins the folded lines of cards and calendars, and blanks what is enclosed in them in base64.
pub(super) fn unfold(text: &str) -> Option<Rewritten> {
    let mut rewriter = Rewriter::new(text);
    for property in properties(text) {
        if let Some(value) = enclosed_in(&text[property.range.clone()]) {
            rewriter.replace(property.range.start + value..property.range.end, "");
            continue;
        }
        let mut folds = property.folds.iter().peekable();
        let bytes = text.as_bytes();
        let description = text[property.range.clone()].starts_with("DESCRIPTION");
        let mut at = property.range.start;
        while at < property.range.end {
            if let Some(fold) = folds.next_if(|fold| fold.start <= at) {
                rewriter.replace(fold.clone(), "");
                at = fold.end;
            } else if bytes[at] == b'\\' && matches!(bytes.get(at + 1), Some(b'n' | b'N')) {
                rewriter.replace(at..at + 2, if description { "\n" } else { " " });
                at += 2;
            } else if bytes[at] == b'\\' && bytes.get(at + 1) == Some(&b',') {
                rewriter.replace(at..at + 2, ",");
                at += 2;
            } else {
                at += 1;
            }
        }
    }
    rewriter.finish()
}

/// The lines, from 1, at which something is enclosed in base64: the picture of a card, the file of an event.
pub(crate) fn enclosed(text: &str) -> Vec<usize> {
    let mut line = 1;
    let mut counted = 0;
    let enclosed = properties(text).into_iter().filter(|property| enclosed_in(&text[property.range.clone()]).is_some());
    enclosed
        .map(|property| {
            line += memchr::memchr_iter(b'\n', &text.as_bytes()[counted..property.range.start]).count();
            counted = property.range.start;
            line
        })
        .collect()
}

/// A property, with the lines that go on with it.
struct Property {
    range: Range<usize>,
    /// Where its lines were folded: the line break and what stands for it on the next line.
    folds: Vec<Range<usize>>,
}

/// The properties of every card and calendar in a text.
fn properties(text: &str) -> Vec<Property> {
    let mut properties: Vec<Property> = Vec::new();
    let bytes = text.as_bytes();
    if memchr::memmem::find(bytes, b"BEGIN:V").is_none() {
        return properties;
    }
    let (mut inside, mut keeps_space) = (false, false);
    let mut start = 0;
    for end in memchr::memchr_iter(b'\n', bytes).chain([bytes.len()]) {
        let line = &text[start..end];
        let trimmed = line.trim_end_matches('\r');
        let line_end = start + trimmed.len();
        match trimmed {
            "BEGIN:VCARD" | "BEGIN:VCALENDAR" => (inside, keeps_space) = (true, false),
            "END:VCARD" | "END:VCALENDAR" => inside = false,
            "VERSION:2.1" => keeps_space = true,
            _ => {}
        }
        if let Some(property) = properties.last_mut().filter(|_| inside && goes_on(text, trimmed, keeps_space)(start)) {
            let space = usize::from(!keeps_space && trimmed.starts_with([' ', '\t']));
            property.folds.push(property.range.end..start + space);
            property.range.end = line_end;
        } else if inside {
            properties.push(Property { range: start..line_end, folds: Vec::new() });
        }
        start = (end + 1).min(bytes.len());
    }
    properties
}

/// Whether a line goes on with the one before it, by where it starts.
fn goes_on<'t>(text: &'t str, line: &'t str, keeps_space: bool) -> impl Fn(usize) -> bool + 't {
    move |start| {
        let before = text[..start].trim_end_matches(['\r', '\n']);
        let before = &before[before.rfind('\n').map_or(0, |newline| newline + 1)..];
        let folded = line.starts_with([' ', '\t']) && before.len() >= FOLDED;
        // The oldest cards break base64 into lines without a sign, up to an empty line.
        let base64 = |line: &str| {
            !line.is_empty() && line.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/=".contains(&byte))
        };
        folded || keeps_space && line.len() > 1 && base64(line.trim()) && before.len() >= FOLDED
    }
}

/// Where the value of a property begins, if that is a file in base64.
fn enclosed_in(property: &str) -> Option<usize> {
    let colon = property.find(':')?;
    let parameters = property[..colon].to_ascii_uppercase();
    let encoded = ["ENCODING=B;", "ENCODING=BASE64", ";BASE64"].into_iter().any(|mark| parameters.contains(mark))
        || parameters.ends_with("ENCODING=B");
    let data = property[colon + 1..].trim_start().get(..5).is_some_and(|start| start.eq_ignore_ascii_case("data:"));
    (encoded || data).then_some(colon + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unfolded(text: &str) -> String {
        unfold(text).map_or(text.to_owned(), |rewritten| rewritten.text)
    }

    #[test]
    fn folded_lines_are_joined_inside_cards_alone() {
        let long = "DESCRIPTION:Recheck of the upper lip for our patient Odile Ma";
        for (text, view) in [
            (
                format!("BEGIN:VCALENDAR\r\n{long}\r\n rsh\\, call first\\nMia\r\nEND:VCALENDAR"),
                "Odile Marsh, call first\nMia\r\n",
            ),
            (format!("BEGIN:VCARD\nVERSION:2.1\n{long}\n rsh\nEND:VCARD"), "Odile Ma rsh\n"),
            (format!("{long}\n rsh"), "Odile Ma\n rsh"),
            ("BEGIN:VCARD\nFN:Odile\n  Marsh\nEND:VCARD".to_owned(), "Odile\n  Marsh\n"),
        ] {
            assert!(unfolded(&text).contains(view), "{text}");
        }
    }

    #[test]
    fn enclosed_pictures_are_told_by_their_line_and_are_no_words() {
        let text = "BEGIN:VCARD\nVERSION:3.0\nFN:Odile Marsh\nPHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD2QAAAQEBAQEBAQEBAQ\n MarshAQEBAQEB\nTEL:479-555-0142\nPHOTO:data:image/png;base64,iVBOR\nEND:VCARD";
        assert_eq!(enclosed(text), [4, 7]);
        let view = unfolded(text);
        assert!(view.contains("TYPE=JPEG:\nTEL:479-555-0142\nPHOTO:\nEND"), "{view}");
        let old = "BEGIN:VCARD\nVERSION:2.1\nPHOTO;BASE64:/9j/4AAQSkZJRgABAQAAAQABAAD2QAAAQEBAQEBAQEBAQ==\nAQEBAQEBMarsh\n\nEND:VCARD";
        assert!(!unfolded(old).contains("Marsh") && unfolded(old).ends_with("END:VCARD"));
    }
}
