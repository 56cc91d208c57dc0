//! The minimum necessary, 45 CFR 164.502(b): of a form or a note, the fields that a task needs, and nothing else.
//!
//! `field` knows the fields that templates name, `wanted` reads labels and sentences by them, `layout` with `line`, `boxes`,
//! `table` and `json` finds the labels of a text and what belongs to each, `prose` cuts sentences. What is in doubt is left
//! out, and told by its label. The text comes in de-identified; [`Minimized::rewritten`] is the second look at what is kept.

mod boxes;
mod drug;
mod field;
mod json;
mod layout;
mod line;
mod prose;
mod table;
#[cfg(test)]
mod tests;
mod wanted;

use crate::rewrite::{Change, Rewrite};
use layout::{Entry, Line};
use std::collections::{BTreeSet, HashSet};
use std::ops::Range;
use wanted::{Fate, Wanted};

/// A field of the template, and what the text says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its name in the policy.
    pub name: String,
    /// What the text says, each on one line, in order; never empty.
    pub values: Vec<String>,
}

/// What a task needs of a text, and what it does not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Minimized {
    /// The fields that the text has, in the order of the template.
    pub kept: Vec<Field>,
    /// The names of those that it has not.
    pub missing: Vec<String>,
    /// The labels of what is left out, without any value, in order, each once.
    pub left_out: Vec<String>,
    /// How many lines were left out, whole or in part, that stand under no label.
    pub unlabelled: usize,
}

/// Takes from a text what the fields of a template name.
///
/// Labels count by what they say, in many wordings; sentences where they plainly belong to a field. Contraindications
/// also collect what an injector asks about before treating, such as pregnancy, blood thinners and, where the template does not
/// name them, allergies.
pub fn minimize(text: &str, template: &[String]) -> Minimized {
    let wanted = Wanted::new(template);
    let mut sorting = Sorting::new(template);
    for entry in layout::entries(text, &wanted) {
        sorting.take(&entry, &wanted);
    }
    sorting.finish()
}

/// What has been sorted so far.
struct Sorting<'t> {
    names: &'t [String],
    /// What is kept for each place of the template.
    kept: Vec<Vec<String>>,
    left_out: Vec<String>,
    lines: BTreeSet<usize>,
    /// The places of the template with what is kept for them, and the labels that are left out, to tell each once.
    seen: HashSet<(Option<usize>, String)>,
}

impl Sorting<'_> {
    fn new(names: &[String]) -> Sorting<'_> {
        Sorting {
            names,
            kept: vec![Vec::new(); names.len()],
            left_out: Vec::new(),
            lines: BTreeSet::new(),
            seen: HashSet::new(),
        }
    }

    fn take(&mut self, entry: &Entry, wanted: &Wanted) {
        let Some(label) = &entry.label else { return self.read(None, &entry.lines, wanted, false) };
        if entry.lines.is_empty() {
            return;
        }
        match wanted.fate(label) {
            Fate::Field(place) => {
                let name = self.names.get(place).map_or("", String::as_str);
                let values = flowing(&entry.lines);
                if values.iter().any(|value| wanted.needs(label, name, value)) {
                    self.keep(place, labelled(label, &values));
                } else {
                    values.into_iter().for_each(|value| self.keep(place, value));
                }
            }
            Fate::Toward(place) => self.keep(place, labelled(label, &flowing(&entry.lines))),
            Fate::Read => self.read(Some(label), &entry.lines, wanted, false),
            Fate::ReadList => self.read(Some(label), &entry.lines, wanted, true),
            Fate::Unknown
                if entry.lines.iter().map(|line| line.text.split_whitespace().count()).sum::<usize>() >= NOTE =>
            {
                self.read(Some(label), &entry.lines, wanted, false);
            }
            Fate::Unknown if entry.lines.iter().any(|line| line.boxed) => {
                self.read(Some(label), &entry.lines, wanted, true);
            }
            Fate::Unknown | Fate::Out => self.leave(label),
        }
    }

    /// Reads lines for what plainly belongs to a field.
    fn read(&mut self, label: Option<&str>, lines: &[Line], wanted: &Wanted, list: bool) {
        let (boxed, plain): (Vec<Line>, Vec<Line>) = lines.iter().cloned().partition(|line| line.boxed);
        for line in boxed {
            match wanted.fate(&line.text) {
                Fate::Field(place) | Fate::Toward(place) => self.keep(place, line.text),
                _ => self.leave_lines(label, line.number..line.number + 1),
            }
        }
        for piece in prose::pieces(&plain, wanted, list) {
            if piece.fields.is_empty() {
                self.leave_lines(label, piece.lines);
            } else {
                piece.fields.iter().for_each(|place| self.keep(*place, piece.text.clone()));
            }
        }
    }

    fn keep(&mut self, place: usize, value: String) {
        if let Some(values) = self.kept.get_mut(place).filter(|_| self.seen.insert((Some(place), value.clone()))) {
            values.push(value);
        }
    }

    fn leave(&mut self, label: &str) {
        if self.seen.insert((None, label.to_lowercase())) {
            self.left_out.push(label.to_owned());
        }
    }

    fn leave_lines(&mut self, label: Option<&str>, lines: Range<usize>) {
        match label {
            Some(label) => self.leave(label),
            None => self.lines.extend(lines),
        }
    }

    fn finish(self) -> Minimized {
        let mut minimized = Minimized { left_out: self.left_out, unlabelled: self.lines.len(), ..Minimized::default() };
        for (name, values) in self.names.iter().zip(self.kept) {
            if values.is_empty() {
                minimized.missing.push(name.clone());
            } else {
                minimized.kept.push(Field { name: name.clone(), values });
            }
        }
        minimized
    }
}

