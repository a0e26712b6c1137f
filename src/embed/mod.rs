//! `<career-matcher>` in a stranger's page: attributes in, events out, the apps and the container they live in.
//!
//! The only module that touches the host element and its document. The element's class, which browsers want in
//! JavaScript, is `element.js`; it calls the four functions below.

mod app;
mod attributes;
mod events;
mod fault;
mod json;
mod parts;
mod pool;
mod theme;

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

use crate::{
    config::{Audience, Checked, Kind, Path, Problem, check, limits, locate, parse_tree},
    quiz::plans,
    widget::{Arrival, Quiz},
};
use app::Content;
use fault::Fault;

/// Plays a config in a container inside the host's shadow root, or shows the calm screen where that can't be.
/// Returns what is to be told: nothing; or whether it plays (`"plays"` or `"fails"`), a code and a message; or
/// `"needs"` and the part of the program that must come before it can play.
#[wasm_bindgen]
pub fn mount(host: HtmlElement, container: Element, config: &str) -> Vec<String> {
    let (content, mut told, fault) = match read(&host, config) {
        Ok((checked, _)) if plans(&checked) && parts::arrival(parts::ADAPTIVE) != Arrival::There => {
            return vec!["needs".to_owned(), parts::ADAPTIVE.to_owned()];
        }
        Ok((checked, None)) => (Content::Quiz(Quiz::new(checked)), Vec::new(), None),
        Ok((checked, warning)) => (Content::Quiz(Quiz::new(checked)), vec!["plays".to_owned()], warning),
        Err(fault) => (fault.screen(), vec!["fails".to_owned()], Some(fault)),
    };
    pool::mount(host, container, content);
    told.extend(fault.into_iter().flat_map(Fault::told));
    told
}

/// Shows the calm screen for something that went wrong before there was a config.
#[wasm_bindgen]
pub fn trouble(host: HtmlElement, container: Element, code: &str) {
    pool::mount(host, container, Content::Trouble(code.to_owned().into()));
}

/// Gives up the app in a container, to be used again by another widget.
#[wasm_bindgen]
pub fn unmount(container: &Element) {
    pool::unmount(container);
}

/// Tells that a part of the program is there, has failed to come, or is on its way.
#[wasm_bindgen]
pub fn arrive(part: &str, there: Option<bool>) {
    let arrival = match there {
        None => Arrival::Coming,
        Some(false) => Arrival::Failed,
        Some(true) => Arrival::There,
    };
    parts::note(part, arrival);
    pool::update();
}

/// From the text to a config, and what its author should still look at.
fn read(host: &HtmlElement, text: &str) -> Result<(Checked, Option<Fault>), Fault> {
    if text.len() > limits::BYTES {
        return Err(Fault::new(&[Problem::error(Path::default(), Kind::TooLarge { bytes: text.len() })]));
    }
    let fault = |mut problems: Vec<Problem>| {
        locate(text, &mut problems);
        Fault::new(&problems)
    };
    let tree = json::parse(text).map_err(|problem| Fault::new(&[problem]))?;
    let (mut config, mut problems) = parse_tree(&tree, Audience::Visitor).map_err(fault)?;
    attributes::apply(host, &mut config);
    match check(config, &mut problems) {
        Some(checked) => Ok((checked, (!problems.is_empty()).then(|| fault(problems)))),
        None => Err(fault(problems)),
    }
}
