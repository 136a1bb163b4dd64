//! Objects whose keys depend on one of them (`method`, `op`, `condition`), and other choices of shape.
//!
//! `if` / `then` finds the one closed object that is meant, so that every validator reports the faults of that object alone. Tools
//! that make types get `oneOf` instead.

use super::object::{Both, Object, describe};
use super::words;
use alloc::format;
use alloc::vec::Vec;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

/// Adds the keys of one shape.
pub(crate) type Keys = fn(Object<'_>) -> Object<'_>;

/// One shape: its word, what it is, its keys.
pub(crate) type Shape = (&'static str, Both<'static>, Keys);

/// Shapes that have no key of their own.
pub(crate) fn no_keys(object: Object<'_>) -> Object<'_> {
    object
}

/// Whether the schema is for making types, which know `oneOf` and neither `if` nor limits of depth.
pub(crate) fn for_types(generator: &SchemaGenerator) -> bool {
    generator.settings().meta_schema.as_deref() == Some(schemars::consts::meta_schemas::DRAFT07)
}

/// A link to the definition of a name.
pub(crate) fn link(generator: &SchemaGenerator, name: &str) -> Value {
    json!({"$ref": format!("#{}/{name}", generator.settings().definitions_path)})
}

/// An object whose key `tag` says which of the shapes it has. `common` adds the keys that all of them have. Each shape is a
/// definition `name.word` of its own.
pub(crate) fn tagged(
    generator: &mut SchemaGenerator,
    (name, tag): (&str, &str),
    (title, text): (Both<'_>, Both<'_>),
    common: Keys,
    shapes: &[Shape],
) -> Schema {
    const DECIDES: Both<'static> = ("Từ quyết định các khóa còn lại.", "The word that decides the other keys.");
    let mut branches = Vec::new();
    for (word, about, keys) in shapes {
        let definition = format!("{name}.{word}");
        let titles = (format!("{}: {word}", title.0), format!("{}: {word}", title.1));
        let object = Object::new(generator, (&titles.0, &titles.1), *about).fixed(tag, *word, DECIDES.0, DECIDES.1);
        let shape = keys(common(object)).finish();
        generator.definitions_mut().insert(definition.clone(), shape.to_value());
        let link = link(generator, &definition);
        branches.push(if for_types(generator) {
            link
        } else {
            json!({"if": {"properties": {tag: {"const": word}}, "required": [tag]}, "then": link})
        });
    }
    let mut known = words::list(shapes.iter().map(|(word, about, _)| (*word, *about)));
    describe(known.ensure_object(), None, DECIDES);
    let mut schema = Map::new();
    describe(&mut schema, Some(title), text);
    if for_types(generator) {
        schema.insert("oneOf".into(), branches.into());
        return schema.into();
    }
    schema.insert("type".into(), "object".into());
    schema.insert("properties".into(), json!({tag: known}));
    schema.insert("required".into(), json!([tag]));
    schema.insert("allOf".into(), branches.into());
    schema.into()
}

/// The first schema where `test` holds, else the second.
pub(crate) fn either(generator: &SchemaGenerator, test: &Value, first: Schema, second: Schema) -> Schema {
    if for_types(generator) {
        return json_schema!({"anyOf": [first, second]});
    }
    json_schema!({"if": test, "then": first, "else": second})
}

/// One of two objects: the first where `key` is there.
pub(crate) fn by_key<A: JsonSchema, B: JsonSchema>(generator: &mut SchemaGenerator, key: &str) -> Schema {
    let (first, second) = (generator.subschema_for::<A>(), generator.subschema_for::<B>());
    either(generator, &json!({"required": [key]}), first, second)
}
