//! Names that are spoken to or that speak: greetings, signatures, introductions, and names set off by commas.

use super::person::Label;
use super::phrase::{Around, Edit};
use super::word::{beginning, ending, first_word, is_role, trim_end, trim_start};
use crate::context::Role;

#[rustfmt::skip]
const GREETINGS: &[&str] = &[
    "hi", "hello", "hey", "dear", "hola", "good morning", "good afternoon", "good after noon", "good evening", "hi there", "hiya",
    "estimada", "estimado", "querida", "querido", "buenas", "buenos días", "buenas tardes", "howdy", "greetings",
    "happy birthday", "congrats", "congratulations", "welcome", "welcome back", "thanks", "thank you", "thx", "ty",
    "gracias", "sorry", "ok", "okay", "yes", "no", "bye", "say hi", "ask", "get well", "get well soon", "feel better",
    "feel better soon", "happy anniversary", "happy bday", "hbd", "happy holidays", "see you", "see you soon", "good luck", "fyi",
    "welcome to the team", "heads up",
];
#[rustfmt::skip]
const INTRODUCTIONS: &[&str] = &[
    "my name is", "my name's", "name", "name is", "nombre", "name's", "this is", "i am", "i'm", "i’m", "im", "it is",
    "it's", "it’s", "its", "name was", "name as", "initials", "initials are", "username is", "user name is", "login is", "soy", "me llamo", "mi nombre es", "habla", "here is", "here's", "that's", "thats",
];
#[rustfmt::skip]
pub(super) const CLOSINGS: &[&str] = &[
    "thanks", "thank you", "thx", "regards", "best", "sincerely", "warmly", "cheers", "xo", "xoxo", "love", "gracias",
    "respectfully", "cordially", "yours", "take care", "saludos", "ty", "tia", "thanks so much", "many thanks",
    "thanks again", "kind regards", "best regards", "warm regards", "with warmest regards", "muchas gracias", "mil gracias", "atentamente", "un saludo", "thank you so much",
];

/// "Hi Sarah," becomes "Hi there,", "Dear Mrs. Lee," becomes "Hello,".
pub(super) fn greeting(around: &Around<'_>, label: &Label, title: usize, right: usize) -> Option<Edit> {
    let own = &around.own_left()[..around.free_left - title];
    let taken = ending(own, GREETINGS)?;
    let word = trim_end(own)[trim_end(own).len() + (own.len() - trim_end(own).len()) - taken..].to_lowercase();
    let gap = own.len() - trim_end(own).len();
    let after = trim_start(&around.right[right..]);
    let ends = after.is_empty()
        || after.starts_with([',', '!', ':', '.', '?', '-', '–', '—', ';', '"'])
        || !after.starts_with(char::is_alphanumeric);
    match word.as_str() {
        "ask" => None,
        "say hi" => Some(around.drop(title + gap.min(1), right)),
        "hi" | "hello" | "hey" | "hiya" => Some(around.put(title, right, "there")),
        "dear" if label.role == Role::Provider => Some(around.put(title, right, "colleague")),
        "dear" => {
            Some(Edit { left: title + taken, right, words: around.cased("hello", title + taken), capital: false })
        }
        "querida" | "querido" | "estimada" | "estimado" if label.noun == "persona" => {
            Some(Edit { left: title + taken, right, words: around.cased("hola", title + taken), capital: false })
        }
        "querida" | "querido" | "estimada" | "estimado" => {
            Some(Edit { left: title, right, words: label.spoken(true).bare(), capital: false })
        }
        _ if ends => Some(around.drop(title + gap.min(1), right)),
        _ => None,
    }
}

