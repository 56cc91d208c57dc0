//! The natural style: words where words serve, and a sentence that stays whole.
//!
//! Each finding is looked at with its neighbours (`phrase`) and its place (`layout`: prose, field, cell),
//! in its language (`tongue`), and the file of its kind says what goes and what stands there instead.

use super::extent::{self, extent};
use super::layout::{self, Layout, Slot};
use super::output::Output;
use super::person::People;
use super::phrase::{Around, Edit};
use super::tongue::{self, Tongue};
use super::word::{GROUPS, is_one, last_word};
use super::{Change, age, align, date, name, number, place};
use crate::context::Context;
use crate::identifier::{Finding, Kind};
use crate::policy::Policy;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// How much of the text around a value its edit may depend on, in bytes on each side.
const NEAR: usize = 160;

/// Which look at a text it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// The first, at the text as it was given.
    First,
    /// A later one, at the rewrite, where people have their stand-ins already and who is found late is anybody.
    Second,
}

/// The changes of the natural style, in order of place. `subjects` are the parts of the findings that are to go.
pub(super) fn changes(
    text: &str,
    findings: &[Finding],
    subjects: &[(usize, Range<usize>)],
    context: &Context,
    policy: &Policy,
    this_year: i16,
    look: Look,
) -> Vec<Change> {
    let mut draft = Draft::new(text, findings, subjects, context, policy, this_year, look);
    let (changes, named) = draft.changes();
    // Letters tell apart only those whom the rewrite still speaks of.
    if draft.people.recount(&named) { draft.changes().0 } else { changes }
}

/// Which part of a name stands in a cell of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    /// The whole name.
    Whole,
    /// The first of two cells that share a name.
    First,
    /// The second.
    Second,
}

/// One value to replace: a finding, or places that make up one address.
#[derive(Debug)]
struct Item {
    finding: usize,
    bytes: Range<usize>,
    parts: Vec<Range<usize>>,
    /// The kind of each part.
    kinds: Vec<Kind>,
    /// The finding of each part.
    findings: Vec<usize>,
}

/// The work on one text.
struct Draft<'t> {
    text: &'t str,
    findings: &'t [Finding],
    people: People,
    policy: &'t Policy,
    this_year: i16,
    first_person: bool,
    /// The language of the text as a whole.
    tongue: Tongue,
    items: Vec<Item>,
    /// The number of each item that stands in a bare list of its kind.
    listed: Vec<Option<usize>>,
    /// The number of each day that heads a line or fills a cell, where there are several.
    days: Vec<Option<usize>>,
}

