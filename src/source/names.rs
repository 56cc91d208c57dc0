//! A list of files to examine, as another program writes it: `git diff --name-only`, `find -print0`.

use super::git::path;
use super::{Problem, STDIN, SourceError, open};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The most that a list may hold, in bytes: 64 MiB.
const LIMIT: u64 = 64 << 20;

/// The paths that a file lists, or standard input for `-`: one a line, or with NUL behind each where any NUL is there.
///
/// # Errors
/// When it is missing, may not be read, or is larger than 64 MiB.
pub fn names(list: &Path) -> Result<Vec<PathBuf>, SourceError> {
    let is_stdin = list.as_os_str() == "-";
    let read: Result<Vec<u8>, Problem> = if is_stdin { all(io::stdin().lock()) } else { open(list).and_then(all) };
    match read {
        Ok(bytes) => Ok(split(&bytes)),
        Err(problem) if is_stdin => Err(SourceError { name: STDIN.to_owned(), path: None, problem }),
        Err(problem) => Err(SourceError::at(list, problem)),
    }
}

fn all(reader: impl Read) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    reader.take(LIMIT + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LIMIT { Err(Problem::TooLarge(LIMIT)) } else { Ok(bytes) }
}

fn split(bytes: &[u8]) -> Vec<PathBuf> {
    let end = if bytes.contains(&0) { 0 } else { b'\n' };
    let names = bytes.split(|byte| *byte == end).map(|name| match end {
        b'\n' => name.strip_suffix(b"\r").unwrap_or(name),
        _ => name,
    });
    names.filter(|name| !name.is_empty()).map(path).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_end_their_names_with_a_line_end_or_with_nul() {
        let cases: [(&[u8], &[&str]); 4] = [
            (b"a.txt\nb c.txt\r\n\n", &["a.txt", "b c.txt"]),
            (b"a\nb.txt\0c.txt\0", &["a\nb.txt", "c.txt"]),
            (b"caf\xc3\xa9.md", &["café.md"]),
            (b"", &[]),
        ];
        for (bytes, names) in cases {
            assert_eq!(split(bytes), names.iter().map(PathBuf::from).collect::<Vec<_>>());
        }
    }
}
