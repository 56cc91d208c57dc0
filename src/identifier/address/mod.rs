//! What addresses and facilities look like: pattern knowledge of LOCATION, 45 CFR 164.514(b)(2)(i)(B).
//!
//! Streets, post-office boxes, ZIP codes, crossings, and places whose name says what they are (a hospital, a clinic, a
//! school). Names of cities, and places that no word gives away, need a lexicon and are not known here.
//! Left alone: states, countries, places without a name (`our clinic`, `the hospital`), headings such as "Hospital
//! Policy", and procedure codes of five digits.

mod accept;

use super::{Near, Pattern};
use accept::*;

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
        why: "A house number, a name and a word for a street.",
        regex: concat!(
            r"(?-u:\b)(?P<id>[0-9]{1,6}(?:-[0-9]{1,4})?[A-Z]?(?: 1/2)?\s+(?:(?:[NSEW]|NE|NW|SE|SW|North|South|East|West)\.?\s+)?(?:(?:[A-Z][A-Za-z0-9'.-]*|[0-9]{1,3}(?:st|nd|rd|th))\s+){1,4}?(?:",
            street_type!(),
            r"|(?i:street|avenue|road|blvd|lane|ave|rd))(?-u:\b)(?:\.?\s+(?:[NSEW]|NE|NW|SE|SW)(?-u:\b))?(?:\.?",
            unit!(),
            r")?(?:\.?,?\s+[A-Z][A-Za-z.]+(?:[ -][A-Z][A-Za-z.]+){0,2},?\s+",
            state!(),
            r"(?-u:\b)(?:,?\s+[0-9]{5}(?:-[0-9]{4})?(?-u:\b))?)?)"
        ),
        near: Near::Digits,
        confidence: 0.93,
        accept: is_street,
    },
    Pattern {
        rule: "location/street-lower",
        why: "A house number and a street in lower case, behind words for living there.",
        regex: concat!(
            r"(?-u:\b)(?P<id>[0-9]{1,6}\s+(?:(?i:north|south|east|west|[nsew])\.?\s+)?(?:[a-z0-9'-]+\s+){1,3}?(?i:street|avenue|road|boulevard|lane|drive|court|terrace|parkway|circle|blvd|ave|rd|st|ln|pkwy)(?-u:\b)",
            unit!(),
            r"?)"
        ),
        near: Near::Digits,
        confidence: 0.75,
        accept: is_plain_street,
    },
    Pattern {
        rule: "location/street-spoken",
        why: "A house number in words and a street.",
        regex: r"(?i)(?-u:\b)(?P<id>(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|oh|hundred|thousand)[ -]){1,6}(?:[a-z']+ ){1,3}?(?:street|avenue|road|boulevard|lane|drive|court|terrace|parkway|circle|place|way))(?-u:\b)",
        near: Near::Words(&[
            "street",
            " st",
            "avenue",
            " ave",
            "road",
            " rd",
            "boulevard",
            "blvd",
            "lane",
            " ln",
            "drive",
            "court",
            " ct",
            "pkwy",
            "parkway",
            "highway",
            "hwy",
            "terrace",
            "circle",
        ]),
        confidence: 0.8,
        accept: is_plain_street,
    },
    Pattern {
        rule: "location/street-directed",
        why: "A house number and a street told by its direction.",
        regex: concat!(
            r"(?-u:\b)(?P<id>[0-9]{2,6} (?:[NSEW]|NE|NW|SE|SW)\.? (?:[A-Z][A-Za-z]{2,}|[0-9]{1,3}(?:st|nd|rd|th)|Broadway)(?: [A-Z][a-z]+)?",
            unit!(),
            r"?)(?:[,.;)|\n]|$| [A-Z])"
        ),
        near: Near::Digits,
        confidence: 0.8,
        accept: |_| true,
    },
    Pattern {
        rule: "location/highway",
        why: "A highway or route with a number, as part of an address.",
        regex: concat!(
            r"(?i)(?-u:\b)(?P<id>[0-9]{1,6} (?:[nsew]\.? )?(?:co(?:unty)?\.? (?:rd|road)|county highway|state (?:rd|road|route|hwy|highway)|hwy|highway|us hwy|route|rte|fm|rr|ranch road|calle|avenida|camino|paseo|via)(?-u:\b)(?: [0-9]{1,5}(?-u:\b)| [a-z]{3,}(?-u:\b))|[0-9]{1,6} (?:[nsew]\.? )?broadway(?-u:\b)|rr ?#?[0-9]{1,3},? box [0-9]{1,5}[a-z]?|rural route [0-9]{1,3}(?:,? box [0-9]{1,5})?)",
            unit!(),
            r"?"
        ),
        near: Near::Digits,
        confidence: 0.94,
        accept: |m| !m.follows_any(12, &["cpt", "code", "icd"]),
    },
    Pattern {
        rule: "location/street-named",
        why: "A street's name and word without a house number, behind words for a place.",
        regex: r"(?-u:\b)(?:on|off|at|near|along|above|to)\s+(?P<id>(?:[NSEW]\.? )?(?:[A-Z][a-z']+|[0-9]{1,3}(?:st|nd|rd|th))(?: [A-Z][a-z]+)? (?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Court|Ct|Pkwy|Parkway|Highway|Hwy|Terrace))(?-u:\b)",
        near: Near::Words(&[
            "street",
            " st",
            "avenue",
            " ave",
            "road",
            " rd",
            "boulevard",
            "blvd",
            "lane",
            " ln",
            "drive",
            "court",
            " ct",
            "pkwy",
            "parkway",
            "highway",
            "hwy",
            "terrace",
            "circle",
        ]),
        confidence: 0.75,
        accept: |m| !["Wall Street", "Sesame Street", "Easy Street"].contains(&m.text()),
    },
    Pattern {
        rule: "location/po-box",
        why: "A post-office box.",
        regex: r"(?i)(?-u:\b)(?P<id>(?:p\.?\s?o\.?\s?box|post office box|postbox|apartado(?: postal)?|pmb)\s*#?\s*[0-9]{1,7}[a-z]?|(?:psc|cmr|unit) [0-9]{1,5},? box [0-9]{1,6}(?:\s+[afd]po,? a[aep] [0-9]{5})?)(?-u:\b)",
        near: Near::Digits,
        confidence: 0.95,
        accept: |_| true,
    },
    Pattern {
        rule: "location/unit",
        why: "A flat, suite or unit beside an address.",
        regex: r"(?-u:\b)(?P<id>(?:Suite|Ste\.?|Apt\.?|Apartment) #?[0-9]{1,5}[A-Z]?)(?-u:\b)",
        near: Near::Digits,
        confidence: 0.6,
        accept: |m| !m.follows_any(4, &["in"]),
    },
    Pattern {
        rule: "location/crossing",
        why: "Two streets joined as a corner.",
        regex: r"(?-u:\b)(?:(?i:corner of|intersection of|cross streets?:?)\s+(?P<id>[A-Z0-9][A-Za-z0-9]*(?: [A-Z][a-z]+)? (?i:and|&) [A-Z0-9][A-Za-z0-9]*(?: (?:Streets?|St|Ave|Avenue|Rd))?))",
        near: Near::Words(&["corner of", "intersection of", "cross street"]),
        confidence: 0.85,
        accept: |_| true,
    },
    Pattern {
        rule: "location/crossing-numbered",
        why: "Two numbered streets joined as a corner.",
        regex: r"(?-u:\b)(?P<id>[A-Z][a-z]{2,} (?:&|and) [0-9]{1,3}(?:st|nd|rd|th)|[0-9]{1,3}(?:st|nd|rd|th) (?:&|and) [A-Z][a-z]{2,})(?-u:\b)",
        near: Near::Digits,
        confidence: 0.7,
        accept: |m| m.follows_any(12, &["at", "on", "near", "by", "to", "of", "off"]) && !names_a_month(m.text()),
    },
    Pattern {
        rule: "location/city-state",
        why: "A name before a state's abbreviation, as in a postal address.",
        regex: concat!(
            r"(?-u:\b)(?P<id>[A-Z][A-Za-z'-]+(?:[ -][A-Z][A-Za-z'-]+){0,2},\s(?:",
            state!(),
            r"|D\.C\.)(?:,?\s+[0-9]{5}(?:-[0-9]{4})?)?)(?-u:\b)"
        ),
        near: Near::Words(&[","]),
        confidence: 0.86,
        accept: is_city_and_state,
    },
    Pattern {
        rule: "location/city-state-name",
        why: "A town of the list before the name of its state.",
        regex: concat!(r"(?-u:\b)(?P<id>[A-Z][A-Za-z'-]+(?: [A-Z][A-Za-z'-]+){0,2}), ", state_name!(), r"(?-u:\b)"),
        near: Near::Words(&[","]),
        confidence: 0.75,
        accept: |m| !is_generic(m.text()) && !names_a_state(m.text()),
    },
    Pattern {
        rule: "location/zip",
        why: "Five or nine digits behind a state or the word ZIP.",
        regex: concat!(
            r#"(?-u:\b)(?:(?:"#,
            state!(),
            r#"|"#,
            state_name!(),
            r#")[.,;|^\t]?\s{0,3}|(?i:zip|zip ?codes?|postal ?code)[a-z_]*(?: is| of)?[\s:="'#>]{1,5}|(?i:lives? in|living in|moved to|drives from|area of) )(?P<id>[0-9]{5}(?:-[0-9]{4})?)(?-u:\b)"#
        ),
        near: Near::Digits,
        confidence: 0.85,
        accept: is_zip,
    },
    Pattern {
        rule: "location/zip-listed",
        why: "A ZIP code of the list beside words for an address.",
        regex: r"(?-u:\b)(?P<id>[0-9]{5}(?:-[0-9]{4})?)(?-u:\b)",
        near: Near::Digits,
        confidence: 0.6,
        accept: is_listed_zip,
    },
    Pattern {
        rule: "location/facility",
        why: "Capitalised words that end in a word for a hospital, a clinic, a school or the like.",
        regex: concat!(
            r"(?-u:\b)(?P<id>",
            name!(),
            r"\s",
            facility!(),
            r"(?:,? (?:of|in|at) (?:the )?[A-Z][a-z]+(?: [A-Z][a-z]+)?(?:, [A-Z]{2}(?-u:\b))?| (?:Los Angeles|San Diego|Boston|Houston|Dallas|Chicago|Philadelphia|Denver|Seattle|Phoenix|Atlanta|East|West|North|South|Central))?)(?-u:\b)"
        ),
        near: Near::Words(&[
            "hospital",
            "med",
            "health",
            "cancer",
            "heart",
            "surg",
            "urgent",
            "emergency",
            "infirmary",
            "hospice",
            "nursing",
            "rehab",
            "living",
            "senior",
            "retirement",
            "care",
            "dialysis",
            "imaging",
            "school",
            "college",
            "elementary",
            "lab",
            "shelter",
            "correctional",
            "clinic",
            "pharmacy",
            "university",
            "academy",
        ]),
        confidence: 0.88,
        accept: is_named_facility,
    },
    Pattern {
        rule: "location/facility-first",
        why: "A word for a facility with its name behind it.",
        regex: r"(?-u:\b)(?P<id>(?:(?:Children['’]s |Memorial |General |University |Veterans )?Hospital|University|College|Institute|School|Academy|Church|Convent|Home) (?:of|for) (?:the )?[A-Z][A-Za-z'-]+(?: [A-Z][A-Za-z'-]+){0,2})",
        near: Near::Words(&[
            "hospital",
            "university",
            "college",
            "institute",
            "school",
            "academy",
            "church",
            "convent",
            "home",
        ]),
        confidence: 0.75,
        accept: |m| !is_generic_tail(m.text()),
    },
    Pattern {
        rule: "location/practice",
        why: "Capitalised words that end in a word that practices call themselves.",
        regex: concat!(
            r"(?-u:\b)(?P<id>",
            name!(),
            r"\s(?:& |and )?",
            practice!(),
            r"(?: (?:(?:& |and |\+ )?(?:Aesthetics|Wellness|Laser|Mohs|Associates|Partners|Group|Center|Studio|Clinic|Care|Institute|Specialists|Spa|Collective|Office)))*)(?-u:\b)"
        ),
        near: Near::Words(&[
            "derm",
            "aesthetic",
            "spa",
            "skin",
            "ortho",
            "dent",
            "surg",
            "wellness",
            "pediatrics",
            "family",
            "internal",
            "health",
            "psych",
            "counsel",
            "therapy",
            "chiro",
            "eye",
            "oncology",
            "cardiology",
            "regional",
            "general",
            "memorial",
            "laser",
            "lutheran",
            "school",
            "elementary",
            "plastics",
            "va",
        ]),
        confidence: 0.65,
        accept: is_named_practice,
    },
    Pattern {
        rule: "location/saint",
        why: "A saint's name, as hospitals and schools bear it, behind words for being there.",
        regex: r"(?-u:\b)(?P<id>(?:St\.?|Saint|Sts\.) [A-Z][a-z]+(?:['’]s|s['’])(?: [A-Z][a-z]+)?|(?:Mt\.?|Mount) [A-Z][a-z]{2,}|Our Lady of (?:the )?[A-Z][a-z]+(?: [A-Z][a-z]+)?)",
        near: Near::Words(&["st.", "st ", "saint", "sts.", "mt", "mount", "our lady"]),
        confidence: 0.85,
        accept: |m| !m.text().contains("Day") && !m.precedes_any(10, &["wort", "day", "church supper"]),
    },
    Pattern {
        rule: "location/seen-at",
        why: "A name behind words for being seen, treated or admitted.",
        regex: concat!(
            r"(?-u:\b)(?i:seen|admitted|treated|evaluated|hospitali[sz]ed|surgery|delivered|discharged|transferred|implanted|diagnosed|dx'd|tx'd|observed|assessed|presented|reviewed|care|dialysis|cardiologist|oncologist|surgeon|doctor|pcp|er|ed|icu|records?|labs?|notes?|injection|mri|visit) (?i:at|to|from|@|in) (?:the )?(?P<id>",
            word!(),
            r"(?:[ -](?:(?:of|&) )?",
            word!(),
            r"){0,4})"
        ),
        near: Near::Words(&[" at ", " to ", " from ", " @ ", " in "]),
        confidence: 0.7,
        accept: is_somewhere,
    },
    Pattern {
        rule: "location/branch",
        why: "A branch of a practice, told by its town or quarter.",
        regex: r"(?-u:\b)(?:our|the|at|in|your|their|to) (?P<id>[A-Z][a-z]+(?: [A-Z][a-z]+){0,2} (?:clinic|office|studio|campus|branch|location|practice|hospital|er|urgent care|emergency room|pharmacy))(?-u:\b)",
        near: Near::Words(&[
            "clinic", "office", "studio", "campus", "branch", "location", "practice", "hospital", "er", "urgent",
            "pharmacy",
        ]),
        confidence: 0.6,
        accept: |m| !is_generic(m.text()),
    },
    Pattern {
        rule: "location/facility-lower",
        why: "Words in lower case that end in a word for a facility and follow words for being seen there.",
        regex: r"(?-u:\b)(?:at|to|from|near|by|in) (?P<id>(?:st\.? |saint |mount |mt\.? )?[a-z']{3,}(?: [a-z']{3,})? (?:hospital|medical center|med ctr|memorial|urgent care|nursing home|assisted living|elementary|high school|regional))(?-u:\b)",
        near: Near::Words(&[
            "hospital",
            "med",
            "memorial",
            "urgent",
            "nursing",
            "assisted",
            "elementary",
            "high school",
            "regional",
        ]),
        confidence: 0.6,
        accept: is_lower_facility,
    },
];

#[cfg(test)]
mod tests {
    use super::PATTERNS;
    use crate::identifier::{Doc, Kind, Recognizer, table};

    static PLACES: Recognizer = Recognizer {
        kind: Kind::Location,
        doc: Doc { title: "", paragraph: "", is: "", leaves_alone: "", instead: "" },
        patterns: PATTERNS,
        find: None,
        found: &[],
    };

    #[test]
    fn streets() {
        table::check(
            &PLACES,
            &[
                "lives at ⟦4412 N Halsted St⟧",
                "ship to ⟦81 Juniper Street, Apt 3B⟧",
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
                "at ⟦Quarry Road Medical Center⟧ with fever",
                "from ⟦Tillman Med. Center⟧ today",
                "at ⟦Children's Hospital San Diego⟧",
                "went to ⟦Cedar Crest Clinic⟧ first",
                "implanted at ⟦Drake New Haven⟧ long ago",
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
