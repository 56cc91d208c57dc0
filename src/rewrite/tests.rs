//! Rewrites of texts whose identifiers are marked by hand.

use super::*;
use crate::context::Person;

/// A text with its findings and context, from one with marks such as `⟦NAME:Sarah Johnson⟧`.
///
/// `NAME/relative:` marks a relative. A name that repeats a part of an earlier one is the same person.
pub(super) fn marked(text: &str) -> (String, Vec<Finding>, Context) {
    let mut plain = String::new();
    let mut findings: Vec<Finding> = Vec::new();
    let mut people: Vec<(Vec<String>, Person)> = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('⟦') {
        plain.push_str(&rest[..at]);
        let inner = &rest[at + '⟦'.len_utf8()..];
        let end = inner.find('⟧').unwrap();
        let (code, value) = inner[..end].split_once(':').unwrap();
        let (code, relative) = code.split_once('/').map_or((code, false), |(code, _)| (code, true));
        let kind = Kind::from_code(code).unwrap();
        let start = plain.len();
        plain.push_str(value);
        let bytes = start..plain.len();
        if matches!(kind, Kind::Name | Kind::Provider) {
            let parts: Vec<String> =
                value.to_lowercase().split([' ', ',']).filter(|p| p.len() > 1).map(str::to_owned).collect();
            let role = match kind {
                Kind::Provider => Role::Provider,
                _ if relative => Role::Relative,
                _ => Role::Individual,
            };
            let known = people
                .iter_mut()
                .find(|(known, person)| person.role == role && parts.iter().any(|p| known.contains(p)));
            match known {
                Some((_, person)) => person.mentions.push(findings.len()),
                None => people.push((parts, Person { role, mentions: vec![findings.len()] })),
            }
        }
        findings.push(Finding { kind, bytes, chars: 0..0, confidence: 1.0, rule: String::new(), person: None });
        rest = &inner[end + '⟧'.len_utf8()..];
    }
    plain.push_str(rest);
    let people: Vec<Person> = people.into_iter().map(|(_, person)| person).collect();
    let patient_story = people.iter().any(|person| person.role == Role::Individual);
    let linked = (0..findings.len()).collect();
    (plain, findings, Context { people, linked, health_link: true, patient_story, ..Context::default() })
}

/// The natural rewrite of a marked text.
fn natural(text: &str) -> String {
    let (plain, findings, context) = marked(text);
    rewrite(&plain, &findings, &context, &Policy::default(), Style::Natural, 2026, &mut |_| Default::default()).text
}

