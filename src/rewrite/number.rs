//! Contact details, numbers and files: gone with their label, or "on file", or a plain word.

use super::contact::{by, contact, ends_sentence, line_alone, sent_to};
use super::labelled;
use super::layout::Slot;
use super::photo;
use super::phrase::{Around, Edit};
use super::reach::{beside_noun, is_card, is_local_phone, of_user, own_label, subject_it, whose};
use super::word::{ending, first_word, in_word, is_one, last_word, trim_end, trim_start};
use crate::identifier::Kind;

/// Words that label a number and mean nothing without it.
#[rustfmt::skip]
pub(super) const LABELS: &[&str] = &[
    "page", "cc", "bcc", "att", "site", "website", "blog", "profile", "placard", "tag", "social", "serial", "routing",
    "exp", "amex", "visa", "phone", "cell", "mobile", "tel", "telephone", "ph", "callback", "direct", "line", "email",
    "e-mail", "mail", "mrn", "chart", "code", "no", "number", "num", "id", "member", "policy", "claim", "ssn",
    "security", "lot", "sn", "s/n", "plate", "acct", "account", "ending", "zip", "ip", "address", "fax", "booking",
    "ref", "reference", "conf", "confirmation", "record", "medical", "mr", "home", "work", "office", "whatsapp",
    "text", "contact", "group", "dl", "license", "licence", "lic", "vin", "udi", "npi", "dea", "is", "my", "her",
    "his", "their", "our", "the", "at", "on", "in", "of", "last", "four", "ext", "m", "c", "h", "w", "o", "f",
    "subscriber", "insurance", "medicaid", "medicare", "mbi", "invoice", "order", "case", "file", "ticket", "handle",
    "instagram", "ig", "insta", "tiktok", "card", "attn", "digits", "passport", "driver's", "drivers", "number's",
    "cell's", "phone's", "email's", "plates", "reach", "out", "and", "with", "t", "tél", "correo", "teléfono",
    "número", "cel", "celular", "póliza", "poliza", "tarjeta", "cuenta", "expediente", "folio", "reclamo", "seguro", "clave", "cb", "membership", "loyalty", "plan", "coverage", "confirmation",
];
/// What takes a number's place. `kinds` are those of the values that make it up, such as a phone number and an email
/// address joined by "or".
pub(super) fn edit(around: &Around<'_>, kinds: &[Kind], first_person: bool) -> Edit {
    let kind = kinds.first().copied().unwrap_or(Kind::OtherId);
    let local = kind == Kind::OtherId && is_local_phone(around.value);
    let (kind, kinds) = if local { (Kind::Phone, &[Kind::Phone][..]) } else { (kind, kinds) };
    if kind == Kind::Photo && around.left.ends_with('/') {
        return photo::in_data(around);
    }
    match around.slot {
        Slot::Cell | Slot::Field | Slot::Glued if kind == Kind::Photo => return photo::in_data(around),
        Slot::Glued => return around.put(0, 0, "withheld"),
        Slot::Number => return around.put(0, 0, "null"),
        Slot::Cell | Slot::Field => {
            return Edit { words: if around.spanish { "omitido" } else { "withheld" }.to_owned(), ..Edit::default() };
        }
        Slot::Prose => {}
    }
    if kind == Kind::Photo {
        return photo::in_prose(around);
    }
    if around.turn {
        let words = if around.spanish { "Ya lo tienen" } else { "It's on file" };
        return Edit { words: words.to_owned(), ..Edit::default() };
    }
    if let Some(edit) = line_alone(around, kind).or_else(|| sent_to(around, kind)).or_else(|| of_user(around)) {
        return edit;
    }
    if let Some(edit) = copula(around).or_else(|| copula_number(around)) {
        return edit;
    }
    // "logs: 3C:22:FB:90:1A:7E is her phone"
    let copula = first_word(around.right).is_some_and(|word| word.start == 1 && word.is(&["is", "was", "belongs"]));
    if copula && trim_end(around.own_left()).ends_with(':') && !around.spanish {
        return around.put(0, 0, &format!("this {}", noun(kind, false)));
    }
    if let Some(edit) = subject_it(around).or_else(|| segment(around)) {
        return edit;
    }
    if let Some(edit) = contact(around, kinds, first_person) {
        return edit;
    }
    if let Some(edit) = person(around, kind) {
        return edit;
    }
    if around.left.ends_with('=') {
        return around.put(0, 0, "withheld");
    }
    if let Some(edit) =
        labelled::told_by(around, kind).or_else(|| labelled::any_number(around)).or_else(|| labelled::edit(around))
    {
        return edit;
    }
    // "RFC: GODE561231, please"
    if own_label(around) {
        return around.put(0, 0, "withheld");
    }
    // "refunded to card ending 4471"
    let own = around.own_left();
    if let Some(taken) = ending(own, &["card ending", "card ending in", "account ending", "account ending in", "card"])
        && last_word(&own[..own.len() - taken]).is_some_and(|word| {
            word.is(&[
                "to", "on", "from", "with", "by", "via", "for", "show", "shows", "charge", "charged", "use", "used",
                "run", "ran", "decline", "declined", "refund", "refunded", "bill", "billed", "that", "if", "and",
            ])
        })
        && !around.spanish
    {
        let noun =
            if own[own.len() - taken..].to_lowercase().starts_with("account") { "the account" } else { "the card" };
        return around.put(taken, 0, noun);
    }
    // "her card ends 2210, write": the verb stays.
    let verb = ending(own, &["ends", "ends in", "ends with"]).filter(|taken| {
        last_word(&own[..own.len() - taken])
            .is_some_and(|word| !word.is(&["that", "which", "one"]) && !around.opens_sentence(own.len() - word.start))
    });
    if let Some(taken) = verb.filter(|_| !around.spanish) {
        return around.put(taken, 0, "is on file");
    }
    if let Some(marks) = label_before(around) {
        // "Card ends 2210."
        let before = &around.left[..around.left.len() - marks];
        let alone = last_word(before).is_some_and(|word| {
            word.is(&["card", "account", "visa", "amex"]) && around.opens_sentence(around.left.len() - word.start)
        });
        if alone && ends_sentence(around) && !around.spanish {
            return Edit { left: marks, words: " on file".to_owned(), ..Edit::default() };
        }
        return around.drop(marks, 0);
    }
    let noun = match kind {
        Kind::Biometric if around.value.contains('.') => "file",
        Kind::Account if !around.spanish && is_card(around.value) => "card",
        _ => noun(kind, around.spanish),
    };
    let determined = last_word(around.left).is_some_and(|word| {
        super::word::is_determiner(word.text) || word.text.ends_with("'s") || word.text.ends_with("’s")
    });
    if determined {
        return around.put(0, 0, noun);
    }
    if let Some(edit) = beside_noun(around) {
        return edit;
    }
    // "the office at 479-555-0140"
    let reaches = matches!(kind, Kind::Phone | Kind::Fax | Kind::Email);
    if reaches
        && !around.spanish
        && let Some(taken) = ending(around.own_left(), &["at", "via"])
        && let Some(word) = last_word(&around.own_left()[..around.free_left - taken])
    {
        // "he is at 479-555-0140"
        if word.is(&["is", "are", "be", "he's", "she's", "they're", "i'm", "im", "am"]) {
            return around.put(taken, 0, &format!("reachable {}", by(kind)));
        }
        if !word.is(&["was", "were"]) {
            return around.drop(taken, 0);
        }
    }
    // "1. Ana Soto (peel) 479-555-0140 2. Bo"
    if reaches && trim_end(around.left).ends_with(')') {
        return around.drop(0, 0);
    }
    // "it goes to 479-555-0140 and his wife reads it"
    let to = ending(around.own_left(), &["to", "on", "into", "through"]).filter(|_| reaches && !around.spanish);
    if let Some(taken) = to {
        let goes = last_word(&around.own_left()[..around.free_left - taken]).is_some_and(|word| {
            word.is(&["goes", "go", "went", "going", "comes", "gets", "came", "it", "them", "him", "her", "me"])
        });
        // "Write to kim@mail.example, our account manager, and ask"
        let who = [", our ", ", my ", ", the "].iter().any(|who| around.own_right().starts_with(who));
        if who {
            return Edit { right: 2, ..Edit::default() };
        }
        if !goes {
            return around.drop(taken, 0);
        }
        let noun = match kind {
            Kind::Phone => "phone",
            Kind::Fax => "fax",
            _ => "email",
        };
        return around.put(0, 0, &format!("{} {noun}", whose(around)));
    }
    // An entry of a list: "Dana - peel - 479-555-0140".
    let listed = trim_end(around.left).ends_with(" -") || trim_end(around.left).ends_with(['–', '—', '|']);
    if listed && !around.spanish {
        return around.put(0, 0, &format!("{noun} on file"));
    }
    // "Card: MC **** 4471"
    let own = around.own_left();
    let bare = trim_end(own).trim_end_matches(['*', '•', 'X', 'x']);
    let hidden = trim_end(own).len() - bare.len();
    if hidden > 1 && !bare.ends_with(char::is_alphanumeric) && !around.spanish {
        return around.put(own.len() - bare.len(), 0, "on file");
    }
    // "Mine is 4471-20", but not "this is 479-555-0140"
    let said = ending(own, &["is", "was"]).and_then(|taken| last_word(&own[..own.len() - taken]));
    let behind = trim_start(around.right);
    let closes = ends_sentence(around) || behind.starts_with([',', ';']);
    if trim_end(own).ends_with(':') && behind.starts_with('.') && !around.spanish {
        return around.put(0, 0, "withheld");
    }
    if !around.spanish && closes && said.is_some_and(|word| !word.is(&["this", "that", "it", "who"])) {
        return around.put(0, 0, "on file");
    }
    let article = match around.spanish {
        true => "este",
        false if ending(around.own_left(), &["as"]).is_some() => "a",
        false => "this",
    };
    around.put(0, 0, &format!("{article} {noun}"))
}

