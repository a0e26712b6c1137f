//! Helpers for HTML: escaped texts, sections, and tables that contain charts.

use std::fmt::{self, Display, Write};

use super::Shown;

/// A text with all markup escaped.
pub(super) struct Escaped<'a>(pub &'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        for letter in self.0.chars() {
            match letter {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                // HTML allows no other control characters.
                '\t' | '\n' => f.write_char(letter)?,
                _ if letter.is_control() => f.write_char('\u{fffd}')?,
                _ => f.write_char(letter)?,
            }
        }
        Ok(())
    }
}

/// A text of the quiz, in its own language and direction.
pub(super) fn own(shown: &Shown, text: &str) -> String {
    format!("<bdi lang=\"{}\">{}</bdi>", Escaped(shown.quiz.config().language()), Escaped(text))
}

/// A text with backtick spans as code.
pub(super) fn ticked(text: &str) -> String {
    let piece = |(place, piece): (usize, &str)| match place % 2 {
        1 => format!("<code>{}</code>", Escaped(piece)),
        _ => Escaped(piece).to_string(),
    };
    text.split('`').enumerate().map(piece).collect()
}

/// A section: an introduction, then a figure.
pub(super) fn section(id: &str, title: &str, about: &str, figure: &str) -> String {
    format!(
        "<section aria-labelledby=\"{id}\">\n<div class=\"about\">\n<h2 id=\"{id}\">{title}</h2>\n{about}\n</div>\n\
         <div class=\"figure\">\n{figure}\n</div>\n</section>\n"
    )
}

/// A table whose rows become blocks on narrow screens; the ARIA roles keep its table semantics.
pub(super) fn chart_table(class: &str, caption: &str, heads: &[String], rows: &[Vec<String>]) -> String {
    let head = |head: &String| format!("<th scope=\"col\" role=\"columnheader\">{head}</th>");
    let cell = |(place, cell): (usize, &String)| match place {
        0 => format!("<th scope=\"row\" role=\"rowheader\">{cell}</th>"),
        _ => format!("<td role=\"cell\">{cell}</td>"),
    };
    let row = |row: &Vec<String>| {
        let cells: String = row.iter().enumerate().map(cell).collect();
        format!("<tr role=\"row\">{cells}</tr>\n")
    };
    format!(
        "<table class=\"{class}\" role=\"table\">\n<caption>{caption}</caption>\n\
         <thead role=\"rowgroup\"><tr role=\"row\">{}</tr></thead>\n<tbody role=\"rowgroup\">\n{}</tbody>\n</table>",
        heads.iter().map(head).collect::<String>(),
        rows.iter().map(row).collect::<String>(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_stays_text() {
        assert_eq!(Escaped("<b a='1'>&\"\u{1}").to_string(), "&lt;b a=&#39;1&#39;&gt;&amp;&quot;\u{fffd}");
        assert_eq!(ticked("use `<i>`, not `b`"), "use <code>&lt;i&gt;</code>, not <code>b</code>");
    }
}
