//! Closed lists of words. They come from the tables that the readers use, so a word cannot be missing here.

use super::object::Both;
use alloc::vec::Vec;
use schemars::Schema;
use serde_json::{Value, json};

/// The words with what each means; `enumDescriptions` is what editors show beside the choices.
pub(crate) fn list<'a>(words: impl Iterator<Item = (&'a str, Both<'a>)>) -> Schema {
    let words: Vec<_> = words.collect();
    let column = |pick: fn(&(&'a str, Both<'a>)) -> &'a str| Value::from(words.iter().map(pick).collect::<Vec<_>>());
    let mut schema = Schema::default();
    schema.insert("enum".into(), column(|(word, _)| word));
    schema.insert("enumDescriptions".into(), column(|(_, (_, en))| en));
    schema.insert("x-enumDescriptions-vi".into(), column(|(_, (vi, _))| vi));
    schema
}

/// A word of a reader's table; `meaning` has to say what each value is.
pub(crate) fn of<T: Copy>(table: &[(&'static str, T)], meaning: fn(T) -> Both<'static>) -> Schema {
    list(table.iter().map(|(word, value)| (*word, meaning(*value))))
}

/// A word that explains itself.
pub(crate) fn plain<T>(table: &[(&'static str, T)]) -> Schema {
    let words: Vec<&str> = table.iter().map(|(word, _)| *word).collect();
    let mut schema = Schema::default();
    schema.insert("enum".into(), json!(words));
    schema
}

/// A word list as a concept of its own, to be named where it is used.
macro_rules! words {
    ($type:ty, $name:literal, $table:expr, $meaning:expr) => {
        impl schemars::JsonSchema for $type {
            fn schema_name() -> alloc::borrow::Cow<'static, str> {
                $name.into()
            }
            fn schema_id() -> alloc::borrow::Cow<'static, str> {
                concat!(module_path!(), ":", $name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $crate::schema::words::of($table, $meaning)
            }
        }
    };
}
pub(crate) use words;
