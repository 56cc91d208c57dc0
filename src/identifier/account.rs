//! ACCOUNT: card and bank numbers and other account numbers, 45 CFR 164.514(b)(2)(i)(J).
//!
//! Cards by their check digit or the word card, their last four digits by the words around, routing numbers and
//! IBANs by their check digits, account numbers by a label. Leaves alone prices, article numbers, gift cards and
//! "social media account".

use super::code::{self, code, gap, luhn, spaced_code};
use super::spoken::{self, spoken};
use super::{Doc, Kind, Match, Near, Pattern, Recognizer, hl7};

/// What a payment card is called.
macro_rules! card {
    () => {
        r"(?i-u:(?-u:\b)(?:cards?|visa|master ?card|mc|amex|american express|discover|debit|credit|hsa|fsa|carecredit|checking|savings|acct\.?|account|bank|tarjeta|one|cc)(?-u:\b))"
    };
}

/// Words before the last four digits.
macro_rules! ending {
    () => {
        r"(?i-u:(?:end(?:s|ing|ed|in')?(?: in| with)?|suffix|last[ _-]?(?:four|4)(?: digits)?(?: (?:is|are|of))?|termina en)[ :#=\x22']{1,4}(?:in )?)"
    };
}

/// Pieces of which every way to speak of a number's end holds one.
const ENDING: &[&str] =
    &["end", "last four", "last 4", "last-four", "last-4", "lastfour", "last4", "last_4", "suffix", "termina"];

