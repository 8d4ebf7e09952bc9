//! Prints what a Markdown document comes to as a roadmap, as JSON:
//! `cargo run -p roadmap --example outline -- FILE`

use roadmap::Roadmap;
use roadmap::document::{Summary, import, summary};
use serde::Serialize;
use std::error::Error;
use std::io::{BufWriter, ErrorKind, Write};
use std::path::Path;
use std::process::ExitCode;

#[derive(Serialize)]
struct Outline {
    summary: Summary,
    roadmap: Roadmap,
}

fn main() -> ExitCode {
    match outline() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn unreadable(file: &Path, error: &std::io::Error) -> String {
    let file = file.display();
    match error.kind() {
        ErrorKind::NotFound => format!("{file} does not exist: check the path"),
        ErrorKind::IsADirectory => format!("{file} is a folder: name the Markdown file in it"),
        ErrorKind::PermissionDenied => format!("{file} may not be read: check its permissions"),
        _ => format!("{file} can't be read: {error}"),
    }
}

fn outline() -> Result<(), Box<dyn Error>> {
    let file =
        std::env::args_os().nth(1).ok_or("name the file: cargo run -p roadmap --example outline -- FILE")?;
    let file = Path::new(&file);
    let name = file.file_name().unwrap_or(file.as_os_str()).to_string_lossy();
    let bytes = std::fs::read(file).map_err(|error| unreadable(file, &error))?;
    let import = import(&bytes, &name)?;
    let outline = Outline { summary: summary(&import.roadmap, &import.source), roadmap: import.roadmap };
    let mut out = BufWriter::new(std::io::stdout().lock());
    serde_json::to_writer_pretty(&mut out, &outline)?;
    writeln!(out)?;
    Ok(out.flush()?)
}
