//! The top of a page: what the file is, how official it is, what is missing, and how to read the rest.

use super::context::Context;
use super::groups::sections;
use super::markdown::{Markdown, Table, code, plain};
use super::method::{has_thresholds, uses};
use super::provenance::MARK;
use super::words;
use crate::criteria::{Method, Scheme, Status};
use crate::text::{Lang, Text, pick};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

pub(super) fn write(cx: Context<'_>, out: &mut Markdown) {
    let header = cx.set.header();
    out.heading(1, &cx.text(&header.title));
    let mut honest = Vec::new();
    honest.extend(header.not_official.as_ref().map(|text| format!("**{}**", cx.text(text))));
    let mut state = Vec::from([words::status(header.status, cx.lang).to_string()]);
    if header.retrospective {
        state.push(
            cx.say(
                "Hồi cứu: cấu trúc này chưa có vào thời điểm của phiên bản.",
                "Retrospective: the structure did not exist at the time of the edition.",
            )
            .into(),
        );
    }
    state.push(format!("{}: {}.", cx.say("Giai đoạn", "Stage"), words::stage(header.stage, cx.lang)));
    honest.push(state.join(" "));
    out.quote(&honest);
    generated(cx, out);
    facts(cx, out);
    contents(cx, out);
    texts(cx, out, "missing", cx.say("Phần còn thiếu", "What is missing"), &header.missing_parts);
    texts(cx, out, "notes", cx.say("Những điều cần biết", "What to know"), &header.notes);
    reading(cx, out);
}

fn generated(cx: Context<'_>, out: &mut Markdown) {
    let header = cx.set.header();
    let stem = format!("{}-u{}", header.edition, header.revision);
    let id = code(&cx.set.id());
    out.paragraph(&match cx.lang {
        Lang::Vi => format!(
            "Trang này được sinh tự động từ tệp {id} ([{stem}.json]({stem}.json)); chỗ nào khác nhau thì tệp là bản đúng. Điều khoản của nguồn và ghi chú của nhóm biên soạn chỉ có tiếng Anh. [In English]({stem}.en.md)."
        ),
        Lang::En => format!(
            "This page is generated from the file {id} ([{stem}.json]({stem}.json)); where they differ, the file is right. [Tiếng Việt]({stem}.vi.md)."
        ),
    });
}

fn facts(cx: Context<'_>, out: &mut Markdown) {
    let header = cx.set.header();
    let mut table = Table::new(["", ""].map(String::from));
    let mut fact = |name: &str, value: String| table.row([name.to_string(), value]);
    fact(cx.say("Mã", "Id"), code(&cx.set.id()));
    let issue = format!("{}, {}, u{}", code(&header.set), plain(&header.edition), header.revision);
    fact(cx.say("Bộ tiêu chí, phiên bản, lần hiệu đính", "Set, edition, revision"), issue);
    fact(cx.say("Tình trạng", "Status"), code(header.status.as_str()));
    fact(cx.say("Giai đoạn", "Stage"), words::stage(header.stage, cx.lang).into());
    fact(cx.say("Nơi ban hành", "Issuer"), cx.text(&header.issuer));
    let decides = words::language(header.authoritative, cx.lang);
    let other = if header.authoritative == cx.lang { "" } else { cx.say("; trang này là bản dịch", "; this page is a translation") };
    fact(cx.say("Ngôn ngữ có giá trị quyết định", "Language that decides"), format!("{decides}{other}"));
    fact(cx.say("Công bố", "Published"), cx.date(header.published));
    if let Some(date) = header.effective {
        // A reference set is no instrument: nothing of it is in force.
        let name = match header.status {
            Status::Reference => cx.say("Áp dụng từ (quy ước của nhóm biên soạn)", "Applies from (our convention)"),
            _ => cx.say("Có hiệu lực từ", "In force from"),
        };
        fact(name, cx.date(date));
    }
    if let Some(id) = &header.supersedes {
        fact(cx.say("Thay thế", "Replaces"), code(id));
    }
    fact(cx.say("Định dạng tệp", "File format"), header.format.to_string());
    let (criteria, groups, sources) = (cx.set.criteria().len(), header.groups.len(), header.sources.len());
    let s = |n: usize| if n == 1 { "" } else { "s" };
    let size = match cx.lang {
        Lang::Vi => format!("{criteria} tiêu chí, {groups} nhóm, {sources} nguồn"),
        Lang::En => format!("{criteria} criteria, {groups} group{}, {sources} source{}", s(groups), s(sources)),
    };
    fact(cx.say("Quy mô", "Size"), size);
    out.table(&table);
}

