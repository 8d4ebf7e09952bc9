//! Other calendars of the person's: plans keep clear of their times.

use crate::steps::{begin, file, with_a_plan};
use serde_json::{Value, json};
use std::fs;
use waymark_tests::World;

const MONDAY: &str = "2026-11-30";

/// A calendar with one event for each line: what it is called, from when to when.
fn calendar(events: &[(&str, &str, &str)]) -> String {
    let mut text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n".to_owned();
    for (title, from, to) in events {
        let value = if from.contains('T') { "" } else { ";VALUE=DATE" };
        text += &format!(
            "BEGIN:VEVENT\r\nUID:{title}-{from}\r\nSUMMARY:{title}\r\nDTSTART{value}:{from}\r\nDTEND{value}:{to}\r\nEND:VEVENT\r\n"
        );
    }
    text + "END:VCALENDAR\r\n"
}

/// An hour at the dentist's on the plan's first Monday, from ten.
fn dentist() -> String {
    calendar(&[("Dentist", "20261130T100000", "20261130T110000")])
}

fn add(world: &World, name: &str, content: &str) {
    let path = world.file(name, content);
    world.tell("add_calendar", json!({"path": path}));
}

fn line(world: &World) -> Value {
    world.ask("get_calendars")[0].clone()
}

fn day(world: &World, date: &str) -> Value {
    let week: Value = world.call("get_week", json!({"day": date}));
    let days = week["days"].as_array().unwrap();
    days.iter().find(|day| day["date"] == date).expect("a day of its week").clone()
}

/// The block of a day that begins at a minute.
fn block(world: &World, date: &str, start: u64) -> Value {
    let day = day(world, date);
    let blocks = day["blocks"].as_array().unwrap();
    blocks.iter().find(|block| block["start"] == start).expect("a block").clone()
}

fn laid(block: &Value) -> u64 {
    block["work"].as_array().unwrap().iter().map(|portion| portion["minutes"].as_u64().unwrap()).sum()
}

fn unplaced(world: &World, date: &str) -> u64 {
    let week: Value = world.call("get_week", json!({"day": date}));
    week["ledger"]["total"]["unplaced_minutes"].as_u64().unwrap()
}

#[test]
fn a_block_gives_way_to_an_event_and_says_to_which() {
    let world = with_a_plan();
    let before = block(&world, MONDAY, 570);
    let (held, scheduled) = (laid(&before), day(&world, MONDAY)["scheduled_minutes"].as_u64().unwrap());
    add(&world, "dentist.ics", &dentist());
    let after = block(&world, MONDAY, 570);
    assert_eq!((&after["start"], &after["end"]), (&before["start"], &before["end"]));
    assert_eq!((laid(&after), &after["busy_minutes"]), (held - 60, &json!(60)));
    assert_eq!(after["busy"], json!([{"start": 600, "end": 660, "title": "Dentist", "all_day": false}]));
    let monday = day(&world, MONDAY);
    assert_eq!(monday["busy"], after["busy"]);
    assert_eq!(monday["scheduled_minutes"], scheduled - 60);
}

#[test]
fn a_whole_day_takes_all_blocks_of_it_and_what_has_no_place_is_a_number() {
    let world = with_a_plan();
    let before = unplaced(&world, MONDAY);
    add(&world, "fair.ics", &calendar(&[("Fair", "20261130", "20261203")]));
    for date in [MONDAY, "2026-12-01", "2026-12-02"] {
        let day = day(&world, date);
        assert_eq!((&day["scheduled_minutes"], &day["busy"][0]["all_day"]), (&json!(0), &json!(true)));
        assert!(day["blocks"].as_array().unwrap().iter().all(|block| laid(block) == 0), "{date}");
    }
    assert!(unplaced(&world, MONDAY) > before);
}

#[test]
fn a_block_that_is_wholly_busy_is_not_announced() {
    let world = with_a_plan();
    add(&world, "move.ics", &calendar(&[("Moving", "20261130T080000", "20261130T220000")]));
    world.go_to("2026-11-30 21:30");
    assert_eq!(world.news(), []);
    assert_eq!(world.ask("get_today")["current"], Value::Null);
}

