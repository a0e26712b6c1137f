//! Parses the text of a config to JSON, and finds the positions of problems in the text.

use super::{
    AUTHORS, limits,
    path::{Path, Segment, Trail},
    position::{Target, positions},
    problem::{Kind, Problem},
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
        let key = path.0.last().map_or(String::new(), |segment| segment.to_string());
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

/// Adds the position in the text to each problem. The shipped widget reports only the path.
pub fn locate(text: &str, problems: &mut [Problem]) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if !AUTHORS {
        return;
    }
    let wanted: Vec<_> = problems.iter().map(|problem| (&problem.path, target(problem))).collect();
    let positions = positions(text, &wanted);
    for (problem, position) in problems.iter_mut().zip(positions) {
        problem.position.get_or_insert(position);
    }
}

/// Which part of a field is wrong: its name or its value.
fn target(problem: &Problem) -> Target {
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