/// From so many words on, what stands behind an unknown label is read like a note.
const NOTE: usize = 6;

/// A value with its label.
fn labelled(label: &str, values: &[String]) -> String {
    let mark = if label.ends_with('?') { "" } else { ":" };
    format!("{label}{mark} {}", values.join("; "))
}

/// The lines of a value, those that run on put together.
fn flowing(lines: &[Line]) -> Vec<String> {
    let mut values: Vec<String> = Vec::new();
    let mut last: Option<&Line> = None;
    for line in lines {
        let joins = !line.item && last.is_some_and(|last| last.number == line.number || prose::goes_on(last));
        match values.last_mut().filter(|_| joins) {
            Some(value) => *value = [value.as_str(), " ", &line.text].concat(),
            None => values.push(line.text.clone()),
        }
        last = Some(line);
    }
    values
}

impl Minimized {
    /// What is kept, as a text: a line for each field, or its name over a list.
    pub fn text(&self) -> String {
        self.laid_out().0
    }

    /// The same with every value de-identified. `rewrite` is asked of the whole, so that what one field tells about another
    /// counts, and of the labels; a label in which it still finds something counts as a line without one.
    #[must_use]
    pub fn rewritten(mut self, mut rewrite: impl FnMut(&str) -> Rewrite) -> Minimized {
        let (text, places) = self.laid_out();
        let changes = rewrite(&text).changes;
        let mut places = places.into_iter();
        for value in self.kept.iter_mut().flat_map(|field| &mut field.values) {
            if let Some(bytes) = places.next() {
                *value = changed(&text, bytes, &changes);
            }
        }
        let labels = self.left_out.len();
        self.left_out.retain(|label| rewrite(label).changes.is_empty());
        self.unlabelled += labels - self.left_out.len();
        self
    }

    /// The text, and where each value stands in it.
    fn laid_out(&self) -> (String, Vec<Range<usize>>) {
        let (mut text, mut places) = (String::new(), Vec::new());
        for field in &self.kept {
            text.push_str(&title(&field.name));
            text.push(':');
            let listed = field.values.len() > 1;
            for value in &field.values {
                text.push_str(if listed { "\n- " } else { " " });
                places.push(text.len()..text.len() + value.len());
                text.push_str(value);
            }
            text.push('\n');
        }
        (text, places)
    }
}

/// A name of the policy as a heading: `next_appointment_type` is `Next appointment type`.
fn title(name: &str) -> String {
    let spaced = name.replace(['_', '-'], " ");
    let mut letters = spaced.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A part of a text with the changes made that reach into it.
fn changed(text: &str, part: Range<usize>, changes: &[Change]) -> String {
    let mut value = String::new();
    let mut at = part.start;
    for change in changes.iter().filter(|change| change.bytes.start < part.end && part.start < change.bytes.end) {
        value.push_str(text.get(at..change.bytes.start.max(at)).unwrap_or_default());
        value.push_str(&change.replacement);
        at = change.bytes.end.min(part.end);
    }
    value.push_str(text.get(at..part.end).unwrap_or_default());
    value.split_whitespace().collect::<Vec<_>>().join(" ")
}
