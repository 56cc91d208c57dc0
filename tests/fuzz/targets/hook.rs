//! The JSON of the prompt hooks: any input is a question or an error, and the answer to it is the tool's own.

#![no_main]
#![allow(dead_code, reason = "the parts of the command that judge are not here")]

#[path = "../../../src/cli/hook/format.rs"]
mod format;
#[path = "../../../src/cli/hook/claude.rs"]
mod claude;
#[path = "../../../src/cli/hook/cursor.rs"]
mod cursor;
#[path = "../../../src/cli/hook/gemini.rs"]
mod gemini;

use format::{Decision, Format};
use libfuzzer_sys::fuzz_target;

const FORMATS: [&Format; 3] = [&claude::FORMAT, &cursor::FORMAT, &gemini::FORMAT];

fuzz_target!(|data: &[u8]| {
    let Ok(input) = format::parse(data) else { return };
    for format in FORMATS {
        for event in format.events {
            let Ok(asked) = (format.asked)(event, &input) else { continue };
            assert!(asked.files.iter().all(|file| file.content.is_none() || !file.path.as_os_str().is_empty()));
            for decision in [Decision::Pass, Decision::Look("a".into()), Decision::Unseen("b".into()), Decision::Block("c".into())] {
                assert!((format.answer)(event, &decision).is_object());
            }
        }
    }
});
