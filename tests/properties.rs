//! What holds for any text: a verdict or an error, places that name what they claim, findings that stay where nothing
//! of meaning changed, and reports that show no letter or digit of a masked value.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use proptest::prelude::*;
use rayon::prelude::*;
use safepaste::document::Document;
use safepaste::report::{Checked, Detail, FORMATS, Input, Look, Outcome, Tally};
use safepaste::rewrite::{Rewrite, Style};
use safepaste::source::{self, Limits};
use safepaste::{Bucket, Check, Checker, Kind, Policy};
use serde_json::Value;
use std::fs;
use std::ops::Range;
use std::path::Path;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

static CHECKER: LazyLock<Checker> = LazyLock::new(|| {
    let policy = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/quality/policy.yaml")).unwrap();
    Checker::new(Policy::from_yaml(&policy).unwrap(), "2026-11-21".parse().unwrap()).unwrap()
});

/// Texts as people write them, from which nothing is learned.
static TEXTS: LazyLock<Vec<String>> = LazyLock::new(|| LABELLED.iter().map(|labelled| labelled.0.clone()).collect());

/// The same texts, each with what of it names or numbers somebody, in code points.
static LABELLED: LazyLock<Vec<(String, Vec<Range<usize>>)>> = LazyLock::new(|| {
    let corpora = ["held_hands.jsonl", "held_invented.jsonl"];
    let read = |name| fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpora").join(name));
    let lines = corpora.map(|name| read(name).unwrap()).concat();
    let labelled = |line: &str| {
        let gold: Value = serde_json::from_str(line).unwrap();
        let direct = |span: &&Value| {
            let loose = ["DATE", "LOCATION", "AGE", "PROVIDER"].contains(&span["type"].as_str().unwrap());
            !loose && span["optional"] != Value::Bool(true)
        };
        let spans = gold["spans"].as_array().unwrap().iter().filter(direct);
        (gold["text"].as_str().unwrap().to_owned(), spans.map(|span| numbers(span, ["start", "end"])).collect())
    };
    // Every third: a small sample of each kind.
    lines.lines().step_by(3).map(labelled).collect()
});

fn check(text: &str) -> Check {
    CHECKER.check(text, None).unwrap()
}

/// What was found, and where.
fn places(check: &Check) -> Vec<(Kind, Range<usize>)> {
    check.findings.iter().map(|finding| (finding.kind, finding.bytes.clone())).collect()
}

