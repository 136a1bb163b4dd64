//! A workbook and the parts that all its sheets share.

use super::Full;
use super::archive::Archive;
use super::sheet::{Page, Sheet};
use super::style::{self, Style};
use super::xml::{HEAD, escape, escape_cell};
use std::collections::BTreeMap;
use std::fmt::Write;

/// Most units of UTF-16 in a cell.
const LETTERS: usize = 32_767;

const MAIN: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// A workbook that is being written.
pub(crate) struct Workbook {
    title: String,
    comment: String,
    /// Colour of cells that a rule marks.
    marked: u32,
    /// Name and content of each sheet.
    sheets: Vec<(String, String)>,
    styles: Vec<Style>,
    /// Every text once, by its place among them, as the part that has them.
    known: BTreeMap<String, usize>,
    texts: String,
    uses: usize,
    /// Names of areas, of which a program knows by them what they are for.
    names: String,
}

impl Workbook {
    pub(crate) fn new(title: &str, comment: &str, marked: u32) -> Self {
        let text = String::new;
        Self {
            title: title.into(),
            comment: comment.into(),
            marked,
            sheets: Vec::new(),
            styles: Vec::new(),
            known: BTreeMap::new(),
            texts: text(),
            uses: 0,
            names: text(),
        }
    }

    /// Begins a sheet, behind those before it.
    pub(crate) fn sheet(&mut self) -> Sheet<'_> {
        Sheet::new(self)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.sheets.is_empty()
    }

    /// The place of a style; before the first stands the one of a cell without any.
    pub(super) fn style(&mut self, style: Style) -> usize {
        let at = self.styles.iter().position(|known| *known == style).unwrap_or_else(|| {
            self.styles.push(style);
            self.styles.len() - 1
        });
        at + 1
    }

    /// The place of a text.
    pub(super) fn text(&mut self, text: &str) -> Result<usize, Full> {
        self.uses += 1;
        if let Some(at) = self.known.get(text) {
            return Ok(*at);
        }
        if text.encode_utf16().count() > LETTERS {
            return Err("a text of more than the 32,767 characters that a cell can hold");
        }
        let spaces = ['\t', '\n', ' '];
        let kept = text.starts_with(spaces) || text.ends_with(spaces);
        self.texts.push_str(if kept { "<si><t xml:space=\"preserve\">" } else { "<si><t>" });
        escape_cell(&mut self.texts, text);
        self.texts.push_str("</t></si>");
        let at = self.known.len();
        self.known.insert(text.into(), at);
        Ok(at)
    }

    pub(super) fn put(&mut self, page: &Page, content: String) {
        let table = page.table.map(|area| ("_FilterDatabase\" hidden=\"1", area.fixed()));
        let printed = page.printed.map(|area| ("Print_Area", area.fixed()));
        let repeated = page.repeated.map(|row| ("Print_Titles", format!("${0}:${0}", row + 1)));
        for (name, area) in [table, printed, repeated].into_iter().flatten() {
            let _ = write!(self.names, "<definedName name=\"_xlnm.{name}\" localSheetId=\"{}\">", self.sheets.len());
            escape(&mut self.names, &format!("'{}'!{area}", page.name.replace('\'', "''")));
            self.names.push_str("</definedName>");
        }
        self.sheets.push((page.name.clone(), content));
    }

    /// The workbook as bytes; `born` is when it was made, as the file says.
    pub(crate) fn finish(self, born: &str) -> Result<Vec<u8>, Full> {
        let mut out = Archive::default();
        out.add("[Content_Types].xml", &self.types())?;
        out.add(
            "_rels/.rels",
            &relations(&[
                ("xl/workbook.xml", format!("{RELATION}/officeDocument")),
                ("docProps/core.xml", format!("{PACKAGE}/relationships/metadata/core-properties")),
                ("docProps/app.xml", format!("{RELATION}/extended-properties")),
            ]),
        )?;
        out.add("docProps/app.xml", APPLICATION)?;
        out.add("docProps/core.xml", &self.about(born))?;
        let files: Vec<String> = (1..=self.sheets.len()).map(|at| format!("worksheets/sheet{at}.xml")).collect();
        let sheets = files.iter().map(|file| (file.as_str(), format!("{RELATION}/worksheet")));
        let shared = ["styles", "sharedStrings"].map(|name| (format!("{name}.xml"), format!("{RELATION}/{name}")));
        let shared = shared.iter().map(|(file, kind)| (file.as_str(), kind.clone()));
        out.add("xl/_rels/workbook.xml.rels", &relations(&sheets.chain(shared).collect::<Vec<_>>()))?;
        out.add("xl/workbook.xml", &self.parts())?;
        out.add("xl/styles.xml", &style::part(&self.styles, self.marked))?;
        let head = format!("{HEAD}<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" count=\"{}\"", self.uses);
        out.add("xl/sharedStrings.xml", &format!("{head} uniqueCount=\"{}\">{}</sst>", self.known.len(), self.texts))?;
        for (file, (_, content)) in files.iter().zip(&self.sheets) {
            out.add(&format!("xl/{file}"), content)?;
        }
        out.finish()
    }

    /// What every part is.
    fn types(&self) -> String {
        let mut out = format!(
            "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" \
             ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" \
             ContentType=\"application/xml\"/>"
        );
        let mut part = |name: &str, kind: &str| {
            let _ = write!(out, "<Override PartName=\"/{name}.xml\" ContentType=\"{kind}+xml\"/>");
        };
        part("docProps/app", "application/vnd.openxmlformats-officedocument.extended-properties");
        part("docProps/core", "application/vnd.openxmlformats-package.core-properties");
        part("xl/workbook", &format!("{MAIN}sheet.main"));
        part("xl/styles", &format!("{MAIN}styles"));
        part("xl/sharedStrings", &format!("{MAIN}sharedStrings"));
        for at in 1..=self.sheets.len() {
            part(&format!("xl/worksheets/sheet{at}"), &format!("{MAIN}worksheet"));
        }
        out + "</Types>"
    }

    /// The list of sheets and names. Programs calculate anew what they open: nothing here was calculated by one.
    fn parts(&self) -> String {
        let mut out = format!(
            "{HEAD}<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"{RELATION}\"><fileVersion \
             appName=\"xl\" lastEdited=\"4\" lowestEdited=\"4\" rupBuild=\"4505\"/><workbookPr/><bookViews><workbookView xWindow=\"240\" \
             yWindow=\"15\" windowWidth=\"16095\" windowHeight=\"9660\"/></bookViews><sheets>"
        );
        for (at, (name, _)) in (1..).zip(&self.sheets) {
            out.push_str("<sheet name=\"");
            escape(&mut out, name);
            let _ = write!(out, "\" sheetId=\"{at}\" r:id=\"rId{at}\"/>");
        }
        out.push_str("</sheets>");
        if !self.names.is_empty() {
            let _ = write!(out, "<definedNames>{}</definedNames>", self.names);
        }
        out + "<calcPr calcId=\"124519\" fullCalcOnLoad=\"1\"/></workbook>"
    }

    /// Title and remark.
    fn about(&self, born: &str) -> String {
        let mut out = format!(
            "{HEAD}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
             xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>"
        );
        escape(&mut out, &self.title);
        out.push_str("</dc:title><dc:description>");
        escape(&mut out, &self.comment);
        out.push_str("</dc:description>");
        for when in ["created", "modified"] {
            let _ = write!(out, "<dcterms:{when} xsi:type=\"dcterms:W3CDTF\">{born}</dcterms:{when}>");
        }
        out + "</cp:coreProperties>"
    }
}

