//! Reports: one file per output format.

mod record;

pub use record::{Failure, Record};
