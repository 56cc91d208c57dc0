//! Forms and notes of many layouts, all invented, and what a task keeps of each.

use super::*;
use proptest::prelude::*;

const FOLLOW_UP: &[&str] = &["contraindications", "goals", "next_appointment_type"];
const INTAKE: &[&str] = &["allergies", "medications", "contraindications", "prior_treatments", "goals"];

struct Case {
    template: &'static [&'static str],
    text: &'static str,
    kept: &'static str,
    missing: &'static [&'static str],
    left_out: &'static [&'static str],
    unlabelled: usize,
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

const CASES: &[Case] = &[
    // Labels with colons, side by side, questions, and a line of its own.
    Case {
        template: FOLLOW_UP,
        text: "Name: withheld      DOB: 1985\nAllergies: latex, lidocaine\nCurrent meds: sertraline 50 mg\nAre you pregnant or nursing? No\n\
               What would you like to improve?\nMy frown lines\n\nNext appointment: filler consult\nShe parks behind the building.\n",
        kept: "Contraindications:\n- Allergies: latex, lidocaine\n- Are you pregnant or nursing? No\nGoals: My frown lines\n\
               Next appointment type: filler consult\n",
        missing: &[],
        left_out: &["Name", "DOB", "Current meds"],
        unlabelled: 1,
    },
    // Markdown, bold.
    Case {
        template: INTAKE,
        text: "# Intake\n\n**Phone:** withheld\n**Allergies:** penicillin\n**Medications**: none\n\n## Goals\n\n- softer lines\n- more even skin\n\n## Pharmacy\n\nMain Street\n",
        kept: "Allergies: penicillin\nMedications: none\nGoals:\n- softer lines\n- more even skin\n",
        missing: &["contraindications", "prior_treatments"],
        left_out: &["Phone", "Pharmacy"],
        unlabelled: 0,
    },
    // Dashes, leaders, blanks to fill in.
    Case {
        template: INTAKE,
        text: "Allergies - none known\nMedications ........ spironolactone 100 mg\nPrevious treatments ____ Botox in 2023\nGoals: ________\nCell – withheld\n",
        kept: "Allergies: none known\nMedications: spironolactone 100 mg\nPrior treatments: Botox in 2023\n",
        missing: &["contraindications", "goals"],
        left_out: &["Cell"],
        unlabelled: 0,
    },
    // Rows of a label and its value.
    Case {
        template: FOLLOW_UP,
        text: "| Field | Answer |\n|---|---|\n| Patient name | withheld |\n| Pregnant | no |\n| Blood thinners | Eliquis |\n| Goals | fuller lips |\n| Occupation | teacher |\n",
        kept: "Contraindications:\n- Pregnant: no\n- Blood thinners: Eliquis\nGoals: fuller lips\n",
        missing: &["next_appointment_type"],
        left_out: &["Patient name", "Occupation"],
        unlabelled: 0,
    },
    // A row of labels over a row of values.
    Case {
        template: INTAKE,
        text: "| Name | Allergies | Goals |\n|---|---|---|\n| the client | sulfa | even tone |\n",
        kept: "Allergies: sulfa\nGoals: even tone\n",
        missing: &["medications", "contraindications", "prior_treatments"],
        left_out: &["Name"],
        unlabelled: 0,
    },
    // Exported data.
    Case {
        template: INTAKE,
        text: "first_name,dob,allergies,current_medications,goals\nthe client,1985,\"latex, nickel\",none,fewer pores\n",
        kept: "Allergies: latex, nickel\nMedications: none\nGoals: fewer pores\n",
        missing: &["contraindications", "prior_treatments"],
        left_out: &["first name", "dob"],
        unlabelled: 0,
    },
    // JSON, nested, with questions.
    Case {
        template: FOLLOW_UP,
        text: r#"{"patient": {"name": "withheld", "nextAppointmentType": "peel"}, "pregnant": false,
                "allergies": {"drug": "penicillin"}, "answers": [{"question": "What are your goals?", "answer": "smoother skin"}]}"#,
        kept: "Contraindications:\n- pregnant: no\n- allergies: drug: penicillin\nGoals: smoother skin\nNext appointment type: peel\n",
        missing: &[],
        left_out: &["name"],
        unlabelled: 0,
    },
    // Headings in capitals with lines and items under them.
    Case {
        template: INTAKE,
        text: "CONTACT\nwithheld\n- Spouse: withheld\n\nALLERGIES\nNKDA\n\nMEDICATIONS\n- sertraline\n- Vitamin D: daily\n\nTREATMENT GOALS\nLess redness\n\nCONTRAINDICATIONS\npacemaker\n",
        kept: "Allergies: NKDA\nMedications:\n- sertraline\n- Vitamin D: daily\nContraindications: pacemaker\nGoals: Less redness\n",
        missing: &["prior_treatments"],
        left_out: &["CONTACT"],
        unlabelled: 0,
    },
    // Check boxes, in a list and in a row.
    Case {
        template: FOLLOW_UP,
        text: "Medical history (check all that apply)\n[x] Cold sores   [ ] Keloids   [x] Asthma\n[x] Lupus\n\nPregnant: [ ] Yes [x] No\nTaking blood thinners? Yes [ ] No [x]\n",
        kept: "Contraindications:\n- Cold sores\n- Lupus\n- Pregnant: No\n- Taking blood thinners? No\n",
        missing: &["goals", "next_appointment_type"],
        left_out: &["Medical history (check all that apply)"],
        unlabelled: 0,
    },
    // A SOAP note.
    Case {
        template: FOLLOW_UP,
        text: "S: Pt unhappy with her lips, wants subtle volume. Works nights.\nO: Skin clear.\nA: Good candidate. Hx cold sores.\nP: RTC 2 wks for filler.\n",
        kept: "Contraindications: Hx cold sores\nGoals: Pt unhappy with her lips, wants subtle volume\nNext appointment type: RTC 2 wks for filler\n",
        missing: &[],
        left_out: &["S", "O", "A"],
        unlabelled: 0,
    },
    // Labels run together on one line.
    Case {
        template: INTAKE,
        text: "Name: withheld DOB: 1985 Allergies: latex Meds: none Goals: softer jawline; Prior treatments: Dysport. Emergency contact: withheld\n",
        kept: "Allergies: latex\nMedications: none\nPrior treatments: Dysport\nGoals: softer jawline\n",
        missing: &["contraindications"],
        left_out: &["Name", "DOB", "Emergency contact"],
        unlabelled: 0,
    },
    // Questions and answers under each other.
    Case {
        template: INTAKE,
        text: "Q: Any allergies?\nA: bee stings\nQ: Do you take any medications?\nA: Yes, Eliquis\nQ: Who referred you?\nA: my sister\nQ: Have you had any filler before?\nA: lips, two years ago\n",
        kept: "Allergies: bee stings\nMedications: Yes, Eliquis\nPrior treatments: lips, two years ago\n",
        missing: &["contraindications", "goals"],
        left_out: &["Who referred you?"],
        unlabelled: 0,
    },
    // A label, a wide gap, a value; tabs.
    Case {
        template: INTAKE,
        text: "Allergies          latex\nMedications\tnone\nEmail\twithheld\n",
        kept: "Allergies: latex\nMedications: none\n",
        missing: &["contraindications", "prior_treatments", "goals"],
        left_out: &["Email"],
        unlabelled: 0,
    },
    // A note in sentences.
    Case {
        template: FOLLOW_UP,
        text: "The patient came in with her sister today. She is allergic to lidocaine, takes sertraline and\nwants softer frown lines. Her mother has lupus.\nShe asked about parking. Next visit: filler consult.\n",
        kept: "Contraindications: She is allergic to lidocaine\nGoals: wants softer frown lines\nNext appointment type: filler consult\n",
        missing: &[],
        left_out: &[],
        unlabelled: 3,
    },
    // A heading for contraindications, and a medication that is one.
    Case {
        template: FOLLOW_UP,
        text: "Contraindications: pacemaker\nMedications: Eliquis 5 mg, sertraline\nFollow-up: two weeks, recheck brow\n",
        kept: "Contraindications:\n- pacemaker\n- Eliquis 5 mg\nNext appointment type: two weeks, recheck brow\n",
        missing: &["goals"],
        left_out: &["Medications"],
        unlabelled: 0,
    },
    // A value that runs on, and one that is quoted.
    Case {
        template: INTAKE,
        text: "> Allergies: latex\n> Goals: wants to look rested for the wedding and a little\n> softer around the mouth\n> Bring a friend\n",
        kept: "Allergies: latex\nGoals: wants to look rested for the wedding and a little softer around the mouth\n",
        missing: &["medications", "contraindications", "prior_treatments"],
        left_out: &[],
        unlabelled: 1,
    },
    // A field that only the policy knows.
    Case {
        template: &["skin_type", "fitzpatrick"],
        text: "Skin type: oily\nFitzpatrick: III\nAge: 34\n",
        kept: "Skin type: oily\nFitzpatrick: III\n",
        missing: &[],
        left_out: &["Age"],
        unlabelled: 0,
    },
    // A call.
    Case {
        template: &["reason_for_call", "outcome", "next_step"],
        text: "Caller: withheld\nReason for call: swelling after filler\nOutcome: nurse reviewed photos\nNext step: call back tomorrow\nCallback number: withheld\n",
        kept: "Reason for call: swelling after filler\nOutcome: nurse reviewed photos\nNext step: call back tomorrow\n",
        missing: &[],
        left_out: &["Caller", "Callback number"],
        unlabelled: 0,
    },
    // Insurance.
    Case {
        template: &["plan_type", "procedure_category", "question"],
        text: "Insurance: withheld\nMember ID: withheld\nPlan type: PPO\nProcedure category: medical dermatology\nQuestion: is a biopsy covered?\n",
        kept: "Plan type: PPO\nProcedure category: medical dermatology\nQuestion: is a biopsy covered?\n",
        missing: &[],
        left_out: &["Insurance", "Member ID"],
        unlabelled: 0,
    },
    // Two columns of labels over their values, and labels with several lines.
    Case {
        template: INTAKE,
        text: "Allergies      Medications\nlatex          none\n\nGoals:\n  fuller lips\n  softer chin\n\nThank you!\n",
        kept: "Allergies: latex\nMedications: none\nGoals:\n- fuller lips\n- softer chin\n",
        missing: &["contraindications", "prior_treatments"],
        left_out: &[],
        unlabelled: 1,
    },
    // A printed form with leaders, two to a line, and one that nobody filled in.
    Case {
        template: INTAKE,
        text: "Medicines .......... iron ........ Allergies ....... penicillin .......\nReason for visit ... acne marks ..........\n\
               Surgeries ________\n\nThank you!\n",
        kept: "Allergies: penicillin\nMedications: iron\nGoals: acne marks\n",
        missing: &["contraindications", "prior_treatments"],
        left_out: &[],
        unlabelled: 1,
    },
    // A label before the boxes of another, and headings that run into their text.
    Case {
        template: INTAKE,
        text: "Allergies: latex      Pregnant? [ ] Yes [x] No\nContraindications. None that we know of.\nCell: withheld   OK to text? [x] Yes [ ] No\n",
        kept: "Allergies: latex\nContraindications:\n- Pregnant? No\n- None that we know of\n",
        missing: &["medications", "prior_treatments", "goals"],
        left_out: &["Cell", "OK to text?"],
        unlabelled: 0,
    },
    // A form of a desk, filled in by hand.
    Case {
        template: INTAKE,
        text: "AREAS OF INTEREST\n[x] Frown lines   [x] Crow's feet   [ ] Lips\n\nMEDICAL HISTORY\nAllergies:      Penicillin (hives)\n\
               Medications:    Levothyroxine 75 mcg\nCold sores:     Yes, last outbreak about 2 years ago\nPregnant / nursing:   No\n\
               Prior injectables:    Dysport x 2\n\nI certify that the above is true.\nSignature: withheld      Date: 2025\n",
        kept: "Allergies: Penicillin (hives)\nMedications: Levothyroxine 75 mcg\nContraindications:\n\
               - Cold sores: Yes, last outbreak about 2 years ago\n- Pregnant / nursing: No\nPrior treatments: Dysport x 2\n\
               Goals:\n- Frown lines\n- Crow's feet\n",
        missing: &[],
        left_out: &["Signature", "Date"],
        unlabelled: 1,
    },
    // A talk, in which an answer follows its question.
    Case {
        template: INTAKE,
        text: "Nurse: Thanks for waiting. Any allergies?\nPatient: Just penicillin.\n[nurse] Okay. what would you like to see?\n[patient] my smile lines\n",
        kept: "Allergies: Just penicillin\nGoals: my smile lines\n",
        missing: &["medications", "contraindications", "prior_treatments"],
        left_out: &["Nurse"],
        unlabelled: 0,
    },
];

