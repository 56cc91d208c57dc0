//! The labelled values of records: `key: value`, `key="value"`, `<key>value</key>`, `key .... value`, columns and
//! tuples of SQL, question and answer, and rows whose first cell is a label.

use super::label::{Says, says};
use crate::lexicon::{self, Class};
use crate::text::Page;
use std::ops::Range;

/// A label, and a value that it labels, in bytes of the view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Field<'p> {
    /// The label, without quotes and bullets.
    pub(super) label: &'p str,
    /// The value, without quotes, up to the end of its cell.
    pub(super) value: Range<usize>,
    /// Whether the value is set apart by more than a colon: quotes, a cell, a tag.
    pub(super) apart: bool,
    /// What the label says of whose name the value is.
    pub(super) says: Option<Says>,
}

impl<'p> Field<'p> {
    fn new(label: &'p str, value: Range<usize>, apart: bool) -> Field<'p> {
        Field { label, value, apart, says: says(label) }
    }
}

/// A longer line is a text without line breaks, whose fields would cost too much to tell apart.
const LONGEST_LINE: usize = 20_000;

/// Every labelled value of a page.
pub(super) fn fields<'p>(page: &'p Page<'_>) -> Vec<Field<'p>> {
    let text = page.text();
    let mut fields = Vec::new();
    for number in 0..page.line_count() {
        let line = page.line_range(number);
        if line.len() > LONGEST_LINE {
            continue;
        }
        keyed(text, line.clone(), &mut fields);
        rows(text, line.clone(), &mut fields);
        let mut next = page.line_range(number + 1);
        if text[next.clone()].trim().is_empty() {
            next = page.line_range(number + 2);
        }
        below(text, line, next, &mut fields);
    }
    inserted(text, &mut fields);
    answered(text, &mut fields);
    fields
}

/// Marks at which a label begins: what stands before them belongs to another field.
const BOUNDS: [char; 15] = ['{', '}', ',', ';', '&', '?', '|', '<', '>', '(', ')', '\t', '"', '\'', '['];

/// Appends the fields of a line that a colon, an equals sign or a tag's end introduces.
fn keyed<'p>(text: &'p str, line: Range<usize>, fields: &mut Vec<Field<'p>>) {
    for (at, mark) in text[line.clone()].match_indices([':', '=', '>']) {
        let at = line.start + at;
        let before = &text[reach_back(text, line.start, at)..at];
        let label = match mark {
            ">" => match before.rfind('<') {
                Some(open) => before[open + 1..].split([' ', '/']).next().unwrap_or_default(),
                None => continue,
            },
            _ => label_before(before),
        };
        let label = label.rsplit(':').next().unwrap_or(label);
        if label.is_empty() || label.len() > 60 {
            continue;
        }
        let Some(value) = value_behind(text, at + 1, line.end, mark == ">") else { continue };
        let quoted = text[..value.start].ends_with(['"', '\'']);
        let apart = quoted || mark != ":";
        if mark == "=" && label.contains(' ') {
            // Of an element's attributes only the last word is the key: `<visit guest="..."`.
            let key = label.rsplit(' ').next().unwrap_or(label);
            fields.push(Field::new(key, value.clone(), apart));
        }
        // The further strings of a list have the same label.
        let mut end = value.end;
        fields.push(Field::new(label, value, apart));
        while quoted && let Some(next) = next_in_list(text, end, line.end) {
            end = next.end;
            fields.push(Field::new(label, next, true));
        }
    }
}

/// Where a label that ends at a place can begin at the earliest.
fn reach_back(text: &str, line: usize, at: usize) -> usize {
    const REACH: usize = 80;
    (at.saturating_sub(REACH).max(line)..=at).find(|start| text.is_char_boundary(*start)).unwrap_or(at)
}