/// Any text: noise, marks that the reading undoes, and values among words.
fn anything() -> impl Strategy<Value = String> {
    let written = prop::sample::select(vec![
        "My patient Dana Ortiz",
        "DOB 04/12/88, ",
        "call 479-555-0142 ",
        "(479) 555-0177\n",
        "dana.ortiz@mail.example ",
        "SSN 219-09-9999",
        "4111 1111 1111 1111",
        "12 Elm St, Rogers, AR 72756 ",
        "José Núñez\u{301} ",
        "Sа\u{200b}rah ",
        "５５５－０１２３ ",
    ]);
    let marks = prop::sample::select(vec![
        "\r\n",
        "\t",
        "|",
        "\"",
        "\\\"",
        "\\u00e9",
        "\\n",
        "\\",
        "%20",
        "%C3%A9",
        "%",
        "=\r\n",
        "=C3=A9",
        "&nbsp;",
        "&#x40;",
        "&amp;amp;",
        "<b>",
        "</td><td>",
        "<!--",
        "**",
        "__",
        "`",
        "> ",
        "[NAME]",
        "{{",
        "\u{202e}",
        "\u{ad}",
        "\u{feff}",
        "\0",
        "\u{1b}[31m",
        "safepaste: allow",
        "PID|1||",
        "BEGIN:VCARD\n",
        "^",
        "#",
    ]);
    let piece = prop_oneof![
        2 => any::<String>(),
        2 => "[a-zA-Z0-9 .,:;@/()'\r\n\t-]{0,24}",
        4 => written.prop_map(str::to_owned),
        4 => marks.prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

/// A report of one text in one format, values masked.
fn masked(format: usize, detail: Detail, text: &str, check: &Check, rewrite: &Rewrite, evidence: &[String]) -> String {
    let look = Look { single: detail == Detail::Normal, show_values: false, width: 100, detail };
    let report = (FORMATS[format].report)(look);
    let document = Document::plain(text.to_owned());
    let (_, destination) = CHECKER.destination(None).unwrap();
    let fail_on = Bucket::Conditional;
    let outcome = Outcome::Checked(Checked { document: &document, check, rewrite, evidence, destination, fail_on });
    let mut tally = Tally::default();
    tally.add(&outcome);
    let mut out = Vec::new();
    report.begin(&mut out).unwrap();
    report.input(&Input { id: &Value::from("draft.txt"), record: None, outcome }, &mut out).unwrap();
    report.end(&tally, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// The same text with every letter and digit of what was found exchanged for another of the same size.
fn exchanged(text: &str, check: &Check) -> String {
    let other = |c: char| match c {
        'a'..='y' | 'A'..='Y' | '0'..='8' => char::from_u32(u32::from(c) + 1).unwrap_or(c),
        'z' => 'a',
        'Z' => 'A',
        '9' => '0',
        'é' => 'ø',
        c if c.is_alphanumeric() && c.len_utf8() == 2 => 'é',
        c if c.is_alphanumeric() && c.len_utf8() == 3 => '好',
        c => c,
    };
    let found = |at: usize| check.findings.iter().any(|finding| finding.bytes.contains(&at));
    text.char_indices().map(|(at, c)| if found(at) { other(c) } else { c }).collect()
}

/// The numbers that a finding of a JSON report gives under these names.
fn numbers(finding: &Value, names: [&str; 2]) -> Range<usize> {
    let [start, end] = names.map(|name| usize::try_from(finding[name].as_u64().unwrap()).unwrap());
    start..end
}

/// Asserts that findings stand in order, between characters, and in code points where they stand in bytes.
fn assert_places(text: &str, check: &Check) {
    let mut done = 0;
    for finding in &check.findings {
        let value = text.get(finding.bytes.clone());
        assert!(value.is_some_and(|value| !value.is_empty()), "{text:?} {finding:?}");
        assert!(finding.bytes.start >= done, "{text:?} {finding:?}");
        done = finding.bytes.end;
        let chars = [finding.bytes.start, finding.bytes.end].map(|at| text[..at].chars().count());
        assert_eq!(chars[0]..chars[1], finding.chars, "{text:?} {finding:?}");
    }
    let inside = |range: &Range<usize>| text.get(range.clone()).is_some();
    let mut passages = check.verdict.reasons.iter().flat_map(|reason| &reason.passages);
    assert!(passages.all(inside), "{text:?} {:?}", check.verdict.reasons);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(128) })]

    #[test]
    fn any_text_gets_a_verdict_whose_places_are_true(text in anything()) {
        let check = check(&text);
        assert_places(&text, &check);
        let rewrite = CHECKER.rewrite(&text, &check, Style::Natural);
        let json = FORMATS.iter().position(|format| format.name == "json").unwrap();
        let report: Value =
            serde_json::from_str(&masked(json, Detail::Verbose, &text, &check, &rewrite, &[])).unwrap();
        let told = report["texts"][0]["findings"].as_array().unwrap();
        prop_assert_eq!(told.len(), check.findings.len());
        for (told, finding) in told.iter().zip(&check.findings) {
            let bytes = numbers(told, ["byte_start", "byte_end"]);
            let chars = numbers(told, ["start", "end"]);
            prop_assert_eq!(&bytes, &finding.bytes);
            let value: String = text.chars().skip(chars.start).take(chars.len()).collect();
            prop_assert_eq!(&text[bytes], value);
        }
    }

    #[test]
    fn any_report_is_the_same_whatever_the_values_are(
        text in prop_oneof![anything(), prop::sample::select(TEXTS.clone())],
        detail in prop::sample::select(vec![Detail::Quiet, Detail::Normal, Detail::Verbose]),
    ) {
        let check = check(&text);
        let rewrite = CHECKER.rewrite(&text, &check, Style::Natural);
        let other = exchanged(&text, &check);
        let evidence = CHECKER.evidence(&text, &check);
        for (format, named) in FORMATS.iter().enumerate() {
            let report = masked(format, detail, &text, &check, &rewrite, &evidence);
            let again = masked(format, detail, &other, &check, &rewrite, &evidence);
            prop_assert_eq!(report, again, "{} of {:?} and {:?}", named.name, text, other);
        }
    }

    #[test]
    fn any_bytes_of_any_name_are_read_or_refused(
        bytes in prop_oneof![
            prop::collection::vec(any::<u8>(), 0..512),
            anything().prop_map(String::into_bytes),
            (prop::sample::select(vec![&b"PK\x03\x04"[..], b"%PDF-1.7\n", b"\xff\xfe", b"\xd0\xcf\x11\xe0", b"{\\rtf1", b"From x"]),
                prop::collection::vec(any::<u8>(), 0..256)).prop_map(|(head, rest)| [head, &rest].concat()),
        ],
        extension in prop::sample::select(vec![
            "", "txt", "md", "csv", "tsv", "json", "jsonl", "html", "xml", "yaml", "eml", "mbox", "vcf", "ics", "hl7",
            "rtf", "pdf", "doc", "docx", "xls", "xlsx", "pptx", "odt", "ods", "msg", "zip", "gz", "jpg", "srt", "ipynb",
        ]),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("draft").with_extension(extension);
        fs::write(&path, bytes).unwrap();
        match source::read(&path, &Limits::default()) {
            Ok(document) => assert_places(document.text(), &check(document.text())),
            Err(error) => prop_assert!(error.to_string().contains("draft"), "{error}"),
        }
    }
}

/// Asserts of every text that after a change the same is found where it then stands. `change` gives the changed text
/// and where each byte of the first then stands.
fn assert_stable(what: &str, change: impl Fn(&str) -> (String, Vec<usize>) + Sync) {
    let differs = |text: &String| {
        let (changed, moved) = change(text);
        let expected: Vec<_> =
            places(&check(text)).into_iter().map(|(kind, at)| (kind, moved[at.start]..moved[at.end])).collect();
        let found = places(&check(&changed));
        (expected != found).then(|| {
            let told = |of: &str, places: &[(Kind, Range<usize>)], others: &[(Kind, Range<usize>)]| {
                let alone = places.iter().filter(|place| !others.contains(place));
                alone.map(|(kind, at)| format!("{kind} {:?}", &of[at.clone()])).collect::<Vec<_>>()
            };
            let lost = told(&changed, &expected, &found);
            format!("{text:?}\n    lost {lost:?}, new {:?}", told(&changed, &found, &expected))
        })
    };
    let different: Vec<String> = TEXTS.par_iter().filter_map(differs).collect();
    let (count, all) = (different.len(), TEXTS.len());
    assert!(count == 0, "{what}: {count} of {all} texts:\n  {}", different.join("\n  "));
}

/// A text whose characters are written anew, and where each byte of the first then stands.
fn rewritten(text: &str, write: impl Fn(char) -> String) -> (String, Vec<usize>) {
    let mut changed = String::new();
    let mut moved = vec![0; text.len() + 1];
    for (at, c) in text.char_indices() {
        moved[at] = changed.len();
        changed.push_str(&write(c));
    }
    moved[text.len()] = changed.len();
    (changed, moved)
}

#[test]
fn the_same_is_found_whatever_white_space_surrounds_a_text() {
    for (before, after) in [("\n\n", "\n\n\n"), ("\r\n \r\n", " \t \n"), ("", "   ")] {
        assert_stable("surrounding white space", |text| {
            let moved = (0..=text.len()).map(|at| at + before.len()).collect();
            (format!("{before}{text}{after}"), moved)
        });
    }
}

#[test]
fn the_same_is_found_whatever_ends_a_line() {
    assert_stable("line ends", |text| rewritten(text, |c| if c == '\n' { "\r\n".into() } else { c.into() }));
}

#[test]
fn the_same_is_found_in_decomposed_letters() {
    assert_stable("decomposed letters", |text| rewritten(text, |c| std::iter::once(c).nfd().collect()));
}

/// A sentence of running copy about nobody: no name, number, date, heading or column, nothing of care, and nobody
/// addressed or asked.
const NEUTRAL: &str = "The hallway is quiet in the afternoon.";

/// In how many texts of a thousand something may yet be lost by it, behind the text and before it.
const LOSING: [usize; 2] = [7, 14];

/// In a paragraph of its own, before or behind a text, it changes nothing of what names or numbers somebody. Of more
/// this cannot hold: dates and places count only where a text is about somebody, and a heading, a greeting, a column, a
/// word of care or a long page tells that, to a reader as well. The tagger knows the first line of a page from one behind
/// an empty line, and a page without capitals from one that has some; the gist of a page weighs all its words: for these
/// some texts lose something, no more than [`LOSING`] says.
#[test]
fn neutral_copy_far_away_takes_no_direct_identifier_away() {
    let covers = |check: &Check, text: &str, range: &Range<usize>, moved: usize| {
        let found = |at: usize| check.findings.iter().any(|finding| finding.chars.contains(&(at + moved)));
        text.chars().enumerate().skip(range.start).take(range.len()).all(|(at, c)| !c.is_alphanumeric() || found(at))
    };
    let additions = [(String::new(), format!("\n\n{NEUTRAL}\n")), (format!("{NEUTRAL}\n\n"), String::new())];
    for ((front, back), losing) in additions.into_iter().zip(LOSING) {
        let moved = front.chars().count();
        let lost = |(text, direct): &(String, Vec<Range<usize>>)| {
            let (without, with) = (check(text), check(&format!("{front}{text}{back}")));
            let mut found = direct.iter().filter(|range| covers(&without, text, range, 0));
            let lost = found.find(|range| !covers(&with, text, range, moved))?;
            let lost: String = text.chars().skip(lost.start).take(lost.len()).collect();
            Some(format!("{lost:?} of {text:?}"))
        };
        let lost: Vec<String> = LABELLED.par_iter().filter_map(lost).collect();
        let (count, all) = (lost.len(), LABELLED.len());
        assert!(count * 1000 <= losing * all, "{count} of {all} texts lose something:\n  {}", lost.join("\n  "));
    }
}
