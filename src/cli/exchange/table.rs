//! A quiz as a table: one row for each option, scale and swipe; one column for each career or trait.
//!
//! `columns.rs` has the meaning of columns. A row of the kind `title` or `summary` describes the careers. An empty
//! `card` repeats the card of the row above; an empty number means no points.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::{
    ImportError, Imported, Origin,
    card_index::{CardIndex, places},
    columns::{Column, Columns, FIELDS, TEXTS},
    condition, fresh,
    ids::{Ids, is_id},
    json::{items, split, text},
    row::{Row, is_sum},
};
use crate::cli::sheet::Sheet;

/// Row kinds that describe careers.
const ABOUT: [&str; 5] = ["title", "summary", "image", "imageAlt", "cta"];

/// Converts a quiz to rows, the header first; each cell has a flag for numbers.
pub fn export(quiz: &Value) -> Result<Vec<Vec<(String, bool)>>, ImportError> {
    let list = match quiz["matching"]["model"].as_str() {
        Some("bayes") => {
            return Err("a table can't hold the chances of the model `bayes`; edit the config itself".to_owned());
        }
        Some("traits") => "traits",
        _ => "careers",
    };
    let ids: Vec<_> = items(&quiz[list]).map(|it| text(&it["id"])).collect();
    let tags = quiz["locales"].as_object().into_iter().flatten();
    let tags: Vec<_> = tags.filter(|(_, it)| it.is_object()).collect();
    let all = items(&quiz["cards"]).flat_map(|card| [card].into_iter().chain(items(&card["options"])));
    let all: Vec<_> = all.collect();
    let is_used = |field: &str| {
        ["card", "kind", "prompt", "option", "label"].contains(&field) || all.iter().any(|it| !it[field].is_null())
    };
    let fields: Vec<_> = FIELDS.into_iter().filter(|field| is_used(field)).collect();
    let translated: Vec<_> = TEXTS
        .into_iter()
        .filter(|field| is_used(field))
        .flat_map(|field| tags.iter().map(move |tag| (field, *tag)))
        .collect();
    let plain = |cell: &str| (cell.to_owned(), false);
    let head = fields
        .iter()
        .map(|it| plain(it))
        .chain(translated.iter().map(|(field, (tag, _))| plain(&format!("{field}:{tag}"))));
    let mut rows: Vec<Vec<_>> = vec![head.chain(ids.iter().map(|it| plain(it))).collect()];
    for about in ABOUT.into_iter().filter(|it| *it == "title" || items(&quiz[list]).any(|of| !of[*it].is_null())) {
        let left = fields
            .iter()
            .map(|it| plain(if *it == "kind" { about } else { "" }))
            .chain(translated.iter().map(|_| plain("")));
        let said = |it: &Value| if about == "cta" { action(&it["cta"][0]) } else { text(&it[about]) };
        rows.push(left.chain(items(&quiz[list]).map(|it| plain(&said(it)))).collect());
    }
    for card in items(&quiz["cards"]) {
        let options: Vec<_> = items(&card["options"]).map(Some).collect();
        for option in if options.is_empty() { vec![None] } else { options } {
            let own = |field: &str| match field {
                "card" => &card["id"],
                "option" => option.map_or(&Value::Null, |it| &it["id"]),
                "label" => option.map_or(&Value::Null, |it| &it["label"]),
                "image" | "imageAlt" | "exclusive" | "last" if option.is_some() => {
                    option.map_or(&Value::Null, |it| &it[field])
                }
                _ => &card[field],
            };
            let over = |field: &str, overlay: &Value| {
                let card = &overlay["cards"][text(&card["id"])];
                let of = if field == "label" {
                    &card["options"][option.map_or(String::new(), |it| text(&it["id"]))]
                } else {
                    card
                };
                plain(&written(&of[field]))
            };
            let points = &option.unwrap_or(card)["points"];
            let cell = |field: &str| if field == "when" { condition::written(own(field)) } else { written(own(field)) };
            let left = fields.iter().map(|field| (cell(field), own(field).is_number()));
            let middle = translated.iter().map(|(field, (_, overlay))| over(field, overlay));
            let right = ids.iter().map(|id| (written(&points[id]), !points[id].is_null()));
            rows.push(left.chain(middle).chain(right).collect());
        }
    }
    Ok(rows)
}

