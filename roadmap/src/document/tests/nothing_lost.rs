//! Whatever a document says, each line belongs to an item, and no box or link is lost.

use super::fixtures::ALL;
use super::read;
use crate::Kind;
use crate::document::outline::{self, Node, Shape};
use crate::document::{Import, bundled, import, is_ticked, unclaimed_lines};
use proptest::prelude::*;

const FIXTURE: &str = include_str!("../../../../tests/fixtures/reference-like.md");

/// The lines of the boxes of a tree, in order, those of pictures that may be boxes, and where its links lead.
fn boxes_and_links(nodes: &[Node]) -> (Vec<usize>, Vec<usize>, Vec<String>) {
    let (mut boxes, mut pictures, mut links) = (Vec::new(), Vec::new(), Vec::new());
    let mut left: Vec<&Node> = nodes.iter().collect();
    while let Some(node) = left.pop() {
        boxes.extend(node.task.map(|_| node.span.line));
        if node.shape == Shape::Row && node.task.is_none() {
            let pieces = node.words.cells().into_iter().flat_map(|cell| cell.boxed());
            boxes.extend(pieces.filter_map(|(_, task)| task).map(|_| node.span.line));
        }
        pictures.extend(node.sign.filter(|_| node.task.is_none()).map(|_| node.span.line));
        links.extend(node.words.links.iter().map(|link| link.href.clone()));
        left.extend(&node.children);
    }
    boxes.sort_unstable();
    (boxes, pictures, links)
}

fn check(source: &str) {
    assert_nothing_lost(&import(source.as_bytes(), "plan.md").expect("readable"), source);
}

/// Every line belongs to an item, and no box or link is lost.
pub(super) fn assert_nothing_lost(import: &Import, source: &str) {
    let items = || import.roadmap.walk();
    assert_eq!(unclaimed_lines(&import.roadmap, source), Vec::<usize>::new(), "lines that belong to no item");
    let (written_boxes, pictures, written_links) = boxes_and_links(&outline::read(source));
    let boxes = items().filter(|item| item.task.is_some()).map(|item| item.span.line);
    let mut boxes: Vec<_> =
        boxes.filter(|line| !pictures.contains(line) || written_boxes.contains(line)).collect();
    // Columns that are stages put a row's boxes apart.
    boxes.sort_unstable();
    assert_eq!(boxes, written_boxes, "lines of boxes");
    let mut links: Vec<(&str, &str)> = items()
        .filter_map(|item| match &item.kind {
            Kind::Resource { href: Some(href) } => Some((href.as_str(), item.text.as_str())),
            _ => None,
        })
        .collect();
    for href in written_links {
        let at = links.iter().position(|(found, _)| *found == href);
        links.remove(at.unwrap_or_else(|| panic!("the link {href} is lost")));
    }
    // The path of a file is study material without being a link.
    assert!(
        links.iter().all(|(href, text)| href == text && !href.contains("://")),
        "links {links:?} are new"
    );
    for item in items() {
        assert!(source.get(item.span.start..item.span.end).is_some(), "a span is off its source");
    }
    for task in items().filter_map(|item| item.task) {
        assert_eq!(is_ticked(source, task.mark), Some(task.ticked), "a box is off its byte");
    }
    let ids: Vec<_> = items().map(|item| item.id.0).collect();
    assert!(ids.iter().copied().eq(1..=ids.len() as i64), "items are numbered as they are walked");
}

#[test]
fn whole_documents_keep_every_line() {
    check(bundled()[0].source);
    check(FIXTURE);
    check(&FIXTURE.replace('\n', "\r\n"));
}

#[test]
fn lines_follow_each_other_as_in_the_document() {
    for source in [bundled()[0].source, FIXTURE] {
        let starts: Vec<_> = read(source).roadmap.walk().map(|item| item.span.line).collect();
        assert!(starts.is_sorted(), "items are in the order of the document");
    }
}

/// Lines that a roadmap might hold, in any order and at any depth.
pub(in crate::document) fn line() -> impl Strategy<Value = String> {
    let start = prop::sample::select(vec![
        "",
        "# ",
        "## ",
        "### ",
        "- ",
        "* [ ] ",
        "- [x] ",
        "1. ",
        "2) [ ] ",
        "> ",
        "> - ",
        "  - ",
        "    - [ ] ",
        "\t- ",
        "| ",
        "```",
        "~~~\n",
        "---",
        "# - ",
        "├── ",
        "### [ ] ",
        "☐ ",
        "- ☑ ",
        "- ✅ ",
        "❌ ",
        "<!-- ",
        "<b>",
        "&nbsp;",
        "    ",
        "===",
    ]);
    let words = prop::sample::select(vec![
        "",
        "Month 1: Start",
        "Week 2-3: More",
        "**Study (10 hours):**",
        "**Project 1: House**",
        "Option A: Red",
        "**Option B: Blue**",
        "Choose one:",
        "**Checkpoint:**",
        "**Goal:** Sing",
        "**Target:** >90% right",
        ">5 km",
        "[text](href)",
        "**[text](a b)** - note",
        "Monday 9:00-10:00 Work",
        "**Weeknights (2 hours/day):**",
        "Morning (2 hours):",
        "**Daily Routine:**",
        "Success Metrics",
        "Weekly Schedule",
        "For big houses",
        "-->",
        "```",
        "❌ **Haste** - waste",
        "[ref]: http://x",
        "a | b",
        "|---|",
        "Timeline",
        "Accounts",
        "Anki ($5) - cards",
        "# Label:",
        "words\u{a0}é — dash",
        "Ongoing",
        "**bold** [l](m) ![i](j)",
        "\\",
        "`code`",
        "***",
        "**Week 1:** Sing",
        "Week 4 - Hum (3 hours)",
        "Day 1: Start",
        "Jan 5 – Jan 11: Dates",
        "Week 9+: Go on",
        "Track A - quick",
        "Track B - slow",
        "| Week | Topic | Hours |",
        "| 1-2 | [l](m) | 3 |",
        "| Mon | 9:00-10:00 | https://example.org/a |",
        "See https://example.org/b_(c), or <https://example.org/d>",
        "at 7 pm: Sing (45 min)",
        "Time: 5 hours a week",
        "Tuesday (1 hour)",
        "Links:",
        "<details><summary>Week 1: Sing</summary>Hum [ ] a",
        "</details>",
        "</details> words <details>",
    ]);
    (start, words).prop_map(|(start, words)| format!("{start}{words}"))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    #[test]
    fn no_mixture_of_lines_loses_one(lines in prop::collection::vec(line(), 1..40)) {
        let source = lines.join("\n");
        prop_assume!(!source.trim().is_empty());
        check(&source);
    }

}

