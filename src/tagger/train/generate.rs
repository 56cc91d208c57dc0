//! Invents labelled texts: sentence forms filled with people and places of the lexicon.
//!
//! A form is a line of `forms/*.txt`. `{p1}` is a person, who stays the same within the form:
//! `{p1.given}`, `{p1.last}`, `{p1.any}` are their other mentions. `{r1}` is a relative (same surname at times),
//! `{d1}` a provider, `{city}`, `{facility}`, `{street}` places; any other `{word}` is drawn from the list
//! `@word` of `forms/lists.txt`; `{w}` is any common word. `\n` and `\t` are written so. A form that begins with `!` is public copy, in
//! which places and people may be labelled or not.

use super::examples::{Example, Labelled, Source, add};
use crate::identifier::Kind;
use crate::lexicon::{self, Class, Entry};
use fastrand::Rng;
use std::collections::HashMap;

static LISTS: &str = include_str!("forms/lists.txt");
static FORMS: &[&str] = &[
    include_str!("forms/prompts.txt"),
    include_str!("forms/messages.txt"),
    include_str!("forms/notes.txt"),
    include_str!("forms/documents.txt"),
    include_str!("forms/public.txt"),
];

/// Draws names and places, and fills forms with them.
pub struct Generator {
    given: Pool,
    surnames: Pool,
    cities: Pool,
    words: Vec<String>,
    lists: HashMap<&'static str, Vec<&'static str>>,
    forms: Vec<&'static str>,
}

/// Words to draw from: by frequency, or each alike, or those that are ordinary words too.
struct Pool {
    words: Vec<String>,
    sums: Vec<f64>,
    ordinary: Vec<usize>,
}

impl Pool {
    fn new(entries: &[(String, Entry)], strength: impl Fn(Entry) -> u8, least: u8) -> Pool {
        let (mut words, mut sums, mut ordinary, mut sum) = (Vec::new(), Vec::new(), Vec::new(), 0.0);
        for (word, entry) in entries {
            if strength(*entry) < least
                || word.len() < 2
                || !word.chars().all(|c| c.is_alphabetic() || c == ' ' || c == '\'')
            {
                continue;
            }
            if entry.common() >= 6 && strength(*entry) >= 6 {
                ordinary.push(words.len());
            }
            sum += 10f64.powf(f64::from(strength(*entry)) / 3.0);
            words.push(word.clone());
            sums.push(sum);
        }
        Pool { words, sums, ordinary }
    }

    /// A word by its frequency.
    fn frequent(&self, random: &mut Rng) -> usize {
        let at = random.f64() * self.sums.last().copied().unwrap_or(1.0);
        self.sums.partition_point(|sum| *sum < at).min(self.words.len() - 1)
    }

    fn draw(&self, random: &mut Rng) -> String {
        let place = match random.u32(0..100) {
            0..45 => self.frequent(random),
            45..60 if !self.ordinary.is_empty() => self.ordinary[random.usize(0..self.ordinary.len())],
            _ => random.usize(0..self.words.len()),
        };
        let word = capitalize(&self.words[place]);
        if random.u32(0..100) < 6 { misspell(&word, random) } else { word }
    }
}

/// A person, as a form mentions them.
struct Person {
    given: String,
    last: String,
}

/// How a text is being put together.
struct Draft {
    text: String,
    spans: Vec<Labelled>,
}

impl Draft {
    fn plain(&mut self, text: &str) {
        self.text.push_str(text);
    }

    fn labelled(&mut self, text: &str, kind: Kind, optional: bool) {
        let start = self.text.len();
        self.text.push_str(text);
        self.spans.push((start..self.text.len(), kind, optional));
    }
}

