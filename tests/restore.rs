//! From a draft to a chatbot and back, as somebody does it who has a home of their own and one clock.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use assert_cmd::Command;
use assert_cmd::assert::Assert;
use predicates::prelude::*;
use predicates::str::{contains, is_empty};
use std::fs;
use std::path::{Path, PathBuf};

/// Every value in it is invented and marked, so that a leak shows.
const DRAFT: &str = "Remind my patient Odile Marsh of her lip filler on Thursday; her cell is 479-555-0142.\n";
const OTHER: &str = "My patient Tobin Vale loved his peel. Write to him at tobin.vale@mail.example.\n";
const VALUES: [&str; 6] = ["Odile", "Marsh", "Tobin", "Vale", "0142", "Thursday"];

/// A home that nothing else uses.
struct Home(tempfile::TempDir);

impl Home {
    fn new() -> Home {
        Home(tempfile::tempdir().unwrap())
    }

    fn safepaste(&self, arguments: &[&str]) -> Command {
        let mut command = Command::cargo_bin("safepaste").unwrap();
        for name in ["SAFEPASTE_POLICY", "SAFEPASTE_PASSPHRASE", "CLICOLOR_FORCE", "COLUMNS"] {
            command.env_remove(name);
        }
        let home = ["HOME", "USERPROFILE"].map(|name| (name, self.0.path().to_owned()));
        let config = ["XDG_CONFIG_HOME", "APPDATA"].map(|name| (name, self.0.path().join("settings")));
        command.envs(home).envs(config).env("XDG_DATA_HOME", self.0.path().join("data"));
        command.env("NO_COLOR", "1").env("SAFEPASTE_TODAY", "2026-11-21").current_dir(self.0.path());
        command.args(arguments);
        command
    }

    /// What a chatbot gets.
    fn rewrite(&self, draft: &str) -> String {
        let told = self.safepaste(&["rewrite", "--reversible"]).write_stdin(draft).assert();
        String::from_utf8(told.get_output().stdout.clone()).unwrap()
    }

    fn restore(&self, arguments: &[&str], reply: &str) -> Assert {
        self.safepaste(&["restore"]).args(arguments).write_stdin(reply).assert()
    }

    /// The files of kept rewrites, the oldest first.
    fn kept(&self) -> Vec<PathBuf> {
        let mut kept: Vec<PathBuf> =
            files(self.0.path()).into_iter().filter(|path| path.extension().is_some_and(|e| e == "vault")).collect();
        kept.sort_by_key(|path| fs::metadata(path).unwrap().modified().unwrap());
        kept
    }

    /// The name of the one that was kept last.
    fn last(&self) -> String {
        self.kept().last().unwrap().file_stem().unwrap().to_str().unwrap().to_owned()
    }
}

/// Every file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let below = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    below.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// A run that failed with this message and a cure, printed nothing, and told no value.
#[track_caller]
fn refused(told: Assert, said: &str) {
    let told = told.code(2).stdout(is_empty()).stderr(contains(said).and(contains("help: ")));
    let error = String::from_utf8_lossy(&told.get_output().stderr).into_owned();
    assert!(VALUES.iter().all(|value| !error.contains(value)), "{error}");
}

#[test]
fn one_draft_at_a_time_can_be_turned_back() {
    let home = Home::new();
    for option in ["--write", "--diff", "--interactive"] {
        let refused = home.safepaste(&["rewrite", "--reversible", option, "draft.txt"]).assert().code(2);
        refused.stderr(
            contains("--reversible is for one draft at a time").and(contains(format!("help: leave {option} out"))),
        );
    }
    let several = home.safepaste(&["rewrite", "--reversible", "one.txt", "two.txt"]).assert().code(2);
    several.stderr(contains("name one file with --reversible"));
}

#[test]
fn a_draft_comes_back_and_a_reply_gets_its_names() {
    let home = Home::new();
    let rewrite = home.rewrite(DRAFT);
    assert!(VALUES.iter().all(|value| !rewrite.contains(value)) && rewrite.contains("[NAME_1]"), "{rewrite}");
    home.restore(&[], &rewrite).code(0).stdout(DRAFT).stderr(contains("3 put back"));
    home.restore(&["--quiet"], &rewrite).code(0).stderr(is_empty());
    let reply = "Estimada **name_1**:\nnos vemos (DATE_1), NAME\\_1's cita. &#91;PHONE_1&#93;";
    home.restore(&[], reply)
        .code(0)
        .stdout("Estimada Odile Marsh:\nnos vemos Thursday, Odile Marsh's cita. 479-555-0142");
    fs::write(home.0.path().join("reply.txt"), "Dear [NAME_1],\n").unwrap();
    home.safepaste(&["restore", "reply.txt"]).assert().code(0).stdout("Dear Odile Marsh,\n");
    home.restore(&[], "No tags here.").code(0).stdout("No tags here.").stderr(contains("no tag in it"));
}

