//! Held against the standard library's on long runs of operations.

use super::{BTreeMap, BTreeSet};
use std::collections::{BTreeMap as StdMap, BTreeSet as StdSet};

/// Numbers in no order, the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }
}

#[track_caller]
fn check(map: &BTreeMap<u64, u64>, std: &StdMap<u64, u64>) {
    assert_eq!(map.len(), std.len());
    assert!(map.iter().eq(std.iter()));
    assert!(map.iter().rev().eq(std.iter().rev()));
    assert_eq!(map.first_key_value(), std.first_key_value());
    assert_eq!(map.last_key_value(), std.last_key_value());
}

#[test]
fn does_what_the_standard_one_does() {
    let mut numbers = Numbers(7);
    for keys in [3, 100, 3_000] {
        let (mut map, mut std) = (BTreeMap::new(), StdMap::new());
        for step in 0..20_000 {
            let (key, value) = (numbers.below(keys), numbers.below(1_000));
            match numbers.below(7) {
                0..=2 => assert_eq!(map.insert(key, value), std.insert(key, value)),
                3 => assert_eq!(map.remove(&key), std.remove(&key)),
                4 => assert_eq!(map.get(&key), std.get(&key)),
                5 => assert_eq!(map.entry(key).or_insert(value), std.entry(key).or_insert(value)),
                _ => assert!(map.range(key..).take(3).eq(std.range(key..).take(3))),
            }
            if step % 997 == 0 {
                check(&map, &std);
            }
        }
        map.retain(|key, value| (*key + *value) % 3 > 0);
        std.retain(|key, value| (*key + *value) % 3 > 0);
        check(&map, &std);
        assert!(map.clone().into_iter().eq(std.clone()));
        assert_eq!(map.values().sum::<u64>(), std.values().sum::<u64>());
        let text = serde_json::to_string(&map).unwrap();
        assert_eq!(text, serde_json::to_string(&std).unwrap());
        assert_eq!(serde_json::from_str::<BTreeMap<u64, u64>>(&text).unwrap(), map);
    }
}

#[test]
fn what_comes_in_order_fills_its_blocks() {
    let map: BTreeMap<u64, u64> = (0..10_000).map(|key| (key, key)).collect();
    let std: StdMap<u64, u64> = (0..10_000).map(|key| (key, key)).collect();
    check(&map, &std);
    assert_eq!(map, (0..10_000).rev().map(|key| (key, key)).collect());
}

#[test]
fn sets() {
    let mut numbers = Numbers(1);
    let some = |numbers: &mut Numbers| (0..500).map(|_| numbers.below(700)).collect::<Vec<_>>();
    let (a, b) = (some(&mut numbers), some(&mut numbers));
    let (x, y): (BTreeSet<u64>, BTreeSet<u64>) = (a.iter().copied().collect(), b.iter().copied().collect());
    let (s, t): (StdSet<u64>, StdSet<u64>) = (a.into_iter().collect(), b.into_iter().collect());
    assert!(x.iter().eq(s.iter()) && y.iter().eq(t.iter()));
    assert!(x.difference(&y).eq(s.difference(&t)));
    assert!(x.intersection(&y).eq(s.intersection(&t)));
    assert_eq!((x.cmp(&y), x == y, x.is_subset(&y)), (s.cmp(&t), s == t, s.is_subset(&t)));
    assert!(x.contains(x.first().unwrap()) && x.last() == s.last());
}
