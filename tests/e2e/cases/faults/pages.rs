//! What pages do and forbid, and what their browsers lack.

use serde_json::{Value, json};

use super::{BOTH, Case, case, fails, lend, mends, primary, put_page};
use crate::{engine::Engine, page::Page, spot::inside};

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

pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
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
    cases.push(case("offline", offline));
    cases.push(case("the_same_script_twice", the_same_script_twice));
    cases.push(case("policy_with_trusted_types", policy_with_trusted_types).only_in(&[Engine::Chromium]));
    cases
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
