//! The WebAssembly host of Schema Sync: exports of a few lines each over the core. What they take and give back is plain
//! data (`asked`, `told`); what JavaScript sees of it is described in `npm/index.d.ts`.
//!
//! Bad input is data. A panic, which there should be none of, is thrown as an error with the panic's message; the package
//! then starts the module anew (`npm/engine.js`).

mod asked;
mod comparing;
mod parsing;
mod places;
mod reading;
mod settling;
mod tables;
mod told;
#[cfg(test)]
mod types_tests;

use schemasync_core::value::{FromValue, from_value};
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[cfg(all(target_family = "wasm", not(target_feature = "atomics")))]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Before anything else: what panics says so.
#[wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|panic| wasm_bindgen::throw_str(&panic.to_string())));
}

/// The version of the engine.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Sources, understood: objects with their places, tables, diagnostics.
#[wasm_bindgen]
pub fn parse(request: JsValue) -> String {
    answer(request, |asked| json(&parsing::parse(asked)))
}

/// The plan from one side to the other, or back.
#[wasm_bindgen]
pub fn diff(request: JsValue) -> String {
    answer(request, |asked| comparing::diff(asked).json())
}

/// A plan as the command prints it.
#[wasm_bindgen]
pub fn render(request: JsValue) -> String {
    answer(request, |asked| json(&comparing::render(asked)))
}

/// One side in canonical form.
#[wasm_bindgen]
pub fn inspect(request: JsValue) -> String {
    answer(request, |asked| json(&parsing::inspect(asked)))
}

/// The fingerprint of one side.
#[wasm_bindgen]
pub fn fingerprint(request: JsValue) -> String {
    answer(request, |asked| json(&parsing::fingerprint(asked)))
}

/// The statement that reads a catalog, and what must hold in its session.
#[wasm_bindgen]
pub fn catalog_query(server_version: u32) -> String {
    json(&parsing::catalog_query(server_version))
}

/// What to ask a server, so that nothing stays undecided.
#[wasm_bindgen]
pub fn questions(request: JsValue) -> String {
    answer(request, |asked| json(&settling::questions(asked)))
}

/// Calls a function of plain data from JavaScript. A request of another shape than the types say is a diagnostic, too.
fn answer<Q: FromValue>(request: JsValue, function: impl FnOnce(Q) -> String) -> String {
    // By way of a JSON value: every request and every document is read by the same code.
    let value = serde_wasm_bindgen::from_value(request).map_err(|error| error.to_string());
    match value.and_then(|value| from_value(value).map_err(|error| error.to_string())) {
        Ok(request) => function(request),
        Err(why) => json(&told::Refusal::new(&why)),
    }
}

/// Answers travel as JSON text: one string crosses the border faster than thousands of small values, and the engine reads
/// and writes JSON anyway.
fn json(answer: &impl Serialize) -> String {
    serde_json::to_string(answer).unwrap_or_default()
}
