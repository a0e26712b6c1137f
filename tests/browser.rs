//! The widget in a real browser, run by Yew: an app inside an open shadow root, clicks, and the resulting DOM.
#![cfg(target_arch = "wasm32")]

#[path = "agreement/corpus.rs"]
mod agreement;
#[path = "agreement/flows.rs"]
mod flows;
#[path = "agreement/pace.rs"]
mod pace;

use career_matcher::{
    config::{Audience, load},
    quiz::QuizEvent,
    widget::{Arrival, CareerMatcher, CareerMatcherProps, QuizView},
};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement, ShadowRootInit, ShadowRootMode};
use yew::{Callback, scheduler};

wasm_bindgen_test_configure!(run_in_browser);

struct Page {
    container: Element,
    events: Rc<RefCell<Vec<QuizEvent>>>,
}

impl Page {
    /// Renders the small quiz inside a shadow root.
    async fn open() -> Self {
        let document = web_sys::window().and_then(|window| window.document()).expect("a page");
        let host = document.create_element("div").expect("an element");
        document.body().expect("a body").append_child(&host).expect("a place in it");
        let root = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).expect("a shadow root");
        let container = document.create_element("div").expect("an element");
        root.append_child(&container).expect("a place in it");
        let quiz = load(include_str!("render/quiz.json"), Audience::Author).expect("the quiz is fine").config;
        let events = Rc::new(RefCell::new(Vec::new()));
        let on_event = {
            let events = events.clone();
            Callback::from(move |event| {
                events.borrow_mut().push(event);
                true
            })
        };
        let props = CareerMatcherProps {
            quiz: QuizView::new(quiz),
            on_event,
            state: None,
            seed: 0,
            result: Arrival::There,
            address: "".into(),
            on_state: Callback::noop(),
            order: None,
            lost: 0,
            damaged: false,
            shared: Vec::new(),
        };
        yew::Renderer::<CareerMatcher>::with_root_and_props(container.clone(), props).render();
        scheduler::flush().await;
        Self { container, events }
    }

    fn find(&self, selector: &str) -> Element {
        self.container
            .query_selector(selector)
            .expect("a selector")
            .unwrap_or_else(|| panic!("no {selector}"))
    }

    /// A click as the keyboard sends it: it picks, but does not continue.
    async fn pick(&self, selector: &str) {
        self.find(selector).unchecked_into::<HtmlElement>().click();
        scheduler::flush().await;
    }

    fn prompt(&self) -> String {
        self.find(".cm-prompt").text_content().unwrap_or_default()
    }
}

#[wasm_bindgen_test]
async fn a_quiz_from_the_first_card_to_the_result() {
    let page = Page::open().await;
    assert_eq!(page.prompt(), "When do you like to work?");
    page.pick("input[value='0']").await;
    assert_eq!(page.prompt(), "When do you like to work?", "a key picks and stays");
    page.pick("button[type=submit]").await;
    assert_eq!(page.prompt(), "What do you like?");
    page.pick("input[value='0']").await;
    page.pick("input[value='1']").await;
    assert!(page.find("input[value='2']").has_attribute("disabled"), "two of two are picked");
    page.pick("button[type=submit]").await;
    page.pick("input[value='0']").await;
    page.pick("button[type=submit]").await;
    page.pick("input[value='0']").await;
    page.pick("button[type=submit]").await;
    assert_eq!(page.find(".cm-winner .cm-title").text_content().as_deref(), Some("Baker"));
    assert!(matches!(page.events.borrow().last(), Some(QuizEvent::Complete { .. })));
}

#[wasm_bindgen_test]
async fn going_on_without_an_answer_says_what_is_missing() {
    let page = Page::open().await;
    page.pick("button[type=submit]").await;
    assert_eq!(page.find(".cm-hint").text_content().as_deref(), Some("Choose an answer to continue"));
    assert_eq!(page.prompt(), "When do you like to work?");
}

#[wasm_bindgen_test]
fn results_are_those_of_native_to_the_bit() {
    assert_eq!(agreement::hashes(), include_str!("agreement/hashes.txt"));
}

/// Prints the time of one answer and asserts nothing; use `--release` for a figure.
#[wasm_bindgen_test]
fn one_answer_at_a_thousand_careers() {
    console_log!("{}", pace::of_one_answer());
}

/// Prints the time of item selection and of the confidence; use `--release`.
#[wasm_bindgen_test]
fn one_answer_of_an_adaptive_quiz() {
    console_log!("{}", pace::of_adaptive());
}

/// Prints the time of the lab; it asserts nothing, because machines differ.
#[cfg(feature = "lab")]
#[wasm_bindgen_test]
fn pace_of_the_lab() {
    console_log!("{}", pace::of_the_lab());
}
