//! Problems of an imported quiz, reported in terms of the table: rows and columns, without JSON.

use serde_json::Value;

use super::{Origin, columns::FIELDS};
use crate::{
    cli::marked,
    config::{Kind, Problem, Segment},
};

/// The quiz, and the origin of its parts in the table.
pub(super) struct Table<'a> {
    pub(super) quiz: &'a Value,
    pub(super) origins: &'a [(String, Origin)],
    /// The fields with a column in the table.
    pub(super) fields: &'a [&'static str],
}

/// A problem as one line, with its position in the table if known.
pub(super) fn told(problem: &Problem, table: &Table) -> String {
    let mark = marked(problem);
    let plain = Problem { position: None, ..problem.clone() };
    if table.fields.is_empty() {
        return format!("{mark}: {plain}");
    }
    let words = table.words(problem).unwrap_or_else(|| problem.message());
    match table.origin(problem) {
        Some(at) => format!("{mark}: {at}: {words}"),
        None if matches!(problem.kind, Kind::NoCards | Kind::NoCareers) => format!("{mark}: {words}"),
        None => format!("{mark}: {plain}"),
    }
}

impl Table<'_> {
    /// The row, and the column if known.
    fn origin(&self, problem: &Problem) -> Option<String> {
        let path = problem.path.to_string();
        let begins =
            |start: &str| path.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']));
        let found = self.origins.iter().rev().filter(|(start, _)| begins(start));
        let (start, Origin { row, column }) = found.max_by_key(|(start, _)| start.len())?;
        // The first field after the origin's path.
        let rest = path[start.len()..].trim_start_matches('.');
        let field = rest.split(['.', '[']).next().unwrap_or_default();
        let column = match column {
            Some(column) => format!(", column {column}"),
            None if FIELDS.contains(&field) => format!(", column `{field}`"),
            None => String::new(),
        };
        Some(format!("row {row}{column}"))
    }

    /// The message for the table's author; `None` to use the message for JSON.
    fn words(&self, problem: &Problem) -> Option<String> {
        Some(match &problem.kind {
            Kind::NoCards if self.origins.iter().all(|(_, it)| it.row == 1) => {
                "the table has only its first row; write a row for each answer below it".to_owned()
            }
            Kind::NoCards => "no row has a question; write a row for each answer".to_owned(),
            Kind::NoCareers => {
                "row 1: no column is a career; add a column for each career, with its name in row 1 and its points below"
                    .to_owned()
            }
            Kind::NoOptions => "this question needs at least two answers; write a row for each answer".to_owned(),
            Kind::MissingField { field: "low" | "high", .. } => self.ends(problem),
            Kind::StrayField { field: "options", kind } => format!(
                "a `{kind}` question has no answers in the column `label`; empty those cells, or write `single` in the column `kind`"
            ),
            Kind::StrayField { field: "points", kind: "single" | "multiple" } => {
                "this row has points, but no answer; write the answer in the column `label`".to_owned()
            }
            Kind::Missing { field: "imageAlt" } => {
                "the picture has no description; write one in the column `imageAlt`".to_owned()
            }
            Kind::Blank => match problem.path.0.last() {
                Some(Segment::Key(field)) if FIELDS.contains(&field.as_str()) => {
                    "this cell is empty; write the text for visitors".to_owned()
                }
                _ => return None,
            },
            _ => return None,
        })
    }

    /// The message for a scale without labels for its ends.
    fn ends(&self, problem: &Problem) -> String {
        let card = match problem.path.0.get(1) {
            Some(Segment::Index(at)) => &self.quiz["cards"][*at],
            _ => &Value::Null,
        };
        let lacks: Vec<_> = ["low", "high"].into_iter().filter(|it| card[*it].is_null()).collect();
        let has_columns = lacks.iter().all(|it| self.fields.contains(it));
        let examples = "for example, Not at all and Very much";
        match (lacks.as_slice(), has_columns) {
            ([one], _) => format!("a scale needs labels for both ends; fill in the column `{one}`, too"),
            (_, true) => {
                format!("a scale needs labels for both ends; fill in the columns `low` and `high`, {examples}")
            }
            (_, false) => {
                format!("a scale needs labels for both ends; add the columns `low` and `high` with labels, {examples}")
            }
        }
    }
}
