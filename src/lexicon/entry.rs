//! What the lexicon knows of one word or phrase, packed into 64 bits.

/// A list that a word or phrase stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Class {
    /// A state, district or territory of the United States, or its postal abbreviation.
    State,
    /// A country, its short form, a continent, or a province abroad.
    Country,
    /// People, language or style of a country (`american`, `brazilian`).
    Demonym,
    /// A county, parish or borough, written with that word (`cook county`).
    County,
    /// A month or its abbreviation.
    Month,
    /// A day of the week or its abbreviation.
    Weekday,
    /// A holiday or a day that is sold like one (`mother's day`, `black friday`).
    Holiday,
    /// Anatomy, conditions, symptoms, treatments and procedures.
    Health,
    /// A drug substance or a medicine's trade name.
    Drug,
    /// A product, device or company of aesthetics, dermatology, dentistry, therapy or cosmetics.
    Brand,
    /// An insurer, agency, laboratory, professional body, software, shop or other known organisation.
    Organization,
    /// A person's name inside a medical term (`fitzpatrick`, `bell's palsy`).
    Eponym,
    /// A form of address (`mrs`, `dr`, `sra`).
    Title,
    /// Letters behind a clinician's name (`md`, `aprn`, `pa-c`).
    Credential,
    /// What somebody is or does in a practice (`patient`, `injector`).
    Role,
    /// A relative or household member.
    Relative,
    /// A short form of a given name.
    Nickname,
    /// A type of street or a part of an address (`ave`, `suite`).
    Street,
    /// A kind of facility (`hospital`, `clinic`).
    Facility,
    /// A hospital, clinic, laboratory or pharmacy, or a chain of them, by its name (`mayo clinic`).
    NamedFacility,
    /// A word on forms and headings, often followed by a value (`dob`, `phone`, `allergies`).
    Label,
    /// A greeting or closing of a message (`hi`, `dear`, `regards`).
    Greeting,
    /// A frequent Spanish word.
    Spanish,
    /// An abbreviation of medicine or business that looks like initials (`prn`, `seo`).
    Abbreviation,
    /// A celebrity, or a historical, fictional or religious person.
    PublicFigure,
    /// A fixed expression, drink, dish or thing with a name in it (`rose quartz`, `arnold palmer`).
    Expression,
    /// A name that is also an ordinary word of this trade (`grace` period, `rose` quartz).
    Ordinary,
}

impl Class {
    /// Every class, in the order of its bits.
    pub const ALL: [Class; 27] = [
        Class::State,
        Class::Country,
        Class::Demonym,
        Class::County,
        Class::Month,
        Class::Weekday,
        Class::Holiday,
        Class::Health,
        Class::Drug,
        Class::Brand,
        Class::Organization,
        Class::Eponym,
        Class::Title,
        Class::Credential,
        Class::Role,
        Class::Relative,
        Class::Nickname,
        Class::Street,
        Class::Facility,
        Class::NamedFacility,
        Class::Label,
        Class::Greeting,
        Class::Spanish,
        Class::Abbreviation,
        Class::PublicFigure,
        Class::Expression,
        Class::Ordinary,
    ];
}

/// The parts of an [`Entry`], unpacked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Facts {
    /// See [`Entry::given`].
    pub given: u8,
    /// See [`Entry::surname`].
    pub surname: u8,
    /// See [`Entry::common`].
    pub common: u8,
    /// See [`Entry::capitalized`].
    pub capitalized: u8,
    /// See [`Entry::city`].
    pub city: u8,
    /// One bit for each [`Class`], the first class lowest.
    pub classes: u32,
    /// See [`Entry::cluster`].
    pub cluster: u8,
}

/// What the lexicon knows of a word or phrase; the default knows nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Entry(u64);

const CLASSES: u32 = 18;
const CLUSTER: u32 = CLASSES + Class::ALL.len() as u32;

impl Entry {
    /// How frequent it is as a given name, from 0 (never) over 1 (rare, or count unknown) to 15
    /// (millions); three steps are about a factor of ten.
    pub fn given(self) -> u8 {
        (self.0 & 15) as u8
    }

    /// How frequent it is as a surname, on the scale of [`Entry::given`].
    pub fn surname(self) -> u8 {
        (self.0 >> 4 & 15) as u8
    }

    /// How frequent it is as an ordinary lower-case word, from 0 (never) to 15 (`the`).
    pub fn common(self) -> u8 {
        (self.0 >> 8 & 15) as u8
    }

    /// The share of its uses inside a sentence that are capitalised, in sevenths, as far as known.
    pub fn capitalized(self) -> u8 {
        (self.0 >> 12 & 7) as u8
    }

    /// How many people live in the largest place of that name: 0 no such place, 1 unknown or under 1,000,
    /// 2 under 5,000, 3 under 20,000, 4 under 75,000, 5 under 250,000, 6 under a million, 7 more.
    /// Places outside the United States count one step less.
    pub fn city(self) -> u8 {
        (self.0 >> 15 & 7) as u8
    }

    /// Whether it stands in a class.
    pub fn is(self, class: Class) -> bool {
        self.0 >> (CLASSES + class as u32) & 1 == 1
    }

    /// The classes that it stands in, one bit each, the first class lowest.
    pub fn classes(self) -> u32 {
        (self.0 >> CLASSES) as u32 & ((1 << Class::ALL.len()) - 1)
    }

    /// The cluster of words that stand in the same company, 1 to 255, 0 for none: which one has no meaning.
    pub fn cluster(self) -> u8 {
        (self.0 >> CLUSTER) as u8
    }

    /// Whether nothing is known but perhaps a cluster.
    pub fn is_empty(self) -> bool {
        self.0 & ((1 << CLUSTER) - 1) == 0
    }

    /// The packed form, as it stands in the embedded table.
    pub fn to_bits(self) -> u64 {
        self.0
    }

    /// An entry from its packed form.
    pub fn from_bits(bits: u64) -> Entry {
        Entry(bits)
    }
}

impl From<Facts> for Entry {
    fn from(facts: Facts) -> Entry {
        Entry(
            u64::from(facts.given.min(15))
                | u64::from(facts.surname.min(15)) << 4
                | u64::from(facts.common.min(15)) << 8
                | u64::from(facts.capitalized.min(7)) << 12
                | u64::from(facts.city.min(7)) << 15
                | u64::from(facts.classes) << CLASSES
                | u64::from(facts.cluster) << CLUSTER,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packing_keeps_every_part() {
        let classes = 1 << Class::Ordinary as u32 | 1 << Class::State as u32;
        let facts = Facts { given: 15, surname: 1, common: 9, capitalized: 7, city: 5, classes, cluster: 255 };
        let entry = Entry::from(facts);
        assert_eq!(
            (entry.given(), entry.surname(), entry.common(), entry.capitalized(), entry.city(), entry.classes()),
            (15, 1, 9, 7, 5, classes)
        );
        assert_eq!(entry.cluster(), 255);
        assert!(entry.is(Class::Ordinary) && entry.is(Class::State) && !entry.is(Class::Country));
        assert_eq!(Entry::from_bits(entry.to_bits()), entry);
        assert!(Class::ALL.iter().enumerate().all(|(bit, class)| *class as usize == bit));
    }
}
