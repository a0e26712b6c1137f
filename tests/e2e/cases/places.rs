//! The origin of the script: moved by an optimiser, joined with others, renamed, or without an address. It plays, or
//! one coded line says why not. It plays wherever the page names the folder of the files.

use serde_json::{Value, json};

use super::{
    Case,
    hosts::{plays, quiz},
};
use crate::{
    host,
    page::Page,
    spot::{inside, outside},
};

const FALLBACK: &str = r#"<p id="fallback">See all our courses</p>"#;

pub fn cases() -> Vec<Case> {
    let mut cases = vec![
        Case::new("places::moved_by_an_optimiser", moved_by_an_optimiser),
        Case::new("places::joined_with_other_scripts", joined_with_other_scripts),
        Case::new("places::under_other_names", under_other_names),
        Case::new("places::a_page_without_an_address", a_page_without_an_address),
        Case::new("places::a_frame_with_its_page_inside", a_frame_with_its_page_inside),
    ];
    // Ways to run the script at `moved/`: with a script of the page, which gets its text as `code`.
    let ways = [
        ("blob", "load(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })))"),
        ("blob_module", "import(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })))"),
        ("data", "load('data:text/javascript;charset=utf-8,' + encodeURIComponent(code))"),
        ("data_module", "import('data:text/javascript;charset=utf-8,' + encodeURIComponent(code))"),
        ("inline", "load(null, code)"),
        ("inline_module", "load(null, code).type = 'module'"),
        ("eval", "(0, eval)(code)"),
        ("function", "new Function(code)()"),
        ("timeout", "setTimeout(code)"),
    ];
    for (name, way) in ways {
        cases.push(Case::new(format!("places::{name}"), move |page: &Page| without_an_address(page, way)));
    }
    cases
}

/// A folder with the script in another place than its files.
fn moved(page: &Page, element: &str, script: &str) {
    let folder = page.folder();
    folder.lend(|name| name == "career-matcher.js");
    let code = folder.read("career-matcher.js");
    for name in ["cache/autoptimize/js/autoptimize_single_0a1b.js", "cache/min/1/quiz/career-matcher.js", "moved/by.js"]
    {
        folder.put(name, String::from_utf8(code.to_vec()).expect("a script is text"));
    }
    folder.put("index.html", host::page(script, element));
    page.open(&folder.path("index.html"));
}

fn element(attributes: &str) -> String {
    format!(
        r#"<career-matcher {attributes}><script type="application/json">{}</script>{FALLBACK}</career-matcher>"#,
        quiz()
    )
}

/// One line with the cause and the remedy, one event, and no link to a missing page.
fn assert_told(page: &Page) {
    page.told("error", 1);
    assert_eq!(page.kinds(), ["error"]);
    let lines = page.lines("error");
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(lines[0].starts_with("career-matcher [wasm-unreachable] "), "{lines:?}");
    for word in ["the script was moved to ", "optimiser", "exclude", "`files`", "problems.html, which comes with"] {
        assert!(lines[0].contains(word), "{word}: {}", lines[0]);
    }
    assert_eq!(page.count(inside("[role=alert] a")), 0, "no link to nowhere");
    assert_eq!(page.texts(inside("[role=alert] .cm-small")), ["wasm-unreachable"]);
    assert_eq!(page.eval("document.querySelector('#fallback').getBoundingClientRect().height > 0"), json!(true));
}

