//! From a policy's text to the resolved [`Policy`]: read, check, lay over what it extends, check again.

use super::Policy;
use super::check;
use super::merge::merge;
use super::problem::{Place, PolicyError, Problem, Severity};
use super::shape::{POLICY, cure};
use super::shipped::{SHIPPED, shipped};
use super::tree::Node;
use serde_yaml::Value;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

/// How large a policy's file may be, in bytes.
const LARGEST: u64 = 1024 * 1024;

/// A policy's text, and what is needed to follow its `extends`.
pub(super) struct Source {
    /// What errors call it.
    pub name: String,
    pub text: String,
    /// The folder from which `extends` counts.
    pub folder: PathBuf,
    /// The files that led here through `extends`, itself the last.
    pub chain: Vec<PathBuf>,
}

/// What became of a text.
pub(super) struct Examined {
    /// Every error, in order of place.
    pub problems: Vec<Problem>,
    /// The tree, where the text is YAML.
    pub tree: Option<Node>,
    /// The policy as merged, where there are no errors.
    pub resolved: Option<Resolved>,
}

/// A policy laid over all that it extends.
pub(super) struct Resolved {
    value: Value,
    pub policy: Policy,
}

impl Policy {
    /// The built-in policy for medical spas.
    ///
    /// # Errors
    /// None that a released program can meet: tests read every shipped policy.
    pub fn built_in() -> Result<Policy, PolicyError> {
        Policy::shipped(super::DEFAULT)
    }

    /// A shipped policy by its name, such as `therapist`.
    ///
    /// # Errors
    /// When no policy of that name is shipped.
    pub fn shipped(name: &str) -> Result<Policy, PolicyError> {
        Ok(resolve_shipped(name)?.policy)
    }

    /// A policy from its text; `extends` may name a shipped policy, or a file counted from the current folder.
    ///
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn from_yaml(text: &str) -> Result<Policy, PolicyError> {
        let source = Source::of_text("policy", text);
        source.resolve().map(|resolved| resolved.policy)
    }
}

impl Source {
    pub fn of_text(name: &str, text: &str) -> Source {
        Source { name: name.to_owned(), text: text.to_owned(), folder: PathBuf::from("."), chain: Vec::new() }
    }

    /// Reads a policy's file.
    pub fn of_file(path: &Path, before: &[PathBuf]) -> Result<Source, PolicyError> {
        let name = path.display().to_string();
        let bytes = read(path).map_err(|(message, help)| PolicyError::unread(name.clone(), message, help))?;
        let text = String::from_utf8(bytes).map_err(|error| {
            let good = String::from_utf8_lossy(&error.as_bytes()[..error.utf8_error().valid_up_to()]).into_owned();
            let line = good.rsplit('\n').next().unwrap_or_default();
            let place = Place { line: good.matches('\n').count() + 1, column: line.chars().count() + 1 };
            let help = "save the file as UTF-8 in your editor";
            PolicyError::new(name.clone(), Problem::error(place, "this is not UTF-8 text", help))
        })?;
        let mut chain = before.to_vec();
        chain.push(path.canonicalize().unwrap_or_else(|_| path.to_owned()));
        let folder = path.parent().unwrap_or(Path::new(".")).to_owned();
        Ok(Source { name, text, folder, chain })
    }

    /// The policy, or the first thing that is wrong.
    pub fn resolve(&self) -> Result<Resolved, PolicyError> {
        let Examined { mut problems, resolved, .. } = self.examine();
        problems.retain(|problem| problem.severity == Severity::Error);
        match (problems.into_iter().next(), resolved) {
            (Some(problem), _) => Err(PolicyError::new(self.name.clone(), problem)),
            (None, Some(resolved)) => Ok(resolved),
            (None, None) => {
                Err(PolicyError::unread(self.name.clone(), "the policy cannot be used", "run `safepaste policy lint`"))
            }
        }
    }

