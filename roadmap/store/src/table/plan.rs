//! The terms that make dates of a roadmap.

use crate::column::Column;
use crate::table::template::TemplateId;
use crate::{RoadmapId, StoreError};
use chrono::{NaiveDate, Weekday};
use roadmap::plan::{Buffer, Pace, Plan};
use roadmap::schedule::weekday;
use rusqlite::{Connection, OptionalExtension, Transaction, params};

/// A roadmap's plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Start, pace, the day a week begins on, and what is kept free.
    pub plan: Plan,
    /// The role aimed at.
    pub role: Option<String>,
    /// The template in force.
    pub template: TemplateId,
    /// The local day since which it has its pace; none where it began with it.
    pub paced_on: Option<NaiveDate>,
}

/// Sets a roadmap's plan.
///
/// # Errors
/// [`StoreError::Sqlite`].
pub fn set(to: &Transaction<'_>, roadmap: RoadmapId, row: &Row) -> Result<(), StoreError> {
    let Row { plan, role, template, paced_on } = row;
    let pace = match plan.pace {
        Pace::AsWritten => None,
        Pace::Hours { per_week_minutes } => Some(per_week_minutes),
    };
    to.execute(
        "INSERT INTO plan (roadmap_id, start, pace_minutes, week_start, role, template_id, buffer_percent,
             paced_on)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         ON CONFLICT (roadmap_id) DO UPDATE SET start = excluded.start, pace_minutes = excluded.pace_minutes,
             week_start = excluded.week_start, role = excluded.role, template_id = excluded.template_id,
             buffer_percent = excluded.buffer_percent, paced_on = excluded.paced_on",
        params![
            roadmap.0,
            plan.start.to_string(),
            pace,
            weekday::name(plan.week_start),
            role,
            template.0,
            plan.buffer.percent,
            paced_on.map(|day| day.to_string()),
        ],
    )?;
    Ok(())
}

/// Sets the day a week begins on in every plan.
///
/// # Errors
/// [`StoreError::Sqlite`].
pub fn set_week_start(to: &Transaction<'_>, day: Weekday) -> Result<(), StoreError> {
    to.execute("UPDATE plan SET week_start = ?1 WHERE week_start <> ?1", [weekday::name(day)])?;
    Ok(())
}

/// A roadmap's plan, if it has one.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::BadRow`].
pub fn of(from: &Connection, roadmap: RoadmapId) -> Result<Option<Row>, StoreError> {
    let row = from
        .query_row(
            "SELECT start, pace_minutes, week_start, role, template_id, buffer_percent, paced_on
             FROM plan WHERE roadmap_id = ?1",
            [roadmap.0],
            |row| {
                Ok((
                    row.get::<_, String>(0)?,
                    row.get::<_, Option<i64>>(1)?,
                    row.get::<_, String>(2)?,
                    row.get(3)?,
                    row.get(4)?,
                    row.get::<_, i64>(5)?,
                    row.get::<_, Option<String>>(6)?,
                ))
            },
        )
        .optional()?;
    let Some((start, pace, week_start, role, template, buffer, paced_on)) = row else { return Ok(None) };
    let at = |column| Column { table: "plan", id: roadmap.0, column };
    let pace = match pace {
        None => Pace::AsWritten,
        Some(minutes) => Pace::Hours { per_week_minutes: at("pace_minutes").number(minutes)? },
    };
    let week_start = weekday::named(&week_start).ok_or_else(|| at("week_start").bad(&week_start))?;
    let buffer = Buffer { percent: at("buffer_percent").number(buffer)? };
    let plan = Plan { start: at("start").day(&start)?, pace, week_start, buffer };
    let paced_on = paced_on.map(|day| at("paced_on").day(&day)).transpose()?;
    Ok(Some(Row { plan, role, template: TemplateId(template), paced_on }))
}
