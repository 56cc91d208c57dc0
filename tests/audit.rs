//! The audit log as a practice has it: programs that are ended, several at once, and somebody who tampers with it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by panicking")]

use assert_cmd::Command;
use predicates::prelude::*;
use predicates::str::{contains, is_empty};
use std::fs;
use std::path::{Path, PathBuf};

/// Every value in it is invented and marked, so that a leak shows.
const UNSAFE: &str = "Remind my patient Odile Marsh of her lip filler on Thursday; her cell is 479-555-0142.\n";
const SAFE: &str = "Write a cheerful caption about our pumpkin facial.\n";
const MAYBE: &str = "A filler client wants to move her visit from Tuesday to November 30.\n";

/// A practice with a log, and a home that nothing else uses.
struct Practice(tempfile::TempDir);

impl Practice {
    fn new() -> Practice {
        Practice::with("audit: {folder: log}")
    }

    fn with(audit: &str) -> Practice {
        let practice = Practice(tempfile::tempdir().unwrap());
        let policy = format!("version: 1\nextends: med-spa\npractice: {{name: Glow & Co}}\n{audit}\n");
        fs::write(practice.path("safepaste.yaml"), policy).unwrap();
        practice
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// What the program sees of the system.
    fn surroundings(&self) -> Vec<(&'static str, PathBuf)> {
        let home = ["HOME", "USERPROFILE"].map(|name| (name, self.path("home")));
        let config = ["XDG_CONFIG_HOME", "APPDATA"].map(|name| (name, self.path("home/settings")));
        home.into_iter().chain(config).chain([("XDG_DATA_HOME", self.path("home/data"))]).collect()
    }

    fn safepaste(&self) -> Command {
        let mut command = Command::cargo_bin("safepaste").unwrap();
        for name in ["SAFEPASTE_POLICY", "CLICOLOR_FORCE", "COLUMNS"] {
            command.env_remove(name);
        }
        command.envs(self.surroundings()).env("NO_COLOR", "1").env("SAFEPASTE_TODAY", "2026-11-21");
        command.current_dir(self.0.path());
        command
    }

    fn check(&self, text: &str) -> assert_cmd::assert::Assert {
        self.safepaste().write_stdin(text).assert()
    }

    fn audit(&self, arguments: &[&str]) -> assert_cmd::assert::Assert {
        self.safepaste().arg("audit").args(arguments).assert()
    }

    fn log(&self) -> PathBuf {
        self.path("log/checks.jsonl")
    }

    fn lines(&self) -> Vec<String> {
        fs::read_to_string(self.log()).unwrap().lines().map(str::to_owned).collect()
    }

    fn put(&self, lines: &[String]) {
        fs::write(self.log(), lines.iter().map(|line| format!("{line}\n")).collect::<String>()).unwrap();
    }
}

/// Every file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let below = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    below.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

#[test]
fn without_the_word_of_a_policy_nothing_is_kept() {
    let practice = Practice::with("");
    practice.check(UNSAFE).code(3);
    practice.safepaste().arg("rewrite").write_stdin(UNSAFE).assert().code(0);
    assert!(!practice.path("home").exists() && !practice.path("log").exists());
    practice.audit(&["verify"]).code(2).stderr(contains("keeps no log").and(contains("help: write `audit: {}`")));
}

#[test]
fn an_empty_group_keeps_the_log_among_the_users_data() {
    let practice = Practice::with("audit: {}");
    practice.audit(&["verify"]).code(0).stderr(contains("No check has been recorded yet"));
    practice.check(SAFE).code(0);
    practice.audit(&["verify"]).code(0).stdout(contains("1 records, 2026-11-21 12:00"));
    assert!(!practice.path("log").exists());
    practice.safepaste().args(["policy", "show"]).assert().code(0).stdout(contains("The log of checks"));
}

#[test]
fn a_record_says_what_came_of_a_check_and_nothing_of_the_text() {
    let practice = Practice::new();
    let named = "Odile Marsh 479-555-0142.txt";
    fs::write(practice.path(named), UNSAFE).unwrap();
    practice.safepaste().args(["--role", "front_desk", "--to", "email", named]).assert().code(3);
    practice.safepaste().args(["rewrite", named]).assert().code(0);
    practice.check(SAFE).code(0);
    let records: Vec<serde_json::Value> =
        practice.lines().iter().map(|line| serde_json::from_str(line).unwrap()).collect();
    let first = &records[0];
    assert_eq!((first["seq"].as_u64(), first["time"].as_str()), (Some(1), Some("2026-11-21T12:00:00Z")));
    assert_eq!((first["role"].as_str(), first["to"].as_str()), (Some("front_desk"), Some("email")));
    assert_eq!((first["bucket"].as_str(), &first["counts"]["NAME"]), (Some("unsafe"), &1.into()));
    assert!(first["reasons"].as_array().unwrap().contains(&"U1".into()) && !first["user"].as_str().unwrap().is_empty());
    assert_eq!((records[1]["command"].as_str(), records[1]["rewritten"].as_str()), (Some("rewrite"), Some("safe")));
    assert_eq!(records[0]["text"], records[1]["text"], "the same text has the same digest");
    assert_ne!(records[0]["text"], records[2]["text"]);
    assert_eq!(records[0]["policy"], records[2]["policy"]);

    for file in files(&practice.path("log")).into_iter().chain(files(&practice.path("home"))) {
        let held = fs::read_to_string(&file).unwrap();
        // Digits alone may stand in a digest by chance.
        for value in ["Odile", "Marsh", "479-555", "555-0142", "Thursday", "filler", "pumpkin", ".txt"] {
            assert!(!held.contains(value), "{value} in {}", file.display());
        }
    }
}

#[test]
fn a_log_that_cannot_be_written_is_an_error_and_the_verdict_is_told_all_the_same() {
    let practice = Practice::with("audit: {folder: taken}");
    fs::write(practice.path("taken"), "a file, not a folder").unwrap();
    let told = practice.check(SAFE).code(2).stdout(contains("SAFE"));
    told.stderr(contains("could be recorded in the audit log").and(contains("taken")).and(contains("help: ")));
    practice.check(UNSAFE).code(3).stderr(contains("could be recorded"));
    let told = practice.safepaste().arg("rewrite").write_stdin(UNSAFE).assert().code(2);
    told.stdout(contains("Remind my patient")).stderr(contains("could be recorded"));
}

#[test]
fn a_key_that_is_gone_is_not_replaced_in_silence() {
    let practice = Practice::new();
    practice.check(SAFE).code(0);
    let key = files(&practice.path("home")).into_iter().find(|path| path.ends_with("audit.key")).unwrap();
    fs::remove_file(&key).unwrap();
    practice.check(SAFE).code(2).stderr(contains("key is gone").and(contains("backup")));
    practice.audit(&["verify"]).code(2).stderr(contains("key is gone"));
    assert!(!key.exists());
}

/// What somebody does to a log of nine records.
type Tampering = (&'static str, fn(&Practice), &'static str);

/// Each with what `verify` says.
const TAMPERINGS: [Tampering; 14] = [
    (
        "a value edited",
        |it| edit(it, |lines| lines[4] = lines[4].replace("\"unsafe\"", "\"safe\"")),
        "line 5: record 5 was changed",
    ),
    ("a record deleted in the middle", |it| edit(it, |lines| drop(lines.remove(4))), "line 5: record 5 is gone"),
    (
        "the last record deleted",
        |it| edit(it, |lines| drop(lines.pop())),
        "record 9 is gone: the end of the log was cut off",
    ),
    ("several cut off", |it| edit(it, |lines| lines.truncate(4)), "records 5 to 9 are gone"),
    ("two swapped", |it| edit(it, |lines| lines.swap(2, 3)), "line 4: record 3 stands behind record 4"),
    ("one copied", |it| edit(it, |lines| lines.push(lines[1].clone())), "line 10: record 2 stands here a second time"),
    (
        "one forged",
        |it| edit(it, |lines| lines.insert(5, forged(&lines[5]))),
        "line 6: this line was not written by safepaste",
    ),
    (
        "an older copy of the log",
        |it| assert!(fs::copy(it.path("older.jsonl"), it.log()).is_ok()),
        "records 7 to 9 are gone",
    ),
    (
        "an older copy of log and head",
        |it| {
            fs::copy(it.path("older.jsonl"), it.log()).unwrap();
            fs::copy(it.path("older.head"), it.path("log/checks.head")).unwrap();
        },
        "records 7 to 9 are gone",
    ),
    (
        "the log emptied",
        |it| fs::write(it.log(), "").unwrap(),
        "records 1 to 9 are gone: the log was deleted or emptied",
    ),
    (
        "the folder deleted",
        |it| fs::remove_dir_all(it.path("log")).unwrap(),
        "records 1 to 9 are gone: the log was deleted",
    ),
    ("a byte of a hash flipped", |it| edit(it, |lines| flip(&mut lines[6])), "line 7: record 7 was changed"),
    (
        "the head edited",
        |it| {
            let head = fs::read_to_string(it.path("log/checks.head")).unwrap();
            fs::write(it.path("log/checks.head"), head.replace("\"seq\":9", "\"seq\":8")).unwrap();
        },
        "checks.head) was changed",
    ),
    ("the head deleted", |it| fs::remove_file(it.path("log/checks.head")).unwrap(), "checks.head) is gone"),
];

fn edit(practice: &Practice, change: impl FnOnce(&mut Vec<String>)) {
    let mut lines = practice.lines();
    change(&mut lines);
    practice.put(&lines);
}

/// A record with another verdict, and a hash that somebody made without the key.
fn forged(line: &str) -> String {
    let (body, hash) = line.split_at(line.len() - 66);
    format!("{}{}\"}}", body.replace("\"unsafe\"", "\"safe\""), hash[..64].chars().rev().collect::<String>())
}

fn flip(line: &mut String) {
    let at = line.len() - 10;
    let flipped = if line.as_bytes()[at] == b'0' { "1" } else { "0" };
    line.replace_range(at..=at, flipped);
}

#[test]
fn every_tampering_is_found_and_named_with_its_line() {
    for (what, tamper, said) in TAMPERINGS {
        let practice = Practice::new();
        for round in 0..3 {
            for (text, code) in [(SAFE, 0), (UNSAFE, 3), (MAYBE, 1)] {
                practice.check(text).code(code);
            }
            if round == 1 {
                fs::copy(practice.log(), practice.path("older.jsonl")).unwrap();
                fs::copy(practice.path("log/checks.head"), practice.path("older.head")).unwrap();
            }
        }
        practice.audit(&["verify"]).code(0).stdout(contains("9 records").and(contains("Nothing was changed")));
        tamper(&practice);
        let told = practice.audit(&["verify"]).code(3);
        told.stdout(contains(said).and(contains("not as it was written"))).stderr(contains("help: "));
        for command in [&["show"][..], &["sample", "--week", "this"], &["report"], &["prune", "--before", "2019-01-01"]]
        {
            practice.audit(command).code(3).stderr(contains("not as it was written"));
        }
        // A check goes on, and what was done before it stays visible.
        practice.check(SAFE).code(0);
        practice.audit(&["verify"]).code(3);
        println!("{what}: found, {said}");
    }
}

#[test]
fn a_clock_that_was_set_back_is_noted() {
    let practice = Practice::new();
    practice.check(SAFE).code(0);
    practice.safepaste().env("SAFEPASTE_TODAY", "2026-11-19").write_stdin(SAFE).assert().code(0);
    practice.audit(&["verify"]).code(0).stdout(contains("Note: line 2: record 2 has an earlier time"));
}

/// So many drafts, one a line.
fn drafts(count: usize) -> String {
    (0..count).map(|id| format!("{{\"id\":{id},\"text\":\"A caption, please, for item {id}\"}}\n")).collect()
}

#[test]
fn two_programs_write_ten_thousand_records_into_one_chain() {
    let practice = Practice::new();
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                let mut command = practice.safepaste();
                command.args(["--input", "jsonl", "--format", "jsonl"]).write_stdin(drafts(5_000)).assert().code(0);
            });
        }
    });
    practice.audit(&["verify"]).code(0).stdout(contains("10000 records").and(contains("Nothing was changed")));
    practice.audit(&["report"]).code(0).stdout(contains("10000 checks"));
}

