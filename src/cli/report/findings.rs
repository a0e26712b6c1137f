//! Report sections about improvements: dead items, findings, and the method.

use super::{
    Shown,
    html::{Escaped, own, section, ticked},
    words::unmeasured,
};
use crate::config::{Path, Problem, Segment};

pub(super) fn dead(shown: &Shown) -> String {
    let (config, dead) = (shown.quiz.config(), &shown.report.dead);
    let option = |(card, row): &(usize, usize)| {
        let asked = &config.cards()[*card];
        let label = asked
            .response
            .options()
            .get(*row)
            .map_or_else(|| asked.response.name(*row), |option| option.label.clone());
        format!("<b>{}</b> in “{}”", own(shown, &label), own(shown, &asked.prompt))
    };
    let lists: [(&str, Vec<_>); 3] = [
        ("Questions", dead.cards.iter().map(|card| own(shown, &config.cards()[*card].prompt)).collect()),
        ("Answers", dead.options.iter().map(option).collect()),
        ("Traits", dead.traits.iter().map(|it| own(shown, &config.traits()[*it].title)).collect()),
    ];
    let list = |(title, names): (&str, Vec<String>)| {
        let items: String = names.iter().map(|name| format!("<li>{name}</li>\n")).collect();
        if items.is_empty() { items } else { format!("<h3>{title}</h3>\n<ul class=\"plain\">\n{items}</ul>\n") }
    };
    let mut figure: String = lists.into_iter().map(list).collect();
    if dead.open.any() {
        figure += "<p class=\"note\">Not everything was checked within the time limit.</p>";
    } else if figure.is_empty() {
        figure = fine(match shown.report.exact {
            true => "Every question, answer and trait can change which career comes first.",
            false => "No question, answer or trait is proved to make no difference.",
        });
    }
    let about = "<p>Items that never change which career comes first. Remove them, or change their \
                 weights.</p>";
    section("dead", "What makes no difference", about, &figure)
}

pub(super) fn problems(shown: &Shown) -> String {
    let item = |problem: &Problem| {
        let words = problem.kind.to_string();
        let (finding, hint) = words.split_once("; ").unwrap_or((&words, ""));
        let class = if problem.is_error() { "bad" } else { "warn" };
        let kind = if problem.is_error() { "Error" } else { "Warning" };
        let hint = if hint.is_empty() { String::new() } else { format!("<p>{}.</p>", ticked(&capital(hint))) };
        format!(
            "<li><p><span class=\"mark {class}\"></span>{}<b>{}.</b></p>{hint}<p class=\"where\">{kind} \
             <code>{}</code> at <code>{}</code></p></li>\n",
            subject(shown, &problem.path),
            ticked(&capital(finding)),
            problem.code(),
            Escaped(&problem.path.to_string()),
        )
    };
    let problems: String = shown.report.problems.iter().map(item).collect();
    let figure = match problems.as_str() {
        "" => fine("No problems were found."),
        items => format!("<ul class=\"problems\">\n{items}</ul>"),
    };
    let about = "<p>Findings for the quiz’s author, each with its remedy.</p>";
    section("problems", "What to look at", about, &figure)
}

/// The career or question of a finding, by the name that visitors see.
fn subject(shown: &Shown, path: &Path) -> String {
    let config = shown.quiz.config();
    let name = match path.0.as_slice() {
        [Segment::Key(list), Segment::Index(at), ..] if list == "careers" => {
            config.careers().get(*at).map(|it| &it.title)
        }
        [Segment::Key(list), Segment::Index(at), ..] if list == "cards" => config.cards().get(*at).map(|it| &it.prompt),
        _ => None,
    };
    name.map_or(String::new(), |name| format!("{}: ", own(shown, name)))
}

pub(super) fn method(shown: &Shown) -> String {
    let visitors = &shown.report.visitors;
    let uniform = if shown.report.exact {
        "Figures for random visitors are exact: all possible answers were counted."
    } else if visitors.uniform == 0 {
        "The time limit did not allow for random visitors."
    } else {
        "There are too many possible answers to count, so figures for random visitors come from a sample."
    };
    let open = unmeasured(shown.report);
    let open = open.map_or(String::new(), |what| format!("<li>Not measured within the time limit: {what}.</li>\n"));
    let file = shown.path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let figure = format!(
        "<ul class=\"plain\">\n{open}<li>{uniform}</li>\n\
         <li>Figures for coherent visitors come from a sample of simulated people with preferences. These are estimated \
         from the weights of the quiz and never built around a career. The interval contains the true share in 95 of \
         100 cases.</li>\n\
         <li>The effective number of careers is the number of careers with equal shares that would be as varied.</li>\n\
         <li>No real visitors were observed: the report describes the quiz, not its audience.</li>\n\
         <li>Made by career-matcher {} from <code>{}</code> with seed {}; the same file and seed give the same \
         figures.</li>\n</ul>",
        env!("CARGO_PKG_VERSION"),
        Escaped(&file),
        shown.seed,
    );
    section("method", "How it was computed", "", &figure)
}

fn fine(words: &str) -> String {
    format!("<p class=\"fine\"><span class=\"mark good\"></span>{words}</p>")
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}
