//! The parts of a workbook as programs want them, which do not say what they miss.

use dothi::{CityFile, Lang, UnitKind, builtin};
use dothi_spreadsheet::{template, write, write_table};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};
use std::path::Path;

/// Elements of a sheet in the order of the schema (ECMA-376, `CT_Worksheet`), as far as they are written.
const ORDER: [&str; 14] = [
    "sheetPr",
    "dimension",
    "sheetViews",
    "sheetFormatPr",
    "cols",
    "sheetData",
    "sheetProtection",
    "autoFilter",
    "conditionalFormatting",
    "dataValidations",
    "pageMargins",
    "pageSetup",
    "headerFooter",
    "ignoredErrors",
];

/// A workbook of every kind and both languages.
fn workbooks() -> Vec<(String, Vec<u8>)> {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/vi-du.json");
    let file = CityFile::from_json(&std::fs::read(example).unwrap()).unwrap().0;
    let mut out = Vec::new();
    for lang in [Lang::Vi, Lang::En] {
        out.push(("table".to_string(), write_table(&file, lang).unwrap()));
        for released in builtin::FILES {
            let set = builtin::load(&released.id()).unwrap();
            out.push((format!("{} filled", set.id()), write(&set, &file.cities[0], lang).unwrap()));
            for kind in [UnitKind::Province, UnitKind::UrbanArea, UnitKind::Commune] {
                out.push((format!("{} {kind:?}", set.id()), template(&set, kind, lang).unwrap()));
            }
        }
    }
    out
}

/// The parts by name.
fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut out = BTreeMap::new();
    for at in 0..zip.len() {
        let mut entry = zip.by_index(at).unwrap();
        let mut text = String::new();
        entry.read_to_string(&mut text).unwrap();
        assert!(out.insert(entry.name().unwrap().into_owned(), text).is_none());
    }
    out
}

/// Every element with its depth and attributes; fails where the text is not well-formed.
fn elements(xml: &str) -> Vec<(usize, String, BTreeMap<String, String>)> {
    let attributes = |element: &BytesStart<'_>| {
        let one = |attribute: Result<quick_xml::events::attributes::Attribute<'_>, _>| {
            let attribute = attribute.unwrap();
            (attribute.key.as_ref().to_string(), attribute.value.to_string())
        };
        element.attributes().map(one).collect()
    };
    let mut reader = Reader::from_str(xml);
    reader.config_mut().expand_empty_elements = true;
    let mut out = Vec::new();
    let mut depth = 0;
    loop {
        match reader.read_event().unwrap() {
            Event::Start(element) => {
                out.push((depth, element.name().as_ref().to_string(), attributes(&element)));
                depth += 1;
            }
            Event::End(_) => depth -= 1,
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0);
    out
}

fn counted(xml: &str, list: &str, of: &str) -> usize {
    let all = elements(xml);
    let (at, (depth, _, attributes)) = all.iter().enumerate().find(|(_, (_, name, _))| name == list).unwrap();
    let found = all[at + 1..].iter().take_while(|(d, ..)| d > depth).filter(|(d, name, _)| *d == depth + 1 && name == of).count();
    assert!(["count", "uniqueCount"].iter().any(|key| attributes.get(*key) == Some(&found.to_string())), "{list}: {attributes:?}, {found}");
    found
}

#[test]
fn every_part_is_named_and_found() {
    for (name, bytes) in workbooks() {
        let parts = parts(&bytes);
        let typed: BTreeSet<String> = elements(&parts["[Content_Types].xml"])
            .iter()
            .filter_map(|(_, _, attributes)| Some(attributes.get("PartName")?.trim_start_matches('/').to_string()))
            .collect();
        let related: BTreeSet<String> = [("_rels/.rels", ""), ("xl/_rels/workbook.xml.rels", "xl/")]
            .iter()
            .flat_map(|(part, folder)| {
                let all = elements(&parts[*part]);
                all.into_iter().filter_map(|(_, _, attributes)| Some(format!("{folder}{}", attributes.get("Target")?))).collect::<Vec<_>>()
            })
            .collect();
        let there: BTreeSet<String> =
            parts.keys().filter(|part| *part != "[Content_Types].xml" && !part.ends_with(".rels")).cloned().collect();
        assert_eq!(typed, there, "{name}");
        assert_eq!(related, there, "{name}");
    }
}

#[test]
fn sheets_keep_the_order_of_the_schema_and_refer_to_what_is_there() {
    for (name, bytes) in workbooks() {
        let parts = parts(&bytes);
        let strings = counted(&parts["xl/sharedStrings.xml"], "sst", "si");
        let styles = counted(&parts["xl/styles.xml"], "cellXfs", "xf");
        let [fonts, fills, borders] =
            [("fonts", "font"), ("fills", "fill"), ("borders", "border")].map(|(list, of)| counted(&parts["xl/styles.xml"], list, of));
        for (_, _, style) in elements(&parts["xl/styles.xml"]).iter().filter(|(_, name, _)| name == "xf") {
            for (key, most) in [("fontId", fonts), ("fillId", fills), ("borderId", borders)] {
                assert!(style[key].parse::<usize>().unwrap() < most, "{name}: {key}");
            }
        }
        let mut uses = 0;
        for sheet in parts.iter().filter(|(part, _)| part.starts_with("xl/worksheets/")).map(|(_, xml)| xml) {
            let all = elements(sheet);
            let order: Vec<usize> = all
                .iter()
                .filter(|(depth, ..)| *depth == 1)
                .map(|(_, tag, _)| ORDER.iter().position(|known| known == tag).unwrap_or_else(|| panic!("{name}: {tag}")))
                .collect();
            assert!(order.is_sorted(), "{name}: {order:?}");
            let rows: Vec<u32> = all.iter().filter(|(_, tag, _)| tag == "row").map(|(.., row)| row["r"].parse().unwrap()).collect();
            assert!(rows.is_sorted_by(|a, b| a < b), "{name}");
            for (_, _, cell) in all.iter().filter(|(_, tag, _)| tag == "c") {
                assert!(cell["s"].parse::<usize>().unwrap() < styles, "{name}");
                uses += usize::from(cell.contains_key("t"));
            }
            for text in sheet.split(" t=\"s\"><v>").skip(1) {
                assert!(text.split('<').next().unwrap().parse::<usize>().unwrap() < strings, "{name}");
            }
        }
        assert!(parts["xl/sharedStrings.xml"].contains(&format!(" count=\"{uses}\"")), "{name}: {uses}");
    }
}

#[test]
fn the_same_data_give_the_same_bytes() {
    let set = builtin::load("vn-ssc").unwrap();
    let form = || template(&set, UnitKind::UrbanArea, Lang::Vi).unwrap();
    assert_eq!(form(), form());
    assert!(parts(&form())["docProps/core.xml"].contains("2026-01-01T00:00:00Z"));
}
