//! SSN: Social Security numbers and ITINs, 45 CFR 164.514(b)(2)(i)(G), whole, masked or their last four digits.
//!
//! Without the word beside it a number must have the shape, its separators and a range that was given out. Leaves
//! alone specimens (078-05-1120), blanks (`XXX-XX-XXXX`) and zeros.

use super::code::{self, gap};
use super::recognizer::contains_any;
use super::spoken::{self, spoken};
use super::{Doc, Kind, Match, Near, Pattern, Recognizer, hl7};

/// What a Social Security number is called.
macro_rules! label {
    () => {
        r"(?i-u:(?:(?-u:\b)|_)(?:ssn|ss#|ss ?no\.?|ss ?number|s\.s\.n?\.?|soc(?:ial)? ?sec(?:urity)?\.?(?: number| no\.?| num| card)?|social(?: number| no\.?| #| num)?|itin|seguro social))"
    };
}

pub(super) static RECOGNIZER: Recognizer = Recognizer {
    kind: Kind::Ssn,
    doc: Doc {
        title: "Social Security number",
        paragraph: "45 CFR 164.514(b)(2)(i)(G)",
        is: "A Social Security number or taxpayer number (ITIN), whole, or its last four digits, written or spoken.",
        leaves_alone: "Blanks such as XXX-XX-XXXX, the specimens that the government prints, and numbers of the same \
                       shape that carry another label.",
        instead: "Leave it out. No prompt needs it.",
    },
    patterns: &[
        Pattern {
            rule: "ssn/labelled",
            why: "A word for a Social Security or tax number stands before it.",
            regex: concat!(
                label!(),
                gap!(),
                r"(?P<id>[0-9]{3}[-. –]{0,3}[0-9]{2}[-. –]{0,3}[0-9]{4}|[0-9](?:[ .–-]{1,3}[0-9]){8})(?-u:\b)"
            ),
            near: Near::Begins(WORDS),
            confidence: 0.99,
            accept: |m| !code::is_blank(&m.digits()) && !code::continues(m),
        },
        Pattern {
            rule: "ssn/lookalike",
            why: "A word for a Social Security number stands before its groups, some letters written for digits.",
            regex: concat!(
                label!(),
                gap!(),
                r"(?P<id>[0-9OoIlS]{3}[-. –]{1,3}[0-9OoIlS]{2}[-. –]{1,3}[0-9OoIlS]{4})(?-u:\b)"
            ),
            near: Near::Begins(WORDS),
            confidence: 0.97,
            accept: |m| (5..9).contains(&m.digits().len()),
        },
        Pattern {
            rule: "ssn/dictated",
            why: "Nine digits are said in the three groups of a Social Security number.",
            regex: concat!("(?P<id>", spoken!(), ")"),
            near: Near::Words(&[
                "dash", "hyphen", "zero,", "oh,", "one,", "two,", "three,", "four,", "five,", "six,", "seven,",
                "eight,", "nine,",
            ]),
            confidence: 0.92,
            accept: is_dictated,
        },
        Pattern {
            rule: "ssn/number",
            why: "The three groups of a Social Security or tax number, in ranges that are given out.",
            regex: r"(?P<id>(?-u:\b)[0-9]{3}(?:-[0-9]{2}-|–[0-9]{2}–|\.[0-9]{2}\.)[0-9]{4}(?-u:\b))",
            near: Near::Number { digits: 9, row: 4 },
            confidence: 0.9,
            accept: |m| is_issued(&m.digits()) && stands_free(m),
        },
        Pattern {
            rule: "ssn/spaced",
            why: "The three groups of a Social Security number set apart by spaces, in ranges that are given out.",
            regex: r"(?P<id>(?-u:\b)[0-9]{3} [0-9]{2} [0-9]{4}(?-u:\b))",
            near: Near::Number { digits: 9, row: 4 },
            confidence: 0.7,
            accept: |m| is_issued(&m.digits()) && stands_free(m),
        },
        Pattern {
            rule: "ssn/masked",
            why: "A Social Security number with all but its end hidden.",
            regex: r"(?P<id>[XxN*#•]{3}[- ]?[XxN*#•]{2}[- ]?[0-9]{4})(?-u:\b)",
            near: Near::Number { digits: 4, row: 4 },
            confidence: 0.95,
            accept: |m| {
                let shown = m.follows_any(60, SHOWN) || m.precedes_any(30, SHOWN);
                m.digits() != "0000" && !code::continues(m) && !shown
            },
        },
        Pattern {
            rule: "ssn/british",
            why: "The letters and digits of a British National Insurance number, in groups or behind its name.",
            regex: r"(?i-u:(?-u:\b)(?P<label>ni|nino|national insurance)(?: (?:number|no\.?|nr|is))*[ :#]{1,3})?(?-u:\b)(?P<id>[A-Z]{2} ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D])(?-u:\b)",
            near: Near::Number { digits: 6, row: 2 },
            confidence: 0.92,
            accept: |m| m.text().matches(' ').count() == 4 || !m.group("label").is_empty(),
        },
        Pattern {
            rule: "ssn/veteran",
            why: "A veteran is known by the last four digits of the Social Security number.",
            regex: r"(?i-u:(?-u:\b)(?:va|vet|veteran)(?-u:\b)[a-z ,]{0,30}(?-u:\b)last ?(?:4|four)[ :#]{1,3})(?P<id>[0-9]{4})(?-u:\b)",
            near: Near::Words(&["last"]),
            confidence: 0.9,
            accept: |m| !code::continues(m),
        },
        Pattern {
            rule: "ssn/last-four",
            why: "It follows words for the last four digits of a Social Security number.",
            regex: concat!(
                r"(?i-u:last[ -]?(?:four|4)(?: digits)?(?: (?:of|on|for))?(?: (?:the|her|his|their|my|your|patient|patient's|pt|pt's|client's|a))?[ _]?)",
                label!(),
                r"[\])]?(?: (?i-u:for|to|as) [a-z ]{2,24})?(?i-u:[:, ]{1,3}(?:is|was|are|being|ends in|(?:s?he|they) (?:types?|typed|gave|says?|said)))?(?:[ :=,]{1,4}|[?.! ]{0,3}\r?\n(?:\[?[A-Za-z]{1,14}[\]:]{1,2})?[ ]{0,3}(?i-u:(?:uh|um|it's|yes|yeah|sure)[ ,]{1,2}){0,3})(?P<id>[0-9](?:[ -]?[0-9]){3}(?-u:\b)|",
                spoken!(),
                ")"
            ),
            near: Near::Words(&["last 4", "last four", "last-4", "last-four", "last4", "lastfour"]),
            confidence: 0.97,
            accept: is_last_four,
        },
        Pattern {
            rule: "ssn/last-four-told",
            why: "Words for the last four digits of a Social Security number stand somewhere before it, and \"it's\".",
            regex: r"(?i-u:(?-u:\b)it(?:'?s| is)) (?P<id>[0-9]{4})(?-u:\b)",
            near: Near::Begins(&["it's", "its", "it is"]),
            confidence: 0.95,
            accept: |m| {
                let before = m.before(100).to_ascii_lowercase();
                let last = ["last four", "last 4"].iter().filter_map(|words| before.find(words)).min();
                last.is_some_and(|at| contains_any(&before[at..], &["social", "ssn"])) && is_last_four(m)
            },
        },
        Pattern {
            rule: "ssn/ending",
            why: "Words say that a Social Security number ends so.",
            regex: concat!(
                r"(?:",
                label!(),
                r"|(?i-u:(?-u:\b)(?:ss|sponsor)(?-u:\b)))(?i-u:(?:'s)?[, (:]{0,3}(?:(?:number|card|on file|is|that|which|the|just|only)[ ,]{1,2}){0,2}(?:end(?:s|ing|ed)?(?: in| with)?|last[ -]?(?:four|4)(?: digits)?(?: (?:is|are|of))?))",
                r"[): =#]{1,4}(?P<id>[0-9](?: ?[0-9]){3}(?-u:\b)|",
                spoken!(),
                ")"
            ),
            near: Near::Begins(&["itin*", "s.s.*", "seguro social*", "soc*", "sponsor*", "ss*"]),
            confidence: 0.97,
            accept: is_last_four,
        },
        Pattern {
            rule: "ssn/spoken",
            why: "A Social Security number spoken as words.",
            regex: concat!(label!(), r"(?P<between>[^0-9\n]{0,30}?)(?P<id>", spoken!(), ")"),
            near: Near::Begins(WORDS),
            confidence: 0.97,
            accept: |m| matches!(spoken::digits(m.text()).len(), 4 | 9),
        },
    ],
    find: Some(|page, _tags, hits| {
        hl7::field(page, hits, (Kind::Ssn, "ssn/hl7"), "PID", 19);
        code::column(
            page,
            hits,
            (Kind::Ssn, "ssn/column"),
            &["ssn", "social", "ss#", "social security", "itin", "ssn4", "last4"],
            |cell| {
                let digits = cell.bytes().filter(u8::is_ascii_digit).count();
                matches!(digits, 4 | 9)
                    && cell.len() <= 11
                    && cell.bytes().all(|b| b.is_ascii_digit() || b"-* Xx".contains(&b))
            },
        );
    }),
    found: &[("ssn/hl7", "It fills the SSN field of an HL7 segment."), ("ssn/column", "The column's header says SSN.")],
};

