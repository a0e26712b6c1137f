//! The place of a problem inside a config, as data: a form can find its field by it, and a reader its line.

use std::{borrow::Cow, fmt};

/// One step into the JSON tree.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Step {
    /// A field of the format, or a key that the author chose.
    Key(Cow<'static, str>),
    Index(usize),
}

/// From the root to the place.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Path(pub Vec<Step>);

impl Path {
    /// The same path one field deeper.
    pub fn field(&self, name: &'static str) -> Self {
        self.step(Step::Key(Cow::Borrowed(name)))
    }

    /// The same path one array element deeper.
    pub fn index(&self, index: usize) -> Self {
        self.step(Step::Index(index))
    }

    /// The same path one authored key deeper.
    pub fn key(&self, key: &str) -> Self {
        self.step(Step::Key(Cow::Owned(key.to_owned())))
    }

    fn step(&self, step: Step) -> Self {
        let mut steps = Vec::with_capacity(self.0.len() + 1);
        steps.extend_from_slice(&self.0);
        steps.push(step);
        Self(steps)
    }
}

impl fmt::Display for Path {
    /// `cards[0].options[1].points.devops`; a key that would not read as one word is quoted.
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        for (i, step) in self.0.iter().enumerate() {
            let name = match step {
                Step::Index(index) => {
                    write!(f, "[{index}]")?;
                    continue;
                }
                Step::Key(key) => key.as_ref(),
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
        let option = Path::default().field("cards").index(0).field("options").index(1);
        assert_eq!(option.field("points").key("devops").to_string(), "cards[0].options[1].points.devops");
        assert_eq!(option.key("two words").to_string(), "cards[0].options[1][\"two words\"]");
        assert_eq!(Path::default().to_string(), "");
    }
}
