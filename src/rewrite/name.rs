//! Names: taken out beside a role ("my patient"), after a greeting or in a signature, else "the patient".

use super::apposition::{before_role, before_title, names_subject, presents, tells_of_business};
use super::greeting::{greeting, introduction, sign_off, signature, vocative};
use super::house::house;
use super::identity::identity;
use super::in_sentence::in_place;
use super::layout::Slot;
use super::natural::Column;
use super::person::{Label, is_client, is_name_for};
use super::phrase::{Around, Edit};
use super::title::{CREDENTIAL_TITLES, credentials, initial, rare_given, title};
use super::word::{
    GROUPS, OTHERS, STAFF, Word, capitalized, ending, first_word, is_determiner, is_kin, is_one, is_role, last_word,
    trim_end,
};
use crate::context::Role;

/// What takes a name's place.
pub(super) fn edit(around: &Around<'_>, label: &Label) -> Edit {
    match around.slot {
        Slot::Glued => return Edit { words: label.bare().to_lowercase().replace(' ', "-"), ..Edit::default() },
        Slot::Number => return around.put(0, 0, "null"),
        Slot::Cell | Slot::Field => return in_field(around, label),
        Slot::Prose => {}
    }
    let title = title(around).max(rare_given(around));
    let credentials = credentials(around) + initial(around);
    let left = around.left[..around.left.len() - title].trim_end_matches([' ', '\t']);
    house(around, title, credentials)
        .or_else(|| repeated(around, label, title, credentials))
        .or_else(|| greeting(around, label, title, credentials))
        .or_else(|| sign_off(around, label, title, credentials))
        .or_else(|| signature(around, label, title, credentials))
        .or_else(|| identity(around, label, title, credentials))
        .or_else(|| introduction(around, label, title, credentials))
        .or_else(|| beside_role(around, label, title, credentials, left))
        .or_else(|| before_role(around, label, title, credentials))
        .or_else(|| before_title(around, title, credentials))
        .or_else(|| vocative(around, title, credentials))
        .unwrap_or_else(|| in_place(around, label, title, credentials, left))
}

/// The value of a field.
fn in_field(around: &Around<'_>, label: &Label) -> Edit {
    in_cell(label, around.spanish, Column::Whole)
}

/// The value of a cell: "Patient A", or "Patient" and "A" where given name and surname have a cell each.
pub(super) fn in_cell(label: &Label, spanish: bool, column: Column) -> Edit {
    let words = match (&label.number, column) {
        (Some(_), Column::First) => capitalized(&label.noun),
        (Some(number), Column::Second) => number.clone(),
        (Some(_), Column::Whole) => label.bare(),
        (None, _) => if spanish { "omitido" } else { "withheld" }.to_owned(),
    };
    Edit { words, ..Edit::default() }
}

