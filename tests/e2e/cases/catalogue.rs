//! The quiz with 923 occupations: it is adaptive, ends early, and its long result has a search.

use std::fs;

use serde_json::{Value, json};

use super::{Case, tokens};
use crate::{
    host,
    page::Page,
    reckon::{list, word},
    spot::{Spot, button, choice, inside},
};

pub fn cases() -> Vec<Case> {
    vec![
        Case::new("catalogue::chooses_and_ends_early", chooses_and_ends_early),
        Case::new("catalogue::back_shows_the_same", back_shows_the_same),
    ]
}

fn open(page: &Page) -> Value {
    let quiz = fs::read_to_string("examples/onet-interests.json").expect("the catalogue is there");
    let folder = page.folder();
    folder.put("onet.json", quiz.clone());
    folder.put("index.html", host::with(r#"<career-matcher config="onet.json"></career-matcher>"#));
    page.open(&folder.path("index.html"));
    page.ready();
    serde_json::from_str(&quiz).expect("the catalogue is JSON")
}

/// Answers a question as somebody who likes a trait, and continues.
fn answer(page: &Page, quiz: &Value, trait_id: &str) {
    let prompt = page.text(inside(".cm-prompt"));
    let card = list(quiz, "cards").iter().find(|card| word(card, "prompt") == prompt).expect("a card of the quiz");
    page.click(choice(if card["points"][trait_id].is_null() { "1" } else { "5" }));
    page.answered();
    page.click(inside(".cm-next"));
    page.wait(
        "the next screen is there",
        &format!(
            "__words({})[0] != {} && __focus(0)?.matches('[tabindex=\"-1\"]')",
            json!(inside(".cm-prompt")),
            json!(prompt)
        ),
    );
}

fn asked(page: &Page) -> Vec<Value> {
    let answers = page.events().into_iter().filter(|event| event.kind == "answer");
    answers.map(|event| event.detail["card"].clone()).collect()
}

fn on_a_card(page: &Page) -> bool {
    page.count(inside(".cm-prompt")) > 0
}

fn chooses_and_ends_early(page: &Page) {
    let quiz = open(page);
    assert!(
        page.text(inside(".cm-card")).contains("Your answers decide what comes next"),
        "it says how it goes on"
    );
    while on_a_card(page) {
        answer(page, &quiz, "social");
    }
    page.arrive_at_result();
    let cards = asked(page);
    let once = cards.iter().enumerate().all(|(i, card)| !cards[..i].contains(card));
    assert!(once && (6..30).contains(&cards.len()), "some of the cards, each once: {cards:?}");
    let early = page.text(inside(".cm-early"));
    assert!(early.contains(&format!("You’ve answered {} of 30 questions.", cards.len())), "{early}");
    assert!(early.contains("likely stay in the top 10"), "{early}");
    assert!(page.text(inside(".cm-outcome")).contains("CC BY 4.0"), "the data's credit is shown");

    tokens::assert_styled(page, &["browse", "early"]);

    // Ten at first, ten more on demand, and fewer by search and by filter.
    let name = || inside(".cm-other .cm-name");
    assert_eq!(page.count(name()), 10);
    page.click(button("Show more"));
    page.wait("twenty are listed", &format!("__words({}).length == 20", json!(name())));
    page.click(inside("input[type=search]"));
    for key in "dancer".chars() {
        page.press(key);
    }
    page.wait("the search finds", &format!("__words({}).every(it => /dancer/i.test(it))", json!(name())));
    assert_eq!(page.texts(name()), ["Dancers"]);
    page.run(
        "const select = __all({ widget: 0, selector: '.cm-browse select', text: null })[0];
         select.value = '4'; select.dispatchEvent(new Event('change', { bubbles: true }));",
    );
    let status: Spot = inside(".cm-others [role=status]");
    page.wait_text(status, "0 of 922");

    page.click(button("Answer a few more questions"));
    page.wait("another card comes", "__focus(0)?.matches('.cm-prompt')");
    for _ in 0..5 {
        answer(page, &quiz, "social");
    }
    assert!(asked(page).len() >= cards.len() + 5);
}

fn back_shows_the_same(page: &Page) {
    let quiz = open(page);
    let mut prompts = Vec::new();
    for _ in 0..4 {
        prompts.push(page.text(inside(".cm-prompt")));
        answer(page, &quiz, "realistic");
    }
    prompts.push(page.text(inside(".cm-prompt")));
    for prompt in prompts.iter().rev().skip(1) {
        page.click(inside(".cm-back"));
        page.arrive(inside(".cm-prompt"), prompt);
        assert_eq!(page.checked(0).len(), 1, "the answer is kept");
    }
    for prompt in &prompts[1..] {
        page.click(inside(".cm-next"));
        page.arrive(inside(".cm-prompt"), prompt);
    }
}
