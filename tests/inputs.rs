//! Whatever somebody feeds it: each bad input has its exit code and a message that says what to do.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use assert_cmd::Command;
use predicates::prelude::*;
use predicates::str::contains;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Stdio;

const UNSAFE: &str = "Remind my patient Odile Marsh of her lip filler on Thursday; her cell is 479-555-0142.\n";
const SAFE: &str = "Write a cheerful caption about our pumpkin facial.\n";

/// The program in an environment that holds no policy and no colour.
fn safepaste() -> Command {
    let mut command = Command::cargo_bin("safepaste").unwrap();
    scrub(|name| {
        command.env_remove(name);
    });
    command.env("SAFEPASTE_TODAY", "2026-11-21").env("XDG_CONFIG_HOME", "/nowhere").env("NO_COLOR", "1");
    command
}

fn scrub(mut remove: impl FnMut(&str)) {
    for name in ["SAFEPASTE_POLICY", "CLICOLOR_FORCE", "COLUMNS"] {
        remove(name);
    }
}

/// A folder with these files.
fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, content) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    folder
}

#[test]
fn the_verdict_is_the_exit_code() {
    safepaste().write_stdin(UNSAFE).assert().code(3).stdout(contains("UNSAFE"));
    safepaste().write_stdin(SAFE).assert().code(0).stdout(contains("SAFE"));
    safepaste().arg("-").write_stdin(SAFE).assert().code(0);
    safepaste().args(["check", "-"]).write_stdin(UNSAFE).assert().code(3);
}

#[test]
fn what_is_not_there_or_no_text_reaches_no_verdict() {
    let cases: [(&str, &[u8], &str); 5] = [
        ("all.7z", b"7z\xbc\xaf\x27\x1c\0\0", "unpack it"),
        ("core.bin", b"ab\0cd", "not text"),
        ("intake.pdf", b"%PDF-1.7\n", "save it anew"),
        ("notes.txt", b"called \x01\xff back", "save it as UTF-8"),
        ("list.txt", b"\xff\xfeh\0i", "no letters"),
    ];
    for (name, content, message) in cases {
        let folder = folder(&[(name, content)]);
        let told = safepaste().current_dir(&folder).arg(name).assert().code(2).stderr(contains(message));
        told.stderr(contains(name)).stdout("");
    }
    safepaste().arg("nowhere.txt").assert().code(2).stderr(contains("nowhere.txt").and(contains("no such file")));
    safepaste().args(["rewrite", "nowhere.txt"]).assert().code(2).stdout("").stderr(contains("no such file"));
}

#[test]
fn a_picture_in_a_folder_is_told_where_something_ties_it_to_somebody_and_a_named_one_always() {
    let picture: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\0IEND\0\0\0\0";
    let folder = folder(&[
        ("site/menu.png", picture),
        ("site/IMG_0412.png", picture),
        ("patients/Odile Marsh/IMG_0412.png", picture),
        ("caption.txt", SAFE.as_bytes()),
    ]);
    let all = safepaste().current_dir(&folder).args(["check", "--verbose", "."]).assert().code(3);
    let told = String::from_utf8(all.get_output().stdout.clone()).unwrap();
    assert!(told.contains("IMG_0412.png:file name:1:36: PHOTO"), "{told}");
    assert!(!told.contains("Odile Marsh:") && told.matches("skipped, an image").count() == 2, "{told}");
    assert!(told.contains("2 texts checked: 1 unsafe, 0 conditional, 1 safe. 1 read only in part"), "{told}");
    safepaste().current_dir(&folder).arg("site/menu.png").assert().code(2).stdout(contains("cannot be judged here"));
    let quiet = safepaste().current_dir(&folder).args(["check", "-q", "--fail-on", "unsafe", "site/menu.png"]).assert();
    quiet.code(2).stdout("conditional\n");
}

#[test]
fn the_name_of_a_part_is_masked_like_what_was_found() {
    let mail = "From: hello@glow.example\nSubject: lips\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nOur patient Odile \
                Marsh had a lip filler on Friday, call her at 479-555-0142.\n--x\nContent-Type: application/x-7z-compressed; \
                name=\"Odile Marsh intake\u{1b}.7z\"\nContent-Transfer-Encoding: base64\n\nN3q8ryccAAQ=\n--x--\n";
    let folder = folder(&[("mail.eml", mail.as_bytes())]);
    for format in ["human", "json", "jsonl"] {
        let told = safepaste().current_dir(&folder).args(["check", "--format", format, "mail.eml"]).assert().code(3);
        let told = String::from_utf8(told.get_output().stdout.clone()).unwrap();
        let report = told.split("Ready to copy").next().unwrap_or_default();
        assert!(
            report.contains("attachment ••••• ••••• intake") && !report.contains("Marsh") && !told.contains('\u{1b}'),
            "{told}"
        );
    }
}

#[test]
fn an_empty_draft_is_safe_and_said_to_be_empty() {
    let folder = folder(&[("empty.txt", b"")]);
    safepaste().current_dir(&folder).arg("empty.txt").assert().code(0).stdout(contains("empty"));
    safepaste().write_stdin("").assert().code(0).stdout(contains("empty"));
}

