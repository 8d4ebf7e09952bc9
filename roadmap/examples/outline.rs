//! Prints what a Markdown document comes to as a roadmap, as JSON:
//! `cargo run -p roadmap --example outline -- FILE`

mod reading;

use roadmap::Roadmap;
use roadmap::document::{Summary, summary};
use serde::Serialize;
use std::error::Error;
use std::path::Path;
use std::process::ExitCode;

#[derive(Serialize)]
struct Outline {
    summary: Summary,
    roadmap: Roadmap,
}

fn main() -> ExitCode {
    reading::print(outline())
}

fn outline() -> Result<Outline, Box<dyn Error>> {
    let file =
        std::env::args_os().nth(1).ok_or("name the file: cargo run -p roadmap --example outline -- FILE")?;
    let import = reading::document(Path::new(&file))?;
    Ok(Outline { summary: summary(&import.roadmap, &import.source), roadmap: import.roadmap })
}
