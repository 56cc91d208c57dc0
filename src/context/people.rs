//! Who is who: mentions linked to people, and people found once found everywhere.

use super::Role;
use super::cues::{Cue, Cues};
use crate::identifier::{Hit, Kind};
use crate::text::{Page, Shape, Token};
use aho_corasick::AhoCorasick;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

/// Somebody of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Somebody {
    /// Their part.
    pub(super) role: Role,
    /// The words of their names, in lower case.
    parts: Vec<String>,
}

/// The people of a page.
#[derive(Debug, Default)]
pub(super) struct People {
    /// In order of first mention.
    pub(super) all: Vec<Somebody>,
    /// For each hit the person it names or reaches.
    pub(super) of_hit: Vec<Option<usize>>,
}

/// Adds those mail addresses and handles, in doubt by themselves, that bear the name of somebody who was found.
pub(super) fn keep_addresses(page: &Page<'_>, doubted: impl Iterator<Item = Hit>, least: f32, hits: &mut Vec<Hit>) {
    /// How often such an address is that person's.
    const BORNE: f32 = 0.85;
    let names = hits.iter().filter(|hit| hit.kind == Kind::Name);
    let words: HashSet<String> = names
        .flat_map(|hit| parts(page, &hit.range))
        .filter(|word| word.chars().count() >= 4 && !is_ordinary(word))
        .collect();
    let mut addresses = doubted.filter(|hit| matches!(hit.kind, Kind::Email | Kind::Url)).peekable();
    if words.is_empty() || addresses.peek().is_none() || BORNE < least {
        return;
    }
    // A list can hold ten thousand people and as many addresses.
    let Ok(finder) = AhoCorasick::new(&words) else { return };
    let bears_one = |hit: &Hit| {
        let value = page.text()[hit.range.clone()].to_lowercase();
        finder.is_match(if hit.kind == Kind::Email { value.split('@').next().unwrap_or_default() } else { &value })
    };
    hits.extend(addresses.filter(bears_one).map(|hit| Hit { confidence: BORNE, ..hit }));
    hits.sort_by_key(|hit| hit.range.start);
}

/// Adds a hit for every other mention of a name that was found: the full name's parts, written alike.
pub(super) fn propagate(page: &Page<'_>, hits: &mut Vec<Hit>) {
    let text = page.text();
    let mut known: HashMap<String, (Kind, bool, f32)> = HashMap::new();
    for hit in hits.iter().filter(|hit| matches!(hit.kind, Kind::Name | Kind::Provider) && hit.confidence >= 0.5) {
        for token in &page.tokens()[page.tokens_in(&hit.range)] {
            let word = page.token_text(token);
            if word.chars().count() >= 3 && token.is_word() && !is_ordinary(word) && !is_title(word) {
                let confidence = hit.confidence * 0.9;
                known.entry(word.to_lowercase()).or_insert((hit.kind, token.is_capitalized(text), confidence));
            }
        }
    }
    if known.is_empty() {
        return;
    }
    let mut found: Vec<Hit> = Vec::new();
    let mut covered = hits.iter().map(|hit| hit.range.clone()).peekable();
    for (index, token) in page.tokens().iter().enumerate() {
        while covered.next_if(|range| range.end <= token.range.start).is_some() {}
        if !token.is_word() || covered.peek().is_some_and(|range| range.start < token.range.end) {
            continue;
        }
        let Some(&(kind, capital, confidence)) = known.get(&page.token_text(token).to_lowercase()) else { continue };
        if token.is_capitalized(text) != capital || is_part_of_a_name(page, index) {
            continue;
        }
        match found.last_mut() {
            // First name and surname found again stand as one.
            Some(last) if last.kind == kind && &text[last.range.end..token.range.start] == " " => {
                last.range.end = token.range.end;
            }
            _ => found.push(Hit { kind, range: token.range.clone(), confidence, rule: "people/again".into() }),
        }
    }
    hits.append(&mut found);
    hits.sort_by_key(|hit| hit.range.start);
}

