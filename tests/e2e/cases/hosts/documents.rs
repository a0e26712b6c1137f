//! What the documents show works as it stands there.

use std::{fs, path::Path};

use serde_json::json;

use super::{Case, apps::bundle, plays, quiz};
use crate::{host, page::Page, spot::outside};

pub fn cases() -> Vec<Case> {
    vec![
        Case::new("hosts::snippets_of_the_documents", snippets_of_the_documents),
        Case::new("hosts::vue_of_the_documents", vue_of_the_documents),
    ]
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
