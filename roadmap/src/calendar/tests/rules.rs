//! The rules that RFC 5545 section 3.8.5.3 has examples of, with the dates it lists.

use super::*;

/// The times of a rule in New York, one day after another: `1997-09: 2 4, 1997-10: 1`; with times of day where they
/// aren't 9:00.
fn times(start: &str, rule: &str, until: &str) -> String {
    let text = event(&format!("DTSTART;TZID=America/New_York:{start}\nDURATION:PT1M\nRRULE:{rule}"));
    let overlay = read(&text, "1996-01-01", until, chrono_tz::America::New_York);
    assert_eq!(overlay.problems, [], "{rule}");
    let mut months: Vec<String> = Vec::new();
    let mut last = String::new();
    for busy in overlay.busy {
        let local = chrono_tz::America::New_York.from_utc_datetime(&busy.from.naive_utc());
        let month = local.format("%Y-%m:").to_string();
        if month != last {
            months.push(month.clone());
            last = month;
        }
        let day =
            local.format(if local.format("%H:%M").to_string() == "09:00" { " %-d" } else { " %-d@%H:%M" });
        if let Some(month) = months.last_mut() {
            month.push_str(&day.to_string());
        }
    }
    months.join(", ")
}

#[track_caller]
fn assert_times(start: &str, rule: &str, until: &str, expected: &str) {
    assert_eq!(times(start, rule, until), expected, "{rule}");
}

#[test]
fn daily_rules_count_end_and_skip() {
    assert_times("19970902T090000", "FREQ=DAILY;COUNT=10", "1999-01-01", "1997-09: 2 3 4 5 6 7 8 9 10 11");
    let until = times("19970902T090000", "FREQ=DAILY;UNTIL=19971224T000000Z", "1999-01-01");
    assert!(until.starts_with("1997-09: 2 3 4 "), "{until}");
    assert!(
        until.ends_with("1997-12: 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23"),
        "{until}"
    );
    assert_times(
        "19970902T090000",
        "FREQ=DAILY;INTERVAL=2",
        "1997-10-10",
        "1997-09: 2 4 6 8 10 12 14 16 18 20 22 24 26 28 30, 1997-10: 2 4 6 8",
    );
    assert_times(
        "19970902T090000",
        "FREQ=DAILY;INTERVAL=10;COUNT=5",
        "1999-01-01",
        "1997-09: 2 12 22, 1997-10: 2 12",
    );
}

#[test]
fn each_day_of_january_can_be_said_in_two_ways() {
    let yearly = "FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA";
    let found = times("19980101T090000", yearly, "2002-01-01");
    assert_eq!(
        found.matches(' ').count(),
        93 + 2,
        "31 days in three Januaries, and two blanks between those"
    );
    assert_times("19980101T090000", "FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1", "2002-01-01", &found);
}

#[test]
fn weekly_rules_keep_to_their_weeks() {
    let start = "19970902T090000";
    let ten = "1997-09: 2 9 16 23 30, 1997-10: 7 14 21 28, 1997-11: 4";
    assert_times(start, "FREQ=WEEKLY;COUNT=10", "1999-01-01", ten);
    assert_times(
        start,
        "FREQ=WEEKLY;UNTIL=19971224T000000Z",
        "1999-01-01",
        "1997-09: 2 9 16 23 30, 1997-10: 7 14 21 28, 1997-11: 4 11 18 25, 1997-12: 2 9 16 23",
    );
    assert_times(
        start,
        "FREQ=WEEKLY;INTERVAL=2;WKST=SU",
        "1998-02-20",
        "1997-09: 2 16 30, 1997-10: 14 28, 1997-11: 11 25, 1997-12: 9 23, 1998-01: 6 20, 1998-02: 3 17",
    );
    let five_weeks = "1997-09: 2 4 9 11 16 18 23 25 30, 1997-10: 2";
    assert_times(start, "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH", "1999-01-01", five_weeks);
    assert_times(start, "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH", "1999-01-01", five_weeks);
    assert_times(
        "19970901T090000",
        "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR",
        "1999-01-01",
        "1997-09: 1 3 5 15 17 19 29, 1997-10: 1 3 13 15 17 27 29 31, 1997-11: 10 12 14 24 26 28, 1997-12: 8 10 12 22",
    );
    assert_times(
        start,
        "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH",
        "1999-01-01",
        "1997-09: 2 4 16 18 30, 1997-10: 2 14 16",
    );
}

