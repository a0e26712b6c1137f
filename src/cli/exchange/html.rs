//! Converts editors' HTML to plain text, or to the Markdown subset of long texts.

/// One line, without elements.
pub(super) fn line(html: &str) -> String {
    let text = pieces(html, false);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Paragraphs, lists, strong and emphasised text.
pub(super) fn long(html: &str) -> String {
    let text = pieces(html, true);
    let lines: Vec<_> = text.lines().map(str::trim).collect();
    let mut long = String::new();
    for line in lines {
        if !line.is_empty() || !long.is_empty() && !long.ends_with("\n\n") {
            long += line;
            long.push('\n');
        }
    }
    long.trim().to_owned()
}

fn pieces(html: &str, marked: bool) -> String {
    let mut text = String::new();
    for (i, piece) in html.split('<').enumerate() {
        let (tag, words) = match piece.split_once('>') {
            Some((tag, words)) if i > 0 => (tag, words),
            _ if i > 0 => ("", piece),
            _ => ("", piece),
        };
        let name = tag.split([' ', '\n', '\t']).next().unwrap_or_default().trim_end_matches('/').to_lowercase();
        text += match name.as_str() {
            "br" => "\n",
            "p" | "/p" | "div" | "/div" | "ul" | "/ul" | "ol" | "/ol" | "h1" | "/h1" | "h2" | "/h2" | "h3" | "/h3" => {
                "\n\n"
            }
            "li" if marked => "\n- ",
            "li" | "td" | "tr" => "\n",
            "strong" | "/strong" | "b" | "/b" if marked => "**",
            "em" | "/em" | "i" | "/i" if marked => "*",
            _ => "",
        };
        let words = html_escape::decode_html_entities(words).replace(['\u{a0}', '\n', '\r', '\t'], " ");
        text += &words;
    }
    text.replace("****", "").replace("**  **", " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_apart_and_letters_are_letters() {
        assert_eq!(
            line("<p>salt.</p><p>And&nbsp;wind &#39;n&#x27; r&eacute;st &amp; more.</p>\n"),
            "salt. And wind 'n' rést & more."
        );
        assert_eq!(line("a<br/>b < c"), "a b  c".replace("  ", " "));
        let html = "<p>One <strong>two</strong> <em>three</em>.<br>Four.</p>\n<ul>\n<li>five</li><li>six</li></ul><p>&nbsp;</p>";
        assert_eq!(long(html), "One **two** *three*.\nFour.\n\n- five\n- six");
    }
}