/// What a kind is called.
pub(super) fn noun(kind: Kind, spanish: bool) -> &'static str {
    match (kind, spanish) {
        (Kind::Photo, false) => "photo",
        (Kind::Photo, true) => "foto",
        (Kind::Phone, false) => "phone number",
        (Kind::Phone, true) => "teléfono",
        (Kind::Fax, _) => "fax number",
        (Kind::Email, false) => "email address",
        (Kind::Email, true) => "correo",
        (Kind::Ssn, _) => "Social Security number",
        (Kind::Mrn, _) => "record number",
        (Kind::HealthPlan, _) => "member number",
        (Kind::Account, _) => "account number",
        (Kind::License, _) => "license number",
        (Kind::Vehicle, _) => "vehicle",
        (Kind::Device, _) => "device number",
        (Kind::Url, _) => "web page",
        (Kind::Ip, _) => "IP address",
        (Kind::Biometric, _) => "biometric record",
        _ => "reference number",
    }
}

/// "it is number 561204873" becomes "it is on file".
fn copula_number(around: &Around<'_>) -> Option<Edit> {
    let taken = ending(around.own_left(), &["number", "no.", "no"])?;
    let before = &around.own_left()[..around.free_left - taken];
    ending(before, &["is", "'s"]).map(|_| around.put(taken, 0, "on file"))
}

