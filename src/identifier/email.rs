//! EMAIL: email addresses, 45 CFR 164.514(b)(2)(i)(F).
//!
//! Finds plain addresses, those written around a filter (`ana (at) mail (dot) example`), and those said aloud
//! (`ana dot diaz at gmail dot com`). A mailbox of a role (`info@`, `billing@`) scores lower, since it is nobody's.
//! Leaves alone placeholders (`you@example.com`, `{{email}}`), message numbers, file names and package versions.

use super::{Doc, Kind, Match, Near, Pattern, Recognizer};

/// "at", bracketed or said.
macro_rules! at {
    () => {
        r"(?:[ ]{0,2}[\[({<][ ]?(?i-u:at|@)[ ]?[\])}>][ ]{0,2}|[ ]{1,2}(?i-u:at|@)[ ]{1,2}|[ ]@|@[ ])"
    };
}

/// "dot", bracketed or said.
macro_rules! dot {
    () => {
        r"(?:[ ]{0,2}[\[({<][ ]?(?i-u:dot|\.)[ ]?[\])}>][ ]{0,2}|[ ]{1,2}(?i-u:dot|point)[ ]{1,2})"
    };
}

/// The plain form; letters of the Latin alphabet's extensions count.
macro_rules! address {
    () => {
        r"(?P<id>(?P<local>[A-Za-z0-9À-ɏ_](?:[A-Za-z0-9À-ɏ._%+'’\-]{0,62}[A-Za-z0-9À-ɏ_+\-])?)@(?P<domain>[A-Za-z0-9À-ɏ](?:[A-Za-z0-9À-ɏ\-]{0,62}\.)+[A-Za-z]{2,24}))"
    };
}

pub(super) static RECOGNIZER: Recognizer = Recognizer {
    kind: Kind::Email,
    doc: Doc {
        title: "email address",
        paragraph: "45 CFR 164.514(b)(2)(i)(F)",
        is: "The address of a person's mailbox, also when it is written with (at) and (dot) or spoken in a transcript.",
        leaves_alone: "Placeholders such as you@example.com or {{email}}, and things that only contain an @. A \
                       shared mailbox such as info@ counts for less, since it names nobody.",
        instead: "Leave it out, or write \"the email on file\".",
    },
    patterns: &[
        Pattern {
            rule: "email/address",
            why: "It has the form of an email address.",
            regex: address!(),
            near: Near::Words(&["@"]),
            confidence: 0.999,
            accept: |m| is_address(m) && !is_role(m.group("local")),
        },
        Pattern {
            rule: "email/role",
            why: "An email address of an office, not of a person by its name.",
            regex: address!(),
            near: Near::Words(&["@"]),
            confidence: 0.5,
            accept: |m| is_address(m) && is_role(m.group("local")),
        },
        Pattern {
            rule: "email/disguised",
            why: "An email address with its signs written as words.",
            regex: concat!(
                r"(?P<id>(?P<local>[A-Za-z0-9][A-Za-z0-9._+\-]{0,40}(?:",
                dot!(),
                r"[A-Za-z0-9_+\-]{1,30}|[ ](?i-u:underscore|dash|hyphen|period|plus)[ ][A-Za-z0-9_]{1,30}){0,4})",
                at!(),
                r"(?P<domain>[A-Za-z0-9][A-Za-z0-9\-]{0,40}(?:(?:",
                dot!(),
                r"|\.)[A-Za-z0-9\-]{2,30}){1,3}))(?-u:\b)"
            ),
            near: Near::Words(&["@", " at ", "[at", "(at", "{at", "<at"]),
            confidence: 0.998,
            accept: is_disguised,
        },
        Pattern {
            rule: "email/encoded",
            why: "An email address with its at-sign encoded as in a link.",
            regex: r"(?P<id>(?P<local>[A-Za-z0-9][A-Za-z0-9._+\-]{0,62})%40(?P<domain>(?:[A-Za-z0-9\-]{1,62}\.)+[A-Za-z]{2,24}))",
            near: Near::Words(&["%40"]),
            confidence: 0.97,
            accept: |m| is_address(m) && !is_role(m.group("local")),
        },
        Pattern {
            rule: "email/unfinished",
            why: "An email address whose end is missing.",
            regex: r"(?i-u:e-?mail[a-z]{0,3}(?: (?:is|address(?: is)?|me at|her at|him at|at))?)[ :]{1,3}(?P<id>[A-Za-z0-9][A-Za-z0-9._+\-]{1,40}@(?i-u:gmail|yahoo|hotmail|icloud|outlook|aol|proton|me|comcast))(?:[^A-Za-z0-9.@]|$)",
            near: Near::Words(&["@"]),
            confidence: 0.85,
            accept: |_| true,
        },
    ],
    find: None,
    found: &[],
};

