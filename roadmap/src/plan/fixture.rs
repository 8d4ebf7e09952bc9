//! Small roadmaps by hand, for the tests of plan, schedule and progress.

use crate::item::{BlockRule, Budget, NumberRange, PartOfDay, Record, Span, Tempo};
use crate::schedule::{Schedule, Template, TemplateBlock};
use crate::{Category, Item, ItemId, Kind, Roadmap};
use chrono::{NaiveDate, Weekday};

pub(crate) const WEEKDAYS: [Weekday; 5] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];

pub(crate) fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

pub(crate) fn item(kind: Kind, text: &str, children: Vec<Item>) -> Item {
    Item {
        id: ItemId(0),
        kind,
        text: text.to_owned(),
        note: None,
        span: Span::default(),
        task: None,
        record: Record::default(),
        children,
    }
}

/// Names the items in the order of the document, from 1.
pub(crate) fn roadmap(items: Vec<Item>) -> Roadmap {
    fn name(items: &mut [Item], next: &mut i64) {
        for item in items {
            *next += 1;
            item.id = ItemId(*next);
            name(&mut item.children, next);
        }
    }
    let mut roadmap = Roadmap { title: "By hand".to_owned(), items };
    name(&mut roadmap.items, &mut 0);
    roadmap
}

pub(crate) fn range(from: u32, to: u32) -> Option<NumberRange> {
    Some(NumberRange { from, to })
}

pub(crate) fn phase(months: Option<NumberRange>, stages: Vec<Item>) -> Item {
    item(Kind::Phase { months, open_ended: false }, "A phase", stages)
}

pub(crate) fn stage(weeks: Option<NumberRange>, children: Vec<Item>) -> Item {
    item(Kind::Stage { weeks, days: None }, "A stage", children)
}

pub(crate) fn step(text: &str) -> Item {
    item(Kind::Step { optional: false }, text, Vec::new())
}

pub(crate) fn activity(category: Category, budget: Option<Budget>) -> Item {
    item(Kind::Activity { category, budget }, category.name(), vec![step("Do it")])
}

/// An activity with that many hours for its whole stage.
pub(crate) fn hours(category: Category, hours: u32) -> Item {
    activity(category, Some(Budget::Stage { least: hours * 60, most: hours * 60 }))
}

/// An activity with so many to so many hours a day.
pub(crate) fn daily(category: Category, least: u32, most: u32) -> Item {
    activity(category, Some(Budget::Day { least: least * 60, most: most * 60 }))
}

pub(crate) fn timed(days: &[Weekday], from: u16, to: u16, category: Category, text: &str) -> Item {
    let minutes = u32::from(to - from) * 60;
    let rule = BlockRule {
        days: days.to_vec(),
        start: Some(from * 60),
        minutes,
        most: minutes,
        part: None,
        category,
    };
    item(Kind::Block(rule), text, Vec::new())
}

pub(crate) fn untimed(
    days: &[Weekday],
    hours: u32,
    part: Option<PartOfDay>,
    category: Category,
    text: &str,
) -> Item {
    let (days, minutes) = (days.to_vec(), hours * 60);
    let rule = BlockRule { days, start: None, minutes, most: minutes, part, category };
    item(Kind::Block(rule), text, Vec::new())
}