/// A name alone on the line below a closing, "Thanks,": the title below it signs, or "the team", or "a patient".
pub(super) fn sign_off(around: &Around<'_>, label: &Label, title: usize, right: usize) -> Option<Edit> {
    let after = around.right[right..].trim_matches([' ', '\t', '\r', ',', '.', '!']);
    let closing = around.above.trim_end_matches([' ', '\t', '\r', ',', '-', '–', '—', '.', '!']).trim_start();
    let closes = ending(closing, CLOSINGS).is_some() || beginning(closing, CLOSINGS).is_some();
    let alone = around.whole_left && around.left[..around.left.len() - title].trim().is_empty() && after.is_empty();
    // "Should I be worried?\nMarcy"
    let told = around.above.trim_end().ends_with(['.', '?', '!']) && around.below.trim().is_empty();
    if alone && told && (label.number.is_none() || label.once) {
        return Some(around.drop(title, around.right.len()));
    }
    if !alone || !closes || closing.len() > 40 || around.spanish {
        return None;
    }
    if label.role != Role::Provider && label.noun != super::person::SENDER {
        // Nothing else of the text is about who signs it.
        if label.once {
            return Some(around.drop(title, around.right.len()));
        }
        return Some(around.put(title, right, &label.indefinite()));
    }
    if around.below.chars().any(char::is_alphabetic) {
        return Some(around.drop(title, around.right.len()));
    }
    Some(around.put(title, around.right.len(), "the team"))
}

/// A name that signs a message goes.
pub(super) fn signature(around: &Around<'_>, label: &Label, title: usize, right: usize) -> Option<Edit> {
    let after = around.right[right..].trim();
    // "Thx, Rob (Robert Ngata)" and "Kind regards, Noor noor@mail.example"
    let named = after.strip_prefix('(').and_then(|inside| inside.strip_suffix(')'));
    let named = named.is_some_and(|name| name.split(' ').all(|word| word.starts_with(char::is_uppercase)));
    let after = if named || reaches(after) { "" } else { after };
    // "- Liz M., Scottsdale": what else signs goes by itself.
    let rest = around.right[right..].split(['"', '”', '\n']).next().unwrap_or_default();
    let short = || !rest.split(' ').any(|word| word.len() > 2 && word.starts_with(char::is_lowercase));
    let more = around.free_right < around.right.len() && around.own_right()[right..].trim() == "," && short();
    let (after, right) = if more { ("", around.free_right) } else { (after, right) };
    if let Some(edit) = above_title(around, title, right) {
        return Some(edit);
    }
    if !(after.is_empty() || after.chars().all(|c| matches!(c, '"' | '”' | '.' | '!' | '\''))) {
        return None;
    }
    let before = &around.left[..around.left.len() - title];
    let bare = before.trim_end_matches([' ', '\t', ',', '-', '–', '—', '~', '.', '!', '?']);
    let own = around.own_left();
    let marks = before.len() - bare.len();
    // "Signed B. Arredondo, RN."
    let signed = ending(bare, &["signed", "signed by", "dictated by", "e-signed by", "electronically signed by"]);
    if let Some(taken) = signed.filter(|_| matches!(&before[bare.len()..], " " | ", " | ",\n"))
        && around.opens_sentence(title + taken + marks)
        && taken + marks + title <= around.free_left
    {
        return Some(around.drop(title + taken + marks, right));
    }
    // "Thank you for reading, Imani"
    let last = bare.rsplit(['.', '!', '?', '\n']).next().unwrap_or_default();
    let closing =
        (ending(bare, CLOSINGS).is_some() || beginning(last, CLOSINGS).is_some() && last.len() < 60) && marks > 0;
    let dash = before[bare.len()..].contains(['—', '–', '~'])
        || before[bare.len()..].contains("--")
        || before[bare.len()..].trim_matches([' ', '.', '!', '?']) == "-";
    // A message's last words, with nothing but a name behind a full stop.
    let stop = !bare.trim().is_empty()
        && !before.contains("..")
        && bare.len() < before.len()
        && around.opens_sentence(title)
        && !before.ends_with('\n')
        && label.number.is_none();
    if !(closing || dash || stop) {
        return None;
    }
    if label.number.is_some() && bare.trim().is_empty() {
        return Some(around.put(title, right, &label.bare()));
    }
    let keep = bare.len()
        + before[bare.len()..].chars().take_while(|c| matches!(c, '.' | '!' | '?')).map(char::len_utf8).sum::<usize>();
    let left = before.len() - keep + title;
    (left <= own.len()).then_some(Edit { left, right, ..Edit::default() })
}

