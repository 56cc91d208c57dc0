//! A practice's first policy: the questions that decide, whether HIPAA should be assumed to apply, and the file.

use super::shipped::starter;
use super::{CoveredEntity, PracticeKind};
use jiff::civil::Date;

/// An answer to a question about the practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Answer {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Nobody knows for certain.
    #[default]
    Unsure,
}

/// What an owner answers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answers {
    /// What the practice is called.
    pub name: Option<String>,
    /// What kind of practice it is.
    pub kind: PracticeKind,
    /// Whether licensed clinicians treat people there.
    pub licensed_clinicians: Answer,
    /// Whether it has a medical director.
    pub medical_director: Answer,
    /// Whether claims or questions about coverage go to insurers electronically, by whomever.
    pub bills_insurance: Answer,
    /// Whether it keeps treatment records.
    pub treatment_records: Answer,
    /// Whether prescriptions are sent electronically.
    pub e_prescribes: Answer,
    /// The AI tools that it uses.
    pub tools: Vec<Tool>,
}

/// An AI tool that a practice uses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tool {
    /// What it is called.
    pub name: String,
    /// The day on which the agreement with its maker was signed; none where there is none.
    pub signed: Option<Date>,
    /// The last day of the agreement; none where it has no end.
    pub expires: Option<Date>,
}

/// Whether a practice should assume that HIPAA binds it, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// What the policy says.
    pub covered_entity: CoveredEntity,
    /// The answer in a short sentence.
    pub answer: &'static str,
    /// Why, in a few sentences.
    pub because: &'static str,
}

/// What would change a standing of no or assume.
pub const WOULD_CHANGE: &str = "One electronic claim, one electronic question whether a plan covers something, one \
    prior authorization, or one of these sent in your name by a billing service or by your software makes the whole \
    practice a covered entity, for the patients who pay in cash too. Work for a covered practice can bind you as its \
    business associate.";

/// What a program cannot do.
pub const NO_ADVICE: &str = "This is no legal advice: have a lawyer confirm it.";

impl Answers {
    /// Whether it should assume that HIPAA binds it: a covered entity is a provider of health care who sends one of the
    /// standard transactions electronically, 45 CFR 160.103 and 162.
    pub fn standing(&self) -> Standing {
        let (covered_entity, answer, because) = match (self.bills_insurance, self.e_prescribes) {
            (Answer::Yes, _) => (
                CoveredEntity::Yes,
                "HIPAA binds you.",
                "Claims or questions about coverage go to insurers electronically. A provider of health care who sends \
                 one of these standard transactions is a covered entity (45 CFR 160.103; 45 CFR 162.1101, 162.1201), for \
                 all of its patients, also for those who pay in cash.",
            ),
            (Answer::Unsure, _) => (
                CoveredEntity::Assume,
                "Assume that HIPAA binds you.",
                "A provider of health care who sends claims or questions about coverage to insurers electronically is a \
                 covered entity (45 CFR 160.103; 45 CFR 162), also when a billing service does it. You are not sure \
                 whether anybody does so for you: ask whoever handles your payments.",
            ),
            (Answer::No, Answer::Yes) => (
                CoveredEntity::Assume,
                "Assume that HIPAA binds you.",
                "Sending a prescription electronically does not by itself make you a covered entity, but the software \
                 mostly asks the patient's drug plan what it covers, and that question is a standard transaction (45 CFR \
                 162.1201). Ask its maker whether yours does.",
            ),
            (Answer::No, Answer::Unsure) => (
                CoveredEntity::Assume,
                "Assume that HIPAA binds you.",
                "You send no insurer anything, but you are not sure whether prescriptions go out electronically. The \
                 software for that mostly asks the patient's drug plan what it covers, which is a standard transaction \
                 (45 CFR 162.1201).",
            ),
            (Answer::No, Answer::No) if self.kind == PracticeKind::CosmeticOnly => (
                CoveredEntity::No,
                "By your answers HIPAA does not bind you as a covered entity.",
                "You offer cosmetic services only, your clients pay you themselves, and nobody asks an insurer anything \
                 electronically. So you send none of the standard transactions (45 CFR 162), and who sends none is no \
                 covered entity (45 CFR 160.103), even with licensed clinicians. What clients tell you is private all \
                 the same, by state law and the FTC Act.",
            ),
            (Answer::No, Answer::No) if !self.gives_care() => (
                CoveredEntity::No,
                "By your answers HIPAA does not bind you as a covered entity.",
                "Nobody licensed treats people at your practice, there is no medical director, you keep no treatment \
                 records and send no insurer anything. So you are no provider of health care who sends a standard \
                 transaction (45 CFR 160.103; 45 CFR 162). What clients tell you is private all the same, by state law \
                 and the FTC Act.",
            ),
            (Answer::No, Answer::No) => (
                CoveredEntity::Assume,
                "Assume that HIPAA binds you.",
                "By your answers you send no insurer anything electronically, so you may be no covered entity (45 CFR \
                 160.103; 45 CFR 162). But you give health care and keep what belongs to it, and little is needed to \
                 change that. Acting as if HIPAA binds you costs little, and state law asks for much the same.",
            ),
        };
        Standing { covered_entity, answer, because }
    }

