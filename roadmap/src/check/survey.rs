//! A roadmap laid flat, each line with the phase and stage it stands in: read once for all rules.

use super::counts::{self, Count};
use super::deeds::Nouns;
use super::made::Made;
use super::rates::{self, Rate};
use super::words::{plain, singular, words};
use crate::document::{GateOf, part_name, week_numbers};
use crate::item::NumberRange;
use crate::plan::{Stretch, stretches};
use crate::{Item, ItemId, Kind, Roadmap};
use std::collections::HashMap;

/// So many phases are searched for the months of a gate.
const MOST: usize = 1_000;

/// Words before the week by whose end something is to be reached.
const UNTIL: [&str; 7] = ["by", "at", "the", "end", "of", "after", "until"];

/// A roadmap as the rules read it.
pub(super) struct Survey<'a> {
    /// The document's title.
    pub(super) title: &'a str,
    /// Every item in the order of the document.
    pub(super) lines: Vec<Line<'a>>,
    /// The phases, in order.
    pub(super) phases: Vec<PhaseAt<'a>>,
    /// The first phase of those months.
    by_months: HashMap<NumberRange, usize>,
    /// The only stage that ends with that week; none where several do.
    by_last_week: HashMap<u32, Option<usize>>,
    /// The first numbered phase of that name.
    by_name: HashMap<String, usize>,
    /// What is dated, in order: stages, or what stands in for them.
    pub(super) stages: Vec<StageAt<'a>>,
    /// The nouns of what is done so many times.
    pub(super) nouns: Nouns,
    /// What is counted, where, and by when.
    pub(super) counts: Vec<Count<'a>>,
    /// So many a day or week.
    pub(super) rates: Vec<Rate<'a>>,
    /// What the stages make.
    pub(super) made: Made<'a>,
}

/// An item and where it stands.
pub(super) struct Line<'a> {
    pub(super) item: &'a Item,
    /// The place of the item that it belongs to.
    pub(super) above: Option<usize>,
    /// The place behind the last item below it.
    pub(super) end: usize,
    pub(super) phase: Option<usize>,
    pub(super) stage: Option<usize>,
}

/// A phase.
pub(super) struct PhaseAt<'a> {
    pub(super) item: &'a Item,
    pub(super) months: Option<NumberRange>,
    /// How many stages are over when it ends.
    pub(super) moment: usize,
}

/// A stage, or what stands in for one.
pub(super) struct StageAt<'a> {
    pub(super) stretch: Stretch<'a>,
    /// The place of its item.
    pub(super) line: usize,
}

impl<'a> Survey<'a> {
    /// Reads a roadmap.
    pub(super) fn of(roadmap: &'a Roadmap) -> Self {
        let mut survey = laid_flat(roadmap);
        survey.nouns = Nouns::of(&survey.lines);
        survey.counts = counts::of(&survey);
        survey.rates = rates::of(&survey);
        survey.made = Made::of(&survey);
        survey
    }

    /// The item and those it stands in, from the inside out, with their places.
    pub(super) fn upwards(&self, line: usize) -> impl Iterator<Item = (usize, &Line<'a>)> {
        let at = |place: usize| self.lines.get(place).map(|line| (place, line));
        std::iter::successors(at(line), move |(_, line)| line.above.and_then(at))
    }

