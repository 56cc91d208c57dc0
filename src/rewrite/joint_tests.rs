//! Natural rewrites where edits meet: what is left between them, and who is still spoken of.

use super::tests::check;

#[test]
fn families_share_a_surname_and_no_stand_in() {
    check(&[
        ("Ms. ⟦NAME:Ito⟧'s husband, ⟦NAME:Ken Ito⟧, called.", "The patient's husband called."),
        ("Ask Mr. ⟦NAME:Yates⟧, whose wife ⟦NAME:Cora Yates⟧ fell.", "Ask the patient, whose wife fell."),
        (
            "A client, ⟦NAME:Ana⟧, whose son ⟦NAME:Bo⟧ is 9. Is ⟦NAME:Bo⟧ too young?",
            "A client whose son is 9. Is the son too young?",
        ),
    ]);
}

#[test]
fn what_edits_leave_empty_goes() {
    check(&[
        ("Her son (⟦NAME/relative:Eli Ames⟧, ⟦PHONE:479-555-0113⟧) drives.", "Her son drives."),
        ("- ⟦NAME:Ana⟧ - peel - ⟦DATE:9/10⟧ - paid", "- The patient - peel - paid"),
        ("⟦NAME:Ana⟧'s chart is wrong. ⟦NAME:Ana Soto⟧, MRN ⟦MRN:44-1⟧. Help!", "The patient's chart is wrong. Help!"),
        (
            "Dear Ms. ⟦NAME:Ng⟧,\nThanks!\n\nBest,\n⟦PROVIDER:Lena Roe⟧\nBilling\n⟦PHONE:479-555-0113⟧",
            "Hello,\nThanks!\n\nBest,\nBilling",
        ),
        ("My peel itches.\n\nThanks,\n⟦NAME:Ana⟧", "My peel itches.\n\nThanks,"),
        ("Dear Ms. ⟦NAME:Ng⟧,\n\nSincerely,\n⟦PROVIDER:Lena Roe⟧, MD\n", "Hello,\n\nSincerely,\nThe team\n"),
        (
            "Write to the family of ⟦NAME:Al Soto⟧ of ⟦LOCATION:Gentry⟧, a patient of ours.",
            "Write to the family of a patient of ours.",
        ),
        ("Her labs came.\nCallback ⟦PHONE:479-555-0113⟧.\nThanks", "Her labs came.\nThanks"),
    ]);
}

#[test]
fn letters_are_for_those_who_are_still_spoken_of() {
    check(&[
        (
            "Hi ⟦NAME:Bea⟧, tell ⟦NAME:Ana Soto⟧ that her peel is paid.",
            "Hi there, tell the patient that her peel is paid.",
        ),
        ("I'm ⟦NAME:Tess⟧ from Glow. Write to ⟦NAME:Ana⟧.", "I'm from Glow. Write to the patient."),
        ("\"Hi ⟦NAME:Ana⟧, it's ⟦NAME:Tess⟧ from Glow. Bye, ⟦NAME:Ana⟧.\"", "\"Hi there, it's Glow. Bye.\""),
        ("A card for Mr. and Mrs. ⟦NAME:Kovac⟧, please.", "A card for the couple, please."),
        (
            "Two of our patients, ⟦NAME:Ana⟧ and ⟦NAME:Bo⟧, both want noon. ⟦NAME:Bo⟧ is late.",
            "Two of our patients, Patient A and Patient B, both want noon. Patient B is late.",
        ),
        ("Two of our patients, ⟦NAME:Ana⟧ and ⟦NAME:Bo⟧, both want noon.", "Two of our patients both want noon."),
    ]);
}

#[test]
fn clauses_that_only_name_somebody_go() {
    check(&[
        ("Her name is ⟦NAME:Ana⟧ and she is shy.", "She is shy."),
        ("Call the mom; her name is ⟦NAME:Ana⟧, phone as before.", "Call the mom, phone as before."),
        ("She is ⟦NAME:Ana Soto⟧, 41, with hives.", "She is 41, with hives."),
        ("What if a patient like ⟦NAME:Ana⟧ asks?", "What if a patient like this one asks?"),
        (
            "Mi paciente es ⟦NAME:Ernesto Gil⟧, de ⟦AGE:94⟧ años, y viene con su hija.",
            "Mi paciente es una persona, de más de 89 años, y viene con su hija.",
        ),
        ("⟦NAME:Ana⟧, a teacher from ⟦LOCATION:Lowell⟧, wants a peel.", "The patient, a teacher, wants a peel."),
    ]);
}

#[test]
fn days_leave_a_whole_clause() {
    check(&[
        ("Call before ⟦DATE:Friday⟧'s peel.", "Call before the upcoming peel."),
        ("Call before ⟦DATE:Friday⟧'s lip peel.", "Call before the lip peel."),
        ("Say sorry about the booking on ⟦DATE:August 9⟧.", "Say sorry about the booking."),
        ("It's been since ⟦DATE:May 2⟧ that she came.", "It's been a while that she came."),
        ("She lost 40 pounds since ⟦DATE:May 2⟧.", "She lost 40 pounds."),
        ("Can I move my ⟦DATE:2pm tmrw⟧ to ⟦DATE:Friday⟧?", "Can I move my appointment to another day?"),
        ("Bill the consult from ⟦DATE:last Wednesday⟧.", "Bill the consult."),
        ("It would be gone by ⟦DATE:Sunday⟧, she was told.", "It would be gone soon, she was told."),
        ("Send the note for DOS ⟦DATE:8/11⟧.", "Send the note for a recent date of service."),
        ("⟦DATE:Monday⟧: closed\n⟦DATE:Tuesday⟧: open\n⟦DATE:Monday⟧: late", "Day 1: closed\nDay 2: open\nDay 1: late"),
    ]);
}

#[test]
fn columns_set_in_spaces_stay_in_line() {
    check(&[
        (
            "Time   Patient     Service\n9:00   ⟦NAME:Ana Soto⟧    Botox\n9:30   ⟦NAME:Bo Lind⟧     Filler\n",
            "Time   Patient     Service\n9:00   Patient A   Botox\n9:30   Patient B   Filler\n",
        ),
        (
            "| Client        | Age |\n|---------------|-----|\n| ⟦NAME:Ana Sorensen⟧  | 44  |\n| ⟦NAME:Bo Lind⟧       | 51  |\n",
            "| Client        | Age |\n|---------------|-----|\n| Client A      | 44  |\n| Client B      | 51  |\n",
        ),
        ("⟦NAME:Ana Soto⟧ | peel\n⟦NAME:Bo Lind⟧ | laser\n", "Patient A | peel\nPatient B | laser\n"),
    ]);
}
