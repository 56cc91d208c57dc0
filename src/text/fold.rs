//! One form for each character: plain digits, quotes, dashes and spaces, composed letters, nothing invisible.
//!
//! Follows NFKC (Unicode Standard Annex 15) except where that would make another word or number of it:
//! `1½` is not `11/2`, `Lee¹` not `Lee1`, `Botox™` not `BotoxTM`.

use super::map::{Rewriter, Rewritten};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, is_nfkc_quick};

/// Gives every character its one form.
pub(super) fn characters(text: &str) -> Option<Rewritten> {
    let bytes = text.as_bytes();
    let mut rewriter = Rewriter::new(text);
    let mut at = 0;
    while let Some(next) = bytes[at..].iter().position(|byte| SPECIAL[usize::from(*byte)]) {
        at += next;
        let Some(c) = text[at..].chars().next() else { break };
        let end = at + c.len_utf8();
        at = match form(c) {
            Form::Same => end,
            Form::Gone => replace(&mut rewriter, at, end, ""),
            // A line break of two characters leaves the second.
            Form::Plain(_) if text[at..].starts_with("\r\n") => replace(&mut rewriter, at, end, ""),
            Form::Plain(plain) if !joins_next(text, end) => {
                replace(&mut rewriter, at, end, plain.encode_utf8(&mut [0; 4]))
            }
            Form::Raised => raised(text, at, &mut rewriter),
            Form::Joining => {
                // Its base may be a character that stays as it is, and then is not yet behind us.
                let base = text[rewriter.done()..at].char_indices().next_back();
                cluster(text, base.map_or(at, |(inside, _)| rewriter.done() + inside), &mut rewriter)
            }
            Form::Plain(_) | Form::Compatible => cluster(text, at, &mut rewriter),
        };
    }
    rewriter.finish()
}

/// The bytes that can begin a character to be changed.
static SPECIAL: [bool; 256] = {
    let mut special = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        special[byte] = byte >= 0x7f || (byte < 0x20 && byte != b'\n' as usize && byte != b'\t' as usize);
        byte += 1;
    }
    special
};

/// What becomes of a character.
enum Form {
    /// It stays.
    Same,
    /// It is invisible and goes.
    Gone,
    /// It becomes another.
    Plain(char),
    /// A raised or lowered digit.
    Raised,
    /// It joins the character before it.
    Joining,
    /// It becomes what NFKC says.
    Compatible,
}

fn form(c: char) -> Form {
    match c {
        '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Form::Plain('\n'),
        '\n' | '\t' | ' '..='~' => Form::Same,
        // Letters and signs of the common scripts that have but one form, so as not to ask Unicode's tables.
        '\u{c0}'..='\u{131}' | 'Α'..='Ρ' | 'Σ'..='Ω' | 'α'..='ω' | 'Ѐ'..='ҁ' | 'א'..='ת' | 'ء'..='ي' => {
            Form::Same
        }
        'ぁ'..='ゖ' | 'ァ'..='ヺ' | '一'..='鿿' | '가'..='힣' | '•' | '←'..='⇿' | '─'..='❵' | '🌀'..='🙏' => {
            Form::Same
        }
        '\0'..='\u{9f}' | '\u{2800}' => Form::Plain(' '),
        // Soft hyphen, joiners, direction marks, invisible operators, variation selectors, keycaps, tags, fillers.
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{17b4}'
        | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' => Form::Gone,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{ffa0}' => {
            Form::Gone
        }
        '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}' => Form::Gone,
        // Strokes and rings laid over a letter.
        '\u{334}'..='\u{338}' | '\u{20d0}'..='\u{20f0}' => Form::Gone,
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2e3a}' | '\u{2e3b}' => Form::Plain('-'),
        '‘' | '’' | '‚' | '‛' | '′' | '´' | 'ʹ' | 'ʻ' | 'ʼ' | 'ˈ' => Form::Plain('\''),
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' | '〝' | '〞' | '〟' => Form::Plain('"'),
        '\u{2044}' | '\u{2215}' => Form::Plain('/'),
        '⁰' | '¹' | '²' | '³' | '⁴'..='⁹' | '₀'..='₉' => Form::Raised,
        '¼'..='¾' | '⅐'..='⅟' | '↉' | '™' | '℠' | 'µ' | '¨' | '¯' | '¸' => Form::Same,
        '\u{3131}'..='\u{318e}' | '\u{ffa1}'..='\u{ffdc}' => Form::Same,
        '\u{1161}'..='\u{11ff}' | '\u{ff9e}' | '\u{ff9f}' => Form::Joining,
        '🅐'..='🅩' => letter(c, '🅐'),
        '🅰'..='🆉' => letter(c, '🅰'),
        '❶'..='❾' => digit(c, '❶', '1'),
        '➊'..='➒' => digit(c, '➊', '1'),
        _ if c.is_whitespace() => Form::Plain(' '),
        _ if is_combining_mark(c) => Form::Joining,
        _ if c.is_numeric() && zero(c).is_some() => zero(c).map_or(Form::Same, |zero| digit(c, zero, '0')),
        _ if is_nfkc_quick(std::iter::once(c)) == IsNormalized::Yes => Form::Same,
        _ => Form::Compatible,
    }
}

