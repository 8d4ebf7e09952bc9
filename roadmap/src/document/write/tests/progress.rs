//! The progress section.

use super::{documents, read};
use crate::document::{PartProgress, PhaseProgress, Progress, WriteError, progress_section};
use crate::{Item, Kind};
use chrono::NaiveDate;
use proptest::prelude::*;

fn day(month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(2026, month, day)
}

fn part(
    title: &str,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    done: usize,
    total: usize,
) -> PartProgress {
    PartProgress { title: title.to_owned(), from, to, done, total }
}

fn choir() -> Progress {
    Progress {
        title: "A *choir*".to_owned(),
        as_of: day(3, 9).expect("a day"),
        phases: vec![
            PhaseProgress {
                phase: part("Month 1: Voices", day(3, 2), day(3, 15), 6, 12),
                stages: vec![
                    part("Week 1: Breath | tone", day(3, 2), day(3, 8), 5, 5),
                    part("Week 2: [Scales]", day(3, 9), day(3, 15), 1, 7),
                ],
            },
            PhaseProgress {
                phase: part("Concerts", day(3, 16), None, 0, 0),
                stages: vec![part("Ongoing", day(3, 16), None, 0, 0)],
            },
        ],
        done: 6,
        total: 12,
        end: day(5, 31),
    }
}

#[test]
fn the_section_tells_phases_by_bars_and_stages_in_a_table() {
    let written = progress_section("", &choir()).expect("a section");
    insta::assert_snapshot!(written, @r"
    <!-- waymark:progress -->

    **A \*choir\*** on 2026-03-09: 6 of 12 done, planned until 2026-05-31

    - **Month 1: Voices** (2026-03-02 – 2026-03-15): █████░░░░░ 50 %, 6 of 12 done
    - **Concerts** (from 2026-03-16): nothing to tick

    | Stage | From | To | Done |
    |---|---|---|---|
    | Week 1: Breath \| tone | 2026-03-02 | 2026-03-08 | 5 of 5 |
    | Week 2: \[Scales\] | 2026-03-09 | 2026-03-15 | 1 of 7 |
    | Ongoing | 2026-03-16 | – | – |

    <!-- /waymark:progress -->
    ");
}

#[test]
fn what_stands_around_the_section_stays() {
    let text = "\u{feff}# Us\r\n\r\n<!-- waymark:progress -->\r\nold\r\n<!-- /waymark:progress -->\r\nand more  \r\n";
    let written = progress_section(text, &choir()).expect("a section");
    assert!(written.starts_with("\u{feff}# Us\r\n\r\n<!-- waymark:progress -->\r\n\r\n**A"), "{written}");
    assert!(written.ends_with("\r\n\r\n<!-- /waymark:progress -->\r\nand more  \r\n"), "{written}");
    assert!(!written.contains("old") && !written.replace("\r\n", "").contains('\n'));
}

#[test]
fn marks_that_are_no_pair_are_refused() {
    let of = |text: &str| progress_section(text, &choir());
    let (begin, end) = ("<!-- waymark:progress -->\n", "<!-- /waymark:progress -->\n");
    assert_eq!(of(&format!("a\n\n{begin}b\n")), Err(WriteError::Unclosed { line: 3 }));
    assert_eq!(of(&format!("{end}b\n")), Err(WriteError::Unopened { line: 1 }));
    assert_eq!(of(&format!("{end}{begin}")), Err(WriteError::Unopened { line: 1 }));
    assert_eq!(of(&format!("{begin}{begin}{end}{end}")), Err(WriteError::Twice { line: 2 }));
    assert_eq!(of(&format!("{begin}{end}\n{begin}{end}")), Err(WriteError::Twice { line: 4 }));
    assert_eq!(of(&format!("{begin}{end}{end}")), Err(WriteError::Unopened { line: 3 }));
    assert_eq!(of(&format!("> {begin}> {end}")), Err(WriteError::Within { line: 1 }));
    assert_eq!(of(&format!("{begin}```\n{end}")), Err(WriteError::Unclosed { line: 1 }));
    assert_eq!(of("```\nopen\n"), Err(WriteError::Unfinished));
    assert_eq!(of("<!-- open\n"), Err(WriteError::Unfinished));
}

#[test]
fn marks_in_a_fence_are_words() {
    let text = "```html\n<!-- waymark:progress -->\n<!-- /waymark:progress -->\n```\n";
    let written = progress_section(text, &choir()).expect("a section");
    assert!(written.starts_with(text) && written.len() > text.len());
}

/// The items but for comments.
fn items(source: &str) -> Vec<(Kind, String)> {
    let said = |item: &Item| (item.kind.clone(), item.text.clone());
    read(source).walk().filter(|item| item.kind != Kind::Comment).map(said).collect()
}

#[test]
fn a_roadmap_with_the_section_is_read_as_without_it() {
    for (name, source) in documents() {
        let written = progress_section(source, &choir()).expect(name);
        assert_eq!(items(source), items(&written), "{name}, at its end");
        // Behind the title, where people look first.
        let at = source.find("\n\n").map_or(0, |at| at + 2);
        let marks = "<!-- waymark:progress -->\n<!-- /waymark:progress -->\n\n";
        let marked = format!("{}{marks}{}", &source[..at], &source[at..]);
        let written = progress_section(&marked, &choir()).expect(name);
        assert_eq!(items(source), items(&written), "{name}, at its beginning");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn a_section_is_replaced_and_the_rest_of_any_text_stays(
        lines in prop::collection::vec(prop::sample::select(vec![
            "", "words", "- a", "  - b", "> q", "# T", "```", "~~~", "---", "| a | b |", "<!-- waymark:progress -->",
            "<!-- /waymark:progress -->", "    <!-- waymark:progress -->", "`<!-- waymark:progress -->`", "<div>",
        ]), 0..12),
        title in "[a-z|<>!*`\\[\\] -]{1,12}",
        crlf in any::<bool>(),
    ) {
        let text = lines.join(if crlf { "\r\n" } else { "\n" });
        let mut other = choir();
        other.title = title.clone();
        other.phases[0].phase.title = title.clone();
        other.phases[0].stages[0].title = title;
        if let Ok(first) = progress_section(&text, &choir()) {
            let second = progress_section(&first, &other).expect("marks of its own");
            prop_assert_eq!(progress_section(&second, &choir()), Ok(first.clone()));
            let (begin, end) = ("<!-- waymark:progress -->", "<!-- /waymark:progress -->");
            if !text.contains(end) {
                prop_assert!(first.starts_with(&text));
            }
            prop_assert!(first.contains(begin) && first.contains(end));
        }
    }
}
