//! The Vietnamese summary under each English help text.

/// Of the whole program.
pub(crate) const MAIN: &str = "\
Tiếng Việt: chấm đô thị theo bộ tiêu chí đô thị thông minh bền vững, chính xác và giải thích được.
  sets         các bộ tiêu chí có sẵn
  show         xem một bộ tiêu chí hoặc một tiêu chí, kèm nguồn của từng con số
  check        kiểm tra tệp tiêu chí hoặc số liệu, nêu mọi lỗi một lần
  template     tệp số liệu trống để điền
  convert      đổi số liệu sang định dạng khác: JSON, CSV, sổ Excel
  export       ghi ra định dạng trao đổi: SDMX-CSV, FIWARE (NGSI-LD), NIST OSCAL
  merge        ghép tệp của nhiều đơn vị, nêu mọi chỗ mâu thuẫn
  digest       mã băm của số liệu
  assess       đánh giá một địa phương, hoặc so sánh nhiều địa phương
  explain      giải thích kết quả bằng lời
  panel        chấm và xếp hạng nhiều địa phương trong một bảng
  programme    chương trình quốc gia: báo cáo địa phương và tổng hợp, khảo sát người dân, mốc thời gian, thí điểm, ưu tiên
  gaps         cần làm gì trước để đạt một cấp độ
  record       ghi hồ sơ kết quả để bất kỳ ai cũng đánh giá lại được
  verify       đánh giá lại theo hồ sơ, nêu chỗ khác đầu tiên
  keygen       lập cặp khóa để ký hồ sơ
  diff         so sánh hai phiên bản, kèm con số và nguồn của cả hai
  carry        chuyển kết quả sang phiên bản khác, nêu nguyên nhân của từng thay đổi
  import       lập tệp tiêu chí từ các bảng CSV
  schema       JSON Schema của từng loại tệp, hoặc của số liệu một bộ tiêu chí cần
  units        đơn vị hành chính theo ngày; một tỉnh cũ nay là tỉnh nào
  completions  gợi ý lệnh cho shell
  man          trang hướng dẫn
Thêm --lang vi để kết quả bằng tiếng Việt. SET là tên bộ tiêu chí có sẵn hoặc đường dẫn; FILE là số liệu JSON, CSV, SDMX-CSV hoặc sổ Excel (.xlsx); - là đầu vào chuẩn.
Mã thoát: 0 xong; 1 sai dòng lệnh hoặc không đọc, ghi được tệp; 2 tệp có lỗi.";

