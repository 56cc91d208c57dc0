//! Ages over 89: "90 or older", 45 CFR 164.514(b)(2)(i)(C).

use super::layout::Slot;
use super::phrase::{Around, Edit};
use super::word::{beginning, ending, first_word, is_one, is_role, last_word};

/// What takes an age's place.
pub(super) fn edit(around: &Around<'_>) -> Edit {
    match around.slot {
        Slot::Glued => return around.put(0, 0, "90+"),
        Slot::Number => return around.put(0, 0, "90"),
        Slot::Cell | Slot::Field => return Edit { words: "90 or older".to_owned(), ..Edit::default() },
        Slot::Prose => {}
    }
    // "90 años o más" would be found again.
    if around.spanish {
        let taken = beginning(around.own_right(), &["años de edad", "años"]).unwrap_or(0);
        return around.put(0, taken, "más de 89 años");
    }
    let own = around.own_right();
    if around.value.to_lowercase().ends_with("arian") {
        return by_a_word(around);
    }
    let unit = unit(own);
    let hyphened = is_hyphened(around.value)
        || (unit > 0
            && own[..unit].to_lowercase().replace(' ', "-").contains("-old")
            && !own[..unit].to_lowercase().contains("years"))
        || is_one(own[..unit].trim(), &["yo", "y/o", "yr", "y.o.", "y.o"]);
    let article = ending(around.own_left(), &["a", "an"]);
    let attributive = hyphened
        && first_word(&around.right[unit..]).is_some_and(|word| {
            !is_one(
                word.text,
                &["and", "with", "who", "in", "for", "here", "to", "on", "like", "as", "is", "was", "has"],
            )
        });
    if attributive {
        let noun = first_word(&around.right[unit..])
            .filter(|word| is_role(word.text) && unit + word.start + word.text.len() <= around.free_right);
        if let Some(noun) = noun {
            let words = format!("{} aged 90 or older", noun.text);
            let taken = unit + noun.start + noun.text.len();
            return match article {
                Some(left) => around.put(
                    left,
                    taken,
                    &format!("{} {words}", if noun.text.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" }),
                ),
                None => around.put(0, taken, &words),
            };
        }
        return match article {
            Some(left) => around.put(left, unit, "a 90-or-older"),
            None => around.put(0, unit, "90-or-older"),
        };
    }
    // "92 y/o with a lesion" begins a note.
    let with = first_word(&around.right[unit..])
        .is_some_and(|word| is_one(word.text, &["with", "w/", "here", "who", "has", "presents", "s/p"]));
    if unit > 0 && article.is_none() && with && around.opens_sentence(0) {
        return around.put(0, unit, "patient aged 90 or older");
    }
    // "the 97 year old in the corner"
    let the = ending(around.own_left(), &["the"]).filter(|_| unit > 0 || hyphened);
    if let Some(left) = the {
        return around.put(left, unit, "the patient aged 90 or older");
    }
    if let Some(left) = article.filter(|_| unit > 0) {
        return around.put(left, unit, "somebody aged 90 or older");
    }
    let turns = last_word(around.own_left()).filter(|word| is_one(word.text, &["turned", "turns", "turning"]));
    if let Some(verb) = turns {
        let left = around.free_left - verb.start;
        let before = last_word(&around.left[..around.left.len() - left]);
        let is = before.is_some_and(|word| {
            is_one(word.text, &["is", "was", "be", "are"]) || word.text.ends_with("'s") || word.text.ends_with("’s")
        });
        let words = match verb.text.to_lowercase().as_str() {
            "turning" if is => "90 or older",
            "turning" => "aged 90 or older",
            _ => "is 90 or older",
        };
        // "who just turned 91"
        let just = ending(&around.own_left()[..around.free_left - left], &["just"]).unwrap_or(0);
        return around.put(left + just, unit, words);
    }
    around.put(0, unit, "90 or older")
}

/// "A nonagenarian called", "our centenarian client".
fn by_a_word(around: &Around<'_>) -> Edit {
    let article = ending(around.own_left(), &["a", "an"]);
    let adjective = first_word(around.right).is_some_and(|word| is_role(word.text) && around.right.starts_with(' '));
    match (article, adjective) {
        (Some(left), true) => around.put(left, 0, "a 90-or-older"),
        (None, true) => around.put(0, 0, "90-or-older"),
        (Some(left), false) => around.put(left, 0, "somebody aged 90 or older"),
        (None, false) => around.put(0, 0, "patient aged 90 or older"),
    }
}

/// Whether an age is written so that it can stand before a noun.
fn is_hyphened(value: &str) -> bool {
    let value = value.to_lowercase();
    value.contains("year-old")
        || value.contains("yr-old")
        || value.contains("year old")
        || value.ends_with("yo")
        || value.ends_with("y/o")
}

/// How many bytes "years old" and the like take behind an age.
fn unit(right: &str) -> usize {
    #[rustfmt::skip]
    const UNITS: &[&str] = &[
        "years old", "year old", "years of age", "years young", "yrs young", "yr young", "yrs old", "yr old", "yo", "y/o", "y.o.", "yrs",
        "years", "yr",
    ];
    let hyphened = ["-year-old", "-yr-old", "-years-old", "-yo", "yo", "y/o"];
    if let Some(unit) = hyphened.iter().find(|unit| super::word::starts_with(right, unit)) {
        return unit.len();
    }
    beginning(right, UNITS).unwrap_or(0)
}