impl<'t> Draft<'t> {
    fn new(
        text: &'t str,
        findings: &'t [Finding],
        subjects: &[(usize, Range<usize>)],
        context: &Context,
        policy: &'t Policy,
        this_year: i16,
        look: Look,
    ) -> Draft<'t> {
        let tongue = tongue::told(std::iter::once(&text[..layout::floor(text, 4096)]), Tongue::English);
        let items = items(text, findings, subjects);
        let first_person = is_first_person(&text[..layout::floor(text, 4096)]);
        let people = People::new(text, findings, context, look, first_person);
        Draft {
            listed: listed(text, findings, &items),
            days: days(text, findings, &items),
            text,
            findings,
            people,
            policy,
            this_year,
            first_person,
            tongue,
            items,
        }
    }

    /// The changes, in order of place, and the people whom their words tell apart.
    fn changes(&self) -> (Vec<Change>, HashSet<usize>) {
        let mut named = HashSet::new();
        let mut output = Output::new(self.text);
        let mut layout = Layout::new(self.text);
        for (index, item) in self.items.iter().enumerate() {
            let value = output.at.max(item.bytes.start)..item.bytes.end;
            if value.is_empty() {
                continue;
            }
            output.copy(value.start);
            let next = self.items.get(index + 1).map_or(self.text.len(), |next| next.bytes.start.max(value.end));
            let spot = layout.spot(&value);
            let tongue = match spot.slot {
                Slot::Prose => tongue::around(&self.text[..value.start], &self.text[value.end..], self.tongue),
                _ => self.tongue,
            };
            let around = around(self.text, &output.out, &value, output.changed_up_to()..next, &spot, tongue);
            let foreign = tongue == Tongue::Other && spot.slot == Slot::Prose;
            let mut edit = if foreign { around.put(0, 0, tongue::ELISION) } else { self.edit(index, item, &around) };
            if spot.slot == Slot::Field && around.shouts() {
                edit.words = edit.words.to_uppercase();
            }
            self.note_named(item, &edit, &mut named);
            output.replace(&value, edit, item.finding, next, align::text_end(self.text, &spot));
        }
        (output.finish(), named)
    }

    /// Notes those whom an edit calls by a letter or number.
    fn note_named(&self, item: &Item, edit: &Edit, named: &mut HashSet<usize>) {
        for finding in &item.findings {
            let Some(label) = self.people.label(*finding).filter(|label| label.number.is_some()) else { continue };
            let words = edit.words.to_lowercase().replace('-', " ");
            let called =
                [label.bare(), label.spoken(true).bare()].iter().any(|bare| words.contains(&bare.to_lowercase()));
            let half = words == label.noun
                || Some(words.as_str()) == label.number.as_deref().map(str::to_lowercase).as_deref();
            let column = half && self.kind_of(*finding).is_some_and(names);
            if called || column {
                named.extend(self.people.person(*finding));
            }
        }
    }

    fn kind_of(&self, finding: usize) -> Option<Kind> {
        self.findings.get(finding).map(|finding| finding.kind)
    }

    /// What is done at one place.
    fn edit(&self, index: usize, item: &Item, around: &Around<'_>) -> Edit {
        let finding = &self.findings[item.finding];
        if let Some(edit) = self.by_policy(finding, around) {
            return edit;
        }
        let label = self.people.label(item.finding).map(|label| label.spoken(around.spanish));
        if let Some(edit) = self.group(item, around) {
            return edit;
        }
        match finding.kind {
            Kind::Name | Kind::Provider if around.slot != Slot::Cell && self.repeats(index) => around.drop(0, 0),
            Kind::Name | Kind::Provider => match &label {
                Some(label)
                    if around.slot == Slot::Cell
                        || around.slot == Slot::Field && self.column(index) != Column::Whole =>
                {
                    name::in_cell(label, around.spanish, self.column(index))
                }
                Some(label)
                    if around.slot == Slot::Field
                        && heads_mail(around)
                        && (self.is_named_once(item.finding) || label.number.is_none()) =>
                {
                    Edit { words: if around.spanish { "omitido" } else { "withheld" }.to_owned(), ..Edit::default() }
                }
                Some(label) => name::edit(around, label),
                None => around.put(0, 0, "someone"),
            },
            Kind::Date => match self.days[index] {
                Some(day) => around.put(0, 0, &format!("{} {day}", if around.spanish { "día" } else { "day" })),
                None => date::edit(around, item.parts.len(), self.this_year),
            },
            Kind::Age => age::edit(around),
            Kind::Location => {
                let parts: Vec<&str> = item.parts.iter().map(|part| &self.text[part.clone()]).collect();
                place::edit(around, &parts, self.first_person, finding.rule.starts_with("location/facility"))
            }
            kind => match self.listed[index].filter(|_| item.parts.len() == 1) {
                Some(place) if around.slot == Slot::Prose || around.slot == Slot::Field => {
                    around.put(0, 0, &format!("{} {place}", number::noun(kind, around.spanish)))
                }
                _ => number::edit(around, &item.kinds, self.first_person),
            },
        }
    }

    /// Whether the text names somebody once only.
    fn is_named_once(&self, finding: usize) -> bool {
        let Some(person) = self.people.person(finding) else { return false };
        let named =
            |other: &usize| self.people.person(*other) == Some(person) && self.kind_of(*other).is_some_and(names);
        (0..self.findings.len()).filter(named).nth(1).is_none()
    }

    /// Several people in one value, "Ana and Bo", where the text goes on to speak of them one by one.
    fn group(&self, item: &Item, around: &Around<'_>) -> Option<Edit> {
        if item.parts.len() < 2 || !item.kinds.iter().all(|kind| names(*kind)) {
            return None;
        }
        let labels = item.findings.iter().filter_map(|finding| self.people.label(*finding));
        let labels = labels.filter(|label| label.number.is_some()).map(|label| label.spoken(around.spanish).bare());
        let labels: Vec<String> = labels.collect();
        let mut people = item.findings.iter().filter_map(|finding| self.people.person(*finding));
        let again = people.any(|person| self.people.mentions(person) > 1);
        let apart = labels.len() == item.parts.len() && labels.windows(2).all(|two| two[0] != two[1]);
        let and = if around.spanish { " y " } else { " and " };
        (again && apart).then(|| around.put(0, 0, &labels.join(and)))
    }

    /// Which part of a name stands in a cell, where given name and surname have a cell each.
    fn column(&self, index: usize) -> Column {
        let same = |one: usize, two: usize| {
            let (Some(one), Some(two)) = (self.items.get(one), self.items.get(two)) else { return false };
            let person = self.people.person(one.finding);
            let between = self.text.get(one.bytes.end..two.bytes.start).unwrap_or("\n");
            person.is_some()
                && one.kinds.iter().chain(&two.kinds).all(|kind| matches!(kind, Kind::Name | Kind::Provider))
                && person == self.people.person(two.finding)
                && !between.contains('\n')
                && !between.chars().any(char::is_alphanumeric)
        };
        match (index.checked_sub(1).is_some_and(|before| same(before, index)), same(index, index + 1)) {
            (true, _) => Column::Second,
            (false, true) => Column::First,
            (false, false) => Column::Whole,
        }
    }

    /// Whether the item before names the same person, with nothing but marks between: "Rob (Robert)".
    fn repeats(&self, index: usize) -> bool {
        let Some(before) = index.checked_sub(1).and_then(|before| self.items.get(before)) else { return false };
        let item = &self.items[index];
        let same =
            self.people.person(before.finding).is_some_and(|person| self.people.person(item.finding) == Some(person));
        let between = self.text.get(before.bytes.end..item.bytes.start).unwrap_or("?");
        same && matches!(between.trim(), "" | "(" | "/" | "\"" | "-") && !between.contains('\n')
    }

    /// What the policy wants in place of a kind, or of one of the practice's own identifiers.
    fn by_policy(&self, finding: &Finding, around: &Around<'_>) -> Option<Edit> {
        match super::wanted(self.policy, finding)? {
            "" | "remove" if matches!(around.slot, Slot::Prose) => Some(around.drop(0, 0)),
            "" | "remove" | "year" | "natural" => None,
            words => Some(Edit { words: words.to_owned(), ..Edit::default() }),
        }
    }
}

