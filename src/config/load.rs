//! From text to a config: the first mistake of syntax or shape with its place, or else every other mistake at once.

use serde::Deserialize;

use super::{
    check::check,
    checked::Checked,
    index::closest,
    model::Config,
    path::{Path, Step},
    problem::{Kind, Place, Problem, Severity},
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
    let checked = check(&config, &mut problems);
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
    let mut unknown = Vec::new();
    let mut json = serde_json::Deserializer::from_str(text);
    let mut track = serde_path_to_error::Track::new();
    let tracked = serde_path_to_error::Deserializer::new(&mut json, &mut track);
    let config = Config::deserialize(serde_ignored::Deserializer::new(tracked, &mut |path: serde_ignored::Path| {
        unknown.push(unknown_field(&path, audience));
    }));
    match config {
        Ok(config) => match json.end() {
            Ok(()) => Ok((config, unknown)),
            Err(error) => Err(shape(Path::default(), &error)),
        },
        Err(error) => Err(shape(authored(&track.path()), &error)),
    }
}

fn shape(path: Path, error: &serde_json::Error) -> Problem {
    let mut message = error.to_string();
    if let Some(end) = message.rfind(" at line ") {
        message.truncate(end);
    }
    let kind = if error.is_data() { Kind::Shape { message } } else { Kind::Syntax { message } };
    let place = Place { line: error.line(), column: error.column() };
    Problem { place: Some(place), ..Problem::error(path, kind) }
}

fn unknown_field(path: &serde_ignored::Path, audience: Audience) -> Problem {
    let path = Path(ignored(path));
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

fn authored(path: &serde_path_to_error::Path) -> Path {
    use serde_path_to_error::Segment;
    let steps = path.iter().filter_map(|segment| match segment {
        Segment::Seq { index } => Some(Step::Index(*index)),
        Segment::Map { key } => Some(Step::Key(key.clone().into())),
        Segment::Enum { .. } | Segment::Unknown => None,
    });
    Path(steps.collect())
}

fn ignored(path: &serde_ignored::Path) -> Vec<Step> {
    use serde_ignored::Path as P;
    let (parent, step) = match path {
        P::Root => return Vec::new(),
        P::Seq { parent, index } => (parent, Step::Index(*index)),
        P::Map { parent, key } => (parent, Step::Key(key.clone().into())),
        P::Some { parent } | P::NewtypeStruct { parent } | P::NewtypeVariant { parent } => return ignored(parent),
    };
    let mut steps = ignored(parent);
    steps.push(step);
    steps
}
