//! A `div` in place of the element: at any time, added by any code, and its children are not touched.

use serde_json::{Value, json};

use super::{
    Case,
    hosts::{app, plays, quiz},
};
use crate::{
    host::{self, SCRIPT},
    page::Page,
    spot::{choice, inside, outside},
};

const DIV: &str =
    r#"<div data-career-matcher data-config="quiz.json"><a href="/courses">See all our courses</a></div>"#;

pub fn cases() -> Vec<Case> {
    vec![
        Case::new("divs::children_stay", children_stay),
        Case::new("divs::what_comes_later_plays", what_comes_later_plays),
        Case::new("divs::away_and_back", away_and_back),
        Case::new("divs::changes_arrive", changes_arrive),
        Case::new("divs::style_arrives", style_arrives),
        Case::new("divs::as_the_element", as_the_element),
        Case::new("divs::where_no_shadow_root_can_be", where_no_shadow_root_can_be),
        Case::new("divs::react_hydrates", react_hydrates),
    ]
}

fn open(page: &Page, body: &str) {
    let folder = page.folder();
    folder.put("quiz.json", quiz().to_string());
    folder.put("index.html", host::page(SCRIPT, body));
    page.open(&folder.path("index.html"));
}

fn children_stay(page: &Page) {
    open(page, &format!(r#"<main id="holder">{DIV}</main>"#));
    page.wait_text(inside(".cm-prompt"), "Question 1?");
    assert_eq!(
        page.eval("document.querySelector('#holder').innerHTML"),
        json!(DIV.replace("matcher ", "matcher=\"\" "))
    );
    assert_eq!(page.eval("document.querySelector('#holder a').getBoundingClientRect().height"), json!(0));
    plays(page, 1);
    assert_eq!(page.kinds().last().map(String::as_str), Some("complete"), "events reach the document");
}

/// Added by Turbo, htmx, routers and timers, and built by scripts.
fn what_comes_later_plays(page: &Page) {
    let ways = [
        "const page = document.createElement('body'); page.append(...document.body.children);
         page.querySelector('#holder').innerHTML = DIV; document.documentElement.replaceChild(page, document.body)",
        "document.querySelector('#holder').innerHTML = `<section>${DIV}</section>`",
        "document.querySelector('#holder').insertAdjacentHTML('beforeend', DIV)",
        "const template = document.createElement('template'); template.innerHTML = DIV;
         document.querySelector('#holder').append(template.content.cloneNode(true))",
        "const div = document.createElement('div'); document.querySelector('#holder').append(div);
         div.setAttribute('data-config', 'quiz.json'); div.setAttribute('data-career-matcher', '')",
    ];
    for way in ways {
        open(page, r#"<div id="holder"></div>"#);
        page.wait("the element is defined", "customElements.get('career-matcher')");
        page.call_async("setTimeout(arguments[0], 100)", vec![]);
        page.run(&format!("const DIV = {}; {way}", json!(DIV)));
        plays(page, 1);
    }
}

/// A div that returns later continues where it was; a copy starts from the beginning.
fn away_and_back(page: &Page) {
    open(page, &format!(r#"{DIV}<section id="there"></section>"#));
    page.wait_text(inside(".cm-prompt"), "Question 1?");
    page.click(choice("That"));
    page.arrive(inside(".cm-prompt"), "Question 2?");
    page.run("window.__div = document.querySelector('[data-career-matcher]'); document.querySelector('#there').append(__div)");
    assert_eq!(page.text(inside(".cm-prompt")), "Question 2?", "a move in the page changes nothing");
    page.run("__div.remove()");
    page.call_async("setTimeout(arguments[0], 1300)", vec![]);
    page.run("document.querySelector('#there').append(__div)");
    page.wait_text(inside(".cm-prompt"), "Question 2?");
    page.run("const copy = __div.cloneNode(true); __div.replaceWith(copy)");
    plays(page, 1);
}

fn changes_arrive(page: &Page) {
    open(page, DIV);
    page.wait_text(inside("h2.cm-prompt"), "Question 1?");
    page.run("document.querySelector('[data-career-matcher]').dataset.headingLevel = 4");
    page.wait_text(inside("h4.cm-prompt"), "Question 1?");
    page.run("delete document.querySelector('[data-career-matcher]').dataset.headingLevel");
    page.wait_text(inside("h2.cm-prompt"), "Question 1?");
    let ground = "getComputedStyle(document.querySelector('[data-career-matcher]').shadowRoot.querySelector('.cm')).backgroundColor";
    let light = page.eval(ground);
    page.run("document.querySelector('[data-career-matcher]').dataset.theme = 'dark'");
    assert_ne!(page.eval(ground), light);
}

fn style_arrives(page: &Page) {
    const STYLE: &str = "<style>[data-career-matcher] { --cm-accent: rgb(1, 2, 3) }
        [data-career-matcher]::part(card) { text-indent: 7px }</style>";
    open(page, &format!("{STYLE}{DIV}"));
    page.wait_text(inside(".cm-prompt"), "Question 1?");
    page.click(choice("That"));
    page.arrive(inside(".cm-prompt"), "Question 2?");
    let style = |selector: &str, name: &str| {
        page.eval(&format!(
            "getComputedStyle(document.querySelector('[data-career-matcher]').shadowRoot.querySelector('{selector}')).{name}"
        ))
    };
    assert_eq!(style(".cm-card", "textIndent"), json!("7px"));
    assert_eq!(style(".cm-card", "getPropertyValue('--cm-accent').trim()"), json!("rgb(1, 2, 3)"));
}

/// With the element's properties and methods, and its other sources of the quiz.
fn as_the_element(page: &Page) {
    let body = format!(
        r##"<div data-career-matcher><script type="application/json">{}</script></div>
           <div data-career-matcher id="second"></div><script>document.querySelector("#second").config = {}</script>"##,
        quiz(),
        json!(quiz().to_string().replace("Question", "Matter"))
    );
    open(page, &body);
    page.wait_text(inside(".cm-prompt"), "Question 1?");
    page.wait_text(inside(".cm-prompt").of(1), "Matter 1?");
    page.click(choice("That"));
    page.arrive(inside(".cm-prompt"), "Question 2?");
    let div = "document.querySelector('[data-career-matcher]')";
    assert_eq!(page.eval(&format!("{div}.getState().card")), json!("c2"));
    page.run(&format!("{div}.restart()"));
    page.wait_text(inside(".cm-prompt"), "Question 1?");
    page.run(&format!("{div}.config = {}", json!(quiz().to_string().replace("Question", "Point"))));
    page.wait_text(inside(".cm-prompt"), "Point 1?");
    page.run(&format!("{div}.setConfig(null)"));
    plays(page, 1);
}

fn where_no_shadow_root_can_be(page: &Page) {
    open(page, &DIV.replace("div", "figure"));
    plays(page, 1);
    assert_eq!(page.eval("document.querySelector('figure a').getBoundingClientRect().height"), json!(0));
}

/// React renders a page on a server and hydrates it while the quiz plays: React finds everything unchanged.
fn react_hydrates(page: &Page) {
    let folder = app(page, "hydrated", "", r#"<script src="/career-matcher.js"></script>"#);
    folder.put("quiz.json", quiz().to_string());
    page.open(&folder.path("index.html"));
    page.wait_text(inside(".cm-prompt"), "Question 1?");
    page.wait_text(inside(".cm-prompt").of(1), "Question 1?");
    page.click(choice("That"));
    page.arrive(inside(".cm-prompt"), "Question 2?");
    page.run(
        "window.__before = [...document.querySelectorAll('[data-career-matcher], career-matcher')]; window.__hydrate()",
    );
    page.wait("React is there", "document.querySelector('#heard').textContent == 'nobody yet'");
    let same = "__before.every((it, at) => it === [...document.querySelectorAll('[data-career-matcher], career-matcher')][at])";
    assert_eq!(page.eval(same), Value::Bool(true));
    assert_eq!(page.eval("__recovered"), json!([]), "errors that React got over by drawing anew");
    plays(page, 2);
    page.wait_text(outside("#heard"), "two");
    // And a new div on the client, in another place.
    page.click(outside("#other"));
    plays(page, 1);
}
