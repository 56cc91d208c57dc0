//! `safepaste minimize` as it is run: nobody is named in what it prints, and every run is recorded.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use assert_cmd::Command;
use std::fs;
use std::path::Path;
use std::process::Output;

/// Records with what must be in no output of theirs: the values of identifiers.
const RECORDS: &[(&str, &[&str])] = &[
    (
        "Name: Odile Marsh\nDOB: 03/14/1985\nPhone: 479-555-0142\nAllergies: latex\nGoals: Odile wants softer lines\n",
        &["Odile", "Marsh", "03/14", "555-0142"],
    ),
    (
        "Odile Marsh (479-555-0142) is allergic to lidocaine and wants fuller lips. Her husband Ned Marsh called.\nRTC 03/14/2026 for filler\n",
        &["Odile", "Marsh", "555-0142", "03/14"],
    ),
    (
        "| Patient | Allergies | Goals |\n|---|---|---|\n| Odile Marsh | latex, says Odile Marsh | even tone |\n",
        &["Odile", "Marsh"],
    ),
    (
        "{\"patient\": \"Odile Marsh\", \"email\": \"odile@marsh.example\", \"goals\": \"text odile@marsh.example first; smoother skin\"}\n",
        &["Odile", "Marsh", "odile@"],
    ),
];

fn run(arguments: &[&str], input: &str, folder: &Path) -> Output {
    let mut command = Command::cargo_bin("safepaste").unwrap();
    command.env("SAFEPASTE_TODAY", "2026-11-21").env("NO_COLOR", "1").env_remove("SAFEPASTE_POLICY");
    for home in ["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "APPDATA", "LOCALAPPDATA", "USERPROFILE"] {
        command.env(home, folder);
    }
    command.current_dir(folder).arg("minimize").args(arguments).write_stdin(input).output().unwrap()
}

#[test]
fn nobody_is_named_on_either_stream() {
    let folder = tempfile::tempdir().unwrap();
    for (record, values) in RECORDS {
        for format in ["text", "json"] {
            let output = run(&["--template", "follow_up", "--format", format], record, folder.path());
            let told = [output.stdout.as_slice(), output.stderr.as_slice()].concat();
            let told = String::from_utf8(told).unwrap();
            assert!(told.to_lowercase().contains("goals"), "{told}");
            for value in *values {
                assert!(!told.contains(value), "{value} in {told}");
            }
        }
    }
}

#[test]
fn a_run_is_recorded_where_the_policy_asks_for_it() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("safepaste.yaml"), "version: 1\nextends: med-spa\naudit: {folder: log}\n").unwrap();
    run(&["--template", "follow_up", "--quiet"], "Goals: softer lines\n", folder.path());
    let files = fs::read_dir(folder.path().join("log")).unwrap().map(|entry| entry.unwrap().path());
    let log: String = files.map(|path| fs::read_to_string(path).unwrap_or_default()).collect();
    assert!(log.contains(r#""command":"minimize""#), "{log}");
    assert!(!log.contains("softer"), "{log}");
}

#[test]
fn a_template_that_does_not_exist_reaches_no_verdict() {
    let folder = tempfile::tempdir().unwrap();
    let output = run(&["--template", "folow_up"], "Goals: softer lines\n", folder.path());
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("did you mean follow_up?"));
    assert!(output.stdout.is_empty());
}