/// A name that is spelled, or another name of the same person, goes with what introduces it.
fn repeated(around: &Around<'_>, label: &Label, title: usize, right: usize) -> Option<Edit> {
    let own = &around.own_left()[..around.free_left - title];
    // "last name is Le, L E, just two letters"
    let letters = |value: &str| value.split([' ', '-']).all(|part| part.chars().count() == 1) && value.len() > 2;
    let adjoins = around.free_left < around.left.len() && own.trim() == ",";
    if is_spelled(around.value) || adjoins && letters(around.value) {
        let taken = ending(own, &["that's", "thats", "that is", "spelled", "it's", "its", "spelling"]);
        let bare = trim_end(own);
        if let Some(taken) = taken.or((bare.is_empty() || bare.ends_with([',', '(', '.', '-', '—', ':'])).then_some(0))
        {
            return Some(around.drop(title + taken, right));
        }
    }
    if let Some(taken) = ending(
        own,
        &["goes by", "aka", "a.k.a.", "nickname", "née", "nee", "formerly", "everybody calls me", "everyone calls me"],
    ) {
        return Some(around.drop(title + taken, right));
    }
    const CALLED: &[&str] = &[
        "she asked to be called",
        "he asked to be called",
        "she likes to be called",
        "he likes to be called",
        "she prefers to be called",
        "he prefers to be called",
        "they prefer to be called",
        "please call me",
        "call me",
        "call her",
        "call him",
        "you can call me",
    ];
    let after = &around.right[right..];
    if let Some(taken) = ending(own, CALLED)
        && trim_end(&own[..own.len() - taken]).ends_with([',', ';'])
        && after.starts_with([',', '.', ';', '!'])
    {
        return Some(around.drop(title + taken, right));
    }
    if let Some(taken) = ending(own, &["prefers"]).filter(|_| label.role != Role::Provider && label.number.is_none()) {
        return Some(around.drop(title + taken, right));
    }
    // "The patient, who is named Rose Ng, is"
    if let Some(taken) = ending(own, &["who is named", "who's named", "who is called", "whose name is"])
        && trim_end(&own[..own.len() - taken]).ends_with(',')
        && around.right[right..].starts_with([',', '.'])
    {
        return Some(around.drop(title + taken, right));
    }
    if ending(own, &["is named", "was named", "are named"]).is_some() && label.number.is_none() && !around.spanish {
        return Some(around.put(title, right, "withheld"));
    }
    // "somebody named Dana keeps asking" needs no name; "is named Dana" does.
    if let Some(taken) = ending(own, &["named", "by the name of"])
        && last_word(&own[..own.len() - taken])
            .is_some_and(|word| !word.is(&["is", "was", "been", "be", "are", "were", "i'm", "not", "and", "or"]))
    {
        return Some(around.drop(title + taken, right));
    }
    let (subject, kin) = ending(own, &["is", "was"]).and_then(|taken| {
        let verb = &own[..own.len() - taken];
        let word = last_word(verb).filter(|word| is_name_for(word.text, label.role))?;
        Some((taken, is_kin(word.text)))
    })?;
    // "main contact is Rhonda, rhonda@mail.example." would say nothing.
    let own_right = &around.own_right()[right.min(around.free_right)..];
    let alone = around.free_right < around.right.len() && own_right.trim() == ",";
    if alone && !kin && label.number.is_none() && !around.spanish {
        return Some(around.put(title, right, "on file"));
    }
    if around.right[right..].starts_with(',') {
        return Some(around.drop(title + subject, right));
    }
    // "The patient is Ana Soto." would say that the patient is the patient.
    let known =
        last_word(&own[..own.len() - subject]).is_some_and(|word| is_client(word.text) || is_one(word.text, STAFF));
    let whole = !around.right[right..].starts_with(" of ");
    (label.number.is_none() && known && whole && !around.spanish).then(|| around.put(title, right, "on file"))
}

/// Whether a name is written letter by letter.
pub(super) fn is_spelled(value: &str) -> bool {
    let parts = || value.split([' ', '-', ',', '.']).filter(|part| !part.is_empty());
    // "R.T.W." are initials.
    if value.ends_with('.') && parts().count() <= 4 {
        return false;
    }
    parts().count() >= 3 && parts().filter(|part| part.chars().count() == 1).count() * 3 >= parts().count() * 2
}

