//! `export`: a quiz as CSV or as a workbook, with a report of what does not fit into a table.

use std::{collections::BTreeMap, path::PathBuf};

use clap::ValueEnum;
use serde_json::Value;

use super::{ImportError, from_table, parsed_value, table};
use crate::{
    cli::{
        Done,
        files::{Output, read},
        line,
    },
    config::{Audience, load},
};

#[derive(clap::Args)]
pub(in crate::cli) struct Export {
    /// The output format; default: by the extension of the output file, otherwise CSV
    #[arg(long, value_enum)]
    to: Option<To>,
    /// The config, or `-` for standard input
    config: PathBuf,
    #[command(flatten)]
    output: Output,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum To {
    /// One row for each option, one column for each career
    Csv,
    /// The same as an Excel workbook
    Xlsx,
}

/// Makes CSV from a quiz.
pub fn to_table(quiz: &Value) -> Result<String, ImportError> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in table::export(quiz)? {
        let cells = row.iter().map(|(cell, is_number)| if *is_number { cell.clone() } else { table::safe(cell) });
        writer.write_record(cells).map_err(|error| error.to_string())?;
    }
    String::from_utf8(writer.into_inner().map_err(|error| error.to_string())?).map_err(|error| error.to_string())
}

/// Makes a workbook from a quiz; the first row and the first columns are frozen.
fn to_workbook(quiz: &Value) -> Result<Vec<u8>, ImportError> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let bold = rust_xlsxwriter::Format::new().set_bold();
    let sheet = book.add_worksheet();
    let fault = |error: rust_xlsxwriter::XlsxError| error.to_string();
    for (at, row) in table::export(quiz)?.iter().enumerate() {
        let at = u32::try_from(at).map_err(|error| error.to_string())?;
        for (column, (cell, is_number)) in row.iter().enumerate().filter(|(_, (cell, _))| !cell.is_empty()) {
            let column = u16::try_from(column).map_err(|_| "a workbook has room for 16,384 columns".to_owned())?;
            match cell.parse::<f64>() {
                Ok(number) if *is_number => sheet.write_number(at, column, number).map_err(fault)?,
                _ if at == 0 => sheet.write_string_with_format(at, column, cell, &bold).map_err(fault)?,
                _ => sheet.write_string(at, column, cell).map_err(fault)?,
            };
        }
    }
    sheet.set_freeze_panes(1, 1).map_err(fault)?;
    book.save_to_buffer().map_err(fault)
}

pub(in crate::cli) fn export(arguments: &Export) -> Done {
    let path = &arguments.config;
    let text = read(path)?;
    if let Err(problems) = load(&text, Audience::Author) {
        problems.iter().for_each(|problem| anstream::eprintln!("{}", line(path, problem)));
        return Ok(false);
    }
    let quiz = parsed_value(&text).unwrap_or_default();
    let to = arguments.to.unwrap_or(if arguments.output.ending() == "xlsx" { To::Xlsx } else { To::Csv });
    let bytes = match to {
        // Excel reads CSV as UTF-8 only with a byte order mark.
        To::Csv => to_table(&quiz).map(|table| format!("\u{feff}{table}").into_bytes()),
        To::Xlsx => to_workbook(&quiz),
    };
    match bytes {
        Ok(bytes) => {
            arguments.output.put(&bytes)?;
            let out = left_out(&quiz);
            if !out.is_empty() {
                eprintln!("{}: not in the table: {}; `import --into` keeps them", path.display(), out.join(", "));
            }
            Ok(true)
        }
        Err(fault) => {
            eprintln!("{}: {fault}", path.display());
            Ok(false)
        }
    }
}

/// What is lost when the table is imported again.
fn left_out(quiz: &Value) -> Vec<String> {
    let again = to_table(quiz).and_then(|table| from_table(&table, None, ""));
    let mut fields = BTreeMap::new();
    missing(quiz, &again.map(|it| it.quiz).unwrap_or_default(), "", &mut fields);
    let count = |count: usize| if count > 1 { format!(" ({count} times)") } else { String::new() };
    fields.into_iter().map(|(field, times)| format!("`{field}`{}", count(times))).collect()
}

/// Counts the fields that one value has and the other lacks, by name.
fn missing(before: &Value, after: &Value, way: &str, fields: &mut BTreeMap<String, usize>) {
    match (before, after) {
        (Value::Object(old), Value::Object(new)) => {
            for (key, value) in
                old.iter().filter(|(key, _)| !way.is_empty() || !["$schema", "version"].contains(&key.as_str()))
            {
                let way = if way.is_empty() { key.clone() } else { format!("{way}.{key}") };
                match new.get(key) {
                    Some(after) => missing(value, after, &way, fields),
                    None => *fields.entry(way).or_insert(0) += 1,
                }
            }
        }
        (Value::Array(old), Value::Array(new)) => {
            old.iter().zip(new).for_each(|(old, new)| missing(old, new, &format!("{way}[]"), fields));
            if old.len() > new.len() {
                *fields.entry(format!("{way}[]")).or_insert(0) += old.len() - new.len();
            }
        }
        _ if before != after && !before.is_number() => *fields.entry(way.to_owned()).or_insert(0) += 1,
        _ => {}
    }
}
