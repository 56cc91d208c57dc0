//! PHOTO: full-face photographs and comparable images, 45 CFR 164.514(b)(2)(i)(Q): the file of a picture of somebody, or
//! words that say one is attached.
//!
//! Left alone: logos, banners, team and product pictures, stock photos, and talk about photos that are not there.

use super::label::is_rare_name;
use super::{Doc, Kind, Match, Near, Pattern, Recognizer};
use crate::document::PICTURE_FILE;
use crate::lexicon::{self, Class};

pub(super) static RECOGNIZER: Recognizer = Recognizer {
    kind: Kind::Photo,
    doc: Doc {
        title: "photograph of a person",
        paragraph: "45 CFR 164.514(b)(2)(i)(Q)",
        is: "An image file of a person, such as a before-and-after, or words that say that a person's picture is attached.",
        leaves_alone: "Logos, banners, product and team pictures, stock photos, and general talk about photographs.",
        instead: "Say what the picture shows, without the file.",
    },
    patterns: &[
        Pattern {
            rule: "photo/file",
            why: "The name of an image file, tied to a person.",
            regex: r"(?i)(?P<id>[a-z0-9][a-z0-9_.+&()-]{0,80}\.(?:jpe?g|png|heic|heif|tiff?|bmp|webp|dcm|cr2|nef|dng|mov|mp4|zip))(?-u:\b)",
            near: Near::Words(&[
                ".jp", ".png", ".hei", ".tif", ".bmp", ".webp", ".dcm", ".cr2", ".nef", ".dng", ".mov", ".mp4", ".zip",
            ]),
            confidence: 0.85,
            accept: shows_a_person,
        },
        Pattern {
            rule: "photo/camera-name",
            why: "The number that a camera gives its pictures, with what somebody wrote behind it.",
            regex: r"(?-u:\b)(?P<id>(?i:IMG|DSC|DSCN|DSCF|PXL|MVIMG|GOPR|Screenshot|WhatsApp Image)[_ -][0-9]{3,8}(?:[_-][0-9]{3,9})?(?:(?:[ _(][^\n,;:|<>?*]{0,40}?)?\.(?i:jpe?g|png|heic|heif|tiff?|webp|dng|mov|mp4))?)(?-u:\b)",
            near: Near::Words(&["img", "dsc", "pxl", "gopr", "screenshot", "whatsapp image"]),
            confidence: 0.88,
            accept: |m| match own_file(m) {
                true => m.follows_any(PATH, &OF_PATIENTS),
                false => {
                    !m.follows_any(24, &["e.g.", "example", "such as", "like", "saves as", "save as"])
                        || m.text().contains(' ')
                }
            },
        },
        Pattern {
            rule: "photo/attached",
            why: "Words say that a picture of somebody is attached or pasted.",
            regex: r"(?i)(?-u:\b)(?P<id>(?:(?:i|we)(?:'m|'re| am| are) )?(?:attach(?:ed|ing)|enclos(?:ed|ing)|past(?:ed|ing)|upload(?:ed|ing)|(?:i|we) (?:attach|enclose))(?: is| are|:)?(?: (?:the|a|her|his|my|their|our|this|these|two|three|four|some|few|[0-9]{1,2}|patient's|client's|pt's)){0,4}(?: [a-z0-9-]+){0,3}? (?:before[- ]and[- ]afters?|before/afters?|b ?& ?as?|photos?|pics?|pictures?|selfies?|images?|headshots?|polaroids?|snapshots?|portraits?)(?: (?:s?he|they) (?:sent|took|texted|mailed)| from day [0-9]{1,3}(?: (?:and|to) (?:day )?[0-9]{1,3})?| now| below| of (?:her|his|my|their) [a-z]+(?: (?:lip|lips|eye|eyes|brow|brows|cheek|cheeks|eyelid|eyelids))?)?)(?-u:\b)",
            #[rustfmt::skip]
            near: Near::Begins(&[
                "attached", "attaching", "enclosed", "enclosing", "i attach", "i enclose", "pasted", "pasting",
                "uploaded", "uploading", "we attach", "we enclose", "i'm*", "i am*", "we're*", "we are*",
            ]),
            confidence: 0.8,
            accept: is_there,
        },
        Pattern {
            rule: "photo/is-attached",
            why: "Words say that a picture of somebody is attached.",
            regex: r"(?i)(?-u:\b)(?P<id>(?:(?:two|three|four|[0-9]|the|her|his|my|their) )?(?:before[- ]and[- ]afters?|photos?|pics?|pictures?|selfies?)(?: (?:of|from) (?:[a-z']+ ){0,4}[a-z']+)?(?: (?:is|are))? (?:attached|enclosed|pasted|below|added))(?-u:\b)",
            near: Near::Words(&["attached", "enclosed", "pasted", "below", "added"]),
            confidence: 0.75,
            accept: is_there,
        },
        Pattern {
            rule: "photo/here",
            why: "Words say that a picture of somebody is here.",
            regex: r"(?i)(?-u:\b)here(?:'s| is| are) (?P<id>(?:her|his|my|their|the patient's|the client's|our patient's)(?: [a-z-]+){0,2}? (?:before[- ]and[- ]afters?|photos?|pics?|pictures?|selfies?))(?-u:\b)",
            near: Near::Begins(&["here are", "here is", "here's"]),
            confidence: 0.75,
            accept: is_there,
        },
    ],
    find: None,
    found: &[],
};

