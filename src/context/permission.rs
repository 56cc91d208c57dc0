//! Permissions that stand in the text itself, in whatever its comments look like: `safepaste: allow NAME -- why`.
//!
//! Behind other words such a mark counts for its line; alone on its line it counts for the next one that is not empty;
//! `allow-begin NAME -- why` counts up to `allow-end`. A permission that gives no reason, that can be read in no way or
//! that nothing needs is told. No word of the text is told with it, for it may be a name.

use crate::identifier::{Finding, Kind};
use std::ops::Range;

/// What every mark begins with.
const MARK: &str = "safepaste:";

/// What ends a comment, whose rest is no part of the mark.
const ENDS: [&str; 7] = ["-->", "*/", "#}", "--}}", "-%>", "%>", "-}"];

/// What stands between the kinds and the reason.
const DASHES: [&str; 3] = ["--", "\u{2014}", "\u{2013}"];

/// What the permissions of a text came to.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Permitted {
    /// What was found and is permitted, in order of place. It counts for nothing.
    pub findings: Vec<Finding>,
    /// What is wrong with permissions, in order of place.
    pub notes: Vec<Note>,
}

/// What is wrong with a permission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Where it stands, in bytes of the original.
    pub at: usize,
    /// What is wrong and what to do, in a plain sentence without any word of the text.
    pub message: String,
}

/// The permissions of a text.
#[derive(Debug, Default)]
pub(crate) struct Permissions {
    permissions: Vec<Permission>,
    notes: Vec<Note>,
}

/// One permission.
#[derive(Debug)]
struct Permission {
    at: usize,
    kinds: Vec<Kind>,
    /// The kinds that something needed.
    used: Vec<Kind>,
    /// Where it counts, in bytes of the original.
    scope: Range<usize>,
}

/// A mark as it is written.
struct Mark<'t> {
    at: usize,
    verb: Verb,
    /// What follows the verb within the comment.
    rest: &'t str,
    line: Range<usize>,
    /// Whether nothing else stands on its line.
    alone: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Verb {
    Allow,
    Begin,
    End,
    /// Something that was probably meant as one of these.
    Misspelled,
}

impl Permissions {
    /// The permissions of a text, where it has any mark. Where the policy forbids them, each is told and none counts.
    pub(crate) fn read(text: &str, forbidden: bool) -> Option<Permissions> {
        let marks: Vec<Mark<'_>> =
            memchr::memmem::find_iter(text.as_bytes(), MARK).filter_map(|at| mark(text, at)).collect();
        if marks.is_empty() {
            return None;
        }
        let mut read = Permissions::default();
        if forbidden {
            let message = "the policy forbids permissions in the text, so this one counts for nothing; take it out";
            marks.iter().filter(|mark| mark.verb != Verb::End).for_each(|mark| read.note(mark.at, message));
            return Some(read);
        }
        let mut open: Vec<Permission> = Vec::new();
        for (index, mark) in marks.iter().enumerate() {
            match mark.verb {
                Verb::Misspelled => {
                    read.note(
                        mark.at,
                        "nothing is permitted here: write allow, allow-begin or allow-end after safepaste:",
                    );
                }
                Verb::End => match open.pop() {
                    Some(begun) => {
                        let scope = begun.scope.start..mark.line.end;
                        read.permissions.push(Permission { scope, ..begun });
                    }
                    None => read.note(mark.at, "this allow-end ends nothing; take it out"),
                },
                Verb::Allow | Verb::Begin => match kinds(mark.rest) {
                    Err(message) => read.note(mark.at, &message),
                    Ok(kinds) => {
                        let end = if mark.alone { next_line(text, &marks[index..]) } else { mark.line.end };
                        let scope = mark.line.start..end;
                        let permission = Permission { at: mark.at, kinds, used: Vec::new(), scope };
                        if mark.verb == Verb::Begin { &mut open } else { &mut read.permissions }.push(permission);
                    }
                },
            }
        }
        for begun in open {
            read.note(begun.at, "this allow-begin has no allow-end, so it counts for nothing; add one");
        }
        Some(read)
    }

    fn note(&mut self, at: usize, message: &str) {
        self.notes.push(Note { at, message: message.to_owned() });
    }

    /// Whether a finding is permitted.
    pub(crate) fn permits(&mut self, finding: &Finding) -> bool {
        let mut permitted = false;
        for permission in &mut self.permissions {
            if permission.scope.contains(&finding.bytes.start) && permission.kinds.contains(&finding.kind) {
                permitted = true;
                if !permission.used.contains(&finding.kind) {
                    permission.used.push(finding.kind);
                }
            }
        }
        permitted
    }

