//! From text to a config: the first mistake of syntax or shape with its place, or else every other mistake at once.

use super::{
    AUTHORS,
    check::check,
    checked::Checked,
    limits,
    model::Config,
    path::{Path, Trail},
    place::places,
    problem::{Kind, Place, Problem},
    read::read,
    tree::Tree,
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
    let tree = tree(text, audience).map_err(|problem| vec![problem])?;
    match parse_tree(&tree, audience) {
        #[cfg(feature = "lab")]
        Ok((config, mut problems)) if audience == Audience::Author => {
            problems.extend(super::wording::wording(&tree));
            problems.extend(heavy(text));
            Ok((config, problems))
        }
        Ok(parsed) => Ok(parsed),
        Err(mut problems) => {
            locate(text, &mut problems);
            Err(problems)
        }
    }
}

/// What the command line takes and the widget doesn't.
#[cfg(feature = "lab")]
fn heavy(text: &str) -> Option<Problem> {
    let bytes = text.len();
    (bytes > limits::BYTES).then(|| Problem::warning(Path::default(), Kind::TooLarge { bytes }))
}

/// Reads JSON, with the place of the first mistake in it.
pub(super) fn tree(text: &str, audience: Audience) -> Result<Tree, Problem> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim_ascii().is_empty() {
        return Err(Problem::error(Path::default(), Kind::Empty));
    }
    let most = match audience {
        Audience::Author if AUTHORS => limits::AUTHORS_BYTES,
        _ => limits::BYTES,
    };
    if text.len() > most {
        return Err(Problem::error(Path::default(), Kind::TooLarge { bytes: text.len() }));
    }
    let tree = serde_json::from_str(text).map_err(|error| syntax(text, &error))?;
    match deepest(&tree, &Trail::Root) {
        (depth, path) if depth > limits::DEPTH => Err(too_deep(depth, places(text, &[&path]).pop())),
        _ => Ok(tree),
    }
}

/// How many lists and objects lie in each other at most, and where that is.
fn deepest(tree: &Tree, trail: &Trail) -> (usize, Path) {
    let mut most = (0, None);
    let mut see = |(depth, path): (usize, Path)| {
        if depth > most.0 {
            most = (depth, Some(path));
        }
    };
    match tree {
        Tree::List(items) => items.iter().enumerate().for_each(|(i, it)| see(deepest(it, &trail.index(i)))),
        Tree::Map(fields) => fields.iter().for_each(|(key, it)| see(deepest(it, &trail.key(key)))),
        _ => return (0, Path::default()),
    }
    (most.0 + 1, most.1.unwrap_or_else(|| trail.path()))
}

fn too_deep(depth: usize, place: Option<Place>) -> Problem {
    let kind = Kind::TooMany { what: "lists and objects in each other", count: depth, limit: limits::DEPTH };
    Problem { place, ..Problem::error(Path::default(), kind) }
}

/// The version of a config that is newer than this program. Whatever else it says may be of another shape.
fn newer(tree: &Tree) -> Option<u32> {
    let number = match tree.get("version")? {
        Tree::Number(number) => *number as u32,
        Tree::Text(text) => text.trim().split('.').next()?.parse().ok()?,
        _ => return None,
    };
    (number >= 2).then_some(number)
}

/// The same from JSON that somebody else has parsed.
pub fn parse_tree(tree: &Tree, audience: Audience) -> Result<(Config, Vec<Problem>), Vec<Problem>> {
    if let Some(found) = newer(tree) {
        return Err(vec![Problem::error(Trail::Root.key("version").path(), Kind::Version { found })]);
    }
    let (config, problems) = read(tree, audience);
    let shapeless = |problem: &Problem| problem.is_error() && !matches!(problem.kind, Kind::UnknownField { .. });
    if problems.iter().any(shapeless) { Err(problems) } else { Ok((config, problems)) }
}

/// Adds the place in the text to each problem. In the widget that ships the path has to do.
pub fn locate(text: &str, problems: &mut [Problem]) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if !AUTHORS {
        return;
    }
    let paths: Vec<_> = problems.iter().map(|problem| &problem.path).collect();
    let places = places(text, &paths);
    for (problem, place) in problems.iter_mut().zip(places) {
        problem.place.get_or_insert(place);
    }
}

fn syntax(text: &str, error: &serde_json::Error) -> Problem {
    let mut message = error.to_string();
    if let Some(end) = message.rfind(" at line ") {
        message.truncate(end);
    }
    let place = stopped(text, error);
    if message.starts_with("recursion limit") {
        // This reader gives up in the 128th.
        return too_deep(128, Some(place));
    }
    if let Some(hint) = hint(text, error).filter(|_| AUTHORS) {
        message.extend(["; ", hint]);
    }
    Problem { place: Some(place), ..Problem::error(Path::default(), Kind::Syntax { message }) }
}

/// Where reading stopped, in letters; after a line break that is the end of the line before.
fn stopped(text: &str, error: &serde_json::Error) -> Place {
    let line =
        |number: usize| text.split('\n').nth(number.saturating_sub(1)).unwrap_or_default().trim_end_matches('\r');
    match (error.line(), error.column()) {
        (number, 0) if number > 1 => Place { line: number - 1, column: line(number - 1).chars().count() + 1 },
        (number, bytes) => {
            let read = line(number).char_indices().take_while(|(at, _)| *at < bytes).count();
            Place { line: number.max(1), column: read.max(1) }
        }
    }
}

/// What authors most often mean by what is no JSON.
fn hint(text: &str, error: &serde_json::Error) -> Option<&'static str> {
    let message = error.to_string();
    let told = |what: &str| message.contains(what);
    let line = text.lines().nth(error.line().saturating_sub(1)).unwrap_or_default();
    // The column counts bytes, and is of the one that was read last.
    let at = (0..=error.column().saturating_sub(1).min(line.len())).rev().find(|at| line.is_char_boundary(*at))?;
    let (before, rest) = line.split_at(at);
    let words = rest.trim_start_matches(|it: char| it.is_ascii_punctuation());
    Some(match rest.chars().next() {
        _ if text.trim_start().starts_with('<') => "this is a web page, not a config; is the address right?",
        _ if told("trailing characters") => "there is more after the end; remove it",
        _ if told("control character") => "write a line break in a text as `\\n`",
        _ if error.is_eof() => "the end is missing; was all of it copied?",
        Some('/' | '#') => "JSON has no comments; remove it",
        Some('“' | '”' | '‘' | '’' | '„' | '«' | '\'') => "put straight quotes `\"` around names and texts",
        Some('}' | ']') if before.trim_end().ends_with(',') || before.trim().is_empty() => {
            "remove the comma after the last item"
        }
        Some('"' | '{' | '[') if told("expected `,`") => "is there a comma missing before it?",
        Some(',' | ':') => "is there a value missing before it?",
        Some(_) if ["None", "undefined", "NaN", "True", "False"].iter().any(|it| words.starts_with(it)) => {
            "write `null`, `true` or `false`"
        }
        Some(it) if it.is_alphabetic() => "put straight quotes `\"` around names and texts",
        _ => return None,
    })
}
