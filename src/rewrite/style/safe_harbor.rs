//! Safe Harbor: what 45 CFR 164.514(b)(2)(i) lets stand, and a bracketed word for everything else.
//!
//! A date keeps its year, a place its state and the three digits of its ZIP code, an age over 89 becomes "90 or older".
//! Names and numbers go, and a bracketed word stands in their place: whoever has to attest that the eighteen
//! kinds are gone sees what was taken out and where, and nothing is said that the text did not say.

use super::{Stand, Value};
use crate::identifier::{Finding, Kind};
use crate::policy::Policy;
use crate::rewrite::layout::Slot;
use crate::rewrite::{date, place};

/// How far behind a place its state is looked for, in bytes.
const NEAR: usize = 48;

/// The style.
#[derive(Debug)]
pub(in crate::rewrite) struct SafeHarbor<'p> {
    this_year: i16,
    policy: &'p Policy,
    /// Where a ZIP code stands in this look, and the state that it is in.
    zips: Vec<(usize, &'static str)>,
}

impl<'p> SafeHarbor<'p> {
    /// The style for a text that is read in this year, which tells the birth years that show an age over 89, with the words
    /// that a policy wants for some kinds.
    pub(in crate::rewrite) fn new(this_year: i16, policy: &'p Policy) -> SafeHarbor<'p> {
        SafeHarbor { this_year, policy, zips: Vec::new() }
    }

    /// The year, or a word.
    fn date(&self, value: &Value<'_>) -> String {
        date::years(value.words(), date::tells_birth(value.before(NEAR)), self.this_year)
            .map_or_else(|| "[date]".to_owned(), |years| kept(value, years))
    }

    /// The state and the ZIP area, or a word.
    fn place(&self, value: &Value<'_>) -> String {
        let words = value.words();
        let state = place::state_within(words).map(str::to_owned);
        let area = place::zip_within(words);
        let sort = place::word(words);
        if area.is_none()
            && state.is_none()
            && sort == "[place]"
            && !place::state_follows(value.after(NEAR))
            && let Some(state) = self.state_of_next_zip(value)
        {
            return state.to_owned();
        }
        match (state, area) {
            (None, None) => sort.to_owned(),
            (state, area) => state.into_iter().chain(area).collect::<Vec<_>>().join(" "),
        }
    }

    /// The state of the ZIP code that stands directly behind a place.
    fn state_of_next_zip(&self, value: &Value<'_>) -> Option<&'static str> {
        let next = self.zips.partition_point(|(at, _)| *at < value.bytes.end);
        let (at, state) = self.zips.get(next)?;
        value.text[value.bytes.end..*at].chars().all(|c| c == ' ' || c == ',').then_some(*state)
    }
}

impl Stand for SafeHarbor<'_> {
    fn wanted(&self, finding: &Finding) -> Option<String> {
        let words = crate::rewrite::wanted(self.policy, finding)?;
        (!matches!(words, "" | "remove" | "year" | "natural")).then(|| words.to_owned())
    }

    fn meet(&mut self, values: &[Value<'_>]) {
        let zips = values.iter().filter(|value| value.kind == Kind::Location);
        self.zips = zips.filter_map(|value| Some((value.bytes.start, place::state_of_zip(value.words())?))).collect();
    }

    fn stand_in(&mut self, value: &Value<'_>) -> String {
        if value.slot == Slot::Number && !matches!(value.kind, Kind::Date | Kind::Age) {
            return "null".to_owned();
        }
        match value.kind {
            Kind::Date => self.date(value),
            Kind::Age => age(value),
            Kind::Location => self.place(value),
            kind => word(kind).to_owned(),
        }
    }
}

/// The bracketed word of a kind.
fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Name => "[name]",
        Kind::Provider => "[provider]",
        Kind::Location => "[place]",
        Kind::Date => "[date]",
        Kind::Age => "[age]",
        Kind::Phone => "[phone]",
        Kind::Fax => "[fax]",
        Kind::Email => "[email]",
        Kind::Ssn => "[SSN]",
        Kind::Mrn => "[record number]",
        Kind::HealthPlan => "[member number]",
        Kind::Account => "[account]",
        Kind::License => "[license]",
        Kind::Vehicle => "[vehicle]",
        Kind::Device => "[device]",
        Kind::Url => "[web address]",
        Kind::Ip => "[IP address]",
        Kind::Biometric => "[biometric]",
        Kind::Photo => "[photo]",
        Kind::OtherId => "[number]",
    }
}

