//! What can be looked for in a page.

use serde_json::{Value, json};
use std::fmt;

/// Finds what can be seen, by role and name or by text.
const SCRIPT: &str = include_str!("find.js");

/// What is looked for.
#[derive(Debug, Clone)]
pub(super) enum Query {
    Css(String),
    Role { role: String, words: String },
    Text(String),
}

impl Query {
    /// A script that returns the first element that fits, or null.
    pub(super) fn script(&self) -> Value {
        let arguments = match self {
            Self::Css(selector) => json!(["css", selector]),
            Self::Role { role, words } => json!(["role", role, words]),
            Self::Text(text) => json!(["text", text]),
        };
        json!({"script": SCRIPT, "args": arguments})
    }
}

impl fmt::Display for Query {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Css(selector) => write!(to, "{selector}"),
            Self::Role { role, words } => write!(to, "the {role} {words:?}"),
            Self::Text(text) => write!(to, "the text {text:?}"),
        }
    }
}
