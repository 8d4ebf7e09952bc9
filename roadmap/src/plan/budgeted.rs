//! What the document budgets for each stage, whichever way it says so.

use super::stretch::{Stretch, all_stretches};
use crate::{Category, ItemId, Roadmap};

/// What a stage budgets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Budgeted {
    /// The stage; a phase that has none stands for itself.
    pub stage: ItemId,
    /// False in a track that is not dated: of alternatives that are still to be picked among, only the
    /// first is.
    pub dated: bool,
    /// The clock minutes of each category of work that has any, in the order of [`Category::ALL`].
    pub by_category: Vec<(Category, u32)>,
}

impl Budgeted {
    /// The clock minutes of all categories.
    pub fn minutes(&self) -> u32 {
        self.by_category.iter().fold(0, |sum, (_, minutes)| sum.saturating_add(*minutes))
    }
}

/// What each stage budgets, in the order of the document, as [`date_stages`](super::date_stages) reckons
/// it: of a range the least; weekly budgets for each week of the stage, daily ones for each day of those
/// weeks. An open-ended stage has no weeks to count, so only what it budgets as a whole is in here.
pub fn budgeted(roadmap: &Roadmap) -> Vec<Budgeted> {
    all_stretches(roadmap).iter().map(|(stretch, dated)| of_stretch(stretch, *dated)).collect()
}

fn of_stretch(stretch: &Stretch<'_>, dated: bool) -> Budgeted {
    let weeks = if stretch.is_open() { 0 } else { stretch.weeks() };
    let minutes = |wanted: Category| -> u64 {
        let asks = stretch.asks.iter().filter(|ask| ask.category == wanted);
        asks.map(|ask| ask.minutes(weeks)).sum()
    };
    let by_category = Category::ALL
        .into_iter()
        .map(|category| (category, u32::try_from(minutes(category)).unwrap_or(u32::MAX)))
        .filter(|(_, minutes)| *minutes > 0)
        .collect();
    Budgeted { stage: stretch.item.id, dated, by_category }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{bundled, import};

    fn of(source: &str) -> Vec<Budgeted> {
        budgeted(&import(source.as_bytes(), "plan.md").expect("readable").roadmap)
    }

    #[test]
    fn weekly_and_daily_hours_count_for_the_weeks_of_their_stage() {
        let source = "# Choir\n## Weeks 1-3: Ribs\n**Study (2 hours/week):**\n- Read\n\n**Practice (1 hour/day):**\n- Hum\n## Days 22-31: Belly\n**Study (2 hours/week):**\n- Read\n";
        let hours: Vec<_> = of(source)
            .iter()
            .map(|stage| stage.by_category.iter().map(|(_, minutes)| minutes / 60).collect::<Vec<_>>())
            .collect();
        assert_eq!(hours, [vec![6, 21], vec![4]], "ten days are two weeks");
    }

    #[test]
    fn a_stage_without_an_end_counts_what_is_for_the_whole_of_it() {
        let source = "# Choir\n## Month 1: Sing\n### Ongoing: Concerts\n**Practice (2 hours/week):**\n- Hum\n\n**Study (3 hours):**\n- Read\n";
        assert_eq!(of(source)[0].by_category, [(Category::Study, 180)]);
    }

    #[test]
    fn every_track_has_its_minutes_and_the_first_is_dated() {
        let source = "# Choir\n## Track A\n### Week 1\n**Study (2 hours/week):**\n- a\n## Track B\n### Weeks 1-2\n**Study (2 hours/week):**\n- b\n";
        let told: Vec<_> = of(source).iter().map(|stage| (stage.dated, stage.minutes())).collect();
        assert_eq!(told, [(true, 120), (false, 240)]);
    }

    #[test]
    fn the_bundled_roadmap_keeps_its_460_hours() {
        let stages = of(bundled()[0].source);
        let hours = |wanted: Category| -> u32 {
            let all = stages.iter().flat_map(|stage| &stage.by_category);
            all.filter(|(category, _)| *category == wanted).map(|(_, minutes)| minutes / 60).sum()
        };
        let figures =
            [Category::Study, Category::HandsOn, Category::InterviewPrep, Category::JobSearch].map(hours);
        assert_eq!(
            (figures, stages.iter().map(Budgeted::minutes).sum::<u32>()),
            ([100, 280, 40, 40], 460 * 60)
        );
    }
}
