//! Changes to JSON, of the kind that people and programs make by mistake.

use serde_json::{Value, json};

use crate::dice::Dice;

/// Wrong values that authors or their programs write.
fn odd(dice: &mut Dice) -> Value {
    let all = [
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(1e308),
        json!(-1e-308),
        json!(4_294_967_296_u64),
        json!(""),
        json!(" "),
        json!("constructor"),
        json!("\u{202e}{career}{answer:x|{param:y}}"),
        json!("**[a](javascript:x) *b"),
        json!("x".repeat(3_000)),
        json!([]),
        json!([[[]]]),
        json!({}),
        json!({ "card": "a", "is": "b", "not": { "card": "a" } }),
        json!({ "__proto__": 1 }),
    ];
    dice.pick(&all).clone()
}

/// Makes one change at a random position.
pub fn mutate(value: &mut Value, dice: &mut Dice) {
    let goes_down = dice.roll(5) > 0;
    match value {
        Value::Array(items) if !items.is_empty() && goes_down => {
            let at = dice.roll(items.len());
            match dice.roll(12) {
                0 => drop(items.remove(at)),
                1 => items.push(items[at].clone()),
                2 => items.swap(0, at),
                _ => mutate(&mut items[at], dice),
            }
        }
        Value::Object(fields) if !fields.is_empty() && goes_down => {
            let key = fields.keys().nth(dice.roll(fields.len())).cloned().unwrap_or_default();
            match dice.roll(12) {
                0 => drop(fields.shift_remove(&key)),
                1 => {
                    let it = fields.shift_remove(&key).unwrap_or_default();
                    fields.insert(format!("{key}s"), it);
                }
                2 => drop(fields.insert("id".to_owned(), odd(dice))),
                _ => mutate(&mut fields[&key], dice),
            }
        }
        Value::Number(number) if goes_down => {
            let times = *dice.pick(&[0.0, -1.0, 0.5, 1e3, 1e9]);
            *value = json!(number.as_f64().unwrap_or_default() * times);
        }
        Value::String(text) if goes_down => {
            let letters: Vec<char> = text.chars().collect();
            let end = dice.roll(letters.len() + 1);
            *text = letters[..end]
                .iter()
                .chain(dice.pick(&["", "x", " ", "{", "]"]).chars().collect::<Vec<_>>().iter())
                .collect();
        }
        _ => *value = odd(dice),
    }
}

/// Makes a few changes.
pub fn changed(value: &Value, dice: &mut Dice) -> Value {
    let mut value = value.clone();
    (0..=dice.roll(3)).for_each(|_| mutate(&mut value, dice));
    value
}
