//! DEVICE: device identifiers and serial numbers, 45 CFR 164.514(b)(2)(i)(M): serials, lots and UDIs of implants,
//! fillers and devices that stay with a patient, and addresses of a person's phone or computer.
//!
//! Left alone: model numbers, the practice's own lasers and fridges, asset lists, unopened stock, parking lots.
//! Whether a lot belongs to a patient at all is the context stage's to decide: the rule's name tells lots apart.

use super::code::{self, gap, spaced_code};
use super::recognizer::contains_any;
use super::spoken::{self, spoken_code};
use super::{Doc, Hit, Kind, Match, Near, Pattern, Recognizer};
use crate::text::Page;

pub(super) static RECOGNIZER: Recognizer = Recognizer {
    kind: Kind::Device,
    doc: Doc {
        title: "device serial, lot or identifier",
        paragraph: "45 CFR 164.514(b)(2)(i)(M)",
        is: "A serial number, a lot or a UDI of an implant, a filler or a device that stays with a patient, or the hardware \
             address of somebody's phone or computer.",
        leaves_alone: "Model numbers, the practice's own machines, stock on the shelf, and lots where cars park.",
        instead: "Name the product without its number.",
    },
    patterns: &[
        Pattern {
            rule: "device/udi",
            why: "The groups of a device's UDI, with a lot or a serial among them.",
            regex: r"(?P<id>\(01\) ?[0-9]{14}(?: ?\((?:10|11|17|21|30|240)\) ?[A-Za-z0-9./-]+)+)",
            near: Near::Words(&["(01)"]),
            confidence: 0.95,
            accept: |m| m.text().contains("(10)") || m.text().contains("(21)"),
        },
        Pattern {
            rule: "device/serial",
            why: "A word for a serial number or a part of an implant stands before it, and nothing near says equipment or stock.",
            regex: r##"(?-u:(?:\b|_))(?i:serial(?:[ _-]?(?:no\.?|number|num))?|ser\.(?: no\.?)?|s/n|sn|donor|lead|ipg|frame|(?:device|equipment|transmitter|sensor|tracker|hearing aid) ?(?:id|no\.?|number|#))(?i:\s+(?:is|was|says|reads))?[\s:#="'|>]{1,6}(?P<id>[A-Z]{1,4} [0-9]{4,10}(?: [A-Z])?(?-u:\b)|[A-Za-z0-9][A-Za-z0-9./-]{3,24}[A-Za-z0-9])"##,
            #[rustfmt::skip]
            near: Near::Begins(&[
                "device*", "donor*", "equipment*", "frame*", "hearing*", "ipg*", "lead*", "s/n*", "sensor*", "ser.*",
                "serial*", "sn*", "tracker*", "transmit*",
            ]),
            confidence: 0.8,
            accept: |m| m.digits().len() >= 3 && !is_the_practices_own(m),
        },
        Pattern {
            rule: "device/spaced",
            why: "A word for a serial or a lot number stands before digits in groups or one by one.",
            regex: concat!(
                r"(?i-u:(?-u:\b)(?:serial(?: no\.?| number)?|s/n|sn|lot(?: no\.?| number| #)?|donor|lead|iccid|eid|imsi|meid))",
                gap!(),
                spaced_code!()
            ),
            near: Near::Begins(&[
                "donor*", "eid*", "iccid*", "imsi*", "lead*", "lot*", "meid*", "s/n*", "serial*", "sn*",
            ]),
            confidence: 0.82,
            accept: |m| {
                code::is_spaced_code(m, 6) && !is_the_practices_own(m) && !m.follows_any(40, &["parking", "park"])
            },
        },
        Pattern {
            rule: "device/spoken",
            why: "A word for a serial or a lot number stands before digits with their marks or letters in words.",
            regex: concat!(
                r"(?i-u:(?-u:\b)(?:serial(?: no\.?| number)?|s/n|sn|lot(?: no\.?| number)?))[ :#,]{1,3}(?:(?i-u:is|was) )?(?P<id>",
                spoken_code!(),
                ")"
            ),
            near: Near::Words(&["serial", "s/n", "sn", "lot"]),
            confidence: 0.84,
            accept: |m| spoken::code(m.text()).0 >= 5,
        },
        Pattern {
            rule: "device/implant",
            why: "A number sign or the word number stands before it, an implant before that.",
            regex: r"(?i-u:(?-u:\b)(?:implants?|pacemaker|icd|stimulator|ipg|generator|cochlear|inspire|pump|stent|valve|mesh|expander|prosthesis|shunt|hearing aids?)(?-u:\b))[^\n#]{0,40}?(?:#|(?i-u:no\.|number|serial|id)) ?(?P<id>[A-Z]{0,4}[0-9][A-Z0-9-]{5,18})(?-u:\b)",
            #[rustfmt::skip]
            near: Near::Begins(&[
                "cochlear*", "expander*", "generator*", "hearing*", "icd*", "implant*", "inspire*", "ipg*", "mesh*",
                "pacemaker*", "prosthes*", "pump*", "shunt*", "stent*", "stimulator*", "valve*",
            ]),
            confidence: 0.8,
            accept: |m| m.digits().len() >= 4 && !code::continues(m),
        },
        Pattern {
            rule: "device/lot",
            why: "The word lot stands before it, and nothing near says stock or parking.",
            regex: r##"(?-u:\b)(?i:lot)(?i:\s*(?:no\.?|number|num))?[ \t:#="'|]{1,14}(?P<id>[A-Za-z0-9][A-Za-z0-9-]{2,18}[A-Za-z0-9])(?-u:\b)"##,
            near: Near::Begins(&["lot*"]),
            confidence: 0.6,
            accept: |m| {
                m.digits().len() >= 2 && !is_the_practices_own(m) && !m.follows_any(40, &["parking", "park", "gate"])
            },
        },
        Pattern {
            rule: "device/imei",
            why: "The word IMEI before its fifteen digits.",
            regex: r"(?-u:\b)(?i:IMEI)(?-u:\b)(?:[^0-9\n]{0,36}?[ :#=(]|[ :]{0,3}\n[ ]{0,8})(?P<id>[0-9]{2}[ -]?[0-9]{6}[ -]?[0-9]{6}[ -]?[0-9])(?-u:\b)",
            near: Near::Begins(&["imei*"]),
            confidence: 0.95,
            accept: |_| true,
        },
        Pattern {
            rule: "device/sim",
            why: "It begins as the number of a SIM card does and has its length.",
            regex: r"(?P<id>(?-u:\b)89[0-9]{2}(?: ?[0-9]{4}){3} ?[0-9]{2,4})(?-u:\b)",
            near: Near::Number { digits: 18, row: 4 },
            confidence: 0.85,
            accept: |m| (18..=20).contains(&m.digits().len()) && !code::continues(m),
        },
        Pattern {
            rule: "device/mac",
            why: "It has the six pairs of a network card's address.",
            regex: r"(?i)(?-u:\b)(?P<id>(?:[0-9a-f]{2}:){5}[0-9a-f]{2}|(?:[0-9a-f]{2}-){5}[0-9a-f]{2}|[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4})(?-u:\b)",
            near: Near::Digits,
            confidence: 0.9,
            accept: |m| m.text().chars().any(|c| c.is_ascii_alphabetic()),
        },
    ],
    find: Some(|page, _tags, hits| column(page, hits)),
    found: &[("device/column", "The column's header says serial, lot or UDI.")],
};

