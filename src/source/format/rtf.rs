//! Rich text (.rtf): the body, and each header, note, comment and property as a part of its own.
//!
//! Written here, for the crates of this name read the body alone. What control words mean stands in Microsoft's
//! "Rich Text Format (RTF) Specification", version 1.9.1.

use super::{Format, author};
use crate::document::Document;
use crate::source::{Limits, Problem};
use encoding_rs::Encoding;
use std::collections::HashMap;

pub(super) static FORMAT: Format = Format { is, read, write: None };

const WHAT: &str = "a rich-text document";

/// How deep groups may lie in groups; programs write a dozen.
const DEPTH: usize = 1000;

fn is(_: &str, head: &[u8]) -> bool {
    head.trim_ascii_start().starts_with(b"{\\rtf")
}

fn read(bytes: Vec<u8>, limits: &Limits) -> Result<Document, Problem> {
    let mut reader = Reader::new(limits);
    reader.run(&bytes)?;
    Ok(reader.document())
}

/// Where text goes: the number of a part, or nowhere.
type Target = Option<usize>;

/// What a group has of its own; at its end, what was before counts again.
#[derive(Clone, Copy)]
struct Group {
    target: Target,
    /// How many characters stand after a Unicode character for those who cannot read it.
    fallback: usize,
    encoding: &'static Encoding,
    /// Whether the group begins, and may still say what it is.
    fresh: bool,
    /// Whether readers that do not know what the group is are to leave it out.
    optional: bool,
    /// Within the table of fonts.
    fonts: bool,
}

struct Reader<'l> {
    limits: &'l Limits,
    /// The parts with their texts; the first is the body.
    parts: Vec<(String, String)>,
    groups: Vec<Group>,
    group: Group,
    /// Bytes in the encoding of the group that are not decoded yet.
    bytes: Vec<u8>,
    /// The first half of a character of two units.
    high: Option<u16>,
    /// Characters that are still to be left out.
    skip: usize,
    charsets: HashMap<i32, &'static Encoding>,
    font: i32,
    counts: HashMap<&'static str, usize>,
    objects: usize,
}

/// What a control word does to the text.
const WRITTEN: [(&[u8], &str); 22] = [
    (b"par", "\n"),
    (b"line", "\n"),
    (b"sect", "\n"),
    (b"page", "\n"),
    (b"row", "\n"),
    (b"nestrow", "\n"),
    (b"cell", "\t"),
    (b"nestcell", "\t"),
    (b"tab", "\t"),
    (b"emdash", "\u{2014}"),
    (b"endash", "\u{2013}"),
    (b"lquote", "\u{2018}"),
    (b"rquote", "\u{2019}"),
    (b"ldblquote", "\u{201c}"),
    (b"rdblquote", "\u{201d}"),
    (b"bullet", "\u{2022}"),
    (b"emspace", " "),
    (b"enspace", " "),
    (b"~", " "),
    (b"_", "-"),
    (b"\n", "\n"),
    (b"\r", "\n"),
];

/// Groups whose text is a part of its own, and whether each is told by number.
const PARTS: [(&[u8], &str, bool); 29] = [
    (b"header", "header", true),
    (b"headerl", "header", true),
    (b"headerr", "header", true),
    (b"headerf", "header", true),
    (b"footer", "footer", true),
    (b"footerl", "footer", true),
    (b"footerr", "footer", true),
    (b"footerf", "footer", true),
    (b"footnote", "note", true),
    (b"annotation", "comment", true),
    (b"atnauthor", "comments (author)", false),
    (b"shptxt", "text box", true),
    (b"sv", "shape", true),
    (b"fldinst", "links", false),
    (b"datafield", "field", false),
    (b"formfield", "form field", false),
    (b"title", "properties: title", false),
    (b"subject", "properties: subject", false),
    (b"author", "properties: author", false),
    (b"operator", "properties: author", false),
    (b"manager", "properties: author", false),
    (b"company", "properties: author", false),
    (b"category", "properties: category", false),
    (b"keywords", "properties: keywords", false),
    (b"comment", "properties: comments", false),
    (b"doccomm", "properties: comments", false),
    (b"hlinkbase", "properties: link base", false),
    (b"staticval", "properties: own field", false),
    (b"docvar", "properties: own field", false),
];

