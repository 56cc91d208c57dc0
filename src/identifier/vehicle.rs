//! VEHICLE: vehicle identifiers and serial numbers, licence plates included, 45 CFR 164.514(b)(2)(i)(L).
//!
//! Left alone: makes, models and years of cars, anatomical and surgical plates, product tags, driver's licences
//! (those are LICENSE).

use super::code;
use super::recognizer::contains_any;
use super::spoken::{self, spoken_code};
use super::{Doc, Hit, Kind, Match, Near, Pattern, Recognizer};
use crate::text::Page;

pub(super) static RECOGNIZER: Recognizer = Recognizer {
    kind: Kind::Vehicle,
    doc: Doc {
        title: "vehicle or plate number",
        paragraph: "45 CFR 164.514(b)(2)(i)(L)",
        is: "A licence plate, a parking placard, or a car's 17-character identification number (VIN).",
        leaves_alone: "The make, model, color and year of a car, plates of bone or metal, and tags of products.",
        instead: "Write \"a car\" or only its color and make.",
    },
    patterns: &[
        Pattern {
            rule: "vehicle/vin",
            why: "Seventeen places with the check digit of a vehicle's number.",
            regex: r"(?i)(?-u:\b)(?P<id>[A-HJ-NPR-Z0-9]{17})(?-u:\b)",
            near: Near::Number { digits: 5, row: 3 },
            confidence: 0.95,
            accept: |m| vin_check_digit_is_right(m.text()),
        },
        Pattern {
            rule: "vehicle/vin-keyword",
            why: "The word VIN stands before it.",
            regex: r#"(?-u:\b)(?i:VIN)(?-u:\b)(?:[^0-9\n]{0,40}?[ :#="]|[ \t:#="]{0,4}\n[ ]{0,8})(?P<id>[A-HJ-NPR-Z0-9](?:[ -]?[A-HJ-NPR-Z0-9]){15}[A-HJ-NPR-Z0-9]|[A-HJ-NPR-Za-hj-npr-z0-9]{8,17})(?-u:\b)"#,
            near: Near::Begins(&["vin"]),
            confidence: 0.97,
            accept: |m| m.digits().len() >= 3,
        },
        Pattern {
            rule: "vehicle/plate",
            why: "A word for a licence plate stands before it.",
            regex: r#"(?-u:(?:\b|_))(?i:plates?|placard|licen[sc]e tag|licen[sc]e disc|car tag|registration|rego?|matr[iíÍ]cula|kennzeichen|targa)(?:_[a-z_]*)?(?-u:\b)(?i:\s*(?:no\.?|number|num|is|reads|says|reading|for))*[\s:#="'.>]{1,4}(?:[A-Z]{2}[ :]{1,2}["'“])?(?P<id>[A-Za-z0-9]{1,4}[- ][A-Z0-9]{2,5}(?:[- ][A-Z0-9]{1,3})?|[A-Za-z0-9]{4,8})(?-u:\b)"#,
            #[rustfmt::skip]
            near: Near::Begins(&[
                "car tag*", "kennzeichen*", "licence*", "license*", "matricula*", "matrícula*", "matrÍcula*",
                "placard*", "plate*", "reg*", "targa*",
            ]),
            confidence: 0.9,
            accept: |m| is_plate(m) && !is_shown(m),
        },
        Pattern {
            rule: "vehicle/plate-of",
            why: "A word for a licence plate or a vehicle stands some words before it, and it is letters and digits as on a plate.",
            regex: r#"(?-u:(?:\b|_))(?i:plates?|tag|tags|placard|reg|rego|car|truck|van|suv|trailer|vehicle|motorcycle|bike|boat|sled|snowmobile|dash ?cam|uber|lyft|taxi|sedan|camry|civic|subaru|toyota|honda|ford|tesla|bmw|kia|jeep|audi|vw|s?koda|opel|fiat|renault|peugeot|vauxhall|seat|volvo|prius|golf)(?-u:\b)(?:'s)?(?P<between>[^0-9\n;!?]{0,44}?)[ ,:("'“=](?P<id>(?:[A-Z]{2} )?(?:[0-9][A-Z][0-9] ?[0-9]{4}|[A-Z]{2} [0-9A-Z]{2}-[0-9A-Z]{3}|[A-Z]{1,3}-[A-Z]{1,2} ?[0-9]{2,4}|[A-Z]{1,5}[- ]?[0-9]{1,4}(?:[- ]?[A-Z]{1,3})?|[0-9]{1,4}[- ]?[A-Z]{1,4}(?:[- ]?[0-9]{1,4})?|[A-Z][0-9][ -]?[0-9]?[A-Z]{3}|[A-Z]{2}[0-9]{2}[ -]?[A-Z]{3}|[A-Z]{1,3}[- ][0-9]{3}[- ][0-9]{3}|[A-Z][0-9]{6}[A-Z]))(?-u:\b)"#,
            #[rustfmt::skip]
            near: Near::Begins(&[
                "bike", "bmw", "boat", "camry", "car", "civic", "dash cam", "dashcam", "ford", "honda", "jeep",
                "kia", "lyft", "motorcycle", "placard", "plate", "plates", "reg", "rego", "sedan", "sled",
                "snowmobile", "subaru", "suv", "tag", "tags", "taxi", "tesla", "toyota", "trailer", "truck", "uber",
                "van", "vehicle", "audi", "fiat", "golf", "koda", "opel", "peugeot", "prius", "renault", "seat", "skoda",
                "vauxhall", "volvo", "vw",
            ]),
            confidence: 0.75,
            accept: |m| is_plate(m) && is_plated(m) && !is_shown(m),
        },
        Pattern {
            rule: "vehicle/plate-said",
            why: "A word for a licence plate stands before letters and digits in words or one by one.",
            regex: concat!(
                r"(?i-u:(?-u:\b)(?:plates?|tag|rego)(?: (?:is|was|number|reads))?)[ :,]{1,3}(?P<id>",
                spoken_code!(),
                r"|[A-Z0-9](?:[ -]{1,3}[A-Z0-9](?-u:\b)){4,7})"
            ),
            near: Near::Begins(&["plate", "plates", "rego", "tag"]),
            confidence: 0.92,
            accept: |m| {
                let (digits, characters) = spoken::code(m.text());
                (1..=7).contains(&digits) && (4..=8).contains(&characters)
                    || characters == 0
                        && (2..=7).contains(&m.digits().len())
                        && m.text().matches([' ', '-']).count() >= 4
            },
        },
        Pattern {
            rule: "vehicle/dashed-plate",
            why: "Three groups of digits and letters with dashes as on plates in some countries, beside a camera or a vehicle.",
            regex: r"(?P<id>(?-u:\b)(?:[0-9]{1,2}-[A-Z]{2,3}-[0-9]{1,2}|[A-Z]{1,2}-[0-9]{3}-[A-Z]{1,2}|[A-Z]{2}-[0-9]{2}-[0-9]{2}))(?-u:\b)",
            near: Near::Number { digits: 2, row: 1 },
            confidence: 0.75,
            accept: |m| m.follows_any(60, ON_ROADS) || m.precedes_any(40, ON_ROADS),
        },
        Pattern {
            rule: "vehicle/car-and-plate",
            why: "A car with its plate.",
            regex: r"(?-u:\b)(?i:toyota|honda|ford|chevy|chevrolet|tesla|bmw|lexus|audi|kia|hyundai|nissan|mazda|subaru|jeep|dodge|gmc|buick|cadillac|lincoln|volvo|volkswagen|mercedes|camry|corolla|civic|accord|cr-v|rav4|tacoma|tundra|sienna|odyssey|prius|altima|sentra|rogue|explorer|escape|silverado|tahoe|suburban|wrangler|outback|forester|highlander|pilot|elantra|sonata|minivan|suv|sedan|pickup|truck|van),? \(?(?P<id>[A-Z]{2,3}[- ]?[0-9]{3,4}|[0-9][A-Z]{3}[0-9]{3}|[0-9]{3}[- ]?[A-Z]{3}|[A-Z]{3}[- ]?[0-9]{2}[A-Z])(?-u:\b)",
            #[rustfmt::skip]
            near: Near::Begins(&[
                "accord", "altima", "audi", "bmw", "buick", "cadillac", "camry", "chevrolet", "chevy", "civic",
                "corolla", "cr-v", "dodge", "elantra", "escape", "explorer", "ford", "forester", "gmc", "highlander",
                "honda", "hyundai", "jeep", "kia", "lexus", "lincoln", "mazda", "mercedes", "minivan", "nissan",
                "odyssey", "outback", "pickup", "pilot", "prius", "rav4", "rogue", "sedan", "sentra", "sienna",
                "silverado", "sonata", "subaru", "suburban", "suv", "tacoma", "tahoe", "tesla", "toyota", "truck",
                "tundra", "van", "volkswagen", "volvo", "wrangler",
            ]),
            confidence: 0.85,
            accept: |_| true,
        },
    ],
    find: Some(|page, _tags, hits| column(page, hits)),
    found: &[("vehicle/column", "The column's header says plate or VIN.")],
};

