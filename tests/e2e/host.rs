//! Host pages for the cases: a heading, a widget, and a button of the page.

/// How most pages load the widget.
pub const SCRIPT: &str = r#"<script src="/career-matcher.js" async></script>"#;

const RECORDER: &str = r#"<script src="/recorder.js"></script>"#;
/// Runs before and after the page's own changes (`untouched.js`).
pub const LOOK: &str = "window.__host?.look();";
pub const ADOPT: &str = "window.__host?.adopt();";

const BUTTON: &str = r#"<p><button id="host-button" type="button">A button of the page</button></p>"#;

/// A page with `head` after the recorder, and `body` below its heading and its button.
pub fn page(head: &str, body: &str) -> String {
    let [head, body] = [head, body].map(own_scripts);
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

/// Inline scripts belong to the page: their changes are not attributed to the widget.
fn own_scripts(html: &str) -> String {
    let mut scripts = html.split("<script>");
    let mut own = scripts.next().unwrap_or_default().to_owned();
    for script in scripts {
        let (script, rest) = script.split_once("</script>").expect("a script has an end");
        own += &format!("<script>{LOOK}\n{script}\n{ADOPT}</script>{rest}");
    }
    own
}

/// A script file that belongs to the page too.
pub fn own_file(name: &str) -> String {
    format!(r#"<script data-own>{LOOK}</script><script src="{name}"></script><script data-own>{ADOPT}</script>"#)
}

/// A page that loads the widget's script and has this one element.
pub fn with(element: &str) -> String {
    page(SCRIPT, element)
}

/// The demo page with what the suite needs to observe it.
pub fn with_recorder(html: &str) -> String {
    html.replacen("<head>", &format!("<head>{RECORDER}"), 1)
        .replacen("<main", &format!("{BUTTON}<main"), 1)
}
