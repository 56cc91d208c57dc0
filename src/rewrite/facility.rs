//! Named facilities: "a hospital", "the med spa".

use super::layout;
use super::phrase::{Around, Edit};
use super::word::{ending, first_word, is_one, last_word};

/// Words in the name of a facility, and what the facility is called without its name.
#[rustfmt::skip]
pub(super) const FACILITIES: &[(&str, &str)] = &[
    ("hospital", "hospital"), ("medical center", "hospital"), ("infirmary", "hospital"), ("health system", "hospital"),
    ("surgery", "surgery center"), ("surgical", "surgery center"), ("urgent care", "urgent care"),
    ("lutheran home", "care home"), ("retirement", "care home"), ("senior living", "care home"), ("memory care", "care home"),
    ("care center", "care home"), ("manor", "care home"), ("emergency", "hospital"), ("hospice", "hospice"), ("nursing", "nursing home"), ("assisted living", "care home"),
    ("rehab", "rehab center"), ("orthodont", "orthodontic office"), ("dental", "dental office"),
    ("dentist", "dental office"), ("smiles", "dental office"), ("dermatolog", "dermatology clinic"),
    ("derm", "dermatology clinic"), ("med spa", "med spa"), ("medspa", "med spa"), ("spa", "spa"),
    ("aesthetic", "med spa"), ("skin", "skin clinic"), ("laser", "laser clinic"), ("imaging", "imaging center"),
    ("radiology", "imaging center"), ("laborator", "lab"), ("labs", "lab"), ("pharmacy", "pharmacy"),
    ("mercy", "hospital"), ("sacred heart", "hospital"), ("good samaritan", "hospital"), ("mount sinai", "hospital"),
    ("mt. sinai", "hospital"), ("cedars", "hospital"), ("kaiser", "hospital"), ("mayo", "hospital"), ("walgreens", "pharmacy"), ("cvs", "pharmacy"), ("family medicine", "family practice"),
    ("medicine", "medical practice"), ("pediatric", "pediatric practice"), ("primary care", "family practice"),
    ("clinic", "clinic"), ("health", "health center"), ("medical", "medical practice"), ("oncology", "clinic"),
    ("cancer", "cancer center"), ("counseling", "counseling practice"), ("therapy", "therapy practice"),
    ("wellness", "wellness center"), ("chiropractic", "chiropractic office"), ("fertility", "clinic"),
    ("vein", "vein clinic"), ("plastic", "plastic surgery practice"), ("high school", "school"),
    ("elementary", "school"), ("middle school", "school"), ("school", "school"), ("university", "university"),
    ("college", "college"), ("academy", "school"), ("daycare", "daycare"), ("church", "church"), ("parish", "church"),
    ("temple", "temple"), ("mosque", "mosque"), ("hotel", "hotel"), ("casino", "casino"), ("gym", "gym"),
    ("fitness", "gym"), ("salon", "salon"), ("bakery", "bakery"), ("restaurant", "restaurant"), ("cafe", "café"),
    ("library", "library"), ("airport", "airport"), ("bank", "bank"), ("studio", "studio"), ("hall", "venue"),
    ("shelter", "shelter"),
];

/// A named facility: "a hospital".
pub(super) fn facility(around: &Around<'_>, noun: &str, state: Option<&'static str>, after_state: usize) -> Edit {
    let own = around.own_left();
    // "School: Jefferson Middle School"
    if layout::label_of(around.left).is_some_and(|label| label.eq_ignore_ascii_case(noun)) {
        return around.put(0, after_state, "withheld");
    }
    let whose = last_word(around.left).filter(|word| is_one(word.text, &["our", "my", "his", "her", "your", "their"]));
    let article = if noun.starts_with(['a', 'e', 'i', 'o']) || (noun.starts_with('u') && !noun.starts_with("uni")) {
        "an"
    } else {
        "a"
    };
    // The kind of facility may stand behind the value: "Willow Creek hospital".
    if first_word(around.right).is_some_and(|word| word.text.eq_ignore_ascii_case(noun))
        && around.right.starts_with(' ')
    {
        let taken = ending(own, &["the"]).unwrap_or(0);
        return if whose.is_some() { around.drop(0, 0) } else { around.put(taken, 0, article) };
    }
    let place = state.map_or_else(|| noun.to_owned(), |state| format!("{noun} in {state}"));
    if whose.is_some() {
        return around.put(0, after_state, &place);
    }
    let taken = ending(own, &["the", "a", "an"]).unwrap_or(0);
    // "she's in the hospital", "this is the med spa"
    let known = ending(&around.left[..around.left.len() - taken], &["this is", "it's", "its", "it’s"]).is_some()
        || noun == "hospital" && ending(own, &["in", "in the"]).is_some();
    // The last line of a signature says what the lines above do.
    let signs = around.whole_left && around.left.trim().is_empty() && around.right.trim().is_empty();
    let above = around.above.trim();
    if signs
        && !above.is_empty()
        && above.len() < 60
        && above.ends_with(char::is_alphabetic)
        && around.below.trim().is_empty()
    {
        return around.drop(0, 0);
    }
    // "Lumen Skin Studio, 12 Elm St. Call us": the footer of a page.
    let own_copy = around.opens_sentence(taken)
        && around.right.split(|c: char| !c.is_alphabetic()).any(|word| is_one(word, &["us", "our", "we"]));
    let article = match (known, own_copy) {
        (true, _) => "the",
        (false, true) => "our",
        (false, false) => article,
    };
    around.put(taken, after_state, &format!("{article} {place}"))
}
