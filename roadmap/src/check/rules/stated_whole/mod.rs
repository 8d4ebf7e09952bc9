//! The document says as a whole how many hours or weeks it takes, or both with a pace, and its parts come
//! to something else.

mod hours;
mod weeks;

use super::hours::weeks as templates;
use super::said::{number, number_between};
use super::{Change, Claim, Finding, Rule, Survey, claim};
use crate::Kind;
use crate::check::NewText;
use crate::check::whole::{self, Of, Said};
use crate::plan::Stretch;
use hours::Hours;
use weeks::Weeks;

/// A whole may be off by as much of itself before it is worth a word: it is rounded to tens of hours or whole
/// months, and has a little for what no part names. One that is said to be rough may be off by twice that.
const TOLERANCE: f64 = 0.1;

/// It may always be off by one: a week of rest or of exams is often not counted.
const ONE: f64 = 1.0;

/// The weeks of a month, as many documents count them and as the calendar has them.
const WEEKS_OF_A_MONTH: (f64, f64) = (4.0, 52.0 / 12.0);

/// The days of a week that a day's pace may mean.
const DAYS: (f64, f64) = (5.0, 7.0);

/// More hours than anybody has for it a week are no way out.
const MOST_A_WEEK: f64 = 60.0;

pub(super) fn findings(survey: &Survey<'_>) -> Vec<Finding> {
    let said = whole::said(survey);
    let Some((stages_by_choice, hours_by_choice)) = by_choice(survey).filter(|_| !said.is_empty()) else {
        return Vec::new();
    };
    if stages_by_choice {
        return Vec::new();
    }
    let of =
        |wanted: &[Of]| -> Vec<&Said<'_>> { said.iter().filter(|said| wanted.contains(&said.of)).collect() };
    let (totals, lengths, paces) =
        (of(&[Of::Hours]), of(&[Of::Weeks, Of::Months]), of(&[Of::Weekly, Of::Daily]));
    let hours = if hours_by_choice { None } else { Hours::of(survey, &paces) };
    let total = hours.as_ref().and_then(|hours| of_hours(&totals, hours));
    total.into_iter().chain(of_length(survey, &lengths, &paces, hours.as_ref())).collect()
}

/// Whether stages, or hours, depend on what is chosen; none where there are several tracks.
fn by_choice(survey: &Survey<'_>) -> Option<(bool, bool)> {
    let mut is_option: Vec<bool> = Vec::with_capacity(survey.lines.len());
    let (mut stages, mut hours) = (false, false);
    for line in &survey.lines {
        let inside = line.above.and_then(|above| is_option.get(above).copied()).unwrap_or_default();
        match line.item.kind {
            Kind::Track { .. } => return None,
            Kind::Stage { .. } => stages |= inside,
            Kind::Activity { budget: Some(_), .. } => hours |= inside,
            _ => {}
        }
        is_option.push(inside || matches!(line.item.kind, Kind::Option { .. }));
    }
    Some((stages, hours))
}

/// What the parts come to, in hours or weeks.
#[derive(Debug, Clone, Copy)]
struct Amount {
    least: f64,
    most: f64,
    /// True where parts that say nothing may take more.
    more: bool,
}

impl Amount {
    /// True where the parts can be meant by what is said of the whole.
    fn fits(self, said: &Said<'_>) -> bool {
        let share = if said.rough { 2.0 * TOLERANCE } else { TOLERANCE };
        let slack = |whole: f64| (share * whole).max(if said.rough { 2.0 * ONE } else { ONE });
        let (low, high) = match said.of {
            Of::Months => (said.least * WEEKS_OF_A_MONTH.0, said.most * WEEKS_OF_A_MONTH.1),
            _ => (said.least, said.most),
        };
        // A length that is named as one number of months is rounded up to whole ones.
        let rounded = (said.least - 1.0) * WEEKS_OF_A_MONTH.1;
        let is_rounded = said.of == Of::Months && said.least == said.most && self.most > rounded;
        let is_too_short = !self.more && self.most < low - slack(low) && !is_rounded;
        self.least <= high + slack(high) && !is_too_short
    }