/// "Sincerely, Blair Hutto, Practice Manager" becomes "Sincerely, Practice Manager".
fn above_title(around: &Around<'_>, title: usize, right: usize) -> Option<Edit> {
    let before = around.left[..around.left.len() - title].trim_end_matches([' ', ',']);
    ending(before, CLOSINGS).filter(|_| around.left.len() - title > before.len())?;
    let behind = around.own_right()[right..].strip_prefix(", ")?;
    let phrase = behind.split(['"', '”', '\n', '.', ',']).next().unwrap_or_default();
    let words = || phrase.split(' ').filter(|word| !word.is_empty());
    let desk =
        super::word::is_one(phrase.trim(), &["front desk", "patient care", "billing", "reception", "client care"]);
    let titled = words().count() < 5
        && words().any(is_role)
        && words().all(|word| word.chars().all(|c| c.is_alphabetic() || c == '-'))
        || desk;
    titled.then(|| Edit { left: title, right: right + 2, ..Edit::default() })
}

/// Whether nothing but ways to reach somebody stands in a text.
fn reaches(text: &str) -> bool {
    text.split([' ', ',', '|', '/']).filter(|part| !part.is_empty()).all(|part| {
        let number = part.chars().any(|c| c.is_ascii_digit()) && !part.chars().any(char::is_alphabetic);
        number
            || part.contains('@')
            || super::word::is_one(part.trim_matches([':', '.']), &["cell", "ph", "tel", "phone", "email", "c", "m"])
    })
}

/// "I'm Jessica" becomes "I'm a patient", "his name is Bo" becomes "his name is withheld".
pub(super) fn introduction(around: &Around<'_>, label: &Label, title: usize, right: usize) -> Option<Edit> {
    let before = &around.left[..around.left.len() - title];
    let taken = ending(before, INTRODUCTIONS)?;
    let phrase =
        trim_end(before)[trim_end(before).len() + (before.len() - trim_end(before).len()) - taken..].to_lowercase();
    // "It's Nadine's last day"
    if around.right[right..].starts_with("'s ") || around.right[right..].starts_with("’s ") {
        return None;
    }
    let own = around.free_left.saturating_sub(title);
    // "somebody named Dana keeps" needs no name.
    // "I'm Lupita, mother of Itzel"
    let role = around.own_right()[right..].strip_prefix(", ");
    let role = role.is_some_and(|role| {
        let phrase = role.split([',', '.', '!', '?', ';', '\n']).next().unwrap_or_default();
        let end = [" at ", " here", " for ", " of ", " in ", " with ", " from "]
            .iter()
            .filter_map(|link| phrase.find(link))
            .min();
        let title = &phrase[..end.unwrap_or(phrase.len())];
        let last = super::word::last_word(title).filter(|_| title.split(' ').count() < 5);
        first_word(role).is_some_and(|word| is_role(word.text))
            || last.is_some_and(|word| is_role(word.text))
            || beginning(role, &["front desk"]).is_some()
    });
    if role && !phrase.contains("name") {
        return Some(Edit { left: title, right: right + 2, ..Edit::default() });
    }
    if let Some(edit) = from_us(around, title, right, &phrase) {
        return Some(edit);
    }
    match phrase.as_str() {
        "my name is" | "my name's" if taken <= own => {
            let small = around.value.starts_with(char::is_lowercase);
            let words = format!("{} {}", if small { "i'm" } else { "I'm" }, label.indefinite());
            Some(Edit { left: title + taken, right, words, capital: false })
        }
        "mi nombre es" | "me llamo" if taken <= own => Some(around.put(title + taken, right, "soy paciente")),
        "name is" | "name's" | "name" | "name was" | "name as" | "initials" | "initials are" | "username is"
        | "user name is" | "login is" => Some(around.put(title, right, "withheld")),
        "nombre" => Some(around.put(title, right, "omitido")),
        "soy" => Some(around.put(title, right, &label.bare())),
        "that's" | "thats" | "it is" | "it's" | "it’s" | "its" | "here's" | "here is"
            if !ends_clause(&around.right[right..]) =>
        {
            None
        }
        _ if label.noun == "person" && label.number.is_none() => Some(around.put(title, right, "a client")),
        _ => Some(around.put(title, right, &label.indefinite())),
    }
}

