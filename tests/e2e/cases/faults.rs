//! Faults of networks, servers, policies, browsers and pages. One oracle for all: no exception in the page, one coded
//! line, one event, a visible alert with a way to continue, and an unchanged page. If a fault affects one quiz, another
//! widget on the page plays on. If it affects the program, the other widget has a line, an event and an alert of its
//! own.

use serde_json::{Value, json};

use super::{Case, hosts::quiz};
use crate::{
    engine::Engine,
    host,
    page::Page,
    server::{End, File, Folder},
    spot::{choice, inside, outside},
};

const FALLBACK: &str = r#"<p class="fallback">See all our courses</p>"#;
const LOCAL: &str = r#"<script src="career-matcher.js" async></script>"#;

/// Damages a file of the folder.
type Spoil = fn(&mut File);

/// How many of the page's two widgets a fault affects: the one with the default quiz, or also the other one.
const ONE: usize = 1;
const BOTH: usize = 2;

/// Responses for the primary, and the resulting code.
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
        file.end = End::Breaks;
        file.body = file.body.slice(..file.body.len() / 2);
    }),
    ("wasm_goes_in_circles", &["wasm-unreachable"], |file| {
        file.status = 302;
        file.location = Some("".to_owned());
    }),
];

/// Scripts in a page's head, and the resulting code.
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

/// Policies of a page, and the resulting code.
const POLICIES: [(&str, &[&str], &str); 2] = [
    ("policy_without_wasm", &["wasm-blocked"], "script-src 'self' 'unsafe-inline'; connect-src 'self'"),
    (
        "policy_without_connections",
        &["wasm-blocked"],
        "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; connect-src 'none'",
    ),
];

/// Responses for the config, and the resulting code.
const CONFIGS: [(&str, &str, Spoil); 8] = [
    ("config_404", "config-unreachable", |file| file.status = 404),
    ("config_500", "config-unreachable", |file| file.status = 500),
    ("config_is_html", "not-json", |file| file.body = "<!doctype html>".into()),
    ("config_is_empty", "config-empty", |file| file.body = "".into()),
    ("config_is_half", "not-json", |file| file.body = file.body.slice(..file.body.len() / 2)),
    ("config_is_a_picture", "not-utf8", |file| file.body = vec![0x89, b'P', b'N', b'G', 0, 0xff].into()),
    ("config_is_huge", "config-too-large", |file| file.body = vec![b' '; 3 << 20].into()),
    ("config_is_deep", "too-many", |file| {
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
            fails(page, &folder, "", "", codes, BOTH);
            mends(page, &folder, BOTH);
        }));
    }
    for (name, codes, head) in HEADS {
        cases.push(case(name, move |page| {
            let folder = lend(page);
            fails(page, &folder, &format!("<script>{head}</script>"), "", codes, BOTH);
        }));
    }
    for (name, codes, policy) in POLICIES {
        cases.push(case(name, move |page| {
            let folder = lend(page);
            fails(page, &folder, "", policy, codes, BOTH);
        }));
    }
    for (name, code, spoil) in CONFIGS {
        cases.push(case(name, move |page| {
            let folder = lend(page);
            folder.alter("python-careers.json", spoil);
            fails(page, &folder, "", "", &[code], ONE);
            mends(page, &folder, ONE);
        }));
    }
    for (name, halfway) in [("stalls", false), ("stalls_halfway", true)] {
        let wasm = move |page: &Page| stalls(page, &primary(&page.folder()), "wasm-stalled", BOTH, halfway);
        let config = move |page: &Page| stalls(page, "python-careers.json", "config-stalled", ONE, halfway);
        cases.extend([case(&format!("wasm_{name}"), wasm), case(&format!("config_{name}"), config)]);
    }
    for module in ["drag", "looks", "speech"] {
        cases.push(case(&format!("{module}_is_lost"), move |page| module_does_not_come(page, module, false)));
        cases.push(case(&format!("{module}_stalls"), move |page| module_does_not_come(page, module, true)));
    }
    cases.push(case("later_is_lost", |page| later_does_not_come(page, false)));
    cases.push(case("later_stalls", |page| later_does_not_come(page, true)));
    cases.push(case("offline", offline));
    cases.push(case("old_script_beside_new_files", old_script_beside_new_files));
    cases.push(case("wasm_of_another_release", wasm_of_another_release));
    cases.push(case("wasm_is_called_something_else", wasm_is_called_something_else));
    cases.push(case("the_same_script_twice", the_same_script_twice));
    cases.push(case("policy_with_trusted_types", policy_with_trusted_types).only_in(&[Engine::Chromium]));
    cases
}

fn case(name: &str, play: impl Fn(&Page) + Send + Sync + 'static) -> Case {
    Case::new(format!("faults::{name}"), play)
}

/// The files of `dist/` in the case's own folder.
fn lend<'a>(page: &'a Page) -> Folder<'a> {
    let folder = page.folder();
    folder.lend(|name| !name.ends_with(".html"));
    folder
}

