//! Restoring: whatever a chatbot answers, the values come back whole and everything else stays.

#![no_main]

mod checking;

use libfuzzer_sys::fuzz_target;
use safepaste::rewrite::Style;
use safepaste::rewrite::restore::{Originals, tags};
use std::sync::OnceLock;

const DRAFT: &str = "Odile Marsh (479-555-0142) and Bram Ortolan had lip filler on March 3, 2026. Ms. Marsh's email is \
                     odile@marsh.example.";

fn originals() -> &'static Originals {
    static ORIGINALS: OnceLock<Originals> = OnceLock::new();
    ORIGINALS.get_or_init(|| {
        let checker = checking::checker();
        let check = checker.check(DRAFT, None).expect("there is a default destination");
        Originals::new(DRAFT, &checker.rewrite(DRAFT, &check, Style::Tags)).expect("it can be turned back")
    })
}

fuzz_target!(|reply: &str| {
    let originals = originals();
    let tagged = tags(reply);
    let restored = originals.restore(reply);
    if tagged.sure.is_empty() && tagged.likely.is_empty() {
        assert_eq!(*restored.text, reply);
    }
    assert_eq!(restored.count == 0, *restored.text == reply || restored.count == 0, "nothing changes but tags");
    let known: Vec<_> = originals.tags().collect();
    assert!(restored.unknown.iter().all(|tag| !known.contains(tag)));
});
