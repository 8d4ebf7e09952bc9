//! How long it takes to bring a changed document into a roadmap: one of 5,000 items with a few changes, which
//! should stay under 100 ms, and 20,000 that all change, which should stay under a second:
//! `cargo bench -p roadmap --bench merge`.
#![allow(clippy::expect_used, missing_docs)]

use divan::{Bencher, black_box};
use roadmap::Roadmap;
use roadmap::document::{Ours, import, merge};
use std::fmt::Write as _;

/// How many lines a hostile document has.
const MANY: usize = 20_000;

fn main() {
    divan::main();
}

fn read(source: &str) -> Roadmap {
    import(source.as_bytes(), "plan.md").expect("a roadmap").roadmap
}

/// 104 weeks with 47 lines each.
fn two_years() -> String {
    let topics = ["scales", "chords", "breath", "rhythm", "words", "rests"];
    let mut text = "# Two years of singing\n".to_owned();
    for week in 1..=104 {
        if week % 13 == 1 {
            let _ = write!(text, "\n## Month {}: Quarter\n", week / 13 * 3 + 1);
        }
        let topic = topics[week % topics.len()];
        let _ = write!(text, "\n### Week {week}: More {topic}\n\n**Study (8 hours):**\n\n");
        for line in 0..20 {
            let _ = writeln!(text, "- Read chapter {line} of the {week}th book on {topic}");
        }
        text.push_str("\n**Hands-On (12 hours):**\n\n");
        for line in 0..20 {
            let _ = writeln!(text, "- [ ] Sing exercise {line} on {topic}, {week} times over");
        }
        text.push_str("- Rest day\n\n**Checkpoint:**\n\n");
        for line in 0..3 {
            let _ = writeln!(text, "- [ ] Sang song {line} of week {week} by heart");
        }
    }
    text
}

/// A week more in the middle, a tenth of the lines reworded, some gone, some moved.
fn edited(source: &str) -> String {
    let mut text = String::new();
    let mut kept = None;
    for (at, line) in source.lines().enumerate() {
        let week = line.strip_prefix("### Week ").and_then(|rest| rest.split_once(':'));
        if let Some((number, rest)) =
            week.and_then(|(number, rest)| Some((number.parse::<u32>().ok()?, rest)))
        {
            if number == 50 {
                text.push_str("### Week 50: Holidays\n\n- Rest day\n- Hum on the beach\n\n");
            }
            let _ = writeln!(text, "### Week {}:{rest}", number + u32::from(number >= 50));
        } else if line.starts_with("- ") && at % 10 == 3 {
            let _ = writeln!(text, "{line}, slowly");
        } else if line.starts_with("- ") && at % 97 == 5 {
            kept = Some(line);
        } else {
            let _ = writeln!(text, "{line}");
            if at % 97 == 50
                && let Some(moved) = kept.take_if(|_| line.starts_with("- "))
            {
                let _ = writeln!(text, "{moved}");
            }
        }
    }
    text
}

fn list(line: impl Fn(usize) -> String) -> String {
    (0..MANY).fold("# Long\n\n## Week 1\n\n".to_owned(), |mut text, at| {
        let _ = writeln!(text, "- {}", line(at));
        text
    })
}

fn headings(word: &str) -> String {
    (0..MANY / 2).fold("# Long\n".to_owned(), |mut text, at| {
        let _ = write!(text, "\n## {word} {at}\n\n- {word} at {}\n", at * 31);
        text
    })
}

fn measure(bencher: Bencher<'_, '_>, before: &str, after: &str) {
    let (base, theirs) = (read(before), read(after));
    let ours = base.clone();
    bencher.bench_local(|| {
        let ours = Ours { roadmap: &ours, archived: &[] };
        merge(black_box(&base), ours, black_box(&theirs))
    });
}

#[divan::bench]
fn five_thousand_items_with_some_changes(bencher: Bencher<'_, '_>) {
    let before = two_years();
    measure(bencher, &before, &edited(&before));
}

#[divan::bench]
fn five_thousand_items_unchanged(bencher: Bencher<'_, '_>) {
    let before = two_years();
    measure(bencher, &before, &before);
}

const HOSTILE: [&str; 6] =
    ["other words", "equal lines", "turned around", "reworded", "one line for all", "headings"];

#[divan::bench(args = HOSTILE, sample_count = 3, sample_size = 1)]
fn hostile(bencher: Bencher<'_, '_>, what: &str) {
    let word = |at: usize| format!("{:x} {:x}", at * 7919, at * 104_729);
    let song = |at: usize| format!("Sing song {at}");
    let rest = |_: usize| "Rest day".to_owned();
    let (before, after) = match what {
        "other words" => (list(word), list(|at| word(at + MANY))),
        "equal lines" => (list(rest), list(rest).replacen("- Rest day\n", "", MANY / 2)),
        "turned around" => (list(song), list(|at| song(MANY - at))),
        "reworded" => {
            (list(|at| format!("Sing song {at} aloud")), list(|at| format!("Sing song {at} in the choir")))
        }
        "one line for all" => (list(song), list(rest)),
        _ => (headings("Valley"), headings("Summit")),
    };
    measure(bencher, &before, &after);
}
