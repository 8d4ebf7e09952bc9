-- Calendars of the person's whose times plans keep clear of: a file, or a folder of files.
CREATE TABLE calendar (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    path   TEXT NOT NULL UNIQUE,
    folder INTEGER NOT NULL CHECK (folder IN (0, 1))
) STRICT;

-- What was last read of them. It stands apart, so that a calendar that is taken back has its times at once.
CREATE TABLE calendar_reading (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    path    TEXT NOT NULL UNIQUE,
    reading TEXT NOT NULL                     -- JSON
) STRICT;

-- What a roadmap's events are known by in calendars: no other roadmap's, here or elsewhere.
ALTER TABLE roadmap ADD COLUMN uid TEXT NOT NULL DEFAULT '';
UPDATE roadmap SET uid = lower(hex(randomblob(16)));
