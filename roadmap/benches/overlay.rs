//! How long a calendar of 50 MB takes to read into the busy times of a quarter: events of many years, events that
//! repeat, and what no program writes. None should take ten seconds.

use chrono::NaiveDate;
use divan::Bencher;
use divan::counter::BytesCount;
use roadmap::calendar::{MOST_BYTES, overlay};

fn main() {
    divan::main();
}

/// A calendar of the greatest size, of one event after another.
fn calendar(event: impl Fn(usize) -> String) -> String {
    let (head, tail) = ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "END:VCALENDAR\r\n");
    let mut text = String::from(head);
    for number in 0.. {
        let event = format!("BEGIN:VEVENT\r\nUID:{number}\r\n{}\r\nEND:VEVENT\r\n", event(number));
        if text.len() + event.len() + tail.len() > MOST_BYTES {
            break;
        }
        text.push_str(&event);
    }
    text + tail
}

fn bench(bencher: Bencher<'_, '_>, event: impl Fn(usize) -> String) {
    let text = calendar(event);
    let day = |month| NaiveDate::from_ymd_opt(2026, month, 1).unwrap_or_default();
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| overlay(text.as_bytes(), "years.ics", day(9)..day(12), &chrono_tz::Europe::Berlin));
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn meetings_of_many_years(bencher: Bencher<'_, '_>) {
    bench(bencher, |number| {
        let day = format!("20{:02}{:02}{:02}", number % 30, number % 12 + 1, number % 28 + 1);
        format!(
            "SUMMARY:Meeting {number}\r\nDTSTART;TZID=Europe/Berlin:{day}T090000\r\nDTEND;TZID=Europe/Berlin:{day}T100000\r\n\
             DESCRIPTION:{}\r\nATTENDEE;CN=Someone:mailto:someone@example.com\r\nBEGIN:VALARM\r\nTRIGGER:-PT10M\r\nEND:VALARM",
            "what was agreed on\\n".repeat(6)
        )
    });
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn meetings_that_repeat_each_week(bencher: Bencher<'_, '_>) {
    bench(bencher, |number| {
        format!(
            "SUMMARY:{number}\r\nDTSTART;TZID=Europe/Berlin:20150105T090000\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY;BYDAY=MO,WE,FR"
        )
    });
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn rules_that_repeat_each_second(bencher: Bencher<'_, '_>) {
    bench(bencher, |_| {
        "DTSTART:20150105T090000\r\nDURATION:PT1H\r\nRRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=31".to_owned()
    });
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn rules_that_never_come_true(bencher: Bencher<'_, '_>) {
    bench(bencher, |_| {
        "DTSTART:19000105T090000\r\nDURATION:PT1H\r\nRRULE:FREQ=YEARLY;BYMONTHDAY=31;BYMONTH=2;COUNT=9"
            .to_owned()
    });
}
