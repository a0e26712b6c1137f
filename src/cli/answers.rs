//! Answers in CSV: a header of card ids, then one row per visitor. A cell contains an option id, several ids joined by
//! `|`, a step of a scale, `like` or `pass`, or nothing.

use std::{
    fs::File,
    io::{self, Read},
    path::Path,
};

use csv::{Reader, StringRecord};

use super::{Failure, sheet::rows_of};
use crate::{
    matcher::{Answer, Answers},
    quiz::Quiz,
};

/// All answers in a table, or an error message for each bad row; an error if the header is bad.
pub fn answers_in(table: Vec<u8>, quiz: &Quiz) -> Result<Vec<Result<Answers, String>>, String> {
    let mut rows = Rows::read(Box::new(io::Cursor::new(table)), quiz, |error| error.to_string(), |_| {})?;
    Ok(std::iter::from_fn(|| rows.next(quiz)).collect())
}

/// A stream of answers.
pub(super) struct Rows {
    reader: Reader<Box<dyn Read>>,
    /// By column: the card with that id, if any.
    cards: Vec<Option<usize>>,
    header: StringRecord,
    record: StringRecord,
    /// The column to copy into the output.
    id: Option<usize>,
}

impl Rows {
    /// Opens a file, or standard input for `-`. Columns without a card are reported once and ignored, except the column
    /// to copy.
    pub(super) fn open(path: &Path, quiz: &Quiz, id: Option<&str>) -> Result<Self, Failure> {
        let fault = |error: &dyn std::fmt::Display| Failure::new(format_args!("`{}`: {error}", path.display()));
        let input: Box<dyn Read> = if path == Path::new("-") {
            Box::new(io::stdin().lock())
        } else {
            Box::new(File::open(path).map_err(|error| fault(&error))?)
        };
        let mut rows = Self::read(input, quiz, fault, |unknown| {
            let unknown: Vec<_> = unknown.iter().copied().filter(|it| Some(*it) != id).collect();
            if !unknown.is_empty() {
                eprintln!(
                    "warning: no card has these ids, so their columns are ignored: {}",
                    crate::config::listed::each(&unknown)
                );
            }
        })?;
        if let Some(column) = id {
            rows.id = rows.header.iter().position(|it| it == column);
            if rows.id.is_none() {
                return Err(fault(&format_args!("the header has no column `{column}`")));
            }
        }
        Ok(rows)
    }

    fn read<E>(
        input: Box<dyn Read>,
        quiz: &Quiz,
        fault: impl Fn(&dyn std::fmt::Display) -> E,
        ignored: impl Fn(&[&str]),
    ) -> Result<Self, E> {
        let mut reader = rows_of(input).map_err(|error| fault(&error))?;
        let mut header = reader.headers().map_err(|error| fault(&error))?.clone();
        header.trim();
        let card = |id: &str| quiz.config().cards().iter().position(|card| card.id == id);
        let cards: Vec<_> = header.iter().map(card).collect();
        let unknown = header.iter().zip(&cards).filter(|(_, card)| card.is_none());
        let unknown: Vec<_> = unknown.map(|(id, _)| id).collect();
        if !unknown.is_empty() {
            ignored(&unknown);
        }
        let named = |(at, card): (usize, &Option<usize>)| card.is_some() && cards[..at].contains(card);
        if let Some(at) = cards.iter().enumerate().position(named) {
            return Err(fault(&format_args!("the header names `{}` twice", &header[at])));
        }
        if cards.iter().all(Option::is_none) {
            return Err(fault(&"the header names no card of the config"));
        }
        Ok(Self { reader, cards, header, record: StringRecord::new(), id: None })
    }

    /// The line of the last row read, and its cell in the column to copy.
    pub(super) fn place(&self) -> (u64, Option<&str>) {
        let line = self.record.position().map_or(0, csv::Position::line);
        (line, self.id.and_then(|at| self.record.get(at)))
    }

    /// The next visitor's answers, or an error message for the row.
    pub(super) fn next(&mut self, quiz: &Quiz) -> Option<Result<Answers, String>> {
        match self.reader.read_record(&mut self.record) {
            Ok(false) => None,
            Ok(true) => {
                self.record.trim();
                Some(self.answers(quiz))
            }
            Err(error) => Some(Err(match error.kind() {
                csv::ErrorKind::Utf8 { pos: Some(at), err } => {
                    let column = self.header.get(err.field()).unwrap_or_default();
                    format!("line {}, column `{column}`: the cell is not UTF-8", at.line())
                }
                _ => error.to_string(),
            })),
        }
    }

