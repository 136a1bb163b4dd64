//! Personal data that a survey does not need: seen by headings and by what values look like. No value is ever repeated in a finding.

use crate::vietnamese::fold;
use alloc::string::String;

/// What kind of personal data a column seems to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Personal {
    Name,
    Phone,
    IdNumber,
    Email,
    Address,
    Birth,
    Account,
}

/// Headings, folded, as whole words.
const HEADINGS: &[(Personal, &[&str])] = &[
    (Personal::Email, &["email", "e mail", "mail", "thu dien tu", "hop thu"]),
    (Personal::Phone, &["dien thoai", "sdt", "so dt", "dtdd", "di dong", "phone", "mobile", "tel", "telephone", "zalo", "sodienthoai"]),
    (
        Personal::IdNumber,
        &[
            "cccd",
            "cmnd",
            "cmt",
            "can cuoc",
            "chung minh",
            "dinh danh",
            "ho chieu",
            "passport",
            "id card",
            "id number",
            "citizen id",
            "national id",
            "ma so thue",
            "bhxh",
            "bhyt",
            "so bao hiem",
            "giay to",
            "tax code",
            "social security",
        ],
    ),
    (
        Personal::Address,
        &[
            "dia chi",
            "diachi",
            "address",
            "so nha",
            "noi o",
            "thuong tru",
            "tam tru",
            "street",
            "toa do",
            "kinh do",
            "vi do",
            "gps",
            "lat",
            "latitude",
            "lon",
            "lng",
            "longitude",
            "ip",
        ],
    ),
    (Personal::Birth, &["ngay sinh", "ngaysinh", "nam sinh", "ngay thang nam sinh", "date of birth", "birth date", "birthday", "dob"]),
    (Personal::Account, &["tai khoan", "account", "facebook", "stk", "bank"]),
    (
        Personal::Name,
        &["ho ten", "ho va ten", "hoten", "hovaten", "ten chu ho", "ten nguoi", "nguoi tra loi", "name", "fullname", "surname", "username"],
    ),
];

/// The most common family names, folded: about nine people of ten have one of them.
const FAMILY_NAMES: [&str; 16] =
    ["nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang", "bui", "do", "ho", "ngo", "duong", "ly"];

/// Words of an address, folded.
const OF_ADDRESS: [&str; 7] = ["so nha", "duong", "ngo", "ngach", "hem", "street", "thon"];

impl Personal {
    /// Vietnamese and English.
    pub(super) fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Name => ("họ tên", "names"),
            Self::Phone => ("số điện thoại", "telephone numbers"),
            Self::IdNumber => ("số căn cước hoặc giấy tờ", "identity numbers"),
            Self::Email => ("thư điện tử", "e-mail addresses"),
            Self::Address => ("địa chỉ hoặc vị trí", "addresses or positions"),
            Self::Birth => ("ngày sinh", "dates of birth"),
            Self::Account => ("tài khoản", "accounts"),
        }
    }

    /// A single value may look like it by chance: so many rows settle it.
    pub(super) fn needed_rows(self) -> u32 {
        if matches!(self, Self::Name | Self::Address) { 3 } else { 1 }
    }

    /// Places are called after people, so areas and clusters are not taken for names and addresses.
    pub(super) fn fits_areas(self) -> bool {
        matches!(self, Self::Name | Self::Address)
    }
}

/// What a heading says.
pub(super) fn of_heading(heading: &str) -> Option<Personal> {
    let words = words(heading);
    if words.trim() == "ten" {
        return Some(Personal::Name);
    }
    let has = |phrase: &str| words.contains(&alloc::format!(" {phrase} "));
    HEADINGS.iter().find(|(_, phrases)| phrases.iter().any(|phrase| has(phrase))).map(|(kind, _)| *kind)
}

/// What a value looks like.
pub(super) fn of_value(value: &str) -> Option<Personal> {
    if value.len() < 5 {
        return None;
    }
    if is_email(value) {
        return Some(Personal::Email);
    }
    of_digits(value).or_else(|| of_words(value))
}

/// Folded, with one space around each word.
fn words(text: &str) -> String {
    let mut out = String::from(" ");
    for c in fold(text).chars() {
        match (c.is_alphanumeric(), out.ends_with(' ')) {
            (true, _) => out.push(c),
            (false, false) => out.push(' '),
            (false, true) => {}
        }
    }
    if !out.ends_with(' ') {
        out.push(' ');
    }
    out
}

