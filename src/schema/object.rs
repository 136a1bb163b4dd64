//! The schema of an object, written key by key in the order in which the reader asks for them.

use alloc::string::String;
use alloc::vec::Vec;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Map, Value, json};

/// A text in Vietnamese and in English, in the order of [`crate::Text`].
pub(crate) type Both<'a> = (&'a str, &'a str);

/// Gives a concept its name among the definitions.
macro_rules! concept {
    ($type:ty, $name:literal, |$g:ident| $body:expr) => {
        impl schemars::JsonSchema for $type {
            fn schema_name() -> alloc::borrow::Cow<'static, str> {
                $name.into()
            }
            // Of two concepts of one name the second would be taken for the first.
            fn schema_id() -> alloc::borrow::Cow<'static, str> {
                concat!(module_path!(), ":", $name).into()
            }
            fn json_schema($g: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $body
            }
        }
    };
}
pub(crate) use concept;

/// Puts a title and a description in both languages into a schema.
pub(crate) fn describe(schema: &mut Map<String, Value>, title: Option<Both<'_>>, text: Both<'_>) {
    if let Some((vi, en)) = title {
        schema.insert("title".into(), en.into());
        schema.insert("x-title-vi".into(), vi.into());
    }
    schema.insert("description".into(), text.1.into());
    schema.insert("x-description-vi".into(), text.0.into());
}

/// A closed object: keys that are not named are errors.
pub(crate) struct Object<'g> {
    generator: &'g mut SchemaGenerator,
    schema: Map<String, Value>,
    properties: Map<String, Value>,
    required: Vec<Value>,
}

impl<'g> Object<'g> {
    pub(crate) fn new(generator: &'g mut SchemaGenerator, title: Both<'_>, text: Both<'_>) -> Self {
        let mut schema = Map::new();
        schema.insert("type".into(), "object".into());
        describe(&mut schema, Some(title), text);
        Self { generator, schema, properties: Map::new(), required: Vec::new() }
    }

    fn put(mut self, key: &str, mut schema: Schema, text: Both<'_>) -> Self {
        describe(schema.ensure_object(), None, text);
        self.properties.insert(key.into(), schema.to_value());
        self
    }

    fn need(mut self, key: &str) -> Self {
        self.required.push(key.into());
        self
    }

    /// A key that must be there.
    pub(crate) fn required<T: JsonSchema>(self, key: &str, vi: &str, en: &str) -> Self {
        self.optional::<T>(key, vi, en).need(key)
    }

    /// A key that may be absent.
    pub(crate) fn optional<T: JsonSchema>(self, key: &str, vi: &str, en: &str) -> Self {
        let schema = self.generator.subschema_for::<T>();
        self.put(key, schema, (vi, en))
    }

    fn array<T: JsonSchema>(&mut self, bounds: &[(&str, usize)]) -> Schema {
        let mut schema = Schema::default();
        schema.insert("type".into(), "array".into());
        schema.insert("items".into(), self.generator.subschema_for::<T>().to_value());
        for (key, bound) in bounds {
            schema.insert((*key).into(), json!(bound));
        }
        schema
    }

    /// A list that may be absent or empty.
    pub(crate) fn list<T: JsonSchema>(mut self, key: &str, vi: &str, en: &str) -> Self {
        let schema = self.array::<T>(&[]);
        self.put(key, schema, (vi, en))
    }

    /// A list that must be there and may be empty.
    pub(crate) fn required_list<T: JsonSchema>(self, key: &str, vi: &str, en: &str) -> Self {
        self.list::<T>(key, vi, en).need(key)
    }

    /// A list that must be there with at least one item.
    pub(crate) fn full_list<T: JsonSchema>(mut self, key: &str, vi: &str, en: &str) -> Self {
        let schema = self.array::<T>(&[("minItems", 1)]);
        self.put(key, schema, (vi, en)).need(key)
    }

    /// A list that must be there with a number of items within limits.
    pub(crate) fn list_of<T: JsonSchema>(mut self, key: &str, (least, most): (usize, usize), vi: &str, en: &str) -> Self {
        let schema = self.array::<T>(&[("minItems", least), ("maxItems", most)]);
        self.put(key, schema, (vi, en)).need(key)
    }

    /// A key that holds exactly one value.
    pub(crate) fn fixed(self, key: &str, value: impl Into<Value>, vi: &str, en: &str) -> Self {
        let mut schema = Schema::default();
        schema.insert("const".into(), value.into());
        self.put(key, schema, (vi, en)).need(key)
    }

    /// Any further keyword.
    pub(crate) fn with(mut self, keyword: &str, value: Value) -> Self {
        self.schema.insert(keyword.into(), value);
        self
    }

    pub(crate) fn example(self, value: Value) -> Self {
        self.with("examples", json!([value]))
    }

    pub(crate) fn finish(self) -> Schema {
        let mut schema = self.schema;
        if !self.required.is_empty() {
            schema.insert("required".into(), self.required.into());
        }
        schema.insert("properties".into(), self.properties.into());
        schema.insert("additionalProperties".into(), false.into());
        schema.into()
    }
}
