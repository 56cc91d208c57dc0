//! Claude Code: `UserPromptSubmit` before a prompt is sent, `PreToolUse` before a tool reads a file.
//! Its format: <https://code.claude.com/docs/en/hooks>.

use super::format::{Asked, Decision, Format, file, mentioned, text};
use serde_json::{Value, json};

const PROMPT: &str = "UserPromptSubmit";
const TOOL: &str = "PreToolUse";

pub(super) static FORMAT: Format = Format { name: "Claude Code", events: &[PROMPT, TOOL], asked, answer };

fn asked(event: &str, input: &Value) -> Result<Asked, &'static str> {
    if event == PROMPT {
        let prompt = text(input, "prompt").ok_or("prompt")?;
        return Ok(Asked { files: mentioned(&prompt), prompt: Some(prompt), ..Asked::default() });
    }
    let tool = input["tool_name"].as_str().ok_or("tool_name")?;
    let key = match tool {
        "Read" => "file_path",
        "NotebookRead" => "notebook_path",
        // Other tools read no file that they name.
        _ => return Ok(Asked::default()),
    };
    let path = input["tool_input"][key].as_str().ok_or("path of the file in its tool_input")?;
    Ok(Asked { files: vec![file(path)], ..Asked::default() })
}

fn answer(event: &str, decision: &Decision) -> Value {
    // An "allow" would take the place of the user's own permission, so what may go is left alone.
    match (decision, event) {
        (Decision::Pass, _) => json!({}),
        (Decision::Look(why), PROMPT) => json!({"systemMessage": why}),
        (Decision::Unseen(why) | Decision::Block(why), PROMPT) => json!({"decision": "block", "reason": why}),
        (Decision::Look(why) | Decision::Unseen(why), _) => permission("ask", why),
        (Decision::Block(why), _) => permission("deny", why),
    }
}

fn permission(decision: &str, why: &str) -> Value {
    json!({"hookSpecificOutput": {
        "hookEventName": TOOL,
        "permissionDecision": decision,
        "permissionDecisionReason": why,
    }})
}
