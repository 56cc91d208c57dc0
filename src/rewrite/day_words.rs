//! The words beside a day that tell when it is and what happens on it.

/// What leads to a day and goes with it.
#[rustfmt::skip]
pub(super) const LINKERS: &[&str] = &[
    "on", "at", "at about", "at around", "for", "on the", "for the", "this", "this coming", "in", "in the", "during", "during the", "in early", "in late", "in mid", "back in", "as of", "dated",
    "on or about", "on or about the", "on a", "early", "late", "over", "over the", "born", "born on", "born on the", "around", "about", "approx", "circa",
    "exp", "exp.", "expires", "expiring", "sometime", "sometime around", "again on", "as early as",
    "el",
];
/// What has the day on which it came to be.
pub(super) const DATED: &[&str] = &[
    "labs",
    "lab",
    "results",
    "photos",
    "pictures",
    "pics",
    "note",
    "notes",
    "bloodwork",
    "scan",
    "mri",
    "x-ray",
    "email",
    "message",
    "text",
    "voicemail",
    "order",
    "invoice",
    "bill",
    "payment",
    "balance",
    "charge",
    "reaction",
    "swelling",
    "bruising",
    "bruise",
];
/// What a day has, or what stands for part of a longer time, so that "of" and the day cannot go.
pub(super) const PARTS: &[&str] = &[
    "morning",
    "afternoon",
    "evening",
    "night",
    "week",
    "month",
    "day",
    "days",
    "end",
    "beginning",
    "start",
    "middle",
    "rest",
    "part",
    "instead",
    "because",
    "date",
    "weekend",
    "events",
    "note",
    "notes",
];
/// Verbs and the like that tell of the past.
#[rustfmt::skip]
pub(super) const PAST: &[&str] = &[
    "was", "were", "had", "did", "came", "saw", "seen", "went", "got", "left", "said", "told", "fell", "last", "since", "done", "ago", "n/s",
    "no-show", "took", "gave", "lost", "underwent", "felt", "began", "burnt", "hurt", "tore", "ran", "broke", "paid", "bought",
    "brought", "found", "kept", "met", "spoke", "wrote", "drove", "flew", "ate", "slept", "woke", "became", "held", "heard", "grew",
    "threw", "chose", "wore", "won", "sold", "stood", "sat", "led", "caught", "bled", "quit", "knew", "stuck", "texted", "didn't", "didnt",
];
/// Verbs and the like that tell of what is to come.
#[rustfmt::skip]
pub(super) const FUTURE: &[&str] = &[
    "will", "is", "has", "remind", "reminder", "confirm", "book", "scheduled", "see", "coming", "come", "reschedule", "move", "rebook",
    "booked", "can", "want", "wants", "needs", "need", "going", "upcoming", "next", "due", "please", "are", "set", "starts", "start",
];
/// Verbs that need an object, so that a day cannot simply go.
#[rustfmt::skip]
pub(super) const TRANSITIVE: &[&str] = &[
    "offered", "offer", "requested", "request", "picked", "pick", "chose", "choose", "prefers", "prefer", "suggest", "suggested", "mark",
    "hold", "take", "took", "got", "have", "want", "wants", "wanted", "need", "needs", "asked for", "asks for", "ask for",
    "like", "likes", "do", "wanna do", "pick", "choose", "try",
];
pub(super) const COPULAS: &[&str] =
    &["is", "'s", "’s", "are", "was", "were", "es", "its", "it's", "it’s", "that's", "that’s", "hers is", "his is"];
/// Verbs with which somebody moves an appointment.
#[rustfmt::skip]
pub(super) const MOVES: &[&str] = &[
    "r/s", "rs", "move", "moved", "moving", "reschedule", "rescheduled", "change", "changed", "switch", "switched", "bump", "bumped",
    "push", "pushed", "rebook", "rebooked", "shift", "shifted", "postpone", "postponed", "rescheduling",
    "switching", "rebooking", "bumping", "pushing", "shifting", "changing",
];
/// What an ordinal counts that is no day: "the 3rd room".
#[rustfmt::skip]
pub(super) const COUNTED: &[&str] = &[
    "room", "floor", "visit", "session", "time", "treatment", "appointment", "appt", "round", "syringe", "grade", "degree", "toe",
    "finger", "digit", "rib", "one", "door", "shot", "dose", "infusion", "injection", "week", "month", "trimester", "molar", "child",
    "kid", "baby", "opinion", "line", "person", "patient", "client", "call", "letter", "notice", "reminder", "box", "row", "page",
];
/// What is said to whom one will see.
pub(super) const SEEING: &[&str] =
    &["see you", "see u", "see ya", "c u", "see you the", "see u the", "see ya the", "c u the"];
/// Places in letters.
#[rustfmt::skip]
pub(super) const ORDINALS: &[&str] = &[
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
];
/// What a day belongs to, so that "upcoming" or "recent" can go before it.
#[rustfmt::skip]
pub(super) const EVENTS: &[&str] = &[
    "appointment", "appt", "apt", "appts", "visit", "consult", "consultation", "follow-up", "followup", "f/u", "session", "treatment",
    "recheck", "check", "check-in", "checkup", "check-up", "booking", "surgery", "procedure", "slot", "exam", "cleaning", "touch-up",
    "facial", "peel", "injection", "reservation", "class", "meeting", "call", "touchup", "tx", "intake", "screening", "evaluation",
    "infusion", "tour", "interview", "tox", "botox", "filler", "laser", "haircut", "massage", "biopsy", "refill",
];
/// Events that are yet to come where nothing says otherwise.
#[rustfmt::skip]
pub(super) const PLANNED: &[&str] = &[
    "appointment", "appt", "apt", "appts", "consult", "consultation", "follow-up", "followup", "f/u", "session", "recheck", "booking",
    "slot", "reservation", "interview", "tour", "class",
];
/// Words before an event that already say when it is.
pub(super) const TIMED: &[&str] = &[
    "prior", "last", "previous", "past", "next", "first", "second", "third", "final", "upcoming", "recent", "new", "no",
];
/// What happened on a day, and is a certain one without it.
#[rustfmt::skip]
pub(super) const HAPPENED: &[&str] = &[
    "crash", "accident", "fall", "injury", "wreck", "mva", "mvc", "trip", "party", "wedding", "shift", "incident", "event", "storm", "fire",
    "labs", "lab", "draw", "photo", "photos", "pics", "results", "scan", "ct", "mri", "x-ray", "swab", "culture", "biopsy", "note", "notes",
];