/// The words for years, or the value itself where these words already go on behind it ("1936 or earlier").
fn kept(value: &Value<'_>, years: String) -> String {
    let goes_on = years.strip_prefix(value.words()).is_some_and(|rest| value.after(rest.len()) == rest);
    if goes_on { value.words().to_owned() } else { years }
}

/// "90 or older", in the form that the text around it asks for.
fn age(value: &Value<'_>) -> String {
    let words = value.words();
    let after = value.after(NEAR);
    let aggregated = [" or older", "-or-older", "+", " o más"].iter().any(|rest| after.starts_with(rest));
    if words == "90" && aggregated
        || words.starts_with("90 or older")
        || words.starts_with("90-or-older")
        || words.starts_with("90+")
    {
        return words.to_owned();
    }
    let glued = after.starts_with(|c: char| c == '-' || c.is_alphanumeric());
    let lower = words.to_lowercase();
    match value.slot {
        Slot::Number => "90".to_owned(),
        _ if glued => "90+".to_owned(),
        _ if lower.contains("year") || lower.contains("yr") || lower.ends_with("yo") || lower.ends_with("arian") => {
            "90-or-older".to_owned()
        }
        _ => "90 or older".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use crate::policy::Policy;
    use crate::rewrite::{Style, rewrite, tests::marked};

    #[test]
    fn what_may_stay_stays_and_the_rest_is_a_word() {
        let cases = [
            ("Seen ⟦DATE:April 12, 2023⟧, next ⟦DATE:May 3⟧.", "Seen 2023, next [date]."),
            ("DOB: ⟦DATE:1/2/1931⟧", "DOB: 1936 or earlier"),
            ("DOB: ⟦DATE:1936⟧ or earlier", "DOB: 1936 or earlier"),
            ("on it ⟦DATE:June 2019 to April 2025⟧", "on it 2019 to 2025"),
            ("She is ⟦AGE:93⟧.", "She is 90 or older."),
            ("a ⟦AGE:93⟧-year-old", "a 90+-year-old"),
            ("aged ⟦AGE:90⟧ or older, ⟦AGE:90⟧+", "aged 90 or older, 90+"),
            ("⟦LOCATION:12 Elm St, Rogers, AR 72756⟧", "AR 727"),
            ("⟦LOCATION:Rogers⟧, AR ⟦LOCATION:72756-1234⟧", "[place], AR 727"),
            ("⟦LOCATION:Rogers⟧ ⟦LOCATION:72756⟧", "Arkansas 727"),
            ("⟦LOCATION:12 Delaware Ave⟧, ⟦LOCATION:Kansas City⟧", "[street address], [place]"),
            ("⟦LOCATION:06390⟧ and ⟦LOCATION:03601⟧", "000 and 000"),
            ("⟦LOCATION:Fargo, North Dakota⟧", "North Dakota"),
            ("at ⟦LOCATION:St. Vincent's Hospital⟧", "at [facility]"),
            ("⟦NAME:Dana⟧'s chart ⟦MRN:4471⟧, ⟦PHONE:479-555-0140⟧", "[name]'s chart [record number], [phone]"),
            ("{\"mrn\": ⟦MRN:4471⟧}", "{\"mrn\": null}"),
            ("pt ⟦NAME:Dana⟧ saw ⟦PROVIDER:Dr. Lee⟧", "pt [name] saw [provider]"),
        ];
        for (text, expected) in cases {
            let (text, findings, context) = marked(text);
            let style = Style::SafeHarbor;
            let found =
                rewrite(&text, &findings, &context, &Policy::default(), style, 2026, &mut |_| Default::default());
            assert_eq!(found.text, expected, "{text}");
        }
    }
}