/// Of `sets`.
pub(crate) const SETS: &str = "Tiếng Việt: liệt kê các bộ tiêu chí có sẵn, tình trạng và cách đọc nguồn của từng bộ; --on nêu phiên bản có hiệu lực hoặc áp dụng vào một ngày. Định dạng: table, json, csv, md.";
/// Of `show`.
pub(crate) const SHOW: &str = "\
Formats: table, json (the file itself), csv (one row per threshold), md (the page of the set).
Tiếng Việt: xem bộ tiêu chí, những phần còn thiếu, các tiêu chí và ngưỡng kèm nguồn; thêm mã tiêu chí để xem riêng một tiêu chí.";
/// Of `check`.
pub(crate) const CHECK: &str = "\
Exit code 0 when no finding is an error, 2 when one is. Formats: table, json, csv, md.
Tiếng Việt: nêu mọi lỗi của tệp một lần, kèm vị trí và cách sửa; --set kiểm tra số liệu với một bộ tiêu chí. Mã thoát 2 khi có lỗi.";
/// Of `template`.
pub(crate) const TEMPLATE: &str = "\
Formats: csv, json, xlsx; with -o the ending of the file decides, for example -o xa.xlsx.
Tiếng Việt: ghi tệp số liệu trống để điền; -o xa.xlsx cho sổ Excel có hướng dẫn, danh sách chọn và một trang cho mỗi nhóm. KIND: province tỉnh, urban_area đô thị, commune xã/phường/đặc khu, new_urban_area khu đô thị mới, national cả nước.";
/// Of `assess`.
pub(crate) const ASSESS: &str = "\
Formats: table, json (array of whole results, canonical), csv (one row per criterion), md.
Tiếng Việt: đánh giá một địa phương; nhiều địa phương thì so sánh, đối chiếu với kết quả đã công bố và xếp thứ hạng theo điểm.
--report bao-cao.html (hoặc .docx) ghi báo cáo đầy đủ để in, thay cho bảng.";
/// Of `explain`.
pub(crate) const EXPLAIN: &str = "\
Formats: table (prose), json (the whole result), md.
Tiếng Việt: giải thích bằng lời từng bước dẫn tới kết quả; thêm mã tiêu chí để xem riêng một tiêu chí.";
/// Of `gaps`.
pub(crate) const GAPS: &str = "\
Formats: table, json, csv, md.
Tiếng Việt: số tiêu chí ít nhất cần sửa để đạt cấp độ; tách việc bổ sung số liệu, minh chứng với việc cải thiện kết quả.";
/// Of `panel`.
pub(crate) const PANEL: &str = "\
A cell is a number, yes or no, empty or O without a figure, M where the criterion cannot exist. A column is named by the criterion's id, with / and the role where it has several figures. A table carries no documents: criteria that need one are not met.
A tidy table (a row for each place, period and criterion: columns criterion and value), city data (JSON, CSV, a workbook) and tables that say region or urban_class are judged place by place: documents count, and verified results stand beside self-assessed ones.
--normalise, --outliers, --impute and --least-data treat figures before they are judged, with a column region for groups of places; they are said in every row. Places are measured by those of their own period; --pool-periods makes all periods one sample.
--report writes a page, --pictures every picture of it, --picture the one that stands for the whole; --unit goes with them. Formats: table, json, csv (with the score of every group), md. Exit code 2 when the table has errors, or when ranks are asked of an edition without a score.
Tiếng Việt: chấm mọi địa phương trong một bảng rộng (mỗi dòng một địa phương và một kỳ), xếp hạng trong từng kỳ và luôn nêu số địa phương được xếp; bộ tiêu chí không định nghĩa điểm thì chỉ nhóm theo cấp độ. Ô trống hoặc O: chưa có số liệu, M: không áp dụng. --normalise, --outliers, --impute, --least-data xử lý số liệu trước khi chấm (so các địa phương với nhau, kéo giá trị ngoại lai về, điền chỗ thiếu, không xếp hạng nơi có ít số liệu) và được nêu ở từng dòng; mỗi kỳ là một mẫu riêng, --pool-periods gộp mọi kỳ làm một.";
/// Of `programme`.
pub(crate) const PROGRAMME: &str = "Tiếng Việt: các công cụ của chương trình phát triển đô thị thông minh bền vững. template, check, report, synthesis, answers: báo cáo địa phương và tổng hợp; voice: khảo sát người dân; milestones: mốc thời gian và tiến độ; pilots: lựa chọn, đánh giá thí điểm; priorities: việc nên làm tiếp.";
/// Of `programme voice`.
pub(crate) const VOICE: &str = "\
Answers are read piece by piece: a file of any length. Columns that look like personal data are refused; nothing that stands in a cell is said back. Figures of fewer answers than the declared minimum are hidden, and so are those they could be had from by subtraction.
Personal data are found by headings and by what values look like, so some may slip through: take such columns out before. Hiding holds for one breakdown of one survey: do not publish two side by side.
Formats: table, json, csv, md. Exit code 2 when a file has errors. City data of --city go to `dothi assess` or `dothi merge`.
Tiếng Việt: từ tệp trả lời (mỗi dòng một người) ra tỷ lệ quan tâm, hài lòng, sử dụng, khoảng tin cậy Wilson có tính trọng số và cụm, cỡ mẫu tối thiểu. Cột có vẻ là dữ liệu cá nhân bị từ chối; ô ít người trả lời không được nêu. Dữ liệu cá nhân chỉ nhận ra qua tên cột và dạng giá trị nên có thể sót, hãy bỏ trước khi nộp; việc ẩn chỉ tính cho một cách chia của một cuộc khảo sát, không công bố hai cách chia cạnh nhau. Không có ANSWERS thì chỉ tính cỡ mẫu.";
/// Of `panel trend`.
pub(crate) const PANEL_TREND: &str = "\
A change is the later result minus the earlier one, taken apart to the last digit: by cause (data, rule) and, of what data did, by criterion, with weights rescaled for missing figures as a part of their own.
Where borders changed (the lists of units, valid_from, members) the series breaks: SDMX status B, no change, rank or projection across it, unless --like-for-like says how the figures were made comparable.
Targets are thresholds of the set with a year; going on by the same amount and by the same factor each year are both shown, from the first and the last figure. --report writes a page, --pictures every picture of it. Formats: table, json, csv (a row for each fact; column record says which), md.
Examples:
  dothi panel trend dti-922 provinces.csv --from 2023 --to 2025 --peers region
  dothi panel trend nq03 country.csv --target-year 2030
  dothi panel trend tt01 2020.json --unit X-1001 --lang vi
  dothi panel trend dti-922 provinces.csv --peers population --bands 1000000,3000000 --format csv
