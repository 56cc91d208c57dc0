//! Addresses of people: mail, web pages, handles and the names of picture files, under domains that RFC 2606 reserves.

use super::names::Names;
use super::{Fresh, cased};
use crate::lexicon::{self, Origin};
use std::collections::HashMap;

/// Domains for documentation, RFC 2606.
const DOMAINS: [&str; 3] = ["example.com", "example.org", "example.net"];
/// Words of a picture's file name that say nothing of anybody.
#[rustfmt::skip]
const NEUTRAL: &[&str] = &[
    "img", "dsc", "photo", "pic", "image", "before", "after", "left", "right", "front", "side", "screenshot", "scan", "jpg",
    "jpeg", "png", "heic", "gif", "pdf", "mov", "tif", "tiff", "webp", "dicom", "dcm", "the", "of", "her", "his",
];

/// A part of a run of letters is known as a name from so many letters on.
const LEAST: usize = 3;

/// The domains that were given.
#[derive(Debug, Default)]
pub(super) struct Reach {
    domains: HashMap<String, String>,
}

impl Reach {
    /// What stands in for a mail address, a web address or a handle.
    pub(super) fn stand_in(&mut self, value: &str, person: Option<usize>, names: &Names, fresh: &mut Fresh) -> String {
        if let Some((local, domain)) =
            value.split_once('@').filter(|(local, domain)| !local.is_empty() && domain.contains('.'))
        {
            let (scheme, local) =
                local.split_once(':').map_or(("", local), |(_, rest)| (&local[..local.len() - rest.len()], rest));
            return format!("{scheme}{}@{}", named(local, person, names, fresh), self.domain(domain));
        }
        let (scheme, rest) = match value.split_once("://") {
            Some((_, rest)) => value.split_at(value.len() - rest.len()),
            None => ("", value),
        };
        let end = rest.find(['/', '?', '#', ':']).unwrap_or(rest.len());
        let (domain, path) = rest.split_at(end);
        if scheme.is_empty() && !domain.contains('.') || domain.contains(['@', ' ']) {
            return named(value, person, names, fresh);
        }
        let (www, domain) = if domain.starts_with("www.") { domain.split_at(4) } else { ("", domain) };
        format!("{scheme}{www}{}{}", self.domain(domain), named(path, person, names, fresh))
    }

    /// What stands in for a picture: another file, or words for one that is nobody's.
    pub(super) fn file(&self, value: &str, person: Option<usize>, names: &Names, fresh: &mut Fresh) -> String {
        let is_file =
            value.rfind('.').is_some_and(|at| (2..6).contains(&(value.len() - at)) && !value[at..].contains(' '));
        if !is_file {
            return "sample photo".to_owned();
        }
        let at = value.rfind('.').unwrap_or(value.len());
        let renamed = format!("{}{}", named(&value[..at], person, names, fresh), &value[at..]);
        if renamed == value { format!("sample-{renamed}") } else { renamed }
    }

    /// A reserved domain, the same for the same.
    fn domain(&mut self, domain: &str) -> String {
        let count = self.domains.len();
        let new = || DOMAINS.get(count).map_or_else(|| format!("site{count}.example"), |domain| (*domain).to_owned());
        self.domains.entry(domain.to_lowercase()).or_insert_with(new).clone()
    }
}

/// A text with the names in it replaced as in the text around, other words by surnames, and digits by digits.
fn named(text: &str, person: Option<usize>, names: &Names, fresh: &mut Fresh) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let same = |c: char| {
            if first.is_alphabetic() {
                c.is_alphabetic()
            } else {
                c.is_numeric() == first.is_numeric() && !c.is_alphabetic()
            }
        };
        let end = rest.find(|c| !same(c)).unwrap_or(rest.len());
        let (run, behind) = rest.split_at(end);
        if first.is_alphabetic() {
            out.push_str(&word(run, person, names, fresh));
        } else if first.is_numeric() {
            let digits = fresh.draw.bytes(run, 0).map(|byte| char::from(b'0' + byte % 10));
            out.extend(digits.take(run.chars().count()));
        } else {
            out.push_str(run);
        }
        rest = behind;
    }
    out
}

/// What stands in for a run of letters: of "danaortiz" and "dortiz", too, what stands in for their parts.
fn word(run: &str, person: Option<usize>, names: &Names, fresh: &mut Fresh) -> String {
    if NEUTRAL.contains(&run.to_lowercase().as_str()) {
        return run.to_owned();
    }
    if run.chars().nth(1).is_none() {
        return run.chars().map(|letter| names.initial(letter, person, fresh)).collect();
    }
    let known = |part: &str| names.word(part).filter(|_| part.chars().count() >= LEAST).map(|other| cased(other, part));
    let mut cuts = run.char_indices().map(|(at, _)| at);
    if let Some((at, other)) = cuts.clone().find_map(|at| Some((at, known(&run[at..])?))) {
        return if at == 0 { other } else { word(&run[..at], person, names, fresh) + &other };
    }
    if let Some((at, other)) =
        cuts.rfind(|at| known(&run[..*at]).is_some()).and_then(|at| Some((at, known(&run[..at])?)))
    {
        return other + &word(&run[at..], person, names, fresh);
    }
    cased(&fresh.choose(lexicon::surnames(Origin::General), &run.to_lowercase()), run)
}