#[test]
fn a_calendar_that_changed_is_read_again_and_plans_follow() {
    let world = with_a_plan();
    add(&world, "dentist.ics", &dentist());
    world.changed();
    world.file("dentist.ics", calendar(&[("Dentist again", "20261130T100000", "20261130T103000")]));
    world.read_calendars();
    assert_eq!(block(&world, MONDAY, 570)["busy_minutes"], 30);
    let changed = world.changed();
    assert!(changed.contains(&"plan".into()) && changed.contains(&"calendars".into()), "{changed:?}");
    world.read_calendars();
    assert!(world.changed().is_empty(), "nothing is new");
}

#[test]
fn a_calendar_that_is_gone_or_broken_keeps_what_was_read_also_after_a_restart() {
    let mut world = with_a_plan();
    add(&world, "dentist.ics", &dentist());
    fs::remove_file(world.path("dentist.ics")).unwrap();
    world.restart();
    assert_eq!(block(&world, MONDAY, 570)["busy_minutes"], 60);
    let line = || line(&world);
    assert!(line()["trouble"].as_str().unwrap().contains("dentist.ics is not there"), "{}", line());
    world.file("dentist.ics", "gone to lunch");
    world.read_calendars();
    assert!(line()["trouble"].as_str().unwrap().contains("dentist.ics is not a calendar"), "{}", line());
    assert_eq!(block(&world, MONDAY, 570)["busy_minutes"], 60);
    world.file("dentist.ics", dentist());
    world.read_calendars();
    assert_eq!(line()["trouble"], Value::Null);
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_read() {
    let world = with_a_plan();
    let broken = "BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Nothing\r\nDTSTART:soon\r\nEND:VEVENT\r\n".repeat(17);
    add(&world, "dentist.ics", &dentist().replacen("BEGIN:VEVENT", &format!("{broken}BEGIN:VEVENT"), 1));
    let line = line(&world);
    assert_eq!((&line["busy"], &line["more_problems"]), (&json!(1), &json!(12)));
    let problems = line["problems"].as_array().unwrap();
    assert_eq!(problems.len(), 5);
    assert!(problems[0].as_str().unwrap().starts_with("dentist.ics, line 6: DTSTART is \"soon\""), "{line}");
}

#[test]
fn a_calendar_is_removed_and_comes_back_with_undo() {
    let world = with_a_plan();
    add(&world, "dentist.ics", &dentist());
    world.tell("remove_calendar", json!({"id": line(&world)["id"]}));
    assert_eq!(world.ask("get_calendars"), json!([]));
    assert_eq!(block(&world, MONDAY, 570)["busy_minutes"], 0);
    assert_eq!(world.ask("undo"), "remove “dentist.ics”");
    assert_eq!(block(&world, MONDAY, 570)["busy_minutes"], 60);
    assert_eq!(fs::read_to_string(world.path("dentist.ics")).unwrap(), dentist(), "it is never written");
}

#[test]
fn what_is_no_calendar_is_refused_by_its_name_and_nothing_is_kept() {
    let world = with_a_plan();
    let letter = world.file("letter.ics", "Dear me,\n");
    let folder = world.path("empty");
    fs::create_dir(&folder).unwrap();
    let refused = |path: &std::path::Path, says: &str| {
        let refusal = world.refused("add_calendar", json!({"path": path}));
        assert!(refusal.message.contains(says), "{refusal:?}");
    };
    refused(&letter, "letter.ics is not a calendar");
    refused(&world.path("gone.ics"), "gone.ics is not there");
    refused(&folder, "empty holds no calendar files");
    assert_eq!(world.ask("get_calendars"), json!([]));
    add(&world, "dentist.ics", &dentist());
    refused(&world.path("dentist.ics"), "dentist.ics is in the list already");
}

#[test]
fn a_folder_brings_the_times_of_its_files_as_they_come_and_go() {
    let world = with_a_plan();
    let folder = world.path("shared");
    fs::create_dir(&folder).unwrap();
    world.file("shared/dentist.ics", dentist());
    world.file("shared/notes.txt", "not a calendar");
    world.tell("add_calendar", json!({"path": folder}));
    assert_eq!((&line(&world)["files"], &line(&world)["busy"]), (&json!(1), &json!(1)));
    world.file("shared/call.ICS", calendar(&[("Call", "20261130T103000", "20261130T113000")]));
    world.read_calendars();
    assert_eq!(block(&world, MONDAY, 570)["busy_minutes"], 90, "half an hour counts once");
    fs::remove_file(world.path("shared/dentist.ics")).unwrap();
    world.read_calendars();
    assert_eq!(block(&world, MONDAY, 570)["busy_minutes"], 60, "only the call is left");
    fs::rename(&folder, world.path("elsewhere")).unwrap();
    world.read_calendars();
    assert_eq!(block(&world, MONDAY, 570)["busy_minutes"], 60);
    assert!(line(&world)["trouble"].as_str().unwrap().contains("shared"));
}

#[test]
fn the_plans_own_export_is_not_in_its_way() {
    let world = with_a_plan();
    let path = world.path("plan.ics");
    let written: Value = world.call("export_calendar", json!({"path": path}));
    assert_ne!(written["blocks"], 0);
    let before = block(&world, MONDAY, 570);
    world.tell("add_calendar", json!({"path": path}));
    assert_eq!(line(&world)["busy"], 0);
    assert_eq!(block(&world, MONDAY, 570), before);
}

#[test]
fn calendars_are_the_persons_and_no_roadmap_takes_them_along() {
    let world = with_a_plan();
    add(&world, "dentist.ics", &dentist());
    let (id, out) = (world.ask("get_roadmaps")[0]["id"].clone(), world.path("plan.json"));
    world.tell("export_roadmap", json!({"id": id, "format": "json", "path": out}));
    assert!(!fs::read_to_string(&out).unwrap().contains("entist"));
    world.tell("duplicate_roadmap", json!({"id": id}));
    assert_eq!(block(&world, MONDAY, 570)["busy_minutes"], 60, "its blocks keep clear too");
    world.tell("import_roadmap", json!({"path": out}));
    assert_eq!(world.ask("get_calendars").as_array().unwrap().len(), 1);
}

#[test]
fn an_event_over_midnight_is_in_the_night_that_it_belongs_to() {
    let world = with_a_plan();
    let single = json!({"key": null, "date": MONDAY, "start": 1380, "end": 1560, "category": "writing",
        "accepts": [], "title": "Night", "standing": false});
    world.tell("save_day_block", json!({"draft": single}));
    add(&world, "night.ics", &calendar(&[("Flight", "20261130T233000", "20261201T010000")]));
    let night = block(&world, MONDAY, 1380);
    assert_eq!(night["busy_minutes"], 90);
    assert_eq!(night["busy"], json!([{"start": 1410, "end": 1500, "title": "Flight", "all_day": false}]));
    assert_eq!(day(&world, "2026-12-01")["busy"], json!([]), "the night is Monday's");
}

#[test]
fn while_a_calendar_is_read_everything_else_answers() {
    let world = with_a_plan();
    let path = world.file("dentist.ics", dentist());
    world.hold_reading();
    let reading = world.add_calendar_aside(&path);
    world.until_reading(1);
    for _ in 0..3 {
        assert_eq!((world.ask("get_calendars"), laid(&block(&world, MONDAY, 570))), (json!([]), 180));
    }
    assert!(!reading.is_finished());
    world.go_on_reading();
    reading.join().unwrap().expect("a calendar");
    assert_eq!(block(&world, MONDAY, 570)["busy_minutes"], 60);
}

#[test]
fn weeks_that_are_busy_whole_are_offered_more_time_as_weeks_off_are() {
    let world = with_a_plan();
    world.go_to("2026-11-30 08:00");
    let ways = || world.ask("get_replan")["proposals"].clone();
    assert_eq!(ways(), json!([]));
    add(&world, "abroad.ics", &calendar(&[("Abroad", "20261207", "20261219")]));
    let ways = ways();
    assert_eq!(ways[0]["way"], "push-dates", "{ways}");
    assert!(ways[0]["would_end"].as_str() > ways[0]["ends"].as_str(), "{ways}");
}

#[test]
fn a_time_that_began_twenty_years_ago_and_is_not_over_keeps_the_person_busy() {
    let world = with_a_plan();
    add(&world, "abroad.ics", &calendar(&[("Abroad", "20061201", "20261201")]));
    assert_eq!(day(&world, MONDAY)["scheduled_minutes"], 0);
    assert_ne!(day(&world, "2026-12-01")["scheduled_minutes"], 0);
}

#[test]
fn while_the_person_is_busy_a_block_is_not_on() {
    let world = with_a_plan();
    add(&world, "dentist.ics", &dentist());
    let current = |time: &str| {
        world.go_to(&format!("{MONDAY} {time}"));
        let today = world.ask("get_today");
        (today["current"].clone(), today["work"]["until"].clone())
    };
    let key = block(&world, MONDAY, 570)["key"].clone();
    let end = block(&world, MONDAY, 570)["end"].clone();
    assert_eq!(current("09:59"), (key.clone(), end.clone()));
    assert_eq!(current("10:00"), (Value::Null, Value::Null));
    assert_eq!(current("10:59"), (Value::Null, Value::Null));
    assert_eq!(current("11:00"), (key, end));
}

#[test]
fn a_block_is_announced_for_its_first_free_minute() {
    let world = with_a_plan();
    add(&world, "early.ics", &calendar(&[("Early", "20261130T090000", "20261130T101500")]));
    world.go_to("2026-11-30 10:05");
    world.news();
    world.go_to("2026-11-30 10:15");
    let notice = world.notice();
    assert!(notice.body.ends_with("10:15 to 12:30"), "{notice:?}");
}

#[test]
fn a_calendar_that_is_added_twice_at_once_is_in_the_list_once() {
    let world = with_a_plan();
    let path = world.file("dentist.ics", dentist());
    world.hold_reading();
    let readings = [world.add_calendar_aside(&path), world.add_calendar_aside(&path)];
    world.until_reading(2);
    world.go_on_reading();
    let refusals: Vec<String> =
        readings.into_iter().filter_map(|reading| reading.join().unwrap().err()).collect();
    assert!(matches!(&refusals[..], [one] if one.contains("is in the list already")), "{refusals:?}");
    assert_eq!(world.ask("get_calendars").as_array().unwrap().len(), 1);
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_whose_name_is_no_text_is_read_and_holds_up_no_other() {
    use std::os::unix::ffi::OsStrExt;
    let mut world = with_a_plan();
    let folder = world.path("shared");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join(std::ffi::OsStr::from_bytes(b"caf\xe9.ics")), dentist()).unwrap();
    world.tell("add_calendar", json!({"path": folder}));
    world.restart();
    assert_eq!(block(&world, MONDAY, 570)["busy_minutes"], 60);
    assert_eq!((&line(&world)["files"], &line(&world)["trouble"]), (&json!(1), &Value::Null));
}

/// A call each year, also in the year after the plan's.
fn yearly_call() -> String {
    let call = calendar(&[("Call", "20251201T100000", "20251201T110000")]);
    call.replace("END:VEVENT", "RRULE:FREQ=YEARLY\r\nEND:VEVENT")
}

fn busy_on(world: &World, date: &str) -> Value {
    day(world, date)["busy"].clone()
}

#[test]
fn a_folder_that_is_away_while_time_goes_on_brings_all_its_times_when_it_is_back() {
    let world = with_a_plan();
    let folder = world.path("shared");
    fs::create_dir(&folder).unwrap();
    world.file("shared/call.ics", yearly_call());
    world.tell("add_calendar", json!({"path": folder}));
    assert_ne!(busy_on(&world, "2026-12-01"), json!([]));
    fs::rename(&folder, world.path("elsewhere")).unwrap();
    world.set_clock(chrono::TimeDelta::days(190));
    world.read_calendars();
    fs::rename(world.path("elsewhere"), &folder).unwrap();
    world.read_calendars();
    assert_eq!(line(&world)["trouble"], Value::Null);
    assert_ne!(busy_on(&world, "2027-12-01"), json!([]));
}

#[test]
fn a_file_that_failed_is_tried_again_though_it_looks_as_it_did() {
    let world = with_a_plan();
    add(&world, "dentist.ics", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
    let write = |text: &str| {
        let file = fs::File::options().write(true).open(world.file("dentist.ics", text)).unwrap();
        file.set_modified(std::time::UNIX_EPOCH).unwrap();
        world.read_calendars();
    };
    write(&dentist().replace("BEGIN:VCALENDAR", "GONE:TO-LUNCH.."));
    assert!(line(&world)["trouble"].as_str().unwrap().contains("is not a calendar"), "{}", line(&world));
    write(&dentist());
    assert_eq!(line(&world)["trouble"], Value::Null);
    assert_eq!(block(&world, MONDAY, 570)["busy_minutes"], 60);
}

#[test]
fn who_travels_in_winter_to_where_no_summer_time_is_has_the_summer_right() {
    let mut world = with_a_plan();
    add(&world, "choir.ics", &calendar(&[("Choir", "20270701T100000", "20270701T110000")]));
    world.travel_to(chrono_tz::Africa::Lagos);
    world.restart();
    let choir = json!([{"start": 600, "end": 660, "title": "Choir", "all_day": false}]);
    assert_eq!(busy_on(&world, "2027-07-01"), choir);
}

#[test]
fn a_folder_that_had_too_many_times_shows_them_all_once_it_has_fewer() {
    let world = with_a_plan();
    let folder = world.path("shared");
    fs::create_dir(&folder).unwrap();
    let crowd = calendar(&[("Crowd", "20261201T100000", "20261201T101000")]);
    let crowd = crowd.replace("END:VEVENT", "RRULE:FREQ=MINUTELY;COUNT=15000\r\nEND:VEVENT");
    for name in ["a.ics", "b.ics"] {
        world.file(&format!("shared/{name}"), &crowd);
    }
    world.file("shared/c.ics", dentist());
    world.tell("add_calendar", json!({"path": folder}));
    let problems = line(&world)["problems"].clone();
    assert_eq!(problems.as_array().unwrap().len(), 1, "{problems}");
    let words = problems[0].as_str().unwrap();
    assert!(
        words.contains("20000 are kept") && words.contains("of b.ics and of files after it"),
        "{problems}"
    );
    assert_eq!(block(&world, MONDAY, 570)["busy_minutes"], 0, "it is the last of them");
    fs::remove_file(world.path("shared/a.ics")).unwrap();
    world.read_calendars();
    assert_eq!(block(&world, MONDAY, 570)["busy_minutes"], 60);
    assert_eq!(line(&world)["problems"], json!([]));
}

#[test]
fn times_that_no_room_is_left_for_are_named_in_the_line_of_each_calendar_that_has_some() {
    let world = with_a_plan();
    let titles: Vec<String> = (0..400).map(|number| format!("Season {number}")).collect();
    let crowd: Vec<_> = titles.iter().map(|title| (title.as_str(), "20260101", "20280101")).collect();
    add(&world, "crowd.ics", &calendar(&crowd));
    add(&world, "dentist.ics", &dentist());
    let lines = world.ask("get_calendars");
    for line in lines.as_array().unwrap() {
        let problem = line["problems"][0].as_str().unwrap_or_else(|| panic!("{line}"));
        assert!(problem.contains("100000 times of days") && problem.contains("had no room"), "{line}");
        assert_eq!((line["problems"].as_array().unwrap().len(), &line["more_problems"]), (1, &json!(0)));
    }
    world.tell("remove_calendar", json!({"id": lines[0]["id"]}));
    assert_eq!(line(&world)["problems"], json!([]));
    assert_eq!(block(&world, MONDAY, 570)["busy_minutes"], 60);
}

#[test]
fn an_open_end_is_kept_clear_of_calendars_to_its_last_day_however_late() {
    let world = World::new();
    let document = "# Job\n\n## Month 1: Learn\n\n### Weeks 1-4: Basics\n\n**Study (10 hours/week)**\n- [ ] Read\n\n\
        ## Months 2-13+: Search\n\n**Daily**\n- Apply (2 hours)\n";
    let path = world.file("job.md", document);
    begin(&world, &file(&path));
    let weekly = calendar(&[("Choir", "20261102T080000", "20261102T200000")]);
    add(&world, "choir.ics", &weekly.replace("END:VEVENT", "RRULE:FREQ=WEEKLY\r\nEND:VEVENT"));
    let stages = world.ask("get_roadmap")["stages"].clone();
    let last = stages.as_array().unwrap().last().unwrap()["latest"].as_str().unwrap().to_owned();
    assert!(last.as_str() > "2027-11-30", "{stages}");
    let week: Value = world.call("get_week", json!({"day": last}));
    let monday = &week["days"][0];
    assert_ne!(monday["blocks"], json!([]), "{monday}");
    assert_eq!(monday["busy"][0]["title"], "Choir", "{monday}");
    assert_eq!(week["calendars_until"], Value::Null);
}

#[test]
fn a_week_beyond_what_calendars_are_read_for_says_so() {
    let world = with_a_plan();
    let week = |day: &str| world.call::<Value>("get_week", json!({"day": day}))["calendars_until"].clone();
    assert_eq!(week("2031-06-02"), Value::Null, "without a calendar there is nothing to say");
    add(&world, "dentist.ics", &dentist());
    assert_eq!(week(MONDAY), Value::Null);
    let until = week("2031-06-02");
    assert!(until.as_str() > Some("2027-08-01"), "{until}");
    assert_eq!(week(until.as_str().unwrap()), until, "the week in which it ends");
}
