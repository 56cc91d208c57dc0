//! The figures by which findings and verdicts are measured against a labelled corpus.

use safepaste::ReasonCode;
use safepaste::policy::DestinationKind;
use serde::{Deserialize, Serialize};

/// How far a figure may fall before it counts as worse, in points.
const TOLERANCE: f64 = 0.3;

/// A labelled text. Places count Unicode code points.
#[derive(Deserialize)]
pub struct Gold {
    pub text: String,
    pub spans: Vec<GoldSpan>,
    pub bucket: Option<String>,
    pub destination: Option<String>,
    /// The kind of place to which it goes, where the rules of places are what is measured.
    pub to: Option<DestinationKind>,
    /// The rules that it breaks there: some of P1 to P5.
    #[serde(default)]
    pub places: Vec<ReasonCode>,
}

#[derive(Deserialize)]
pub struct GoldSpan {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    optional: bool,
}

impl GoldSpan {
    /// Whether it is neither a miss nor a false alarm.
    fn is_optional(&self) -> bool {
        self.optional || self.kind == "PROVIDER"
    }
}

/// What a check said of a text.
pub struct Said {
    /// Where it found something, in code points.
    pub spans: Vec<std::ops::Range<usize>>,
    pub bucket: String,
    /// The rules of places that it breaks.
    pub places: Vec<ReasonCode>,
}

/// Counts over a corpus.
#[derive(Default, Clone, Copy)]
pub struct Counts {
    elements: usize,
    covered: usize,
    touched: usize,
    right_chars: usize,
    wrong_chars: usize,
    clean_texts: usize,
    flagged_texts: usize,
    judged: usize,
    judged_right: usize,
    unsafe_texts: usize,
    unsafe_passed: usize,
    placed: usize,
    placed_right: usize,
}

impl Counts {
    /// The counts of one text.
    pub fn of(gold: &Gold, said: &Said) -> Counts {
        let text: Vec<char> = gold.text.chars().collect();
        let counts_at = |at: &usize| text[*at].is_alphanumeric();
        let required: Vec<&GoldSpan> = gold.spans.iter().filter(|span| !span.is_optional()).collect();
        let in_required = cover(required.iter().map(|span| span.start..span.end), text.len());
        let optional = gold.spans.iter().filter(|span| span.is_optional()).map(|span| span.start..span.end);
        let in_optional = cover(optional, text.len());
        let in_said = cover(said.spans.iter().cloned(), text.len());

        let mut counts = Counts { elements: required.len(), ..Counts::default() };
        for span in &required {
            let chars: Vec<usize> = (span.start..span.end).filter(counts_at).collect();
            let found = chars.iter().filter(|at| in_said[**at]).count();
            counts.covered += usize::from(!chars.is_empty() && found == chars.len());
            counts.touched += usize::from(found > 0);
        }
        for at in (0..text.len()).filter(counts_at).filter(|at| in_said[*at] && !in_optional[*at]) {
            *if in_required[at] { &mut counts.right_chars } else { &mut counts.wrong_chars } += 1;
        }
        if required.is_empty() {
            let says_something = |span: &std::ops::Range<usize>| {
                (span.start..span.end.min(text.len())).filter(counts_at).any(|at| !in_optional[at])
            };
            counts.clean_texts = 1;
            counts.flagged_texts = usize::from(said.spans.iter().any(says_something));
        }
        if let Some(bucket) = &gold.bucket {
            counts.judged = 1;
            counts.judged_right = usize::from(*bucket == said.bucket);
            counts.unsafe_texts = usize::from(bucket == "unsafe");
            counts.unsafe_passed = usize::from(bucket == "unsafe" && said.bucket == "safe");
        }
        if gold.to.is_some() {
            counts.placed = 1;
            counts.placed_right = usize::from(gold.places == said.places);
        }
        counts
    }

    /// Adds another text's counts.
    pub fn plus(self, other: Counts) -> Counts {
        Counts {
            elements: self.elements + other.elements,
            covered: self.covered + other.covered,
            touched: self.touched + other.touched,
            right_chars: self.right_chars + other.right_chars,
            wrong_chars: self.wrong_chars + other.wrong_chars,
            clean_texts: self.clean_texts + other.clean_texts,
            flagged_texts: self.flagged_texts + other.flagged_texts,
            judged: self.judged + other.judged,
            judged_right: self.judged_right + other.judged_right,
            unsafe_texts: self.unsafe_texts + other.unsafe_texts,
            unsafe_passed: self.unsafe_passed + other.unsafe_passed,
            placed: self.placed + other.placed,
            placed_right: self.placed_right + other.placed_right,
        }
    }

    /// The figures of the corpus.
    pub fn figures(self) -> Figures {
        Figures {
            element_recall: percent(self.covered, self.elements),
            touched_recall: percent(self.touched, self.elements),
            char_precision: percent(self.right_chars, self.right_chars + self.wrong_chars),
            over_redaction: percent(self.flagged_texts, self.clean_texts),
            bucket_accuracy: percent(self.judged_right, self.judged),
            unsafe_called_safe: percent(self.unsafe_passed, self.unsafe_texts),
            place_accuracy: percent(self.placed_right, self.placed),
        }
    }
}

