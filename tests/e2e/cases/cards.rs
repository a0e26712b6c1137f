//! Cards with touch and keys: dragged to a side, answered by number, with pictures; and the page does not scroll.

use serde_json::{Value, json};

use super::Case;
use crate::{
    engine::Engine,
    host,
    input::{ENTER, SPACE},
    page::Page,
    spot::{button, choice, inside},
};

pub fn cases() -> Vec<Case> {
    vec![
        Case::new("cards::a_drag_to_a_side_answers", a_drag_to_a_side_answers),
        Case::new("cards::number_keys_pick_answers", number_keys_pick_answers),
        Case::new("cards::pictures_have_words_and_room", pictures_have_words_and_room),
        Case::new("cards::the_page_stays_put", the_page_stays_put),
        Case::new("cards::clicks_stay_on_the_screen_where_they_began", clicks_stay_on_the_screen_where_they_began),
        Case::new("cards::a_double_tap_is_one_tap", a_double_tap_is_one_tap).only_in(&[Engine::Chromium]),
        Case::new("cards::limits_are_said", limits_are_said),
        Case::new("cards::an_exclusive_answer_is_picked_alone", an_exclusive_answer_is_picked_alone),
        Case::new("cards::steps_have_words", steps_have_words),
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

/// The side of a choice, in pixels that are enough for a drag.
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

fn multiple(id: &str, more: Value) -> Value {
    let mut card =
        json!({ "id": id, "kind": "multiple", "prompt": format!("Some of {id}?"), "options": options(json!({})) });
    more.as_object().expect("fields").iter().for_each(|(key, value)| card[key] = value.clone());
    card
}

/// All elements for a selector in the root of the first widget, as JavaScript.
fn all(selector: &str) -> String {
    format!("__all({{ widget: 0, selector: '{selector}', text: null }})")
}

fn clicks_stay_on_the_screen_where_they_began(page: &Page) {
    let scale = json!({ "id": "four", "kind": "scale", "prompt": "How much of four?", "low": "Little", "high": "Much", "points": { "a": 1 } });
    let single = json!({ "id": "three", "kind": "single", "prompt": "Which of three?", "options": options(json!({})) });
    let cards = json!([multiple("one", json!({})), multiple("two", json!({})), single, scale, swipe("five")]);
    open(page, cards, json!({ "intro": { "show": "screen" }, "shortcuts": true }));
    page.double_click(inside("[type=submit]"));
    page.arrive(inside(".cm-prompt"), "Some of one?");
    assert_eq!((page.checked(0), page.text(inside(".cm-hint"))), (vec![], String::new()));

    // On one screen each click counts.
    page.double_click(inside(".cm-choice:nth-child(1)"));
    page.click(inside(".cm-choice:nth-child(2)"));
    page.answered();
    assert_eq!(page.checked(0), [1], "ticked and unticked");
    page.double_click(inside(".cm-next"));
    page.arrive(inside(".cm-prompt"), "Some of two?");
    assert_eq!(page.text(inside(".cm-hint")), "", "nobody has gone on from here");
    page.click(inside(".cm-choice:nth-child(3)"));
    page.answered();
    page.click(inside(".cm-next"));
    page.arrive(inside(".cm-prompt"), "Which of three?");
    page.double_click(inside(".cm-back"));
    page.arrive(inside(".cm-prompt"), "Some of two?");
    page.click(inside(".cm-next"));
    page.arrive(inside(".cm-prompt"), "Which of three?");
    page.double_click(inside(".cm-choice:nth-child(2)"));
    page.arrive(inside(".cm-prompt"), "How much of four?");
    assert_eq!(page.checked(0), [0; 0], "the scale has no answer");

    // In any place of the new screen where the series continues, and with any key that is still held.
    let reacts = page.run(&format!(
        "const told = [];
         const root = {root}[0].getRootNode();
         for (const it of root.querySelectorAll('button, label, input')) {{
             const more = new MouseEvent('click', {{ detail: 2, bubbles: true, cancelable: true, composed: true }});
             it.dispatchEvent(more) && told.push(it.outerHTML);
         }}
         for (const key of ['Enter', ' ', '2']) {{
             const held = new KeyboardEvent('keydown', {{ key, repeat: true, bubbles: true, cancelable: true, composed: true }});
             root.querySelector('.cm-choice input').dispatchEvent(held) && told.push(key);
         }}
         return told;",
        root = all(".cm-card")
    ));
    assert_eq!(reacts, json!([]));
    assert_eq!((page.text(inside(".cm-prompt")), page.checked(0)), ("How much of four?".to_owned(), vec![]));
    page.press('2');
    page.answered();
    assert_eq!(page.checked(0), [1], "a key that is pressed anew is heard");
    page.double_click(inside(".cm-next"));
    page.arrive(inside(".cm-prompt"), "Like five?");
    page.double_click(inside(".cm-choice:nth-child(1)"));
    page.arrive_at_result();
    page.double_click(button("Start again"));
    page.wait("the intro is back", &format!("{}.length", all(".cm-intro-screen")));
    let answered: Vec<_> = answers(page);
    assert_eq!(answered.len(), 6, "each card once, and one of them again on the way back: {answered:?}");
}

fn a_double_tap_is_one_tap(page: &Page) {
    page.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true }));
    open(page, json!([swipe("one"), swipe("two"), swipe("three")]), json!({}));
    let tap = || {
        let middle = format!(
            "(() => {{ const box = {}[0].getBoundingClientRect(); return {{ x: box.x + box.width / 2, y: box.y + box.height / 2 }}; }})()",
            all(".cm-choice")
        );
        let at = page.eval(&middle);
        page.devtools("Input.dispatchTouchEvent", json!({ "type": "touchStart", "touchPoints": [at] }));
        page.devtools("Input.dispatchTouchEvent", json!({ "type": "touchEnd", "touchPoints": [] }));
    };
    tap();
    tap();
    page.arrive(inside(".cm-prompt"), "Like two?");
    std::thread::sleep(std::time::Duration::from_millis(500));
    tap();
    page.arrive(inside(".cm-prompt"), "Like three?");
    page.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": false }));
    assert_eq!(answers(page).len(), 2);
}

