//! NAME: names of patients, clients, their relatives and household members, and of anybody else who is no
//! provider. 45 CFR 164.514(b)(2)(i)(A).
//!
//! Leaves alone: brands, products, devices and drugs, eponyms, months, roles, headings, placeholders.

use super::{Doc, Hit, Kind, Recognizer};
use crate::tagger::{Label, Tag};
use crate::text::Page;

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
};

/// Takes the tagger's names.
fn find(page: &Page<'_>, tags: &[Tag], hits: &mut Vec<Hit>) {
    for tag in tags.iter().filter(|tag| tag.label == Label::Name) {
        let range = tag.range(page);
        hits.push(Hit { kind: Kind::Name, range, confidence: tag.confidence, rule: "name/tagged".into() });
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
                "My patient ⟦Sarah Johnson⟧ has an appointment on Thursday for a follow-up.",
                "Write a reminder to ⟦Minh Tran⟧ about his consult.",
                "⟦Okonjo, Adaeze⟧ no-showed twice",
                "hi this is ⟦rebecca stone⟧ i had my lip filler on friday",
                "Mrs. ⟦Delgado⟧ wants to move her peel.",
                "Text ⟦Priya⟧ that her laser session is moved.",
                "Please call ⟦Grace Kim⟧ about her chart.",
                "her husband ⟦Tobias⟧ drives her home",
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
