//! The rows of the tray's menu, as plain data: which there are in which state, their words, and what a click on each does.

use super::look::{counts_up, shortened};
use crate::app::{AtHand, Hold};
use crate::view::{TimerState, TimerView};
use roadmap::pomodoro::Work;

/// How much the row for more time adds, in minutes.
const MORE: u32 = 5;

/// The most pieces of work that the menu has room for.
const WORKS: u8 = 4;

/// What holding reminders back is called.
pub(super) const HOLD: &str = "Snooze reminders";

/// For how long reminders can be held back, with its words.
const HOLDS: [(Hold, &str); 4] = [
    (Hold::Minutes(30), "For 30 minutes"),
    (Hold::Minutes(60), "For 1 hour"),
    (Hold::Minutes(120), "For 2 hours"),
    (Hold::Tomorrow, "Until tomorrow morning"),
];

/// A place in the menu, in the order from its top. A row keeps its place whatever it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Slot {
    /// What the timer does.
    Headline,
    /// The line above the timer's rows.
    AboveTimer,
    /// Pause, resume, or begin the break.
    Main,
    Finish,
    More,
    Skip,
    Stop,
    /// The line above the works.
    AboveWorks,
    /// One of the works, from 0.
    Work(u8),
    /// The line above the day.
    AboveDay,
    /// How much was focused today.
    Focused,
    /// Until when reminders are held back.
    Held,
    /// Holding reminders back: a menu of its own, always under the same words, as Linux does not pass on others.
    Holds,
    /// In it, a length of [`HOLDS`].
    Hold(u8),
    /// In it, letting them come again.
    Release,
    /// The line above what is about the app itself.
    AboveApp,
    Window,
    Mini,
    Settings,
    Quit,
}

impl Slot {
    /// Every place.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        let timer = [Self::Headline, Self::AboveTimer, Self::Main, Self::Finish, Self::More, Self::Skip];
        let works = (0..WORKS).map(Self::Work);
        let day = [Self::AboveDay, Self::Focused, Self::Held, Self::Holds];
        let holds = (0..HOLDS.len() as u8).map(Self::Hold);
        let app = [Self::Release, Self::AboveApp, Self::Window, Self::Mini, Self::Settings, Self::Quit];
        let timer = timer.into_iter().chain([Self::Stop, Self::AboveWorks]);
        timer.chain(works).chain(day).chain(holds).chain(app)
    }

    /// True for a line between rows.
    pub(super) const fn is_line(self) -> bool {
        matches!(self, Self::AboveTimer | Self::AboveWorks | Self::AboveDay | Self::AboveApp)
    }

    /// True inside the menu of [`Holds`](Self::Holds).
    pub(super) const fn is_in_holds(self) -> bool {
        matches!(self, Self::Hold(_) | Self::Release)
    }
}

/// What a click does.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Deed {
    /// Starts a focus, on that or on what comes next; a break is over by that.
    Start(Option<Work>),
    /// Goes on with other work in the focus that is under way.
    Switch(Work),
    Pause,
    Resume,
    StartBreak,
    Finish,
    /// Adds that many minutes.
    Extend(u32),
    Skip,
    Stop,
    Hold(Hold),
    /// Lets reminders come again.
    Release,
    /// Shows the window, or hides it.
    Window,
    /// Shows the mini window, or closes it.
    Mini(bool),
    Settings,
    Quit,
}

/// Which windows are on the screen.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shown {
    pub(super) window: bool,
    pub(super) mini: bool,
}

/// A row of the menu.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    /// Where it is.
    pub(super) slot: Slot,
    /// What is written on it; nothing on a line.
    pub(super) text: String,
    /// What a click does; a row without only says something.
    pub(super) deed: Option<Deed>,
}

/// The rows of the menu, and those of the menu inside it.
pub(super) fn rows(headline: &str, timer: &TimerView, at_hand: &AtHand, shown: Shown) -> Vec<Row> {
    let groups = [
        (Slot::Headline, vec![said(Slot::Headline, headline)]),
        (Slot::AboveTimer, of_timer(timer)),
        (Slot::AboveWorks, of_works(timer, &at_hand.works)),
        (Slot::AboveDay, of_day(at_hand)),
        (Slot::AboveApp, of_app(shown)),
    ];
    let filled = groups.into_iter().filter(|(_, rows)| !rows.is_empty());
    filled
        .flat_map(|(line, rows)| {
            let line = line.is_line().then(|| said(line, ""));
            line.into_iter().chain(rows)
        })
        .collect()
}