/// Appends the cells under a header that says plate or VIN.
fn column(page: &Page<'_>, hits: &mut Vec<Hit>) {
    const HEADERS: &[&str] = &["plate", "plates", "license tag", "licence tag", "registration no", "rego", "vin"];
    for range in page.cells_under(&|header| contains_any(&header.replace('_', " "), HEADERS)) {
        let cell = &page.text()[range.clone()];
        let shouted = !cell.bytes().any(|b| b.is_ascii_lowercase());
        if code::is_code_cell(cell, 2) && shouted && cell.len() >= 4 && !code::is_decimal(cell) {
            hits.push(Hit { kind: Kind::Vehicle, range, confidence: 0.8, rule: "vehicle/column".into() });
        }
    }
}

/// Words of cars and streets.
const ON_ROADS: &[&str] = &[
    "dashcam",
    "dash cam",
    "car",
    "truck",
    "van",
    "plate",
    "plates",
    "turning",
    "parked",
    "drove",
    "driving",
    "driver",
    "vehicle",
    "motorcycle",
    "rental",
    "trailer",
    "towed",
];

/// Whether nothing between a word for a vehicle and a value makes it another thing's: a treatment, a year, a size.
fn is_plated(m: &Match<'_>) -> bool {
    const OTHER: &[&str] = &[
        "vin", "claim", "policy", "lot", "serial", "sn", "license", "licence", "dl", "mrn", "dob", "id", "auth",
        "dose", "model", "sku", "order", "case", "report", "rpt", "room", "suite", "at", "cooler", "route", "highway",
        "hwy",
    ];
    let text = m.text();
    let letters = text.bytes().filter(u8::is_ascii_alphabetic).count();
    let characters = letters + m.digits().len();
    let plate = contains_any(m.before(60), &["plate", "plates", "tag", "tags", "reg", "rego", "placard"]);
    // "Car: KX-R33", "silver Civic KXM 33 LDT"
    let joined = m.group("between").trim_matches([' ', ':', ',']).is_empty();
    let direct = letters >= 3 && joined && (characters >= 6 || m.before(2) == ": ");
    (letters >= 2 || plate && letters > 0 || text.starts_with(|c: char| c.is_ascii_digit()))
        && (5..=9).contains(&characters)
        && m.digits().len() >= if plate || is_british(text) || direct { 2 } else { 3 }
        && !contains_any(m.group("between"), OTHER)
        && !m.after(1).starts_with(['-', '/', '%'])
}