fn primary(folder: &Folder) -> String {
    // Files of chunks have the name of the chunk between the name of the widget and the hash.
    folder.named_by(|name| {
        name.starts_with("career-matcher-") && name.ends_with(".wasm") && name.matches('-').count() == 2
    })
}

/// A page with two widgets: one with the default quiz, one with a quiz inside the page.
fn put_page(folder: &Folder, head: &str, policy: &'static str) {
    let sibling = format!(r#"<script type="application/json">{}</script>"#, quiz());
    let widgets = ["", &sibling].map(|child| format!("<career-matcher>{child}{FALLBACK}</career-matcher>"));
    folder.put_with_policy("index.html", host::page(&[head, LOCAL].concat(), &widgets.concat()), policy);
}

fn fails(page: &Page, folder: &Folder, head: &str, policy: &'static str, codes: &[&str], struck: usize) {
    put_page(folder, head, policy);
    page.open_tolerant(&folder.path("index.html"), !policy.is_empty());
    assert_failed(page, codes, struck);
}

fn assert_failed(page: &Page, codes: &[&str], struck: usize) {
    page.told("error", struck);
    for widget in 0..struck {
        page.wait(
            "the alert is there",
            &format!("__words({{ widget: {widget}, selector: '[role=alert] button', text: null }}).length"),
        );
    }
    page.click(outside("#host-button"));
    let lines = page.lines("error");
    assert_eq!(lines.len(), struck, "one line each: {lines:?}");
    for (widget, line) in lines.iter().enumerate() {
        assert_contained(page, codes, widget, line);
    }
    if struck == ONE {
        page.ready_of(1);
        page.click(choice("That").of(1));
        page.wait_text(inside(".cm-prompt").of(1), "Question 2?");
        assert!(!fallback_shows(page, 1));
    }
}

fn assert_contained(page: &Page, codes: &[&str], widget: usize, line: &str) {
    assert_eq!(page.kinds_of(widget), ["error"], "one event");
    let event = page.events().into_iter().find(|it| it.widget == widget).expect("it was told");
    let code = event.detail["code"].as_str().expect("a code");
    assert!(codes.contains(&code), "{code} is none of {codes:?}: {line}");
    assert!(line.starts_with(&format!("career-matcher [{code}] ")), "{line}");
    assert!(fallback_shows(page, widget));
}

fn fallback_shows(page: &Page, widget: usize) -> bool {
    page.eval(&format!("document.querySelectorAll('.fallback')[{widget}].getBoundingClientRect().height > 0"))
        == json!(true)
}

/// With correct files, the visitor's retry succeeds.
fn mends(page: &Page, folder: &Folder, struck: usize) {
    folder.lend(|name| !name.ends_with(".html"));
    for widget in 0..struck {
        page.click(inside("[role=alert] button").of(widget));
        page.ready_of(widget);
        assert_eq!(page.count(inside("[role=alert] button").of(widget)), 0);
        assert!(!fallback_shows(page, widget));
    }
    assert_eq!(page.lines("error").len(), struck, "nothing new");
}

/// A fake clock: ten seconds pass when the case says so.
const CLOCK: &str = "<script>{
    const { setTimeout: native, clearTimeout: clear } = window, waits = new Map();
    window.setTimeout = (call, time, ...more) => {
      const id = native(() => { waits.delete(id); call(...more); }, time);
      time === 10000 && waits.set(id, () => call(...more));
      return id;
    };
    window.clearTimeout = (id) => { waits.delete(id); clear(id); };
    window.__waiting = () => waits.size;
    window.__hurry = () => waits.forEach((call, id) => { clearTimeout(id); call(); });
  }</script>";

/// Waits until the page has requested a file that does not come, and advances the clock by ten seconds.
fn hurry(page: &Page, folder: &Folder, name: &str) {
    assert!(page.patiently(|| folder.asked(name) > 0), "{name} is asked for");
    page.wait("nothing else is on its way", "__waiting() === 1");
    // Time for the first half, if one comes.
    page.call_async("setTimeout(arguments[0], 300)", vec![]);
    page.run("__hurry()");
}

/// No data for ten seconds, from the start or after the first half.
fn stalls(page: &Page, name: &str, code: &str, struck: usize, halfway: bool) {
    let folder = lend(page);
    match halfway {
        true => folder.alter(name, |file| {
            file.body = file.body.slice(..file.body.len() / 2);
            file.end = End::Hangs;
        }),
        false => folder.stall(name, true),
    }
    put_page(&folder, CLOCK, "");
    page.open(&folder.path("index.html"));
    if struck == ONE {
        page.ready_of(1);
    }
    hurry(page, &folder, name);
    assert_failed(page, &[code], struck);
    folder.stall(name, false);
    mends(page, &folder, struck);
}

/// A quiz that needs a module that loads on demand.
fn wanting(module: &str) -> Value {
    let mut quiz = quiz();
    match module {
        "looks" => quiz["theme"] = json!({ "preset": "soft" }),
        "speech" => quiz["language"] = json!("de"),
        "drag" => {
            quiz["cards"][0] =
                json!({ "id": "s", "kind": "swipe", "prompt": "Question 1?", "points": { "one": 1, "two": -1 } })
        }
        _ => {}
    }
    quiz
}

