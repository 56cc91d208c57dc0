//! What a page tells over all texts: tiles, charts, and a table with a row for each.

use crate::html::escape;
use crate::identifier::Kind;
use crate::report::issue::capitalized;
use crate::report::{Tally, words};
use std::collections::{BTreeMap, HashMap};
use std::io::{self, Write};

/// What a text without a verdict is called.
pub(super) const NOT_EXAMINED: &str = "not examined";
/// What a text is called that was left out on purpose.
pub(super) const LEFT_OUT: &str = "left out";

/// The verdicts, the gravest first.
const ORDER: [&str; 5] = ["unsafe", NOT_EXAMINED, "conditional", "safe", LEFT_OUT];

/// What the table tells of a text.
#[derive(Default)]
pub(super) struct Row {
    pub name: String,
    pub verdict: &'static str,
    /// The reasons, or why there is no verdict.
    pub note: String,
    /// How many findings of each kind.
    pub kinds: Vec<(Kind, usize)>,
    /// Its place on the page, where it has one.
    pub anchor: Option<String>,
}

/// What is kept of the texts until the end.
#[derive(Default)]
pub(super) struct Totals {
    rows: Vec<Row>,
    /// How many texts share an anchor's beginning, as records with the same id do.
    anchors: HashMap<String, usize>,
}

impl Totals {
    /// Keeps a text, and returns its anchor: `base`, with a number where others have it already.
    pub(super) fn add(&mut self, mut row: Row, base: &str) -> String {
        let taken = self.anchors.entry(base.to_owned()).or_default();
        *taken += 1;
        let anchor = if *taken == 1 { base.to_owned() } else { format!("{base}-{taken}") };
        row.anchor = row.anchor.map(|_| anchor.clone());
        self.rows.push(row);
        anchor
    }

    /// Writes all of it. Threads come as they like, so the rows are sorted, the gravest first.
    pub(super) fn write(mut self, tally: &Tally, out: &mut dyn Write) -> io::Result<()> {
        let place = |row: &Row| ORDER.iter().position(|verdict| *verdict == row.verdict);
        self.rows.sort_by(|one, other| (place(one), &one.name).cmp(&(place(other), &other.name)));
        let mut kinds: BTreeMap<Kind, usize> = BTreeMap::new();
        for (kind, count) in self.rows.iter().flat_map(|row| &row.kinds) {
            *kinds.entry(*kind).or_default() += count;
        }
        writeln!(out, "<section id=\"totals\" aria-labelledby=\"verdicts\"><h2 id=\"verdicts\">Verdicts</h2>")?;
        tiles(tally, out)?;
        share(tally, out)?;
        if !kinds.is_empty() {
            bars(&kinds, out)?;
        }
        if !self.rows.is_empty() {
            self.table(&kinds, out)?;
        }
        writeln!(out, "</section>")
    }

    fn table(&self, kinds: &BTreeMap<Kind, usize>, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "<h2>All texts</h2>")?;
        writeln!(out, "<div class=\"filter\" id=\"filter\" role=\"search\" aria-label=\"Filter\" hidden>")?;
        writeln!(out, "<label>Verdict <select id=\"verdict\"><option value=\"\">all</option>")?;
        for verdict in ORDER.iter().filter(|verdict| self.rows.iter().any(|row| row.verdict == **verdict)) {
            writeln!(out, "<option>{verdict}</option>")?;
        }
        writeln!(out, "</select></label>\n<label>Found <select id=\"kind\"><option value=\"\">anything</option>")?;
        for kind in kinds.keys() {
            writeln!(out, "<option value=\"{}\">{}</option>", kind.code(), words::word(*kind))?;
        }
        writeln!(
            out,
            "</select></label>\n<label>Name <input id=\"name\" type=\"search\" autocomplete=\"off\"></label>\n</div>\n\
             <p id=\"told\" role=\"status\"></p>\n\
             <table class=\"list\" id=\"list\"><caption class=\"aside\">Every text with its verdict</caption>\n\
             <thead><tr><th scope=\"col\">Verdict</th><th scope=\"col\">Text</th>\
             <th scope=\"col\" class=\"number\">Found</th></tr></thead>\n<tbody>"
        )?;
        for row in &self.rows {
            let codes: Vec<&str> = row.kinds.iter().map(|(kind, _)| kind.code()).collect();
            let found: usize = row.kinds.iter().map(|(_, count)| count).sum();
            let (name, note) = (escape(&row.name), escape(&row.note));
            write!(out, "<tr data-verdict=\"{}\" data-kinds=\"{}\"", row.verdict, codes.join(" "))?;
            let name = match &row.anchor {
                Some(anchor) => {
                    write!(out, " data-text=\"{anchor}\"")?;
                    format!("<a href=\"#{anchor}\">{name}</a>")
                }
                None => name,
            };
            let tag = super::tag(row.verdict);
            let note = if note.is_empty() { note } else { format!("<small>{note}</small>") };
            writeln!(out, "><td>{tag}</td><td class=\"any\">{name}{note}</td><td class=\"number\">{found}</td></tr>")?;
        }
        writeln!(out, "</tbody></table>")
    }
}

