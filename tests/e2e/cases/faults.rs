//! Faults of networks, servers, policies, browsers and pages. One oracle for all: nothing is thrown into the page, one
//! coded line and one event, a visible alert with a way on, the sibling widget alive, the page as it was.

use serde_json::{Value, json};

use super::Case;
use crate::{
    engine::Engine,
    host,
    page::Page,
    server::{File, Folder},
    spot::{inside, outside},
};

const FALLBACK: &str = r#"<p id="fallback">See all our courses</p>"#;
const LOCAL: &str = r#"<script src="career-matcher.js" async></script>"#;

/// Spoils a file of the folder.
type Spoil = fn(&mut File);

/// What the primary's answer can be, and the code for it.
const ANSWERS: [(&str, &[&str], Spoil); 10] = [
    ("wasm_404", &["wasm-unreachable"], |file| file.status = 404),
    ("wasm_403", &["wasm-unreachable"], |file| file.status = 403),
    ("wasm_500", &["wasm-unreachable"], |file| file.status = 500),
    ("wasm_503", &["wasm-unreachable"], |file| file.status = 503),
    ("wasm_is_html", &["wasm-changed"], |file| {
        file.body = "<!doctype html><title>Not found</title>".into()
    }),
    ("wasm_is_empty", &["wasm-changed"], |file| file.body = "".into()),
    ("wasm_is_half", &["wasm-changed"], |file| file.body = file.body.slice(..file.body.len() / 2)),
    ("wasm_has_another_bit", &["wasm-changed"], |file| {
        let mut body = file.body.to_vec();
        body[1000] ^= 1;
        file.body = body.into();
    }),
    ("wasm_ends_early", &["wasm-unreachable", "wasm-changed"], |file| {
        file.breaks = true;
        file.body = file.body.slice(..file.body.len() / 2);
    }),
    ("wasm_goes_in_circles", &["wasm-unreachable"], |file| {
        file.status = 302;
        file.location = Some("".to_owned());
    }),
];

/// What a page's head can do, and the code for it.
const HEADS: [(&str, &[&str], &str); 8] = [
    ("no_webassembly", &["wasm-unsupported"], "delete window.WebAssembly"),
    (
        "compile_throws",
        &["wasm-blocked"],
        "WebAssembly.compile = () => Promise.reject(new EvalError('refused'))",
    ),
    (
        "bytes_are_no_wasm",
        &["wasm-broken"],
        "{ const native = WebAssembly.compile; WebAssembly.compile = () => native(new Uint8Array(8)) }",
    ),
    (
        "instantiate_throws",
        &["wasm-failed"],
        "WebAssembly.instantiate = () => Promise.reject(new Error('memory'))",
    ),
    ("fetch_throws", &["wasm-unreachable"], "window.fetch = () => { throw new TypeError('patched') }"),
    (
        "fetch_rejects",
        &["wasm-unreachable"],
        "window.fetch = () => Promise.reject(new TypeError('offline'))",
    ),
    (
        "fetch_without_a_body",
        &["wasm-broken", "wasm-unreachable"],
        "window.fetch = async () => new Response(null)",
    ),
    ("blob_is_patched", &["wasm-failed"], "window.Blob = function () { throw new TypeError('patched') }"),
];

/// Policies of a page, and the code for what they forbid.
const POLICIES: [(&str, &[&str], &str); 2] = [
    ("policy_without_wasm", &["wasm-blocked"], "script-src 'self' 'unsafe-inline'; connect-src 'self'"),
    (
        "policy_without_connections",
        &["wasm-blocked"],
        "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; connect-src 'none'",
    ),
];

/// What the config's answer can be, and the code for it.
const CONFIGS: [(&str, &str, Spoil); 8] = [
    ("config_404", "config-unreachable", |file| file.status = 404),
    ("config_500", "config-unreachable", |file| file.status = 500),
    ("config_is_html", "not-json", |file| file.body = "<!doctype html>".into()),
    ("config_is_empty", "config-empty", |file| file.body = "".into()),
    ("config_is_half", "not-json", |file| file.body = file.body.slice(..file.body.len() / 2)),
    ("config_is_a_picture", "not-json", |file| file.body = vec![0x89, b'P', b'N', b'G', 0, 0xff].into()),
    ("config_is_huge", "config-too-large", |file| file.body = vec![b' '; 3 << 20].into()),
    ("config_is_deep", "wrong-type", |file| {
        file.body = [vec![b'['; 5000], vec![b']'; 5000]].concat().into()
    }),
];

pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for (name, codes, spoil) in ANSWERS {
        cases.push(case(name, move |page| {
            let folder = lend(page);
            let primary = primary(&folder);
            let address = folder.url(&primary);
            folder.alter(&primary, |file| {
                spoil(file);
                file.location = file.location.as_ref().map(|_| address);
            });
            fails(page, &folder, "", "", codes);
            mends(page, &folder);
        }));
    }
    for (name, codes, head) in HEADS {
        cases.push(case(name, move |page| {
            let folder = lend(page);
            fails(page, &folder, &format!("<script>{head}</script>"), "", codes);
        }));
    }
    for (name, codes, policy) in POLICIES {
        cases.push(case(name, move |page| {
            let folder = lend(page);
            fails(page, &folder, "", policy, codes);
        }));
    }
    for (name, code, spoil) in CONFIGS {
        cases.push(case(name, move |page| {
            let folder = lend(page);
            folder.alter("python-careers.json", spoil);
            fails(page, &folder, "", "", &[code]);
            mends(page, &folder);
        }));
    }
    cases.push(case("wasm_stalls", |page| stalls(page, true)));
    cases.push(case("config_stalls", |page| stalls(page, false)));
    cases.push(case("modules_do_not_come", modules_do_not_come));
    cases.push(case("wasm_is_called_something_else", wasm_is_called_something_else));
    cases.push(case("the_same_script_twice", the_same_script_twice));
    cases.push(case("policy_with_trusted_types", policy_with_trusted_types).only_in(&[Engine::Chromium]));
    cases
}

fn case(name: &str, play: impl Fn(&Page) + Send + Sync + 'static) -> Case {
    Case::new(format!("faults::{name}"), play)
}

/// The files of `dist/` in a folder of the case's own.
fn lend<'a>(page: &'a Page) -> Folder<'a> {
    let folder = page.folder();
    folder.lend(|name| !name.ends_with(".html"));
    folder
}

fn primary(folder: &Folder) -> String {
    // Parts have names of their own between the widget's and the hash.
    folder.named_by(|name| {
        name.starts_with("career-matcher-") && name.ends_with(".wasm") && name.matches('-').count() == 2
    })
}

fn put_page(folder: &Folder, head: &str, policy: &'static str) {
    let widget = format!("<career-matcher>{FALLBACK}</career-matcher>");
    folder.put_with_policy("index.html", host::page(&[head, LOCAL].concat(), &widget), policy);
}

fn fails(page: &Page, folder: &Folder, head: &str, policy: &'static str, codes: &[&str]) {
    put_page(folder, head, policy);
    page.open_tolerant(&folder.path("index.html"), !policy.is_empty());
    let before = page.eval(PAGE);
    page.told("error", 1);
    page.wait("the alert is there", "__words({ widget: 0, selector: '[role=alert] button', text: null }).length");
    page.click(outside("#host-button"));
    assert_contained(page, codes);
    assert_eq!(page.eval(PAGE), before, "the page is as it was");
}

/// What must not change on a stranger's page.
const PAGE: &str = "[document.title, location.href, history.length,
    Object.keys(window).filter((it) => !/^(cdc_|[$]|ret_)/.test(it)).sort().join(' '), document.cookie,
    Object.getOwnPropertyNames(Element.prototype).length, document.head.children.length, document.body.children.length]";

fn assert_contained(page: &Page, codes: &[&str]) {
    let lines = page.lines("error");
    assert_eq!(lines.len(), 1, "one line: {lines:?}");
    let events = page.events();
    assert_eq!(page.kinds(), ["error"], "one event: {events:?}");
    let code = events[0].detail["code"].as_str().expect("a code");
    assert!(codes.contains(&code), "{code} is none of {codes:?}: {}", lines[0]);
    assert!(lines[0].starts_with(&format!("career-matcher [{code}] ")), "{}", lines[0]);
    assert!(!page.text(outside("#fallback")).is_empty());
    assert_eq!(page.eval("document.querySelector('#fallback').getBoundingClientRect().height > 0"), json!(true));
}

