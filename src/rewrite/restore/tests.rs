//! Replies as chatbots write them, and any text at all.

use super::*;
use crate::rewrite::Change;
use proptest::prelude::*;

/// A rewrite of a draft in which these values have these tags, in their order.
fn rewrite(draft: &str, tags: &[(&str, &str)]) -> Rewrite {
    let (mut changes, mut text, mut at) = (Vec::new(), String::new(), 0);
    for (value, tag) in tags {
        let start = at + draft[at..].find(value).unwrap();
        text.push_str(&draft[at..start]);
        text.push_str(tag);
        at = start + value.len();
        changes.push(Change { finding: None, bytes: start..at, replacement: (*tag).to_owned() });
    }
    text.push_str(&draft[at..]);
    Rewrite { text, changes, ..Rewrite::default() }
}

fn originals(draft: &str, tags: &[(&str, &str)]) -> Originals {
    Originals::new(draft, &rewrite(draft, tags)).unwrap()
}

/// `reply → what comes back`.
#[track_caller]
fn check(originals: &Originals, cases: &[(&str, &str)]) {
    for (reply, back) in cases {
        let restored = originals.restore(reply);
        assert_eq!((&**restored.text, &*restored.unknown), (*back, &[][..]), "{reply}");
    }
}

#[test]
fn tags_are_known_in_every_writing() {
    let one = originals(
        "Odile Marsh, plan H77, photo 1 of 12",
        &[("Odile Marsh", "[NAME_1]"), ("H77", "[HEALTH_PLAN_1]"), ("12", "[PHOTO_2]")],
    );
    #[rustfmt::skip]
    check(&one, &[
        // Case.
        ("for [name_1] and [Name_1]", "for Odile Marsh and Odile Marsh"),
        ("NAME_1, name_1, Name_1.", "Odile Marsh, Odile Marsh, Odile Marsh."),
        // Endings of other words and languages.
        ("[NAME_1]'s skin", "Odile Marsh's skin"),
        ("[NAME_1's] skin, [NAME_1’s]", "Odile Marsh's skin, Odile Marsh’s"),
        ("NAME_1's skin", "Odile Marsh's skin"),
        ("[NAME_1]ye, 您好NAME_1您好", "Odile Marshye, 您好Odile Marsh您好"),
        // Other brackets, and half of one.
        ("(NAME_1) {NAME_1} {{NAME_1}} <NAME_1>", "Odile Marsh Odile Marsh Odile Marsh Odile Marsh"),
        ("«NAME_1» 【NAME_1】 ［NAME_1］ `NAME_1`", "Odile Marsh Odile Marsh Odile Marsh Odile Marsh"),
        ("**NAME_1** *NAME_1* __NAME_1__ _NAME_1_", "Odile Marsh Odile Marsh Odile Marsh Odile Marsh"),
        ("[NAME_1 came; NAME_1] left", "Odile Marsh came; Odile Marsh left"),
        ("[NAME_1, HEALTH_PLAN_1]", "Odile Marsh, H77"),
        // Marks that a reply puts around a whole tag stay.
        ("**[NAME_1]**, \"[NAME_1]\", ([NAME_1])", "**Odile Marsh**, \"Odile Marsh\", (Odile Marsh)"),
        ("[**NAME_1**]", "Odile Marsh"),
        // The underscore.
        ("[NAME 1] [NAME-1] [NAME1] [NAME#1] [name – 1]", "Odile Marsh Odile Marsh Odile Marsh Odile Marsh Odile Marsh"),
        (r"[NAME\_1] \[NAME\_1\] NAME\_1 **NAME\_1**", "Odile Marsh Odile Marsh Odile Marsh Odile Marsh"),
        ("[HEALTH PLAN 1] [health-plan-1] [HEALTHPLAN_1] Health_Plan_1", "H77 H77 H77 H77"),
        ("[ NAME _ 1 ] [NAME_ 1] NAME 1", "Odile Marsh Odile Marsh Odile Marsh"),
        // Encodings and lines.
        ("&#91;NAME_1&#93; &lbrack;NAME&lowbar;1&rbrack; &lt;NAME_1&gt;", "Odile Marsh Odile Marsh Odile Marsh"),
        ("[NAME_\n1] [NAME\r\n_1] [NA-\nME_1] [HEALTH_\n> PLAN_1]", "Odile Marsh Odile Marsh Odile Marsh H77"),
        (r#"{"to":"[NAME_1]","plan":"HEALTH_PLAN_1"}"#, r#"{"to":"Odile Marsh","plan":"H77"}"#),
        ("[NA\u{200b}ME_1] [NAME_１] [NAME_١]", "Odile Marsh Odile Marsh Odile Marsh"),
        // In another language, and in a table.
        ("[NOMBRE_1] vendrá; NOMBRE_1, **[Nombre 1]**", "Odile Marsh vendrá; Odile Marsh, **Odile Marsh**"),
        ("| [NAME_1] | `HEALTH_PLAN_1` |", "| Odile Marsh | H77 |"),
        ("‹NAME_1› 〔NAME_1〕 “[NAME_1]”", "Odile Marsh Odile Marsh “Odile Marsh”"),
        // In other order, and more often.
        ("[HEALTH_PLAN_1]: [NAME_1] [NAME_1]", "H77: Odile Marsh Odile Marsh"),
        // A line that begins with a number, and a list of them.
        ("seen by NAME_1\n2. Then", "seen by Odile Marsh\n2. Then"),
        // What is none.
        ("name 1, Photo 1, photo 2, (photo 2), **Photo 2**", "name 1, Photo 1, photo 2, (photo 2), **Photo 2**"),
        ("SURNAME_1 FILE_NAME_1 NAME_12x NAME_1x", "SURNAME_1 FILE_NAME_1 NAME_12x NAME_1x"),
        ("No tag at all.", "No tag at all."),
    ]);
}

#[test]
fn marks_that_stood_around_a_value_stay() {
    let one = originals(
        "call (Odile), {Rob}, [Ana], **Eve** or [Kim",
        &[("Odile", "[NAME_1]"), ("Rob", "[NAME_2]"), ("Ana", "[NAME_3]"), ("Eve", "[NAME_4]"), ("Kim", "[NAME_5]")],
    );
    #[rustfmt::skip]
    check(&one, &[
        ("([NAME_1]) {[NAME_2]} [[NAME_3]] **[NAME_4]**", "(Odile) {Rob} [Ana] **Eve**"),
        ("(NAME_1) {NAME_2} [NAME_3] **NAME_4** [NAME_5", "(Odile) {Rob} [Ana] **Eve** [Kim"),
        ("((NAME_1)) {(NAME_2)} [(NAME_3)] **(NAME_4)**", "(Odile) {Rob} [Ana] **Eve**"),
        ("(**NAME_1**) {{{NAME_2}}} [**NAME_3**] ****NAME_4****", "(Odile) {Rob} [Ana] **Eve**"),
    ]);
}

#[test]
fn brackets_that_stood_before_a_tag_of_the_draft_stay() {
    for before in ["[[NAME_1", "[[[NAME_1", "NAME_1]]", "[ [NAME_1", "[[NAME_1] NAME_2]]"] {
        let draft = format!("{before}Odile");
        assert_eq!(*originals(&draft, &[("Odile", "[NAME_7]")]).restore(&format!("{before}[NAME_7]")).text, draft);
    }
}

#[test]
fn a_person_comes_back_as_written_at_each_place() {
    let draft = "Odile Marsh came. Odile likes it. Bill Ms. Marsh.";
    let one = originals(draft, &[("Odile Marsh", "[NAME_1]"), ("Odile", "[NAME_1]"), ("Marsh", "[NAME_1]")]);
    check(
        &one,
        &[
            ("[NAME_1] came. [NAME_1] likes it. Bill Ms. [NAME_1].", draft),
            ("name_1 CAME. name_1 LIKES IT. BILL MS. name_1.", "Odile Marsh CAME. Odile LIKES IT. BILL MS. Marsh."),
            ("Dear [NAME_1],", "Dear Odile Marsh,"),
        ],
    );
}

#[test]
fn tags_of_the_draft_stand_for_themselves() {
    let one = originals("To [NAME_1], fax_2 and NAME 3: Odile", &[("Odile", "[NAME_4]")]);
    check(&one, &[("to [name_1], FAX_2, name_3: [NAME_4]", "to [NAME_1], fax_2, NAME 3: Odile")]);
    let tags: Vec<String> = one.tags().map(|tag| tag.to_string()).collect();
    assert_eq!(tags, ["[NAME_1]", "[NAME_3]", "[NAME_4]", "[FAX_2]"]);
    // What stands inside the marks of such a tag comes back once.
    check(&originals("*NAME_1's* Odile", &[("Odile", "[NAME_4]")]), &[("*NAME_1's* [NAME_4]", "*NAME_1's* Odile")]);
}

#[test]
fn unknown_tags_are_named_and_stay() {
    let one = originals("Odile", &[("Odile", "[NAME_1]")]);
    let restored = one.restore("[NAME_1], [NAME_2], phone_3, [NAME 2], Photo 7, [photo 8]");
    assert_eq!(*restored.text, "Odile, [NAME_2], phone_3, [NAME 2], Photo 7, [photo 8]");
    assert_eq!(restored.unknown, ["[NAME_2]", "[PHONE_3]"].map(|tag| tag.parse().unwrap()));
    assert_eq!(restored.count, 1);
}

#[test]
fn a_rewrite_in_words_is_refused_and_no_value_is_printed() {
    let words = Rewrite {
        text: "the patient came".to_owned(),
        changes: vec![Change { finding: None, bytes: 0..5, replacement: "the patient".to_owned() }],
        ..Rewrite::default()
    };
    assert_eq!(Originals::new("Odile came", &words), Err(Irreversible));
    let one = originals("Odile", &[("Odile", "[NAME_1]")]);
    assert_eq!(format!("{one:?}"), format!("{{{:?}}}", Tag { kind: crate::Kind::Name, number: 1 }));
    let json = serde_json::to_string(&one).unwrap();
    assert_eq!(serde_json::from_str::<Originals>(&json).unwrap(), one);
}

proptest! {
    /// Whatever a draft is made of, its rewrite brings it back, and never more than what was put in.
    #[test]
    fn every_draft_comes_back(parts in prop::collection::vec((any::<Part>(), "\\PC{1,12}", 1u32..4), 0..12)) {
        let kind = crate::Kind::Name;
        let (mut draft, mut rewrite) = (String::new(), Rewrite::default());
        for (Part(between), value, number) in parts {
            draft.push_str(&between);
            rewrite.text.push_str(&between);
            let start = draft.len();
            draft.push_str(&value);
            // Numbers that no part can have, as no rewrite gives out what the draft has.
            let tag = Tag { kind, number: number + 100 }.to_string();
            rewrite.text.push_str(&tag);
            rewrite.changes.push(Change { finding: None, bytes: start..draft.len(), replacement: tag });
        }
        let originals = Originals::new(&draft, &rewrite);
        prop_assert!(originals.is_ok(), "{:?}", rewrite.text);
    }

    /// Any text at all may be a reply.
    #[test]
    fn any_reply_is_read(reply in "(\\PC{0,8}|\\[|\\]|NAME_|name|1|\\n|&#91;|\\\\|\\*|_| ){0,30}") {
        let one = originals("Odile", &[("Odile", "[NAME_1]")]);
        one.restore(&reply);
    }
}

/// What stands between two tags.
#[derive(Debug)]
struct Part(String);

impl Arbitrary for Part {
    type Parameters = ();
    type Strategy = BoxedStrategy<Part>;

    fn arbitrary_with((): ()) -> BoxedStrategy<Part> {
        let marks =
            "(\\[|\\]|\\(|\\)|\\*|_|`|\\\\|&#91;|&|;|'s|NAME_1|\\[NAME_2\\]|name|[0-9]|\\n|\u{301}|\u{200b}| ){0,6}";
        prop_oneof![marks.prop_map(Part), "\\PC{0,10}".prop_map(Part)].boxed()
    }
}
