//! VEHICLE: vehicle identifiers and serial numbers, licence plates included, 45 CFR 164.514(b)(2)(i)(L).
//!
//! Left alone: makes, models and years of cars, anatomical and surgical plates, product tags, driver's licences
//! (those are LICENSE).

use super::{Doc, Kind, Match, Near, Pattern, Recognizer};

pub(super) static RECOGNIZER: Recognizer = Recognizer {
    kind: Kind::Vehicle,
    doc: Doc {
        title: "vehicle or plate number",
        paragraph: "45 CFR 164.514(b)(2)(i)(L)",
        is: "A licence plate, a parking placard, or a car's 17-character identification number (VIN).",
        leaves_alone: "The make, model, colour and year of a car, plates of bone or metal, and tags of products.",
        instead: "Write \"a car\" or only its colour and make.",
    },
    patterns: &[
        Pattern {
            rule: "vehicle/vin",
            why: "Seventeen places with the check digit of a vehicle's number.",
            regex: r"(?i)(?-u:\b)(?P<id>[A-HJ-NPR-Z0-9]{17})(?-u:\b)",
            near: Near::Digits,
            confidence: 0.95,
            accept: |m| vin_check_digit_is_right(m.text()),
        },
        Pattern {
            rule: "vehicle/vin-keyword",
            why: "The word VIN stands before it.",
            regex: r#"(?-u:\b)(?i:VIN)(?i:\s*(?:no\.?|number|num|is))?[\s:#="]{1,4}(?P<id>[A-HJ-NPR-Za-hj-npr-z0-9]{8,17})(?-u:\b)"#,
            near: Near::Words(&["vin"]),
            confidence: 0.93,
            accept: |m| m.digits().len() >= 3,
        },
        Pattern {
            rule: "vehicle/plate",
            why: "A word for a licence plate stands before it.",
            regex: r#"(?-u:\b)(?i:plates?|placard|license tag|car tag)[a-z_]*(?i:\s*(?:no\.?|number|num|is|reads|says|reading))*[\s:#="'.]{1,4}(?P<id>[A-Za-z0-9]{1,4}[- ][A-Z0-9]{2,5}|[A-Za-z0-9]{4,8})(?-u:\b)"#,
            near: Near::Words(&["plate", "placard", "tag"]),
            confidence: 0.9,
            accept: is_plate,
        },
        Pattern {
            rule: "vehicle/car-and-plate",
            why: "A car with its plate.",
            regex: r"(?-u:\b)(?i:toyota|honda|ford|chevy|chevrolet|tesla|bmw|lexus|audi|kia|hyundai|nissan|mazda|subaru|jeep|dodge|gmc|buick|cadillac|lincoln|volvo|volkswagen|mercedes|camry|corolla|civic|accord|cr-v|rav4|tacoma|tundra|sienna|odyssey|prius|altima|sentra|rogue|explorer|escape|silverado|tahoe|suburban|wrangler|outback|forester|highlander|pilot|elantra|sonata|minivan|suv|sedan|pickup|truck|van),? \(?(?P<id>[A-Z]{2,3}[- ]?[0-9]{3,4}|[0-9][A-Z]{3}[0-9]{3}|[0-9]{3}[- ]?[A-Z]{3}|[A-Z]{3}[- ]?[0-9]{2}[A-Z])(?-u:\b)",
            near: Near::Digits,
            confidence: 0.85,
            accept: |_| true,
        },
    ],
    find: None,
    found: &[],
};

/// Whether a word after "plate" can be a licence plate: capitals or letters with digits, no surgery beside it.
fn is_plate(m: &Match<'_>) -> bool {
    let text = m.text();
    let digits = m.digits().len();
    let letters = text.chars().filter(char::is_ascii_alphabetic).count();
    let shouted = !text.chars().any(|c| c.is_ascii_lowercase());
    let surgical =
        m.follows_any(40, &["growth", "palatal", "titanium", "bone", "screw", "dinner", "agar", "hot", "name"]);
    digits >= 1 && digits + letters >= 4 && (shouted || letters > 0 && digits >= 2) && !surgical
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
                "license plate: ⟦HKW 5528⟧",
                "PLATE ⟦KDR-5518⟧",
                "plate_for_parking: ⟦F44 2KX⟧",
                "silver Camry ⟦KLR 402⟧, tell the lot guy",
                "placard ⟦C882315⟧ expired",
                "1M8GDM9A0KP042788 has a wrong check digit",
                "a titanium plate 1442 and screws",
                "plates of fruit for the open house",
                "on the plate next to her",
                "her 2019 Camry and a blue Civic",
                "growth plate 4417 closed",
                "dinner plate 2200 calories",
                "model 3 and RAV4",
                "the hot plate 9000",
            ],
        );
    }
}
