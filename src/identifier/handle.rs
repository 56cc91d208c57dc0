//! Names inside what people and programs are called: logins, handles, names of files, hashtags.

use super::label::is_rare_name;
use super::{Hit, Kind, Match};
use crate::lexicon::{self, Class};
use crate::text::{Page, Shape};

/// Files that hold what was written or said of somebody; images are PHOTO.
#[rustfmt::skip]
const FILES: [&str; 32] = [
    "pdf", "doc", "docx", "xls", "xlsx", "csv", "tsv", "txt", "rtf", "odt", "pages", "wav", "mp3", "m4a", "ogg", "mp4",
    "mov", "msg", "eml", "zip", "tif", "tiff", "dcm", "dicom", "xml", "json", "html", "ics", "vcf", "pptx", "amr", "key",
];

/// Appends the names inside the names of files: `LINDQVIST_consent.pdf`, `report-maj-lindqvist.docx`.
pub(super) fn in_files(page: &Page<'_>, hits: &mut Vec<Hit>) {
    let tokens = page.tokens();
    let text = |at: usize| tokens.get(at).map_or("", |token| page.token_text(token));
    let touch = |at: usize| at > 0 && tokens[at - 1].range.end == tokens[at].range.start;
    for dot in 1..tokens.len().saturating_sub(1) {
        let ends = text(dot) == "." && FILES.contains(&text(dot + 1).to_ascii_lowercase().as_str());
        if !ends || !touch(dot) || !touch(dot + 1) {
            continue;
        }
        let mut first = dot - 1;
        while touch(first) && (tokens[first - 1].shape != Shape::Mark || matches!(text(first - 1), "_" | "-" | ".")) {
            first -= 1;
        }
        let mut at = first;
        while at < dot {
            let name = |at: usize| at < dot && is_rare_name(text(at)) && tokens[at].shape != Shape::Mark;
            let initial = |at: usize| at < dot && tokens[at].is_word() && tokens[at].range.len() == 1;
            let mut end = at + 1;
            if name(at) {
                while end + 1 < dot && matches!(text(end), "_" | "-") && (name(end + 1) || initial(end + 1)) {
                    end += 2;
                }
                let range = tokens[at].range.start..tokens[end - 1].range.end;
                hits.push(Hit { kind: Kind::Name, range, confidence: 0.85, rule: "name/file".into() });
            }
            at = end;
        }
    }
}

/// Appends the given name with which a hashtag begins: `#MajGlowsUp`.
pub(super) fn in_hashtags(page: &Page<'_>, hits: &mut Vec<Hit>) {
    for pair in page.tokens().windows(2) {
        let [mark, word] = pair else { continue };
        if page.token_text(mark) != "#" || mark.range.end != word.range.start || word.shape != Shape::Mixed {
            continue;
        }
        let tag = page.token_text(word);
        let first = tag.char_indices().skip(1).find(|(_, c)| c.is_uppercase()).map_or(tag.len(), |(at, _)| at);
        if is_rare_name(&tag[..first]) && lexicon::lookup(&tag[..first]).given() >= 6 {
            let range = word.range.start..word.range.start + first;
            hits.push(Hit { kind: Kind::Name, range, confidence: 0.6, rule: "name/hashtag".into() });
        }
    }
}

/// Whether what stands behind a word such as "user" is a login that somebody chose.
pub(super) fn is_login(m: &Match<'_>) -> bool {
    let login = m.text();
    let letters = login.bytes().filter(u8::is_ascii_alphabetic).count();
    let made_up = login.bytes().any(|b| b.is_ascii_digit() || matches!(b, b'_' | b'.' | b'-'))
        || login.bytes().zip(login.bytes().skip(1)).any(|(a, b)| a.is_ascii_lowercase() && b.is_ascii_uppercase());
    letters >= 4 && made_up && !goes_on(m) && !login.split(['_', '.', '-']).any(is_of_machines)
}

/// Whether a word joined by underscores is a handle with somebody's given name in it: `kaija_m`, `mrs_solveig`.
pub(super) fn is_handle(m: &Match<'_>) -> bool {
    let pieces: Vec<&str> = m.text().split('_').collect();
    let before = m.before(1);
    if goes_on(m) || before.contains(['@', '/', '.', '#', '$', '{', '\\', '-', '_', '%', '&', '?']) || pieces.len() > 3
    {
        return false;
    }
    let is_plain = |piece: &str| piece.len() < 2 || piece.bytes().all(|b| b.is_ascii_digit()) || is_person_word(piece);
    pieces.iter().enumerate().any(|(at, piece)| {
        let entry = lexicon::lookup(piece);
        let others = pieces.iter().enumerate().filter(|(other, _)| *other != at);
        is_rare_name(piece)
            && entry.given() >= 6
            && others.into_iter().all(|(_, other)| {
                is_plain(other)
                    || is_rare_name(other)
                    || entry.city() == 0 && entry.given() >= 8 && !is_of_machines(other)
            })
    })
}

/// Whether a word is a title, a relative or a part somebody plays.
fn is_person_word(word: &str) -> bool {
    let entry = lexicon::lookup(word);
    [Class::Title, Class::Relative, Class::Role, Class::Credential].iter().any(|class| entry.is(*class))
}

/// Whether the word goes on behind the match as an address, a call, an assignment or a file.
fn goes_on(m: &Match<'_>) -> bool {
    let after = m.after(2);
    after.starts_with(['@', '=', '(', '[', '/', '\\', '{', '}', '_', '-'])
        || after.starts_with('.') && after[1..].starts_with(|c: char| c.is_alphanumeric())
}

/// Whether a piece of a login is of a machine or of a desk that several people share, or of a program's own words.
fn is_of_machines(piece: &str) -> bool {
    const WORDS: &str = "admin, root, test, bot, system, service, api, info, desk, front, fdesk, frontdesk, clinic, office, \
        id, ids, name, names, agent, table, count, total, date, time, key, value, type, code, list, file, path, url, new, \
        old, db, sql, py, js, com, net, org, example, www, reception, billing, support, demo, guest1, export, import, \
        config, default, role, group, status, login, logon, token, password, session, data, email, phone, field";
    super::wordlist::is_one_of(WORDS, &piece.to_ascii_lowercase())
}
