//! What a case does with a page: opens it, inspects it, waits for it. The visitor's actions are in `input.rs`.

use std::{
    cell::Cell,
    fmt::Debug,
    future::Future,
    path::Path,
    thread,
    time::{Duration, Instant},
};

use fantoccini::{Client, error::CmdError};
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::{runtime::Handle, time::timeout};

use crate::{
    host::{ADOPT, LOOK},
    reckon::{default_quiz, list},
    server::{Folder, Server},
    spot::{Spot, inside, outside},
};

/// The maximum time for anything on a page, on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);
/// The maximum time for one command before the browser counts as lost.
const COMMAND: Duration = Duration::from_secs(60);
const PAUSE: Duration = Duration::from_millis(15);

/// The one page of an engine's session.
pub struct Page<'a> {
    pub(crate) client: &'a Client,
    runtime: &'a Handle,
    server: &'a Server,
    opened: Cell<bool>,
    /// Whether the page may report violations of its own policy.
    tolerant: Cell<bool>,
    /// The position and time of the last click.
    pub(crate) clicked: Cell<Option<((f64, f64), Instant)>>,
}

/// An event of a widget, as the page received it.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct Event {
    /// Without `career-matcher-`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The index of the widget that sent it.
    pub widget: usize,
    pub detail: Value,
}

/// A console line written by a script.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct Line {
    pub level: String,
    pub text: String,
}

impl<'a> Page<'a> {
    pub fn new(client: &'a Client, runtime: &'a Handle, server: &'a Server) -> Self {
        Self {
            client,
            runtime,
            server,
            opened: Cell::new(false),
            tolerant: Cell::new(false),
            clicked: Cell::new(None),
        }
    }

