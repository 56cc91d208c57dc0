//! What addresses and facilities look like: pattern knowledge of LOCATION, 45 CFR 164.514(b)(2)(i)(B).
//!
//! Streets, post-office boxes, ZIP codes, crossings, and places whose name says what they are (a hospital, a clinic, a
//! school). Names of cities, and places that no word gives away, need a lexicon and are not known here.
//! Left alone: states, countries, places without a name (`our clinic`, `the hospital`), headings such as "Hospital
//! Policy", and procedure codes of five digits.

use super::{Match, Pattern};

/// Kinds of streets, long and short.
macro_rules! street_type {
    () => {
        r"(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Circle|Cir|Place|Pl|Way|Terrace|Ter|Parkway|Pkwy|Highway|Hwy|Loop|Trail|Trl|Square|Sq|Alley|Plaza|Plz|Row|Run|Path|Pike|Crescent|Cres|Point|Ridge|Bend|Cove|Crossing|Wharf|Mews|Walk|Bypass|Turnpike|Esplanade)"
    };
}

/// Two-letter states, territories and military mail regions.
macro_rules! state {
    () => {
        r"(?:A[AEKLPRZ]|C[AOT]|D[CE]|FL|G[AU]|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AIT]|W[AIVY])"
    };
}

/// Full names of states.
macro_rules! state_name {
    () => {
        r"(?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming)"
    };
}

/// A flat, a suite or a floor of a building.
macro_rules! unit {
    () => {
        r"(?:,?\s*(?:(?i:apt|apartment|unit|suite|ste|rm|room|bldg|building|floor|fl)\.?\s*#?\s*|#\s?)[A-Za-z0-9-]{1,6}(?-u:\b))"
    };
}

/// A capitalised word of a name; a full stop only in abbreviations such as `St.`.
macro_rules! word {
    () => {
        r#"(?:St\.|Mt\.|Ft\.|[A-Z]\.|[A-Z][^\s,;:.()\[\]"|<>/!?*=_^~]*)"#
    };
}

/// A few words of a name, `of`, `the` and `&` between them.
macro_rules! name {
    () => {
        concat!(word!(), r"(?:[ \n](?:(?:of|of the|&|at) )?", word!(), r"){0,4}?")
    };
}

/// Words that only places of care, learning and living carry, wherever they stand.
macro_rules! facility {
    () => {
        r"(?:(?i:hospitals?|medical cent(?:er|re)|med(?:ical)?\.? c(?:en)?te?r\.?|health (?:system|center|care|clinic)|healthcare|medical group|cancer (?:center|institute)|heart institute|surgery center|surgical center|ambulatory surgery(?: center)?|surgicenter|urgent care|emergency room|infirmary|hospice|nursing (?:home|center|facility)|rehab(?:ilitation)?(?: center| hospital)?|assisted living|senior (?:center|living)|retirement (?:home|community|village)|care (?:center|home)|memory care|dialysis(?: center)?|imaging center|elementary(?: school)?|middle school|high school|community college|city college|medical school|reference laboratory|shelter|correctional (?:facility|center|institution))|Clinics?|CLINICS?|Pharmacy|PHARMACY|University|UNIVERSITY|College|Academy|Infirmary)"
    };
}

/// Words that practices carry in their names, and that are topics as well.
macro_rules! practice {
    () => {
        r"(?:Dermatology|Derm|Aesthetics?|Med(?:ical)? ?Spa|MedSpa|Skin (?:Studio|Institute|Bar|Center|Clinic|Co\.?|Collective)|Skin|Orthodontics|Dental|Dentistry|Plastic Surgery|Wellness|Pediatrics|Family Medicine|Family Practice|Internal Medicine|Women's Health|Men's Health|Psychiatry|Counseling|Physical Therapy|Chiropractic|Eye (?:Care|Center|Associates)|Oncology|Cardiology|Orthop(?:a)?edics|Regional|General|Memorial|Health|Laser Lounge|Lutheran Home|School|Elementary|Schools|Plastics|Surgical|VA)"
    };
}

