//! A quiz as a table: a row for each option, and for each scale and swipe; a column for each career, or each trait.
//!
//! The first columns are those of [`COLUMNS`]. A row of the kind `title` holds the titles of careers. An empty `card`
//! is that of the row above, an empty number is none.

use csv::{ReaderBuilder, StringRecord};
use serde_json::{Value, json};

use super::{
    Fault, Imported,
    deck::{Deck, places},
    fresh,
};

const COLUMNS: [&str; 7] = ["card", "kind", "prompt", "option", "label", "low", "high"];
const TITLES: &str = "title";

/// Makes a table of a quiz.
pub fn export(quiz: &Value) -> Result<String, Fault> {
    let list = match quiz["matching"]["model"].as_str() {
        Some("bayes") => return Err("the model `bayes` counts chances, which this table has no room for".to_owned()),
        Some("traits") => "traits",
        _ => "careers",
    };
    let ids: Vec<_> = items(&quiz[list]).map(|it| text(&it["id"])).collect();
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut write = |row: Vec<String>| writer.write_record(row).map_err(|error| error.to_string());
    write(COLUMNS.iter().map(|it| (*it).to_owned()).chain(ids.iter().cloned()).collect())?;
    let titles = items(&quiz[list]).map(|it| safe(&text(&it["title"])));
    write(["", TITLES, "", "", "", "", ""].map(str::to_owned).into_iter().chain(titles).collect())?;
    for card in items(&quiz["cards"]) {
        let about = ["id", "kind", "prompt"].map(|field| safe(&text(&card[field])));
        let numbers = |points: &Value| ids.iter().map(|id| cell(&points[id])).collect::<Vec<_>>();
        let mut row =
            |middle: [String; 4], points: &Value| write([about.to_vec(), middle.to_vec(), numbers(points)].concat());
        match card["options"].as_array() {
            Some(options) => {
                for option in options {
                    let [id, label] = ["id", "label"].map(|field| safe(&text(&option[field])));
                    row([id, label, String::new(), String::new()], &option["points"])?;
                }
            }
            None => {
                let [low, high] = ["low", "high"].map(|field| safe(&text(&card[field])));
                row([String::new(), String::new(), low, high], &card["points"])?;
            }
        }
    }
    let bytes = writer.into_inner().map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| error.to_string())
}

/// Makes a quiz of a table, or puts what the table says into one.
pub fn import(table: &str, base: Option<Value>, title: &str) -> Result<Imported, Fault> {
    let table = Table::read(table)?;
    let mut lost = Vec::new();
    let is_new = base.is_none();
    let mut quiz = base.unwrap_or_else(|| fresh(title, &table.careers()));
    let list = if quiz["matching"]["model"] == "traits" { "traits" } else { "careers" };
    let known = places(items(&quiz[list]));
    for (id, title) in table.careers() {
        match known.get(&id) {
            Some(at) if table.has_titles && !title.is_empty() => quiz[list][*at]["title"] = json!(title),
            Some(_) => {}
            None => return Err(format!("row 1: the config has no {list} with the id `{id}`; add it there first")),
        }
    }
    let cards = quiz.get_mut("cards").and_then(Value::as_array_mut).ok_or("the config has no `cards`")?;
    let mut deck = Deck::of(cards);
    let mut card = String::new();
    for row in &table.rows {
        let wanted = row.get("card");
        if !wanted.is_empty() {
            card = wanted.to_owned();
        }
        if card.is_empty() {
            return Err(format!("row {}: the first card has no id in the column `card`", row.line));
        }
        deck.put(cards, &card, row, &table.ids)?;
    }
    if !is_new {
        deck.untouched(cards, &mut lost);
    }
    Ok(Imported { quiz, lost })
}

struct Table {
    /// Of careers or traits.
    ids: Vec<String>,
    titles: Vec<String>,
    has_titles: bool,
    rows: Vec<Row>,
}

