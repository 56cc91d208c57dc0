//! Writing what became of drafts, in order, and what all of it comes to.

use super::exit::Exit;
use super::logging::Entry;
use super::screen;
use anyhow::Context;
use safepaste::baseline::Compared;
use safepaste::report::{Report, Tally};
use std::io::{self, Write};

/// What became of a job, ready to be written.
#[derive(Default)]
pub(super) struct Answer {
    pub report: Vec<u8>,
    /// What standard error is to say.
    pub error: Option<String>,
    /// What else it is to say: of permissions that permit nothing.
    pub warnings: Vec<String>,
    pub tally: Tally,
    /// How it compares with the baseline.
    pub compared: Compared,
    /// What the audit log is to hold.
    pub entry: Option<Entry>,
}

/// Writes the answers in order. A reader that goes away ends the run quietly, but never turns it into a success.
pub(super) fn write(
    report: &dyn Report,
    mut answers: impl Iterator<Item = Answer>,
    single: bool,
) -> anyhow::Result<(Exit, Total)> {
    let mut total = Total::default();
    match write_all(report, &mut answers, &mut total) {
        Ok(()) => Ok((exit(&total.tally), total)),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe && single => {
            answers.for_each(|answer| total.add(&answer));
            Ok((exit(&total.tally), total))
        }
        // Of many texts, or of a stream without end, the rest is not examined.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
            Ok((exit(&total.tally).worst(Exit::NoVerdict), total))
        }
        Err(error) => Err(error).context("cannot write the answer"),
    }
}

fn write_all(report: &dyn Report, answers: impl Iterator<Item = Answer>, total: &mut Total) -> io::Result<()> {
    // Flushed after each answer: whoever waits for the answer to one line gets it before sending the next.
    let mut out = io::BufWriter::new(io::stdout().lock());
    report.begin(&mut out)?;
    let mut follows = false;
    for answer in answers {
        total.add(&answer);
        if let Some(error) = answer.error {
            screen::error(&error);
        }
        answer.warnings.iter().for_each(|warning| screen::warning(warning));
        if !answer.report.is_empty() {
            if follows {
                out.write_all(report.separator().as_bytes())?;
            }
            follows = true;
            out.write_all(&answer.report)?;
            out.flush()?;
        }
    }
    report.end(&total.tally, &mut out)?;
    out.flush()
}

/// The exit code that a tally makes.
fn exit(tally: &Tally) -> Exit {
    match tally.exit_code() {
        0 => Exit::Safe,
        1 => Exit::Conditional,
        3 => Exit::Unsafe,
        _ => Exit::NoVerdict,
    }
}

/// What all answers come to.
#[derive(Default)]
pub(super) struct Total {
    pub tally: Tally,
    pub compared: Compared,
}

impl Total {
    fn add(&mut self, answer: &Answer) {
        self.tally.merge(answer.tally);
        self.compared.merge(answer.compared);
    }
}
