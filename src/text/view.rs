//! The normalised view: one form for every way of writing a character, with an exact way back.

use super::map::{Map, Rewritten};
use super::{
    bracket, capitals, contact, doubled, emphasis, entities, fold, gaps, homoglyph, json, margin, markup, percent,
    quoted_printable, spelling,
};
use std::borrow::Cow;
use std::ops::Range;

/// One step of normalising; nothing where it changes nothing.
type Step = fn(&str) -> Option<Rewritten>;

/// The steps in their order: what wraps the other comes first, a mail's encoding, then margins, folded lines, a table's
/// field, JSON, HTML, and single characters; then what is told by words.
static STEPS: [Step; 17] = [
    quoted_printable::decode,
    margin::trim,
    contact::unfold,
    doubled::single,
    json::decode,
    markup::blank,
    entities::decode,
    percent::decode,
    fold::characters,
    homoglyph::unmix,
    emphasis::unmark,
    gaps::halve,
    gaps::loosen,
    gaps::join,
    gaps::tighten,
    spelling::correct,
    capitals::lower,
];

/// The normalised text and where each of its bytes came from.
///
/// A text in which nothing had to change is borrowed and has no map.
#[derive(Debug)]
pub(crate) struct View<'t> {
    text: Cow<'t, str>,
    /// For each step that changed something, the way back to the text before it.
    maps: Vec<Map>,
    /// How much of the original stands before what was normalised, in bytes.
    offset: usize,
}

