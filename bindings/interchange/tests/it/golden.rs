//! Whole documents, byte for byte. `BLESS=1 cargo test -p dothi-interchange` writes them anew; read the difference before keeping it.

use crate::support::cities;
use std::path::Path;

pub fn check(name: &str, shown: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, shown).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == shown, "{} is not what is written now", path.display());
}

#[test]
fn sdmx_csv_of_the_fictional_city() {
    let mut file = cities("vi-du.json");
    file.cities.retain(|city| city.unit.code == "X-0001");
    let (text, left_out) = dothi_interchange::sdmx::write(&file);
    check("vi-du.csv", &text);
    check("vi-du.left-out.txt", &format!("{left_out}\n"));
}
