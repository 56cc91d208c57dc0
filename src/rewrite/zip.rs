//! The three digits of a ZIP code that may stay, 45 CFR 164.514(b)(2)(i)(B): those of areas with more than 20,000 people.

/// Areas of 20,000 people or fewer by the 2020 census: the populations of the ZIP Code Tabulation Areas (U.S. Census
/// Bureau, 2020 Decennial Census, DHC table P1), summed by their first three digits.
const SMALL_IN_2020: &[&str] = &[
    "036", "059", "102", "202", "203", "204", "205", "369", "556", "692", "753", "772", "821", "823", "878", "879",
    "884", "893",
];

/// Areas of 20,000 people or fewer by the 2000 census, as the Department of Health and Human Services prints them in its
/// "Guidance Regarding Methods for De-identification of Protected Health Information" (November 26, 2012).
const SMALL_IN_2000: &[&str] = &[
    "036", "059", "063", "102", "203", "556", "692", "790", "821", "823", "830", "831", "878", "879", "884", "890",
    "893",
];

/// Ranges of three-digit ZIP areas that are not in use; they say nothing and become 000.
#[rustfmt::skip]
const UNUSED_ZIP_AREAS: &[(u16, u16)] = &[
    (0, 4), (213, 213), (269, 269), (343, 343), (345, 345), (348, 348), (353, 353), (419, 419), (428, 429), (517, 519),
    (529, 529), (533, 533), (536, 536), (552, 552), (568, 568), (578, 579), (589, 589), (621, 621), (632, 632),
    (642, 643), (659, 659), (663, 663), (682, 682), (694, 699), (702, 702), (709, 709), (715, 715), (732, 732),
    (742, 742), (771, 771), (817, 819), (839, 839), (848, 849), (854, 854), (858, 858), (861, 862), (866, 869),
    (876, 876), (886, 888), (892, 892), (896, 896), (899, 899), (909, 909), (929, 929), (987, 987),
];

/// What of a ZIP code may stay by the last census: its first three digits, or 000.
pub(super) fn area(code: &str) -> String {
    let digits: String = code.chars().filter(char::is_ascii_digit).take(3).collect();
    let unused = digits
        .parse::<u16>()
        .map_or(true, |area| UNUSED_ZIP_AREAS.iter().any(|(from, to)| (*from..=*to).contains(&area)));
    if unused || SMALL_IN_2020.contains(&digits.as_str()) { "000".to_owned() } else { digits }
}

/// What may stay by every published list: by the census of 2000, too, which the Department's guidance still prints.
pub(super) fn strict_area(code: &str) -> String {
    let area = area(code);
    if SMALL_IN_2000.contains(&area.as_str()) { "000".to_owned() } else { area }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_areas_become_zeros() {
        let cases = [
            ("72756", "727", "727"),
            ("72756-1234", "727", "727"),
            ("03601", "000", "000"),
            ("06390", "063", "000"),
            ("20201", "000", "000"),
            ("00001", "000", "000"),
            ("98701", "000", "000"),
            ("727", "727", "727"),
            ("000", "000", "000"),
            ("", "000", "000"),
        ];
        for (code, by_2020, strict) in cases {
            assert_eq!((area(code).as_str(), strict_area(code).as_str()), (by_2020, strict), "{code}");
        }
    }
}
