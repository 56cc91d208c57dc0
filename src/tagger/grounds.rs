//! Which facts made the tagger take words for a name or a place, for somebody who asks why.

use super::features::{self, Theme};
use super::sight::Sight;
use super::weights::{STATES, Weights};
use super::{Tag, chain};

/// The most themes that are told of one tag.
const TOLD: usize = 3;

/// The themes whose features speak for a tag and against its being nothing, the strongest first.
pub(super) fn of(weights: &Weights<'_>, sights: &[Sight], tag: &Tag) -> Vec<Theme> {
    let (begin, inside) = chain::states(tag.label);
    let mut sums: Vec<(Theme, f32)> = Vec::new();
    for at in tag.tokens.clone() {
        let state = if at == tag.tokens.start { begin } else { inside };
        features::each(sights, at, true, |theme, row| {
            let mut scores = [0.0; STATES];
            weights.add(&[row], &mut scores);
            let speaks = scores[state] - scores[chain::OUTSIDE];
            match sums.iter_mut().find(|(known, _)| *known == theme) {
                Some((_, sum)) => *sum += speaks,
                None => sums.push((theme, speaks)),
            }
        });
    }
    sums.retain(|(_, sum)| *sum > 0.0);
    sums.sort_by(|a, b| b.1.total_cmp(&a.1));
    sums.into_iter().take(TOLD).map(|(theme, _)| theme).collect()
}
