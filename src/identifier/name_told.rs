//! Names that only the words beside them tell: what somebody goes by, whom a pronoun takes up again, of which a writer
//! says that it is a name. Nicknames and names that are words ("Story", "Major") are known by nothing else.

use super::label::name_in;
use super::wordlist::is_one_of;
use super::{Match, Near, Pattern};
use crate::lexicon::{self, Class, Entry};

/// What somebody is called.
pub(super) const CALLED: Pattern = Pattern {
    rule: "name/called",
    why: "It stands behind words for what somebody is called, such as \"goes by\".",
    regex: r#"(?-u:\b)(?:(?i:goes by|go by|going by|went by|nicknamed|nickname:?|aka|likes to be called|prefers to be called|prefers|preferred(?: name)?:?|se hace llamar|le dicen|le decimos)(?i: the name| name| just)?|(?i:call|calls|called) (?i:herself|himself|her|him|me))(?: |:? {1,3})["']?(?P<id>[A-Za-z](?-u:[A-Za-z'-]{0,18}))"#,
    #[rustfmt::skip]
    near: Near::Begins(&[
        "aka", "call her*", "call him*", "call me", "called her*", "called him*", "called me", "calls her*", "calls him*",
        "calls me", "go by", "goes by", "going by", "le decimos", "le dicen", "likes to be*", "nickname*", "preferred*",
        "prefers", "prefers to be*", "se hace*", "went by",
    ]),
    confidence: 0.95,
    accept: is_called,
};

/// Who says their own name, or whose name is said.
pub(super) const INTRODUCED: Pattern = Pattern {
    rule: "name/introduced",
    why: "It stands behind words that say what somebody's name is.",
    regex: r"(?-u:\b)(?:(?i:my|her|his|their|real|full|first|last|legal|maiden|patient['’]?s|client['’]?s|caller['’]?s) (?i:name is|name['’]s)(?i: actually)?|(?i:someone|somebody|client|patient|pt|guest|caller|lady|woman|man|guy|girl|boy|kid|child|daughter|son|sister|brother|friend|neighbor|coworker|husband|wife|baby) named|by the name of) (?P<id>[A-ZÀ-ÞĐŁŚŠŽ][^\s,.;:!?()0-9]{1,20}(?: [A-ZÀ-ÞĐŁŚŠŽ][^\s,.;:!?()0-9]{0,20}){0,3})",
    near: Near::Words(&[" name is ", " name's ", " name’s ", " named ", "by the name of "]),
    confidence: 0.95,
    accept: |m| m.text().split(' ').all(|word| !is_function_word(word) && !lexicon::lookup(word).is(Class::Brand)),
};

/// What somebody goes by, told behind it.
pub(super) const GOES_BY: Pattern = Pattern {
    rule: "name/goes-by",
    why: "Words behind it say that somebody goes by it.",
    regex: r#"(?-u:\b)(?P<id>[A-Z][A-Za-z'’-]{1,15})["',]{0,2} (?:is what )?(?i:he|she|they) (?i:goes|go|went) by(?-u:\b)"#,
    near: Near::Words(&[" goes by", " go by", " went by"]),
    confidence: 0.95,
    accept: |m| !is_function_word(m.text()),
};

/// A given name in quotation marks, as a tattoo has it.
pub(super) const QUOTED: Pattern = Pattern {
    rule: "name/quoted",
    why: "It is a given name in quotation marks.",
    regex: r#"[ (]["'](?P<id>[A-Za-z](?-u:[a-z]{3,13}))["'](?:[ .,;:)]|$)"#,
    near: Near::Words(&[" \"", " '", "(\"", "('"]),
    confidence: 0.6,
    accept: |m| {
        let entry = lexicon::lookup(m.text());
        entry.given() >= 6 && entry.common() < 3 && !entry.is(Class::Brand) && !entry.is(Class::State)
    },
};

/// What somebody asks to be called, in German.
pub(super) const GERMAN_NICKNAME: Pattern = Pattern {
    rule: "name/genannt",
    why: "Words around it say that somebody wants to be called so.",
    regex: r#"(?-u:\b)(?i:bitte|wird|will|möchte) (?P<id>[A-ZÄÖÜ][A-Za-zäöüß'-]{1,15}) (?i:nennen|genannt)(?-u:\b)"#,
    near: Near::Words(&[" nennen", " genannt"]),
    confidence: 0.95,
    accept: |m| !is_function_word(m.text()),
};

