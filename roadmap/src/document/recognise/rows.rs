//! Rows of a table that are stages or months: "| Week | Topic | Hours |".

use super::amounts::{DAY_ELSEWHERE, HOURS_ELSEWHERE, MINUTES_ELSEWHERE, WEEK_ELSEWHERE};
use super::headings::{self, Part};
use super::labels::{self, Meaning};
use super::numbers::range_at;
use super::phrases::Terms;
use super::promotion::PROMOTED;
use super::units::Unit;
use super::{cells, hours, lines, sections, weekdays};
use crate::document::outline::{Link, Node, Shape, Words};
use crate::item::{NumberRange, Span};

/// Terms of a head that holds what a stage is called.
const TITLES: [&str; 15] = [
    "topic*",
    "focus",
    "theme*",
    "title*",
    "subject*",
    "content*",
    "what",
    "name",
    "milestone*",
    "module*",
    "thema*",
    "inhalt*",
    "tema*",
    "thème*",
    "sujet*",
];

/// Terms of a head that holds remarks.
const REMARKS: [&str; 4] = ["note*", "comment*", "remark*", "done"];

/// Terms of a head for whatever there is to do.
const WORK: [&str; 8] = ["task*", "work", "activit*", "do", "todo*", "step*", "aufgabe*", "tarea*"];

/// Terms of a head whose numbers only count the rows.
const COUNTERS: [&str; 10] =
    ["no", "nr", "number", "phase", "part", "step", "module", "level", "stage", "unit"];

/// The stages or, where not `stages`, months that a table's rows are, as headings; none where they are none.
pub(super) fn parts(table: &Node, stages: bool) -> Option<Vec<Node>> {
    let heads = Heads::of(table, stages)?;
    let mut parts: Vec<Node> = Vec::new();
    let mut told = 0;
    for row in &table.children {
        let cells = row.words.cells();
        match heads.part_of(&cells) {
            Some(part) => {
                told += usize::from(heads.tell(&cells));
                let at_row = |_| row.span;
                let heading = heads.stage(row, &part, &cells, at_row);
                parts.push(if stages {
                    heading
                } else {
                    Node { shape: Shape::Heading(PROMOTED), ..heading }
                });
            }
            // A row of another kind belongs to the one above it.
            None => parts.last_mut()?.children.push(Node { shape: Shape::Row, ..row.clone() }),
        }
    }
    // Numbered rows without words are there to be filled in.
    (told >= 2).then_some(parts)
}

/// True where [`parts`] finds some, without making them.
pub(super) fn are_parts(table: &Node, stages: bool) -> bool {
    let Some(heads) = Heads::of(table, stages) else { return false };
    let part = |row: &Node| {
        let cells = row.words.cells();
        heads.part_of(&cells).map(|_| heads.tell(&cells))
    };
    table.children.first().is_some_and(|first| part(first).is_some())
        && table.children.iter().filter_map(part).filter(|tells| *tells).nth(1).is_some()
}

/// The rows of a table that name weeks, with their cells but those that name them.
pub(super) fn weeks(table: &Node) -> Vec<(NumberRange, Vec<Words>)> {
    let Some(heads) = Heads::of(table, true) else { return Vec::new() };
    let of_row = |row: &Node| {
        let mut cells = row.words.cells();
        let part = heads.part_of(&cells)?;
        match headings::read(&part).part {
            Some(Part::Weeks(weeks)) => {
                cells.get_mut(heads.part).into_iter().for_each(|cell| *cell = Words::default());
                Some((weeks, cells))
            }
            _ => None,
        }
    };
    table.children.iter().filter_map(of_row).collect()
}

fn is_nothing(cell: &Words) -> bool {
    cells::is_nothing(&cell.text)
}

/// What the columns hold.
pub(super) struct Heads {
    names: Vec<String>,
    /// The column that names the stages, and the word before its numbers.
    part: usize,
    unit: Option<&'static str>,
    /// True where the rows are stages rather than months.
    stages: bool,
}

impl Heads {
    /// The names of rows, where the stages are columns.
    pub(super) const fn of_rows(names: Vec<String>) -> Self {
        Self { names, part: usize::MAX, unit: None, stages: true }
    }

