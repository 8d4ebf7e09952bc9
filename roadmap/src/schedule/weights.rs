//! What days weigh where work is spread over them.

use super::{Relief, Season, Template};
use chrono::{Datelike, NaiveDate, Weekday};

/// What a day counts: a whole one, in halves.
const WHOLE: u64 = 2;

/// What days weigh where work is spread over them: a working day two, a light one one, and a day of rest nothing. A day
/// of which busy times leave as little weighs as little.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Weights<'a> {
    /// The templates, the earliest first.
    pub(super) seasons: &'a [Season],
    /// The days with less to do than those have, as stretches that don't meet, the earliest first.
    pub(super) less: &'a [(NaiveDate, NaiveDate, Relief)],
}

impl Weights<'_> {
    /// The same if the template of a day were never followed by another one.
    pub(crate) fn as_from(self, day: NaiveDate) -> Self {
        let begun = self.seasons.partition_point(|season| season.from <= day).max(1);
        Self { seasons: self.seasons.get(..begun).unwrap_or_default(), ..self }
    }

    /// Of the days from one to the other, both included.
    pub(crate) fn of(self, from: NaiveDate, to: NaiveDate) -> u64 {
        let first = self.less.partition_point(|(_, last, _)| *last < from);
        let less =
            self.less[first..].iter().take_while(|(begin, ..)| *begin <= to).map(|(begin, end, relief)| {
                let taken = if *relief == Relief::Off { WHOLE } else { WHOLE / 2 };
                taken * self.working_days(from.max(*begin), to.min(*end))
            });
        self.usual(from, to) - less.sum::<u64>()
    }

    /// What they would weigh with none of them off or busy.
    pub(crate) fn usual(self, from: NaiveDate, to: NaiveDate) -> u64 {
        WHOLE * self.working_days(from, to)
    }

    /// How many days from one to the other, both included, their templates work on.
    fn working_days(self, from: NaiveDate, to: NaiveDate) -> u64 {
        let of = |(at, season): (usize, &Season)| {
            let first = if at == 0 { from } else { from.max(season.from) };
            let before_next = self.seasons.get(at + 1).and_then(|next| next.from.pred_opt());
            working_days(&season.template, first, before_next.map_or(to, |last| to.min(last)))
        };
        self.seasons.iter().enumerate().map(of).sum()
    }

    /// The days after `from` and until `to` on which other weekdays become working days, the earliest first.
    pub(crate) fn changes(self, from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = NaiveDate> {
        self.seasons.windows(2).filter_map(move |pair| {
            let [before, next] = pair else { return None };
            let changes = from < next.from && next.from <= to;
            (changes && works(&before.template) != works(&next.template)).then_some(next.from)
        })
    }
}

/// How many days from one to the other, both included, a template works on.
fn working_days(template: &Template, from: NaiveDate, to: NaiveDate) -> u64 {
    let Ok(days) = u64::try_from(to.signed_duration_since(from).num_days() + 1) else { return 0 };
    let works = works(template);
    let in_a_week: u64 = works.iter().map(|works| u64::from(*works)).sum();
    let first = from.weekday().num_days_from_monday() as usize;
    let rest = usize::try_from(days % 7).unwrap_or(0);
    let in_the_rest = (first..first + rest).filter(|day| works[day % 7]).count();
    days / 7 * in_a_week + u64::try_from(in_the_rest).unwrap_or(0)
}

/// The weekdays that a template works on, from Monday.
fn works(template: &Template) -> [bool; 7] {
    std::array::from_fn(|at| {
        let day = u8::try_from(at).ok().and_then(|at| Weekday::try_from(at).ok());
        day.is_some_and(|day| template.works_on(day))
    })
}
