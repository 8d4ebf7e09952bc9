//! Lays out a plan: `plan FILE --start 2026-11-30 --pace full-time`, or `--hours 20` for as many
//! hours a week. Prints the dated stages as JSON, an open end as `"to": null`; for what it can't
//! read it prints one line on standard error and fails.

mod reading;

use chrono::{NaiveDate, Weekday};
use roadmap::Roadmap;
use roadmap::item::Tempo;
use roadmap::plan::{DatedStage, Pace, Plan, date_stages};
use roadmap::schedule::templates_of;
use serde::Serialize;
use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

const USAGE: &str = "usage: plan FILE --start 2026-11-30 (--pace full-time|part-time | --hours 20)";

fn main() -> ExitCode {
    reading::print(laid_out(std::env::args_os().skip(1).map(PathBuf::from)))
}

/// One stage as it is printed.
#[derive(Serialize)]
struct Line {
    stage: String,
    from: NaiveDate,
    to: Option<NaiveDate>,
    hours: serde_json::Number,
}

fn laid_out(arguments: impl Iterator<Item = PathBuf>) -> Result<Vec<Line>, Box<dyn Error>> {
    let asked = Asked::read(arguments)?;
    let roadmap = reading::document(&asked.file)?.roadmap;
    let plan = Plan::new(asked.start, asked.speed.pace(&roadmap), Weekday::Mon);
    Ok(date_stages(&roadmap, &plan)?.iter().map(|stage| line(&roadmap, stage)).collect())
}

fn line(roadmap: &Roadmap, stage: &DatedStage) -> Line {
    let text = roadmap.find(stage.stage).map(|item| item.text.clone()).unwrap_or_default();
    let hours = if stage.minutes.is_multiple_of(60) {
        serde_json::Number::from(stage.minutes / 60)
    } else {
        serde_json::Number::from_f64(f64::from(stage.minutes) / 60.0).unwrap_or_else(|| 0.into())
    };
    Line { stage: text, from: stage.from, to: stage.to, hours }
}

/// What the command line asks for.
struct Asked {
    file: PathBuf,
    start: NaiveDate,
    speed: Speed,
}

/// How fast the plan is to go.
enum Speed {
    FullTime,
    PartTime,
    Minutes(u32),
}

impl Asked {
    fn read(mut arguments: impl Iterator<Item = PathBuf>) -> Result<Self, String> {
        let (mut file, mut start, mut speed) = (None, None, None);
        while let Some(argument) = arguments.next() {
            let flag = argument.to_string_lossy().into_owned();
            let mut value = || {
                let value = arguments.next().ok_or_else(|| format!("{flag} needs a value; {USAGE}"))?;
                Ok::<_, String>(value.to_string_lossy().into_owned())
            };
            match flag.as_str() {
                "--start" => start = Some(read_date(&value()?)?),
                "--pace" => speed = Some(Speed::named(&value()?)?),
                "--hours" => speed = Some(Speed::hours(&value()?)?),
                _ if flag.starts_with("--") => return Err(format!("{flag} is not known; {USAGE}")),
                _ if file.is_some() => return Err(format!("{flag} is one file too many; {USAGE}")),
                _ => file = Some(argument),
            }
        }
        let file = file.ok_or_else(|| format!("no file is named; {USAGE}"))?;
        let start = start.ok_or_else(|| format!("no start date is given; {USAGE}"))?;
        Ok(Self { file, start, speed: speed.unwrap_or(Speed::FullTime) })
    }
}

impl Speed {
    fn named(name: &str) -> Result<Self, String> {
        match name {
            "full-time" | "as-written" => Ok(Self::FullTime),
            "part-time" => Ok(Self::PartTime),
            _ => Err(format!("{name} is no pace: give full-time or part-time, or --hours 20")),
        }
    }

    fn hours(text: &str) -> Result<Self, String> {
        let wrong = || format!("{text} is no number of hours: give one from 1 to 168, such as 20 or 7.5");
        let hours: f64 = text.parse().map_err(|_| wrong())?;
        if !(0.0..=168.0).contains(&hours) {
            return Err(wrong());
        }
        Ok(Self::Minutes((hours * 60.0).round() as u32))
    }

    /// Full time keeps the document's weeks; part time takes the hours of its part-time template.
    fn pace(&self, roadmap: &Roadmap) -> Pace {
        match self {
            Self::FullTime => Pace::AsWritten,
            Self::Minutes(minutes) => Pace::Hours { per_week_minutes: *minutes },
            Self::PartTime => {
                let templates = templates_of(roadmap);
                let part_time = templates.iter().find(|template| template.tempo == Some(Tempo::PartTime));
                let hours = part_time
                    .map_or(0, |template| template.stated_minutes.unwrap_or_else(|| template.work_minutes()));
                Pace::Hours { per_week_minutes: hours }
            }
        }
    }
}

fn read_date(text: &str) -> Result<NaiveDate, String> {
    text.parse().map_err(|_| format!("{text} is no date: write it as 2026-11-30"))
}
