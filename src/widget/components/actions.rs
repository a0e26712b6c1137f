//! Calls to action: links whose default the host can prevent.

use yew::prelude::*;

use super::{attributes::with_attributes, text::view_words};
use crate::{
    config::{Career, model::Cta},
    quiz::QuizEvent,
};

/// The CSS part of a link.
const PART: &str = "cta";

/// The links of a career, or of the whole quiz. The first one is prominent unless the config says otherwise.
pub(in crate::widget) fn view_actions(
    career: Option<&Career>,
    ctas: &[Cta],
    on_event: &Callback<QuizEvent, bool>,
) -> Html {
    html! {
        if !ctas.is_empty() {
            <p class="cm-ctas">
                for (i, cta) in ctas.iter().enumerate() {
                    { view_action(career, cta, is_main(cta, i, career), on_event) }
                }
            </p>
        }
    }
}

fn view_action(career: Option<&Career>, cta: &Cta, is_main: bool, on_event: &Callback<QuizEvent, bool>) -> Html {
    let class = if is_main { "cm-button cm-main" } else { "cm-button" };
    with_attributes(
        html! { <a onclick={follow(career, &cta.href, on_event)}>{ view_words("span", "", &cta.label) }</a> },
        &["part", "href", "target", "rel", "class"],
        &[
            Some(&PART.into()),
            Some(&cta.href.clone().into()),
            Some(&if cta.same_tab { "_top" } else { "_blank" }.into()),
            Some(&"noopener".into()),
            Some(&class.into()),
        ],
    )
}

fn is_main(cta: &Cta, at: usize, career: Option<&Career>) -> bool {
    cta.primary.unwrap_or(at == 0 && career.is_some())
}

fn follow(career: Option<&Career>, href: &str, on_event: &Callback<QuizEvent, bool>) -> Callback<MouseEvent> {
    let career = career.map(|it| it.id.clone()).unwrap_or_default();
    let event = QuizEvent::Cta { career, href: href.to_owned() };
    let on_event = on_event.clone();
    Callback::from(move |click: MouseEvent| {
        if !on_event.emit(event.clone()) {
            click.prevent_default();
        }
    })
}
