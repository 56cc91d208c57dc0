//! How a file's bytes stand for its text: told from the bytes, and kept, so that a changed text is written alike.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use unicode_normalization::UnicodeNormalization;

/// The mark of byte order that some programs put in front of a text. It is no part of the text.
pub const MARK: &str = "\u{feff}";

/// How a file's bytes stand for its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Encoding {
    charset: Charset,
    /// Whether the file begins with [`MARK`].
    marked: bool,
}

/// What stands for a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Charset {
    #[default]
    Utf8,
    /// Units of two bytes, as Windows calls "Unicode".
    Utf16(Order),
    /// Units of four bytes.
    Utf32(Order),
    /// A code page of older programs.
    Legacy(&'static encoding_rs::Encoding),
}

/// Which byte of a unit comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    Little,
    Big,
}

/// A place that stands for nothing in any encoding that the text can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Undecodable {
    /// The first byte that is wrong, from 0.
    pub byte: usize,
    /// Its line, from 1.
    pub line: usize,
}

impl Undecodable {
    /// A byte behind text that could be read.
    fn behind(text: &[u8], byte: usize) -> Undecodable {
        Undecodable { byte, line: 1 + memchr::memchr_iter(b'\n', text).count() }
    }
}

/// Every mark, the longer ones first: that of UTF-16 is the beginning of one of UTF-32.
const MARKS: [(&[u8], Charset); 5] = [
    (b"\xff\xfe\0\0", Charset::Utf32(Order::Little)),
    (b"\0\0\xfe\xff", Charset::Utf32(Order::Big)),
    (b"\xff\xfe", Charset::Utf16(Order::Little)),
    (b"\xfe\xff", Charset::Utf16(Order::Big)),
    (b"\xef\xbb\xbf", Charset::Utf8),
];

impl Encoding {
    /// UTF-8 without a mark.
    pub const UTF_8: Encoding = Encoding { charset: Charset::Utf8, marked: false };

    /// What people call it.
    pub fn name(self) -> &'static str {
        match self.charset {
            Charset::Utf8 => "UTF-8",
            Charset::Utf16(_) => "UTF-16",
            Charset::Utf32(_) => "UTF-32",
            Charset::Legacy(legacy) if legacy == encoding_rs::MACINTOSH => "Mac Roman",
            Charset::Legacy(legacy) => legacy.name(),
        }
    }

    /// Whether the file begins with [`MARK`].
    pub fn is_marked(self) -> bool {
        self.marked
    }

    /// Whether a file that begins like this has units of two or four bytes: by its mark, or because nearly every
    /// second byte is zero, as in Latin text.
    pub fn is_wide(head: &[u8]) -> bool {
        marked(head).or_else(|| wide(head)).is_some_and(|encoding| encoding.charset != Charset::Utf8)
    }

    /// The text of a file, without its mark, and its encoding. Written with it, the text has the same bytes again.
    ///
    /// # Errors
    /// When the bytes are no text in any encoding that they can have.
    pub fn decode(bytes: Vec<u8>) -> Result<(String, Encoding), Undecodable> {
        match marked(&bytes).or_else(|| wide(&bytes)) {
            None => match String::from_utf8(bytes) {
                Ok(text) => Ok((text, Encoding::UTF_8)),
                Err(error) => {
                    let (at, bytes) = (error.utf8_error().valid_up_to(), error.as_bytes());
                    legacy(bytes).ok_or_else(|| Undecodable::behind(&bytes[..at], at))
                }
            },
            Some(encoding) => Ok((encoding.read(&bytes)?, encoding)),
        }
    }

    /// The text behind the mark.
    fn read(self, bytes: &[u8]) -> Result<String, Undecodable> {
        let mark = if self.marked { self.mark().len() } else { 0 };
        let rest = &bytes[mark..];
        match self.charset {
            Charset::Utf8 => match std::str::from_utf8(rest) {
                Ok(text) => Ok(text.to_owned()),
                Err(error) => Err(Undecodable::behind(&rest[..error.valid_up_to()], mark + error.valid_up_to())),
            },
            Charset::Utf16(order) => utf16(rest, order, mark),
            Charset::Utf32(order) => utf32(rest, order, mark),
            Charset::Legacy(legacy) => {
                let text = legacy.decode_without_bom_handling_and_without_replacement(rest);
                text.map(Into::into).ok_or(Undecodable { byte: mark, line: 1 })
            }
        }
    }

    /// The bytes of a mark in this encoding.
    fn mark(self) -> &'static [u8] {
        MARKS.iter().find(|(_, charset)| *charset == self.charset).map_or(b"", |(mark, _)| mark)
    }

    /// The bytes of a whole file: its mark, where it has one, and its text; none where a character has no bytes.
    pub fn encode(self, text: &str) -> Option<Vec<u8>> {
        let mut bytes = if self.marked { self.mark().to_vec() } else { Vec::new() };
        match self.charset {
            Charset::Utf8 => bytes.extend_from_slice(text.as_bytes()),
            Charset::Utf16(Order::Little) => bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes)),
            Charset::Utf16(Order::Big) => bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes)),
            Charset::Utf32(Order::Little) => bytes.extend(text.chars().flat_map(|c| u32::from(c).to_le_bytes())),
            Charset::Utf32(Order::Big) => bytes.extend(text.chars().flat_map(|c| u32::from(c).to_be_bytes())),
            Charset::Legacy(legacy) => match legacy.encode(text) {
                (encoded, _, false) => bytes.extend_from_slice(&encoded),
                _ => return None,
            },
        }
        Some(bytes)
    }

    /// Words in characters that this encoding has: as they are, or without accents and curls; none where that is
    /// not enough.
    pub fn holds(self, words: &str) -> Option<String> {
        let plain = Encoding { marked: false, ..self };
        if plain.encode(words).is_some() {
            return Some(words.to_owned());
        }
        let simple: String = words
            .nfkd()
            .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
            .map(|c| match c {
                '‘' | '’' => '\'',
                '“' | '”' => '"',
                '–' | '—' | '−' => '-',
                c if c.is_whitespace() => ' ',
                c => c,
            })
            .collect();
        plain.encode(&simple).map(|_| simple)
    }
}

