//! What a check looks at: what git says changed, lists, patterns, and what the policy says of single files.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use assert_cmd::Command;
use predicates::prelude::*;
use predicates::str::contains;
use std::fs;
use std::path::Path;

const UNSAFE: &str = "Remind my patient Odile Marsh of her lip filler on Thursday; her cell is 479-555-0142.\n";
const SAFE: &str = "Write a cheerful caption about our pumpkin facial.\n";

/// The program in a folder, in an environment that holds no policy and no colour.
fn safepaste(folder: &Path) -> Command {
    let mut command = Command::cargo_bin("safepaste").unwrap();
    for name in ["SAFEPASTE_POLICY", "CLICOLOR_FORCE", "COLUMNS", "GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"] {
        command.env_remove(name);
    }
    command.env("SAFEPASTE_TODAY", "2026-11-21").env("XDG_CONFIG_HOME", "/nowhere").env("NO_COLOR", "1");
    command.current_dir(folder);
    command
}

fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn git(folder: &Path, arguments: &[&str]) {
    let mut git = std::process::Command::new("git");
    for name in ["GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"] {
        git.env_remove(name);
    }
    let who = ["-c", "user.name=A", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"];
    let output = git.args(who).args(arguments).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// A repository whose first commit holds these files.
fn repository(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    git(folder.path(), &["init", "--quiet", "--initial-branch=main"]);
    for (name, text) in files {
        write(folder.path(), name, text);
    }
    git(folder.path(), &["add", "--all"]);
    git(folder.path(), &["commit", "--quiet", "--allow-empty", "--message=first"]);
    folder
}

#[test]
fn only_what_is_staged_counts() {
    let repository = repository(&[("old.md", UNSAFE), ("page.md", SAFE)]);
    let folder = repository.path();
    safepaste(folder).arg("--staged").assert().code(0).stdout(contains("0 texts checked"));
    write(folder, "page.md", UNSAFE);
    safepaste(folder).arg("--staged").assert().code(0);
    git(folder, &["add", "page.md"]);
    // What stands in the file now is not what would be committed.
    write(folder, "page.md", SAFE);
    let told = safepaste(folder).arg("--staged").assert().code(3);
    told.stdout(contains("page.md:1:19: NAME").and(contains("old.md").not()));
    safepaste(folder).args(["--staged", "old.md"]).assert().code(0);
    safepaste(folder).args(["--staged", "page.md"]).assert().code(3);
}

#[test]
fn only_changed_lines_count_and_the_whole_file_is_their_context() {
    let old = format!("{UNSAFE}\nTell her to skip ibuprofen.\n");
    let repository = repository(&[("a.md", &old), ("gone.md", UNSAFE), ("name.md", UNSAFE)]);
    let folder = repository.path();
    write(folder, "a.md", &format!("{old}\nWe look forward to the pumpkin season.\n"));
    fs::remove_file(folder.join("gone.md")).unwrap();
    fs::rename(folder.join("name.md"), folder.join("other name.md")).unwrap();
    git(folder, &["add", "--all"]);
    safepaste(folder).args(["check", "--staged"]).assert().code(0).stdout(contains("1 text checked: 0 unsafe"));
    // The first name alone is known from the lines above.
    write(folder, "a.md", &format!("{old}\nOdile wants it at 2.\n"));
    git(folder, &["add", "--all"]);
    let told = safepaste(folder).args(["check", "--staged", "--format", "json"]).assert().code(3);
    let report: serde_json::Value = serde_json::from_slice(&told.get_output().stdout).unwrap();
    let lines: Vec<_> = report["texts"][0]["findings"].as_array().unwrap().iter().map(|f| f["line"].clone()).collect();
    assert!(!lines.is_empty() && lines.iter().all(|line| line == 5), "{report}");
    assert_eq!(report["texts"][0]["reasons"][0]["code"], "U1");
}

#[test]
fn a_branch_is_compared_with_where_it_began() {
    let repository = repository(&[("a.md", SAFE)]);
    let folder = repository.path();
    git(folder, &["switch", "--quiet", "--create", "work"]);
    write(folder, "sub/b c\u{e9}.md", &format!("{SAFE}{UNSAFE}"));
    git(folder, &["add", "--all"]);
    git(folder, &["commit", "--quiet", "--message=second"]);
    git(folder, &["switch", "--quiet", "main"]);
    write(folder, "a.md", UNSAFE);
    git(folder, &["commit", "--quiet", "--all", "--message=meanwhile"]);
    git(folder, &["switch", "--quiet", "work"]);
    write(folder, "new.md", UNSAFE);
    let told = safepaste(folder).args(["--diff", "main"]).assert().code(3);
    told.stdout(contains("sub/b c\u{e9}.md:2:19: NAME").and(contains("1 text checked")).and(contains("1 left out")));
    let told = safepaste(folder).args(["--diff", "main", "--verbose"]).assert().code(3);
    told.stdout(contains("new.md").and(contains("not known to git")));
    // Below the top, paths count from where one stands.
    let told = safepaste(&folder.join("sub")).args(["--diff", "main"]).assert().code(3);
    told.stdout(contains("../sub/b c\u{e9}.md:2:19: NAME"));
    safepaste(folder).args(["--diff", "main", "--exclude", "sub/"]).assert().code(0);
}

#[cfg(unix)]
#[test]
fn names_may_hold_whatever_a_file_name_may() {
    let repository = repository(&[]);
    let folder = repository.path();
    write(folder, "a\n@@ -1 +9 @@\nb\t\".md", UNSAFE);
    write(folder, "-z.md", SAFE);
    write(folder, "*.md", SAFE);
    git(folder, &["add", "--all"]);
    let told = safepaste(folder).args(["--staged"]).assert().code(3);
    told.stdout(contains("3 texts checked: 1 unsafe"));
    safepaste(folder).args(["--staged", "--", "*.md"]).assert().code(0).stdout(contains("1 text checked"));
}

#[test]
fn links_binary_files_and_own_ignore_files_are_seen() {
    let repository = repository(&[(".safepasteignore", "vendor/\n"), (".gitignore", "build/\n")]);
    let folder = repository.path();
    write(folder, "vendor/a.md", UNSAFE);
    write(folder, "build/a.md", UNSAFE);
    fs::write(folder.join("logo.png"), b"\x89PNG\r\n\x1a\n\0\0").unwrap();
    git(folder, &["add", "--all"]);
    let told = safepaste(folder).args(["--staged", "--verbose"]).assert().code(0);
    told.stdout(contains("vendor/a.md").and(contains(".safepasteignore")).and(contains("2 left out")));
    // Whoever forces a file into git has it checked.
    git(folder, &["add", "--force", "build/a.md"]);
    safepaste(folder).arg("--staged").assert().code(3).stdout(contains("build/a.md:1:19"));
}

#[test]
fn what_git_cannot_answer_is_told_with_a_cure() {
    let repository = repository(&[("a.md", SAFE)]);
    let told = safepaste(repository.path()).args(["--diff", "mian"]).assert().code(2).stdout("");
    told.stderr(contains("called \"mian\"").and(contains("help: ")));
    safepaste(repository.path()).args(["--diff", "--upload-pack=x"]).assert().code(2);
    let outside = tempfile::tempdir().unwrap();
    let told = safepaste(outside.path()).env("GIT_CEILING_DIRECTORIES", outside.path()).arg("--staged").assert();
    told.code(2).stderr(contains("no git repository").and(contains("help: ")));
    let told = safepaste(repository.path()).env("PATH", "").arg("--staged").assert().code(2);
    told.stderr(contains("git cannot be started").and(contains("help: ")));
    safepaste(repository.path()).args(["--staged", "-"]).assert().code(2).stderr(contains("standard input"));
}

#[test]
fn patterns_choose_among_what_is_named_and_found() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    for name in ["a.md", "a.txt", "old/b.md", "old/deep/c.md"] {
        write(folder, name, SAFE);
    }
    for (arguments, checked) in [
        (&["."][..], 4),
        (&[".", "--include", "*.md"], 3),
        (&[".", "--include", "*.md", "--exclude", "old/deep"], 2),
        (&[".", "--include", "old/"], 2),
        (&[".", "--exclude", "*.txt", "--exclude", "old"], 1),
        (&["a.md", "a.txt", "--exclude", "*.txt"], 1),
    ] {
        let told = safepaste(folder).args(arguments).arg("--verbose").assert().code(0);
        told.stdout(contains(format!("{checked} text")));
    }
    safepaste(folder).args([".", "--include", "*.pdf"]).assert().code(2).stderr(contains("nothing was examined"));
    safepaste(folder).args([".", "--include", "{a"]).assert().code(2).stderr(contains("help: write it as in"));
}

#[test]
fn lists_of_files_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    write(folder, "a b.md", UNSAFE);
    write(folder, "c.md", SAFE);
    write(folder, "list", "a b.md\nc.md\n");
    safepaste(folder).args(["--files-from", "list"]).assert().code(3).stdout(contains("2 texts checked"));
    let from_stdin = |names: &'static str| safepaste(folder).args(["--files-from", "-"]).write_stdin(names).assert();
    from_stdin("c.md\0a b.md\0").code(3).stdout(contains("2 texts checked"));
    from_stdin("").code(0).stdout(contains("0 texts checked"));
    from_stdin("nowhere.md\n").code(2).stderr(contains("nowhere.md"));
    safepaste(folder).args(["--files-from", "none"]).assert().code(2).stderr(contains("in the list of files"));
}

