//! The blocks of a typical week: weekday groups with times, or with hours.

use super::clock::start_at;
use super::hours::{Per, planned, split_of_day, stretch_in};
use super::lines::{self, Role};
use super::links::{item_of, item_saying};
use super::slots::slots_of;
use super::{categories, item, labels, routines, timetables, weekdays};
use crate::Category;
use crate::document::outline::{Node, Shape};
use crate::item::{BlockRule, Item, Kind, PartOfDay};
use chrono::Weekday;

/// True where there is a block among the items.
pub(super) fn hold_blocks(items: &[Item]) -> bool {
    items.iter().flat_map(Item::walk).any(|item| matches!(item.kind, Kind::Block(_)))
}

/// True for headings of days that hold a schedule rather than advice for each: two or more of them name
/// hours, or two or more lines times of day.
pub(super) fn are_days(headings: &[Node]) -> bool {
    let names_hours = |node: &&Node| planned(node.text()).is_some();
    let is_timed = |item: &&Item| matches!(&item.kind, Kind::Block(rule) if rule.start.is_some());
    headings.iter().filter(names_hours).nth(1).is_some()
        || read(headings).iter().flat_map(Item::walk).filter(is_timed).nth(1).is_some()
}

/// Reads what stands below a schedule's heading: blocks, and entries for all that is no block.
pub(super) fn read(nodes: &[Node]) -> Vec<Item> {
    Week::of(false, nodes).finish()
}

/// A typical week while it is being read.
#[derive(Default)]
pub(super) struct Week {
    items: Vec<Item>,
    /// The days that the present lines are for.
    days: Vec<Weekday>,
    /// The end of the block above, in minutes after midnight.
    after: Option<u16>,
    /// The place of the present days' block without a time, which takes the lines that follow.
    open: Option<usize>,
    /// True where that block was announced with its days, so that its hours are those of all its lines.
    whole_day: bool,
    /// True where it was announced by a line above its lines, rather than by one of them.
    announced: bool,
    /// The place of a block whose end is the start of the next, and its whole line.
    waiting: Option<(usize, String)>,
}

impl Week {
    /// The week that nodes tell of; its days are every day, or those that they name.
    pub(super) fn of(daily: bool, nodes: &[Node]) -> Self {
        let days = if daily { weekdays::WEEK.to_vec() } else { Vec::new() };
        let mut week = Self { days, ..Self::default() };
        nodes.iter().for_each(|node| week.read(node));
        week
    }

    /// True where nothing tells which days the lines are for.
    pub(super) const fn has_no_days(&self) -> bool {
        self.days.is_empty()
    }

    /// True where the last lines are for every day.
    pub(super) const fn is_for_every_day(&self) -> bool {
        self.days.len() == weekdays::WEEK.len()
    }

    /// The blocks, and entries for all that is none.
    pub(super) fn finish(mut self) -> Vec<Item> {
        self.give_up_waiting();
        for block in &mut self.items {
            routines::settle(block, None);
        }
        self.items
    }

    fn read(&mut self, node: &Node) {
        match node.shape {
            Shape::Fence => node.children.iter().for_each(|line| self.line(line)),
            Shape::Heading(_) => {
                self.heading(node);
                node.children.iter().for_each(|below| self.read(below));
            }
            Shape::Line => self.heading(node),
            // In a fence times may be indented below their days.
            Shape::Bullet | Shape::Numbered | Shape::Code => self.line(node),
            Shape::Table => self.items.extend(timetables::read(node, &self.days)),
            _ => lines::remark(node, Kind::Entry).into_iter().for_each(|remark| self.remark(remark)),
        }
    }

    /// A line above others: it names days, or is a remark.
    fn heading(&mut self, node: &Node) {
        match weekdays::days_at(node.text()) {
            Some((days, rest)) => self.group(node, days, rest),
            None if self.timed(node, node.text()) => {}
            None => self.remark(item_of(Kind::Entry, node)),
        }
    }

    /// Adds a remark: below a block that was announced above its lines, else as the end of the block before it,
    /// so that all stays in order.
    fn remark(&mut self, remark: Item) {
        let announced = self.whole_day && self.announced;
        match self.open.filter(|_| announced).and_then(|at| self.items.get_mut(at)) {
            Some(block) => block.children.push(remark),
            None => {
                self.open = None;
                self.items.push(remark);
            }
        }
    }

