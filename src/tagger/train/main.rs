//! `train-tagger`: learns the weights of the tagger, the gist, the judge and the questions from labelled texts.

use anyhow::{Context as _, Result, anyhow};
use clap::Parser;
use safepaste::tagger::train::{self, Example, Report, Source, Text};
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// Learns the weights of the tagger, the gist, the judge and the questions from labelled texts.
#[derive(Parser)]
struct Arguments {
    /// Corpora labelled by the project, JSON Lines.
    #[arg(long, num_args = 1..)]
    own: Vec<PathBuf>,
    /// Public corpora of people and places, JSON Lines.
    #[arg(long, num_args = 0..)]
    public: Vec<PathBuf>,
    /// How many texts are invented of each form.
    #[arg(long, default_value_t = 60)]
    invented: usize,
    /// How many copies of the own corpora are read, each with its own changes of case, all but the first with other
    /// names.
    #[arg(long, default_value_t = 3)]
    copies: usize,
    /// How often each text is read.
    #[arg(long, default_value_t = 8)]
    rounds: usize,
    /// Corpora to measure the tagger on, JSON Lines; nothing is learned from them. Told for each label: how many runs
    /// were tagged with it, with any, how many are labelled, and how many tagged runs are labelled by nobody.
    #[arg(long, num_args = 0..)]
    measure: Vec<PathBuf>,
    /// Learn nothing, and write the average of these weights of taggers.
    #[arg(long, num_args = 2.., conflicts_with = "own")]
    average: Vec<PathBuf>,
    /// Where the tagger's weights go.
    #[arg(long, default_value = "src/tagger/weights.bin")]
    output: PathBuf,
    /// Where the weights go that tell what a text is about.
    #[arg(long, default_value = "src/context/gist.bin")]
    gist: PathBuf,
    /// Where the judge's weights go.
    #[arg(long, default_value = "src/context/judge.bin")]
    judge: PathBuf,
    /// Where the weights go that answer questions about a text.
    #[arg(long, default_value = "src/context/question.bin")]
    question: PathBuf,
}

/// How many taggers learn from all own texts, each from other changes of case, names and inventions: the shipped one is
/// their average, which hangs less on what was drawn.
const WHOLE: usize = 3;

/// What the tagger learns from besides the own texts.
struct Material {
    arguments: Arguments,
    public: Vec<Text>,
    generator: train::Generator,
}

impl Material {
    /// Learns a tagger from these own texts and all else.
    fn learn(&self, own: &[&Text], seed: u64) -> Report {
        let mut random = fastrand::Rng::with_seed(seed);
        let mut examples: Vec<Example> = Vec::new();
        for copy in 0..self.arguments.copies {
            if copy == 0 {
                examples.extend(train::examples(own.iter().copied(), Source::Own, Some(&mut random)));
            } else {
                let renamed: Vec<Text> = own.iter().map(|text| self.generator.renamed(text, &mut random)).collect();
                examples.extend(train::examples(&renamed, Source::Own, Some(&mut random)));
            }
        }
        examples.extend(train::examples(&self.public, Source::Public, Some(&mut random)));
        self.generator.fill(self.arguments.invented, &mut random, &mut examples);
        let mut told = std::io::stderr();
        let _ = writeln!(told, "{} stretches, {} forms", examples.len(), self.generator.forms());
        train::learn(&examples, self.arguments.rounds, &mut random, |round, loss| {
            let _ = writeln!(told, "round {round}: loss {loss:.0}");
        })
    }
}

fn read_all(paths: &[PathBuf]) -> Result<Vec<Text>> {
    let texts: Result<Vec<Vec<Text>>> = paths.iter().map(|path| train::read(path)).collect();
    Ok(texts?.into_iter().flatten().collect())
}

fn save(path: &Path, bytes: &[u8]) -> Result<()> {
    std::fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let mut told = std::io::stderr();
    if !arguments.average.is_empty() {
        let reports = arguments.average.iter().map(|path| std::fs::read(path).map(|bytes| Report::read(&bytes)));
        let reports = reports.collect::<Result<Vec<_>, _>>().context("cannot read the weights")?;
        return save(&arguments.output, &Report::average(&reports).bytes().0);
    }
    let own = read_all(&arguments.own)?;
    let public = read_all(&arguments.public)?;
    let material = Material { arguments, public, generator: train::Generator::new() };

    // The judge must see tags and gists as they are on texts that nothing was learned from, so two more of each learn
    // from one half of the own texts and read the other.
    let half = |side: usize| own.iter().enumerate().filter(move |(at, _)| at / 2 % 2 == side).map(|(_, text)| text);
    let material = &material;
    let [first, second, whole @ ..] = std::thread::scope(|scope| {
        let all = || own.iter().collect();
        let own: [(Vec<&Text>, u64); 2 + WHOLE] =
            [(half(1).collect(), 1996), (half(0).collect(), 1997), (all(), 1998), (all(), 1999), (all(), 2000)];
        let taggers = own.map(|(own, seed)| scope.spawn(move || material.learn(&own, seed)));
        taggers.map(std::thread::ScopedJoinHandle::join)
    });
    let failed = |_| anyhow!("a thread failed");
    let (first, second) = (first.map_err(failed)?.bytes(), second.map_err(failed)?.bytes());
    let whole = whole.into_iter().collect::<Result<Vec<_>, _>>().map_err(failed)?;
    let mut candidates = train::Candidates::default();
    let random = || fastrand::Rng::with_seed(1996);
    let halves = [first, second].map(|(bytes, _)| bytes);
    let gists = [1, 0].map(|side| train::learn_gist(half(side), &mut random()));
    for (side, (bytes, gist)) in halves.iter().zip(&gists).enumerate() {
        candidates.add(bytes, gist.clone(), half(side));
    }
    save(&material.arguments.gist, &train::learn_gist(&own, &mut random()))?;
    let (all, labelled) = candidates.count();
    writeln!(told, "{all} candidates to judge, {labelled} of them labelled")?;
    let judge = train::learn_to_judge(&candidates, &mut random());
    save(&material.arguments.judge, &judge)?;
    let mut parts = train::Parts::default();
    for (side, (bytes, gist)) in halves.iter().zip(&gists).enumerate() {
        parts.add(bytes, gist.clone(), judge.clone(), half(side))?;
    }
    save(&material.arguments.question, &train::learn_questions(&parts, &mut random()))?;

    let (bytes, used) = Report::average(&whole).bytes();
    save(&material.arguments.output, &bytes)?;
    writeln!(told, "{used} rows carry weight, {} bytes", bytes.len())?;
    for path in &material.arguments.measure {
        let held = train::examples(&train::read(path)?, Source::Own, None);
        write!(told, "{:22}", path.file_stem().unwrap_or_default().to_string_lossy())?;
        for (label, m) in train::LABELS.iter().zip(train::measure(&bytes, &held)) {
            let label = &format!("{label:?}")[..4];
            write!(told, " {label} {}/{} of {}, {} false;", m.right, m.found, m.labelled, m.false_runs)?;
        }
        writeln!(told)?;
    }
    Ok(())
}
