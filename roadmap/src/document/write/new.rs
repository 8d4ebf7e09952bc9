//! The document of a roadmap made from nothing.

use super::{WriteError, escape};
use crate::document::import;
use crate::item::{Budget, Kind, NumberRange};
use crate::{Category, Roadmap};

/// The most weeks that a roadmap made from nothing can have: ten years.
pub const MOST_WEEKS: u32 = 520;

/// The most minutes that a week has.
const WEEK: u32 = 7 * 24 * 60;

/// The Markdown of a roadmap made from nothing: its title, so many weeks, and in each of them an activity
/// for each category with its minutes a week. It is a document like any other from then on: one phase with
/// the title, and the stages "Week 1", "Week 2" and so on.
///
/// # Errors
/// [`WriteError::WrongLength`], [`WriteError::WrongHours`], and [`WriteError::NoTitle`] for words that
/// a document can't have as its title, such as "Week 3".
pub fn new_document(title: &str, weeks: u32, hours: &[(Category, u32)]) -> Result<String, WriteError> {
    if !(1..=MOST_WEEKS).contains(&weeks) {
        return Err(WriteError::WrongLength { weeks });
    }
    if let Some((category, minutes)) = hours.iter().find(|(_, minutes)| !(1..=WEEK).contains(minutes)) {
        return Err(WriteError::WrongHours { name: label(*category), minutes: *minutes });
    }
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut document = format!("# {}\n", escape::words(&title));
    for week in 1..=weeks {
        document.push_str(&format!("\n## Week {week}\n"));
        for (category, minutes) in hours {
            document.push_str(&format!("\n**{} ({}):**\n", label(*category), super::fresh::time(*minutes)));
        }
    }
    let is_as_wanted = import(document.as_bytes(), "")
        .is_ok_and(|import| !title.is_empty() && is_as_wanted(&import.roadmap, &title, weeks, hours));
    if is_as_wanted { Ok(document) } else { Err(WriteError::NoTitle { text: title }) }
}

/// True where the roadmap says that and nothing else.
fn is_as_wanted(roadmap: &Roadmap, title: &str, weeks: u32, hours: &[(Category, u32)]) -> bool {
    let [phase] = roadmap.items.as_slice() else { return false };
    let is_phase =
        phase.text == title && matches!(phase.kind, Kind::Phase { months: None, open_ended: false });
    let activities: Vec<_> = hours
        .iter()
        .map(|(category, minutes)| {
            let budget = Some(Budget::Stage { least: *minutes, most: *minutes });
            (Kind::Activity { category: *category, budget }, label(*category))
        })
        .collect();
    let is_stage = |(stage, week): (&crate::Item, u32)| {
        stage.kind == Kind::Stage { weeks: Some(NumberRange { from: week, to: week }), days: None }
            && stage.text == format!("Week {week}")
            && stage
                .children
                .iter()
                .map(|item| (item.kind.clone(), item.text.as_str()))
                .eq(activities.iter().cloned())
    };
    roadmap.title == title
        && is_phase
        && u32::try_from(phase.children.len()) == Ok(weeks)
        && phase.children.iter().zip(1..).all(is_stage)
}

/// What an activity of that category is called.
pub(super) const fn label(category: Category) -> &'static str {
    match category {
        Category::Study => "Study",
        Category::HandsOn => "Hands-on",
        Category::InterviewPrep => "Interview prep",
        Category::JobSearch => "Job search",
        Category::Writing => "Writing",
        Category::Networking => "Networking",
        Category::Review => "Review",
        Category::Rest => "Rest",
    }
}
