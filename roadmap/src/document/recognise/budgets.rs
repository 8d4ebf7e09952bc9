//! The hours of stages that have no activity with a budget: they may stand in the stage's title, in a
//! line of its own ("Time: 6 hours a week"), in the schedule of the day that an activity is named for,
//! behind each step, once for the whole document, or in a table ([`super::allotted`]). Where nothing else tells,
//! those steps count that name some.

use super::allotted::Allotted;
use super::contents::is_work;
use super::hours::{Per, Stretch, alone, planned, titled};
use super::phrases::Terms;
use super::{categories, cells, headings, holding, item, lengths, weekdays};
use crate::Category;
use crate::document::correction::{Said, Sayings};
use crate::item::{About, Budget, Item, Kind, Span};
use crate::schedule::length;
use crate::steps::steps_until;

/// What a line that says how much time something takes may begin with.
const NAMES: [&str; 22] = [
    "time",
    "hours",
    "effort",
    "workload",
    "estimated time",
    "estimated hours",
    "estimated effort",
    "time needed",
    "time required",
    "time commitment",
    "commitment",
    "time budget",
    "total time",
    "total hours",
    "weekly time",
    "weekly hours",
    "hours per week",
    "hours a week",
    "study time",
    "practice time",
    "practise time",
    "est time",
];

/// What a line that says how long something lasts may begin with.
const LENGTHS: [&str; 3] = ["duration", "length", "timeframe"];

/// What the hours of a whole document are called.
const TOTALS: [&str; 3] = ["total time", "total hours", "total effort"];

/// True for what hours of the whole are called: "Time", "Total hours", "Total".
pub(super) fn names_whole(name: &str) -> bool {
    let words = Terms::of(name);
    cells::is_sum(name) || words.are_any(&NAMES) || words.are_any(&LENGTHS)
}

/// True for a line that adds up what stands before it: "Total: 44 hours", "44 hours total", "Total hours: 44".
pub(super) fn states_total(text: &str) -> bool {
    let is_total = |name: &str| cells::is_sum(name) || Terms::of(name).are_any(&TOTALS);
    match text.split_once(':') {
        Some((name, rest)) => rest.contains(|c: char| c.is_ascii_digit()) && is_total(name),
        None => titled(text).is_some_and(|(_, name)| is_total(&name)),
    }
}

/// Gives the stages their hours.
pub(super) fn settle(items: &mut [Item], allotted: &Allotted, sayings: &Sayings) {
    let sessions = sessions(items);
    let everywhere = items.iter_mut().filter(|item| !is_part(item)).find_map(stated_for_each);
    let mut left: Vec<(&mut Item, Option<Stretch>)> =
        items.iter_mut().map(|item| (item, everywhere)).collect();
    while let Some((item, around)) = left.pop() {
        if matches!(item.kind, Kind::Stage { .. }) {
            settle_stage(item, around, sessions.as_ref(), sayings);
            continue;
        }
        let own = if is_part(item) { for_each(item) } else { None };
        left.extend(item.children.iter_mut().map(|child| (child, own.or(around))));
    }
    allotted.settle(items, sayings);
    by_named_steps(items, sayings);
    if !sayings.is_empty() {
        settle_said(items, sayings);
    }
}

/// Gives activities and blocks the category and hours that a person said they have.
fn settle_said(items: &mut [Item], sayings: &Sayings) {
    let mut left: Vec<&mut Item> = items.iter_mut().collect();
    while let Some(item) = left.pop() {
        // What stands for a stage's whole work has no line of its own.
        let is_own = item.span.end > item.span.start;
        let said = sayings.get(&item.span.line);
        match (&mut item.kind, said) {
            (Kind::Activity { category, budget }, Some(said)) if is_own => {
                *category = said.category.unwrap_or(*category);
                *budget = said.hours.or(*budget);
            }
            (Kind::Block(rule), Some(said)) => rule.category = said.category.unwrap_or(rule.category),
            (Kind::Stage { .. }, Some(said)) => {
                for whole in item.children.iter_mut().filter(|child| child.span.end == child.span.start) {
                    if let (Kind::Activity { category, .. }, Some(wanted)) = (&mut whole.kind, said.category)
                    {
                        *category = wanted;
                    }
                }
            }
            _ => {}
        }
        left.extend(&mut item.children);
    }
}

fn is_part(item: &Item) -> bool {
    matches!(item.kind, Kind::Phase { .. } | Kind::Stage { .. } | Kind::Track { .. })
}

/// True for an activity that has hours.
pub(super) fn is_budgeted(item: &Item) -> bool {
    matches!(item.kind, Kind::Activity { budget: Some(_), .. })
}

