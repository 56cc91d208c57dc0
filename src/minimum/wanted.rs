//! What a template asks for, and what the labels of a form have to do with it.

use super::field::{
    ADMINISTRATIVE, ALLERGIES, CAUTION_LABELS, CAUTIONS, CONTRAINDICATIONS, FIELDS, MEDICATIONS, NARRATIVE,
};
use crate::policy::phrase::{Phrase, PhraseSet};
use std::ops::Range;
use std::sync::LazyLock;

/// The fields of a template, by their places in it.
pub(super) struct Wanted {
    /// The place in the template of each known field, in the order of [`FIELDS`].
    known: Vec<Option<usize>>,
    /// The stems of each field that the program does not know, with its place in the template.
    own: Vec<(usize, Vec<String>)>,
}

/// What becomes of what stands behind a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is the field at this place of the template.
    Field(usize),
    /// It counts toward the field at this place: a caution, where contraindications are wanted.
    Toward(usize),
    /// It is no field, and its sentences are read.
    Read,
    /// The same, and it may be a list of conditions or drugs.
    ReadList,
    /// It is left out.
    Out,
    /// Nothing is known of the label.
    Unknown,
}

/// Words of a sentence that plainly belong to a field.
pub(super) struct Said {
    /// The field's place in the template; none where the template does not want it.
    pub place: Option<usize>,
    /// Where they stand in the sentence.
    pub bytes: Range<usize>,
    /// Whether a negation before them may be theirs: of a condition or a drug, but not of a wish.
    pub negatable: bool,
}

/// The fields of conditions and drugs, in [`FIELDS`].
const NEGATABLE: [usize; 3] = [ALLERGIES, MEDICATIONS, CONTRAINDICATIONS];

/// Whose a phrase is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Owner {
    Field(usize),
    Caution,
    Administrative,
    Narrative,
    /// A field that only the template knows, by its place there.
    Own(usize),
}

/// The best reading of a label.
#[derive(Debug, Clone, Copy)]
struct Reading {
    owner: Owner,
    /// How many telling words of the label it leaves unread.
    rest: usize,
}

/// How many telling words of a label may be left unread.
const MOST_REST: usize = 3;

/// Answers that say nothing without their question.
const BARE: &[&str] = &[
    "yes", "no", "y", "n", "none", "na", "never", "negative", "positive", "denies", "unknown", "unsure", "maybe", "sí",
];

/// Words of labels that tell nothing.
#[rustfmt::skip]
const FILLERS: &[&str] = &[
    "any", "your", "the", "a", "an", "do", "you", "have", "has", "had", "are", "is", "been", "be", "of", "to", "for", "in", "on", "at", "i", "we", "my", "me",
    "current", "currently", "known", "list", "please", "all", "if", "yes", "no", "and", "or", "other", "patient", "patients", "pt", "client", "clients", "today", "todays",
    "her", "his", "their", "what", "which", "describe", "section", "optional", "required", "taking", "take", "ever", "this", "q", "with", "history", "s", "our", "y", "n", "su", "de", "tiene", "alguna",
];

static LABELS: LazyLock<Phrases<Owner>> = LazyLock::new(|| {
    let fields = FIELDS.iter().enumerate().map(|(at, field)| (Owner::Field(at), field.labels));
    Phrases::new(fields.chain([
        (Owner::Caution, CAUTIONS),
        (Owner::Caution, CAUTION_LABELS),
        (Owner::Administrative, ADMINISTRATIVE),
        (Owner::Narrative, NARRATIVE),
    ]))
});

static SAYS: LazyLock<Phrases<usize>> = LazyLock::new(|| {
    let fields = FIELDS.iter().enumerate().map(|(at, field)| (at, field.says));
    Phrases::new(fields.chain([(CONTRAINDICATIONS, CAUTIONS)]))
});

/// Phrases with whose they are.
struct Phrases<O> {
    set: PhraseSet,
    owners: Vec<O>,
}

