//! Calendars that hold more than anyone has time for.

use super::*;
use std::fmt::Write;

fn many(count: usize, lines: impl Fn(usize) -> String) -> String {
    let mut text = String::from("BEGIN:VCALENDAR\n");
    for number in 0..count {
        writeln!(text, "BEGIN:VEVENT\nUID:{number}\nSUMMARY:{number}\n{}\nEND:VEVENT", lines(number))
            .unwrap();
    }
    text + "END:VCALENDAR\n"
}

fn read_year(text: &str) -> Overlay {
    read(text, "2026-01-01", "2027-01-01", Tz::UTC)
}

#[test]
fn the_first_busy_times_are_kept_and_the_rest_is_said() {
    let hourly = |number| format!("DTSTART:2026010{}T000000Z\nDURATION:PT1H\nRRULE:FREQ=HOURLY", 3 - number);
    let text = many(3, hourly);
    let overlay = read_year(&text);
    assert_eq!(overlay.busy.len(), MOST_BUSY);
    assert!(overlay.busy.is_sorted());
    assert!(overlay.busy.last().unwrap().to < utc("2026-10-15T00:00:00Z"), "a third of 20,000 hours");
    assert_eq!(
        said(&overlay),
        ["line 16: there are more than 20000 busy times: the later ones were left out"]
    );
}

#[test]
fn rules_are_worked_out_no_further_than_the_last_busy_time_that_is_kept() {
    // Each asks for 17,520 candidates where the whole year is looked at: all of them for more than a calendar gets.
    let rules = 4_000;
    let text = many(rules, |_| "DTSTART:20260101T000000Z\nDURATION:PT1H\nRRULE:FREQ=HOURLY".to_owned());
    let overlay = read_year(&text);
    assert_eq!(
        said(&overlay),
        ["line 30: there are more than 20000 busy times: the later ones were left out"]
    );
    let in_an_hour = |hour: usize| {
        let from = utc("2026-01-01T00:00:00Z") + chrono::TimeDelta::hours(hour.try_into().unwrap());
        overlay.busy.iter().filter(|busy| busy.from == from).count()
    };
    assert_eq!((0..6).map(in_an_hour).collect::<Vec<_>>(), [rules, rules, rules, rules, rules, 0]);
}

#[test]
fn a_rule_that_repeats_too_often_is_left_out_and_said() {
    for rule in [
        "FREQ=SECONDLY",
        "FREQ=SECONDLY;COUNT=4000000000",
        "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=31",
        "FREQ=MINUTELY;BYSECOND=0,1,2,3,4,5,6,7,8,9;COUNT=4000000000",
        "FREQ=YEARLY;BYSETPOS=1;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11;BYMINUTE=0,1,2,3,4,5,6,7,8,9;BYSECOND=0,1,2,3,4,5,6,7,8,9;BYDAY=MO,TU,WE,TH,FR",
    ] {
        let text = event(&format!("DTSTART:20260101T000000Z\nDURATION:PT1S\nRRULE:{rule}"));
        let overlay = read_year(&text);
        let too_often =
            said(&overlay) == ["line 3: the event repeats too often to work out: it was left out"];
        assert!(
            too_often && overlay.busy.is_empty() || overlay.busy.len() <= MOST_BUSY,
            "{rule}: {:?}",
            said(&overlay)
        );
    }
    let each_second = event("DTSTART:20260101T000000Z\nDURATION:PT1S\nRRULE:FREQ=SECONDLY");
    assert_eq!(said(&read_year(&each_second)).len(), 1);
}

#[test]
fn rules_that_never_come_true_end() {
    for rule in [
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31",
        "FREQ=DAILY;INTERVAL=4000000000",
        "FREQ=YEARLY;INTERVAL=99999999999999",
        "FREQ=MONTHLY;BYDAY=5MO;BYMONTHDAY=1",
        "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6;COUNT=5",
        "FREQ=DAILY;UNTIL=00010101",
    ] {
        let text = event(&format!("DTSTART:19000101T000000Z\nDURATION:PT1S\nRRULE:{rule}"));
        assert_eq!(read_year(&text), Overlay::default(), "{rule}");
    }
}

#[test]
fn problems_are_named_up_to_a_number_and_the_rest_counted() {
    let overlay = read_year(&many(2_500, |_| "DTSTART:never".to_owned()));
    assert_eq!(overlay.problems.len(), MOST_PROBLEMS + 1);
    let last = overlay.problems.last().unwrap();
    assert_eq!(last.trouble, Trouble::More { more: 1_500 });
    assert_eq!(last.line, 5 + 5 * 1_000);
}

#[test]
fn a_line_of_a_megabyte_is_a_line() {
    let title = "la ".repeat(350_000);
    let text = event(&format!("DESCRIPTION:{title}\nDTSTART:20261130T080000Z\nDURATION:PT1H"))
        .replace("Choir", &title);
    let overlay = read_year(&text);
    assert_eq!(overlay.problems, []);
    assert!(overlay.busy[0].title.starts_with("la la la ") && overlay.busy[0].title.len() <= 200);
    let folded = text.replace("la la ", "la\n  la\n  ");
    assert_eq!(read_year(&folded), overlay);
}

#[test]
fn as_many_changes_as_events_of_one_name_end() {
    let text = many(2_000, |number| match number % 2 {
        0 => "DTSTART:20260101T000000Z\nDURATION:PT1H\nRRULE:FREQ=YEARLY".to_owned(),
        _ => {
            format!("RECURRENCE-ID:20260101T0000{:02}Z\nDTSTART:20260102T000000Z\nDURATION:PT1H", number % 60)
        }
    });
    let one_name = text.lines().map(|line| if line.starts_with("UID:") { "UID:1" } else { line });
    let overlay = read_year(&one_name.collect::<Vec<_>>().join("\n"));
    assert_eq!(overlay.busy.len(), 2_000, "none of the changes is to a time that there is");
}
