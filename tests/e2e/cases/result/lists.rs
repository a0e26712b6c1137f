//! Long lists of careers: they come in steps, and can be searched.

use serde_json::{Value, json};

use super::Case;
use crate::{
    host,
    input::ENTER,
    page::Page,
    spot::{choice, inside},
};

pub fn cases() -> Vec<Case> {
    vec![Case::new("result::long_lists_come_in_steps", long_lists_come_in_steps)]
}

/// A quiz with one card about 1,600 careers: all in a tie, all excluded, or one ahead of all others.
pub fn many() -> Value {
    let id = |i: usize| format!("c{i}");
    let out = json!([{ "when": { "card": "one", "is": "out" }, "reason": "Not with this answer" }]);
    let career = |i: usize| json!({ "id": id(i), "title": format!("Job {i}"), "exclude": out });
    let points: serde_json::Map<_, _> = (0..1600).map(|i| (id(i), json!(1))).collect();
    let option = |id: &str, points: Value| json!({ "id": id, "label": format!("The {id} one"), "points": points });
    json!({
        "version": 1, "title": "A quiz", "intro": { "show": "off" },
        "careers": (0..1600).map(career).collect::<Vec<_>>(),
        "cards": [{ "id": "one", "kind": "single", "prompt": "First?", "options": [
            option("level", Value::Object(points)), option("out", json!({})), option("first", json!({ "c7": 1 })),
        ] }],
    })
}

const COUNT: &str = "__all({ widget: 0, selector: '*', text: null }).length";

/// Presses the button for more with the keyboard; then the focus is on the first new entry.
fn press_for_more(page: &Page, list: &str, listed: usize, more: usize) {
    assert_eq!(page.count(inside(list)), listed, "{list}");
    let section = format!("__all({{ widget: 0, selector: '{list}', text: null }})[0].parentNode.parentNode");
    page.run(&format!("{section}.querySelector('.cm-more').focus()"));
    page.press(ENTER);
    let all = format!("__all({{ widget: 0, selector: '{list}', text: null }})");
    page.wait("more are listed", &format!("{all}.length == {}", listed + more));
    page.wait("the focus is on the first of them", &format!("{all}[{listed}].contains(__focus(0))"));
}

/// Presses the button and moves to the search before the browser draws: the focus stays with the visitor.
fn leave_at_once(page: &Page) {
    let focused = page.call_async(
        "const done = arguments[arguments.length - 1];
         const all = (selector) => __all({ widget: 0, selector, text: null });
         const [search] = all('[type=search]');
         const button = search.closest('section').querySelector('.cm-more');
         const list = button.previousElementSibling;
         const { length } = list.children;
         button.click();
         (async () => {
           for (let i = 0; i < 1000 && list.children.length === length; i += 1) await null;
           const grown = list.children.length > length;
           for (let i = 0; i < 10; i += 1) await null;
           search.focus();
           requestAnimationFrame(() => requestAnimationFrame(() => done([grown, __focus(0) === search])));
         })();",
        vec![],
    );
    assert_eq!(focused, json!([true, true]), "the list has grown, and the focus is in the search");
}

fn long_lists_come_in_steps(page: &Page) {
    let quiz = many();
    let folder = page.folder();
    folder.put("quiz.json", quiz.to_string());
    folder.put("index.html", host::with(r#"<career-matcher config="quiz.json"></career-matcher>"#));
    // For each answer: the list, its first size, its page size, and the maximum of elements.
    for (answer, list, listed, more, most) in [
        ("The level one", ".cm-winner", 6, 6, 300),
        ("The out one", ".cm-excluded dt", 10, 10, 120),
        ("The first one", ".cm-other", 10, 10, 520),
    ] {
        page.open(&folder.path("index.html"));
        page.ready();
        page.wait(
            "the result is there in time",
            "performance.getEntriesByType('resource').some(it => it.name.includes('-result-'))",
        );
        page.click(choice(answer));
        page.arrive_at_result();
        let elements = page.eval(COUNT).as_u64().expect("a number");
        assert!(elements <= most, "{answer}: {elements} elements");
        press_for_more(page, list, listed, more);
        press_for_more(page, list, listed + more, more);
        leave_at_once(page);
        page.run(
            "const field = __all({ widget: 0, selector: '[type=search]', text: null })[0];
             field.value = 'job 1599'; field.dispatchEvent(new InputEvent('input', { bubbles: true }));",
        );
        page.wait_text(
            inside(".cm-browse + [role=status]"),
            &format!("1 of {}", if list == ".cm-other" { 1599 } else { 1600 }),
        );
        assert_eq!(page.count(inside(list)), 1);
    }
    // The status line and the sentences name a few careers, and count the rest.
    page.run("const field = __all({ widget: 0, selector: '[type=search]', text: null })[0]; field.value = ''; field.dispatchEvent(new InputEvent('input', { bubbles: true }));");
    page.click(inside(".cm-edit summary"));
    page.run("const select = __all({ widget: 0, selector: '.cm-edit select', text: null })[0]; select.value = '0'; select.dispatchEvent(new Event('change', { bubbles: true }));");
    page.wait_text(
        inside(".cm > [role=status]"),
        "Job 0 / Job 1 / Job 2 / Job 3 / Job 4 / Job 5 and 1594 more are now tied (100%)",
    );
    assert!(page.eval(COUNT).as_u64().is_some_and(|it| it <= 520));
}
