//! What stands in place of the result while its part of the program is on its way, or has not come.

use yew::prelude::*;

use crate::widget::{
    Arrival,
    words::{self, Locale},
};

/// The line; whoever loads the part listens for clicks on the button, which is there once that has failed.
pub(in crate::widget) fn view_waiting(locale: Locale, arrival: Arrival) -> Html {
    html! {
        <section key="waiting" class="cm-screen cm-waiting" part="waiting">
            <p class="cm-lead" role="status" tabindex="-1">{ locale.say(words::ADDING_UP) }</p>
            if arrival == Arrival::Failed {
                <div class="cm-actions">
                    <button class="cm-button cm-main cm-again" part="button" type="button">{ locale.say(words::TRY_AGAIN) }</button>
                </div>
            }
        </section>
    }
}