    fn of(table: &Node, stages: bool) -> Option<Self> {
        let names: Vec<String> = table.words.cells().into_iter().map(|cell| cell.text).collect();
        let unit = |head: &str| {
            let number = || Terms::of(head).are_any(&["week no", "week number"]).then_some(Unit::Week);
            let words = Terms::of(head);
            let mut word = words.iter();
            let only = word.next().filter(|_| word.next().is_none());
            match only.and_then(Unit::named).or_else(number)? {
                Unit::Week => Some("Week"),
                Unit::Day => Some("Day"),
                Unit::Month => Some("Month"),
            }
        };
        let fits = |part: usize| {
            let heads = Self {
                names: names.clone(),
                part,
                unit: names.get(part).and_then(|head| unit(head)),
                stages,
            };
            let names_part = |row: &&Node| heads.part_of(&row.words.cells()).is_some();
            table.children.iter().filter(names_part).nth(1).is_some().then_some(heads)
        };
        (0..names.len().min(2)).find_map(fits)
    }

    /// The part of the way that a row names: "Week 3".
    fn part_of(&self, cells: &[Words]) -> Option<String> {
        let cell = cells.get(self.part)?.text.trim();
        let is_part = |part: Part| if self.stages { part.is_stage() } else { part.is_months() };
        let names_one = |text: &str| headings::read(text).part.is_some_and(is_part);
        if names_one(cell) {
            return Some(cell.to_owned());
        }
        // "2." is an ordinal in some languages and a full stop in all.
        let cell = cell.strip_suffix('.').unwrap_or(cell);
        let text = format!("{} {cell}", self.unit?);
        range_at(cell).filter(|(_, rest)| rest.is_empty() || rest.starts_with(['+', ' ', '(', ':']))?;
        names_one(&text).then_some(text)
    }

    /// True for a row that says more than which part it is: of a month in words, as a table by month may be one of
    /// figures.
    fn tell(&self, cells: &[Words]) -> bool {
        let mut others = cells.iter().enumerate().filter(|(at, cell)| *at != self.part && !is_nothing(cell));
        let says = |(_, cell): (usize, &Words)| self.stages || cell.text.contains(char::is_alphabetic);
        cells.get(self.part).is_some_and(|part| !is_nothing(part)) && others.any(says)
    }

    /// True for a column that only counts rows: "#", "No", "Phase".
    fn counts(&self, at: usize) -> bool {
        let head = self.names.get(at).map(|head| Terms::of(head));
        head.is_some_and(|head| head.count() == 0 || head.are_any(&COUNTERS))
    }

