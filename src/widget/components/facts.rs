//! Description lists: the workday, tools and first steps of a career, or the careers in a tie.

use yew::prelude::*;

use super::text::{view_long, view_words};
use crate::{
    config::Career,
    matcher::Outcome,
    widget::{QuizView, words},
};

/// A day, the tools, the first steps: whatever the config provides.
pub(in crate::widget) fn view_facts(quiz: &QuizView, career: &Career) -> Html {
    let tools = (!career.tools.is_empty()).then(|| career.tools.join(&quiz.locale().say(words::COMMA)));
    let facts = [
        (quiz.locale().say(words::DAY), &career.day),
        (quiz.locale().say(words::TOOLS), &tools),
        (quiz.locale().say(words::FIRST_STEPS), &career.first_steps),
    ];
    html! {
        <dl class="cm-facts">
            for (title, text) in facts {
                if let Some(text) = text {
                    { view_fact(quiz, &title, text) }
                }
            }
        </dl>
    }
}

pub(in crate::widget) fn view_fact(quiz: &QuizView, title: &str, text: &str) -> Html {
    html! { <>{ view_words("dt", "cm-term", title) }<dd class="cm-fact">{ view_long(quiz, "span", "", text) }</dd></> }
}

/// The tied careers, if the config puts another career first in a tie.
pub(in crate::widget) fn view_level(quiz: &QuizView, found: &Outcome) -> Html {
    let level = found.ranking.places().iter().filter(|place| place.rank == 2);
    let titles: Vec<_> = level.map(|place| quiz.config().careers()[place.career].title.as_str()).collect();
    html! { <dl class="cm-facts">{ view_fact(quiz, &quiz.locale().say(words::TIE), &quiz.locale().list(&titles)) }</dl> }
}
