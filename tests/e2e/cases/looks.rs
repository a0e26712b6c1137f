//! Compares every state of `examples/gallery.html` with a stored model: light, dark and right to left, as wide as a
//! phone and as wide as the widget gets. `UPDATE_EXPECT=1` redraws the models; look at the gallery before that.

use std::{collections::BTreeMap, env, fs, path::Path};

use fantoccini::Locator;
use serde_json::json;

use super::Case;
use crate::{engine::Engine, looks::Picture, page::Page};

const MODELS: &str = "tests/e2e/looks";

pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for (name, theme, dir) in [("light", "light", "ltr"), ("dark", "dark", "ltr"), ("rtl", "light", "rtl")] {
        for width in ["390px", "760px"] {
            let case = format!("looks::{name}_{width}");
            let play = move |page: &Page| looks_the_same(page, &format!("{name}_{width}"), [theme, dir, width]);
            cases.push(Case::new(case, play).only_in(&[Engine::Chromium]));
        }
    }
    cases
}

fn looks_the_same(page: &Page, name: &str, [theme, dir, width]: [&str; 3]) {
    page.devtools(
        "Emulation.setEmulatedMedia",
        json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] }),
    );
    page.open_bare(&format!("/gallery.html?theme={theme}&dir={dir}&width={width}"));
    page.wait("all states are there", "document.body.dataset.done");
    // Excludes the caret of a field and the page's own bar.
    page.run("document.querySelector('header').style.position = 'static'");
    // Pictures load lazily; this loads all of them.
    page.call_async(
        "const all = [...document.querySelectorAll('career-matcher')].flatMap((it) => [...it.shadowRoot.querySelectorAll('img')]);
        all.forEach((it) => (it.loading = 'eager'));
        Promise.all(all.map((it) => it.decode())).then(() => arguments[0](), () => arguments[0]());",
        vec![],
    );
    let names = page.eval("[...document.querySelectorAll('career-matcher')].map(it => it.dataset.name)");
    let names: Vec<String> = serde_json::from_value(names).expect("names");
    let drawn: BTreeMap<_, _> = names.iter().map(|state| (state.clone(), picture(page, state))).collect();
    page.devtools("Emulation.setEmulatedMedia", json!({ "features": [] }));
    page.command("leave", page.client().goto("about:blank"));

    let file = Path::new(MODELS).join(format!("{name}.txt"));
    if env::var_os("UPDATE_EXPECT").is_some() {
        let text: String = drawn.iter().map(|(state, it)| format!("{state}\n{}\n", it.grid(None))).collect();
        fs::create_dir_all(MODELS).and_then(|()| fs::write(&file, text)).expect("the models can be written");
        return;
    }
    let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let models: BTreeMap<_, _> = text.split("\n\n").filter_map(|block| block.trim_start().split_once('\n')).collect();
    assert_eq!(models.keys().copied().collect::<Vec<_>>(), drawn.keys().map(String::as_str).collect::<Vec<_>>());
    let unlike: Vec<_> = drawn
        .iter()
        .filter_map(|(state, it)| Some(format!("{state}: {}", it.unlike(models[state.as_str()])?)))
        .collect();
    assert!(unlike.is_empty(), "{}", unlike.join("\n"));
}

fn picture(page: &Page, state: &str) -> Picture {
    let selector = format!("career-matcher[data-name='{state}']");
    let element = page.command("find", page.client().find(Locator::Css(&selector)));
    Picture::read(&page.command("draw", element.screenshot()))
}
