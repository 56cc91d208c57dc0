//! Cases of the grammar of dates: texts in which `⟦…⟧` marks what can be one. Whether it is about somebody is not
//! asked here; see `tests/finding.rs`.

use super::{Known, candidates};
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
        "Pt Roe DOB ⟦9 5 61⟧ chart",
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
        "sessions ⟦Feb 4, 11 and 18⟧ are unpaid",
        "peels ⟦Sept 2nd, 9th, and 16th, 2025⟧, all fine",
        "open house on ⟦May 5⟧, 10 to 2",
        "seen ⟦Jan 6⟧, and 13 others were too",
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
        "away from ⟦May to October⟧",
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

#[test]
fn leads() {
    check(&[
        "she came the ⟦day after Columbus Day⟧ for a wash",
        "resting since the ⟦night before Easter⟧",
        "wants it on the ⟦morning of the 19th⟧",
        "the ⟦week of May 12⟧ suits her",
        "laser is ⟦a week from Friday⟧",
        "fell ⟦two weeks ago Sunday⟧ at home",
        "saw him ⟦two Mondays ago⟧",
        "the wedding is the ⟦third Saturday in October⟧",
        "back in the ⟦first week of August⟧",
        "filler in ⟦early November⟧, tox at the ⟦end of July⟧",
        "can she come ⟦this coming Monday⟧ or ⟦next week Tuesday⟧?",
        "was here the ⟦day before yesterday⟧",
        "signed on the ⟦third day of June 2021⟧",
        "20 mg a day from ⟦May 3⟧",
        "any day after ⟦6 January⟧",
    ]);
}

#[test]
fn tails() {
    check(&[
        "she left the ⟦Friday before Christmas⟧ in pain",
        "seen the ⟦Tuesday after⟧, at home",
        "a rash since ⟦Sunday before last⟧",
        "he fell on ⟦Memorial Day weekend⟧",
        "due ⟦Xmas eve⟧, not ⟦mothers day eve⟧",
        "see you ⟦tomorrow, the 11th, at 2:30 PM⟧",
        "seen ⟦yesterday (8/2)⟧, and on ⟦Tue (8/9)⟧",
        "peel ⟦March 7, a Friday⟧",
        "paid on the ⟦first of the month⟧",
        "her mole check is ⟦Friday week⟧.",
        "since ⟦May of last year⟧",
        "⟦Last Sunday⟧, second visit",
    ]);
}

#[test]
fn clock_times() {
    check(&[
        "needs the lift at ⟦10:15 on Monday⟧",
        "called at ⟦2 am on 7/9⟧ and at ⟦noon on the 12th⟧",
        "moved to ⟦4 on the 3rd⟧",
        "the ⟦8 o'clock tomorrow⟧ has a peanut allergy",
        "It was ⟦Mar 3 at 2 and 2:30⟧, both of them",
        "booked ⟦5th of May, 10 o clock⟧",
        "at home ⟦Monday, before six⟧, alone",
        "come ⟦sat nite or thurs morn⟧",
        "visit ⟦tmrw 0830⟧, labs ⟦7/2 615a⟧",
        "the plumber comes ⟦Tuesday between 8 and 11⟧.",
        "the hall is ours ⟦Sun the 4th, 1 to 5⟧, then",
        "landing ⟦Thu 21st 20:05⟧, told \"⟦Mon⟧.\"",
        "seen ⟦Friday about 6:20 pm⟧",
        "opened ⟦2026-01-09 04:55 CT⟧, sent ⟦Tue Apr 7 2026 09:15:00 GMT-0500⟧",
        "GET ⟦04/Jan/2026:11:02:53 +0000⟧",
        "?dt=⟦2026-05-30T14:15⟧&x=1",
        "nervous since ⟦Saturday⟧ about one eye",
        "sees us ⟦Monday⟧ after 4 sessions",
        "a,⟦2026-05-30⟧,09:00,b",
        "11:20 ⟦sat⟧ 91, no ⟦sun⟧",
    ]);
}