impl<O: Copy> Phrases<O> {
    /// Reads lists of phrases; a test sees to it that each can be read.
    fn new(lists: impl IntoIterator<Item = (O, &'static str)>) -> Phrases<O> {
        let (mut phrases, mut owners) = (Vec::new(), Vec::new());
        for (owner, list) in lists {
            for phrase in list.split(',').filter_map(|phrase| Phrase::parse(phrase).ok()) {
                phrases.push(phrase);
                owners.push(owner);
            }
        }
        Phrases { set: PhraseSet::of(phrases), owners }
    }

    fn find(&self, text: &str) -> impl Iterator<Item = (O, Range<usize>)> {
        self.set.find(text).filter_map(|(phrase, bytes)| Some((*self.owners.get(phrase)?, bytes)))
    }
}

impl Wanted {
    /// What a template asks for.
    pub(super) fn new(template: &[String]) -> Wanted {
        let mut wanted = Wanted { known: vec![None; FIELDS.len()], own: Vec::new() };
        for (place, name) in template.iter().enumerate() {
            let known = FIELDS.iter().position(|field| stems(field.name) == stems(name));
            // A policy may call a field as a form would: `next_visit`, `drug_allergies`.
            let known = known.or_else(|| match wanted.read(name) {
                Some(Reading { owner: Owner::Field(field), rest: 0 }) => Some(field),
                _ => None,
            });
            match known.filter(|field| wanted.known[*field].is_none()) {
                Some(field) => wanted.known[field] = Some(place),
                None => wanted.own.push((place, stems(name))),
            }
        }
        wanted
    }

    /// What becomes of what stands behind a label.
    pub(super) fn fate(&self, label: &str) -> Fate {
        let question = label.ends_with('?');
        let Some(reading) = self.read(label).filter(|reading| question || reading.rest <= MOST_REST) else {
            return Fate::Unknown;
        };
        let cautions = self.known[CONTRAINDICATIONS];
        match reading.owner {
            Owner::Own(place) => Fate::Field(place),
            Owner::Field(field) => match self.known[field] {
                Some(place) => Fate::Field(place),
                None if field == ALLERGIES => cautions.map_or(Fate::Read, Fate::Toward),
                None if field == MEDICATIONS => Fate::ReadList,
                None => Fate::Read,
            },
            Owner::Caution => cautions.map_or(Fate::Out, Fate::Toward),
            Owner::Administrative => Fate::Out,
            Owner::Narrative => Fate::ReadList,
        }
    }

    /// Whether a text is a known label and nothing else.
    pub(super) fn is_label(&self, text: &str) -> bool {
        self.read(text).is_some_and(|reading| reading.rest == 0)
    }

    /// Whether a value of a field needs its label to be understood: "Latex allergy: severe", "Allergic to eggs: no".
    pub(super) fn needs(&self, label: &str, name: &str, value: &str) -> bool {
        let bare =
            words(value).count() <= 2 && words(value).next().is_some_and(|(word, _)| BARE.contains(&word.as_str()));
        !self.is_label(label) || bare && telling(&spaced(label)).len() > 1 && stems(label) != stems(name)
    }

    /// Whether a text is a known label that can stand alone over its lines; a caution alone is a statement.
    pub(super) fn is_heading(&self, text: &str) -> bool {
        self.read(text).is_some_and(|reading| reading.rest == 0 && reading.owner != Owner::Caution)
    }

    /// Whether a text is the label of one fact, and nothing else: "the client" may as well be the fact.
    pub(super) fn is_title(&self, text: &str) -> bool {
        self.read(text).is_some_and(|reading| reading.rest == 0 && reading.owner != Owner::Narrative)
    }

    /// Whether a text is the label of a field, and nothing else.
    pub(super) fn is_field(&self, text: &str) -> bool {
        let field = |reading: Reading| matches!(reading.owner, Owner::Field(_) | Owner::Own(_)) && reading.rest == 0;
        self.read(text).is_some_and(field)
    }

    /// Whether a label is of what identifies somebody, or is about somebody else.
    pub(super) fn is_administrative(&self, label: &str) -> bool {
        self.read(label).is_some_and(|reading| reading.owner == Owner::Administrative)
    }

