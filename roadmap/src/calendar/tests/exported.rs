//! What is written is read again, by another program and by Waymark itself.

use super::*;
use crate::item::{Item, ItemId, Kind, Roadmap};
use crate::plan::fixture::item;
use crate::schedule::{Block, BlockKey, Origin, Portion, TemplateBlockId};
use crate::{Category, document};
use calcard::icalendar::{ICalendar, ICalendarComponentType, ICalendarProperty};
use chrono::Days;
use proptest::prelude::*;

const NOW: &str = "2026-11-29T10:00:00Z";

/// The text of a file with events that are all new.
fn calendar_text(events: &[CalendarEvent], name: &str, now: DateTime<Utc>) -> String {
    let new = |event: &CalendarEvent| ExportedEvent::after(None, event.clone(), now);
    super::super::calendar_text(&events.iter().map(new).collect::<Vec<_>>(), name)
}

fn span(uid: &str, from: &str, to: &str) -> CalendarEvent {
    CalendarEvent {
        uid: uid.to_owned(),
        when: When::Span { from: utc(from), to: utc(to) },
        title: "Scales".to_owned(),
        description: String::new(),
        category: Some(Category::HandsOn),
        cancelled: false,
    }
}

/// The events of a text by another program: uid, title, description, start and end in seconds.
fn by_another(text: &str) -> Vec<(String, String, String, i64, i64)> {
    let calendar = ICalendar::parse(text).expect("a calendar");
    let word = |component: &calcard::icalendar::ICalendarComponent, name: &ICalendarProperty| {
        let entry = component.property(name)?;
        Some(entry.values.first()?.as_text()?.to_owned())
    };
    let time = |component: &calcard::icalendar::ICalendarComponent, name: &ICalendarProperty| {
        let value = component
            .property(name)
            .and_then(|entry| entry.values.first()?.as_partial_date_time())
            .expect("a time");
        let time = value.to_date_time().expect("a date and time");
        let ahead = time.offset.map_or(0, |offset| offset.local_minus_utc());
        time.date_time.and_utc().timestamp() - i64::from(ahead)
    };
    let events = calendar
        .components
        .iter()
        .filter(|component| component.component_type == ICalendarComponentType::VEvent);
    events
        .map(|event| {
            (
                word(event, &ICalendarProperty::Uid).unwrap_or_default(),
                word(event, &ICalendarProperty::Summary).unwrap_or_default(),
                word(event, &ICalendarProperty::Description).unwrap_or_default(),
                time(event, &ICalendarProperty::Dtstart),
                time(event, &ICalendarProperty::Dtend),
            )
        })
        .collect()
}

fn lesson(roadmap: &Roadmap, date: &str, start: u16, end: u16, activity: ItemId) -> Block {
    assert!(roadmap.find(activity).is_some());
    let date = super::date(date);
    Block {
        key: BlockKey { date, origin: Origin::Template(TemplateBlockId(12)) },
        date,
        start,
        end,
        category: Category::HandsOn,
        title: "Morning practice".to_owned(),
        accepts: Vec::new(),
        lent: Vec::new(),
        standing: false,
        pinned: false,
        given: None,
        busy: Vec::new(),
        taken_until: 0,
        work: vec![Portion { activity, category: Category::HandsOn, minutes: 90 }],
    }
}

fn singing() -> Roadmap {
    let source = "# Sing\n\n## Month 1: Voice\n\n### Week 1: Breath\n\n- **Scales**\n  - [ ] sing a scale\n";
    document::import(source.as_bytes(), "sing.md").expect("a roadmap").roadmap
}

#[test]
fn another_program_reads_that_an_event_is_cancelled() {
    let event = CalendarEvent { cancelled: true, ..span("a@b.waymark", NOW, "2026-11-29T11:00:00Z") };
    let text = calendar_text(&[event], "Lute", utc(NOW));
    let calendar = ICalendar::parse(&text).expect("a calendar");
    let status =
        calendar.components.iter().find_map(|component| component.property(&ICalendarProperty::Status));
    let status = status.and_then(|entry| entry.values.first()).expect("a status");
    assert!(format!("{status:?}").to_lowercase().contains("cancelled"), "{status:?}");
}

