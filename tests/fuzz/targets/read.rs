//! Every reader of a file format: the first byte chooses the name's ending, the rest is the file.

#![no_main]

use libfuzzer_sys::fuzz_target;
use safepaste::source::{Limits, expects_panic, read, written};
use std::fs;
use std::panic;
use std::path::PathBuf;
use std::sync::{Once, OnceLock};
use std::time::Duration;

/// The endings, in the order in which `seeds.py` numbers them.
const ENDINGS: [&str; 40] = [
    "txt", "csv", "tsv", "json", "jsonl", "yaml", "xml", "html", "md", "rtf", "eml", "mbox", "msg", "ics", "vcf", "docx", "xlsx",
    "pptx", "odt", "ods", "odp", "doc", "xls", "ppt", "pdf", "png", "jpg", "heic", "tif", "webp", "gif", "dcm", "zip", "gz",
    "tgz", "tar", "hl7", "svg", "bin", "",
];

fn folder() -> &'static PathBuf {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| tempfile::tempdir().expect("a folder for the files").keep())
}

/// The fuzzer ends at every panic; some readers of other crates panic on torn files, and the program makes an error of that.
fn let_expected_panics_pass() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let end = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if !expects_panic() {
                end(panic);
            }
        }));
    });
}

fuzz_target!(|data: &[u8]| {
    let_expected_panics_pass();
    let Some((chosen, bytes)) = data.split_first() else { return };
    let path = folder().join(format!("file.{}", ENDINGS[usize::from(*chosen) % ENDINGS.len()]));
    fs::write(&path, bytes).expect("the file can be written");
    let mut limits = Limits::default();
    (limits.size, limits.unpacked, limits.members) = (4 << 20, 16 << 20, 200);
    limits.time = Duration::from_secs(8);
    let Ok(document) = read(&path, &limits) else { return };
    let text = document.text();
    let mut places = document.places();
    for (at, _) in text.char_indices().step_by(7) {
        assert!(places.at(at).line > 0 && places.at(at).column > 0);
    }
    let Some(word) = text.split_whitespace().next() else { return };
    let start = text.find(word).unwrap_or_default();
    let changes = vec![(start..start + word.len(), "somebody".to_owned())];
    let fitted: Vec<_> = document.fit(changes).into_iter().map(|(_, bytes, text)| (bytes, text)).collect();
    // Unchanged, a file that can be written is the same again.
    if let Ok(Some(same)) = written(&path, &document, &[], &limits)
        && document.is_plain()
    {
        assert_eq!(same.new, same.old, "nothing changed");
    }
    let _ = written(&path, &document, &fitted, &limits);
});
