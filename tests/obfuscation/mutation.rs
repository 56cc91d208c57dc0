//! The ways of writing a text differently so that a reader still takes it for the same.
//!
//! Digits that stand for letters (`S4r4h`) are none of them: the digits of a number or a code are what it says, and a
//! checker that reads them as letters would read chart numbers as words.

use std::ops::Range;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text and the identifiers in it, in code points.
pub struct Source {
    pub text: Vec<char>,
    /// In order, none overlapping another.
    pub values: Vec<Range<usize>>,
    /// What each of them is, by the code of its kind.
    pub kinds: Vec<String>,
}

impl Source {
    /// Which identifier covers a place.
    pub fn value_at(&self, at: usize) -> Option<usize> {
        let value = self.values.partition_point(|value| value.end <= at);
        self.values.get(value).filter(|range| range.contains(&at)).map(|_| value)
    }

    /// The line on which a place stands, without its line break.
    pub fn line(&self, at: usize) -> Range<usize> {
        let start = self.text[..at].iter().rposition(|c| *c == '\n').map_or(0, |at| at + 1);
        let end = self.text[at..].iter().position(|c| *c == '\n').map_or(self.text.len(), |inside| at + inside);
        start..end
    }

    fn is_digit(&self, at: usize) -> bool {
        self.text.get(at).is_some_and(char::is_ascii_digit)
    }

    /// An identifier that is a number of at least six digits with its separators, which a reader groups as he likes.
    fn number(&self, at: usize) -> Option<Range<usize>> {
        let value = self.value_at(at)?;
        // Dots are what makes an IP address, and a lot's hyphen parts it from its batch.
        if ["IP", "DEVICE"].contains(&self.kinds[value].as_str()) {
            return None;
        }
        let value = self.values[value].clone();
        let digits = self.text[value.clone()].iter().filter(|c| c.is_ascii_digit()).count();
        let plain = self.text[value.clone()].iter().all(|c| c.is_ascii_digit() || " -./()+".contains(*c));
        (plain && digits >= 6).then_some(value)
    }
}

/// A piece of the transformed text.
pub struct Piece {
    /// The place of the character that it stands for; none for what was added.
    pub from: Option<usize>,
    pub text: String,
}

/// What has to change for an identifier to count.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Itself.
    Value,
    /// Something on its line.
    Line,
    /// Anything.
    Text,
}

/// A way of writing a text differently.
pub struct Mutation {
    pub name: &'static str,
    pub scope: Scope,
    pub apply: fn(&Source) -> Vec<Piece>,
}

const fn of(name: &'static str, scope: Scope, apply: fn(&Source) -> Vec<Piece>) -> Mutation {
    Mutation { name, scope, apply }
}

/// All of them.
pub static ALL: &[Mutation] = &[
    of("upper case", Scope::Value, |s| each(s, |_, c| c.to_uppercase().collect())),
    of("lower case", Scope::Value, |s| each(s, |_, c| c.to_lowercase().collect())),
    of("title case", Scope::Value, |s| each(s, |at, c| title(s, at, c))),
    of("spaced numbers", Scope::Value, |s| each(s, |at, c| spaced(s, at, c))),
    of("other separators", Scope::Value, |s| each(s, |at, c| separated(s, at, c))),
    of("zero-width spaces", Scope::Value, |s| between(s, "\u{200b}", |_| true)),
    of("soft hyphens", Scope::Value, |s| between(s, "\u{ad}", |at| at % 3 == 0)),
    of("Cyrillic homoglyphs", Scope::Value, |s| in_values(s, |_, c| like(c, CYRILLIC))),
    of("Greek homoglyphs", Scope::Value, |s| in_values(s, |_, c| like(c, GREEK))),
    of("fullwidth", Scope::Value, |s| in_values(s, |_, c| fullwidth(c))),
    of("struck through", Scope::Value, |s| between(s, "\u{336}", |_| true)),
    of("decomposed letters", Scope::Value, |s| each(s, |_, c| std::iter::once(c).nfd().collect())),
    of("decimal entities", Scope::Value, |s| in_values(s, |_, c| format!("&#{};", u32::from(c)))),
    of("hexadecimal entities", Scope::Value, |s| in_values(s, |_, c| format!("&#x{:X};", u32::from(c)))),
    of("named entities", Scope::Value, |s| in_values(s, |_, c| named(c))),
    of("wrapped inside", Scope::Value, wrapped),
    of("quoted-printable", Scope::Text, quoted_printable),
    of("emphasis around", Scope::Text, |s| around(s, "**", "**")),
    of("emphasis inside", Scope::Value, emphasis_inside),
    of("code ticks", Scope::Text, |s| around(s, "`", "`")),
    of("typos in labels", Scope::Line, typos),
    of("transliterated", Scope::Value, |s| each(s, |_, c| transliterated(c))),
    of("no-break spaces", Scope::Value, |s| each(s, |_, c| if c == ' ' { "\u{a0}".into() } else { c.into() })),
    of("smart punctuation", Scope::Value, |s| each(s, |at, c| smart(s, at, c))),
    of("direction marks", Scope::Text, |s| around(s, "\u{202a}\u{2066}", "\u{2069}\u{202c}")),
    of("doubled spaces", Scope::Value, |s| each(s, |_, c| if c == ' ' { "  ".into() } else { c.into() })),
    of("tabs", Scope::Line, tabs),
    of("line numbers", Scope::Text, |s| lines(s, |number| format!("{number:>4}  "))),
    of("quoted mail", Scope::Text, |s| lines(s, |_| "> ".to_owned())),
    of("URL encoding", Scope::Value, |s| in_values(s, |_, c| percent(c))),
    of("JSON escapes", Scope::Text, json),
    of("CSV quoting", Scope::Text, csv),
];

