//! Every state of `examples/gallery.html` in every mode: axe-core, overflow, tap targets, and focus. One engine is
//! enough, because these checks use the tree and lengths.

use serde_json::{Value, json};

use super::{Case, axe};
use crate::{engine::Engine, input::TAB, page::Page};

/// A mode: its name, the gallery's switches, and whether the visitor's system forces colours.
const MODES: [(&str, &str, bool); 7] = [
    ("light", "theme=light", false),
    ("dark", "theme=dark", false),
    ("right_to_left", "theme=light&dir=rtl", false),
    ("text_of_200_percent", "theme=light&text=200%25", false),
    ("320_pixels", "theme=light&width=320px", false),
    ("320_pixels_dark", "theme=dark&width=320px", false),
    ("forced_colours", "theme=auto", true),
];

/// What axe-core can't decide, in its own words, and why it is correct.
const UNDECIDED: [(&str, &str); 3] = [
    // The tint behind the result is the only gradient: `text_can_be_read_on_tints` computes its contrast.
    ("color-contrast", "due to a background gradient"),
    // The plate behind a selected answer is a pseudo-element with the same tint; its contrast is computed there too.
    ("color-contrast", "due to a pseudo element"),
    // It does not support headers of row groups (HTML, 4.9.10: scope="rowgroup"), which the comparison of careers has.
    ("th-has-data-cells", "missing or empty"),
];

pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for (name, switches, forced) in MODES {
        let play = move |page: &Page| {
            open(page, switches, forced);
            axe_finds_nothing(page);
            nothing_sticks_out(page);
            close(page);
        };
        cases.push(Case::new(format!("a11y::every_state_in_{name}"), play).only_in(&[Engine::Chromium]));
    }
    for (name, play) in [
        ("a11y::targets_are_large", targets_are_large as fn(&Page)),
        ("a11y::the_focus_can_be_seen", the_focus_can_be_seen),
        ("a11y::text_can_be_read_on_tints", text_can_be_read_on_tints),
        ("a11y::no_motion_where_less_is_asked_for", no_motion_where_less_is_asked_for),
    ] {
        cases.push(Case::new(name, play).only_in(&[Engine::Chromium]));
    }
    cases
}

fn open(page: &Page, switches: &str, forced: bool) {
    page.devtools(
        "Emulation.setEmulatedMedia",
        json!({ "features": [
            { "name": "prefers-reduced-motion", "value": "reduce" },
            { "name": "forced-colors", "value": if forced { "active" } else { "none" } },
        ] }),
    );
    page.open_bare(&format!("/gallery.html?{switches}"));
    page.wait("all states are there", "document.body.dataset.done");
}

fn close(page: &Page) {
    page.devtools("Emulation.setEmulatedMedia", json!({ "features": [] }));
    page.command("leave", page.client().goto("about:blank"));
}

/// Excludes landmarks and heading levels, because the gallery has twenty widgets on one page. A page with one widget is
/// tested above.
fn axe_finds_nothing(page: &Page) {
    page.run(&axe());
    let report = page.call_async(
        "const done = arguments[arguments.length - 1];
         const options = { resultTypes: ['violations', 'incomplete'], runOnly: { type: 'tag', values: arguments[0] },
           rules: { 'landmark-unique': { enabled: false }, 'heading-order': { enabled: false } } };
         const told = (list) => list.flatMap(({ id, nodes }) => nodes.map(({ target, html, failureSummary }) =>
           [id, [target.flat(), html].join(' '), failureSummary]));
         axe.run('main', options).then(({ violations, incomplete, passes }) => done({ passed: passes.length,
           violations: told(violations), incomplete: told(incomplete) }), (error) => done({ violations: [String(error)] }))",
        vec![json!(super::TAGS)],
    );
    assert_eq!(report["violations"], json!([]), "{:#}", report["violations"]);
    let incomplete = report["incomplete"].as_array().expect("a list");
    let explained = |it: &&Value| {
        let has = |at: usize, words: &str| it[at].as_str().is_some_and(|it| it.contains(words));
        UNDECIDED.iter().any(|(rule, why)| has(0, rule) && has(2, why))
    };
    let open: Vec<_> = incomplete.iter().filter(|it| !explained(it)).collect();
    assert!(open.is_empty(), "undecided and not explained: {open:#?}");
    assert!(report["passed"].as_u64() > Some(10), "axe-core has looked: {report}");
}

/// No element of a widget overflows its edges, and none scrolls horizontally.
fn nothing_sticks_out(page: &Page) {
    let found = page.run(
        "return [...document.querySelectorAll('career-matcher')].flatMap((widget) => {
           const edge = widget.getBoundingClientRect();
           return [...widget.shadowRoot.querySelectorAll('.cm *')].filter((it) => {
             const { left, right, width } = it.getBoundingClientRect();
             const shown = width > 1 && !it.closest('svg, .cm-hidden') && it.checkVisibility();
             return shown && (left < edge.left - 1 || right > edge.right + 1);
           }).map((it) => `${widget.dataset.name}: ${it.outerHTML.slice(0, 120)}`);
         })",
    );
    assert_eq!(found, json!([]), "sticks out of the widget");
}

