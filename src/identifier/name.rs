//! NAME: names of patients, clients, their relatives and household members, and of anybody else who is no
//! provider. 45 CFR 164.514(b)(2)(i)(A).
//!
//! Leaves alone: brands, products, devices and drugs, eponyms, months, roles, headings, placeholders.

use super::doubt::is_doubtful;
use super::field::{Field, cells, is_label};
use super::label::{Says, is_rare_name, is_told, name_in, outdo_parts, says};
use super::wordlist::is_one_of;
use super::{Doc, Hit, Kind, Known, Match, Near, Pattern, Recognizer, handle, hl7, name_told, spelled, vcard, x12};
use crate::lexicon::{self, Class};
use crate::tagger::{Label, Tag};
use crate::text::{Page, Shape, Token};
use std::ops::Range;

pub(super) static RECOGNIZER: Recognizer = Recognizer {
    kind: Kind::Name,
    doc: Doc {
        title: "name of a person",
        paragraph: "45 CFR 164.514(b)(2)(i)(A)",
        is: "A full, first or last name, initials used as a name, a nickname, or a login that names somebody: of a \
             patient or client, and of their relatives and household too.",
        leaves_alone: "Brands and products (Botox, Juvederm), eponyms (Bell's palsy, Fitzpatrick III), months, roles \
                       (the patient, our injector), headings and placeholders such as [NAME].",
        instead: "Write \"the patient\" or \"my client\"; where there are several, \"Patient A\" and \"Patient B\".",
    },
    patterns: &[
        Pattern {
            rule: "name/login",
            why: "A login or handle stands behind a word such as user, login or reviewer.",
            regex: r#"(?i-u:\b(?:user(?:[ _-]?(?:name|id))?|uid|log-?in|handle|screen[ _]?name|reviewer|commenter|follower|yelper|poster|posted by|(?:logged|signed) in as|wrote as)(?: name| id)?(?: is| was)?[ ]?[:=]?[ ]{0,3}["'(]?)(?P<id>[A-Za-z](?-u:[A-Za-z0-9]*(?:[._-][A-Za-z0-9]+)*))"#,
            #[rustfmt::skip]
            near: Near::Begins(&[
                "commenter*", "follower*", "handle*", "log-in*", "logged in*", "login*", "posted by*", "poster*",
                "reviewer*", "screen name*", "screen_name*", "screen-name*", "screenname*", "signed in*", "uid*",
                "user*", "wrote as*", "yelper*",
            ]),
            confidence: 0.85,
            accept: handle::is_login,
        },
        Pattern {
            rule: "name/handle",
            why: "Words joined by an underscore hold a given name, as handles do.",
            regex: r"(?-u:\b)(?P<id>[A-Za-z](?-u:[A-Za-z]*(?:_[A-Za-z0-9]+)+))",
            near: Near::Words(&["_"]),
            confidence: 0.7,
            accept: handle::is_handle,
        },
        Pattern {
            rule: "name/initials",
            why: "Two letters with points stand by themselves, as initials of somebody do.",
            regex: r"(?P<id>[A-Z]\.(?:[A-Z](?-u:\b)\.?| [A-Z]\.))",
            near: Near::Words(&["."]),
            confidence: 0.55,
            accept: is_initials,
        },
        Pattern {
            rule: "name/inverted",
            why: "A family name and a given name with a comma between them fill a cell.",
            regex: r#"(?m)(?:^|\t|  |\| ?|;|\d )(?P<id>[A-Z][^\s,;|0-9(]+(?: (?:[A-Z]|de |la |del |van |von |der |dos |da |al )[^\s,;|0-9(]*){0,3}, [A-Z][^\s,;|0-9(]*(?: [A-Z]\.?)?)(?:  |\t| ?\||;|$| ?\(|,[0-9"])"#,
            near: Near::Words(&[", "]),
            confidence: 0.8,
            accept: is_inverted,
        },
        Pattern {
            rule: "name/titled",
            why: "A form of address such as Mrs. stands before it.",
            regex: r"(?-u:\b)(?:(?:Mr|Mrs|Ms|Miss|Mx|Sr|Sra|Srta|Señora?|Señorita|Frau|Herr|Mme|Madame|Monsieur|Mister|Auntie|Aunt|Uncle)\.? (?P<id>[A-Z][^\s,;:|0-9().!?/<]+(?: [A-Z][^\s,;:|0-9().!?/<]+)?))",
            #[rustfmt::skip]
            near: Near::Begins(&[
                "aunt", "auntie", "frau", "herr", "madame", "miss", "mister", "mme", "monsieur", "mr", "mrs", "ms",
                "mx", "señor", "señora", "señorita", "sr", "sra", "srta", "uncle",
            ]),
            confidence: 0.85,
            accept: is_addressed,
        },
        Pattern {
            rule: "name/titled-low",
            why: "A form of address stands before it, both in lower case.",
            regex: r"(?-u:\b)(?:mr|mrs|ms|miss|sra|srta)\.? (?P<id>[a-z](?-u:[a-z'-]+))",
            near: Near::Begins(&["miss", "mr", "mrs", "ms", "sra", "srta"]),
            confidence: 0.8,
            accept: is_addressed,
        },
        Pattern {
            rule: "name/speaker",
            why: "A name with a colon begins a line of a chat or a transcript.",
            regex: r"(?m)^(?:> ?)?(?:\[[^\]\n]{3,30}\] ?[~-]? ?|[0-9]{1,2}[:.][0-9]{2}(?::[0-9]{2})? ?(?:[APap]\.?[Mm]\.?)?,? ?[-–]? ?)?(?P<id>[A-Z][^\s,;:|0-9()\[\]<>{}=/]+(?: [A-Z][^\s,;:|0-9()\[\]<>{}=/]*){0,2})(?: \([^)\n]{1,20}\)| [0-9]{1,2}:[0-9]{2} ?[ap]?m?)?: ",
            near: Near::Words(&[": "]),
            confidence: 0.7,
            accept: is_speaker,
        },
        Pattern {
            rule: "name/titled-initial",
            why: "A title or the word patient stands before an initial.",
            regex: r"(?:(?i-u:\b(?:mr|mrs|ms|miss|mx|señora|señor|sra|sr)\b\.?) (?P<id>[A-Za-z](?-u:\b)\.?))",
            near: Near::Begins(&["miss", "mr", "mrs", "ms", "mx", "señor", "señora", "sr", "sra"]),
            confidence: 0.8,
            accept: is_initials,
        },
        Pattern {
            rule: "name/pointed-initials",
            why: "The word patient or client stands before initials.",
            regex: r"(?i-u:\b(?:pt|patient|client|guest|source|re|for|with|from|w/)[.:]? )(?P<id>[A-Za-z]\.[ ]?[A-Za-z](?-u:\b)\.?)",
            near: Near::Begins(&["client", "for", "from", "guest", "patient", "pt", "re", "source", "w/*", "with"]),
            confidence: 0.8,
            accept: is_initials,
        },
        Pattern {
            rule: "name/acting",
            why: "A word that is a name too does here what only somebody can do.",
            regex: r"(?:(?-u:\b)(?P<id>Will) (?:may|might|can|could|should|was|has|had|said|says|wants|wanted|needs|asked|called|texted|emailed|came|cancelled|canceled|missed|rescheduled|no-showed)(?-u:\b))",
            near: Near::Begins(&["will"]),
            confidence: 0.9,
            accept: |_| true,
        },
        Pattern {
            rule: "name/letters-told",
            why: "It is told apart by its letters, as in \"with two f's\".",
            regex: r"(?i)(?-u:\b)(?P<id>[a-z](?-u:[a-z']{1,20})),? (?:\()?with (?:an?|one|two|three|1|2|3|no|an extra) (?-u:[a-z](?:'?s)?\b)",
            near: Near::Words(&["with "]),
            confidence: 0.8,
            accept: is_spelled_out,
        },
        Pattern {
            rule: "name/spelling-told",
            why: "It stands behind a word that says how a name is spelled.",
            regex: r#"(?i-u:\bspel(?:l|ls|led|ling|t)\b(?: it| that| is| her| his| my| name| last| first| as| like)*[:,]? ["']?)(?P<id>[A-Za-z](?-u:[A-Za-z'-]{2,20}))"#,
            near: Near::Begins(&["spell", "spelled", "spelling", "spells", "spelt"]),
            confidence: 0.75,
            accept: is_spelled_out,
        },
        name_told::INTRODUCED,
        name_told::HAILS,
        name_told::QUOTED,
        name_told::GERMAN_NICKNAME,
        name_told::GOES_BY,
        name_told::CALLED,
        name_told::TAKEN_UP,
        name_told::SAID,
        name_told::COMES,
        name_told::APPOSED,
        name_told::IN_CARE,
        name_told::AGED,
        name_told::TEXTED,
        name_told::WISHED,
        name_told::HANDED,
    ],
    find: Some(find),
    found: &[
        ("name/tagged", "The learned tagger takes it for a name."),
        ("name/column", "The column's header says that it holds names or people."),
        ("name/labelled", "A label or a key before it says that it is a name or somebody."),
        ("name/message", "It stands in a field of a clinical or claims message that holds people's names."),
        ("name/card", "It stands in a field of a contact card or a calendar that holds people's names."),
        ("name/signed", "It stands below the closing words of a letter."),
        ("name/spelled", "A name spelled letter by letter or by words for letters."),
        ("name/file", "A name known as such is part of a file's name."),
        ("name/hashtag", "A hashtag begins with a given name."),
    ],
};

