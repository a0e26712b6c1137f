//! The Yew app in a container: it shows a quiz, or nothing until a widget needs it.

use std::cell::Cell;

use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::{
    events,
    persistence::{self, Kept, Source},
};
use crate::{
    quiz::{Action, Screen, State},
    widget::{Arrival, CareerMatcher, QuizView},
};

/// What the app shows.
#[derive(Clone, PartialEq)]
pub(super) enum Content {
    /// Nothing: the app waits for its next widget.
    Nothing,
    Quiz(QuizView, Source, Kept),
}

#[derive(Clone, Properties, PartialEq)]
pub(super) struct AppProps {
    pub(super) host: Option<HtmlElement>,
    /// The element on which the visitor's state is published for the page.
    pub(super) container: Option<Element>,
    pub(super) content: Content,
    /// A new number for each mount, so that a reused app starts from the beginning.
    pub(super) turn: u32,
    /// Whether the result can be drawn.
    pub(super) result: Arrival,
    /// An action that the page requests.
    pub(super) order: Option<(u32, Action)>,
}

/// The root component of each widget.
#[component]
pub(super) fn App(props: &AppProps) -> Html {
    let host = props.host.clone();
    let again = use_force_update();
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
        Content::Quiz(quiz, source, kept) => {
            let address = match &props.container {
                Some(container) if props.result == Arrival::There => persistence::address(container, &source.title),
                _ => String::new(),
            };
            let on_state = {
                let (container, quiz, source) = (props.container.clone(), quiz.clone(), source.clone());
                let again = again.clone();
                Callback::from(move |state: State| {
                    if let Some(container) = &container {
                        persistence::note(container, &quiz, &source, &state);
                    }
                    // The page's address may have changed.
                    if state.screen() == Screen::Result {
                        again.force_update();
                    }
                })
            };
            let on_event = Callback::from(move |event| host.as_ref().is_none_or(|host| events::send(host, event)));
            html! {
                <CareerMatcher
                    key={props.turn}
                    quiz={quiz.clone()}
                    seed={seed()}
                    result={props.result}
                    state={kept.state.clone()}
                    lost={kept.lost}
                    shared={kept.shared.clone()}
                    damaged={kept.damaged}
                    {address}
                    order={props.order}
                    {on_state}
                    {on_event}
                />
            }
        }
    }
}

/// A new number for each visitor, used to shuffle cards.
pub(super) fn seed() -> u16 {
    (js_sys::Math::random() * 65536.0) as u16
}

impl AppProps {
    /// The props of a waiting app.
    pub(super) fn idle() -> Self {
        Self {
            host: None,
            container: None,
            content: Content::Nothing,
            turn: next_turn(),
            result: Arrival::Coming,
            order: None,
        }
    }
}

thread_local! {
    static TURN: Cell<u32> = const { Cell::new(0) };
}

/// A new number for each call, for `turn` and `order`.
pub(super) fn next_turn() -> u32 {
    TURN.set(TURN.get().wrapping_add(1));
    TURN.get()
}