    fn or_more(self, words: String) -> String {
        if self.more { format!("at least {words}") } else { words }
    }
}

/// True for less than a week: single days that are written out may be meant to come again.
fn is_short(stretch: &Stretch<'_>) -> bool {
    stretch.named_weeks().is_some_and(|weeks| weeks < ONE)
}

/// The first, where all say the same.
fn one<'s, 'a>(said: &[&'s Said<'a>]) -> Option<&'s Said<'a>> {
    let first = said.first()?;
    let same =
        |other: &&&Said<'_>| other.of == first.of && other.least == first.least && other.most == first.most;
    said.iter().all(|other| same(&other)).then_some(first)
}

/// The number and unit that a whole is said to take: "12 weeks", "at most 40 h".
fn named(said: &Said<'_>) -> String {
    let is_one = said.number == "1";
    let unit = match said.of {
        Of::Hours => "h",
        Of::Weeks if is_one => "week",
        Of::Weeks => "weeks",
        Of::Months if is_one => "month",
        Of::Months => "months",
        Of::Weekly => "h a week",
        Of::Daily => "h a day",
    };
    let bound = match (said.least == 0.0, said.most.is_infinite() && !said.number.ends_with('+')) {
        (true, _) => "at most ",
        (_, true) => "at least ",
        _ => "",
    };
    format!("{bound}{} {unit}", said.number)
}

/// A claim for each line, with all that it says.
fn claims_of<'a>(said: impl Iterator<Item = &'a &'a Said<'a>>) -> Vec<Claim> {
    let mut claims: Vec<Claim> = Vec::new();
    for said in said {
        let Some(item) = said.item else { continue };
        match claims.iter_mut().find(|claim| claim.item == item.id) {
            Some(claim) => claim.says = format!("{}, {}", claim.says, named(said)),
            None => claims.push(claim(item, named(said))),
        }
    }
    claims
}

