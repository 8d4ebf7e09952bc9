//! What Waymark as a whole is tested with.
//!
//! [`World`] tells stories through the real commands, without a window and with a clock that the story moves.
//! [`Window`] is the real app, driven as a person drives it, on a [`Desktop`] whose notifications and tray the test
//! plays itself. What they claim is in `tests/stories` and `tests/window`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "all of this is test code: what is not as it must be ends the test"
)]

pub mod desktop;
mod patience;
pub mod window;
pub mod world;

pub use desktop::Desktop;
pub use patience::{patiently, within};
pub use window::Window;
pub use world::World;
