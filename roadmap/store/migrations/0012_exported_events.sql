-- What a roadmap's last calendar file held and still matters, so that the next one says what is gone.
CREATE TABLE exported_event (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    roadmap_id INTEGER NOT NULL REFERENCES roadmap (id) ON DELETE CASCADE,
    event      TEXT NOT NULL                  -- JSON
) STRICT;
CREATE INDEX exported_event_of_roadmap ON exported_event (roadmap_id);
