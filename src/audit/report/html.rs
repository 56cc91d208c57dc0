//! The report as one page: charts drawn as SVG within it, and every figure in a table too.

use super::{BUCKETS_IN_ORDER, Report, Series};
use crate::html::{self, escape};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::fmt::Write;

const STYLE: &str = include_str!("page.css");

/// The measures of the large chart.
const WIDTH: f64 = 900.0;
const HEIGHT: f64 = 260.0;
/// Room for the figures at the left, and for the spans below.
const LEFT: f64 = 48.0;
const BELOW: f64 = 24.0;
/// How many spans are named below the chart at the most.
const LABELS: usize = 12;

pub(super) fn page(report: &Report, title: &str) -> String {
    let mut page = html::begin(title, STYLE, None);
    let _ = writeln!(page, "<h1>{}</h1>", escape(title));
    let spans = report.spans();
    if let (Some(first), Some(last)) = (spans.first(), spans.last()) {
        let (first, last) = (report.period.label(*first), report.period.label(*last));
        let _ = writeln!(page, "<p>{} checks, {first} to {last}, by {} in UTC.", report.checks, report.period.word());
        page.push_str("None of the texts is in this report.</p>\n");
        for series in report.series().into_iter().filter(|series| !series.names.is_empty()) {
            let _ = writeln!(page, "<h2>{}</h2>", escape(series.title));
            if series.key == super::BUCKETS.0 {
                verdicts(report, series, &spans, &mut page);
            }
            table(report, series, &spans, &mut page);
        }
    } else {
        page.push_str("<p>No check was recorded in this time.</p>\n");
    }
    page.push_str(html::END);
    page
}

/// The verdicts as one bar for each span, unsafe on top.
fn verdicts(report: &Report, series: &Series, spans: &[Date], page: &mut String) {
    let of = |name: &str, span: &Date| series.names.get(name).and_then(|counts| counts.get(span)).copied().unwrap_or(0);
    let all = |span: &Date| BUCKETS_IN_ORDER.iter().map(|bucket| of(bucket.as_str(), span)).sum::<u64>();
    let top = spans.iter().map(all).max().unwrap_or(0).max(1);
    let (room, step) = (HEIGHT - BELOW - 10.0, (WIDTH - LEFT) / spans.len() as f64);
    let _ = writeln!(
        page,
        "<svg viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-label=\"Checks by verdict over time; the table below has the figures\">"
    );
    for count in [top, top / 2, 0] {
        let y = 10.0 + room * (1.0 - count as f64 / top as f64);
        let _ = writeln!(
            page,
            "<line class=\"axis\" x1=\"{LEFT}\" x2=\"{WIDTH}\" y1=\"{y:.1}\" y2=\"{y:.1}\"/>\
             <text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{count}</text>",
            LEFT - 8.0,
            y + 4.0
        );
    }
    let every = spans.len().div_ceil(LABELS);
    for (at, span) in spans.iter().enumerate() {
        let (x, width) = (LEFT + step * (at as f64 + 0.1), step * 0.8);
        let mut y = 10.0 + room;
        for bucket in BUCKETS_IN_ORDER {
            let count = of(bucket.as_str(), span);
            if count == 0 {
                continue;
            }
            // The smallest count must still be seen.
            let height = (room * count as f64 / top as f64).max(1.0);
            y -= height;
            let label = report.period.label(*span);
            let _ = writeln!(
                page,
                "<rect class=\"{bucket}\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\">\
                 <title>{label}: {count} {bucket}</title></rect>"
            );
        }
        if at % every == 0 {
            let label = report.period.label(*span);
            let (x, y) = (x + width / 2.0, HEIGHT - 6.0);
            let _ = writeln!(page, "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"middle\">{label}</text>");
        }
    }
    page.push_str("</svg>\n");
}

/// Each name with its bars over time, its total, and its figures.
fn table(report: &Report, series: &Series, spans: &[Date], page: &mut String) {
    page.push_str("<div class=\"scroll\">\n<table>\n<thead><tr><th></th><th>over time</th><th>total</th>");
    for span in spans {
        let _ = write!(page, "<th>{}</th>", report.period.label(*span));
    }
    page.push_str("</tr></thead>\n<tbody>\n");
    let rows = series.rows();
    let top = rows.iter().flat_map(|(_, counts, _)| counts.values()).copied().max().unwrap_or(0).max(1);
    for (name, counts, total) in rows {
        let class = if series.key == super::BUCKETS.0 { name } else { "count" };
        let _ = write!(page, "<tr><th>{}</th><td class=\"bars\">", escape(name));
        bars(counts, spans, top, class, page);
        let _ = write!(page, "</td><td>{total}</td>");
        for span in spans {
            let _ = write!(page, "<td>{}</td>", counts.get(span).copied().unwrap_or(0));
        }
        page.push_str("</tr>\n");
    }
    page.push_str("</tbody>\n</table>\n</div>\n");
}

/// One small bar for each span.
fn bars(counts: &BTreeMap<Date, u64>, spans: &[Date], top: u64, class: &str, page: &mut String) {
    let _ = write!(
        page,
        "<svg viewBox=\"0 0 {} 100\" preserveAspectRatio=\"none\" aria-hidden=\"true\">",
        spans.len() * 10
    );
    for (at, span) in spans.iter().enumerate() {
        let count = counts.get(span).copied().unwrap_or(0);
        if count > 0 {
            // The smallest count must still be seen.
            let height = (100.0 * count as f64 / top as f64).max(4.0);
            let (x, y) = (at * 10 + 1, 100.0 - height);
            let _ = write!(page, "<rect class=\"{class}\" x=\"{x}\" y=\"{y:.1}\" width=\"8\" height=\"{height:.1}\"/>");
        }
    }
    page.push_str("</svg>");
}
