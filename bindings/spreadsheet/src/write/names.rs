//! Names of sheets: at most 31 letters, none of `[ ] : * ? / \`, each once.

use std::collections::BTreeSet;

/// Most letters of a name, counted as Excel does, in units of UTF-16.
const MOST: usize = 31;

/// Gives out names.
#[derive(Default)]
pub(super) struct Names(BTreeSet<String>);

impl Names {
    /// A name as near to the title as there is.
    pub(super) fn of(&mut self, title: &str) -> String {
        let plain: String = title.chars().map(|c| if "[]:*?/\\".contains(c) || c.is_control() { ' ' } else { c }).collect();
        let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
        let plain = plain.trim_matches('\'');
        // Excel keeps this name for itself.
        let plain = if plain.is_empty() || plain.eq_ignore_ascii_case("history") { "Sheet" } else { plain };
        for number in 1.. {
            let end = if number == 1 { String::new() } else { format!(" ({number})") };
            let name = format!("{}{end}", shortened(plain, MOST - end.len()));
            if self.0.insert(name.to_lowercase()) {
                return name;
            }
        }
        String::new()
    }
}

/// Cut at the end of a word where one ends not too far before, else anywhere.
fn shortened(text: &str, most: usize) -> String {
    let mut out = String::new();
    let mut size = 0;
    for c in text.chars() {
        size += c.len_utf16();
        if size > most {
            let word = out.rfind(' ').filter(|at| *at * 2 > out.len());
            out.truncate(word.unwrap_or(out.len()));
            break;
        }
        out.push(c);
    }
    out.trim_end_matches([' ', ',', ';', '-', '\'']).into()
}

#[cfg(test)]
mod tests {
    use super::Names;

    #[test]
    fn names_are_legal_and_each_is_given_once() {
        let mut names = Names::default();
        assert_eq!(names.of("Nước"), "Nước");
        assert_eq!(names.of("nước"), "nước (2)");
        assert_eq!(names.of("Quy hoạch và quản lý xây dựng đô thị"), "Quy hoạch và quản lý xây dựng");
        assert_eq!(names.of("Quy hoạch và quản lý xây dựng khác"), "Quy hoạch và quản lý xây (2)");
        assert_eq!(names.of("a/b:[c]?"), "a b c");
        assert_eq!(names.of("'History'"), "Sheet");
        assert_eq!(names.of(""), "Sheet (2)");
        assert!(names.of(&"😀".repeat(40)).encode_utf16().count() <= 31);
    }
}
