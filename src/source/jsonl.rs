//! JSON Lines: one text a line, for scripts and engines. Read in order, with memory for one line.

use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;
use std::io::{self, BufRead};
use std::ops::Range;

/// The most that one line may hold, in bytes: 64 MiB.
const LIMIT: usize = 64 << 20;

/// One line's request.
#[derive(Clone, PartialEq)]
pub struct Request {
    /// The caller's name for it, a JSON string or number, echoed as it is.
    pub id: Value,
    /// The text to be checked.
    pub text: String,
    /// The destination to judge it for; none means the policy's default.
    pub to: Option<String>,
    /// Its line in the stream, from 1.
    pub line: u64,
}

impl std::fmt::Debug for Request {
    /// Leaves the text out, for it may hold PHI.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Request({} bytes, to: {:?})", self.text.len(), self.to)
    }
}

/// A line that is no request. Nothing of its content is told.
#[derive(Debug, thiserror::Error)]
#[error("line {line}: {problem}")]
pub struct LineError {
    /// The line, from 1.
    pub line: u64,
    /// What is wrong with it.
    pub problem: LineProblem,
}

/// What is wrong with a line.
#[derive(Debug, thiserror::Error)]
pub enum LineProblem {
    /// It does not parse.
    #[error("not JSON (column {column}); each line must be one object such as {{\"id\":1,\"text\":\"...\"}}")]
    NotJson {
        /// Where parsing stopped, in bytes from 1.
        column: usize,
    },
    /// Another JSON value.
    #[error("not a JSON object; write {{\"id\":1,\"text\":\"...\"}}")]
    NotAnObject,
    /// No `id`, or one of another type.
    #[error("needs an \"id\" that is a string or a number")]
    Id,
    /// No `text`, or one of another type.
    #[error("needs a \"text\" that is a string")]
    Text,
    /// More than one `text`.
    #[error("has more than one \"text\"; keep one")]
    TextTwice,
    /// A `to` of another type.
    #[error("\"to\" must be a string, the name of a destination")]
    To,
    /// Bytes that are no UTF-8.
    #[error("not UTF-8 at byte {byte} of the line; write the file as UTF-8")]
    NotUtf8 {
        /// Where the first wrong byte is in the line, from 0.
        byte: usize,
    },
    /// More than `LIMIT` bytes.
    #[error("longer than {} MiB; split the text", LIMIT >> 20)]
    TooLong,
    /// Reading failed; nothing follows.
    #[error("cannot be read: {0}")]
    Io(io::Error),
}

/// The requests of a stream, in order. Blank lines are passed over.
#[derive(Debug)]
pub struct Requests<R> {
    reader: R,
    /// The line being read; kept, so that its memory is used again.
    buffer: Vec<u8>,
    line: u64,
    limit: usize,
    failed: bool,
}

impl<R: BufRead> Requests<R> {
    /// Reads requests from a stream.
    pub fn new(reader: R) -> Requests<R> {
        Requests { reader, buffer: Vec::new(), line: 0, limit: LIMIT, failed: false }
    }

    /// Reads the next line into the buffer, without its end. `None` at the end of the stream.
    ///
    /// What goes beyond the limit is consumed and not stored.
    fn read_line(&mut self) -> Option<Result<(), LineProblem>> {
        self.buffer.clear();
        let mut length = 0;
        loop {
            let chunk = match self.reader.fill_buf() {
                Ok(chunk) => chunk,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => {
                    self.failed = true;
                    self.line += 1;
                    return Some(Err(LineProblem::Io(error)));
                }
            };
            let at_end = chunk.is_empty();
            if at_end && length == 0 {
                return None;
            }
            let newline = memchr::memchr(b'\n', chunk);
            let content = &chunk[..newline.unwrap_or(chunk.len())];
            if self.buffer.len() + content.len() <= self.limit {
                self.buffer.extend_from_slice(content);
            }
            let used = newline.map_or(chunk.len(), |at| at + 1);
            let stored = self.buffer.len();
            length += used;
            self.reader.consume(used);
            if newline.is_some() || at_end {
                self.line += 1;
                let ended = usize::from(newline.is_some());
                return Some(if stored + ended < length { Err(LineProblem::TooLong) } else { Ok(()) });
            }
        }
    }

