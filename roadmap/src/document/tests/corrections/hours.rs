//! Hours and categories that are said of work.

use super::{CHOIR, corrected, named, read, say};
use crate::document::{Taken, correction, readings, takes_hours};
use crate::item::Budget;
use crate::{Category, Kind};

#[test]
fn category_and_hours_of_a_line_combine() {
    let budget = Budget::Stage { least: 720, most: 720 };
    let line = "**Practice (3 hours):**";
    let said =
        [say(line, Taken::Category { category: Category::Review }), say(line, Taken::Hours { budget })];
    let import = corrected(CHOIR, &said);
    let practice = named(&import, "Practice");
    assert_eq!(practice.kind, Kind::Activity { category: Category::Review, budget: Some(budget) });
}

#[test]
fn a_stage_without_activities_can_be_given_hours() {
    let budget = Budget::Week { least: 120, most: 180 };
    let source = "# Choir\n## Week 1: Ribs\n- [ ] Hum\n";
    let import = read(source);
    let stage = named(&import, "Ribs");
    assert!(takes_hours(stage));
    let hours = correction(&import.roadmap, source, stage.id, Taken::Hours { budget }).expect("a line");
    let import = corrected(source, &[hours]);
    let activity = named(&import, "Ribs").children.first().expect("an activity");
    assert_eq!(activity.kind, Kind::Activity { category: Category::Study, budget: Some(budget) });

    // Its category goes by the stage's line too.
    let writing = Taken::Category { category: Category::Writing };
    let category = correction(&import.roadmap, source, activity.id, writing).expect("a line");
    assert_eq!(category.line, "## Week 1: Ribs");
    let import = corrected(source, &[say("## Week 1: Ribs", Taken::Hours { budget }), category]);
    let activity = named(&import, "Ribs").children.first().expect("an activity");
    assert_eq!(activity.kind, Kind::Activity { category: Category::Writing, budget: Some(budget) });
}

#[test]
fn a_block_of_the_week_can_be_for_something_else() {
    let source = "# Choir\n## Weekly schedule\n- **Monday 9:00-10:00** - Sing\n## Week 1\n- Hum\n";
    let import = read(source);
    let block = import.roadmap.walk().find(|item| matches!(item.kind, Kind::Block(_))).expect("a block");
    let rest = Taken::Category { category: Category::Review };
    let said = correction(&import.roadmap, source, block.id, rest).expect("a line");
    let import = corrected(source, &[said]);
    assert!(
        import
            .roadmap
            .walk()
            .any(|item| matches!(&item.kind, Kind::Block(rule) if rule.category == Category::Review))
    );
}

#[test]
fn a_line_with_hours_can_be_given_others_and_be_an_activity() {
    let source = "# Choir\n## Week 1: Ribs\n- **Breath** (5h)\n  - [ ] Hum\n- Songs (3h)\n";
    let import = read(source);
    let line = named(&import, "Breath (5h)");
    assert!(takes_hours(line));
    let activity = Taken::Activity { category: Category::Review };
    assert!(readings(&import.roadmap, source, line.id).contains(&activity));

    let budget = Budget::Stage { least: 60, most: 60 };
    let less = corrected(source, &[say("- **Breath** (5h)", Taken::Hours { budget })]);
    let both =
        Kind::Activity { category: Category::Study, budget: Some(Budget::Stage { least: 240, most: 240 }) };
    assert!(less.roadmap.walk().any(|item| item.kind == both), "one hour and three are four");
    let import = corrected(source, &[say("- **Breath** (5h)", activity)]);
    let breath = named(&import, "Breath");
    let five = Budget::Stage { least: 300, most: 300 };
    assert_eq!(breath.kind, Kind::Activity { category: Category::Review, budget: Some(five) });
    assert_eq!(breath.children.first().map(|line| line.text.as_str()), Some("Hum"));
}
