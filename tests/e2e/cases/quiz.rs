//! A visitor plays the quiz: by mouse, by keyboard, forward and back.

use serde_json::{Value, json};

use super::Case;
use crate::{
    host,
    input::{DOWN, ENTER, SPACE},
    page::Page,
    reckon::{self, Answers, list, picks, steps, word},
    spot::{button, choice, inside, outside},
};

const LIKE: &str = "Sounds like me";
const FINISH: &str = "See my result";

pub fn cases() -> Vec<Case> {
    vec![
        Case::new("quiz::whole_quiz_by_mouse", whole_quiz_by_mouse),
        Case::new("quiz::whole_quiz_by_keyboard", whole_quiz_by_keyboard),
        Case::new("quiz::back_and_change", back_and_change),
        Case::new("quiz::double_click_answers_one_card", double_click_answers_one_card),
        Case::new("quiz::nothing_chosen_gives_a_hint", nothing_chosen_gives_a_hint),
    ]
}

fn whole_quiz_by_mouse(page: &Page) {
    let config = reckon::default_quiz();
    let cards = list(&config, "cards");
    page.open("/index.html");
    page.click(outside("nav a[href='#quiz']"));
    page.ready();
    let mut answers = Answers::new();
    let mut said = Vec::new();
    let mut told = vec!["ready", "start"];
    for (i, card) in cards.iter().enumerate() {
        if i > 0 {
            page.arrive(inside(".cm-prompt"), word(card, "prompt"));
        }
        let (ids, labels) = pick(card, i);
        for label in &labels {
            page.click(choice(label));
        }
        if ["multiple", "scale"].contains(&word(card, "kind")) {
            assert_eq!(page.text(inside(".cm-prompt")), word(card, "prompt"), "a click alone does not go on here");
            page.answered();
            page.click(inside(".cm-next"));
        }
        answers.insert(word(card, "id").to_owned(), ids);
        said.push((word(card, "prompt").to_owned(), labels));
        told.extend(["answer", "step"]);
    }
    told.pop();
    told.push("complete");
    page.arrive_at_result();
    page.told("complete", 1);
    assert_eq!(page.kinds(), told);
    assert_steps_and_answers(page, cards, &answers);
    let complete = page.events().pop().expect("there are events").detail;
    reckon::assert_complete(&complete, &config, &answers);
    assert_result(page, &config, &answers, &said);
    assert_eq!(page.loaded(".wasm").len(), 2, "the primary and the part with the result");

    page.click(button("Start again"));
    page.arrive(inside(".cm-prompt"), word(&cards[0], "prompt"));
    assert_eq!(page.checked(0), [0; 0], "restart forgets");
    assert_eq!(page.count(inside(".cm-back")), 0, "there is no way back from the first card");
}

/// An answer for a card, different for each card: ids as in events, and the labels to click.
fn pick(card: &Value, i: usize) -> (Vec<String>, Vec<String>) {
    let both = |rows: Vec<&Value>| {
        let field = |name: &'static str| rows.iter().map(|row| word(row, name).to_owned()).collect();
        (field("id"), field("label"))
    };
    match word(card, "kind") {
        "single" => {
            let options = list(card, "options");
            both(vec![&options[(i * 2 + 1) % options.len()]])
        }
        "multiple" => both(list(card, "options").iter().take(picks(card).1.min(2)).collect()),
        "scale" => (vec![(steps(card) - 1).to_string()], vec![(steps(card) - 1).to_string()]),
        _ => (vec!["like".to_owned()], vec![LIKE.to_owned()]),
    }
}

fn assert_steps_and_answers(page: &Page, cards: &[Value], answers: &Answers) {
    let events = page.events();
    let details = |kind: &str| -> Vec<Value> {
        events.iter().filter(|event| event.kind == kind).map(|event| event.detail.clone()).collect()
    };
    let step = |(i, card): (usize, &Value)| json!({ "card": card["id"], "number": i + 1, "of": cards.len() });
    assert_eq!(details("step"), cards.iter().enumerate().skip(1).map(step).collect::<Vec<_>>());
    let answer = |card: &Value| json!({ "card": card["id"], "answer": answers[word(card, "id")] });
    assert_eq!(details("answer"), cards.iter().map(answer).collect::<Vec<_>>());
}

