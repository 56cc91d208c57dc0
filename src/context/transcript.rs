//! Recorded talks: who speaks which turn, and where a talk that was about booking turns clinical (reason P5).

use crate::policy::phrase::PhraseSet;
use crate::text::Page;
use std::ops::Range;
use std::sync::LazyLock;

/// The longest name of a speaker, in bytes.
const SPEAKER: usize = 32;
/// From this many turns on lines with names before them are a talk.
const TURNS: usize = 4;

/// What stands between a speaker's name and the words.
const MARKS: [&str; 3] = [":", ">>", " | "];

/// A turn of a talk: who speaks, and what is said, in bytes of the view.
struct Turn {
    speaker: String,
    said: Range<usize>,
}

/// Who speaks for the practice. Whoever else speaks is a patient or a caller.
const OURS: &[&str] = &[
    "agent",
    "rep",
    "representative",
    "front desk",
    "desk",
    "frontdesk",
    "recep",
    "receptionist",
    "reception",
    "bot",
    "assistant",
    "ai",
    "virtual",
    "chatbot",
    "us",
    "staff",
    "spa",
    "clinic",
    "office",
    "operator",
    "scheduler",
    "scheduling",
    "coordinator",
    "practice",
    "system",
    "ivr",
    "salon",
    "concierge",
    "host",
    "fd",
    "csr",
    "team",
    "booking",
    "coord",
    "manager",
    "support",
];

/// Clinicians: a talk that one of them has taken over is where it belongs.
const CLINICIANS: &[&str] =
    &["nurse", "rn", "dr", "doctor", "np", "pa", "injector", "provider", "clinician", "therapist"];

/// The turns of a talk in which somebody speaks who is not the practice, or of whom that is not known, each in bytes of the
/// view with whether a phrase in it tells symptoms or asks for advice; none where the page is no talk, and none from where a
/// clinician speaks, who is whom such words belong to.
pub(super) fn outside_turns(page: &Page<'_>) -> Vec<(Range<usize>, bool)> {
    let turns = turns(page.text());
    if turns.len() < TURNS {
        return Vec::new();
    }
    let before = turns.into_iter().take_while(|turn| !is_one_of(&turn.speaker, CLINICIANS));
    let outside = before.filter(|turn| !is_one_of(&turn.speaker, OURS));
    let clinical =
        |said: &Range<usize>| page.text().get(said.clone()).is_some_and(|said| CLINICAL.find(said).next().is_some());
    outside.map(|turn| (turn.said.clone(), clinical(&turn.said))).collect()
}

/// Whether a speaker's name has one of some words.
fn is_one_of(speaker: &str, words: &[&str]) -> bool {
    let mut parts = speaker.split(|c: char| !c.is_alphanumeric());
    words.contains(&speaker) || parts.any(|part| words.contains(&part))
}

/// The turns of a talk: lines that begin with a short name and a colon, with the lines that follow; none where fewer
/// than two speak.
fn turns(text: &str) -> Vec<Turn> {
    let mut turns: Vec<Turn> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let content = line.trim_end();
        match speaker(content) {
            Some((name, behind)) => turns.push(Turn { speaker: name, said: start + behind..start + content.len() }),
            None => {
                if let Some(turn) = turns.last_mut().filter(|_| !content.is_empty()) {
                    turn.said.end = start + content.len();
                }
            }
        }
    }
    let first = turns.first().map(|turn| turn.speaker.clone());
    if turns.iter().all(|turn| Some(&turn.speaker) == first.as_ref()) { Vec::new() } else { turns }
}

/// The speaker of a line in lower case, and where the words begin: `[00:12] Agent (Bree): Good morning`.
fn speaker(line: &str) -> Option<(String, usize)> {
    let mut from = line.len() - line.trim_start_matches([' ', '\t', '>', '*', '-', '_']).len();
    let stamp = line.get(from..)?;
    if stamp.starts_with(|c: char| c == '[' || c == '(' || c.is_ascii_digit()) {
        let end = stamp.find(|c: char| c.is_alphabetic() && !matches!(c, 'a' | 'p' | 'm' | 'A' | 'P' | 'M'))?;
        from += end;
    }
    let rest = line.get(from..)?;
    let (end, mark) = MARKS.iter().filter_map(|mark| Some((rest.find(mark)?, mark.len()))).min()?;
    let name = rest.get(..end)?.trim_matches(['*', '_', ' ', ']', ')']);
    let plain =
        |c: char| c.is_alphanumeric() || matches!(c, ' ' | '.' | '\'' | '’' | '-' | '(' | '/' | '#' | '&' | '"');
    let good = !name.is_empty() && name.len() <= SPEAKER && name.split(' ').count() <= 4 && name.chars().all(plain);
    let behind = from + end + mark;
    let spaces = line.get(behind..)?.len() - line.get(behind..)?.trim_start_matches([' ', '*', '_']).len();
    good.then(|| (name.to_lowercase(), behind + spaces))
}

