//! Two careers side by side: their matches, the answers for each, and a description of each.

use yew::prelude::*;

use super::text::{view_text, view_words};
use crate::{
    config::Career,
    matcher::{Answers, Matcher, RankedCareer},
    sorting::sort_by_value,
    widget::{QuizView, components::answer::answer_words, words},
};

/// The number of answers listed for each side.
const NAMED: usize = 3;

/// The best career and another one, in a table of two columns.
pub(in crate::widget) fn view_compare(
    quiz: &QuizView,
    matcher: &Matcher,
    answers: &Answers,
    (best, other): (&RankedCareer, &RankedCareer),
) -> Html {
    let career = |place: &RankedCareer| &quiz.config().careers()[place.career];
    let (left, right) = (career(best), career(other));
    let parts = matcher.difference(answers, best.career, other.career).cards;
    let speaks = |sign: f64| {
        let mut cards: Vec<_> = (0..parts.len()).filter(|card| sign * parts[*card] > 1e-9).collect();
        sort_by_value(&mut cards, &|card| sign * parts[card]);
        cards.truncate(NAMED);
        let cards = cards
            .into_iter()
            .map(|card| answer_words(quiz.locale(), &quiz.config().cards()[card], answers[card]));
        cards.collect::<Vec<_>>().join("; ")
    };
    let tools =
        |career: &Career| (!career.tools.is_empty()).then(|| career.tools.join(&quiz.locale().say(words::COMMA)));
    let rows = [
        (
            quiz.locale().say(words::MATCH),
            quiz.locale().told(quiz.config(), best.share, false).map(|it| it.to_string()),
            quiz.locale().told(quiz.config(), other.share, false).map(|it| it.to_string()),
        ),
        (quiz.locale().say(words::SPEAKS), Some(speaks(1.0)), Some(speaks(-1.0))),
        (quiz.locale().say(words::DAY), left.day.clone(), right.day.clone()),
        (quiz.locale().say(words::TOOLS), tools(left), tools(right)),
        (quiz.locale().say(words::FIRST_STEPS), left.first_steps.clone(), right.first_steps.clone()),
    ];
    html! {
        <details class="cm-sum">
            <summary>{ view_text("span", "", quiz.locale().compare(&left.title)) }</summary>
            <table class="cm-table cm-compare">
                <thead>
                    <tr>
                        { view_head(&left.title) }
                        { view_head(&right.title) }
                    </tr>
                </thead>
                for (title, left, right) in rows {
                    if left.is_some() || right.is_some() {
                        <tbody>
                            <tr><th class="cm-term" scope="rowgroup" colspan="2">{ view_text("span", "", title) }</th></tr>
                            <tr>{ view_cell(left) }{ view_cell(right) }</tr>
                        </tbody>
                    }
                }
            </table>
        </details>
    }
}

fn view_head(title: &str) -> Html {
    html! { <th scope="col">{ view_words("span", "", title) }</th> }
}

fn view_cell(text: Option<String>) -> Html {
    let text = text.as_deref().filter(|it| !it.is_empty()).unwrap_or("–");
    html! { <td>{ view_words("span", "", text) }</td> }
}
