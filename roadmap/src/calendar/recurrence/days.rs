//! Which days a rule takes.

use super::rule::{Frequency, Rule};
use chrono::{Datelike, Days, NaiveDate, Weekday};

impl Rule {
    /// The rule with what it leaves to its first day filled in (RFC 5545 section 3.3.10: "Information, not contained
    /// in the rule, necessary to determine the various recurrence instance start time and dates are derived from" it).
    pub(super) fn filled(&self, first: NaiveDate) -> Self {
        let mut rule = self.clone();
        let says_days = !(self.year_days.is_empty() && self.month_days.is_empty() && self.days.is_empty());
        let weekday = || vec![(0, weekday_number(first))];
        match self.frequency {
            _ if says_days => {}
            Frequency::Yearly if !self.weeks.is_empty() => rule.days = weekday(),
            Frequency::Yearly => {
                if self.months.is_empty() {
                    rule.months = vec![signed(first.month())];
                }
                rule.month_days = vec![signed(first.day())];
            }
            Frequency::Monthly => rule.month_days = vec![signed(first.day())],
            Frequency::Weekly => rule.days = weekday(),
            _ => {}
        }
        rule
    }

    /// True for days that each of the rule's parts agrees with. The rule has been [filled](Self::filled).
    pub(super) fn takes(&self, day: NaiveDate) -> bool {
        let holds = |list: &[i32], number: i32, all: i32| {
            list.is_empty() || list.contains(&number) || list.contains(&(number - all - 1))
        };
        (self.months.is_empty() || self.months.contains(&signed(day.month())))
            && holds(&self.month_days, signed(day.day()), days_of_month(day))
            && holds(&self.year_days, signed(day.ordinal()), days_of_year(day))
            && (self.days.is_empty() || self.days.iter().any(|wanted| self.is_weekday(day, *wanted)))
            && (self.weeks.is_empty() || {
                let (week, all) = week_number(day, self.week_start);
                holds(&self.weeks, week, all)
            })
    }

    /// True where the day is that weekday, and where a place is asked for, the one at that place of its month or year.
    fn is_weekday(&self, day: NaiveDate, (place, weekday): (i32, u8)) -> bool {
        if weekday_number(day) != weekday {
            return false;
        }
        let (number, all) = match self.frequency {
            Frequency::Monthly => (day.day(), days_of_month(day)),
            Frequency::Yearly if !self.weeks.is_empty() => return true,
            Frequency::Yearly if !self.months.is_empty() => (day.day(), days_of_month(day)),
            Frequency::Yearly => (day.ordinal(), days_of_year(day)),
            // No other period has places for weekdays.
            _ => return true,
        };
        let from_first = (signed(number) - 1) / 7 + 1;
        let from_last = (all - signed(number)) / 7 + 1;
        place == 0 || place == from_first || place == -from_last
    }
}

/// The first day of the week that a day is in.
pub(super) fn week_of(day: NaiveDate, week_start: Weekday) -> Option<NaiveDate> {
    day.checked_sub_days(Days::new(day.weekday().days_since(week_start).into()))
}

/// The number of the week that a day is in, and how many weeks its year has: week 1 is the first with four days in
/// the year.
fn week_number(day: NaiveDate, week_start: Weekday) -> (i32, i32) {
    let middle =
        week_of(day, week_start).and_then(|first| first.checked_add_days(Days::new(3))).unwrap_or(day);
    let place = signed(middle.ordinal0());
    (place / 7 + 1, (days_of_year(middle) - 1 - place % 7) / 7 + 1)
}

fn weekday_number(day: NaiveDate) -> u8 {
    u8::try_from(day.weekday().num_days_from_monday()).unwrap_or_default()
}

fn days_of_month(day: NaiveDate) -> i32 {
    i32::from(day.num_days_in_month())
}

fn days_of_year(day: NaiveDate) -> i32 {
    if day.leap_year() { 366 } else { 365 }
}

fn signed(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}
