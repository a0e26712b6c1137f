//! The intro: its own screen, or a few lines above the first card.

use yew::prelude::*;

use crate::{
    quiz::Action,
    widget::{
        QuizView,
        components::{
            button::view_button,
            text::{heading, view_maybe_long},
        },
        words,
    },
};

/// The intro as a screen.
pub(in crate::widget) fn view_intro(quiz: &QuizView, on_action: &Callback<Action>) -> Html {
    let on_submit = on_action.reform(|event: SubmitEvent| {
        event.prevent_default();
        Action::Start
    });
    html! {
        <form key="intro" class="cm-screen cm-intro-screen" onsubmit={on_submit}>
            { view_words(quiz) }
            { view_button("cm-button cm-main", quiz.locale().say(words::START), None) }
        </form>
    }
}

/// The intro's heading and body.
pub(in crate::widget) fn view_words(quiz: &QuizView) -> Html {
    let config = quiz.config();
    let intro = config.intro();
    let title = intro.heading.as_deref().unwrap_or(config.title());
    html! {
        <header class="cm-intro" part="intro">
            <@{heading(config, 0)} class="cm-title" tabindex="-1">{ title }</@>
            { view_maybe_long(quiz, "cm-lead", &intro.body) }
        </header>
    }
}
