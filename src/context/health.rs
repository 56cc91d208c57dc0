//! The health link: what ties somebody to a condition, a treatment, an appointment, being a patient, or payment for care.

use super::cues::{Cue, Cues, List, any_of};
use std::ops::Range;

pub(super) const LISTS: &[List] = &[
    (Cue::Visit, VISIT),
    (Cue::Condition, CONDITION),
    (Cue::Condition, CONDITION_OTHER_LANGUAGES),
    (Cue::Treatment, TREATMENT),
    (Cue::Treatment, BRANDS),
    (Cue::Treatment, OTHER_PRACTICES),
    (Cue::Payment, PAYMENT),
];

/// What shows care by itself.
const CARE: u32 = any_of(&[
    Cue::Visit,
    Cue::Condition,
    Cue::Payment,
    Cue::Patient,
    Cue::Patients,
    Cue::AgeSex,
    Cue::First,
    Cue::Second,
    Cue::Label,
    Cue::Note,
    Cue::Treatment,
]);
/// What shows one person's care even in a text about business.
const OWN_CARE: u32 = any_of(&[Cue::Patient, Cue::First, Cue::Second, Cue::Label, Cue::Note, Cue::Story, Cue::AgeSex]);
const BUSINESS: u32 = any_of(&[Cue::Business, Cue::Applicant, Cue::NotPatient]);

/// Whether what stands in a range ties its people to care.
///
/// Among vendors, landlords and applicants a treatment's name is trade talk; there only words about
/// somebody's own care count, or many more words of care than of business.
pub(super) fn linked(text: &str, cues: &Cues, range: &Range<usize>) -> bool {
    if !trade(cues, range) {
        return cues.any(range, CARE);
    }
    cues.any(range, OWN_CARE) || cues.variety(text, range, CARE) > 3 * cues.variety(text, range, BUSINESS)
}

/// Whether a range speaks of business with outsiders, and no word of it is of care.
pub(super) fn mere_trade(cues: &Cues, range: &Range<usize>) -> bool {
    trade(cues, range) && !cues.any(range, CARE)
}

/// Whether a range speaks of business with outsiders.
pub(super) fn trade(cues: &Cues, range: &Range<usize>) -> bool {
    cues.any(range, BUSINESS)
}

const VISIT: &str = "appointment, appointments, appt, appts, apt, apointm*, appointm*, apptmt*, consult, consults,
consultation, consultations, follow-up, followup, follow up, f/u, fu visit, touch-up, touch up, touchup, recheck, re-check,
check-up, checkup, post-op, postop, pre-op, preop, no-show, no show, no-shows, no-showed, n/s, lvm, rebook*, reschedul*,
booked, booking, bookings, slot, slots, waitlist, wait list, waiting list, cancel her, cancel his, session, sessions,
visit, visits, walk-in, recall, intake, new patient, consent, consents, cita, citas, turno, sesión, sesion,
seen by, coming in, came in, comes in, come in, is due, overdue for, check in, arrive, late cancel, missed her, missed his,
seguimiento, randevou, rendez-vous, home visit, home-visit, discharge*, admitted, ambulance, urgent care, emergency room,
chart, charts, chart note, chart notes, portal, referral, referred, membership, member, guest, salon client, clientele";