/// The place of a value with its neighbours; `free` is the part of the original text that an edit may take.
fn around<'a>(
    text: &'a str,
    out: &'a str,
    value: &Range<usize>,
    free: Range<usize>,
    spot: &layout::Spot,
    tongue: Tongue,
) -> Around<'a> {
    let near = &out[layout::ceil(out, out.len().saturating_sub(NEAR))..];
    let in_bounds = value.start - spot.bounds.start.min(value.start);
    let line = near.rfind('\n').map(|at| at + 1);
    // A cell's start cuts off what was rewritten before it.
    let cell = (free.start <= spot.bounds.start && in_bounds <= near.len()).then(|| near.len() - in_bounds);
    let mut cut = line.into_iter().chain(cell).max();
    // A sentence that runs over the end of a line is read from the line before.
    if !spot.row
        && cut.is_some()
        && cut == line
        && let Some(before) = line.map(|at| &near[..at]).filter(|before| continues(before))
    {
        cut = before.trim_end().rfind('\n').map(|at| at + 1);
    }
    let left = &near[cut.unwrap_or(0)..];
    let above = line.map_or("", |at| near[..at - 1].rsplit('\n').next().unwrap_or_default());
    let below = text[spot.bounds.end.max(value.end)..]
        .strip_prefix("\r\n")
        .or_else(|| text[spot.bounds.end.max(value.end)..].strip_prefix('\n'));
    let below = below.map_or("", |below| below[..layout::floor(below, NEAR)].lines().next().unwrap_or_default());
    let free_left = (value.start - free.start).min(left.len());
    let end = layout::ceil(text, value.end + NEAR).min(spot.bounds.end).max(value.end);
    let right = &text[value.end..end];
    Around {
        above,
        below,
        left,
        free_left,
        whole_left: cut.is_some() || near.len() == out.len(),
        value: &text[value.clone()],
        right,
        free_right: (free.end - value.end).min(right.len()),
        slot: spot.slot,
        row: spot.row,
        turn: spot.turn,
        // "Luis's" is English, whatever stands around it.
        spanish: tongue == Tongue::Spanish && !right.starts_with("'s "),
    }
}

