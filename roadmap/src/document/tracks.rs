//! Alternative tracks through a roadmap: which there are to pick among, and keeping one.

use crate::item::{About, Item, ItemId, Kind, Roadmap};
use std::collections::BTreeSet;

/// The tracks to pick one among: of those with the same label the first. Fewer than two leave nothing
/// to pick.
///
/// Until one is [kept](keep_track), only what belongs to the first is dated and counted.
pub fn tracks(roadmap: &Roadmap) -> Vec<&Item> {
    let mut known = BTreeSet::new();
    let mut found = Vec::new();
    for item in roadmap.walk() {
        if let Kind::Track { label } = &item.kind
            && known.insert(label)
        {
            found.push(item);
        }
    }
    found
}

/// The roadmap with that track alone, and those with the same label. The others stay where they are,
/// with all that they say, but as sections: their phases and stages are no longer any, so that nothing
/// of them is dated. A roadmap without such a track stays as it is.
pub fn keep_track(mut roadmap: Roadmap, picked: ItemId) -> Roadmap {
    let Some(Kind::Track { label }) = roadmap.find(picked).map(|item| item.kind.clone()) else {
        return roadmap;
    };
    let mut left: Vec<&mut Item> = roadmap.items.iter_mut().collect();
    while let Some(item) = left.pop() {
        if matches!(&item.kind, Kind::Track { label: other } if *other != label) {
            put_aside(item);
        } else {
            left.extend(&mut item.children);
        }
    }
    roadmap
}

/// Makes sections of a track and of what could be dated, scheduled or measured in it.
fn put_aside(track: &mut Item) {
    let mut left = vec![track];
    while let Some(item) = left.pop() {
        let about = match item.kind {
            Kind::Track { .. } | Kind::Phase { .. } | Kind::Stage { .. } => Some(About::Other),
            Kind::Template { .. } | Kind::Routine => Some(About::Schedule),
            Kind::Gate { .. } => Some(About::Gates),
            _ => None,
        };
        if let Some(about) = about {
            item.kind = Kind::Section { about };
        }
        left.extend(&mut item.children);
    }
}

/// Tells while a roadmap is walked which tracks count: those with the label of the first.
#[derive(Debug, Clone, Default)]
pub(crate) struct FirstTrack<'a> {
    label: Option<&'a str>,
}

impl<'a> FirstTrack<'a> {
    /// False for another track than the first that was asked for.
    pub(crate) fn takes(&mut self, item: &'a Item) -> bool {
        match &item.kind {
            Kind::Track { label } => *self.label.get_or_insert(label) == label,
            _ => true,
        }
    }
}
