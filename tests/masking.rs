//! A value that identifies somebody appears in no output but those that carry text by design.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use assert_cmd::Command;
use safepaste::report::FORMATS;
use std::fs;
use std::process::Output;

/// Each part of a value that must not be seen, and a draft that holds them all.
const MARKED: [&str; 6] = ["Quillfeather", "Zebulon", "555-0177", "zq@marked.example", "7734105", "07/19/1961"];
const DRAFT: &str = "My patient Zebulon Quillfeather (479-555-0177, zq@marked.example, DOB 07/19/1961, \
                     MRN 7734105) is booked for filler on Friday.\n";

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

/// A practice with a log, and a home and a folder for temporary files that nothing else uses.
struct Practice(tempfile::TempDir);

impl Practice {
    fn new() -> Practice {
        let practice = Practice(tempfile::tempdir().unwrap());
        for folder in ["home", "tmp"] {
            fs::create_dir(practice.0.path().join(folder)).unwrap();
        }
        practice.put("safepaste.yaml", "version: 1\nextends: med-spa\naudit: {}\n");
        practice.put("draft.txt", DRAFT);
        practice
    }

    fn put(&self, name: &str, text: &str) {
        fs::write(self.0.path().join(name), text).unwrap();
    }

    fn run(&self, arguments: &[&str], stdin: &str) -> Output {
        let mut command = Command::cargo_bin("safepaste").unwrap();
        for name in ["SAFEPASTE_POLICY", "DISPLAY", "WAYLAND_DISPLAY"] {
            command.env_remove(name);
        }
        for (name, folder) in [
            ("HOME", "home"),
            ("USERPROFILE", "home"),
            ("XDG_CONFIG_HOME", "home/settings"),
            ("XDG_DATA_HOME", "home/data"),
            ("APPDATA", "home/settings"),
            ("TMPDIR", "tmp"),
            ("TEMP", "tmp"),
            ("TMP", "tmp"),
        ] {
            command.env(name, self.0.path().join(folder));
        }
        command.current_dir(self.0.path()).args(arguments).write_stdin(stdin).output().unwrap()
    }

    /// Looks through every file that the program wrote, but for those that hold a text by design.
    fn assert_nothing_kept(&self, what: &str) {
        let below = walkdir::WalkDir::new(self.0.path()).into_iter().map(Result::unwrap);
        for entry in below.filter(|entry| entry.file_type().is_file()) {
            let name = entry.file_name().to_string_lossy();
            if !["draft.txt", "draft.txt.bak", "draft.jsonl"].contains(&name.as_ref()) {
                assert_masked(&format!("{what}: {}", entry.path().display()), &fs::read(entry.path()).unwrap());
            }
        }
        let left: Vec<_> = fs::read_dir(self.0.path().join("tmp")).unwrap().collect();
        assert!(left.is_empty(), "{what} leaves temporary files behind: {left:?}");
    }
}

#[test]
fn no_command_leaves_a_value_on_the_screen_or_on_the_disk() {
    let practice = Practice::new();
    let records = format!("{}\n", serde_json::json!({"id": 1, "text": DRAFT}));
    practice.put("draft.jsonl", &records);
    let prompt = serde_json::json!({"hook_event_name": "UserPromptSubmit", "prompt": DRAFT}).to_string();
    let read = serde_json::json!({"hook_event_name": "PreToolUse", "tool_name": "Read",
                                  "tool_input": {"file_path": "draft.txt"}});
    let read = read.to_string();
    let cases: [(&[&str], &str); 30] = [
        (&["check", "--why", "--verbose", "draft.txt"], ""),
        (&["check", "--show-values", "--policy", "draft.txt", "-"], ""),
        (&["rewrite", "draft.txt"], ""),
        (&["rewrite", "--style", "tags", "draft.txt"], ""),
        (&["rewrite", "--style", "safe-harbor", "draft.txt"], ""),
        (&["rewrite", "--style", "surrogate", "draft.txt"], ""),
        (&["rewrite", "--input", "jsonl"], &records),
        (&["rewrite", "--reversible", "draft.txt"], ""),
        (&["rewrite", "--diff", "draft.txt"], ""),
        (&["vault", "list"], ""),
        (&["restore"], "For [NAME_7] and [PHONE_1]"),
        (&["clip"], ""),
        (&["minimize", "--template", "follow_up", "draft.txt"], ""),
        (&["baseline", "create", "draft.txt"], ""),
        (&["check", "--baseline", ".safepaste-baseline.json", "draft.txt"], ""),
        (&["explain", "draft.txt"], ""),
        (&["policy", "lint", "draft.txt"], ""),
        (&["policy", "show", "draft.txt"], ""),
        (&["policy", "test", "draft.txt"], ""),
        (&["hook"], &prompt),
        (&["hook"], &read),
        (&["hook"], DRAFT),
        (&["doctor"], ""),
        (&["audit", "show"], ""),
        (&["audit", "show", "--format", "jsonl"], ""),
        (&["audit", "verify"], ""),
        (&["audit", "report", "--format", "html"], ""),
        (&["audit", "sample"], ""),
        (&["rewrite", "--write", "draft.txt"], ""),
        (&["vault", "purge"], ""),
    ];
    for (arguments, stdin) in cases {
        let output = practice.run(arguments, stdin);
        let what = format!("{arguments:?}");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.code().is_some_and(|code| code <= 3), "{what} ends in order: {said}");
        assert!(!said.contains("unexpected argument") && !said.contains("unrecognized"), "{what} is a command: {said}");
        assert_masked(&what, &output.stdout);
        assert_masked(&what, &output.stderr);
        practice.assert_nothing_kept(&what);
    }
}