/// Writes every character anew.
fn each(source: &Source, write: impl Fn(usize, char) -> String) -> Vec<Piece> {
    source.text.iter().enumerate().map(|(at, c)| Piece { from: Some(at), text: write(at, *c) }).collect()
}

/// Writes every character of an identifier anew.
fn in_values(source: &Source, write: impl Fn(usize, char) -> String) -> Vec<Piece> {
    each(source, |at, c| if source.value_at(at).is_some() { write(at, c) } else { c.into() })
}

/// Sets something behind those letters and digits inside an identifier whose place is `wanted`.
fn between(source: &Source, mark: &str, wanted: impl Fn(usize) -> bool) -> Vec<Piece> {
    in_values(source, |at, c| {
        let last = source.value_at(at).is_none_or(|value| source.values[value].end == at + 1);
        if wanted(at) && !last && c.is_alphanumeric() { format!("{c}{mark}") } else { c.into() }
    })
}

/// Sets something around each identifier.
fn around(source: &Source, open: &str, close: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (at, c) in source.text.iter().enumerate() {
        let value = source.value_at(at).map(|value| &source.values[value]);
        if value.is_some_and(|value| value.start == at) {
            pieces.push(Piece { from: None, text: open.to_owned() });
        }
        pieces.push(Piece { from: Some(at), text: c.to_string() });
        if value.is_some_and(|value| value.end == at + 1) {
            pieces.push(Piece { from: None, text: close.to_owned() });
        }
    }
    pieces
}

/// Sets something before each line.
fn lines(source: &Source, mark: impl Fn(usize) -> String) -> Vec<Piece> {
    let mut number = 1;
    let mut pieces = vec![Piece { from: None, text: mark(number) }];
    for (at, c) in source.text.iter().enumerate() {
        pieces.push(Piece { from: Some(at), text: c.to_string() });
        if *c == '\n' && at + 1 < source.text.len() {
            number += 1;
            pieces.push(Piece { from: None, text: mark(number) });
        }
    }
    pieces
}

/// As an editor's title case does it: codes and words of capitals alone stay.
fn title(source: &Source, at: usize, c: char) -> String {
    let inside_word = |c: &char| c.is_alphanumeric() || "'’@._-/".contains(*c);
    let start = source.text[..at].iter().rposition(|c| !inside_word(c)).map_or(0, |at| at + 1);
    let word: Vec<char> = source.text[start..].iter().copied().take_while(inside_word).collect();
    let capitals = word.iter().filter(|c| c.is_uppercase()).count();
    if capitals > 1 || word.iter().any(|c| c.is_ascii_digit() || "@/_".contains(*c)) {
        return c.into();
    }
    let inside = at > 0 && (source.text[at - 1].is_alphanumeric() || source.text[at - 1] == '\'');
    if inside { c.to_lowercase().collect() } else { c.to_uppercase().collect() }
}

/// `479-555-0142` becomes `479 - 555 - 0142`, `8605550138` becomes `860 555 0138`.
fn spaced(source: &Source, at: usize, c: char) -> String {
    let Some(number) = source.number(at) else { return c.into() };
    let between_digits = at > number.start && source.is_digit(at - 1) && at + 1 < number.end && source.is_digit(at + 1);
    if "-./".contains(c) && between_digits {
        return format!(" {c} ");
    }
    let row = source.text[number.start..at].iter().rev().take_while(|c| c.is_ascii_digit()).count();
    let rest = source.text[at..number.end].iter().take_while(|c| c.is_ascii_digit()).count();
    // A day in eight digits would be none any more.
    let grouped = source.value_at(at).is_some_and(|value| source.kinds[value] != "DATE");
    if grouped && row + rest >= 7 && row > 0 && rest > 2 && row % 3 == 0 { format!(" {c}") } else { c.into() }
}

