//! Whole sessions as somebody at a terminal has them: `tests/cli/*.md` and every command of the README.
//!
//! After a change that is meant, `TRYCMD=overwrite cargo test --test cli` writes down what is printed now.

#[test]
fn sessions() {
    trycmd::TestCases::new()
        .case("tests/cli/*.md")
        .case("README.md")
        .env("SAFEPASTE_TODAY", "2026-11-21")
        .env("SAFEPASTE_POLICY", "med-spa")
        .env("NO_COLOR", "1")
        .env("COLUMNS", "80");
}