fn is_email(value: &str) -> bool {
    value.split(char::is_whitespace).any(|word| {
        word.split_once('@').is_some_and(|(before, after)| {
            !before.is_empty() && after.split_once('.').is_some_and(|(host, rest)| !host.is_empty() && rest.len() > 1)
        })
    })
}

/// Telephone and identity numbers, also inside other text and with spaces, points or hyphens between their digits.
fn of_digits(value: &str) -> Option<Personal> {
    if is_decimal(value) {
        return None;
    }
    let between = |c: char| matches!(c, ' ' | '.' | '-' | '(' | ')' | '+');
    value.split(|c: char| !c.is_ascii_digit() && !between(c)).find_map(|run| {
        let run = run.trim();
        let digits: String = run.chars().filter(char::is_ascii_digit).collect();
        let local =
            digits.strip_prefix("84").filter(|_| digits.len() == 11).or_else(|| digits.strip_prefix('0').filter(|_| digits.len() == 10));
        match (local, digits.len()) {
            (Some(rest), _) if rest.starts_with(['2', '3', '5', '7', '8', '9']) => Some(Personal::Phone),
            // Without the zero that a spreadsheet drops, or an old identity card.
            (_, 9) if !run.contains('.') => Some(Personal::IdNumber),
            // Province 001 to 096, then sex and century.
            (_, 12) if digits.starts_with('0') && digits.get(..3).is_some_and(|code| ("001"..="096").contains(&code)) => {
                Some(Personal::IdNumber)
            }
            _ => None,
        }
    })
}

/// A number with a fraction, such as 0.912345678 or 105,5: no telephone number.
fn is_decimal(value: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let whole = |text: &str| text == "0" || (digits(text) && !text.starts_with('0'));
    value.split_once(['.', ',']).is_some_and(|(before, after)| whole(before) && digits(after))
}

fn of_words(value: &str) -> Option<Personal> {
    if value.len() > 200 {
        return None;
    }
    let folded = words(value);
    let of_address = OF_ADDRESS.iter().any(|word| folded.contains(&alloc::format!(" {word} ")));
    if of_address && value.bytes().any(|b| b.is_ascii_digit()) {
        return Some(Personal::Address);
    }
    let mut count = 0;
    for word in value.split_whitespace() {
        if !word.starts_with(char::is_uppercase) || !word.chars().all(char::is_alphabetic) {
            return None;
        }
        count += 1;
    }
    let family = folded.split_whitespace().next().is_some_and(|first| FAMILY_NAMES.contains(&first));
    (family && (2..=5).contains(&count)).then_some(Personal::Name)
}

#[cfg(test)]
mod tests {
    use super::{Personal, of_heading, of_value};

    #[test]
    fn headings_tell_in_both_languages_with_and_without_marks() {
        for (heading, kind) in [
            ("Họ và tên", Personal::Name),
            ("HO_TEN", Personal::Name),
            ("Tên", Personal::Name),
            ("Full name", Personal::Name),
            ("Số điện thoại", Personal::Phone),
            ("sdt", Personal::Phone),
            ("Số CCCD/CMND", Personal::IdNumber),
            ("so_dinh_danh_ca_nhan", Personal::IdNumber),
            ("E-mail", Personal::Email),
            ("Thư điện tử", Personal::Email),
            ("Địa chỉ nhà", Personal::Address),
            ("GPS lat", Personal::Address),
            ("Ngày sinh", Personal::Birth),
        ] {
            assert_eq!(of_heading(heading), Some(kind), "{heading}");
        }
        for heading in ["Phường", "Tuổi", "q1", "Tên dịch vụ", "Thời điểm", "trong_so", "ghi chú", "Giới tính"] {
            assert_eq!(of_heading(heading), None, "{heading}");
        }
    }

    #[test]
    fn values_tell_wherever_they_stand() {
        for (value, kind) in [
            ("a.b@vidu.vn", Personal::Email),
            ("xin gửi về a@b.vn nhé", Personal::Email),
            ("0912 345 678", Personal::Phone),
            ("+84 912.345.678", Personal::Phone),
            ("gọi số 0281234567 giúp tôi", Personal::Phone),
            ("912345678", Personal::IdNumber),
            ("001085012345", Personal::IdNumber),
            ("Nguyễn Văn Ví Dụ", Personal::Name),
            ("Số 5 đường Ví Dụ", Personal::Address),
        ] {
            assert_eq!(of_value(value), Some(kind), "{value}");
        }
        for value in
            ["Phường 5", "202606011230", "2026-06-01 12:30:45", "0.912345678", "0,912345678", "12345", "1.234.567", "Rất hài lòng", "18-24"]
        {
            assert_eq!(of_value(value), None, "{value}");
        }
    }
}
