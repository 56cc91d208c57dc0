//! Decides which matches of the address patterns are places, by their words and their neighbours.

use crate::identifier::Match;
use crate::identifier::wordlist::{holds, is_one_of};
use crate::lexicon::{self, Class};

/// Words that name no place, though they stand before one.
const GENERIC: &str = "a, an, the, our, your, my, her, his, their, this, that, any, each, every, which, same, another, \
    other, local, nearest, nearby, main, new, old, next, last, first, free, best, top, private, public, mental, \
    behavioral, oral, dental, women's, men's, skin, laser, med, medical, spa, aesthetic, aesthetics, cosmetic, weight, \
    loss, hair, botox, filler, iv, hormone, mobile, patient, patients, client, staff, team, policy, front, desk, \
    hospital, clinic, clinics, outpatient, inpatient, day, home, primary, urgent, emergency, specialty, compounding, \
    pop-up, virtual, telehealth, online, in-office, busy, small, large, independent, teaching, rural, acute, pre-op, \
    post-op, outside, referring, call, visit, see, contact, if, for, at, from, to, in, no, not, good, great, about, \
    welcome, when, where, why, how, what, and, or, with, by, training, injection, injectable, neurotoxin, wellness, \
    health, beauty, surgery, surgical, plastic, dermatology, general, family, internal, personal, occupational, \
    environmental, global, total, digital, gut, sexual, eye, foot, heart, bone, brain, reproductive, holistic, \
    integrative, functional, regenerative, dear, hi, hello, different, previous, prior, current, facial, fake, \
    example, sample, retail, corporate, downtown, university, children's, community, high, middle, night, ambulatory, \
    american, national, society, board, association, academy, journal, department, division, bureau, master, \
    bachelor, annual, advanced, certified, licensed, modern, premier, professional, monthly, quarterly, ask, pay, go, \
    use, find, avoid, bill, open, own, hand, pulmonary, medicine, pain, sleep, headache, cardiology, orthopedic, \
    neurology, oncology, pediatric, psychiatry, allergy, diabetes, wound, spine, sports, urology, infusion, travel, \
    fertility, vein, lash, brow, lip, nursing, human, social, united, customer, armed, marine";

/// Words after a facility that make it a heading or a thing of its own.
const NOT_A_VISIT: &str = "policy, policies, stay, admission, admissions, discharge, bill, staff, grade, setting, \
    records, page, article, study, guideline, website, handout";

/// Words that a street's name does not hold: `20 minutes down the road`.
const NO_STREET: &str = "minute, minutes, min, mins, hour, hours, block, blocks, mile, miles, the, a, an, of, down, up, \
    from, for, to, in, on, at, by, and, or, is, was, with, that, this, my, her, his, our, your, day, days, week, weeks, \
    month, year, years, units, unit, mg, ml, cc, patients, clients, people, more, less, other, way, side, per, any, no, \
    which, long, short, feet, pm, am, syringe, syringes, dose, if, it, she, he, they, we, i, you, x, percent, dollars, \
    each, step, steps, times, out, off, line, laser, botox, filler, lip";

/// First words after `seen at` that are no place.
const NO_PLACE: &str = "dr, mr, mrs, ms, doctor, nurse, i, she, he, we, bmi, er, ed, icu, or, monday, tuesday, \
    wednesday, thursday, friday, saturday, sunday, botox, chatgpt, claude, english, spanish, glp-1, u, ct, mri, today, \
    room, patient, pt, clinic, office, hospital";

/// States whose abbreviation is also a credential or a word.
const NOT_ONLY_STATES: &str = "MD, PA, MA, DC, ND, MS, AL, OR, IN, ME, OK, HI, PR, CO, DE, MO, AA, AE, AP, VI, MT, ID";

/// Whether every word before the last is a generic one, so that no place is named.
pub(super) fn is_generic(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let named = words.len().saturating_sub(1).max(1);
    words.iter().take(named).all(|word| is_generic_word(word))
}

fn is_generic_word(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().replace('’', "'");
    word.is_empty() || is_one_of(GENERIC, &word)
}

/// Whether the word after `of` is a subject and not a place: `School of Medicine`.
pub(super) fn is_generic_tail(text: &str) -> bool {
    const SUBJECTS: &str = "medicine, nursing, dentistry, pharmacy, public, health, surgeons, physicians, dermatology, \
        arts, obstetricians, cosmetology, aesthetics, esthetics, law, business";
    let tail = text.split(" of ").nth(1).or_else(|| text.split(" for ").nth(1)).unwrap_or("");
    let subject = tail.trim_start_matches("the ").split_whitespace().next().unwrap_or("").to_lowercase();
    is_one_of(SUBJECTS, &subject)
}

