//! How a draft is rewritten: the options that every command shares which rewrites.

use anyhow::{Context, bail};
use clap::ValueEnum;
use safepaste::rewrite::{Secret, Style};

/// The options.
#[derive(Debug, clap::Args)]
pub struct Styling {
    /// How to replace what identifies somebody
    #[arg(long, value_enum, default_value = "natural")]
    style: StyleName,
    /// Draw the invented values of --style surrogate by this number, the same each time.
    ///
    /// Without it they are drawn by a random secret that nobody keeps. Whoever knows the number can work out by how
    /// many days the dates were moved.
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
}

/// How to replace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum StyleName {
    /// With words: the patient, an upcoming appointment
    Natural,
    /// With numbered tags: [NAME_1]
    Tags,
    /// With what HIPAA's Safe Harbor lets stand (year, state, three digits of a ZIP code), else a word: [name]
    SafeHarbor,
    /// With invented values of the same form, the same for the same person
    Surrogate,
}

impl Styling {
    /// The style that was asked for.
    pub fn style(&self) -> anyhow::Result<Style> {
        if self.seed.is_some() && self.style != StyleName::Surrogate {
            bail!(
                "--seed means something for --style surrogate only\nhelp: add --style surrogate, or leave --seed out"
            );
        }
        Ok(match (self.style, self.seed) {
            (StyleName::Natural, _) => Style::Natural,
            (StyleName::Tags, _) => Style::Tags,
            (StyleName::SafeHarbor, _) => Style::SafeHarbor,
            (StyleName::Surrogate, Some(seed)) => Style::Surrogate(Secret::from_seed(seed)),
            (StyleName::Surrogate, None) => Style::Surrogate(Secret::random().context(
                "this computer gave no random number to invent values with\nhelp: name one yourself with --seed",
            )?),
        })
    }
}