impl Generator {
    /// A generator over the embedded lexicon.
    pub fn new() -> Generator {
        let entries = lexicon::entries();
        let mut lists = HashMap::new();
        for line in LISTS.lines().filter(|line| line.starts_with('@')) {
            if let Some((name, words)) = line[1..].split_once(':') {
                lists.insert(name.trim(), words.split('|').map(str::trim).collect::<Vec<_>>());
            }
        }
        let single = |entry: &(String, Entry)| !entry.0.contains(' ');
        let singles: Vec<(String, Entry)> = entries.iter().filter(|e| single(e)).cloned().collect();
        Generator {
            given: Pool::new(&singles, Entry::given, 2),
            surnames: Pool::new(&singles, Entry::surname, 2),
            cities: Pool::new(
                &entries
                    .iter()
                    .filter(|(_, e)| !e.is(Class::State) && !e.is(Class::Country))
                    .cloned()
                    .collect::<Vec<_>>(),
                Entry::city,
                1,
            ),
            words: singles.iter().filter(|(w, e)| e.common() >= 7 && w.len() > 3).map(|(w, _)| w.clone()).collect(),
            lists,
            forms: FORMS
                .iter()
                .flat_map(|file| file.lines())
                .filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
                .collect(),
        }
    }

    /// How many forms there are.
    pub fn forms(&self) -> usize {
        self.forms.len()
    }

    /// Appends `rounds` texts of every form.
    pub fn fill(&self, rounds: usize, random: &mut Rng, examples: &mut Vec<Example>) {
        for _ in 0..rounds {
            for form in &self.forms {
                let draft = self.draft(form, random);
                let text = match random.u32(0..100) {
                    0..14 => draft.text.to_ascii_lowercase(),
                    14..19 => draft.text.to_ascii_uppercase(),
                    _ => draft.text,
                };
                add(&text, &draft.spans, Source::Invented, examples);
            }
        }
    }

