//! What a header, a key or a label says of the value under or behind it: somebody's name, or a provider's.

use super::Hit;
use super::wordlist::is_one_of;
use crate::lexicon::{self, Class};
use crate::memo::Memo;
use std::cell::RefCell;
use std::ops::Range;

/// What a label says of its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    /// It names a part of a name (`last_name`, `Prénom`).
    Name,
    /// It names somebody (`guest`, `Emergency contact`), of whom a name or something else may be told.
    Person,
    /// It names a clinician or staff member (`injector`, `seen by`).
    Provider,
}

/// Parts of names.
const PARTS: &str = "name, names, fname, lname, mname, fn, ln, firstname, lastname, middlename, fullname, givenname, \
    familyname, first, last, middle, given, family, surname, forename, nickname, maiden, alias, aka, nombre, nombres, \
    apellido, apellidos, nom, prénom, prenom, vorname, nachname, zuname, rufname, cognome, nome, sobrenome, apelido, \
    imię, nazwisko, họ, tên, jméno, cust_nm, nm";

/// Words for somebody whose name a value can be.
const PEOPLE: &str = "patient, patients, pt, client, clients, guest, guests, customer, cust, member, caller, attendee, \
    student, guardian, guarantor, subscriber, insured, policyholder, cardholder, dependent, beneficiary, spouse, wife, \
    husband, partner, mother, father, mom, dad, parent, son, daughter, child, sister, brother, roommate, applicant, \
    candidate, employee, recipient, payer, payor, buyer, donor, contact, person, who, visitor, lead, referrer, sender, \
    signer, signatory, signature, signed, resident, tenant, claimant, complainant, plaintiff, kunde, kundin, patientin, \
    paciente, cliente, clienta, invitado, contacto, madre, padre, esposo, esposa, tutor, miembro, invité, cliente, \
    paziente, pacjent, pacjentka, worker, payee, holder, profile, bride, mum, emerg, ice, attn, re, for, to, from, owner, user, reviewer, author";

/// Words for clinicians and staff.
const PROVIDERS: &str = "provider, providers, practitioner, injector, doctor, dr, physician, surgeon, attending, \
    prescriber, therapist, clinician, nurse, esthetician, aesthetician, hygienist, dentist, pcp, rn, np, counselor, \
    counsellor, psychologist, psychiatrist, technician, tech, operator, staff, assistant, coordinator, scribe, agent, \
    specialist, supervisor, rendering, ordering, referring, pathologist, proveedor, proveedora, médico, medico, médica, \
    doctora, enfermera, enfermero, terapeuta, behandler, behandlerin, arzt, ärztin, médecin, praticien, dottore, \
    aesthetics_rn, seen, performed, treated, done, injected, dictated, reviewed, ordered, rep";

/// Words that say nothing of what the value is, but may stand in its label.
const BESIDE: &str = "full, legal, preferred, primary, secondary, emergency, display, real, on, the, of, a, acct, \
    account, card, file, case, in, form, and, where, set, or, i, your, my, her, his, print, printed, please, initial, mi, m, s, \
    new, current, contact, party, responsible, completo, completa, del, de, la, el, y, du, et, le, des, der, bill, \
    ship, sold, by, with, kin, next, known, called, what, should, we, call, you, is, other, also, other_names, \
    parent, booking, booked, order, ordered, user, title, suffix, prefix, complet, vollständiger, und, holder, policy, \
    e, relationship, relation, treating, lead, 1, 2, 3";

/// What a label says of its value; nothing where a word of it says something else (`client id`, `last visit`).
pub(super) fn says(label: &str) -> Option<Says> {
    // A key of a nested record: only its last part is the value's own, the parts before it tell whose.
    let key = label.trim_end_matches(|c: char| !c.is_alphanumeric()).rsplit("::").next()?;
    if key.len() > 44 {
        return None;
    }
    let dotted = !key.contains(' ') && key.contains('.');
    let own = if dotted { key.rsplit('.').find(|part| part.contains(char::is_alphabetic))? } else { key };
    let (own, mut found) = (words(own), None);
    for word in &own {
        found = stronger(found, said(word)?);
    }
    // The program that somebody used.
    if own.join(" ").ends_with("user agent") {
        return None;
    }
    if dotted && found == Some(Says::Name) && words(key).iter().any(|word| is_one_of(PROVIDERS, word)) {
        return Some(Says::Provider);
    }
    found
}

/// What one word says; nothing for one that may stand beside others.
fn said(word: &str) -> Option<Option<Says>> {
    thread_local!(static SAID: RefCell<Memo<Option<Option<Says>>>> = RefCell::new(Memo::new()));
    SAID.with_borrow_mut(|memo| {
        memo.of(word, |word| said_by_lists(word).map(Some).or_else(|| is_one_of(BESIDE, word).then_some(None)))
    })
}