/// The result is the computed one, with the visitor's own answers. `said`: questions with the labels clicked.
fn assert_result(page: &Page, config: &Value, answers: &Answers, said: &[(String, Vec<String>)]) {
    let ranking = reckon::ranking(config, answers);
    let title = |id: &str| {
        let mut careers = list(config, "careers").iter();
        word(careers.find(|career| career["id"] == id).expect("a career of the config"), "title").to_owned()
    };
    let percent = |share: f64| format!("{}%", (share * 100.0).round());
    let (best, share) = &ranking[0];
    assert_eq!(page.text(inside(".cm-winner .cm-title")), title(best));
    assert_eq!(page.text(inside(".cm-winner .cm-match .cm-share")), format!("{} match", percent(*share)));

    let questions = page.texts(inside(".cm-winner .cm-reason .cm-small"));
    let quotes = page.texts(inside(".cm-winner .cm-reason .cm-quote"));
    assert!(!quotes.is_empty(), "there are reasons");
    for (question, quote) in questions.iter().zip(&quotes) {
        let (_, labels) = said.iter().find(|(prompt, _)| prompt == question).expect("a question of the quiz");
        assert!(labels.iter().all(|label| quote.contains(label)), "{question} quotes {labels:?}, not {quote}");
    }
    let others: Vec<_> = ranking[1..].iter().map(|(id, _)| title(id)).collect();
    assert_eq!(page.texts(inside(".cm-other .cm-name")), others);
    let shares: Vec<_> = ranking[1..].iter().map(|(_, share)| percent(*share)).collect();
    assert_eq!(page.texts(inside(".cm-other .cm-share")), shares);

    let link = page.eval("__all({ widget: 0, selector: '.cm-winner a', text: null })[0].href");
    assert_eq!(link, json!(format!("https://school.example/courses/{best}")));
    let words = page.text(inside(".cm-outcome"));
    assert!(words.contains("not what you’re good at"), "the caveat is there: {words}");
}

fn whole_quiz_by_keyboard(page: &Page) {
    let config = reckon::default_quiz();
    let cards = list(&config, "cards");
    page.open("/index.html");
    page.focus("nav a[href='#quiz']");
    page.press(ENTER);
    page.ready();
    let mut answers = Answers::new();
    for (i, card) in cards.iter().enumerate() {
        let prompt = word(card, "prompt");
        page.wait_text(inside(".cm-prompt"), prompt);
        if i > 0 {
            page.wait("the focus is on the new question", "__focus(0)?.matches('.cm-prompt')");
        }
        let ids = if card["required"] == Value::Bool(false) && word(card, "kind") == "scale" {
            page.tab_until("not being sure can be said", "__focus(0)?.textContent.trim() == 'Not sure'");
            page.press(ENTER);
            vec![]
        } else {
            page.tab_until("the answers begin", "__focus(0)?.matches('.cm-choice input')");
            answer_by_keyboard(page, card, i)
        };
        answers.insert(word(card, "id").to_owned(), ids);
    }
    page.arrive_at_result();
    page.told("complete", 1);
    let complete = page.events().pop().expect("there are events").detail;
    reckon::assert_complete(&complete, &config, &answers);
    page.tab_until("the quiz can begin again", "__focus(0)?.textContent.trim() == 'Start again'");
    page.press(SPACE);
    page.arrive(inside(".cm-prompt"), word(&cards[0], "prompt"));
    assert_eq!(page.checked(0), [0; 0], "restart forgets");
}

/// Answers the shown card; the focus is on its first input. Arrows select, and never continue.
fn answer_by_keyboard(page: &Page, card: &Value, i: usize) -> Vec<String> {
    if word(card, "kind") == "multiple" {
        page.press(SPACE);
        page.wait("Space checks a box", "__focus(0).checked");
        page.answered();
        page.tab_until("Next stands", "__focus(0)?.matches('.cm-next')");
        page.press(ENTER);
        return vec![word(&list(card, "options")[0], "id").to_owned()];
    }
    let rows: Vec<String> = match word(card, "kind") {
        "single" => list(card, "options").iter().map(|option| word(option, "id").to_owned()).collect(),
        "scale" => (1..=steps(card)).map(|step| step.to_string()).collect(),
        _ => vec!["like".to_owned(), "pass".to_owned()],
    };
    let events = page.kinds().len();
    let first = page.eval("+__focus(0).value").as_u64().expect("a place") as usize;
    page.press(SPACE);
    assert_checked(page, card, first);
    // In turn: for some cards the last arrow wraps around to the first row.
    let wanted = (first + 1 + i % rows.len()) % rows.len();
    let mut at = first;
    while at != wanted {
        page.press(DOWN);
        at = (at + 1) % rows.len();
        assert_checked(page, card, at);
    }
    let told = page.kinds();
    assert!(!told[events..].iter().any(|kind| kind != "start"), "no arrow answers: {told:?}");
    page.answered();
    page.press(ENTER);
    vec![rows[at].clone()]
}