/// What turns a booking talk clinical: symptoms of one's own, medicines and doses, whether something is normal.
static CLINICAL: LazyLock<PhraseSet> = LazyLock::new(|| {
    let phrases: Vec<&str> = PHRASES.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    PhraseSet::new(&phrases).unwrap_or_else(|_| PhraseSet::of(Vec::new()))
});

const PHRASES: &str = "
    is it/this/that ... normal/ok/okay/safe/bad/dangerous/infected/serious/concerning
    is ... supposed to
    should/can/could/may i ... take/taking/stop/keep-taking/put/use/apply/ice/pop/drain/skip/double
    what should/can/do i (do/take/use/put) ... for/about/on
    do i need to stop/take/worry
    how much/many ... should/can/do i take
    it's/its/it-is/is/are/been/gone/getting/got/turned (a/really/very/kinda/kind-of/so/still/super/all) swollen/red/white/purple/blue/black/hot/numb/itchy/bleeding/oozing/infected/bruised/painful/tender/hard/lumpy/droopy/drooping/blistered/blistering/peeling/throbbing/burning/tingling/puffy/sore/crusty/worse
    swelling/bruising/bleeding/oozing/pus/fever/chills/rash/hives/blister/blisters/lump/lumps/bump/bumps/numbness/dizzy/nausea/nauseous/vomit*/vomiting/headache/headaches/migraine/infection/blurry
    my lip/lips/eye/eyes/eyelid/brow/eyebrow/face/cheek/cheeks/chin/nose/forehead/skin/incision/stitches/scar/scalp/chest/stomach/mole/leg/arm/jaw/tooth/gum/breast ... hurt/hurts/burn/burns/itch/itches/droop/droops/drooping/swollen/red/numb/lumpy/uneven/white/purple/dark/hard/peeling/bleeding/bleeds/open/opened/wet/leaking/weird/worse
    throwing/threw up
    i'm/im/i-am on/taking accutane/isotretinoin/antibiotics/blood-thinners/blood-thinner/warfarin/eliquis/prednisone/steroids/ozempic/semaglutide/tirzepatide/zoloft/lexapro/sertraline/adderall/lithium/methotrexate/insulin
    i'm/im/i-am/might-be/maybe/could-be pregnant/breastfeeding/nursing/allergic
    i/he/she take/takes/took/taking ... mg/milligrams/pill/pills/tablet/tablets/dose/advil/ibuprofen/tylenol/aspirin/benadryl/xanax/antibiotic
    milligrams/mg/dosage
    side effect/effects
    my dose/meds/medication/medications/medicine/prescription/refill
    advil/ibuprofen/tylenol/aspirin/benadryl/motrin/aleve/naproxen/antibiotic/antibiotics/arnica/valtrex/acyclovir
    allergic to
    allergic reaction
    cold sore/sores
    want/wanted to die/hurt-myself/end-it/kill-myself
    panic attack/attacks
    can't/cant/couldn't/couldnt/haven't/havent sleep/breathe/see/swallow/eat/slept/feel/move/open/close
    it/this/that hurts/burns/itches/stings
    hurts/burns/itches (so/really/very) bad/badly/much/when
";

#[cfg(test)]
mod tests {
    use super::*;

    fn turn(text: &str) -> Option<String> {
        let page = Page::new(text);
        let turns = outside_turns(&page);
        turns.into_iter().find(|(_, clinical)| *clinical).map(|(turn, _)| page.text()[turn].to_owned())
    }

    #[test]
    fn the_turn_where_a_booking_turns_clinical_is_found() {
        let talk = "Agent: Thanks for calling, how can I help?\nCaller: Do you have anything Friday?\nAgent: Ten or \
                    two.\nCaller: Two. Also my lip is swollen since the filler, should I take something?\nAgent: Let me see.";
        let expected = "Two. Also my lip is swollen since the filler, should I take something?";
        assert_eq!(turn(talk).as_deref(), Some(expected));
        let handed_on = format!("{talk}\nNurse: Since when?");
        assert_eq!(turn(&handed_on).as_deref(), Some(expected));
        let stamped = "[00:01] Front desk (Bree): Good morning\n[00:04] Ms. Ortiz: Hi, is that normal, a white spot on \
                       my lip?\n[00:09] Front desk (Bree): Oh\n[00:12] Ms. Ortiz: Yes";
        assert_eq!(turn(stamped).as_deref(), Some("Hi, is that normal, a white spot on my lip?"));
    }

    #[test]
    fn booking_alone_and_a_nurses_own_call_turn_nowhere() {
        for talk in [
            "Agent: How can I help?\nCaller: What are your prices?\nAgent: $300.\nCaller: Thanks, Friday then.",
            "Nurse: How are you?\nPatient: My lip is swollen.\nNurse: Since when?\nPatient: Monday.",
            "Note: my lip is swollen.\nNote: call back",
            "Is it normal that my lip is swollen?",
            "Bot: Hi!\nUser: i have a question for the nurse\nBot: She will call you. Your number?\nUser: 479-555-0133",
        ] {
            assert_eq!(turn(talk), None, "{talk}");
        }
    }
}