/// Whether a line runs on to the next: it is long and ends inside a sentence.
fn continues(before: &str) -> bool {
    let Some(before) = before.strip_suffix('\n') else { return false };
    let line = before.rsplit('\n').next().unwrap_or_default();
    // A line of a form ends with a value, not inside a sentence.
    line.len() > 40 && !line.contains(": ") && line.ends_with(|c: char| c.is_lowercase() || c == ',')
}

/// Whether a field is one of a message's head.
fn heads_mail(around: &Around<'_>) -> bool {
    layout::label_of(around.left)
        .is_some_and(|label| is_one(label, &["from", "to", "cc", "bcc", "reply-to", "sent by"]))
}

/// Whether a kind names somebody.
fn names(kind: Kind) -> bool {
    matches!(kind, Kind::Name | Kind::Provider)
}

/// Whether a name goes on with the one before, which is its surname.
fn is_surname_first(text: &str, last: &Item, next: &Range<usize>, apart: &str) -> bool {
    apart == ", " && last.kinds == [Kind::Name] && extent::is_one_entry(text, &last.bytes, next)
}

/// The values to replace, in order of place: places that make up one address are one.
fn items(text: &str, findings: &[Finding], subjects: &[(usize, Range<usize>)]) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::with_capacity(subjects.len());
    let mut layout = Layout::new(text);
    let mut bounds = 0..0;
    for (index, bytes) in subjects {
        let (index, bytes) = (*index, extent(text, bytes, findings[*index].kind));
        let spot = layout.spot(&bytes);
        let before = std::mem::replace(&mut bounds, spot.bounds);
        let kind = findings[index].kind;
        if let Some(last) = items.last_mut() {
            let apart = text.get(last.bytes.end..bytes.start).unwrap_or("?");
            let alternatives =
                before == bounds && spot.slot == Slot::Prose && are_alternatives(text, last, kind, apart, &bytes);
            let one = alternatives
                || before == bounds && kind == Kind::Name && is_surname_first(text, last, &bytes, apart)
                || before == bounds
                    && last.bytes.end <= bytes.start
                    && findings[last.finding].kind == kind
                    && match kind {
                        Kind::Location => place::joins(&text[last.bytes.end..bytes.start]),
                        Kind::Age | Kind::Date | Kind::Name => {
                            text[last.bytes.end..bytes.start].trim().is_empty() && bytes.start - last.bytes.end < 2
                        }
                        _ => last.bytes.end == bytes.start,
                    };
            if one {
                last.bytes.end = bytes.end;
                last.parts.push(bytes);
                last.kinds.push(kind);
                last.findings.push(index);
                continue;
            }
        }
        items.push(Item {
            finding: index,
            bytes: bytes.clone(),
            parts: vec![bytes],
            kinds: vec![kind],
            findings: vec![index],
        });
    }
    items
}

/// Whether two days ("Nov 4 or Nov 6"), or two ways to reach somebody ("479-555-0140 or dana@mail.example"), are one value.
fn are_alternatives(text: &str, last: &Item, kind: Kind, apart: &str, next: &Range<usize>) -> bool {
    let joined = match apart.trim() {
        "or" | "and" | "&" | "/" | "or the" | "and the" | "or at" | ", or" | ", and" | "y" | "o" => true,
        // "8/2, 8/30" are two days, and "Fri, 8/2" is one.
        "," => {
            let numbered = |part: &Range<usize>| text[part.clone()].chars().any(|c| c.is_ascii_digit());
            kind == Kind::Date && last.parts.last().is_some_and(numbered) && numbered(next)
        }
        _ => false,
    };
    let reaches = |kind: &Kind| matches!(kind, Kind::Phone | Kind::Email | Kind::Url);
    joined
        && match kind {
            Kind::Date => {
                last.kinds.iter().all(|kind| *kind == Kind::Date)
                    && !date::has_year(&text[last.bytes.clone()])
                    && !date::has_year(&text[next.clone()])
            }
            // "our owners, Ana and Bo" are one value beside their role.
            Kind::Name | Kind::Provider => {
                let before = &text[layout::ceil(text, last.bytes.start.saturating_sub(40))..last.bytes.start];
                let group = before.trim_end_matches([' ', ',', '(']);
                last_word(group).is_some_and(|word| word.is(GROUPS))
            }
            kind => reaches(&kind) && last.kinds.iter().all(reaches),
        }
}

