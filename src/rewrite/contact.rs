//! Ways to reach somebody: gone with the words that lead to them, or "by phone", or "them".

use super::phrase::{Around, Edit};
use super::word::{ending, is_one, last_word};
use crate::identifier::Kind;

#[rustfmt::skip]
const CONTACT_VERBS: &[&str] = &[
    "call", "reach", "ring", "text", "phone", "contact", "email", "reached", "called", "texted", "calling", "message",
    "dm", "back", "me", "her", "him", "us", "them", "whatsapp", "fax", "llamar", "llámame", "escríbeme", "outbound",
    "inbound", "texting", "emailed", "emailing", "messaging", "contacting", "reply", "responder",
];

/// A way to reach somebody on a line of its own below another, as in a signature: the line goes.
pub(super) fn line_alone(around: &Around<'_>, kind: Kind) -> Option<Edit> {
    let reaches = matches!(kind, Kind::Phone | Kind::Fax | Kind::Email | Kind::Url | Kind::License);
    let alone = around.left.trim().is_empty() && around.whole_left && around.right.trim().is_empty();
    let below_another = !around.above.trim().is_empty() && !around.above.trim_end().ends_with([':', '?']);
    (reaches && alone && below_another).then(|| around.drop(0, 0))
}

/// "sent to dana@mail.example" becomes "sent by email", "faxed to 479-555-0140" becomes "faxed".
pub(super) fn sent_to(around: &Around<'_>, kind: Kind) -> Option<Edit> {
    let own = around.own_left();
    let to = ending(own, &["to"]).filter(|_| !around.spanish)?;
    let before = &own[..own.len() - to];
    let verb = last_word(before)?;
    match kind {
        Kind::Phone | Kind::Fax if verb.is(&["faxed", "fax", "texted"]) => Some(around.drop(to, 0)),
        Kind::Email if verb.is(&["emailed", "mailed", "email"]) => Some(around.drop(to, 0)),
        Kind::Email if verb.is(&["sent", "delivered"]) => Some(around.put(to, 0, "by email")),
        Kind::Fax if verb.is(&["sent"]) => Some(around.put(to, 0, "by fax")),
        Kind::Phone if verb.is(&["sent"]) => Some(around.put(to, 0, "by phone")),
        _ => None,
    }
}

/// "call me at 479-555-0140" becomes "call me", "text 479-555-0140" becomes "text them".
pub(super) fn contact(around: &Around<'_>, kinds: &[Kind], first_person: bool) -> Option<Edit> {
    let kind = kinds.first().copied()?;
    if !matches!(kind, Kind::Phone | Kind::Email | Kind::Fax | Kind::Url) {
        return None;
    }
    let own = around.own_left();
    if around.spanish
        && let Some(taken) = ending(own, &["al", "del", "desde el", "por el"])
    {
        return Some(around.drop(taken, 0));
    }
    let linker = ending(
        own,
        &[
            "at",
            "on",
            "by",
            "via",
            "at my cell",
            "on my cell",
            "at her cell",
            "al",
            "on her cell",
            "at the number",
            "at email",
            "por",
        ],
    )
    .unwrap_or(0);
    let verb = last_word(&around.left[..around.left.len() - linker])?;
    if !is_one(verb.text, CONTACT_VERBS) {
        return None;
    }
    // "You can reach me at 479-555-0140 or dana@mail.example."
    let reach = super::word::ending(&around.left[..around.left.len() - linker], REACH).is_some();
    let several = kinds.iter().any(|other| *other != kind);
    if linker > 0 && (several || reach && ends_sentence(around)) && !around.spanish {
        let named = if several { "by phone or email" } else { by(kind) };
        return Some(around.put(linker, 0, named));
    }
    if linker > 0 {
        return Some(around.drop(linker, 0));
    }
    let object = is_one(verb.text, &["me", "her", "him", "us", "them", "back"]);
    let noun = kind == Kind::Fax
        || is_one(verb.text, &["phone", "email", "fax"])
            && around.left.len() > verb.text.len() + 1
            && !around.opens_sentence(around.left.len() - verb.start);
    if object || noun {
        return Some(around.drop(0, 0));
    }
    Some(around.put(0, 0, if first_person && kind == Kind::Phone { "this number" } else { "them" }))
}

/// Verbs with their object that say too little without the way.
const REACH: &[&str] =
    &["reach me", "reach her", "reach him", "reach them", "reach us", "contact me", "contact her", "contact him"];

/// How somebody is reached.
pub(super) fn by(kind: Kind) -> &'static str {
    match kind {
        Kind::Email => "by email",
        Kind::Fax => "by fax",
        Kind::Url => "online",
        _ => "by phone",
    }
}

/// Whether the sentence ends behind a value.
pub(super) fn ends_sentence(around: &Around<'_>) -> bool {
    let after = around.right.trim_start();
    after.is_empty() || after.starts_with(['.', '!', '?', '"', '”', '\n', ')'])
}
