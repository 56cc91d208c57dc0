//! Every shipped policy does what its page of examples says, tried by the command that a practice has.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use assert_cmd::Command;
use std::fs;
use std::path::Path;

#[test]
fn every_shipped_policy_does_what_its_examples_say() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("policies");
    let mut tried = 0;
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        if !path.is_dir() {
            continue;
        }
        let examples = path.join("examples.yaml");
        assert!(examples.is_file(), "{} has no page of examples", path.display());
        let output = Command::cargo_bin("safepaste")
            .unwrap()
            .env_remove("SAFEPASTE_POLICY")
            .env("SAFEPASTE_TODAY", "2026-11-21")
            .args(["policy", "test", "--show-values"])
            .arg(&examples)
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&[output.stdout, output.stderr].concat()));
        tried += 1;
    }
    assert!(tried >= 6, "only {tried} policies have examples");
}
