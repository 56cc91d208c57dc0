//! The parts of an address, each read at the start of a text: its length in bytes, if it is there.

use crate::lexicon::{self, Class};

/// Words for a flat, a floor or a building, before its number.
const UNITS: &[&str] = &[
    "apt",
    "apto",
    "ap",
    "appt",
    "apartment",
    "unit",
    "suite",
    "ste",
    "room",
    "rm",
    "flat",
    "fl",
    "floor",
    "bldg",
    "building",
    "bloco",
    "bloque",
    "blk",
    "bât",
    "bat",
    "bâtiment",
    "esc",
    "escalera",
    "piso",
    "planta",
    "puerta",
    "pta",
    "depto",
    "dpto",
    "int",
    "interior",
    "lok",
    "em",
    "et",
    "étage",
    "stock",
    "whg",
    "wohnung",
    "slip",
    "space",
    "spc",
    "lot",
    "door",
    "ph",
    "penthouse",
    "box",
    "trailer",
    "trlr",
    "entrance",
    "kv",
    "m",
    "byt",
    "wing",
    "level",
    "sala",
    "rd",
    "casa",
    "local",
    "tower",
    "torre",
    "block",
    "number",
    "po box",
];

/// Words behind the number of a floor or a side of the house.
const FLOORS: &[&str] = &[
    "floor", "fl", "andar", "piso", "og", "eg", "dg", "stock", "etage", "em", "emelet", "ét", "et", "étage", "planta",
    "kerros", "krs", "sal", "tv", "th", "flr",
];

/// Words for a side of the house.
const SIDES: &[&str] =
    &["rear", "front", "left", "right", "links", "rechts", "dcha", "izq", "izda", "dr", "gche", "back", "dcho"];

/// Last words of the name of a house.
const HOUSES: &[&str] = &[
    "House",
    "Cottage",
    "Farm",
    "Lodge",
    "Manor",
    "Villa",
    "Villas",
    "Barn",
    "Hall",
    "Mews",
    "Building",
    "Tower",
    "Towers",
    "Apartments",
    "Apts",
    "Court",
    "Grange",
    "Croft",
    "Mill",
    "Residence",
    "Residences",
    "Condos",
    "Lofts",
];

/// Numbers of floors in words.
const ORDINALS: &[&str] = &[
    "ground", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "top",
    "lower", "upper", "1er", "premier",
];

/// What stands between two parts: its length, and whether it holds a line break.
pub(super) fn separator(text: &str) -> Option<(usize, bool)> {
    let rest = text.trim_start_matches(['.', ' ']);
    let rest = rest.trim_start_matches([',', '–', '-', '(', ')']).trim_start_matches(' ');
    let (rest, line) = match rest.strip_prefix('\n') {
        Some(next) => (next.trim_start_matches(' '), true),
        None => (rest, false),
    };
    let length = text.len() - rest.len();
    let ends_sentence = text.starts_with(". ") && !line;
    (length > 0 && length <= 40 && !rest.is_empty() && !ends_sentence).then_some((length, line))
}

/// The length of the letters and digits at the start.
fn run(text: &str) -> usize {
    text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len())
}

/// Whether a part may end before this.
fn ends(text: &str) -> bool {
    !text.starts_with(|c: char| c.is_alphanumeric())
}

