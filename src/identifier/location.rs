//! LOCATION

use super::{Doc, Kind, Recognizer};

pub(super) static RECOGNIZER: Recognizer = Recognizer {
    kind: Kind::Location,
    doc: Doc { title: "", paragraph: "", is: "", leaves_alone: "", instead: "" },
    patterns: &[],
    find: None,
};
