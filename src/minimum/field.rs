//! The fields that templates name: what forms call each, and what notes say of it.
//!
//! Both are phrases of [`crate::policy::phrase`], separated by commas. A label and a sentence belong to a field by
//! different words: `meds` is a label, `takes ... mg` a sentence.

/// A field that the program knows.
pub(super) struct Spec {
    /// Its name in a policy.
    pub name: &'static str,
    /// What forms call it.
    pub labels: &'static str,
    /// What a sentence says that plainly belongs to it.
    pub says: &'static str,
}

/// The place of contraindications in [`FIELDS`]; allergies count as such where a template does not list them.
pub(super) const CONTRAINDICATIONS: usize = 2;
/// The place of allergies in [`FIELDS`].
pub(super) const ALLERGIES: usize = 0;
/// The place of medications in [`FIELDS`]; their sentences are also told by the drugs of the lexicon.
pub(super) const MEDICATIONS: usize = 1;

/// Every field, the more telling label first.
pub(super) const FIELDS: &[Spec] = &[
    Spec {
        name: "allergies",
        labels: "allerg*, allergic, allergic to, drug/medication/medicine/food/known allerg*,
            allerg* to medication*/medicine*/drugs, nkda, nka, sensitivities, sensitivity,
            adverse/bad/drug/allergic reaction*, reaction* to, alergia*, alérgic*",
        says: "allergic/allergies/allergy to, nkda, nka, no (known) (drug/food/medication) allerg*,
            no/denies/denied/without (any) (known) allerg*, anaphyla*, react*/reaction* to, reacts (badly) to,
            sensitive to latex/lidocaine/adhesive/nickel/fragrance,
            latex/penicillin/sulfa/lidocaine/egg/nut allergy, has (an) allerg*, hives from/after/with,
            breaks/broke out from/with, alérgica/alérgico/alergia a",
    },
    Spec {
        name: "medications",
        labels: "medication*, med, meds, medicine*, rx, drug/drugs, prescription*, supplement*, vitamin*,
            blood-thinner*/blood-thinners, medication/med/drug list/history,
            medication*/meds/medicine*/prescription*, medication*/meds/medicine*/prescription* and/or,
            medication*/meds/medicine*/prescription* (and/or) vitamins/supplement*, do you take, are you taking,
            medicamento*",
        says: "
            takes/taking/takes/take ... mg/mcg/milligrams/pill/pills/tablet/tablets/daily/nightly/supplement*/vitamin*,
            current/home med/meds/medication*, prescribed, no/denies (any) (current/daily) meds/medication*,
            meds/medications none/unchanged/include, on ... mg/mcg,
            takes/taking/on eliquis/xarelto/coumadin/warfarin/plavix/aspirin/accutane/isotretinoin/zoloft/lexapro/ozempic/wegovy/spironolactone",
    },
    Spec {
        name: "contraindications",
        labels: "contraindication*, contraindicated, contra-indication*, precaution*, cautions, medical/clinical/safety alert*,
            red flags, safety screen*, reason* not to treat,
            contraindication*/safety check/checklist/screening/review",
        says: "is/are contraindicated, contraindicated for/in/because, contraindication* is/are/to/include/includes/for, no contraindication*",
    },
    Spec {
        name: "next_appointment_type",
        labels: "next (scheduled/planned) appointment/appt/visit/session/treatment,
            next (scheduled/planned) appointment/appt/visit/session/treatment type/for/reason, follow-up,
            follow-up visit/appointment/appt/plan/type/in, followup, f-u, fu, rtc,
            return visit/appointment/appt/to, return to clinic/office, recall, rebook*, recheck,
            upcoming appointment/appt/visit, appointment/appt/visit type, type of appointment/appt/visit,
            type of appointment/appt/visit next, próxima cita, plan for next visit/appointment/session",
        says: "rtc, return/returns/returning to clinic/office, return/returns/returning in/for, f-u in/w/with/for/x,
            fu in, follow-up in/for/at/visit/appointment/appt, followup in/for/visit/appt,
            next visit/appointment/appt/session/treatment, come/comes/coming back in/for ... week*/wk*/month*/mo/touch-up/filler/consult*/recheck/visit/peel/laser,
            back in ... week*/wk*/month*/mo/days/day for, recheck in/at, touch-up in/at/appointment/visit,
            booked/scheduled/rebooked/rebook/book/schedule (her/him/them) (in/for) ... consult*/touch-up/filler/tox/botox/peel/laser/facial/follow-up/recheck/session,
            see/seen (her/him/them/back) again in, próxima cita",
    },
    Spec {
        name: "goals",
        labels: "goal*, treatment/aesthetic/cosmetic/patient/skin goal*, goals for (this/your/today's) treatment/visit,
            desired/expected/hoped-for outcome*/result*/change*, concern*, area* of concern,
            main/primary/skin/cosmetic/aesthetic/patient concern*, area* to treat/improve, expectation*, wishes,
            looking for, interested in, area* of interest, interests, worries you, would you (most/really) like ... improve/change/treat/achieve/see,
            hope to/for ... achieve/improve/change, hoping to/for, bothers you,
            like to improve/change/address/achieve, brings you in, reason for (today's/your/the/this) visit,
            chief complaint, want to/from, want to improve/change/treat/achieve/see/look, objetivo*",
        says: "
            want/wants/wanted/wanting/hope/hopes/hoping/wishes/wish/like/likes/desires/asks/looking ... softer/soften/softened/smooth*/less/fuller/bigger/smaller/younger/fresh*/natural/subtle/lift*/volume/plump*/even/evened/glow*/brighter/tighter/tighten/reduce/reduced/slimmer/clear/clearer/improve/improved/definition/defined/thinner/longer/refreshed/rested,
            want/wants/hopes/hoping/would-like ... lines/wrinkles/crow's-feet/lips/lip/cheeks/jawline/acne/scars/pores/texture/melasma/pigment*/hyperpigmentation/redness/sagging/jowls/eleven/elevens/frown,
            bothered by,
            concerned about/with ... lines/wrinkles/lips/skin/texture/scar*/acne/pores/volume/sag*/jowl*/pigment*/spots,
            unhappy/dissatisfied with (her/his/their) (the) lines/wrinkles/lips/skin/texture/jawline/chin/cheeks/brows/appearance,
            goal is/are, goals are/include, main/primary goal/concern,
            doesn't like/love (her/his/their/the) lines/wrinkles/lips/chin/jawline/neck",
    },
    Spec {
        name: "prior_treatments",
        labels: "ever had ... botox/tox/filler*/injectable*/laser/peel*/treatment*/procedure*, injectable*, prior/previous/past injectable*, 
            prior/previous/past/last/earlier (cosmetic/aesthetic/skin/facial/injectable/laser) treatment*/procedure*/injection*/injectable*/filler*/service*/surger*,
            treatment/procedure/cosmetic/aesthetic/injectable history,
            history of (cosmetic/aesthetic) treatment*/procedure*/injectable*, surgical history, surgeries,
            previous/prior/past/last (use/of) botox/tox/filler*/laser/peel*/dysport,
            had (any) (cosmetic/injectable) ... treatment*/procedure*/injectable*/botox/filler*/laser before,
            had (any/botox/filler) before, tratamientos anteriores",
        says: "
            previously/previous/prior/past/last (had/treated/with) (round/of) botox/dysport/xeomin/jeuveau/tox/filler*/laser/peel*/microneedling/juvederm/restylane/sculptra/kybella/treatment*/procedure*,
            had ... botox/dysport/xeomin/jeuveau/tox/filler*/laser/peel*/microneedling/juvederm/restylane/sculptra/kybella/threads/facelift/rhinoplasty/blepharoplasty,
            never had (any) ... treatment*/injectable*/botox/filler*/tox/procedure*,
            history of botox/filler*/laser/peel*/microneedling, tox/botox/filler naive,
            first time (with/for/getting) botox/filler/injectables/tox",
    },
    Spec {
        name: "treatment_type",
        labels: "treatment, treatment type/name/received/performed/provided/given/done/today, type of,
            type of treatment/procedure/service, procedure, procedure type/name/performed/done,
            procedures performed, service, service type/provided/performed/received/today,
            today's treatment/service/procedure, treatment*/services performed/today/received, tratamiento",
        says: "treated with,
            injected/received/underwent/performed ... botox/dysport/xeomin/jeuveau/daxxify/tox/filler/peel/laser/microneedling/facial/juvederm/restylane/sculptra/kybella/ipl/units/syringe/syringes,
            had (her/his/their/a/first) ... today, here/in today for, came in for, units of",
    },
    Spec {
        name: "aftercare_steps",
        labels: "aftercare, after-care, aftercare/after-care steps/instruction*/plan/advice/reviewed/given, post-care,
            postcare, post-treatment/post-procedure, post-treatment/post-procedure care/instruction*,
            care/home/discharge instruction*, home care, home-care steps, post-op instruction*, cuidados",
        says: "
            avoid/avoids/no/skip ... exercise/sun/alcohol/makeup/heat/sauna/massage/rubbing/retinol/retinoid*/ibuprofen/swimming/lying/pressure,
            apply/applies/use ... ice/spf/sunscreen/ointment/moisturizer/aquaphor/vaseline/cold, stay upright,
            don't/do-not lie/rub/touch/massage/pick/exercise, sleep on (her/his/your/their) back,
            aftercare reviewed/given/includes, wash ... gently",
    },
    Spec {
        name: "when_to_call",
        labels: "when to call, call (us/office/clinic) if/when/for, warning signs, signs to watch, signs to watch for,
            return precautions, emergency/urgent instruction*, red flag symptom*, seek care if, cuándo llamar",
        says: "call/calls/phone (us/the/office/clinic/right/back/immediately) (away) if/for/with,
            seek/go ... care/er/emergency if, watch for, warning signs, return precautions,
            if ... blanching/vision/severe/worsening/fever",
    },
    Spec {
        name: "reason_for_call",
        labels: "reason for, reason for the/this/your/her/his,
            reason for (the/this/your/her/his) call/calling/contact/message, reason* called,
            call reason/about/topic/type, calling about/for/because, caller's question/concern/request,
            purpose of call, complaint, chief complaint, inquiry, enquiry, motivo",
        says: "call/calls/calling/called about/because/regarding/to/re/for/in, phoned about/to/because,
            left (a) message/voicemail about/asking, asking/asks/asked about/if/whether/for,
            caller wants/asks/needs/reports, wants to know, voicemail about",
    },
    Spec {
        name: "outcome",
        labels: "outcome*, result*, result* of, result* (of) call/the-call, resolution, disposition, resolved,
            call outcome/result, status, decision, resultado",
        says: "resolved, left voicemail, lvm, no answer,
            advised/told/informed (her/him/them/patient/pt/client/caller) to/that,
            call/issue/question ended/closed/answered,
            offered/booked/rebooked/rescheduled/cancelled/canceled/confirmed,
            offered/booked/rebooked/rescheduled/cancelled/canceled/confirmed her/him/them/the/an/a,
            transferred (her/him/them/the-call) to",
    },
    Spec {
        name: "next_step",
        labels: "next, next action/steps/step, action*, action* item/items/needed/required/plan, follow-up action*,
            to do, todo, task*, plan, callback/call-back, callback/call-back needed/time/plan, próximo paso",
        says: "next step*, call/calls/calling (her/him/them/patient/pt/client) back,
            will call/email/send/text/review/forward/follow, needs/need (a) callback/call-back, to follow up,
            nurse/provider/doctor/injector/manager to/will, send/sends (her/him/them) the, forward/forwarded to,
            action item*",
    },
    Spec {
        name: "plan_type",
        labels: "plan type/kind, type of, type of insurance/plan/coverage/health,
            type of (insurance/plan/coverage/health) plan, insurance/coverage/health plan type,
            insurance/coverage/plan category, hmo, ppo, coverage",
        says: "hmo, ppo, epo, pos plan, hdhp, medicare, medicaid, tricare, high deductible, commercial plan/insurance,
            self pay, self-pay, cash pay",
    },
    Spec {
        name: "procedure_category",
        labels: "procedure category/type/group/class, category of, category of procedure/service,
            service/treatment category, procedure requested, requested procedure/service, cpt category",
        says: "medically necessary, coverage/covered/cover/covers for, prior authorization for, seeking/requesting,
            seeking/requesting coverage/authorization, seeking/requesting (coverage/authorization) for",
    },
    Spec {
        name: "question",
        labels: "question*, patient/coverage/insurance/benefit question, question for, question for the,
            question for (the) payer/insurer/plan/provider, asks, pregunta",
        says: "question is, wants to know, would like to know, asks/asking/asked if/whether/about/how,
            is/are ... covered, does/will ... cover/pay, how much is/does/will,
            what is (the/her/his/their) (remaining) copay/deductible/coinsurance",
    },
    Spec {
        name: "months_since_visit",
        labels: "months since, months since last, months since (last) visit/appointment/appt/seen,
            months inactive/lapsed, time since (last) visit/appointment, last, last visit/seen,
            date of last visit/appointment, lapsed",
        says: "months/month/mos/years/year/yr since, last seen/visited/visit, hasn't been in/back/seen,
            not been in/back/seen since, months ago, overdue",
    },
    Spec {
        name: "service_category",
        labels: "service category/type/group/line, category, category of, category (of) service,
            last/usual/favorite service, last/usual/favorite service category, service",
        says: "usually/always/last comes/came/come/had, usually/always/last comes/came/come/had in,
            usually/always/last comes/came/come/had (in) for",
    },
    Spec {
        name: "offer",
        labels: "offer*, promotion*, promo, special*, discount*, incentive*, deal, coupon, oferta",
        says: "percent off, off (her/his/their/your/the/any) next, complimentary, free add-on, discount*, promo*,
            special offer, gift with, credit toward",
    },
    Spec {
        name: "star_rating",
        labels: "star*, star* rating/count/given, rating, score, number of stars, review rating, estrellas",
        says: "one/two/three/four/five/1/2/3/4/5 star*, star rating, rated, rated us",
    },
    Spec {
        name: "tone",
        labels: "tone, tone of/voice, voice, tone of, tone of voice/reply/review/answer, mood, sentiment, style, tono",
        says: "tone should/is,
            sounds/sound/keep-it/be warm/friendly/professional/apologetic/upbeat/neutral/grateful/calm/angry/upset/happy,
            in a ... tone, angry/happy/upset/disappointed review",
    },
];

/// What an injector, a laser operator or a prescriber asks about before treating, as a label and in a sentence: it counts as
/// a contraindication where a template wants those.
pub(super) const CAUTIONS: &str =
    "pregnan*, trying to conceive, ttc, breastfe*, breast-fe*, lactating, embarazada, embarazo,
    neuromuscular, myasthenia, lambert-eaton, als, multiple-sclerosis, bell's palsy,
    blood-thinner*/bloodthinner*, anticoagula*, antiplatelet, eliquis, apixaban, xarelto, rivaroxaban,
    warfarin, coumadin, plavix, clopidogrel, pradaxa, dabigatran, heparin, lovenox, brilinta, aspirin,
    asa 81, fish-oil, bleeding/clotting, bleeding/clotting disorder/problem*, hemophilia,
    bruise*/bruises easily, anticoagulante*, cold-sore*/coldsore*, fever blister*, herpes, hsv, shingles,
    zoster, autoimmun*, auto-immun*, lupus, sle, rheumatoid, scleroderma, sjogren*, crohn*, hashimoto*,
    vitiligo, psoriasis, dermatomyositis, isotretinoin, accutane, absorica, claravis, zenatane, tretinoin,
    retin-a, retinol, retinoid*, photosensi*, doxycycline, minocycline, immunosuppress*, immunocompromis*,
    methotrexate, prednisone, chemotherapy, chemo, radiation, transplant, cancer, melanoma, hiv, keloid*,
    hypertrophic scar*, poor wound healing, slow healing, active infection,
    skin/sinus/tooth/dental infection, open sore*/wound*, active acne, cellulitis, pacemaker,
    defibrillator, metal/electronic implant*, implant*, epilep*, seizure*, diabet*, fainting,
    vasovagal, body-dysmorphi*, bdd, recent/upcoming vaccine/vaccination/dental, dental work, sunburn*,
    recent (sun/tan) exposure, sun exposure, spray tan, tanning, tanned, medullary thyroid, men2,
    pancreatitis, gallbladder, gastroparesis, thyroid cancer, uncontrolled hypertension, permanent filler*,
    silicone injection*, prior/previous/bad/adverse/past reaction,
    prior/previous/bad/adverse/past reaction to,
    prior/previous/bad/adverse/past reaction (to) filler/botox/tox/anesthe*/lidocaine/hyaluronidase,
    vascular occlusion, granuloma*, malignant hyperthermia, milk protein, cow's milk, egg allergy, albumin,
    bee sting*, currently/still nursing, nursing a/her/mother/baby/infant, pregnant-or-nursing";

/// What only a label may call so: in a sentence these words mean other things.
pub(super) const CAUTION_LABELS: &str =
    "any reaction*, reaction* (to/after) ... filler/botox/treatment*/injection*, nursing, pregnant (or/and/breastfeeding) nursing, currently pregnant, bleeding, infection*, scarring,
    heart condition*, ms, immune, immune system/disorder*";

/// Labels of what identifies or describes somebody, and of what is about somebody else: no template's field, whatever
/// else stands in the label.
pub(super) const ADMINISTRATIVE: &str = "name, first/last/full/middle/legal/preferred/maiden/patient/client/member/spouse/insured (legal) name,
    dob, d-o-b, date of birth, birth date, birthdate, birthday, age, sex, gender, pronouns, race,
    ethnicity, phone, number, phone number, telephone, tel, cell, mobile, fax, email, e-mail, address, street,
    city, state, zip, zipcode, postal code, country, county, ssn, social security,
    social security number/no, mrn, chart, chart number/no/id, account, account number/no, acct, member,
    member id/number, policy, policy number/no/holder, group, group number/no, subscriber*, license*,
    passport, ip, url, website, emergency contact, contact, next of kin, guardian, parent, mother, father,
    spouse, husband, wife, relationship, family (medical) history, fam hx, family hx, fhx, family, marital, marital status,
    occupation, employer, job, work, school, pharmacy*, pcp, physician, doctor, dentist, surgeon, referr*,
    referred by, how did you hear, signature, signed, initials, witness, date, time, provider, injector,
    esthetician, nurse, technician, staff, seen by, performed by, insurance,
    insurance company/carrier/provider/name, payer, carrier, payment, balance, card, credit card, fee,
    price, cost, total, invoice, lot, lot number/no, expiration, exp, serial, device, product, vitals, bp,
    blood pressure, hr, height, weight, bmi, consent*, photo*, instagram, facebook, social media, nombre,
    teléfono, fecha de nacimiento, correo";

/// Labels over what is told in sentences or lists; each is read for what belongs to a field.
pub(super) const NARRATIVE: &str = "note, notes,
    chart/visit/progress/soap/session/clinic/nursing/intake/call/treatment/clinical/consult*/procedure note/notes,
    comment*, remark*, narrative, summary, visit summary, subjective, objective, assessment, a-p, plan, s,
    o, a, p, hpi, cc, history, history of present illness, medical history, past medical history, pmh,
    pmhx, mhx, hx, health history, health/medical/skin/other condition*/problem*/issue*, skin history,
    condition*, problem list, ros, review of systems, check all, check all that, check all (that) apply,
    have you had, do you have, additional/other/more information/info/details/notes, anything else, other,
    details, message, transcript, caller, agent, patient, the patient, client, the client, pt,
    receptionist, front desk, staff, historia*, notas";
