//! What a computer does to a program: a full disk, signals, pipes and links among the drafts, two runs at once.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use assert_cmd::Command;
use predicates::prelude::*;
use predicates::str::contains;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

const UNSAFE: &str = "Remind my patient Odile Marsh of her lip filler on Thursday; her cell is 479-555-0142.\n";
const SAFE: &str = "Write a cheerful caption about our pumpkin facial.\n";

/// The program in a folder that is its home too.
fn program(folder: &Path) -> std::process::Command {
    let mut command = std::process::Command::new(assert_cmd::cargo::cargo_bin("safepaste"));
    for name in ["SAFEPASTE_POLICY", "SAFEPASTE_POLICY_LOCKED", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    command
        .env("HOME", folder)
        .env("XDG_DATA_HOME", folder.join(".data"))
        .env("XDG_CONFIG_HOME", folder.join(".config"));
    command.env("NO_COLOR", "1").current_dir(folder);
    command
}

fn safepaste(folder: &Path) -> Command {
    let mut command = Command::from_std(program(folder));
    command.timeout(Duration::from_secs(120));
    command
}

#[test]
fn pipes_and_links_among_the_drafts_are_not_opened() {
    let (folder, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    fs::write(outside.path().join("patient.txt"), UNSAFE).unwrap();
    fs::write(folder.path().join("caption.txt"), SAFE).unwrap();
    symlink(outside.path(), folder.path().join("out")).unwrap();
    symlink(outside.path().join("patient.txt"), folder.path().join("out.txt")).unwrap();
    symlink(".", folder.path().join("loop")).unwrap();
    symlink("nowhere", folder.path().join("dangling")).unwrap();
    let pipe = folder.path().join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let told = safepaste(folder.path()).args(["check", "--verbose", "."]).assert().code(0);
    told.stdout(
        contains("1 text checked").and(contains("5 left out")).and(contains("pipe  skipped, not a regular file")),
    );
    safepaste(folder.path()).args(["check", "out.txt"]).assert().code(3);

    // Nor is one to which a policy leads.
    fs::write(folder.path().join("own.yaml"), "version: 1\nextends: pipe\n").unwrap();
    let told = safepaste(folder.path()).args(["check", "--policy", "own.yaml", "caption.txt"]).assert().code(2);
    told.stderr(contains("pipe: this is no ordinary file"));
}

#[test]
fn a_name_in_no_encoding_is_checked_like_any_other() {
    let folder = tempfile::tempdir().unwrap();
    let Ok(()) = fs::write(folder.path().join(OsStr::from_bytes(b"dr\xffft.txt")), UNSAFE) else {
        // macOS refuses such names.
        return;
    };
    let told = safepaste(folder.path()).args(["check", "--format", "json", "."]).assert().code(3);
    let report: serde_json::Value = serde_json::from_slice(&told.get_output().stdout).unwrap();
    assert!(report.to_string().contains("ft.txt"), "{report}");
    safepaste(folder.path()).args(["rewrite", "--write", "--no-backup", "."]).output().unwrap();
    assert!(!fs::read_to_string(folder.path().join(OsStr::from_bytes(b"dr\xffft.txt"))).unwrap().contains("Odile"));
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_cannot_be_written_is_no_verdict() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("caption.txt"), SAFE).unwrap();
    for arguments in
        [&["check", "caption.txt"][..], &["check", "--format", "json", "caption.txt"], &["rewrite", "caption.txt"]]
    {
        let full = File::options().write(true).open("/dev/full").unwrap();
        let output = program(folder.path()).args(arguments).stdout(full).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(said.contains("No space left"), "{arguments:?}: {said}");
    }
}

/// It is told to write core files, and killed in a way that writes one, while it holds a draft.
#[cfg(target_os = "linux")]
#[test]
fn a_run_that_is_aborted_leaves_no_core_file() {
    use std::io::{BufRead, BufReader, Write};
    use std::os::unix::process::ExitStatusExt;
    let folder = tempfile::tempdir().unwrap();
    let binary = assert_cmd::cargo::cargo_bin("safepaste");
    let script = "ulimit -c unlimited; exec \"$0\" check --input jsonl --format jsonl -";
    let mut child = std::process::Command::new("bash")
        .args(["-c", script])
        .arg(binary)
        .env_remove("SAFEPASTE_POLICY")
        .env("HOME", folder.path())
        .current_dir(folder.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    writeln!(input, "{}", serde_json::json!({"id": 1, "text": UNSAFE})).unwrap();
    let mut answer = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut answer).unwrap();
    assert!(answer.contains("unsafe"), "{answer}");
    assert!(std::process::Command::new("kill").args(["-ABRT", &child.id().to_string()]).status().unwrap().success());
    let ended = child.wait().unwrap();
    assert_eq!((ended.signal(), ended.core_dumped()), (Some(6), false));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

/// Every file of a folder with its content.
fn held(folder: &Path) -> Vec<(PathBuf, String)> {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    files.map(|path| (path.clone(), fs::read_to_string(path).unwrap())).collect()
}

#[test]
fn a_signal_amid_writing_leaves_every_file_old_or_new() {
    for signal in ["INT", "TERM"] {
        let folder = tempfile::tempdir().unwrap();
        let drafts = folder.path().join("drafts");
        fs::create_dir(&drafts).unwrap();
        for number in 0..60 {
            fs::write(drafts.join(format!("{number:02}.txt")), UNSAFE).unwrap();
        }
        let mut child = program(folder.path())
            .args(["rewrite", "--write", "--threads", "1", "drafts"])
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let begun = || held(&drafts).iter().any(|(path, _)| path.extension() == Some(OsStr::new("bak")));
        let since = Instant::now();
        while !begun() && child.try_wait().unwrap().is_none() && since.elapsed() < Duration::from_secs(100) {
            std::thread::sleep(Duration::from_millis(2));
        }
        let id = child.id().to_string();
        let _ = std::process::Command::new("kill").args([&format!("-{signal}"), &id]).status().unwrap();
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.code().is_some(), "{signal}: it ends by itself: {said}");
        let files = held(&drafts);
        let new = files.iter().filter(|(_, text)| text != UNSAFE).map(|(_, text)| text).collect::<Vec<_>>();
        assert!(
            new.iter().all(|text| *text == new[0] && text.len() > 20 && !text.contains("Odile")),
            "{signal}: {new:?}"
        );
        for (path, text) in &files {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            assert!(
                name.ends_with(".txt") || name.ends_with(".bak") && text == UNSAFE,
                "{signal}: {name} stays behind"
            );
        }
    }
}

#[test]
fn two_at_once_on_one_vault_both_come_back() {
    let folder = tempfile::tempdir().unwrap();
    let drafts = [UNSAFE.to_owned(), UNSAFE.replace("Odile Marsh", "Bram Ortolan").replace("0142", "0118")];
    let rewrites: Vec<String> = std::thread::scope(|scope| {
        let runs: Vec<_> = drafts
            .iter()
            .map(|draft| {
                let run =
                    || safepaste(folder.path()).args(["rewrite", "--reversible"]).write_stdin(draft.as_str()).output();
                scope.spawn(run)
            })
            .collect();
        runs.into_iter().map(|run| String::from_utf8(run.join().unwrap().unwrap().stdout).unwrap()).collect()
    });
    assert!(rewrites.iter().all(|rewrite| rewrite.contains("[NAME_1]")), "{rewrites:?}");
    let told = safepaste(folder.path()).args(["vault", "list"]).output().unwrap();
    let told = String::from_utf8(told.stdout).unwrap();
    let ids: Vec<&str> = told.lines().filter_map(|line| line.split_whitespace().next()).collect();
    let restored: Vec<String> = ids
        .iter()
        .filter_map(|id| {
            let output =
                safepaste(folder.path()).args(["restore", "--vault", id]).write_stdin("For [NAME_1]").output().unwrap();
            output.status.success().then(|| String::from_utf8(output.stdout).unwrap())
        })
        .collect();
    for name in ["Odile Marsh", "Bram Ortolan"] {
        assert!(restored.iter().any(|text| text.contains(name)), "{told}\n{restored:?}");
    }
}
