//! Names of people, with their frequency in the United States where a census counted them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use safepaste::lexicon::{Class, fold};

use crate::table::Table;

/// Fewer bearers than this, and only other lists can bring a census name in.
const FEWEST: f64 = 90.0;

/// Reads the census tables, the 1990 lists, international names and nicknames.
pub(crate) fn read(sources: &Path, table: &mut Table) -> Result<()> {
    for line in lines(&sources.join("census/first_names.tsv"))? {
        let (name, count) = counted(&line)?;
        if let Some(facts) = table.facts(name).filter(|_| count >= FEWEST) {
            facts.given = facts.given.max(frequency(count));
        }
    }
    for year in ["2000", "2010", "2020"] {
        for line in lines(&sources.join(format!("census/surnames_{year}.tsv")))? {
            let (name, count) = counted(&line)?;
            if let Some(facts) = table.facts(name).filter(|_| count >= FEWEST) {
                facts.surname = facts.surname.max(frequency(count));
            }
        }
    }
    // The lists of 1990 give shares in percent; the sample's population was about 250 million.
    for (file, surname) in [("dist.female.first", false), ("dist.male.first", false), ("dist.all.last", true)] {
        for line in lines(&sources.join("names").join(file))? {
            let mut fields = line.split_whitespace();
            let name = fields.next().unwrap_or_default();
            let share: f64 = fields.next().context("a share")?.parse()?;
            let Some(facts) = table.facts(name) else { continue };
            let known = if surname { &mut facts.surname } else { &mut facts.given };
            *known = (*known).max(frequency(share * 1.25e6).max(1));
        }
    }
    for file in ["humannames/list.txt", "people-names/people-names.txt", "faker/names.txt"] {
        for name in lines(&sources.join(file))? {
            uncounted(&name, (1, 1), table);
        }
    }
    // Of this noisy list of given names, what three or more of its own sources have, and what two have of short names
    // with more than one bearer.
    let file = sources.join("nomquamgender/name_data.json");
    let text = fs::read_to_string(&file).with_context(|| file.display().to_string())?;
    for (name, record) in serde_json::from_str::<BTreeMap<String, (u32, f64, f64, serde_json::Value)>>(&text)? {
        let twice = record.0 == 2 && record.1 >= 2.0 && name.len() <= 10;
        if (record.0 >= 3 || twice) && table.get(&name).common == 0 {
            uncounted(&name, (1, 0), table);
        }
    }
    for line in lines(&sources.join("nicknames/names.csv"))? {
        let mut fields = line.split(',');
        let (Some(name), Some("has_nickname"), Some(nickname)) = (fields.next(), fields.next(), fields.next()) else {
            continue;
        };
        if let Some(facts) = table.facts(nickname).filter(|_| nickname.len() > 2) {
            facts.given = facts.given.max(3);
        }
        if nickname.len() > 2 {
            table.classify(nickname, Class::Nickname);
        }
        if let Some(facts) = table.facts(name) {
            facts.given = facts.given.max(2);
        }
    }
    Ok(())
}

/// Records a name that no census counted: three Latin letters at least, and no frequent word.
fn uncounted(name: &str, (given, surname): (u8, u8), table: &mut Table) {
    let plain = fold(name).bytes().all(|b| b.is_ascii_alphabetic() || b == b'\'') && name.chars().count() > 2;
    let Some(facts) = plain.then(|| table.facts(name)).flatten() else { return };
    if facts.given == 0 && facts.surname == 0 && facts.common < 5 {
        (facts.given, facts.surname) = (given, surname);
    }
}

/// The lines of a file, comments and empty lines left out.
pub(crate) fn lines(file: &Path) -> Result<Vec<String>> {
    let text = fs::read_to_string(file).with_context(|| file.display().to_string())?;
    Ok(text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(String::from)
        .collect())
}

/// A name and its count from a line of two columns.
fn counted(line: &str) -> Result<(&str, f64)> {
    let (name, count) = line.split_once('\t').with_context(|| format!("no count: {line}"))?;
    Ok((name, count.parse()?))
}

/// A count of bearers on the scale of `Entry::given`: 100 are 1, three and a half million are 15.
fn frequency(count: f64) -> u8 {
    (1.0 + (count / 100.0).max(1.0).log2() * 0.93).round().min(15.0) as u8
}
