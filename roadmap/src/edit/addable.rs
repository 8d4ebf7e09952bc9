//! What can be added where.

use crate::{Item, Kind, document};
use serde::{Deserialize, Serialize};

/// Something that can be added to a roadmap by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Addable {
    /// What it is.
    pub what: Added,
    /// Where it goes.
    pub place: Place,
}

/// What can be added. A phase, a stage and an activity have an [edit](super::Edit) each; anything else
/// is a line, and [`Edit::Add`](super::Edit::Add) adds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each is the kind of that name")]
pub enum Added {
    Phase,
    Stage,
    Activity,
    Step,
    CheckpointItem,
    ChecklistItem,
    Target,
    Metric,
    Deliverable,
    Resource,
    Account,
    Entry,
    Note,
}

/// Where something goes, seen from the item at which it is added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// Below the item, behind others of its kind there.
    Within,
    /// Behind the item, in the same list.
    Behind,
}

const fn within(what: Added) -> Addable {
    Addable { what, place: Place::Within }
}

const fn behind(what: Added) -> Addable {
    Addable { what, place: Place::Behind }
}

/// What can be added at an item of that kind; of lines at most one kind. Nothing where it is empty.
pub const fn addable(kind: &Kind) -> &'static [Addable] {
    match kind {
        Kind::Phase { .. } => const { &[within(Added::Stage), behind(Added::Phase)] },
        Kind::Stage { .. } => const { &[within(Added::Step), within(Added::Activity), behind(Added::Stage)] },
        Kind::Activity { .. } | Kind::Project { .. } | Kind::Option { .. } => {
            const { &[within(Added::Step)] }
        }
        Kind::Checkpoint => const { &[within(Added::CheckpointItem)] },
        Kind::Gate { .. } => const { &[within(Added::Metric)] },
        Kind::Section { .. } => const { &[within(Added::Entry)] },
        Kind::Step { .. } => const { &[behind(Added::Step)] },
        Kind::Target { .. } => const { &[behind(Added::Target)] },
        Kind::Metric { .. } => const { &[behind(Added::Metric)] },
        Kind::Account { .. } => const { &[behind(Added::Account)] },
        Kind::Resource { .. } => const { &[behind(Added::Resource)] },
        Kind::CheckpointItem => const { &[behind(Added::CheckpointItem)] },
        Kind::ChecklistItem => const { &[behind(Added::ChecklistItem)] },
        Kind::Deliverable => const { &[behind(Added::Deliverable)] },
        Kind::Entry => const { &[behind(Added::Entry)] },
        Kind::Note => const { &[behind(Added::Note)] },
        Kind::Track { .. }
        | Kind::Goal
        | Kind::Choice
        | Kind::Template { .. }
        | Kind::Routine
        | Kind::Block(_)
        | Kind::Comment => &[],
    }
}

/// The line that is added at an item, if any is, and where. A section takes lines like those it has.
pub(super) fn line(at: &Item, text: &str) -> Option<(Kind, Place)> {
    let line =
        |of: &Kind| addable(of).iter().find_map(|added| Some((new(added.what, of, text)?, added.place)));
    if matches!(at.kind, Kind::Section { .. }) {
        let like = at.children.iter().filter_map(|child| line(&child.kind));
        let like = like
            .filter(|(_, place)| *place == Place::Behind)
            .map(|(kind, _)| (kind, Place::Within))
            .next_back();
        return like.or_else(|| line(&at.kind));
    }
    line(&at.kind)
}

/// A new line, like another one; none for what is no line.
fn new(what: Added, like: &Kind, text: &str) -> Option<Kind> {
    Some(match what {
        Added::Phase | Added::Stage | Added::Activity => return None,
        Added::Step => Kind::Step { optional: false },
        Added::CheckpointItem => Kind::CheckpointItem,
        Added::ChecklistItem => Kind::ChecklistItem,
        Added::Target => Kind::Target { measure: document::measure(text) },
        Added::Metric => Kind::Metric { measure: document::measure(text) },
        Added::Deliverable => Kind::Deliverable,
        Added::Resource => Kind::Resource { href: is_link(text).then(|| text.to_owned()) },
        Added::Account => {
            Kind::Account { price: None, paid: matches!(like, Kind::Account { paid: true, .. }) }
        }
        Added::Entry => Kind::Entry,
        Added::Note => Kind::Note,
    })
}

fn is_link(text: &str) -> bool {
    ["http://", "https://"].iter().any(|scheme| text.starts_with(scheme))
}
