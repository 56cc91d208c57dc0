//! What each reason means, as `safepaste explain U1` prints it.

use super::ReasonCode;

/// The documentation of a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReasonDoc {
    /// Its code.
    pub code: ReasonCode,
    /// What people call it.
    pub title: &'static str,
    /// When it holds.
    pub means: &'static str,
    /// Why it matters, with the paragraph.
    pub why: &'static str,
    /// What to do instead.
    pub instead: &'static str,
    /// An invented text for which it holds.
    pub example: &'static str,
}

/// The documentation of a reason.
pub fn doc(code: ReasonCode) -> &'static ReasonDoc {
    match code {
        ReasonCode::U1 => &U1,
        ReasonCode::U2 => &U2,
        ReasonCode::U3 => &U3,
        ReasonCode::U4 => &U4,
        ReasonCode::C1 => &C1,
        ReasonCode::C2 => &C2,
        ReasonCode::C3 => &C3,
        ReasonCode::C4 => &C4,
        ReasonCode::P1 => &P1,
        ReasonCode::P2 => &P2,
        ReasonCode::P3 => &P3,
        ReasonCode::P4 => &P4,
        ReasonCode::P5 => &P5,
        ReasonCode::R1 => &R1,
    }
}

static U1: ReasonDoc = ReasonDoc {
    code: ReasonCode::U1,
    title: "Protected health information",
    means: "A name, telephone, email, street address, photo or another direct identifier stands together with a \
            condition, a treatment, an appointment, being a patient, or payment for care. No diagnosis has to be named.",
    why: "An identifier listed in 45 CFR 164.514(b)(2)(i) with health information is PHI. It may go only to a vendor that \
          has signed a business associate agreement (45 CFR 164.502(e), 164.504(e)), and into public or marketing only with \
          the patient's written authorization (45 CFR 164.508).",
    instead: "Use the rewrite, which says the same without the person. Or use a tool with a BAA in force, with only \
              what the task needs (45 CFR 164.502(b)) and a person who reads the answer.",
    example: "Write a reminder for Odile Marsh, lip filler on Thursday at 2.",
};

static U2: ReasonDoc = ReasonDoc {
    code: ReasonCode::U2,
    title: "Three or more people in one text",
    means: "Three or more different patients, clients or applicants are identified: a list, an export, a schedule, a table. \
            Providers and one patient's own relatives are not counted.",
    why: "A list is the costliest thing to lose, and a task hardly ever needs it: minimum necessary, 45 CFR 164.502(b). \
          A breach of 500 people or more is reported to HHS and the media (45 CFR 164.406, 164.408).",
    instead: "Ask for the message, the formula or the method without the people, then fill them in where the list lives.",
    example: "One reminder each: Odile peel 9, Bram tox 10, Caro laser 11.",
};

static U3: ReasonDoc = ReasonDoc {
    code: ReasonCode::U3,
    title: "An identifier too sensitive for any prompt",
    means: "A Social Security number (the last four too), a full card or bank number, a driver's licence or passport, \
            a medical record number, a health-plan number or a biometric, even alone.",
    why: "These are identifiers of 45 CFR 164.514(b)(2)(i)(G), (H), (I), (J), (K) and (P), and enough by themselves for theft. \
          No prompt needs them: 45 CFR 164.502(b). State law and card rules may ask for notice as well.",
    instead: "Take it out, or write a placeholder such as [MRN], and type it in afterwards in the system where it belongs.",
    example: "Is 219-09-9999 a valid social?",
};

static U4: ReasonDoc = ReasonDoc {
    code: ReasonCode::U4,
    title: "Something no AI tool may do alone",
    means: "The text asks a tool to diagnose, or to choose a treatment or a dose for one person, with no clinician in the loop; to send \
            clinical advice unread; to change scheduling rules unapproved; or to take in whole chart exports or photo libraries.",
    why: "Diagnosis and dosing are the practice of medicine and need a licence. Whole exports break minimum necessary \
          (45 CFR 164.502(b)), and unreviewed access breaks the safeguards of 45 CFR 164.308 and 164.312.",
    instead: "Let the tool draft, and let a licensed person decide and read what goes out. Ask general questions without the person.",
    example: "Have the bot answer every post-op question by itself, nobody needs to read it.",
};

static C1: ReasonDoc = ReasonDoc {
    code: ReasonCode::C1,
    title: "Somebody's details, no health link",
    means: "A name, telephone, email or another direct identifier of somebody, but nothing that ties them to care: a supplier, \
            an applicant, a landlord, a colleague's licence.",
    why: "It is not PHI as it stands, yet personal data. It becomes PHI when the tool can tie it to a patient (45 CFR 160.103).",
    instead: "Use the rewrite if the task works without the person; otherwise check that sharing it is fine with them.",
    example: "Thank our supply rep Bo Lindqvist, bo@supply.example, for the demo.",
};

static C2: ReasonDoc = ReasonDoc {
    code: ReasonCode::C2,
    title: "Only indirect identifiers",
    means: "Nobody is named, but a date, a town, a ZIP code, a facility or an age over 89 stands with one patient's care.",
    why: "Dates finer than a year, places below the state and ages over 89 are identifiers of 45 CFR 164.514(b)(2)(i)(B) and (C). \
          In a small town they are enough.",
    instead: "Write the year, the state, a duration, or \"90 or older\", as the rewrite does.",
    example: "A patient drives in from Ponca for her peel on March 3.",
};