    /// New days begin.
    fn group(&mut self, node: &Node, days: Vec<Weekday>, rest: &str) {
        self.give_up_waiting();
        self.days = days;
        self.after = None;
        self.open = None;
        let bare = rest.trim_start_matches([':', ' ', '-', '–', '—']).trim_end_matches(':').trim();
        if self.timed(node, bare) {
            return;
        }
        let named = bare.starts_with('(') || bare.is_empty();
        match stretch_in(bare) {
            // Hours for all of several days together say nothing about each.
            Some((stretch, _)) if stretch.per == Per::Day || self.days.len() == 1 || !named => {
                let text = if named {
                    node.text().split(['(', ':']).next().unwrap_or_default().trim().to_owned()
                } else {
                    stretch_in(bare).map_or_else(|| bare.to_owned(), |(_, text)| text)
                };
                let part = labels::part_of_day(node.text());
                let rule = self.rule(None, stretch.least, stretch.most, part, &text);
                self.push(item_saying(Kind::Block(rule), text, node));
                self.whole_day = true;
                self.announced = !node.is_list_line();
            }
            _ => {
                let name = node.text().trim_end_matches(':');
                self.items.push(item_saying(Kind::Entry, name, node));
            }
        }
    }

    /// A line of a list or fence.
    fn line(&mut self, node: &Node) {
        let text = node.text();
        if node.is_empty_line() {
            node.children.iter().for_each(|below| self.read(below));
        } else if let Some((days, rest)) = weekdays::days_at(text) {
            self.group(node, days, rest);
            node.children.iter().for_each(|below| self.read(below));
        } else if self.timed(node, text) {
            if let Some(block) = self.items.last_mut() {
                block.children.extend(lines::below(&node.children, Role::Entry));
            }
        } else if let Some(block) = self.open.filter(|_| self.whole_day).and_then(|at| self.items.get_mut(at))
        {
            // The day's hours are given for all of its lines.
            block.children.push(lines::read(node, Role::Entry));
        } else if let Some((stretch, text)) = planned(text)
            .or_else(|| split_of_day(text))
            .or_else(|| stretch_in(text))
            .filter(|(_, text)| !text.is_empty() && !self.days.is_empty() && self.after.is_none())
        {
            let rule = self.rule(None, stretch.least, stretch.most, labels::part_of_day(&text), &text);
            let mut block = item_saying(Kind::Block(rule), text, node);
            block.children.extend(lines::below(&node.children, Role::Entry));
            self.push(block);
            self.whole_day = false;
        } else if let Some(block) = self.open.and_then(|place| self.items.get_mut(place)) {
            block.children.push(lines::read(node, Role::Entry));
        } else if let Some(day) = self.items.last_mut().filter(|item| names_days(item)) {
            day.children.push(lines::read(node, Role::Entry));
        } else {
            self.items.push(lines::read(node, Role::Entry));
        }
    }

    /// Reads a line with times as blocks.
    fn timed(&mut self, node: &Node, text: &str) -> bool {
        if self.days.is_empty() {
            return false;
        }
        let slots = slots_of(text, self.after);
        let (Some(first), Some(last)) = (slots.first(), slots.last()) else { return self.starts(node, text) };
        self.end_waiting(first.start);
        self.after = Some(last.end());
        self.open = None;
        for (at, slot) in slots.into_iter().enumerate() {
            let kind = Kind::Block(self.rule(Some(slot.start), slot.least, slot.most, None, &slot.text));
            // The line's box and links belong to the first.
            self.items.push(match at {
                0 => item_saying(kind, slot.text, node),
                _ => item(kind, slot.text, node.span),
            });
        }
        true
    }

    /// Reads a line that says only when its block starts; it ends where the next one starts.
    fn starts(&mut self, node: &Node, text: &str) -> bool {
        let Some((start, text)) = start_at(text, self.after).filter(|(_, text)| !text.is_empty()) else {
            return false;
        };
        self.end_waiting(start);
        self.waiting = Some((self.items.len(), node.text().to_owned()));
        let rule = self.rule(Some(start), 0, 0, None, text);
        self.items.push(item_saying(Kind::Block(rule), text, node));
        self.after = Some(start);
        self.open = None;
        true
    }

    /// Ends the block that waits for the start of the next.
    fn end_waiting(&mut self, end: u16) {
        let Some((place, _)) = &self.waiting else { return };
        if let Some(Item { kind: Kind::Block(rule), .. }) = self.items.get_mut(*place)
            && let Some(minutes) =
                rule.start.and_then(|start| end.checked_sub(start)).filter(|minutes| *minutes > 0)
        {
            (rule.minutes, rule.most) = (u32::from(minutes), u32::from(minutes));
            self.waiting = None;
        } else {
            self.give_up_waiting();
        }
    }

    /// A block without an end is none.
    fn give_up_waiting(&mut self) {
        if let Some((place, line)) = self.waiting.take()
            && let Some(item) = self.items.get_mut(place)
        {
            item.kind = Kind::Entry;
            item.text = line;
        }
    }

    fn push(&mut self, block: Item) {
        self.open = Some(self.items.len());
        self.items.push(block);
    }