/// Whether a word of the text begins like the name of a month.
pub(super) fn names_a_month(text: &str) -> bool {
    const MONTHS: &str = "jan, feb, mar, apr, may, jun, jul, aug, sep, oct, nov, dec";
    text.split_whitespace().any(|word| word.get(..3).is_some_and(|head| is_one_of(MONTHS, &head.to_lowercase())))
}

/// Whether a word of the text is a month.
pub(super) fn holds_a_month(text: &str) -> bool {
    text.split_whitespace().any(|word| lexicon::lookup(word.trim_matches(['.', ','])).is(Class::Month))
}

/// Whether the whole text is the name of a state, as in a list of states.
pub(super) fn names_a_state(text: &str) -> bool {
    lexicon::lookup(text).is(Class::State)
}

/// A street has a number of its own, and "Dr" before a name is a doctor.
pub(super) fn is_street(m: &Match<'_>) -> bool {
    let text = m.text();
    let words: Vec<&str> = text.split_whitespace().collect();
    let name_follows = m.after(6).trim_start_matches(['.', ' ']).starts_with(|c: char| c.is_ascii_uppercase());
    let doctor = text.ends_with("Dr") && name_follows && !m.after(1).starts_with([',', '\n']);
    let second = words.get(1).unwrap_or(&"").to_ascii_lowercase();
    let measured = is_one_of("units, unit, mg, ml, cc, u, am, pm, days, weeks, patients, x, pts, min, of", &second);
    // A full stop behind a long word ends a sentence, and the street with it.
    let sentences = words.iter().rev().skip(1).any(|word| word.len() > 5 && word.ends_with('.'));
    let priced =
        m.before(1).ends_with('$') || text.find(char::is_whitespace).is_some_and(|at| text[at..].starts_with('\n'));
    !doctor && !measured && !sentences && !priced && text.matches('\n').count() <= 1
}

/// A street in lower case or spoken must not be a phrase such as `20 minutes down the road`.
pub(super) fn is_plain_street(m: &Match<'_>) -> bool {
    let lower = m.text().to_lowercase();
    let words: Vec<&str> = lower.split([' ', '-', '\n']).collect();
    let named = words.iter().skip(1).rev().skip(1).all(|word| !is_one_of(NO_STREET, word));
    named && words.len() >= 3 && !lower.contains('\n')
}

/// A city stands before the comma, and not a person before credentials that look like a state.
pub(super) fn is_city_and_state(m: &Match<'_>) -> bool {
    let Some((city, rest)) = m.text().split_once(',') else { return false };
    let has_zip = rest.bytes().any(|b| b.is_ascii_digit());
    let doubtful = is_one_of(NOT_ONLY_STATES, rest.trim().get(..2).unwrap_or(""));
    let placed = m
        .follows_any(14, &["in", "from", "of", "near", "at", "to", "city", "location", "town", "address", "lives"])
        || m.before(2).ends_with(", ");
    let after = m.after(3);
    // `Mia Cho, PA-C` and `Dana Hart, MD, FAAD` are people.
    let credentials = after.starts_with('-') || [", C", ", N", ", F"].iter().any(|more| after.starts_with(more));
    let entry = lexicon::lookup(city);
    let other = entry.is(Class::State) && city.len() == 2 || entry.is(Class::Credential) || is_treatment(city);
    let closes = after.is_empty() || after.starts_with([',', '.', ';', ')', '|', '?', '!']);
    let shouted = city.len() > 3 && !city.chars().any(|c| c.is_ascii_lowercase());
    !credentials
        && (has_zip || !other)
        && !names_a_month(city)
        && (has_zip || placed || closes && !doubtful && !shouted && !is_generic(city))
}

/// Five digits that are no procedure code, no amount and no part of a longer number.
pub(super) fn is_zip(m: &Match<'_>) -> bool {
    let before = m.before(24).trim_end_matches(['.', ',', ';', '|', '^', ' ']);
    let state = before.get(before.len().saturating_sub(2)..).unwrap_or("");
    let short = state.bytes().all(|b| b.is_ascii_uppercase())
        && !before[..before.len().saturating_sub(2)].ends_with(char::is_alphanumeric);
    // "Payer ID 60054" and "MT 24500": the digits are of no place in that state.
    let elsewhere = short && lexicon::state(state).is_some_and(|state| lexicon::zip_state(m.text()) != Some(state));
    !elsewhere && !m.after(2).starts_with(['-', '/', '%', '_']) && !m.follows_any(8, &["cpt", "icd"])
}

