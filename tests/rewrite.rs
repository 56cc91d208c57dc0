//! `safepaste rewrite` on files: nothing is lost, nothing half-done stays, and what is not part of a change stays as it is.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use assert_cmd::Command;
use predicates::prelude::*;
use predicates::str::contains;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const DRAFT: &str = "Remind my patient Odile Marsh of her lip filler on Thursday; her cell is 479-555-0142.\n";
const SAFE: &str = "Write a cheerful caption about our pumpkin facial.\n";
/// What must be seen in no message.
const VALUES: [&str; 3] = ["Odile", "Marsh", "555-0142"];

/// The program in an environment that holds no policy and no colour.
fn safepaste(folder: &Path) -> Command {
    let mut command = Command::from_std(program());
    command.arg("rewrite").current_dir(folder);
    command
}

fn program() -> std::process::Command {
    let mut command = std::process::Command::new(assert_cmd::cargo::cargo_bin("safepaste"));
    for name in ["SAFEPASTE_POLICY", "CLICOLOR_FORCE", "COLUMNS"] {
        command.env_remove(name);
    }
    command.env("SAFEPASTE_TODAY", "2026-11-21").env("XDG_CONFIG_HOME", "/nowhere").env("NO_COLOR", "1");
    command
}

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, content) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    folder
}

fn text(folder: &TempDir, name: &str) -> String {
    fs::read_to_string(folder.path().join(name)).unwrap()
}

/// The names in a folder, in order.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn masked(output: &std::process::Output) {
    let shown = [output.stdout.as_slice(), &output.stderr].concat();
    let shown = String::from_utf8(shown).unwrap();
    assert!(!VALUES.iter().any(|value| shown.contains(value)), "{shown}");
}

