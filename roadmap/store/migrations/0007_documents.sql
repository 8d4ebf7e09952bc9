-- The document as it was last read or written, and how it was read. It stands apart from its roadmap: a tick that is
-- written into it is no change of the roadmap's own, and to take one back must not bring an older document back.
CREATE TABLE document (
    roadmap_id INTEGER PRIMARY KEY REFERENCES roadmap (id) ON DELETE CASCADE,
    source     TEXT NOT NULL,
    reading    TEXT NOT NULL DEFAULT '{}'     -- JSON: the track that was picked, the guesses that were set right
) STRICT;
INSERT INTO document (roadmap_id, source) SELECT id, source FROM roadmap;
ALTER TABLE roadmap DROP COLUMN source;

-- A roadmap may also be made from nothing.
ALTER TABLE roadmap ADD COLUMN made TEXT NOT NULL DEFAULT 'file' CHECK (made IN ('bundled', 'file', 'own'));
UPDATE roadmap SET made = origin;
ALTER TABLE roadmap DROP COLUMN origin;
ALTER TABLE roadmap RENAME COLUMN made TO origin;

ALTER TABLE roadmap ADD COLUMN archived_at TEXT;
-- True once the person lets ticks be written into the file.
ALTER TABLE roadmap ADD COLUMN write_back INTEGER NOT NULL DEFAULT 0 CHECK (write_back IN (0, 1));
-- The file that has a progress section, and whether it is kept fresh.
ALTER TABLE roadmap ADD COLUMN progress_file TEXT;
ALTER TABLE roadmap ADD COLUMN progress_fresh INTEGER NOT NULL DEFAULT 0 CHECK (progress_fresh IN (0, 1));

-- How a document is read that was looked at before, whatever became of it.
CREATE TABLE reading (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    origin  TEXT NOT NULL,
    name    TEXT NOT NULL,
    reading TEXT NOT NULL,                    -- JSON, as in document
    UNIQUE (origin, name)
) STRICT;
