//! URL: web addresses and social handles of people, 45 CFR 164.514(b)(2)(i)(N).
//!
//! A handle, a profile and a link with somebody's own token score high; any other site scores lower, since it may
//! be a company's. Leaves alone government, reference and technical addresses, placeholders, hashtags, `@media`,
//! `@home` and the like, and the domain of an email address.

use super::{Doc, Kind, Match, Near, Pattern, Recognizer};
use crate::lexicon;

/// The rest of a web address behind its domain.
macro_rules! path {
    () => {
        // A comma or a semicolon sets cells apart, but for coordinates and sessions.
        r#"(?::[0-9]{2,5})?(?:[/?#](?:(?:[^\s<>"'`|\\{}\[\],;]|,-?[0-9]{1,3}\.[0-9]{4}|,[0-9.]{1,5}[mz]|;[a-z]{2,16}[=:])*[A-Za-z0-9/=_&#%\-])?)?"#
    };
}

pub(super) static RECOGNIZER: Recognizer = Recognizer {
    kind: Kind::Url,
    doc: Doc {
        title: "web address or social handle",
        paragraph: "45 CFR 164.514(b)(2)(i)(N)",
        is: "A person's own page, profile or handle (@name), and links that lead to one person's record or visit.",
        leaves_alone: "Pages of the government, of journals and of reference works, technical addresses, hashtags, \
                       placeholders. A company's page counts for less than a person's.",
        instead: "Leave it out, or write \"her page\" or \"a link\".",
    },
    patterns: &[
        Pattern {
            rule: "url/handle",
            why: "A handle behind an at-sign.",
            regex: r"@_{0,2}[A-Za-z](?:[A-Za-z0-9_.-]{0,28}[A-Za-z0-9_])",
            near: Near::Words(&["@"]),
            confidence: 0.85,
            accept: is_handle,
        },
        Pattern {
            rule: "url/announced-handle",
            why: "A word for a social network stands before the handle.",
            regex: r#"(?i-u:(?-u:\b)(?:instagram|insta|ig|tiktok|tik tok|snapchat|snap|twitter|threads|wechat|telegram|venmo|pinterest|youtube|facebook|fb|discord|steam|xbox|psn|gamertag|twitch|reddit|kik|skype|bluesky|bsky|mastodon|github|strava|onlyfans|cash ?app|zelle|signal|whatsapp)(?: (?:handle|name|id|user|username|account|is|she's|he's)){0,2})[ \t]{0,3}[:=/ ][ \t"]{0,3}(?P<id>_{0,2}[A-Za-z][A-Za-z0-9]{0,20}[_.0-9][A-Za-z0-9_.]{0,20}[A-Za-z0-9_]|[a-z]{8,24}(?-u:\b)|\$[A-Za-z][A-Za-z0-9_]{2,24})"#,
            #[rustfmt::skip]
            near: Near::Begins(&[
                "bluesky*", "bsky*", "cash app*", "cashapp*", "discord*", "facebook*", "fb*", "gamertag*", "github*",
                "ig*", "insta*", "kik*", "mastodon*", "onlyfans*", "pinterest*", "psn*", "reddit*", "signal*",
                "skype*", "snap*", "steam*", "strava*", "telegram*", "threads*", "tik tok*", "tiktok*", "twitch*",
                "twitter*", "venmo*", "wechat*", "whatsapp*", "xbox*", "youtube*", "zelle*",
            ]),
            confidence: 0.8,
            accept: |m| {
                let name = m.text();
                name.contains(['_', '.']) && !has_ending(name)
                    || m.digits().len() > 1 && !name.contains('.')
                    || name.starts_with('$')
                    // A word that nobody knows is a name that somebody chose.
                    || name.bytes().all(|b| b.is_ascii_lowercase()) && lexicon::lookup(name).is_empty()
            },
        },
        Pattern {
            rule: "url/profile",
            why: "A profile's address at a social network.",
            regex: concat!(
                r"(?P<id>(?i-u:(?:https?://)?(?:[a-z]{1,6}\.)?(?:instagram|facebook|fb|tiktok|linkedin|twitter|x|threads|snapchat|pinterest|youtube|venmo|linktr|onlyfans|strava|medium|substack|etsy|realself|gofundme)\.[a-z]{2,8})",
                r#"/(?:[a-z]{1,7}/)?@?[A-Za-z0-9_.\-]{2,60}[A-Za-z0-9_](?:[/?#](?:[^\s<>"'`|\\{}\[\]]*[A-Za-z0-9/=_&#%\-])?)?)"#
            ),
            near: Near::Words(&[
                "instagram",
                "facebook",
                "fb",
                "tiktok",
                "linkedin",
                "twitter",
                "x.",
                "threads",
                "snapchat",
                "pinterest",
                "youtube",
                "venmo",
                "linktr",
                "onlyfans",
                "strava",
                "medium",
                "substack",
                "etsy",
                "realself",
                "gofundme",
            ]),
            confidence: 0.85,
            accept: |m| starts_clean(m) && !is_public(m.text()),
        },
        Pattern {
            rule: "url/code-profile",
            why: "Somebody's own page at a site that hosts code.",
            regex: r"(?P<id>(?i-u:(?:https?://)?(?:www\.)?(?:github|gitlab|bitbucket|codepen|stackoverflow)\.(?:com|org|io))/(?:users/[0-9]+/)?@?[A-Za-z0-9][A-Za-z0-9_-]{2,38})(?:[^/A-Za-z0-9_-]|/?$)",
            near: Near::Words(&["github", "gitlab", "bitbucket", "codepen", "stackoverflow"]),
            confidence: 0.6,
            accept: starts_clean,
        },
        Pattern {
            rule: "url/token",
            why: "A link with a long number or a mixture of letters and digits in its path.",
            regex: concat!(r"(?P<id>(?i-u:https?://)(?i-u:[a-z0-9][a-z0-9.\-]{1,80})", path!(), ")"),
            near: Near::Words(&["http"]),
            confidence: 0.75,
            accept: |m| has_token(m.text()) && !is_public(m.text()) && !is_template(m),
        },
        Pattern {
            rule: "url/web",
            why: "It has the form of a web address.",
            regex: concat!(r"(?P<id>(?i-u:https?://|www\.)(?i-u:[a-z0-9][a-z0-9.\-]{1,80}[a-z0-9])", path!(), ")"),
            near: Near::Words(&["http", "www."]),
            confidence: 0.55,
            accept: |m| starts_clean(m) && m.text().contains('.') && !is_public(m.text()) && !is_template(m),
        },
        Pattern {
            rule: "url/bare",
            why: "A web address without its scheme.",
            regex: concat!(
                r"(?P<id>(?-u:\b)(?:[A-Za-z0-9][A-Za-z0-9\-]{0,60}\.){1,4}",
                r"(?:com|net|org|co|me|us|biz|photo|photography|example|health|clinic|studio|spa|beauty|skin|blog|shop|app|link|bio|site|online)(?-u:\b)",
                path!(),
                ")"
            ),
            near: Near::Words(&[
                ".com", ".net", ".org", ".co", ".me", ".us", ".biz", ".photo", ".example", ".health", ".clinic",
                ".studio", ".spa", ".beauty", ".skin", ".blog", ".shop", ".app", ".link", ".bio", ".site", ".online",
            ]),
            confidence: 0.45,
            accept: |m| starts_clean(m) && !is_public(m.text()) && !m.after(1).starts_with('@'),
        },
    ],
    find: None,
    found: &[],
};