#[test]
fn the_policy_says_what_is_different_for_some_files() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let maybe = "A filler client wants to move her visit from Tuesday to November 30.";
    let review = "Thank you for your visit! We loved doing your lip filler, see you next month.";
    write(
        folder,
        "safepaste.yaml",
        "version: 1\nextends: med-spa\npaths:\n- {glob: 'content/**', to: website}\n- {glob: 'soft/', fail_on: unsafe}\n",
    );
    write(folder, "soft/a.md", maybe);
    write(folder, "hard/a.md", maybe);
    write(folder, "content/a.md", review);
    write(folder, "hard/b.md", review);
    safepaste(folder).arg("soft").assert().code(0).stdout(contains("1 conditional"));
    safepaste(folder).arg("hard/a.md").assert().code(1);
    safepaste(folder).args(["soft", "--fail-on", "conditional"]).assert().code(1);
    safepaste(folder).args(["content/a.md"]).assert().code(3).stdout(contains("P2"));
    safepaste(folder).args(["hard/b.md"]).assert().stdout(contains("P2").not());
    safepaste(folder).args(["content/a.md", "--to", "chatbot"]).assert().stdout(contains("P2").not());
    let rewrite = |arguments: &[&str]| safepaste(folder).arg("rewrite").args(arguments).assert();
    rewrite(&["content/a.md"]).code(3).stderr(contains("P2"));
    rewrite(&["hard/b.md"]).stderr(contains("P2").not());
    rewrite(&["content/a.md", "--to", "chatbot"]).stderr(contains("P2").not());
}
