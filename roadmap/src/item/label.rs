//! What has a label or heading of its own.

use super::Kind;

impl Kind {
    /// True for what is said by a label or heading of its own, with lines below it.
    pub const fn is_label(&self) -> bool {
        matches!(
            self,
            Self::Phase { .. }
                | Self::Track { .. }
                | Self::Stage { .. }
                | Self::Activity { .. }
                | Self::Project { .. }
                | Self::Checkpoint
                | Self::Choice
                | Self::Option { .. }
                | Self::Gate { .. }
                | Self::Template { .. }
                | Self::Routine
                | Self::Section { .. }
        )
    }
}
