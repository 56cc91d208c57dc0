//! Towns beside their state, ZIP codes and counties.

use super::accept::*;
use crate::identifier::{Near, Pattern};
use crate::lexicon;

/// A name before a state's abbreviation, as in a postal address.
pub(super) const CITY_STATE: Pattern = Pattern {
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
};

/// A town of the list before the name of its state.
pub(super) const CITY_STATE_NAME: Pattern = Pattern {
    rule: "location/city-state-name",
    why: "A town of the list before the name of its state.",
    regex: concat!(r"(?-u:\b)(?P<id>[A-Z][A-Za-z'-]+(?: [A-Z][A-Za-z'-]+){0,2}), ", state_name!(), r"(?-u:\b)"),
    near: Near::Words(&[","]),
    confidence: 0.75,
    accept: |m| lexicon::lookup(m.text()).city() > 0 && !is_generic(m.text()) && !names_a_state(m.text()),
};

/// Five or nine digits behind a state or the word ZIP.
pub(super) const ZIP: Pattern = Pattern {
    rule: "location/zip",
    why: "Five or nine digits behind a state or the word ZIP.",
    regex: concat!(
        r#"(?-u:\b)(?:(?:"#,
        state!(),
        r#"|"#,
        state_name!(),
        r#")[.,;|^\t]?\s{0,3}|(?i:zip|zip ?codes?|postal ?code)[a-z_]*(?: is| of)?[\s:="'#>]{1,5}|(?i:lives? in|living in|moved to|drives from|area of) )(?P<id>[0-9]{5}(?:-[0-9]{4})?)(?-u:\b)"#
    ),
    near: Near::Number { digits: 5, row: 5 },
    confidence: 0.85,
    accept: is_zip,
};

/// A ZIP code of the list beside words for an address.
pub(super) const ZIP_LISTED: Pattern = Pattern {
    rule: "location/zip-listed",
    why: "A ZIP code of the list beside words for an address.",
    regex: r"(?-u:\b)(?P<id>[0-9]{5}(?:-[0-9]{4})?)(?-u:\b)",
    near: Near::Number { digits: 5, row: 5 },
    confidence: 0.6,
    accept: is_listed_zip,
};

/// A county, in full or short.
pub(super) const COUNTY: Pattern = Pattern {
    rule: "location/county",
    why: "A name with the word county, parish, borough or township beside it.",
    regex: r"(?-u:\b)(?P<id>(?:Co\.|County) [A-Z][a-z]{2,}|[A-Z][a-z'’.]+(?: [A-Z][a-z]+){0,2} (?:County|Parish|Borough|Township|Twp\.?|Hundred|Reservation|Rez))(?-u:\b)",
    near: Near::Words(&["co.", "county", "parish", "borough", "township", "twp", "reservation", " rez"]),
    confidence: 0.7,
    accept: |m| !is_generic(m.text()) && !m.precedes_any(14, &["road", "rd", "health", "department", "line"]),
};

/// A field of a form or a record that holds a place.
pub(super) const LABELLED: Pattern = Pattern {
    rule: "location/labelled",
    why: "A name behind a label for a town, an address, a place of birth or a place of work.",
    regex: r#"(?-u:\b)(?i:city|town|hometown|village|county|neighbou?rhood|municipality|residence|place of birth|birth ?place|pob|born in|school|employer|work(?:place)?|facility|pharmacy|hospital|clinic|loc(?:ation)?|site|branch|ciudad|stadt|ort|ville|cidade)["']?\s{0,12}[:=]\s{0,12}["']?(?P<id>[A-Z][A-Za-zÀ-ɏ'’.-]+(?: (?:of |de |the )?[A-Z][A-Za-zÀ-ɏ'’.-]+){0,3}(?: #[0-9]{1,6})?)"#,
    #[rustfmt::skip]
    near: Near::Begins(&[
        "birth place", "birthplace", "born in", "branch", "cidade", "city", "ciudad", "clinic", "county", "employer",
        "facility", "hometown", "hospital", "loc", "location", "municipality", "neighborhood", "neighbourhood",
        "ort", "pharmacy", "place of birth", "pob", "residence", "school", "site", "stadt", "town", "village",
        "ville", "work", "workplace",
    ]),
    confidence: 0.6,
    accept: is_labelled_place,
};

/// The address segments of an insurance transaction.
pub(super) const X12_STREET: Pattern = Pattern {
    rule: "location/x12-street",
    why: "The street of an N3 segment in an insurance transaction.",
    regex: r"(?:^|[~\n])\s*N3\*(?P<id>[^*~\n]{3,55})",
    near: Near::Words(&["n3*"]),
    confidence: 0.95,
    accept: |_| true,
};

/// The town of the same.
pub(super) const X12_TOWN: Pattern = Pattern {
    rule: "location/x12-town",
    why: "The town of an N4 segment in an insurance transaction.",
    regex: r"(?:^|[~\n])\s*N4\*(?P<id>[^*~\n]{2,30})",
    near: Near::Words(&["n4*"]),
    confidence: 0.95,
    accept: |_| true,
};

/// The ZIP code of the same.
pub(super) const X12_ZIP: Pattern = Pattern {
    rule: "location/x12-zip",
    why: "The ZIP code of an N4 segment in an insurance transaction.",
    regex: r"(?:^|[~\n])\s*N4\*[^*~\n]*\*[A-Z]{0,2}\*(?P<id>[0-9]{5}(?:[0-9]{4})?)(?-u:\b)",
    near: Near::Words(&["n4*"]),
    confidence: 0.95,
    accept: |_| true,
};

/// A ZIP code in words, or its digits apart.
pub(super) const ZIP_SPOKEN: Pattern = Pattern {
    rule: "location/zip-spoken",
    why: "Five digits in words, or written apart, behind the word ZIP.",
    regex: r"(?i)(?-u:\b)zip(?: ?codes?)?(?: is| of|:)? (?P<id>(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)[ ,-]{1,2}){4}(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)|[0-9](?: ?[-–.]? ?[0-9]){4})(?-u:\b)",
    near: Near::Begins(&["zip", "zipcode", "zipcodes"]),
    confidence: 0.85,
    accept: is_zip,
};

/// A point on the map.
pub(super) const COORDINATES: Pattern = Pattern {
    rule: "location/coordinates",
    why: "Latitude and longitude, with decimals enough to tell a house.",
    regex: r"(?-u:\b|-)(?P<id>-?[0-8]?[0-9]\.[0-9]{3,8}°?(?: ?[NS])?, ?-?1?[0-9]{1,2}\.[0-9]{3,8}°?(?: ?[EW])?)(?-u:\b)",
    near: Near::Number { digits: 8, row: 3 },
    confidence: 0.8,
    accept: |_| true,
};
