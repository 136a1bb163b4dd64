//! The small parts of a document: types, relations, styles, head and foot.

use super::markup::{Paragraph, Run, page_field};
use crate::chart::escape;
use crate::model::{Document, Look};
use crate::words::T;
use alloc::format;
use alloc::string::String;
use dothi::Lang;

/// The namespaces of a part.
pub(super) const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

pub(super) const CONTENT_TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
"#;

pub(super) const PACKAGE: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>
"#;

pub(super) const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/></Relationships>
"#;

pub(super) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

fn tag(lang: Lang) -> &'static str {
    if lang == Lang::Vi { "vi-VN" } else { "en-GB" }
}

pub(super) fn properties(document: &Document) -> String {
    format!(
        "{DECLARATION}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title><dc:description>{}</dc:description>\
         <dc:language>{}</dc:language></cp:coreProperties>",
        escape(&document.title),
        escape(&document.running_foot),
        tag(document.lang)
    )
}

/// Styles by name, so that an office changes the look of a report in one place.
pub(super) fn styles(lang: Lang, look: Look) -> String {
    // Offices write in Times New Roman of 13 to 14 points.
    let (font, size, [title, first_size, second_size, small]) = match look {
        Look::Report => ("Arial", 20, [40, 28, 22, 16]),
        #[cfg(feature = "programme")]
        Look::Office => ("Times New Roman", 26, [28, 28, 26, 22]),
    };
    let mut out = format!(
        "{DECLARATION}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"{font}\" w:hAnsi=\"{font}\" w:cs=\"{font}\" w:eastAsia=\"{font}\"/><w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>\
         <w:lang w:val=\"{tag}\" w:eastAsia=\"{tag}\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"80\"/></w:pPr>\
         </w:pPrDefault></w:docDefaults>",
        tag = tag(lang)
    );
    let style = |id: &str, name: &str, paragraph: &str, run: &str| {
        format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/>\
             <w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
        )
    };
    out.push_str("<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>");
    out.push_str(&style("Title", "Title", "<w:keepNext/><w:spacing w:after=\"40\"/>", &format!("<w:b/><w:sz w:val=\"{title}\"/>")));
    let first = "<w:keepNext/><w:pBdr><w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"2\" w:color=\"1B1B1B\"/></w:pBdr>\
                 <w:spacing w:before=\"320\" w:after=\"120\"/><w:outlineLvl w:val=\"0\"/>";
    out.push_str(&style("Heading1", "heading 1", first, &format!("<w:b/><w:sz w:val=\"{first_size}\"/>")));
    let second = "<w:keepNext/><w:spacing w:before=\"200\" w:after=\"80\"/><w:outlineLvl w:val=\"1\"/>";
    out.push_str(&style("Heading2", "heading 2", second, &format!("<w:b/><w:sz w:val=\"{second_size}\"/>")));
    out.push_str(&style("Caption", "caption", "<w:keepNext/><w:spacing w:before=\"120\" w:after=\"40\"/>", "<w:b/>"));
    out.push_str(&style("Small", "Table Text", "<w:spacing w:after=\"0\"/>", &format!("<w:sz w:val=\"{small}\"/>")));
    out.push_str(&style("Running", "Running Text", "<w:spacing w:after=\"0\"/>", "<w:color w:val=\"333333\"/><w:sz w:val=\"14\"/>"));
    out.push_str("</w:styles>");
    out
}

pub(super) fn head(document: &Document) -> String {
    let line = Paragraph::styled("Running").run(Run::new(&document.running_head));
    format!("{DECLARATION}<w:hdr {NAMESPACES}>{}</w:hdr>", line.finish())
}

/// The marks, and the page among all pages.
pub(super) fn foot(document: &Document) -> String {
    let marks = Paragraph::styled("Running").run(Run::new(&document.running_foot));
    let word = T::PageOf.get(document.lang);
    let page = Paragraph::styled("Running").right().run(Run::new(&format!("{word} "))).raw(&page_field("PAGE"));
    let page = page.run(Run::new(" / ")).raw(&page_field("NUMPAGES"));
    format!("{DECLARATION}<w:ftr {NAMESPACES}>{}{}</w:ftr>", marks.finish(), page.finish())
}
