//! One place, and how it is to be judged.

use crate::Set;
use crate::fault::refused;
use crate::options::Options;
use crate::places::{all, numbers, place};
use alloc::string::String;
use dothi::{AssessOptions, Assessment, CityData};

/// One place, and how it is to be judged.
pub(crate) struct Case {
    pub(crate) city: CityData,
    pub(crate) judging: AssessOptions,
}

impl Case {
    /// Takes the options of every verb that assesses, and with them every fault of the options; then reads the place.
    pub(crate) fn read(data: &[u8], mut options: Options) -> Result<Self, String> {
        let (numbers, unit, judging) = (numbers(&mut options), options.text("unit"), options.assess());
        let (numbers, judging) = options.finish(numbers.zip(judging))?;
        let (file, _) = all(data, numbers).map_err(|findings| refused(&findings))?;
        Ok(Self { city: place(file.cities, unit.as_deref())?, judging })
    }

    pub(crate) fn assess<'a>(&'a self, set: &'a Set) -> Result<Assessment<'a>, String> {
        set.0.assess(&self.city, &self.judging).map_err(|findings| refused(&findings))
    }
}