    /// A folder on the server for the pages of this case.
    pub fn folder(&self) -> Folder<'a> {
        self.server.folder()
    }

    /// Checks the last page, then opens this one.
    pub fn open(&self, path: &str) {
        self.leave();
        self.command("open", self.client.goto(&self.server.url(path)));
        self.opened.set(true);
    }

    /// Opens a page that may report violations of its own policy.
    pub fn open_tolerant(&self, path: &str, tolerant: bool) {
        self.open(path);
        self.tolerant.set(tolerant);
    }

    /// Opens a page that the suite does not observe.
    pub fn open_bare(&self, path: &str) {
        self.leave();
        self.command("open", self.client.goto(&self.server.url(path)));
    }

    /// Opens a local file.
    pub fn open_file(&self, path: &Path) {
        self.leave();
        self.command("open", self.client.goto(&format!("file://{}", path.display())));
        self.opened.set(true);
    }

    /// Opens a page of another server, with the suite's helpers to find elements.
    pub fn open_elsewhere(&self, url: &str) {
        self.leave();
        self.command("open", self.client.goto(url));
        self.command("record", self.client.execute(include_str!("recorder.js"), vec![]));
    }

    /// Runs something inside the first frame of the page.
    pub fn within_frame(&self, act: impl FnOnce()) {
        self.command("enter the frame", self.client.enter_frame(0));
        act();
        self.command("leave the frame", self.client.enter_parent_frame());
    }

    pub fn client(&self) -> &Client {
        self.client
    }

    /// Serves a page of this case and opens it.
    pub fn open_html(&self, html: String) {
        let folder = self.folder();
        folder.put("index.html", html);
        self.open(&folder.path("index.html"));
    }

    /// Waits until the first widget can be played.
    pub fn ready(&self) {
        self.ready_of(0);
    }

    pub fn ready_of(&self, widget: usize) {
        self.wait("a widget is ready", &format!("__events.some(e => e.type == 'ready' && e.widget == {widget})"));
    }

    /// The checks at the end of every case: the page still works, is unchanged, and no exception was thrown.
    pub fn leave(&self) {
        if !self.opened.replace(false) {
            return;
        }
        let tolerant = self.tolerant.replace(false);
        let before = self.eval("__clicks").as_u64();
        self.click(outside("#host-button"));
        self.wait("the page's own button counts", &format!("__clicks == {}", before.unwrap_or(0) + 1));
        let mut errors: Vec<String> = self.read("__errors");
        errors.retain(|it| !(tolerant && it.starts_with("policy: ")));
        assert_eq!(errors, [""; 0], "errors in the host page");
        assert_eq!(self.eval("(__host.look(), __host.changes)"), json!([]), "changes of the host page");
    }

    /// The value of a JavaScript expression.
    pub fn eval(&self, expression: &str) -> Value {
        self.command(expression, self.client.execute(&format!("return ({expression})"), vec![]))
    }

    /// Runs JavaScript that may `return` a value. Its changes count as the page's own.
    pub fn run(&self, script: &str) -> Value {
        self.call(script, vec![])
    }

    pub fn call(&self, script: &str, arguments: Vec<Value>) -> Value {
        let own = format!(
            "{LOOK} try {{ return (function () {{ {script}\n}}).apply(this, arguments) }} finally {{ {ADOPT} }}"
        );
        self.command(script, self.client.execute(&own, arguments))
    }

    /// Runs JavaScript that calls its last argument when it is done.
    pub fn call_async(&self, script: &str, arguments: Vec<Value>) -> Value {
        let own = format!(
            "{LOOK} const all = [...arguments], done = all.pop();
             (function () {{ {script}\n}}).call(this, ...all, (told) => {{ {ADOPT} done(told) }})"
        );
        self.command(script, self.client.execute_async(&own, arguments))
    }

    /// Waits until a JavaScript expression is true.
    pub fn wait(&self, what: &str, expression: &str) {
        let expression = format!("!!({expression})");
        let so = self.patiently(|| self.eval(&expression) == json!(true));
        assert!(so, "waited {} s in vain until {what}: {expression}", PATIENCE.as_secs());
    }

    /// Whether a condition becomes true in time.
    pub fn patiently(&self, mut is_so: impl FnMut() -> bool) -> bool {
        let begin = Instant::now();
        loop {
            if is_so() {
                return true;
            }
            if begin.elapsed() > PATIENCE {
                return false;
            }
            thread::sleep(PAUSE);
        }
    }

    /// Waits until a spot has this text, with whitespace collapsed.
    pub fn wait_text(&self, spot: Spot, text: &str) {
        let expected = json!(text);
        self.wait(&format!("{spot:?} says {text:?}"), &format!("__words({})[0] == {expected}", json!(spot)));
    }

    /// Waits until a step has led to a spot with this text. The focus moves last and may scroll the page, so a click
    /// before that may miss.
    pub fn arrive(&self, spot: Spot, text: &str) {
        self.wait_text(spot, text);
        self.wait(
            "the focus has followed",
            &format!("__all({})[0].getRootNode().activeElement?.matches('[tabindex=\"-1\"]')", json!(spot)),
        );
    }

    /// Waits until the first widget shows its result.
    pub fn arrive_at_result(&self) {
        self.wait("the result has the focus", "__focus(0)?.matches('.cm-outcome [tabindex=\"-1\"]')");
    }

    /// Plays the default quiz from its first card to the result, always with the first choice.
    pub fn play_default_quiz(&self) {
        for _ in list(&default_quiz(), "cards") {
            let prompt = self.text(inside(".cm-prompt"));
            let several = self.count(inside("[type=checkbox], .cm-scale")) > 0;
            self.click(inside(".cm-choice"));
            if several {
                self.answered();
                self.click(inside(".cm-next"));
            }
            let gone = format!("__words({})[0] != {}", json!(inside(".cm-prompt")), json!(prompt));
            self.wait("the step is done", &gone);
        }
        self.arrive_at_result();
    }

    /// Waits until the shown card of the first widget has a valid answer.
    pub fn answered(&self) {
        self.wait("the card is answered", "__words({ widget: 0, selector: '.cm-next.cm-main', text: null }).length");
    }

    /// Waits until this many events of a kind have arrived.
    pub fn told(&self, kind: &str, times: usize) {
        self.wait(
            &format!("`{kind}` is told {times} times"),
            &format!("__events.filter(event => event.type == '{kind}').length >= {times}"),
        );
    }

    /// The texts of all elements at a spot.
    pub fn texts(&self, spot: Spot) -> Vec<String> {
        self.read(&format!("__words({})", json!(spot)))
    }

    /// The text of the first element at a spot.
    pub fn text(&self, spot: Spot) -> String {
        self.texts(spot).into_iter().next().unwrap_or_else(|| panic!("{spot:?} is not there"))
    }

    pub fn count(&self, spot: Spot) -> usize {
        self.texts(spot).len()
    }

    /// The indices of the selected choices in a widget.
    pub fn checked(&self, widget: usize) -> Vec<usize> {
        let inputs = json!({ "widget": widget, "selector": ".cm-choice input", "text": null });
        self.read(&format!("__all({inputs}).flatMap((input, i) => input.checked ? [i] : [])"))
    }

    pub fn events(&self) -> Vec<Event> {
        self.read("__events")
    }

    /// The kinds of all events so far, in order.
    pub fn kinds(&self) -> Vec<String> {
        self.events().into_iter().map(|event| event.kind).collect()
    }

    /// The kinds of all events of one widget so far, in order.
    pub fn kinds_of(&self, widget: usize) -> Vec<String> {
        self.events().into_iter().filter(|it| it.widget == widget).map(|it| it.kind).collect()
    }

    /// Console lines of a level.
    pub fn lines(&self, level: &str) -> Vec<String> {
        let lines: Vec<Line> = self.read("__console");
        lines.into_iter().filter(|line| line.level == level).map(|line| line.text).collect()
    }

    /// Addresses of files with this ending that the page has loaded.
    pub fn loaded(&self, ending: &str) -> Vec<String> {
        let names: Vec<String> = self.read("performance.getEntriesByType('resource').map(entry => entry.name)");
        names.into_iter().filter(|name| name.ends_with(ending)).collect()
    }

    /// Waits for a second window, closes all but the first, and continues there.
    pub fn close_other_windows(&self) {
        let first = self.command("tell the window", self.client.window());
        let mut all = Vec::new();
        let second = self.patiently(|| {
            all = self.command("list windows", self.client.windows());
            all.len() > 1
        });
        assert!(second, "no second window has come");
        for other in all.into_iter().filter(|window| *window != first) {
            self.command("switch", self.client.switch_to_window(other));
            self.command("close", self.client.close_window());
        }
        self.command("switch back", self.client.switch_to_window(first));
    }

    /// A description of the page for debugging a failed case.
    pub fn state(&self) -> String {
        const SCRIPT: &str = "return JSON.stringify({
            url: location.href, clicks: window.__clicks, errors: window.__errors, console: window.__console,
            events: window.__events, focus: String(document.activeElement?.outerHTML).slice(0, 200),
            shadows: [...document.querySelectorAll('career-matcher, [data-career-matcher]')].map(it => [
                String(it.shadowRoot?.activeElement?.outerHTML).slice(0, 200), it.shadowRoot?.innerHTML.slice(0, 4000)])
        }, null, 1)";
        let state = self.runtime.block_on(async { timeout(PATIENCE, self.client.execute(SCRIPT, vec![])).await });
        match state {
            Ok(Ok(Value::String(state))) => state,
            other => format!("no state to be had: {other:?}"),
        }
    }

    fn read<T: for<'de> Deserialize<'de>>(&self, expression: &str) -> T {
        let value = self.eval(expression);
        serde_json::from_value(value.clone()).unwrap_or_else(|error| panic!("{expression}: {error} in {value}"))
    }

    /// One command to the browser, which must succeed.
    pub(crate) fn command<T: Debug>(&self, what: &str, command: impl Future<Output = Result<T, CmdError>>) -> T {
        match self.runtime.block_on(async { timeout(COMMAND, command).await }) {
            Ok(Ok(value)) => value,
            Ok(Err(error)) => panic!("{what}: {error}"),
            Err(_) => panic!("{what}: no answer in {} s", COMMAND.as_secs()),
        }
    }
}
