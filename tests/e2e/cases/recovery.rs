//! After a crash, of the program itself or of natives that the page has patched, visitors continue where they were.

use serde_json::{Value, json};

use super::{Case, lifecycle};
use crate::{
    host::{self, SCRIPT},
    page::Page,
    spot::{choice, inside, outside},
};

/// Makes the text node that the widget creates after a click throw, for this many clicks.
const PATCH: &str = "let left = arguments[0], clicked = false;
    document.addEventListener('click', () => {
        clicked = true;
        setTimeout(() => (clicked = false));
    }, true);
    const native = Document.prototype.createTextNode;
    Document.prototype.createTextNode = function (text) {
        if (clicked && left-- > 0) {
            clicked = false;
            throw new Error('patched');
        }
        return native.call(this, text);
    };";

/// Causes wasm traps instead of JavaScript exceptions: see the file.
const TRAPS: &str = include_str!("../traps.js");

/// The act of a visitor or a page that ends in a trap.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Act {
    Answer,
    /// One more widget on the page.
    Another,
    /// The same, with a text that needs more memory than is available.
    AnotherInNeed,
}

/// Where the program traps: a name, the native that it calls in the words of its glue, and how the call ends (`t` in a
/// trap, `d` with an exhausted stack).
const PLACES: [(&str, &str, &str, Act); 8] = [
    ("render", "setAttribute(", "t", Act::Answer),
    ("callback", "preventDefault(", "t", Act::Answer),
    ("effect", "focus(", "t", Act::Answer),
    ("effect_that_stores", ".apply(", "t", Act::Answer),
    ("export", "getAttribute(", "t", Act::Another),
    ("stack_of_a_render", "setAttribute(", "d", Act::Answer),
    ("stack_of_an_export", "getAttribute(", "d", Act::Another),
    ("memory", "", "", Act::AnotherInNeed),
];

const FALLBACK: &str = "<p id=\"fallback\">See all courses</p>";

pub fn cases() -> Vec<Case> {
    let mut cases = vec![
        Case::new("recovery::goes_on_with_all_answers", goes_on_with_all_answers),
        Case::new("recovery::the_focus_stays_with_the_visitor", the_focus_stays_with_the_visitor),
        Case::new("recovery::of_all_widgets", of_all_widgets),
        Case::new("recovery::the_third_crash_is_the_end", the_third_crash_is_the_end),
        Case::new("recovery::from_a_trap_while_others_begin", from_a_trap_while_others_begin),
        Case::new("recovery::from_a_trap_inside_an_event_of_its_own", from_a_trap_inside_an_event_of_its_own),
    ];
    for (place, words, end, act) in PLACES {
        let play = move |page: &Page| three_traps(page, words, end, act);
        cases.push(Case::new(format!("recovery::from_a_trap_in_{place}"), play));
    }
    cases
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
    // The duration goes only into the log, because it differs from run to run.
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

/// If the visitor has moved the focus before the quiz is back, it stays there.
fn the_focus_stays_with_the_visitor(page: &Page) {
    open(page, 1);
    answer(page, 0, "Question 2 of 8");
    page.call(PATCH, vec![json!(1)]);
    page.run(
        "__all({ widget: 0, selector: '.cm-back', text: null })[0].focus();
         __all({ widget: 0, selector: '.cm-choice', text: null })[0].dispatchEvent(
           new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, detail: 1 }));
         document.querySelector('#host-button').focus();",
    );
    page.told("error", 1);
    page.told("ready", 2);
    page.call_async(
        "const done = arguments[arguments.length - 1];
         requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(() => setTimeout(done, 50))));",
        vec![],
    );
    assert_eq!(page.eval("document.activeElement.id"), json!("host-button"));
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

fn trapped(widgets: usize, quiz: &Value) -> String {
    let element = |at: usize| {
        format!(
            r#"<career-matcher id="w{at}"><script type="application/json">{quiz}</script>
               <p class="fallback">See all courses</p></career-matcher>"#
        )
    };
    let elements: String = (0..widgets).map(element).collect();
    host::page(&format!("<script>{TRAPS}</script>{SCRIPT}"), &elements)
}

/// The state of all widgets: the number of the shown card, and the ids of answered cards.
fn states(page: &Page) -> Vec<(usize, Vec<String>)> {
    let all = page.eval(
        "[...document.querySelectorAll('career-matcher')].map((it) => it.getState()).map((it) =>
           it && [Number(it.card.slice(1)), Object.keys(it.answers)])",
    );
    serde_json::from_value(all.clone()).unwrap_or_else(|error| panic!("{error}: {all}"))
}

