//! NAME: names of patients, clients, their relatives and household members, and of anybody else who is no
//! provider. 45 CFR 164.514(b)(2)(i)(A).
//!
//! Leaves alone: brands, products, devices and drugs, eponyms, months, roles, headings, placeholders.

use super::doubt::is_doubtful;
use super::recognizer::contains_any;
use super::{Doc, Hit, Kind, Recognizer};
use crate::lexicon::{self, Class};
use crate::tagger::{Label, Tag};
use crate::text::{Page, Shape, Token};
use std::ops::Range;

pub(super) static RECOGNIZER: Recognizer = Recognizer {
    kind: Kind::Name,
    doc: Doc {
        title: "name of a person",
        paragraph: "45 CFR 164.514(b)(2)(i)(A)",
        is: "A full, first or last name, initials used as a name, a nickname, or a login that names somebody: of a \
             patient or client, and of their relatives and household too.",
        leaves_alone: "Brands and products (Botox, Juvederm), eponyms (Bell's palsy, Fitzpatrick III), months, roles \
                       (the patient, our injector), headings and placeholders such as [NAME].",
        instead: "Write \"the patient\" or \"my client\"; where there are several, \"Patient A\" and \"Patient B\".",
    },
    patterns: &[],
    find: Some(find),
    found: &[
        ("name/tagged", "The learned tagger takes it for a name."),
        ("name/column", "The column's header says name, client, patient or the like."),
        ("name/login", "A login behind a word such as user or reviewer."),
        ("name/spelled", "A name spelled letter by letter."),
    ],
};

/// Takes the tagger's names, the cells of name columns, and names that are spelled out.
fn find(page: &Page<'_>, tags: &[Tag], hits: &mut Vec<Hit>) {
    let mut names: Vec<Hit> = Vec::new();
    for tag in tags.iter().filter(|tag| tag.label == Label::Name && !is_doubtful(page, tag)) {
        let Some(range) = behind_title(page, tag) else { continue };
        match names.last_mut() {
            // Nothing but a space between two names makes them one.
            Some(last) if &page.text()[last.range.end..range.start] == " " => last.range.end = range.end,
            _ => names.push(Hit { kind: Kind::Name, range, confidence: tag.confidence, rule: "name/tagged".into() }),
        }
    }
    hits.append(&mut names);
    for range in page.cells_under(&|header| contains_any(&header.replace('_', " "), HEADERS)) {
        if is_name_cell(&page.text()[range.clone()]) {
            hits.push(Hit { kind: Kind::Name, range, confidence: 0.85, rule: "name/column".into() });
        }
    }
    spelled(page, hits);
    logins(page, hits);
}

/// The range of a tag, without a title inside it and the words before that ("de la Dra. Fuentes").
fn behind_title(page: &Page<'_>, tag: &Tag) -> Option<Range<usize>> {
    let tokens = &page.tokens()[tag.tokens.clone()];
    let title = tokens
        .iter()
        .rposition(|token| lexicon::lookup(page.token_text(token)).is(Class::Title) && token.range.len() > 1);
    let mut first = title.map_or(0, |at| at + 1);
    while tokens.get(first).is_some_and(|token| page.token_text(token) == ".") {
        first += 1;
    }
    Some(tokens.get(first)?.range.start..tokens.last()?.range.end)
}

/// Headers of columns that hold people.
const HEADERS: &[&str] = &[
    "name",
    "first",
    "last",
    "client",
    "patient",
    "guest",
    "fname",
    "lname",
    "firstname",
    "lastname",
    "pt",
    "caller",
    "kunde",
    "nombre",
    "apellido",
    "paciente",
    "cliente",
    "member",
    "attendee",
    "student",
    "guardian",
];

/// Whether a cell under such a header is a name: few words, none of them a thing of the trade.
fn is_name_cell(cell: &str) -> bool {
    let words: Vec<&str> = cell.split([' ', ',', '-', '.', '\'']).filter(|word| word.len() > 1).collect();
    let letters = cell.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | ',' | '.' | '-' | '\'' | '(' | ')'));
    letters
        && (1..=4).contains(&words.len())
        && words.iter().all(|word| {
            let entry = lexicon::lookup(word);
            let things = [Class::Brand, Class::Health, Class::Drug, Class::Organization, Class::Role, Class::Label];
            entry.given().max(entry.surname()) > 0 && !things.iter().any(|class| entry.is(*class) && entry.given() < 8)
                || entry.common() == 0 && !things.iter().any(|class| entry.is(*class))
        })
}

