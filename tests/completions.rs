//! The committed completions and manual pages say what the program says.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use assert_cmd::Command;
use std::fs;
use std::path::Path;

/// Each file under `completions/` and the command that writes it.
const FILES: [(&str, &[&str]); 7] = [
    ("safepaste.bash", &["completions", "bash"]),
    ("_safepaste", &["completions", "zsh"]),
    ("safepaste.fish", &["completions", "fish"]),
    ("_safepaste.ps1", &["completions", "powershell"]),
    ("safepaste.elv", &["completions", "elvish"]),
    ("safepaste.nu", &["completions", "nushell"]),
    ("safepaste.1", &["man"]),
];

/// The commands that have a page of their own, which the program's page names.
const COMMANDS: [&str; 15] = [
    "check",
    "rewrite",
    "restore",
    "clip",
    "vault",
    "minimize",
    "baseline",
    "explain",
    "policy",
    "audit",
    "hook",
    "mcp",
    "doctor",
    "completions",
    "man",
];

#[test]
fn committed_completions_are_current() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("completions");
    let writing = std::env::var_os("SAFEPASTE_WRITE").is_some();
    let pages = COMMANDS.map(|command| (format!("safepaste-{command}.1"), vec!["man", command]));
    let files = FILES.map(|(name, arguments)| (name.to_owned(), arguments.to_vec()));
    for (name, arguments) in files.into_iter().chain(pages) {
        let output =
            Command::cargo_bin("safepaste").unwrap().env_remove("SAFEPASTE_POLICY").args(&arguments).output().unwrap();
        assert!(output.status.success(), "{arguments:?}");
        let path = folder.join(&name);
        if writing {
            fs::create_dir_all(&folder).unwrap();
            fs::write(&path, &output.stdout).unwrap();
        }
        let committed = fs::read(&path).unwrap_or_default();
        assert!(
            committed == output.stdout,
            "completions/{name} is out of date; write it anew: SAFEPASTE_WRITE=1 cargo test --test completions"
        );
    }
}
