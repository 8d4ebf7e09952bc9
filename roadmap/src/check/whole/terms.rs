//! The words by which a number is known to be of the whole, or of something else.

/// A sentence of more bytes tells a story.
pub(super) const LONGEST: usize = 200;

/// Words that a section's heading is made of where it speaks of the whole.
pub(super) const ABOUT_ALL: [&str; 33] = [
    "overview",
    "summary",
    "at",
    "a",
    "glance",
    "introduction",
    "intro",
    "about",
    "this",
    "the",
    "course",
    "plan",
    "roadmap",
    "program",
    "programme",
    "training",
    "duration",
    "length",
    "time",
    "timeline",
    "timeframe",
    "commitment",
    "workload",
    "effort",
    "total",
    "totals",
    "hours",
    "key",
    "quick",
    "facts",
    "and",
    "in",
    "short",
];

/// What a label in front of a number says it is: how long, or how much.
pub(super) const MEASURED: [&str; 11] = [
    "duration",
    "length",
    "timeline",
    "time",
    "timeframe",
    "total",
    "overall",
    "hours",
    "effort",
    "workload",
    "commitment",
];

/// Words of a label beside those.
pub(super) const BESIDE: [&str; 19] = [
    "estimated",
    "expected",
    "planned",
    "course",
    "plan",
    "program",
    "programme",
    "roadmap",
    "training",
    "the",
    "whole",
    "frame",
    "needed",
    "required",
    "pace",
    "weekly",
    "daily",
    "of",
    "in",
];

/// Words that make a number one of the whole.
pub(super) const TOTAL: [&str; 2] = ["total", "overall"];

/// The same behind a number.
pub(super) const IN_TOTAL: [&str; 6] = ["in total", "total", "altogether", "overall", "in all", "all in all"];

/// Names of a whole.
pub(super) const WHOLES: [&str; 17] = [
    "course",
    "plan",
    "roadmap",
    "program",
    "programme",
    "training",
    "curriculum",
    "guide",
    "journey",
    "path",
    "bootcamp",
    "schedule",
    "challenge",
    "syllabus",
    "it",
    "all",
    "everything",
];

/// Verbs between a whole and its number.
pub(super) const TAKES: [&str; 9] =
    ["takes", "take", "lasts", "spans", "runs", "is", "needs", "requires", "comes"];

/// Verbs by which one is told what to reckon with.
pub(super) const RECKON: [&str; 7] = ["plan", "expect", "allow", "reckon", "count", "need", "spend"];

/// Words beside those verbs, and in front of a name such as "12-week course".
pub(super) const SMALL: [&str; 20] = [
    "the",
    "this",
    "that",
    "a",
    "an",
    "your",
    "our",
    "my",
    "whole",
    "entire",
    "complete",
    "structured",
    "to",
    "for",
    "over",
    "on",
    "with",
    "will",
    "you",
    "welcome",
];

/// Words that make a number rough.
pub(super) const ROUGH: [&str; 11] =
    ["~", "≈", "about", "around", "approximately", "approx.", "approx", "roughly", "circa", "ca.", "some"];

/// What is cut short by a stop that ends no sentence.
pub(super) const SHORT: [&str; 5] = ["e.g", "i.e", "approx", "Approx", "ca"];

/// Words that compare, which a figure tells of.
pub(super) const COMPARED: [&str; 16] = [
    "at least",
    "no less than",
    "at most",
    "no more than",
    "up to",
    "less than",
    "fewer than",
    "more than",
    "under",
    "below",
    "over",
    "above",
    "<",
    ">",
    "≥",
    "≤",
];

/// What stands between numbers that are said together: "12 weeks, 5 hours a week".
pub(super) const JOINS: [&str; 14] =
    [",", "(", "[", "–", "—", "-", "|", "·", "&", "and", "at", "with", "for", "x"];

/// Words of a sentence that speaks of a part, of another time, or of one way among others.
pub(super) const CONDITIONS: [&str; 38] = [
    "parttime",
    "fulltime",
    "if",
    "or",
    "either",
    "depending",
    "depends",
    "instead",
    "rather",
    "than",
    "not",
    "no",
    "without",
    "when",
    "phase",
    "phases",
    "module",
    "stage",
    "part",
    "section",
    "unit",
    "last",
    "past",
    "previous",
    "next",
    "ago",
    "after",
    "before",
    "salary",
    "experience",
    "prerequisite",
    "prerequisites",
    "recommended",
    "track",
    "option",
    "intensive",
    "optional",
    "minimum",
];

/// Words before a length in a title that is not that of the whole.
pub(super) const OTHERS: [&str; 10] =
    ["last", "past", "first", "next", "final", "every", "each", "per", "week", "month"];

/// Words of what comes again, whose hours are no whole.
pub(super) const RHYTHMS: [&str; 9] =
    ["day", "days", "daily", "weekday", "weekdays", "weekend", "weekends", "week", "weekly"];

/// Units of less than an hour, which no whole is told in.
pub(super) const MINUTES: [&str; 4] = ["min", "mins", "minute", "minutes"];