/// Links the hits to people.
pub(super) fn link(page: &Page<'_>, cues: &Cues, hits: &[Hit]) -> People {
    let mut people = People { all: Vec::new(), of_hit: vec![None; hits.len()] };
    let mut by_part: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut names: Vec<(usize, Vec<String>)> = hits
        .iter()
        .enumerate()
        .filter(|(_, hit)| matches!(hit.kind, Kind::Name | Kind::Provider))
        .map(|(index, hit)| (index, parts(page, &hit.range)))
        .filter(|(_, parts)| !parts.is_empty())
        .collect();
    // Full names first, so that a first name or a surname alone finds its owner.
    names.sort_by_key(|(index, parts)| (parts.len() < 2, *index));
    for (index, parts) in names {
        let found = owner(&people.all, &by_part, &parts).or_else(|| bearer(&people.all, &parts));
        let person = found.unwrap_or_else(|| {
            people.all.push(Somebody { role: role(page, cues, hits, index), parts: Vec::new() });
            people.all.len() - 1
        });
        let initials = found.is_some() && parts.iter().map(|part| part.chars().count()).sum::<usize>() < 3;
        for part in parts.into_iter().filter(|_| !initials) {
            let somebody = &mut people.all[person];
            if !somebody.parts.contains(&part) {
                by_part.entry(part.clone()).or_default().push(person);
                somebody.parts.push(part);
            }
        }
        people.of_hit[index] = Some(person);
    }
    let named: Vec<usize> =
        (0..hits.len()).filter(|index| matches!(hits[*index].kind, Kind::Email | Kind::Url | Kind::Photo)).collect();
    if !named.is_empty() {
        let finder = Finder::new(&by_part);
        for index in named {
            people.of_hit[index] = finder.named_in(&page.text()[hits[index].range.clone()]);
        }
    }
    in_order_of_mention(people)
}

/// The person who bears all the parts of a name, or whose initials they are.
fn owner(all: &[Somebody], by_part: &BTreeMap<String, Vec<usize>>, parts: &[String]) -> Option<usize> {
    let longest = parts.iter().max_by_key(|part| part.chars().count())?;
    by_part.get(longest)?.iter().copied().find(|&person| {
        let theirs = &all[person].parts;
        parts.iter().all(|part| theirs.iter().any(|their| same_part(their, part)))
            || theirs.iter().all(|their| parts.iter().any(|part| same_part(their, part)))
    })
}

/// The one person whose initials parts of a name are: "s", "j", or "sj".
fn bearer(all: &[Somebody], parts: &[String]) -> Option<usize> {
    let letters: Vec<char> = parts.iter().flat_map(|part| part.chars()).collect();
    let single = parts.iter().all(|part| part.chars().count() == 1) || parts.len() == 1;
    let [one, two] = letters[..] else { return None };
    let theirs = |person: &Somebody| {
        let whole = person.parts.len() > 1 && person.parts.iter().all(|part| part.chars().count() > 1);
        let ends = [person.parts.first(), person.parts.last()].map(|part| part.and_then(|part| part.chars().next()));
        whole && (ends == [Some(one), Some(two)] || ends == [Some(two), Some(one)])
    };
    let mut bearers = (0..all.len()).filter(|person| single && theirs(&all[*person]));
    bearers.next().filter(|_| bearers.next().is_none())
}

/// Whether two parts of a name are the same, or one is the other's initial.
fn same_part(one: &str, other: &str) -> bool {
    one == other
        || one.chars().count() == 1 && other.starts_with(one)
        || other.chars().count() == 1 && one.starts_with(other)
}

/// Finds people by their names in mail addresses, handles and file names.
struct Finder<'p> {
    parts: Vec<&'p Vec<usize>>,
    names: Option<AhoCorasick>,
}

impl<'p> Finder<'p> {
    /// A finder of the people who bear these parts of names; those of one or two letters tell nothing.
    fn new(by_part: &'p BTreeMap<String, Vec<usize>>) -> Finder<'p> {
        let long = by_part.iter().filter(|(part, _)| part.chars().count() >= 3);
        let (names, parts): (Vec<&String>, Vec<&Vec<usize>>) = long.unzip();
        Finder { parts, names: AhoCorasick::new(names).ok() }
    }

    /// The person whose name stands in a value; of several parts the longest decides.
    fn named_in(&self, value: &str) -> Option<usize> {
        let value = value.to_lowercase();
        let found = self.names.as_ref()?.find_overlapping_iter(&value);
        let longest = found.max_by_key(|m| (value[m.range()].chars().count(), m.pattern()))?;
        self.parts[longest.pattern().as_usize()].first().copied()
    }
}

/// The words of a name, in lower case, without titles.
pub(super) fn parts(page: &Page<'_>, range: &Range<usize>) -> Vec<String> {
    page.tokens()[page.tokens_in(range)]
        .iter()
        .filter(|token| token.shape != Shape::Mark)
        .map(|token| page.token_text(token))
        .filter(|word| !is_title(word))
        .map(str::to_lowercase)
        .collect()
}

/// A person's part, by the words around their first mention.
fn role(page: &Page<'_>, cues: &Cues, hits: &[Hit], index: usize) -> Role {
    let hit = &hits[index];
    if hit.kind == Kind::Provider {
        return Role::Provider;
    }
    let before = page.before(hit.range.start, 48).to_lowercase();
    let words: Vec<&str> = before.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let close = words.iter().rev().take(3).any(|word| RELATIVES.contains(word));
    let contact = before.contains("emergency contact") || before.contains("guarantor") || before.contains("subscriber");
    let behind = page.after(hit.range.end, 24).to_lowercase();
    let after = behind.trim_start_matches([' ', ',', '(', '-']);
    // "Mr Lee wife called" is about the wife of Mr Lee.
    let owner = |rest: &str| {
        behind.len() - after.len() == 1
            && rest
                .strip_prefix(' ')
                .is_some_and(|rest| rest.starts_with(char::is_alphabetic) && !rest.starts_with("of "))
    };
    let told_after = RELATIVES.iter().any(|word| {
        after.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric) && !owner(rest))
    });
    // A relative with a treatment of their own is a patient too.
    let own_care = cues.any(&(hit.range.end..hit.range.end + 24), Cue::Treatment.bit());
    if (close || contact || told_after) && !own_care { Role::Relative } else { Role::Individual }
}

