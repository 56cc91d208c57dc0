//! Holidays by name: religious, national and customary ones of many cultures.

/// Holidays as lower-case words without full stops, sorted; `s` at a word's end also stands for a possessive ending.
#[rustfmt::skip]
const HOLIDAYS: &[&str] = &[
    "advent", "advent sunday", "all hallows eve", "all saints", "all saints day", "all souls", "all souls day",
    "anzac day", "april fools", "april fools day", "armistice day", "ascension day", "ash wednesday", "ashura",
    "assumption day", "australia day", "bastille day", "black friday", "bonfire night", "boxing day", "burns night",
    "canada day", "candlemas", "carnaval", "cesar chavez day", "chanukah", "childrens day", "chinese new year",
    "chinese new years", "christmas", "christmas day", "christmas eve", "chuseok", "cinco de mayo", "columbus day",
    "corpus christi", "cyber monday", "dia de los muertos", "diwali", "domingo de pascua", "domingo de ramos",
    "dussehra", "día de la madre", "día de la raza", "día de los muertos", "día de los reyes", "día de muertos",
    "earth day", "easter", "easter monday", "easter sunday", "eid", "eid al adha", "eid al fitr", "eid ul fitr",
    "election day", "epiphany", "fathers day", "ferragosto", "fete nationale", "flag day", "fourth of july",
    "friendsgiving", "galentines", "galentines day", "gandhi jayanti", "good friday", "groundhog day",
    "guy fawkes night", "halloween", "hanukkah", "heiligabend", "heritage day", "hogmanay", "holi", "holy saturday",
    "holy thursday", "human rights day", "ides of march", "independence day", "indigenous peoples day", "janmashtami",
    "jueves santo", "juhannus", "juneteenth", "karfreitag", "karwa chauth", "kings day", "koningsdag", "kwanzaa",
    "labor day", "labour day", "lag baomer", "lammas", "leap day", "lohri", "lunar new year", "lunar new years",
    "mardi gras", "martin luther king day", "martinmas", "martyrs day", "maundy thursday", "may day", "memorial day",
    "michaelmas", "midsummer", "midsummer day", "midsummers day", "mlk day", "moon festival", "mother day",
    "mothering sunday", "mothers day", "navidad", "navratri", "nevada day", "new year", "new year day",
    "new year eve", "new years", "new years day", "new years eve", "nochebuena", "nochevieja", "nowruz", "onam",
    "orthodox christmas", "orthodox easter", "ostermontag", "ostern", "ostersonntag", "palm sunday", "pancake day",
    "passover", "patriots day", "pearl harbor day", "pentecost", "pesach", "pfingsten", "pfingstmontag",
    "pioneer day", "pongal", "president day", "presidents day", "purim", "queens birthday", "ramadan",
    "ramazan bayramı", "reformation day", "remembrance day", "republic day", "rosenmontag", "rosh hashana",
    "rosh hashanah", "samhain", "semana santa", "shavuot", "shrove tuesday", "simchat torah",
    "singles day", "songkran", "spy wednesday", "st nicholas", "sukkot", "super bowl", "super bowl sunday", "tag der arbeit",
    "tag der deutschen einheit", "tet", "thaipusam", "thanksgiving", "three kings", "three kings day", "tisha bav",
    "todos los santos", "trinity sunday", "tu bishvat", "twelfth night", "tết", "undas", "vaisakhi",
    "valentine day", "valentines", "valentines day", "vesak", "veterans day", "victoria day", "viernes santo",
    "vijayadashami", "waitangi day", "walpurgisnacht", "weihnachten", "wesak", "whit monday", "whit sunday", "xmas",
    "xmas day", "xmas eve", "yom kippur", "youth day", "yule",
];

/// The holidays whose first word is this one in lower case, with or without an `s`.
pub(super) fn beginning_with(word: &str) -> impl Iterator<Item = &'static str> {
    let from = HOLIDAYS.partition_point(|holiday| *holiday < word);
    HOLIDAYS[from..].iter().copied().take_while(move |holiday| holiday.starts_with(word)).filter(move |holiday| {
        let rest = &holiday[word.len()..];
        rest.strip_prefix('s').unwrap_or(rest).bytes().next().is_none_or(|next| next == b' ')
    })
}

#[cfg(test)]
mod tests {
    use super::HOLIDAYS;

    #[test]
    fn sorted() {
        assert!(HOLIDAYS.is_sorted());
    }
}
