//! Permissions that stand in the text: whatever a mark is followed by, nothing else in the text is lost by it.

#![no_main]

mod checking;

use libfuzzer_sys::fuzz_target;

/// What is found here, whatever permission stands far below.
const DRAFT: &str = "Our patient Odile Marsh, cell 479-555-0142, had a lip filler.\n\n\nThe end.\n\n";

fuzz_target!(|text: &str| {
    let checker = checking::checker();
    let marked = format!("{DRAFT}safepaste: {text}\n");
    let Ok(check) = checker.check(&marked, None) else { return };
    for note in &check.permitted.notes {
        assert!(marked.is_char_boundary(note.at));
    }
    let phone = DRAFT.find("479").unwrap_or_default();
    let kept = check.findings.iter().chain(&check.permitted.findings).any(|finding| finding.bytes.contains(&phone));
    assert!(kept, "the phone number is found");
    assert!(check.permitted.findings.iter().all(|finding| finding.bytes.start != phone), "and not permitted from below");
});
