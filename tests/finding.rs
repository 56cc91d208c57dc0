//! Whole sentences through the whole checker: what must be found, and what must be left alone. `⟦…⟧` marks each finding.
//!
//! The recognizers' own tables show what each can read; whether it is about somebody is decided by all together.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use safepaste::Checker;
use safepaste::policy::Policy;

/// Asserts that each text yields exactly its marked findings; a text without marks yields none.
fn check(cases: &[&str]) {
    let policy = Policy::built_in().expect("the built-in policy reads");
    let checker = Checker::new(policy, "2026-11-21".parse().unwrap()).expect("its patterns compile");
    let mut wrong = Vec::new();
    for case in cases {
        let marked: Vec<&str> = case.split('⟦').skip(1).filter_map(|rest| rest.split('⟧').next()).collect();
        let text = case.replace(['⟦', '⟧'], "");
        let checked = checker.check(&text, None).expect("the default destination exists");
        let found: Vec<&str> = checked.findings.iter().map(|finding| &text[finding.bytes.clone()]).collect();
        if found != marked {
            wrong.push(format!("{text:?}\n   expected {marked:?}\n   found    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} cases:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn dates_about_somebody() {
    check(&[
        "Patient's DOB ⟦03/14/1988⟧, new to us, wants filler",
        "pt last seen ⟦2024-03-14⟧ for tox, no complaints",
        "34F seen ⟦3/14⟧ for tox, bruised since",
        "Remind my patient that her appointment is on ⟦Wed 10/29 4PM⟧",
        "Her surgery was ⟦June 3, 2024⟧ and the scar is raised.",
        "My patient was injected ⟦Monday⟧ and ⟦Friday⟧ and bruised.",
        "My client says she has an appointment on ⟦Thursday⟧",
        "can he come ⟦next Thursday at 2⟧ for his peel?",
        "we moved her laser from ⟦last Tuesday⟧ to ⟦Friday⟧",
        "The patient was in ⟦yesterday⟧ for laser and blistered",
        "the patient was born ⟦Sept. 28, 1971⟧",
        "La paciente tiene cita el ⟦jueves 14 de mayo⟧ para láser",
        "She was treated in the ER on ⟦Labor Day⟧ after a fall",
    ]);
}

#[test]
fn dates_about_nobody() {
    check(&[
        "Write a promo: 20% off peels, sale ends May 31",
        "Our April specials are here: two syringes for one",
        "Open Wednesday to Sunday, 11 to 6, closed on Christmas",
        "Tuesdays and Thursdays are injector days at the studio",
        "Caption for Tox Tuesday, please, with three hashtags",
        "Mother's Day special: gift cards at the desk",
        "Policy updated February 9, 2026; consent form Rev. 03/2024",
        "BP 120/80, pain 5/10, strength 4/5 bilaterally",
        "Patient has cellulitis, lactate up, likely sepsis 2/2 cellulitis, on fluids",
        "Patient says the rash itches every single Saturday after swimming",
        "Inject 2/3 cc per side, then 1/2 syringe, 2-4 weeks apart",
        "How many sessions of IPL in the first year, and is the second one stronger?",
        "Breast Cancer Awareness: a newsletter for all of October",
    ]);
}

#[test]
fn names_and_places_of_somebody() {
    check(&[
        "My patient ⟦Sarah Johnson⟧ has questions about her filler.",
        "Mrs. ⟦Delgado⟧ wants to move her peel.",
        "Please call ⟦Grace Kim⟧ about her chart.",
        "My client lives in ⟦Boise⟧ and drives over for her peel.",
        "The patient was seen at ⟦Aspen Ridge Hospital⟧ for hives.",
        "A patient says ⟦Dr. Weber⟧ left one brow higher.",
    ]);
}

#[test]
fn somebody_whom_only_the_words_around_tell() {
    check(&[
        "she goes by ⟦Moxie⟧ and wants her lash lift moved",
        "My patient's peel is due.\nYours sincerely,\n⟦Winifred Aspinall⟧, patient coordinator",
        "dr. ⟦foss⟧ is our patient, he wants his lip filler redone",
        "My client ⟦Peter Mills Jr.⟧ wants to move his peel.",
        "My patient moved to\n⟦512 Lipnik 21\nSuite 331\nKamenov\nEstonia 39470⟧",
    ]);
}

#[test]
fn scores_and_public_contacts_are_nobodys() {
    check(&[
        "GDS 3/15, MMSE 24/30, mood fair, plan the same for the patient",
        "Find us at 77 Larkspur Way, next to the bakery. Peels all week.",
        "Song list for the lobby:\n1. \"Sweet Rosanna.\"",
    ]);
}

#[test]
fn addresses_that_bear_a_name_are_theirs() {
    check(&["Thank ⟦Odile Marsh⟧ for applying to the front desk job and ask for two references. Her email is \
         ⟦odile.marsh@quietmail.net⟧."]);
}

#[test]
fn names_and_places_of_nobody() {
    check(&[
        "Botox or Dysport: which lasts longer?",
        "Explain Bell's palsy to a new nurse.",
        "Hi [NAME], your visit is on [DATE].",
        "What is the best Morpheus8 setting for the lower face?",
        "Fitzpatrick III skin needs care with IPL.",
        "Does HIPAA apply to a med spa in Texas?",
        "Rose quartz rollers are back in stock.",
    ]);
}

#[test]
fn numbers_of_somebody() {
    check(&[
        "Call my patient back on ⟦479-555-0142⟧ about her refill.",
        "patient's iPledge number is ⟦4402918837⟧, please check it",
        "Her member ID is ⟦XKW884021937⟧, does it cover this?",
    ]);
}
