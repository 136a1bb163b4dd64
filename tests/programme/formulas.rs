//! No table of the programme holds a cell that a spreadsheet program would run; texts come back as they were.

#[path = "../support/formula.rs"]
mod formula;

use crate::support::{outline, read, round, whole};
use dothi::programme::{ReportFile, Submitted, Synthesis, SynthesisInput};
use dothi::{CsvOptions, CsvStyle, Lang, NumberStyle, Separator};
use formula::run;
use proptest::prelude::*;
use serde_json::json;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn reports_and_their_synthesis_run_nothing(texts in prop::array::uniform5("(['=+@\t-]{1,3}[ '=1a,;\"-]{0,4})?[a-zđ]"), vi in any::<bool>()) {
        let [name, text, project, note, number] = texts;
        let mut report = whole();
        report["unit"]["name"] = json!(name);
        report["number"] = json!(number);
        report["entries"][1]["text"] = json!(text);
        report["entries"][4]["to"] = json!(name);
        report["nothing"] = json!([{"item": "5.3", "reason": text}]);
        report["funding"][0]["project"] = json!(project);
        report["funding"][1]["note"] = json!(note);
        report["funding"][1]["code"] = json!(number);
        let own = read(&report);
        let file = ReportFile::new(vec![own.clone()]);
        let (style, lang) = match vi {
            true => (CsvStyle::default().with_separator(Separator::Semicolon).with_numbers(NumberStyle::Vi), Lang::Vi),
            false => (CsvStyle::default(), Lang::En),
        };
        let table = file.to_csv(&outline(), &style, lang);
        prop_assert_eq!(run(&table, style.separator), None);
        let (again, _) = ReportFile::from_csv(table.as_bytes(), &CsvOptions::default(), &outline()).unwrap();
        prop_assert_eq!(again.reports[0].digest(), own.digest());
        let round = round("dot-2025.json");
        let synthesis = Synthesis::new(SynthesisInput::new(&outline(), &round, &round.units, vec![Submitted::new("=a.csv", own)]));
        prop_assert_eq!(run(&synthesis.to_csv(&style, lang), style.separator), None);
    }
}
