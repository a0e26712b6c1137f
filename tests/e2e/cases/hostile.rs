//! Pages that break the widget by accident or on purpose: stylesheets, scripts, texts.

mod texts;

use std::{env, fs, path::PathBuf};

use serde_json::{Value, json};

use super::{Case, hosts::quiz};
use crate::{
    engine::Engine,
    host::{self, SCRIPT},
    input::{DOWN, ENTER},
    page::Page,
    spot::{choice, inside},
};

/// Stylesheets of pages: by name, literal or from a package that `make test` installs.
const SHEETS: [(&str, &str, &str); 7] = [
    ("unset_all", "* { all: unset !important }", ""),
    ("root_of_62_percent", "html { font-size: 62.5% } body { font-size: 1.6rem }", ""),
    (
        "loud_elements",
        "div, section, form, p, h2, h3, ul, li, label, button, input, span, strong, small { all: revert !important;
         color: lime !important; text-transform: uppercase !important; letter-spacing: .3em !important; float: left !important }",
        "",
    ),
    (
        "loud_host",
        "career-matcher { color: lime !important; font-weight: 900 !important; text-align: right !important; opacity: 1;
         line-height: 4 !important; text-shadow: 2px 2px red !important; visibility: visible; white-space: pre !important;
         word-spacing: 2em !important; text-indent: 4em !important; cursor: crosshair !important; list-style: square !important }",
        "",
    ),
    ("border_box_and_lists", "*, ::before, ::after { box-sizing: content-box !important; list-style: inside !important }", ""),
    ("bootstrap", "", "bootstrap/dist/css/bootstrap.min.css"),
    ("tailwind", "", "tailwindcss/preflight.css"),
];

/// What the page's scripts do globally.
const SCRIPTS: [(&str, &str); 8] = [
    ("enumerable_arrays", "Array.prototype.shuffle = function () {}; Array.prototype.contains = function () {}"),
    ("enumerable_objects", "Object.prototype.extend = function () {}"),
    ("own_bind_and_each", "Function.prototype.bind = (native => function (...all) { return native.apply(this, all) })(Function.prototype.bind);
        NodeList.prototype.forEach = undefined; Element.prototype.each = () => {}"),
    ("wrapped_promises", "window.Promise = class extends Promise {}"),
    ("wrapped_timers", "for (const it of ['setTimeout', 'requestAnimationFrame']) {
        const native = window[it]; window[it] = function (...all) { return native.apply(window, all) } }"),
    ("wrapped_listeners", "{ const native = EventTarget.prototype.addEventListener;
        EventTarget.prototype.addEventListener = function (...all) { return native.apply(this, all) } }"),
    ("wrapped_fetch", "{ const native = fetch; window.fetch = (...all) => native(...all).then(it => it.clone()) }"),
    ("no_idle_no_observer_options", "delete window.requestIdleCallback; delete window.scheduler"),
];

/// How old or careless libraries replace browser features. `spoil` can undo it, because the suite needs some of them.
const SPOILED: [(&str, &str); 8] = [
    // Polyfills from before maps were iterable, or had objects as keys.
    ("map", "spoil(window, 'Map', class {
        constructor() { this.all = {}; }
        get(key) { return this.all[key]; }
        set(key, value) { this.all[key] = value; return this; }
        has(key) { return key in this.all; }
        delete(key) { return delete this.all[key]; }
      })"),
    ("map_that_throws", "spoil(window, 'Map', function () { throw new TypeError('Map is not for you') })"),
    ("reflect", "spoil(Reflect, 'get', () => undefined); spoil(Reflect, 'set', () => { throw new TypeError('no Reflect') })"),
    ("no_reflect", "spoil(window, 'Reflect', undefined)"),
    // As in Prototype 1.6, which quotes strings twice.
    ("json_of_arrays", "spoil(Array.prototype, 'toJSON', function () { return '[' + this.map((it) => JSON.stringify(it)).join(', ') + ']' })"),
    ("append", "addEventListener('load', () => spoil(Element.prototype, 'append', () => { throw new Error('append is ours') }))"),
    ("array_methods", "spoil(Array.prototype, 'reduce', function (call, first) { return first === undefined ? this[0] : first });
      spoil(Array.prototype, 'find', function (selector) { return typeof selector == 'string' ? this[selector] : null });"),
    ("then", "{ const native = Promise.prototype.then; spoil(Promise.prototype, 'then', function (yes, no) {
        return native.call(this, yes && ((it) => yes(it)), no && ((it) => no(it))); }) }"),
];

pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for (name, css, package) in SHEETS {
        cases.push(Case::new(format!("hostile::sheet_{name}"), move |page| {
            let css = if package.is_empty() { css.to_owned() } else { from_package(package) };
            assert_looks_alike(page, &css);
        }));
    }
    for (name, script) in SCRIPTS {
        cases.push(Case::new(format!("hostile::script_{name}"), move |page| {
            page.open_html(host::page(&format!("<script>{script}</script>{SCRIPT}"), &element()));
            page.ready();
            by_buttons(page);
            assert_eq!(page.lines("error"), [""; 0]);
        }));
    }
    for (name, script) in SPOILED {
        let case = Case::new(format!("hostile::spoiled_{name}"), move |page| plays_or_ends_calmly(page, script));
        // WebKit's driver needs the page's own maps.
        let own = name.starts_with("map");
        cases.push(if own { case.only_in(&[Engine::Chromium, Engine::Firefox]) } else { case });
    }
    cases.push(Case::new("hostile::no_event_gets_through", no_event_gets_through));
    cases.push(Case::new("hostile::hotkeys_of_the_page", hotkeys_of_the_page));
    cases.push(Case::new("hostile::two_hundred_texts", texts::two_hundred_texts));
    cases.push(Case::new("hostile::bad_configs_one_after_another", bad_configs_one_after_another));
    cases
}

fn element() -> String {
    format!(r#"<career-matcher><script type="application/json">{}</script></career-matcher>"#, quiz())
}

fn from_package(file: &str) -> String {
    let hint = "set HOSTS to a folder with Bootstrap and Tailwind, as `make test` does";
    let path = PathBuf::from(env::var_os("HOSTS").unwrap_or_else(|| panic!("{hint}"))).join(file);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}; {hint}", path.display()))
}

/// How every element of the widget is drawn, its position in the host, and the host's position in its container. The
/// font is fixed, because it comes from the page.
const DRAWN: &str = "(() => {
    const host = document.querySelector('career-matcher');
    const place = (it, of) => {
      if (!it.getClientRects().length) return 'nowhere';
      const [own, its] = [it, of].map((it) => it.getBoundingClientRect());
      return [own.left - its.left, own.top - its.top, own.width, own.height].map(Math.round).join(' ');
    };
    const all = [...host.shadowRoot.querySelectorAll('.cm, .cm *')].map((it) => {
      const style = getComputedStyle(it);
      return [it.localName, it.className, place(it, host), ...['display', 'position', 'float', 'color', 'backgroundColor',
        'paddingTop', 'paddingRight', 'paddingBottom', 'paddingLeft', 'marginTop', 'marginRight', 'marginBottom', 'marginLeft',
        'borderTopWidth', 'borderTopColor', 'borderTopLeftRadius', 'boxSizing', 'visibility', 'opacity', 'textTransform',
        'letterSpacing', 'wordSpacing', 'textIndent', 'textShadow', 'textAlign', 'whiteSpace', 'fontFamily', 'fontWeight',
        'fontStyle', 'fontSize', 'lineHeight', 'width', 'height', 'minHeight', 'cursor', 'listStyleType',
        'textDecorationLine', 'pointerEvents', 'transform', 'zIndex'].map((name) => style[name])].join(' ');
    });
    return [['host', getComputedStyle(host).display, place(host, host.parentElement)].join(' '), ...all];
  })()";