/// Appends logins (`GlowFan88`) behind a word that says so.
fn logins(page: &Page<'_>, hits: &mut Vec<Hit>) {
    for pair in page.tokens().windows(2) {
        let [said, login] = pair else { continue };
        let says = matches!(
            page.token_text(said).to_lowercase().as_str(),
            "user" | "username" | "login" | "reviewer" | "commenter" | "follower" | "yelper"
        );
        let text = page.token_text(login);
        let made_up = login.shape == Shape::Alnum && text.chars().filter(|c| c.is_alphabetic()).count() >= 4
            || login.shape == Shape::Mixed && text.is_ascii();
        if says && made_up {
            let range = login.range.clone();
            hits.push(Hit { kind: Kind::Name, range, confidence: 0.85, rule: "name/login".into() });
        }
    }
}

/// Words that announce a spelled name.
const SPELLED: &[&str] = &["name", "spell", "spelled", "spelling", "last", "first", "that's"];

/// Appends names spelled letter by letter (`T-R-A-N`, `s m i double t h`) where words say that it is a name, or
/// where the letters make one.
fn spelled(page: &Page<'_>, hits: &mut Vec<Hit>) {
    let tokens = page.tokens();
    let letter = |at: usize| tokens.get(at).is_some_and(|token: &Token| token.is_word() && token.range.len() == 1);
    let mut at = 0;
    while at < tokens.len() {
        let mut end = at + usize::from(letter(at));
        let mut words = String::new();
        while end > at {
            words.push_str(page.token_text(&tokens[end - 1]));
            let link = tokens.get(end).is_some_and(|t| matches!(page.token_text(t), "-" | "," | "." | "double"));
            let next = end + usize::from(link);
            if !letter(next) || tokens[next].range.start - tokens[end - 1].range.end > "  double ".len() {
                break;
            }
            // A wider gap parts two names.
            if !link && tokens[next].range.start - tokens[end - 1].range.end > 1 {
                words.push(' ');
            }
            end = next + 1;
        }
        if words.len() >= 4 {
            let range = tokens[at].range.start..tokens[end - 1].range.end;
            let named = words.split(' ').any(|word| {
                // Shorter ones are abbreviations as often as names.
                word.len() >= 5 && lexicon::lookup(word).given() >= 5
            });
            if named || contains_any(page.before(range.start, 60), SPELLED) {
                hits.push(Hit { kind: Kind::Name, range, confidence: 0.85, rule: "name/spelled".into() });
            }
        }
        at = end.max(at + 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identifier::table::check;

    #[test]
    fn names_of_people_are_found() {
        check(
            &RECOGNIZER,
            &[
                "My patient ⟦Sarah Johnson⟧ comes back on Thursday.",
                "Write a reminder to ⟦Minh Tran⟧ about his consult.",
                "⟦Okonjo, Adaeze⟧ no-showed twice",
                "hi this is ⟦rebecca stone⟧ i had my lip filler on friday",
                "Mrs. ⟦Delgado⟧ wants to move her peel.",
                "Text ⟦Priya⟧ that her laser session is moved.",
                "Please call ⟦Grace Kim⟧ about her chart.",
                "her husband ⟦Tobias⟧ drives her home",
                "Caller: my last name is spelled ⟦T-R-A-N⟧, thanks",
                "what ⟦G l o r i a  H a r t⟧ wrote us",
                "Answer the Yelp user ⟦SunnyPeel88⟧ politely.",
                "client,service\n⟦Zuri Okafor⟧,peel\n⟦Bjorn Lund⟧,laser\n⟦May Price⟧,tox",
            ],
        );
    }

    #[test]
    fn what_only_looks_like_a_name_is_left_alone() {
        check(
            &RECOGNIZER,
            &[
                "Botox or Dysport: which lasts longer?",
                "The grace period is ten minutes.",
                "Explain Bell's palsy to a new nurse.",
                "Our May special ends soon.",
                "Fitzpatrick III skin needs care with IPL.",
                "Hi [NAME], your visit is on [DATE].",
                "What is the best Morpheus8 setting for the lower face?",
                "Rose quartz rollers are back in stock.",
            ],
        );
    }
}
