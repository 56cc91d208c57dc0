//! `safepaste restore`: a chatbot's reply with the names, dates and numbers back in place of their tags.

use super::exit::Exit;
use super::keeping::{self, local};
use super::logging;
use super::screen;
use anyhow::{Context, bail};
use safepaste::report::printable;
use safepaste::rewrite::Tag;
use safepaste::rewrite::restore::{self, Originals, Restored, Tagged};
use safepaste::source::{self, Limits};
use safepaste::vault::{Header, LockKind, Vault};
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use zeroize::Zeroizing;

const AFTER_HELP: &str = "\
The tags may have changed on their way: lower case, other brackets or none, a space or hyphen for the \
underscore, a line break, an apostrophe-s. The rewrite is the latest one that has all of the reply's tags. \
Where anything is wrong nothing is printed, never a part of the text.

Exit codes:
  0  everything was put back
  2  it could not be: an unknown tag, a rewrite whose time is over, a damaged vault

Examples:
  safepaste rewrite --reversible draft.txt     what to paste into the chatbot
  pbpaste | safepaste restore                  the names, in the reply you copied
  safepaste restore --vault 3f9a2c1b reply.txt by one of safepaste vault list";

/// What `restore` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    /// The reply; none, or -, reads standard input
    #[arg(value_name = "FILE", default_value = "-", hide_default_value = true)]
    path: PathBuf,
    #[command(flatten)]
    choice: Choice,
    /// Say nothing on standard error but what is wrong
    #[arg(long, short)]
    quiet: bool,
}

/// Which rewrite, and what is done with tags that are in none.
#[derive(Debug, Default, clap::Args)]
pub struct Choice {
    /// The rewrite that the reply belongs to, by its name or the letters at its end; none takes the latest
    /// that fits
    #[arg(long, value_name = "ID")]
    vault: Option<String>,
    /// Leave tags that no rewrite knows as they are
    #[arg(long)]
    keep_unknown: bool,
}

/// A reply that was put back.
pub struct Back {
    /// The text.
    pub text: Zeroizing<String>,
    /// What to tell about it.
    pub note: String,
}

/// Prints the reply.
pub fn run(args: &Args) -> anyhow::Result<Exit> {
    let reply = if args.path.as_os_str() == "-" {
        if io::stdin().is_terminal() {
            screen::say("Paste the chatbot's reply, then press Enter and Ctrl-D.");
        }
        source::read_stdin(&Limits::default())?
    } else {
        source::read(&args.path, &Limits::default())?
    };
    let back = args.choice.put_back(reply.text())?;
    let mut out = io::stdout().lock();
    let written = if io::stdout().is_terminal() {
        let end = if back.text.ends_with('\n') { "" } else { "\n" };
        out.write_all(printable(&back.text).as_bytes()).and_then(|()| out.write_all(end.as_bytes()))
    } else {
        out.write_all(back.text.as_bytes())
    };
    match written.and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            return Err(error).context("cannot write the reply");
        }
        _ => {}
    }
    if !args.quiet {
        screen::say(&back.note);
    }
    Ok(Exit::Safe)
}

impl Choice {
    /// The reply with the values back in it, or an error and nothing of it.
    pub fn put_back(&self, reply: &str) -> anyhow::Result<Back> {
        let unchanged = |note: &str| Back { text: Zeroizing::new(reply.to_owned()), note: note.to_owned() };
        let tagged = restore::tags(reply);
        if tagged.sure.is_empty() && tagged.likely.is_empty() {
            return Ok(unchanged(NO_TAG));
        }
        let vault = Vault::of_user()?;
        let (header, others) = match &self.vault {
            Some(name) => (vault.named(name, logging::now())?, Vec::new()),
            None => {
                let mut fitting = vault.fitting(&tagged, logging::now())?;
                match (fitting.is_empty(), tagged.sure.is_empty()) {
                    (false, _) => (fitting.remove(0), fitting),
                    (true, true) => return Ok(unchanged(NO_TAG)),
                    (true, false) => match self.best(&vault, &tagged)? {
                        Some(header) => (header, Vec::new()),
                        None => return Ok(unchanged("No tag in it is known, so nothing was put back.")),
                    },
                }
            }
        };
        let originals = open(&vault, &header)?;
        let Restored { text, count, unknown } = originals.restore(reply);
        if !unknown.is_empty() && !self.keep_unknown {
            bail!("{}", unknown_to(&format!("the rewrite {}", header.id), &unknown));
        }
        let mut note = format!("{count} put back from the rewrite {}", header.id);
        if !unknown.is_empty() {
            note.push_str(&format!(", {} left as they are", listed(&unknown)));
        }
        let text = earlier(&vault, text, originals, &header)?;
        // One that gives the same text, such as that of the same draft, is no doubt.
        let differs = |other: &&Header| {
            other.lock == LockKind::Passphrase
                || open(&vault, other).is_ok_and(|other| other.restore(reply).text != text)
        };
        if let Some(other) = others.iter().find(differs) {
            screen::say(&format!(
                "warning: this is the latest rewrite with these tags, but not the only one; another was made {}\nhelp: \
                 look at the names; if the reply belongs to another rewrite, safepaste vault list shows its name for \
                 --vault",
                local(other.made)
            ));
        }
        Ok(Back { text, note })
    }