/// Where somebody hails from, as below reviews.
pub(super) const HAILS: Pattern = Pattern {
    rule: "name/hails",
    why: "A town with its state says where they are from.",
    regex: r"(?-u:\b)(?P<id>[A-Z][a-zÀ-ɏ'’-]{1,15} [A-Z]\.?) from [A-Z][a-zÀ-ɏ'’.-]{1,15}(?: [A-Z][a-z]{1,15}){0,2}, [A-Z][A-Za-z]",
    near: Near::Words(&[" from "]),
    confidence: 0.98,
    accept: |m| !is_function_word(m.text().split(' ').next().unwrap_or_default()),
};

/// Whom a pronoun takes up again.
pub(super) const TAKEN_UP: Pattern = Pattern {
    rule: "name/taken-up",
    why: "\"She\" or \"he\" takes it up right behind.",
    regex: r"(?-u:\b)(?i:for|to|with|text|txt|remind|tell|email|message|about) (?P<id>[A-Z](?-u:[A-Za-z'-]{1,15}))[?!,] (?i:she|he)(?:['’]?s|S| is| was| wants| needs| had| has| got| missed| booked| came)(?-u:\b)",
    #[rustfmt::skip]
    near: Near::Words(&["? she", "? he", "! she", "! he", ", she", ", he"]),
    confidence: 0.9,
    accept: |m| is_borne(m.text(), 1),
};

/// What a writer says is a name.
pub(super) const SAID: Pattern = Pattern {
    rule: "name/said",
    why: "The writer says that it is a name.",
    regex: r"(?-u:\b)(?P<id>[A-Za-z](?-u:[A-Za-z'-]{1,15}))(?: ?[,(–—-]{1,2} ?(?i:yes,? |yep,? |really,? )?(?i:that|it)(?i:['’]?s| is)(?i: really| actually)? (?i:her|his|their|the patient['’]?s|the client['’]?s|a)| is (?i:her|his|their|the patient['’]?s|the client['’]?s))(?i: real| actual| first| last| given| legal| family| full){0,2} (?i:name|surname|nickname)(?-u:\b)",
    near: Near::Words(&[" name", " surname", " nickname"]),
    confidence: 0.95,
    accept: |m| !is_function_word(m.text()) && !lexicon::lookup(m.text()).is(Class::Brand),
};

/// A word that is a name too, at the head of a sentence, and does what only a client does.
pub(super) const COMES: Pattern = Pattern {
    rule: "name/comes",
    why: "A word that is a name too does here what only a client does.",
    regex: r"(?m)(?:^|[.!?] |: )(?P<id>[A-Za-z](?-u:[A-Za-z'-]{1,14})) (?i:has |just |is |may be |might be )?(?i:no[- ]?show(?:ed|s)?|cancell?ed (?:her|his|again)|came in|called about (?:her|his)|wants (?:her|his)|needs (?:her|his)|due for (?:her|his)|missed (?:her|his)|resched(?:uled)? (?:her|his)|moved (?:her|his)|late for (?:her|his)|here for (?:her|his))(?-u:\b)",
    #[rustfmt::skip]
    near: Near::Words(&[
        "no-show", "no show", "noshow", "canceled h", "cancelled h", "cancelled again", "canceled again", "came in",
        "called about h", "wants h", "needs h", "due for h", "missed h", "resched h", "rescheduled h", "moved h",
        "late for h", "here for h",
    ]),
    confidence: 0.92,
    accept: is_coming,
};

/// Whose care is spoken of: `Magnolia's chemical peel`.
pub(super) const IN_CARE: Pattern = Pattern {
    rule: "name/in-care",
    why: "A treatment or a visit is said to be that person's.",
    regex: r"(?-u:\b)(?P<id>[A-Z](?-u:[A-Za-z-]{1,15}))(?:['’][sS]) (?i:(?:first|second|third|next|last|lip|chemical|laser|breast) )?(?i:implants?|peel|tox|botox|filler|facial|bleph|facelift|consult|consent|intake|appointment|appt|touch[- ]?up|follow[- ]?up|hydrafacial|microneedling|laser|chart|membership|deposit|mole|biopsy|surgery|stitches|refill|labs)(?-u:\b)",
    #[rustfmt::skip]
    near: Near::Words(&[
        "'s peel", "'s tox", "'s botox", "'s filler", "'s facial", "'s bleph", "'s facelift", "'s consult",
        "'s consent", "'s intake", "'s app", "'s touch", "'s follow", "'s hydrafacial", "'s micro", "'s laser",
        "'s chart", "'s membership", "'s deposit", "'s mole", "'s biopsy", "'s surgery", "'s stitches", "'s refill",
        "'s labs", "'s first", "'s second", "'s third", "'s next", "'s last", "'s lip", "'s chemical",
        "'s breast", "'s implant",
    ]),
    confidence: 0.85,
    accept: |m| is_borne(m.text(), 3),
};

