//! Sharing, copying, printing and saving, conversions, and braces in addresses.

use serde_json::json;

use super::{Case, answer, codes, element, play, quiz};
use crate::{
    engine::Engine,
    host::{self, SCRIPT},
    page::Page,
    spot::{button, inside},
};

pub fn cases() -> Vec<Case> {
    vec![
        Case::new("links::sharing_tells_how_it_went", sharing_tells_how_it_went),
        Case::new("links::copying_works_without_a_clipboard", copying_works_without_a_clipboard)
            .only_in(&[Engine::Chromium, Engine::Firefox]),
        Case::new("links::a_conversion_counts_once", a_conversion_counts_once),
        Case::new("links::braces_are_filled_alike", braces_are_filled_alike),
    ]
}

fn at_the_result(page: &Page) {
    let mut quiz = quiz("One", "");
    quiz["keep"] = json!({ "resume": "off" });
    page.open_html(host::with(&element(&quiz)));
    page.ready();
    play(page, 0, "One");
    page.arrive_at_result();
    page.click(inside(".cm-keep summary"));
}

fn sharing_tells_how_it_went(page: &Page) {
    at_the_result(page);
    let stub = |share: &str, clipboard: &str, copy: &str| {
        page.run(&format!(
            "window.__tried = [];
             const set = (on, name, value) => Object.defineProperty(on, name, {{ value, configurable: true }});
             const no = (name) => () => Promise.reject(new DOMException('no', name));
             set(navigator, 'share', {share});
             set(navigator, 'clipboard', {clipboard});
             set(document, 'execCommand', (it) => (__tried.push(it), {copy}));"
        ));
        page.click(inside("[data-share]"));
        page.call_async("setTimeout(arguments[0], 100)", vec![]);
        let done = page.eval("__all({ widget: 0, selector: '[data-share]', text: null })[0].hasAttribute('data-done')");
        let said = page.text(inside(".cm-sorry"));
        (done == json!(true), said, page.eval("__tried"))
    };
    let write = "{ writeText: async () => void __tried.push('write') }";
    let share = "async () => void __tried.push('share')";
    let sorry =
        "We couldn’t copy the link. It’s selected: press Ctrl+C (⌘C on a Mac), or touch and hold it to copy it.";
    for (ways, (done, said, tried)) in [
        ([share, write, "true"], (true, "", json!(["share"]))),
        (["no('AbortError')", write, "true"], (false, "", json!([]))),
        (["no('NotAllowedError')", write, "true"], (true, "", json!(["write"]))),
        (["undefined", "{ writeText: no('NotAllowedError') }", "true"], (true, "", json!(["copy"]))),
        (["undefined", "undefined", "true"], (true, "", json!(["copy"]))),
        (["undefined", "undefined", "false"], (false, sorry, json!(["copy"]))),
        (
            ["no('NotAllowedError')", "undefined", "(() => { throw new Error('no') })()"],
            (false, sorry, json!(["copy"])),
        ),
    ] {
        assert_eq!(stub(ways[0], ways[1], ways[2]), (done, said.to_owned(), tried), "{ways:?}");
        let marked = page.eval(
            "(() => { const [it] = __all({ widget: 0, selector: '.cm-keep input', text: null });
               return it.selectionStart === 0 && it.selectionEnd === it.value.length && it.value.length > 20; })()",
        );
        assert_eq!(marked, json!(true));
    }
    // The same for printing and the picture.
    let told = |button: &str, script: &str, done: bool, said: &str| {
        page.run("__all({ widget: 0, selector: '[data-done]', text: null }).forEach((it) => it.removeAttribute('data-done'))");
        page.run(script);
        page.click(inside(button));
        page.call_async("setTimeout(arguments[0], 1500)", vec![]);
        let is_done = format!("__all({{ widget: 0, selector: '{button}', text: null }})[0].hasAttribute('data-done')");
        let so = page.patiently(|| {
            page.eval(&is_done) == json!(done) && page.texts(inside(".cm-fields > .cm-sorry")).concat() == said
        });
        assert!(so, "{script}: {}, {:?}", page.eval(&is_done), page.texts(inside(".cm-fields > .cm-sorry")));
    };
    let set = |on: &str, name: &str, value: &str| {
        format!("Object.defineProperty({on}, '{name}', {{ value: {value}, configurable: true }});")
    };
    let no_print = "This page can’t print here. Use your browser’s menu, or open the page in its own tab.";
    told("[data-print]", &set("window", "print", "() => dispatchEvent(new Event('beforeprint'))"), false, "");
    told("[data-print]", &set("window", "print", "() => {}"), false, no_print);
    told("[data-print]", &set("window", "print", "undefined"), false, no_print);
    let no_picture = "We couldn’t save the picture here. Open this page in its own tab, or take a screenshot.";
    let saves = "HTMLAnchorElement.prototype.click = function () { window.__saved = this.download; };";
    let share = |name: &str| {
        let refused = format!("() => Promise.reject(new DOMException('no', '{name}'))");
        [set("navigator", "canShare", "() => true"), set("navigator", "share", &refused), saves.to_owned()].concat()
    };
    told("[data-picture]", &share("NotAllowedError"), true, "");
    assert_eq!(page.eval("__saved"), json!("result.png"), "what can't be shared is saved");
    told("[data-picture]", &share("AbortError"), false, "");
    let broken = set("HTMLCanvasElement.prototype", "toBlob", "function (done) { done(null) }");
    told("[data-picture]", &broken, false, no_picture);
    assert_eq!(page.lines("error"), [""; 0]);
}

