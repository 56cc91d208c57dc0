//! What the tagger sees of each token: its word, its shape, its place on the line, and what the lexicon knows.

use super::Candidate;
use crate::lexicon::{self, Class, Entry, hash};
use crate::memo::Memo;
use crate::text::{Page, Shape, Token};
use std::cell::RefCell;
use std::collections::HashSet;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;
use std::sync::LazyLock;

/// One token as the tagger sees it; every field is a small number, so that features are cheap to hash.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sight {
    /// A hash of the folded word.
    pub word: u32,
    /// Hashes of its first and last two and three letters.
    pub affixes: [u32; 4],
    /// Its shape, with single marks told apart.
    pub shape: u32,
    /// Its strength as a given name, a surname, a common word and a city, packed small.
    pub strength: u32,
    /// The cluster of words that stand in the same company, 0 for none.
    pub cluster: u32,
    /// The lexicon's classes, those of the phrase that it is part of included.
    pub classes: u32,
    /// Where it stands; see the constants.
    pub place: u32,
    /// A hash of the label before the colon that governs it ("Name:") or of the column's header, 0 for none.
    pub field: u32,
    /// Its length in letters.
    pub length: u32,
    /// How it is written as part of a date or of a code, 0 where it can be neither.
    pub figure: u32,
    /// Hashes of the two words before and the two behind the date or code that it is part of, the nearest first.
    pub around: [u32; 4],
    /// What its line speaks of; see [`SPEAKS_OF`].
    pub line: u32,
    /// What the page is like, in few steps.
    pub page: u32,
}

impl Sight {
    /// Whether it is a number.
    pub(super) fn is_number(&self) -> bool {
        (DIGITS..MARKS).contains(&self.shape)
    }

    /// Whether it is a mark, a small number, or a word that hardly ever is part of a name, a place, a date or a code, and
    /// nothing of it speaks for one; beside a word that may be one, even the plainest is looked at.
    pub(super) fn is_plain(&self) -> bool {
        if self.shape >= MARKS {
            return true;
        }
        let begins = self.place & (SENTENCE_START | LINE_START) != 0;
        let lower = self.shape == Shape::Lower as u32;
        let capital = self.shape == Shape::Capital as u32 || self.shape == Shape::Initial as u32;
        if (lower || capital && begins) && LINKS.contains(&self.word) {
            return true;
        }
        if self.classes & PHRASE != 0 {
            return false;
        }
        // A number of one digit or two, and no date.
        if self.shape == DIGITS + 1 || self.shape == DIGITS + 2 {
            return self.figure & DATE_FIGURE == 0 && self.place & (GLUED | ROW) == 0 && self.field == 0;
        }
        let step = |shift: u32, mask: u32| self.strength >> shift & mask;
        let nobodys = step(0, 15) == 0 && step(4, 15) == 0 && step(16, 7) == 0 && self.classes & ORDINARY == 0;
        // Where a value may stand, only what can hardly be one is plain.
        let value = self.field != 0 || self.place & ROW != 0;
        if value || capital && begins {
            let rare = step(0, 15) == 0 && step(4, 15) <= 1 && step(16, 7) == 0;
            return (lower || begins && !value) && step(8, 7) >= 4 && rare && self.classes == 0 && self.figure == 0;
        }
        if nobodys && self.classes & THINGS != 0 && self.figure == 0 {
            return true;
        }
        // The more frequent the word, the more people may bear it by chance.
        let (given, surname) = match step(8, 7) {
            5.. => (2, 3),
            4 => (1, 2),
            2 | 3 => (0, 2),
            _ => return false,
        };
        lower
            && step(0, 15) <= given
            && step(4, 15) <= surname
            && step(16, 7) == 0
            && (self.classes & ORDINARY == 0 || step(8, 7) >= 4 && step(0, 15) == 0 && step(4, 15) <= 2)
            && self.figure == 0
    }
}

