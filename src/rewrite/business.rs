//! Whether somebody is named as one of another firm: "Penny from the accounting firm".

use super::word::{in_word, is_one};
use crate::identifier::Finding;
use crate::lexicon::{self, Class};

/// Whether a name is that of somebody "from the Merz booth" or "from Cynosure".
pub(super) fn comes_from_business(text: &str, finding: &Finding) -> bool {
    let after = text.get(finding.bytes.end..).unwrap_or_default();
    let Some(link) = [" from ", " at ", " with "].into_iter().find(|link| after.starts_with(link)) else {
        return false;
    };
    let behind = after[link.len()..].split(['.', ',', ';', '\n']).next().unwrap_or_default();
    if behind.starts_with("the ") || behind.starts_with("our ") {
        let firm = [
            "booth",
            "firm",
            "company",
            "shop",
            "supplier",
            "vendor",
            "store",
            "agency",
            "bank",
            "bakery",
            "café",
            "cafe",
            "restaurant",
            "gallery",
            "dealership",
            "warehouse",
            "courier",
            "board",
            "department",
            "bureau",
            "chamber",
            "county",
            "city",
        ];
        return behind.split_whitespace().take(6).any(|word| is_one(word, &firm));
    }
    // "Gustavo from Cynosure never answers"
    let house = behind.split(|c: char| !in_word(c)).next().unwrap_or_default();
    let known = lexicon::lookup(house);
    link == " from "
        && house.starts_with(char::is_uppercase)
        && (known.is(Class::Brand) || known.is(Class::Organization))
        && !(known.is(Class::State) || known.is(Class::Country))
}

/// What firms and their people are called.
#[rustfmt::skip]
pub(super) const BUSINESS: &[&str] = &[
    "firm", "company", "shop", "supplier", "vendor", "vendors", "store", "agency", "contractor", "llc", "inc", "rep", "hvac",
    "landlord", "bank", "plumber", "plumbers", "electrician", "solutions", "supplies", "supply", "equipment", "driver", "delivery", "invoice", "quote", "bid", "bids",
];
/// Those of them that no patient has beside their name.
#[rustfmt::skip]
pub(super) const TRADES: &[&str] = &[
    "plumber", "plumbers", "electrician", "electricians", "contractor", "contractors", "hvac", "vendor", "vendors", "landlord",
    "landlady", "handyman", "roofer", "cleaners", "movers", "copier",
];

/// Whether one of these words stands next to a name: "Penny from the accounting firm".
pub(super) fn beside(text: &str, finding: &Finding, words: &[&str]) -> bool {
    let start = super::layout::floor(text, finding.bytes.start.saturating_sub(40));
    let end = super::layout::ceil(text, finding.bytes.end.saturating_add(40));
    let near = text.get(start..end).unwrap_or_default();
    near.split(|c: char| !in_word(c)).any(|word| is_one(word, words))
}
