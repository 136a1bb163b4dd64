//! The model of city data, independent of any criteria set.

use crate::criteria::{Role, ScoreOf, UnitKind};
use crate::date::Date;
use crate::finding::Origin;
use crate::json::Writer;
use crate::number::Dec;
use crate::text::{Lang, Text, pick};
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use serde::{Serialize, Serializer};

/// Words for the urban class of a place.
pub(crate) const URBAN_CLASSES: &[(&str, &str)] =
    &[("special", "special"), ("1", "1"), ("2", "2"), ("3", "3"), ("4", "4"), ("5", "5"), ("none", "none")];

/// Everything known of one place for one assessment.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct CityData {
    /// The place judged.
    pub unit: Unit,
    /// Made up for teaching and tests; every output says so.
    pub fictional: bool,
    /// The period of the assessment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Date>,
    /// Who prepared the data.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prepared_by: Option<String>,
    /// Remarks, shown with the result.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Text>,
    /// Measured values.
    pub observations: Vec<Observation>,
    /// Documents.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<EvidenceDocument>,
    /// Criteria claimed not to exist in the place.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub not_applicable: Vec<NotApplicable>,
    /// Comparison values.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<Reference>,
    /// Published results to compare with.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub published: Vec<Published>,
    /// Where it stands in the input; not part of the data.
    #[serde(skip)]
    pub origin: Origin,
}

impl CityData {
    /// A place of which nothing is known but its kind and what it is called; the name is its code as well.
    ///
    /// ```
    /// let mut city = dothi::CityData::blank(dothi::UnitKind::Province, "Ví Dụ");
    /// city.unit.code = "X-00".into();
    /// assert!(city.observations.is_empty());
    /// ```
    #[must_use]
    pub fn blank(kind: UnitKind, name: &str) -> Self {
        Self {
            unit: Unit {
                code: name.into(),
                name: UnitName { vi: name.into(), en: None },
                kind,
                parent: None,
                members: Vec::new(),
                region: None,
                urban_class: None,
                centrally_run: None,
                heritage: None,
                special_factors: None,
                declared_urban: None,
                valid_from: None,
            },
            fictional: false,
            period: None,
            prepared_by: None,
            notes: Vec::new(),
            observations: Vec::new(),
            evidence: Vec::new(),
            not_applicable: Vec::new(),
            references: Vec::new(),
            published: Vec::new(),
            origin: Origin::default(),
        }
    }
}

/// The place judged.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Unit {
    /// Code; text, zeros kept.
    pub code: String,
    /// Name.
    pub name: UnitName,
    /// Kind of place.
    pub kind: UnitKind,
    /// Code of the province it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// Member communes of an urban area.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<Member>,
    /// Region.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// `special`, `1` to `5`, `none`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub urban_class: Option<String>,
    /// Centrally-run city.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub centrally_run: Option<bool>,
    /// Heritage urban area.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heritage: Option<bool>,
    /// Urban area with special factors.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub special_factors: Option<bool>,
    /// A commune that holds a declared urban area.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub declared_urban: Option<bool>,
    /// Since when it exists with these borders.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<Date>,
}

impl Unit {
    /// The name in a language; Vietnamese where there is no English one.
    #[must_use]
    pub fn name(&self, lang: Lang) -> &str {
        match (lang, &self.name.en) {
            (Lang::En, Some(name)) => name,
            _ => &self.name.vi,
        }
    }
}

impl Unit {
    /// As canonical JSON.
    pub(crate) fn write(&self, w: &mut Writer) {
        w.flag("centrally_run", self.centrally_run);
        w.text("code", &self.code);
        w.flag("declared_urban", self.declared_urban);
        w.flag("heritage", self.heritage);
        w.text("kind", self.kind.as_str());
        w.list("members", &self.members, |w, member| {
            w.text("code", &member.code);
            w.text("name", &member.name);
        });
        self.name.write(w);
        w.text_if("parent", self.parent.as_deref());
        w.text_if("region", self.region.as_deref());
        w.flag("special_factors", self.special_factors);
        w.text_if("urban_class", self.urban_class.as_deref());
        w.date("valid_from", self.valid_from);
    }
}

