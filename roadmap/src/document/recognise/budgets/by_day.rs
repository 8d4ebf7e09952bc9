//! The hours of activities that are named for a day of the week, from the schedule of that day.

use crate::Category;
use crate::document::correction::{Said, Sayings};
use crate::document::recognise::hours::{Per, Stretch};
use crate::document::recognise::{categories, weekdays};
use crate::item::{About, Item, Kind};
use crate::schedule::length;

/// The minutes of work on each day of the one week that the document describes.
pub(super) fn sessions(items: &[Item]) -> Option<[u32; 7]> {
    let mut templates =
        items.iter().flat_map(Item::walk).filter(|item| matches!(item.kind, Kind::Template { .. }));
    let template = templates.next().filter(|_| templates.next().is_none())?;
    let mut minutes = [0_u32; 7];
    for block in template.walk() {
        if let Kind::Block(rule) = &block.kind
            && rule.category.is_work()
        {
            for day in &rule.days {
                let day = day.num_days_from_monday() as usize;
                if let Some(minutes) = minutes.get_mut(day) {
                    *minutes = minutes.saturating_add(length(rule));
                }
            }
        }
    }
    Some(minutes)
}

/// Gives activities that are named for a day of the week the hours of that day.
pub(super) fn by_day(stage: &mut Item, sessions: &[u32; 7], sayings: &Sayings) {
    for activity in &mut stage.children {
        let is_said = |line| sayings.get(line).is_some_and(|said: &Said| said.taken.is_some());
        let is_open = match activity.kind {
            Kind::Activity { budget: None, .. } => true,
            Kind::Section { about: About::Other } => !is_said(&activity.span.line),
            _ => false,
        };
        let Some((days, _)) = weekdays::days_at(&activity.text).filter(|_| is_open) else { continue };
        let of_day = |day: &chrono::Weekday| sessions.get(day.num_days_from_monday() as usize);
        let minutes = days.iter().filter_map(of_day).fold(0_u32, |sum, minutes| sum.saturating_add(*minutes));
        if minutes == 0 {
            continue;
        }
        let lines = || activity.children.iter().map(|line| line.text.as_str());
        let category = match activity.kind {
            Kind::Activity { category, .. } => category,
            _ => {
                categories::of_most(lines()).filter(|category| category.is_work()).unwrap_or(Category::Study)
            }
        };
        let stretch = Stretch { least: minutes, most: minutes, per: Per::Week };
        activity.kind = Kind::Activity { category, budget: Some(stretch.budget()) };
    }
}
