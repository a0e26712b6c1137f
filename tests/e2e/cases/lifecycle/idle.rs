//! Nothing is loaded before its time, and nothing runs while a visitor reads.

use serde_json::json;

use super::{Case, element, quiz};
use crate::{
    host,
    page::Page,
    spot::{choice, inside},
};

pub fn cases() -> Vec<Case> {
    vec![
        Case::new("lifecycle::nothing_before_it_is_near", nothing_before_it_is_near),
        Case::new("lifecycle::nothing_before_a_page_is_shown", nothing_before_a_page_is_shown),
        Case::new("lifecycle::idle_is_idle", idle_is_idle),
    ]
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

/// A prerendered page: the widget loads nothing and reports nothing until the page is shown.
fn nothing_before_a_page_is_shown(page: &Page) {
    const HIDDEN: &str = "<script>
        Object.defineProperty(Document.prototype, 'prerendering', { configurable: true, get: () => !window.__shown });
      </script>";
    let folder = page.folder();
    folder.lend(|_| true);
    folder.put("quiz.json", quiz(2).to_string());
    let element = r#"<career-matcher config="quiz.json"></career-matcher>"#;
    let script = r#"<script src="career-matcher.js" async></script>"#;
    folder.put("index.html", host::page(&[HIDDEN, script].concat(), element));
    page.open(&folder.path("index.html"));
    page.wait("the element is defined", "customElements.get('career-matcher')");
    page.call_async("setTimeout(arguments[0], 500)", vec![]);
    assert_eq!(page.kinds(), [""; 0]);
    assert_eq!((page.loaded(".wasm"), folder.asked("quiz.json")), (vec![], 0));
    page.run("__shown = true; document.dispatchEvent(new Event('prerenderingchange'))");
    page.ready();
    page.run("document.dispatchEvent(new Event('prerenderingchange'))");
    page.click(choice("This"));
    page.arrive(inside(".cm-prompt"), "Question 2?");
    assert_eq!(page.kinds(), ["ready", "start", "answer", "step"]);
    assert_eq!(folder.asked("quiz.json"), 1);
}

/// While a visitor reads, no timer or callback runs and none is pending: on a card, and on the result.
fn idle_is_idle(page: &Page) {
    const COUNT: &str = "<script>window.__woken = [];
        window.__waiting = new Map();
        const heard = (name, call) => typeof call != 'function' ? call : function (...all) {
          if (window.__listens) __woken.push(name);
          return call.apply(this, all);
        };
        for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback']) {
          const native = window[name];
          if (native) window[name] = (call, ...all) => native.call(window, heard(name, call), ...all);
        }
        for (const kind of ['Mutation', 'Resize', 'Intersection', 'Performance', 'Reporting']) {
          const name = kind + 'Observer', native = window[name];
          if (native) window[name] = class extends native {
            constructor(call, ...all) { super(heard(name, call), ...all); __waiting.set(this, name); }
            observe(...all) { __waiting.set(this, name); super.observe(...all); }
            disconnect() { __waiting.delete(this); super.disconnect(); }
          };
        }</script>";
    const SOON: &str = "const native = arguments[0]; setTimeout(native, 1500)";
    let assert_idle = |place: &str| {
        page.call_async(SOON, vec![]);
        let woken = page.call_async(
            "const done = arguments[0], end = performance.now() + 1500, channel = new MessageChannel();
             window.__listens = true;
             channel.port1.onmessage = () => {
               if (performance.now() < end) return channel.port2.postMessage(0);
               window.__listens = false;
               done([__woken, [...__waiting.values()]]);
             };
             channel.port2.postMessage(0)",
            vec![],
        );
        // The observer for later `div` elements sleeps while the page does not change.
        assert_eq!(woken, json!([[], ["MutationObserver"]]), "{place}: who was woken, and observers that wait");
    };
    page.open_html(host::page(&[COUNT, host::SCRIPT].concat(), &element(2)));
    page.ready();
    page.wait(
        "what the result needs is there",
        "performance.getEntriesByType('resource').some((it) => /-result-/.test(it.name))",
    );
    assert_idle("on a card");
    page.click(choice("This"));
    page.arrive(inside(".cm-prompt"), "Question 2?");
    page.click(choice("This"));
    page.arrive_at_result();
    assert_idle("on the result");
}
