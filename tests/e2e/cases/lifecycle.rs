//! Elements come, move, wait and go: nothing is left behind, nothing is lost, nothing is done before its time.

use serde_json::{Value, json};

use super::Case;
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
        Case::new("lifecycle::moves_keep_the_place", moves_keep_the_place),
        Case::new("lifecycle::what_comes_back_goes_on", what_comes_back_goes_on),
        Case::new("lifecycle::every_way_to_make_an_element", every_way_to_make_an_element),
        Case::new("lifecycle::into_another_document", into_another_document),
        Case::new("lifecycle::twenty_widgets_compile_once", twenty_widgets_compile_once),
        Case::new("lifecycle::nothing_before_it_is_near", nothing_before_it_is_near),
        Case::new("lifecycle::idle_is_idle", idle_is_idle),
        Case::new("lifecycle::nothing_shifts", nothing_shifts).only_in(&[Engine::Chromium]),
        Case::new("lifecycle::back_from_the_cache", back_from_the_cache),
        Case::new("lifecycle::methods", methods),
    ]
}

fn quiz(cards: usize) -> Value {
    let card = |at: usize| {
        json!({ "id": format!("c{at}"), "kind": "single", "prompt": format!("Question {at}?"), "options": [
            { "id": "x", "label": "This", "points": { "one": 1 } }, { "id": "y", "label": "That", "points": { "two": 1 } },
        ] })
    };
    json!({
        "version": 1, "title": "A quiz", "intro": { "show": "off" },
        "careers": [{ "id": "one", "title": "Career one" }, { "id": "two", "title": "Career two" }],
        "cards": (1..=cards).map(card).collect::<Vec<_>>(),
    })
}