/// A ZIP code in a line that speaks of ZIP codes, or behind a street and a city.
pub(super) fn is_listed_zip(m: &Match<'_>) -> bool {
    const STREETS: &str = "st, ave, rd, road, street, ln, lane, dr, blvd, ct, box, way, hwy, pl";
    let before = m.before(240);
    let lower = before.to_ascii_lowercase();
    let spoken_of = holds(&lower, "zip, zips") || holds(&m.after(40).to_ascii_lowercase(), "zip, zips");
    let city_before = before.trim_end().rsplit([',', '/']).next().is_some_and(|tail| {
        let tail = tail.trim();
        tail.len() >= 3 && tail.split(' ').all(|word| word.starts_with(|c: char| c.is_ascii_uppercase()))
    });
    let numbered = before.ends_with(' ') && before.bytes().any(|b| b.is_ascii_digit());
    let other = m.before(12).to_ascii_lowercase();
    let coded = other.contains(['$', '#']) || holds(&other, "cpt, code, icd, lot, sku, no, mrn, id");
    let listed = m.text().get(..5).is_some_and(lexicon::is_zip);
    listed && (spoken_of || city_before && numbered && holds(&lower, STREETS)) && !coded && is_zip(m)
}

/// A facility has a name of its own before the word that says what it is, and is no heading.
pub(super) fn is_named_facility(m: &Match<'_>) -> bool {
    let text = m.text();
    let kind_is_lower =
        !text.split_whitespace().next_back().unwrap_or("").starts_with(|c: char| c.is_ascii_uppercase());
    let shouted = !text.chars().any(|c| c.is_ascii_lowercase());
    let placed = m.follows_any(
        16,
        &["at", "to", "from", "in", "the", "near", "by", "via", "@", "for", "of", "with", "and", "our", "s/p"],
    );
    let next = m.after(14).trim_start().to_lowercase();
    let heading = m.after(1).starts_with(' ') && NOT_A_VISIT.split(", ").any(|word| next.starts_with(word));
    let society =
        ["American ", "National ", "Royal ", "International ", "European "].iter().any(|w| text.starts_with(w))
            && ["Academy", "College", "Society", "Board", "Association"].iter().any(|kind| text.contains(kind));
    // `A B C Hospital` stands for a name that was taken out.
    let blanked = text.split_whitespace().rev().skip(1).all(|word| word.len() == 1 || is_generic_word(word));
    let blanked = blanked && text.split_whitespace().any(|word| word.len() == 1);
    let nameless = is_generic(text) && !is_plain_hospital(text);
    !nameless && !society && !blanked && !heading && (!kind_is_lower && !shouted || placed)
}

/// `General Hospital` and `Community Hospital` are names, though made of plain words.
fn is_plain_hospital(text: &str) -> bool {
    const NAMES: &str = "General, Memorial, City, County, Downtown, Community, Children's, Children’s, University, \
        Regional, Central, Methodist, Women's";
    let words: Vec<&str> = text.split_whitespace().collect();
    words.len() == 2 && is_one_of(NAMES, words[0]) && words[1].starts_with('H')
}

/// A practice's word is often a topic: it needs a name before it, and a preposition or an address around it.
pub(super) fn is_named_practice(m: &Match<'_>) -> bool {
    let text = m.text();
    let placed = m.follows_any(
        14,
        &[
            "at", "to", "from", "by", "via", "@", "near", "with", "visited", "called", "location", "clinic", "c/o",
            "facility",
        ],
    );
    let topic = ["of ", "in "].iter().any(|word| m.before(4).ends_with(word));
    let rest = m.after(40);
    let address_follows = rest.starts_with([',', '|']) && rest.bytes().any(|b| b.is_ascii_digit());
    let alone = m.before(200).trim().is_empty() && m.after(4).trim().is_empty() && text.contains(' ');
    !is_generic(text) && !topic && (placed || address_follows || alone)
}

