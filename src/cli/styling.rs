//! How a draft is rewritten: the options that every command shares which rewrites.

use anyhow::{Context, bail};
use clap::ValueEnum;
use safepaste::policy::{Policy, RewriteStyle};
use safepaste::rewrite::{Secret, Style};

/// The options.
#[derive(Debug, Default, clap::Args)]
pub struct Styling {
    /// How to replace what identifies somebody; where it is not given, as the policy says, which is with words
    #[arg(long, value_enum)]
    style: Option<StyleName>,
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

impl From<RewriteStyle> for StyleName {
    fn from(style: RewriteStyle) -> StyleName {
        match style {
            RewriteStyle::Natural => StyleName::Natural,
            RewriteStyle::Tags => StyleName::Tags,
            RewriteStyle::SafeHarbor => StyleName::SafeHarbor,
            RewriteStyle::Surrogate => StyleName::Surrogate,
        }
    }
}

/// What was asked for, with a secret to invent values by.
#[derive(Debug, Clone, Copy)]
pub struct Chosen {
    named: Option<StyleName>,
    secret: Secret,
}

impl Styling {
    /// What was asked for.
    pub fn chosen(&self) -> anyhow::Result<Chosen> {
        if self.seed.is_some() && self.style.is_some_and(|style| style != StyleName::Surrogate) {
            bail!(
                "--seed means something for --style surrogate only\nhelp: add --style surrogate, or leave --seed out"
            );
        }
        let secret = match self.seed {
            Some(seed) => Secret::from_seed(seed),
            None => Secret::random().context(
                "this computer gave no random number to invent values with\nhelp: name one yourself with --seed",
            )?,
        };
        Ok(Chosen { named: self.style, secret })
    }
}

impl Chosen {
    /// Whether a style was named that is not tags.
    pub fn is_other_than_tags(self) -> bool {
        self.named.is_some_and(|style| style != StyleName::Tags)
    }

    /// The style that was named, else the policy's.
    pub fn style(self, policy: &Policy) -> Style {
        match self.named.unwrap_or(policy.rewrite.style.into()) {
            StyleName::Natural => Style::Natural,
            StyleName::Tags => Style::Tags,
            StyleName::SafeHarbor => Style::SafeHarbor,
            StyleName::Surrogate => Style::Surrogate(self.secret),
        }
    }
}
