//! Check boxes: what is ticked on a line, and what stands before the boxes.

use regex::Regex;
use std::sync::LazyLock;

/// The boxes of a line.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Boxes {
    /// What stands before them: a label, or nothing.
    pub label: String,
    /// What is ticked.
    pub ticked: Vec<String>,
}

/// A box; what ticks it is its group.
static BOX: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"\[ *(?<a>[xX✓✔☑*])? *\]|\( *(?<b>[xX✓✔])? *\)|(?<c>[☑☒✅✓✔])|[☐□]|(?:^|\s)_+(?<d>[xX])_+").ok()
});

/// The boxes of a line; none where it has none.
pub(super) fn read(line: &str) -> Option<Boxes> {
    let boxes: Vec<(usize, usize, bool)> = BOX
        .as_ref()?
        .captures_iter(line)
        .filter_map(|found| {
            let whole = found.get(0)?;
            let ticked = ["a", "b", "c", "d"].iter().any(|name| found.name(name).is_some());
            Some((whole.start(), whole.end(), ticked))
        })
        .collect();
    let (first, _, _) = *boxes.first()?;
    let (_, last, _) = *boxes.last()?;
    let (before, behind) = (&line[..first], &line[last..]);
    // A box stands before what it ticks, unless the line ends with one: "Pregnant: Yes [x] No [ ]".
    let follows = !behind.chars().any(char::is_alphanumeric) && before.chars().any(char::is_alphanumeric);
    let (label, first_item) = if follows { parted(before) } else { (before, "") };
    let mut ticked = Vec::new();
    for (at, (start, end, is_ticked)) in boxes.iter().enumerate() {
        let item = match (follows, at) {
            (true, 0) => first_item,
            (true, at) => &line[boxes[at - 1].1..*start],
            (false, at) => &line[*end..boxes.get(at + 1).map_or(line.len(), |next| next.0)],
        };
        let item = item.trim_matches([' ', '\t', ',', ';', '|', '-', '*', '_']);
        if *is_ticked && !item.is_empty() {
            ticked.push(item.split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }
    Some(Boxes { label: label.to_owned(), ticked })
}

/// What stands before the first box, parted into the label and the item of that box.
fn parted(before: &str) -> (&str, &str) {
    match before.rfind([':', '?', '|', '\t']) {
        Some(at) => (&before[..=at], &before[at + 1..]),
        None => {
            let words = before.trim_end();
            let at = words
                .rfind(' ')
                .filter(|_| ["yes", "no", "y", "n"].iter().any(|a| words.to_lowercase().ends_with(&format!(" {a}"))));
            at.map_or(("", before), |at| before.split_at(at))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_ticked_is_read_from_either_side() {
        let cases: &[(&str, &str, &[&str])] = &[
            ("[x] pregnant", "", &["pregnant"]),
            ("[ ] pregnant", "", &[]),
            ("☑ Cold sores  ☐ Keloids ☒ Lupus", "", &["Cold sores", "Lupus"]),
            ("Pregnant: [ ] Yes [x] No", "Pregnant: ", &["No"]),
            ("Pregnant: Yes [x] No [ ]", "Pregnant:", &["Yes"]),
            ("Pregnant yes [ ] no [x]", "Pregnant", &["no"]),
            ("_x_ blood thinners", "", &["blood thinners"]),
            ("(x) latex ( ) sulfa", "", &["latex"]),
        ];
        for (line, label, ticked) in cases {
            let boxes = read(line).unwrap();
            assert_eq!(
                (boxes.label.as_str(), boxes.ticked.as_slice()),
                (*label, &ticked.iter().map(|t| (*t).to_owned()).collect::<Vec<_>>()[..]),
                "{line}"
            );
        }
        assert_eq!(read("no box here"), None);
    }
}
