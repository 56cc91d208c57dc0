//! How many different people a text identifies.
//!
//! Most are counted by name. Lists without names are counted by whatever tells their people apart: mail
//! addresses, record numbers, birth dates, photos, the rows of a table, a bare list of telephones.

use super::Role;
use super::people::{People, is_title};
use crate::identifier::{Hit, Kind};
use crate::text::Page;

/// How many different patients, clients or applicants the hits are of, by any identifier.
pub(super) fn count(page: &Page<'_>, hits: &[Hit], people: &People) -> usize {
    let named = people.all.iter().filter(|somebody| somebody.role == Role::Individual).count();
    let distinct = |kind: Kind| {
        let mut values: Vec<String> =
            hits.iter().filter(|hit| hit.kind == kind).map(|hit| fold(&page.text()[hit.range.clone()])).collect();
        values.sort_unstable();
        values.dedup();
        values.len()
    };
    let single = [Kind::Email, Kind::Ssn, Kind::Mrn, Kind::HealthPlan].into_iter().map(distinct).max().unwrap_or(0);
    let births = hits.iter().filter(|hit| hit.kind == Kind::Date && is_birth(page, hit)).count();
    named.max(single).max(births).max(photographed(page, hits)).max(rows(page, hits)).max(listed(page, hits))
}

/// A value without its marks, in lower case.
fn fold(value: &str) -> String {
    value.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether a date stands behind a label of birth.
fn is_birth(page: &Page<'_>, hit: &Hit) -> bool {
    let before = page.before(hit.range.start, 16).to_ascii_lowercase();
    ["dob", "d.o.b", "born", "birth", "b."].iter().any(|label| before.contains(label))
}

/// How many different people the file names of photos tell apart, by their first word.
fn photographed(page: &Page<'_>, hits: &[Hit]) -> usize {
    let mut stems: Vec<String> = hits
        .iter()
        .filter(|hit| hit.kind == Kind::Photo)
        .map(|hit| page.text()[hit.range.clone()].to_lowercase())
        .filter(|name| name.contains('.') && !name.starts_with("img") && !name.starts_with("dsc"))
        .filter_map(|name| {
            name.split(|c: char| !c.is_alphabetic())
                .find(|word| word.chars().count() > 2 && !is_title(word))
                .map(str::to_owned)
        })
        .collect();
    stems.sort_unstable();
    stems.dedup();
    stems.len()
}

/// How many rows of a table hold an identifier beyond a telephone.
fn rows(page: &Page<'_>, hits: &[Hit]) -> usize {
    let mut rows: Vec<usize> = hits
        .iter()
        .filter(|hit| !matches!(hit.kind, Kind::Provider | Kind::Account | Kind::License | Kind::Phone | Kind::Fax))
        .map(|hit| page.line_number(hit.range.start))
        .collect();
    // Each line is looked at once, however many identifiers it holds.
    rows.dedup();
    rows.retain(|&row| {
        let line = &page.text()[page.line_range(row)];
        let commas = line.matches(',').count();
        let cells = line.matches([';', '\t', '|']).count().max(commas);
        cells >= 3 && line.starts_with(|c: char| c.is_ascii_digit() || c == '"' || c == '|')
    });
    rows.len()
}

/// How many telephones stand in a bare list, each some words from the next, with nobody named.
fn listed(page: &Page<'_>, hits: &[Hit]) -> usize {
    if hits.iter().any(|hit| hit.kind == Kind::Name) {
        return 0;
    }
    let phones: Vec<&Hit> = hits.iter().filter(|hit| hit.kind == Kind::Phone).collect();
    let close = phones.windows(2).all(|pair| pair[1].range.start - pair[0].range.end < 60);
    let labelled = phones.iter().any(|hit| {
        let before = page.before(hit.range.start, 12).to_ascii_lowercase();
        ["home", "cell", "work", "mobile", "fax", "office"].iter().any(|label| before.contains(label))
    });
    if close && !labelled { phones.len() } else { 0 }
}