static C3: ReasonDoc = ReasonDoc {
    code: ReasonCode::C3,
    title: "Work on a patient's record",
    means: "The text asks for work on one patient's intake, note, call, photo, benefits or treatment history, or for a public \
            reply that confirms a visit, though no identifier stands in it.",
    why: "The record comes with the task, in this message or the next, and it is PHI (45 CFR 160.103). A reply that confirms a \
          visit discloses it (45 CFR 164.502(a), 164.508).",
    instead: "Use a tool with a BAA, paste only what the task needs, and let a person read the answer.",
    example: "Summarize the intake form that I paste next.",
};

static C4: ReasonDoc = ReasonDoc {
    code: ReasonCode::C4,
    title: "A provider's name in a patient's story",
    means: "A clinician or staff member is named inside the story of one patient, who is not.",
    why: "A provider's name is no identifier of 45 CFR 164.514(b)(2)(i), but with the story it narrows down who the patient is: \
          the expert's question of 164.514(b)(1) and actual knowledge, 164.514(b)(2)(ii).",
    instead: "Write \"our injector\" or \"the provider\".",
    example: "A patient says that Dr. Lund rushed through her filler.",
};

static P1: ReasonDoc = ReasonDoc {
    code: ReasonCode::P1,
    title: "A treatment named over an open channel",
    means: "A text message or an email without encryption names the procedure, the drug or the condition of the person \
            it goes to.",
    why: "Whoever holds the phone reads it. Reminders are allowed, with reasonable safeguards and no more than needed \
          (45 CFR 164.530(c), 164.502(b)); what goes out electronically is protected on the way where that is \
          reasonable (45 CFR 164.312(e)).",
    instead: "Write \"your appointment\", the day and a number to call. Send the rest through the portal, or once the \
              patient has agreed in writing to open messages. A place with `encryption: {transit: true}` is not open.",
    example: "See you Tuesday at 2 for your lip filler.",
};

static P2: ReasonDoc = ReasonDoc {
    code: ReasonCode::P2,
    title: "A public word that somebody is a patient",
    means: "A reply to a review, a comment or a post confirms that somebody was here, or mentions their treatment, even \
            where they said so first.",
    why: "That somebody is a patient is PHI, and a public reply discloses it without authorization (45 CFR 164.502(a), \
          164.508). Practices have paid penalties to the Office for Civil Rights for exactly such replies.",
    instead: "Thank in general words, say that privacy keeps you from answering here, and give a number to call.",
    example: "So glad that you loved your filler with us, see you in June!",
};

static P3: ReasonDoc = ReasonDoc {
    code: ReasonCode::P3,
    title: "A client in public copy without authorization",
    means: "A testimonial, a caption or an advertisement names a client or tells enough to recognize one, and nothing \
            says that a signed authorization is on record.",
    why: "Marketing with PHI needs the person's written authorization that names the use (45 CFR 164.508(a)(3), (c)), \
          also for a first name with a face or a town.",
    instead: "Get the authorization and note it beside the copy (\"authorization on file\"), or write what clients in \
              general say.",
    example: "Jen, a teacher from Rogers, lost 30 pounds with us. Ask her how!",
};

static P4: ReasonDoc = ReasonDoc {
    code: ReasonCode::P4,
    title: "Health details asked for without need",
    means: "A phone script, greeting, chat or booking form asks callers for a condition, medicines, a birth date or the \
            reason in detail, where a name, a number and a time would do.",
    why: "What is asked for is recorded, in voicemail, chat logs and web forms: minimum necessary, 45 CFR 164.502(b), \
          and the safeguards of 45 CFR 164.530(c).",
    instead: "\"Please leave your name and number, and we call you back.\" Clinical questions come from a clinician.",
    example: "What medical condition are you calling about?",
};

static P5: ReasonDoc = ReasonDoc {
    code: ReasonCode::P5,
    title: "A booking talk that turns clinical",
    means: "In a call or chat that was about booking, somebody tells symptoms or asks what to take or whether something \
            is normal, and the talk goes on without a clinician. The place of the turn is shown.",
    why: "Advice to one person is the practice of medicine, and the transcript now holds more than booking needs \
          (45 CFR 164.502(b)).",
    instead: "Say that a clinician calls back at once, take a number, and end. In an emergency: 911.",
    example: "Caller: Is it normal that my lip turned white after the filler?",
};

static R1: ReasonDoc = ReasonDoc {
    code: ReasonCode::R1,
    title: "More than the role handles",
    means: "What the draft holds is not the work of the role that sends it (`--role`), or is something that this role \
            may never send.",
    why: "Each member of the workforce uses only what the task needs: role-based access, 45 CFR 164.514(d)(2), and \
          authorization of the workforce, 45 CFR 164.308(a)(3).",
    instead: "Hand the draft to a colleague whose work it is; the report names the roles. Or use the rewrite.",
    example: "Marketing drafts a mail that quotes a patient's chart.",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_is_documented_and_cites_the_rule() {
        for code in ReasonCode::ALL {
            let doc = doc(code);
            assert_eq!(doc.code, code);
            for part in [doc.title, doc.means, doc.why, doc.instead, doc.example] {
                assert!(!part.trim().is_empty() && !part.contains("  "), "{code}: {part}");
            }
            assert!(code == ReasonCode::U4 || doc.why.contains("45 CFR"), "{code}");
        }
    }
}