/// "my patient Sarah" becomes "my patient", "her husband, Tariq," becomes "her husband".
fn beside_role(around: &Around<'_>, label: &Label, title: usize, right: usize, left: &str) -> Option<Edit> {
    let mark = left.chars().next_back().filter(|c| matches!(c, ',' | ':' | '('));
    let mut bare = trim_end(mark.map_or(left, |_| left.trim_end_matches([',', ':', '('])));
    // "dau. Ruth" is short for "daughter Ruth".
    if mark.is_none() && ending(bare.trim_end_matches('.'), &["dau", "dtr", "pt", "bro", "sis"]).is_some() {
        bare = bare.trim_end_matches('.');
    }
    let mut word = last_word(bare)?;
    if is_one(word.text, &["named", "called"]) {
        bare = trim_end(&bare[..word.start]);
        word = last_word(bare)?;
    }
    let in_law = is_one(word.text, &["law"]) && ending(bare, &["in law"]).is_some();
    // "- Front desk, Vera"
    let desk = mark == Some(',') && ending(bare, &["front desk", "front office", "guest services"]).is_some();
    let presented = mark == Some(',')
        && label.number.is_none()
        && label.role != Role::Provider
        && (presents(bare) || tells_of_client(bare) || names_subject(bare, around.right[right..].trim_start()));
    // "the rep from Galderma (Steve)"
    let bracketed =
        mark == Some('(') && (CREDENTIAL_TITLES.contains(&word.text) || !is_role(word.text) && tells_of_business(bare));
    let fits_role = is_name_for(word.text, label.role)
        || is_client(word.text.rsplit('-').next().unwrap_or_default())
        || label.role != Role::Provider && is_role(word.text)
        || is_one(word.text, GROUPS);
    // "Our PA, Minh Dao, took"
    let letters = CREDENTIAL_TITLES.contains(&word.text)
        && last_word(&bare[..word.start]).is_some_and(|before| is_determiner(before.text));
    // "My supervisee Ann Lee"
    let trade = mark.is_none()
        && last_word(&bare[..word.start]).is_some_and(|before| before.is(&["my", "our", "his", "her", "their"]))
        && super::apposition::is_trade(word.text)
        && !is_one(
            word.text,
            &["former", "other", "younger", "older", "elder", "newer", "dear", "major", "senior", "junior"],
        );
    let fits_role = fits_role || letters || trade;
    if !(fits_role || in_law || desk || presented || bracketed) || is_verb_here(around, bare, word) {
        return None;
    }
    // "our VIPs: Ana (June 3), Bo": who they are comes yet.
    if mark == Some(':') && word.text.ends_with(['s', 'S']) && !word.text.ends_with("ss") {
        return None;
    }
    let after = around.right[right..].trim_start();
    // "ATTN DR LEE: MRS NASH (91) HAD": who is written to is not who is written of.
    if mark == Some(':') && !around.turn && label.role != Role::Provider && is_one(word.text, STAFF) {
        return None;
    }
    let fits = match mark {
        Some('(') if bracketed => after.starts_with(')'),
        Some('(') => after.starts_with([',', ')']),
        // "Caller: Ana Soto (mother)" becomes "Caller: mother".
        Some(':') if after.starts_with('(') => !super::apposition::is_bracketed_role(after),
        Some(':') => after.starts_with([',', ';']),
        Some(_) => set_off(after) || after.starts_with(['(', ':']),
        None => true,
    };
    if !fits {
        return None;
    }
    // "our owners, Ana and Bo": the group's word says who.
    // "Emergency contact: Keith (husband)"
    if mark == Some(':') && is_one(word.text, &["contact", "user", "owner", "reviewer", "member"]) {
        return None;
    }
    // "One of our patients, Ana Soto, is": the group's word is hers.
    let one = mark == Some(',') && label.number.is_none() && is_one_of(&bare[..word.start]);
    let group = is_one(word.text, GROUPS) && mark != Some(':') && !one;
    if group {
        if ![" and ", " & ", " y "].iter().any(|and| around.value.contains(and)) {
            return None;
        }
        // "Two of our patients, Ana and Bo, both want": one clause without the two commas.
        let clause = after.strip_prefix(", ").filter(|rest| goes_on(rest));
        let taken = around.left.len() - bare.len();
        if clause.is_some() && mark == Some(',') && taken <= around.free_left && right < around.free_right {
            return Some(Edit { left: taken, right: around.right.len() - after.len() + 1, ..Edit::default() });
        }
        return Some(around.drop(title, right));
    }
    // "Patient: Ana Soto, 12 Elm St": nothing of the field would be left.
    let bare_field =
        around.own_right()[right..].trim_matches([',', ' ']).is_empty() && around.free_right < around.right.len();
    if mark == Some(':') && bare_field && is_client(word.text) {
        return Some(around.put(title, right, if around.spanish { "omitido" } else { "withheld" }));
    }
    if matches!(mark, Some('(' | ':')) {
        return Some(around.drop(title, right));
    }
    // "shows user Dana84 logged in"
    let whose = last_word(&bare[..word.start]);
    if mark.is_none()
        && is_one(word.text, &["user"])
        && whose.is_some_and(|before| !is_determiner(before.text))
        && around.left.len() - word.start <= around.free_left
    {
        return Some(around.put(around.left.len() - word.start, right, "a user"));
    }
    if let Some(edit) =
        label.number.as_ref().and_then(|number| numbered(around, label, number, (title, right), bare, word))
    {
        return Some(edit).filter(|_| mark.is_none());
    }
    // "Client Beth Owens' car"
    let whose = around.value.ends_with('s') && mark.is_none() && right < around.free_right;
    let apostrophe = ["' ", "’ "].iter().find(|mark| around.own_right()[right..].starts_with(**mark)).filter(|_| whose);
    if let Some(apostrophe) = apostrophe {
        let gap = around.left.len() - bare.len();
        let words = "'s".to_owned();
        return (gap <= around.free_left).then(|| Edit {
            left: gap,
            right: right + apostrophe.len() - 1,
            words,
            capital: false,
        });
    }
    let taken = around.left.len() - bare.len();
    if mark.is_none()
        && let Some(edit) = as_title(around, right, bare, word)
    {
        return Some(edit);
    }
    // "Surgeon Ann Lee" as a sentence of its own
    let alone = mark.is_none() && is_one(word.text, STAFF) && around.opens_sentence(around.left.len() - word.start);
    let label = around.own_right()[right..].trim();
    let bare_right =
        after.is_empty() || after.starts_with('.') || around.free_right < around.right.len() && label == "NPI";
    if alone && bare_right && !around.spanish && title == 0 {
        return Some(around.put(0, right, "on file"));
    }
    // The comma behind an apposition goes with it.
    let aged = after.strip_prefix(',').is_some_and(|rest| rest.trim_start().starts_with(|c: char| c.is_ascii_digit()));
    // "her uncle, Ann Lee, lorry driver": what is no clause keeps its comma.
    let told = after.strip_prefix(", ").map(|rest| rest.split([',', '.', ';', '\n', '(']).next().unwrap_or_default());
    let noun = told.is_some_and(|told| {
        let mut words = told.split(' ').filter(|word| !word.is_empty());
        let verb = |word: &str| {
            super::labelled::is_predicate(word) || word.ends_with("ed") || word.ends_with('s') || word.len() < 4
        };
        words.clone().count() < 4 && !words.any(verb)
    });
    let closes = mark.is_some() && after.starts_with(',') && !after.starts_with(", and") && !aged && !noun;
    let right = right + if closes { around.right[right..].len() - after.len() + 1 } else { 0 };
    (taken <= around.free_left && right <= around.free_right).then(|| Edit { left: taken, right, ..Edit::default() })
}