    /// What in a sentence plainly belongs to a field, in order.
    pub(super) fn says(&self, sentence: &str) -> Vec<Said> {
        let found = SAYS.find(sentence).chain(super::drug::taken(sentence).map(|bytes| (MEDICATIONS, bytes)));
        let said = |(field, bytes)| Said { place: self.place(field), bytes, negatable: NEGATABLE.contains(&field) };
        let mut found: Vec<Said> = found.map(said).collect();
        let wanted: Vec<Range<usize>> =
            found.iter().filter(|said| said.place.is_some()).map(|said| said.bytes.clone()).collect();
        // What the template wants is not hidden by another reading of the same words.
        found.retain(|said| said.place.is_some() || !wanted.iter().any(|other| overlap(other, &said.bytes)));
        found.sort_by_key(|said| (said.bytes.start, said.bytes.end));
        found
    }

    /// The place of a known field in the template.
    fn place(&self, field: usize) -> Option<usize> {
        self.known[field].or(if field == ALLERGIES { self.known[CONTRAINDICATIONS] } else { None })
    }

    /// The reading of a label that takes in most of its words; of two, the one that ranks higher.
    fn read(&self, label: &str) -> Option<Reading> {
        // Charts write "All:" for allergies; anywhere else the word tells nothing.
        let text = if label.trim().eq_ignore_ascii_case("all") { "allergies".to_owned() } else { spaced(label) };
        let words = telling(&text);
        let found: Vec<(Owner, Range<usize>)> = LABELS.find(&text).collect();
        // Several phrases of one field read a label together: "Do you take ... medications".
        let rest = |owner: Owner| {
            let read = |word: &Range<usize>| {
                found.iter().any(|(other, bytes)| *other == owner && bytes.start <= word.start && word.end <= bytes.end)
            };
            words.iter().filter(|word| !read(word)).count()
        };
        let of_label = found.iter().map(|(owner, bytes)| {
            let taken = text.get(bytes.clone()).unwrap_or_default().split_whitespace().count();
            (taken, self.rank(*owner), Reading { owner: *owner, rest: rest(*owner) })
        });
        let stems = stems(&text);
        let own = self.own.iter().filter(|(_, own)| !own.is_empty() && own.iter().all(|stem| stems.contains(stem)));
        let own = own.map(|(place, own)| {
            let rest = words.len().saturating_sub(own.len());
            (own.len(), RANKS, Reading { owner: Owner::Own(*place), rest })
        });
        of_label.chain(own).max_by_key(|(taken, rank, _)| (*taken, *rank)).map(|(_, _, reading)| reading)
    }

    /// Which of two readings counts that take in as many words: what is wanted before what is not, and the fields in
    /// their order, but before all that what identifies somebody.
    fn rank(&self, owner: Owner) -> usize {
        match owner {
            Owner::Own(_) => RANKS,
            Owner::Administrative => RANKS - 1,
            Owner::Field(field) if self.known[field].is_some() => RANKS - 2 - field,
            Owner::Field(ALLERGIES) if self.known[CONTRAINDICATIONS].is_some() => RANKS - 2,
            Owner::Caution if self.known[CONTRAINDICATIONS].is_some() => FIELDS.len() + 3,
            Owner::Narrative => FIELDS.len() + 2,
            Owner::Field(field) => FIELDS.len() + 1 - field,
            Owner::Caution => 0,
        }
    }
}

/// More than any field's rank.
const RANKS: usize = 3 * FIELDS.len();

fn overlap(one: &Range<usize>, two: &Range<usize>) -> bool {
    one.start < two.end && two.start < one.end
}

/// A label with spaces between its words: `next_visit`, `nextVisit` and `NEXT VISIT` alike; what it says in brackets is left
/// out, unless it says all there.
pub(super) fn spaced(label: &str) -> String {
    let plain = match (label.find('('), label.find(')')) {
        (Some(open), Some(close)) if open > 0 && open < close => [&label[..open], &label[close + 1..]].concat(),
        _ => label.to_owned(),
    };
    let mut text = String::with_capacity(plain.len() + 4);
    let mut lower = false;
    for c in plain.chars() {
        if lower && c.is_uppercase() {
            text.push(' ');
        }
        lower = c.is_lowercase();
        text.push(if matches!(c, '_' | '.' | '?' | '!' | ';' | '\n') { ' ' } else { c });
    }
    text
}

/// Where the words stand that tell something.
fn telling(text: &str) -> Vec<Range<usize>> {
    words(text).filter(|(word, _)| !FILLERS.contains(&word.as_str())).map(|(_, bytes)| bytes).collect()
}

/// The words of a text in lower case, without apostrophes, and where they stand.
pub(super) fn words(text: &str) -> impl Iterator<Item = (String, Range<usize>)> {
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’');
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, first) = rest.find(|(_, c)| c.is_alphanumeric())?;
        let (mut word, mut end) = (first.to_lowercase().collect::<String>(), start + first.len_utf8());
        while let Some((at, c)) = rest.next_if(|(_, c)| inside(*c)) {
            end = at + c.len_utf8();
            word.extend(c.to_lowercase().filter(|c| c.is_alphanumeric()));
        }
        Some((word, start..end))
    })
}

