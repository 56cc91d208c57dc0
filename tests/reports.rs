//! Reports for programs: each holds to the schema of its format, and nothing of a text or of a name is interpreted.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use assert_cmd::Command;
use quick_xml::events::Event;
use serde_json::Value;
use std::fs;
use std::path::Path;

const UNSAFE: &str = "My patient Odile Marsh (479-555-0142) is booked for filler.";
const CONDITIONAL: &str = "A microneedling client wants to move her visit from Tuesday to November 30.";
const SAFE: &str = "Keep the waiting room tidy.";

struct Ran {
    code: i32,
    out: String,
}

/// Runs a check in a folder, by the built-in policy.
fn check(folder: &Path, arguments: &[&str], stdin: &str) -> Ran {
    let mut command = Command::cargo_bin("safepaste").unwrap();
    command.env_remove("SAFEPASTE_POLICY").env("XDG_CONFIG_HOME", "/nowhere").current_dir(folder);
    let output = command.arg("check").args(arguments).write_stdin(stdin).output().unwrap();
    Ran { code: output.status.code().unwrap(), out: String::from_utf8(output.stdout).unwrap() }
}

/// A folder with a draft of each verdict and one that cannot be read.
fn drafts() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [("a.txt", UNSAFE), ("b.txt", CONDITIONAL), ("c.txt", SAFE)] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    fs::write(folder.path().join("d.txt"), b"Jos\x01\xff").unwrap();
    folder
}

#[test]
fn json_holds_to_the_schema_that_is_published() {
    let folder = drafts();
    let schema = |format| -> Value {
        serde_json::from_str(&check(folder.path(), &["--format", format, "--schema"], "").out).unwrap()
    };
    let (json, jsonl) = (schema("json"), schema("jsonl"));
    // Strict validators refuse a format that JSON Schema does not know.
    assert!(!json.to_string().contains("\"uint") && !jsonl.to_string().contains("\"uint"), "{json}");
    let whole = jsonschema::validator_for(&json).unwrap();
    let line = jsonschema::validator_for(&jsonl).unwrap();
    let records = format!("{}\nno JSON\n", serde_json::json!({"id": "r1", "text": UNSAFE}));
    for (arguments, stdin) in [
        (&["."][..], ""),
        (&["--show-values", "--why", "--verbose", "a.txt"], ""),
        (&["--to", "website", "b.txt"], ""),
        (&["--input", "jsonl"], records.as_str()),
    ] {
        let ran = check(folder.path(), &[&["--format", "json"], arguments].concat(), stdin);
        let mut report: Value = serde_json::from_str(&ran.out).unwrap();
        whole.validate(&report).unwrap();
        report["texts"][0]["bucket"] = "harmless".into();
        assert!(!whole.is_valid(&report), "the schema tells what is no report: {arguments:?} {report}");
        let ran = check(folder.path(), &[&["--format", "jsonl"], arguments].concat(), stdin);
        for record in ran.out.lines() {
            line.validate(&serde_json::from_str(record).unwrap()).unwrap();
        }
    }
    assert_eq!(check(folder.path(), &["--format", "sarif", "--schema"], "").code, 2, "that schema is another's");
}

/// The report, held against the official schema.
fn sarif(folder: &Path, arguments: &[&str]) -> Value {
    let mut schema: Value = serde_json::from_str(include_str!("schemas/sarif-2.1.0-rtm.5.json")).unwrap();
    // Its pattern of languages has a bracket too many for this validator; no report of ours names a language.
    for owner in ["run", "toolComponent"] {
        schema["definitions"][owner]["properties"]["language"].as_object_mut().unwrap().remove("pattern");
    }
    let ran = check(folder, &[&["--format", "sarif"], arguments].concat(), "");
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    let errors: Vec<String> =
        jsonschema::validator_for(&schema).unwrap().iter_errors(&report).map(|error| error.to_string()).collect();
    assert_eq!(errors, Vec::<String>::new());
    let run = &report["runs"][0];
    assert_eq!(run["invocations"][0]["exitCode"], ran.code);
    run.clone()
}