/// Patterns of addresses and facilities, for the recognizer of LOCATION.
pub(super) static PATTERNS: &[Pattern] = &[
    Pattern {
        rule: "location/street",
        regex: concat!(
            r"(?-u:\b)(?P<id>[0-9]{1,6}(?:-[0-9]{1,4})?[A-Z]?(?: 1/2)?,?\s+(?:(?:[NSEW]|NE|NW|SE|SW|North|South|East|West)\.?\s+)?(?:[A-Z0-9][A-Za-z0-9'.-]*\s+){1,4}?(?:",
            street_type!(),
            r"|(?i:street|avenue|road|blvd|lane|ave|rd))(?-u:\b)(?:\.?\s+(?:[NSEW]|NE|NW|SE|SW)(?-u:\b))?(?:\.?",
            unit!(),
            r")?(?:\.?,?\s+[A-Z][A-Za-z.]+(?:[ -][A-Z][A-Za-z.]+){0,2},?\s+",
            state!(),
            r"(?-u:\b)(?:,?\s+[0-9]{5}(?:-[0-9]{4})?(?-u:\b))?)?)"
        ),
        confidence: 0.93,
        accept: is_street,
    },
    Pattern {
        rule: "location/street-lower",
        regex: concat!(
            r"(?-u:\b)(?P<id>[0-9]{1,6}\s+(?:(?i:north|south|east|west|[nsew])\.?\s+)?(?:[a-z0-9'-]+\s+){1,3}?(?i:street|avenue|road|boulevard|lane|drive|court|terrace|parkway|circle|blvd|ave|rd|st|ln|pkwy)(?-u:\b)",
            unit!(),
            r"?)"
        ),
        confidence: 0.75,
        accept: is_plain_street,
    },
    Pattern {
        rule: "location/street-spoken",
        regex: r"(?i)(?-u:\b)(?P<id>(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|oh|hundred|thousand)[ -]){1,6}(?:[a-z']+ ){1,3}?(?:street|avenue|road|boulevard|lane|drive|court|terrace|parkway|circle|place|way))(?-u:\b)",
        confidence: 0.8,
        accept: is_plain_street,
    },
    Pattern {
        rule: "location/street-directed",
        regex: concat!(
            r"(?-u:\b)(?P<id>[0-9]{2,6} (?:[NSEW]|NE|NW|SE|SW)\.? (?:[A-Z][A-Za-z]{2,}|[0-9]{1,3}(?:st|nd|rd|th)|Broadway)(?: [A-Z][a-z]+)?",
            unit!(),
            r"?)(?:[,.;)|\n]|$| [A-Z])"
        ),
        confidence: 0.8,
        accept: |_| true,
    },
    Pattern {
        rule: "location/highway",
        regex: concat!(
            r"(?i)(?-u:\b)(?P<id>[0-9]{1,6} (?:[nsew]\.? )?(?:co(?:unty)?\.? (?:rd|road)|county highway|state (?:rd|road|route|hwy|highway)|hwy|highway|us hwy|route|rte|fm|rr|ranch road|calle|avenida|camino|paseo|via|broadway)(?: [0-9]{1,5}(?-u:\b)| [a-z]+(?-u:\b))?|rr ?#?[0-9]{1,3},? box [0-9]{1,5}[a-z]?|rural route [0-9]{1,3}(?:,? box [0-9]{1,5})?)",
            unit!(),
            r"?"
        ),
        confidence: 0.94,
        accept: |m| !m.follows_any(12, &["cpt", "code", "icd"]),
    },
    Pattern {
        rule: "location/street-named",
        regex: concat!(
            r"(?-u:\b)(?:on|off|at|near|along|above|to)\s+(?P<id>(?:[NSEW]\.? )?(?:[A-Z][a-z']+|[0-9]{1,3}(?:st|nd|rd|th))(?: [A-Z][a-z]+)? (?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Court|Ct|Pkwy|Parkway|Highway|Hwy|Terrace))(?-u:\b)"
        ),
        confidence: 0.75,
        accept: |m| !["Wall Street", "Sesame Street", "Easy Street"].contains(&m.text()),
    },
    Pattern {
        rule: "location/po-box",
        regex: r"(?i)(?-u:\b)(?P<id>(?:p\.?\s?o\.?\s?box|post office box|postbox|apartado(?: postal)?|pmb)\s*#?\s*[0-9]{1,7}[a-z]?|(?:psc|cmr|unit) [0-9]{1,5},? box [0-9]{1,6}(?:\s+[afd]po,? a[aep] [0-9]{5})?)(?-u:\b)",
        confidence: 0.95,
        accept: |_| true,
    },
    Pattern {
        rule: "location/unit",
        regex: r"(?-u:\b)(?P<id>(?:Suite|Ste\.?|Apt\.?|Apartment) #?[0-9]{1,5}[A-Z]?)(?-u:\b)",
        confidence: 0.6,
        accept: |_| true,
    },
    Pattern {
        rule: "location/crossing",
        regex: r"(?-u:\b)(?:(?i:corner of|intersection of|cross streets?:?)\s+(?P<id>[A-Z0-9][A-Za-z0-9]*(?: [A-Z][a-z]+)? (?i:and|&) [A-Z0-9][A-Za-z0-9]*(?: (?:Streets?|St|Ave|Avenue|Rd))?))",
        confidence: 0.85,
        accept: |_| true,
    },
    Pattern {
        rule: "location/crossing-numbered",
        regex: r"(?-u:\b)(?P<id>[A-Z][a-z]{2,} (?:&|and) [0-9]{1,3}(?:st|nd|rd|th)|[0-9]{1,3}(?:st|nd|rd|th) (?:&|and) [A-Z][a-z]{2,})(?-u:\b)",
        confidence: 0.7,
        accept: |m| m.follows_any(12, &["at", "on", "near", "by", "to", "of", "off"]) && !names_a_month(m.text()),
    },
    Pattern {
        rule: "location/city-state",
        regex: concat!(
            r"(?-u:\b)(?P<id>[A-Z][A-Za-z'-]+(?:[ -][A-Z][A-Za-z'-]+){0,2},\s(?:",
            state!(),
            r"|D\.C\.)(?:,?\s+[0-9]{5}(?:-[0-9]{4})?)?)(?-u:\b)"
        ),
        confidence: 0.86,
        accept: is_city_and_state,
    },
    Pattern {
        rule: "location/city-state-name",
        regex: concat!(r"(?-u:\b)(?P<id>[A-Z][A-Za-z'-]+(?: [A-Z][A-Za-z'-]+){0,2}), ", state_name!(), r"(?-u:\b)"),
        confidence: 0.75,
        accept: |m| !is_generic(m.text()),
    },
    Pattern {
        rule: "location/zip",
        regex: concat!(
            r#"(?-u:\b)(?:(?:"#,
            state!(),
            r#"|"#,
            state_name!(),
            r#")[.,;|^\t]?\s{0,3}|(?i:zip|zip ?codes?|postal ?code)[a-z_]*(?: is| of)?[\s:="'#>]{1,5}|(?i:lives? in|living in|moved to|drives from|area of) )(?P<id>[0-9]{5}(?:-[0-9]{4})?)(?-u:\b)"#
        ),
        confidence: 0.85,
        accept: is_zip,
    },
    Pattern {
        rule: "location/zip-listed",
        regex: r"(?-u:\b)(?P<id>[0-9]{5}(?:-[0-9]{4})?)(?-u:\b)",
        confidence: 0.6,
        accept: is_listed_zip,
    },
    Pattern {
        rule: "location/facility",
        regex: concat!(
            r"(?-u:\b)(?P<id>",
            name!(),
            r"\s",
            facility!(),
            r"(?:,? (?:of|in|at) (?:the )?[A-Z][a-z]+(?: [A-Z][a-z]+)?(?:, [A-Z]{2}(?-u:\b))?| (?:Los Angeles|San Diego|Boston|Houston|Dallas|Chicago|Philadelphia|Denver|Seattle|Phoenix|Atlanta|East|West|North|South|Central))?)(?-u:\b)"
        ),
        confidence: 0.88,
        accept: is_named_facility,
    },
    Pattern {
        rule: "location/facility-first",
        regex: concat!(
            r"(?-u:\b)(?P<id>(?:(?:Children['’]s |Memorial |General |University |Veterans )?Hospital|University|College|Institute|School|Academy|Church|Convent|Home) (?:of|for) (?:the )?[A-Z][A-Za-z'-]+(?: [A-Z][A-Za-z'-]+){0,2})"
        ),
        confidence: 0.75,
        accept: |m| !is_generic_tail(m.text()),
    },
    Pattern {
        rule: "location/practice",
        regex: concat!(
            r"(?-u:\b)(?P<id>",
            name!(),
            r"\s(?:& |and )?",
            practice!(),
            r"(?: (?:(?:& |and |\+ )?(?:Aesthetics|Wellness|Laser|Mohs|Associates|Partners|Group|Center|Studio|Clinic|Care|Institute|Specialists|Spa|Collective|Office)))*)(?-u:\b)"
        ),
        confidence: 0.65,
        accept: is_named_practice,
    },
    Pattern {
        rule: "location/saint",
        regex: r"(?-u:\b)(?P<id>(?:St\.?|Saint|Sts\.) [A-Z][a-z]+(?:['’]s|s['’])(?: [A-Z][a-z]+)?|(?:Mt\.?|Mount) [A-Z][a-z]{2,}|Our Lady of (?:the )?[A-Z][a-z]+(?: [A-Z][a-z]+)?)",
        confidence: 0.85,
        accept: |m| !m.text().contains("Day") && !m.precedes_any(10, &["wort", "day", "church supper"]),
    },
    Pattern {
        rule: "location/seen-at",
        regex: concat!(
            r"(?-u:\b)(?i:seen|admitted|treated|evaluated|hospitali[sz]ed|surgery|delivered|discharged|transferred|implanted|diagnosed|dx'd|tx'd|observed|assessed|presented|reviewed|care|dialysis|cardiologist|oncologist|surgeon|doctor|pcp|er|ed|icu|records?|labs?|notes?|injection|mri|visit) (?i:at|to|from|@|in) (?:the )?(?P<id>",
            word!(),
            r"(?:[ -](?:(?:of|&) )?",
            word!(),
            r"){0,4})"
        ),
        confidence: 0.7,
        accept: is_somewhere,
    },
    Pattern {
        rule: "location/branch",
        regex: r"(?-u:\b)(?:our|the|at|in|your|their|to) (?P<id>[A-Z][a-z]+(?: [A-Z][a-z]+){0,2} (?:clinic|office|studio|campus|branch|location|practice|hospital|er|urgent care|emergency room|pharmacy))(?-u:\b)",
        confidence: 0.6,
        accept: |m| !is_generic(m.text()),
    },
    Pattern {
        rule: "location/facility-lower",
        regex: r"(?-u:\b)(?:at|to|from|near|by|in) (?P<id>(?:st\.? |saint |mount |mt\.? )?[a-z']{3,}(?: [a-z']{3,})? (?:hospital|medical center|med ctr|memorial|urgent care|nursing home|assisted living|elementary|high school|regional))(?-u:\b)",
        confidence: 0.6,
        accept: is_lower_facility,
    },
];

