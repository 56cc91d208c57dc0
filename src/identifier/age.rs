//! AGE: ages over 89, 45 CFR 164.514(b)(2)(i)(C), in digits and in words.
//!
//! Left alone: ages up to 89, percentages, prices, doses, weights, temperatures, counts, and groups ("patients over 90").

use super::{Doc, Hit, Kind, Match, Near, Pattern, Recognizer};
use crate::text::Page;

/// Ninety to a hundred and twelve in words.
macro_rules! old_in_words {
    () => {
        r"(?i:ninety(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|(?:a|one) hundred(?:(?: and)? (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?-u:\b))?)(?: and a half(?-u:\b))?"
    };
}

/// 90 to 119 in digits, or ninety to a hundred and twelve in words.
macro_rules! old {
    () => {
        concat!(r"(?:(?:9[0-9]|1[01][0-9])(?: and a half(?-u:\b))?|", old_in_words!(), r")")
    };
}

/// Ninety and more in words of Spanish, Portuguese, Italian, French, German and Dutch.
macro_rules! old_abroad {
    () => {
        r"(?i:noventa(?: [ye] [a-zêÊéÉóÓ]{2,6})?|novant[a-zéÉ]{1,8}|quatre-vingt-(?:dix|onze|douze|treize|quatorze|quinze|seize)(?:-(?:sept|huit|neuf))?|(?:[a-züÜ]{3,6}und)?neunzig|[a-zëË]{3,6}negentig|cien|cento)"
    };
}