    /// Reads the next line that is not blank.
    fn next_line<T>(&mut self, parse: impl Fn(&[u8], u64) -> Result<T, LineProblem>) -> Option<Result<T, LineError>> {
        while !self.failed {
            let read = self.read_line()?;
            let line = self.line;
            let content = if line == 1 { without_mark(&self.buffer) } else { &self.buffer };
            if read.is_ok() && content.trim_ascii().is_empty() {
                continue;
            }
            return Some(read.and_then(|()| parse(content, line)).map_err(|problem| LineError { line, problem }));
        }
        None
    }
}

impl<R: BufRead> Iterator for Requests<R> {
    type Item = Result<Request, LineError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.next_line(parse)
    }
}

/// A request with its line, so that the line can be given back with another text.
#[derive(Clone, PartialEq)]
pub struct Record {
    /// What the line says.
    pub request: Request,
    line: String,
    /// Where the text's value stands in the line, with its quotes.
    text: Range<usize>,
}

impl std::fmt::Debug for Record {
    /// Leaves the line out, for it may hold PHI.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.request.fmt(f)
    }
}

impl Record {
    /// The line as it is, without its end.
    pub fn line(&self) -> &str {
        &self.line
    }

    /// The line with another text; everything else in it stays, byte for byte.
    pub fn with_text(&self, text: &str) -> String {
        format!("{}{}{}", &self.line[..self.text.start], Value::from(text), &self.line[self.text.end..])
    }
}

/// The records of a stream, in order. Blank lines are passed over.
#[derive(Debug)]
pub struct Records<R>(Requests<R>);

impl<R: BufRead> Records<R> {
    /// Reads records from a stream.
    pub fn new(reader: R) -> Records<R> {
        Records(Requests::new(reader))
    }
}

impl<R: BufRead> Iterator for Records<R> {
    type Item = Result<Record, LineError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next_line(record)
    }
}

/// Where a line has its text; a second one would go on unseen.
#[derive(Deserialize)]
struct Place<'l> {
    #[serde(borrow)]
    text: &'l RawValue,
}

fn record(line: &[u8], number: u64) -> Result<Record, LineProblem> {
    let request = parse(line, number)?;
    let line = str::from_utf8(line).map_err(|error| LineProblem::NotUtf8 { byte: error.valid_up_to() })?;
    // That there is one text is known, so what is wrong is that there are two.
    let place: Place<'_> = serde_json::from_str(line).map_err(|_| LineProblem::TextTwice)?;
    let text = place.text.get();
    let start = text.as_ptr().addr() - line.as_ptr().addr();
    Ok(Record { request, line: line.to_owned(), text: start..start + text.len() })
}

/// The first line without a UTF-8 byte order mark.
fn without_mark(line: &[u8]) -> &[u8] {
    line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line)
}

