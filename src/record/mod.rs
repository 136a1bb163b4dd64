//! Records: one assessment with what it was made from, so that anybody can replay it, years later.

mod differ;
mod format1;
mod make;
mod read;
mod salt;
#[cfg(feature = "schema")]
pub(crate) mod schema;
mod seal;
mod shape;
mod verify;

use crate::assessment::AssessOptions;
use crate::city::CityData;
use crate::write::{canonical, object};
use alloc::string::String;
use serde_json::Value;

pub use salt::Salt;

/// The format of the record file.
const RECORD_FORMAT: u32 = 1;

/// An assessment that can be replayed: the result without prose, the digests of the criteria file and of the data, and the data.
///
/// `criteria/FORMAT.md` §5 says what it holds. It is only made by [`Assessment::record`](crate::Assessment::record) and by reading.
///
/// ```
/// use dothi::{AssessOptions, CityFile, Date, Record};
/// let set = dothi::builtin::load("dti-922").unwrap();
/// let (file, _) = CityFile::from_json(include_bytes!("../../examples/dti-922-2022.json")).unwrap();
/// let options = AssessOptions::new(Date::parse("2026-11-21").unwrap());
/// let record = set.assess(&file.cities[0], &options).unwrap().record(None).unwrap();
///
/// let (read, _) = Record::from_json(record.to_canonical_json().as_bytes()).unwrap();
/// assert!(read.verify(&set, None).is_ok());
/// assert_eq!(read.data_digest(), file.cities[0].data_digest());
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// What is replayed: well formed by the shape of its assessment format.
    body: Value,
    /// As the body says them.
    options: AssessOptions,
    data: CityData,
    salt: Option<Salt>,
    producer: Producer,
}

/// The program that wrote a record. It stands outside what is replayed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Producer {
    /// Name of the program.
    pub name: String,
    /// Its version.
    pub version: String,
}

impl Record {
    /// The file: canonical JSON (RFC 8785), the same bytes on every platform.
    #[must_use]
    pub fn to_canonical_json(&self) -> String {
        canonical(object! {
            "record_format": RECORD_FORMAT,
            "body" => self.body.clone(),
            "data" => self.data.normal_value(),
            "salt": self.salt.as_ref().map(Salt::to_hex),
            "producer" => object! {"name": self.producer.name, "version": self.producer.version},
        })
    }

    /// What is replayed, as canonical JSON; the same in a record and its public copy.
    #[must_use]
    pub fn body_json(&self) -> String {
        canonical(self.body.clone())
    }

    /// The city data that was judged; of a public copy with sealed texts.
    #[must_use]
    pub fn data(&self) -> &CityData {
        &self.data
    }

    /// What seals texts in the public copy; none in a public copy, and where nothing is to be sealed.
    #[must_use]
    pub fn salt(&self) -> Option<&Salt> {
        self.salt.as_ref()
    }

    /// The program that wrote it.
    #[must_use]
    pub fn producer(&self) -> &Producer {
        &self.producer
    }

    /// The set, as `vn-ssc@2026-u1`.
    #[must_use]
    pub fn set_id(&self) -> &str {
        self.text("/set/id")
    }

    /// SHA-256 of the criteria file it was made with.
    #[must_use]
    pub fn set_digest(&self) -> &str {
        self.text("/set/sha256")
    }

    /// The digest of the data; of a record with a salt, that of the data with every text sealed.
    #[must_use]
    pub fn data_digest(&self) -> &str {
        self.text("/data_sha256")
    }

    /// Day, scheme and parameters it was made with.
    #[must_use]
    pub fn options(&self) -> &AssessOptions {
        &self.options
    }

    /// How many texts are sealed in its data.
    #[must_use]
    pub fn sealed(&self) -> usize {
        seal::sealed(&self.data)
    }

    fn text(&self, pointer: &str) -> &str {
        self.body.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
    }
}
