//! A policy's text as a tree in which everything knows its place, so that a problem can name line and column.

use super::problem::{Place, Problem};
use saphyr_parser::{Event, Parser, ScalarStyle, Span};

/// How deep a policy may nest; the format needs six.
const DEPTH: usize = 16;

/// A value of the file, and where it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Node {
    pub place: Place,
    pub content: Content,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Content {
    /// Nothing after the colon, `~` or `null`.
    Empty,
    /// Words, or what YAML reads as a number or a yes or no.
    Scalar(String, Reading),
    List(Vec<Node>),
    Map(Vec<(Key, Node)>),
}

/// How YAML reads a scalar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    Text,
    Number,
    Bool,
}

/// A key of a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Key {
    pub place: Place,
    pub name: String,
}

impl Node {
    /// Reads a policy's text.
    ///
    /// # Errors
    /// The first thing that is no YAML or that a policy does not use: a key written twice, an alias, a tag, a second
    /// document. An empty text is a problem too.
    pub fn parse(text: &str) -> Result<Node, Problem> {
        let mut parser = Parser::new_from_str(text);
        let root = loop {
            match next(&mut parser)? {
                (Event::StreamEnd, _) => {
                    return Err(Problem::error(
                        Place::START,
                        "the policy is empty",
                        "write `version: 1` and `extends: med-spa`, then what differs at your practice",
                    ));
                }
                (Event::Nothing | Event::StreamStart | Event::DocumentStart(_), _) => {}
                (event, span) => break node(&mut parser, event, span, 0)?,
            }
        };
        loop {
            match next(&mut parser)? {
                (Event::StreamEnd, _) => return Ok(root),
                (Event::DocumentStart(_), span) => {
                    return Err(Problem::error(
                        place(span),
                        "a second document begins here",
                        "keep one policy in the file and take out the line `---`",
                    ));
                }
                _ => {}
            }
        }
    }

    /// The value of a key, where this is a map that has it.
    pub fn get(&self, name: &str) -> Option<&Node> {
        self.entries().iter().find(|(key, _)| key.name == name).map(|(_, value)| value)
    }

    /// The keys and values of a map; nothing where it is none.
    pub fn entries(&self) -> &[(Key, Node)] {
        if let Content::Map(entries) = &self.content { entries } else { &[] }
    }

    /// The items of a list; nothing where it is none.
    pub fn items(&self) -> &[Node] {
        if let Content::List(items) = &self.content { items } else { &[] }
    }

    /// Adds the dotted paths of the lists in it; in a list of activities, an activity goes by its `id`.
    pub fn lists(&self, path: &str, found: &mut Vec<String>) {
        let below = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
        match &self.content {
            Content::Map(entries) => entries.iter().for_each(|(key, node)| node.lists(&below(&key.name), found)),
            Content::List(items) => {
                found.push(path.to_owned());
                for item in items {
                    if let Some(id) = item.get("id").and_then(Node::text) {
                        item.lists(&below(id), found);
                    }
                }
            }
            Content::Empty | Content::Scalar(..) => {}
        }
    }

    /// The words of a scalar.
    pub fn text(&self) -> Option<&str> {
        if let Content::Scalar(text, _) = &self.content { Some(text) } else { None }
    }
}

fn next<'t>(parser: &mut Parser<'t, saphyr_parser::StrInput<'t>>) -> Result<(Event<'t>, Span), Problem> {
    match parser.next_event() {
        Some(Ok(event)) => Ok(event),
        Some(Err(error)) => {
            let place = Place { line: error.marker().line(), column: error.marker().col() + 1 };
            Err(Problem::error(
                place,
                format!("this is not YAML: {}", error.info()),
                "look at this line and the one above: indent with spaces, one space after a colon, quotes in pairs, \
                 and quotes around text that has a colon",
            ))
        }
        None => Ok((Event::StreamEnd, Span::default())),
    }
}

fn node<'t>(
    parser: &mut Parser<'t, saphyr_parser::StrInput<'t>>,
    event: Event<'t>,
    span: Span,
    depth: usize,
) -> Result<Node, Problem> {
    let here = place(span);
    if depth > DEPTH {
        return Err(Problem::error(
            here,
            "this is nested too deep for a policy",
            "look at the shipped policy's layout",
        ));
    }
    let (anchor, tag) = match &event {
        Event::Scalar(_, _, anchor, tag) | Event::SequenceStart(anchor, tag) | Event::MappingStart(anchor, tag) => {
            (*anchor, tag.is_some())
        }
        Event::Alias(_) => (1, false),
        _ => (0, false),
    };
    if anchor != 0 {
        return Err(Problem::error(here, "policies do not use `&` anchors and `*` aliases", "write the value out"));
    }
    if tag {
        return Err(Problem::error(
            here,
            "policies do not use `!` tags",
            "put quotes around text that begins with `!`",
        ));
    }
    let content = match event {
        Event::Scalar(text, style, ..) => scalar(text.into_owned(), style),
        Event::SequenceStart(..) => {
            let mut items = Vec::new();
            loop {
                match next(parser)? {
                    (Event::SequenceEnd | Event::StreamEnd, _) => break Content::List(items),
                    (event, span) => items.push(node(parser, event, span, depth + 1)?),
                }
            }
        }
        Event::MappingStart(..) => map(parser, depth)?,
        _ => Content::Empty,
    };
    Ok(Node { place: here, content })
}