#[test]
fn a_block_says_what_it_is_for() {
    let roadmap = singing();
    let scales = roadmap.walk().find(|item| item.text.contains("Scales")).expect("the scales");
    let block = lesson(&roadmap, "2026-11-30", 9 * 60, 12 * 60, scales.id);
    let event = CalendarEvent::of_block("sing-7f3a", &roadmap, &block, &chrono_tz::Europe::Berlin);
    let text = calendar_text(&[event], "Sing", utc(NOW));
    let lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Waymark//Waymark//EN",
        "CALSCALE:GREGORIAN",
        "NAME:Sing",
        "X-WR-CALNAME:Sing",
        "BEGIN:VEVENT",
        "UID:2026-11-30/block-12@sing-7f3a.waymark",
        "DTSTAMP:20261129T100000Z",
        "LAST-MODIFIED:20261129T100000Z",
        "SEQUENCE:28720800",
        "DTSTART:20261130T080000Z",
        "DTEND:20261130T110000Z",
        "TRANSP:OPAQUE",
        "SUMMARY:Morning practice",
        "DESCRIPTION:Scales (90 min)",
        "CATEGORIES:hands-on",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ];
    assert_eq!(text, lines.join("\r\n"));
}

#[test]
fn a_gate_is_a_day_that_takes_no_time() {
    let metric = |text| item(Kind::Metric { measure: None }, text, Vec::new());
    let metrics = vec![metric("3 songs by heart"), metric("sing in tune")];
    let gate = Item { id: ItemId(80), ..item(Kind::Gate { months: None }, "Month 1", metrics) };
    let phase = item(Kind::Phase { months: None, open_ended: false }, "Month 1: Voice", Vec::new());
    let event = CalendarEvent::of_gate("sing-7f3a", &gate, &phase, date("2026-12-31"));
    assert_eq!(event.title, "Gate: Month 1: Voice");
    let own = Item { text: "Ready to sing".to_owned(), ..gate.clone() };
    let event_of_own = CalendarEvent::of_gate("sing-7f3a", &own, &phase, date("2026-12-31"));
    assert_eq!(event_of_own.title, "Gate: Ready to sing (Month 1: Voice)");
    let text = calendar_text(&[event], "Sing", utc(NOW));
    assert!(
        text.contains("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\nTRANSP:TRANSPARENT\r\n"),
        "{text}"
    );
    assert!(text.contains("DESCRIPTION:3 songs by heart\\nsing in tune\r\n"), "{text}");
    assert_eq!(by_another(&text)[0].0, "gate-80@sing-7f3a.waymark");
    assert_eq!(read(&text, "2026-12-01", "2027-02-01", Tz::UTC), Overlay::default());
}

#[test]
fn a_later_export_means_the_same_events_and_what_has_changed_is_newer() {
    let names = |text: &str| by_another(text).into_iter().map(|event| event.0).collect::<Vec<_>>();
    let number = |text: &str| -> i32 {
        let line = text.lines().find_map(|line| line.strip_prefix("SEQUENCE:")).expect("a sequence");
        line.parse().expect("a number that fits")
    };
    let event = span("a@b.waymark", "2026-11-30T08:00:00Z", "2026-11-30T09:00:00Z");
    let text = |event: &ExportedEvent| super::super::calendar_text(std::slice::from_ref(event), "Sing");
    let first = ExportedEvent::after(None, event.clone(), utc(NOW));
    let again = ExportedEvent::after(Some(&first), event.clone(), utc("2026-11-30T10:00:00Z"));
    assert_eq!(text(&first), text(&again), "nothing has changed");
    let gone = CalendarEvent { cancelled: true, ..event.clone() };
    // The clock was set back, or it is the same second.
    for now in ["2026-11-29T09:00:00Z", NOW, "2026-11-30T10:00:00Z"] {
        let changed = ExportedEvent::after(Some(&first), gone.clone(), utc(now));
        assert_eq!(names(&text(&first)), names(&text(&changed)));
        assert!(number(&text(&first)) < number(&text(&changed)), "{now}");
    }
    let unknown = ExportedEvent { event: event.clone(), since: None };
    assert_eq!(ExportedEvent::after(Some(&unknown), event.clone(), utc(NOW)), first);
    assert_eq!(number(&calendar_text(&[event], "Sing", DateTime::<Utc>::MAX_UTC)), i32::MAX);
}

