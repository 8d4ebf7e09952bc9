//! Whatever is said of any document, nothing is lost; and with nothing said it is read as ever.

use super::super::fixtures::ALL;
use super::{corrected, read, say};
use crate::Category;
use crate::document::{Taken, bundled, import_corrected, readings};
use crate::item::{Budget, Item, ItemId};
use proptest::prelude::*;

#[test]
fn nothing_said_is_read_as_ever() {
    for fixture in ALL {
        let plain = read(fixture.source);
        let import =
            import_corrected(fixture.source.as_bytes(), "plan.md", &[say("no such line", Taken::Stage)]);
        assert_eq!(import, Ok(plain), "{}", fixture.name);
    }
}

fn taken() -> impl Strategy<Value = Taken> {
    prop::sample::select(vec![
        Taken::Phase,
        Taken::Stage,
        Taken::Track,
        Taken::Activity { category: Category::Writing },
        Taken::Section,
        Taken::Steps,
        Taken::Checkpoint,
        Taken::Resources,
        Taken::Deliverables,
        Taken::Targets,
        Taken::Goals,
        Taken::Category { category: Category::Review },
        Taken::Hours { budget: Budget::Stage { least: 60, most: 90 } },
        Taken::Hours { budget: Budget::Day { least: u32::MAX, most: u32::MAX } },
    ])
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(192) })]

    #[test]
    fn no_corrections_lose_a_line(
        which in 0..=ALL.len(),
        said in prop::collection::vec((any::<prop::sample::Index>(), taken()), 1..12),
    ) {
        let source = ALL.get(which).map_or(bundled()[0].source, |fixture| fixture.source);
        let lines: Vec<&str> = source.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let corrections: Vec<_> = said.iter().map(|(at, taken)| say(lines[at.index(lines.len())], *taken)).collect();
        let import = corrected(source, &corrections);
        // What holds or stands for what it has no words for has the line of another.
        let own = |item: &&Item| item.span.end > item.span.start && item.text != import.roadmap.title;
        let lines = import.roadmap.walk().filter(own).map(|item| item.span.line);
        prop_assert!(lines.is_sorted(), "items are in order");
        for id in import.roadmap.walk().map(|item| item.id).step_by(7) {
            let _ = readings(&import.roadmap, source, id);
        }
        let _ = readings(&import.roadmap, source, ItemId(-1));
    }
}