/// "my number's 479-555-0140" becomes "my number's on file".
fn copula(around: &Around<'_>) -> Option<Edit> {
    let own = around.own_left();
    if ending(own, &["still"]).is_some() {
        return Some(around.put(0, 0, "the same"));
    }
    let own = own.trim_end_matches(['"', '“']);
    // "my number changed its 479-555-0140"
    if let Some(taken) = ending(own, &["its", "it's", "it’s"])
        && last_word(&own[..own.len() - taken])
            .is_some_and(|word| word.is(&["changed", "number", "cell", "phone", "new"]))
        && (around.right.trim().is_empty() || around.right.starts_with(['"', '.', ',', '!', '?']))
    {
        return Some(around.drop(taken, 0));
    }
    // "can I give it? it's 6620, patient"
    if ending(own, &["it's", "it’s", "that's", "that’s"]).is_some() && !around.right.starts_with(' ') {
        return Some(around.put(0, 0, "on file"));
    }
    ending(own, &["is", "'s", "’s", "are", "es", "is now"])?;
    let before = around.left.trim_end().trim_end_matches(['"', '“']).trim_end();
    let verb = last_word(before)?;
    // "the number on the bottom's H2098811465"
    let clause = before[..verb.start].rsplit(['.', ',', '!', '?', ';', ':', '"', '\n']).next().unwrap_or_default();
    let contracted = verb.text.ends_with("'s") || verb.text.ends_with("’s");
    if contracted && ends_sentence(around) && clause.split(' ').any(|word| is_one(word, NUMBERED)) && !around.spanish {
        return Some(around.put(0, 0, "on file"));
    }
    let subject = if verb.text.ends_with("'s") || verb.text.ends_with("’s") {
        verb.text.trim_end_matches('s').trim_end_matches(['\'', '’']).to_owned()
    } else {
        last_word(&before[..verb.start])?.text.to_owned()
    };
    let reaches = around.spanish && verb.text == "es";
    if !(reaches || is_one(&subject, LABELS) || is_one(&subject, &["it", "that"]) && !around.right.starts_with(' ')) {
        return None;
    }
    if around.spanish {
        let taken = ending(own, &["es"]).unwrap_or(0);
        return Some(around.put(taken, 0, "ya lo tienen"));
    }
    Some(around.put(0, 0, "on file"))
}

