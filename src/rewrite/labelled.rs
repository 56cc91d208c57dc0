//! A number with the words that label it: what goes, and what of both stays where the sentence needs it.

use super::number::noun as noun_of;
use super::phrase::{Around, Edit};
use super::word::{first_word, is_determiner, is_one, last_word, trim_end, trim_start};
use crate::identifier::Kind;

/// Nouns that label a number, and what the number is called without its value.
#[rustfmt::skip]
const NOUNS: &[(&str, &str)] = &[
    ("mrn", "record number"), ("chart", "chart"), ("id", "ID"), ("number", "number"), ("no", "number"), ("num", "number"),
    ("lot", "lot number"), ("batch", "batch number"), ("serial", "serial number"), ("sn", "serial number"),
    ("s/n", "serial number"), ("udi", "device number"), ("card", "card"), ("visa", "card"), ("amex", "card"),
    ("mastercard", "card"), ("acct", "account"), ("account", "account"), ("routing", "routing number"),
    ("iban", "bank account"), ("policy", "policy"), ("claim", "claim"), ("auth", "authorization"), ("member", "member number"),
    ("subscriber", "subscriber number"), ("group", "group number"), ("grp", "group number"), ("plate", "license plate"),
    ("tag", "license plate"), ("vin", "vehicle number"), ("phone", "phone number"), ("cell", "cell number"),
    ("mobile", "mobile number"), ("tel", "phone number"), ("ph", "phone number"), ("fax", "fax number"),
    ("email", "email address"), ("e-mail", "email address"), ("ref", "reference"), ("reference", "reference"),
    ("conf", "confirmation"), ("confirmation", "confirmation"), ("code", "code"), ("case", "case"),
    ("booking", "booking"), ("voucher", "voucher"), ("license", "license"), ("licence", "license"), ("lic", "license"),
    ("dl", "driver's license"), ("passport", "passport"), ("npi", "NPI"), ("dea", "DEA number"), ("ein", "EIN"),
    ("ssn", "Social Security number"), ("social", "Social Security number"), ("mbi", "Medicare number"),
    ("medicaid", "Medicaid number"), ("medicare", "Medicare number"), ("accession", "accession number"),
    ("invoice", "invoice"), ("ticket", "ticket"), ("order", "order"), ("tracking", "tracking number"),
    ("template", "template"), ("record", "record"), ("ip", "IP address"), ("handle", "handle"),
];
/// Those that say enough by themselves before "for", "of" and the like.
#[rustfmt::skip]
const ALONE: &[&str] = &[
    "claim", "card", "account", "policy", "order", "invoice", "case", "booking", "ticket", "voucher", "auth", "chart",
    "passport", "license", "template", "visa", "amex", "code",
];
/// Those whose number stands for the person who has it.
const PERSONAL: &[&str] = &["mrn", "chart", "member", "subscriber", "id", "record"];

/// What a number does and a person does not, or not only.
const THINGS: &[&str] = &[
    "is", "was", "matches", "works", "expired", "belongs", "comes", "failed", "bounced", "starts", "ends", "isn't",
    "wasn't",
];

/// Words that a number's label is never the end of.
const PREPOSITIONS: &[&str] = &[
    "for", "of", "from", "on", "with", "in", "at", "under", "by", "to", "via", "about", "and", "or", "is", "was",
    "has", "had",
];

/// A label right before a number.
#[derive(Debug, Clone, Copy)]
pub(super) struct Label<'a> {
    /// How many bytes it takes, with what stands between it and the number.
    pub(super) taken: usize,
    /// Its words.
    words: &'a str,
}

/// The label right before a number, as far as an edit may take it.
pub(super) fn label<'a>(around: &Around<'a>) -> Option<Label<'a>> {
    let own = around.own_left();
    let end = own.trim_end_matches([' ', ':', '#', '=', '.']).len();
    if own[end..].contains("..") {
        return None;
    }
    let mut start = end;
    while let Some(word) = last_word(own[..start].trim_end_matches(['.', ' '])).filter(|word| noun(word.text).is_some())
    {
        start = word.start;
    }
    (start < end).then(|| Label { taken: own.len() - start, words: &own[start..end] })
}