/// What one word says by the lists.
fn said_by_lists(word: &str) -> Option<Says> {
    if is_one_of(PROVIDERS, word) {
        Some(Says::Provider)
    } else if is_one_of(PARTS, word) {
        Some(Says::Name)
    } else if is_one_of(PEOPLE, word) {
        Some(Says::Person)
    } else {
        None
    }
}

/// Of two words of a label the one that tells more: a provider's name is a provider's.
fn stronger(one: Option<Says>, other: Option<Says>) -> Option<Says> {
    [Says::Provider, Says::Name, Says::Person].into_iter().find(|says| one == Some(*says) || other == Some(*says))
}

/// The words of a label in lower case: split at marks, and where a capital follows a small letter.
fn words(label: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut small = false;
    for c in label.chars() {
        if !c.is_alphanumeric() || small && c.is_uppercase() {
            words.extend((!word.is_empty()).then(|| std::mem::take(&mut word)));
        }
        if c.is_alphanumeric() {
            word.extend(c.to_lowercase());
        }
        small = c.is_lowercase();
    }
    words.extend((!word.is_empty()).then_some(word));
    words
}

/// The name inside a value, in bytes of the value: without a title or "my sister" before it and a note behind it.
///
/// `None` where the value is no name: a number, a thing of the trade, ordinary words.
pub(super) fn name_in(value: &str) -> Option<Range<usize>> {
    let mut end = value.len();
    for mark in [" (", " [", " - ", " / ", " – ", ";", ": ", " <", " #", " @", " |", "..."] {
        end = end.min(value.find(mark).unwrap_or(end));
    }
    end = end.min(value.find(|c: char| c.is_ascii_digit()).unwrap_or(end));
    let mut start = value.len() - value.trim_start_matches([' ', '"', '\'', '*', '~', '(']).len();
    let trimmed = |start: usize, end: usize| {
        value
            .get(start..end)
            .map(|text| start + text.trim_end_matches([' ', ',', '"', '\'', '*', '?', '-', '\\']).len())
    };
    let mut cut = trimmed(start, end)?;
    // A title stands before the name, or who it is to somebody; that is no part of it.
    while let Some((first, rest)) = value.get(start..cut)?.split_once(' ') {
        if !leads_to_name(first) {
            break;
        }
        start = cut - rest.trim_start().len();
    }
    // "Ek, Maj" is one name; of "Maj Ek, room 2" the words behind the comma are a note.
    loop {
        let noted = value[start..cut]
            .split_once(", ")
            .is_some_and(|(name, note)| name.starts_with(char::is_uppercase) && note.starts_with(char::is_lowercase));
        if !noted && is_name(&value[start..cut]) {
            return Some(start..cut);
        }
        cut = trimmed(start, start + value[start..cut].rfind(", ")?)?;
    }
}

/// Gives each hit from place `from` on the confidence of the tagged parts inside it, so that the whole name that a
/// label shows wins over a part of it that the tagger saw. `tagged` are in order of place.
pub(super) fn outdo_parts(hits: &mut [Hit], from: usize, tagged: &[(Range<usize>, f32)]) {
    for hit in hits.iter_mut().skip(from) {
        let first = tagged.partition_point(|(range, _)| range.start < hit.range.start);
        let inside = tagged[first..].iter().take_while(|(range, _)| range.end <= hit.range.end);
        hit.confidence = inside.map(|(_, confidence)| *confidence).fold(hit.confidence, f32::max);
    }
}

/// Whether a word stands before names without belonging to them: a title, a relative, "my".
fn leads_to_name(word: &str) -> bool {
    let bare = word.trim_end_matches(['.', ':']);
    let entry = lexicon::lookup(bare);
    let told = bare.chars().all(char::is_lowercase)
        && (entry.is(Class::Relative)
            || is_one_of("my, her, his, our, pt, friend, coworker, colleague, neighbor", bare));
    bare.len() > 1 && (entry.is(Class::Title) || told)
}

/// Whether what stands behind a label with a colon alone is a name, and not what a speaker of that part says
/// ("Patient: Oh, not bad").
pub(super) fn is_told(value: &str, name: &str) -> bool {
    let entry = lexicon::lookup(name);
    let several = name.split([' ', '-']).filter(|word| word.len() > 1).count() > 1;
    let whole =
        value.trim_end().len() == name.len() && name.starts_with(char::is_uppercase) && name.chars().count() > 3;
    !value.trim_end().ends_with(['.', '?', '!']) && (several || is_rare_name(name) || entry.is_empty() && whole)
}

