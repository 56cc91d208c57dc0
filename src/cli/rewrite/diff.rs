//! What a rewrite would change, as a patch that `patch -p1` and `git apply` take.

use super::Args;
use super::texts::{Tally, Text, each};
use crate::cli::exit::Exit;
use crate::cli::screen;
use anyhow::{Context, bail};
use colored::{ColoredString, Colorize};
use safepaste::report::printable;
use similar::{ChangeTag, TextDiff};
use std::io::{self, IsTerminal, Write};
use std::path::{Component, Path};
use std::time::Duration;

/// The lines around a change that are shown.
const CONTEXT: usize = 3;
/// After this time a diff need not be the shortest any more; it is right all the same.
const PATIENCE: Duration = Duration::from_secs(2);

/// Shows what would change in every draft that was named or that a named folder holds.
pub(super) fn run(args: &Args) -> anyhow::Result<Exit> {
    let terminal = io::stdout().is_terminal();
    if !terminal && !args.show_values {
        bail!(
            "a diff shows what was taken out, and this output is no terminal\nhelp: add --show-values where it may be \
             seen, or put the rewrites in place with --write"
        );
    }
    let mut tally = Tally::new(args);
    let mut out = io::BufWriter::new(io::stdout().lock());
    let recorded = each(args, |texts| {
        for text in texts {
            match text {
                Ok(text) => {
                    tally.count(&text);
                    show(&text, terminal, &mut out).context("cannot write the diff")?;
                }
                Err(unread) => tally.unread(&unread),
            }
        }
        out.flush().context("cannot write the diff")
    });
    let recorded = match recorded {
        // Whoever read it has what they wanted; what was left is not called safe.
        Err(error) if is_closed(&error) => return Ok(tally.worst.worst(Exit::NoVerdict)),
        recorded => recorded?,
    };
    let exit = tally.exit()?.worst(recorded);
    if !args.quiet {
        screen::say(&tally.summary("would change"));
    }
    Ok(exit)
}

fn is_closed(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

/// Writes the patch of one draft; nothing where nothing changes.
fn show(text: &Text, terminal: bool, out: &mut impl Write) -> io::Result<()> {
    let mark = text.document.mark();
    let (old, new) = (format!("{mark}{}", text.document.text()), format!("{mark}{}", text.done.rewrite.text));
    // Only a line feed ends a line for the programs that apply patches.
    let (old, new): (Vec<&str>, Vec<&str>) = (old.split_inclusive('\n').collect(), new.split_inclusive('\n').collect());
    let diff = TextDiff::configure().timeout(PATIENCE).diff_slices(&old, &new);
    let name = text.path.as_deref().map_or("stdin".to_owned(), header);
    let mut line = |line: &str, color: fn(&str) -> ColoredString| {
        let (line, end) =
            line.strip_suffix('\n').map_or((line, "\n\\ No newline at end of file\n"), |line| (line, "\n"));
        let line = if terminal { printable(line.trim_end_matches('\r')) } else { line.into() };
        write!(out, "{}{end}", color(&line))
    };
    for (number, hunk) in diff.unified_diff().context_radius(CONTEXT).iter_hunks().enumerate() {
        if number == 0 {
            line(&format!("--- {}\n", quoted("a/", &name)), |text| text.bold())?;
            line(&format!("+++ {}\n", quoted("b/", &name)), |text| text.bold())?;
        }
        line(&format!("{}\n", hunk.header()), |text| text.cyan())?;
        for change in hunk.iter_changes() {
            let color: fn(&str) -> ColoredString = match change.tag() {
                ChangeTag::Delete => |text| text.red(),
                ChangeTag::Insert => |text| text.green(),
                ChangeTag::Equal => |text| text.normal(),
            };
            line(&format!("{}{}", change.tag(), change.value()), color)?;
        }
    }
    Ok(())
}

/// A path as a patch names it: from the folder in which the patch is applied, or from the root.
fn header(path: &Path) -> String {
    let parts = path.components().filter_map(|part| match part {
        Component::Normal(name) => Some(name.to_string_lossy()),
        Component::ParentDir => Some("..".into()),
        Component::Prefix(_) | Component::RootDir | Component::CurDir => None,
    });
    parts.collect::<Vec<_>>().join("/")
}

/// A name as Git writes it: with a tab behind it where it holds a space, in quotes where a character would mislead.
fn quoted(side: &str, name: &str) -> String {
    if name.contains(|c: char| c.is_control() || c == '"' || c == '\\') {
        let escaped: String = name
            .chars()
            .map(|c| match c {
                '"' | '\\' => format!("\\{c}"),
                c if c.is_ascii_control() => format!("\\{:03o}", u32::from(c)),
                c => c.to_string(),
            })
            .collect();
        return format!("\"{side}{escaped}\"");
    }
    let tab = if name.contains(' ') { "\t" } else { "" };
    format!("{side}{name}{tab}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_written_as_git_does() {
        for (path, name) in [
            ("notes.txt", "a/notes.txt"),
            ("./drafts/a.txt", "a/drafts/a.txt"),
            ("/tmp/a.txt", "a/tmp/a.txt"),
            ("../a.txt", "a/../a.txt"),
            ("my notes.txt", "a/my notes.txt\t"),
            ("a\"b\n.txt", "\"a/a\\\"b\\012.txt\""),
        ] {
            assert_eq!(quoted("a/", &header(Path::new(path))), name);
        }
    }
}
