//! The element in a page: ways to load the script, lazy loading, several elements, links, strict policies.

use serde_json::json;

use super::Case;
use crate::{
    host::{self, SCRIPT},
    page::Page,
    spot::{choice, inside},
};

/// The strictest possible policy for a page with the widget; inline scripts and styles are forbidden.
const STRICT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src data:; \
    style-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

pub fn cases() -> Vec<Case> {
    vec![
        Case::new("embed::two_widgets_are_independent", two_widgets_are_independent),
        Case::new("embed::script_loads_in_every_way", script_loads_in_every_way),
        Case::new("embed::nothing_is_fetched_from_afar", nothing_is_fetched_from_afar),
        Case::new("embed::host_can_stop_a_link", host_can_stop_a_link),
        Case::new("embed::strict_policy_is_kept", strict_policy_is_kept),
        Case::new("embed::moved_element_plays_on", moved_element_plays_on),
        Case::new("embed::nothing_but_its_own_files", nothing_but_its_own_files),
        Case::new("embed::changes_of_a_page_are_noticed", changes_of_a_page_are_noticed),
    ]
}

/// An element with a quiz of one or more single cards inside.
fn element(title: &str, cards: usize) -> String {
    let card = |i: usize| {
        json!({ "id": format!("c{i}"), "kind": "single", "prompt": format!("{title} {i}?"), "options": [
            { "id": "x", "label": "This", "points": { "one": 1 } },
            { "id": "y", "label": "That", "points": { "two": 1 } },
        ] })
    };
    let career = |id: &str| json!({ "id": id, "title": format!("Career {id}"), "cta": [{ "label": "Go there", "href": "landed.html" }] });
    let config = json!({
        "version": 1, "title": title, "intro": { "show": "off" },
        "careers": [career("one"), career("two")], "cards": (1..=cards).map(card).collect::<Vec<_>>(),
    });
    format!(r#"<career-matcher><script type="application/json">{config}</script></career-matcher>"#)
}

fn two_widgets_are_independent(page: &Page) {
    page.open_html(host::with(&(element("Left", 2) + &element("Right", 2))));
    page.ready_of(0);
    page.ready_of(1);
    page.click(choice("That").of(1));
    page.arrive(inside(".cm-prompt").of(1), "Right 2?");
    assert_eq!(page.text(inside(".cm-prompt")), "Left 1?");
    assert_eq!(page.checked(0), [0; 0]);
    page.click(choice("This"));
    page.arrive(inside(".cm-prompt"), "Left 2?");
    page.click(choice("This"));
    page.arrive(inside(".cm-winner .cm-title"), "Career one");
    assert_eq!(page.text(inside(".cm-prompt").of(1)), "Right 2?");
    page.click(choice("That").of(1));
    page.arrive(inside(".cm-winner .cm-title").of(1), "Career two");
    page.told("complete", 2);
    let of = |widget: usize| -> Vec<String> {
        page.events().into_iter().filter(|event| event.widget == widget).map(|event| event.kind).collect()
    };
    let all = ["ready", "start", "answer", "step", "answer", "complete"];
    assert_eq!((of(0), of(1)), (all.map(String::from).to_vec(), all.map(String::from).to_vec()));
    assert_eq!(page.loaded(".wasm").len(), 2, "both share the primary and its part");
    let sheets = "document.querySelectorAll('career-matcher')[0].shadowRoot.adoptedStyleSheets[0] == \
        document.querySelectorAll('career-matcher')[1].shadowRoot.adoptedStyleSheets[0]";
    assert_eq!(page.eval(sheets), json!(true), "both share one sheet");
}

fn script_loads_in_every_way(page: &Page) {
    const PLAIN: &str = r#"<script src="/career-matcher.js"></script>"#;
    const MODULE: &str = r#"<script src="/career-matcher.js" type="module"></script>"#;
    // With the default quiz, because its address depends on the script's.
    let ways = [
        (PLAIN.to_owned(), "<career-matcher></career-matcher>".to_owned()),
        (SCRIPT.to_owned(), "<career-matcher></career-matcher>".to_owned()),
        (MODULE.to_owned(), "<career-matcher></career-matcher>".to_owned()),
        (String::new(), format!("<career-matcher></career-matcher>{PLAIN}")),
        (PLAIN.repeat(2), "<career-matcher></career-matcher>".to_owned()),
        (format!("{PLAIN}{MODULE}"), "<career-matcher></career-matcher>".to_owned()),
        (format!("{SCRIPT}{MODULE}"), format!("<career-matcher></career-matcher>{PLAIN}")),
    ];
    for (head, body) in ways {
        page.open_html(host::page(&head, &body));
        page.ready();
        assert_eq!(page.lines("error"), [""; 0], "{head} {body}");
        assert_eq!(page.kinds(), ["ready"], "{head} {body}");
        assert_eq!(page.loaded("/python-careers.json").len(), 1, "{head} {body}");
    }
}

fn nothing_is_fetched_from_afar(page: &Page) {
    let head = format!("<style>.space {{ block-size: 5000px }}</style>{SCRIPT}");
    page.open_html(host::page(&head, r#"<div class="space"></div><career-matcher></career-matcher>"#));
    page.wait("the element is defined", "customElements.get('career-matcher')");
    // An observer like the widget's own, created after it, so it is called after it.
    page.run(
        "window.__told = 0;
         new IntersectionObserver(() => (window.__told += 1), { rootMargin: '100%' })
           .observe(document.querySelector('career-matcher'))",
    );
    page.wait("observers have looked", "__told");
    page.leave();
    let fetched = || [".wasm", ".json"].map(|ending| page.loaded(ending).len());
    assert_eq!(fetched(), [0, 0], "nothing yet");
    assert_eq!(page.kinds(), [""; 0]);
    // Half a viewport away from being visible.
    page.run(
        "scrollTo({ top: document.querySelector('career-matcher').getBoundingClientRect().top + scrollY
           - 1.5 * innerHeight, behavior: 'instant' })",
    );
    page.ready();
    page.wait(
        "what the result needs follows",
        "performance.getEntriesByType('resource').filter(it => it.name.endsWith('.wasm')).length == 2",
    );
    assert_eq!(fetched(), [2, 1]);
}

fn host_can_stop_a_link(page: &Page) {
    let folder = page.folder();
    folder.put("landed.html", "<!doctype html><title>Landed</title><p>The school's course");
    folder.put("index.html", host::with(&element("Links", 1)));
    page.open(&folder.path("index.html"));
    page.ready();
    page.click(choice("This"));
    page.arrive(inside(".cm-winner .cm-title"), "Career one");

    page.run(
        "window.__stop = true; window.__followed = [];
         document.addEventListener('career-matcher-cta', event => { if (__stop) event.preventDefault(); });
         addEventListener('click', event => {
           if (event.composedPath()[0].closest('a')) __followed.push(!event.defaultPrevented);
         })",
    );
    let link = inside(".cm-winner a").saying("Go there");
    page.click(link);
    page.wait("the click is through", "__followed.length == 1");
    assert_eq!(page.eval("__followed"), json!([false]), "the host has stopped it");
    let told: Vec<_> = page.events().into_iter().filter(|event| event.kind == "cta").map(|it| it.detail).collect();
    assert_eq!(told, [json!({ "career": "one", "href": "landed.html" })]);

    page.run("window.__stop = false");
    page.click(link);
    let landed = page.patiently(|| folder.asked("landed.html") > 0);
    assert!(landed, "a link that nobody stops leads to its page");
    page.close_other_windows();
    assert_eq!(page.eval("__followed"), json!([false, true]));
    assert_eq!(folder.asked("landed.html"), 1, "the stopped click led nowhere");
}

fn strict_policy_is_kept(page: &Page) {
    let folder = page.folder();
    folder.put("quiz.json", include_str!("../../../examples/python-careers.json"));
    let html = host::with(r#"<career-matcher config="quiz.json"></career-matcher>"#);
    folder.put_with_policy("index.html", html, STRICT);
    page.open(&folder.path("index.html"));
    page.ready();
    // Violation reports are errors of the page, which every case checks at its end.
    page.click(inside(".cm-choice"));
    page.told("step", 1);
    assert_eq!(page.lines("error"), [""; 0]);
}

fn moved_element_plays_on(page: &Page) {
    page.open_html(host::with(&(element("Moved", 2) + r#"<section id="there"></section>"#)));
    page.ready();
    page.click(choice("This"));
    page.arrive(inside(".cm-prompt"), "Moved 2?");
    page.run("document.querySelector('#there').append(document.querySelector('career-matcher'))");
    page.leave();
    assert_eq!(page.text(inside(".cm-prompt")), "Moved 2?", "a move in the page keeps the visitor's place");
    page.click(choice("This"));
    page.arrive(inside(".cm-winner .cm-title"), "Career one");
    assert_eq!(page.lines("error"), [""; 0]);
}

/// Playing the default quiz requests these files, each once, and stores nothing.
fn nothing_but_its_own_files(page: &Page) {
    const KEPT: &str = "const done = arguments[arguments.length - 1];
        Promise.all([indexedDB.databases(), window.caches?.keys() ?? [], navigator.serviceWorker?.getRegistrations() ?? []])
          .then((all) => done([document.cookie, localStorage.length, sessionStorage.length, ...all.map((it) => it.length)]))";
    let folder = page.folder();
    folder.lend(|name| !name.ends_with(".html"));
    folder.put("bare.html", host::page("", ""));
    page.open(&folder.path("bare.html"));
    page.run("localStorage.clear(); sessionStorage.clear()");

    let script = r#"<script src="career-matcher.js" async></script>"#;
    folder.put("index.html", host::page(script, "<career-matcher></career-matcher>"));
    page.open(&folder.path("index.html"));
    page.ready();
    page.play_default_quiz();
    page.leave();
    assert_eq!(page.call_async(KEPT, vec![]), json!(["", 0, 0, 0, 0, 0]));

    let primary = folder.named_by(|it| it.ends_with(".wasm") && it.matches('-').count() == 2);
    let mut expected = vec!["career-matcher.js".to_owned(), "python-careers.json".to_owned(), primary];
    expected.extend(["result", "outcome", "drag"].map(|it| folder.named(&format!("career-matcher-{it}-"))));
    expected.sort();
    let mut asked = folder.all_asked();
    asked.retain(|it| !it.ends_with(".html"));
    asked.sort();
    assert_eq!(asked, expected);
    // Includes requests to other servers, or to other folders of this one.
    let mut loaded = page.loaded("");
    loaded.retain(|it| !it.ends_with("/recorder.js") && !it.ends_with("/page/icon.svg"));
    loaded.sort();
    let mut own: Vec<_> = expected.iter().map(|name| folder.url(name)).collect();
    own.sort();
    assert_eq!(loaded, own);
}

/// The checks at the end of every case would fail for a widget that does any of this.
fn changes_of_a_page_are_noticed(page: &Page) {
    const LOUD: &str = "window.leak = 1;
        Array.prototype.at = function () {};
        Object.defineProperty(Node.prototype, 'textContent', { get() {}, set() {} });
        delete Element.prototype.matches;
        document.cookie = 'visitor=1';
        history.replaceState(null, '', '#quiz');
        addEventListener('load', () => {
          document.title = 'Quiz!';
          document.body.append(document.createElement('aside'));
        });";
    let folder = page.folder();
    folder.put("loud.js", LOUD);
    folder.put("index.html", host::page(r#"<script src="loud.js"></script>"#, ""));
    page.open(&folder.path("index.html"));
    page.wait("the page is complete", "document.title == 'Quiz!'");
    let noticed = page.eval("(__host.look(), __host.changes.splice(0))");
    let noticed: Vec<String> = serde_json::from_value(noticed).expect("a list of words");
    let begins = [
        "window.leak is new",
        "Array.prototype.at is another",
        "Node.prototype.textContent is another",
        "Element.prototype.matches is gone",
        "the cookies",
        "the address",
        "the title",
        "the children of <body>",
    ];
    for begin in begins {
        assert_eq!(noticed.iter().filter(|it| it.starts_with(begin)).count(), 1, "{begin}: {noticed:?}");
    }
    page.run("document.cookie = 'visitor=; max-age=0'");
}
