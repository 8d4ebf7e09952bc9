//! Week templates as they were before they were changed: the days before keep them, and a change holds from its day on.

use super::course::Course;
use ::roadmap::schedule::{Season, Template, TemplateBlock, TemplateBlockId};
use chrono::NaiveDate;
use roadmap_store::StoreError;
use roadmap_store::table::former_template::{self, Row};
use roadmap_store::table::template::TemplateId;
use rusqlite::Transaction;

/// The templates that days before today follow, so that a change of theirs leaves those days as they were.
pub(super) struct Followed {
    today: NaiveDate,
    templates: Vec<TemplateId>,
}

impl Followed {
    /// Of a course's templates, as seen from today.
    pub(super) fn of(course: &Course, today: NaiveDate) -> Self {
        let start = course.terms.plan.start;
        let ends = course.seasons.iter().skip(1).map(|(from, _)| *from).chain([NaiveDate::MAX]);
        let over = course
            .seasons
            .iter()
            .zip(ends)
            .filter(|((from, _), end)| (*from).max(start) < today.min(*end))
            .map(|((_, template), _)| *template);
        Self { today, templates: over.collect() }
    }

    /// True where days before today follow a template.
    pub(super) fn holds(&self, template: TemplateId) -> bool {
        self.templates.contains(&template)
    }

    /// Changes a template's blocks: from today on where days before follow it, and else for good.
    pub(super) fn keep<T>(
        &self,
        to: &Transaction<'_>,
        template: TemplateId,
        change: impl FnOnce() -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        if self.holds(template) {
            former_template::keep_until(to, template, self.today, change)
        } else {
            change()
        }
    }
}

impl Course {
    /// The template that has a block now, with the block; none where it is gone from all of them.
    pub(super) fn owner_of(&self, id: TemplateBlockId) -> Option<(TemplateId, &TemplateBlock)> {
        self.templates.iter().find_map(|(template, Template { blocks, .. })| {
            blocks.iter().find(|block| block.id == Some(id)).map(|block| (*template, block))
        })
    }
}

/// The seasons with what their templates were before: each is parted where its template was changed.
/// None where one of them is gone.
pub(super) fn parted(
    seasons: &[(NaiveDate, TemplateId)],
    templates: &[(TemplateId, Template)],
    former: &[Row],
) -> Option<Vec<Season>> {
    let mut parted = Vec::new();
    let ends = seasons.iter().skip(1).map(|(from, _)| *from).chain([NaiveDate::MAX]);
    for ((mut from, wanted), end) in seasons.iter().copied().zip(ends) {
        let (_, template) = templates.iter().find(|(id, _)| *id == wanted)?;
        for Row { until, blocks, .. } in former.iter().filter(|row| row.template == wanted) {
            if from < *until && from < end {
                parted
                    .push(Season { from, template: Template { blocks: blocks.clone(), ..template.clone() } });
                from = *until;
            }
        }
        if from < end {
            parted.push(Season { from, template: template.clone() });
        }
    }
    Some(parted)
}
