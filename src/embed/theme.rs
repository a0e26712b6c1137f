//! The config's colours as custom properties on the stage. By CSSOM: strict policies block `style` attributes.

use web_sys::HtmlElement;

use super::app::Content;

/// Sets what the config says, and takes away what an earlier one said.
pub(super) fn paint(stage: &HtmlElement, content: &Content) {
    let accent = match content {
        Content::Quiz(quiz, _) => quiz.config().theme().accent.as_ref(),
        Content::Nothing => None,
    };
    let properties = [
        ("--cm-accent", accent.map(|accent| accent.colour.as_str())),
        ("--cm-on-accent", accent.map(|accent| accent.on)),
    ];
    let style = stage.style();
    for (name, value) in properties {
        // A property that is not set leaves the default colour.
        let _ = match value {
            Some(value) => style.set_property(name, value),
            None => style.remove_property(name).map(|_| ()),
        };
    }
}
