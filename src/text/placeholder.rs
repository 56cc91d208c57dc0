//! What of a text is a template's placeholder already: `[NAME]`, `{{first_name}}`, `XXX-XX-XXXX`, `____`.

use std::ops::Range;

/// A placeholder with its brackets is no longer, in bytes.
const LONGEST: usize = 64;
/// A mask or a blank has at least so many signs.
const SIGNS: usize = 3;

/// Words that name a field of a form; one of them has to stand in a placeholder.
#[rustfmt::skip]
const FIELDS: &[&str] = &[
    "account", "address", "age", "amount", "appointment", "appt", "apt", "birth", "birthdate", "birthday",
    "biometric", "blank", "branch", "business", "city", "client", "clientname", "clinic", "code", "company", "contact",
    "county", "customer", "date", "device", "dob", "doctor", "email", "employer", "facility", "fax", "firstname", "fname",
    "fullname", "guest", "handle", "health", "hour", "id", "identifier", "injector", "insurer", "ip", "last4", "lastname",
    "license", "link", "lname", "location", "lot", "member", "mrn", "name", "names", "npi", "number", "office",
    "organization", "patient", "patientname", "person", "phone", "phonenumber", "photo", "place", "plan", "policy",
    "practice", "price", "procedure", "product", "provider", "redacted", "relative", "removed", "school", "serial", "service",
    "signature", "spa", "ssn", "staff", "state", "street", "surname", "tbd", "time", "title", "town", "treatment", "url",
    "vehicle", "vin", "visit", "booking", "consult", "event", "session", "website", "weekday", "withheld", "year", "zip", "zipcode", "nombre", "apellido", "fecha",
    "teléfono", "correo", "dirección", "ciudad",
];
/// Words that may stand beside them.
#[rustfmt::skip]
const BESIDE: &[&str] = &[
    "a", "an", "and", "area", "b", "bank", "c", "card", "de", "day", "del", "digits", "dr", "enter", "first", "four", "full",
    "her", "here", "his", "home", "insert", "last", "la", "el", "medical", "middle", "mobile", "month", "new", "next", "no",
    "of", "on", "or", "other", "our", "pm", "am", "preferred", "previous", "record", "security", "sign", "social", "the",
    "their", "tracking", "type", "unique", "web", "work", "xx", "xxx", "your",
];

/// The placeholders of a text, in order of place.
pub(crate) fn all(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = next_sign(text, at) {
        let place = bracketed(text, start).or_else(|| mask(text, start));
        at = match &place {
            Some(place) => place.end,
            None => start + text[start..].chars().next().map_or(1, char::len_utf8),
        };
        found.extend(place);
    }
    let lettered: Vec<Range<usize>> = lettered(text).collect();
    if !lettered.is_empty() {
        let free = |place: &Range<usize>| !found.iter().any(|other| other.start < place.end && place.start < other.end);
        let lettered: Vec<Range<usize>> = lettered.into_iter().filter(free).collect();
        found.extend(lettered);
        found.sort_by_key(|place| place.start);
    }
    found
}

/// People who are told apart by letters or numbers, as "Person A" and "Person 12".
fn lettered(text: &str) -> impl Iterator<Item = Range<usize>> {
    let nouns = ["Person ", "Persona "].into_iter().flat_map(|noun| text.match_indices(noun));
    nouns.filter_map(|(start, noun)| {
        let rest = &text[start + noun.len()..];
        let letter = rest.chars().next().filter(char::is_ascii_uppercase).map_or(0, char::len_utf8);
        let length = letter.max(rest.bytes().take_while(u8::is_ascii_digit).count());
        let whole =
            !text[..start].ends_with(char::is_alphanumeric) && !rest[length..].starts_with(char::is_alphanumeric);
        (whole && (1..=4).contains(&length)).then(|| start..start + noun.len() + length)
    })
}

/// A range without the placeholders in it: what is left on both sides, from its first letter or digit to its last. A
/// range that no placeholder touches stays whole.
pub(crate) fn without(text: &str, range: &Range<usize>, placeholders: &[Range<usize>]) -> Vec<Range<usize>> {
    let from = placeholders.partition_point(|place| place.end <= range.start);
    let mut touching = placeholders[from..].iter().take_while(|place| place.start < range.end).peekable();
    if touching.peek().is_none() {
        return vec![range.clone()];
    }
    let mut parts = Vec::new();
    let mut start = range.start;
    for place in touching {
        parts.push(start..place.start.max(start));
        start = place.end;
    }
    parts.push(start..range.end.max(start));
    parts.into_iter().map(|part| trimmed(text, part)).filter(|part| !part.is_empty()).collect()
}

/// A range from its first letter or digit to its last.
pub(crate) fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let part = &text[range.clone()];
    let inner = part.trim_matches(|c: char| !c.is_alphanumeric());
    let start = range.start + part.find(|c: char| c.is_alphanumeric()).unwrap_or(part.len());
    start..start + inner.len()
}

/// The next sign with which a placeholder can begin.
fn next_sign(text: &str, from: usize) -> Option<usize> {
    text[from..].find(['[', '{', '<', '%', '_', 'x', 'X', '#', '*', '•']).map(|at| from + at)
}