/// Whether a plain address is somebody's.
fn is_address(m: &Match<'_>) -> bool {
    const FILES: &[&str] = &["png", "jpg", "jpeg", "gif", "svg", "webp", "css", "js", "ts", "json", "html", "map"];
    const NUMBERS: &[&str] =
        &["message-id", "in-reply-to", "references", "content-id", "uid", "cid", "list-id", "boundary"];
    let (local, domain) = (m.group("local").to_ascii_lowercase(), m.group("domain").to_ascii_lowercase());
    let last = domain.rsplit('.').next().unwrap_or_default();
    let before = m.before(1);
    !FILES.contains(&last)
        && !is_placeholder(&local, &domain)
        && local != "git"
        && !before.ends_with(['/', '@', '{', '}', '%', '$'])
        && !NUMBERS.iter().any(|number| is_key(&m.before(60).to_ascii_lowercase(), number))
}

/// Whether a text ends in a key with its value begun: `message-id: <`, `"uid": "`, but not the word in a sentence.
fn is_key(before: &str, key: &str) -> bool {
    before.rfind(key).is_some_and(|at| {
        let behind = before[at + key.len()..].trim_start_matches('"');
        behind.starts_with([':', '=']) && !behind.contains(['.', ';'])
    })
}

/// Whether an address is a stand-in that a form or a manual shows.
fn is_placeholder(local: &str, domain: &str) -> bool {
    const LOCALS: &[&str] = &[
        "you",
        "your",
        "yourname",
        "your.name",
        "your_name",
        "youremail",
        "your.email",
        "your-email",
        "your_email",
        "name",
        "email",
        "user",
        "username",
        "firstname",
        "lastname",
        "firstname.lastname",
        "first.last",
        "first_last",
        "someone",
        "somebody",
        "example",
        "xxx",
        "xxxx",
        "abc",
        "test",
        "myname",
        "my.name",
        "recipient",
        "sender",
        "customer",
        "client",
        "patient",
        "patient.name",
        "placeholder",
        "address",
        "emailaddress",
        "person",
        "me",
        "foo",
        "bar",
    ];
    const DOMAINS: &[&str] = &[
        "domain.com",
        "yourdomain.com",
        "email.com",
        "yourclinic.com",
        "yourpractice.com",
        "yourcompany.com",
        "company.com",
        "mail.com",
        "clinic.com",
        "practice.com",
        "website.com",
        "yourspa.com",
        "xxx.com",
    ];
    let stand_in = domain.starts_with("your") || DOMAINS.contains(&domain) || domain.starts_with("example.");
    LOCALS.contains(&local) && (stand_in || domain.ends_with(".example") || !matches!(local, "me" | "client" | "abc"))
        || local.starts_with("your") && stand_in
        || local.bytes().all(|b| b == b'x')
}

/// Whether a mailbox is a role's, not a person's.
fn is_role(local: &str) -> bool {
    const ROLES: &[&str] = &[
        "info",
        "hello",
        "hi",
        "hey",
        "office",
        "support",
        "help",
        "contact",
        "contactus",
        "admin",
        "billing",
        "sales",
        "care",
        "team",
        "frontdesk",
        "front.desk",
        "front-desk",
        "desk",
        "reception",
        "appointments",
        "appointment",
        "booking",
        "bookings",
        "book",
        "schedule",
        "scheduling",
        "noreply",
        "no-reply",
        "donotreply",
        "do-not-reply",
        "press",
        "media",
        "jobs",
        "careers",
        "hr",
        "hiring",
        "privacy",
        "legal",
        "compliance",
        "marketing",
        "newsletter",
        "news",
        "events",
        "orders",
        "order",
        "purchasing",
        "accounts",
        "accounting",
        "invoices",
        "payroll",
        "service",
        "services",
        "customerservice",
        "customercare",
        "membership",
        "members",
        "manager",
        "studio",
        "clinic",
        "spa",
        "medspa",
        "ask",
        "letters",
        "host",
        "data",
        "security",
        "webmaster",
        "postmaster",
        "abuse",
        "feedback",
        "reviews",
        "returns",
        "refunds",
        "records",
        "referrals",
        "results",
        "lab",
        "labs",
        "patients",
        "welcome",
        "concierge",
        "wellness",
        "training",
        "education",
        "rsvp",
        "partners",
        "partnerships",
        "collabs",
        "pr",
        "shop",
        "store",
        "inquiries",
        "enquiries",
        "questions",
        "mail",
        "it",
        "ops",
        "operations",
        "finance",
        "unsubscribe",
        "replies",
        "reply",
        "alerts",
        "notifications",
        "fax",
        "intake",
    ];
    ROLES.contains(&local.to_ascii_lowercase().as_str())
}

