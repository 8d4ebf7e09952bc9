//! What a person can change, and what follows from it.

mod archive;
mod lines;
mod stages;
