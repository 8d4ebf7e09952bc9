//! Schedules: times in twelve or twenty-four hours, groups of days, days as headings, tables.

use super::fixtures::{CLOCK, DAY_HEADINGS, TIMETABLE};
use super::{count, read};
use crate::item::{Item, Kind};
use chrono::Weekday::{self, Fri, Mon, Sat, Sun, Thu, Tue, Wed};

type Block = (Vec<Weekday>, Option<(u32, u32)>, u32);

/// The blocks of each template: days, start as hour and minute, length in minutes.
fn templates(source: &str) -> Vec<(String, Vec<Block>)> {
    let roadmap = read(source).roadmap;
    let block = |item: &Item| match &item.kind {
        Kind::Block(rule) => {
            let start = rule.start.map(|start| (u32::from(start) / 60, u32::from(start) % 60));
            Some((rule.days.clone(), start, rule.minutes))
        }
        _ => None,
    };
    let template = |item: &Item| match item.kind {
        Kind::Template { .. } => Some((item.text.clone(), item.walk().filter_map(block).collect())),
        _ => None,
    };
    roadmap.walk().filter_map(template).collect()
}

#[test]
fn times_are_read_in_twelve_and_twenty_four_hours() {
    let templates = templates(CLOCK);
    assert_eq!(templates.len(), 1);
    assert_eq!(
        templates[0].1,
        [
            (vec![Mon, Wed, Fri], Some((18, 30)), 45),
            (vec![Mon, Wed, Fri], Some((19, 15)), 90),
            (vec![Tue], Some((18, 0)), 60),
            (vec![Tue], Some((19, 30)), 90),
            (vec![Sat], Some((9, 0)), 90),
            (vec![Sat], Some((10, 30)), 90),
            (vec![Sun], Some((16, 0)), 60),
        ]
    );
}

#[test]
fn timed_lines_before_the_first_days_are_for_every_day() {
    let source = "# V\n## Schedule\n- 9 AM - 12 PM Work\n### Weekdays\n- 7 PM - 8 PM Sing\n### Saturday\n- 9 AM - 10 AM Run\n\n## Week 1\n- a\n";
    let blocks = &templates(source)[0].1;
    assert_eq!(
        *blocks,
        [
            (vec![Mon, Tue, Wed, Thu, Fri, Sat, Sun], Some((9, 0)), 180),
            (vec![Mon, Tue, Wed, Thu, Fri], Some((19, 0)), 60),
            (vec![Sat], Some((9, 0)), 60),
        ]
    );
}

#[test]
fn days_as_headings_are_a_week() {
    let templates = templates(DAY_HEADINGS);
    assert_eq!(templates.len(), 1);
    assert_eq!(
        templates[0].1,
        [
            (vec![Mon], Some((6, 0)), 45),
            (vec![Mon], Some((20, 0)), 20),
            (vec![Tue], None, 60),
            (vec![Wed, Thu], Some((17, 30)), 45),
            (vec![Sat, Sun], Some((8, 0)), 120),
        ]
    );
    assert_eq!(count(&read(DAY_HEADINGS), |kind| matches!(kind, Kind::Stage { .. })), 2);
}

#[test]
fn tables_are_weeks_by_row_and_by_column() {
    let templates = templates(TIMETABLE);
    let names: Vec<_> = templates.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["Timetable", "Second timetable", "Daily schedule"]);
    assert_eq!(
        templates[0].1,
        [
            (vec![Mon], Some((9, 0)), 120),
            (vec![Tue, Thu], Some((14, 0)), 120),
            (vec![Sat], Some((10, 0)), 120)
        ]
    );
    assert_eq!(
        templates[1].1,
        [(vec![Mon], Some((9, 0)), 60), (vec![Tue, Wed], Some((9, 0)), 60), (vec![Tue], Some((10, 0)), 120)]
    );
    let every_day = vec![Mon, Tue, Wed, Thu, Fri, Sat, Sun];
    assert_eq!(templates[2].1, [(every_day.clone(), None, 20), (every_day, None, 40)]);
}

#[test]
fn a_line_may_hold_two_blocks() {
    let source = "# Italian\n## Schedule\n- Mon: 6–8 am vocabulary, 7–9 pm conversation\n- Tue 6–7 am reading, 7–9 pages of it\n\n## Week 1\n- [ ] Say hello\n";
    assert_eq!(
        templates(source)[0].1,
        [(vec![Mon], Some((6, 0)), 120), (vec![Mon], Some((19, 0)), 120), (vec![Tue], Some((6, 0)), 60)]
    );
}

