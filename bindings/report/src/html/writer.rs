//! Writes HTML so that text can never become markup: only fixed strings are written as they are.

use crate::chart::escape;
use alloc::string::String;

/// HTML text.
#[derive(Default)]
pub(super) struct Markup {
    out: String,
}

impl Markup {
    /// Markup of the program's own.
    pub(super) fn raw(&mut self, markup: &'static str) {
        self.out.push_str(markup);
    }

    /// Text from anywhere.
    pub(super) fn text(&mut self, text: &str) {
        self.out.push_str(&escape(text));
    }

    /// An opening tag; values may come from anywhere.
    pub(super) fn open(&mut self, tag: &'static str, attributes: &[(&'static str, &str)]) {
        self.out.push('<');
        self.out.push_str(tag);
        for (name, value) in attributes.iter().filter(|(_, value)| !value.is_empty()) {
            self.out.push(' ');
            self.out.push_str(name);
            self.out.push_str("=\"");
            self.out.push_str(&escape(value));
            self.out.push('"');
        }
        self.out.push('>');
    }

    /// A closing tag.
    pub(super) fn close(&mut self, tag: &'static str) {
        self.out.push_str("</");
        self.out.push_str(tag);
        self.out.push_str(">\n");
    }

    /// An element with text in it.
    pub(super) fn element(&mut self, tag: &'static str, attributes: &[(&'static str, &str)], text: &str) {
        self.open(tag, attributes);
        self.text(text);
        self.close(tag);
    }

    /// A chart: SVG of the chart renderer, which escapes its own text.
    pub(super) fn svg(&mut self, svg: &str) {
        self.out.push_str(svg);
    }

    /// Style rules of the program's own; nothing of them comes from data.
    pub(super) fn style(&mut self, rules: &str) {
        self.out.push_str(rules);
    }

    pub(super) fn finish(self) -> String {
        self.out
    }
}
