//! What a scheme says of many places: beside `read/treatment.rs`.

use crate::criteria::header::{Basis, Cite};
use crate::criteria::treatment::{Among, Centre, Impute, ImputeStage, Normalise, Outliers, PanelRule};
use crate::number::Dec;
use crate::schema::object::{Object, concept};
use crate::schema::scalar::{Count, Line};
use crate::schema::union::{Shape, no_keys, tagged};
use crate::schema::words::words;

words!(Normalise, "normalise", Normalise::WORDS, |how| match how {
    Normalise::Goalposts => ("Theo hai cột mốc của tiêu chí.", "By the goalposts of the criterion."),
    Normalise::MinMax => ("Từ đơn vị kém nhất đến tốt nhất.", "From the worst to the best place."),
    Normalise::ZScore => ("Độ lệch so với trung bình, tính bằng độ lệch chuẩn.", "Standard deviations from the mean."),
    Normalise::Rank => ("Theo thứ hạng, từ 0 đến 1.", "By rank, 0 to 1."),
    Normalise::Percentile => ("Theo bách phân vị, từ 0 đến 1.", "By percentile, 0 to 1."),
});

words!(ImputeStage, "impute_stage", ImputeStage::WORDS, |stage| match stage {
    ImputeStage::Criterion => ("Số liệu thiếu.", "Figures that are missing."),
    ImputeStage::Group => ("Nhóm không có giá trị.", "Groups without a value."),
});

words!(Among, "impute_among", Among::WORDS, |among| match among {
    Among::All => ("Mọi đơn vị được xếp hạng.", "All places that are ranked."),
    Among::Region => ("Các đơn vị được xếp hạng cùng vùng.", "Those of the same region."),
});

words!(Centre, "impute_with", Centre::WORDS, |centre| match centre {
    Centre::Mean => ("Trung bình cộng.", "Their arithmetic mean."),
    Centre::Median => ("Trung vị.", "Their median."),
});

concept!(Impute, "impute", |g| {
    Object::new(g, ("Điền chỗ thiếu", "Imputation"), ("Chỗ thiếu được điền từ các đơn vị khác.", "Gaps are filled from other places."))
        .required::<ImputeStage>("stage", "Điền cái gì.", "What is filled.")
        .required::<Among>("among", "Từ những đơn vị nào.", "From which places.")
        .required::<Centre>("with", "Bằng gì của các đơn vị đó.", "With what of theirs.")
        .finish()
});

pub(super) const OUTLIERS: &[Shape] = &[
    ("winsorise", ("Kéo về hai phân vị.", "Drawn in to two quantiles."), |o| {
        o.required::<Dec>("low", "Phân vị dưới, từ 0.", "Lower quantile, from 0.").required::<Dec>(
            "high",
            "Phân vị trên, đến 1, lớn hơn `low`.",
            "Upper quantile, up to 1, above `low`.",
        )
    }),
    (
        "by_shape",
        ("Kéo về từng giá trị khi phân bố quá lệch và quá nhọn.", "Drawn in one by one where skewness and kurtosis are large."),
        |o| {
            o.required::<Dec>("skewness", "Giới hạn của độ lệch, trên 0.", "Limit of the skewness, above 0.")
                .required::<Dec>("kurtosis", "Giới hạn của độ nhọn, trên 0.", "Limit of the excess kurtosis, above 0.")
                .required::<Count<1, 10_000>>("most", "Nhiều nhất bao nhiêu giá trị.", "The most figures drawn in.")
        },
    ),
    ("logarithm", ("Lấy logarit tự nhiên khi mọi giá trị lớn hơn 0.", "Natural logarithms where all figures are above 0."), no_keys),
];

concept!(Outliers, "outliers", |g| {
    let about = ("Giá trị ở xa các giá trị khác được xử lý thế nào.", "What happens to figures far from the others.");
    tagged(g, ("outliers", "method"), (("Giá trị ngoại lai", "Outliers"), about), no_keys, OUTLIERS)
});

concept!(PanelRule, "panel_rule", |g| {
    Object::new(
        g,
        ("Quy tắc cho nhiều đơn vị", "Rule for many places"),
        (
            "Số liệu của nhiều đơn vị được xử lý thế nào; chỉ bảng nhiều đơn vị làm được.",
            "What is done to the figures of many places; only a panel can.",
        ),
    )
    .optional::<Normalise>(
        "normalise",
        "Số liệu thành tỷ lệ thế nào; không có = `goalposts`.",
        "How figures become shares; absent = `goalposts`.",
    )
    .optional::<Outliers>("outliers", "Giá trị ngoại lai.", "Outliers.")
    .optional::<Impute>("impute", "Điền chỗ thiếu.", "What fills gaps.")
    .optional::<Dec>(
        "least_data",
        "Phần số liệu ít nhất phải có để được xếp hạng, từ 0 đến 1.",
        "The least share of its figures that a place must have to be ranked, 0 to 1.",
    )
    .required::<Basis>("basis", "Cơ sở.", "What it rests on.")
    .required_list::<Cite>("cites", "Đọc được ở đâu.", "Where it is read.")
    .optional::<Line>("note", "Ghi chú; bắt buộc khi là giả định.", "Remark; needed where it is an assumption.")
    .finish()
});
