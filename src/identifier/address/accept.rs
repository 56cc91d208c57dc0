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
    fertility, vein, lash, brow, lip";

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
    !doctor && !measured && !sentences && text.matches('\n').count() <= 1
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
    let closes = after.is_empty() || after.starts_with([',', '.', ';', ')', '|', '?', '!']);
    let shouted = city.len() > 3 && !city.chars().any(|c| c.is_ascii_lowercase());
    !credentials && !names_a_month(city) && (has_zip || placed || closes && !doubtful && !shouted && !is_generic(city))
}

/// Five digits that are no procedure code, no amount and no part of a longer number.
pub(super) fn is_zip(m: &Match<'_>) -> bool {
    !m.after(2).starts_with(['-', '/', '%', '_']) && !m.follows_any(8, &["cpt", "icd"])
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
    (spoken_of || city_before && numbered && holds(&lower, STREETS)) && !coded && is_zip(m)
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
    let shouted = m.before(20).chars().filter(char::is_ascii_alphabetic).all(|c| c.is_ascii_uppercase());
    let plain = is_one_of(NO_PLACE, first) || is_one_of(GENERIC, first) || names_a_month(first);
    text.len() >= 4 && !quoted && !initials && !plain && !shouted
}

/// A facility in lower case: the words before its kind must name it.
pub(super) fn is_lower_facility(m: &Match<'_>) -> bool {
    let words: Vec<&str> = m.text().split_whitespace().collect();
    let name = &words[..words.len().saturating_sub(1)];
    let named = name.iter().any(|word| !is_generic_word(word) && !matches!(*word, "center" | "ctr"));
    named && words.first().is_some_and(|first| !is_generic_word(first))
}