#[cfg(feature = "train")]
impl Sight {
    /// Whether its word is borne by many, as a given name or a surname, and is no ordinary word.
    pub(super) fn is_a_frequent_name(&self) -> bool {
        let step = |shift: u32, mask: u32| self.strength >> shift & mask;
        step(0, 15).max(step(4, 15)) >= 3 && step(8, 7) < 4
    }
}

/// First token of its line.
pub(super) const LINE_START: u32 = 1;
/// First token of a sentence.
pub(super) const SENTENCE_START: u32 = 1 << 1;
/// Last token of its line.
pub(super) const LINE_END: u32 = 1 << 2;
/// No white space before it.
pub(super) const GLUED: u32 = 1 << 3;
/// The line holds no lower-case letter.
pub(super) const SHOUTED_LINE: u32 = 1 << 4;
/// The line holds no capital letter.
pub(super) const QUIET_LINE: u32 = 1 << 5;
/// The line is a row of a table.
pub(super) const ROW: u32 = 1 << 6;
/// The line is short: four words or fewer.
pub(super) const SHORT_LINE: u32 = 1 << 7;
/// Most words of the line are capitalised, as in a heading.
pub(super) const TITLE_LINE: u32 = 1 << 8;
/// The same word stands in lower case elsewhere on the page.
pub(super) const ALSO_LOWER: u32 = 1 << 9;
/// The line before is empty.
pub(super) const AFTER_BLANK: u32 = 1 << 10;
/// A tab or several spaces stand before it, as between columns.
pub(super) const APART: u32 = 1 << 11;

/// Shapes of numbers, by their digits, and of marks begin above these.
const DIGITS: u32 = 8;
const MARKS: u32 = 16;

/// Hashes of words that join others.
static LINKS: LazyLock<Hashes> = LazyLock::new(|| {
    let words = "a an the of to in on at and or but if is are was were be been it its this that these those with for from by \
                 as not no than then can could would should you your we our us they their there what when where which who \
                 how why any some only most more also just per into about after before all each";
    words.split_whitespace().map(|word| hash(word.as_bytes())).collect()
});

/// Hashes of words.
type Hashes = HashSet<u32, BuildHasherDefault<Spread>>;

/// Spreads what is a hash already.
#[derive(Default)]
struct Spread(u64);

