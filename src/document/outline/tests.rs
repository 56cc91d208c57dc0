//! Places and fitted changes, in every syntax.

use super::*;
use proptest::prelude::*;

/// Values, and the parts in which they stand.
type Told = &'static [(&'static str, Option<&'static str>)];

/// The first and the last of what goes, and what is put there.
type Asked = (&'static str, &'static str, &'static str);

/// The part in which the first occurrence of `value` stands.
fn part(text: &str, syntax: Syntax, value: &str) -> Option<String> {
    let outline = Outline::of(text, syntax);
    outline.part(text, text.find(value).unwrap()).map(str::to_owned)
}

#[test]
fn places_are_told_in_the_terms_of_the_format() {
    let csv = "Client,Mobile,Note\r\n\"Ek, Maj\",555-0100,\"a\nb\"\r\n\r\nBo,555-0101,peel\r\n";
    let json = "{\"clients\": [{\"phone\": \"555-0100\"}, {\"phone\": 5550101, \"note\": \"a \\\" peel\"}], \"Maj Ek\": {\"age\": 93}}";
    let yaml = "# ask Ann\nclients:\n  - phone: 555-0100 # cell\n    note: |\n      a peel\n  - {phone: '555-0101', note: \"né\"}\nlast: end\n";
    let xml = "<?xml version=\"1.0\"?>\n<visit id=\"77\"><client phone='555-0100'>Maj</client><!-- a peel --><note><![CDATA[ok]]></note></visit>";
    let html =
        "<title>Maj</title><p>Hi</p><img alt=\"Bo\"><a href=tel:555>x</a><meta name=author content='Ida'><!-- Lis -->";
    let markdown = "---\nclient: Maj\ntags: [Bo]\n---\n# Ida\n";
    let cases: [(&str, Syntax, Told); 6] = [
        (
            csv,
            Syntax::Delimited(None),
            &[
                ("Ek", Some("A2 (Client)")),
                ("555-0100", Some("B2 (Mobile)")),
                ("b\"", Some("C2 (Note)")),
                ("Bo", Some("A3 (Client)")),
                ("Mobile", Some("B1")),
            ],
        ),
        (
            json,
            Syntax::Json,
            &[
                ("555-0100", Some("clients[0].phone")),
                ("5550101", Some("clients[1].phone")),
                ("peel", Some("clients[1].note")),
                ("93", Some("•••.age")),
                ("clients", Some("clients")),
            ],
        ),
        (
            yaml,
            Syntax::Yaml,
            &[
                ("Ann", Some("comment")),
                ("555-0100", Some("clients[0].phone")),
                ("cell", Some("comment")),
                ("peel", Some("clients[0].note")),
                ("555-0101", Some("clients[1].phone")),
                ("né", Some("clients[1].note")),
                ("end", Some("last")),
            ],
        ),
        (
            xml,
            Syntax::Xml,
            &[
                ("77", Some("visit@id")),
                ("555-0100", Some("visit.client@phone")),
                ("Maj", Some("visit.client")),
                ("peel", Some("comment")),
                ("ok", Some("visit.note")),
            ],
        ),
        (
            html,
            Syntax::Html,
            &[
                ("Maj", Some("title")),
                ("Hi", None),
                ("Bo", Some("alt text")),
                ("tel:555", Some("link")),
                ("Ida", Some("meta tag")),
                ("Lis", Some("comment")),
            ],
        ),
        (markdown, Syntax::Markdown, &[("Maj", Some("client")), ("Bo", Some("tags[0]")), ("Ida", None)]),
    ];
    for (text, syntax, places) in cases {
        for (value, expected) in places {
            assert_eq!(part(text, syntax, value).as_deref(), *expected, "{value} in {text}");
        }
    }
    let excel = "sep=;\r\nName;Mobile\r\nMaj, Bo;555-0100\r\n";
    assert_eq!(part(excel, Syntax::Delimited(None), "555").as_deref(), Some("B2 (Mobile)"));
    let data = "<p>x</p><script type=\"application/ld+json\">{\"phone\": \"555\"}</script>";
    assert_eq!(part(data, Syntax::Html, "555").as_deref(), Some("phone"));
    let lines = "{\"phone\": 1}\n{\"phone\": 2}\n";
    assert_eq!(part(lines, Syntax::Json, "2").as_deref(), Some("phone"));
    assert_eq!(
        (letters(0), letters(25), letters(26), letters(702)),
        ("A".into(), "Z".into(), "AA".into(), "AAA".into())
    );
}

/// A text in which the stretches from the first occurrence of each `from` to the end of its `to` are replaced.
fn changed(text: &str, syntax: Syntax, changes: &[(&str, &str, &str)]) -> String {
    let ranges = changes.iter().map(|(from, to, words)| {
        let start = text.find(from).unwrap();
        let end = start + text[start..].find(to).unwrap() + to.len();
        (start..end, (*words).to_owned())
    });
    let ranges: Vec<_> = ranges.collect();
    let mut out = String::new();
    let mut at = 0;
    for (_, range, words) in Outline::of(text, syntax).fit(text, &ranges) {
        out.push_str(&text[at..range.start]);
        out.push_str(&words);
        at = range.end;
    }
    out + &text[at..]
}

#[test]
fn changes_are_written_as_their_place_needs_it() {
    let comma = Syntax::Delimited(None);
    #[rustfmt::skip]
    let cases: [(Syntax, &str, Asked, &str); 30] = [
        (Syntax::Json, "{\"a\": \"Maj\"}", ("Maj", "Maj", "\"x\"\n\\"), "{\"a\": \"\\\"x\\\"\\n\\\\\"}"),
        (Syntax::Json, "{\"mrn\": 4417, \"b\": 1}", ("4417", "4417", "[MRN_1]"), "{\"mrn\": \"[MRN_1]\", \"b\": 1}"),
        (Syntax::Json, "{\"zip\": 72756}", ("72756", "72756", "727"), "{\"zip\": 727}"),
        (Syntax::Json, "{\"a\": \"Maj\", \"b\": \"peel\"}", ("Maj", "pe", "x"), "{\"a\": \"x\", \"b\": \"el\"}"),
        (Syntax::Json, "{\"a\": \"\\nMaj\"}", ("nMaj", "nMaj", "x"), "{\"a\": \"\\nx\"}"),
        (Syntax::Json, "{\"a\": \"Jos\\u00e9!\"}", ("Jos", "\\u00", "x"), "{\"a\": \"x!\"}"),
        (Syntax::Json, "{\"Maj\": 1}", ("\"Maj", "Maj\"", "x"), "{\"x\": 1}"),
        (comma, "Name,Tel\nMaj,1\n", ("Maj", "Maj", "a, b"), "Name,Tel\n\"a, b\",1\n"),
        (comma, "Name,Tel\n\"Ek, Maj\",1\n", ("Ek", "Maj", "\"x\""), "Name,Tel\n\"\"\"x\"\"\",1\n"),
        (comma, "Name,Tel\nMaj,555\n", ("Maj", "555", "x"), "Name,Tel\nx,\n"),
        (Syntax::Delimited(Some(b';')), "a;b\nMaj;1\n", ("Maj", "Maj", "a, b"), "a;b\na, b;1\n"),
        (Syntax::Delimited(Some(b'\t')), "a\tb\nMaj\t1", ("Maj", "1", "x\ty"), "a\tb\n\"x\ty\"\t"),
        (Syntax::Xml, "<a>Maj</a>", ("Maj", "Maj", "a < b & c"), "<a>a &lt; b &amp; c</a>"),
        (Syntax::Xml, "<a b='Maj'/>", ("Maj", "Maj", "it's"), "<a b='it&#39;s'/>"),
        (Syntax::Xml, "<a>Maj</a><b>Ek</b>", ("Maj", "Ek", "x"), "<a>x</a><b></b>"),
        (Syntax::Xml, "<a><!--Maj--></a>", ("Maj", "Maj", "x--y"), "<a><!--x- -y--></a>"),
        (Syntax::Html, "<p>Maj <b>Ek</b></p>", ("Maj", "Ek", "the &amp; x"), "<p>the &amp; x<b></b></p>"),
        (Syntax::Html, "<a href=tel:555>x</a>", ("tel:555", "tel:555", "a link"), "<a href=\"a link\">x</a>"),
        (Syntax::Yaml, "a: Maj\nb: x\n", ("Maj", "Maj", "[NAME_1]"), "a: \"[NAME_1]\"\nb: x\n"),
        (Syntax::Yaml, "a: &x Maj\nb: *x\n", ("Maj", "Maj", "[x]"), "a: &x \"[x]\"\nb: *x\n"),
        (Syntax::Html, "<script type=json>[\"Maj\"]</script>", ("Maj", "Maj", "\""), "<script type=json>[\"\\\"\"]</script>"),
        (Syntax::Yaml, "a: Maj\n", ("Maj", "Maj", "the patient"), "a: the patient\n"),
        (Syntax::Yaml, "a: Maj Ek # x\n", ("Maj", "Maj", "note: a"), "a: \"note: a Ek\" # x\n"),
        (Syntax::Yaml, "a: 'Maj'\n", ("Maj", "Maj", "it's"), "a: 'it''s'\n"),
        (Syntax::Yaml, "- \"Maj\"\n- Maj\n", ("Maj", "Maj", "\"x\""), "- \"\\\"x\\\"\"\n- Maj\n"),
        (Syntax::Yaml, "a: |\n  Maj came\n  twice\n", ("Maj", "Maj", "x\ny"), "a: |\n  x y came\n  twice\n"),
        (Syntax::Yaml, "d: |\n  Maj came\n  twice\n", ("Maj", "Maj", ""), "d: |\n  came\n  twice\n"),
        (Syntax::Yaml, "e: [Maj, x]\n", ("Maj", "Maj", "?*"), "e: [\"?*\", x]\n"),
        (Syntax::Yaml, "a: Maj\n# Bo\n", ("Bo", "Bo", "x\ny"), "a: Maj\n# x y\n"),
        (Syntax::Markdown, "---\na: Maj\n---\n*Bo*\n", ("Maj", "Maj", "- x"), "---\na: \"- x\"\n---\n*Bo*\n"),
    ];
    for (syntax, text, change, expected) in cases {
        assert_eq!(changed(text, syntax, &[change]), expected, "{text}");
    }
    let several = changed(
        "{\"a\": 4417, \"b\": \"Maj Ek\"}",
        Syntax::Json,
        &[("44", "44", "x"), ("17", "17", "y"), ("Ek", "Ek", "\"")],
    );
    assert_eq!(several, "{\"a\": \"xy\", \"b\": \"Maj \\\"\"}");
}

/// Any words, above all those with marks that mean something.
fn words() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-z ]{0,6}",
        "[\"'\\\\,;:#&<>\\[\\]{}|%@`!*?-]{0,3}",
        Just("\n".to_owned()),
        Just("--".to_owned()),
        Just("]]>".to_owned()),
        any::<char>().prop_filter("no control", |c| !c.is_control()).prop_map(|c| c.to_string()),
    ];
    prop::collection::vec(piece, 0..5).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn json_is_json_whatever_is_put_into_it(words in words(), from in 0usize..80, length in 1usize..40) {
        let text = r#"{"a": ["Maj \"Ek\" \u00e9\n", 4417, true, {"b c": null}], "d": "x", "e": -1.5}"#;
        let from = from.min(text.len() - 1);
        let range = from..(from + length).min(text.len());
        prop_assume!(text.is_char_boundary(range.start) && text.is_char_boundary(range.end));
        let mut out = String::new();
        let mut at = 0;
        for (_, range, words) in Outline::of(text, Syntax::Json).fit(text, &[(range, words)]) {
            out.push_str(&text[at..range.start]);
            out.push_str(&words);
            at = range.end;
        }
        out.push_str(&text[at..]);
        let value: serde_json::Value = serde_json::from_str(&out).map_err(|e| TestCaseError::fail(format!("{e}: {out}")))?;
        prop_assert!(value.is_object());
        prop_assert!(value.get("a").is_none_or(|list| list.as_array().is_some_and(|list| list.len() == 4)));
    }

    #[test]
    fn a_table_keeps_its_cells_whatever_is_put_into_it(words in words(), from in 0usize..50, length in 1usize..30) {
        let text = "a,b,c\n\"Ek, \"\"Maj\"\"\",555 0100,x\n\"two\nlines\",,\"z\"\n";
        let from = from.min(text.len() - 1);
        let range = from..(from + length).min(text.len());
        let mut out = String::new();
        let mut at = 0;
        for (_, range, words) in Outline::of(text, Syntax::Delimited(Some(b','))).fit(text, &[(range, words)]) {
            out.push_str(&text[at..range.start]);
            out.push_str(&words);
            at = range.end;
        }
        out.push_str(&text[at..]);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(out.as_bytes());
        let rows: Vec<usize> = reader.records().map(|record| record.unwrap().len()).collect();
        prop_assert_eq!(rows, [3, 3, 3], "{}", out);
    }

    #[test]
    fn yaml_keeps_its_keys_whatever_is_put_into_a_value(words in words(), at in 0usize..5) {
        let text = "a: Maj\nb: 'Maj'\nc: \"Maj\"\nd: |\n  Maj came\n  twice\ne: [Maj, x]\n";
        let place = text.match_indices("Maj").nth(at).unwrap().0;
        let mut out = text.to_owned();
        for (_, range, words) in Outline::of(text, Syntax::Yaml).fit(text, &[(place..place + 3, words)]) {
            out.replace_range(range, &words);
        }
        let value: serde_yaml::Value = serde_yaml::from_str(&out).map_err(|e| TestCaseError::fail(format!("{e}: {out}")))?;
        let keys: Vec<_> = value.as_mapping().unwrap().keys().filter_map(|key| key.as_str()).collect();
        prop_assert_eq!(keys, ["a", "b", "c", "d", "e"], "{}", &out);
        prop_assert_eq!(value["e"].as_sequence().map(Vec::len), Some(2), "{}", out);
    }
}