/// What has a number, or is one.
const NUMBERED: &[&str] =
    &["number", "serial", "id", "code", "phone", "cell", "card", "email", "mrn", "account", "lot"];

/// A label with its number, set off by commas or brackets, goes as a whole.
fn segment(around: &Around<'_>) -> Option<Edit> {
    let own = around.own_left();
    let start =
        own.char_indices().rev().find(|(at, c)| separates(*c, &own[..*at])).map_or(0, |(at, c)| at + c.len_utf8());
    // "the patient: SSN 123-45-6789, allergies" is set off by its colon; that of "SSN: 123-45-6789" ends its label.
    let colon = own[start..].find(": ").filter(|at| own[start + at + 2..].chars().any(in_word));
    let start = start + colon.map_or(0, |at| at + 1);
    let label = &own[start..];
    let after = trim_start(around.right);
    let closes = after.is_empty()
        || after.starts_with([',', ';', ':', ')', ']', '|', '.', '—', '–', '>', '/', '!', '?', '\n', '"']);
    let gap = label.len() - label.trim_start().len();
    let before = trim_end(&around.left[..around.left.len() - label.len() + gap]);
    // "DOB 1990 | Member # W220 | Group 553" keeps its columns.
    let whole = around.row && around.whole_left && before.is_empty() && after.is_empty();
    if whole && label.chars().any(char::is_alphabetic) && !around.spanish {
        return Some(Edit { words: "withheld".to_owned(), ..Edit::default() });
    }
    let starts = before.is_empty() && around.whole_left && !label.trim().is_empty();
    let set_off = before.ends_with([',', ';', '(', '[', '|', ':', '—', '–', '<', '/', '.', '!', '?']) || starts;
    let mut words = label.split(|c: char| !in_word(c)).filter(|word| !word.is_empty());
    let only_label = words.all(|word| is_one(word, LABELS));
    if !closes || !set_off || !only_label || label.contains('\n') {
        return None;
    }
    // "her cell 479-555-0140" on a line of its own
    let owned = first_word(label).is_some_and(|word| super::word::is_determiner(word.text))
        && label.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count() > 1;
    if owned
        && around.opens_sentence(label.len() - gap)
        && (after.is_empty() || after.starts_with('.'))
        && !around.spanish
    {
        let kept = label.trim_end_matches([' ', ':', '#', '=']);
        return Some(Edit { left: label.len() - kept.len(), words: " on file".to_owned(), ..Edit::default() });
    }
    // "Routing 021000021, account 44, $275.": a sentence does not begin with its second part.
    let begins = around.opens_sentence(label.len() - gap) && after.starts_with(',') && !label.trim().is_empty();
    if begins && labelled::label(around).is_some() && !around.spanish {
        let kept = label.trim_end_matches([' ', ':', '#', '=']);
        return Some(Edit { left: label.len() - kept.len(), words: " on file".to_owned(), ..Edit::default() });
    }
    Some(around.drop(label.len() - gap, 0))
}

