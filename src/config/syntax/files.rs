//! Files that are something else than JSON from their first letter on.

/// What to do with such a file.
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
    if ["const", "let", "var", "export", "module", "window", "import"].contains(&first) {
        return Some("remove what stands before the first `{`; a quiz is JSON, not a script");
    }
    let is_word = text.starts_with(char::is_alphabetic) && !["true", "false", "null"].contains(&first);
    is_word.then_some("this is plain text, not a quiz; start from a copy of a file in `examples/`")
}

/// Whether a text begins like YAML: with its dashes, or with a name and a colon.
fn is_yaml(text: &str) -> bool {
    let line = text.lines().next().unwrap_or_default().trim_end();
    let named = |(name, value): (&str, &str)| {
        let plain = |it: char| it.is_alphanumeric() || it == '_' || it == '-';
        !name.is_empty() && name.chars().all(plain) && (value.is_empty() || value.starts_with(' '))
    };
    line == "---" || line.split_once(':').is_some_and(named)
}