/// Whether a short clause has told of a client already: "I had this client today".
fn tells_of_client(bare: &str) -> bool {
    let clause = bare.rsplit(['.', ',', ';', ':', '!', '?', '\n', '(', '"']).next().unwrap_or_default();
    let words: Vec<&str> = clause.split(' ').filter(|word| !word.is_empty()).collect();
    let told = words.windows(2).any(|two| is_one(two[0], &["this", "a", "an"]) && is_client(two[1]));
    told && words.len() < 10
}

/// Whether a text ends with words for one of a group: "one of our", "another of my".
fn is_one_of(before: &str) -> bool {
    // "one of our longest regulars"
    let adjective = last_word(before).filter(|word| !is_determiner(word.text));
    let before = adjective.map_or(before, |word| &before[..word.start]);
    let owner = last_word(before).filter(|word| is_determiner(word.text));
    owner.is_some_and(|word| ending(&before[..word.start], &["one of", "another of"]).is_some())
}

/// Whether a clause goes on with its verb, "both want", and not with what else there is to say, "both on".
fn goes_on(rest: &str) -> bool {
    const LINKS: &[&str] = &["on", "in", "at", "with", "from", "for", "of", "and", "or"];
    let Some(first) = first_word(rest) else { return false };
    let rest = &rest[first.start + first.text.len()..];
    match first_word(rest).filter(|_| first.is(&["both", "all", "each", "who"])) {
        Some(second) => !second.is(LINKS),
        None => super::labelled::is_predicate(first.text) || first.is(&["are", "were", "have", "want", "need"]),
    }
}

