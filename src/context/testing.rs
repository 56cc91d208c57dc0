//! For the tests of this stage: texts in which the candidates are marked as `{KIND:value}`.

use crate::identifier::{Hit, Kind};

/// The text without its marks, and its candidates.
pub(crate) fn page_hits(marked: &str) -> (String, Vec<Hit>) {
    let mut text = String::new();
    let mut hits = Vec::new();
    let mut rest = marked;
    while let Some(open) = rest.find('{') {
        let close = rest[open..].find('}').unwrap() + open;
        text.push_str(&rest[..open]);
        let (code, value) = rest[open + 1..close].split_once(':').unwrap();
        let start = text.len();
        text.push_str(value);
        hits.push(Hit {
            kind: Kind::from_code(code).unwrap(),
            range: start..text.len(),
            confidence: 0.95,
            rule: "test/marked".into(),
        });
        rest = &rest[close + 1..];
    }
    text.push_str(rest);
    (text, hits)
}

/// What the hits stand for.
pub(crate) fn values(text: &str, hits: &[Hit]) -> Vec<String> {
    hits.iter().map(|hit| text[hit.range.clone()].to_owned()).collect()
}