impl Hasher for Spread {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.write_u32(hash(bytes));
    }

    fn write_u32(&mut self, hash: u32) {
        self.0 = u64::from(hash).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

/// The classes of anatomy and treatments, of drugs and of products.
const THINGS: u32 = 1 << Class::Health as u32 | 1 << Class::Drug as u32 | 1 << Class::Brand as u32;

/// The class of names that are also ordinary words.
const ORDINARY: u32 = 1 << Class::Ordinary as u32;

/// Looks at every token of a page.
pub(super) fn look(page: &Page<'_>, dates: &[Candidate]) -> Vec<Sight> {
    let tokens = page.tokens();
    let mut sights = Vec::with_capacity(tokens.len());
    let mut lower_words = Hashes::default();
    let mut first = 0;
    while first < tokens.len() {
        let line = page.line_number(tokens[first].range.start);
        let end = page.line_range(line).end;
        let mut last = first + 1;
        while last < tokens.len() && tokens[last].range.start < end {
            last += 1;
        }
        let blank_before = line > 0 && page.text()[page.line_range(line - 1)].trim().is_empty();
        look_at_line(page, &tokens[first..last], blank_before, &mut sights);
        first = last;
    }
    mark_phrases(page, &mut sights);
    for (token, sight) in tokens.iter().zip(&sights) {
        if token.shape == Shape::Lower {
            lower_words.insert(sight.word);
        }
    }
    for (token, sight) in tokens.iter().zip(&mut sights) {
        if token.shape != Shape::Lower && lower_words.contains(&sight.word) {
            sight.place |= ALSO_LOWER;
        }
    }
    mark_figures(page, dates, &mut sights);
    mark_surroundings(page, &mut sights);
    sights
}

/// Appends the sights of one line's tokens.
fn look_at_line(page: &Page<'_>, tokens: &[Token], blank_before: bool, sights: &mut Vec<Sight>) {
    let common = line_place(page, tokens) | if blank_before { AFTER_BLANK } else { 0 };
    let mut field = 0;
    let mut sentence_start = true;
    for (at, token) in tokens.iter().enumerate() {
        let text = page.token_text(token);
        let mut place = common;
        if at == 0 {
            place |= LINE_START;
        }
        if at + 1 == tokens.len() {
            place |= LINE_END;
        }
        if sentence_start {
            place |= SENTENCE_START;
        }
        if at > 0 && tokens[at - 1].range.end == token.range.start {
            place |= GLUED;
        }
        if at > 0 {
            let gap = &page.text()[tokens[at - 1].range.end..token.range.start];
            if gap.len() > 1 || gap == "\t" {
                place |= APART;
            }
        }
        let mut sight = seen(text, token);
        sight.place = place;
        sight.field = if common & ROW == 0 { field } else { column(page, token).unwrap_or(field) };
        sights.push(sight);
        match text {
            ":" if at <= 6 => field = sights[sights.len() - 2.min(sights.len())].word | 1,
            "," | ";" | "|" if field != 0 && at > 8 => field = 0,
            _ => {}
        }
        sentence_start = match text {
            "." | "!" | "?" | ":" | "|" => true,
            "\"" | "(" | "-" | "*" | "#" | "'" => sentence_start,
            _ => false,
        };
    }
}

/// A hash of the header above a token of a table, as [`Sight::field`] holds it.
fn column(page: &Page<'_>, token: &Token) -> Option<u32> {
    let header = page.column_header(token.range.start)?;
    let word = header.rsplit([' ', '_']).next().unwrap_or(header);
    Some(hash(lexicon::fold(word).as_bytes()) | 1)
}

/// What holds for every token of a line.
fn line_place(page: &Page<'_>, tokens: &[Token]) -> u32 {
    let (mut words, mut upper, mut lower, mut capital, mut cuts) = (0, 0, 0, 0, 0);
    for token in tokens {
        match token.shape {
            Shape::Lower => lower += 1,
            Shape::Upper => upper += 1,
            Shape::Capital | Shape::Mixed => capital += 1,
            Shape::Initial => capital += usize::from(page.token_text(token) != "I"),
            Shape::Mark => cuts += usize::from(matches!(page.token_text(token), "," | "|" | ";")),
            _ => {}
        }
        words += usize::from(token.is_word());
    }
    let tabs = match (tokens.first(), tokens.last()) {
        (Some(first), Some(last)) => {
            memchr::memchr_iter(b'\t', &page.text().as_bytes()[first.range.start..last.range.end]).count()
        }
        _ => 0,
    };
    let mut place = 0;
    if words > 1 && upper > 1 && lower == 0 && capital <= 1 {
        place |= SHOUTED_LINE;
    }
    if upper + capital == 0 {
        place |= QUIET_LINE;
    }
    if tabs >= 2 || (cuts >= 3 && cuts * 4 >= words) {
        place |= ROW;
    }
    if words <= 4 {
        place |= SHORT_LINE;
    }
    if words >= 2 && capital * 10 >= words * 7 {
        place |= TITLE_LINE;
    }
    place
}

/// A token by itself, remembered or looked at; its text tells its shape.
fn seen(text: &str, token: &Token) -> Sight {
    thread_local!(static SEEN: RefCell<Memo<Sight>> = RefCell::new(Memo::new()));
    SEEN.with_borrow_mut(|memo| memo.of(text, |text| see(text, token)))
}

/// A token by itself.
fn see(text: &str, token: &Token) -> Sight {
    let folded = lexicon::fold(text);
    let shape = match token.shape {
        Shape::Mark => MARKS + hash(text.as_bytes()) % 4096,
        Shape::Number => DIGITS + (text.len() as u32).min(6),
        other => other as u32,
    };
    let entry = if token.is_word() { lexicon::lookup(&folded) } else { Entry::default() };
    let speaks_of = |bits, (bit, speaks): (usize, &SpeaksOf)| bits | u32::from(speaks(&folded, entry)) << bit;
    let bytes = folded.as_bytes();
    let head = |n: usize| hash(&bytes[..n.min(bytes.len())]);
    let tail = |n: usize| hash(&bytes[bytes.len().saturating_sub(n)..]);
    Sight {
        word: if token.shape == Shape::Number { 7 } else { hash(bytes) },
        affixes: [head(2), head(3), tail(2), tail(3)],
        shape,
        strength: strength(entry),
        cluster: u32::from(entry.cluster()),
        classes: entry.classes(),
        place: 0,
        field: 0,
        length: (bytes.len() as u32).min(12),
        figure: 0,
        around: [0; 4],
        line: if token.is_word() { SPEAKS_OF.iter().enumerate().fold(0, speaks_of) } else { 0 },
        page: 0,
    }
}

/// The lexicon's frequencies in few steps: given and surname in four bits each, common, capitals and city in three.
fn strength(entry: Entry) -> u32 {
    let step = |value: u8| u32::from(value.div_ceil(3));
    step(entry.given())
        | step(entry.surname()) << 4
        | step(entry.common()) << 8
        | u32::from(entry.capitalized() / 2) << 12
        | u32::from(entry.city().div_ceil(2)) << 16
}

/// Marks a token as part of a phrase of the lexicon; above the bits of the classes.
const PHRASE: u32 = 1 << 31;

/// Adds the classes of phrases (`san antonio`, `bell's palsy`) to each of their tokens.
fn mark_phrases(page: &Page<'_>, sights: &mut [Sight]) {
    let tokens = page.tokens();
    let mut at = 0;
    while at < tokens.len() {
        let phrase = match tokens[at].is_word() {
            true => lexicon::longest_phrase(tokens[at..].iter().take(8).map(|token| page.token_text(token))),
            false => None,
        };
        let Some((count, entry)) = phrase else {
            at += 1;
            continue;
        };
        for sight in &mut sights[at..at + count] {
            sight.classes |= entry.classes() | PHRASE;
            sight.strength |= u32::from(entry.city().div_ceil(2)) << 20;
        }
        at += count;
    }
}

/// Marks a figure that is a date; above the forms.
pub(super) const DATE_FIGURE: u32 = 1 << 16;

/// Says of the tokens of dates and codes how the whole is written and what stands around it.
fn mark_figures(page: &Page<'_>, dates: &[Candidate], sights: &mut [Sight]) {
    for date in dates {
        let around = around(sights, &date.tokens);
        for (at, sight) in sights[date.tokens.clone()].iter_mut().enumerate() {
            sight.figure = DATE_FIGURE | u32::from(date.form) << 1 | u32::from(at == 0);
            sight.around = around;
        }
    }
    let tokens = page.tokens();
    let digits = |at: usize| matches!(tokens[at].shape, Shape::Number | Shape::Alnum);
    let mut at = 0;
    while at < tokens.len() {
        if !digits(at) || sights[at].figure != 0 {
            at += 1;
            continue;
        }
        let (mut first, mut end) = (at, at + 1);
        while end < tokens.len() && tokens[end].range.start == tokens[end - 1].range.end && sights[end].figure == 0 {
            end += 1;
        }
        while first > 0 && tokens[first].range.start == tokens[first - 1].range.end && sights[first - 1].figure == 0 {
            first -= 1;
        }
        // A mark at its edge belongs to the sentence.
        while end > at + 1 && tokens[end - 1].shape == Shape::Mark {
            end -= 1;
        }
        while first < at && tokens[first].shape == Shape::Mark {
            first += 1;
        }
        let form = signature(&page.text()[tokens[first].range.start..tokens[end - 1].range.end]);
        let around = around(sights, &(first..end));
        for sight in &mut sights[first..end] {
            sight.figure = form;
            sight.around = around;
        }
        at = end;
    }
}

/// The words around a run of tokens, on any line.
fn around(sights: &[Sight], tokens: &Range<usize>) -> [u32; 4] {
    let word = |at: Option<usize>| at.and_then(|at| sights.get(at)).map_or(1, |sight| sight.word);
    let (first, end) = (tokens.start, tokens.end);
    [word(first.checked_sub(1)), word(first.checked_sub(2)), word(Some(end)), word(Some(end + 1))]
}

/// How a code is written, in few steps: its runs of letters and digits by length, and its marks.
fn signature(text: &str) -> u32 {
    let mut form: u32 = 7;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let class = |c: char| match c {
            '0'..='9' => 'd',
            c if c.is_alphabetic() => 'l',
            c => c,
        };
        let kind = class(c);
        let mut count = 1u32;
        while kind.is_alphabetic() && chars.peek().is_some_and(|next| class(*next) == kind) {
            chars.next();
            count += 1;
        }
        form = form.wrapping_mul(31).wrapping_add(kind as u32).wrapping_mul(31).wrapping_add(count.min(9));
    }
    (form ^ form >> 16) & 0xffff | 1
}