/// Whether a mark sets a label off; the stop of "no." does not.
fn separates(mark: char, before: &str) -> bool {
    const SHORT: &[&str] =
        &["no", "lic", "tel", "ph", "acct", "ext", "mr", "ref", "conf", "mem", "num", "cel", "tél", "m.r"];
    match mark {
        '.' => !last_word(before).is_some_and(|word| word.start + word.text.len() == before.len() && word.is(SHORT)),
        // "w/ number 5521"
        '/' if before.strip_suffix('w').is_some_and(|before| !before.ends_with(char::is_alphanumeric)) => false,
        _ => matches!(mark, ',' | ';' | '(' | '[' | '|' | '"' | '“' | '—' | '–' | '<' | '/' | '!' | '?'),
    }
}

/// A number that stands for its bearer: "reply to rk@fastmail.example", "@rico dm'd", "MRN 123 wants".
fn person(around: &Around<'_>, kind: Kind) -> Option<Edit> {
    let own = around.own_left();
    let someone = if around.spanish { "una persona" } else { "someone" };
    let next = first_word(around.right).filter(|_| around.right.starts_with(' '));
    let from = ending(own, &["from"])
        .filter(|_| matches!(kind, Kind::Phone | Kind::Fax | Kind::Email | Kind::OtherId | Kind::Url));
    let verb = from.and_then(|taken| last_word(&own[..own.len() - taken]));
    #[rustfmt::skip]
    const WRITES: &[&str] = &[
        "called", "calls", "calling", "texted", "phoned", "rang", "wrote", "writes", "writing", "emailed", "emails", "dm'd", "dmed", "dms", "messaged", "messages",
        "texts", "texting", "me", "us", "back", "in", "fax", "faxed", "call", "voicemail", "vm", "text", "message", "msg", "email",
    ];
    if verb.is_some_and(|word| word.is(&["writes", "wrote", "writing", "write"])) && ends_sentence(around) {
        return Some(around.put(from.unwrap_or(0), 0, by(kind)));
    }
    if verb.is_some_and(|word| word.is(WRITES)) {
        return Some(around.drop(from.unwrap_or(0), 0));
    }
    let contact = matches!(kind, Kind::Phone | Kind::Email)
        && ending(own, &["reply to", "respond to", "from", "thread with", "answer"]).is_some();
    let handle = kind == Kind::Url && around.value.starts_with('@');
    // "patient's X handle @vandal, he posted"
    const HANDLES: &[&str] =
        &["handle", "ig", "insta", "instagram", "tiktok", "username", "account", "profile", "snap", "x"];
    if handle && last_word(own).is_some_and(|word| word.is(HANDLES)) {
        return Some(around.drop(0, 0));
    }
    // "our client @dana.o who lost"
    if handle && last_word(own).is_some_and(|word| super::word::is_role(word.text)) {
        return Some(around.drop(0, 0));
    }
    // "Dana @dana.o paid": the name before says who.
    if handle && around.free_left < around.left.len() && own.trim().is_empty() {
        return Some(around.drop(0, 0));
    }
    if handle && let Some(taken) = ending(own, &["as"]) {
        return Some(around.drop(taken, 0));
    }
    // "(I saw your story 👀 @faith)"
    let aside = own.trim_end().ends_with(|c: char| !c.is_alphanumeric() && !c.is_ascii());
    if handle && aside && around.right.starts_with([')', '.', ',']) {
        return Some(around.drop(0, 0));
    }
    if contact || handle || next.is_some_and(|word| is_one(word.text, &["who", "whose"])) {
        return Some(around.put(0, 0, someone));
    }
    let start =
        own.char_indices().rev().find(|(at, c)| separates(*c, &own[..*at])).map_or(0, |(at, c)| at + c.len_utf8());
    let label = own[start..].trim_start();
    // "FW: dana@mail.example wants"
    let label = if label.trim_end().ends_with(':') { "" } else { label };
    let opens = around.opens_sentence(label.len());
    let only_label =
        label.split(|c: char| !in_word(c)).filter(|word| !word.is_empty()).all(|word| is_one(word, LABELS));
    let verb = next.is_some_and(|word| labelled::is_predicate(word.text));
    let copula = next.is_some_and(|word| is_one(word.text, &["is", "was", "has", "had"]));
    // It is the address that bounces.
    let bounces = next.is_some_and(|word| word.is(&["bounced", "bounces", "failed"]));
    if (opens || trim_end(own).ends_with(':'))
        && !bounces
        && label.is_empty()
        && (verb || copula)
        && matches!(kind, Kind::Phone | Kind::Email)
    {
        return Some(around.put(0, 0, someone));
    }
    if !opens || !only_label || !verb || !matches!(kind, Kind::OtherId | Kind::Mrn) {
        return None;
    }
    // "Her chart 4471 is open" speaks of the chart.
    let first = first_word(label).filter(|word| !super::word::is_determiner(word.text))?;
    let noun =
        if first.is(&["member", "subscriber", "claimant"]) { first.text.to_lowercase() } else { "patient".to_owned() };
    // "Loyalty no. 88213 belongs to" speaks of the number.
    let thing = next.is_some_and(|word| word.is(&["belongs", "expired", "works"]));
    let noun = if thing { "number".to_owned() } else { noun };
    Some(around.put(label.len(), 0, &format!("the {noun}")))
}

