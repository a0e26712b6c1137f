//! A page that is a Yew app of another build than the widget: the clicks of page and widget must not interfere.

use yew::prelude::*;

#[component]
fn App() -> Html {
    let count = use_state(|| 0);
    let shown = use_state(|| true);
    let add = {
        let count = count.clone();
        Callback::from(move |_: MouseEvent| count.set(*count + 1))
    };
    let switch = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(!*shown))
    };
    html! {
        <div>
            <button id="count" onclick={add}>{ *count }</button>
            <button id="away" onclick={switch}>{ "Away and back" }</button>
            if *shown {
                <career-matcher config="quiz.json" class="widget" heading-level="3"></career-matcher>
            }
        </div>
    }
}

fn main() {
    let document = web_sys::window().and_then(|it| it.document()).expect("it runs in a page");
    let place = document.query_selector("#app").ok().flatten().expect("the page has a place for the app");
    yew::Renderer::<App>::with_root(place).render();
}
