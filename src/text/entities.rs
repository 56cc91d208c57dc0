//! HTML character references (`&amp;`, `&#64;`, `&#x40;`), decoded wherever they stand.

use super::map::{Rewriter, Rewritten};

/// Decodes every reference, also one whose `&` was itself written as one.
pub(super) fn decode(text: &str) -> Option<Rewritten> {
    let mut rewriter = Rewriter::new(text);
    for at in memchr::memchr_iter(b'&', text.as_bytes()) {
        if at < rewriter.done() {
            continue;
        }
        let mut end = at + 1;
        let mut decoded = None;
        while let Some((c, length)) = reference(&text[end..]) {
            decoded = Some(c);
            end += length;
            if c != '&' {
                break;
            }
        }
        if let Some(c) = decoded {
            rewriter.replace(at..end, c.encode_utf8(&mut [0; 4]));
        }
    }
    rewriter.finish()
}

/// The longest reference that is looked at, in bytes without its `&`.
const LONGEST: usize = 10;

/// The character that a reference stands for, and its length in bytes, both without the `&`.
fn reference(rest: &str) -> Option<(char, usize)> {
    let bytes = rest.as_bytes();
    let semicolon = bytes[..bytes.len().min(LONGEST)].iter().position(|b| *b == b';')?;
    let name = rest.get(..semicolon)?;
    let c = match name.strip_prefix('#') {
        Some(number) => numbered(number)?,
        None => named(name)?,
    };
    Some((c, semicolon + 1))
}

fn numbered(number: &str) -> Option<char> {
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) if hex.bytes().all(|b| b.is_ascii_hexdigit()) => u32::from_str_radix(hex, 16).ok()?,
        None if number.bytes().all(|b| b.is_ascii_digit()) => number.parse().ok()?,
        _ => return None,
    };
    match code {
        0 => None,
        // Numbers of Windows-1252, which every browser reads as such.
        133 => Some('…'),
        145 | 146 => Some('\''),
        147 | 148 => Some('"'),
        149 => Some('•'),
        150 | 151 => Some('-'),
        code => char::from_u32(code),
    }
}

fn named(name: &str) -> Option<char> {
    let at = NAMES.binary_search_by_key(&name, |(name, _)| name).ok()?;
    NAMES.get(at).map(|(_, c)| *c)
}

