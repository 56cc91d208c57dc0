//! Questions in plain lines: the question on one line, the answer on the next, asked again until it can be used.

use super::day;
use safepaste::policy::{Answer, PracticeKind, Tool};
use std::io::{self, BufRead, Write};

/// Who asks.
pub struct Asker<R, W> {
    input: R,
    output: W,
}

impl<R: BufRead, W: Write> Asker<R, W> {
    pub fn new(input: R, output: W) -> Asker<R, W> {
        Asker { input, output }
    }

    /// An answer in free words; none where only Enter was pressed, or where nobody answers any more.
    pub fn line(&mut self, question: &str) -> io::Result<Option<String>> {
        write!(self.output, "\n{}\n> ", textwrap::fill(question, 80))?;
        self.output.flush()?;
        let mut line = String::new();
        self.input.read_line(&mut line)?;
        Ok(Some(line.trim().to_owned()).filter(|line| !line.is_empty()))
    }

    /// Yes, no or unsure.
    pub fn answer(&mut self, question: &str) -> io::Result<Answer> {
        self.ask(&format!("{question} (yes or no; Enter if not sure)"), |said| match said.to_lowercase().as_str() {
            "yes" | "y" => Ok(Answer::Yes),
            "no" | "n" => Ok(Answer::No),
            "unsure" | "not sure" | "?" => Ok(Answer::Unsure),
            _ => Err("Please answer yes or no.".to_owned()),
        })
        .map(Option::unwrap_or_default)
    }

    /// The kind of practice.
    pub fn kind(&mut self) -> io::Result<PracticeKind> {
        let question = "What kind of practice is it? Write the number; Enter takes the first.\n\
                        \x20 1 medical spa\n  2 therapist or counselor\n  3 dermatology\n  4 cosmetic services only";
        let kinds =
            [PracticeKind::MedSpa, PracticeKind::Therapist, PracticeKind::Dermatology, PracticeKind::CosmeticOnly];
        self.ask(question, |said| {
            let number = said.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            number.and_then(|at| kinds.get(at)).copied().ok_or_else(|| "Please write 1, 2, 3 or 4.".to_owned())
        })
        .map(Option::unwrap_or_default)
    }

    /// The AI tools, one after the other.
    pub fn tools(&mut self) -> io::Result<Vec<Tool>> {
        let mut tools = Vec::new();
        let mut question = "Which AI tools do you use? Write one name, such as ChatGPT; Enter if there is none.";
        while let Some(name) = self.line(question)? {
            let signed = self.ask(
                "Which day was a business associate agreement (BAA) with its maker signed, as in 2026-01-15? \
                 (Enter if none is signed)",
                day,
            )?;
            let expires = match signed {
                None => None,
                Some(signed) => {
                    self.ask("What is the last day of that agreement? (Enter if it has no end)", |said| {
                        let last = day(said)?;
                        if last < signed { Err("That is before it was signed.".to_owned()) } else { Ok(last) }
                    })?
                }
            };
            tools.push(Tool { name, signed, expires });
            question = "Another tool? (Enter if there is none)";
        }
        Ok(tools)
    }

    /// Asks until the answer can be read; none where only Enter was pressed.
    fn ask<T>(&mut self, question: &str, read: impl Fn(&str) -> Result<T, String>) -> io::Result<Option<T>> {
        loop {
            let Some(said) = self.line(question)? else { return Ok(None) };
            match read(&said) {
                Ok(answer) => return Ok(Some(answer)),
                Err(help) => writeln!(self.output, "{help}")?,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn asker(typed: &str) -> Asker<&[u8], Vec<u8>> {
        Asker::new(typed.as_bytes(), Vec::new())
    }

    #[test]
    fn an_answer_is_asked_for_again_until_it_can_be_used() {
        let cases = [
            ("yes\n", Answer::Yes),
            ("N\r\n", Answer::No),
            ("\n", Answer::Unsure),
            ("", Answer::Unsure),
            ("maybe\nno\n", Answer::No),
        ];
        for (typed, expected) in cases {
            assert_eq!(asker(typed).answer("?").unwrap(), expected, "{typed:?}");
        }
        assert_eq!(asker("9\n2\n").kind().unwrap(), PracticeKind::Therapist);
        assert_eq!(asker("").kind().unwrap(), PracticeKind::MedSpa);
    }

    #[test]
    fn tools_are_asked_for_until_there_are_no_more() {
        let typed = "ChatGPT\n\nScribe\n2026-1-5\n2026-01-15\n2025-01-15\n2027-01-15\n\n";
        let expected = [
            Tool { name: "ChatGPT".to_owned(), signed: None, expires: None },
            Tool { name: "Scribe".to_owned(), signed: Some(date(2026, 1, 15)), expires: Some(date(2027, 1, 15)) },
        ];
        assert_eq!(asker(typed).tools().unwrap(), expected);
    }
}