/// Ends a program amid its writing, at several moments, as a power loss or an impatient user would.
#[cfg(unix)]
#[test]
fn a_program_that_is_killed_while_it_writes_leaves_a_log_that_goes_on() {
    use std::io::{BufRead, BufReader, Write};
    use std::process::Stdio;
    let practice = Practice::new();
    let mut told_at_least = 0;
    for answers in [1, 7, 40, 150, 400, 900] {
        let mut child = std::process::Command::new(assert_cmd::cargo::cargo_bin("safepaste"))
            .args(["--input", "jsonl", "--format", "jsonl"])
            .env_remove("SAFEPASTE_POLICY")
            .env("SAFEPASTE_TODAY", "2026-11-21")
            .envs(practice.surroundings())
            .current_dir(practice.0.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut input = child.stdin.take().unwrap();
        // The pipe breaks when the program is killed, which is what this is about.
        let feeding = std::thread::spawn(move || drop(input.write_all(drafts(20_000).as_bytes())));
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        assert_eq!(lines.by_ref().take(answers).filter(Result::is_ok).count(), answers);
        child.kill().unwrap();
        // What was told before the kill may still be in the pipe.
        told_at_least += answers + lines.map_while(Result::ok).count();
        child.wait().unwrap();
        feeding.join().unwrap();
        practice.audit(&["verify"]).code(0).stdout(contains("Nothing was changed"));
        practice.check(SAFE).code(0);
        told_at_least += 1;
        practice.audit(&["verify"]).code(0).stdout(contains("Nothing was changed").and(contains("Note").not()));
        assert!(practice.lines().len() >= told_at_least, "every verdict that was told is in the log");
    }
}

#[test]
fn a_line_that_was_cut_short_is_kept_and_marked() {
    let practice = Practice::new();
    practice.check(SAFE).code(0);
    let head = fs::read(practice.path("log/checks.head")).unwrap();
    let seen = files(&practice.path("home")).into_iter().find(|path| path.to_string_lossy().contains("seen")).unwrap();
    let seen_before = fs::read(&seen).unwrap();
    practice.check(UNSAFE).code(3);
    // As it is when the program ends within the line, before it could record how far the log reaches.
    let text = fs::read_to_string(practice.log()).unwrap();
    fs::write(practice.log(), &text[..text.len() - 100]).unwrap();
    fs::write(practice.path("log/checks.head"), head).unwrap();
    fs::write(seen, seen_before).unwrap();
    practice.audit(&["verify"]).code(0).stdout(contains("Note: line 2: the last write was cut short"));
    practice.check(SAFE).code(0);
    practice.audit(&["verify"]).code(0).stdout(contains("One line was cut short"));
    practice.audit(&["show"]).code(0).stdout(contains("the line before was cut short"));
    assert!(fs::read_to_string(practice.log()).unwrap().starts_with(&text[..text.len() - 100]));
    edit(&practice, |lines| lines[1].truncate(20));
    practice.audit(&["verify"]).code(3).stdout(contains("line 2: "));
}

#[test]
fn a_week_is_sampled_the_same_every_time() {
    let practice = Practice::new();
    for day in ["2026-11-15", "2026-11-16", "2026-11-18", "2026-11-22"] {
        for (text, code) in [(SAFE, 0), (UNSAFE, 3), (MAYBE, 1), (SAFE, 0)] {
            practice.safepaste().env("SAFEPASTE_TODAY", day).write_stdin(text).assert().code(code);
        }
    }
    let draw = |arguments: &[&str]| {
        let mut command = practice.safepaste();
        command.env("SAFEPASTE_TODAY", "2026-11-25").args(["audit", "sample", "--size", "4"]).args(arguments);
        String::from_utf8(command.assert().code(0).get_output().stdout.clone()).unwrap()
    };
    let drawn = draw(&["--week"]);
    assert!(drawn.starts_with("Week 2026-W47, 2026-11-16 to 2026-11-22: 12 checks\n"), "{drawn}");
    assert!(drawn.contains("3 unsafe, 3 conditional, 6 safe; 7 to review:"), "{drawn}");
    assert_eq!(draw(&["--week", "2026-W47"]), drawn);
    assert!(draw(&["--week", "2026-W46"]).contains("1 unsafe, 1 conditional, 2 safe; 4 to review:"));
    let json: serde_json::Value = serde_json::from_str(&draw(&["--week", "--format", "json"])).unwrap();
    assert_eq!((json["week"].as_str(), json["drawn"].as_array().unwrap().len()), (Some("2026-W47"), 7));
    practice.audit(&["sample", "--week", "48"]).code(2).stderr(contains("write a week as in 2026-W48"));
}

#[test]
fn a_report_is_text_json_or_a_page_of_its_own() {
    let practice = Practice::new();
    for (text, code) in [(SAFE, 0), (UNSAFE, 3), (UNSAFE, 3)] {
        practice.check(text).code(code);
    }
    practice.audit(&["report"]).code(0).stdout(contains("3 checks").and(contains("chatbot")).and(contains("NAME")));
    practice.audit(&["report", "--since", "2026-11-22"]).code(0).stdout("0 checks\n");
    practice.audit(&["report", "--by", "week", "--format", "json"]).code(0).stdout(contains("2026-W47"));
    let page = practice.audit(&["report", "--format", "html"]).code(0).stderr(is_empty());
    page.stdout(
        contains("<title>Checks at Glow &amp; Co</title>").and(contains("<svg")).and(contains("<script").not()),
    );
}

#[test]
fn pruning_keeps_six_years_and_a_log_that_can_be_verified() {
    let practice = Practice::new();
    for day in ["2019-03-01", "2020-03-01", "2026-11-21"] {
        practice.safepaste().env("SAFEPASTE_TODAY", day).write_stdin(SAFE).assert().code(0);
    }
    let refused = practice.audit(&["prune", "--before", "2020-11-22"]).code(2);
    refused.stderr(contains("kept for 6 years").and(contains("164.316(b)(2)(i)")).and(contains("2020-11-21")));
    practice
        .audit(&["prune", "--before", "2020-01-01", "--dry-run"])
        .code(0)
        .stdout("1 records would be removed, 2 kept\n");
    practice.audit(&["prune", "--before", "2020-01-01"]).code(0).stdout("1 records removed, 2 kept\n");
    practice.audit(&["verify"]).code(0).stdout(contains("Records 1 to 1 were removed with safepaste audit prune"));
    practice.check(SAFE).code(0);
    practice.audit(&["verify"]).code(0).stdout(contains("4 records"));
}