/// Makes a quiz from a table, or updates one.
pub fn import(bytes: &[u8], base: Option<Value>, title: &str) -> Result<Imported, ImportError> {
    let Sheet { head, rows, notes } = Sheet::read(bytes)?;
    let is_new = base.is_none();
    let list = if base.as_ref().is_some_and(|it| it["matching"]["model"] == "traits") { "traits" } else { "careers" };
    let known = base
        .iter()
        .flat_map(|it| items(&it[list]))
        .map(|it| (text(&it["title"]).to_lowercase(), text(&it["id"])));
    let known: BTreeMap<_, _> = known.collect();
    let Columns { all, mut ids, ignored } = Columns::read(&head, &known)?;
    let named = named(&rows, &all, &known, &mut ids);
    let own = |it: &String| {
        let why = if is_sum(it) { ", a column of sums" } else { ", for your own notes only" };
        format!("the column `{it}`{why}")
    };
    let mut lost: Vec<_> = notes.into_iter().chain(ignored.iter().map(own)).collect();
    let mut quiz = base.unwrap_or_else(|| fresh(title, &ids));
    if is_new {
        lost.push(format!(
            "note: a table has no title; the quiz has the name of the file, `{title}`; change `title` in the quiz"
        ));
    }
    let mut origins = Vec::new();
    let known = places(items(&quiz[list]));
    if let Some((id, _)) = ids.iter().find(|(id, _)| !known.contains_key(id)) {
        return Err(format!(
            "row 1: the quiz has no {list} with the id `{id}`; add it there first, or name the column `notes`"
        ));
    }
    for (at, (id, _)) in ids.iter().enumerate() {
        let column = all.iter().position(|it| *it == Column::Points(at)).map(|it| it + 1);
        origins.push((format!("{list}[{}]", known[id]), Origin { row: 1, column }));
    }
    let cards = quiz.get_mut("cards").and_then(Value::as_array_mut).ok_or("the config has no `cards`")?;
    let mut card_index = CardIndex::of(cards);
    let mut names = Ids::default();
    let mut cards_named = BTreeMap::new();
    let mut card = String::new();
    let (mut about, mut translations) = (Vec::new(), Vec::new());
    for (line, cells) in rows.iter().filter(|(_, cells)| cells.iter().any(|it| !it.trim().is_empty())) {
        for (at, cell) in cells.iter().enumerate().skip(all.len()).filter(|(_, it)| !it.trim().is_empty()) {
            lost.push(format!(
                "row {line}, column {} (`{}`), because row 1 names only {} columns",
                at + 1,
                cell.trim(),
                all.len()
            ));
        }
        let row = Row { line: *line, cells, columns: &all };
        let kind = row.get("kind");
        let field = ABOUT.into_iter().find(|it| it.eq_ignore_ascii_case(&kind));
        if let Some(field) = field.filter(|_| row.get("card").is_empty()) {
            about.push((
                field,
                *line,
                ids.iter()
                    .enumerate()
                    .map(|(at, (id, _))| (at, known[id], row.cell(&Column::Points(at))))
                    .collect::<Vec<_>>(),
            ));
            continue;
        }
        if let Some(word) =
            ["card", "prompt", "option", "label"].map(|it| row.get(it)).into_iter().find(|it| is_sum(it))
        {
            lost.push(format!("row {line} (`{word}`), a row of sums"));
            continue;
        }
        let wanted = if all.contains(&Column::Field("card")) { row.get("card") } else { row.get("prompt") };
        if !wanted.is_empty() {
            let id = || if is_id(&wanted) || card_index.has(&wanted) { wanted.clone() } else { names.of(&wanted) };
            card = cards_named.entry(wanted.clone()).or_insert_with(id).clone();
        }
        if card.is_empty() {
            return Err(format!("row {line}: the first card has no id in the column `card`"));
        }
        let numbers = (0..ids.len()).map(|at| row.number(&Column::Points(at))).collect::<Result<Vec<_>, _>>()?;
        let mut points: Vec<_> = ids.iter().map(|it| it.0.as_str()).zip(numbers).collect();
        for name in row.results() {
            let weight = row.number(&Column::Field("weight"))?.unwrap_or(1.0);
            points.retain(|(id, _)| *id != named[&name]);
            points.push((named[&name].as_str(), Some(weight)));
        }
        let (at, option) = card_index.put(cards, &card, &row, &points, &mut lost)?;
        let place =
            option.as_ref().map_or(format!("cards[{at}]"), |(place, _)| format!("cards[{at}].options[{place}]"));
        for (at, (id, _)) in ids.iter().enumerate() {
            let column = all.iter().position(|it| *it == Column::Points(at)).map(|it| it + 1);
            origins.push((format!("{place}.points.{id}"), Origin { row: *line, column }));
        }
        origins.push((place, Origin { row: *line, column: None }));
        if option.as_ref().is_none_or(|(place, _)| *place == 0) {
            origins.push((format!("cards[{at}]"), Origin { row: *line, column: None }));
        }
        for column in &all {
            if let (Column::Text(field, tag), cell @ 1..) = (column, row.cell(column).len()) {
                debug_assert!(cell > 0);
                let option = option.as_ref().filter(|_| *field == "label").map(|(_, id)| id.clone());
                translations.push((tag.clone(), card.clone(), option, *field, row.cell(column)));
            }
        }
    }
    if !is_new {
        card_index.untouched(cards, &mut lost);
    }
    if is_new && !named.is_empty() {
        // If rows name results, the quiz ranks by the plain sum, without percentages.
        quiz["matching"] = json!({ "score": "raw" });
        quiz["result"] = json!({ "matches": "none" });
    }
    for (field, line, cells) in about {
        for (column, at, cell) in cells.into_iter().filter(|(_, _, cell)| !cell.is_empty()) {
            if field != "cta" {
                quiz[list][at][field] = json!(cell);
            } else if action(&quiz[list][at]["cta"][0]) != cell {
                let (label, href) = cell.split_once('|').ok_or_else(|| {
                    let column = all.iter().position(|it| *it == Column::Points(column)).unwrap_or(0) + 1;
                    let remedy = format!("write `{cell} | https://…`");
                    format!("row {line}, column {column}: the button `{cell}` has no address; {remedy}")
                })?;
                let own = json!({ "label": label.trim(), "href": href.trim() });
                let first = quiz[list][at]["cta"].as_array_mut().and_then(|all| all.first_mut());
                match first.filter(|it| it.is_object()) {
                    Some(first) => (first["label"], first["href"]) = (own["label"].clone(), own["href"].clone()),
                    None => quiz[list][at]["cta"] = json!([own]),
                }
            }
        }
    }
    for (tag, card, option, field, cell) in translations {
        let way = [
            vec!["locales".to_owned(), tag.clone(), "cards".to_owned(), card],
            option.map_or(Vec::new(), |id| vec!["options".to_owned(), id]),
        ];
        match object(&mut quiz, &way.concat()) {
            Some(of) => {
                let value = if field == "labels" { split(&cell) } else { json!(cell) };
                of.insert(field.to_owned(), value);
            }
            None => lost.push(format!("the column `{field}:{tag}`: that language is in its own file")),
        }
    }
    lost.dedup();
    let field = |it: &Column| if let Column::Field(field) = it { Some(*field) } else { None };
    Ok(Imported { quiz, lost, origins, fields: all.iter().filter_map(field).collect() })
}

