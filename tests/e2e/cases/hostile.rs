//! Pages that mean no harm and do it all the same, and those that mean it: sheets, scripts, texts.

use std::{env, fs, path::PathBuf};

use serde_json::{Value, json};

use super::{Case, hosts::quiz};
use crate::{
    host::{self, SCRIPT},
    input::{DOWN, ENTER},
    page::Page,
    spot::{choice, inside},
};

/// Sheets of pages: by name, written out or from a package that `make test` installs.
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

/// What the page's scripts do to everybody.
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
    cases.push(Case::new("hostile::no_event_gets_through", no_event_gets_through));
    cases.push(Case::new("hostile::hotkeys_of_the_page", hotkeys_of_the_page));
    cases.push(Case::new("hostile::two_hundred_texts", two_hundred_texts));
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

/// How every element of the widget is drawn, apart from the font, which is the page's.
const DRAWN: &str = "[...document.querySelector('career-matcher').shadowRoot.querySelectorAll('.cm, .cm *')].map((it) => {
    const style = getComputedStyle(it);
    return [it.localName, it.className, ...['display', 'position', 'float', 'color', 'backgroundColor', 'paddingTop', 'paddingLeft',
      'borderTopWidth', 'borderTopColor', 'borderTopLeftRadius', 'boxSizing', 'visibility', 'opacity', 'textTransform', 'letterSpacing',
      'wordSpacing', 'textIndent', 'textShadow', 'textAlign', 'whiteSpace', 'fontWeight', 'fontStyle', 'fontSize', 'cursor',
      'listStyleType', 'textDecorationLine', 'pointerEvents'].map((name) => style[name])].join(' ');
  })";

fn assert_looks_alike(page: &Page, css: &str) {
    const PLAIN: &str = "body { font-size: 16px }";
    let drawn: Vec<[Value; 2]> = [PLAIN, css]
        .into_iter()
        .map(|css| {
            let folder = page.folder();
            folder.put("page.css", css);
            let link = r#"<link rel="stylesheet" href="page.css">"#;
            folder.put("index.html", host::page(&[link, SCRIPT].concat(), &element()));
            page.open(&folder.path("index.html"));
            page.ready();
            let drawn = || {
                const REST: &str = "!document.querySelector('career-matcher').shadowRoot.getAnimations().length";
                page.wait("nothing moves", REST);
                page.eval(DRAWN)
            };
            let card = drawn();
            by_buttons(page);
            [card, drawn()]
        })
        .collect();
    for (plain, dressed) in drawn[0].iter().zip(&drawn[1]) {
        let lines = |it: &Value| it.as_array().expect("a list").iter().map(Value::to_string).collect::<Vec<_>>();
        let (plain, dressed) = (lines(plain), lines(dressed));
        assert_eq!(plain.len(), dressed.len());
        for (plain, dressed) in plain.iter().zip(&dressed) {
            assert_eq!(plain, dressed);
        }
    }
}

/// Picks an answer, and goes on by the button where that is not done by itself.
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

/// A page that stops everything before anybody hears it. What never leaves the widget still arrives.
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

/// Keys that the page takes for commands do not reach fields of the widget as commands.
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

/// Texts that would run if anything took them for markup.
fn payloads() -> Vec<String> {
    const RUN: &str = "__evil=1";
    let tags = [
        format!("<script>{RUN}</script>"),
        format!("<img src=x onerror={RUN}>"),
        format!("<svg onload={RUN}>"),
        format!("<body onload={RUN}>"),
        format!("<iframe srcdoc=\"<script>parent.{RUN}</script>\">"),
        format!("<iframe src=javascript:parent.{RUN}>"),
        format!("<video><source onerror={RUN}>"),
        format!("<audio src=x onerror={RUN}>"),
        format!("<input autofocus onfocus={RUN}>"),
        format!("<details open ontoggle={RUN}>"),
        format!("<marquee onstart={RUN}>"),
        format!("<object data=javascript:{RUN}>"),
        format!("<embed src=javascript:{RUN}>"),
        format!("<math><mtext><style><img src=x onerror={RUN}></style></mtext></math>"),
        format!("<style>@import 'javascript:{RUN}'</style><style onload={RUN}></style>"),
        format!("<link rel=stylesheet href=x onerror={RUN}>"),
        format!("<meta http-equiv=refresh content=0;url=javascript:{RUN}>"),
        format!("<a href=javascript:{RUN} id=x autofocus tabindex=1 onfocus={RUN}>"),
        format!("<select autofocus onfocus={RUN}><template><script>{RUN}</script></template>"),
        format!("[x](javascript:{RUN}) **<img src=x onerror={RUN}>** {{career}}"),
    ];
    let wraps: [fn(&str) -> String; 10] = [
        |tag| tag.to_owned(),
        |tag| format!("\">{tag}"),
        |tag| format!("'>{tag}"),
        |tag| format!("</script></style></textarea></title>{tag}"),
        |tag| format!("-->{tag}<!--"),
        |tag| format!("]]>{tag}"),
        |tag| tag.replace('<', "&lt;").replace('>', "&gt;"),
        |tag| tag.replace(' ', "/"),
        |tag| tag.replace(' ', "\n\t"),
        |tag| format!("{{{{constructor.constructor('{tag}')()}}}}${{{tag}}}"),
    ];
    tags.iter().flat_map(|tag| wraps.map(|wrap| wrap(tag))).collect()
}

