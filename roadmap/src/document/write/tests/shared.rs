//! Lines that say several blocks.

use super::{kept, markdown};
use crate::edit::{Edit, edit};
use crate::item::{BlockRule, Kind};
use crate::{ItemId, Roadmap};
use proptest::prelude::*;

fn schedule(lines: &str) -> String {
    format!(
        "# Band\n\n## Weekly schedule\n\n{lines}\n## Week 1: Warm up\n\n- Hum\n\n## Week 2: Tune\n\n- Sing\n"
    )
}

/// The blocks of a roadmap: their days, starts, minutes and words.
fn blocks(roadmap: &Roadmap) -> Vec<String> {
    let block = |rule: &BlockRule, text: &str| {
        let days: Vec<String> = rule.days.iter().map(ToString::to_string).collect();
        format!("{} {:?} {}-{} {text}", days.join(","), rule.start, rule.minutes, rule.most)
    };
    let of = |item: &crate::Item| match &item.kind {
        Kind::Block(rule) => Some(block(rule, &item.text)),
        _ => None,
    };
    roadmap.walk().filter_map(of).collect()
}

fn nth(roadmap: &Roadmap, at: usize) -> ItemId {
    roadmap.walk().filter(|item| matches!(item.kind, Kind::Block(_))).nth(at).expect("a block").id
}

/// The document after changes, which says the blocks that the roadmap has.
fn changed(source: &str, change: impl Fn(&mut Roadmap)) -> String {
    let mut roadmap = kept(source).expect("a document");
    change(&mut roadmap);
    let written = markdown(&roadmap, source);
    let again = kept(&written).expect("a document");
    assert_eq!(blocks(&again), blocks(&roadmap), "{written}");
    written
}

fn without(source: &str, at: usize) -> String {
    changed(source, |roadmap| {
        let item = nth(roadmap, at);
        assert_eq!(edit(roadmap, &Edit::Remove { item }), Ok(true));
    })
}

fn renamed(source: &str, at: usize, text: &str) -> String {
    changed(source, |roadmap| {
        let item = nth(roadmap, at);
        assert_eq!(edit(roadmap, &Edit::Rename { item, text: text.into() }), Ok(true));
    })
}

#[test]
fn one_of_several_blocks_goes_and_the_others_stay_on_their_line() {
    for (line, first, second) in [
        ("- 6–8 am scales, 7–9 pm songs", "- 7–9 pm songs", "- 6–8 am scales"),
        ("- 6–8 am: scales; 7–9 pm: songs", "- 7–9 pm: songs", "- 6–8 am: scales"),
        ("* 6:00-8:00 scales and 19:00-21:00 songs", "* 19:00-21:00 songs", "* 6:00-8:00 scales"),
        ("1. 6am-8am scales, then 7pm-9pm songs", "1. 7pm-9pm songs", "1. 6am-8am scales"),
        ("- 6–8 am, 7–9 pm: songs", "- 7–9 pm: songs", "- 6–8 am: songs"),
        ("- 6–8 am & 7–9 pm songs", "- 7–9 pm songs", "- 6–8 am songs"),
        ("- **6–8 am** scales, **7–9 pm** *slow* songs", "- **7–9 pm** *slow* songs", "- **6–8 am** scales"),
        ("- **6–8 am:** scales, **7–9 pm:** songs", "- **7–9 pm:** songs", "- **6–8 am:** scales"),
        ("- [x] 6–8 am scales, 7–9 pm songs", "- 7–9 pm songs", "- [x] 6–8 am scales"),
        (
            "- 6–8 am scales, from 7 to 9 pm [songs](s_(1).md)",
            "- from 7 to 9 pm [songs](s_(1).md)",
            "- 6–8 am scales",
        ),
    ] {
        let source = schedule(&format!("**Weekdays:**\n{line}\n- 9–10 pm Rest\n"));
        assert_eq!(without(&source, 0), source.replace(line, first));
        assert_eq!(without(&source, 1), source.replace(line, second));
    }
}

#[test]
fn of_three_blocks_any_goes() {
    let line = "6–7 am hum, 9–10 am scales and 7–9 pm songs";
    for source in [
        schedule(&format!("**Weekdays:**\n- {line}\n")),
        schedule(&format!("**Weekdays:**\n```\n{line}\n```\n")),
        schedule(&format!("- Monday: {line}\n- Friday: 5–6 pm Rest\n")),
    ] {
        for (at, left) in [
            (0, "9–10 am scales and 7–9 pm songs"),
            (1, "6–7 am hum and 7–9 pm songs"),
            (2, "6–7 am hum, 9–10 am scales"),
        ] {
            assert_eq!(without(&source, at), source.replace(line, left));
        }
    }
}

#[test]
fn each_block_of_a_line_has_words_of_its_own() {
    for (line, first, second) in [
        ("- 6–8 am scales, 7–9 pm songs", "- 6–8 am hymns, 7–9 pm songs", "- 6–8 am scales, 7–9 pm hymns"),
        ("- 6–8 am songs, 7–9 pm songs", "- 6–8 am hymns, 7–9 pm songs", "- 6–8 am songs, 7–9 pm hymns"),
        ("- 6–8 am, 7–9 pm: songs", "- 6–8 am: hymns, 7–9 pm: songs", "- 6–8 am: songs, 7–9 pm: hymns"),
        (
            "- **6–8 am scales**, **7–9 pm songs**",
            "- **6–8 am hymns**, **7–9 pm songs**",
            "- **6–8 am scales**, **7–9 pm hymns**",
        ),
    ] {
        let source = schedule(&format!("**Weekdays:**\n{line}\n"));
        assert_eq!(renamed(&source, 0, "hymns"), source.replace(line, first));
        assert_eq!(renamed(&source, 1, "hymns"), source.replace(line, second));
    }
}