/// A name set beside the patient of a clinician's question.
pub(super) const APPOSED: Pattern = Pattern {
    rule: "name/apposed",
    why: "It stands beside the age of a patient and before what happened to that patient.",
    regex: r"(?-u:\b)[0-9]{1,3}[ -]?(?i:year[ -]old|yr[ -]?old|yrs old|y/o|yo)(?-u:\b)[^.;:\n]{0,100}?, (?:(?i:patient|named|mr\.?|mrs\.?|ms\.?) )?(?P<id>[A-Z][a-z]{1,14} (?:[A-Z]\. )?[A-Z][a-z]{1,14}),? (?:who|seen|admitted|evaluated|discharged|presented|presenting|diagnosed|treated|transferred|referred|hospitalized|followed)(?-u:\b)",
    near: Near::Words(&["year-old", "year old", "yr old", "yr-old", "yrs old", "y/o", "yo "]),
    confidence: 0.85,
    accept: is_apposed,
};

/// A name before the age of whom it names: `for Jane Doe, a 58-year-old`.
pub(super) const AGED: Pattern = Pattern {
    rule: "name/aged",
    why: "An age stands right behind it.",
    regex: r"(?-u:\b)(?P<id>[A-Z][a-z]{1,14} (?:[A-Z]\. )?[A-Z][a-z]{1,14}),? (?:an? |age |aged |who is an? )?[0-9]{1,3}[ -]?(?:year[ -]old|yr[ -]?old|yrs old|y/o|yo(?-u:\b))",
    near: Near::Words(&["year-old", "year old", "yr old", "yr-old", "yrs old", "y/o", "yo "]),
    confidence: 0.92,
    accept: is_apposed,
};

/// Whom a short message addresses in its request: `txt 2 jo: ur labs are back`.
pub(super) const TEXTED: Pattern = Pattern {
    rule: "name/texted",
    why: "A request to write to somebody stands before it, and a message behind it.",
    regex: r#"(?-u:\b)(?i:txt|text|sms|msg|message|dm|remind|tell|reply)(?i: back)?(?i: 2| to| for)? (?P<id>[A-Za-z](?-u:[A-Za-z]{1,11}))[:;] ?["'“]?(?i:ur|your|you|u|hi|hey|we)(?-u:\b)"#,
    near: Near::Begins(&["dm", "message", "msg", "remind", "reply", "sms", "tell", "text", "txt"]),
    confidence: 0.92,
    accept: is_texted,
};

/// Whom a card wishes well.
pub(super) const WISHED: Pattern = Pattern {
    rule: "name/wished",
    why: "A wish stands before it.",
    regex: r"(?-u:\b)(?i:get well(?: soon)?|happy (?:birthday|bday)|congrats|congratulations|welcome back|thinking of you),? (?P<id>[A-Z](?-u:[a-z'-]{1,15}))[!,.]",
    near: Near::Words(&["get well", "happy b", "congrat", "welcome back", "thinking of you"]),
    confidence: 0.9,
    accept: |m| is_borne(m.text(), 3),
};

/// Who was handed something on a day.
pub(super) const HANDED: Pattern = Pattern {
    rule: "name/handed",
    why: "Something was handed to somebody, and a day stands behind.",
    regex: r"(?-u:\b)(?i:handed|given|released|dispensed)(?i: over)? to (?P<id>[A-Z](?-u:[a-z'-]{2,15})) (?:on )?[0-9]{1,2}/[0-9]{1,2}",
    near: Near::Words(&["handed", "given", "released", "dispensed"]),
    confidence: 0.9,
    // A word that is hardly used otherwise is a name here.
    accept: |m| is_borne(m.text(), 0) && lexicon::lookup(m.text()).common() < 4,
};