pub(super) static RECOGNIZER: Recognizer = Recognizer {
    kind: Kind::Account,
    doc: Doc {
        title: "card, bank or other account number",
        paragraph: "45 CFR 164.514(b)(2)(i)(J)",
        is: "The number of a payment card or its last four digits, of a bank account, a routing number, an IBAN, or \
             the number of a patient's account with the practice.",
        leaves_alone: "Prices, article numbers, gift cards (another kind), and accounts without a number.",
        instead: "Leave it out, or write \"the card on file\".",
    },
    patterns: &[
        Pattern {
            rule: "account/card",
            why: "It has the length and the check digit of a payment card.",
            regex: r"(?P<id>(?-u:\b)[2-6][0-9]{3}(?:[ -]?[0-9]{4}){2}[ -]?[0-9]{1,7}|(?-u:\b)3[0-9]{3}[ -]?[0-9]{6}[ -]?[0-9]{4,5})(?-u:\b)",
            near: Near::Number { digits: 13, row: 4 },
            confidence: 0.96,
            accept: |m| {
                let digits = m.digits();
                (13..=19).contains(&digits.len())
                    && luhn(&digits)
                    && !code::is_blank(&digits)
                    && stands_free(m)
                    && !is_other(m)
                    && !is_test_card(m, &digits)
            },
        },
        Pattern {
            rule: "account/card-and-expiry",
            why: "Four groups of four digits with an expiry or a security code behind them.",
            regex: r"(?P<id>(?-u:\b)[2-6][0-9]{3}(?:[ -][0-9]{4}){3})[ ,;]{1,3}(?i-u:exp|cvv|cvc|valid|good thru)",
            near: Near::BeginsNumber { digits: 16 },
            confidence: 0.92,
            accept: |m| stands_free(m) && !is_other(m) && !is_test_card(m, &m.digits()),
        },
        Pattern {
            rule: "account/named-card",
            why: "A card's brand, or a word for a card or a bank, stands before digits of a card's length.",
            regex: concat!(
                card!(),
                r"[^0-9\n$]{0,32}(?P<id>[0-9]{4}(?:[ .-]?[0-9]{3,7}){2,4}|[0-9](?:[ -]{1,3}[0-9]){12,18})(?-u:\b)"
            ),
            near: Near::Begins(CARD_WORDS),
            confidence: 0.93,
            accept: |m| {
                (11..=19).contains(&m.digits().len())
                    && !code::is_blank(&m.digits())
                    && stands_free(m)
                    && !is_test_card(m, &m.digits())
                    && !m.follows_any(30, &["gift", "library", "loyalty", "insurance card", "member id", "cannabis"])
            },
        },
        Pattern {
            rule: "account/spoken",
            why: "Digits spoken as words, behind a word for a card or an account.",
            regex: concat!(
                r"(?:",
                card!(),
                r"|(?i-u:(?-u:\b)(?:routing|aba|rtn)(?-u:\b)))[^0-9\n]{0,40}?(?P<id>",
                spoken!(),
                ")"
            ),
            near: Near::Begins(CARD_WORDS),
            confidence: 0.93,
            accept: |m| {
                let digits = spoken::digits(m.text()).len();
                (11..=19).contains(&digits)
                    || (8..=10).contains(&digits)
                        && m.follows_any(44, &["routing", "aba", "rtn", "account", "acct", "iban"])
            },
        },
        Pattern {
            rule: "account/said-card",
            why: "Fifteen or sixteen digits spoken as words, the length of a payment card.",
            regex: concat!("(?P<id>", spoken!(), ")"),
            near: Near::Several { words: spoken::WORDS, count: 4 },
            confidence: 0.8,
            accept: |m| matches!(spoken::digits(m.text()).len(), 15 | 16) && !is_other(m),
        },
        Pattern {
            rule: "account/sort-code",
            why: "A bank's sort code and the eight digits of an account behind it.",
            regex: r"(?P<id>(?-u:\b)[0-9]{2}-[0-9]{2}-[0-9]{2}[ ,/]{1,4}(?:(?i-u:a/?c|acc(?:ount)?|acct)[ :.]{1,3})?[0-9]{8})(?-u:\b)",
            near: Near::Number { digits: 14, row: 8 },
            confidence: 0.9,
            accept: |m| stands_free(m) && !code::is_blank(&m.digits()),
        },
        Pattern {
            rule: "account/cheque",
            why: "It stands beside the marks of a cheque's code line.",
            regex: r"[⑆⑈⑉] ?(?P<id>[0-9]{6,14})(?-u:\b)",
            near: Near::Number { digits: 6, row: 6 },
            confidence: 0.9,
            accept: |m| m.digits().len() >= 6,
        },
        Pattern {
            rule: "account/ach",
            why: "A word for a bank transfer stands before a routing or an account number.",
            regex: r"(?i-u:(?-u:\b)(?:ach|dda|eft|rtn|wire)(?-u:\b))[ :#]{1,3}(?P<id>[0-9]{6,14})(?-u:\b)",
            near: Near::Begins(&["ach", "dda", "eft", "rtn", "wire"]),
            confidence: 0.93,
            accept: |m| !code::is_blank(&m.digits()) && !code::continues(m),
        },
        Pattern {
            rule: "account/bank-pair",
            why: "It follows the nine digits of a routing number and a slash.",
            regex: r"(?-u:\b)[0-9]{9} ?/ ?(?P<id>[0-9]{6,14})(?-u:\b)",
            near: Near::Number { digits: 15, row: 9 },
            confidence: 0.8,
            accept: |m| !code::is_blank(&m.digits()) && !code::continues(m),
        },
        Pattern {
            rule: "account/wallet",
            why: "It has the form of an address for electronic coins.",
            regex: r"(?P<id>(?-u:\b)(?:bc1[a-z0-9]{25,60}|0x[0-9a-fA-F]{40}|[13][A-HJ-NP-Za-km-z1-9]{25,34}))(?-u:\b)",
            near: Near::Number { digits: 3, row: 1 },
            confidence: 0.85,
            accept: |m| m.text().bytes().any(|b| b.is_ascii_alphabetic()) && m.digits().len() >= 3,
        },
        Pattern {
            rule: "account/last-four",
            why: "It follows words for the last four digits of a card or an account.",
            regex: concat!(
                card!(),
                r"[^0-9\n;]{0,28}?",
                ending!(),
                r"(?P<id>[0-9](?:[ ]?[0-9]){3,4}(?-u:\b)|",
                spoken!(),
                ")"
            ),
            near: Near::Begins(CARD_WORDS),
            confidence: 0.95,
            accept: is_last_four,
        },
        Pattern {
            rule: "account/brand-and-four",
            why: "Four digits right behind the brand of a card are the last of its number.",
            regex: r"(?i-u:(?-u:\b)(?:visa|amex|master ?card|mcard|discover(?: card)?)(?: card)?) #?(?P<id>[0-9]{4})(?:[,;)]|\.(?: |\n|$)|\n|$| (?i:for|on|was|got|is|exp|declined))",
            near: Near::Begins(&["amex", "discover", "master*", "mcard", "visa"]),
            confidence: 0.85,
            accept: |m| is_last_four(m) && !(m.text().starts_with("19") || m.text().starts_with("20")),
        },
        Pattern {
            rule: "account/last-four-of",
            why: "It follows words for the last four digits of a card or an account.",
            regex: concat!(
                r"(?i-u:last[ -]?(?:four|4)(?: digits)?(?: (?:of|on|for))?(?: (?:the|her|his|their|my|your|patient's|pt's|client's|a))? )",
                card!(),
                r"[^0-9\n.;]{0,16}?[ :#](?P<id>[0-9]{4}(?-u:\b)|",
                spoken!(),
                ")"
            ),
            near: Near::Words(&["last 4", "last four", "last-4", "last-four", "last4", "lastfour"]),
            confidence: 0.95,
            accept: is_last_four,
        },
        Pattern {
            rule: "account/last-four-before",
            why: "The words behind it say that it ends a card's number.",
            regex: r"(?i-u:end(?:s|ing)?(?: in| with)?|last[ -]?(?:four|4))[ :]{1,2}(?P<id>[0-9]{4})[^0-9\n.;]{0,16}(?i-u:(?-u:\b)(?:card|visa|amex|mastercard|debit)(?-u:\b))",
            near: Near::Words(ENDING),
            confidence: 0.9,
            accept: is_last_four,
        },
        Pattern {
            rule: "account/masked",
            why: "It is a card's number with all but its end hidden.",
            regex: r"(?:[*•]{2,}[*• -]{0,18}|[Xx]{4}[- ]?(?:[Xx]{4}[- ]?){0,3}|(?i-u:card|visa|amex|master ?card|mc|discover|acct)[ ]{0,2}(?:on file )?(?:#|x{1,4}|\.{2,4}|…|[*•-])[ ]?)(?P<id>[0-9]{4,5})(?-u:\b)",
            near: Near::Number { digits: 4, row: 4 },
            confidence: 0.9,
            accept: |m| is_last_four(m) && m.text() != "0000" && !m.follows_any(14, &["ssn", "social"]),
        },
        Pattern {
            rule: "account/code",
            why: "A word for a card's security code stands before it.",
            regex: r"(?i-u:(?-u:\b)(?:cvv2?|cvc|cid|csc|security code|code on (?:the )?back))(?i-u:[ :=#]|is|code|number){1,6}(?P<id>[0-9]{3,4})(?-u:\b)",
            near: Near::Begins(&["cid*", "code on*", "csc*", "cvc*", "cvv*", "security*"]),
            confidence: 0.9,
            accept: |m| !code::continues(m),
        },
        Pattern {
            rule: "account/routing",
            why: "A word for a bank routing number stands before its nine digits.",
            regex: concat!(
                r"(?i-u:(?:(?-u:\b)|_)(?:routing|aba|rtn|transit)(?: number| no\.?| #| num)?)",
                gap!(),
                r"(?P<id>[0-9]{9}|[0-9]{4} ?[0-9]{4} ?[0-9]|[0-9]{3} [0-9]{3} [0-9]{3})(?-u:\b)"
            ),
            near: Near::Begins(&["aba*", "routing*", "rtn*", "transit*"]),
            confidence: 0.97,
            accept: |m| !code::is_blank(&m.digits()) && !code::continues(m),
        },
        Pattern {
            rule: "account/routing-checked",
            why: "Nine digits with the check digit of a bank's routing number, some words behind such a word.",
            regex: r"(?P<id>(?-u:\b)[0-3][0-9]{8})(?-u:\b)",
            near: Near::BeginsNumber { digits: 9 },
            confidence: 0.9,
            accept: |m| is_routing(m.text()) && stands_free(m) && m.follows_any(60, &["routing", "aba", "rtn"]),
        },
        Pattern {
            rule: "account/labelled",
            why: "A word for an account stands before it.",
            regex: concat!(
                r"(?i-u:(?:(?-u:\b)|_)(?:accounts?|acct|a/c|cuenta|konto(?:nummer|nr)?|contract|sort code|bsb|clabe)(?-u:\b)\.?[ _]?(?:number|num|no\.?|nr|#|id)?)",
                gap!(),
                code!()
            ),
            #[rustfmt::skip]
            near: Near::Begins(&[
                "a/c*", "account*", "acct*", "bsb*", "clabe*", "contract*", "cuenta*", "konto*", "sort code*",
            ]),
            confidence: 0.93,
            accept: |m| {
                code::is_code(m, 4)
                    && (m.digits().len() >= 5 || m.text().contains('-'))
                    && (!m.text().contains('.') || code::is_pointed(m.text()))
                    && !m.follows_any(30, &["service contract", "maintenance contract", "lease contract"])
            },
        },
        Pattern {
            rule: "account/spaced",
            why: "Letters and digits in groups, behind a word for an account.",
            regex: concat!(
                r"(?i-u:(?-u:\b)(?:account|acct|a/c|cuenta|konto|contract|bsb|clabe)\.?[ ]?(?:number|no\.?|#)?)",
                gap!(),
                spaced_code!()
            ),
            #[rustfmt::skip]
            near: Near::Begins(&[
                "a/c*", "account*", "acct*", "bsb*", "clabe*", "contract*", "cuenta*", "konto*", "sort code*",
            ]),
            confidence: 0.93,
            accept: |m| code::is_spaced_code(m, 7),
        },
        Pattern {
            rule: "account/iban",
            why: "It has the country, the length and the check digits of an IBAN.",
            regex: r"(?P<id>(?-u:\b)[A-Za-z]{2}[0-9]{2}(?: ?[A-Za-z0-9]{4}){2,7}(?: ?[A-Za-z0-9]{1,3})?)(?-u:\b)",
            near: Near::Number { digits: 2, row: 2 },
            confidence: 0.97,
            accept: |m| is_iban(m.text()),
        },
        Pattern {
            rule: "account/named-iban",
            why: "The word IBAN stands before it.",
            regex: r"(?i-u:(?-u:\b)(?:iban|rib)(?-u:\b))[^0-9\n]{0,16}?[ :](?P<id>[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?)(?-u:\b)",
            near: Near::Begins(&["iban*", "rib"]),
            confidence: 0.9,
            accept: |m| m.digits().len() >= 8,
        },
    ],
    find: Some(|page, _tags, hits| {
        hl7::field(page, hits, (Kind::Account, "account/hl7"), "PID", 18);
        const HEADERS: &[&str] = &[
            "account",
            "account no",
            "account number",
            "acct",
            "acct no",
            "acct #",
            "routing",
            "aba",
            "rtn",
            "iban",
            "bank account",
        ];
        const CARDS: &[&str] = &["card", "card no", "card number", "card last4", "cc"];
        let found = (Kind::Account, "account/column");
        // Four digits are the end of a card's number, but an account of the books (`6100 Supplies`).
        code::column(page, hits, found, HEADERS, |cell| code::is_code_cell(cell, 5));
        code::column(page, hits, found, CARDS, |cell| code::is_code_cell(cell, 4));
    }),
    found: &[
        ("account/hl7", "It fills the account field of an HL7 segment."),
        ("account/column", "The column's header says account or card."),
    ],
};

