//! Writes HTML so that text can never become markup: only fixed strings are written as they are.

use crate::chart::escape;
use alloc::string::String;
use dothi::Lang;

/// HTML text.
pub(super) struct Markup {
    out: String,
    lang: Lang,
}

/// Letters that Vietnamese has and English has not.
fn is_vietnamese(c: char) -> bool {
    matches!(c, 'ă' | 'Ă' | 'đ' | 'Đ' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | '\u{C0}'..='\u{C3}' | '\u{C8}'..='\u{CA}' | '\u{CC}' | '\u{CD}' | '\u{D2}'..='\u{D5}')
        || matches!(c, '\u{D9}' | '\u{DA}' | '\u{DD}' | '\u{E0}'..='\u{E3}' | '\u{E8}'..='\u{EA}' | '\u{EC}' | '\u{ED}' | '\u{F2}'..='\u{F5}')
        || matches!(c, '\u{F9}' | '\u{FA}' | '\u{FD}' | '\u{128}' | '\u{129}' | '\u{168}' | '\u{169}' | '\u{1EA0}'..='\u{1EF9}')
}

impl Markup {
    pub(super) fn new(lang: Lang) -> Self {
        Self { out: String::new(), lang }
    }

    /// The language of texts that are not in that of the page, for those who have it read aloud: names and originals in Vietnamese on
    /// an English page, of which every other word at least shows it. Empty where they are.
    pub(super) fn foreign<'t>(&self, texts: impl IntoIterator<Item = &'t str>) -> &'static str {
        let (mut all, mut own) = (0u32, 0u32);
        for word in texts.into_iter().flat_map(|text| text.split_whitespace()).filter(|word| word.chars().any(char::is_alphabetic)) {
            all = all.saturating_add(1);
            own = own.saturating_add(u32::from(word.chars().any(is_vietnamese)));
        }
        if self.lang == Lang::En && own > 0 && own.saturating_mul(2) >= all { "vi" } else { "" }
    }

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
