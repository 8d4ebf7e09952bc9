//! Changing blocks: those of a template, for its weeks from today on, and single ones, for their date.

use super::along::Along;
use super::course::Course;
use super::former::Followed;
use super::{App, Error};
use crate::view::{BlockDraft, DayBlockDraft};
use ::roadmap::schedule::{
    Block, BlockKey, Exception, Origin, SingleBlock, SingleBlockId, TemplateBlock, TemplateBlockId,
};
use ::roadmap::{ItemId, plan};
use chrono::{Datelike, NaiveDate, NaiveTime, TimeDelta, Weekday};
use roadmap_store::table;
use roadmap_store::table::template::TemplateId;

/// The shortest block, in minutes.
const SHORTEST: u16 = 5;
/// The longest block, in minutes: no day has more.
const LONGEST: u16 = 24 * 60;
/// The longest title, in letters.
const LONGEST_TITLE: usize = 200;

impl App {
    /// Changes a block of a template, or adds one on each of its days, from today on: days before stay as they were.
    ///
    /// # Errors
    /// [`Error::Invalid`] says what is wrong with it, [`Error::Stale`], [`Error::Store`].
    pub fn save_block(&mut self, draft: &BlockDraft) -> Result<(), Error> {
        let title = title_of(&draft.title)?;
        let id = draft.id.map(TemplateBlockId);
        let course = self.active()?;
        let was = id.and_then(|id| course.owner_of(id)).map(|(_, block)| (block.start, block.end));
        let time = self.time_of((draft.start, draft.end), was)?;
        if draft.days.is_empty() {
            return invalid("Choose at least one day for the block.");
        }
        if draft.id.is_some() && draft.days.len() > 1 {
            return invalid("A block is on one day. Add another block for the other days.");
        }
        let today = self.now_view().date;
        let done = self.done_in_blocks()?;
        let course = self.active()?;
        let days =
            plan::days_of(course.week_of(draft.week)).filter(|day| draft.days.contains(&day.weekday()));
        // Each joins the template that holds on its day; where that is over, on the next such day.
        let joined = |day: NaiveDate| {
            let day = coming(time.day(day), today);
            let (template, _) = course.template_on(day).ok_or_else(no_template)?;
            Ok((day.weekday(), template))
        };
        let on = days.map(joined).collect::<Result<Vec<(Weekday, TemplateId)>, Error>>()?;
        let words = if draft.id.is_some() { "change" } else { "add" };
        let block = |weekday: Weekday| TemplateBlock {
            id: None,
            weekday,
            start: time.start,
            end: time.end,
            category: draft.category,
            title: title.clone(),
            accepts: draft.accepts.iter().copied().filter(|accepted| *accepted != draft.category).collect(),
            standing: draft.standing,
            pinned: draft.pinned,
        };
        let owner =
            id.map(|id| course.owner_of(id).map(|(template, _)| template).ok_or_else(gone)).transpose()?;
        let along = id.zip(on.first());
        let along = along.map(|(id, (day, _))| Along::to_weekday(course, &done, id, &block(*day), today));
        let followed = Followed::of(course, today);
        self.timer = self.change(format!("{words} the block “{title}”"), |to| {
            for (day, template) in on {
                followed.keep(to, owner.unwrap_or(template), || match id {
                    Some(id) => table::template::set_block(to, id, &block(day)),
                    None => table::template::add_block(to, template, &block(day)).map(|_| ()),
                })?;
            }
            match along {
                Some(along) => along.write(to, done.timer),
                None => Ok(done.timer),
            }
        })?;
        Ok(())
    }

    /// Removes a block of a template from today on: days before keep it.
    ///
    /// # Errors
    /// [`Error::Stale`] where it is gone, [`Error::Store`].
    pub fn remove_block(&mut self, id: i64) -> Result<(), Error> {
        let (id, today) = (TemplateBlockId(id), self.now_view().date);
        let course = self.active()?;
        let (template, block) = course.owner_of(id).ok_or_else(gone)?;
        let words = format!("remove the block “{}”", block.title);
        let followed = Followed::of(course, today);
        self.change(words, |to| followed.keep(to, template, || table::template::remove_block(to, id)))
    }

