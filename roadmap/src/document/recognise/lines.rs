//! What a line of a list is: a step, a resource, a checkpoint item and so on, by where it stands.

use super::hours::planned;
use super::labels::{self, Meaning};
use super::links::{item_of, item_saying, resource};
use super::phrases::at_dash;
use super::{accounts, clock, holding, item, links, targets, weekdays};
use crate::document::outline::{Node, Shape, Words};
use crate::item::{About, Item, Kind};

/// What the lines of a list are taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Things to do, or things that need not be done.
    Step {
        /// True where their label calls them optional.
        optional: bool,
    },
    /// Study material.
    Resource,
    /// Things that exist afterwards.
    Deliverable,
    /// Things to be able to say "yes" to at a stage's end.
    CheckpointItem,
    /// The same outside the stages.
    ChecklistItem,
    /// Success metrics.
    Metric,
    /// Measurable claims.
    Target,
    /// Goals.
    Goal,
    /// Accounts, paid or free.
    Account {
        /// True where they cost money.
        paid: bool,
    },
    /// Lines to read.
    Entry,
}

impl Role {
    /// Steps that have to be done.
    pub(super) const STEP: Self = Self::Step { optional: false };

    /// What the lines of a section about that subject are, unless a label says otherwise.
    pub(super) const fn of_section(about: About) -> Self {
        match about {
            About::Gates => Self::Metric,
            About::Accounts => Self::Account { paid: false },
            About::Setup | About::NextSteps => Self::STEP,
            About::Reading => Self::Resource,
            About::Checklist => Self::ChecklistItem,
            _ => Self::Entry,
        }
    }

    /// What the lines below such a line are.
    const fn below(self) -> Self {
        match self {
            Self::Step { .. } | Self::Deliverable | Self::CheckpointItem | Self::ChecklistItem => self,
            _ => Self::Entry,
        }
    }

    const fn kind(self, has_box: bool) -> Kind {
        match self {
            Self::Step { optional } => Kind::Step { optional },
            Self::Resource => Kind::Resource { href: None },
            Self::Deliverable => Kind::Deliverable,
            Self::CheckpointItem => Kind::CheckpointItem,
            Self::ChecklistItem => Kind::ChecklistItem,
            Self::Metric => Kind::Metric { measure: None },
            Self::Target => Kind::Target { measure: None },
            Self::Goal => Kind::Goal,
            Self::Account { paid } => Kind::Account { price: None, paid },
            // What can be ticked is something to do, wherever it stands.
            Self::Entry if has_box => Kind::Step { optional: false },
            Self::Entry => Kind::Entry,
        }
    }
}

/// Reads a line of a list with all that is below it.
pub(super) fn read(node: &Node, role: Role) -> Item {
    let role = node.said_role().unwrap_or(role);
    let line = if let Some(day) = of_day(node, role) {
        day
    } else if node.task.is_none()
        && let Some(labelled) = labelled(node, role)
    {
        labelled
    } else {
        by_role(node, role)
    };
    holding(line, below(&node.children, role.below()))
}

/// Reads nodes that stand below a line.
pub(super) fn below(nodes: &[Node], role: Role) -> Vec<Item> {
    let mut items = Vec::with_capacity(nodes.len());
    for node in nodes {
        match node.shape {
            _ if node.is_empty_line() => items.extend(below(&node.children, role)),
            Shape::Bullet | Shape::Numbered | Shape::RemarkBullet | Shape::Code => {
                items.push(read(node, role))
            }
            Shape::Fence => items.extend(below(&node.children, role)),
            _ => items.extend(remark(node, Kind::Entry)),
        }
    }
    items
}