    fn rule(
        &self,
        start: Option<u16>,
        minutes: u32,
        most: u32,
        part: Option<PartOfDay>,
        text: &str,
    ) -> BlockRule {
        let category = categories::of(text).unwrap_or(Category::Study);
        BlockRule { days: self.days.clone(), start, minutes, most, part, category }
    }
}

/// True for a line that only says which days the next lines are for.
fn names_days(item: &Item) -> bool {
    item.kind == Kind::Entry && item.task.is_none() && weekdays::days_at(&item.text).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::outline;

    type Row = (Vec<Weekday>, Option<u16>, u32, u32, Category);

    fn rows(source: &str) -> Vec<Row> {
        let rows = read(&outline::read(source)).into_iter().filter_map(|item| match item.kind {
            Kind::Block(rule) => Some((rule.days, rule.start, rule.minutes, rule.most, rule.category)),
            _ => None,
        });
        rows.collect()
    }

    #[test]
    fn weekday_groups_with_times_become_blocks() {
        let source = "**Mon-Tue:**\n```\n7:00-8:00  Review of songs\n12:00-1:00 Lunch\n1:00-3:00  Practice\n```\n\n**Saturday:**\n- 9:00-10:00: Study\n";
        let days = vec![Weekday::Mon, Weekday::Tue];
        assert_eq!(
            rows(source),
            [
                (days.clone(), Some(420), 60, 60, Category::Review),
                (days.clone(), Some(720), 60, 60, Category::Rest),
                (days, Some(780), 120, 120, Category::HandsOn),
                (vec![Weekday::Sat], Some(540), 60, 60, Category::Study),
            ]
        );
    }

    #[test]
    fn hours_without_times_become_blocks_of_each_day() {
        let source = "**Weeknights (2 hours/day):**\n- Study scales\n- Practice\n\n**Weekends (10 hours total):**\n- Saturday: Choir project (5 hours)\n- Sunday: Reading + practice (5 hours)\n";
        let found = rows(source);
        assert_eq!(found.len(), 3, "the weekend's total is no block");
        assert_eq!((found[0].0.len(), found[0].2, found[0].4), (5, 120, Category::Study));
        assert_eq!(
            (found[1].0.clone(), found[1].2, found[1].4),
            (vec![Weekday::Sat], 300, Category::HandsOn)
        );
        assert_eq!((found[2].0.clone(), found[2].2, found[2].4), (vec![Weekday::Sun], 300, Category::Study));
    }

    #[test]
    fn a_day_without_times_has_a_range_and_keeps_its_lines() {
        let source = "**Sunday:**\n```\nDay off or light review (2-3 hours max)\nPlan the week\n```\n";
        assert_eq!(rows(source), [(vec![Weekday::Sun], None, 120, 180, Category::Review)]);
        let items = read(&outline::read(source));
        let block = items.iter().find(|item| matches!(item.kind, Kind::Block(_))).expect("a block");
        assert_eq!(block.children[0].text, "Plan the week");
    }

    #[test]
    fn a_start_lasts_as_long_as_it_says_or_until_the_next() {
        let source = "**Tuesday:**\n- 6:30 pm: Choir (90 min)\n- Voices (20:00-21:00)\n\n**Friday**\n- 7:00 AM Scales\n- 7:45 AM Songs\n- 9:00 AM Off\n";
        let found: Vec<_> = rows(source).into_iter().map(|row| (row.0[0], row.1, row.2)).collect();
        assert_eq!(
            found,
            [
                (Weekday::Tue, Some(1110), 90),
                (Weekday::Tue, Some(1200), 60),
                (Weekday::Fri, Some(420), 45),
                (Weekday::Fri, Some(465), 75),
            ]
        );
    }

    #[test]
    fn times_indented_below_their_days_in_a_fence_are_blocks() {
        let flat = "```\nMon-Fri\n09:00-11:00 Study\nSat:\n10:00-12:00 Practice\n```\n";
        let indented = flat.replace("09:", "  09:").replace("10:", "    10:");
        assert_eq!(rows(flat).len(), 2);
        assert_eq!(rows(&indented), rows(flat));
    }

    #[test]
    fn a_day_without_times_keeps_its_lines_below_it() {
        let items = read(&outline::read("### Monday\n- Plan\n- Sing\n\n### Tue–Thu\n- Sing on\n"));
        let lines: Vec<_> = items.iter().map(|day| (day.text.as_str(), day.children.len())).collect();
        assert_eq!(lines, [("Monday", 2), ("Tue–Thu", 1)]);
    }

    #[test]
    fn a_day_named_in_the_row_counts_for_it() {
        let source = "- **Monday 10:30–11:30** — Reading\n- **Wednesday 8:00–9:00** — Drills\n";
        let found = rows(source);
        assert_eq!((found[0].0.clone(), found[0].1), (vec![Weekday::Mon], Some(630)));
        assert_eq!((found[1].0.clone(), found[1].1), (vec![Weekday::Wed], Some(480)));
    }
}