/// What stands after `seen at` is a place unless it is a person, a day or a role.
pub(super) fn is_somewhere(m: &Match<'_>) -> bool {
    let text = m.text();
    let first = text.split_whitespace().next().unwrap_or("").to_lowercase();
    let first = first.trim_end_matches(['.', ',']).trim_end_matches("'s");
    let quoted = m.follows_any(24, &["as seen in", "as seen on"]);
    let initials = text.split_whitespace().all(|word| word.len() <= 2);
    let entry = lexicon::lookup(text);
    let region = (entry.is(Class::State) || entry.is(Class::Country) || entry.is(Class::Demonym)) && entry.city() < 5;
    let brand = lexicon::lookup(first).is(Class::Brand);
    let shouted = m.before(20).chars().filter(char::is_ascii_alphabetic).all(|c| c.is_ascii_uppercase());
    let plain = is_one_of(NO_PLACE, first) || is_one_of(GENERIC, first) || names_a_month(first);
    text.len() >= 4 && !quoted && !initials && !plain && !shouted && !region && !brand
}

/// A facility in lower case: the words before its kind must name it.
pub(super) fn is_lower_facility(m: &Match<'_>) -> bool {
    let words: Vec<&str> = m.text().split_whitespace().collect();
    let name = &words[..words.len().saturating_sub(1)];
    let named = name.iter().any(|word| !is_generic_word(word) && !matches!(*word, "center" | "ctr"));
    named && words.first().is_some_and(|first| !is_generic_word(first))
}

/// A street abroad is named, and no month or dose stands where the street should.
pub(super) fn is_street_abroad(m: &Match<'_>) -> bool {
    let measured = m.precedes_any(8, &["mg", "ml", "units", "cc", "u", "%"]);
    let cited = m.before(4).ends_with("et ");
    !holds_a_month(m.text()) && !measured && !cited && m.text().chars().filter(|c| c.is_alphabetic()).count() >= 5
}

/// The number before the town is a postcode and no year, and the name before the house is no month.
pub(super) fn is_before_postcode(m: &Match<'_>) -> bool {
    let text = m.text();
    let first: String = text.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
    let year =
        text.split_whitespace().any(|word| word.len() == 4 && (word.starts_with("19") || word.starts_with("20")));
    let known = text.split_whitespace().next().is_some_and(|word| {
        let entry = lexicon::lookup(word);
        [Class::Brand, Class::Drug, Class::Health, Class::Label].iter().any(|class| entry.is(*class))
    });
    !holds_a_month(text) && !year && !known && !is_generic(&first)
}

/// The parts between the commas are names, and the last number is a postcode and no year, code or amount.
pub(super) fn is_to_postcode(m: &Match<'_>) -> bool {
    let text = m.text();
    let last = text.split_whitespace().next_back().unwrap_or("");
    let year = last.len() == 4 && (last.starts_with("19") || last.starts_with("20"));
    let parted = text.contains(',') && text.matches([',', ' ']).count() >= 3;
    let measured = text.split_whitespace().nth(1).is_some_and(|word| {
        is_one_of("Units, Unit, Mg, MG, ML, mL, Botox, Dysport, Xeomin, AM, PM, CC", word.trim_end_matches(','))
    });
    // "a man, 47, Yuma AZ 85364": an age, and a town with its ZIP.
    let (head, rest) = text.split_once(", ").unwrap_or_default();
    let aged = head.len() <= 2
        && !rest.contains(',')
        && rest.rsplit(' ').nth(1).is_some_and(|word| lexicon::state(word).is_some());
    let clean = !aged
        && !m.follows_any(10, &["cpt", "icd", "code", "codes", "lot"])
        && !m.after(1).starts_with(['-', '/', '%']);
    let placed = text.split([',', ' ']).any(|word| {
        let entry = lexicon::lookup(word);
        entry.is(Class::Street) && word.len() > 2 || entry.is(Class::State)
    }) || text.split(", ").skip(1).any(|part| {
        let name = part.trim_end_matches(|c: char| !c.is_alphabetic());
        lexicon::lookup(name).city() > 0 && !is_treatment(name)
    });
    parted && placed && !year && !measured && !holds_a_month(text) && clean
}

/// A place, a comma or a label for a postcode stands before.
pub(super) fn follows_a_place(m: &Match<'_>) -> bool {
    let before = m.before(60);
    let labelled = m.follows_any(24, &["postcode", "post code", "postal code", "eircode", "zip"]);
    let named = before.trim_end_matches([' ', ',']).rsplit([' ', ',']).next().is_some_and(|word| {
        word.len() > 1 && word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || c == '-')
    });
    let coded = m.follows_any(16, &["lot", "ref", "mrn", "id", "serial", "code", "no", "model", "plate", "reg"]);
    let alone = before.trim().is_empty();
    labelled || !coded && (named || alone)
}

