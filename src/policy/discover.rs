//! Which policy counts: the one that was named, the nearest of the practice, the user's own, or the built-in one.

use super::Policy;
use super::load::{Source, resolve_shipped};
use super::problem::PolicyError;
use super::shipped::{DEFAULT, SHIPPED};
use super::weaker::weaker;
use crate::private::Folders;
use std::fmt;
use std::path::{Path, PathBuf};

/// What a practice's policy is called where it lies among its drafts.
pub const FILE_NAMES: [&str; 2] = ["safepaste.yaml", "safepaste.yml"];

/// A policy and where it came from.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    /// The policy, laid over all that it extends.
    pub policy: Policy,
    /// Where it came from.
    pub origin: Origin,
    /// What it checks less strictly than the user's own policy, or than the shipped one below it where the user has none,
    /// each as half a sentence without values. Empty for a policy that somebody here chose: only one that came with
    /// the drafts could be laid there to switch checks off.
    pub weaker: Vec<String>,
}

/// Where a policy came from; prints as its path, or as `built-in NAME`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// Named by `--policy` or `SAFEPASTE_POLICY`.
    Named(PathBuf),
    /// The nearest `safepaste.yaml`, upwards from the input.
    Nearby(PathBuf),
    /// The user's own, in the folder where programs keep their settings.
    User(PathBuf),
    /// One that comes with the program.
    BuiltIn(&'static str),
}

impl Origin {
    /// Its path, or the name of a built-in policy.
    pub fn name(&self) -> &str {
        match self {
            Origin::BuiltIn(name) => name,
            other => other.path().and_then(Path::to_str).unwrap_or_default(),
        }
    }

    /// Why this policy counts and no other, in half a sentence; `named` tells whether one was asked for.
    pub fn why(&self, named: bool) -> String {
        match self {
            Origin::Named(_) => "named by --policy or SAFEPASTE_POLICY".to_owned(),
            Origin::BuiltIn(_) if named => "named by --policy or SAFEPASTE_POLICY".to_owned(),
            Origin::Nearby(_) => format!("the nearest {} upwards from the drafts", FILE_NAMES[0]),
            Origin::User(_) => format!("your own, as there is no {} with the drafts or above them", FILE_NAMES[0]),
            Origin::BuiltIn(_) => {
                format!("there is no {} with the drafts or above them, and none in your settings", FILE_NAMES[0])
            }
        }
    }

    /// The file; none for a built-in policy.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Origin::Named(path) | Origin::Nearby(path) | Origin::User(path) => Some(path),
            Origin::BuiltIn(_) => None,
        }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Origin::Named(path) | Origin::Nearby(path) | Origin::User(path) => path.display().fmt(f),
            Origin::BuiltIn(name) => write!(f, "built-in {name}"),
        }
    }
}

/// Finds the policy that counts and reads it.
///
/// In this order: `named`, a file or a shipped policy's name; the nearest `safepaste.yaml` upwards from `near`, the
/// file or folder of the input, or from the current folder where the input has none; [`user_file`]; the built-in `med-spa`.
///
/// # Errors
/// When the policy that counts cannot be used. There is no falling back: a practice's own rules must not be lost in silence.
pub fn discover(named: Option<&Path>, near: Option<&Path>) -> Result<Loaded, PolicyError> {
    discover_with(named, near, user_file().as_deref())
}

fn discover_with(named: Option<&Path>, near: Option<&Path>, user: Option<&Path>) -> Result<Loaded, PolicyError> {
    let origin = locate_with(named, near, user);
    let resolved = match &origin {
        Origin::BuiltIn(name) => resolve_shipped(name)?,
        Origin::Named(path) | Origin::Nearby(path) | Origin::User(path) => Source::of_file(path, &[])?.resolve()?,
    };
    let mut weaknesses = Vec::new();
    if let Origin::Nearby(_) = origin {
        let own = user.filter(|path| path.is_file()).map(|path| Source::of_file(path, &[])?.resolve());
        weaknesses = match own {
            // One that cannot be used counts nowhere, so nothing can be measured by it.
            Some(Ok(own)) => weaker(&resolved.policy, &own.policy),
            Some(Err(_)) | None => resolved.weaker.clone(),
        };
    }
    Ok(Loaded { policy: resolved.into_policy(), origin, weaker: weaknesses })
}

/// Finds the policy that counts, without reading it. See [`discover`].
pub fn locate(named: Option<&Path>, near: Option<&Path>) -> Origin {
    locate_with(named, near, user_file().as_deref())
}