fn parse(line: &[u8], number: u64) -> Result<Request, LineProblem> {
    let line = std::str::from_utf8(line).map_err(|error| LineProblem::NotUtf8 { byte: error.valid_up_to() })?;
    // The parser's own message is not passed on: it can quote the line.
    let value: Value = serde_json::from_str(line).map_err(|error| LineProblem::NotJson { column: error.column() })?;
    let Value::Object(mut fields) = value else { return Err(LineProblem::NotAnObject) };
    let Some(id @ (Value::String(_) | Value::Number(_))) = fields.remove("id") else { return Err(LineProblem::Id) };
    let Some(Value::String(text)) = fields.remove("text") else { return Err(LineProblem::Text) };
    let to = match fields.remove("to") {
        None | Some(Value::Null) => None,
        Some(Value::String(to)) => Some(to),
        Some(_) => return Err(LineProblem::To),
    };
    Ok(Request { id, text, to, line: number })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcomes(input: &[u8]) -> Vec<String> {
        Requests::new(input)
            .map(|request| match request {
                Ok(request) => format!("{} {} {:?}", request.id, request.text, request.to),
                Err(error) => error.to_string(),
            })
            .collect()
    }

    #[test]
    fn requests_come_in_order_with_their_ids_as_they_are() {
        let input = b"\xef\xbb\xbf{\"id\":\"a\",\"text\":\"one\"}\r\n\n  \n{\"text\":\"t\\u0077o\",\"to\":\"sms\",\"id\":-7.5,\"more\":[1]}\n{\"id\":3,\"text\":\"\",\"to\":null}";
        assert_eq!(outcomes(input), ["\"a\" one None", "-7.5 two Some(\"sms\")", "3  None"]);
    }

    #[test]
    fn a_bad_line_is_told_by_number_without_its_content_and_the_rest_goes_on() {
        let cases: [(&[u8], &str); 10] = [
            (b"Sarah", "not JSON"),
            (b"{\"id\":1,\"text\":\"Sarah\"", "not JSON"),
            (b"[\"Sarah\"]", "not a JSON object"),
            (b"\"Sarah\"", "not a JSON object"),
            (b"{\"text\":\"Sarah\"}", "\"id\""),
            (b"{\"id\":[\"Sarah\"],\"text\":\"\"}", "\"id\""),
            (b"{\"id\":\"Sarah\"}", "\"text\""),
            (b"{\"id\":1,\"text\":{\"Sarah\":1}}", "\"text\""),
            (b"{\"id\":1,\"text\":\"Sarah\",\"to\":5}", "\"to\""),
            (b"{\"id\":1,\"text\":\"Sarah \xff\"}", "UTF-8 at byte 22"),
        ];
        for (line, expected) in cases {
            let input = [b"\n", line, b"\n{\"id\":2,\"text\":\"fine\"}\n"].concat();
            let found = outcomes(&input);
            assert_eq!(found.len(), 2, "{found:?}");
            assert!(found[0].starts_with("line 2: ") && found[0].contains(expected), "{found:?}");
            assert!(!found[0].contains("Sarah"), "{found:?}");
            assert_eq!(found[1], "2 fine None");
        }
    }

    #[test]
    fn a_line_comes_back_with_another_text_and_nothing_else_changed() {
        let rewritten = |line: &str| match Records::new(line.as_bytes()).next().unwrap() {
            Ok(record) => record.with_text("new \"é\"\n"),
            Err(error) => error.to_string(),
        };
        for (line, expected) in [
            (r#"{"id":1,"text":"old"}"#, r#"{"id":1,"text":"new \"é\"\n"}"#),
            (
                "\u{feff}{ \"n\": 12345678901234567890123.10, \"text\" : \"o\\u006cd\", \"id\":\"a\\u0041\",\"x\":{\"text\":\"t\"}}\r\n",
                "{ \"n\": 12345678901234567890123.10, \"text\" : \"new \\\"é\\\"\\n\", \"id\":\"a\\u0041\",\"x\":{\"text\":\"t\"}}\r",
            ),
            (r#"{"id":1,"text":"a","text":"b"}"#, "line 1: has more than one \"text\"; keep one"),
            (r#"{"id":1,"te\u0078t":"a"}"#, r#"{"id":1,"te\u0078t":"new \"é\"\n"}"#),
        ] {
            assert_eq!(rewritten(line), expected);
        }
    }

    #[test]
    fn a_line_over_the_limit_is_consumed_but_not_stored() {
        let fits = "{\"id\":1,\"text\":\"123456\"}";
        let long = "{\"id\":2,\"text\":\"1234567\"}";
        for (first, second) in [(fits, long), (long, fits)] {
            let input = format!("{first}\n{}\n{second}", "x".repeat(500));
            for capacity in [1, 7, 24, 25, 26, 4096] {
                let reader = io::BufReader::with_capacity(capacity, input.as_bytes());
                let mut requests = Requests { limit: fits.len(), ..Requests::new(reader) };
                let outcomes: Vec<bool> = requests.by_ref().map(|r| r.is_ok()).collect();
                assert_eq!(outcomes, [first == fits, false, second == fits], "capacity {capacity}");
                assert!(requests.buffer.capacity() < 100);
            }
        }
    }

    #[test]
    fn a_stream_that_breaks_ends_with_an_error() {
        struct Broken;
        impl io::Read for Broken {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::Error::other("gone"))
            }
        }
        let found: Vec<_> = Requests::new(io::BufReader::new(Broken)).collect();
        assert!(matches!(found.as_slice(), [Err(LineError { line: 1, problem: LineProblem::Io(_) })]));
    }
}
