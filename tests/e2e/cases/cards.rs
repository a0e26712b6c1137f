//! Cards as fingers and keys meet them: dragged to a side, answered by number, with pictures; and the page stays put.

use serde_json::{Value, json};

use super::Case;
use crate::{
    host,
    input::{ENTER, SPACE},
    page::Page,
    spot::{choice, inside},
};

pub fn cases() -> Vec<Case> {
    vec![
        Case::new("cards::a_drag_to_a_side_answers", a_drag_to_a_side_answers),
        Case::new("cards::number_keys_pick_answers", number_keys_pick_answers),
        Case::new("cards::pictures_have_words_and_room", pictures_have_words_and_room),
        Case::new("cards::the_page_stays_put", the_page_stays_put),
    ]
}

fn swipe(id: &str) -> Value {
    json!({ "id": id, "kind": "swipe", "prompt": format!("Like {id}?"), "points": { "a": 1 } })
}

fn options(more: Value) -> Value {
    let option = |id: &str| {
        let mut option = json!({ "id": id, "label": format!("Option {id}"), "points": { "a": 1 } });
        more.as_object().expect("fields").iter().for_each(|(key, value)| option[key] = value.clone());
        option
    };
    json!([option("x"), option("y"), option("z")])
}

fn open(page: &Page, cards: Value, more: Value) {
    let mut quiz = json!({
        "version": 1, "title": "A quiz", "intro": { "show": "off" },
        "careers": [{ "id": "a", "title": "Job a" }, { "id": "b", "title": "Job b" }], "cards": cards,
    });
    more.as_object().expect("fields").iter().for_each(|(key, value)| quiz[key] = value.clone());
    page.open_html(host::with(&format!(
        r#"<career-matcher><script type="application/json">{quiz}</script></career-matcher>"#
    )));
    page.ready();
}

fn answers(page: &Page) -> Vec<Value> {
    let answers = page.events().into_iter().filter(|event| event.kind == "answer");
    answers.map(|event| event.detail["answer"].clone()).collect()
}

/// To which side a choice lies, in pixels that are enough for a drag.
fn side_of(page: &Page, row: usize) -> f64 {
    let left = |row: usize| {
        let x = format!("__all({{ widget: 0, selector: '.cm-choice', text: null }})[{row}].getBoundingClientRect().x");
        page.eval(&x).as_f64().expect("a place")
    };
    if left(row) > left(1 - row) { 150.0 } else { -150.0 }
}

fn a_drag_to_a_side_answers(page: &Page) {
    open(page, json!([swipe("one"), swipe("two"), swipe("three")]), json!({}));
    page.drag(inside(".cm-prompt"), 30.0);
    assert_eq!(page.text(inside(".cm-prompt")), "Like one?", "a small drag springs back");
    assert!(answers(page).is_empty());
    page.drag(inside(".cm-prompt"), side_of(page, 0));
    page.arrive(inside(".cm-prompt"), "Like two?");
    page.drag(inside(".cm-prompt"), side_of(page, 1));
    page.arrive(inside(".cm-prompt"), "Like three?");
    assert_eq!(answers(page), [json!(["like"]), json!(["pass"])]);
    page.click(inside(".cm-back"));
    page.arrive(inside(".cm-prompt"), "Like two?");
    assert_eq!(page.checked(0), [1], "the answer is kept");
}

fn number_keys_pick_answers(page: &Page) {
    let cards = json!([
        { "id": "one", "kind": "single", "prompt": "One of these?", "options": options(json!({})) },
        { "id": "two", "kind": "multiple", "prompt": "Some of these?", "options": options(json!({})) },
        swipe("three"),
    ]);
    open(page, cards.clone(), json!({ "shortcuts": true }));
    assert_eq!(page.texts(inside(".cm-key")), ["1", "2", "3"]);
    page.focus("#host-button");
    page.press('2');
    assert!(answers(page).is_empty(), "keys elsewhere on the page are the page's");
    page.run("__all({ widget: 0, selector: '.cm-choice input', text: null })[0].focus()");
    page.press('2');
    page.arrive(inside(".cm-prompt"), "Some of these?");
    page.press('1');
    page.press('3');
    page.wait("both are ticked", "__all({ widget: 0, selector: ':checked', text: null }).length == 2");
    page.press('1');
    page.wait("one is not any more", "__all({ widget: 0, selector: ':checked', text: null }).length == 1");
    page.press('9');
    assert_eq!(page.text(inside(".cm-prompt")), "Some of these?");
    assert_eq!(answers(page), [json!(["y"])]);

    open(page, cards, json!({}));
    assert_eq!(page.count(inside(".cm-key")), 0, "only where the config wants them");
    page.run("__all({ widget: 0, selector: '.cm-choice input', text: null })[0].focus()");
    page.press('2');
    assert!(answers(page).is_empty() && page.checked(0).is_empty());
}

fn pictures_have_words_and_room(page: &Page) {
    let folder = page.folder();
    folder.put(
        "a.svg",
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><rect width="4" height="3"/></svg>"#.to_owned(),
    );
    let image = json!({ "image": folder.path("a.svg"), "imageAlt": "A black field" });
    open(
        page,
        json!([{ "id": "one", "kind": "single", "prompt": "Which?", "options": options(image) }, swipe("two")]),
        json!({}),
    );
    let images = page.eval(
        "__all({ widget: 0, selector: 'img', text: null }).map(it => { const box = it.parentNode.getBoundingClientRect();
         return [it.alt, it.loading, Math.round(box.height / box.width * 100)]; })",
    );
    assert_eq!(
        images,
        json!([["A black field", "lazy", 75], ["A black field", "lazy", 75], ["A black field", "lazy", 75]])
    );
    page.click(choice("Option y"));
    page.arrive(inside(".cm-prompt"), "Like two?");
}

fn the_page_stays_put(page: &Page) {
    open(page, json!([swipe("one"), swipe("two"), swipe("three")]), json!({}));
    page.run(
        "document.body.insertAdjacentHTML('beforeend', '<p style=\"height: 300vh\">A long page</p>'); scrollTo(0, 40);",
    );
    page.wait("the page is scrolled", "scrollY == 40");
    let height = "__all({ widget: 0, selector: '.cm-card', text: null })[0].getBoundingClientRect().height";
    let before = page.eval(height);
    page.run("__all({ widget: 0, selector: '.cm-choice input', text: null })[0].focus({ preventScroll: true })");
    page.press(SPACE);
    page.answered();
    page.press(ENTER);
    page.arrive(inside(".cm-prompt"), "Like two?");
    assert_eq!(page.eval("scrollY"), json!(40), "the question is in view, so nothing moves");
    assert_eq!(page.eval(height), before, "cards are equally high");

    page.run("__all({ widget: 0, selector: '.cm-choice input', text: null })[0].focus({ preventScroll: true })");
    page.press(SPACE);
    page.answered();
    page.run("scrollTo(0, document.body.scrollHeight)");
    page.press(ENTER);
    page.arrive(inside(".cm-prompt"), "Like three?");
    let top = page.eval("__all({ widget: 0, selector: '.cm-prompt', text: null })[0].getBoundingClientRect().top");
    assert!((0.0..600.0).contains(&top.as_f64().expect("a place")), "the question comes into view: {top}");
}
