//! From a policy's text to the resolved [`Policy`]: read, check, lay over what it extends, check again.

use super::Policy;
use super::check;
use super::merge::merge;
use super::problem::{Place, PolicyError, Problem, Severity};
use super::shape::{self, cure};
use super::shipped::{SHIPPED, shipped, shipped_values};
use super::tree::Node;
use super::weaker::weaker;
use crate::identifier::Kind;
use crate::nearest::nearest;
use crate::verdict::Bucket;
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
    /// What it extends, where that can be used.
    pub base: Option<Resolved>,
    /// The policy as merged, where there are no errors.
    pub resolved: Option<Resolved>,
}

/// A policy laid over all that it extends, with the activities that were switched off, which a policy above may want.
pub(super) struct Resolved {
    value: Value,
    pub policy: Policy,
    /// What it checks less strictly than the shipped policy below it, as [`weaker`] says it; nothing for a shipped one.
    pub weaker: Vec<String>,
}

impl Resolved {
    /// The dotted paths of its lists, as [`Node::lists`] tells them.
    pub fn lists(&self) -> Vec<String> {
        let text = serde_yaml::to_string(&self.value).unwrap_or_default();
        let mut found = Vec::new();
        if let Ok(tree) = Node::parse(&text) {
            tree.lists("", &mut found);
        }
        found
    }

    /// The policy as it counts.
    pub fn into_policy(mut self) -> Policy {
        self.policy.activities.retain(|activity| activity.bucket != Bucket::Safe);
        self.policy
    }
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
        Ok(resolve_shipped(name)?.into_policy())
    }

    /// A policy from its text; `extends` may name a shipped policy, or a file counted from the current folder.
    ///
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn from_yaml(text: &str) -> Result<Policy, PolicyError> {
        let source = Source::of_text("policy", text);
        source.resolve().map(Resolved::into_policy)
    }
}

impl Source {
    pub fn of_text(name: &str, text: &str) -> Source {
        Source { name: name.to_owned(), text: text.to_owned(), folder: PathBuf::from("."), chain: Vec::new() }
    }

    /// Reads a policy's file.
    pub fn of_file(path: &Path, before: &[PathBuf]) -> Result<Source, PolicyError> {
        let name = path.display().to_string();
        let bytes = read(path, before.is_empty())
            .map_err(|(message, help)| PolicyError::unread(name.clone(), message, help))?;
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
            Err(problem) => return Examined { problems: vec![problem], tree: None, base: None, resolved: None },
        };
        let mut problems = Vec::new();
        shape::check(&tree, &mut problems);
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
            let own = values(text, &self.folder);
            match own.and_then(|own| lay_over(base.as_ref().map(|base| base.value.clone()), own)) {
                Ok(mut merged) => {
                    merged.weaker = match &base {
                        Some(base) => [base.weaker.clone(), weaker(&merged.policy, &base.policy)].concat(),
                        None => Policy::built_in().map(|below| weaker(&merged.policy, &below)).unwrap_or_default(),
                    };
                    check::together(&tree, below, &merged.policy, &mut problems);
                    resolved = Some(merged);
                }
                Err(error) => problems.push(unreadable(&error)),
            }
        }
        if !problems.is_empty() {
            resolved = None;
        }
        problems.sort_by_key(|problem| problem.place);
        Examined { problems, tree: Some(tree), base, resolved }
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
    let Some(own) = shipped_values(name) else {
        let known = SHIPPED.map(|(name, _)| name);
        return Err(PolicyError::unread(name, "no shipped policy has this name", cure(name, &known)));
    };
    let wrong = |error| PolicyError::new(name, unreadable(&error));
    let base = if name == super::DEFAULT { None } else { Some(resolve_shipped(super::DEFAULT)?.value) };
    lay_over(base, own).map_err(wrong)
}

/// What is wrong with values that are not those of a policy.
fn unreadable(error: &serde_yaml::Error) -> Problem {
    let place = error.location().map_or(Place::START, |at| Place { line: at.line(), column: at.column() });
    Problem::error(place, "the policy's values cannot be read", "compare this line with the shipped policy")
}

