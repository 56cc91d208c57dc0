//! Invented values: what they keep of the real ones, and what they never are.

use super::*;
use crate::lexicon::{Gender, known_given_name, known_surname};
use crate::policy::Policy;
use crate::rewrite::{Style, rewrite, tests::marked};
use jiff::civil::Date;
use proptest::prelude::*;

/// The surrogate rewrite of a marked text.
fn invented(text: &str, seed: u64) -> String {
    let (text, findings, context) = marked(text);
    let style = Style::Surrogate(Secret::from_seed(seed));
    rewrite(&text, &findings, &context, &Policy::default(), style, 2026, &mut |_| Default::default()).text
}

/// The parts of the rewritten text that are not in this frame, whose gaps are `{}`.
fn gaps<'t>(text: &'t str, frame: &str) -> Vec<&'t str> {
    let mut rest = text;
    let mut parts = frame.split("{}");
    rest = rest.strip_prefix(parts.next().unwrap()).unwrap_or_else(|| panic!("{text} has no {frame}"));
    let mut found = Vec::new();
    for part in parts {
        let at =
            if part.is_empty() { rest.len() } else { rest.find(part).unwrap_or_else(|| panic!("{text}: {frame}")) };
        found.push(&rest[..at]);
        rest = &rest[at + part.len()..];
    }
    found
}

#[test]
fn a_person_stays_one_person() {
    for seed in 0..20 {
        let text = invented(
            "⟦NAME:Sarah Johnson⟧ came. ⟦NAME:SARAH⟧ and Mr. ⟦NAME:Johnson⟧, i.e. ⟦NAME:Johnson, Sarah⟧ or ⟦NAME:S.J.⟧, wrote.",
            seed,
        );
        let parts = gaps(&text, "{} came. {} and Mr. {}, i.e. {} or {}, wrote.");
        let (given, surname) = parts[0].split_once(' ').unwrap();
        assert_eq!(parts[1], given.to_uppercase());
        assert_eq!(parts[2], surname);
        assert_eq!(parts[3], format!("{surname}, {given}"));
        assert_eq!(parts[4], format!("{}.{}.", &given[..1], &surname[..1]));
        assert!(matches!(known_given_name(given), Some((Gender::Female, _))), "{given}");
        assert!(known_surname(surname).is_some(), "{surname}");
    }
}

#[test]
fn names_keep_their_form() {
    for seed in 0..20 {
        let text = invented("⟦NAME:maria de la Cruz-Ortega⟧, Dr. ⟦PROVIDER:Tran⟧, ⟦NAME:Carlos O'Neil Jr.⟧", seed);
        let parts = gaps(&text, "{} de la {}-{}, Dr. {}, {} {} Jr.");
        assert!(parts[0].chars().all(char::is_lowercase) && parts[1].starts_with(char::is_uppercase), "{text}");
        assert!(matches!(known_given_name(parts[4]), Some((Gender::Male, _))), "{text}");
    }
}

#[test]
fn unlisted_names_keep_the_gender_that_the_text_tells() {
    let cases = [
        ("⟦NAME:Oluwaseun Abara⟧ said that her lips hurt", Gender::Female),
        ("⟦NAME:Oluwaseun Abara⟧ said that his lips hurt", Gender::Male),
        ("my husband ⟦NAME:Xoan⟧ came", Gender::Male),
        ("Patient ⟦NAME:Marzena⟧ came", Gender::Female),
    ];
    for seed in 0..10 {
        for (text, gender) in cases {
            let out = invented(text, seed);
            let told = out.split([' ', ',']).find_map(known_given_name).map(|(gender, _)| gender);
            assert_eq!(told, Some(gender), "{out}");
        }
    }
}

#[test]
fn no_name_of_the_text_is_drawn() {
    let mut text: String = crate::lexicon::given_names(Gender::Female, crate::lexicon::Origin::General).join(" ");
    text.push_str(" ⟦NAME:Sarah⟧!");
    for seed in 0..10 {
        let out = invented(&text, seed);
        let drawn = out.rsplit(' ').next().unwrap().trim_end_matches('!');
        assert!(!text.contains(drawn), "{drawn}");
    }
}