/// Whether an `@` begins a handle: no address before it, no word of programs, chats or copy behind it.
fn is_handle(m: &Match<'_>) -> bool {
    const WORDS: &[&str] = &[
        "home",
        "work",
        "bot",
        "channel",
        "here",
        "everyone",
        "all",
        "media",
        "import",
        "font",
        "keyframes",
        "charset",
        "supports",
        "page",
        "layer",
        "container",
        "namespace",
        "property",
        "context",
        "type",
        "id",
        "graph",
        "value",
        "vocab",
        "param",
        "return",
        "returns",
        "throws",
        "override",
        "deprecated",
        "author",
        "see",
        "since",
        "version",
        "staticmethod",
        "classmethod",
        "dataclass",
        "test",
        "todo",
        "noon",
        "midnight",
        "team",
        "handle",
        "yourhandle",
        "username",
        "yourname",
        "mention",
        "name",
        "user",
        "include",
        "extend",
        "mixin",
        "use",
        "apply",
        "tailwind",
        "if",
        "else",
        "for",
        "each",
        "click",
        "change",
        "submit",
        "input",
        "language",
        "list",
        "set",
        "reboot",
        "daily",
        "gmail",
        "yahoo",
        "hotmail",
        "icloud",
        "outlook",
        "practice",
        "yourpractice",
        "yourspa",
        "spaname",
        "clinicname",
        "brand",
        "client",
        "patient",
        "the",
        "our",
        "bedtime",
        "night",
        "frontdesk",
        "staff",
    ];
    let name = m.text()[1..].trim_matches(['.', '_']).to_ascii_lowercase();
    let before = m.before(1).chars().next();
    let after = m.after(1).chars().next();
    let first_word = name.split(['.', '_', '-']).next().unwrap_or_default();
    let joined = before.is_some_and(|c| c.is_alphanumeric() || "._/@+]})-".contains(c));
    let called = after.is_some_and(|c| "/({@".contains(c));
    let argument = before == Some('(') && m.before(2).starts_with(char::is_alphanumeric);
    let style =
        name.contains('-') && matches!(first_word, "font" | "counter" | "webkit" | "moz" | "starting" | "position");
    let word = WORDS.contains(&name.as_str()) || WORDS.contains(&first_word) && has_ending(&name);
    name.len() >= 3 && !(joined || called || argument || style || word)
}

