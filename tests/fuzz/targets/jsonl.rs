//! JSON Lines: each line is a request or an error of that line, and a rewritten line says the new text and nothing else anew.

#![no_main]

use libfuzzer_sys::fuzz_target;
use safepaste::source::jsonl::{Records, Requests};

const NEW: &str = "new \"é\"\n\u{7}";

fuzz_target!(|data: &[u8]| {
    let requests: Vec<_> = Requests::new(data).collect();
    for record in Records::new(data).flatten() {
        assert!(requests.iter().flatten().any(|request| *request == record.request));
        let line = record.with_text(NEW);
        let again = Requests::new(line.as_bytes()).next().expect("a line").expect("that is still a request");
        assert!(again.text == NEW && again.id == record.request.id && again.to == record.request.to);
    }
});