/// Reads anything that is no list line: prose as `prose`, a table as a section, a comment as such.
pub(super) fn remark(node: &Node, prose: Kind) -> Option<Item> {
    let mut remark = match node.shape {
        Shape::Rule => return None,
        Shape::Comment => item_of(Kind::Comment, node),
        Shape::Html | Shape::Stray => item_of(Kind::Note, node),
        Shape::Table => item_of(Kind::Section { about: About::Other }, node),
        Shape::Row if node.task.is_some() || !node.words.boxes.is_empty() => row(node),
        // A dash in a sentence is part of it; behind a bold name it begins the note.
        _ if node.words.lead > 0 && node.words.after_lead().trim_start().starts_with(['-', '–', '—']) => {
            with_note(prose, node)
        }
        _ => item_of(prose, node),
    };
    if node.shape == Shape::Table {
        remark.children.extend(rows(node));
    } else {
        remark.children.extend(below(&node.children, Role::Entry));
    }
    Some(remark)
}

fn rows(table: &Node) -> Vec<Item> {
    let rows = table.children.iter().filter(|row| row.shape == Shape::Row);
    rows.map(row).collect()
}

/// A row of a table: something to do where it has a box.
pub(super) fn row(row: &Node) -> Item {
    if row.task.is_none() {
        return boxed_row(row).unwrap_or_else(|| item_of(Kind::Entry, row));
    }
    let cells = row.words.cells();
    let words: Vec<&str> =
        cells.iter().map(|cell| cell.text.as_str()).filter(|cell| !cell.is_empty()).collect();
    item_saying(Kind::Step { optional: false }, words.join(" | "), row)
}

/// A row with several boxes: what stands behind each is something to do below it. None where nothing does.
fn boxed_row(row: &Node) -> Option<Item> {
    let cells = row.words.cells();
    let mut steps = boxed_steps(&cells, row);
    if steps.is_empty() {
        return None;
    }
    let others = unboxed(&cells, row);
    let words: Vec<&str> = others.iter().map(Node::text).filter(|words| !words.is_empty()).collect();
    let text = if words.is_empty() { row.text().to_owned() } else { words.join(" | ") };
    let mut below: Vec<Item> = others.iter().flat_map(links::resources).collect();
    below.append(&mut steps);
    Some(holding(item(Kind::Entry, text, row.span), below))
}

/// What stands behind none of the boxes of a row that has several, as lines.
fn unboxed(cells: &[Words], row: &Node) -> Vec<Node> {
    cells.iter().flat_map(|cell| pieces(cell, row)).filter(|piece| piece.task.is_none()).collect()
}

/// The links of a row but for those of its [`boxed_steps`].
pub(super) fn unboxed_links(cells: &[Words], row: &Node) -> Vec<Item> {
    if row.task.is_some() {
        return links::resources(row);
    }
    unboxed(cells, row).iter().flat_map(links::resources).collect()
}

/// What stands behind the boxes of a row that has several: something to do each. An only one is the row's.
pub(super) fn boxed_steps(cells: &[Words], row: &Node) -> Vec<Item> {
    if row.task.is_some() {
        return Vec::new();
    }
    let boxed = cells.iter().filter(|cell| !cell.boxes.is_empty()).flat_map(|cell| pieces(cell, row));
    boxed.filter(|piece| piece.task.is_some()).map(|piece| read(&piece, Role::STEP)).collect()
}

/// The pieces of a cell as lines of a list: what stands behind each of its boxes, with that box.
pub(super) fn pieces(cell: &Words, row: &Node) -> Vec<Node> {
    let line = |(words, task)| Node { task, ..Node::new(Shape::Bullet, words, row.span) };
    cell.boxed().into_iter().map(line).collect()
}