/// What a phase says about each week or day of it.
pub(super) fn for_each(phase: &Item) -> Option<Stretch> {
    let own = titled(&phase.text).map(|(stretch, _)| stretch);
    own.or_else(|| phase.children.iter().find_map(stated)).filter(|stretch| stretch.per != Per::Whole)
}

/// True for months with hours: "Month 3: Long runs (6 h/week)".
pub(super) fn gives_months_hours(text: &str) -> bool {
    headings::months(text).is_some() && titled(text).is_some()
}

/// The hours that a line before the stages says each week or day of all of them takes.
pub(super) fn stated_once(item: &Item) -> Option<Stretch> {
    if is_part(item) {
        return None;
    }
    let stated = stated(item).or_else(|| item.children.iter().find_map(stated));
    stated.filter(|stretch| stretch.per != Per::Whole)
}

/// What something that stands before the stages says about each week or day of them.
fn stated_for_each(item: &mut Item) -> Option<Stretch> {
    let line = if stated(item).is_some() {
        item
    } else {
        item.children.iter_mut().find(|line| stated(line).is_some())?
    };
    let stretch = stated(line).filter(|stretch| stretch.per != Per::Whole)?;
    understand(line);
    Some(stretch)
}

/// A line that was taken for a remark or a thing to do is neither.
fn understand(line: &mut Item) {
    if line.task.is_none() && matches!(line.kind, Kind::Note | Kind::Step { .. }) {
        line.kind = Kind::Entry;
    }
}

fn settle_stage(stage: &mut Item, around: Option<Stretch>, sessions: Option<&[u32; 7]>, sayings: &Sayings) {
    last(stage);
    if let Some(hours) = sayings.get(&stage.span.line).and_then(|said| said.hours) {
        if let Some((_, text)) = titled(&stage.text).filter(|(_, text)| !text.is_empty()) {
            stage.text = text;
        }
        return wrap(stage, Stretch::of(hours));
    }
    if stage.walk().any(is_budgeted) {
        return by_steps(stage, sayings);
    }
    let named = titled(&stage.text);
    if let Some((stretch, text)) = named.filter(|(_, text)| !text.is_empty()) {
        stage.text = text;
        return wrap(stage, stretch);
    }
    if let Some(at) = stage.children.iter().position(|line| stated(line).is_some())
        && let Some(stretch) = stage.children.get(at).and_then(stated)
    {
        stage.children.get_mut(at).into_iter().for_each(understand);
        return wrap(stage, stretch);
    }
    if let Some(sessions) = sessions {
        by_day(stage, sessions, sayings);
    }
    by_steps(stage, sayings);
    if let Some(stretch) = around
        && !stage.walk().any(is_budgeted)
    {
        wrap(stage, stretch);
    }
}

/// Gives a stage the days that a line of its own says it lasts: "Duration: 2 weeks".
fn last(stage: &mut Item) {
    let length = |line: &Item| {
        let (name, rest) = line.text.split_once(": ")?;
        let names_length = !matches!(line.kind, Kind::Resource { .. }) && Terms::of(name).are_any(&LENGTHS);
        if names_length { lengths::lasts(&format!("x ({})", rest.trim_end_matches('.'))) } else { None }
    };
    if let Kind::Stage { weeks: None, days: days @ None } = &mut stage.kind {
        *days = stage.children.iter().find_map(length);
    }
}

/// What a line says about the whole of what it stands in: "Time: 6 hours a week", "Hours: 12", "(6 h)".
pub(super) fn stated(line: &Item) -> Option<Stretch> {
    if !matches!(line.kind, Kind::Entry | Kind::Note | Kind::Step { .. } | Kind::Section { .. }) {
        return None;
    }
    let is_remark = matches!(line.kind, Kind::Entry | Kind::Note) && line.task.is_none();
    if let Some(stretch) = alone(&line.text).filter(|_| is_remark) {
        return Some(stretch);
    }
    let (name, rest) = line.text.split_once(':')?;
    let words = Terms::of(name);
    if !(words.are_any(&NAMES) || words.are_any(&LENGTHS)) {
        return None;
    }
    let rest = rest.trim().trim_start_matches(['~', '≈']);
    let bare = rest.starts_with(|c: char| c.is_ascii_digit()) && rest.chars().all(|c| !c.is_alphabetic());
    let written = if bare && words.hold("hours") { format!("{rest} hours") } else { rest.to_owned() };
    let (mut stretch, _) = planned(&written)?;
    if stretch.per == Per::Whole && words.hold_any(&["weekly", "week"]) {
        stretch.per = Per::Week;
    }
    Some(stretch)
}

