//! Learns the weights of the tagger, the gist, the judge and the questions from texts. Run it as the README's section for
//! contributors says; the same texts and the same seed give the same weights.

mod asking;
mod examples;
mod generate;
mod gist;
mod judging;
mod learn;
mod measure;
mod regress;
mod rename;

pub use asking::{Parts, learn_questions};
pub use examples::{Example, Source, Text, examples, read};
pub use generate::Generator;
pub use gist::learn_gist;
pub use judging::{Candidates, learn_to_judge};
pub use learn::{Report, learn};
pub use measure::{LABELS, Measure, measure};
