//! What importers read out of JSON values and write into them.

use serde_json::{Value, json};

/// The items of a list; none of another value.
pub(super) fn items(list: &Value) -> impl Iterator<Item = &Value> + Clone {
    list.as_array().map(Vec::as_slice).unwrap_or_default().iter()
}

/// A text; an empty one of another value.
pub(super) fn str_of(it: &Value) -> &str {
    it.as_str().unwrap_or_default()
}

/// The same, owned.
pub(super) fn text(it: &Value) -> String {
    str_of(it).to_owned()
}

/// A number, without a point where it is whole.
pub(super) fn number(value: f64) -> Value {
    if value.fract() == 0.0 && value.abs() < 1e9 { json!(value as i64) } else { json!(value) }
}

/// Splits a list in a cell.
pub(super) fn split(cell: &str) -> Value {
    cell.split('|').map(|it| json!(it.trim())).collect()
}