/// One tile for each verdict.
fn tiles(tally: &Tally, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<dl class=\"tiles\">")?;
    for (verdict, count) in counts(tally) {
        writeln!(out, "<div class=\"{}\"><dt>{verdict}</dt><dd>{count}</dd></div>", verdict.replace(' ', "-"))?;
    }
    writeln!(out, "</dl>")?;
    match tally.partial {
        0 => Ok(()),
        partial => {
            let texts = words::count(partial, "text was", "texts were");
            writeln!(out, "<p class=\"warning\">{texts} read only in part: see what each says of it.</p>")
        }
    }
}

fn counts(tally: &Tally) -> [(&'static str, usize); 5] {
    ORDER.map(|verdict| {
        let count = match verdict {
            "unsafe" => tally.unsafe_,
            "conditional" => tally.conditional,
            "safe" => tally.safe,
            NOT_EXAMINED => tally.failed,
            _ => tally.skipped,
        };
        (verdict, count)
    })
}

/// The verdicts as one bar.
fn share(tally: &Tally, out: &mut dyn Write) -> io::Result<()> {
    let all = tally.checked();
    if all == 0 {
        return Ok(());
    }
    let told = format!("{} unsafe, {} conditional, {} safe", tally.unsafe_, tally.conditional, tally.safe);
    writeln!(
        out,
        "<svg class=\"share\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"{told}\">"
    )?;
    let mut x = 0.0;
    for (verdict, count) in counts(tally).into_iter().filter(|(verdict, _)| *verdict != LEFT_OUT) {
        if verdict == NOT_EXAMINED || count == 0 {
            continue;
        }
        let width = 100.0 * count as f64 / all as f64;
        // A gap tells neighbours apart for whoever does not see their colours.
        let drawn = (width - 0.4).max(width / 2.0);
        writeln!(
            out,
            "<rect class=\"{verdict}\" x=\"{x:.2}\" width=\"{drawn:.2}\" height=\"10\"><title>{count} {verdict}</title></rect>"
        )?;
        x += width;
    }
    writeln!(out, "</svg>")
}

/// The kinds, the most frequent first, each with its bar.
fn bars(kinds: &BTreeMap<Kind, usize>, out: &mut dyn Write) -> io::Result<()> {
    let mut kinds: Vec<(Kind, usize)> = kinds.iter().map(|(kind, count)| (*kind, *count)).collect();
    kinds.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let top = kinds.first().map_or(1, |(_, count)| *count);
    writeln!(
        out,
        "<h2>What was found</h2>\n<table class=\"kinds\"><caption class=\"aside\">Findings by kind</caption>\n\
         <thead class=\"aside\"><tr><th scope=\"col\">Kind</th><th scope=\"col\">Bar</th><th scope=\"col\">Findings</th></tr></thead>\n<tbody>"
    )?;
    for (kind, count) in kinds {
        let width = 100.0 * count as f64 / top as f64;
        writeln!(
            out,
            "<tr><th scope=\"row\">{}</th><td><svg viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">\
             <rect class=\"count\" width=\"{width:.2}\" height=\"10\"/></svg></td><td>{count}</td></tr>",
            capitalized(words::word(kind))
        )?;
    }
    writeln!(out, "</tbody></table>")
}
