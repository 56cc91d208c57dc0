//! Whole sessions as somebody at a terminal has them: `tests/cli/*.md` and every command of the README.
//!
//! After a change that is meant, `TRYCMD=overwrite cargo test --test end_to_end cli::` writes down what is printed now.

#[test]
fn sessions() {
    // What is kept of reversible rewrites lies in a home that is gone afterwards.
    let home = tempfile::tempdir().expect("a folder");
    let home = home.path().to_string_lossy();
    trycmd::TestCases::new()
        .case("tests/cli/*.md")
        .case("README.md")
        .env("HOME", home.as_ref())
        .env("USERPROFILE", home.as_ref())
        .env("XDG_CONFIG_HOME", format!("{home}/settings"))
        .env("XDG_DATA_HOME", format!("{home}/data"))
        .env("APPDATA", format!("{home}/settings"))
        .env("TZ", "UTC")
        .env("SAFEPASTE_TODAY", "2026-11-21")
        .env("SAFEPASTE_POLICY", "med-spa")
        .env("NO_COLOR", "1")
        // Its runner would be told to heed no line.
        .env("GITHUB_ACTIONS", "false")
        .env("COLUMNS", "80");
}
