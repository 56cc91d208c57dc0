//! Files that hold no text: images, sound, archives, programs.

/// What a file is called that is no text and nothing known.
pub(super) const UNKNOWN: &str = "a binary file";

/// The first bytes of well-known kinds of file, and what to call them.
const MAGIC: &[(&[u8], &str)] = &[
    (b"\x89PNG\r\n\x1a\n", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF87a", "an image"),
    (b"GIF89a", "an image"),
    (b"II*\0", "an image"),
    (b"MM\0*", "an image"),
    (b"8BPS", "an image"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (b"fLaC", "a sound file"),
    (b"\x1aE\xdf\xa3", "a video"),
    (b"PK\x03\x04", "an archive"),
    (b"PK\x05\x06", "an archive"),
    (b"\x1f\x8b", "an archive"),
    (b"BZh9", "an archive"),
    (b"\xfd7zXZ\0", "an archive"),
    (b"7z\xbc\xaf\x27\x1c", "an archive"),
    (b"\x28\xb5\x2f\xfd", "an archive"),
    (b"Rar!\x1a\x07", "an archive"),
    (b"\x7fELF", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\0asm", "a program"),
    (b"SQLite format 3\0", "a database"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
];

/// What the file is, if its first bytes show that it is no text.
pub(super) fn what(head: &[u8]) -> Option<&'static str> {
    let known = MAGIC.iter().find(|(magic, _)| head.starts_with(magic)).map(|(_, what)| *what);
    known.or_else(|| container(head)).or_else(|| head.contains(&0).then_some(UNKNOWN))
}

/// Media in a container, whose kind stands a few bytes in.
fn container(head: &[u8]) -> Option<&'static str> {
    match head.get(4..12)? {
        [_, _, _, _, b'W', b'E', b'B', b'P'] if head.starts_with(b"RIFF") => Some("an image"),
        [b'f', b't', b'y', b'p', b'h' | b'm' | b'a', b'e' | b'i' | b'v', ..] => Some("an image"),
        [b'f', b't', b'y', b'p', ..] => Some("a video"),
        _ if head.starts_with(b"RIFF") && head.contains(&0) => Some("a sound or video file"),
        _ => None,
    }
}
