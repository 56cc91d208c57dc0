//! The same twenty identifiers in every file format: all are found, and what cannot be read is said to be.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use assert_cmd::Command;
use serde_json::Value;
use std::fs;
use std::path::PathBuf;

/// The program in an environment that holds no policy and no colour.
fn safepaste() -> Command {
    let mut command = Command::cargo_bin("safepaste").unwrap();
    for name in ["SAFEPASTE_POLICY", "CLICOLOR_FORCE", "COLUMNS"] {
        command.env_remove(name);
    }
    command.env("SAFEPASTE_TODAY", "2026-11-21").env("XDG_CONFIG_HOME", "/nowhere").env("NO_COLOR", "1");
    command.current_dir(home());
    command
}

fn home() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/formats")
}

/// Letters and digits alone, for formats differ in the rest.
fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The label of each identifier, and the ways in which it may be written.
fn identifiers() -> Vec<(String, Vec<String>)> {
    let list = fs::read_to_string(home().join("identifiers.txt")).unwrap();
    let lines = list.lines().filter(|line| !line.starts_with('#')).map(|line| line.split_once('\t').unwrap());
    lines.map(|(label, values)| (label.to_owned(), values.split(" | ").map(bare).collect())).collect()
}

/// Whether the findings, one or several together, cover the value.
fn is_found(value: &str, found: &[String]) -> bool {
    let rest = found.iter().fold(value.to_owned(), |rest, found| {
        if found.contains(value) { String::new() } else { rest.replace(found.as_str(), " ") }
    });
    rest.trim().is_empty()
}

#[test]
fn all_twenty_identifiers_are_found_in_every_sample() {
    let identifiers = identifiers();
    assert_eq!(identifiers.len(), 20);
    let output = safepaste().args(["check", "--format", "json", "--show-values", "samples"]).output().unwrap();
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let texts = report["texts"].as_array().unwrap();
    assert_eq!(texts.len(), fs::read_dir(home().join("samples")).unwrap().count());
    let mut wrong = Vec::new();
    for text in texts {
        let name = text["id"].as_str().unwrap();
        let Some(findings) = text["findings"].as_array() else {
            wrong.push(format!("{name}: {}", text["error"]));
            continue;
        };
        let found: Vec<String> = findings.iter().map(|finding| bare(finding["value"].as_str().unwrap())).collect();
        let missed = identifiers.iter().filter(|(_, ways)| !ways.iter().any(|value| is_found(value, &found)));
        let missed: Vec<&str> = missed.map(|(label, _)| label.as_str()).collect();
        let ways = || identifiers.iter().flat_map(|(_, ways)| ways);
        let alarms = found.iter().filter(|found| !ways().any(|value| value.contains(*found) || found.contains(value)));
        let alarms: Vec<&String> = alarms.collect();
        println!("{name}: {} of 20, {} false alarms", 20 - missed.len(), alarms.len());
        if !missed.is_empty() || !alarms.is_empty() || text["bucket"] != "unsafe" {
            wrong.push(format!("{name}: {}; missed {missed:?}; false alarms {alarms:?}", text["bucket"]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_cannot_be_read_is_refused_with_its_reason() {
    let cases = fs::read_to_string(home().join("refused.txt")).unwrap();
    for (name, reason) in cases.lines().filter(|line| !line.starts_with('#')).map(|line| line.split_once('\t').unwrap())
    {
        let output = safepaste().arg(format!("refused/{name}")).output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{name}: {told}");
        assert!(told.contains(name) && told.contains(reason) && output.stdout.is_empty(), "{name}: {told}");
    }
}

#[test]
fn what_can_be_read_in_part_is_never_safe() {
    let cases = fs::read_to_string(home().join("partial.txt")).unwrap();
    for (name, reason) in cases.lines().filter(|line| !line.starts_with('#')).map(|line| line.split_once('\t').unwrap())
    {
        let output = safepaste().args(["check", "--format", "json", &format!("refused/{name}")]).output().unwrap();
        let report: Value = serde_json::from_slice(&output.stdout).unwrap();
        let gaps = report["texts"][0]["unread"].to_string();
        assert!(matches!(output.status.code(), Some(2 | 3)), "{name}: {:?}", output.status);
        assert!(report["texts"][0]["bucket"] != "safe" && gaps.contains(reason), "{name}: {gaps}");
        let rewritten = safepaste().args(["rewrite", &format!("refused/{name}")]).output().unwrap();
        let told = String::from_utf8(rewritten.stderr).unwrap();
        assert!(!rewritten.status.success() && told.contains("could not be read"), "{name}: {told}");
    }
}