/// The encoding that a mark tells.
fn marked(bytes: &[u8]) -> Option<Encoding> {
    let (_, charset) = MARKS.iter().find(|(mark, _)| bytes.starts_with(mark))?;
    Some(Encoding { charset: *charset, marked: true })
}

/// UTF-16 or UTF-32 without a mark, told by the zeros of Latin text.
fn wide(bytes: &[u8]) -> Option<Encoding> {
    let head = &bytes[..bytes.len().min(1024) & !3];
    if head.len() < 4 || !head.contains(&0) {
        return (bytes.len() == 2).then(|| of_pair(bytes)).flatten();
    }
    let zeros = |place: usize| head.iter().skip(place).step_by(4).filter(|byte| **byte == 0).count();
    let (count, zeros) = (head.len() / 4, [0, 1, 2, 3].map(zeros));
    let most = |count_of_zeros: usize| count_of_zeros * 5 >= count * 4;
    let charset = match zeros.map(most) {
        [false, true, true, true] if zeros[0] == 0 => Charset::Utf32(Order::Little),
        [true, true, true, false] if zeros[3] == 0 => Charset::Utf32(Order::Big),
        [false, true, false, true] if zeros[0] + zeros[2] == 0 => Charset::Utf16(Order::Little),
        [true, false, true, false] if zeros[1] + zeros[3] == 0 => Charset::Utf16(Order::Big),
        _ => return None,
    };
    Some(Encoding { charset, marked: false })
}

/// The encoding of a text of one Latin character in two bytes.
fn of_pair(bytes: &[u8]) -> Option<Encoding> {
    let charset = match bytes {
        [0, 1..=0x7f] => Charset::Utf16(Order::Big),
        [1..=0x7f, 0] => Charset::Utf16(Order::Little),
        _ => return None,
    };
    Some(Encoding { charset, marked: false })
}

/// The text of units of two bytes behind a mark of so many.
fn utf16(bytes: &[u8], order: Order, mark: usize) -> Result<String, Undecodable> {
    let (units, rest) = bytes.as_chunks::<2>();
    let units = units.iter().map(|unit| match order {
        Order::Little => u16::from_le_bytes(*unit),
        Order::Big => u16::from_be_bytes(*unit),
    });
    let mut text = String::with_capacity(bytes.len() / 2);
    let mut at = mark;
    for c in char::decode_utf16(units) {
        // Half a pair is no character.
        let c = c.map_err(|_| Undecodable::behind(text.as_bytes(), at))?;
        at += 2 * c.len_utf16();
        text.push(c);
    }
    if rest.is_empty() { Ok(text) } else { Err(Undecodable::behind(text.as_bytes(), at)) }
}