/// What a label's word calls its number.
fn noun(word: &str) -> Option<&'static str> {
    NOUNS.iter().find(|(label, _)| is_one(word, &[label])).map(|(_, noun)| *noun)
}

impl Label<'_> {
    /// Its words, from the first.
    fn parts(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.words.split([' ', '.', '#']).filter(|word| !word.is_empty())
    }

    /// What the number is called without its value: "card", "lot number".
    fn name(&self) -> String {
        let last = self.parts().next_back().unwrap_or_default();
        let generic = is_one(last, &["no", "num", "number", "id", "record", "code"]);
        let first = self.parts().next().filter(|_| generic && self.parts().count() > 1);
        match first {
            Some(first) if is_one(last, &["id", "record", "code"]) => {
                let insurer = is_one(first, &["medicaid", "medicare", "mbi"]);
                let first = if insurer { super::word::capitalized(first) } else { first.to_lowercase() };
                format!("{first} {}", last_noun(last))
            }
            Some(first) => noun(first).map_or_else(String::new, str::to_owned),
            None => noun(last).unwrap_or("number").to_owned(),
        }
    }

    fn says(&self, words: &[&str]) -> bool {
        self.parts().any(|part| is_one(part, words))
    }
}

/// A generic noun of a label as it is written in a sentence.
fn last_noun(word: &str) -> &'static str {
    noun(word).unwrap_or("number")
}

