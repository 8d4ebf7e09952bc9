//! Documents that no person writes: read all the same, or refused, and never a crash.

use super::read;
use crate::document::{import, unclaimed_lines};
use crate::item::Item;

/// How deep the items may nest: headings, labels and lists together.
const DEEPEST: usize = 48;

fn depth(items: &[Item]) -> usize {
    let mut deepest = 0;
    let mut left: Vec<(&Item, usize)> = items.iter().map(|item| (item, 1)).collect();
    while let Some((item, depth)) = left.pop() {
        deepest = deepest.max(depth);
        left.extend(item.children.iter().map(|child| (child, depth + 1)));
    }
    deepest
}

#[test]
fn deep_lists_are_flattened_and_lose_no_line() {
    let source: String = (0..60).map(|level| format!("{}- level {level}\n", "  ".repeat(level))).collect();
    let import = read(&source);
    assert!(depth(&import.roadmap.items) <= DEEPEST);
    let texts: Vec<_> = import.roadmap.walk().map(|item| item.text.as_str()).collect();
    assert!((0..60).all(|level| texts.contains(&format!("level {level}").as_str())));
    assert_eq!(unclaimed_lines(&import.roadmap, &source), Vec::<usize>::new());
}

#[test]
fn a_fence_may_be_deep_and_open() {
    let lines: String =
        (0..200).map(|level| format!("{}- level {level}\n", "  ".repeat(level % 60))).collect();
    let import = read(&format!("# T\n## Week 1\n```\n{lines}"));
    assert!(depth(&import.roadmap.items) <= DEEPEST);
}

#[test]
fn odd_characters_and_html_are_only_text() {
    let source = "# T\u{202e}x\n## Week 1\n- [ ] \u{7}bell \u{1b}[31m\n- [ ] <script>alert(1)</script>\n- [click](javascript:alert(1))\n\n<div onclick=\"x\">raw</div>\n";
    let import = read(source);
    let texts: Vec<_> = import.roadmap.walk().map(|item| item.text.as_str()).collect();
    assert!(texts.contains(&"<script>alert(1)</script>"));
    assert!(texts.contains(&"<div onclick=\"x\">raw</div>"));
    assert_eq!(unclaimed_lines(&import.roadmap, source), Vec::<usize>::new());
}

#[test]
fn many_of_anything_are_read() {
    let lines = |line: &str| format!("# T\n{}", line.repeat(4000));
    for source in [
        lines("## Monday\n"),
        lines("## Monday\n- 9:00-10:00 a\n"),
        lines("- Week 1: a\n"),
        lines("- Part\n  - Week 1: a\n"),
        lines("\n**Week 1:** a\n"),
        lines("## Track A\n- a\n## Track B\n- b\n"),
        lines("Time: 5 hours a week\n\n"),
        format!("| Week | What |\n|--|--|\n{}", "| 1 | a [l](m) |\n".repeat(4000)),
        format!("# T\nhttps://example.org/{}", ")".repeat(100_000)),
        format!("# T\n{}", "https://example.org/a\\_b ".repeat(4000)),
        format!("# T\n## Week 1: {}", "(45 min ".repeat(20_000)),
        format!("# T\n## Week 1: {}", "1 ".repeat(100_000)),
    ] {
        let import = read(&source);
        assert_eq!(unclaimed_lines(&import.roadmap, &source), Vec::<usize>::new());
    }
}

#[test]
fn huge_numbers_are_no_weeks_and_no_hours() {
    let source = "# T\n## Week 1-4000000000\n**Study (99999999999999999999 hours):**\n- a\n\n**Practice (1e9 hours):**\n- 99999999999999999999+ b\n## Month 0-0: x\n- [ ] c\n## Days 1-4000000000\n- d (99999999999 × 99999999999 h)\n## Rest (9999999999999 weeks)\n- e\n";
    assert!(import(source.as_bytes(), "x.md").is_ok());
}

#[test]
fn empty_marks_are_nothing_to_fall_over() {
    for source in [
        "-",
        "#",
        "- [ ]",
        "- [ ] ",
        "**",
        "****:",
        "> ",
        "|",
        "1.",
        "```",
        "`",
        "[](",
        "![](x)",
        "<!--",
        "---",
        "\u{2705}",
        "**:**\n- a",
        "# \n- \n- [x]\n",
        "#\n#\r~~~",
        "```\rt",
    ] {
        let import = import(source.as_bytes(), "x.md").expect("readable");
        assert_eq!(unclaimed_lines(&import.roadmap, source), Vec::<usize>::new(), "{source:?}");
    }
}