fn contents(cx: Context<'_>, out: &mut Markdown) {
    let header = cx.set.header();
    let parts = [
        ("missing", "Phần còn thiếu", "What is missing", !header.missing_parts.is_empty()),
        ("notes", "Những điều cần biết", "What to know", !header.notes.is_empty()),
        ("reading", "Cách đọc trang này", "How to read this page", true),
        ("judging", "Cách đánh giá", "How it is judged", true),
        ("parameters", "Tham số", "Parameters", !header.parameters.is_empty()),
        ("rules", "Quy tắc", "Rules", !header.rules.is_empty()),
        ("places", "Nơi được đánh giá", "Places judged", true),
        ("criteria", "Tiêu chí", "Criteria", true),
        ("units", "Đơn vị đo", "Units of measure", true),
        ("crosswalk", "Bảng đối chiếu phiên bản", "Crosswalk", header.crosswalk.is_some()),
        ("sources", "Nguồn", "Sources", true),
    ];
    for (anchor, vi, en, _) in parts.into_iter().filter(|(.., there)| *there) {
        out.item(0, &format!("[{}](#{anchor})", cx.say(vi, en)));
        if anchor == "criteria" {
            for group in sections(cx.set).iter().filter_map(|section| section.group) {
                out.item(1, &format!("{} [{}](#g-{})", plain(&group.label), cx.text(&group.title), group.id));
            }
        }
    }
}

fn texts(cx: Context<'_>, out: &mut Markdown, anchor: &str, title: &str, texts: &[Text]) {
    if texts.is_empty() {
        return;
    }
    out.anchored(2, anchor, title);
    for text in texts {
        out.item(0, &cx.text(text));
    }
}

fn reading(cx: Context<'_>, out: &mut Markdown) {
    out.anchored(2, "reading", cx.say("Cách đọc trang này", "How to read this page"));
    if has_thresholds(cx.set) {
        let leveled = cx.set.schemes().iter().any(Scheme::has_levels);
        let (vi, en) = if leveled { (" ở một cấp độ", " at a level") } else { ("", "") };
        let what = match cx.lang {
            Lang::Vi => format!("**Ngưỡng** là giá trị phải qua{vi}."),
            Lang::En => format!("A **threshold** is the value to be met{en}."),
        };
        out.item(0, &format!("{what} {}", cx.say(THRESHOLD.0, THRESHOLD.1)));
    }
    let explained = [
        (uses(cx.set, |m| matches!(m, Method::Goalposts { .. })), SCORED),
        (uses(cx.set, |m| matches!(m, Method::Interpolate(_))), INTERPOLATED),
        (uses(cx.set, |m| matches!(m, Method::TargetShare { .. })), BY_TARGET),
        (uses(cx.set, |m| matches!(m, Method::Range(_))), RANGE),
        (uses(cx.set, |m| matches!(m, Method::Combine { .. })), COMBINED),
    ];
    for (_, (vi, en)) in explained.into_iter().filter(|(used, _)| *used) {
        out.item(0, pick(cx.lang, vi, en));
    }
    out.item(0, cx.say(BASIS.0, BASIS.1));
    if uses(cx.set, |method| method.thresholds().iter().any(|t| !t.uses.is_empty())) {
        out.item(0, cx.say(OUR_USE.0, OUR_USE.1));
    }
    out.item(0, cx.say(CONFIDENCE.0, CONFIDENCE.1));
    if cx.set.criteria().iter().any(|criterion| criterion.direction_basis.is_some()) {
        out.item(0, cx.say(INFERRED.0, INFERRED.1));
    }
    if cx.set.criteria().iter().any(|criterion| !criterion.provenance.is_empty()) {
        out.item(0, &format!("**{MARK}** {}", cx.say(NOT_READ.0, NOT_READ.1)));
    }
    out.item(0, cx.say(LINKS.0, LINKS.1));
}