/// Whether a folded word, of which the lexicon knows this, speaks of something.
type SpeaksOf = fn(&str, Entry) -> bool;

/// What a line or a page can speak of, one bit each.
const SPEAKS_OF: [SpeaksOf; 9] = [
    |word, _| matches!(word, "she" | "he" | "her" | "his" | "him" | "hers"),
    |word, _| matches!(word, "our" | "we" | "us" | "ours"),
    |word, _| matches!(word, "you" | "your" | "yours" | "u" | "ur"),
    |word, _| matches!(word, "i" | "my" | "me" | "im" | "i'm"),
    |word, entry| entry.is(Class::Role) || matches!(word, "pt" | "patient" | "client"),
    |_, entry| entry.is(Class::Title) || entry.is(Class::Relative),
    |_, entry| entry.is(Class::Health) || entry.is(Class::Drug),
    |_, entry| entry.is(Class::Brand) || entry.is(Class::Organization) || entry.is(Class::Eponym),
    |_, entry| entry.is(Class::Label),
];

/// Says of each token what its line and the page speak of.
fn mark_surroundings(page: &Page<'_>, sights: &mut [Sight]) {
    let tokens = page.tokens();
    let mut counts = [0usize; SPEAKS_OF.len()];
    let mut first = 0;
    while first < tokens.len() {
        let end_of_line = page.line_range(page.line_number(tokens[first].range.start)).end;
        let mut last = first;
        let mut line = 0;
        while last < tokens.len() && tokens[last].range.start < end_of_line {
            // So far each token tells of itself alone.
            let own = sights[last].line;
            line |= own;
            for (bit, count) in counts.iter_mut().enumerate() {
                *count += (own >> bit & 1) as usize;
            }
            last += 1;
        }
        for sight in &mut sights[first..last] {
            sight.line = line;
        }
        first = last.max(first + 1);
    }
    // Of a page, how often counts: a page of copy says "you" all the time and "she" hardly ever.
    let size = (tokens.len() as u32 + 1).ilog2().saturating_sub(2).min(7);
    let often = |bit: usize| match counts[bit] * 100 / tokens.len().max(1) {
        _ if counts[bit] == 0 => 0,
        0..2 => 1,
        _ => 2,
    };
    let about = (0..6).fold(size, |sum, bit| sum * 3 + often(bit));
    for sight in sights {
        sight.page = about;
    }
}
