//! The line on an early result: how likely it is to last, and a button to continue with more questions.

use yew::prelude::*;

use super::{button::view_button, text::view_text};
use crate::{
    adaptive::{SHORT_LIST, TOP},
    quiz::{Action, State},
    widget::{QuizView, words},
};

/// The number of questions asked, and the probability that the first place stays.
pub(in crate::widget) fn view_early(
    quiz: &QuizView,
    state: &State,
    confidence: f64,
    on_action: &Callback<Action>,
) -> Html {
    if !state.ended_early(quiz) {
        return Html::default();
    }
    let top = (quiz.config().careers().len() > SHORT_LIST).then_some(TOP);
    let on_more = on_action.reform(|_| Action::More);
    html! {
        <div class="cm-early" part="early">
            { view_text("p", "cm-small", quiz.locale().early(state.asked(quiz), confidence, top)) }
            { view_button("cm-button", quiz.locale().say(words::MORE), Some(on_more)) }
        </div>
    }
}
