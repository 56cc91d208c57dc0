//! What decides which value is drawn: a secret, and the text that it is drawn for.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::fmt;

/// The secret from which surrogates are drawn: with it the same text gets the same surrogates, without it the shift of the
/// dates cannot be told. It is never printed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Secret([u8; 32]);

impl Secret {
    /// A secret that nobody can guess.
    ///
    /// # Errors
    /// When the system has no random numbers.
    pub fn random() -> Result<Secret, getrandom::Error> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes)?;
        Ok(Secret(bytes))
    }

    /// The secret of a number, the same each time: only as good as the number is hard to guess.
    pub fn from_seed(seed: u64) -> Secret {
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&seed.to_le_bytes());
        Secret(bytes)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(..)")
    }
}

/// Draws for one text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Draw([u8; 32]);

impl Draw {
    /// The draws for a text.
    pub(super) fn new(secret: Secret, text: &str) -> Draw {
        Draw(code(&secret.0, text.as_bytes()))
    }

    /// Random bytes without end, the same for the same word and attempt.
    pub(super) fn bytes(self, word: &str, attempt: u32) -> impl Iterator<Item = u8> {
        (0u32..).flat_map(move |block| code(&self.0, format!("{block}/{attempt}/{word}").as_bytes()))
    }

    /// A random number below `limit`, the same for the same word and attempt; 0 where there is none.
    pub(super) fn below(self, limit: usize, word: &str, attempt: u32) -> usize {
        let number = self.bytes(word, attempt).take(8).fold(0u64, |number, byte| number << 8 | u64::from(byte));
        number.checked_rem(limit as u64).unwrap_or_default() as usize
    }
}

/// The authentication code of a message under a key.
fn code(key: &[u8; 32], message: &[u8]) -> [u8; 32] {
    // A key of this length is always taken.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else { return *key };
    mac.update(message);
    mac.finalize().into_bytes().into()
}
