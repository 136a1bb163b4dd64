//! Markdown as it is written: blocks with blank lines between them, and text that can never become markup.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// A document while it is written.
#[derive(Default)]
pub(super) struct Markdown {
    out: String,
    in_list: bool,
}

impl Markdown {
    pub(super) fn finish(self) -> String {
        self.out
    }

    pub(super) fn heading(&mut self, depth: usize, text: &str) {
        self.block(&format!("{} {text}", "#".repeat(depth)));
    }

    /// A heading that links can point to.
    pub(super) fn anchored(&mut self, depth: usize, anchor: &str, text: &str) {
        self.block(&format!("<a id=\"{anchor}\"></a>"));
        self.heading(depth, text);
    }

    pub(super) fn paragraph(&mut self, text: &str) {
        self.block(&guarded(text));
    }

    pub(super) fn quote(&mut self, paragraphs: &[String]) {
        self.block(&format!("> {}", paragraphs.join("\n>\n> ")));
    }

    /// An item of a list; the one before it may stand at another depth.
    pub(super) fn item(&mut self, depth: usize, text: &str) {
        if !self.in_list {
            self.gap();
        }
        self.in_list = true;
        self.out.push_str(&format!("{}- {}\n", "  ".repeat(depth), guarded(text)));
    }

    pub(super) fn table(&mut self, table: &Table) {
        if table.rows.is_empty() {
            return;
        }
        let shown: Vec<bool> = (0..table.header.len()).map(|at| table.is_filled(at)).collect();
        let line = |cells: &[String]| {
            let kept = cells.iter().zip(&shown).filter(|(_, shown)| **shown).map(|(cell, _)| cell.as_str());
            format!("| {} |", kept.collect::<Vec<_>>().join(" | "))
        };
        let rule: Vec<String> = table.header.iter().map(|_| "---".to_string()).collect();
        let lines = [line(&table.header), line(&rule)].into_iter().chain(table.rows.iter().map(|row| line(row)));
        self.block(&lines.collect::<Vec<_>>().join("\n"));
    }

    fn block(&mut self, text: &str) {
        self.gap();
        self.in_list = false;
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn gap(&mut self) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
    }
}

/// A table; columns without a single filled cell are left out.
pub(super) struct Table {
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    pub(super) fn new<T: Into<String>>(header: impl IntoIterator<Item = T>) -> Self {
        Self { header: header.into_iter().map(Into::into).collect(), rows: Vec::new() }
    }

    /// Cells in the order of the header.
    pub(super) fn row(&mut self, cells: impl Into<Vec<String>>) {
        let mut cells = cells.into();
        cells.resize(self.header.len(), String::new());
        self.rows.push(cells);
    }

    fn is_filled(&self, at: usize) -> bool {
        self.rows.iter().any(|row| row.get(at).is_some_and(|cell| !cell.is_empty()))
    }
}

/// A line that begins with a mark of a list, a heading or a quotation, with that mark taken as text.
fn guarded(text: &str) -> Cow<'_, str> {
    let after_digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let at = text.len() - after_digits.len();
    let marks: &[&str] = if at == 0 { &["- ", "+ ", "* ", "#", ">"] } else { &[". ", ") "] };
    if !marks.iter().any(|mark| after_digits.starts_with(mark)) {
        return Cow::Borrowed(text);
    }
    let digits = text.get(..at).unwrap_or_default();
    Cow::Owned(format!("{digits}\\{after_digits}"))
}

/// Text of a file as Markdown that shows it as it is, wherever in a line it stands.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let words: Vec<&str> = text.split_whitespace().collect();
    let text = words.join(" ");
    let mut before = None;
    for (at, c) in text.char_indices() {
        let rest = text.get(at + c.len_utf8()..).unwrap_or_default();
        let after = rest.chars().next();
        let inside_word = before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric);
        let alone = before.is_none_or(|c: char| c == ' ') && after.is_none_or(|c| c == ' ');
        let markup = match c {
            '\\' | '`' | '[' | ']' | '<' | '|' | '~' => true,
            '*' => !alone,
            '_' => !inside_word && !alone,
            '&' => rest.split_once(';').is_some_and(|(name, _)| name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'#')),
            '#' => after.is_none(),
            _ => false,
        };
        if markup {
            out.push('\\');
        }
        out.push(c);
        before = Some(c);
    }
    out
}

/// Text of a file as code: ids and words that programs read.
pub(super) fn code(text: &str) -> String {
    if text.is_empty() || text.contains(['`', '|', '\n', '\r']) { plain(text) } else { format!("`{text}`") }
}

/// An address as a link, where it is one.
pub(super) fn address(url: &str) -> String {
    let known = url.starts_with("https://") || url.starts_with("http://");
    if known && !url.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '|')) {
        format!("<{url}>")
    } else {
        plain(url)
    }
}

#[cfg(test)]
mod tests {
    use super::{Markdown, Table, address, code, guarded, plain};
    use alloc::string::{String, ToString};

    #[test]
    fn text_never_becomes_markup() {
        for (text, shown) in [
            ("a | b", r"a \| b"),
            ("<b>x</b> & &amp; R&D", r"\<b>x\</b> & \&amp; R&D"),
            ("sum(a * b) ** c", r"sum(a * b) \*\* c"),
            ("printed_op _x_", r"printed_op \_x\_"),
            ("ends in C #", r"ends in C \#"),
            ("two\n\nlines", "two lines"),
            ("[x](y) `z`", r"\[x\](y) \`z\`"),
        ] {
            assert_eq!(plain(text), shown);
        }
        assert_eq!(code("plan-01"), "`plan-01`");
        assert_eq!(code("a`b"), r"a\`b");
    }

    #[test]
    fn a_line_never_begins_a_block_by_chance() {
        for (text, shown) in [
            ("# not a heading", r"\# not a heading"),
            ("- no item", r"\- no item"),
            ("1. no item", r"1\. no item"),
            ("1.1 stays", "1.1 stays"),
            ("**bold** stays", "**bold** stays"),
            ("", ""),
        ] {
            assert_eq!(guarded(text), shown);
        }
    }

    #[test]
    fn only_web_addresses_become_links() {
        assert_eq!(address("https://a.vn/x?y=1"), "<https://a.vn/x?y=1>");
        assert_eq!(address("javascript:alert(1)"), "javascript:alert(1)");
        assert_eq!(address("https://a.vn/ x"), "https://a.vn/ x");
    }

    #[test]
    fn blocks_stand_apart_and_empty_columns_are_left_out() {
        let mut page = Markdown::default();
        page.heading(1, "T");
        page.item(0, "a");
        page.item(1, "b");
        let mut table = Table::new(["x", "never", "y"]);
        table.row([String::from("1"), String::new()]);
        table.row(["2".to_string(), String::new(), "3".to_string()]);
        page.table(&table);
        page.table(&Table::new(["nothing"]));
        assert_eq!(page.finish(), "# T\n\n- a\n  - b\n\n| x | y |\n| --- | --- |\n| 1 |  |\n| 2 | 3 |\n");
    }
}
