//! Results on a page that the browser translates.

use serde_json::json;

use super::{Case, lists::many, quiz};
use crate::{host, page::Page};

pub fn cases() -> Vec<Case> {
    vec![Case::new("result::translated_texts_do_not_go_stale", translated_texts_do_not_go_stale)]
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
