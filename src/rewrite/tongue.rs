//! Which language a sentence is in, so that no English word gets into another one.

use super::layout::{ceil, floor};
use std::collections::HashMap;
use std::sync::LazyLock;

/// How much of a text on each side of a place tells its language, in bytes.
const NEAR: usize = 70;

/// The language around a place, as far as a rewrite cares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tongue {
    /// English, or nothing that says otherwise.
    English,
    /// Spanish, for which the rewrite has words of its own.
    Spanish,
    /// Any other, in which a value gives way to a sign that is at home everywhere.
    Other,
}

/// What stands for a value in a language that the rewrite has no words for.
pub(super) const ELISION: &str = "…";

#[rustfmt::skip]
const ENGLISH: &[&str] = &[
    "the", "to", "and", "is", "for", "her", "my", "in", "with", "of", "on", "she", "we", "you", "he", "his", "was", "were", "an",
    "it", "at", "this", "that", "please", "has", "have", "be", "are", "our", "your", "from", "about", "can", "they", "will", "had",
    "wants", "write", "draft", "reply", "text", "patient", "client", "says", "said", "it's", "i'm", "i", "not", "how",
];
#[rustfmt::skip]
const SPANISH: &[&str] = &[
    "el", "la", "los", "las", "que", "de", "del", "su", "sus", "para", "por", "mi", "te", "le", "lo", "se", "un", "una", "con",
    "cita", "y", "en", "es", "está", "soy", "tengo", "hola", "gracias", "al", "como", "pero", "más", "ya", "muy", "señora",
    "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo", "mañana", "saldo", "receta", "llamar", "confirmar",
    "mandar", "hoy", "ayer", "nos", "años", "dra", "doctora", "clínica", "quiere", "porque", "también",
    "paciente", "cuando", "vive", "viene", "buenas", "buenos", "estimada", "estimado", "dice", "usted",
];
#[rustfmt::skip]
const OTHERS: &[&str] = &[
    // French
    "vous", "je", "et", "une", "pour", "avec", "bonjour", "merci", "nous", "votre", "aux", "suis", "j'ai", "madame", "c'est", "elle",
    "rendez-vous", "chez", "des", "les", "dès", "pas", "par", "aux", "séance", "à", "le", "du", "sur", "mais", "très",
    // German
    "der", "das", "und", "ich", "ist", "nicht", "mit", "für", "ein", "eine", "wir", "herr", "frau", "auf", "zu", "habe", "bitte",
    "von", "ihre", "ihr", "kommt", "termin", "liebe", "lieber", "sehr", "geehrte", "mutter",
    // Portuguese and Italian
    "não", "você", "uma", "meu", "minha", "obrigada", "obrigado", "estou", "oi", "olá", "sou", "sono", "per", "mia", "grazie",
    "buongiorno", "della", "sig.ra", "signora", "gli", "è", "ciao", "mio",
    // Vietnamese, Tagalog, Haitian, Polish
    "em", "là", "của", "tôi", "chị", "không", "bị", "hôm", "xin", "giờ", "chào", "gọi", "hỏi", "khi", "được", "hẹn", "lại", "tiêm", "có", "với", "này", "ako", "ang", "mga", "pou", "nan", "yon",
    "bonjou", "mwen", "fè", "lan", "èske", "rele", "doktè", "ay", "ito", "yung", "puwede", "lang", "naman", "kayo", "salamat", "opo",
    "jest", "się", "nie", "dzień", "proszę", "mam", "jestem",
];

/// Which of the three lists each word stands in.
static TONGUES: LazyLock<HashMap<&str, [bool; 3]>> = LazyLock::new(|| {
    let mut tongues: HashMap<&str, [bool; 3]> = HashMap::new();
    for (list, words) in [ENGLISH, SPANISH, OTHERS].into_iter().enumerate() {
        words.iter().for_each(|word| tongues.entry(word).or_default()[list] = true);
    }
    tongues
});

/// The language of a text around a range, or that of the whole where its neighbours say nothing.
pub(super) fn around(before: &str, after: &str, whole: Tongue) -> Tongue {
    let before = &before[ceil(before, before.len().saturating_sub(NEAR))..];
    let after = &after[..floor(after, NEAR)];
    let before = before.rsplit(['"', '“', '«', '\n']).next().unwrap_or_default();
    let after = after.split(['"', '”', '»', '\n']).next().unwrap_or_default();
    told([before, after].into_iter(), whole)
}

/// The language that some texts together are in.
pub(super) fn told<'t>(parts: impl Iterator<Item = &'t str>, else_: Tongue) -> Tongue {
    let (mut english, mut spanish, mut other, mut latin, mut foreign) = (0, 0, 0, 0, 0);
    for part in parts {
        for c in part.chars().filter(|c| c.is_alphabetic()) {
            // Latin letters end where Greek begins, but for those with marks of Vietnamese.
            let is_latin = c < '\u{370}' || ('\u{1e00}'..'\u{1f00}').contains(&c);
            latin += usize::from(is_latin);
            foreign += usize::from(!is_latin);
        }
        for word in part.split(|c: char| !super::word::in_word(c)).filter(|word| !word.is_empty()) {
            // "LE" is a license, not a pronoun.
            if word.len() <= 3 && word.chars().all(char::is_uppercase) {
                continue;
            }
            let [of_english, of_spanish, of_others] = TONGUES.get(&*word.to_lowercase()).copied().unwrap_or_default();
            english += usize::from(of_english);
            spanish += usize::from(of_spanish);
            other += usize::from(of_others);
        }
    }
    if foreign > latin || other > spanish && (other >= 2 && english == 0 || other > 2 * english + 1) {
        return Tongue::Other;
    }
    match (english, spanish) {
        (0, 0) => else_,
        (english, spanish) if spanish > english && spanish >= 2 => Tongue::Spanish,
        (0, _) if else_ == Tongue::Spanish => Tongue::Spanish,
        _ => Tongue::English,
    }
}
