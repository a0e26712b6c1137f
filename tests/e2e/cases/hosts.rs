//! All kinds of pages and apps in which people embed a quiz.

use std::{
    env, fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use serde_json::{Value, json};

use super::Case;
use crate::{
    host::{self, SCRIPT},
    page::Page,
    server::Folder,
    spot::{choice, inside, outside},
};

pub fn cases() -> Vec<Case> {
    vec![
        Case::new("hosts::quirks_mode", quirks_mode),
        Case::new("hosts::xhtml", xhtml),
        Case::new("hosts::sanitised_markup", sanitised_markup),
        Case::new("hosts::another_shadow_root", another_shadow_root),
        Case::new("hosts::hidden_until_opened", hidden_until_opened),
        Case::new("hosts::sandboxed_frame", sandboxed_frame),
        Case::new("hosts::file_of_this_machine", file_of_this_machine),
        Case::new("hosts::all_in_one_file", all_in_one_file),
        Case::new("hosts::bundled_with_an_app", bundled_with_an_app),
        Case::new("hosts::two_versions", two_versions),
        Case::new("hosts::react", react),
        Case::new("hosts::react_before_the_script", react_before_the_script),
        Case::new("hosts::vue", vue),
        Case::new("hosts::yew", yew),
        Case::new("hosts::snippets_of_the_documents", snippets_of_the_documents),
        Case::new("hosts::vue_of_the_documents", vue_of_the_documents),
    ]
}

/// A quiz with three cards.
pub fn quiz() -> Value {
    let card = |at: usize| {
        json!({ "id": format!("c{at}"), "kind": "single", "prompt": format!("Question {at}?"), "options": [
            { "id": "x", "label": "This", "points": { "one": 1 } }, { "id": "y", "label": "That", "points": { "two": 1 } },
        ] })
    };
    json!({
        "version": 1, "title": "A quiz", "intro": { "show": "off" },
        "careers": [{ "id": "one", "title": "Career one" }, { "id": "two", "title": "Career two" }],
        "cards": (1..=3).map(card).collect::<Vec<_>>(),
    })
}

fn element() -> String {
    format!(r#"<career-matcher><script type="application/json">{}</script></career-matcher>"#, quiz())
}

/// Plays from one card to the result; the console stays empty.
pub fn plays(page: &Page, from: usize) {
    for card in from..=3 {
        page.wait_text(inside(".cm-prompt"), &format!("Question {card}?"));
        page.click(choice("That"));
    }
    page.wait_text(inside(".cm-winner .cm-title"), "Career two");
    for level in ["error", "warn"] {
        assert_eq!(page.lines(level), [""; 0]);
    }
}

fn quirks_mode(page: &Page) {
    page.open_html(host::with(&element()).replace("<!doctype html>", ""));
    assert_eq!(page.eval("document.compatMode"), json!("BackCompat"));
    plays(page, 1);
}

fn xhtml(page: &Page) {
    let folder = page.folder();
    let html = format!(
        r#"<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Strict</title><script src="/recorder.js"></script>
           <script src="/career-matcher.js"></script></head>
           <body><button id="host-button">A button</button>{}</body></html>"#,
        element()
    );
    folder.put("index.html", html);
    folder.alter("index.html", |file| file.mime = "application/xhtml+xml");
    page.open(&folder.path("index.html"));
    plays(page, 1);
}

/// A page after a content management system has sanitised it, with its scripts at the end and a number on each.
fn sanitised_markup(page: &Page) {
    let folder = page.folder();
    folder.put("quiz.json", quiz().to_string());
    let markup = r#"<p>Find out which one suits you:</p>
        <div class="wp-block-group" data-career-matcher data-config="quiz.json" data-theme="dark" data-heading-level="3"><br />
          <a href="/courses">See all our courses</a></div>
        <p>&nbsp;</p>
        <script data-cfasync="false" src="/career-matcher.js?ver=6.5.2" id="career-matcher-js" defer></script>"#;
    folder.put("index.html", host::page("", markup));
    page.open(&folder.path("index.html"));
    page.wait_text(inside(".cm-prompt"), "Question 1?");
    assert_eq!(page.count(inside("h3.cm-prompt")), 1);
    let scheme =
        "getComputedStyle(document.querySelector('[data-career-matcher]').shadowRoot.querySelector('.cm')).colorScheme";
    assert_eq!(page.eval(scheme), json!("dark"));
    assert_eq!(page.eval("document.querySelector('[href=\"/courses\"]').getBoundingClientRect().height"), json!(0));
    plays(page, 1);
}

fn another_shadow_root(page: &Page) {
    let outer = format!(
        "<x-outer></x-outer><script>
           customElements.define('x-outer', class extends HTMLElement {{
             constructor() {{
               super();
               window.__roots = [this.attachShadow({{ mode: 'open' }})];
               const it = document.createElement('career-matcher');
               it.config = {};
               __roots[0].append(it);
             }}
           }});
         </script>",
        quiz()
    );
    page.open_html(host::with(&outer));
    plays(page, 1);
    assert_eq!(page.kinds().last().map(String::as_str), Some("complete"), "events reach the document");
}

fn hidden_until_opened(page: &Page) {
    for (holder, open) in [
        ("<dialog id=\"holder\">{}</dialog>", "showModal()"),
        ("<details id=\"holder\"><summary>More</summary>{}</details>", "setAttribute('open', '')"),
        ("<div id=\"holder\" hidden>{}</div>", "removeAttribute('hidden')"),
    ] {
        page.open_html(host::with(&holder.replace("{}", &element())));
        page.wait("the element is defined", "customElements.get('career-matcher')");
        page.call_async("setTimeout(arguments[0], 200)", vec![]);
        assert_eq!(page.loaded(".wasm"), [""; 0], "{holder}");
        page.run(&format!("document.querySelector('#holder').{open}"));
        plays(page, 1);
        page.run("document.querySelector('#holder').close?.()");
    }
}

/// Without an origin: no storage, no cookies, and every file is cross-origin.
fn sandboxed_frame(page: &Page) {
    let folder = page.folder();
    let script = r#"<script src="/career-matcher.inline.js"></script>"#;
    folder.put("framed.html", host::page(script, &element()));
    folder.put(
        "index.html",
        host::page("", r#"<iframe sandbox="allow-scripts" src="framed.html" width="700" height="700"></iframe>"#),
    );
    page.open(&folder.path("index.html"));
    page.within_frame(|| {
        let denied = page.run("try { localStorage.x = 1; return 'allowed' } catch { return 'denied' }");
        assert_eq!(denied, json!("denied"));
        for card in 1..=3 {
            page.wait_text(inside(".cm-prompt"), &format!("Question {card}?"));
            page.run(
                "document.querySelector('career-matcher').shadowRoot.querySelectorAll('.cm-choice input')[1].click()",
            );
            page.answered();
            page.run("document.querySelector('career-matcher').shadowRoot.querySelector('.cm-next').click()");
        }
        page.wait_text(inside(".cm-winner .cm-title"), "Career two");
        assert_eq!(page.eval("__errors"), json!([]));
        assert_eq!(page.lines("error"), [""; 0]);
    });
}

fn file_of_this_machine(page: &Page) {
    let folder = page.folder();
    folder.lend(|name| name.ends_with(".inline.js") || name == "recorder.js");
    let place = folder.on_disk();
    for name in ["career-matcher.inline.js", "recorder.js"] {
        fs::write(place.join(name), folder.read(name)).expect("a file can be written");
    }
    let script = r#"<script src="career-matcher.inline.js"></script>"#;
    let html = host::page(script, "<career-matcher></career-matcher>").replace("/recorder.js", "recorder.js");
    fs::write(place.join("index.html"), html).expect("a file can be written");
    page.open_file(&place.join("index.html"));
    page.ready();
    page.click(inside(".cm-choice"));
    page.told("step", 1);
    assert_eq!(page.lines("error"), [""; 0]);
    page.open_html(host::with(&element()));
}

/// One upload, one request.
fn all_in_one_file(page: &Page) {
    page.open_html(host::page(r#"<script src="/career-matcher.inline.js" async></script>"#, &element()));
    plays(page, 1);
    assert_eq!(
        page.eval("performance.getEntriesByType('resource').filter((it) => /matcher/.test(it.name)).length"),
        json!(1)
    );
}

fn bundled_with_an_app(page: &Page) {
    let folder = page.folder();
    folder.lend(|name| name.ends_with(".inline.js"));
    let place = folder.on_disk();
    fs::write(place.join("career-matcher.inline.js"), folder.read("career-matcher.inline.js"))
        .expect("it can be written");
    fs::write(place.join("app.js"), "import './career-matcher.inline.js';").expect("it can be written");
    folder.put("app.js", bundle(&place.join("app.js")));
    folder.put("index.html", host::page(r#"<script type="module" src="app.js"></script>"#, &element()));
    page.open(&folder.path("index.html"));
    plays(page, 1);
}

/// The first script on the page serves all elements; the other one reports that once.
fn two_versions(page: &Page) {
    let folder = page.folder();
    folder.lend(|name| !name.ends_with(".html"));
    let version = concat!('"', env!("CARGO_PKG_VERSION"), '"');
    let script = String::from_utf8(folder.read("career-matcher.js").to_vec()).expect("a script is text");
    assert!(script.contains(version));
    folder.put("other.js", script.replace(version, "\"99.1.2\""));
    let head = r#"<script src="other.js"></script><script src="/career-matcher.js"></script>"#;
    folder.put("index.html", host::page(head, &element()));
    page.open(&folder.path("index.html"));
    page.ready();
    let warnings = page.lines("warn");
    assert_eq!(warnings.len(), 1, "{warnings:?}");
    assert!(warnings[0].starts_with("career-matcher [two-versions] 99.1.2 was first"), "{}", warnings[0]);
    page.click(choice("This"));
    page.arrive(inside(".cm-prompt"), "Question 2?");
}

fn react(page: &Page) {
    let folder = app(page, "react", &format!("<script>window.__config = {}</script>", quiz()), SCRIPT_FIRST);
    lives_in_an_app(page, &folder);
}

/// React writes unknown properties as attributes: a quiz as JSON text works there too.
fn react_before_the_script(page: &Page) {
    let set = format!("<script>window.__config = {}; window.__text = true</script>", quiz());
    let folder = app(page, "react", &set, "");
    page.open(&folder.path("index.html"));
    page.wait("the app is there", "document.querySelector('career-matcher')");
    page.run("const it = document.createElement('script'); it.src = '/career-matcher.js'; document.head.append(it)");
    plays(page, 1);
}

fn vue(page: &Page) {
    let folder = app(page, "vue", &format!("<script>window.__config = {}</script>", quiz()), SCRIPT_FIRST);
    lives_in_an_app(page, &folder);
}

const SCRIPT_FIRST: &str = r#"<script src="/career-matcher.js"></script>"#;

/// A page whose only content is an app.
pub fn app<'a>(page: &'a Page, name: &str, set: &str, script: &str) -> Folder<'a> {
    let folder = page.folder();
    let source = PathBuf::from(format!("tests/e2e/hosts/{name}.js"));
    let served = fs::read_to_string(&source).expect("the app is there").contains("react-dom/server");
    let app = bundle(&source);
    let drawn = if served { drawn_on_a_server(&app) } else { String::new() };
    let body = format!(r#"<div id="app">{}</div>{set}{}"#, drawn, host::own_file("app.js"));
    folder.put("app.js", app);
    folder.put("index.html", host::page(script, &body));
    folder
}

/// The output of a server-rendered app in Node.js: its HTML.
fn drawn_on_a_server(app: &str) -> String {
    let mut node = Command::new("node").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("Node.js runs");
    // React's message channel would keep the process running.
    let app = format!("{app}\nprocess.exit();");
    node.stdin.take().expect("it listens").write_all(app.as_bytes()).expect("it takes the app");
    let output = node.wait_with_output().expect("it ends");
    assert!(output.status.success(), "the app can't be drawn");
    String::from_utf8(output.stdout).expect("HTML is text").trim().to_owned()
}

fn lives_in_an_app(page: &Page, folder: &Folder) {
    page.open(&folder.path("index.html"));
    page.wait_text(inside(".cm-prompt"), "Question 1?");
    assert_eq!(page.count(inside("h3.cm-prompt")), 1, "attributes arrive");
    page.click(choice("That"));
    page.arrive(inside(".cm-prompt"), "Question 2?");
    // Removed and soon added again: the app creates a new element, which starts from the beginning.
    page.click(outside("#away"));
    page.wait("it is away", "!document.querySelector('career-matcher')");
    page.click(outside("#away"));
    plays(page, 1);
    page.wait_text(outside("#heard"), "two");
    page.click(outside("#other"));
    page.wait_text(inside(".cm-prompt"), "Question 2?");
    assert_eq!(page.lines("error"), [""; 0]);
}

/// The clicks of the page and those of the widget, both Yew apps, do not interfere.
fn yew(page: &Page) {
    let hint = "set YEW_HOST to the folder with the Yew app that `make test` builds";
    let built = PathBuf::from(env::var_os("YEW_HOST").unwrap_or_else(|| panic!("{hint}")));
    let read = |name: &str| fs::read(built.join(name)).unwrap_or_else(|error| panic!("{name}: {error}; {hint}"));
    let folder = page.folder();
    folder.put("quiz.json", quiz().to_string());
    folder.put("yew-host.js", String::from_utf8(read("yew-host.js")).expect("a script is text"));
    folder.put_bytes("yew-host_bg.wasm", read("yew-host_bg.wasm"));
    let app = [
        r#"<div id="app"></div>"#,
        &host::own_file("yew-host.js"),
        r#"<script>wasm_bindgen({ module_or_path: "yew-host_bg.wasm" })</script>"#,
    ];
    folder.put("index.html", host::page(SCRIPT, &app.concat()));
    page.open(&folder.path("index.html"));
    page.wait_text(inside(".cm-prompt"), "Question 1?");
    page.click(outside("#count"));
    page.wait_text(outside("#count"), "1");
    page.click(choice("That"));
    page.arrive(inside(".cm-prompt"), "Question 2?");
    page.click(inside(".cm-back"));
    page.arrive(inside(".cm-prompt"), "Question 1?");
    page.click(outside("#count"));
    page.wait_text(outside("#count"), "2");
    page.click(outside("#away"));
    page.wait("it is away", "!document.querySelector('career-matcher')");
    page.click(outside("#away"));
    plays(page, 1);
    assert_eq!(page.text(outside("#count")), "2", "no click of the widget is one of the page");
}

/// An app with all its imports, bundled as its author's tools would do.
fn bundle(entry: &Path) -> String {
    let hint = "`make test` sets HOSTS to a folder with React and Vue, and puts esbuild on PATH";
    let output = Command::new("esbuild")
        .arg(entry)
        .args(["--bundle", "--jsx=automatic", "--define:process.env.NODE_ENV=\"development\"", "--log-level=warning"])
        .args(["--define:__VUE_OPTIONS_API__=true", "--define:__VUE_PROD_DEVTOOLS__=false"])
        .arg("--define:__VUE_PROD_HYDRATION_MISMATCH_DETAILS__=false")
        .env("NODE_PATH", env::var_os("HOSTS").unwrap_or_else(|| panic!("{hint}")))
        .output()
        .unwrap_or_else(|error| panic!("esbuild: {error}; {hint}"));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("esbuild writes UTF-8")
}

/// The code blocks of a document in one language.
pub fn blocks(language: &str) -> Vec<String> {
    let text = fs::read_to_string("docs/embedding.md").expect("the document is there");
    let fence = format!("```{language}\n");
    let block = |rest: &str| rest.split("\n```").next().unwrap_or_default().to_owned();
    text.split(&fence).skip(1).map(block).collect()
}

/// Every page and every policy in the documents, with the address of this server instead of the example's.
fn snippets_of_the_documents(page: &Page) {
    let folder = page.folder();
    let here = |text: &str| text.replace("https://cdn.example/career-matcher/", "/");
    let pages = blocks("html");
    assert!(pages.len() >= 4, "{} pages", pages.len());
    for html in pages {
        folder.put("index.html", host::page("", &here(&html)));
        page.open(&folder.path("index.html"));
        page.ready();
        assert!(page.lines("error").is_empty() && page.lines("warn").is_empty(), "{html}");
    }

    let policy: String = blocks("http")[0].trim_start_matches("Content-Security-Policy:").trim().to_owned();
    let element = r#"<career-matcher config="/python-careers.json"></career-matcher>"#;
    // One policy of a document, leaked once per engine.
    folder.put_with_policy("index.html", host::with(element), policy.leak());
    page.open(&folder.path("index.html"));
    page.ready();
    page.play_default_quiz();

    let place = folder.on_disk();
    fs::write(place.join("quiz.jsx"), &blocks("jsx")[0]).expect("it can be written");
    let app = "import { createElement } from 'react'; import { createRoot } from 'react-dom/client'; import Quiz from './quiz.jsx';
        createRoot(document.querySelector('#app')).render(createElement(Quiz, { quiz: window.__config }));";
    app_hears(page, &place, app);
}

/// The template in the document, compiled by Vue in the page.
fn vue_of_the_documents(page: &Page) {
    let template = blocks("vue").concat();
    let place = page.folder().on_disk();
    let app = format!(
        "import {{ createApp, ref, shallowRef }} from 'vue/dist/vue.esm-bundler.js';
         const app = createApp({{
           setup: () => ({{ quiz: shallowRef(window.__config), career: ref('nobody yet') }}),
           template: {} + '<p id=\"heard\">{{{{ career }}}}</p>',
         }});
         app.config.compilerOptions.isCustomElement = (tag) => tag === 'career-matcher';
         app.mount('#app');",
        json!(template.trim())
    );
    app_hears(page, &place, &app);
}

/// Bundles an app in a folder with its imports from there: it shows a quiz and receives its result.
fn app_hears(page: &Page, place: &Path, app: &str) {
    let folder = page.folder();
    fs::write(place.join("app.js"), app).expect("it can be written");
    folder.put("app.js", bundle(&place.join("app.js")));
    let config = format!("<script>window.__config = {}</script>", quiz());
    let body = [r#"<div id="app"></div>"#, &config, &host::own_file("app.js")].concat();
    folder.put("index.html", host::with(&body));
    page.open(&folder.path("index.html"));
    plays(page, 1);
    page.wait_text(outside("#heard"), "two");
}
