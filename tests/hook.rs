//! `safepaste hook` in the formats of the tools that run it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use assert_cmd::Command;
use predicates::prelude::*;
use predicates::str::contains;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

const UNSAFE: &str = "Remind my patient Odile Marsh of her lip filler on Thursday; her cell is 479-555-0142.";
const MAYBE: &str = "A filler client wants to move her visit from Tuesday to November 30.";
const SAFE: &str = "Write a cheerful caption about our pumpkin facial.";

fn safepaste(folder: &Path, arguments: &[&str], input: &str) -> assert_cmd::assert::Assert {
    let mut command = Command::cargo_bin("safepaste").unwrap();
    command.env_remove("SAFEPASTE_POLICY").env("SAFEPASTE_TODAY", "2026-11-21").env("XDG_CONFIG_HOME", "/nowhere");
    command.current_dir(folder).arg("hook").args(arguments).write_stdin(input).assert()
}

/// A message of which a part cannot be read.
const LOCKED: &str = "Subject: Hours\nMIME-Version: 1.0\n\nWe open at nine.\n-----BEGIN PGP MESSAGE-----\n";

/// The decision on an event.
fn answer(folder: &Path, event: &Value) -> Value {
    let told = safepaste(folder, &[], &event.to_string()).code(0);
    let output = String::from_utf8(told.get_output().stdout.clone()).unwrap();
    for value in ["Odile", "Marsh", "0142"] {
        assert!(!output.contains(value), "{output}");
    }
    serde_json::from_str(&output).unwrap()
}

/// A folder with one file for each verdict, one that is no text, and one that is read in part.
fn files() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [
        ("unsafe.md", UNSAFE),
        ("maybe.md", MAYBE),
        ("safe.md", SAFE),
        ("face.png", "\u{89}PNG\0"),
        ("hours.eml", LOCKED),
    ] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

#[test]
fn claude_code() {
    let folder = files();
    let prompt = |text: &str| {
        let event = json!({"session_id": "s", "transcript_path": "/t", "cwd": folder.path(), "permission_mode": "default",
            "hook_event_name": "UserPromptSubmit", "prompt": text});
        answer(folder.path(), &event)
    };
    let blocked = prompt(UNSAFE);
    assert_eq!(blocked["decision"], "block");
    let reason = blocked["reason"].as_str().unwrap();
    for part in
        ["this prompt is unsafe", "U1", "name at 1:19", "phone number at 1:74", "Send this instead:\n\nRemind my"]
    {
        assert!(reason.contains(part), "{part} in {reason}");
    }
    let noted = prompt(MAYBE);
    assert!(noted["decision"].is_null() && noted["systemMessage"].as_str().unwrap().contains("conditional"), "{noted}");
    assert_eq!(prompt(SAFE), json!({}));
    let tool = |tool: &str, input: Value| {
        let event =
            json!({"cwd": folder.path(), "hook_event_name": "PreToolUse", "tool_name": tool, "tool_input": input});
        answer(folder.path(), &event)["hookSpecificOutput"].clone()
    };
    let read = |name: &str| tool("Read", json!({"file_path": folder.path().join(name)}));
    let denied = read("unsafe.md");
    assert_eq!((&denied["permissionDecision"], &denied["hookEventName"]), (&json!("deny"), &json!("PreToolUse")));
    assert!(denied["permissionDecisionReason"].as_str().unwrap().contains("Work with this instead"), "{denied}");
    assert_eq!(read("maybe.md")["permissionDecision"], "ask");
    assert_eq!(read("face.png")["permissionDecision"], "ask");
    let partial = read("hours.eml");
    assert_eq!(partial["permissionDecision"], "ask", "{partial}");
    assert!(partial["permissionDecisionReason"].as_str().unwrap().contains("Not read: "), "{partial}");
    // What may go is left to the user's own permissions.
    assert_eq!(read("safe.md"), Value::Null);
    assert_eq!(read("nowhere.md"), Value::Null);
    assert_eq!(tool("Bash", json!({"command": "ls"})), Value::Null);
}

