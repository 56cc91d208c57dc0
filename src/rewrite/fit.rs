//! A rewrite of a structured file, so made that the programs that the file is for can still read it.

use super::{Change, Rewrite};
use crate::document::Document;

impl Rewrite {
    /// The rewrite with its changes fitted into the syntax of the document that it is of.
    pub fn fitted(self, document: &Document) -> Rewrite {
        let plain = self.changes.iter().map(|change| (change.bytes.clone(), change.replacement.clone())).collect();
        let changes: Vec<Change> = document
            .fit(plain)
            .into_iter()
            .map(|(index, bytes, replacement)| Change { finding: self.changes[index].finding, bytes, replacement })
            .collect();
        if changes == self.changes {
            return self;
        }
        let mut fitted = Rewrite::of(document.text(), changes);
        fitted.remains = self
            .remains
            .iter()
            .map(|finding| {
                let place = |at: usize| fitted.place(self.origin(at));
                let bytes = place(finding.bytes.start)..place(finding.bytes.end);
                let start = fitted.text[..bytes.start].chars().count();
                let chars = start..start + fitted.text[bytes.clone()].chars().count();
                crate::identifier::Finding { bytes, chars, ..finding.clone() }
            })
            .collect();
        fitted
    }

    /// Where a place of the rewritten text stood in the original; inside of new words, where these stand.
    fn origin(&self, at: usize) -> usize {
        let (mut old, mut new) = (0, 0);
        for change in &self.changes {
            let kept = change.bytes.start - old;
            if at < new + kept {
                break;
            }
            if at < new + kept + change.replacement.len() {
                return change.bytes.start;
            }
            (old, new) = (change.bytes.end, new + kept + change.replacement.len());
        }
        old + (at - new)
    }

    /// Where a place of the original stands in the rewritten text; one that is gone, where the words for it end.
    fn place(&self, at: usize) -> usize {
        let (mut old, mut new) = (0, 0);
        for change in self.changes.iter().take_while(|change| change.bytes.start < at) {
            new += change.bytes.start - old + change.replacement.len();
            old = change.bytes.end;
        }
        let place = new + at.saturating_sub(old);
        self.text.floor_char_boundary(place.min(self.text.len()))
    }
}
