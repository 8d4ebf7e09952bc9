//! How far each phase's gate is met.

use crate::document::{GateOf, part_name};
use crate::item::{Comparator, Measure, NumberRange};
use crate::steps::tickable;
use crate::{Item, ItemId, Kind, Roadmap};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap, HashSet};

/// The most weeks of a stage that a gate finds its phase by.
const MOST_WEEKS: usize = 600;

/// What has been counted outside the roadmap's own ticks; none where nothing counts it yet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Applications sent.
    pub applications: Option<u32>,
    /// Mock interviews held.
    pub mock_interviews: Option<u32>,
    /// On-site interviews held.
    pub onsites: Option<u32>,
    /// Offers received.
    pub offers: Option<u32>,
}

/// A phase's gate and how far it is met.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct GateReading {
    /// The gate.
    pub gate: ItemId,
    /// The phase it is for, where its months or its place name one.
    pub phase: Option<ItemId>,
    /// Its metrics, in order.
    pub metrics: Vec<MetricReading>,
}

/// One success metric and how far it is met.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct MetricReading {
    /// The metric.
    pub metric: ItemId,
    /// What has been counted or recorded; none where nothing has.
    pub reading: Option<f64>,
    /// What it takes; none where the words hold no number and the person decides.
    pub needed: Option<f64>,
    /// True where the reading comes from history, and not from the person's word.
    pub counted: bool,
    /// Whether it is met.
    pub met: bool,
}

/// The gates of the roadmap, in order.
///
/// A reading that the person has recorded comes first. Else projects are counted from the ticks
/// below them, posts from deliverables with evidence, and the rest from `counts`. A metric that is
/// ticked is met whatever has been counted.
pub fn gates(roadmap: &Roadmap, counts: &Counts) -> Vec<GateReading> {
    let phases = Phases::of(roadmap);
    let reading = |gate: &Item, months| GateReading {
        gate: gate.id,
        phase: phases.of_gate(gate, months),
        metrics: gate.walk().filter_map(|item| metric(roadmap, counts, item)).collect(),
    };
    let gates = roadmap.walk().filter_map(|item| match item.kind {
        Kind::Gate { months } => Some(reading(item, months)),
        _ => None,
    });
    gates.collect()
}

/// The phases by what a gate may name them by; of several with the same the first.
#[derive(Default)]
struct Phases {
    by_months: HashMap<NumberRange, ItemId>,
    /// The months of those, in order.
    months: Vec<(NumberRange, ItemId)>,
    by_name: HashMap<String, ItemId>,
    by_week: HashMap<u32, ItemId>,
    /// For each gate the phase that it stands in.
    around: HashMap<ItemId, ItemId>,
}

impl Phases {
    fn of(roadmap: &Roadmap) -> Self {
        let mut phases = Self::default();
        let mut left: Vec<(&Item, Option<ItemId>)> =
            roadmap.items.iter().rev().map(|item| (item, None)).collect();
        while let Some((item, mut phase)) = left.pop() {
            match (&item.kind, phase) {
                (Kind::Phase { months, .. }, _) => {
                    phase = Some(item.id);
                    phases.add(item, *months);
                }
                (Kind::Stage { weeks: Some(weeks), .. }, Some(phase)) => {
                    for week in (weeks.from..=weeks.to).take(MOST_WEEKS) {
                        phases.by_week.entry(week).or_insert(phase);
                    }
                }
                (Kind::Gate { .. }, Some(phase)) => {
                    phases.around.insert(item.id, phase);
                }
                _ => {}
            }
            left.extend(item.children.iter().rev().map(|child| (child, phase)));
        }
        phases
    }

    fn add(&mut self, phase: &Item, months: Option<NumberRange>) {
        if let Some(months) = months
            && !self.by_months.contains_key(&months)
        {
            self.by_months.insert(months, phase.id);
            self.months.push((months, phase.id));
        }
        if let Some(name) = part_name(&phase.text) {
            self.by_name.entry(name).or_insert(phase.id);
        }
    }

    /// The phase of the same months, or of months among which they are; or the one of the name, or with the last of
    /// the weeks, that the gate's words say; or else the one that the gate stands in.
    fn of_gate(&self, gate: &Item, months: Option<NumberRange>) -> Option<ItemId> {
        let spans = |wanted: NumberRange| {
            let found = self.months.iter().find(|(own, _)| own.from <= wanted.from && wanted.to <= own.to);
            found.map(|(_, phase)| *phase)
        };
        let named = match months {
            Some(months) => self.by_months.get(&months).copied().or_else(|| spans(months)),
            None => match GateOf::read(&gate.text) {
                Some(GateOf::Weeks(weeks)) => self.by_week.get(&weeks.to).copied(),
                Some(GateOf::Phase(name)) => self.by_name.get(&name).copied(),
                Some(GateOf::Months(_)) | None => None,
            },
        };
        named.or_else(|| self.around.get(&gate.id).copied())
    }
}

