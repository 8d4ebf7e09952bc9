//! Changes by hand to what the roadmap says.

use super::{App, Error};
use ::roadmap::edit::{self, Edit};
use ::roadmap::plan::DatedStage;
use ::roadmap::schedule::FormerEnd;
use ::roadmap::{ItemId, Roadmap};
use roadmap_store::table;

impl App {
    /// Changes the active roadmap by hand. Its dates follow; what was recorded stays, also of what is taken
    /// away. A change that comes to nothing is none.
    ///
    /// # Errors
    /// [`Error::Invalid`] for words that are none or too many, [`Error::Stale`] where the item is gone or can't
    /// be changed so, [`Error::Invalid`] too where the plan would have no end that a calendar has, [`Error::Store`].
    pub fn edit_roadmap(&mut self, edit: &Edit) -> Result<(), Error> {
        let (now, today) = (self.ports.clock.now(), self.now_view().date);
        let mut course = self.active()?.clone();
        let mut changed = Roadmap::clone(&course.roadmap);
        if !edit::edit(&mut changed, edit)? {
            return Ok(());
        }
        // A length by hand takes the place of one that a proposal brought, from today on as that would.
        if let Edit::SetLength { stage, .. } = edit {
            course.lengths.remove(stage);
            let begun = course.stages.iter().filter(|dated| dated.stage == *stage && dated.from < today);
            for DatedStage { from, off, to, .. } in begun.copied() {
                let Some(to) = to else { continue };
                course.schedule.former_ends.keep(*stage, FormerEnd { from, until: today, to, off });
            }
        }
        course.dates_of(&changed)?;
        self.change(words_of(edit, &course.roadmap), |to| {
            table::item::rewrite(to, course.row.id, &course.roadmap.items, &changed.items, &[], now)?;
            if matches!(edit, Edit::SetLength { .. }) {
                table::decided_length::set_all(to, course.row.id, &course.lengths)?;
                table::former_end::set_all(to, course.row.id, &course.schedule.former_ends)?;
            }
            Ok(())
        })
    }
}

/// What an edit is called where it can be taken back.
fn words_of(edit: &Edit, roadmap: &Roadmap) -> String {
    let name = |id: &ItemId| roadmap.find(*id).map(|item| item.text.as_str()).unwrap_or_default();
    match edit {
        Edit::Rename { item, .. } => format!("rename “{}”", name(item)),
        Edit::SetBudget { activity, .. } => format!("change the hours of “{}”", name(activity)),
        Edit::SetCategory { activity, .. } => format!("change what “{}” is for", name(activity)),
        Edit::SetLength { stage, .. } => format!("change the length of “{}”", name(stage)),
        Edit::AddStage { title, .. } | Edit::AddPhase { title, .. } | Edit::AddActivity { title, .. } => {
            format!("add “{}”", title.trim())
        }
        Edit::Add { text, .. } => format!("add “{}”", text.trim()),
        Edit::Remove { item } => format!("remove “{}”", name(item)),
        Edit::Move { item, .. } => format!("move “{}”", name(item)),
    }
}