/// Words of a form that is shown, not filled in.
const SHOWN: &[&str] = &["placeholder", "placeholders", "dummy", "dummies", "format", "such as", "e.g.", "style"];

/// Whether nine digits are said in groups of three, two and four, with a dash between them or, all in words, a comma.
fn is_dictated(m: &Match<'_>) -> bool {
    let lower = m.text().to_ascii_lowercase().replace("hyphen", "dash");
    let parted = |by: &str| lower.split(by).map(said).eq([3, 2, 4]);
    let groups = parted("dash") || parted(",") && spoken::digits(&lower).len() == 9;
    groups && !m.follows_any(30, &["card", "account", "policy", "member", "claim"])
}

/// How many digits a part of a number has, in words or written.
fn said(part: &str) -> usize {
    let written = part.bytes().filter(u8::is_ascii_digit).count();
    if part.bytes().any(|b| b.is_ascii_alphabetic()) { spoken::digits(part).len() } else { written }
}

/// Whether the last four digits are said, as numerals or in words.
fn is_last_four(m: &Match<'_>) -> bool {
    let numerals = m.text().bytes().all(|b| b.is_ascii_digit() || b == b' ');
    (numerals || spoken::digits(m.text()).len() == 4) && !code::continues(m)
}

/// Whether the number lies in a range that was given out as an SSN or as an ITIN, and is no specimen.
fn is_issued(digits: &str) -> bool {
    let part = |range: std::ops::Range<usize>| digits[range].parse::<u32>().unwrap_or(0);
    let (area, group, serial) = (part(0..3), part(3..5), part(5..9));
    let ssn = !matches!(area, 0 | 666 | 900..) && group != 0 && serial != 0;
    let itin = area >= 900 && matches!(group, 50..=65 | 70..=88 | 90..=92 | 94..=99);
    (ssn || itin) && !matches!(digits, "078051120" | "219099999" | "457555462" | "123456789" | "987654321")
}

