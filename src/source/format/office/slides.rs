//! PowerPoint (.pptx): slides in their order, hidden ones too, each with its notes and comments.

use super::package::Package;
use super::prose::{Naming, Prose};
use super::woven::Woven;
use super::{links, properties};
use crate::source::Problem;

/// Reads a presentation whose list of slides is this member.
pub(super) fn read(package: &mut Package<'_>, main: &str) -> Result<Woven, Problem> {
    let mut woven = Woven::default();
    let relations = package.relations(main)?;
    let xml = package.xml(main)?.ok_or_else(|| package.damaged())?;
    let mut nodes = package.nodes(&xml);
    let mut slides = Vec::new();
    while let Some(node) = nodes.next()? {
        if let Some(element) = node.opens("sldId") {
            let ids: Vec<String> =
                element.all().filter(|(key, _)| *key == "id").map(|(_, id)| id.text.into()).collect();
            let slide = relations.iter().find(|relation| relation.kind == "slide" && ids.contains(&relation.id));
            slides.push(slide.ok_or_else(|| package.damaged())?.target.clone());
        }
    }
    // A slide that the list has forgotten is still in the file.
    for relation in relations.into_iter().filter(|relation| relation.kind == "slide") {
        if !slides.contains(&relation.target) {
            slides.push(relation.target);
        }
    }
    for (index, slide) in slides.iter().enumerate() {
        let part = format!("slide {}", index + 1);
        prose(package, &mut woven, slide, part.clone())?;
        for relation in package.relations(slide)? {
            match relation.kind.as_str() {
                "notesSlide" => prose(package, &mut woven, &relation.target, format!("{part} notes"))?,
                "comments" => prose(package, &mut woven, &relation.target, format!("{part} comments"))?,
                _ => {}
            }
        }
    }
    links::read(package, &mut woven)?;
    properties::read(package, &mut woven)?;
    Ok(woven)
}

fn prose(package: &mut Package<'_>, woven: &mut Woven, member: &str, part: String) -> Result<(), Problem> {
    let xml = package.xml(member)?.ok_or_else(|| package.damaged())?;
    Prose::new(woven, member, Naming::Part(part)).read(package.nodes(&xml))
}