/// Whether a web address is nobody's: public bodies, reference works, technical names, placeholders.
fn is_public(url: &str) -> bool {
    const SITES: &[&str] = &[
        "doi.org",
        "who.int",
        "pubmed.",
        "schema.org",
        "w3.org",
        "hl7.org",
        "localhost",
        "jsdelivr",
        "cloudflare",
        "googleapis.",
        "gstatic.",
        "googletagmanager",
        "google-analytics",
        "fonts.google",
        "wikipedia.org",
        "wikimedia.org",
        "github.com",
        "gravatar",
        "unpkg.",
        "npmjs.",
        "docs.rs",
        "ietf.org",
        "iso.org",
        "aad.org",
        "plasticsurgery.org",
        "mayoclinic.org",
        "medlineplus",
        "nejm.org",
        "jamanetwork",
        "sciencedirect",
        "springer.",
        "nature.com",
        "wiley.com",
        "openai.com",
        "chatgpt.com",
        "claude.ai",
        "google.com",
        "yelp.com",
        "booksy.com",
        "vagaro.com",
        "mindbodyonline",
        "zenoti",
        "allergan",
        "galderma",
        "merz",
        "apple.com",
        "microsoft.com",
        "fhir.org",
        "snomed.info",
        "loinc.org",
        "joinpdx",
        "ftc.gov",
        "json-schema.org",
        "creativecommons.org",
        "ecfr.",
    ];
    const STAND_INS: &[&str] = &[
        "yourdomain",
        "yourclinic",
        "yourpractice",
        "yoursite",
        "yourspa",
        "yourwebsite",
        "yourname",
        "your-",
        "yourhandle",
        "xxxx",
        "username",
    ];
    let lower = url.to_ascii_lowercase();
    let rest = lower.trim_start_matches("https://").trim_start_matches("http://").trim_start_matches("www.");
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    matches!(host, "example.com" | "example.org" | "example.net")
        || host.ends_with(".gov")
        || host.ends_with(".edu")
        || host.ends_with(".mil")
        || SITES.iter().any(|site| {
            host == *site
                || host.ends_with(&format!(".{site}"))
                || host.starts_with(site)
                || site.ends_with('.') && host.contains(site)
        })
        || STAND_INS.iter().any(|word| lower.contains(word))
        || rest == host && matches!(host, "facebook.com" | "instagram.com" | "youtube.com")
        || host.starts_with("youtube.")
        || host.starts_with("youtu.be")
}

