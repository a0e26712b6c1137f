//! Chromium's own commands for what WebDriver can't do: emulating the visitor's dark mode.

use axum::http::Method;
use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};
use url::{ParseError, Url};

use crate::page::Page;

#[derive(Debug)]
struct Devtools {
    command: &'static str,
    parameters: Value,
}

impl WebDriverCompatibleCommand for Devtools {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(json!({ "cmd": self.command, "params": self.parameters }).to_string()))
    }
}

impl Page<'_> {
    /// Sends a command of the DevTools protocol. Only Chromium supports it.
    pub fn devtools(&self, command: &'static str, parameters: Value) -> Value {
        self.command(command, self.client.issue_cmd(Devtools { command, parameters }))
    }
}
