//! Prints what contradicts itself or is missing in a roadmap, as JSON:
//! `cargo run -p roadmap --example check -- FILE`; for what it can't read it prints one line on
//! standard error and fails.

mod reading;

use roadmap::check::{Finding, check};
use std::error::Error;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    reading::print(findings())
}

fn findings() -> Result<Vec<Finding>, Box<dyn Error>> {
    let file =
        std::env::args_os().nth(1).ok_or("name the file: cargo run -p roadmap --example check -- FILE")?;
    Ok(check(&reading::document(Path::new(&file))?.roadmap))
}