Tiếng Việt: thay đổi giữa các kỳ của từng địa phương, tách theo nguyên nhân (số liệu, quy tắc, địa giới) và theo tiêu chí; địa giới thay đổi (1/7/2025: 63 còn 34 tỉnh, thành phố) làm đứt đoạn chuỗi số liệu, \
không so sánh qua mốc đó trừ khi khai --like-for-like. Mục tiêu có năm lấy từ ngưỡng của bộ tiêu chí; dự báo theo đường thẳng và theo tốc độ tăng. --peers chia nhóm (region vùng, urban_class loại đô thị, hoặc tên cột); nhóm dưới 3 đơn vị không xếp hạng.";
/// Of `programme milestones`.
pub(crate) const MILESTONES: &str = "\
Without inputs the milestones of Decision 950, as restated by others; what nobody states is not measurable. With SET FILE... the targets of the set whose source names a year.
Formats: table, json, csv, md.
Tiếng Việt: các mốc của Đề án 950 theo lời khai trong tệp --progress; hoặc các mục tiêu có thời hạn của một bộ tiêu chí: đã đạt, đúng tiến độ, chậm, quá hạn, không đo được. Không suy đoán khi không có số liệu.";
/// Of `programme pilots`.
pub(crate) const PILOTS: &str = "\
Rules are data: what a document says is cited, the rest is marked as the user's assumption. A comparison before and after is no statistical test.
Formats: table, json, csv, md.
Tiếng Việt: select đối chiếu ứng viên với điều kiện, chấm điểm sẵn sàng, xếp hạng và in phiếu quyết định; evaluate so thí điểm trước và sau với các đơn vị tương đồng, nêu tên từng đơn vị, nói rõ khi quá ít.";
/// Of `programme priorities`.
pub(crate) const PRIORITIES: &str = "\
Formats: table, json, csv, md.
Tiếng Việt: danh sách việc nên làm tiếp kèm lý do: thuộc kế hoạch ít việc nhất, số cấp độ đang hụt, tỷ lệ người dân chưa hài lòng, ưu tiên địa phương khai, khoảng cách tới ngưỡng; --by đổi thứ tự khóa. --objectives: kết quả theo năm mục tiêu của Nghị quyết 06-NQ/TW.";
/// Of `panel diagnose`.
pub(crate) const DIAGNOSE: &str = "\
Every statistic says of how many units it is, or why there is none; an empty cell takes a unit out of one pair, not out of a column.
Formats: table, json, csv (a row for each figure), md.
Tiếng Việt: xét xem các tiêu chí có cùng đo một điều không (tương quan, alpha của Cronbach, thành phần chính), trọng số thực tế so với trọng số khai báo, thứ tự Copeland và đơn vị nào thiếu số liệu, trong một kỳ của bảng. Các ngưỡng là quy ước do người dùng chọn.";
/// Of `panel robust`.
pub(crate) const PANEL_ROBUST: &str = "\
Only what is named varies. Ranks of replications are 1 2 2 4; an interval is from the 5 % to the 95 % quantile. An edition without a score gives how often each level is reached, and no ranks.
Examples:
  dothi panel robust SET table.csv --seed 1 --weights dirichlet:50
  dothi panel robust SET table.csv --seed 1 --weights band:25% --assumed 10% --means arithmetic,geometric --show sobol --replications 1000
  dothi panel robust SET table.csv --seed 1 --error air=5% --error trust=survey:400:100
  dothi panel robust SET table.csv --seed 1 --normalise goalposts,min_max,rank --impute none,criterion:all:median --show sobol
  dothi panel robust SET city-1.json city-2.json --seed 1 --error-by-quality personal_estimate=20%,estimate_on_assumptions=10%
  dothi panel robust SET table.csv --seed 1 --weights band:25% --show flips --pair 01,48
