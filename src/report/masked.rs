//! A value of a text that cannot be printed by accident.

use std::fmt;

/// A value that prints as a mask: its length and spacing, never a letter or digit, for initials identify too.
#[derive(Clone, Copy)]
pub struct Masked<'t>(&'t str);

impl<'t> Masked<'t> {
    /// Wraps a value.
    pub fn new(value: &'t str) -> Masked<'t> {
        Masked(value)
    }

    /// The value itself, for a report that may show it.
    pub fn reveal(self) -> &'t str {
        self.0
    }
}

impl fmt::Display for Masked<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mask: String = self.0.chars().map(|c| if c.is_whitespace() { ' ' } else { '•' }).collect();
        f.pad(&mask)
    }
}

impl fmt::Debug for Masked<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::Masked;

    #[test]
    fn a_mask_keeps_length_and_spacing_alone() {
        for (value, mask) in
            [("Sarah Johnson", "••••• •••••••"), ("J.D.", "••••"), ("555-0100", "••••••••"), ("Zoë\n李", "••• •")]
        {
            assert_eq!(Masked::new(value).to_string(), mask);
            assert_eq!(format!("{:?}", Some(Masked::new(value))), format!("Some({mask})"));
        }
    }
}
