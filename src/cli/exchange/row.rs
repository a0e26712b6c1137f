//! A table row with its columns' meanings, and numbers in the formats of all countries.

use super::{ImportError, columns::Column};

/// A row about a card.
pub(super) struct Row<'a> {
    pub(super) line: u64,
    pub(super) cells: &'a [String],
    pub(super) columns: &'a [Column],
}

impl Row<'_> {
    pub(super) fn cell(&self, column: &Column) -> String {
        let at = self.columns.iter().position(|it| it == column);
        plain(at.and_then(|at| self.cells.get(at)).map_or("", String::as_str))
    }

    pub(super) fn get(&self, field: &'static str) -> String {
        self.cell(&Column::Field(field))
    }

    /// The results that the row names.
    pub(super) fn results(&self) -> Vec<String> {
        let cell = self.get("result");
        cell.split(['|', ';', ',']).map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned).collect()
    }

    /// A number in the format of any country.
    pub(super) fn number(&self, column: &Column) -> Result<Option<f64>, ImportError> {
        let cell = self.cell(column);
        let at = self.columns.iter().position(|it| it == column).unwrap_or(0) + 1;
        let fault = |words: &str| Err(format!("row {}, column {at}: `{cell}` {words}", self.line));
        let solid = cell.replace(['\u{a0}', '\u{202f}', ' '], "").replace('\u{2212}', "-");
        if solid.is_empty() {
            return Ok(None);
        }
        let digits_after = solid.rsplit_once(',').map(|(_, after)| after.len());
        if solid.matches(',').count() == 1 && digits_after == Some(3) && !solid.starts_with("0,") {
            return fault("can mean a thousand or a fraction; remove the comma, or use a decimal point");
        }
        match solid.replace(',', ".").parse::<f64>() {
            Ok(number) if number.is_finite() => Ok(Some(number)),
            _ => fault("is not a number; write a number such as `2`, or leave the cell empty"),
        }
    }

    /// An integer field of a card.
    pub(super) fn count(&self, field: &'static str) -> Result<Option<u64>, ImportError> {
        let number = self.number(&Column::Field(field))?;
        let whole = number.filter(|it| it.fract() == 0.0 && (0.0..1e6).contains(it));
        match (number, whole) {
            (Some(_), None) => {
                Err(format!("row {}, column `{field}`: `{}` is not a whole number", self.line, self.get(field)))
            }
            _ => Ok(whole.map(|it| it as u64)),
        }
    }
}

/// Labels of total rows in spreadsheets.
pub(super) fn is_sum(cell: &str) -> bool {
    ["sum", "total", "summe", "somme", "suma", "totals"].contains(&cell.trim_end_matches(':').to_lowercase().as_str())
}

fn plain(cell: &str) -> String {
    let cell = cell.trim();
    match cell.strip_prefix('\'') {
        Some(text) if text.starts_with(['=', '+', '-', '@', '\'']) => text.to_owned(),
        _ => cell.to_owned(),
    }
}
