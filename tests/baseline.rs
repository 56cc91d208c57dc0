//! What was found before is known again, and only what is new counts.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use assert_cmd::Command;
use predicates::prelude::*;
use predicates::str::contains;
use std::fs;
use std::path::Path;

const UNSAFE: &str = "Remind my patient Odile Marsh of her lip filler on Thursday; her cell is 479-555-0142.\n";
const NEW: &str = "And thank our patient Tamsin Quell for coming in for her peel.\n";
const SAFE: &str = "Write a cheerful caption about our pumpkin facial.\n";
const FILE: &str = ".safepaste-baseline.json";

fn safepaste(folder: &Path, arguments: &[&str]) -> assert_cmd::assert::Assert {
    let mut command = Command::cargo_bin("safepaste").unwrap();
    command.env_remove("SAFEPASTE_POLICY").env("SAFEPASTE_TODAY", "2026-11-21").env("XDG_CONFIG_HOME", "/nowhere");
    command.env("NO_COLOR", "1").current_dir(folder).args(arguments).assert()
}

/// A folder with an old text, a thank-you that confirms a visit, and their baseline.
fn known() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("site")).unwrap();
    fs::write(folder.path().join("site/old.md"), UNSAFE).unwrap();
    let review = "Thank you for your visit! We loved doing your lip filler, see you next month.\n";
    fs::write(folder.path().join("site/review.md"), review).unwrap();
    safepaste(folder.path(), &["--to", "website", "site"]).code(3);
    let made = safepaste(folder.path(), &["baseline", "create", "--to", "website", "site"]).code(0);
    made.stderr(contains("written down in .safepaste-baseline.json"));
    folder
}

#[test]
fn an_old_folder_starts_clean_and_only_what_is_new_counts() {
    let folder = known();
    let folder = folder.path();
    let written = fs::read_to_string(folder.join(FILE)).unwrap();
    assert!(
        written.contains("\"site/old.md\"") && !written.contains("Odile") && !written.contains("0142"),
        "{written}"
    );
    let check = |more: &[&str]| safepaste(folder, &[&["check", "--to", "website", "--baseline", FILE], more].concat());
    let told = check(&["site"]).code(0).stdout(contains("2 texts checked: 0 unsafe"));
    told.stderr(contains("known from the baseline, not counted"));
    let absolute = folder.join("site/old.md");
    check(&[absolute.to_str().unwrap()]).code(0);
    // Lines above move it down, and it is known all the same; what is new is told.
    fs::write(folder.join("site/old.md"), format!("{SAFE}\n{UNSAFE}\n{NEW}")).unwrap();
    let told = check(&["site"]).code(3).stdout(contains("old.md:5:23: NAME").and(contains("old.md:3:").not()));
    told.stderr(contains("known from the baseline"));
    check(&["--quiet", "site/review.md"]).code(0).stderr("");
    // The list has a name where nobody says another.
    safepaste(folder, &["baseline", "check", "--to", "website", "site"]).code(3).stdout(contains("old.md:3:").not());
    safepaste(folder, &["baseline", "check", "--baseline", "none.json", "site"]).code(2);
}

#[test]
fn what_is_gone_is_told_and_pruned_and_nothing_is_added() {
    let folder = known();
    let folder = folder.path();
    fs::write(folder.join("site/old.md"), SAFE).unwrap();
    fs::write(folder.join("site/new.md"), NEW).unwrap();
    fs::remove_file(folder.join("site/review.md")).unwrap();
    let check = |code: i32| safepaste(folder, &["check", "--to", "website", "--baseline", FILE, "site"]).code(code);
    check(3).stderr(contains("no longer there: safepaste baseline prune takes them out"));
    safepaste(folder, &["baseline", "prune", "--to", "website"]).code(0).stderr(contains("taken out, 0 left"));
    check(3).stderr(contains("no longer there").not());
}

#[test]
fn a_baseline_that_cannot_be_used_is_told_with_a_cure() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    fs::write(folder.join("a.md"), SAFE).unwrap();
    for (content, message) in [
        (None, "there is no baseline"),
        (Some("<<<<<<< HEAD"), "is no baseline that can be read"),
        (Some("{\"version\":1}"), "is no baseline that can be read"),
        (Some("{\"version\":9,\"files\":{}}"), "made by a later safepaste"),
    ] {
        if let Some(content) = content {
            fs::write(folder.join(FILE), content).unwrap();
        }
        let told = safepaste(folder, &["check", "--baseline", FILE, "a.md"]).code(2).stdout("");
        told.stderr(contains(message).and(contains("help: ")));
    }
    fs::write(folder.join("bad.md"), b"\xff").unwrap();
    safepaste(folder, &["baseline", "create", "."]).code(2).stderr(contains("bad.md").and(contains("written down")));
    fs::remove_file(folder.join("bad.md")).unwrap();
    let locked = "Subject: Hours\nMIME-Version: 1.0\n\nWe open at nine.\n-----BEGIN PGP MESSAGE-----\n";
    fs::write(folder.join("hours.eml"), locked).unwrap();
    safepaste(folder, &["baseline", "create", "."]).code(2).stderr(contains("hours.eml: not read: "));
    safepaste(folder, &["check", "--baseline", FILE, "."]).code(2).stdout(contains("read only in part"));
    safepaste(folder, &["baseline", "create", "-"]).code(2).stderr(contains("whole files"));
}
