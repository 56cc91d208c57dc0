//! The vocabulary of dates: months, weekdays, holidays, spoken numbers.

use super::super::spoken;

/// The month of a lower-case word, 1 to 12: English and Spanish names, English abbreviations.
pub(super) fn month(word: &str) -> Option<u32> {
    Some(match word {
        "january" | "jan" | "enero" => 1,
        "february" | "feb" | "febuary" | "febrero" => 2,
        "march" | "mar" | "marzo" => 3,
        "april" | "apr" | "abril" => 4,
        "may" | "mayo" => 5,
        "june" | "jun" | "junio" => 6,
        "july" | "jul" | "julio" => 7,
        "august" | "aug" | "agosto" => 8,
        "september" | "sept" | "sep" | "septiembre" | "setiembre" => 9,
        "october" | "oct" | "octubre" => 10,
        "november" | "nov" | "noviembre" => 11,
        "december" | "dec" | "diciembre" => 12,
        _ => return None,
    })
}

/// Months that are also given names, verbs or common words, so that a lower-case or lone one proves little.
pub(super) fn is_doubtful_month(word: &str) -> bool {
    matches!(word, "may" | "march" | "mar" | "april" | "june" | "august" | "sep" | "jun" | "mayo" | "julio")
}

/// How clearly a word is a weekday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weekday {
    /// A full name, or an abbreviation that is no other word.
    Clear,
    /// `sat`, `sun`, `mon`, `wed`: needs a neighbour that fits a day.
    Doubtful,
}

/// The weekday of a lower-case word, with common misspellings, Spanish and Tagalog names.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday" => Weekday::Clear,
        "tues" | "tue" | "thurs" | "thur" | "thu" | "fri" | "weds" => Weekday::Clear,
        "tuesdya" | "tusday" | "teusday" | "tueday" | "tuseday" | "wensday" | "wendsday" | "wednsday" | "wedensday"
        | "thrusday" | "thurday" | "thursay" | "thurdsay" | "firday" | "frday" | "satuday" | "saterday"
        | "staurday" | "sundy" | "mondy" | "mondya" => Weekday::Clear,
        "lunes" | "martes" | "miércoles" | "miercoles" | "jueves" | "viernes" | "sábado" | "sabado" => Weekday::Clear,
        "miyerkules" | "huwebes" | "biyernes" => Weekday::Clear,
        "mon" | "wed" | "sat" | "sun" | "domingo" => Weekday::Doubtful,
        _ => return None,
    })
}

/// Holidays as lower-case words, possessive endings and full stops left out, longest first.
pub(super) const HOLIDAYS: &[&[&str]] = &[
    &["martin", "luther", "king", "day"],
    &["ash", "wednesday"],
    &["black", "friday"],
    &["boxing", "day"],
    &["christmas", "day"],
    &["christmas", "eve"],
    &["cinco", "de", "mayo"],
    &["columbus", "day"],
    &["cyber", "monday"],
    &["easter", "monday"],
    &["easter", "sunday"],
    &["fathers", "day"],
    &["father", "day"],
    &["fourth", "of", "july"],
    &["good", "friday"],
    &["independence", "day"],
    &["labor", "day"],
    &["lunar", "new", "year"],
    &["chinese", "new", "year"],
    &["mardi", "gras"],
    &["memorial", "day"],
    &["mlk", "day"],
    &["mothers", "day"],
    &["mother", "day"],
    &["new", "years", "day"],
    &["new", "years", "eve"],
    &["new", "year", "day"],
    &["new", "year", "eve"],
    &["new", "years"],
    &["new", "year"],
    &["palm", "sunday"],
    &["patriots", "day"],
    &["presidents", "day"],
    &["president", "day"],
    &["rosh", "hashanah"],
    &["st", "patricks", "day"],
    &["st", "patrick", "day"],
    &["three", "kings"],
    &["three", "kings", "day"],
    &["valentines", "day"],
    &["valentine", "day"],
    &["veterans", "day"],
    &["yom", "kippur"],
    &["christmas"],
    &["xmas"],
    &["diwali"],
    &["easter"],
    &["eid"],
    &["halloween"],
    &["hanukkah"],
    &["juneteenth"],
    &["kwanzaa"],
    &["passover"],
    &["ramadan"],
    &["thanksgiving"],
    &["valentines"],
];

/// Whether some holiday begins with this lower-case word.
pub(super) fn begins_holiday(word: &str) -> bool {
    HOLIDAYS.iter().any(|phrase| phrase[0] == word)
}

/// A day relative to today, in one lower-case word.
pub(super) fn is_relative(word: &str) -> bool {
    matches!(
        word,
        "tomorrow"
            | "tmrw"
            | "tmr"
            | "tmw"
            | "tmrow"
            | "tomorow"
            | "tommorow"
            | "tommorrow"
            | "2morrow"
            | "2moro"
            | "yesterday"
            | "yesturday"
            | "yday"
            | "ayer"
            | "mañana"
    )
}

/// The value of a spoken ordinal below twenty or a round one, such as `ninth` or `thirtieth`.
pub(super) fn ordinal(word: &str) -> Option<u32> {
    Some(match word {
        "first" => 1,
        "second" => 2,
        "third" => 3,
        "fourth" => 4,
        "fifth" => 5,
        "sixth" => 6,
        "seventh" => 7,
        "eighth" => 8,
        "ninth" => 9,
        "tenth" => 10,
        "eleventh" => 11,
        "twelfth" => 12,
        "thirteenth" => 13,
        "fourteenth" => 14,
        "fifteenth" => 15,
        "sixteenth" => 16,
        "seventeenth" => 17,
        "eighteenth" => 18,
        "nineteenth" => 19,
        "twentieth" => 20,
        "thirtieth" => 30,
        _ => return None,
    })
}

/// The value of a spoken number from one to nineteen.
pub(super) fn small_number(word: &str) -> Option<u32> {
    spoken::value(word).filter(|value| (1..20).contains(value))
}

/// The value of a spoken round number from twenty to ninety.
pub(super) fn tens(word: &str) -> Option<u32> {
    spoken::value(word).filter(|value| *value >= 20)
}