fn assert_looks_alike(page: &Page, css: &str) {
    const PLAIN: &str = "body { font-size: 16px }";
    // A container with a fixed size, because how a stylesheet changes the page around it does not matter here.
    const ROOM: &str = "display: flow-root !important; clear: both !important; width: 700px !important";
    const FONT: &str = "career-matcher { --cm-font: monospace }";
    let drawn: Vec<[Value; 2]> = [PLAIN, css]
        .into_iter()
        .map(|css| {
            let folder = page.folder();
            folder.put("page.css", [css, FONT].join("\n"));
            let link = r#"<link rel="stylesheet" href="page.css">"#;
            let room = format!(r#"<x-room style="{ROOM}">{}</x-room>"#, element());
            folder.put("index.html", host::page(&[link, SCRIPT].concat(), &room));
            page.open(&folder.path("index.html"));
            page.ready();
            let drawn = || {
                const REST: &str = "!document.querySelector('career-matcher').shadowRoot.getAnimations().length";
                page.wait("nothing moves", REST);
                page.eval(DRAWN)
            };
            let card = drawn();
            by_buttons(page);
            page.arrive_at_result();
            [card, drawn()]
        })
        .collect();
    let mut unlike = Vec::new();
    for (plain, dressed) in drawn[0].iter().zip(&drawn[1]) {
        let lines = |it: &Value| it.as_array().expect("a list").iter().map(Value::to_string).collect::<Vec<_>>();
        let (plain, mut dressed) = (lines(plain), lines(dressed));
        // The host belongs to the page, which may hide it. Inline styles keep its position and size.
        if css.contains("* { all: unset") {
            dressed[0] = dressed[0].replace("host inline", "host block");
        }
        assert_eq!(plain.len(), dressed.len());
        let pairs = plain.into_iter().zip(dressed).filter(|(plain, dressed)| plain != dressed);
        unlike.extend(pairs.map(|(plain, dressed)| format!("{plain}\n{dressed}")));
    }
    assert!(
        unlike.is_empty(),
        "{} elements, first without and then with the sheet:\n{}",
        unlike.len(),
        unlike.join("\n")
    );
}

/// Selects an answer, and continues with the button if the click does not.
fn by_buttons(page: &Page) {
    for card in 1..=3 {
        page.wait_text(inside(".cm-prompt"), &format!("Question {card}?"));
        page.click(choice("That"));
        let next = if card < 3 { format!("'Question {}?'", card + 1) } else { "undefined".to_owned() };
        let gone = format!("__words({})[0] === {next}", json!(inside(".cm-prompt")));
        page.call_async(
            &format!(
                "const done = arguments[0], end = Date.now() + 1500;
              (function look() {{ ({gone}) || Date.now() > end ? done() : setTimeout(look, 20) }})()"
            ),
            vec![],
        );
        if page.eval(&gone) != json!(true) {
            page.click(inside(".cm-next"));
        }
    }
    page.wait_text(inside(".cm-winner .cm-title"), "Career two");
}

/// On a page that has broken what the program uses, a quiz plays, or it ends with a message, a code and an event. So
/// does a quiz that can't be played at all. No exception reaches the page.
fn plays_or_ends_calmly(page: &Page, script: &str) {
    // The page itself clicks through the quiz, and undoes its changes before the suite inspects it.
    const PLAY: &str = "<script>{
        const taken = [];
        window.spoil = (place, name, value) => {
          __host.look();
          taken.push([place, name, Object.getOwnPropertyDescriptor(place, name)]);
          Object.defineProperty(place, name, { configurable: true, writable: true, enumerable: false, value });
          __host.adopt();
        };
        const later = setTimeout;
        window.__ends = [];
        const end = (how) => {
          window.__ends[window.__ends.length] = how;
          if (window.__ends.length < 2) return;
          __host.look();
          for (const [place, name, old] of taken)
            old ? Object.defineProperty(place, name, old) : delete place[name];
          __host.adopt();
          window.__over = true;
        };
        // The playable widget and the other one: each comes to an end.
        const follow = (it, left) => {
          const root = it.shadowRoot;
          const found = root && (root.querySelector('.cm-outcome') || root.querySelector('[role=alert] button'));
          if (found) return end(found.matches('.cm-outcome') ? 'result' : 'trouble');
          if (!left) return end('nothing');
          const input = root && root.querySelectorAll('.cm-choice input')[1];
          if (input) {
            input.checked || input.click();
            const next = root.querySelector('.cm-next.cm-main');
            next && next.click();
          }
          later(follow, 20, it, left - 1);
        };
        document.addEventListener('DOMContentLoaded', () => {
          for (const it of document.querySelectorAll('career-matcher')) {
            it.id === 'set' && (it.config = { version: 1, title: 'No cards', careers: [], cards: [] });
            follow(it, 900);
          }
        });
      }</script>";
    let bad = r#"<career-matcher id="set"></career-matcher>"#;
    let head = format!("{PLAY}<script>{script}</script>{SCRIPT}");
    page.open_html(host::page(&head, &[element(), bad.to_owned()].concat()));
    page.wait("both have come to an end", "window.__over");
    // Time for failures after the end.
    page.call_async("setTimeout(arguments[0], 200)", vec![]);
    let ends: Vec<String> = serde_json::from_value(page.eval("__ends")).expect("two words");
    println!("{ends:?}, {:?}", page.lines("error"));
    assert!(
        ends.iter().all(|it| it == "result" || it == "trouble") && ends.contains(&"trouble".to_owned()),
        "{ends:?}"
    );
    let troubles = ends.iter().filter(|it| *it == "trouble").count();
    let lines = page.lines("error");
    assert_eq!(lines.len(), troubles, "{lines:?}");
    assert!(lines.iter().all(|it| it.starts_with("career-matcher [")), "{lines:?}");
    assert_eq!(page.eval("__errors"), json!([]));
    assert!(page.kinds().iter().filter(|it| *it == "error").count() >= troubles);
}

