//! Ways to keep a result or pass it on: a link with the answers, a link without them, paper.
//!
//! The buttons carry what they are for as data; whoever embeds the widget listens for their clicks, since sharing,
//! copying and printing are the page's. The link is shown as well, for browsers that refuse all three.

use yew::prelude::*;

use super::text::view_text;
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
            <summary>{ words::KEEP.say() }</summary>
            <div class="cm-fields">
                { view_link(words::LINK_RESULT.say(), words::LINK_RESULT_NOTE.say(), without) }
                { view_link(words::LINK_ANSWERS.say(), words::LINK_ANSWERS_NOTE.say(), with_answers) }
                <div class="cm-actions">
                    <button class="cm-button" part="button" type="button" data-picture={session.quiz.config().title().to_owned()}>
                        { words::PICTURE.say() }
                    </button>
                    <button class="cm-button" part="button" type="button" data-print="">{ words::PRINT.say() }</button>
                </div>
            </div>
        </details>
    }
}

fn view_link(title: AttrValue, note: AttrValue, link: String) -> Html {
    html! {
        <div class="cm-field">
            <label class="cm-field">
                { view_text("span", "cm-name", title) }
                { view_text("span", "cm-small", note) }
                <input class="cm-input" type="text" readonly=true value={link.clone()} />
            </label>
            <button class="cm-button" part="button" type="button" data-share={link}>{ words::SHARE.say() }</button>
        </div>
    }
}
