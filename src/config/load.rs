//! Parses and checks a config: reports mistakes of syntax or shape first, otherwise every other mistake at once.

use super::{
    AUTHORS,
    check::check,
    checked::Checked,
    limits,
    model::Config,
    path::{Path, Segment, Trail},
    position::{Target, positions},
    problem::{Kind, Problem},
    read::read,
    syntax::{mistakes, too_deep},
    tree::Tree,
};

/// Who reads the problems. Decides whether unknown fields are errors.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Audience {
    /// Authors, with tests or the command line: unknown fields are errors, because they may be typing errors.
    Author,
    /// Visitors of a page: an older widget plays a newer config of the same version, and warns about fields that it
    /// skips.
    Visitor,
}

/// A config that can be played, and the warnings for its author.
#[derive(Clone, Debug)]
pub struct Loaded {
    pub config: Checked,
    pub warnings: Vec<Problem>,
    /// The number of warnings that the author has accepted.
    pub accepted: usize,
}

/// Parses and checks a config.
pub fn load(text: &str, audience: Audience) -> Result<Loaded, Vec<Problem>> {
    let tree = tree(text, audience).map_err(|problems| unread(problems, audience))?;
    let loaded = read_and_check(text, &tree, audience);
    let finish = |mut problems: Vec<Problem>| {
        locate(text, &mut problems);
        #[cfg(feature = "authors")]
        if audience == Audience::Author {
            super::advice::advise(text.strip_prefix('\u{feff}').unwrap_or(text), &tree, &mut problems);
        }
        problems
    };
    match loaded {
        Ok((config, warnings)) => {
            let all = warnings.len();
            #[cfg(feature = "authors")]
            let warnings: Vec<_> = warnings.into_iter().filter(|it| !config.accepts(it)).collect();
            let accepted = all - warnings.len();
            Ok(Loaded { config, warnings: finish(warnings), accepted })
        }
        Err(problems) => Err(finish(problems)),
    }
}

/// The problems of a text that can't be parsed.
fn unread(problems: Vec<Problem>, audience: Audience) -> Vec<Problem> {
    #[cfg(feature = "authors")]
    if audience == Audience::Author {
        return super::advice::unread(problems);
    }
    let _ = audience;
    problems
}

fn read_and_check(text: &str, tree: &Tree, audience: Audience) -> Result<(Checked, Vec<Problem>), Vec<Problem>> {
    let (config, mut problems) = parse_of(text, tree, audience)?;
    match check(config, &mut problems) {
        Some(config) => Ok((config, problems)),
        None => Err(problems),
    }
}

/// Reads a config without checking its content. Returns all mistakes of syntax or shape, or else the unknown fields.
pub fn parse(text: &str, audience: Audience) -> Result<(Config, Vec<Problem>), Vec<Problem>> {
    parse_of(text, &tree(text, audience)?, audience).map_err(|mut problems| {
        locate(text, &mut problems);
        problems
    })
}

fn parse_of(text: &str, tree: &Tree, audience: Audience) -> Result<(Config, Vec<Problem>), Vec<Problem>> {
    let parsed = parse_tree(tree, audience);
    #[cfg(feature = "authors")]
    if audience == Audience::Author {
        let told = |(config, mut problems): (Config, Vec<Problem>)| {
            problems.extend(super::lint::lint(tree));
            problems.extend(heavy(text));
            (config, problems)
        };
        return parsed.map(told);
    }
    let _ = text;
    parsed
}

/// What the command line can read and the widget can't.
#[cfg(feature = "authors")]
fn heavy(text: &str) -> Option<Problem> {
    let bytes = text.len();
    (bytes > limits::BYTES).then(|| Problem::warning(Path::default(), Kind::TooLarge { bytes }))
}

/// Parses JSON, or returns all mistakes of syntax that can be reported at once.
pub(super) fn tree(text: &str, audience: Audience) -> Result<Tree, Vec<Problem>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim_ascii().is_empty() {
        return Err(vec![Problem::error(Path::default(), Kind::Empty)]);
    }
    let most = match audience {
        Audience::Author if AUTHORS => limits::AUTHORS_BYTES,
        _ => limits::BYTES,
    };
    if text.len() > most {
        return Err(vec![Problem::error(Path::default(), Kind::TooLarge { bytes: text.len() })]);
    }
    let tree: Tree = serde_json::from_str(text).map_err(|error| mistakes(text, &error))?;
    match deepest(&tree, &Trail::Root) {
        (depth, path) if depth > limits::DEPTH => {
            return Err(vec![too_deep(depth, positions(text, &[(&path, Target::Value)]).pop())]);
        }
        _ => {}
    }
    #[cfg(feature = "authors")]
    if tree.repeats() {
        return Err(repeated(text));
    }
    Ok(tree)
}

/// Keys that occur twice in an object, each with both positions.
#[cfg(feature = "authors")]
fn repeated(text: &str) -> Vec<Problem> {
    let told = |(path, first, second): (Path, _, _)| {
        let key = path.0.last().map_or(String::new(), |step| step.to_string());
        let kind = Kind::Found(super::Finding::RepeatedKey { key, first });
        Problem { position: Some(second), ..Problem::error(path, kind) }
    };
    super::position::repeated(text).into_iter().map(told).collect()
}

/// The maximum depth of nested lists and objects, and its path.
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

/// The version of a config that is newer than this program. Its other fields may have another shape.
fn newer(tree: &Tree) -> Option<u32> {
    let number = match tree.get("version")? {
        Tree::Number(number) => *number as u32,
        Tree::Text(text) => text.trim().split('.').next()?.parse().ok()?,
        _ => return None,
    };
    (number >= 2).then_some(number)
}

/// The same for JSON that is already parsed.
pub fn parse_tree(tree: &Tree, audience: Audience) -> Result<(Config, Vec<Problem>), Vec<Problem>> {
    if let Some(found) = newer(tree) {
        return Err(vec![Problem::error(Trail::Root.key("version").path(), Kind::Version { found })]);
    }
    let (config, problems) = read(tree, audience);
    let shapeless = |problem: &Problem| problem.is_error() && !matches!(problem.kind, Kind::UnknownField { .. });
    if problems.iter().any(shapeless) { Err(problems) } else { Ok((config, problems)) }
}

/// Adds the position in the text to each problem. The shipped widget reports only the path.
pub fn locate(text: &str, problems: &mut [Problem]) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if !AUTHORS {
        return;
    }
    let wanted: Vec<_> = problems.iter().map(|problem| (&problem.path, part(problem))).collect();
    let positions = positions(text, &wanted);
    for (problem, position) in problems.iter_mut().zip(positions) {
        problem.position.get_or_insert(position);
    }
}

/// Which part of a field is wrong: its name or its value.
fn part(problem: &Problem) -> Target {
    let is_last = |word: &str| matches!(problem.path.0.last(), Some(Segment::Key(key)) if key == word);
    let is_name = match &problem.kind {
        Kind::UnknownField { .. } => true,
        Kind::UnknownId { id, .. } | Kind::UnknownCard { id, .. } => is_last(id),
        #[cfg(feature = "authors")]
        Kind::Found(finding) => finding.tag().is_some_and(is_last),
        _ => false,
    };
    if is_name { Target::Name } else { Target::Value }
}
