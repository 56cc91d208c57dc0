//! Brackets as other languages write them, as plain ones: `«NAME_1»` and `【NAME_1】` are `<NAME_1>`.

use super::map::{Rewriter, Rewritten};

/// Makes every such bracket a plain one.
pub(super) fn plain(text: &str) -> Option<Rewritten> {
    let mut rewriter = Rewriter::new(text);
    // All of them begin with one of these bytes.
    for at in memchr::memchr3_iter(0xc2, 0xe2, 0xe3, text.as_bytes()) {
        let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { continue };
        let plain = match c {
            '«' | '‹' | '〈' | '《' | '【' | '〔' | '〖' | '「' | '『' | '⟦' | '⟨' => "<",
            '»' | '›' | '〉' | '》' | '】' | '〕' | '〗' | '」' | '』' | '⟧' | '⟩' => ">",
            _ => continue,
        };
        rewriter.replace(at..at + c.len_utf8(), plain);
    }
    rewriter.finish()
}
