//! The clipboard of a real screen (Xvfb), read and written by this test as any other program would.

#![cfg(all(unix, not(target_os = "macos")))]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]
#![allow(clippy::print_stdout, reason = "a test that is skipped says why")]

use assert_cmd::Command;
use predicates::prelude::*;
use predicates::str::contains;
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command as Program, Stdio};
use std::time::{Duration, Instant};

const DRAFT: &str = "Remind my patient Odile Marsh of her lip filler on Thursday; her cell is 479-555-0142.";
const SAFE: &str = "Write a cheerful caption about our pumpkin facial.";

/// A screen of its own, with a home of its own.
struct Screen {
    server: Child,
    display: String,
    home: tempfile::TempDir,
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

impl Screen {
    /// None, with the reason, where Xvfb is not installed.
    fn start() -> Option<Screen> {
        let arguments = ["-displayfd", "1", "-noreset", "-screen", "0", "640x480x24", "-nolisten", "tcp"];
        let server = Program::new("Xvfb").args(arguments).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let mut server = match server {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                println!("skipped: Xvfb is not installed, so there is no screen to test on");
                return None;
            }
            server => server.unwrap(),
        };
        let mut number = String::new();
        BufReader::new(server.stdout.take().unwrap()).read_line(&mut number).unwrap();
        Some(Screen { server, display: format!(":{}", number.trim()), home: tempfile::tempdir().unwrap() })
    }