/// The text of units of four bytes behind a mark of so many.
fn utf32(bytes: &[u8], order: Order, mark: usize) -> Result<String, Undecodable> {
    let (units, rest) = bytes.as_chunks::<4>();
    let mut text = String::with_capacity(units.len());
    for (number, unit) in units.iter().enumerate() {
        let code = match order {
            Order::Little => u32::from_le_bytes(*unit),
            Order::Big => u32::from_be_bytes(*unit),
        };
        let c = char::from_u32(code).ok_or_else(|| Undecodable::behind(text.as_bytes(), mark + 4 * number))?;
        text.push(c);
    }
    if rest.is_empty() { Ok(text) } else { Err(Undecodable::behind(text.as_bytes(), mark + 4 * units.len())) }
}

/// The text in a code page, if the bytes look like text in one.
///
/// Every code page of one byte leaves ASCII as it is, so that a wrong guess costs letters with accents at most. In one
/// of two bytes an ASCII letter can be half of another character, so it is only believed where there is much of it.
fn legacy(bytes: &[u8]) -> Option<(String, Encoding)> {
    let control = |byte: &u8| *byte < 0x20 && !matches!(byte, 0x07..=0x0d | 0x1a | 0x1b);
    if bytes.iter().any(control) {
        return None;
    }
    let beyond_ascii = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    let latin = if is_mac(bytes) { encoding_rs::MACINTOSH } else { encoding_rs::WINDOWS_1252 };
    // A few letters with accents are rather Western ones.
    let enough = if guess.is_single_byte() {
        (8..bytes.len() * 2 / 3).contains(&beyond_ascii)
    } else {
        beyond_ascii * 5 > bytes.len()
    };
    let foreign = enough && latin == encoding_rs::WINDOWS_1252 && guess != latin;
    let has_meaning = latin == encoding_rs::MACINTOSH || !bytes.iter().any(is_undefined);
    if !foreign && (beyond_ascii * 3 >= bytes.len() || !has_meaning) {
        return None;
    }
    let charset = if foreign { guess } else { latin };
    let encoding = Encoding { charset: Charset::Legacy(charset), marked: false };
    let text = encoding.read(bytes).ok()?;
    (encoding.encode(&text)? == bytes).then_some((text, encoding))
}

/// Whether a byte has no meaning in Windows-1252.
fn is_undefined(byte: &u8) -> bool {
    matches!(byte, 0x81 | 0x8d | 0x8f | 0x90 | 0x9d)
}

/// Whether the bytes make better words in Mac Roman than in Windows-1252.
fn is_mac(bytes: &[u8]) -> bool {
    let sense = |charset: &'static encoding_rs::Encoding| -> i64 {
        let chars: Vec<char> = charset.decode_without_bom_handling(bytes).0.chars().collect();
        let marked = (0..chars.len()).filter(|at| !chars[*at].is_ascii());
        marked.map(|at| sense(&chars[..at], chars[at], &chars[at + 1..])).sum()
    };
    sense(encoding_rs::MACINTOSH) > sense(encoding_rs::WINDOWS_1252)
}