/// As on `http:`: a copied link can be pasted.
fn copying_works_without_a_clipboard(page: &Page) {
    at_the_result(page);
    page.run(
        "for (const name of ['share', 'clipboard']) Object.defineProperty(navigator, name, { value: undefined, configurable: true });
         addEventListener('copy', () => (window.__copied = true), true);",
    );
    page.click(inside("[data-share]"));
    page.wait(
        "it is told",
        "__all({ widget: 0, selector: '[data-share]', text: null })[0].hasAttribute('data-done')",
    );
    assert_eq!(page.eval("window.__copied"), json!(true));
    assert_eq!(page.text(inside(".cm-sorry")), "");
}

/// Conversions are counted as the manual describes.
fn a_conversion_counts_once(page: &Page) {
    const COUNT: &str = "<script>
        window.__conversions = 0;
        addEventListener('career-matcher-complete', ({ detail }) => { if (detail.first) __conversions += 1; });
      </script>";
    let folder = page.folder();
    folder.put("index.html", host::page(&[COUNT, SCRIPT].concat(), &element(&quiz("One", ""))));
    page.open(&folder.path("index.html"));
    page.ready();
    play(page, 0, "One");
    page.arrive_at_result();
    page.click(inside(".cm-edit summary"));
    page.run(
        "const [it] = __all({ widget: 0, selector: '.cm-edit select', text: null });
         it.value = '1';
         it.dispatchEvent(new Event('change', { bubbles: true }));",
    );
    page.told("complete", 2);
    page.click(button("Back"));
    answer(page, 0, "One", 3..=3);
    page.told("complete", 3);
    page.click(button("Start again"));
    play(page, 0, "One");
    page.told("complete", 4);
    assert_eq!(page.eval("__conversions"), json!(1));
    let [_, answers] = codes(page, 0);

    page.open(&folder.path("index.html?again"));
    page.ready();
    page.wait_text(inside(".cm-winner .cm-title"), "One a");
    page.click(button("Back"));
    answer(page, 0, "One", 3..=3);
    page.told("complete", 1);
    assert_eq!(page.eval("__conversions"), json!(0), "a reload is the same visitor");
    page.run("localStorage.clear()");

    page.open(&format!("{}#{answers}", folder.path("index.html?friend")));
    page.ready();
    page.wait_text(inside(".cm-winner .cm-title"), "One a");
    page.click(button("Start again"));
    play(page, 0, "One");
    page.told("complete", 1);
    assert_eq!(page.eval("__conversions"), json!(0), "whose answers came along has had a result");
    page.run("localStorage.clear()");
}

/// The result of `check` matches what is shown, in texts, interface texts and addresses.
fn braces_are_filled_alike(page: &Page) {
    let mut quiz = quiz("One", "");
    quiz["keep"] = json!({ "resume": "off" });
    quiz["careers"][0]["title"] = json!("Be {{who}}, {param:who|you}, {nobody}!");
    quiz["words"] = json!({ "restart": "Back, {{who}}, {param:who|you}, {nobody}!", "question": "{number}/{of} {{who}} {field:x|no}" });
    let folder = page.folder();
    let element = element(&quiz).replacen(
        "<career-matcher",
        r#"<career-matcher cta-url="https://school.example/%7Bcareer%7D?a=%7bcareer%7d&amp;b={career}""#,
        1,
    );
    folder.put("index.html", host::with(&element));
    page.open(&folder.path("index.html?who=Ada"));
    page.ready();
    answer(page, 0, "One", 1..=1);
    page.wait_text(inside("[role=status]"), "2/3 {who} no");
    answer(page, 0, "One", 2..=3);
    page.wait_text(inside(".cm-winner .cm-title"), "Be {who}, Ada, !");
    page.wait_text(inside(".cm-actions:last-child .cm-button:last-child"), "Back, {who}, Ada, !");
    let href = page.eval("__all({ widget: 0, selector: '.cm-winner a', text: null })[0].getAttribute('href')");
    assert_eq!(href, json!("https://school.example/a?a=a&b=a"));
    assert_eq!(page.lines("error"), [""; 0]);

    // Names in braces need the program; without it the widget shows its own texts.
    quiz["cards"] = json!([]);
    quiz["words"] = json!({ "troubleSorry": "Sorry, {{who}}, {param:who|you}, {nobody}!" });
    folder.put("wrong.html", host::with(&self::element(&quiz)));
    page.open(&folder.path("wrong.html?who=Ada"));
    page.wait_text(
        inside(".cm-trouble .cm-lead"),
        "Something went wrong on our side. The rest of the page still works.",
    );
}
