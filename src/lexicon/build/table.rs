//! The table that the sources fill, and its embedded form.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::io::{BufWriter, Write};
use std::path::Path;

use anyhow::Result;
use fst::MapBuilder;
use safepaste::lexicon::{Class, Entry, Facts, phrase_key};
use safepaste::text::Page;

/// Facts by key, sorted as the map wants them.
#[derive(Default)]
pub(crate) struct Table(BTreeMap<String, Facts>);

impl Table {
    /// The facts of a word or phrase as written; nothing for a single letter or a text without a word.
    pub(crate) fn facts(&mut self, text: &str) -> Option<&mut Facts> {
        let page = Page::new(text);
        let key = phrase_key(page.tokens().iter().map(|token| page.token_text(token)));
        let letters = key.chars().filter(|c| c.is_alphabetic()).count();
        if letters == 0 || key.chars().count() < 2 {
            return None;
        }
        Some(self.0.entry(key).or_default())
    }

    /// The facts of a word, given as a key, that some list has.
    pub(crate) fn known(&mut self, key: &str) -> Option<&mut Facts> {
        self.0.get_mut(key)
    }

    /// Puts a word or phrase in a class.
    pub(crate) fn classify(&mut self, text: &str, class: Class) {
        if let Some(facts) = self.facts(text) {
            facts.classes |= 1 << class as u32;
        }
    }

    /// What is known so far of a key.
    pub(crate) fn get(&self, key: &str) -> Facts {
        self.0.get(key).copied().unwrap_or_default()
    }

    /// Writes the map and the table of distinct entries, the most frequent first, so that the map's values are small.
    pub(crate) fn write(mut self, folder: &Path) -> Result<()> {
        self.merge_apostrophes();
        self.fill_capitalized();
        let mut counts: HashMap<u64, usize> = HashMap::new();
        for facts in self.0.values() {
            *counts.entry(Entry::from(*facts).to_bits()).or_default() += 1;
        }
        let mut distinct: Vec<(u64, usize)> = counts.into_iter().collect();
        distinct.sort_unstable_by_key(|(bits, count)| (std::cmp::Reverse(*count), *bits));
        let places: HashMap<u64, u64> = distinct.iter().zip(0..).map(|((bits, _), place)| (*bits, place)).collect();

        let mut entries = BufWriter::new(fs::File::create(folder.join("entries.bin"))?);
        for (bits, _) in &distinct {
            entries.write_all(&bits.to_le_bytes())?;
        }
        entries.flush()?;

        let mut map = MapBuilder::new(BufWriter::new(fs::File::create(folder.join("lexicon.fst"))?))?;
        for (key, facts) in &self.0 {
            map.insert(key, places[&Entry::from(*facts).to_bits()])?;
        }
        map.finish()?;
        Ok(())
    }

    /// Gives names with an apostrophe the counts of the census, which writes them without (`OBRIEN`).
    fn merge_apostrophes(&mut self) {
        let names = self.0.iter().filter(|(key, facts)| key.contains('\'') && facts.common == 0);
        let counted: Vec<(String, Facts)> =
            names.map(|(key, _)| (key.clone(), self.get(&key.replace('\'', "")))).collect();
        for (key, counted) in counted {
            let facts = self.0.entry(key).or_default();
            facts.given = facts.given.max(counted.given);
            facts.surname = facts.surname.max(counted.surname);
        }
    }

    /// Fills in the share of capitals where the frequency list did not tell it: names, places and brands have them.
    fn fill_capitalized(&mut self) {
        const PROPER: u32 = 1 << Class::Brand as u32
            | 1 << Class::Organization as u32
            | 1 << Class::Eponym as u32
            | 1 << Class::State as u32
            | 1 << Class::Country as u32
            | 1 << Class::County as u32;
        for facts in self.0.values_mut().filter(|facts| facts.capitalized == 0 && facts.common == 0) {
            if facts.given.max(facts.surname).max(facts.city) > 0 || facts.classes & PROPER != 0 {
                facts.capitalized = 7;
            }
        }
    }
}
