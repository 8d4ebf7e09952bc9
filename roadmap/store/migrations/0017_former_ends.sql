-- The end that a stage had until a day, on which its dates were decided anew: the days before ask for what they did by it.
CREATE TABLE former_end (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    roadmap_id INTEGER NOT NULL REFERENCES roadmap (id) ON DELETE CASCADE,
    item_id    INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
    from_day   TEXT NOT NULL,                 -- the stage's first day
    until_day  TEXT NOT NULL,                 -- a local day, the first on which it no longer held
    to_day     TEXT NOT NULL,                 -- the stage's last day as it was then
    off        INTEGER NOT NULL,              -- how many of its days were added for days off then
    UNIQUE (item_id, until_day)
) STRICT;
CREATE INDEX former_end_of_roadmap ON former_end (roadmap_id);

-- Whether the days that asked for the work were over as that was decided. Of what was moved before nobody knows it.
ALTER TABLE moved_work ADD COLUMN late INTEGER NOT NULL DEFAULT 0 CHECK (late IN (0, 1));
