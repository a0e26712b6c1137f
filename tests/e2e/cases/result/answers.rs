//! Answers that are changed on the result, and a result without answers.

use serde_json::{Value, json};

use super::{Case, quiz, to_the_result};
use crate::{
    host,
    page::Page,
    reckon::{self, Answers},
    spot::{button, choice, inside},
};

pub fn cases() -> Vec<Case> {
    vec![
        Case::new("result::a_changed_answer_moves_the_ranking", a_changed_answer_moves_the_ranking),
        Case::new("result::nothing_to_go_by_is_said", nothing_to_go_by_is_said),
    ]
}

/// The ranking on the screen is the one computed from the answers.
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
    assert!(status[0].starts_with(&format!("{first} is now first (")), "{status:?}");
    assert!(page.text(inside(".cm-winner")).contains("was"), "it says where the winner stood before");
    assert_eq!(page.eval("__focus(0)?.localName"), json!("select"), "the focus stays where the visitor is");

    // The last selected checkbox of a required question is disabled; another one can be selected.
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

fn nothing_to_go_by_is_said(page: &Page) {
    let mut quiz = quiz();
    for card in 0..2 {
        quiz["cards"][card]["required"] = json!(false);
    }
    quiz["cta"] = json!([{ "label": "About {career|a job}", "href": "/all" }]);
    page.open_html(host::with(&format!(
        r#"<career-matcher><script type="application/json">{quiz}</script></career-matcher>"#
    )));
    page.ready();
    for at in 0..2 {
        page.wait_text(inside(".cm-prompt"), ["First?", "Second?"][at]);
        page.click(button("Not sure"));
    }
    page.arrive_at_result();
    assert_eq!(page.text(inside("#cm-outcome")), "Nothing to go by yet");
    let words = page.text(inside(".cm-outcome"));
    assert!(!words.contains("Job") && !words.contains('%'), "no career is recommended: {words}");
    assert!(words.contains("About a job"), "and none is named in a link: {words}");
    for part in [".cm-winner", ".cm-other", ".cm-keep", ".cm-early"] {
        assert_eq!(page.count(inside(part)), 0, "{part}");
    }
    page.told("complete", 1);
    let complete = page.events().pop().expect("there are events").detail;
    assert_eq!(complete["nothing"], json!(true));

    // An answer given here produces a result, and removing it removes the result.
    page.click(inside(".cm-edit summary"));
    page.run("const select = __all({ widget: 0, selector: '.cm-edit select', text: null })[0]; select.focus(); select.value = '0'; select.dispatchEvent(new Event('change', { bubbles: true }));");
    page.wait_text(inside(".cm-winner .cm-title"), "Job a");
    page.told("complete", 2);
    assert_eq!(page.events().pop().expect("there are events").detail["nothing"], json!(false));
    assert_eq!(page.eval("__focus(0)?.localName"), json!("select"), "the focus stays where the visitor is");
    page.click(button("Undo the last change"));
    page.wait_text(inside("#cm-outcome"), "Nothing to go by yet");
    page.wait_text(inside(".cm > [role=status]"), "Nothing to go by yet");

    page.click(button("Back to the questions"));
    page.arrive(inside(".cm-prompt"), "First?");
    page.click(choice("The left one"));
    page.arrive(inside(".cm-prompt"), "Second?");
    page.click(button("Not sure"));
    page.arrive_at_result();
    assert_eq!(page.text(inside(".cm-winner .cm-title")), "Job a");
}
