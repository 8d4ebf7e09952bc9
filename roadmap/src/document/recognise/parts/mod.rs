//! Headings with all that is below them: phases, stages, tracks and choices.
//!
//! [`above`] tells what a heading is by what it stands below and beside, [`phases`] and [`stages`] make one of it.

mod above;
mod phases;
mod stages;

pub(super) use above::{Above, Level};

use super::body::{self, Place, Read};
use super::contents::{
    has_lists, has_options, holds_days, holds_part, holds_said_part, is_beside, is_day, is_heading, is_told,
    name_parts, split, works_before_options,
};
use super::headings::{self, Part};
use super::links::item_of;
use super::said::hoist;
use super::structure::gather;
use super::{besides, holding, item, labels, lengths, options, schedule_sections, schedules, tracks};
use crate::document::correction::Taken;
use crate::document::outline::Node;
use crate::item::{About, Item, Kind, NumberRange, Span};
use above::{days_of_month, goes_on, has_no_subject, is_last_week, is_one_of_stages, is_quarter_beside};
use phases::{phase, phase_items};
use stages::{stage, stage_of, whole};

/// The name of a week whose days are headings of their own.
const WEEK: &str = "Week";

/// Reads headings that stand side by side at the top.
pub(super) fn read(nodes: &[Node], level: Level) -> Vec<Item> {
    let labels = tracks::labels(nodes);
    let lengths = lengths::until_next(nodes);
    let mut items = Vec::with_capacity(nodes.len());
    let mut rest = nodes;
    while let Some((node, after)) = rest.split_first() {
        let days = rest.iter().take_while(|node| is_day(node)).count();
        let at = nodes.len() - rest.len();
        if let Some(label) = labels.get(at).and_then(Option::as_ref) {
            items.push(track(node, label));
            rest = after;
        } else if let Some(days) = lengths.get(at).copied().flatten() {
            items.extend(stage(node, None, Some(days)));
            rest = after;
        } else if days > 1 {
            let (days, after) = rest.split_at(days);
            match week(days) {
                Some(week) => items.push(week),
                None => items.extend(days.iter().flat_map(|day| part(day, Above::Root(level)))),
            }
            rest = after;
        } else {
            let (run, after) = rest.split_at(runs(rest).next().map_or(1, <[Node]>::len));
            items.extend(of_run(run, Above::Root(level)));
            rest = after;
        }
    }
    items
}

/// Headings one by one, and what stands between them together.
fn runs(nodes: &[Node]) -> impl Iterator<Item = &[Node]> {
    nodes.chunk_by(|one, next| !is_heading(one) && !is_heading(next))
}

/// Reads one of those runs.
fn of_run(run: &[Node], above: Above) -> Vec<Item> {
    match run {
        [heading] if is_heading(heading) => part(heading, above),
        _ => behind(run, above),
    }
}

/// Reads what stands behind a heading that ended with its quotation, its fold or its table.
fn behind(run: &[Node], above: Above) -> Vec<Item> {
    let place = match above {
        Above::Root(_) => Place::Loose,
        Above::Phase { .. } => Place::Work,
        Above::Section(about) => Place::Section(about),
    };
    body::read(run, place).items
}

/// A week whose days are headings that stand side by side, if they hold blocks.
fn week(days: &[Node]) -> Option<Item> {
    let start = days.first().filter(|_| schedules::are_days(days))?.span;
    let blocks = schedules::read(days);
    let kind = Kind::Template { stated_minutes: None, tempo: None };
    Some(holding(item(kind, WEEK, Span { end: start.start, ..start }), blocks))
}

/// One of several ways to the same end.
fn track(node: &Node, label: &str) -> Item {
    let (blocks, below) = split(node);
    let level = Level::of(below, !name_parts(below));
    let start = Span { end: node.span.start, ..node.span };
    let mut items = read(below, level);
    if items.iter().any(|item| matches!(item.kind, Kind::Phase { .. } | Kind::Stage { .. })) {
        let before = body::read(blocks, Place::Loose).items;
        items.splice(0..0, before);
        items = gather(items, node.text(), Some(start));
    } else {
        let (items_of_phase, _) = phase_items(node, node.text(), None);
        let kind = Kind::Phase { months: None, open_ended: false };
        items = hoist(holding(item(kind, node.text(), start), items_of_phase));
    }
    holding(item_of(Kind::Track { label: label.to_owned() }, node), items)
}

/// Reads a heading with all that is below it. What comes out beside it are phases and stages that a
/// person named in it: each ends what stands before it.
pub(super) fn part(node: &Node, above: Above) -> Vec<Item> {
    if !is_heading(node) {
        return behind(std::slice::from_ref(node), above);
    }
    match node.taken() {
        Some(Taken::Phase | Taken::Stage | Taken::Section | Taken::Schedule) => return said(node),
        Some(Taken::Track) | None => {}
        Some(_) => return body::read(std::slice::from_ref(node), Place::Work).items,
    }
    if let Above::Section(about) = above {
        return besides::section(node, about);
    }
    let named = headings::read(node.text());
    let is_top = matches!(above, Above::Root(_));
    match named.part {
        Some(Part::Weeks(weeks)) => stage_of(node, &named, Some(weeks), None),
        Some(Part::Days(days)) => stage_of(node, &named, None, Some(days)),
        Some(Part::Onward) => stage_of(node, &named, None, None),
        _ if !is_top && headings::is_ongoing(node.text()) => stage(node, None, None),
        None if goes_on(node, above) => stage(node, None, None),
        None if is_last_week(node, above) => stage(node, None, Some(7)),
        None if is_quarter_beside(node, above) => phase(node, None, node.text(), None),
        None if days_of_month(node, above).is_some() => stage(node, None, days_of_month(node, above)),
        Some(Part::Months(months)) if is_top && !holds_part(node, Part::is_months) => {
            phase(node, Some(months), named.text, named.weeks_mentioned)
        }
        Some(Part::Months(_)) if !is_top => stage(node, None, None),
        Some(Part::Numbered)
            if is_top && !holds_part(node, Part::is_months) && !is_one_of_stages(node, above) =>
        {
            phase(node, None, named.text, named.weeks_mentioned)
        }
        _ => unnamed(node, above, named.weeks_mentioned),
    }
}