pub(super) static RECOGNIZER: Recognizer = Recognizer {
    kind: Kind::Age,
    doc: Doc {
        title: "age over 89",
        paragraph: "45 CFR 164.514(b)(2)(i)(C)",
        is: "An age of 90 or more, in digits or in words: so few people reach it that it points at one of them.",
        leaves_alone: "Ages up to 89, and numbers that are no age: percentages, prices, units, weights, temperatures, days.",
        instead: "Write \"90 or older\".",
    },
    patterns: &[
        Pattern {
            rule: "age/years-old",
            why: "An age of 90 or more in years.",
            regex: concat!(
                r"(?-u:\b)(?P<id>",
                old!(),
                r")[ -]{0,2}(?i:years?[ -](?:old|young|of age)|yrs?\.?[ -](?:old|young)|yrs?\.? ?old|y\.?/?o\.?(?:[mf]|(?-u:\b))|year-old)"
            ),
            near: Near::Words(NINETY),
            confidence: 0.97,
            accept: |m| {
                !is_group(m)
                    && !m.precedes_any(
                        40,
                        &[
                            "house",
                            "home",
                            "building",
                            "company",
                            "business",
                            "brand",
                            "recipe",
                            "tradition",
                            "history",
                            "hotel",
                            "barn",
                            "tree",
                            "farm",
                            "mill",
                        ],
                    )
            },
        },
        Pattern {
            rule: "age/aged",
            why: "An age of 90 or more behind the word age or aged.",
            regex: concat!(
                r#"(?-u:\b)(?i:aged?|age is|edad|et[àÀ]|idade|alter|leeftijd)(?: on file| today| now| unit="[a-z]{1,6}")?[\s:="'|.>]{1,4}(?P<id>"#,
                old!(),
                r")(?-u:\b)"
            ),
            near: Near::Words(NINETY),
            confidence: 0.9,
            accept: |m| !is_group(m) && !is_measure(m),
        },
        Pattern {
            rule: "age/person-is",
            why: "A person is said to be 90 or more.",
            regex: concat!(
                r"(?-u:\b)(?i:turn(?:s|ed|ing)|(?:she|he|who|i|you|mom|mum|mama|mother|dad|papa|father|grand(?:ma|pa|dad|mother|father)|gran|granny|nana|abuel[ao]|aunt|auntie|uncle|husband|wife|sister|brother|patient|pt|client|lady|gentleman|woman|man|neighbou?r)(?:(?: ?'|’)(?:s|m|re)|s| is| was| am| are| of)(?: now| almost| only| already| about to turn)?)\s+(?P<id>",
                old!(),
                r")(?-u:\b)"
            ),
            near: Near::Words(NINETY),
            confidence: 0.85,
            accept: |m| !is_measure(m) && !is_counted(m),
        },
        Pattern {
            rule: "age/of-patient",
            why: "An age of 90 or more right behind the word patient.",
            regex: concat!(
                r"(?-u:\b)(?i:pt|patient):? (?P<id>",
                old!(),
                r")(?: ?(?i:yrs?|years?)(?-u:\b)|, (?i:lives|living|with|w/|has|h/o|hx|here|in|on)(?-u:\b)| ?[MF](?-u:\b))"
            ),
            near: Near::Words(NINETY),
            confidence: 0.8,
            accept: |m| !is_group(m) && !is_counted(m),
        },
        Pattern {
            rule: "age/beside-a-name",
            why: "An age of 90 or more behind a name.",
            regex: concat!(
                r"(?-u:\b)(?:[A-Z][A-Za-z'.-]+|[A-Z][A-Za-z'.-]+ ?\([^()\n]{1,60}\))(?:,? | ?\()(?P<id>",
                old!(),
                r")(?:, [A-Za-z]|,? years| and |,? ?& | {2,}| ?\||[;:)]|\. |\.?\n|\.?$)"
            ),
            near: Near::Words(NINETY),
            confidence: 0.75,
            accept: |m| {
                let apart = m.before(2).starts_with([',', ')']) || m.before(1) == "(";
                apart && !is_measure(m) && !is_counted(m) && !is_place(m)
            },
        },
        Pattern {
            rule: "age/titled",
            why: "An age of 90 or more behind a title and a name.",
            regex: concat!(
                r"(?-u:\b)(?:Mrs?|Ms|Miss|Sra?|Mme|Frau|Herr)\.? [A-Z][A-Za-z'-]+ (?P<id>",
                old!(),
                r")(?:[:;,]| [a-z])"
            ),
            near: Near::Words(NINETY),
            confidence: 0.6,
            accept: |m| {
                // A colon parts the age from what is said of that person.
                (m.after(2) == ": " || !is_measure(m)) && !is_counted(m)
            },
        },
        Pattern {
            rule: "age/old-person",
            why: "A word for somebody of 90 or more.",
            regex: r"(?i)(?-u:\b)(?P<id>nonagenarian|(?:super)?centenarian|(?:90|ninety)[- ]something)(?-u:\b)",
            near: Near::Words(&["genarian", "centenarian", "something"]),
            confidence: 0.7,
            accept: |m| {
                let told = ["a", "an", "our", "the", "this", "that", "my", "is", "'s", "her", "his"];
                let led = |word: &str| m.before(8).to_ascii_lowercase().ends_with(&format!("{word} "));
                !is_measure(m) && (m.text().ends_with("arian") || told.iter().any(|word| led(word)))
            },
        },
        Pattern {
            rule: "age/answered",
            why: "An age of 90 or more in words, as an answer or a question of its own.",
            regex: concat!(r"[,:;?!.\]] (?P<id>", old_in_words!(), r")(?: ?[,!?;]| so | on )"),
            near: Near::Words(&["ninet", "hundred"]),
            confidence: 0.5,
            accept: |m| {
                !is_measure(m)
                    && !is_counted(m)
                    && !m.follows_any(60, &["fever", "temp", "temperature", "weigh", "sugar", "sugars"])
            },
        },
        Pattern {
            rule: "age/behind-sex",
            why: "An age of 90 or more behind a word or a letter for the sex.",
            regex: concat!(
                r"(?-u:\b)(?:[MF]/|(?i:male|female|man|woman|lady|gentleman|resident), )(?P<id>",
                old!(),
                r")(?-u:\b)"
            ),
            near: Near::Words(NINETY),
            confidence: 0.8,
            accept: |m| !is_measure(m),
        },
        Pattern {
            rule: "age/behind-birth",
            why: "An age of 90 or more in brackets behind a date of birth, or drawn from the year of birth.",
            regex: concat!(
                r"(?:[0-9]{2,4} ?\(|(?i:born)[^.;\n]{4,24}?,? (?i:so|now|making (?:him|her|them)) )(?P<id>",
                old!(),
                r")(?:\)|(?-u:\b))"
            ),
            near: Near::Words(NINETY),
            confidence: 0.7,
            accept: |m| {
                let bracketed = m.before(1).ends_with('(');
                !is_measure(m)
                    && (!bracketed || m.after(1).starts_with(')') && m.follows_any(40, &["dob", "born", "birth", "b"]))
            },
        },
        Pattern {
            rule: "age/alone",
            why: "An age of 90 or more in a sentence of its own or between commas, no measure before or behind it.",
            regex: concat!(
                r#"(?:[a-z]{3}[.!?] |[a-z]{3}, |^|["(] ?)(?P<id>"#,
                old!(),
                r#")(?:, [a-z]|!|\.["\n ]|\.?$| and (?:a half|still|counting|going)|,? & )"#
            ),
            near: Near::Words(NINETY),
            confidence: 0.5,
            accept: |m| !is_measure(m) && !is_counted(m),
        },
        Pattern {
            rule: "age/died-at",
            why: "An age of 90 or more behind words for a death or for how somebody still does.",
            regex: concat!(
                r"(?-u:\b)(?i:passed|died|death|lived|living|lives|alone|sharp|spry|strong|drives|driving|dancing|independent)[^.;\n]{0,30}? at (?P<id>",
                old!(),
                r")(?-u:\b)"
            ),
            #[rustfmt::skip]
            near: Near::Begins(&[
                "alone*", "dancing*", "death*", "died*", "drives*", "driving*", "independent*", "lived*", "lives*",
                "living*", "passed*", "sharp*", "spry*", "strong*",
            ]),
            confidence: 0.75,
            accept: |m| {
                let street =
                    m.after(3).strip_prefix(' ').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_uppercase()));
                !is_measure(m) && !street
            },
        },
        Pattern {
            rule: "age/abroad",
            why: "An age of 90 or more in years, in Spanish, Portuguese, Italian, French, German or Dutch.",
            regex: concat!(
                r"(?-u:\b)(?P<id>9[0-9]|1[01][0-9]|",
                old_abroad!(),
                r")[ -](?i:a[ñÑ]os|anos|anni|ans|jahre|j[äÄ]hrige[rn]?|jaar)(?-u:\b)"
            ),
            near: Near::Words(&["años", "anos", "anni", "ans", "jahre", "jährige", "jaar"]),
            confidence: 0.8,
            accept: |m| !is_group(m),
        },
        Pattern {
            rule: "age/reached-abroad",
            why: "Somebody is said to be 90 or more, in Spanish, Portuguese, Italian or German words.",
            regex: concat!(
                r"(?-u:\b)(?i:cumpl[a-zéí]{1,6}|tiene|tengo|tem|fez|compi[a-z]{1,3}|wird|wurde|ist|is|es)\s+(?P<id>",
                old_abroad!(),
                r")(?-u:\b)"
            ),
            near: Near::Words(&["novent", "novant", "neunzig"]),
            confidence: 0.7,
            accept: |m| !is_measure(m),
        },
        Pattern {
            rule: "age/and-sex",
            why: "An age of 90 or more beside a letter for the sex.",
            regex: r"(?-u:\b)(?P<id>9[0-9]|10[0-9])(?: ?| {2,4})(?:[MF]|male|female|woman|man|lady)(?-u:\b)",
            near: Near::Words(NINETY),
            confidence: 0.7,
            accept: |m| {
                let warm = m.before(3) == "at " || m.after(8).ends_with(" out") || m.after(8).contains(" outs");
                !warm
                    && !m.follows_any(
                        40,
                        &["temp", "temperature", "fever", "degrees", "water", "oven", "fridge", "heat", "high of"],
                    )
            },
        },
        Pattern {
            rule: "age/birthday",
            why: "A birthday of 90 or more.",
            regex: r"(?i)(?-u:\b)(?P<id>(?:9[0-9]|1[01][0-9])(?:st|nd|rd|th)|ninetieth|ninety[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|hundredth|hundred and (?:first|second|third|fourth|fifth|sixth))(?: (?:birthday|bday|b-day)(?-u:\b)| (?:is|was) (?:on|in|this|next|coming))",
            near: Near::Words(NINETY),
            confidence: 0.85,
            accept: |_| true,
        },
    ],
    find: Some(|page, _tags, hits| column(page, hits)),
    found: &[("age/column", "The column's header says age.")],
};

