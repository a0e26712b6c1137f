//! Apps made with React, Vue and Yew.

use std::{
    env, fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use super::{Case, plays, quiz};
use crate::{
    host::{self, SCRIPT},
    page::Page,
    server::Folder,
    spot::{choice, inside, outside},
};

pub fn cases() -> Vec<Case> {
    vec![
        Case::new("hosts::react", react),
        Case::new("hosts::react_before_the_script", react_before_the_script),
        Case::new("hosts::vue", vue),
        Case::new("hosts::yew", yew),
    ]
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
pub fn bundle(entry: &Path) -> String {
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
