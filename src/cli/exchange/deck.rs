//! The cards of a quiz while a table is put into them: where each is, and what the table has named.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::{
    Fault,
    h5p::number,
    ids::Ids,
    table::{Row, items, text},
};

/// Where the cards of a quiz are, and what of them the table has named.
pub(super) struct Deck {
    cards: BTreeMap<String, usize>,
    /// By place of the card.
    options: Vec<Options>,
}

#[derive(Default)]
struct Options {
    places: BTreeMap<String, usize>,
    /// Ids of what was there before the table, by its words; the first comes last.
    labels: BTreeMap<String, Vec<String>>,
    ids: Ids,
    is_named: bool,
    named: BTreeSet<usize>,
}

impl Options {
    fn of(list: &Value) -> Self {
        let mut options = Self { places: places(items(list)), ..Self::default() };
        options.places.keys().for_each(|id| options.ids.take(id));
        for it in items(list).collect::<Vec<_>>().into_iter().rev() {
            options.labels.entry(text(&it["label"])).or_default().push(text(&it["id"]));
        }
        options
    }

    /// The first option with these words that the table has not named yet.
    fn labelled(&mut self, label: &str) -> Option<String> {
        let left = self.labels.get_mut(label)?;
        while let Some(id) = left.pop() {
            if !self.named.contains(&self.places[&id]) {
                return Some(id);
            }
        }
        None
    }
}

impl Deck {
    pub(super) fn of(cards: &[Value]) -> Self {
        Self {
            cards: places(cards),
            options: cards.iter().map(|card| Options::of(&card["options"])).collect(),
        }
    }

    /// Adds a row to its card, which may be there or not.
    pub(super) fn put(&mut self, cards: &mut Vec<Value>, id: &str, row: &Row, ids: &[String]) -> Result<(), Fault> {
        let at = *self.cards.entry(id.to_owned()).or_insert(cards.len());
        if at == cards.len() {
            let kind = Some(row.get("kind")).filter(|it| !it.is_empty()).unwrap_or("single");
            cards.push(json!({ "id": id, "kind": kind, "prompt": "" }));
            self.options.push(Options::default());
        }
        let (card, known) = (&mut cards[at], &mut self.options[at]);
        known.is_named = true;
        put(card, "kind", row.get("kind"));
        put(card, "prompt", row.get("prompt"));
        if row.get("option").is_empty() && row.get("label").is_empty() {
            put(card, "low", row.get("low"));
            put(card, "high", row.get("high"));
            return put_points(card, row, ids);
        }
        if !card["options"].is_array() {
            card["options"] = json!([]);
        }
        let options = card["options"].as_array_mut().ok_or("options are a list")?;
        let id = match row.get("option") {
            "" => known.labelled(row.get("label")).unwrap_or_else(|| known.ids.of(row.get("label"))),
            id => {
                known.ids.take(id);
                id.to_owned()
            }
        };
        let at = *known.places.entry(id.clone()).or_insert(options.len());
        if at == options.len() {
            options.push(json!({ "id": id, "label": "" }));
        }
        known.named.insert(at);
        put(&mut options[at], "label", row.get("label"));
        put_points(&mut options[at], row, ids)
    }

    /// What a table does not name stays, and that is told.
    pub(super) fn untouched(&self, cards: &[Value], lost: &mut Vec<String>) {
        for (card, known) in cards.iter().zip(&self.options) {
            let id = text(&card["id"]);
            if !known.is_named {
                lost.push(format!("nothing, but the card `{id}` is not in the table and stays as it was"));
                continue;
            }
            for (at, option) in items(&card["options"]).enumerate().filter(|(at, _)| !known.named.contains(at)) {
                let option = text(&option["id"]);
                let it = if option.is_empty() { (at + 1).to_string() } else { option };
                lost.push(format!("nothing, but the option `{it}` of `{id}` is not in the table and stays as it was"));
            }
        }
    }
}

/// Where the things with ids are; of those with one id the first.
pub(super) fn places<'a>(list: impl IntoIterator<Item = &'a Value>) -> BTreeMap<String, usize> {
    let mut places = BTreeMap::new();
    for (at, it) in list.into_iter().enumerate() {
        places.entry(text(&it["id"])).or_insert(at);
    }
    places
}

/// What the table has wins; what it does not say stays.
fn put(it: &mut Value, field: &str, cell: &str) {
    if !cell.is_empty() && it[field] != cell {
        it[field] = json!(cell);
    }
}

fn put_points(it: &mut Value, row: &Row, ids: &[String]) -> Result<(), Fault> {
    let mut points = it["points"].as_object().cloned().unwrap_or_else(Map::new);
    for (id, value) in ids.iter().zip(&row.numbers) {
        match value {
            Some(value) if points.get(id).and_then(Value::as_f64) == Some(*value) => {}
            Some(value) => {
                points.insert(id.clone(), number(*value));
            }
            None => {
                points.shift_remove(id);
            }
        }
    }
    if !points.is_empty() || it["points"].is_object() {
        it["points"] = Value::Object(points);
    }
    Ok(())
}
