//! JSON Lines in, JSON Lines out: in order, on every core, with constant memory.
//!
//! A reader thread cuts the input into chunks of whole lines. Each chunk is checked in parallel and
//! written before the next, so that no more than a few chunks are ever in memory, and a program that
//! waits for the answer to its last line gets it at once.

use super::exit::Exit;
use rayon::prelude::*;
use safepaste::report::{Failure, Record};
use safepaste::rewrite::Style;
use safepaste::{Bucket, Checker};
use serde::Deserialize;
use serde_json::Value;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::sync::mpsc;

/// The longest line that is read, in bytes; a longer one is an error and is skipped.
const LONGEST_LINE: usize = 64 << 20;
/// How much is read at once, in bytes.
const READ: usize = 256 << 10;

/// One line of the input.
#[derive(Deserialize)]
struct Request {
    id: Value,
    text: String,
    to: Option<String>,
}

/// Whole lines of the input, or a line too long to hold.
enum Chunk {
    Lines(Vec<u8>),
    TooLong,
}

/// How a stream is checked.
pub struct Stream<'a> {
    /// The checker.
    pub checker: &'a Checker,
    /// The destination of records that name none.
    pub to: Option<&'a str>,
    /// Whether values are written.
    pub show_values: bool,
    /// The least bucket that fails.
    pub fail_on: Bucket,
    /// How rewrites are worded.
    pub style: Style,
}

impl Stream<'_> {
    /// Checks every line of `input` and writes one line each to `out`.
    pub fn run(&self, input: impl Read + Send + 'static, out: &mut dyn Write) -> io::Result<Exit> {
        let (send, chunks) = mpsc::sync_channel(2);
        // Not joined: where writing fails the run ends, though the reader may still wait for input.
        std::thread::spawn(move || read_chunks(input, &send));
        let (mut exit, mut line) = (Exit::Safe, 0);
        for chunk in chunks {
            let answers = match chunk? {
                Chunk::Lines(lines) => {
                    let lines = lines.strip_suffix(b"\n").unwrap_or(&lines);
                    let lines: Vec<_> = lines.split(|byte| *byte == b'\n').collect();
                    lines.par_iter().enumerate().map(|(at, text)| self.answer(line + at + 1, text)).collect()
                }
                Chunk::TooLong => {
                    let error = format!("the line is longer than {} MiB: it was not examined", LONGEST_LINE >> 20);
                    vec![failure(&Value::Null, line + 1, error)]
                }
            };
            line += answers.len();
            for answer in answers {
                let (text, of_line) = answer?;
                out.write_all(&text)?;
                exit = exit.worst(of_line);
            }
            out.flush()?;
        }
        Ok(exit)
    }

    /// The answer to one line: nothing for a blank one.
    fn answer(&self, line: usize, bytes: &[u8]) -> io::Result<(Vec<u8>, Exit)> {
        let bytes = if line == 1 { bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes) } else { bytes };
        if bytes.trim_ascii().is_empty() {
            return Ok((Vec::new(), Exit::Safe));
        }
        let Ok(request) = serde_json::from_slice::<Request>(bytes) else {
            let error = r#"not an object like {"id": "1", "text": "..."} on one line of UTF-8"#.to_owned();
            return failure(&Value::Null, line, error);
        };
        let check = match self.checker.check(&request.text, request.to.as_deref().or(self.to)) {
            Ok(check) => check,
            Err(unknown) => return failure(&request.id, line, unknown.to_string()),
        };
        let rewrite = self.checker.rewrite(&request.text, &check, self.style);
        let record = Record::new(&request.id, &request.text, &check, &rewrite, self.show_values);
        Ok((to_line(&record)?, Exit::of(check.verdict.bucket, self.fail_on)))
    }
}

/// The answer to a line on which no verdict was reached.
fn failure(id: &Value, line: usize, error: String) -> io::Result<(Vec<u8>, Exit)> {
    Ok((to_line(&Failure { id, line, error })?, Exit::NoVerdict))
}

/// A value as one line of JSON.
fn to_line(value: &impl serde::Serialize) -> io::Result<Vec<u8>> {
    let mut line = serde_json::to_vec(value)?;
    line.push(b'\n');
    Ok(line)
}

/// Cuts the input into chunks of whole lines until it ends, fails, or nobody listens any more.
fn read_chunks(input: impl Read, send: &mpsc::SyncSender<io::Result<Chunk>>) {
    let mut input = BufReader::with_capacity(READ, input);
    let mut held = Vec::new();
    let mut skipping = false;
    loop {
        let block = match input.fill_buf() {
            Ok(block) => block,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => {
                // Nobody is there to hear of it once the receiver is gone.
                let _ = send.send(Err(error));
                return;
            }
        };
        let used = block.len();
        let chunk = if used == 0 {
            if held.is_empty() {
                return;
            }
            Some(Chunk::Lines(std::mem::take(&mut held)))
        } else if skipping {
            let Some(end) = memchr::memchr(b'\n', block) else {
                input.consume(used);
                continue;
            };
            skipping = false;
            input.consume(end + 1);
            continue;
        } else if let Some(last) = memchr::memrchr(b'\n', block) {
            held.extend_from_slice(&block[..=last]);
            let lines = std::mem::replace(&mut held, block[last + 1..].to_vec());
            Some(Chunk::Lines(lines))
        } else {
            held.extend_from_slice(block);
            skipping = held.len() > LONGEST_LINE;
            skipping.then(|| {
                held = Vec::new();
                Chunk::TooLong
            })
        };
        input.consume(used);
        if chunk.is_some_and(|chunk| send.send(Ok(chunk)).is_err()) {
            return;
        }
    }
}