/// The telling words of a name without their endings, so that `prior_treatments` is `Prior treatment`.
fn stems(name: &str) -> Vec<String> {
    let text = spaced(name);
    let telling = words(&text).map(|(word, _)| word).filter(|word| !FILLERS.contains(&word.as_str()));
    telling.map(stem).collect()
}

fn stem(word: String) -> String {
    for (ending, instead) in [("ies", "y"), ("sses", "ss"), ("s", "")] {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() >= 3 && !stem.ends_with('s')) {
            return format!("{stem}{instead}");
        }
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_can_be_read() {
        let fields = FIELDS.iter().flat_map(|field| [field.labels, field.says]);
        for list in fields.chain([CAUTIONS, CAUTION_LABELS, ADMINISTRATIVE, NARRATIVE]) {
            for phrase in list.split(',') {
                assert_eq!(Phrase::parse(phrase).err(), None, "{phrase}");
            }
        }
        assert_eq!(FIELDS[ALLERGIES].name, "allergies");
        assert_eq!(FIELDS[MEDICATIONS].name, "medications");
        assert_eq!(FIELDS[CONTRAINDICATIONS].name, "contraindications");
    }

    #[test]
    fn a_label_is_read_as_the_form_means_it() {
        let template = ["allergies", "medications", "goals", "prior_treatments", "skin_type"].map(str::to_owned);
        let wanted = Wanted::new(&template);
        let cases = [
            ("Allergies", Fate::Field(0)),
            ("All", Fate::Field(0)),
            ("List all medications", Fate::Field(1)),
            ("Medication allergies", Fate::Field(0)),
            ("Allergic to", Fate::Field(0)),
            ("Are you allergic to anything?", Fate::Field(0)),
            ("drug_allergies", Fate::Field(0)),
            ("Current meds", Fate::Field(1)),
            ("Medications (prescription or not)", Fate::Field(1)),
            ("Rx", Fate::Field(1)),
            ("currentMedications", Fate::Field(1)),
            ("Treatment goals", Fate::Field(2)),
            ("What would you most like to improve?", Fate::Field(2)),
            ("Previous treatments", Fate::Field(3)),
            ("Skin type", Fate::Field(4)),
            ("Fitzpatrick skin type", Fate::Field(4)),
            ("Pregnant", Fate::Out),
            ("Allergy doctor", Fate::Out),
            ("Pharmacy phone", Fate::Out),
            ("Family history of allergies", Fate::Out),
            ("Emergency contact", Fate::Out),
            ("Outcome", Fate::Read),
            ("Medical history", Fate::ReadList),
            ("Favorite color", Fate::Unknown),
        ];
        for (label, fate) in cases {
            assert_eq!(wanted.fate(label), fate, "{label}");
        }
    }

    #[test]
    fn a_policy_may_name_a_field_as_a_form_does() {
        let wanted = Wanted::new(&["next_visit_type", "current_meds", "plan"].map(str::to_owned));
        for (label, place) in [("Next appointment", 0), ("Medications", 1), ("Plan", 2)] {
            assert_eq!(wanted.fate(label), Fate::Field(place), "{label}");
        }
    }

    #[test]
    fn cautions_count_where_contraindications_are_wanted() {
        let wanted = Wanted::new(&["contraindications".to_owned()]);
        for label in
            ["Pregnant or nursing", "Blood thinners", "Cold sores?", "Autoimmune disease", "Allergies", "Accutane"]
        {
            assert_eq!(wanted.fate(label), Fate::Toward(0), "{label}");
        }
        assert_eq!(wanted.fate("Contraindications"), Fate::Field(0));
        assert_eq!(wanted.fate("Medications"), Fate::ReadList);
    }
}