#[track_caller]
pub(super) fn check(cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(text, expected)| {
            let found = natural(text);
            (found != *expected).then(|| format!("{text}\n   expected {expected:?}\n   found    {found:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {} cases:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn names_give_way_to_roles() {
    check(&[
        (
            "My patient ⟦NAME:Sarah Johnson⟧ has an appointment on ⟦DATE:Thursday⟧ for a follow-up",
            "My patient has an upcoming appointment for a follow-up",
        ),
        ("Please call ⟦NAME:Dana Ortiz⟧ about her peel.", "Please call the patient about her peel."),
        ("⟦NAME:Dana⟧'s chart is open.", "The patient's chart is open."),
        ("Hi ⟦NAME:Dana⟧, your filler visit is ⟦DATE:Friday⟧.", "Hi there, your filler visit is coming up."),
        ("Dear Mrs. ⟦NAME:Lee⟧, thank you for coming.", "Hello, thank you for coming."),
        ("Loved it! — ⟦NAME:Dana O.⟧", "Loved it!"),
        ("I will be late. Thanks, ⟦NAME:Dana⟧", "I will be late. Thanks"),
        ("Hi, I'm ⟦NAME:Dana⟧, my number's ⟦PHONE:479-555-0140⟧, can I come in?", "Hi, I'm a patient, can I come in?"),
        ("⟦NAME:Dana⟧ called with her husband ⟦NAME/relative:Omar⟧.", "The patient called with her husband."),
        ("⟦NAME:Dana⟧ came, and his mom, ⟦NAME/relative:Despina⟧, waited.", "The patient came, and his mom waited."),
        ("⟦NAME:Dana⟧ and ⟦NAME:Omar⟧ both want 3 pm.", "Patient A and Patient B both want 3 pm."),
        ("pt ⟦NAME:Dana⟧ saw ⟦PROVIDER:Dr. Lee⟧ for acne", "pt saw the doctor for acne"),
        ("Write to our client, ⟦NAME:Dana⟧, who had lips done", "Write to our client who had lips done"),
        ("Name: ⟦NAME:Dana Ortiz⟧\nDOB: ⟦DATE:04/12/88⟧", "Name: withheld\nDOB: 1988"),
        ("Bio for ⟦PROVIDER:Dr. Lee⟧, our director.", "Bio for Dr. Lee, our director."),
        ("⟦NAME:Dana⟧ met our nurse, ⟦PROVIDER:Mia Cho⟧, RN, who smiled.", "The patient met our nurse who smiled."),
        ("my patient ⟦NAME:Dana⟧ and my patient ⟦NAME:Omar⟧", "Patient A and Patient B"),
        ("CALL ⟦NAME:DANA ORTIZ⟧ ABOUT HER PEEL", "CALL THE PATIENT ABOUT HER PEEL"),
        ("\"Mrs. ⟦NAME:Young⟧, your balance is due.\"", "\"Your balance is due.\""),
    ]);
}

#[test]
fn dates_keep_a_year_at_most() {
    check(&[
        ("Seen on ⟦DATE:April 12, 2023⟧ for acne.", "Seen in 2023 for acne."),
        (
            "A patient has a filler appointment on ⟦DATE:March 14th at 2:30⟧.",
            "A patient has an upcoming filler appointment.",
        ),
        ("The patient came ⟦DATE:yesterday⟧ with hives.", "The patient came recently with hives."),
        ("Her tox is ⟦DATE:tmrw at 4⟧.", "Her tox is coming up."),
        ("Client with DOB ⟦DATE:04/12/88⟧: how old?", "Client with DOB 1988: how old?"),
        ("Client born ⟦DATE:1/2/1931⟧ wants a peel", "Client born in 1936 or earlier wants a peel"),
        ("See you ⟦DATE:Wed 10:15⟧.", "See you soon."),
        ("She was seen on ⟦DATE:Labor Day⟧ for hives.", "She was seen for hives."),
        ("Her ⟦DATE:Friday⟧ appointment moved.", "Her upcoming appointment moved."),
        (
            "The pt we moved from ⟦DATE:last tuesday⟧ to the ⟦DATE:5th⟧, keep it vague",
            "The pt we moved to another day, keep it vague",
        ),
    ]);
}

#[test]
fn days_fixed_by_another_day() {
    check(&[
        ("She came in the ⟦DATE:Friday before Christmas⟧ with a rash.", "She came in with a rash."),
        ("He was here the ⟦DATE:day before yesterday⟧ for tox.", "He was here recently for tox."),
        ("She had PRP ⟦DATE:two Mondays ago⟧.", "She had PRP recently."),
        ("Can she have the ⟦DATE:third Saturday in October⟧?", "Can she have another day?"),
        ("The client is off from ⟦DATE:5/2 to 5/9⟧ with hives.", "The client is off for some time with hives."),
        ("On Humira from ⟦DATE:June 2019 to April 2025⟧.", "On Humira from 2019 to 2025."),
        ("She wants ⟦DATE:Monday or Tuesday⟧ for a peel.", "She wants a date for a peel."),
        ("Her appt is the ⟦DATE:8th or 9th⟧.", "Her appt is coming up."),
    ]);
}

#[test]
fn places_ages_and_numbers() {
    check(&[
        ("A client from ⟦LOCATION:Rogers⟧, AR ⟦LOCATION:72756⟧ wants a peel.", "A client from Arkansas wants a peel."),
        ("She lives in ⟦LOCATION:59715⟧ where it is dry", "She lives in ZIP area 597 where it is dry"),
        ("She lives in ⟦LOCATION:03601⟧.", "She lives in ZIP area 000."),
        ("She drove in from ⟦LOCATION:Marfa⟧ for Sculptra.", "She drove in for Sculptra."),
        ("Seen at ⟦LOCATION:St. Vincent's Hospital⟧ for hives.", "Seen at a hospital for hives."),
        ("Ship it to ⟦LOCATION:12 Elm St⟧, ⟦LOCATION:Rogers⟧.", "Ship it to their address."),
        ("Our ⟦AGE:93⟧-year-old client slept", "Our client aged 90 or older slept"),
        ("a ⟦AGE:90⟧ yo male", "a male aged 90 or older"),
        ("My aunt is ⟦AGE:96⟧ and wants", "My aunt is 90 or older and wants"),
        (
            "A ⟦AGE:nonagenarian⟧ wants filler; our ⟦AGE:centenarian⟧ client too",
            "Somebody aged 90 or older wants filler; our 90-or-older client too",
        ),
        ("Letter to ⟦NAME:Dana⟧ (MR# ⟦MRN:88-10-33⟧) about her biopsy", "Letter to the patient about her biopsy"),
        ("⟦NAME:Dana⟧ called from ⟦PHONE:479-555-0140⟧ about a peel.", "The patient called about a peel."),
        ("Call me at ⟦PHONE:479-555-0140⟧.", "Call me."),
        ("card ending ⟦ACCOUNT:4417⟧ was declined", "card was declined"),
        ("⟦NAME:Dana⟧, cell ⟦PHONE:479-555-0140⟧, wants a peel", "The patient wants a peel"),
        ("{\"name\": \"⟦NAME:Dana⟧\", \"mrn\": ⟦MRN:4471⟧}", "{\"name\": \"withheld\", \"mrn\": null}"),
        (
            "Sort: ⟦EMAIL:b@x.example⟧, ⟦EMAIL:a@x.example⟧, ⟦EMAIL:b@x.example⟧",
            "Sort: email address 1, email address 2, email address 1",
        ),
    ]);
}

#[test]
fn wrapped_sentences_read_on() {
    check(&[(
        "The client drove in this week with her grown husband\n⟦NAME/relative:Omar⟧, who waited.",
        "The client drove in this week with her grown husband, who waited.",
    )]);
}

#[test]
fn tables_keep_their_columns_and_data_stays_valid() {
    check(&[
        (
            "first,last,cell,note\n⟦NAME:Dana⟧,⟦NAME:Ortiz⟧,⟦PHONE:479-555-0140⟧,\"late, twice\"\n⟦NAME:Omar⟧,⟦NAME:Reyes⟧,⟦PHONE:479-555-0141⟧,\"sees ⟦PROVIDER:Dr. Lee⟧\"\n",
            "first,last,cell,note\nPatient,A,withheld,\"late, twice\"\nPatient,B,withheld,\"sees the doctor\"\n",
        ),
        ("Dana\t1\n⟦NAME:Omar Reyes⟧\t⟦DATE:2024-05-01⟧\tpeel", "Dana\t1\nwithheld\t2024\tpeel"),
        ("<td>⟦NAME:Omar Reyes⟧</td><td>peel</td>", "<td>withheld</td><td>peel</td>"),
        ("[\"⟦EMAIL:a@b.example⟧\", \"⟦EMAIL:c@d.example⟧\"]", "[\"withheld\", \"withheld\"]"),
    ]);
}

#[test]
fn the_policy_says_what_stands_instead() {
    let (text, findings, context) = marked("Seen ⟦DATE:May 3⟧, chart ⟦MRN:4471⟧.");
    let mut policy = Policy::default();
    let rule = |words: &str| crate::policy::IdentifierRule { replace: Some(words.to_owned()), ..Default::default() };
    policy.identifiers.insert("DATE".to_owned(), rule("on some day"));
    policy.identifiers.insert("MRN".to_owned(), rule("remove"));
    let found = rewrite(&text, &findings, &context, &policy, Style::Natural, 2026, &mut |_| Default::default());
    assert_eq!(found.text, "Seen on some day, chart.");
    let by_rule = |style| rewrite(&text, &findings, &context, &policy, style, 2026, &mut |_| Default::default()).text;
    assert_eq!(by_rule(Style::SafeHarbor), "Seen on some day, chart [record number].");
    assert_eq!(by_rule(Style::Tags), "Seen [DATE_1], chart [MRN_1].");
}

/// Finds every word of a list, as a check that knows them would.
fn recheck_for(words: &'static [&'static str]) -> impl Fn(&str) -> (Vec<Finding>, Context) {
    move |text: &str| {
        let mut findings: Vec<Finding> = words
            .iter()
            .flat_map(|word| text.match_indices(word))
            .map(|(at, word)| Finding {
                kind: Kind::Name,
                bytes: at..at + word.len(),
                chars: 0..0,
                confidence: 1.0,
                rule: String::new(),
                person: None,
            })
            .collect();
        findings.sort_by_key(|finding| finding.bytes.start);
        (findings, Context { patient_story: true, ..Context::default() })
    }
}

/// Finds one more name each time, as long as there is a "word".
fn recheck_one_more(text: &str) -> (Vec<Finding>, Context) {
    let found = text.find("word").map(|at| Finding {
        kind: Kind::Name,
        bytes: at..at + 4,
        chars: 0..0,
        confidence: 1.0,
        rule: String::new(),
        person: None,
    });
    (found.into_iter().collect(), Context { patient_story: true, ..Context::default() })
}

#[test]
fn what_remains_in_the_end_is_told() {
    let words = "word ".repeat(99);
    let (text, findings, context) = marked(&format!("{words} ⟦NAME:Dana⟧ wants {words}"));
    for style in [Style::Natural, Style::Tags, Style::SafeHarbor, Style::Surrogate(Secret::from_seed(1))] {
        let found = rewrite(&text, &findings, &context, &Policy::default(), style, 2026, &mut recheck_one_more);
        assert!(!found.remains.is_empty(), "{style:?}");
        assert!(!found.text.contains("Dana"), "{style:?}");
    }
    let clean =
        rewrite(&text, &findings, &context, &Policy::default(), Style::Natural, 2026, &mut |_| Default::default());
    assert_eq!(clean.remains, []);
}

#[test]
fn placeholders_stay_in_every_style() {
    let marked_text =
        "Hi ⟦NAME:[NAME]⟧, ⟦DATE:{{visit_date}}⟧ at ⟦SSN:XXX-XX-XXXX⟧ or ⟦PHONE:____⟧, dear ⟦NAME:[NAME] Ortiz⟧.";
    let (text, findings, context) = marked(marked_text);
    for style in [Style::Natural, Style::Tags, Style::SafeHarbor, Style::Surrogate(Secret::from_seed(1))] {
        let found = rewrite(&text, &findings, &context, &Policy::default(), style, 2026, &mut |_| Default::default());
        assert!(!found.text.contains("Ortiz"), "{style:?}");
        for placeholder in ["Hi [NAME], {{visit_date}} at XXX-XX-XXXX or ____", "dear [NAME] "] {
            assert!(found.text.contains(placeholder), "{style:?}: {}", found.text);
        }
    }
}

#[test]
fn what_the_second_look_finds_goes_too() {
    let (text, findings, context) = marked("⟦NAME:Dana⟧ and Omar, then Omar's patient ⟦NAME:Dana⟧ on ⟦DATE:Friday⟧.");
    let mut recheck = recheck_for(&["Omar", "someone", "patient"]);
    let found = rewrite(&text, &findings, &context, &Policy::default(), Style::Natural, 2026, &mut recheck);
    assert!(recheck(&found.text).0.is_empty(), "{}", found.text);
    assert_eq!(applied(&text, &found.changes), found.text);
}

mod properties {
    use super::*;
    use proptest::prelude::*;

    /// Texts of words, marks and values, with the findings that cover the values.
    fn texts() -> impl Strategy<Value = (String, Vec<Finding>)> {
        let glue = prop::sample::select(vec![
            " ",
            ", ",
            " (",
            ") ",
            "\n",
            ": ",
            "\t",
            " on ",
            "my patient ",
            "\"",
            "é",
            " | ",
            "'s ",
            ". ",
            "the ",
            " and ",
            "- ",
            "<",
            ">",
            "@",
            "cell ",
            "Name: ",
            "a ",
            "from ",
            "{\"k\": ",
            "Hi ",
            ",",
            "/",
            "\r\n",
            " is ",
            "  ",
            "visit ",
            "🙂",
        ]);
        let part = prop_oneof![
            3 => glue.prop_map(|glue| (glue.to_owned(), None)),
            2 => ("[A-Z][a-z]{2,5}[0-9]{2}Q( [A-Z][a-z]{3,5}Q)?", prop::sample::select(Kind::ALL.to_vec()))
                .prop_map(|(value, kind)| (value, Some(kind))),
        ];
        prop::collection::vec(part, 0..40).prop_map(|parts| {
            let mut text = String::new();
            let mut findings = Vec::new();
            for (part, kind) in parts {
                let start = text.len();
                text.push_str(&part);
                if let Some(kind) = kind {
                    let bytes = start..text.len();
                    findings.push(Finding {
                        kind,
                        bytes,
                        chars: 0..0,
                        confidence: 1.0,
                        rule: String::new(),
                        person: None,
                    });
                }
            }
            (text, findings)
        })
    }

    fn styles() -> impl Strategy<Value = Style> {
        let surrogate = Style::Surrogate(Secret::from_seed(11));
        prop::sample::select(vec![Style::Natural, Style::Tags, Style::SafeHarbor, surrogate])
    }

    proptest! {
        #[test]
        fn no_value_is_left_and_the_changes_tell_the_whole_way((text, findings) in texts(), style in styles()) {
            let context = Context { patient_story: true, health_link: true, ..Context::default() };
            let found = rewrite(&text, &findings, &context, &Policy::default(), style, 2026, &mut |_| Default::default());
            for finding in &findings {
                let value = &text[finding.bytes.clone()];
                prop_assert!(!found.text.contains(value), "{value:?} is left in {:?}", found.text);
            }
            let mut end = 0;
            for change in &found.changes {
                prop_assert!(change.bytes.start >= end && change.bytes.end >= change.bytes.start);
                end = change.bytes.end;
            }
            prop_assert_eq!(applied(&text, &found.changes), found.text.clone());
            let again = rewrite(&found.text, &[], &Context::default(), &Policy::default(), style, 2026, &mut |_| Default::default());
            prop_assert_eq!(again.text, found.text);
        }

        #[test]
        fn any_ranges_do_no_harm(text in "\\PC{0,60}", cuts in prop::collection::vec((0usize..70, 0usize..20, 0usize..20), 0..8), style in styles()) {
            let findings: Vec<Finding> = cuts
                .into_iter()
                .map(|(start, length, kind)| Finding {
                    kind: Kind::ALL[kind],
                    bytes: start..start + length,
                    chars: 0..0,
                    confidence: 1.0,
                    rule: String::new(),
                    person: Some(kind),
                })
                .collect();
            let context = Context { patient_story: true, ..Context::default() };
            let found = rewrite(&text, &findings, &context, &Policy::default(), style, 2026, &mut |_| Default::default());
            prop_assert_eq!(applied(&text, &found.changes), found.text);
        }
    }
}

#[test]
fn what_stood_around_a_number_or_a_day_stays_a_sentence() {
    check(&[
        ("The pump's sticker shows serial ⟦DEVICE:QX-77120⟧.", "The pump's sticker shows a serial number."),
        ("Who can read the letters in chart number ⟦MRN:ZB-104-q⟧?", "Who can read the letters in a chart number?"),
        (
            "Note on ⟦NAME:Liv Vestergaard⟧: SSN ⟦SSN:219-09-9999⟧, wants mornings.",
            "Note on the patient: wants mornings.",
        ),
        (
            "Four visits, two missed, last one ⟦DATE:9/3⟧. Call her.",
            "Four visits, two missed, last one recently. Call her.",
        ),
        ("Quote what ⟦NAME:L i v i a⟧ told us.", "Quote what the patient told us."),
        (
            "Ring in order: ⟦NAME:B.K.⟧ ⟦PHONE:479-555-0111⟧, ⟦NAME:R.T.W.⟧ ⟦PHONE:479-555-0112⟧",
            "Ring in order: Patient A, Patient B",
        ),
        ("This is ⟦NAME:Livia Berg⟧, ⟦NAME:L-i-v-i-a⟧, calling.", "This is a patient, calling."),
    ]);
}