/// Of which program a workbook has the habits: of others, some programs measure all rows anew.
const APPLICATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Properties \
     xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>Microsoft Excel</Application>\
     <AppVersion>12.0000</AppVersion></Properties>";

fn relations(all: &[(&str, String)]) -> String {
    let mut out = format!("{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">");
    for (at, (target, kind)) in (1..).zip(all) {
        let _ = write!(out, "<Relationship Id=\"rId{at}\" Type=\"{kind}\" Target=\"{target}\"/>");
    }
    out + "</Relationships>"
}

#[cfg(test)]
mod tests {
    use super::Workbook;
    use crate::xlsx::Style;

    #[test]
    fn a_text_is_kept_once_and_has_an_end() {
        let mut book = Workbook::new("", "", 0);
        let long = "ạ".repeat(32_767);
        assert_eq!(["a", "b", "a", &long].map(|text| book.text(text)), [Ok(0), Ok(1), Ok(0), Ok(2)]);
        assert!(book.text(&format!("{long}a")).is_err());
        // Letters outside the first plane count twice.
        assert!(book.text(&"😀".repeat(16_384)).is_err());
    }

    #[test]
    fn cells_outside_a_sheet_are_refused() {
        let mut book = Workbook::new("", "", 0);
        let mut sheet = book.sheet();
        sheet.row(1_048_575, None);
        assert!(sheet.text(16_383, "a", Style::default()).is_ok());
        assert!(sheet.blank(16_384, Style::default()).is_err());
        sheet.row(1_048_576, None);
        assert!(sheet.number(0, "1", Style::default()).is_err());
    }
}