/// A roadmap of the reference's shape: twelve named weeks with 460 hours in ten stages, an
/// open-ended phase after them, a routine in the last double week, and a template for each tempo.
pub(crate) fn reference() -> Roadmap {
    use Category::{HandsOn, InterviewPrep, JobSearch, Study};
    let week = |from, to, study, hands_on| {
        let budgets = [(Study, study), (HandsOn, hands_on)].into_iter().filter(|(_, budget)| *budget > 0);
        stage(range(from, to), budgets.map(|(category, budget)| hours(category, budget)).collect())
    };
    let month = |number, stages| phase(range(number, number), stages);
    let every_day = [&WEEKDAYS[..], &[Weekday::Sat, Weekday::Sun]].concat();
    let part = |part, category, text| untimed(&every_day, 2, Some(part), category, text);
    let routine = item(
        Kind::Routine,
        "The day",
        vec![
            part(PartOfDay::Morning, InterviewPrep, "Problems"),
            part(PartOfDay::Afternoon, InterviewPrep, "Mock interview"),
            part(PartOfDay::Evening, JobSearch, "Applications"),
        ],
    );
    let interviews = stage(range(11, 12), vec![hours(InterviewPrep, 40), routine, hours(JobSearch, 40)]);
    let ongoing = stage(None, vec![daily(InterviewPrep, 2, 2), daily(JobSearch, 2, 2), daily(HandsOn, 2, 4)]);
    roadmap(vec![
        month(1, vec![week(1, 1, 15, 25), week(2, 2, 10, 30), week(3, 3, 10, 30), week(4, 4, 15, 25)]),
        month(2, vec![week(5, 5, 15, 25), week(6, 7, 10, 50), week(8, 8, 15, 25)]),
        month(3, vec![week(9, 9, 10, 30), week(10, 10, 0, 40), interviews]),
        item(Kind::Phase { months: range(4, 6), open_ended: true }, "After that", vec![ongoing]),
        full_time(),
        part_time(),
    ])
}

/// Eleven hours each weekday besides meals, eight on Saturday, two of review on Sunday.
pub(crate) fn full_time() -> Item {
    use Category::{HandsOn, InterviewPrep, Networking, Rest, Review, Study, Writing};
    let days = &WEEKDAYS;
    let (saturday, sunday) = (&[Weekday::Sat], &[Weekday::Sun]);
    let kind = Kind::Template { stated_minutes: Some(40 * 60), tempo: Some(Tempo::FullTime) };
    let blocks = vec![
        timed(days, 8, 9, Review, "Look ahead"),
        timed(days, 9, 12, HandsOn, "Deep work"),
        timed(days, 12, 13, Rest, "Lunch"),
        timed(days, 13, 15, Study, "Material"),
        timed(days, 15, 16, InterviewPrep, "Problems"),
        timed(days, 16, 18, HandsOn, "Project"),
        timed(days, 18, 19, Rest, "Dinner"),
        timed(days, 19, 20, Writing, "Blog"),
        timed(days, 20, 21, Networking, "People"),
        timed(saturday, 9, 12, HandsOn, "Project"),
        timed(saturday, 12, 13, Rest, "Lunch"),
        timed(saturday, 13, 16, Study, "Catch up"),
        timed(saturday, 16, 18, InterviewPrep, "Mock interview"),
        untimed(sunday, 2, None, Review, "Look back"),
    ];
    item(kind, "Full time", blocks)
}

/// Two hours on five weeknights, five on Saturday and five on Sunday.
pub(crate) fn part_time() -> Item {
    use Category::{HandsOn, Study};
    let kind = Kind::Template { stated_minutes: Some(20 * 60), tempo: Some(Tempo::PartTime) };
    let blocks = vec![
        untimed(&WEEKDAYS, 2, None, Study, "Weeknight"),
        untimed(&[Weekday::Sat], 5, None, HandsOn, "Project"),
        untimed(&[Weekday::Sun], 5, None, Study, "Study and mock interviews"),
        item(Kind::Entry, "Plan on 6-9 months instead", Vec::new()),
    ];
    item(kind, "Part time", blocks)
}

/// Days with work but for those weekdays.
pub(crate) fn resting(rest: &[Weekday]) -> Schedule {
    let days = (0..7).filter_map(|day| Weekday::try_from(day).ok()).filter(|day| !rest.contains(day));
    let block = |weekday| TemplateBlock {
        id: None,
        weekday,
        start: 9 * 60,
        end: 17 * 60,
        category: Category::Study,
        title: "Work".to_owned(),
        accepts: Vec::new(),
        standing: false,
        pinned: false,
    };
    let blocks = days.map(block).collect();
    Schedule::of(Template { name: "By hand".to_owned(), tempo: None, stated_minutes: None, blocks })
}
