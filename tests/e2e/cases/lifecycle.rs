//! Elements are added, moved, idle and removed: nothing leaks, nothing is lost, nothing happens too early.

use serde_json::{Value, json};

use super::Case;
use crate::{
    engine::Engine,
    host,
    input::ENTER,
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
        Case::new("lifecycle::nothing_before_a_page_is_shown", nothing_before_a_page_is_shown),
        Case::new("lifecycle::idle_is_idle", idle_is_idle),
        Case::new("lifecycle::no_shift_through_the_load", no_shift_through_the_load),
        Case::new("lifecycle::no_shift_through_every_card", no_shift_through_every_card),
        Case::new("lifecycle::no_shift_with_a_short_quiz", no_shift_with_a_short_quiz),
        Case::new("lifecycle::no_shift_on_an_error", no_shift_on_an_error),
        Case::new("lifecycle::back_from_the_cache", back_from_the_cache),
        Case::new("lifecycle::in_a_window_with_a_long_history", in_a_window_with_a_long_history),
        Case::new("lifecycle::methods", methods),
    ]
}

pub(super) fn quiz(cards: usize) -> Value {
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

fn script(cards: usize) -> String {
    format!(r#"<script type="application/json">{}</script>"#, quiz(cards))
}

fn element(cards: usize) -> String {
    format!("<career-matcher>{}</career-matcher>", script(cards))
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

/// Records the position of the text below a widget in each frame, and Chromium's layout shifts (web.dev/cls): with the
/// screen, and whether a click came just before, because such shifts do not count.
const WATCH: &str = "<script>window.__shifts = [];
    window.__tops = [];
    window.__shown = () => {
      const found = document.querySelector('career-matcher').shadowRoot?.querySelector('.cm-card, .cm-screen');
      return !found ? 'nothing' : found.matches('.cm-card') ? 'card' : found.matches('.cm-trouble') ? 'trouble' : 'result';
    };
    try {
      new PerformanceObserver((list) => list.getEntries().forEach((it) =>
        __shifts.push([__shown(), it.hadRecentInput, it.value]))).observe({ type: 'layout-shift', buffered: true });
    } catch {}
    (function look() {
      const below = document.querySelector('#below');
      if (below) {
        const now = [__shown(), Math.round(below.getBoundingClientRect().top + scrollY)];
        String(__tops.at(-1)) === String(now) || __tops.push(now);
      }
      requestAnimationFrame(look);
    })()</script>";

/// The page that the documents recommend: an asynchronous script, a link for visitors without the quiz, and the CSS of
/// the demo page.
fn open_as_documented(page: &Page, attributes: &str, quiz: &str) {
    let demo = std::fs::read_to_string("index.html").expect("the demo page is there");
    let css = demo.split(r#"aria-labelledby="embed-css"><code>"#).nth(1).and_then(|it| it.split("</code>").next());
    let style = format!("<style>{}</style>", css.expect("it shows its lines of CSS"));
    let body = format!(
        r#"<career-matcher {attributes}>{quiz}<a href="/courses">See all our courses</a></career-matcher>
           <p id="below">What comes after.</p>"#
    );
    page.open_html(host::page(&[WATCH, &style, host::SCRIPT].concat(), &body));
}

/// Waits until the last change is drawn.
fn drawn(page: &Page) {
    const FRAMES: &str = "const done = arguments[0];
        setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => done())), 400)";
    page.call_async(FRAMES, vec![]);
}

/// Answers card by card, with the button if a click does not continue.
fn through_all_cards(page: &Page, cards: usize) {
    let (number, next) = (inside(".cm-progress .cm-small"), inside(".cm-next.cm-main"));
    for card in 1..=cards {
        page.wait_text(number, &format!("Question {card} of {cards}"));
        drawn(page);
        page.click(inside(".cm-choice"));
        let gone = format!("__words({})[0] != 'Question {card} of {cards}'", json!(number));
        page.wait("an answer", &format!("{gone} || __words({}).length", json!(next)));
        if page.eval(&gone) == json!(false) {
            page.click(next);
        }
    }
    page.arrive_at_result();
    drawn(page);
}

/// The text below had one position, and there was no layout shift, while one of these screens was shown.
fn assert_still(page: &Page, screens: &[&str]) {
    let told = page.call(
        "const [screens] = arguments, those = (all) => all.filter(([it]) => screens.includes(it));
         return [[...new Set(those(__tops).map(([, top]) => top))].length, those(__shifts)]",
        vec![json!(screens)],
    );
    assert_eq!(told, json!([1, []]), "{screens:?}: places and shifts; {}", page.eval("JSON.stringify(__tops)"));
}

/// From a page without the script to the first card of the default quiz.
fn no_shift_through_the_load(page: &Page) {
    open_as_documented(page, "", "");
    page.ready();
    drawn(page);
    assert_still(page, &["nothing", "card"]);
}

/// Through every card of that quiz. The result is longer and follows a click: by definition that is no layout shift.
fn no_shift_through_every_card(page: &Page) {
    open_as_documented(page, "", "");
    page.ready();
    drawn(page);
    page.run("__tops.length = 0; __shifts.length = 0");
    through_all_cards(page, 8);
    assert_still(page, &["card"]);
    assert_the_result_grows(page);
}

fn assert_the_result_grows(page: &Page) {
    assert_eq!(page.eval("__shifts.filter(([, input]) => !input)"), json!([]), "nothing comes by itself");
    let grown = page.eval("__tops.at(-1)[1] - __tops[0][1]").as_i64();
    assert!(grown >= Some(0), "the result moved the text by {grown:?}");
}

/// A quiz whose cards all fit into the reserved space.
fn no_shift_with_a_short_quiz(page: &Page) {
    open_as_documented(page, "", &script(2));
    page.ready();
    drawn(page);
    through_all_cards(page, 2);
    assert_still(page, &["nothing", "card"]);
    assert_the_result_grows(page);
}

fn no_shift_on_an_error(page: &Page) {
    open_as_documented(page, r#"config="nowhere.json""#, "");
    page.told("error", 1);
    drawn(page);
    assert_still(page, &["nothing", "trouble"]);
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