/// Words that name no place, though they stand before one.
const GENERIC: &[&str] = &[
    "a",
    "an",
    "the",
    "our",
    "your",
    "my",
    "her",
    "his",
    "their",
    "this",
    "that",
    "any",
    "each",
    "every",
    "which",
    "same",
    "another",
    "other",
    "local",
    "nearest",
    "nearby",
    "main",
    "new",
    "old",
    "next",
    "last",
    "first",
    "free",
    "best",
    "top",
    "private",
    "public",
    "mental",
    "behavioral",
    "oral",
    "dental",
    "women's",
    "men's",
    "skin",
    "laser",
    "med",
    "medical",
    "spa",
    "aesthetic",
    "aesthetics",
    "cosmetic",
    "weight",
    "loss",
    "hair",
    "botox",
    "filler",
    "iv",
    "hormone",
    "mobile",
    "patient",
    "patients",
    "client",
    "staff",
    "team",
    "policy",
    "front",
    "desk",
    "hospital",
    "clinic",
    "clinics",
    "outpatient",
    "inpatient",
    "day",
    "home",
    "primary",
    "urgent",
    "emergency",
    "specialty",
    "compounding",
    "pop-up",
    "virtual",
    "telehealth",
    "online",
    "in-office",
    "busy",
    "small",
    "large",
    "independent",
    "teaching",
    "rural",
    "acute",
    "pre-op",
    "post-op",
    "outside",
    "referring",
    "call",
    "visit",
    "see",
    "contact",
    "if",
    "for",
    "at",
    "from",
    "to",
    "in",
    "no",
    "not",
    "good",
    "great",
    "about",
    "welcome",
    "when",
    "where",
    "why",
    "how",
    "what",
    "and",
    "or",
    "with",
    "by",
    "training",
    "injection",
    "injectable",
    "neurotoxin",
    "wellness",
    "health",
    "beauty",
    "surgery",
    "surgical",
    "plastic",
    "dermatology",
    "general",
    "family",
    "internal",
    "personal",
    "occupational",
    "environmental",
    "global",
    "total",
    "digital",
    "gut",
    "sexual",
    "eye",
    "foot",
    "heart",
    "bone",
    "brain",
    "reproductive",
    "holistic",
    "integrative",
    "functional",
    "regenerative",
    "dear",
    "hi",
    "hello",
    "nearest",
    "different",
    "previous",
    "prior",
    "current",
    "facial",
    "fake",
    "example",
    "sample",
    "retail",
    "local",
    "corporate",
    "downtown",
    "university",
    "children's",
    "community",
    "high",
    "middle",
    "night",
    "ambulatory",
    "american",
    "national",
    "society",
    "board",
    "association",
    "academy",
    "journal",
    "department",
    "division",
    "bureau",
    "master",
    "bachelor",
    "annual",
    "advanced",
    "certified",
    "licensed",
    "modern",
    "premier",
    "professional",
    "monthly",
    "quarterly",
];

