//! The forecast: from the person's own past weeks, when the milestones ahead are reached.

#[cfg(test)]
mod tests;
