//! Standard input, colour, closed pipes.

use crate::run::{DAY, command, dothi, dothi_reading, root};
use std::process::Stdio;

#[test]
fn a_dash_reads_standard_input_once() {
    let file = std::fs::read(root().join("examples/dti-922-2022.json")).unwrap();
    let read = dothi_reading(&format!("assess dti-922 - --as-of {DAY} --lang vi"), &file);
    assert_eq!(read.out, dothi(&format!("assess dti-922 examples/dti-922-2022.json --as-of {DAY} --lang vi")).out);
    let set = std::fs::read(root().join("criteria/dti-922/2022-u1.json")).unwrap();
    let read = dothi_reading(&format!("assess - examples/dti-922-2022.json --as-of {DAY} --lang vi"), &set);
    assert_eq!(read.code, 0, "{}", read.err);
    let twice = dothi_reading("assess - - --lang vi", &set);
    assert_eq!(twice.code, 1);
    assert!(twice.err.contains("chỉ đọc được một lần"));
}

#[test]
fn colour_is_only_for_terminals_or_when_asked() {
    let line = format!("assess vn-ssc examples/vi-du.json --unit X-0001 --as-of {DAY} --lang vi");
    let plain = dothi(&line);
    assert!(!plain.out.contains('\u{1b}'));
    let colored = dothi(&format!("{line} --color always"));
    assert!(colored.out.contains('\u{1b}'));
    // Colour says nothing that words do not say.
    let mut bare = String::new();
    let mut rest = colored.out.as_str();
    while let Some((before, after)) = rest.split_once('\u{1b}') {
        bare.push_str(before);
        rest = after.split_once('m').unwrap().1;
    }
    bare.push_str(rest);
    assert_eq!(bare, plain.out);
}

#[test]
fn numbers_of_a_csv_file_are_read_as_declared() {
    let file = "unit_code;item;role;period;value\n01;unit;name_vi;;Tỉnh Hư Cấu\n01;unit;kind;;province\n01;unit;fictional;;yes\n\
        01;awareness;value;2022;0,500\n";
    let line = format!("check - --set dti-922 --as-of {DAY} --numbers");
    assert_eq!(dothi_reading(&format!("{line} vi"), file.as_bytes()).code, 0);
    assert_eq!(dothi_reading(&format!("{line} en"), file.as_bytes()).code, 2);
}

#[test]
fn a_reader_that_goes_away_is_no_fault() {
    let arguments = ["assess", "vn-ssc", "examples/vi-du.json", "--format", "json", "--as-of", DAY];
    let mut child = command(&arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let ended = child.wait_with_output().unwrap();
    assert_eq!(ended.status.code(), Some(0));
    assert!(ended.stderr.is_empty(), "{}", String::from_utf8_lossy(&ended.stderr));
}
