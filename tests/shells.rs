//! Tab completes names in the real bash, zsh and fish. A shell that is not on this machine is told of and left out.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]
#![allow(clippy::print_stderr, reason = "a shell that is not here has to be told")]

use assert_cmd::Command;
use std::fs;
use std::path::Path;
use std::process;
use tempfile::TempDir;

/// The policy in force: one name of every sort that no shipped policy has.
const POLICY: &str = "\
version: 1
extends: med-spa
destinations:
  quietroom: {kind: internal}
roles:
  greeter: {handles: [NAME]}
activities:
  - {id: bookkeeping, bucket: unsafe, any: [\"reconcile the till\"], why: \"It is the office's own work.\"}
templates:
  welcome_call: [goals]
";

/// Another policy, which counts where the line names it.
const OTHER: &str = "version: 1\nextends: med-spa\ndestinations:\n  yonderdesk: {kind: internal}\n";

/// What is typed before Tab, and what Tab adds to it.
const LINES: [(&str, &str); 8] = [
    ("safepaste check --to qui", "etroom"),
    ("safepaste --policy other.yaml --to yon", "derdesk"),
    ("safepaste rewrite --role gre", "eter"),
    ("safepaste check --policy thera", "pist"),
    ("safepaste explain bookk", "eeping"),
    ("safepaste explain BIOM", "ETRIC"),
    ("safepaste minimize --template welc", "ome_call"),
    ("safepaste doc", "tor"),
];

/// A folder with the policies and the scripts for all shells.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("safepaste.yaml"), POLICY).unwrap();
    fs::write(folder.path().join("other.yaml"), OTHER).unwrap();
    for (shell, name) in [("bash", "safepaste.bash"), ("zsh", "_safepaste"), ("fish", "safepaste.fish")] {
        let output = Command::cargo_bin("safepaste").unwrap().args(["completions", shell]).output().unwrap();
        fs::write(folder.path().join(name), output.stdout).unwrap();
    }
    folder
}

/// The shell in that folder, with the program under test before all others; none where the shell is not here.
fn shell(name: &str, arguments: &[&str], folder: &Path) -> Option<process::Command> {
    if process::Command::new(name).arg("--version").output().is_err() {
        eprintln!("left out: {name} is not on this machine");
        return None;
    }
    let binary = assert_cmd::cargo::cargo_bin("safepaste");
    let old = std::env::var_os("PATH").unwrap_or_default();
    let path = [binary.parent().unwrap().to_owned()].into_iter().chain(std::env::split_paths(&old));
    let mut command = process::Command::new(name);
    command.args(arguments).current_dir(folder).env("PATH", std::env::join_paths(path).unwrap());
    command.env("HOME", folder).env("XDG_CONFIG_HOME", folder).env("XDG_DATA_HOME", folder);
    command.env_remove("SAFEPASTE_POLICY").env("TERM", "dumb");
    Some(command)
}

/// Types every line and Tab, and waits for what the shell adds.
fn at_the_keyboard(mut command: process::Command, setup: &str) {
    command.env("COLUMNS", "200");
    let mut session = rexpect::session::spawn_command(command, Some(60_000)).unwrap();
    // What is typed before the prompt stands may be lost, and bash shows nothing where the terminal's echo is off.
    session.send_line(&format!("stty echo; {setup}; PS1='rea''dy> '")).unwrap();
    session.exp_string("ready> ").unwrap();
    for (typed, added) in LINES {
        session.send(&format!("{typed}\t")).unwrap();
        session.flush().unwrap();
        session.exp_string(added).map_err(|error| format!("{typed}: {error}")).unwrap();
        // Ctrl-U takes the line away.
        session.send("\u{15}").unwrap();
        session.flush().unwrap();
    }
    session.send_line("exit").unwrap();
    session.process().wait().unwrap();
}

#[test]
fn bash_completes() {
    let folder = folder();
    if let Some(command) = shell("bash", &["--norc", "--noprofile", "-i"], folder.path()) {
        at_the_keyboard(command, "source safepaste.bash");
    }
}

#[test]
fn zsh_completes_from_its_path() {
    let folder = folder();
    if let Some(command) = shell("zsh", &["-f", "-i"], folder.path()) {
        at_the_keyboard(command, "fpath=($PWD $fpath); autoload -U compinit; compinit -u -D");
    }
}

#[test]
fn fish_completes() {
    let folder = folder();
    for (typed, added) in LINES {
        let asked = format!("source safepaste.fish; complete --do-complete '{typed}'");
        let Some(mut command) = shell("fish", &["--no-config", "--command", &asked], folder.path()) else { return };
        let output = command.output().unwrap();
        let offered = String::from_utf8(output.stdout).unwrap();
        let word = format!("{}{added}", typed.rsplit(' ').next().unwrap());
        let first = offered.lines().next().unwrap_or_default().split('\t').next();
        assert_eq!(first, Some(word.as_str()), "{typed}: {offered}{}", String::from_utf8_lossy(&output.stderr));
    }
}