const CONDITION: &str = "diagnos*, symptom, symptoms, dx, hx, rx, sx, pmh, ros, hpi, soap, prognosis, biopsy, biops*,
pathology, lab results, labs, test results, results, lesion, lesions, mole, moles, melanoma, carcinoma, cancer, bcc, scc,
keratosis, actinic, rash, hives, eczema, psoriasis, acne, rosacea, melasma, vitiligo, keloid, cyst, wart, warts, nodule,
nodules, lump, lumps, abscess, infection, infected, cellulitis, necrosis, occlusion, blanching, ptosis, droop, droopy,
asymmetr*, uneven brow, bruise, bruised, bruising, swelling, swollen, edema, erythema, redness, blister*, burn, burned, burns,
crusting, scab, scar, scars, scarring, hyperpigment*, hypopigment*, pigmentation, hyperhidrosis, sweating, hair loss, alopecia,
bleeding, bled, itching, itchy, numb, numbness, tingling, tingles, pain, painful, sore, soreness, hurts, ache, nausea, vomit*,
vomited, dizzy, fainted, fever, chills, headache*, migraine*, seizure*, stroke, diabetes, diabetic, hypertension, asthma, copd,
lupus, hashimoto*, thyroid, hiv, hepatitis, pregnan*, postpartum, breastfeed*, nursing mother, miscarriage, menopaus*, pcos,
depression, depressed, anxiety, panic attack*, panic, ptsd, bipolar, adhd, autism, addiction, sober, relapse*, suicid*, self-harm,
eating disorder, binge*, insomnia, trauma work, grief, dementia, alzheimer's, allerg*, latex allergy, anaphyla*, cold sore*,
herpes, shingles, medication*, meds, prescri*, refill*, antibiotic*, dose, doses, dosage, isotretinoin, accutane, tretinoin, spironolactone,
sertraline, metformin, prednisone, trazodone, ibuprofen, advil, benadryl, aspirin, tylenol, warfarin, blood thinner*, semaglutide,
tirzepatide, ozempic, wegovy, mounjaro, zepbound, glp-1, glp1, a1c, bmi, blood pressure, weigh-in, weigh-ins, lost weight,
pacemaker, icd, implant*, defibrillator, wheelchair, surgery, surgeries, surgical, operation, operated, anesthesia,
sedation, stitches, sutures, suture, incision, drain, drains, wound, wounds, er visit, hospice, hospital, fracture, sprain,
hernia, knee, neck pain, back pain, tmj, cavity, cavities, toothache, tooth, teeth, gum, gums, molar, extraction,
crown, crowns, root canal, implant crown, braces, retainer, aligner, aligners, invisalign, denture*, veneer, veneers, night guard,
mouthguard, mouth guard, hearing aid, clinical, medical, patient-reported, treatment plan, contraindicat*, side effect*, adverse, complication*,
vital, vitals, mri, x-ray, xray, ultrasound, ct scan, cpt, icd-10, fitzpatrick iv, healing, healed, recovery, aftercare, after care";

const CONDITION_OTHER_LANGUAGES: &str = "tratamiento*, embarazada, alergia, alérgica, alérgico, hinchada, hinchado, dolor, duele,
verruga, manchas, relleno, receta, cirugía, cirugia, depilación, depilacion, láser, limpieza dental, limpieza facial, consulta,
médica, médico, muela, encía, doktè, rasin dan, behandlung, termin";

const TREATMENT: &str = "treatment, treatments, treated, tx, tx'd, procedure, procedures, injection, injections, injectable*, injected, tox, neurotoxin,
neuromodulator, toxin, filler, fillers, lip filler, lip flip, lips done, peel, peels, chemical peel, tca, phenol, facial, facials, microneedling,
rf microneedling, dermaplan*, microderm*, laser, lasers, lasering, lasered, ipl, bbl, co2, pico, photofacial, resurfacing, hair removal, nd:yag, yag, long-pulse,
tattoo removal, electrolysis, waxing, wax, waxed, brazilian wax, hairline, beard transplant, threads, thread lift, pdo, sclerotherapy, spider veins, vein, veins, prp, prf, vampire facial,
mesotherapy, exosomes, iv drip, drip, iv therapy, hydration iv, b12, body contouring, cryo*, skin tightening, ultherapy, thermage, cellulite,
liposuction, lipo, tummy tuck, abdominoplasty, facelift, face lift, neck lift, brow lift, lash lift, brow lamination, brow tint, microblad*, lip blush,
permanent makeup, blepharoplasty, bleph, rhinoplasty, rhino, septoplasty, otoplasty, breast aug*, augmentation, mastopexy, bbl surgery, mommy makeover,
labiaplasty, hair transplant, scar revision, mole removal, skin check, skin tag*, cryotherapy, pdt, blue light, phototherapy, mohs, excision, shave biopsy,
before and after, before-and-after, before and afters, before-and-afters, brows, lashes, skincare routine, chin, glabella, frontalis,
masseter, 11s, frown lines, crow's feet, syringe, syringes, tan, spray tan, body wrap, massage, hydradermabrasion,
weight loss, hormone*, hrt, testosterone, pellet*, bioidentical, ketamine, botox party, numbing cream, numbing";

