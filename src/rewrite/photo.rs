//! Pictures: a file's name, or words that attach one.

use super::phrase::{Around, Edit};
use super::word::{ending, first_word, is_one, last_word, trim_end};

/// The name of a picture in data and in a path.
pub(super) fn in_data(around: &Around<'_>) -> Edit {
    // "photo.jpg" would be found again.
    let words = if around.value.contains('.') { "photo" } else { "withheld" };
    Edit { words: words.to_owned(), ..Edit::default() }
}

/// A picture's file name, or words that attach one.
pub(super) fn in_prose(around: &Around<'_>) -> Edit {
    if let Some(taken) = ending(around.own_left(), &["attached", "here", "enclosed"])
        .filter(|_| first_word(around.right).is_some_and(|word| word.is(&["is", "shows"])))
    {
        return around.put(taken, 0, "the photo");
    }
    if let Some(taken) = ending(around.own_left(), &["attached is", "attached are", "here is", "enclosed is", "here's"])
    {
        let gap = if around.right.starts_with(", my ")
            || around.right.starts_with(", our ")
            || around.right.starts_with(", the ")
        {
            1
        } else {
            0
        };
        return around.put(
            taken,
            gap,
            if gap > 0 { "the photo (not included) shows" } else { "a photo (not included)" },
        );
    }
    let attaches = around.value.contains(' ');
    if attaches {
        let value = around.value.to_lowercase();
        let noun = if value.contains("photo") || value.contains("pic") || value.contains("image") {
            "photo"
        } else {
            "picture"
        };
        if value.contains(" are ") || value.contains(" is ") {
            return around.put(0, 0, &format!("{noun}s are not included"));
        }
        if last_word(around.left).is_some_and(|word| super::word::is_determiner(word.text)) {
            return around.put(0, 0, noun);
        }
        const SEVERAL: &[&str] = &["photos", "pics", "pictures", "images", "selfies", "afters", "shots"];
        let plural = value.split(|c: char| !c.is_alphanumeric()).any(|word| is_one(word, SEVERAL));
        let noun = format!("{noun}{}", if plural { "s" } else { "" });
        // "I've pasted her selfie below, does it look normal?"
        let own = around.own_left();
        if ending(own, &["i'm", "i’m", "i am", "we're", "we’re", "we are"]).is_some() {
            return around.put(0, 0, &format!("leaving the {noun} out"));
        }
        if ending(own, &["i've", "i’ve", "i have", "we've", "we’ve", "we have", "i", "we", "she", "he"]).is_some() {
            return around.put(0, 0, &format!("left the {noun} out"));
        }
        return around.put(0, 0, &format!("{noun} (not included)"));
    }
    // "the photos (IMG_8830.jpg)" and "photos IMG_8830.jpg" say all that there is to say.
    const NOUNS: &[&str] = &["photo", "photos", "pic", "pics", "picture", "pictures", "image", "images", "included"];
    let before = trim_end(around.left).trim_end_matches(['(', '[']);
    let bracketed = before.len() < trim_end(around.left).len();
    if bracketed && around.right.starts_with([')', ']']) || last_word(before).is_some_and(|word| word.is(NOUNS)) {
        return around.drop(0, 0);
    }
    if last_word(around.left)
        .is_some_and(|word| super::word::is_determiner(word.text) || is_one(word.text, &["file", "named"]))
    {
        return around.put(0, 0, "file");
    }
    // "Photo from bedside: khoa_0106.png"
    let labelled = super::layout::label_of(around.left)
        .is_some_and(|label| label.split(' ').any(|word| is_one(word, NOUNS)) && around.left.trim_end().ends_with(':'));
    if labelled {
        return Edit { words: "not included".to_owned(), ..Edit::default() };
    }
    around.put(0, 0, "the photo")
}
