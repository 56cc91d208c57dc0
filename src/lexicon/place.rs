//! States of the United States and their ZIP codes.

/// A state, the federal district or a territory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct State {
    /// Its name, as written.
    pub name: &'static str,
    /// Its postal abbreviation, two capitals.
    pub code: &'static str,
}

/// One bit for each of the 100,000 numbers, the lowest bit of a byte first: whether it is a ZIP code.
static ZIPS: &[u8] = include_bytes!("zips.bin");

#[rustfmt::skip]
const STATES: [State; 56] = [
    State { name: "Alabama", code: "AL" }, State { name: "Alaska", code: "AK" },
    State { name: "American Samoa", code: "AS" }, State { name: "Arizona", code: "AZ" },
    State { name: "Arkansas", code: "AR" }, State { name: "California", code: "CA" },
    State { name: "Colorado", code: "CO" }, State { name: "Connecticut", code: "CT" },
    State { name: "Delaware", code: "DE" }, State { name: "District of Columbia", code: "DC" },
    State { name: "Florida", code: "FL" }, State { name: "Georgia", code: "GA" },
    State { name: "Guam", code: "GU" }, State { name: "Hawaii", code: "HI" },
    State { name: "Idaho", code: "ID" }, State { name: "Illinois", code: "IL" },
    State { name: "Indiana", code: "IN" }, State { name: "Iowa", code: "IA" },
    State { name: "Kansas", code: "KS" }, State { name: "Kentucky", code: "KY" },
    State { name: "Louisiana", code: "LA" }, State { name: "Maine", code: "ME" },
    State { name: "Maryland", code: "MD" }, State { name: "Massachusetts", code: "MA" },
    State { name: "Michigan", code: "MI" }, State { name: "Minnesota", code: "MN" },
    State { name: "Mississippi", code: "MS" }, State { name: "Missouri", code: "MO" },
    State { name: "Montana", code: "MT" }, State { name: "Nebraska", code: "NE" },
    State { name: "Nevada", code: "NV" }, State { name: "New Hampshire", code: "NH" },
    State { name: "New Jersey", code: "NJ" }, State { name: "New Mexico", code: "NM" },
    State { name: "New York", code: "NY" }, State { name: "North Carolina", code: "NC" },
    State { name: "North Dakota", code: "ND" }, State { name: "Northern Mariana Islands", code: "MP" },
    State { name: "Ohio", code: "OH" }, State { name: "Oklahoma", code: "OK" },
    State { name: "Oregon", code: "OR" }, State { name: "Pennsylvania", code: "PA" },
    State { name: "Puerto Rico", code: "PR" }, State { name: "Rhode Island", code: "RI" },
    State { name: "South Carolina", code: "SC" }, State { name: "South Dakota", code: "SD" },
    State { name: "Tennessee", code: "TN" }, State { name: "Texas", code: "TX" },
    State { name: "Utah", code: "UT" }, State { name: "Vermont", code: "VT" },
    State { name: "Virgin Islands", code: "VI" }, State { name: "Virginia", code: "VA" },
    State { name: "Washington", code: "WA" }, State { name: "West Virginia", code: "WV" },
    State { name: "Wisconsin", code: "WI" }, State { name: "Wyoming", code: "WY" },
];

