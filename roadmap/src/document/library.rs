//! The roadmaps that come with Waymark.

/// A roadmap that comes with Waymark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bundled {
    /// Its file name.
    pub name: &'static str,
    /// Its Markdown.
    pub source: &'static str,
}

/// The roadmaps that come with Waymark; the first is the default.
pub const fn bundled() -> &'static [Bundled] {
    &[Bundled {
        name: "production-ml-engineer.md",
        source: include_str!("../../library/production-ml-engineer.md"),
    }]
}
