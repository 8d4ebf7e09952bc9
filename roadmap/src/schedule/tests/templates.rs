//! Templates of documents and the app's own, and how blocks are named.

use super::super::{BlockKey, Origin, Template, TemplateBlockId, templates_of, weekday};
use crate::item::{PartOfDay, Tempo};
use crate::plan::fixture::{WEEKDAYS, date, full_time, item, part_time, roadmap, timed, untimed};
use crate::{Category, Item, ItemId, Kind};
use Category::{HandsOn, InterviewPrep, Rest, Review, Study};
use chrono::Weekday::{self, Fri, Mon, Sat, Sun};
use proptest::prelude::*;

fn of(items: Vec<Item>) -> Vec<Template> {
    templates_of(&roadmap(items))
}

fn with(tempo: Option<Tempo>, blocks: Vec<Item>) -> Template {
    let template = item(Kind::Template { stated_minutes: None, tempo }, "Mine", blocks);
    of(vec![template]).into_iter().find(|template| template.name == "Mine").expect("a template")
}

/// Start and end of a day's blocks in minutes after midnight.
fn times(template: &Template, day: Weekday) -> Vec<(u16, u16)> {
    template.blocks.iter().filter(|b| b.weekday == day).map(|b| (b.start, b.end)).collect()
}

#[test]
fn the_reference_full_time_week_has_63_working_hours_before_sunday() {
    let template = &of(vec![full_time()])[0];
    let sunday: u32 = template.blocks.iter().filter(|b| b.weekday == Sun).map(|b| b.minutes()).sum();
    assert_eq!(template.work_minutes() - sunday, 63 * 60);
    assert_eq!(template.stated_minutes, Some(40 * 60), "what the document claims stays beside it");
    let hours = |category| {
        let of_category = template.blocks.iter().filter(|block| block.category == category);
        of_category.map(|block| block.minutes()).sum::<u32>() / 60
    };
    assert_eq!((hours(HandsOn), hours(Study), hours(InterviewPrep)), (28, 13, 7));
    assert_eq!(template.rest_days(), [Sun], "a day of review is a day of rest");
}

#[test]
fn part_time_blocks_get_evenings_and_weekend_days() {
    let template = of(vec![full_time(), part_time()]).remove(1);
    assert_eq!(times(&template, Mon), [(19 * 60, 21 * 60)]);
    assert_eq!(times(&template, Sat), [(9 * 60, 14 * 60)]);
    assert_eq!(template.work_minutes(), 20 * 60);
    assert!(template.blocks.iter().all(|block| !block.standing), "all of part time is the stage's");
    assert!(template.blocks.iter().all(|block| block.accepts.len() == 5));
}

#[test]
fn a_document_without_templates_gets_one_for_each_tempo() {
    let templates = of(vec![]);
    let hours: Vec<_> = templates.iter().map(|template| (template.tempo, template.work_minutes())).collect();
    assert_eq!(hours, [(Some(Tempo::FullTime), 2550), (Some(Tempo::PartTime), 1200)]);
    let one_stated = of(vec![part_time()]);
    assert_eq!(one_stated.iter().map(|t| t.name.as_str()).collect::<Vec<_>>(), ["Full time", "Part time"]);
}

#[test]
fn a_template_without_any_work_is_none() {
    let empty = item(Kind::Template { stated_minutes: None, tempo: None }, "Empty", vec![]);
    assert!(of(vec![empty]).iter().all(|template| template.name != "Empty"));
}

#[test]
fn a_short_week_that_says_nothing_is_part_time() {
    let evenings = vec![untimed(&WEEKDAYS, 2, None, Study, "Evening")];
    assert_eq!(with(None, evenings).tempo, Some(Tempo::PartTime));
    let days = vec![timed(&WEEKDAYS, 9, 17, Study, "Day")];
    assert_eq!(with(None, days).tempo, Some(Tempo::FullTime));
}

#[test]
fn parts_of_the_day_begin_at_nine_two_and_seven() {
    let part = |part| untimed(&[Mon], 2, Some(part), Study, "Part");
    let parts = vec![part(PartOfDay::Evening), part(PartOfDay::Morning), part(PartOfDay::Afternoon)];
    assert_eq!(times(&with(None, parts), Mon), [(540, 660), (840, 960), (1140, 1260)]);
}

