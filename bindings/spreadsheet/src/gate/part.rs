//! One XML part, walked once: what it is, and that nothing in it is beyond measure.

use super::sheet::{SheetFrame, SheetWalk};
use super::{broken, too_large};
use dothi::Finding;
use quick_xml::Reader;
use quick_xml::events::{BytesDecl, BytesStart, Event};

/// No part of a workbook nests deeper; drawings come nearest.
const DEPTH: usize = 64;
/// Attributes of one element.
const ATTRIBUTES: usize = 256;
/// Strings of the shared table; the yearly data of all communes have fewer.
const STRINGS: u64 = 1_000_000;
/// Elements of the styles; Excel itself allows 65 490 formats.
const STYLE_ELEMENTS: u32 = 400_000;
/// Longest attribute of the styles: names of fonts, codes of number formats.
const STYLE_TEXT: usize = 1_024;
/// Sheets of a workbook.
const SHEETS: usize = 500;

/// What a part is, seen from its first element.
pub(super) enum Part {
    Worksheet(SheetFrame),
    Workbook(Sheets),
    Relations(Vec<Relation>),
    Other,
}

/// Ids of the relations of the sheets, in the order of the workbook.
#[derive(Default)]
pub(super) struct Sheets(pub(super) Vec<String>);

/// Where another part is.
#[derive(Default)]
pub(super) struct Relation {
    pub(super) id: String,
    pub(super) kind: String,
    pub(super) target: String,
}

/// What is kept of the part while it is walked.
enum Walk {
    Start,
    Sheet(SheetWalk),
    Workbook(Sheets),
    Relations(Vec<Relation>),
    Strings,
    Styles(u32),
    Other,
}

pub(super) fn walk(name: &str, content: &[u8], cells: &mut u32) -> Result<Part, Finding> {
    let text = std::str::from_utf8(content).map_err(|_| broken(name, "not UTF-8"))?;
    let mut reader = Reader::from_str(text.trim_start_matches('\u{FEFF}'));
    reader.config_mut().expand_empty_elements = true;
    let mut walk = Walk::Start;
    let mut depth = 0_usize;
    loop {
        match reader.read_event().map_err(|error| broken(name, error))? {
            Event::Start(element) => {
                depth += 1;
                if depth > DEPTH {
                    return Err(too_large(("số tầng lồng nhau", "levels of nesting"), DEPTH));
                }
                if element.attributes().with_checks(false).take(ATTRIBUTES + 1).count() > ATTRIBUTES {
                    return Err(too_large(("số thuộc tính của một phần tử", "attributes of one element"), ATTRIBUTES));
                }
                if let Walk::Start = walk {
                    walk = start(&element);
                }
                walk.open(name, &element, cells)?;
            }
            Event::End(element) => {
                depth = depth.saturating_sub(1);
                if let Walk::Sheet(sheet) = &mut walk {
                    sheet.close(element.local_name().as_ref());
                }
            }
            Event::Text(text) => {
                if let Walk::Sheet(sheet) = &mut walk {
                    sheet.text(&text);
                }
            }
            Event::GeneralRef(_) | Event::CData(_) => {
                if let Walk::Sheet(sheet) = &mut walk {
                    sheet.text("&");
                }
            }
            Event::Decl(declared) => utf8(name, &declared)?,
            Event::DocType(_) => return Err(broken(name, "DOCTYPE")),
            Event::Eof if depth > 0 => return Err(broken(name, "ends too early")),
            Event::Eof => break,
            _ => {}
        }
    }
    Ok(match walk {
        Walk::Sheet(sheet) => Part::Worksheet(sheet.frame),
        Walk::Workbook(sheets) => Part::Workbook(sheets),
        Walk::Relations(list) => Part::Relations(list),
        Walk::Start | Walk::Strings | Walk::Styles(_) | Walk::Other => Part::Other,
    })
}

/// Every part of a workbook is UTF-8 here, so it may not say that it is something else: a reader would believe it.
fn utf8(name: &str, declared: &BytesDecl<'_>) -> Result<(), Finding> {
    match declared.encoding() {
        None => Ok(()),
        Some(Ok(encoding)) if encoding.eq_ignore_ascii_case("utf-8") => Ok(()),
        Some(_) => Err(broken(name, "not declared as UTF-8")),
    }
}

fn start(element: &BytesStart<'_>) -> Walk {
    match element.local_name().as_ref() {
        "worksheet" => Walk::Sheet(SheetWalk::default()),
        "workbook" => Walk::Workbook(Sheets::default()),
        "Relationships" => Walk::Relations(Vec::new()),
        "sst" => Walk::Strings,
        "styleSheet" => Walk::Styles(0),
        _ => Walk::Other,
    }
}

impl Walk {
    fn open(&mut self, part: &str, element: &BytesStart<'_>, cells: &mut u32) -> Result<(), Finding> {
        let local = element.local_name();
        match self {
            Self::Sheet(sheet) => sheet.open(part, element, cells)?,
            Self::Workbook(sheets) if local.as_ref() == "sheet" => {
                sheets.0.push(value_of(part, element, "id")?.unwrap_or_default());
                if sheets.0.len() > SHEETS {
                    return Err(too_large(("số trang tính", "sheets"), SHEETS));
                }
            }
            Self::Relations(list) if local.as_ref() == "Relationship" => {
                let of = |key| value_of(part, element, key).map(Option::unwrap_or_default);
                list.push(Relation { id: of("Id")?, kind: of("Type")?, target: of("Target")? });
            }
            Self::Strings if local.as_ref() == "sst" => {
                for (_, value) in attributes(part, element)?.filter(|(key, _)| key.to_ascii_lowercase().ends_with("count")) {
                    // The reader reserves room for as many as are declared.
                    if value.trim().parse::<u64>().map_or(true, |count| count > STRINGS) {
                        return Err(too_large(("số chuỗi chữ khai trong tệp", "declared strings"), STRINGS));
                    }
                }
            }
            Self::Styles(elements) => {
                *elements += 1;
                if *elements > STYLE_ELEMENTS {
                    return Err(too_large(("số phần tử định dạng", "elements of the styles"), STYLE_ELEMENTS));
                }
                if attributes(part, element)?.any(|(_, value)| value.len() > STYLE_TEXT) {
                    return Err(too_large(("độ dài một định dạng", "letters of a style"), STYLE_TEXT));
                }
            }
            _ => {}
        }
        Ok(())
    }
}

/// Local name and raw value of each attribute.
pub(super) fn attributes<'e>(part: &str, element: &'e BytesStart<'_>) -> Result<impl Iterator<Item = (&'e str, String)>, Finding> {
    let all: Result<Vec<_>, _> = element
        .attributes()
        .with_checks(false)
        .map(|attribute| attribute.map(|a| (a.key.into_inner().rsplit(':').next().unwrap_or_default(), a.value.into_owned())))
        .collect();
    Ok(all.map_err(|error| broken(part, error))?.into_iter())
}

/// The value of an attribute by its local name; the last one where it is given twice, as the reader has it.
fn value_of(part: &str, element: &BytesStart<'_>, key: &str) -> Result<Option<String>, Finding> {
    Ok(attributes(part, element)?.filter(|(name, _)| *name == key).last().map(|(_, value)| value))
}
