//! Hours of a whole stage, shared among its activities or given to one that holds all its work.

use crate::Category;
use crate::document::recognise::contents::is_work;
use crate::document::recognise::hours::Stretch;
use crate::document::recognise::{categories, holding, item};
use crate::item::{Item, Kind, Span};

/// Shares those hours among the activities of a stage, or puts its work into one activity.
pub(in crate::document::recognise) fn wrap(stage: &mut Item, stretch: Stretch) {
    let is_activity = |item: &&mut Item| matches!(item.kind, Kind::Activity { .. });
    let parts = u32::try_from(stage.children.iter_mut().filter(is_activity).count()).unwrap_or(u32::MAX);
    if parts > 0 {
        let until = |whole: u32, part: u32| u64::from(whole) * u64::from(part) / u64::from(parts);
        let share = |whole, part| u32::try_from(until(whole, part + 1) - until(whole, part)).unwrap_or(whole);
        for (activity, part) in stage.children.iter_mut().filter(is_activity).zip(0..) {
            if let Kind::Activity { budget, .. } = &mut activity.kind {
                let (least, most) = (share(stretch.least, part), share(stretch.most, part));
                *budget = Some(Stretch { least, most, ..stretch }.budget());
            }
        }
        return;
    }
    let own = categories::of(&stage.text);
    let (from, to) = work_of(stage);
    let work = stage.children.get(from..to).unwrap_or_default();
    let below = || categories::of_most(work.iter().map(|line| line.text.as_str()));
    let works = |category: &Category| category.is_work();
    let category = own.filter(works).or_else(|| below().filter(works)).unwrap_or(Category::Study);
    let kind = Kind::Activity { category, budget: Some(stretch.budget()) };
    gather_work(stage, stage.text.clone(), kind);
}

/// Where the work of a stage without activities begins and ends among its children.
fn work_of(stage: &Item) -> (usize, usize) {
    let belongs = |item: &Item| {
        is_work(item) && !matches!(item.kind, Kind::Checkpoint) || matches!(item.kind, Kind::Section { .. })
    };
    let from = stage.children.iter().position(belongs).unwrap_or(stage.children.len());
    (from, stage.children.iter().rposition(belongs).map_or(from, |last| last + 1))
}

/// Puts the work of a stage into one activity, and tells where among the children that is.
pub(in crate::document::recognise) fn gather_work(stage: &mut Item, name: String, kind: Kind) -> usize {
    let (from, to) = work_of(stage);
    let after = stage.children.split_off(to);
    let work = stage.children.split_off(from);
    let start = work.first().map_or(stage.span, |first| first.span);
    let activity = item(kind, name, Span { end: start.start, ..start });
    stage.children.push(holding(activity, work));
    stage.children.extend(after);
    from
}
