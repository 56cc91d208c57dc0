//! The zip archive that an Office or OpenDocument file is, unpacked within the limits.

use super::xml::Nodes;
use crate::source::{Limits, Problem};
use std::collections::HashMap;
use std::io::{Cursor, Read, Write};
use zip::ZipArchive;
use zip::result::ZipError;
use zip::write::{SimpleFileOptions, ZipWriter};

/// An opened archive.
pub(super) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// Where each member is, by its name as [`key`] has it.
    members: HashMap<String, usize>,
    limits: &'b Limits,
    /// What the file is, for its errors.
    what: &'static str,
}

/// A relationship of a member: another member, or an address outside of the file.
pub(super) struct Relation {
    pub id: String,
    /// The last word of its type: `hyperlink`, `header`, `comments`.
    pub kind: String,
    /// The member's name from the archive's root; for a link, the address.
    pub target: String,
    pub external: bool,
}

impl<'b> Package<'b> {
    /// Opens an archive; `what` is what its errors call it.
    pub fn open(bytes: &'b [u8], what: &'static str, limits: &'b Limits) -> Result<Package<'b>, Problem> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Problem::Damaged(what))?;
        if archive.len() > limits.members {
            return Err(Problem::TooManyMembers(limits.members));
        }
        let mut members = HashMap::new();
        for index in 0..archive.len() {
            let name = archive.name_for_index(index).and_then(Result::ok).ok_or(Problem::Damaged(what))?;
            // Of two members of one name, programs show either: what is not shown would not be examined.
            if members.insert(key(&name), index).is_some() {
                return Err(Problem::Damaged(what));
            }
        }
        Ok(Package { archive, members, limits, what })
    }

    /// What the file is, by what it holds.
    pub fn is_now(&mut self, what: &'static str) {
        self.what = what;
    }

    pub fn limits(&self) -> &'b Limits {
        self.limits
    }

    /// The nodes of a member's text.
    pub fn nodes<'x>(&self, xml: &'x str) -> Nodes<'x>
    where
        'b: 'x,
    {
        Nodes::new(xml, self.limits, self.what)
    }

    /// What is wrong with a file whose inside is not as it should be.
    pub fn damaged(&self) -> Problem {
        Problem::Damaged(self.what)
    }

    pub fn has(&self, name: &str) -> bool {
        self.members.contains_key(&key(name))
    }

    /// The members' names, sorted so that `slide10` comes after `slide9`.
    pub fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = self.members.keys().cloned().collect();
        names.sort_by(|a, b| (a.len(), a).cmp(&(b.len(), b)));
        names
    }

    /// A member's bytes; none where there is no such member.
    pub fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, Problem> {
        let Some(&index) = self.members.get(&key(name)) else { return Ok(None) };
        self.limits.member()?;
        let what = self.what;
        let file = self.archive.by_index(index).map_err(|error| refused(&error, what))?;
        match self.limits.inflate(file) {
            Err(Problem::Io(_)) => Err(Problem::Damaged(what)),
            inflated => inflated.map(Some),
        }
    }

    /// A member's text; none where there is no such member.
    pub fn xml(&mut self, name: &str) -> Result<Option<String>, Problem> {
        let Some(bytes) = self.bytes(name)? else { return Ok(None) };
        let utf16 = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
            let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
            String::from_utf16(&units).ok()
        };
        let text = match bytes.as_slice() {
            [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
            [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
            _ => String::from_utf8(bytes).ok(),
        };
        text.map(Some).ok_or_else(|| self.damaged())
    }

    /// The relationships of a member; of the whole file for an empty name.
    pub fn relations(&mut self, of: &str) -> Result<Vec<Relation>, Problem> {
        let (folder, name) = of.rsplit_once('/').unwrap_or(("", of));
        let path = format!("{folder}/_rels/{name}.rels");
        let Some(xml) = self.xml(path.trim_start_matches('/'))? else { return Ok(Vec::new()) };
        let mut relations = Vec::new();
        let mut nodes = self.nodes(&xml);
        while let Some(node) = nodes.next()? {
            let Some(element) = node.opens("Relationship") else { continue };
            let external = element.get("TargetMode").is_some_and(|mode| mode.eq_ignore_ascii_case("external"));
            let target = element.get("Target").unwrap_or_default();
            let kind = element.get("Type").unwrap_or_default();
            relations.push(Relation {
                id: element.get("Id").unwrap_or_default(),
                kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                target: if external { target } else { resolved(folder, &target) },
                external,
            });
        }
        Ok(relations)
    }

    /// The archive with other bytes for some members, and without those whose names hold something that is left out; every
    /// other member stays as it is, byte for byte.
    pub fn with(mut self, changed: &HashMap<String, String>, left_out: &[&str]) -> Result<Vec<u8>, Problem> {
        let what = self.what;
        let damaged = |_| Problem::Damaged(what);
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for index in 0..self.archive.len() {
            self.limits.in_time()?;
            let file = self.archive.by_index_raw(index).map_err(damaged)?;
            let name = file.name().map_err(damaged)?.into_owned();
            if left_out.iter().any(|left_out| key(&name).contains(left_out)) {
                continue;
            }
            match changed.get(&key(&name)) {
                Some(text) => {
                    let options = SimpleFileOptions::default().compression_method(file.compression());
                    let options = file.last_modified().map_or(options, |time| options.last_modified_time(time));
                    drop(file);
                    writer.start_file(name, options).map_err(damaged)?;
                    writer.write_all(text.as_bytes())?;
                }
                None => writer.raw_copy_file(file).map_err(damaged)?,
            }
        }
        Ok(writer.finish().map_err(damaged)?.into_inner())
    }

    /// Unpacks every member once, to count it, for a reader that unpacks on its own.
    pub fn measure(&mut self) -> Result<(), Problem> {
        let mut buffer = vec![0; 64 << 10];
        for index in 0..self.archive.len() {
            self.limits.member()?;
            let mut file = self.archive.by_index(index).map_err(|error| refused(&error, self.what))?;
            loop {
                match file.read(&mut buffer).map_err(|_| Problem::Damaged(self.what))? {
                    0 => break,
                    read => self.limits.unpack(read as u64)?,
                }
            }
        }
        Ok(())
    }
}

/// A member's name as it is compared: some programs write backslashes, and case does not count.
pub(super) fn key(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_ascii_lowercase()
}

/// A target from the archive's root.
fn resolved(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            ".." => drop(path.pop()),
            "." | "" => {}
            step => path.push(step),
        }
    }
    path.join("/")
}

fn refused(error: &ZipError, what: &'static str) -> Problem {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            Problem::Encrypted(what)
        }
        _ => Problem::Damaged(what),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_resolved_from_the_folder_of_their_member() {
        for (folder, target, path) in [
            ("word", "header1.xml", "word/header1.xml"),
            ("ppt/slides", "../notesSlides/notesSlide1.xml", "ppt/notesSlides/notesSlide1.xml"),
            ("xl", "/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("", "word/document.xml", "word/document.xml"),
            ("", "../../x.xml", "x.xml"),
        ] {
            assert_eq!(resolved(folder, target), path);
        }
    }
}