fn said(slot: Slot, text: impl Into<String>) -> Row {
    Row { slot, text: text.into(), deed: None }
}

fn row(slot: Slot, text: impl Into<String>, deed: Deed) -> Row {
    Row { slot, text: text.into(), deed: Some(deed) }
}

/// True for a focus that runs or is held.
fn is_focusing(timer: &TimerView) -> bool {
    matches!(timer.state, TimerState::Running | TimerState::Paused) && !timer.interval.is_break()
}

fn of_timer(timer: &TimerView) -> Vec<Row> {
    let TimerView { state, earns_break, .. } = *timer;
    let is_break = timer.interval.is_break();
    let over = timer.over_seconds.is_some();
    let main = match state {
        TimerState::Running if over => None,
        TimerState::Running => Some(row(Slot::Main, "Pause", Deed::Pause)),
        TimerState::Paused => Some(row(Slot::Main, "Resume", Deed::Resume)),
        TimerState::Ended if !is_break && earns_break => {
            Some(row(Slot::Main, "Start break", Deed::StartBreak))
        }
        TimerState::Ended | TimerState::Idle | TimerState::Away => None,
    };
    let finish = is_focusing(timer).then(|| row(Slot::Finish, "Finish", Deed::Finish));
    let grows = match state {
        TimerState::Running | TimerState::Paused => over || !counts_up(timer),
        TimerState::Ended => true,
        TimerState::Idle | TimerState::Away => false,
    };
    let more = grows.then(|| row(Slot::More, format!("+{MORE} minutes"), Deed::Extend(MORE)));
    let skip = match state {
        TimerState::Running | TimerState::Paused if is_break => Some("Skip the break"),
        TimerState::Running | TimerState::Paused if earns_break && !over => Some("Skip to the break"),
        TimerState::Running | TimerState::Paused | TimerState::Ended if !is_break && earns_break => {
            Some("Skip the break")
        }
        _ => None,
    };
    let skip = skip.map(|words| row(Slot::Skip, words, Deed::Skip));
    let stop = (state != TimerState::Idle).then(|| row(Slot::Stop, "Stop", Deed::Stop));
    [main, finish, more, skip, stop].into_iter().flatten().collect()
}

fn of_works(timer: &TimerView, works: &[Work]) -> Vec<Row> {
    if timer.state == TimerState::Away {
        return Vec::new();
    }
    let focusing = is_focusing(timer);
    let running = timer.work.as_ref().filter(|_| focusing);
    let others = works.iter().filter(|work| running.is_none_or(|running| running.title != work.title));
    let words = if focusing { "Switch to" } else { "Start" };
    let rows: Vec<Row> = (0..WORKS)
        .zip(others)
        .map(|(at, work)| {
            let deed = if focusing { Deed::Switch(work.clone()) } else { Deed::Start(Some(work.clone())) };
            row(Slot::Work(at), format!("{words}: {}", shortened(&work.title)), deed)
        })
        .collect();
    if rows.is_empty() && !focusing {
        return vec![row(Slot::Work(0), "Start a focus", Deed::Start(None))];
    }
    rows
}

fn of_day(at_hand: &AtHand) -> Vec<Row> {
    let focused = match (at_hand.focused_minutes / 60, at_hand.focused_minutes % 60) {
        (0, 0) => "Nothing focused yet today".to_owned(),
        (0, minutes) => format!("{minutes} min focused today"),
        (hours, 0) => format!("{hours} h focused today"),
        (hours, minutes) => format!("{hours} h {minutes} min focused today"),
    };
    let until = at_hand.held_until.as_ref();
    let held = until.map(|until| said(Slot::Held, format!("Reminders snoozed until {until}")));
    let lengths = (0..).zip(HOLDS).map(|(at, (hold, words))| row(Slot::Hold(at), words, Deed::Hold(hold)));
    let release = until.map(|_| row(Slot::Release, "Let them come again", Deed::Release));
    let focused = [said(Slot::Focused, focused)].into_iter();
    focused.chain(held).chain([said(Slot::Holds, HOLD)]).chain(lengths).chain(release).collect()
}

