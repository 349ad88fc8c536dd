//! `schemasync-bind IN.wasm OUT_DIR`: wasm-bindgen's step, one JavaScript module for browsers, bundlers and Node alike.

use std::process::ExitCode;
use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [input, out] = arguments.as_slice() else {
        eprintln!("usage: schemasync-bind IN.wasm OUT_DIR");
        return ExitCode::from(2);
    };
    let mut bindgen = Bindgen::new();
    let made = bindgen.input_path(input).out_name("engine").web(true).and_then(|bindgen| {
        bindgen
            .typescript(false)
            // The package says where the module is: beside itself, whoever loads it.
            .omit_default_module_path(true)
            // After a panic the module is started anew.
            .reset_state_function(true)
            .remove_name_section(std::env::var_os("KEEP_NAMES").is_none())
            .remove_producers_section(true)
            .generate(out)
    });
    match made {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:?}");
            ExitCode::FAILURE
        }
    }
}