    /// The rewrite with the most of these tags, where no rewrite has all; none where no tag is known at all. An error
    /// unless unknown tags may stay.
    fn best(&self, vault: &Vault, tagged: &Tagged) -> anyhow::Result<Option<Header>> {
        let kept: Vec<Header> = vault.list(logging::now())?.into_iter().filter_map(|held| held.header).collect();
        if self.keep_unknown {
            let known = |header: &Header| tagged.sure.iter().filter(|tag| header.tags.contains(tag)).count();
            // Of several that are as good, the last is taken, so the newest has to be last.
            return Ok(kept.into_iter().rev().max_by_key(known).filter(|header| known(header) > 0));
        }
        if kept.is_empty() {
            bail!(
                "nothing is kept in the vault, so {} cannot be put back\nhelp: safepaste rewrite --reversible keeps what \
                 it takes out, for 24 hours unless --expires says otherwise; then it is removed",
                listed(&tagged.sure)
            );
        }
        let in_none: Vec<Tag> =
            tagged.sure.iter().filter(|tag| !kept.iter().any(|header| header.tags.contains(tag))).copied().collect();
        if in_none.is_empty() {
            bail!(
                "no one rewrite has all of these tags: {}\nhelp: put back one reply at a time; --vault names a rewrite, \
                 and --keep-unknown leaves the tags of others as they are",
                listed(&tagged.sure)
            );
        }
        bail!("{}", unknown_to("any rewrite that is kept", &in_none));
    }
}

const NO_TAG: &str = "There is no tag in it, so nothing was put back.";

/// What a rewrite keeps.
fn open(vault: &Vault, header: &Header) -> anyhow::Result<Originals> {
    let ask = || keeping::passphrase("The passphrase of the rewrite: ", false);
    vault.open(&header.id, ask, logging::now())
}

/// Puts back what the draft of a rewrite had from earlier ones: who goes on in a conversation writes `[NAME_1]` himself.
fn earlier(
    vault: &Vault,
    mut text: Zeroizing<String>,
    mut originals: Originals,
    header: &Header,
) -> anyhow::Result<Zeroizing<String>> {
    let mut before = header.made;
    loop {
        let Tagged { sure, likely } = restore::tags(&text);
        let left: Vec<Tag> = sure.into_iter().chain(likely).filter(|tag| originals.is_earlier(*tag)).collect();
        let kept = vault.list(logging::now())?.into_iter().filter_map(|held| held.header);
        let has = |header: &Header| header.made < before && left.iter().all(|tag| header.tags.contains(tag));
        let Some(next) = kept.into_iter().find(|header| !left.is_empty() && has(header)) else { return Ok(text) };
        originals = open(vault, &next)?;
        text = originals.restore(&text).text;
        before = next.made;
    }
}

fn unknown_to(whom: &str, tags: &[Tag]) -> String {
    format!(
        "not known to {whom}: {}\nhelp: the chatbot may have made it up, or the rewrite's time is over; --keep-unknown \
         leaves such tags as they are",
        listed(tags)
    )
}

/// How many tags are named one by one.
const NAMED: usize = 10;

fn listed(tags: &[Tag]) -> String {
    let mut named: Vec<String> = tags.iter().take(NAMED).map(Tag::to_string).collect();
    if tags.len() > NAMED {
        named.push(format!("and {} more", tags.len() - NAMED));
    }
    named.join(", ")
}
