//! Administrative units of Việt Nam with the dates they hold for (feature `units`).
//!
//! The lists are the tables of `criteria/units/`, which also says what is not known of them; the 3 321 communes stand behind
//! feature `communes`. **They are transcriptions, not compared with the official texts**: wherever a unit is shown, so are
//! [`UnitRegistry::marks`].
//!
//! A code names a unit only together with a date: code 15 was Yên Bái until 2025-06-30 and is Lào Cai since.
//!
//! ```
//! use dothi::Date;
//! use dothi::units::{Found, UnitQuery, UnitRegistry};
//!
//! let registry = UnitRegistry::builtin().unwrap();
//! let today = UnitQuery::on(Date::parse("2026-11-21").unwrap());
//!
//! // Names match in any usual spelling; the name of a former province leads to what it became.
//! let Found::One(found) = registry.find("Nam Định", &today.provinces()) else { panic!() };
//! assert_eq!((found.unit.name.as_str(), found.former.unwrap().code.as_str()), ("Ninh Bình", "36"));
//!
//! // Without diacritics one can search.
//! assert_eq!(registry.search("dak lak", &today)[0].code, "66");
//! ```

#[cfg(feature = "panel")]
mod breaks;
mod check;
mod describe;
mod find;
mod links;
mod lists;
mod load;
mod model;
mod name;
mod query;
mod registry;
mod search;
mod table;

pub use find::{Found, How, UnitMatch};
pub use model::{AdminType, AdminUnit, Alias, AliasKind, ListSource, SuccessionKind};
pub use query::UnitQuery;
pub use registry::{Succession, UnitRegistry};