    /// The stage that such cells tell of, as a heading. `row` is the node that names it; each cell stands at `place`.
    pub(super) fn stage(
        &self,
        row: &Node,
        part: &str,
        cells: &[Words],
        place: impl Fn(usize) -> Span,
    ) -> Node {
        let columns = || self.names.iter().enumerate().filter(|(at, _)| *at != self.part);
        let said = |at: usize| cells.get(at).is_some_and(|cell| !is_nothing(cell));
        let time = columns().find_map(|(at, head)| Some((at, hours_of(head, &cells.get(at)?.text)?)));
        let is_time = |at: usize| time.as_ref().is_some_and(|(column, _)| *column == at);
        let is_title = |head: &str| Terms::of(head).hold_any(&TITLES);
        let is_boxed =
            |at: usize| row.task.is_none() && cells.get(at).is_some_and(|cell| !cell.boxes.is_empty());
        // "1" and "Phase 1" before the weeks only count the rows.
        let counts = |at: usize| {
            let count = |cell: &Words| cell.boxes.is_empty() && headings::is_count(cell.text.trim());
            at < self.part
                && self.part < self.names.len()
                && self.counts(at)
                && cells.get(at).is_some_and(count)
        };
        let names = |at: usize| said(at) && !is_time(at) && !is_boxed(at) && !counts(at);
        let title = columns()
            .find(|(at, head)| is_title(head) && names(*at))
            .or_else(|| {
                // What stands in columns is named by the row alone that says it is a title.
                let any = self.part < self.names.len();
                columns().find(|(at, head)| any && names(*at) && weekdays::days_at(head).is_none())
            })
            .map(|(at, _)| at);

        let mut text = part.to_owned();
        if let Some(title) = title.and_then(|at| cells.get(at)) {
            text = format!("{text}: {}", title.text);
        }
        if let Some((_, hours)) = &time {
            text = format!("{text} ({hours})");
        }
        let mut heading =
            Node::new(Shape::Heading(PROMOTED + 1), Words { text, ..Words::default() }, row.span);
        let rest =
            |at: usize| said(at) && Some(at) != title && !is_time(at) && at != self.part && !counts(at);
        let mut below: Vec<Node> = Vec::new();
        let (mut labelled, mut behind) = (Vec::new(), Vec::new());
        for (at, cell) in cells.iter().enumerate().filter(|(at, _)| rest(*at)) {
            let head = self.names.get(at).map_or("", String::as_str);
            if is_boxed(at) {
                below.extend(lines::pieces(cell, &Node::new(Shape::Row, Words::default(), place(at))));
            } else {
                let named = self.part >= self.names.len() && names_what(head);
                let cell = if named { &cell.behind(&format!("{head}: ")) } else { cell };
                column(place(at), head, cell, &mut below, &mut labelled, &mut behind);
            }
        }
        let links =
            title.and_then(|at| cells.get(at)).filter(|title| !title.links.is_empty() || below.is_empty());
        if let Some(words) = links {
            let span = title.map_or(row.span, &place);
            below.insert(0, Node::new(Shape::Bullet, words.clone(), span));
        }
        // What links to something in a column that is no words of its own is about the stage.
        let silent = |at: usize| at == self.part || is_time(at) || counts(at) || !said(at);
        for cell in cells.iter().enumerate().filter(|(at, _)| silent(*at)).map(|(_, cell)| cell) {
            heading.words.links.extend(cell.links.iter().map(|link| Link { from: 0, to: 0, ..link.clone() }));
        }
        below.append(&mut labelled);
        below.append(&mut behind);
        // The box of a row with one thing to do is of that.
        match below.as_mut_slice() {
            [step] if step.shape == Shape::Bullet => step.task = step.task.or(row.task),
            _ => heading.task = row.task,
        }
        heading.children = below;
        heading
    }
}

/// True for the name of a row that tells what its cells are about: "Long run" and not "Task".
fn names_what(head: &str) -> bool {
    let words = Terms::of(head);
    words.count() > 0
        && labels::of_heading(head).meaning == Meaning::Plain
        && !words.hold_any(&WORK)
        && !words.hold_any(&REMARKS)
        && weekdays::days_at(head).is_none()
}

/// What a cell adds to its stage: a thing to do, a line with its column's label, or a list behind them all.
fn column(
    place: Span,
    head: &str,
    cell: &Words,
    below: &mut Vec<Node>,
    labelled: &mut Vec<Node>,
    behind: &mut Vec<Node>,
) {
    let line = || Node::new(Shape::Line, cell.behind(&format!("{head}: ")), place);
    match labels::of_heading(head).meaning {
        Meaning::Goal | Meaning::Target | Meaning::Deliverable => labelled.push(line()),
        Meaning::Resources => {
            let label = Words { text: format!("{head}:"), ..Words::default() };
            behind.push(Node::new(Shape::Line, label, place));
            behind.push(Node::new(Shape::Bullet, cell.clone(), place));
        }
        _ if weekdays::days_at(head).is_some() && !weekdays::is_off(&cell.text) => {
            below.push(Node::new(Shape::Bullet, cell.behind(&format!("{head}: ")), place));
        }
        _ if weekdays::days_at(head).is_some() || Terms::of(head).hold_any(&REMARKS) => {
            labelled.push(line());
        }
        _ if sections::is_resources(head) => below.push(Node::new(Shape::Bullet, cell.clone(), place)),
        _ => below.push(Node::new(Shape::Bullet, cell.clone(), place)),
    }
}