/// The label that ends where `before` ends.
fn label_before(before: &str) -> &str {
    let trimmed = before.trim_end_matches([' ', '\t']);
    let inner = trimmed.strip_suffix(['"', '\'', ']']);
    let start = match inner {
        Some(inner) => inner.rfind(['"', '\'', '[', '{', ',', ';']).map_or(0, |at| at + 1),
        None => {
            let bound = trimmed.rfind(BOUNDS).map_or(0, |at| at + 1);
            bound.max(trimmed.rfind("  ").map_or(0, |at| at + 2))
        }
    };
    inner.unwrap_or(trimmed)[start..].trim_start_matches(|c: char| !c.is_alphanumeric())
}

/// The value that begins behind a mark: up to its closing quote, or to what ends a cell.
fn value_behind(text: &str, from: usize, end: usize, tagged: bool) -> Option<Range<usize>> {
    let rest = text.get(from..end)?;
    if rest.starts_with("//") {
        return None;
    }
    let skipped = rest.trim_start_matches(['=', '>', ' ', '\t', '[', '(', '.']);
    let start = end - skipped.len();
    if let Some(quote) = skipped.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        let length = skipped[1..].find(quote)?;
        return (length > 0).then_some(start + 1..start + 1 + length);
    }
    let mut length = skipped.find(['\t', '|', ';', '&', '<', '{', '}', '=']).unwrap_or(skipped.len());
    length = length.min(skipped.find("  ").unwrap_or(length));
    if !tagged && !rest.starts_with([' ', '\t']) {
        // `key=value key=value`, `?key=value`
        length = length.min(skipped.find([' ', ',', ')']).unwrap_or(length));
    }
    let length = skipped[..length].trim_end_matches([' ', ',', '\\', ')', ']', '~']).len();
    (length > 0).then_some(start..start + length)
}

/// The next quoted string of a list behind a place: `", "`.
fn next_in_list(text: &str, at: usize, end: usize) -> Option<Range<usize>> {
    let rest = text.get(at..end)?;
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let inner = rest[1..].trim_start().strip_prefix(',')?.trim_start().strip_prefix(quote)?;
    let length = inner.find(quote)?;
    // A key of an object is no member of a list.
    if inner[length + 1..].trim_start().starts_with([':', '=']) {
        return None;
    }
    let start = end - inner.len();
    Some(start..start + length)
}

/// Appends the cells of a row whose first cell labels the others: `Surname  Lund  Ek`, `Guest ..... Maj Lund`.
fn rows<'p>(text: &'p str, line: Range<usize>, fields: &mut Vec<Field<'p>>) {
    let content = &text[line.clone()];
    if let Some(dots) = content.find("....") {
        let value = content[dots..].trim_start_matches(['.', ' ']);
        let end = value.find("  ").unwrap_or(value.len());
        let start = line.end - value.len();
        fields.push(Field::new(content[..dots].trim(), start..start + end, true));
        return;
    }
    let cells: Vec<Range<usize>> =
        cells(content).into_iter().map(|cell| line.start + cell.start..line.start + cell.end).collect();
    // "Signed Maj Ek     2/6": the label is the cell's first word.
    let whole = (cells.is_empty() && content.len() <= 60).then_some(line.clone());
    for cell in cells.iter().cloned().chain(whole) {
        let words = text[cell.clone()].trim();
        if let Some((label, rest)) = words.split_once(' ')
            && rest.len() <= 40
            && (says(label) == Some(Says::Person) || label.eq_ignore_ascii_case("name"))
            && rest.starts_with(|c: char| c.is_uppercase() || c == '"')
        {
            let end = cell.start + text[cell.clone()].trim_end().len();
            fields.push(Field::new(label, end - rest.len()..end, false));
        }
    }
    let Some((first, rest)) = cells.split_first().filter(|(_, rest)| !rest.is_empty()) else { return };
    // A row of headers labels what stands below it, not beside it.
    let labels = rest.iter().filter(|cell| is_label(&text[(*cell).clone()])).count();
    let header = is_label(&text[rest[0].clone()]) || 2 * labels > rest.len();
    if first.len() <= 44 && !header && text[first.clone()].chars().any(char::is_alphabetic) {
        let label = text[first.clone()].trim_end_matches([':', ' ']);
        fields.extend(rest.iter().map(|value| Field::new(label, value.clone(), true)));
    }
}

