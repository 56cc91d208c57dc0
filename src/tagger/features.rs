//! The features of a token: small facts about it and its neighbours, each hashed to a row of weights.

use super::sight::{ALSO_LOWER, DATE_FIGURE, GLUED, LINE_START, QUIET_LINE, SHOUTED_LINE, Sight, TITLE_LINE};
use super::weights::ROWS;

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
    let near =
        |offset: isize| at.checked_add_signed(offset).and_then(|place| sights.get(place)).unwrap_or(const { &EDGE });
    let [two_back, back, here, ahead, two_ahead] = [near(-2), near(-1), near(0), near(1), near(2)];
    let three_back = near(-3);
    let three_ahead = near(3);
    let line = here.place & (SHOUTED_LINE | QUIET_LINE | TITLE_LINE);
    use Theme::{Before, Behind, Field, Lists, Page, Shape, Word};
    // A template's number is a part of its rows, and so of what was learned.
    let mut put = |template: u32, theme: Theme, a: u32, b: u32, c: u32| emit(theme, row(template, a, b, c));

    // The neighbours' words tell the part a name plays ("my patient", "called", "lives in").
    put(1, Before, back.word, here.place & GLUED, 0);
    put(2, Behind, ahead.word, 0, 0);
    put(3, Before, two_back.word, back.word, 0);
    put(4, Behind, ahead.word, two_ahead.word, 0);
    put(5, Before, two_back.word, 1, 0);
    put(6, Behind, two_ahead.word, 1, 0);
    put(7, Before, three_back.word, two_back.word, back.word);
    put(8, Before, back.word, ahead.word, 0);
    put(9, Before, three_back.word, 0, 0);
    put(10, Behind, three_ahead.word, 0, 0);

    // The kind of word that they are, where the word itself was never seen.
    let known = here.strength & 0xf00;
    put(11, Before, back.cluster, here.shape, known);
    put(12, Behind, ahead.cluster, here.shape, known);
    put(13, Before, two_back.cluster, back.cluster, here.shape);
    put(14, Behind, ahead.cluster, two_ahead.cluster, here.shape);
    put(15, Before, two_back.cluster, here.shape, 1);
    put(16, Behind, two_ahead.cluster, here.shape, 1);
    put(17, Before, three_back.cluster, two_back.cluster, back.cluster);
    put(18, Before, back.cluster, ahead.cluster, here.shape);
    put(19, Before, back.cluster, here.cluster, here.shape);
    put(20, Word, here.cluster, here.shape, here.strength & 0xff);
    put(21, Behind, ahead.cluster, here.strength & 0xff, here.cluster);

    // What the lexicon knows of the word, alone and beside its neighbours.
    put(22, Lists, here.strength, 0, 0);
    put(23, Lists, here.strength, here.shape, line);
    put(24, Lists, here.strength & 0xff, here.shape, here.place);
    put(25, Before, here.strength & 0xff, back.word, here.shape);
    put(26, Behind, here.strength & 0xff, ahead.word, here.shape);
    put(27, Lists, here.strength & 0xfff, back.strength & 0xfff, here.shape);
    put(28, Lists, here.strength & 0xfff, ahead.strength & 0xfff, ahead.shape);
    put(29, Lists, here.strength & 0xf00, back.shape, ahead.shape);
    put(30, Before, back.strength, back.shape, here.shape);
    put(31, Behind, ahead.strength, ahead.shape, here.shape);
    put(32, Before, two_back.strength & 0xfff, back.shape, here.shape);
    put(33, Behind, two_ahead.strength & 0xfff, ahead.shape, here.shape);
    put(34, Lists, here.classes, here.shape, 0);
    put(35, Lists, back.classes, here.strength & 0xfff, 0);
    put(36, Lists, ahead.classes, here.strength & 0xfff, 0);
    put(37, Before, two_back.classes, back.shape, here.shape);
    put(38, Behind, two_ahead.classes, ahead.shape, here.shape);
    put(39, Lists, here.classes, back.classes, 0);
    put(40, Lists, here.classes, ahead.classes, 0);

    // Shape and place.
    put(41, Shape, here.shape, back.shape, ahead.shape);
    put(42, Shape, here.shape, here.place, 0);
    put(43, Before, here.shape, here.place & (LINE_START | ALSO_LOWER), back.word);
    put(44, Shape, two_back.shape, back.shape, here.shape);
    put(45, Shape, here.shape, ahead.shape, two_ahead.shape);
    put(46, Shape, here.place, back.place & 0x1ff, 0);
    put(47, Field, here.field, here.shape, 0);
    put(48, Field, here.field, back.shape, ahead.shape);
    put(49, Lists, here.length, here.shape, here.strength & 0xf00);

    // What the line and the page are about.
    put(50, Page, here.page, here.shape, here.strength & 0xf00);
    put(51, Page, here.line, here.shape, here.strength & 0xff);
    put(52, Page, here.page, back.word, here.shape);

    // Letters of words that the lexicon may not know.
    put(53, Word, here.affixes[0], here.shape, 0);
    put(54, Word, here.affixes[1], 0, 0);
    put(55, Word, here.affixes[2], here.shape, 0);
    put(56, Word, here.affixes[3], here.strength & 0xf00, 0);

    if lexical {
        put(57, Word, here.word, 0, 0);
        put(58, Word, here.word, here.shape, line);
        put(59, Word, here.word, back.word, 0);
        put(60, Word, here.word, ahead.word, 0);
        put(61, Word, here.word, back.shape, ahead.shape);
    }

    // Dates and codes: how they are written, and what stands around the whole of them.
    if here.figure != 0 {
        let [before, before_that, behind, behind_that] = here.around;
        put(101, Shape, here.figure, 0, 0);
        put(102, Before, here.figure, before, 0);
        put(103, Before, here.figure, before, before_that);
        put(104, Before, here.figure & DATE_FIGURE, before, before_that);
        put(105, Before, here.figure & DATE_FIGURE, before_that, 1);
        put(106, Before, here.figure & DATE_FIGURE, before, behind);
        put(107, Behind, here.figure, behind, 0);
        put(108, Behind, here.figure & DATE_FIGURE, behind, behind_that);
        put(109, Field, here.figure, here.field, 0);
        put(110, Shape, here.figure, here.place, 0);
        put(111, Page, here.figure, here.page, 0);
        put(112, Page, here.figure, here.line, 0);
        put(113, Page, here.figure & DATE_FIGURE, here.line, before);
        put(114, Page, here.figure & DATE_FIGURE, here.line, here.page);
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