/// "it's Pam from Glow" becomes "it's Glow", "I'm Pam from Glow" becomes "I'm from Glow".
fn from_us(around: &Around<'_>, title: usize, right: usize, phrase: &str) -> Option<Edit> {
    let own = around.own_right().get(right..)?;
    let link = [" from ", " with ", " at ", " calling from "].into_iter().find(|link| own.starts_with(link))?;
    let behind = around.right.get(right + link.len()..)?;
    let house = first_word(behind).filter(|word| {
        let ours = link == " from " && !is_role(word.text) && speaks_for_house(behind);
        word.start == 0 && (word.text.starts_with(char::is_uppercase) || ours && !super::word::is_determiner(word.text))
    })?;
    // A town that is replaced itself cannot stand for the caller.
    let replaced = own.len() < link.len() + house.text.len();
    let name = behind.split([',', '.', '!', '?', ';', '\n', '"', '”']).next().unwrap_or_default();
    let office = behind.split([',', '!', '?', '\n', '"']).next().unwrap_or_default();
    let office = office.contains("'s office") || office.contains("’s office");
    if replaced && !office && !super::place::is_facility(name) && !speaks_for_house(&behind[name.len()..]) {
        return None;
    }
    match phrase {
        "i am" | "i'm" | "i’m" | "im" if link == " from " || link == " with " => {
            Some(Edit { left: title, right: right + 1, ..Edit::default() })
        }
        "this is" | "it is" | "it's" | "it’s" | "its" => {
            Some(Edit { left: title, right: right + link.len(), ..Edit::default() })
        }
        _ => None,
    }
}

/// Whether a message goes on as one from a practice or a firm: "we missed you", "just confirming".
fn speaks_for_house(rest: &str) -> bool {
    const HOUSE: &[&str] = &["we", "we're", "we've", "we'd", "we'll", "confirming", "reminding"];
    let mut words = rest.split(|c: char| !super::word::in_word(c)).filter(|word| !word.is_empty());
    words.find_map(|word| {
        let house = super::word::is_one(word, HOUSE);
        (house || super::word::is_one(word, &["i", "i'm", "my", "me"])).then_some(house)
    }) == Some(true)
}

