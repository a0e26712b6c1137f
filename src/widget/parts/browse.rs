//! A long list of careers: the first ones, a search by name, filters, and more on demand.

use std::ops::Deref;

use js_sys::JsString;
use yew::prelude::*;

use super::{button::view_button, text::view_text};
use crate::{
    config::{Career, Checked},
    matcher::Place,
    widget::words,
};

/// Careers up to which all are listed at once.
const SHORT: usize = 20;
/// How many are listed at first, and added with each press of the button.
const PAGE: usize = 10;

/// What the visitor looks for.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::widget) struct Browse {
    /// In small letters.
    search: String,
    /// By filter, the value that is wanted.
    filters: Vec<Option<usize>>,
    pages: usize,
}

impl Browse {
    pub(in crate::widget) fn new(config: &Checked) -> Self {
        Self { search: String::new(), filters: vec![None; config.filters().len()], pages: 1 }
    }

    fn wants(&self, career: &Career) -> bool {
        let fits = |(wanted, has): (&Option<usize>, &Option<usize>)| wanted.is_none() || wanted == has;
        self.filters.iter().zip(&career.filters).all(fits)
            && (self.search.is_empty() || small(&career.title).includes(&self.search, 0))
    }
}

/// The places to list, and the controls above and below the list.
pub(in crate::widget) fn view_browse(
    config: &Checked,
    places: &[Place],
    browse: &UseStateHandle<Browse>,
    view: impl Fn(&[&Place]) -> Html,
) -> Html {
    let long = places.len() > SHORT;
    let found: Vec<&Place> = places.iter().filter(|it| browse.wants(&config.careers()[it.career])).collect();
    let listed = if long { found.len().min(browse.pages * PAGE) } else { found.len() };
    let on_more = change(browse, |browse, _: &MouseEvent| browse.pages += 1);
    html! {
        <>
            if long || !config.filters().is_empty() {
                <div class="cm-browse" part="browse">
                    if long {
                        { view_search(browse) }
                    }
                    for filter in 0..config.filters().len() {
                        { view_filter(config, filter, browse) }
                    }
                </div>
                <p class="cm-small" role="status">{ words::found(found.len(), places.len()) }</p>
            }
            { view(&found[..listed]) }
            if listed < found.len() {
                { view_button("cm-button cm-quiet", words::SHOW_MORE.say(), Some(on_more)) }
            }
        </>
    }
}

fn view_search(browse: &UseStateHandle<Browse>) -> Html {
    let on_input = change(browse, |browse, event: &InputEvent| {
        let input = event.target_dyn_into::<web_sys::HtmlInputElement>();
        browse.search = input.map(|it| String::from(small(it.value().trim()))).unwrap_or_default();
        browse.pages = 1;
    });
    html! {
        <label class="cm-field">
            { view_text("span", "cm-small", words::SEARCH.say()) }
            <input class="cm-input" type="search" autocomplete="off" oninput={on_input} />
        </label>
    }
}

fn view_filter(config: &Checked, at: usize, browse: &UseStateHandle<Browse>) -> Html {
    let filter = &config.filters()[at];
    let on_change = change(browse, move |browse, event: &Event| {
        let select = event.target_dyn_into::<web_sys::HtmlSelectElement>();
        browse.filters[at] = select.and_then(|it| it.value().parse().ok());
        browse.pages = 1;
    });
    html! {
        <label class="cm-field">
            { view_text("span", "cm-small", filter.title.clone().into()) }
            <select class="cm-input" onchange={on_change}>
                <option value="" selected={browse.filters[at].is_none()}>{ words::ALL.say() }</option>
                for (value, it) in filter.values.iter().enumerate() {
                    <option value={value.to_string()} selected={browse.filters[at] == Some(value)}>{ &it.title }</option>
                }
            </select>
        </label>
    }
}

/// In small letters. By the browser, which has the tables for all scripts.
fn small(text: &str) -> JsString {
    JsString::from(text).to_lower_case()
}

/// A handler that changes what the visitor looks for.
fn change<E: 'static>(browse: &UseStateHandle<Browse>, how: impl Fn(&mut Browse, &E) + 'static) -> Callback<E> {
    let browse = browse.clone();
    Callback::from(move |event: E| {
        let mut next = browse.deref().clone();
        how(&mut next, &event);
        browse.set(next);
    })
}