/// Whether a text has the form of a British plate: `KX33 LDM`.
fn is_british(text: &str) -> bool {
    let form: String = text.chars().map(|c| if c.is_ascii_digit() { '9' } else { c.to_ascii_lowercase() }).collect();
    let letters = |range: std::ops::Range<usize>| form[range].bytes().all(|b| b.is_ascii_lowercase());
    form.is_ascii() && form.len() == 8 && letters(0..2) && &form[2..5] == "99 " && letters(5..8)
}

/// Whether the text is a list's code or shows only how a plate is written.
fn is_shown(m: &Match<'_>) -> bool {
    let listed = ["ICD", "CPT", "HR ", "BP "].iter().any(|list| m.text().starts_with(list));
    listed || m.follows_any(24, &["format", "e.g.", "such as", "for example"])
}

/// Whether a word after "plate" can be a licence plate: capitals or letters with digits, no surgery beside it.
fn is_plate(m: &Match<'_>) -> bool {
    let text = m.text();
    let digits = m.digits().len();
    let letters = text.chars().filter(char::is_ascii_alphabetic).count();
    let shouted = !text.chars().any(|c| c.is_ascii_lowercase());
    let surgical =
        m.follows_any(40, &["growth", "palatal", "titanium", "bone", "screw", "dinner", "agar", "hot", "name"]);
    digits >= 1 && digits + letters >= 4 && (shouted || letters > 0 && digits >= 2 && !text.contains(' ')) && !surgical
}