const BRANDS: &str = "botox, bótox, dysport, xeomin, jeuveau, daxxify, letybo, juvederm, juvéderm, voluma, vollure, volbella, volux, skinvive, restylane,
kysse, sculptra, radiesse, bellafill, belotero, rha, rha1, rha2, rha3, rha4, rha 2, rha 3, rha 4, versa, kybella, kybela, hydrafacial, hydra facial, diamondglow, glo2facial, morpheus8, morpheus,
vivace, sylfirm, secret rf, profound, halo, moxi, fraxel, clear + brilliant, clear and brilliant, picosure, picoway, gentlemax, candela, sciton, lumenis,
cutera, excel v, cynosure, inmode, emsculpt, emsella, emface, coolsculpting, coolsculpt, sculpsure, trusculpt, sofwave, evolve, thermiva, skinpen, vi peel, jessner,
cosmelan, latisse, upneeq, obagi, zo skin, skinmedica, alastin, aquagold, venus, accutite, facetite, renuvion, mentor, sientra, natrelle, allergan, galderma, merz, evolus";

const OTHER_PRACTICES: &str = "therapy, therapist, counseling, counselling, couples session*, couples work, emdr, cbt, psychiatr*, psycholog*, treatment center, intensive outpatient,
rehab, detox program, physical therapy, pt session, adjustment, chiropract*, acupunct*, shockwave, dry needling, dentist, dental, ortho, orthodont*, hygienist,
cleaning, cleanings, whitening, bleaching, bleaching trays, jaw surgery, orthognathic, fillings, dermatolog*, dermatologist, derm, vaccine, flu shot, allergy shot*, shots, bandage,
nerve block, wound care, pelvic floor, speech therapy, occupational therapy, sleep study, cpap, nurse line, nutrition plan";

const PAYMENT: &str = "insurance, insurer, payer, payor, copay, co-pay, copays, deductible, eligibility, benefits check, benefits for, prior auth*, preauthorization, claim, claims,
denied, denial, appeal, superbill, explanation of benefits, eob, hsa, fsa, carecredit, care credit, cherry plan, medicare, medicaid, hmo, ppo, hsa card, out-of-network,
cpt code, past due balance, balance for, owes, package of, refund for her, refund for his, treatment credit, seguro médico, policyholder, subscriber id, member id, cobra";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Page;

    fn link(text: &str) -> bool {
        linked(text, &Cues::read(&Page::new(text)), &(0..text.len()))
    }

    #[test]
    fn care_in_many_words() {
        for text in [
            "Marla has an appointment on Thursday",
            "remind Odell his tox is at 4",
            "dile a Rosario que su cita es mañana",
            "Bettina c/o itching, f/u 2 wks",
            "Quinn's deductible is met",
            "Ruthie starts counseling in May",
            "Otis needs a new retainer",
            "Priya applied for the front desk job and is also a patient here",
        ] {
            assert!(link(text), "{text}");
        }
    }

    #[test]
    fn trade_talk_is_no_care() {
        for text in [
            "Ask Gene whether the picture frame is ready",
            "Thank our Galderma rep Bo Lindqvist for the filler demo",
            "Letter to our landlord Mr. Aho about the broken door",
            "Cover letter from Ines Pardo, applying as laser tech. We do not know her.",
        ] {
            assert!(!link(text), "{text}");
        }
    }

    #[test]
    fn trade_without_a_word_of_care_is_told_apart() {
        for (text, mere) in [
            ("Tell Odell the electrician that the lights flicker", true),
            ("Tell Odell the electrician that his peel is at noon", false),
            ("Tell Odell that the lights flicker", false),
        ] {
            assert_eq!(mere_trade(&Cues::read(&Page::new(text)), &(0..text.len())), mere, "{text}");
        }
    }
}