/// What leads to the last digits of a number.
#[rustfmt::skip]
const ENDING: &[&str] = &[
    "ending in", "ends in", "ending with", "ending", "ends", "last four", "last 4", "number is", "that ends in", "which ends in", "that ends with",
    "the one that ends in", "the one ending in", "the one ending", "that's ending in", "the last four are", "last four digits", "terminada en", "terminado en", "que termina en", "termina en",
];

/// How many bytes before a number end its label's marks, where the word before is a label of the number.
fn label_before(around: &Around<'_>) -> Option<usize> {
    const OTHERS: &[&str] = &[
        "is", "my", "her", "his", "their", "our", "the", "at", "on", "in", "of", "and", "with", "out", "reach", "text",
        "contact", "mail", "says", "shows", "to", "from", "by", "as", "for", "or", "than", "this", "that", "if", "but",
        "so", "are", "was", "a", "an", "use", "like", "forward", "decline", "verify", "see", "put", "give", "gave",
        "has", "have", "into", "via", "not", "y", "de", "el", "la", "dial", "called", "call",
    ];
    let own = around.own_left();
    if let Some(taken) = ending(own, ENDING) {
        return Some(taken + usize::from(own[..own.len() - taken].ends_with(' ')));
    }
    let left = own.trim_end_matches([' ', ':', '#', '=']);
    let adjoins = around.free_left < around.left.len();
    let only_label = own.split(|c: char| !in_word(c)).filter(|word| !word.is_empty()).all(|word| is_one(word, LABELS));
    if adjoins && only_label && !own.contains([',', ';', '.', ':', '\n']) {
        return Some(own.trim_start().len());
    }
    if left.is_empty() && !own.is_empty() && around.free_left < around.left.len() {
        return Some(own.len());
    }
    let word = last_word(left)?;
    let short = left.ends_with('.');
    // "our firewall blocked 198.51.100.23"
    if word.text.len() > 4 && word.text.ends_with("ed") && left.len() < own.len() && own.ends_with(' ') {
        return None;
    }
    (!short && !is_one(word.text, OTHERS)).then_some(own.len() - left.len())
}