impl UnitName {
    /// As the member `name`.
    pub(crate) fn write(&self, w: &mut Writer) {
        w.inner("name", |w| {
            w.text_if("en", self.en.as_deref());
            w.text("vi", &self.vi);
        });
    }
}

/// The name of a place.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct UnitName {
    /// Vietnamese.
    pub vi: String,
    /// English, when there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

/// A member commune.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Member {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
}

/// A measured value.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Observation {
    /// Criterion.
    pub criterion: String,
    /// Data point; none = the first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data_point: Option<String>,
    /// The part it plays.
    pub role: Role,
    /// The value; none when the status says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<ObsValue>,
    /// Unit, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The period it stands for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Date>,
    /// The part of the place it stands for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<String>,
    /// SDMX observation status.
    pub status: ObsStatus,
    /// How it was obtained.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quality: Option<Quality>,
    /// How people were chosen, for surveys.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sampling: Option<Sampling>,
    /// Who says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Remark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Where it stands in the input; not part of the data.
    #[serde(skip)]
    pub origin: Origin,
}

/// The value of an observation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ObsValue {
    /// A decimal, or the number of a step.
    Number(Dec),
    /// Yes or no.
    Boolean(bool),
}

impl ObsValue {
    /// As files write it.
    pub(crate) fn to_text(self) -> String {
        match self {
            Self::Number(value) => value.to_string(),
            Self::Boolean(value) => String::from(if value { "yes" } else { "no" }),
        }
    }
}

impl Serialize for ObsValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_text())
    }
}

/// SDMX observation status.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub enum ObsStatus {
    /// Normal.
    #[default]
    A,
    /// Break in series.
    B,
    /// Estimated.
    E,
    /// Imputed.
    I,
    /// Provisional.
    P,
    /// Cannot exist; no value.
    M,
    /// Missing; no value.
    O,
    /// Low reliability.
    U,
}

impl ObsStatus {
    pub(crate) const WORDS: &'static [(&'static str, Self)] =
        &[("A", Self::A), ("B", Self::B), ("E", Self::E), ("I", Self::I), ("P", Self::P), ("M", Self::M), ("O", Self::O), ("U", Self::U)];

    /// The SDMX letter.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::WORDS.iter().find(|(_, s)| *s == self).map_or("", |(word, _)| word)
    }

    /// True when the status itself says that there is no figure.
    pub(crate) fn is_absent(self) -> bool {
        matches!(self, Self::O | Self::M)
    }
}

/// How a figure was obtained: the six answers of U4SSC's data quality question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Quality {
    /// Accurate measurement.
    AccurateMeasurement,
    /// Survey of inhabitants.
    SurveyOfInhabitants,
    /// Data of a higher level.
    HigherLevelData,
    /// Estimate on assumptions.
    EstimateOnAssumptions,
    /// Personal estimate.
    PersonalEstimate,
    /// Unknown.
    Unknown,
}

impl Quality {
    /// The words of files and commands.
    pub const WORDS: &'static [(&'static str, Self)] = &[
        ("accurate_measurement", Self::AccurateMeasurement),
        ("survey_of_inhabitants", Self::SurveyOfInhabitants),
        ("higher_level_data", Self::HigherLevelData),
        ("estimate_on_assumptions", Self::EstimateOnAssumptions),
        ("personal_estimate", Self::PersonalEstimate),
        ("unknown", Self::Unknown),
    ];

    /// The word that files use.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::WORDS.iter().find(|(_, q)| *q == self).map_or("", |(word, _)| word)
    }
}

/// How the people of a survey were chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Sampling {
    /// Drawn by chance.
    Probability,
    /// They chose themselves; no interval can be given.
    SelfSelected,
    /// Everybody was asked.
    FullCount,
}

impl Sampling {
    pub(crate) const WORDS: &'static [(&'static str, Self)] =
        &[("probability", Self::Probability), ("self_selected", Self::SelfSelected), ("full_count", Self::FullCount)];

    /// The word that files use.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::WORDS.iter().find(|(_, s)| *s == self).map_or("", |(word, _)| word)
    }
}