#[test]
fn a_link_behind_one_of_a_rows_boxes_is_read_once() {
    check("| Hours | Task | Topic |\n|--|--|--|\n| 1 | [ ] Hum<br>[ ] [l](m) | [Sing](n) [](o) |\n");
}

#[test]
fn a_row_across_columns_of_weeks_loses_nothing_of_its_first_cell() {
    let rows = "| [x] [Long run](a.md) | 5 km | 6 km |\n| [ ] Swim<br>[x] [Row](b.md) | [ ] 1 km | [2 km](c.md) |\n| Rest | [ ] | Sleep |\n";
    check(&format!("# Running\n\n| | Week 1 | Week 2 |\n|--|--|--|\n{rows}"));
}

/// Tables and promoted lines need neighbours of their kind, which a mixture seldom has.
fn table() -> impl Strategy<Value = Vec<String>> {
    let cells = prop::sample::select(vec![
        "",
        "1",
        "2-3",
        "Week 4",
        "Day 1",
        "Monday",
        "Tue & Wed",
        "9:00-10:00",
        "7 pm",
        "45 min",
        "3 h",
        "Rest",
        "-",
        "[l](m)",
        "[](m)",
        "[a\\|b](m)",
        "https://example.org/x",
        "`|`",
        "[ ]",
        "[x] Sing",
        "[x] [l](m)",
        "[ ] Hum<br>[x] [l](m)",
        "☐ [l](m)",
        "Scales",
        "**bold**",
        "Total",
    ]);
    let heads = prop::sample::select(vec![
        "Week",
        "Day",
        "Topic",
        "Hours",
        "Minutes per day",
        "Mon",
        "Tue",
        "Time",
        "Goal",
        "Resources",
        "Notes",
        "",
    ]);
    (2..5_usize).prop_flat_map(move |columns| {
        let row = |cells: Vec<&'static str>| format!("| {} |", cells.join(" | "));
        let weeks = ["", "Week 1", "Week 2", "Week 3"].into_iter().take(columns).collect();
        let head = prop_oneof![
            3 => prop::collection::vec(heads.clone(), columns).prop_map(row),
            1 => Just(row(weeks)),
        ];
        let rows = prop::collection::vec(prop::collection::vec(cells.clone(), columns).prop_map(row), 1..6);
        (head, rows).prop_map(move |(head, rows)| {
            [vec![String::new(), head, format!("{}|", "|--".repeat(columns))], rows, vec![String::new()]]
                .concat()
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn no_table_loses_a_line_or_a_link(before in line(), table in table(), after in line()) {
        check(&[vec![before], table, vec![after]].concat().join("\n"));
    }

    #[test]
    fn no_mutation_of_a_dialect_loses_a_line(
        which in 0..ALL.len(),
        cuts in prop::collection::vec((any::<prop::sample::Index>(), 0..4_usize, line()), 1..6),
    ) {
        let mut lines: Vec<String> = ALL[which].source.lines().map(str::to_owned).collect();
        for (at, what, line) in cuts {
            let at = at.index(lines.len().max(1)).min(lines.len());
            match what {
                0 if at < lines.len() => { lines.remove(at); }
                1 if at < lines.len() => { let again = lines[at].clone(); lines.push(again); }
                2 if at < lines.len() => lines[at] = format!("  {}", lines[at]),
                _ => lines.insert(at, line),
            }
        }
        let source = lines.join("\n");
        prop_assume!(!source.trim().is_empty());
        check(&source);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(48) })]

    #[test]
    fn no_cut_or_doubled_part_of_a_document_loses_a_line(from in 0..FIXTURE.len(), len in 1..4000_usize, to in 0..FIXTURE.len()) {
        let from = FIXTURE.floor_char_boundary(from);
        let end = FIXTURE.floor_char_boundary((from + len).min(FIXTURE.len()));
        let to = FIXTURE.floor_char_boundary(to);
        let part = &FIXTURE[from..end];
        let rest = format!("{}{}", &FIXTURE[..from], &FIXTURE[end..]);
        prop_assume!(!rest.trim().is_empty());
        check(&rest);
        check(&format!("{}{part}{}", &FIXTURE[..to], &FIXTURE[to..]));
    }
}
