//! What Tauri needs of every program that stands on it.

fn main() {
    tauri_build::build();
}
