//! Simple conditions in a cell: `day = stays`, `day = stays | nights`, `calm >= 4`.

use serde_json::{Value, json};

/// Parses a cell; `None` if it has another form.
pub(super) fn read(cell: &str) -> Option<Value> {
    if let Some((card, least)) = cell.split_once(">=") {
        let least: u64 = least.trim().parse().ok()?;
        return Some(json!({ "card": card.trim(), "atLeast": least }));
    }
    let (card, answers) = cell.split_once('=')?;
    let answers: Vec<_> = answers.split('|').map(str::trim).filter(|it| !it.is_empty()).collect();
    match answers.as_slice() {
        [] => None,
        [one] => Some(json!({ "card": card.trim(), "is": one })),
        _ => Some(json!({ "card": card.trim(), "anyOf": answers })),
    }
}

/// The cell for a condition; empty if the condition does not fit these forms.
pub(super) fn written(when: &Value) -> String {
    let Some(card) = when["card"].as_str().filter(|_| when.as_object().is_some_and(|it| it.len() == 2)) else {
        return String::new();
    };
    if let Some(one) = when["is"].as_str() {
        return format!("{card} = {one}");
    }
    if let Some(least) = when["atLeast"].as_u64() {
        return format!("{card} >= {least}");
    }
    let answers: Option<Vec<_>> = when["anyOf"].as_array().and_then(|all| all.iter().map(Value::as_str).collect());
    answers
        .filter(|all| all.len() > 1)
        .map_or(String::new(), |all| format!("{card} = {}", all.join(" | ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        for cell in ["day = stays", "day = stays | nights", "calm >= 4"] {
            assert_eq!(written(&read(cell).expect("a condition")), cell);
        }
        for cell in ["day", "day =", "calm >= many", ""] {
            assert_eq!(read(cell), None, "{cell}");
        }
        assert_eq!(written(&json!({ "not": { "card": "day", "is": "stays" } })), "");
    }
}