#[test]
fn in_every_zone_the_same_instants_come_back_around_changes_of_clocks() {
    // Each zone's day is written and read once for each of these days, which hold its changes in a year and more.
    for tz in chrono_tz::TZ_VARIANTS {
        let days = changes(tz);
        let mut events = Vec::new();
        for day in &days {
            for (start, end) in [(0, 90), (90, 150), (150, 210), (540, 720), (1380, 1440)] {
                let when = When::local(&tz, *day, start, end);
                let uid = format!("{day}/{start}");
                let title = format!("{day} {start}");
                events.push(CalendarEvent { uid, when, title, ..span("", NOW, NOW) });
            }
        }
        let text = calendar_text(&events, "Sing", utc(NOW));
        let mut expected: Vec<(i64, i64, String)> = events
            .iter()
            .map(|event| match event.when {
                When::Span { from, to } => (from.timestamp(), to.timestamp(), event.title.clone()),
                When::Day(_) => unreachable!("only spans were written"),
            })
            .collect();
        assert!(expected.iter().all(|(from, to, _)| from < to), "{tz}");
        let mut another: Vec<_> =
            by_another(&text).into_iter().map(|(_, title, _, from, to)| (from, to, title)).collect();
        let overlay = overlay(text.as_bytes(), "sing.ics", date("2026-01-01")..date("2027-12-31"), &tz)
            .expect("a calendar");
        assert_eq!(overlay.problems, [], "{tz}");
        let mut own: Vec<_> = overlay
            .busy
            .into_iter()
            .map(|busy| (busy.from.timestamp(), busy.to.timestamp(), busy.title))
            .collect();
        for list in [&mut expected, &mut another, &mut own] {
            list.sort();
        }
        assert_eq!(another, expected, "{tz}");
        assert_eq!(own, expected, "{tz}");
    }
}

/// The days of 2026 and 2027 on which a zone changes its clocks, and an ordinary one.
fn changes(tz: Tz) -> Vec<NaiveDate> {
    let ahead = |day: NaiveDate| {
        let noon = day.and_hms_opt(12, 0, 0).expect("a time").and_utc();
        noon.with_timezone(&tz).naive_local().signed_duration_since(noon.naive_utc())
    };
    let days = (10..700).filter_map(|day| date("2026-01-01").checked_add_days(Days::new(day)));
    let next = |day: NaiveDate| day.succ_opt().expect("a day");
    let changing = days.filter(|day| ahead(*day) != ahead(next(*day)));
    changing.flat_map(|day| [day, next(day)]).chain([date("2026-07-01")]).collect()
}

#[test]
fn a_block_that_a_gap_swallows_comes_after_it() {
    let berlin = chrono_tz::Europe::Berlin;
    let when = When::local(&berlin, date("2027-03-28"), 2 * 60 + 10, 2 * 60 + 40);
    assert_eq!(when, When::Span { from: utc("2027-03-28T01:00:00Z"), to: utc("2027-03-28T01:30:00Z") });
    let fold = When::local(&berlin, date("2026-10-25"), 2 * 60, 2 * 60 + 30);
    assert_eq!(fold, When::Span { from: utc("2026-10-25T00:00:00Z"), to: utc("2026-10-25T00:30:00Z") });
}

proptest! {
    #[test]
    fn any_words_come_back_on_lines_that_any_program_can_read(title in "\\PC{0,120}", lines in "[a-zé老;,:\\\\\"\n 🎵]{0,300}") {
        let event = CalendarEvent { title: title.clone(), description: lines.clone(), ..span("a@b", NOW, "2026-11-29T11:00:00Z") };
        let text = calendar_text(&[event], &title, utc(NOW));
        prop_assert!(text.ends_with("END:VCALENDAR\r\n"));
        for line in text.split("\r\n") {
            prop_assert!(line.len() <= 75, "{} octets: {line}", line.len());
            prop_assert!(!line.contains(['\r', '\n']));
        }
        let found = by_another(&text);
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!(&found[0].2, &lines);
        let overlay = read(&text, "2026-11-29", "2026-11-30", Tz::UTC);
        prop_assert_eq!(&overlay.problems, &[]);
        let one_line = title.split_whitespace().collect::<Vec<_>>().join(" ");
        prop_assert_eq!(&overlay.busy[0].title, &one_line);
    }
}

#[test]
fn nothing_can_be_smuggled_in_by_a_title() {
    let title = "Scales\r\nEND:VEVENT\rBEGIN:VEVENT\nUID:other\u{0}\u{7}";
    let event = CalendarEvent { title: title.to_owned(), ..span("a@b.waymark", NOW, "2026-11-29T11:00:00Z") };
    let text = calendar_text(&[event], "Sing", utc(NOW));
    assert!(text.contains("SUMMARY:Scales\\nEND:VEVENT\\nBEGIN:VEVENT\\nUID:other\r\n"), "{text}");
    assert_eq!(by_another(&text).len(), 1);
}

#[test]
fn nothing_to_write_is_a_calendar_all_the_same() {
    let text = calendar_text(&[], "Sing", utc(NOW));
    assert_eq!(read(&text, "2026-01-01", "2027-01-01", Tz::UTC), Overlay::default());
}
