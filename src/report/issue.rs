//! What keeps a text from being safe, one issue for each place that shows it: what reports for build servers share.

use super::fingerprint;
use super::{Checked, words};
use crate::document::Places;
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

/// Where something begins and ends.
#[derive(Debug)]
pub(super) struct Spot<'d> {
    /// The part of the file; lines and columns are then those of the part, not of the file.
    pub part: Option<&'d str>,
    /// Line and column of its first character, from 1, in code points.
    pub start: (usize, usize),
    /// Line and column of its last character.
    pub last: (usize, usize),
}

/// Where a range of a text stands; cheapest when asked in rising order.
pub(super) fn spot<'d>(text: &str, bytes: &Range<usize>, places: &mut Places<'d>) -> Spot<'d> {
    let start = places.at(bytes.start);
    // The last character and not the end, which may stand in the next part already.
    let last = places.at(text.floor_char_boundary(bytes.end.saturating_sub(1).max(bytes.start)));
    Spot { part: start.part, start: (start.line, start.column), last: (last.line, last.column) }
}

/// A word at the beginning of a sentence.
pub(super) fn capitalized(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::report::{Detail, FORMATS, Input, Look, Outcome};
    use crate::rewrite::Rewrite;
    use crate::{Checker, Policy};
    use serde_json::Value;

    #[test]
    fn a_spot_ends_within_its_part() {
        let mut document = Document::default();
        document.push("page 1", "one\ntwo");
        document.push("page 2", "three");
        let spot = spot(document.text(), &(4..7), &mut document.places());
        assert_eq!((spot.part, spot.start, spot.last), (Some("page 1"), (2, 1), (2, 3)));
    }

    /// What a format writes of a document of parts.
    fn written(format: &str) -> String {
        let mut document = Document::default();
        document.push("Visits!B3", "Rebook our next client today");
        document.push("Visits!B4", "My patient Odile Marsh, 479-555-0142, is booked for filler");
        let checker = Checker::new(Policy::built_in().unwrap(), jiff::civil::date(2026, 11, 21)).unwrap();
        let check = checker.check(document.text(), None).unwrap();
        let (_, destination) = checker.destination(None).unwrap();
        let rewrite = Rewrite::default();
        let checked = Checked {
            document: &document,
            check: &check,
            rewrite: &rewrite,
            evidence: &[],
            destination,
            fail_on: Bucket::Conditional,
        };
        let id = Value::from("visits.xlsx");
        let format = FORMATS.iter().find(|known| known.name == format).unwrap();
        let look = Look { single: true, show_values: false, width: 80, detail: Detail::Normal };
        let mut out = Vec::new();
        let input = Input { id: &id, line: None, outcome: Outcome::Checked(checked) };
        (format.report)(look).input(&input, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn lines_of_a_part_are_not_taken_for_lines_of_the_file() {
        let github = written("github");
        assert!(github.contains("::Visits!B4 1:12: Name") && !github.contains("line="), "{github}");
        let gitlab = written("gitlab");
        assert!(gitlab.contains("Visits!B4, line 1: Name") && gitlab.contains(r#"{"begin":1}"#), "{gitlab}");
        let sarif = written("sarif");
        assert!(sarif.contains(r#""logicalLocations":[{"name":"Visits!B4""#), "{sarif}");
        assert!(!sarif.contains("startColumn") && sarif.contains("Visits!B4, line 1, column 12"), "{sarif}");
        for format in ["junit", "markdown", "html"] {
            assert!(written(format).contains("Visits!B4"), "{format}");
        }
    }
}