/// A flat, a floor, a suite, a building or a side of it.
pub(super) fn unit(text: &str) -> Option<usize> {
    if let Some(rest) = text.strip_prefix('#') {
        let rest = rest.trim_start_matches(' ');
        let code = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(rest.len());
        return (1..=8).contains(&code).then_some(text.len() - rest.len() + code);
    }
    let word = run(text);
    let first = text.get(..word)?.to_lowercase();
    if let Some(length) = numbered_floor(text, word, &first) {
        return Some(length);
    }
    if UNITS.contains(&first.as_str()) {
        let rest = text[word..].trim_start_matches(['.', ' ', '#', ':']);
        let rest = rest.strip_prefix("no. ").unwrap_or(rest);
        let code = rest.find(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '/')).unwrap_or(rest.len());
        let code = rest[..code].trim_end_matches('-').len();
        let value = &rest[..code];
        let digits = value.bytes().any(|b| b.is_ascii_digit());
        let letter = first.len() > 2 && code <= 2 && value.bytes().all(|b| b.is_ascii_uppercase());
        let sized = (1..=8).contains(&code) && (digits || letter) && rest.len() < text.len() - word;
        return sized.then_some(text.len() - rest.len() + code);
    }
    // A flat alone: "6F", "B12", "3º".
    let digits = |bytes: &[u8]| !bytes.is_empty() && bytes.iter().all(u8::is_ascii_digit);
    let flat = match &text.as_bytes()[..word] {
        [b'A'..=b'Z', number @ ..] | [number @ .., b'A'..=b'Z'] => digits(number),
        _ => false,
    };
    let closed = text[word..].is_empty() || text[word..].starts_with([',', '.', '\n', ';', ')']);
    (flat && word <= 4 && closed).then_some(word)
}

/// A floor with its number first ("2nd fl", "4. OG rechts", "IV. em. 7", "9층").
fn numbered_floor(text: &str, word: usize, first: &str) -> Option<usize> {
    let roman = word > 0 && first.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
    let digits = first.bytes().take_while(u8::is_ascii_digit).count();
    let marked = digits > 0 && ["", "st", "nd", "rd", "th", "e", "er", "º", "ª", "ème"].contains(&&first[digits..]);
    if digits > 0 && ["층", "호", "동", "楼", "樓", "室"].contains(&&first[digits..]) {
        return Some(word);
    }
    if !(roman || marked && digits <= 2 || ORDINALS.contains(&first)) {
        return None;
    }
    let rest = text[word..].trim_start_matches(['.', ' ', '°', 'º', 'ª']);
    let floor = run(rest);
    if !FLOORS.contains(&rest[..floor].to_lowercase().as_str()) || floor == 0 {
        return None;
    }
    let mut end = text.len() - rest.len() + floor;
    // The side, and in Hungary the door, follow.
    let tail = text[end..].trim_start_matches(['.', ' ']);
    let side = run(tail);
    let door = side > 0 && side <= 3 && tail[..side].bytes().all(|b| b.is_ascii_digit()) && first != "ground" && roman;
    if SIDES.contains(&tail[..side].to_lowercase().as_str()) || door {
        end = text.len() - tail.len() + side;
    }
    if text[end..].starts_with('.') && !text[end..].starts_with(". ") {
        end += 1;
    }
    Some(end)
}

/// A postcode of one of the shapes in use.
pub(super) fn postcode(text: &str) -> Option<usize> {
    // What a postcode looks like: 9 a digit, A a capital.
    const SHAPES: &[&str] = &[
        "99999-9999",
        "99999-999",
        "99999",
        "9999 AA",
        "999 99",
        "999 999",
        "999-9999",
        "99-999",
        "999999",
        "9999",
        "999",
        "A9 9AA",
        "A99 9AA",
        "A9A 9AA",
        "AA9 9AA",
        "AA99 9AA",
        "AA9A 9AA",
        "A9A 9A9",
        "A99 AA99",
        "A99 A9A9",
        "A99 A999",
    ];
    let country = ["LV-", "DK-", "SE-", "CH-", "D-", "F-", "A-", "B-", "LT-", "NL-", "FI-", "L-", "I-", "E-", "〒"];
    let head = country.iter().find(|code| text.starts_with(**code)).map_or(0, |code| code.len());
    let bytes = &text.as_bytes()[head..];
    SHAPES
        .iter()
        .find(|shape| {
            let fits = shape.bytes().zip(bytes).all(|(kind, b)| match kind {
                b'9' => b.is_ascii_digit(),
                b'A' => b.is_ascii_uppercase(),
                other => *b == other,
            });
            let end = head + shape.len();
            let goes_on = || {
                text[end..]
                    .strip_prefix(['-', '/', '.'])
                    .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
            };
            fits && bytes.len() >= shape.len() && text.is_char_boundary(end) && ends(&text[end..]) && !goes_on()
        })
        .map(|shape| head + shape.len())
}

