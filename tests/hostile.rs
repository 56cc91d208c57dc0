//! A repository that means ill: its policy, the names of its files and what stands in them.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use assert_cmd::Command;
use predicates::prelude::*;
use predicates::str::{contains, is_empty};
use safepaste::report::FORMATS;
use std::fs;
use std::path::Path;
use std::time::Duration;

const UNSAFE: &str = "Remind my patient Odile Marsh of her lip filler on Thursday; her cell is 479-555-0142.\n";

fn safepaste(folder: &Path) -> Command {
    let mut command = Command::cargo_bin("safepaste").unwrap();
    for name in ["SAFEPASTE_POLICY", "SAFEPASTE_POLICY_LOCKED", "CLICOLOR_FORCE", "COLUMNS"] {
        command.env_remove(name);
    }
    for name in ["HOME", "USERPROFILE", "XDG_CONFIG_HOME", "APPDATA", "XDG_DATA_HOME"] {
        command.env(name, folder.join(".home"));
    }
    command.env("NO_COLOR", "1").current_dir(folder).timeout(Duration::from_secs(120));
    command
}

/// A repository with this policy beside a draft.
fn repository(policy: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("safepaste.yaml"), format!("version: 1\nextends: med-spa\n{policy}\n")).unwrap();
    fs::write(folder.path().join("draft.txt"), UNSAFE).unwrap();
    folder
}

#[test]
fn a_policy_that_explodes_is_refused() {
    let patterns: String = (0..400).map(|at| format!("\n  C{at}: {{pattern: 'Q{at}'}}")).collect();
    let cases = [
        ("a: &a [x, x]\nb: &b [*a, *a, *a]\nallow: [*b]".to_owned(), "anchors"),
        (format!("allow: {}{}", "[".repeat(100_000), "]".repeat(100_000)), "safepaste.yaml:3:"),
        (format!("allow: [{}]", "x, ".repeat(400_000)), "larger than 1 MiB"),
        ("identifiers:\n  C: {pattern: '((a{1,300}){1,300}){1,300}'}".to_owned(), "too large"),
        (format!("identifiers:\n  C: {{pattern: '{}b{}'}}", "(".repeat(9_000), ")".repeat(9_000)), "nested"),
        (format!("identifiers:{patterns}"), "more than 200 identifiers"),
    ];
    for (policy, said) in cases {
        let folder = repository(&policy);
        let told = safepaste(folder.path()).arg("draft.txt").assert().code(2).stdout("");
        told.stderr(contains(said).and(contains("help: ")));
    }
}

#[test]
fn a_policy_that_weakens_checks_is_told_and_refused_where_policies_are_locked() {
    let folder = repository("verdicts: {U1: {general_ai: safe}}\nactivities: [{id: diagnose, bucket: safe}]");
    let said = || {
        contains("safepaste.yaml came with the drafts and weakens checks: verdicts.U1 is milder")
            .and(contains("activities.diagnose is switched off"))
    };
    safepaste(folder.path()).arg("draft.txt").assert().stderr(said());
    safepaste(folder.path()).args(["-q", "draft.txt"]).assert().stderr(is_empty());
    let named = ["--policy", "safepaste.yaml", "--policy-locked", "draft.txt"];
    safepaste(folder.path()).args(named).assert().stderr(contains("weakens").not());
    let locked = || said().and(contains("help: "));
    for command in ["check", "rewrite"] {
        let told = safepaste(folder.path()).args([command, "--policy-locked", "draft.txt"]).assert().code(2);
        told.stdout("").stderr(locked());
    }
    let prompt = serde_json::json!({"hook_event_name": "UserPromptSubmit", "prompt": "hello"}).to_string();
    let told = safepaste(folder.path()).arg("hook").env("SAFEPASTE_POLICY_LOCKED", "true").write_stdin(prompt).assert();
    told.code(2).stdout("").stderr(locked());

    // What a practice says of itself weakens nothing.
    let folder = repository("practice: {name: Glow, public: {staff: [Mia Cho]}}\nallow: [Angel Lift]");
    let told = safepaste(folder.path()).args(["--policy-locked", "draft.txt"]).assert().code(3);
    told.stderr(contains("weakens").not());
}

#[test]
fn no_format_passes_on_escape_codes_or_markup() {
    let folder = tempfile::tempdir().unwrap();
    let draft =
        "Our patient Odile \u{1b}[31mMarsh\u{202e} <script>alert(1)</script> had lip filler; call 479-555-0142.\u{7}\n";
    // Windows knows no such names.
    let name = if cfg!(windows) { "draft.txt" } else { "a\u{1b}[2J<img src=x onerror=alert(1)>\u{202e}\nSAFE  b.txt" };
    fs::write(folder.path().join(name), draft).unwrap();
    for format in FORMATS {
        let output =
            safepaste(folder.path()).args(["--format", format.name, "--show-values", "--verbose", "."]).output();
        let output = output.unwrap();
        assert_eq!(output.status.code(), Some(3), "{}", format.name);
        for text in [output.stdout, output.stderr] {
            let text = String::from_utf8(text).unwrap();
            // Programs that read JSON get the letters as they are.
            let data = ["json", "jsonl", "sarif", "gitlab"].contains(&format.name);
            let raw = text.contains(['\u{1b}', '\u{7}']) || !data && text.contains('\u{202e}');
            assert!(!raw, "{}: {text:?}", format.name);
            assert!(!text.contains("\nSAFE  b.txt"), "a name makes no line of its own: {}: {text}", format.name);
            if format.name == "html" {
                assert!(!text.contains("<img") && !text.contains("<script>alert"), "{text}");
            }
        }
    }
    let output = safepaste(folder.path()).args(["rewrite", "--write", "."]).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("1 rewritten") && !said.contains("\nSAFE  b.txt") && !said.contains('\u{1b}'), "{said}");
}
