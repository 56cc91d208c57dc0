//! A page that grows: plain text of at most 80 columns for a terminal, or Markdown for a file.

/// The width of the text, in columns.
pub(super) const WIDTH: usize = 80;

/// How a page is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// For a terminal.
    Plain,
    /// For a file that is printed or published.
    Markdown,
}

/// The page.
pub(super) struct Page {
    form: Form,
    pub text: String,
}

impl Page {
    pub fn new(form: Form) -> Page {
        Page { form, text: String::new() }
    }

    /// The title of the page.
    pub fn title(&mut self, title: &str) {
        match self.form {
            Form::Plain => self.text += &format!("{title}\n{}\n", "=".repeat(title.chars().count())),
            Form::Markdown => self.text += &format!("# {}\n", escaped(title)),
        }
    }

    /// The heading of a section.
    pub fn heading(&mut self, heading: &str) {
        match self.form {
            Form::Plain => self.text += &format!("\n{}\n", heading.to_uppercase()),
            Form::Markdown => self.text += &format!("\n## {}\n\n", escaped(heading)),
        }
    }

    pub fn paragraph(&mut self, text: &str) {
        self.fill(&self.written(text), "", "");
    }

    /// An item of a list: what it is about, and what is said of it.
    pub fn item(&mut self, about: &str, text: &str) {
        match self.form {
            Form::Plain => self.fill(&format!("{about}: {text}"), "  ", "    "),
            Form::Markdown => self.fill(&format!("**{}**: {}", escaped(about), escaped(text)), "- ", "  "),
        }
    }

    /// A table; its first column is wide, the others as wide as their heads.
    pub fn table(&mut self, heads: &[&str], rows: &[Vec<&str>]) {
        let width = |column: usize| {
            let cells = rows.iter().filter_map(|row| row.get(column)).chain(heads.get(column));
            cells.map(|cell| cell.chars().count()).max().unwrap_or_default()
        };
        let widths: Vec<usize> = (0..heads.len()).map(width).collect();
        let line = |cells: &[&str]| {
            let cells = cells.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}"));
            match self.form {
                Form::Plain => cells.collect::<Vec<_>>().join("  ").trim_end().to_owned(),
                Form::Markdown => format!("| {} |", cells.collect::<Vec<_>>().join(" | ")),
            }
        };
        let rule: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
        let rule: Vec<&str> = rule.iter().map(String::as_str).collect();
        let lines: Vec<String> =
            [line(heads), line(&rule)].into_iter().chain(rows.iter().map(|row| line(row))).collect();
        self.text += &format!("{}\n", lines.join("\n"));
    }

    /// What keeps a paragraph apart from a table or a list beside it.
    pub fn gap(&mut self) {
        if self.form == Form::Markdown {
            self.text.push('\n');
        }
    }

    fn written(&self, text: &str) -> String {
        if self.form == Form::Markdown { escaped(text) } else { text.to_owned() }
    }

    fn fill(&mut self, text: &str, first: &str, rest: &str) {
        let options = textwrap::Options::new(WIDTH)
            .initial_indent(first)
            .subsequent_indent(rest)
            .word_splitter(textwrap::WordSplitter::NoHyphenation);
        self.text += &format!("{}\n", textwrap::fill(text, options));
    }
}

/// Text whose signs mean nothing to Markdown, save code in backticks.
fn escaped(text: &str) -> String {
    let escape =
        |c: char| if matches!(c, '*' | '_' | '[' | ']' | '<' | '>' | '|' | '\\') { vec!['\\', c] } else { vec![c] };
    text.split('`')
        .enumerate()
        .map(|(at, part)| if at % 2 == 1 { part.to_owned() } else { part.chars().flat_map(escape).collect() })
        .collect::<Vec<String>>()
        .join("`")
}