/// Anything that looks like one of the syntaxes, or like several.
fn broken() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-z é]{0,5}",
        "[\"'\\\\,;:#&<>\\[\\]{}|\n\r\t/=!?-]{0,4}",
        Just("<!--".to_owned()),
        Just("<a b='".to_owned()),
        Just("<![CDATA[".to_owned()),
        Just("\n  - a: |\n    b\n".to_owned()),
        Just("---\n".to_owned()),
        Just("\\u00".to_owned()),
        Just("&a ".to_owned()),
        Just("\"\"".to_owned()),
    ];
    prop::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn whatever_is_broken_has_places_and_takes_changes(text in broken(), words in words(), from in 0usize..40, length in 0usize..20) {
        let start = text.floor_char_boundary(from);
        let range = start..text.floor_char_boundary(start + length);
        #[rustfmt::skip]
        let syntaxes = [
            Syntax::Delimited(None), Syntax::Json, Syntax::Yaml, Syntax::Xml, Syntax::Html, Syntax::Markdown,
        ];
        for syntax in syntaxes {
            let outline = Outline::of(&text, syntax);
            let mut end = 0;
            for leaf in &outline.leaves {
                prop_assert!(end <= leaf.range.start && text.get(leaf.range.clone()).is_some(), "{syntax:?} {text:?}");
                end = leaf.range.end;
            }
            for byte in 0..=text.len() {
                outline.part(&text, byte);
            }
            let mut end = 0;
            for (_, range, _) in outline.fit(&text, &[(range.clone(), words.clone())]) {
                prop_assert!(end <= range.start && text.get(range.clone()).is_some(), "{syntax:?} {text:?} {range:?}");
                end = range.end;
            }
        }
    }
}

#[test]
fn deep_nesting_ends() {
    let deep = 100_000;
    for (open, syntax) in [
        ("[", Syntax::Json),
        ("{\"a\":", Syntax::Json),
        ("<a>", Syntax::Xml),
        ("[", Syntax::Yaml),
        ("- ", Syntax::Yaml),
    ] {
        let text = format!("{}x", open.repeat(deep));
        let outline = Outline::of(&text, syntax);
        assert!(outline.part(&text, text.len() - 1).is_none_or(|part| part.len() < 200), "{open}");
    }
    let unmatched = format!("{}{}", "<a>".repeat(20_000), "</b>".repeat(20_000));
    Outline::of(&unmatched, Syntax::Xml);
}
