//! Reading pages that are pictures with two programs that may be installed: `pdftoppm` (of Poppler) draws the page,
//! `tesseract` reads it. Only where `--ocr` asks for it; both run on this computer and send nothing anywhere.

use crate::source::{Limits, Problem};
use std::fs;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

/// How fine the page is drawn, in dots to the inch; tesseract is trained for about this.
const DOTS: &str = "300";

/// How often it is looked whether a program is done.
const WAIT: Duration = Duration::from_millis(20);

/// The words of a page of a file.
///
/// # Errors
/// When a program is not installed or fails, or the time is over.
pub(super) fn page(bytes: &[u8], number: u32, limits: &Limits) -> Result<String, Problem> {
    // For this user alone, and gone at the end.
    let folder = tempfile::tempdir()?;
    let [file, drawn, read] = ["file.pdf", "page", "words"].map(|name| folder.path().join(name));
    fs::write(&file, bytes)?;
    let number = number.to_string();
    let mut draw = Command::new("pdftoppm");
    draw.args(["-r", DOTS, "-gray", "-singlefile", "-png", "-f", &number, "-l", &number]).arg(&file).arg(&drawn);
    run(draw, limits)?;
    let mut look = Command::new("tesseract");
    look.arg(drawn.with_extension("png")).arg(&read);
    run(look, limits)?;
    text(&read.with_extension("txt"), limits)
}

/// What was read, no more than a document may hold.
fn text(path: &Path, limits: &Limits) -> Result<String, Problem> {
    if fs::metadata(path)?.len() > limits.size {
        return Err(Problem::TooLarge(limits.size));
    }
    Ok(String::from_utf8_lossy(&fs::read(path)?).replace('\u{c}', "\n"))
}

/// Runs a program to its end, or stops it when the time is over.
fn run(mut command: Command, limits: &Limits) -> Result<(), Problem> {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => Problem::NoOcr,
        _ => Problem::Io(error),
    })?;
    loop {
        match child.try_wait()? {
            Some(status) if status.success() => return Ok(()),
            Some(_) => return Err(Problem::OcrFailed),
            None => {}
        }
        if let Err(late) = limits.in_time() {
            // A program that is already gone needs no stopping.
            let _ = child.kill();
            let _ = child.wait();
            return Err(late);
        }
        std::thread::sleep(WAIT);
    }
}
