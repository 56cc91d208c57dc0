//! Streets and postcodes as other countries write them: the word for a street before, behind or inside its name, the
//! number before or behind it.
//!
//! A match is the street alone or the postcode; [`super::grow`] takes the floor, the town and the country with it.

use super::accept::*;
use crate::identifier::{Near, Pattern};

/// A capitalised word in Latin, Greek or Cyrillic letters.
macro_rules! proper {
    () => {
        r"[A-ZÀ-ÞĀ-ſȘȚΑ-ΩΆ-ΏА-Я][A-Za-zÀ-ɏȘ-țά-ώα-ωа-яё'’.-]*"
    };
}

/// Articles and prepositions inside a name.
macro_rules! particle {
    () => {
        r"(?:d[aeiou]s? |de[lr]? |den |de (?:la|las|los) |della? |dei |delle |degli |la |le |les |los |las |du |des |y |e |i |van |von |[dlDL]['’])"
    };
}

/// A few words of a name.
macro_rules! names {
    () => {
        concat!(r"(?:", particle!(), r"){0,2}", proper!(), r"(?:[ -](?:", particle!(), r"){0,2}", proper!(), r"){0,3}")
    };
}

/// A house number, with what divides it.
macro_rules! house {
    () => {
        r"[0-9]{1,5}(?:[A-Za-z](?-u:\b)| [A-Z](?-u:\b))?(?: ?[-–/] ?(?:[0-9]{1,4}[A-Za-z]?|[A-Z])(?-u:\b)){0,2}"
    };
}

/// Spanish, Portuguese, Italian, Polish, Romanian, Malay and Welsh put the word for a street first.
pub(super) const TYPE_FIRST: Pattern = Pattern {
    rule: "location/street-type-first",
    why: "A word for a street as other languages put it first, with a name and a house number behind it.",
    regex: concat!(
        r"(?P<id>(?-u:\b)(?:Rua|Avenida|Avda\.?|Av\.?|Calle|C/|Callej[oó]n|Paseo|Pº|Camino|Calzada|Plaza|Praça|Travessa|Largo|R[uú]a|Via|Viale|Piazza|Corso|Vicolo|Rue|rue|Boulevard|boulevard|Quai|quai|[Cc]hemin|Allée|ul\.|Ul\.|ulica|al\.|os\.|Bulevar|Bulevardul|Bd\.|Strada|Str\.|Calea|Jalan|Jln\.?|Jl\.|Lorong|Heol|L[oô]n|Λεωφ\.|Οδός|ул\.|улица|просп\.|вул\.)\s?",
        names!(),
        r"(?:,? (?:(?:n\.?[º°o]|no\.|nr\.?|N\.?[º°]) ?)?",
        house!(),
        r"|,? s/n(?-u:\b)))"
    ),
    #[rustfmt::skip]
    near: Near::Begins(&[
        "al.*", "allée*", "av*", "bd.*", "boulevard*", "bulevar*", "c/*", "calea*", "calle*", "calzada*", "camino*",
        "chemin*", "corso*", "heol*", "jalan*", "jl.*", "jln*", "largo*", "lon*", "lorong*", "lôn*", "os.*",
        "paseo*", "piazza*", "plaza*", "praça*", "pº*", "quai*", "rua*", "rue*", "rúa*", "str.*", "strada*",
        "travessa*", "ul.*", "ulica*", "via*", "vicolo*", "Λεωφ.*", "Οδός*", "вул.*", "просп.*", "ул.*", "улица*",
    ]),
    confidence: 0.85,
    accept: is_street_abroad,
};

/// French addresses have the number first and the word for a street in lower case.
pub(super) const NUMBER_FIRST: Pattern = Pattern {
    rule: "location/street-french",
    why: "A house number, a French word for a street and a name.",
    regex: concat!(
        r"(?-u:\b)(?P<id>[0-9]{1,4}(?: ?(?:bis|ter|[A-C]))?,? (?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Bb]d\.?|[Aa]v\.|[Pp]lace|[Cc]hemin|[Aa]ll[ée]e|[Qq]uai|[Ii]mpasse|[Cc]ours|[Rr]oute|[Ss]quare|[Pp]assage) (?:de |du |des |de la |de l['’]|d['’]|la |les? |l['’])?",
        proper!(),
        r"(?:[ -](?:de |du |des |de la |la )?",
        proper!(),
        r"){0,3})"
    ),
    near: Near::BeginsNumber { digits: 1 },
    confidence: 0.85,
    accept: is_street_abroad,
};