impl<'t> View<'t> {
    /// Normalises a text, without empty lines before it and white space behind it.
    pub(super) fn new(original: &'t str) -> View<'t> {
        let text = original.trim_end();
        let space = &text[..text.len() - text.trim_start().len()];
        let offset = space.rfind('\n').map_or(0, |line| line + 1);
        View { offset, ..View::through(&text[offset..], &STEPS) }
    }

    /// Normalises characters, references and foreign brackets, and leaves markup as it is.
    pub(crate) fn for_tags(original: &'t str) -> View<'t> {
        View::through(original, &[entities::decode, bracket::plain, fold::characters])
    }

    fn through(original: &'t str, steps: &[Step]) -> View<'t> {
        let mut view = View { text: Cow::Borrowed(original), maps: Vec::new(), offset: 0 };
        for step in steps {
            if let Some(rewritten) = step(&view.text) {
                view.text = Cow::Owned(rewritten.text);
                view.maps.push(rewritten.map);
            }
        }
        view
    }

    /// The normalised text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Where a range of the view stands in the original.
    ///
    /// Whole characters and entities on both sides. What was removed counts where it stands inside the
    /// range, not at its edges.
    pub(crate) fn original_range(&self, range: &Range<usize>) -> Range<usize> {
        let range = self.maps.iter().rev().fold(range.clone(), |range, map| map.source_range(&range));
        range.start + self.offset..range.end + self.offset
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// `text → view`, and what of the original a part of the view stands for.
    #[test]
    fn views_and_the_way_back() {
        let cases = [
            // Plain text stays, letters with accents too.
            ("José Núñez, Anaïs", "José Núñez, Anaïs", "Núñez", "Núñez"),
            ("Botox & filler a=b <3", "Botox & filler a=b <3", "filler", "filler"),
            // Letters and digits in other clothes.
            ("call ５５５－０１２３ now", "call 555-0123 now", "555-0123", "５５５－０１２３"),
            ("𝐒𝐚𝐫𝐚𝐡 called", "Sarah called", "Sarah", "𝐒𝐚𝐫𝐚𝐡"),
            ("dob ٠٤/१२/1988", "dob 04/12/1988", "04/12", "٠٤/१२"),
            ("room ⑤ 5️⃣ 🅰", "room 5 5 A", "5 5", "⑤ 5"),
            ("Jose\u{301} R.", "José R.", "José", "Jose\u{301}"),
            ("oﬃce Ⅲ", "office III", "I", "Ⅲ"),
            ("S\u{336}a\u{336}ra\u{301}h", "Saráh", "ará", "a\u{336}ra\u{301}"),
            // What is not to be folded.
            ("1½ ml, 50 µg, Botox™, O₂ cm² Lee¹", "1½ ml, 50 µg, Botox™, O  cm  Lee ", "Lee", "Lee"),
            ("⁵⁵⁵-0123", "555-0123", "555", "⁵⁵⁵"),
            // Invisible characters: inside they belong to the finding, at the edges they do not.
            ("\u{200b}Sa\u{200b}rah\u{200b} x", "Sarah x", "Sarah", "Sa\u{200b}rah"),
            ("\u{202e}An\u{ad}na\u{feff}", "Anna", "Anna", "An\u{ad}na"),
            // Punctuation and space.
            ("O’Brien “said” 555–0123", "O'Brien \"said\" 555-0123", "O'Brien", "O’Brien"),
            ("Sarah\u{a0}\u{2009}Lee\u{2028}x", "Sarah  Lee\nx", "Sarah  Lee", "Sarah\u{a0}\u{2009}Lee"),
            ("one\r\ntwo\rthree\0four\tfive", "one\ntwo\nthree four\tfive", "one\ntwo", "one\r\ntwo"),
            ("\r\n\n  Sarah Lee\r\n \n", "  Sarah Lee", "Sarah Lee", "Sarah Lee"),
            // Homoglyphs only where scripts mix.
            ("Sаrаh Анна Ольга", "Sarah Анна Ольга", "Sarah", "Sаrаh"),
            ("Ѕаrah\u{200b}Lее", "SarahLee", "SarahLee", "Ѕаrah\u{200b}Lее"),
            ("Нао Сое, ВХ-0417", "Hao Coe, BX-0417", "Coe", "Сое"),
            ("TNF-α, Сое и Ольга", "TNF-α, Сое и Ольга", "Сое", "Сое"),
            // Markdown.
            ("**Ana** R*ui*z, ~~Bo~~ `Lee` A**na**", "Ana R*ui*z, Bo Lee Ana", "Bo Lee", "Bo~~ `Lee"),
            ("2 * 3 * 4, ***, *|FNAME|*, **** 4471", "2 * 3 * 4, ***, *|FNAME|*, **** 4471", "4471", "4471"),
            // Escapes and percent-encoding.
            ("log {\"a\": \"Ana\\nJos\\u00e9 \\\"Bo\\\"\"}", "log {\"a\": \"Ana\nJosé \"Bo\"\"}", "José", "Jos\\u00e9"),
            ("C:\\new\\table, Jos\\u00e9", "C:\\new\\table, José", "José", "Jos\\u00e9"),
            ("to=Ana%20Ruiz&m=ana%40x.example 8%2F2", "to=Ana Ruiz&m=ana@x.example 8/2", "ana@x", "ana%40x"),
            ("https://x.example/a%20b 50%20 off 5%20%", "https://x.example/a%20b 50%20 off 5%20%", "off", "off"),
            // White space that says nothing.
            ("Ana  Ruiz  is  at  home", "Ana Ruiz is at home", "Ana Ruiz", "Ana  Ruiz"),
            ("call 479 - 555 - 0142 or 2 - 3", "call 479-555-0142 or 2 - 3", "479-555", "479 - 555"),
            (
                "She moved her visit from Tuesday to January\n10.\nThis is a long line of words that goes on\nhere.\nB",
                "She moved her visit from Tuesday to January 10.\nThis is a long line of words that goes on here.\nB",
                "January 10",
                "January\n10",
            ),
            ("The\t97 year old in\tSun City, at\t3", "The 97 year old in Sun City, at 3", "Sun City", "Sun City"),
            ("Name\tTown\nAna Of\tBend\nTel ....\t555", "Name\tTown\nAna Of\tBend\nTel .... 555", "555", "555"),
            // Margins: quotations and numbers of lines.
            ("Bo wrote:\n> Ana\n> > Lee\n>\n>  Ruiz", "Bo wrote:\nAna\nLee\n\n Ruiz", "Ana\nLee", "Ana\n> > Lee"),
            ("Bo\n> Ana", "Bo\n> Ana", "Ana", "Ana"),
            ("   1  Ana\n   2    Lee\n   3\n   4  Bo", "Ana\n  Lee\n\nBo", "Lee", "Lee"),
            ("1:Ana\n2:Lee\n3:\n4:Bo", "Ana\nLee\n\nBo", "Bo", "Bo"),
            ("1\tAna\n2\tLee\n3\tBo", "1\tAna\n2\tLee\n3\tBo", "Bo", "Bo"),
            ("No\n1 Ana\n2 Lee\n3 Bo\n4 Jo", "No\n1 Ana\n2 Lee\n3 Bo\n4 Jo", "Bo", "Bo"),
            ("1:30 Ana\n2:30 Lee\n3:30 Bo\n4:30 Jo", "1:30 Ana\n2:30 Lee\n3:30 Bo\n4:30 Jo", "Bo", "Bo"),
            // Marks that are doubled in a table's field.
            ("7,\"Ana \"\"Bo\"\" Lee\",\"\"\n", "7,\"Ana \"Bo\" Lee\",\"\"", "Bo\" L", "Bo\"\" L"),
            (
                "id,text\n7,\"Ana\nsaw\nus,\n\"\"Bo\"\"\"\n8,x",
                "id,text\n7,\n\nAna\nsaw\nus,\n\"Bo\"\n\n8,x",
                "Bo",
                "Bo",
            ),
            (
                "She had hives, missed two weeks of work, and has a wedding in Alder\nDunes on Saturday.",
                "She had hives, missed two weeks of work, and has a wedding in Alder Dunes on Saturday.",
                "Alder Dunes",
                "Alder\nDunes",
            ),
            // Slips of the keyboard.
            ("Pateint nubmer 7, form", "Patient number 7, form", "number", "nubmer"),
            // Entities.
            ("Tom &amp; Ana&nbsp;Ruiz", "Tom & Ana Ruiz", "Ana Ruiz", "Ana&nbsp;Ruiz"),
            ("ana&#64;x.example &#x40; &commat;", "ana@x.example @ @", "ana@x.example", "ana&#64;x.example"),
            ("Jos&eacute; &amp;amp;lt; &bogus; &#0; &#xD800;", "José < &bogus; &#0; &#xD800;", "José", "Jos&eacute;"),
            ("it&#146;s", "it's", "it's", "it&#146;s"),
            // JSON.
            ("{\"n\": \"Jos\\u00e9 \\\"B\\\"\"}", "{\n\"n\": \"José 'B'\"}", "José", "Jos\\u00e9"),
            // Quoted-printable, only where it is clear.
            ("Jos=C3=A9 N=C3=BA=C3=B1ez", "José Núñez", "José", "Jos=C3=A9"),
            ("qty=20, code=3D, a=E9", "qty=20, code=3D, a=E9", "code", "code"),
            (
                "Content-Transfer-Encoding: quoted-printable\r\n\r\nSar=\r\nah=20Lee Andr=E9",
                "Sarah Lee André",
                "Sarah Lee",
                "Sar=\r\nah=20Lee",
            ),
            // HTML.
            (
                "<p>Hi <b class=\"x9\">Sarah</b></p><a href='mailto:s@x.example'>mail</a>",
                "\n\nHi  Sarah\n\n'mailto:s@x.example' mail ",
                "s@x.example",
                "s@x.example",
            ),
            ("<p>Ana <b>Ruiz</b></p>", "\n\nAna  Ruiz\n\n", "Ana  Ruiz", "Ana <b>Ruiz"),
            ("<br>1<script>var a = '555';</script>Lee", "\n1 Lee", "Lee", "Lee"),
            ("Dear Ana,<br>\n<br>Bo <ana@x.example>", "Dear Ana,\nBo <ana@x.example>", "Ana,\nBo", "Ana,<br>\n<br>Bo"),
            ("<br><script type=\"application/ld+json\">{\"a\": \"Lee\"}</script>", "\n{\"a\": \"Lee\"} ", "Lee", "Lee"),
            ("<br><!-- Lee--><img alt=\"A &amp; B\" width=3>", "\n  Lee  \"A & B\" ", "A & B", "A &amp; B"),
            ("<br><b data-guest=\"Ana Ruiz\">x</b>", "\nguest=\"Ana Ruiz\" x ", "Ana Ruiz", "Ana Ruiz"),
            ("<input name=\"ln\" value='Ruiz'><br>", " name=\"ln\" value='Ruiz'\n", "Ruiz", "Ruiz"),
            ("<br>open <a href=\"x <b>y", "\nopen <a href=\"x  y", "y", "y"),
            (
                "<table>\n <tr>\n  <th>Name</th>\n  <th>Tel</th> </tr>\n <tr><td></td><td><p>555</p></td></tr></table>",
                "\nName\tTel\n\t555\n",
                "Tel",
                "Tel",
            ),
        ];
        for (original, expected, part, located) in cases {
            let view = View::new(original);
            assert_eq!(view.text(), expected, "{original:?}");
            let at = view.text().find(part).unwrap();
            let range = view.original_range(&(at..at + part.len()));
            assert_eq!(&original[range], located, "{original:?}");
        }
    }

    #[test]
    fn plain_ascii_is_borrowed() {
        let view = View::new("Sarah Lee & co, x = 3;\nnext\tline <3 (555) 555-0123");
        assert!(matches!(view.text, Cow::Borrowed(_)) && view.maps.is_empty());
    }

    #[test]
    fn a_text_of_nothing_but_invisible_characters_is_empty() {
        let view = View::new("\u{200b}\u{feff}");
        assert_eq!(view.text(), "");
        assert_eq!(view.original_range(&(0..0)), 6..6);
    }

    /// Text of everything that is normalised, and of everything else.
    fn mixed() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            any::<String>(),
            "[a-zA-Z0-9 .,\r\n\t]{0,12}",
            "[аеорсАВЕ\u{200b}-\u{200f}\u{300}-\u{304}０-９“”‘’–—²³½ﬁ①]{0,6}",
            Just("&nbsp;".to_owned()),
            Just("&amp;amp;".to_owned()),
            Just("=C3=A9".to_owned()),
            Just("=\r\n".to_owned()),
            Just("{\"".to_owned()),
            Just("\\u00e9\\n\\\"".to_owned()),
            Just("<p>".to_owned()),
            Just("<a href=\"x\">".to_owned()),
            Just("</script><script>".to_owned()),
            Just("<!--".to_owned()),
        ];
        prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
    }

    /// Every range between character boundaries leads to one in the original, in the same order.
    fn leads_back(original: &str) {
        let view = View::new(original);
        let text = view.text();
        let bounds: Vec<usize> = (0..=text.len()).filter(|at| text.is_char_boundary(*at)).collect();
        let mut last = 0;
        for pair in bounds.windows(2) {
            let range = view.original_range(&(pair[0]..pair[1]));
            assert!(original.get(range.clone()).is_some_and(|part| !part.is_empty()), "{original:?} {range:?}");
            assert!(range.start >= last || range.end >= last, "{original:?}");
            let to_end = view.original_range(&(pair[0]..text.len()));
            assert!(to_end.start == range.start && to_end.end >= range.end, "{original:?}");
            let from_start = view.original_range(&(0..pair[1]));
            assert!(from_start.start <= range.start && from_start.end == range.end, "{original:?}");
            let empty = view.original_range(&(pair[0]..pair[0]));
            assert!(empty.is_empty() && empty.start == range.start, "{original:?}");
            last = range.end;
        }
    }

    proptest! {
        #[test]
        fn any_text_leads_back(text in mixed()) {
            leads_back(&text);
        }

        #[test]
        fn a_line_of_plain_ascii_stays(text in "[a-zA-Z0-9 .,;:@/()'-]{0,80}") {
            let view = View::new(&text);
            prop_assert_eq!(view.text(), text.trim_end());
        }

        #[test]
        fn normal_text_stays(text in any::<String>()) {
            let once = fold::characters(&text).map_or(text.clone(), |r| r.text);
            let twice = fold::characters(&once).map_or(once.clone(), |r| r.text);
            prop_assert_eq!(twice, once);
        }
    }
}