/// Whether a cell is a label and nothing else.
pub(super) fn is_label(cell: &str) -> bool {
    let class = |word: &str| {
        let entry = lexicon::lookup(word.trim_matches(|c: char| !c.is_alphabetic()));
        entry.is(Class::Label) && entry.given().max(entry.surname()) < 8
    };
    cell.split_whitespace().count() <= 3 && (says(cell).is_some() || cell.split([' ', '_', '.']).any(class))
}

/// The cells of a line that are not empty: set apart by tabs, bars or gaps.
pub(super) fn cells(line: &str) -> Vec<Range<usize>> {
    let mark = if line.contains('\t') {
        "\t"
    } else if line.contains('|') {
        "|"
    } else {
        "  "
    };
    if !line.contains(mark) {
        return Vec::new();
    }
    let mut start = 0;
    let mut cells = Vec::new();
    for piece in line.split(mark) {
        let lead = piece.len() - piece.trim_start().len();
        let cell = piece.trim();
        if !cell.is_empty() {
            cells.push(start + lead..start + lead + cell.len());
        }
        start += piece.len() + mark.len();
    }
    cells
}

/// Appends the line below a line that is a label and nothing else; one empty line may stand between.
fn below<'p>(text: &'p str, line: Range<usize>, next: Range<usize>, fields: &mut Vec<Field<'p>>) {
    let label = text[line].trim().trim_end_matches([':', '?', '*', ' ', ',', '!']);
    let value = text[next.clone()].trim();
    let alone = label.len() <= 32 && !label.contains("  ") && !label.contains(['\t', '|', '=', '"', ',', ';']);
    if alone && !label.is_empty() && !value.is_empty() && value.len() <= 60 && label.starts_with(char::is_alphabetic) {
        let start = next.start + (text[next.clone()].len() - text[next].trim_start().len());
        let value = start..start + value.len();
        fields.push(Field::new(label, value, false));
    }
}

/// Appends the values of SQL's `INSERT INTO table (columns) VALUES (values), (values)`.
fn inserted<'p>(text: &'p str, fields: &mut Vec<Field<'p>>) {
    const INSERT: &str = "insert into";
    let lower = text.to_ascii_lowercase();
    let mut starts = lower.match_indices(INSERT).map(|(at, _)| at).peekable();
    while let Some(at) = starts.next() {
        // No statement reaches into the next.
        let end = starts.peek().map_or(text.len(), |next| *next);
        let (lower, text) = (&lower[..end], &text[..end]);
        let Some(open) = lower[at + INSERT.len()..].find('(').map(|inside| at + INSERT.len() + inside) else {
            continue;
        };
        let Some(close) = lower[open..].find(')').map(|inside| open + inside) else { continue };
        let columns: Vec<&str> =
            text[open + 1..close].split(',').map(|c| c.trim_matches([' ', '`', '"', '\n'])).collect();
        let mut from = close + 1;
        if !lower[from..].trim_start().starts_with("values") {
            continue;
        }
        while let Some(open) = text[from..].find(['(', ';']).map(|inside| from + inside) {
            if text[open..].starts_with(';') {
                break;
            }
            let values = tuple(text, open + 1);
            from = values.last().map_or(open + 1, |value| value.end);
            let Some(close) = text[from..].find(')') else { break };
            from += close + 1;
            fields.extend(columns.iter().zip(values).map(|(label, value)| Field::new(label, value, true)));
        }
    }
}

