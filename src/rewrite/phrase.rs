//! A place in the text with its neighbours, and the edits that keep the sentence whole.

use super::layout::Slot;
use super::word::{capitalized, first_word, last_word, trim_end, trim_start};

/// Words that go on with a sentence behind its subject.
const CONTINUERS: &[&str] = &[
    "that", "who", "wants", "needs", "asks", "asked", "says", "said", "is", "was", "has", "had", "called", "came",
    "wrote", "would", "will", "got", "went", "said", "needed", "wanted", "quiere", "dice", "es", "tiene",
];

/// Verbs before what somebody says, word for word.
const SAYING: &[&str] =
    &["said", "says", "wrote", "writes", "asked", "replied", "texted", "emailed", "posted", "reads"];

/// A found value and what stands around it, on its line and inside its cell.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around<'a> {
    /// The line above, as already rewritten; empty where there is none.
    pub(super) above: &'a str,
    /// The start of the line below, as it was given; empty where there is none.
    pub(super) below: &'a str,
    /// The text before, as already rewritten; it reaches back to the line before where a sentence was wrapped.
    pub(super) left: &'a str,
    /// How many bytes at the end of `left` are the original's, and may be taken by an edit.
    pub(super) free_left: usize,
    /// Whether `left` goes back to the start of the line or cell.
    pub(super) whole_left: bool,
    /// The found value.
    pub(super) value: &'a str,
    /// The text behind, as it was given.
    pub(super) right: &'a str,
    /// How many bytes at the start of `right` may be taken by an edit.
    pub(super) free_right: usize,
    /// What kind of place it is.
    pub(super) slot: Slot,
    /// Whether it stands in a row of a table.
    pub(super) row: bool,
    /// Whether it begins what somebody says in a talk.
    pub(super) turn: bool,
    /// Whether the sentence is Spanish.
    pub(super) spanish: bool,
}

/// What to do at a place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Edit {
    /// How many bytes before the value go with it.
    pub(super) left: usize,
    /// How many bytes behind the value go with it.
    pub(super) right: usize,
    /// What stands there now.
    pub(super) words: String,
    /// Whether what follows begins a sentence and lost its capital.
    pub(super) capital: bool,
}