/// Appends the ages of 90 and more under a header that says age.
fn column(page: &Page<'_>, hits: &mut Vec<Hit>) {
    for range in page.cells_under(&|header| matches!(header.to_ascii_lowercase().as_str(), "age" | "edad")) {
        if page.text()[range.clone()].parse().is_ok_and(|age: u16| (90..120).contains(&age)) {
            hits.push(Hit { kind: Kind::Age, range, confidence: 0.85, rule: "age/column".into() });
        }
    }
}

/// Whether the number bounds a group of people: `over 90`, `90 or older`.
fn is_group(m: &Match<'_>) -> bool {
    let after = m.after(40).to_ascii_lowercase();
    let bound = ["+", " or older", " and older", " or over", " and over", " or above", " and up", " or more"];
    m.follows_any(
        24,
        &[
            "over",
            "above",
            "under",
            "below",
            "ages",
            "between",
            "up to",
            "until",
            "older than",
            "than",
            "patients aged",
            "adults",
        ],
    ) || bound.iter().any(|phrase| after.starts_with(phrase))
        || ["old or older", "old and older", "old and over", "old or over"].iter().any(|phrase| after.contains(phrase))
}

/// Whether what stands before makes the number part of an address or a product.
fn is_place(m: &Match<'_>) -> bool {
    m.follows_any(24, &["suite", "unit", "room", "rm", "lot", "box", "code", "model", "apt", "ste", "page", "spf"])
}

