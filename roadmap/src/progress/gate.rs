//! How far each phase's gate is met.

use crate::{ItemId, Roadmap};
use serde::{Deserialize, Serialize};

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
pub fn gates(roadmap: &Roadmap, counts: &Counts) -> Vec<GateReading> {
    let _ = (roadmap, counts);
    Vec::new()
}