/// Groups that hold no text for people.
const LEFT_OUT: [&[u8]; 19] = [
    b"colortbl",
    b"stylesheet",
    b"pict",
    b"sn",
    b"themedata",
    b"colorschememapping",
    b"datastore",
    b"latentstyles",
    b"listtable",
    b"listoverridetable",
    b"rsidtbl",
    b"generator",
    b"filetbl",
    b"xmlnstbl",
    b"objclass",
    b"atnid",
    b"atrfstart",
    b"atrfend",
    b"revtbl",
];

impl<'l> Reader<'l> {
    fn new(limits: &'l Limits) -> Reader<'l> {
        let group = Group {
            target: Some(0),
            fallback: 1,
            encoding: encoding_rs::WINDOWS_1252,
            fresh: false,
            optional: false,
            fonts: false,
        };
        Reader {
            limits,
            parts: vec![("body".to_owned(), String::new())],
            groups: Vec::new(),
            group,
            bytes: Vec::new(),
            high: None,
            skip: 0,
            charsets: HashMap::new(),
            font: 0,
            counts: HashMap::new(),
            objects: 0,
        }
    }

    fn run(&mut self, mut rest: &[u8]) -> Result<(), Problem> {
        let mut steps = 0_u32;
        let mut closed = false;
        while let Some((&first, after)) = rest.split_first() {
            steps = steps.wrapping_add(1);
            if steps.is_multiple_of(1 << 16) {
                self.limits.in_time()?;
            }
            rest = match first {
                // Whatever follows the document is none of it, but must not go unseen.
                _ if closed && !first.is_ascii_whitespace() && first != 0 => return Err(Problem::Damaged(WHAT)),
                b'{' => {
                    self.flush();
                    if self.groups.len() > DEPTH {
                        return Err(Problem::Damaged(WHAT));
                    }
                    self.groups.push(self.group);
                    (self.group.fresh, self.group.optional, self.skip) = (true, false, 0);
                    after
                }
                b'}' => {
                    self.flush();
                    self.group = self.groups.pop().ok_or(Problem::Damaged(WHAT))?;
                    self.skip = 0;
                    closed = self.groups.is_empty();
                    after
                }
                b'\\' => self.control(after)?,
                b'\r' | b'\n' | 0 => after,
                byte => {
                    self.byte(byte);
                    after
                }
            };
        }
        if closed { Ok(()) } else { Err(Problem::Damaged(WHAT)) }
    }

    /// Reads a control word or symbol; what follows it comes back.
    fn control<'b>(&mut self, rest: &'b [u8]) -> Result<&'b [u8], Problem> {
        let letters = rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        if letters == 0 {
            return self.symbol(rest);
        }
        let (word, rest) = rest.split_at(letters);
        let sign = usize::from(rest.first() == Some(&b'-'));
        let digits = rest[sign..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let number = str::from_utf8(&rest[..if digits > 0 { sign + digits } else { 0 }]).ok();
        let number: Option<i32> = number.and_then(|number| number.parse().ok());
        let rest = if digits > 0 { &rest[sign + digits..] } else { rest };
        let rest = rest.strip_prefix(b" ").unwrap_or(rest);
        if word == b"bin" {
            return Ok(rest.get(usize::try_from(number.unwrap_or(0)).unwrap_or(0)..).unwrap_or_default());
        }
        if word == b"u" {
            self.unicode(number.unwrap_or(0));
            return Ok(rest);
        }
        self.flush();
        self.word(word, number);
        Ok(rest)
    }

