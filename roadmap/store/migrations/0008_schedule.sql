-- The template that takes over from a day on; until the first of them it is the plan's own.
CREATE TABLE season (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    roadmap_id  INTEGER NOT NULL REFERENCES roadmap (id) ON DELETE CASCADE,
    from_day    TEXT NOT NULL,                -- a local day
    template_id INTEGER NOT NULL REFERENCES template (id) ON DELETE CASCADE,
    UNIQUE (roadmap_id, from_day)
) STRICT;
CREATE INDEX season_of_template ON season (template_id);

-- Holidays, vacations, light days.
CREATE TABLE days_off (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    roadmap_id INTEGER NOT NULL REFERENCES roadmap (id) ON DELETE CASCADE,
    from_day   TEXT NOT NULL,
    to_day     TEXT NOT NULL,
    relief     TEXT NOT NULL CHECK (relief IN ('off', 'light')),
    title      TEXT NOT NULL,
    CHECK (from_day <= to_day)
) STRICT;
CREATE INDEX days_off_of_roadmap ON days_off (roadmap_id);

-- A block that is elsewhere on its date, or not there at all (without a day).
CREATE TABLE exception (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    roadmap_id INTEGER NOT NULL REFERENCES roadmap (id) ON DELETE CASCADE,
    block      TEXT NOT NULL,
    day        TEXT,
    start      INTEGER,
    end        INTEGER,
    UNIQUE (roadmap_id, block),
    CHECK (start < end AND (day IS NULL) = (start IS NULL))
) STRICT;

-- A block of one date alone.
CREATE TABLE single_block (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    roadmap_id INTEGER NOT NULL REFERENCES roadmap (id) ON DELETE CASCADE,
    day        TEXT NOT NULL,
    start      INTEGER NOT NULL,
    end        INTEGER NOT NULL,
    category   TEXT NOT NULL,
    accepts    TEXT NOT NULL,                 -- JSON, as in template_block
    title      TEXT NOT NULL,
    standing   INTEGER NOT NULL DEFAULT 0 CHECK (standing IN (0, 1)),
    CHECK (start < end)
) STRICT;
CREATE INDEX single_block_of_roadmap ON single_block (roadmap_id);

-- What the person says that a block is for.
CREATE TABLE given_block (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    roadmap_id INTEGER NOT NULL REFERENCES roadmap (id) ON DELETE CASCADE,
    block      TEXT NOT NULL,
    item_id    INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
    UNIQUE (roadmap_id, block)
) STRICT;
CREATE INDEX given_block_of_item ON given_block (item_id);

-- How many days a stage takes by the person's decision, and how many of them were added for days off.
CREATE TABLE decided_length (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    roadmap_id INTEGER NOT NULL REFERENCES roadmap (id) ON DELETE CASCADE,
    item_id    INTEGER NOT NULL UNIQUE REFERENCES item (id) ON DELETE CASCADE,
    days       INTEGER NOT NULL CHECK (days > 0),
    off        INTEGER NOT NULL
) STRICT;
CREATE INDEX decided_length_of_roadmap ON decided_length (roadmap_id);

-- Work that another week took over.
CREATE TABLE moved_work (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    roadmap_id INTEGER NOT NULL REFERENCES roadmap (id) ON DELETE CASCADE,
    item_id    INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
    from_day   TEXT NOT NULL,                 -- a day of the week that asked for it
    to_day     TEXT NOT NULL,
    minutes    INTEGER NOT NULL
) STRICT;
CREATE INDEX moved_work_of_roadmap ON moved_work (roadmap_id);
CREATE INDEX moved_work_of_item ON moved_work (item_id);
