//! The blocks of a typical week: weekday groups with times, or with hours.

use super::clock::row_at;
use super::hours::{Per, stretch_in};
use super::lines::{self, Role};
use super::links::{item_of, item_saying};
use super::phrases::Terms;
use super::{categories, labels, routines, weekdays};
use crate::Category;
use crate::document::outline::{Node, Shape};
use crate::item::{About, BlockRule, Item, Kind, PartOfDay, Tempo};
use chrono::Weekday;

/// Reads what stands below a heading or label: a template if it has blocks, otherwise a section.
pub(super) fn section(node: &Node, name: &str, below: &[Node]) -> Item {
    let items = read(below);
    let mut section = if items.iter().any(|item| matches!(item.kind, Kind::Block(_))) {
        let title = title(name);
        let kind = Kind::Template { stated_minutes: title.stated_minutes, tempo: title.tempo };
        item_saying(kind, title.name, node)
    } else {
        item_saying(Kind::Section { about: About::Schedule }, name, node)
    };
    section.children.extend(items);
    section
}

/// What a template's heading says about it.
struct Title {
    /// Its name, without the hours.
    name: String,
    /// The minutes a week that it claims.
    stated_minutes: Option<u32>,
    /// Full or part time.
    tempo: Option<Tempo>,
}

/// Reads a template's heading: "Part-time (20 hours/week)".
fn title(text: &str) -> Title {
    let words = Terms::of(text);
    let tempo = if words.hold("full time") {
        Some(Tempo::FullTime)
    } else {
        words.hold("part time").then_some(Tempo::PartTime)
    };
    match stretch_in(text) {
        Some((stretch, name)) if stretch.per != Per::Day => {
            Title { name, stated_minutes: Some(stretch.most), tempo }
        }
        _ => Title { name: text.to_owned(), stated_minutes: None, tempo },
    }
}

/// Reads what stands below a schedule's heading: blocks, and entries for all that is no block.
pub(super) fn read(nodes: &[Node]) -> Vec<Item> {
    let mut week = Week::default();
    for node in nodes {
        week.read(node);
    }
    for block in &mut week.items {
        routines::settle(block, None);
    }
    week.items
}

/// A typical week while it is being read.
#[derive(Default)]
struct Week {
    items: Vec<Item>,
    /// The days that the present lines are for.
    days: Vec<Weekday>,
    /// The end of the block above, in minutes after midnight.
    after: Option<u16>,
    /// The place of the present days' block without a time, which takes the lines that follow.
    open: Option<usize>,
}

impl Week {
    fn read(&mut self, node: &Node) {
        match node.shape {
            Shape::Fence => node.children.iter().for_each(|line| self.line(line)),
            Shape::Heading(_) => {
                self.heading(node);
                node.children.iter().for_each(|below| self.read(below));
            }
            Shape::Line => self.heading(node),
            Shape::Bullet | Shape::Numbered => self.line(node),
            _ => self.items.extend(lines::remark(node, Kind::Entry)),
        }
    }

    /// A line above others: it names days, or is a remark.
    fn heading(&mut self, node: &Node) {
        match weekdays::days_at(node.text()) {
            Some((days, rest)) => self.group(node, days, rest),
            None => self.items.push(item_of(Kind::Entry, node)),
        }
    }

    /// New days begin.
    fn group(&mut self, node: &Node, days: Vec<Weekday>, rest: &str) {
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
        } else if let Some(block) = self.open.and_then(|place| self.items.get_mut(place)) {
            block.children.push(lines::read(node, Role::Entry));
        } else if let Some((stretch, text)) =
            stretch_in(text).filter(|_| !self.days.is_empty() && self.after.is_none())
        {
            let rule = self.rule(None, stretch.least, stretch.most, labels::part_of_day(&text), &text);
            let mut block = item_saying(Kind::Block(rule), text, node);
            block.children.extend(lines::below(&node.children, Role::Entry));
            self.push(block);
        } else {
            self.items.push(lines::read(node, Role::Entry));
        }
    }

    /// Reads a line that begins with times as a block.
    fn timed(&mut self, node: &Node, text: &str) -> bool {
        let Some(row) = row_at(text, self.after).filter(|_| !self.days.is_empty()) else { return false };
        let minutes = u32::from(row.minutes);
        let rule = self.rule(Some(row.start), minutes, minutes, None, row.text);
        self.items.push(item_saying(Kind::Block(rule), row.text, node));
        self.after = Some(row.start.saturating_add(row.minutes));
        self.open = None;
        true
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
    fn a_day_named_in_the_row_counts_for_it() {
        let source = "- **Monday 10:30–11:30** — Reading\n- **Wednesday 8:00–9:00** — Drills\n";
        let found = rows(source);
        assert_eq!((found[0].0.clone(), found[0].1), (vec![Weekday::Mon], Some(630)));
        assert_eq!((found[1].0.clone(), found[1].1), (vec![Weekday::Wed], Some(480)));
    }
}