/// Whether every word before the last is a generic one, so that no place is named.
fn is_generic(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let named = words.len().saturating_sub(1).max(1);
    words[..named.min(words.len())].iter().all(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().replace('’', "'");
        word.is_empty() || GENERIC.contains(&word.as_str())
    })
}

/// Whether the word after `of` is a subject and not a place: `School of Medicine`.
fn is_generic_tail(text: &str) -> bool {
    const SUBJECTS: &[&str] = &[
        "medicine",
        "nursing",
        "dentistry",
        "pharmacy",
        "public",
        "health",
        "surgeons",
        "physicians",
        "dermatology",
        "arts",
        "obstetricians",
        "cosmetology",
        "aesthetics",
        "esthetics",
        "law",
        "business",
        "hope",
        "the",
    ];
    let tail = text.split(" of ").nth(1).or_else(|| text.split(" for ").nth(1)).unwrap_or("");
    SUBJECTS.contains(&tail.trim_start_matches("the ").split_whitespace().next().unwrap_or("").to_lowercase().as_str())
}

/// Whether the text begins or ends with the name of a month.
fn names_a_month(text: &str) -> bool {
    const MONTHS: &[&str] = &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    text.split_whitespace().any(|word| word.get(..3).is_some_and(|head| MONTHS.contains(&head.to_lowercase().as_str())))
}

