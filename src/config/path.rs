//! The path to a problem inside a config, as data: a form can find its field by it, and a reader its line.

use std::fmt;

/// One step into the JSON tree.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Segment {
    /// A field of the format, or a key that the author chose.
    Key(String),
    Index(usize),
}

/// From the root to the value.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Path(pub Vec<Segment>);

/// A path during traversal: each step borrows the previous one, so nothing is copied until a problem is found.
#[derive(Clone, Copy, Debug)]
pub enum Trail<'a> {
    Root,
    Key(&'a Trail<'a>, &'a str),
    Index(&'a Trail<'a>, usize),
}

impl<'a> Trail<'a> {
    /// One field or authored key deeper.
    pub fn key(&'a self, key: &'a str) -> Self {
        Self::Key(self, key)
    }

    /// One array element deeper.
    pub fn index(&'a self, index: usize) -> Self {
        Self::Index(self, index)
    }

    /// The path so far, as an owned value.
    pub fn path(&self) -> Path {
        let mut steps = Vec::new();
        let mut trail = self;
        loop {
            trail = match trail {
                Self::Root => break,
                Self::Key(parent, key) => {
                    steps.push(Segment::Key((*key).to_owned()));
                    parent
                }
                Self::Index(parent, index) => {
                    steps.push(Segment::Index(*index));
                    parent
                }
            };
        }
        steps.reverse();
        Path(steps)
    }
}

impl fmt::Display for Segment {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Key(key) => f.write_str(key),
            Self::Index(index) => write!(f, "{index}"),
        }
    }
}

impl fmt::Display for Path {
    /// `cards[0].options[1].points.devops`; a key that is not a plain word is quoted.
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        for (i, step) in self.0.iter().enumerate() {
            let name = match step {
                Segment::Index(index) => {
                    write!(f, "[{index}]")?;
                    continue;
                }
                Segment::Key(key) => key.as_str(),
            };
            if name.is_empty() || name.contains(|c: char| ". []\"".contains(c)) {
                write!(f, "[\"{name}\"]")?;
            } else if i == 0 {
                f.write_str(name)?;
            } else {
                write!(f, ".{name}")?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_like_the_way_there() {
        let cards = Trail::Root.key("cards");
        let card = cards.index(0);
        let options = card.key("options");
        let option = options.index(1);
        assert_eq!(option.key("points").key("devops").path().to_string(), "cards[0].options[1].points.devops");
        assert_eq!(option.key("two words").path().to_string(), "cards[0].options[1][\"two words\"]");
        assert_eq!(Trail::Root.path().to_string(), "");
    }
}
