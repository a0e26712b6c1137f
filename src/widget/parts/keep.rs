//! Ways to keep a result or pass it on: a link with the answers, a link without them, paper.
//!
//! The buttons carry what they are for as data; whoever embeds the widget listens for their clicks, since sharing,
//! copying and printing are the page's. The link is shown as well, for browsers that refuse all three.

use yew::prelude::*;

use super::text::view_words;
use crate::{
    matcher::Matcher,
    quiz::{encode, encode_result},
    widget::{session::Session, words},
};

/// Nothing without an address to make links of.
pub(in crate::widget) fn view_keep(session: &Session, matcher: &Matcher, address: &str) -> Html {
    if address.is_empty() || !session.quiz.config().keep().share {
        return Html::default();
    }
    let ranking = matcher.rank(session.state.answers());
    let with_answers = [address, &encode(&session.quiz, &session.state)].concat();
    let without = [address, &encode_result(&session.quiz, &ranking)].concat();
    html! {
        <details class="cm-sum cm-keep" part="keep">
            <summary>{ words::KEEP }</summary>
            <div class="cm-fields">
                { view_link(words::LINK_RESULT, words::LINK_RESULT_NOTE, without) }
                { view_link(words::LINK_ANSWERS, words::LINK_ANSWERS_NOTE, with_answers) }
                <div class="cm-actions">
                    <button class="cm-button" part="button" type="button" data-picture={session.quiz.config().title().to_owned()}>
                        { words::PICTURE }
                    </button>
                    <button class="cm-button" part="button" type="button" data-print="">{ words::PRINT }</button>
                </div>
            </div>
        </details>
    }
}

fn view_link(title: &'static str, note: &'static str, link: String) -> Html {
    html! {
        <div class="cm-field">
            <label class="cm-field">
                { view_words("span", "cm-name", title) }
                { view_words("span", "cm-small", note) }
                <input class="cm-input" type="text" readonly=true value={link.clone()} />
            </label>
            <button class="cm-button" part="button" type="button" data-share={link}>{ words::SHARE }</button>
        </div>
    }
}