/// How well a character fits between what stands before and behind it: above 0 well, below 0 badly.
fn sense(before: &[char], c: char, behind: &[char]) -> i64 {
    let (last, next) = (before.last(), behind.first());
    let letter = |c: Option<&char>| c.is_some_and(|c| c.is_alphabetic());
    let lower = |c: Option<&char>| c.is_some_and(|c| c.is_lowercase());
    match c {
        // An ending such as 's, or a name such as O'Brien.
        '’' if letter(last) && letter(next) => {
            let start = before.iter().rev().take_while(|c| c.is_alphabetic()).count();
            let end = behind.iter().take_while(|c| c.is_alphabetic()).count();
            if start == 1 || end <= 2 { 3 } else { -1 }
        }
        '‘' | '“' if !letter(last) => 2,
        '’' | '”' if !letter(next) => 2,
        '–' | '—' | '…' | '•' if !(letter(last) && letter(next)) => 2,
        '®' | '™' | '©' | '°' | '½' | '¼' | '\u{a0}' if !letter(next) => 2,
        c if c.is_lowercase() && (letter(last) || letter(next)) => 2,
        c if c.is_uppercase() && !lower(last) && letter(next) => 2,
        c if c.is_uppercase() && lower(last) => -2,
        _ => -1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LATIN: &str = "Client José Núñez\r\nO’Brien said “fine” – it’s 20% off\r\n";

    fn encoded(charset: Charset, marked: bool, text: &str) -> Vec<u8> {
        Encoding { charset, marked }.encode(text).unwrap()
    }

    #[test]
    fn every_encoding_is_told_and_written_alike() {
        let (windows, mac) = (Charset::Legacy(encoding_rs::WINDOWS_1252), Charset::Legacy(encoding_rs::MACINTOSH));
        let wide = [
            Charset::Utf16(Order::Little),
            Charset::Utf16(Order::Big),
            Charset::Utf32(Order::Little),
            Charset::Utf32(Order::Big),
        ];
        let cases = [(windows, false), (mac, false), (Charset::Utf8, false), (Charset::Utf8, true)];
        let cases = cases.into_iter().chain(wide.into_iter().flat_map(|charset| [(charset, false), (charset, true)]));
        for (charset, marked) in cases {
            let bytes = encoded(charset, marked, LATIN);
            let (text, encoding) = Encoding::decode(bytes.clone()).unwrap();
            assert_eq!((text.as_str(), encoding), (LATIN, Encoding { charset, marked }));
            assert_eq!(encoding.encode(&text).unwrap(), bytes);
            assert_eq!(Encoding::is_wide(&bytes), wide.contains(&charset));
        }
    }

    #[test]
    fn a_single_letter_with_an_accent_is_enough_to_tell_the_code_page() {
        for text in
            ["José called", "Ask Zoë about it", "Renée’s visit", "it’s 5 o’clock", "Anaïs", "Señora Peña", "20 µg"]
        {
            for legacy in [encoding_rs::WINDOWS_1252, encoding_rs::MACINTOSH] {
                let bytes = encoded(Charset::Legacy(legacy), false, text);
                assert_eq!(Encoding::decode(bytes).unwrap().0, text, "{}", legacy.name());
            }
        }
    }

    #[test]
    fn a_wrong_guess_loses_no_ascii() {
        for bytes in [&b"caf\xe9a 479-555-0142 \xe9e\xe8e"[..], b"Maj \xa4\xb6\xf0\xe1 Ek, 479-555-0142 at the desk"] {
            let (text, _) = Encoding::decode(bytes.to_vec()).unwrap();
            let ascii = |c: &char| c.is_ascii();
            let kept: Vec<u8> = bytes.iter().copied().filter(u8::is_ascii).collect();
            assert_eq!(text.chars().filter(ascii).collect::<String>().into_bytes(), kept);
        }
    }

    #[test]
    fn what_is_no_text_is_located() {
        let failed = |bytes: &[u8]| {
            let Undecodable { byte, line } = Encoding::decode(bytes.to_vec()).unwrap_err();
            (byte, line)
        };
        assert_eq!(failed(b"\x81\x8d\xff\xfe\x90"), (0, 1));
        assert_eq!(failed(b"o\nk\x01\xff"), (4, 2));
        assert_eq!(failed(b"\xff\xfe\n\0i"), (4, 2), "cut off");
        assert_eq!(failed(b"\xff\xfeh\0\0\xd8i\0"), (4, 1), "half a pair");
        assert_eq!(failed(b"\xef\xbb\xbfok\xff"), (5, 1));
    }

    #[test]
    fn words_lose_their_accents_where_an_encoding_has_none() {
        let windows = Encoding { charset: Charset::Legacy(encoding_rs::WINDOWS_1252), marked: false };
        assert_eq!(windows.holds("José’s").as_deref(), Some("José’s"));
        assert_eq!(windows.holds("Łucja Dvořák").as_deref(), None);
        assert_eq!(windows.holds("Dvořák").as_deref(), Some("Dvorak"));
    }

    proptest::proptest! {
        #[test]
        fn what_can_be_read_can_be_written_byte_for_byte(
            text in "[a-zA-Zé’ñ“ ,\r\n0-9]{0,30}",
            bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..40),
            charset in 0usize..8,
        ) {
            let (little, big) = (Order::Little, Order::Big);
            let (windows, mac) = (Charset::Legacy(encoding_rs::WINDOWS_1252), Charset::Legacy(encoding_rs::MACINTOSH));
            #[rustfmt::skip]
            let charsets = [
                Charset::Utf8, Charset::Utf16(little), Charset::Utf16(big), Charset::Utf32(little), Charset::Utf32(big), windows,
                mac, Charset::Utf8,
            ];
            let written = encoded(charsets[charset], charset < 4, &text);
            for bytes in [written.clone(), bytes.clone(), [written, bytes].concat()] {
                if let Ok((text, encoding)) = Encoding::decode(bytes.clone()) {
                    proptest::prop_assert_eq!(encoding.encode(&text), Some(bytes));
                }
            }
        }
    }
}
