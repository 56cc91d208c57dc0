//! What keeps a text from being safe, one issue for each place that shows it: what reports for build servers share.

use super::fingerprint;
use super::{Checked, words};
use crate::identifier::recognizer;
use crate::verdict::{self, Bucket, Reason};
use std::ops::Range;

/// A place in a text, or a whole text, and what is to be said of it.
#[derive(Debug)]
pub(super) struct Issue {
    /// The kind of a finding or the code of a reason.
    pub code: &'static str,
    /// What people call that.
    pub title: &'static str,
    /// What it makes of the text; none where no reason rests on it.
    pub bucket: Option<Bucket>,
    /// Where it stands, in bytes of the text; none for the text as a whole.
    pub bytes: Option<Range<usize>>,
    /// A plain sentence, masked unless values may be shown.
    pub message: String,
    /// What it is known by in the next run.
    pub fingerprint: String,
    /// The finding, as a place in the list of findings.
    pub finding: Option<usize>,
    /// Whether other issues show it as well, so that a report that wants each place once leaves it out.
    pub repeated: bool,
}

/// The issues of a text, the findings first; none of a safe one.
pub(super) fn issues(name: &str, checked: &Checked<'_>, show_values: bool) -> Vec<Issue> {
    let verdict = &checked.check.verdict;
    if verdict.bucket == Bucket::Safe {
        return Vec::new();
    }
    let findings = of_findings(name, checked, show_values);
    let reasons = verdict.reasons.iter().flat_map(|reason| of_reason(name, reason));
    findings.into_iter().chain(reasons).collect()
}

fn of_findings(name: &str, checked: &Checked<'_>, show_values: bool) -> Vec<Issue> {
    let (text, findings) = (checked.document.text(), &checked.check.findings);
    let prints = fingerprint::fingerprints(name, text, findings);
    let issue = |(index, fingerprint)| {
        let finding = &findings[index];
        let reasons: Vec<&Reason> =
            checked.check.verdict.reasons.iter().filter(|reason| reason.findings.contains(&index)).collect();
        let value = words::value(text, finding, show_values);
        let why = match reasons.as_slice() {
            [] => "It was found too, but the verdict does not rest on it.".to_owned(),
            some => some.iter().map(|reason| reason.why.as_str()).collect::<Vec<_>>().join(" "),
        };
        let evidence = checked.evidence.get(index).map_or(String::new(), |evidence| format!(" {evidence}"));
        Issue {
            code: finding.kind.code(),
            title: recognizer(finding.kind).map_or(words::word(finding.kind), |recognizer| recognizer.doc.title),
            bucket: reasons.iter().map(|reason| reason.bucket).max(),
            bytes: Some(finding.bytes.clone()),
            message: format!("{} {value}: {why}{evidence}", capitalized(words::word(finding.kind))),
            fingerprint,
            finding: Some(index),
            repeated: false,
        }
    };
    prints.into_iter().enumerate().map(issue).collect()
}

/// A reason at each of its passages, or at the text as a whole where it has none.
fn of_reason(name: &str, reason: &Reason) -> Vec<Issue> {
    let passages = reason.passages.iter().cloned().map(Some);
    let places: Vec<Option<Range<usize>>> = if reason.passages.is_empty() { vec![None] } else { passages.collect() };
    let issue = |(number, bytes)| Issue {
        code: reason.code.as_str(),
        title: verdict::doc(reason.code).title,
        bucket: Some(reason.bucket),
        repeated: Option::is_none(&bytes) && !reason.findings.is_empty(),
        bytes,
        message: reason.why.clone(),
        fingerprint: fingerprint::of_reason(name, reason.code, number),
        finding: None,
    };
    places.into_iter().enumerate().map(issue).collect()
}