    /// Whether it may be a provider of health care at all.
    fn gives_care(&self) -> bool {
        let care = [self.licensed_clinicians, self.medical_director, self.treatment_records];
        matches!(self.kind, PracticeKind::Therapist | PracticeKind::Dermatology) || care != [Answer::No; 3]
    }

    /// The policy, commented, for its file.
    pub fn to_yaml(&self) -> String {
        let starter = starter(shipped_for(self.kind));
        let (head, rest) = apart(&starter, "# Who we are.");
        let (_, rest) = apart(rest, "# An AI tool that we approved,");
        let (tool, tail) = apart(rest, "# Who handles what,");
        let tools = if self.tools.is_empty() { tool.to_owned() } else { self.destinations() };
        format!("{head}{}{tools}{tail}", self.practice())
    }

    fn practice(&self) -> String {
        let standing = self.standing();
        let mut why = format!("Does HIPAA bind us? {} {}", standing.answer, standing.because);
        if standing.covered_entity != CoveredEntity::Yes {
            why += &format!(" {WOULD_CHANGE}");
        }
        let name = match &self.name {
            Some(name) => format!("  name: {}\n", quoted(name)),
            None => "  #name: Glow Aesthetics\n".to_owned(),
        };
        format!(
            "# Who we are. What we print on our own website is no secret: list it under `public`. Patients never belong here.\n\
             #\n\
             {}\n\
             practice:\n\
             {name}  kind: {}\n  covered_entity: {}        # yes, no, or assume\n\
             \x20 #public:\n\
             \x20 #  staff: [\"Dr. Ana Ruiz\", \"Mia Cho, NP\"]\n\
             \x20 #  phones: [\"479-555-0100\"]\n\
             \x20 #  emails: [\"hello@glow.example\"]\n\
             \x20 #  domains: [\"glow.example\"]\n\
             \x20 #  addresses: [\"12 Main St, Rogers, AR 72756\"]\n\n",
            comment(&format!("{why} {NO_ADVICE}")),
            shipped_for(self.kind).replace('-', "_"),
            match standing.covered_entity {
                CoveredEntity::Yes => "yes",
                CoveredEntity::No => "no",
                CoveredEntity::Assume => "assume",
            },
        )
    }

    fn destinations(&self) -> String {
        let mut text = "# Our AI tools. One with a signed agreement (BAA) counts as approved until its last day; what stands below the\n\
                        # agreement, its maker has to answer in writing. `safepaste policy lint` tells what is missing.\n\
                        destinations:\n"
            .to_owned();
        let mut keys: Vec<String> = ["chatbot", "email", "internal", "reminders", "website"].map(str::to_owned).into();
        for tool in &self.tools {
            let key = key_for(&tool.name, &keys);
            let label = quoted(&tool.name);
            text += &match tool.signed {
                None => format!(
                    "  {key}:\n    kind: general_ai             # no agreement: like any chatbot\n    label: {label}\n"
                ),
                Some(signed) => {
                    let expires = tool.expires.map(|day| format!(", expires: {day}")).unwrap_or_default();
                    format!(
                        "  {key}:\n    kind: approved_ai\n    label: {label}\n    baa: {{signed: {signed}{expires}}}\n\
                         \x20   # Take away the # where its maker has answered, and write the answer.\n\
                         \x20   #trains_on_data: false\n\
                         \x20   #retention_days: 30\n\
                         \x20   #deletes_on_request: true\n\
                         \x20   #access_control: true          # everyone signs in with an account of their own\n\
                         \x20   #audit_log: true\n\
                         \x20   #encryption: {{transit: true, rest: true}}\n\
                         \x20   #subprocessors: [{{name: Example Cloud, baa: true}}]\n"
                    )
                }
            };
            keys.push(key);
        }
        text + "\n"
    }
}

/// The shipped policy for a kind of practice.
fn shipped_for(kind: PracticeKind) -> &'static str {
    match kind {
        PracticeKind::MedSpa => "med-spa",
        PracticeKind::Therapist => "therapist",
        PracticeKind::Dermatology => "dermatology",
        PracticeKind::CosmeticOnly => "cosmetic-only",
    }
}

/// A text before and from a mark that stands in it.
fn apart<'t>(text: &'t str, mark: &str) -> (&'t str, &'t str) {
    text.split_at(text.find(mark).unwrap_or(text.len()))
}

/// A name as YAML reads it back; JSON's quotes are YAML's.
fn quoted(name: &str) -> String {
    serde_json::Value::from(name).to_string()
}

fn comment(text: &str) -> String {
    let options = textwrap::Options::new(100)
        .initial_indent("# ")
        .subsequent_indent("# ")
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    textwrap::fill(text, options)
}