/// One quiz with a text in every field that takes one.
fn everywhere(text: &str) -> Value {
    let options: Vec<_> = ["x", "y"].map(|id| json!({ "id": id, "label": text, "points": { "one": 1 } })).into();
    let career = |id: &str| {
        json!({ "id": id, "title": text, "summary": text, "day": text, "tools": [text], "firstSteps": text,
            "cta": [{ "label": text, "href": "there" }] })
    };
    json!({
        "version": 1, "language": text, "title": text, "intro": { "show": "screen", "heading": text, "body": text },
        "careers": [career("one"), career("two")],
        "cards": [
            { "id": "a", "kind": "single", "prompt": text, "note": text, "options": options },
            { "id": "b", "kind": "multiple", "prompt": text, "options": options },
            { "id": "c", "kind": "scale", "prompt": text, "low": text, "high": text, "points": { "one": 1, "two": -1 } },
            { "id": "d", "kind": "swipe", "prompt": text, "points": { "one": 1 } },
        ],
    })
}

fn two_hundred_texts(page: &Page) {
    const PLAY: &str = "const [quizzes, done] = arguments;
        const it = document.querySelector('career-matcher');
        const soon = (look) => new Promise((resolve) => (function again(left) {
          const found = look();
          found || !left ? resolve(found) : setTimeout(again, 5, left - 1);
        })(2000));
        const find = (selector) => it.shadowRoot.querySelector(selector);
        (async () => {
          const all = [];
          for (const quiz of quizzes) {
            __events.length = 0;
            it.config = quiz;
            await soon(() => __events.some((it) => it.type === 'ready') && find('.cm-intro-screen button'));
            find('.cm-intro-screen button').click();
            let before;
            for (const card of quiz.cards) {
              // The state may be ahead of what is drawn: each card has a form of its own.
              await soon(() => it.getState()?.card === card.id && find('form') !== before && find('.cm-choice'));
              before = find('form');
              (find('.cm-choice input') ?? find('.cm-choice')).click();
              await soon(() => it.getState().card !== card.id || find('.cm-next.cm-main'));
              it.getState().card === card.id && find('.cm-next').click();
            }
            const there = await soon(() => find('.cm-outcome'));
            all.push([!!there, it.shadowRoot.querySelectorAll('script, iframe, object, embed, [onerror], [onload]').length]);
          }
          done(all);
        })();";
    page.open_html(host::with(&element()));
    page.ready();
    let payloads = payloads();
    assert_eq!(payloads.len(), 200);
    // A few at a time: a busy machine takes its time for each, and a browser gives one script only so much.
    for some in payloads.chunks(5) {
        let quizzes: Vec<_> = some.iter().map(|text| everywhere(text)).collect();
        let told = page.call_async(PLAY, vec![json!(quizzes)]);
        assert_eq!(told, json!(vec![json!([true, 0]); some.len()]), "{some:#?}");
    }
    assert_eq!(page.eval("window.__evil ?? null"), Value::Null);
    assert_eq!(page.lines("error"), [""; 0]);
}

/// Every bad config of the fixtures: one line, one event, the calm screen. What only authors need to know plays.
fn bad_configs_one_after_another(page: &Page) {
    const TRY: &str = "const [text, done] = arguments;
        const it = document.querySelector('career-matcher');
        __console.length = 0;
        const tell = ({ detail }) => {
          for (const kind of ['error', 'ready']) it.removeEventListener('career-matcher-' + kind, tell);
          setTimeout(() => done([detail.code ?? 'plays', __console.filter((it) => it.level === 'error').length,
            it.shadowRoot.querySelectorAll('[role=alert] button').length]));
        };
        for (const kind of ['error', 'ready']) it.addEventListener('career-matcher-' + kind, tell);
        it.config = text;";
    page.open_html(host::with(&element()));
    page.ready();
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
                assert_eq!(told, json!(["plays", 0, 0]), "{}", path.display());
                plays += 1;
                continue;
            }
            let golden = fs::read_to_string(path.with_extension("txt")).expect("it has its words");
            let known = |code: &str| golden.lines().any(|line| line.split(' ').next() == Some(code));
            // Browsers read JSON themselves, and numbers without end or lists without bottom too.
            let read_on = told[0] == json!("wrong-type") && known("not-json");
            assert!(read_on || told[0].as_str().is_some_and(known), "{}: {told}, not\n{golden}", path.display());
            assert_eq!((&told[1], &told[2]), (&json!(1), &json!(1)), "{}", path.display());
            bad += 1;
        }
    }
    assert!(bad >= 60 && plays >= 8, "{bad} bad configs, {plays} others");
    page.call("document.querySelector('career-matcher').config = arguments[0]", vec![quiz()]);
    page.wait_text(inside(".cm-prompt"), "Question 1?");
    page.run("__console.length = 0");
}
