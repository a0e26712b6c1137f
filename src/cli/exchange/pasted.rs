//! Text pasted from a document: a question, one line per answer, an empty line, the next question.

use super::{
    ImportError,
    draft::{Asks, Draft, Question, Reply},
};

pub(super) fn draft(text: &str) -> Result<Draft, ImportError> {
    let mut draft = Draft::default();
    let text = text.replace("\r\n", "\n").replace('\u{feff}', "");
    for block in text.split("\n\n").map(str::trim).filter(|it| !it.is_empty()) {
        let mut lines = block.lines().map(str::trim).filter(|it| !it.is_empty());
        let first = lines.next().unwrap_or_default();
        let replies: Vec<_> = lines.map(|it| Reply { label: unmarked(it).to_owned(), ..Reply::default() }).collect();
        match replies.len() {
            0 if draft.title.is_empty() && draft.questions.is_empty() => {
                draft.title = first.trim_start_matches('#').trim().to_owned()
            }
            0 => draft.lost.push(format!("`{first}`: no answers below it")),
            _ => draft.questions.push(Question {
                prompt: unmarked(first).to_owned(),
                asks: Asks::One(replies),
                ..Question::default()
            }),
        }
    }
    if draft.questions.is_empty() {
        return Err("no question has answers; write each answer on its own line below its question, and an empty line between questions".to_owned());
    }
    Ok(draft)
}

/// A line without its list mark: `- `, `* `, `a) `, `1. `, `[ ] `.
fn unmarked(line: &str) -> &str {
    let line = line.trim_start_matches('#').trim_start();
    for mark in ["- ", "* ", "• ", "– ", "[ ] ", "( ) ", "☐ ", "○ "] {
        if let Some(rest) = line.strip_prefix(mark) {
            return rest.trim();
        }
    }
    let end = line.find([')', '.']).filter(|end| (1..=3).contains(end));
    match end.map(|end| (&line[..end], &line[end + 1..])) {
        Some((head, rest)) if rest.starts_with(' ') && is_number(head) => rest.trim(),
        _ => line,
    }
}

fn is_number(head: &str) -> bool {
    let letter = head.len() == 1 && head.bytes().all(|it| it.is_ascii_alphabetic());
    letter
        || head.bytes().all(|it| it.is_ascii_digit())
        || head.strip_prefix(['Q', 'q']).is_some_and(|it| it.bytes().all(|it| it.is_ascii_digit()))
}
