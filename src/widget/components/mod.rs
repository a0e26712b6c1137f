//! The parts that screens are made of.

pub(super) mod actions;
pub(super) mod answer;
pub(super) mod attributes;
pub(super) mod bar;
pub(super) mod browse;
pub(super) mod button;
pub(super) mod chart;
pub(super) mod choices;
pub(super) mod compare;
pub(super) mod early_result;
pub(super) mod edit;
pub(super) mod facts;
pub(super) mod nothing;
pub(super) mod progress;
pub(super) mod rich;
pub(super) mod share;
pub(super) mod text;
pub(super) mod verdict;
pub(super) mod why;

use yew::NodeRef;

/// Whether the focus is on another part of the page.
pub(super) fn focus_is_elsewhere(root: &NodeRef) -> bool {
    root.cast::<web_sys::Element>().is_some_and(|root| {
        let focused = root.owner_document().and_then(|document| document.active_element());
        focused.is_some_and(|it| it.tag_name() != "BODY") && !root.matches(":focus-within").unwrap_or(true)
    })
}

/// Focuses the first focusable heading, with as little scrolling as possible.
pub(super) fn focus_heading(root: &NodeRef) {
    let heading = root
        .cast::<web_sys::Element>()
        .and_then(|root| root.query_selector(".cm-prompt, [tabindex='-1']").ok().flatten())
        .and_then(|heading| wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>(heading).ok());
    if let Some(heading) = heading {
        // If a heading can't be focused, continue without it.
        let _ = heading.focus();
    }
}