#[test]
fn a_block_goes_while_the_other_is_called_otherwise() {
    let source = schedule("**Weekdays:**\n- 6–8 am songs, 7–9 pm songs\n");
    let written = changed(&source, |roadmap| {
        let (item, gone) = (nth(roadmap, 1), nth(roadmap, 0));
        assert_eq!(edit(roadmap, &Edit::Rename { item, text: "*hymns*".into() }), Ok(true));
        assert_eq!(edit(roadmap, &Edit::Remove { item: gone }), Ok(true));
    });
    assert_eq!(written, source.replace("6–8 am songs, 7–9 pm songs", "7–9 pm \\*hymns\\*"));
}

#[test]
fn times_that_mean_another_half_of_the_day_alone_are_written_in_full() {
    let source = schedule("**Weekdays:**\n- 6:00-8:00 pm, 9:00-10:00 songs\n");
    assert_eq!(
        without(&source, 0),
        source.replace("6:00-8:00 pm, 9:00-10:00 songs", "9:00 pm–10:00 pm songs")
    );
}

#[test]
fn a_line_goes_with_all_its_blocks() {
    let source = schedule("**Weekdays:**\n- 5–6 am Run\n- 6–8 am scales, 7–9 pm songs\n- 9–10 pm Rest\n");
    let written = changed(&source, |roadmap| {
        for _ in 0..2 {
            let item = nth(roadmap, 1);
            assert_eq!(edit(roadmap, &Edit::Remove { item }), Ok(true));
        }
    });
    assert_eq!(written, source.replace("- 6–8 am scales, 7–9 pm songs\n", ""));
}

#[test]
fn blocks_of_a_tables_row_have_words_of_their_own_and_the_row_stays_while_one_does() {
    let row = "| 8:00-9:00 | Scales | Songs | Scales |";
    let source = schedule(&format!("| Time | Monday | Tuesday | Wednesday |\n|---|---|---|---|\n{row}\n"));
    assert_eq!(renamed(&source, 0, "Hymns"), source.replace("Scales", "Hymns"));
    assert_eq!(renamed(&source, 1, "Reels & jigs"), source.replace("Songs", "Reels & jigs"));
    for gone in [0, 1] {
        let mut roadmap = kept(&source).expect("a document");
        let item = nth(&roadmap, gone);
        assert_eq!(edit(&mut roadmap, &Edit::Remove { item }), Ok(true));
        assert_eq!(markdown(&roadmap, &source), source, "the other's cells are kept");
    }
}

/// A time of day in one of several ways of writing.
fn time(from: u16, to: u16, how: usize) -> String {
    let clock = |hour: u16| format!("{hour:02}:30");
    let half = |hour: u16| format!("{}{}", (hour + 11) % 12 + 1, if hour < 12 { "am" } else { " pm" });
    match how {
        0 => format!("{}-{}", clock(from), clock(to)),
        1 => format!("{}–{}:", half(from), half(to)),
        2 => format!("**{} to {}**", half(from), half(to)),
        _ => format!("**from {} - {}:**", clock(from), clock(to)),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(128) })]

    #[test]
    fn what_stays_of_a_line_is_read_as_the_same_blocks(
        slots in prop::collection::vec(
            (1..4_u16, 1..3_u16, 0..4_usize, 0..4_usize, prop::sample::select(vec!["hum", "a reel", "*slow* airs", "[fugue](f_(2).md)", ""])),
            2..5,
        ),
        marker in prop::sample::select(vec!["- ", "1. ", "- [ ] ", "> * ", "- Monday: "]),
        gone in prop::collection::vec(any::<bool>(), 5),
        other in prop::sample::select(vec!["hum", "duet", "[x] 2-3 times"]),
        renamed in 0..5_usize,
    ) {
        let mut line = marker.to_owned();
        let mut hour = 5;
        let last = slots.len() - 1;
        for (at, (pause, hours, how, join, words)) in slots.into_iter().enumerate() {
            let words = if at == last && words.is_empty() { "hum" } else { words };
            let join = [", ", " and ", "; ", " + "][join];
            line.push_str(if at == 0 { "" } else { join });
            line.push_str(format!("{} {words}", time(hour + pause - 1, hour + pause + hours - 1, how)).trim_end());
            hour += pause + hours;
        }
        let lead = if marker.starts_with('>') { "> " } else { "" };
        let source = schedule(&format!("{lead}**Weekdays:**\n{lead}\n{line}\n"));
        let mut roadmap = kept(&source).expect("a document");
        let all: Vec<ItemId> = roadmap.walk().filter(|item| matches!(item.kind, Kind::Block(_))).map(|item| item.id).collect();
        prop_assume!(all.len() > 1);
        let renamed = renamed % all.len();
        prop_assume!(edit(&mut roadmap, &Edit::Rename { item: all[renamed], text: other.into() }).is_ok());
        for (item, _) in all.iter().zip(&gone).filter(|(_, gone)| **gone) {
            prop_assert_eq!(edit(&mut roadmap, &Edit::Remove { item: *item }), Ok(true));
        }
        let written = markdown(&roadmap, &source);
        let again = kept(&written).expect("a document");
        prop_assert_eq!(blocks(&again), blocks(&roadmap), "{}", written);
    }
}
