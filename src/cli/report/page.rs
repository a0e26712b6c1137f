//! The report as one self-contained page: no script, no request.

use super::{
    Shown, cards, careers, findings,
    html::{Escaped, own},
    stops, summary,
};
use crate::cli::count;

const SHEET: &str = include_str!("report.css");

pub(in crate::cli) fn page(shown: &Shown) -> String {
    let config = shown.quiz.config();
    let accent = config.theme().accent.as_ref();
    let accent = accent.map_or(String::new(), |accent| format!(":root {{ --accent: {accent} }}\n"));
    let size = format!("{}, {}", count(config.careers().len(), "career"), count(config.cards().len(), "question"));
    let sections = [
        careers::shares(shown),
        careers::reach(shown),
        careers::points(shown),
        cards::power(shown),
        cards::sureness(shown),
        stops::stops(shown),
        findings::dead(shown),
        findings::problems(shown),
        findings::method(shown),
    ];
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"icon\" href=\"data:,\">\n\
         <title>{title}: how fair is the quiz?</title>\n<style>\n{SHEET}{accent}</style>\n</head>\n<body>\n\
         <header>\n<p class=\"eyebrow\">How fair is the quiz? <span>{size}</span></p>\n<h1>{heading}</h1>\n\
         <p class=\"lead\">{summary}</p>\n{tiles}\n</header>\n<main>\n{sections}</main>\n</body>\n</html>\n",
        title = Escaped(config.title()),
        heading = own(shown, config.title()),
        summary = summary::paragraph(shown),
        tiles = summary::tiles(shown),
        sections = sections.concat(),
    )
}
