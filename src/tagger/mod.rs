//! tagger