/// A word at the beginning of a sentence.
pub(super) fn capitalized(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Document, Syntax};
    use crate::report::{Detail, FORMATS, Input, Look, Outcome, Tally};
    use crate::rewrite::Rewrite;
    use crate::{Checker, Policy};
    use serde_json::Value;

    /// What a format writes of a document, from begin to end.
    fn written(format: &str, document: &Document) -> String {
        let checker = Checker::new(Policy::built_in().unwrap(), jiff::civil::date(2026, 11, 21)).unwrap();
        let check = checker.check(document.text(), None).unwrap().of(document);
        let (_, destination) = checker.destination(None).unwrap();
        let rewrite = Rewrite::default();
        let checked = Checked {
            document,
            check: &check,
            rewrite: &rewrite,
            evidence: &[],
            destination,
            fail_on: Bucket::Conditional,
        };
        let id = Value::from("visits.xlsx");
        let format = FORMATS.iter().find(|known| known.name == format).unwrap();
        let look = Look { single: true, show_values: false, width: 80, detail: Detail::Normal };
        let report = (format.report)(look);
        let (mut out, mut tally) = (Vec::new(), Tally::default());
        let input = Input { id: &id, record: None, outcome: Outcome::Checked(checked) };
        tally.add(&input.outcome);
        report.input(&input, &mut out).unwrap();
        report.end(&tally, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    /// The formats that read places through the same spots.
    const OF_SPOTS: [&str; 6] = ["sarif", "github", "gitlab", "junit", "markdown", "html"];

    #[test]
    fn lines_of_a_part_are_not_taken_for_lines_of_the_file() {
        let mut document = Document::default();
        document.push("Visits!B3", "Rebook our next client today");
        document.push("Visits!B4", "My patient Odile Marsh, 479-555-0142, is booked for filler");
        let github = written("github", &document);
        assert!(github.contains("::Visits!B4, line 1: Name") && !github.contains("line="), "{github}");
        let gitlab = written("gitlab", &document);
        assert!(gitlab.contains("Visits!B4, line 1: Name") && gitlab.contains(r#"{"begin":1}"#), "{gitlab}");
        let sarif = written("sarif", &document);
        assert!(sarif.contains(r#""logicalLocations":[{"name":"Visits!B4""#), "{sarif}");
        assert!(!sarif.contains("startColumn") && sarif.contains("Visits!B4, line 1, column 12"), "{sarif}");
        for format in OF_SPOTS {
            assert!(written(format, &document).contains("Visits!B4"), "{format}");
        }
    }

    #[test]
    fn a_text_format_has_lines_of_the_file_and_parts() {
        let text = "Client,Mobile,Visit\nOdile Marsh,479-555-0142,lip filler\n";
        let document = Document::plain(text.to_owned()).written_in(Syntax::Delimited(None));
        let github = written("github", &document);
        assert!(github.contains("line=2,endLine=2,col=13,") && github.contains("::B2 (Mobile): Phone"), "{github}");
        let gitlab = written("gitlab", &document);
        assert!(gitlab.contains("B2 (Mobile): Phone") && gitlab.contains(r#"{"begin":2}"#), "{gitlab}");
        let sarif = written("sarif", &document);
        assert!(sarif.contains(r#""startLine":2,"startColumn":13"#) && sarif.contains("B2 (Mobile)"), "{sarif}");
        for format in OF_SPOTS {
            assert!(written(format, &document).contains("B2 (Mobile)"), "{format}");
        }
    }

    #[test]
    fn what_could_not_be_read_is_told_and_a_part_hides_what_was_found() {
        let mut named = Document::default();
        named.push("attachment Odile Marsh.txt", "My patient Odile Marsh, 479-555-0142, is booked for filler");
        named.leave_unread("attachment Odile Marsh.zip", &"this is locked");
        let mut clean = Document::plain("We open at nine.".to_owned());
        clean.leave_unread("attachment b.zip", &"this is locked");
        for format in OF_SPOTS {
            let told = written(format, &named);
            assert!(told.contains("attachment ••••• •••••.txt") && !told.contains("Marsh"), "{format}: {told}");
            assert!(told.contains("attachment ••••• •••••.zip"), "{format}: {told}");
            let told = written(format, &clean);
            assert!(told.contains("attachment b.zip: this is locked"), "{format}: {told}");
        }
        for (format, told) in [
            ("sarif", r#""executionSuccessful":false"#),
            ("github", "::error file=visits.xlsx,title=not read::"),
            ("gitlab", r#""check_name":"not-examined","#),
            ("junit", r#"errors="1""#),
            ("markdown", "Read only in part: 1 text."),
            ("html", "1 text was read only in part"),
        ] {
            assert!(written(format, &clean).contains(told), "{format}");
        }
    }
}