/// What becomes of a labelled number inside a clause; none where nothing labels it.
pub(super) fn edit(around: &Around<'_>) -> Option<Edit> {
    let label = label(around)?;
    // The words below are English.
    if around.spanish {
        return Some(around.drop(value_gap(around), 0));
    }
    let before = &around.left[..around.left.len() - label.taken];
    let bare = trim_end(before);
    let word = last_word(before);
    let after = trim_start(around.right);
    let next = first_word(around.right).filter(|_| around.right.starts_with(' '));
    let closes = after.is_empty() || after.starts_with([',', ';', ')', ']', '.', '!', '?', '|', '/', '\n', '"']);
    // "Dana MRN 88-10 $212": the label belongs to what stands before, and that is replaced already.
    let own = around.own_left();
    if around.free_left < around.left.len()
        && own.trim_start().len() == label.taken
        && !before.trim_end().ends_with([':', ',', '.', '-'])
    {
        return Some(around.drop(label.taken, 0));
    }
    // "her card 4111... for": the noun stays.
    if let Some(word) = word.filter(|word| is_determiner(word.text)) {
        // Nothing else stands in the sentence: "her cell 479-555-0140".
        if closes
            && around.opens_sentence(around.left.len() - word.start)
            && after.trim_start_matches(['.', '!']).trim_start_matches(' ').is_empty()
        {
            return Some(Edit { left: value_gap(around), words: " on file".to_owned(), ..Edit::default() });
        }
        return Some(around.drop(value_gap(around), 0));
    }
    // "Pt MRN 4471 had": the noun before says who.
    if word.is_some_and(|word| is_one(word.text, &["pt", "patient", "client", "guest"])) {
        return Some(around.drop(label.taken, 0));
    }
    let verb = next.is_some_and(|word| is_predicate(word.text));
    if (around.opens_sentence(label.taken) || bare.ends_with(':')) && verb {
        let noun = if label.says(&["member", "subscriber"]) { "member" } else { "patient" };
        let thing = next.is_some_and(|word| word.is(THINGS));
        let personal = label.parts().all(|part| is_one(part, PERSONAL) || is_one(part, &["no", "number", "num"]));
        let who = if personal && !thing { noun.to_owned() } else { label.name() };
        return Some(around.put(label.taken, 0, &format!("the {who}")));
    }
    // "his check no. 1182"
    let plain = label.parts().all(|part| is_one(part, &["no", "num", "number"]));
    // "NHS no. 485 777 3456 on the letter"
    let proper_noun = word.is_some_and(|word| word.text.len() > 1 && word.text.chars().all(char::is_uppercase));
    if plain && proper_noun && !around.shouts() && before.ends_with(' ') && !closes {
        return Some(around.put(label.taken, 0, "number"));
    }
    if plain && word.is_some() && !word.is_some_and(|word| word.is(PREPOSITIONS)) && before.ends_with(' ') {
        return Some(around.drop(label.taken, 0));
    }
    // "the white Kia plate 8XYZ204 is": the label goes with its value, and the thing stays.
    if bare.ends_with(char::is_alphanumeric)
        && !linked(before)
        && label.says(&["plate", "tag", "sn", "s/n", "serial", "vin", "udi", "lot", "batch"])
    {
        return Some(around.drop(label.taken, 0));
    }
    // "Blue Shield ID 8812," is the insurer's and no more.
    let proper = word.is_some_and(|word| word.text.chars().next().is_some_and(char::is_uppercase));
    let insurer = proper && label.says(&["member", "subscriber", "policy", "group"]);
    if proper && (closes || insurer) && label.says(&["id", "no", "number", "member", "policy", "group"]) {
        return Some(around.drop(label.taken, 0));
    }
    let leads = next.is_some_and(|word| {
        word.is(&["for", "of", "from", "on", "with", "in", "at", "and", "is", "was", "to", "that", "belongs", "exp"])
    });
    if label.parts().next_back().is_some_and(|part| is_one(part, ALONE)) && (leads || proper) && !linked(before) {
        return Some(around.drop(value_gap(around), 0));
    }
    if linked(before) {
        let name = label.name();
        let with = word.is_some_and(|word| word.is(&["with", "has", "had", "shows", "says", "reads", "bears", "w/"]))
            || word.is_some_and(|word| word.is(&["and", "or"]))
            || label.says(&["ip"]);
        let article = match (with, name.to_lowercase().starts_with(['a', 'e', 'i', 'o'])) {
            (false, _) => "the",
            (true, true) => "an",
            (true, false) => "a",
        };
        return Some(around.put(label.taken, 0, &format!("{article} {name}")));
    }
    if proper || bare.ends_with(char::is_alphanumeric) && !closes {
        return Some(around.drop(value_gap(around), 0));
    }
    // "sent the picture to office cell 479-555-0140", "license RN884210 lapses soon"
    let mut last_two = before.trim_end().rsplit(' ').take(2);
    let reached = last_two.any(|word| is_one(word, &["to", "on", "from", "at", "by", "via", "with", "under"]));
    let goes_on = next.is_some_and(|word| word.text.starts_with(char::is_lowercase) && word.text.ends_with('s'));
    if reached || goes_on {
        return Some(around.drop(value_gap(around), 0));
    }
    let kept = around.own_left()[around.free_left - label.taken..].trim_end_matches([' ', ':', '#', '=']);
    let kept = label.taken - kept.len();
    Some(Edit { left: kept, words: " on file".to_owned(), ..Edit::default() })
}

/// How many bytes stand between a label and its number, one space left out.
fn value_gap(around: &Around<'_>) -> usize {
    let own = around.own_left();
    own.len() - own.trim_end_matches([' ', ':', '#', '=']).len()
}

