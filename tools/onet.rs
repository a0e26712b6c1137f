//! Makes the quiz on all occupations of O*NET from two sources: `data/onet/quiz.json`, written by hand, and
//! `data/onet/riasec_by_occupation.csv`, which becomes the careers and the norms of the traits.
//!
//! `cargo run --features cli --bin onet > examples/onet-interests.json`

use std::{collections::BTreeSet, fs};

use serde_json::{Map, Value, json};

const QUIZ: &str = "data/onet/quiz.json";
const TABLE: &str = "data/onet/riasec_by_occupation.csv";

/// The columns before the six scores: code, title, job zone.
const BEFORE_SCORES: usize = 3;

/// The maximum line width; some lines are never broken.
const WIDTH: usize = 120;

fn main() {
    let text = fs::read_to_string(QUIZ).unwrap_or_else(|error| panic!("{QUIZ}: {error}"));
    let hand: Map<String, Value> = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{QUIZ}: {error}"));
    let mut table = csv::Reader::from_path(TABLE).unwrap_or_else(|error| panic!("{TABLE}: {error}"));
    let header = table.headers().expect("the table has a header").clone();
    let traits: Vec<_> = header.iter().skip(BEFORE_SCORES).map(str::to_lowercase).collect();
    let rows: Vec<_> = table.records().map(|row| row.expect("the table's rows are whole")).collect();

    let mut quiz = Map::new();
    quiz.insert("$schema".to_owned(), "../schema/career-matcher.schema.json".into());
    for (key, mut value) in hand {
        if key == "traits" {
            // Careers come before the traits, as in hand-written files.
            quiz.insert("careers".to_owned(), careers(&rows, &traits));
            for it in value.as_array_mut().expect("`traits` is a list") {
                let at = traits.iter().position(|name| it["id"] == **name).expect("a trait is a column of the table");
                it["careers"] = norm(&rows, BEFORE_SCORES + at);
            }
        }
        quiz.insert(key, value);
    }

    let mut lines = String::new();
    write("", &quiz.into(), 0, &mut lines);
    println!("{lines}");
}

fn careers(rows: &[csv::StringRecord], traits: &[String]) -> Value {
    let mut seen = BTreeSet::new();
    let career = |row: &csv::StringRecord| {
        let (code, title, zone) = (&row[0], &row[1], &row[2]);
        let id = slug(title);
        assert!(seen.insert(id.clone()), "two occupations are called `{id}`");
        let profile: Map<_, _> =
            traits.iter().cloned().zip((BEFORE_SCORES..).map(|column| score(row, column).into())).collect();
        let mut career = json!({ "id": id, "title": title, "profile": profile });
        if !zone.is_empty() {
            career["filters"] = json!({ "preparation": zone });
        }
        let href = format!("https://www.onetonline.org/link/summary/{code}");
        career["cta"] = json!([{ "label": "Read about this job on O*NET OnLine", "href": href }]);
        career
    };
    rows.iter().map(career).collect()
}

/// The words of a title in lower case, joined by `-`.
fn slug(title: &str) -> String {
    let plain = title.to_ascii_lowercase().replace('\'', "");
    let words = plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

/// Mean and standard deviation of a column, to four decimals. The rows are the whole population, not a sample.
fn norm(rows: &[csv::StringRecord], column: usize) -> Value {
    let values: Vec<_> = rows.iter().map(|row| score(row, column)).collect();
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
    let centre = mean(&values);
    let squares: Vec<_> = values.iter().map(|value| (value - centre).powi(2)).collect();
    let short = |value: f64| (value * 1e4).round() / 1e4;
    json!({ "mean": short(centre), "spread": short(mean(&squares).sqrt()) })
}

fn score(row: &csv::StringRecord, column: usize) -> f64 {
    let score = row[column].parse().unwrap_or_else(|error| panic!("{TABLE}: {}: {error}", &row[1]));
    assert!((1.0..=7.0).contains(&score), "{TABLE}: {}: {score} is not from 1 to 7", &row[1]);
    score
}

/// Writes a value: on one line if it fits, and for careers and sets of answers; otherwise one item per line.
fn write(key: &str, value: &Value, depth: usize, lines: &mut String) {
    let whole = one_line(value);
    let used = lines.len() - lines.rfind('\n').map_or(0, |at| at + 1);
    let fits = depth > 0 && used + whole.chars().count() < WIDTH;
    if fits || key == "answers" || key == "careers" && depth == 2 {
        lines.push_str(&whole);
        return;
    }
    let (items, open, close): (Vec<(String, &str, &Value)>, _, _) = match value {
        Value::Object(fields) => {
            let items = fields.iter().map(|(key, value)| (format!("{}: ", json!(key)), key.as_str(), value));
            (items.collect(), '{', '}')
        }
        Value::Array(items) => (items.iter().map(|item| (String::new(), key, item)).collect(), '[', ']'),
        _ => return lines.push_str(&whole),
    };
    lines.push(open);
    for (i, (name, key, item)) in items.into_iter().enumerate() {
        let comma = if i > 0 { "," } else { "" };
        lines.extend([comma, "\n", &"  ".repeat(depth + 1), &name]);
        write(key, item, depth + 1, lines);
    }
    lines.push('\n');
    lines.push_str(&"  ".repeat(depth));
    lines.push(close);
}

fn one_line(value: &Value) -> String {
    match value {
        Value::Object(fields) => {
            let fields: Vec<_> =
                fields.iter().map(|(key, value)| format!("{}: {}", json!(key), one_line(value))).collect();
            format!("{{ {} }}", fields.join(", "))
        }
        Value::Array(items) => format!("[{}]", items.iter().map(one_line).collect::<Vec<_>>().join(", ")),
        plain => plain.to_string(),
    }
}