fn element(cards: usize) -> String {
    format!(r#"<career-matcher><script type="application/json">{}</script></career-matcher>"#, quiz(cards))
}

/// Tells how many of many hosts live on after they were removed, and how the wasm's memory has grown.
fn five_hundred_mounts_leave_nothing(page: &Page) {
    const WATCH: &str = "<script>{
        const native = WebAssembly.instantiate;
        WebAssembly.instantiate = (...all) => native(...all).then((it) => {
          const memory = Object.values(it.exports).find((it) => it instanceof WebAssembly.Memory);
          if (memory) window.__memory = memory;
          return it;
        });
      }</script>";
    // A round is over when all apps are back in the pool, however long the machine takes for it.
    const ROUND: &str = "const [count, config, done] = arguments;
        window.__refs ??= [];
        let ready = 0;
        let all = Array.from({ length: count }, () => {
          const it = document.createElement('career-matcher');
          it.style.cssText = 'position: absolute; top: 0; left: 0; width: 300px; height: 10px; min-height: 0; overflow: hidden';
          it.config = config;
          it.addEventListener('career-matcher-ready', () => {
            it.shadowRoot.querySelector('.cm-choice input').click();
            if (++ready < count) return;
            setTimeout(() => {
              for (const it of all) { __refs.push(new WeakRef(it)); it.remove(); }
              (function wait() {
                if (all.some((it) => it.shadowRoot.querySelector('.cm'))) return setTimeout(wait, 50);
                all = undefined;
                setTimeout(() => done(ready), 50);
              })();
            }, 50);
          });
          return it;
        });
        document.body.append(...all);";
    page.open_html(host::page(&[WATCH, host::SCRIPT].concat(), &element(1)));
    page.ready();
    let round = |count: usize| page.call_async(ROUND, vec![json!(count), quiz(3)]);
    let bytes = || page.eval("__memory.buffer.byteLength").as_u64().expect("a number");
    // Warm is what two rounds have left as it was: how much is in flight at once differs from run to run.
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

fn moves_keep_the_place(page: &Page) {
    page.open_html(host::with(&(element(3) + r#"<section id="there"></section>"#)));
    page.ready();
    page.click(choice("This"));
    page.arrive(inside(".cm-prompt"), "Question 2?");
    page.run(
        "const it = document.querySelector('career-matcher');
        for (let i = 0; i < 200; i++) document.querySelector(i % 2 ? 'main' : '#there').append(it)",
    );
    assert_eq!(page.text(inside(".cm-prompt")), "Question 2?");
    let kept = page.run(
        "const it = document.querySelector('career-matcher');
         if (!document.body.moveBefore) return 'no moveBefore';
         it.shadowRoot.querySelector('.cm-choice input').focus();
         document.querySelector('#there').moveBefore(it, null);
         return it.shadowRoot.activeElement?.value",
    );
    assert!(kept == json!("no moveBefore") || kept == json!("0"), "the focus moves along: {kept}");
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

fn into_another_document(page: &Page) {
    page.open_html(host::with(&(element(2) + r#"<iframe id="frame" width="400" height="700"></iframe>"#)));
    page.ready();
    page.click(choice("This"));
    page.arrive(inside(".cm-prompt"), "Question 2?");
    let looks = page.call_async(
        "const done = arguments[arguments.length - 1];
         const it = document.querySelector('career-matcher');
         const there = document.querySelector('#frame').contentDocument;
         there.body.append(there.adoptNode(it));
         setTimeout(() => {
           const card = it.shadowRoot.querySelector('.cm');
           done([it.shadowRoot.querySelector('.cm-prompt').textContent, there.defaultView.getComputedStyle(card).borderRadius]);
         }, 200)",
        vec![],
    );
    assert_eq!(looks, json!(["Question 2?", "20px"]));
    let unseen = page.run(
        "const it = document.implementation.createHTMLDocument('').adoptNode(document.querySelector('#frame').contentDocument
           .querySelector('career-matcher'));
         document.implementation.createHTMLDocument('').body.append(it);
         document.querySelector('main').append(it);
         return it.isConnected",
    );
    assert_eq!(unseen, json!(true));
    page.wait_text(inside(".cm-prompt"), "Question 2?");
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

fn nothing_before_it_is_near(page: &Page) {
    page.open_html(host::with(&format!(r#"<div style="height: 6000px"></div>{}"#, element(2))));
    page.wait("the element is defined", "customElements.get('career-matcher')");
    page.call_async("setTimeout(arguments[0], 500)", vec![]);
    assert_eq!(page.loaded(".wasm"), [""; 0]);
    page.run("document.querySelector('career-matcher').scrollIntoView()");
    page.ready();
    assert!(!page.loaded(".wasm").is_empty());
}

/// Nobody wakes up while a visitor reads.
fn idle_is_idle(page: &Page) {
    const COUNT: &str = "<script>window.__woken = [];
        for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback']) {
          const native = window[name];
          if (native) window[name] = (...all) => { if (window.__listens) __woken.push(name); return native.apply(window, all); };
        }</script>";
    page.open_html(host::page(&[COUNT, host::SCRIPT].concat(), &element(2)));
    page.ready();
    page.wait(
        "what the result needs is there",
        "performance.getEntriesByType('resource').some((it) => /-result-/.test(it.name))",
    );
    page.call_async("const native = arguments[0]; setTimeout(native, 1500)", vec![]);
    let woken = page.call_async(
        "const done = arguments[0], end = performance.now() + 1500, channel = new MessageChannel();
         window.__listens = true;
         channel.port1.onmessage = () => {
           if (performance.now() < end) return channel.port2.postMessage(0);
           window.__listens = false;
           done(__woken);
         };
         channel.port2.postMessage(0)",
        vec![],
    );
    assert_eq!(woken, json!([]));
}

/// The text below stays where it is: through the load, each step and the result (Layout Instability, web.dev/cls).
fn nothing_shifts(page: &Page) {
    const WATCH: &str = "<script>window.__shift = 0;
        new PerformanceObserver((list) => list.getEntries().forEach((it) => { if (!it.hadRecentInput) __shift += it.value; }))
          .observe({ type: 'layout-shift', buffered: true });</script>
        <script src=\"/career-matcher.js\"></script>";
    page.open_html(host::page(WATCH, &format!("{}<p>What comes after.</p>", element(2))));
    page.ready();
    page.call_async("setTimeout(arguments[0], 400)", vec![]);
    page.click(choice("This"));
    page.arrive(inside(".cm-prompt"), "Question 2?");
    page.click(choice("This"));
    page.arrive_at_result();
    page.call_async("setTimeout(arguments[0], 400)", vec![]);
    assert_eq!(page.eval("__shift"), json!(0), "a quiz moves nothing");
    page.open_html(host::page(
        WATCH,
        "<career-matcher config=\"nowhere.json\"></career-matcher><p>What comes after.</p>",
    ));
    page.told("error", 1);
    page.call_async("setTimeout(arguments[0], 400)", vec![]);
    assert_eq!(page.eval("__shift"), json!(0), "an error moves nothing");
}

/// A page that is left and come back to goes on where it was, by the browser's cache or by a new start.
fn back_from_the_cache(page: &Page) {
    let folder = page.folder();
    let mut kept = quiz(3);
    kept["keep"] = json!({ "resume": "session" });
    folder.put(
        "index.html",
        host::with(&format!(r#"<career-matcher><script type="application/json">{kept}</script></career-matcher>"#)),
    );
    folder.put("other.html", host::page("", "<p>Elsewhere</p>"));
    page.open(&folder.path("index.html"));
    page.ready();
    page.click(choice("This"));
    page.arrive(inside(".cm-prompt"), "Question 2?");
    page.open(&folder.path("other.html"));
    page.leave();
    page.command("back", page.client().back());
    page.wait_text(inside(".cm-prompt"), "Question 2?");
    page.click(choice("That"));
    page.wait_text(inside(".cm-prompt"), "Question 3?");
    page.run("sessionStorage.clear()");
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
