//! A pool of Yew apps, reused and never dropped. Yew does not remove delegated listeners (`yew::dom_bundle`), so a
//! dropped app would keep its host element and its listeners forever.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::AppHandle;

use super::{
    app::{App, AppProps, Content, next_turn},
    chunks,
    persistence::{Kept, Source},
};
use crate::{quiz::Action, widget::QuizView};

/// An app and the element that it draws in. The element moves from widget to widget.
struct Pooled {
    stage: HtmlElement,
    app: AppHandle<App>,
    props: AppProps,
}

impl Pooled {
    fn show(&mut self, props: AppProps) {
        self.props = props.clone();
        self.app.update(props);
    }
}

thread_local! {
    static PLAYING: RefCell<Vec<Pooled>> = const { RefCell::new(Vec::new()) };
    static WAITING: RefCell<Vec<Pooled>> = const { RefCell::new(Vec::new()) };
}

/// Shows the content in the container: with the app that is there already, a waiting app, or a new one.
pub(super) fn mount(host: HtmlElement, container: Element, content: Content) {
    let props = AppProps {
        host: Some(host),
        container: Some(container.clone()),
        content,
        turn: next_turn(),
        result: chunks::arrival(chunks::RESULT),
        order: None,
    };
    let there = take(&PLAYING, |pooled| pooled.stage.parent_element().as_ref() == Some(&container));
    let mut pooled = match there.or_else(|| WAITING.with_borrow_mut(Vec::pop)) {
        Some(pooled) => pooled,
        None => {
            let Some(stage) = new_stage(&container) else { return };
            let props = AppProps::idle();
            let app = yew::Renderer::<App>::with_root_and_props(stage.clone().into(), props.clone()).render();
            Pooled { stage, app, props }
        }
    };
    // If the container accepts no child, it has left the page and nobody can see it.
    let _ = container.append_child(&pooled.stage);
    pooled.show(props);
    PLAYING.with_borrow_mut(|playing| playing.push(pooled));
}

/// Passes the state of the chunk `result` to all playing apps. Yew draws later, so this function is not reentered.
pub(super) fn update() {
    let result = chunks::arrival(chunks::RESULT);
    PLAYING.with_borrow_mut(|playing| {
        for pooled in playing {
            pooled.show(AppProps { result, ..pooled.props.clone() });
        }
    });
}

/// Passes an action to the quiz in a container. `made` receives the quiz and returns the action.
pub(super) fn order(container: &Element, made: impl Fn(&QuizView) -> Option<Action>) {
    PLAYING.with_borrow_mut(|playing| {
        let there = playing.iter_mut().find(|it| it.stage.parent_element().as_ref() == Some(container));
        let Some(pooled) = there else { return };
        let Content::Quiz(quiz, ..) = &pooled.props.content else { return };
        if let Some(made) = made(quiz) {
            pooled.show(AppProps { order: Some((next_turn(), made)), ..pooled.props.clone() });
        }
    });
}

/// Restarts the quiz in a container from what `found` returns, if anything.
pub(super) fn change(container: &Element, found: impl FnOnce(&QuizView, &Source) -> Option<Kept>) {
    PLAYING.with_borrow_mut(|playing| {
        let there = playing.iter_mut().find(|it| it.stage.parent_element().as_ref() == Some(container));
        let Some(pooled) = there else { return };
        let Content::Quiz(quiz, source, _) = &pooled.props.content else { return };
        if let Some(kept) = found(quiz, source) {
            let content = Content::Quiz(quiz.clone(), source.clone(), kept);
            pooled.show(AppProps { turn: next_turn(), content, ..pooled.props.clone() });
        }
    });
}

/// Empties the container and returns its app to the pool.
pub(super) fn unmount(container: &Element) {
    if let Some(mut pooled) = take(&PLAYING, |pooled| pooled.stage.parent_element().as_ref() == Some(container)) {
        pooled.show(AppProps::idle());
        pooled.stage.remove();
        WAITING.with_borrow_mut(|waiting| waiting.push(pooled));
    }
}

fn new_stage(container: &Element) -> Option<HtmlElement> {
    container.owner_document()?.create_element("div").ok()?.dyn_into().ok()
}

fn take(
    list: &'static std::thread::LocalKey<RefCell<Vec<Pooled>>>,
    wanted: impl Fn(&Pooled) -> bool,
) -> Option<Pooled> {
    list.with_borrow_mut(|list| list.iter().position(wanted).map(|at| list.swap_remove(at)))
}