/// Whether a few words and nothing else make a name.
fn is_name(text: &str) -> bool {
    let marks = |c: char| matches!(c, ' ' | ',' | '.' | '-' | '\'' | '"' | '/' | '&');
    if text.is_empty() || !text.chars().all(|c| c.is_alphabetic() || marks(c)) || text.ends_with('-') {
        return false;
    }
    let all: Vec<&str> = text.split([' ', ',', '-', '.', '"', '/', '&']).filter(|word| !word.is_empty()).collect();
    let long: Vec<&str> = all.iter().copied().filter(|word| word.chars().count() > 1).collect();
    if all.len() > 6 || text.contains("...") {
        return false;
    }
    // Initials alone, written with points.
    if long.is_empty() {
        return text.contains('.') && all.len() <= 3;
    }
    let particle = |word: &str| {
        is_one_of("de, la, del, da, dos, van, von, der, den, al, el, bin, y, di, le, st, jr, sr, ii, iii", word)
    };
    long.iter().all(|word| particle(&word.to_lowercase()) || is_name_word(word))
        && long.iter().any(|word| !particle(&word.to_lowercase()))
}

/// Whether a word can be a name where a label says that a name stands: known as one, or unknown as anything else.
fn is_name_word(word: &str) -> bool {
    const OTHER: [Class; 12] = [
        Class::Brand,
        Class::Health,
        Class::Drug,
        Class::Organization,
        Class::Role,
        Class::Label,
        Class::Weekday,
        Class::Greeting,
        Class::Month,
        Class::Abbreviation,
        Class::Credential,
        Class::Facility,
    ];
    let entry = lexicon::lookup(word);
    let known = entry.given().max(entry.surname());
    if OTHER.iter().any(|class| entry.is(*class)) && known < 8 {
        return false;
    }
    entry.common() == 0 || known > 0 && known + 5 > entry.common()
}

/// Whether a word is known as a name and hardly as anything else, so that it is one even inside a code.
pub(super) fn is_rare_name(word: &str) -> bool {
    const OTHER: [Class; 9] = [
        Class::Brand,
        Class::Health,
        Class::Drug,
        Class::Organization,
        Class::Label,
        Class::Month,
        Class::Weekday,
        Class::Abbreviation,
        Class::Credential,
    ];
    let entry = lexicon::lookup(word);
    let known = entry.given().max(entry.surname());
    word.chars().count() >= 3
        && word.chars().all(|c| c.is_alphabetic() || c == '\'')
        && (known >= 4 && entry.common() <= 3 || known > 0 && entry.common() == 0)
        && !OTHER.iter().any(|class| entry.is(*class))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_say_whose_name_follows() {
        for label in [
            "last_name",
            "firstName",
            "Client (Last, First)",
            "guest.name.family",
            "Prénom",
            "apellidos",
            "fn",
            "Name on card",
            "Preferred name?",
            "legal_name",
            "PATIENT NAME",
            "lines[0].guest.first_name",
        ] {
            assert_eq!(says(label), Some(Says::Name), "{label}");
        }
        for label in ["Emergency contact", "cust", "Bill to", "Guarantor", "kunde", "Next of kin contact"] {
            assert!(matches!(says(label), Some(Says::Person | Says::Name)), "{label}");
        }
        for label in ["injector", "Seen by", "provider_name", "treating therapist", "provider.last_name"] {
            assert_eq!(says(label), Some(Says::Provider), "{label}");
        }
        for label in ["client id", "last visit", "first appointment", "room name", "Company", "phone", "provider notes"]
        {
            assert_eq!(says(label), None, "{label}");
        }
    }

    #[test]
    fn a_value_is_a_name_or_none() {
        for (value, name) in [
            ("Ingrid Solberg-Pratt", "Ingrid Solberg-Pratt"),
            ("Solberg, Ingrid M.", "Solberg, Ingrid M"),
            ("Mrs. Solberg (sister)", "Solberg"),
            ("Rosalie \"Rosie\" de la Torre", "Rosalie \"Rosie\" de la Torre"),
            ("J.T.", "J.T"),
            ("O'Hanlon", "O'Hanlon"),
            ("June", "June"),
        ] {
            let found = name_in(value).map(|range| value[range].trim_end_matches('.').to_owned());
            assert_eq!(found.as_deref(), Some(name.trim_end_matches('.')), "{value}");
        }
        for value in
            ["yes", "Botox Cosmetic", "pending", "Tuesday", "555-0100", "front desk", "Okay, thanks", "", "self pay"]
        {
            assert_eq!(name_in(value), None, "{value}");
        }
    }
}