#[test]
fn what_is_kept_is_the_users_alone_and_shows_no_value() {
    let home = Home::new();
    home.rewrite(DRAFT);
    for path in files(home.0.path()) {
        let held = fs::read(&path).unwrap();
        let text = String::from_utf8_lossy(&held);
        assert!(VALUES.iter().all(|value| !text.contains(value)), "{}", path.display());
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600, "{}", path.display());
        }
    }
    let listed = home.safepaste(&["vault", "list"]).assert().code(0);
    listed.stdout(contains(home.last()).and(contains("NAME 1, DATE 1, PHONE 1")).and(contains("Odile").not()));
    let listed = home.safepaste(&["vault", "list", "--format", "jsonl"]).assert().code(0);
    let record: serde_json::Value = serde_json::from_slice(&listed.get_output().stdout).unwrap();
    assert_eq!((&record["made"], &record["counts"]["NAME"]), (&"2026-11-21T12:00:00Z".into(), &1.into()));
    assert_eq!((&record["expires"], &record["lock"]), (&"2026-11-22T12:00:00Z".into(), &"key".into()));
    home.safepaste(&["vault", "purge", &home.last()]).assert().code(0).stderr("1 rewrite removed.\n");
    home.safepaste(&["vault", "list"]).assert().code(0).stdout("").stderr("Nothing is kept.\n");
}

#[test]
fn without_the_option_nothing_is_kept() {
    let home = Home::new();
    home.safepaste(&["rewrite", "--style", "tags"]).write_stdin(DRAFT).assert().stdout(contains("[NAME_1]"));
    home.safepaste(&["rewrite", "--reversible"]).write_stdin("A caption about our facial.\n").assert().code(0);
    home.safepaste(&["vault", "list"]).assert().code(0);
    refused(home.restore(&[], "Dear [NAME_1]"), "nothing is kept in the vault");
    assert_eq!(files(home.0.path()), Vec::<PathBuf>::new());
    let words = home.safepaste(&["rewrite", "--reversible", "--style", "natural"]).write_stdin(DRAFT).assert();
    refused(words, "cannot be turned back");
}

#[test]
fn the_latest_rewrite_that_fits_is_taken_and_doubt_is_told() {
    let home = Home::new();
    home.rewrite(DRAFT);
    let first = home.last();
    home.restore(&[], "[NAME_1]").code(0).stderr(contains("warning").not());
    home.rewrite(DRAFT);
    home.restore(&[], "[NAME_1]").code(0).stdout("Odile Marsh").stderr(contains("warning").not());
    home.rewrite(OTHER);
    let told = home.restore(&[], "[NAME_1]").code(0).stdout("Tobin Vale");
    told.stderr(contains("warning: ").and(contains("--vault")));
    home.restore(&[], "[NAME_1] [EMAIL_1]").code(0).stderr(contains("warning").not());
    home.restore(&[], "[NAME_1] [PHONE_1]").code(0).stdout("Odile Marsh 479-555-0142");
    home.restore(&["--vault", &first], "[NAME_1]").code(0).stdout("Odile Marsh");
    home.restore(&["--vault", &first[first.len() - 8..]], "[NAME_1]").code(0).stdout("Odile Marsh");
    refused(home.restore(&["--vault", "none"], "[NAME_1]"), "no rewrite is kept under the name");
    refused(home.restore(&["--vault", &first], "[EMAIL_1]"), "[EMAIL_1]");
    refused(home.restore(&[], "[PHONE_1] [EMAIL_1]"), "no one rewrite has all of these tags");
}

#[test]
fn a_conversation_goes_on_with_the_tags_of_an_earlier_rewrite() {
    let home = Home::new();
    home.rewrite(DRAFT);
    home.safepaste(&["rewrite", "--reversible"]).write_stdin("Thank [NAME_1] warmly.").assert().code(0);
    assert_eq!(home.kept().len(), 1, "where nothing is replaced, nothing is kept");
    let next = home.rewrite("My patient [NAME_1] has another number now, 479-555-0177; call [PHONE_1] no more.\n");
    assert!(next.contains("[PHONE_2]") && next.contains("call [PHONE_1] no more"), "{next}");
    let back = home.restore(&[], "[NAME_1]: [PHONE_2], not (PHONE_1)").code(0);
    back.stdout("Odile Marsh: 479-555-0177, not 479-555-0142");
    home.restore(&[], "[NAME_1]").code(0).stdout("Odile Marsh").stderr(contains("warning").not());
}

