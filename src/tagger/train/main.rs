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
    /// Corpora to measure on, JSON Lines; nothing is learned from them.
    #[arg(long, num_args = 0..)]
    measure: Vec<PathBuf>,
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
            examples.extend(train::read(path, train::Source::Own, Some(&mut random))?);
        }
    }
    for path in &arguments.public {
        examples.extend(train::read(path, train::Source::Public, Some(&mut random))?);
    }
    let generator = train::Generator::new();
    generator.fill(arguments.invented, &mut random, &mut examples);
    writeln!(told, "{} stretches, {} forms", examples.len(), generator.forms())?;
    let learned = train::learn(&examples, arguments.rounds, &mut random, |round, loss| {
        let _ = writeln!(std::io::stderr(), "round {round}: loss {loss:.0}");
    });
    let (bytes, used) = learned.bytes();
    std::fs::write(&arguments.output, &bytes)
        .with_context(|| format!("cannot write {}", arguments.output.display()))?;
    writeln!(told, "{used} rows carry weight, {} bytes", bytes.len())?;
    for path in &arguments.measure {
        let held = train::read(path, train::Source::Own, None)?;
        let m = train::measure(&bytes, &held);
        let share = |a: usize, b: usize| 100.0 * a as f64 / b.max(1) as f64;
        writeln!(
            told,
            "{:24} found {:5.1} % of {:4}, label right {:5.1} %, {:4} false runs, {:4.1} % of {} clean stretches tagged",
            path.file_stem().unwrap_or_default().to_string_lossy(),
            share(m.found, m.labelled),
            m.labelled,
            share(m.right_label, m.labelled),
            m.false_runs,
            share(m.clean_tagged, m.clean),
            m.clean,
        )?;
    }
    Ok(())
}
