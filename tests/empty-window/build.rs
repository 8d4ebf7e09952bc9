//! What Tauri needs of every program that stands on it.

fn main() {
    // The page asks for nothing. If no pattern is given, cargo watches for a folder that is not there, and builds anew
    // every time.
    let attributes = tauri_build::Attributes::new().capabilities_path_pattern("capabilities/*.json");
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo:warning={error:#}");
        std::process::exit(1);
    }
}