/// The ranges of three-digit ZIP prefixes, both ends included, and their state.
///
/// The Postal Service also assigns prefixes to organisations; they count to the state in which these are.
#[rustfmt::skip]
const PREFIXES: [(u16, u16, &str); 67] = [
    (5, 5, "NY"), (6, 7, "PR"), (8, 8, "VI"), (9, 9, "PR"), (10, 27, "MA"), (28, 29, "RI"), (30, 38, "NH"),
    (39, 49, "ME"), (50, 54, "VT"), (55, 55, "MA"), (56, 59, "VT"), (60, 69, "CT"), (70, 89, "NJ"),
    (100, 149, "NY"), (150, 196, "PA"), (197, 199, "DE"), (200, 200, "DC"), (201, 201, "VA"), (202, 205, "DC"),
    (206, 219, "MD"), (220, 246, "VA"), (247, 268, "WV"), (270, 289, "NC"), (290, 299, "SC"), (300, 319, "GA"),
    (320, 339, "FL"), (341, 349, "FL"), (350, 369, "AL"), (370, 385, "TN"), (386, 397, "MS"), (398, 399, "GA"),
    (400, 427, "KY"), (430, 459, "OH"), (460, 479, "IN"), (480, 499, "MI"), (500, 528, "IA"), (530, 549, "WI"),
    (550, 567, "MN"), (569, 569, "DC"), (570, 577, "SD"), (580, 588, "ND"), (590, 599, "MT"), (600, 629, "IL"),
    (630, 658, "MO"), (660, 679, "KS"), (680, 693, "NE"), (700, 714, "LA"), (716, 729, "AR"), (730, 732, "OK"),
    (733, 733, "TX"), (734, 749, "OK"), (750, 799, "TX"), (800, 816, "CO"), (820, 831, "WY"), (832, 838, "ID"),
    (840, 847, "UT"), (850, 865, "AZ"), (870, 884, "NM"), (885, 885, "TX"), (889, 898, "NV"), (900, 961, "CA"),
    (967, 968, "HI"), (969, 969, "GU"), (970, 979, "OR"), (980, 994, "WA"), (995, 999, "AK"), (340, 340, "FL"),
];

/// The state of a name or postal abbreviation, in any case.
///
/// Several abbreviations are words (`in`, `or`, `me`): whether one stands for a state is the caller's to judge.
pub fn state(word: &str) -> Option<State> {
    let alike = |state: &&State| state.code.eq_ignore_ascii_case(word) || state.name.eq_ignore_ascii_case(word);
    STATES.iter().find(alike).copied()
}

/// Whether five digits are a ZIP code in use.
pub fn is_zip(digits: &str) -> bool {
    digits.len() == 5
        && digits.bytes().all(|b| b.is_ascii_digit())
        && digits
            .parse()
            .is_ok_and(|number: usize| ZIPS.get(number / 8).is_some_and(|byte| byte >> (number % 8) & 1 == 1))
}

/// The state to which the first three digits of a ZIP code belong; digits behind them are not read.
pub fn zip_state(zip: &str) -> Option<State> {
    let prefix = zip.get(..3).filter(|prefix| prefix.bytes().all(|b| b.is_ascii_digit()))?.parse::<u16>().ok()?;
    PREFIXES.iter().find(|(first, last, _)| (*first..=*last).contains(&prefix)).and_then(|(_, _, code)| state(code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_by_name_and_code() {
        for (word, code) in [("Idaho", "ID"), ("id", "ID"), ("new york", "NY"), ("District of Columbia", "DC")] {
            assert_eq!(state(word).map(|state| state.code), Some(code), "{word}");
        }
        assert_eq!(state("Ontario"), None);
    }

    #[test]
    fn zip_codes_in_use() {
        for zip in ["83702", "90210", "10001", "00501", "72756", "02138"] {
            assert!(is_zip(zip), "{zip}");
        }
        for other in ["00000", "99999", "8370", "837022", "8370a", "", "٨٣٧٠٢"] {
            assert!(!is_zip(other), "{other}");
        }
    }

    #[test]
    fn zip_prefixes_tell_the_state() {
        for (zip, code) in [("837", "ID"), ("90210", "CA"), ("10001-1234", "NY"), ("727", "AR"), ("208", "MD")] {
            assert_eq!(zip_state(zip).map(|state| state.code), Some(code), "{zip}");
        }
        for other in ["000", "99", "ab", "é1", "269"] {
            assert_eq!(zip_state(other), None, "{other}");
        }
    }

    #[test]
    fn every_prefix_has_a_known_state() {
        assert!(PREFIXES.iter().all(|(first, last, code)| first <= last && state(code).is_some()));
    }
}
