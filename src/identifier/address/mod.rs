//! What addresses and facilities look like: pattern knowledge of LOCATION, 45 CFR 164.514(b)(2)(i)(B).
//!
//! Streets at home and abroad, post-office boxes, ZIP codes, crossings, counties, and places whose name says what they are
//! (a hospital, a clinic, a school, a shop, a lake), each a pattern. [`listed`] adds the towns and houses of the lexicon,
//! and [`grow`] takes with a street the flat, the town, the postcode and the country that belong to it.
//! Left alone: states, countries, places without a name (`our clinic`, `the hospital`), headings such as "Hospital
//! Policy", and procedure codes of five digits.

use super::Pattern;

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
        concat!(word!(), r"(?:[ \n](?:(?:of|of the|&) )?", word!(), r"){0,4}?")
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

mod abroad;
mod accept;
mod facility;
mod grow;
mod listed;
mod part;
mod street;
mod town;

pub(super) use grow::grow;
pub(super) use listed::find as listed;

/// Patterns of addresses and facilities, for the recognizer of LOCATION.
pub(super) static PATTERNS: &[Pattern] = &[
    street::STREET,
    street::STREET_LOWER,
    street::STREET_SPOKEN,
    street::STREET_DIRECTED,
    street::HIGHWAY,
    street::STREET_NAMED,
    street::PO_BOX,
    street::UNIT,
    street::CROSSING,
    street::CROSSING_HOUSE,
    street::CROSSING_NUMBERED,
    street::ROAD_NUMBER,
    street::STREET_BARE,
    street::CROSSING_NAMED,
    street::STREET_SPOKEN_DIRECTED,
    abroad::TYPE_FIRST,
    abroad::NUMBER_FIRST,
    abroad::GRID,
    abroad::GLUED,
    abroad::TYPE_BEHIND,
    abroad::BEFORE_POSTCODE,
    abroad::TO_POSTCODE,
    abroad::ENVELOPE,
    abroad::LETTERED_POSTCODE,
    abroad::EAST_ASIAN,
    town::CITY_STATE,
    town::CITY_STATE_NAME,
    town::ZIP,
    town::ZIP_LISTED,
    town::COUNTY,
    town::LABELLED,
    town::X12_STREET,
    town::X12_TOWN,
    town::X12_ZIP,
    town::ZIP_SPOKEN,
    town::COORDINATES,
    facility::FACILITY,
    facility::FACILITY_FIRST,
    facility::PRACTICE,
    facility::SAINT,
    facility::SEEN_AT,
    facility::BRANCH,
    facility::BRANCH_TOWN,
    facility::FACILITY_LOWER,
    facility::HOUSE_IN_TOWN,
    facility::STORE_NUMBER,
    facility::WORKS_AT,
    facility::SCHOOL,
    facility::SHORT_HOSPITAL,
    facility::LANDMARK,
    facility::AT_NAME,
    facility::LETTERHEAD,
];

#[cfg(test)]
mod tests {
    use super::PATTERNS;
    use crate::identifier::{Doc, Kind, Recognizer, table};

    static PLACES: Recognizer = Recognizer {
        kind: Kind::Location,
        doc: Doc { title: "", paragraph: "", is: "", leaves_alone: "", instead: "" },
        patterns: PATTERNS,
        find: Some(|page, _, hits| super::grow(page, hits)),
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
                "a man, 47, Yuma AZ ⟦85364⟧, eyelids",
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
    fn addresses_abroad() {
        table::check(
            &PLACES,
            &[
                "parcel for ⟦Birkenallee 14, 2. OG rechts, 80331 München⟧ please",
                "she moved to ⟦ul. Lipowa 12 m. 4, 30-702 Kraków⟧.",
                "wohnt ⟦Amselweg 9b, 8001 Zürich⟧.",
                "send it to ⟦31 rue des Tilleuls, bât. B, 69003 Lyon⟧.",
                "⟦Rua das Acácias, 77 - bloco A, ap. 902, Curitiba, 80010-000⟧",
                "⟦Calle 45 # 12-30, Apto 301, Bogotá⟧",
                "lives at ⟦Storgata 5C, 0155 Oslo⟧.",
                "outside ⟦17 Larch Lane, Ludlow SY8 1AB⟧.",
                "a flat at ⟦Pikk tn 6-3, Tallinn⟧",
                "⟦〒150-0002 東京都渋谷区渋谷2-21-1⟧",
                "pick me up at ⟦41.8902, -87.6244⟧ now",
                "Juni 12, 2024 Herr Braun kam",
                "et al. J Clin Aesthet 14, 22",
                "Botox 20, 4000 patients",
                "a via of 3, rue the day 4",
            ],
        );
    }

    #[test]
    fn whole_addresses_are_one_span() {
        table::check(
            &PLACES,
            &[
                "mail it to ⟦Suite 905, 44 Alder Row, Fresno, CA 93701⟧ today",
                "mail ⟦P.O. Drawer 19, Natchez, Mississippi 39120⟧.",
                "at ⟦9 Quince Sq., 3rd fl. rear, Salem MA 01970⟧.",
                "from ⟦The Larches, 8 Abbey Road, Ripley DE5 3AA, United Kingdom⟧.",
                "home is ⟦2210 Cedar Pkwy 4C, Tulsa OK 74101⟧, call first",
                "N3*⟦12 HERON CT⟧~N4*⟦BISMARCK⟧*ND*⟦58501⟧~",
                "her zip is ⟦eight three seven oh two⟧ she says",
                "MT 24500 and payer ID 60054",
            ],
        );
    }

    #[test]
    fn places_told_by_what_stands_there() {
        table::check(
            &PLACES,
            &[
                "he stocks shelves at the ⟦Safeway on Larkspur⟧ now",
                "the bakery on ⟦Peachtree⟧ has it",
                "crashed on ⟦Route 17⟧ last fall",
                "teaches at ⟦Harding Middle School⟧",
                "grandson at ⟦PS 118⟧",
                "hometown: ⟦Winnemucca⟧",
                "he farms in ⟦Custer County⟧",
                "a walk around ⟦Lake Calder⟧",
                "born at ⟦Larkin Children's⟧",
                "the office on Friday, a store on Monday",
                "at Botox prices, at Level 2, at Christmas",
                "position: Manager, city: none",
                "high school seniors, middle age",
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
