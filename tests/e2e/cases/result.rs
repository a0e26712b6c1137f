//! What a visitor can do with a result: open the reasons, compare careers, change an answer and see what moves.

use serde_json::{Value, json};

use super::{Case, tokens};
use crate::{
    host,
    input::ENTER,
    page::Page,
    reckon::{self, Answers, list, word},
    spot::{button, choice, inside},
};

pub fn cases() -> Vec<Case> {
    vec![
        Case::new("result::a_changed_answer_moves_the_ranking", a_changed_answer_moves_the_ranking),
        Case::new("result::traits_are_drawn_and_told", traits_are_drawn_and_told),
        Case::new("result::long_lists_come_in_steps", long_lists_come_in_steps),
        Case::new("result::nothing_to_go_by_is_said", nothing_to_go_by_is_said),
        Case::new("result::ties_types_and_pictures", ties_types_and_pictures),
        Case::new("result::translated_texts_do_not_go_stale", translated_texts_do_not_go_stale),
    ]
}

/// A quiz with two questions about three careers.
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
    open(page, quiz);
    answer(page, "left", "red");
}

fn open(page: &Page, quiz: &Value) {
    page.open_html(host::with(&format!(
        r#"<career-matcher><script type="application/json">{quiz}</script></career-matcher>"#
    )));
    page.ready();
}

