//! The words before the first card: a screen of its own, or a few lines above the card.

use yew::prelude::*;

use crate::{
    config::Checked,
    quiz::Move,
    widget::{Quiz, words},
};

#[derive(Properties, PartialEq)]
pub(in crate::widget) struct IntroProps {
    pub(in crate::widget) quiz: Quiz,
    pub(in crate::widget) on_move: Callback<Move>,
}

/// The intro as a screen.
#[component]
pub(in crate::widget) fn Intro(props: &IntroProps) -> Html {
    let on_submit = props.on_move.reform(|event: SubmitEvent| {
        event.prevent_default();
        Move::Start
    });
    html! {
        <form class="cm-screen cm-intro-screen" onsubmit={on_submit}>
            { view_words(props.quiz.config()) }
            <button class="cm-button cm-main" part="button" type="submit">{ words::START }</button>
        </form>
    }
}

/// The intro's heading and body.
pub(in crate::widget) fn view_words(config: &Checked) -> Html {
    let intro = config.intro();
    let heading = intro.heading.as_deref().unwrap_or(config.title());
    html! {
        <header class="cm-intro" part="intro">
            <h2 class="cm-title" tabindex="-1">{ heading }</h2>
            if let Some(body) = &intro.body {
                <p class="cm-lead">{ body }</p>
            }
        </header>
    }
}
