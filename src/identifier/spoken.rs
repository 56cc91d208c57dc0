//! Spoken digits, as transcripts and dictations write them: "four seven nine, double five", "oh one forty-two".

/// A run of spoken digits, two words or more, some of which may be written as numerals.
macro_rules! spoken {
    () => {
        concat!(
            r"(?i-u:(?-u:\b)(?:zero|oh?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen",
            r"|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|double|triple)",
            r"(?:(?:[ ,.\-]{1,3}|[ ,]{1,2}(?:uh|um|dash|then|and then)[ ,]{1,2})",
            r"(?:zero|oh?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen",
            r"|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred",
            r"|double|triple|[0-9]{1,4})(?-u:\b)){2,})"
        )
    };
}
pub(super) use spoken;

/// Words of which every run of spoken digits holds one.
pub(super) const WORDS: &[&str] =
    &["zero", "oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "thirty"];

/// The digits that a run of spoken digits says, empty where a word of it is no number.
pub(super) fn digits(run: &str) -> String {
    let mut digits = String::new();
    let mut repeat = 1;
    let mut tens = None;
    let words = run.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    for word in words.map(str::to_ascii_lowercase) {
        match value(&word) {
            Some(unit @ 1..=9) if tens.is_some() => {
                digits.pop();
                digits.push_str(&unit.to_string());
                tens = None;
            }
            Some(number) => {
                tens = (number >= 20 && number % 10 == 0).then_some(number);
                digits.push_str(&number.to_string().repeat(repeat));
                repeat = 1;
            }
            None => match word.as_str() {
                "double" => repeat = 2,
                "triple" => repeat = 3,
                "hundred" => digits.push_str("00"),
                "uh" | "um" | "dash" | "then" | "and" => {}
                numeral if numeral.bytes().all(|b| b.is_ascii_digit()) => digits.push_str(&numeral.repeat(repeat)),
                _ => return String::new(),
            },
        }
        if !matches!(word.as_str(), "double" | "triple") {
            repeat = 1;
        }
    }
    digits
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
    if matches!(word, "o" | "oh") {
        return Some(0);
    }
    let place = |words: &[&str]| words.iter().position(|w| *w == word).and_then(|at| u32::try_from(at).ok());
    place(&UNITS).or_else(|| place(&TENS).map(|tens| tens * 10 + 20))
}

#[cfg(test)]
mod tests {
    use super::digits;

    #[test]
    fn spoken_digits_become_digits() {
        assert_eq!(digits("four seven nine, five five five, oh one four two"), "4795550142");
        assert_eq!(digits("four seventy-nine double five five 01 forty two"), "4795550142");
        assert_eq!(digits("eight hundred triple five oh one ninety"), "8005550190");
        assert_eq!(digits("nineteen eighty"), "1980");
        assert_eq!(digits("five apples"), "");
    }
}
