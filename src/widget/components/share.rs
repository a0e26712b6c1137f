//! Ways to keep or share a result: a link with the answers, a link without them, a printout.
//!
//! The buttons hold their purpose as data; the host of the widget listens for their clicks, because sharing, copying and
//! printing belong to the page. The buttons also hold the message for a failure, shown in the line beside them.

use yew::prelude::*;

use super::text::view_text;
use crate::{
    config::model::Offer,
    quiz::{Standing, encode, encode_result},
    widget::{
        QuizView,
        session::Session,
        words::{self, Locale},
    },
};

/// Empty without an address for links.
pub(in crate::widget) fn view_share_links(session: &Session, standing: &Standing, address: &str) -> Html {
    if address.is_empty() || !session.quiz.config().keep().share {
        return Html::default();
    }
    let locale = session.quiz.locale();
    html! {
        <details class="cm-sum cm-keep" part="keep">
            <summary>{ locale.say(words::KEEP) }</summary>
            <div class="cm-fields">
                for offer in offers(&session.quiz) {
                    { match offer {
                        Offer::Result => {
                            let link = [address, &encode_result(&session.quiz, &standing.ranking)].concat();
                            view_link(locale, locale.say(words::LINK_RESULT), locale.say(words::LINK_RESULT_NOTE), link)
                        }
                        Offer::Answers => {
                            let link = [address, &encode(&session.quiz, &session.state)].concat();
                            view_link(locale, locale.say(words::LINK_ANSWERS), locale.say(words::LINK_ANSWERS_NOTE), link)
                        }
                        Offer::Picture => html! {
                            <button
                                class="cm-button"
                                part="button"
                                type="button"
                                data-picture={session.quiz.config().title().to_owned()}
                                data-sorry={locale.say(words::NO_PICTURE)}
                            >
                                { locale.say(words::PICTURE) }
                            </button>
                        },
                        Offer::Print => html! {
                            <button
                                class="cm-button"
                                part="button"
                                type="button"
                                data-print=""
                                data-sorry={locale.say(words::NO_PRINT)}
                            >
                                { locale.say(words::PRINT) }
                            </button>
                        },
                    } }
                }
                <p class="cm-small cm-sorry" role="status"></p>
            </div>
        </details>
    }
}

/// The ways that the config offers, in its order.
fn offers(quiz: &QuizView) -> &[Offer] {
    const ALL: [Offer; 4] = [Offer::Result, Offer::Answers, Offer::Picture, Offer::Print];
    quiz.config().result().and_then(|it| it.keep.as_deref()).unwrap_or(&ALL)
}

fn view_link(locale: Locale, title: AttrValue, note: AttrValue, link: String) -> Html {
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
                data-sorry={locale.say(words::COPY_YOURSELF)}
            >
                { locale.say(words::SHARE) }
            </button>
            <p class="cm-small cm-sorry" role="status"></p>
        </div>
    }
}
