//! For people who look at many texts: one page that needs nothing else, on screen or paper, with a chart, a table and
//! every text that is not safe.
//!
//! Texts are written as they come, so that none is held in memory; what is counted over all of them comes last in the
//! file and is shown first. Where values are masked, none of the words around them is shown either, for they may hold
//! what was not found.

mod totals;

use super::issue::capitalized;
use super::spot::Spots;
use super::{Checked, Detail, Input, Look, Outcome, Parts, Report, Tally, words};
use crate::html::{self, escape};
use crate::identifier::{Finding, Kind};
use crate::verdict::Bucket;
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::io::{self, Write};
use std::sync::{Mutex, PoisonError};
use totals::{Row, Totals};

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");
const TITLE: &str = "safepaste report";

/// The report in this format.
pub(super) fn report(look: Look) -> Box<dyn Report> {
    Box::new(Html { look, totals: Mutex::default() })
}

struct Html {
    look: Look,
    totals: Mutex<Totals>,
}

impl Html {
    /// Keeps what the totals tell of an input, and says where on the page the input has its place.
    fn keep(&self, row: Row) -> String {
        let digest = HEXLOWER.encode(&Sha256::digest(&row.name)[..6]);
        // What another thread left behind is whole, for a push either happens or does not.
        self.totals.lock().unwrap_or_else(PoisonError::into_inner).add(row, &format!("text-{digest}"))
    }

    fn checked(&self, name: &str, checked: &Checked<'_>, out: &mut dyn Write) -> io::Result<()> {
        let verdict = &checked.check.verdict;
        let findings = &checked.check.findings;
        let anchored = verdict.bucket != Bucket::Safe || !findings.is_empty();
        let mut kinds: Vec<(Kind, usize)> = Vec::new();
        for kind in findings.iter().map(|finding| finding.kind).collect::<BTreeSet<_>>() {
            kinds.push((kind, findings.iter().filter(|finding| finding.kind == kind).count()));
        }
        let anchor = self.keep(Row {
            name: name.to_owned(),
            verdict: verdict.bucket.as_str(),
            note: note(checked),
            kinds,
            anchor: anchored.then(String::new),
        });
        if !anchored {
            return Ok(());
        }
        writeln!(out, "<article id=\"{anchor}\" aria-labelledby=\"{anchor}-name\">")?;
        let bucket = verdict.bucket;
        writeln!(out, "<h3 class=\"any\" id=\"{anchor}-name\">{} {}</h3>", tag(bucket.as_str()), escape(name))?;
        writeln!(out, "<p>{}</p>", escape(&words::sentence(checked)))?;
        self.unread(checked, out)?;
        self.reasons(checked, out)?;
        if !findings.is_empty() {
            self.findings(name, checked, out)?;
        }
        if self.look.show_values {
            writeln!(out, "<pre>{}</pre>", marked(checked))?;
            if !checked.rewrite.changes.is_empty() {
                let rewrite = escape(&checked.rewrite.text);
                writeln!(out, "<details><summary>The rewrite</summary>\n<pre>{rewrite}</pre>")?;
                if let Some(remains) = words::remains(checked.rewrite) {
                    writeln!(out, "<p class=\"warning\">{}</p>", escape(&remains))?;
                }
                writeln!(out, "</details>")?;
            }
        }
        writeln!(out, "</article>")
    }

    /// What could not be read.
    fn unread(&self, checked: &Checked<'_>, out: &mut dyn Write) -> io::Result<()> {
        let gaps =
            words::gap_lines(checked.document, &Parts::new(checked.document, checked.check, self.look.show_values));
        if gaps.is_empty() {
            return Ok(());
        }
        writeln!(out, "<p class=\"warning\">Not read:</p>\n<ul>")?;
        gaps.iter().try_for_each(|gap| writeln!(out, "<li class=\"any\">{}</li>", escape(gap)))?;
        writeln!(out, "</ul>")
    }

    fn reasons(&self, checked: &Checked<'_>, out: &mut dyn Write) -> io::Result<()> {
        let reasons = &checked.check.verdict.reasons;
        if reasons.is_empty() {
            return Ok(());
        }
        let mut spots = Spots::new(checked, self.look.show_values);
        writeln!(out, "<ul>")?;
        for reason in reasons {
            let at: Vec<String> = reason.passages.iter().map(|passage| spots.at(passage).to_string()).collect();
            let at = if at.is_empty() { String::new() } else { format!(" (at {})", at.join("; ")) };
            writeln!(out, "<li><strong>{}</strong> {}{}</li>", reason.code, escape(&reason.why), escape(&at))?;
        }
        writeln!(out, "</ul>")
    }