#[test]
fn the_day_that_a_week_begins_on_makes_a_difference() {
    let rule = |first| format!("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST={first}");
    assert_times("19970805T090000", &rule("MO"), "1999-01-01", "1997-08: 5 10 19 24");
    assert_times("19970805T090000", &rule("SU"), "1999-01-01", "1997-08: 5 17 19 31");
}

#[test]
fn monthly_rules_name_weekdays_by_their_place() {
    let first_fridays = "1997-09: 5, 1997-10: 3, 1997-11: 7, 1997-12: 5, 1998-01: 2, 1998-02: 6, 1998-03: 6, \
        1998-04: 3, 1998-05: 1, 1998-06: 5";
    assert_times("19970905T090000", "FREQ=MONTHLY;COUNT=10;BYDAY=1FR", "1999-01-01", first_fridays);
    assert_times(
        "19970905T090000",
        "FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR",
        "1999-01-01",
        "1997-09: 5, 1997-10: 3, 1997-11: 7, 1997-12: 5",
    );
    assert_times(
        "19970907T090000",
        "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
        "1999-01-01",
        "1997-09: 7 28, 1997-11: 2 30, 1998-01: 4 25, 1998-03: 1 29, 1998-05: 3 31",
    );
    assert_times(
        "19970922T090000",
        "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO",
        "1999-01-01",
        "1997-09: 22, 1997-10: 20, 1997-11: 17, 1997-12: 22, 1998-01: 19, 1998-02: 16",
    );
    assert_times(
        "19970926T090000",
        "FREQ=MONTHLY;BYDAY=-1FR",
        "1998-03-01",
        "1997-09: 26, 1997-10: 31, 1997-11: 28, 1997-12: 26, 1998-01: 30, 1998-02: 27",
    );
    assert_times(
        "19970902T090000",
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU",
        "1998-04-01",
        "1997-09: 2 9 16 23 30, 1997-11: 4 11 18 25, 1998-01: 6 13 20 27, 1998-03: 3 10 17 24 31",
    );
}

#[test]
fn monthly_rules_name_days_from_either_end() {
    assert_times(
        "19970928T090000",
        "FREQ=MONTHLY;BYMONTHDAY=-3",
        "1998-03-01",
        "1997-09: 28, 1997-10: 29, 1997-11: 28, 1997-12: 29, 1998-01: 29, 1998-02: 26",
    );
    assert_times(
        "19970902T090000",
        "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15",
        "1999-01-01",
        "1997-09: 2 15, 1997-10: 2 15, 1997-11: 2 15, 1997-12: 2 15, 1998-01: 2 15",
    );
    assert_times(
        "19970930T090000",
        "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1",
        "1999-01-01",
        "1997-09: 30, 1997-10: 1 31, 1997-11: 1 30, 1997-12: 1 31, 1998-01: 1 31, 1998-02: 1",
    );
    assert_times(
        "19970910T090000",
        "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15",
        "2000-01-01",
        "1997-09: 10 11 12 13 14 15, 1999-03: 10 11 12 13",
    );
}

#[test]
fn a_date_that_a_month_lacks_is_skipped() {
    assert_times(
        "20070115T090000",
        "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5",
        "2008-01-01",
        "2007-01: 15 30, 2007-02: 15, 2007-03: 15 30",
    );
    assert_times(
        "20070131T090000",
        "FREQ=MONTHLY;COUNT=4",
        "2008-01-01",
        "2007-01: 31, 2007-03: 31, 2007-05: 31, 2007-07: 31",
    );
    assert_times(
        "20080229T090000",
        "FREQ=YEARLY;COUNT=3",
        "2030-01-01",
        "2008-02: 29, 2012-02: 29, 2016-02: 29",
    );
}