/// Folders and words that tie what lies behind them to a patient.
const OF_PATIENTS: [&str; 8] = ["pt", "patient", "patients", "client", "clients", "charts", "consults", "before-after"];

/// How much of a path is looked at, in bytes.
const PATH: usize = 300;

/// Whether the match is the name of a picture that is being checked itself, and not one that a text speaks of: only its
/// name and its folders can tie it to somebody.
fn own_file(m: &Match<'_>) -> bool {
    m.before(PATH).starts_with(PICTURE_FILE)
}

/// Whether a picture's file name or what stands before it tells of a person.
fn shows_a_person(m: &Match<'_>) -> bool {
    const HOUSE: &[&str] = &[
        "logo",
        "banner",
        "hero",
        "icon",
        "favicon",
        "bg",
        "background",
        "header",
        "footer",
        "stock",
        "menu",
        "flyer",
        "price",
        "prices",
        "map",
        "sprite",
        "placeholder",
        "og",
        "team",
        "storefront",
        "lobby",
        "product",
        "products",
        "diagram",
        "graph",
        "brochure",
        "template",
        "cover",
        "thumb",
        "thumbnail",
        "gallery",
        "studio",
        "room",
        "promo",
        "sale",
        "ad",
        "cta",
        "badge",
        "sample",
        "demo",
        "signage",
        "coupon",
        "qr",
        "backup",
        "export",
        "slide",
        "deck",
        "staff",
        "building",
        "office",
        "badges",
        "pattern",
        "texture",
        "swatch",
        "label",
        "default",
        "blog",
        "social",
        "page",
        "lastname",
        "firstname",
        "yyyymmdd",
    ];
    const PERSON: &[&str] = &[
        "img",
        "dsc",
        "dscn",
        "pxl",
        "photo",
        "pic",
        "before",
        "after",
        "pre",
        "post",
        "preop",
        "postop",
        "selfie",
        "face",
        "lip",
        "lips",
        "chin",
        "neck",
        "nose",
        "front",
        "profile",
        "left",
        "right",
        "l",
        "r",
        "brow",
        "brows",
        "cheek",
        "cheeks",
        "jaw",
        "jawline",
        "forehead",
        "eyes",
        "eye",
        "bleph",
        "acne",
        "scar",
        "breast",
        "abdomen",
        "tummy",
        "arm",
        "forearm",
        "leg",
        "legs",
        "hand",
        "hands",
        "back",
        "chest",
        "scalp",
        "hair",
        "patient",
        "pt",
        "client",
        "headshot",
        "kiosk",
        "day",
        "day0",
        "wk",
        "week",
        "mo",
        "month",
        "baseline",
        "dl",
        "license",
        "id",
        "rash",
        "mole",
        "lesion",
        "wound",
        "side",
        "smile",
        "rest",
        "animate",
        "cuello",
        "foto",
        "cara",
        "before_after",
        "ba",
        "mri",
        "ct",
        "xray",
        "ear",
        "ears",
        "foot",
        "toe",
        "knee",
        "finger",
        "thumb",
        "teeth",
        "tooth",
        "mouth",
        "eyelid",
        "lid",
        "glabella",
        "perioral",
        "thigh",
        "belly",
        "flank",
        "jowl",
        "jowls",
        "tattoo",
        "nail",
        "elbow",
        "ankle",
        "wrist",
        "shin",
        "oblique",
        "temple",
    ];
    let name = m.text().to_ascii_lowercase();
    let (stem, extension) = name.rsplit_once('.').unwrap_or((&name, ""));
    let parts: Vec<&str> = stem.split(|c: char| !c.is_ascii_alphabetic()).filter(|part| !part.is_empty()).collect();
    let holds = |list: &[&str]| parts.iter().any(|part| list.contains(part));
    let numbered = stem.bytes().any(|b| b.is_ascii_digit());
    let branded = parts.iter().any(|part| lexicon::lookup(part).is(Class::Brand));
    // A name that is no word: "petrov_second_visit.jpg", "0418_LUND_M.jpg".
    let shouted = |part: &str| m.text().contains(&part.to_ascii_uppercase());
    let named = parts.iter().any(|part| {
        let entry = lexicon::lookup(part);
        (part.len() > 3 || part.len() == 3 && numbered && shouted(part))
            && entry.common() < 3
            && entry.given().max(entry.surname()) > 0
            && !entry.is(Class::Brand)
    });
    let on_a_site = m.before(1).ends_with('/')
        && m.follows_any(
            40,
            &["img", "images", "assets", "static", "media", "http", "https", "src", "uploads", "team"],
        );
    let own = own_file(m);
    if on_a_site || own {
        let of_patients = m.follows_any(if own { PATH } else { 24 }, &OF_PATIENTS);
        if own && !on_a_site && named && !holds(HOUSE) {
            return true;
        }
        let taken = holds(&["patient", "pt", "preop", "postop", "oblique"]) || named && holds(&["pre", "post", "day"]);
        return of_patients || taken || holds(&["before", "after"]) && !branded && !m.follows_any(40, &["team"]);
    }
    if holds(HOUSE) && !(numbered && parts.iter().any(|part| part.len() > 3 && is_rare_name(part))) {
        return false;
    }
    match extension {
        "heic" | "heif" | "dcm" | "cr2" | "nef" | "dng" => true,
        "mov" | "mp4" if named => true,
        "zip" | "mov" | "mp4" => holds(PERSON) || m.follows_any(60, &["before/after", "photos", "pics"]),
        _ => {
            holds(PERSON)
                || named
                || numbered && holds(&["image", "picture", "lowerlip", "upperlip"])
                || m.follows_any(
                    60,
                    &[
                        "attached",
                        "attachments",
                        "photo",
                        "photos",
                        "pic",
                        "image",
                        "file",
                        "selfie",
                        "caption",
                        "before-after",
                        "before/after",
                        "picture",
                    ],
                )
        }
    }
}

