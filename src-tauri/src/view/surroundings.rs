//! What the system tells of the person, for the settings that depend on it.

use serde::Serialize;

/// Why the system does not tell something of the person, as the person reads it; nothing where it does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct Surroundings {
    /// Why not how long nobody has touched keyboard and mouse.
    pub no_idle: Option<String>,
    /// Why not whether it is asked not to disturb.
    pub no_silence: Option<String>,
}