    /// What is wrong with them, once every finding was asked for.
    pub(crate) fn notes(mut self) -> Vec<Note> {
        for Permission { at, kinds, used, .. } in std::mem::take(&mut self.permissions) {
            let idle: Vec<&str> = kinds.iter().filter(|kind| !used.contains(kind)).map(|kind| kind.code()).collect();
            if !idle.is_empty() {
                self.note(at, &format!("nothing here needs the permission for {}; take it out", idle.join(", ")));
            }
        }
        self.notes.sort_by_key(|note| note.at);
        self.notes
    }
}

/// The mark that begins at a place; none where the word stands in prose.
fn mark(text: &str, at: usize) -> Option<Mark<'_>> {
    if text[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '/' | '.')) {
        return None;
    }
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let end = text[at..].find('\n').map_or(text.len(), |end| at + end + 1);
    let said = text[at + MARK.len()..end].trim_start();
    let word = said.split(|c: char| !c.is_alphanumeric() && c != '-').next().unwrap_or_default();
    let word = word.split("--").next().unwrap_or_default();
    let verb = verb(word)?;
    let after = &said[word.len()..];
    let ends = ENDS.iter().filter_map(|end| after.find(end)).min();
    let (rest, behind) = after.split_at(ends.unwrap_or(after.len()));
    // The word with which a batch file or m4 begins a comment.
    let before = text[start..at].trim().to_ascii_lowercase();
    let nothing_before = matches!(before.as_str(), "rem" | "dnl") || !before.contains(char::is_alphanumeric);
    let alone = nothing_before && !behind.contains(char::is_alphanumeric);
    Some(Mark { at, verb, rest, line: start..end, alone })
}

/// What a word after the mark says; none where it is a word of prose.
fn verb(word: &str) -> Option<Verb> {
    const OTHERS: [&str; 5] = ["ignore", "disable", "permit", "skip", "noqa"];
    let word = word.to_ascii_lowercase();
    match word.as_str() {
        "allow" => Some(Verb::Allow),
        "allow-begin" => Some(Verb::Begin),
        "allow-end" => Some(Verb::End),
        _ => {
            let near = |known: &str| word.len() > 3 && strsim::damerau_levenshtein(&word, known) <= 2;
            let meant = word.starts_with("allow-") || OTHERS.iter().any(|other| word.starts_with(other));
            (meant || ["allow", "allow-begin", "allow-end"].into_iter().any(near)).then_some(Verb::Misspelled)
        }
    }
}

/// The kinds that a mark names, or what is wrong with it.
fn kinds(rest: &str) -> Result<Vec<Kind>, String> {
    let dash = DASHES.iter().filter_map(|dash| rest.find(dash).map(|at| (at, dash.len()))).min();
    let (named, reason) = dash.map_or((rest, ""), |(at, len)| (&rest[..at], &rest[at + len..]));
    let mut kinds = Vec::new();
    for name in named.split(',').map(str::trim) {
        match Kind::from_code(name) {
            Some(kind) if kinds.contains(&kind) => {}
            Some(kind) => kinds.push(kind),
            None if name.is_empty() => {
                return Err("this names no kind, so it counts for nothing; write it as in NAME, PHONE".to_owned());
            }
            None => return Err(unknown(name)),
        }
    }
    if !reason.contains(char::is_alphanumeric) {
        return Err("this gives no reason, so it counts for nothing; write two hyphens and why".to_owned());
    }
    Ok(kinds)
}

/// What to say of a word that is no kind. The word itself is not told.
fn unknown(name: &str) -> String {
    let name = name.to_ascii_uppercase().replace(['-', ' '], "_");
    let near = Kind::ALL.map(Kind::code).into_iter().map(|code| (strsim::damerau_levenshtein(&name, code), code)).min();
    let cure = match near {
        Some((distance, code)) if distance <= code.len() / 3 => format!("did you mean {code}?"),
        _ => "safepaste explain lists them".to_owned(),
    };
    format!("this names something that is no kind, so it counts for nothing; {cure}")
}

