//! Results of other models: traits, types made of axes, and a career for ties.

use serde_json::json;

use super::{Case, answer, open, quiz, to_the_result};
use crate::{
    cases::tokens,
    page::Page,
    reckon::{list, word},
    spot::inside,
};

pub fn cases() -> Vec<Case> {
    vec![
        Case::new("result::traits_are_drawn_and_told", traits_are_drawn_and_told),
        Case::new("result::ties_types_and_pictures", ties_types_and_pictures),
    ]
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

/// A career that resolves ties, types generated from axes, and pictures of careers and of the quiz.
fn ties_types_and_pictures(page: &Page) {
    let folder = page.folder();
    let square = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect width="4" height="4"/></svg>"#;
    folder.put("a.svg", square.to_owned());
    let mut level = quiz();
    level["careers"].as_array_mut().expect("careers").push(json!({
        "id": "all", "title": "All of it", "summary": "A bit of each.", "image": folder.path("a.svg"), "imageAlt": "A square",
    }));
    level["matching"] = json!({ "score": "raw", "tieCareer": "all" });
    level["logo"] = json!({ "image": folder.path("a.svg"), "imageAlt": "The school" });
    // Right and green: 4 for b, 2 for c.
    open(page, &level);
    let pictures = "__all({ widget: 0, selector: 'img', text: null }).map(it => it.alt)";
    assert_eq!(page.eval(pictures), json!(["The school"]), "above the first card");
    tokens::assert_styled(page, &["logo"]);
    answer(page, "right", "green");
    assert_eq!(page.text(inside(".cm-winner .cm-title")), "Job b", "alone, so nobody takes its place");
    assert!(!page.texts(inside(".cm-other .cm-name")).contains(&"All of it".to_owned()));
    assert_eq!(page.eval(pictures), json!(["The school"]));

    // Right and blue: 3 for b and for c.
    level["cards"][1]["options"][2]["points"]["c"] = json!(1);
    open(page, &level);
    answer(page, "right", "blue");
    assert_eq!(page.texts(inside(".cm-winner .cm-title")), ["All of it"], "two are level");
    assert_eq!(page.eval(pictures), json!(["The school", "A square"]));
    assert!(page.text(inside(".cm-winner .cm-facts")).contains("Job b, Job c"));
    assert_eq!(page.texts(inside(".cm-other .cm-name")), ["Job b", "Job c", "Job a"]);
    assert_eq!(page.count(inside(".cm-why")), 0, "no answer speaks for it");

    let end = |letter: &str| json!({ "letter": letter, "title": format!("Type {letter}") });
    let types = json!({
        "version": 1, "title": "A quiz", "careers": [],
        "traits": [{ "id": "t", "title": "Tempo" }, { "id": "u", "title": "Urge" }],
        "axes": [
            { "trait": "t", "low": end("S"), "high": end("Q") },
            { "trait": "u", "low": end("C"), "high": end("W") },
        ],
        "matching": { "model": "traits", "similarity": "affinity" },
        "cards": [
            { "id": "one", "kind": "swipe", "prompt": "First?", "points": { "t": 1 } },
            { "id": "two", "kind": "swipe", "prompt": "Second?", "points": { "u": 1 } },
        ],
    });
    open(page, &types);
    page.click(inside(".cm-choice:nth-child(1)"));
    page.arrive(inside(".cm-prompt"), "Second?");
    page.click(inside(".cm-choice:nth-child(2)"));
    page.arrive_at_result();
    assert_eq!(page.text(inside(".cm-winner .cm-title")), "QC");
    assert_eq!(page.text(inside(".cm-winner .cm-lead")), "Type Q, Type C");
    assert_eq!(page.count(inside(".cm-other")), 3);
}
