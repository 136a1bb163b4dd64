//! Several files in one text: `=== name`, then the lines of the file. So one corpus file is a folder of tables or the parts of a
//! workbook, and a person can read and change it.

const MARK: &str = "=== ";

/// Names with their bytes, in the order of the text; what stands before the first name belongs to nobody.
pub fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut out: Vec<(String, Vec<u8>)> = Vec::new();
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if let Some(name) = line.strip_prefix(MARK.as_bytes()) {
            out.push((String::from_utf8_lossy(name).trim().to_string(), Vec::new()));
        } else if let Some((_, content)) = out.last_mut() {
            content.extend_from_slice(line);
        }
    }
    out
}
