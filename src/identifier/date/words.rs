//! The vocabulary of dates: months, weekdays, holidays, spoken numbers.

use super::super::spoken;

/// The month of a lower-case word, 1 to 12: names in seven languages, English abbreviations, English misspellings.
pub(super) fn month(word: &str) -> Option<u32> {
    Some(match word {
        "january" | "jan" | "enero" | "janvier" | "januar" | "janeiro" | "gennaio" => 1,
        "february" | "feb" | "febuary" | "febrero" | "février" | "fevrier" | "februar" | "fevereiro" | "febbraio"
        | "pebrero" => 2,
        "march" | "mar" | "marzo" | "mars" | "märz" | "maerz" | "março" | "marso" => 3,
        "april" | "apr" | "abril" | "avril" | "aprile" => 4,
        "may" | "mayo" | "mai" | "maio" | "maggio" => 5,
        "june" | "jun" | "junio" | "juin" | "juni" | "junho" | "giugno" | "hunyo" => 6,
        "july" | "jul" | "julio" | "juillet" | "juli" | "julho" | "luglio" | "hulyo" => 7,
        "august" | "aug" | "agosto" | "août" => 8,
        "september" | "sept" | "sep" | "septiembre" | "setiembre" | "septembre" | "setembro" | "settembre"
        | "setyembre" => 9,
        "october" | "oct" | "octubre" | "octobre" | "oktober" | "outubro" | "ottobre" | "oktubre" => 10,
        "november" | "nov" | "noviembre" | "novembre" | "novembro" | "nobyembre" => 11,
        "december" | "dec" | "diciembre" | "décembre" | "decembre" | "dezember" | "dezembro" | "dicembre"
        | "disyembre" => 12,
        _ => return (1..=12).find(|month| is_slip_of(word, MONTHS[*month as usize - 1])),
    })
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Whether a word is a long name with one letter left out or doubled, or two neighbours changed.
fn is_slip_of(word: &str, name: &str) -> bool {
    let (word, name) = (word.as_bytes(), name.as_bytes());
    if name.len() < 6 || word.len() + 1 < name.len() || word.len() > name.len() + 1 || word[0] != name[0] {
        return false;
    }
    let same = word.iter().zip(name).take_while(|(one, other)| one == other).count();
    let (rest, left) = (&word[same..], &name[same..]);
    match word.len() as isize - name.len() as isize {
        -1 => !rest.is_empty() && rest == &left[1..],
        0 => rest.len() >= 2 && rest[0] == left[1] && rest[1] == left[0] && rest[2..] == left[2..],
        1 => rest[0] == name[same - 1] && &rest[1..] == left,
        _ => false,
    }
}

/// Abbreviations of months in other languages, which are words or names where no day stands beside them.
pub(super) fn short_month(word: &str) -> Option<u32> {
    Some(match word {
        "ene" | "janv" => 1,
        "févr" | "fevr" | "fev" => 2,
        "mär" | "marz" => 3,
        "abr" | "avr" => 4,
        "giu" => 6,
        "juil" | "lug" => 7,
        "ago" | "aout" => 8,
        "sett" => 9,
        "okt" | "ott" => 10,
        "dic" | "déc" | "dez" => 12,
        _ => return None,
    })
}

/// A month as a Roman numeral, all in one case: `XI`, `iv`.
pub(super) fn roman_month(word: &str) -> Option<u32> {
    const ROMAN: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    ROMAN.iter().position(|roman| *roman == word).map(|at| at as u32 + 1)
}

/// Months that are also given names, verbs or common words, so that a lower-case or lone one proves little.
pub(super) fn is_doubtful_month(word: &str) -> bool {
    matches!(word, "may" | "march" | "mar" | "april" | "june" | "august" | "sep" | "jun" | "mayo" | "julio")
}

/// Months that are a name or another word unless a day or a year stands beside them.
pub(super) fn needs_a_day(word: &str) -> bool {
    matches!(word, "mars" | "mai" | "mayo" | "juli" | "maio" | "janeiro")
}

/// How clearly a word is a weekday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weekday {
    /// A full name, or an abbreviation that is no other word.
    Clear,
    /// `sat`, `sun`, `mon`, `wed`: needs a neighbour that fits a day.
    Doubtful,
}