/// A day of the week with its work, which the step is called by: "**Mon:** Scales", "Tuesday – Chords".
/// None for days with a time of day or hours alone, for days off, and where the work begins with another day.
fn of_day(node: &Node, role: Role) -> Option<Item> {
    let Role::Step { optional } = role else { return None };
    // Without bold words only a dash tells the day from the work.
    let (lead, after) = match node.words.lead() {
        "" => at_dash(node.text()).1.map(|work| node.text().split_at(node.text().len() - work.len()))?,
        lead => (lead, node.words.after_lead()),
    };
    let day = lead.trim_end_matches([' ', ':', '-', '–', '—']);
    weekdays::days_at(day).filter(|(days, rest)| rest.is_empty() && days.len() < weekdays::WEEK.len())?;
    let after = after.trim_start();
    let work = after.trim_start_matches([' ', ':', '-', '–', '—']).trim_end_matches(':');
    let is_parted = day.len() < lead.trim_end().len() || work.len() < after.trim_end_matches(':').len();
    let tells_time = || clock::start_at(work, None).is_some() || clock::row_at(work, None).is_some();
    let is_length = || planned(work).is_some_and(|(_, rest)| rest.is_empty());
    let is_no_work = work.is_empty() || weekdays::is_off(work) || weekdays::begins_with_day(work);
    if !is_parted || is_no_work || tells_time() || is_length() {
        return None;
    }
    let (text, more) = at_dash(work);
    let note = more.map_or_else(|| day.to_owned(), |more| format!("{day} – {more}"));
    let kind = Kind::Step { optional: optional || is_optional(work) };
    Some(with_claim(Item { note: Some(note), ..item_saying(kind, text, node) }))
}

/// A line that says by its bold beginning what it is, wherever it stands.
fn labelled(node: &Node, role: Role) -> Option<Item> {
    if !matches!(role, Role::Step { .. } | Role::Entry) {
        return None;
    }
    let label = labels::of_list_line(node)?;
    let kind = match label.meaning {
        _ if label.rest.is_empty() => return None,
        Meaning::Target => Kind::Target { measure: targets::measure(&label.rest) },
        Meaning::Deliverable => Kind::Deliverable,
        Meaning::Goal => Kind::Goal,
        // What takes time is something to do.
        _ if matches!(role, Role::Step { .. }) && label.budget.is_none() => {
            return Some(item_of(Kind::Entry, node));
        }
        _ => return None,
    };
    Some(item_saying(kind, label.rest, node))
}

fn by_role(node: &Node, role: Role) -> Item {
    let text = node.text();
    match role {
        Role::Account { paid } => accounts::read(node, paid),
        Role::Resource => linked(node).unwrap_or_else(|| {
            let Some(path) = links::path(text) else { return with_note(role.kind(false), node) };
            let marks = [' ', ':', '-', '–', '—', '('];
            let note = text.get(path.len()..).unwrap_or_default().trim_start_matches(marks);
            let note = Some(note.trim_end_matches(')').to_owned()).filter(|note| !note.is_empty());
            let kind = Kind::Resource { href: Some(path.to_owned()) };
            Item { note, ..item_saying(kind, path, node) }
        }),
        Role::Step { .. } if node.task.is_none() && node.words.leading_link().is_some() => {
            linked(node).unwrap_or_else(|| with_note(role.kind(false), node))
        }
        Role::Step { optional } => {
            with_claim(with_note(Kind::Step { optional: optional || is_optional(text) }, node))
        }
        Role::Deliverable => with_claim(with_note(role.kind(false), node)),
        Role::CheckpointItem | Role::ChecklistItem => with_claim(item_of(role.kind(false), node)),
        Role::Metric => item_of(Kind::Metric { measure: targets::measure(text) }, node),
        Role::Target => item_of(Kind::Target { measure: targets::measure(text) }, node),
        Role::Goal | Role::Entry => with_note(role.kind(node.task.is_some()), node),
    }
}

/// A resource with the words of its first link; the other links are resources below it.
fn linked(node: &Node) -> Option<Item> {
    let link = node.words.links.first()?;
    let mut found = resource(node, link);
    found.span = node.span;
    found.task = node.task;
    let leads = link.from == 0;
    let after = node.words.text.get(link.to..).unwrap_or_default();
    if leads {
        let after = after.trim_start().trim_start_matches(['-', '–', '—', ':', ',']).trim();
        found.note = Some(after.to_owned()).filter(|note| !note.is_empty());
    } else {
        let (text, note) = at_dash(node.text());
        found.text = text.to_owned();
        found.note = note.map(str::to_owned);
    }
    found.children = node.words.links.iter().skip(1).map(|link| resource(node, link)).collect();
    Some(found)
}