/// The values of a policy's text; `folder` is where relative paths count from.
fn values(text: &str, folder: &Path) -> Result<Value, serde_yaml::Error> {
    let mut own: Value = serde_yaml::from_str(text)?;
    anchor(&mut own, folder);
    Ok(own)
}

/// Lays a policy's values over those below.
fn lay_over(base: Option<Value>, own: Value) -> Result<Resolved, serde_yaml::Error> {
    let value = merge(base.unwrap_or_default(), own);
    let mut policy: Policy = serde_yaml::from_value(value.clone())?;
    policy.extends = None;
    let codes = policy.roles.values_mut().flat_map(|role| role.handles.iter_mut().chain(&mut role.never));
    let types = policy.identifiers.values_mut().filter_map(|rule| rule.kind.as_mut());
    for code in codes.chain(types) {
        if let Some(kind) = Kind::from_code(code) {
            *code = kind.code().to_owned();
        }
    }
    Ok(Resolved { value, policy, weaker: Vec::new() })
}

/// Makes the folder of the log absolute; `~/` is the user's own.
fn anchor(own: &mut Value, folder: &Path) {
    let Some(log) = own.get_mut("audit").and_then(|audit| audit.get_mut("folder")) else { return };
    let Some(written) = log.as_str() else { return };
    let path = match (written.strip_prefix("~/"), etcetera::home_dir()) {
        (Some(below), Ok(home)) => home.join(below),
        _ => folder.join(written),
    };
    *log = std::path::absolute(&path).unwrap_or(path).to_string_lossy().into_owned().into();
}

