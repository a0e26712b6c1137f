//! What a page's CSS can change: every custom property and every part in the manifest, seen in the gallery of all
//! states.

use serde_json::{Value, json};

use super::Case;
use crate::{host, page::Page};

const MANIFEST: &str = include_str!("../../../src/embed/types/custom-elements.json");

pub fn cases() -> Vec<Case> {
    vec![
        Case::new("tokens::every_property_is_heard", every_property_is_heard),
        Case::new("tokens::every_part_can_be_styled", every_part_can_be_styled),
        Case::new("tokens::text_can_be_read_on_any_accent", text_can_be_read_on_any_accent),
        Case::new(
            "tokens::the_accent_of_the_page_over_that_of_the_config",
            the_accent_of_the_page_over_that_of_the_config,
        ),
    ]
}

/// The names in one of the manifest's lists, with their defaults.
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
        "--cm-on-accent" => "#0a6e31",
        "--cm-ease" => "linear",
        "--cm-bold" => "300",
        _ if default.starts_with('#') => "#0a6e31",
        _ if default.ends_with("px") || default.contains("16px") => "67px",
        _ if default.ends_with("em") => "3em",
        _ if default.ends_with('s') => "7s",
        _ => "3",
    }
}

/// How everything is drawn: elements with their pseudo-elements.
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

/// Parts that the gallery does not show, and the cases that test them.
const ELSEWHERE: [&str; 4] = ["browse", "early", "logo", "waiting"];

fn every_part_can_be_styled(page: &Page) {
    open_gallery(page);
    let mut names: Vec<_> = listed("cssParts").into_iter().map(|(name, _)| name).collect();
    names.retain(|name| !ELSEWHERE.contains(&name.as_str()));
    assert_eq!(unstyled(page, &json!(names)), json!([]), "these are not there, or can't be styled");
    leave(page);
}

/// For a page that shows these parts.
pub fn assert_styled(page: &Page, parts: &[&str]) {
    assert!(parts.iter().all(|it| ELSEWHERE.contains(it)), "the gallery shows them: {parts:?}");
    assert_eq!(unstyled(page, &json!(parts)), json!([]), "these are not there, or can't be styled");
}

/// The parts that are not on the page, or that its CSS does not reach.
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

/// All hues from light to dark, and difficult ones: pale yellow, medium grey, two with equal contrast for black and
/// white.
const ACCENTS: [&str; 40] = [
    "#000",
    "#fff",
    "#767676",
    "#777",
    "#808080",
    "#b3005e",
    "#8b0000",
    "#ff0000",
    "#ff4500",
    "#ff8c00",
    "#ffbf00",
    "#ffd700",
    "#ffff00",
    "#fffacd",
    "#adff2f",
    "#7cfc00",
    "#00ff00",
    "#008000",
    "#003300",
    "#00fa9a",
    "#00ffff",
    "#008080",
    "#00bfff",
    "#1e90ff",
    "#3b5bdb",
    "#0000ff",
    "#000080",
    "#4b0082",
    "#8a2be2",
    "#ff00ff",
    "#ff1493",
    "#ffc0cb",
    "#d2b48c",
    "#8b4513",
    "rebeccapurple",
    "hsl(48 100% 50%)",
    "oklch(0.7 0.25 140)",
    "color(display-p3 0 1 0)",
    "rgb(179 0 94 / 0.999)",
    "color-mix(in srgb, red, yellow)",
];

