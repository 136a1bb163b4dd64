//! The ZIP archive around the parts of a workbook (APPNOTE 6.3): every part deflated, its name in ASCII.

use super::Full;
use zlib_rs::{Deflate, DeflateFlush, Status, compress_bound};

const FULL: Full = "more than a workbook can hold (4 GB)";

/// zlib's own middle between small and fast.
const LEVEL: i32 = 6;
/// Version of the format that is needed to unpack, in tenths.
const VERSION: u16 = 20;
const DEFLATED: u16 = 8;
/// 1 January 1980, the first day that the format knows: the same data give the same bytes.
const DAY: u16 = (1 << 5) | 1;

/// An archive that grows.
#[derive(Default)]
pub(super) struct Archive {
    bytes: Vec<u8>,
    /// The directory, which stands at the end.
    directory: Vec<u8>,
    parts: u16,
}

impl Archive {
    pub(super) fn add(&mut self, name: &str, text: &str) -> Result<(), Full> {
        let packed = deflated(text.as_bytes())?;
        let mut about = Vec::new();
        for short in [VERSION, 0, DEFLATED, 0, DAY] {
            about.extend(short.to_le_bytes());
        }
        for long in [crc32fast::hash(text.as_bytes()), size(packed.len())?, size(text.len())?] {
            about.extend(long.to_le_bytes());
        }
        about.extend(u16::try_from(name.len()).map_err(|_| FULL)?.to_le_bytes());
        // No further fields; in the directory also no remark, one volume, no attributes.
        about.extend([0; 2]);
        let at = size(self.bytes.len())?;
        self.bytes.extend(b"PK\x03\x04");
        self.bytes.extend(&about);
        self.bytes.extend(name.as_bytes());
        self.bytes.extend(packed);
        self.directory.extend(b"PK\x01\x02");
        self.directory.extend(VERSION.to_le_bytes());
        self.directory.extend(about);
        self.directory.extend([0; 10]);
        self.directory.extend(at.to_le_bytes());
        self.directory.extend(name.as_bytes());
        self.parts = self.parts.checked_add(1).ok_or(FULL)?;
        Ok(())
    }

    pub(super) fn finish(mut self) -> Result<Vec<u8>, Full> {
        let [at, length] = [size(self.bytes.len())?, size(self.directory.len())?];
        self.bytes.append(&mut self.directory);
        self.bytes.extend(b"PK\x05\x06\0\0\0\0");
        self.bytes.extend([self.parts.to_le_bytes(); 2].concat());
        self.bytes.extend([length.to_le_bytes(), at.to_le_bytes()].concat());
        // No remark.
        self.bytes.extend([0; 2]);
        Ok(self.bytes)
    }
}

fn size(bytes: usize) -> Result<u32, Full> {
    u32::try_from(bytes).map_err(|_| FULL)
}

fn deflated(bytes: &[u8]) -> Result<Vec<u8>, Full> {
    let mut out = vec![0; compress_bound(bytes.len())];
    let mut deflate = Deflate::new(LEVEL, false, 15);
    match deflate.compress(bytes, &mut out, DeflateFlush::Finish) {
        Ok(Status::StreamEnd) => {}
        _ => return Err(FULL),
    }
    out.truncate(usize::try_from(deflate.total_out()).map_err(|_| FULL)?);
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::Archive;
    use std::io::{Cursor, Read};

    #[test]
    fn another_reader_finds_every_part() {
        let long: String = (0..200_000_u32).map(|i| char::from(b' ' + (i.wrapping_mul(2_654_435_761) >> 26) as u8)).collect();
        let parts = [("a.xml", "<a/>"), ("b/c.xml", ""), ("b/d.xml", "ạ"), ("e.xml", long.as_str())];
        let mut archive = Archive::default();
        for (name, text) in parts {
            archive.add(name, text).unwrap();
        }
        let mut read = zip::ZipArchive::new(Cursor::new(archive.finish().unwrap())).unwrap();
        let names: Vec<_> = (0..read.len()).map(|at| read.by_index(at).unwrap().name().unwrap().into_owned()).collect();
        assert_eq!(names, parts.map(|(name, _)| name));
        for (name, text) in parts {
            let mut found = String::new();
            read.by_name(name).unwrap().read_to_string(&mut found).unwrap();
            assert_eq!(found, text);
        }
    }
}