    fn surroundings(&self) -> [(&'static str, std::ffi::OsString); 6] {
        let home = |name: &str| self.home.path().join(name).into_os_string();
        [
            ("DISPLAY", self.display.clone().into()),
            ("HOME", home("")),
            ("XDG_CONFIG_HOME", home("settings")),
            ("XDG_DATA_HOME", home("data")),
            ("NO_COLOR", "1".into()),
            ("SAFEPASTE_TODAY", "2026-11-21".into()),
        ]
    }

    fn clip(&self, arguments: &[&str]) -> Command {
        let mut command = Command::cargo_bin("safepaste").unwrap();
        for name in ["SAFEPASTE_POLICY", "SAFEPASTE_PASSPHRASE", "WAYLAND_DISPLAY", "CLICOLOR_FORCE"] {
            command.env_remove(name);
        }
        command.envs(self.surroundings()).current_dir(self.home.path()).arg("clip").args(arguments);
        command
    }

    /// Another program on this screen, which is this test once more.
    fn other(&self, doing: &str) -> Program {
        let mut program = Program::new(std::env::current_exe().unwrap());
        program.args(["--exact", "clip::another_program", "--nocapture"]).env_remove("WAYLAND_DISPLAY");
        program.envs(self.surroundings()).env("OTHER", doing).env("OTHER_FILE", self.file(doing));
        program.stdout(Stdio::null()).stderr(Stdio::null());
        program
    }

    /// Where another program has a text from, or leaves it.
    fn file(&self, doing: &str) -> std::path::PathBuf {
        self.home.path().join(format!("{doing}.txt"))
    }

    /// Copies a text in another program.
    fn begin_to_copy(&self, text: &str) {
        fs::write(self.file("copy"), text).unwrap();
        let mut other = self.other("copy").spawn().unwrap();
        // It ends by itself once something else is copied, or the screen is gone.
        std::thread::spawn(move || other.wait());
    }

    /// Copies a text in another program, and waits until it is there.
    fn copy(&self, text: &str) {
        self.begin_to_copy(text);
        let deadline = Instant::now() + Duration::from_secs(20);
        while self.paste() != text {
            assert!(Instant::now() < deadline, "another program can copy");
        }
    }

    /// What another program pastes.
    fn paste(&self) -> String {
        assert!(self.other("paste").status().unwrap().success());
        fs::read_to_string(self.file("paste")).unwrap()
    }
}

/// Not a test by itself: what [`Screen::other`] runs.
#[test]
fn another_program() {
    let Ok(doing) = std::env::var("OTHER") else { return };
    let file = std::env::var_os("OTHER_FILE").unwrap();
    let mut clipboard = arboard::Clipboard::new().unwrap();
    match doing.as_str() {
        "copy" => {
            let text = fs::read_to_string(file).unwrap();
            clipboard.set_text(text.as_str()).unwrap();
            while clipboard.get_text().is_ok_and(|held| held == text) {
                std::thread::sleep(Duration::from_millis(200));
            }
        }
        _ => fs::write(file, clipboard.get_text().unwrap_or_default()).unwrap(),
    }
}

#[test]
fn what_was_copied_is_checked_and_replaced_and_turned_back() {
    let Some(screen) = Screen::start() else { return };
    let told = screen.clip(&[]).assert().code(2);
    told.stderr(contains("no text on the clipboard").and(contains("help: ")));
    screen.copy(DRAFT);
    screen.clip(&[]).assert().stdout(contains("Found").and(contains("Odile").not()));
    assert_eq!(screen.paste(), DRAFT, "a check changes nothing");
    screen.clip(&["--reversible"]).assert().code(2).stderr(contains("help: add --replace"));
    screen.clip(&["--replace"]).assert().stderr(contains("now holds the rewrite"));
    let words = screen.paste();
    assert!(!words.contains("Odile") && words.contains("lip filler"), "{words}");

    screen.copy(DRAFT);
    screen.clip(&["--replace", "--reversible"]).assert().stderr(contains("clip restore"));
    let tags = screen.paste();
    assert!(tags.contains("[NAME_1]") && tags.contains("[PHONE_1]"), "{tags}");
    screen.copy("Dear name_1, see you (DATE_1)!");
    screen.clip(&["restore"]).assert().code(0).stdout("").stderr(contains("2 put back").and(contains("Odile").not()));
    assert_eq!(screen.paste(), "Dear Odile Marsh, see you Thursday!");
    screen.copy("Dear [NAME_9]");
    screen.clip(&["restore"]).assert().code(2).stderr(contains("[NAME_9]"));
    assert_eq!(screen.paste(), "Dear [NAME_9]");
}

#[test]
fn the_log_holds_a_check_of_the_clipboard() {
    let Some(screen) = Screen::start() else { return };
    let policy = "version: 1\nextends: med-spa\naudit: {folder: log}\n";
    fs::write(screen.home.path().join("safepaste.yaml"), policy).unwrap();
    screen.copy(DRAFT);
    screen.clip(&["--replace", "--quiet"]).assert().stdout("unsafe\n");
    let log = fs::read_to_string(screen.home.path().join("log/checks.jsonl")).unwrap();
    assert!(log.contains("\"command\":\"clip\"") && log.contains("\"rewritten\"") && !log.contains("Odile"), "{log}");
}

#[test]
fn watching_warns_as_soon_as_something_unsafe_is_copied() {
    let Some(screen) = Screen::start() else { return };
    screen.copy(SAFE);
    let mut watch = Program::new(assert_cmd::cargo::cargo_bin("safepaste"));
    watch.args(["clip", "--watch", "--replace"]).env_remove("SAFEPASTE_POLICY").env_remove("WAYLAND_DISPLAY");
    watch.envs(screen.surroundings()).current_dir(screen.home.path());
    let mut watch = watch.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut told = BufReader::new(watch.stderr.take().unwrap()).lines();
    assert!(told.next().unwrap().unwrap().contains("Watching"));
    screen.begin_to_copy(DRAFT);
    assert!(told.any(|line| line.unwrap().contains("now holds the rewrite")));
    assert!(!screen.paste().contains("Odile"));
    watch.kill().unwrap();
    let mut report = String::new();
    watch.stdout.take().unwrap().read_to_string(&mut report).unwrap();
    watch.wait().unwrap();
    assert!(report.contains("clipboard:1:19: NAME") && !report.contains("Odile"), "{report}");
}

#[test]
fn a_machine_without_a_screen_is_told_so() {
    let mut command = Command::cargo_bin("safepaste").unwrap();
    command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").env_remove("SAFEPASTE_POLICY");
    let told = command.arg("clip").assert().code(2).stdout("");
    told.stderr(contains("there is no clipboard here").and(contains("DISPLAY")).and(contains("help: ")));
}