/// Hyphens become dots, dots and slashes hyphens.
fn separated(source: &Source, at: usize, c: char) -> String {
    if source.number(at).is_none() {
        return c.into();
    }
    let other = match c {
        '-' => '.',
        '.' | '/' => '-',
        c => c,
    };
    other.into()
}

/// Pairs of a Latin letter and one of another script that looks the same.
const CYRILLIC: &[(char, char)] = &[
    ('a', 'а'),
    ('c', 'с'),
    ('e', 'е'),
    ('i', 'і'),
    ('o', 'о'),
    ('p', 'р'),
    ('s', 'ѕ'),
    ('x', 'х'),
    ('y', 'у'),
    ('A', 'А'),
    ('B', 'В'),
    ('C', 'С'),
    ('E', 'Е'),
    ('H', 'Н'),
    ('K', 'К'),
    ('M', 'М'),
    ('O', 'О'),
    ('P', 'Р'),
    ('S', 'Ѕ'),
    ('T', 'Т'),
    ('X', 'Х'),
    ('Y', 'У'),
];
const GREEK: &[(char, char)] = &[
    ('a', 'α'),
    ('i', 'ι'),
    ('k', 'κ'),
    ('o', 'ο'),
    ('p', 'ρ'),
    ('u', 'υ'),
    ('v', 'ν'),
    ('A', 'Α'),
    ('B', 'Β'),
    ('E', 'Ε'),
    ('H', 'Η'),
    ('I', 'Ι'),
    ('K', 'Κ'),
    ('M', 'Μ'),
    ('N', 'Ν'),
    ('O', 'Ο'),
    ('P', 'Ρ'),
    ('T', 'Τ'),
    ('X', 'Χ'),
    ('Y', 'Υ'),
    ('Z', 'Ζ'),
];

fn like(c: char, pairs: &[(char, char)]) -> String {
    pairs.iter().find(|(latin, _)| *latin == c).map_or(c, |(_, other)| *other).into()
}

fn fullwidth(c: char) -> String {
    let wide = ('!'..='~').contains(&c).then(|| char::from_u32(u32::from(c) - 0x20 + 0xff00)).flatten();
    wide.unwrap_or(c).into()
}

fn named(c: char) -> String {
    let name = match c {
        ' ' => "nbsp",
        '@' => "commat",
        '.' => "period",
        '-' => "hyphen",
        '/' => "sol",
        ',' => "comma",
        '(' => "lpar",
        ')' => "rpar",
        '\'' => "apos",
        '’' => "rsquo",
        '&' => "amp",
        '#' => "num",
        ':' => "colon",
        '_' => "lowbar",
        'á' => "aacute",
        'é' => "eacute",
        'í' => "iacute",
        'ó' => "oacute",
        'ñ' => "ntilde",
        'ü' => "uuml",
        c => return c.into(),
    };
    format!("&{name};")
}

/// How long the line is at least that a mail program breaks.
const BROKEN_LINE: usize = 45;

/// The last space of an identifier far enough in a line of running text becomes a line break.
fn wrapped(source: &Source) -> Vec<Piece> {
    let mut start = 0;
    let mut broken = Vec::new();
    for (at, c) in source.text.iter().enumerate() {
        let Some(value) = source.value_at(at) else { continue };
        let last = *c == ' ' && !source.text[at + 1..source.values[value].end].contains(&' ');
        start = start.max(source.line(at).start);
        if last && is_prose(source, at) && at - start >= BROKEN_LINE {
            broken.push(at);
            start = at + 1;
        }
    }
    each(source, |at, c| if broken.contains(&at) { "\n".into() } else { c.into() })
}

/// Whether a line is long enough and has no columns, so that a mail program would wrap it.
fn is_prose(source: &Source, at: usize) -> bool {
    let line = &source.text[source.line(at)];
    line.len() > 60 && !line.iter().any(|c| "|\t;".contains(*c)) && !line.windows(2).any(|pair| pair == [' ', ' '])
}

/// Lines of at most 76 characters, as mail programs send them.
fn quoted_printable(source: &Source) -> Vec<Piece> {
    const LONGEST: usize = 75;
    let mut pieces = vec![Piece { from: None, text: "Content-Transfer-Encoding: quoted-printable\n\n".to_owned() }];
    let mut column = 0;
    for (at, c) in source.text.iter().enumerate() {
        let encoded = match c {
            '\n' | ' '..='<' | '>'..='~' => c.to_string(),
            c => c.to_string().bytes().map(|byte| format!("={byte:02X}")).collect(),
        };
        if *c != '\n' && column + encoded.len() > LONGEST {
            pieces.push(Piece { from: None, text: "=\n".to_owned() });
            column = 0;
        }
        column = if *c == '\n' { 0 } else { column + encoded.len() };
        pieces.push(Piece { from: Some(at), text: encoded });
    }
    pieces
}

