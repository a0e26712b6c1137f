//! Tables as rows of cells: CSV as spreadsheets of any country write it, and workbooks.
//!
//! It must never know what a column means.

use std::io::{self, Cursor, Read};

use calamine::{Data, Reader as _, open_workbook_auto_from_rs};
use csv::{Reader, ReaderBuilder};
use encoding_rs::WINDOWS_1252;
use encoding_rs_io::DecodeReaderBytesBuilder;

use super::files::text_of;
use crate::config::{Finding, Kind};

/// Bytes to examine for the delimiter.
const PEEK: u64 = 1 << 16;

/// A whole table.
#[derive(Default)]
pub(super) struct Sheet {
    pub(super) head: Vec<String>,
    /// Each with its row number in the file.
    pub(super) rows: Vec<(u64, Vec<String>)>,
    /// Notes for the author on how the table was read.
    pub(super) notes: Vec<String>,
}

impl Sheet {
    /// Reads a workbook, or CSV in UTF-8, UTF-16 with a byte order mark, or Windows-1252.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, String> {
        if bytes.starts_with(b"PK") || bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
            return workbook(bytes);
        }
        let mut notes = Vec::new();
        let text = text_of(bytes).or_else(|problem| {
            let (text, _, broken) = WINDOWS_1252.decode(bytes);
            // Text in a Western language has no control characters.
            if broken || text.contains(|it: char| it.is_control() && !it.is_whitespace()) {
                return Err(match problem.kind {
                    Kind::Found(Finding::NotUtf8 { is: Some(_), .. }) => {
                        "this file is not a table; save the table as .xlsx or as CSV UTF-8".to_owned()
                    }
                    kind => kind.to_string(),
                });
            }
            let note = "note: read as Windows-1252, because it is not UTF-8; check that é, ü and € are correct";
            notes.push(note.to_owned());
            Ok(text.into_owned())
        })?;
        if text.trim_matches(['\u{feff}', '\n', '\r', ' ']).is_empty() {
            return Err("the table is empty".to_owned());
        }
        let mut reader = rows_of(Box::new(Cursor::new(text.into_bytes()))).map_err(|error| error.to_string())?;
        let cells = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect::<Vec<_>>();
        let head = cells(reader.headers().map_err(|error| error.to_string())?);
        // A cell can have several lines.
        let mut inside: usize = head.iter().map(|it| it.matches('\n').count()).sum();
        let mut rows = Vec::new();
        for record in reader.records() {
            let record = record.map_err(|error| error.to_string())?;
            let line = record.position().map_or(0, csv::Position::line);
            rows.push((line - inside as u64, cells(&record)));
            inside += record.iter().map(|it| it.matches('\n').count()).sum::<usize>();
        }
        Ok(Self { head, rows, notes })
    }
}

/// A CSV reader: skips a byte order mark and a line `sep=;`, and detects the delimiter.
pub(super) fn rows_of(input: Box<dyn Read>) -> io::Result<Reader<Box<dyn Read>>> {
    let decoded = DecodeReaderBytesBuilder::new().bom_override(true).utf8_passthru(true).strip_bom(true).build(input);
    let mut rest = Lines(decoded);
    let mut start = Vec::new();
    rest.by_ref().take(PEEK).read_to_end(&mut start)?;
    let line_of =
        |bytes: &[u8]| String::from_utf8_lossy(bytes.split(|it| *it == b'\n').next().unwrap_or_default()).into_owned();
    let line = line_of(&start);
    let said = line.to_ascii_lowercase().strip_prefix("sep=").and_then(|it| it.bytes().next());
    let line = if said.is_some() {
        start.drain(..(line.len() + 1).min(start.len()));
        line_of(&start)
    } else {
        line
    };
    let delimiter = said.unwrap_or_else(|| {
        let parts = line.split('"').step_by(2).collect::<String>();
        let count = |byte: &u8| parts.bytes().filter(|it| it == byte).count();
        [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
    });
    let input = Box::new(Cursor::new(start).chain(rest));
    Ok(ReaderBuilder::new().flexible(true).delimiter(delimiter).from_reader(input))
}

/// Removes carriage returns, because rows are counted by line feeds.
struct Lines<R>(R);

impl<R: Read> Read for Lines<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let read = self.0.read(buffer)?;
            let mut kept = 0;
            for at in 0..read {
                if buffer[at] != b'\r' {
                    buffer[kept] = buffer[at];
                    kept += 1;
                }
            }
            if kept > 0 || read == 0 {
                return Ok(kept);
            }
        }
    }
}

/// The first sheet of a workbook that is not empty.
fn workbook(bytes: &[u8]) -> Result<Sheet, String> {
    let fault = || "this Excel file is damaged; open it in Excel and save it again as .xlsx or as CSV UTF-8".to_owned();
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|_| fault())?;
    let mut notes = Vec::new();
    let mut found = None;
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).map_err(|_| fault())?;
        if range.is_empty() {
            continue;
        }
        match &found {
            None => found = Some((name, range)),
            Some((used, _)) => {
                notes.push(format!("the sheet `{name}`, because only the first sheet, `{used}`, is read"))
            }
        }
    }
    let (_, range) = found.ok_or("the workbook is empty")?;
    let top = u64::from(range.start().map_or(0, |(row, _)| row)) + 1;
    let mut rows = range.rows().zip(top..).map(|(row, at)| (at, row.iter().map(said).collect::<Vec<_>>()));
    let head = rows.next().map(|(_, cells)| cells).unwrap_or_default();
    Ok(Sheet { head, rows: rows.collect(), notes })
}

/// A cell as a person would type it.
fn said(cell: &Data) -> String {
    match cell {
        Data::Empty | Data::Error(_) => String::new(),
        Data::Float(number) if number.fract() == 0.0 && number.abs() < 1e15 => (*number as i64).to_string(),
        _ => cell.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn csv_of_all_countries() {
        let utf16 = |text: &str| -> Vec<u8> {
            [vec![0xff, 0xfe], text.encode_utf16().flat_map(u16::to_le_bytes).collect()].concat()
        };
        let expected =
            (vec!["card".to_owned(), "prompt".to_owned()], vec![(2u64, vec!["é".to_owned(), "a;b".to_owned()])]);
        for bytes in [
            "card,prompt\né,a;b\n".as_bytes().to_vec(),
            "\u{feff}card;prompt\r\né;\"a;b\"\r\n".as_bytes().to_vec(),
            utf16("card\tprompt\r\né\ta;b"),
            b"card,prompt\n\xe9,a;b".to_vec(),
        ] {
            let Sheet { head, rows, notes } = Sheet::read(&bytes).expect("a table");
            assert_eq!((head, rows), expected);
            assert_eq!(notes.len(), usize::from(std::str::from_utf8(&bytes).is_err() && bytes[0] != 0xff));
        }
        let told = Sheet::read(b"sep=;\r\ncard;prompt\r\n1;2\r\n").expect("a table");
        assert_eq!((told.head.len(), told.rows.len()), (2, 1));
        for (bytes, fault) in [(&b" \r\n"[..], "is empty"), (b"PK\x03\x04", "Excel"), (b"a,b\n\x00\x01\xff", "UTF-8")] {
            assert!(Sheet::read(bytes).err().expect("a fault").contains(fault));
        }
    }
}
