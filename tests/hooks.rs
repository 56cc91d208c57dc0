//! The files by which other tools run safepaste: `.pre-commit-hooks.yaml` with pre-commit itself, and the steps of
//! `action.yml` as a runner runs them.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use safepaste::report::FORMATS;
use serde_yaml::Value;
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const UNSAFE: &str = "Remind my patient Odile Marsh of her lip filler on Thursday; her cell is 479-555-0142.\n";
const SAFE: &str = "Write a cheerful caption about our pumpkin facial.\n";

fn root(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// A program in a folder, with the built safepaste before all others.
fn command(program: &str, arguments: &[&str], folder: &Path) -> Command {
    let binary = assert_cmd::cargo::cargo_bin("safepaste");
    let mut path = vec![binary.parent().unwrap().to_owned()];
    path.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap()));
    let mut command = Command::new(program);
    for name in ["SAFEPASTE_POLICY", "GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"] {
        command.env_remove(name);
    }
    command.args(arguments).current_dir(folder).env("PATH", std::env::join_paths(path).unwrap());
    command.env("XDG_CONFIG_HOME", "/nowhere").env("NO_COLOR", "1");
    command
}

fn git(folder: &Path, arguments: &[&str]) {
    let who = ["-c", "user.name=A", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"];
    let output = command("git", &[&who, arguments].concat(), folder).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// Needs pre-commit on the PATH; without it there is nothing to try. The hooks run the built program instead of building
/// it once more.
#[test]
fn pre_commit_runs_the_hooks() {
    if Command::new("pre-commit").arg("--version").output().is_err() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let (hooks, work): (PathBuf, PathBuf) = (folder.path().join("hooks"), folder.path().join("work"));
    for repository in [&hooks, &work] {
        fs::create_dir(repository).unwrap();
        git(repository, &["init", "--quiet", "--initial-branch=main"]);
    }
    let hooked = root(".pre-commit-hooks.yaml").replace("language: python", "language: system");
    assert_eq!(hooked.matches("language: system").count(), 3, "a hook that builds anew does not run the built program");
    fs::write(hooks.join(".pre-commit-hooks.yaml"), hooked).unwrap();
    git(&hooks, &["add", "--all"]);
    git(&hooks, &["commit", "--quiet", "--message=hooks"]);
    fs::write(work.join("old page.md"), UNSAFE).unwrap();
    git(&work, &["add", "--all"]);
    git(&work, &["commit", "--quiet", "--message=first"]);
    let try_repo = |hook: &str, more: &[&str]| {
        let hooks = hooks.to_str().unwrap();
        let mut run = command("pre-commit", &[&["try-repo", hooks, hook], more].concat(), &work);
        run.env("PRE_COMMIT_HOME", folder.path().join("cache")).output().unwrap()
    };
    let output = try_repo("safepaste", &["--all-files"]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(said(&output).contains("exit code: 3") && said(&output).contains("UNSAFE"), "{}", said(&output));
    assert!(!said(&output).contains("Odile"), "{}", said(&output));
    // Only the changed line counts for the other hook.
    fs::write(work.join("old page.md"), format!("{UNSAFE}{SAFE}")).unwrap();
    git(&work, &["add", "--all"]);
    let output = try_repo("safepaste-staged", &[]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    fs::write(work.join("old page.md"), format!("{UNSAFE}{SAFE}{UNSAFE}")).unwrap();
    git(&work, &["add", "--all"]);
    let output = try_repo("safepaste-staged", &[]);
    assert!(said(&output).contains("old page.md:3:19: NAME") && !said(&output).contains(":1:19"), "{}", said(&output));
    // A document has no lines, so a changed one counts as a whole; a font is no document.
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats/samples/clients.xlsx");
    fs::copy(sample, work.join("clients.xlsx")).unwrap();
    fs::write(work.join("letters.woff2"), b"wOF2\0\0").unwrap();
    git(&work, &["add", "--all"]);
    for (hook, more) in [("safepaste-documents", &["--all-files"][..]), ("safepaste-staged", &[])] {
        let output = try_repo(hook, more);
        let said = said(&output);
        assert!(said.contains("exit code: 3") && said.contains("UNSAFE") && !said.contains("woff2"), "{said}");
    }
}

/// Runs the action's steps with these inputs, as a runner does: the exit code, the log, the outputs.
fn act(folder: &Path, inputs: &[(&str, &str)]) -> (i32, String, String) {
    let action: Value = serde_yaml::from_str(&root("action.yml")).unwrap();
    let mut values: HashMap<String, String> = HashMap::new();
    for (name, input) in action["inputs"].as_mapping().unwrap() {
        values.insert(name.as_str().unwrap().to_owned(), input["default"].as_str().unwrap().to_owned());
    }
    for (name, value) in inputs {
        assert!(values.insert((*name).to_owned(), (*value).to_owned()).is_some(), "{name} is an input");
    }
    let output = folder.join("outputs");
    let mut log = String::new();
    for step in action["runs"]["steps"].as_sequence().unwrap() {
        let script = step["run"].as_str().unwrap();
        assert!(!script.contains("${{"), "nothing of an input becomes a part of a script");
        let mut bash = command("bash", &["--noprofile", "--norc", "-eo", "pipefail", "-c", script], folder);
        for (name, value) in step["env"].as_mapping().into_iter().flatten() {
            let value = value.as_str().unwrap().trim_start_matches("${{ inputs.").trim_end_matches(" }}");
            bash.env(name.as_str().unwrap(), &values[value]);
        }
        bash.env("GITHUB_OUTPUT", &output).env("GITHUB_STEP_SUMMARY", folder.join("summary"));
        let ran = bash.env("GITHUB_ACTION_PATH", env!("CARGO_MANIFEST_DIR")).output().unwrap();
        log.push_str(&said(&ran));
        if !ran.status.success() {
            return (ran.status.code().unwrap(), log, fs::read_to_string(output).unwrap_or_default());
        }
    }
    (0, log, fs::read_to_string(output).unwrap_or_default())
}

#[test]
fn the_steps_of_the_action_check_and_tell() {
    let folder = tempfile::tempdir().unwrap();
    let has = |name: &str| FORMATS.iter().any(|format| format.name == name);
    let format = if has("github") { "github" } else { "human" };
    let summary = if has("markdown") { "true" } else { "false" };
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write("safe page.md", SAFE);
    write("unsafe.md", UNSAFE);
    write("maybe.md", "A filler client wants to move her visit from Tuesday to November 30.\n");
    let run = |more: &[(&str, &str)]| {
        let _ = fs::remove_file(folder.path().join("outputs"));
        act(folder.path(), &[&[("format", format), ("summary", summary)], more].concat())
    };
    let (code, log, outputs) = run(&[("paths", "unsafe.md\nsafe page.md\n")]);
    assert_eq!((code, outputs.as_str()), (3, "exit-code=3\n"), "{log}");
    assert!(log.contains("unsafe.md") && !log.contains("Odile"), "{log}");
    if has("markdown") {
        assert!(fs::read_to_string(folder.path().join("summary")).unwrap().contains("unsafe.md"));
    }
    assert_eq!(run(&[("paths", "safe page.md")]).0, 0);
    assert_eq!(run(&[("paths", "maybe.md")]).0, 1);
    assert_eq!(run(&[("paths", "maybe.md"), ("fail-on", "unsafe"), ("policy", "med-spa"), ("to", "chatbot")]).0, 0);
    assert_eq!(run(&[("to", "$(touch hacked)")]).0, 2);
    assert!(!folder.path().join("hacked").exists());
}