/// A page that sets only the accent, in light and in dark mode, over a config with its own accent: every text on it or
/// in it has a contrast of 4.5:1 with its background, and the focus indicator 3:1.
fn text_can_be_read_on_any_accent(page: &Page) {
    open_gallery(page);
    page.run(
        "window.__sheet = document.head.appendChild(document.createElement('style'));
         const context = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true });
         const known = {};
         window.__light = (colour) => (known[colour] ??= (() => {
           context.clearRect(0, 0, 1, 1); context.fillStyle = '#123456'; context.fillStyle = colour; context.fillRect(0, 0, 1, 1);
           const [r, g, b, alpha] = [...context.getImageData(0, 0, 1, 1).data];
           const [x, y, z] = [r, g, b].map((it) => it / 255).map((it) => (it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4));
           return [0.2126 * x + 0.7152 * y + 0.0722 * z, alpha];
         })());
         window.__contrast = (a, b) => { const [[x], [y]] = [__light(a), __light(b)]; return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05); };
         window.__behind = (it) => { const { backgroundColor } = getComputedStyle(it); return __light(backgroundColor)[1] ? backgroundColor : __behind(it.parentElement); };
         window.__poor = (accent) => [...document.querySelectorAll('career-matcher')].flatMap((host) => {
           const stage = host.shadowRoot.querySelector('.cm');
           if (!stage) return [];
           const probe = stage.appendChild(document.createElement('i'));
           probe.style.cssText = 'color: var(--cm-mark-ink); background: var(--cm-tint); border-color: var(--cm-mark)';
           const { color, backgroundColor, borderTopColor } = getComputedStyle(probe);
           const surface = getComputedStyle(stage).backgroundColor;
           const pairs = [['accent text', color, surface, 4.5], ['accent text on tint', color, backgroundColor, 4.5], ['mark', borderTopColor, surface, 3],
             ['text on tint', getComputedStyle(stage).color, backgroundColor, 4.5]];
           probe.remove();
           for (const it of host.shadowRoot.querySelectorAll('.cm *')) {
             const says = [...it.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
             if (says && it.checkVisibility() && !it.closest('.cm-hidden')) pairs.push([it.className || it.localName, getComputedStyle(it).color, __behind(it), 4.5]);
           }
           return pairs.filter(([, a, b, least]) => __contrast(a, b) < least).map(([name, a, b]) => `${accent}: ${name}: ${a} on ${b}: ${__contrast(a, b).toFixed(2)}`);
         });",
    );
    for theme in ["light", "dark"] {
        page.run(&format!(
            "document.querySelectorAll('career-matcher').forEach((it) => it.setAttribute('theme', '{theme}'))"
        ));
        let poor = page.call(
            "const [accents] = arguments;
             return [...new Set(accents.flatMap((accent) => { __sheet.textContent = `career-matcher { --cm-accent: ${accent} }`; return __poor(accent); }))]",
            vec![json!(ACCENTS.as_slice())],
        );
        assert_eq!(poor, json!([]), "{theme}");
    }
    // The page's own colour for text on the accent applies.
    page.run("__sheet.textContent = 'career-matcher { --cm-accent: #8b0000; --cm-on-accent: rgb(255, 255, 1) }'");
    let main = "getComputedStyle(document.querySelector('career-matcher').shadowRoot.querySelector('.cm-main')).color";
    assert_eq!(page.eval(main), json!("rgb(255, 255, 1)"));
    leave(page);
}

/// The page's accent overrides the config's.
fn the_accent_of_the_page_over_that_of_the_config(page: &Page) {
    let mut quiz = super::hosts::quiz();
    quiz["intro"] = json!({ "show": "screen", "heading": "A quiz" });
    for (accent, own, expected) in
        [("#ffd700", "#8b0000", "255,255,255"), ("#8b0000", "#ffd700", "0,0,0"), ("#ffd700", "", "0,0,0")]
    {
        quiz["theme"] = json!({ "accent": accent });
        let style = if own.is_empty() {
            String::new()
        } else {
            format!("<style>career-matcher {{ --cm-accent: {own} }}</style>")
        };
        let element =
            format!(r#"{style}<career-matcher><script type="application/json">{quiz}</script></career-matcher>"#);
        page.open_html(host::with(&element));
        page.ready();
        let drawn = page.run(
            "const { color, backgroundColor } = getComputedStyle(document.querySelector('career-matcher').shadowRoot.querySelector('.cm-main'));
             const context = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d');
             context.fillStyle = color; context.fillRect(0, 0, 1, 1);
             return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3).join(',')",
        );
        assert_eq!(drawn, json!(expected), "{own} over {accent}");
    }
}
