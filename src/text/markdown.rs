//! A subset of Markdown: `**strong**`, `*emphasis*`, `[words](address)`, lines that begin with `- ` as a list, an empty
//! line between paragraphs, and line breaks as written. A backslash escapes a mark. Everything else is plain text.

/// The longest address to look for, in bytes.
const ADDRESS: usize = 2000;

/// A paragraph or a list.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Block {
    Paragraph(Vec<Inline>),
    List(Vec<Vec<Inline>>),
}

/// A part of a line.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Inline {
    Text(String),
    Strong(Vec<Inline>),
    Emphasis(Vec<Inline>),
    /// The address is unchanged; the caller decides whether it is safe to follow.
    Link {
        href: String,
        words: Vec<Inline>,
    },
    Break,
}

/// Whether a text contains characters with a meaning in Markdown.
pub fn is_marked(text: &str) -> bool {
    text.bytes().any(|it| matches!(it, b'*' | b'[' | b'\n' | b'\\'))
}

/// Parses a text.
pub fn markdown(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut open = false;
    for line in text.lines().map(str::trim) {
        let item = line.strip_prefix("- ");
        match (item, blocks.last_mut().filter(|_| open)) {
            _ if line.is_empty() => {}
            (Some(item), Some(Block::List(items))) => items.push(inlines(item)),
            (Some(item), _) => blocks.push(Block::List(vec![inlines(item)])),
            (None, Some(Block::Paragraph(parts))) => {
                parts.push(Inline::Break);
                parts.extend(inlines(line));
            }
            (None, _) => blocks.push(Block::Paragraph(inlines(line))),
        }
        open = !line.is_empty();
    }
    blocks
}

/// A mark that was opened and not yet closed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Mark {
    Strong,
    Emphasis,
    Link,
}

impl Mark {
    fn written(self) -> &'static str {
        match self {
            Self::Strong => "**",
            Self::Emphasis => "*",
            Self::Link => "[",
        }
    }
}

#[derive(Default)]
struct Line {
    parts: Vec<Inline>,
    /// Each mark is open at most once, which keeps parsing linear.
    open: Vec<(Mark, usize)>,
}

/// Parses a line.
fn inlines(line: &str) -> Vec<Inline> {
    let mut read = Line::default();
    let mut rest = line;
    let mut before = ' ';
    while let Some(next) = rest.chars().next() {
        let taken = match next {
            '\\' => read.escaped(rest),
            '*' => read.star(rest, before),
            '[' => read.open(Mark::Link),
            ']' => read.close_link(rest),
            _ => 0,
        };
        if taken == 0 {
            let plain =
                rest[next.len_utf8()..].find(['\\', '*', '[', ']']).map_or(rest.len(), |end| end + next.len_utf8());
            read.text(&rest[..plain]);
            before = rest[..plain].chars().next_back().unwrap_or(' ');
            rest = &rest[plain..];
        } else {
            before = rest[..taken].chars().next_back().unwrap_or(' ');
            rest = &rest[taken..];
        }
    }
    // An unclosed mark is plain text.
    while let Some((mark, at)) = read.open.pop() {
        read.parts.insert(at, Inline::Text(mark.written().to_owned()));
    }
    read.parts
}

/// Each method returns the number of bytes it consumed; zero means that they are plain text.
impl Line {
    fn text(&mut self, text: &str) {
        // Text after a mark starts a new part, because the mark may close before it.
        let fresh = self.open.last().is_some_and(|(_, at)| *at == self.parts.len());
        match self.parts.last_mut() {
            Some(Inline::Text(last)) if !fresh => last.push_str(text),
            _ => self.parts.push(Inline::Text(text.to_owned())),
        }
    }

    fn escaped(&mut self, rest: &str) -> usize {
        match rest.as_bytes().get(1) {
            Some(mark) if b"\\*[]-{}".contains(mark) => {
                self.text(&rest[1..2]);
                2
            }
            _ => 0,
        }
    }

    fn open(&mut self, mark: Mark) -> usize {
        if self.open.iter().any(|(open, _)| *open == mark) {
            return 0;
        }
        self.open.push((mark, self.parts.len()));
        mark.written().len()
    }