/// Whether a word of the text is one of medicine, a product or a drug.
pub(super) fn is_treatment(text: &str) -> bool {
    text.split_whitespace().any(|word| {
        let entry = lexicon::lookup(word.trim_matches(|c: char| !c.is_alphanumeric()));
        entry.is(Class::Brand) || entry.is(Class::Drug) || entry.is(Class::Health) && entry.city() == 0
    })
}

/// A name stands behind the shop or the home, and no day, month or treatment.
pub(super) fn is_bare_street(m: &Match<'_>) -> bool {
    let first = m.text().split_whitespace().next().unwrap_or("");
    let entry = lexicon::lookup(first);
    let others = [Class::Weekday, Class::Holiday, Class::Organization, Class::Relative, Class::Role, Class::Country];
    let other = others.iter().any(|class| entry.is(*class)) || is_generic_word(first);
    !other && !names_a_month(m.text()) && !is_treatment(m.text())
}

/// What a label announces is a name and no heading, state or plain answer.
pub(super) fn is_labelled_place(m: &Match<'_>) -> bool {
    let text = m.text();
    let first = text.split_whitespace().next().unwrap_or("").trim_matches('.');
    let entry = lexicon::lookup(first);
    let plain = entry.common() > 7 && entry.city() < 2;
    let other = [Class::Label, Class::Month, Class::Weekday, Class::Title, Class::Role].iter().any(|c| entry.is(*c));
    text.len() > 3 && !plain && !other && !names_a_state(text) && !is_generic_word(first) && !is_treatment(text)
}

/// The first part is a name of its own, the second a place and no month, day or treatment.
pub(super) fn is_house_in_town(m: &Match<'_>) -> bool {
    const INNER: &[&str] = &[" in ", " on ", " of ", " off ", " near "];
    let text = m.text();
    let Some((at, inner)) = INNER.iter().filter_map(|word| text.find(word).map(|at| (at, *word))).min() else {
        return false;
    };
    let (house, town) = (&text[..at], &text[at + inner.len()..]);
    let first = lexicon::lookup(house.split_whitespace().next().unwrap_or(""));
    let place = lexicon::lookup(town.split_whitespace().next().unwrap_or(""));
    let known = lexicon::lookup(house);
    let chain =
        [Class::Organization, Class::NamedFacility, Class::Facility].iter().any(|c| known.is(*c) || first.is(*c));
    let others =
        [Class::Month, Class::Weekday, Class::Holiday, Class::Title, Class::Label, Class::Role, Class::Relative];
    let other = others.iter().any(|class| first.is(*class) || place.is(*class));
    let online = [Class::Country, Class::State].iter().any(|class| lexicon::lookup(town).is(*class));
    let person = !chain && inner != " on " && first.given() > 5;
    let plain = !chain && (first.common() > 8 || is_generic_word(house) || inner == " of ");
    let placed = inner != " in " || chain || lexicon::lookup(town).city() > 0 || place.city() > 0;
    !other && !online && !person && !plain && placed && !is_treatment(text) && !names_a_month(text)
}

/// A school by its number, or the number of a chain's branch behind a number sign.
pub(super) fn is_store_number(m: &Match<'_>) -> bool {
    let text = m.text();
    let name = text.split(|c: char| c.is_ascii_digit() || c == '#').next().unwrap_or("").trim_end();
    let numbered = text.contains('#') || name.ends_with("Post") || name.ends_with("Store");
    let school = ["PS", "P.S.", "IS", "I.S.", "MS", "M.S."].contains(&name) && m.digits().len() <= 3;
    let entry = lexicon::lookup(name);
    let chain = entry.is(Class::Organization) || entry.is(Class::NamedFacility);
    let placed =
        m.follows_any(14, &["at", "from", "to", "pharmacy", "employer", "store", "school", "sent", "works", "near"]);
    let last = name.split_whitespace().next_back().unwrap_or("");
    let label = [Class::Label, Class::Street, Class::Role].iter().any(|class| lexicon::lookup(last).is(*class));
    (school && placed && !m.precedes_any(4, &["mg"]) || numbered && !label && (chain || placed)) && !is_treatment(name)
}

/// A school has a name, and is no level of schooling at large.
pub(super) fn is_named_school(m: &Match<'_>) -> bool {
    let text = m.text();
    let first = text.split_whitespace().next().unwrap_or("");
    let high =
        text.ends_with(" High") || text.ends_with(" Middle") || text.ends_with(" Prep") || text.ends_with(" Charter");
    let placed =
        m.follows_any(30, &["at", "from", "to", "attends", "grade", "teaches", "school", "teacher", "coach", "in"]);
    let measured = is_treatment(text) || m.precedes_any(12, &["risk", "dose", "priority", "strength"]);
    let plain = lexicon::lookup(first).common() > 8 && !placed;
    !is_generic(text) && !measured && !plain && (!high || placed) && !is_generic_tail(text)
}

