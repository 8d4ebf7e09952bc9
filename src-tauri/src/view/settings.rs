//! What a person sets, and the plan's terms.

use chrono::Weekday;
use roadmap::pomodoro::Rules;
use roadmap::reminders::QuietHours;
use roadmap::schedule::DayBoundary;
use serde::{Deserialize, Serialize};

use super::{Setup, Sounds, TemplateChoice};

/// The person's settings. Those of the plan are in [`PlanTerms`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Light, dark, or as the system says.
    pub theme: Theme,
    /// 12 or 24 hours, or as the locale says.
    pub clock: ClockFace,
    /// The day a week starts on, or as the locale says.
    #[serde(with = "optional_weekday")]
    #[cfg_attr(test, ts(type = "string | null"))]
    pub week_start: Option<Weekday>,
    /// When days end, in minutes after midnight: a whole quarter of an hour until 6:00.
    #[cfg_attr(test, ts(type = "number"))]
    pub day_boundary: DayBoundary,
    /// The timer's lengths and ways.
    #[serde(alias = "lengths")]
    pub timer: Rules,
    /// What is heard of the timer.
    pub sounds: Sounds,
    /// After how many minutes in which nobody touches keyboard or mouse in a focus the person is asked what that time was;
    /// never where there are none.
    pub idle_minutes: Option<u16>,
    /// What counts towards a budget.
    pub counting: Counting,
    /// Whether native notifications are shown; the inbox has them all anyway.
    pub notify: bool,
    /// Whether reminders wait until a focus is over.
    pub hold_in_focus: bool,
    /// Whether reminders wait while the system is asked not to disturb, where it tells.
    pub hold_in_silence: bool,
    /// When reminders wait, unless a rule says otherwise.
    pub quiet_hours: Option<QuietHours>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::System,
            clock: ClockFace::Locale,
            week_start: None,
            day_boundary: DayBoundary::default(),
            timer: Rules::default(),
            sounds: Sounds::default(),
            idle_minutes: None,
            counting: Counting::WithBreaks,
            notify: true,
            hold_in_focus: true,
            hold_in_silence: true,
            quiet_hours: None,
        }
    }
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// As the system says.
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// How times of day are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "kebab-case")]
pub enum ClockFace {
    /// As the locale says.
    Locale,
    /// 13:00.
    Hours24,
    /// 1:00 pm.
    Hours12,
}

/// What counts towards a budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "kebab-case")]
pub enum Counting {
    /// Focus and the break after it.
    WithBreaks,
    /// Focus alone.
    FocusOnly,
}

/// The plan's terms, as the Settings screen changes them.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct PlanTerms {
    /// The roadmap it is the plan of.
    pub roadmap: i64,
    /// What is in force.
    pub setup: Setup,
    /// True where days of the plan are over: another template takes over today.
    pub begun: bool,
    /// The templates to choose from.
    pub templates: Vec<TemplateChoice>,
    /// The roles to choose from.
    pub roles: Vec<String>,
    /// Where the roadmap came from.
    pub origin: String,
    /// The data folder.
    pub data_folder: String,
}

/// A weekday as `mon` to `sun`, or nothing.
mod optional_weekday {
    use chrono::Weekday;
    use roadmap::schedule::weekday;
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    pub(super) fn serialize<S: Serializer>(day: &Option<Weekday>, to: S) -> Result<S::Ok, S::Error> {
        day.map(weekday::name).serialize(to)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Weekday>, D::Error> {
        let name = Option::<String>::deserialize(from)?;
        name.map(|name| {
            weekday::named(&name).ok_or_else(|| D::Error::custom(format!("{name:?} is no weekday")))
        })
        .transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::Volume;

    #[test]
    fn settings_that_were_kept_before_there_was_a_boundary_have_days_end_at_four() {
        let kept = r#"{"theme": "dark", "week_start": null}"#;
        let settings: Settings = serde_json::from_str(kept).expect("settings");
        assert_eq!((settings.theme, settings.day_boundary), (Theme::Dark, DayBoundary(240)));
    }

    #[test]
    fn settings_that_were_kept_before_there_were_sounds_have_the_usual_ones() {
        let settings: Settings = serde_json::from_str(r#"{"sounds": {"volume": 20}}"#).expect("settings");
        assert_eq!(settings.sounds, Sounds { volume: Volume(20), ..Sounds::default() });
        let settings: Settings = serde_json::from_str("{}").expect("settings");
        assert_eq!(settings.sounds, Sounds::default());
    }

    #[test]
    fn settings_that_were_kept_when_the_timer_had_lengths_alone_keep_them() {
        let kept = r#"{"lengths": {"focus_seconds": 3000, "short_break_seconds": 600, "long_break_seconds": 1200,
            "long_break_after": 3}}"#;
        let settings: Settings = serde_json::from_str(kept).expect("settings");
        let lengths = settings.timer.lengths;
        assert_eq!((lengths.focus_seconds, lengths.long_break_after), (3000, 3));
        assert_eq!(settings.timer, Rules { lengths, ..Rules::default() });
        let again = serde_json::to_string(&settings).expect("words");
        assert_eq!(serde_json::from_str::<Settings>(&again).expect("settings"), settings);
    }
}