/// "Joy, please stop" loses its address, "How are you, Joy?" too.
pub(super) fn vocative(around: &Around<'_>, title: usize, right: usize) -> Option<Edit> {
    let after = &around.right[right..];
    let before = trim_end(&around.left[..around.left.len() - title]);
    let starts = around.opens_sentence(title) || before.ends_with([':', '"', '“']);
    // "Dr. P, Ms. Lang's potassium is 5.9"
    let doctor = beginning(around.value, &["dr.", "dr", "doctor"]).is_some()
        || title > 0 && ending(around.own_left(), &["dr.", "dr", "doctor"]).is_some();
    let titled = after.strip_prefix(", ").is_some_and(|rest| {
        ["Mr. ", "Mrs. ", "Ms. ", "Mr ", "Mrs ", "Ms "].iter().any(|title| rest.starts_with(title))
    });
    if starts && doctor && titled && right < around.free_right && !after.contains(" and ") {
        return Some(Edit { capital: true, ..around.drop(title, right) });
    }
    if starts
        && let Some(rest) = after.strip_prefix([',', '!'])
        && after.starts_with(',')
        && (speaks_to(rest) || before.ends_with(['"', '“']) && message_speaks_to(rest))
    {
        // A quoted sentence begins anew, wherever its quote stands.
        let edit = around.drop(title, right);
        let begins = around.value.starts_with(char::is_uppercase) && before.ends_with(':');
        return Some(Edit { capital: edit.capital || begins || before.ends_with(['"', '“']), ..edit });
    }
    // "Kim you owe us", "Kim please call"
    let told = first_word(after).is_some_and(|word| {
        word.start == 1 && word.is(&["you", "you're", "you've", "your", "u", "ur", "please", "pls", "plz"])
    });
    if starts && told && !around.spanish {
        return Some(around.drop(title, right));
    }
    // "Ms. Patel - you were late"
    let dash = [" - ", " – ", " — "].into_iter().find(|dash| after.starts_with(dash)).filter(|_| starts);
    if let Some(dash) = dash
        && right + dash.len() <= around.free_right
        && first_word(&after[dash.len()..]).is_some_and(|word| word.is(&["you", "your", "you're", "we", "please"]))
    {
        return Some(Edit { left: title, right: right + dash.len(), words: String::new(), capital: true });
    }
    if let Some(edit) = thanked(around, title, right) {
        return Some(edit);
    }
    // "I, Temple, told them"
    let own = &around.own_left()[..around.free_left - title];
    if (own.ends_with(" I, ") || own == "I, ")
        && after.starts_with(',')
        && right < around.free_right
        && after[1..].trim_start().starts_with(char::is_lowercase)
    {
        return Some(Edit { left: title + 2, right: right + 1, ..Edit::default() });
    }
    if before.ends_with(',') && after.starts_with(['?', '!']) && title < around.free_left {
        return Some(around.drop(title, right));
    }
    // "Questions to me, Bev.", "Per my last email, Courtney, the deposit"
    // "Reply to the rep who wants to sell us a bot, Curtis, curtis@mail.example: no thanks"
    let addressed = before.strip_suffix(',').filter(|_| title < around.free_left).is_some_and(|set_off| {
        const TO: &[&str] = &[
            "reply to",
            "write to",
            "answer",
            "email",
            "text",
            "tell",
            "letter to",
            "note to",
            "message to",
            "respond to",
        ];
        let sentence = set_off.rsplit(['.', '!', '?', '"', '“', '\n', ':']).next().unwrap_or_default();
        let role = sentence.split(' ').any(|word| super::word::is_one(word, super::word::OTHERS));
        let rest = after.split_once(": ").map_or("", |(between, _)| between);
        beginning(sentence, TO).is_some()
            && role
            && after.contains(": ")
            && !rest.trim_start_matches(',').trim().contains(' ')
    });
    if addressed {
        return Some(around.drop(title, right));
    }
    let me = before.strip_suffix(',').filter(|_| title < around.free_left).is_some_and(|set_off| {
        let last = super::word::last_word(set_off).is_some_and(|word| word.is(&["me", "myself"]));
        let sentence = set_off.rsplit(['.', '!', '?', '"', '“', '\n']).next().unwrap_or_default();
        let opener = beginning(sentence, &["per", "as", "again", "unfortunately", "just", "also"]).is_some();
        last && (after.is_empty() || after.starts_with(['.', '"', '”', '!']))
            || opener && after.starts_with(',') && sentence.len() < 40
    });
    if me {
        return Some(around.drop(title, right));
    }
    // "Bye, Ana.", "Gracias por su visita, Sra. Campos."
    let set_off = before.strip_suffix(',').filter(|_| title < around.free_left)?;
    let sentence = set_off.rsplit(['.', '!', '?', '"', '“', '\n']).next().unwrap_or_default().trim_start();
    let ends = after.trim_start().is_empty() || after.starts_with(['.', '?', '!', '"']);
    let greets = sentence.len() < 24 && beginning(sentence, GREETINGS).is_some();
    let spoken_to = sentence.split(|c: char| !super::word::in_word(c)).any(|word| super::word::is_one(word, YOU));
    let greeted = greets && after.starts_with([',', ':', '-', '–', '—']);
    if greeted || ends && (greets || spoken_to && around.spanish) {
        return Some(around.drop(title, right));
    }
    // "Bring your list, Ana, and please come early"
    let asks = after
        .strip_prefix(", ")
        .is_some_and(|rest| beginning(rest, &["and please", "please", "and don't", "don't"]).is_some());
    (asks && spoken_to).then(|| around.drop(title, right))
}

