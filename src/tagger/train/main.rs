//! `train-tagger`: learns the tagger's weights from labelled texts and writes `weights.bin`.

use anyhow::{Context as _, Result};
use clap::Parser;
use safepaste::tagger::train;
use std::io::Write as _;
use std::path::PathBuf;

/// Learns the tagger's weights from labelled texts.
#[derive(Parser)]
struct Arguments {
    /// Corpora labelled by the project, JSON Lines.
    #[arg(long, num_args = 1..)]
    own: Vec<PathBuf>,
    /// Public corpora of people and places, JSON Lines.
    #[arg(long, num_args = 0..)]
    public: Vec<PathBuf>,
    /// How many texts are invented of each form.
    #[arg(long, default_value_t = 30)]
    invented: usize,
    /// How often each text is read.
    #[arg(long, default_value_t = 8)]
    rounds: usize,
    /// Where the weights go.
    #[arg(long, default_value = "src/tagger/weights.bin")]
    output: PathBuf,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let mut random = fastrand::Rng::with_seed(1996);
    let mut told = std::io::stderr();
    let mut examples = Vec::new();
    for path in &arguments.own {
        for _ in 0..2 {
            examples.extend(train::read(path, train::Source::Own, &mut random)?);
        }
    }
    for path in &arguments.public {
        examples.extend(train::read(path, train::Source::Public, &mut random)?);
    }
    let generator = train::Generator::new();
    generator.fill(arguments.invented, &mut random, &mut examples);
    writeln!(told, "{} stretches, {} forms", examples.len(), generator.forms())?;
    let learned = train::learn(&examples, arguments.rounds, &mut random, |round, loss| {
        let _ = writeln!(std::io::stderr(), "round {round}: loss {loss:.0}");
    });
    let (bytes, used) = learned.bytes();
    std::fs::write(&arguments.output, &bytes).with_context(|| format!("cannot write {}", arguments.output.display()))?;
    writeln!(told, "{used} rows carry weight, {} bytes", bytes.len())?;
    Ok(())
}
