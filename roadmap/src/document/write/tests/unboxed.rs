//! Ticks on list lines that the document gives no box.

use super::{documents, kept, markdown, read, said};
use crate::document::tests::nothing_lost::line;
use crate::document::write::fresh::is_list_line;
use crate::{Item, Kind, Roadmap};
use chrono::DateTime;
use proptest::prelude::*;
use std::collections::HashSet;

/// A song to learn, in several ways of writing.
const SONG: &str = "# A song

## Week 1: Tune

**Practice (3 hours):**

- Hum
  - Softly, under 60 dB
1. Clap
2. Breathe
- [Scales](scales.md) in C

```
1. Sing
   - Louder
```

| Day | What |
|-----|------|
| Mon | Rest |

**Resources:**

- [Sonograms](sonograms.md) - slowly

**Checkpoint:**
- It is in tune
";

/// A roadmap in which all is done that can be and that `is_done` says so of.
fn done(source: &str, is_done: impl Fn(&Item) -> bool) -> Option<Roadmap> {
    let mut roadmap = kept(source)?;
    let mut left: Vec<&mut Item> = roadmap.items.iter_mut().collect();
    while let Some(item) = left.pop() {
        if item.can_be_done() && is_done(item) {
            item.record.done_at = Some(DateTime::UNIX_EPOCH);
        }
        left.extend(&mut item.children);
    }
    Some(roadmap)
}

/// What the song says once the lines with those words are ticked.
fn ticked(words: &[&str]) -> String {
    let roadmap = done(SONG, |item| words.contains(&item.text.as_str())).expect("a document");
    for text in words {
        assert!(roadmap.walk().any(|item| item.text == *text && item.is_done()), "{text}");
    }
    markdown(&roadmap, SONG)
}

#[test]
fn a_tick_on_a_bullet_without_a_box_writes_one() {
    assert_eq!(ticked(&["Hum"]), SONG.replace("- Hum", "- [x] Hum"));
    assert_eq!(
        ticked(&["Softly, under 60 dB"]),
        SONG.replace("  - Softly", "  - [x] Softly"),
        "what it claims by the way gets none"
    );
    assert_eq!(ticked(&["It is in tune"]), SONG.replace("- It is", "- [x] It is"));
}

#[test]
fn a_numbered_line_keeps_its_number() {
    assert_eq!(ticked(&["Breathe"]), SONG.replace("2. Breathe", "2. [x] Breathe"));
}

#[test]
fn a_line_in_a_fence_gets_its_box_there() {
    let wanted = SONG.replace("1. Sing\n   - Louder", "1. [x] Sing\n   - [x] Louder");
    assert_eq!(ticked(&["Sing", "Louder"]), wanted);
}

#[test]
fn a_link_gets_a_box_among_material_and_among_steps() {
    assert_eq!(ticked(&["Sonograms"]), SONG.replace("- [Sono", "- [x] [Sono"));
    let scales = SONG.replace("- [Scales", "- [x] [Scales");
    assert_eq!(ticked(&["Scales"]), scales);
    assert_eq!(ticked(&["Scales", "Hum"]), scales.replace("- Hum", "- [x] Hum"));
    let again = read(&scales);
    let step = again.walk().find(|item| item.text == "Scales in C").expect("a step");
    assert!(step.task.is_some_and(|task| task.ticked));
    assert!(matches!(&step.children[0].kind, Kind::Resource { href: Some(href) } if href == "scales.md"));
}

#[test]
fn a_link_that_would_be_a_target_too_gets_no_box() {
    let source = SONG.replace("in C", "in under 60 s");
    let roadmap = done(&source, |item| item.text == "Scales").expect("a document");
    assert_eq!(markdown(&roadmap, &source), source);
}

#[test]
fn a_ticked_line_is_renamed_behind_its_box() {
    for words in ["Whistle", "Hum *aloud*"] {
        let mut roadmap = done(SONG, |item| item.text == "Hum").expect("a document");
        let mut left: Vec<&mut Item> = roadmap.items.iter_mut().collect();
        while let Some(item) = left.pop() {
            if item.text == "Hum" {
                item.text = words.to_owned();
            }
            left.extend(&mut item.children);
        }
        let written = markdown(&roadmap, SONG);
        let again = read(&written);
        let found = again.walk().find(|item| item.text == words).expect(&written);
        assert!(found.task.is_some_and(|task| task.ticked), "{written}");
    }
}

/// Depth, kind and words of all there is. A line that begins with a link is that link, whether it is a step or not.
fn words(roadmap: &Roadmap) -> Vec<(usize, Kind, String)> {
    let mut words: Vec<(usize, Kind, String)> = Vec::new();
    let mut last_step: Option<usize> = None;
    for (item, (depth, kind, text, _)) in roadmap.walk().zip(said(roadmap)) {
        let is_link = matches!(kind, Kind::Resource { .. });
        if is_link && last_step == Some(item.span.line) {
            words.pop();
            words.push((depth - 1, kind, String::new()));
        } else {
            words.push((depth, kind, if is_link { String::new() } else { text }));
        }
        last_step = matches!(item.kind, Kind::Step { .. }).then_some(item.span.line);
    }
    words
}

/// The document without any boxes.
fn bare(source: &str) -> String {
    ["[ ] ", "[x] ", "[X] ", "☐ ", "☑ ", "✅ ", "❌ "]
        .iter()
        .fold(source.to_owned(), |text, mark| text.replace(mark, ""))
}

#[test]
fn whatever_is_ticked_comes_back_ticked_and_nothing_else_is_said() {
    for (name, source) in documents() {
        for source in [source.to_owned(), format!("\u{feff}{}", source.replace('\n', "\r\n"))] {
            let roadmap = done(&source, |_| true).expect(name);
            let written = markdown(&roadmap, &source);
            let again = read(&written);
            assert_eq!(bare(&written), bare(&source), "{name}");
            assert_eq!(words(&again), words(&roadmap), "{name}");
            let mut line = 0;
            // A tick takes no line of its own, so that lines keep their numbers.
            let ticked_lines: HashSet<usize> = again
                .walk()
                .filter(|item| item.task.is_some_and(|task| task.ticked))
                .map(|item| item.span.line)
                .collect();
            for was in roadmap.walk() {
                let is_first = was.span.line != line;
                line = was.span.line;
                let said = source.get(was.span.start..was.span.end).unwrap_or_default();
                // "- Deliverable: …" would become a step, and a link might a target.
                let may_lack = matches!(was.kind, Kind::Resource { .. } | Kind::Deliverable);
                if is_first && is_list_line(said) && was.is_done() && !may_lack {
                    assert!(ticked_lines.contains(&line), "{name}, line {line}: {said}");
                }
            }
            let roadmap = kept(&written).expect(name);
            assert_eq!(markdown(&roadmap, &written), written, "{name}, once more");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn no_tick_makes_another_thing_of_any_line(
        lines in prop::collection::vec(line(), 1..40),
        which in any::<u64>(),
    ) {
        let source = lines.join("\n");
        prop_assume!(!source.trim().is_empty());
        let roadmap = done(&source, |item| which >> (item.span.line % 64) & 1 == 1).expect("readable");
        let written = markdown(&roadmap, &source);
        prop_assert_eq!(words(&read(&written)), words(&read(&source)), "{}", written);
    }
}
