//! Records: written, verified, signed.

use crate::run::{DAY, Run, dothi, dothi_reading};
use std::path::PathBuf;
use std::process::Command;

const CITY: &str = "vn-ssc@2026 examples/vi-du.json --unit X-0001";
const SALT: &str = "0707070707070707070707070707070707070707070707070707070707070707";

/// A folder of its own for each test.
fn folder(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("records").join(name);
    let _ = std::fs::remove_dir_all(&path);
    std::fs::create_dir_all(&path).unwrap();
    path.to_str().unwrap().into()
}

#[track_caller]
fn fine(line: &str) -> Run {
    let run = dothi(line);
    assert_eq!(run.code, 0, "{line}: {}{}", run.out, run.err);
    run
}

/// Text of terminals is broken into lines.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_record_is_the_same_each_time_and_holds() {
    let dir = folder("same");
    let said = fine(&format!("record {CITY} --as-of {DAY} -o {dir}/a.json --lang vi")).out;
    assert_eq!(said, format!("Đã ghi hồ sơ: {dir}/a.json\n"));
    let to_output = fine(&format!("record {CITY} --as-of {DAY}")).out;
    assert_eq!(std::fs::read_to_string(format!("{dir}/a.json")).unwrap(), to_output);
    let verified = dothi_reading("verify - --lang vi", to_output.as_bytes());
    assert_eq!(verified.code, 0, "{}", verified.err);
    let out = flat(&verified.out);
    for said in [
        "DỮ LIỆU HƯ CẤU",
        "Thành phố Ví Dụ (X-0001, đô thị); vn-ssc@2026-u1, main; đánh giá ngày 21/11/2026",
        "Hồ sơ khớp: đánh giá lại cho đúng kết quả đã ghi, từng giá trị một.",
        "Tự đánh giá: cấp độ tham khảo 1/3 (bộ tiêu chí không chính thức; không phải kết quả công nhận; DỮ LIỆU HƯ CẤU)",
        "Chưa kiểm tra chữ ký",
    ] {
        assert!(out.contains(said), "{said} in {out}");
    }
    assert!(fine(&format!("verify {dir}/a.json --data examples/vi-du.json --lang en")).out.contains("Held against the data"));
    assert!(fine(&format!("check {dir}/a.json --lang en")).out.contains("Record of an assessment by vn-ssc@2026-u1"));
}

