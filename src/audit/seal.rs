//! How a line of JSON carries its own keyed hash: as the last key of the object, over every byte before it.
//!
//! The bytes are hashed as they stand in the file and not as they would be written anew, so that no change at all goes by.

use super::Key;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// What stands between the hashed bytes and the hash.
const BEFORE: &str = ",\"hash\":\"";
/// What stands behind the hash.
const AFTER: &str = "\"}";
/// The digits of a hash.
const DIGITS: usize = 64;

/// The object as a line without its end, and its hash. `label` keeps lines of one use from standing in for another's.
pub(super) fn seal<T: Serialize>(key: &Key, label: &str, value: &T) -> serde_json::Result<(String, String)> {
    let mut line = serde_json::to_string(value)?;
    line.pop();
    let hash = key.digest(label, line.as_bytes());
    line.push_str(BEFORE);
    line.push_str(&hash);
    line.push_str(AFTER);
    Ok((line, hash))
}

/// The object of a line and its hash; none where the line is not just as it was sealed with this key.
pub(super) fn open<T: DeserializeOwned>(key: &Key, label: &str, line: &[u8]) -> Option<(T, String)> {
    let line = std::str::from_utf8(line).ok()?;
    let (rest, hash) = line.strip_suffix(AFTER)?.split_at_checked(line.len().checked_sub(AFTER.len() + DIGITS)?)?;
    let body = rest.strip_suffix(BEFORE)?;
    if !key.confirms(label, body.as_bytes(), hash) {
        return None;
    }
    Some((serde_json::from_str(line).ok()?, hash.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Thing {
        word: String,
    }

    #[test]
    fn any_changed_byte_another_key_or_another_use_breaks_the_seal() {
        let key = Key::from_bytes([7; 32]);
        let (line, hash) = seal(&key, "thing", &Thing { word: "übung".to_owned() }).unwrap();
        assert_eq!(open::<Thing>(&key, "thing", line.as_bytes()).unwrap().1, hash);
        for at in 0..line.len() {
            let mut bytes = line.clone().into_bytes();
            bytes[at] ^= 1;
            assert_eq!(open::<Thing>(&key, "thing", &bytes), None, "byte {at}");
            assert_eq!(open::<Thing>(&key, "thing", &line.as_bytes()[..at]), None, "the first {at} bytes");
        }
        assert_eq!(open::<Thing>(&key, "other", line.as_bytes()), None);
        assert_eq!(open::<Thing>(&Key::from_bytes([8; 32]), "thing", line.as_bytes()), None);
        assert_eq!(open::<Thing>(&key, "thing", line.replace("\"word\":", "\"word\": ").as_bytes()), None);
    }
}