/// Whether the words say that a picture of somebody is there, and not that one might be.
fn is_there(m: &Match<'_>) -> bool {
    const NOT_THERE: &[&str] = &[
        "if",
        "unless",
        "no",
        "without",
        "never",
        "don't",
        "do not",
        "when",
        "whether",
        "any",
        "must be",
        "should be",
        "can be",
        "cannot",
        "not",
        "until",
        "before any",
        "that",
    ];
    const HOUSE: &[&str] = &[
        "stock",
        "product",
        "logo",
        "storefront",
        "lobby",
        "studio",
        "team",
        "menu",
        "room",
        "flyer",
        "screenshot",
        "device",
        "consent",
        "inventory",
        "invoice",
        "building",
        "reference",
    ];
    let text = m.text().to_ascii_lowercase();
    let house = HOUSE.iter().any(|word| text.contains(word));
    !m.follows_any(30, NOT_THERE) && !house && !m.precedes_any(24, HOUSE) && !m.before(60).contains("{{")
}

#[cfg(test)]
mod tests {
    use super::RECOGNIZER;
    use crate::identifier::table;

    #[test]
    fn cases() {
        table::check(
            &RECOGNIZER,
            &[
                "Attached ⟦halo_day0_left.heic⟧ for you",
                "is ⟦IMG_4410_chin.HEIC⟧ sharp enough?",
                "better name than ⟦pham_post6wk_L.jpg⟧?",
                "⟦before_after_j.doe.png⟧ goes first",
                "[image: ⟦IMG_0912.jpeg⟧]",
                "⟦attached her before and afters⟧, write alt text",
                "See the ⟦attached photo⟧ of our client",
                "Picture file: ⟦odile_marsh_lips.jpg⟧",
                "Picture file: patients/Odile Marsh/⟦IMG_0912.jpg⟧",
                "Picture file: site/IMG_0912.jpg",
                "Picture file: pics/photo 3.png",
                "Picture file: images/spring-menu.webp",
                "Picture file: ⟦upper_lip_before.jpg⟧",
                "⟦Three pics attached⟧, the last has no makeup",
                "⟦pictures from his wife's phone are enclosed⟧",
                "selfie ⟦selfie_20250606.png⟧",
                "⟦Attached are 2 selfies he sent⟧ of the lid, ⟦Attached: his pics from day 0 and day 30⟧",
                "⟦I'm pasting his profile picture now⟧. ⟦The photo of her chin is attached⟧, after",
                "Maj: ⟦image2(1).jpeg⟧ is that normal, ⟦0418_LUND_M.jpg⟧",
                "<img src=\"/media/pt/⟦33180_nasal_oblique_pre.jpg⟧\" alt=\"\">",
                "before-after in the chart only (⟦KX0718_v2.png⟧)",
                "<img src=\"/team/maj.webp\" alt=\"\">, open() \"/var/www/html/img/morpheus8-after.webp\" failed",
                "logo.png and hero-image.webp",
                "spring_sale_banner.jpg",
                "please attach a photo of the rash",
                "If photos are attached, delete them",
                "a stock photo for the post",
                "/img/team/rn.webp",
                "attached a product photo for the shelf",
                "how do I edit patient photos?",
                "Uploading ⟦IMG_2093 ro earlobe 4wk left.HEIC⟧ now",
                "⟦DSC_0417⟧: Odalys after session two",
                "cover: ⟦okonkwo-porch.jpg⟧",
                "⟦We enclose two snapshots⟧ of the mole",
                "clip ⟦ingrid_first_steps.mp4⟧",
                "name them LASTNAME_DOB_YYYYMMDD.jpg",
                "no pics attached",
                "price-menu-2026.png",
            ],
        );
    }
}