    /// The first item above that line that is of that kind.
    pub(super) fn above(&self, line: usize, is: impl Fn(&Kind) -> bool) -> Option<&'a Item> {
        self.upwards(line).skip(1).map(|(_, line)| line.item).find(|item| is(&item.kind))
    }

    /// The items of a stage, itself first.
    pub(super) fn within(&self, stage: usize) -> &[Line<'a>] {
        let Some(first) = self.stages.get(stage).map(|stage| stage.line) else { return &[] };
        let end = self.lines.get(first).map_or(first, |line| line.end);
        self.lines.get(first..end).unwrap_or_default()
    }

    /// The phase that the gate above a line is for, or else that the line stands in.
    pub(super) fn phase_of_metric(&self, line: usize) -> Option<usize> {
        let gate = self.upwards(line).find_map(|(_, line)| match line.item.kind {
            Kind::Gate { months } => Some((months, line.item)),
            _ => None,
        });
        let around = self.lines.get(line).and_then(|line| line.phase);
        let Some((months, gate)) = gate else { return around };
        let Some(wanted) = months else { return self.phase_told(&gate.text).or(around) };
        let spans = |phase: &PhaseAt<'_>| {
            phase.months.is_some_and(|months| months.from <= wanted.from && wanted.to <= months.to)
        };
        self.by_months
            .get(&wanted)
            .copied()
            .or_else(|| self.phases.iter().take(MOST).position(spans))
            .or(around)
    }

    /// The stage by whose end a metric is to be reached, where the heading above it names its week: "By week 4".
    pub(super) fn stage_of_metric(&self, line: usize) -> Option<usize> {
        let heading = self.above(line, |kind| !matches!(kind, Kind::Metric { .. }))?;
        if !matches!(heading.kind, Kind::Gate { .. } | Kind::Section { .. }) {
            return None;
        }
        let (weeks, place) = week_numbers(&heading.text)?;
        let is_until = |word: &str| UNTIL.contains(&plain(word).as_str());
        // The word for weeks itself stands before its number.
        let before = words(heading.text.get(..place.start)?);
        before.filter(|word| singular(word) != "week").all(is_until).then_some(())?;
        self.by_last_week.get(&weeks.to).copied().flatten()
    }

    /// The phase that the words of a gate name, or with the weeks that they name.
    fn phase_told(&self, text: &str) -> Option<usize> {
        match GateOf::read(text)? {
            GateOf::Months(_) => None,
            GateOf::Weeks(weeks) => {
                let last = |stage: &StageAt<'_>| match stage.stretch.item.kind {
                    Kind::Stage { weeks: Some(own), .. } => own.from <= weeks.to && weeks.to <= own.to,
                    _ => false,
                };
                self.phase_of_stage(self.stages.iter().take(MOST).position(last)?)
            }
            GateOf::Phase(name) => self.by_name.get(&name).copied(),
        }
    }

    /// The phase that a stage stands in.
    pub(super) fn phase_of_stage(&self, stage: usize) -> Option<usize> {
        self.stages.get(stage).and_then(|stage| self.lines.get(stage.line))?.phase
    }

    /// A phase in a sentence: "month 3", "months 4-6", "“Base training”".
    pub(super) fn phase_name(&self, phase: usize) -> String {
        let Some(phase) = self.phases.get(phase) else { return String::new() };
        phase.months.map_or_else(|| format!("“{}”", phase.item.text), |months| numbered("month", months))
    }

    /// A stage in a sentence: "week 4", "weeks 6-7", "“Long runs”".
    pub(super) fn stage_name(&self, stage: usize) -> String {
        let Some(item) = self.stages.get(stage).map(|stage| stage.stretch.item) else { return String::new() };
        match item.kind {
            Kind::Stage { weeks: Some(weeks), .. } => numbered("week", weeks),
            _ => format!("“{}”", item.text),
        }
    }

    /// How many stages are over when the last one with an end is.
    pub(super) fn last_moment(&self) -> usize {
        self.stages.iter().rposition(|stage| !stage.stretch.is_open()).map_or(0, |last| last + 1)
    }
}

/// Numbers and what they are of: "week 3", "weeks 6-7".
pub(super) fn numbered(name: &str, range: NumberRange) -> String {
    if range.from == range.to {
        format!("{name} {}", range.from)
    } else {
        format!("{name}s {}-{}", range.from, range.to)
    }
}

fn laid_flat(roadmap: &Roadmap) -> Survey<'_> {
    let stretches = stretches(roadmap);
    let places: HashMap<ItemId, usize> =
        stretches.iter().enumerate().map(|(place, stretch)| (stretch.item.id, place)).collect();
    let mut survey = Survey {
        title: &roadmap.title,
        lines: Vec::new(),
        phases: Vec::new(),
        by_months: HashMap::new(),
        by_last_week: HashMap::new(),
        by_name: HashMap::new(),
        stages: stretches.into_iter().map(|stretch| StageAt { stretch, line: 0 }).collect(),
        nouns: Nouns::default(),
        counts: Vec::new(),
        rates: Vec::new(),
        made: Made::default(),
    };
    let mut left: Vec<(&Item, Option<usize>)> = roadmap.items.iter().rev().map(|item| (item, None)).collect();
    while let Some((item, above)) = left.pop() {
        let place = survey.lines.len();
        let around = above.and_then(|above| survey.lines.get(above)).map(|line| (line.phase, line.stage));
        let (mut phase, mut stage) = around.unwrap_or_default();
        if let Kind::Phase { months, .. } = item.kind {
            phase = Some(survey.phases.len());
            if let Some(months) = months {
                survey.by_months.entry(months).or_insert(survey.phases.len());
            }
            if let Some(name) = part_name(&item.text) {
                survey.by_name.entry(name).or_insert(survey.phases.len());
            }
            survey.phases.push(PhaseAt { item, months, moment: 0 });
        }
        if let Some(own) = places.get(&item.id) {
            stage = Some(*own);
            if let Some(at) = survey.stages.get_mut(*own) {
                at.line = place;
            }
            if let Some(phase) = phase.and_then(|phase| survey.phases.get_mut(phase)) {
                phase.moment = own + 1;
            }
        }
        survey.lines.push(Line { item, above, end: place + 1, phase, stage });
        left.extend(item.children.iter().rev().map(|child| (child, Some(place))));
    }
    for (stage, at) in survey.stages.iter().enumerate() {
        if let Kind::Stage { weeks: Some(weeks), .. } = at.stretch.item.kind {
            let known = survey.by_last_week.entry(weeks.to);
            known.and_modify(|stage| *stage = None).or_insert(Some(stage));
        }
    }
    for place in (0..survey.lines.len()).rev() {
        let Some((above, end)) = survey.lines.get(place).map(|line| (line.above, line.end)) else { continue };
        if let Some(above) = above.and_then(|above| survey.lines.get_mut(above)) {
            above.end = above.end.max(end);
        }
    }
    survey
}