#[test]
fn a_schedule_that_names_no_day_is_for_every_day() {
    let under = |heading: &str| {
        format!(
            "# Italian\n## {heading}\n- Coffee first\n- 6am-7am: Read\n- Walk\n- 7:30 PM – 9:00 PM Talk\n\n## Week 1\n- [ ] Say hello\n"
        )
    };
    let every_day = vec![Mon, Tue, Wed, Thu, Fri, Sat, Sun];
    for heading in ["Schedule", "My study schedule", "Daily schedule"] {
        let templates = templates(&under(heading));
        let expected = [(every_day.clone(), Some((6, 0)), 60), (every_day.clone(), Some((19, 30)), 90)];
        assert_eq!(templates[0].1, expected, "{heading}");
    }
    for heading in ["Exam day schedule", "Schedule of the course in Rome", "Reading list"] {
        assert!(templates(&under(heading)).is_empty(), "{heading}");
    }
    let once = under("Schedule").replace("6am-7am: ", "");
    assert!(templates(&once).is_empty(), "one time alone says nothing of a day");
}

#[test]
fn a_daily_split_states_seven_times_its_hours() {
    let source = "# T\n## Daily split (2 hours)\n- 30m: reading\n- 90m: practice\n\n## Week 1\n- [ ] Sing\n";
    let roadmap = read(source).roadmap;
    let stated = roadmap.walk().find_map(|item| match item.kind {
        Kind::Template { stated_minutes, .. } => Some(stated_minutes),
        _ => None,
    });
    assert_eq!(stated, Some(Some(7 * 120)));
    assert_eq!(templates(source)[0].1.len(), 2);
}

#[test]
fn advice_for_each_day_is_no_schedule() {
    let source = "# T\n## Guide\n### Monday\n**Before (5 min)**\n- Breathe\n### Tuesday\n**After (5 min)**\n- Rest\n## Week 1\n- [ ] Sing\n";
    assert!(templates(source).is_empty());
}

#[test]
fn the_schedule_of_one_event_is_no_week() {
    let has_template = |source: &str| {
        let roadmap = read(source).roadmap;
        roadmap.walk().any(|item| matches!(item.kind, Kind::Template { .. }))
    };
    let lines = "- 7:00-8:00 Breakfast\n- 8:00-9:00 Warm up\n";
    assert!(!has_template(&format!("# Run\n## Week 1: Slow\n- [ ] Run\n## Race day\n### Schedule\n{lines}")));
    assert!(has_template(&format!("# Run\n## Week 1: Slow\n- [ ] Run\n## My training schedule\n{lines}")));
}

#[test]
fn lines_of_one_paragraph_that_begin_with_days_are_blocks_each() {
    let source = "# Italian\n## Weekly schedule\nMon/Wed/Fri 6:00-7:00 Read\nTue/Thu 19:00-20:30 Talk\n\n## Week 1\n- [ ] Say hello\n";
    assert_eq!(
        templates(source)[0].1,
        [(vec![Mon, Wed, Fri], Some((6, 0)), 60), (vec![Tue, Thu], Some((19, 0)), 90)]
    );
}

#[test]
fn a_day_right_behind_a_list_begins_anew() {
    for day in ["**Saturday:**", "**Saturday**:", "Saturday:"] {
        let source = format!(
            "# Italian\n## Weekly schedule\n**Friday:**\n- 9:00-10:00 Read\n{day}\n- 11:00-12:00 Talk\n\n## Week 1\n- [ ] Say hello\n"
        );
        let expected = [(vec![Fri], Some((9, 0)), 60), (vec![Sat], Some((11, 0)), 60)];
        assert_eq!(templates(&source)[0].1, expected, "{day}");
    }
}

/// The blocks of the stages' own days.
fn own_days(source: &str) -> Vec<Block> {
    let roadmap = read(source).roadmap;
    let routines = roadmap.stages().flat_map(Item::walk).filter(|item| item.kind == Kind::Routine);
    let block = |item: &Item| match &item.kind {
        Kind::Block(rule) => {
            let start = rule.start.map(|start| (u32::from(start) / 60, u32::from(start) % 60));
            Some((rule.days.clone(), start, rule.minutes))
        }
        _ => None,
    };
    routines.flat_map(|routine| routine.walk().filter_map(block).collect::<Vec<_>>()).collect()
}