#[test]
fn numbers_come_from_reserved_ranges() {
    for seed in 0..40 {
        let text = invented(
            "⟦PHONE:(479) 231-7788⟧ / ⟦PHONE:+44 20 7946 0018⟧ / ⟦FAX:479.231.7788 x12⟧ / ⟦SSN:219-09-9999⟧ / ⟦SSN:9999⟧ / \
             ⟦ACCOUNT:4716 9812 3345 6671⟧ / ⟦IP:10.4.3.2⟧ / ⟦IP:fe80::1⟧ / ⟦EMAIL:kim@acme.com⟧ / ⟦URL:https://acme.com/kim⟧ / \
             ⟦OTHER_ID:219-09-1234⟧",
            seed,
        );
        let parts: Vec<&str> = text.split(" / ").map(str::trim).collect();
        let digits = |at: usize| parts[at].chars().filter(char::is_ascii_digit).collect::<String>();
        assert!(parts[0].starts_with("(479) 555-01"), "{text}");
        assert!(parts[1].starts_with("555-555-01"), "{text}");
        assert!(parts[2].starts_with("479.555.01") && parts[2].contains(" x"), "{text}");
        assert!(parts[3].starts_with("987-65-432") && parts[3].len() == 11, "{text}");
        assert!(parts[4].starts_with("432") && parts[4].len() == 4, "{text}");
        assert!(parts[5].len() == 19 && digits(5).starts_with('4') && digits(5) != "4716981233456671", "{text}");
        assert!(
            ["4111111111111111", "4012888888881881", "4242424242424242", "4000056655665556"].contains(&&*digits(5))
        );
        assert!(parts[6].starts_with("192.0.2."), "{text}");
        assert!(parts[7].starts_with("2001:db8::"), "{text}");
        assert!(parts[8].contains("@example.") && !parts[8].contains("kim"), "{text}");
        assert!(parts[9].starts_with("https://example.") && !parts[9].contains("kim"), "{text}");
        assert!(parts[10].starts_with("987-65-432"), "{text}");
    }
}

#[test]
fn codes_keep_their_form() {
    let form = |text: &str| -> String {
        text.chars()
            .map(|c| match c {
                c if c.is_ascii_digit() => '9',
                c if c.is_uppercase() => 'A',
                c if c.is_lowercase() => 'a',
                c => c,
            })
            .collect()
    };
    for value in
        ["MRN:88-10-33", "VEHICLE:1M8GDM9AXKP042788", "LICENSE:B-4471-kx", "HEALTH_PLAN:XKW884021937", "DEVICE:SN00417"]
    {
        let found = invented(&format!("⟦{value}⟧"), 3);
        let (_, original) = value.split_once(':').unwrap();
        assert_eq!(form(&found), form(original));
        assert_ne!(found, original);
    }
}

#[test]
fn addresses_bear_the_invented_name() {
    let (text, findings, mut context) = marked(
        "⟦NAME:Dana Ortiz⟧ ⟦EMAIL:dana.ortiz@mail.example⟧ ⟦EMAIL:dortiz@mail.example⟧ ⟦PHOTO:Ortiz_before.jpg⟧",
    );
    context.people[0].mentions.extend([1, 2, 3]);
    let style = Style::Surrogate(Secret::from_seed(5));
    let text = rewrite(&text, &findings, &context, &Policy::default(), style, 2026, &mut |_| Default::default()).text;
    let parts: Vec<&str> = text.split(' ').collect();
    let (given, surname) = (parts[0].to_lowercase(), parts[1].to_lowercase());
    assert_eq!(parts[2], format!("{given}.{surname}@example.com"));
    assert_eq!(parts[3], format!("{}{surname}@example.com", &given[..1]));
    assert_eq!(parts[4], format!("{}_before.jpg", parts[1]));
}

#[test]
fn places_stay_in_their_state() {
    for seed in 0..20 {
        let text = invented(
            "⟦LOCATION:12 Elm St, Rogers, AR 72756⟧ / ⟦LOCATION:St. Vincent's Hospital⟧ / ⟦LOCATION:ROGERS⟧",
            seed,
        );
        let parts: Vec<&str> = text.split(" / ").collect();
        let address: Vec<&str> = parts[0].split(", ").collect();
        assert!(address[0].ends_with(" St") && !address[0].contains("Elm") && !address[0].starts_with("12 "), "{text}");
        assert!(
            address[2].starts_with("AR 7") && crate::lexicon::zip_state(&address[2][3..]).unwrap().code == "AR",
            "{text}"
        );
        assert!(parts[1].ends_with(" Hospital") && !parts[1].contains("Vincent"), "{text}");
        assert_eq!(parts[2], address[1].to_uppercase());
    }
}

