//! What was said of a line finds it again in other states of the document.

use super::{CHOIR, corrected, drawn, named, read};
use crate::Kind;
use crate::document::{Taken, correction};

#[test]
fn a_correction_stays_with_its_line_when_the_same_heading_comes_before_it() {
    let import = read(CHOIR);
    let tempo = named(&import, "Tempo").id;
    let said = correction(&import.roadmap, CHOIR, tempo, Taken::Stage).expect("a line");
    let stage_of = |source: &str| {
        let roadmap = corrected(source, std::slice::from_ref(&said)).roadmap;
        let stage = roadmap.stages().find(|stage| stage.text == "Tempo");
        stage.map(|stage| stage.children[0].text.clone())
    };
    assert_eq!(stage_of(CHOIR).as_deref(), Some("Slow"));
    let above = CHOIR.replace("## Notes\n", "## Before\n### Tempo\n- Quick\n## Notes\n");
    assert_eq!(stage_of(&above).as_deref(), Some("Slow"), "the same words below another heading");
    let beside = CHOIR.replace("## Notes\n", "## Notes\n### Tempo\n- Quick\n");
    assert_eq!(stage_of(&beside).as_deref(), Some("Slow"), "the same words below the same heading");
    let other = CHOIR
        .replace("- Slow", "- Slower")
        .replace("## Notes\n", "## Before\n### Tempo\n- Quick\n## Notes\n");
    assert_eq!(stage_of(&other).as_deref(), Some("Slower"), "another line behind it");
    let moved = CHOIR.replace("## Notes", "## Remarks");
    assert_eq!(stage_of(&moved).as_deref(), Some("Slow"), "another heading above it");
}

#[test]
fn what_was_said_holds_when_other_lines_change() {
    let import = read(CHOIR);
    let warm_up = named(&import, "Warm-up");
    let said = correction(&import.roadmap, CHOIR, warm_up.id, Taken::Stage).expect("a line");
    let later = CHOIR.replace("- Hum\n", "- Hum\n- Hiss\n\n> Softly.\n").replace("Ribs", "The ribs");
    let import = corrected(&later, std::slice::from_ref(&said));
    assert!(matches!(named(&import, "Warm-up").kind, Kind::Stage { .. }));

    let gone = CHOIR.replace("### Warm-up", "### Cold start");
    assert_eq!(corrected(&gone, &[said]), read(&gone), "a correction that fits no line changes nothing");
}

#[test]
fn lines_with_the_same_words_are_told_apart() {
    let source = "# T\n## Week 1\n### Extras\n- a\n## Week 2\n### Extras\n- b\n";
    let import = read(source);
    let second = import.roadmap.walk().filter(|item| item.text == "Extras").nth(1).expect("two");
    let said = correction(&import.roadmap, source, second.id, Taken::Goals).expect("a line");
    assert_eq!(said.nth, 1);
    let drawn = drawn(source, &[said]);
    assert!(drawn.contains("step: a") && drawn.contains("goal: b"), "{drawn}");
}
