//! The instructions on the first sheet.

use super::book::{Book, Line, Look};
use crate::words::{KIND, shown};
use dothi::{CriteriaSet, Lang, UnitKind};

/// What the sheet of instructions says.
pub(super) fn lines(set: &CriteriaSet, kind: UnitKind, book: &Book, lang: Lang) -> Vec<Line> {
    let vi = lang == Lang::Vi;
    let mut out = Vec::new();
    let head = |out: &mut Vec<Line>, vi_text: &str, en_text: &str| {
        out.push(Line::Space);
        out.push(Line::Heading(if vi { vi_text } else { en_text }.into()));
    };
    let kind = shown(KIND, kind.as_str(), lang);
    let title = set.header().title.get(lang);
    head(&mut out, "Đây là gì", "What this is");
    out.push(Line::Text(if vi {
        format!("Mẫu nhập số liệu theo {title} ({}), cho loại địa bàn: {kind}.", set.id())
    } else {
        format!("A form for data under {title} ({}), for a place of kind: {kind}.", set.id())
    }));
    for mark in &book.marks {
        let mut letters = mark.chars();
        let first = letters.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
        out.push(Line::Text(format!("{first}{}.", letters.as_str())));
    }
    out.push(Line::Text(
        if vi {
            "Kết quả tính từ sổ này là tự đánh giá, cho đến khi minh chứng được thẩm định."
        } else {
            "A result computed from this workbook is self-assessed until the evidence is reviewed."
        }
        .into(),
    ));
    head(&mut out, "Các bước", "Steps");
    texts(&mut out, if vi { STEPS_VI } else { STEPS_EN });
    head(&mut out, "Màu của ô", "Colours");
    let colours: [(Look, &str, &str); 4] = [
        (Look::Needed, "Cần điền; điền xong thì hết màu.", "To be filled in; the colour goes once it is."),
        (Look::Optional, "Điền nếu có.", "Filled in where there is something to say."),
        (Look::Elsewhere, "Nhập ở trang số liệu chung; để trống ô này.", "Entered on the sheet of shared figures; leave the cell empty."),
        (Look::Locked, "Có sẵn, đã khóa (không mật khẩu); không sửa.", "Filled in and locked (no password); not to be changed."),
    ];
    out.extend(colours.map(|(look, a, b)| Line::Colour(look, if vi { a } else { b }.into())));
    head(&mut out, "Cách điền", "How to fill in");
    texts(&mut out, if vi { RULES_VI } else { RULES_EN });
    head(&mut out, "Minh chứng", "Evidence");
    texts(&mut out, if vi { EVIDENCE_VI } else { EVIDENCE_EN });
    head(&mut out, "Hỏi ai", "Whom to ask");
    texts(&mut out, if vi { CONTACT_VI } else { CONTACT_EN });
    out.push(Line::Contact);
    out.push(Line::Contact);
    head(&mut out, "Dành cho máy đọc (không sửa)", "For programs (do not change)");
    out
}

fn texts(out: &mut Vec<Line>, texts: &[&str]) {
    out.extend(texts.iter().map(|text| Line::Text((*text).into())));
}

