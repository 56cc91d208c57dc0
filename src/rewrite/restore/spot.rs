//! Where a text has tags, also such as a chatbot has written anew: `name_1`, `(NAME 1)`, `**NAME\_1**`, `&#91;NAME_1&#93;`.
//!
//! A tag's words are found first, then the pairs of marks around them. `PHOTO_1` is a tag wherever it stands,
//! `[photo 1]` is one by its bracket, `PHOTO 1` by its capitals; a plain `photo 1` is none.

use super::marks::{self, Layer, Marks};
use crate::identifier::Kind;
use crate::rewrite::Tag;
use crate::text::View;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// A tag in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::rewrite) struct Spot {
    /// Which.
    pub tag: Tag,
    /// Whether it can be nothing else.
    pub sure: bool,
    /// Its words alone, in bytes of the text.
    pub(super) words: Range<usize>,
    /// The pairs of marks around the words, from the inside.
    pub(super) layers: Vec<Layer>,
    /// A bracket that opens and one that closes, each without its other half.
    pub(super) halves: (Option<Half>, Option<Half>),
    /// What stands inside the brackets behind the tag and stays: `[NAME_1's]`.
    pub(super) ending: Range<usize>,
}

/// A square bracket next to a tag's words without its other half.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Half {
    /// Where it stands, in bytes of the text.
    bytes: Range<usize>,
    /// How many such brackets stand there in a row, this one the innermost.
    count: usize,
}

impl Spot {
    /// The part of the text that the tag takes up, where marks that stood around its value stay.
    pub(super) fn bytes(&self, kept: Marks) -> Range<usize> {
        match marks::own(&self.layers, kept) {
            Some(layer) => layer.bytes.clone(),
            None if self.layers.is_empty() => {
                let open = self.halves.0.as_ref().filter(|half| half.count > kept.open);
                let close = self.halves.1.as_ref().filter(|half| half.count > kept.close);
                open.map_or(self.words.start, |half| half.bytes.start)
                    ..close.map_or(self.words.end, |half| half.bytes.end)
            }
            None => self.words.clone(),
        }
    }
}

/// A line break with what may stand around it in the middle of a word.
const BREAK: &str = r"(?:-?\n[ \t>]*)?";
/// What may stand between the words of a kind.
const JOINT: &str = r"[\s\\_>-]{0,8}";

/// A tag as it is given out.
static EXACT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let codes: Vec<&str> = Kind::ALL.iter().map(|kind| kind.code()).collect();
    Regex::new(&format!(r"\[(?<kind>{})_(?<number>[0-9]{{1,4}})\]", codes.join("|"))).ok()
});

/// What a chatbot that answers in Spanish makes of a tag's word.
const IN_SPANISH: [(&str, Kind); 11] = [
    ("NOMBRE", Kind::Name),
    ("TELEFONO", Kind::Phone),
    ("TELÉFONO", Kind::Phone),
    ("TELéFONO", Kind::Phone),
    ("FECHA", Kind::Date),
    ("CORREO", Kind::Email),
    ("LUGAR", Kind::Location),
    ("UBICACIÓN", Kind::Location),
    ("UBICACIóN", Kind::Location),
    ("EDAD", Kind::Age),
    ("PROVEEDOR", Kind::Provider),
];

/// The words of a tag in any writing.
static LOOSE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let word = |word: &str| word.chars().map(String::from).collect::<Vec<_>>().join(BREAK);
    let code = |kind: &Kind| kind.code().split('_').map(word).collect::<Vec<_>>().join(JOINT);
    let codes: Vec<String> =
        Kind::ALL.iter().map(code).chain(IN_SPANISH.iter().map(|(spanish, _)| word(spanish))).collect();
    let codes = codes.join("|");
    Regex::new(&format!(r"(?<kind>(?i-u:{codes}))(?<joint>[\s\\_#>-]{{0,8}})(?<number>[0-9]{{1,4}})")).ok()
});

/// Every tag of a text, in order of place.
pub(in crate::rewrite) fn all(text: &str) -> Vec<Spot> {
    let mut spots = exact(text);
    let known: Vec<Range<usize>> = spots.iter().map(|spot| spot.bytes(Marks::default())).collect();
    let new = loose(text).into_iter().filter(|spot| {
        let next = known.partition_point(|known| known.end <= spot.words.start);
        known.get(next).is_none_or(|known| spot.words.end <= known.start)
    });
    spots.extend(new);
    spots.sort_by_key(|spot| spot.words.start);
    spots
}