/// The bytes of a policy's file, which may be a pipe where somebody `chosen` it, or what keeps it from being read and the cure.
fn read(path: &Path, chosen: bool) -> Result<Vec<u8>, (String, String)> {
    let failed = |error: std::io::Error| {
        let help = match error.kind() {
            std::io::ErrorKind::NotFound => {
                let names = SHIPPED.map(|(name, _)| name);
                let meant = path.to_str().and_then(|path| nearest(path, names));
                let meant = meant.map(|name| format!("did you mean {name}? ")).unwrap_or_default();
                format!("{meant}give the path of a file, or the name of a shipped policy: {}", names.join(", "))
            }
            _ => "give a file that you may read".to_owned(),
        };
        let message = match error.kind() {
            std::io::ErrorKind::NotFound => "there is no such file".to_owned(),
            kind => format!("the policy cannot be read: {kind}"),
        };
        (message, help)
    };
    let metadata = std::fs::metadata(path).map_err(failed)?;
    if metadata.is_dir() {
        return Err(("this is a folder".to_owned(), "name the policy's file inside it".to_owned()));
    }
    // A pipe or a device that an `extends` leads to could keep the program waiting for ever.
    if !metadata.is_file() && !chosen {
        return Err(("this is no ordinary file".to_owned(), "name a policy's file".to_owned()));
    }
    let file = File::open(path).map_err(failed)?;
    let mut bytes = Vec::new();
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > LARGEST {
        let help = "a policy needs a few pages at most; check that this is the right file";
        return Err(("the policy is larger than 1 MiB".to_owned(), help.to_owned()));
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    /// Writes files into a folder and resolves the first; an error comes back as it prints, without the folder.
    fn resolve(files: &[(&str, &[u8])]) -> Result<Policy, String> {
        let root = tempfile::tempdir().unwrap();
        for (name, bytes) in files {
            let path = root.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        let folder = format!("{}{}", root.path().display(), std::path::MAIN_SEPARATOR);
        let source = Source::of_file(&root.path().join(files[0].0), &[]);
        let resolved = source.and_then(|source| source.resolve());
        resolved.map(Resolved::into_policy).map_err(|error| error.to_string().replace(&folder, ""))
    }

    #[test]
    fn a_file_that_cannot_be_used_says_where_and_why() {
        let large = vec![b'#'; LARGEST as usize + 1];
        let cases: &[(&[u8], &str)] = &[
            (b"", "own.yaml:1:1: the policy is empty\nhelp: write `version: 1`"),
            (b"extends: med-spa\n", "own.yaml:1:1: `version` is missing\nhelp: begin the file"),
            (b"version: 2\nextends: med-spa\n", "own.yaml:1:10: this version of the format is not known\nhelp: write"),
            (b"version: 1\n", "own.yaml:1:1: `default_destination` is missing\nhelp: write `extends: med-spa`"),
            (
                b"version: 1\nextends: medspa\n",
                "own.yaml:2:10: `extends` names neither a shipped policy nor a file\nhelp: did you mean `med-spa`",
            ),
            (b"version: 1\nextends: own.yaml\n", "own.yaml:2:10: `extends` leads in a circle\nhelp: take"),
            (
                b"version: 1\nextends: med-spa\nallow: [\"a\xE9\"]\n",
                "own.yaml:3:11: this is not UTF-8 text\nhelp: save",
            ),
            (b"\xFF\xFEv\0e\0r\0", "own.yaml:1:1: this is not UTF-8 text\nhelp: save"),
            (&large, "own.yaml: the policy is larger than 1 MiB\nhelp: a policy needs"),
            (
                b"just words\n",
                "own.yaml:1:1: `policy` must be a group of keys with values, but this is text\nhelp: write keys",
            ),
        ];
        for (bytes, expected) in cases {
            let error = resolve(&[("own.yaml", bytes)]).unwrap_err();
            assert!(error.starts_with(expected), "{error}");
        }
        let complete =
            "version: 1\ndefault_destination: a\ndestinations: {a: {kind: sms}}\nverdicts: {U1: {sms: unsafe}}\n";
        let error = resolve(&[("own.yaml", complete.as_bytes())]).unwrap_err();
        assert!(
            error.starts_with(
                "own.yaml:4:11: `verdicts` does not say for every kind of destination what happens at U1, U2, U3,"
            ),
            "{error}"
        );
    }

    #[test]
    fn a_policy_may_extend_a_file_beside_it() {
        let own = b"version: 1\nextends: ../group.yaml\nallow: [Angel Lift]\n";
        let group = b"version: 1\nextends: therapist\nallow: [Calm Room]\n";
        let policy = resolve(&[("desk/own.yaml", own), ("group.yaml", group)]).unwrap();
        assert_eq!(policy.allow, ["Calm Room", "Angel Lift"]);
        assert_eq!(policy.extends, None);
        assert!(policy.activities.iter().any(|activity| activity.id == "psychotherapy_notes"));
        assert!(policy.activities.iter().any(|activity| activity.id == "diagnose"));

        let error =
            resolve(&[("desk/own.yaml", own), ("group.yaml", b"version: 1\nextends: desk/own.yaml\n")]).unwrap_err();
        assert!(
            error.starts_with("desk/own.yaml:2:10: what `extends` names cannot be used\nhelp: first mend"),
            "{error}"
        );
        assert!(error.contains("leads in a circle"), "{error}");
    }

    #[test]
    fn the_folder_of_the_log_counts_from_the_file_that_names_it() {
        let own = b"version: 1\nextends: ../group.yaml\n";
        let group = b"version: 1\nextends: med-spa\naudit: {folder: log}\n";
        let audit = resolve(&[("desk/own.yaml", own), ("group.yaml", group)]).unwrap().audit.unwrap();
        let folder = audit.folder.unwrap();
        assert!(folder.is_absolute() && folder.ends_with("log") && !folder.ends_with("desk/log"), "{folder:?}");
        assert_eq!(audit.keep_years, 6);
    }

    #[test]
    fn a_group_switches_the_log_on_and_six_years_are_the_least() {
        let of = |audit: &str| resolve(&[("own.yaml", format!("version: 1\nextends: med-spa\n{audit}").as_bytes())]);
        assert_eq!(of("").unwrap().audit, None);
        assert_eq!(of("audit:\n").unwrap().audit, None);
        assert_eq!(of("audit: {}\n").unwrap().audit, Some(crate::policy::Audit::default()));
        assert_eq!(of("audit: {keep_years: 10}\n").unwrap().audit.unwrap().keep_years, 10);
        let error = of("audit: {keep_years: 5}\n").unwrap_err();
        assert!(
            error.starts_with("own.yaml:3:21: the log is to be kept for 6 years at the least\nhelp: write 6"),
            "{error}"
        );
    }

    #[test]
    fn an_activity_can_be_switched_off_and_on_again() {
        let has = |policy: &Policy| policy.activities.iter().any(|activity| activity.id == "verify_insurance");
        let off = b"version: 1\nextends: med-spa\nactivities: [{id: verify_insurance, bucket: safe}]\n";
        let on = b"version: 1\nextends: off.yaml\nactivities: [{id: verify_insurance, bucket: conditional}]\n";
        assert!(has(&Policy::built_in().unwrap()));
        assert!(!has(&resolve(&[("off.yaml", off)]).unwrap()));
        assert!(has(&resolve(&[("on.yaml", on), ("off.yaml", off)]).unwrap()));
    }

    #[test]
    fn errors_show_no_values_that_could_be_a_patients() {
        let own = b"version: 1\nextends: med-spa\nidentifiers: {A: {pattern: 'X[0-9]+', examples: [MARKED-77]}}\nallow: [M]\n";
        assert!(!resolve(&[("own.yaml", own)]).unwrap_err().contains("MARKED"));
    }

    #[test]
    fn a_mark_of_byte_order_is_no_part_of_the_policy() {
        assert!(resolve(&[("own.yaml", b"\xEF\xBB\xBFversion: 1\nextends: med-spa\n")]).is_ok());
    }

    #[test]
    fn every_key_reads_into_the_policy() {
        let policy = Policy::from_yaml(
            "
version: 1
extends: med-spa
practice:
  name: Heron Skin Studio
  kind: cosmetic_only
  covered_entity: no
  public:
    staff: [Dr. Ines Okafor]
    phones: [212-555-0142]
    emails: [desk@lumen.example]
    domains: [lumen.example]
    addresses: [\"4 Elm Ct, Troy, NY 12180\"]
destinations:
  notes:
    kind: approved_ai
    label: Note taker
    baa: {signed: 2026-03-02, expires: 2027-03-01}
    trains_on_data: false
    retention_days: 14
    encryption: {transit: true, rest: false}
    audit_log: true
    subprocessors: [Example Cloud]
default_destination: notes
roles:
  desk: {handles: [Phone], never: [clinical]}
identifiers:
  DATE: {replace: remove}
  FILE_NO: {pattern: 'LS[0-9]{4}', type: MRN, examples: [LS0042], replace: the file}
activities:
  - {id: price, bucket: conditional, any: [quote/price ... client], unless: [price list], why: Prices are private.}
verdicts:
  C1: {general_ai: safe}
templates:
  recall: [months_since_visit]
allow: [Velvet Hour]
",
        )
        .unwrap();
        let notes = &policy.destinations["notes"];
        assert_eq!(notes.retention_days, Some(14));
        assert!(
            notes.baa_in_force(jiff::civil::date(2027, 3, 1)) && !notes.baa_in_force(jiff::civil::date(2027, 3, 2))
        );
        assert_eq!(policy.default_destination.as_deref(), Some("notes"));
        assert_eq!(policy.practice.public.addresses.len(), 1);
        assert_eq!(policy.roles["desk"].handles, ["PHONE"]);
        assert_eq!(policy.identifiers["FILE_NO"].kind.as_deref(), Some("MRN"));
        assert_eq!(policy.identifiers["FILE_NO"].replace.as_deref(), Some("the file"));
        assert_eq!(policy.activities.last().unwrap().unless, ["price list"]);
        let row = &policy.verdicts[&crate::ReasonCode::C1];
        assert_eq!(row[&crate::policy::DestinationKind::GeneralAi], crate::Bucket::Safe);
        assert_eq!(row[&crate::policy::DestinationKind::Public], crate::Bucket::Conditional);
        assert_eq!(policy.templates["recall"], ["months_since_visit"]);
    }
}
