//! Prints what contradicts itself or is missing in a roadmap, as JSON:
//! `cargo run -p roadmap --example check -- FILE`; for what it can't read it prints one line on
//! standard error and fails.

use roadmap::check::check;
use roadmap::document::import;
use std::error::Error;
use std::io::{BufWriter, ErrorKind, Write};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    match checked() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}", error.to_string().replace('\n', " "));
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

fn checked() -> Result<(), Box<dyn Error>> {
    let file =
        std::env::args_os().nth(1).ok_or("name the file: cargo run -p roadmap --example check -- FILE")?;
    let file = Path::new(&file);
    let name = file.file_name().unwrap_or(file.as_os_str()).to_string_lossy();
    let bytes = std::fs::read(file).map_err(|error| unreadable(file, &error))?;
    let findings = check(&import(&bytes, &name)?.roadmap);
    let mut out = BufWriter::new(std::io::stdout().lock());
    serde_json::to_writer_pretty(&mut out, &findings)?;
    writeln!(out)?;
    Ok(out.flush()?)
}
