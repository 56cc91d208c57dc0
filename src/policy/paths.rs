//! What a policy says of single files: where they go, and when they fail.

use super::{FailOn, Origin, PathRule, Policy};
use crate::globs::{BadGlob, Globs};
use std::path::Path;

/// The entries of a policy's `paths`, ready to be asked.
#[derive(Debug, Clone, Default)]
pub struct PathRules {
    rules: Vec<(Globs, PathRule)>,
}

/// What is different for a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Placed<'p> {
    /// Where it goes.
    pub to: Option<&'p str>,
    /// The least verdict that fails.
    pub fail_on: Option<FailOn>,
}

impl PathRules {
    /// The rules of a policy. Their patterns count from the folder of its file, else from the current one.
    ///
    /// # Errors
    /// When a pattern cannot be read; a policy that was linted has none such.
    pub fn new(policy: &Policy, origin: &Origin) -> Result<PathRules, BadGlob> {
        // The user's own policy lies among settings, where no draft is.
        let file = if let Origin::User(_) = origin { None } else { origin.path() };
        let folder = file.and_then(Path::parent).filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new("."));
        let ready = |rule: &PathRule| Ok((Globs::new(folder, [rule.glob.as_str()])?, rule.clone()));
        Ok(PathRules { rules: policy.paths.iter().map(ready).collect::<Result<_, BadGlob>>()? })
    }

    /// What is different for a file.
    pub fn of(&self, file: &Path) -> Placed<'_> {
        let mut placed = Placed::default();
        for (_, rule) in self.rules.iter().filter(|(globs, _)| globs.matches(file, false)) {
            placed.to = rule.to.as_deref().or(placed.to);
            placed.fail_on = rule.fail_on.or(placed.fail_on);
        }
        placed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_entry_that_says_it_counts() {
        let policy = Policy::from_yaml(
            "version: 1\nextends: med-spa\npaths:\n- {glob: 'content/**', to: website}\n\
             - {glob: 'content/blog/**', fail_on: unsafe}\n- {glob: 'content/blog/notes/', to: chatbot, fail_on: conditional}\n",
        );
        let policy = policy.unwrap();
        let rules = PathRules::new(&policy, &Origin::Nearby("site/safepaste.yaml".into())).unwrap();
        let cases = [
            ("site/content/a.md", Some("website"), None),
            ("site/content/blog/a.md", Some("website"), Some(FailOn::Unsafe)),
            ("site/content/blog/notes/a.md", Some("chatbot"), Some(FailOn::Conditional)),
            ("site/other/a.md", None, None),
        ];
        for (file, to, fail_on) in cases {
            assert_eq!(rules.of(Path::new(file)), Placed { to, fail_on }, "{file}");
        }
    }
}