/// Latin American grids number their streets.
pub(super) const GRID: Pattern = Pattern {
    rule: "location/street-grid",
    why: "A numbered street of a grid with the crossing street and the house behind it.",
    regex: r"(?-u:\b)(?P<id>(?:Calle|Cl\.?|Cll\.?|Carrera|Cra\.?|Kr\.?|Cr\.|Avenida|Av\.?|Diagonal|Dg\.?|Transversal|Tv\.?) [0-9]{1,3}[A-Z]{0,2}(?: (?:Norte|Sur|Este|Oeste|Bis))?,? ?(?:#|N\.? ?[º°o]|No\.?) ?[0-9]{1,3}[A-Z]{0,2} ?[-–] ?[0-9]{1,3})",
    #[rustfmt::skip]
    near: Near::Begins(&[
        "av", "avenida", "calle", "carrera", "cl", "cll", "cr", "cra", "dg", "diagonal", "kr", "transversal", "tv",
    ]),
    confidence: 0.9,
    accept: |_| true,
};

/// German, Dutch, Nordic and Baltic streets end in their word.
pub(super) const GLUED: Pattern = Pattern {
    rule: "location/street-glued",
    why: "A name that ends in a German, Dutch, Nordic or Baltic word for a street, and a house number.",
    regex: concat!(
        r"(?-u:\b)(?P<id>(?:",
        proper!(),
        r"[ -]){0,2}[A-ZÀ-ÞĀ-ſ][A-Za-zÀ-ɏ-]*(?:stra(?:ß|ss)e|str\.|gasse|platz|allee|damm|ufer|weg|gat(?:a|an|u)|gade|gård|vej(?:en)?|v[äa]gen|vegen|veien|gat[ea]n?|str[æa]de|stien|straat|laan|plein|gracht|kade|dreef|singel|hof|kat[ua]|kuja|tie|polku|t[äa]nav|puiestee|iela|gatv[eė]|utca|ulice) ",
        house!(),
        r"|[0-9]{1,4} [A-ZÀ-ÞĀ-ſ][A-Za-zÀ-ɏ-]*(?:stra(?:ß|ss)e|gatan|v[äa]gen|gade|straat|katu)(?-u:\b))"
    ),
    #[rustfmt::skip]
    near: Near::Words(&[
        "strasse", "straße", "str. ", "gasse ", "platz ", "allee ", "damm ", "ufer ", "weg ", "gata", "gatu ", "gate",
        "gade", "gård ", "vej", "vägen", "vagen", "vegen ", "veien ", "stræde", "strade", "stien ", "straat", "laan ",
        "plein ", "gracht ", "kade ", "dreef ", "singel ", "hof ", "kata ", "katu", "kuja ", "tie ", "polku ",
        "tänav ", "tanav ", "puiestee ", "iela ", "gatve ", "gatvė ", "utca ", "ulice ",
    ]),
    confidence: 0.85,
    accept: is_street_abroad,
};

/// Hungarian, Estonian, Slavic and Turkish put the word for a street between its name and the number.
pub(super) const TYPE_BEHIND: Pattern = Pattern {
    rule: "location/street-type-behind",
    why: "A name, a word for a street as other languages put it behind, and a house number.",
    regex: concat!(
        r"(?P<id>(?:",
        proper!(),
        r" ){1,3}(?:[a-zà-ɏ]{4,} )?(?:utca|út|útja|u\.|tér|tere|körút|krt\.|köz|sétány|mnt|tee|tn\.?|pst|puiestee|cesta|trg|ulica|ulice|nám\.|náměstí|námestie|mah\.|cad\.|sok\.|Caddesi|Sokak|Sk\.|iela|gatv[eė]|g\.|pr\.|Strasse|Straße|Weg|Allee|Platz|Gasse|Ring) (?:no:? ?)?",
        house!(),
        r"\.?)"
    ),
    #[rustfmt::skip]
    near: Near::Words(&[
        " utca", " út", " u.", " tér", " tere", " körút", " krt", " köz", " sétány", " mnt", " tee", " tn", " pst",
        " puiestee", " cesta", " trg", " ulic", " nám", " mah.", " cad", " sok", " sk", " iela", " gatv", " g.", " pr.",
        " strasse", " straße", " weg", " allee", " platz", " gasse", " ring",
    ]),
    confidence: 0.85,
    accept: is_street_abroad,
};