#[test]
fn a_folder_in_which_nothing_could_be_examined_is_not_called_safe() {
    let folder = folder(&[("photos/face.png", b"\x89PNG\r\n\x1a\n\0\0")]);
    safepaste().current_dir(&folder).arg("photos").assert().code(2).stderr(contains("nothing was examined"));
}

/// As root every file can be read, so a folder that links to itself stands for one that cannot be opened.
#[cfg(unix)]
#[test]
fn a_path_that_cannot_be_opened_stops_nothing_else() {
    let folder = folder(&[("good.txt", SAFE.as_bytes())]);
    std::os::unix::fs::symlink("loop", folder.path().join("loop")).unwrap();
    let told = safepaste().current_dir(&folder).args(["loop", "good.txt"]).assert().code(2);
    told.stderr(contains("loop: cannot be read")).stdout(contains("1 text checked").and(contains("1 not examined")));
}

#[cfg(unix)]
#[test]
fn a_folder_without_permission_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder(&[("open/a.txt", SAFE.as_bytes()), ("locked/b.txt", SAFE.as_bytes())]);
    let locked = folder.path().join("locked");
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o000)).unwrap();
    // Root reads it all the same: then the run is to be an ordinary one.
    let readable = fs::read_dir(&locked).is_ok();
    let told = safepaste().current_dir(&folder).args(["open", "locked"]).assert();
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o700)).unwrap();
    if readable {
        told.code(0);
    } else {
        told.code(2).stderr(contains("locked: no permission to read it; ask its owner"));
    }
}

#[test]
fn over_many_inputs_the_gravest_counts() {
    let maybe = "A filler client wants to move her visit from Tuesday to November 30.";
    let folder = folder(&[
        ("safe.txt", SAFE.as_bytes()),
        ("maybe.txt", maybe.as_bytes()),
        ("unsafe.txt", UNSAFE.as_bytes()),
        ("bad.txt", b"\xff"),
    ]);
    for (paths, code) in [
        (&["safe.txt", "maybe.txt"][..], 1),
        (&["safe.txt", "bad.txt", "maybe.txt"], 2),
        (&["unsafe.txt", "bad.txt"], 3),
        (&["--fail-on", "unsafe", "maybe.txt", "safe.txt"], 0),
        (&["--fail-on", "unsafe", "maybe.txt", "unsafe.txt"], 3),
    ] {
        safepaste().current_dir(&folder).args(paths).assert().code(code);
    }
}

#[test]
fn the_nearest_policy_counts_for_each_path() {
    let of = |name: &str| format!("version: 1\nextends: med-spa\nallow: [\"{name}\"]\n");
    let draft = b"Odile Marsh has an appointment for filler.".as_slice();
    let folder = folder(&[
        ("ours/safepaste.yaml", of("Odile Marsh").as_bytes()),
        ("ours/drafts/a.txt", draft),
        ("theirs/safepaste.yaml", of("Somebody Else").as_bytes()),
        ("theirs/drafts/a.txt", draft),
    ]);
    let told = safepaste().current_dir(&folder).args(["ours/drafts", "theirs/drafts"]).assert().code(3);
    told.stdout(contains("theirs/drafts/a.txt:1:1").and(contains("ours/drafts").not()));
}

#[test]
fn a_policy_that_cannot_be_used_is_told_with_its_place_and_cure() {
    let folder = folder(&[
        ("draft.txt", SAFE.as_bytes()),
        ("safepaste.yaml", b"version: 1\nextends: med-spa\ndestinatoins: {}\n"),
    ]);
    let told = safepaste().current_dir(&folder).arg("draft.txt").assert().code(2).stdout("");
    told.stderr(contains("safepaste.yaml:3:1").and(contains("help: ")).and(contains("destinations")));
    let told = safepaste().current_dir(&folder).args(["--policy", "none.yaml", "draft.txt"]).assert().code(2);
    told.stderr(contains("none.yaml").and(contains("help: ")));
}

#[test]
fn unknown_names_are_told_with_those_that_are_known() {
    for arguments in [["--to", "fax"], ["--role", "janitor"]] {
        let told = safepaste().args(arguments).write_stdin(SAFE).assert().code(2).stdout("");
        told.stderr(contains("the policy names").and(contains("help: ")));
    }
    safepaste().args(["--format", "xml"]).write_stdin(SAFE).assert().code(2).stderr(contains("possible values"));
    safepaste().args(["explain", "SNN"]).assert().code(2).stderr(contains("did you mean SSN?"));
}

#[test]
fn folders_follow_ignore_files_and_tell_what_they_left_out() {
    let folder = folder(&[
        (".ignore", b"build\n"),
        ("page.md", SAFE.as_bytes()),
        ("build/page.md", UNSAFE.as_bytes()),
        ("logo.png", b"\x89PNG\r\n\x1a\n\0\0"),
    ]);
    let told = safepaste().current_dir(&folder).arg(".").assert().code(0);
    told.stdout(contains("1 text checked").and(contains("3 left out")));
    let told = safepaste().current_dir(&folder).args(["--verbose", "."]).assert().code(0);
    told.stdout(contains("build").and(contains("logo.png")).and(contains(".ignore")));
    safepaste().current_dir(&folder).args([".", "build"]).assert().code(3);
}

