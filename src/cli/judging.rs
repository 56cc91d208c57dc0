//! By whose rules a draft is judged: the options that every command shares which reads drafts.

use super::{offering, screen};
use anyhow::{Context, anyhow, bail};
use clap_complete::ArgValueCompleter;
use jiff::{Zoned, civil::Date};
use safepaste::policy::{self, Loaded, Origin, PathRules};
use safepaste::report::printable;
use safepaste::rewrite::{Rewrite, Style};
use safepaste::{Check, Checker};
use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The options.
#[derive(Debug, Clone, clap::Args)]
pub struct Judging {
    /// The policy to judge by: a file, or the name of a shipped policy.
    ///
    /// Without it, the nearest safepaste.yaml counts, looked for from each draft's folder upwards; then your own
    /// in the settings folder; then the built-in med-spa policy.
    #[arg(long, env = "SAFEPASTE_POLICY", hide_env_values = true, value_name = "FILE", add = ArgValueCompleter::new(offering::policies))]
    pub policy: Option<PathBuf>,
    /// Refuse a policy that lies beside the drafts and checks less strictly than your own, or than the shipped one that
    /// it builds on; a policy that --policy names is not measured
    #[arg(long, env = "SAFEPASTE_POLICY_LOCKED", hide_env_values = true)]
    pub policy_locked: bool,
    /// Where the draft goes, by the name that the policy gives the place
    #[arg(long, short, value_name = "DESTINATION", add = ArgValueCompleter::new(offering::destinations))]
    pub to: Option<String>,
    /// Who sends it, by a role of the policy: what that role may never send makes a draft unsafe
    #[arg(long, value_name = "ROLE", add = ArgValueCompleter::new(offering::roles))]
    pub role: Option<String>,
    /// Leave out what is found with less confidence than this, from 0 to 1; a report in JSON tells the confidences
    #[arg(long, value_name = "SHARE", default_value = "0", hide_default_value = true, value_parser = share)]
    pub min_confidence: f32,
}

/// A number from 0 to 1.
fn share(text: &str) -> Result<f32, String> {
    match text.parse() {
        Ok(share) if (0.0..=1.0).contains(&share) => Ok(share),
        _ => Err("write a number from 0 to 1, such as 0.8".to_owned()),
    }
}

/// Who judges, by which policy.
#[derive(Debug)]
pub struct Judge {
    pub checker: Arc<Checker>,
    /// Where the policy came from.
    pub origin: Origin,
    /// What it says of single files.
    pub paths: PathRules,
    /// What it checks less strictly than it should, told once; see [`Loaded::weaker`].
    weaker: Vec<String>,
}

impl Judging {
    /// The checkers of these inputs, in their order: each judges by the policy that counts for it.
    pub fn checkers(&self, paths: &[PathBuf]) -> anyhow::Result<Vec<Arc<Checker>>> {
        Ok(self.judges(paths)?.iter().map(|judge| Arc::clone(&judge.checker)).collect())
    }

    /// The same, with what each policy says of single files.
    pub fn judges(&self, paths: &[PathBuf]) -> anyhow::Result<Vec<Arc<Judge>>> {
        let today = today()?;
        let mut of_folder: HashMap<PathBuf, Arc<Judge>> = HashMap::new();
        let mut judges: Vec<Arc<Judge>> = Vec::new();
        for path in paths {
            let folder = folder(path);
            if let Some(judge) = of_folder.get(&folder) {
                judges.push(Arc::clone(judge));
                continue;
            }
            let loaded = policy::discover(self.policy.as_deref(), Some(&folder))?;
            let judge = match judges.iter().find(|judge| judge.origin == loaded.origin) {
                Some(known) => Arc::clone(known),
                None => Arc::new(self.judge(loaded, today)?),
            };
            of_folder.insert(folder, Arc::clone(&judge));
            judges.push(judge);
        }
        Ok(judges)
    }

    /// Says which policies count, and why.
    pub fn tell(&self, judges: &[Arc<Judge>]) {
        let mut told: Vec<&Origin> = Vec::new();
        for origin in judges.iter().map(|judge| &judge.origin) {
            if !told.contains(&origin) {
                told.push(origin);
                let said = format!("policy: {origin}: {}", origin.why(self.policy.is_some()));
                screen::say(&printable(&said));
            }
        }
    }

    /// Says which policies beside the drafts check less strictly than they should.
    pub fn tell_weaker(judges: &[Arc<Judge>]) {
        let mut told: Vec<&Origin> = Vec::new();
        for Judge { origin, weaker, .. } in judges.iter().map(AsRef::as_ref) {
            if !weaker.is_empty() && !told.contains(&origin) {
                told.push(origin);
                screen::warning(&format!("{origin} came with the drafts and weakens checks: {}", some(weaker)));
            }
        }
    }

