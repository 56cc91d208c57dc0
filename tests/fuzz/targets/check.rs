//! The whole way of a text: every recognizer, the context, the verdict, and a rewrite in each style.

#![no_main]

mod checking;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| checking::check(text));
