//! Lots drawn by name: the same name on the same side gives the same lots, whatever else is drawn.

/// Where the lots of one side come from.
#[derive(Clone, Copy, Debug)]
pub struct Lots {
    seed: u64,
    side: u64,
}

/// Groups of kinds that are drawn by default. `GROUPS=all` draws the others too, which still find faults.
const GROUPS: &[&str] =
    &["families", "chains", "rules", "statistics", "more triggers", "more policies", "grants"];

/// How many of a hundred names have the same lots on both sides.
const ALIKE: u64 = 75;

impl Lots {
    /// Lots of a side.
    pub fn new(seed: u64, side: u64) -> Self {
        Lots { seed, side }
    }

    /// Whether a pair has a group of kinds that only some have, so that pairs stay small: the same on both sides.
    pub fn has(&self, group: &str) -> bool {
        let drawn = GROUPS.contains(&group) || std::env::var_os("GROUPS").is_some_and(|all| all == "all");
        drawn && Lots::new(self.seed, 0).of(&format!("group {group}")).chance(30)
    }

    /// Whether something has another name on the side that is wanted.
    pub fn renames(&self, name: &str) -> bool {
        self.side == 1 && Lots::new(self.seed, 0).of(&format!("renamed {name}")).chance(12)
    }

    /// The lots of one name.
    pub fn of(&self, name: &str) -> Lot {
        let mut lot = Lot(name.bytes().fold(self.seed ^ 0xcbf2_9ce4_8422_2325, |h, b| {
            (h ^ u64::from(b)).wrapping_mul(0x0000_0100_0000_01b3)
        }));
        let alike = lot.below(100) < ALIKE;
        if !alike {
            lot.0 = lot.0.wrapping_add(self.side.wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(17));
        }
        lot
    }
}

/// A small deterministic generator (splitmix64).
#[derive(Clone, Copy, Debug)]
pub struct Lot(u64);

impl Lot {
    /// From a seed.
    pub fn new(seed: u64) -> Self {
        Lot(seed)
    }

    /// The next number.
    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below another.
    pub fn below(&mut self, n: u64) -> u64 {
        self.draw() % n.max(1)
    }

    /// True in so many of a hundred draws.
    pub fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// One of some.
    pub fn pick<'a, T: ?Sized + ToOwned>(&mut self, from: &[&'a T]) -> &'a T {
        from[self.below(from.len() as u64) as usize]
    }
}
