//! The steps of an activity in the order in which they are worked off.

use crate::item::{Item, Kind};

/// The steps of an activity: its things to do and to read that have nothing below them to do first, in
/// the order of the document. Of a choice, only what belongs to the picked option; while none is
/// picked, nothing.
pub fn steps_of(activity: &Item) -> Vec<&Item> {
    steps_until(activity, |_| false)
}

/// The same, where a step that `is_whole` stands for all that is below it.
pub(crate) fn steps_until(activity: &Item, is_whole: impl Fn(&Item) -> bool) -> Vec<&Item> {
    let mut steps = Vec::new();
    let mut left = vec![activity];
    while let Some(item) = left.pop() {
        if item.id != activity.id && is_skipped(item) {
            continue;
        }
        let below = item.children.iter().filter(|child| !is_skipped(child));
        if is_step(item) && (is_whole(item) || !below.clone().any(holds_steps)) {
            steps.push(item);
        } else {
            left.extend(below.collect::<Vec<_>>().into_iter().rev());
        }
    }
    steps
}

/// What can be ticked in an item and below it, in the order of the document. Of a choice, only what belongs
/// to the picked option.
pub fn tickable(item: &Item) -> Vec<&Item> {
    let mut found = Vec::new();
    let mut left = vec![item];
    while let Some(item) = left.pop() {
        if item.can_be_done() {
            found.push(item);
        }
        let open = item.children.iter().rev();
        left.extend(open.filter(|child| !child.is_unpicked()));
    }
    found
}

/// The first step that is not done.
pub fn next_step(activity: &Item) -> Option<&Item> {
    steps_of(activity).into_iter().find(|step| !step.is_done())
}

/// A thing to do or to read, or an option with a box of its own.
fn is_step(item: &Item) -> bool {
    match item.kind {
        Kind::Step { .. } | Kind::Resource { .. } => true,
        Kind::Option { .. } => item.task.is_some(),
        _ => false,
    }
}

/// True where something is to be done below. A link below a step is what the step is about.
fn holds_steps(item: &Item) -> bool {
    item.walk().any(|item| matches!(item.kind, Kind::Step { .. }))
}

/// Options that were not picked, and lists of another meaning.
fn is_skipped(item: &Item) -> bool {
    item.is_unpicked() || matches!(item.kind, Kind::Checkpoint | Kind::Note | Kind::Comment | Kind::Routine)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Category;
    use crate::item::{ItemId, Record, Span, TaskBox};

    fn item(id: i64, kind: Kind, children: Vec<Item>) -> Item {
        let (span, record) = (Span::default(), Record::default());
        Item { id: ItemId(id), kind, text: id.to_string(), note: None, span, task: None, record, children }
    }

    fn step(id: i64, children: Vec<Item>) -> Item {
        item(id, Kind::Step { optional: false }, children)
    }

    fn activity(children: Vec<Item>) -> Item {
        item(1, Kind::Activity { category: Category::HandsOn, budget: None }, children)
    }

    fn names(steps: &[&Item]) -> Vec<i64> {
        steps.iter().map(|step| step.id.0).collect()
    }

    #[test]
    fn a_step_with_steps_below_it_is_done_by_doing_them() {
        let activity = activity(vec![step(2, vec![step(3, vec![]), step(4, vec![])]), step(5, vec![])]);
        assert_eq!(names(&steps_of(&activity)), [3, 4, 5]);
    }

    #[test]
    fn a_step_with_a_link_is_one_step() {
        let link = item(3, Kind::Resource { href: Some("https://example.org".into()) }, vec![]);
        let activity = activity(vec![step(2, vec![link]), step(4, vec![])]);
        assert_eq!(names(&steps_of(&activity)), [2, 4]);
    }

    #[test]
    fn only_the_picked_option_has_steps_to_do() {
        let option = |id, chosen| {
            let kind = Kind::Option { label: "A".into(), suits: None };
            let mut option = item(id, kind, vec![step(id + 1, vec![])]);
            option.record.chosen = chosen;
            option
        };
        let open = activity(vec![item(2, Kind::Choice, vec![option(10, false), option(20, false)])]);
        assert_eq!(names(&steps_of(&open)), Vec::<i64>::new());
        let picked = activity(vec![item(2, Kind::Choice, vec![option(10, false), option(20, true)])]);
        assert_eq!(names(&steps_of(&picked)), [21]);
        assert_eq!(names(&tickable(&picked)), [21]);
    }

    #[test]
    fn a_picked_option_with_a_box_of_its_own_is_a_step() {
        let option = |id, chosen| {
            let mut option = item(id, Kind::Option { label: "A".into(), suits: None }, vec![]);
            option.task = Some(TaskBox { mark: 3, ticked: false });
            option.record.chosen = chosen;
            option
        };
        let boat = activity(vec![item(2, Kind::Choice, vec![option(10, false), option(20, true)])]);
        assert_eq!(names(&steps_of(&boat)), [20]);
        assert_eq!(names(&tickable(&boat)), [20]);
    }

    #[test]
    fn the_next_step_is_the_first_open_one() {
        let mut done = step(2, vec![]);
        done.record.done_at = Some(chrono::DateTime::UNIX_EPOCH);
        let activity = activity(vec![done, step(3, vec![])]);
        assert_eq!(next_step(&activity).map(|step| step.id.0), Some(3));
    }
}
