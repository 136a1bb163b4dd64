//! Peer groups.

use super::{codes, dec, dti, dti_set, read, trend};
use dothi::{Lang, PeerBy, TrendOptions};

const ROWS: &[(&str, &str, &str, &str)] = &[
    ("01", "2025", ",Bắc,1200000", "0.5"),
    ("04", "2025", ",Bắc,300000", "0.7"),
    ("08", "2025", ",Bắc,800000", "0.4"),
    ("11", "2025", ",Bắc,500000", ""),
    ("46", "2025", ",Trung,600000", "0.9"),
    ("48", "2025", ",Trung,1000000", "0.8"),
    ("79", "2025", ",,9000000", "0.6"),
];

fn table() -> String {
    dti(",region,population", ROWS)
}

#[test]
fn ranks_and_distances_stay_inside_a_group() {
    let found = trend(&dti_set(), &table(), &TrendOptions::default().with_peers(PeerBy::Region));
    let peer = |code: &str| found.places.iter().find(|place| place.code == code).unwrap().points[0].peer.clone();
    let north = peer("04").unwrap();
    assert_eq!((north.group.as_str(), north.of, north.to_median), ("Bắc", 3, Some(dec("0.2"))));
    assert_eq!(north.rank.unwrap().to_string(), "1");
    assert_eq!(peer("08").unwrap().rank.unwrap().to_string(), "3");
    let without = peer("11").unwrap();
    assert_eq!((without.rank, without.to_median), (None, None));
    // A group of two has a median and no ranks.
    let centre = peer("46").unwrap();
    assert_eq!((centre.rank, centre.of, centre.to_median), (None, 2, Some(dec("0.05"))));
    assert!(peer("79").is_none(), "nothing says its region");
    let groups: Vec<_> = found.peers.iter().map(|g| (g.group.as_str(), g.places, g.scored, g.median)).collect();
    assert_eq!(groups, [("Bắc", 4, 3, Some(dec("0.5"))), ("Trung", 2, 2, Some(dec("0.85")))]);
    // Ranks of all places stay beside, with their number.
    let said = found.places[0].point_text(&found.places[0].points[0], Lang::Vi);
    assert!(said.contains("hạng 5 trong số 6 đơn vị"), "{said}");
}

#[test]
fn bands_of_a_size_hold_their_lower_edge() {
    let bands = PeerBy::Bands { column: "population".into(), edges: vec![dec("500000"), dec("1000000")] };
    let found = trend(&dti_set(), &table(), &TrendOptions::default().with_peers(bands));
    let groups: Vec<_> = found.peers.iter().map(|g| (g.group.as_str(), g.places)).collect();
    assert_eq!(groups, [("500000 – < 1000000", 3), ("< 500000", 1), ("≥ 1000000", 3)]);
}

#[test]
fn what_cannot_be_grouped_is_refused() {
    let set = dti_set();
    let panel = read(&set, &table(), &["population"]).unwrap();
    let ask = |by| panel.trend(&set, &crate::support::as_of(), &TrendOptions::default().with_peers(by)).unwrap_err();
    assert_eq!(codes(&ask(PeerBy::UrbanClass)), ["panel.no_such_column"]);
    assert_eq!(codes(&ask(PeerBy::Column("height".into()))), ["panel.no_such_column"]);
    let bad = table().replace("1200000", "1.2 triệu");
    let panel = read(&set, &bad, &["population"]).unwrap();
    let bands = PeerBy::Bands { column: "population".into(), edges: vec![dec("1")] };
    let refused = panel.trend(&set, &crate::support::as_of(), &TrendOptions::default().with_peers(bands)).unwrap_err();
    assert_eq!(codes(&refused), ["panel.not_a_size"]);
}