/// Reads a heading that names no part of the way.
pub(super) fn unnamed(node: &Node, above: Above, weeks: Option<NumberRange>) -> Vec<Item> {
    let subject =
        node.about().or_else(|| schedule_sections::are_a_week(&node.children).then_some(About::Schedule));
    if let Above::Root(level) = above
        && is_roof(node, level, subject)
    {
        return vec![roof(node, level.stages_by_heading)];
    }
    if holds_part(node, Part::is_months) {
        return besides::section(node, subject.unwrap_or(About::Other));
    }
    let holds_stages = holds_part(node, Part::is_stage) || subject.is_none() && holds_said_part(node);
    match above {
        // "Success metrics" of each week are none of the weeks.
        Above::Root(level) if level.holds_stages && !has_no_subject(node) => {}
        Above::Root(level)
            if holds_stages || level.stages_by_heading && subject.is_none() && holds_days(node) =>
        {
            return phase(node, None, node.text(), None);
        }
        Above::Phase { .. } if holds_stages && subject.is_none() => return stretch(node, above),
        _ => {}
    }
    let is_in_phase = matches!(above, Above::Phase { .. });
    let is_choice = weeks.is_none() && !works_before_options(node) || options::chooses(node.text());
    let has_options = has_options(node);
    if (has_options || options::picks_below(node.text(), node)) && is_choice {
        let choice = if has_options {
            hoist(choice(node))
        } else {
            body::picked(item_of(Kind::Choice, node), &node.children)
        };
        return match above {
            Above::Root(Level { stages_by_heading: true, .. }) => hoist(holding(whole(node), choice)),
            _ => choice,
        };
    }
    if let Some(about) = subject {
        let section = besides::section(node, about);
        return if about == About::Gates && is_in_phase { besides::gate(section) } else { section };
    }
    let by_heading = match above {
        Above::Root(Level { stages_by_heading, .. }) | Above::Phase { stages_by_heading } => {
            stages_by_heading
        }
        Above::Section(_) => false,
    };
    let is_top = matches!(above, Above::Root(_) | Above::Phase { .. });
    match weeks {
        Some(_) => stage(node, weeks, None),
        None if is_top && is_told(node.text()) && has_lists(node) => stage(node, None, None),
        None if by_heading && has_lists(node) && !is_beside(node) => stage(node, None, None),
        None if labels::is_checkpoint(node.text()) => besides::section(node, About::Checklist),
        None if labels::is_goal(node.text()) => besides::goals(node),
        None => besides::section(node, About::Other),
    }
}

/// Reads a heading between a phase and its stages: they come right behind it.
fn stretch(node: &Node, above: Above) -> Vec<Item> {
    let (blocks, below) = split(node);
    let mut items = body::read(blocks, Place::Section(About::Other)).items;
    items.extend(runs(below).flat_map(|run| of_run(run, above)));
    hoist(holding(item_of(Kind::Section { about: About::Other }, node), items))
}

/// True for a heading over the phases or tracks of the whole way: "Roadmap".
fn is_roof(node: &Node, level: Level, subject: Option<About>) -> bool {
    let (_, below) = split(node);
    let is_phase = |node: &Node| {
        let part = node.part();
        part.is_some_and(|part| {
            part.is_months() || part == Part::Numbered && holds_part(node, Part::is_stage)
        })
    };
    tracks::labels(below).iter().any(Option::is_some)
        || !level.named && subject.is_none_or(|about| about == About::Timeline) && below.iter().any(is_phase)
}

fn roof(node: &Node, stages_by_heading: bool) -> Item {
    let (blocks, below) = split(node);
    let mut items = body::read(blocks, Place::Section(About::Other)).items;
    items.extend(read(below, Level::of(below, stages_by_heading)));
    holding(item_of(Kind::Section { about: About::Other }, node), items)
}

fn choice(node: &Node) -> Item {
    let Read { items, intro } = body::read(&node.children, Place::Choice);
    let mut choice = holding(item_of(Kind::Choice, node), items);
    if let Some((intro, end)) = intro {
        choice.note = Some(intro);
        choice.span.end = end;
    }
    choice
}

/// Reads a heading as the phase or stage that a person said it is, or else as only to be read.
pub(super) fn said(node: &Node) -> Vec<Item> {
    let named = headings::read(node.text());
    match (node.taken(), named.part) {
        (Some(Taken::Phase), Some(Part::Months(months))) => {
            phase(node, Some(months), named.text, named.weeks_mentioned)
        }
        (Some(Taken::Phase), Some(Part::Weeks(weeks))) => phase(node, None, named.text, Some(weeks)),
        (Some(Taken::Phase), _) => phase(node, None, named.text, named.weeks_mentioned),
        (Some(Taken::Stage), Some(Part::Weeks(weeks))) => stage(node, Some(weeks), None),
        (Some(Taken::Stage), Some(Part::Days(days))) => stage(node, None, Some(days)),
        (Some(Taken::Stage), _) => stage(node, named.weeks_mentioned, None),
        (Some(Taken::Schedule), _) => besides::schedule(node, schedule_sections::said_heading),
        _ => besides::aside(node),
    }
}