/// A placeholder in brackets that begins here.
fn bracketed(text: &str, start: usize) -> Option<Range<usize>> {
    const PAIRS: &[(&str, &str)] = &[
        ("[[", "]]"),
        ("[", "]"),
        ("{{", "}}"),
        ("{%", "%}"),
        ("{", "}"),
        ("<<", ">>"),
        ("<", ">"),
        ("*|", "|*"),
        ("%", "%"),
    ];
    let mut end = text.len().min(start + LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let rest = &text[start..end];
    PAIRS.iter().find_map(|(open, close)| {
        let inner = rest.strip_prefix(open)?;
        let inner = &inner[..inner.find(close)?];
        (is_field(inner) || *open == "[" && is_tag(inner) || *open == "{{" && is_merge_field(inner))
            .then(|| start..start + open.len() + inner.len() + close.len())
    })
}

/// Whether the inside of a bracket is that of a numbered tag, as of `[NAME_1]`.
fn is_tag(inner: &str) -> bool {
    let code = inner
        .trim_end_matches(|c: char| c.is_ascii_digit())
        .strip_suffix('_')
        .filter(|code| code.len() + 1 < inner.len());
    code.is_some_and(|code| code.chars().all(|c| c.is_ascii_uppercase() || c == '_') && is_field(code))
}

/// Whether the inside of double braces is a variable's name, as `client.next_visit` is.
fn is_merge_field(inner: &str) -> bool {
    let inner = inner.trim();
    inner.contains(['_', '.']) && inner.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '_' | '.'))
}

/// Whether the inside of a bracket names a field, as `first_name` and `NAME_1` do.
fn is_field(inner: &str) -> bool {
    let words = || inner.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase);
    let is_number = |word: &str| word.len() < 3 && word.bytes().all(|byte| byte.is_ascii_digit());
    let marks = inner.chars().all(|c| c.is_alphanumeric() || " _-.'’/$#&;:|".contains(c));
    marks
        && words().any(|word| FIELDS.contains(&word.as_str()))
        && words().all(|word| FIELDS.contains(&word.as_str()) || BESIDE.contains(&word.as_str()) || is_number(&word))
}

/// A mask or a blank that begins here: signs of one sort in groups, with nothing written next to them.
fn mask(text: &str, start: usize) -> Option<Range<usize>> {
    let sign = text[start..].chars().next().filter(|sign| "_xX#*•".contains(*sign))?;
    let stands_free = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    if !stands_free(text[..start].chars().next_back()) {
        return None;
    }
    let (mut signs, mut end) = (0, start);
    for (at, c) in text[start..].char_indices() {
        if c == sign {
            signs += 1;
            end = start + at + c.len_utf8();
        } else if !"-./() ".contains(c) || start + at - end > 1 {
            break;
        }
    }
    let rest = text[end..].trim_start_matches(['-', '.', '/']);
    let goes_on = !stands_free(rest.chars().next())
        && (rest.len() == text.len() - end || rest.starts_with(|c: char| c.is_ascii_digit()));
    (signs >= SIGNS && !goes_on).then_some(start..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_known() {
        for text in [
            "[NAME]",
            "[NAME_1]",
            "[MRN_1500]",
            "[name]",
            "[Patient Name]",
            "[HEALTH_PLAN_12]",
            "[first name]",
            "{{first_name}}",
            "{{ patient.first_name }}",
            "{date}",
            "<name>",
            "%FIRST_NAME%",
            "*|FNAME|*",
            "XXX-XX-XXXX",
            "xxx-xxx-xxxx",
            "____",
            "***",
            "•••",
            "[your name here]",
            "[record number]",
            "[IP address]",
            "[[NAME]]",
            "[street address]",
        ] {
            let whole = format!("a {text}, b");
            assert_eq!(all(&whole), vec![2..2 + text.len()], "{text}");
        }
    }

    #[test]
    fn words_and_values_are_none() {
        for text in [
            "[Dana]",
            "[client: Dana]",
            "[MRN 4471]",
            "[MRN 447]",
            "{Dana Ortiz}",
            "<b>",
            "xx",
            "exxxtra",
            "first_name",
            "XXX-XX-4471",
            "[]",
            "x-ray",
            "50% of 20%",
        ] {
            assert_eq!(all(text), [] as [Range<usize>; 0], "{text}");
        }
    }

    #[test]
    fn what_stands_beside_a_placeholder_is_left() {
        let cases: &[(&str, &[&str])] = &[
            ("Dana Ortiz", &["Dana Ortiz"]),
            ("[NAME]", &[]),
            ("Dana [NAME_1]", &["Dana"]),
            ("[NAME_1], Ortiz", &["Ortiz"]),
            ("a [NAME] b {{date}} c", &["a", "b", "c"]),
        ];
        for (text, expected) in cases {
            let parts = without(text, &(0..text.len()), &all(text));
            let parts: Vec<&str> = parts.into_iter().map(|part| &text[part]).collect();
            assert_eq!(parts, *expected, "{text}");
        }
    }
}