/// An item with what it claims by the way as a target below it.
fn with_claim(mut line: Item) -> Item {
    if let Some(measure) = targets::claim(&line.text).or_else(|| targets::range_of_things(&line.text)) {
        let claim = item(Kind::Target { measure: Some(measure) }, line.text.as_str(), line.span);
        line.children.insert(0, claim);
    }
    line
}

/// An item whose words behind a dash are its note.
fn with_note(kind: Kind, node: &Node) -> Item {
    let (text, note) = at_dash(node.text().trim_end_matches(':'));
    Item { note: note.map(str::to_owned), ..item_saying(kind, text, node) }
}

fn is_optional(text: &str) -> bool {
    let lower = text.to_lowercase();
    lower.contains("(optional)") || lower.starts_with("optional:") || lower.starts_with("optionally")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::outline;

    fn line(source: &str, role: Role) -> Item {
        read(&outline::read(source)[0], role)
    }

    #[test]
    fn a_line_that_begins_with_a_link_is_a_resource() {
        let item = line("- 📚 **[Solfège](./solfege.md)** - Read [more](x.md) aloud", Role::STEP);
        assert_eq!(item.kind, Kind::Resource { href: Some("./solfege.md".to_owned()) });
        assert_eq!((item.text.as_str(), item.note.as_deref()), ("Solfège", Some("Read more aloud")));
        assert_eq!(item.children.len(), 1, "the second link is kept below the first");
    }

    #[test]
    fn a_run_of_days_is_never_parted() {
        for text in ["Mon – Fri: Scales", "Mon - Wed - Fri: Run", "Sat – Sun long run", "Monday - Sunday"]
        {
            let item = line(&format!("- [ ] {text}"), Role::STEP);
            assert_eq!((item.text.as_str(), item.note), (text, None));
        }
        let item = line("- Mon – Fri – Scales", Role::STEP);
        assert_eq!((item.text.as_str(), item.note.as_deref()), ("Scales", Some("Mon – Fri")));
        assert_eq!(line("- **Mon** – Fri: Scales", Role::STEP).text, "Mon – Fri: Scales");
    }

    #[test]
    fn a_box_makes_a_step_of_a_link() {
        let item = line("- [ ] [Scale](x.md) in C", Role::STEP);
        assert_eq!(item.kind, Kind::Step { optional: false });
        assert!(matches!(item.children[0].kind, Kind::Resource { .. }));
    }

    #[test]
    fn steps_nest_and_carry_their_claims() {
        let item = line("1. Record\n   - Noise <5 dB (optional)", Role::STEP);
        let below = &item.children[0];
        assert_eq!(below.kind, Kind::Step { optional: true });
        assert!(matches!(below.children[0].kind, Kind::Target { measure: Some(_) }));
    }

    #[test]
    fn a_bold_label_decides_what_a_line_is() {
        assert!(matches!(
            line("- **Target:** 50-100 songs", Role::STEP).kind,
            Kind::Target { measure: Some(_) }
        ));
        assert_eq!(line("- **Deliverable:** A recording", Role::STEP).kind, Kind::Deliverable);
        assert_eq!(line("- **Stages:** halls and pubs", Role::STEP).kind, Kind::Entry);
        assert_eq!(
            line("- [ ] **Pattern note:** Write it down", Role::STEP).kind,
            Kind::Step { optional: false }
        );
    }

    #[test]
    fn a_figure_behind_a_greater_sign_is_kept() {
        let item = line("- >90% in tune", Role::CheckpointItem);
        assert_eq!(item.text, ">90% in tune");
        assert!(matches!(item.children[0].kind, Kind::Target { .. }));
    }
}