    /// Finds everything that is wrong, and the policy where nothing is.
    pub fn examine(&self) -> Examined {
        let text = self.text.trim_start_matches('\u{feff}');
        let tree = match Node::parse(text) {
            Ok(tree) => tree,
            Err(problem) => return Examined { problems: vec![problem], tree: None, resolved: None },
        };
        let mut problems = Vec::new();
        POLICY.check(&tree, "policy", &mut problems);
        check::alone(&tree, &mut problems);
        let base = match self.base(&tree) {
            Ok(base) => {
                check::missing(&tree, base.as_ref().map(|base| &base.policy), &mut problems);
                base
            }
            Err(problem) => {
                problems.push(problem);
                None
            }
        };
        let mut resolved = None;
        if problems.is_empty() {
            let below = base.as_ref().map(|base| &base.policy);
            match lay_over(base.as_ref().map(|base| base.value.clone()), text) {
                Ok(merged) => {
                    check::together(&tree, below, &merged.policy, &mut problems);
                    resolved = Some(merged);
                }
                Err(problem) => problems.push(problem),
            }
        }
        if !problems.is_empty() {
            resolved = None;
        }
        problems.sort_by_key(|problem| problem.place);
        Examined { problems, tree: Some(tree), resolved }
    }

    /// What the policy extends, resolved.
    fn base(&self, tree: &Node) -> Result<Option<Resolved>, Problem> {
        let Some(node) = tree.get("extends") else { return Ok(None) };
        let Some(name) = node.text() else { return Ok(None) };
        let broken = |error: PolicyError| {
            Problem::error(node.place, "what `extends` names cannot be used", format!("first mend {error}"))
        };
        if shipped(name).is_some() {
            return resolve_shipped(name).map(Some).map_err(broken);
        }
        let path = self.folder.join(name);
        if !path.exists() {
            let known = SHIPPED.map(|(name, _)| name);
            let message = "`extends` names neither a shipped policy nor a file".to_owned();
            let help = format!("{}; a file's path counts from this file", cure(name, &known));
            return Err(Problem::error(node.place, message, help));
        }
        if path.canonicalize().is_ok_and(|path| self.chain.contains(&path)) {
            let help = "take this line out, or extend a policy that does not come back here";
            return Err(Problem::error(node.place, "`extends` leads in a circle", help));
        }
        Source::of_file(&path, &self.chain).and_then(|source| source.resolve()).map(Some).map_err(broken)
    }
}

/// Resolves a shipped policy. They are checked by tests, not again at every start.
pub(super) fn resolve_shipped(name: &str) -> Result<Resolved, PolicyError> {
    let Some(text) = shipped(name) else {
        let known = SHIPPED.map(|(name, _)| name);
        return Err(PolicyError::unread(name, "no shipped policy has this name", cure(name, &known)));
    };
    let wrong = |problem| PolicyError::new(name, problem);
    let base = if name == super::DEFAULT { None } else { Some(resolve_shipped(super::DEFAULT)?.value) };
    lay_over(base, text).map_err(wrong)
}

/// Reads a text's values and lays them over those below.
fn lay_over(base: Option<Value>, text: &str) -> Result<Resolved, Problem> {
    let wrong = |error: serde_yaml::Error| {
        let place = error.location().map_or(Place::START, |at| Place { line: at.line(), column: at.column() });
        Problem::error(place, "the policy's values cannot be read", "compare this line with the shipped policy")
    };
    let own: Value = serde_yaml::from_str(text).map_err(wrong)?;
    let value = merge(base.unwrap_or_default(), own);
    let mut policy: Policy = serde_yaml::from_value(value.clone()).map_err(wrong)?;
    policy.extends = None;
    Ok(Resolved { value, policy })
}

/// The bytes of a policy's file, or what keeps it from being read and the cure.
fn read(path: &Path) -> Result<Vec<u8>, (String, String)> {
    let failed = |error: std::io::Error| {
        let help = match error.kind() {
            std::io::ErrorKind::NotFound => {
                let names = SHIPPED.map(|(name, _)| name).join(", ");
                format!("give the path of a file, or the name of a shipped policy: {names}")
            }
            _ => "give a file that you may read".to_owned(),
        };
        (format!("the policy cannot be read: {}", error.kind()), help)
    };
    let file = File::open(path).map_err(failed)?;
    if file.metadata().is_ok_and(|metadata| metadata.is_dir()) {
        return Err(("this is a folder".to_owned(), "name the policy's file inside it".to_owned()));
    }
    let mut bytes = Vec::new();
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > LARGEST {
        let help = "a policy needs a few pages at most; check that this is the right file";
        return Err(("the policy is larger than 1 MiB".to_owned(), help.to_owned()));
    }
    Ok(bytes)
}