/// Those that stand as they were given out.
fn exact(text: &str) -> Vec<Spot> {
    let Some(exact) = EXACT.as_ref() else { return Vec::new() };
    let spots = exact.captures_iter(text).filter_map(|found| {
        let kind = Kind::from_code(&found["kind"])?;
        let number = found["number"].parse().ok()?;
        let bytes = found.get(0)?.range();
        let words = bytes.start + 1..bytes.end - 1;
        let layers = marks::around(text, &words);
        Some(Spot {
            tag: Tag { kind, number },
            sure: true,
            ending: words.end..words.end,
            words,
            layers,
            halves: (None, None),
        })
    });
    spots.collect()
}

/// Those in any writing.
fn loose(text: &str) -> Vec<Spot> {
    let Some(loose) = LOOSE.as_ref() else { return Vec::new() };
    let view = View::for_tags(text);
    let mut spots = Vec::new();
    let mut at = 0;
    while let Some(found) = loose.captures_at(view.text(), at) {
        let (Some(whole), Some(kind), Some(joint), Some(number)) =
            (found.get(0), found.name("kind"), found.name("joint"), found.name("number"))
        else {
            break;
        };
        match tag(kind.as_str(), number.as_str())
            .and_then(|tag| spot(&view, whole.range(), tag, kind.as_str(), joint.as_str()))
        {
            Some(spot) => {
                at = whole.end();
                spots.push(spot);
            }
            // Another may begin inside: the first letter is one byte long.
            None => at = whole.start() + 1,
        }
    }
    spots
}

/// The tag of these words.
fn tag(kind: &str, number: &str) -> Option<Tag> {
    let squeezed = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).collect::<String>();
    let kind = squeezed(kind);
    let known = Kind::ALL.iter().map(|known| (known.code(), *known)).chain(IN_SPANISH);
    let (_, kind) = known.into_iter().find(|(code, _)| squeezed(code).eq_ignore_ascii_case(&kind))?;
    Some(Tag { kind, number: number.parse().ok()? })
}

/// The tag with these words in the view, where its writing or what stands around it makes it one.
fn spot(view: &View<'_>, words: Range<usize>, tag: Tag, kind: &str, joint: &str) -> Option<Spot> {
    let text = view.text();
    let ending = words.end..words.end + possessive(&text[words.end..]);
    let layers = marks::around(text, &(words.start..ending.end));
    let edge = layers.last().map_or(words.clone(), |layer| layer.bytes.clone());
    let outside = layers.iter().all(|layer| layer.sign == '_');
    if outside && (text[..edge.start].ends_with(continues) || text[edge.end..].starts_with(continues)) {
        return None;
    }
    let capitals = !kind.contains(|c: char| c.is_ascii_lowercase());
    let boxed = layers.iter().any(|layer| matches!(layer.sign, '[' | '{' | '<' | '`'));
    let one_line = !joint.contains('\n');
    let joined = joint.contains('_') || joint == "-";
    if !(joined || boxed || capitals && one_line) {
        return None;
    }
    let (opening, closing) = match layers.is_empty() {
        true => (marks::opening(&text[..words.start]), marks::closing(&text[words.end..])),
        false => (0, 0),
    };
    let square = layers.iter().any(|layer| layer.sign == '[');
    let original = |range: &Range<usize>| view.original_range(range);
    let half = |bytes: Range<usize>, count: usize| (count > 0).then(|| Half { bytes: original(&bytes), count });
    Some(Spot {
        tag,
        sure: joint.contains('_') || square && capitals,
        words: original(&words),
        ending: if layers.is_empty() { words.end..words.end } else { original(&ending) },
        halves: (
            half(words.start.saturating_sub(1)..words.start, opening),
            half(words.end..text.len().min(words.end + 1), closing),
        ),
        layers: layers.into_iter().map(|layer| Layer { bytes: original(&layer.bytes), ..layer }).collect(),
    })
}

/// How many bytes of a possessive ending stand here, before a bracket closes.
fn possessive(rest: &str) -> usize {
    let ending = ["'s", "'S", "'"].into_iter().find(|ending| rest.starts_with(ending)).unwrap_or_default();
    if rest[ending.len()..].starts_with([']', ')', '}', '>', '*', '`']) { ending.len() } else { 0 }
}

/// Whether a character next to a tag makes both one word. Scripts without spaces have none that does.
fn continues(c: char) -> bool {
    c == '_' || c < '\u{530}' && c.is_alphanumeric()
}