/// The capital letter that stands as far from `A` as `c` from `first`.
fn letter(c: char, first: char) -> Form {
    shifted(c, first, 'A')
}

/// The digit that stands as far from `from` as `c` from `first`.
fn digit(c: char, first: char, from: char) -> Form {
    shifted(c, first, from)
}

fn shifted(c: char, first: char, from: char) -> Form {
    char::from_u32(u32::from(from) + u32::from(c) - u32::from(first)).map_or(Form::Same, Form::Plain)
}

/// The zero of the script to which a decimal digit belongs.
fn zero(c: char) -> Option<char> {
    let before = ZEROS.partition_point(|zero| *zero <= c);
    let zero = *ZEROS[..before].last()?;
    (u32::from(c) - u32::from(zero) < 10).then_some(zero)
}

/// The zeros of the scripts that count in tens (general category Nd), in order. NFKC knows the other ones.
#[rustfmt::skip]
static ZEROS: &[char] = &[
    '\u{660}', '\u{6f0}', '\u{7c0}', '\u{966}', '\u{9e6}', '\u{a66}', '\u{ae6}', '\u{b66}', '\u{be6}', '\u{c66}',
    '\u{ce6}', '\u{d66}', '\u{de6}', '\u{e50}', '\u{ed0}', '\u{f20}', '\u{1040}', '\u{1090}', '\u{17e0}', '\u{1810}',
    '\u{1946}', '\u{19d0}', '\u{1a80}', '\u{1a90}', '\u{1b50}', '\u{1bb0}', '\u{1c40}', '\u{1c50}', '\u{a620}',
    '\u{a8d0}', '\u{a900}', '\u{a9d0}', '\u{a9f0}', '\u{aa50}', '\u{abf0}', '\u{104a0}', '\u{10d30}', '\u{11066}',
    '\u{110f0}', '\u{11136}', '\u{111d0}', '\u{112f0}', '\u{11450}', '\u{114d0}', '\u{11650}', '\u{116c0}',
    '\u{11730}', '\u{118e0}', '\u{11950}', '\u{11c50}', '\u{11d50}', '\u{11da0}', '\u{16a60}', '\u{16ac0}',
    '\u{16b50}', '\u{1e140}', '\u{1e2f0}', '\u{1e950}',
];

fn replace(rewriter: &mut Rewriter<'_>, start: usize, end: usize, with: &str) -> usize {
    rewriter.replace(start..end, with);
    end
}

/// Whether the character at `at` joins the one before it.
fn joins_next(text: &str, at: usize) -> bool {
    text[at..].chars().next().is_some_and(|c| !c.is_ascii() && matches!(form(c), Form::Joining))
}

/// Three raised digits or more are a number in disguise; fewer are an exponent or a footnote, and make room.
fn raised(text: &str, start: usize, rewriter: &mut Rewriter<'_>) -> usize {
    let run = text[start..].char_indices().take_while(|(_, c)| matches!(form(*c), Form::Raised));
    let disguised = run.clone().nth(2).is_some();
    let mut end = start;
    for (inside, c) in run {
        let at = start + inside;
        end = at + c.len_utf8();
        let plain = if disguised { std::iter::once(c).nfkc().collect() } else { " ".to_owned() };
        rewriter.replace(at..end, &plain);
    }
    end
}

/// A character with what joins it, composed as far as Unicode can; accents that it cannot compose go.
fn cluster(text: &str, start: usize, rewriter: &mut Rewriter<'_>) -> usize {
    let joining = |c: char| matches!(form(c), Form::Joining);
    let mut chars = text[start..].char_indices();
    chars.next();
    let end = chars.find(|(_, c)| !joining(*c)).map_or(text.len(), |(inside, _)| start + inside);
    let source = &text[start..end];
    let mut folded = String::with_capacity(source.len());
    for c in source.nfkc().filter(|c| !('\u{300}'..='\u{36f}').contains(c)) {
        match form(c) {
            Form::Gone => {}
            Form::Plain(plain) => folded.push(plain),
            _ => folded.push(c),
        }
    }
    if folded != source {
        rewriter.replace(start..end, &folded);
    }
    end
}
