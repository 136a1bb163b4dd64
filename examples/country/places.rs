//! The places of the country.

/// What a place is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Province,
    /// Xã, most of which have nothing to report.
    Rural,
    /// Phường.
    Ward,
    /// Đặc khu.
    Zone,
    /// Several phường together.
    Urban,
}

impl Kind {
    pub fn word(self) -> &'static str {
        match self {
            Self::Province => "province",
            Self::Urban => "urban_area",
            _ => "commune",
        }
    }
}

pub struct Place {
    pub code: String,
    pub name: String,
    pub kind: Kind,
    pub parent: String,
    pub number: u64,
}

impl Place {
    /// One xã in ten reports; the others are out of scope.
    pub fn reports(&self) -> bool {
        self.kind != Kind::Rural || self.number.is_multiple_of(10)
    }
}

pub struct Country {
    pub provinces: Vec<Place>,
    inside: Vec<Place>,
}

/// As many as the country has since 2025-07-01.
const COUNTS: [(Kind, &str, u64); 3] = [(Kind::Rural, "Xã", 2_621), (Kind::Ward, "Phường", 687), (Kind::Zone, "Đặc khu", 13)];
const PROVINCES: u64 = 34;

impl Country {
    pub fn new() -> Self {
        let province = |number: u64| Place {
            code: format!("X{number:02}"),
            name: format!("Tỉnh Giả Định {number:02}"),
            kind: Kind::Province,
            parent: String::new(),
            number,
        };
        let provinces: Vec<Place> = (1..=PROVINCES).map(province).collect();
        let mut inside = Vec::new();
        let mut number = 100;
        for (kind, word, count) in COUNTS {
            for at in 0..count {
                number += 1;
                let parent = format!("X{:02}", at % PROVINCES + 1);
                inside.push(Place { code: format!("X{number:04}"), name: format!("{word} Giả Định {number}"), kind, parent, number });
            }
        }
        // Three urban areas of several phường in each province.
        for at in 0..PROVINCES * 3 {
            number += 1;
            let parent = format!("X{:02}", at % PROVINCES + 1);
            inside.push(Place {
                code: format!("XU{at:03}"), name: format!("Đô thị Giả Định {at}"), kind: Kind::Urban, parent, number
            });
        }
        Self { provinces, inside }
    }

    pub fn inside(&self, province: &Place) -> impl Iterator<Item = &Place> {
        self.inside.iter().filter(|place| place.parent == province.code)
    }
}