/// Answers both questions of the quiz.
fn answer(page: &Page, one: &str, two: &str) {
    page.click(choice(&format!("The {one} one")));
    page.arrive(inside(".cm-prompt"), "Second?");
    page.click(choice(&format!("The {two} one")));
    page.answered();
    page.click(inside(".cm-next"));
    page.arrive_at_result();
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

/// A quiz with one card about 1,600 careers: all in a tie, all excluded, or one ahead of all others.
fn many() -> Value {
    let id = |i: usize| format!("c{i}");
    let out = json!([{ "when": { "card": "one", "is": "out" }, "reason": "Not with this answer" }]);
    let career = |i: usize| json!({ "id": id(i), "title": format!("Job {i}"), "exclude": out });
    let points: serde_json::Map<_, _> = (0..1600).map(|i| (id(i), json!(1))).collect();
    let option = |id: &str, points: Value| json!({ "id": id, "label": format!("The {id} one"), "points": points });
    json!({
        "version": 1, "title": "A quiz", "intro": { "show": "off" },
        "careers": (0..1600).map(career).collect::<Vec<_>>(),
        "cards": [{ "id": "one", "kind": "single", "prompt": "First?", "options": [
            option("level", Value::Object(points)), option("out", json!({})), option("first", json!({ "c7": 1 })),
        ] }],
    })
}

const COUNT: &str = "__all({ widget: 0, selector: '*', text: null }).length";

/// Presses the button for more with the keyboard; then the focus is on the first new entry.
fn press_for_more(page: &Page, list: &str, listed: usize, more: usize) {
    assert_eq!(page.count(inside(list)), listed, "{list}");
    let section = format!("__all({{ widget: 0, selector: '{list}', text: null }})[0].parentNode.parentNode");
    page.run(&format!("{section}.querySelector('.cm-more').focus()"));
    page.press(ENTER);
    let all = format!("__all({{ widget: 0, selector: '{list}', text: null }})");
    page.wait("more are listed", &format!("{all}.length == {}", listed + more));
    page.wait("the focus is on the first of them", &format!("{all}[{listed}].contains(__focus(0))"));
}

/// Presses the button and moves to the search before the browser draws: the focus stays with the visitor.
fn leave_at_once(page: &Page) {
    let focused = page.call_async(
        "const done = arguments[arguments.length - 1];
         const all = (selector) => __all({ widget: 0, selector, text: null });
         const [search] = all('[type=search]');
         const button = search.closest('section').querySelector('.cm-more');
         const list = button.previousElementSibling;
         const { length } = list.children;
         button.click();
         (async () => {
           for (let i = 0; i < 1000 && list.children.length === length; i += 1) await null;
           const grown = list.children.length > length;
           for (let i = 0; i < 10; i += 1) await null;
           search.focus();
           requestAnimationFrame(() => requestAnimationFrame(() => done([grown, __focus(0) === search])));
         })();",
        vec![],
    );
    assert_eq!(focused, json!([true, true]), "the list has grown, and the focus is in the search");
}

fn long_lists_come_in_steps(page: &Page) {
    let quiz = many();
    let folder = page.folder();
    folder.put("quiz.json", quiz.to_string());
    folder.put("index.html", host::with(r#"<career-matcher config="quiz.json"></career-matcher>"#));
    // For each answer: the list, its first size, its page size, and the maximum of elements.
    for (answer, list, listed, more, most) in [
        ("The level one", ".cm-winner", 6, 6, 300),
        ("The out one", ".cm-excluded dt", 10, 10, 120),
        ("The first one", ".cm-other", 10, 10, 520),
    ] {
        page.open(&folder.path("index.html"));
        page.ready();
        page.wait(
            "the result is there in time",
            "performance.getEntriesByType('resource').some(it => it.name.includes('-result-'))",
        );
        page.click(choice(answer));
        page.arrive_at_result();
        let elements = page.eval(COUNT).as_u64().expect("a number");
        assert!(elements <= most, "{answer}: {elements} elements");
        press_for_more(page, list, listed, more);
        press_for_more(page, list, listed + more, more);
        leave_at_once(page);
        page.run(
            "const field = __all({ widget: 0, selector: '[type=search]', text: null })[0];
             field.value = 'job 1599'; field.dispatchEvent(new InputEvent('input', { bubbles: true }));",
        );
        page.wait_text(
            inside(".cm-browse + [role=status]"),
            &format!("1 of {}", if list == ".cm-other" { 1599 } else { 1600 }),
        );
        assert_eq!(page.count(inside(list)), 1);
    }
    // The status line and the sentences name a few careers, and count the rest.
    page.run("const field = __all({ widget: 0, selector: '[type=search]', text: null })[0]; field.value = ''; field.dispatchEvent(new InputEvent('input', { bubbles: true }));");
    page.click(inside(".cm-edit summary"));
    page.run("const select = __all({ widget: 0, selector: '.cm-edit select', text: null })[0]; select.value = '0'; select.dispatchEvent(new Event('change', { bubbles: true }));");
    page.wait_text(
        inside(".cm > [role=status]"),
        "Job 0 / Job 1 / Job 2 / Job 3 / Job 4 / Job 5 and 1594 more are now tied (100%)",
    );
    assert!(page.eval(COUNT).as_u64().is_some_and(|it| it <= 520));
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

/// Two widgets play the same quiz, and one of them is translated after each step as Google Translate does it: elements
/// replace the text nodes. Both keep showing the same.
fn translated_texts_do_not_go_stale(page: &Page) {
    let mut rich = quiz();
    rich["matching"] = json!({ "model": "traits" });
    rich["traits"] =
        json!([{ "id": "a", "title": "Doing" }, { "id": "b", "title": "Asking" }, { "id": "c", "title": "Telling" }]);
    for (at, id) in ["a", "b", "c"].into_iter().enumerate() {
        rich["careers"][at]["profile"] = json!({ id: 3 });
        rich["careers"][at]["summary"] =
            json!("You said “{answer:one|nothing}”, and *{career}* has {percent|no} hundredths.");
    }
    rich["cta"] = json!([{ "label": "More about {career}", "href": "/all/{career}" }]);
    rich["cards"][1]["note"] = json!("What **you** like.");
    rich["cards"].as_array_mut().expect("cards").insert(
        1,
        json!({ "id": "more", "kind": "scale", "prompt": "How much?", "low": "Little", "high": "Much", "required": false,
                "points": { "b": 1 }, "when": { "card": "one", "is": "right" } }),
    );
    let mut plain = quiz();
    plain["cards"][0]["required"] = json!(false);
    plain["cards"][1]["required"] = json!(false);
    plain["asking"] = json!({ "order": "adaptive", "stop": "certain" });
    for quiz in [&rich, &plain, &many()] {
        let element = format!(r#"<career-matcher><script type="application/json">{quiz}</script></career-matcher>"#);
        page.open_html(host::with(&(element.clone() + &element)));
        page.ready_of(0);
        page.ready_of(1);
        let wrong = page.call_async(
            r#"
            const roots = [...document.querySelectorAll("career-matcher")].map((it) => it.shadowRoot);
            const done = arguments[0];
            const translate = (root) => {
              const texts = [];
              const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) texts.push(walker.currentNode);
              for (const text of texts) {
                if (text.parentElement?.closest("style, [translate=no]")) continue;
                const [outer, inner] = [document.createElement("font"), document.createElement("font")];
                inner.textContent = text.data;
                outer.append(inner);
                text.replaceWith(outer);
              }
            };
            const said = (root) => root.querySelector(".cm")?.textContent.replace(/\s+/g, " ").trim();
            const wrong = [];
            const rest = (time) => new Promise((go) => setTimeout(go, time));
            const both = async (what, act) => {
              const before = said(roots[1]);
              for (const root of roots) await act(root);
              for (let i = 0; i < 100 && (said(roots[1]) === before || said(roots[0]) !== said(roots[1])); i += 1) await rest(10);
              await rest(30);
              said(roots[0]) === said(roots[1]) || wrong.push([what, ...roots.map(said)]);
              translate(roots[0]);
            };
            const click = (selector, at = 0) => (root) => root.querySelectorAll(selector)[at]?.click();
            const pick = (select, value) => (root) => {
              const it = root.querySelectorAll(".cm-edit select")[select];
              it.value = value;
              it.dispatchEvent(new Event("change", { bubbles: true }));
            };
            (async () => {
              translate(roots[0]);
              for (let i = 0; i < 6 && !roots[1].querySelector(".cm-outcome"); i += 1) {
                if (roots[1].querySelector("[type=checkbox], .cm-scale")) await both("an alert", click(".cm-next"));
                await both("a pick", click(".cm-choice input"));
                await both("going on", click(".cm-next"));
              }
              await both("another answer", pick(0, "1"));
              for (let i = 0; i < 6 && !roots[1].querySelector(".cm-outcome"); i += 1) {
                await both("a pick", click(".cm-choice input"));
                await both("going on", click(".cm-next"));
              }
              await both("the first answer again", pick(0, "0"));
              for (const box of [1, 2, 1]) await both("a box", click(".cm-box input", box));
              await both("undone", click(".cm-edit button"));
              await both("more", click(".cm-more"));
              await both("not sure", pick(0, ""));
              await both("the first answer again", pick(0, "0"));
              done(wrong);
            })().catch((error) => done([String(error)]));
            "#,
            vec![],
        );
        assert_eq!(wrong, json!([]));
        assert_eq!(page.lines("error"), [""; 0]);
    }
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
