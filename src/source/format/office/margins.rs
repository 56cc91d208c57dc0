//! The headers and footers of a sheet: their words, without the codes for font, size and page number that Excel puts
//! between them, such as `&C&"Arial,Bold"&12Clients of &A`.

use super::woven::{Fragment, Role};
use super::xml::Text;

/// Where in a code the reading is; its pieces come one by one, as XML parts them.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Within {
    #[default]
    Words,
    /// Behind an `&`.
    Code,
    /// In the name of a font, which a quote ends.
    Font,
    /// In a size.
    Size,
    /// In a color, with so many characters to come.
    Color(u8),
}

/// Reads one header or footer.
#[derive(Debug, Default)]
pub(super) struct Margin {
    within: Within,
}

impl Margin {
    /// Appends the words of its next piece.
    pub fn add(&mut self, text: &Text<'_>, member: usize, line: &mut Fragment) {
        // A character that XML spells out is one piece, as long as its spelling.
        let spelled = text.raw.len() != text.text.len();
        let mut put = |from: usize, to: usize| {
            let raw = if spelled { text.raw.clone() } else { text.raw.start + from..text.raw.start + to };
            let words = Text { text: text.text[from..to].to_owned().into(), raw };
            line.add(&words, member, Role::Text { tag: None });
        };
        let mut from = None;
        for (at, c) in text.text.char_indices() {
            match (self.shows(c), from) {
                (true, None) => from = Some(at),
                (false, Some(start)) => {
                    put(start, at);
                    from = None;
                }
                _ => {}
            }
        }
        if let Some(start) = from {
            put(start, text.text.len());
        }
        if self.within != Within::Words {
            line.part();
        }
    }

    /// Whether a character is one of the words.
    fn shows(&mut self, c: char) -> bool {
        let (shown, next) = match (self.within, c) {
            (Within::Words | Within::Size, '&') => (false, Within::Code),
            (Within::Code, '&') => (true, Within::Words),
            (Within::Code, '"') => (false, Within::Font),
            (Within::Code, '0'..='9') | (Within::Size, '0'..='9') => (false, Within::Size),
            (Within::Code, 'K') => (false, Within::Color(6)),
            (Within::Code, _) => (false, Within::Words),
            (Within::Font, '"') | (Within::Color(0 | 1), _) => (false, Within::Words),
            (Within::Font, _) => (false, Within::Font),
            (Within::Color(left), _) => (false, Within::Color(left - 1)),
            (Within::Words | Within::Size, _) => (true, Within::Words),
        };
        self.within = next;
        shown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_shown_and_codes_are_not() {
        for (coded, words) in [
            ("&C&\"Times New Roman,Regular\"&12&A", ""),
            ("&LClients of Odile Marsh&RPage &P of &N", "Clients of Odile MarshPage  of "),
            ("&K01+000Q&&A", "Q&A"),
            ("&14Waiting list", "Waiting list"),
        ] {
            let mut margin = Margin::default();
            assert_eq!(coded.chars().filter(|c| margin.shows(*c)).collect::<String>(), words);
        }
    }
}
