//! Puts the functions of a module in an order in which each is like its neighbours, and leaves the names out. gzip looks back
//! 32 kB and no further, so that what generic code was made into for many types had better stand together: 9 % of the whole.
//! Functions that are the same, of which types of one size make many, stand there once.

use std::collections::{BTreeMap, VecDeque};
use std::convert::Infallible;
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{
    BinaryReaderError, CodeSectionReader, CustomSectionReader, FunctionSectionReader, KnownCustom, Parser,
    Payload, TypeRef,
};

/// Bytes that are compared at a time.
const RUN: usize = 4;
/// How many runs stand for a function: the more of them two functions share, the more they are alike.
const SAMPLES: usize = 256;

/// So many bytes of what was put last count: what is farther behind is out of sight soon.
const SIGHT: usize = 16_000;

/// The runs that stand for a function: of each of many orders of all runs, the first that it has (MinHash).
type Sketch = [u32; SAMPLES];

/// The module with its functions in order.
pub fn by_likeness(wasm: &[u8]) -> Result<Vec<u8>, String> {
    let mut wasm = wasm.to_vec();
    loop {
        let found = Found::in_module(&wasm).map_err(|error| error.to_string())?;
        let once = Order::once(&found);
        if once.old.len() == found.bodies.len() {
            return Order::likeness(&found).written(&wasm);
        }
        // Functions that differ in nothing but which of two same ones they call are the same now.
        wasm = once.written(&wasm)?;
    }
}

/// What the order is made of.
#[derive(Default)]
struct Found<'a> {
    imported: u32,
    types: Vec<u32>,
    bodies: Vec<&'a [u8]>,
}

impl<'a> Found<'a> {
    fn in_module(wasm: &'a [u8]) -> Result<Self, BinaryReaderError> {
        let mut found = Found::default();
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        found.imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::FunctionSection(types) => {
                    found.types = types.into_iter().collect::<Result<_, _>>()?
                }
                Payload::CodeSectionEntry(body) => found.bodies.push(&wasm[body.range()]),
                _ => {}
            }
        }
        Ok(found)
    }
}

fn sketch(body: &[u8]) -> Sketch {
    let mut least = [u32::MAX; SAMPLES];
    for run in body.windows(RUN.min(body.len().max(1))) {
        let hash =
            run.iter().fold(0u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
        let (mut low, step) = (hash ^ (hash >> 29), (hash >> 17) | 1);
        for least in &mut least {
            low = low.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(step);
            *least = (*least).min((low >> 32) as u32);
        }
    }
    least
}

/// The runs of the functions that were put last.
struct Sight {
    functions: VecDeque<(usize, Sketch)>,
    bytes: usize,
    /// How often each run is in sight, by a hash of it.
    counts: Vec<u16>,
}

impl Default for Sight {
    fn default() -> Self {
        Sight { functions: VecDeque::new(), bytes: 0, counts: vec![0; 1 << 18] }
    }
}

impl Sight {
    fn slots(runs: &Sketch) -> impl Iterator<Item = usize> {
        let salted = |(sample, run): (usize, &u32)| run ^ (sample as u32).wrapping_mul(0x9e37_79b9);
        runs.iter().enumerate().map(salted).map(|salted| (salted.wrapping_mul(0x85eb_ca6b) >> 14) as usize)
    }

    fn put(&mut self, size: usize, runs: Sketch) {
        Self::slots(&runs).for_each(|slot| self.counts[slot] += 1);
        self.functions.push_back((size, runs));
        self.bytes += size;
        while self.bytes > SIGHT && self.functions.len() > 1 {
            let Some((size, runs)) = self.functions.pop_front() else { return };
            self.bytes -= size;
            Self::slots(&runs).for_each(|slot| self.counts[slot] -= 1);
        }
    }

    /// How many of the runs are in sight.
    fn holds(&self, runs: &Sketch) -> usize {
        Self::slots(runs).filter(|slot| self.counts[*slot] > 0).count()
    }
}

/// The order: which function stands where.
struct Order {
    imported: u32,
    /// The functions in their new order, by their old places behind the imported ones. Those that stand for others, too, are
    /// there once.
    old: Vec<usize>,
    /// The new place of each old one.
    new: Vec<u32>,
}

impl Order {
    /// Each function once, in the order that they have.
    fn once(found: &Found<'_>) -> Self {
        let mut first = BTreeMap::new();
        let (mut old, mut new) = (Vec::new(), Vec::new());
        for (at, function) in found.types.iter().zip(&found.bodies).enumerate() {
            let place = *first.entry(function).or_insert_with(|| {
                old.push(at);
                old.len() as u32 - 1
            });
            new.push(place);
        }
        Order { imported: found.imported, old, new }
    }

    /// From the smallest function on, always the one of which most is in sight, what the last one has most of all.
    fn likeness(found: &Found<'_>) -> Self {
        let mut left: Vec<(usize, Sketch)> =
            found.bodies.iter().map(|body| sketch(body)).enumerate().collect();
        let size = |place: usize| found.bodies[place].len();
        let mut old = Vec::with_capacity(left.len());
        let mut sight = Sight::default();
        let mut next = (0..left.len()).min_by_key(|at| size(*at));
        while let Some(at) = next {
            let (place, last) = left.swap_remove(at);
            old.push(place);
            sight.put(size(place), last);
            // Of those that are alike, one of like size.
            let unlike = |(other, runs): &(usize, Sketch)| {
                let same = runs.iter().zip(&last).filter(|(a, b)| a == b).count();
                (usize::MAX - 3 * sight.holds(runs) - same, size(*other).abs_diff(size(place)), *other)
            };
            next = (0..left.len()).min_by_key(|at| unlike(&left[*at]));
        }
        let mut new = vec![0; old.len()];
        old.iter().enumerate().for_each(|(place, at)| new[*at] = place as u32);
        Order { imported: found.imported, old, new }
    }
}

impl Order {
    fn written(mut self, wasm: &[u8]) -> Result<Vec<u8>, String> {
        let mut module = Module::new();
        self.parse_core_module(&mut module, Parser::new(0), wasm).map_err(|error| error.to_string())?;
        Ok(module.finish())
    }
}

impl Reencode for Order {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Self::Error>> {
        Ok(match function.checked_sub(self.imported) {
            Some(defined) => self.imported + self.new[defined as usize],
            None => function,
        })
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error<Self::Error>> {
        let types = section.into_iter().collect::<Result<Vec<u32>, _>>()?;
        self.old.iter().for_each(|at| _ = functions.function(types[*at]));
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error<Self::Error>> {
        let bodies = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for at in self.old.clone() {
            self.parse_function_body(code, bodies[at].clone())?;
        }
        Ok(())
    }

    fn parse_custom_section(
        &mut self,
        module: &mut Module,
        section: CustomSectionReader<'_>,
    ) -> Result<(), Error<Self::Error>> {
        match section.as_known() {
            KnownCustom::Name(_) => Ok(()),
            _ => wasm_encoder::reencode::utils::parse_custom_section(self, module, section),
        }
    }
}
