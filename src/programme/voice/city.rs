//! The figures of a survey as observations of a criteria set.

use super::figure::VoiceFigure;
use super::result::Voice;
use super::survey::Question;
use crate::city::{CityData, CityFile, ObsStatus, ObsValue, Observation, Quality};
use crate::criteria::Role;
use crate::finding::Origin;
use crate::number::{Dec, Exact, Number};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use rust_decimal::prelude::ToPrimitive;

impl Voice<'_> {
    /// City data with an observation pair (those who count, those who answered) for each question that names a criterion and whose figure
    /// is shown. They are read and judged like any other city data, and joined with others by [`merge`](crate::merge); documents that a
    /// criterion asks for are not in them.
    ///
    /// Where weights or clusters change the effective number of answers, the pair is the effective one in whole people, rounded down, so
    /// that the interval a set makes of it is never narrower than the survey's own up to that rounding; status `E` and a note with the
    /// real counts say so.
    ///
    /// ```
    /// use dothi::programme::Survey;
    /// let (survey, _) = Survey::from_json(include_bytes!("../../../examples/programme/khao-sat/mo-ta.json")).unwrap();
    /// let voice = survey.voice(include_bytes!("../../../examples/programme/khao-sat/tra-loi.csv")).unwrap();
    /// let file = voice.to_city();
    /// assert!(file.cities[0].observations.iter().any(|o| o.criterion == "soc-02"));
    /// ```
    #[must_use]
    pub fn to_city(&self) -> CityFile {
        let survey = self.survey;
        let mut city = CityData::blank(survey.unit.kind, "");
        city.unit = survey.unit.clone();
        city.fictional = survey.fictional;
        city.period = survey.period;
        for own in &self.questions {
            if let (Some(figure), Some(_)) = (own.whole.figure(), &own.question.criterion) {
                city.observations.extend(self.pair(own.question, figure).into_iter().flatten());
            }
        }
        CityFile::new(Vec::from([city]))
    }

    fn pair(&self, question: &Question, figure: &VoiceFigure) -> Option<[Observation; 2]> {
        let (criterion, data_point) = question.criterion.clone()?;
        let effective = figure.effective.filter(|n| *n != Dec::from_count(figure.answers));
        let weighted = self.survey.weight.is_some();
        let (positive, answers, note) = match effective {
            None if !weighted => (figure.positive, figure.answers, None),
            _ => {
                let n = effective.unwrap_or_else(|| Dec::from_count(figure.answers)).value().floor().to_u64().unwrap_or(0).max(1);
                let x = Exact::of(figure.share).mul(Exact::of(Dec::from_count(n))).settle().dec()?.value().floor().to_u64()?;
                (x, n, Some(counts_note(figure)))
            }
        };
        let observation = |role, value| Observation {
            criterion: criterion.clone(),
            data_point: data_point.clone(),
            role,
            value: Some(ObsValue::Number(Dec::from_count(value))),
            unit: None,
            period: self.survey.period,
            part: None,
            status: if note.is_some() { ObsStatus::E } else { ObsStatus::A },
            quality: Some(Quality::SurveyOfInhabitants),
            sampling: Some(self.survey.sampling),
            source: Some(self.survey.title.vi.clone()),
            note: note.clone(),
            origin: Origin::default(),
        };
        Some([observation(Role::Numerator, positive), observation(Role::Denominator, answers)])
    }
}

/// What was really counted, where the pair is an effective one.
fn counts_note(figure: &VoiceFigure) -> String {
    format!(
        "số quy đổi theo cỡ mẫu hiệu dụng; thực tế {} người trả lời, trong đó {} người được tính; tỷ lệ có trọng số {}",
        figure.answers, figure.positive, figure.share
    )
}
