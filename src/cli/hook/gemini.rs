//! Gemini CLI: `BeforeAgent` before a prompt is worked on, `BeforeTool` before a tool reads a file.
//! Its format: <https://geminicli.com/docs/hooks/reference>.

use super::format::{Asked, Decision, Format, file, mentioned, text};
use serde_json::{Value, json};

const PROMPT: &str = "BeforeAgent";

pub(super) static FORMAT: Format = Format { name: "Gemini CLI", events: &[PROMPT, "BeforeTool"], asked, answer };

fn asked(event: &str, input: &Value) -> Result<Asked, &'static str> {
    if event == PROMPT {
        let prompt = text(input, "prompt").ok_or("prompt")?;
        return Ok(Asked { files: mentioned(&prompt), prompt: Some(prompt), whole_folders: true, ..Asked::default() });
    }
    let named = &input["tool_input"];
    match input["tool_name"].as_str().ok_or("tool_name")? {
        "read_file" => {
            let path = named["file_path"].as_str().or(named["absolute_path"].as_str());
            let path = path.ok_or("path of the file in its tool_input")?;
            Ok(Asked { files: vec![file(path)], ..Asked::default() })
        }
        // It takes patterns and folders, and nobody can tell which files those will be.
        "read_many_files" => Ok(Asked { unnamed: true, ..Asked::default() }),
        _ => Ok(Asked::default()),
    }
}

fn answer(_: &str, decision: &Decision) -> Value {
    match decision {
        Decision::Pass => json!({}),
        Decision::Look(why) => json!({"systemMessage": why}),
        Decision::Unseen(why) | Decision::Block(why) => json!({"decision": "deny", "reason": why}),
    }
}
