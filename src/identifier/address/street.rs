//! Streets, boxes, corners and units: the lines of an address above its town.

use super::accept::*;
use crate::identifier::{Near, Pattern};

/// Pieces of which every kind of street holds one.
const STREETS: &[&str] = &[
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
];

/// A house number, a name and a word for a street.
pub(super) const STREET: Pattern = Pattern {
    rule: "location/street",
    why: "A house number, a name and a word for a street.",
    regex: concat!(
        r"(?-u:\b)(?P<id>[0-9]{1,6}(?:[-/][0-9A-Z]{1,4})?[A-Z]?(?: 1/2)?\s+(?:(?:[NSEW]|NE|NW|SE|SW|North|South|East|West)\.?\s+)?(?:(?:[A-Z][A-Za-z0-9'.-]*|[0-9]{1,3}(?:st|nd|rd|th))\s+){1,4}?(?:",
        street_type!(),
        r"|(?i:street|avenue|road|blvd|lane|ave|rd))(?-u:\b)(?:\.?\s+(?:[NSEW]|NE|NW|SE|SW)(?-u:\b))?(?:\.?",
        unit!(),
        r")?(?:\.?,?\s+[A-Z][A-Za-z.]+(?:[ -][A-Z][A-Za-z.]+){0,2},?\s+",
        state!(),
        r"(?-u:\b)(?:,?\s+[0-9]{5}(?:-[0-9]{4})?(?-u:\b))?)?)"
    ),
    near: Near::BeginsNumber { digits: 1 },
    confidence: 0.93,
    accept: is_street,
};

/// A house number and a street in lower case, behind words for living there.
pub(super) const STREET_LOWER: Pattern = Pattern {
    rule: "location/street-lower",
    why: "A house number and a street in lower case, behind words for living there.",
    regex: concat!(
        r"(?-u:\b)(?P<id>[0-9]{1,6}\s+(?:(?i:north|south|east|west|[nsew])\.?\s+)?(?:[a-z0-9'-]+\s+){1,3}?(?i:street|avenue|road|boulevard|lane|drive|court|terrace|parkway|circle|blvd|ave|rd|st|ln|pkwy)(?-u:\b)",
        unit!(),
        r"?)"
    ),
    near: Near::BeginsNumber { digits: 1 },
    confidence: 0.75,
    accept: is_plain_street,
};

/// A house number in words and a street.
pub(super) const STREET_SPOKEN: Pattern = Pattern {
    rule: "location/street-spoken",
    why: "A house number in words and a street.",
    regex: r"(?i)(?-u:\b)(?P<id>(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|oh|hundred|thousand)[ -]){1,6}(?:[a-z']+ ){1,3}?(?:street|avenue|road|boulevard|lane|drive|court|terrace|parkway|circle|place|way))(?-u:\b)",
    near: Near::Words(STREETS),
    confidence: 0.8,
    accept: is_plain_street,
};

/// A house number and a street told by its direction.
pub(super) const STREET_DIRECTED: Pattern = Pattern {
    rule: "location/street-directed",
    why: "A house number and a street told by its direction.",
    regex: concat!(
        r"(?-u:\b)(?P<id>[0-9]{2,6} (?:[NSEW]|NE|NW|SE|SW)\.? (?:[A-Z][A-Za-z]{2,}|[0-9]{1,3}(?:st|nd|rd|th)|Broadway)(?: [A-Z][a-z]+)?",
        unit!(),
        r"?)(?:[,.;)|\n]|$| [A-Z])"
    ),
    near: Near::BeginsNumber { digits: 2 },
    confidence: 0.8,
    accept: |_| true,
};

