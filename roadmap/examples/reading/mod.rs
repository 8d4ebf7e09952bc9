//! What the examples share: a document from a file, and what it comes to on standard output.

use roadmap::document::{Import, import};
use serde::Serialize;
use std::error::Error;
use std::io::{BufWriter, ErrorKind, Write};
use std::path::Path;
use std::process::ExitCode;

/// Reads a document, or says in a line why it can't be read.
pub(crate) fn document(file: &Path) -> Result<Import, Box<dyn Error>> {
    let name = file.file_name().unwrap_or(file.as_os_str()).to_string_lossy();
    let bytes = std::fs::read(file).map_err(|error| unreadable(file, &error))?;
    Ok(import(&bytes, &name)?)
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

/// Prints it as JSON, or one line on standard error and fails.
pub(crate) fn print(found: Result<impl Serialize, Box<dyn Error>>) -> ExitCode {
    let printed = found.and_then(|found| {
        let mut out = BufWriter::new(std::io::stdout().lock());
        serde_json::to_writer_pretty(&mut out, &found)?;
        writeln!(out)?;
        Ok(out.flush()?)
    });
    match printed {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}", error.to_string().replace('\n', " "));
            ExitCode::FAILURE
        }
    }
}
