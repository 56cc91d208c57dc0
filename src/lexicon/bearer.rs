//! Frequent names for invented people, by gender and by where most of their bearers say they come from.

use super::fold;
use std::borrow::Cow;
use std::sync::LazyLock;

/// The lists, one a line: gender or `surname`, origin, names.
static LISTS: &str = include_str!("bearers.txt");

/// Whom a given name is given to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Gender {
    Female,
    Male,
    Either,
}

/// What most bearers of a name answer to the census's question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Origin {
    General,
    Hispanic,
    Asian,
}

/// One list.
struct List {
    /// None for surnames.
    gender: Option<Gender>,
    origin: Origin,
    names: Vec<&'static str>,
}

static ALL: LazyLock<Vec<List>> = LazyLock::new(|| LISTS.lines().filter_map(list).collect());

/// Reads a line; a comment is none.
fn list(line: &'static str) -> Option<List> {
    let (head, names) = line.split_once(": ").filter(|_| !line.starts_with('#'))?;
    let (gender, origin) = head.split_once(' ')?;
    let gender = match gender {
        "female" => Some(Gender::Female),
        "male" => Some(Gender::Male),
        "either" => Some(Gender::Either),
        _ => None,
    };
    let origin = match origin {
        "hispanic" => Origin::Hispanic,
        "asian" => Origin::Asian,
        _ => Origin::General,
    };
    Some(List { gender, origin, names: names.split(' ').collect() })
}

/// The given names of a gender and an origin; for either gender those of every origin.
pub fn given_names(gender: Gender, origin: Origin) -> &'static [&'static str] {
    let fits = |list: &&List| list.gender == Some(gender) && (list.origin == origin || gender == Gender::Either);
    ALL.iter().find(fits).map_or(&[], |list| &list.names)
}

/// The surnames of an origin.
pub fn surnames(origin: Origin) -> &'static [&'static str] {
    ALL.iter().find(|list| list.gender.is_none() && list.origin == origin).map_or(&[], |list| &list.names)
}

/// Whom a given name of the lists is given to, and its origin; none for other words.
pub fn known_given_name(word: &str) -> Option<(Gender, Origin)> {
    holding(word, |list| list.gender.is_some()).and_then(|list| Some((list.gender?, list.origin)))
}

/// The origin of a surname of the lists; none for other words.
pub fn known_surname(word: &str) -> Option<Origin> {
    holding(word, |list| list.gender.is_none()).map(|list| list.origin)
}

/// The first list of a sort that holds a word, in any case and with any diacritics.
fn holding(word: &str, sort: impl Fn(&List) -> bool) -> Option<&'static List> {
    let word: Cow<'_, str> = fold(word);
    ALL.iter().filter(|list| sort(list)).find(|list| list.names.iter().any(|name| name.eq_ignore_ascii_case(&word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_there_and_names_stand_once() {
        for origin in [Origin::General, Origin::Hispanic, Origin::Asian] {
            assert!(given_names(Gender::Female, origin).len() >= 20);
            assert!(given_names(Gender::Male, origin).len() >= 20);
            assert!(surnames(origin).len() >= 30);
        }
        assert!(given_names(Gender::Either, Origin::Asian).len() >= 20);
        for surname in [true, false] {
            let mut names: Vec<&str> = ALL
                .iter()
                .filter(|list| list.gender.is_none() == surname)
                .flat_map(|list| list.names.clone())
                .collect();
            let count = names.len();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), count);
        }
    }

    #[test]
    fn names_are_known_in_any_case() {
        assert_eq!(known_given_name("SARAH"), Some((Gender::Female, Origin::General)));
        assert_eq!(known_given_name("josé"), Some((Gender::Male, Origin::Hispanic)));
        assert_eq!(known_surname("Nguyễn"), Some(Origin::Asian));
        assert_eq!(known_surname("Sarah"), None);
    }
}
