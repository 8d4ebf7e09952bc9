//! What holds for any sequence of events, whatever the clock does.

use super::*;
use proptest::prelude::*;
use std::collections::BTreeMap;

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        4 => mode().prop_map(|mode| begin_as(mode, "Feature store")),
        2 => Just(Event::Pause),
        3 => Just(Event::Resume),
        1 => Just(Event::Skip),
        1 => Just(stop()),
        2 => (1_u32..600).prop_map(|seconds| Event::Extend { seconds }),
        2 => Just(Event::StartBreak),
        2 => Just(Event::Finish),
        1 => Just(Event::ResetRound),
        3 => prop_oneof![Just("Feature store"), Just("Model card")].prop_map(change_to),
        1 => Just(Event::Note { of: None, text: "slow".into() }),
        1 => Just(Event::Interrupted),
        8 => Just(Event::Seen),
        1 => Just(Event::ResolveAbsence(Absence::Keep)),
        1 => Just(Event::ResolveAbsence(Absence::TrimToLastSeen)),
        1 => Just(Event::ResolveAbsence(Absence::Discard)),
        1 => Just(Event::ResolveAbsence(Absence::CountAsBreak)),
    ]
}

fn mode() -> impl Strategy<Value = Mode> {
    prop_oneof![
        3 => Just(Mode::Pomodoro),
        1 => Just(Mode::Flowtime),
        1 => (1_u32..400).prop_map(|seconds| Mode::Countdown { seconds }),
    ]
}

/// How long nobody has been at the keys when an event comes, in milliseconds, seldom.
fn idle() -> impl Strategy<Value = Option<i64>> {
    prop_oneof![9 => Just(None), 1 => (0_i64..600_000).prop_map(Some)]
}

/// Milliseconds until an event: mostly short, sometimes an absence.
fn forward() -> impl Strategy<Value = i64> {
    prop_oneof![6 => 0_i64..119_000, 1 => 0_i64..1_000, 1 => 120_000_i64..7_200_000]
}

/// Milliseconds by which the clock goes wrong before an event, seldom.
fn jump() -> impl Strategy<Value = i64> {
    prop_oneof![6 => Just(0), 1 => -7_200_000_i64..0, 1 => 0_i64..7_200_000]
}

fn rules() -> impl Strategy<Value = Rules> {
    let lengths = (1_u32..400, 1_u32..200, 1_u32..400, 1_u8..5);
    let by_itself = (any::<bool>(), any::<bool>(), any::<bool>());
    (lengths, by_itself, 1_u8..=100).prop_map(
        |((focus, short, long, after), by_itself, flow_break_percent)| {
            let (starts_focus, starts_breaks, overtime) = by_itself;
            let lengths = Lengths {
                focus_seconds: focus,
                short_break_seconds: short,
                long_break_seconds: long,
                long_break_after: after,
            };
            Rules { lengths, flow_break_percent, starts_focus, starts_breaks, overtime }
        },
    )
}

fn span(session: &SessionRecord) -> i64 {
    (session.ended_at - session.started_at).num_milliseconds()
}

/// The accounts of an interval that is under way add up to the time since its start.
fn assert_adds_up(timer: &Timer) {
    let Some(interval) = timer.interval() else { return };
    let accounted_to = match &timer.state {
        State::Running(it) => it.since,
        State::Paused(it) => it.since,
        State::Ended(it) => it.ended_at,
        State::Away(it) => it.last_seen,
        State::Idle(_) => return,
    };
    let accounts = interval.spent_millis + interval.paused_millis + interval.away_millis;
    assert_eq!((accounted_to - interval.started_at).num_milliseconds(), i64::try_from(accounts).unwrap());
    assert!(interval.over_millis().is_none_or(|over| over <= interval.counted_millis()));
    if timer.next_deadline().is_some() && interval.finished_millis.is_none() {
        assert!(interval.counted_millis() <= interval.length_millis());
    }
}