#[test]
fn every_format_carries_the_marks() {
    let dir = folder("marks");
    fine(&format!("record {CITY} --as-of {DAY} -o {dir}/a.json"));
    for format in ["table", "md", "json"] {
        let out = flat(&fine(&format!("verify {dir}/a.json --lang vi --format {format}")).out);
        for mark in ["DỮ LIỆU HƯ CẤU", "không phải kết quả công nhận", "cách hiểu của bộ tiêu chí này"] {
            assert!(out.contains(mark), "{format}: {mark} in {out}");
        }
        assert!(!out.contains("cấp độ 1"), "{format}: a bare level");
    }
    let body = std::fs::read_to_string(format!("{dir}/a.json")).unwrap();
    assert!(body.contains(r#""level":{"marks":["fictional","not_official""#));
}

#[test]
fn a_changed_record_is_2_and_names_what_differs() {
    let dir = folder("changed");
    let text = fine(&format!("record {CITY} --as-of {DAY}")).out;
    let path = format!("{dir}/a.json");
    std::fs::write(&path, text.replacen("\"reached\":1", "\"reached\":3", 1)).unwrap();
    let run = dothi(&format!("verify {path} --lang en"));
    assert_eq!(run.code, 2);
    let out = flat(&run.out);
    assert!(
        out.contains("The record does NOT hold.") && out.contains("the result (self-assessed), level/reached: `3` recorded, `1` replayed"),
        "{out}"
    );
    assert!(!out.contains("reference level 1") && out.contains("FICTIONAL DATA"), "{out}");
    let run = dothi(&format!("verify {path} --lang vi --format json"));
    assert!(run.code == 2 && run.out.contains("\"record.differs\"") && run.out.contains("\"holds\": false"), "{}", run.out);
    std::fs::write(&path, text.replacen("\"scheme\"", "\"schema\"", 1)).unwrap();
    let run = dothi(&format!("verify {path} --lang en"));
    assert!(run.code == 2 && run.err.contains("json.unknown_key") && run.err.contains("json.missing_key"), "{}", run.err);
    std::fs::write(&path, &text).unwrap();
    let run = dothi(&format!("verify {path} --set vn-ssc@2022 --lang en"));
    assert!(run.code == 2 && run.out.contains("record.other_set"), "{}", run.out);
}

#[test]
fn a_public_copy_leaves_people_out_and_verifies() {
    let dir = folder("public");
    let line = format!("record {CITY} --as-of {DAY} -o {dir}/a.json --public {dir}/b.json --lang en");
    let said = fine(&line).out;
    assert!(said.contains("Public copy written") && said.contains("(texts sealed: "), "{said}");
    let first = std::fs::read_to_string(format!("{dir}/b.json")).unwrap();
    assert!(!first.contains("prepared_by\":\"Ủy") && first.contains("prepared_by\":\"sealed:"));
    assert!(fine(&format!("verify {dir}/b.json --lang en")).out.contains("texts are sealed (contact persons, internal links)"));
    fine(&format!("verify {dir}/a.json --data examples/vi-du.json"));
    fine(&line);
    assert_ne!(std::fs::read_to_string(format!("{dir}/b.json")).unwrap(), first, "another salt");
    fine(&format!("{line} --salt {SALT}"));
    let fixed = std::fs::read_to_string(format!("{dir}/b.json")).unwrap();
    fine(&format!("{line} --salt {SALT}"));
    assert_eq!(std::fs::read_to_string(format!("{dir}/b.json")).unwrap(), fixed);
}

#[test]
fn a_signature_says_who() {
    let dir = folder("signed");
    let keys = fine(&format!("keygen -o {dir}/key.pem --lang en")).out;
    assert!(keys.contains("Private key (keep it secret)"));
    let again = dothi(&format!("keygen -o {dir}/key.pem --lang en"));
    assert!(again.code == 1 && again.err.contains("a key is never replaced"), "{}", again.err);
    let said = fine(&format!("record {CITY} --as-of {DAY} -o {dir}/a.json --public {dir}/b.json --sign {dir}/key.pem --lang vi")).out;
    assert_eq!(said.matches("Đã ký: ").count(), 2, "{said}");
    for file in ["a", "b"] {
        assert_eq!(std::fs::read(format!("{dir}/{file}.json.sig")).unwrap().len(), 64);
        let out = flat(&fine(&format!("verify {dir}/{file}.json --key {dir}/key.pub.pem --lang en")).out);
        let digest = keys.lines().last().unwrap().rsplit(' ').next().unwrap();
        assert!(out.contains("The signature fits the key") && out.contains(digest), "{out}");
    }
    let swapped = dothi(&format!("verify {dir}/a.json --key {dir}/key.pub.pem --signature {dir}/b.json.sig --lang en"));
    assert!(swapped.code == 2 && swapped.out.contains("record.bad_signature"), "{}", swapped.out);
    fine(&format!("keygen -o {dir}/other.pem"));
    assert_eq!(dothi(&format!("verify {dir}/a.json --key {dir}/other.pub.pem")).code, 2);
    // Laid out again, a record still follows from its data; the signature is that of the file as it was written.
    let text = std::fs::read_to_string(format!("{dir}/a.json")).unwrap();
    std::fs::write(format!("{dir}/a.json"), format!("{text}\n")).unwrap();
    let relaid = dothi(&format!("verify {dir}/a.json --key {dir}/key.pub.pem --lang en"));
    assert!(
        relaid.code == 2 && relaid.out.contains("record.bad_signature") && relaid.out.contains("record.not_canonical"),
        "{}",
        relaid.out
    );
    assert!(!relaid.out.contains("record.differs"));
}

#[cfg(unix)]
#[test]
fn a_private_key_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let dir = folder("mode");
    fine(&format!("keygen -o {dir}/key.pem"));
    assert_eq!(std::fs::metadata(format!("{dir}/key.pem")).unwrap().permissions().mode() & 0o777, 0o600);
}

/// The same signature by another program, both ways.
#[test]
fn openssl_reads_keys_and_signatures_and_makes_them() {
    let dir = folder("openssl");
    let openssl = |line: &str| {
        let run = Command::new("openssl").args(line.split_whitespace()).current_dir(&dir).output();
        run.map(|out| (out.status.success(), String::from_utf8_lossy(&out.stdout).into_owned() + &String::from_utf8_lossy(&out.stderr)))
    };
    if openssl("version").is_err() {
        println!("\n!!!! SKIPPED: no openssl on this machine, signatures were not held against another program !!!!\n");
        return;
    }
    let done = |line: &str| {
        let (fine, said) = openssl(line).unwrap();
        assert!(fine, "openssl {line}: {said}");
        said
    };
    fine(&format!("keygen -o {dir}/key.pem"));
    fine(&format!("record {CITY} --as-of {DAY} -o {dir}/a.json --sign {dir}/key.pem"));
    let verified = done("pkeyutl -verify -rawin -pubin -inkey key.pub.pem -in a.json -sigfile a.json.sig");
    assert!(verified.contains("Signature Verified Successfully"), "{verified}");
    done("pkey -in key.pem -pubout -out same.pub.pem");
    assert_eq!(std::fs::read(format!("{dir}/same.pub.pem")).unwrap(), std::fs::read(format!("{dir}/key.pub.pem")).unwrap());

    done("genpkey -algorithm ed25519 -out theirs.pem");
    done("pkey -in theirs.pem -pubout -out theirs.pub.pem");
    done("pkeyutl -sign -rawin -inkey theirs.pem -in a.json -out theirs.sig");
    fine(&format!("verify {dir}/a.json --key {dir}/theirs.pub.pem --signature {dir}/theirs.sig"));
    fine(&format!("record {CITY} --as-of {DAY} -o {dir}/a.json --sign {dir}/theirs.pem"));
    assert_eq!(
        std::fs::read(format!("{dir}/a.json.sig")).unwrap(),
        std::fs::read(format!("{dir}/theirs.sig")).unwrap(),
        "Ed25519 draws nothing"
    );
}

#[test]
fn what_cannot_be_done_is_1_in_both_languages() {
    let dir = folder("usage");
    let said = |line: &str| {
        let run = dothi(line);
        assert_eq!((run.code, run.out.as_str()), (1, ""), "{line}");
        run.err
    };
    assert!(said("record vn-ssc examples/vi-du.json --lang vi").contains("hồ sơ chỉ chứa một địa bàn, các tệp có 2; hãy chọn bằng --unit"));
    assert!(said(&format!("record {CITY} --sign {dir}/none.pem --lang en")).contains("none.pem: no such file or folder"));
    assert!(said(&format!("record {CITY} --salt 07 --lang en")).contains("64 hexadecimal digits"));
    assert!(said("keygen -o key --lang vi").contains("tên tệp khóa phải kết thúc bằng .pem"));
    assert!(said("verify no-such.json --lang vi").contains("không tìm thấy tệp hoặc thư mục"));
    fine(&format!("keygen -o {dir}/key.pem"));
    assert!(said(&format!("record {CITY} --sign {dir}/key.pem --lang vi")).contains("chữ ký cần một tệp đi kèm"));
    assert!(
        said(&format!("record {CITY} -o {dir}/a.json --sign {dir}/key.pub.pem --lang en"))
            .contains("not an Ed25519 private key as PKCS#8 PEM")
    );
    fine(&format!("record {CITY} --as-of {DAY} -o {dir}/a.json --sign {dir}/key.pem"));
    assert!(
        said(&format!("verify {dir}/a.json --key {dir}/key.pem --lang vi")).contains("không phải khóa công khai Ed25519 dạng SPKI PEM")
    );
    std::fs::write(format!("{dir}/b.json"), std::fs::read(format!("{dir}/a.json")).unwrap()).unwrap();
    assert!(said(&format!("verify {dir}/b.json --key {dir}/key.pub.pem --lang en")).contains("b.json.sig: no such file or folder"));
}
