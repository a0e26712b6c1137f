//! Pages: other modes of HTML, content systems, shadow roots, hidden places and frames.

use serde_json::json;

use super::{Case, element, plays, quiz};
use crate::{host, page::Page, spot::inside};

pub fn cases() -> Vec<Case> {
    vec![
        Case::new("hosts::quirks_mode", quirks_mode),
        Case::new("hosts::xhtml", xhtml),
        Case::new("hosts::sanitised_markup", sanitised_markup),
        Case::new("hosts::another_shadow_root", another_shadow_root),
        Case::new("hosts::hidden_until_opened", hidden_until_opened),
        Case::new("hosts::sandboxed_frame", sandboxed_frame),
    ]
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