fn metric(roadmap: &Roadmap, counts: &Counts, item: &Item) -> Option<MetricReading> {
    let Kind::Metric { measure } = &item.kind else { return None };
    let counted = || measure.as_ref().and_then(|measure| count(roadmap, counts, item, measure));
    let (reading, counted) = match item.record.reading {
        Some(said) => (Some(said), false),
        None => counted().map_or((None, false), |number| (Some(f64::from(number)), true)),
    };
    let reached = measure.as_ref().zip(reading).is_some_and(|(measure, reading)| reaches(measure, reading));
    Some(MetricReading {
        metric: item.id,
        reading,
        needed: measure.as_ref().map(|measure| measure.value),
        counted,
        met: item.is_done() || reached,
    })
}

/// True where a reading is good enough; more than the upper end of a range is.
fn reaches(measure: &Measure, reading: f64) -> bool {
    match measure.comparator {
        Comparator::Below => reading < measure.value,
        Comparator::AtMost => reading <= measure.value,
        Comparator::AtLeast | Comparator::Between => reading >= measure.value,
        Comparator::Above => reading > measure.value,
    }
}

/// What history counts of the thing that a metric names.
fn count(roadmap: &Roadmap, counts: &Counts, item: &Item, measure: &Measure) -> Option<u32> {
    let words = format!("{} {}", measure.unit, item.text).to_lowercase();
    let names = |wanted: &[&str]| wanted.iter().any(|word| words.contains(word));
    if names(&["mock"]) {
        counts.mock_interviews
    } else if names(&["on-site", "onsite"]) {
        counts.onsites
    } else if names(&["offer"]) {
        counts.offers
    } else if names(&["appl"]) {
        counts.applications
    } else if names(&["post"]) {
        Some(posts(roadmap))
    } else if names(&["project"]) {
        Some(projects(roadmap))
    } else {
        None
    }
}

/// Finished projects: all that can be done in each part of it is done, and where it leaves a choice one
/// option is picked and the others don't count. Parts with the same number are one project. A choice
/// among projects ("Project 5 ideas") is one too.
fn projects(roadmap: &Roadmap) -> u32 {
    let mut finished: BTreeMap<(Option<u32>, Option<ItemId>), bool> = BTreeMap::new();
    let is_project = |item: &&Item| matches!(item.kind, Kind::Project { .. });
    let inside: HashSet<ItemId> =
        roadmap.walk().filter(is_project).flat_map(Item::walk).map(|item| item.id).collect();
    for item in roadmap.walk() {
        let number = match item.kind {
            Kind::Project { number } => number,
            Kind::Choice if !inside.contains(&item.id) && item.text.to_lowercase().contains("project") => {
                None
            }
            _ => continue,
        };
        let own = if number.is_none() { Some(item.id) } else { None };
        let project = finished.entry((number, own)).or_insert(true);
        *project = *project && is_finished(item);
    }
    total(finished.values().filter(|finished| **finished))
}

fn is_finished(project: &Item) -> bool {
    if leaves_a_choice_open(project) {
        return false;
    }
    let optional = |item: &&Item| matches!(item.kind, Kind::Step { optional: true });
    let parts: Vec<&Item> = tickable(project).into_iter().filter(|item| !optional(item)).collect();
    if parts.is_empty() { project.is_done() } else { parts.into_iter().all(Item::is_done) }
}

/// True where a choice in it is open, in what was picked of the others.
fn leaves_a_choice_open(project: &Item) -> bool {
    let mut left = vec![project];
    while let Some(item) = left.pop() {
        if item.kind == Kind::Choice && !item.children.iter().any(|option| option.record.chosen) {
            return true;
        }
        left.extend(item.children.iter().filter(|child| !child.is_unpicked()));
    }
    false
}

/// Deliverables that are posts and can be seen somewhere, or are ticked.
fn posts(roadmap: &Roadmap) -> u32 {
    total(roadmap.walk().filter(|item| {
        matches!(item.kind, Kind::Deliverable)
            && item.text.to_lowercase().contains("post")
            && (item.is_done() || item.record.evidence.is_some())
    }))
}

fn total<T>(counted: impl Iterator<Item = T>) -> u32 {
    u32::try_from(counted.count()).unwrap_or(u32::MAX)
}