    /// One text of a form.
    fn draft(&self, form: &str, random: &mut Rng) -> Draft {
        let (form, public) = form.strip_prefix('!').map_or((form, false), |rest| (rest, true));
        let form = form.replace("\\n", "\n").replace("\\t", "\t");
        let mut draft = Draft { text: String::new(), spans: Vec::new() };
        let mut people: HashMap<String, Person> = HashMap::new();
        let mut rest = form.as_str();
        while let Some(at) = rest.find('{') {
            let (before, behind) = (&rest[..at], &rest[at + 1..]);
            draft.plain(before);
            // A brace that is no slot belongs to the form: JSON, merge fields.
            match behind.split_once('}') {
                Some((slot, after))
                    if slot.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'.' || b == b'_')
                        && !before.ends_with('{') =>
                {
                    self.slot(slot, public, &mut people, &mut draft, random);
                    rest = after;
                }
                _ => {
                    draft.plain("{");
                    rest = behind;
                }
            }
        }
        draft.plain(rest);
        draft
    }

    fn slot(
        &self,
        slot: &str,
        public: bool,
        people: &mut HashMap<String, Person>,
        draft: &mut Draft,
        random: &mut Rng,
    ) {
        let (who, part) = slot.split_once('.').unwrap_or((slot, ""));
        let kind = match who.as_bytes() {
            [b'p' | b'r', b'1'..=b'9'] => Some(Kind::Name),
            [b'd', b'1'..=b'9'] => Some(Kind::Provider),
            _ => None,
        };
        if let Some(kind) = kind {
            if !people.contains_key(who) {
                let family = who.starts_with('r') && random.bool();
                let last = people.get("p1").filter(|_| family).map(|p| p.last.clone());
                let person = Person { given: self.given(random), last: last.unwrap_or_else(|| self.last(random)) };
                people.insert(who.to_owned(), person);
            }
            if let Some(person) = people.get(who) {
                mention(person, part, kind, public && kind == Kind::Name, draft, random);
            }
            return;
        }
        match who {
            "city" => draft.labelled(&self.city(random), Kind::Location, public),
            "facility" => draft.labelled(&self.facility(random), Kind::Location, public),
            "street_name" => draft.labelled(&self.street_name(random), Kind::Location, public),
            "address" => draft.labelled(&self.address(random), Kind::Location, public),
            "street" => draft.labelled(&self.street(random), Kind::Location, public),
            "w" => draft.plain(&self.words[random.usize(0..self.words.len())]),
            "heading" => draft.plain(&self.heading(random)),
            "n" => draft.plain(&random.u32(2..100).to_string()),
            "day" => draft.plain(&random.u32(1..29).to_string()),
            "year" => draft.plain(&random.u32(1996..2027).to_string()),
            "zip" => draft.labelled(&format!("{:05}", random.u32(601..99_951)), Kind::Location, public),
            "phone" => draft.plain(&format!("{}-555-01{:02}", random.u32(201..990), random.u32(0..100))),
            "code" => draft.plain(&self.code(random)),
            "surname" => draft.plain(&self.last(random)),
            list => draft.plain(self.pick(list, random)),
        }
    }

    /// A given name by its frequency.
    pub(super) fn frequent_given(&self, random: &mut Rng) -> String {
        capitalize(&self.given.words[self.given.frequent(random)])
    }

    /// A surname by its frequency.
    pub(super) fn frequent_surname(&self, random: &mut Rng) -> String {
        capitalize(&self.surnames.words[self.surnames.frequent(random)])
    }

    fn given(&self, random: &mut Rng) -> String {
        let name = self.given.draw(random);
        match random.u32(0..100) {
            0..3 => format!("{name}-{}", self.given.draw(random)),
            3..5 => format!("{name} {}", self.given.draw(random)),
            5..8 => format!("{name}-{}", self.given.draw(random).to_lowercase()),
            _ => name,
        }
    }

    fn last(&self, random: &mut Rng) -> String {
        let name = self.surnames.draw(random);
        let particles =
            ["de", "van", "von", "del", "de la", "van der", "al-", "el-", "bin", "St.", "O'", "Mc", "Mac", "Di", "La"];
        match random.u32(0..100) {
            0..5 => format!("{name}-{}", self.surnames.draw(random)),
            5..9 => {
                let particle = particles[random.usize(0..particles.len())];
                let glued = particle.ends_with(['-', '\'']) || particle.starts_with('M');
                format!("{particle}{}{name}", if glued { "" } else { " " })
            }
            9..12 => format!("{name} {}", self.surnames.draw(random)),
            _ => name,
        }
    }

    fn city(&self, random: &mut Rng) -> String {
        self.cities.draw(random)
    }

    fn facility(&self, random: &mut Rng) -> String {
        let pick =
            |list: &str, random: &mut Rng| self.lists.get(list).map_or("", |words| words[random.usize(0..words.len())]);
        let kind = pick("facility_kind", random);
        match random.u32(0..10) {
            0 => format!("St. {}'s", pick("saint", random)),
            1 => format!("St. {}'s {kind}", pick("saint", random)),
            2 => format!("{} {kind}", self.last(random)),
            3 | 4 => format!("{} {kind}", self.city(random)),
            5 => format!(
                "{} {} {kind}",
                capitalize(&self.words[random.usize(0..self.words.len())]),
                pick("landscape", random)
            ),
            6 => format!("{} {kind}", pick("landscape", random)),
            7 => format!("{} {}", self.city(random), pick("facility_word", random)),
            8 => format!("Mt. {} {kind}", self.last(random)),
            _ => format!("{} {} {kind}", pick("direction", random), self.city(random)),
        }
    }

    fn pick(&self, list: &str, random: &mut Rng) -> &'static str {
        self.lists.get(list).map_or("", |words| words[random.usize(0..words.len())])
    }

    fn street_name(&self, random: &mut Rng) -> String {
        let name = match random.u32(0..4) {
            0 | 1 => self.last(random),
            2 => capitalize(&self.words[random.usize(0..self.words.len())]),
            _ => self.pick("landscape", random).to_owned(),
        };
        match random.u32(0..10) {
            0 => format!("{name}{}", self.pick("street_ending", random)),
            1 => format!("{} {name}", self.pick("street_beginning", random)),
            2 => name,
            _ => format!("{name} {}", self.pick("street_type", random)),
        }
    }

    fn street(&self, random: &mut Rng) -> String {
        let unit = ["", "", "", ", Apt 4B", " #12", ", Unit 7", ", Suite 210"];
        let side = ["", "", "", "N ", "E. ", "SW ", "West "];
        format!(
            "{} {}{}{}",
            random.u32(1..19_999),
            side[random.usize(0..side.len())],
            self.street_name(random),
            unit[random.usize(0..unit.len())]
        )
    }

    /// A whole address, American or not, on one line or several.
    fn address(&self, random: &mut Rng) -> String {
        let cut = ["\n", ", ", ",\n", "\n "][random.usize(0..4)];
        let abroad = random.bool();
        let street = match abroad {
            true => format!("{} {}", self.street_name(random), random.u32(1..900)),
            false => self.street(random),
        };
        let unit = match random.u32(0..4) {
            0 => format!(" Apt. {:03}", random.u32(1..999)),
            1 => format!("{cut}Suite {:03}", random.u32(1..999)),
            _ => String::new(),
        };
        let city = self.city(random);
        let city = if random.u32(0..6) == 0 { city.to_uppercase() } else { city };
        let region = if abroad { self.pick("nation", random) } else { self.pick("stateabbr", random) };
        match random.u32(0..4) {
            0 => format!(
                "{} {street}{unit}{cut}{city}{cut}{region} {:05}",
                random.u32(1..9_999),
                random.u32(601..99_951)
            ),
            1 => format!("{street}{unit}{cut}{city}"),
            2 => format!("{street}{unit}{cut}{:05} {city}", random.u32(601..99_951)),
            _ => format!("{street}{unit}{cut}{city}, {region} {:05}", random.u32(601..99_951)),
        }
    }

    fn heading(&self, random: &mut Rng) -> String {
        let count = random.usize(2..6);
        let words: Vec<String> =
            (0..count).map(|_| capitalize(&self.words[random.usize(0..self.words.len())])).collect();
        words.join(" ")
    }

    fn code(&self, random: &mut Rng) -> String {
        let letter = |random: &mut Rng| char::from(b'A' + random.u8(0..26));
        match random.u32(0..4) {
            0 => format!("{:06}", random.u32(1_000..999_999)),
            1 => format!("{}{}-{}", letter(random), letter(random), random.u32(100_000..999_999)),
            2 => format!("{}{:07}", letter(random), random.u32(1..9_999_999)),
            _ => format!("{}-{}", random.u32(10_000..99_999), random.u32(0..10)),
        }
    }
}

