//! The tests of the program from outside, in one binary: each file would else be linked for itself, which takes longer
//! than all of them take to run. One alone: `cargo test --release --test end_to_end audit::`.

mod audit;
mod baseline;
mod choosing;
mod cli;
mod clip;
mod completions;
mod doctor;
mod faults;
mod finding;
mod formats;
mod hook;
mod hooks;
mod hostile;
mod inputs;
mod masking;
mod mcp;
mod minimize;
mod office;
mod permission;
mod policies;
mod properties;
mod reply;
mod reports;
mod restore;
mod rewrite;
mod rewrites;
mod shells;
mod terminal;
