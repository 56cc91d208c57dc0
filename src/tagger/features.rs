//! The features of a token: small facts about it and its neighbours, each hashed to a row of weights.

use super::sight::{ALSO_LOWER, GLUED, LINE_START, QUIET_LINE, SHOUTED_LINE, Sight, TITLE_LINE};

/// Rows of the weight table, a power of two.
pub(super) const ROWS: usize = 1 << 18;

/// What stands before the first and behind the last token.
const EDGE: Sight =
    Sight { word: 1, affixes: [0; 4], shape: 63, strength: 0, classes: 0, place: 0, field: 0, length: 0 };

/// Calls `emit` with the row of each feature of token `at`.
///
/// `lexical` says whether the word itself may be a feature; training withholds it now and then, so that
/// names are learned from their neighbours and from the lexicon, and not by heart.
pub(super) fn each(sights: &[Sight], at: usize, lexical: bool, mut emit: impl FnMut(usize)) {
    let near = |offset: isize| -> Sight {
        let place = at as isize + offset;
        if place < 0 { EDGE } else { sights.get(place as usize).copied().unwrap_or(EDGE) }
    };
    let [two_back, back, here, ahead, two_ahead] = [near(-2), near(-1), near(0), near(1), near(2)];
    let three_back = near(-3);
    let three_ahead = near(3);
    let line = here.place & (SHOUTED_LINE | QUIET_LINE | TITLE_LINE);
    let mut template = 0u32;
    let mut put = |a: u32, b: u32, c: u32| {
        template += 1;
        emit(row(template, a, b, c));
    };

    // The neighbours' words tell the part a name plays ("my patient", "called", "lives in").
    put(back.word, here.place & GLUED, 0);
    put(ahead.word, 0, 0);
    put(two_back.word, back.word, 0);
    put(ahead.word, two_ahead.word, 0);
    put(two_back.word, 1, 0);
    put(two_ahead.word, 1, 0);
    put(three_back.word, two_back.word, back.word);
    put(back.word, ahead.word, 0);
    put(three_back.word, 0, 0);
    put(three_ahead.word, 0, 0);

    // What the lexicon knows of the word, alone and beside its neighbours.
    put(here.strength, 0, 0);
    put(here.strength, here.shape, line);
    put(here.strength & 0xff, here.shape, here.place);
    put(here.strength & 0xff, back.word, here.shape);
    put(here.strength & 0xff, ahead.word, here.shape);
    put(here.strength & 0xfff, back.strength & 0xfff, here.shape);
    put(here.strength & 0xfff, ahead.strength & 0xfff, ahead.shape);
    put(here.strength & 0xf00, back.shape, ahead.shape);
    put(back.strength, back.shape, here.shape);
    put(ahead.strength, ahead.shape, here.shape);
    put(two_back.strength & 0xfff, back.shape, here.shape);
    put(two_ahead.strength & 0xfff, ahead.shape, here.shape);
    put(here.classes, here.shape, 0);
    put(back.classes, here.strength & 0xfff, 0);
    put(ahead.classes, here.strength & 0xfff, 0);
    put(two_back.classes, back.shape, here.shape);
    put(two_ahead.classes, ahead.shape, here.shape);
    put(here.classes, back.classes, 0);
    put(here.classes, ahead.classes, 0);

    // Shape and place.
    put(here.shape, back.shape, ahead.shape);
    put(here.shape, here.place, 0);
    put(here.shape, here.place & (LINE_START | ALSO_LOWER), back.word);
    put(two_back.shape, back.shape, here.shape);
    put(here.shape, ahead.shape, two_ahead.shape);
    put(here.place, back.place & 0x1ff, 0);
    put(here.field, here.shape, 0);
    put(here.field, back.shape, ahead.shape);
    put(here.length, here.shape, here.strength & 0xf00);

    // Letters of words that the lexicon may not know.
    put(here.affixes[0], here.shape, 0);
    put(here.affixes[1], 0, 0);
    put(here.affixes[2], here.shape, 0);
    put(here.affixes[3], here.strength & 0xf00, 0);

    if lexical {
        put(here.word, 0, 0);
        put(here.word, here.shape, line);
        put(here.word, back.word, 0);
        put(here.word, ahead.word, 0);
        put(here.word, back.shape, ahead.shape);
    }
}

/// The row of a feature.
fn row(template: u32, a: u32, b: u32, c: u32) -> usize {
    let mut h = template.wrapping_mul(0x9e37_79b1);
    for value in [a, b, c] {
        h = (h ^ value).wrapping_mul(0x85eb_ca6b);
        h ^= h >> 15;
    }
    h = h.wrapping_mul(0xc2b2_ae35);
    (h ^ (h >> 16)) as usize & (ROWS - 1)
}
