//! The screen while the chunk `result` loads, or when it has failed to load.

use yew::prelude::*;

use crate::widget::{
    Arrival,
    words::{self, Locale},
};

/// The line and, after a failure, a button. The code that loads the chunk listens for clicks on the button.
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
