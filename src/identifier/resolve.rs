//! Settles overlapping candidates: the more certain wins, then the longer, then the earlier kind.

use super::Hit;

/// The hits that remain, in order of place, none overlapping another.
pub(super) fn overlaps(mut hits: Vec<Hit>) -> Vec<Hit> {
    hits.sort_by(|a, b| {
        b.confidence
            .total_cmp(&a.confidence)
            .then(b.range.len().cmp(&a.range.len()))
            .then(a.kind.cmp(&b.kind))
            .then(a.range.start.cmp(&b.range.start))
    });
    let mut kept: std::collections::BTreeMap<usize, Hit> = std::collections::BTreeMap::new();
    for hit in hits {
        let before = kept.range(..hit.range.end).next_back();
        if before.is_none_or(|(_, other)| other.range.end <= hit.range.start) {
            kept.insert(hit.range.start, hit);
        }
    }
    kept.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identifier::Kind;

    fn hit(kind: Kind, range: std::ops::Range<usize>, confidence: f32) -> Hit {
        Hit { kind, range, confidence, rule: "test/rule".into() }
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
}
