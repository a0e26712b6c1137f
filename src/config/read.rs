//! From a tree to the authored structs, with the way to each mistake and each unknown field.
//!
//! One small serde deserializer instead of three stacked ones: the structs are compiled for it alone, which keeps
//! the shipped WebAssembly small, and its errors speak of lists and texts, not of sequences and strings.

use std::fmt;

use serde::de::{
    self, DeserializeSeed, Deserializer, EnumAccess, Error as _, MapAccess, SeqAccess, VariantAccess, Visitor,
};

use super::{index::closest, path::Path, problem::Kind, tree::Tree};

/// Reads a struct from a tree. The list gets the path of each field that nobody asked for.
pub(super) fn read<'a, T: de::Deserialize<'a>>(tree: &'a Tree, unknown: &mut Vec<Path>) -> Result<T, (Path, Kind)> {
    let path = Path::default();
    T::deserialize(Node { tree, path: &path, unknown }).map_err(|fault| (fault.path.unwrap_or_default(), fault.kind))
}

/// A value and the way to it.
struct Node<'a, 'b> {
    tree: &'a Tree,
    path: &'b Path,
    unknown: &'b mut Vec<Path>,
}

/// What is wrong, and where once that is known.
#[derive(Debug)]
struct Fault {
    path: Option<Path>,
    kind: Kind,
}

impl Fault {
    fn new(kind: Kind) -> Self {
        Self { path: None, kind }
    }

    fn at(mut self, path: &Path) -> Self {
        self.path.get_or_insert_with(|| path.clone());
        self
    }
}

impl std::error::Error for Fault {}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        self.kind.fmt(f)
    }
}

impl de::Error for Fault {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(Kind::Shape { message: message.to_string() })
    }

    fn unknown_variant(word: &str, known: &'static [&'static str]) -> Self {
        let suggestion = closest(word, known.iter().copied());
        Self::new(Kind::UnknownWord { word: word.to_owned(), known, suggestion })
    }

    fn missing_field(field: &'static str) -> Self {
        Self::new(Kind::Missing { field })
    }
}

impl Node<'_, '_> {
    fn wrong(&self, expected: &'static str) -> Fault {
        let found = match self.tree {
            Tree::Null => "null",
            Tree::Bool(_) => "true or false",
            Tree::Number(_) => "a number",
            Tree::Text(_) => "text",
            Tree::List(_) => "a list",
            Tree::Map(_) => "an object",
        };
        Fault { path: Some(self.path.clone()), kind: Kind::WrongType { expected, found } }
    }
}

/// Each kind of value has its own way in, so that each visitor is compiled for that one alone.
impl<'de> Deserializer<'de> for Node<'de, '_> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Fault> {
        Err(self.wrong("a field with a known type"))
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.tree {
            Tree::Bool(value) => visitor.visit_bool(*value),
            _ => Err(self.wrong("true or false")),
        }
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.tree {
            Tree::Number(value) if *value == f64::from(*value as u32) => visitor.visit_u32(*value as u32),
            _ => Err(self.wrong("a whole number")),
        }
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.tree {
            Tree::Number(value) => visitor.visit_f64(*value),
            _ => Err(self.wrong("a number")),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.tree {
            Tree::Text(text) => visitor.visit_str(text),
            _ => Err(self.wrong("text")),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.tree {
            Tree::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.tree {
            Tree::List(list) => visitor.visit_seq(List { values: list.iter(), node: self, index: 0 }),
            _ => Err(self.wrong("a list")),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.tree {
            Tree::Map(map) => {
                let path = self.path;
                let map = Map { entries: map.iter(), node: self, value: None };
                visitor.visit_map(map).map_err(|fault| fault.at(path))
            }
            _ => Err(self.wrong("an object")),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        match self.tree {
            Tree::Text(word) => visitor.visit_enum(Word(word)).map_err(|fault| fault.at(self.path)),
            _ => Err(self.wrong("text")),
        }
    }

    /// Only fields that a struct does not have end up here.
    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.unknown.push(self.path.clone());
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u64 u128 f32 char str bytes byte_buf unit unit_struct newtype_struct tuple
        tuple_struct identifier
    }
}

struct List<'a, 'b> {
    node: Node<'a, 'b>,
    values: std::slice::Iter<'a, Tree>,
    index: usize,
}

impl<'a> SeqAccess<'a> for List<'a, '_> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'a>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        let Some(tree) = self.values.next() else { return Ok(None) };
        let path = self.node.path.index(self.index);
        self.index += 1;
        let node = Node { tree, path: &path, unknown: &mut *self.node.unknown };
        seed.deserialize(node).map(Some)
    }
}

struct Map<'a, 'b> {
    node: Node<'a, 'b>,
    entries: std::slice::Iter<'a, (String, Tree)>,
    value: Option<(Path, &'a Tree)>,
}

impl<'a> MapAccess<'a> for Map<'a, '_> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'a>>(&mut self, seed: K) -> Result<Option<K::Value>, Fault> {
        let Some((key, tree)) = self.entries.next() else { return Ok(None) };
        self.value = Some((self.node.path.key(key), tree));
        seed.deserialize(de::value::BorrowedStrDeserializer::new(key)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'a>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        let Some((path, tree)) = self.value.take() else { return Err(Fault::custom("a value without a key")) };
        let node = Node { tree, path: &path, unknown: &mut *self.node.unknown };
        seed.deserialize(node)
    }
}

/// A choice among words.
struct Word<'a>(&'a str);

impl<'a> EnumAccess<'a> for Word<'a> {
    type Error = Fault;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'a>>(self, seed: V) -> Result<(V::Value, Self), Fault> {
        let value = seed.deserialize(de::value::BorrowedStrDeserializer::new(self.0))?;
        Ok((value, self))
    }
}

impl<'a> VariantAccess<'a> for Word<'a> {
    type Error = Fault;

    fn unit_variant(self) -> Result<(), Fault> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'a>>(self, _: T) -> Result<T::Value, Fault> {
        Err(Fault::custom("a word stands alone"))
    }

    fn tuple_variant<V: Visitor<'a>>(self, _: usize, _: V) -> Result<V::Value, Fault> {
        Err(Fault::custom("a word stands alone"))
    }

    fn struct_variant<V: Visitor<'a>>(self, _: &'static [&'static str], _: V) -> Result<V::Value, Fault> {
        Err(Fault::custom("a word stands alone"))
    }
}
