//! A tick is one character.

use super::{boxes, documents, read};
use crate::document::{WriteError, set_boxes};
use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng};

/// A document in other clothes: with a BOM, other line breaks, in a quote, with tabs.
fn disguised(source: &str, how: usize) -> String {
    match how {
        0 => source.to_owned(),
        1 => format!("\u{feff}{}", source.replace('\n', "\r\n")),
        2 => source.lines().map(|line| format!("> {line}\n")).collect(),
        _ => source.replace("    ", "\t"),
    }
}

#[test]
fn ten_thousand_ticks_change_a_character_each() {
    let mut rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let disguised =
        documents().iter().flat_map(|(_, source)| (0..4).map(|how| disguised(source, how))).collect();
    let with_boxes = |text: String| Some((boxes(&read(&text)), text)).filter(|(boxes, _)| !boxes.is_empty());
    let mut texts: Vec<(Vec<(usize, bool)>, String)> =
        Vec::<String>::into_iter(disguised).filter_map(with_boxes).collect();
    // Long documents take long to read, so few of the toggles are theirs.
    texts.sort_by_key(|(_, text)| text.len());
    let short = texts.iter().filter(|(_, text)| text.len() < 1_500).count();
    for toggle in 0..10_000 {
        let among = if toggle % 200 == 0 { texts.len() } else { short };
        let (boxes, text) = &mut texts[rng.next_u32() as usize % among];
        let at = rng.next_u32() as usize % boxes.len();
        let (mark, ticked) = boxes[at];
        let after = set_boxes(text, &[(mark, !ticked)]).expect("a box");
        let sign = text[mark..].chars().next().expect("a mark");
        let end = mark + sign.len_utf8();
        assert_ne!(text[mark..end], after[mark..end]);
        assert_eq!((&text[..mark], &text[end..]), (&after[..mark], &after[end..]));
        boxes[at].1 = !ticked;
        assert_eq!(super::boxes(&read(&after)), *boxes, "that box alone is ticked or open now");
        // A picture becomes a box that is one everywhere.
        if !matches!(sign, 'X' | '\t' | '✅' | '❌') {
            assert_eq!(set_boxes(&after, &[(mark, ticked)]).as_ref(), Ok(&*text), "and back");
        }
        *text = after;
    }
}

#[test]
fn every_box_that_is_read_can_be_written_also_in_a_fences_remarks() {
    let source = "# T\n## Week 1\n```\n##[ ] Straps\n//[x] Gears\n- [ ] Oil\n```\n- [\x0c] Ride\n";
    let boxes = boxes(&read(source));
    assert_eq!(boxes.len(), 4);
    for (mark, ticked) in boxes {
        let after = set_boxes(source, &[(mark, !ticked)]).expect("a box");
        assert_eq!(&after[mark..=mark], if ticked { " " } else { "x" });
    }
}

#[test]
fn a_box_that_is_as_wanted_stays_as_it_is_written() {
    let source = "* [X] Bass\r\n+ [x] Tenor\r\n1) [ ] Alto\r\n";
    assert_eq!(set_boxes(source, &[(3, true), (15, true), (29, false)]).as_deref(), Ok(source));
    let done = set_boxes(source, &[(3, false), (29, true)]);
    assert_eq!(done.as_deref(), Ok("* [ ] Bass\r\n+ [x] Tenor\r\n1) [x] Alto\r\n"));
}

#[test]
fn a_place_without_a_box_is_refused_and_nothing_changes() {
    let source = "- [ ] Sew\n- [a](b) or a[1] or é\n";
    for mark in [0, 2, 4, 13, 24, 28, 29, 500, usize::MAX] {
        let refused = set_boxes(source, &[(3, true), (mark, true)]);
        assert!(
            matches!(refused, Err(WriteError::NoBox { mark: at, .. }) if at == mark),
            "{mark}: {refused:?}"
        );
    }
    let error = set_boxes(source, &[(13, true)]).expect_err("a link");
    assert_eq!(
        error.to_string(),
        "line 2 has no box at byte 13: the file has changed since, so read it again"
    );
}

#[test]
fn a_picture_that_is_taken_back_and_set_again_is_the_same() {
    let garden = |lines: &str| format!("# Garden\n\n## Week 1: Beds\n\n{lines}");
    for (lines, sign) in [
        ("- ✅ Sow\n- ❌ Reap\n", '✅'),
        ("- ✅ Sow\n- ✅ Water\n- ❌ Reap\n- Rest\n", '✅'),
        ("1. ✔\u{fe0f} Sow\n2. ✗ Reap\n", '✔'),
        ("* ✓ Sow\n* ✓ Water\n* ✗ Reap\n", '✓'),
        ("- ☑ Sow\n- ☐ Reap\n", '☑'),
        ("- ☑ Sow\n- ☑ Water\n- ✅ Reap\n", '☑'),
        ("| ☑ | Sow |\n|---|---|\n| ☑ | Water |\n", '☑'),
    ] {
        let source = garden(lines);
        let mark = boxes(&read(&source)).into_iter().find(|(_, ticked)| *ticked).expect("a tick").0;
        let open = set_boxes(&source, &[(mark, false)]).expect("a box");
        assert!(source[mark..].starts_with(sign) && open[mark..].starts_with('☐'), "{open}");
        assert_eq!(set_boxes(&open, &[(mark, true)]).as_deref(), Ok(&*source));
    }
}

#[test]
fn a_tick_is_no_picture_where_it_would_only_decorate() {
    let source = "# Garden\n\n## Week 1: Beds\n\n- ✅ Sow\n- ❌ Reap\n- ❌ Rest\n";
    let marks: Vec<usize> = boxes(&read(source)).into_iter().map(|(mark, _)| mark).collect();
    let one = set_boxes(source, &[(marks[1], true)]).expect("a box");
    assert_eq!(one, source.replace("❌ Reap", "✅ Reap"));
    let both = source.replace('❌', "☑");
    assert_eq!(set_boxes(source, &[(marks[1], true), (marks[2], true)]).as_deref(), Ok(&*both));
    assert_eq!(set_boxes(&one, &[(marks[2], true)]), Ok(one.replace('❌', "☑")));
    let ballots = "# Garden\n\n## Week 1: Beds\n\n- ☐ Sow\n- ☐ Reap\n";
    let first = boxes(&read(ballots))[0].0;
    assert_eq!(set_boxes(ballots, &[(first, true)]), Ok(ballots.replace("☐ Sow", "☑ Sow")));
}