    /// Two stars or one; they open before a word and close after one.
    fn star(&mut self, rest: &str, before: char) -> usize {
        let mark = if rest.starts_with("**") { Mark::Strong } else { Mark::Emphasis };
        let after = rest[mark.written().len()..].chars().next().unwrap_or(' ');
        let is_open = self.open.iter().any(|(open, _)| *open == mark);
        if is_open && !before.is_whitespace() {
            let words = self.close(mark);
            self.parts.push(if mark == Mark::Strong { Inline::Strong(words) } else { Inline::Emphasis(words) });
            mark.written().len()
        } else if !is_open && !after.is_whitespace() {
            self.open(mark)
        } else {
            0
        }
    }

    fn close_link(&mut self, rest: &str) -> usize {
        let is_open = self.open.iter().any(|(open, _)| *open == Mark::Link);
        let Some(address) = rest.strip_prefix("](").filter(|_| is_open) else { return 0 };
        let near = address.char_indices().take(ADDRESS).find(|(_, it)| *it == ')' || it.is_whitespace());
        let Some((end, ')')) = near else { return 0 };
        let words = self.close(Mark::Link);
        self.parts.push(Inline::Link { href: address[..end].to_owned(), words });
        end + "]()".len()
    }

    /// The parts since the mark; unclosed marks after it become plain text.
    fn close(&mut self, mark: Mark) -> Vec<Inline> {
        while let Some((open, at)) = self.open.pop() {
            if open == mark {
                return self.parts.split_off(at);
            }
            self.parts.insert(at, Inline::Text(open.written().to_owned()));
        }
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Inline {
        Inline::Text(text.to_owned())
    }

    /// Writes the parts back with other marks, to compare in a test.
    fn shown(source: &str) -> String {
        fn parts(all: &[Inline]) -> String {
            let part = |it: &Inline| match it {
                Inline::Text(text) => text.clone(),
                Inline::Strong(words) => format!("<b>{}</b>", parts(words)),
                Inline::Emphasis(words) => format!("<i>{}</i>", parts(words)),
                Inline::Link { href, words } => format!("<a {href}>{}</a>", parts(words)),
                Inline::Break => "<br>".to_owned(),
            };
            all.iter().map(part).collect()
        }
        let block = |it: &Block| match it {
            Block::Paragraph(words) => format!("<p>{}", parts(words)),
            Block::List(items) => items.iter().map(|item| format!("<li>{}", parts(item))).collect(),
        };
        markdown(source).iter().map(block).collect()
    }

    #[test]
    fn marks() {
        for (source, expected) in [
            ("plain", "<p>plain"),
            ("a **b** *c* d", "<p>a <b>b</b> <i>c</i> d"),
            ("**a *b* c**", "<p><b>a <i>b</i> c</b>"),
            ("[the course](/a?b=c) now", "<p><a /a?b=c>the course</a> now"),
            ("[**big**](https://x.example)", "<p><a https://x.example><b>big</b></a>"),
            ("one\ntwo\n\nthree", "<p>one<br>two<p>three"),
            ("so:\n- a\n- *b*\nend", "<p>so:<li>a<li><i>b</i><p>end"),
            (r"2 \* 3 \[x\]", "<p>2 * 3 [x]"),
            ("", ""),
        ] {
            assert_eq!(shown(source), expected, "{source}");
        }
    }

    #[test]
    fn what_does_not_fit_stays_text() {
        for source in [
            "2 * 3 * 4",
            "a ** b",
            "*open",
            "**open",
            "[open",
            "[words] (x)",
            "[words](no end",
            "[a](b c)",
            "x]",
            "snake_case_word",
            "a\\b",
        ] {
            assert_eq!(shown(source), format!("<p>{source}"));
        }
        assert_eq!(shown("**a *b**"), "<p><b>a *b</b>");
        assert_eq!(shown("[a [b](c)"), "<p><a c>a [b</a>");
        assert_eq!(markdown("<b>&amp;"), [Block::Paragraph(vec![text("<b>&amp;")])]);
    }
}