#[test]
fn a_task_keeps_its_fields_and_names_the_rest() {
    for Case { template, text, kept, missing, left_out, unlabelled } in CASES {
        let minimized = minimize(text, &owned(template));
        assert_eq!(minimized.text(), *kept, "{text}");
        assert_eq!(minimized.missing, *missing, "{text}");
        assert_eq!(minimized.left_out, *left_out, "{text}");
        assert_eq!(minimized.unlabelled, *unlabelled, "{text}");
    }
}

#[test]
fn every_built_in_template_is_known_by_its_fields() {
    let policy = crate::Policy::built_in().unwrap();
    for fields in policy.templates.values() {
        for field in fields {
            assert!(field::FIELDS.iter().any(|known| known.name == field), "{field}");
        }
    }
}

#[test]
fn a_statement_is_never_turned_into_its_contrary() {
    let cases = [
        ("No fever, cold sores or pregnancy.", "No fever, cold sores or pregnancy"),
        ("Denies meds, pregnancy, cold sores.", "Denies meds, pregnancy, cold sores"),
        ("PMH: not on Eliquis, cold sores", "not on Eliquis, cold sores"),
    ];
    for (note, statement) in cases {
        let kept = minimize(note, &owned(FOLLOW_UP)).kept;
        assert_eq!(kept[0].values, [statement], "{note}");
    }
}

