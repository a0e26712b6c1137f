//! From text to a config: the first mistake of syntax or shape with its place, or else every other mistake at once.

use super::{
    check::check,
    checked::Checked,
    index::closest,
    model::Config,
    path::{Path, Step},
    problem::{Kind, Place, Problem, Severity},
    read::read,
    tree::{Tree, place},
};

/// Who gets to hear of unknown fields as errors.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Audience {
    /// Tests, the command line, the studio: a typo must not pass.
    Author,
    /// A stranger's page: an older widget plays a newer config of the same version, and mentions what it skips.
    Visitor,
}

/// A config that can be played, and what its author should still look at.
#[derive(Clone, Debug)]
pub struct Loaded {
    pub config: Checked,
    pub warnings: Vec<Problem>,
}

/// Reads and checks a config.
pub fn load(text: &str, audience: Audience) -> Result<Loaded, Vec<Problem>> {
    let (config, mut problems) = parse(text, audience).map_err(|problem| vec![problem])?;
    let checked = check(config, &mut problems);
    locate(text, &mut problems);
    match checked {
        Some(config) => Ok(Loaded { config, warnings: problems }),
        None => Err(problems),
    }
}

/// Reads a config without checking what it says. The list names the fields that nobody knows.
pub fn parse(text: &str, audience: Audience) -> Result<(Config, Vec<Problem>), Problem> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim_ascii().is_empty() {
        return Err(Problem::error(Path::default(), Kind::Empty));
    }
    let tree: Tree = serde_json::from_str(text).map_err(|error| syntax(&error))?;
    let mut unknown = Vec::new();
    match read(&tree, &mut unknown) {
        Ok(config) => Ok((config, unknown.into_iter().map(|path| unknown_field(path, audience)).collect())),
        Err((path, kind)) => {
            let place = Some(place(text, &path));
            Err(Problem { place, ..Problem::error(path, kind) })
        }
    }
}

/// Adds the place in the text to each problem.
pub fn locate(text: &str, problems: &mut [Problem]) {
    for problem in problems {
        problem.place.get_or_insert_with(|| place(text, &problem.path));
    }
}

fn syntax(error: &serde_json::Error) -> Problem {
    let mut message = error.to_string();
    if let Some(end) = message.rfind(" at line ") {
        message.truncate(end);
    }
    let place = Some(Place { line: error.line(), column: error.column() });
    Problem { place, ..Problem::error(Path::default(), Kind::Syntax { message }) }
}

fn unknown_field(path: Path, audience: Audience) -> Problem {
    let suggestion = match path.0.last() {
        Some(Step::Key(name)) => closest(name, FIELDS.iter().copied()),
        _ => None,
    };
    let severity = match audience {
        Audience::Author => Severity::Error,
        Audience::Visitor => Severity::Warning,
    };
    Problem { severity, ..Problem::error(path, Kind::UnknownField { suggestion }) }
}

/// Every field of the format, for "did you mean".
const FIELDS: [&str; 33] = [
    "$schema",
    "accent",
    "body",
    "cards",
    "careers",
    "cta",
    "day",
    "firstSteps",
    "heading",
    "high",
    "href",
    "id",
    "intro",
    "kind",
    "label",
    "language",
    "low",
    "matching",
    "max",
    "min",
    "model",
    "note",
    "options",
    "points",
    "prompt",
    "required",
    "show",
    "steps",
    "summary",
    "theme",
    "title",
    "tools",
    "version",
];
