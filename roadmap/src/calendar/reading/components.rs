//! The components of a calendar (RFC 5545 sections 3.4 and 3.6): its events and zones.

use super::event::{Draft, Event};
use super::line::{Line, Lines};
use super::observance::{self, Observance};
use super::property::Property;
use crate::calendar::problem::{Problems, Trouble, beginning};
use crate::calendar::zone::Names;

/// What a text holds.
#[derive(Debug, Default)]
pub(in crate::calendar) struct Components {
    /// True where a calendar begins anywhere in it.
    pub(in crate::calendar) is_calendar: bool,
    /// Its events, in order.
    pub(in crate::calendar) events: Vec<Event>,
    /// The zones that it names and the ones that it describes.
    pub(in crate::calendar) names: Names,
    /// What could not be read.
    pub(in crate::calendar) problems: Problems,
}

/// Takes a text apart. `keeps` says which events are of any use; the others are not kept in memory.
pub(in crate::calendar) fn components(source: &[u8], keeps: impl Fn(&Event) -> bool) -> Components {
    let mut reader =
        Reader { found: Components::default(), within: Within::Nothing, inner: None, open: None, keeps };
    for line in Lines::new(source) {
        reader.take(&line);
    }
    reader.abandon();
    if let Some(line) = reader.open {
        reader.found.problems.add(line, Trouble::CutShort);
    }
    reader.found
}

/// What is being read.
enum Within {
    /// Nothing of interest.
    Nothing,
    Event(Draft),
    Zone(Zone),
}

/// A zone (section 3.6.5) of which more is still to be read.
struct Zone {
    line: usize,
    name: String,
    observances: Vec<Observance>,
    /// The observance that is being read.
    draft: Option<observance::Draft>,
    broken: bool,
}

struct Reader<F> {
    found: Components,
    within: Within,
    /// The name of a component inside of what is read, such as VALARM, which is passed over.
    inner: Option<String>,
    /// The line on which the calendar begins that has not ended yet.
    open: Option<usize>,
    keeps: F,
}

/// The components that stand in a calendar itself.
const OUTER: [&str; 6] = ["VCALENDAR", "VEVENT", "VTIMEZONE", "VTODO", "VJOURNAL", "VFREEBUSY"];

impl<F: Fn(&Event) -> bool> Reader<F> {
    fn take(&mut self, line: &Line<'_>) {
        let Some(name) = line.name() else {
            // Outside of events there may be anything.
            if matches!(self.within, Within::Event(_)) && self.inner.is_none() {
                self.found.problems.add(line.number, Trouble::NoProperty { text: beginning(&line.text()) });
            }
            return;
        };
        if name.eq_ignore_ascii_case("BEGIN") {
            self.begin(line.number, &component(line));
        } else if name.eq_ignore_ascii_case("END") {
            self.end(&component(line));
        } else if self.inner.is_none() {
            self.property(line, name);
        }
    }

    fn begin(&mut self, line: usize, component: &str) {
        if OUTER.contains(&component) {
            self.abandon();
        }
        match (component, &mut self.within) {
            ("VCALENDAR", _) => {
                self.found.is_calendar = true;
                self.open = Some(line);
            }
            ("VEVENT", _) => self.within = Within::Event(Draft::new(line)),
            ("VTIMEZONE", _) => self.within = Within::Zone(Zone::new(line)),
            ("STANDARD" | "DAYLIGHT", Within::Zone(zone)) => {
                zone.finish_observance();
                zone.draft = Some(observance::Draft::default());
            }
            (_, Within::Nothing) => {}
            (inner, _) if self.inner.is_none() => self.inner = Some(inner.to_owned()),
            _ => {}
        }
    }

    fn end(&mut self, component: &str) {
        if self.inner.as_deref() == Some(component) {
            self.inner = None;
            return;
        }
        match (component, &mut self.within) {
            ("VCALENDAR", _) => {
                self.abandon();
                self.open = None;
            }
            ("VEVENT", Within::Event(_)) | ("VTIMEZONE", Within::Zone(_)) => self.finish(),
            ("STANDARD" | "DAYLIGHT", Within::Zone(zone)) => zone.finish_observance(),
            _ => {}
        }
    }

    fn property(&mut self, line: &Line<'_>, name: &str) {
        match &mut self.within {
            Within::Event(draft) if Draft::wants(name) => {
                let text = line.text();
                match Property::read(&text) {
                    Some(property) => draft.take(line.number, name, &property, &mut self.found.names),
                    None => {
                        self.found.problems.add(line.number, Trouble::NoProperty { text: beginning(&text) });
                    }
                }
            }
            Within::Zone(zone) => {
                let text = line.text();
                match Property::read(&text) {
                    Some(property) => zone.take(name, &property),
                    None => zone.broken = true,
                }
            }
            _ => {}
        }
    }

    /// Keeps what has been read.
    fn finish(&mut self) {
        self.inner = None;
        match std::mem::replace(&mut self.within, Within::Nothing) {
            Within::Nothing => {}
            Within::Event(draft) => match draft.finish() {
                Ok((event, trouble)) => {
                    if let Some(trouble) = trouble {
                        self.found.problems.add(event.line, trouble);
                    }
                    if (self.keeps)(&event) {
                        self.found.events.push(event);
                    }
                }
                Err((line, trouble)) => self.found.problems.add(line, trouble),
            },
            Within::Zone(mut zone) => {
                zone.finish_observance();
                if zone.broken || zone.observances.is_empty() || zone.name.is_empty() {
                    self.found.problems.add(zone.line, Trouble::BadZone { zone: beginning(&zone.name) });
                } else {
                    self.found.names.describe(zone.name, zone.observances);
                }
            }
        }
    }

    /// Gives up what has no end.
    fn abandon(&mut self) {
        self.inner = None;
        let (line, component) = match std::mem::replace(&mut self.within, Within::Nothing) {
            Within::Nothing => return,
            Within::Event(draft) => (draft.line(), "VEVENT"),
            Within::Zone(zone) => (zone.line, "VTIMEZONE"),
        };
        self.found.problems.add(line, Trouble::NotClosed { component });
    }
}

impl Zone {
    fn new(line: usize) -> Self {
        Self { line, name: String::new(), observances: Vec::new(), draft: None, broken: false }
    }

    fn take(&mut self, name: &str, property: &Property<'_>) {
        match &mut self.draft {
            Some(draft) => draft.take(name, property),
            None if name.eq_ignore_ascii_case("TZID") => self.name = property.value.trim().to_owned(),
            None => {}
        }
    }

    fn finish_observance(&mut self) {
        if let Some(draft) = self.draft.take() {
            match draft.finish() {
                Some(observance) => self.observances.push(observance),
                None => self.broken = true,
            }
        }
    }
}

/// What a BEGIN or END is of.
fn component(line: &Line<'_>) -> String {
    line.text().split_once(':').map(|(_, name)| name.trim().to_ascii_uppercase()).unwrap_or_default()
}