#[test]
fn cursor() {
    let folder = files();
    let prompt = |text: &str, attached: &str| {
        let event = json!({"conversation_id": "c", "generation_id": "g", "hook_event_name": "beforeSubmitPrompt",
            "workspace_roots": [folder.path()], "prompt": text,
            "attachments": [{"type": "file", "file_path": folder.path().join(attached)}]});
        answer(folder.path(), &event)
    };
    assert_eq!(prompt(SAFE, "safe.md"), json!({"continue": true}));
    assert_eq!(prompt(UNSAFE, "safe.md")["continue"], false);
    let attached = prompt(SAFE, "unsafe.md");
    assert_eq!(attached["continue"], false);
    assert!(attached["user_message"].as_str().unwrap().contains("unsafe.md is unsafe"), "{attached}");
    assert_eq!(prompt(MAYBE, "safe.md")["continue"], true);
    assert_eq!(prompt(SAFE, "face.png")["continue"], false);
    assert_eq!(prompt(SAFE, "hours.eml")["continue"], false);
    let read = |name: &str, content: Option<&str>| {
        let event = json!({"hook_event_name": "beforeReadFile", "workspace_roots": [folder.path()], "file_path": name,
            "content": content});
        answer(folder.path(), &event)["permission"].clone()
    };
    assert_eq!(read("safe.md", Some(UNSAFE)), "deny");
    assert_eq!(read("unsafe.md", None), "deny");
    assert_eq!(read("unsafe.md", Some("")), "deny");
    assert_eq!(read("maybe.md", None), "allow");
    assert_eq!(read("safe.md", Some(SAFE)), "allow");
}

#[test]
fn gemini_cli() {
    let folder = files();
    let prompt = |text: &str| {
        answer(folder.path(), &json!({"hook_event_name": "BeforeAgent", "cwd": folder.path(), "prompt": text}))
    };
    assert_eq!(prompt(UNSAFE)["decision"], "deny");
    assert!(prompt(MAYBE)["systemMessage"].as_str().unwrap().contains("conditional"));
    assert_eq!(prompt(SAFE), json!({}));
    let tool = |tool: &str, input: Value| {
        let event =
            json!({"hook_event_name": "BeforeTool", "cwd": folder.path(), "tool_name": tool, "tool_input": input});
        answer(folder.path(), &event)
    };
    assert_eq!(tool("read_file", json!({"file_path": "unsafe.md"}))["decision"], "deny");
    assert_eq!(tool("read_file", json!({"absolute_path": folder.path().join("unsafe.md")}))["decision"], "deny");
    assert_eq!(tool("read_file", json!({"file_path": "safe.md"})), json!({}));
    assert_eq!(tool("read_many_files", json!({"include": ["**/*.md"]}))["decision"], "deny");
    assert_eq!(tool("list_directory", json!({"path": "."})), json!({}));
}

#[test]
fn what_cannot_be_decided_stops_the_tool() {
    let folder = files();
    let cases: [(&[&str], String, &str); 9] = [
        (&[], format!("{UNSAFE} is no JSON"), "not JSON (line 1, column 1)"),
        (&[], String::new(), "not JSON"),
        (&[], "[]".to_owned(), "no hook_event_name"),
        (&[], json!({"hook_event_name": "Stop", "prompt": UNSAFE}).to_string(), "none that can be judged"),
        (&[], json!({"hook_event_name": "UserPromptSubmit", "prompt": 7}).to_string(), "has no prompt"),
        (
            &[],
            json!({"hook_event_name": "PreToolUse", "tool_name": "Read", "tool_input": {}}).to_string(),
            "has no path",
        ),
        (
            &["--tool", "cursor"],
            json!({"hook_event_name": "UserPromptSubmit", "prompt": SAFE}).to_string(),
            "use it for beforeSubmitPrompt, beforeReadFile, beforeTabFileRead (Cursor)",
        ),
        (
            &["--tool", "cursor"],
            json!({"hook_event_name": "beforeReadFile", "file_path": "", "content": UNSAFE}).to_string(),
            "has no file_path",
        ),
        (&["--to", "fax"], json!({"hook_event_name": "UserPromptSubmit", "prompt": SAFE}).to_string(), "\"fax\""),
    ];
    for (arguments, input, message) in cases {
        let told = safepaste(folder.path(), arguments, &input).code(2).stdout("");
        told.stderr(contains(message).and(contains("help: ")).and(contains("Odile").not()));
    }
    fs::write(folder.path().join("safepaste.yaml"), "version: 9\n").unwrap();
    let event = json!({"hook_event_name": "UserPromptSubmit", "cwd": folder.path(), "prompt": SAFE});
    safepaste(folder.path(), &[], &event.to_string()).code(2).stdout("").stderr(contains("safepaste.yaml:1:10"));
}