    fn answers(&self, quiz: &Quiz) -> Result<Answers, String> {
        let line = self.record.position().map_or(0, csv::Position::line);
        if self.record.len() != self.header.len() {
            let (cells, columns) = (self.record.len(), self.header.len());
            return Err(format!("line {line}: {cells} cells, but the header has {columns} columns"));
        }
        let mut answers = vec![None; quiz.config().cards().len()];
        for (column, (cell, card)) in self.record.iter().zip(&self.cards).enumerate() {
            if let (Some(card), false) = (card, cell.is_empty()) {
                let words = |words: String| format!("line {line}, column `{}`: {words}", &self.header[column]);
                answers[*card] = answer(quiz, *card, cell).map_err(words)?;
            }
        }
        Ok(answers)
    }
}

fn answer(quiz: &Quiz, card: usize, cell: &str) -> Result<Option<Answer>, String> {
    let asked = &quiz.config().cards()[card];
    let row = |name: &str| {
        let name = name.trim();
        asked
            .response
            .row(name)
            .ok_or_else(|| format!("`{name}` is not an answer to this card; use {}", known(asked)))
    };
    let rows = cell.split('|').map(row).collect::<Result<Vec<_>, _>>()?;
    let (min, max) = asked.response.picks();
    let exclusive = asked.response.exclusive();
    let alone = |row: usize| exclusive >> row & 1 == 1;
    let answer = Answer::of(rows.iter().copied());
    match answer.map_or(0, Answer::count) {
        count if count != rows.len() => Err(format!("`{cell}` names an answer twice")),
        1 if rows.iter().any(|row| alone(*row)) => Ok(answer),
        _ if rows.iter().any(|row| alone(*row)) => {
            let names = rows.iter().filter(|row| alone(**row)).map(|row| asked.response.name(*row)).collect::<Vec<_>>();
            Err(format!("`{}` can't be picked together with others", names.join("`, `")))
        }
        count if count < min => Err(format!("`{cell}` picks {count}, the card takes at least {min}")),
        count if count > max => Err(format!("`{cell}` picks {count}, the card takes at most {max}")),
        _ => Ok(answer),
    }
}

/// The possible answers to a card, as text.
fn known(card: &crate::config::Card) -> String {
    let names: Vec<_> = (0..card.response.len()).map(|row| card.response.name(row)).collect();
    match names.as_slice() {
        [first, .., last]
            if matches!(
                card.response,
                crate::config::ResponseFormat::Line { line: crate::config::Line::Scale { .. }, .. }
            ) =>
        {
            format!("`{first}` to `{last}`")
        }
        names => crate::config::listed::either(names),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use proptest::prelude::*;

    use super::*;
    use crate::config::{Audience, load};

    const QUIZ: &str = r#"{ "version": 1, "title": "Q", "careers": [{ "id": "a", "title": "A" }], "cards": [
        { "id": "x", "kind": "swipe", "prompt": "P", "points": { "a": 1 } },
        { "id": "y", "kind": "scale", "prompt": "P", "low": "L", "high": "H", "points": { "a": 1 } }] }"#;

    proptest! {
        /// For any file, each row gives answers or an error message, and reading ends.
        #[test]
        fn no_answers_are_too_strange(head in "(x|y|z|,|\"|é){0,6}", text in "(like|pass|x|,|\"|\r?\n|[0-9]{1,3}|\\||é| ){0,60}") {
            let quiz = Quiz::new(load(QUIZ, Audience::Author).expect("it is fine").config);
            for text in [format!("x,y\n{text}"), format!("{head}\n{text}")] {
                let length = text.len();
                let fault = |error: &dyn std::fmt::Display| Failure::new(error);
                let Ok(mut rows) = Rows::read(Box::new(Cursor::new(text)), &quiz, fault, |_| {}) else { continue };
                let told = std::iter::from_fn(|| rows.next(&quiz)).take(length + 2).count();
                prop_assert!(told <= length);
            }
        }
    }
}
