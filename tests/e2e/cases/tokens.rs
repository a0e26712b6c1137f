//! What a page's CSS can change: every custom property and every part that the manifest names, seen in the gallery of all
//! states.

use serde_json::{Value, json};

use super::Case;
use crate::page::Page;

const MANIFEST: &str = include_str!("../../../src/embed/types/custom-elements.json");

pub fn cases() -> Vec<Case> {
    vec![
        Case::new("tokens::every_property_is_heard", every_property_is_heard),
        Case::new("tokens::every_part_can_be_styled", every_part_can_be_styled),
    ]
}

/// The names in one of the manifest's lists, with the defaults.
fn listed(list: &str) -> Vec<(String, String)> {
    let manifest: Value = serde_json::from_str(MANIFEST).expect("the manifest is JSON");
    let named = manifest["modules"][0]["declarations"][0][list].as_array().expect("a list").iter();
    let text = |it: &Value| it.as_str().unwrap_or_default().to_owned();
    named.map(|it| (text(&it["name"]), text(&it["default"]))).collect()
}

fn open_gallery(page: &Page) {
    page.open_bare("/gallery.html?theme=light&dir=ltr&width=760px");
    page.wait("all states are there", "document.body.dataset.done");
}

fn leave(page: &Page) {
    page.command("leave", page.client().goto("about:blank"));
}

/// Another value of the same kind.
fn other(name: &str, default: &str) -> &'static str {
    match name {
        "--cm-accent-l" => "0.9",
        "--cm-column" => "600px",
        "--cm-scheme" => "dark",
        "--cm-font" | "--cm-heading-font" => "monospace",
        "--cm-ease" => "linear",
        "--cm-bold" => "300",
        _ if default.starts_with('#') => "#0a6e31",
        _ if default.ends_with("px") || default.contains("16px") => "67px",
        _ if default.ends_with("em") => "3em",
        _ if default.ends_with('s') => "7s",
        _ => "3",
    }
}

/// How everything is drawn: elements, with what stands before and after them.
const DRAWN: &str = "window.__drawn = () => [...document.querySelectorAll('career-matcher')].flatMap((host) =>
    (host.shadowRoot.getAnimations().forEach((it) => it.finish()), [...host.shadowRoot.querySelectorAll('.cm, .cm *')].flatMap((it) => ['', '::before', '::after'].map((pseudo) => {
      const style = getComputedStyle(it, pseudo);
      return !it.checkVisibility() || (pseudo && style.content === 'none') ? '' : ['color', 'backgroundColor', 'backgroundImage', 'backgroundSize', 'borderTopColor',
        'borderTopWidth', 'borderTopLeftRadius', 'fontFamily', 'fontSize', 'fontWeight', 'lineHeight', 'width', 'height', 'minWidth',
        'minHeight', 'maxWidth', 'paddingTop', 'paddingLeft', 'marginTop', 'rowGap', 'columnGap',
        'scrollMarginTop', 'colorScheme', 'accentColor', 'outlineWidth', 'animationDuration', 'animationTimingFunction',
        'transitionDuration', 'transitionTimingFunction'].map((name) => style[name]).join(' ');
    }))));
    window.__sheet = document.head.appendChild(document.createElement('style'));";

fn every_property_is_heard(page: &Page) {
    open_gallery(page);
    page.run(DRAWN);
    let all = listed("cssProperties");
    let set: Vec<_> = all.iter().map(|(name, default)| json!([name, other(name, default)])).collect();
    let deaf = page.call(
        "const [all] = arguments, alike = (a, b) => a.length === b.length && a.every((it, at) => it === b[at]);
         return all.filter(([name, value]) => {
           __sheet.textContent = '';
           const before = __drawn(), still = alike(before, __drawn());
           __sheet.textContent = `career-matcher { ${name}: ${value} }`;
           return !still || alike(before, __drawn());
         })",
        vec![json!(set)],
    );
    assert_eq!(deaf, json!([]), "nothing changes by these, or something changes without them");
    leave(page);
}

/// Parts that the gallery does not show, and the cases that look at them.
const ELSEWHERE: [&str; 3] = ["browse", "early", "waiting"];

fn every_part_can_be_styled(page: &Page) {
    open_gallery(page);
    let mut names: Vec<_> = listed("cssParts").into_iter().map(|(name, _)| name).collect();
    names.retain(|name| !ELSEWHERE.contains(&name.as_str()));
    assert_eq!(unstyled(page, &json!(names)), json!([]), "these are not there, or can't be styled");
    leave(page);
}

/// On a page that shows them.
pub fn assert_styled(page: &Page, parts: &[&str]) {
    assert!(parts.iter().all(|it| ELSEWHERE.contains(it)), "the gallery shows them: {parts:?}");
    assert_eq!(unstyled(page, &json!(parts)), json!([]), "these are not there, or can't be styled");
}

/// Those of the parts that are not on the page, or that its CSS does not reach.
fn unstyled(page: &Page, parts: &Value) -> Value {
    page.call(
        "const [names] = arguments, sheet = document.head.appendChild(document.createElement('style'));
         const deaf = names.filter((name) => {
           sheet.textContent = `career-matcher::part(${name}) { border-left-color: rgb(1, 2, 3); text-indent: 5px }`;
           const found = [...document.querySelectorAll('career-matcher')].flatMap((it) =>
             [...it.shadowRoot.querySelectorAll(`[part~='${name}']`)]);
           return !found.length || found.some((it) => {
             const { borderLeftColor, textIndent } = getComputedStyle(it);
             return borderLeftColor !== 'rgb(1, 2, 3)' || textIndent !== '5px';
           });
         });
         sheet.remove();
         return deaf",
        vec![parts.clone()],
    )
}