    /// Moves a block on its date alone, or adds one that is there only then.
    ///
    /// # Errors
    /// [`Error::Invalid`] says what is wrong with it, [`Error::Stale`] where it is gone, [`Error::Store`].
    pub fn save_day_block(&mut self, draft: &DayBlockDraft) -> Result<(), Error> {
        let title = title_of(&draft.title)?;
        let key = draft.key.as_deref().map(|key| self.block_key(key)).transpose()?;
        let course = self.active()?;
        let roadmap = course.row.id;
        let was = key.and_then(|key| course.block(key)).map(|block| (block.start, block.end));
        let time = self.time_of((draft.start, draft.end), was)?;
        let (date, Time { start, end, .. }) = (time.day(draft.date), time);
        let single = |id| SingleBlock {
            id,
            date,
            start,
            end,
            category: draft.category,
            title: title.clone(),
            accepts: draft.accepts.iter().copied().filter(|accepted| *accepted != draft.category).collect(),
            standing: draft.standing,
        };
        let label = |words: &str| format!("{words} the block “{title}” on {}", date.format("%-d %B"));
        match key {
            None => self.change(label("add"), |to| {
                table::single_block::add(to, roadmap, &single(SingleBlockId(0))).map(|_| ())
            }),
            Some(key @ BlockKey { origin: Origin::Single(id), .. }) => {
                let done = self.done_in_blocks()?;
                let along = Along::to_date(self.active()?, &done, key, date);
                self.timer = self.change(label("change"), |to| {
                    table::single_block::set(to, &single(id))?;
                    along.write(to, done.timer)
                })?;
                Ok(())
            }
            Some(key) => {
                let moved = Exception::Moved { date, start, end };
                self.change(label("move"), |to| table::exception::set(to, roadmap, key, Some(moved)))
            }
        }
    }

    /// Leaves a block out on its date; one that is there only then goes.
    ///
    /// # Errors
    /// [`Error::Stale`] where it is gone, [`Error::Store`].
    pub fn skip_block(&mut self, key: &str) -> Result<(), Error> {
        let key = self.block_key(key)?;
        let roadmap = self.active()?.row.id;
        let label = format!("leave out a block on {}", key.date.format("%-d %B"));
        self.change(label, |to| match key.origin {
            Origin::Single(id) => table::single_block::remove(to, id),
            _ => table::exception::set(to, roadmap, key, Some(Exception::Skipped)),
        })
    }

    /// Puts a block back where it usually is.
    ///
    /// # Errors
    /// [`Error::Stale`] where it is gone, [`Error::Store`].
    pub fn restore_block(&mut self, key: &str) -> Result<(), Error> {
        let key = self.block_key(key)?;
        let roadmap = self.active()?.row.id;
        let label = format!("put a block back on {}", key.date.format("%-d %B"));
        self.change(label, |to| table::exception::set(to, roadmap, key, None))
    }

    /// Says what a block is for: an activity, or whatever the plan lays into it.
    ///
    /// # Errors
    /// [`Error::Invalid`] where the block's week asks for nothing of the activity, [`Error::Stale`] where the block or
    /// the activity is gone, [`Error::Store`].
    pub fn give_block(&mut self, key: &str, activity: Option<ItemId>) -> Result<(), Error> {
        let key = self.block_key(key)?;
        let course = self.active()?;
        let roadmap = course.row.id;
        let label = match activity {
            None => "leave a block to the plan".to_owned(),
            Some(activity) if course.roadmap.find(activity).is_none() => {
                return Err(Error::Stale("This part of the roadmap is not there any more.".into()));
            }
            Some(activity) => {
                let title = course.title_of(activity);
                let layout = course.lay_out(course.week_of(date_of(course, key)));
                if !layout.demands.iter().any(|demand| demand.activity == activity) {
                    return Err(Error::Invalid(format!(
                        "This week asks for nothing of “{title}”. Choose something that it asks for."
                    )));
                }
                format!("give a block to “{title}”")
            }
        };
        self.change(label, |to| table::given_block::set(to, roadmap, key, activity))
    }