/// A street has a number of its own, and "Dr" before a name is a doctor.
fn is_street(m: &Match<'_>) -> bool {
    let text = m.text();
    let words: Vec<&str> = text.split_whitespace().collect();
    let doctor = words.iter().any(|word| matches!(word.trim_matches(','), "Dr" | "Dr."))
        && text.trim_end_matches('.').ends_with("Dr")
        && m.after(6).trim_start_matches(['.', ' ']).starts_with(|c: char| c.is_ascii_uppercase())
        && !m.after(1).starts_with([',', '\n']);
    let measured = words.get(1).is_some_and(|word| {
        let word = word.to_ascii_lowercase();
        ["units", "unit", "mg", "ml", "cc", "u", "am", "pm", "days", "weeks", "patients", "x", "pts", "min", "of"]
            .contains(&word.as_str())
    });
    let broken = text.matches('\n').count() > 1;
    !doctor && !measured && !broken && !(names_a_month(words.get(1).unwrap_or(&"")) && words.len() <= 3 && doctor)
}

/// A street in lower case or spoken must not be a phrase such as `20 minutes down the road`.
fn is_plain_street(m: &Match<'_>) -> bool {
    const PHRASE: &[&str] = &[
        "minute", "minutes", "min", "mins", "hour", "hours", "block", "blocks", "mile", "miles", "the", "a", "an",
        "of", "down", "up", "from", "for", "to", "in", "on", "at", "by", "and", "or", "is", "was", "with", "that",
        "this", "my", "her", "his", "our", "your", "day", "days", "week", "weeks", "month", "year", "years", "units",
        "unit", "mg", "ml", "cc", "patients", "clients", "people", "more", "less", "other", "way", "side", "per",
        "any", "no", "which", "long", "short", "feet", "pm", "am", "syringe", "syringes", "dose", "if", "it", "she",
        "he", "they", "we", "i", "you", "x", "percent", "dollars", "each", "step", "steps", "times", "out", "off",
        "line", "laser", "botox", "filler", "lip",
    ];
    let lower = m.text().to_lowercase();
    let digits = m.text().starts_with(|c: char| c.is_ascii_digit());
    let words: Vec<&str> = lower.split([' ', '-', '\n']).collect();
    let fits = words.iter().skip(1).rev().skip(1).all(|word| !PHRASE.contains(word));
    let saint = digits && words.last().is_some_and(|last| *last == "st") && words.len() < 3;
    fits && !saint && !lower.contains('\n')
}

