//! Modules that come on need are lost or stall.

use serde_json::{Value, json};

use super::{
    Case, FALLBACK, case, lend, quiz,
    stalls::{CLOCK, hurry},
};
use crate::{host, page::Page, server::Folder, spot::inside};

pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for module in ["drag", "looks", "speech"] {
        cases.push(case(&format!("{module}_is_lost"), move |page| module_does_not_come(page, module, false)));
        cases.push(case(&format!("{module}_stalls"), move |page| module_does_not_come(page, module, true)));
    }
    cases.push(case("later_is_lost", |page| later_does_not_come(page, false)));
    cases.push(case("later_stalls", |page| later_does_not_come(page, true)));
    cases
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
