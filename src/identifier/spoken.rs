//! Numbers and codes in words, as transcripts, dictations and people who dodge a filter write them: "four seven
//! nine, double five", "oh one forty-two", "4seven9-five55", "kilo lima eight dash nine".

/// One word or numeral of a spoken number.
macro_rules! number {
    () => {
        concat!(
            r"zero|ohh?|o|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen",
            r"|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred",
            r"|double|triple|[0-9]{1,4}"
        )
    };
}

/// What may stand between two words of a spoken number: nothing, marks, a line's end, or the name of a mark.
macro_rules! joint {
    () => {
        r"(?:(?:[ ,._\-]|(?u:–)){1,3}(?:\r?\n[ ]{0,8})?|\r?\n|[ ,\r\n]{1,3}(?:uh|um|dash|hyphen|minus|slash|dot|space|then|and then)[ ,\r\n]{1,3})?"
    };
}

/// A run of spoken digits, three words or more, some of which may be written as numerals.
macro_rules! spoken {
    () => {
        concat!(
            r"(?i-u:(?-u:\b)(?:",
            $crate::identifier::spoken::number!(),
            r")(?:",
            $crate::identifier::spoken::joint!(),
            r"(?:",
            $crate::identifier::spoken::number!(),
            r")){2,}(?-u:\b))"
        )
    };
}

/// A run of spoken digits and letters: single letters, the spelling alphabet's words, "W as in whiskey".
macro_rules! spoken_code {
    () => {
        concat!(
            r"(?i-u:(?-u:\b)(?:(?:",
            $crate::identifier::spoken::number!(),
            r"|(?-u:\b)[a-z](?-u:\b)(?: (?:as in|like|for) [a-z]{2,12})?",
            r"|alpha|alfa|bravo|charlie|delta|echo|foxtrot|golf|hotel|india|juliett?|kilo|lima|mike|november|oscar|papa",
            r"|quebec|romeo|sierra|tango|uniform|victor|whiskey|x-?ray|yankee|zulu)",
            $crate::identifier::spoken::joint!(),
            r"){2,}(?:",
            $crate::identifier::spoken::number!(),
            r"|alpha|alfa|bravo|charlie|delta|echo|foxtrot|golf|hotel|india|juliett?|kilo|lima|mike|november|oscar|papa",
            r"|quebec|romeo|sierra|tango|uniform|victor|whiskey|x-?ray|yankee|zulu|dash [a-z]|(?-i:[B-HJ-Z]))(?-u:\b))"
        )
    };
}
pub(super) use {joint, number, spoken, spoken_code};

/// Words of which every run of spoken digits holds one, but for a lone `o` among numerals.
pub(super) const WORDS: &[&str] =
    &["zero", "oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "thirty"];

/// Every word that a run may hold, the longer before those that begin it.
const PIECES: [&str; 42] = [
    "zero",
    "ohh",
    "oh",
    "o",
    "one",
    "two",
    "three",
    "fourteen",
    "forty",
    "four",
    "fifteen",
    "fifty",
    "five",
    "sixteen",
    "sixty",
    "six",
    "seventeen",
    "seventy",
    "seven",
    "eighteen",
    "eighty",
    "eight",
    "nineteen",
    "ninety",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "thirty",
    "twenty",
    "hundred",
    "double",
    "triple",
    "dash",
    "hyphen",
    "minus",
    "slash",
    "dot",
    "space",
    "then",
    "and",
];

/// The digits that a run of spoken digits says, empty where a piece of it is no number or none of it is in words.
pub(super) fn digits(run: &str) -> String {
    let mut digits = String::new();
    let mut repeat = 1;
    // The number of tens that a unit may still join, and the place of a hundred's zeros that tens may take.
    let (mut tens, mut hundred) = (false, false);
    if !run.bytes().any(|b| b.is_ascii_alphabetic()) {
        return digits;
    }
    for piece in pieces(run) {
        let (had_tens, had_hundred) = (std::mem::take(&mut tens), std::mem::take(&mut hundred));
        match value(&piece) {
            Some(unit @ 1..=9) if had_tens => {
                digits.pop();
                digits.push_str(&unit.to_string());
            }
            Some(number) => {
                if had_hundred && number >= 10 {
                    digits.truncate(digits.len() - 2);
                }
                tens = number >= 20 && number % 10 == 0;
                digits.push_str(&number.to_string().repeat(repeat));
            }
            None => match piece.as_str() {
                "double" => repeat = 2,
                "triple" => repeat = 3,
                "hundred" => {
                    digits.push_str("00");
                    hundred = true;
                }
                "uh" | "um" | "dash" | "hyphen" | "minus" | "slash" | "dot" | "space" | "then" | "and" => {}
                numeral if numeral.bytes().all(|b| b.is_ascii_digit()) => digits.push_str(&numeral.repeat(repeat)),
                _ => return String::new(),
            },
        }
        if !matches!(piece.as_str(), "double" | "triple") {
            repeat = 1;
        }
    }
    digits
}

/// How many words for a number a run has.
pub(super) fn words(run: &str) -> usize {
    pieces(run)
        .iter()
        .filter(|piece| value(piece).is_some() || matches!(piece.as_str(), "hundred" | "double" | "triple"))
        .count()
}

/// How many digits and how many characters a run of spoken digits and letters says; none where nothing is in words.
pub(super) fn code(run: &str) -> (usize, usize) {
    let (mut digits, mut letters, mut words, mut repeat) = (0, 0, 0, 1);
    let mut spelled = false;
    for piece in pieces(run) {
        // The word behind "as in" says its letter a second time.
        if std::mem::take(&mut spelled) {
            words += 1;
            continue;
        }
        match (value(&piece), piece.as_str()) {
            (_, "double") => repeat = 2,
            (_, "triple") => repeat = 3,
            (Some(number), _) => {
                digits += number.to_string().len() * repeat;
                words += 1;
                repeat = 1;
            }
            (_, "dash" | "hyphen" | "minus" | "slash" | "dot") => words += 1,
            (_, "as" | "uh" | "um" | "space" | "then" | "and") => {}
            (_, "hundred") => digits += 2,
            (_, "in" | "like" | "for") => spelled = true,
            (_, text) if text.bytes().all(|b| b.is_ascii_digit()) => digits += text.len(),
            (_, text) => {
                words += usize::from(text.len() > 1);
                letters += 1;
            }
        }
    }
    if words == 0 { (0, 0) } else { (digits, digits + letters) }
}

/// The pieces of a run in lower case: numerals and words, also where one is glued to the next.
fn pieces(run: &str) -> Vec<String> {
    let lower = run.to_ascii_lowercase();
    let mut pieces = Vec::new();
    for chunk in lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|chunk| !chunk.is_empty()) {
        let mut rest = chunk;
        while let Some(first) = rest.bytes().next() {
            let numeral = rest.bytes().take_while(u8::is_ascii_digit).count();
            let fits = |piece: &&&str| rest.strip_prefix(**piece).is_some_and(is_run);
            let known = || PIECES.iter().find(fits).map(|piece| piece.len());
            let word = || rest.bytes().take_while(u8::is_ascii_alphabetic).count();
            // A word that no number begins is one piece: the spelling alphabet's, or what ends the run.
            let length = if first.is_ascii_digit() { numeral } else { known().unwrap_or_else(word) };
            pieces.push(rest[..length].to_owned());
            rest = &rest[length..];
        }
    }
    pieces
}

