//! Colours, languages and axes as people write them.

use crate::config::{Finding, problem::Kind};

pub(super) fn advice(kind: &Kind) -> Option<String> {
    match kind {
        Kind::BadAxes => Some(
            "axes need another matching model; write `\"matching\": { \"model\": \"traits\", \"similarity\": \"affinity\" }`".to_owned(),
        ),
        Kind::BadColour { text } => {
            let better = colour(text)?;
            Some(format!("`{text}` is not a supported colour; did you mean `{better}`?"))
        }
        Kind::Found(Finding::BadLanguage { tag }) => {
            let better = language(tag)?;
            Some(format!("`{tag}` is not a language code; did you mean `{better}`?"))
        }
        _ => None,
    }
}

/// The same colour in the widget's notation.
fn colour(text: &str) -> Option<String> {
    let text = text.trim();
    let hex = |text: &str| csscolorparser::parse(text).ok().filter(|it| it.a >= 1.0).map(|it| it.to_css_hex());
    if text.len() >= 3 && text.chars().all(|it| it.is_ascii_hexdigit()) && [3, 6].contains(&text.len()) {
        return Some(format!("#{text}"));
    }
    hex(text)
}

/// Languages of quizzes, with their usual names.
const LANGUAGES: [(&str, &[&str]); 24] = [
    ("ar", &["arabic", "العربية"]),
    ("bg", &["bulgarian"]),
    ("cs", &["czech", "čeština"]),
    ("da", &["danish", "dansk"]),
    ("de", &["german", "deutsch"]),
    ("el", &["greek"]),
    ("en", &["english"]),
    ("es", &["spanish", "español", "castellano"]),
    ("fi", &["finnish", "suomi"]),
    ("fr", &["french", "français"]),
    ("he", &["hebrew", "עברית"]),
    ("hi", &["hindi"]),
    ("hu", &["hungarian", "magyar"]),
    ("it", &["italian", "italiano"]),
    ("ja", &["japanese", "日本語"]),
    ("ko", &["korean"]),
    ("nl", &["dutch", "nederlands"]),
    ("pl", &["polish", "polski"]),
    ("pt", &["portuguese", "português"]),
    ("ro", &["romanian", "română"]),
    ("sv", &["swedish", "svenska"]),
    ("tr", &["turkish", "türkçe"]),
    ("uk", &["ukrainian", "українська"]),
    ("zh", &["chinese", "中文"]),
];

fn language(tag: &str) -> Option<String> {
    let word = tag.trim().to_lowercase();
    if let Some((tag, _)) = LANGUAGES.iter().find(|(_, names)| names.contains(&word.as_str())) {
        return Some((*tag).to_owned());
    }
    let (language, region) = tag.trim().split_once(['_', ' '])?;
    let fits = (2..=3).contains(&language.len()) && region.bytes().all(|it| it.is_ascii_alphanumeric());
    fits.then(|| format!("{}-{}", language.to_lowercase(), region.to_uppercase()))
}