/// The words with which every name of [`card`] begins.
const CARD_WORDS: &[&str] = &[
    "aba*",
    "account*",
    "acct*",
    "american express*",
    "amex*",
    "bank*",
    "card*",
    "carecredit*",
    "cc*",
    "checking*",
    "credit*",
    "debit*",
    "discover*",
    "fsa*",
    "hsa*",
    "master card*",
    "mastercard*",
    "mc*",
    "one*",
    "routing*",
    "rtn*",
    "savings*",
    "tarjeta*",
    "visa*",
];

/// The numbers that payment providers print for tests.
const TEST_CARDS: &[&str] = &[
    "4111111111111111",
    "4242424242424242",
    "4000000000000002",
    "4000000000009995",
    "4000056655665556",
    "4012888888881881",
    "5555555555554444",
    "5105105105105100",
    "5200828282828210",
    "2223003122003222",
    "378282246310005",
    "371449635398431",
    "6011111111111117",
    "6011000990139424",
    "30569309025904",
    "3530111333300000",
];

/// Whether a card is one that is printed for tests, and the words around say so.
fn is_test_card(m: &Match<'_>, digits: &str) -> bool {
    const TESTS: &[&str] = &["test", "tests", "testing", "sandbox", "stripe", "dummy", "demo", "fake", "test card"];
    TEST_CARDS.contains(&digits) && (m.follows_any(120, TESTS) || m.precedes_any(60, TESTS))
}