/// Whether a word that can be a role is a verb where it stands: "Contact Dana".
fn is_verb_here(around: &Around<'_>, bare: &str, word: Word<'_>) -> bool {
    let opens = around.opens_sentence(around.left.len() - word.start)
        || ending(bare, &["please contact", "to contact"]).is_some();
    opens && is_one(word.text, &["contact", "lead", "hire", "guest", "model", "coach", "partner"])
}

/// "said Injector Dana" becomes "said the injector", and a bare role in a list of notes goes with its name.
fn as_title(around: &Around<'_>, right: usize, bare: &str, word: Word<'_>) -> Option<Edit> {
    let taken = around.left.len() - word.start;
    let before = trim_end(&bare[..word.start]);
    let determined = last_word(before).is_some_and(|word| is_determiner(word.text) || is_one(word.text, &["and"]));
    // "a kind email to applicant Ana Soto"
    const LEADS: &[&str] =
        &["to", "for", "from", "with", "about", "by", "of", "tell", "email", "call", "remind", "text"];
    let lead = last_word(before).is_some_and(|word| word.is(LEADS) && word.text.starts_with(char::is_lowercase));
    let client = (is_client(word.text) || is_one(word.text, OTHERS))
        && word.text.len() > 3
        && word.text.starts_with(char::is_lowercase);
    if client && lead && taken <= around.free_left && !around.spanish {
        return Some(around.put(taken, right, &format!("the {}", word.text)));
    }
    if !is_one(word.text, STAFF) || taken > around.free_left || determined || around.shouts() {
        return None;
    }
    let capital = word.text.chars().next().is_some_and(char::is_uppercase);
    if capital && before.ends_with(char::is_alphanumeric) {
        return Some(around.put(taken, right, &format!("the {}", word.text.to_lowercase())));
    }
    // ", surgeon T. Okonkwo."
    let after = around.right[right..].trim_start();
    (before.ends_with(',') && (after.is_empty() || after.starts_with(['.', ';'])) && !capital)
        .then(|| around.drop(taken, right))
}

/// A person among others of the same role: "my patient Sarah" becomes "Patient A", "her sister Ann" "her sister B".
fn numbered(
    around: &Around<'_>,
    label: &Label,
    number: &str,
    (title, right): (usize, usize),
    bare: &str,
    role: Word<'_>,
) -> Option<Edit> {
    if !is_client(role.text) {
        return role.text.eq_ignore_ascii_case(&label.noun).then(|| around.put(title, right, number));
    }
    let before = last_word(&bare[..role.start]);
    let determiner = before.filter(|word| is_determiner(word.text));
    let from = determiner.map_or(role.start, |word| word.start);
    let alone =
        determiner.is_some() || before.is_none() || before.is_some_and(|word| word.is(&["and", "for", "to", "with"]));
    let taken = around.left.len() - from;
    if alone && taken <= around.free_left {
        return Some(around.put(taken, right, &label.bare()));
    }
    Some(around.put(title, right, number))
}

/// Whether a comma or the sentence's end stands behind a name, so that it is set off from its role.
fn set_off(after: &str) -> bool {
    after.is_empty() || after.starts_with([',', '.', '!', '?', ';', '"', '”'])
}