/// "Thx for coming in today Steph!!" loses its address, which no comma sets off.
fn thanked(around: &Around<'_>, title: usize, right: usize) -> Option<Edit> {
    const THANKS: &[&str] = &[
        "thanks",
        "thank you",
        "thx",
        "ty",
        "happy",
        "congrats",
        "congratulations",
        "see you",
        "get well",
        "welcome",
        "hope",
        "can't wait",
        "sorry",
        "good luck",
        "you look",
        "you looked",
    ];
    const LAST: &[&str] = &[
        "today", "tonight", "tomorrow", "again", "soon", "back", "much", "you", "u", "in", "there", "birthday", "well",
    ];
    let own = &around.own_left()[..around.free_left - title];
    let left = &around.left[..around.left.len() - title];
    let sentence = left.rsplit(['.', '!', '?', '"', '“', ':', '\n']).next().unwrap_or_default();
    let after = around.right[right..].trim_start();
    let ends = after.is_empty() || after.starts_with(['!', '.', '"', '”', '?']);
    let last = super::word::last_word(own)?;
    let spoken = beginning(sentence, THANKS).is_some() && sentence.len() < 80;
    (ends && spoken && last.is(LAST) && !own.trim_end().ends_with(',')).then(|| around.drop(title, right))
}

/// Whether a clause ends where the text behind a name begins.
fn ends_clause(after: &str) -> bool {
    let after = after.trim_start();
    beginning(
        after,
        &[
            "here", "again", "calling", "and", "i", "i'm", "with", "from", "can", "could", "btw", "um", "uh", "your",
            "lol", "ur",
        ],
    )
    .is_some()
        || !after.starts_with(char::is_alphanumeric)
}

/// Words with which somebody is spoken to.
const YOU: &[&str] = &["you", "your", "you're", "ur", "yours", "tu", "usted", "su", "le", "nos"];

/// Whether a message speaks to somebody anywhere before its closing quote.
fn message_speaks_to(rest: &str) -> bool {
    let message = rest.split(['"', '”']).next().unwrap_or_default();
    message.split(|c: char| !super::word::in_word(c)).any(|word| super::word::is_one(word, YOU))
}

/// Whether a sentence speaks to somebody, by its first word or by "you" further on.
fn speaks_to(rest: &str) -> bool {
    const FIRST: &[&str] = &[
        "your", "you", "you're", "you'll", "you've", "you'd", "ur", "please", "pls", "we", "we're", "thanks", "thank",
        "don't", "here", "it's", "just", "this", "can", "could", "would", "are", "do", "did", "hi", "hope", "su", "tu",
        "por",
    ];
    let sentence = &rest[..rest.find(['.', '!', '?', '\n', '"']).unwrap_or(rest.len())];
    first_word(rest).is_some_and(|word| word.is(FIRST))
        || sentence.split(|c: char| !super::word::in_word(c)).any(|word| super::word::is_one(word, YOU))
}