#[test]
fn lines_are_answered_in_order_and_a_bad_one_stops_nothing() {
    let mut input = String::new();
    for id in 0..150 {
        match id % 50 {
            7 => input.push_str("Odile Marsh is no JSON\n"),
            8 => input.push_str(&format!("{{\"id\":{id},\"text\":\"hi\",\"to\":\"fax\"}}\n")),
            9 => input.push('\n'),
            _ => input.push_str(&format!("{{\"id\":{id},\"text\":{UNSAFE:?}}}\n")),
        }
    }
    let output = safepaste().args(["--input", "jsonl", "--format", "jsonl"]).write_stdin(input).output().unwrap();
    assert_eq!(output.status.code(), Some(3));
    let stdout = String::from_utf8(output.stdout).unwrap();
    let mut records = stdout.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    for id in (0..150).filter(|id| id % 50 != 9) {
        let record = records.next().unwrap();
        match id % 50 {
            7 => {
                assert!(record["id"].is_null() && record["line"] == id + 1 && record["error"].is_string(), "{record}");
                assert!(!record.to_string().contains("Odile"), "{record}");
            }
            8 => assert!(record["id"] == id && record["error"].as_str().unwrap().contains("\"fax\""), "{record}"),
            _ => assert!(record["id"] == id && record["bucket"] == "unsafe", "{record}"),
        }
    }
    assert!(records.next().is_none());
    let only_bad = safepaste().args(["--input", "jsonl", "--format", "jsonl"]).write_stdin("nothing\n").assert();
    only_bad.code(2).stdout(contains("\"line\":1"));
}

#[test]
fn a_line_is_answered_before_the_next_one_comes() {
    use std::io::{BufRead, BufReader};
    let mut child = std::process::Command::new(assert_cmd::cargo::cargo_bin("safepaste"))
        .args(["--policy", "med-spa", "--input", "jsonl", "--format", "jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    for id in 0..3 {
        writeln!(input, "{{\"id\":{id},\"text\":\"hello\"}}").unwrap();
        assert!(answers.next().unwrap().unwrap().contains(&format!("\"id\":{id},")));
    }
    drop(input);
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn offsets_count_code_points_and_bytes() {
    let input = "{\"id\":1,\"text\":\"é李😀 my patient's cell is 479-555-0142, she wants filler\"}";
    let output = safepaste().args(["--input", "jsonl", "--format", "jsonl"]).write_stdin(input).output().unwrap();
    let record: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let findings = record["findings"].as_array().unwrap();
    let phone = findings.iter().find(|finding| finding["type"] == "PHONE").unwrap();
    assert_eq!((&phone["start"], &phone["end"]), (&25.into(), &37.into()));
    assert_eq!((&phone["byte_start"], &phone["byte_end"]), (&31.into(), &43.into()));
}

#[test]
fn a_reader_that_goes_away_never_makes_an_unsafe_draft_pass() {
    let shell = |script: &str, folder: &Path| {
        let program = assert_cmd::cargo::cargo_bin("safepaste");
        let mut command = std::process::Command::new("bash");
        scrub(|name| {
            command.env_remove(name);
        });
        let output = command.args(["-c", script, "bash"]).arg(program).current_dir(folder).output().unwrap();
        (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    let folder = folder(&[("a.txt", UNSAFE.as_bytes())]);
    for number in 0..40 {
        fs::write(folder.path().join(format!("b{number}.txt")), UNSAFE).unwrap();
    }
    let why = "policy: built-in med-spa: named by --policy or SAFEPASTE_POLICY\n";
    for (arguments, said) in [("--format json a.txt", ""), ("--format jsonl .", ""), ("--verbose .", why)] {
        let script = format!("\"$1\" --policy med-spa {arguments} | true; echo ${{PIPESTATUS[0]}}");
        assert_eq!(shell(&script, folder.path()), ("3\n".to_owned(), said.to_owned()), "{arguments}");
    }
    let help = shell("\"$1\" explain | true; echo ${PIPESTATUS[0]}", folder.path());
    assert_eq!(help, ("0\n".to_owned(), String::new()));
}

#[test]
fn a_long_line_is_examined_like_a_short_one() {
    let long = format!("{}{UNSAFE}", "lovely copy about our spa ".repeat(20_000));
    safepaste().arg("--quiet").write_stdin(long).assert().code(3).stdout("unsafe\n");
}

#[test]
fn what_a_terminal_would_obey_is_not_printed() {
    let draft = "Remind my patient Odile Marsh\u{1b}[2J of her filler on Thursday.\u{202e} Her cell is 479-555-0142.";
    let output = safepaste().arg("--show-values").write_stdin(draft).output().unwrap();
    let shown = String::from_utf8(output.stdout).unwrap();
    assert!(shown.contains("UNSAFE") && !shown.contains(['\u{1b}', '\u{202e}']), "{shown}");
}
