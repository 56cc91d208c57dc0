//! What a file says about itself: title, author, company, and what the practice adds.

use super::package::Package;
use super::woven::{Fragment, Role, Woven};
use super::xml::{Node, Nodes};
use crate::source::Problem;

/// The properties that tell who worked on the file.
const STAFF: [&str; 7] =
    ["creator", "lastModifiedBy", "Manager", "Company", "initial-creator", "printed-by", "editing-by"];

/// The properties that can tell of a patient, and how they are called on the screen.
const TOLD: [(&str, &str); 10] = [
    ("title", "title"),
    ("subject", "subject"),
    ("description", "comments"),
    ("keywords", "keywords"),
    ("keyword", "keyword"),
    ("category", "category"),
    ("contentStatus", "status"),
    ("HyperlinkBase", "link base"),
    ("lpstr", "heading"),
    ("lpwstr", "own field"),
];

/// Reads the properties of an Office file.
pub(super) fn read(package: &mut Package<'_>, woven: &mut Woven) -> Result<(), Problem> {
    for name in ["docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"] {
        if let Some(xml) = package.xml(name)? {
            of_member(name, woven, package.nodes(&xml))?;
        }
    }
    Ok(())
}

/// Reads the properties in one member.
pub(super) fn of_member(name: &str, woven: &mut Woven, mut nodes: Nodes<'_>) -> Result<(), Problem> {
    let member = woven.member(name);
    let custom = name.ends_with("custom.xml");
    let mut open: Option<(&str, &'static str)> = None;
    let mut label = String::new();
    let mut line = Fragment::default();
    while let Some(node) = nodes.next()? {
        match node {
            Node::Open(element) => {
                if matches!(element.name, "property" | "user-defined") {
                    label = element.get("name").unwrap_or_default();
                }
                let staff = STAFF.contains(&element.name);
                let told = TOLD.iter().find(|(known, _)| *known == element.name).map(|(_, told)| *told);
                // A property of the practice's own may hold any type: a text, a date, a number.
                let own = (custom || element.name == "user-defined") && element.name != "property";
                let told = told.or((staff || own).then_some(if staff { "author" } else { "own field" }));
                open = told.map(|told| (element.name, told));
                line = Fragment::default();
                if own && !label.is_empty() {
                    line.say(&format!("{label}: "));
                }
            }
            Node::Text(text) if open.is_some_and(|(_, told)| told == "author") => {
                woven.author("properties: author".to_owned(), &text, member);
            }
            Node::Text(text) if open.is_some() && !text.text.trim().is_empty() => {
                line.add(&text, member, Role::Text { tag: None });
            }
            Node::Text(_) => {}
            Node::Close(name) => {
                if let Some((_, told)) = open.take_if(|(known, _)| *known == name)
                    && line.has_pieces()
                {
                    woven.line(&format!("properties: {told}"), std::mem::take(&mut line));
                }
            }
        }
    }
    Ok(())
}