/// The ids of the results that rows name; new results are added to `ids`.
fn named(
    rows: &[(u64, Vec<String>)],
    columns: &[Column],
    known: &BTreeMap<String, String>,
    ids: &mut Vec<(String, String)>,
) -> BTreeMap<String, String> {
    let mut taken = Ids::default();
    ids.iter().for_each(|(id, _)| taken.take(id));
    let mut named = BTreeMap::new();
    for (line, cells) in rows {
        for name in (Row { line: *line, cells, columns }).results() {
            if named.contains_key(&name) {
                continue;
            }
            let own = known.get(&name.to_lowercase()).or_else(|| known.values().find(|id| **id == name)).cloned();
            let id = own.unwrap_or_else(|| if is_id(&name) { name.clone() } else { taken.of(&name) });
            if !ids.iter().any(|it| it.0 == id) {
                taken.take(&id);
                ids.push((id.clone(), name.clone()));
            }
            named.insert(name, id);
        }
    }
    named
}

/// The object at a path, created if missing; `None` if another value is on the path.
fn object<'v>(quiz: &'v mut Value, way: &[String]) -> Option<&'v mut Map<String, Value>> {
    way.iter().try_fold(quiz.as_object_mut()?, |object, key| {
        object.entry(key.clone()).or_insert_with(|| json!({})).as_object_mut()
    })
}

/// A call to action as a cell.
fn action(cta: &Value) -> String {
    if cta.is_null() { String::new() } else { format!("{} | {}", text(&cta["label"]), text(&cta["href"])) }
}

/// The separator of lists in a cell.
const BETWEEN: &str = " | ";

fn written(it: &Value) -> String {
    match it {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(text).collect::<Vec<_>>().join(BETWEEN),
        _ => it.to_string(),
    }
}

/// Escapes text that a spreadsheet would run as a formula.
pub(super) fn safe(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\'']);
    if formula { format!("'{text}") } else { text.to_owned() }
}
