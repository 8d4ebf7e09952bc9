//! What of a roadmap is dated: its stages, or what stands in for them where it has none.
