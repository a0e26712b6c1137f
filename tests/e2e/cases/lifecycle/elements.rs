//! Elements are made in every way, many at a time, and leave nothing behind; their methods.

use serde_json::json;

use super::{Case, element, quiz};
use crate::{
    engine::Engine,
    host,
    page::Page,
    spot::{choice, inside},
};

pub fn cases() -> Vec<Case> {
    vec![
        Case::new("lifecycle::five_hundred_mounts_leave_nothing", five_hundred_mounts_leave_nothing)
            .only_in(&[Engine::Chromium]),
        Case::new("lifecycle::every_way_to_make_an_element", every_way_to_make_an_element),
        Case::new("lifecycle::twenty_widgets_compile_once", twenty_widgets_compile_once),
        Case::new("lifecycle::methods", methods),
    ]
}

/// Reports how many of many removed hosts are still in memory, and how the wasm's memory has grown.
fn five_hundred_mounts_leave_nothing(page: &Page) {
    const WATCH: &str = "<script>{
        const native = WebAssembly.instantiate;
        WebAssembly.instantiate = (...all) => native(...all).then((it) => {
          const memory = Object.values(it.exports).find((it) => it instanceof WebAssembly.Memory);
          if (memory) window.__memory = memory;
          return it;
        });
      }</script>";
    // Elements are added one by one, so that a slow machine has no more in flight than a fast one; all are removed
    // together. A round is over when all apps are back in the pool.
    const ROUND: &str = "const [count, config, done] = arguments;
        window.__refs ??= [];
        let all = [];
        const wait = () => {
          if (all.some((it) => it.shadowRoot.querySelector('.cm'))) return setTimeout(wait, 50);
          all = undefined;
          setTimeout(() => done(count), 50);
        };
        const leave = () => {
          for (const it of all) { __refs.push(new WeakRef(it)); it.remove(); }
          wait();
        };
        const next = () => {
          if (all.length === count) return setTimeout(leave, 50);
          const it = document.createElement('career-matcher');
          it.style.cssText = 'position: absolute; top: 0; left: 0; width: 300px; height: 10px; min-height: 0; overflow: hidden';
          it.config = config;
          it.addEventListener('career-matcher-ready', () => {
            it.shadowRoot.querySelector('.cm-choice input').click();
            setTimeout(next);
          });
          all.push(it);
          document.body.append(it);
        };
        next();";
    page.open_html(host::page(&[WATCH, host::SCRIPT].concat(), &element(1)));
    page.ready();
    let round = |count: usize| page.call_async(ROUND, vec![json!(count), quiz(3)]);
    let bytes = || page.eval("__memory.buffer.byteLength").as_u64().expect("a number");
    // Warm: two rounds left the memory unchanged.
    let mut warm = bytes();
    let mut calm = 0;
    for _ in 0..10 {
        round(50);
        calm = if bytes() == warm { calm + 1 } else { 0 };
        warm = bytes();
        if calm == 2 {
            break;
        }
    }
    page.run("__refs.length = 0; __events.length = 0");
    for _ in 0..10 {
        assert_eq!(round(50), json!(50));
        page.run("__events.length = 0");
    }
    for _ in 0..3 {
        page.devtools("HeapProfiler.collectGarbage", json!({}));
    }
    let alive = page.eval("__refs.filter((it) => it.deref()).length");
    let after = bytes();
    println!("500 mounts: {alive} hosts alive, wasm memory {warm} to {after} bytes");
    assert_eq!(alive, json!(0), "no host is kept");
    assert!(after as f64 <= 1.01 * warm as f64, "the wasm's memory grew from {warm} to {after}");
}

fn every_way_to_make_an_element(page: &Page) {
    page.open_html(host::page(
        "<style>career-matcher { max-height: 60px; min-height: 0; overflow: auto }</style>",
        &element(2),
    ));
    page.run(
        "const first = document.querySelector('career-matcher');
         const config = first.textContent;
         const main = document.querySelector('main');
         main.append(first.cloneNode(true));
         const box = document.createElement('div');
         box.innerHTML = first.outerHTML;
         main.append(box);
         const template = document.createElement('template');
         template.innerHTML = first.outerHTML;
         main.append(document.importNode(template.content, true));
         const made = document.createElement('career-matcher');
         made.config = JSON.parse(config);
         main.append(made);
         const script = document.createElement('script');
         script.src = '/career-matcher.js';
         document.head.append(script);",
    );
    page.told("ready", 5);
    page.run(
        "const made = document.createElement('career-matcher');
         made.setConfig(document.querySelector('career-matcher').textContent);
         document.querySelector('main').append(made, document.querySelector('career-matcher').cloneNode(true))",
    );
    page.told("ready", 7);
    for widget in 0..7 {
        assert_eq!(page.text(inside(".cm-prompt").of(widget)), "Question 1?");
    }
    page.click(choice("This").of(6));
    page.wait_text(inside(".cm-prompt").of(6), "Question 2?");
    assert_eq!(page.text(inside(".cm-prompt").of(5)), "Question 1?");
}

fn twenty_widgets_compile_once(page: &Page) {
    let folder = page.folder();
    folder.lend(|_| true);
    let count = "<script>{ const native = WebAssembly.compile; window.__compiled = 0;
        WebAssembly.compile = (bytes) => { __compiled += bytes.byteLength > 150000; return native(bytes); } }</script>
        <script src=\"career-matcher.js\" async></script>
        <style>career-matcher { height: 30px; min-height: 0; overflow: hidden }</style>";
    folder.put("index.html", host::page(count, &element(2).repeat(20)));
    page.open(&folder.path("index.html"));
    page.told("ready", 20);
    assert_eq!(page.eval("__compiled"), json!(1));
    assert_eq!(page.loaded(".wasm").iter().filter(|it| it.matches('-').count() == 2).count(), 1);
}

fn methods(page: &Page) {
    page.open_html(host::with(&element(3)));
    page.ready();
    let state = |page: &Page| page.eval("document.querySelector('career-matcher').getState()");
    page.wait("there is a state", "document.querySelector('career-matcher').getState()?.card == 'c1'");
    page.click(choice("That"));
    page.arrive(inside(".cm-prompt"), "Question 2?");
    page.wait("the state follows", "document.querySelector('career-matcher').getState().card == 'c2'");
    let now = state(page);
    assert_eq!((&now["screen"], &now["answers"]), (&json!("card"), &json!({ "c1": ["y"] })));
    page.run("document.querySelector('career-matcher').goTo('c1')");
    page.arrive(inside(".cm-prompt"), "Question 1?");
    assert_eq!(page.checked(0), [1]);
    page.run("document.querySelector('career-matcher').goTo('c3')");
    page.run("document.querySelector('career-matcher').goTo('nowhere')");
    assert_eq!(page.text(inside(".cm-prompt")), "Question 1?", "only to cards that have come up");
    page.run("document.querySelector('career-matcher').restart()");
    page.wait(
        "all is forgotten",
        "!Object.keys(document.querySelector('career-matcher').getState().answers).length",
    );
    let other = json!({ "version": 1, "title": "Another", "intro": { "show": "off" },
        "careers": [{ "id": "one", "title": "One" }], "cards": [{ "id": "z", "kind": "swipe", "prompt": "Another?", "points": { "one": 1 } }] });
    page.call("document.querySelector('career-matcher').setConfig(arguments[0])", vec![other]);
    page.wait_text(inside(".cm-prompt"), "Another?");
}
