//! YAML: scalars and keys with their paths, and comments. Aliases are not followed, so that none can multiply.

use super::{Form, Outline, To};
use saphyr_parser::{Event, Parser, ScalarStyle};
use std::ops::Range;

/// A list or a map that is open.
enum Open {
    /// Its step, and how many items were begun.
    List(usize, usize),
    /// Its step, and the step of the key that was read last.
    Map(usize, Option<usize>),
}

/// Reads the values of a stretch of the text, up to where it stops being YAML.
pub(super) fn read(text: &str, stretch: Range<usize>, outline: &mut Outline) {
    let inside = &text[stretch.clone()];
    let mut open: Vec<Open> = Vec::new();
    let mut cursor = Cursor { text: inside, chars: 0, byte: 0 };
    let mut done = 0;
    for event in Parser::new_from_str(inside) {
        let Ok((event, span)) = event else { break };
        match event {
            Event::SequenceStart(..) => {
                let step = value(outline, &mut open);
                open.push(Open::List(step, 0));
            }
            Event::MappingStart(..) => {
                let step = value(outline, &mut open);
                open.push(Open::Map(step, None));
            }
            Event::SequenceEnd | Event::MappingEnd => {
                open.pop();
            }
            Event::Alias(_) => {
                value(outline, &mut open);
            }
            Event::DocumentStart(_) | Event::DocumentEnd => open.clear(),
            Event::Scalar(_, style, ..) => {
                let start = cursor.byte_of(span.start.index());
                let end = cursor.byte_of(span.end.index()).max(start);
                let (range, form) = scalar(inside, start..end, style);
                comments(inside, done..range.start, stretch.start, outline);
                done = range.end.max(done);
                let range = stretch.start + range.start..stretch.start + range.end;
                place(outline, &mut open, range, form);
            }
            _ => {}
        }
    }
    comments(inside, done..inside.len(), stretch.start, outline);
}

/// Turns places counted in characters, in rising order, into bytes.
struct Cursor<'t> {
    text: &'t str,
    chars: usize,
    byte: usize,
}

impl Cursor<'_> {
    fn byte_of(&mut self, chars: usize) -> usize {
        if chars < self.chars {
            (self.chars, self.byte) = (0, 0);
        }
        let rest = &self.text[self.byte..];
        self.byte += rest.char_indices().nth(chars - self.chars).map_or(rest.len(), |(at, _)| at);
        self.chars = chars;
        self.byte
    }
}

/// The step of a value that begins; a key of a map has none of its own yet.
fn value(outline: &mut Outline, open: &mut [Open]) -> usize {
    match open.last_mut() {
        None => 0,
        Some(Open::List(step, count)) => {
            *count += 1;
            outline.step(*step, To::Item(*count - 1))
        }
        Some(Open::Map(step, key)) => match key.take() {
            Some(key) => key,
            // A key that is a list or a map itself has no name.
            None => {
                *key = Some(*step);
                *step
            }
        },
    }
}

/// Adds a scalar: a key where a map waits for one, else a value. What is not there has a step, but no words.
fn place(outline: &mut Outline, open: &mut [Open], range: Range<usize>, form: Form) {
    if let Some(Open::Map(step, key @ None)) = open.last_mut() {
        let named = outline.step(*step, To::Key(range.clone()));
        *key = Some(named);
        if !range.is_empty() {
            outline.key(range, form, named);
        }
    } else {
        let step = value(outline, open);
        if !range.is_empty() {
            outline.leaf(range, form, step);
        }
    }
}

/// Where the words of a scalar stand, and what they must look like.
fn scalar(text: &str, range: Range<usize>, style: ScalarStyle) -> (Range<usize>, Form) {
    let range = range.end - behind_properties(&text[range.clone()]).len()..range.end;
    let written = &text[range.clone()];
    let quotes = |quote: char| {
        let start = range.start + written.find(quote).map_or(0, |at| at + 1);
        let end = range.start + written.rfind(quote).unwrap_or(written.len());
        start..end.max(start)
    };
    match style {
        ScalarStyle::SingleQuoted => (quotes('\''), Form::Single),
        ScalarStyle::DoubleQuoted => (quotes('"'), Form::Escaped),
        ScalarStyle::Plain => {
            let trimmed = written.trim_end();
            (range.start..range.start + trimmed.len(), Form::Plain)
        }
        ScalarStyle::Literal | ScalarStyle::Folded => {
            // The line with the bar is no words, nor is the first line's indentation.
            let head = if written.starts_with(['|', '>']) {
                written.find('\n').map_or(written.len(), |end| end + 1)
            } else {
                0
            };
            let body = &written[head..];
            let start = range.start + head + (body.len() - body.trim_start().len());
            let end = range.start + head + body.trim_end().len();
            (start..end.max(start), Form::Line)
        }
    }
}

/// A scalar without its anchor and its tag: `&a !!str 12`.
fn behind_properties(mut written: &str) -> &str {
    while written.starts_with(['&', '!']) {
        let end = written.find(char::is_whitespace).unwrap_or(written.len());
        written = written[end..].trim_start();
    }
    written
}

/// Adds the comments between two scalars.
fn comments(text: &str, between: Range<usize>, offset: usize, outline: &mut Outline) {
    let mut at = between.start;
    while let Some(hash) = text.get(at..between.end).and_then(|rest| rest.find('#')) {
        let start = at + hash;
        let end = text[start..between.end].find(['\n', '\r']).map_or(between.end, |n| start + n);
        if start == 0 || text[..start].ends_with([' ', '\t', '\n', '\r']) {
            let step = outline.step(0, To::Named("comment"));
            let words = text[start + 1..end].trim_start();
            outline.leaf(offset + end - words.len()..offset + end, Form::Line, step);
        }
        at = end.max(start + 1);
    }
}
