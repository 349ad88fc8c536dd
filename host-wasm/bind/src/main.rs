//! `schemasync-bind IN.wasm OUT_DIR`: wasm-bindgen's step, one JavaScript module for browsers, bundlers and Node alike.

mod order;

use std::path::Path;
use std::process::ExitCode;
use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [input, out] = arguments.as_slice() else {
        eprintln!("usage: schemasync-bind IN.wasm OUT_DIR");
        return ExitCode::from(2);
    };
    match bind(Path::new(input), Path::new(out)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn bind(input: &Path, out: &Path) -> Result<(), String> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(input)
        .out_name("engine")
        .web(true)
        .map_err(|error| error.to_string())?
        .typescript(false)
        // The package says where the module is: beside itself, whoever loads it.
        .omit_default_module_path(true)
        // After a panic the module is started anew.
        .reset_state_function(true)
        .demangle(false)
        .remove_producers_section(true)
        .generate(out)
        .map_err(|error| format!("{error:?}"))?;
    let module = out.join("engine_bg.wasm");
    let bound = std::fs::read(&module).map_err(|error| error.to_string())?;
    std::fs::write(&module, order::by_name(&bound)?).map_err(|error| error.to_string())
}
