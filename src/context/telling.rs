//! The words that tell whether a text is about one individual, about patients in general, or about nobody.

use super::cues::{Cue, List};

pub(super) const LISTS: &[List] = &[
    (Cue::Patient, PATIENT),
    (Cue::Patients, PATIENTS),
    (Cue::Person, PERSON),
    (Cue::Pronoun, PRONOUN),
    (Cue::First, FIRST),
    (Cue::Second, SECOND),
    (Cue::Story, STORY),
    (Cue::Residence, RESIDENCE),
    (Cue::Label, LABEL),
    (Cue::Note, NOTE),
];

const PATIENT: &str = "one of dr, my patient, our patient, a patient, the patient, this patient, that patient, one of my patients, one of our patients, one patient, patient is, patient was, patient has, patient had, patient wants, patient asked, patient asks, patient says, patient said, patient reports,
patient states, patient called, patient texted, patient drove, patient named, patient came, patient from, patient who, patient with, patient at, patient in, patient needs, patient received, patient lives, patient of dr, patient of, patient, pt, pt's, pts, pt:, patient:, patient's, new patient,
my client, our client, a client, the client, this client, that client, one of my clients, one of our clients, client is, client has, client says, client with, client from, client who, client came, client named, client gave, client asked, client wants, client:, client, client's,
botox client, filler client, laser client, facial client, the guest, a guest, our guest, one guest, a member, member no, member number, visitor from, the kid, her son, her daughter, his son, his daughter, my mom, my mother, my husband, my wife, my son, my daughter, my uncle, my aunt, my dad, my father, my grandson, my granddaughter,
regular of ours, regular, the no-show, web lead, paciente, la paciente, una paciente, el paciente, un paciente, mi paciente, clienta, una clienta, la clienta, cliente, mi clienta, la señora, el señor, pasyan, patientin, kundin";

const PATIENTS: &str = "patients, clients, clients', patients', customers, model patient, typical patient, typical client, ideal client, ideal patient, every patient, every client, each patient, each client, any patient, any client, no patient, no patients, no clients, new clients, new patients, potential patients, valued patient, valued client, valued guest,
if a patient, when a patient, whenever a patient, if the patient, a patient may, a patient might, a patient can, the patient herself, for the patient, before anything reaches a patient, per patient, per client, patient-patient, patient-test, patient-centered, patient-specific, patient-level, patient-facing, patient_id, clinician-patient, write \"a patient, paste a patient, patient's name, client's name, a patient's name, a client's name";

/// With one of these behind it, `patient` or `client` is about patients in general.
pub(super) const COMPOUNDS: &[&str] = &[
    "education",
    "handout",
    "handouts",
    "care",
    "experience",
    "journey",
    "safety",
    "portal",
    "satisfaction",
    "facing",
    "images",
    "photos",
    "names",
    "data",
    "information",
    "info",
    "details",
    "records",
    "communication",
    "communications",
    "coordinator",
    "coordinators",
    "advocate",
    "volume",
    "retention",
    "acquisition",
    "population",
    "selection",
    "reviews",
    "level",
    "id",
    "flow",
    "forms",
    "questionnaire",
    "rights",
    "relations",
    "list",
    "lists",
    "base",
    "loyalty",
    "concierge",
    "ambassador",
    "financing",
    "testimonials",
    "demographics",
    "side",
    "services",
    "service",
    "count",
    "counts",
    "room",
    "area",
    "access",
];

const PERSON: &str = "participant, caller, the caller, a caller, someone, somebody, the lady, a lady, lady who, the woman, a woman, woman in, a man, the man, man had, gentleman, a girl, a gal, gal, the guy, some guy, this guy";

const PRONOUN: &str = "she, he, her, him, his, hers, she's, he's, shes, she'll, he'll, she'd, he'd, herself, himself, they/them, ella, dile, decirle, mándale, mandale, su cita, le duele";

const FIRST: &str = "my appointment, my appt, my apt, my visit, my consult, my filler, my botox, my tox, my lips, my lip, my face, my skin, my forehead, my brow, my brows, my eyelid, my eyelids, my eye, my cheek, my cheeks, my chin, my jaw, my neck, my nose, my legs, my knee, my back hurts, my laser, my peel, my facial, my stitches, my scar, my rash, my mole, my acne, my rosacea,
my crown, my tooth, my teeth, my retainer, my aligner, my braces, my results, my chart, my records, my prescription, my refill, my meds, my dose, my treatment, my session, my therapist, my bill, my insurance, my deposit, my lashes, my upper lip, my lower lip, my son, my daughter's appointment, my membership, my package, my bleph, my hydrafacial, my chemical peel,
i had my, i had filler, i had botox, i had a, i was in yesterday, i was in on, i came in, i booked, i have an appointment, i'm calling about my, i am calling about my, calling to cancel my, reschedule my, cancel my, cancel my cleaning, move my, i need to move, i need to reschedule, i need to cancel, i bruised, i'm still swollen, my face is still, i'm breaking out, can you squeeze me in, am i supposed to, is it normal, is this normal, mi cita, mi cara, mis labios, soy paciente, me duele, me lastima";

const SECOND: &str = "your appointment is, your appt is, your appointment on, your appointment at, your appointment tomorrow, your facial is, your laser is, your filler is, your botox is, your peel is, your consult is, your visit is, your visit on, your treatment is, your session is, your session on, your stitches come out, your biopsy, your balance, your chart, your results are, your test results, your last visit, your last treatment, reply c to confirm, reply y to confirm, you're confirmed for, you are confirmed for, see you wed, see you thurs, see you fri, see you mon, see you tues, see you on monday, see you tomorrow, your retainer is ready, your consent was, your crown is, your mole check, your appointment mo, appointment mo, tu cita es, su cita es, tu cita, su cita de";

const STORY: &str = "came to us with, came to us years, years ago, came to us after, came to us for, came to us because, came to us in, came in for, came in after, came for, came back, drove to us, drove in, drove home, flew in, was injected, had been injected, was treated, had been treated, received, was placed, placed in, was seen, presented with, presented on, underwent, returned, went to the er, was diagnosed, we treated, we dissolved, had filler, had her, had his, her first treatment, his first treatment, told us, told me she, told me he, she said, he said, she told, he told, she says, he says, she laughs, first patient, our very first, turned 9, turns 9, our oldest, celebrat*, winner, winners are, congratulations, who has been a, been coming, has been coming, with us, held for, used on, right side, left side, for her bleph, for her filler, her acne, his acne, after her, after his, you signed, explained that, tolerated well";

const RESIDENCE: &str = "lives in, lives on, lives at, lives near, living in, i live, we live, resides, my address, new address, home address, mailing address, billing address, address linked, secondary address, my addresses, i moved, we moved, i'm in, i am in, sent to, ship it to, ships to, i'm from, she's from, he's from, is from, vive en, vivo en, mi dirección";

const LABEL: &str = "dob, d.o.b, d.o.b., date of birth, birth date, birthdate, mrn, mr#, chart #, chart no, medical record, medical record number, member id, member #, policy number, patient name:, patient:, name:, client:, pt name, ssn, emergency contact, home phone, cell phone, date of service, first_name, last_name, client_id, patient_id, allergies:, chief complaint, hpi, last seen, geb., fecha de nacimiento";

const NOTE: &str = "case vignette, history:, findings:, on exam, physical exam, impression:, s/p, c/o, rtc, op note, op summary, operative note, explant, explanted, pod, tol, tolerated";