fn limits_are_said(page: &Page) {
    let card = multiple("one", json!({ "note": "Think of last week.", "min": 2, "max": 2 }));
    let free = multiple("two", json!({ "note": "Take your time." }));
    open(page, json!([card, free, swipe("three")]), json!({ "shortcuts": true }));
    let described = format!(
        "document.querySelector('career-matcher').shadowRoot.getElementById({}[0].getAttribute('aria-describedby')).innerText.trim()",
        all("[role=group]")
    );
    assert_eq!(page.eval(&described), json!("Think of last week.\nChoose 2"));
    page.click(inside(".cm-next"));
    page.wait_text(inside("[role=alert]"), "Choose 2");
    page.click(inside(".cm-choice:nth-child(1)"));
    page.wait_text(inside("[role=alert]"), "Choose 1 more to continue");
    page.click(inside(".cm-choice:nth-child(2)"));
    page.answered();
    page.wait_text(inside("[role=alert]"), "");
    page.run(&format!("{}[0].focus()", all(".cm-choice input")));
    page.press('3');
    page.press('3');
    assert_eq!(page.checked(0), [0, 1], "no more than two");
    page.click(inside(".cm-next"));
    page.arrive(inside(".cm-prompt"), "Some of two?");
    assert_eq!(page.eval(&described), json!("Take your time."), "there is no limit to speak of");
    page.click(inside(".cm-next"));
    page.wait_text(inside("[role=alert]"), "Choose an answer to continue");
}

fn an_exclusive_answer_is_picked_alone(page: &Page) {
    let mut card = multiple("one", json!({ "min": 2, "max": 2 }));
    card["options"]
        .as_array_mut()
        .expect("options")
        .push(json!({ "id": "none", "label": "None of these", "exclusive": true }));
    open(page, json!([card, swipe("two")]), json!({ "shortcuts": true, "result": { "sections": ["edit"] } }));
    page.wait_text(inside(".cm-note"), "Choose 2");
    page.click(inside(".cm-choice:nth-child(1)"));
    page.click(inside(".cm-choice:nth-child(2)"));
    page.wait("two are ticked", &format!("{}.length == 2", all(":checked")));
    assert_eq!(
        page.eval(&format!("{}.map(it => it.disabled)", all(".cm-choice input"))),
        json!([false, false, true, false])
    );
    page.click(inside(".cm-choice:nth-child(4)"));
    page.wait("the others are not any more", &format!("{}.length == 1", all(":checked")));
    assert_eq!(page.checked(0), [3]);
    assert_eq!(page.eval(&format!("{}.filter(it => it.disabled).length", all(".cm-choice input"))), json!(0));
    page.run(&format!("{}[0].focus()", all(".cm-choice input")));
    page.press('1');
    page.wait("the first is ticked", &format!("{}[0].checked", all(".cm-choice input")));
    assert_eq!(page.checked(0), [0], "and takes the last one away");
    page.press('4');
    page.wait("the last is ticked", &format!("{}[3].checked", all(".cm-choice input")));
    page.click(inside(".cm-next"));
    page.arrive(inside(".cm-prompt"), "Like two?");
    assert_eq!(answers(page), [json!(["none"])], "one is enough where it excludes the others");
    page.click(inside(".cm-choice:nth-child(1)"));
    page.arrive_at_result();
    let boxes = all(".cm-boxes input");
    assert_eq!(page.eval(&format!("{boxes}.map(it => it.checked)")), json!([false, false, false, true]));
}

fn steps_have_words(page: &Page) {
    let labels = ["Never", "Rarely", "Often", "Always"];
    let scale = json!({ "id": "one", "kind": "scale", "prompt": "How often?", "labels": labels, "points": { "a": 1 } });
    open(page, json!([scale, swipe("two")]), json!({ "result": { "sections": ["edit"] } }));
    assert_eq!(page.texts(inside(".cm-label")), labels);
    assert_eq!(page.count(inside(".cm-ends")), 0);
    let named =
        page.eval(&format!("{}.map(it => it.ariaLabel ?? it.labels[0].innerText.trim())", all(".cm-choice input")));
    assert_eq!(named, json!(labels), "a screen reader says the words");
    page.click(choice("Often"));
    page.answered();
    page.click(inside(".cm-next"));
    page.arrive(inside(".cm-prompt"), "Like two?");
    page.click(inside(".cm-choice:nth-child(1)"));
    page.arrive_at_result();
    assert_eq!(answers(page)[0], json!(["3"]));
    assert_eq!(page.texts(inside(".cm-field:first-child option")), labels);
}