/// The names that occur in mail and on pages, in ASCII order.
#[rustfmt::skip]
static NAMES: &[(&str, char)] = &[
    ("AElig", 'Æ'), ("Aacute", 'Á'), ("Acirc", 'Â'), ("Agrave", 'À'), ("Aring", 'Å'), ("Atilde", 'Ã'), ("Auml", 'Ä'),
    ("Cacute", 'Ć'), ("Ccaron", 'Č'), ("Ccedil", 'Ç'), ("ETH", 'Ð'), ("Eacute", 'É'), ("Ecirc", 'Ê'), ("Egrave", 'È'),
    ("Euml", 'Ë'), ("Gbreve", 'Ğ'), ("Iacute", 'Í'), ("Icirc", 'Î'), ("Igrave", 'Ì'), ("Iuml", 'Ï'), ("Lstrok", 'Ł'),
    ("Nacute", 'Ń'), ("NewLine", '\n'), ("Ntilde", 'Ñ'), ("OElig", 'Œ'), ("Oacute", 'Ó'), ("Ocirc", 'Ô'),
    ("Ograve", 'Ò'), ("Oslash", 'Ø'), ("Otilde", 'Õ'), ("Ouml", 'Ö'), ("Prime", '″'), ("Sacute", 'Ś'),
    ("Scaron", 'Š'), ("Scedil", 'Ş'), ("THORN", 'Þ'), ("Tab", '\t'), ("Uacute", 'Ú'), ("Ucirc", 'Û'), ("Ugrave", 'Ù'),
    ("Uuml", 'Ü'), ("Yacute", 'Ý'), ("Yuml", 'Ÿ'), ("Zacute", 'Ź'), ("Zcaron", 'Ž'), ("aacute", 'á'), ("abreve", 'ă'),
    ("acirc", 'â'), ("acute", '´'), ("aelig", 'æ'), ("agrave", 'à'), ("alpha", 'α'), ("amp", '&'), ("aogon", 'ą'),
    ("apos", '\''), ("aring", 'å'), ("ast", '*'), ("atilde", 'ã'), ("auml", 'ä'), ("bdquo", '„'), ("beta", 'β'),
    ("bsol", '\\'), ("bull", '•'), ("cacute", 'ć'), ("ccaron", 'č'), ("ccedil", 'ç'), ("cent", '¢'), ("check", '✓'),
    ("colon", ':'), ("comma", ','), ("commat", '@'), ("copy", '©'), ("dash", '‐'), ("deg", '°'), ("divide", '÷'),
    ("dollar", '$'), ("eacute", 'é'), ("ecaron", 'ě'), ("ecirc", 'ê'), ("egrave", 'è'), ("emsp", '\u{2003}'),
    ("ensp", '\u{2002}'), ("eogon", 'ę'), ("equals", '='), ("eth", 'ð'), ("euml", 'ë'), ("euro", '€'), ("excl", '!'),
    ("frac12", '½'), ("frac14", '¼'), ("frac34", '¾'), ("gbreve", 'ğ'), ("ge", '≥'), ("grave", '`'), ("gt", '>'),
    ("hairsp", '\u{200a}'), ("hellip", '…'), ("horbar", '―'), ("hyphen", '‐'), ("iacute", 'í'), ("icirc", 'î'),
    ("iexcl", '¡'), ("igrave", 'ì'), ("imath", 'ı'), ("inodot", 'ı'), ("iquest", '¿'), ("iuml", 'ï'), ("laquo", '«'),
    ("larr", '←'), ("lbrack", '['), ("ldquo", '“'), ("le", '≤'), ("lowbar", '_'), ("lpar", '('), ("lrm", '\u{200e}'), ("lsqb", '['),
    ("lsquo", '‘'), ("lstrok", 'ł'), ("lt", '<'), ("mdash", '—'), ("micro", 'µ'), ("middot", '·'), ("minus", '−'),
    ("nacute", 'ń'), ("nbsp", '\u{a0}'), ("ndash", '–'), ("ntilde", 'ñ'), ("num", '#'), ("numsp", '\u{2007}'),
    ("oacute", 'ó'), ("ocirc", 'ô'), ("odblac", 'ő'), ("oelig", 'œ'), ("ograve", 'ò'), ("ordf", 'ª'), ("ordm", 'º'),
    ("oslash", 'ø'), ("otilde", 'õ'), ("ouml", 'ö'), ("para", '¶'), ("percnt", '%'), ("period", '.'), ("plus", '+'),
    ("plusmn", '±'), ("pound", '£'), ("prime", '′'), ("puncsp", '\u{2008}'), ("quest", '?'), ("quot", '"'),
    ("raquo", '»'), ("rarr", '→'), ("rbrack", ']'), ("rcaron", 'ř'), ("rdquo", '”'), ("reg", '®'), ("rlm", '\u{200f}'), ("rpar", ')'),
    ("rsqb", ']'), ("rsquo", '’'), ("sacute", 'ś'), ("sbquo", '‚'), ("scaron", 'š'), ("scedil", 'ş'), ("sect", '§'),
    ("semi", ';'), ("shy", '\u{ad}'), ("sol", '/'), ("star", '☆'), ("sup1", '¹'), ("sup2", '²'), ("sup3", '³'),
    ("szlig", 'ß'), ("tcedil", 'ţ'), ("thinsp", '\u{2009}'), ("thorn", 'þ'), ("times", '×'), ("trade", '™'),
    ("uacute", 'ú'), ("ucirc", 'û'), ("udblac", 'ű'), ("ugrave", 'ù'), ("uuml", 'ü'), ("yacute", 'ý'), ("yen", '¥'),
    ("yuml", 'ÿ'), ("zacute", 'ź'), ("zcaron", 'ž'), ("zwj", '\u{200d}'), ("zwnj", '\u{200c}'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_in_order_and_short_enough_to_be_found() {
        assert!(NAMES.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(NAMES.iter().all(|(name, _)| name.len() < LONGEST));
    }
}
