//! Decides from what stands right beside a date whether it can be about somebody.
//!
//! Whether the text as a whole is about an individual is not decided here: the context stage knows.

use super::reader::{Form, Reader, Reading};
use super::words;
use crate::text::Shape;

/// How often a rule's finding is right, with the rule's name.
pub(super) type Rule = (&'static str, f32);

/// The rule under which the reading counts as a date about somebody, or nothing.
///
/// `listed` says that a date stands right before it, joined by a comma or `and`.
pub(super) fn judge(reader: &Reader<'_>, reading: &Reading, listed: bool) -> Option<Rule> {
    let near = Near::new(reader, reading);
    if !matches!(reading.form, Form::BareMonth | Form::DoubtfulWeekday | Form::Ordinal) && near.says_birth() {
        return Some(("date/birth", 0.98));
    }
    if near.says_nobody() {
        return None;
    }
    match reading.form {
        Form::Numeric => (!near.follows(&["v", "ver", "version", "section", "§"])).then_some(("date/numeric", 0.93)),
        Form::MonthSlashDay => near.is_slash_date().then_some(("date/month-slash-day", 0.85)),
        Form::MonthHyphenDay => near.is_hyphen_date().then_some(("date/month-hyphen-day", 0.7)),
        Form::MonthSlashYear => near.is_month_and_year().then_some(("date/month-slash-year", 0.7)),
        Form::MonthDay => near.is_month_and_day().then_some(("date/month", 0.9)),
        Form::MonthYear => Some(("date/month-year", 0.75)),
        Form::BareMonth => near.is_bare_month(listed).then_some(("date/bare-month", 0.65)),
        Form::Spoken => near.is_spoken().then_some(("date/spoken", 0.85)),
        Form::Weekday => near.is_weekday().then_some(("date/weekday", 0.75)),
        Form::DoubtfulWeekday => (near.is_weekday() && near.fits_a_day()).then_some(("date/weekday-short", 0.7)),
        Form::Ordinal => near.is_ordinal().then_some(("date/day", 0.75)),
        Form::Relative => near.is_relative().then_some(("date/relative", 0.8)),
        Form::Holiday => near.is_holiday().then_some(("date/holiday", 0.6)),
    }
}

/// Words that make a day a rule instead of an event.
const FREQUENCY: &[&str] = &["every", "each", "any", "most", "alternate", "cada", "los", "many", "some", "no", "per"];

/// Words before a date that make it one of a document, a product or an offer.
const NOT_ABOUT_ANYBODY: &[&str] = &[
    "rev",
    "revised",
    "revision",
    "updated",
    "effective",
    "version",
    "published",
    "copyright",
    "©",
    "accessed",
    "retrieved",
    "expires",
    "expired",
    "exp",
    "expiration",
    "expiry",
    "expiring",
    "use by",
    "best by",
    "valid",
    "good through",
    "good thru",
    "now through",
    "sale",
    "promo",
    "promotion",
    "offer ends",
    "ends",
    "rsvp",
    "book by",
    "open house",
    "webinar",
    "last reviewed",
    "next review",
    "review date",
    "adopted",
    "deadline",
    "vol",
    "issue",
    "raffle",
    "giveaway",
    "happy",
    "newsletter",
];

/// Words after a date that make it one of an offer or an event of the house.
const OFFER: &[&str] = &[
    "special",
    "specials",
    "sale",
    "event",
    "events",
    "hours",
    "promo",
    "promos",
    "promotion",
    "newsletter",
    "deal",
    "deals",
    "offer",
    "offers",
    "menu",
    "meeting",
    "agenda",
    "webinar",
    "workshop",
    "giveaway",
    "raffle",
    "campaign",
    "launch",
    "party",
    "edition",
    "issue",
    "gift",
    "gifts",
    "package",
    "packages",
    "blog",
    "caption",
    "post",
    "posts",
    "email",
    "flyer",
    "theme",
    "themed",
    "bundle",
    "discount",
];

/// Words before a day that tell when something happened or will happen.
const WHEN: &[&str] = &[
    "on",
    "since",
    "from",
    "until",
    "til",
    "till",
    "by",
    "before",
    "after",
    "around",
    "for",
    "to",
    "this",
    "next",
    "last",
    "coming",
    "past",
    "over",
    "thru",
    "and",
    "or",
    "el",
    "sa",
    "hasta",
    "desde",
    "seen",
    "due",
    "recheck",
    "start",
    "starts",
    "here",
    "came",
    "come",
    "coming",
    "appt",
    "visit",
    "see",
    "you",
    "u",
    "ya",
    "moved",
    "r",
    "s",
    "booked",
    "out",
    "again",
    "back",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "date",
    "dos",
];

/// Words before a number with a slash that make it a date.
const DATED: &[&str] = &[
    "on",
    "seen",
    "since",
    "from",
    "until",
    "til",
    "till",
    "by",
    "date",
    "dated",
    "dos",
    "doi",
    "f",
    "u",
    "fu",
    "labs",
    "last",
    "next",
    "recheck",
    "re-check",
    "rs",
    "r",
    "due",
    "before",
    "after",
    "starting",
    "start",
    "starts",
    "started",
    "booked",
    "appt",
    "appointment",
    "called",
    "texted",
    "emailed",
    "was",
    "is",
    "dob",
    "bday",
    "birthday",
    "prior",
    "previous",
    "visit",
    "seen",
    "moved",
    "rescheduled",
    "through",
    "thru",
    "around",
    "collected",
    "received",
    "signed",
    "placed",
    "done",
    "between",
    "and",
    "to",
    "us",
    "mri",
    "ct",
    "xray",
    "x-ray",
    "look",
];

/// What may follow a number with a slash only if it is a fraction, a score or a dose.
const MEASURED: &[&str] = &[
    "cc",
    "ml",
    "mls",
    "mg",
    "mcg",
    "unit",
    "units",
    "u",
    "iu",
    "syringe",
    "syringes",
    "vial",
    "vials",
    "of",
    "cm",
    "mm",
    "oz",
    "lb",
    "lbs",
    "kg",
    "tsp",
    "tbsp",
    "cup",
    "pain",
    "systolic",
    "diastolic",
    "murmur",
    "strength",
    "star",
    "stars",
    "scale",
    "session",
    "sessions",
    "sleeve",
    "bilaterally",
    "throughout",
    "reps",
    "sets",
    "x",
    "dose",
    "full",
    "in",
    "inch",
    "g",
    "gel",
    "needle",
    "and",
    "points",
    "pts",
    "tablet",
    "tablets",
    "tab",
    "tabs",
    "day",
    "days",
    "dilution",
    "ratio",
    "split",
    "page",
    "pages",
    "motor",
    "reflexes",
    "size",
];

/// What may stand before a number with a slash only if it is a fraction, a score or a dose.
const SCORED: &[&str] = &[
    "grade",
    "pain",
    "score",
    "scored",
    "scores",
    "rating",
    "rated",
    "rates",
    "strength",
    "level",
    "phq",
    "gad",
    "intensity",
    "worst",
    "best",
    "average",
    "least",
    "ratio",
    "page",
    "pg",
    "part",
    "step",
    "slide",
    "bp",
    "vision",
    "session",
    "sessions",
    "treatment",
    "tx",
    "reflexes",
    "motor",
    "muscle",
    "power",
    "murmur",
    "a",
    "about",
    "almost",
    "took",
    "used",
    "only",
    "roughly",
    "kit",
    "box",
    "blend",
    "biest",
    "mix",
    "lidocaine",
    "chapter",
    "item",
    "gauge",
];

/// What stands around a reading, in lower case.
struct Near<'a, 'p> {
    reader: &'a Reader<'p>,
    reading: &'a Reading,
    before: String,
    after: String,
}

impl<'a, 'p> Near<'a, 'p> {
    fn new(reader: &'a Reader<'p>, reading: &'a Reading) -> Near<'a, 'p> {
        let tokens = reader.page.tokens();
        let (start, end) = (tokens[reading.first].range.start, tokens[reading.end - 1].range.end);
        let before = reader.page.before(start, 48).to_lowercase();
        let after = reader.page.after(end, 32).to_lowercase();
        Near { reader, reading, before, after }
    }

    /// The `n`th word before the date on its line, `1` being the nearest, marks left out.
    fn word_before(&self, n: usize) -> &str {
        words_of(&self.before).rev().nth(n - 1).unwrap_or("")
    }

    /// The `n`th word after the date on its line.
    fn word_after(&self, n: usize) -> &str {
        words_of(&self.after).nth(n - 1).unwrap_or("")
    }

    /// Whether the nearest word before is one of these and no sentence ends between.
    fn follows(&self, words: &[&str]) -> bool {
        words.contains(&self.word_before(1))
    }

    /// Whether the text within the last `bytes` before the date, back to the last sentence end, holds one of these.
    fn has_before(&self, bytes: usize, words: &[&str]) -> bool {
        let clause = clause_before(&self.before);
        let mut from = clause.len().saturating_sub(bytes);
        while !clause.is_char_boundary(from) {
            from += 1;
        }
        holds_word(&clause[from..], words)
    }

    /// The mark or letter right before the date, white space left out.
    fn mark_before(&self) -> Option<char> {
        self.before.trim_end().chars().next_back()
    }

    /// The mark or letter right after the date, white space left out.
    fn mark_after(&self) -> Option<char> {
        self.after.trim_start().chars().next()
    }

    /// Whether the date fills a cell of a table or a field of a list.
    fn fills_a_cell(&self) -> bool {
        let left = self.mark_before().is_some_and(|c| matches!(c, '|' | ';' | '/' | ',' | '"' | '>'))
            || self.before.ends_with('\t')
            || self.before.ends_with("   ")
            || self.before.is_empty();
        let right = self.mark_after().is_some_and(|c| matches!(c, '|' | ';' | '/' | ',' | '"' | '<'))
            || self.after.starts_with('\t')
            || self.after.starts_with("   ")
            || self.after.is_empty();
        left && right && !(self.before.is_empty() && self.after.is_empty())
    }

    /// A birth keyword right before.
    fn says_birth(&self) -> bool {
        let tail = self.before.trim_end_matches(|c: char| !c.is_alphanumeric());
        let tail = tail.strip_suffix(" is").or_else(|| tail.strip_suffix(" on")).unwrap_or(tail);
        let tail = tail.trim_end_matches("'s").trim_end_matches(|c: char| !c.is_alphanumeric());
        let keyword = [
            "dob",
            "d.o.b",
            "d o b",
            "date of birth",
            "birth date",
            "birthdate",
            "birthday",
            "bday",
            "b-day",
            "born",
            "dob/sex",
            "birth_date",
            "date_of_birth",
            "fecha de nacimiento",
            "nacimiento",
            "nacido",
            "nacida",
            "day of birth",
        ];
        keyword.iter().any(|word| {
            tail.strip_suffix(word).is_some_and(|rest| !rest.chars().next_back().is_some_and(char::is_alphanumeric))
        })
    }

    /// Frequencies, revisions, expiries, offers and events of the house.
    fn says_nobody(&self) -> bool {
        let lead = self.word_before(1);
        if FREQUENCY.contains(&lead) || lead == "all" && self.reading.form != Form::BareMonth {
            return true;
        }
        if self.has_before(22, NOT_ABOUT_ANYBODY) || self.before.trim_end().ends_with('©') {
            return true;
        }
        let touching = self.after.starts_with(' ') || self.after.starts_with('-') || self.after.starts_with("'s ");
        let offered =
            OFFER.contains(&self.word_after(1)) || OFFER.contains(&self.word_after(2)) && self.word_after(1).len() > 4;
        touching && offered && !self.after.trim_start().starts_with(['.', ',', ';', ')', '|', '/'])
    }

    fn is_slash_date(&self) -> bool {
        if self.reading.weekday || self.reading.timed {
            return true;
        }
        let day = self.reader.number(self.reading.end - 1).map_or((0, 0), |day| day);
        let month = self.reader.number(self.reading.end - 3).map_or((0, 0), |month| month);
        let padded = day.0 < 10 && day.1 == 2 || month.0 < 10 && month.1 == 2;
        if self.after.starts_with('"') || self.after.starts_with(" \"") {
            return false;
        }
        let measured = MEASURED.contains(&self.word_after(1)) && !self.after.starts_with([',', '.', ';', ':', ')']);
        if !padded && (measured && !DATED.contains(&self.word_before(1)) || self.is_scored()) {
            return false;
        }
        let like_a_fraction = month.0 <= day.0 && matches!(day.0, 2 | 3 | 4 | 5 | 6 | 8 | 10) && !padded;
        if !like_a_fraction {
            return true;
        }
        let enclosed = self.before.ends_with('(') && self.after.starts_with(')');
        self.follows(DATED) || self.fills_a_cell() || enclosed
    }

    /// Whether a scale, a dose or a count stands before.
    fn is_scored(&self) -> bool {
        SCORED.contains(&self.word_before(1)) || self.before.ends_with("- ") && SCORED.contains(&self.word_before(2))
    }

    fn is_hyphen_date(&self) -> bool {
        if self.reading.weekday {
            // `Fri 9-5` is when somebody is open.
            return false;
        }
        let dated = self.follows(&["on", "seen", "since", "date", "dos", "visit", "f", "u", "fu", "appt", "dated"]);
        let measured = MEASURED.contains(&self.word_after(1));
        (dated || self.fills_a_cell() && self.mark_before().is_some()) && !measured && !self.after.starts_with(" week")
    }

    fn is_month_and_year(&self) -> bool {
        !self.is_scored() && self.mark_before() != Some('=')
    }

    /// `may 2 units` and the like are no dates.
    fn is_month_and_day(&self) -> bool {
        let month = self.reader.raw(self.reading.first);
        let measured =
            MEASURED.contains(&self.word_after(1)) && self.word_after(1) != "and" && self.word_after(1) != "in";
        let verb = matches!(month, "may" | "march" | "mar") && !self.reading.weekday;
        !(verb && (measured || self.word_after(1).starts_with("week") || self.word_after(1).starts_with("minute")))
    }

    /// A month needs a word that makes it a time, or other dates beside it.
    fn is_bare_month(&self, listed: bool) -> bool {
        let raw = self.reader.raw(self.reading.end - 1);
        let word = raw.to_lowercase();
        let name_follows = self.after.starts_with(' ')
            && self.reader.shape(self.reading.end) == Shape::Capital
            && words::month(&self.reader.lower(self.reading.end)).is_none();
        let led = self.reading.first + 1 < self.reading.end && raw != ".";
        if matches!(word.as_str(), "mar" | "sep" | "jun") && raw == word {
            return false;
        }
        let clear = !words::is_doubtful_month(&word) || raw != word;
        let firm =
            ["in", "since", "until", "til", "till", "during", "back in", "around", "en", "desde", "hasta", "mid"];
        let loose = ["by", "from", "to", "through", "thru", "before", "after", "early", "late", "of", "end", "para"];
        if self.follows(&firm) && self.word_before(1) != "of" {
            return !self.is_promotional_month();
        }
        if (self.follows(&loose) || led) && clear && !name_follows {
            let part_of_month = self.word_before(1) != "of" || self.follows_end_of();
            return part_of_month && !self.is_promotional_month();
        }
        let next = self.reader.lower(self.reading.end);
        let joins = matches!(next.as_str(), "," | "and" | "or" | "&")
            && words::month(&self.reader.lower(self.reading.end + 1)).is_some();
        clear
            && (listed
                || joins && self.mark_before() == Some(',')
                || self.fills_a_cell() && raw != word && !name_follows)
    }

    /// `at the end of October`.
    fn follows_end_of(&self) -> bool {
        matches!(self.word_before(2), "end" | "start" | "beginning" | "middle" | "rest" | "week" | "part" | "half")
    }

    /// `awareness month`, `in May we`, `this June enjoy`.
    fn is_promotional_month(&self) -> bool {
        matches!(self.word_after(1), "we" | "enjoy" | "awareness" | "our" | "only" | "save" | "get" | "at")
            && !self.reader.lower(self.reading.first).starts_with("last")
            && self.after.starts_with([' ', ','])
    }

    fn is_spoken(&self) -> bool {
        let alone = self.reading.weekday || self.reader.raw(self.reading.first) != "may";
        alone && !matches!(self.word_after(1), "time" | "session" | "visit" | "of" | "grade")
    }

    /// Opening hours, ranges of weekdays and named marketing days are nobody's.
    fn is_weekday(&self) -> bool {
        let next = self.reading.end;
        let previous = self.reading.first.checked_sub(1).map_or(String::new(), |i| self.reader.lower(i));
        let moved = holds_word(
            &self.before,
            &[
                "moved",
                "move",
                "from",
                "reschedule",
                "rescheduled",
                "change",
                "changed",
                "switch",
                "push",
                "pushed",
                "bump",
                "bumped",
                "del",
            ],
        );
        let is_weekday = |i: usize| words::weekday(&self.reader.lower(i)).is_some();
        let ranges_on = matches!(self.reader.lower(next).as_str(), "-" | "–" | "—" | "/" | "&" | "through" | "thru")
            && is_weekday(next + 1)
            || self.reader.lower(next) == "to" && is_weekday(next + 1) && !moved
            || self.reader.raw(next) == "."
                && matches!(self.reader.lower(next + 1).as_str(), "-" | "–")
                && is_weekday(next + 2);
        let ranged = matches!(previous.as_str(), "-" | "–" | "—" | "/" | "&" | "through" | "thru")
            && self.reading.first >= 2
            && (is_weekday(self.reading.first - 2) || is_weekday(self.reading.first.saturating_sub(3)))
            || previous == "to" && is_weekday(self.reading.first.saturating_sub(2)) && !moved;
        if ranges_on || ranged || self.is_opening_hours() || self.is_marketing_day() {
            return false;
        }
        let repeated = matches!(self.word_after(1), "nights" | "mornings" | "evenings" | "afternoons" | "closed");
        !(repeated && self.after.starts_with([' ', ':', ','])) && self.word_before(1) != "on alternate"
    }

    /// `Tuesday 10 to 7`, `Sat: 9-2`, `Sunday: by appointment`.
    fn is_opening_hours(&self) -> bool {
        let rest = self.after.trim_start_matches([' ', ':', ',', '.', '|', '\t', '(']);
        if rest.starts_with("by appointment") || rest.starts_with("by appt") || rest.starts_with("closed") {
            return true;
        }
        let tokens = self.reader.page.tokens();
        let last =
            &self.reader.page.text()[tokens[self.reading.first].range.start..tokens[self.reading.end - 1].range.end];
        if self.reading.timed && last.contains(['-', '–']) {
            return true;
        }
        let mut parts = rest.splitn(2, ['-', '–', 't', '—']);
        let hour = parts.next().unwrap_or("").trim();
        let then = parts.next().unwrap_or("").trim_start_matches(['o', ' ']);
        let is_hour = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
        let short = hour.len() <= 8 && hour.chars().all(|c| c.is_ascii_digit() || ":. apm".contains(c));
        is_hour(hour) && short && is_hour(then)
    }

    /// `Tox Tuesday`, `Wellness Wednesday`.
    fn is_marketing_day(&self) -> bool {
        const SERIES: &[&str] = &[
            "tox",
            "botox",
            "throwback",
            "transformation",
            "taco",
            "tip",
            "treatment",
            "trivia",
            "wellness",
            "wine",
            "wrinkle",
            "filler",
            "facial",
            "flashback",
            "motivation",
            "makeover",
            "mani",
            "microneedling",
            "self-care",
            "selfcare",
            "skincare",
            "sculpt",
            "thirsty",
            "giving",
            "small business",
            "beauty",
            "glow",
            "frown",
        ];
        self.reader.raw(self.reading.first).starts_with(char::is_uppercase)
            && (SERIES.contains(&self.word_before(1)) || self.before.trim_end().ends_with("self-care"))
            && self.before.ends_with(' ')
    }

    /// `sat` and its like need a time, a preposition, a capital in a list, or the head of a line.
    fn fits_a_day(&self) -> bool {
        if self.reading.timed || self.reading.end - self.reading.first > 1 {
            return true;
        }
        let raw = self.reader.raw(self.reading.first);
        let sun_or_sat = matches!(raw.to_lowercase().as_str(), "sun" | "sat");
        let preposition = matches!(self.word_before(1), "for" | "to" | "and" | "or" | "out" | "from" | "after" | "you");
        if sun_or_sat
            && (preposition
                || raw.chars().all(char::is_lowercase)
                    && !self.follows(&["on", "until", "til", "till", "by", "this", "next", "last"]))
        {
            let closes = self.after.trim().is_empty() || self.after.starts_with(['?', '!', '.', ',']);
            return raw.chars().any(char::is_uppercase) && closes && self.follows(WHEN);
        }
        let opens_line = self.before.trim_matches(|c: char| !c.is_alphanumeric()).is_empty() && !self.after.is_empty();
        let capital = raw.starts_with(char::is_uppercase) && raw[1..].chars().all(char::is_lowercase);
        let colon = self.after.starts_with(':');
        self.follows(WHEN)
            || self.fills_a_cell()
            || colon
            || capital && !sun_or_sat && !opens_line
            || opens_line && self.after.starts_with("  ")
    }

    /// A day of the month alone: what follows must not be the thing that is counted.
    fn is_ordinal(&self) -> bool {
        let prepositions = [
            "on", "by", "from", "until", "til", "till", "since", "for", "except", "after", "before", "to", "is", "was",
            "around", "like", "between", "and", "of", "through",
        ];
        if !prepositions.contains(&self.word_before(2)) {
            return false;
        }
        let counted = self.after.starts_with(' ') || self.after.starts_with('-');
        let goes_on = [
            "",
            "at",
            "for",
            "with",
            "and",
            "or",
            "to",
            "but",
            "is",
            "because",
            "if",
            "so",
            "when",
            "from",
            "she",
            "he",
            "i",
            "we",
            "they",
            "please",
            "pls",
            "instead",
            "around",
            "after",
            "before",
            "in",
            "morning",
            "afternoon",
            "evening",
            "by",
            "via",
            "works",
            "was",
            "then",
            "also",
            "as",
            "due",
            "it",
            "you",
            "thanks",
            "thx",
            "period",
            "about",
            "until",
            "will",
            "would",
            "who",
            "that",
            "this",
            "no",
            "not",
            "he's",
            "she's",
            "just",
            "only",
        ];
        let spoken = self.reader.shape(self.reading.first) != Shape::Alnum;
        if spoken && !matches!(self.word_before(2), "on" | "since" | "until" | "till" | "til" | "by") {
            return false;
        }
        if matches!(self.word_after(1), "of") || self.after.trim_start().starts_with("monthly") {
            return false;
        }
        self.reading.timed
            || !counted
            || goes_on.contains(&self.word_after(1))
            || !self.after.trim_start().starts_with(char::is_alphanumeric)
    }

    /// `mañana` is also the morning, and a better tomorrow is nobody's.
    fn is_relative(&self) -> bool {
        let word = self.reader.lower(self.reading.first);
        if word == "mañana" {
            return !self.follows(&["la", "las"]);
        }
        !self.follows(&["better", "brighter", "of", "today", "like"])
    }

    /// A holiday counts as the day of an event, not as the reason of an offer.
    fn is_holiday(&self) -> bool {
        let lead = self.word_before(1);
        let happened = [
            "on", "over", "since", "last", "until", "til", "till", "before", "after", "around", "during", "her", "his",
            "by", "one", "past",
        ];
        if happened.contains(&lead) || self.reader.lower(self.reading.first) == "last" {
            return !self.before.contains("closed");
        }
        let offered = [
            "for", "happy", "merry", "our", "the", "a", "best", "annual", "this", "holiday", "of", "are", "your",
            "with", "and",
        ];
        let shut = holds_word(&self.after, &["closed", "hours", "sale", "special"])
            || holds_word(&self.before, &["closed", "happy"]);
        !offered.contains(&lead) && !shut && !self.before.trim().is_empty() || self.after.starts_with(", ye")
    }
}

/// The words of a text: letters, digits and inner apostrophes.
fn words_of(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty())
}

/// The part of the text behind its last sentence end or cell border.
fn clause_before(text: &str) -> &str {
    let cut = [". ", "; ", "! ", "? ", "|", "\t"].iter().filter_map(|end| {
        let at = text.rfind(end)?;
        // A full stop behind an abbreviation such as "Rev." ends nothing.
        let abbreviation =
            *end == ". " && text[..at].rsplit(|c: char| !c.is_alphanumeric()).next().is_some_and(|w| w.len() <= 4);
        (!abbreviation).then_some(at + end.len())
    });
    &text[cut.max().unwrap_or(0)..]
}

/// Whether the text holds one of `words` as whole words.
fn holds_word(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| {
        text.match_indices(word).any(|(at, _)| {
            let left = text[..at].chars().next_back();
            let right = text[at + word.len()..].chars().next();
            !left.is_some_and(char::is_alphanumeric) && !right.is_some_and(char::is_alphanumeric)
        })
    })
}