    /// The block of that name, if its week has one or has left it out.
    fn block_key(&mut self, key: &str) -> Result<BlockKey, Error> {
        let key: BlockKey = key.parse().map_err(|_| gone())?;
        let course = self.active()?;
        let is_skipped = course.schedule.exceptions.get(&key) == Some(&Exception::Skipped);
        if is_skipped || course.block(key).is_some() { Ok(key) } else { Err(gone()) }
    }

    /// The time of a block as it is given, start and end. What it `was`, when days may have ended at another time, it
    /// can stay; it goes on no longer after its day than that, and one that began before its day can begin at another
    /// time before it.
    fn time_of(&self, (start, end): (u16, u16), was: Option<(u16, u16)>) -> Result<Time, Error> {
        if was == Some((start, end)) {
            return Ok(Time { start, end, night: false });
        }
        let boundary = self.settings.day_boundary;
        let night = start < boundary.0 && was.is_none_or(|(start, _)| start >= boundary.0);
        let by = if night { 24 * 60 } else { 0 };
        let (start, end) = (start.saturating_add(by), end.saturating_add(by));
        if end > boundary.day_end().max(was.map_or(0, |(_, end)| end)) {
            let begins = NaiveTime::MIN + TimeDelta::minutes(boundary.0.into());
            return Err(Error::Invalid(format!(
                "The block goes on after {}, when the next day begins. End it earlier and add another then.",
                begins.format(self.clock_format())
            )));
        }
        if end < start.saturating_add(SHORTEST) {
            return invalid("The block ends before it begins, or within five minutes. Choose a later end.");
        }
        if end - start > LONGEST {
            return invalid("The block is longer than 24 hours. Choose an earlier end or a later start.");
        }
        Ok(Time { start, end, night })
    }
}

impl Course {
    /// The block of that name; none where its week has none, or has left it out.
    pub(super) fn block(&self, key: BlockKey) -> Option<Block> {
        let layout = self.lay_out(self.week_of(date_of(self, key)));
        layout.blocks.into_iter().find(|block| block.key == key)
    }
}

/// The date that a block is on by now.
fn date_of(course: &Course, key: BlockKey) -> NaiveDate {
    match course.schedule.exceptions.get(&key) {
        Some(Exception::Moved { date, .. }) => *date,
        _ => key.date,
    }
}

/// A day that is not before today, on the same weekday.
fn coming(day: NaiveDate, today: NaiveDate) -> NaiveDate {
    let same = |coming: &NaiveDate| coming.weekday() == day.weekday();
    if day < today { today.iter_days().find(same).unwrap_or(day) } else { day }
}

fn title_of(title: &str) -> Result<String, Error> {
    let title = title.trim();
    if title.is_empty() {
        return invalid("The block needs a title.");
    }
    if title.chars().count() > LONGEST_TITLE {
        return invalid("The title is longer than 200 letters. Shorten it.");
    }
    Ok(title.to_owned())
}

/// The time of a block on its day, which goes on after midnight until the next one begins.
struct Time {
    start: u16,
    end: u16,
    /// True where it was given as a time before the day begins, and so is of the night that ends the day before.
    night: bool,
}

impl Time {
    /// The day that it is on, where it was given for this one.
    fn day(&self, given: NaiveDate) -> NaiveDate {
        if self.night { given.pred_opt().unwrap_or(given) } else { given }
    }
}

fn invalid<T>(words: &str) -> Result<T, Error> {
    Err(Error::Invalid(words.to_owned()))
}

fn gone() -> Error {
    Error::Stale("This block is not there any more.".into())
}

pub(super) fn no_template() -> Error {
    Error::Stale("This week template is not there any more. Choose another.".into())
}
