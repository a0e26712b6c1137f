//! After a crash, of the program's own or by natives that the page has patched, visitors go on where they were.

use serde_json::{Value, json};

use super::Case;
use crate::{
    host,
    page::Page,
    spot::{inside, outside},
};

/// Makes the widget's next change of a text throw, for so many times.
const PATCH: &str = "let left = arguments[0];
    const native = Object.getOwnPropertyDescriptor(Node.prototype, 'nodeValue');
    Object.defineProperty(Node.prototype, 'nodeValue', { ...native, set(value) {
        if (left-- > 0) throw new Error('patched');
        native.set.call(this, value);
    } });";

const FALLBACK: &str = "<p id=\"fallback\">See all courses</p>";

pub fn cases() -> Vec<Case> {
    vec![
        Case::new("recovery::goes_on_with_all_answers", goes_on_with_all_answers),
        Case::new("recovery::of_all_widgets", of_all_widgets),
        Case::new("recovery::the_third_crash_is_the_end", the_third_crash_is_the_end),
    ]
}

fn open(page: &Page, widgets: usize) {
    page.open_html(host::with(&format!("<career-matcher>{FALLBACK}</career-matcher>").repeat(widgets)));
    (0..widgets).for_each(|widget| page.ready_of(widget));
}

/// Answers the shown card of a widget with its first choice.
fn answer(page: &Page, widget: usize, next: &str) {
    let before = page.count(inside(".cm-prompt").of(widget));
    assert_eq!(before, 1);
    page.click(inside(".cm-choice").of(widget));
    page.wait_text(inside(".cm-progress .cm-small").of(widget), next);
}

fn codes(page: &Page) -> Vec<Value> {
    page.events()
        .into_iter()
        .filter(|it| it.kind == "error")
        .map(|it| it.detail["code"].clone())
        .collect()
}

fn goes_on_with_all_answers(page: &Page) {
    open(page, 1);
    answer(page, 0, "Question 2 of 8");
    let prompt = page.text(inside(".cm-prompt"));
    page.call(PATCH, vec![json!(1)]);
    page.run(
        "__all({ widget: 0, selector: '.cm-back', text: null })[0].focus();
         __all({ widget: 0, selector: '.cm-choice', text: null })[0].dispatchEvent(
           new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, detail: 1 }))",
    );
    page.told("error", 1);
    page.wait_text(inside(".cm-prompt"), &prompt);
    assert_eq!(codes(page), [json!("widget-restarted")]);
    assert_eq!(page.lines("error"), [""; 0], "a restart is a warning");
    let lines = page.lines("warn");
    assert!(lines.len() == 1 && lines[0].starts_with("career-matcher [widget-restarted] "), "{lines:?}");
    // How long it took goes into the log alone: times differ from run to run.
    let took = page.eval(
        "((at) => [at('ready')[1] - at('error')[0], at('ready')[0]])(
           (type) => __times.filter(([it]) => it === type).map(([, time]) => time))",
    );
    if let [Some(back), Some(first)] = [took[0].as_f64(), took[1].as_f64()] {
        println!("back after {back:.0} ms, {:.2} of the first start", back / first);
    }
    page.wait("the focus is back", "__focus(0)?.matches('[tabindex=\"-1\"]')");

    let answers = page.eval("Object.keys(document.querySelector('career-matcher').getState().answers).length");
    assert_eq!(answers, json!(1), "the answer before is kept");
    answer(page, 0, "Question 3 of 8");
    page.click(inside(".cm-back"));
    page.wait_text(inside(".cm-prompt"), &prompt);
    assert_eq!(page.checked(0), [0]);
}

fn of_all_widgets(page: &Page) {
    open(page, 3);
    answer(page, 2, "Question 2 of 8");
    page.call(PATCH, vec![json!(1)]);
    page.click(inside(".cm-choice"));
    page.told("error", 3);
    page.told("ready", 6);
    for (widget, question) in [(0, 1), (1, 1), (2, 2)] {
        page.wait_text(inside(".cm-progress .cm-small").of(widget), &format!("Question {question} of 8"));
    }
}

fn the_third_crash_is_the_end(page: &Page) {
    open(page, 1);
    page.call(PATCH, vec![json!(9)]);
    for crash in 1..=3 {
        page.wait_text(inside(".cm-progress .cm-small"), "Question 1 of 8");
        page.click(inside(".cm-choice"));
        page.told("error", crash);
        if crash < 3 {
            page.told("ready", crash + 1);
        }
    }
    assert_eq!(codes(page), [json!("widget-restarted"), json!("widget-restarted"), json!("widget-crashed")]);
    let lines = page.lines("error");
    assert!(lines.len() == 1 && lines[0].starts_with("career-matcher [widget-crashed] "), "{lines:?}");
    assert!(!page.text(outside("#fallback")).is_empty());
    assert_eq!(page.count(inside(".cm-trouble button")), 1, "there is a way on");
    assert_eq!(page.count(inside(".cm-card")), 0);
}