/// The end of the next line that is not empty and holds no further mark alone; `marks` begins with the one in question.
fn next_line(text: &str, marks: &[Mark<'_>]) -> usize {
    let Some(first) = marks.first() else { return text.len() };
    let mut at = first.line.end;
    for line in text[at..].split_inclusive('\n') {
        at += line.len();
        let is_mark = marks[1..].iter().take_while(|mark| mark.at < at).any(|mark| mark.alone && mark.line.end == at);
        if !is_mark && !line.trim().is_empty() {
            break;
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text where each place in `{NAME ...}` is a finding, the values that are permitted, and the notes by line.
    fn permitted(marked: &str, forbidden: bool) -> (Vec<String>, Vec<String>) {
        let (mut text, mut findings) = (String::new(), Vec::new());
        for (at, part) in marked.split(['{', '}']).enumerate() {
            match part.split_once(' ') {
                Some((code, value)) if at % 2 == 1 => {
                    let bytes = text.len()..text.len() + value.len();
                    let kind = Kind::from_code(code).unwrap();
                    let rule = String::new();
                    findings.push(Finding { kind, chars: bytes.clone(), bytes, confidence: 1.0, rule, person: None });
                    text.push_str(value);
                }
                _ => text.push_str(part),
            }
        }
        let Some(mut permissions) = Permissions::read(&text, forbidden) else { return Default::default() };
        let kept = findings.iter().filter(|finding| permissions.permits(finding));
        let values = kept.map(|finding| text[finding.bytes.clone()].to_owned()).collect();
        let notes = permissions.notes().into_iter();
        let told = |note: Note| format!("{}: {}", 1 + text[..note.at].matches('\n').count(), note.message);
        (values, notes.map(told).collect())
    }

    #[test]
    fn comments_of_every_syntax_permit_a_line_the_next_or_a_block() {
        let cases: [(&str, &[&str]); 17] = [
            ("by {NAME Ana} # safepaste: allow NAME -- our model\nby {NAME Bea}", &["Ana"]),
            ("# safepaste: allow NAME -- our model\nby {NAME Ana}\nby {NAME Bea}", &["Ana"]),
            ("// safepaste: allow name,PHONE -- ours\n{NAME Ana} {PHONE 1} {EMAIL e}", &["Ana", "1"]),
            ("<!-- safepaste: allow NAME -- our model -->\n\n{NAME Ana}\n{NAME Bea}", &["Ana"]),
            ("<!-- safepaste: allow NAME -- our model --> {NAME Ana}\n{NAME Bea}", &["Ana"]),
            ("/* safepaste: allow NAME -- x */\n{NAME Ana}", &["Ana"]),
            ("    {/* safepaste: allow NAME -- x */}\n    {NAME Ana}", &["Ana"]),
            ("-- safepaste: allow NAME -- x\n{NAME Ana}", &["Ana"]),
            ("% safepaste: allow NAME \u{2014} x\n{NAME Ana}", &["Ana"]),
            ("REM safepaste: allow NAME -- x\r\n{NAME Ana}\r\n{NAME Bea}", &["Ana"]),
            ("; safepaste:allow NAME--x\n{NAME Ana}", &["Ana"]),
            ("# safepaste: allow NAME -- x\n# safepaste: allow PHONE -- y\n{NAME Ana} {PHONE 1}", &["Ana", "1"]),
            (
                "# safepaste: allow-begin NAME -- x\n{NAME Ana}\n\n{NAME Bea}\n# safepaste: allow-end\n{NAME Cai}",
                &["Ana", "Bea"],
            ),
            ("# safepaste: allow NAME -- for {NAME Ana}\n\n{NAME Bea}", &["Ana", "Bea"]),
            ("the tool safepaste: it reads {NAME Ana}", &[]),
            ("my-safepaste: allow NAME -- x {NAME Ana}", &[]),
            ("no mark {NAME Ana}", &[]),
        ];
        for (marked, values) in cases {
            // The braces of JSX stand for themselves.
            let marked = marked.replace("{/*", "\u{1}/*").replace("*/}", "*/\u{1}");
            assert_eq!(permitted(&marked, false), (values.iter().map(|v| v.to_string()).collect(), vec![]), "{marked}");
        }
    }

    #[test]
    fn what_permits_nothing_is_told_with_its_line_and_without_a_word_of_the_text() {
        let cases = [
            ("a\n{NAME Ana} # safepaste: allow NAME", "2: this gives no reason"),
            ("{NAME Ana} # safepaste: allow NAME --", "1: this gives no reason"),
            ("{NAME Ana} <!-- safepaste: allow NAME -->", "1: this gives no reason"),
            (
                "{NAME Ana} # safepaste: allow NAMES -- x",
                "1: this names something that is no kind, so it counts for nothing; did you mean NAME?",
            ),
            (
                "{NAME Ana} # safepaste: allow Odile Marsh -- x",
                "1: this names something that is no kind, so it counts for nothing; safepaste explain",
            ),
            ("{NAME Ana} # safepaste: allow -- x", "1: this names no kind"),
            ("{NAME Ana} # safepaste: alow NAME -- x", "1: nothing is permitted here"),
            ("{NAME Ana} # safepaste: ignore NAME", "1: nothing is permitted here"),
            ("# safepaste: allow-begin NAME -- x\n{NAME Ana}", "1: this allow-begin has no allow-end"),
            ("{NAME Ana}\n# safepaste: allow-end", "2: this allow-end ends nothing"),
            ("# safepaste: allow PHONE -- x\n{NAME Ana}", "1: nothing here needs the permission for PHONE"),
        ];
        for (marked, expected) in cases {
            let (values, notes) = permitted(marked, false);
            assert!(values.is_empty() && notes.len() == 1 && notes[0].starts_with(expected), "{marked}: {notes:?}");
            assert!(!notes[0].contains("Odile"));
        }
        let (values, notes) = permitted("{NAME Ana} # safepaste: allow NAME -- x", true);
        assert!(values.is_empty() && notes[0].contains("the policy forbids"), "{notes:?}");
    }
}
