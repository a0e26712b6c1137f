//! The screen without a result, when no answer counts, and the way back to the questions.

use yew::prelude::*;

use super::{button::view_button, text::view_text};
use crate::{
    quiz::{Action, State},
    widget::{QuizView, words},
};

/// Why there is no result, and how to get one.
pub(in crate::widget) fn view_nothing(quiz: &QuizView, state: &State, on_action: &Callback<Action>) -> Html {
    let first = state.history().iter().copied().find(|card| state.available(quiz, *card) != 0);
    let on_first = first.map(|card| on_action.reform(move |_| Action::GoTo(card)));
    html! {
        <>
            { view_text("p", "cm-lead", quiz.locale().say(words::NOTHING_NOTE)) }
            if on_first.is_some() {
                <div class="cm-actions">{ view_button("cm-button cm-main", quiz.locale().say(words::TO_QUESTIONS), on_first) }</div>
            }
        </>
    }
}