/// Whether what stands before makes the number an angle, a vital sign, a weight or a score.
fn is_counted(m: &Match<'_>) -> bool {
    const COUNTED: &[&str] = &[
        "flexion",
        "extension",
        "rotation",
        "abduction",
        "adduction",
        "motion",
        "degrees",
        "bp",
        "pulse",
        "rate",
        "sat",
        "sats",
        "o2",
        "spo2",
        "hr",
        "weighs",
        "weight",
        "pounds",
        "score",
        "percent",
        "glucose",
        "sugar",
        "fee",
        "price",
        "cost",
        "costs",
        "code",
        "codes",
        "total",
        "systolic",
        "diastolic",
        "sbp",
        "dbp",
        "saturation",
        "satting",
        "oxygen",
        "heart",
        "temp",
        "egfr",
        "ldl",
        "hdl",
        "platelets",
        "mg",
        "units",
        "count",
        "speed",
        "counting",
        "map",
        "mcv",
        "ggt",
        "alt",
        "ast",
        "fever",
    ];
    let number = |text: &str| text.trim_matches([',', ' ']).bytes().any(|b| b.is_ascii_digit());
    let next =
        m.after(6).strip_prefix(',').is_some_and(|rest| rest.trim_start().starts_with(|c: char| c.is_ascii_digit()));
    let list = number(m.before(6)) || next;
    m.follows_any(60, COUNTED) || list
}

/// Whether what follows makes the number a measure, a price or a part of a longer number.
fn is_measure(m: &Match<'_>) -> bool {
    let after = m.after(24).to_ascii_lowercase();
    let glued = after.starts_with(['%', '°', '/', ':', '+']);
    let goes_on =
        after.strip_prefix(['.', ',', '-']).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric()));
    let word: String = after.trim_start_matches([' ', '-']).chars().take_while(char::is_ascii_alphabetic).collect();
    const UNITS: &[&str] = &[
        "percent", "days", "day", "minutes", "minute", "min", "mins", "seconds", "sec", "hours", "weeks", "months",
        "lbs", "lb", "pounds", "kg", "mg", "ml", "mcg", "cc", "units", "unit", "u", "iu", "dollars", "bucks", "usd",
        "degrees", "points", "people", "patients", "clients", "visits", "sessions", "pages", "cm", "mm", "bpm",
        "miles", "stars", "out", "or", "reviews", "calories", "grams", "g", "times",
    ];
    // "one hundred and sixty" is read no further than the age would be.
    const FURTHER: &[&str] = &[
        "and",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
    ];
    let hundreds = m.text().to_ascii_lowercase().ends_with("hundred") && FURTHER.contains(&word.as_str());
    glued || goes_on || hundreds || is_group(m) || UNITS.contains(&word.as_str())
}

