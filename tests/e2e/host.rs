//! Pages of strangers, made up for the cases: a heading, a widget, and a button of the page's own.

/// How most pages load the widget.
pub const SCRIPT: &str = r#"<script src="/career-matcher.js" async></script>"#;

const RECORDER: &str = r#"<script src="/recorder.js"></script>"#;
const BUTTON: &str = r#"<p><button id="host-button" type="button">A button of the page</button></p>"#;

/// A page with `head` after the recorder, and `body` below its heading and its button.
pub fn page(head: &str, body: &str) -> String {
    format!(
        r#"<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>A page of somebody else</title>
  <link rel="icon" href="/page/icon.svg">
  {RECORDER}
  {head}
</head>
<body>
  <main>
    <h1>A page of somebody else</h1>
    {BUTTON}
    {body}
  </main>
</body>
</html>"#
    )
}

/// A page that loads the widget's script and has one element, written out.
pub fn with(element: &str) -> String {
    page(SCRIPT, element)
}

/// The demo page with what the suite needs to watch it.
pub fn with_recorder(html: &str) -> String {
    html.replacen("<head>", &format!("<head>{RECORDER}"), 1)
        .replacen("<main", &format!("{BUTTON}<main"), 1)
}