    fn judge(&self, loaded: Loaded, today: Date) -> anyhow::Result<Judge> {
        let origin = loaded.origin.clone();
        let weaker = loaded.weaker.clone();
        if self.policy_locked && !weaker.is_empty() {
            let help = "help: if you trust it, name it with --policy; otherwise mend it, or give another with --policy";
            bail!("{origin} came with the drafts and weakens checks: {}\n{help}", some(&weaker));
        }
        let paths = PathRules::new(&loaded.policy, &origin).with_context(|| format!("in {origin}"))?;
        Ok(Judge { checker: Arc::new(self.checker(loaded, today)?), origin, paths, weaker })
    }

    /// The checker of one policy, once it is known that it has what was asked for.
    fn checker(&self, loaded: Loaded, today: Date) -> anyhow::Result<Checker> {
        let origin = loaded.origin;
        let checker = Checker::new(loaded.policy, today).with_context(|| format!("in {origin}"))?;
        let mut checker = checker.with_least_confidence(self.min_confidence);
        let help = "help: safepaste policy show tells what it has";
        if let Err(unknown) = checker.destination(self.to.as_deref()) {
            bail!("{unknown} ({origin})\n{help}");
        }
        if let Some(role) = &self.role {
            checker = checker.for_role(role).map_err(|unknown| anyhow!("{unknown} ({origin})\n{help}"))?;
        }
        Ok(checker)
    }
}

impl Judge {
    /// Where a draft goes: where was asked for, else where the policy says of its file; none is the policy's default.
    pub fn to<'a>(&'a self, asked: Option<&'a str>, file: Option<&Path>) -> Option<&'a str> {
        asked.or_else(|| self.paths.of(file?).to)
    }
}

/// The first of many.
fn some(many: &[String]) -> String {
    const NAMED: usize = 4;
    let more = many.len().saturating_sub(NAMED);
    let named = many.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join("; ");
    if more > 0 { format!("{named}; {more} more") } else { named }
}

/// The folder from which a draft's policy is looked for.
pub fn folder(path: &Path) -> PathBuf {
    if path.as_os_str() == "-" {
        return PathBuf::from(".");
    }
    let folder = if path.is_dir() { Some(path) } else { path.parent() };
    folder.filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new(".")).to_owned()
}

/// The day as of which agreements count. Tests set SAFEPASTE_TODAY.
pub fn today() -> anyhow::Result<Date> {
    match std::env::var("SAFEPASTE_TODAY") {
        Ok(day) => day.parse().context("SAFEPASTE_TODAY is not a day\nhelp: write it like 2026-11-21, or leave it out"),
        Err(_) => Ok(Zoned::now().date()),
    }
}

/// Checks one text and, where a style is named, rewrites it; without one the rewrite is empty. The error is a
/// message without any value of the text.
pub fn examine(
    checker: &Checker,
    text: &str,
    to: Option<&str>,
    style: Option<Style>,
) -> Result<(Check, Rewrite), String> {
    examine_part(checker, text, to, style, &|check| check)
}

/// The same for a part of what is found: `narrow` takes out of the check what does not count.
pub fn examine_part(
    checker: &Checker,
    text: &str,
    to: Option<&str>,
    style: Option<Style>,
    narrow: &dyn Fn(Check) -> Check,
) -> Result<(Check, Rewrite), String> {
    guarded(|| {
        let check = narrow(checker.check(text, to).map_err(|unknown| unknown.to_string())?);
        let rewrite = style.map(|style| checker.rewrite(text, &check, style)).unwrap_or_default();
        Ok((check, rewrite))
    })
}

/// Checks and rewrites a text, and checks what it became; the third is none where that has to be checked anew.
pub fn examine_both(
    checker: &Checker,
    text: &str,
    to: Option<&str>,
    style: Style,
) -> Result<(Check, Rewrite, Option<Check>), String> {
    guarded(|| {
        let check = checker.check(text, to).map_err(|unknown| unknown.to_string())?;
        let (rewrite, after) = checker.rewrite_checked(text, &check, style);
        Ok((check, rewrite, after))
    })
}

/// Rewrites a text that was checked already. The error is a message without any value of the text.
pub fn rewrite(checker: &Checker, text: &str, check: &Check, style: Style) -> Result<Rewrite, String> {
    guarded(|| Ok(checker.rewrite(text, check, style)))
}

/// What work on a text comes to: one text that safepaste cannot cope with must neither end the run nor pass as safe.
fn guarded<T>(work: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work))
        .unwrap_or_else(|_| Err("safepaste failed on this text, so it was not examined; please report it".to_owned()))
}
