//! What a file is, seen from its content, so that nobody has to say it.

/// What a file holds.
///
/// ```
/// use dothi::FileKind;
/// assert_eq!(FileKind::of(br#"{"format": 1, "cities": []}"#), FileKind::Cities);
/// assert_eq!(FileKind::of(b"unit_code,item,value\n"), FileKind::CityTable);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FileKind {
    /// A criteria file, or JSON that is no city data.
    Criteria,
    /// City data as JSON.
    Cities,
    /// A record of an assessment.
    Record,
    /// Anything that is not a JSON object: city data as a table, or nothing of ours.
    CityTable,
}

impl FileKind {
    /// Looks at the top-level keys; the first telling one decides, so that a file broken further on is still known.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
        if bytes.first() != Some(&b'{') {
            return Self::CityTable;
        }
        let mut depth = 0_u32;
        let mut last: &[u8] = b"";
        let mut rest = bytes;
        while let Some((first, tail)) = rest.split_first() {
            rest = tail;
            match first {
                b'"' => (last, rest) = text(tail),
                b'{' | b'[' => depth = depth.saturating_add(1),
                b'}' | b']' => depth = depth.saturating_sub(1),
                b':' if depth == 1 => match last {
                    b"cities" => return Self::Cities,
                    b"body" | b"record_format" => return Self::Record,
                    b"set" | b"edition" | b"criteria" | b"schemes" => return Self::Criteria,
                    _ => {}
                },
                _ => {}
            }
        }
        Self::Criteria
    }
}

/// The text up to the closing quote, and what follows it.
fn text(bytes: &[u8]) -> (&[u8], &[u8]) {
    let mut escaped = false;
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return (bytes.get(..at).unwrap_or_default(), bytes.get(at + 1..).unwrap_or_default()),
            _ => {}
        }
    }
    (bytes, b"")
}

#[cfg(test)]
mod tests {
    use super::FileKind;

    #[test]
    fn only_keys_at_the_top_tell() {
        assert_eq!(FileKind::of(br#"{"notes": [{"cities": 1}], "x": "cities", "set": "a""#), FileKind::Criteria);
        assert_eq!(FileKind::of(b"\xEF\xBB\xBF\n {\"a\\\"b\": 1, \"cities\": ["), FileKind::Cities);
        assert_eq!(FileKind::of(b"{\"a"), FileKind::Criteria);
        assert_eq!(FileKind::of(br#"{"body": {"set": 1}"#), FileKind::Record);
        assert_eq!(FileKind::of(b""), FileKind::CityTable);
        assert_eq!(FileKind::of(b"}}]]"), FileKind::CityTable);
    }
}