    fn findings(&self, name: &str, checked: &Checked<'_>, out: &mut dyn Write) -> io::Result<()> {
        let text = checked.document.text();
        let mut spots = Spots::new(checked, self.look.show_values);
        writeln!(
            out,
            "<div class=\"scroll\"><table class=\"list\"><caption class=\"aside\">Found in {}</caption>\n\
             <thead><tr><th scope=\"col\">Where</th><th scope=\"col\">What</th><th scope=\"col\">In the text</th>\
             <th scope=\"col\">Why</th></tr></thead>\n<tbody>",
            escape(name)
        )?;
        for (index, finding) in checked.check.findings.iter().enumerate() {
            let value = escape(&words::value(text, finding, self.look.show_values));
            writeln!(
                out,
                "<tr><td>{}</td><td>{}</td><td class=\"any\">{value}{}</td><td>{}</td></tr>",
                escape(&spots.at(&finding.bytes).to_string()),
                capitalized(words::word(finding.kind)),
                self.evidence(checked, index, finding),
                words::codes(checked.check, index),
            )?;
        }
        writeln!(out, "</tbody></table></div>")
    }

    /// What speaks for a finding, and by which rule it was made, where somebody asked.
    fn evidence(&self, checked: &Checked<'_>, index: usize, finding: &Finding) -> String {
        let evidence = checked.evidence.get(index).map(|evidence| escape(evidence));
        let rule = (self.look.detail == Detail::Verbose)
            .then(|| format!("{}, right {} of the time", escape(&finding.rule), words::percent(finding.confidence)));
        evidence.into_iter().chain(rule).map(|line| format!("<small>{line}</small>")).collect()
    }
}

/// What a text's row says beside its verdict: the reasons, and whether it was read in part.
fn note(checked: &Checked<'_>) -> String {
    let partial = (!checked.document.unread().is_empty()).then_some("read only in part");
    let codes = checked.check.verdict.reasons.iter().map(|reason| reason.code.as_str());
    codes.chain(partial).collect::<Vec<_>>().join(" ")
}

/// A verdict as a tag.
fn tag(verdict: &str) -> String {
    format!("<span class=\"tag {verdict}\">{}</span>", verdict.to_uppercase())
}

/// The whole text with each finding marked and named.
fn marked(checked: &Checked<'_>) -> String {
    let text = checked.document.text();
    let mut html = String::with_capacity(text.len() + text.len() / 4);
    let mut told = 0;
    for (index, finding) in checked.check.findings.iter().enumerate() {
        // Findings come in order and apart; one that did not would be shown by its row alone.
        if finding.bytes.start < told {
            continue;
        }
        let reasons = checked.check.verdict.reasons.iter().filter(|reason| reason.findings.contains(&index));
        let class = reasons.map(|reason| reason.bucket).max().map_or("", Bucket::as_str);
        html.push_str(&escape(&text[told..finding.bytes.start]));
        html.push_str(&format!(
            "<mark class=\"{class}\">{}<small>{}</small></mark>",
            escape(&text[finding.bytes.clone()]),
            words::word(finding.kind)
        ));
        told = finding.bytes.end;
    }
    html.push_str(&escape(&text[told..]));
    html
}

impl Report for Html {
    fn begin(&self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(html::begin(TITLE, STYLE, Some(SCRIPT)).as_bytes())?;
        writeln!(out, "<header><h1>{TITLE}</h1>")?;
        if self.look.show_values {
            let warning = "This page shows what identifies people. Keep it and share it like a patient's chart.";
            writeln!(out, "<p class=\"warning\">{warning}</p>")?;
        } else {
            writeln!(out, "<p>Values are masked, and the texts themselves are not on this page.</p>")?;
        }
        writeln!(out, "</header>\n<main>\n<section aria-labelledby=\"texts\"><h2 id=\"texts\">Texts</h2>")
    }

    fn input(&self, input: &Input<'_>, out: &mut dyn Write) -> io::Result<()> {
        let name = input.name();
        let other = |verdict, why: &str| Row { name: name.clone(), verdict, note: why.to_owned(), ..Row::default() };
        match &input.outcome {
            Outcome::Checked(checked) => return self.checked(&name, checked, out),
            Outcome::Failed(why) => self.keep(other(totals::NOT_EXAMINED, why)),
            Outcome::Skipped(why) if self.look.detail == Detail::Verbose => self.keep(other(totals::LEFT_OUT, why)),
            Outcome::Skipped(_) => String::new(),
        };
        Ok(())
    }

    fn prints_rewrites(&self) -> bool {
        self.look.show_values
    }

    fn end(&self, tally: &Tally, out: &mut dyn Write) -> io::Result<()> {
        if tally.unsafe_ + tally.conditional == 0 {
            writeln!(out, "<p>No text needs a look.</p>")?;
        }
        writeln!(out, "</section>")?;
        let totals = std::mem::take(&mut *self.totals.lock().unwrap_or_else(PoisonError::into_inner));
        totals.write(tally, out)?;
        writeln!(
            out,
            "</main>\n<footer><p>safepaste {}. <code>safepaste explain U1</code> says more about a reason. A report \
             lowers a risk and does not remove it.</p></footer>\n<script>{SCRIPT}</script>",
            env!("CARGO_PKG_VERSION")
        )?;
        out.write_all(html::END.as_bytes())
    }
}
