//! Writing what became of drafts, in order, and what all of it comes to.

use super::exit::Exit;
use super::logging::Entry;
use super::progress::Progress;
use super::screen;
use super::unheeded::Unheeded;
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

/// How answers are written.
pub(super) struct Way<'w> {
    pub report: &'w dyn Report,
    /// Whether the report is one that people read where it is printed.
    pub for_people: bool,
    pub progress: &'w Progress,
}

impl Answer {
    /// Whether there is anything to be written.
    fn says(&self) -> bool {
        self.error.is_some() || !self.warnings.is_empty() || !self.report.is_empty()
    }

    /// Writes it; `follows` where another was written before it.
    fn write(&self, report: &dyn Report, follows: bool, out: &mut impl Write) -> io::Result<()> {
        if let Some(error) = &self.error {
            screen::error(error);
        }
        self.warnings.iter().for_each(|warning| screen::warning(warning));
        if self.report.is_empty() {
            return Ok(());
        }
        if follows {
            out.write_all(report.separator().as_bytes())?;
        }
        out.write_all(&self.report)?;
        out.flush()
    }
}

/// Writes the answers in order. A reader that goes away ends the run quietly, but never turns it into a success.
pub(super) fn write(
    to: Way<'_>,
    mut answers: impl Iterator<Item = Answer>,
    single: bool,
) -> anyhow::Result<(Exit, Total)> {
    let mut total = Total::default();
    match write_all(&to, &mut answers, &mut total) {
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

fn write_all(to: &Way<'_>, answers: impl Iterator<Item = Answer>, total: &mut Total) -> io::Result<()> {
    let Way { report, progress, .. } = *to;
    // Flushed after each answer: whoever waits for the answer to one line gets it before sending the next.
    let mut out = io::BufWriter::new(io::stdout().lock());
    let unheeded = if to.for_people { Some(Unheeded::begin(&mut out)?) } else { None };
    report.begin(&mut out)?;
    let (mut follows, mut written) = (false, 0);
    for mut answer in answers {
        // What is left out is counted, and a text that takes less may still find room.
        if report.room().is_some_and(|room| written + answer.report.len() > room) {
            answer.report.clear();
            answer.tally.untold += 1;
        }
        written += answer.report.len();
        total.add(&answer);
        if answer.says() {
            progress.aside(|| answer.write(report, follows, &mut out))?;
        }
        follows |= !answer.report.is_empty();
        progress.step(&total.tally);
    }
    progress.end();
    report.end(&total.tally, &mut out)?;
    if let Some(unheeded) = unheeded {
        unheeded.end(&mut out)?;
    }
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