fn of_app(shown: Shown) -> Vec<Row> {
    let mini = if shown.mini { "Hide mini window" } else { "Show mini window" };
    let window = if shown.window { "Hide Waymark" } else { "Open Waymark" };
    vec![
        row(Slot::Window, window, Deed::Window),
        row(Slot::Mini, mini, Deed::Mini(!shown.mini)),
        row(Slot::Settings, "Settings", Deed::Settings),
        row(Slot::Quit, "Quit", Deed::Quit),
    ]
}

#[cfg(test)]
mod tests {
    use super::super::look::timer_at;
    use super::*;
    use chrono::{DateTime, TimeDelta, Utc};
    use roadmap::Category;
    use roadmap::pomodoro::{IntervalKind, Mode};

    const SHOWN: Shown = Shown { window: true, mini: false };

    fn now() -> DateTime<Utc> {
        "2026-11-30T09:00:00Z".parse().unwrap()
    }

    fn timer(state: TimerState, interval: IntervalKind) -> TimerView {
        timer_at(now(), state, interval, TimeDelta::minutes(20))
    }

    fn work(title: &str) -> Work {
        let category = Category::HandsOn;
        Work { activity: None, step: None, block: None, category, title: title.to_owned() }
    }

    fn at_hand() -> AtHand {
        AtHand {
            works: ["Train the classifier", "Read chapter 2", "Write it up"].map(work).to_vec(),
            focused_minutes: 130,
            held_until: None,
            until: now() + TimeDelta::hours(1),
        }
    }

    /// What can be clicked of the timer and its work.
    fn offered(timer: &TimerView) -> Vec<String> {
        let rows = rows("", timer, &at_hand(), SHOWN);
        let timers = |row: &Row| (Slot::Main..Slot::AboveDay).contains(&row.slot);
        rows.into_iter().filter(|row| timers(row) && row.deed.is_some()).map(|row| row.text).collect()
    }

    #[test]
    fn idle_it_offers_work_and_nothing_that_needs_an_interval() {
        let offered = offered(&timer(TimerState::Idle, IntervalKind::Focus));
        assert_eq!(offered, ["Start: Train the classifier", "Start: Read chapter 2", "Start: Write it up"]);
    }