/// Takes the tagger's names, the cells of name columns, and names that are spelled out.
fn find(page: &Page<'_>, known: &Known<'_>, hits: &mut Vec<Hit>) {
    let mut names: Vec<Hit> = Vec::new();
    let organizations = x12::organizations(page);
    for tag in known.tags.iter().filter(|tag| tag.label == Label::Name && !is_doubtful(page, tag)) {
        let Some(range) = behind_title(page, tag) else { continue };
        if organizations.iter().any(|organization| organization.contains(&range.start)) {
            continue;
        }
        match names.last_mut() {
            // Nothing but a space between two names makes them one, and a comma where the surname comes first.
            Some(last) if is_one_name(page, &last.range, &range) => last.range.end = range.end,
            _ => names.push(Hit { kind: Kind::Name, range, confidence: tag.confidence, rule: "name/tagged".into() }),
        }
    }
    for hit in &mut names {
        hit.range.end += suffix_behind(page, hit.range.end);
    }
    let tagged: Vec<(Range<usize>, f32)> = names.iter().map(|hit| (hit.range.clone(), hit.confidence)).collect();
    hits.append(&mut names);
    let first = hits.len();
    labelled(page, &known.fields, hits);
    hl7::names(page, Kind::Name, "name/message", hits);
    x12::names(page, Kind::Name, "name/message", hits);
    vcard::names(page, "name/card", hits);
    spelled::names(page, hits);
    handle::in_files(page, hits);
    handle::in_hashtags(page, hits);
    outdo_parts(hits, first, &tagged);
}