/// Whether a text ends with a word that wants a noun behind it: a preposition or a verb.
fn linked(before: &str) -> bool {
    #[rustfmt::skip]
    const LINKS: &[&str] = &[
        "for", "of", "from", "on", "with", "in", "at", "under", "by", "to", "via", "about", "against", "per", "re", "w/",
        "use", "used", "using", "gave", "give", "has", "had", "have", "shows", "says", "reads", "bears", "see", "run", "ran",
        "charge", "charged", "put", "enter", "entered", "take", "took", "took", "find", "found", "open", "opened", "check",
        "update", "updated", "cancel", "change", "changed", "and", "or", "add", "added", "pull", "pulled", "verify", "quote",
        "into", "behind", "than", "as", "that", "if", "whether", "is", "was", "because", "when", "where", "says", "while",
    ];
    trim_end(before).ends_with(|c: char| c.is_alphanumeric() || c == '/')
        && last_word(before).is_some_and(|word| word.is(LINKS))
}

/// Whether a word goes on with a sentence whose subject stands before it.
pub(super) fn is_predicate(word: &str) -> bool {
    #[rustfmt::skip]
    const VERBS: &[&str] = &[
        "is", "was", "has", "had", "will", "would", "can", "could", "did", "does", "got", "came", "said", "says", "wants",
        "wanted", "needs", "needed", "asks", "asked", "called", "texted", "keeps", "missed", "wrote", "shows", "likes", "hates",
        "prefers", "no-showed", "doesn't", "didn't", "won't", "can't", "isn't", "wasn't", "went", "took", "dm'd", "expired",
        "bounced", "failed", "belongs", "comes", "reports", "reported", "requests", "requested", "cancelled", "canceled",
        "froze", "bought", "owes", "lives", "loves", "thinks", "takes", "gets", "feels", "knows", "forgot", "brought",
        "complained", "emailed", "messaged", "matches", "works", "starts", "ends",
    ];
    is_one(word, VERBS)
}

/// "the sticker shows serial QX-77120" becomes "the sticker shows a serial number".
pub(super) fn told_by(around: &Around<'_>, kind: Kind) -> Option<Edit> {
    const VERBS: &[&str] =
        &["says", "say", "said", "shows", "show", "reads", "read", "lists", "has", "had", "with", "bears", "carries"];
    const NOUNS: &[&str] = &["serial", "lot", "batch", "reference", "ref", "plate", "tag", "model"];
    let own = around.own_left();
    if last_word(own).is_some_and(|word| word.is(&["says", "shows", "reads", "lists"])) {
        let name = noun_of(kind, false);
        let article = if name.starts_with(['a', 'e', 'i', 'o', 'I']) { "an" } else { "a" };
        return Some(around.put(0, 0, &format!("{article} {name}")));
    }
    let noun = last_word(trim_end(own)).filter(|word| word.is(NOUNS))?;
    last_word(&own[..noun.start]).filter(|word| word.is(VERBS))?;
    let name = match noun.text.to_lowercase().as_str() {
        "plate" | "tag" => "a license plate".to_owned(),
        "ref" => "a reference number".to_owned(),
        other => format!("a {other} number"),
    };
    Some(around.put(own.len() - noun.start, 0, &name))
}

/// "the letters in chart number ZB-104" becomes "the letters in a chart number".
pub(super) fn any_number(around: &Around<'_>) -> Option<Edit> {
    const WORDS: &[&str] = &[
        "medical",
        "record",
        "chart",
        "member",
        "policy",
        "serial",
        "lot",
        "account",
        "claim",
        "license",
        "case",
        "tracking",
        "booking",
        "reference",
        "confirmation",
        "phone",
        "plate",
        "number",
        "id",
    ];
    let own = around.own_left();
    let end = trim_end(own).len();
    let mut start = end;
    while let Some(word) = last_word(&own[..start]).filter(|word| word.is(WORDS)) {
        start = word.start;
    }
    let label = &own[start..end];
    last_word(label).filter(|word| word.is(&["number", "id"]))?;
    last_word(&own[..start]).filter(|word| word.is(&["in", "of", "under", "about", "behind"]))?;
    let article = if label.starts_with(['a', 'e', 'i', 'o', 'A', 'E', 'I', 'O']) { "an" } else { "a" };
    Some(around.put(own.len() - start, 0, &format!("{article} {label}")))
}