/// A hospital's short name stands behind words for being there, or names a town.
pub(super) fn is_short_hospital(m: &Match<'_>) -> bool {
    let text = m.text();
    let words: Vec<&str> = text.split_whitespace().collect();
    let placed = m.follows_any(
        12,
        &[
            "at", "from", "to", "in", "by", "via", "@", "the", "per", "with", "w/", "of", "outside", "visit",
            "records", "labs",
        ],
    );
    let named = words.iter().any(|word| {
        let entry = lexicon::lookup(word.trim_matches(|c: char| !c.is_alphanumeric()));
        !is_generic_word(word) && entry.common() < 9
    });
    let treated = words.iter().any(|word| {
        let entry = lexicon::lookup(word);
        entry.is(Class::Brand) || entry.is(Class::Drug)
    });
    // "had Kaiser Tucson", "ask Larkin Children's": such names need no word before them.
    let chain = is_one_of("Kaiser, VA, Mercy, Banner, Sutter, UC, Providence, Mayo", words[0]);
    let town = words.last().is_some_and(|word| words.len() > 1 && lexicon::lookup(word).city() > 1);
    let childrens = words.iter().any(|word| word.starts_with("Children")) && words.len() > 1;
    // `A B C Medical Center` stands for a name that was taken out.
    let letter = |word: &str| word.len() == 1 && word.starts_with(|c: char| c.is_ascii_uppercase());
    let blanked =
        letter(words[0]) && (words.get(1).is_some_and(|word| letter(word)) || m.before(4).split(' ').any(letter));
    (placed || chain && town || childrens) && named && !treated && !blanked && !holds_a_month(words[0])
}

/// A bare name behind "at" is a place unless a list says that it is something else.
pub(super) fn is_at_name(m: &Match<'_>) -> bool {
    let text = m.text();
    let first = text.split_whitespace().next().unwrap_or("").trim_end_matches("'s");
    let entry = lexicon::lookup(first);
    let others = [
        Class::Month,
        Class::Weekday,
        Class::Holiday,
        Class::Brand,
        Class::Drug,
        Class::Health,
        Class::Label,
        Class::Title,
        Class::Role,
        Class::Relative,
        Class::Abbreviation,
        Class::Eponym,
        Class::Country,
        Class::State,
    ];
    let other = others.iter().any(|class| entry.is(*class));
    let plain = entry.common() > 8 || is_one_of(GENERIC, &first.to_lowercase());
    let person = entry.given() > 9;
    let shouted = text.len() < 4 && !text.chars().any(|c| c.is_ascii_lowercase());
    let coded = first.bytes().any(|b| b.is_ascii_digit());
    !other && !plain && !person && !shouted && !coded && is_somewhere(m)
}

/// A heading names a practice: a word of its own beside the kind, at the page's top or above a street.
pub(super) fn is_letterhead(m: &Match<'_>) -> bool {
    let text = m.text();
    let words: Vec<&str> = text.split_whitespace().collect();
    let top = m.page.line_number(m.range.start) < 3;
    let line = m.page.line_number(m.range.start) + 1;
    let below = if line < m.page.line_count() { m.page.text()[m.page.line_range(line)].trim_start() } else { "" };
    let above_street = below.starts_with(|c: char| c.is_ascii_digit()) && below.contains(' ');
    let capital =
        |word: &&str| word.starts_with(char::is_uppercase) || matches!(*word, "&" | "and" | "of" | "the" | "for" | "+");
    let kind = words.iter().any(|word| lexicon::lookup(word).is(Class::Facility));
    let own = words.iter().any(|word| {
        let entry = lexicon::lookup(word);
        word.len() > 3
            && entry.common() < 6
            && !entry.is(Class::Facility)
            && !entry.is(Class::Health)
            && !is_generic_word(word)
    });
    let form =
        ["Note", "NOTE", "Form", "FORM", "Report", "REPORT", "Summary", "SUMMARY", "Visit", "VISIT", "Consult", "Plan"];
    let heading = words.iter().any(|word| form.contains(word));
    (top || above_street) && (2..=8).contains(&words.len()) && words.iter().all(capital) && kind && own && !heading
}