/// A page that stops all events before any listener. Events that stay inside the widget still work.
fn no_event_gets_through(page: &Page) {
    let deaf = "<script>window.__deaf = true;
        for (const type of ['click', 'input', 'keydown', 'keyup', 'pointerdown', 'mousedown', 'focusin'])
          for (const target of [window, document])
            target.addEventListener(type, (event) => __deaf && event.stopImmediatePropagation(), true);</script>";
    page.open_html(host::page(&[deaf, SCRIPT].concat(), &element()));
    page.ready();
    by_buttons(page);
    page.run("window.__deaf = false");
    page.open_html(host::page(&[deaf, SCRIPT].concat(), &element()));
    page.ready();
    for card in 1..=3 {
        page.wait_text(inside(".cm-prompt"), &format!("Question {card}?"));
        page.run("document.querySelector('career-matcher').shadowRoot.querySelector('.cm-choice input').focus()");
        page.press(' ');
        page.press(DOWN);
        page.answered();
        page.press(ENTER);
    }
    page.wait_text(inside(".cm-winner .cm-title"), "Career two");
    page.run("window.__deaf = false");
}

/// The page's hotkeys are not triggered by fields of the widget.
fn hotkeys_of_the_page(page: &Page) {
    let hotkeys = "<script>window.__hotkeys = [];
        document.addEventListener('keydown', (event) => {
          if (!event.target.matches('input, textarea')) { __hotkeys.push(event.key); event.preventDefault(); }
        });</script>";
    let mut quiz = quiz();
    quiz["careers"] = (0..40)
        .map(|at| json!({ "id": format!("k{at}"), "title": format!("Career number {at}") }))
        .collect();
    for card in quiz["cards"].as_array_mut().expect("there are cards") {
        card["options"][0]["points"] = json!({ "k1": 1 });
        card["options"][1]["points"] = json!({ "k2": 1 });
    }
    let element = format!(r#"<career-matcher><script type="application/json">{quiz}</script></career-matcher>"#);
    page.open_html(host::page(&[hotkeys, SCRIPT].concat(), &element));
    page.ready();
    for card in 1..=3 {
        page.wait_text(inside(".cm-prompt"), &format!("Question {card}?"));
        page.click(choice("This"));
    }
    page.arrive_at_result();
    page.run(
        "const it = document.querySelector('career-matcher').shadowRoot
        .querySelector('[type=search]');
        it.closest('details') && (it.closest('details').open = true); it.focus(); __hotkeys.length = 0",
    );
    page.press('3');
    page.press('9');
    page.wait("the field has it", "__focus(0).value == '39'");
    assert_eq!(page.eval("__hotkeys"), json!([]));
}

/// Every bad config of the fixtures: one line, one event, the error screen and the page's fallback, while another
/// widget still works. Configs with problems only for authors play.
fn bad_configs_one_after_another(page: &Page) {
    const TRY: &str = "const [text, done] = arguments;
        const [it, other] = document.querySelectorAll('career-matcher');
        __console.length = 0;
        __events.length = 0;
        it.config = text;
        const soon = (look, then) => (function again() { look() ? then() : setTimeout(again, 5); })();
        const told = () => __events.filter(({ type, widget }) => widget === 0 && (type === 'error' || type === 'ready'));
        soon(() => told().length, () => {
          const [one, two] = other.shadowRoot.querySelectorAll('.cm-choice input');
          const picked = one.checked ? two : one;
          picked.click();
          soon(() => other.getState().answers.c1?.[0] === (picked === one ? 'x' : 'y'), () => setTimeout(() => done([
            told().map(({ detail }) => detail.code ?? 'plays'),
            __console.filter(({ level }) => level === 'error').length,
            it.shadowRoot.querySelectorAll('[role=alert] button').length,
            document.querySelector('#fallback').getBoundingClientRect().height > 0,
          ])));
        });";
    let script = format!(r#"<script type="application/json">{}</script>"#, quiz());
    let first = format!(r#"<career-matcher>{script}<p id="fallback">See all courses</p></career-matcher>"#);
    page.open_html(host::with(&[first, element()].concat()));
    (0..2).for_each(|widget| page.ready_of(widget));
    let (mut bad, mut plays) = (0, 0);
    for folder in ["tests/fixtures/bad", "tests/fixtures/authors"] {
        for entry in fs::read_dir(folder).expect("there are fixtures") {
            let path = entry.expect("an entry can be read").path();
            if path.extension().is_none_or(|it| it != "json") {
                continue;
            }
            let text = String::from_utf8_lossy(&fs::read(&path).expect("it can be read")).into_owned();
            let told = page.call_async(TRY, vec![json!(text)]);
            if folder.ends_with("authors") {
                assert_eq!(told, json!([["plays"], 0, 0, false]), "{}", path.display());
                plays += 1;
                continue;
            }
            let code = told[0][0].as_str().unwrap_or_default();
            let golden = fs::read_to_string(path.with_extension("txt")).expect("it has its words");
            let known = |code: &str| golden.lines().any(|line| line.split(' ').next() == Some(code));
            // Browsers parse JSON themselves, and accept infinite numbers too.
            let read_on = code == "wrong-type" && known("not-json");
            assert!(read_on || known(code), "{}: {told}, not\n{golden}", path.display());
            assert_eq!(told, json!([[code], 1, 1, true]), "{}", path.display());
            bad += 1;
        }
    }
    assert!(bad >= 60 && plays >= 8, "{bad} bad configs, {plays} others");
    page.call("document.querySelector('career-matcher').config = arguments[0]", vec![quiz()]);
    page.wait_text(inside(".cm-prompt"), "Question 1?");
    page.run("__console.length = 0");
}