/// A row that is about a card.
pub(super) struct Row {
    line: u64,
    cells: [String; 7],
    /// By career or trait.
    pub(super) numbers: Vec<Option<f64>>,
}

impl Row {
    pub(super) fn get(&self, column: &str) -> &str {
        let at = COLUMNS.iter().position(|it| *it == column);
        at.map_or("", |at| &self.cells[at])
    }
}

impl Table {
    fn read(table: &str) -> Result<Self, Fault> {
        let table = table.strip_prefix('\u{feff}').unwrap_or(table);
        let head = table.lines().next().unwrap_or_default();
        // Spreadsheets write what their country is used to.
        let delimiter = [b',', b';', b'\t'].into_iter().max_by_key(|it| head.bytes().filter(|byte| byte == it).count());
        let delimiter = delimiter.unwrap_or(b',');
        let mut reader = ReaderBuilder::new().flexible(true).delimiter(delimiter).from_reader(table.as_bytes());
        let head = reader.headers().map_err(|error| error.to_string())?.clone();
        let at = |column: &str| head.iter().position(|it| it.trim().eq_ignore_ascii_case(column));
        for needed in ["card", "prompt", "label"] {
            if at(needed).is_none() {
                return Err(format!("row 1: there is no column `{needed}`; the first row names the columns"));
            }
        }
        let places = COLUMNS.map(at);
        let others: Vec<usize> =
            (0..head.len()).filter(|at| !places.contains(&Some(*at)) && !head[*at].trim().is_empty()).collect();
        let ids: Vec<_> = others.iter().map(|at| head[*at].trim().to_owned()).collect();
        let mut read = Self { titles: ids.clone(), ids, has_titles: false, rows: Vec::new() };
        for record in reader.records() {
            let record = record.map_err(|error| error.to_string())?;
            let line = record.position().map_or(0, csv::Position::line);
            let cell = |at: Option<usize>| plain(at.and_then(|at| record.get(at)).unwrap_or_default());
            let cells = places.map(cell);
            if cells[1] == TITLES && cells[0].is_empty() {
                read.has_titles = true;
                read.titles = others.iter().map(|at| cell(Some(*at))).collect();
            } else if record.iter().any(|cell| !cell.trim().is_empty()) {
                let numbers = others.iter().map(|at| value(&record, *at, line, delimiter)).collect::<Result<_, _>>()?;
                read.rows.push(Row { line, cells, numbers });
            }
        }
        Ok(read)
    }

    fn careers(&self) -> Vec<(String, String)> {
        self.ids.iter().cloned().zip(self.titles.iter().cloned()).collect()
    }
}

fn value(record: &StringRecord, at: usize, line: u64, delimiter: u8) -> Result<Option<f64>, Fault> {
    let cell = record.get(at).unwrap_or_default().trim();
    if cell.is_empty() {
        return Ok(None);
    }
    // Where commas don't part columns they may stand before decimals.
    let dotted = if delimiter == b',' { cell.to_owned() } else { cell.replace(',', ".") };
    let fault = || format!("row {line}, column {}: `{cell}` is no number", at + 1);
    let number: f64 = dotted.replace('\u{2212}', "-").parse().map_err(|_| fault())?;
    if number.is_finite() { Ok(Some(number)) } else { Err(fault()) }
}

pub(super) fn items(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

pub(super) fn text(it: &Value) -> String {
    it.as_str().unwrap_or_default().to_owned()
}

fn cell(it: &Value) -> String {
    if it.is_null() { String::new() } else { it.to_string() }
}

/// What begins like a formula would be one for a spreadsheet.
fn safe(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\'']);
    if formula { format!("'{text}") } else { text.to_owned() }
}

fn plain(cell: &str) -> String {
    let cell = cell.trim();
    match cell.strip_prefix('\'') {
        Some(text) if text.starts_with(['=', '+', '-', '@', '\'']) => text.to_owned(),
        _ => cell.to_owned(),
    }
}
