// The words of the controls. What is said about a result comes from the module, in the words of a report.

const WORDS = {
  vi: {
    language: 'Ngôn ngữ', print: 'In phiếu A4', waiting: 'Chưa có số liệu để hiển thị.',
    faults: (n) => `Không lập được phiếu: ${n} lỗi`, where: 'Vị trí', chartTable: 'Bảng số liệu của biểu đồ',
    source: 'Nguồn', sourceOf: (what) => `Nguồn pháp lý của tiêu chí ${what}`, all: 'Tất cả', filter: 'Lọc theo kết quả', find: 'Tìm tiêu chí',
    found: (n, all) => `Hiển thị ${n}/${all} tiêu chí`,
    edit: 'Sửa số liệu', editOf: (what) => `Sửa số liệu của: ${what}`,
    tryIt: 'Thử giá trị khác', tryOf: (what) => `Thử giá trị khác cho: ${what}`, tryHead: 'Thử thay đổi số liệu', tryNote: 'Sửa một giá trị để xem kết quả đổi ra sao. Số liệu và kết quả thật không thay đổi.',
    mark: 'GIẢ ĐỊNH – KHÔNG PHẢI KẾT QUẢ', real: 'Kết quả thật', supposed: 'Nếu đúng như giả định', supposedState: 'Giả định', reset: 'Bỏ mọi giả định', changes: (n) => `${n} giả định`,
    papers: 'Giả định có đủ minh chứng', read: 'Hiểu là', grouped: (sign) => `(dấu “${sign}” ngăn cách hàng nghìn)`, empty: 'Để trống: giả định không có số liệu', notNumber: 'Không đọc được số này. Hãy ghi như 12,5 hoặc 1.234,5.', notWhole: 'Ở đây cần số nguyên.', yes: 'Có', no: 'Không', none: '(chưa có)', choose: 'Thêm tiêu chí khác…', was: 'Số liệu thật', now: 'hiện nay', goal: 'cần đạt',
    still: 'Còn phải làm', moved: 'Tiêu chí đổi kết quả', noMove: 'Chưa tiêu chí nào đổi kết quả.', gone: 'theo giả định: không còn phải làm', to: 'thành', rejected: (n) => `Giả định có ${n} lỗi; chưa tính lại được`, pagePart: 'Các phần của phiếu', question: 'Câu hỏi', needsPapers: 'Minh chứng cần có',
  },
  en: {
    language: 'Language', print: 'Print on A4', waiting: 'There are no data to show yet.',
    faults: (n) => `No scorecard: ${n} ${n === 1 ? 'fault' : 'faults'}`, where: 'Place', chartTable: 'The chart as a table',
    source: 'Source', sourceOf: (what) => `Legal source of criterion ${what}`, all: 'All', filter: 'Filter by outcome', find: 'Find a criterion',
    found: (n, all) => `${n} of ${all} criteria shown`,
    edit: 'Edit the data', editOf: (what) => `Edit the data of: ${what}`,
    tryIt: 'Try another value', tryOf: (what) => `Try another value for: ${what}`, tryHead: 'Try other figures', tryNote: 'Change a value to see how the result moves. The real data and the real result stay as they are.',
    mark: 'WHAT-IF – NOT A RESULT', real: 'Real result', supposed: 'If it were so', supposedState: 'What-if', reset: 'Drop every what-if', changes: (n) => `${n} what-if ${n === 1 ? 'change' : 'changes'}`,
    papers: 'Suppose the evidence is there', read: 'Read as', grouped: (sign) => `(“${sign}” separates thousands)`, empty: 'Left empty: supposing there are no data', notNumber: 'This cannot be read as a number. Write one like 12.5 or 1,234.5.', notWhole: 'A whole number is needed here.', yes: 'Yes', no: 'No', none: '(none yet)', choose: 'Add another criterion…', was: 'Real data', now: 'now', goal: 'to reach',
    still: 'Still to do', moved: 'Criteria whose outcome moves', noMove: 'No outcome moves yet.', gone: 'what-if: no longer to do', to: 'becomes', rejected: (n) => `The what-if has ${n} ${n === 1 ? 'fault' : 'faults'}; it was not assessed`, pagePart: 'Parts of the scorecard', question: 'Question', needsPapers: 'Evidence asked',
  },
};

export const words = (lang) => WORDS[lang] ?? WORDS.vi;
export { WORDS };
