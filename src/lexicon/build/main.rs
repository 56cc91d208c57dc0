//! Builds the embedded lexicon from recorded public sources and the lists in `data/`.
//!
//! `build-lexicon SOURCES`, run in the root of the repository, reads the packages unpacked under SOURCES as
//! `src/lexicon/SOURCES.md` tells, and writes `lexicon.fst`, `entries.bin` and `zips.bin` to `src/lexicon`. The same
//! sources yield the same bytes.

mod clusters;
mod lists;
mod names;
mod places;
mod table;
mod words;

use std::path::PathBuf;

use anyhow::{Context, Result};

use table::Table;

fn main() -> Result<()> {
    let sources = PathBuf::from(std::env::args_os().nth(1).context("usage: build-lexicon SOURCES")?);
    let lexicon = PathBuf::from("src/lexicon");
    let mut table = Table::default();
    words::read(&sources, &mut table)?;
    names::read(&sources, &mut table)?;
    places::read(&sources, &mut table)?;
    lists::read(&sources, &lexicon.join("data"), &mut table)?;
    clusters::read(&sources, &mut table)?;
    table.write(&lexicon)?;
    places::write_zips(&sources, &lexicon)
}
