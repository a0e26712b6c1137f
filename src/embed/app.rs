//! What stands in a container: a quiz, or the calm screen.

use web_sys::HtmlElement;
use yew::prelude::*;

use super::{
    events,
    keep::{self, Kept},
    pool,
};
use crate::widget::{Arrival, CareerMatcher, Quiz, view_trouble};

/// What to show.
#[derive(Clone, PartialEq)]
pub(super) enum Content {
    /// Nothing: the app waits for its next widget.
    Nothing,
    Quiz(Quiz, Kept),
    Trouble(AttrValue),
}

#[derive(Clone, Properties, PartialEq)]
pub(super) struct AppProps {
    pub(super) host: Option<HtmlElement>,
    pub(super) content: Content,
    /// Another number for each mount, so that a used app begins anew.
    pub(super) turn: u32,
    /// Whether the result can be drawn.
    pub(super) result: Arrival,
}

/// The root of each widget's tree.
#[component]
pub(super) fn App(props: &AppProps) -> Html {
    let host = props.host.clone();
    use_effect_with(props.turn, {
        let (host, ready) = (host.clone(), matches!(props.content, Content::Quiz(..)));
        move |_| {
            if let (Some(host), true) = (host, ready) {
                events::ready(&host);
            }
        }
    });
    match &props.content {
        Content::Nothing => Html::default(),
        Content::Quiz(quiz, kept) => {
            let address = host.as_ref().map(keep::address).unwrap_or_default();
            let on_keep = {
                let (host, quiz) = (host.clone(), quiz.clone());
                Callback::from(move |code: Option<String>| {
                    if let Some(host) = &host {
                        keep::save(host, quiz.config(), code.as_deref());
                    }
                })
            };
            let on_event = Callback::from(move |event| host.as_ref().is_none_or(|host| events::send(host, &event)));
            html! {
                <CareerMatcher
                    key={props.turn}
                    quiz={quiz.clone()}
                    seed={seed()}
                    result={props.result}
                    state={kept.state.clone()}
                    lost={kept.lost}
                    shared={kept.shared.clone()}
                    {address}
                    {on_keep}
                    {on_event}
                />
            }
        }
        Content::Trouble(code) => view_trouble(code),
    }
}

/// Another number for each visitor, to mix cards by.
pub(super) fn seed() -> u64 {
    (js_sys::Math::random() * 9e15) as u64
}

impl AppProps {
    /// For an app that waits.
    pub(super) fn idle() -> Self {
        Self {
            host: None,
            content: Content::Nothing,
            turn: pool::next_turn(),
            result: Arrival::Coming,
        }
    }
}