/// With the right files a visitor's own try is enough.
fn mends(page: &Page, folder: &Folder) {
    folder.lend(|name| !name.ends_with(".html"));
    page.click(inside("[role=alert] button"));
    page.ready();
    assert_eq!(page.count(inside("[role=alert] button")), 0);
    assert_eq!(page.eval("document.querySelector('#fallback').getBoundingClientRect().height"), json!(0));
    assert_eq!(page.lines("error").len(), 1, "nothing new");
}

/// Nothing comes for ten seconds. The page's clock is made to go faster.
fn stalls(page: &Page, wasm: bool) {
    let folder = lend(page);
    let (name, code) =
        if wasm { (primary(&folder), "wasm-stalled") } else { ("python-careers.json".to_owned(), "config-stalled") };
    folder.stall(&name, true);
    let hurry = "<script>{ const native = setTimeout;
        window.setTimeout = (call, time, ...more) => native(call, time === 10000 ? 300 : time, ...more) }</script>";
    fails(page, &folder, hurry, "", &[code]);
    folder.stall(&name, false);
    mends(page, &folder);
}

/// Without the modules that come on need the quiz plays to its end, and tells what is missing.
fn modules_do_not_come(page: &Page) {
    let folder = lend(page);
    for begin in ["career-matcher-drag", "career-matcher-looks"] {
        folder.alter(&folder.named(begin), |file| file.status = 404);
    }
    let quiz = json!({
        "version": 1, "title": "A quiz", "theme": { "preset": "soft" }, "intro": { "show": "off" },
        "careers": [{ "id": "a", "title": "A" }, { "id": "b", "title": "B" }],
        "cards": [{ "id": "s", "kind": "swipe", "prompt": "Like it?", "points": { "a": 1, "b": -1 } }],
    });
    let widget =
        format!(r#"<career-matcher><script type="application/json">{quiz}</script>{FALLBACK}</career-matcher>"#);
    folder.put("index.html", host::page(LOCAL, &widget));
    page.open(&folder.path("index.html"));
    page.ready();
    page.click(inside(".cm-choice"));
    page.arrive_at_result();
    assert_eq!(page.lines("error"), [""; 0]);
    assert!(page.lines("warn").iter().all(|it| it.starts_with("career-matcher [module-unreachable]")));
}

/// The type that a server gives to the wasm does not matter.
fn wasm_is_called_something_else(page: &Page) {
    for mime in ["text/plain", "application/octet-stream", "text/html"] {
        let folder = lend(page);
        folder.alter(&primary(&folder), |file| file.mime = mime);
        put_page(&folder, "", "");
        page.open(&folder.path("index.html"));
        page.ready();
        assert!(page.lines("error").is_empty() && page.lines("warn").is_empty(), "{mime}");
    }
}

fn the_same_script_twice(page: &Page) {
    let folder = lend(page);
    put_page(&folder, "<script src=\"career-matcher.js?again\" async></script>", "");
    page.open(&folder.path("index.html"));
    page.ready();
    assert!(page.lines("error").is_empty() && page.lines("warn").is_empty());
    assert_eq!(folder.asked(&primary(&folder)), 1);
}

/// The strictest policy there is, with nothing reported.
fn policy_with_trusted_types(page: &Page) {
    const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'none'; \
        style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
    let folder = lend(page);
    put_page(&folder, "", POLICY);
    page.open(&folder.path("index.html"));
    page.ready();
    for _ in 0..8 {
        let prompt = page.text(inside(".cm-prompt"));
        let several = page.count(inside("[type=checkbox], .cm-scale")) > 0;
        page.click(inside(".cm-choice"));
        if several {
            page.answered();
            page.click(inside(".cm-next"));
        }
        page.wait(
            "the step is done",
            &format!("__words({{ widget: 0, selector: '.cm-prompt', text: null }})[0] != {}", json!(prompt)),
        );
    }
    page.arrive_at_result();
    page.click(inside(".cm-keep summary"));
    page.click(inside("[data-picture]"));
    page.leave();
    let reported: Value = page.eval("__errors.concat(__console.map((it) => it.text))");
    assert_eq!(reported, json!([]));
}
