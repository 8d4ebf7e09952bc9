//! The desktop app. [`app`] holds the use cases and knows nothing of Tauri; commands, heartbeat and the
//! desktop's edge call it; [`view`] is what crosses to the screen.
#![deny(unsafe_code)]

pub mod app;
mod arguments;
mod calendars;
mod commands;
mod desktop;
mod heartbeat;
pub mod ports;
pub mod view;
mod waymark;

pub use app::App;
pub use arguments::Arguments;
pub use commands::with_commands;
pub use desktop::run;
pub use waymark::Waymark;