fn map<'t>(parser: &mut Parser<'t, saphyr_parser::StrInput<'t>>, depth: usize) -> Result<Content, Problem> {
    let mut entries: Vec<(Key, Node)> = Vec::new();
    loop {
        let (event, span) = next(parser)?;
        let place = place(span);
        let name = match event {
            Event::MappingEnd | Event::StreamEnd => return Ok(Content::Map(entries)),
            Event::Scalar(name, ..) => name.into_owned(),
            _ => return Err(Problem::error(place, "a key must be a word", "put quotes around it, or name the key")),
        };
        if let Some((first, _)) = entries.iter().find(|(key, _)| key.name == name) {
            return Err(Problem::error(
                place,
                format!("`{name}` stands here a second time"),
                format!("keep one; the first is in line {}", first.place.line),
            ));
        }
        let (event, span) = next(parser)?;
        entries.push((Key { place, name }, node(parser, event, span, depth + 1)?));
    }
}

/// Reads a scalar as `serde_yaml` does: only one without quotes can be something other than text.
fn scalar(text: String, style: ScalarStyle) -> Content {
    if style != ScalarStyle::Plain {
        return Content::Scalar(text, Reading::Text);
    }
    let reading = match text.as_str() {
        "" | "~" | "null" | "Null" | "NULL" => return Content::Empty,
        "true" | "True" | "TRUE" | "false" | "False" | "FALSE" => Reading::Bool,
        _ if is_number(&text) => Reading::Number,
        _ => Reading::Text,
    };
    Content::Scalar(text, reading)
}

/// Whether the parser that reads the values takes an unquoted scalar for a number.
fn is_number(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.'))
        && serde_yaml::from_str::<serde_yaml::Value>(text).is_ok_and(|value| value.is_number())
}

fn place(span: Span) -> Place {
    Place { line: span.start.line(), column: span.start.col() + 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_knows_its_place() {
        let root = Node::parse("# hello\na:\n  b: [1, \"zwei\", é, x]\n  c: {d: ~}\n").unwrap();
        let a = root.get("a").unwrap();
        let places: Vec<_> = a.get("b").unwrap().items().iter().map(|n| (n.place.line, n.place.column)).collect();
        assert_eq!(places, [(3, 7), (3, 10), (3, 18), (3, 21)]);
        let readings = Node::parse("[1, 1.5, -2, 0x1F, .inf, true, 479-555-0100, 2026-01-15, yes, '1', ~x]").unwrap();
        let numbers: Vec<_> =
            readings.items().iter().map(|n| matches!(n.content, Content::Scalar(_, Reading::Number))).collect();
        assert_eq!(numbers, [true, true, true, true, true, false, false, false, false, false, false]);
        assert_eq!(a.get("c").unwrap().get("d").unwrap().content, Content::Empty);
        assert_eq!(a.entries()[1].0.place, Place { line: 4, column: 3 });
    }

    #[test]
    fn what_a_policy_does_not_use_is_a_problem_with_its_place() {
        let cases = [
            ("", 1, 1, "empty"),
            ("# only a comment\n", 1, 1, "empty"),
            ("a: 1\nb: 2\na: 3\n", 3, 1, "second time"),
            ("a: {x: 1, x: 2}\n", 1, 11, "second time"),
            ("a: &x [1]\nb: *x\n", 1, 4, "anchors"),
            ("a: !secret 1\n", 1, 4, "tags"),
            ("a: 1\n---\nb: 2\n", 2, 1, "second document"),
            ("a: [1, 2\nb: 3\n", 2, 2, "not YAML"),
            ("a:\n\tb: 1\n", 2, 2, "not YAML"),
            ("? [1]\n: 2\n", 1, 3, "a key must be"),
        ];
        for (text, line, column, message) in cases {
            let problem = Node::parse(text).unwrap_err();
            assert!(problem.message.contains(message), "{text:?}: {problem:?}");
            assert_eq!((problem.place.line, problem.place.column), (line, column), "{text:?}: {problem:?}");
        }
    }

    #[test]
    fn depth_is_bounded() {
        for depth in [DEPTH + 1, 100, 50_000] {
            let deep = format!("a: {}{}", "[".repeat(depth), "]".repeat(depth));
            assert!(Node::parse(&deep).is_err(), "{depth}");
        }
    }
}
