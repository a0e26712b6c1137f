//! What a result is worth that came before all questions were asked, in words, and the way to ask some more.

use yew::prelude::*;

use super::{button::view_button, text::view_text};
use crate::{
    adaptive::{FEW, TOP},
    quiz::{Move, State},
    widget::{Quiz, words},
};

/// How many questions were asked, and how likely the first place is to last.
pub(in crate::widget) fn view_early(quiz: &Quiz, state: &State, confidence: f64, on_move: &Callback<Move>) -> Html {
    if !state.ended_early(quiz) {
        return Html::default();
    }
    let top = (quiz.config().careers().len() > FEW).then_some(TOP);
    let on_more = on_move.reform(|_| Move::More);
    html! {
        <div class="cm-early" part="early">
            { view_text("p", "cm-small", words::early(state.asked(quiz), confidence, top)) }
            { view_button("cm-button", words::MORE.say(), Some(on_more)) }
        </div>
    }
}
