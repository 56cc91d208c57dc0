//! Settles overlapping candidates: the more certain wins, then the longer, then the earlier kind. Places join, links
//! and files hold what stands in them.

use super::{Hit, Kind};
use std::collections::BTreeMap;

/// Takes the marks before a name off it, and drops what has no letter or is a placeholder.
pub(super) fn tidy_names(text: &str, hits: &mut Vec<Hit>) {
    hits.retain_mut(|hit| {
        if !matches!(hit.kind, Kind::Name | Kind::Provider) {
            return true;
        }
        let value = &text[hit.range.clone()];
        let marks = value.len() - value.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
        hit.range.start += marks;
        value[marks..].contains(char::is_alphabetic) && !value.contains("XXX")
    });
}

/// Makes a link, an address or a file's name as certain as the name or the code inside it, so that it stays whole.
fn raise_wholes(hits: &mut [Hit]) {
    let whole = |hit: &Hit| match hit.kind {
        Kind::Url | Kind::Ip | Kind::Email => true,
        Kind::Photo => matches!(hit.rule.as_ref(), "photo/file" | "photo/camera-name"),
        _ => false,
    };
    let part = |hit: &Hit| !whole(hit) && !matches!(hit.kind, Kind::Location | Kind::Photo);
    let mut parts: Vec<(std::ops::Range<usize>, Kind, f32)> =
        hits.iter().filter(|hit| part(hit)).map(|hit| (hit.range.clone(), hit.kind, hit.confidence)).collect();
    parts.sort_by_key(|(range, ..)| range.start);
    for hit in hits.iter_mut().filter(|hit| whole(hit)) {
        // A provider's page at the practice's site is public, a profile is not.
        let profile = hit.rule != "url/web" && hit.rule != "url/bare";
        let first = parts.partition_point(|(range, ..)| range.start < hit.range.start);
        let inside = parts[first..]
            .iter()
            .take_while(|(range, ..)| range.start < hit.range.end)
            .filter(|(range, kind, _)| range.end <= hit.range.end && (profile || *kind != Kind::Provider));
        hit.confidence = inside.map(|(.., confidence)| *confidence).fold(hit.confidence, f32::max);
    }
}

/// The hits that remain, in order of place, none overlapping another.
pub(super) fn overlaps(mut hits: Vec<Hit>) -> Vec<Hit> {
    raise_wholes(&mut hits);
    hits.sort_by(|a, b| {
        b.confidence
            .total_cmp(&a.confidence)
            .then(b.range.len().cmp(&a.range.len()))
            .then(a.kind.cmp(&b.kind))
            .then(a.range.start.cmp(&b.range.start))
    });
    let mut kept: BTreeMap<usize, Hit> = BTreeMap::new();
    for hit in hits {
        let others: Vec<usize> = overlapping(&kept, &hit).map(|other| other.range.start).collect();
        if others.is_empty() {
            kept.insert(hit.range.start, hit);
        } else if hit.kind == Kind::Location && overlapping(&kept, &hit).all(|other| other.kind == Kind::Location) {
            let joined = others.iter().filter_map(|start| kept.remove(start)).fold(hit, join);
            kept.insert(joined.range.start, joined);
        }
    }
    kept.into_values().collect()
}

/// The kept hits that overlap a hit, the last first.
fn overlapping<'k>(kept: &'k BTreeMap<usize, Hit>, hit: &Hit) -> impl Iterator<Item = &'k Hit> {
    let start = hit.range.start;
    kept.range(..hit.range.end).rev().map(|(_, other)| other).take_while(move |other| other.range.end > start)
}

/// Two places that overlap are one, under the rule of the longer: a street holds the city it is named for.
fn join(a: Hit, b: Hit) -> Hit {
    let range = a.range.start.min(b.range.start)..a.range.end.max(b.range.end);
    let confidence = a.confidence.max(b.confidence);
    let rule = if a.range.len() >= b.range.len() { a.rule } else { b.rule };
    Hit { kind: a.kind, range, confidence, rule }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hit(kind: Kind, range: std::ops::Range<usize>, confidence: f32) -> Hit {
        Hit { kind, range, confidence, rule: "test/rule".into() }
    }

    #[test]
    fn names_are_tidied() {
        let text = "(Ana) \u{2717} XXX-XX Bo";
        let name = |range| hit(Kind::Name, range, 0.9);
        let mut hits = vec![name(0..4), name(6..9), name(10..16), name(17..19), hit(Kind::Phone, 0..1, 0.9)];
        tidy_names(text, &mut hits);
        let values: Vec<&str> = hits.iter().map(|hit| &text[hit.range.clone()]).collect();
        assert_eq!(values, ["Ana", "Bo", "("]);
    }

    #[test]
    fn certain_beats_long_and_neighbours_stay() {
        let kept = overlaps(vec![
            hit(Kind::Phone, 0..12, 0.9),
            hit(Kind::OtherId, 0..20, 0.5),
            hit(Kind::Date, 12..16, 0.4),
            hit(Kind::Email, 30..40, 0.9),
        ]);
        let kinds: Vec<Kind> = kept.iter().map(|h| h.kind).collect();
        assert_eq!(kinds, [Kind::Phone, Kind::Date, Kind::Email]);
    }

    #[test]
    fn a_link_holds_the_name_in_it() {
        let mut link = hit(Kind::Url, 0..40, 0.55);
        link.rule = "url/web".into();
        let kinds = |part: Kind| -> Vec<Kind> {
            let parts = vec![link.clone(), hit(part, 20..30, 0.97)];
            overlaps(parts).iter().map(|hit| hit.kind).collect()
        };
        assert_eq!(kinds(Kind::Name), [Kind::Url]);
        assert_eq!(kinds(Kind::OtherId), [Kind::Url]);
        assert_eq!(kinds(Kind::Provider), [Kind::Provider]);
        assert_eq!(kinds(Kind::Location), [Kind::Location]);
    }

    #[test]
    fn a_street_holds_its_city() {
        let kept = overlaps(vec![
            hit(Kind::Location, 20..30, 0.99),
            hit(Kind::Location, 0..35, 0.9),
            hit(Kind::Date, 33..40, 0.8),
        ]);
        let places: Vec<_> = kept.iter().map(|h| (h.kind, h.range.clone())).collect();
        assert_eq!(places, [(Kind::Location, 0..35)]);
    }
}