    #[test]
    fn a_focus_can_be_held_ended_or_gone_on_with_on_other_work() {
        let others = ["Switch to: Read chapter 2", "Switch to: Write it up"];
        let with = |own: &[&'static str]| [own, &others].concat();
        let rest = ["Finish", "+5 minutes", "Skip to the break", "Stop"];
        let running = offered(&timer(TimerState::Running, IntervalKind::Focus));
        assert_eq!(running, with(&[&["Pause"], &rest[..]].concat()));
        let paused = offered(&timer(TimerState::Paused, IntervalKind::Focus));
        assert_eq!(paused, with(&[&["Resume"], &rest[..]].concat()));
    }

    #[test]
    fn each_mode_offers_what_makes_sense_in_it() {
        let own = |change: fn(&mut TimerView)| {
            let mut focus = timer(TimerState::Running, IntervalKind::Focus);
            change(&mut focus);
            let offered = offered(&focus);
            offered.into_iter().filter(|words| !words.starts_with("Switch")).collect::<Vec<_>>()
        };
        let flowtime = own(|timer| {
            timer.mode = Mode::Flowtime;
            timer.deadline = None;
        });
        assert_eq!(flowtime, ["Pause", "Finish", "Skip to the break", "Stop"], "it has no end to put off");
        let countdown = own(|timer| {
            timer.mode = Mode::Countdown { seconds: 600 };
            timer.earns_break = false;
        });
        assert_eq!(countdown, ["Pause", "Finish", "+5 minutes", "Stop"], "no break comes after it");
        let over = own(|timer| {
            timer.deadline = None;
            timer.over_seconds = Some(60);
        });
        assert_eq!(over, ["Finish", "+5 minutes", "Skip the break", "Stop"]);
    }

    #[test]
    fn in_a_break_and_after_it_work_can_begin() {
        let starts = ["Start: Train the classifier", "Start: Read chapter 2", "Start: Write it up"];
        let with = |own: &[&'static str]| [own, &starts].concat();
        let in_break = offered(&timer(TimerState::Running, IntervalKind::ShortBreak));
        assert_eq!(in_break, with(&["Pause", "+5 minutes", "Skip the break", "Stop"]));
        let after_focus = offered(&timer(TimerState::Ended, IntervalKind::Focus));
        assert_eq!(after_focus, with(&["Start break", "+5 minutes", "Skip the break", "Stop"]));
        let after_break = offered(&timer(TimerState::Ended, IntervalKind::LongBreak));
        assert_eq!(after_break, with(&["+5 minutes", "Stop"]));
    }

    #[test]
    fn an_absence_is_for_the_window_to_ask_about() {
        assert_eq!(offered(&timer(TimerState::Away, IntervalKind::Focus)), ["Stop"]);
    }

    #[test]
    fn without_a_plan_a_focus_can_be_started_all_the_same() {
        let nothing = AtHand { works: Vec::new(), ..at_hand() };
        let rows = rows("", &timer(TimerState::Idle, IntervalKind::Focus), &nothing, SHOWN);
        let start = rows.into_iter().find(|row| row.slot == Slot::Work(0)).unwrap();
        assert_eq!((start.text.as_str(), start.deed), ("Start a focus", Some(Deed::Start(None))));
    }

    #[test]
    fn a_long_name_is_cut_and_started_whole() {
        let long = "ä".repeat(200);
        let at_hand = AtHand { works: vec![work(&long)], ..at_hand() };
        let rows = rows("", &timer(TimerState::Idle, IntervalKind::Focus), &at_hand, SHOWN);
        let start = rows.into_iter().find(|row| row.slot == Slot::Work(0)).unwrap();
        assert!(start.text.ends_with('…') && start.text.chars().count() < 80, "{}", start.text);
        assert_eq!(start.deed, Some(Deed::Start(Some(work(&long)))));
    }

    #[test]
    fn the_day_is_said_in_hours_and_minutes() {
        let said = |focused_minutes| {
            let at_hand = AtHand { focused_minutes, ..at_hand() };
            of_day(&at_hand).swap_remove(0).text
        };
        let words = ["Nothing focused yet today", "25 min focused today", "1 h focused today"];
        assert_eq!([0, 25, 60].map(said), words);
        assert_eq!(said(130), "2 h 10 min focused today");
    }

    #[test]
    fn held_reminders_say_until_when_and_can_come_again() {
        let words = |held_until: Option<&str>| -> Vec<String> {
            let at_hand = AtHand { held_until: held_until.map(str::to_owned), ..at_hand() };
            of_day(&at_hand).into_iter().skip(1).map(|row| row.text).collect()
        };
        let lengths = ["For 30 minutes", "For 1 hour", "For 2 hours", "Until tomorrow morning"];
        assert_eq!(words(None), [&["Snooze reminders"], &lengths[..]].concat());
        let head = ["Reminders snoozed until 14:30", "Snooze reminders"];
        let held = [&head, &lengths[..], &["Let them come again"]].concat();
        assert_eq!(words(Some("14:30")), held);
    }

    #[test]
    fn each_window_is_opened_or_hidden() {
        let words = |window, mini| {
            let rows = of_app(Shown { window, mini });
            [rows[0].text.clone(), rows[1].text.clone()]
        };
        assert_eq!(words(true, false), ["Hide Waymark", "Show mini window"]);
        assert_eq!(words(false, true), ["Open Waymark", "Hide mini window"]);
    }

    #[test]
    fn rows_keep_the_order_of_their_places_and_no_line_stands_beside_another() {
        for state in [TimerState::Idle, TimerState::Running, TimerState::Ended, TimerState::Away] {
            let rows = rows("", &timer(state, IntervalKind::Focus), &at_hand(), SHOWN);
            assert!(rows.is_sorted_by(|above, below| above.slot < below.slot), "{state:?}");
            let lines = rows.windows(2).any(|two| two.iter().all(|row| row.slot.is_line()));
            assert!(!lines && !rows.last().unwrap().slot.is_line(), "{state:?}");
            assert!(rows.iter().all(|row| Slot::all().any(|slot| slot == row.slot)), "{state:?}");
        }
    }
}
