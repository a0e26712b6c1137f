//! Parses and checks a config: reports mistakes of syntax or shape first, otherwise every other mistake at once.

use super::{
    check::check,
    checked::Checked,
    model::Config,
    path::Trail,
    problem::{Kind, Problem},
    read::read,
    source::{Audience, locate, tree},
    tree::Tree,
};

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
    (bytes > super::limits::BYTES).then(|| Problem::warning(super::path::Path::default(), Kind::TooLarge { bytes }))
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