/// Emphasis from the middle of an identifier's longest word to its end: `Sa**rah** Lee`.
fn emphasis_inside(source: &Source) -> Vec<Piece> {
    let starts = |at: usize| {
        let value = source.value_at(at).map(|value| &source.values[value])?;
        let word = |at: usize| source.text.get(at).is_some_and(|c| c.is_alphanumeric());
        let end = (at..value.end).find(|at| !word(*at)).unwrap_or(value.end);
        let start = (value.start..at).rev().find(|at| !word(*at)).map_or(value.start, |at| at + 1);
        (end - start >= 4 && at == start + (end - start) / 2).then_some(end)
    };
    let mut ends = None;
    let mut pieces = Vec::new();
    for (at, c) in source.text.iter().enumerate() {
        if let Some(end) = starts(at) {
            pieces.push(Piece { from: None, text: "**".to_owned() });
            ends = Some(end);
        }
        let text = if ends == Some(at + 1) { format!("{c}**") } else { c.to_string() };
        pieces.push(Piece { from: Some(at), text });
    }
    pieces
}

/// The spaces before and behind an identifier become tabs. One inside it would part it into columns.
fn tabs(source: &Source) -> Vec<Piece> {
    let beside = |at: usize| source.values.iter().any(|value| value.end == at || value.start == at + 1);
    each(source, |at, c| if c == ' ' && source.value_at(at).is_none() && beside(at) { "\t".into() } else { c.into() })
}

/// Two letters inside the word before an identifier change places.
fn typos(source: &Source) -> Vec<Piece> {
    let mut swapped: Vec<usize> = source.values.iter().filter_map(|value| typo(source, value.start)).collect();
    swapped.dedup();
    each(source, |at, c| {
        if swapped.contains(&at) {
            source.text[at + 1].into()
        } else if at > 0 && swapped.contains(&(at - 1)) {
            source.text[at - 1].into()
        } else {
            c.into()
        }
    })
}

/// The first of two unlike letters in the middle of the label that stands before a place.
fn typo(source: &Source, value: usize) -> Option<usize> {
    let line = source.line(value).start;
    let end = source.text[line..value].iter().rposition(|c| !": #=.".contains(*c)).map(|at| line + at + 1)?;
    let start = source.text[line..end].iter().rposition(|c| !c.is_ascii_alphabetic()).map_or(line, |at| line + at + 1);
    if end < start + 5 || source.value_at(end - 1).is_some() {
        return None;
    }
    let middle = (start + end) / 2 - 1;
    (middle..end - 2).find(|at| source.text[*at] != source.text[*at + 1])
}

fn transliterated(c: char) -> String {
    match c {
        'ß' => "ss".into(),
        'ø' => "o".into(),
        'Ø' => "O".into(),
        'ł' => "l".into(),
        'Ł' => "L".into(),
        c => std::iter::once(c).nfd().filter(|c| !is_combining_mark(*c)).collect(),
    }
}

fn smart(source: &Source, at: usize, c: char) -> String {
    let opens = at == 0 || source.text[at - 1].is_whitespace();
    let other = match c {
        '\'' => '’',
        '"' if opens => '“',
        '"' => '”',
        '-' => '–',
        c => c,
    };
    other.into()
}

/// What a web address cannot hold, as its UTF-8 in hexadecimal.
fn percent(c: char) -> String {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '_' | '.' => c.into(),
        c => c.to_string().bytes().map(|byte| format!("%{byte:02X}")).collect(),
    }
}

/// The text as a string of JSON in ASCII.
fn json(source: &Source) -> Vec<Piece> {
    let escaped = each(source, |_, c| match c {
        '"' | '\\' => format!("\\{c}"),
        '\n' => "\\n".to_owned(),
        '\t' => "\\t".to_owned(),
        '\r' => "\\r".to_owned(),
        ' '..='~' => c.into(),
        c => c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")).collect(),
    });
    enclosed("{\"id\": 7, \"text\": \"", escaped, "\"}")
}

/// The text as a field of a CSV file.
fn csv(source: &Source) -> Vec<Piece> {
    let doubled = each(source, |_, c| if c == '"' { "\"\"".to_owned() } else { c.into() });
    enclosed("id,text\n7,\"", doubled, "\"\n")
}

fn enclosed(before: &str, inner: Vec<Piece>, after: &str) -> Vec<Piece> {
    let added = |text: &str| Piece { from: None, text: text.to_owned() };
    std::iter::once(added(before)).chain(inner).chain([added(after)]).collect()
}