impl Default for Generator {
    fn default() -> Generator {
        Generator::new()
    }
}

/// Writes one mention of a person.
fn mention(person: &Person, part: &str, kind: Kind, optional: bool, draft: &mut Draft, random: &mut Rng) {
    let Person { given, last } = person;
    let initial = |name: &str| name.chars().find(|c| c.is_alphabetic()).unwrap_or('X').to_ascii_uppercase();
    let (g, l) = (initial(given), initial(last));
    let text = match part {
        "given" => given.clone(),
        "last" => last.clone(),
        "comma" => format!("{last}, {given}"),
        "initials" => format!("{g}.{l}."),
        "full" => format!("{given} {last}"),
        "any" => match random.u32(0..4) {
            0 => last.clone(),
            1 => format!("{given} {last}"),
            _ => given.clone(),
        },
        _ => match random.u32(0..100) {
            0..50 => format!("{given} {last}"),
            50..68 => given.clone(),
            68..78 => format!("{given} {l}."),
            78..82 => format!("{g}. {last}"),
            82..85 => format!("{given} {g}. {last}"),
            85..88 => format!("{last}, {given}"),
            88..91 => format!("{g}.{l}."),
            91..94 => format!("{given} {l}"),
            94..97 => last.clone(),
            _ => format!("{given} {last}, Jr."),
        },
    };
    draft.labelled(&text, kind, optional);
}

/// Every word with a capital.
fn capitalize(words: &str) -> String {
    let mut start = true;
    words
        .chars()
        .map(|c| {
            let c = if start { c.to_ascii_uppercase() } else { c };
            start = matches!(c, ' ' | '-');
            c
        })
        .collect()
}

/// A word with two letters exchanged or one doubled, as nobody's lexicon has it.
fn misspell(word: &str, random: &mut Rng) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    if letters.len() > 3 {
        let at = random.usize(1..letters.len() - 1);
        if random.bool() { letters.swap(at, at + 1) } else { letters.insert(at, letters[at]) }
    }
    letters.into_iter().collect()
}
