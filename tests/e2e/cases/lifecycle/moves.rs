//! Elements move and come back, and pages do: answers, focus and place are kept.

use serde_json::json;

use super::{Case, element, quiz};
use crate::{
    host,
    input::ENTER,
    page::Page,
    spot::{choice, inside},
};

pub fn cases() -> Vec<Case> {
    vec![
        Case::new("lifecycle::moves_keep_the_place", moves_keep_the_place),
        Case::new("lifecycle::what_comes_back_goes_on", what_comes_back_goes_on),
        Case::new("lifecycle::into_another_document", into_another_document),
        Case::new("lifecycle::back_from_the_cache", back_from_the_cache),
        Case::new("lifecycle::in_a_window_with_a_long_history", in_a_window_with_a_long_history),
    ]
}

/// A widget that moves within the page keeps its answers, its focus, and the scroll position.
fn moves_keep_the_place(page: &Page) {
    const SPACE: &str = r#"<div style="height: 1500px"></div>"#;
    let body = format!(r#"{SPACE}<section id="here">{}</section><section id="there"></section>{SPACE}"#, element(3));
    page.open_html(host::with(&body));
    page.run("document.querySelector('#here').scrollIntoView()");
    page.ready();
    page.click(choice("This"));
    page.arrive(inside(".cm-prompt"), "Question 2?");
    let before = page.run(
        "__all({ widget: 0, selector: '.cm-choice input', text: null })[1].focus();
         window.__control = __focus(0);
         return Math.round(scrollY)",
    );
    assert_eq!(page.eval("__control.value"), json!("1"));
    page.run(
        "const it = document.querySelector('career-matcher');
         for (let i = 0; i < 100; i++) document.querySelector(i % 2 ? '#here' : '#there').append(it)",
    );
    assert_eq!(page.text(inside(".cm-prompt")), "Question 2?");
    page.wait("the focus has come along", "__control === __focus(0)");
    // The same with time in between.
    let lost = page.call_async(
        "const done = arguments[0], it = document.querySelector('career-matcher');
         let lost = 0;
         (function move(left) {
           document.querySelector(left % 2 ? '#there' : '#here').append(it);
           setTimeout(() => {
             lost += __control !== __focus(0);
             left > 1 ? move(left - 1) : done(lost);
           });
         })(100)",
        vec![],
    );
    assert_eq!(lost, json!(0), "how often a move has lost the focus");
    assert_eq!(page.eval("Math.round(scrollY)"), before, "the page stays where it is");
    let kept = page.run(
        "const it = document.querySelector('career-matcher');
         if (!document.body.moveBefore) return 'no moveBefore';
         document.querySelector('#there').moveBefore(it, null);
         return __control === __focus(0)",
    );
    assert!(kept == json!("no moveBefore") || kept == json!(true), "the focus moves along: {kept}");
    page.click(choice("That"));
    page.arrive(inside(".cm-prompt"), "Question 3?");
    assert_eq!(page.kinds().iter().filter(|it| *it == "ready").count(), 1);
}

fn what_comes_back_goes_on(page: &Page) {
    page.open_html(host::with(&element(3)));
    page.ready();
    page.click(choice("This"));
    page.arrive(inside(".cm-prompt"), "Question 2?");
    for (pause, readies) in [(200, 1), (1600, 2)] {
        page.call_async(
            "const it = document.querySelector('career-matcher'), place = it.parentNode;
             it.remove();
             setTimeout(() => { place.append(it); arguments[1](); }, arguments[0])",
            vec![json!(pause)],
        );
        page.told("ready", readies);
        page.wait_text(inside(".cm-prompt"), "Question 2?");
    }
    page.click(inside(".cm-back"));
    page.arrive(inside(".cm-prompt"), "Question 1?");
    assert_eq!(page.checked(0), [0], "the answer is kept");
}

fn into_another_document(page: &Page) {
    page.open_html(host::with(&(element(4) + r#"<iframe id="frame" width="400" height="700"></iframe>"#)));
    page.ready();
    page.click(choice("This"));
    page.arrive(inside(".cm-prompt"), "Question 2?");
    page.run(
        "const there = document.querySelector('#frame').contentDocument;
         window.__moved = there.adoptNode(document.querySelector('career-matcher'));
         there.body.append(__moved)",
    );
    let prompt = |page: &Page, says: &str| {
        page.wait(says, &format!("__moved.shadowRoot.querySelector('.cm-prompt')?.textContent == '{says}'"));
    };
    prompt(page, "Question 2?");
    page.wait(
        "it is dressed there",
        "__moved.ownerDocument.defaultView.getComputedStyle(__moved.shadowRoot.querySelector('.cm')).borderRadius == '20px'",
    );
    page.within_frame(|| {
        page.run("document.querySelector('career-matcher').shadowRoot.querySelector('.cm-choice input').focus()");
        page.press(' ');
        page.wait(
            "the answer is there",
            "document.querySelector('career-matcher').shadowRoot.querySelector('.cm-next.cm-main')",
        );
        page.press(ENTER);
    });
    prompt(page, "Question 3?");
    assert_eq!(page.eval("Object.keys(__moved.getState().answers)"), json!(["c1", "c2"]));
    let unseen = page.run(
        "const nowhere = document.implementation.createHTMLDocument('');
         nowhere.body.append(nowhere.adoptNode(__moved));
         document.implementation.createHTMLDocument('').body.append(__moved);
         document.querySelector('main').append(__moved);
         return __moved.isConnected",
    );
    assert_eq!(unseen, json!(true));
    // WebKit caches lists of found elements by document, and would return the earlier ones here.
    prompt(page, "Question 3?");
    page.click(inside(".cm-choices > :last-child"));
    prompt(page, "Question 4?");
}

/// A page that is left and visited again. From the browser's back/forward cache it is unchanged, and no event is sent
/// twice. Without that cache the quiz starts from the beginning, or continues if it keeps its answers.
fn back_from_the_cache(page: &Page) {
    const WATCH: &str =
        "<script>addEventListener('pageshow', ({ persisted }) => (window.__persisted = persisted))</script>";
    for resume in ["off", "session"] {
        let folder = page.folder();
        let mut kept = quiz(3);
        kept["keep"] = json!({ "resume": resume });
        let element = format!(r#"<career-matcher><script type="application/json">{kept}</script></career-matcher>"#);
        folder.put("index.html", host::page(&[WATCH, host::SCRIPT].concat(), &element));
        folder.put("other.html", host::page("", "<p>Elsewhere</p>"));
        page.open(&folder.path("index.html"));
        page.ready();
        page.click(choice("This"));
        page.arrive(inside(".cm-prompt"), "Question 2?");
        page.open(&folder.path("other.html"));
        page.leave();
        page.command("back", page.client().back());
        page.wait("the page is shown", "window.__persisted !== undefined && document.readyState == 'complete'");
        page.ready();
        let persisted = page.eval("__persisted") == json!(true);
        println!("resume {resume}: {}", if persisted { "from the cache" } else { "a new start" });
        if !persisted && resume == "off" {
            assert_eq!(page.text(inside(".cm-prompt")), "Question 1?");
            assert!(page.checked(0).is_empty());
            page.click(choice("This"));
            page.arrive(inside(".cm-prompt"), "Question 2?");
        }
        page.wait_text(inside(".cm-prompt"), "Question 2?");
        assert_eq!(
            page.eval("Object.keys(document.querySelector('career-matcher').getState().answers)"),
            json!(["c1"])
        );
        page.click(choice("That"));
        page.wait_text(inside(".cm-prompt"), "Question 3?");
        page.call_async("setTimeout(arguments[0], 200)", vec![]);
        assert_eq!(page.kinds().iter().filter(|it| *it == "ready").count(), 1);
        assert_eq!(page.eval("__errors"), json!([]));
        page.run("sessionStorage.clear()");
    }
}

/// A case must not depend on the number of pages that its window has seen.
fn in_a_window_with_a_long_history(page: &Page) {
    page.open_html(host::with(&element(1)));
    page.run("for (let at = 0; at < 60; at += 1) history.pushState(null, '', `#${at}`)");
    for _ in 0..2 {
        page.open_html(host::with(&element(1)));
        page.ready();
        page.click(choice("This"));
        page.arrive_at_result();
    }
}