    fn symbol<'b>(&mut self, rest: &'b [u8]) -> Result<&'b [u8], Problem> {
        let Some((&symbol, after)) = rest.split_first() else { return Err(Problem::Damaged(WHAT)) };
        match symbol {
            b'\'' => {
                let digits = after.get(..2).and_then(|digits| str::from_utf8(digits).ok());
                let byte = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
                self.byte(byte.ok_or(Problem::Damaged(WHAT))?);
                return Ok(&after[2..]);
            }
            b'\\' | b'{' | b'}' => self.byte(symbol),
            b'*' => self.group.optional = true,
            _ => {
                self.flush();
                self.word(&[symbol], None);
            }
        }
        Ok(after)
    }

    fn word(&mut self, word: &[u8], number: Option<i32>) {
        let fresh = std::mem::take(&mut self.group.fresh);
        if let Some((_, text)) = WRITTEN.iter().find(|(known, _)| *known == word) {
            return self.write(text);
        }
        match (word, number) {
            (b"uc", number) => self.group.fallback = usize::try_from(number.unwrap_or(1)).unwrap_or(1).min(16),
            (b"ansicpg", Some(page)) => self.group.encoding = of_page(page).unwrap_or(self.group.encoding),
            (b"mac", _) => self.group.encoding = encoding_rs::MACINTOSH,
            (b"f", Some(font)) if self.group.fonts => self.font = font,
            (b"f", Some(font)) => {
                if let Some(encoding) = self.charsets.get(&font) {
                    self.group.encoding = encoding;
                }
            }
            (b"fcharset", Some(charset)) if self.group.fonts => {
                if let Some(encoding) = of_charset(charset) {
                    self.charsets.insert(self.font, encoding);
                }
            }
            (b"fonttbl", _) => (self.group.fonts, self.group.target) = (true, None),
            (b"objdata", _) => {
                self.objects += 1;
                self.group.target = None;
            }
            _ if fresh => self.begin(word),
            _ => {}
        }
    }

    /// Begins a group that says what it is.
    fn begin(&mut self, word: &[u8]) {
        if LEFT_OUT.contains(&word) || self.group.target.is_none() && !matches!(word, b"sv" | b"shptxt") {
            self.group.target = None;
        } else if let Some((_, part, numbered)) = PARTS.iter().find(|(known, ..)| *known == word) {
            let count = self.counts.entry(part).or_default();
            *count += 1;
            let name = if *numbered { format!("{part} {count}") } else { (*part).to_owned() };
            self.parts.push((name, String::new()));
            self.group.target = Some(self.parts.len() - 1);
        } else if self.group.optional
            && !matches!(word, b"shpinst" | b"shprslt" | b"userprops" | b"background" | b"nesttableprops")
        {
            self.group.target = None;
        }
    }

    fn unicode(&mut self, number: i32) {
        self.flush();
        self.group.fresh = false;
        let unit = number as u16;
        let character = match (self.high.take(), unit) {
            (_, 0xd800..=0xdbff) => {
                self.high = Some(unit);
                None
            }
            (Some(high), 0xdc00..=0xdfff) => char::decode_utf16([high, unit]).next().and_then(Result::ok),
            (None, 0xdc00..=0xdfff) => None,
            _ => char::from_u32(unit.into()),
        };
        if let Some(character) = character {
            self.write(character.encode_utf8(&mut [0; 4]));
        }
        self.skip = self.group.fallback;
    }

    fn byte(&mut self, byte: u8) {
        self.group.fresh = false;
        if self.skip > 0 {
            self.skip -= 1;
        } else if self.group.target.is_some() {
            self.bytes.push(byte);
        }
    }

    /// Decodes what was collected.
    fn flush(&mut self) {
        if !self.bytes.is_empty() {
            let bytes = std::mem::take(&mut self.bytes);
            let (text, _) = self.group.encoding.decode_without_bom_handling(&bytes);
            self.write(&text);
        }
    }

    fn write(&mut self, text: &str) {
        if let Some((_, part)) = self.group.target.and_then(|target| self.parts.get_mut(target)) {
            part.push_str(text);
        }
    }

    fn document(self) -> Document {
        let mut document = Document::default();
        let authors = |part: &str| part.contains("author");
        for (part, text) in self.parts.iter().filter(|(part, _)| !authors(part)) {
            // Of what fields do, only what they point at can name somebody; it stands in quotes. Of shapes, words.
            let told = match part.as_str() {
                "links" => text.contains('"'),
                shape if shape.starts_with("shape") => text.contains(char::is_alphabetic),
                _ => true,
            };
            if told && !text.trim().is_empty() {
                document.push(part, text.trim_end());
            }
        }
        let body = document.text().to_owned();
        for (part, name) in self.parts.iter().filter(|(part, name)| authors(part) && author::is_named(&body, name)) {
            document.push(part, &format!("{}{name}", author::LABEL));
        }
        for object in 1..=self.objects {
            document
                .leave_unread(&format!("embedded object {object}"), &Problem::Unsupported("a file within the file"));
        }
        document
    }
}