/// The values of a tuple, without their quotes.
fn tuple(text: &str, from: usize) -> Vec<Range<usize>> {
    let mut values = Vec::new();
    let (mut start, mut quoted) = (from, false);
    for (at, byte) in text.bytes().enumerate().skip(from) {
        match byte {
            b'\'' => quoted = !quoted,
            b',' | b')' if !quoted => {
                let piece = &text[start..at];
                let inner = piece.trim().trim_matches('\'');
                let lead = piece.find(inner).unwrap_or(0);
                values.push(start + lead..start + lead + inner.len());
                start = at + 1;
                if byte == b')' {
                    return values;
                }
            }
            _ => {}
        }
    }
    values
}

/// Keys whose value is itself the label of the value that comes next, and the keys of that one.
const ASKS: [&str; 9] = ["q", "question", "label", "prompt", "field", "name", "key", "title", "for"];
const ANSWERS: [&str; 7] = ["a", "answer", "value", "response", "text", "content", "data"];

/// Appends the answers of forms: `- q: Preferred name?` with `a: Maj` below it, `{"label": "Surname", "value": "Ek"}`.
fn answered<'p>(text: &'p str, fields: &mut Vec<Field<'p>>) {
    let is = |field: &Field<'_>, keys: &[&str]| keys.iter().any(|key| field.label.eq_ignore_ascii_case(key));
    let pairs: Vec<Field<'p>> = fields
        .windows(2)
        .filter(|pair| is(&pair[0], &ASKS) && is(&pair[1], &ANSWERS) && pair[0].value.end <= pair[1].value.start)
        .map(|pair| Field::new(&text[pair[0].value.clone()], pair[1].value.clone(), true))
        .collect();
    fields.extend(pairs);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The value of the first field with that label.
    fn value(text: &str, label: &str) -> Option<String> {
        let page = Page::new(text);
        fields(&page).into_iter().find(|field| field.label == label).map(|field| page.text()[field.value].to_owned())
    }

    #[test]
    fn values_are_read_behind_every_kind_of_label() {
        for (text, label, expected) in [
            ("  first_name: Maj\n", "first_name", "Maj"),
            ("{\"id\":4,\"ln\":\"Ek\",\"zip\":\"04976\"}", "ln", "Ek"),
            ("GET /find?fname=Maj&lname=Ek-Lund&page=2", "lname", "Ek-Lund"),
            ("WHERE last = 'Ek' AND first = 'Maj';", "first", "Maj"),
            ("<patient><given>Maj</given></patient>", "given", "Maj"),
            ("<row no=\"4\" guest=\"Maj Ek\"/>", "guest", "Maj Ek"),
            ("Guest name ........ Maj Ek", "Guest name", "Maj Ek"),
            ("surname\tEk\tLund", "surname", "Ek"),
            ("Preferred name\nMaj\nPhone\n555-0100", "Preferred name", "Maj"),
            ("- q: Nickname?\n  a: Majsan", "Nickname?", "Majsan"),
            ("{\"label\": \"Surname\", \"value\": \"Ek\"}", "Surname", "Ek"),
            ("INSERT INTO t (id, last_name) VALUES (1, 'Ek'), (2, 'Lund');", "last_name", "Ek"),
            ("Bill to: Maj Ek   due 12.00", "Bill to", "Maj Ek"),
        ] {
            assert_eq!(value(text, label).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn lists_and_tuples_give_every_value() {
        let text = "\"given\": [\"Maj\", \"Lis\"], \"family\": \"Ek\"\nINSERT INTO t (n) VALUES ('Bo'), ('Ida');";
        let page = Page::new(text);
        let of = |label: &str| -> Vec<String> {
            let all = fields(&page).into_iter();
            all.filter(|field| field.label == label).map(|field| text[field.value].to_owned()).collect()
        };
        assert_eq!(of("given"), ["Maj", "Lis"]);
        assert_eq!(of("n"), ["Bo", "Ida"]);
    }
}