/// The figures of a corpus, in percent; none where the corpus cannot tell.
#[derive(Debug, Default, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figures {
    /// Labelled identifiers of which every letter and digit was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    element_recall: Option<f64>,
    /// Labelled identifiers of which something was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    touched_recall: Option<f64>,
    /// Letters and digits found that are labelled.
    #[serde(skip_serializing_if = "Option::is_none")]
    char_precision: Option<f64>,
    /// Texts without an identifier in which something was found. Lower is better.
    #[serde(skip_serializing_if = "Option::is_none")]
    over_redaction: Option<f64>,
    /// Texts that came into the right bucket.
    #[serde(skip_serializing_if = "Option::is_none")]
    bucket_accuracy: Option<f64>,
    /// Unsafe texts that were called safe. Lower is better.
    #[serde(skip_serializing_if = "Option::is_none")]
    unsafe_called_safe: Option<f64>,
    /// Texts of which the rules of their place were said to be broken that are, and no others.
    #[serde(skip_serializing_if = "Option::is_none")]
    place_accuracy: Option<f64>,
}

impl Figures {
    /// Each figure with its name and whether a higher one is better.
    fn each(&self) -> [(&'static str, Option<f64>, bool); 7] {
        [
            ("element recall", self.element_recall, true),
            ("touched recall", self.touched_recall, true),
            ("char precision", self.char_precision, true),
            ("over-redaction", self.over_redaction, false),
            ("bucket accuracy", self.bucket_accuracy, true),
            ("unsafe called safe", self.unsafe_called_safe, false),
            ("place accuracy", self.place_accuracy, true),
        ]
    }

    /// What is worse than in the baseline by more than the tolerance, in words.
    pub fn worse_than(&self, baseline: &Figures) -> Vec<String> {
        let pairs = self.each().into_iter().zip(baseline.each());
        let worse = pairs.filter_map(|((name, now, rises), (_, then, _))| {
            let (now, then) = (now?, then?);
            let lost = if rises { then - now } else { now - then };
            (lost > TOLERANCE).then(|| format!("{name} was {then:.2}%, is {now:.2}%"))
        });
        worse.collect()
    }

    /// For each figure the better of two.
    pub fn better_of(&self, other: &Figures) -> Figures {
        let max = |a: Option<f64>, b: Option<f64>| a.into_iter().chain(b).reduce(f64::max);
        let min = |a: Option<f64>, b: Option<f64>| a.into_iter().chain(b).reduce(f64::min);
        Figures {
            element_recall: max(self.element_recall, other.element_recall),
            touched_recall: max(self.touched_recall, other.touched_recall),
            char_precision: max(self.char_precision, other.char_precision),
            over_redaction: min(self.over_redaction, other.over_redaction),
            bucket_accuracy: max(self.bucket_accuracy, other.bucket_accuracy),
            unsafe_called_safe: min(self.unsafe_called_safe, other.unsafe_called_safe),
            place_accuracy: max(self.place_accuracy, other.place_accuracy),
        }
    }
}

impl std::fmt::Display for Figures {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let told = self.each().into_iter().filter_map(|(name, value, _)| Some(format!("{name} {:.2}%", value?)));
        f.write_str(&told.collect::<Vec<_>>().join(", "))
    }
}

/// Which places some range covers.
fn cover(ranges: impl Iterator<Item = std::ops::Range<usize>>, length: usize) -> Vec<bool> {
    let mut covered = vec![false; length];
    for range in ranges {
        covered[range.start.min(length)..range.end.min(length)].fill(true);
    }
    covered
}

/// A share in percent with two decimals; none of nothing.
fn percent(part: usize, whole: usize) -> Option<f64> {
    #[allow(clippy::cast_precision_loss, reason = "counts of a corpus are far below 2^52")]
    (whole > 0).then(|| (part as f64 / whole as f64 * 10_000.0).round() / 100.0)
}

#[test]
fn the_formulas_count_what_they_say() {
    let gold: Gold = serde_json::from_str(
        r#"{"text":"Ann Bo, Dr. Lee, 3/14 x","bucket":"unsafe","spans":[{"start":0,"end":6,"type":"NAME"},
            {"start":12,"end":15,"type":"PROVIDER"},{"start":17,"end":21,"type":"DATE"}]}"#,
    )
    .unwrap();
    let said = Said { spans: vec![0..3, 12..15, 17..21, 22..23], bucket: "unsafe".to_owned(), places: vec![] };
    let figures = Counts::of(&gold, &said).figures();
    let expected = Figures {
        element_recall: Some(50.0),
        touched_recall: Some(100.0),
        char_precision: Some(85.71),
        over_redaction: None,
        bucket_accuracy: Some(100.0),
        unsafe_called_safe: Some(0.0),
        place_accuracy: None,
    };
    assert_eq!(figures, expected);
    let slightly_worse = Figures { char_precision: Some(85.5), ..expected };
    assert!(slightly_worse.worse_than(&expected).is_empty(), "0.21 points are within the tolerance");
    let worse = Figures { touched_recall: Some(99.0), ..expected };
    assert_eq!(worse.worse_than(&expected), ["touched recall was 100.00%, is 99.00%"]);
    assert_eq!(worse.better_of(&slightly_worse), expected);
}