/// Whether a rule finds names by what the words beside them say of them.
pub(crate) fn is_told(rule: &str) -> bool {
    [CALLED, TAKEN_UP, SAID, COMES, IN_CARE, APPOSED, AGED, TEXTED, WISHED, HANDED]
        .iter()
        .any(|pattern| pattern.rule == rule)
}

/// Words that stand behind "goes by" and "text to" and name nobody.
const FUNCTION_WORDS: &str = "a, an, the, her, his, their, my, our, your, its, she, he, it, they, we, you, me, him, them, us, \
    i, what, this, that, these, those, there, here, fast, quickly, slow, slowly, so, too, very, without, with, in, on, at, \
    to, for, from, of, by, and, or, but, if, when, now, then, back, again, first, last, middle, initials, name, names, \
    time, times, text, phone, email, mail, method, contact, language, provider, providers, pronouns, pronoun, day, days, \
    window, appointment, pharmacy, which, how, many, both, either, any, all, one, two, three, no, not, yes, asap, today, \
    tomorrow, weight, feel, ref, code, room, everyone, everybody, someone, anyone, nobody, folks, people, guys, ladies, \
    team, staff, clients, patients, guests, members, lead, leads, reply, line, message, is, was, be, being, as, late, \
    mornings, evenings, afternoons, weekends, title, titles, word, words, brand, product, dr, doctor, ms, mrs, mr, miss, \
    legal, real, full, given, family, also, baby, babe, kiddo, hubby, girl, boy, nothing, something, anything, whatever, \
    else, just, only, really, actually, immediately, soon, later, once, same, most";

fn is_function_word(word: &str) -> bool {
    is_one_of(FUNCTION_WORDS, &word.to_lowercase())
}

/// Whether a list has a word as a thing, a place of the calendar or a role, and hardly as a name.
fn is_thing(entry: Entry) -> bool {
    const THINGS: [Class; 13] = [
        Class::Brand,
        Class::Health,
        Class::Drug,
        Class::Organization,
        Class::Role,
        Class::Label,
        Class::Greeting,
        Class::Abbreviation,
        Class::Credential,
        Class::Facility,
        Class::State,
        Class::Country,
        Class::Title,
    ];
    let always = [Class::Holiday, Class::Weekday, Class::Relative].iter().any(|class| entry.is(*class));
    always || THINGS.iter().any(|class| entry.is(*class)) && entry.given() < 5
}

/// Whether people bear a word as their given name, at least so often.
fn is_borne(word: &str, least: u8) -> bool {
    let entry = lexicon::lookup(word);
    let town = entry.city() > entry.given() + 2;
    u32::from(entry.given()) >= u32::from(least) && !is_thing(entry) && !is_function_word(word) && !town
}

/// Whether who comes or stays away is somebody: most things come in as well, and a line in small letters begins with any word.
fn is_coming(m: &Match<'_>) -> bool {
    let small = m.text().starts_with(char::is_lowercase);
    let opens = m.before(2).trim().is_empty();
    let entry = lexicon::lookup(m.text());
    let arrives = m.after(9).to_lowercase().starts_with(" came in");
    let frequent = if small || arrives { 5 } else { 3 };
    is_borne(m.text(), frequent) && (!small || opens && entry.given() + 4 >= entry.common())
}

/// Whether what somebody is called is a name: capitalised or in quotes, or behind words for names alone.
fn is_called(m: &Match<'_>) -> bool {
    let word = m.text();
    let lead = m.page.text()[m.groups.whole().start..m.range.start].to_lowercase();
    let sure = lead.contains("go") && lead.contains(" by") || lead.contains("to be called") || lead.contains("went by");
    let named =
        lead.contains("nick") || lead.contains("preferred name") || lead.contains("le d") || lead.contains("se hace");
    let capital = word.starts_with(char::is_uppercase);
    let quoted = m.before(1).contains(['"', '\'', '“']);
    let alone = !m.after(1).starts_with(|c: char| c.is_alphanumeric());
    let known = sure || capital && (quoted || named || name_in(word).is_some() && word.len() > 1);
    // "Preferred: Matty" is told of somebody; "prefers Dysport" and "preferred Vendor" of no name.
    let preference = lead.starts_with("prefer") && !lead.contains("called");
    let preferred = !preference || is_borne(word, 2) && capital;
    let shouted = word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase()) && lead.starts_with("aka");
    known && preferred && alone && !shouted && !is_function_word(word) && !is_thing(lexicon::lookup(word))
}

