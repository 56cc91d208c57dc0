//! Permissions in the text itself: what they take out, what is told of them, and who may forbid them.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use assert_cmd::Command;
use predicates::prelude::*;
use predicates::str::contains;
use std::fs;

const REVIEW: &str = "<!-- safepaste: allow NAME, PHONE -- signed for the website -->\nMy patient Odile Marsh loves her filler; call 479-555-0142.\n";

fn safepaste(folder: &std::path::Path) -> Command {
    let mut command = Command::cargo_bin("safepaste").unwrap();
    command.env_remove("SAFEPASTE_POLICY").env_remove("CLICOLOR_FORCE").env("SAFEPASTE_TODAY", "2026-11-21");
    command.env("XDG_CONFIG_HOME", "/nowhere").env("NO_COLOR", "1").current_dir(folder);
    command
}

#[test]
fn what_is_permitted_counts_for_nothing_stays_in_the_rewrite_and_is_counted() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.md"), REVIEW).unwrap();
    let run = |arguments: &[&str]| safepaste(folder.path()).args(arguments).assert();
    run(&["a.md"]).code(0).stdout(contains("2 findings allowed in the text.")).stderr("");
    run(&["."]).code(0).stdout(contains("1 safe. 2 findings allowed in the text."));
    run(&["a.md", "--format", "json"]).stdout(contains("\"allowed\":2"));
    run(&["a.md", "--format", "jsonl"]).stdout(contains("\"allowed\":2").and(contains("\"findings\":[]")));
    run(&["rewrite", "--style", "tags", "a.md"]).code(0).stdout(REVIEW);
    // Whoever is named elsewhere in the text is not permitted there.
    fs::write(folder.path().join("a.md"), format!("{REVIEW}\nOdile's cell is 479-555-0177.\n")).unwrap();
    run(&["."]).code(3).stdout(contains("a.md:4:1: NAME").and(contains("a.md:2:").not()));
    let rewrite = safepaste(folder.path()).args(["rewrite", "--style", "tags", "a.md"]).output().unwrap();
    let rewrite = String::from_utf8(rewrite.stdout).unwrap();
    assert!(rewrite.starts_with(REVIEW) && rewrite.contains("[NAME_1]") && !rewrite.contains("0177"), "{rewrite}");
}

#[test]
fn what_permits_nothing_is_told_and_a_policy_can_forbid_them_all() {
    let folder = tempfile::tempdir().unwrap();
    let text = "# safepaste: allow EMIAL -- ours\nMy patient Odile Marsh loves her filler.\n";
    fs::write(folder.path().join("a.md"), text).unwrap();
    let told = safepaste(folder.path()).arg(".").assert().code(3);
    told.stderr(
        contains("warning: ./a.md:1: this names something that is no kind").and(contains("did you mean EMAIL?")),
    );
    let told = safepaste(folder.path()).args([".", "--format", "json"]).assert().code(3);
    told.stdout(contains("\"warnings\":[{\"line\":1,"));
    fs::write(folder.path().join("a.md"), REVIEW).unwrap();
    let policy = "version: 1\nextends: med-spa\ninline_permissions: forbid\n";
    fs::write(folder.path().join("safepaste.yaml"), policy).unwrap();
    let told = safepaste(folder.path()).arg("a.md").assert().code(3).stdout(contains("allowed in the text").not());
    told.stderr(contains("a.md:1: the policy forbids permissions in the text"));
    safepaste(folder.path()).args(["policy", "show"]).assert().stdout(contains("No text may permit what stands in it"));
}
