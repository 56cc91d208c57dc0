//! The lists in `data/`, drugs, and chains of hospitals, clinics and pharmacies.

use std::path::Path;

use anyhow::{Context, Result};
use safepaste::lexicon::Class;

use crate::names::lines;
use crate::table::Table;

/// Each list of `data/`, by file name without `.txt`, and its class.
const LISTS: [(&str, Class); 28] = [
    ("abbreviation", Class::Abbreviation),
    ("brand", Class::Brand),
    ("country", Class::Country),
    ("credential", Class::Credential),
    ("demonym", Class::Demonym),
    ("drug", Class::Drug),
    ("eponym", Class::Eponym),
    ("expression", Class::Expression),
    ("facility", Class::Facility),
    ("greeting", Class::Greeting),
    ("health_anatomy", Class::Health),
    ("health_condition", Class::Health),
    ("health_treatment", Class::Health),
    ("holiday", Class::Holiday),
    ("label", Class::Label),
    ("month", Class::Month),
    ("named_facility", Class::NamedFacility),
    ("nickname", Class::Nickname),
    ("ordinary", Class::Ordinary),
    ("organization", Class::Organization),
    ("public_figure", Class::PublicFigure),
    ("relative", Class::Relative),
    ("role", Class::Role),
    ("spanish", Class::Spanish),
    ("state", Class::State),
    ("street", Class::Street),
    ("title", Class::Title),
    ("weekday", Class::Weekday),
];

/// The frequency of the words of our own list, as `Entry::common` counts.
const USUAL: u8 = 8;

/// The size of the places of our own list, as `Entry::city` counts.
const LOCAL: u8 = 4;

/// Reads everything that is given as plain lists.
pub(crate) fn read(sources: &Path, data: &Path, table: &mut Table) -> Result<()> {
    drugs(sources, table)?;
    for text in lines(&data.join("common.txt"))? {
        if let Some(facts) = table.facts(&text) {
            facts.common = facts.common.max(USUAL);
            facts.capitalized = 1;
        }
    }
    for text in lines(&data.join("place.txt"))? {
        if let Some(facts) = table.facts(&text) {
            facts.city = facts.city.max(LOCAL);
        }
    }
    chains(sources, table)?;
    for (list, class) in LISTS {
        for text in lines(&data.join(format!("{list}.txt")))? {
            table.classify(&text, class);
            match class {
                Class::Eponym => eponym(&text, table),
                Class::Ordinary => ordinary(&text, table),
                _ => {}
            }
        }
    }
    Ok(())
}

/// Adds the ways of writing an eponym without its apostrophe: `bells palsy` beside `bell's palsy`.
fn eponym(text: &str, table: &mut Table) {
    if text.contains("'s ") {
        table.classify(&text.replacen("'s ", "s ", 1), Class::Eponym);
    }
}

/// Gives a name that is a word of the trade some frequency as a word.
fn ordinary(text: &str, table: &mut Table) {
    if let Some(facts) = table.facts(text) {
        facts.common = facts.common.max(5);
    }
}

/// Reads drug substances and medicines: single words that are neither frequent words nor frequent names.
fn drugs(sources: &Path, table: &mut Table) -> Result<()> {
    for word in lines(&sources.join("drugs/drugs.txt"))? {
        let plain = word.len() >= 5 && word.bytes().all(|b| b.is_ascii_lowercase());
        let known = table.get(&word);
        if plain && known.given < 3 && known.surname < 4 && known.common < 5 {
            table.classify(&word, Class::Drug);
        }
    }
    Ok(())
}

/// Reads chains of the United States from the index of the names of shops and amenities.
fn chains(sources: &Path, table: &mut Table) -> Result<()> {
    let file = sources.join("name-suggestion-index/nsi.min.json");
    let text = std::fs::read_to_string(&file).with_context(|| file.display().to_string())?;
    let index: serde_json::Value = serde_json::from_str(&text)?;
    let groups = index["nsi"].as_object().context("no groups")?;
    for (path, group) in groups {
        let Some(class) = chain_class(path) else { continue };
        for item in group["items"].as_array().into_iter().flatten().filter(|item| is_american(item)) {
            let Some(name) = item["displayName"].as_str() else { continue };
            let name = name.split(" (").next().unwrap_or(name);
            let Some(facts) = table.facts(name) else { continue };
            // A chain called like a person or a thing would be evidence against too much else.
            if name.contains(' ') || facts.given.max(facts.common) == 0 && facts.surname < 4 {
                facts.classes |= 1 << class as u32;
            }
        }
    }
    Ok(())
}

/// The class of a group of chains that matters here.
fn chain_class(path: &str) -> Option<Class> {
    let ours =
        ["/hospital", "/clinic", "/doctors", "/dentist", "/pharmacy", "/dialysis", "/physiotherapist", "/laboratory"];
    if ours.iter().any(|kind| path.ends_with(kind)) {
        Some(Class::NamedFacility)
    } else if path == "brands/shop/cosmetics" || path == "brands/shop/beauty" {
        Some(Class::Brand)
    } else if ["brands/shop/", "brands/amenity/", "brands/office/"].iter().any(|start| path.starts_with(start)) {
        Some(Class::Organization)
    } else {
        None
    }
}

/// Whether a chain is found in the United States or all over the world.
fn is_american(item: &serde_json::Value) -> bool {
    item["locationSet"]["include"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(serde_json::Value::as_str)
        .any(|place| place == "us" || place == "001" || place.starts_with("us-"))
}