fn moved_by_an_optimiser(page: &Page) {
    for (name, place) in [
        ("cache/autoptimize/js/autoptimize_single_0a1b.js", "cache/autoptimize/js/"),
        ("cache/min/1/quiz/career-matcher.js?ver=6.1", "cache/min/1/quiz/"),
    ] {
        let script = format!(r#"<script src="{name}" defer></script>"#);
        moved(page, &element(""), &script);
        assert_told(page);
        let line = &page.lines("error")[0];
        assert!(line.contains(place), "{line}");
        for attributes in [r#"files="/""#, r#"files="../../""#] {
            moved(page, &element(attributes), &script);
            plays(page, 1);
        }
        moved(page, &element(""), &script.replace(" defer", r#" data-files="/" defer"#));
        plays(page, 1);
        moved(
            page,
            &element("")
                .replace("<career-matcher ", "<div data-career-matcher data-files=\"/\"")
                .replace("</career-matcher>", "</div>"),
            &script,
        );
        plays(page, 1);
    }
    // A page that names the folder later.
    moved(page, &element(""), r#"<script src="moved/by.js"></script>"#);
    assert_told(page);
    page.run("document.querySelector('career-matcher').setAttribute('files', '/')");
    page.wait_text(inside(".cm-prompt"), "Question 1?");
}

/// Between other scripts, which may leave anything behind; the scripts after it still run.
fn joined_with_other_scripts(page: &Page) {
    let folder = page.folder();
    folder.lend(|name| name == "career-matcher.js");
    let code = String::from_utf8(folder.read("career-matcher.js").to_vec()).expect("a script is text");
    let all = format!("window.__before = 1;/* first */\n{code}\n;(function () {{ window.__after = 1 }})();");
    folder.put("cache/all.js", all);
    for (attributes, told) in [("", true), (r#"files="/""#, false)] {
        folder.put("index.html", host::page(&host::own_file("cache/all.js"), &element(attributes)));
        page.open(&folder.path("index.html"));
        match told {
            true => assert_told(page),
            false => plays(page, 1),
        }
        assert_eq!(page.eval("[window.__before, window.__after]"), json!([1, 1]));
    }
}

/// If the files are beside it, its name does not matter. Optimisers leave a name ending in `.min.js` alone.
fn under_other_names(page: &Page) {
    let folder = page.folder();
    folder.lend(|name| !name.ends_with(".html"));
    let code = String::from_utf8(folder.read("career-matcher.js").to_vec()).expect("a script is text");
    folder.put("quiz.mjs", code);
    folder.alter("quiz.mjs", |file| file.mime = "text/javascript");
    let ways = [
        r#"<script src="career-matcher.min.js" async></script>"#,
        r#"<script src="career-matcher.min.js?ver=6.1" type="module"></script>"#,
        r#"<script src="career-matcher.js?ver=6.5.2&x=1" defer crossorigin></script>"#,
        r#"<script src="quiz.mjs" type="module"></script>"#,
        r#"<script type="importmap">{ "imports": { "quiz": "./career-matcher.js?v=1" } }</script><script type="module">import "quiz";</script>"#,
        r#"<script>document.write('<scr' + 'ipt src="career-matcher.js"></scr' + 'ipt>')</script>"#,
        r#"<script>const it = document.createElement('script'); it.src = 'career-matcher.min.js'; document.head.append(it)</script>"#,
    ];
    for way in ways {
        // With the default quiz, because its address depends on the script's.
        folder.put("index.html", host::page(way, "<career-matcher></career-matcher>"));
        page.open(&folder.path("index.html"));
        page.ready();
        assert_eq!([page.lines("error"), page.lines("warn")].concat(), [""; 0], "{way}");
        assert!(page.loaded(".wasm").iter().all(|it| it.starts_with(&folder.url(""))), "{way}");
    }
}

fn without_an_address(page: &Page, way: &str) {
    let script = format!(
        "<script>
           const load = (src, code) => {{
             const it = document.createElement('script');
             src ? (it.src = src) : (it.textContent = code);
             document.head.append(it);
             it.remove();
             return it;
           }};
           fetch('/career-matcher.js').then((it) => it.text()).then((code) => {{ __host.look(); {way}; __host.adopt() }});
         </script>"
    );
    // The script must become a module before it is put into the page.
    let script = match way.contains(".type") {
        true => script.replace("document.head.append(it);", "it.type = 'module'; document.head.append(it);"),
        false => script,
    };
    for (attributes, told) in [("", true), (r#"files="/""#, false)] {
        moved(page, &element(attributes), &script);
        match told {
            true => assert_told(page),
            false => plays(page, 1),
        }
    }
    // The single-file script needs no folder.
    moved(page, &element(""), &script.replace("/career-matcher.js", "/career-matcher.inline.js"));
    plays(page, 1);
}

/// A `data:` page, which has no base address.
fn a_page_without_an_address(page: &Page) {
    let folder = page.folder();
    folder.lend(|name| name == "recorder.js" || name.ends_with(".inline.js"));
    folder.lend(|name| !name.ends_with(".html"));
    for name in folder.names() {
        folder.alter(&name, |file| file.shared = true);
    }
    let relative = r#"<career-matcher config="quiz.json"><p id="fallback">All</p></career-matcher>"#;
    for (script, element, plays) in [
        ("career-matcher.js", "<career-matcher></career-matcher>", true),
        ("career-matcher.inline.js", "<career-matcher></career-matcher>", true),
        ("career-matcher.js", relative, false),
    ] {
        let html = format!(
            r#"<!doctype html><meta charset="utf-8"><script>window.__thrown = []; onerror = (it) => __thrown.push(it);
               onunhandledrejection = (it) => __thrown.push(String(it.reason)); window.__told = [];
               document.addEventListener("career-matcher-ready", () => __told.push("ready"));
               document.addEventListener("career-matcher-error", (it) => __told.push(it.detail.code));</script>
               <script src="{}"></script>{element}"#,
            folder.url(script)
        );
        // Browsers open such pages only in a frame.
        let frame = format!(
            "<iframe width='700' height='700' src='data:text/html;charset=utf-8,{}'></iframe>",
            html.bytes().map(|it| format!("%{it:02x}")).collect::<String>()
        );
        folder.put("index.html", host::page("", &frame));
        page.open(&folder.path("index.html"));
        page.within_frame(|| {
            page.wait("it is told", "window.__told?.length");
            let told = if plays { "ready" } else { "config-unreachable" };
            assert_eq!(page.eval("__told"), json!([told]), "{script} {element}");
            assert_eq!(page.eval("__thrown"), json!([]), "{script} {element}");
        });
    }
}

/// `srcdoc`: the base address is that of the parent.
fn a_frame_with_its_page_inside(page: &Page) {
    let folder = page.folder();
    folder.put("quiz.json", quiz().to_string());
    let html = host::page(
        r#"<script src="/career-matcher.js"></script>"#,
        r#"<career-matcher config="quiz.json"></career-matcher>"#,
    );
    let frame = format!(
        "<iframe width='700' height='700' srcdoc=\"{}\"></iframe>",
        html.replace('&', "&amp;").replace('"', "&quot;")
    );
    folder.put("index.html", host::page("", &frame));
    page.open(&folder.path("index.html"));
    page.within_frame(|| {
        page.wait_text(inside(".cm-prompt"), "Question 1?");
        page.run("document.querySelector('career-matcher').setAttribute('config', 'nowhere.json')");
        page.told("error", 1);
        assert_eq!(page.events().last().map(|it| it.detail["code"].clone()), Some(json!("config-unreachable")));
        assert_eq!(page.eval("__errors"), Value::Array(vec![]));
        assert_eq!(page.count(outside("#host-button")), 1);
    });
}