#[test]
fn dates_keep_their_form() {
    let cases = [
        ("04/12/88", r"^\d\d/\d\d/\d\d$"),
        ("2024-03-14", r"^\d{4}-\d\d-\d\d$"),
        ("3/14", r"^\d{1,2}/\d{1,2}$"),
        ("March 14th at 2:30", r"^[A-Z][a-z]+ \d{1,2}(st|nd|rd|th) at 2:30$"),
        ("SEPT. 28, 1971", r"^[A-Z]{3,4}\. \d{1,2}, \d{4}$"),
        ("14-Mar-2024", r"^\d{1,2}-[A-Z][a-z]{2}-\d{4}$"),
        ("jueves 14 de mayo", r"^[a-zéá]+ \d{1,2} de [a-z]+$"),
        ("thursday", r"^[a-z]+day$"),
        ("Wed 10/29 4PM", r"^[A-Z][a-z]{2} \d{1,2}/\d{1,2} 4PM$"),
        ("20240314", r"^\d{8}$"),
        ("tomorrow", r"^in [a-z]+ days$"),
        ("yesterday", r"^[a-z]+ days ago$"),
        ("5th", r"^\d{1,2}(st|nd|rd|th)$"),
        ("Labor Day", r"^[A-Z][a-z]+ \d{1,2}$"),
        ("the twelfth of May", r"^[A-Z][a-z]+ \d{1,2}$"),
        ("02/29/2024", r"^\d\d/\d\d/\d{4}$"),
    ];
    for (date, form) in cases {
        let form = regex::Regex::new(form).unwrap();
        for seed in 0..25 {
            let found = invented(&format!("⟦DATE:{date}⟧"), seed);
            assert!(form.is_match(&found), "{date}: {found}");
            assert_ne!(found, date);
        }
    }
}

#[test]
fn the_same_seed_draws_the_same() {
    let text = "⟦NAME:Dana Ortiz⟧, ⟦DATE:May 3⟧, ⟦MRN:4471882⟧";
    assert_eq!(invented(text, 1), invented(text, 1));
    assert_ne!(invented(text, 1), invented(text, 2));
    assert_ne!(Secret::random().unwrap(), Secret::random().unwrap());
    assert!(!format!("{:?}", Secret::from_seed(4471)).contains("4471"));
}

proptest! {
    #[test]
    fn dates_keep_their_distances(days in prop::collection::vec(0i64..20_000, 2..5), seed: u64) {
        let first: Date = "1971-01-01".parse().unwrap();
        let dates: Vec<Date> = days.iter().map(|days| first.checked_add(jiff::Span::new().days(*days)).unwrap()).collect();
        let text = dates.iter().map(|date| format!("⟦DATE:{}⟧", date.strftime("%A %m/%d/%Y"))).collect::<Vec<_>>().join("; ");
        let found = invented(&text, seed);
        let moved: Vec<Date> = found.split("; ").map(|date| Date::strptime("%A %m/%d/%Y", date).unwrap()).collect();
        let by = moved[0].since(dates[0]).unwrap().get_days();
        prop_assert!((32..=365).contains(&by.abs()));
        for (date, moved) in dates.iter().zip(&moved) {
            prop_assert_eq!(moved.since(*date).unwrap().get_days(), by);
        }
    }

    #[test]
    fn any_value_is_replaced(value in "\\PC{1,24}", kind in prop::sample::select(Kind::ALL.to_vec()), seed: u64) {
        prop_assume!(value.chars().any(char::is_alphanumeric) && !value.contains(['⟦', '⟧']));
        prop_assume!(kind != Kind::Provider);
        prop_assume!(crate::text::placeholder::all(&value).is_empty());
        let found = invented(&format!("pt ⟦{}:{value}⟧", kind.code()), seed);
        prop_assert_ne!(&found[3..], value);
        prop_assert!(found.len() > 3);
    }
}