/// A timer driven at random, and what a store would hold.
struct Run {
    timer: Timer,
    rules: Rules,
    now: DateTime<Utc>,
    sessions: BTreeMap<SessionKey, SessionRecord>,
    recorded: BTreeMap<SessionKey, u32>,
    touched: BTreeMap<SessionKey, u32>,
}

impl Run {
    fn new(rules: Rules) -> Self {
        let (sessions, recorded, touched) = Default::default();
        Self { timer: Timer::new(start()), rules, now: start(), sessions, recorded, touched }
    }

    fn wait(&mut self, millis: i64) {
        self.now += TimeDelta::milliseconds(millis);
    }

    fn send(&mut self, event: Event) {
        let touches = matches!(event, Event::Extend { .. } | Event::Note { .. } | Event::Interrupted);
        let Ok((timer, effects)) = step(&self.timer, event, &self.rules, self.now) else { return };
        self.timer = timer;
        for effect in effects {
            if let Effect::Record(session) = effect {
                *self.recorded.entry(session.key).or_default() += 1;
                self.sessions.insert(session.key, session);
            }
        }
        if let Some(interval) = self.timer.interval().filter(|_| touches) {
            *self.touched.entry(interval.key).or_default() += 1;
        }
    }

    /// The milliseconds of the interval that is not closed, beyond what is recorded of it.
    fn open_millis(&self) -> i64 {
        let until = match &self.timer.state {
            State::Running(_) | State::Paused(_) => self.now.max(self.timer.last_seen),
            State::Away(away) => away.last_seen,
            State::Idle(_) | State::Ended(_) => return 0,
        };
        self.timer.interval().map_or(0, |interval| {
            let recorded = self.sessions.get(&interval.key).map_or(0, span);
            (until - interval.started_at).num_milliseconds() - recorded
        })
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn time_is_conserved_and_each_session_counts_once(
        rules in rules(),
        told in any::<bool>(),
        steps in prop::collection::vec((forward(), jump(), idle(), event()), 1..120),
    ) {
        let mut run = Run::new(rules);
        let mut elapsed = 0;
        for (passed, jumped, idle, event) in steps {
            run.wait(passed);
            elapsed += passed;
            run.wait(jumped);
            if told && jumped != 0 {
                run.send(Event::ClockSet { by_millis: jumped });
            } else {
                // Nobody can tell a jump forward from time that passes.
                elapsed += jumped.max(0);
            }
            if let Some(idle) = idle {
                run.send(Event::Idle { since: run.now - TimeDelta::milliseconds(idle) });
            }
            run.send(event);
            prop_assert!(run.timer.elapsed(run.now).is_none_or(|counted| counted >= TimeDelta::zero()));
            prop_assert!(run.timer.overtime(run.now).is_none_or(|over| over >= TimeDelta::zero()));
            prop_assert!(run.timer.remaining(run.now).is_none_or(|left| left >= TimeDelta::zero()));
            prop_assert!((0.0..=1.0).contains(&run.timer.progress(run.now)));
            assert_adds_up(&run.timer);
        }
        for session in run.sessions.values() {
            let parts = session.spent_seconds + session.paused_seconds + session.away_seconds;
            prop_assert!((span(session) - i64::from(parts) * 1000).abs() <= 1500, "{session:?}");
            prop_assert!(session.worked_seconds() <= session.spent_seconds);
        }
        for (key, times) in &run.recorded {
            let touched = run.touched.get(key).copied().unwrap_or(0);
            // In overtime what has finished is recorded at its deadline and at its end.
            let most = (1 + touched) * if rules.overtime { 2 } else { 1 };
            prop_assert!(*times <= most, "{key:?} recorded {times} times, touched {touched} times");
        }
        let counted = run.sessions.values().map(span).sum::<i64>() + run.open_millis();
        prop_assert!((0..=elapsed).contains(&counted), "{counted} ms counted in {elapsed} ms");
    }

    #[test]
    fn sessions_never_overlap_while_the_clock_goes_forward(
        rules in rules(),
        steps in prop::collection::vec((forward(), idle(), event()), 1..120),
    ) {
        let mut run = Run::new(rules);
        for (passed, idle, event) in steps {
            run.wait(passed);
            if let Some(idle) = idle {
                run.send(Event::Idle { since: run.now - TimeDelta::milliseconds(idle) });
            }
            run.send(event);
        }
        let in_order: Vec<_> = run.sessions.into_values().collect();
        for pair in in_order.windows(2) {
            prop_assert!(pair[0].ended_at <= pair[1].started_at, "{pair:?}");
        }
        prop_assert!(in_order.last().is_none_or(|last| last.ended_at <= run.now));
    }

    #[test]
    fn a_focus_that_is_parted_adds_up_to_the_whole(
        rules in rules(),
        mode in mode(),
        steps in prop::collection::vec((0_i64..119_000, any::<bool>(), any::<bool>()), 1..30),
    ) {
        let drive = |parted: bool| {
            let mut run = Run::new(Rules { starts_focus: false, ..rules });
            run.send(begin_as(mode, "Feature store"));
            for (at, (passed, changes, holds)) in steps.iter().enumerate() {
                run.wait(*passed);
                run.send(Event::Seen);
                run.send(if *holds { Event::Pause } else { Event::Resume });
                let focusing = run.timer.interval().is_some_and(|interval| !interval.kind.is_break());
                if parted && *changes && focusing {
                    run.send(change_to(&format!("Work {at}")));
                }
            }
            run.send(Event::Finish);
            let focus: Vec<_> = run.sessions.into_values().filter(|it| !it.kind.is_break()).collect();
            let sum = |part: fn(&SessionRecord) -> u32| focus.iter().map(part).sum::<u32>();
            let whole = focus.iter().filter(|session| session.is_pomodoro()).count();
            let ended_at = focus.last().map(|session| session.ended_at);
            (sum(|it| it.spent_seconds), sum(|it| it.planned_seconds), whole, ended_at, run.timer.round)
        };
        prop_assert_eq!(drive(true), drive(false));
    }

    #[test]
    fn asking_more_often_changes_nothing(
        rules in rules(),
        beats in prop::collection::vec(1_i64..119_000, 1..30),
    ) {
        let drive = |beats: &[i64]| {
            let mut run = Run::new(rules);
            run.send(begin("Feature store"));
            for beat in beats {
                run.wait(*beat);
                run.send(Event::Seen);
            }
            (run.timer, run.sessions)
        };
        let finer: Vec<_> = beats.iter().flat_map(|beat| [beat / 2, beat - beat / 2]).collect();
        prop_assert_eq!(drive(&beats), drive(&finer));
    }

    #[test]
    fn killed_at_any_moment_and_restarted_soon_a_session_counts_once(
        saved_at in 0_i64..1_500_000,
        dead_for in 1_i64..90_000,
    ) {
        let mut run = Run::new(Rules::default());
        run.send(begin("Feature store"));
        let mut saved = run.timer.clone();
        while run.timer.is_running() {
            run.wait(30_000);
            run.send(Event::Seen);
            if (run.now - start()).num_milliseconds() <= saved_at {
                saved = run.timer.clone();
            }
        }
        // What was saved last, read by a new process: at most 30 s old when the old one died.
        run.now = saved.last_seen + TimeDelta::milliseconds(30_000 + dead_for);
        run.timer = saved;
        run.send(Event::Seen);
        while run.timer.is_running() {
            run.wait(30_000);
            run.send(Event::Seen);
        }
        prop_assert_eq!(run.sessions.len(), 1);
        prop_assert!(run.sessions.values().all(|session| session.spent_seconds == 1500));
        prop_assert_eq!(run.timer.round, 1);
    }
}