/// The lengths of the first one, two, ... words of a name: capitalised, particles between them.
pub(super) fn capitalized(text: &str) -> Vec<usize> {
    const PARTICLES: &[&str] =
        &["de", "da", "do", "del", "di", "la", "le", "sur", "of", "the", "am", "an", "der", "dos", "u", "upon"];
    let mut lengths = Vec::new();
    let mut end = 0;
    while lengths.len() < 4 {
        let word =
            text[end..].find(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’')).unwrap_or(text.len() - end);
        let piece = &text[end..end + word];
        if word == 0 {
            break;
        }
        if piece.starts_with(char::is_uppercase) && !piece.bytes().any(|b| b.is_ascii_digit()) {
            end += word;
            lengths.push(end);
        } else if !lengths.is_empty() && PARTICLES.contains(&piece) {
            end += word;
        } else {
            break;
        }
        let rest = &text[end..];
        end += match rest.as_bytes() {
            [b'.', b' ', ..] if word <= 3 => 2,
            [b' ' | b'-', ..] => 1,
            _ => break,
        };
    }
    lengths
}

/// A town behind its postcode.
pub(super) fn town_after_code(text: &str) -> Option<usize> {
    let gap = text.strip_prefix(", ").map(|_| 2).or_else(|| text.starts_with(' ').then_some(1))?;
    let lengths = capitalized(&text[gap..]);
    let fit = lengths.iter().rev().find(|length| {
        let rest = &text[gap + **length..];
        rest.is_empty()
            || rest.starts_with(['\n', ',', '.', ';', ')', '|', '"', '?', '!'])
            || lexicon::lookup(&text[gap..gap + **length]).city() > 0
    });
    let length = fit.or(lengths.first()).map(|length| gap + length)?;
    // "Wien 9", "Paris 12": the district has a number.
    let rest = text[length..].strip_prefix(' ').unwrap_or("");
    let digits = run(rest);
    let district = (1..=2).contains(&digits) && rest[..digits].bytes().all(|b| b.is_ascii_digit());
    let closed = rest[digits..].is_empty() || rest[digits..].starts_with([',', '.', ';', '\n', ')']);
    Some(if district && closed { length + 1 + digits } else { length })
}

/// A town: known, or with a state, a postcode or a country behind it; `bare` asks for the latter.
pub(super) fn town(text: &str, bare: bool) -> Option<usize> {
    capitalized(text).into_iter().rev().find(|length| {
        let name = &text[..*length];
        let entry = lexicon::lookup(name);
        let rest = text[*length..].trim_start_matches([',', ' ', '\n']);
        let placed = *length < text.len()
            && rest.len() < text[*length..].len()
            && (postcode(rest).is_some() || region(rest, true).is_some());
        let closed =
            text[*length..].is_empty() || text[*length..].starts_with([',', '.', ';', ')', '\n', '|', '"', '?', '!']);
        let plain = [
            Class::Month,
            Class::Weekday,
            Class::Role,
            Class::Label,
            Class::Title,
            Class::Credential,
            Class::Brand,
            Class::Health,
        ];
        let other = plain.iter().any(|class| entry.is(*class)) || entry.common() > 7;
        let person = entry.city() == 0 && entry.given().max(entry.surname()) > 0;
        let first = lexicon::lookup(name.split(' ').next().unwrap_or(""));
        let placed = placed && (entry.city() > 0 || first.given() < 6 || region(rest, true).is_some());
        placed && !other
            || !bare && !other && !person && (entry.city() > 0 || closed && entry.common() < 4 && name.len() > 3)
    })
}

/// A state or a country, in full or short.
pub(super) fn region(text: &str, comma: bool) -> Option<usize> {
    let dotted = text.as_bytes().first_chunk::<4>().is_some_and(|b| b[1] == b'.' && b[3] == b'.');
    if dotted && lexicon::state(&text[..3].replace('.', "")).is_some() {
        return Some(4);
    }
    let word = run(text);
    let short = &text[..word];
    if word == 2 && short.bytes().all(|b| b.is_ascii_uppercase()) {
        return (lexicon::state(short).is_some() || comma && short == "UK").then_some(word);
    }
    capitalized(text).into_iter().rev().find(|length| {
        let entry = lexicon::lookup(&text[..*length]);
        *length > 2 && ends(&text[*length..]) && (entry.is(Class::Country) || entry.is(Class::State))
    })
}

/// Where the unit at the end of a chunk begins ("send it to Suite 4").
pub(super) fn unit_at_end(chunk: &str) -> Option<usize> {
    starts_of_words(chunk).into_iter().find(|at| unit(&chunk[*at..]) == Some(chunk.len() - at))
}

/// Where the postcode and the town at the end of a chunk begin ("1015 Wien", before its street).
pub(super) fn code_and_town_at_end(chunk: &str) -> Option<usize> {
    starts_of_words(chunk).into_iter().find(|at| {
        let piece = &chunk[*at..];
        postcode(piece).is_some_and(|code| town_after_code(&piece[code..]) == Some(piece.len() - code))
    })
}

/// Where the name of a house at the end of a chunk begins ("at The Larches").
pub(super) fn house_at_end(chunk: &str) -> Option<usize> {
    let last = chunk.split(' ').next_back()?;
    starts_of_words(chunk).into_iter().find(|at| {
        let name = &chunk[*at..];
        let all = capitalized(name).last() == Some(&name.len());
        all && name.contains(' ') && (name.starts_with("The ") || HOUSES.contains(&last))
    })
}

/// Where the street at the end of a chunk begins ("outside 9 Mill Lane").
pub(super) fn street_at_end(chunk: &str) -> Option<usize> {
    let last = chunk.split(' ').next_back()?;
    let street = lexicon::lookup(last).is(Class::Street);
    starts_of_words(chunk).into_iter().find(|at| {
        let piece = &chunk[*at..];
        let number = run(piece);
        let numbered = number > 0 && piece.starts_with(|c: char| c.is_ascii_digit()) && piece.len() > number + 1;
        let name = if numbered { piece[number..].trim_start() } else { piece };
        let known = lexicon::lookup(name).city() > 0;
        capitalized(name).last() == Some(&name.len()) && (numbered || street || known)
    })
}

/// Where the one to three capitalised words right before a postcode begin.
pub(super) fn names_before(text: &str, start: usize) -> Option<usize> {
    let head = text[..start].strip_suffix(", ").or_else(|| text[..start].strip_suffix(' '))?;
    let from = head.rfind([',', '\n', ':', ';', '(', '"', '|', '.']).map_or(0, |at| at + 1);
    let chunk = &head[from..];
    let starts = starts_of_words(chunk);
    let fit =
        starts.iter().rev().take(3).rev().find(|at| capitalized(&chunk[**at..]).last() == Some(&(chunk.len() - **at)));
    let street = street_at_end(chunk);
    street.or(fit.copied()).map(|at| from + at)
}

/// Where the words of a chunk begin.
fn starts_of_words(chunk: &str) -> Vec<usize> {
    let inner = chunk.match_indices(' ').map(|(at, _)| at + 1);
    std::iter::once(0).chain(inner).filter(|at| !chunk[*at..].starts_with(' ') && *at < chunk.len()).collect()
}
