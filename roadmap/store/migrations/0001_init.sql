-- A name that undone or removed rows had is never given again (AUTOINCREMENT): bringing them back must find it free,
-- and what is kept elsewhere under the name (a running timer, the inbox, a block's key) must not mean another row.

-- A roadmap as it was read. Its source is kept whole, so that every item can point into it.
CREATE TABLE roadmap (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    title         TEXT NOT NULL,
    origin        TEXT NOT NULL CHECK (origin IN ('bundled', 'file')),
    name          TEXT NOT NULL,              -- the library's name, or the file's path
    source        TEXT NOT NULL,
    resource_base TEXT,                       -- what relative links are resolved against
    sample        INTEGER NOT NULL DEFAULT 0 CHECK (sample IN (0, 1)),
    active        INTEGER NOT NULL DEFAULT 0 CHECK (active IN (0, 1)),
    created_at    TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX roadmap_one_active ON roadmap (active) WHERE active = 1;

-- What a roadmap says, as a tree, with what the person recorded about it.
CREATE TABLE item (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    roadmap_id INTEGER NOT NULL REFERENCES roadmap (id) ON DELETE CASCADE,
    parent_id  INTEGER REFERENCES item (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    kind       TEXT NOT NULL,                 -- JSON: the kind and what belongs to it
    text       TEXT NOT NULL,
    note       TEXT,
    start      INTEGER NOT NULL,              -- bytes in the source
    end        INTEGER NOT NULL,
    line       INTEGER NOT NULL,
    mark       INTEGER,                       -- the byte between the brackets of a task box
    ticked     INTEGER CHECK (ticked IN (0, 1)),
    done_at    TEXT,
    chosen     INTEGER NOT NULL DEFAULT 0 CHECK (chosen IN (0, 1)),
    evidence   TEXT,
    reading    REAL
) STRICT;
CREATE INDEX item_of_roadmap ON item (roadmap_id);
CREATE INDEX item_of_parent ON item (parent_id);

-- A typical week.
CREATE TABLE template (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    roadmap_id     INTEGER NOT NULL REFERENCES roadmap (id) ON DELETE CASCADE,
    position       INTEGER NOT NULL,
    name           TEXT NOT NULL,
    tempo          TEXT CHECK (tempo IN ('full-time', 'part-time')),
    stated_minutes INTEGER
) STRICT;
CREATE INDEX template_of_roadmap ON template (roadmap_id);

CREATE TABLE template_block (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    template_id INTEGER NOT NULL REFERENCES template (id) ON DELETE CASCADE,
    weekday     TEXT NOT NULL CHECK (weekday IN ('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun')),
    start       INTEGER NOT NULL,             -- minutes after midnight
    end         INTEGER NOT NULL,
    category    TEXT NOT NULL,
    accepts     TEXT NOT NULL,                -- JSON: categories, in the order in which they are tried
    title       TEXT NOT NULL,
    standing    INTEGER NOT NULL DEFAULT 0 CHECK (standing IN (0, 1)),
    pinned      INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1)),
    CHECK (start < end)
) STRICT;
CREATE INDEX template_block_of_template ON template_block (template_id);

-- What makes dates of a roadmap.
CREATE TABLE plan (
    roadmap_id   INTEGER PRIMARY KEY REFERENCES roadmap (id) ON DELETE CASCADE,
    start        TEXT NOT NULL,               -- a local day
    pace_minutes INTEGER,                     -- minutes a week; none: the document's own weeks
    week_start   TEXT NOT NULL,
    role         TEXT,
    template_id  INTEGER NOT NULL REFERENCES template (id)
) STRICT;

-- One focus or break interval of the timer. It was worked, whatever becomes of the roadmap.
CREATE TABLE session (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    key             INTEGER NOT NULL UNIQUE,  -- the timer's name for the interval: counts once
    roadmap_id      INTEGER REFERENCES roadmap (id) ON DELETE SET NULL,
    kind            TEXT NOT NULL CHECK (kind IN ('focus', 'short-break', 'long-break')),
    activity_id     INTEGER REFERENCES item (id) ON DELETE SET NULL,
    step_id         INTEGER REFERENCES item (id) ON DELETE SET NULL,
    block           TEXT,
    category        TEXT NOT NULL,
    title           TEXT NOT NULL,
    started_at      TEXT NOT NULL,
    ended_at        TEXT NOT NULL,
    day             TEXT NOT NULL,            -- the local day it counts for
    planned_seconds INTEGER NOT NULL,
    spent_seconds   INTEGER NOT NULL,
    paused_seconds  INTEGER NOT NULL,
    away_seconds    INTEGER NOT NULL,
    outcome         TEXT NOT NULL
) STRICT;
CREATE INDEX session_of_day ON session (day);
CREATE INDEX session_of_roadmap ON session (roadmap_id);

-- The timer's state, so that it survives the process.
CREATE TABLE timer (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    state TEXT NOT NULL
) STRICT;

-- Everything that was ever announced, with what was done about it. The same thing is announced once.
CREATE TABLE occurrence (
    id          INTEGER PRIMARY KEY,
    rule        TEXT NOT NULL,
    subject     TEXT NOT NULL,
    at          TEXT NOT NULL,                -- the scheduled local time
    snooze      INTEGER NOT NULL,             -- how often it was put off before
    due_at      TEXT NOT NULL,
    title       TEXT NOT NULL,
    body        TEXT NOT NULL,
    category    TEXT,
    about       TEXT NOT NULL,                -- JSON: what its buttons act on
    answer      TEXT,                         -- JSON: what was done with it
    answered_at TEXT,
    notified_at TEXT,
    seen        INTEGER NOT NULL DEFAULT 0 CHECK (seen IN (0, 1)),
    UNIQUE (rule, subject, at, snooze)
) STRICT;
CREATE INDEX occurrence_by_due ON occurrence (due_at);

CREATE TABLE setting (
    id    INTEGER PRIMARY KEY AUTOINCREMENT,
    name  TEXT NOT NULL UNIQUE,
    value TEXT NOT NULL                       -- JSON
) STRICT;

-- How to take changes back: the statements of each step, run in reverse.
CREATE TABLE undo_step (
    id     INTEGER PRIMARY KEY,
    label  TEXT NOT NULL,
    at     TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;

CREATE TABLE undo_change (
    id      INTEGER PRIMARY KEY,
    step_id INTEGER NOT NULL REFERENCES undo_step (id) ON DELETE CASCADE,
    sql     TEXT NOT NULL
) STRICT;
CREATE INDEX undo_change_of_step ON undo_change (step_id);
