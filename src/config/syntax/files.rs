//! Files that are not JSON from the first letter on.

/// The advice for such a file.
pub(super) fn other(text: &str) -> Option<&'static str> {
    let text = text.trim_start();
    let first = text.split(|it: char| !it.is_alphanumeric()).next().unwrap_or_default();
    if text.starts_with("{\\rtf") {
        return Some("this is a Word or RTF file; in Word choose Save as, Plain text, and the encoding UTF-8");
    }
    if text.starts_with('<') {
        return Some("this is a web page, not a quiz; save the quiz file itself");
    }
    if is_yaml(text) {
        return Some(
            "this is YAML, not JSON; run `career-matcher import --from yaml FILE -o new.json`, then check `new.json`",
        );
    }
    if is_table(text) {
        return Some(
            "this is a table, not a quiz; run `career-matcher import --from csv FILE -o new.json`, then check `new.json`",
        );
    }
    if ["const", "let", "var", "export", "module", "window", "import"].contains(&first) {
        return Some("remove everything before the first `{`; a quiz is JSON, not a script");
    }
    let is_word = text.starts_with(char::is_alphabetic) && !["true", "false", "null"].contains(&first);
    is_word.then_some("this is plain text, not a quiz; start from a copy of a file in `examples/`")
}

/// Whether a text begins like YAML: with dashes, or with two lines of a name and a value.
fn is_yaml(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim_end).filter(|it| !it.is_empty());
    let named = |line: &str| {
        let plain = |it: char| it.is_alphanumeric() || it == '_' || it == '-';
        line.split_once(':').is_some_and(|(name, value)| {
            !name.is_empty() && name.chars().all(plain) && (value.is_empty() || value.starts_with(' '))
        })
    };
    let first = lines.next().unwrap_or_default();
    let goes_on = |line: &str| line.starts_with([' ', '-', '#']) || named(line);
    first == "---"
        || first.starts_with("- ") && first.contains(": ")
        || named(first) && lines.next().is_none_or(goes_on)
}

/// Whether the first line names columns.
fn is_table(text: &str) -> bool {
    let line = text.lines().next().unwrap_or_default().to_lowercase();
    let columns: Vec<_> = line.split([',', ';', '\t']).map(|it| it.trim_matches([' ', '"'])).collect();
    ["prompt", "question"].iter().any(|it| columns.contains(it))
        && ["label", "answer"].iter().any(|it| columns.contains(it))
}
