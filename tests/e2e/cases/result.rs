//! What a visitor can do with a result: look behind it, set careers side by side, change an answer and see what moves.

use serde_json::{Value, json};

use super::Case;
use crate::{
    host,
    page::Page,
    reckon::{self, Answers, list, word},
    spot::{button, choice, inside},
};

pub fn cases() -> Vec<Case> {
    vec![
        Case::new("result::a_changed_answer_moves_the_ranking", a_changed_answer_moves_the_ranking),
        Case::new("result::traits_are_drawn_and_told", traits_are_drawn_and_told),
    ]
}

/// A quiz of two questions about three careers.
fn quiz() -> Value {
    let option = |id: &str, points: Value| json!({ "id": id, "label": format!("The {id} one"), "points": points });
    let career = |id: &str| json!({ "id": id, "title": format!("Job {id}"), "day": format!("A day of {id}.") });
    json!({
        "version": 1, "title": "A quiz",
        "careers": [career("a"), career("b"), career("c")],
        "cards": [
            { "id": "one", "kind": "single", "prompt": "First?", "options": [
                option("left", json!({ "a": 3, "b": 1 })), option("right", json!({ "b": 3, "c": 2 })),
            ] },
            { "id": "two", "kind": "multiple", "prompt": "Second?", "max": 2, "options": [
                option("red", json!({ "a": 2 })), option("green", json!({ "b": 1 })), option("blue", json!({ "c": 4 })),
            ] },
        ],
    })
}

fn to_the_result(page: &Page, quiz: &Value) {
    page.open_html(host::with(&format!(
        r#"<career-matcher><script type="application/json">{quiz}</script></career-matcher>"#
    )));
    page.ready();
    page.click(choice("The left one"));
    page.arrive(inside(".cm-prompt"), "Second?");
    page.click(choice("The red one"));
    page.answered();
    page.click(inside(".cm-next"));
    page.arrive_at_result();
}

/// The ranking on the screen is the one that is reckoned from the answers.
fn assert_ranking(page: &Page, quiz: &Value, one: &str, two: &[&str]) {
    let mut answers = Answers::new();
    answers.insert("one".to_owned(), vec![one.to_owned()]);
    answers.insert("two".to_owned(), two.iter().map(|it| (*it).to_owned()).collect());
    let title = |id: &str| format!("Job {id}");
    let ranking: Vec<_> = reckon::ranking(quiz, &answers).iter().map(|(id, _)| title(id)).collect();
    page.wait_text(inside(".cm-winner .cm-title"), &ranking[0]);
    assert_eq!(page.texts(inside(".cm-other .cm-name")), ranking[1..]);
}

fn a_changed_answer_moves_the_ranking(page: &Page) {
    let quiz = quiz();
    to_the_result(page, &quiz);
    assert_ranking(page, &quiz, "left", &["red"]);
    page.told("complete", 1);

    page.click(inside(".cm-edit summary"));
    page.run(
        "const select = __all({ widget: 0, selector: '.cm-edit select', text: null })[0];
         select.focus(); select.value = '1'; select.dispatchEvent(new Event('change', { bubbles: true }));",
    );
    assert_ranking(page, &quiz, "right", &["red"]);
    page.told("complete", 2);
    let first = page.text(inside(".cm-winner .cm-title"));
    let status = page.texts(inside(".cm > [role=status]"));
    assert!(status[0].starts_with(&format!("{first} is first now,")), "{status:?}");
    assert!(page.text(inside(".cm-winner")).contains("was"), "it says where the winner stood before");
    assert_eq!(page.eval("__focus(0)?.localName"), json!("select"), "the focus stays where the visitor is");

    // The last tick can't be taken away where an answer is needed; another one can be added.
    let closed = "__all({ widget: 0, selector: '.cm-box input', text: null }).map(it => it.disabled)";
    assert_eq!(page.eval(closed), json!([true, false, false]));
    page.click(inside(".cm-box").saying("The blue one"));
    assert_ranking(page, &quiz, "right", &["red", "blue"]);
    assert_eq!(page.eval(closed), json!([false, true, false]), "no more than two");

    page.click(button("Undo the last change"));
    assert_ranking(page, &quiz, "right", &["red"]);
    let answers: Vec<_> = page.kinds().into_iter().filter(|kind| kind == "answer").collect();
    assert_eq!(answers.len(), 5, "two on cards, three on the result");

    page.click(inside(".cm-other summary"));
    page.click(inside(".cm-other .cm-sum summary"));
    let table = page.text(inside(".cm-compare"));
    for title in ["Job a", "Job b", "Job c"].iter().filter(|it| **it == first || table.contains(*it)) {
        assert!(table.contains(&title.replace("Job", "A day of")), "{table}");
    }
}

fn traits_are_drawn_and_told(page: &Page) {
    let mut quiz = quiz();
    quiz["matching"] = json!({ "model": "traits" });
    quiz["traits"] =
        json!([{ "id": "a", "title": "Doing" }, { "id": "b", "title": "Asking" }, { "id": "c", "title": "Telling" }]);
    for (at, career) in list(&quiz.clone(), "careers").iter().enumerate() {
        quiz["careers"][at]["profile"] = json!({ word(career, "id"): 3 });
    }
    to_the_result(page, &quiz);
    let told = page.eval("__all({ widget: 0, selector: '.cm-chart', text: null })[0].getAttribute('aria-label')");
    let told = told.as_str().expect("a label");
    assert!(told.starts_with("Doing: you 100%, Job a 100%; Asking: you "), "{told}");
    page.click(inside(".cm-traits summary"));
    page.wait("the table opens", "__all({ widget: 0, selector: '.cm-traits details', text: null })[0].open");
    assert_eq!(page.texts(inside(".cm-traits tbody th")), ["Doing", "Asking", "Telling"]);
    assert_eq!(page.text(inside(".cm-traits tbody td")), "100%");
}