/// WCAG 2.2, 2.5.8 requires 24 pixels; the widget's targets have 44, except the link of the code for site owners.
fn targets_are_large(page: &Page) {
    for width in ["320px", "390px"] {
        open(page, &format!("width={width}"), false);
        let found = page.run(
            "return [...document.querySelectorAll('career-matcher')].flatMap((widget) =>
               [...widget.shadowRoot.querySelectorAll('button, a, summary, select, .cm-input, .cm-choice, .cm-box')]
                 .filter((it) => it.checkVisibility())
                 .map((it) => [it, it.getBoundingClientRect()])
                 .filter(([it, { width, height }]) => Math.min(width, height) < (it.matches('a.cm-small') ? 24 : 44))
                 .map(([it, { width, height }]) => `${widget.dataset.name}: ${width} x ${height} ${it.outerHTML.slice(0, 90)}`))",
        );
        // The steps of a long scale are narrow and high on small screens.
        let small: Vec<_> = found
            .as_array()
            .expect("a list")
            .iter()
            .filter_map(Value::as_str)
            .filter(|it| !it.starts_with("long scale") && !it.starts_with("scale"))
            .collect();
        assert!(small.is_empty(), "at {width}: {small:#?}");
        let steps = page.run(
            "return Math.min(...[...document.querySelectorAll('career-matcher')].flatMap((widget) =>
               [...widget.shadowRoot.querySelectorAll('.cm-scale > .cm-choice')].map((it) => it.getBoundingClientRect().width)))",
        );
        assert!(steps.as_f64() >= Some(24.0), "a step of a scale is {steps} wide");
        close(page);
    }
}

/// WCAG 2.2, 1.4.11 and 2.4.7: the focus indicator has at least two pixels with a contrast of 3:1.
fn the_focus_can_be_seen(page: &Page) {
    for theme in ["light", "dark"] {
        open(page, &format!("theme={theme}"), false);
        // The focus indicator shows only for keyboard users.
        page.press(TAB);
        let found = page.run(&format!(
            "{CONTRAST}
             const told = [];
             for (const widget of document.querySelectorAll('career-matcher')) {{
               const ground = getComputedStyle(widget.shadowRoot.querySelector('.cm')).backgroundColor;
               const all = [...widget.shadowRoot.querySelectorAll('button, a, summary, select, input')];
               for (const it of all.filter((it) => it.checkVisibility() && !it.disabled)) {{
                 it.focus();
                 const plate = it.closest('.cm-choice')?.querySelector('.cm-label');
                 const {{ outlineWidth, outlineStyle, outlineColor }} = plate ? getComputedStyle(plate, '::before') : getComputedStyle(it);
                 const ratio = contrast(outlineColor, ground);
                 if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2 || ratio < 3) {{
                   told.push(`${{widget.dataset.name}}: ${{outlineWidth}} ${{outlineStyle}} ${{ratio}} ${{it.outerHTML.slice(0, 90)}}`);
                 }}
               }}
             }}
             return told"
        ));
        assert_eq!(found, json!([]), "{theme}: {found:#}");
        close(page);
    }
}

/// What axe-core can't check: text on the plate of a selected answer, and on the strongest tint of the result.
fn text_can_be_read_on_tints(page: &Page) {
    for (theme, preset) in [
        ("light", "calm"),
        ("dark", "calm"),
        ("light", "crisp"),
        ("dark", "soft"),
        ("light", "soft"),
        ("light", "bold"),
    ] {
        open(page, &format!("theme={theme}&preset={preset}"), false);
        let found = page.run(&format!(
            "{CONTRAST}
             const told = [];
             for (const widget of document.querySelectorAll('career-matcher')) {{
               const stage = widget.shadowRoot.querySelector('.cm');
               const probe = document.createElement('i');
               probe.style.background = 'var(--cm-tint)';
               stage.append(probe);
               const ground = getComputedStyle(probe).backgroundColor;
               probe.remove();
               const own = (it) => [...it.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
               for (const it of [...stage.querySelectorAll(':not(option)')].filter((it) => own(it) && it.checkVisibility())) {{
                 const plain = getComputedStyle(it.closest('.cm-button') ?? it).backgroundColor;
                 const disabled = it.previousElementSibling?.disabled || it.disabled;
                 const ratio = contrast(getComputedStyle(it).color, plain === 'rgba(0, 0, 0, 0)' ? ground : plain);
                 !disabled && ratio < 4.5 && told.push(`${{widget.dataset.name}}: ${{ratio}} ${{it.outerHTML.slice(0, 90)}}`);
               }}
             }}
             return told"
        ));
        assert_eq!(found, json!([]), "{theme} {preset}: {found:#}");
        close(page);
    }
}

/// The contrast of two colours as a canvas draws them (WCAG 2.2).
const CONTRAST: &str =
    "const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const luminance = (colour) => {
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...context.getImageData(0, 0, 1, 1).data].map((it) => it / 255)
      .map((it) => (it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (...two) => {
    const [low, high] = two.map(luminance).sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };";

fn no_motion_where_less_is_asked_for(page: &Page) {
    open(page, "theme=light", false);
    let moving = page.run(
        "return [...document.querySelectorAll('career-matcher')].flatMap((widget) => [...widget.shadowRoot.querySelectorAll('*')])
           .filter((it) => { const { animationName, transitionDuration } = getComputedStyle(it);
             return animationName !== 'none' || transitionDuration !== '0s' }).map((it) => it.className)",
    );
    assert_eq!(moving, json!([]));
    close(page);
}
