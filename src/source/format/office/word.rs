//! Word (.docx): the body, then what stands beside it: headers, footers, notes, comments, links, properties.

use super::package::Package;
use super::prose::{Naming, Prose};
use super::woven::Woven;
use super::{links, properties};
use crate::source::Problem;

/// Reads a document whose body is this member.
pub(super) fn read(package: &mut Package<'_>, main: &str) -> Result<Woven, Problem> {
    let mut woven = Woven::default();
    prose(package, &mut woven, main, Naming::Paragraphs)?;
    let relations = package.relations(main)?;
    for (kind, naming) in [("header", "header"), ("footer", "footer")] {
        let members = relations.iter().filter(|relation| relation.kind == kind && !relation.external);
        for (index, relation) in members.enumerate() {
            prose(package, &mut woven, &relation.target, Naming::Part(format!("{naming} {}", index + 1)))?;
        }
    }
    for (kind, naming) in [("footnotes", "footnote"), ("endnotes", "endnote"), ("comments", "comment")] {
        for relation in relations.iter().filter(|relation| relation.kind == kind && !relation.external) {
            prose(package, &mut woven, &relation.target, Naming::Notes(naming))?;
        }
    }
    if let Some(glossary) = relations.iter().find(|relation| relation.kind == "glossaryDocument") {
        prose(package, &mut woven, &glossary.target, Naming::Part("building blocks".to_owned()))?;
    }
    links::read(package, &mut woven)?;
    properties::read(package, &mut woven)?;
    Ok(woven)
}

fn prose(package: &mut Package<'_>, woven: &mut Woven, member: &str, naming: Naming) -> Result<(), Problem> {
    // A member that is named and not there is a torn file.
    let xml = package.xml(member)?.ok_or_else(|| package.damaged())?;
    Prose::new(woven, member, naming).read(package.nodes(&xml))
}