/// Whether nine digits are a bank's routing number: a district of the Federal Reserve, and the check digit.
fn is_routing(digits: &str) -> bool {
    let sum: u32 = digits.bytes().zip([3, 7, 1].iter().cycle()).map(|(b, weight)| u32::from(b - b'0') * weight).sum();
    let district = digits[..2].parse::<u32>().unwrap_or(99);
    sum.is_multiple_of(10) && matches!(district, 1..=12 | 21..=32)
}

/// Whether the last four digits are said and no year of expiry.
fn is_last_four(m: &Match<'_>) -> bool {
    let numerals = m.text().bytes().all(|b| b.is_ascii_digit() || b == b' ');
    (numerals && m.digits().len() < 6 || spoken::digits(m.text()).len() == 4)
        && !code::continues(m)
        && !m.before(60).to_ascii_lowercase().contains("social")
        && !m.follows_any(40, &["ssn", "phone", "cell", "gift card", "gift"])
        && !m.before(60).ends_with("ends ")
}

/// Whether another label claims the number: gift and medical cards, tracking numbers, device identifiers.
fn is_other(m: &Match<'_>) -> bool {
    const OTHER: &[&str] = &[
        "gift",
        "tracking",
        "gtin",
        "upc",
        "udi",
        "isbn",
        "order",
        "lot",
        "serial",
        "sn",
        "fedex",
        "ups",
        "cannabis",
        "loyalty",
        "library",
        "insurance card",
        "member id",
        "imei",
        "barcode",
        "voucher",
        "mrn",
        "business card",
        "post card",
    ];
    m.follows_any(30, OTHER) || m.before(1) == ")" || m.before(1) == "(" && m.after(1) != ")"
}