#[test]
fn blocks_without_a_time_make_way_for_those_with_one() {
    let blocks = vec![
        untimed(&[Mon, Fri], 2, None, Study, "Evening"),
        timed(&[Mon], 18, 20, HandsOn, "Project"),
        timed(&[Fri], 18, 24, HandsOn, "Night"),
    ];
    let template = with(None, blocks);
    assert_eq!(times(&template, Mon), [(1080, 1200), (1200, 1320)], "after it");
    assert_eq!(times(&template, Fri), [(960, 1080), (1080, 1440)], "or before it, where the day is full");
}

#[test]
fn of_two_overlapping_blocks_the_later_waits_for_the_earlier() {
    let blocks = vec![
        timed(&[Mon], 9, 12, HandsOn, "First"),
        timed(&[Mon], 11, 13, Study, "Second"),
        timed(&[Mon], 9, 10, Study, "Inside"),
        timed(&[Mon], 11, 14, Study, "Third"),
    ];
    assert_eq!(times(&with(None, blocks), Mon), [(540, 720), (720, 780), (780, 840)]);
}

#[test]
fn time_to_catch_up_is_not_review() {
    let blocks = vec![
        timed(&[Sat], 9, 12, Review, "Catch up on weak areas"),
        timed(&[Sun], 9, 10, Review, "Look back"),
    ];
    let template =
        with(Some(Tempo::FullTime), blocks.into_iter().chain([timed(&[Mon], 9, 10, Study, "x")]).collect());
    let catch_up = template.blocks.iter().find(|block| block.weekday == Sat).expect("Saturday");
    assert_eq!((catch_up.category, catch_up.standing), (Study, false));
    let review = template.blocks.iter().find(|block| block.weekday == Sun).expect("Sunday");
    assert_eq!((review.standing, review.accepts.len()), (true, 0));
}

#[test]
fn a_block_key_reads_back_as_it_was_written() {
    let day = date("2026-11-30");
    let keys = [Origin::Template(TemplateBlockId(12)), Origin::Place(3), Origin::Item(ItemId(80))];
    for (origin, text) in keys.into_iter().zip(["block-12", "place-3", "item-80"]) {
        let key = BlockKey { date: day, origin };
        assert_eq!(key.to_string(), format!("2026-11-30/{text}"));
        assert_eq!(key.to_string().parse(), Ok(key));
        let json = serde_json::to_string(&key).expect("JSON");
        assert_eq!(serde_json::from_str::<BlockKey>(&json).ok(), Some(key));
    }
    for wrong in ["", "2026-11-30", "2026-11-30/block", "2026-11-30/day-3", "x/block-3", "2026-11-30/block-x"]
    {
        let error = wrong.parse::<BlockKey>().expect_err(wrong);
        assert!(error.to_string().contains(wrong) && error.to_string().contains("2026-11-30/block-12"));
    }
}

#[test]
fn weekdays_have_their_short_names() {
    for day in (0..7).filter_map(|day| Weekday::try_from(day).ok()) {
        assert_eq!(weekday::named(weekday::name(day)), Some(day));
    }
    assert_eq!(weekday::named("Monday"), None);
    assert_eq!(weekday::name(Sun), "sun");
}

fn any_block() -> impl Strategy<Value = Item> {
    let start = prop::option::of(0_u16..24);
    (start, 1_u16..10, any::<bool>(), prop::sample::select(vec![Study, HandsOn, Rest])).prop_map(
        |(start, hours, weekend, category)| {
            let days = if weekend { vec![Sat] } else { vec![Mon] };
            match start {
                Some(start) => timed(&days, start, start + hours, category, "Timed"),
                None => untimed(&days, hours.into(), None, category, "Untimed"),
            }
        },
    )
}

proptest! {
    #[test]
    fn blocks_of_a_template_never_overlap_and_end_by_midnight(
        blocks in prop::collection::vec(any_block(), 1..12)
    ) {
        let sure = timed(&[Sun], 9, 10, Study, "There is work");
        let template = with(None, blocks.into_iter().chain([sure]).collect());
        for day in [Mon, Sat] {
            let times = times(&template, day);
            prop_assert!(times.iter().all(|(start, end)| start < end && *end <= 1440));
            prop_assert!(times.windows(2).all(|pair| pair[0].1 <= pair[1].0));
        }
    }
}