/// A highway or route with a number, as part of an address.
pub(super) const HIGHWAY: Pattern = Pattern {
    rule: "location/highway",
    why: "A highway or route with a number, as part of an address.",
    regex: concat!(
        r"(?i)(?-u:\b)(?P<id>[0-9]{1,6} (?:[nsew]\.? )?(?:co(?:unty)?\.? (?:rd|road)|county highway|state (?:rd|road|route|hwy|highway)|hwy|highway|us hwy|route|rte|fm|ranch road|calle|avenida|camino|paseo|via)(?-u:\b)(?: [0-9]{1,5}(?-u:\b)| [a-z]{3,}(?-u:\b))|[0-9]{1,6} (?:[nsew]\.? )?broadway(?-u:\b)|rr ?#?[0-9]{1,3},? box [0-9]{1,5}[a-z]?|rural route [0-9]{1,3}(?:,? box [0-9]{1,5})?)",
        unit!(),
        r"?"
    ),
    near: Near::Words(&[
        "co rd",
        "co. rd",
        "co road",
        "co. road",
        "county",
        "state r",
        "state h",
        "hwy",
        "highway",
        "route",
        "rte",
        "fm",
        "ranch road",
        "calle",
        "avenida",
        "camino",
        "paseo",
        "via",
        "broadway",
        "box",
    ]),
    confidence: 0.94,
    accept: |m| !m.follows_any(12, &["cpt", "code", "icd"]),
};

/// A street's name and word without a house number, behind words for a place.
pub(super) const STREET_NAMED: Pattern = Pattern {
    rule: "location/street-named",
    why: "A street's name and word without a house number, behind words for a place.",
    regex: r"(?-u:\b)(?:on|off|at|near|along|above|to)\s+(?P<id>(?:[NSEW]\.? )?(?:[A-Z][a-z']+|[0-9]{1,3}(?:st|nd|rd|th))(?: [A-Z][a-z]+)? (?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Court|Ct|Pkwy|Parkway|Highway|Hwy|Terrace))(?-u:\b)",
    near: Near::Words(STREETS),
    confidence: 0.75,
    accept: |m| !["Wall Street", "Sesame Street", "Easy Street"].contains(&m.text()),
};

/// A post-office box.
pub(super) const PO_BOX: Pattern = Pattern {
    rule: "location/po-box",
    why: "A post-office box.",
    regex: r"(?i)(?-u:\b)(?P<id>(?:p\.?\s?o\.?\s?(?:box|drawer)|post office (?:box|drawer)|postbox|postfach|postboks|apartado(?: (?:postal|de correos))?|caixa postal|casilla(?: de correo)?|locked bag|private bag|pmb|hc [0-9]{1,3},? box)\s*#?\s*[0-9]{1,7}[a-z]?(?:-[0-9]{5}(?-u:\b))?|(?:uss|usns|uscgc|usnv) [a-zÀ-ɏ'-]{3,}\s+[afd]po,? a[aep] [0-9]{5}|(?:psc|cmr|unit) [0-9]{1,5},? box [0-9]{1,6}(?:\s+[afd]po,? a[aep] [0-9]{5})?)(?-u:\b)",
    near: Near::Words(&[
        "box", "drawer", "postfach", "postboks", "apartado", "caixa", "casilla", "bag", "pmb", "apo", "fpo", "dpo",
    ]),
    confidence: 0.95,
    accept: |_| true,
};

/// A flat, suite or unit beside an address.
pub(super) const UNIT: Pattern = Pattern {
    rule: "location/unit",
    why: "A flat, suite or unit beside an address.",
    regex: r"(?-u:\b)(?P<id>(?i:suite|ste\.?|apt\.?|apartment|penthouse) #?[0-9]{1,5}[A-Z]?|(?i:unit) #?[0-9]{1,4}[A-Z])(?-u:\b)",
    near: Near::Begins(&["apartment", "apt", "penthouse", "ste", "suite", "unit"]),
    confidence: 0.6,
    accept: |m| !m.follows_any(4, &["in"]),
};