/// The time that the words of a phase or stage plan for the whole of it.
pub(crate) fn headed_time(part: &Item) -> Option<Budget> {
    titled(&part.text).map(|(stretch, _)| stretch.budget())
}

/// The time of all steps below an item; none unless each of them has some.
pub(crate) fn steps_time(item: &Item) -> Option<Budget> {
    sum_of_steps(item, &Sayings::new()).map(Stretch::budget)
}

/// Shares those hours among the activities of a stage, or puts its work into one activity.
pub(super) fn wrap(stage: &mut Item, stretch: Stretch) {
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
pub(super) fn gather_work(stage: &mut Item, name: String, kind: Kind) -> usize {
    let (from, to) = work_of(stage);
    let after = stage.children.split_off(to);
    let work = stage.children.split_off(from);
    let start = work.first().map_or(stage.span, |first| first.span);
    let activity = item(kind, name, Span { end: start.start, ..start });
    stage.children.push(holding(activity, work));
    stage.children.extend(after);
    from
}

/// The minutes of work on each day of the one week that the document describes.
fn sessions(items: &[Item]) -> Option<[u32; 7]> {
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
fn by_day(stage: &mut Item, sessions: &[u32; 7], sayings: &Sayings) {
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

/// Gives activities, or a stage without any, the hours that each of their steps names.
fn by_steps(stage: &mut Item, sayings: &Sayings) {
    let has_activities = stage.walk().any(|item| matches!(item.kind, Kind::Activity { .. }));
    if !has_activities {
        // Without activities there is no budget yet, so the stage itself is one.
        if let Some(sum) = sum_of_steps(stage, sayings) {
            wrap(stage, sum);
        }
        return;
    }
    for activity in &mut stage.children {
        if matches!(activity.kind, Kind::Activity { budget: None, .. })
            && let Some(sum) = sum_of_steps(activity, sayings)
            && let Kind::Activity { budget, .. } = &mut activity.kind
        {
            *budget = Some(sum.budget());
        }
    }
}

/// Gives stages without any hours those of the steps that name some.
fn by_named_steps(items: &mut [Item], sayings: &Sayings) {
    let mut left: Vec<&mut Item> = items.iter_mut().collect();
    while let Some(item) = left.pop() {
        if !matches!(item.kind, Kind::Stage { .. }) {
            left.extend(&mut item.children);
        } else if !item.walk().any(is_budgeted)
            && let Some(sum) = sum_of_named_steps(item, sayings)
        {
            wrap(item, sum);
        }
    }
}

/// The hours of all steps; none unless each of them has some.
pub(super) fn sum_of_steps(item: &Item, sayings: &Sayings) -> Option<Stretch> {
    let is_silent = |(step, time): &(&Item, Option<Stretch>)| {
        time.is_none() && matches!(step.kind, Kind::Step { optional: false })
    };
    let steps = timed_steps(item, sayings);
    if steps.iter().any(is_silent) { None } else { sum(steps) }
}

/// The hours of the steps that name some; none where none does.
pub(super) fn sum_of_named_steps(item: &Item, sayings: &Sayings) -> Option<Stretch> {
    sum(timed_steps(item, sayings))
}

/// The steps with the time that each names or was said to take. One that does stands for what is below it.
fn timed_steps<'a>(item: &'a Item, sayings: &Sayings) -> Vec<(&'a Item, Option<Stretch>)> {
    let time = |step: &Item| {
        let said = sayings.get(&step.span.line).and_then(|said| said.hours).map(Stretch::of);
        let named = || planned(&step.text).or_else(|| planned(step.note.as_deref()?));
        said.or_else(|| named().map(|(stretch, _)| stretch))
    };
    let steps = steps_until(item, |step| time(step).is_some());
    steps.into_iter().map(|step| (step, time(step))).collect()
}

/// What steps that are not optional take together; none where some are counted by the week and some are not.
fn sum(steps: Vec<(&Item, Option<Stretch>)>) -> Option<Stretch> {
    let mut sum: Option<Stretch> = None;
    for (step, time) in steps {
        let counts = matches!(step.kind, Kind::Step { optional: false } | Kind::Resource { .. });
        let Some(time) = time.filter(|_| counts) else { continue };
        let sum = sum.get_or_insert(Stretch { least: 0, most: 0, per: time.per });
        if time.per != sum.per {
            return None;
        }
        sum.least = sum.least.saturating_add(time.least);
        sum.most = sum.most.saturating_add(time.most);
    }
    sum
}
