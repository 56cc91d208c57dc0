//! IP: internet protocol addresses, 45 CFR 164.514(b)(2)(i)(O), version 4 and 6, also written around a filter (`192.0.2[.]7`).
//!
//! Leaves alone version and section numbers, masks, routers at home, and the addresses of the own machine (`127.0.0.1`, `::1`).

use super::spoken::{digits, number};
use super::{Doc, Kind, Match, Near, Pattern, Recognizer};
use std::net::{Ipv4Addr, Ipv6Addr};

pub(super) static RECOGNIZER: Recognizer = Recognizer {
    kind: Kind::Ip,
    doc: Doc {
        title: "IP address",
        paragraph: "45 CFR 164.514(b)(2)(i)(O)",
        is: "The address of somebody's computer or phone on the internet, as web forms and logs record it.",
        leaves_alone: "Version and section numbers with four parts, network masks, and addresses that mean \"this \
                       computer\".",
        instead: "Leave it out, or write \"one address\".",
    },
    patterns: &[
        Pattern {
            rule: "ip/v4",
            why: "Four numbers up to 255, as in an internet address.",
            regex: r"(?P<id>(?-u:\b)[0-9]{1,3}(?:(?:\.| \. |\[\.\]|\(\.\)|\[dot\])[0-9]{1,3}){3}(?-u:\b))",
            near: Near::BeginsNumber { digits: 4 },
            confidence: 0.93,
            accept: is_v4,
        },
        Pattern {
            rule: "ip/spoken",
            why: "Four numbers up to 255 with the dots between them in words.",
            regex: concat!(
                r"(?P<id>(?i-u:(?-u:\b)(?:",
                number!(),
                r")(?:[ -]?(?:",
                number!(),
                r")){0,4}(?:[ ]{1,2}(?:dot|point)[ ]{1,2}(?:",
                number!(),
                r")(?:[ -]?(?:",
                number!(),
                r")){0,4}){3})(?-u:\b))"
            ),
            near: Near::Words(&[" dot ", " point "]),
            confidence: 0.9,
            accept: |m| is_said(m.text()),
        },
        Pattern {
            rule: "ip/v6",
            why: "The groups of an internet address of version 6.",
            regex: r"(?P<id>(?:[0-9A-Fa-f]{1,4})?(?::{1,2}[0-9A-Fa-f]{1,4}){2,7}(?:::)?)",
            near: Near::Several { words: &[":"], count: 2 },
            confidence: 0.95,
            accept: is_v6,
        },
    ],
    find: None,
    found: &[],
};

/// Whether four numbers are an address of somebody's machine.
fn is_v4(m: &Match<'_>) -> bool {
    const SECTIONS: &[&str] = &[
        "version",
        "v",
        "ver",
        "section",
        "sec",
        "§",
        "release",
        "firmware",
        "build",
        "chapter",
        "paragraph",
        "item",
        "step",
        "clause",
        "article",
        "rev",
        "revision",
        "standard",
        "icd",
        "oid",
        "software",
    ];
    let plain = m.text().replace("[.]", ".").replace("(.)", ".").replace("[dot]", ".").replace(' ', "");
    let Ok(address) = plain.parse::<Ipv4Addr>() else { return false };
    // An address of the own network identifies a machine only where a log or a form records it as somebody's.
    let recorded = !address.is_private()
        || m.follows_any(
            24,
            &["ip", "ip address", "from", "client", "login", "logged", "from_ip", "client_ip", "seen at"],
        )
        || m.column_header().is_some();
    let goes_on = |side: &str, rest: &str| side.ends_with('.') && rest.contains(|c: char| c.is_ascii_digit());
    let after = m.after(2);
    recorded
        && !address.is_loopback()
        && !address.is_unspecified()
        && address.octets()[0] != 255
        && address.octets()[0] != 0
        && !m.follows_any(12, SECTIONS)
        && !m.before(1).contains(['v', '§', '$', '-'])
        && !goes_on(m.before(1), m.before(2))
        && !(after.starts_with('.') && after[1..].starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether each of the numbers between the dots is at most 255.
fn is_said(text: &str) -> bool {
    let lower = text.to_ascii_lowercase().replace("point", "dot");
    lower.split("dot").map(str::trim).all(|part| {
        let said = if part.bytes().any(|b| b.is_ascii_alphabetic()) { digits(part) } else { part.to_owned() };
        said.parse::<u8>().is_ok()
    })
}

/// Whether the text is an address of version 6 that says more than "this machine".
fn is_v6(m: &Match<'_>) -> bool {
    let free = |c: Option<char>| !c.is_some_and(|c| c.is_alphanumeric() || c == ':' || c == '.');
    let text = m.text();
    text.parse::<Ipv6Addr>().is_ok_and(|address| !address.is_loopback() && !address.is_unspecified())
        && text.matches(':').count() >= 3
        && text.bytes().any(|b| b.is_ascii_digit())
        && free(m.before(1).chars().next())
        && !m.after(1).starts_with(|c: char| c.is_alphanumeric() || c == ':')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ip_addresses() {
        crate::identifier::table::check(
            &RECOGNIZER,
            &[
                "Booked from ⟦203.0.113.91⟧ twice.",
                "somebody at ⟦192.0.2[.]87⟧ wrote",
                "ip=⟦198.51.100.67⟧ page=/book",
                "fail ip=⟦198 . 51 . 100 . 68⟧ user",
                "login from ⟦10.20.4.51⟧:443",
                "from_ip: ⟦203.0.113.9⟧",
                "lead via ⟦2001:db8:85a3::8a2e:370:7334⟧, no name",
                "[⟦2001:db8:0:1:2:3:4:5⟧]",
                "name;ip\nBo;⟦203.0.113.77⟧",
                "the visitor used ⟦203.0.113.12⟧.",
                "logged in from ⟦ten dot 20 dot one hundred dot 9⟧ at noon",
            ],
        );
    }

    #[test]
    fn no_ip_addresses() {
        crate::identifier::table::check(
            &RECOGNIZER,
            &[
                "Version 4.12.0.3 is out.",
                "see section 1.2.3.4",
                "v10.2.0.1",
                "127.0.0.1 and 0.0.0.0",
                "mask 255.255.255.0",
                "300.400.500.600",
                "at 12:30:45, open 9:00-17:00",
                "::1 and fe::fe",
                "OID 2.16.840.1.113883",
                "3C:22:FB:91:0A:7E",
                "one dot on each cheek, two dot three",
            ],
        );
    }
}
