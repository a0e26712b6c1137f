//! Ways to keep a result or pass it on: a link with the answers, a link without them, paper.
//!
//! The buttons carry what they are for as data; whoever embeds the widget listens for their clicks, since sharing,
//! copying and printing are the page's. They carry what to say where that fails too, in the line beside them.

use yew::prelude::*;

use super::text::view_text;
use crate::{
    config::model::Offer,
    matcher::Matcher,
    quiz::{encode, encode_result},
    widget::{QuizView, session::Session, words},
};

/// Nothing without an address to make links of.
pub(in crate::widget) fn view_keep(session: &Session, matcher: &Matcher, address: &str) -> Html {
    if address.is_empty() || !session.quiz.config().keep().share {
        return Html::default();
    }
    html! {
        <details class="cm-sum cm-keep" part="keep">
            <summary>{ words::KEEP.say() }</summary>
            <div class="cm-fields">
                for offer in offers(&session.quiz) {
                    { match offer {
                        Offer::Result => {
                            let ranking = matcher.rank(session.state.answers());
                            let link = [address, &encode_result(&session.quiz, &ranking)].concat();
                            view_link(words::LINK_RESULT.say(), words::LINK_RESULT_NOTE.say(), link)
                        }
                        Offer::Answers => {
                            let link = [address, &encode(&session.quiz, &session.state)].concat();
                            view_link(words::LINK_ANSWERS.say(), words::LINK_ANSWERS_NOTE.say(), link)
                        }
                        Offer::Picture => html! {
                            <button
                                class="cm-button"
                                part="button"
                                type="button"
                                data-picture={session.quiz.config().title().to_owned()}
                                data-sorry={words::NO_PICTURE.say()}
                            >
                                { words::PICTURE.say() }
                            </button>
                        },
                        Offer::Print => html! {
                            <button
                                class="cm-button"
                                part="button"
                                type="button"
                                data-print=""
                                data-sorry={words::NO_PRINT.say()}
                            >
                                { words::PRINT.say() }
                            </button>
                        },
                    } }
                }
                <p class="cm-small cm-sorry" role="status"></p>
            </div>
        </details>
    }
}

/// What there is of all that, in the order of the quiz.
fn offers(quiz: &QuizView) -> &[Offer] {
    const ALL: [Offer; 4] = [Offer::Result, Offer::Answers, Offer::Picture, Offer::Print];
    quiz.config().result().and_then(|it| it.keep.as_deref()).unwrap_or(&ALL)
}

fn view_link(title: AttrValue, note: AttrValue, link: String) -> Html {
    html! {
        <div class="cm-field">
            <label class="cm-field">
                { view_text("span", "cm-name", title) }
                { view_text("span", "cm-small", note) }
                <input class="cm-input" type="text" readonly=true value={link.clone()} />
            </label>
            <button
                class="cm-button"
                part="button"
                type="button"
                data-share={link}
                data-sorry={words::COPY_YOURSELF.say()}
            >
                { words::SHARE.say() }
            </button>
            <p class="cm-small cm-sorry" role="status"></p>
        </div>
    }
}
