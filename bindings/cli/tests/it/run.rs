//! Runs the real binary.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The day of every test.
pub const DAY: &str = "2026-11-21";

/// The folder that holds `criteria/` and `examples/`.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The command in a known environment: root folder, no language, no colour settings.
pub fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dothi"));
    command.args(arguments).current_dir(root());
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "TERM", "COLUMNS"] {
        command.env_remove(name);
    }
    command
}

/// What one run gave.
pub struct Run {
    pub out: String,
    pub err: String,
    pub code: i32,
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("output is UTF-8");
        Self { out: text(output.stdout), err: text(output.stderr), code: output.status.code().expect("ended by itself") }
    }
}

/// Runs with words separated by spaces.
pub fn dothi(line: &str) -> Run {
    let arguments: Vec<&str> = line.split_whitespace().collect();
    command(&arguments).stdin(Stdio::null()).output().unwrap().into()
}

/// Runs with a standard input.
pub fn dothi_reading(line: &str, input: &[u8]) -> Run {
    let arguments: Vec<&str> = line.split_whitespace().collect();
    let mut child = command(&arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap().into()
}