#[test]
fn a_bare_answer_keeps_its_question() {
    let cases = [
        ("Latex allergy: no", "Latex allergy: no"),
        ("Allergic to lidocaine: severe", "Allergic to lidocaine: severe"),
        ("Drug allergies: none", "Drug allergies: none"),
        ("Any latex or nickel allergy? no", "Any latex or nickel allergy? no"),
        ("Allergies: none", "none"),
        ("All: NKDA", "NKDA"),
        ("Any allergies? no", "no"),
        (
            "Nurse: Any neuromuscular disease, latex allergy?\nPatient: I take aspirin",
            "Any neuromuscular disease, latex allergy? I take aspirin",
        ),
    ];
    for (form, value) in cases {
        let kept = minimize(form, &owned(&["allergies"])).kept;
        assert_eq!(kept[0].values, [value], "{form}");
    }
}

#[test]
fn the_second_look_changes_values_and_takes_out_labels() {
    let minimized = Minimized {
        kept: vec![Field { name: "goals".to_owned(), values: vec!["like Odile".to_owned(), "lips".to_owned()] }],
        left_out: vec!["Odile".to_owned(), "Phone".to_owned()],
        ..Minimized::default()
    };
    let minimized = minimized.rewritten(|text| {
        let found = text.find("Odile").map(|at| at..at + 5);
        let changes: Vec<Change> =
            found.into_iter().map(|bytes| Change { finding: None, bytes, replacement: "someone".to_owned() }).collect();
        Rewrite { text: text.replace("Odile", "someone"), changes, ..Rewrite::default() }
    });
    assert_eq!(minimized.text(), "Goals:\n- like someone\n- lips\n");
    assert_eq!(minimized.left_out, ["Phone"]);
    assert_eq!(minimized.unlabelled, 1);
}

