-- The rules of reminders: those that a person made, and those of the app's own that were changed.
CREATE TABLE reminder_rule (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given twice: it names what is in the inbox
    kind    TEXT NOT NULL,
    enabled INTEGER NOT NULL,
    timing  TEXT NOT NULL,                      -- JSON: when
    quiet   TEXT NOT NULL,                      -- JSON: when not
    text    TEXT NOT NULL,                      -- what the person calls it
    since   TEXT NOT NULL                       -- since when it is so
) STRICT;

-- What was set for the beginning of blocks is a rule now.
INSERT INTO reminder_rule (kind, enabled, timing, quiet, text, since)
SELECT 'block-start',
       coalesce(value ->> '$.remind_blocks', 1),
       json_object('when', 'before', 'minutes', coalesce(value ->> '$.lead_minutes', 0)),
       '{"quiet":"general"}', '', '1970-01-01T00:00:00Z'
FROM setting
WHERE name = 'settings'
  AND (coalesce(value ->> '$.remind_blocks', 1) = 0 OR coalesce(value ->> '$.lead_minutes', 0) <> 0);
UPDATE setting SET value = json_remove(value, '$.remind_blocks', '$.lead_minutes') WHERE name = 'settings';

-- What came and waits to be shown, with others, when nothing holds it back.
ALTER TABLE occurrence ADD COLUMN waits INTEGER NOT NULL DEFAULT 0;
CREATE INDEX occurrence_that_waits ON occurrence (waits) WHERE waits = 1;
