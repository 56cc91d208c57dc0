//! What lies beside the words in every Office file: the addresses of links, charts and diagrams, data of the practice's
//! own programs, and files within the file.

use super::package::Package;
use super::woven::{Fragment, Role, Woven};
use super::xml::Node;
use crate::source::Problem;
use crate::source::format;
use std::path::Path;

/// Reads all of it.
pub(super) fn read(package: &mut Package<'_>, woven: &mut Woven) -> Result<(), Problem> {
    let names = package.names();
    for name in names.iter().filter(|name| name.ends_with(".rels")) {
        addresses(package, woven, name)?;
    }
    let words: [(&str, &str, &[&str]); 8] = [
        ("/charts/chart", "chart", &["t", "v"]),
        ("/diagrams/data", "diagram", &["t"]),
        ("/drawings/drawing", "text box", &["t"]),
        ("word/settings", "document variables", &["docVar"]),
        ("customxml/item", "data of another program", &[]),
        ("/pivotcache/pivotcachedefinition", "pivot table", &[]),
        ("/pivotcache/pivotcacherecords", "pivot table rows", &[]),
        ("/externallinks/externallink", "copy of another workbook", &["v"]),
    ];
    for (path, told, elements) in words {
        let members =
            names.iter().filter(|name| name.contains(path) && name.ends_with(".xml") && !name.contains("props"));
        for (index, name) in members.enumerate() {
            texts(package, woven, name, &format!("{told} {}", index + 1), elements)?;
        }
    }
    for (index, name) in
        names.iter().filter(|name| name.contains("/embeddings/") || name.contains("afchunk")).enumerate()
    {
        embedded(package, woven, name, index + 1)?;
    }
    pictures(&names, woven);
    Ok(())
}

/// Notes how many pictures there are. What they show cannot be judged here, and what is said of them, their titles and
/// descriptions, is read with the rest; a letter's logo keeps nothing from being safe.
pub(super) fn pictures(names: &[String], woven: &mut Woven) {
    let shown = |name: &&String| name.contains("/media/") || name.starts_with("pictures/");
    let told = match names.iter().filter(shown).count() {
        0 => return,
        1 => "1 picture in it; what it shows was not looked at".to_owned(),
        number => format!("{number} pictures in it; what they show was not looked at"),
    };
    woven.document.pass_over("", &told);
}

/// The addresses of the links in one member.
fn addresses(package: &mut Package<'_>, woven: &mut Woven, name: &str) -> Result<(), Problem> {
    let Some(xml) = package.xml(name)? else { return Ok(()) };
    let member = woven.member(name);
    let mut nodes = package.nodes(&xml);
    while let Some(node) = nodes.next()? {
        let Some(element) = node.opens("Relationship") else { continue };
        let external = element.get("TargetMode").is_some_and(|mode| mode.eq_ignore_ascii_case("external"));
        if let Some(target) = element.find("Target").filter(|_| external) {
            let mut line = Fragment::default();
            line.add(&target, member, Role::Link);
            woven.line("links", line);
        }
    }
    Ok(())
}

/// The texts of one member, in these elements; in all, and in their values too, where none are named.
fn texts(
    package: &mut Package<'_>,
    woven: &mut Woven,
    name: &str,
    part: &str,
    elements: &[&str],
) -> Result<(), Problem> {
    let Some(xml) = package.xml(name)? else { return Ok(()) };
    let member = woven.member(name);
    let mut nodes = package.nodes(&xml);
    let mut inside = elements.is_empty();
    let mut line = Fragment::default();
    while let Some(node) = nodes.next()? {
        match node {
            Node::Open(element) => {
                inside |= elements.contains(&element.name);
                let value = element.find("v").filter(|_| elements.is_empty());
                let value = value.or_else(|| element.find("descr").filter(|_| element.name == "cNvPr"));
                let value = value.or_else(|| element.find("val").filter(|_| element.name == "docVar"));
                if let Some(value) = value {
                    let mut line = Fragment::default();
                    line.add(&value, member, Role::Attribute);
                    woven.line(part, line);
                }
            }
            Node::Text(text) if inside => line.add(&text, member, Role::Text { tag: None }),
            Node::Text(_) => {}
            // The runs of a paragraph stand on one line; elsewhere every element is a line of its own.
            Node::Close(name) => {
                inside &= !elements.contains(&name);
                if name == "p" || name != "t" && name != "r" {
                    woven.line(part, std::mem::take(&mut line));
                }
            }
        }
    }
    Ok(())
}

/// A file within the file.
fn embedded(package: &mut Package<'_>, woven: &mut Woven, name: &str, number: usize) -> Result<(), Problem> {
    let part = format!("embedded file {number}");
    let read = package.limits().inside().and_then(|limits| {
        let bytes = package.bytes(name)?.unwrap_or_default();
        let head = &bytes[..bytes.len().min(crate::source::HEAD)];
        let format = format::of(Some(Path::new(name)), head)?;
        (format.read)(bytes, &limits)
    });
    match read {
        Ok(inner) => woven.include(&part, &inner),
        Err(problem) => woven.document.leave_unread(&part, &problem),
    }
    Ok(())
}
