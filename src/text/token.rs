//! Cuts the view into tokens: words, numbers, mixtures and single marks.

use std::ops::Range;

/// What a token looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// Letters, all lower case.
    Lower,
    /// Letters, the first a capital and the rest lower case.
    Capital,
    /// Two letters or more, all capitals; a single capital is [`Shape::Initial`].
    Upper,
    /// One capital letter.
    Initial,
    /// Letters in any other mixture (`McCoy`, `iPad`), and scripts without case.
    Mixed,
    /// Digits only.
    Number,
    /// Letters and digits together.
    Alnum,
    /// One mark that is neither.
    Mark,
}

/// A token of the view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Where it is, in bytes of the view.
    pub range: Range<usize>,
    /// What it looks like.
    pub shape: Shape,
}

impl Token {
    /// Whether it is made of letters.
    pub fn is_word(&self) -> bool {
        !matches!(self.shape, Shape::Number | Shape::Alnum | Shape::Mark)
    }

    /// Whether it begins with a capital letter (`Anna`, `ANNA`, `A`, `McCoy`; not `iPad`).
    pub fn is_capitalized(&self, text: &str) -> bool {
        self.is_word() && text[self.range.clone()].chars().next().is_some_and(char::is_uppercase)
    }
}

/// The tokens of a text, white space left out.
///
/// An apostrophe inside a word belongs to it (`O'Brien`), a possessive `'s` is a token of its own,
/// and every other mark stands alone, the hyphen too.
pub(super) fn tokenize(text: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() {
            continue;
        }
        if !c.is_alphanumeric() {
            tokens.push(Token { range: start..start + c.len_utf8(), shape: Shape::Mark });
            continue;
        }
        let mut end = start + c.len_utf8();
        while let Some(&(at, next)) = chars.peek() {
            let inside = next.is_alphanumeric()
                || (next == '\'' && text[at + 1..].chars().next().is_some_and(char::is_alphabetic));
            if !inside {
                break;
            }
            end = at + next.len_utf8();
            chars.next();
        }
        push_word(text, start..end, &mut tokens);
    }
    tokens
}

/// Appends a word, its possessive `'s` split off.
fn push_word(text: &str, range: Range<usize>, tokens: &mut Vec<Token>) {
    let word = &text[range.clone()];
    if word.len() > 2 && (word.ends_with("'s") || word.ends_with("'S")) {
        let cut = range.end - 2;
        tokens.push(Token { range: range.start..cut, shape: shape(&text[range.start..cut]) });
        tokens.push(Token { range: cut..range.end, shape: Shape::Mark });
    } else {
        tokens.push(Token { shape: shape(word), range });
    }
}

/// The shape of a word of letters, digits and apostrophes.
fn shape(word: &str) -> Shape {
    let (mut letters, mut digits, mut upper, mut lower) = (0, 0, 0, 0);
    for c in word.chars() {
        if c.is_numeric() {
            digits += 1;
        } else if c != '\'' {
            letters += 1;
            upper += usize::from(c.is_uppercase());
            lower += usize::from(c.is_lowercase());
        }
    }
    let first_upper = word.chars().next().is_some_and(char::is_uppercase);
    match (letters, digits) {
        (0, _) => Shape::Number,
        (_, 1..) => Shape::Alnum,
        _ if lower == letters => Shape::Lower,
        (1, _) if upper == 1 => Shape::Initial,
        _ if upper == letters => Shape::Upper,
        _ if first_upper && upper == 1 && lower + 1 == letters => Shape::Capital,
        _ => Shape::Mixed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        tokenize(text).into_iter().map(|t| &text[t.range]).collect()
    }

    #[test]
    fn possessives_split_and_inner_apostrophes_stay() {
        assert_eq!(words("O'Brien's chart, Al-Hashimi"), ["O'Brien", "'s", "chart", ",", "Al", "-", "Hashimi"]);
        assert_eq!(words("lot 23K0417A, 5'10"), ["lot", "23K0417A", ",", "5", "'", "10"]);
    }

    #[test]
    fn shapes() {
        let shapes: Vec<Shape> = tokenize("anna Anna ANNA A McCoy 42 4th , 李").into_iter().map(|t| t.shape).collect();
        assert_eq!(
            shapes,
            [
                Shape::Lower,
                Shape::Capital,
                Shape::Upper,
                Shape::Initial,
                Shape::Mixed,
                Shape::Number,
                Shape::Alnum,
                Shape::Mark,
                Shape::Mixed
            ]
        );
    }
}