const STEPS_VI: &[&str] = &[
    "1. Điền trang 'Địa bàn': mã, tên và các thuộc tính của nơi được đánh giá.",
    "2. Điền trang 'Số liệu chung' trước: dân số, diện tích, số hộ, … được nhiều tiêu chí dùng, chỉ nhập một lần.",
    "3. Điền từng nhóm tiêu chí, mỗi nhóm một trang. Cột 'Đơn vị phụ trách' dùng để phân công, không phải số liệu.",
    "4. Liệt kê văn bản ở trang 'Minh chứng'.",
    "5. Lưu tệp ở dạng .xlsx rồi kiểm tra: dothi check TỆP.xlsx --set BỘ_TIÊU_CHÍ --lang vi. Mọi lỗi được nêu một lần, kèm trang, ô và tên cột.",
    "6. Nhiều đơn vị cùng điền: mỗi đơn vị một bản sao, sau đó ghép bằng dothi merge; chỗ nào hai bản khác nhau sẽ được nêu tên, không bản nào bị chọn ngầm.",
];
const STEPS_EN: &[&str] = &[
    "1. Fill in sheet 'Place': code, name and attributes of the place assessed.",
    "2. Fill in 'Shared figures' first: population, areas, households, ... that several criteria use are entered once.",
    "3. Fill in the groups of criteria, one sheet each. Column 'Responsible' is for sharing out the work and is no data.",
    "4. List the documents on sheet 'Evidence'.",
    "5. Save the file as .xlsx and check it: dothi check FILE.xlsx --set SET. Every fault is named at once, with sheet, cell and heading.",
    "6. Where several departments fill it in, each fills a copy of its own; dothi merge joins them, names where two differ and never picks one.",
];
const RULES_VI: &[&str] = &[
    "Số: gõ như thường dùng trên máy (12,5 hoặc 12.5 tùy cài đặt); không gõ kèm đơn vị, dấu %, chữ triệu, tỷ. Đúng đơn vị ở cột 'Đơn vị tính'.",
    "Phần trăm: khi đơn vị là %, gõ 85 cho 85 %. Ô định dạng phần trăm cũng được: 0,85 hiện thành 85 % được đọc là 85.",
    "Có / Không và các bậc: chọn trong danh sách thả xuống.",
    "Kỳ số liệu và ngày: 2025, 12/2025 hoặc 31/12/2025 (ngày trước, tháng sau).",
    "Chưa có số liệu: để trống, hoặc chọn tình trạng O. Không gõ 0 khi chưa biết: chưa có số liệu không phải là 0.",
    "Không áp dụng: chỉ khi tiêu chí không thể có trên địa bàn; ghi lý do ở cột 'Lý do không áp dụng'.",
    "Không gộp ô, không ẩn dòng hay cột, không xóa dòng chữ xám dưới tên cột: máy đọc bảng theo dòng đó.",
];
const RULES_EN: &[&str] = &[
    "Numbers: type them as your computer has them (12.5 or 12,5 by its settings), without units, percent signs or words such as million. The unit stands in column 'Unit'.",
    "Percentages: where the unit is %, type 85 for 85 %. A cell formatted as a percentage is fine too: 0.85 shown as 85 % is read as 85.",
    "Yes / No and steps: choose from the drop-down list.",
    "Periods and dates: 2025, 12/2025 or 31/12/2025 (day first).",
    "No figure yet: leave the cell empty, or choose status O. Do not type 0 for what is not known: no figure is not zero.",
    "Not applicable: only where the criterion cannot exist in the place; give the reason in column 'Why not applicable'.",
    "Do not merge cells, do not hide rows or columns, and keep the grey row under the headings: programs read the table by it.",
];
const EVIDENCE_VI: &[&str] = &[
    "Mỗi văn bản một dòng: số, ngày, cơ quan ban hành, trích yếu (bắt buộc), trang; cột 'Mã tiêu chí' ghi mọi tiêu chí mà văn bản chứng minh, ví dụ wat-01; env-01.",
    "Cột 'Minh chứng cần nộp' ở trang của nhóm cho biết cần gì. Kế hoạch chưa có kết quả thì chọn loại 'kế hoạch'.",
    "Các cột thẩm định do người thẩm định điền.",
];
const EVIDENCE_EN: &[&str] = &[
    "One row for each document: number, date, issuer, what it is (required), pages; column 'Criterion' names all criteria that it supports, such as wat-01; env-01.",
    "Column 'Evidence asked' on the sheet of a group says what is needed. For a plan without a result choose kind 'plan'.",
    "The columns of the review are for the reviewer.",
];
const CONTACT_VI: &[&str] = &["Nơi gửi mẫu ghi ở đây đơn vị và người trả lời câu hỏi, điện thoại, thư điện tử:"];
const CONTACT_EN: &[&str] = &["Whoever sends this form names here who answers questions, with telephone and e-mail:"];

/// What an attribute of the place is that the form does not ask.
pub(crate) fn attribute(role: &str, lang: Lang) -> String {
    let (vi, en) = match role {
        "code" => ("Mã", "Code"),
        "name_vi" => ("Tên tiếng Việt", "Vietnamese name"),
        "name_en" => ("Tên tiếng Anh", "English name"),
        "parent" => ("Mã của tỉnh, thành phố", "Code of the province"),
        "region" => ("Vùng", "Region"),
        "urban_class" => ("Loại đô thị", "Urban class"),
        "centrally_run" => ("Thành phố trực thuộc trung ương", "Centrally-run city"),
        "heritage" => ("Đô thị di sản", "Heritage urban area"),
        "special_factors" => ("Đô thị có yếu tố đặc thù", "Urban area with special factors"),
        "declared_urban" => ("Có đô thị được công nhận", "Holds a declared urban area"),
        "valid_from" => ("Có địa giới này từ ngày", "With these borders since"),
        "fictional" => ("Số liệu hư cấu", "Fictional data"),
        "period" => ("Kỳ đánh giá", "Period of the assessment"),
        "prepared_by" => ("Đơn vị lập số liệu", "Who prepared the data"),
        "note_vi" => ("Ghi chú (tiếng Việt)", "Note (Vietnamese)"),
        "note_en" => ("Ghi chú (tiếng Anh)", "Note (English)"),
        "member" => {
            ("Xã, phường thuộc đô thị: mã ở cột Giá trị, tên ở cột Ghi chú", "Member commune: code in column Value, name in column Note")
        }
        other => (other, other),
    };
    if lang == Lang::Vi { vi } else { en }.into()
}