fn locate_with(named: Option<&Path>, near: Option<&Path>, user: Option<&Path>) -> Origin {
    if let Some(named) = named {
        return match SHIPPED.iter().find(|(name, _)| Path::new(name) == named) {
            Some((name, _)) => Origin::BuiltIn(name),
            None => Origin::Named(named.to_owned()),
        };
    }
    if let Some(path) = nearest(near.unwrap_or(Path::new("."))) {
        return Origin::Nearby(path);
    }
    match user.filter(|path| path.is_file()) {
        Some(path) => Origin::User(path.to_owned()),
        None => Origin::BuiltIn(DEFAULT),
    }
}

/// The nearest policy file in the folder of `start` or above it.
fn nearest(start: &Path) -> Option<PathBuf> {
    let start = std::path::absolute(start).ok()?;
    let folders = start.ancestors().flat_map(|folder| FILE_NAMES.map(|name| folder.join(name)));
    folders.into_iter().find(|path| path.is_file())
}

/// Where the user's own policy lies, whether it exists or not: `safepaste/policy.yaml` in the folder that the system
/// keeps for settings, such as `~/.config` on Linux.
pub fn user_file() -> Option<PathBuf> {
    Some(Folders::find()?.settings.join("policy.yaml"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn write(path: &Path, name: &str) {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, format!("version: 1\nextends: med-spa\npractice: {{name: {name}}}\n")).unwrap();
    }

    #[test]
    fn the_order_is_named_nearby_user_built_in() {
        let root = tempfile::tempdir().unwrap();
        let path = |name: &str| root.path().join(name);
        fs::create_dir_all(path("drafts/may")).unwrap();
        let draft = path("drafts/may/letter.txt");
        fs::write(&draft, "hello").unwrap();
        let look = |named: Option<&str>| {
            let named = named.map(|name| if name == "therapist" { PathBuf::from(name) } else { path(name) });
            let loaded = discover_with(named.as_deref(), Some(&draft), Some(&path("config/policy.yaml"))).unwrap();
            (loaded.policy.practice.name.unwrap_or_default(), loaded.origin)
        };

        assert_eq!(look(None).1, Origin::BuiltIn("med-spa"));
        write(&path("config/policy.yaml"), "User");
        assert_eq!(look(None), ("User".into(), Origin::User(path("config/policy.yaml"))));
        write(&path("safepaste.yaml"), "Far");
        assert_eq!(look(None), ("Far".into(), Origin::Nearby(path("safepaste.yaml"))));
        write(&path("drafts/safepaste.yml"), "Near");
        assert_eq!(look(None), ("Near".into(), Origin::Nearby(path("drafts/safepaste.yml"))));
        write(&path("own.yaml"), "Own");
        assert_eq!(look(Some("own.yaml")), ("Own".into(), Origin::Named(path("own.yaml"))));
        assert_eq!(look(Some("therapist")).1, Origin::BuiltIn("therapist"));
        assert_eq!(look(Some("therapist")).1.to_string(), "built-in therapist");
    }

    #[test]
    fn only_a_policy_that_came_with_the_drafts_is_measured_and_by_the_users_own_where_there_is_one() {
        let root = tempfile::tempdir().unwrap();
        let path = |name: &str| root.path().join(name);
        let milder = "version: 1\nextends: ../group.yaml\nverdicts: {U1: {sms: conditional}}\n";
        let group = "version: 1\nextends: med-spa\nactivities: [{id: diagnose, bucket: safe}]\n";
        fs::create_dir_all(path("drafts")).unwrap();
        fs::write(path("drafts/safepaste.yaml"), milder).unwrap();
        fs::write(path("group.yaml"), group).unwrap();
        let weaker = |named: Option<&str>, user: &str| {
            let named = named.map(path);
            discover_with(named.as_deref(), Some(&path("drafts")), Some(&path(user))).unwrap().weaker
        };
        let (diagnose, verdict) = ("activities.diagnose is switched off", "verdicts.U1 is milder");
        assert_eq!(weaker(None, "none.yaml"), [diagnose, verdict], "every policy that it builds on is looked at");
        assert_eq!(weaker(None, "group.yaml"), [verdict]);
        assert_eq!(weaker(None, "drafts/safepaste.yaml"), [""; 0]);
        assert_eq!(weaker(Some("drafts/safepaste.yaml"), "none.yaml"), [""; 0]);
    }

    #[test]
    fn a_broken_policy_is_not_passed_over() {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join("safepaste.yaml"), "version: 2\n").unwrap();
        let error = discover_with(None, Some(root.path()), None).unwrap_err();
        assert_eq!(error.place.map(|place| (place.line, place.column)), Some((1, 10)));
        let error = discover_with(Some(&root.path().join("absent.yaml")), None, None).unwrap_err();
        assert!(error.place.is_none() && error.help.contains("med-spa, therapist"), "{error}");
    }
}