#[test]
fn ranges_and_alternatives() {
    check(&[
        "out ⟦5/2 to 5/9⟧, back then",
        "off ⟦June 1 to June 12⟧, ⟦June 20-28⟧",
        "one of ⟦Wed 4/8 or Thu 4/9⟧ please",
        "is it the ⟦8th or 9th⟧, she asks",
        "⟦11.-13. September⟧ in Bonn, ⟦2 to 5 May⟧ at home",
        "missed work (⟦3/4-3/9⟧)",
        "hydroxyzine ⟦Jan-Apr 2025⟧",
        "moved her from ⟦Monday⟧ to ⟦Tuesday⟧",
        "⟦1/8⟧, ⟦1/22⟧ and ⟦2/5⟧",
        "in the ⟦2nd⟧ or 3rd week",
    ]);
}

#[test]
fn other_ways_of_writing() {
    check(&[
        "BBL ⟦5.4.26⟧, born ⟦9.9.1984⟧, drawn ⟦6.2.26 13:40⟧",
        "DOB ⟦04Mar1979⟧, tx ⟦07 AUG 25⟧, due ⟦21Jun⟧",
        "control ⟦14/ago⟧, cita ⟦3/feb/25⟧, visto ⟦8/XI/1990⟧",
        "⟦07 19 1952⟧  M, from ⟦06 11 25⟧  11",
        "DOS ⟦07152025⟧ and DMG*D8*⟦19710623⟧*F~",
        "due back ⟦28.11., 09:15⟧",
        "surgery ⟦november six twenty twenty five⟧",
        "last seen ⟦March six⟧. No allergies",
        "⟦July eleventh, sixty-one⟧. Next?",
        "on my bday ⟦june fourteen⟧, ok?",
        "can we do ⟦twenty two of april⟧",
        "date of birth is ⟦four twelve sixty six⟧",
        "born ⟦Third of the fifth, 1988⟧",
        "call five five five nineteen forty",
        "hgb 7.9. K 3.4 on ⟦Monday⟧, version 3.1.24, build 20250611",
        "you ⟦may⟧ two days later, the ⟦June⟧ one",
        "on the ⟦Ides of March⟧, on ⟦St. Andrew's Day⟧, until ⟦Purim⟧, since ⟦Tết⟧, ⟦Galentine's⟧",
        "the tet vaccine",
    ]);
}

#[test]
fn languages() {
    check(&[
        "cita el ⟦lunes a las ocho de la mañana⟧",
        "venga ⟦pasado mañana a las 9⟧, no el ⟦viernes 13⟧",
        "control el ⟦22 por la tarde⟧",
        "rendez-vous le ⟦4 avril⟧, pas ⟦samedi à 14 h⟧, ni ⟦avant-hier⟧",
        "am ⟦3. Mai⟧ oder ⟦Freitag um 9 Uhr⟧",
        "⟦quinta-feira, 10h30⟧ ou ⟦amanhã⟧",
        "controllo ⟦martedì⟧, visita ⟦lun 20/4 ore 9⟧",
        "Would the ⟦twenty-eighth⟧ work for the peel?",
        "hẹn ⟦thứ Sáu⟧, hom ⟦thu Sau⟧ em, sa ⟦Huwebes⟧",
        "Mayo Clinic, Rio de Janeiro",
    ]);
}

/// A label of a record tells of a day in somebody's care, whatever the tagger makes of a line without sentences.
#[test]
fn days_that_a_record_labels() {
    let found = |text: &str| {
        let (page, mut hits) = (Page::new(text), Vec::new());
        super::find(&page, &Known::of(&page, &[]), &mut hits);
        hits.into_iter().map(|hit| page.text()[hit.range].to_owned()).collect::<Vec<_>>()
    };
    for (text, days) in [
        ("{\"guest\": \"Odile Marsh\", \"appointment\": \"May 3, 2027\"}", &["May 3, 2027"] as &[&str]),
        ("<visit date=\"3/14\"/><next_visit>May 3 at 2 pm</next_visit>", &["3/14", "May 3 at 2 pm"]),
        ("{\"surgery\": \"tummy tuck\", \"revised\": \"May 3, 2027\"}", &[]),
        ("Our next appointment: May 3, 2027", &[]),
    ] {
        assert_eq!(found(text), days, "{text}");
    }
}