/// Pieces of which every age that counts holds one.
const NINETY: &[&str] = &["90", "91", "92", "93", "94", "95", "96", "97", "98", "99", "10", "11", "ninet", "hundred"];

#[cfg(test)]
mod tests {
    use super::RECOGNIZER;
    use crate::identifier::table;

    #[test]
    fn cases() {
        table::check(
            &RECOGNIZER,
            &[
                "a ⟦95⟧-year-old member swims every morning",
                "a ⟦97⟧ yo woman, stage 3",
                "⟦96⟧ y/o M",
                "age ⟦101⟧, TCA peel",
                "Age: ⟦90⟧",
                "Client,Age,Weight\nMaj Ek,41,97\nBo Lund,⟦93⟧,95",
                "Wilma turns ⟦ninety-six⟧ soon",
                "he was ⟦94⟧ on the day of the fall",
                "she's ⟦94⟧ and wants filler",
                "my uncle is ⟦96⟧, skin cancer",
                "i'm ⟦94⟧ years young",
                "Rosa Diaz, ⟦95⟧, lives with her son",
                "her ⟦92nd⟧ birthday party",
                "⟦ninety-three⟧ years old",
                "Pt: Ines Farrow F/⟦92⟧, room 4",
                "Male, ⟦ninety-four⟧, fell on ice",
                "DOB 1931-02-11 (⟦94⟧), widowed",
                "Her age today: ⟦95⟧.",
                "<age unit=\"yr\">⟦96⟧</age>",
                "He never sees a doctor. ⟦93⟧, hard of hearing, smokes.",
                "our oldest client, ⟦ninety-one⟧ & still dancing",
                "her mother passed in May at ⟦98⟧",
                "born in March 1929 so ⟦96⟧ now",
                "uomo di ⟦novantasei⟧ anni, ⟦92⟧ años",
                "Nadia Voss (Nan), ⟦93⟧, lives alone",
                "flexion is ninety, passive ninety five",
                "we live at 95 Orchard Lane",
                "our fee is 90 each, 91, 92, 93",
                "turned ⟦102⟧ in May",
                "an 89-year-old, 45 yo, age 62",
                "she is 95 lbs lighter; 100% satisfied; 99 dollars",
                "SPF 100, 90 days, 100 units, for 90 minutes",
                "patients over age 90 and people aged 90 or older",
                "it was 94 degrees; temp 98F at noon",
                "he is 95% better, she was 90 minutes late",
                "100 years of experience, page 95, room 101",
                "she's 90 days post, I am 110 percent sure",
                "BP 118/92, O2 97, HR 94",
                "Walter Brandt, ⟦95⟧, Merkel cell; Edna Pell (⟦92⟧; DOB on file); Cora Lim (⟦90⟧) sat down",
                "Mr. Oda ⟦96⟧: refused dinner",
                "new pt is ⟦ninety-nine and a half⟧, she says",
                "Pt ⟦101⟧ yrs, skin tear; pt ⟦93⟧, lives with a niece",
                "Ada Quill, ⟦91⟧, RR 2 Box 41",
                "my mum is ⟦93⟧ and she 's ⟦a hundred and one⟧ next week",
                "[doctor] so how old is she , ⟦ninety four⟧ ?",
                "Pt: ⟦Ninety-two⟧, young man.",
                "our ⟦nonagenarian⟧ from Erie, a ⟦90-something⟧ lady",
                "la abuela cumple ⟦noventa y cuatro⟧ hoy",
                "her ⟦ninety-first⟧ birthday cake",
                "the car was at 95 F, SBP is 92, her oxygen: ninety four, so",
                "Suite 101, Main Street",
                "I was one hundred and fifty two pounds, his weight is one hundred sixty",
            ],
        );
    }
}