/// Words for a relative or somebody of the household.
#[rustfmt::skip]
const RELATIVES: &[&str] = &[
    "mother", "mom", "mum", "mama", "mamá", "father", "dad", "papa", "papá", "husband", "wife", "spouse", "partner",
    "son", "daughter", "sister", "brother", "twin", "aunt", "uncle", "cousin", "niece", "nephew", "grandson",
    "granddaughter", "grandmother", "grandma", "grandfather", "grandpa", "roommate", "fiancé", "fiance", "fiancée",
    "boyfriend", "girlfriend", "guardian", "parent", "kid", "child", "baby", "stepson", "stepdaughter", "widow",
    "hija", "hijo", "esposa", "esposo", "madre", "padre", "hermana", "hermano", "boss", "employer", "neighbor",
    "caregiver",
];

/// Whether a word is a title or a credential.
pub(super) fn is_title(word: &str) -> bool {
    const TITLES: &[&str] = &[
        "mr", "mrs", "ms", "miss", "mx", "dr", "dra", "doctor", "doktè", "nurse", "sir", "madam", "mister", "don",
        "doña", "señor", "señora", "sr", "sra", "jr", "md", "do", "np", "pa", "rn", "lpn", "aprn", "arnp", "crna",
        "le", "lmt", "dc", "dds", "dmd", "phd", "psyd", "faad", "facs", "lcsw", "lmft", "bsn", "msn", "dnp", "fnp",
        "pac", "c", "prof",
    ];
    TITLES.iter().any(|title| word.eq_ignore_ascii_case(title))
}

/// Whether a name is also an ordinary word, so that its other places in a text prove nothing.
fn is_ordinary(word: &str) -> bool {
    #[rustfmt::skip]
    const ORDINARY: &[&str] = &[
        "will", "may", "june", "april", "august", "summer", "autumn", "dawn", "grace", "faith", "hope", "joy",
        "rose", "lily", "ivy", "daisy", "violet", "iris", "olive", "ruby", "amber", "pearl", "jade", "crystal",
        "mark", "bill", "rob", "art", "frank", "grant", "chase", "miles", "rich", "dean", "drew", "gene",
        "jack", "king", "prince", "earl", "duke", "long", "short", "young", "old", "brown", "white", "black",
        "green", "gray", "grey", "blue", "gold", "silver", "stone", "wood", "woods", "rivers", "lake", "hill",
        "park", "field", "fields", "bush", "day", "week", "weeks", "winter", "snow", "rain", "love", "best",
        "good", "rice", "cook", "baker", "mason", "cooper", "carter", "price", "cash", "bank", "banks", "law",
        "judge", "page", "read", "reed", "case", "chart", "skin", "face", "paris", "london", "austin",
        "brooklyn", "florence", "georgia", "madison", "savannah", "milan", "israel", "china", "jordan",
        "virginia", "carolina", "chelsea", "dallas", "denver", "lincoln", "ford", "mercedes", "lexus", "chanel",
        "dior", "bing", "sandy", "dusty", "misty", "sunny", "ginger", "rosemary", "basil", "sage", "holly",
        "heather", "fern", "penny", "buck", "bob", "pat", "sue", "bo", "an", "the", "and", "for", "her", "his",
        "blessing", "destiny", "trinity", "mercy", "patience", "charity", "journey", "star", "angel",
        "wednesday", "sunday", "friday", "monday", "kelly", "christmas", "easter", "noel", "robin", "jay",
        "wren", "dove", "fox", "wolf", "lamb", "bird", "fish", "bell", "ball", "post", "press", "street",
        "lane", "hall", "house", "english", "french", "holland", "england", "wales", "sister", "dot", "art",
        "van", "von", "der", "del", "las", "los", "san", "saint", "feather", "little", "two", "many", "bulls",
        "patient", "client", "guest", "spa", "clinic", "med", "center", "office", "aesthetics", "new", "st",
    ];
    ORDINARY.iter().any(|ordinary| word.eq_ignore_ascii_case(ordinary))
}

