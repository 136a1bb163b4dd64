//! What must hold of a workbook before it is read: bounded size, sound XML, plausible cell names.
//!
//! The reader of workbooks trusts what a file says of itself (how many strings there are, where a cell stands); a hostile file
//! would cost it any amount of memory. Here each part is unpacked within limits and walked once, and what the reader does not
//! tell is kept: hidden rows and columns, merged cells, formulas without a value.

mod names;
mod part;
mod sheet;

use dothi::{Code, Finding, Place};
use part::{Part, Sheets};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;

pub(crate) use sheet::SheetFrame;

/// A workbook of all 65 criteria of a place has 100 KB; photographs pasted into it are still fine.
const MOST_BYTES: usize = 32 << 20;
/// All parts together, unpacked.
const MOST_UNPACKED: u64 = 96 << 20;
/// Parts of a workbook: sheets, drawings, settings of printers.
const MOST_PARTS: usize = 2_000;

/// What is known of a workbook beside its cells: one frame for each sheet, in the order of the workbook.
pub(crate) struct Frame {
    pub(crate) sheets: Vec<SheetFrame>,
}

/// True for the bytes of a zip file, which every XLSX workbook is.
#[must_use]
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// Finding of the whole file.
pub(crate) fn whole(code: Code) -> Finding {
    Finding::new(code, Place::Pointer(String::new()))
}

pub(crate) fn too_large(what: (&'static str, &'static str), most: impl core::fmt::Display) -> Finding {
    whole(Code::XlsxTooLarge).with_both("what", what).with("most", most)
}

pub(crate) fn broken(part: &str, detail: impl core::fmt::Display) -> Finding {
    whole(Code::XlsxBroken).with("part", part).with("detail", detail)
}

/// Unpacks and walks every part.
pub(crate) fn survey(bytes: &[u8]) -> Result<Frame, Finding> {
    if bytes.len() > MOST_BYTES {
        return Err(whole(Code::TooLarge).with("size", bytes.len()).with("most", MOST_BYTES));
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Err(whole(Code::XlsxOldOrLocked));
    }
    if !is_workbook(bytes) {
        return Err(whole(Code::XlsxNotWorkbook));
    }
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| whole(Code::XlsxNotWorkbook))?;
    if zip.len() > MOST_PARTS {
        return Err(too_large(("số phần trong tệp", "parts"), MOST_PARTS));
    }
    let mut left = MOST_UNPACKED;
    let mut parts = Parts::default();
    for at in 0..zip.len() {
        let entry = zip.by_index(at).map_err(|error| broken(&at.to_string(), error))?;
        let name = entry.name().map_err(|error| broken(&at.to_string(), error))?.into_owned();
        let is_xml = [".xml", ".rels"].iter().any(|end| name.to_ascii_lowercase().ends_with(end));
        let mut content = Vec::new();
        let mut limited = entry.take(left + 1);
        let size =
            if is_xml { limited.read_to_end(&mut content).map(|n| n as u64) } else { std::io::copy(&mut limited, &mut std::io::sink()) };
        let size = size.map_err(|error| broken(&name, error))?;
        left = left.checked_sub(size).ok_or_else(|| too_large(("dung lượng sau khi giải nén (byte)", "bytes unpacked"), MOST_UNPACKED))?;
        if is_xml {
            parts.add(&name, &content)?;
        }
    }
    parts.frame()
}

/// Parts as they are walked.
#[derive(Default)]
struct Parts {
    cells: u32,
    worksheets: BTreeMap<String, SheetFrame>,
    workbooks: BTreeMap<String, Sheets>,
    relations: BTreeMap<String, Vec<part::Relation>>,
}

impl Parts {
    fn add(&mut self, name: &str, content: &[u8]) -> Result<(), Finding> {
        let key = plain(name);
        match part::walk(name, content, &mut self.cells)? {
            Part::Worksheet(frame) => {
                self.worksheets.insert(key, frame);
            }
            Part::Workbook(sheets) => {
                self.workbooks.insert(key, sheets);
            }
            Part::Relations(list) => {
                self.relations.insert(key, list);
            }
            Part::Other => {}
        }
        Ok(())
    }

    /// The sheets in the order of the workbook, each with its frame.
    fn frame(mut self) -> Result<Frame, Finding> {
        let package = self.relations.get("_rels/.rels").into_iter().flatten();
        let named = package.filter(|r| r.kind.ends_with("/officeDocument")).map(|r| plain(r.target.trim_start_matches('/'))).next_back();
        let path = named.unwrap_or_else(|| "xl/workbook.xml".into());
        let sheets = self.workbooks.remove(&path).ok_or_else(|| whole(Code::XlsxNotWorkbook))?;
        let (folder, file) = path.rsplit_once('/').map_or(("", path.as_str()), |(folder, file)| (folder, file));
        let inside = |name: &str| if folder.is_empty() { name.to_string() } else { format!("{folder}/{name}") };
        let relations = self.relations.remove(&inside(&format!("_rels/{file}.rels"))).unwrap_or_default();
        let mut out = Vec::new();
        for sheet in sheets.0 {
            let target = relations.iter().rfind(|r| r.id == sheet).map(|r| r.target.as_str()).unwrap_or_default();
            let path = target.strip_prefix('/').map_or_else(|| inside(target), String::from);
            // A sheet of charts has no cells.
            out.push(self.worksheets.remove(&plain(&path)).unwrap_or_default());
        }
        Ok(Frame { sheets: out })
    }
}

/// Names of parts are compared without regard to case and kind of slash.
fn plain(name: &str) -> String {
    name.replace('\\', "/").to_ascii_lowercase()
}
