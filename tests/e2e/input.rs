//! Simulates a visitor: points, clicks and presses keys, as realistically as WebDriver can.

use std::{
    thread,
    time::{Duration, Instant},
};

use fantoccini::actions::{
    Actions, InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
};
use serde_json::{Value, json};

use crate::{
    page::Page,
    spot::{Spot, outside},
};

/// Keys by name; WebDriver gives them private characters.
pub const TAB: char = '\u{e004}';
pub const ENTER: char = '\u{e007}';
pub const SPACE: char = ' ';
pub const UP: char = '\u{e013}';
pub const DOWN: char = '\u{e015}';

/// Two clicks within this distance and time count as a double click; the longest time is that of WebKitGTK under
/// automation, one second. Two separate clicks must be further apart.
const DOUBLE_CLICK: (f64, Duration) = (6.0, Duration::from_millis(1100));

impl Page<'_> {
    /// Clicks the middle of an element.
    pub fn click(&self, spot: Spot) {
        self.clicks(spot, 1);
    }

    /// Clicks twice in the same place, without a pause.
    pub fn double_click(&self, spot: Spot) {
        self.clicks(spot, 2);
    }

    fn clicks(&self, spot: Spot, times: usize) {
        let (x, y) = self.aim(spot);
        let (near, soon) = DOUBLE_CLICK;
        if let Some((at, when)) = self.clicked.get()
            && (at.0 - x).hypot(at.1 - y) < near
        {
            thread::sleep(soon.saturating_sub(when.elapsed()));
        }
        let mut mouse = MouseActions::new("mouse".to_owned());
        mouse = mouse.then(PointerAction::MoveTo { duration: Some(Duration::ZERO), x, y });
        for _ in 0..times {
            mouse = mouse.then(PointerAction::Down { button: MOUSE_BUTTON_LEFT });
            mouse = mouse.then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        }
        self.command("click", self.client.perform_actions(Actions::from(mouse)));
        self.clicked.set(Some(((x, y), Instant::now())));
    }

    /// Presses the middle of an element, moves this many pixels to the side in steps, and releases.
    pub fn drag(&self, spot: Spot, by: f64) {
        let (x, y) = self.aim(spot);
        let mut mouse = MouseActions::new("mouse".to_owned());
        let to = |x| PointerAction::MoveTo { duration: Some(Duration::from_millis(20)), x, y };
        mouse = mouse.then(to(x)).then(PointerAction::Down { button: MOUSE_BUTTON_LEFT });
        for step in 1..=4 {
            mouse = mouse.then(to(x + by * f64::from(step) / 4.0));
        }
        mouse = mouse.then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.command("drag", self.client.perform_actions(Actions::from(mouse)));
        self.clicked.set(None);
    }

    /// Waits until an element is in view, does not move and has nothing on top; returns the position of its middle.
    fn aim(&self, spot: Spot) -> (f64, f64) {
        let aim = format!("__aim({})", json!(spot));
        let (mut before, mut now) = (Value::Null, Value::Null);
        let stands = self.patiently(|| {
            before = std::mem::replace(&mut now, self.eval(&aim));
            now.is_array() && now == before
        });
        assert!(stands, "{spot:?} can't be clicked: it {now}");
        let at = |i: usize| now[i].as_f64().expect("a coordinate is a number");
        (at(0), at(1))
    }

    /// Presses and releases one key.
    pub fn press(&self, key: char) {
        let keys = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key });
        self.command("press a key", self.client.perform_actions(Actions::from(keys)));
    }

    /// Presses Tab until a JavaScript expression is true.
    pub fn tab_until(&self, what: &str, expression: &str) {
        for _ in 0..40 {
            if self.eval(&format!("!!({expression})")) == json!(true) {
                return;
            }
            self.press(TAB);
        }
        panic!("40 presses of Tab don't lead to where {what}: {expression}");
    }

    /// Focuses an element of the page as the start for the keyboard.
    pub fn focus(&self, selector: &str) {
        assert!(self.count(outside(selector)) > 0, "{selector} is not there");
        self.run(&format!("document.querySelector({}).focus()", json!(selector)));
    }
}
