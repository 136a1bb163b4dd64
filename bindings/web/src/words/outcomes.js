// Outcomes and the rest of the library's words, as the library says them: `Outcome::label` and `sign`.

export const outcomes = {
  passed: { sign: '✓', vi: 'đạt', en: 'met' },
  scored: { sign: '•', vi: 'đã chấm điểm', en: 'scored' },
  below_threshold: { sign: '✗', vi: 'chưa đạt ngưỡng', en: 'below threshold' },
  survey_inconclusive: { sign: '≈', vi: 'khảo sát chưa đủ kết luận', en: 'survey inconclusive' },
  no_evidence: { sign: '✎', vi: 'chưa có minh chứng', en: 'no evidence' },
  plan_only: { sign: '◌', vi: 'chỉ có kế hoạch', en: 'plan only' },
  evidence_rejected: { sign: '⊘', vi: 'minh chứng không được chấp nhận', en: 'evidence rejected' },
  no_data: { sign: '∅', vi: 'chưa có số liệu', en: 'no data' },
  undecided: { sign: '?', vi: 'chưa xác định', en: 'undecided' },
  not_considered: { sign: '⊖', vi: 'không xét', en: 'not considered' },
  not_applicable: { sign: '–', vi: 'không áp dụng', en: 'not applicable' },
  monitored: { sign: '○', vi: 'chỉ theo dõi', en: 'monitored' },
};

export const ops = { ge: '≥', gt: '>', le: '≤', lt: '<', eq: '=' };

export const kinds = {
  province: { vi: 'tỉnh, thành phố trực thuộc trung ương', en: 'province or centrally run city' },
  urban_area: { vi: 'đô thị', en: 'urban area' },
  commune: { vi: 'phường, xã, đặc khu', en: 'ward, commune or special zone' },
  new_urban_area: { vi: 'khu đô thị mới', en: 'new urban area' },
  national: { vi: 'cả nước', en: 'whole country' },
};

export const roles = {
  value: { vi: 'giá trị', en: 'value' },
  numerator: { vi: 'tử số', en: 'numerator' },
  denominator: { vi: 'mẫu số', en: 'denominator' },
};
