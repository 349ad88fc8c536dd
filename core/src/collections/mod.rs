//! Ordered maps and sets: the standard library's, and for WebAssembly, where every byte is downloaded, ones that do the same
//! with a fraction of the code. Each pair of types makes its own copy of a map's code, and there are a hundred.

#[cfg(any(test, target_arch = "wasm32"))]
mod compact;

#[cfg(target_arch = "wasm32")]
pub use compact::{BTreeMap, BTreeSet};
#[cfg(not(target_arch = "wasm32"))]
pub use std::collections::{BTreeMap, BTreeSet};
