//! `safepaste doctor`, and what else tells somebody how to go on: which policy counts, what was probably meant.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use assert_cmd::Command;
use predicates::prelude::*;
use predicates::str::contains;
use std::fs;
use std::path::Path;

/// The program with a home of its own, in a folder, with itself before all others.
fn safepaste(home: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::cargo_bin("safepaste").unwrap();
    let binary = assert_cmd::cargo::cargo_bin("safepaste");
    let mut path = vec![binary.parent().unwrap().to_owned()];
    path.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap()));
    for name in ["SAFEPASTE_POLICY", "CLICOLOR_FORCE", "DISPLAY", "WAYLAND_DISPLAY"] {
        command.env_remove(name);
    }
    command.env("PATH", std::env::join_paths(path).unwrap()).env("HOME", home).env("USERPROFILE", home);
    command.env("XDG_CONFIG_HOME", home.join("settings")).env("XDG_DATA_HOME", home.join("data"));
    command.env("SAFEPASTE_TODAY", "2026-11-21").env("NO_COLOR", "1").env("SHELL", "/bin/bash");
    command.current_dir(home).args(arguments);
    command
}

#[test]
fn the_doctor_says_what_is_in_order_and_what_is_not() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    let told = safepaste(home, &["doctor"]).assert().code(0);
    told.stdout(
        contains("ok       program      safepaste ")
            .and(contains("ok       path         hooks start "))
            .and(contains("ok       policy       built-in med-spa: there is no safepaste.yaml"))
            .and(contains("ok       rules        nothing is wrong"))
            .and(contains("ok       vault        nothing was kept yet"))
            .and(contains("ok       git          git version"))
            .and(contains("warning  completions  bash does not complete safepaste yet"))
            .and(contains("help: safepaste completions bash > ")),
    );
    let place = home.join(".local/share/bash-completion/completions");
    fs::create_dir_all(&place).unwrap();
    fs::write(place.join("safepaste"), "old").unwrap();
    safepaste(home, &["doctor"]).assert().stdout(contains("is of another version"));
    let current = safepaste(home, &["completions", "bash"]).output().unwrap().stdout;
    fs::write(place.join("safepaste"), current).unwrap();
    safepaste(home, &["doctor"]).assert().stdout(contains("ok       completions"));
    fs::write(home.join("safepaste.yaml"), "version: 1\nextends: med-spa\ndestinatoins: {}\n").unwrap();
    let told = safepaste(home, &["doctor"]).assert().code(1);
    told.stdout(contains("problem  policy").and(contains("help: did you mean `destinations`?")));
    let warned = "version: 1\nextends: med-spa\naudit: {folder: log}\npaths: [{glob: '*.md'}]\n";
    fs::write(home.join("safepaste.yaml"), warned).unwrap();
    let told = safepaste(home, &["doctor"]).assert().code(0);
    told.stdout(
        contains("the nearest safepaste.yaml upwards")
            .and(contains("warning  rules        the policy has a warning"))
            .and(contains("ok       log          no check was recorded yet")),
    );
}

#[cfg(unix)]
#[test]
fn a_key_that_others_may_read_is_a_problem() {
    use std::os::unix::fs::PermissionsExt;
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    let draft = "Remind my patient Odile Marsh of her lip filler on Thursday.";
    safepaste(home, &["rewrite", "--reversible"]).write_stdin(draft).assert().code(0);
    safepaste(home, &["doctor"]).assert().code(0).stdout(contains("1 kept; the key is readable by you alone"));
    let key = home.join("settings/safepaste/vault.key");
    fs::set_permissions(&key, fs::Permissions::from_mode(0o644)).unwrap();
    let told = safepaste(home, &["doctor"]).assert().code(1);
    told.stdout(contains("problem  vault").and(contains("help: chmod 600 ")).and(contains("Odile").not()));
    safepaste(home, &["doctor"]).env("PATH", "").assert().stdout(contains("git cannot be started"));
}

#[test]
fn what_was_probably_meant_is_told() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    for (arguments, meant) in [
        (&["--to", "websit"][..], "did you mean website?"),
        (&["--role", "front-desk"], "did you mean front_desk?"),
        (&["--policy", "medspa"], "did you mean med-spa?"),
        (&["explain", "diagnos"], "did you mean diagnose?"),
        (&["minimize", "--template", "folow_up"], "did you mean follow_up?"),
    ] {
        safepaste(home, arguments).write_stdin("hello").assert().code(2).stderr(contains(meant));
    }
}

#[test]
fn verbose_says_which_policy_counts_and_why() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    let run = |arguments: &[&str], said: &str| {
        let told = safepaste(home, &[arguments, &["--verbose"]].concat()).write_stdin("hello").assert();
        told.stderr(contains(said));
    };
    run(&[], "policy: built-in med-spa: there is no safepaste.yaml");
    run(&["--policy", "therapist"], "policy: built-in therapist: named by --policy");
    fs::create_dir_all(home.join("settings/safepaste")).unwrap();
    let policy = "version: 1\nextends: med-spa\n";
    fs::write(home.join("settings/safepaste/policy.yaml"), policy).unwrap();
    run(&[], "policy.yaml: your own, as there is no safepaste.yaml");
    fs::write(home.join("safepaste.yaml"), policy).unwrap();
    fs::write(home.join("a.md"), "hello").unwrap();
    run(&["rewrite", "--write", "a.md"], "safepaste.yaml: the nearest safepaste.yaml upwards");
}