impl<'a> Around<'a> {
    /// The part of the text before that an edit may take.
    pub(super) fn own_left(&self) -> &'a str {
        &self.left[self.left.len() - self.free_left..]
    }

    /// The part of the text behind that an edit may take.
    pub(super) fn own_right(&self) -> &'a str {
        &self.right[..self.free_right]
    }

    /// Whether a sentence begins here, `left` bytes before the value.
    pub(super) fn opens_sentence(&self, left: usize) -> bool {
        let before = self.left[..self.left.len().saturating_sub(left)].trim_end();
        let quoted = before.ends_with(['"', '“', '‘']);
        let before = before.trim_end_matches(['"', '“', '‘', '*', '_', '(', '[', '¡', '¿', '\'']).trim_end();
        if quoted && (before.ends_with(':') || last_word(before).is_some_and(|word| word.is(SAYING))) {
            return true;
        }
        if before.is_empty() {
            return self.whole_left;
        }
        if before.chars().all(|c| matches!(c, '-' | '–' | '—' | '•' | '>' | '#' | '*' | '|')) {
            return true;
        }
        // "no. yesterday" is an answer, and "no. 44" a number.
        let answer = before.ends_with("no.") && self.value.starts_with(char::is_alphabetic);
        before.ends_with(['.', '!', '?', '\n', '…']) && (answer || !ends_with_abbreviation(before))
    }

    /// Whether the surroundings are written in capitals.
    pub(super) fn shouts(&self) -> bool {
        let near = self.left.chars().rev().take(40).chain(self.right.chars().take(40));
        let (mut upper, mut lower) = (0, 0);
        for c in near {
            upper += usize::from(c.is_uppercase());
            lower += usize::from(c.is_lowercase());
        }
        upper >= 4 && lower * 8 <= upper && !self.value.chars().any(char::is_lowercase)
    }

    /// Words in the case that the place asks for, `left` bytes before the value.
    pub(super) fn cased(&self, words: &str, left: usize) -> String {
        if self.shouts() {
            return words.to_uppercase();
        }
        let taken = &self.left[self.left.len().saturating_sub(left)..];
        let first = taken.chars().chain(self.value.chars()).find(|c| c.is_alphanumeric());
        if (self.opens_sentence(left) || self.turn && left == 0)
            && (first.is_some_and(|c| c.is_uppercase() || c.is_numeric())
                // "k.tanoue@mail.example bounced. Does"
                || self.value.contains('@') && self.right.chars().any(char::is_uppercase))
        {
            return capitalized(words);
        }
        words.to_owned()
    }

    /// Puts words in place of the value and of so many bytes on both sides.
    pub(super) fn put(&self, left: usize, right: usize, words: &str) -> Edit {
        Edit { left, right, words: self.cased(words, left), capital: false }
    }

    /// Takes the value out with so many bytes on both sides, and mends spaces, commas and brackets.
    pub(super) fn drop(&self, left: usize, right: usize) -> Edit {
        let mut left = left.min(self.free_left);
        let mut right = right.min(self.free_right);
        loop {
            let before = trim_end(&self.left[..self.left.len() - left]);
            let after = trim_start(&self.right[right..]);
            let open = before.chars().next_back();
            let close = after.chars().next();
            let pair =
                matches!((open, close), (Some('('), Some(')')) | (Some('['), Some(']')) | (Some('<'), Some('>')))
                    || matches!((open, close), (Some('"'), Some('"')) | (Some('“'), Some('”')));
            let new_left = self.left.len() - before.len() + open.map_or(0, char::len_utf8);
            let new_right = self.right.len() - after.len() + close.map_or(0, char::len_utf8);
            if !pair || new_left > self.free_left || new_right > self.free_right {
                break;
            }
            (left, right) = (new_left, new_right);
        }
        let label = trim_end(&self.left[..self.left.len() - left]).ends_with([':', '=']);
        let after = &self.right[right..];
        let bare = trim_start(after);
        if label
            && (bare.is_empty()
                || bare.starts_with(['.', ';', '|', '?', '!', ')', '/'])
                || after.len() > bare.len() + 1)
        {
            return Edit { words: if self.spanish { "omitido" } else { "withheld" }.to_owned(), ..Edit::default() };
        }
        self.mend(left, right)
    }

    /// Takes a value out that describes the noun behind it, and makes the article before it fit: "an Ogden client" becomes
    /// "a client".
    pub(super) fn drop_described(&self) -> Edit {
        let article = super::word::ending(self.own_left(), &["a", "an"]);
        match (article, first_word(self.right).and_then(|word| word.text.chars().next())) {
            (Some(taken), Some(first)) => {
                let vowel = matches!(first.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o');
                self.put(taken, 0, if vowel { "an" } else { "a" })
            }
            _ => self.drop(0, 0),
        }
    }

    /// Chooses which of the marks and spaces on both sides of a gap stay.
    fn mend(&self, left: usize, right: usize) -> Edit {
        let before = &self.left[..self.left.len() - left];
        let after = &self.right[right..];
        let bare_before = trim_end(before);
        let bare_after = trim_start(after);
        let opens = self.opens_sentence(left) || bare_before.ends_with(['(', '[', ':', '"', '“']);
        let spaces_before = before.len() - bare_before.len();
        let spaces_after = after.len() - bare_after.len();
        let clamp = |left: usize, right: usize| (left.min(self.free_left), right.min(self.free_right));

        let leading = bare_after.chars().next();
        let trailing = bare_before.chars().next_back();
        let ends = bare_after.is_empty()
            || leading.is_some_and(|c| matches!(c, '.' | '!' | '?' | ')' | ']' | ':' | '\n' | '"' | '”'));
        // A sentence of which nothing is left goes with its full stop.
        if leading == Some('.') && self.opens_sentence(left) && !bare_after.starts_with("..") {
            let rest = &bare_after[1..];
            let (left, right) = clamp(left, right + spaces_after + 1 + rest.len() - trim_start(rest).len());
            return self.reopened(left, right);
        }
        // "called on Monday and ." loses its "and" too.
        let conjunction = last_word(bare_before).filter(|word| word.is(&["and", "or", "but", "y", "o"]));
        let next_joins = first_word(bare_after)
            .is_some_and(|word| word.is(&["and", "or", "but", "y", "o"]) && bare_after.starts_with(word.text));
        // "and on Friday, she danced" keeps its "and", and the comma goes.
        if conjunction.is_some() && leading == Some(',') {
            let (left, right) = clamp(left + spaces_before, right + spaces_after + 1);
            return Edit { left, right, ..Edit::default() };
        }
        if let Some(word) = conjunction.filter(|_| ends || next_joins) {
            let taken = self.left.len() - word.start;
            if taken <= self.free_left {
                return self.mend(taken, right);
            }
        }
        let mark_before = spaces_before + trailing.map_or(0, char::len_utf8);
        let mark_after = spaces_after + leading.map_or(0, char::len_utf8);
        // "peel - 9/10 - paid" has a dash on both sides.
        let dashed = bare_before.ends_with(" -") && bare_after.starts_with("- ");
        let parted =
            |c: Option<char>| c.is_some_and(|c| matches!(c, ',' | ';' | '/' | '–' | '—') || dashed && c == '-');
        if parted(trailing) && parted(leading) {
            // "Dana, cell 479-555-0140, wants" is one clause without what stood between its commas.
            let one_clause = first_word(&after[mark_after..]).is_some_and(|word| {
                word.is(CONTINUERS)
                    || super::labelled::is_predicate(word.text)
                    || word.is(&["for", "about", "of", "to", "with", "at", "re"])
            });
            // "says Biotronik, serial 66120498, can he have": a question begins there.
            let asks = first_word(&after[mark_after..]).is_some_and(|word| {
                let behind = &after[mark_after..][word.start + word.text.len()..];
                word.is(&["can", "could", "will", "would", "does", "did", "is", "was", "has", "should", "do", "are"])
                    && first_word(behind).is_some_and(|next| {
                        next.is(&[
                            "i", "he", "she", "they", "we", "it", "you", "the", "a", "my", "her", "his", "our", "this",
                            "that",
                        ]) || next.text.starts_with(char::is_uppercase) && !self.shouts()
                    })
            });
            let sentence = bare_before.rsplit(['.', '!', '?', ';', ':', '"', '\n']).next().unwrap_or_default();
            const ASKING: &[&str] = &["is", "are", "does", "do", "can", "could", "will", "did", "has", "was", "should"];
            let question = sentence.matches(',').count() == 1
                && first_word(sentence).is_some_and(|word| word.is(ASKING))
                && first_word(&after[mark_after..])
                    .is_some_and(|word| word.is(&["still", "active", "right", "correct", "valid"]));
            let one_clause = (one_clause || question) && !asks;
            // "The patient, 58, account 77, had" keeps the comma that closes what is set off before.
            let sentence = bare_before[..bare_before.len() - trailing.map_or(0, char::len_utf8)]
                .rsplit(['.', '!', '?', ';', ':'])
                .next()
                .unwrap_or_default();
            let one_clause = one_clause && sentence.matches(',').count().is_multiple_of(2);
            if left + mark_before <= self.free_left {
                let taken = if one_clause && leading == Some(',') { mark_after } else { spaces_after };
                let (left, right) = clamp(left + mark_before, right + taken);
                return Edit { left, right, ..Edit::default() };
            }
        }
        // What stood between the commas before is gone already: "a woman, Ms. Lee, MRN 88, was".
        let adjoins =
            self.free_left < self.left.len() && self.left[self.left.len() - self.free_left..].trim().len() <= left;
        if leading == Some(',')
            && adjoins
            && !parted(trailing)
            && !before.rsplit(['.', '!', '?', ';']).next().unwrap_or_default().contains(',')
            && first_word(&after[mark_after..])
                .is_some_and(|word| super::labelled::is_predicate(word.text) || word.is(CONTINUERS))
        {
            let (left, right) = clamp(left + spaces_before, right + mark_after);
            return Edit { left, right, ..Edit::default() };
        }
        if leading.is_some_and(|c| matches!(c, ',' | ';')) && (opens || parted(trailing)) {
            let rest = &after[mark_after..];
            let gap = rest.len() - trim_start(rest).len();
            let (left, right) = clamp(left, right + mark_after + gap);
            return self.reopened(left, right);
        }
        // "the twins, Nico and Gabe (acne)"
        if trailing == Some(',') && leading == Some('(') && left + mark_before <= self.free_left {
            return Edit { left: left + mark_before, right, ..Edit::default() };
        }
        let hangs = bare_before.ends_with(" -") && (ends || matches!(leading, Some(',' | ';')));
        if (parted(trailing) && ends || hangs) && (trailing != Some('/') || bare_before.ends_with(" /")) {
            let mark_before = if hangs || trailing == Some('/') {
                before.len() - trim_end(&bare_before[..bare_before.len() - 1]).len()
            } else {
                mark_before
            };
            let (left, right) = clamp(left + mark_before, right + if bare_after.is_empty() { 0 } else { spaces_after });
            return Edit { left, right, ..Edit::default() };
        }
        let closes = leading.is_some_and(|c| matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '”'));
        let closes = closes || (leading == Some('"') && spaces_after == 0);
        if bare_after.is_empty() || closes {
            let (left, right) = clamp(left + spaces_before, right + if closes { spaces_after } else { 0 });
            return Edit { left, right, ..Edit::default() };
        }
        // The spaces behind stay, so that they are free for what goes next.
        if !opens && spaces_before > 0 && spaces_after > 0 && left + spaces_before <= self.free_left {
            return Edit { left: left + spaces_before, right, ..Edit::default() };
        }
        if opens || spaces_before > 0 {
            let taken = if opens
                && spaces_before == 0
                && !bare_before.is_empty()
                && !bare_before.ends_with(['(', '[', '"', '“', '\n'])
            {
                0
            } else {
                spaces_after
            };
            let (left, right) = clamp(left, right + taken);
            return self.reopened(left, right);
        }
        Edit { left, right, ..Edit::default() }
    }

    /// A gap at whose end a sentence may begin anew, with a capital where one was taken away.
    fn reopened(&self, left: usize, right: usize) -> Edit {
        let taken = &self.left[self.left.len() - left..];
        let first = taken.chars().chain(self.value.chars()).find(|c| c.is_alphanumeric());
        let capital = first.is_some_and(char::is_uppercase) && self.opens_sentence(left);
        Edit { left, right, words: String::new(), capital }
    }
}

/// Whether a text ends with a full stop that shortens a word.
fn ends_with_abbreviation(text: &str) -> bool {
    const SHORT: &[&str] = &[
        "mr", "mrs", "ms", "dr", "st", "pt", "appt", "no", "vs", "re", "approx", "ext", "tel", "ph", "dra", "sra",
        "sr", "e.g", "i.e", "w", "prof", "rev", "att", "attn", "lic", "dept", "apt", "est", "incl", "esp",
    ];
    let Some(text) = text.strip_suffix('.') else { return false };
    let start = text
        .rfind(|c: char| !c.is_alphanumeric() && c != '.')
        .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    super::word::is_one(&text[start..], SHORT)
}
