//! What the forecast promises, on histories made by rule.

mod generators;
mod generators_hold;
