//! Cursor: `beforeSubmitPrompt` before a prompt is sent with its attachments, `beforeReadFile` and `beforeTabFileRead`
//! before the content of a file is. Its format: <https://cursor.com/docs/agent/hooks>.

use super::format::{Asked, Decision, File, Format, file, text};
use serde_json::{Value, json};

const PROMPT: &str = "beforeSubmitPrompt";

pub(super) static FORMAT: Format =
    Format { name: "Cursor", events: &[PROMPT, "beforeReadFile", "beforeTabFileRead"], asked, answer };

fn asked(event: &str, input: &Value) -> Result<Asked, &'static str> {
    let attached = input["attachments"].as_array().into_iter().flatten();
    // Both spellings are in use.
    let attached = attached.filter_map(|one| one["file_path"].as_str().or(one["filePath"].as_str())).map(file);
    if event == PROMPT {
        let prompt = Some(text(input, "prompt").ok_or("prompt")?);
        return Ok(Asked { prompt, files: attached.collect(), ..Asked::default() });
    }
    let path = input["file_path"].as_str().filter(|path| !path.is_empty()).ok_or("file_path")?;
    // What Cursor calls the content of a file in another format is not its text.
    let own = match text(input, "content").filter(|content| !content.contains(['\0', '\u{fffd}'])) {
        Some(content) if !content.is_empty() => File { content: Some(content), ..file(path) },
        _ => file(path),
    };
    Ok(Asked { files: std::iter::once(own).chain(attached).collect(), ..Asked::default() })
}

fn answer(event: &str, decision: &Decision) -> Value {
    let (goes, why) = match decision {
        Decision::Pass => (true, None),
        Decision::Look(why) => (true, Some(why)),
        Decision::Unseen(why) | Decision::Block(why) => (false, Some(why)),
    };
    let mut answer = match (event, goes) {
        (PROMPT, goes) => json!({"continue": goes}),
        (_, true) => json!({"permission": "allow"}),
        (_, false) => json!({"permission": "deny"}),
    };
    if let Some(why) = why {
        answer["user_message"] = json!(why);
    }
    answer
}