/// Whether two names that were tagged apart are one: `Ana Diaz`, or `Diaz, Ana` at the beginning of a line or a sentence.
fn is_one_name(page: &Page<'_>, first: &Range<usize>, second: &Range<usize>) -> bool {
    let text = page.text();
    let strength = |range: &Range<usize>| lexicon::lookup(&text[range.clone()]);
    match &text[first.end..second.start] {
        " " => true,
        ", " => {
            let leads =
                page.before(first.start, 2).trim_end().is_empty() || page.before(first.start, 2).ends_with(". ");
            let listed = page.after(second.end, 2).starts_with(',');
            let (family, given) = (strength(first), strength(second));
            leads && !listed && family.given() < 8 && given.given() >= given.surname().max(3)
        }
        _ => false,
    }
}

/// The length of the suffix behind a name that belongs to it, without its full stop: `Jr.`, `III`, or the degree of somebody who treats nobody here.
fn suffix_behind(page: &Page<'_>, end: usize) -> usize {
    const SUFFIXES: [&str; 10] = [" Jr", " JR", " Sr", " II", " III", " IV", " MD", " DDS", " DVM", " PhD"];
    let behind = page.after(end, 6);
    let whole = |suffix: &&str| {
        behind.strip_prefix(*suffix).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-'))
    };
    SUFFIXES.into_iter().filter(whole).map(str::len).max().unwrap_or(0)
}

