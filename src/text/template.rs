//! Names in braces: `{career}`, `{answer:card|that}`. A colon precedes the key, a bar precedes the fallback. `{{` and
//! `}}` are literal braces, and so are braces around anything that is not a name: `{ "a": 1 }`. Visitors see no other
//! braces.

/// The names that an author may use.
pub const NAMES: [&str; 5] = ["career", "percent", "answer", "param", "field"];

/// A name in braces.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Placeholder<'a> {
    pub name: &'a str,
    pub which: &'a str,
    /// The fallback, if there is no value.
    pub default: &'a str,
    /// Whether a closing brace follows; if not, it may not be a name.
    pub is_closed: bool,
}

impl<'a> Placeholder<'a> {
    /// Parses the text between braces: a known name, or a possible misspelling of one.
    fn read(inside: &'a str) -> Option<Self> {
        let inside = inside.trim_matches(is_space);
        let (named, default) = inside.split_once('|').unwrap_or((inside, ""));
        let (name, which) = named.split_once(':').unwrap_or((named, ""));
        let (name, which) = (name.trim_matches(is_space), which.trim_matches(is_space));
        let begins = |it: char| it.is_alphabetic() || it == '_';
        let goes_on = |it: char| it.is_alphanumeric() || "_-.:".contains(it);
        let is_name = named.starts_with(begins) && named.trim_end_matches(is_space).chars().all(goes_on);
        (is_name || NAMES.contains(&name)).then_some(Self { name, which, default, is_closed: true })
    }
}

/// Spaces, and invisible marks that editors of right-to-left texts add around words.
fn is_space(it: char) -> bool {
    it.is_whitespace()
        || matches!(it, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// A piece of a text.
enum Piece<'a> {
    Plain(&'a str),
    Name(Placeholder<'a>),
}

/// The rest of a text, and the number of literal brace pairs open in it.
struct Pieces<'a> {
    rest: &'a str,
    meant: usize,
}

/// Each method returns a piece and the number of bytes it consumed.
impl<'a> Pieces<'a> {
    fn of(text: &'a str) -> Self {
        Self { rest: text, meant: 0 }
    }

    fn open(&mut self, text: &'a str) -> (Piece<'a>, usize) {
        if text.starts_with("{{") {
            self.meant += 1;
            return (Piece::Plain("{"), 2);
        }
        let inside = &text[1..];
        let end = inside.find(['{', '}']).unwrap_or(inside.len());
        let (inside, after) = inside.split_at(end);
        let is_closed = after.starts_with('}');
        if let Some(name) = Placeholder::read(inside).filter(|_| is_closed) {
            return (Piece::Name(name), end + "{}".len());
        }
        let from = inside.trim_start_matches(is_space);
        let name = &from[..from.find(|it: char| !it.is_alphanumeric() && it != '_').unwrap_or(from.len())];
        let is_known = NAMES.contains(&name);
        let touches = from.len() == inside.len() && name.starts_with(char::is_alphabetic);
        let open = |default| Piece::Name(Placeholder { name, which: "", default, is_closed: false });
        match (is_known, is_closed) {
            (true, true) => (open(inside), end + "{}".len()),
            (true, false) => (open(""), 1),
            (false, false) if touches => (open("{"), 1),
            _ => (Piece::Plain("{"), 1),
        }
    }

    fn close(&mut self, text: &'a str) -> (Piece<'a>, usize) {
        let is_meant = self.meant > 0 && text.starts_with("}}");
        self.meant -= usize::from(is_meant);
        (Piece::Plain("}"), 1 + usize::from(is_meant))
    }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        let text = self.rest;
        let (piece, taken) = match text.as_bytes().first()? {
            b'{' => self.open(text),
            b'}' => self.close(text),
            // Markdown's escape for a brace.
            b'\\' if text[1..].starts_with(['{', '}']) => (Piece::Plain(&text[..2]), 2),
            _ => {
                let end = text.bytes().skip(1).position(|it| b"{}\\".contains(&it)).map_or(text.len(), |it| it + 1);
                (Piece::Plain(&text[..end]), end)
            }
        };
        self.rest = &text[taken..];
        Some(piece)
    }
}

/// Replaces names with values. `value` gets the name and the key. Names without a value become their fallback, or
/// nothing.
pub fn fill(text: &str, mut value: impl FnMut(&str, &str) -> Option<String>) -> String {
    fill_all(text, &mut value)
}

/// A single copy of the code for all callers.
fn fill_all(text: &str, value: &mut dyn FnMut(&str, &str) -> Option<String>) -> String {
    let mut filled = String::with_capacity(text.len());
    for piece in Pieces::of(text) {
        match piece {
            Piece::Plain(plain) => filled.push_str(plain),
            Piece::Name(it) => {
                let value = if it.is_closed { value(it.name, it.which) } else { None };
                filled.push_str(value.as_deref().filter(|it| !it.is_empty()).unwrap_or(it.default));
            }
        }
    }
    filled
}

/// All names in braces, known and unknown.
pub fn placeholders(text: &str) -> impl Iterator<Item = Placeholder<'_>> {
    Pieces::of(text).filter_map(|piece| match piece {
        Piece::Plain(_) => None,
        Piece::Name(name) => Some(name),
    })
}