/// Three widgets, two of them with an answer. After the first and the second trap, all restart in a new instance with
/// the same state, and play on. After the third, the error screen stays, with the page's fallback.
fn three_traps(page: &Page, words: &str, end: &str, act: Act) {
    let mut quiz = lifecycle::quiz(9);
    quiz["keep"] = json!({ "resume": if words == ".apply(" { "session" } else { "off" } });
    page.open_html(trapped(3, &quiz));
    (0..3).for_each(|widget| page.ready_of(widget));
    for widget in [0, 1] {
        page.click(choice("This").of(widget));
        page.arrive(inside(".cm-prompt").of(widget), "Question 2?");
    }
    let (mut readies, mut errors) = (3, 0);
    for crash in 1..=3 {
        let before = states(page);
        let widgets = before.len() + usize::from(act != Act::Answer);
        match act {
            Act::Answer => {
                page.call("__arm(...arguments)", vec![json!(words), json!(end)]);
                page.click(choice("This"));
            }
            Act::Another | Act::AnotherInNeed => {
                let room = if act == Act::Another { 0 } else { 1_500_000 };
                // Memory that has grown once would have room for it again.
                page.call(
                    "const [words, end, quiz, room, again] = arguments;
                     words ? __arm(words, end) : __starve();
                     const it = document.createElement('career-matcher');
                     it.innerHTML = '<p class=\"fallback\">See all courses</p>';
                     it.config = JSON.stringify(quiz) + ' '.repeat(room);
                     room && again && it.addEventListener('career-matcher-error', () => (it.config = quiz), { once: true });
                     document.querySelector('main').append(it);
                     it.scrollIntoView()",
                    vec![json!(words), json!(end), quiz.clone(), json!(room), json!(crash < 3)],
                );
            }
        }
        errors += widgets;
        page.told("error", errors);
        assert_eq!(page.eval("__trapped"), json!(if act == Act::AnotherInNeed { 0 } else { crash }));
        if crash == 3 {
            break;
        }
        readies += widgets;
        page.told("ready", readies);
        assert_eq!(page.eval("__instances"), json!(crash + 1), "a fresh one, and one for all");
        let after = states(page);
        assert_eq!(after.len(), widgets);
        for (widget, (card, answers)) in after.iter().enumerate() {
            match before.get(widget) {
                // The last answer may or may not have been saved before the trap.
                Some(old) if widget == 0 && act == Act::Answer => {
                    assert!((old.0..=old.0 + 1).contains(card) && answers.starts_with(&old.1), "{old:?} to {after:?}");
                }
                Some(old) => assert_eq!((card, answers), (&old.0, &old.1), "widget {widget} after crash {crash}"),
                None => assert_eq!((*card, answers.len()), (1, 0)),
            }
            page.click(choice("This").of(widget));
            page.arrive(inside(".cm-prompt").of(widget), &format!("Question {}?", card + 1));
        }
    }
    // Time for an automatic restart, which must not happen.
    page.call_async("setTimeout(arguments[0], 500)", vec![]);
    let codes = codes(page);
    let (restarted, crashed) =
        codes.split_at(codes.iter().position(|it| it == "widget-crashed").unwrap_or(codes.len()));
    assert_eq!(codes.len(), errors, "{codes:?}");
    assert!(restarted.iter().all(|it| it == "widget-restarted"), "{codes:?}");
    let widgets = crashed.len();
    assert_eq!(json!(widgets), page.eval("document.querySelectorAll('career-matcher').length"), "{codes:?}");
    for (level, code, count) in [("warn", "restarted", restarted.len()), ("error", "crashed", widgets)] {
        let lines = page.lines(level);
        let begin = format!("career-matcher [widget-{code}] ");
        assert!(lines.len() == count && lines.iter().all(|it| it.starts_with(&begin)), "{lines:?}");
    }
    assert_eq!(page.kinds().iter().filter(|it| *it == "ready").count(), readies, "no start after the end");
    for widget in 0..widgets {
        let shown = ["[role=alert] button", ".cm-card"].map(|it| page.count(inside(it).of(widget)));
        assert_eq!(shown, [1, 0], "widget {widget}");
    }
    let seen = page.eval("[...document.querySelectorAll('.fallback')].filter((it) => it.checkVisibility()).length");
    assert_eq!(seen, json!(widgets), "what the page has for visitors without the quiz");
    page.run("sessionStorage.clear()");
}

/// The first widget traps while the others start in the same instance: they start in the new one.
fn from_a_trap_while_others_begin(page: &Page) {
    let armed = [TRAPS, "__arm('getAttribute(')"].concat();
    page.open_html(trapped(3, &lifecycle::quiz(5)).replace(TRAPS, &armed));
    (0..3).for_each(|widget| page.ready_of(widget));
    assert_eq!(page.eval("[__trapped, __instances]"), json!([1, 2]));
    assert_eq!(codes(page), ["widget-restarted"]);
    for widget in 0..3 {
        page.click(choice("This").of(widget));
        page.arrive(inside(".cm-prompt").of(widget), "Question 2?");
    }
}

/// A page may act inside an event handler, which enters the program while it is still running. A trap there counts as a
/// crash of the program: no exception in the page, and all widgets restart.
fn from_a_trap_inside_an_event_of_its_own(page: &Page) {
    page.open_html(trapped(2, &lifecycle::quiz(5)));
    (0..2).for_each(|widget| page.ready_of(widget));
    page.run(
        "const it = document.querySelector('career-matcher');
         it.addEventListener('career-matcher-answer', () => {
           __arm('composedPath(');
           it.shadowRoot.querySelector('.cm-choice input').click();
         }, { once: true })",
    );
    page.click(choice("That"));
    page.wait("it has trapped", "__trapped == 1");
    page.call_async("setTimeout(arguments[0], 200)", vec![]);
    assert_eq!(page.eval("__errors"), json!([]), "nothing is thrown into the page");
    page.told("error", 2);
    page.told("ready", 4);
    for widget in [0, 1] {
        let (card, _) = states(page)[widget];
        page.click(choice("This").of(widget));
        page.arrive(inside(".cm-prompt").of(widget), &format!("Question {}?", card + 1));
    }
}