/// The range of a tag, without a title inside it and the words before that ("de la Dra. Fuentes"), and without what
/// stands behind a dash.
pub(super) fn behind_title(page: &Page<'_>, tag: &Tag) -> Option<Range<usize>> {
    let mut tokens = &page.tokens()[tag.tokens.clone()];
    if let Some(dash) = tokens.iter().position(|token| matches!(page.token_text(token), "—" | "–")) {
        tokens = &tokens[..dash];
    }
    let last_word = tokens.iter().rposition(Token::is_word)?;
    let title = tokens.iter().enumerate().rposition(|(at, token)| {
        let entry = lexicon::lookup(page.token_text(token));
        // What somebody is stands like a title before a name: "la enfermera Lucía".
        let role = token.shape == Shape::Lower && at + 1 < tokens.len() && entry.is(Class::Role);
        // Behind everything else it is no title but what tells a son from his father: "Foss Jr.".
        let suffix = at == last_word && tokens[..at].iter().any(Token::is_word);
        let title = entry.is(Class::Title) || VIETNAMESE_TITLES.contains(&page.token_text(token));
        !suffix && token.range.len() > 1 && (title || role)
    });
    let mut first = title.map_or(0, |at| at + 1);
    // A newborn has the family's name alone: "Baby Boy Foss".
    if first == 0 && page.token_text(tokens.first()?).eq_ignore_ascii_case("baby") {
        let sex = tokens
            .get(1)
            .is_some_and(|token| ["boy", "girl"].iter().any(|sex| page.token_text(token).eq_ignore_ascii_case(sex)));
        first = if sex { 2 } else { 1 };
    }
    while tokens.get(first).is_some_and(|token| page.token_text(token) == ".") {
        first += 1;
    }
    Some(tokens.get(first)?.range.start..tokens.last()?.range.end)
}

/// How people are addressed in Vietnamese, where the marks tell the word from a name.
const VIETNAMESE_TITLES: [&str; 7] = ["chị", "cô", "chú", "bác", "ông", "bà", "dì"];

/// Appends the names that stand under a header or behind a label that says so.
fn labelled(page: &Page<'_>, fields: &[Field<'_>], hits: &mut Vec<Hit>) {
    for range in page.cells_under(&|header| matches!(says(header), Some(Says::Name | Says::Person))) {
        // In a block of labels and values the first column holds labels.
        if !is_label(&page.text()[range.clone()]) {
            push(page, range, (0.85, "name/column"), hits);
        }
    }
    across(page, hits);
    for field in fields {
        if is_one_of(CLOSINGS, &field.label.to_lowercase()) {
            push(page, field.value.clone(), (0.8, "name/signed"), hits);
            continue;
        }
        let Some(says) = field.says.filter(|says| *says != Says::Provider) else { continue };
        let value = &page.text()[field.value.clone()];
        let Some(name) = name_in(value) else { continue };
        let name = &value[name];
        if name.len() < value.trim_end().len() && is_one_of(INTERJECTIONS, &name.to_lowercase()) {
            continue;
        }
        // Whatever has a name has it behind "name", and "Patient: Okay" is talk.
        let doubtful = field.label.eq_ignore_ascii_case("name") && !name.split([' ', '-', ',']).any(is_rare_name)
            || says == Says::Person && !field.apart && !is_told(value, name);
        if !doubtful {
            let confidence = if says == Says::Name { 0.9 } else { 0.85 };
            push(page, field.value.clone(), (confidence, "name/labelled"), hits);
        }
    }
}

/// What begins an answer and is a name only where it is all that is said.
const INTERJECTIONS: &str =
    "um, uh, oh, ah, eh, hm, hmm, mm, mhm, yep, yup, yeah, yes, no, nope, okay, ok, well, sure, right, so, aw";

/// What stands above the name of who wrote a letter.
const CLOSINGS: &str = "best, best regards, regards, kind regards, warm regards, thanks, thank you, many thanks, thanks again, \
    cheers, sincerely, sincerely yours, yours sincerely, yours truly, yours, warmly, love, respectfully, take care, \
    gratefully, xo, xoxo, all the best, best wishes, saludos, gracias, muchas gracias, atentamente, cordialmente, \
    cordialement, bien à vous, à bientôt, merci, mit freundlichen grüßen, viele grüße, atenciosamente, abraços, signed";

/// Appends the names of a row without a label that stands above rows with labels: each column is a person.
fn across(page: &Page<'_>, hits: &mut Vec<Hit>) {
    let text = page.text();
    for number in 0..page.line_count().saturating_sub(1) {
        let (line, next) = (page.line_range(number), page.line_range(number + 1));
        let unlabelled = text[line.clone()].starts_with(['\t', '|']) || text[line.clone()].starts_with("    ");
        if !unlabelled || line.len() > 400 {
            continue;
        }
        let row = cells(&text[line.clone()]);
        let below = cells(&text[next.clone()]);
        let label = below.first().is_some_and(|cell| is_label(&text[next.start + cell.start..next.start + cell.end]));
        let named = |cell: &Range<usize>| name_in(&text[line.start + cell.start..line.start + cell.end]).is_some();
        if row.len() >= 2 && below.len() == row.len() + 1 && label && row.iter().all(named) {
            for cell in row {
                push(page, line.start + cell.start..line.start + cell.end, (0.85, "name/column"), hits);
            }
        }
    }
}