/// A document that supports criteria.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct EvidenceDocument {
    /// Ids of the criteria.
    pub criteria: Vec<String>,
    /// Number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// Issuer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// What it is.
    pub summary: String,
    /// Pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pages: Option<String>,
    /// Address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Digest of the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
    /// Result or plan.
    pub kind: EvidenceKind,
    /// Open to the public.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub public: Option<bool>,
    /// What the reviewer found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review: Option<Review>,
    /// Where it stands in the input; not part of the data.
    #[serde(skip)]
    pub origin: Origin,
}

/// What a document shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum EvidenceKind {
    /// Something done.
    #[default]
    Result,
    /// Something intended.
    Plan,
    /// An authority's recognition of a status; counts as a result too.
    Recognition,
}

impl EvidenceKind {
    pub(crate) const WORDS: &'static [(&'static str, Self)] =
        &[("result", Self::Result), ("plan", Self::Plan), ("recognition", Self::Recognition)];

    /// The word that files use.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::WORDS.iter().find(|(_, k)| *k == self).map_or("", |(word, _)| word)
    }

    /// The words for people.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Result => pick(lang, "kết quả", "result"),
            Self::Plan => pick(lang, "kế hoạch", "plan"),
            Self::Recognition => pick(lang, "văn bản công nhận", "recognition"),
        }
    }
}

/// A review of a document.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Review {
    /// What was decided.
    pub result: ReviewResult,
    /// By whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// What a reviewer decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ReviewResult {
    /// It supports the criterion.
    Accepted,
    /// It does not.
    Rejected,
    /// More was asked for.
    AskedAgain,
}

impl ReviewResult {
    pub(crate) const WORDS: &'static [(&'static str, Self)] =
        &[("accepted", Self::Accepted), ("rejected", Self::Rejected), ("asked_again", Self::AskedAgain)];

    /// The word that files use.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::WORDS.iter().find(|(_, r)| *r == self).map_or("", |(word, _)| word)
    }

    /// The words for people.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Accepted => pick(lang, "chấp nhận", "accepted"),
            Self::Rejected => pick(lang, "không chấp nhận", "rejected"),
            Self::AskedAgain => pick(lang, "yêu cầu bổ sung", "more asked for"),
        }
    }
}

/// A claim that a criterion cannot exist in the place.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct NotApplicable {
    /// Criterion.
    pub criterion: String,
    /// Why.
    pub reason: String,
    /// Where it stands in the input; not part of the data.
    #[serde(skip)]
    pub origin: Origin,
}

/// A comparison value, such as a national mean.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Reference {
    /// Id used by expressions.
    pub id: String,
    /// Value.
    pub value: Dec,
    /// Unit, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The period it stands for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Date>,
    /// Who says so.
    pub source: String,
}

/// A published result to compare with.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Published {
    /// Scheme; none = the default one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scheme: Option<String>,
    /// Group; none = the whole score.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Value or share.
    pub of: ScoreOf,
    /// The published number.
    pub value: Dec,
    /// Who published it.
    pub source: String,
    /// Where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

#[cfg(test)]
mod tests {
    use crate::city::CityFile;
    use crate::json::Writer;
    use crate::write::canonical;

    #[test]
    fn a_place_is_written_with_every_member_that_it_has() {
        let unit = r#"{"code":"01","name":{"vi":"Hà Nội","en":"Ha Noi"},"kind":"urban_area","parent":"01","region":"Đồng bằng",
            "members":[{"code":"00004","name":"Ba Đình"}],"urban_class":"special","centrally_run":true,"heritage":false,
            "special_factors":false,"declared_urban":true,"valid_from":"2025-07-01"}"#;
        let text = alloc::format!(r#"{{"format":1,"cities":[{{"unit":{unit},"observations":[]}}]}}"#);
        let unit = CityFile::from_json(text.as_bytes()).unwrap().0.cities.remove(0).unit;
        assert_eq!(Writer::object(|w| unit.write(w)), canonical(serde_json::to_value(&unit).unwrap()));
    }
}
