//! The normalised view: any text has one, and each of its places leads back to a place of the original.

#![no_main]

use libfuzzer_sys::fuzz_target;
use safepaste::text::Page;

fuzz_target!(|text: &str| {
    let page = Page::new(text);
    assert_eq!(page.original(), text);
    let mut end = 0;
    for token in page.tokens() {
        assert!(!page.token_text(token).is_empty());
        let range = page.original_range(&token.range);
        assert!(text.get(range.clone()).is_some(), "a token leads back to {range:?}");
        assert!(token.range.start >= end, "tokens follow one another");
        end = token.range.end;
        page.column_header(token.range.start);
        page.before(token.range.start, 20);
        page.after(token.range.end, 20);
    }
    for line in 0..page.line_count() {
        let range = page.line_range(line);
        assert!(page.text().get(range).is_some());
    }
});