#[test]
fn a_schedule_in_a_stage_is_that_stages_own_day() {
    let every_day = vec![Mon, Tue, Wed, Thu, Fri, Sat, Sun];
    for schedule in [
        "**Daily schedule:**\n```\n6:00-7:00 Read\n19:00-20:30 Talk\n```\n",
        "**Daily schedule:**\n- 6:00-7:00 Read\n- 19:00-20:30 Talk\n",
        "**Daily schedule:**\n\n6:00-7:00 Read\n19:00-20:30 Talk\n",
        "#### Daily schedule\n- 6:00-7:00 Read\n- 19:00-20:30 Talk\n",
    ] {
        let source = format!("# Italian\n## Week 1\n{schedule}\n**Study (4 hours):**\n- [ ] Say hello\n");
        let expected = [(every_day.clone(), Some((6, 0)), 60), (every_day.clone(), Some((19, 0)), 90)];
        assert_eq!(own_days(&source), expected, "{schedule}");
        assert!(templates(&source).is_empty(), "{schedule}");
        assert_eq!(count(&read(&source), |kind| matches!(kind, Kind::Activity { .. })), 1, "{schedule}");
    }
    let days =
        "# Italian\n## Week 1\n**Weekly schedule:**\n- Mon/Wed 6:00-7:00 Read\n- Sat 10:00-12:00 Talk\n";
    assert_eq!(own_days(days), [(vec![Mon, Wed], Some((6, 0)), 60), (vec![Sat], Some((10, 0)), 120)]);
}

#[test]
fn a_schedule_without_times_in_a_stage_stays_a_list() {
    let source = "# Italian\n## Week 1\n**Schedule:**\n- Read first\n- Talk after that\n";
    assert!(own_days(source).is_empty());
}

#[test]
fn a_list_of_days_with_times_is_a_schedule_under_any_heading() {
    for heading in ["Full-time week (10 hours)", "How I divide it", "Lessons"] {
        let source = format!(
            "# Italian\n## {heading}\n- Mon-Fri 6:00 - 7:00 Read\n- Sat 10:00 - 12:00 Talk\n\n## Week 1\n- [ ] Say hello\n"
        );
        let expected = [(vec![Mon, Tue, Wed, Thu, Fri], Some((6, 0)), 60), (vec![Sat], Some((10, 0)), 120)];
        assert_eq!(
            templates(&source).first().map(|(_, blocks)| blocks.clone()),
            Some(expected.to_vec()),
            "{heading}"
        );
    }
    let once = "# Italian\n## Lessons\n- Mon 6:00 - 7:00 Read\n- Later: talk\n\n## Week 1\n- [ ] Say hello\n";
    assert!(templates(once).is_empty());
}

#[test]
fn a_weekly_schedule_that_names_no_day_is_for_every_day() {
    let source =
        "# Italian\n## Weekly schedule\n- 6:00-7:00 Read\n- 19:00-20:00 Talk\n\n## Week 1\n- [ ] Say hello\n";
    assert_eq!(templates(source)[0].1.len(), 2);
}

#[test]
fn a_remark_among_the_lines_of_a_days_hours_stays_in_its_place() {
    let source =
        "# T\n## Schedule\n**Weeknights (2 hours/day):**\nQuietly.\n- Sing\n\n## Week 1\n- [ ] Hum\n";
    let drawn = super::drawn(source);
    assert!(drawn.contains("  block: Weeknights\n    entry: Quietly.\n    entry: Sing\n"), "{drawn}");
}

#[test]
fn a_table_of_days_with_times_is_the_schedule_of_its_stage() {
    let table = "# Italian\n## Week 1\n| Day | Evening |\n|--|--|\n| Mon | 18:00-19:30 Grammar |\n| Wed | 20:00-21:00 Talk |\n| Sun | rest |\n\n- [ ] Write home\n";
    let rules = |source: &str| -> Vec<_> {
        let import = read(source);
        let routines = import.roadmap.stages().flat_map(Item::walk).filter(|item| item.kind == Kind::Routine);
        let blocks = routines.flat_map(Item::walk).filter_map(|item| match &item.kind {
            Kind::Block(rule) => Some((rule.days.clone(), rule.start, rule.minutes, item.text.clone())),
            _ => None,
        });
        blocks.collect()
    };
    assert_eq!(
        rules(table),
        [
            (vec![Mon], Some(18 * 60), 90, "Grammar".to_owned()),
            (vec![Wed], Some(20 * 60), 60, "Talk".to_owned())
        ]
    );
    assert_eq!(count(&read(table), |kind| matches!(kind, Kind::Step { .. })), 1);
    assert!(rules(&table.replace("| Mon |", "| [ ] Mon |")).is_empty(), "a box makes it work to tick");
    assert!(
        rules(&table.replace("18:00-19:30", "2 hours:").replace("20:00-21:00", "pages 20-21")).is_empty()
    );
    let columns =
        "# Italian\n## Week 1\n| Mon | Wed |\n|--|--|\n| 18:00-19:30 Grammar | 20:00-21:00 Talk |\n";
    assert_eq!(rules(columns), rules(table));
}