/// A value from outside the quiz, limited to letters, digits, and punctuation inside text.
pub fn plain(value: &str) -> String {
    const MOST: usize = 80;
    let fine = |it: &char| it.is_alphanumeric() || " -_.,'&+@".contains(*it);
    value.chars().filter(fine).take(MOST).collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(text: &str) -> String {
        fill(text, |name, which| match (name, which) {
            ("career", "") => Some("Baker".to_owned()),
            ("answer", "hour") => Some("early".to_owned()),
            _ => None,
        })
    }

    #[test]
    fn values_stand_in_for_names() {
        for (text, expected) in [
            ("Be a {career}!", "Be a Baker!"),
            ("Be a { career }, { answer : hour | that }!", "Be a Baker, early!"),
            ("You said {answer:hour|that}, {answer:talk|nothing}, {answer:talk}.", "You said early, nothing, ."),
            ("Hi{param:name| you}", "Hi you"),
            ("é{career}ü\\é", "éBakerü\\é"),
        ] {
            assert_eq!(filled(text), expected);
        }
    }

    #[test]
    fn visitors_see_no_braces_of_names_that_there_are_not() {
        for (text, expected) in [
            ("from {utm_source}", "from "),
            ("{ no }{carer:x}{größe.2|tall}", "tall"),
            ("a {career", "a career"),
            ("{career {career}", "career Baker"),
            ("{answer:x|{param:y}}!", "answer:x|}!"),
            ("{career, you} {\u{200f}career\u{200f}}", "career, you Baker"),
            ("{", "{"),
        ] {
            assert_eq!(filled(text), expected);
        }
    }

    #[test]
    fn braces_that_are_meant_stay() {
        for (text, expected) in [
            ("{{career}}", "{career}"),
            ("{{{career}}}", "{Baker}"),
            ("{{ a }}, {{", "{ a }, {"),
            ("a } b { c d }} e", "a } b { c d }} e"),
            (
                r#"{ "a": { "b": 1 }} {1, 2} {1} {} {a b} a {color: red}"#,
                r#"{ "a": { "b": 1 }} {1, 2} {1} {} {a b} a {color: red}"#,
            ),
            (r"\{career\} \{career} \n", r"\{career\} \{career} \n"),
        ] {
            assert_eq!(filled(text), expected);
        }
    }

    #[test]
    fn names_are_told_apart_from_braces() {
        let names = |text| placeholders(text).map(|it| (it.name, it.which, it.is_closed)).collect::<Vec<_>>();
        let expected = [("career", "", true), ("answr", "x", true), ("a", "", true)];
        assert_eq!(names("{career} {answr:x} { a } {1} {{b}}"), expected);
        assert_eq!(names("{ c {d {{ { career"), [("d", "", false), ("career", "", false)]);
    }

    #[test]
    fn nothing_comes_in_but_words() {
        assert_eq!(plain(" <b onclick=x>Ada & Bob</b> "), "b onclickxAda & Bobb");
        assert_eq!(plain("javascript:alert(1)"), "javascriptalert1");
        assert_eq!(plain(&"x".repeat(200)).len(), 80);
    }
}
