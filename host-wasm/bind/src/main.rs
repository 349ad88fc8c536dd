//! Steps between the compiler and the package:
//! `schemasync-bind bind IN.wasm OUT_DIR` is wasm-bindgen's, one JavaScript module for browsers, bundlers and Node alike;
//! `schemasync-bind order FILE.wasm` puts the module's functions in the order that gzips best, and leaves their names out.

mod order;

use std::path::Path;
use std::process::ExitCode;
use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        ["bind", input, out] => bind(Path::new(input), Path::new(out)),
        ["order", file] => order(Path::new(file)),
        _ => Err("usage: schemasync-bind bind IN.wasm OUT_DIR | order FILE.wasm".to_owned()),
    };
    match done {
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
        .map_err(|error| format!("{error:?}"))
}

fn order(file: &Path) -> Result<(), String> {
    let module = std::fs::read(file).map_err(|error| error.to_string())?;
    std::fs::write(file, order::by_likeness(&module)?).map_err(|error| error.to_string())
}
