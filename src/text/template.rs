//! Names in braces that stand for something: `{career}`, `{answer:card|that}`. After a colon stands which one, after a
//! bar what to say where there is nothing.

/// What an author may write in braces.
pub const NAMES: [&str; 5] = ["career", "percent", "answer", "param", "field"];

/// One pair of braces.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
struct Placeholder<'a> {
    name: &'a str,
    which: &'a str,
    default: &'a str,
}

impl<'a> Placeholder<'a> {
    fn read(inside: &'a str) -> Self {
        let (named, default) = inside.split_once('|').unwrap_or((inside, ""));
        let (name, which) = named.split_once(':').unwrap_or((named, ""));
        Self { name, which, default }
    }
}

/// Pieces of a text: plain, and what stands between braces.
fn pieces(text: &str) -> impl Iterator<Item = (&str, Option<&str>)> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        // The innermost pair, for a brace alone is text.
        let end = text.find('}');
        let begin = end.and_then(|end| text[..end].rfind('{'));
        match (begin, end) {
            (Some(begin), Some(end)) => {
                rest = Some(&text[end + 1..]);
                Some((&text[..begin], Some(&text[begin + 1..end])))
            }
            (None, Some(end)) => {
                rest = Some(&text[end + 1..]);
                Some((&text[..=end], None))
            }
            _ => {
                rest = None;
                Some((text, None))
            }
        }
    })
}

/// Puts values in place of the names that `value` knows; it is given the name and which one. Names that it does not
/// know stay as they are.
pub fn fill(text: &str, mut value: impl FnMut(&str, &str) -> Option<Option<String>>) -> String {
    let mut filled = String::with_capacity(text.len());
    for (plain, inside) in pieces(text) {
        filled.push_str(plain);
        let Some(inside) = inside else { continue };
        let Placeholder { name, which, default } = Placeholder::read(inside);
        match value(name, which) {
            Some(value) => filled.push_str(value.as_deref().filter(|it| !it.is_empty()).unwrap_or(default)),
            None => filled.extend(["{", inside, "}"]),
        }
    }
    filled
}

/// All names in braces, each with which one, and whether it is one that there is.
pub fn placeholders(text: &str) -> Vec<(&str, &str, bool)> {
    let inside = pieces(text).filter_map(|(_, inside)| inside).map(Placeholder::read);
    // Braces around anything else are just braces.
    let is_name = |it: &Placeholder| !it.name.is_empty() && it.name.chars().all(|it| it.is_ascii_alphabetic());
    inside.filter(is_name).map(|it| (it.name, it.which, NAMES.contains(&it.name))).collect()
}

/// A value from outside the quiz, with nothing in it but letters, digits and what stands between words.
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
            ("career", "") => Some(Some("Baker".to_owned())),
            ("answer", "hour") => Some(Some("early".to_owned())),
            ("answer", _) => Some(None),
            _ => None,
        })
    }

    #[test]
    fn values_stand_in_for_names() {
        for (text, expected) in [
            ("Be a {career}!", "Be a Baker!"),
            ("You said {answer:hour|that}, {answer:talk|nothing}, {answer:talk}.", "You said early, nothing, ."),
            ("{ no } {unknown} {", "{ no } {unknown} {"),
            ("{{career}}", "{Baker}"),
            ("a } b { c", "a } b { c"),
        ] {
            assert_eq!(filled(text), expected);
        }
    }

    #[test]
    fn names_are_told_apart_from_braces() {
        assert_eq!(placeholders("{career} {answr:x} { a } {1}"), [("career", "", true), ("answr", "x", false)]);
    }

    #[test]
    fn nothing_comes_in_but_words() {
        assert_eq!(plain(" <b onclick=x>Ada & Bob</b> "), "b onclickxAda & Bobb");
        assert_eq!(plain("javascript:alert(1)"), "javascriptalert1");
        assert_eq!(plain(&"x".repeat(200)).len(), 80);
    }
}
