//! Named hospitals, clinics, schools, shops and the like.

use super::accept::*;
use crate::identifier::{Near, Pattern};

/// Capitalised words that end in a word for a hospital, a clinic, a school or the like.
pub(super) const FACILITY: Pattern = Pattern {
    rule: "location/facility",
    why: "Capitalised words that end in a word for a hospital, a clinic, a school or the like.",
    regex: concat!(
        r"(?-u:\b)(?P<id>",
        name!(),
        r"\s",
        facility!(),
        r"(?:,? (?:of|in|at) (?:the )?[A-Z][a-z]+(?: [A-Z][a-z]+)?(?:, [A-Z]{2}(?-u:\b))?)?)(?-u:\b)"
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
};

/// A word for a facility with its name behind it.
pub(super) const FACILITY_FIRST: Pattern = Pattern {
    rule: "location/facility-first",
    why: "A word for a facility with its name behind it.",
    regex: r"(?-u:\b)(?P<id>(?:(?:Children['’]s |Memorial |General |University |Veterans )?Hospital|University|College|Institute|School|Academy|Church|Convent|Home) (?:of|for) (?:the )?[A-Z][A-Za-z'-]+(?: [A-Z][A-Za-z'-]+){0,2})",
    #[rustfmt::skip]
    near: Near::Begins(&[
        "academy", "children's hospital", "children’s hospital", "church", "college", "convent", "general hospital",
        "home", "hospital", "institute", "memorial hospital", "school", "university*", "veterans hospital",
    ]),
    confidence: 0.75,
    accept: |m| !is_generic_tail(m.text()),
};

/// Capitalised words that end in a word that practices call themselves.
pub(super) const PRACTICE: Pattern = Pattern {
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
};

/// A saint's name, as hospitals and schools bear it, behind words for being there.
pub(super) const SAINT: Pattern = Pattern {
    rule: "location/saint",
    why: "A saint's name, as hospitals and schools bear it, behind words for being there.",
    regex: r"(?-u:\b)(?P<id>(?:St\.?|Saint|Sts\.) [A-Z][a-z]+(?:['’]s|s['’])(?: [A-Z][a-z]+)?|(?:Mt\.?|Mount) [A-Z][a-z]{2,}|Our Lady of (?:the )?[A-Z][a-z]+(?: [A-Z][a-z]+)?)",
    near: Near::Begins(&["mount", "mt", "our lady of", "saint", "st", "sts"]),
    confidence: 0.85,
    accept: |m| !m.text().contains("Day") && !m.precedes_any(10, &["wort", "day", "church supper"]),
};

/// A name behind words for being seen, treated or admitted.
pub(super) const SEEN_AT: Pattern = Pattern {
    rule: "location/seen-at",
    why: "A name behind words for being seen, treated or admitted.",
    regex: concat!(
        r"(?-u:\b)(?i:seen|admitted|treated|evaluated|hospitali[sz]ed|surgery|delivered|discharged|transferred|implanted|diagnosed|dx'd|tx'd|observed|assessed|presented|reviewed|care|dialysis|cardiologist|oncologist|surgeon|doctor|pcp|er|ed|icu|records?|labs?|notes?|injection|mri|visit) (?i:at|to|from|@|in) (?:the )?(?P<id>",
        word!(),
        r"(?:[ -](?:(?:of|&) )?",
        word!(),
        r"){0,4})"
    ),
    #[rustfmt::skip]
    near: Near::Begins(&[
        "admitted", "assessed", "cardiologist", "care", "delivered", "diagnosed", "dialysis", "discharged", "doctor",
        "dx'd", "ed", "er", "evaluated", "hospitalised", "hospitalized", "icu", "implanted", "injection", "lab",
        "labs", "mri", "note", "notes", "observed", "oncologist", "pcp", "presented", "record", "records",
        "reviewed", "seen", "surgeon", "surgery", "transferred", "treated", "tx'd", "visit",
    ]),
    confidence: 0.7,
    accept: is_somewhere,
};

/// A branch of a practice, told by its town or quarter.
pub(super) const BRANCH: Pattern = Pattern {
    rule: "location/branch",
    why: "A branch of a practice, told by its town or quarter.",
    regex: r"(?-u:\b)(?:our|the|at|in|your|their|to) (?P<id>[A-Z][a-z]+(?: [A-Z][a-z]+){0,2} (?:clinic|hospital|er|urgent care|emergency room|pharmacy))(?-u:\b)",
    near: Near::Words(&["clinic", "hospital", " er", "urgent care", "emergency room", "pharmacy"]),
    confidence: 0.6,
    accept: |m| !is_generic(m.text()),
};

/// A town or quarter that tells one of a practice's houses apart; the word for the house names nothing.
pub(super) const BRANCH_TOWN: Pattern = Pattern {
    rule: "location/branch-town",
    why: "It tells which of a practice's offices is meant.",
    regex: r"(?-u:\b)(?:our|the|at|in|your|their|to) (?P<id>[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}) (?:office|studio|campus|branch|location|practice)(?-u:\b)",
    near: Near::Words(&["office", "studio", "campus", "branch", "location", "practice"]),
    confidence: 0.6,
    accept: |m| !m.text().split(' ').all(is_generic),
};

/// Words in lower case that end in a word for a facility and follow words for being seen there.
pub(super) const FACILITY_LOWER: Pattern = Pattern {
    rule: "location/facility-lower",
    why: "Words in lower case that end in a word for a facility and follow words for being seen there.",
    regex: r"(?-u:\b)(?:at|to|from|near|by|in) (?P<id>(?:st\.? |saint |mount |mt\.? )?[a-z']{3,}(?: [a-z']{3,})? (?:hospital|medical center|med ctr|memorial|urgent care|nursing home|assisted living|elementary|middle|high school|middle school|regional|children's|presbyterian|baptist|methodist|general|family medicine|dermatology|pediatrics|clinic))(?-u:\b)",
    near: Near::Words(&[
        "hospital",
        "med",
        "memorial",
        "urgent",
        "nursing",
        "assisted",
        "elementary",
        "high school",
        "middle",
        "regional",
        "children",
        "presbyterian",
        "baptist",
        "methodist",
        "general",
        "family medicine",
        "dermatology",
        "pediatrics",
        "clinic",
    ]),
    confidence: 0.6,
    accept: is_lower_facility,
};

/// A shop, a hotel or an employer that places somebody, told by the town or the street it is in.
pub(super) const HOUSE_IN_TOWN: Pattern = Pattern {
    rule: "location/house-in-town",
    why: "A name behind words for being there, with the town, the street or the road that it is in.",
    regex: concat!(
        r"(?-u:\b)(?i:at|from|to|outside|inside|near|by|behind|per|via|@|the|at our)(?: the)? (?P<id>",
        word!(),
        r"(?: (?:& |and |of )?",
        word!(),
        r"){0,2}(?: #[0-9]{1,6})? (?:in|on|of|off|near) (?:(?:[NSEW]|NE|NW|SE|SW)\.? )?(?:[A-Z][a-zà-ɏ'’]+(?: [A-Z][a-z]+){0,2}|Route [0-9]{1,4}|[0-9]{1,3}(?:st|nd|rd|th))(?: (?:clinic|plant|store|campus))?)(?-u:\b)"
    ),
    near: Near::Words(&[" in ", " on ", " of ", " off ", " near "]),
    confidence: 0.6,
    accept: is_house_in_town,
};

/// A branch of a chain, told by its number.
pub(super) const STORE_NUMBER: Pattern = Pattern {
    rule: "location/store-number",
    why: "A name and the number of a store, a club, a school or a plant.",
    regex: concat!(
        r"(?-u:\b)(?P<id>(?:P\.?S\.?|I\.?S\.?|M\.?S\.?|VFW(?: Post)?|Station|Local|",
        word!(),
        r"(?: (?:& )?",
        word!(),
        r"){0,2}) (?:#|No\. |Post |Store )?[0-9]{2,6}(?:,? (?:on |in )?[A-Z][a-z]+(?: [A-Z][a-z]+)?)?)(?-u:\b)"
    ),
    near: Near::Number { digits: 2, row: 2 },
    confidence: 0.6,
    accept: is_store_number,
};

/// A place of work or of learning.
pub(super) const WORKS_AT: Pattern = Pattern {
    rule: "location/works-at",
    why: "A name behind words for working, learning or living there.",
    regex: concat!(
        r"(?-u:\b)(?i:works?|worked|working|jobs?|hired|employed|employer,?|teach(?:es)?|taught|teacher|coach(?:es)?|nurses?|cooks?|manager|manages|clerk|student|studies|enrolled|attends|grader?|kindergarten|preschool,?|day ?care,?|starts|retired|graduat(?:ed|ing|es)|interns?|drives|plays|resident|resides|lives?|living|stays?|staying|sleeps|admitted|accepted|accepts|line|shifts?|nights|groomer|cashier|barista|server|mechanic|welder|custodian|volunteers?|sophomore|junior|senior|freshman|sings|prays|mass|checked in(?:to)?|rehab)(?: [a-z]+){0,2}? (?:at|for|from|@|to|in)(?: the)? (?P<id>",
        word!(),
        r"(?:[ -](?:(?:of|of the|&|and) )?",
        word!(),
        r"){0,4}(?: #?[0-9]{2,5}(?-u:\b))?)"
    ),
    #[rustfmt::skip]
    near: Near::Begins(&[
        "accepted", "accepts", "admitted", "attends", "barista", "cashier", "checked in", "checked into", "clerk",
        "coach", "coaches", "cook", "cooks", "custodian", "day care", "daycare", "drives", "employed", "employer",
        "enrolled", "freshman", "grade", "grader", "graduated", "graduates", "graduating", "groomer", "hired",
        "intern", "interns", "job", "jobs", "junior", "kindergarten", "line", "live", "lives", "living", "manager",
        "manages", "mass", "mechanic", "nights", "nurse", "nurses", "plays", "prays", "preschool", "rehab",
        "resident", "resides", "retired", "senior", "server", "shift", "shifts", "sings", "sleeps", "sophomore",
        "starts", "stay", "staying", "stays", "student", "studies", "taught", "teach", "teacher", "teaches",
        "volunteer", "volunteers", "welder", "work", "worked", "working", "works",
    ]),
    confidence: 0.6,
    accept: is_somewhere,
};

/// A school by its level.
pub(super) const SCHOOL: Pattern = Pattern {
    rule: "location/school",
    why: "A name with the level of a school or the word school behind it.",
    regex: concat!(
        r"(?-u:\b)(?P<id>",
        word!(),
        r"(?:[ -]",
        word!(),
        r"){0,3} (?:Elementary|Middle|High|Jr\.? High|Junior High|Montessori|Prep|Preparatory|Charter|Primary|Secondary|Day ?[Cc]are|Preschool|Pre-K|Kindergarten|Head Start|Academy|Seminary|School)(?:/[A-Z][a-z]+)?(?: School)?)(?-u:\b)"
    ),
    near: Near::Words(&[
        "elementary",
        "middle",
        "high",
        "montessori",
        "prep",
        "charter",
        "primary",
        "secondary",
        "care",
        "preschool",
        "pre-k",
        "kindergarten",
        "head start",
        "academy",
        "seminary",
        "school",
    ]),
    confidence: 0.6,
    accept: is_named_school,
};

/// Hospitals by what is left of their names.
pub(super) const SHORT_HOSPITAL: Pattern = Pattern {
    rule: "location/facility-short",
    why: "A name with a word that hospitals are called by for short, such as Regional, Children's, General or VA.",
    regex: concat!(
        r"(?-u:\b)(?P<id>",
        word!(),
        r"(?: ",
        word!(),
        r"){0,2} (?:Children['’]s|Women['’]s|Regional|General|Memorial|Presbyterian|Methodist|Baptist|Lutheran|Adventist|Samaritan|Good Sam|Medical|Med|VA|VAMC|IHS|ER|ED|ICU|Rescue|EMS|PD|Fire|Peds|HH|Derm|Home Health|Hospice|Surgical Suites?|Surgical Pavilion|Pavilion|Sleep Center|Health|Manor|Rehab|SNF|Care Center)|(?:Children['’]s|Good Sam(?:aritan)?|VA|UC|Kaiser|Mercy|Providence|Baylor|Banner|Sutter|Mayo|Mass|St\.? [A-Z][a-z]+|Saint [A-Z][a-z]+|Hospice of(?: the)?|Children['’]s in|[Kk]aiser in|Mayo in|U of) ",
        word!(),
        r"(?: (?:(?:and|&) )?",
        word!(),
        r")?)(?-u:\b)"
    ),
    near: Near::Words(&[
        "children",
        "women",
        "regional",
        "general",
        "memorial",
        "presbyterian",
        "methodist",
        "baptist",
        "lutheran",
        "adventist",
        "samaritan",
        "good sam",
        "med",
        "va",
        "ihs",
        "er",
        "ed",
        "icu",
        "rescue",
        "ems",
        " pd",
        "fire",
        "peds",
        " hh",
        "derm",
        "health",
        "hospice",
        "surgical",
        "pavilion",
        "sleep",
        "manor",
        "rehab",
        "snf",
        "care",
        "uc ",
        "kaiser",
        "mercy",
        "providence",
        "banner",
        "mayo",
        "mass",
        "st ",
        "st.",
        "saint",
        "u of",
    ]),
    confidence: 0.55,
    accept: is_short_hospital,
};

/// Sights and works that are known by their name in one place.
pub(super) const LANDMARK: Pattern = Pattern {
    rule: "location/landmark",
    why: "A name with a word for a lake, a park, a bridge, an airport, a hotel, a church or the like, behind words for being there.",
    regex: concat!(
        r"(?-u:\b)(?i:at|in|on|near|by|to|from|around|outside|along|behind|hiking|past|of|the|collected|between)(?: the)? (?P<id>(?:Lake|Mission|Camp|Fort|Port|Mount|Mt\.?|Hotel|Casa|Sal[oó]n|Terminal|Cape|Isle of|Bay of) ",
        word!(),
        r"(?: ",
        word!(),
        r"){0,2}|lake [a-z]{4,}|",
        word!(),
        r"(?: ",
        word!(),
        r"){0,2} (?:Lake|Park|Bridge|bridge|Airport|airport|Canyon|Beach|Island|Marina|Harbor|Harbour|River|Creek|Mall|Plaza|Hotel|Inn|Motel|Club|Church|Temple|Mosque|Parish|Station|Terminal|Junction|Market|Gardens?|Village|Estates|Apartments|Apts|Towers?|Heights|Ranch|Farms?|Resort|Arena|Stadium|Center|YMCA|YWCA|Library|AME|Pier|Falls|Springs|Trail|Zoo|Museum|Theat(?:er|re)|camp|mine|plant|trailer park)(?-u:\b)(?: (?:in|on) [A-Z][a-z]+(?: [A-Z][a-z]+)?)?)(?-u:\b)"
    ),
    near: Near::Words(&[
        "lake", "mission", "camp", "fort", "port", "mount", "mt", "hotel", "casa", "sal", "terminal", "cape", "park",
        "bridge", "canyon", "beach", "island", "marina", "harbo", "river", "creek", "mall", "plaza", "inn", "motel",
        "club", "church", "temple", "mosque", "parish", "station", "junction", "market", "garden", "village",
        "estates", "apart", "apts", "tower", "heights", "ranch", "farm", "resort", "arena", "stadium", "center",
        "ymca", "ywca", "library", " ame", "pier", "falls", "springs", "trail", "zoo", "museum", "theat", "mine",
        "plant", "bay of", "isle of",
    ]),
    confidence: 0.6,
    accept: |m| !is_generic(m.text()) && !is_treatment(m.text()),
};

/// Whatever is called by its name alone.
pub(super) const AT_NAME: Pattern = Pattern {
    rule: "location/at-name",
    why: "A name that no list has as something else behind the word at.",
    regex: concat!(
        r"(?-u:\b)(?i:at|@) (?:the )?(?P<id>",
        word!(),
        r"(?:[ -](?:(?:of|of the|&) )?",
        word!(),
        r"){0,3}(?:['’]s)?)(?-u:\b)"
    ),
    near: Near::Words(&["at ", "@ "]),
    confidence: 0.45,
    accept: is_at_name,
};

/// The name of a practice over its letter.
pub(super) const LETTERHEAD: Pattern = Pattern {
    rule: "location/letterhead",
    why: "A heading with a word for a practice, at the top of the text or above a line that begins with a number.",
    regex: r"(?:^|\n)[ \t]*(?P<id>[A-Z][A-Za-zÀ-ɏ'’&+.-]*(?: [A-Za-zÀ-ɏ'’&+.-]+){1,7}?)(?: {2,}|\t|[ ]?\n|[ ]?$|, | - | – | · |\|)",
    near: Near::Words(&[
        "derm",
        "aesth",
        "esthet",
        "spa",
        "skin",
        "laser",
        "clinic",
        "surg",
        "dent",
        "ortho",
        "wellness",
        "medic",
        "health",
        "center",
        "centre",
        "care",
        "plastic",
        "pedia",
        "peds",
        "family",
        "cardio",
        "onco",
        "rheum",
        "neuro",
        "psych",
        "counsel",
        "therapy",
        "associates",
        "partners",
        "institute",
        "hospital",
        "studio",
        "pharmacy",
        "path",
        "eye",
        "imaging",
        "radiology",
        "practice",
        "group",
    ]),
    confidence: 0.55,
    accept: is_letterhead,
};
