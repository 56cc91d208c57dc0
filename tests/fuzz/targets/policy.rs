//! The policy loader: any text is a policy or an error with its place, and what was loaded can judge.

#![no_main]

use libfuzzer_sys::fuzz_target;
use safepaste::policy::lint_text;
use safepaste::{Checker, Policy};

fuzz_target!(|text: &str| {
    let today = jiff::civil::date(2026, 11, 21);
    let problems = lint_text(text, today);
    match Policy::from_yaml(text) {
        Ok(policy) => {
            if let Ok(checker) = Checker::new(policy, today) {
                let _ = checker.check("Odile Marsh, 479-555-0142, is booked for a facial.", None);
            }
        }
        Err(_) => assert!(!problems.is_empty(), "what cannot be loaded is told by lint"),
    }
});
