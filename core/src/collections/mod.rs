//! Ordered maps and sets: the standard library's, and for WebAssembly, where every byte is downloaded, ones that do the same
//! with a fraction of the code. Each pair of types makes its own copy of a map's code, and there are a hundred.

// Elsewhere only its tests look at it.
#[cfg(any(test, target_arch = "wasm32"))]
#[cfg_attr(not(target_arch = "wasm32"), allow(unreachable_pub, unused_imports))]
mod compact;

#[cfg(target_arch = "wasm32")]
pub use compact::{BTreeMap, BTreeSet};
#[cfg(not(target_arch = "wasm32"))]
pub use std::collections::{BTreeMap, BTreeSet};