/// A page with that quiz and a damaged module.
fn put_module_page<'a>(page: &'a Page, module: &str, stalls: bool) -> (Folder<'a>, String) {
    let folder = lend(page);
    let file = folder.named(&format!("career-matcher-{module}-"));
    match stalls {
        true => folder.stall(&file, true),
        false => folder.alter(&file, |file| file.status = 404),
    }
    let child = format!(r#"<script type="application/json">{}</script>{FALLBACK}"#, wanting(module));
    folder.put("index.html", host::page(CLOCK, &format!("<career-matcher>{child}</career-matcher>")));
    page.open(&folder.path("index.html"));
    // In WebKitGTK a page is complete only after a module that it has requested earlier has loaded.
    page.run("document.body.append(Object.assign(document.createElement('script'), { src: 'career-matcher.js' }))");
    if stalls {
        hurry(page, &folder, &file);
    }
    (folder, file)
}

fn play(page: &Page) {
    page.ready();
    for card in 1..=3 {
        page.wait_text(inside(".cm-prompt"), &format!("Question {card}?"));
        page.click(inside(".cm-choice"));
    }
    page.told("complete", 1);
}

/// Without an on-demand module, the quiz plays to its end and reports the missing file once.
fn module_does_not_come(page: &Page, module: &str, stalls: bool) {
    put_module_page(page, module, stalls);
    play(page);
    page.arrive_at_result();
    page.wait("it is told", "__console.some((it) => it.level === 'warn')");
    let warnings = page.lines("warn");
    assert_eq!(warnings.len(), 1, "{warnings:?}");
    assert!(warnings[0].starts_with("career-matcher [module-unreachable] "), "{}", warnings[0]);
    assert_eq!(page.lines("error"), [""; 0]);
    assert!(!page.kinds().contains(&"error".to_owned()));
}

/// Without what the result needs, no answer is lost, and the visitor's retry succeeds once it is available.
fn later_does_not_come(page: &Page, stalls: bool) {
    let (folder, file) = put_module_page(page, "outcome", stalls);
    play(page);
    page.told("error", 1);
    assert_eq!(page.lines("error").len(), 1, "{:?}", page.lines("error"));
    assert!(page.lines("error")[0].starts_with("career-matcher [module-unreachable] "));
    page.wait_text(inside(".cm-again"), "Try again");
    assert_eq!(page.lines("warn"), [""; 0], "one line for one fault");
    folder.stall(&file, false);
    folder.lend(|name| name == file);
    page.click(inside(".cm-again"));
    page.arrive_at_result();
    assert_eq!(page.text(inside(".cm-winner .cm-title")), "Career one", "no answer is lost");
    assert_eq!(page.lines("error").len(), 1, "nothing new");
}

/// Visitors without a connection read that, and can continue when they have one.
fn offline(page: &Page) {
    const OFFLINE: &str = "<script>window.__native = fetch;
        window.fetch = () => Promise.reject(new TypeError('no network'));
        Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });</script>";
    let folder = lend(page);
    fails(page, &folder, OFFLINE, "", &["wasm-unreachable"], BOTH);
    for widget in 0..BOTH {
        let words = page.text(inside("[role=alert]").of(widget));
        assert!(words.contains("You seem to be offline. Your answers are safe."), "{words}");
        assert!(page.lines("error")[widget].contains("(offline)"));
    }
    page.run("window.fetch = __native; delete navigator.onLine");
    mends(page, &folder, BOTH);
}

/// An old script from a cache requests the wasm of its own release, which no longer exists.
fn old_script_beside_new_files(page: &Page) {
    let folder = page.folder();
    let old = primary(&folder);
    folder.lend(|name| !name.ends_with(".html") && name != old);
    folder.put_bytes("career-matcher-000000000000.wasm", vec![0; 8]);
    fails(page, &folder, "", "", &["wasm-unreachable"], BOTH);
    assert!(page.lines("error")[0].contains(&old), "it tells which one: {}", page.lines("error")[0]);
    assert_eq!(folder.asked("career-matcher-000000000000.wasm"), 0);
    mends(page, &folder, BOTH);
}

/// A valid file of another release under the requested name is refused.
fn wasm_of_another_release(page: &Page) {
    let folder = lend(page);
    let other = folder.read(&folder.named("career-matcher-result-"));
    folder.alter(&primary(&folder), |file| file.body = other);
    fails(page, &folder, "", "", &["wasm-changed"], BOTH);
    mends(page, &folder, BOTH);
}

/// The content type of the wasm does not matter.
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

/// The strictest possible policy, and no violation reports.
fn policy_with_trusted_types(page: &Page) {
    const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'none'; \
        style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
    let folder = lend(page);
    put_page(&folder, "", POLICY);
    page.open(&folder.path("index.html"));
    page.ready();
    page.play_default_quiz();
    page.click(inside(".cm-keep summary"));
    page.click(inside("[data-picture]"));
    page.leave();
    let reported: Value = page.eval("__errors.concat(__console.map((it) => it.text))");
    assert_eq!(reported, json!([]));
}