/// Whether the token continues a longer name or word of its own: `St. Luke`, `Luke-Ann`, `luke@`.
fn is_part_of_a_name(page: &Page<'_>, index: usize) -> bool {
    let tokens = page.tokens();
    let glued = |one: &Token, other: &Token| one.range.end == other.range.start;
    let token = &tokens[index];
    let before = index.checked_sub(1).map(|i| &tokens[i]).filter(|other| glued(other, token));
    let after = tokens.get(index + 1).filter(|other| glued(token, other));
    [before, after].into_iter().flatten().any(|other| matches!(page.token_text(other), "-" | "@" | "_" | "#" | "/"))
}

/// Renumbers the people in order of first mention.
fn in_order_of_mention(people: People) -> People {
    let mut order: Vec<usize> = Vec::with_capacity(people.all.len());
    for person in people.of_hit.iter().flatten() {
        if !order.contains(person) {
            order.push(*person);
        }
    }
    let all = order.iter().map(|&person| people.all[person].clone()).collect();
    let place: HashMap<usize, usize> = order.iter().enumerate().map(|(new, &old)| (old, new)).collect();
    let of_hit = people.of_hit.iter().map(|person| person.and_then(|p| place.get(&p).copied())).collect();
    People { all, of_hit }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::crowd;
    use crate::context::testing::{page_hits, values};

    fn people(marked: &str) -> (usize, usize) {
        let (text, mut hits) = page_hits(marked);
        let page = Page::new(&text);
        crate::context::provider::name_providers(&page, &mut hits);
        propagate(&page, &mut hits);
        let people = link(&page, &Cues::read(&page), &hits);
        (people.all.len(), crowd::count(&page, &hits, &people))
    }

    #[test]
    fn mentions_join_and_individuals_are_counted() {
        let cases: &[(&str, usize, usize)] = &[
            ("{NAME:Odile Marsh} called. {NAME:Odile} and Mrs. {NAME:Marsh}", 1, 1),
            ("{NAME:Marsh, Odile} and {NAME:Odile Marsh} and {NAME:O. Marsh}", 1, 1),
            ("{NAME:Odile Marsh} called. {NAME:O.M.} and {NAME:OM}", 1, 1),
            ("{NAME:Odile Marsh} and {NAME:Bram Marsh}", 2, 2),
            ("{NAME:Odile Marsh}, her husband {NAME:Bram}, her son {NAME:Teo}", 3, 1),
            ("{PROVIDER:Dr. Lund} saw {NAME:Odile}; {NAME:Lund} will call", 2, 1),
            ("{NAME:Ana}: {EMAIL:ana@x.example}, {NAME:Bea}: {EMAIL:bea@x.example}, {NAME:Cai}", 3, 3),
            ("{EMAIL:a@x.example} {EMAIL:b@x.example} {EMAIL:c@x.example}", 0, 3),
            ("DOB {DATE:1/2/1990} tox; DOB {DATE:3/4/1981} peel; DOB {DATE:5/6/1972} IPL", 0, 3),
            ("{PHOTO:dana_lips_A.jpg} {PHOTO:dana_lips_B.jpg} {PHOTO:rumi_chin.jpg}", 0, 2),
            ("Odile, home {PHONE:479-555-0101} cell {PHONE:479-555-0102} work {PHONE:479-555-0103}", 0, 0),
            ("call {PHONE:479-555-0101}, {PHONE:479-555-0102}, {PHONE:479-555-0103}", 0, 3),
        ];
        for (marked, linked, counted) in cases {
            assert_eq!(people(marked), (*linked, *counted), "{marked}");
        }
    }

    #[test]
    fn a_name_found_once_is_found_everywhere() {
        let cases: &[(&str, &[&str])] = &[
            ("{NAME:Odile Marsh} came. Odile's lips; call Marsh", &["Odile Marsh", "Odile", "Marsh"]),
            ("{NAME:Odile Marsh} came. Then Odile Marsh left.", &["Odile Marsh", "Odile Marsh"]),
            ("{NAME:odile marsh} came, odile left", &["odile marsh", "odile"]),
            ("{NAME:Grace Aho} is late for the grace period. Grace Aho", &["Grace Aho", "Aho"]),
            ("{NAME:Odile Marsh} lives by the marsh, Marsh-Hall", &["Odile Marsh"]),
        ];
        for (marked, expected) in cases {
            let (text, mut hits) = page_hits(marked);
            propagate(&Page::new(&text), &mut hits);
            assert_eq!(values(&text, &hits), *expected, "{marked}");
        }
    }
}
