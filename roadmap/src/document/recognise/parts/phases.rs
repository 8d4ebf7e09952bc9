//! Headings as phases, with the stages in them, or one for their own work.

use super::stages::stage;
use super::{Above, of_run, runs};
use crate::document::outline::Node;
use crate::document::recognise::body::{self, Place};
use crate::document::recognise::budgets::gives_months_hours;
use crate::document::recognise::contents::{has_hours, holds_stage, is_work, split};
use crate::document::recognise::links::item_saying;
use crate::document::recognise::said::hoist;
use crate::document::recognise::{headings, holding, item, lengths};
use crate::item::{Item, Kind, NumberRange, Span};

pub(super) fn phase(
    node: &Node,
    months: Option<NumberRange>,
    text: &str,
    weeks: Option<NumberRange>,
) -> Vec<Item> {
    let (items, ongoing) = phase_items(node, text, weeks);
    let open_ended = ongoing || headings::read(node.text()).open;
    hoist(holding(item_saying(Kind::Phase { months, open_ended }, text, node), items))
}

/// What a phase holds, and whether one of its stages has no end.
pub(super) fn phase_items(node: &Node, text: &str, weeks: Option<NumberRange>) -> (Vec<Item>, bool) {
    let (blocks, below) = split(node);
    let is_stage =
        |node: &Node| node.is_said_part() || holds_stage(node) || headings::is_ongoing(node.text());
    let has_stages = below.iter().any(is_stage);
    let mut items = body::read(blocks, Place::Work).items;
    let above = Above::Phase { stages_by_heading: !has_stages };
    // Where the hours are those of the phase itself, its headings are parts of that work.
    let is_one_stage = !has_stages && items.iter().any(has_hours);
    let below = if is_one_stage { &[] } else { below };
    if is_one_stage {
        items = body::read(&node.children, Place::Work).items;
    }
    let mut lengths = lengths::until_next(below).into_iter();
    items.extend(runs(below).flat_map(|run| match (lengths.nth(run.len() - 1).flatten(), run) {
        (Some(days), [node]) => stage(node, None, Some(days)),
        _ => of_run(run, above),
    }));
    let ended = items.iter().position(|item| matches!(item.kind, Kind::Phase { .. }));
    let beyond = ended.map(|at| items.split_off(at)).unwrap_or_default();
    let lasts = weeks.map(|weeks| weeks.count().saturating_mul(7)).or_else(|| lengths::phase_lasts(text));
    let is_stage = |item: &Item| matches!(item.kind, Kind::Stage { .. });
    if items.iter().any(is_stage) {
        lengths::share(&mut items, lasts);
    } else if items.iter().any(is_work) || lasts.is_some() || gives_months_hours(node.text()) {
        // Work right below the phase needs a stage to be dated with, and hours one to be spent in.
        let goals = items.iter().position(is_work).unwrap_or(0);
        let kind = Kind::Stage { weeks, days: lasts.filter(|_| weeks.is_none()) };
        let mut stage = item(kind, text, Span { end: node.span.start, ..node.span });
        stage.children = items.split_off(goals);
        items.push(stage);
    }
    let ends = |item: &Item| {
        matches!(item.kind, Kind::Stage { weeks: None, days: None }) && (headings::is_ongoing(&item.text))
    };
    let open_ended = items.iter().any(ends);
    items.extend(beyond);
    (items, open_ended)
}