/// Many streets carry no word for a street, but a postcode follows.
pub(super) const BEFORE_POSTCODE: Pattern = Pattern {
    rule: "location/street-postcode",
    why: "A name and a house number before a postcode and the name of a town.",
    regex: concat!(
        r"(?P<id>",
        names!(),
        r",? ",
        house!(),
        r"(?: [A-Z] ?[0-9]{1,3})?(?:, ?[^,;:\n]{1,20})?(?:, ?|,? ?\n\s*)(?:[A-Z]{1,2}-)?(?:[0-9]{4,5}|[0-9]{3} [0-9]{2}|[0-9]{2}-[0-9]{3}|[0-9]{4} [A-Z]{2}) ",
        proper!(),
        r")"
    ),
    near: Near::Number { digits: 5, row: 3 },
    confidence: 0.85,
    accept: is_before_postcode,
};

/// An address as it is common from India to Colombia ends in its postcode, its parts between commas.
pub(super) const TO_POSTCODE: Pattern = Pattern {
    rule: "location/street-to-postcode",
    why: "A house number and names between commas that end in a postcode.",
    regex: concat!(
        r"(?-u:\b)(?P<id>(?:(?:No|Flat|House|H\.? ?No|Plot|Door No|D\.? ?No|Blk|Block|Unit)\.? ?)?[0-9]{1,5}[A-Z]?(?:[-/][0-9]{1,4}[A-Z]?){0,3},? ",
        names!(),
        r"(?: [0-9]{1,3})?(?:,? #[0-9]{1,3}-[0-9]{1,4})?(?:, ",
        names!(),
        r"){0,4},? (?:- ?)?(?:[A-Z]{2,3} )?(?:[0-9]{3} ?[0-9]{3}|[0-9]{4,5})(?-u:\b))"
    ),
    near: Near::Number { digits: 4, row: 3 },
    confidence: 0.85,
    accept: is_to_postcode,
};

/// On an envelope a street, a flat, a town and a country with its postcode stand on lines of their own, however the street is
/// called; in a mail that is quoted a mark stands before each.
pub(super) const ENVELOPE: Pattern = Pattern {
    rule: "location/envelope",
    why: "A house number and a name, a flat, a town, and a country with its postcode, each on its line.",
    regex: r"(?-u:\b)(?P<id>[0-9]{1,5} [^\n,:;]{4,48}\n[?> ]{0,4}(?i:apt|suite|unit|ste)\.? [0-9]{1,4}\n[?> ]{0,4}[A-Za-zÀ-ſ][^\n0-9,:;]{2,32}\n[?> ]{0,4}[A-Za-z][A-Za-z ()]{3,24} [0-9]{4,6})(?-u:\b)",
    near: Near::BeginsNumber { digits: 9 },
    confidence: 0.95,
    accept: |m| m.text().lines().next().is_some_and(|street| street.split(' ').count() <= 8),
};

/// The postcodes of Britain, Ireland and Canada mix letters and digits as nothing else does.
pub(super) const LETTERED_POSTCODE: Pattern = Pattern {
    rule: "location/postcode",
    why: "Letters and digits in the order of a British, Irish or Canadian postcode, behind a place or a word for one.",
    regex: r"(?-u:\b)(?P<id>(?:[A-PR-UWYZ][A-HK-Y]?[0-9][0-9A-HJKMNPR-Y]? [0-9][ABD-HJLN-UW-Z]{2}|[AC-FHKNPRTV-Y][0-9][0-9W] [0-9AC-FHKNPRTV-Y]{4}|[ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z] [0-9][ABCEGHJ-NPRSTV-Z][0-9]))(?-u:\b)",
    near: Near::Digits,
    confidence: 0.85,
    accept: follows_a_place,
};

/// East Asian addresses go from the province to the house, with no spaces to split them.
pub(super) const EAST_ASIAN: Pattern = Pattern {
    rule: "location/street-east-asian",
    why: "A province, a city or a ward, a street and a number in Chinese, Japanese or Korean writing.",
    regex: r"(?P<id>(?:〒? ?[0-9]{3}-?[0-9]{3,4}[ 　]?|〒 ?)?[0-9]{0,6}[ 　]?[一-鿿가-힣]{1,12}(?:都|道|府|県|省|市|区|縣|區|시|도|구|군)[一-鿿ぁ-ヿ가-힣0-9０-９ 　,、-]{0,40}[0-9０-９]{1,4}(?:[-−‐－][0-9０-９]{1,4}){0,3}(?:号室?|號|号楼|番地?|楼|樓|室|층|호|동|번지)?(?:,? ?[0-9]{1,4} ?(?:층|호|동|楼|樓|室|号室?|號|F))?)",
    near: Near::Words(&["都", "道", "府", "県", "省", "市", "区", "縣", "區", "시", "도", "구", "군"]),
    confidence: 0.9,
    accept: |_| true,
};
