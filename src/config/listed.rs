//! Lists of names as they appear in a sentence.

/// `` `a`, `b` or `c` ``.
pub(crate) fn either<T: AsRef<str>>(names: &[T]) -> String {
    joined(names.iter().map(|it| format!("`{}`", it.as_ref())).collect(), "or")
}

/// `` `a`, `b` and `c` ``.
#[cfg(feature = "authors")]
pub(crate) fn each<T: AsRef<str>>(names: &[T]) -> String {
    joined(names.iter().map(|it| format!("`{}`", it.as_ref())).collect(), "and")
}

/// `line 3`, `lines 3 and 4`, `lines 3, 4, 5 and 40 more`.
#[cfg(feature = "authors")]
pub(crate) fn lines(lines: &[u32]) -> String {
    const MOST: usize = 6;
    let mut named: Vec<_> = lines.iter().take(MOST).map(u32::to_string).collect();
    if lines.len() > MOST {
        named.push(format!("{} more", lines.len() - MOST));
    }
    format!("line{} {}", if lines.len() == 1 { "" } else { "s" }, joined(named, "and"))
}

pub(crate) fn joined(mut names: Vec<String>, word: &str) -> String {
    match (names.pop(), names.is_empty()) {
        (Some(last), false) => format!("{} {word} {last}", names.join(", ")),
        (last, _) => last.unwrap_or_default(),
    }
}

#[cfg(all(test, feature = "authors"))]
mod tests {
    use super::*;

    #[test]
    fn rows_of_one_and_of_many() {
        assert_eq!(either(&["a"]), "`a`");
        assert_eq!(either(&["a", "b", "c"]), "`a`, `b` or `c`");
        assert_eq!(each(&["a", "b"]), "`a` and `b`");
        assert_eq!(lines(&[7]), "line 7");
        assert_eq!(lines(&[7, 9]), "lines 7 and 9");
        assert_eq!(lines(&[1, 2, 3, 4, 5, 6, 7, 8]), "lines 1, 2, 3, 4, 5, 6 and 2 more");
    }
}
