//! The words of the widget in each language, as text of JSON: by name, in one order. The browser gets them as files.

pub const ENGLISH: &str = include_str!("words/en.json");
pub const GERMAN: &str = include_str!("words/de.json");
