//! The page around a widget does not shift while the quiz loads, goes on or fails.

use serde_json::json;

use super::{Case, script};
use crate::{host, page::Page, spot::inside};

pub fn cases() -> Vec<Case> {
    vec![
        Case::new("lifecycle::no_shift_through_the_load", no_shift_through_the_load),
        Case::new("lifecycle::no_shift_through_every_card", no_shift_through_every_card),
        Case::new("lifecycle::no_shift_with_a_short_quiz", no_shift_with_a_short_quiz),
        Case::new("lifecycle::no_shift_on_an_error", no_shift_on_an_error),
    ]
}

/// Records the position of the text below a widget in each frame, and Chromium's layout shifts (web.dev/cls): with the
/// screen, and whether a click came just before, because such shifts do not count.
const WATCH: &str = "<script>window.__shifts = [];
    window.__tops = [];
    window.__shown = () => {
      const found = document.querySelector('career-matcher').shadowRoot?.querySelector('.cm-card, .cm-screen');
      return !found ? 'nothing' : found.matches('.cm-card') ? 'card' : found.matches('.cm-trouble') ? 'trouble' : 'result';
    };
    try {
      new PerformanceObserver((list) => list.getEntries().forEach((it) =>
        __shifts.push([__shown(), it.hadRecentInput, it.value]))).observe({ type: 'layout-shift', buffered: true });
    } catch {}
    (function look() {
      const below = document.querySelector('#below');
      if (below) {
        const now = [__shown(), Math.round(below.getBoundingClientRect().top + scrollY)];
        String(__tops.at(-1)) === String(now) || __tops.push(now);
      }
      requestAnimationFrame(look);
    })()</script>";

/// The page that the documents recommend: an asynchronous script, a link for visitors without the quiz, and the CSS of
/// the demo page.
fn open_as_documented(page: &Page, attributes: &str, quiz: &str) {
    let demo = std::fs::read_to_string("index.html").expect("the demo page is there");
    let css = demo.split(r#"aria-labelledby="embed-css"><code>"#).nth(1).and_then(|it| it.split("</code>").next());
    let style = format!("<style>{}</style>", css.expect("it shows its lines of CSS"));
    let body = format!(
        r#"<career-matcher {attributes}>{quiz}<a href="/courses">See all our courses</a></career-matcher>
           <p id="below">What comes after.</p>"#
    );
    page.open_html(host::page(&[WATCH, &style, host::SCRIPT].concat(), &body));
}

/// Waits until the last change is drawn.
fn drawn(page: &Page) {
    const FRAMES: &str = "const done = arguments[0];
        setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => done())), 400)";
    page.call_async(FRAMES, vec![]);
}

/// Answers card by card, with the button if a click does not continue.
fn through_all_cards(page: &Page, cards: usize) {
    let (number, next) = (inside(".cm-progress .cm-small"), inside(".cm-next.cm-main"));
    for card in 1..=cards {
        page.wait_text(number, &format!("Question {card} of {cards}"));
        drawn(page);
        page.click(inside(".cm-choice"));
        let gone = format!("__words({})[0] != 'Question {card} of {cards}'", json!(number));
        page.wait("an answer", &format!("{gone} || __words({}).length", json!(next)));
        if page.eval(&gone) == json!(false) {
            page.click(next);
        }
    }
    page.arrive_at_result();
    drawn(page);
}

/// The text below had one position, and there was no layout shift, while one of these screens was shown.
fn assert_still(page: &Page, screens: &[&str]) {
    let told = page.call(
        "const [screens] = arguments, those = (all) => all.filter(([it]) => screens.includes(it));
         return [[...new Set(those(__tops).map(([, top]) => top))].length, those(__shifts)]",
        vec![json!(screens)],
    );
    assert_eq!(told, json!([1, []]), "{screens:?}: places and shifts; {}", page.eval("JSON.stringify(__tops)"));
}

/// From a page without the script to the first card of the default quiz.
fn no_shift_through_the_load(page: &Page) {
    open_as_documented(page, "", "");
    page.ready();
    drawn(page);
    assert_still(page, &["nothing", "card"]);
}

/// Through every card of that quiz. The result is longer and follows a click: by definition that is no layout shift.
fn no_shift_through_every_card(page: &Page) {
    open_as_documented(page, "", "");
    page.ready();
    drawn(page);
    page.run("__tops.length = 0; __shifts.length = 0");
    through_all_cards(page, 8);
    assert_still(page, &["card"]);
    assert_the_result_grows(page);
}

fn assert_the_result_grows(page: &Page) {
    assert_eq!(page.eval("__shifts.filter(([, input]) => !input)"), json!([]), "nothing comes by itself");
    let grown = page.eval("__tops.at(-1)[1] - __tops[0][1]").as_i64();
    assert!(grown >= Some(0), "the result moved the text by {grown:?}");
}

/// A quiz whose cards all fit into the reserved space.
fn no_shift_with_a_short_quiz(page: &Page) {
    open_as_documented(page, "", &script(2));
    page.ready();
    drawn(page);
    through_all_cards(page, 2);
    assert_still(page, &["nothing", "card"]);
    assert_the_result_grows(page);
}

fn no_shift_on_an_error(page: &Page) {
    open_as_documented(page, r#"config="nowhere.json""#, "");
    page.told("error", 1);
    drawn(page);
    assert_still(page, &["nothing", "trouble"]);
}