/// The weekday of a lower-case word: names in seven languages, English abbreviations and misspellings.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "tues" | "tue" | "thurs" | "thur" | "thu" | "fri" | "weds" => Weekday::Clear,
        "wensday" | "wendsday" | "wensdy" | "wednsday" | "saterday" | "thirsday" | "fryday" => Weekday::Clear,
        "lunes" | "martes" | "miércoles" | "miercoles" | "jueves" | "viernes" | "sábado" | "sabado" => Weekday::Clear,
        "miyerkules" | "huwebes" | "biyernes" => Weekday::Clear,
        "lundi" | "mardi" | "mercredi" | "jeudi" | "vendredi" | "samedi" | "dimanche" => Weekday::Clear,
        "montag" | "dienstag" | "mittwoch" | "donnerstag" | "freitag" | "samstag" | "sonnabend" | "sonntag" => {
            Weekday::Clear
        }
        "lunedì" | "martedì" | "mercoledì" | "giovedì" | "venerdì" | "sabato" | "domenica" | "lunedi" | "martedi"
        | "mercoledi" | "giovedi" | "venerdi" => Weekday::Clear,
        "mon" | "wed" | "sat" | "sun" | "domingo" => Weekday::Doubtful,
        _ => {
            let known = WEEKDAYS.iter().any(|name| *name == word || is_slip_of(word, name));
            return known.then_some(Weekday::Clear);
        }
    })
}

/// Whether a word is the first of a weekday of two words.
pub(super) fn begins_weekday_in_two(word: &str) -> bool {
    matches!(word, "thứ" | "thu" | "chủ" | "segunda" | "terça" | "quarta" | "quinta" | "sexta")
}

/// Weekdays of two words: Vietnamese, and Portuguese with its hyphen.
pub(super) fn weekday_in_two(first: &str, second: &str) -> bool {
    match first {
        "thứ" => matches!(second, "hai" | "ba" | "tư" | "năm" | "sáu" | "bảy"),
        // Without its marks; the others are words of other languages too.
        "thu" => matches!(second, "hai" | "nam" | "sau" | "bay"),
        "chủ" => second == "nhật",
        "segunda" | "terça" | "quarta" | "quinta" | "sexta" => second == "feira",
        _ => false,
    }
}

/// Abbreviations of weekdays in other languages, which are words or names where no day stands beside them.
pub(super) fn is_short_weekday(word: &str) -> bool {
    matches!(
        word,
        "lun"
            | "mar"
            | "mié"
            | "mie"
            | "jue"
            | "vie"
            | "sáb"
            | "mer"
            | "jeu"
            | "ven"
            | "gio"
            | "seg"
            | "ter"
            | "qua"
            | "mo"
            | "di"
            | "fr"
            | "sa"
    )
}

/// A day relative to today, in one lower-case word.
pub(super) fn is_relative(word: &str) -> bool {
    #[rustfmt::skip]
    const RELATIVE: &[&str] = &[
        "2moro", "2morrow", "amanhã", "anteayer", "anteontem", "antier", "avant-hier", "ayer", "bukas", "demain", "domani",
        "gestern", "ieri", "kahapon", "mañana", "morgen", "ontem", "tmoro", "tmorrow", "tmr", "tmrow", "tmrw", "tmw",
        "tommorow", "tommorrow", "tomorow", "tomorrow", "tomorrw", "yday", "yest", "yesterday", "yestrday", "yesturday",
        "übermorgen", "vorgestern",
    ];
    RELATIVE.contains(&word)
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

/// The hour that a Spanish number names.
pub(super) fn hour_in_spanish(word: &str) -> Option<u32> {
    const HOURS: [&str; 12] =
        ["una", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce"];
    HOURS.iter().position(|hour| *hour == word).map(|at| at as u32 + 1)
}
