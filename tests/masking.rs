//! A value that identifies somebody appears in no output but those that carry text by design.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use assert_cmd::Command;
use safepaste::report::FORMATS;
use std::fs;
use std::process::Output;

/// Each part of a value that must not be seen, and a draft that holds them all.
const MARKED: [&str; 4] = ["Quillfeather", "Zebulon", "555-0177", "zq@marked.example"];
const DRAFT: &str = "My patient Zebulon Quillfeather (479-555-0177, zq@marked.example) is booked for filler on Friday.";

fn run(arguments: &[&str], stdin: &str, folder: &std::path::Path) -> Output {
    let mut command = Command::cargo_bin("safepaste").unwrap();
    command.env_remove("SAFEPASTE_POLICY").env("XDG_CONFIG_HOME", "/nowhere").current_dir(folder);
    command.args(arguments).write_stdin(stdin).output().unwrap()
}

fn assert_masked(what: &str, text: &[u8]) {
    let text = String::from_utf8_lossy(text);
    for marked in MARKED {
        assert!(!text.contains(marked), "{what} shows {marked}:\n{text}");
    }
}

#[test]
fn no_format_shows_a_value_where_it_is_not_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("draft.txt"), DRAFT).unwrap();
    let line = serde_json::json!({"id": 1, "text": DRAFT}).to_string();
    for format in FORMATS {
        for (arguments, stdin) in [
            (&["--format", format.name, "draft.txt"][..], ""),
            (&["--format", format.name, "."], ""),
            (&["--format", format.name, "--verbose", "--why", "."], ""),
            (&["--format", format.name, "--quiet"], DRAFT),
            (&["--format", format.name, "--input", "jsonl"], line.as_str()),
        ] {
            let output = run(arguments, stdin, folder.path());
            assert_eq!(output.status.code(), Some(3), "{arguments:?}");
            assert_masked(&format!("{arguments:?}"), &output.stdout);
            assert_masked(&format!("{arguments:?}"), &output.stderr);
        }
        let shown = run(&["--format", format.name, "--show-values", "draft.txt"], "", folder.path());
        let shown = String::from_utf8_lossy(&shown.stdout).into_owned();
        assert!(shown.contains("Zebulon Quillfeather"), "{} shows values on request:\n{shown}", format.name);
    }
}

#[test]
fn no_error_shows_a_value() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("draft.txt"), [DRAFT.as_bytes(), b"\x01\xff"].concat()).unwrap();
    for (arguments, stdin) in [
        (&["draft.txt"][..], ""),
        (&["rewrite", "draft.txt"], ""),
        (&["--input", "jsonl"], DRAFT),
        (&["--input", "jsonl", "--format", "jsonl"], DRAFT),
        (&["--policy", "draft.txt", "-"], DRAFT),
        (&["--to", "nowhere"], DRAFT),
    ] {
        let output = run(arguments, stdin, folder.path());
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_masked(&format!("{arguments:?}"), &output.stderr);
        assert_masked(&format!("{arguments:?}"), &output.stdout);
    }
}
