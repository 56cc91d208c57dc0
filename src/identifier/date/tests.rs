//! Cases of DATE: texts in which `⟦…⟧` marks what must be found.

use super::RECOGNIZER;
use crate::identifier::table;

#[test]
fn digits() {
    table::check(
        &RECOGNIZER,
        &[
            "DOB ⟦03/14/1988⟧, new client",
            "d.o.b.: ⟦03.09.57⟧",
            "Last seen ⟦2024-03-14⟧ by Mia",
            "She was born ⟦3-14-88⟧.",
            "Visit ⟦14.03.2024⟧, no complaints",
            "seen ⟦3/14⟧ for tox",
            "Botox ⟦4/22⟧: 20 u glabella",
            "appointment on ⟦Wed 10/29 4PM⟧",
            "moved to ⟦Friday 10/3 at 8:45 am⟧ please",
            "start: \"⟦2026-09-21T16:00:00-08:00⟧\"",
            "| Birth | ⟦11 / 30 / 1966⟧ |",
            "PID|1||778||DOE^ANNA||⟦19520618⟧|F",
            "Roe, Dana / ⟦8-14⟧ / 0.5 mL",
            "labs (⟦12/19⟧) fine",
            "No show ⟦12/19 1430⟧, left message",
            "\"onset\": \"⟦2024-11⟧\",",
            "stopped the pill ⟦02/2023⟧",
        ],
    );
}

#[test]
fn digits_that_are_no_dates() {
    table::check(
        &RECOGNIZER,
        &[
            "BP 120/80, pain 5/10, strength 4/5 bilaterally",
            "2/3 cc per side, then 1/2 syringe",
            "3/5 sessions done",
            "Grade 2/6 systolic murmur",
            "open 24/7, results 10/10",
            "Consent form Rev. 03/2024",
            "exp 09/28 on the card",
            "call 555-0199 or 202-555-0142",
            "version 1.2.10 and v2.10.24",
            "dilution 20/8/4, 13/45/2024",
            "2-4 weeks, 8-14 days, 10-12 units",
            "45 CFR 164.514",
            "SKU 12-05-99871",
        ],
    );
}

#[test]
fn months() {
    table::check(
        &RECOGNIZER,
        &[
            "her filler on ⟦April 16th at 3:45⟧",
            "Surgery was ⟦June 3, 2024⟧.",
            "born ⟦Sept. 28, 1971⟧",
            "treated ⟦14-Mar-2025⟧ elsewhere",
            "the wedding is on ⟦17 May 2025⟧",
            "cita el ⟦3 de abril⟧ para hilos",
            "the ⟦5th of March⟧ works",
            "birthday's ⟦June 7th, '91⟧",
            "last filled in ⟦January⟧, wants it gone",
            "symptoms since ⟦March⟧",
            "finished ⟦mid-October⟧ and loves it",
            "joined in ⟦Oct 2023⟧",
            "peels in ⟦August⟧, ⟦October⟧ and ⟦Dec 14⟧",
            "away from ⟦May⟧ to ⟦October⟧",
            "Anna R. / 330 555 0166 / ⟦Sept⟧ / Jo",
            "Collected ⟦6 Jun 2025 21:14 HST⟧",
        ],
    );
}

#[test]
fn months_that_are_no_dates() {
    table::check(
        &RECOGNIZER,
        &[
            "you may 2 days later see swelling",
            "You may feel warm; march on",
            "June Cleary is our injector",
            "Sale ends May 31",
            "Updated February 9, 2026",
            "every March we do inventory",
            "Our April specials are here",
            "Breast Cancer Awareness: all October",
            "This may help. April is new here.",
            "© March 2024 Glow",
        ],
    );
}

#[test]
fn spoken() {
    table::check(
        &RECOGNIZER,
        &[
            "born ⟦june third nineteen eighty two⟧",
            "it was ⟦october thirty-first, nineteen seventy-four⟧",
            "on the ⟦second of march⟧ she paid",
            "first visit ⟦February second⟧",
            "picked it up ⟦November twentieth⟧",
            "I have ⟦Tuesday the nineteenth at four thirty⟧",
            "he came back on the ⟦sixth⟧ and was fine",
            "it was ⟦March fourteenth⟧",
            "It was the second time and a third syringe",
            "her first visit, the fourth of five",
            "two thousand units, nineteen patients",
            "ninth grade, second floor, the first step",
        ],
    );
}

#[test]
fn weekdays() {
    table::check(
        &RECOGNIZER,
        &[
            "Sarah has an appointment on ⟦Thursday⟧",
            "can he come ⟦next Thursday at 2⟧?",
            "we moved her from ⟦last tuesday⟧",
            "remind her: ⟦thurs⟧ works",
            "see u ⟦mon⟧ for botox",
            "recheck ⟦Mon⟧.",
            "paciente viene el ⟦jueves⟧ para láser",
            "cita el ⟦martes 14 a las 3⟧",
            "I can do ⟦Monday morning⟧",
            "come ⟦this coming Thursday at ten⟧ with her",
            "he wrote on ⟦Monday⟧ and on ⟦Tuesday⟧",
            "⟦Saturday the 15th of February⟧ I came in",
            "Ana ⟦Wed⟧ IPL, Kofi ⟦Fri⟧ peel",
            "apointmnt ⟦tuesdya⟧",
            "⟦Mon 9:31 AM⟧  THEM  can I wash it",
        ],
    );
}

#[test]
fn weekdays_of_nobody() {
    table::check(
        &RECOGNIZER,
        &[
            "every Tuesday and most Fridays",
            "Tuesdays and Thursdays are injector days",
            "Open Wednesday to Sunday, 11 to 6",
            "Mon-Fri 9-5, Sat 9:30–2, Sunday: closed",
            "Tox Tuesday is back",
            "sun protection and the sun; she sat down",
            "Hours: Monday 9am-5pm",
            "he wed in 2019, mon ami",
            "Tues & Thurs only",
            "Thursday specials at the bar",
        ],
    );
}

#[test]
fn days_around_today() {
    table::check(
        &RECOGNIZER,
        &[
            "his laser is ⟦tmrw at 5⟧",
            "I was in ⟦yesterday⟧ for laser",
            "before I see you ⟦day after tomorrow⟧",
            "recordatorios de ⟦mañana⟧ para Itzel",
            "pushed to the ⟦6th⟧, no details",
            "sutures go on the ⟦12th⟧, no swimming",
            "treated in the hospital on ⟦Labor Day⟧ after a fall",
            "hair PRP on ⟦Halloween⟧, came in costume",
            "denies alcohol since ⟦last Thanksgiving⟧",
            "blistered a shin on ⟦Black Friday⟧",
            "today she feels fine, por la mañana no",
            "the 5th session, the 2nd floor, on the 15th monthly",
            "Happy Thanksgiving from all of us",
            "Mother's Day special: gift cards",
            "on the 1st of every month",
            "a Halloween giveaway, closed on Christmas",
            "for a brighter tomorrow",
            "on the 3rd syringe she flinched",
        ],
    );
}
