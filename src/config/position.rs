//! The positions of values in valid JSON. All are found in one pass, so a config with many mistakes takes no longer
//! than one with few.

use std::collections::{BTreeMap, btree_map::Entry};

use super::{
    path::{Path, Segment},
    problem::Position,
};

/// Which part of a field to find.
#[derive(Clone, Copy)]
pub(super) enum Target {
    Name,
    Value,
}

/// Where the value at each path begins, or its name. If a step is missing: the value that should contain it.
pub(super) fn positions(text: &str, wanted: &[(&Path, Target)]) -> Vec<Position> {
    let mut scan = Scan { text, at: 0 };
    let root = scan.value();
    let spot = |(path, part): &(&Path, Target)| {
        let name = matches!(part, Target::Name).then(|| root.name(path)).flatten();
        name.unwrap_or_else(|| root.find(&path.0).0.at)
    };
    let spots: Vec<_> = wanted.iter().map(spot).collect();
    at_all(text, &spots)
}

/// The position of a byte.
pub(super) fn position_at(text: &str, at: usize) -> Position {
    at_all(text, &[at])[0]
}

/// The positions of bytes, found in one pass.
fn at_all(text: &str, spots: &[usize]) -> Vec<Position> {
    let mut wanted: Vec<_> = spots.iter().enumerate().map(|(i, at)| (*at, i)).collect();
    wanted.sort_unstable();
    let mut positions = vec![Position { line: 1, column: 1 }; spots.len()];
    let mut here = Position { line: 1, column: 1 };
    let mut letters = text.char_indices().peekable();
    for (at, i) in wanted {
        while let Some((_, letter)) = letters.next_if(|(next, _)| *next < at) {
            here = match letter {
                '\n' => Position { line: here.line + 1, column: 1 },
                _ => Position { column: here.column + 1, ..here },
            };
        }
        positions[i] = here;
    }
    positions
}

/// Keys that occur twice in an object: the path, and the positions of the first and the second.
#[cfg(feature = "authors")]
pub(super) fn repeated(text: &str) -> Vec<(Path, Position, Position)> {
    let mut found = Vec::new();
    Scan { text, at: 0 }.value().repeated(&mut Vec::new(), &mut found);
    let spots: Vec<_> = found.iter().flat_map(|(_, first, second)| [*first, *second]).collect();
    let positions = at_all(text, &spots);
    let pairs = found.into_iter().zip(positions.chunks(2));
    pairs.map(|((path, ..), positions)| (path, positions[0], positions[1])).collect()
}

/// The byte ranges of all values of a text.
#[cfg(feature = "cli")]
pub(crate) struct Layout(Spot);

#[cfg(feature = "cli")]
impl Layout {
    pub(crate) fn of(text: &str) -> Self {
        let at = text.len() - text.trim_start_matches('\u{feff}').len();
        Self(Scan { text, at }.value())
    }

    /// The byte range of the value at a path; `None` if there is no such value.
    pub(crate) fn span(&self, path: &Path) -> Option<std::ops::Range<usize>> {
        let (spot, found) = self.0.find(&path.0);
        (found == path.0.len()).then_some(spot.at..spot.end)
    }
}

/// A value: where it begins and ends, and the values inside it.
struct Spot {
    at: usize,
    #[cfg(feature = "cli")]
    end: usize,
    inner: Inner,
}

enum Inner {
    Nothing,
    List(Vec<Spot>),
    /// Of repeated keys the first counts. The others are listed with both positions.
    Map(
        BTreeMap<String, (usize, Spot)>,
        #[cfg_attr(not(feature = "authors"), expect(dead_code))] Vec<(String, usize, usize)>,
    ),
}

impl Spot {
    /// The value at a path, or the nearest value around it, and the number of steps that were found.
    fn find(&self, path: &[Segment]) -> (&Self, usize) {
        let mut spot = self;
        for (steps, step) in path.iter().enumerate() {
            let inner = match (step, &spot.inner) {
                (Segment::Key(key), Inner::Map(map, _)) => map.get(key).map(|(_, spot)| spot),
                (Segment::Index(index), Inner::List(list)) => list.get(*index),
                _ => None,
            };
            match inner {
                Some(inner) => spot = inner,
                None => return (spot, steps),
            }
        }
        (spot, path.len())
    }

    /// Where the name at the end of a path begins.
    fn name(&self, path: &Path) -> Option<usize> {
        let (Segment::Key(key), parent) = path.0.split_last()? else { return None };
        match self.find(parent) {
            (Self { inner: Inner::Map(map, _), .. }, found) if found == parent.len() => map.get(key).map(|it| it.0),
            _ => None,
        }
    }

