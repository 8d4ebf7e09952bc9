//! Documents that nobody would write: huge numbers, no words, a thousand lines of the same.

use super::{findings, read};
use crate::check::{apply, check};

#[test]
fn huge_numbers_are_only_numbers() {
    let source = "# Big\n\n## Month 1\n\n### Weeks 1-600\n\n**Practice (10000 hours):**\n\n\
        - Write 4000000000 essays\n- Write 4000000000 essays\n- Sing 99999999999999999999 songs a day\n\n\
        **Deliverable:**\n\n- 4000000000 essays\n- 4000000000 essays\n\n\
        **Checkpoint:**\n\n- [ ] 1+ songs\n- [ ] 99999999999999999999+ songs\n\n## Success metrics\n\n### Month 1\n\n\
        - 4294967295 essays\n- 99999999999999999999999999 songs\n- 1-2 songs\n\n## Weekly schedule\n\n### Full-time (10000 hours/week)\n\n\
        - Monday: Practice (10000 hours)\n- Tuesday: Study (10000 hours)\n\n**Timeline:** 1 week, or 99999999 months\n";
    let mut roadmap = read(source);
    for finding in check(&roadmap) {
        for remedy in &finding.remedies {
            apply(&mut roadmap, &remedy.change);
            check(&roadmap);
        }
    }
}

#[test]
fn words_of_every_script_are_read() {
    for text in [
        "5+ песен выучено",
        "3+ 曲を覚えた",
        "Выучил 10+ песен",
        "½ songs, 3½ songs",
        "İ 5+ İs",
        "5+ ",
        "(5+ a day",
        "“5+",
    ] {
        let source = format!(
            "# A\n\n## Month 1\n\n### Week 1\n\n- {text}\n\n**Checkpoint:**\n\n- [ ] {text}\n\n## Success metrics\n\n### Month 1\n\n- {text}\n"
        );
        assert_eq!(findings(&source), [], "{text}");
    }
}

#[test]
fn a_thousand_equal_lines_take_no_time() {
    let lines = "- [ ] 5+ songs learnt\n- [ ] 6+ songs learnt\n".repeat(1_000);
    let source = format!("# A\n\n## Month 1\n\n### Week 1\n\n**Checkpoint:**\n\n{lines}");
    assert_eq!(findings(&source).len(), 1);
}

#[test]
fn a_thousand_gaps_among_ten_thousand_weeks_are_fifty_findings() {
    let week = |number: u32| (!number.is_multiple_of(10)).then(|| format!("### Week {number}\n- Sail\n"));
    let weeks: String = (1..10_000).filter_map(week).collect();
    assert_eq!(check(&read(&format!("# Sailing\n\n## Harbour\n\n{weeks}"))).len(), 50);
}

#[test]
fn a_line_of_thirty_thousand_links_is_looked_at_once() {
    let links: String =
        (0..30_000).map(|link| format!("[Sail {link}](https://example.org/{link}) ")).collect();
    assert_eq!(findings(&format!("# Sailing\n\n## Month 1\n\n### Week 1\n\n- {links}\n")), []);
}