/// Two streets joined as a corner.
pub(super) const CROSSING: Pattern = Pattern {
    rule: "location/crossing",
    why: "Two streets joined as a corner.",
    regex: r"(?-u:\b)(?:(?i:corner of|intersection of|cross streets?:?)\s+(?P<id>[A-Z0-9][A-Za-z0-9'À-ɏ-]*(?: [A-Z0-9][A-Za-z0-9'À-ɏ-]*){0,3} (?i:and|&) [A-Z0-9][A-Za-z0-9'À-ɏ-]*(?: [A-Z][A-Za-z'À-ɏ-]+){0,3}))",
    near: Near::Begins(&["corner of", "cross street*", "intersection of"]),
    confidence: 0.85,
    accept: |_| true,
};

/// A house and a street joined as a corner, as addresses abroad tell one: `the corner of Kirchweg 12 and Lindenallee`.
pub(super) const CROSSING_HOUSE: Pattern = Pattern {
    rule: "location/crossing-house",
    why: "Two streets joined as a corner, one with a house number.",
    regex: r"(?-u:\b)(?P<id>the corner of (?:[A-Za-zÀ-ɏ0-9][A-Za-z0-9À-ɏ'.-]* ){1,6}(?:and|&) (?:(?:de|van|von|ten|la|ul\.) )?(?:[A-ZÀ-ɏ][A-Za-zÀ-ɏ'-]+(?: [A-ZÀ-ɏ][A-Za-zÀ-ɏ'-]+){0,2}(?: [0-9]{1,4}[A-Z]?(?-u:\b))?|[a-zÀ-ɏ'-]{4,} (?:courts?|street|road|avenue|pass|square|lane|drive|way|place)(?-u:\b)))",
    near: Near::Begins(&["the corner of"]),
    confidence: 0.97,
    accept: |m| {
        let numbers = |word: &str| word.trim_end_matches('.').bytes().all(|b| b.is_ascii_digit()) && word.len() > 1;
        m.text()
            .split(' ')
            .any(|word| numbers(word) || word.len() == 1 && word.starts_with(|c: char| c.is_ascii_digit()))
    },
};

/// Two numbered streets joined as a corner.
pub(super) const CROSSING_NUMBERED: Pattern = Pattern {
    rule: "location/crossing-numbered",
    why: "Two numbered streets joined as a corner.",
    regex: r"(?-u:\b)(?P<id>[A-Z][a-z]{2,} (?:&|and) [0-9]{1,3}(?:st|nd|rd|th)|[0-9]{1,3}(?:st|nd|rd|th) (?:&|and) [A-Z][a-z]{2,})(?-u:\b)",
    near: Near::Words(&["1st", "2nd", "3rd", "0th", "1th", "2th", "3th", "4th", "5th", "6th", "7th", "8th", "9th"]),
    confidence: 0.7,
    accept: |m| m.follows_any(12, &["at", "on", "near", "by", "to", "of", "off"]) && !names_a_month(m.text()),
};

/// A road told by its number, with no house on it.
pub(super) const ROAD_NUMBER: Pattern = Pattern {
    rule: "location/road-number",
    why: "A road told by its number, behind words for being on it or a comma.",
    regex: r"(?-u:\b)(?:(?i:on|off|along|near|at|past|lives?|from|of|and|between|down)(?: the)?|,|/)\s+(?P<id>(?:I-|(?i:interstate|route|rte\.?|hwy\.?|highway|us(?: hwy)?|sr|state (?:road|route|highway)|county (?:road|highway)|co\.? rd\.?|cr|fm|ranch road)[ -])[0-9]{1,4}[A-Z]?(?-u:\b)(?: (?i:outside|near|in|by|at) [A-Z][a-z]+(?: [A-Z][a-z]+)?| bridge| mile (?:marker )?[0-9]{1,3})?)",
    near: Near::Words(&[
        "i-",
        "interstate",
        "route",
        "rte",
        "hwy",
        "highway",
        "us ",
        "us-",
        "sr ",
        "state ro",
        "county ro",
        "co. rd",
        "co rd",
        "cr ",
        "fm ",
        "ranch road",
    ]),
    confidence: 0.7,
    accept: |m| {
        // "Cr 1.4" is a creatinine, and no county road.
        let measured = m.after(2).strip_prefix('.').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        !measured && !m.precedes_any(8, &["mg", "ml", "units", "form", "%"])
    },
};