/// A city stands before the comma, and not a person before credentials that look like a state.
fn is_city_and_state(m: &Match<'_>) -> bool {
    let text = m.text();
    let Some((city, rest)) = text.split_once(',') else { return false };
    let state = rest.trim().get(..2).unwrap_or("");
    let has_zip = rest.bytes().any(|b| b.is_ascii_digit());
    let credential = matches!(
        state,
        "MD" | "PA"
            | "MA"
            | "DC"
            | "ND"
            | "MS"
            | "AL"
            | "OR"
            | "IN"
            | "ME"
            | "OK"
            | "HI"
            | "PR"
            | "CO"
            | "DE"
            | "MO"
            | "AA"
            | "AE"
            | "AP"
            | "VI"
            | "MT"
            | "ID"
    );
    let placed = m
        .follows_any(14, &["in", "from", "of", "near", "at", "to", "city", "location", "town", "address", "lives"])
        || m.before(2).ends_with(", ");
    let after = m.after(3);
    let continues =
        after.starts_with('-') || after.starts_with(", C") || after.starts_with(", N") || after.starts_with(", F");
    let closes = after.is_empty() || after.starts_with([',', '.', ';', ')', '|', '?', '!']);
    let shouted = city.len() > 3 && !city.chars().any(|c| c.is_ascii_lowercase());
    !continues && (has_zip || placed || closes && !credential && !shouted && !is_generic(city)) && !names_a_month(city)
}

/// Five digits that are no procedure code, no amount and no part of a longer number.
fn is_zip(m: &Match<'_>) -> bool {
    let after = m.after(2);
    !after.starts_with(['-', '/', '%', '_']) && !m.follows_any(8, &["cpt", "icd", "in cpt"])
}

/// A ZIP code in a line that speaks of ZIP codes, or behind a street and a city.
fn is_listed_zip(m: &Match<'_>) -> bool {
    let before = m.before(240);
    let lower = before.to_ascii_lowercase();
    let spoken_of = lower.contains("zip") || m.after(40).to_ascii_lowercase().contains("zip");
    let city_before = before.trim_end().rsplit([',', '/']).next().is_some_and(|tail| {
        let tail = tail.trim();
        tail.len() >= 3 && tail.split(' ').all(|word| word.starts_with(|c: char| c.is_ascii_uppercase()))
    });
    let street = [
        " st", " ave", " rd", " road", " street", " ln", " lane", " dr", " blvd", " ct", "box ", " way", " hwy", " pl",
    ];
    let behind_a_street = city_before
        && before.ends_with(' ')
        && before.contains(|c: char| c.is_ascii_digit())
        && street.iter().any(|kind| lower.contains(kind));
    let other = m.before(12).to_ascii_lowercase();
    let coded =
        ["cpt", "code 1", "icd", "lot", "sku", "$", "#", "no.", "mrn", "id "].iter().any(|word| other.contains(word));
    (spoken_of || behind_a_street) && !coded && is_zip(m)
}