/// Whether no digit, letter or decimal mark touches the number.
fn stands_free(m: &Match<'_>) -> bool {
    let joins = |c: char| c.is_alphanumeric() || matches!(c, '-' | '/' | '$' | '_' | '+');
    let mut after = m.after(2).chars();
    let (next, then) = (after.next(), after.next());
    let goes_on = match next {
        Some('-' | '.') => then.is_some_and(|c| c.is_ascii_digit()),
        Some(c) => c.is_alphanumeric() || c == '/',
        None => false,
    };
    !goes_on && !m.before(1).starts_with(joins)
}

/// Whether a text is an IBAN whose check digits (ISO 13616, mod 97) are right.
fn is_iban(text: &str) -> bool {
    let code: Vec<u8> = text.bytes().filter(u8::is_ascii_alphanumeric).map(|b| b.to_ascii_uppercase()).collect();
    if !(15..=34).contains(&code.len()) || code.iter().filter(|b| b.is_ascii_digit()).count() < 8 {
        return false;
    }
    let remainder = code[4..].iter().chain(&code[..4]).fold(0u32, |rest, byte| match byte {
        b'0'..=b'9' => (rest * 10 + u32::from(byte - b'0')) % 97,
        _ => (rest * 100 + u32::from(byte - b'A') + 10) % 97,
    });
    remainder == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accounts() {
        crate::identifier::table::check(
            &RECOGNIZER,
            &[
                "Card on file ⟦4111 1111 1111 1111⟧ exp 09/28",
                "why was ⟦378282246310005⟧ declined",
                "charge my card ⟦4111111111111112⟧ please",
                "⟦5331 0718 2204 4713⟧ exp 4/29, is it a visa",
                "Is this the routing number of a credit union, ⟦021000021⟧?",
                "RIB ⟦SN12 K331 0100 0718 2204 4713 56⟧, Dakar",
                "card ending ⟦4417⟧ was declined",
                "VISA ending in ⟦0017⟧   530.14",
                "**** **** **** ⟦4417⟧",
                "last four of the card is ⟦7719⟧",
                "charge the Visa, number ⟦five five five five, five five five five, five five five five, four four four four⟧.",
                "Routing ⟦021000021⟧, account ⟦000741963852⟧, $275",
                "transfer to ⟦GB82 WEST 1234 5698 7654 32⟧ today",
                "Account number: ⟦9876543210⟧",
                "name,routing,acct\nBo,⟦021000021⟧,⟦0081920334⟧",
                "acct ⟦0157-662-8893⟧ checking",
                "Same card? The one ending ⟦7719⟧?",
                "cvv ⟦123⟧, code on back ⟦407⟧",
                "AMEX *⟦30417⟧ and Visa *⟦4417⟧, card ..⟦7719⟧",
                "paid w amex ⟦3782.822463.10005⟧, thanks",
                "a UK order on Visa, ⟦4929 1803 0711 6340⟧, shows",
                "card.last4 = \"⟦8804⟧\", Visa ending ⟦8 8 0 4⟧, wallet card suffix ⟦2184⟧",
                "as \"⟦thirty seven eighty two, eighty two twenty two, four six three one zero zero five⟧\" lol",
                "routing ⟦zero two one oh oh oh oh two one⟧ acct ⟦88-0031-6 2 5 8⟧, for",
                "pay to ⟦20-38-61 / 50227461⟧, Maj",
                "ACH ⟦021000021⟧ / ⟦0071402638⟧, DDA ⟦4400186325⟧",
                "⑆⟦021000021⟧⑆ 1093",
                "BTC to ⟦bc1q8k3wj5t0vxz7rm2ydn6s4ph9lfqc0eag5u7x2⟧ never came",
                "a/c: ⟦082-516 2204 7731⟧ (BSB first)",
            ],
        );
    }

    #[test]
    fn no_accounts() {
        crate::identifier::table::check(
            &RECOGNIZER,
            &[
                "our social media account grew to 12,400 followers",
                "gift card 6006 4412 0093 won't scan",
                "Cards accepted: Visa, Amex, Discover.",
                "accounts receivable over 90 days, 2025",
                "promo ending in 2025",
                "the test card 4242 4242 4242 4242 goes through, 4000 0000 0000 0002 is declined",
                "Account  Name\n6310     Gauze\n6320     Gloves",
                "Service contract no. KX-33180.",
                "card ending {{last4}}",
                "SKU 4111111111111, price $1,299.00",
                "account manager, 15 years",
                "0000 0000 0000 0000",
                "XXXX-XXXX-XXXX-XXXX",
                "UDI (01)10888628031270(17)280131",
                "one of 12 patients, bank holiday 2026",
                "card 2025, discover 1200 products, visa 5000 dollars",
                "one two three, eyes on me",
            ],
        );
    }
}