fn assert_checked(page: &Page, card: &Value, row: usize) {
    page.wait("the key checks a row", &format!("__focus(0)?.checked && __focus(0).value == '{row}'"));
    assert_eq!(page.checked(0), [row]);
    assert_eq!(page.text(inside(".cm-prompt")), word(card, "prompt"), "looking around does not go on");
}

/// Three single cards that look the same, so that a late click hits the next one.
fn three_cards() -> Value {
    let card = |id: &str| {
        json!({ "id": id, "kind": "single", "prompt": format!("Question {id}?"), "options": [
            { "id": "x", "label": "This", "points": { "one": 1 } },
            { "id": "y", "label": "That", "points": { "two": 1 } },
        ] })
    };
    json!({
        "version": 1, "title": "Three cards", "intro": { "show": "off" },
        "careers": [{ "id": "one", "title": "First" }, { "id": "two", "title": "Second" }],
        "cards": [card("a"), card("b"), card("c")],
    })
}

fn open_three_cards(page: &Page) {
    let element =
        format!(r#"<career-matcher><script type="application/json">{}</script></career-matcher>"#, three_cards());
    page.open_html(host::with(&element));
    page.ready();
}

fn back_and_change(page: &Page) {
    open_three_cards(page);
    page.click(choice("This"));
    page.arrive(inside(".cm-prompt"), "Question b?");
    page.click(choice("This"));
    page.arrive(inside(".cm-prompt"), "Question c?");
    page.click(button("Back"));
    page.arrive(inside(".cm-prompt"), "Question b?");
    assert_eq!(page.checked(0), [0], "the answer is kept");
    page.click(button("Back"));
    page.arrive(inside(".cm-prompt"), "Question a?");
    assert_eq!(page.checked(0), [0], "this one too");
    page.told("back", 2);
    let backs: Vec<_> = page.events().into_iter().filter(|event| event.kind == "back").map(|it| it.detail).collect();
    assert_eq!(backs, [json!({ "card": "b" }), json!({ "card": "a" })]);

    page.click(choice("That"));
    page.arrive(inside(".cm-prompt"), "Question b?");
    assert_eq!(page.checked(0), [0], "a later answer outlives a change of an earlier one");
    page.click(inside(".cm-next"));
    page.arrive(inside(".cm-prompt"), "Question c?");
    page.click(choice("That"));
    page.arrive_at_result();
    page.told("complete", 1);
    let answers = [("a", "y"), ("b", "x"), ("c", "y")].map(|(card, option)| (card.to_owned(), vec![option.to_owned()]));
    let complete = page.events().pop().expect("there are events").detail;
    reckon::assert_complete(&complete, &three_cards(), &answers.into());

    page.click(button("Back"));
    page.arrive(inside(".cm-prompt"), "Question c?");
    assert_eq!(page.checked(0), [1], "from the result there is a way back too");
    page.click(button(FINISH));
    page.wait_text(inside(".cm-winner .cm-title"), "Second");
}

fn double_click_answers_one_card(page: &Page) {
    open_three_cards(page);
    page.double_click(choice("This"));
    page.wait(
        "there is another card",
        "__words({ widget: 0, selector: '.cm-prompt', text: null })[0] != 'Question a?'",
    );
    page.told("step", 1);
    // After the page has counted a third click, all effects of the second one have happened.
    page.leave();
    assert_eq!(page.text(inside(".cm-prompt")), "Question b?");
    assert_eq!(page.kinds(), ["ready", "start", "answer", "step"]);
    assert_eq!(page.checked(0), [0; 0], "the next card is untouched");
}

fn nothing_chosen_gives_a_hint(page: &Page) {
    open_three_cards(page);
    page.click(inside(".cm-next"));
    page.wait_text(inside(".cm-hint[role=alert]"), "Choose an answer to continue");
    assert_eq!(page.text(inside(".cm-prompt")), "Question a?");
    page.focus("#host-button");
    page.tab_until("the answers begin", "__focus(0)?.matches('.cm-choice input')");
    page.press(SPACE);
    page.wait_text(inside(".cm-hint"), "");
    page.answered();
    page.tab_until("Next stands", "__focus(0)?.matches('.cm-next')");
    page.press(ENTER);
    page.arrive(inside(".cm-prompt"), "Question b?");
}
