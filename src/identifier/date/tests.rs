//! Cases of the grammar of dates: texts in which `⟦…⟧` marks what can be one. Whether it is about somebody is not
//! asked here; see `tests/finding.rs`.

use super::candidates;
use crate::text::Page;

/// Asserts that each text reads as exactly its marked dates.
fn check(cases: &[&str]) {
    for case in cases {
        let marked: Vec<&str> = case.split('⟦').skip(1).filter_map(|rest| rest.split('⟧').next()).collect();
        let text = case.replace(['⟦', '⟧'], "");
        let page = Page::new(&text);
        let read: Vec<&str> = candidates(&page)
            .iter()
            .map(|date| &page.tokens()[date.tokens.clone()])
            .map(|tokens| &page.text()[tokens[0].range.start..tokens[tokens.len() - 1].range.end])
            .collect();
        assert_eq!(read, marked, "{text}");
    }
}

#[test]
fn digits() {
    check(&[
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
    ]);
}

#[test]
fn digits_that_are_no_dates() {
    check(&[
        "call 555-0199 or 202-555-0142",
        "born at 38 2/7 weeks, a 26 5/7 weeker",
        "version 1.2.10 and v2.10.24",
        "dilution 20/8/4, 13/45/2024",
        "45 CFR 164.514",
    ]);
}

#[test]
fn months() {
    check(&[
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
    ]);
}

#[test]
fn spoken() {
    check(&[
        "born ⟦june third nineteen eighty two⟧",
        "it was ⟦october thirty-first, nineteen seventy-four⟧",
        "on the ⟦second of march⟧ she paid",
        "first visit ⟦February second⟧",
        "picked it up ⟦November twentieth⟧",
        "I have ⟦Tuesday the nineteenth at four thirty⟧",
        "he came back on the ⟦sixth⟧ and was fine",
        "it was ⟦March fourteenth⟧",
        "two thousand units, nineteen patients",
    ]);
}

#[test]
fn weekdays() {
    check(&[
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
    ]);
}

#[test]
fn days_around_today() {
    check(&[
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
    ]);
}
