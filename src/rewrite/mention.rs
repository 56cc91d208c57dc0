//! Which person each finding names or reaches: first name, surname, initials and cells of a table made one.

use super::family;
use crate::context::{Context, Role};
use crate::identifier::{Finding, Kind};
use crate::lexicon::{self, Class};
use std::collections::{BTreeSet, HashMap};

/// The person of each finding, and each person's part. People of the context keep their places.
pub(super) fn link(text: &str, findings: &[Finding], context: &Context) -> (Vec<Option<usize>>, Vec<Role>) {
    let mut of: Vec<Option<usize>> = vec![None; findings.len()];
    let mut roles: Vec<Role> = context.people.iter().map(|person| person.role).collect();
    for (index, person) in context.people.iter().enumerate() {
        for &mention in &person.mentions {
            if let Some(place) = of.get_mut(mention) {
                *place = Some(index);
            }
        }
    }
    link_rest(text, findings, &mut of, &mut roles);
    family::part(text, findings, &mut of, &mut roles);
    link_columns(text, findings, &mut of);
    link_initials(text, findings, &mut of);
    (of, roles)
}

/// Makes first name and surname in neighbouring cells one person.
fn link_columns(text: &str, findings: &[Finding], of: &mut [Option<usize>]) {
    let mut same: HashMap<usize, usize> = HashMap::new();
    for (index, pair) in findings.windows(2).enumerate() {
        let [first, second] = pair else { continue };
        let names = first.kind == Kind::Name && second.kind == Kind::Name;
        let between = text.get(first.bytes.end..second.bytes.start).map(|between| between.replace('"', ""));
        // "Ana Soto    Bo" are a patient and, in the next column, who treats her.
        let value = |finding: &Finding| text.get(finding.bytes.clone()).unwrap_or_default();
        let spaced = between.as_deref().is_some_and(|between| between.starts_with("  "));
        let halves =
            !spaced || [first, second].iter().all(|finding| !value(finding).trim().contains(' ')) || heads_halves(text);
        let cells = halves
            && between.as_deref().is_some_and(|between| {
                // "Rob (Robert Ngata)" gives one person two names.
                let again = between == " (" && text[second.bytes.end..].starts_with(')');
                again
                    || is_other_half(between)
                    || matches!(between, "^" | "*" | "," | "\t" | "|" | ";" | " | ")
                    || between.len() > 2 && between.chars().all(|c| c == ' ')
            });
        if names
            && cells
            && let (Some(one), Some(two)) = (of[index], of[index + 1])
        {
            same.insert(two, same.get(&one).copied().unwrap_or(one));
        }
    }
    for person in of.iter_mut().flatten() {
        *person = same.get(person).copied().unwrap_or(*person);
    }
}

/// Whether what stands between two names of a form or a record makes them one: "First name: Ana\nLast name: Soto".
fn is_other_half(between: &str) -> bool {
    const LABELS: &[&str] = &[
        "last name",
        "last_name",
        "lastname",
        "last",
        "surname",
        "family name",
        "family",
        "preferred name",
        "nickname",
        "apellido",
        "apellidos",
        "middle name",
    ];
    let label = between.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    between.len() < 40 && between.contains([':', '=']) && LABELS.contains(&label.as_str())
}

/// Whether a table has a column each for given names and surnames.
fn heads_halves(text: &str) -> bool {
    const HEADS: &[&str] =
        &["last", "surname", "first", "given", "apellido", "apellidos", "last_name", "lastname", "first_name"];
    let head = &text[..super::layout::floor(text, 2000)];
    head.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| super::word::is_one(word, HEADS))
}

/// Gives a person to every name that the context has linked to none: one for each different name.
fn link_rest(text: &str, findings: &[Finding], of: &mut [Option<usize>], roles: &mut Vec<Role>) {
    let mut known: HashMap<String, usize> = HashMap::new();
    let mut last = None;
    for (index, finding) in findings.iter().enumerate() {
        if !matches!(finding.kind, Kind::Name | Kind::Provider) {
            continue;
        }
        let Some(value) = text.get(finding.bytes.clone()) else { continue };
        let value = value.to_lowercase();
        let spelled = last.filter(|_| super::name::is_spelled(&value));
        let person = of[index].or(spelled).or_else(|| known.get(&value).copied()).unwrap_or_else(|| {
            roles.push(if finding.kind == Kind::Provider { Role::Provider } else { Role::Individual });
            roles.len() - 1
        });
        of[index] = Some(person);
        last = Some(person);
        for part in value.split_whitespace().filter(|part| part.chars().count() > 2) {
            known.entry(part.to_owned()).or_insert(person);
        }
        known.entry(value).or_insert(person);
    }
}

/// Makes initials ("S.J.", "SJ") a mention of the one person of the text whose names begin so.
fn link_initials(text: &str, findings: &[Finding], of: &mut [Option<usize>]) {
    let names =
        || findings.iter().enumerate().filter(|(_, finding)| matches!(finding.kind, Kind::Name | Kind::Provider));
    let mut bearers: HashMap<String, BTreeSet<usize>> = HashMap::new();
    for (index, finding) in names() {
        let (Some(value), Some(person)) = (text.get(finding.bytes.clone()), of[index]) else { continue };
        let words = words(value);
        if words.len() < 2 || words.iter().any(|word| word.chars().count() < 2) {
            continue;
        }
        let letters: String = words.iter().filter_map(|word| word.chars().next()).collect();
        let ends: String = letters.chars().take(1).chain(letters.chars().last()).collect();
        for form in [letters, ends] {
            bearers.entry(form).or_default().insert(person);
        }
    }
    let initials: Vec<(usize, String)> =
        names().filter_map(|(index, finding)| Some((index, initials(text.get(finding.bytes.clone())?)?))).collect();
    for (index, letters) in initials {
        if let Some(people) = bearers.get(&letters).filter(|people| people.len() == 1) {
            of[index] = people.first().copied();
        }
    }
}

/// The words of a name in lower case, given name first, without titles and credentials.
pub(super) fn words(name: &str) -> Vec<String> {
    let ordered = match name.split_once(',') {
        Some((last, first)) => format!("{first} {last}"),
        None => name.to_owned(),
    };
    let words = ordered.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | '-'));
    let words = words.map(|word| word.trim_matches(['\'', '’', '-'])).filter(|word| !word.is_empty());
    words.filter(|word| !is_title(word)).map(str::to_lowercase).collect()
}

/// Whether a word of a name is a title or a credential and names nobody.
pub(super) fn is_title(word: &str) -> bool {
    let entry = lexicon::lookup(word);
    let letters = word.chars().count();
    let credential = entry.is(Class::Credential) && (letters < 5 && word.chars().all(char::is_uppercase));
    let suffix = ["jr", "sr", "ii", "iii", "iv"].iter().any(|suffix| word.eq_ignore_ascii_case(suffix));
    suffix
        || letters > 1 && credential
        || letters > 1 && entry.is(Class::Title) && entry.given().max(entry.surname()) < 10
}

/// The letters of initials in lower case; none for anything else. Two capitals without points are initials.
fn initials(value: &str) -> Option<String> {
    let letters: String = value.chars().filter(|c| c.is_alphabetic()).collect();
    let count = letters.chars().count();
    let parted = value.split(|c: char| !c.is_alphabetic()).all(|word| word.chars().count() < 2);
    let closed = count == value.chars().count();
    let upper = letters.chars().all(char::is_uppercase);
    ((2..=3).contains(&count) && upper && (parted || closed)).then(|| letters.to_lowercase())
}