/// Whether nothing but numerals and known words follows in a chunk.
fn is_run(rest: &str) -> bool {
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.is_empty() || PIECES.iter().any(|piece| rest.strip_prefix(piece).is_some_and(is_run))
}

/// Whether words of numbers and nothing else name a year or less: `nineteen eighty three`, `two thousand eight`, `eighty`.
pub(super) fn is_year_or_age(run: &str) -> bool {
    let words: Vec<String> =
        run.to_lowercase().split([' ', '-']).filter(|word| !word.is_empty()).map(str::to_owned).collect();
    let values: Vec<Option<u32>> = words.iter().map(|word| value(word)).collect();
    match (words.as_slice(), values.as_slice()) {
        ([_], [Some(_)]) => true,
        ([_, _], [Some(first), Some(second)]) => *first >= 18 && *second < 100,
        ([_, _, _], [Some(18..=20), Some(tens), Some(unit)]) => tens % 10 == 0 && *tens >= 10 && *unit < 10,
        ([two, thousand, ..], _) => two == "two" && thousand == "thousand" && words.len() <= 5,
        _ => false,
    }
}

/// The number below a hundred that a word names.
pub(super) fn value(word: &str) -> Option<u32> {
    const UNITS: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    if matches!(word, "o" | "oh" | "ohh") {
        return Some(0);
    }
    let place = |words: &[&str]| words.iter().position(|w| *w == word).and_then(|at| u32::try_from(at).ok());
    place(&UNITS).or_else(|| place(&TENS).map(|tens| tens * 10 + 20))
}

#[cfg(test)]
mod tests {
    use super::{code, digits, is_year_or_age};

    #[test]
    fn years_and_ages_are_told_from_numbers() {
        for run in ["nineteen eighty three", "nineteen ninety-nine", "eighty four", "two thousand and eight"] {
            assert!(is_year_or_age(run), "{run}");
        }
        for run in ["four four one", "ten nineteen seventy eight", "five five five oh one four two", "oh six"] {
            assert!(!is_year_or_age(run), "{run}");
        }
    }

    #[test]
    fn spoken_digits_become_digits() {
        assert_eq!(digits("four seven nine, five five five, oh one four two"), "4795550142");
        assert_eq!(digits("four seventy-nine double five five 01 forty two"), "4795550142");
        assert_eq!(digits("eight hundred triple five oh one ninety"), "8005550190");
        assert_eq!(digits("nineteen eighty"), "1980");
        assert_eq!(digits("five apples"), "");
        assert_eq!(digits("71four-55five-018six"), "7145550186");
        assert_eq!(digits("6o5 five55 ohone 34"), "6055550134");
        assert_eq!(digits("Nine07. 5five5\n01oh2"), "9075550102");
        assert_eq!(digits("three hundred eighteen dash oh seven"), "31807");
        assert_eq!(digits("479 555 0142"), "");
    }

    #[test]
    fn spoken_codes_are_counted() {
        assert_eq!(code("W as in whiskey, oh oh two, one nine"), (5, 6));
        assert_eq!(code("kilo lima eight dash nine nine tango"), (3, 6));
        assert_eq!(code("four four nine dash b"), (3, 4));
        assert_eq!(code("4 4 9 b"), (0, 0));
        assert_eq!(code("4 4 9 dash 0 2"), (5, 5));
        assert_eq!(code("K as in kite 331 07"), (5, 6));
    }
}