#[test]
fn unknown_tags_are_named_or_stay() {
    let home = Home::new();
    home.rewrite(DRAFT);
    refused(
        home.restore(&[], "Dear [NAME_1] and [NAME_2], fax_1"),
        "not known to any rewrite that is kept: [NAME_2], [FAX_1]",
    );
    let told = home.restore(&["--keep-unknown"], "Dear [NAME_1] and [NAME_2]").code(0);
    told.stdout("Dear Odile Marsh and [NAME_2]").stderr(contains("[NAME_2] left as they are"));
    home.restore(&["--keep-unknown"], "[FAX_7]").code(0).stdout("[FAX_7]");
}

#[test]
fn nothing_is_put_back_after_its_time() {
    let home = Home::new();
    let keep = |time: &str| home.safepaste(&["rewrite", "--reversible", "--expires", time]).write_stdin(DRAFT).assert();
    keep("31d").code(2).stderr(contains("30 days at most"));
    let until = contains("kept until 2026-11-2");
    keep("3d").stderr(until);
    let on = |day: &str| home.safepaste(&["restore"]).env("SAFEPASTE_TODAY", day).write_stdin("[NAME_1]").assert();
    on("2026-11-23").code(0).stdout("Odile Marsh");
    refused(on("2026-11-22"), "clock stands before");
    let copy = fs::read(&home.kept()[0]).unwrap();
    let path = home.kept()[0].clone();
    refused(on("2026-11-24"), "nothing is kept in the vault");
    assert_eq!(home.kept(), Vec::<PathBuf>::new());
    fs::write(path, copy).unwrap();
    refused(on("2026-11-21"), "clock stands before");
    refused(on("2026-11-24"), "nothing is kept in the vault");
}

#[test]
fn a_vault_that_is_damaged_gives_an_error_and_no_text() {
    let home = Home::new();
    let rewrite = home.rewrite(DRAFT);
    let path = home.kept()[0].clone();
    let whole = fs::read(&path).unwrap();
    let changed = |place: usize| {
        let mut bytes = whole.clone();
        bytes[place] ^= 4;
        bytes
    };
    let damages =
        [vec![], whole[..40].to_vec(), whole[..whole.len() - 1].to_vec(), changed(60), changed(whole.len() - 30)];
    for damage in damages {
        fs::write(&path, damage).unwrap();
        refused(home.restore(&[], &rewrite), "nothing was put back");
    }
    fs::write(&path, b"").unwrap();
    let listed = home.safepaste(&["vault", "list"]).assert().code(2);
    listed.stdout(contains("damaged").and(contains("vault purge")));
    home.safepaste(&["vault", "purge"]).assert().code(0);
    home.rewrite(DRAFT);
    let key = files(home.0.path()).into_iter().find(|path| path.ends_with("vault.key")).unwrap();
    fs::remove_file(&key).unwrap();
    refused(home.restore(&[], &rewrite), "key is gone");
    home.rewrite(OTHER);
    refused(home.restore(&[], "[PHONE_1]"), "locked with another key");
}

#[test]
fn a_passphrase_is_asked_for() {
    let home = Home::new();
    let with = |command: &[&str], passphrase: &str, text: &str| {
        home.safepaste(command).env("SAFEPASTE_PASSPHRASE", passphrase).write_stdin(text).assert()
    };
    with(&["rewrite", "--reversible", "--passphrase"], "correct horse", DRAFT).stdout(contains("[NAME_1]"));
    with(&["restore"], "correct horse", "[NAME_1]").code(0).stdout("Odile Marsh");
    refused(with(&["restore"], "wrong horse", "[NAME_1]"), "passphrase does not open");
    refused(with(&["rewrite", "--reversible"], "", DRAFT), "passphrase is empty");
    home.safepaste(&["vault", "list"]).assert().code(0).stdout(contains("(passphrase)"));
    assert!(!files(home.0.path()).iter().any(|path| path.ends_with("vault.key")));
}

#[cfg(unix)]
#[test]
fn a_rewrite_that_cannot_be_kept_is_not_printed() {
    let home = Home::new();
    fs::create_dir_all(home.0.path().join("data")).unwrap();
    fs::write(home.0.path().join("data/safepaste"), "a file, not a folder").unwrap();
    refused(home.safepaste(&["rewrite", "--reversible"]).write_stdin(DRAFT).assert(), "the vault cannot be made");
}