/// The key of a tool: its name in small letters, unlike every other key.
fn key_for(name: &str, taken: &[String]) -> String {
    let letters = name.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' });
    let word = letters.collect::<String>().split('_').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("_");
    let word = if word.starts_with(|c: char| c.is_ascii_alphabetic()) { word } else { format!("tool_{word}") };
    let more = (2..).map(|number| format!("{word}_{number}"));
    [word.clone()].into_iter().chain(more).find(|key| !taken.contains(key)).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::{DestinationKind, Policy, Severity, lint_text};
    use jiff::civil::date;

    #[test]
    fn whether_hipaa_binds_follows_from_what_goes_to_insurers() {
        use Answer::{No, Unsure, Yes};
        use PracticeKind::{CosmeticOnly, MedSpa, Therapist};
        let cases = [
            (MedSpa, [Yes, Yes, Yes, Yes, Yes], CoveredEntity::Yes),
            (CosmeticOnly, [No, No, Yes, No, No], CoveredEntity::Yes),
            (MedSpa, [Yes, Yes, Unsure, Yes, No], CoveredEntity::Assume),
            (CosmeticOnly, [Yes, Yes, No, Yes, Yes], CoveredEntity::Assume),
            (CosmeticOnly, [Yes, Yes, No, Yes, Unsure], CoveredEntity::Assume),
            (CosmeticOnly, [Yes, Yes, No, Yes, No], CoveredEntity::No),
            (MedSpa, [Yes, Yes, No, Yes, No], CoveredEntity::Assume),
            (MedSpa, [No, No, No, No, No], CoveredEntity::No),
            (MedSpa, [No, No, No, Unsure, No], CoveredEntity::Assume),
            (Therapist, [No, No, No, No, No], CoveredEntity::Assume),
            (MedSpa, [Unsure; 5], CoveredEntity::Assume),
        ];
        for (
            kind,
            [licensed_clinicians, medical_director, bills_insurance, treatment_records, e_prescribes],
            expected,
        ) in cases
        {
            let answers = Answers {
                kind,
                licensed_clinicians,
                medical_director,
                bills_insurance,
                treatment_records,
                e_prescribes,
                ..Answers::default()
            };
            let standing = answers.standing();
            assert_eq!(standing.covered_entity, expected, "{answers:?}");
            assert!(standing.because.contains("45 CFR"), "{answers:?}");
        }
    }

    #[test]
    fn the_file_says_what_was_answered_and_nothing_is_wrong_with_it() {
        let today = date(2026, 6, 1);
        for kind in
            [PracticeKind::MedSpa, PracticeKind::Therapist, PracticeKind::Dermatology, PracticeKind::CosmeticOnly]
        {
            let tools = ["Email", "ChatGPT", "ChatGPT", "4 Notes: \"Pro\""];
            let tool = |name: &&str| Tool { name: (*name).to_owned(), signed: None, expires: None };
            let tools = tools.iter().map(tool).collect();
            for answers in [
                Answers { kind, ..Answers::default() },
                Answers { kind, name: Some("Ann's \"Glow\": #1 Spa".to_owned()), tools, ..Answers::default() },
            ] {
                let text = answers.to_yaml();
                assert_eq!(lint_text(&text, today), [], "{text}");
                let policy = Policy::from_yaml(&text).unwrap();
                assert_eq!(policy.practice.name, answers.name);
                assert_eq!(policy.practice.kind, kind);
                assert_eq!(policy.practice.covered_entity, CoveredEntity::Assume);
                assert_eq!(policy.destinations["email"].kind, DestinationKind::Email);
                if !answers.tools.is_empty() {
                    let labels = ["email_2", "chatgpt", "chatgpt_2", "tool_4_notes_pro"]
                        .map(|key| policy.destinations[key].label.clone());
                    assert_eq!(
                        labels,
                        ["Email", "ChatGPT", "ChatGPT", "4 Notes: \"Pro\""].map(|name| Some(name.to_owned()))
                    );
                }
            }
        }
    }

    #[test]
    fn a_tool_counts_as_approved_while_its_agreement_runs() {
        let tool =
            Tool { name: "Scribe".to_owned(), signed: Some(date(2026, 1, 15)), expires: Some(date(2027, 1, 15)) };
        let text = Answers { tools: vec![tool], ..Answers::default() }.to_yaml();
        let scribe = &Policy::from_yaml(&text).unwrap().destinations["scribe"];
        assert!(scribe.baa_in_force(date(2027, 1, 15)) && !scribe.baa_in_force(date(2027, 1, 16)));
        let problems = lint_text(&text, date(2026, 6, 1));
        assert!(problems.iter().all(|problem| problem.severity == Severity::Warning), "{problems:?}");
        let key = |line: &str| line.strip_prefix("    #").is_some_and(|line| line.starts_with(char::is_alphabetic));
        let lines = text.lines().map(|line| if key(line) { line.replacen('#', "", 1) } else { line.to_owned() });
        let answered = lines.collect::<Vec<_>>().join("\n");
        assert_eq!(lint_text(&answered, date(2026, 6, 1)), [], "{answered}");
    }
}
