//! From text to a config: the first mistake of syntax or shape with its place, or else every other mistake at once.

use super::{
    AUTHORS,
    check::check,
    checked::Checked,
    model::Config,
    path::Path,
    problem::{Kind, Place, Problem},
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
    let (config, mut problems) = parse(text, audience)?;
    let checked = check(config, &mut problems);
    locate(text, &mut problems);
    match checked {
        Some(config) => Ok(Loaded { config, warnings: problems }),
        None => Err(problems),
    }
}

/// Reads a config without checking what it says: with mistakes of syntax or shape, all of them, or else with the fields
/// that nobody knows.
pub fn parse(text: &str, audience: Audience) -> Result<(Config, Vec<Problem>), Vec<Problem>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim_ascii().is_empty() {
        return Err(vec![Problem::error(Path::default(), Kind::Empty)]);
    }
    let tree: Tree = serde_json::from_str(text).map_err(|error| vec![syntax(&error)])?;
    parse_tree(&tree, audience).map_err(|mut problems| {
        locate(text, &mut problems);
        problems
    })
}

/// The same from JSON that somebody else has parsed.
pub fn parse_tree(tree: &Tree, audience: Audience) -> Result<(Config, Vec<Problem>), Vec<Problem>> {
    let (config, problems) = read(tree, audience);
    let shapeless = |problem: &Problem| problem.is_error() && !matches!(problem.kind, Kind::UnknownField { .. });
    if problems.iter().any(shapeless) { Err(problems) } else { Ok((config, problems)) }
}

/// Adds the place in the text to each problem. In the widget that ships the path has to do.
pub fn locate(text: &str, problems: &mut [Problem]) {
    for problem in problems.iter_mut().filter(|_| AUTHORS) {
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
