//! The same twenty identifiers in every file format: all are found, and what cannot be read is said to be.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use assert_cmd::Command;
use serde_json::{Value, json};
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
        // In a long number a short one stands by chance.
        let chance = value.len() < 5 && found.len() > value.len() && !found.contains("year");
        match found.contains(value) {
            true if !chance => String::new(),
            _ => rest.replace(found.as_str(), " "),
        }
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

/// A folder with copies of the samples whose names end in one of these.
fn copies(endings: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for entry in fs::read_dir(home().join("samples")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if endings.iter().any(|ending| name.ends_with(ending)) {
            fs::copy(&path, folder.path().join(name)).unwrap();
        }
    }
    folder
}

/// What of a file its format needs: rows and cells, keys, tags, all as far as values do not matter.
fn skeleton(name: &str, bytes: &[u8]) -> String {
    let latin: String = bytes.iter().filter(|byte| **byte != 0).map(|byte| char::from(*byte)).collect();
    match name.rsplit('.').next().unwrap() {
        ending @ ("csv" | "tsv") => {
            let delimiter = if ending == "tsv" {
                b'\t'
            } else if name.contains("semicolon") {
                b';'
            } else {
                b','
            };
            let mut reader =
                csv::ReaderBuilder::new().has_headers(false).delimiter(delimiter).from_reader(latin.as_bytes());
            reader.records().map(|row| format!("{}\n", row.unwrap().len())).collect()
        }
        "json" => keys(&serde_json::from_slice(bytes).unwrap()),
        "jsonl" => latin.lines().map(|line| keys(&serde_json::from_str(line).unwrap())).collect(),
        "yaml" => keys(&serde_yaml::from_slice(bytes).unwrap()),
        "xml" | "html" => {
            latin.split('<').skip(1).map(|tag| tag.split([' ', '>']).next().unwrap().to_owned() + "\n").collect()
        }
        _ => latin.chars().filter(|c| c.is_control() || *c == '\u{ff}').collect(),
    }
}

/// The keys of a value, and how many items its lists have.
fn keys(value: &Value) -> String {
    match value {
        Value::Object(members) => members.iter().map(|(key, value)| format!("{key} {{{}}}", keys(value))).collect(),
        Value::Array(items) => items.iter().map(|item| format!("[{}]", keys(item))).collect(),
        _ => String::new(),
    }
}

#[test]
fn rewritten_files_can_still_be_read_by_the_programs_that_they_are_for() {
    let endings =
        ["csv", "tsv", "json", "jsonl", "yaml", "xml", "html", "md", "utf16-le.txt", "bom.txt", "windows-1252.txt"];
    for style in ["natural", "tags", "surrogate"] {
        let folder = copies(&endings);
        let mut command = safepaste();
        command
            .current_dir(&folder)
            .args(["rewrite", "--write", "--no-backup", "--style", style, "."])
            .output()
            .unwrap();
        for entry in fs::read_dir(&folder).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            let (old, new) =
                (fs::read(home().join("samples").join(&name)).unwrap(), fs::read(folder.path().join(&name)).unwrap());
            assert_eq!(skeleton(&name, &new), skeleton(&name, &old), "{name} {style}");
            let text: String = new.iter().filter(|byte| **byte != 0).map(|byte| char::from(*byte)).collect();
            for (label, ways) in identifiers().iter().filter(|(_, ways)| ways[0].len() > 4) {
                assert!(!bare(&text).contains(&ways[0]), "{name} {style}: {label}");
            }
        }
    }
}

#[test]
fn a_table_of_clients_is_bulk_and_its_cells_are_told() {
    let names = [
        "Maj Lund",
        "Odile Marsh",
        "Bo Ekman",
        "Ida Falk",
        "Rosa Quint",
        "Theo Brandt",
        "Ana Ruiz",
        "Lena Voss",
        "Omar Haddad",
        "Priya Nair",
        "Wes Holt",
        "Jun Park",
    ];
    let phone = |row: usize| format!("479-555-01{row:02}");
    let csv = names.iter().enumerate().map(|(row, name)| format!("{name};{}\n", phone(row))).collect::<String>();
    let json: Vec<Value> =
        names.iter().enumerate().map(|(row, name)| json!({"client": name, "mobile": phone(row)})).collect();
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("list.csv"), format!("Client;Mobile\n{csv}")).unwrap();
    fs::write(folder.path().join("list.json"), Value::from(json).to_string()).unwrap();
    let output = safepaste().current_dir(&folder).args(["--format", "json", "."]).output().unwrap();
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    for (text, part) in report["texts"].as_array().unwrap().iter().zip(["B4 (Mobile)", "[2].mobile"]) {
        let reasons = text["reasons"].as_array().unwrap();
        assert!(reasons.iter().any(|reason| reason["code"] == "U2"), "{text}");
        assert_eq!(text["findings"].as_array().unwrap().len(), 24, "{text}");
        assert_eq!(text["findings"][5]["part"], part, "{text}");
    }
}

#[test]
fn a_rewrite_keeps_the_encoding_of_its_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.txt");
    fs::write(
        &path,
        b"Remind my patient Odile Marsh of her cr\xe8me peel; her cell is 479-555-0142.\r\n\r\nThanks\r\n",
    )
    .unwrap();
    safepaste().current_dir(&folder).args(["rewrite", "--write", "--no-backup", "old.txt"]).output().unwrap();
    let new = fs::read(&path).unwrap();
    assert!(new.windows(5).any(|part| part == b"cr\xe8me") && new.ends_with(b"\r\n\r\nThanks\r\n"), "{new:?}");
    safepaste().write_stdin(&b"\xff\xfeO\0d\0i\0l\0e\0"[..]).assert().code(0);
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