/// Whether "Family name, given name" in a cell is a person's, and no town with its state.
fn is_inverted(m: &Match<'_>) -> bool {
    let Some((family, given)) = m.text().split_once(", ") else { return false };
    let given = given.split([' ', '.']).next().unwrap_or_default();
    let entry = lexicon::lookup(given);
    let state = entry.is(Class::State) || entry.is(Class::Country) || lexicon::state(given).is_some();
    let borne = entry.given().max(entry.surname());
    let known = given.len() == 1 || borne > 0 && borne + 3 > entry.common() || entry.common() == 0;
    let place = lexicon::lookup(family).city() > 3 && entry.given() < 5;
    known && !state && !place && name_in(m.text()).is_some_and(|name| name.end + 1 >= m.text().len())
}

/// Whether what stands behind a form of address is a name, and no product ("Mr. Clean") or role.
fn is_addressed(m: &Match<'_>) -> bool {
    let tokens = m.page.tokens();
    let first = m.page.token_at(m.groups.whole().start);
    let phrase = lexicon::longest_phrase(tokens[first..].iter().take(5).map(|token| m.page.token_text(token)));
    let other = [Class::Brand, Class::Organization, Class::Expression, Class::PublicFigure];
    let lower = m.text().starts_with(char::is_lowercase);
    let entry = lexicon::lookup(m.text());
    let known = entry.given().max(entry.surname());
    !phrase.is_some_and(|(_, entry)| other.iter().any(|class| entry.is(*class)))
        && (!lower || entry.is_empty() || known > 0 && known >= entry.common())
        && name_in(m.text()).is_some()
}

/// How transcripts cut short what part somebody plays.
const PARTS: &str =
    "dr, doc, reg, res, pat, pt, cli, cl, ther, int, md, rn, ma, np, pa, sp, mom, dad, mum, tech, desk, nurse";

/// Whether the speaker of a chat or a transcript is called by a name, and by no role.
fn is_speaker(m: &Match<'_>) -> bool {
    let first = m.text().split([' ', '-']).next().unwrap_or_default();
    let said = format!("{}: ", m.text());
    // An unknown word is a name where it speaks more than once.
    let again = || lexicon::lookup(first).is_empty() && m.page.text().matches(&said).nth(1).is_some();
    // "Dr.:" and "Reg:" say what part somebody plays.
    let part = m.text().trim_end_matches('.');
    if lexicon::lookup(part).is(Class::Title) || is_one_of(PARTS, &part.to_lowercase()) {
        return false;
    }
    (is_rare_name(first) && lexicon::lookup(first).given() >= 5 || again()) && name_in(m.text()).is_some()
}

/// Appends the name inside a value, if it holds one.
fn push(page: &Page<'_>, value: Range<usize>, (confidence, rule): (f32, &'static str), hits: &mut Vec<Hit>) {
    if let Some(name) = name_in(&page.text()[value.clone()]) {
        let range = value.start + name.start..value.start + name.end;
        hits.push(Hit { kind: Kind::Name, range, confidence, rule: rule.into() });
    }
}

/// Whether two letters with points, or a letter behind a title, are somebody's initials.
fn is_initials(m: &Match<'_>) -> bool {
    const OTHER: &str = "u.s., u.k., p.e., q.i., q.a., m.d., d.o., n.p., r.n., p.a., p.m., a.m., p.o., d.c., i.v., i.m., e.g., i.e., l.a., \
        n.y., p.s., n.b., h.s., q.d., o.d., o.s., o.u., p.r., c.v., b.p., h.r., i.d., a.k., s.q., s.c., e.r., t.v., p.c., \
        x.x., a.d., b.c., d.d., s.a., v.i., e.u., u.n., p.t., o.r., a.i., v.p., q.a., c.c., m.a., b.a., b.s., m.s., v.s.";
    let text = m.text().to_lowercase();
    let pointed = text.strip_suffix('.').map_or_else(|| format!("{text}."), |_| text.clone());
    let after = m.after(2);
    let goes_on = after.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '\'' | '-' | '/' | '@'))
        && !after.starts_with("'s");
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    // "Patient A", "Mr. X": letters for nobody.
    let nobody = letters == 1 && matches!(text.as_bytes().first(), Some(b'x' | b'y' | b'z'));
    !goes_on
        && !nobody
        && !is_one_of(OTHER, &pointed)
        && !m.before(1).contains(|c: char| c.is_alphanumeric() || c == '.')
}

