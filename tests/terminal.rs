//! What a terminal shows: no line is wider than it is, and nothing is lost by that.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use std::fs;
use std::path::Path;
use std::process::Command;

const DRAFT: &str = "Remind my patient Odile Marsh (MRN 4471029, DOB 03/14/1988, SSN 219-09-1834) of her filler on \
                     Thursday; her cell is 479-555-0142, her mail odile.marsh@mail.example.\n";
const POLICY: &str =
    "version: 1\nextends: med-spa\ndestinations:\n  scribe:\n    kind: approved_ai\n    baa: {expires: 2026-12-30}\n";

fn safepaste(home: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin("safepaste"));
    for name in ["SAFEPASTE_POLICY", "SAFEPASTE_PASSPHRASE", "CLICOLOR_FORCE", "COLUMNS"] {
        command.env_remove(name);
    }
    command.env("HOME", home).env("XDG_CONFIG_HOME", home.join("settings")).env("XDG_DATA_HOME", home.join("data"));
    command.env("SAFEPASTE_TODAY", "2026-11-21").env("NO_COLOR", "1").current_dir(home).args(arguments);
    command
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    fs::write(home.join("draft.txt"), DRAFT).unwrap();
    fs::write(home.join("own.yaml"), POLICY).unwrap();
    safepaste(home, &["rewrite", "--reversible", "draft.txt"]).output().unwrap();
    for arguments in [["policy", "lint", "own.yaml"].as_slice(), &["vault", "list"]] {
        let piped = String::from_utf8(safepaste(home, arguments).output().unwrap().stdout).unwrap();
        assert!(piped.lines().any(|line| line.chars().count() > 80), "nothing to break: {piped}");
        // A new terminal has no size, which counts as 80 columns.
        let mut session = rexpect::session::spawn_command(safepaste(home, arguments), Some(30_000)).unwrap();
        let shown = session.exp_eof().unwrap();
        assert!(shown.lines().all(|line| line.chars().count() <= 80), "{shown}");
        assert!(shown.split_whitespace().eq(piped.split_whitespace()), "{piped}\n{shown}");
    }
}
