//! Watching the clipboard: a warning as soon as something is copied that is not safe.

use super::board::Board;
use super::look::Looker;
use crate::cli::exit::Exit;
use crate::cli::screen;
use std::io::{self, IsTerminal};
use std::time::Duration;
use zeroize::Zeroizing;

/// How long the clipboard is left alone between two looks.
const PAUSE: Duration = Duration::from_millis(300);
/// After so many looks that failed one after another, the screen is taken to be gone.
const FAILURES: u32 = 10;

/// Looks until somebody ends the program, or the clipboard is gone.
pub(super) fn run(looker: &Looker<'_>, board: &mut Board) -> anyhow::Result<Exit> {
    screen::say("Watching the clipboard. Press Ctrl-C to stop.");
    let mut last: Option<Zeroizing<String>> = None;
    let mut failures = 0;
    loop {
        match board.text() {
            Ok(text) => {
                failures = 0;
                if let Some(text) = text.filter(|text| last.as_ref() != Some(text)) {
                    last = Some(seen(looker, board, text));
                }
            }
            Err(error) if failures == FAILURES => return Err(error),
            Err(_) => failures += 1,
        }
        std::thread::sleep(PAUSE);
    }
}

/// Looks at a text, and tells which the clipboard holds then. One that cannot be examined ends nothing.
fn seen(looker: &Looker<'_>, board: &mut Board, text: Zeroizing<String>) -> Zeroizing<String> {
    match looker.look(board, &text) {
        Ok((exit, replaced)) => {
            let bell = exit != Exit::Safe || replaced.is_some();
            if bell && io::stderr().is_terminal() {
                screen::ring();
            }
            replaced.unwrap_or(text)
        }
        Err(error) => {
            screen::error(&format!("{error:#}"));
            text
        }
    }
}