/// A facility has a name of its own before the word that says what it is, and is no heading.
fn is_named_facility(m: &Match<'_>) -> bool {
    let text = m.text();
    let lower_key = !text.split_whitespace().next_back().unwrap_or("").starts_with(|c: char| c.is_ascii_uppercase());
    let placed = m.follows_any(
        16,
        &["at", "to", "from", "in", "the", "near", "by", "via", "@", "for", "of", "with", "and", "our", "s/p"],
    );
    let role = [
        "policy",
        "policies",
        "stay",
        "admission",
        "admissions",
        "discharge",
        "bill",
        "staff",
        "grade",
        "setting",
        "records",
    ];
    let goes_on = m.after(1).starts_with(' ')
        && role.iter().any(|word| m.after(14).trim_start().to_lowercase().starts_with(word));
    if is_generic_name(text) {
        return false;
    }
    (!lower_key || placed) && !goes_on
}

/// Whether the words of a facility's name are all generic. `General Hospital` and `Community Hospital` are names.
fn is_generic_name(text: &str) -> bool {
    const NAMES: &[&str] = &[
        "General",
        "Memorial",
        "City",
        "County",
        "Downtown",
        "Community",
        "Children's",
        "University",
        "Regional",
        "Central",
        "Methodist",
        "Women's",
    ];
    let words: Vec<&str> = text.split_whitespace().collect();
    let alone = words.len() == 2 && NAMES.contains(&words[0]) && words[1].starts_with('H');
    !alone && is_generic(text)
}

/// A practice's word is often a topic: it needs a name before it and a place's word or a list's mark around it.
fn is_named_practice(m: &Match<'_>) -> bool {
    let text = m.text();
    let placed = m.follows_any(
        14,
        &[
            "at", "to", "from", "by", "via", "@", "near", "with", "visited", "called", "location", "clinic", "c/o",
            "facility", "and", "for",
        ],
    );
    let topic = ["of", "in"].iter().any(|word| m.before(4).ends_with(&format!("{word} ")));
    let address_follows = m.after(40).starts_with([',', '\n', '|']) && m.after(40).bytes().any(|b| b.is_ascii_digit());
    let closes = m.before(200).trim().is_empty() && m.after(4).trim().is_empty();
    !is_generic(text) && !topic && (placed || address_follows || closes && text.split_whitespace().count() >= 2)
}

/// What stands after `seen at` is a place unless it is a person, a day or a role.
fn is_somewhere(m: &Match<'_>) -> bool {
    const NOT_PLACES: &[&str] = &[
        "dr",
        "mr",
        "mrs",
        "ms",
        "dr.",
        "mr.",
        "mrs.",
        "ms.",
        "nurse",
        "i",
        "she",
        "he",
        "we",
        "bmi",
        "er",
        "ed",
        "icu",
        "or",
        "er.",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "botox",
        "chatgpt",
        "claude",
        "english",
        "spanish",
        "glp-1",
        "u",
        "ct",
        "mri",
        "today",
        "room",
        "patient",
        "pt",
        "clinic",
        "office",
        "hospital",
    ];
    let first = m.text().split_whitespace().next().unwrap_or("").to_lowercase();
    let first = first.trim_end_matches(['\'', 's', '.']);
    let shouted = m.before(20).chars().filter(char::is_ascii_alphabetic).all(|c| c.is_ascii_uppercase());
    m.text().len() >= 4
        && !NOT_PLACES.contains(&first)
        && !GENERIC.contains(&first)
        && !names_a_month(first)
        && !shouted
}

