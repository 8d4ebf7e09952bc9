-- What the plan check found and the person leaves as it is, by the name that the check gives it.
CREATE TABLE accepted_finding (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    roadmap_id INTEGER NOT NULL REFERENCES roadmap (id) ON DELETE CASCADE,
    key        TEXT NOT NULL,
    UNIQUE (roadmap_id, key)
) STRICT;