const THRESHOLD: (&str, &str) = (
    "Giá trị được so khi chưa làm tròn; với ≥ và ≤, bằng ngưỡng là đạt. *Nguồn in* là phép so sánh như nguồn in ra, để thấy được chỗ khác với ngưỡng ở đây.",
    "Values are compared unrounded; with ≥ and ≤, a value equal to the threshold is met. *As printed* is the comparison as the source prints it, so that any difference can be seen.",
);
const SCORED: (&str, &str) = (
    "**Chấm điểm**: điểm = điểm tối đa × (giá trị − mốc kém nhất) / (mốc tốt nhất − mốc kém nhất).",
    "**Scored**: points = most points × (value − worst) / (best − worst).",
);
const INTERPOLATED: (&str, &str) = (
    "**Điểm nội suy**: điểm = điểm tối thiểu + (điểm tối đa − điểm tối thiểu) × (giá trị − tối thiểu) / (tối đa − tối thiểu); dưới tối thiểu 0 điểm, từ tối đa trở lên được điểm tối đa. Không làm tròn ở giữa.",
    "**Interpolated points**: points = least points + (most points − least points) × (value − minimum) / (maximum − minimum); none below the minimum, the most points from the maximum on. Nothing is rounded on the way.",
);
const BY_TARGET: (&str, &str) = (
    "**Điểm theo mục tiêu**: giá trị tính bằng phần trăm của mục tiêu (càng cao càng tốt: 100 × giá trị / mục tiêu; càng thấp càng tốt: 100 × mục tiêu / giá trị), rồi lấy điểm của khung cao nhất đã đạt.",
    "**Points by target**: the value in percent of the target (higher is better: 100 × value / target; lower is better: 100 × target / value), then the points of the highest band reached.",
);
const RANGE: (&str, &str) = (
    "**Khoảng**: nguồn in một khoảng. Giá trị trong khoảng, kể cả hai đầu, là đạt; hai cột *dưới khoảng* và *trên khoảng* nói giá trị ở ngoài nghĩa là gì. Chỗ nguồn không nói rõ thì kết quả là chưa xác định.",
    "**Range**: the source prints a range. A value within it, both ends included, is met; the columns *below* and *above* say what a value outside means. Where the source does not say, the outcome is undecided.",
);
const COMBINED: (&str, &str) = (
    "**Kết hợp**: một tiêu chí có nhiều phần hoặc nguồn có nhiều cách đọc; từng phần có số liệu, ngưỡng và nguồn riêng.",
    "**Combined**: a criterion of several parts, or a source that can be read in several ways; each part has its own data, thresholds and sources.",
);
const INFERRED: (&str, &str) = (
    "**Suy luận**: nguồn không nói chiều nào tốt hơn; chiều là suy luận của nhóm biên soạn, chỉ nêu ra, không dùng để đánh giá.",
    "**Inferred**: the source does not say which way is better; the direction is our inference, shown and never judged by.",
);
const NOT_READ: (&str, &str) = (
    "đứng sau những gì không đọc từ chính nguồn của chỉ số; dòng † của từng tiêu chí nói từng trường lấy từ đâu.",
    "stands behind whatever was not read in the source of the indicator itself; the line † of each criterion says where each field comes from.",
);
const BASIS: (&str, &str) = (
    "**Cơ sở** của con số: *chỉ tiêu chính thức* và *khung phân loại đô thị* là con số của văn bản chính thức; *suy ra* chuyển một yêu cầu hoặc một con số sang phép đo này; *giả định* do nhóm biên soạn chọn; *theo định nghĩa* suy từ chính điều được đo; *theo nguồn* là quy tắc nguồn nêu.",
    "**Basis** of a figure: *official target* and *official band* are figures of an official text; *derived* moves a requirement or a figure to this measure; *assumption* is our own choice; *by definition* follows from what is measured; *stated by the source* is a rule that the source states.",
);
const OUR_USE: (&str, &str) = (
    "**Cách dùng riêng**: phần nào trong cách dùng con số chính thức là của nhóm biên soạn. *Đặt vào cấp độ này*: nguồn không nói đến cấp độ. *Chỉ tiêu cả nước*: con số của cả nước được hỏi ở một nơi. *Giới hạn loại đô thị*: giới hạn phân loại đọc thành một cấp độ. *Yêu cầu chuyển thành ngưỡng*: một yêu cầu được đổi thành có/không hoặc thành bậc.",
    "**Our use**: what of the use of an official figure is ours. *Placed on this level*: the source says nothing of levels. *National target*: a figure for the whole country is asked of one place. *Class limit*: a limit of classification is read as a level. *Requirement made a threshold*: a requirement is turned into yes/no or into steps.",
);
const CONFIDENCE: (&str, &str) = (
    "**Độ chắc**: *đọc văn bản gốc* (nguồn chính thức), ở phần được dùng; *đọc bản chép* của bên thứ ba (nguồn chép lại); *theo báo chí, tóm tắt*, kể cả cổng thông tin pháp luật và thông báo của địa phương (nguồn thứ cấp); *quy ước của nhóm biên soạn* không dựa vào văn bản chính thức nào. Nguồn yếu nhất quyết định.",
    "**Confidence**: *official text read* for the part used (primary source); a third party's *transcription read* (mirror source); *press or summary*, legal portals and notices of provinces included (secondary source); an *own convention* rests on no official text. The weakest source decides.",
);
const LINKS: (&str, &str) = (
    "Từ ngữ: [bảng thuật ngữ](../terms.csv). Ý nghĩa từng trường của tệp: [hướng dẫn đọc](../README.md#dành-cho-người-thẩm-định). Phương pháp tính chính xác: [FORMAT.md](../FORMAT.md#3-the-method).",
    "Terms: [glossary](../terms.csv). What each field of the file means: [how to read a file](../README.md#for-auditors). The exact method: [FORMAT.md](../FORMAT.md#3-the-method).",
);
