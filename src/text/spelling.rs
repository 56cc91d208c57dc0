//! Slips of the keyboard in the words that tell what follows: `nubmer`, `phnoe`, `pateint`.

use super::map::{Rewriter, Rewritten};

/// Puts two neighbouring letters inside such a word back into their order. First and last letter are right nearly
/// always, and none of these words becomes another word by it.
pub(super) fn correct(text: &str) -> Option<Rewritten> {
    let bytes = text.as_bytes();
    let mut rewriter = Rewriter::new(text);
    let mut start = 0;
    while let Some(begin) = bytes[start..].iter().position(u8::is_ascii_alphabetic).map(|inside| start + inside) {
        let end = begin + bytes[begin..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        start = end;
        if let Some(at) = slip(&bytes[begin..end]).map(|inside| begin + inside) {
            rewriter.replace(at..at + 1, &text[at + 1..at + 2]);
            rewriter.replace(at + 1..at + 2, &text[at..at + 1]);
        }
    }
    rewriter.finish()
}

/// Where in a word the two letters stand that changed places.
fn slip(word: &[u8]) -> Option<usize> {
    let (first, last) = (word.first()?.to_ascii_lowercase(), word.last()?.to_ascii_lowercase());
    let from = CUES.partition_point(|cue| cue.as_bytes()[0] < first);
    let alike = CUES[from..].iter().take_while(|cue| cue.as_bytes()[0] == first).map(|cue| cue.as_bytes());
    alike.filter(|cue| cue.len() == word.len() && cue[cue.len() - 1] == last).find_map(|cue| {
        let differs = |at: &usize| !word[*at].eq_ignore_ascii_case(&cue[*at]);
        let at = (1..word.len() - 1).find(differs)?;
        let swapped = word[at].eq_ignore_ascii_case(cue.get(at + 1)?) && word[at + 1].eq_ignore_ascii_case(&cue[at]);
        (swapped && !(at + 2..word.len()).any(|at| differs(&at))).then_some(at)
    })
}

/// Names of fields, people's roles and kin, and words that lead to a day or a place; five letters or more, in order.
#[rustfmt::skip]
static CUES: &[&str] = &[
    "account", "address", "admitted", "appointment", "birth", "birthday", "booked", "booking", "brother", "called",
    "caller", "cancelled", "chart", "claim", "client", "confirmation", "contact", "cousin", "customer", "daughter", "deceased",
    "device", "doctor", "driver", "email", "emergency", "employer", "ending", "expires", "father", "fiance", "first",
    "friend", "grandmother", "group", "guest", "guardian", "husband", "identifier", "insurance", "invoice", "label", "landlord",
    "license", "lives", "member", "membership", "messaged", "mobile", "mother", "named", "neighbor", "nephew", "niece", "notice",
    "number", "parking", "partner", "passport", "patient", "pharmacy", "phone", "plate", "policy", "portal", "provider",
    "receipt", "record", "reference", "register", "registration", "routing", "scheduled", "serial", "signed", "since",
    "sister", "social", "starting", "street", "subscriber", "surname", "telephone", "template", "texted", "ticket", "tracking",
    "turned", "turns", "until", "vehicle", "voucher",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cues_are_in_order_and_plain() {
        assert!(CUES.windows(2).all(|pair| pair[0].as_bytes()[0] <= pair[1].as_bytes()[0]));
        assert!(CUES.iter().all(|cue| cue.len() >= 5));
    }
}
