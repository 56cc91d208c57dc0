//! Ways to reach somebody: gone with the words that lead to them, or "by phone", or "them".

use super::phrase::{Around, Edit};
use super::word::{ending, is_one, is_role, last_word};
use crate::identifier::Kind;

#[rustfmt::skip]
const CONTACT_VERBS: &[&str] = &[
    "call", "reach", "ring", "text", "phone", "contact", "email", "reached", "called", "texted", "calling", "message",
    "dm", "back", "me", "her", "him", "us", "them", "whatsapp", "fax", "llamar", "llámame", "escríbeme", "outbound",
    "inbound", "txt", "txted", "txtd", "txting", "texting", "emailed", "emailing", "messaging", "contacting", "reply", "responder",
];

/// A way to reach somebody on a line of its own below another, as in a signature: the line goes.
pub(super) fn line_alone(around: &Around<'_>, kind: Kind) -> Option<Edit> {
    let reaches = matches!(kind, Kind::Phone | Kind::Fax | Kind::Email | Kind::Url | Kind::License | Kind::OtherId);
    // "(555) 555-0137" may be found without its bracket.
    let bracket = around.left == "(" && around.free_left == 1;
    let alone = (around.left.trim().is_empty() || bracket) && around.whole_left && around.right.trim().is_empty();
    let below_another = !around.above.trim().is_empty() && !around.above.trim_end().ends_with([':', '?']);
    (reaches && alone && below_another).then(|| around.drop(usize::from(bracket), 0))
}

/// "sent to dana@mail.example" becomes "sent by email", "faxed to 479-555-0140" becomes "faxed".
pub(super) fn sent_to(around: &Around<'_>, kind: Kind) -> Option<Edit> {
    let own = around.own_left();
    let to = ending(own, &["to"]).filter(|_| !around.spanish)?;
    let before = &own[..own.len() - to];
    let verb = last_word(before)?;
    // "fax your reply to 479-555-0140"
    let clause = around.left[..around.left.len() - to].rsplit(['.', ',', '!', '?', ';', ':', '"', '\n']).next();
    let says = |words: &[&str]| clause.unwrap_or_default().split(' ').rev().take(8).any(|word| is_one(word, words));
    let told = verb.is(CONTACT_VERBS) && !verb.is(&["reply", "back", "message", "them", "her", "him", "me", "us"]);
    if verb.is(&["goes", "go", "went", "comes", "came", "going"]) {
        return None;
    }
    if !(told || verb.is(&["faxed", "mailed", "sent", "delivered"])) {
        return match kind {
            Kind::Fax | Kind::Phone if says(&["fax", "faxed", "faxing"]) => Some(around.drop(to, 0)),
            Kind::Email if says(&["email", "emailed", "emailing"]) => Some(around.drop(to, 0)),
            Kind::Phone if says(&["text", "texted", "texting"]) => Some(around.drop(to, 0)),
            Kind::Fax | Kind::Phone | Kind::Email
                if says(&["send", "sent", "sending", "forward", "forwarded", "mail", "mailed"]) =>
            {
                Some(around.put(to, 0, by(kind)))
            }
            _ => None,
        };
    }
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
        && kind == Kind::Email
        && let Some(taken) = ending(own, &["a"])
    {
        return Some(around.put(taken, 0, "por correo"));
    }
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
    // An address on a line of its own keeps its line.
    let one_line = !own[own.len() - linker..].contains('\n');
    if kind == Kind::Url && one_line && !around.value.starts_with('@') && !around.spanish {
        // "pay at glow.example/pay", "visit glow.example to schedule"
        let clause =
            around.left[..verb.start].rsplit(['.', ',', '!', '?', ';', ':', '"', '\n']).next().unwrap_or_default();
        let does = |word: &str| word.len() > 2 && is_one(word, ONLINE);
        if linker > 0 && (verb.is(ONLINE) || clause.split(' ').rev().take(4).any(does)) {
            return Some(around.put(linker, 0, "online"));
        }
        if linker == 0
            && (verb.is(&["visit", "see", "browse"]) || ending(own, &["go to", "check out", "log in to"]).is_some())
        {
            return Some(around.put(0, 0, "our website"));
        }
    }
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
    // "email to W-9 contact ap@mail.example" names who that is.
    const ASKS: &[&str] = &[
        "to", "please", "can", "could", "will", "should", "and", "or", "not", "must", "you", "they", "i", "we", "i'll",
        "we'll", "pls", "then", "may", "would", "don't",
    ];
    let named = verb.is(&["contact"])
        && !around.opens_sentence(around.left.len() - verb.start)
        && last_word(&around.left[..verb.start]).is_some_and(|before| !before.is(ASKS));
    if object || noun || named {
        return Some(around.drop(0, 0));
    }
    // "su whatsapp 479-555-0140"
    if around.spanish && !verb.text.starts_with(['l', 'e']) {
        return Some(around.put(0, 0, "ya lo tienen"));
    }
    let subject = last_word(&around.left[..verb.start]);
    let ours = subject.is_some_and(|word| word.is(&["we'll", "we", "i'll", "we’ll", "i’ll", "will"]));
    let words = match () {
        () if ours && speaks_for_house(around) => "you",
        () if kind == Kind::Phone
            && verb.is(&["texted", "txted", "txtd", "called", "messaged", "emailed"])
            && subject.is_some_and(|word| is_role(word.text) || word.is(&["she", "he", "patient", "who"])) =>
        {
            "us"
        }
        () if first_person && kind == Kind::Phone => "this number",
        () if speaks_for_house(around) => "us",
        () => whom(around),
    };
    Some(around.put(0, 0, words))
}

/// What people do on a web page.
const ONLINE: &[&str] = &[
    "pay",
    "book",
    "schedule",
    "reschedule",
    "sign",
    "order",
    "register",
    "shop",
    "rebook",
    "reserve",
    "up",
    "in",
    "buy",
    "apply",
    "check-in",
    "confirm",
];

/// Whether a message to somebody speaks for the practice: "we missed you", "your balance".
fn speaks_for_house(around: &Around<'_>) -> bool {
    let message = around.left.rsplit(['"', '“', '\n']).next().unwrap_or_default();
    let words = || message.split(|c: char| !super::word::in_word(c)).filter(|word| !word.is_empty());
    if words().any(|word| is_one(word, &["i", "my", "i'm", "i've", "me", "im"])) {
        return false;
    }
    let mut asked = "";
    words().any(|word| {
        let before = std::mem::replace(&mut asked, word);
        is_one(word, &["your", "ur", "you're"])
            || is_one(word, &["you"]) && is_one(before, &["missed", "see", "thank", "miss", "remind", "if", "seen"])
    })
}

/// "Emailing dana@mail.example about his result": the pronoun that the sentence goes on with.
fn whom(around: &Around<'_>) -> &'static str {
    let sentence = around.right.split(['.', '!', '?', ';', '\n', '"']).next().unwrap_or_default();
    let pronoun = sentence.split(|c: char| !super::word::in_word(c)).find_map(|word| match () {
        () if is_one(word, &["his", "he", "him", "he's"]) => Some("him"),
        () if is_one(word, &["her", "she", "hers", "she's"]) => Some("her"),
        () => None,
    });
    pronoun.filter(|_| sentence.trim_start().starts_with("about")).unwrap_or("them")
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
