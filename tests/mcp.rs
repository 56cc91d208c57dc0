//! `safepaste mcp` by the protocol's own messages.

#![cfg(feature = "mcp")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use serde_json::{Value, json};
use std::fs;
use std::io::{BufRead, BufReader, Lines, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

const UNSAFE: &str = "Remind my patient Tamsin Quell of her lip filler on Thursday; her cell is 479-555-0163.";

/// A client of the protocol, with the program as its server.
struct Client {
    server: Child,
    input: ChildStdin,
    output: Lines<BufReader<ChildStdout>>,
    id: u64,
}

impl Client {
    fn new(folder: &Path) -> Client {
        let mut server = Command::new(assert_cmd::cargo::cargo_bin("safepaste"))
            .arg("mcp")
            .env_remove("SAFEPASTE_POLICY")
            .env("XDG_CONFIG_HOME", folder.join("settings"))
            .env("XDG_DATA_HOME", folder.join("data"))
            .env("HOME", folder)
            .current_dir(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (input, output) = (server.stdin.take().unwrap(), server.stdout.take().unwrap());
        let mut client = Client { server, input, output: BufReader::new(output).lines(), id: 0 };
        let hello =
            json!({"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "t", "version": "1"}});
        let welcome = client.ask("initialize", hello);
        assert_eq!(welcome["serverInfo"]["name"], "safepaste");
        assert!(welcome["capabilities"]["tools"].is_object() && welcome["instructions"].is_string(), "{welcome}");
        client.send(&json!({"jsonrpc": "2.0", "method": "notifications/initialized"}));
        client
    }

    fn send(&mut self, message: &Value) {
        writeln!(self.input, "{message}").unwrap();
    }

    fn ask(&mut self, method: &str, params: Value) -> Value {
        self.id += 1;
        self.send(&json!({"jsonrpc": "2.0", "id": self.id, "method": method, "params": params}));
        let answer: Value = serde_json::from_str(&self.output.next().unwrap().unwrap()).unwrap();
        assert_eq!(answer["id"], self.id);
        answer["result"].clone()
    }

    /// The structured answer of a tool, or the message of its error. It shows no value, whatever was asked.
    fn call(&mut self, tool: &str, arguments: Value) -> Result<Value, String> {
        let result = self.ask("tools/call", json!({"name": tool, "arguments": arguments}));
        for value in ["Tamsin", "Quell", "0163"] {
            assert!(!result.to_string().contains(value), "{result}");
        }
        match result["isError"].as_bool() {
            Some(true) => Err(result["content"][0]["text"].as_str().unwrap().to_owned()),
            _ => Ok(result["structuredContent"].clone()),
        }
    }
}

#[test]
fn the_tools_are_listed_and_answer_without_values() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("draft.txt"), UNSAFE).unwrap();
    let mut client = Client::new(folder.path());
    let tools = client.ask("tools/list", json!({}))["tools"].clone();
    let mut names: Vec<&str> = tools.as_array().unwrap().iter().map(|tool| tool["name"].as_str().unwrap()).collect();
    names.sort_unstable();
    assert_eq!(names, ["check", "explain", "restore", "rewrite"]);
    for tool in tools.as_array().unwrap() {
        assert_eq!(tool["inputSchema"]["type"], "object", "{tool}");
        assert_eq!(tool["outputSchema"]["type"], "object", "{tool}");
        assert!(!tool.to_string().contains("\"uint"), "clients warn of formats that JSON Schema does not know: {tool}");
    }

    for draft in [json!({"text": UNSAFE}), json!({"path": "draft.txt", "to": "chatbot"})] {
        let checked = client.call("check", draft).unwrap();
        assert_eq!((&checked["bucket"], &checked["reasons"][0]["code"]), (&json!("unsafe"), &json!("U1")));
        let place = &checked["findings"][0];
        assert_eq!((&place["kind"], &place["line"], &place["column"]), (&json!("NAME"), &json!(1), &json!(19)));
    }
    let rewritten = client.call("rewrite", json!({"path": "draft.txt"})).unwrap();
    assert_eq!((&rewritten["before"], &rewritten["bucket"]), (&json!("unsafe"), &json!("safe")));
    assert!(rewritten["text"].as_str().unwrap().starts_with("Remind my patient"), "{rewritten}");
    let locked = "Subject: Hours\nMIME-Version: 1.0\n\nWe open at nine.\n-----BEGIN PGP MESSAGE-----\n";
    fs::write(folder.path().join("hours.eml"), locked).unwrap();
    for tool in ["check", "rewrite"] {
        let partial = client.call(tool, json!({"path": "hours.eml"})).unwrap();
        assert_eq!(
            (&partial["bucket"], partial["unread"].as_array().unwrap().len()),
            (&json!("conditional"), 1),
            "{partial}"
        );
    }
    assert!(client.call("explain", json!({"code": "u1"})).unwrap()["text"].as_str().unwrap().contains("Instead"));

    let kept = client.call("rewrite", json!({"text": UNSAFE, "reversible": true})).unwrap();
    assert!(kept["kept_as"].is_string(), "{kept}");
    let reply = "Dear [NAME_1], we call [PHONE_1].";
    let back = client.call("restore", json!({"text": reply, "output": "reply.txt"})).unwrap();
    assert_eq!(back["written_to"], "reply.txt");
    let path = folder.path().join("reply.txt");
    assert_eq!(fs::read_to_string(&path).unwrap(), "Dear Tamsin Quell, we call 479-555-0163.");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
    let again = client.call("restore", json!({"text": reply, "output": "reply.txt"})).unwrap_err();
    assert!(again.contains("reply.txt cannot be written") && again.contains("name a new file"), "{again}");

    for (tool, arguments, message) in [
        ("check", json!({"text": UNSAFE, "to": "fax"}), "\"fax\""),
        ("check", json!({}), "either text or path"),
        ("check", json!({"path": "-"}), "either text or path"),
        ("check", json!({"path": "nowhere.txt"}), "no such file"),
        ("rewrite", json!({"text": UNSAFE, "style": "natural", "reversible": true}), "only tags can be turned back"),
        ("explain", json!({"code": "SNN"}), "did you mean SSN?"),
    ] {
        let told = client.call(tool, arguments).unwrap_err();
        assert!(told.contains(message), "{told}");
    }
    drop(client.input);
    assert!(client.server.wait().unwrap().success());
}
