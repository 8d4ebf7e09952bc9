//! What a person can change, and what follows from it.

mod lines;
mod stages;
