//! JSON: values and keys with their paths. Several values one after another are JSON Lines.

use super::{Form, Outline, To};
use std::ops::Range;

/// A list or an object that is open.
enum Open {
    /// Its step, and how many items were begun.
    List(usize, usize),
    /// Its step, and the step of the key that was read last.
    Object(usize, Option<usize>),
}

/// Reads the values of a stretch of the text, up to where it stops being JSON.
pub(super) fn read(text: &str, stretch: Range<usize>, outline: &mut Outline) {
    let bytes = &text.as_bytes()[..stretch.end];
    let mut open: Vec<Open> = Vec::new();
    let mut at = stretch.start;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b' ' | b'\t' | b'\r' | b'\n' | b',' | b':' => at += 1,
            b'[' | b'{' => {
                let step = value(outline, &mut open);
                open.push(if byte == b'[' { Open::List(step, 0) } else { Open::Object(step, None) });
                at += 1;
            }
            b']' | b'}' => {
                open.pop();
                at += 1;
            }
            b'"' => {
                let Some(end) = end_of_string(bytes, at + 1) else { break };
                string(outline, &mut open, at + 1..end);
                at = end + 1;
            }
            _ => {
                let end =
                    bytes[at..].iter().position(|b| b" \t\r\n,:[]{}\"".contains(b)).map_or(bytes.len(), |n| at + n);
                let step = value(outline, &mut open);
                outline.leaf(at..end, Form::Bare, step);
                at = end;
            }
        }
    }
    outline.free(at..bytes.len());
}

/// The step of a value that begins.
fn value(outline: &mut Outline, open: &mut [Open]) -> usize {
    match open.last_mut() {
        None => 0,
        Some(Open::List(step, count)) => {
            *count += 1;
            outline.step(*step, To::Item(*count - 1))
        }
        // What follows a key is its value.
        Some(Open::Object(step, key)) => key.take().unwrap_or(*step),
    }
}

/// Adds a string: a key where an object waits for one, else a value.
fn string(outline: &mut Outline, open: &mut [Open], range: Range<usize>) {
    if let Some(Open::Object(step, key @ None)) = open.last_mut() {
        let named = outline.step(*step, To::Key(range.clone()));
        *key = Some(named);
        outline.key(range, Form::Escaped, named);
    } else {
        let step = value(outline, open);
        outline.leaf(range, Form::Escaped, step);
    }
}

/// Where the quote stands that ends a string.
fn end_of_string(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at += memchr::memchr2(b'"', b'\\', bytes.get(at..)?)?;
        if bytes[at] == b'"' {
            return Some(at);
        }
        at += 2;
    }
}
