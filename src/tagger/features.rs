//! The features of a token: small facts about it and its neighbours, each hashed to a row of weights.

use super::sight::{ALSO_LOWER, DATE_FIGURE, GLUED, LINE_START, QUIET_LINE, SHOUTED_LINE, Sight, TITLE_LINE};
use super::weights::ROWS;
use std::cell::Cell;

/// What stands before the first and behind the last token.
const EDGE: Sight = Sight {
    word: 1,
    affixes: [0; 4],
    shape: 63,
    strength: 0,
    cluster: 0,
    classes: 0,
    place: 0,
    field: 0,
    length: 0,
    figure: 0,
    around: [0; 4],
    line: 0,
    page: 0,
};

/// What a feature looks at, for whoever asks why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// The words before.
    Before,
    /// The words behind.
    Behind,
    /// What the word lists know.
    Lists,
    /// Capitals, length and place on the line.
    Shape,
    /// The label or the column's header.
    Field,
    /// The word itself and its letters.
    Word,
    /// What its line and the page are about.
    Page,
}

/// Calls `emit` with the theme and the row of each feature of token `at`.
///
/// `lexical` says whether the word itself may be a feature; training withholds it now and then, so that
/// names are learned from their neighbours and from the lexicon, and not by heart.
pub(super) fn each(sights: &[Sight], at: usize, lexical: bool, mut emit: impl FnMut(Theme, usize)) {
    let near = |offset: isize| -> Sight {
        let place = at as isize + offset;
        if place < 0 { EDGE } else { sights.get(place as usize).copied().unwrap_or(EDGE) }
    };
    let [two_back, back, here, ahead, two_ahead] = [near(-2), near(-1), near(0), near(1), near(2)];
    let three_back = near(-3);
    let three_ahead = near(3);
    let line = here.place & (SHOUTED_LINE | QUIET_LINE | TITLE_LINE);
    use Theme::{Before, Behind, Field, Lists, Page, Shape, Word};
    let template = Cell::new(0u32);
    let mut put = |theme: Theme, a: u32, b: u32, c: u32| {
        template.set(template.get() + 1);
        emit(theme, row(template.get(), a, b, c));
    };

    // The neighbours' words tell the part a name plays ("my patient", "called", "lives in").
    put(Before, back.word, here.place & GLUED, 0);
    put(Behind, ahead.word, 0, 0);
    put(Before, two_back.word, back.word, 0);
    put(Behind, ahead.word, two_ahead.word, 0);
    put(Before, two_back.word, 1, 0);
    put(Behind, two_ahead.word, 1, 0);
    put(Before, three_back.word, two_back.word, back.word);
    put(Before, back.word, ahead.word, 0);
    put(Before, three_back.word, 0, 0);
    put(Behind, three_ahead.word, 0, 0);

    // The kind of word that they are, where the word itself was never seen.
    let known = here.strength & 0xf00;
    put(Before, back.cluster, here.shape, known);
    put(Behind, ahead.cluster, here.shape, known);
    put(Before, two_back.cluster, back.cluster, here.shape);
    put(Behind, ahead.cluster, two_ahead.cluster, here.shape);
    put(Before, two_back.cluster, here.shape, 1);
    put(Behind, two_ahead.cluster, here.shape, 1);
    put(Before, three_back.cluster, two_back.cluster, back.cluster);
    put(Before, back.cluster, ahead.cluster, here.shape);
    put(Before, back.cluster, here.cluster, here.shape);
    put(Word, here.cluster, here.shape, here.strength & 0xff);
    put(Behind, ahead.cluster, here.strength & 0xff, here.cluster);

    // What the lexicon knows of the word, alone and beside its neighbours.
    put(Lists, here.strength, 0, 0);
    put(Lists, here.strength, here.shape, line);
    put(Lists, here.strength & 0xff, here.shape, here.place);
    put(Before, here.strength & 0xff, back.word, here.shape);
    put(Behind, here.strength & 0xff, ahead.word, here.shape);
    put(Lists, here.strength & 0xfff, back.strength & 0xfff, here.shape);
    put(Lists, here.strength & 0xfff, ahead.strength & 0xfff, ahead.shape);
    put(Lists, here.strength & 0xf00, back.shape, ahead.shape);
    put(Before, back.strength, back.shape, here.shape);
    put(Behind, ahead.strength, ahead.shape, here.shape);
    put(Before, two_back.strength & 0xfff, back.shape, here.shape);
    put(Behind, two_ahead.strength & 0xfff, ahead.shape, here.shape);
    put(Lists, here.classes, here.shape, 0);
    put(Lists, back.classes, here.strength & 0xfff, 0);
    put(Lists, ahead.classes, here.strength & 0xfff, 0);
    put(Before, two_back.classes, back.shape, here.shape);
    put(Behind, two_ahead.classes, ahead.shape, here.shape);
    put(Lists, here.classes, back.classes, 0);
    put(Lists, here.classes, ahead.classes, 0);

    // Shape and place.
    put(Shape, here.shape, back.shape, ahead.shape);
    put(Shape, here.shape, here.place, 0);
    put(Before, here.shape, here.place & (LINE_START | ALSO_LOWER), back.word);
    put(Shape, two_back.shape, back.shape, here.shape);
    put(Shape, here.shape, ahead.shape, two_ahead.shape);
    put(Shape, here.place, back.place & 0x1ff, 0);
    put(Field, here.field, here.shape, 0);
    put(Field, here.field, back.shape, ahead.shape);
    put(Lists, here.length, here.shape, here.strength & 0xf00);

    // What the line and the page are about.
    put(Page, here.page, here.shape, here.strength & 0xf00);
    put(Page, here.line, here.shape, here.strength & 0xff);
    put(Page, here.page, back.word, here.shape);

    // Letters of words that the lexicon may not know.
    put(Word, here.affixes[0], here.shape, 0);
    put(Word, here.affixes[1], 0, 0);
    put(Word, here.affixes[2], here.shape, 0);
    put(Word, here.affixes[3], here.strength & 0xf00, 0);

    if lexical {
        put(Word, here.word, 0, 0);
        put(Word, here.word, here.shape, line);
        put(Word, here.word, back.word, 0);
        put(Word, here.word, ahead.word, 0);
        put(Word, here.word, back.shape, ahead.shape);
    }

    // Dates and codes: how they are written, and what stands around the whole of them.
    template.set(100);
    if here.figure != 0 {
        let [before, before_that, behind, behind_that] = here.around;
        put(Shape, here.figure, 0, 0);
        put(Before, here.figure, before, 0);
        put(Before, here.figure, before, before_that);
        put(Before, here.figure & DATE_FIGURE, before, before_that);
        put(Before, here.figure & DATE_FIGURE, before_that, 1);
        put(Before, here.figure & DATE_FIGURE, before, behind);
        put(Behind, here.figure, behind, 0);
        put(Behind, here.figure & DATE_FIGURE, behind, behind_that);
        put(Field, here.figure, here.field, 0);
        put(Shape, here.figure, here.place, 0);
        put(Page, here.figure, here.page, 0);
        put(Page, here.figure, here.line, 0);
        put(Page, here.figure & DATE_FIGURE, here.line, before);
        put(Page, here.figure & DATE_FIGURE, here.line, here.page);
    }
}

/// The row of a feature.
pub(crate) fn row(template: u32, a: u32, b: u32, c: u32) -> usize {
    let mut h = template.wrapping_mul(0x9e37_79b1);
    for value in [a, b, c] {
        h = (h ^ value).wrapping_mul(0x85eb_ca6b);
        h ^= h >> 15;
    }
    h = h.wrapping_mul(0xc2b2_ae35);
    (h ^ (h >> 16)) as usize & (ROWS - 1)
}
