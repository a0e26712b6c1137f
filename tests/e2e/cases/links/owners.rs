//! Links and stored answers belong to one quiz, whatever its texts and languages.

use serde_json::{Value, json};

use super::{Case, answer, begins, codes, element, play, quiz};
use crate::{host, page::Page, spot::inside};

pub fn cases() -> Vec<Case> {
    vec![
        Case::new("links::state_belongs_to_its_quiz", state_belongs_to_its_quiz),
        Case::new("links::an_edited_quiz_goes_on", an_edited_quiz_goes_on),
        Case::new("links::one_state_in_all_languages", one_state_in_all_languages),
        Case::new("links::a_link_finds_its_quiz", a_link_finds_its_quiz),
    ]
}

fn state_belongs_to_its_quiz(page: &Page) {
    let with_address = r#"<career-matcher config="quiz.json"></career-matcher>"#;
    let property = |quiz: &Value| {
        format!(
            "<career-matcher></career-matcher><script>document.querySelector('career-matcher').config = {quiz}</script>"
        )
    };
    let [same, other, copied] = [quiz("One", ""), quiz("Two", "-of-two"), quiz("Two", "")];
    for (what, first, second) in [
        ("quizzes in two pages", element(&same), element(&other)),
        ("a copy with other texts", element(&same), element(&copied)),
        ("quizzes as properties", property(&same), property(&other)),
        ("one address in two folders", with_address.to_owned(), with_address.to_owned()),
    ] {
        println!("{what}");
        let folder = page.folder();
        for (name, element, quiz) in [("a", first, &same), ("b", second, &copied)] {
            folder.put(&format!("{name}/index.html"), host::with(&element));
            folder.put(&format!("{name}/quiz.json"), quiz.to_string());
        }
        let [a, b] = ["a/index.html", "b/index.html"].map(|it| folder.path(it));
        begins(page, &a, "One 1?");
        answer(page, 0, "One", 1..=2);
        page.wait_text(inside(".cm-prompt"), "One 3?");
        begins(page, &b, "Two 1?");
        answer(page, 0, "Two", 1..=1);
        page.wait_text(inside(".cm-prompt"), "Two 2?");
        begins(page, &a, "One 3?");
        begins(page, &b, "Two 2?");
        page.run("localStorage.clear()");
    }
    // Two on one page, without ids.
    let folder = page.folder();
    folder.put("index.html", host::with(&[element(&same), element(&other)].concat()));
    begins(page, &folder.path("index.html"), "One 1?");
    page.ready_of(1);
    answer(page, 0, "One", 1..=2);
    page.wait_text(inside(".cm-prompt"), "One 3?");
    answer(page, 1, "Two", 1..=1);
    page.wait_text(inside(".cm-prompt").of(1), "Two 2?");
    begins(page, &folder.path("index.html"), "One 3?");
    page.wait_text(inside(".cm-prompt").of(1), "Two 2?");
    assert_eq!(page.count(inside(".cm-notice").of(1)), 0);
    page.run("localStorage.clear()");
}

fn an_edited_quiz_goes_on(page: &Page) {
    let before = quiz("One", "");
    let mut after = before.clone();
    let cards = after["cards"].as_array_mut().expect("cards");
    let mut new = cards.remove(1);
    (new["id"], new["prompt"]) = (json!("new"), json!("One new?"));
    cards.push(new);
    let whole = |quiz: &Value| [element(quiz), r#"<career-matcher config="quiz.json"></career-matcher>"#.to_owned()];
    for at in 0..2 {
        let folder = page.folder();
        let put = |quiz: &Value| {
            folder.put("index.html", host::with(&whole(quiz)[at]));
            folder.put("quiz.json", quiz.to_string());
        };
        put(&before);
        begins(page, &folder.path("index.html"), "One 1?");
        answer(page, 0, "One", 1..=2);
        page.wait_text(inside(".cm-prompt"), "One 3?");
        put(&after);
        page.open(&folder.path("index.html?changed"));
        page.ready();
        page.wait_text(inside(".cm-prompt"), "One 3?");
        assert!(page.text(inside(".cm-notice")).contains("1 of your answers no longer applies"));
        answer(page, 0, "One", 3..=3);
        page.wait_text(inside(".cm-prompt"), "One new?");
        // A notice is not repeated, and a restart stays a restart.
        begins(page, &folder.path("index.html?again"), "One new?");
        page.run("document.querySelector('career-matcher').restart()");
        page.wait_text(inside(".cm-prompt"), "One 1?");
        begins(page, &folder.path("index.html?anew"), "One 1?");
        page.run("localStorage.clear()");
    }
}

fn one_state_in_all_languages(page: &Page) {
    let mut quiz = quiz("One", "");
    quiz["locales"] = json!({ "de": { "title": "Eins", "cards": { "q2": { "prompt": "Zwei?" } } } });
    let folder = page.folder();
    for lang in ["en", "de"] {
        let element = element(&quiz).replacen("<career-matcher", &format!("<career-matcher lang=\"{lang}\""), 1);
        folder.put(&format!("{lang}.html"), host::with(&element));
    }
    begins(page, &folder.path("en.html"), "One 1?");
    answer(page, 0, "One", 1..=1);
    page.wait_text(inside(".cm-prompt"), "One 2?");
    begins(page, &folder.path("de.html"), "Zwei?");
    page.run("localStorage.clear()");
}

fn a_link_finds_its_quiz(page: &Page) {
    let folder = page.folder();
    let all = [quiz("One", ""), quiz("Two", "-of-two"), quiz("Three", "")];
    folder.put("index.html", host::with(&all.each_ref().map(element).concat()));
    page.open(&folder.path("index.html"));
    page.ready_of(1);
    play(page, 1, "Two");
    let of_two = codes(page, 1);
    page.ready_of(2);
    play(page, 2, "Three");
    let [_, of_three] = codes(page, 2);
    page.run("localStorage.clear()");
    for (at, (code, owner)) in [(&of_two[1], 1), (&of_two[0], 1), (&of_three, 2)].into_iter().enumerate() {
        page.open(&format!("{}#{code}", folder.path(&format!("index.html?{at}"))));
        for widget in 0..3 {
            page.run(&format!("document.querySelectorAll('career-matcher')[{widget}].scrollIntoView()"));
            page.ready_of(widget);
            let title = ["One", "Two", "Three"][widget];
            let notices = page.texts(inside(".cm-notice").of(widget));
            if widget == owner && at != 1 {
                page.wait_text(inside(".cm-winner .cm-title").of(widget), &format!("{title} a"));
            } else {
                page.wait_text(inside(".cm-prompt").of(widget), &format!("{title} 1?"));
                let told = widget == owner && notices.iter().any(|it| it.contains("Two a"));
                assert_eq!(notices.len(), usize::from(told), "{widget}: {notices:?}");
                assert_eq!(told, widget == owner);
            }
        }
        page.run("localStorage.clear()");
    }
}
