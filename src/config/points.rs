//! A map from ids to numbers that keeps the author's order and what JSON parsers usually swallow: repeated keys.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};

/// What an answer counts, by career id.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Points(pub Vec<(String, f64)>);

impl<'de> Deserialize<'de> for Points {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries;

        impl<'de> Visitor<'de> for Entries {
            type Value = Points;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("points by career id")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Points, M::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Points(entries))
            }
        }

        deserializer.deserialize_map(Entries)
    }
}
