//! What the plan reckons with where a document leaves a choice: one option, not all of them.

use crate::{Item, ItemId, Kind};

/// An item and all below it that the plan reckons with, in the order of the document: of each choice the
/// option that was picked; while none is, the first, as of tracks.
pub(super) fn reckoned(item: &Item) -> impl Iterator<Item = &Item> {
    let mut left = vec![item];
    std::iter::from_fn(move || {
        let item = left.pop()?;
        left.extend(reckoned_below(item).rev());
        Some(item)
    })
}

/// The children of an item that the plan reckons with.
pub(super) fn reckoned_below(item: &Item) -> impl DoubleEndedIterator<Item = &Item> {
    let kept = kept_option(item);
    item.children.iter().filter(move |child| !is_set_aside(child, kept))
}

/// The option of a choice that the plan reckons with; none of anything else.
pub(super) fn kept_option(choice: &Item) -> Option<ItemId> {
    if choice.kind != Kind::Choice {
        return None;
    }
    let options = || choice.children.iter().filter(|child| is_option(child));
    options().find(|option| option.record.chosen).or_else(|| options().next()).map(|option| option.id)
}

/// True for an option where another one of its choice is `kept`.
pub(super) fn is_set_aside(option: &Item, kept: Option<ItemId>) -> bool {
    is_option(option) && kept.is_some_and(|kept| kept != option.id)
}

const fn is_option(item: &Item) -> bool {
    matches!(item.kind, Kind::Option { .. })
}

#[cfg(test)]
mod tests {
    use crate::document::import;
    use crate::plan::budgeted;
    use crate::{Kind, Roadmap};

    const BOATS: &str = "# Sailing\n## Weeks 1-2: Boats\n**Study (2 hours):**\n- Read\n\n### Option A: Sloop\n**Practice (4 hours):**\n- Heave to\n\n### Option B: Ketch\n**Practice (30 hours):**\n- Reef\n";

    fn boats() -> Roadmap {
        import(BOATS.as_bytes(), "boats.md").expect("readable").roadmap
    }

    fn hours(roadmap: &Roadmap) -> u32 {
        budgeted(roadmap).iter().map(|stage| stage.minutes() / 60).sum()
    }

    fn pick(items: &mut [crate::Item], picked: &str) {
        for item in items {
            if let Kind::Option { label, .. } = &item.kind {
                item.record.chosen = label == picked;
            }
            pick(&mut item.children, picked);
        }
    }

    #[test]
    fn of_an_open_choice_the_hours_of_the_first_option_count() {
        assert_eq!(hours(&boats()), 6);
    }

    #[test]
    fn of_a_choice_the_hours_of_the_picked_option_count() {
        let mut roadmap = boats();
        pick(&mut roadmap.items, "B");
        assert_eq!(hours(&roadmap), 32);
        pick(&mut roadmap.items, "A");
        assert_eq!(hours(&roadmap), 6);
    }
}