/// Whether both words beside a patient's age are a name, and no disease or hospital.
fn is_apposed(m: &Match<'_>) -> bool {
    let mut words = m.text().split(' ').filter(|word| !word.ends_with('.'));
    let (Some(given), Some(family)) = (words.next(), words.next()) else { return false };
    let (first, last) = (lexicon::lookup(given), lexicon::lookup(family));
    // `DOE` is an abbreviation of clinicians as well: here it is two words, and no list has both as a thing.
    const THINGS: [Class; 8] = [
        Class::Brand,
        Class::Health,
        Class::Drug,
        Class::Organization,
        Class::Role,
        Class::Credential,
        Class::Facility,
        Class::NamedFacility,
    ];
    let thing = |entry: Entry| THINGS.iter().any(|class| entry.is(*class)) && entry.given().max(entry.surname()) < 8;
    first.given() >= 3 && (last.surname() >= 2 || last.is_empty()) && !thing(first) && !thing(last)
}

/// Whether somebody is written to: a name in capitals or small letters, or letters that are no word.
fn is_texted(m: &Match<'_>) -> bool {
    let entry = lexicon::lookup(m.text());
    let letters = m.text().len() <= 3 && entry.common() <= 4 && !is_thing(entry);
    let capital = m.text().starts_with(char::is_uppercase);
    let borne = entry.given().max(entry.surname()) >= if capital { 1 } else { entry.common().max(1) };
    !is_function_word(m.text()) && !is_thing(entry) && (letters || borne)
}

#[cfg(test)]
mod tests {
    use super::super::name::RECOGNIZER;
    use crate::identifier::table::check;

    #[test]
    fn names_that_the_words_beside_them_tell() {
        check(
            &RECOGNIZER,
            &[
                "she goes by ⟦Biscuit⟧ and wants her brows done",
                "Caller: yes, my name is ⟦Đoan Trang Lê⟧, about the peel",
                "her name's ⟦Odell⟧ and she is late",
                "a client named ⟦Story⟧ wants her money back",
                "the man with the eagle, ⟦Dutch⟧ he goes by, wants it off",
                "\"⟦Odell K.⟧ from Tulsa, OK: they were late twice.\"",
                "the client goes by ⟦q⟧, her lashes are at 3",
                "CAN U DO A REMINDER FOR ⟦Journey⟧? SHE IS DUE FOR LASER",
                "a note for ⟦Story⟧? shes the one with the peel",
                "swelling on ⟦MAJOR⟧ - yes thats his last name",
                "⟦Justice⟧ (yes, that's her real name) booked a peel",
                "⟦JUSTICE⟧ NO SHOWED AGAIN. FEE LETTER",
                "⟦May⟧ came in for lips.",
                "⟦hope⟧ wants her units from last time",
                "turn ⟦Magnolia⟧'s chemical peel on the 3rd into a haiku",
                "Which drug for ⟦Jane Doe⟧, a 58-year-old woman with CKD?",
                "Plan for a 61-year-old man with gout, ⟦John Smith⟧, who was admitted twice?",
                "txt 2 ⟦kz⟧: ur hep panel came back fine",
                "a small '⟦valentina⟧' in script on the ankle",
                "we all signed it: Get well soon, ⟦Danny⟧!",
                "one kit, handed to ⟦Keahi⟧ 3/9",
                "⟦Ngozi⟧'s implants, put in last year",
                "sie will ⟦Lotti⟧ genannt werden",
            ],
        );
    }

    #[test]
    fn words_that_name_nobody() {
        check(
            &RECOGNIZER,
            &[
                "time goes by fast after a peel",
                "Hope you're well! Hope this helps.",
                "time flew, it goes by so fast",
                "her name is on the list, the product's name is Botox",
                "she prefers Dysport to Botox",
                "preferred vendor: Allergan",
                "call her back about the peel",
                "text clients: your balance is due",
                "explain Botox to Grandma. She's scared",
                "Shipment came in late.",
                "Client came in for lips.",
                "order came in late",
                "Allergan's filler, Mother's facial, Valentine's peel",
                "baby wants her bottle",
                "a 61-year-old man with gout, Crohn disease, who was admitted",
                "the lip flip is a nickname for it",
            ],
        );
    }
}