/// Whether the ninth place of a VIN is the check digit of the others (49 CFR 565.15).
fn vin_check_digit_is_right(vin: &str) -> bool {
    const WEIGHTS: [u32; 17] = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
    let value = |c: char| match c.to_ascii_uppercase() {
        c @ '0'..='9' => c as u32 - '0' as u32,
        c @ 'A'..='H' => c as u32 - 'A' as u32 + 1,
        c @ 'J'..='N' => c as u32 - 'J' as u32 + 1,
        'P' => 7,
        'R' => 9,
        c @ 'S'..='Z' => c as u32 - 'S' as u32 + 2,
        _ => 0,
    };
    let sum: u32 = vin.chars().zip(WEIGHTS).map(|(c, weight)| value(c) * weight).sum();
    let check = match sum % 11 {
        10 => 'X',
        rest => char::from_digit(rest, 10).unwrap_or('0'),
    };
    let letters = vin.chars().filter(char::is_ascii_alphabetic).count();
    (2..17).contains(&letters) && vin.chars().nth(8).is_some_and(|c| c.to_ascii_uppercase() == check)
}

#[cfg(test)]
mod tests {
    use super::RECOGNIZER;
    use crate::identifier::table;

    #[test]
    fn cases() {
        table::check(
            &RECOGNIZER,
            &[
                "VIN ⟦1M8GDM9AXKP042788⟧ on the claim",
                "she drives ⟦1M8GDM9AXKP042788⟧",
                "vin: ⟦2HKRW2H85KH612941⟧",
                "plate ⟦7ABC123⟧ is blocking the ramp",
                "client,license plate,size\nMaj Ek,⟦482 KZV⟧,20\nBo,,4x6",
                "bone plate,screw\n4.5 mm,20 mm",
                "<license_plate>⟦482 KZV⟧</license_plate>",
                "license plate: ⟦HKW 5528⟧",
                "PLATE ⟦KDR-5518⟧",
                "plate_for_parking: ⟦F44 2KX⟧",
                "silver Camry ⟦KLR 402⟧, tell the lot guy",
                "placard ⟦C882315⟧ expired",
                "VIN from the tow slip: ⟦2T3P1RFV4NC284417⟧",
                "The plate of the van that hit me: ⟦LX18 ZDE⟧. White",
                "plate TX \"⟦Y7 8KLD⟧\", he was",
                "driver_plate = ⟦LA 560 CFK⟧",
                "her car (grey Subaru, tag ⟦6KL-1173⟧) was left",
                "Sled reg ⟦WI 3360 BK⟧ to the sheriff",
                "an Uber (grey Camry, ⟦T603108D⟧) drove back",
                "the black Prius, ⟦KX33 LDM⟧, waits; the car, ⟦LD71 KXM⟧, was sold",
                "One night, with dog. Car: ⟦KX-R33⟧. A silver Civic ⟦KXM 33 LDT⟧ left",
                "Owner of the grey Skoda ⟦3K1 8204⟧: move it, bmw ⟦KX 33-07L⟧, he waits",
                "collect my licence disc for ⟦ND 371-800⟧.",
                "Dashcam shows ⟦6-XKD-31⟧ turning left",
                "plate ⟦kilo lima seven dash eight eight tango⟧, wants to",
                "plate ⟦6-K-R-D 1-0-8⟧, grey",
                "1M8GDM9A0KP042788 has a wrong check digit",
                "a titanium plate 1442 and screws",
                "plates of fruit for the open house",
                "on the plate next to her",
                "her 2019 Camry and a blue Civic",
                "growth plate 4417 closed",
                "at Lakeside Regional. HR 118, 98/60",
                "A skin tag may be covered (ICD-10 L91.8)",
                "plates go in the log (format e.g. KXM-3318)",
                "dinner plate 2200 calories",
                "model 3 and RAV4",
                "the hot plate 9000",
                "Mrs. van Dam, SALT 62, came by private vehicle, ETA 20",
                "park the car on level P3 near room B12",
                "plates and 12 screws, name tag for 40 guests",
            ],
        );
    }
}
