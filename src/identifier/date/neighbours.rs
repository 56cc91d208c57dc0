//! What stands beside dates: lists of words, `, ` between them, that speak for or against a date about somebody.

/// Words before a day that make it a habit instead of an event.
pub(super) const FREQUENCY: &str = "every, each, any, most, alternate, cada, los, many, some, no, per, other, both, q";

/// Words before a date that make it one of a document, a product, an offer or the house.
pub(super) const NOBODY: &str = "rev, revised, revision, updated, effective, version, published, copyright, ©, \
    accessed, retrieved, expires, expired, exp, expiration, expiry, expiring, use by, best by, valid, válido, \
    good through, good thru, now through, sale, promo, promotion, ends, end at, rsvp, book by, book before, apply by, \
    applications close, open house, webinar, last reviewed, next review, review date, adopted, deadline, vol, issue, \
    raffle, giveaway, happy, newsletter, closed, closes, closing, hours, in force, percent off, prices, pricing, \
    price list, enrollment, as of, supersedes, content calendar, change log, while supplies last, chiuso, chiusi, cerrado, \
    cerrada, cerramos, fermé, geschlossen, fechado";

/// Words right before a date that make it one of the house.
pub(super) const OF_THE_HOUSE: &str = "meeting, poll, poster, festival, cohort, open, launched, opens, begins, starting, \
    posted by";

/// Words after a date that make it one of an offer or an event of the house.
pub(super) const OFFER: &str = "special, specials, sale, event, events, hours, promo, promos, promotion, newsletter, \
    deal, deals, offer, offers, menu, meeting, agenda, webinar, workshop, giveaway, raffle, campaign, launch, party, \
    edition, issue, gift, package, packages, blog, caption, post, posts, email, flyer, theme, themed, bundle, \
    discount, pricing, prices, huddle, riley, price, sheet, rate, rates, session, walk-ins";

/// Words before a day that tell when something happened or will happen.
pub(super) const WHEN: &str = "on, since, from, until, til, till, by, before, after, around, for, to, this, next, \
    last, coming, past, over, thru, and, or, el, sa, hasta, desde, seen, due, recheck, start, starts, here, came, \
    come, appt, visit, see, you, u, ya, moved, booked, out, again, back, date, dos";

/// Words before a number with a slash that make it a date.
pub(super) const DATED: &str = "on, seen, since, from, until, til, till, by, date, dated, dos, doi, fu, labs, \
    last, next, recheck, re-check, rs, due, before, after, starting, start, starts, started, booked, appt, \
    appointment, called, texted, emailed, was, is, dob, bday, birthday, prior, previous, visit, moved, rescheduled, \
    through, thru, around, collected, received, signed, placed, done, between, and, to, us, mri, ct, xray, x-ray, \
    look";

/// What may follow a number with a slash only if it is a fraction, a score or a dose.
pub(super) const MEASURED: &str = "cc, ml, mls, mg, mcg, unit, units, u, iu, syringe, syringes, vial, vials, cm, mm, \
    oz, lb, lbs, kg, tsp, tbsp, cup, pain, systolic, diastolic, murmur, strength, star, stars, scale, session, \
    sessions, sleeve, bilaterally, throughout, reps, sets, x, dose, inch, g, gel, needle, points, pts, tablet, \
    tablets, tab, tabs, days, dilution, ratio, split, page, pages, motor, reflexes, size, weeker, week, weeks, \
    minutes, of, each";

/// What may stand before a number with a slash only if it is a fraction, a score or a dose.
pub(super) const SCORED: &str = "grade, pain, score, scored, scores, rating, rated, rates, strength, level, phq, gad, \
    intensity, worst, best, average, least, ratio, page, pg, part, step, slide, bp, vision, session, sessions, \
    treatment, tx, reflexes, motor, muscle, power, murmur, a, about, almost, took, used, only, roughly, kit, box, \
    blend, mix, lidocaine, chapter, item, gauge, dao, dli, masseter, masseters, corrugator, corrugators, procerus, \
    frontalis, glabella, mentalis, platysma, orbicularis, nefertiti";

/// What is told in points of a scale, before them.
pub(super) const SCALES: &str = "pain, strength, score, scale, mood, itch, nausea, latch, energy, craving, cravings, \
    anxiety, reflexes, motor, murmur, power, grip, discomfort, itching, redness, swelling, tenderness, tender, soreness, sore, \
    stiffness, fatigue, stress, sleep, ache, burning, hope, motivation, distress, urge, urges, severity, rated, confidence";

/// What is bought or done so many times, before the one that it was of how many.
pub(super) const SERIES_OF: &str = "pkg, package, series, session, bundle, punch, round";

/// Questionnaires and scales of up to thirty points, by their letters, before them.
pub(super) const SCREENS: &str = "gds, mmse, moca, slums, phq, phq9, phq-9, gad, gad7, gad-7, cage, audit, dast, epds, ess, gcs, \
    nihss, apgar, apgars, bishop, vas, nprs, nrs, braden, morse, ciwa, cows, bprs, mds, katz, lawton, dlqi, oswestry, \
    centor, wells, timi, heart, qsofa, sofa, curb, minicog, mini-cog";

/// What is told in points of a scale, behind them.
pub(super) const SCALED: &str = "systolic, diastolic, murmur, strength, pain, bilaterally, vibratory, reflexes, motor";

/// What may follow a day of the month: not the thing that an ordinal counts.
pub(super) const GOES_ON: &str = "at, for, with, and, or, to, but, is, because, if, so, when, from, she, he, i, we, \
    they, please, pls, instead, around, after, before, in, morning, afternoon, evening, by, via, work, works, suit, was, then, \
    also, as, due, it, you, thanks, thx, period, about, until, will, would, who, that, this, no, not, he's, she's, \
    just";

/// Words before a holiday that make it the day of an event.
pub(super) const HAPPENED: &str = "on, over, since, last, until, til, till, before, after, around, during, her, his, \
    by, one, past";

/// Words before a holiday that make it the reason of an offer.
pub(super) const CELEBRATED: &str = "for, happy, merry, our, the, a, best, annual, this, holiday, of, are, your, with, \
    and, little, post, cute, fun, nobody, gets, until about";

/// Words that open the name of a series of posts: `Tox Tuesday`.
pub(super) const SERIES: &str = "tox, botox, throwback, transformation, taco, tip, treatment, trivia, wellness, wine, \
    wrinkle, filler, facial, flashback, motivation, makeover, mani, microneedling, self-care, selfcare, skincare, \
    sculpt, thirsty, giving, beauty, glow, frown";

/// Words that show that something was moved from one day to another.
pub(super) const MOVED: &str = "moved, move, from, reschedule, rescheduled, change, changed, switch, push, pushed, \
    bump, bumped, del";

/// Words right before a birth date, longest first where one ends another.
pub(super) const BIRTH: &str = "dob, d.o.b, d o b, date of birth, birth date, birthdate, birthday, bday, b-day, born, \
    birth_date, date_of_birth, day of birth, fecha de nacimiento, nacimiento, nacido, nacida, dob/sex";