/// Appends the cells under a header that says serial or lot; whose they are, the rest of the row tells.
fn column(page: &Page<'_>, hits: &mut Vec<Hit>) {
    const HEADERS: &[&str] =
        &["serial", "serial no", "serial #", "s/n", "sn", "ser", "lot", "lot no", "lot #", "udi", "imei", "mac"];
    for range in page.cells_under(&|header| contains_any(header, HEADERS)) {
        let cell = &page.text()[range.clone()];
        if code::is_code_cell(cell, 3) && !cell.contains(' ') && !code::is_decimal(cell) {
            hits.push(Hit { kind: Kind::Device, range, confidence: 0.6, rule: "device/column".into() });
        }
    }
}

/// Whether the words beside a number make it one of the practice's equipment or stock.
fn is_the_practices_own(m: &Match<'_>) -> bool {
    const PATIENT: &[&str] = &[
        "implant",
        "implants",
        "implanted",
        "explant",
        "pacemaker",
        "icd",
        "pump",
        "stimulator",
        "breast",
        "gel",
        "patient",
        "patient's",
        "pt",
        "her",
        "his",
        "card",
        "cheek",
        "chin",
        "lip",
        "lips",
        "placed",
        "injected",
        "hearing",
        "aid",
        "right",
        "left",
        "removed",
        "mesh",
        "pellet",
    ];
    const STOCK: &[&str] = &[
        "stock",
        "inventory",
        "asset",
        "fridge",
        "shelf",
        "unopened",
        "received",
        "delivered",
        "recall",
        "qty",
        "order",
        "ordered",
        "purchased",
        "shipment",
        "warranty",
        "calibrated",
        "calibration",
        "maintenance",
        "handpiece",
        "laser",
        "machine",
        "platform",
        "console",
        "autoclave",
        "printer",
        "kiosk",
        "centrifuge",
        "our device",
        "boxes",
        "reorder",
        "on hand",
        "service call",
        "model",
    ];
    if m.follows_any(90, PATIENT) {
        return false;
    }
    m.follows_any(90, STOCK) || m.precedes_any(40, STOCK)
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
                "breast implant serial ⟦2059938-07⟧",
                "pacemaker SN ⟦PJN449120H⟧, wants RF",
                "ICD, serial no. ⟦CMJ 885231 T⟧. Ask if",
                "UDI ⟦(01)08717648200274(17)270228(10)C417D2⟧",
                "0.5 mL perioral / lot ⟦23K0417A⟧ / no AE",
                "Voluma lot ⟦WD31B42298⟧ in her left cheek",
                "\"serialNumber\": \"⟦PJN482201H⟧\"",
                "\"implant_serial\": \"⟦PJN482201H⟧\"",
                "<implant_serial>⟦PJN482201H⟧</implant_serial>",
                "mac=⟦3C:22:FB:91:0A:7E⟧ user",
                "IMEI ⟦356938035643809⟧",
                "pump ser. ⟦PHR772315K⟧",
                "radiesse lot ⟦C00 208 760⟧ went into her hand",
                "left serial ⟦3 3 1 8 0 7 dash 0 2 2⟧ submuscular",
                "Patient  Product  Serial\nMaj Ek   Motiva   ⟦33180718-07⟧",
                "two vials, lot ⟦3K3318⟧ exp 2027-08, both temples",
                "implant, left side SN ⟦5 6 3 0 0 8 0 – 0 1 3⟧, right explanted",
                "pacemaker lead ⟦BBK0360771⟧, implanted",
                "Cochlear implant (model CI632 #⟦0014230086631⟧) in place",
                "IMEI from the tray: ⟦356938035643809⟧. ICCID ⟦8944 1100 5711 2936 807⟧",
                "allow ⟦b827.eb4f.028c⟧ (the pi)",
                "device id ⟦B3C7-113B-0061⟧ on her wrist",
                "Laser serial RX-0528-33814 needs service",
                "asset list: S/N 9914-0921",
                "stock: Botox lot C8814C3 unopened",
                "the parking lot 4417",
                "a lot 100 people like",
                "model DX-810",
                "(01)08717648200274",
                "received lot A1234 from the supplier",
                "serial offender, serial treatments",
                "12:30:45",
                "lead time 4-6 weeks, frame the 2024 photos",
            ],
        );
    }
}
