//! An index of a quiz's cards during a table import: their positions, and the cards and options named by the table.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::{
    ImportError, condition,
    ids::{Ids, is_id},
    json::{items, number, split, str_of, text},
    row::Row,
};

/// The positions of the cards, and the options of each card.
pub(super) struct CardIndex {
    cards: BTreeMap<String, usize>,
    /// By card index.
    options: Vec<Options>,
}

#[derive(Default)]
struct Options {
    places: BTreeMap<String, usize>,
    /// Ids of the options before the import, by label; the first option is last in each list, for `pop`.
    labels: BTreeMap<String, Vec<String>>,
    ids: Ids,
    /// Generated ids, by text that is no valid id.
    slugs: BTreeMap<String, String>,
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

    /// The first option with this label that the table has not named yet.
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

impl CardIndex {
    pub(super) fn of(cards: &[Value]) -> Self {
        Self {
            cards: places(cards),
            options: cards.iter().map(|card| Options::of(&card["options"])).collect(),
        }
    }

    pub(super) fn has(&self, id: &str) -> bool {
        self.cards.contains_key(id)
    }

    /// Adds a row to its card; creates the card if it does not exist. Returns the card's index, and the option's index
    /// and id.
    pub(super) fn put(
        &mut self,
        cards: &mut Vec<Value>,
        id: &str,
        row: &Row,
        points: &[(&str, Option<f64>)],
        lost: &mut Vec<String>,
    ) -> Result<(usize, Option<(usize, String)>), ImportError> {
        let at = *self.cards.entry(id.to_owned()).or_insert(cards.len());
        let kind = kind(&row.get("kind"));
        if at == cards.len() {
            let kind = if kind.is_empty() { "single" } else { &kind };
            cards.push(json!({ "id": id, "kind": kind, "prompt": "" }));
            self.options.push(Options::default());
        }
        let (card, known) = (&mut cards[at], &mut self.options[at]);
        let is_option = !row.get("option").is_empty() || !row.get("label").is_empty();
        for field in ["kind", "prompt", "note"] {
            let cell = if field == "kind" { kind.clone() } else { row.get(field) };
            let was = str_of(&card[field]);
            if known.is_named && !cell.is_empty() && cell != was && !was.is_empty() {
                lost.push(format!(
                    "row {}, column `{field}` (`{cell}`), because a row above has another value for the card `{id}`",
                    row.line
                ));
            } else {
                put(card, field, &cell);
            }
        }
        known.is_named = true;
        for field in ["steps", "min", "max"] {
            if let Some(number) = row.count(field)?.filter(|it| card[field].as_u64() != Some(*it)) {
                card[field] = json!(number);
            }
        }
        put_flag(card, "required", true, row)?;
        let labels = row.get("labels");
        if !labels.is_empty() {
            card["labels"] = split(&labels);
        }
        let when = row.get("when");
        if !when.is_empty() && condition::written(&card["when"]) != when {
            let words = "is not a condition; write it as `day = stays`, `day = stays | nights` or `calm >= 4`";
            card["when"] =
                condition::read(&when).ok_or_else(|| format!("row {}, column `when`: `{when}` {words}", row.line))?;
        }
        put(card, "low", &row.get("low"));
        put(card, "high", &row.get("high"));
        let pictures = ["image", "imageAlt"];
        if !is_option {
            pictures.iter().for_each(|field| put(card, field, &row.get(field)));
            put_points(card, points);
            return Ok((at, None));
        }
        if !card["options"].is_array() {
            card["options"] = json!([]);
        }
        let options = card["options"].as_array_mut().ok_or("options are a list")?;
        let id = match row.get("option").as_str() {
            "" => known.labelled(&row.get("label")).unwrap_or_else(|| known.ids.of(&row.get("label"))),
            id if is_id(id) || known.places.contains_key(id) => {
                known.ids.take(id);
                id.to_owned()
            }
            words => known.slugs.entry(words.to_owned()).or_insert_with(|| known.ids.of(words)).clone(),
        };
        let place = *known.places.entry(id.clone()).or_insert(options.len());
        if place == options.len() {
            options.push(json!({ "id": id, "label": "" }));
        }
        if !known.named.insert(place) {
            lost.push(format!("note: row {}: the option `{id}` appears twice; the last row counts", row.line));
        }
        put(&mut options[place], "label", &row.get("label"));
        pictures.iter().for_each(|field| put(&mut options[place], field, &row.get(field)));
        put_flag(&mut options[place], "exclusive", false, row)?;
        put_flag(&mut options[place], "last", false, row)?;
        put_points(&mut options[place], points);
        Ok((at, Some((place, id))))
    }

    /// Reports cards and options that the table does not name; they are kept.
    pub(super) fn untouched(&self, cards: &[Value], lost: &mut Vec<String>) {
        for (card, known) in cards.iter().zip(&self.options) {
            let id = text(&card["id"]);
            if !known.is_named {
                lost.push(format!("kept: the card `{id}`, because the table does not contain it"));
                continue;
            }
            for (at, option) in items(&card["options"]).enumerate().filter(|(at, _)| !known.named.contains(at)) {
                let option = text(&option["id"]);
                let it = if option.is_empty() { (at + 1).to_string() } else { option };
                lost.push(format!("kept: the option `{it}` of `{id}`, because the table does not contain it"));
            }
        }
    }
}

/// Index by id; for duplicate ids the first one.
pub(super) fn places<'a>(list: impl IntoIterator<Item = &'a Value>) -> BTreeMap<String, usize> {
    let mut places = BTreeMap::new();
    for (at, it) in list.into_iter().enumerate() {
        places.entry(text(&it["id"])).or_insert(at);
    }
    places
}

/// A cell overrides the quiz; an empty cell leaves it unchanged.
fn put(it: &mut Value, field: &str, cell: &str) {
    if !cell.is_empty() && it[field] != cell {
        it[field] = json!(cell);
    }
}

/// A yes/no cell; a default value is not written.
fn put_flag(it: &mut Value, field: &'static str, default: bool, row: &Row) -> Result<(), ImportError> {
    let flag = match row.get(field).to_lowercase().as_str() {
        "" => return Ok(()),
        "true" | "yes" | "1" | "x" => true,
        "false" | "no" | "0" => false,
        cell => {
            return Err(format!(
                "row {}, column `{field}`: `{cell}` is neither `true` nor `false`; write one of them",
                row.line
            ));
        }
    };
    if it[field].as_bool().unwrap_or(default) != flag {
        it[field] = json!(flag);
    }
    Ok(())
}

fn put_points(it: &mut Value, numbers: &[(&str, Option<f64>)]) {
    let mut points = it["points"].as_object().cloned().unwrap_or_else(Map::new);
    for (id, value) in numbers {
        match value {
            Some(value) if points.get(*id).and_then(Value::as_f64) == Some(*value) => {}
            Some(value) => {
                points.insert((*id).to_owned(), number(*value));
            }
            None => {
                points.shift_remove(*id);
            }
        }
    }
    if !points.is_empty() || it["points"].is_object() {
        it["points"] = Value::Object(points);
    }
}

/// The card kind, from common names for it.
fn kind(cell: &str) -> String {
    let word = cell.to_lowercase();
    let kind = match word.as_str() {
        "single choice" | "single-choice" | "radio" | "choice" | "one" => "single",
        "multiple choice" | "multiple-choice" | "multi" | "multiselect" | "checkbox" | "checkboxes" | "several" => {
            "multiple"
        }
        "rating" | "likert" | "slider" => "scale",
        "yes/no" | "yes-no" | "boolean" => "swipe",
        word => word,
    };
    kind.to_owned()
}