/// Numbers the items of bare lists, "a@x.example, b@x.example", the same value alike; none for what is in no list.
fn listed(text: &str, findings: &[Finding], items: &[Item]) -> Vec<Option<usize>> {
    let joined = |one: &Item, two: &Item| {
        let between = text.get(one.bytes.end..two.bytes.start).unwrap_or("?");
        let bare = between.trim_matches([' ', ',', ';', '\n', '\r', '-', '•', '*', '&']);
        let same = findings[one.finding].kind == findings[two.finding].kind;
        same && between.len() < 12 && matches!(bare, "" | "and" | "or" | "y")
    };
    let mut listed = vec![None; items.len()];
    let mut known: HashMap<&str, usize> = HashMap::new();
    for (index, item) in items.iter().enumerate() {
        let follows = index.checked_sub(1).is_some_and(|before| joined(&items[before], item));
        let leads = items.get(index + 1).is_some_and(|next| joined(item, next));
        if !follows {
            known.clear();
        }
        if follows || leads {
            let next = known.len() + 1;
            listed[index] = Some(*known.entry(&text[item.bytes.clone()]).or_insert(next));
        }
    }
    listed
}

/// Numbers the days without a year that head lines or fill cells, the same day alike; none where there is but one.
fn days(text: &str, findings: &[Finding], items: &[Item]) -> Vec<Option<usize>> {
    let mut days = vec![None; items.len()];
    let mut known: HashMap<String, usize> = HashMap::new();
    let mut layout = Layout::new(text);
    let mut crowded = false;
    for (index, item) in items.iter().enumerate() {
        let value = &text[item.bytes.clone()];
        if findings[item.finding].kind != Kind::Date || item.parts.len() > 1 || date::has_year(value) {
            continue;
        }
        let before = &text[layout::ceil(text, item.bytes.start.saturating_sub(16))..item.bytes.start];
        let heads = before.trim_end_matches([' ', '\t', '-', '*', '•', '>']);
        let heads = heads.ends_with('\n') || heads.is_empty() && item.bytes.start == before.len();
        let behind = text[item.bytes.end..].trim_start_matches([' ', '\t']);
        let headed = heads && behind.starts_with([':', '-', '–', '—']);
        // Of two days in a row, one may be a birthday.
        let alone = |other: Option<&Item>, between: &dyn Fn(&Item) -> Range<usize>| {
            other.is_none_or(|other| {
                findings[other.finding].kind != Kind::Date
                    || text.get(between(other)).is_none_or(|between| between.contains('\n'))
            })
        };
        let in_row = || {
            [1, 2, 3].into_iter().all(|far| {
                let before = index.checked_sub(far).and_then(|place| items.get(place));
                alone(before, &|other| other.bytes.end..item.bytes.start)
                    && alone(items.get(index + far), &|other| item.bytes.end..other.bytes.start)
            })
        };
        let cell = !headed && matches!(layout.spot(&item.bytes).slot, Slot::Cell);
        crowded |= cell && !in_row();
        if headed || cell {
            let next = known.len() + 1;
            days[index] = Some(*known.entry(value.trim().to_lowercase()).or_insert(next));
        }
    }
    if known.len() < 2 || crowded { vec![None; items.len()] } else { days }
}

/// Whether a text is a patient's own: more "I" and "my" than "she", "he" and "patient".
fn is_first_person(text: &str) -> bool {
    let (mut own, mut other) = (0, 0);
    let mut before = "";
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        // "stage I" is a number.
        let counted =
            is_one(std::mem::replace(&mut before, word), &["stage", "type", "class", "phase", "grade", "glogau"]);
        match word.to_ascii_lowercase().as_str() {
            "i" if counted => {}
            "i" | "my" | "me" | "im" => own += 1,
            "she" | "he" | "her" | "his" | "him" | "they" | "patient" | "pt" | "client" => other += 1,
            _ => {}
        }
    }
    own > other
}
