//! `problems`: the meaning, an example message and the remedy of each code, as the page `docs/problems.md`.
//!
//! Each file is a chapter. Messages are produced by the program itself, so the page shows them exactly.

mod lab;
mod page;
mod quiz;
mod shape;

use super::{Done, Failure};
use crate::config::{Path, Problem, Segment};

pub(super) fn run() -> Done {
    super::print(&page())?;
    Ok(true)
}

/// One section, for the terminal.
pub(super) fn explain(code: &str) -> Done {
    let all = || CHAPTERS.iter().flat_map(|chapter| chapter.sections);
    if let Some(section) = all().find(|it| it.code == code) {
        let message = section.message();
        super::print(&format!("{}\n\nFor example:\n  {message}\n\n{}\n", section.means, section.remedy))?;
        return Ok(true);
    }
    let near = all()
        .map(|it| (strsim::levenshtein(it.code, code), it.code))
        .min()
        .filter(|(distance, _)| *distance < 5);
    let hint = near.map_or(String::new(), |(_, near)| format!("; did you mean `{near}`?"));
    Err(Failure::misuse(format_args!("no problem has the code `{code}`{hint}")))
}

/// A group of sections.
struct Chapter {
    title: &'static str,
    about: &'static str,
    sections: &'static [Section],
}

/// The documentation of one code.
struct Section {
    code: &'static str,
    means: &'static str,
    told: Told,
    remedy: &'static str,
}

/// The source of an example message.
enum Told {
    /// All problems of a bad config in the tests.
    Fixture(&'static str),
    /// A problem made in code.
    Made(fn() -> Problem),
    /// A message of a script; `tests/docs.rs` compares it with the script.
    Words(&'static str),
}

static CHAPTERS: [&Chapter; 4] = [&shape::CHAPTER, &quiz::CHAPTER, &lab::CHAPTER, &page::CHAPTER];

const HEAD: &str = "# Problems

The meaning, an example message and the remedy for each code. You find the code in the browser’s console, in the event `career-matcher-error` and in the output of the command line. `career-matcher problems` generates this page.

Each message begins with the path in the config, such as `cards[0].options[1].points.devops`. The command line adds line and column, and often a suggestion; messages on a visitor’s page have neither.
";

fn page() -> String {
    let mut page = HEAD.to_owned();
    for Chapter { title, about, sections } in CHAPTERS {
        page += &format!("\n## {title}\n\n{about}\n");
        for section in *sections {
            let Section { code, means, remedy, .. } = section;
            let message = section.message();
            page += &format!("\n### {code}\n\n{means}\n\n```text\n{message}\n```\n\n{remedy}\n");
        }
    }
    page
}

impl Section {
    fn message(&self) -> String {
        match self.told {
            Told::Fixture(all) => {
                let own = |line: &str| line.strip_prefix(self.code)?.strip_prefix(' ').map(str::to_owned);
                all.lines().find_map(own).unwrap_or_else(|| panic!("`{}` is not told there", self.code))
            }
            Told::Made(problem) => {
                let problem = problem();
                assert_eq!(problem.code(), self.code, "another problem");
                problem.to_string()
            }
            Told::Words(words) => words.to_owned(),
        }
    }
}

/// A path such as `careers[2]`.
fn place(list: &str, index: usize) -> Path {
    Path(vec![Segment::Key(list.to_owned()), Segment::Index(index)])
}