#[test]
fn sarif_holds_to_its_schema_and_tells_rules_levels_and_failures() {
    let folder = drafts();
    let run = sarif(folder.path(), &["."]);
    let results = run["results"].as_array().unwrap();
    let told: Vec<(&str, &str)> =
        results.iter().map(|result| (result["ruleId"].as_str().unwrap(), result["level"].as_str().unwrap())).collect();
    assert!(told.contains(&("NAME", "error")) && told.contains(&("U1", "error")), "{told:?}");
    assert!(told.contains(&("DATE", "warning")) && told.contains(&("C2", "warning")), "{told:?}");
    for result in results {
        let rule = &run["tool"]["driver"]["rules"][usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(rule["help"]["markdown"].as_str().unwrap().contains("45 CFR"), "{rule}");
        assert!(result.get("fixes").is_none(), "no rewrite where values are masked");
    }
    let notice = &run["invocations"][0]["toolExecutionNotifications"][0];
    assert_eq!(notice["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "d.txt");
    assert_eq!(run["invocations"][0]["executionSuccessful"], false);

    let run = sarif(folder.path(), &["--show-values", "--fail-on", "unsafe", "b.txt"]);
    let fixes: Vec<&Value> = run["results"].as_array().unwrap().iter().filter_map(|r| r.get("fixes")).collect();
    assert_eq!(fixes.len(), 1, "the rewrite is one fix");
    assert!(fixes[0][0]["artifactChanges"][0]["replacements"].as_array().is_some_and(|all| !all.is_empty()));
    assert_eq!(sarif(folder.path(), &["c.txt"])["results"], serde_json::json!([]));
}

#[test]
fn a_record_is_told_at_its_line_of_the_stream_beside_its_id() {
    let folder = tempfile::tempdir().unwrap();
    let record = |id: &str, text: &str| serde_json::json!({"id": id, "text": text}).to_string();
    let lines = [record("r1", SAFE), String::new(), record("r2", UNSAFE), "no JSON".to_owned()].join("\n");
    fs::write(folder.path().join("drafts.jsonl"), &lines).unwrap();
    let run = |format| check(folder.path(), &["--input", "jsonl", "--format", format, "drafts.jsonl"], "").out;

    let github = run("github");
    assert!(github.contains("::error file=drafts.jsonl,line=3,title=NAME"), "{github}");
    assert!(github.contains("::record r2, line 1: Name"), "{github}");
    assert!(github.contains("::error file=drafts.jsonl,line=4,title=not examined::line 4:"), "{github}");
    let alone = check(folder.path(), &["--input", "jsonl", "--format", "github"], &lines).out;
    assert!(!alone.contains("file=") && alone.contains("::record r2, line 1: Name"), "{alone}");

    let violations: Vec<Value> = serde_json::from_str(&run("gitlab")).unwrap();
    let begins = |violation: &Value| violation["location"]["lines"]["begin"].as_u64().unwrap();
    assert!(violations.iter().all(|violation| violation["location"]["path"] == "drafts.jsonl"), "{violations:?}");
    assert!(violations.iter().all(|violation| begins(violation) == 3 || violation["check_name"] == "not-examined"));
    assert_eq!(violations.last().map(begins), Some(4));

    let run_of_sarif = sarif(folder.path(), &["--input", "jsonl", "drafts.jsonl"]);
    let results = run_of_sarif["results"].as_array().unwrap().iter().map(|result| (result, 3));
    let notices = run_of_sarif["invocations"][0]["toolExecutionNotifications"].as_array().unwrap();
    for (told, line) in results.chain(notices.iter().map(|notice| (notice, 4))) {
        let place = &told["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "drafts.jsonl", "{told}");
        assert_eq!(place["region"]["startLine"], line, "{told}");
    }
    assert!(run("junit").contains("drafts.jsonl:3: record r2"), "{}", run("junit"));
}

#[test]
fn a_summary_stays_below_what_github_takes_and_says_what_it_leaves_out() {
    let folder = tempfile::tempdir().unwrap();
    let record =
        |id: usize| serde_json::json!({"id": format!("{id} {}", "long".repeat(200)), "text": UNSAFE}).to_string();
    let lines: Vec<String> = (0..1200).map(record).collect();
    let ran = check(folder.path(), &["--input", "jsonl", "--format", "markdown"], &lines.join("\n"));
    assert!(ran.out.len() > 900_000 && ran.out.len() < 1 << 20, "{} bytes", ran.out.len());
    let told = ran.out.matches("## UNSAFE").count();
    let end = ran.out.find("## Summary").unwrap();
    let left_out = format!("{} more texts are not told here", 1200 - told);
    assert!(ran.out[..end].contains(&left_out) && ran.out[end..].contains("| unsafe | 1200 |"), "{left_out}");
}

#[test]
fn a_person_sees_which_file_it_was_and_how_many_people_it_tells_of() {
    let folder = drafts();
    let told = |arguments: &[&str], stdin: &str| check(folder.path(), arguments, stdin).out;
    assert!(told(&["a.txt"], "").starts_with("a.txt\nUNSAFE  Do not paste"), "{}", told(&["a.txt"], ""));
    assert!(told(&[], UNSAFE).starts_with("UNSAFE  Do not paste"), "{}", told(&[], UNSAFE));
    assert_eq!(told(&["--quiet", "a.txt"], ""), "unsafe\n");
    let list = "Client,Mobile,Visit\nOdile Marsh,479-555-0142,lip filler\nBram Ortolan,479-555-0143,peel\n\
                Ines Aho,479-555-0144,facial\n";
    fs::write(folder.path().join("list.csv"), list).unwrap();
    for arguments in [&["list.csv"][..], &["list.csv", "c.txt"]] {
        let out = told(arguments, "").replace('\n', " ");
        assert!(out.contains("it identifies 3 people by name"), "{out}");
    }
}

#[test]
fn fingerprints_survive_moved_lines_and_other_values() {
    let folder = tempfile::tempdir().unwrap();
    let prints = |text: &str| -> Vec<Value> {
        fs::write(folder.path().join("a.txt"), text).unwrap();
        let run = sarif(folder.path(), &["a.txt"]);
        run["results"].as_array().unwrap().iter().map(|result| result["partialFingerprints"].clone()).collect()
    };
    let before = prints(UNSAFE);
    assert!(before.len() >= 3);
    assert_eq!(prints(&format!("A line more.\n\n{UNSAFE}\n")), before);
    assert_eq!(prints(&UNSAFE.replace("479-555-0142", "479-555-0199")), before);
}

#[test]
fn junit_counts_by_what_fails_the_run() {
    let folder = drafts();
    for (fail_on, failures) in [("conditional", 2), ("unsafe", 1)] {
        let ran = check(folder.path(), &["--format", "junit", "--fail-on", fail_on, "."], "");
        let count = |part: &str| ran.out.matches(part).count();
        assert_eq!((count("<testcase"), count("<failure"), count("<error")), (4, failures, 1), "{}", ran.out);
        assert_eq!(count("failures=\"1\""), failures);
        well_formed(&ran.out);
    }
}

#[test]
fn the_runner_of_github_heeds_no_line_of_a_report_for_people() {
    let folder = drafts();
    fs::write(folder.path().join("e.txt"), format!("{UNSAFE}\n::error::x\n")).unwrap();
    let run = |arguments: &[&str]| {
        let mut command = Command::cargo_bin("safepaste").unwrap();
        command.env("SAFEPASTE_TODAY", "2026-11-21").env("XDG_CONFIG_HOME", "/nowhere").env("GITHUB_ACTIONS", "true");
        let output =
            command.env_remove("SAFEPASTE_POLICY").current_dir(folder.path()).args(arguments).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    for arguments in [&["e.txt"][..], &["."]] {
        let said = run(arguments);
        let token = said.lines().next().unwrap().strip_prefix("::stop-commands::").unwrap();
        assert!(token.len() >= 32 && said.ends_with(&format!("\n::{token}::\n")), "{said}");
        assert_eq!(said.matches(token).count(), 2);
    }
    assert!(run(&["e.txt"]).contains("\n::error::x\n"), "the rewrite is as it is");
    assert!(!run(&["--format", "json", "e.txt"]).contains("stop-commands"));
}

#[test]
fn no_words_around_a_masked_value_are_shown() {
    let folder = drafts();
    for format in ["sarif", "github", "gitlab", "junit", "markdown", "html"] {
        let ran = check(folder.path(), &["--format", format, "."], "");
        assert_eq!(ran.code, 3);
        for words in ["booked", "microneedling", "waiting room"] {
            assert!(!ran.out.contains(words), "{format} shows {words}: {}", ran.out);
        }
    }
    let shown = check(folder.path(), &["--format", "html", "--show-values", "."], "").out;
    assert!(shown.contains("Odile Marsh<small>name</small></mark>") && shown.contains("is booked for"), "{shown}");
    assert!(!shown.contains("waiting room"), "a safe text without a finding has nothing to show");
}

/// Reads XML to its end, and checks that every element is closed.
fn well_formed(xml: &str) {
    let mut reader = quick_xml::Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => return,
            Event::Start(element) | Event::Empty(element) => {
                let known = ["testsuites", "testsuite", "testcase", "failure", "error", "skipped"];
                assert!(known.iter().any(|name| element.name().as_ref() == *name), "{element:?}");
            }
            _ => {}
        }
    }
}

/// A text that every format would like to interpret.
const HOSTILE: &str = "My patient Odile Marsh, </pre></mark><script>alert(1)</script> | `x` **b** [l](javascript:1) \
                       ::error::x\n::set-output name=a::b\n]]></failure><failure>\u{1b}[31mred\u{202e}\n=cmd()|'/c'!A1 \
                       479-555-0142 filler {{x}} ${{ y }}";

#[test]
fn nothing_of_a_text_or_a_name_is_interpreted() {
    let folder = tempfile::tempdir().unwrap();
    let mut names = vec!["a,b ' & `c` @d [e](f).txt"];
    if cfg!(unix) {
        names.extend(["<img src=x onerror=1>|\"*.txt", "x\n::error::y\u{1b}[31m\u{202e}.txt", "-%0A::notice::.txt"]);
    }
    for name in names {
        fs::write(folder.path().join(name), HOSTILE).unwrap();
    }
    for shown in [false, true] {
        let run = |format| {
            let arguments = ["--format", format, "--show-values", "."];
            let arguments: Vec<&str> = arguments.into_iter().filter(|a| shown || *a != "--show-values").collect();
            let ran = check(folder.path(), &arguments, "");
            let harmful =
                ran.out.chars().find(|c| (c.is_control() && *c != '\n') || ('\u{202a}'..='\u{202e}').contains(c));
            assert_eq!(harmful, None, "{format}: {}", ran.out);
            ran.out
        };
        for line in run("github").lines() {
            let known = ["::error file=", "::warning file=", "::notice file=", "::notice title=safepaste::"];
            assert!(known.iter().any(|start| line.starts_with(start)), "{line}");
        }
        well_formed(&run("junit"));
        let violations: Vec<Value> = serde_json::from_str(&run("gitlab")).unwrap();
        let prints: std::collections::HashSet<&str> =
            violations.iter().map(|violation| violation["fingerprint"].as_str().unwrap()).collect();
        assert_eq!(prints.len(), violations.len(), "each fingerprint is unique");
        serde_json::from_str::<Value>(&run("sarif")).unwrap();
        let html = run("html");
        assert_eq!(html.matches("<script").count(), 1, "its own");
        assert!(!html.contains("<img") && !html.contains("</mark><script"), "{html}");
        for line in run("markdown").lines().filter(|line| line.contains("img src")) {
            assert!(line.starts_with("## UNSAFE: `") && line.ends_with('`'), "{line}");
        }
    }
}