/// The rewrite of a text, as it is printed.
fn rewrite_of(draft: &str) -> String {
    let folder = folder(&[]);
    let output = safepaste(folder.path()).arg("--quiet").write_stdin(draft).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn only_one_rewrite_is_printed_and_the_cure_is_told() {
    let folder = folder(&[("a.txt", DRAFT.as_bytes()), ("d/b.txt", DRAFT.as_bytes())]);
    for arguments in [&["a.txt", "d/b.txt"][..], &["d"], &["--interactive", "a.txt", "d"]] {
        let told = safepaste(folder.path()).args(arguments).assert().code(2).stdout("");
        told.stderr(contains("help: "));
    }
    for option in ["--write", "--interactive"] {
        safepaste(folder.path()).arg(option).write_stdin(DRAFT).assert().code(2).stderr(contains("name the file"));
    }
    assert_eq!(text(&folder, "a.txt"), DRAFT);
}

#[test]
fn a_folder_is_rewritten_and_what_could_not_be_is_told() {
    let folder = folder(&[
        (".ignore", b"build\n"),
        ("safepaste.yaml", b"version: 1\nextends: med-spa\n"),
        ("a.txt", DRAFT.as_bytes()),
        ("deep/b.md", DRAFT.as_bytes()),
        ("safe.txt", SAFE.as_bytes()),
        ("build/c.txt", DRAFT.as_bytes()),
        ("old.txt", b"called \x01\xff back"),
    ]);
    let output = safepaste(folder.path()).args(["--write", ".", "a.txt", "nowhere.txt"]).output().unwrap();
    masked(&output);
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{told}");
    for part in [
        "a.txt: unsafe before",
        "old text: b.md.bak",
        "old.txt: holds bytes that are no letters",
        "nowhere.txt: no such file",
    ] {
        assert!(told.contains(part), "{told}");
    }
    assert!(told.contains("2 rewritten, 1 as before; 2 not done, see above; 3 left out"), "{told}");
    let rewrite = rewrite_of(DRAFT);
    for (name, content) in [
        ("a.txt", rewrite.as_str()),
        ("a.txt.bak", DRAFT),
        ("deep/b.md", &rewrite),
        ("deep/b.md.bak", DRAFT),
        ("safe.txt", SAFE),
        ("build/c.txt", DRAFT),
    ] {
        assert_eq!(text(&folder, name), content, "{name}");
    }
    assert_eq!(
        names(folder.path()),
        [".ignore", "a.txt", "a.txt.bak", "build", "deep", "old.txt", "safe.txt", "safepaste.yaml"]
    );

    let again = safepaste(folder.path()).args(["--write", "--verbose", "deep"]).assert();
    again.stderr(contains("0 rewritten, 1 as before; 1 left out").and(contains("b.md.bak: skipped")));
    assert_eq!(names(&folder.path().join("deep")), ["b.md", "b.md.bak"], "the old text is no draft");
    assert_eq!(text(&folder, "deep/b.md.bak"), DRAFT);
}

#[test]
fn the_exit_code_is_the_worst_verdict_on_what_is_there_now() {
    let folder = folder(&[
        ("clean.txt", b"My patient Odile Marsh said that the new sign at the desk looks lovely.\n"),
        ("asks.txt", b"Diagnose the rash of my patient Odile Marsh and prescribe a cream.\n"),
        ("safe.txt", SAFE.as_bytes()),
    ]);
    let printed = |name: &str| safepaste(folder.path()).arg(name).output().unwrap().status.code();
    let codes = ["clean.txt", "asks.txt", "safe.txt"].map(printed);
    assert_eq!(codes[1..], [Some(3), Some(0)]);
    let written = |names: &[&str]| safepaste(folder.path()).arg("--write").args(names).output().unwrap().status.code();
    assert_eq!(written(&["clean.txt", "safe.txt"]), codes[0]);
    assert_eq!(written(&["clean.txt", "asks.txt", "safe.txt"]), Some(3));
}

#[test]
fn marks_and_line_ends_and_all_other_bytes_stay() {
    let lines = ["\u{feff}Hello\u{a0}all,", "", "  my patient Odile Marsh wants filler.\t", "lone\rreturn", "no end"];
    for end in ["\r\n", "\n"] {
        let folder = folder(&[("a.txt", lines.join(end).as_bytes())]);
        safepaste(folder.path()).args(["--write", "a.txt"]).output().unwrap();
        let found = text(&folder, "a.txt");
        let rewritten: Vec<&str> = found.split(end).collect();
        assert_eq!(rewritten.len(), lines.len(), "{found:?}");
        for (at, line) in lines.iter().enumerate().filter(|(at, _)| *at != 2) {
            assert_eq!(rewritten[at], *line);
        }
        assert!(rewritten[2].starts_with("  my patient") && rewritten[2].ends_with("filler.\t"), "{found:?}");
        assert!(!found.contains("Odile"));
        assert_eq!(text(&folder, "a.txt.bak"), lines.join(end));
    }
}

#[test]
fn old_texts_are_never_written_over() {
    let folder = folder(&[("a.txt", b""), ("a.txt.bak", b"precious"), ("a.txt.bak3", b"too")]);
    for _ in 0..2 {
        fs::write(folder.path().join("a.txt"), DRAFT).unwrap();
        safepaste(folder.path()).args(["--write", "a.txt"]).output().unwrap();
    }
    assert_eq!(names(folder.path()), ["a.txt", "a.txt.bak", "a.txt.bak2", "a.txt.bak3", "a.txt.bak4"]);
    assert_eq!((text(&folder, "a.txt.bak"), text(&folder, "a.txt.bak3")), ("precious".to_owned(), "too".to_owned()));
    assert_eq!((text(&folder, "a.txt.bak2"), text(&folder, "a.txt.bak4")), (DRAFT.to_owned(), DRAFT.to_owned()));

    fs::write(folder.path().join("b.txt"), DRAFT).unwrap();
    safepaste(folder.path()).args(["--write", "--no-backup", "b.txt"]).output().unwrap();
    assert!(!names(folder.path()).iter().any(|name| name.starts_with("b.txt.")));
    assert_eq!(text(&folder, "b.txt"), rewrite_of(DRAFT));
}

#[test]
fn a_read_only_file_stays_as_it_is() {
    let folder = folder(&[("a.txt", DRAFT.as_bytes())]);
    let path = folder.path().join("a.txt");
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let told = safepaste(folder.path()).args(["--write", "a.txt"]).assert().code(2);
    told.stderr(contains("a.txt: the file is read-only\nhelp: "));
    assert_eq!(text(&folder, "a.txt"), DRAFT);
    assert_eq!(names(folder.path()), ["a.txt"]);
}

#[test]
fn a_diff_is_a_patch_and_shows_values_only_where_that_is_wanted() {
    let crlf = DRAFT.replace('\n', "\r\n");
    let files: [(&str, String); 4] = [
        ("a.txt", format!("{}{DRAFT}{}last line", "before\n".repeat(6), "after\n".repeat(9))),
        ("my notes.txt", DRAFT.trim_end().to_owned()),
        ("deep/win.txt", format!("\u{feff}{crlf}two\r\n{crlf}")),
        ("safe.txt", SAFE.to_owned()),
    ];
    let files = files.each_ref().map(|(name, content)| (*name, content.as_bytes()));
    let ours = folder(&files);
    let refused = safepaste(ours.path()).args(["--diff", "."]).output().unwrap();
    masked(&refused);
    assert_eq!((refused.status.code(), refused.stdout.len()), (Some(2), 0));
    assert!(String::from_utf8(refused.stderr).unwrap().contains("help: add --show-values"));

    let output = safepaste(ours.path()).args(["--diff", "--show-values", "."]).output().unwrap();
    let patch = String::from_utf8(output.stdout).unwrap();
    assert!(patch.starts_with("--- a/a.txt\n+++ b/a.txt\n@@ -4,7 +4,7 @@\n before\n"), "{patch}");
    assert!(patch.contains("+++ b/my notes.txt\t\n") && patch.contains("\n\\ No newline at end of file\n"), "{patch}");
    assert!(!patch.contains("safe.txt"), "{patch}");
    assert!(String::from_utf8(output.stderr).unwrap().contains("3 would change, 1 as before"));
    assert!(files.iter().all(|(name, content)| fs::read(ours.path().join(name)).unwrap() == *content));

    safepaste(ours.path()).args(["--write", "--no-backup", "."]).output().unwrap();
    for (program, arguments) in [("patch", &["-p1", "--binary"][..]), ("git", &["apply", "--whitespace=nowarn"])] {
        let theirs = folder(&files);
        let mut command = Command::new(program);
        let run = command.args(arguments).current_dir(&theirs).write_stdin(patch.as_str()).output();
        // Where the program is not installed there is nothing to try.
        let Ok(run) = run else { continue };
        assert!(run.status.success(), "{program}: {}", String::from_utf8_lossy(&run.stderr));
        for (name, _) in files {
            assert_eq!(text(&theirs, name), text(&ours, name), "{program} {name}");
        }
    }

    let stdin = safepaste(ours.path()).args(["--diff", "--show-values"]).write_stdin(DRAFT).assert();
    stdin.stdout(predicates::str::starts_with("--- a/stdin\n+++ b/stdin\n@@ -1 +1 @@\n-Remind"));
}

#[test]
fn records_keep_all_but_their_text() {
    let mut input = String::new();
    let mut expected = String::new();
    for id in 0..60 {
        let (draft, rewrite) =
            if id % 3 == 0 { (SAFE.to_owned(), SAFE.to_owned()) } else { (DRAFT.to_owned(), rewrite_of_once()) };
        let line = |text: &str| {
            format!(
                "{{\"n\":1.50, \"text\":{}, \"id\":{id},\"more\":{{\"text\":[1,2]}}}}\n",
                serde_json::Value::from(text)
            )
        };
        input.push_str(&line(&draft));
        expected.push_str(&line(&rewrite));
        if id == 30 {
            input.push_str("Odile Marsh is no record\n\n");
            expected.push_str("{\"id\":null,\"line\":32,\"error\":\"not JSON (column 1)");
            expected.push_str("; each line must be one object such as {\\\"id\\\":1,\\\"text\\\":\\\"...\\\"}\"}\n");
        }
    }
    let folder = folder(&[("records.jsonl", input.as_bytes())]);
    let output = safepaste(folder.path()).args(["--input", "jsonl", "records.jsonl"]).output().unwrap();
    masked(&output);
    assert_eq!(String::from_utf8(output.stdout).unwrap(), expected);
    assert!(String::from_utf8(output.stderr).unwrap().contains("40 rewritten, 20 as before; 1 not examined"));
    let only_bad = safepaste(folder.path()).args(["--input", "jsonl"]).write_stdin("[]\n").assert().code(2);
    only_bad.stdout(contains("\"line\":1"));
    for option in ["--write", "--diff", "--interactive"] {
        safepaste(folder.path()).args(["--input", "jsonl", option, "records.jsonl"]).assert().code(2);
    }
}

/// The rewrite of [`DRAFT`], made once.
fn rewrite_of_once() -> String {
    static REWRITE: std::sync::OnceLock<String> = std::sync::OnceLock::new();
    REWRITE.get_or_init(|| rewrite_of(DRAFT)).clone()
}

#[test]
fn every_rewrite_is_recorded() {
    let policy = b"version: 1\nextends: med-spa\naudit: {folder: log}\n";
    let folder = folder(&[("safepaste.yaml", policy), ("d/a.txt", DRAFT.as_bytes()), ("d/b.txt", SAFE.as_bytes())]);
    let run = |arguments: &[&str], stdin: &str| {
        let mut command = safepaste(folder.path());
        command
            .env("XDG_CONFIG_HOME", folder.path().join("settings"))
            .args(arguments)
            .write_stdin(stdin)
            .output()
            .unwrap();
    };
    run(&["--diff", "--show-values", "d"], "");
    run(&["--write", "d"], "");
    run(&["--input", "jsonl"], &format!("{{\"id\":1,\"text\":{DRAFT:?}}}\nnone\n"));
    let mut log = String::new();
    for entry in fs::read_dir(folder.path().join("log")).unwrap() {
        log.push_str(&fs::read_to_string(entry.unwrap().path()).unwrap_or_default());
    }
    assert_eq!(log.matches("\"command\":\"rewrite\"").count(), 5, "{log}");
    assert!(!log.contains("Odile"));
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
    use std::time::{Duration, Instant};

    #[test]
    fn permissions_and_owner_stay() {
        let folder = folder(&[("a.txt", DRAFT.as_bytes())]);
        let path = folder.path().join("a.txt");
        for mode in [0o600, 0o640, 0o755, 0o606] {
            fs::write(&path, DRAFT).unwrap();
            fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
            // Only root may give files away.
            let _ = std::os::unix::fs::chown(&path, Some(12345), Some(12345));
            let before = fs::metadata(&path).unwrap();
            let root = before.uid() == 12345;
            let told = safepaste(folder.path()).args(["--write", "a.txt"]).assert();
            assert!(root || told.get_output().status.code() != Some(2));
            let after = fs::metadata(&path).unwrap();
            assert_eq!(
                (after.mode(), after.uid(), after.gid()),
                (before.mode(), before.uid(), before.gid()),
                "{mode:o}"
            );
            assert!(!text(&folder, "a.txt").contains("Odile"));
        }
    }

    #[test]
    fn a_link_stays_and_what_it_points_at_is_rewritten() {
        let folder = folder(&[("deep/real.txt", DRAFT.as_bytes()), ("d/safe.txt", SAFE.as_bytes())]);
        symlink("deep/real.txt", folder.path().join("link.txt")).unwrap();
        symlink("../deep/real.txt", folder.path().join("d/walked.txt")).unwrap();
        let walked = safepaste(folder.path()).args(["--write", "--verbose", "d"]).assert().code(0);
        walked.stderr(contains("walked.txt: skipped, a symbolic link"));
        assert_eq!(text(&folder, "deep/real.txt"), DRAFT);
        let named = safepaste(folder.path()).args(["--write", "link.txt", "deep/real.txt"]).assert();
        named.stderr(contains("1 rewritten, 0 as before\n"));
        assert_eq!(fs::read_link(folder.path().join("link.txt")).unwrap(), Path::new("deep/real.txt"));
        assert!(!text(&folder, "deep/real.txt").contains("Odile"));
        assert_eq!(names(&folder.path().join("deep")), ["real.txt", "real.txt.bak"]);
    }

    #[test]
    fn a_folder_that_takes_no_new_file_is_told() {
        let folder = folder(&[("d/a.txt", DRAFT.as_bytes())]);
        let locked = folder.path().join("d");
        fs::set_permissions(&locked, fs::Permissions::from_mode(0o555)).unwrap();
        // Root writes there all the same.
        let writable = fs::write(locked.join("try"), "").is_ok();
        let told = safepaste(folder.path()).args(["--write", "d/a.txt"]).assert();
        fs::set_permissions(&locked, fs::Permissions::from_mode(0o755)).unwrap();
        if !writable {
            told.code(2).stderr(contains("d/a.txt: cannot be written: permission denied\nhelp: you may not write"));
            assert_eq!(text(&folder, "d/a.txt"), DRAFT);
        }
        // A device is no file that could be replaced, whoever asks.
        let told = safepaste(folder.path()).args(["--write", "/dev/stdin"]).write_stdin(DRAFT).assert().code(2);
        told.stderr(contains("help: "));
    }

    #[test]
    fn a_file_that_changes_meanwhile_loses_nothing() {
        use std::io::Write;
        let folder = folder(&[("a.txt", DRAFT.repeat(3000).as_bytes())]);
        let mut child = quiet(&folder).args(["--write", "a.txt"]).stderr(std::process::Stdio::piped()).spawn().unwrap();
        let mut file = fs::OpenOptions::new().append(true).open(folder.path().join("a.txt")).unwrap();
        let mut added = 0;
        while child.try_wait().unwrap().is_none() {
            file.write_all(b"added\n").unwrap();
            added += 1;
            std::thread::sleep(Duration::from_millis(2));
        }
        let output = child.wait_with_output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.contains("a.txt: changed since it was read") && output.status.code() == Some(2), "{told}");
        let content = text(&folder, "a.txt");
        assert_eq!((content.matches("added\n").count(), content.matches(DRAFT).count()), (added, 3000));
        assert_eq!(names(folder.path()), ["a.txt"]);
    }

    fn quiet(folder: &TempDir) -> std::process::Command {
        let mut command = program();
        command.args(["rewrite", "--quiet"]).current_dir(folder).stderr(std::process::Stdio::null());
        command
    }

    #[test]
    fn whatever_stops_it_each_file_is_old_or_new() {
        let new = rewrite_of_once();
        for (signal, leaves_nothing) in [("KILL", false), ("TERM", true), ("INT", true)] {
            let files: Vec<String> = (0..400).map(|number| format!("{number:03}.txt")).collect();
            let folder = folder(&files.iter().map(|name| (name.as_str(), DRAFT.as_bytes())).collect::<Vec<_>>());
            let mut child = quiet(&folder).args(["--write", "."]).spawn().unwrap();
            let deadline = Instant::now() + Duration::from_secs(60);
            while text(&folder, &files[20]) == DRAFT && Instant::now() < deadline {
                std::thread::sleep(Duration::from_millis(1));
            }
            let sent =
                std::process::Command::new("kill").args([&format!("-{signal}"), &child.id().to_string()]).status();
            assert!(sent.unwrap().success());
            let status = child.wait().unwrap();
            assert_eq!(status.code(), leaves_nothing.then_some(2), "{signal}");
            let contents: Vec<String> = files.iter().map(|name| text(&folder, name)).collect();
            let done = contents.iter().filter(|content| **content == new).count();
            assert!(contents.iter().all(|content| *content == new || content == DRAFT), "{signal}");
            assert!((1..400).contains(&done), "{signal} came too late or too early: {done}");
            let names = names(folder.path());
            let kept = names.iter().filter(|name| name.ends_with(".bak"));
            assert!(kept.clone().all(|name| text(&folder, name) == DRAFT) && kept.count() >= done, "{signal}");
            let unfinished = names.iter().filter(|name| name.starts_with('.')).count();
            assert!(!leaves_nothing || unfinished == 0, "{signal}: {unfinished} unfinished files");
        }
    }

    const THREE: &str =
        "My patient Odile Marsh may call us at 479-555-0100 about her filler. Her cell is 479-555-0142.\n";

    /// A session at a terminal: the answers one after the other, and what was shown in all.
    fn session(folder: &TempDir, arguments: &[&str], answers: &[&str]) -> (String, i32) {
        let mut command = program();
        command.args(["rewrite", "--interactive"]).args(arguments).current_dir(folder);
        let mut session = rexpect::session::spawn_command(command, Some(30_000)).unwrap();
        let mut shown = String::new();
        for answer in answers {
            shown.push_str(&session.exp_string(" > ").unwrap());
            session.send_line(answer).unwrap();
        }
        shown.push_str(&session.exp_eof().unwrap());
        let status = session.process().wait().unwrap();
        let rexpect::process::WaitStatus::Exited(_, code) = status else { unreachable!("{status:?}") };
        (shown, code)
    }

    #[test]
    fn each_change_is_asked_about() {
        let folder = folder(&[("a.txt", THREE.as_bytes())]);
        let (shown, _) = session(&folder, &["--write", "a.txt"], &["k", "x", "a", "e", "in the chart"]);
        for part in
            ["a.txt:1:12  name", "(1 of 3)", "a.txt:1:39  phone number", "Why", "Instead", "Please answer", "3 of 3"]
        {
            assert!(shown.contains(part), "{part}: {shown}");
        }
        let written = text(&folder, "a.txt");
        assert!(written.contains("Odile Marsh") && !written.contains("479-555-0100"), "{written}");
        assert!(written.contains("Her cell in the chart") || written.contains("cell is in the chart"), "{written}");
        assert_eq!(text(&folder, "a.txt.bak"), THREE);
        assert!(shown.contains("2 replaced") && shown.contains("1 rewritten"), "{shown}");
    }

    #[test]
    fn whoever_quits_has_written_nothing() {
        let folder = folder(&[("a.txt", THREE.as_bytes()), ("b.txt", THREE.as_bytes())]);
        let (shown, code) = session(&folder, &["--write", "."], &["A", "w", "q"]);
        assert!(shown.contains("Nothing was written.") && code == 2, "{shown}");
        assert_eq!(names(folder.path()), ["a.txt", "b.txt"]);
        assert_eq!(text(&folder, "a.txt"), THREE);
    }

    #[test]
    fn what_is_always_allowed_is_written_to_the_policy_that_counts() {
        let policy = "version: 1 # ours\nextends: med-spa\nallow:\n  - Calm Room # upstairs\n\n# The end\n";
        let old = folder(&[
            ("safepaste.yaml", policy.as_bytes()),
            ("d/a.txt", THREE.as_bytes()),
            ("d/b.txt", THREE.as_bytes()),
        ]);
        let (shown, _) = session(&old, &["--write", "d"], &["a", "w", "a", "A"]);
        assert!(shown.contains("1 value is allowed in") && shown.contains("2 rewritten"), "{shown}");
        assert_eq!(text(&old, "safepaste.yaml"), policy.replace("upstairs\n", "upstairs\n  - \"479-555-0100\"\n"));
        for name in ["d/a.txt", "d/b.txt"] {
            assert!(text(&old, name).contains("479-555-0100") && !text(&old, name).contains("Odile"), "{name}");
        }
        let next = safepaste(old.path()).arg("d/b.txt").assert();
        next.stdout(contains("479-555-0100"));

        let new = folder(&[("a.txt", THREE.as_bytes())]);
        let (shown, _) = session(&new, &["a.txt"], &["a", "w", "A"]);
        assert!(shown.contains("may call us at 479-555-0100 about"), "the rewrite is printed: {shown}");
        let policy = text(&new, "safepaste.yaml");
        assert!(policy.contains("extends: med-spa") && policy.ends_with("\nallow: [\"479-555-0100\"]\n"), "{policy}");
        assert_eq!(text(&new, "a.txt"), THREE);
    }

    #[test]
    fn without_a_terminal_nothing_is_asked() {
        let folder = folder(&[("a.txt", THREE.as_bytes())]);
        let told = safepaste(folder.path()).args(["--interactive", "a.txt"]).write_stdin("A\n").assert().code(2);
        told.stdout("").stderr(contains("there is no terminal").and(contains("help: ")));
    }
}
