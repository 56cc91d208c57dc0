//! A record as a line for people.

use safepaste::audit::{Checked, Event, Record};

/// The record on one line.
pub fn row(record: &Record) -> String {
    let what = match &record.event {
        Event::Check(check) => check_row(check),
        Event::Torn { .. } => "the line before was cut short: the computer or the program stopped".to_owned(),
        Event::HeadLost => "the file that tells how far the log reached was gone or changed".to_owned(),
        Event::Pruned { through, before, .. } => {
            format!("records up to number {through}, from before {before}, were removed: past their time")
        }
    };
    format!("{:>6}  {}  {what}", record.seq, record.time.strftime("%Y-%m-%d %H:%M:%S"))
}

fn check_row(check: &Checked) -> String {
    let who = match &check.role {
        Some(role) => format!("{} ({role})", check.user),
        None => check.user.clone(),
    };
    let verdict = match check.rewritten {
        Some(rewritten) => format!("{}, rewritten: {rewritten}", check.bucket),
        None => check.bucket.to_string(),
    };
    let mut row = format!("{who} to {}: {verdict}", check.to);
    if !check.reasons.is_empty() {
        let reasons: Vec<&str> = check.reasons.iter().map(|reason| reason.as_str()).collect();
        row.push_str(&format!("  {}", reasons.join(" ")));
    }
    if !check.counts.is_empty() {
        let counts: Vec<String> = check.counts.iter().map(|(kind, count)| format!("{count} {}", kind.code())).collect();
        row.push_str(&format!("  {}", counts.join(", ")));
    }
    row
}