/// The finding with the way out to say another number in all those places; without where that is no way out.
fn or_say(
    found: Finding,
    said: &[&Said<'_>],
    (least, most): (f64, f64),
    fits: impl Fn(&Said<'_>) -> bool,
) -> Finding {
    let (mut texts, mut title, mut label) = (Vec::<NewText>::new(), None, String::new());
    // From the end, so that the places of earlier numbers stay.
    for one in said.iter().rev() {
        let new = one.with(least, most);
        if !fits(&new) {
            return found;
        }
        let put = |text: &mut String| text.replace_range(one.at.clone(), &new.number);
        match one.item {
            Some(item) => match texts.iter_mut().find(|text| text.item == item.id) {
                Some(known) => put(&mut known.text),
                None => {
                    let mut text = one.text.to_owned();
                    put(&mut text);
                    texts.push(NewText { item: item.id, text });
                }
            },
            None => {
                let mut text = one.text.to_owned();
                put(&mut text);
                title = Some(text);
            }
        }
        label = named(&new);
    }
    found.or(format!("Make it {label}"), Change::Reword { texts, title })
}

fn of_hours(totals: &[&Said<'_>], hours: &Hours) -> Option<Finding> {
    let total = one(totals).filter(|total| !hours.fit(total))?;
    let sum = hours.sum;
    let come = sum.or_more(format!("{} h", number_between(sum.least, sum.most)));
    let says = format!("The document names {} in total, but the parts come to {come}.", named(total));
    let mut claims = claims_of(totals.iter());
    claims.extend(hours.claims.iter().cloned());
    let found = Finding::new(Rule::StatedWhole, "hours", says, claims);
    Some(or_say(found, totals, (sum.least, sum.most), |said| hours.fit(said)))
}

fn of_length(
    survey: &Survey<'_>,
    lengths: &[&Said<'_>],
    paces: &[&Said<'_>],
    hours: Option<&Hours>,
) -> Option<Finding> {
    let length = one(lengths)?;
    let hours = hours.filter(|hours| hours.sum.least > 0.0);
    let needed: Vec<Hours> =
        paces.iter().filter_map(|pace| Some(hours?.at(a_week(pace).filter(|pace| pace.0 > 0.0)?))).collect();
    if needed.iter().any(|needed| needed.fit(length)) {
        return None;
    }
    let of_template = |minutes: u32| {
        let weekly = f64::from(minutes) / 60.0;
        hours.is_some_and(|hours| weekly > 0.0 && hours.at((weekly, weekly)).fit(length))
    };
    if templates(survey).iter().any(|week| of_template(week.stated.unwrap_or_else(|| week.minutes()))) {
        return None;
    }
    if let (Some(hours), [needed, ..], Some(pace)) = (hours, needed.as_slice(), one(paces)) {
        return Some(of_pace(lengths, length, paces, pace, hours, needed));
    }
    let weeks = Weeks::of(survey).filter(|weeks| !weeks.fit(length))?;
    let come = weeks.nearest(length);
    let who = if length.item.is_none() { "title" } else { "document" };
    let says = format!(
        "The {who} names {}, but the stages come to {}.",
        named(length),
        weeks.sum.or_more(format!("{} weeks", number(come)))
    );
    let mut claims = claims_of(lengths.iter());
    claims.push(claim(weeks.last, weeks.name.clone()));
    let found = Finding::new(Rule::StatedWhole, &format!("length of {}", named(length)), says, claims);
    let new = match (length.of, weeks.months) {
        (Of::Months, Some(months)) if !weeks.sum.more => f64::from(months),
        (Of::Months, _) => (come / WEEKS_OF_A_MONTH.1).ceil().max(1.0),
        _ => come.ceil(),
    };
    Some(or_say(found, lengths, (new, new), |said| weeks.fit(said)))
}

/// The hours a week of a pace; none for one without an end.
fn a_week(pace: &Said<'_>) -> Option<(f64, f64)> {
    let (least, most) = if pace.of == Of::Daily { DAYS } else { (1.0, 1.0) };
    pace.most.is_finite().then_some((pace.least * least, pace.most * most))
}

fn of_pace(
    lengths: &[&Said<'_>],
    length: &Said<'_>,
    paces: &[&Said<'_>],
    pace: &Said<'_>,
    hours: &Hours,
    needed: &Hours,
) -> Finding {
    let (unit, weeks) = if length.of == Of::Months { ("months", WEEKS_OF_A_MONTH.1) } else { ("weeks", 1.0) };
    let (least, most) = (needed.sum.least / weeks, needed.sum.most / weeks);
    let says = format!(
        "At {} the {} h of the parts take {}, but the document names {}.",
        named(pace),
        number_between(hours.sum.least, hours.sum.most),
        needed.sum.or_more(format!("{} {unit}", number_between(least, most))),
        named(length),
    );
    let claims = claims_of(paces.iter().chain(lengths));
    let about = format!("pace of {} for {}", named(pace), named(length));
    let found = Finding::new(Rule::StatedWhole, &about, says, claims);
    let (low, high) = (least.floor().max(1.0), most.ceil().max(1.0));
    let found = or_say(found, lengths, (low, high), |said| needed.fit(said));
    if pace.of != Of::Weekly || !length.most.is_finite() || length.least == 0.0 {
        return found;
    }
    let low = (hours.sum.least / (length.most * weeks)).ceil().max(1.0);
    let high = (hours.sum.most / (length.least * weeks)).ceil().max(low);
    if high > MOST_A_WEEK {
        return found;
    }
    or_say(found, paces, (low, high), |said| a_week(said).is_some_and(|pace| hours.at(pace).fit(length)))
}
