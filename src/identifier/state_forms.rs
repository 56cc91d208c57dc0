//! The forms of US driver's licences: each state has its own.

/// The postal codes of the states and of the District of Columbia.
macro_rules! state {
    () => {
        r"(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])"
    };
}

/// Anything that can have the form of a licence; [`is_of_any`] decides.
macro_rules! form {
    () => {
        r"(?:[A-Z]{2}-)?[A-Za-z]{0,3}[ -]?[0-9]{1,4}(?:[ -]?[0-9A-Z]{1,13}){1,6}|[A-Z]{5,7}[A-Z0-9*]{5,7}|[A-Z]{1,3}[0-9]{4,14}"
    };
}
pub(super) use {form, state};

/// The forms of the states, `A` for a letter, `9` for a digit, spaces and dashes left out.
const FORMS: &[(&str, &[&str])] = &[
    ("AL", &["99999999", "9999999"]),
    ("AK", &["9999999"]),
    ("AZ", &["A99999999", "999999999"]),
    ("AR", &["999999999", "99999999"]),
    ("CA", &["A9999999"]),
    ("CO", &["999999999", "A999999", "AA999999"]),
    ("CT", &["999999999"]),
    ("DE", &["9999999"]),
    ("DC", &["9999999", "999999999"]),
    ("FL", &["A999999999999"]),
    ("GA", &["999999999", "99999999"]),
    ("HI", &["A99999999", "999999999"]),
    ("ID", &["AA999999A", "999999999"]),
    ("IL", &["A99999999999", "A999999999999"]),
    ("IN", &["9999999999", "A999999999", "999999999"]),
    ("IA", &["999999999", "999AA9999"]),
    ("KS", &["A99999999", "A9A9A", "999999999"]),
    ("KY", &["A99999999", "A999999999", "999999999"]),
    ("LA", &["999999999", "99999999"]),
    ("ME", &["9999999", "9999999A", "99999999"]),
    ("MD", &["A999999999999"]),
    ("MA", &["A99999999", "999999999", "AA9999999"]),
    ("MI", &["A999999999999", "A9999999999"]),
    ("MN", &["A999999999999"]),
    ("MS", &["999999999"]),
    ("MO", &["A99999", "A999999", "A9999999", "A99999999", "A999999999", "999999999", "99999999AA", "999A999999"]),
    ("MT", &["9999999999999", "999999999", "A99999999"]),
    ("NE", &["A999999", "A9999999", "A99999999"]),
    ("NV", &["9999999999", "999999999999", "A99999999", "999999999"]),
    ("NH", &["99AAA99999", "AAA99999999"]),
    ("NJ", &["A99999999999999"]),
    ("NM", &["999999999", "99999999"]),
    ("NY", &["999999999", "A9999999", "99999999", "9999999999999999", "A999999999999999999"]),
    ("NC", &["999999999999", "99999999", "9999999"]),
    ("ND", &["AAA999999", "999999999"]),
    ("OH", &["AA999999", "A9999999", "A99999", "99999999"]),
    ("OK", &["A999999999", "999999999"]),
    ("OR", &["9999999", "A999999", "99999999", "999999999"]),
    ("PA", &["99999999"]),
    ("RI", &["9999999", "A999999"]),
    ("SC", &["999999999", "99999999", "9999999"]),
    ("SD", &["99999999", "9999999999", "999999999999"]),
    ("TN", &["999999999", "99999999"]),
    ("TX", &["99999999", "9999999"]),
    ("UT", &["999999999", "9999999", "9999999999"]),
    ("VT", &["99999999", "9999999A"]),
    ("VA", &["A99999999", "999999999", "A9999999999"]),
    ("WA", &["AAAAAAA999AA", "AAAAAA9999AA", "AAAAAA999A9A", "AAAAAA999AAA", "AAA9AAAA99AA", "AAA999999999"]),
    ("WV", &["A999999", "9999999", "AA99999", "AA999999"]),
    ("WI", &["A9999999999999"]),
    ("WY", &["999999999", "9999999999"]),
];

/// Whether a number has the form of some state's driver's licence; the state's code may stand before it.
pub(super) fn is_of_any(text: &str) -> bool {
    let form = form_of(text);
    let of = |form: &str| FORMS.iter().any(|(_, forms)| forms.contains(&form));
    of(&form) || FORMS.iter().any(|(state, forms)| text.starts_with(state) && forms.contains(&&form[2..]))
}

/// A number with its letters and digits made one, spaces and dashes left out.
fn form_of(text: &str) -> String {
    let kept = text.chars().filter(char::is_ascii_alphanumeric);
    kept.map(|c| if c.is_ascii_digit() { '9' } else { 'A' }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_knows_its_form() {
        assert_eq!(FORMS.len(), 51);
        for (text, is) in [
            ("D0773610", true),
            ("B542-530-60-638-0", true),
            ("V 425 007 301 660", true),
            ("OH-RT337108", true),
            ("K01-23-4567", true),
            ("L1234-5678-9012-34", true),
            ("07ABC12345", true),
            ("1234-5678", true),
            ("12", false),
            ("ABCDEF", false),
        ] {
            assert_eq!(is_of_any(text), is, "{text}");
        }
    }
}