/// A facility in lower case: the words before its kind must name it.
fn is_lower_facility(m: &Match<'_>) -> bool {
    let words: Vec<&str> = m.text().split_whitespace().collect();
    words[..words.len().saturating_sub(1)]
        .iter()
        .any(|word| !GENERIC.contains(word) && *word != "center" && *word != "ctr")
        && !GENERIC.contains(&words[0])
}

#[cfg(test)]
mod tests {
    use super::PATTERNS;
    use crate::identifier::{Doc, Kind, Recognizer, table};

    static PLACES: Recognizer = Recognizer {
        kind: Kind::Location,
        doc: Doc { title: "", paragraph: "", is: "", leaves_alone: "", instead: "" },
        patterns: PATTERNS,
        find: None,
    };

    #[test]
    fn streets() {
        table::check(
            &PLACES,
            &[
                "lives at ⟦4412 N Halsted St⟧",
                "ship to ⟦77 Pleasant Street, Apt 3B⟧",
                "deliver to ⟦94-118 Waipio Depot St⟧.",
                "now ⟦1608 E. Spruce, #3⟧, above the cafe",
                "mailed from ⟦nine twelve orchard lane⟧ last week",
                "i'm at ⟦742 evergreen terrace⟧ now",
                "⟦4210 Co Rd 77⟧, unpaved",
                "write to ⟦P.O. Box 41⟧",
                "⟦RR 2 BOX 118⟧, rural",
                "the bakery on ⟦Lincoln Ave⟧ is below her flat",
                "at the corner of ⟦5th and Main⟧",
                "stuck at ⟦Peach & 10th⟧",
                "⟦12 Oak Ln, Salem, OR 97301⟧",
                "20 minutes down the road",
                "seen 14 March Dr. Lee said so",
                "10 units per side, 3 weeks ago",
                "two blocks down the street",
                "one way or another",
                "a 45 minute drive",
                "2 patients a day on average",
                "on the way to court",
                "100 Botox units",
            ],
        );
    }

    #[test]
    fn zip_codes_and_cities() {
        table::check(
            &PLACES,
            &[
                "ZIP ⟦59715⟧, female",
                "she lives in ⟦59715⟧",
                "zip: ⟦84117-2210⟧",
                "postalCode\": \"⟦89074⟧\"",
                "her home in Nevada ⟦89801⟧",
                "from ⟦Houston, TX⟧ to us",
                "moved to ⟦Salem, OR⟧ in 2020",
                "at ⟦Boone, NC 28607⟧",
                "CPT 64615 and 11102",
                "Mia Cho, PA and Dana Hart, MD",
                "units 12345 sold for $59715",
                "Texas is warm; CA law applies",
                "in 2024, OK then",
                "lot 59715",
                "Rosa, LA is fun",
                "code 15823 was denied",
            ],
        );
    }

    #[test]
    fn facilities() {
        table::check(
            &PLACES,
            &[
                "seen at ⟦St. Vincent's⟧ in May",
                "admitted to ⟦Methodist Hospital⟧",
                "at ⟦Elm Street Medical Center⟧ with fever",
                "from ⟦Baylor Med. Center⟧ today",
                "at ⟦Children's Hospital Los Angeles⟧",
                "went to ⟦Cedar Crest Clinic⟧ first",
                "implanted at ⟦Yale New Haven⟧ long ago",
                "at the ⟦Fargo VA⟧ faxed",
                "lives at ⟦Our Lady of Mercy⟧",
                "attends ⟦Reidland Elementary⟧ in town",
                "seen at ⟦General Hospital⟧",
                "our ⟦Dallas clinic⟧ moved",
                "was at ⟦mercy general hospital⟧",
                "at our clinic or the hospital",
                "Hospital Policy and Clinic Hours",
                "go to the nearest urgent care",
                "Skin Health and Mental Health",
                "our Botox clinic, a Laser Clinic",
                "St. John's wort thins blood",
                "a children's hospital, any medical center",
                "Primary Care, Family Medicine",
                "Board certified in Plastic Surgery",
            ],
        );
    }
}