/// The encoding of a Windows code page.
fn of_page(page: i32) -> Option<&'static Encoding> {
    let label = match page {
        932 => "shift_jis",
        936 => "gbk",
        949 => "euc-kr",
        950 => "big5",
        10000 => "macintosh",
        65001 => "utf-8",
        874 | 1250..=1258 => return Encoding::for_label(format!("windows-{page}").as_bytes()),
        _ => return None,
    };
    Encoding::for_label(label.as_bytes())
}

/// The encoding of a font's set of characters.
fn of_charset(charset: i32) -> Option<&'static Encoding> {
    of_page(match charset {
        0 | 1 => 1252,
        77 => 10000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(rtf: &str) -> String {
        read(rtf.as_bytes().to_vec(), &Limits::default()).unwrap().text().to_owned()
    }

    #[test]
    fn what_the_page_shows_is_read() {
        for (rtf, told) in [
            (r"{\rtf1\ansi Hello \b bold\b0  world\par next}", "Hello bold world\nnext"),
            (r"{\rtf1\ansi\ansicpg1252 Jos\'e9 \u8364?5 \{ok\}}", "José €5 {ok}"),
            (r"{\rtf1\uc2\u233?? \u-10179?? \u-8694??}", "é  😊"),
            (r"{\rtf1{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset238 X;}}{\colortbl;\red1;}a{\f1\'b3}\'b3}", "ał³"),
            (r"{\rtf1 Name\cell DOB\cell\row Ann\cell 1/2/80\cell\row}", "Name\tDOB\t\nAnn\t1/2/80"),
            (r"{\rtf1 a{\*\unknown secret {b}}{\pict 0102ff}\~c}", "a c"),
            (r"{\rtf1 a{\v hidden}{\deleted gone}}", "ahiddengone"),
            (r"{\rtf1 a\bin3 }}}b}", "ab"),
        ] {
            assert_eq!(text(rtf), told, "{rtf}");
        }
    }

    #[test]
    fn what_stands_beside_the_page_is_told_apart() {
        let rtf = r#"{\rtf1{\info{\title Plan}{\author Mia Roe}}{\header Top}Text{\footnote Below}{\*\annotation Ask}{\field{\*\fldinst HYPERLINK "mailto:a@b.example"}{\fldrslt mail}}}"#;
        let document = read(rtf.as_bytes().to_vec(), &Limits::default()).unwrap();
        let mut places = document.places();
        for (told, part) in [
            ("Plan", "properties: title"),
            ("Top", "header 1"),
            ("Text", "body"),
            ("Below", "note 1"),
            ("Ask", "comment 1"),
            ("a@b", "links"),
        ] {
            let at = document.text().find(told).unwrap();
            assert_eq!(places.at(at).part, Some(part), "{told}");
        }
    }

    #[test]
    fn torn_files_are_refused() {
        let deep = format!("{{\\rtf1{}", "{".repeat(5000));
        for rtf in [r"{\rtf1 a", r"{\rtf1 a}} b", r"{\rtf1 \'zz}", r"{\rtf1 a\", &deep] {
            let problem = read(rtf.as_bytes().to_vec(), &Limits::default()).unwrap_err();
            assert!(matches!(problem, Problem::Damaged(_)), "{rtf}");
        }
    }
}
