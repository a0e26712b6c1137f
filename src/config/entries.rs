//! A map whose keys the author chooses. It preserves the order and repeated keys, which JSON parsers usually lose.

/// Values by the author's keys.
#[derive(Clone, Debug, PartialEq)]
pub struct Entries<V>(pub Vec<(String, V)>);

/// The points of an answer, by id of a career or a trait.
pub type Points = Entries<f64>;

impl<V> Default for Entries<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

#[cfg(feature = "cli")]
impl<V: schemars::JsonSchema> schemars::JsonSchema for Entries<V> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("{}ById", V::schema_name()).into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "object", "additionalProperties": generator.subschema_for::<V>() })
    }
}
