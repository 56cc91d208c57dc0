//! How far a check of many texts is, on standard error: only where somebody watches, and gone at the end.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use safepaste::report::Tally;
use std::io::{self, IsTerminal};
use std::time::Duration;

/// How long a check takes before it is worth a bar.
const SOON: Duration = Duration::from_millis(400);
/// The bar, within 80 columns.
const LOOK: &str = "{bar:32} {pos} of {len} texts checked{msg}";

/// A bar, or nothing.
pub(super) struct Progress(Option<ProgressBar>);

impl Progress {
    /// No bar.
    pub fn none() -> Progress {
        Progress(None)
    }

    /// Whether a bar on standard error would be seen by somebody, and be drawn well.
    pub fn is_watched() -> bool {
        io::stderr().is_terminal() && std::env::var_os("TERM").is_none_or(|kind| kind != "dumb")
    }

    /// A bar for so many texts, drawn once that takes a while.
    pub fn over(texts: usize) -> Progress {
        let bar = ProgressBar::with_draw_target(Some(texts as u64), ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template(LOOK) {
            bar.set_style(style.progress_chars("━╸─"));
        }
        Progress(Some(bar))
    }

    /// Goes on by one, and tells what all texts came to so far.
    pub fn step(&self, tally: &Tally) {
        let Some(bar) = &self.0 else { return };
        if bar.is_hidden() && bar.elapsed() > SOON {
            bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        if tally.unsafe_ > 0 {
            bar.set_message(format!(", {} unsafe", tally.unsafe_));
        }
        bar.inc(1);
    }

    /// Does something that writes to the terminal, with the bar out of its way.
    pub fn aside<T>(&self, write: impl FnOnce() -> T) -> T {
        match &self.0 {
            Some(bar) => bar.suspend(write),
            None => write(),
        }
    }

    /// Takes the bar away.
    pub fn end(&self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.end();
    }
}