/// A street without a word for one, told by the shop or the home that stands on it.
pub(super) const STREET_BARE: Pattern = Pattern {
    rule: "location/street-bare",
    why: "A name or a numbered street behind a house, a shop or a home that stands on it.",
    regex: r"(?-u:\b)(?i:cvs|walgreens|rite aid|clinic|office|store|shop|pharmacy|bank|credit union|center|centre|ctr|place|gym|salon|house|church|school|bakery|cafe|restaurant|apartment|apt|condo|townhouse|duplex|building|lives?|lived|living|stays|staying|moved|parked|corner|roommates?|studio|library|station|one) (?i:on|off)(?: of)? (?P<id>(?:(?:[NSEW]|NE|NW|SE|SW)\.? )?(?:[A-Z][a-z'’]{2,}(?: [A-Z][a-z]+)?|[0-9]{1,3}(?:st|nd|rd|th)))(?-u:\b)",
    #[rustfmt::skip]
    near: Near::Begins(&[
        "apartment", "apt", "bakery", "bank", "building", "cafe", "center", "centre", "church", "clinic", "condo",
        "corner", "credit union", "ctr", "cvs", "duplex", "gym", "house", "library", "live", "lived", "lives",
        "living", "moved", "office", "one", "parked", "pharmacy", "place", "restaurant", "rite aid", "roommate",
        "roommates", "salon", "school", "shop", "station", "stays", "staying", "store", "studio", "townhouse",
        "walgreens",
    ]),
    confidence: 0.6,
    accept: is_bare_street,
};

/// A corner of two streets, both by name, in either case.
pub(super) const CROSSING_NAMED: Pattern = Pattern {
    rule: "location/crossing-named",
    why: "Two names or numbered streets joined as a corner, behind words for being there.",
    regex: concat!(
        r"(?-u:\b)(?i:at|on|near|by|to|of|off|outside) (?:the )?(?P<id>[A-Z][a-z'’]{2,}(?: [A-Z][a-z]+)? (?:&|and|@|/) (?:[A-Z][a-z'’]{2,}|[0-9]{1,3}(?:st|nd|rd|th))(?: [A-Z][a-z]+)? (?:",
        street_type!(),
        r")|[0-9]{1,3}(?:st|nd|rd|th) (?:and|&|@) [0-9]{1,3}(?:st|nd|rd|th)|[0-9]{1,3}(?:st|nd|rd|th) (?:and|&) [a-z]{4,})(?-u:\b)"
    ),
    near: Near::Words(&[" & ", " and ", " @ ", " / "]),
    confidence: 0.7,
    accept: |m| {
        !names_a_month(m.text())
            && !m.before(4).ends_with("the ")
            && !m.precedes_any(12, &["percentile", "toe", "toes", "finger", "rib", "grade", "graders"])
    },
};

/// A house number in words and a direction, however the street goes on.
pub(super) const STREET_SPOKEN_DIRECTED: Pattern = Pattern {
    rule: "location/street-spoken-directed",
    why: "A house number in words and a street told by its direction.",
    regex: r"(?i)(?-u:\b)(?P<id>(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|oh|zero|hundred|thousand)[ -]){2,6}(?:north|south|east|west) [a-z']{3,}(?: (?:street|avenue|road|boulevard|lane|drive|court|terrace|parkway|circle|place|way))?(?:,? (?:apartment|apt|unit|number|suite) (?:[0-9]{1,5}|[a-z]{1,9}))?)(?-u:\b)",
    near: Near::Words(&["north ", "south ", "east ", "west "]),
    confidence: 0.75,
    accept: is_plain_street,
};