/// A cell of a column of hours, in words: "6 hours/week".
pub(super) fn hours_of(head: &str, cell: &str) -> Option<String> {
    let words = Terms::of(head);
    let unit = if words.hold_any(&HOURS_ELSEWHERE)
        || words.hold_any(&["hours", "hour", "hrs", "h", "time", "effort", "workload", "budget"])
    {
        "hours"
    } else if words.hold_any(&["min", "mins", "minutes"]) || words.hold_any(&MINUTES_ELSEWHERE) {
        "min"
    } else {
        return None;
    };
    let cell = cell.trim();
    let per = if words.hold_any(&["week", "weekly", "wk"]) || words.hold_any(&WEEK_ELSEWHERE) {
        "/week"
    } else if words.hold_any(&["day", "daily"]) || words.hold_any(&DAY_ELSEWHERE) {
        "/day"
    } else {
        ""
    };
    if hours::planned(cell).is_some_and(|(_, rest)| rest.is_empty()) {
        return Some(format!("{cell}{per}"));
    }
    let bare = cell.trim_start_matches(['~', '≈']).trim();
    let figures = bare.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '–' | '—' | ' '));
    let is_number = figures && bare.starts_with(|c: char| c.is_ascii_digit());
    // A column of times needs a unit; "time" alone may be one of the day, as the hour is elsewhere.
    let is_of_day = words.hold_any(&["time", "hora", "heure", "ora"]) && !words.hold_any(&["hours", "h"]);
    let written = (is_number && (unit == "min" || !is_of_day)).then(|| format!("{bare} {unit}{per}"))?;
    hours::planned(&written).is_some_and(|(_, rest)| rest.is_empty()).then_some(written)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::outline;

    fn texts(table: &str) -> Option<Vec<String>> {
        let table = &outline::read(table)[0];
        parts(table, true).map(|stages| stages.iter().map(|stage| stage.text().to_owned()).collect())
    }

    #[test]
    fn rows_with_a_week_are_stages_with_title_and_hours() {
        let table = "| Week | Topic | Hours |\n|--|--|--|\n| 1-2 | Dough | 6 |\n| 3 | Crust | 4-5 |\n";
        assert_eq!(texts(table).expect("stages"), ["Week 1-2: Dough (6 hours)", "Week 3: Crust (4-5 hours)"]);
        let table = "| Woche | Thema | Stunden |\n|--|--|--|\n| 1 | Teig | 2,5 |\n| 2 | Kruste | 20,25 |\n";
        assert_eq!(
            texts(table).expect("stages"),
            ["Week 1: Teig (2,5 hours)", "Week 2: Kruste (20,25 hours)"]
        );
        let table = "| Woche | Dauer | Thema |\n|--|--|--|\n| 1. | kurz | Teig |\n| 2 | lang | Kruste |\n";
        assert_eq!(texts(table).expect("stages"), ["Week 1: Teig", "Week 2: Kruste"]);
    }

    #[test]
    fn a_table_to_fill_in_is_no_plan() {
        assert_eq!(texts("| Week | Mood |\n|--|--|\n| 1 | |\n| 2 | |\n"), None);
        assert_eq!(texts("| Wochenende | Thema |\n|--|--|\n| 1. | Teig |\n| 2. | Kruste |\n"), None);
        assert_eq!(texts("| Woche | Thema |\n|--|--|\n| 1.5 | Teig |\n| 2.5 | Kruste |\n"), None);
        assert_eq!(texts("| Day | What |\n|--|--|\n| Mon | Run |\n| Tue | Swim |\n"), None);
    }

    #[test]
    fn hours_are_told_from_times_of_day() {
        assert_eq!(hours_of("Hours per week", "5"), Some("5 hours/week".to_owned()));
        assert_eq!(hours_of("Time", "90 min"), Some("90 min".to_owned()));
        assert_eq!(hours_of("Minutes", "45"), Some("45 min".to_owned()));
        assert_eq!(hours_of("Time", "7"), None);
        assert_eq!(hours_of("Stunden pro Woche", "5"), Some("5 hours/week".to_owned()));
        assert_eq!(hours_of("Stunden", "2,5"), Some("2,5 hours".to_owned()));
        assert_eq!(hours_of("Minuten pro Tag", "40"), Some("40 min/day".to_owned()));
        assert_eq!(hours_of("Ore a settimana", "5 - 6"), Some("5 - 6 hours/week".to_owned()));
        for (head, cell) in [("Stundenplan", "5"), ("Ora", "9"), ("Stunden", "1, 2"), ("Stunden", "1,2,3")] {
            assert_eq!(hours_of(head, cell), None, "{head}: {cell}");
        }
        assert_eq!(hours_of("Topic", "5 hours"), None);
    }
}