/// Whether a word that somebody spells or tells apart by its letters is a name.
fn is_spelled_out(m: &Match<'_>) -> bool {
    let entry = lexicon::lookup(m.text());
    let known = entry.given().max(entry.surname());
    name_in(m.text()).is_some() && (known >= entry.common() || entry.common() < 4) && !entry.is(Class::State)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identifier::table::check;

    #[test]
    fn names_of_people_are_found() {
        check(
            &RECOGNIZER,
            &[
                "My patient ⟦Sarah Johnson⟧ comes back on Thursday.",
                "Write a reminder to ⟦Minh Tran⟧ about his consult.",
                "⟦Okonjo, Adaeze⟧ no-showed twice",
                "hi this is ⟦rebecca stone⟧ i had my lip filler on friday",
                "Mrs. ⟦Delgado⟧ wants to move her peel.",
                "My client ⟦Peter Mills Jr.⟧ wants to move his peel.",
                "⟦Will⟧ might not make it on time, his peel can wait.",
                "Text ⟦Priya⟧ that her laser session is moved.",
                "Please call ⟦Grace Kim⟧ about her chart.",
                "her husband ⟦Tobias⟧ drives her home",
                "Caller: my last name is spelled ⟦T-R-A-N⟧, thanks",
                "my patient ⟦Hữu Lâm⟧, ⟦H-U-U⟧. I saw him in our lobby",
                "what ⟦G l o r i a  H a r t⟧ wrote us",
                "Answer the Yelp user ⟦SunnyPeel88⟧ politely.",
                "client,service\n⟦Zuri Okafor⟧,peel\n⟦Bjorn Lund⟧,laser\n⟦May Price⟧,tox",
            ],
        );
    }

    #[test]
    fn names_of_records_are_found_part_by_part() {
        check(
            &RECOGNIZER,
            &[
                "PID|1||771204^^^QX^MR||⟦VESTERGAARD⟧^⟦LIV⟧^⟦T⟧||19790412|F\nNK1|1|⟦Vestergaard⟧^⟦Aksel⟧|SPO",
                "NM1*IL*1*⟦VESTERGAARD⟧*⟦LIV⟧****MI*QX77120094~\nNM1*PR*2*BIG PAYER*****PI*77~",
                "BEGIN:VCARD\nN:⟦Vestergaard⟧;⟦Liv⟧;;Ms.;\nFN:⟦Liv Vestergaard⟧\nEND:VCARD",
                "{\"first_name\": \"⟦Liv⟧\", \"last_name\": \"⟦Vestergaard⟧\", \"service\": \"peel\"}",
                "UPDATE t SET svc = 'peel' WHERE last = '⟦Vestergaard⟧' AND first = '⟦Liv⟧';",
                "<name><given>⟦Liv⟧</given><family>⟦Vestergaard⟧</family></name>",
                "Client ........ ⟦Liv Vestergaard⟧\nService ....... peel",
                "prénom;nom;soin\n⟦Solène⟧;⟦Vasseur⟧;laser\n⟦Maëlle⟧;⟦Chevallier⟧;peel",
            ],
        );
    }

    #[test]
    fn names_in_codes_and_in_letters_told_are_found() {
        check(
            &RECOGNIZER,
            &[
                "saved as ⟦LINDQVIST⟧_intake.pdf on the drive",
                "their login is ⟦liv_v88⟧ and it is locked",
                "she spelled it ⟦lima india victor⟧",
                "last name ⟦k as in kilo, r, o, g, h⟧",
                "that was ⟦Lynne⟧ with two n's",
                "Hi Mrs. ⟦Vestergaard⟧, your peel is booked.",
            ],
        );
    }

    #[test]
    fn what_only_looks_like_a_name_is_left_alone() {
        check(
            &RECOGNIZER,
            &[
                "Botox or Dysport: which lasts longer?",
                "The grace period is ten minutes.",
                "Explain Bell's palsy to a new nurse.",
                "Our May special ends soon.",
                "Fitzpatrick III skin needs care with IPL.",
                "Hi [NAME], your visit is on [DATE].",
                "What is the best Morpheus8 setting for the lower face?",
                "Rose quartz rollers are back in stock.",
                "name;sku;price\nBotox;B-100;9\nDysport;D-300;4",
                "Room name: Lobby\nDevice name: Vbeam",
                "saved as price_list.pdf on the drive",
                "user login failed, password reset",
                "PID|1||||||19790412|F",
                "Mr. Clean wipes are back.",
                "Have you been to P T for this knee?",
                "My last O B G Y N visit was fine.",
            ],
        );
    }
}
