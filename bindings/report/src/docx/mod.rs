//! A report as a Word document (WordprocessingML): headings, tables, the marks in the head and foot of each page.

mod blocks;
mod markup;
mod parts;

use crate::model::Document;
use alloc::string::String;
use alloc::vec::Vec;
use std::io::{Cursor, Write};
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The file could not be packed; it has grown beyond what a ZIP archive holds.
#[derive(Debug)]
pub struct DocxError(ZipError);

impl core::fmt::Display for DocxError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl core::error::Error for DocxError {}

impl From<ZipError> for DocxError {
    fn from(error: ZipError) -> Self {
        Self(error)
    }
}

impl From<std::io::Error> for DocxError {
    fn from(error: std::io::Error) -> Self {
        Self(error.into())
    }
}

pub(crate) fn write(document: &Document) -> Result<Vec<u8>, DocxError> {
    let files: [(&str, String); 8] = [
        ("[Content_Types].xml", parts::CONTENT_TYPES.into()),
        ("_rels/.rels", parts::PACKAGE.into()),
        ("docProps/core.xml", parts::properties(document)),
        ("word/_rels/document.xml.rels", parts::RELATIONS.into()),
        ("word/styles.xml", parts::styles(document.lang, document.look)),
        ("word/header1.xml", parts::head(document)),
        ("word/footer1.xml", parts::foot(document)),
        ("word/document.xml", blocks::body(document)),
    ];
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    // Without a clock every entry has the first day that the format knows, so that the bytes are the same.
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, text) in files {
        archive.start_file(name, options)?;
        archive.write_all(text.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}