--report and --pictures run every analysis, of the latest period; --picture draws what --show says. Formats: table, json, csv, md. Exit code 2 when the table has errors, or when an option does not fit the set.
Tiếng Việt: thứ hạng và cấp độ có đứng vững không khi trọng số, giả định của bộ tiêu chí hoặc số liệu khác đi. Cả cách chuẩn hóa (--normalise), xử lý giá trị ngoại lai (--outliers) và điền số liệu thiếu (--impute) cũng thay đổi được; --base-... là cách đang dùng. Chỉ điều được nêu mới thay đổi; cùng --seed, cùng tùy chọn, cùng bảng thì cùng kết quả trên mọi máy. \
--show: places khoảng thứ hạng và tỷ lệ đạt từng cấp độ, pairs so từng cặp, sobol nguồn của dao động (kèm khoảng tin cậy), tornado thay đổi từng thứ một, flips thay đổi trọng số nhỏ nhất làm đảo thứ tự, leave-one-out bỏ từng tiêu chí, design số đã rút của một lần mô phỏng.";
/// Of `programme template`, `check`, `report`, `synthesis`, `answers`.
pub(crate) const REPORTS: &str = "\
Reports are JSON or CSV; a round is bxd-1683-2022 or a JSON file. National sums add reports of provinces only; an amount that is left out is not known, which is not 0. Nothing is dropped: what is late, missing, doubled or contradictory is named, and a reconciliation proves the sums to the đồng.
synthesis: formats table, json, csv, md; -o writes .json, .csv, .md, .html, .docx, several at once. Exit code of check 2 when a report has errors.
Tiếng Việt: template mẫu báo cáo sáu phần; check nêu mọi lỗi một lần (muộn, thiếu phần, tổng không khớp, số âm, dự án trùng); report ghi báo cáo ra văn bản (.docx, .html), để trống số, ngày, chữ ký, nơi nhận; \
synthesis tổng hợp cả nước một đợt: ai nộp, muộn, thiếu; kinh phí cộng chính xác và đối soát đến đồng; khó khăn, đề xuất giữ nguyên văn; answers trả lời tiêu chí về báo cáo hằng năm.";
/// Of `programme rounds`.
pub(crate) const ROUNDS: &str = "\
Formats: table, md. Rounds are worked off by the names of their folders, each compared with the one before. A place that the set does not judge (a rural xã without a declared urban area) is out of scope, and counted as that; city data with errors are named and stop nothing else.
Tiếng Việt: xử lý cả thư mục các đợt (mỗi đợt một thư mục con: round.json, reports, cities): đọc báo cáo, đánh giá mọi đơn vị trong phạm vi và ghi hồ sơ, tổng hợp, ghi báo cáo HTML tiếng Việt và tiếng Anh; \
đơn vị ngoài phạm vi (xã chưa có đô thị) được đếm riêng.";
/// Of `convert`.
pub(crate) const CONVERT: &str = "\
Formats: json, csv, xlsx; with -o the ending of the file decides. CSV for Excel set to Vietnamese: --separator semicolon --bom --decimal comma.
Tiếng Việt: ghi số liệu ở định dạng khác mà không đổi nội dung (mã băm giữ nguyên); --set cho sổ Excel theo mẫu của bộ tiêu chí.";
/// Of `export`.
pub(crate) const EXPORT: &str = "\
What the format has no room for is listed on the error output; nothing is left out silently. The structure of SDMX-CSV and the namespace of the others are this project's own, registered nowhere.
Tiếng Việt: ghi số liệu (sdmx-csv: FILE...), kết quả (ngsi-ld: SET FILE..., oscal: SET FILE của một địa bàn) hoặc bộ tiêu chí (oscal-catalog: SET) ra định dạng trao đổi.
Phần định dạng không chứa được thì được nêu ra; dấu không chính thức, hư cấu, tự đánh giá hay đã thẩm định đi kèm mọi kết quả.";
/// Of `merge`.
pub(crate) const MERGE: &str = "\
Formats of the comparison: table, json, csv, md. The joined file is written only when nothing contradicts; else the exit code is 2.
Tiếng Việt: ghép tệp của nhiều đơn vị về cùng một địa bàn. Chỗ trùng khớp được liệt kê, chỗ mâu thuẫn nêu từng ô; không giá trị nào được chọn ngầm.
Khi có mâu thuẫn thì không ghi tệp và mã thoát là 2. Không có -o thì chỉ so sánh.";
/// Of `digest`.
pub(crate) const DIGEST: &str = "\
Formats: table, json, csv, md.
Tiếng Việt: in mã băm SHA-256 của số liệu; cùng số liệu thì cùng mã, dù là JSON, CSV hay sổ Excel, và không phụ thuộc thứ tự.";
/// Of `record`.
pub(crate) const RECORD: &str = "\
The same set, data, day, scheme and parameters give the same bytes; the salt is the one thing drawn, and only for --public without --salt. Keep the record with the salt: only with it can somebody show what was left out.
Tiếng Việt: ghi hồ sơ kết quả của một địa bàn: kết quả, mã băm của tệp tiêu chí và của số liệu, và chính số liệu. --public ghi thêm bản công khai, \
che người liên hệ và liên kết nội bộ mà vẫn kiểm chứng được. --sign ký bằng khóa riêng; không có khóa nào được lập ngầm.";
/// Of `verify`.
pub(crate) const VERIFY: &str = "\
Exit code 0 when the record holds, 2 when anything differs. Without --key nothing is said about who made it. Formats: table, json, md.
Tiếng Việt: đánh giá lại theo hồ sơ và so từng giá trị; nêu riêng khi tệp tiêu chí, số liệu hoặc chữ ký không khớp. Mã thoát 0 khi khớp hoàn toàn, 2 khi có chỗ khác.";
/// Of `keygen`.
pub(crate) const KEYGEN: &str = "\
Ed25519; the private key as PKCS#8 PEM without a password, the public key as SPKI PEM. OpenSSL makes and reads the same: openssl genpkey -algorithm ed25519 -out key.pem; openssl pkey -in key.pem -pubout -out key.pub.pem
Tiếng Việt: lập khóa riêng (giữ kín, không có mật khẩu) và khóa công khai (đưa cho người kiểm tra); không ghi đè tệp đang có.";
/// Of `diff`.
pub(crate) const DIFF: &str = "\
Criteria are compared along the crosswalk of the newer edition, or backwards; without one by equal ids. Formats: table, json, csv (one row per difference), md.
Tiếng Việt: nêu tiêu chí thêm mới, bỏ, đổi tên, gộp, đổi ngưỡng, với con số, cấp độ và nguồn của cả hai phiên bản; nêu cả chỗ bảng đối chiếu không khớp với hai tệp.";
/// Of `carry`.
pub(crate) const CARRY: &str = "\
Figures follow as they are or not at all; what does not follow is listed. Formats: table, json (array of whole results side by side), csv, md.
Tiếng Việt: đặt kết quả theo hai phiên bản cạnh nhau, nêu từng thay đổi do số liệu, do quy tắc hay do địa giới; số liệu chuyển sang không phải là số liệu mới.";
/// Of `import`.
pub(crate) const IMPORT: &str = "Tiếng Việt: đọc các bảng *.csv trong thư mục và ghi tệp tiêu chí; lỗi được nêu kèm bảng, dòng và cột.";
/// Of `schema`.
pub(crate) const SCHEMA: &str = "\
JSON Schema 2020-12, for editors and other programs; descriptions in English and, under x-description-vi, in Vietnamese. A file named like a kind is ./name.
Tiếng Việt: in JSON Schema cho trình soạn thảo và chương trình khác. WHAT là loại tệp: criteria-set tệp tiêu chí, city-data số liệu, assessment kết quả, record hồ sơ kết quả, local-reports báo cáo địa phương, report-round đợt báo cáo; \
hoặc là một bộ tiêu chí: số liệu mà bộ đó cần, với mã, đơn vị, miền giá trị và các bậc. --frictionless in Table Schema cho tệp CSV của bộ đó.";
/// Of `units`.
pub(crate) const UNITS: &str = "\
Formats: table, json, csv, md. The lists are transcriptions, not compared with the official texts.
Tiếng Việt: đơn vị hành chính của một ngày; tìm theo tên có dấu hoặc không dấu, theo mã; --parent các xã, phường, đặc khu của một tỉnh; \
--former một tỉnh cũ nay là tỉnh nào. Danh mục là bản chép, chưa đối chiếu với văn bản chính thức.";
/// Of `completions`.
pub(crate) const COMPLETIONS: &str = "Tiếng Việt: in phần gợi ý lệnh cho shell, ví dụ: dothi completions bash";
/// Of `man`.
pub(crate) const MAN: &str = "Tiếng Việt: in trang hướng dẫn; --dir ghi mỗi lệnh một trang vào thư mục.";
