//! A list of careers: the first ones, more on demand, and in a long list a search by title.

use std::ops::Deref;

use js_sys::JsString;
use yew::prelude::*;

use super::{button::view_button, text::view_text};
use crate::{
    config::Career,
    widget::{
        QuizView,
        words::{self, Locale},
    },
};

/// Up to this number, all careers are listed at once, without a search.
const SHORT: usize = 20;

/// The lists of a result.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::widget) enum List {
    Best,
    Others,
    Excluded,
}

impl List {
    /// The number up to which everything is listed at once, and the page size if there are more.
    fn sizes(self) -> (usize, usize) {
        match self {
            // Each career comes with its reasons.
            Self::Best => (6, 6),
            Self::Others | Self::Excluded => (SHORT, 10),
        }
    }
}

/// What the visitor searches for, by list.
pub(in crate::widget) type Browse = [Wanted; 3];

/// What the visitor searches for in one list.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::widget) struct Wanted {
    search: String,
    /// By filter: the selected value. Filters that were never used may be missing.
    filters: Vec<Option<usize>>,
    /// How often the visitor asked for more.
    more: usize,
}

impl Wanted {
    fn fits(&self, career: &Career, search: &str) -> bool {
        let fits = |(wanted, has): (&Option<usize>, &Option<usize>)| wanted.is_none() || wanted == has;
        self.filters.iter().zip(&career.filters).all(fits)
            && (search.is_empty() || small(&career.title).includes(search, 0))
    }
}

/// Which of the careers to list, by index, and the controls above and below the list. The caller draws the list; it
/// must be right before the button, because the button's action looks for it there.
#[inline(never)]
pub(in crate::widget) fn browsed(
    quiz: &QuizView,
    (list, careers): (List, &[usize]),
    browse: &UseStateHandle<Browse>,
) -> (Html, Vec<usize>, Html) {
    let (config, locale) = (quiz.config(), quiz.locale());
    let (at_once, page) = list.sizes();
    let wanted = &browse[list as usize];
    let mut listed: Vec<usize> = (0..careers.len()).collect();
    if wanted != &Wanted::default() {
        let search = String::from(small(wanted.search.trim()));
        listed.retain(|it| wanted.fits(&config.careers()[careers[*it]], &search));
    }
    let found = listed.len();
    if careers.len() > at_once {
        listed.truncate((wanted.more + 1) * page);
    }
    let long = careers.len() > SHORT;
    let above = html! {
        if long || list == List::Others && !config.filters().is_empty() {
            <div class="cm-browse" part="browse">
                if long {
                    { view_search(locale, browse, list) }
                }
                for filter in 0..config.filters().len() {
                    { view_filter(quiz, filter, (browse, list)) }
                }
            </div>
            <p class="cm-small" role="status">{ view_text("span", "", locale.found(found, careers.len())) }</p>
        }
    };
    let on_more = change(browse, list, |wanted, _: &MouseEvent| wanted.more += 1);
    let below = html! {
        if listed.len() < found {
            { view_button("cm-button cm-quiet cm-more", locale.say(words::SHOW_MORE), Some(on_more)) }
        }
    };
    (above, listed, below)
}

fn view_search(locale: Locale, browse: &UseStateHandle<Browse>, list: List) -> Html {
    let on_input = change(browse, list, |wanted, event: &InputEvent| {
        let input = event.target_dyn_into::<web_sys::HtmlInputElement>();
        wanted.search = input.map(|it| it.value()).unwrap_or_default();
        wanted.more = 0;
    });
    html! {
        <label class="cm-field">
            { view_text("span", "cm-small", locale.say(words::SEARCH)) }
            <input class="cm-input" type="search" autocomplete="off" value={browse[list as usize].search.clone()} oninput={on_input} />
        </label>
    }
}

fn view_filter(quiz: &QuizView, at: usize, (browse, list): (&UseStateHandle<Browse>, List)) -> Html {
    let filter = &quiz.config().filters()[at];
    let on_change = change(browse, list, move |wanted, event: &Event| {
        let select = event.target_dyn_into::<web_sys::HtmlSelectElement>();
        wanted.filters.resize(wanted.filters.len().max(at + 1), None);
        wanted.filters[at] = select.and_then(|it| it.value().parse().ok());
        wanted.more = 0;
    });
    let wanted = browse[list as usize].filters.get(at).copied().flatten();
    html! {
        <label class="cm-field">
            { view_text("span", "cm-small", filter.title.clone().into()) }
            <select class="cm-input" onchange={on_change}>
                <option value="" selected={wanted.is_none()}>{ quiz.locale().say(words::ALL) }</option>
                for (value, it) in filter.values.iter().enumerate() {
                    <option value={value.to_string()} selected={wanted == Some(value)}>{ &it.title }</option>
                }
            </select>
        </label>
    }
}

/// In lower case, by the browser, which has the tables for all scripts.
fn small(text: &str) -> JsString {
    JsString::from(text).to_lower_case()
}

/// A handler that changes what the visitor searches for in a list.
fn change<E: 'static>(
    browse: &UseStateHandle<Browse>,
    list: List,
    how: impl Fn(&mut Wanted, &E) + 'static,
) -> Callback<E> {
    let browse = browse.clone();
    Callback::from(move |event: E| {
        let mut next = browse.deref().clone();
        how(&mut next[list as usize], &event);
        browse.set(next);
    })
}
