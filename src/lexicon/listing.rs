//! Every word of the lexicon, for the program that trains the tagger.

use super::{Entry, MAP, entry_at};

/// Every word and phrase with what is known of it, in alphabetical order.
pub fn entries() -> Vec<(String, Entry)> {
    let mut all = Vec::new();
    if let Some(map) = MAP.as_ref() {
        let mut stream = map.stream();
        while let Some((key, place)) = fst::Streamer::next(&mut stream) {
            all.push((String::from_utf8_lossy(key).into_owned(), entry_at(place)));
        }
    }
    all
}