/// Whether a link carries a token of one person's: a mixture of letters and digits, or a long number.
fn has_token(url: &str) -> bool {
    let Some((_, path)) = url.split_once("://").and_then(|(_, rest)| rest.split_once(['/', '?'])) else { return false };
    path.split(['/', '?', '&', '=', '#']).any(|piece| {
        let digits = piece.bytes().filter(u8::is_ascii_digit).count();
        let letters = piece.bytes().filter(u8::is_ascii_alphabetic).count();
        !piece.contains('.')
            && piece.len() >= 5
            && (digits >= 2 && letters >= 1 && digits + letters >= 6 || digits >= 5)
    })
}

/// Whether a part of the address is still to be filled in: `/p/{token}`.
fn is_template(m: &Match<'_>) -> bool {
    m.after(1).starts_with(['{', '['])
}

/// Whether nothing before the address says that it belongs to an email address or a longer name.
fn starts_clean(m: &Match<'_>) -> bool {
    let before = m.before(1).chars().next();
    !before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '@' | '.' | '/' | '-' | '_' | '}' | ']' | '%' | '+'))
}

/// Whether a name ends like a domain or a file.
fn has_ending(name: &str) -> bool {
    const ENDINGS: &[&str] = &["com", "net", "org", "edu", "gov", "example", "us", "io", "png", "jpg", "jpeg", "pdf"];
    name.rsplit_once('.').is_some_and(|(_, end)| ENDINGS.contains(&end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn web_addresses_and_handles() {
        crate::identifier::table::check(
            &RECOGNIZER,
            &[
                "She tagged us as ⟦@maj.lund_fit⟧ in a story.",
                "⟦@boek_lifts⟧ dm'd asking for prices",
                "IG: ⟦@idalund⟧, text ok",
                "her page ⟦https://www.majlund.example/about⟧ mentions us",
                "see ⟦instagram.com/maj.and.pilates⟧ for it",
                "profile ⟦https://www.linkedin.com/in/maj-lund-homes⟧",
                "session link ⟦https://visit.glow.example/r/mh-99ex2⟧",
                "⟦@_maj.lund_⟧ asks, snap ⟦majdoesbrows⟧, cashapp ⟦$majspins⟧, he",
                "on ⟦facebook.com/groups/northend/maj.lund⟧ she wrote",
                "wechat ⟦maj_lund88⟧ only, venmo ⟦@maj-lund⟧",
                "she blogs at ⟦majskin.example⟧ about it",
                "book on ⟦www.glowspa.example/book⟧",
                "GitHub: ⟦https://github.com/majl0nd⟧. Discord is ⟦maj_lund88⟧",
            ],
        );
    }

    #[test]
    fn no_web_addresses() {
        crate::identifier::table::check(
            &RECOGNIZER,
            &[
                "See https://www.hhs.gov/hipaa and cdc.gov for details.",
                "https://doi.org/10.1097/PRS.0000 is the paper.",
                "#lipfiller #glow2025",
                "Write to bo@post.example today.",
                "@media (max-width: 40em) { @font-face { } }",
                "@home care, open @ 5pm, @here please",
                "{\"@context\": \"https://schema.org\", \"@type\": \"MedicalSpa\"}",
                "tag @yourhandle or @username",
                "npm i @types/node",
                "links like https://forms.spa.test/i/{token}/preop, ig followers grew",
                "www.yourpractice.com/book",
                "e.g. 0.5mL per side, etc.",
            ],
        );
    }
}