/// Pieces of forms, put together at random.
fn form() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "Allergies",
        "Goals",
        ":",
        " ",
        "\n",
        "\t",
        "   ",
        "|",
        "?",
        "[x] ",
        "[ ]",
        "- ",
        "# ",
        "**",
        "pregnant",
        "wants",
        "softer",
        "lips",
        ", ",
        "; ",
        ". ",
        "no",
        "é",
        "–",
        "\"",
        "{",
        "}",
        "[",
        "]",
        "…",
        "S:",
        "Name",
        "RTC 2 wks",
        "(",
        ")",
        "=",
        "___",
        "\r\n",
        "Eliquis",
        "takes",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// The words of a text, for what is kept consists of them.
fn words_of(text: &str) -> BTreeSet<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

proptest! {
    #[test]
    fn nothing_is_kept_that_the_text_does_not_say(text in prop_oneof![form(), any::<String>(), "\\PC*"]) {
        let minimized = minimize(&text, &owned(INTAKE));
        let said = words_of(&text);
        for word in minimized.kept.iter().flat_map(|field| &field.values).flat_map(|value| words_of(value)) {
            // JSON says yes and no by true and false, and writes letters by their numbers.
            prop_assert!(said.contains(&word) || text.trim_start().starts_with(['{', '[']), "{word}");
        }
        prop_assert_eq!(minimized.kept.len() + minimized.missing.len(), INTAKE.len());
        prop_assert!(minimized.unlabelled <= text.lines().count());
    }
}
