//! Learns the tagger's weights: texts in, `weights.bin` out. Run it as the README's section for
//! contributors says; the same texts and the same seed give the same weights.

mod examples;
mod generate;
mod learn;
mod measure;

pub use examples::{Example, Source, read};
pub use generate::Generator;
pub use learn::{Report, learn};
pub use measure::{Measure, measure};