/// Whether a disguised address is one: its domain ends like a domain, and its local part is no word of the sentence.
fn is_disguised(m: &Match<'_>) -> bool {
    const PROVIDERS: &[&str] = &[
        "gmail",
        "yahoo",
        "hotmail",
        "icloud",
        "outlook",
        "aol",
        "proton",
        "protonmail",
        "me",
        "msn",
        "live",
        "comcast",
        "ymail",
    ];
    const ENDINGS: &[&str] = &[
        "com", "net", "org", "edu", "gov", "io", "co", "us", "me", "biz", "info", "example", "health", "care", "ca",
        "uk", "fr", "de", "mx", "test", "photo", "email", "app", "clinic", "skin", "spa", "beauty", "life",
    ];
    const WORDS: &[&str] = &[
        "me",
        "us",
        "you",
        "him",
        "her",
        "them",
        "it",
        "is",
        "are",
        "was",
        "look",
        "online",
        "reach",
        "reached",
        "find",
        "out",
        "book",
        "visit",
        "shop",
        "now",
        "or",
        "and",
        "here",
        "available",
        "live",
        "email",
        "address",
        "located",
        "starts",
        "page",
        "site",
        "website",
        "back",
        "more",
        "this",
        "that",
        "meet",
        "join",
        "apply",
        "buy",
        "start",
        "sign",
        "up",
        "order",
    ];
    let domain = m.group("domain").to_ascii_lowercase();
    let local = m.group("local").to_ascii_lowercase();
    let parts: Vec<&str> = domain
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '-')
        .filter(|part| !part.is_empty() && !matches!(*part, "dot" | "point"))
        .collect();
    let [first, .., last] = parts[..] else { return false };
    let stand_in = ["ourclinic", "ourspa", "ourpractice", "clinicname", "spaname"].contains(&first);
    let said = domain.contains(['[', '(', '{', '<', ' ']);
    let joint = &m.text()[m.group("local").len()..m.text().len() - m.group("domain").len()];
    let marked = joint.contains(['[', '(', '{', '<', '@']);
    ENDINGS.contains(&last)
        && !WORDS.contains(&local.as_str())
        && (marked || said || PROVIDERS.contains(&first))
        && !is_placeholder(&local, &domain)
        && !stand_in
        && !(marked && !said && joint.trim() == "@" && local.len() < 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn email_addresses() {
        crate::identifier::table::check(
            &RECOGNIZER,
            &[
                "Write to ⟦maj.lund88@post.example⟧ about it.",
                "From: \"Maj Lund\" <⟦m_lund@example.com⟧>",
                "mailto:⟦bo+skin@mail.example⟧?subject=hi",
                "her email is ⟦JOSÉ.núñez@correo.example⟧.",
                "She gave two references. Her email is ⟦odile.marsh@quietmail.net⟧.",
                "send it to ⟦bo.ek (at) post (dot) example⟧, thanks",
                "⟦bo (at) post.example⟧",
                "so ⟦IDA[at]mail[dot]example⟧ then",
                "it's ⟦maj dot lund at gmail dot com⟧ all one word",
                "uh ⟦bo underscore ek at post dot example⟧",
                "reach her: ⟦maj.lund at gmail.com⟧ or ⟦maj (at) post.example⟧",
                "name,mail\nBo,⟦bo@post.example⟧",
                "our desk is ⟦frontdesk@glow.example⟧",
                "email ⟦idalund@gmail⟧ bounced",
                "https://glow.example/ok?email=⟦ida.lund%40post.example⟧&slot=4",
            ],
        );
    }

    #[test]
    fn no_email_addresses() {
        crate::identifier::table::check(
            &RECOGNIZER,
            &[
                "you@example.com, your.email@domain.com, name@example.com",
                "{{first_name}}@clinic.example or [name]@glow.example",
                "logo@2x.png",
                "npm i react@18.2.0",
                "git clone git@github.com:glow/site.git",
                "Message-ID: <abc123.77@mail.glow.example>",
                "Find us at glow.example today.",
                "@glowspa on Instagram, open @ 5pm",
                "We met at noon. Dot your i's.",
                "look at the website",
            ],
        );
    }
}