#[test]
fn yearly_rules_name_months_and_days() {
    let summers: Vec<String> = (1997..2002).map(|year| format!("{year}-06: 10, {year}-07: 10")).collect();
    assert_times("19970610T090000", "FREQ=YEARLY;COUNT=10;BYMONTH=6,7", "2005-01-01", &summers.join(", "));
    assert_times(
        "19970310T090000",
        "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3",
        "2005-01-01",
        "1997-03: 10, 1999-01: 10, 1999-02: 10, 1999-03: 10, 2001-01: 10, 2001-02: 10, 2001-03: 10, 2003-01: 10, \
         2003-02: 10, 2003-03: 10",
    );
    assert_times(
        "19970101T090000",
        "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200",
        "2010-01-01",
        "1997-01: 1, 1997-04: 10, 1997-07: 19, 2000-01: 1, 2000-04: 9, 2000-07: 18, 2003-01: 1, 2003-04: 10, \
         2003-07: 19, 2006-01: 1",
    );
    assert_times(
        "19970313T090000",
        "FREQ=YEARLY;BYMONTH=3;BYDAY=TH",
        "2000-01-01",
        "1997-03: 13 20 27, 1998-03: 5 12 19 26, 1999-03: 4 11 18 25",
    );
    assert_times(
        "19970605T090000",
        "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8",
        "1998-07-01",
        "1997-06: 5 12 19 26, 1997-07: 3 10 17 24 31, 1997-08: 7 14 21 28, 1998-06: 4 11 18 25",
    );
}

#[test]
fn yearly_rules_name_weeks_and_weekdays() {
    let twentieth = "1997-05: 19, 1998-05: 18, 1999-05: 17";
    assert_times("19970519T090000", "FREQ=YEARLY;BYDAY=20MO", "2000-01-01", twentieth);
    let week_twenty = "1997-05: 12, 1998-05: 11, 1999-05: 17";
    assert_times("19970512T090000", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "2000-01-01", week_twenty);
    assert_times("19970512T090000", "FREQ=YEARLY;BYWEEKNO=20", "2000-01-01", week_twenty);
    assert_times(
        "19961105T090000",
        "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
        "2005-01-01",
        "1996-11: 5, 2000-11: 7, 2004-11: 2",
    );
}

#[test]
fn parts_of_a_rule_narrow_each_other() {
    let thirteenth = "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13\nEXDATE;TZID=America/New_York:19970902T090000";
    assert_times(
        "19970902T090000",
        thirteenth,
        "2001-01-01",
        "1998-02: 13, 1998-03: 13, 1998-11: 13, 1999-08: 13, 2000-10: 13",
    );
    assert_times(
        "19970913T090000",
        "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13",
        "1998-07-01",
        "1997-09: 13, 1997-10: 11, 1997-11: 8, 1997-12: 13, 1998-01: 10, 1998-02: 7, 1998-03: 7, 1998-04: 11, \
         1998-05: 9, 1998-06: 13",
    );
}

#[test]
fn places_pick_from_each_period() {
    let third = "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3";
    assert_times("19970904T090000", third, "1999-01-01", "1997-09: 4, 1997-10: 7, 1997-11: 6");
    assert_times(
        "19970929T090000",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
        "1998-04-01",
        "1997-09: 29, 1997-10: 30, 1997-11: 27, 1997-12: 30, 1998-01: 29, 1998-02: 26, 1998-03: 30",
    );
}

#[test]
fn rules_of_hours_and_minutes_go_through_the_day() {
    let start = "19970902T090000";
    let until = "1999-01-01";
    assert_times(start, "FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T210000Z", until, "1997-09: 2 2@12:00 2@15:00");
    let quarters = "1997-09: 2 2@09:15 2@09:30 2@09:45 2@10:00 2@10:15";
    assert_times(start, "FREQ=MINUTELY;INTERVAL=15;COUNT=6", until, quarters);
    assert_times(start, "FREQ=MINUTELY;INTERVAL=90;COUNT=4", until, "1997-09: 2 2@10:30 2@12:00 2@13:30");
    let daily = times(start, "FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40", "1997-09-04");
    assert!(
        daily.starts_with("1997-09: 2 2@09:20 2@09:40 2@10:00 ") && daily.ends_with(" 3@16:20 3@16:40"),
        "{daily}"
    );
    let minutely = "FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16";
    assert_times(start, minutely, "1997-09-04", &daily);
}

#[test]
fn the_first_time_counts_whether_the_rule_has_it_or_not() {
    let tuesdays = "FREQ=WEEKLY;BYDAY=TU;COUNT=3";
    assert_times("19970901T090000", tuesdays, "1999-01-01", "1997-09: 1 2 9");
    let none = times("19970901T090000", "FREQ=WEEKLY;UNTIL=19970831", "1999-01-01");
    assert_eq!(none, "", "an end before the start leaves nothing");
}
