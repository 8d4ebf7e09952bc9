//! How many of what a roadmap asks for, where it says so, and by when.

use super::counted::counted;
use super::survey::Survey;
use super::told::Told;
use super::words::{Thing, plain, singular, words};
use crate::document::figures;
use crate::item::{About, Measure};
use crate::{Item, Kind};
use std::collections::HashMap;

/// So many counts are compared; a document with more is none that a person wrote.
const MOST: usize = 2_000;

/// A number that the roadmap asks for.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Count<'a> {
    pub(super) line: usize,
    pub(super) item: &'a Item,
    /// The number as its words have it.
    pub(super) measure: Measure,
    /// The number and the thing as they are written: "3+ mock interviews".
    pub(super) said: String,
    pub(super) thing: Thing,
    /// What has been done with it, and how.
    pub(super) told: Told,
    pub(super) role: Role,
    pub(super) phase: Option<usize>,
    /// How many stages are over by then; none where it is for the end.
    pub(super) moment: Option<usize>,
    /// The same for counts of the same thing.
    pub(super) subject: usize,
}

/// What kind of line asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// A phase's success metric.
    Gate,
    /// A stage's checkpoint.
    Checkpoint,
    /// A target of a stage, for that stage alone.
    Target,
    /// A list for the end: a final checklist, or what one will have then.
    List,
    /// A list for some event on the way: "Before a concert".
    Event,
}

impl Count<'_> {
    /// True for the same number of the same line.
    pub(super) fn is(&self, other: &Self) -> bool {
        self.line == other.line && self.said == other.said
    }

    /// The least and the most that it can mean.
    pub(super) fn range(&self) -> (f64, f64) {
        (self.measure.value, self.measure.upper.unwrap_or(self.measure.value))
    }

    /// True where both can be kept at once, as 50+ and 50-100 can.
    pub(super) fn agrees(&self, other: &Self) -> bool {
        let ((low, high), (least, most)) = (self.range(), other.range());
        (low <= most && least <= high) || self.does_other(other)
    }

    /// True where each tells something else of the thing: 20 problems solved, 50 problems read.
    pub(super) fn does_other(&self, other: &Self) -> bool {
        self.told.is_other(&other.told)
    }
}

/// Every count of a roadmap, in the order of the document.
pub(super) fn of<'a>(survey: &Survey<'a>) -> Vec<Count<'a>> {
    let mut counts: Vec<Count<'a>> = Vec::new();
    for (line, at) in survey.lines.iter().enumerate() {
        if counts.len() >= MOST {
            break;
        }
        let Some((role, phase, moment)) = place(survey, line) else { continue };
        if is_ability(&at.item.text) {
            continue;
        }
        for figure in figures(&at.item.text) {
            let Some(counted) = counted(&figure).filter(|counted| counted.per.is_none()) else { continue };
            let number = at.item.text.get(figure.at.clone()).unwrap_or_default().replace(['–', '—'], "-");
            counts.push(Count {
                line,
                item: at.item,
                said: format!("{number} {}", counted.thing.said),
                thing: survey.nouns.thing(&counted),
                told: Told::of(&figure, &counted),
                measure: figure.measure,
                role,
                phase,
                moment,
                subject: 0,
            });
        }
    }
    counts.truncate(MOST);
    group(&mut counts);
    counts
}

/// What kind of claim a line makes, for which phase, and for when.
fn place(survey: &Survey<'_>, line: usize) -> Option<(Role, Option<usize>, Option<usize>)> {
    let at = survey.lines.get(line)?;
    let of_stage = |role| at.stage.map(|stage| (role, at.phase, Some(stage + 1)));
    let list = || {
        let role = list_role(survey, line).filter(|_| at.stage.is_none())?;
        Some((role, None, None))
    };
    let by_week = || Some((Role::Gate, None, Some(survey.stage_of_metric(line)? + 1)));
    match at.item.kind {
        Kind::Metric { .. } if by_week().is_some() => by_week(),
        Kind::Metric { .. } => match survey.phase_of_metric(line) {
            Some(phase) => {
                Some((Role::Gate, Some(phase), survey.phases.get(phase).map(|phase| phase.moment)))
            }
            None => list(),
        },
        Kind::CheckpointItem => of_stage(Role::Checkpoint).or_else(list),
        // What a line claims by the way is counted with the line.
        Kind::Target { .. } if above(survey, line).is_none_or(|above| above.text != at.item.text) => {
            of_stage(Role::Target)
        }
        Kind::ChecklistItem => list(),
        Kind::Entry => {
            let about = above(survey, line).map(|above| &above.kind);
            let is_outcome = matches!(about, Some(Kind::Section { about: About::Outcomes }));
            is_outcome.then(|| by_week().or_else(list))?
        }
        _ => None,
    }
}

fn above<'a>(survey: &Survey<'a>, line: usize) -> Option<&'a Item> {
    survey.above(line, |_| true)
}

/// What a list outside the stages is for. None where it names its own time: "Weekly checklist".
fn list_role(survey: &Survey<'_>, line: usize) -> Option<Role> {
    let headed = || survey.upwards(line).skip(1).flat_map(|(_, above)| words(&above.item.text)).map(singular);
    let times = ["day", "daily", "week", "weekly", "month", "monthly", "phase"];
    if headed().any(|word| times.contains(&word.as_str())) {
        return None;
    }
    let event = headed().any(|word| word == "before") && !headed().any(|word| word == "final");
    Some(if event { Role::Event } else { Role::List })
}

/// True for what one can do with things, however many there are: "Can explain 3 of the projects".
pub(super) fn is_ability(text: &str) -> bool {
    words(text).take(3).any(|word| matches!(plain(word).as_str(), "can" | "able" | "explain"))
}

/// The number of a subject, with the things that are counted under it and what is told of them.
type Subject = (usize, Vec<(Thing, Told)>);

/// Puts counts of the same thing together. Words that fit several things ("interviews" beside "phone
/// interviews" and "panel interviews", "letters" beside "letters sent" and "letters answered") stay by
/// themselves.
fn group(counts: &mut [Count<'_>]) {
    let mut by_words: Vec<usize> = (0..counts.len()).collect();
    let says = |count: &Count<'_>| count.thing.kinds.len() + count.told.words();
    by_words.sort_by_key(|at| std::cmp::Reverse(counts.get(*at).map_or(0, says)));
    let mut subjects: HashMap<String, Vec<Subject>> = HashMap::new();
    let mut next = 0;
    for at in by_words {
        let Some(count) = counts.get_mut(at) else { continue };
        let known = subjects.entry(count.thing.noun.clone()).or_default();
        let same = |(thing, told): &(Thing, Told)| thing.fits(&count.thing) && !told.is_other(&count.told);
        let mut fitting = known.iter_mut().filter(|(_, things)| things.iter().all(same));
        match (fitting.next(), fitting.next()) {
            (Some((subject, things)), None) => {
                count.subject = *subject;
                if !things.iter().any(|(thing, told)| thing.kinds == count.thing.kinds && *told == count.told)
                {
                    things.push((count.thing.clone(), count.told.clone()));
                }
            }
            _ => {
                count.subject = next;
                known.push((next, vec![(count.thing.clone(), count.told.clone())]));
                next += 1;
            }
        }
    }
}