    #[cfg(feature = "authors")]
    fn repeated(&self, way: &mut Vec<Segment>, found: &mut Vec<(Path, usize, usize)>) {
        let mut into = |step: Segment, spot: &Self, way: &mut Vec<Segment>| {
            way.push(step);
            spot.repeated(way, found);
            way.pop();
        };
        match &self.inner {
            Inner::Nothing => {}
            Inner::List(items) => items.iter().enumerate().for_each(|(i, spot)| into(Segment::Index(i), spot, way)),
            Inner::Map(map, again) => {
                map.iter().for_each(|(key, (_, spot))| into(Segment::Key(key.clone()), spot, way));
                for (key, first, second) in again {
                    let path = Path([way.as_slice(), &[Segment::Key(key.clone())]].concat());
                    found.push((path, *first, *second));
                }
            }
        }
    }
}

struct Scan<'a> {
    text: &'a str,
    at: usize,
}

impl Scan<'_> {
    fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    fn space(&mut self) {
        while self.peek().is_ascii_whitespace() {
            self.at += 1;
        }
    }

    /// Skips the value that starts here, and whitespace around it.
    fn value(&mut self) -> Spot {
        self.space();
        let at = self.at;
        let inner = match self.peek() {
            b'[' => {
                self.at += 1;
                let mut list = Vec::new();
                while self.goes_on() {
                    list.push(self.value());
                }
                Inner::List(list)
            }
            b'{' => {
                self.at += 1;
                let (mut map, mut again) = (BTreeMap::new(), Vec::new());
                while self.goes_on() {
                    let start = self.at;
                    self.string();
                    let key = unescaped(self.text.get(start..self.at).unwrap_or_default());
                    self.space();
                    // The colon.
                    self.at += 1;
                    let value = self.value();
                    match map.entry(key) {
                        Entry::Vacant(free) => drop(free.insert((start, value))),
                        Entry::Occupied(first) => again.push((first.key().clone(), first.get().0, start)),
                    }
                }
                Inner::Map(map, again)
            }
            b'"' => {
                self.string();
                Inner::Nothing
            }
            _ => {
                while !matches!(self.peek(), b',' | b']' | b'}' | 0) && !self.peek().is_ascii_whitespace() {
                    self.at += 1;
                }
                Inner::Nothing
            }
        };
        #[cfg(feature = "cli")]
        let end = self.at;
        self.space();
        Spot {
            at,
            #[cfg(feature = "cli")]
            end,
            inner,
        }
    }

    /// Whether there is another item; skips what precedes it, or the end.
    fn goes_on(&mut self) -> bool {
        self.space();
        if self.peek() == b',' {
            self.at += 1;
            self.space();
        }
        match self.peek() {
            0 => false,
            b']' | b'}' => {
                self.at += 1;
                false
            }
            _ => true,
        }
    }

    fn string(&mut self) {
        self.at += 1;
        while !matches!(self.peek(), b'"' | 0) {
            self.at += if self.peek() == b'\\' { 2 } else { 1 };
        }
        self.at = (self.at + 1).min(self.text.len());
    }
}

/// A key without its quotes and escapes.
fn unescaped(key: &str) -> String {
    match key.contains('\\') {
        true => serde_json::from_str(key).unwrap_or_default(),
        false => key.trim_matches('"').to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::path::Trail;

    const TEXT: &str =
        "{\n  \"a\": [1, {\"b\": \"x\\n, ]\", \"c\": {}}],\n  \"é\": [], \"d\": true, \"\\u0065\\\"f\": 1\n}";

    #[test]
    fn finds_values() {
        let a = Trail::Root.key("a");
        let second = a.index(1);
        let all = [
            (Trail::Root, (1, 1)),
            (a, (2, 8)),
            (second.key("b"), (2, 18)),
            (second.key("c"), (2, 33)),
            (Trail::Root.key("d"), (3, 17)),
            (second.key("nowhere"), (2, 12)),
            (a.index(9), (2, 8)),
            (Trail::Root.key("e\"f"), (3, 36)),
        ];
        let paths: Vec<_> = all.iter().map(|(trail, _)| trail.path()).collect();
        let wanted = |part| paths.iter().map(|path| (path, part)).collect::<Vec<_>>();
        let found = positions(TEXT, &wanted(Target::Value));
        let found: Vec<_> = found.into_iter().map(|it| (it.line, it.column)).collect();
        assert_eq!(found, all.map(|(_, place)| place));
        let names: Vec<_> = positions(TEXT, &wanted(Target::Name)).into_iter().map(|it| (it.line, it.column)).collect();
        // For a path without a name, the position of its value.
        assert_eq!(names, [(1, 1), (2, 3), (2, 13), (2, 28), (3, 12), (2, 12), (2, 8), (3, 23)]);
    }

    /// Positions are found only in valid JSON, but the search ends for any text.
    #[test]
    fn ends_on_anything() {
        for text in ["", "{", "[", "{\"a\"", "{\"a\":", "[1,", "\"", "{]}", "]", ",", "{,", "[}]x", "{\"a\\"] {
            positions(text, &[(&Path::default(), Target::Value)]);
        }
    }
}