/// Whether no digit or joining mark touches the number.
fn stands_free(m: &Match<'_>) -> bool {
    let joins = |c: char| c.is_alphanumeric() || matches!(c, '-' | '/' | '$' | '_');
    let pointed = m.after(2).strip_prefix('.').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    !m.before(1).starts_with(joins)
        && !m.after(1).starts_with(|c| joins(c) && c != '-')
        && !m.after(2).starts_with('-')
        && !pointed
}

/// The words with which every label begins.
const WORDS: &[&str] = &["itin*", "s.s.*", "seguro social*", "soc*", "ss no*", "ss number*", "ss#*", "ssn*", "ssno*"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn social_security_numbers() {
        crate::identifier::table::check(
            &RECOGNIZER,
            &[
                "Intake: SSN ⟦512-44-0198⟧, allergies none",
                "is ⟦512-44-0198⟧ a real one",
                "her social is ⟦512440198⟧",
                "SSN: ⟦987-65-4321⟧",
                "last four of her social is ⟦4821⟧",
                "SSN ending in ⟦4821⟧ on file",
                "⟦XXX-XX-4821⟧, her SSN's last four are ⟦4821⟧",
                "SSN ⟦***-**-4821⟧",
                "NI number ⟦KB 21 34 55 D⟧ is his, or NINO ⟦KB213456D⟧",
                "VA patient, last4 ⟦4821⟧, knee; last 4 of social, he typed ⟦4822⟧ twice",
                "ITIN is ⟦9 1 2 - 7 0 - 1 2 3 4⟧, spaces mine",
                "social is ⟦five one two dash four four dash oh one nine eight⟧, here",
                "is ⟦512 dash o4 dash 2187⟧ a valid one",
                "read back to me: ⟦five one two, four four, oh one nine eight⟧, right?",
                "[last 4 SSN] ⟦0938⟧, the ss ending in ⟦4 8 2 1⟧",
                "last four of her social for the check: ⟦2209⟧",
                "they want the last four of my social, may I say it? it's ⟦2209⟧",
                "and the last four of your social\n[patient] uh ⟦four eight two one⟧",
                "SSN ⟦512-O4-0198⟧",
                "social security number ⟦512 44 0198⟧",
                "the social is ⟦five one two, four four, oh one nine eight⟧",
                "last 4 SSN: ⟦0198⟧",
                "name,ssn_last4,ssn\nBo,x,⟦512-44-0198⟧",
                "ITIN ⟦912-70-1234⟧",
                "{\"use\": \"official\", \"system\": \"urn:us-ssn\", \"value\": \"⟦512-44-0198⟧\"}",
            ],
        );
    }

    #[test]
    fn no_social_security_numbers() {
        crate::identifier::table::check(
            &RECOGNIZER,
            &[
                "SSN: XXX-XX-XXXX",
                "000-00-0000",
                "a placeholder such as XXX-XX-1234",
                "lot KB213456D",
                "The card shows 078-05-1120 as a specimen.",
                "987-65-4321",
                "666-12-3456 or 512-00-3456",
                "our social media had 4821 views in 2024",
                "Do we still need the SSN field in 2026?",
                "call 479-555-0100",
                "part 512-44-01988 and 1512-44-0198",
                "social post at 10, budget 4000",
                "member five one two, four four, oh one nine eight",
                "reps: five four six, two two, one two three",
            ],
        );
    }
}
